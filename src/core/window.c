/* One axis of a layer: how many windows, and where they lie. Exact for all inputs: every comparison
 * comes before the subtraction that it makes safe, and a sum that may be larger than an int64_t is
 * never formed, only divided part by part. */
#include "whole.h"

static int64_t extent(const cnn_axis *axis) {
    return whole_plus(whole_times(axis->d, axis->F - 1), 1);
}

/* Adds a part of the span to steps*S + rest. */
static void add_part(cnn_windows *w, int64_t part, int64_t S) {
    if (part == 0)
        return;
    int64_t rest = part % S, room = S - w->rest;
    w->steps = whole_plus(w->steps, part / S);
    if (rest >= room) {
        w->steps = whole_plus(w->steps, 1);
        w->rest = rest - room;
    } else {
        w->rest += rest;
    }
}

/* Takes what is missing out of a part; says how much is missing still. */
static int64_t take(int64_t missing, int64_t *part) {
    int64_t taken = missing < *part ? missing : *part;
    *part -= taken;
    return missing - taken;
}

/* Divides the span W - E + begin + end by S. False: the span is negative. */
static bool divide_span(const cnn_axis *axis, cnn_windows *w) {
    int64_t input = axis->W, begin = axis->begin, end = axis->end;
    int64_t missing = take(w->E, &input);

    missing = take(missing, &begin);
    missing = take(missing, &end);
    w->steps = 0;
    w->rest = 0;
    if (missing > 0)
        return false;
    add_part(w, input, axis->S);
    add_part(w, begin, axis->S);
    add_part(w, end, axis->S);
    return true;
}

/* A window after the last whole stride would begin S - rest cells after the end of the padding,
 * counted back by E: beyond the input and its leading padding where E <= end + S - rest. */
static bool begins_beyond(const cnn_windows *w, int64_t S) {
    int64_t over = S - w->rest;
    return over >= w->E || w->end >= w->E - over;
}

static bool adds_window(const cnn_windows *w, cnn_round round, int64_t S) {
    if (w->rest == 0)
        return false;
    return round == CNN_FULL || (round == CNN_CEIL && !begins_beyond(w, S));
}

/* The rest that is not trailing padding; all of the input where the last window ends before it. */
static int64_t left_over(const cnn_axis *axis, const cnn_windows *w) {
    int64_t cells = w->rest > w->end ? w->rest - w->end : 0;
    return cells < axis->W ? cells : axis->W;
}

/* The last of the ceil(W/S) windows has `tail` cells of the input before it runs into padding. */
static cnn_code window_same(const cnn_axis *axis, cnn_padding padding, cnn_windows *w) {
    w->out = whole_over(axis->W, axis->S);
    w->steps = w->out - 1;
    int64_t tail = axis->W - w->steps * axis->S;
    int64_t total = w->E > tail ? w->E - tail : 0;
    int64_t half = total / 2;

    w->begin = padding == CNN_SAME_LOWER ? total - half : half;
    w->end = total - w->begin;
    w->rest = w->E < tail ? tail - w->E : 0;
    w->unused = w->rest;
    return CNN_OK;
}

cnn_code cnn_window(const cnn_axis *axis, cnn_padding padding, cnn_round round, cnn_windows *w) {
    *w = (cnn_windows){.E = extent(axis), .begin = axis->begin, .end = axis->end};
    if (w->E == WHOLE_BEYOND)
        return CNN_BEYOND;
    if (padding != CNN_PADDED)
        return window_same(axis, padding, w);
    if (!divide_span(axis, w))
        return CNN_TOO_WIDE;

    bool added = adds_window(w, round, axis->S);
    w->out = whole_plus(whole_plus(w->steps, 1), added ? 1 : 0);
    w->unused = added ? 0 : left_over(axis, w);
    if (w->out == WHOLE_BEYOND)
        return CNN_BEYOND;
    return w->rest != 0 && round == CNN_EXACT ? CNN_UNEVEN : CNN_OK;
}

/* With CNN_SAME, the padding that makes the size W*S, where the filter is wide enough for any. */
static cnn_code transposed_same(const cnn_axis *axis, cnn_padding padding, cnn_windows *w) {
    int64_t total = w->E > axis->S ? w->E - axis->S : 0;
    int64_t half = total / 2;

    w->begin = padding == CNN_SAME_LOWER ? total - half : half;
    w->end = total - w->begin;
    w->out = whole_times(axis->W, axis->S);
    return w->out == WHOLE_BEYOND ? CNN_BEYOND : CNN_OK;
}

/* S(W - 1) + E + output_pad, less the padding: what is taken away is taken from the smaller terms
 * first and then from the strides, so that only what is left need fit an int64_t. */
cnn_code cnn_window_transposed(const cnn_axis *axis, cnn_padding padding, cnn_windows *w) {
    *w = (cnn_windows){.E = extent(axis), .begin = axis->begin, .end = axis->end};
    if (axis->output_pad >= (axis->S > axis->d ? axis->S : axis->d))
        return CNN_WIDE_OUTPUT_PAD;
    if (w->E == WHOLE_BEYOND)
        return CNN_BEYOND;
    if (padding != CNN_PADDED)
        return transposed_same(axis, padding, w);

    int64_t strides = axis->W - 1, filter = w->E, added = axis->output_pad, part = 0;
    const int64_t pads[] = {axis->begin, axis->end};
    for (int i = 0; i < 2; i++) {
        int64_t missing = take(take(take(pads[i], &part), &filter), &added);
        int64_t whole = missing / axis->S < strides ? missing / axis->S : strides;
        strides -= whole;
        missing -= whole * axis->S;
        if (missing > 0 && strides > 0) {
            strides--;
            part = axis->S - missing;
        } else if (missing > 0) {
            return CNN_EMPTY;
        }
    }
    w->out = whole_plus(whole_plus(whole_times(axis->S, strides), part), whole_plus(filter, added));
    if (w->out == WHOLE_BEYOND)
        return CNN_BEYOND;
    return w->out == 0 ? CNN_EMPTY : CNN_OK;
}
