/* binary.h: the bits of a double, and rounding to them. */
#ifndef CNN_BINARY_H
#define CNN_BINARY_H

#include <stdbool.h>
#include <stdint.h>

/* The bits of a double: a sign, 11 bits of exponent, 52 bits of the significand. */
#define CNN_FRACTION_BITS 52
#define CNN_LEADING_BIT   (UINT64_C(1) << CNN_FRACTION_BITS)
#define CNN_SIGN_BIT      (UINT64_C(1) << 63)
#define CNN_INFINITE_BITS (UINT64_C(0x7FF) << CNN_FRACTION_BITS)

/* A double is significand*2^two. */
typedef struct cnn_binary {
    uint64_t significand;
    int two;
} cnn_binary;

static inline cnn_binary cnn_binary_of(uint64_t bits) {
    const uint64_t fraction = bits & (CNN_LEADING_BIT - 1);
    const int exponent = (int)(bits >> CNN_FRACTION_BITS & 0x7FF);
    if (exponent == 0)
        return (cnn_binary){fraction, -1074};
    return (cnn_binary){fraction | CNN_LEADING_BIT, exponent - 1075};
}

/* Zero bits before the first one bit of a word that is not 0. */
static inline int cnn_leading_zeros_portable(uint64_t word) {
    int zeros = 0;
    for (int width = 32; width > 0; width /= 2)
        if (word >> (64 - width) == 0) {
            zeros += width;
            word <<= width;
        }
    return zeros;
}

static inline int cnn_leading_zeros(uint64_t word) {
#ifdef __GNUC__
    return __builtin_clzll(word);
#else
    return cnn_leading_zeros_portable(word);
#endif
}

/* The nearest integer to (word + rest)/2^bits, ties to even, where 0 < rest < 1 if `tail` is set
 * and else rest is 0. bits is from 1 to 64. No branch: which way it goes no processor can guess. */
static inline uint64_t cnn_round_off(uint64_t word, bool tail, int bits) {
    const uint64_t kept = bits < 64 ? word >> bits : 0;
    const uint64_t half = UINT64_C(1) << (bits - 1);
    const uint64_t rest = word & (half - 1 + half);
    return kept + (rest > half - (tail | (kept & 1)));
}

/* The bits of a word whose first bit is set that no double of the size of word*2^two holds: 11, and
 * more below the normal doubles. */
static inline int64_t cnn_bits_out(int64_t two) {
    const int64_t top = two + 63; /* 2^top is the place of the first bit */
    return top < -1022 ? 11 - 1022 - top : 11;
}

/* The bits of the double nearest to (word + rest)*2^two, ties to even, where 0 < rest < 1 if `tail`
 * is set and else rest is 0; for a word whose first bit is set. A significand that rounds up to the
 * next power of two carries into the exponent, which makes the next double all the same. */
static inline uint64_t cnn_nearest_to_normal(uint64_t word, bool tail, int64_t two) {
    const int64_t out = cnn_bits_out(two);
    if (two > 1023 - 63)
        return CNN_INFINITE_BITS;
    if (out > 64)
        return 0;
    const uint64_t significand = cnn_round_off(word, tail, (int)out);
    return out > 11 ? significand
                    : ((uint64_t)(two + 63 + 1022) << CNN_FRACTION_BITS) + significand;
}

/* The same for any word that is not 0. With a rest, it has at least 60 bits. */
static inline uint64_t cnn_nearest_to_binary(uint64_t word, bool tail, int64_t two) {
    const int zeros = cnn_leading_zeros(word);
    return cnn_nearest_to_normal(word << zeros, tail, two - zeros);
}

#endif
