/* Exact arithmetic of counts. A count is from 0 to CNN_MAX, or WHOLE_BEYOND where it would be
 * larger; whatever is made of one that is beyond is beyond too.
 *
 * What stands in comments that begin with @ is proved, of all arguments: see PROOFS in cnncalc(3).
 * There numbers have no bounds, and / rounds towards 0. */
#ifndef WHOLE_H
#define WHOLE_H

#include "cnncalc.h"

#define WHOLE_BEYOND ((int64_t)-1)

/*@ logic integer held(integer count) = 0 <= count <= CNN_MAX ? count : WHOLE_BEYOND;

    lemma quotient: \forall integer n, q, r, b;
      0 <= q && 0 <= r < b && n == q * b + r ==> n / b == q && n % b == r;

    lemma quotient_at_least: \forall integer n, q, b;
      0 <= q && 1 <= b && q * b <= n ==> q <= n / b;
*/

/*@ assigns \nothing;
    behavior counts: assumes a >= 0 && b >= 0; ensures \result == held(a + b);
    behavior beyond: assumes a < 0 || b < 0; ensures \result == WHOLE_BEYOND;
    complete behaviors; disjoint behaviors;
*/
static inline int64_t whole_plus(int64_t a, int64_t b) {
    if (a < 0 || b < 0 || a > CNN_MAX - b)
        return WHOLE_BEYOND;
    return a + b;
}

/*@ assigns \nothing;
    behavior counts: assumes a >= 0 && b >= 0; ensures \result == held(a * b);
    behavior beyond: assumes a < 0 || b < 0; ensures \result == WHOLE_BEYOND;
    complete behaviors; disjoint behaviors;
*/
static inline int64_t whole_times(int64_t a, int64_t b) {
    if (a < 0 || b < 0 || (a != 0 && b > CNN_MAX / a))
        return WHOLE_BEYOND;
    return a * b;
}

/* a from 0 divided by b from 1, rounded up. */
/*@ requires a >= 0 && b >= 1;
    assigns \nothing;
    ensures 0 <= \result && (\result - 1) * b < a <= \result * b;
*/
static inline int64_t whole_over(int64_t a, int64_t b) {
    return a / b + (a % b != 0 ? 1 : 0);
}

/*@ logic integer extent(integer d, integer F) = d * (F - 1) + 1;
    lemma extent_of_one: \forall integer d, F; 1 <= d && 1 <= F ==> 1 <= extent(d, F);
*/

/* Cells that a filter spans, where that is known not to be beyond. */
/*@ requires \valid_read(axis) && axis->d >= 1 && axis->F >= 1;
    requires extent(axis->d, axis->F) <= CNN_MAX;
    assigns \nothing;
    ensures \result == extent(axis->d, axis->F);
*/
static inline int64_t axis_extent(const cnn_axis *axis) {
    return axis->d * (axis->F - 1) + 1;
}

#endif
