/* glance.c: the sheet's functions in numbers of 64 bits, some five of which are wrong: they settle
 * all but one question in some 20, in a third of the time. To settle or to ask again: A. Ziv, "Fast
 * evaluation of elementary mathematical functions with correctly rounded last bit", ACM
 * Transactions on Mathematical Software 17(3), 1991. */
#include "binary.h"
#include "constants.h"

#include <stdbool.h>

/* ---- Words --------------------------------------------------------------------------------- */

#define LAST_PLACE  0x1p-64
#define PRODUCT_CUT (4 * LAST_PLACE)
#define FUNCTION    static inline

typedef uint64_t words;

static inline words single(uint64_t word) {
    return word;
}

static inline uint64_t first(words a) {
    return a;
}

static inline bool rest(words a) {
    (void)a;
    return false;
}

static inline words with_first(uint64_t word, words a) {
    (void)a;
    return word;
}

static inline bool less(words a, words b) {
    return a < b;
}

static inline words left(words a, int n) {
    return a << n;
}

static inline words right(words a, int n) {
    return n < 64 ? a >> n : 0;
}

static inline words sum(words a, words b, bool *carry) {
    const cnn_wide all = cnn_sum(a, b);
    *carry = all.high != 0;
    return all.low;
}

CNN_MODULAR static inline words difference(words a, words b) {
    return a - b;
}

static inline words product(words a, words b) {
    return cnn_product(a, b).high;
}

static inline int leading_zeros(words a) {
    return cnn_leading_zeros(a);
}

static inline cnn_wide wide(words a) {
    return (cnn_wide){a, 0};
}

static inline words cut(cnn_wide a) {
    return a.high;
}

/* ---- Series -------------------------------------------------------------------------------- */

#define INVERSE_ERROR (0x1p-99 + 2 * LAST_PLACE)
#define ROOT_CUT      (3 * LAST_PLACE)

/* r and lack are off by one and by two last places, and so is what is left out of the series; the
 * root of two by one, and so is its product: e^-u, which may be a little below 1/2, by 3. */
#define EXP_ERROR (7 * LAST_PLACE)

/* r - r^2 (1/2! - r (1/3! - r/4!)). What is left out, r^5/5!, is below 2^-69. */
static inline words series_exp(words r) {
    const words third = cnn_inverse_factorials[1].high, fourth = cnn_inverse_factorials[2].high;
    const words value = (UINT64_C(1) << 63) - product(r, third - product(r, fourth));
    return r - product(r, product(r, value));
}

#define LOG_ERROR (2 * LAST_PLACE)

/* r (1/2 - r (1/3 - r (1/4 - r/5))), or where r is negative the same of |r| with plus signs. What
 * is left out, r^5/6, is below 2^-69. */
static inline words series_log(words r, bool negative) {
    words value = 0;
    for (int i = 5; i >= 2; i--) {
        const words term = cnn_inverses[i - 2].high;
        value = product(r, negative ? term + value : term - value);
    }
    return value;
}

#include "elementary.h"

#define CLOSED(name) cnn_glance_##name
#include "closed.h"
