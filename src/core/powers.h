/* powers.h: the leading 128 bits of the powers of ten, for reading and writing decimals. */
#ifndef CNN_POWERS_H
#define CNN_POWERS_H

#include <stdint.h>

#define CNN_POWER_LEAST (-342)
#define CNN_POWER_MOST  340

/* 10^n from 2^e up, below 2^(e + 1), is cut to floor(10^n / 2^(e - 127)), so the first bit is 1. */
typedef struct cnn_power {
    uint64_t high, low;
} cnn_power;

/* 10^n is at index n - CNN_POWER_LEAST. */
extern const cnn_power cnn_powers[CNN_POWER_MOST - CNN_POWER_LEAST + 1];

#endif
