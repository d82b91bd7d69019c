/* A layer that does not go with what is above it, as a sentence. */
#include "commands.h"
#include "network.h"

#include <inttypes.h>
#include <string.h>

static void add_volume(struct text *text, const cnn_volume *volume) {
    for (int i = 0; i < volume->dims; i++)
        text_format(text, "%" PRId64 "x", volume->size[i]);
    text_whole(text, volume->depth);
}

static void add_size(struct text *text, const cnn_volume *volume) {
    for (int i = 0; i < volume->dims; i++)
        text_format(text, "%s%" PRId64, i > 0 ? "x" : "", volume->size[i]);
}

static int32_t input_of(const struct network *network, const cnn_net_layer *layer, int32_t i) {
    return network->inputs[layer->input + i];
}

static const cnn_volume *volume_of(const struct network *network, const cnn_net_layer *layer,
                                   int32_t i) {
    return &network->net.layers[input_of(network, layer, i)].out;
}

/* "6*6*256 = 9216". Gives whether that is beyond the counts. */
static bool add_product(struct text *text, const cnn_volume *volume, bool with_depth) {
    int factors = volume->dims + (with_depth ? 1 : 0);
    int64_t product = 1;
    bool beyond = false;

    for (int i = 0; i < factors; i++) {
        int64_t factor = i < volume->dims ? volume->size[i] : volume->depth;
        text_format(text, "%s%" PRId64, i > 0 ? "*" : "", factor);
        beyond = beyond || product > CNN_MAX / factor;
        product = beyond ? 0 : product * factor;
    }
    if (beyond)
        text_add(text, ", which is beyond 2^63 - 1");
    else
        text_format(text, " = %" PRId64, product);
    return beyond;
}

bool network_decided(const cnn_kind_row *kind, const cnn_volume *in, const struct row *row,
                     struct fault *fault) {
    struct text culprit;

    fault_at(fault, STATUS_BAD_QUESTION, option_culprit(row, &culprit));
    text_add(&fault->sentence, "decided by the layer's input, which is ");
    add_volume(&fault->sentence, in);
    if (kind->family == CNN_DENSE && in->dims > 0) {
        text_add(&fault->sentence, ": ");
        add_product(&fault->sentence, in, true);
    }
    return false;
}

/* The input above that one that the output has its size from. */
static int32_t joined_before(const struct network *network, const cnn_net_layer *layer,
                             int32_t at) {
    const cnn_volume *out = &layer->out;
    int32_t i = 0;

    while (i < at - 1 && memcmp(volume_of(network, layer, i)->size, out->size,
                                (size_t)out->dims * sizeof *out->size) != 0)
        i++;
    return i;
}

/* Both volumes of a join that do not go together. */
static void refuse_join(const struct network *network, const cnn_net_layer *layer, int32_t at,
                        struct fault *fault) {
    struct text *sentence = &fault->sentence;
    int32_t with = joined_before(network, layer, at);
    const cnn_volume *first = volume_of(network, layer, with),
                     *other = volume_of(network, layer, at);
    cnn_act act = layer->kind->act;

    fault_at(fault, STATUS_NO_ANSWER, layer->kind->name);
    add_volume(sentence, first);
    text_add(sentence, " of ");
    network_refer(network, input_of(network, layer, with), sentence);
    text_add(sentence, " and ");
    add_volume(sentence, other);
    text_add(sentence, " of ");
    network_refer(network, input_of(network, layer, at), sentence);
    text_add(sentence, act == CNN_CONCAT ? " are not of the same size" : " are not equal");
    if (act != CNN_MUL || first->dims == 0 || other->dims != first->dims)
        return;
    text_add(fault_hint(fault),
             "mul takes equal volumes, or one that is a pixel of the same depth");
}

/* A layer that asks for axes, over a vector: of an input, or one that a layer has made. */
static void refuse_vector(const struct network *network, const cnn_net_layer *layer,
                          struct fault *fault) {
    fault_say(fault, STATUS_NO_ANSWER, layer->kind->name,
              "its input is a vector of %" PRId64 ", which has no axes",
              volume_of(network, layer, 0)->depth);
    while (layer->kind->family != CNN_SOURCE)
        layer = &network->net.layers[input_of(network, layer, 0)];
    text_add(fault_hint(fault), layer->out.dims == 0
                                    ? "an input with axes has a size: input -W 28x28x1"
                                    : "flatten and dense make vectors: such a layer stands above "
                                      "them");
}

