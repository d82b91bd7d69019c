/* The law of one axis, for what is proved: see whole.h. Nothing here is compiled. */
#ifndef LAW_H
#define LAW_H

#include "whole.h"

#define IN_RANGE                                                                                   \
    (1 <= axis->W && 1 <= axis->F && 1 <= axis->S && 1 <= axis->d && 0 <= axis->begin &&           \
     0 <= axis->end && 0 <= axis->output_pad)
#define EXTENT extent(axis->d, axis->F)
#define SPAN   (axis->W - EXTENT + axis->begin + axis->end)
#define SIZE   (SPAN / axis->S + 1 + added(SPAN, axis->S, axis->begin + axis->W, round))

/* Cells of the input, not padding, after the last window. */
#define AFTER least(above(w->begin + axis->W - ((w->out - 1) * axis->S + EXTENT)), axis->W)

/* The size of a transposed layer. */
#define PADDED (axis->S * (axis->W - 1) + EXTENT + axis->output_pad - axis->begin - axis->end)

/*@ logic integer above(integer n) = n > 0 ? n : 0;
    logic integer least(integer m, integer n) = m < n ? m : n;
    predicate rounded_up(integer out, integer W, integer S) = (out - 1) * S < W <= out * S;

    // One more window after n/S whole strides, where there is a rest: with CNN_CEIL unless it would
    // begin beyond the input and its leading padding.
    logic integer added(integer n, integer S, integer input, integer round) =
      n % S != 0 && (round == CNN_FULL || (round == CNN_CEIL && (n / S + 1) * S < input)) ? 1 : 0;
*/

#endif
