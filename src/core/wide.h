/* wide.h: sums and products of 64-bit words, in two words. */
#ifndef CNN_WIDE_H
#define CNN_WIDE_H

#include <stdint.h>

/* A function that counts modulo a power of two, for clang's checker of unsigned overflow. */
#ifdef __clang__
#define CNN_MODULAR __attribute__((no_sanitize("unsigned-integer-overflow")))
#else
#define CNN_MODULAR
#endif

/* high*2^64 + low */
typedef struct cnn_wide {
    uint64_t high, low;
} cnn_wide;

/* No step wraps, so that a checker of unsigned overflow has nothing to say. */
static inline cnn_wide cnn_sum_portable(uint64_t a, uint64_t b) {
    const uint64_t room = UINT64_MAX - b;
    if (a > room)
        return (cnn_wide){1, a - room - 1};
    return (cnn_wide){0, a + b};
}

/* By halves: Knuth, The Art of Computer Programming, volume 2, section 4.3.1, algorithm M. The
 * largest product of halves, (2^32 - 1)^2, leaves room for two more halves, so nothing wraps. */
static inline cnn_wide cnn_product_portable(uint64_t a, uint64_t b) {
    const uint64_t a_high = a >> 32, a_low = a & UINT32_MAX;
    const uint64_t b_high = b >> 32, b_low = b & UINT32_MAX;
    const uint64_t low = a_low * b_low;
    const uint64_t first = a_high * b_low + (low >> 32);
    const uint64_t second = a_low * b_high + (first & UINT32_MAX);
    const uint64_t high = a_high * b_high + (first >> 32) + (second >> 32);
    return (cnn_wide){high, (second & UINT32_MAX) << 32 | (low & UINT32_MAX)};
}

/* Modulo 2^128. */
static inline cnn_wide cnn_wide_sum_portable(cnn_wide a, cnn_wide b) {
    const cnn_wide low = cnn_sum_portable(a.low, b.low), high = cnn_sum_portable(a.high, b.high);
    return (cnn_wide){cnn_sum_portable(high.low, low.high).low, low.low};
}

/* a + (2^128 - 1 - b) + 1 */
static inline cnn_wide cnn_wide_difference_portable(cnn_wide a, cnn_wide b) {
    const cnn_wide nearly = cnn_wide_sum_portable(a, (cnn_wide){~b.high, ~b.low});
    return cnn_wide_sum_portable(nearly, (cnn_wide){0, 1});
}

#ifdef __SIZEOF_INT128__
__extension__ typedef unsigned __int128 cnn_uint128;

static inline cnn_wide cnn_wide_of(cnn_uint128 value) {
    return (cnn_wide){(uint64_t)(value >> 64), (uint64_t)value};
}

static inline cnn_uint128 cnn_uint128_of(cnn_wide value) {
    return (cnn_uint128)value.high << 64 | value.low;
}

static inline cnn_wide cnn_product(uint64_t a, uint64_t b) {
    return cnn_wide_of((cnn_uint128)a * b);
}

static inline cnn_wide cnn_sum(uint64_t a, uint64_t b) {
    return cnn_wide_of((cnn_uint128)a + b);
}

CNN_MODULAR static inline cnn_wide cnn_wide_sum(cnn_wide a, cnn_wide b) {
    return cnn_wide_of(cnn_uint128_of(a) + cnn_uint128_of(b));
}

CNN_MODULAR static inline cnn_wide cnn_wide_difference(cnn_wide a, cnn_wide b) {
    return cnn_wide_of(cnn_uint128_of(a) - cnn_uint128_of(b));
}
#else
static inline cnn_wide cnn_product(uint64_t a, uint64_t b) {
    return cnn_product_portable(a, b);
}

static inline cnn_wide cnn_sum(uint64_t a, uint64_t b) {
    return cnn_sum_portable(a, b);
}

static inline cnn_wide cnn_wide_sum(cnn_wide a, cnn_wide b) {
    return cnn_wide_sum_portable(a, b);
}

static inline cnn_wide cnn_wide_difference(cnn_wide a, cnn_wide b) {
    return cnn_wide_difference_portable(a, b);
}
#endif

/* a*2^n less what does not fit, for n below 128. A shift by 64 - n bits is one by 1 and one by
 * 63 - n, which there is for n = 0 too. */
static inline cnn_wide cnn_wide_left(cnn_wide a, int n) {
    if (n >= 64)
        return (cnn_wide){a.low << (n - 64), 0};
    return (cnn_wide){a.high << n | a.low >> 1 >> (63 - n), a.low << n};
}

/* a*b/2^64, cut */
static inline cnn_wide cnn_wide_part(cnn_wide a, uint64_t b) {
    return cnn_wide_sum(cnn_product(a.high, b), (cnn_wide){0, cnn_product(a.low, b).high});
}

/* a*b/2^128: what is left out, a.low*b.low and the second halves of two products, is below 3. */
static inline cnn_wide cnn_wide_product(cnn_wide a, cnn_wide b) {
    return cnn_wide_sum(cnn_wide_part(a, b.high), (cnn_wide){0, cnn_product(a.high, b.low).high});
}

#endif
