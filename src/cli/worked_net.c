/* The worked solution of a network, layer by layer. */
#include "explain.h"
#include "net.h"

#include <assert.h>
#include <inttypes.h>

#define FIELD_WIDTH 18 /* "  rf      height  " */

static void add_out(const cnn_trace *trace, struct text *text) {
    text_item(text, cnn_find(trace, "out"), 0);
}

/* ---- What a layer is ------------------------------------------------------------------------- */

#define PATHS_MOST 8   /* of a join, whose places are shown */
#define NAMES_ROOM 400 /* bytes of a list of inputs */

static void add_inputs(const struct network *network, const cnn_net_layer *layer,
                       struct text *text) {
    const int32_t *inputs = network->inputs + layer->input;

    for (int32_t i = 0; i < layer->input_count; i++) {
        if (text->length > NAMES_ROOM) {
            text_format(text, " and %" PRId32 " more", layer->input_count - i);
            break;
        }
        text_add(text, i == 0 ? "" : i == layer->input_count - 1 ? " and " : ", ");
        network_refer(network, inputs[i], text);
    }
}

static void describe_join(const struct network *network, const cnn_net_layer *layer,
                          const cnn_trace *trace, struct text *text) {
    text_add(text, layer->kind->act == CNN_CONCAT ? "the channels of "
                   : layer->kind->act == CNN_MUL  ? "the product of "
                                                  : "the sum of ");
    add_inputs(network, layer, text);
    text_add(text, ": ");
    add_out(trace, text);
    text_add(text, "; no parameters");
}

static void add_size(const cnn_trace *trace, struct text *text) {
    const cnn_item *out = cnn_find(trace, "out");
    for (int i = 0; i < out->axes; i++)
        text_format(text, "%s%" PRId64, i > 0 ? "x" : "", out->whole[i]);
}

static void describe_reshape(const cnn_net_layer *layer, const cnn_volume *in,
                             const cnn_trace *trace, struct text *text) {
    switch (layer->kind->act) {
    case CNN_FLATTEN:
        for (int i = 0; i < in->dims; i++)
            text_format(text, "%" PRId64 "*", in->size[i]);
        text_format(text, "%" PRId64, in->depth);
        if (in->dims > 0) {
            text_add(text, " = ");
            add_out(trace, text);
        }
        text_add(text, " numbers");
        break;
    case CNN_CROP:
        text_add(text, "the middle ");
        add_size(trace, text);
        text_add(text, " of each channel: ");
        add_out(trace, text);
        break;
    case CNN_SLICE:
        if (layer->told.K == 1)
            text_format(text, "channel %" PRId64, layer->from);
        else
            text_format(text, "channels %" PRId64 " to %" PRId64, layer->from,
                        layer->from + layer->told.K - 1);
        text_format(text, " of %" PRId64 ": ", in->depth);
        add_out(trace, text);
        break;
    case CNN_PIXELSHUFFLE:
        text_format(text, "%" PRId64 " channels become %" PRId64, in->depth, layer->out.depth);
        break;
    case CNN_UPSAMPLE:
        text_add(text, "keeps the depth");
        if (layer->has_O) {
            text_add(text, ": ");
            add_out(trace, text);
        }
        break;
    default:
        text_add(text, "keeps the depth");
    }
    text_add(text, "; no parameters");
}

static void describe_dense(const cnn_net_layer *layer, const cnn_volume *in, const cnn_trace *trace,
                           struct text *text) {
    const cnn_item *C = cnn_find(trace, "C");

    text_format(text, "%" PRId64 " %s of ", layer->told.K,
                layer->told.K == 1 ? "neuron" : "neurons");
    for (int i = 0; i < in->dims; i++)
        text_format(text, "%" PRId64 "*", in->size[i]);
    text_format(text, "%" PRId64, in->depth);
    if (in->dims > 0) {
        text_add(text, " = ");
        text_item(text, C, 0);
    }
    text_add(text, " inputs");
}

static void describe_pool(const cnn_net_layer *layer, const cnn_trace *trace, struct text *text) {
    if (layer->kind->act == CNN_PLAIN) {
        layer_describe(text, &layer->told, trace, true);
    } else if (layer->kind->act == CNN_GLOBAL) {
        text_add(text, "one window over all: ");
        add_out(trace, text);
    } else {
        text_add(text, "windows as asked: ");
        add_out(trace, text);
    }
    text_add(text, "; keeps the depth; no parameters");
}

