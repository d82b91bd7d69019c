/* The inputs of a network's layers, and what their volumes hold. */
#ifndef INPUTS_H
#define INPUTS_H

#include "whole.h"

/* The ith input of a layer that has that many. */
static inline const cnn_net_layer *input_of(const cnn_net *net, const cnn_net_layer *layer,
                                            int32_t i) {
    return &net->layers[net->inputs[layer->input + i]];
}

static inline int64_t pixels_in(const cnn_volume *volume) {
    int64_t product = 1;
    for (int i = 0; i < volume->dims; i++)
        product = whole_times(product, volume->size[i]);
    return product;
}

static inline int64_t numbers_in(const cnn_volume *volume) {
    return whole_times(pixels_in(volume), volume->depth);
}

#endif
