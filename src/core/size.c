/* The sizes of a layer: what was given, the axes together, and the working. */
#include "size.h"

#include "trace.h"
#include "whole.h"

#include <assert.h>
#include <string.h>

/* ---- Formulas of a size -------------------------------------------------------------------- */

#define EXACT(span) "(" span ")/{S} + 1 = {span}/{S} + 1 = {steps} + 1"
#define FLOOR(span) "floor((" span ")/{S}) + 1 = floor({span}/{S}) + 1 = {steps} + 1"
#define CEIL(span)  "ceil((" span ")/{S}) + 1 = ceil({span}/{S}) + 1 = {steps} + 1"
#define DROPPED(span)                                                                              \
    "ceil((" span ")/{S}) + 1 - {dropped} = ceil({span}/{S}) + 1 - {dropped} = "                   \
    "{steps} + 1 - {dropped}"

enum shape { SHAPE_EXACT, SHAPE_FLOOR, SHAPE_CEIL, SHAPE_DROPPED, SHAPES };

/* By rounding, by whether the filter is dilated, by whether the padding differs at the ends. */
static const char *const size_formulas[SHAPES][2][2] = {
    {{EXACT("{W} - {F} + 2{P}"), EXACT("{W} - {F} + {begin} + {end}")},
     {EXACT("{W} - {E} + 2{P}"), EXACT("{W} - {E} + {begin} + {end}")}},
    {{FLOOR("{W} - {F} + 2{P}"), FLOOR("{W} - {F} + {begin} + {end}")},
     {FLOOR("{W} - {E} + 2{P}"), FLOOR("{W} - {E} + {begin} + {end}")}},
    {{CEIL("{W} - {F} + 2{P}"), CEIL("{W} - {F} + {begin} + {end}")},
     {CEIL("{W} - {E} + 2{P}"), CEIL("{W} - {E} + {begin} + {end}")}},
    {{DROPPED("{W} - {F} + 2{P}"), DROPPED("{W} - {F} + {begin} + {end}")},
     {DROPPED("{W} - {E} + 2{P}"), DROPPED("{W} - {E} + {begin} + {end}")}},
};

#define GROWN(filter, pad)                                                                         \
    { "{S}*({W} - 1) + " filter pad, "{S}*({W} - 1) + " filter pad " + {output_pad}" }

/* By dilation, by padding at the ends, by whether there is output padding. */
static const char *const transposed_formulas[2][2][2] = {
    {GROWN("{F}", " - 2{P}"), GROWN("{F}", " - {begin} - {end}")},
    {GROWN("{E}", " - 2{P}"), GROWN("{E}", " - {begin} - {end}")},
};

static bool dilated(const cnn_layer *layer) {
    for (int i = 0; i < layer->dims; i++)
        if (layer->axis[i].d != 1)
            return true;
    return false;
}

static bool lopsided(const struct sizing *sizing) {
    for (int i = 0; i < sizing->layer->dims; i++)
        if (sizing->windows[i].begin != sizing->windows[i].end)
            return true;
    return false;
}

/* A window that CNN_CEIL would have added, were it not to begin beyond the input. */
static bool dropped(const struct sizing *sizing, int i) {
    const cnn_windows *w = &sizing->windows[i];
    return sizing->layer->round == CNN_CEIL && w->rest != 0 && w->out == w->steps + 1;
}

static enum shape shape_of(const struct sizing *sizing) {
    if (sizing->layer->round == CNN_CEIL)
        for (int i = 0; i < sizing->layer->dims; i++)
            if (dropped(sizing, i))
                return SHAPE_DROPPED;
    const enum shape shapes[] = {SHAPE_EXACT, SHAPE_FLOOR, SHAPE_CEIL, SHAPE_CEIL};
    return shapes[sizing->layer->round];
}

static const char *size_formula(const struct sizing *sizing) {
    const cnn_layer *layer = sizing->layer;

    if (layer->padding != CNN_PADDED)
        return layer->transposed ? "{W}*{S}" : "ceil({W}/{S})";
    if (!layer->transposed)
        return size_formulas[shape_of(sizing)][dilated(layer)][lopsided(sizing)];
    bool added = false;
    for (int i = 0; i < layer->dims; i++)
        added = added || layer->axis[i].output_pad != 0;
    return transposed_formulas[dilated(layer)][lopsided(sizing)][added];
}

/* ---- What was given ------------------------------------------------------------------------ */

static cnn_item *add_per_axis(const struct sizing *sizing, cnn_role role, cnn_kind kind,
                              const char *name) {
    cnn_item *item = cnn_trace_add(sizing->trace, role, kind, name);
    if (item != NULL) {
        item->axes = sizing->layer->dims;
        item->square = sizing->layer->square;
    }
    return item;
}

static void give_axes(const struct sizing *sizing, const char *name, size_t member) {
    cnn_item *item = add_per_axis(sizing, CNN_GIVEN, CNN_PER_AXIS, name);
    for (int i = 0; item != NULL && i < sizing->layer->dims; i++)
        memcpy(&item->whole[i], (const char *)&sizing->layer->axis[i] + member, sizeof(int64_t));
}

