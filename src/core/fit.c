/* The inverse question: which filters, strides and paddings turn one size into another. */
#include "whole.h"

/* Sums and products that end at CNN_MAX instead of going beyond: good for bounds. */
static int64_t at_most_plus(int64_t a, int64_t b) {
    return a > CNN_MAX - b ? CNN_MAX : a + b;
}

static int64_t at_most_times(int64_t a, int64_t b) {
    return a != 0 && b > CNN_MAX / a ? CNN_MAX : a * b;
}

static int64_t larger(int64_t a, int64_t b) {
    return a > b ? a : b;
}

static int64_t smaller(int64_t a, int64_t b) {
    return a < b ? a : b;
}

static int64_t padding_most(const cnn_fit *fit) {
    return fit->has_P ? 0 : fit->axis.F / 2;
}

/* E, or CNN_MAX where it is beyond: then nothing fits. */
static int64_t extent(const cnn_axis *axis) {
    return at_most_plus(at_most_times(axis->d, axis->F - 1), 1);
}

/* ---- Where to look ------------------------------------------------------------------------- */

/* Bounds of the span W - E + 2P that gives O windows. They may be wide where a last window is
 * dropped: what is found is tried. */

static int64_t span_least(const cnn_fit *fit, int64_t S) {
    bool exact_or_floor = fit->round == CNN_EXACT || fit->round == CNN_FLOOR;

    if (exact_or_floor || fit->O == 1)
        return at_most_times(fit->O - 1, S);
    return at_most_plus(at_most_times(fit->O - 2, S), 1);
}

static int64_t span_most(const cnn_fit *fit, int64_t S) {
    bool up_to_last = fit->round == CNN_EXACT || fit->round == CNN_FULL;

    return at_most_times(up_to_last ? fit->O - 1 : fit->O, S);
}

/* Strides from first to last, where both sizes are known. */
static void strides_between(const cnn_fit *fit, int64_t *first, int64_t *last) {
    int64_t W = fit->W, O = fit->O, E = extent(&fit->axis);
    int64_t most = at_most_plus(W, at_most_plus(fit->axis.begin, fit->axis.end));

    if (fit->padding != CNN_PADDED) { /* O is ceil(W/S) */
        *first = larger(*first, whole_over(W, O));
        if (O > 1)
            *last = smaller(*last, (W - 1) / (O - 1));
        return;
    }
    most = at_most_plus(most, at_most_times(2, padding_most(fit)));
    if (most < E) {
        *last = 0; /* the filter is too wide */
        return;
    }
    if (W > E)
        *first = larger(*first, whole_over(W - E, O));
    if (O > 2 && most != CNN_MAX)
        *last = smaller(*last, (most - E) / (O - 2));
}

/* a/2, rounded down and up, also below 0. */
static int64_t half_down(int64_t a) {
    return a / 2 - (a % 2 < 0 ? 1 : 0);
}

static int64_t half_up(int64_t a) {
    return a / 2 + (a % 2 > 0 ? 1 : 0);
}

/* Paddings on both sides, where both sizes are known. */
static void paddings_between(const cnn_fit *fit, int64_t *first, int64_t *last) {
    int64_t W = fit->W, O = fit->O, S = fit->axis.S, E = extent(&fit->axis);
    int64_t high = at_most_plus(span_most(fit, S), E);

    if (fit->transposed) { /* O is S(W - 1) + E - 2P + output_pad */
        int64_t grown =
            at_most_plus(at_most_times(S, W - 1), at_most_plus(E, fit->axis.output_pad));
        *first = larger(*first, half_up(grown - O));
        if (grown != CNN_MAX)
            *last = smaller(*last, half_down(grown - O));
        return;
    }
    *first = larger(*first, half_up(at_most_plus(span_least(fit, S), E) - W));
    if (high != CNN_MAX)
        *last = smaller(*last, half_down(high - W));
}

/* The input that a transposed layer makes of so many windows: of those that give as many, the
 * least, or the one that has so many cells more. 0 where it would be below 1, CNN_MAX where it is
 * beyond. */
static int64_t input_of(const cnn_axis *axis, int64_t windows, int64_t more) {
    cnn_axis grown = *axis;
    cnn_windows w;

    grown.W = windows;
    grown.output_pad = more;
    cnn_code code = cnn_window_transposed(&grown, CNN_PADDED, &w);
    return code == CNN_BEYOND ? CNN_MAX : code == CNN_OK ? w.out : 0;
}

