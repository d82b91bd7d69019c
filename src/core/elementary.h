/* elementary.h: quotients, roots, exp and log, quickly: by tables, and from a double for a first
 * guess, whose error is made up for. So nothing depends on the compiler, the processor or its
 * libraries.
 *
 * A template, as number.h is, which it includes: glance.c and quick.c give it besides
 *
 *     wide(a), cut(a)         a's first two words; the words that begin with those two, cut
 *     series_exp(r)           1 - e^-r, for r below 2^-12.5
 *     series_log(r, negative) (r - ln(1 + r))/r, for |r| below 2^-13.4; of -r if `negative`
 *     EXP_ERROR               a bound of the error of e^-u, as a part of it, with a series_exp(r)
 *     LOG_ERROR               a bound of the error of series_log(r), not as a part of it
 *     INVERSE_ERROR           2^-99 and two last places
 *     ROOT_CUT                a bound of the error of a root of two, as a part of it
 *
 * exp and log: P. T. P. Tang, "Table-driven implementation of the exponential function in IEEE
 * floating-point arithmetic", ACM Transactions on Mathematical Software 15(2), 1989, and the same
 * of the logarithm, 16(4), 1990. */
#include "constants.h"
#include "number.h"

#include <math.h>

/* ---- Quotients and roots --------------------------------------------------------------------- */

/* fraction*2^two, for a fraction that is not 0. */
static inline number from(cnn_wide fraction, int two, double error) {
    const int zeros = cnn_leading_zeros(fraction.high);
    return (number){cut(cnn_wide_left(fraction, zeros)), two - zeros, error, false};
}

/* One step of Newton's iteration, from a guess r*2^-62 that is a little too small, so that nothing
 * is negative: r + r e, with e = 1 - r a, is off by e^2, and r + r e/2, with e = 1 - r^2 a, by
 * 3e^2/8. Both e are below 2^-49.6: what the guess is made smaller by, and four roundings of
 * doubles. */
static inline number inverse(number a) {
    const cnn_wide one = {FIRST_BIT / 2, 0}, fraction = wide(a.fraction); /* in units of 2^-126 */
    const double guess = 0x1p125 * (1 - 0x1p-50) / (double)(int64_t)(fraction.high >> 1);
    const uint64_t r = (uint64_t)(int64_t)guess;
    const cnn_wide e = cnn_wide_difference(one, cnn_wide_part(fraction, r));
    const cnn_wide more = cnn_wide_part(cnn_wide_left(e, 2), r);
    return from(cnn_wide_sum((cnn_wide){r, 0}, more), 2 - a.two, a.error + INVERSE_ERROR);
}

/* sqrt x and 1/sqrt x, for x > 0: from x by an even power of two, which is from 1/4 to below 1. */
static inline number root(double x, number *one_over) {
    const number a = of(x);
    const int odd = a.two & 1, two = (a.two + odd) / 2;
    const uint64_t fraction = first(a.fraction), word = fraction >> odd;
    const double guess = 0x1p62 * (1 - 0x1p-51) / sqrt((double)(int64_t)(word >> 1) * 0x1p-63);
    const uint64_t r = (uint64_t)(int64_t)guess;
    const cnn_wide eighth = {FIRST_BIT / 8, 0}, square = cnn_product(r, r); /* of 2^-124 */
    const cnn_wide e = cnn_wide_difference(eighth, cnn_wide_part(square, word));
    const cnn_wide more = cnn_wide_part(cnn_wide_left(e, 3), r);
    const cnn_wide whole = cnn_wide_sum((cnn_wide){r, 0}, more);
    *one_over = from(whole, 2 - two, INVERSE_ERROR);
    return from(cnn_wide_part(whole, fraction), 2 - two + a.two, INVERSE_ERROR);
}

/* ---- exp ------------------------------------------------------------------------------------- */

#define STEPS 4096 /* 2^(1/4096) is a step */