/* The padding that was told, or that `same` came to, where it is known what that is. */
static void give_padding(const struct sizing *sizing) {
    const cnn_layer *layer = sizing->layer;

    for (int i = 0; i < layer->dims; i++)
        if (layer->padding != CNN_PADDED && sizing->windows[i].E <= 0)
            return;
    cnn_item *item = add_per_axis(sizing, CNN_GIVEN, CNN_PADS, "P");
    for (int i = 0; item != NULL && i < layer->dims; i++) {
        item->whole[i] = sizing->windows[i].begin;
        item->more[i] = sizing->windows[i].end;
    }
}

static void give_count(const struct sizing *sizing, const char *name, int64_t value) {
    if (value != 0)
        cnn_trace_count(sizing->trace, CNN_GIVEN, name, value);
}

void cnn_sizing_give(const struct sizing *sizing, bool pool) {
    static const char *const rounds[] = {"exact", "floor", "ceil", "full"};
    const cnn_layer *layer = sizing->layer;

    if (!sizing->trace->given && !sizing->trace->working)
        return;
    if (layer->axis[0].W != 0) {
        give_axes(sizing, "W", offsetof(cnn_axis, W));
        if (layer->dims > 1)
            cnn_trace_count(sizing->trace, CNN_GIVEN, "H", layer->axis[1].W);
    }
    give_axes(sizing, "F", offsetof(cnn_axis, F));
    give_axes(sizing, "S", offsetof(cnn_axis, S));
    give_padding(sizing);
    give_axes(sizing, "d", offsetof(cnn_axis, d));
    if (!pool)
        give_count(sizing, "K", layer->K);
    give_count(sizing, "C", layer->C);
    if (!pool)
        cnn_trace_count(sizing->trace, CNN_GIVEN, "G", layer->G);
    if (!layer->transposed)
        cnn_trace_word(sizing->trace, "R", rounds[layer->round]);
    cnn_trace_count(sizing->trace, CNN_GIVEN, "dims", layer->dims);
    if (pool)
        return;
    cnn_trace_truth(sizing->trace, "transpose", layer->transposed);
    if (layer->transposed)
        give_axes(sizing, "output_pad", offsetof(cnn_axis, output_pad));
    cnn_trace_truth(sizing->trace, "bias", layer->bias);
}

/* ---- Sizes --------------------------------------------------------------------------------- */

void cnn_sizing_windows(struct sizing *sizing) {
    const cnn_layer *layer = sizing->layer;
    for (int i = 0; i < layer->dims; i++) {
        cnn_windows *w = &sizing->windows[i];
        sizing->code[i] = layer->transposed
                              ? cnn_window_transposed(&layer->axis[i], layer->padding, w)
                              : cnn_window(&layer->axis[i], layer->padding, layer->round, w);
    }
}

static const char *field_at_fault(cnn_code code, const cnn_windows *w) {
    switch (code) {
    case CNN_UNEVEN:
        return "S";
    case CNN_TOO_WIDE:
        return "F";
    case CNN_EMPTY:
        return "P";
    case CNN_WIDE_OUTPUT_PAD:
        return "output_pad";
    default:
        return w->E < 0 ? "E" : "size";
    }
}

static bool every_axis_below(const struct sizing *sizing, cnn_code worst) {
    for (int i = 0; i < sizing->layer->dims; i++)
        if (sizing->code[i] != CNN_OK && sizing->code[i] != worst)
            return false;
    return true;
}

/* The first axis on which the layer cannot be; that it is uneven matters only where every axis has
 * room for the filter. */
static cnn_error first_error(const struct sizing *sizing) {
    bool uneven_at_worst = every_axis_below(sizing, CNN_UNEVEN);

    for (int i = 0; i < sizing->layer->dims; i++) {
        cnn_code code = sizing->code[i];
        if (code != CNN_OK && (code != CNN_UNEVEN || uneven_at_worst))
            return (cnn_error){
                .code = code, .field = field_at_fault(code, &sizing->windows[i]), .axis = i};
    }
    return (cnn_error){.code = CNN_OK};
}

/* Named values of the working, one for each axis: the number that `value` makes of it. */
static void add_step(const struct sizing *sizing, const char *name,
                     int64_t (*value)(const struct sizing *, int), const char *formula) {
    int64_t values[CNN_AXES] = {0};
    for (int i = 0; i < sizing->layer->dims; i++) {
        values[i] = value(sizing, i);
        if (values[i] == WHOLE_BEYOND)
            return;
    }
    cnn_item *item = add_per_axis(sizing, CNN_STEP, CNN_PER_AXIS, name);
    if (item == NULL)
        return;
    memcpy(item->whole, values, sizeof values);
    item->formula = formula;
}

static int64_t extent_of(const struct sizing *sizing, int i) {
    return sizing->windows[i].E;
}

static int64_t begin_of(const struct sizing *sizing, int i) {
    return sizing->windows[i].begin;
}

static int64_t end_of(const struct sizing *sizing, int i) {
    return sizing->windows[i].end;
}

static int64_t dropped_of(const struct sizing *sizing, int i) {
    return dropped(sizing, i) ? 1 : 0;
}

