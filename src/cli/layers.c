/* convout, params and pool: their options, fields and questions. */
#include "layers.h"

#include "commands.h"
#include "values.h"

#include <assert.h>

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
    .choices = PADDINGS,
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
const struct row row_dims = DIMS_ROW(BODY(dims));
static const struct row row_transpose = FLAG("transpose", transpose, 1, "a transposed layer");
const struct row row_output_pad =
    SIZES("output-pad", 0, output_pad, "0", 0, "cells added to a transposed layer's output");
const struct row row_no_bias = FLAG("no-bias", no_bias, 1, "the filters have no bias");
const struct row row_bias = FLAG("bias", no_bias, 0, "one bias for each filter");

/* Columns of a picture: a page narrower than that cannot hold what must be shown. */
#define WIDTH_LEAST 64
#define WIDTH_MOST  1000

static const struct row row_draw = FLAG("draw", draw, 1, "the windows on the input, as a picture");
static const struct row row_width = {.name = "width",
                                     .preset = "80",
                                     .value = "N",
                                     .kind = KIND_PAGE,
                                     .offset = BODY(width),
                                     .least = 1,
                                     .most = CNN_MAX,
                                     .help = "columns of --draw, from 64 to 1000"};

#define CONV_ROWS                                                                                  \
    &row_input_size, &row_height, &row_filter_size, &row_stride, &row_pad, &row_dilation,          \
        &row_filters, &row_channels, &row_groups, &row_depthwise, &row_rounding, &row_dims,        \
        &row_transpose, &row_output_pad, &row_no_bias, &row_bias

static const struct row *const conv_rows[] = {CONV_ROWS, &row_draw, &row_width, NULL};
static const struct row *const params_rows[] = {CONV_ROWS, NULL};

static const struct row *const pool_rows[] = {
    &row_input_size, &row_height,   &row_filter_size, &row_pool_stride, &row_pad,   &row_dilation,
    &row_channels,   &row_rounding, &row_dims,        &row_draw,        &row_width, NULL};

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

/* ---- Questions ----------------------------------------------------------------------------- */

static_assert(sizeof(struct layer_question) <= BODY_SIZE, "a layer's question fits its place");

const struct layer_question *layer_of(const struct question *question) {
    return (const struct layer_question *)question->body;
}

static struct layer_question *body_of(struct question *question) {
    return (struct layer_question *)question->body;
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

static bool make_layer(struct question *question, struct fault *fault) {
    struct layer_question *q = body_of(question);

    if (q->transpose && option_given(question, &row_rounding))
        return fault_say(fault, STATUS_BAD_QUESTION, "--round",
                         "a transposed layer has no stride that does not divide");
    return layer_make(q, fault);
}

/* What may be meant for the input comes before the bounds of a page. */
static bool check_width(const struct question *question, struct fault *fault) {
    const struct layer_question *q = layer_of(question);

    if (!q->draw && option_given(question, &row_width)) {
        fault_say(fault, STATUS_BAD_QUESTION, "--width", "only with --draw");
        fault_did_you_mean(fault, "--", row_input_size.name);
        return false;
    }
    return value_within(&row_width, q->width, WIDTH_LEAST, WIDTH_MOST, fault);
}

static bool ready_sized(struct question *question, struct fault *fault) {
    return check_width(question, fault) && check_required(question, true, false, fault) &&
           make_layer(question, fault);
}

static bool ready_params(struct question *question, struct fault *fault) {
    return check_required(question, false, true, fault) && make_layer(question, fault);
}

/* ---- Rows of numbers ------------------------------------------------------------------------- */

/* A square question of the size alone. */
static bool is_plain(const struct question *question) {
    const struct layer_question *q = layer_of(question);

    return q->W.count == 1 && q->H == 0 && q->F.count == 1 && q->S.count <= 1 && q->d.count == 1 &&
           q->P.count == 1 && q->output_pad.count <= 1 && q->K == 0 && q->C == 0 && q->G == 0 &&
           !q->transpose;
}

static size_t answer_plain(const struct question *question, char *line) {
    const struct layer_question *q = layer_of(question);
    const cnn_axis axis = {.W = q->W.of[0],
                           .F = q->F.of[0],
                           .S = q->S.count == 0 ? q->F.of[0] : q->S.of[0],
                           .d = q->d.of[0],
                           .begin = q->P.begin[0],
                           .end = q->P.end[0]};
    cnn_windows w;

    if (q->output_pad.of[0] != 0 || cnn_window(&axis, q->P.mode, (cnn_round)q->round, &w) != CNN_OK)
        return 0;
    return cnn_write_whole(w.out, line);
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

/* ---- Pictures ------------------------------------------------------------------------------ */

static const char *const out_headline[] = {"out", NULL};

static const char *shows(const struct question *question) {
    return layer_of(question)->draw ? "--draw" : NULL;
}

/* A layer that does not fit is drawn too. */
static cnn_error show(const struct question *question, struct out *out) {
    const struct layer_question *q = layer_of(question);
    cnn_trace nothing = {.names = out_headline};
    bool drawn = layer_draw(&q->layer, q->width, out);
    cnn_error error = question->command->ask(question, &nothing);

    if (error.code == CNN_OK && !drawn)
        return (cnn_error){.code = CNN_BEYOND, .field = "draw"};
    /* An error points to names of the library, and to nothing of the trace. */
    /* cppcheck-suppress returnDanglingLifetime */
    return error;
}

/* ---- Commands ------------------------------------------------------------------------------ */

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
    .is_plain = is_plain,
    .answer_plain = answer_plain,
    .explain = layer_explain_conv,
    .shows = shows,
    .show = show,
};

const struct command command_params = {
    .name = "params",
    .summary = "how many trainable parameters has it?",
    .synopsis = "-F SIZE -C N -K N [options]",
    .rows = params_rows,
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
    .is_plain = is_plain,
    .answer_plain = answer_plain,
    .explain = layer_explain_pool,
    .shows = shows,
    .show = show,
};
