/* quick.c: the sheet's functions in numbers of 128 bits, about 100 of which are right: they settle
 * all but one question in some 2^33. Integers make them, and a double is only ever a first guess,
 * whose error is made up for: so nothing depends on the compiler, the processor or its libraries.
 *
 * exp and log by tables: P. T. P. Tang, "Table-driven implementation of the exponential function in
 * IEEE floating-point arithmetic", ACM Transactions on Mathematical Software 15(2), 1989, and the
 * same of the logarithm, 16(4), 1990. To settle or to ask again: A. Ziv, "Fast evaluation of
 * elementary mathematical functions with correctly rounded last bit", 17(3), 1991. */
#include "binary.h"
#include "constants.h"

#include <math.h>
#include <stdbool.h>

/* ---- Words --------------------------------------------------------------------------------- */

#define PRECISION 90
#define FUNCTION  static inline

typedef cnn_wide words;

static inline words single(uint64_t word) {
    return (words){word, 0};
}

static inline uint64_t first(words a) {
    return a.high;
}

static inline bool rest(words a) {
    return a.low != 0;
}

static inline words without_first(words a) {
    a.high = 0;
    return a;
}

static inline bool less(words a, words b) {
    return a.high < b.high || (a.high == b.high && a.low < b.low);
}

/* A shift by 64 - n bits is one by 1 and one by 63 - n, which there is for n = 0 too. */
static inline words left(words a, int n) {
    if (n >= 64)
        return (words){a.low << (n - 64), 0};
    return (words){a.high << n | a.low >> 1 >> (63 - n), a.low << n};
}

static inline words right(words a, int n) {
    if (n >= 64)
        return (words){0, n < 128 ? a.high >> (n - 64) : 0};
    return (words){a.high >> n, a.high << 1 << (63 - n) | a.low >> n};
}

static inline words sum(words a, words b, bool *carry) {
    const words all = cnn_wide_sum(a, b);
    *carry = less(all, a);
    return all;
}

static inline words difference(words a, words b) {
    return cnn_wide_difference(a, b);
}

/* a*b/2^64, cut */
static inline words part(words a, uint64_t b) {
    const cnn_wide high = cnn_product(a.high, b);
    return cnn_wide_sum(high, (words){0, cnn_product(a.low, b).high});
}

/* What is left out, a.low*b.low and the second halves of two products, is below 3 units. */
static inline words product(words a, words b) {
    const words by_high = part(a, b.high);
    return cnn_wide_sum(by_high, (words){0, cnn_product(a.high, b.low).high});
}

static inline int leading_zeros(words a) {
    return a.high != 0 ? cnn_leading_zeros(a.high) : 64 + cnn_leading_zeros(a.low);
}

#include "number.h"

/* ---- Quotients and roots --------------------------------------------------------------------- */

/* One step of Newton's iteration, from a guess r*2^-62 that is a little too small, so that nothing
 * is negative: r + r e, with e = 1 - r a, is off by e^2, and r + r e/2, with e = 1 - r^2 a, by
 * 3e^2/8. Both e are below 2^-49.6: what the guess is made smaller by, and four roundings of
 * doubles. */
static inline number inverse(number a) {
    const double guess = 0x1p125 * (1 - 0x1p-50) / (double)(int64_t)(a.fraction.high >> 1);
    const uint64_t r = (uint64_t)(int64_t)guess;
    const words e = difference(single(FIRST_BIT / 2), part(a.fraction, r)); /* in units of 2^-126 */
    bool carry;
    return normal(sum(single(r), part(left(e, 2), r), &carry), 2 - a.two, false);
}

/* sqrt x and 1/sqrt x, for x > 0: from x by an even power of two, which is from 1/4 to below 1. */
static inline number root(double x, number *one_over) {
    const number a = of(x);
    const int odd = a.two & 1, two = (a.two + odd) / 2;
    const uint64_t word = a.fraction.high >> odd;
    const double guess = 0x1p62 * (1 - 0x1p-51) / sqrt((double)(int64_t)(word >> 1) * 0x1p-63);
    const uint64_t r = (uint64_t)(int64_t)guess;
    const words square = part(single(r), r);                               /* in units of 2^-124 */
    const words e = difference(single(FIRST_BIT / 8), part(square, word)); /* likewise */
    bool carry;
    *one_over = normal(sum(single(r), part(left(e, 3), r), &carry), 2 - two, false);
    return times(*one_over, a);
}

/* ---- exp ------------------------------------------------------------------------------------- */

#define STEPS 4096 /* 2^(1/4096) is a step */

/* 2^(n/4096), with n from 0 to 4095, as a fraction of 2. */
static inline words root_of_two(unsigned n) {
    return left(product(cnn_coarse_roots[n / 64], cnn_fine_roots[n % 64]), 1);
}

