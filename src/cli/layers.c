/* convout, params and pool: their options and fields, and the layer that they come to. */
#include "layers.h"

#include "commands.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

/* ---- Options ------------------------------------------------------------------------------- */

#define BODY(member) offsetof(struct layer_question, member)
#define WHOLE(name, letter, member, preset, least, most, help)                                     \
    { name, preset, "N", letter, KIND_WHOLE, BODY(member), least, most, NULL, help }
#define SIZES(name, letter, member, preset, least, help)                                           \
    { name, preset, "SIZE", letter, KIND_SIZES, BODY(member), least, CNN_MAX, NULL, help }
#define FLAG(name, member, value, help)                                                            \
    { name, "", "", 0, KIND_FLAG, BODY(member), value, value, NULL, help }

const struct row row_input_size = SIZES("input-size", 'W', W, "", 1,
                                        "width of the input, or every axis, width first: "
                                        "640x480; with its channels: 227x227x3");
const struct row row_height =
    WHOLE("height", 'H', H, "", 1, CNN_MAX, "height of the input; W unless told");
const struct row row_filter_size = SIZES("filter-size", 'F', F, "", 1,
                                         "width of the filter, or every axis; with its "
                                         "channels: 5x5x3");
const struct row row_stride = SIZES("stride", 'S', S, "1", 1, "step of the filter, or per axis");
static const struct row row_pool_stride =
    SIZES("stride", 'S', S, "", 1, "step of the window; F unless told");
const struct row row_pad = {
    .name = "pad",
    .letter = 'P',
    .kind = KIND_PADS,
    .offset = BODY(P),
    .preset = "0",
    .most = CNN_MAX,
    .value = "PAD",
    .help = "zero-padding on every side; per axis 1x2; begin:end 2:3, 0:1x2:3; same, same-lower; "
            "valid is 0"};
const struct row row_dilation =
    SIZES("dilation", 'd', d, "1", 1, "spacing of the filter's cells; 1 is an ordinary filter");
const struct row row_filters =
    WHOLE("filters", 'K', K, "", 1, CNN_MAX, "number of filters: the depth of the output");
const struct row row_channels = WHOLE("channels", 'C', C, "", 1, CNN_MAX, "channels of the input");
const struct row row_groups =
    WHOLE("groups", 'G', G, "", 1, CNN_MAX, "groups; they divide C and K");
const struct row row_depthwise =
    FLAG("depthwise", depthwise, 1, "as many groups as channels; K is C unless told");
const struct row row_rounding = {
    .name = "round",
    .letter = 'R',
    .kind = KIND_CHOICE,
    .offset = BODY(round),
    .preset = "exact",
    .choices = "exact floor ceil full",
    .value = "HOW",
    .help = "what becomes of a stride that does not divide: exact refuses it, floor drops the "
            "rest, ceil and full add a window"};
const struct row row_dims = WHOLE("dims", 0, dims, "2", 1, CNN_AXES, "axes: 1, 2 or 3");
static const struct row row_transpose = FLAG("transpose", transpose, 1, "a transposed layer");
const struct row row_output_pad =
    SIZES("output-pad", 0, output_pad, "0", 0, "cells added to a transposed layer's output");
const struct row row_no_bias = FLAG("no-bias", no_bias, 1, "the filters have no bias");
const struct row row_bias = FLAG("bias", no_bias, 0, "one bias for each filter");

static const struct row *const conv_rows[] = {
    &row_input_size, &row_height,  &row_filter_size, &row_stride,     &row_pad,
    &row_dilation,   &row_filters, &row_channels,    &row_groups,     &row_depthwise,
    &row_rounding,   &row_dims,    &row_transpose,   &row_output_pad, &row_no_bias,
    &row_bias,       NULL};

static const struct row *const pool_rows[] = {
    &row_input_size, &row_height,   &row_filter_size, &row_pool_stride, &row_pad,
    &row_dilation,   &row_channels, &row_rounding,    &row_dims,        NULL};

static_assert(sizeof conv_rows / sizeof *conv_rows <= OWN_ROWS_MOST + 1, "every row has a bit");

/* ---- Fields -------------------------------------------------------------------------------- */

#define GIVEN(name, needs)                                                                         \
    { name, needs, NULL, true, false, NULL }
#define FIELD(name, needs, help)                                                                   \
    { name, needs, "for a transposed layer", false, false, help }

#define GIVEN_FIRST                                                                                \
    GIVEN("W", "W"), {"H", "W", "with one axis", true, false, NULL}, GIVEN("F", ""),               \
        GIVEN("S", ""), {"P", "W", "for a filter that wide", true, false, NULL}, GIVEN("d", "")
#define GIVEN_LAST(round_absence) {"R", "", round_absence, true, false, NULL}, GIVEN("dims", "")
#define GIVEN_CONV                                                                                 \
    GIVEN_FIRST, GIVEN("K", "K"), GIVEN("C", "C"), GIVEN("G", ""),                                 \
        GIVEN_LAST("for a transposed layer"), GIVEN("transpose", ""),                              \
        {"output_pad", "", "for a layer that is not transposed", true, false, NULL},               \
        GIVEN("bias", "")
#define SIZE_FIELDS(deep)                                                                          \
    {"out", "", NULL, false, true, "the size, or the volume where its depth is known"},            \
        FIELD("size", "", "size of the output"), FIELD("width", "", "its width"),                  \
        {"height", "", "with one axis", false, false, "its height"},                               \
        FIELD("depth", deep, "its third axis, or else its channels"),                              \
        FIELD("volume", deep, "size and depth")
#define LAST_FIELD                                                                                 \
    { NULL, "", NULL, false, false, NULL }