/* 2^(n/4096), with n from 0 to 4095, as a fraction of 2. */
static inline words root_of_two(unsigned n) {
    return cut(
        cnn_wide_left(cnn_wide_product(cnn_coarse_roots[n / 64], cnn_fine_roots[n % 64]), 1));
}

/* The part after the point of n ln 2/4096, for an n below 2^25, cut by a last place and 2^-115. */
static inline words steps_fraction(uint64_t n) {
    const cnn_wide high = cnn_product(cnn_ln2[0], n), low = cnn_product(cnn_ln2[1], n);
    const cnn_wide upper = cnn_wide_sum(high, (cnn_wide){0, low.high}); /* in units of 2^-64 */
    return cut((cnn_wide){upper.high << 52 | upper.low >> 12, upper.low << 52 | low.low >> 12});
}

/* e^-u = 2^(-n/4096) e^-r, where n steps of ln 2/4096 leave r: all that there are, or all but one
 * where they leave next to nothing, since n is cut. What n ln 2/4096 is cut by leaves r positive.
 * What u is off by, below error*2^two, e^-u is off by as a part of itself. */
static inline number exponential(number u) {
    if (u.two > LAST_TWO)
        return zero();
    const uint64_t units = first(right(u.fraction, LAST_TWO - u.two)); /* of 2^-52 */
    const uint64_t n = cnn_product(units, CNN_STEPS_IN_ONE).high >> 39;
    const words point = u.two > 0 ? left(u.fraction, u.two) : right(u.fraction, -u.two);
    const words lack = series_exp(difference(point, steps_fraction(n)));
    const words whole = root_of_two((unsigned)((STEPS - n % STEPS) % STEPS));
    const int twos = (int)((n + STEPS - 1) / STEPS);
    number result = normal(difference(whole, product(whole, lack)), 1 - twos, false);
    result.error = EXP_ERROR + (u.error > 0 ? scaled(u.error, u.two) : 0);
    return result;
}

/* ---- log ------------------------------------------------------------------------------------- */

/* log2 m, for m from 1/2 to 1, within 2^-18: 2 artanh((m - 1/sqrt 2)/(m + 1/sqrt 2))/ln 2 - 1/2. */
static inline double rough_log2(double m) {
    const double half_root = 0x1.6a09e667f3bcdp-1, s = (m - half_root) / (m + half_root);
    return 0x1.71547652b82fep+1 * s * (1 + s * s * (1.0 / 3 + s * s * (1.0 / 5))) - 0.5;
}

/* ln x = n ln 2/4096 + ln(1 + r), where n steps down, to the nearest, take x to 1 + r. Beside 1
 * there are none, and r is exact: so the logarithm keeps its bits where it is small. Elsewhere what
 * 1 + r is off by is told as a part of n ln 2/4096. */
static inline number logarithm(double x) {
    const number m = of(x);
    const double guess = rough_log2(leading(m));
    const int n = STEPS * (m.two - 2) + (int)(STEPS * (guess + 2) + 0.5);
    const unsigned up = (unsigned)-n % STEPS;
    const number power = {root_of_two(up), 1 - (n + (int)up) / STEPS, ROOT_CUT, false};
    const number beside_1 = times(m, power);
    const bool below = beside_1.two < 1;
    const words r = below ? difference(single(0), beside_1.fraction)
                          : left(difference(beside_1.fraction, single(FIRST_BIT)), 1);
    number near = normal(r, 0, below);
    near.error = LOG_ERROR;
    const number factor = normal(series_log(r, below), 0, !below);
    const number ln2 = {cut((cnn_wide){cnn_ln2[0], cnn_ln2[1]}), 0, 2 * LAST_PLACE, false};
    const number whole = normal(single((uint64_t)(n < 0 ? -n : n)), 64 - 12, n < 0);
    number steps = times(whole, ln2);
    if (up != 0)
        steps.error += scaled(beside_1.error, 1 - steps.two);
    return plus(steps, plus(near, times(near, factor)));
}
