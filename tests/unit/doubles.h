/* doubles.h: doubles and their bits, and random ones, the same in every run. */
#ifndef DOUBLES_H
#define DOUBLES_H

#include "wide.h"
#include <math.h>
#include <stdint.h>
#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014. */
static inline uint64_t random_word(void) {
    static uint64_t state = 0;
    state = cnn_sum(state, UINT64_C(0x9E3779B97F4A7C15)).low;
    uint64_t word = state;
    word = cnn_product(word ^ word >> 30, UINT64_C(0xBF58476D1CE4E5B9)).low;
    word = cnn_product(word ^ word >> 27, UINT64_C(0x94D049BB133111EB)).low;
    return word ^ word >> 31;
}

static inline int random_below(int count) {
    return (int)(random_word() % (uint64_t)count);
}

static inline uint64_t bits_of(double value) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof value);
    return bits;
}

static inline double double_of(uint64_t bits) {
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static inline double random_double(void) {
    double value;
    do
        value = double_of(random_word());
    while (!isfinite(value));
    return value;
}

#endif
