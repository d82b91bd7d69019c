/* What would fit in place of a layer that does not: a value moves cell by cell, and the cells to
 * spare with it, until there are enough of them and the stride divides them. A congruence says how
 * far that is, however large the sizes are. */
#include "whole.h"

/* The smallest k >= 0 for which a*k = c + m*q, or -1; a and c are from 0 to m - 1. As in Euclid's
 * algorithm: of a and q the same is asked, with m mod a in place of a, so that it takes no more
 * steps than that. No part of the sum is larger than k, which is below m. */
static int64_t solve(int64_t a, int64_t c, int64_t m, int64_t *q) {
    int64_t z;

    *q = 0;
    if (c == 0)
        return 0;
    if (a == 0)
        return -1;
    *q = solve(m % a, (a - c % a) % a, a, &z);
    return *q < 0 ? -1 : m / a * *q + z + whole_over(c, a);
}

static cnn_code lay(const cnn_layer *layer, const cnn_axis *axis, cnn_windows *w) {
    return layer->transposed ? cnn_window_transposed(axis, layer->padding, w)
                             : cnn_window(axis, layer->padding, layer->round, w);
}

static bool fits(const cnn_layer *layer, const cnn_axis *axis) {
    cnn_windows w;
    return lay(layer, axis, &w) == CNN_OK;
}

static bool all_fit(const cnn_layer *layer) {
    for (int i = 0; i < layer->dims; i++)
        if (!fits(layer, &layer->axis[i]))
            return false;
    return true;
}

/* ---- How far --------------------------------------------------------------------------------- */

/* Of a transposed layer, moves that add `step` cells each until one is left; what the padding takes
 * may be beyond the counts, but within 64 bits, and what there is to take from is no more. */
static int64_t moves_to_one_cell(const cnn_axis *axis, int64_t E, int64_t step) {
    uint64_t taken = (uint64_t)axis->begin + (uint64_t)axis->end;
    uint64_t made =
        (uint64_t)axis->S * (uint64_t)(axis->W - 1) + (uint64_t)E + (uint64_t)axis->output_pad;
    uint64_t moves = (taken - made) / (uint64_t)step + 1;

    return moves > CNN_MAX ? WHOLE_BEYOND : (int64_t)moves;
}

/* Moves until the axis fits, where each adds `step` cells to the span, or takes them away; -1 where
 * it never does. */
static int64_t moves(const cnn_layer *layer, const cnn_axis *axis, int64_t step, bool adds) {
    cnn_windows w;
    cnn_code code = lay(layer, axis, &w);
    int64_t S = axis->S, rest = w.rest, first = 0, q;

    if (code == CNN_OK)
        return 0;
    if (code == CNN_EMPTY)
        return adds ? moves_to_one_cell(axis, w.E, step) : -1;
    if (code == CNN_TOO_WIDE && adds) { /* first until there is room for one window */
        int64_t missing = w.E - axis->W - axis->begin - axis->end;
        first = whole_over(missing, step);
        rest = layer->round == CNN_EXACT ? (step - 1 - (missing - 1) % step) % S : 0;
    } else if (code != CNN_UNEVEN) {
        return -1;
    }
    int64_t further = solve(step % S, adds ? (S - rest) % S : rest, S, &q);
    return further < 0 ? -1 : whole_plus(first, further);
}

/* ---- One axis -------------------------------------------------------------------------------- */

/* Moves a value within its bounds. */
static bool move(int64_t *value, int64_t by, bool larger, int64_t least, int64_t most) {
    int64_t room = larger ? most - *value : *value - least;

    if (by < 0 || by > room)
        return false;
    *value = larger ? *value + by : *value - by;
    return true;
}

static bool refit_input(const cnn_layer *layer, cnn_axis *axis, bool larger) {
    int64_t step = layer->transposed ? axis->S : 1;
    int64_t by = moves(layer, axis, step, larger);

    return move(&axis->W, by, larger, 1, CNN_MAX) && fits(layer, axis);
}

/* A wider filter leaves less of the input, but makes more of a transposed layer's output. */
static bool refit_filter(const cnn_layer *layer, cnn_axis *axis, bool larger) {
    int64_t by = moves(layer, axis, axis->d, larger == layer->transposed);

    return move(&axis->F, by, larger, 1, CNN_MAX) && fits(layer, axis);
}

#define TILE_REACH 64

/* A filter whose stride goes with it fits where it divides W + begin + end + d - 1: there is no
 * formula for the nearest divisor, and so it is looked for, up to TILE_REACH cells further than
 * there is room. */
