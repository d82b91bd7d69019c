/* What convout, params and pool have in common: a layer as it was typed, and in words. */
#ifndef LAYERS_H
#define LAYERS_H

#include "options.h"
#include "out.h"

/* The body of a layer's question. */
struct layer_question {
    struct sizes W, F, S, d, output_pad;
    struct pads P;
    int64_t H, K, C, G, dims;
    int round; /* a cnn_round */
    bool transpose, no_bias, depthwise;
    cnn_layer layer; /* what all of it comes to */
};

const struct layer_question *layer_of(const struct question *question);

/* Whether the axes differ in nothing: what holds of one then holds of all. */
bool layer_axes_alike(const cnn_layer *layer);

extern const char *const axis_names[CNN_AXES];

/* "wider than the padded input: 5 + 2*0 = 5". */
void say_wider(const cnn_axis *axis, const char *axis_name, struct text *sentence);

/* The core's error about a layer, as a sentence with hints of what would fit. */
void layer_refuse(const struct question *question, cnn_error error, struct fault *fault);

/* The working, and the answer in it. */
void layer_explain_conv(const struct question *question, const cnn_trace *trace, cnn_error error,
                        struct out *out);
void layer_explain_pool(const struct question *question, const cnn_trace *trace, cnn_error error,
                        struct out *out);
void layer_explain_params(const struct question *question, const cnn_trace *trace, cnn_error error,
                          struct out *out);

/* The end of the working of a layer that does not fit: why, and what would. */
void layer_explain_misfit(const struct question *question, const cnn_trace *trace, cnn_error error,
                          struct out *out);

#endif
