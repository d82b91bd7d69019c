#ifndef SIZE_H
#define SIZE_H

#include "cnncalc.h"

/* A layer whose sizes are being worked out into a trace. */
struct sizing {
    const cnn_layer *layer;
    cnn_trace *trace;
    cnn_windows windows[CNN_AXES];
    cnn_code code[CNN_AXES];
};

/* Lays the windows on each axis. */
void cnn_sizing_windows(struct sizing *sizing);

/* Puts down what the question says, in the order of the letters; what it does not say is 0. */
void cnn_sizing_give(const struct sizing *sizing, bool pool);

/* Sizes any layer, from an empty trace; `depth` is its output's, 0 where it is not known. */
cnn_error cnn_sizing_layer(struct sizing *sizing, bool pool, int64_t depth);

#endif
