/* A network from its file, line by line. */
#include "network.h"

#include "labels.h"
#include "room.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

void network_name(const struct network *network, int32_t layer, struct text *text) {
    if (network->origins[layer].label != NULL)
        text_add(text, network->origins[layer].label);
    else if (network->net.layers[layer].kind->family == CNN_SOURCE)
        text_add(text, "-");
    else
        text_whole(text, layer);
}

void network_refer(const struct network *network, int32_t layer, struct text *text) {
    bool unnamed = network->origins[layer].label == NULL &&
                   network->net.layers[layer].kind->family == CNN_SOURCE;

    if (unnamed)
        text_add(text, "the input");
    else
        network_name(network, layer, text);
}

/* ---- Room ---------------------------------------------------------------------------------- */

#define LAYERS_FIRST 64

/* Makes room for one more; false: there is no memory. */
static bool room_for_layer(struct network *network) {
    if (network->net.count < network->layer_room)
        return true;
    size_t room = network->layer_room == 0 ? LAYERS_FIRST : 2 * (size_t)network->layer_room;
    cnn_net_layer *layers = array_grow(network->net.layers, room, sizeof *layers);
    if (layers != NULL)
        network->net.layers = layers;
    struct origin *origins = array_grow(network->origins, room, sizeof *origins);
    if (origins != NULL)
        network->origins = origins;
    if (layers == NULL || origins == NULL)
        return false;
    network->layer_room = (int32_t)room;
    return true;
}

static bool add_input(struct network *network, int32_t layer) {
    if (network->input_count == network->input_room) {
        size_t room = network->input_room == 0 ? LAYERS_FIRST : 2 * network->input_room;
        int32_t *inputs = array_grow(network->inputs, room, sizeof *inputs);
        if (inputs == NULL)
            return false;
        network->inputs = inputs;
        network->input_room = room;
        network->net.inputs = inputs;
    }
    network->inputs[network->input_count++] = layer;
    return true;
}

static bool room_for_spans(cnn_net *net) {
    size_t room = 2 * net->span_room + CNN_SPANS_MOST;
    cnn_span *spans = array_grow(net->spans, room, sizeof *spans);

    if (spans == NULL)
        return false;
    net->spans = spans;
    net->span_room = room;
    return true;
}

/* ---- A line -------------------------------------------------------------------------------- */

struct reader {
    struct network *network;
    struct defaults defaults;
    bool no_memory;
    char *words[WORDS_MOST + 1];
};

