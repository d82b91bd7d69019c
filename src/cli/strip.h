/* One axis of a layer as cells in a row, with the windows on them: what --draw shows. A transposed
 * layer is shown as what it comes to, windows of stride 1 over its input spread out.
 *
 * Cells are numbered from the first of the input on; those of the padding before it are negative.
 * Source: Dumoulin and Visin (2016), chapters 2 and 4. */
#ifndef STRIP_H
#define STRIP_H

#include "cnncalc.h"

struct strip {
    int64_t cells;      /* of the input and the zeros within it */
    int64_t spread;     /* from one cell of the input to the next: S of a transposed layer, or 1 */
    int64_t begin, end; /* padding; where it is negative, so many cells are cut off */
    int64_t S, d, E;    /* of the windows: stride, dilation, cells that each spans */
    int64_t windows;    /* that fit, or that the rounding adds */
    bool hangs;         /* one more is shown, which does not fit */
};

/* False: there is nothing to show, or its cells cannot be numbered up to CNN_MAX. */
bool strip_of(struct strip *strip, const cnn_layer *layer, int axis);

/* The first and the last cell of a window. */
int64_t strip_start(const struct strip *strip, int64_t window);
int64_t strip_stop(const struct strip *strip, int64_t window);

bool strip_is_input(const struct strip *strip, int64_t cell);

/* Beyond the padded input: what hangs over. */
bool strip_is_beyond(const struct strip *strip, int64_t cell);

/* Whether one of the windows that fit has a cell of its filter there, not a hole. */
bool strip_covers(const struct strip *strip, int64_t cell);

/* Whether windows without end would leave cells out: with S above F, or where S and d have a
 * common divisor. */
bool strip_skips(const struct strip *strip);

#endif
