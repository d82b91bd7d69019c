/* The inverse question: which filters, strides and paddings turn one size into another. */
#include "between.h"

/* ---- For what is proved ---------------------------------------------------------------------- */

/* The layer in fit->axis makes fit->out of its input, by the law, and that is what was told. With
 * CNN_SAME, the padding is what it comes to. */
#define SOLVED                                                                                     \
    (SIZED && (fit->transposed ? (fit->padding == CNN_PADDED ? TRANSPOSED : TRANSPOSED_SAME)       \
                               : (fit->padding == CNN_PADDED ? CONV : CONV_SAME)))
#define SIZED                                                                                      \
    (IN_RANGE && EXTENT <= CNN_MAX && 1 <= fit->out && (fit->O == 0 || fit->out == fit->O) &&      \
     (!fit->transposed || axis->output_pad < axis->S || axis->output_pad < axis->d))
#define CONV (0 <= SPAN && fit->out == SIZE && (round != CNN_EXACT || SPAN % axis->S == 0))
#define CONV_SAME                                                                                  \
    (rounded_up(fit->out, axis->W, axis->S) &&                                                     \
     IN_HALVES((fit->out - 1) * axis->S + EXTENT - axis->W))
#define TRANSPOSED      (fit->out == PADDED)
#define TRANSPOSED_SAME (fit->out == axis->W * axis->S && IN_HALVES(EXTENT - axis->S))
#define IN_HALVES(pad)                                                                             \
    (axis->begin + axis->end == above(pad) &&                                                      \
     (fit->padding == CNN_SAME_LOWER ? axis->end : axis->begin) == above(pad) / 2)

/* What is still to be looked at. */
#define LEFT (FILTERS && STRIDES && PADDINGS && INPUTS)
#define FILTERS                                                                                    \
    (0 <= fit->axis.F && 0 <= fit->F_last &&                                                       \
     (fit->F != 0 ? fit->F - 1 <= fit->axis.F && fit->F_last <= fit->F                             \
                  : fit->F_last <= fit->F_most))
#define STRIDES                                                                                    \
    (0 <= fit->axis.S &&                                                                           \
     (fit->axis.S >= fit->S_last ||                                                                \
      (FILTER && (fit->S != 0 ? fit->S - 1 <= fit->axis.S && fit->S_last <= fit->S                 \
                              : fit->S_last <= fit->axis.F))))
#define PADDINGS                                                                                   \
    (-1 <= fit->P && (fit->P >= fit->P_last ||                                                     \
                      (FILTER && STRIDE && fit->P_last <= (fit->has_P ? 0 : fit->axis.F / 2))))
#define INPUTS                                                                                     \
    (0 <= fit->axis.W &&                                                                           \
     (fit->axis.W >= fit->W_last ||                                                                \
      (FILTER && STRIDE && PADDING &&                                                              \
       (fit->W == 0 || (fit->W - 1 <= fit->axis.W && fit->W_last <= fit->W)))))

/* The search ends: as digits of a number that counts down, so many are left at most. */
#define STRIDES_LEFT                                                                               \
    places(above(fit->F_last - fit->axis.F), fit->F_last + fit->S + 1,                             \
           above(fit->S_last - fit->axis.S))
#define PADDINGS_LEFT places(STRIDES_LEFT, fit->F_last + 2, above(fit->P_last - fit->P))
#define INPUTS_LEFT   places(PADDINGS_LEFT, CNN_MAX + 1, above(fit->W_last - fit->axis.W))

/*@ logic integer places(integer high, integer base, integer low) = high * base + low;
    lemma places_less: \forall integer a, b, base, r, s;
      a < b && 0 <= r < base && 0 <= s ==> places(a, base, r) < places(b, base, s);
    lemma places_count: \forall integer a, base, r;
      0 <= a && 0 <= base && 0 <= r ==> 0 <= places(a, base, r);
*/