static void describe(const struct network *network, const cnn_net_layer *layer,
                     const cnn_trace *trace, struct text *text) {
    bool source = layer->kind->family == CNN_SOURCE;
    const cnn_volume *in =
        source ? &layer->out : &network->net.layers[network->inputs[layer->input]].out;

    switch (layer->kind->family) {
    case CNN_SOURCE:
        add_out(trace, text);
        break;
    case CNN_CONV:
        layer_describe(text, &layer->told, trace, false);
        break;
    case CNN_POOL:
        describe_pool(layer, trace, text);
        break;
    case CNN_DENSE:
        describe_dense(layer, in, trace, text);
        break;
    case CNN_NORM:
    case CNN_POINTWISE:
        text_add(text, "keeps the volume ");
        add_out(trace, text);
        if (layer->kind->family == CNN_POINTWISE)
            text_add(text, "; no parameters");
        else if (layer->shared)
            text_add(text, "; one slope for all channels: 1 parameter");
        break;
    case CNN_JOIN:
        describe_join(network, layer, trace, text);
        break;
    default: /* CNN_RESHAPE */
        describe_reshape(layer, in, trace, text);
        break;
    }
}

/* "3 pool: ", or "input: ". */
static void begin_layer(const struct network *network, int32_t index, const cnn_net_layer *layer,
                        struct text *text) {
    bool unnamed = network->origins[index].label == NULL && layer->kind->family == CNN_SOURCE;

    text_clear(text);
    if (!unnamed) {
        network_name(network, index, text);
        text_add(text, " ");
    }
    text_format(text, "%s: ", layer->kind->name);
}

/* ---- Its numbers ----------------------------------------------------------------------------- */

/* An item's chain: once, or once for each axis. */
static void explain_axes(struct line *line, const char *name, int axes, struct out *out) {
    const cnn_item *item = cnn_find(line->trace, name);

    for (int i = 0; i < axes; i++) {
        explain_item(line, item, i, out);
        line->label = "";
    }
}

static const char *const size_labels[CNN_AXES] = {"  width", "  height", "  depth"};
static const char *const field_labels[CNN_AXES] = {"  rf      width", "          height",
                                                   "          depth"};

/* The size: once, or once for each axis; `tail` follows the last. */
static void explain_sizes(struct line *line, int axes, const char *tail, struct out *out) {
    const cnn_item *size = cnn_find(line->trace, "size"), *E = cnn_find(line->trace, "E");

    if (size == NULL)
        return;
    if (E != NULL && E->formula != NULL) {
        line->label = "  E";
        explain_axes(line, "E", axes, out);
    }
    line->lawless = true;
    assert(axes <= CNN_AXES);
    for (int i = 0; i < axes; i++) {
        line->label = axes == 1 ? "  size" : size_labels[i];
        line->tail = i == axes - 1 ? tail : NULL;
        explain_item(line, size, i, out);
    }
    line->tail = NULL;
    line->lawless = false;
}

static void explain_count(struct line *line, const char *label, const char *name, struct out *out) {
    const cnn_item *item = cnn_find(line->trace, name);

    line->label = label;
    if (item->formula != NULL)
        explain_item(line, item, 0, out);
}

/* Of each path its jump, and over which place unit 0 lies; where that is compared with others: not
 * of a pixel that is spread, nor of a field that is not known. */
static void explain_unaligned(const struct network *network, const cnn_net_layer *layer,
                              struct out *out) {
    struct text text;

    out_text(out, "          not aligned: units of the paths do not lie above one another\n");
    for (int32_t k = 0; k < layer->input_count && k < PATHS_MOST; k++) {
        int32_t input = network->inputs[layer->input + k];
        const cnn_net_layer *path = &network->net.layers[input];
        for (int i = 0; i < (path->alike ? 1 : path->out.dims); i++) {
            const cnn_field *field = &path->field[i];
            if (path->out.size[i] != layer->out.size[i] || field->size < 0)
                continue;
            text_clear(&text);
            text_add(&text, "          ");
            network_refer(network, input, &text);
            text_add(&text, ": ");
            if (!path->alike)
                text_format(&text, "%s, ", axis_names[i]);
            text_add(&text, "jump ");
            text_fraction(&text, field->jump, field->under);
            text_add(&text, ", unit 0 over pixel ");
            text_fraction(&text, field->middle, 2 * field->under);
            text_add(&text, "\n");
            explain_text(&text, out);
        }
    }
}

