/* accurate.c: the sheet's functions in numbers of 512 bits, for what quick.c leaves open: values
 * that lie beside the middle of two doubles, and derivatives that nearly cancel. Nothing here is
 * quick.
 *
 * How near to the middle can a value be that is not in it? Where the first terms of a series end in
 * it, the next decides: sigmoid(x) = 1/2 + x/4 - x^3/48 + ... for x an odd multiple of 2^-52 or of
 * 2^-53, which is as near as 2^-164; c(1 + E)/x = (1 + b/2 - b^3/24 - ...)/x where 1/x is nearly
 * there and b/2 makes up for it, which is as near as 2^-323. Elsewhere digits are as if drawn by
 * lot, and of 2^128 pairs of doubles one should come as near as 2^-182. So 480 bits are counted on
 * to decide; that they do for every pair is not proved. */
#include "binary.h"
#include "constants.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

/* ---- Words --------------------------------------------------------------------------------- */

#define WORDS       CNN_LN2_WORDS
#define LAST_PLACE  0x1p-512
#define PRODUCT_CUT (4 * LAST_PLACE)
#define FUNCTION    static

#define FUNCTION_ERROR 0x1p-488 /* of a quotient, a root, an exp and a log */

typedef struct words {
    uint64_t at[WORDS];
} words;

static words single(uint64_t word) {
    return (words){{word}};
}

static uint64_t first(words a) {
    return a.at[0];
}

static bool rest(words a) {
    uint64_t any = 0;
    for (int i = 1; i < WORDS; i++)
        any |= a.at[i];
    return any != 0;
}

static words with_first(uint64_t word, words a) {
    a.at[0] = word;
    return a;
}

static bool less(words a, words b) {
    int i = 0;
    while (i < WORDS - 1 && a.at[i] == b.at[i])
        i++;
    return a.at[i] < b.at[i];
}

static int leading_zeros(words a) {
    int i = 0;
    while (a.at[i] == 0)
        i++;
    return 64 * i + cnn_leading_zeros(a.at[i]);
}

/* The word that begins n bits, below 64, after the first bit of `high`. */
static uint64_t between(uint64_t high, uint64_t low, int n) {
    return n == 0 ? high : high << n | low >> (64 - n);
}

static words left(words a, int n) {
    words result = single(0);
    for (int i = 0, from = n / 64; from < WORDS; i++, from++)
        result.at[i] = between(a.at[from], from + 1 < WORDS ? a.at[from + 1] : 0, n % 64);
    return result;
}

static words right(words a, int n) {
    words result = single(0);
    for (int i = WORDS - 1, from = i - n / 64; from >= 0; i--, from--)
        result.at[i] = n % 64 == 0
                           ? a.at[from]
                           : between(from > 0 ? a.at[from - 1] : 0, a.at[from], 64 - n % 64);
    return result;
}

static words sum(words a, words b, bool *carry) {
    uint64_t high = 0;
    for (int i = WORDS - 1; i >= 0; i--) {
        const cnn_wide some = cnn_sum(a.at[i], b.at[i]), all = cnn_sum(some.low, high);
        a.at[i] = all.low;
        high = some.high + all.high;
    }
    *carry = high != 0;
    return a;
}

CNN_MODULAR static words difference(words a, words b) {
    bool borrow = false;
    for (int i = WORDS - 1; i >= 0; i--) {
        const uint64_t word = a.at[i] - b.at[i] - borrow;
        borrow = a.at[i] < b.at[i] || (borrow && a.at[i] == b.at[i]);
        a.at[i] = word;
    }
    return a;
}

static words product(words a, words b) {
    uint64_t all[2 * WORDS] = {0};
    for (int i = WORDS - 1; i >= 0; i--) {
        uint64_t carry = 0;
        for (int j = WORDS - 1; j >= 0; j--) {
            const cnn_wide term = cnn_product(a.at[i], b.at[j]);
            const cnn_wide some = cnn_sum(term.low, all[i + j + 1]),
                           whole = cnn_sum(some.low, carry);
            all[i + j + 1] = whole.low;
            carry = term.high + some.high + whole.high;
        }
        all[i] = carry;
    }
    words result;
    memcpy(result.at, all, sizeof result.at);
    return result;
}

#include "number.h"

