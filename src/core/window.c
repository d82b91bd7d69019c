/* One axis of a layer: how many windows, and where they lie. Exact for all inputs: every comparison
 * comes before the subtraction that it makes safe, and a sum that may be larger than an int64_t is
 * never formed, only divided part by part. */
#include "law.h"

/* ---- Division part by part ------------------------------------------------------------------- */

/*@ requires \valid_read(axis) && IN_RANGE;
    assigns \nothing;
    ensures \result == held(EXTENT);
*/
static int64_t held_extent(const cnn_axis *axis) {
    return whole_plus(whole_times(axis->d, axis->F - 1), 1);
}

/* Adds a part of the span to steps*S + rest. */
/*@ requires \valid(w) && part >= 0 && S >= 1;
    requires 0 <= w->rest < S && w->steps >= WHOLE_BEYOND;
    assigns w->steps, w->rest;
    ensures 0 <= w->rest < S && w->steps >= WHOLE_BEYOND;
    ensures \old(w->steps) == WHOLE_BEYOND ==> w->steps == WHOLE_BEYOND;
    ensures w->steps != WHOLE_BEYOND ==>
      w->steps * S + w->rest == \old(w->steps * S + w->rest) + part;
    ensures w->steps == WHOLE_BEYOND && \old(w->steps) != WHOLE_BEYOND ==>
      (CNN_MAX + 1) * S <= \old(w->steps * S + w->rest) + part;
*/
static void add_part(cnn_windows *w, int64_t part, int64_t S) {
    int64_t rest = part % S;
    //@ assert part == (part / S) * S + rest;
    w->steps = whole_plus(w->steps, part / S);
    /*@ assert w->steps != WHOLE_BEYOND ==>
          w->steps * S == \at(w->steps, Pre) * S + (part / S) * S; */
    /*@ assert w->steps == WHOLE_BEYOND && \at(w->steps, Pre) != WHOLE_BEYOND ==>
          (CNN_MAX + 1) * S <= \at(w->steps, Pre) * S + (part / S) * S; */
    if (rest >= S - w->rest) {
        w->steps = whole_plus(w->steps, 1);
        w->rest = rest - (S - w->rest);
    } else {
        w->rest += rest;
    }
}

/* a - b, or 0 where that is below. */
/*@ requires a >= 0 && b >= 0;
    assigns \nothing;
    ensures \result == above(a - b);
*/
static int64_t less(int64_t a, int64_t b) {
    return a > b ? a - b : 0;
}

/* Divides the span W - E + begin + end by S. False: the span is negative. */
/*@ requires \valid_read(axis) && IN_RANGE && \valid(w) && \separated(axis, w);
    requires w->E == EXTENT;
    assigns w->steps, w->rest;
    ensures \result <==> SPAN >= 0;
    ensures \result ==> 0 <= w->rest < axis->S && w->steps >= WHOLE_BEYOND;
    ensures \result && w->steps != WHOLE_BEYOND ==> SPAN == w->steps * axis->S + w->rest;
    ensures \result && w->steps == WHOLE_BEYOND ==> SPAN >= (CNN_MAX + 1) * axis->S;
*/
static bool divide_span(const cnn_axis *axis, cnn_windows *w) {
    int64_t input = less(axis->W, w->E), missing = less(w->E, axis->W);
    int64_t begin = less(axis->begin, missing);
    missing = less(missing, axis->begin);
    int64_t end = less(axis->end, missing);
    missing = less(missing, axis->end);

    w->steps = 0;
    w->rest = 0;
    //@ assert input + begin + end - missing == SPAN;
    if (missing > 0)
        return false;
    add_part(w, input, axis->S);
    //@ assert w->steps != WHOLE_BEYOND ==> w->steps * axis->S + w->rest == input;
    add_part(w, begin, axis->S);
    //@ assert w->steps != WHOLE_BEYOND ==> w->steps * axis->S + w->rest == input + begin;
    //@ assert w->steps == WHOLE_BEYOND ==> (CNN_MAX + 1) * axis->S <= input + begin;
    add_part(w, end, axis->S);
    return true;
}

/* ---- How many windows ------------------------------------------------------------------------ */

/* A window after the last whole stride would begin S - rest cells after the end of the padding,
 * counted back by E: beyond the input and its leading padding where E <= end + S - rest. */
/*@ requires \valid_read(w) && 0 <= w->rest < S && w->E >= 1 && w->end >= 0;
    assigns \nothing;
    ensures \result <==> w->E <= w->end + S - w->rest;
*/
static bool begins_beyond(const cnn_windows *w, int64_t S) {
    int64_t over = S - w->rest;
    return over >= w->E || w->end >= w->E - over;
}

