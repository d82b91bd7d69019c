/* Exact arithmetic of counts. A count is from 0 to CNN_MAX, or WHOLE_BEYOND where it would be
 * larger; whatever is made of one that is beyond is beyond too. */
#ifndef WHOLE_H
#define WHOLE_H

#include "cnncalc.h"

#define WHOLE_BEYOND ((int64_t)-1)

static inline int64_t whole_plus(int64_t a, int64_t b) {
    if (a < 0 || b < 0 || a > CNN_MAX - b)
        return WHOLE_BEYOND;
    return a + b;
}

static inline int64_t whole_times(int64_t a, int64_t b) {
    if (a < 0 || b < 0 || (a != 0 && b > CNN_MAX / a))
        return WHOLE_BEYOND;
    return a * b;
}

/* a from 0 divided by b from 1, rounded up. */
static inline int64_t whole_over(int64_t a, int64_t b) {
    return a / b + (a % b != 0 ? 1 : 0);
}

/* Cells that a filter spans, where that is known not to be beyond. */
static inline int64_t axis_extent(const cnn_axis *axis) {
    return axis->d * (axis->F - 1) + 1;
}

#endif