static const struct field conv_fields[] = {
    GIVEN_CONV,
    SIZE_FIELDS("K"),
    FIELD("unused", "", "input cells, not padding, after the last window"),
    FIELD("windows", "", "positions of the filter"),
    FIELD("connections", "C", "inputs that each neuron sees"),
    FIELD("neurons", "K", "windows times K"),
    FIELD("weights", "CK", "trainable weights"),
    FIELD("biases", "CK", "trainable biases"),
    FIELD("params", "CK", "weights and biases"),
    FIELD("macs", "CK", "multiply-accumulates, one per weight used"),
    FIELD("flops", "CK", "twice the macs"),
    LAST_FIELD};

static const struct field params_fields[] = {GIVEN_CONV, FIELD("params", "", "weights and biases"),
                                             FIELD("weights", "", "trainable weights"),
                                             FIELD("biases", "", "trainable biases"), LAST_FIELD};

static const struct field pool_fields[] = {
    GIVEN_FIRST,
    GIVEN("C", "C"),
    GIVEN_LAST(NULL),
    SIZE_FIELDS("C"),
    FIELD("unused", "", "input cells, not padding, after the last window"),
    FIELD("windows", "", "positions of the window"),
    FIELD("params", "", "0: a pool layer has none"),
    LAST_FIELD};

/* ---- From the options to a layer ----------------------------------------------------------- */

static_assert(sizeof(struct layer_question) <= BODY_SIZE, "a layer's question fits its place");

const struct layer_question *layer_of(const struct question *question) {
    return (const struct layer_question *)question->body;
}

static struct layer_question *body_of(struct question *question) {
    return (struct layer_question *)question->body;
}

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

/* Whether a size ends in its channels. */
static bool has_depth(const struct sizes *sizes, const struct layer_question *q) {
    return sizes->count == q->dims + 1;
}

static bool check_required(const struct question *question, bool needs_W, bool needs_depths,
                           struct fault *fault) {
    const struct layer_question *q = layer_of(question);
    const struct need needs[] = {
        {&row_input_size, needs_W && q->W.count == 0},
        {&row_filter_size, q->F.count == 0},
        {&row_channels, needs_depths && q->C == 0 && !has_depth(&q->W, q) && !has_depth(&q->F, q)},
        {&row_filters, needs_depths && q->K == 0 && !q->depthwise}};

    return check_needs(question->command, needs, sizeof needs / sizeof *needs, fault);
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

static bool make_layer(struct question *question, struct fault *fault) {
    struct layer_question *q = body_of(question);

    if (q->transpose && option_given(question, &row_rounding))
        return fault_say(fault, STATUS_BAD_QUESTION, "--round",
                         "a transposed layer has no stride that does not divide");
    return layer_make(q, fault);
}

static bool ready_sized(struct question *question, struct fault *fault) {
    return check_required(question, true, false, fault) && make_layer(question, fault);
}

static bool ready_params(struct question *question, struct fault *fault) {
    return check_required(question, false, true, fault) && make_layer(question, fault);
}

/* ---- Asking -------------------------------------------------------------------------------- */

static cnn_error ask_conv(const struct question *question, cnn_trace *trace) {
    return cnn_conv(&layer_of(question)->layer, trace);
}

static cnn_error ask_params(const struct question *question, cnn_trace *trace) {
    return cnn_params(&layer_of(question)->layer, trace);
}

static cnn_error ask_pool(const struct question *question, cnn_trace *trace) {
    return cnn_pool(&layer_of(question)->layer, trace);
}

/* ---- Commands ------------------------------------------------------------------------------ */

static const char *const out_headline[] = {"out", NULL};
static const char *const params_headline[] = {"params", NULL};

const struct command command_convout = {
    .name = "convout",
    .summary = "how large is the output of a conv layer?",
    .synopsis = "-W SIZE -F SIZE [options]",
    .rows = conv_rows,
    .fields = conv_fields,
    .headline = out_headline,
    .typical = "-W 227 -F 11 -S 4",
    .examples = "$ cnncalc convout -W 227 -F 11 -S 4\n"
                "55\n"
                "$ cnncalc convout -W 227x227x3 -F 11 -S 4 -K 96\n"
                "55x55x96\n"
                "$ cnncalc convout -W 224 -F 7 -S 2 -P 3 -R floor\n"
                "112\n",
    .ready = ready_sized,
    .ask = ask_conv,
    .refuse = layer_refuse,
    .explain = layer_explain_conv,
};

const struct command command_params = {
    .name = "params",
    .summary = "how many trainable parameters has it?",
    .synopsis = "-F SIZE -C N -K N [options]",
    .rows = conv_rows,
    .fields = params_fields,
    .headline = params_headline,
    .typical = "-F 11 -C 3 -K 96",
    .examples = "$ cnncalc params -F 11 -C 3 -K 96\n"
                "34944\n"
                "$ cnncalc params -F 3x3x5 -K 25 -o weights,biases\n"
                "1125\t25\n",
    .ready = ready_params,
    .ask = ask_params,
    .refuse = layer_refuse,
    .explain = layer_explain_params,
};

const struct command command_pool = {
    .name = "pool",
    .summary = "how large is the output of a pool layer?",
    .synopsis = "-W SIZE -F SIZE [options]",
    .rows = pool_rows,
    .fields = pool_fields,
    .headline = out_headline,
    .typical = "-W 55 -F 3 -S 2",
    .examples = "$ cnncalc pool -W 55 -F 3 -S 2\n"
                "27\n"
                "$ cnncalc pool -W 55x55x96 -F 3 -S 2\n"
                "27x27x96\n",
    .ready = ready_sized,
    .ask = ask_pool,
    .refuse = layer_refuse,
    .explain = layer_explain_pool,
};
