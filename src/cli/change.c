#include "change.h"

#include <inttypes.h>
#include <string.h>

#define STRIDE_MOST 64 /* the largest stride that is proposed */

struct change change_of(const struct question *question, int axis) {
    const struct layer_question *q = layer_of(question);
    return (struct change){.asked = q, .layer = q->layer, .axis = axis};
}

const cnn_axis *change_axis(const struct change *change) {
    return &change->asked->layer.axis[change->axis];
}

/* The sizes of the changed layer, which fits. */
static void say_size(struct change *change) {
    const cnn_layer *layer = &change->layer;
    cnn_windows w;

    text_clear(&change->out);
    for (int i = 0; i < layer->dims; i++) {
        if (layer->transposed)
            cnn_window_transposed(&layer->axis[i], layer->padding, &w);
        else
            cnn_window(&layer->axis[i], layer->padding, layer->round, &w);
        if (i > 0 && !layer->square)
            text_add(&change->out, "x");
        if (i == 0 || !layer->square)
            text_whole(&change->out, w.out);
    }
}

/* ---- As one would type it -------------------------------------------------------------------- */

static int64_t member_of(const cnn_layer *layer, int axis, size_t member) {
    int64_t value;
    memcpy(&value, (const char *)&layer->axis[axis] + member, sizeof value);
    return value;
}

/* Numbers that are to be typed: one where one was typed and is right for all, else one an axis. */
static int numbers(const struct change *change, int typed, size_t member) {
    for (int i = 1; i < change->layer.dims; i++)
        if (typed > 1 ||
            member_of(&change->layer, i, member) != member_of(&change->layer, 0, member))
            return change->layer.dims;
    return 1;
}

/* The sizes in the form that was typed, its channels included. */
static void name_sizes(struct change *change, size_t member, const struct sizes *typed) {
    struct text *option = &change->option;
    int dims = change->layer.dims, count = numbers(change, typed->count, member);

    for (int i = 0; i < count; i++)
        text_format(option, "%s%" PRId64, i > 0 ? "x" : "", member_of(&change->layer, i, member));
    if (typed->count == dims + 1)
        text_format(option, "x%" PRId64, typed->of[dims]);
}

/* Where the height was told apart, each option is for its own axis. */
static void name_apart(struct change *change) {
    const cnn_axis *asked = change->asked->layer.axis, *axis = change->layer.axis;
    const char letters[] = {'W', 'H'};

    for (int i = 0; i < 2; i++)
        if (axis[i].W != asked[i].W)
            text_format(&change->option, "%s-%c %" PRId64, change->option.length > 0 ? " " : "",
                        letters[i], axis[i].W);
}

static void name_input(struct change *change) {
    const struct layer_question *q = change->asked;
    const cnn_layer *layer = &change->layer;
    bool same_depth = layer->dims == 2 || layer->axis[2].W == layer->axis[0].W;

    if (q->H != 0 && q->W.count == 1 && same_depth) {
        name_apart(change);
        return;
    }
    if (!q->placed)
        text_add(&change->option, "-W ");
    name_sizes(change, offsetof(cnn_axis, W), &q->W);
}

static void name_padding(struct change *change) {
    const cnn_axis *axis = change->layer.axis;
    int begins = numbers(change, change->asked->P.count, offsetof(cnn_axis, begin));
    int ends = numbers(change, change->asked->P.count, offsetof(cnn_axis, end));

    text_add(&change->option, "-P ");
    for (int i = 0; i < begins || i < ends; i++) {
        text_format(&change->option, "%s%" PRId64, i > 0 ? "x" : "", axis[i].begin);
        if (axis[i].end != axis[i].begin)
            text_format(&change->option, ":%" PRId64, axis[i].end);
    }
}

/* ---- Changes --------------------------------------------------------------------------------- */

/* Makes the change; `typed` is how many numbers the option had. */
static bool refit(struct change *change, cnn_change what, int typed) {
    change->layer = change->asked->layer;
    text_clear(&change->option);
    if (!cnn_refit(&change->layer, what, typed <= 1))
        return false;
    say_size(change);
    return true;
}

bool change_input(struct change *change, bool larger) {
    const struct layer_question *q = change->asked;
    int typed = q->H == 0 ? q->W.count : CNN_AXES;

    if (!refit(change, larger ? CNN_LARGER_INPUT : CNN_SMALLER_INPUT, typed))
        return false;
    name_input(change);
    return true;
}

/* A pool layer's stride is as large as its filter, unless it is told. */
bool change_filter(struct change *change, bool larger) {
    const struct layer_question *q = change->asked;
    const cnn_change changes[2][2] = {{CNN_SMALLER_TILE, CNN_LARGER_TILE},
                                      {CNN_SMALLER_FILTER, CNN_LARGER_FILTER}};

    if (!refit(change, changes[q->S.count != 0][larger], q->F.count))
        return false;
    text_add(&change->option, "-F ");
    name_sizes(change, offsetof(cnn_axis, F), &q->F);
    return true;
}

bool change_padding(struct change *change) {
    const cnn_layer *asked = &change->asked->layer;

    if (!refit(change, CNN_NEAREST_PADDING, change->asked->P.count))
        return false;
    name_padding(change);
    change->uneven = -1;
    for (int i = asked->dims - 1; i >= 0; i--) {
        const cnn_axis *axis = &change->layer.axis[i];
        if (axis->begin != axis->end && memcmp(axis, &asked->axis[i], sizeof *axis) != 0)
            change->uneven = i;
    }
    return true;
}

void change_floor(struct change *change) {
    change->layer = change->asked->layer;
    change->layer.round = CNN_FLOOR;
    text_clear(&change->option);
    text_add(&change->option, "--round floor");
    say_size(change);
}

int change_strides(struct change *change, int64_t strides[STRIDES_MOST], bool *more) {
    int64_t fit[STRIDE_MOST] = {0}, S = change_axis(change)->S;
    int first = 0, end = 0;

    for (int64_t other = 1; other <= STRIDE_MOST; other++) {
        change->layer = change->asked->layer;
        if (cnn_restride(&change->layer, other, change->asked->S.count <= 1))
            fit[end++] = other;
    }
    *more = end > STRIDES_MOST;
    while (end - first > STRIDES_MOST) /* of two as near, the larger stays */
        if (S - fit[first] >= fit[end - 1] - S)
            first++;
        else
            end--;
    memcpy(strides, fit + first, (size_t)(end - first) * sizeof *strides);
    return end - first;
}

void change_add_strides(struct text *text, const int64_t *strides, int count, const char *last) {
    for (int i = 0; i < count; i++)
        text_format(text, "%s%" PRId64, i == 0 ? "" : i == count - 1 ? last : ", ", strides[i]);
}