static void refuse_other(const cnn_net_layer *layer, struct fault *fault) {
    struct text *sentence = &fault->sentence;

    fault_at(fault, STATUS_NO_ANSWER, "--output-size");
    if (layer->O.depth != 0)
        add_volume(sentence, &layer->O);
    else
        add_size(sentence, &layer->O);
    text_add(sentence, " is not the output, which is ");
    if (layer->O.depth != 0)
        add_volume(sentence, &layer->out);
    else
        add_size(sentence, &layer->out);
}

static void refuse_outside(const struct network *network, const cnn_net_layer *layer,
                           struct fault *fault) {
    const cnn_volume *in = volume_of(network, layer, 0);
    struct text *sentence = &fault->sentence;

    if (layer->kind->act == CNN_SLICE) {
        fault_say(fault, STATUS_NO_ANSWER, layer->told.K > in->depth ? "--filters" : "--from",
                  "%" PRId64 " channels from %" PRId64 " on are not among the %" PRId64
                  " of the input",
                  layer->told.K, layer->from, in->depth);
        return;
    }
    fault_at(fault, STATUS_NO_ANSWER, "--output-size");
    add_size(sentence, &layer->O);
    text_add(sentence, " is not within ");
    add_size(sentence, in);
}

/* Channels that do not go into a pixel's square. */
static void refuse_shuffle(const struct network *network, const cnn_net_layer *layer,
                           struct fault *fault) {
    cnn_volume steps = {.dims = layer->out.dims};

    for (int i = 0; i < steps.dims; i++)
        steps.size[i] = layer->told.axis[i].S;
    fault_at(fault, STATUS_NO_ANSWER, "--stride");
    bool beyond = add_product(&fault->sentence, &steps, false);
    text_format(&fault->sentence, "%s does not divide the %" PRId64 " channels", beyond ? "," : "",
                volume_of(network, layer, 0)->depth);
}

/* Groups of a layer without filters. */
static void refuse_groups(const cnn_net_layer *layer, struct fault *fault) {
    fault_say(fault, STATUS_NO_ANSWER, "--groups",
              "%" PRId64 " does not divide the %" PRId64 " channels", layer->told.G, layer->told.C);
    layer_hint_groups(&layer->told, fault_hint(fault));
}

static void refuse_beyond(const struct network *network, const cnn_net_layer *layer,
                          struct fault *fault) {
    if (layer->kind->act == CNN_FLATTEN) {
        fault_at(fault, STATUS_NO_ANSWER, layer->kind->name);
        add_product(&fault->sentence, volume_of(network, layer, 0), true);
        return;
    }
    fault_say(fault, STATUS_NO_ANSWER, layer->kind->name,
              "the size of the output is beyond 2^63 - 1");
}

/* Windows that do not fit: what convout or pool says of that layer alone. */
static void refuse_windows(const struct layer_line *line, const cnn_net_layer *layer,
                           struct fault *fault) {
    struct question question;
    cnn_item items[ITEMS_MOST];
    cnn_trace trace = {.items = items, .capacity = ITEMS_MOST};

    network_alone(line, layer, &question);
    question.command->refuse(&question, question.command->ask(&question, &trace), fault);
}

void network_alone(const struct layer_line *line, const cnn_net_layer *layer,
                   struct question *question) {
    bool pool = layer->kind->family == CNN_POOL;

    question_clear(question, pool ? &command_pool : &command_convout);
    memcpy(question->body, &line->q, sizeof line->q);
}

bool network_slides(const cnn_net_layer *layer) {
    return layer->kind->family == CNN_CONV ||
           (layer->kind->family == CNN_POOL && layer->kind->act == CNN_PLAIN);
}

void network_refuse(const struct network *network, const struct layer_line *line,
                    const cnn_net_layer *layer, cnn_error error, struct fault *fault) {
    switch (error.code) {
    case CNN_VECTOR:
        refuse_vector(network, layer, fault);
        break;
    case CNN_UNEQUAL:
        refuse_join(network, layer, error.axis, fault);
        break;
    case CNN_OTHER_SIZE:
        refuse_other(layer, fault);
        break;
    case CNN_OUTSIDE:
        refuse_outside(network, layer, fault);
        break;
    default:
        if (network_slides(layer))
            refuse_windows(line, layer, fault);
        else if (error.code != CNN_UNGROUPED)
            refuse_beyond(network, layer, fault);
        else if (layer->kind->act == CNN_PIXELSHUFFLE)
            refuse_shuffle(network, layer, fault);
        else
            refuse_groups(layer, fault);
    }
}
