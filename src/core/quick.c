/* quick.c: the sheet's functions in numbers of 128 bits, about 100 of which are right: they settle
 * all but one question in some 2^33. */
#include "binary.h"
#include "constants.h"

#include <stdbool.h>

/* ---- Words --------------------------------------------------------------------------------- */

#define LAST_PLACE  0x1p-128
#define PRODUCT_CUT (16 * LAST_PLACE)
#define FUNCTION    static inline

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

static inline words with_first(uint64_t word, words a) {
    a.high = word;
    return a;
}

static inline bool less(words a, words b) {
    return a.high < b.high || (a.high == b.high && a.low < b.low);
}

static inline words left(words a, int n) {
    return cnn_wide_left(a, n);
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

static inline words product(words a, words b) {
    return cnn_wide_product(a, b);
}

static inline int leading_zeros(words a) {
    return a.high != 0 ? cnn_leading_zeros(a.high) : 64 + cnn_leading_zeros(a.low);
}

static inline cnn_wide wide(words a) {
    return a;
}

static inline words cut(cnn_wide a) {
    return a;
}

/* ---- Series -------------------------------------------------------------------------------- */

#define INVERSE_ERROR 0x1p-98
#define ROOT_CUT      (32 * LAST_PLACE)
#define EXP_ERROR     0x1p-98
#define LOG_ERROR     0x1p-101

static inline words over_factorial(int n) {
    return cnn_inverse_factorials[n - 2];
}

/* 1 - e^-r, for r below 2^-12.5: r - r^2 (1/2! - r (1/3! - ... r/6!)). What is left out, r^7/7!, is
 * below 2^-99.8. From 1/3! on a word is enough: its error, below 2^-63, comes with r^3. */
static inline words series_exp(words r) {
    uint64_t word = over_factorial(6).high;
    for (int i = 5; i >= 3; i--)
        word = over_factorial(i).high - cnn_product(r.high, word).high;
    const words value = difference(over_factorial(2), cnn_wide_part(r, word));
    return difference(r, product(r, product(r, value)));
}

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
    words value = cnn_wide_part(r, word);
    bool carry;
    for (int i = 3; i >= 2; i--) {
        value = negative ? sum(one_over(i), value, &carry) : difference(one_over(i), value);
        value = product(r, value);
    }
    return value;
}

#include "elementary.h"

#define CLOSED(name) cnn_quick_##name
#include "closed.h"
