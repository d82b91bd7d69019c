#include "between.h"

/* Sums and products that end at CNN_MAX instead of going beyond: good for bounds. */
/*@ requires b >= 0;
    assigns \nothing;
    ensures \result == least(a + b, CNN_MAX);
*/
static int64_t at_most_plus(int64_t a, int64_t b) {
    return a > CNN_MAX - b ? CNN_MAX : a + b;
}

/*@ requires a >= 0 && b >= 0;
    assigns \nothing;
    ensures \result == least(a * b, CNN_MAX);
*/
static int64_t at_most_times(int64_t a, int64_t b) {
    return a != 0 && b > CNN_MAX / a ? CNN_MAX : a * b;
}

/*@ assigns \nothing;
    ensures \result == (a > b ? a : b);
*/
static int64_t larger(int64_t a, int64_t b) {
    return a > b ? a : b;
}

/*@ assigns \nothing;
    ensures \result == least(a, b);
*/
static int64_t smaller(int64_t a, int64_t b) {
    return a < b ? a : b;
}

int64_t cnn_padding_most(const cnn_fit *fit) {
    return fit->has_P ? 0 : fit->axis.F / 2;
}

/* E, or CNN_MAX where it is beyond: then nothing fits. */
/*@ requires \valid_read(axis) && axis->d >= 1 && axis->F >= 1;
    assigns \nothing;
    ensures 1 <= \result && \result == least(EXTENT, CNN_MAX);
*/
static int64_t extent(const cnn_axis *axis) {
    return at_most_plus(at_most_times(axis->d, axis->F - 1), 1);
}

/* A layer's input, and the windows that it makes of that; 0 where they are asked for. A transposed
 * layer is the conv layer from its output back to its input. */
typedef struct ends {
    int64_t input, windows;
} ends;

/*@ requires \valid_read(fit) && TOLD;
    assigns \nothing;
    ensures \result.input >= 0 && \result.windows >= 0;
*/
static ends ends_of(const cnn_fit *fit) {
    if (fit->transposed)
        return (ends){fit->O == 0 ? 0 : larger(fit->O - fit->axis.output_pad, 0), fit->W};
    return (ends){fit->W, fit->O};
}

/* The span W - E + 2P that gives O windows has at least, and at most, so many strides. */

/*@ requires \valid_read(fit) && windows >= 0;
    assigns \nothing;
    ensures 0 <= \result <= windows;
*/
static int64_t strides_least(const cnn_fit *fit, int64_t windows) {
    bool may_add = fit->round == CNN_CEIL || fit->round == CNN_FULL;

    return windows > 1 ? windows - 1 - (may_add ? 1 : 0) : 0;
}

/*@ requires \valid_read(fit) && windows >= 0;
    assigns \nothing;
    ensures windows - 1 <= \result <= windows;
*/
static int64_t strides_most(const cnn_fit *fit, int64_t windows) {
    bool may_drop = fit->round == CNN_CEIL || fit->round == CNN_FLOOR;

    return windows - (may_drop ? 0 : 1);
}

/*@ requires \valid_read(fit) && fit->O >= 1 && S >= 1;
    assigns \nothing;
    ensures \result >= 0;
*/
static int64_t span_least(const cnn_fit *fit, int64_t S) {
    int64_t steps = strides_least(fit, fit->O);

    return at_most_plus(at_most_times(steps, S), steps < fit->O - 1 ? 1 : 0);
}

/*@ requires \valid_read(fit) && fit->O >= 1 && S >= 1;
    assigns \nothing;
    ensures \result >= 0;
*/
static int64_t span_most(const cnn_fit *fit, int64_t S) {
    return at_most_times(strides_most(fit, fit->O), S);
}