static bool refit_tile(const cnn_layer *layer, cnn_axis *axis, bool larger) {
    cnn_windows w;
    bool too_wide = lay(layer, axis, &w) == CNN_TOO_WIDE;

    if (too_wide && larger)
        return false;
    if (too_wide)
        axis->F = (axis->W + axis->begin + axis->end - 1) / axis->d + 1;
    for (int i = too_wide ? 0 : 1; i <= TILE_REACH; i++) {
        cnn_axis tile = *axis;
        if (!move(&tile.F, i, larger, 1, CNN_MAX))
            return false;
        tile.S = tile.F;
        if (fits(layer, &tile)) {
            *axis = tile;
            return true;
        }
    }
    return false;
}

/* From P before and P + more after the input on, upwards or downwards; gives how far, or -1. */
static int64_t move_padding(const cnn_layer *layer, cnn_axis *axis, int64_t P, int64_t more,
                            bool larger) {
    if (P < 0 || P > CNN_MAX - more)
        return -1;
    axis->begin = P;
    axis->end = P + more;
    int64_t by = moves(layer, axis, 2, larger != layer->transposed);
    bool moved = move(&axis->begin, by, larger, 0, CNN_MAX - more);
    axis->end = axis->begin + more;
    return moved && fits(layer, axis) ? by : -1;
}

/* The padding nearest in all, 2*half + odd, with `more` cells, 0 or 1, more at the end. */
static bool refit_ends(const cnn_layer *layer, cnn_axis *axis, int64_t more) {
    int64_t odd = axis->begin % 2 != axis->end % 2 ? 1 : 0;
    int64_t half = axis->begin / 2 + axis->end / 2 + (axis->begin % 2 + axis->end % 2) / 2;
    cnn_axis below = *axis, above = *axis;
    int64_t down = move_padding(layer, &below, half - (more > odd ? 1 : 0), more, false);
    int64_t up = move_padding(layer, &above, half + (odd > more ? 1 : 0), more, true);

    if (down < 0 && up < 0)
        return false;
    bool upwards = up >= 0 && (down < 0 || up <= down);
    *axis = upwards ? above : below;
    return true;
}

/* Unless S is even, what an uneven padding does another stride further does at both ends too. */
static bool refit_padding(const cnn_layer *layer, cnn_axis *axis) {
    return refit_ends(layer, axis, 0) || (axis->S % 2 == 0 && refit_ends(layer, axis, 1));
}

static bool refit_axis(const cnn_layer *layer, cnn_axis *axis, cnn_change change) {
    switch (change) {
    case CNN_SMALLER_INPUT:
    case CNN_LARGER_INPUT:
        return refit_input(layer, axis, change == CNN_LARGER_INPUT);
    case CNN_SMALLER_FILTER:
    case CNN_LARGER_FILTER:
        return refit_filter(layer, axis, change == CNN_LARGER_FILTER);
    case CNN_SMALLER_TILE:
    case CNN_LARGER_TILE:
        return refit_tile(layer, axis, change == CNN_LARGER_TILE);
    default:
        return refit_padding(layer, axis);
    }
}

/* ---- All axes -------------------------------------------------------------------------------- */

/* Takes over what the change is about. */
static void copy_change(cnn_axis *axis, const cnn_axis *from, cnn_change change) {
    switch (change) {
    case CNN_SMALLER_INPUT:
    case CNN_LARGER_INPUT:
        axis->W = from->W;
        break;
    case CNN_SMALLER_TILE:
    case CNN_LARGER_TILE:
        axis->S = from->S;
        axis->F = from->F;
        break;
    case CNN_SMALLER_FILTER:
    case CNN_LARGER_FILTER:
        axis->F = from->F;
        break;
    default:
        axis->begin = from->begin;
        axis->end = from->end;
    }
}

/* What one axis comes to, on all of them, where that fits them all: it is then what the axis that
 * has furthest to go comes to. */
static void share(cnn_layer *layer, const cnn_layer *asked, cnn_change change) {
    for (int i = 0; i < layer->dims; i++) {
        cnn_layer shared = *asked;
        for (int j = 0; j < layer->dims; j++)
            copy_change(&shared.axis[j], &layer->axis[i], change);
        if (all_fit(&shared)) {
            *layer = shared;
            return;
        }
    }
}

bool cnn_refit(cnn_layer *layer, cnn_change change, bool one) {
    const cnn_layer asked = *layer;

    for (int i = 0; i < layer->dims; i++)
        if (!fits(&asked, &layer->axis[i]) && !refit_axis(&asked, &layer->axis[i], change)) {
            *layer = asked;
            return false;
        }
    if (one)
        share(layer, &asked, change);
    return true;
}

bool cnn_restride(cnn_layer *layer, int64_t S, bool one) {
    for (int i = 0; i < layer->dims; i++)
        if (one || !fits(layer, &layer->axis[i]))
            layer->axis[i].S = S;
    return all_fit(layer);
}
