/* The layers of a network as they are typed: kinds, their options, and what `default` says. */
#ifndef LAYER_LINE_H
#define LAYER_LINE_H

#include "layers.h"

/* The options of one line. */
struct layer_line {
    struct layer_question q; /* first: its rows are those of convout and pool */
    struct sizes O;
    int64_t from;
    bool shared;
    uint32_t given;            /* a bit for each option that the line says itself */
    const struct row *decided; /* NULL, or an option that says what its input says already */
};

/* The options that a kind of layer takes: a bit for each; and in words, "-F -S -P". */
uint32_t kind_options(const cnn_kind_row *kind);
void kind_add_options(const cnn_kind_row *kind, struct text *text);

/* What the help says of the lines: each list of options, and the kinds that take it. */
void kinds_help(struct out *out);

/* What `default` lines and the command line say, kind by kind. */
struct defaults {
    struct {
        struct layer_line line;
        bool made;
        uint32_t by_kind; /* options that "default KIND" says */
    } of[CNN_KINDS_MOST];
    int round; /* of the command line */
};

void defaults_begin(struct defaults *defaults, int round);

/* The kind of that name; NULL: the fault says what may have been meant. */
const cnn_kind_row *kind_find(const char *name, struct fault *fault);

/* "default [KIND] options": the words after the first. */
bool default_read(struct defaults *defaults, char **words, size_t count, struct fault *fault);

/* The options of a line of that kind, from the words after the kind. Labels of inputs, "@label",
 * are left to the caller: they are moved to the front, and *labels is how many they are. */
bool layer_line_read(struct layer_line *line, struct defaults *defaults, const cnn_kind_row *kind,
                     char **words, size_t count, size_t *labels, struct fault *fault);

/* What the line comes to, over an input with that volume (NULL for an input). The options that it
 * needs must be there, and its sizes have as many axes. */
bool layer_line_make(struct layer_line *line, const cnn_kind_row *kind, const cnn_volume *in,
                     cnn_net_layer *layer, struct fault *fault);

#endif
