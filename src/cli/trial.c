#include "trial.h"

#include <inttypes.h>
#include <string.h>

#define STRIDE_MOST 64 /* the largest stride that is proposed */

struct trial trial_of(const struct question *question, int axis) {
    const struct layer_question *q = layer_of(question);
    return (struct trial){.asked = q, .layer = q->layer, .axis = axis};
}

const cnn_axis *trial_axis(const struct trial *trial) {
    return &trial->asked->layer.axis[trial->axis];
}

static bool fits(struct trial *trial) {
    const cnn_layer *layer = &trial->layer;
    cnn_windows w;

    text_clear(&trial->out);
    for (int i = 0; i < layer->dims; i++) {
        if (cnn_window(&layer->axis[i], layer->padding, layer->round, &w) != CNN_OK)
            return false;
        if (i > 0 && !layer->square)
            text_add(&trial->out, "x");
        if (i == 0 || !layer->square)
            text_whole(&trial->out, w.out);
    }
    return true;
}

/* A change is for every axis where one number was typed for all, or all are alike; else for the
 * axis at fault. */
static bool changes_every(const struct trial *trial, int count) {
    return count <= 1 || layer_axes_alike(&trial->asked->layer);
}

static void change(struct trial *trial, size_t member, bool every, int64_t value) {
    for (int i = 0; i < trial->layer.dims; i++)
        if (every || i == trial->axis)
            memcpy((char *)&trial->layer.axis[i] + member, &value, sizeof value);
}

/* The change as one would type it: in the form that was asked, its channels included. */
static void name_change(struct trial *trial, char letter, size_t member,
                        const struct sizes *typed) {
    int count = typed->count <= 1 ? 1 : trial->layer.dims;
    int64_t value;

    text_clear(&trial->option);
    text_format(&trial->option, "-%c ", letter);
    for (int i = 0; i < count; i++) {
        memcpy(&value, (const char *)&trial->layer.axis[i] + member, sizeof value);
        text_format(&trial->option, "%s%" PRId64, i > 0 ? "x" : "", value);
    }
    if (typed->count == trial->layer.dims + 1)
        text_format(&trial->option, "x%" PRId64, typed->of[trial->layer.dims]);
}

static bool attempt(struct trial *trial, char letter, size_t member, const struct sizes *typed,
                    int64_t value) {
    trial->layer = trial->asked->layer;
    change(trial, member, changes_every(trial, typed->count), value);
    if (letter == 'F' && trial->asked->S.count == 0) /* a pool layer's stride, unless told */
        change(trial, offsetof(cnn_axis, S), changes_every(trial, typed->count), value);
    if (value < 1 || !fits(trial))
        return false;
    name_change(trial, letter, member, typed);
    return true;
}

static bool trial_stride(struct trial *trial, int64_t S) {
    const struct sizes one = {.count = 1}, *typed = &trial->asked->S;
    return attempt(trial, 'S', offsetof(cnn_axis, S), typed->count == 0 ? &one : typed, S);
}

bool trial_filter(struct trial *trial, int64_t F) {
    return attempt(trial, 'F', offsetof(cnn_axis, F), &trial->asked->F, F);
}

/* Where the height was told apart, either option is for its own axis. */
bool trial_input(struct trial *trial, int64_t W) {
    const struct layer_question *q = trial->asked;

    if (q->placed)
        return false;
    if (q->H == 0 || q->W.count > 1)
        return attempt(trial, 'W', offsetof(cnn_axis, W), &q->W, W);
    trial->layer = q->layer;
    change(trial, offsetof(cnn_axis, W), false, W);
    if (W < 1 || trial->axis > 1 || !fits(trial))
        return false;
    text_clear(&trial->option);
    text_format(&trial->option, "-%c %" PRId64, trial->axis == 0 ? 'W' : 'H', W);
    return true;
}

static bool attempt_padding(struct trial *trial, bool every, int64_t begin, int64_t end) {
    trial->layer = trial->asked->layer;
    if (begin < 0 || end < 0)
        return false;
    change(trial, offsetof(cnn_axis, begin), every, begin);
    change(trial, offsetof(cnn_axis, end), every, end);
    if (!fits(trial))
        return false;
    text_clear(&trial->option);
    text_add(&trial->option, "-P ");
    bool one = every && trial->asked->P.count <= 1;
    for (int i = 0; i < (one ? 1 : trial->layer.dims); i++) {
        const cnn_axis *axis = &trial->layer.axis[i];
        text_format(&trial->option, "%s%" PRId64, i > 0 ? "x" : "", axis->begin);
        if (axis->end != axis->begin)
            text_format(&trial->option, ":%" PRId64, axis->end);
    }
    return true;
}

/* On every axis if that is how it was typed and it fits there, else on the axis at fault. */
bool trial_padding(struct trial *trial, int64_t begin, int64_t end) {
    bool every = changes_every(trial, trial->asked->P.count);
    return (every && attempt_padding(trial, true, begin, end)) ||
           (!layer_axes_alike(&trial->asked->layer) && attempt_padding(trial, false, begin, end));
}

bool trial_floor(struct trial *trial) {
    trial->layer = trial->asked->layer;
    trial->layer.round = CNN_FLOOR;
    text_clear(&trial->option);
    text_add(&trial->option, "--round floor");
    return fits(trial);
}

bool trial_even_padding(struct trial *trial) {
    int64_t from = trial_axis(trial)->begin / 2 + trial_axis(trial)->end / 2;

    for (int64_t i = 0; i <= TRIAL_REACH; i++)
        if (trial_padding(trial, from - i, from - i) ||
            (from <= CNN_MAX - i && trial_padding(trial, from + i, from + i)))
            return true;
    return false;
}

bool trial_uneven_padding(struct trial *trial) {
    int64_t from = trial_axis(trial)->begin;

    for (int64_t i = 0; i <= TRIAL_REACH; i++)
        if ((from < CNN_MAX - i && trial_padding(trial, from + i, from + i + 1)) ||
            trial_padding(trial, from - i - 1, from - i))
            return true;
    return false;
}

bool trial_parity_forbids(const struct trial *trial) {
    const cnn_axis *axis = trial_axis(trial);
    cnn_windows w;

    cnn_window(axis, CNN_PADDED, CNN_FLOOR, &w);
    return axis->S % 2 == 0 && axis->W % 2 != w.E % 2;
}

int trial_strides(struct trial *trial, int64_t strides[STRIDES_MOST], bool *more) {
    int count = 0;

    *more = false;
    for (int64_t S = 1; S <= STRIDE_MOST && !*more; S++) {
        if (!trial_stride(trial, S))
            continue;
        if (count < STRIDES_MOST)
            strides[count++] = S;
        else
            *more = true;
    }
    return count;
}

void trial_add_strides(struct text *text, const int64_t *strides, int count, const char *last) {
    for (int i = 0; i < count; i++)
        text_format(text, "%s%" PRId64, i == 0 ? "" : i == count - 1 ? last : ", ", strides[i]);
}
