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
    int64_t width; /* of a picture, in columns */
    int round;     /* a cnn_round */
    bool transpose, no_bias, depthwise, draw;
    bool placed;     /* in a network: its input is not for it to say */
    cnn_layer layer; /* what all of it comes to */
};

/* The options of a layer, for whatever has a layer_question at its beginning. */
extern const struct row row_input_size, row_height, row_filter_size, row_stride, row_pad,
    row_dilation, row_filters, row_channels, row_groups, row_depthwise, row_rounding, row_dims,
    row_output_pad, row_no_bias, row_bias;

/* A size to that member of each axis: one number for all, or one per axis; where `deep`, one more
 * goes to `depth`. False: another number of numbers. */
bool layer_spread(const struct row *row, const struct sizes *sizes, int axes, bool deep,
                  cnn_axis *axis, size_t member, int64_t *depth, struct fault *fault);
bool layer_spread_pads(struct layer_question *q, struct fault *fault);

/* Makes the layer of what was told. */
bool layer_make(struct layer_question *q, struct fault *fault);

const struct layer_question *layer_of(const struct question *question);

/* Whether the axes differ in nothing: what holds of one then holds of all. */
bool layer_axes_alike(const cnn_layer *layer);

extern const char *const axis_names[CNN_AXES];

/* "wider than the padded input: 5 + 2*0 = 5". */
void say_wider(const cnn_axis *axis, const char *axis_name, struct text *sentence);

/* "groups that fit: 1, 2, 4". */
void layer_hint_groups(const cnn_layer *layer, struct text *hint);

/* The core's error about a layer, as a sentence with hints of what would fit. */
void layer_refuse(const struct question *question, cnn_error error, struct fault *fault);

/* "96 filters of 11x11x3, stride 4, no padding"; of a pool layer, "3x3, stride 2, no padding". */
void layer_describe(struct text *text, const cnn_layer *layer, const cnn_trace *trace,
                    bool is_pool);

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

/* The windows on the input, as a picture on a page of that width; axis by axis, where they differ.
 * False: an axis could not be drawn. */
bool layer_draw(const cnn_layer *layer, int64_t width, struct out *out);

#endif