/*@ requires \valid_read(w) && 0 <= w->rest < S && w->E >= 1 && w->end >= 0;
    assigns \nothing;
    ensures \result <==> w->rest != 0 &&
      (round == CNN_FULL || (round == CNN_CEIL && w->E > w->end + S - w->rest));
*/
static bool adds_window(const cnn_windows *w, cnn_round round, int64_t S) {
    if (w->rest == 0)
        return false;
    return round == CNN_FULL || (round == CNN_CEIL && !begins_beyond(w, S));
}

/* The rest that is not trailing padding; all of the input where the last window ends before it. */
/*@ requires \valid_read(axis) && \valid_read(w) && w->rest >= 0 && w->end >= 0;
    assigns \nothing;
    ensures \result == least(above(w->rest - w->end), axis->W);
*/
static int64_t left_over(const cnn_axis *axis, const cnn_windows *w) {
    int64_t cells = less(w->rest, w->end);
    return cells < axis->W ? cells : axis->W;
}

/* The last of the ceil(W/S) windows has `tail` cells of the input before it runs into padding. */
/*@ requires \valid_read(axis) && IN_RANGE && \valid(w) && \separated(axis, w);
    requires w->E == EXTENT;
    assigns w->out, w->begin, w->end, w->steps, w->rest, w->unused;
    ensures \result == CNN_OK;
    ensures rounded_up(w->out, axis->W, axis->S) && w->steps == w->out - 1;
    ensures w->begin + w->end == above((w->out - 1) * axis->S + EXTENT - axis->W);
    ensures padding != CNN_SAME_LOWER ==> w->begin == (w->begin + w->end) / 2;
    ensures padding == CNN_SAME_LOWER ==> w->end == (w->begin + w->end) / 2;
    ensures w->rest == w->unused == AFTER;
*/
static cnn_code window_same(const cnn_axis *axis, cnn_padding padding, cnn_windows *w) {
    int64_t out = whole_over(axis->W, axis->S);
    int64_t tail = axis->W - (out - 1) * axis->S;
    int64_t total = less(w->E, tail);
    int64_t half = total / 2;

    w->out = out;
    w->steps = out - 1;
    w->begin = padding == CNN_SAME_LOWER ? total - half : half;
    w->end = total - w->begin;
    w->rest = less(tail, w->E);
    w->unused = w->rest;
    return CNN_OK;
}

/*@ requires \valid_read(axis) && IN_RANGE && \valid(w) && \separated(axis, w);
    requires w->E == EXTENT && w->begin == axis->begin && w->end == axis->end;
    assigns w->out, w->steps, w->rest, w->unused;
    behavior too_wide:
      assumes SPAN < 0;
      ensures \result == CNN_TOO_WIDE && w->out == \old(w->out);
    behavior beyond:
      assumes SPAN >= 0 && SIZE > CNN_MAX;
      ensures \result == CNN_BEYOND && w->out == WHOLE_BEYOND;
    behavior sized:
      assumes SPAN >= 0 && SIZE <= CNN_MAX;
      ensures \result == (round == CNN_EXACT && SPAN % axis->S != 0 ? CNN_UNEVEN : CNN_OK);
      ensures w->out == SIZE && w->steps == SPAN / axis->S && w->rest == SPAN % axis->S;
      ensures w->unused == AFTER;
    complete behaviors; disjoint behaviors;
*/
static cnn_code window_padded(const cnn_axis *axis, cnn_round round, cnn_windows *w) {
    if (!divide_span(axis, w))
        return CNN_TOO_WIDE;
    //@ assert w->steps != WHOLE_BEYOND ==> w->steps == SPAN / axis->S && w->rest == SPAN % axis->S;
    //@ assert w->steps == WHOLE_BEYOND ==> SPAN / axis->S > CNN_MAX;

    bool added = adds_window(w, round, axis->S);
    /*@ assert w->steps != WHOLE_BEYOND ==>
          (added ? 1 : 0) == added(SPAN, axis->S, axis->begin + axis->W, round); */
    w->out = whole_plus(whole_plus(w->steps, 1), added ? 1 : 0);
    //@ assert w->out == held(SIZE);
    w->unused = added ? 0 : left_over(axis, w);
    //@ assert w->out != WHOLE_BEYOND ==> w->unused == AFTER;
    if (w->out == WHOLE_BEYOND)
        return CNN_BEYOND;
    return w->rest != 0 && round == CNN_EXACT ? CNN_UNEVEN : CNN_OK;
}

