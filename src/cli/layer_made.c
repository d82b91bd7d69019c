/* From the options to the layer that they come to. */
#include "layers.h"

#include <inttypes.h>
#include <string.h>

static bool fault_count(struct fault *fault, const struct row *row, int count, int axes,
                        bool channels_too) {
    struct text culprit;
    fault_say(fault, STATUS_BAD_QUESTION, option_culprit(row, &culprit),
              "%d numbers, where %d %s take%s 1%s%s", count, axes, axes == 1 ? "axis" : "axes",
              axes == 1 ? "s" : "",
              axes == 1   ? ""
              : axes == 2 ? " or 2"
                          : " or 3",
              channels_too ? ", or one more for the channels" : "");
    text_format(fault_hint(fault), "--dims says how many axes there are; it is %d", axes);
    return false;
}

/* One number for every axis, or one per axis; what it may hold beyond is the channels. */
bool layer_spread(const struct row *row, const struct sizes *sizes, int axes, bool deep,
                  cnn_axis *axis, size_t member, int64_t *depth, struct fault *fault) {
    bool has_depth = deep && sizes->count == axes + 1;

    if (sizes->count != 1 && sizes->count != axes && !has_depth)
        return fault_count(fault, row, sizes->count, axes, deep);
    for (int i = 0; i < axes; i++)
        memcpy((char *)&axis[i] + member, &sizes->of[sizes->count == 1 ? 0 : i], sizeof(int64_t));
    if (has_depth)
        *depth = sizes->of[axes];
    return true;
}

bool layer_spread_pads(struct layer_question *q, struct fault *fault) {
    const struct pads *pads = &q->P;

    q->layer.padding = pads->mode;
    if (pads->count != 1 && pads->count != q->layer.dims)
        return fault_count(fault, &row_pad, pads->count, q->layer.dims, false);
    for (int i = 0; i < q->layer.dims; i++) {
        int from = pads->count == 1 ? 0 : i;
        q->layer.axis[i].begin = pads->begin[from];
        q->layer.axis[i].end = pads->end[from];
    }
    return true;
}

static bool set_height(struct layer_question *q, struct fault *fault) {
    int64_t *H = &q->layer.axis[1].W;

    if (q->H == 0)
        return true;
    if (q->layer.dims == 1)
        return fault_say(fault, STATUS_BAD_QUESTION, "--height", "one axis has no height");
    if (q->W.count > 1 && q->H != *H)
        return fault_say(fault, STATUS_BAD_QUESTION, "--height",
                         "%" PRId64 " is not the height %" PRId64 " of --input-size", q->H, *H);
    *H = q->H;
    return true;
}

static bool spread_all(struct layer_question *q, int64_t *input_depth, int64_t *filter_depth,
                       struct fault *fault) {
    int axes = q->layer.dims;
    cnn_axis *axis = q->layer.axis;
    const struct sizes *S = q->S.count == 0 ? &q->F : &q->S;
    struct sizes pool_S = *S; /* F without its channels, where that is the stride */

    if (q->S.count == 0 && pool_S.count == axes + 1)
        pool_S.count = axes;
    return (q->W.count == 0 || layer_spread(&row_input_size, &q->W, axes, true, axis,
                                            offsetof(cnn_axis, W), input_depth, fault)) &&
           set_height(q, fault) &&
           layer_spread(&row_filter_size, &q->F, axes, true, axis, offsetof(cnn_axis, F),
                        filter_depth, fault) &&
           layer_spread(&row_stride, &pool_S, axes, false, axis, offsetof(cnn_axis, S), NULL,
                        fault) &&
           layer_spread(&row_dilation, &q->d, axes, false, axis, offsetof(cnn_axis, d), NULL,
                        fault) &&
           (q->output_pad.count == 0 ||
            layer_spread(&row_output_pad, &q->output_pad, axes, false, axis,
                         offsetof(cnn_axis, output_pad), NULL, fault)) &&
           layer_spread_pads(q, fault);
}

/* The channels may be said by -C, by -W and, as those of one group, by -F. */
static bool set_channels(struct layer_question *q, int64_t input_depth, int64_t filter_depth,
                         struct fault *fault) {
    cnn_layer *layer = &q->layer;

    layer->C = q->C != 0 ? q->C : input_depth;
    if (input_depth != 0 && layer->C != input_depth)
        return fault_say(fault, STATUS_BAD_QUESTION, "--channels",
                         "%" PRId64 " differs from %" PRId64 ", the channels of --input-size",
                         layer->C, input_depth);
    if (q->depthwise && layer->C == 0)
        return fault_say(fault, STATUS_BAD_QUESTION, "--depthwise", "needs --channels");
    layer->G = q->depthwise ? layer->C : q->G != 0 ? q->G : 1;
    layer->K = q->K == 0 && q->depthwise ? layer->C : q->K;
    if (filter_depth == 0)
        return true;
    if (layer->C == 0 && filter_depth > CNN_MAX / layer->G)
        return fault_say(fault, STATUS_NO_ANSWER, "--filter-size",
                         "its channels times the groups are beyond 2^63 - 1");
    if (layer->C == 0)
        layer->C = filter_depth * layer->G;
    if (layer->C % layer->G != 0 || layer->C / layer->G == filter_depth)
        return true;
    return fault_say(fault, STATUS_BAD_QUESTION, "--filter-size",
                     "%" PRId64 " channels differ from %" PRId64 ", those of %s", filter_depth,
                     layer->C / layer->G, layer->G == 1 ? "the input" : "one group of the input");
}

static bool adds_output(const struct sizes *sizes) {
    for (int i = 0; i < sizes->count; i++)
        if (sizes->of[i] != 0)
            return true;
    return false;
}

/* Options that do not go together. */
static bool check_together(const struct layer_question *q, struct fault *fault) {
    if (q->depthwise && q->G != 0)
        return fault_say(fault, STATUS_BAD_QUESTION, "--depthwise", "--groups is told too");
    bool padded = adds_output(&q->output_pad);
    if (!q->transpose && padded)
        return fault_say(fault, STATUS_BAD_QUESTION, "--output-pad", "only with --transpose");
    if (q->P.mode != CNN_PADDED && padded)
        return fault_say(fault, STATUS_BAD_QUESTION, "--output-pad",
                         "with --pad same the output is W*S");
    return true;
}

static bool one_number(const struct layer_question *q) {
    return q->layer.dims == 1 ||
           (q->W.count <= 1 && q->H == 0 && q->F.count <= 1 && q->S.count <= 1 && q->P.count <= 1 &&
            q->d.count <= 1 && q->output_pad.count <= 1);
}

bool layer_make(struct layer_question *q, struct fault *fault) {
    int64_t input_depth = 0, filter_depth = 0;

    q->layer = cnn_layer_of((int)q->dims);
    q->layer.round = (cnn_round)q->round;
    q->layer.transposed = q->transpose;
    q->layer.bias = !q->no_bias;
    q->layer.square = one_number(q);
    return check_together(q, fault) && spread_all(q, &input_depth, &filter_depth, fault) &&
           set_channels(q, input_depth, filter_depth, fault);
}