static bool fault_word(struct fault *fault, const char *word, const char *wrong) {
    struct text culprit;

    text_clear(&culprit);
    text_typed(&culprit, word);
    return fault_say(fault, STATUS_BAD_QUESTION, culprit.bytes, "%s", wrong);
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_label(const char *label) {
    if (!is_letter(*label))
        return false;
    for (; *label != '\0'; label++)
        if (!is_letter(*label) && !(*label >= '0' && *label <= '9') && *label != '.' &&
            *label != '-')
            return false;
    return true;
}

#define LABEL_MOST 255 /* bytes */

/* "label:" becomes "label". */
static bool read_label(const struct network *network, char *word, struct fault *fault) {
    word[strlen(word) - 1] = '\0';
    if (!is_label(word)) {
        fault_word(fault, word, "is no label");
        text_add(fault_hint(fault), "a letter or _, then letters, digits, _ . -");
        return false;
    }
    if (strlen(word) > LABEL_MOST)
        return fault_word(fault, word, "is longer than 255 bytes");
    int32_t other = labels_find(network->labels, word);
    if (other < 0)
        return true;
    fault_word(fault, word, "");
    text_format(&fault->sentence, "is the label of line %lld too",
                (long long)network->origins[other].line);
    return false;
}

static bool find_label(const struct network *network, const char *word, int32_t *layer,
                       struct fault *fault) {
    *layer = -1;
    if (word[1] == '\0')
        return fault_word(fault, word, "a label is missing");
    *layer = labels_find(network->labels, word + 1);
    if (*layer >= 0)
        return true;
    fault_word(fault, word, "no layer above has that label");
    fault_did_you_mean(fault, "@", labels_nearest(network->labels, word + 1));
    return false;
}

/* How many inputs a line names, against how many its kind takes. */
static bool check_inputs(const cnn_kind_row *kind, char **labels, size_t count, bool above,
                         struct fault *fault) {
    if (kind->family == CNN_SOURCE && count > 0)
        return fault_word(fault, labels[0], "an input takes no other layer's output");
    if (kind->family == CNN_SOURCE)
        return true;
    if (!above) {
        fault_say(fault, STATUS_BAD_QUESTION, kind->name, "no layer is above it");
        text_add(fault_hint(fault), "a network begins with its input: input -W 227x227x3");
        return false;
    }
    if (kind->family != CNN_JOIN && count > 1) {
        fault_word(fault, labels[1], "");
        text_format(&fault->sentence, "%s takes one input", kind->name);
        return false;
    }
    if (kind->family == CNN_JOIN && count == 0) {
        fault_say(fault, STATUS_BAD_QUESTION, kind->name, "a second input is missing");
        text_format(fault_hint(fault), "the layer above and a label: %s @label", kind->name);
        return false;
    }
    return true;
}

/* Puts down the inputs of the layer that comes next. */
static bool add_inputs(struct reader *reader, const cnn_kind_row *kind, char **labels, size_t count,
                       struct fault *fault) {
    struct network *network = reader->network;
    int32_t above = network->net.count - 1, layer;
    bool beside = kind->family == CNN_JOIN && count == 1;

    if (!check_inputs(kind, labels, count, above >= 0, fault))
        return false;
    if (kind->family != CNN_SOURCE && (count == 0 || beside) && !add_input(network, above))
        reader->no_memory = true;
    for (size_t i = 0; i < count; i++) {
        if (!find_label(network, labels[i], &layer, fault))
            return false;
        if (!add_input(network, layer))
            reader->no_memory = true;
    }
    return !reader->no_memory;
}

/* The layer, once its inputs are there: what is typed, and what comes of it. */
static bool work_layer(struct reader *reader, struct layer_line *line, const cnn_kind_row *kind,
                       size_t first_input, struct fault *fault) {
    struct network *network = reader->network;
    cnn_net *net = &network->net;
    cnn_net_layer *layer = &net->layers[net->count];
    size_t inputs = network->input_count - first_input;
    const cnn_volume *in = inputs == 0 ? NULL : &net->layers[net->inputs[first_input]].out;

    if (line->decided != NULL)
        return network_decided(kind, in, line->decided, fault);
    if (!layer_line_make(line, kind, in, layer, fault))
        return false;
    layer->input = (int32_t)first_input;
    layer->input_count = (int32_t)inputs;
    cnn_error error = cnn_net_work(net, net->count);
    while (error.code == CNN_NO_ROOM && room_for_spans(net))
        error = cnn_net_work(net, net->count);
    reader->no_memory = error.code == CNN_NO_ROOM;
    if (error.code == CNN_OK)
        return true;
    if (reader->no_memory)
        return false;
    bool slides = network_slides(layer);
    assert(in != NULL || !slides);
    network->worked = error.code == CNN_OTHER_SIZE;
    network->misfit = slides && !network->worked && in->dims > 0;
    network->failed = *line;
    network_refuse(network, line, layer, error, fault);
    return false;
}

static bool read_layer(struct reader *reader, const char *label, char **words, size_t count,
                       int64_t number, struct fault *fault) {
    struct network *network = reader->network;
    size_t labels, first_input = network->input_count;
    struct layer_line line;

    const cnn_kind_row *kind = kind_find(words[0], fault);
    if (kind == NULL ||
        !layer_line_read(&line, &reader->defaults, kind, words + 1, count - 1, &labels, fault))
        return false;
    if (!room_for_layer(network)) {
        reader->no_memory = true;
        return false;
    }
    struct origin *origin = &network->origins[network->net.count];
    *origin = (struct origin){NULL, number};
    if (!add_inputs(reader, kind, words + 1, labels, fault))
        return false;
    if (label != NULL) {
        origin->label = labels_add(network->labels, label, network->net.count);
        reader->no_memory = origin->label == NULL;
    }
    if (reader->no_memory || !work_layer(reader, &line, kind, first_input, fault))
        return false;
    network->net.count++;
    return true;
}

/* Up to a word that begins with #. */
static size_t without_comment(char **words, size_t count) {
    size_t kept = 0;
    while (kept < count && words[kept][0] != '#')
        kept++;
    return kept;
}

static bool read_words(struct reader *reader, char **words, size_t count, int64_t number,
                       struct fault *fault) {
    const char *label = NULL;

    if (words[0][strlen(words[0]) - 1] == ':') {
        if (!read_label(reader->network, words[0], fault))
            return false;
        label = *words++;
        count--;
    }
    if (count == 0)
        return fault_word(fault, label, "a label without a layer");
    if (strcmp(words[0], "default") != 0)
        return read_layer(reader, label, words, count, number, fault);
    if (label != NULL)
        return fault_word(fault, label, "a default has no label");
    return default_read(&reader->defaults, words + 1, count - 1, fault);
}

static bool take_line(struct run *run, void *state, const struct place *place, char *line,
                      const char *wrong) {
    struct reader *reader = state;
    struct network *network = reader->network;
    size_t count;

    (void)run;
    network->place = *place;
    if (wrong != NULL)
        return fault_say(&network->fault, STATUS_BAD_QUESTION, "line", "%s", wrong);
    if (line_is_idle(line))
        return true;
    count = without_comment(reader->words, words_plain(line, reader->words));
    return read_words(reader, reader->words, count, place->line, &network->fault);
}

/* ---- All lines ----------------------------------------------------------------------------- */

static struct reader *reader_new(struct network *network, int round) {
    struct reader *reader = malloc(sizeof *reader);

    network->labels = labels_new();
    if (reader == NULL || network->labels == NULL) {
        free(reader);
        return NULL;
    }
    reader->network = network; /* the words are left as they are: they are many */
    defaults_begin(&reader->defaults, round);
    reader->no_memory = false;
    return reader;
}

bool network_read(struct network *network, struct run *run, const struct question *question,
                  int round) {
    const char *command = question->command->name;
    struct reader *reader = reader_new(network, round);

    fault_clear(&network->fault, command);
    if (reader == NULL) {
        run_fail(run, command, "memory", ENOMEM);
        return false;
    }
    const struct reading reading = {.take = take_line, .state = reader};
    run_lines(run, command, question->operand, &reading);
    if (reader->no_memory)
        run_fail(run, command, "memory", ENOMEM);
    free(reader);
    if (run->status == STATUS_MACHINE)
        return false;
    if (network->net.count == 0 && network->fault.status == STATUS_ANSWERED) {
        network->place.file = NULL;
        fault_say(&network->fault, STATUS_BAD_QUESTION, "input", "missing");
        text_add(fault_hint(&network->fault),
                 "a network begins with its input: input -W 227x227x3");
    }
    return true;
}

void network_free(struct network *network) {
    labels_free(network->labels);
    free(network->net.layers);
    free(network->net.spans);
    free(network->origins);
    free(network->inputs);
}