/* Only where the field changes is there something to say. */
static void explain_fields(struct line *line, const cnn_net_layer *layer, struct out *out) {
    const cnn_item *rf = cnn_find(line->trace, "rf"), *jump = cnn_find(line->trace, "jump");
    bool moves = layer->kind->family != CNN_SOURCE && layer->kind->family != CNN_POINTWISE &&
                 layer->kind->family != CNN_NORM && layer->kind->act != CNN_FLATTEN &&
                 layer->kind->act != CNN_SLICE;
    struct text text, chain;

    if (!moves || rf->kind == CNN_NONE)
        return;
    bool alike = layer->alike || rf->axes == 1;
    line->width = alike ? NET_LABEL_WIDTH : FIELD_WIDTH;
    assert(rf->axes <= CNN_AXES);
    for (int i = 0; i < (alike ? 1 : rf->axes); i++) {
        line->label = alike ? "  rf" : field_labels[i];
        text_clear(&text);
        if (jump->kind != CNN_NONE) {
            text_add(&text, "; jump ");
            if (jump->formula != NULL)
                formula_chain(&chain, line, jump, i);
            else {
                text_clear(&chain);
                text_axis(&chain, jump, i, line->digits);
            }
            text_add(&text, chain.bytes);
        }
        line->tail = text.length > 0 ? text.bytes : NULL;
        if (rf->formula != NULL) {
            explain_item(line, rf, i, out);
        } else {
            cnn_item one = {.kind = CNN_WHOLE, .name = "rf"};
            one.whole[0] = rf->whole[i];
            explain_item(line, &one, 0, out);
        }
    }
    line->tail = NULL;
    line->width = NET_LABEL_WIDTH;
}

void net_explain_layer(const struct question *question, const cnn_trace *trace, struct out *out) {
    const struct net_question *q = net_of(question);
    const cnn_net_layer *layer = &q->network->net.layers[q->layer];
    struct line line = {
        .trace = trace, .width = NET_LABEL_WIDTH, .digits = working_digits(question)};
    struct text text;

    begin_layer(q->network, q->layer, layer, &text);
    describe(q->network, layer, trace, &text);
    text_add(&text, "\n");
    explain_text(&text, out);
    text_add(&text, ", so ");
    add_out(trace, &text);
    explain_sizes(&line, layer->alike ? 1 : layer->out.dims, text.bytes, out);
    if (layer->kind->family != CNN_POOL)
        explain_count(&line, "  params", "params", out);
    explain_count(&line, "  macs", "macs", out);
    explain_fields(&line, layer, out);
    if (layer->unaligned)
        explain_unaligned(q->network, layer, out);
    if (q->dtype_told)
        explain_count(&line, "  memory", "memory", out);
}

/* ---- The layer that does not fit ------------------------------------------------------------- */

void net_explain_misfit(const struct question *question, struct out *out) {
    const struct net_question *q = net_of(question);
    const cnn_net *net = &q->network->net;
    const cnn_net_layer *layer = &net->layers[net->count];
    struct question alone;
    cnn_item items[ITEMS_MOST];
    cnn_trace trace = {.items = items, .capacity = ITEMS_MOST, .working = true};
    struct line line = {
        .trace = &trace, .width = NET_LABEL_WIDTH, .digits = working_digits(question)};
    struct text text;

    network_alone(&q->network->failed, layer, &alone);
    cnn_error error = alone.command->ask(&alone, &trace);
    begin_layer(q->network, net->count, layer, &text);
    layer_describe(&text, &layer_of(&alone)->layer, &trace, layer->kind->family == CNN_POOL);
    text_add(&text, "\n");
    explain_text(&text, out);
    explain_sizes(&line, layer_axes_alike(&layer_of(&alone)->layer) ? 1 : layer->told.dims, NULL,
                  out);
    layer_explain_misfit(&alone, &trace, error, out);
}