/*@ requires \valid_read(axis) && IN_RANGE && \valid(w) && \separated(axis, w);
    assigns *w;
    ensures w->E == held(EXTENT);

    behavior filter_beyond:
      assumes EXTENT > CNN_MAX;
      ensures \result == CNN_BEYOND && w->out == 0;

    behavior same:
      assumes EXTENT <= CNN_MAX && padding != CNN_PADDED;
      ensures \result == CNN_OK;
      ensures rounded_up(w->out, axis->W, axis->S) && w->steps == w->out - 1;
      ensures w->begin + w->end == above((w->out - 1) * axis->S + EXTENT - axis->W);
      ensures padding != CNN_SAME_LOWER ==> w->begin == (w->begin + w->end) / 2;
      ensures padding == CNN_SAME_LOWER ==> w->end == (w->begin + w->end) / 2;
      ensures w->rest == w->unused == AFTER;

    behavior too_wide:
      assumes EXTENT <= CNN_MAX && padding == CNN_PADDED && SPAN < 0;
      ensures \result == CNN_TOO_WIDE && w->out == 0;

    behavior size_beyond:
      assumes EXTENT <= CNN_MAX && padding == CNN_PADDED && SPAN >= 0 && SIZE > CNN_MAX;
      ensures \result == CNN_BEYOND && w->out == WHOLE_BEYOND;

    behavior uneven:
      assumes EXTENT <= CNN_MAX && padding == CNN_PADDED && SPAN >= 0 && SIZE <= CNN_MAX;
      assumes round == CNN_EXACT && SPAN % axis->S != 0;
      ensures \result == CNN_UNEVEN && w->begin == axis->begin && w->end == axis->end;
      ensures w->out == SIZE && w->steps == SPAN / axis->S && w->rest == SPAN % axis->S;
      ensures w->unused == AFTER;

    behavior fits:
      assumes EXTENT <= CNN_MAX && padding == CNN_PADDED && SPAN >= 0 && SIZE <= CNN_MAX;
      assumes round != CNN_EXACT || SPAN % axis->S == 0;
      ensures \result == CNN_OK && w->begin == axis->begin && w->end == axis->end;
      ensures w->out == SIZE && w->steps == SPAN / axis->S && w->rest == SPAN % axis->S;
      ensures w->unused == AFTER;

    complete behaviors; disjoint behaviors;
*/
cnn_code cnn_window(const cnn_axis *axis, cnn_padding padding, cnn_round round, cnn_windows *w) {
    *w = (cnn_windows){.E = held_extent(axis), .begin = axis->begin, .end = axis->end};
    if (w->E == WHOLE_BEYOND)
        return CNN_BEYOND;
    return padding != CNN_PADDED ? window_same(axis, padding, w) : window_padded(axis, round, w);
}

/* ---- Transposed ------------------------------------------------------------------------------ */

/* Takes what is missing out of a part; says how much is missing still. */
/*@ requires \valid(part) && *part >= 0 && missing >= 0;
    assigns *part;
    ensures *part == above(\old(*part) - missing);
    ensures \result == above(missing - \old(*part));
*/
static int64_t take(int64_t missing, int64_t *part) {
    int64_t taken = missing < *part ? missing : *part;
    *part -= taken;
    return missing - taken;
}

/* S*strides + part + filter + added cells. */
typedef struct made {
    int64_t strides, part, filter, added;
} made;

#define CELLS (S * m->strides + m->part + m->filter + m->added)

/* Takes padding away, from the smaller terms first and then from the strides. False: there are not
 * so many cells. */
/*@ requires \valid(m) && S >= 1 && pad >= 0;
    requires 0 <= m->strides && 0 <= m->part && 0 <= m->filter && 0 <= m->added;
    assigns *m;
    ensures 0 <= m->strides && 0 <= m->part && 0 <= m->filter && 0 <= m->added;
    ensures \result <==> pad <= \old(CELLS);
    ensures \result ==> CELLS == \old(CELLS) - pad;
*/
static bool take_padding(made *m, int64_t S, int64_t pad) {
    int64_t missing = take(take(take(pad, &m->part), &m->filter), &m->added);
    int64_t strides = whole_over(missing, S);

    if (m->strides < strides)
        return false;
    m->strides -= strides;
    if (strides > 0)
        m->part = S - (missing - (strides - 1) * S);
    return true;
}

/* With CNN_SAME, the padding that makes the size W*S, where the filter is wide enough for any. */
/*@ requires \valid_read(axis) && IN_RANGE && \valid(w) && \separated(axis, w);
    requires w->E == EXTENT;
    assigns w->begin, w->end, w->out;
    ensures w->out == held(axis->W * axis->S);
    ensures \result == (w->out == WHOLE_BEYOND ? CNN_BEYOND : CNN_OK);
    ensures w->begin + w->end == above(EXTENT - axis->S);
    ensures padding != CNN_SAME_LOWER ==> w->begin == (w->begin + w->end) / 2;
    ensures padding == CNN_SAME_LOWER ==> w->end == (w->begin + w->end) / 2;
*/
static cnn_code transposed_same(const cnn_axis *axis, cnn_padding padding, cnn_windows *w) {
    int64_t total = less(w->E, axis->S);
    int64_t half = total / 2;

    w->begin = padding == CNN_SAME_LOWER ? total - half : half;
    w->end = total - w->begin;
    w->out = whole_times(axis->W, axis->S);
    return w->out == WHOLE_BEYOND ? CNN_BEYOND : CNN_OK;
}

