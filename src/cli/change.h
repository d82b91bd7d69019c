/* A layer that does not fit, with one change that makes it fit: what the core proposes, as one
 * would type it. Each function makes one change and, where the layer then fits, leaves the option
 * and the size it gives. */
#ifndef CHANGE_H
#define CHANGE_H

#include "layers.h"

struct change {
    const struct layer_question *asked;
    cnn_layer layer;
    int axis;           /* at fault */
    int uneven;         /* axis whose padding came to differ at the ends, or -1 */
    struct text option; /* the change, as one would type it; the size alone where it is not typed */
    struct text out;    /* the size that it gives */
};

struct change change_of(const struct question *question, int axis);
const cnn_axis *change_axis(const struct change *change);

bool change_input(struct change *change, bool larger);
bool change_filter(struct change *change, bool larger);
bool change_padding(struct change *change);
void change_floor(struct change *change);

#define STRIDES_MOST 8 /* that are named */

/* The nearest strides that fit, in order; gives how many, and whether some up to 64 are left out.
 */
int change_strides(struct change *change, int64_t strides[STRIDES_MOST], bool *more);

/* "1, 3, 9" with `last` before the last. */
void change_add_strides(struct text *text, const int64_t *strides, int count, const char *last);

#endif