/* What moves, with what is inside it. */
#define MOVED_STRIDE  fit->axis.F, fit->axis.S, fit->S_last
#define MOVED_PADDING MOVED_STRIDE, fit->P, fit->P_last
#define MOVED_INPUT   MOVED_PADDING, fit->axis.begin, fit->axis.end, fit->axis.W, fit->W_last

/*@ predicate same_padding{K, L}(cnn_fit *fit) =
      \at(fit->axis.begin, K) == \at(fit->axis.begin, L) &&
      \at(fit->axis.end, K) == \at(fit->axis.end, L);
*/

/* ---- One after another ----------------------------------------------------------------------- */

/*@ requires \valid(fit) && TOLD && FILTER && STRIDE && PADDING;
    assigns fit->axis.W, fit->W_last;
    ensures INPUTS;
*/
static void begin_inputs(cnn_fit *fit) {
    int64_t first = fit->W, last = first;

    if (fit->W == 0)
        cnn_inputs_between(fit, &first, &last);
    fit->axis.W = first - 1;
    fit->W_last = last;
}

/*@ requires \valid(fit) && TOLD && FILTER && STRIDE;
    assigns fit->P, fit->P_last;
    ensures PADDINGS;
*/
static void begin_paddings(cnn_fit *fit) {
    int64_t first = 0, last = cnn_padding_most(fit);

    if (!fit->has_P)
        cnn_paddings_between(fit, &first, &last);
    fit->P = first - 1;
    fit->P_last = last;
}

/*@ requires \valid(fit) && TOLD && FILTER;
    assigns fit->axis.S, fit->S_last;
    ensures STRIDES;
*/
static void begin_strides(cnn_fit *fit) {
    int64_t first = fit->S, last = first;

    if (fit->S == 0) {
        first = 1;
        last = fit->axis.F;
        cnn_strides_between(fit, &first, &last);
    }
    fit->axis.S = first - 1;
    fit->S_last = last;
}

/*@ requires \valid(fit) && TOLD && FILTERS && STRIDES && fit->axis.S >= fit->S_last;
    assigns MOVED_STRIDE;
    ensures TOLD && FILTERS && STRIDES && (\result ==> FILTER);
    ensures \result ==> STRIDES_LEFT < \old(STRIDES_LEFT);
*/
static bool next_filter(cnn_fit *fit) {
    if (fit->axis.F >= fit->F_last)
        return false;
    fit->axis.F++;
    begin_strides(fit);
    return true;
}

/*@ requires \valid(fit) && TOLD && FILTERS && STRIDES && PADDINGS && fit->P >= fit->P_last;
    assigns MOVED_PADDING;
    ensures TOLD && FILTERS && STRIDES && PADDINGS;
    ensures \result ==> PADDINGS_LEFT < \old(PADDINGS_LEFT);
*/
static bool next_stride(cnn_fit *fit) {
    /*@ loop invariant TOLD && FILTERS && STRIDES;
        loop invariant STRIDES_LEFT <= \at(STRIDES_LEFT, Pre);
        loop assigns MOVED_STRIDE;
        loop variant STRIDES_LEFT;
    */
    while (fit->axis.S >= fit->S_last)
        if (!next_filter(fit))
            return false;
    fit->axis.S++;
    begin_paddings(fit);
    return true;
}

/*@ requires \valid(fit) && TOLD && LEFT && fit->axis.W >= fit->W_last;
    assigns MOVED_INPUT;
    ensures TOLD && FILTERS && STRIDES;
    ensures PADDINGS && INPUTS;
    ensures fit->has_P ==> same_padding{Pre, Here}(fit);
    ensures \result ==> INPUTS_LEFT < \old(INPUTS_LEFT);
*/
static bool next_padding(cnn_fit *fit) {
    /*@ loop invariant TOLD && FILTERS && STRIDES && PADDINGS;
        loop invariant PADDINGS_LEFT <= \at(PADDINGS_LEFT, Pre);
        loop assigns MOVED_PADDING;
        loop variant PADDINGS_LEFT;
    */
    while (fit->P >= fit->P_last)
        if (!next_stride(fit))
            return false;
    fit->P++;
    //@ assert PADDINGS_LEFT < \at(PADDINGS_LEFT, Pre);
    //@ assert PADDINGS && FILTER && STRIDE;
    if (!fit->has_P)
        fit->axis.begin = fit->axis.end = fit->P;
    begin_inputs(fit);
    //@ assert PADDINGS_LEFT < \at(PADDINGS_LEFT, Pre);
    //@ assert 0 <= above(fit->W_last - fit->axis.W) <= CNN_MAX;
    return true;
}