/* An input with the padding that is told, more or less something. */
/*@ requires \valid_read(fit) && TOLD && W >= 0;
    assigns \nothing;
    ensures \result ==
      least(more + W + (fit->has_P ? fit->axis.begin + fit->axis.end : 0), CNN_MAX);
*/
static int64_t padded(const cnn_fit *fit, int64_t W, int64_t more) {
    int64_t cells = at_most_plus(more, W);

    if (!fit->has_P)
        return cells;
    return at_most_plus(at_most_plus(cells, fit->axis.begin), fit->axis.end);
}

/* cells/part, or more: what ends at CNN_MAX is of three terms, and below three times that. */
/*@ requires part >= 1;
    assigns \nothing;
    ensures cells >= 0 ==> \result >= 0;
*/
static int64_t cells_over(int64_t cells, int64_t part) {
    return cells < CNN_MAX ? cells / part : at_most_times(3, at_most_plus(cells / part, 1));
}

/* P is no more than F/2, and S than F, unless they are told. */
void cnn_filters_between(const cnn_fit *fit, int64_t *first, int64_t *last) {
    ends told = ends_of(fit);
    int64_t d = fit->axis.d, S = larger(fit->S, 1);
    int64_t W = told.input != 0 ? told.input : CNN_MAX;
    int64_t most = strides_most(fit, told.windows), least = strides_least(fit, told.windows);

    *last = smaller(*last, (CNN_MAX - 1) / d + 1);
    if (fit->padding != CNN_PADDED)
        return;
    /* W - least*S >= d(F - 1) + 1 - 2P */
    int64_t wide = padded(fit, W, fit->has_P ? -1 : 0), part = d - (fit->has_P ? 0 : 1);
    if (wide < CNN_MAX)
        wide -= at_most_times(least, S);
    if (wide < 0)
        *last = 0;
    else if (part > 0)
        *last = smaller(*last, at_most_plus(cells_over(wide, part), 1));
    if (told.input == 0 || told.windows == 0)
        return;
    /* W - most*S <= d(F - 1) + 1 */
    int64_t left = padded(fit, W, -1) - at_most_times(most, S);
    if (left > 0)
        *first = at_most_plus(whole_over(left, at_most_plus(d, fit->S != 0 ? 0 : most)), 1);
}

/* Where P is asked for, the span is even, or it is odd. */
/*@ requires \valid_read(fit) && TOLD && FILTER && W >= 0;
    assigns \nothing;
*/
static bool is_odd_span(const cnn_fit *fit, int64_t W) {
    return !fit->has_P && (W - extent(&fit->axis)) % 2 != 0;
}

/* Strides from first to last, with padding that is not counted. */
/*@ requires \valid_read(fit) && TOLD;
    requires \valid(first) && \valid(last) && \separated(fit, first, last);
    assigns *first, *last;
    ensures *first >= \old(*first) && *last <= \old(*last);
*/
static void strides_same(const cnn_fit *fit, int64_t *first, int64_t *last) {
    int64_t W = fit->W, O = fit->O;

    if (W == 0 || O == 0)
        return;
    if (fit->transposed) { /* O is W*S */
        *first = larger(*first, whole_over(O, W));
        *last = smaller(*last, O / W);
        return;
    }
    *first = larger(*first, whole_over(W, O)); /* O is ceil(W/S) */
    if (O > 1)
        *last = smaller(*last, (W - 1) / (O - 1));
}

/* Of strides that are longer than the span, at most one window can be made, without a rest where
 * there is no span. */
/*@ requires \valid_read(fit) && TOLD && FILTER && W >= 0;
    assigns \nothing;
*/
static bool only_short(const cnn_fit *fit, int64_t W, int64_t span) {
    return fit->round == CNN_EXACT && (is_odd_span(fit, W) || (fit->has_P && span > 0));
}

