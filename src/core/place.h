/* Places on an axis: whole numbers that may be below 0. What would leave half the numbers is false,
 * so that a sum of two is always safe. */
#ifndef PLACE_H
#define PLACE_H

#include "whole.h"

/* The greatest common divisor of two numbers from 0, one of them above it. */
static inline int64_t place_divisor(int64_t a, int64_t b) {
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static inline int64_t place_size(int64_t a) {
    return a < 0 ? -a : a;
}

static inline bool place_times(int64_t *position, int64_t by) {
    int64_t product = whole_times(place_size(*position), place_size(by));

    if (product < 0 || product > CNN_MAX / 2)
        return false;
    *position = (*position < 0) == (by < 0) ? product : -product;
    return true;
}

static inline bool place_plus(int64_t *position, int64_t by) {
    if (place_size(by) > CNN_MAX / 2 || place_size(*position + by) > CNN_MAX / 2)
        return false;
    *position += by;
    return true;
}

/* Rounded down. */
static inline int64_t place_over(int64_t a, int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

#endif