/*@ requires \valid(fit) && TOLD && LEFT;
    assigns MOVED_INPUT;
    ensures TOLD && LEFT && (fit->has_P ==> same_padding{Pre, Here}(fit));
    ensures \result ==> INPUTS_LEFT < \old(INPUTS_LEFT);
    ensures \result ==> FILTER && STRIDE && PADDING && INPUT;
*/
static bool next_input(cnn_fit *fit) {
    /*@ loop invariant TOLD && LEFT;
        loop invariant fit->has_P ==> same_padding{Pre, Here}(fit);
        loop invariant INPUTS_LEFT <= \at(INPUTS_LEFT, Pre);
        loop assigns MOVED_INPUT;
        loop variant INPUTS_LEFT;
    */
    while (fit->axis.W >= fit->W_last)
        if (!next_padding(fit))
            return false;
    fit->axis.W++;
    return true;
}

/* Whether the layer that is looked at gives what was told. */
/*@ requires \valid(fit) && TOLD && (\let axis = &fit->axis; IN_RANGE);
    assigns fit->out, fit->axis.begin, fit->axis.end;
    ensures \result ==> \let axis = &fit->axis; SIZED;
    ensures \result && !fit->transposed && fit->padding == CNN_PADDED ==>
      \let axis = &fit->axis; \let round = fit->round; CONV;
    ensures \result && !fit->transposed && fit->padding != CNN_PADDED ==>
      \let axis = &fit->axis; CONV_SAME;
    ensures \result && fit->transposed && fit->padding == CNN_PADDED ==>
      \let axis = &fit->axis; TRANSPOSED;
    ensures \result && fit->transposed && fit->padding != CNN_PADDED ==>
      \let axis = &fit->axis; TRANSPOSED_SAME;
    ensures 0 <= fit->axis.begin && 0 <= fit->axis.end;
    ensures fit->padding == CNN_PADDED ==> same_padding{Pre, Here}(fit);
*/
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

/*@ requires \valid(fit) && TOLD;
    assigns fit->axis.F, fit->F_last, fit->axis.S, fit->S_last, fit->P, fit->P_last;
    assigns fit->axis.W, fit->W_last;
    ensures TOLD && LEFT;
*/
void cnn_fit_begin(cnn_fit *fit) {
    int64_t first = fit->F, last = first;

    if (fit->F == 0) {
        first = 1;
        last = fit->F_most;
        cnn_filters_between(fit, &first, &last);
    }
    fit->axis.F = first - 1;
    fit->F_last = last;
    fit->axis.S = fit->S_last = 0;
    fit->P = fit->P_last = 0;
    fit->axis.W = fit->W_last = 0;
}

/*@ requires \valid(fit) && TOLD && LEFT;
    assigns MOVED_INPUT, fit->out;
    ensures TOLD && LEFT;
    ensures \result ==> \let axis = &fit->axis; \let round = fit->round; SOLVED;
    ensures \result ==> FILTER && STRIDE && PADDING && INPUT;
    ensures fit->has_P && fit->padding == CNN_PADDED ==> same_padding{Pre, Here}(fit);
*/
bool cnn_fit_next(cnn_fit *fit) {
    /*@ loop invariant TOLD && LEFT;
        loop invariant fit->has_P && fit->padding == CNN_PADDED ==> same_padding{Pre, Here}(fit);
        loop assigns MOVED_INPUT, fit->out;
        loop variant INPUTS_LEFT;
    */
    while (next_input(fit))
        if (solves(fit))
            return true;
    return false;
}
