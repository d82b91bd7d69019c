/* A layer that does not fit, with one change: whatever is proposed has been tried. Each function
 * tries one change and, where the layer then fits, leaves the option and the size it gives. */
#ifndef TRIAL_H
#define TRIAL_H

#include "layers.h"

#define TRIAL_REACH 64 /* how far from what was asked a padding or a filter is looked for */

/* A layer with one change, on the axis at fault or on all of them. */
struct trial {
    const struct layer_question *asked;
    cnn_layer layer;
    int axis;
    struct text option; /* the change, as one would type it */
    struct text out;    /* the size that it gives */
};

struct trial trial_of(const struct question *question, int axis);
const cnn_axis *trial_axis(const struct trial *trial);

bool trial_filter(struct trial *trial, int64_t F);
bool trial_input(struct trial *trial, int64_t W);
bool trial_padding(struct trial *trial, int64_t begin, int64_t end);
bool trial_floor(struct trial *trial);

/* The nearest padding that is the same at both ends, or that has one cell more at the end. */
bool trial_even_padding(struct trial *trial);
bool trial_uneven_padding(struct trial *trial);

/* With an even stride, W - E + 2P has the parity of W - E: where that is odd, no P helps. */
bool trial_parity_forbids(const struct trial *trial);

#define STRIDES_MOST 8 /* that are named */

/* The smallest strides that fit; gives how many, and whether some up to 64 are left out. */
int trial_strides(struct trial *trial, int64_t strides[STRIDES_MOST], bool *more);

/* "1, 3, 9" with `last` before the last. */
void trial_add_strides(struct text *text, const int64_t *strides, int count, const char *last);

#endif