/* ---- Quotients and roots --------------------------------------------------------------------- */

/* a/n, for n from 1 to 2^32. The remainder and half a word are divided at a time. */
static number over(number a, uint64_t n) {
    uint64_t left_over = 0;
    for (int i = 0; i < WORDS; i++) {
        const uint64_t high = left_over << 32 | a.fraction.at[i] >> 32;
        const uint64_t low = high % n << 32 | (a.fraction.at[i] & UINT32_MAX);
        a.fraction.at[i] = high / n << 32 | low / n;
        left_over = low % n;
    }
    return normal(a.fraction, a.two, a.negative);
}

#define DOUBLINGS 4 /* 2^-50, 2^-100, 2^-200, 2^-400, 2^-800 */

/* Newton's iteration: r + r (1 - r a). Errors there matter to the next round, not after. */
static number inverse(number a) {
    number r = of(1 / leading(a));
    r.two -= a.two;
    for (int i = 0; i < DOUBLINGS; i++)
        r = plus(r, times(r, minus(of(1), times(r, a))));
    r.error = a.error + FUNCTION_ERROR;
    return r;
}

/* The same: r + r (1 - r^2 a)/2, for an a from 1/4 to below 1 by an even power of two. */
static number root(double x, number *one_over) {
    const number a = of(x);
    const int odd = a.two & 1, half = (a.two + odd) / 2;
    const number m = times_two_to(a, -2 * half);
    number r = of(1 / sqrt(odd ? leading(a) / 2 : leading(a)));
    for (int i = 0; i < DOUBLINGS; i++)
        r = plus(r, times_two_to(times(r, minus(of(1), times(times(r, r), m))), -1));
    r.error = FUNCTION_ERROR;
    *one_over = times_two_to(r, -half);
    return times(*one_over, a);
}

/* ---- exp and log ----------------------------------------------------------------------------- */

static number ln2(void) {
    number result = {.two = 0};
    memcpy(result.fraction.at, cnn_ln2, sizeof cnn_ln2);
    return result;
}

static number whole(int n) {
    number result = of(fabs((double)n));
    result.negative = n < 0;
    return result;
}

#define SQUARINGS 16
#define EXP_TERMS 26  /* r^27/27! is below 2^-530, for r below 2^-16.5 */
#define LOG_TERMS 100 /* s^202 is below 2^-510, for s up to 3 - 2 sqrt 2 */

/* e^-u = 2^-n (e^-r)^(2^16), with u = n ln 2 + 2^16 r. A guess at n will do. */
static number exponential(number u) {
    if (u.two > LAST_TWO)
        return zero();
    const words units = right(u.fraction, LAST_TWO - u.two); /* of 2^-52 */
    const int n = (int)((double)(first(units) >> 11) * 0x1p-41 / 0x1.62e42fefa39efp-1);
    const number r = times_two_to(minus(u, times(whole(n), ln2())), -SQUARINGS);
    number result = of(1);
    for (int i = EXP_TERMS; i > 0; i--) /* 1 - r (1 - r/2 (1 - r/3 (...))) */
        result = minus(of(1), over(times(r, result), (uint64_t)i));
    for (int i = 0; i < SQUARINGS; i++)
        result = times(result, result);
    result.two -= n;
    result.error = FUNCTION_ERROR + scaled(u.error, u.two);
    return result;
}

/* ln x = n ln 2 + 2 artanh s, with s = (m - 1)/(m + 1) for an m from 1/sqrt 2 to sqrt 2. */
static number logarithm(double x) {
    number m = of(x);
    const int n = leading(m) < 0x1.6a09e667f3bcdp-1 ? m.two - 1 : m.two;
    m.two -= n;
    const number s = times(minus(m, of(1)), inverse(plus(m, of(1)))), square = times(s, s);
    number result = zero();
    for (int i = LOG_TERMS; i >= 0; i--) /* 1 + s^2 (1/3 + s^2 (1/5 + ...)) */
        result = plus(over(of(1), 2 * (uint64_t)i + 1), times(square, result));
    result = plus(times(whole(n), ln2()), times_two_to(times(s, result), 1));
    result.error = FUNCTION_ERROR;
    return result;
}

#define CLOSED(name) cnn_accurate_##name
#include "closed.h"