static int64_t span_of(const struct sizing *sizing, int i) {
    const cnn_windows *w = &sizing->windows[i];
    return whole_plus(whole_times(w->steps, sizing->layer->axis[i].S), w->rest);
}

static int64_t steps_of(const struct sizing *sizing, int i) {
    const cnn_windows *w = &sizing->windows[i];
    return sizing->layer->round >= CNN_CEIL && w->rest != 0 ? whole_plus(w->steps, 1) : w->steps;
}

static int64_t padding_of(const struct sizing *sizing, int i) {
    return whole_plus(sizing->windows[i].begin, sizing->windows[i].end);
}

/* Steps and size with their fractions, which is what makes a layer uneven. */
static void add_ratio(const struct sizing *sizing, const char *name, int64_t windows) {
    cnn_item *item = add_per_axis(sizing, CNN_STEP, CNN_RATIO, name);
    for (int i = 0; item != NULL && i < sizing->layer->dims; i++) {
        item->whole[i] = sizing->windows[i].steps + windows;
        item->more[i] = sizing->windows[i].rest;
        item->divisor[i] = sizing->layer->axis[i].S;
    }
    if (item != NULL && windows != 0)
        item->formula = size_formula(sizing);
}

static void add_working(const struct sizing *sizing) {
    const cnn_layer *layer = sizing->layer;

    add_step(sizing, "E", extent_of, dilated(layer) ? "{d}*({F} - 1) + 1" : NULL);
    add_step(sizing, "begin", begin_of, NULL);
    add_step(sizing, "end", end_of, NULL);
    if (layer->transposed || !every_axis_below(sizing, CNN_UNEVEN))
        return;
    add_step(sizing, "span", span_of, NULL);
    add_step(sizing, "dropped", dropped_of, NULL);
    if (every_axis_below(sizing, CNN_OK)) {
        add_step(sizing, "steps", steps_of, NULL);
    } else {
        add_ratio(sizing, "steps", 0);
        add_ratio(sizing, "size", 1);
    }
}

static void add_size(const struct sizing *sizing) {
    cnn_item *size = add_per_axis(sizing, CNN_RESULT, CNN_PER_AXIS, "size");
    if (size == NULL)
        return;
    for (int i = 0; i < sizing->layer->dims; i++)
        size->whole[i] = sizing->windows[i].out;
    size->formula = size_formula(sizing);
    if (sizing->trace->working && sizing->layer->padding != CNN_PADDED &&
        !sizing->layer->transposed)
        add_step(sizing, "padding", padding_of,
                 dilated(sizing->layer) ? "max(({size} - 1)*{S} + {E} - {W}, 0)"
                                        : "max(({size} - 1)*{S} + {F} - {W}, 0)");
}

/* The headline, or the volume: the sizes, and the depth of the output where it is known. */
static void add_volume(const struct sizing *sizing, const char *name, int64_t depth,
                       const char *note) {
    cnn_kind kind = depth != 0 ? CNN_VOLUME : CNN_PER_AXIS;
    cnn_item *item = add_per_axis(sizing, CNN_RESULT, kind, name);
    if (item == NULL)
        return;
    item->square = depth == 0 && sizing->layer->square;
    for (int i = 0; i < sizing->layer->dims; i++)
        item->whole[i] = sizing->windows[i].out;
    item->more[0] = depth;
    item->note = note;
}

static void add_one_by_one(const struct sizing *sizing, int64_t depth) {
    static const char *const names[CNN_AXES] = {"width", "height", "depth"};
    int dims = sizing->layer->dims;

    assert(dims <= CNN_AXES);
    for (int i = 0; i < dims; i++)
        cnn_trace_count(sizing->trace, CNN_RESULT, names[i], sizing->windows[i].out);
    if (dims < CNN_AXES && depth != 0)
        cnn_trace_count(sizing->trace, CNN_RESULT, "depth", depth);
}

static void add_unused(const struct sizing *sizing) {
    cnn_item *item = add_per_axis(sizing, CNN_RESULT, CNN_PER_AXIS, "unused");
    for (int i = 0; item != NULL && i < sizing->layer->dims; i++)
        item->whole[i] = sizing->windows[i].unused;
}

cnn_error cnn_sizing_layer(struct sizing *sizing, bool pool, int64_t depth) {
    cnn_trace_clear(sizing->trace);
    cnn_sizing_windows(sizing);
    cnn_sizing_give(sizing, pool);
    if (sizing->trace->working)
        add_working(sizing);
    cnn_error error = first_error(sizing);
    if (error.code != CNN_OK)
        return error;
    add_volume(sizing, "out", depth, NULL);
    if (cnn_trace_complete(sizing->trace))
        return error;
    add_size(sizing);
    add_one_by_one(sizing, depth);
    if (depth != 0)
        add_volume(sizing, "volume", depth,
                   pool         ? "a pool layer keeps the depth."
                   : depth == 1 ? "one slice of depth, for the one filter."
                                : "one slice of depth for each of the K = {K} filters.");
    if (!sizing->layer->transposed)
        add_unused(sizing);
    return error;
}