/* The part after the point of n ln 2/4096, for an n below 2^25, cut by less than 2^-115. */
static inline words steps_fraction(uint64_t n) {
    const cnn_wide high = cnn_product(cnn_ln2[0], n), low = cnn_product(cnn_ln2[1], n);
    const cnn_wide upper = cnn_wide_sum(high, (words){0, low.high}); /* in units of 2^-64 */
    return (words){upper.high << 52 | upper.low >> 12, upper.low << 52 | low.low >> 12};
}

static inline words over_factorial(int n) {
    return cnn_inverse_factorials[n - 2];
}

/* 1 - e^-r, for r below 2^-12.5: r - r^2 (1/2! - r (1/3! - ... r/6!)). What is left out, r^7/7!, is
 * below 2^-99.8. From 1/3! on a word is enough: its error, below 2^-63, comes with r^3. */
static inline words series_exp(words r) {
    uint64_t word = over_factorial(6).high;
    for (int i = 5; i >= 3; i--)
        word = over_factorial(i).high - cnn_product(r.high, word).high;
    const words value = difference(over_factorial(2), part(r, word));
    return difference(r, product(r, product(r, value)));
}

/* e^-u = 2^(-n/4096) e^-r, where n steps of ln 2/4096 leave r: all that there are, or all but one
 * where they leave next to nothing, since n is cut. What n ln 2/4096 is cut by leaves r positive.
 */
static inline number exponential(number u) {
    if (u.two > LAST_TWO)
        return zero();
    const uint64_t units = right(u.fraction, LAST_TWO - u.two).high; /* of 2^-52 */
    const uint64_t n = cnn_product(units, CNN_STEPS_IN_ONE).high >> 39;
    const words point = u.two > 0 ? left(u.fraction, u.two) : right(u.fraction, -u.two);
    const words lack = series_exp(difference(point, steps_fraction(n)));
    const words whole = root_of_two((unsigned)(-n % STEPS));
    const int twos = (int)((n + STEPS - 1) / STEPS);
    return normal(difference(whole, product(whole, lack)), 1 - twos, false);
}

/* ---- log ------------------------------------------------------------------------------------- */

static inline words one_over(int n) {
    return cnn_inverses[n - 2];
}

/* (r - ln(1 + r))/r, for |r| below 2^-13.4: r (1/2 - r (1/3 - ... r/8)), or where r is negative the
 * same of |r| with plus signs. What is left out, r^8/9, is below 2^-110. From 1/4 on a word is
 * enough: its error, below 2^-63, comes with r^3. */
static inline words series_log(words r, bool negative) {
    uint64_t word = one_over(8).high;
    for (int i = 7; i >= 4; i--) {
        const uint64_t term = cnn_product(r.high, word).high;
        word = negative ? one_over(i).high + term : one_over(i).high - term;
    }
    words value = part(r, word);
    bool carry;
    for (int i = 3; i >= 2; i--) {
        value = negative ? sum(one_over(i), value, &carry) : difference(one_over(i), value);
        value = product(r, value);
    }
    return value;
}

/* log2 m, for m from 1/2 to 1, within 2^-18: 2 artanh((m - 1/sqrt 2)/(m + 1/sqrt 2))/ln 2 - 1/2. */
static inline double rough_log2(double m) {
    const double half_root = 0x1.6a09e667f3bcdp-1, s = (m - half_root) / (m + half_root);
    return 0x1.71547652b82fep+1 * s * (1 + s * s * (1.0 / 3 + s * s * (1.0 / 5))) - 0.5;
}

/* ln x = n ln 2/4096 + ln(1 + r), where n steps down, to the nearest, take x to 1 + r. Beside 1
 * there are none, and r is exact: so the logarithm keeps its bits where it is small. */
static inline number logarithm(double x) {
    const number m = of(x);
    const double guess = rough_log2((double)(m.fraction.high >> 11) * 0x1p-53);
    const int n = STEPS * (m.two - 2) + (int)(STEPS * (guess + 2) + 0.5);
    const unsigned up = (unsigned)-n % STEPS;
    const number scaled = times(m, (number){root_of_two(up), 1 - (n + (int)up) / STEPS, 0, false});
    const bool below = scaled.two < 1;
    const words r = below ? difference(single(0), scaled.fraction)
                          : left(difference(scaled.fraction, single(FIRST_BIT)), 1);
    const number near = normal(r, 0, below), factor = normal(series_log(r, below), 0, !below);
    const number ln2 = {{cnn_ln2[0], cnn_ln2[1]}, 0, 0, false};
    const number steps = normal(single((uint64_t)(n < 0 ? -n : n)), 64 - 12, n < 0);
    return plus(times(steps, ln2), plus(near, times(near, factor)));
}

#define CLOSED(name) cnn_quick_##name
#include "closed.h"
