/* From the options of a line to a layer of the network. */
#include "kinds.h"

/* An example of a kind's options, for a hint. */
static const char *example_of(const cnn_kind_row *kind) {
    switch (kind->family) {
    case CNN_SOURCE:
        return "-W 227x227x3";
    case CNN_CONV:
        return kind->act == CNN_TRANSPOSED ? "-K 64 -F 2 -S 2" : "-K 96 -F 11 -S 4";
    case CNN_POOL:
        return kind->act == CNN_PLAIN ? "-F 3 -S 2" : "-O 7";
    case CNN_DENSE:
        return "-K 4096";
    default:
        return kind->act == CNN_CROP    ? "-O 56"
               : kind->act == CNN_PAD   ? "-P 1"
               : kind->act == CNN_SLICE ? "-K 64 --from 64"
                                        : "-S 2";
    }
}

/* The options without which a line of that kind says nothing. */
static uint32_t missing_options(const struct layer_line *line, const cnn_kind_row *kind) {
    const struct layer_question *q = &line->q;
    bool F = q->F.count == 0, K = q->K == 0, S = q->S.count == 0, O = line->O.count == 0;
    bool C = q->C == 0 && q->W.count <= (int)q->dims;
    uint32_t need = 0;

    switch (kind->family) {
    case CNN_SOURCE:
        return C ? OPTION_C : 0;
    case CNN_CONV:
        need = (F ? OPTION_F : 0U) | (K && !q->depthwise ? OPTION_K : 0U);
        break;
    case CNN_POOL:
        need = kind->act == CNN_PLAIN      ? (F ? OPTION_F : 0)
               : kind->act == CNN_ADAPTIVE ? (O ? OPTION_O : 0)
                                           : 0;
        break;
    case CNN_DENSE:
        need = K ? OPTION_K : 0;
        break;
    case CNN_RESHAPE:
        need = kind->act == CNN_CROP           ? (O ? OPTION_O : 0)
               : kind->act == CNN_PAD          ? (line->q.P.count == 0 ? OPTION_P : 0)
               : kind->act == CNN_SLICE        ? (K ? OPTION_K : 0)
               : kind->act == CNN_PIXELSHUFFLE ? (S ? OPTION_S : 0)
               : kind->act == CNN_UPSAMPLE     ? (S && O ? OPTION_S : 0)
                                               : 0;
        break;
    default:
        break;
    }
    return need;
}

static bool check_missing(const struct layer_line *line, const cnn_kind_row *kind,
                          struct fault *fault) {
    uint32_t missing = missing_options(line, kind);
    struct text culprits;

    if (missing == 0)
        return true;
    text_clear(&culprits);
    for (int i = 0; i < LINE_ROWS; i++)
        if ((missing >> i & 1) != 0)
            text_format(&culprits, "%s--%s", culprits.length > 0 ? ", " : "", line_rows[i]->name);
    fault_say(fault, STATUS_BAD_QUESTION, culprits.bytes, "missing");
    text_format(fault_hint(fault), "for example: %s %s", kind->name, example_of(kind));
    return false;
}

static bool make_input(struct layer_line *line, cnn_net_layer *layer, struct fault *fault) {
    struct layer_question *q = &line->q;

    if (q->W.count == 0) {
        layer->told = cnn_layer_of(0);
        layer->told.C = q->C;
        if ((line->given & OPTION_H) != 0)
            return fault_say(fault, STATUS_BAD_QUESTION, "--height", "a vector has no height");
        if ((line->given & OPTION_DIMS) != 0)
            return fault_say(fault, STATUS_BAD_QUESTION, "--dims", "a vector has no axes");
        return true;
    }
    q->F = (struct sizes){.count = 1, .of = {1}};
    q->S = q->F;
    if (!layer_make(q, fault))
        return false;
    layer->told = q->layer;
    return true;
}

/* The layer's input as convout would be told of it. */
static void tell_input(struct layer_question *q, const cnn_volume *in) {
    bool one = true;

    q->dims = in->dims;
    q->C = in->depth;
    for (int i = 0; i < in->dims; i++) {
        q->W.of[i] = in->size[i];
        one = one && in->size[i] == in->size[0];
    }
    q->W.count = one ? 1 : in->dims;
}

