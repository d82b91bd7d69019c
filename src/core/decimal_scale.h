/* decimal_scale.h: what reading and writing decimals have in common: a word times a power of ten,
 * from below and from above, and rounding.
 *
 * A product with a power that was cut to 128 bits is not exact, but both ends of the interval that
 * holds the exact one are known. Rounding keeps order: where both ends round to the same number,
 * so does all between them. Only where they do not is the exact value needed. */
#ifndef CNN_DECIMAL_SCALE_H
#define CNN_DECIMAL_SCALE_H

#include "binary.h"
#include "powers.h"
#include "wide.h"

/* floor(value/2^bits), where C leaves a right shift of negative numbers to the compiler. */
static inline int cnn_floor_shift(int value, int bits) {
    return value >= 0 ? value >> bits : -((-value - 1) >> bits) - 1;
}

/* floor(log2(10^ten)), for every power of the table. 217706/2^16 is log2(10), rounded. */
static inline int cnn_log2_of_power(int ten) {
    return cnn_floor_shift(217706 * ten, 16);
}

/* floor(log10(2^two)), or of 3/4 of that, for every binary exponent of a double. 315653/2^20 is
 * log10(2), rounded, and 131008/2^20 is near enough to log10(4/3). */
static inline int cnn_log10_of_binary(int two, bool three_quarters) {
    return cnn_floor_shift(315653 * two - (three_quarters ? 131008 : 0), 20);
}

/* high*2^128 + middle*2^64 + low */
typedef struct cnn_scaled {
    uint64_t high, middle, low;
} cnn_scaled;

typedef enum cnn_bound { CNN_BELOW, CNN_ABOVE } cnn_bound;

/* The bits of 5^n, and so of 10^n, fit in the table's 128 up to this n. */
#define CNN_POWER_EXACT 55

/* word*10^ten/2^(e - 127), with e = cnn_log2_of_power(ten): a bound of it from below or above, no
 * more than `word` units off, and the thing itself where the power is exact. */
static inline cnn_scaled cnn_scale(uint64_t word, int ten, cnn_bound bound) {
    const cnn_power power = cnn_powers[ten - CNN_POWER_LEAST];
    const cnn_wide upper = cnn_product(word, power.high), lower = cnn_product(word, power.low);
    const cnn_wide middle = cnn_sum(upper.low, lower.high);
    const cnn_scaled below = {upper.high + middle.high, middle.low, lower.low};
    if (bound == CNN_BELOW || (0 <= ten && ten <= CNN_POWER_EXACT))
        return below;
    const cnn_wide low = cnn_sum(below.low, word), carry = cnn_sum(below.middle, low.high);
    return (cnn_scaled){below.high + carry.high, carry.low, low.low};
}

#endif
