/* A network as its file says it. */
#ifndef NETWORK_H
#define NETWORK_H

#include "layer_line.h"
#include "run.h"

/* Where a layer stands. */
struct origin {
    const char *label; /* NULL: it has none */
    int64_t line;
};

struct network {
    cnn_net net;
    struct origin *origins; /* of each layer */
    int32_t layer_room;
    int32_t *inputs;
    size_t input_count, input_room;
    struct labels *labels;
    struct fault fault; /* why the last line is no layer; status 0: there are no more lines */
    struct place place; /* of that line */
    bool misfit;        /* that line is a layer whose windows do not fit, behind the last layer */
    bool worked;        /* it is one that is worked out, but with another output than was told */
    struct layer_line failed;
};

/* "conv1" or "3"; "-" for an input without a label. */
void network_name(const struct network *network, int32_t layer, struct text *text);

/* The same within a sentence: "the input" where there is no name. */
void network_refer(const struct network *network, int32_t layer, struct text *text);

/* Reads a file: all layers up to the first that is wrong, which the fault then tells. False: the
 * machine has failed, which is reported. */
bool network_read(struct network *network, struct run *run, const struct question *question,
                  int round);

void network_free(struct network *network);

/* "--channels: decided by the layer's input, which is 6x6x256". */
bool network_decided(const cnn_kind_row *kind, const cnn_volume *in, const struct row *row,
                     struct fault *fault);

/* A layer with windows as a question of its own, to convout or to pool. */
void network_alone(const struct layer_line *line, const cnn_net_layer *layer,
                   struct question *question);

/* Whether windows slide over the layer's input. */
bool network_slides(const cnn_net_layer *layer);

/* The layer at fault, as a sentence with hints of what would fit. `line` is what was typed. */
void network_refuse(const struct network *network, const struct layer_line *line,
                    const cnn_net_layer *layer, cnn_error error, struct fault *fault);

#endif