/* Sizes of the input, where that of the output is known. */
static void inputs_between(const cnn_fit *fit, int64_t *first, int64_t *last) {
    int64_t O = fit->O, S = fit->axis.S;
    bool may_add = fit->round == CNN_CEIL || fit->round == CNN_FULL;
    bool may_drop = fit->round == CNN_CEIL || fit->round == CNN_FLOOR;

    if (fit->padding != CNN_PADDED) {
        *first = at_most_plus(at_most_times(O - 1, S), 1);
        *last = at_most_times(O, S);
        if (fit->transposed) /* O is W*S */
            *first = *last = O / S;
        return;
    }
    if (fit->transposed) { /* what a conv layer makes of O; output_pad may hold whole strides */
        cnn_axis conv = fit->axis;
        cnn_windows w;
        conv.W = O;
        cnn_window(&conv, CNN_PADDED, CNN_FLOOR, &w);
        *last = w.out - fit->axis.output_pad / S;
        *first = larger(1, *last);
        return;
    }
    *first = larger(1, input_of(&fit->axis, may_add && O > 1 ? O - 1 : O, 0));
    if (fit->round ==
        CNN_CEIL) { /* the last window ends with the padding, or begins in the input */
        cnn_axis begins = {.F = 1, .S = S, .d = 1, .begin = fit->axis.begin};
        *first = larger(*first, smaller(input_of(&fit->axis, O, 0), input_of(&begins, O, 0)));
    }
    *last = input_of(&fit->axis, O, may_drop ? S - 1 : 0);
}

/* ---- One after another ----------------------------------------------------------------------- */

static void begin_inputs(cnn_fit *fit) {
    int64_t first = fit->W, last = first;

    if (fit->W == 0)
        inputs_between(fit, &first, &last);
    fit->axis.W = first - 1;
    fit->W_last = last;
}

static void begin_paddings(cnn_fit *fit) {
    int64_t first = 0, last = padding_most(fit);

    if (!fit->has_P && fit->W != 0 && fit->O != 0)
        paddings_between(fit, &first, &last);
    else if (!fit->has_P && fit->W != 0 && !fit->transposed) /* room for the filter */
        first = larger(first, half_up(extent(&fit->axis) - fit->W));
    fit->P = first - 1;
    fit->P_last = last;
}

static void begin_strides(cnn_fit *fit) {
    int64_t first = fit->S, last = first;

    if (fit->S == 0) {
        first = 1;
        last = fit->axis.F;
        if (fit->W != 0 && fit->O != 0 && !fit->transposed)
            strides_between(fit, &first, &last);
    }
    fit->axis.S = first - 1;
    fit->S_last = last;
}

static bool next_filter(cnn_fit *fit) {
    if (fit->axis.F >= fit->F_last)
        return false;
    fit->axis.F++;
    begin_strides(fit);
    return true;
}

static bool next_stride(cnn_fit *fit) {
    while (fit->axis.S >= fit->S_last)
        if (!next_filter(fit))
            return false;
    fit->axis.S++;
    begin_paddings(fit);
    return true;
}

static bool next_padding(cnn_fit *fit) {
    while (fit->P >= fit->P_last)
        if (!next_stride(fit))
            return false;
    fit->P++;
    if (!fit->has_P)
        fit->axis.begin = fit->axis.end = fit->P;
    begin_inputs(fit);
    return true;
}

static bool next_input(cnn_fit *fit) {
    while (fit->axis.W >= fit->W_last)
        if (!next_padding(fit))
            return false;
    fit->axis.W++;
    return true;
}

/* Whether the layer that is looked at gives what was told. */
static bool solves(cnn_fit *fit) {
    cnn_windows w;
    cnn_code code = fit->transposed ? cnn_window_transposed(&fit->axis, fit->padding, &w)
                                    : cnn_window(&fit->axis, fit->padding, fit->round, &w);

    fit->out = w.out;
    if (code == CNN_OK && fit->padding != CNN_PADDED) {
        fit->axis.begin = w.begin; /* what it comes to */
        fit->axis.end = w.end;
    }
    return code == CNN_OK && (fit->O == 0 || fit->out == fit->O);
}

void cnn_fit_begin(cnn_fit *fit) {
    fit->axis.F = fit->F != 0 ? fit->F - 1 : 0;
    fit->F_last = fit->F != 0 ? fit->F : fit->F_most;
    fit->axis.S = fit->S_last = 0;
    fit->P = fit->P_last = 0;
    fit->axis.W = fit->W_last = 0;
}

bool cnn_fit_next(cnn_fit *fit) {
    while (next_input(fit))
        if (solves(fit))
            return true;
    return false;
}
