/* Where to look for what fits. The bounds may be wide where a last window is dropped: what is found
 * is tried. */
#ifndef BETWEEN_H
#define BETWEEN_H

#include "law.h"

/* What is told is within its range; and so is each letter of the layer that is looked at. */
#define TOLD                                                                                       \
    (0 <= fit->W && 0 <= fit->O && (fit->W != 0 || fit->O != 0) && 0 <= fit->F && 0 <= fit->S &&   \
     0 <= fit->F_most && 1 <= fit->axis.d && 0 <= fit->axis.output_pad &&                          \
     (fit->has_P ? 0 <= fit->axis.begin && 0 <= fit->axis.end : fit->padding == CNN_PADDED))
#define FILTER                                                                                     \
    (1 <= fit->axis.F <= fit->F_last &&                                                            \
     (fit->F != 0 ? fit->axis.F == fit->F : fit->axis.F <= fit->F_most))
#define STRIDE                                                                                     \
    (1 <= fit->axis.S && (fit->S != 0 ? fit->axis.S == fit->S : fit->axis.S <= fit->axis.F))
#define PADDING                                                                                    \
    (fit->has_P || (0 <= fit->axis.begin <= fit->axis.F / 2 && fit->axis.begin == fit->axis.end))
#define INPUT (1 <= fit->axis.W && (fit->W == 0 || fit->axis.W == fit->W))

/* Filters from first to last. P is no more than F/2, and S than F, unless they are told. */
/*@ requires \valid_read(fit) && TOLD;
    requires \valid(first) && \valid(last) && \separated(fit, first, last);
    requires *first == 1 && *last >= 0;
    assigns *first, *last;
    ensures 1 <= *first && 0 <= *last <= \old(*last);
*/
void cnn_filters_between(const cnn_fit *fit, int64_t *first, int64_t *last);

/* Strides, of the filter that is looked at. */
/*@ requires \valid_read(fit) && TOLD && FILTER;
    requires \valid(first) && \valid(last) && \separated(fit, first, last);
    requires *first == 1 && *last == fit->axis.F;
    assigns *first, *last;
    ensures 1 <= *first && *last <= fit->axis.F;
*/
void cnn_strides_between(const cnn_fit *fit, int64_t *first, int64_t *last);

/* The most padding that is looked for, on both sides of the filter that is looked at. */
/*@ requires \valid_read(fit) && fit->axis.F >= 0;
    assigns \nothing;
    ensures \result == (fit->has_P ? 0 : fit->axis.F / 2);
*/
int64_t cnn_padding_most(const cnn_fit *fit);

/* Paddings on both sides, of the filter and the stride that are looked at. */
/*@ requires \valid_read(fit) && TOLD && FILTER && STRIDE && !fit->has_P;
    requires \valid(first) && \valid(last) && \separated(fit, first, last);
    requires *first == 0 && *last == fit->axis.F / 2;
    assigns *first, *last;
    ensures 0 <= *first && *last <= fit->axis.F / 2;
*/
void cnn_paddings_between(const cnn_fit *fit, int64_t *first, int64_t *last);

/* Sizes of the input, where that of the output is known. */
/*@ requires \valid_read(fit) && TOLD && FILTER && STRIDE && PADDING && fit->O != 0;
    requires \valid(first) && \valid(last) && \separated(fit, first, last);
    assigns *first, *last;
    ensures 1 <= *first;
*/
void cnn_inputs_between(const cnn_fit *fit, int64_t *first, int64_t *last);

#endif