void cnn_strides_between(const cnn_fit *fit, int64_t *first, int64_t *last) {
    ends told = ends_of(fit);
    int64_t E = extent(&fit->axis), W = told.input != 0 ? told.input : CNN_MAX;
    int64_t span = padded(fit, W, 2 * cnn_padding_most(fit) - E),
            steps = strides_least(fit, told.windows);

    if (fit->padding != CNN_PADDED) {
        strides_same(fit, first, last);
        return;
    }
    if (steps > 0)
        *last = smaller(*last, cells_over(span, steps));
    if (told.windows == 0 && only_short(fit, W, span))
        *last = smaller(*last, span);
    if (span < 0)
        *last = 0;
    if (told.input == 0 || told.windows == 0)
        return;
    span -= 2 * cnn_padding_most(fit);
    steps = strides_most(fit, told.windows);
    if (span > 0 && steps > 0)
        *first = larger(*first, whole_over(span, steps));
    if ((span > 0 && steps == 0) ||
        (fit->round == CNN_EXACT && steps % 2 == 0 && is_odd_span(fit, W)))
        *last = 0;
}

/* a/2, rounded down and up, also below 0. */
/*@ assigns \nothing;
    ensures 2 * \result <= a < 2 * \result + 2;
*/
static int64_t half_down(int64_t a) {
    return a / 2 - (a % 2 < 0 ? 1 : 0);
}

/*@ assigns \nothing;
    ensures 2 * \result - 2 < a <= 2 * \result;
*/
static int64_t half_up(int64_t a) {
    return a / 2 + (a % 2 > 0 ? 1 : 0);
}

/* What ends at CNN_MAX is odd, and twice more than any padding that is tried. */
void cnn_paddings_between(const cnn_fit *fit, int64_t *first, int64_t *last) {
    int64_t W = fit->W, O = fit->O, S = fit->axis.S, E = extent(&fit->axis);

    if (W == 0 || (O == 0 && fit->transposed))
        return;
    if (O == 0) { /* room for the filter */
        *first = larger(*first, half_up(E - W));
        return;
    }
    if (fit->transposed) { /* O is S(W - 1) + E - 2P + output_pad */
        int64_t more = at_most_plus(E - O, fit->axis.output_pad);
        int64_t excess = at_most_plus(more, at_most_times(S, W - 1));
        *first = larger(*first, half_up(excess));
        *last = smaller(*last, half_down(excess));
        return;
    }
    /* As 2P is no more than F, the span is no more than W. */
    *first = larger(*first, half_up(at_most_plus(E - W, span_least(fit, S))));
    *last = smaller(*last, half_down(at_most_plus(E - W, span_most(fit, S))));
}

/* The input that a transposed layer makes of so many windows: of those that give as many, the
 * least, or the one that has so many cells more. 0 where it would be below 1, CNN_MAX where it is
 * beyond. */
/*@ requires \valid_read(axis) && 1 <= axis->F && 1 <= axis->S && 1 <= axis->d;
    requires 0 <= axis->begin && 0 <= axis->end && 1 <= windows && 0 <= more;
    assigns \nothing;
*/
static int64_t input_of(const cnn_axis *axis, int64_t windows, int64_t more) {
    cnn_axis grown = *axis;
    cnn_windows w;

    grown.W = windows;
    grown.output_pad = more;
    cnn_code code = cnn_window_transposed(&grown, CNN_PADDED, &w);
    return code == CNN_BEYOND ? CNN_MAX : code == CNN_OK ? w.out : 0;
}

void cnn_inputs_between(const cnn_fit *fit, int64_t *first, int64_t *last) {
    int64_t O = fit->O, S = fit->axis.S;
    bool may_add = fit->round == CNN_CEIL || fit->round == CNN_FULL;
    bool may_drop = fit->round == CNN_CEIL || fit->round == CNN_FLOOR;

    if (fit->padding != CNN_PADDED) {
        *first = at_most_plus(at_most_times(O - 1, S), 1);
        *last = at_most_times(O, S);
        if (fit->transposed) { /* O is W*S */
            *last = O / S;
            *first = larger(1, *last);
        }
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