static bool make_window(struct layer_line *line, const cnn_kind_row *kind, const cnn_volume *in,
                        cnn_net_layer *layer, struct fault *fault) {
    struct layer_question *q = &line->q;

    if (in->dims == 0) {
        layer->told = cnn_layer_of(0); /* which the core refuses */
        return true;
    }
    tell_input(q, in);
    if (!layer_make(q, fault))
        return false;
    layer->told = q->layer;
    if (kind->family == CNN_CONV)
        layer->depthwise = q->depthwise;
    return true;
}

/* One number for each axis, and where there are axes only. */
static bool spread_over(const struct layer_line *line, const cnn_kind_row *kind,
                        const cnn_volume *in, cnn_net_layer *layer, struct fault *fault) {
    struct layer_question q = line->q;

    layer->told = cnn_layer_of(in->dims);
    if (in->dims == 0)
        return true;
    if (q.P.mode != CNN_PADDED)
        return fault_say(fault, STATUS_BAD_QUESTION, "--pad", "same is for a filter, not for %s",
                         kind->name);
    q.layer = layer->told;
    if ((q.S.count != 0 && !layer_spread(&row_stride, &q.S, in->dims, false, q.layer.axis,
                                         offsetof(cnn_axis, S), NULL, fault)) ||
        !layer_spread_pads(&q, fault))
        return false;
    layer->told = q.layer;
    return true;
}

/* Over a vector such a layer is refused, whatever its output. */
static bool needs_axes(const cnn_kind_row *kind) {
    return kind->family == CNN_CONV || kind->family == CNN_POOL ||
           (kind->family == CNN_RESHAPE && kind->act != CNN_FLATTEN && kind->act != CNN_SLICE);
}

/* The output that is told: its size, or its volume; of a vector, its length. */
static bool tell_output(const struct layer_line *line, int dims, cnn_net_layer *layer,
                        struct fault *fault) {
    const struct sizes *O = &line->O;

    layer->has_O = O->count != 0;
    if (!layer->has_O)
        return true;
    cnn_axis axes[CNN_AXES] = {{0}};
    layer->O.dims = dims;
    if (dims == 0) {
        layer->O.depth = O->of[0];
        if (O->count > 1 && !needs_axes(layer->kind))
            return fault_say(fault, STATUS_BAD_QUESTION, "--output-size",
                             "%d numbers, where the output is a vector", O->count);
        return true;
    }
    if (!layer_spread(&row_output_size, O, dims, true, axes, offsetof(cnn_axis, W), &layer->O.depth,
                      fault))
        return false;
    for (int i = 0; i < dims; i++)
        layer->O.size[i] = axes[i].W;
    return true;
}

static int output_axes(const cnn_net_layer *layer, const cnn_volume *in) {
    cnn_act act = layer->kind->act;

    return layer->kind->family == CNN_SOURCE                        ? layer->told.dims
           : layer->kind->family == CNN_DENSE || act == CNN_FLATTEN ? 0
                                                                    : in->dims;
}

static bool make_told(struct layer_line *line, const cnn_kind_row *kind, const cnn_volume *in,
                      cnn_net_layer *layer, struct fault *fault) {
    const struct layer_question *q = &line->q;

    if (kind->family == CNN_SOURCE)
        return make_input(line, layer, fault);
    if (kind->family == CNN_CONV || (kind->family == CNN_POOL && kind->act == CNN_PLAIN))
        return make_window(line, kind, in, layer, fault);
    if (kind->family == CNN_RESHAPE)
        return spread_over(line, kind, in, layer, fault);
    layer->told.G = q->G != 0 ? q->G : 1; /* of norms, as the bias is */
    layer->told.bias = !q->no_bias;
    return true;
}

bool layer_line_make(struct layer_line *line, const cnn_kind_row *kind, const cnn_volume *in,
                     cnn_net_layer *layer, struct fault *fault) {
    const uint32_t both = OPTION_S | OPTION_O;

    if (kind->act == CNN_UPSAMPLE && (line->given & both) == both)
        return fault_say(fault, STATUS_BAD_QUESTION, "--output-size", "--stride is told too");
    *layer = (cnn_net_layer){.kind = kind, .shared = line->shared, .from = line->from};
    if (!check_missing(line, kind, fault) || !make_told(line, kind, in, layer, fault))
        return false;
    if (kind->family == CNN_DENSE || kind->act == CNN_SLICE)
        layer->told.K = line->q.K;
    return tell_output(line, output_axes(layer, in), layer, fault);
}