/* S(W - 1) + E + output_pad, less the padding, which is taken away first: only what is left need
 * fit an int64_t. */
/*@ requires \valid_read(axis) && IN_RANGE && \valid(w) && \separated(axis, w);
    requires w->E == EXTENT;
    assigns w->out;
    behavior empty:
      assumes PADDED < 1;
      ensures \result == CNN_EMPTY;
    behavior beyond:
      assumes PADDED > CNN_MAX;
      ensures \result == CNN_BEYOND && w->out == WHOLE_BEYOND;
    behavior sized:
      assumes 1 <= PADDED <= CNN_MAX;
      ensures \result == CNN_OK && w->out == PADDED;
    complete behaviors; disjoint behaviors;
*/
static cnn_code transposed_padded(const cnn_axis *axis, cnn_windows *w) {
    made m = {.strides = axis->W - 1, .filter = w->E, .added = axis->output_pad};
    int64_t S = axis->S;

    if (!take_padding(&m, S, axis->begin) || !take_padding(&m, S, axis->end))
        return CNN_EMPTY;
    //@ assert S * m.strides + m.part + m.filter + m.added == PADDED;
    w->out =
        whole_plus(whole_plus(whole_times(S, m.strides), m.part), whole_plus(m.filter, m.added));
    //@ assert w->out == held(PADDED);
    if (w->out == WHOLE_BEYOND)
        return CNN_BEYOND;
    return w->out == 0 ? CNN_EMPTY : CNN_OK;
}

/*@ requires \valid_read(axis) && IN_RANGE && \valid(w) && \separated(axis, w);
    assigns *w;
    ensures w->E == held(EXTENT);

    behavior wide_output_pad:
      assumes axis->output_pad >= axis->S && axis->output_pad >= axis->d;
      ensures \result == CNN_WIDE_OUTPUT_PAD;

    behavior filter_beyond:
      assumes (axis->output_pad < axis->S || axis->output_pad < axis->d) && EXTENT > CNN_MAX;
      ensures \result == CNN_BEYOND;

    behavior same:
      assumes (axis->output_pad < axis->S || axis->output_pad < axis->d) && EXTENT <= CNN_MAX;
      assumes padding != CNN_PADDED;
      ensures w->out == held(axis->W * axis->S);
      ensures \result == (w->out == WHOLE_BEYOND ? CNN_BEYOND : CNN_OK);
      ensures w->begin + w->end == above(EXTENT - axis->S);
      ensures padding != CNN_SAME_LOWER ==> w->begin == (w->begin + w->end) / 2;
      ensures padding == CNN_SAME_LOWER ==> w->end == (w->begin + w->end) / 2;

    behavior empty:
      assumes (axis->output_pad < axis->S || axis->output_pad < axis->d) && EXTENT <= CNN_MAX;
      assumes padding == CNN_PADDED && PADDED < 1;
      ensures \result == CNN_EMPTY;

    behavior size_beyond:
      assumes (axis->output_pad < axis->S || axis->output_pad < axis->d) && EXTENT <= CNN_MAX;
      assumes padding == CNN_PADDED && PADDED > CNN_MAX;
      ensures \result == CNN_BEYOND && w->out == WHOLE_BEYOND;

    behavior fits:
      assumes (axis->output_pad < axis->S || axis->output_pad < axis->d) && EXTENT <= CNN_MAX;
      assumes padding == CNN_PADDED && 1 <= PADDED <= CNN_MAX;
      ensures \result == CNN_OK && w->out == PADDED;
      ensures w->begin == axis->begin && w->end == axis->end;

    complete behaviors; disjoint behaviors;
*/
cnn_code cnn_window_transposed(const cnn_axis *axis, cnn_padding padding, cnn_windows *w) {
    *w = (cnn_windows){.E = held_extent(axis), .begin = axis->begin, .end = axis->end};
    if (axis->output_pad >= (axis->S > axis->d ? axis->S : axis->d))
        return CNN_WIDE_OUTPUT_PAD;
    if (w->E == WHOLE_BEYOND)
        return CNN_BEYOND;
    return padding != CNN_PADDED ? transposed_same(axis, padding, w) : transposed_padded(axis, w);
}
