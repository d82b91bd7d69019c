/* Receptive fields: what a unit sees of the network's input.
 *
 * Where each field is as large as the one before it and a jump further,
 * formulas say all. Layers that upsample, windows that adapt and joins of
 * unlike paths make fields uneven: there the units are followed back to the
 * pixels, one by one. */
#include "field.h"
#include "whole.h"

/* ---- Numbers -------------------------------------------------------------------------------- */

static int64_t common_divisor(int64_t a, int64_t b) {
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a > 0 ? a : 1;
}

static int64_t size_of(int64_t a) {
    return a < 0 ? -a : a;
}

/* Positions may be below 0. False: beyond half the numbers, so that a sum of
 * two is always safe. */
static bool multiply(int64_t *position, int64_t by) {
    int64_t product = whole_times(size_of(*position), size_of(by));

    if (product < 0 || product > CNN_MAX / 2)
        return false;
    *position = (*position < 0) == (by < 0) ? product : -product;
    return true;
}

static bool move(int64_t *position, int64_t by) {
    if (size_of(by) > CNN_MAX / 2 || size_of(*position + by) > CNN_MAX / 2)
        return false;
    *position += by;
    return true;
}

static int64_t floor_over(int64_t a, int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

static const cnn_net_layer *input_of(const cnn_net *net, const cnn_net_layer *layer, int32_t i) {
    return &net->layers[net->inputs[layer->input + i]];
}

/* Beyond the numbers the field is unknown. */
static void lose(cnn_field *field) {
    *field = (cnn_field){.size = WHOLE_BEYOND, .span = WHOLE_BEYOND, .under = 1, .period = 1};
}

/* ---- The lattice of the units ---------------------------------------------------------------- */

/* Where units lie, evenly or in the mean: unit u of a layer over the place (in u + half/2)/out of
 * its input's units. */
typedef struct lattice {
    int64_t in, out, half;
} lattice;

static bool twice(int64_t *number, int64_t plus) {
    return multiply(number, 2) && move(number, plus);
}

/* The lattice of a layer; false where its numbers are beyond. */
static bool lattice_of(const cnn_net_layer *layer, const cnn_volume *in, int axis, lattice *made) {
    const cnn_windows *w = &layer->windows[axis];
    int64_t S = layer->told.axis[axis].S, size = in->size[axis];
    int64_t half;

    *made = (lattice){.in = 1, .out = 1};
    switch (layer->kind->family) {
    case CNN_CONV:
    case CNN_POOL:
        if (layer->kind->act == CNN_GLOBAL) {
            *made = (lattice){.in = size, .out = 1, .half = size - 1};
            return true;
        }
        if (layer->kind->act == CNN_ADAPTIVE)
            break;
        half = w->begin;
        if (!multiply(&half, -2) || !move(&half, w->E - 1))
            return false;
        if (layer->kind->act == CNN_TRANSPOSED)
            *made = (lattice){.in = 1, .out = S, .half = -half};
        else
            *made = (lattice){.in = S, .out = 1, .half = half};
        return true;
    case CNN_RESHAPE:
        if (layer->kind->act == CNN_CROP)
            made->half = (size - layer->out.size[axis]) / 2;
        else if (layer->kind->act == CNN_PAD)
            made->half = -layer->told.axis[axis].begin;
        if (layer->kind->act == CNN_UPSAMPLE || layer->kind->act == CNN_PIXELSHUFFLE)
            break;
        return twice(&made->half, 0);
    default:
        return true;
    }
    /* out units spread over in: their middles at (u + 1/2) in/out - 1/2. */
    int64_t common = common_divisor(size, layer->out.size[axis]);
    made->in = size / common;
    made->out = layer->out.size[axis] / common;
    made->half = made->in - made->out;
    return true;
}

/* The smallest numbers for the same places. */
static void simplify(cnn_field *field) {
    int64_t common = common_divisor(field->under, field->jump);

    common = common_divisor(common_divisor(common, size_of(field->start)), size_of(field->middle));
    field->under /= common;
    field->jump /= common;
    field->start /= common;
    field->middle /= common;
}

/* Takes the units of a layer in place of its input's. */
static bool place(cnn_field *field, const lattice *made) {
    int64_t shift = made->half, out = made->out;

    if (!multiply(&shift, field->jump) || !multiply(&field->under, out) ||
        !multiply(&field->start, out) || !multiply(&field->middle, out) ||
        !move(&field->middle, shift) || !multiply(&field->jump, made->in) ||
        !multiply(&out, field->period / common_divisor(field->period, made->in)))
        return false;
    field->period = out;
    field->uneven = field->uneven || made->out > 1;
    simplify(field);
    return true;
}

/* ---- Fields that are uneven ----------------------------------------------------------------- */

typedef struct range {
    int64_t low, high;
} range;

static bool scale(range *units, int64_t by, int64_t first, int64_t last) {
    return multiply(&units->low, by) && move(&units->low, first) && multiply(&units->high, by) &&
           move(&units->high, last);
}

/* Units of an input that those of a layer see. */
static bool step_back(const cnn_net_layer *layer, const cnn_net_layer *input, int axis,
                      range *units) {
    const cnn_windows *w = &layer->windows[axis];
    const cnn_axis *told = &layer->told.axis[axis];
    int64_t in = input->out.size[axis], out = layer->out.size[axis];
    int64_t common = common_divisor(in, out), shift;

    switch (layer->kind->act) {
    case CNN_TRANSPOSED:
        if (!scale(units, 1, w->begin, w->begin) || !move(&units->low, -(w->E - 1)))
            return false;
        units->low = -floor_over(-units->low, told->S);
        units->high = floor_over(units->high, told->S);
        return true;
    case CNN_GLOBAL:
        return scale(units, in, 0, in - 1);
    case CNN_ADAPTIVE:
        if (!scale(units, in / common, 0, in / common - 1))
            return false;
        units->low = floor_over(units->low, out / common);
        units->high = floor_over(units->high, out / common);
        return true;
    case CNN_UPSAMPLE:
    case CNN_PIXELSHUFFLE:
        if (!scale(units, in / common, 0, 0))
            return false;
        units->low = floor_over(units->low, out / common);
        units->high = floor_over(units->high, out / common);
        return true;
    case CNN_CROP:
        shift = (in - out) / 2;
        return scale(units, 1, shift, shift);
    case CNN_PAD:
        return scale(units, 1, -told->begin, -told->begin);
    default:
        break;
    }
    if (layer->kind->family == CNN_JOIN && in != out)
        *units = (range){0, 0}; /* one pixel, spread over all units */
    if (layer->kind->family == CNN_CONV || layer->kind->family == CNN_POOL)
        return scale(units, told->S, -w->begin, -w->begin) && move(&units->high, w->E - 1);
    return true;
}

static void add_range(cnn_net_layer *layer, const range *units) {
    if (!layer->is_seen || units->low < layer->low)
        layer->low = units->low;
    if (!layer->is_seen || units->high > layer->high)
        layer->high = units->high;
    layer->is_seen = true;
}

/* Follows a unit back to the pixels. False: beyond the numbers. */
static bool walk_back(const cnn_net *net, int32_t index, int axis, int64_t unit, range *pixels) {
    bool first = true;

    for (int32_t i = 0; i <= index; i++)
        net->layers[i].is_seen = false;
    add_range(&net->layers[index], &(range){unit, unit});
    for (int32_t i = index; i >= 0; i--) {
        const cnn_net_layer *layer = &net->layers[i];
        if (!layer->is_seen)
            continue;
        if (layer->kind->family == CNN_SOURCE) {
            pixels->low = first || layer->low < pixels->low ? layer->low : pixels->low;
            pixels->high = first || layer->high > pixels->high ? layer->high : pixels->high;
            first = false;
        }
        for (int32_t k = 0; k < layer->input_count; k++) {
            range units = {layer->low, layer->high};
            int32_t input = net->inputs[layer->input + k];
            if (!step_back(layer, &net->layers[input], axis, &units))
                return false;
            add_range(&net->layers[input], &units);
        }
    }
    return true;
}

/* Among units a period apart, the field is largest at one of the ends: its own
 * ends go evenly, but for those of a union, which bend away from each other. */
static bool measure(const cnn_net *net, int32_t index, int axis, cnn_field *field) {
    int64_t out = net->layers[index].out.size[axis];
    int64_t near_end = field->period < out ? field->period : out;
    int64_t start = 0;

    field->size = 0;
    if (near_end > CNN_PERIOD_MOST)
        return false;
    for (int64_t i = 0; i < 2 * near_end; i++) {
        range pixels = {0, 0};
        if (!walk_back(net, index, axis, i < near_end ? i : out - 2 * near_end + i, &pixels))
            return false;
        int64_t size = pixels.high - pixels.low + 1;
        field->size = size > field->size ? size : field->size;
        start = i == 0 ? pixels.low : start;
        field->span = pixels.high - start + 1;
    }
    field->start = start;
    return multiply(&field->start, field->under);
}

/* ---- Layers --------------------------------------------------------------------------------- */

/* What units of the layer see, where all is even: windows of E units, the first of them `before`
 * units before the input's first. */
static bool widen(cnn_field *field, const cnn_net_layer *layer, const cnn_volume *in, int axis) {
    const cnn_windows *w = &layer->windows[axis];
    int64_t size = in->size[axis], out = layer->out.size[axis];
    int64_t E = 1, before = 0;

    if (layer->kind->act == CNN_GLOBAL || layer->kind->act == CNN_ADAPTIVE) {
        E = size / out;
    } else if (layer->kind->family == CNN_CONV || layer->kind->family == CNN_POOL) {
        E = w->E;
        before = layer->kind->act == CNN_TRANSPOSED ? E - 1 - w->begin : w->begin;
    } else if (layer->kind->act == CNN_PAD) {
        before = layer->told.axis[axis].begin;
    } else if (layer->kind->act == CNN_CROP) {
        before = -((size - out) / 2);
    }
    if (!multiply(&before, field->jump) || !move(&field->start, -before))
        return false;
    field->size = whole_plus(field->size, whole_times(E - 1, field->jump));
    return field->size >= 0;
}

static void work_axis(const cnn_net *net, int32_t index, int axis) {
    cnn_net_layer *layer = &net->layers[index];
    const cnn_volume *in = &input_of(net, layer, 0)->out;
    cnn_field *field = &layer->field[axis];
    lattice made;

    *field = input_of(net, layer, 0)->field[axis];
    if (field->size < 0)
        return;
    if (layer->kind->family == CNN_DENSE)
        field->size = field->span;
    if (axis >= layer->out.dims)
        return;
    if (!lattice_of(layer, in, axis, &made) ||
        (!field->uneven && made.out == 1 && !widen(field, layer, in, axis)) ||
        !place(field, &made) || (field->uneven && !measure(net, index, axis, field)))
        lose(field);
    else if (!field->uneven)
        field->span = whole_plus(field->size, whole_times(layer->out.size[axis] - 1, field->jump));
}

/* ---- Joins ---------------------------------------------------------------------------------- */

/* Whether a/b and c/d are one number. */
static bool same_ratio(int64_t a, int64_t b, int64_t c, int64_t d) {
    return multiply(&a, d) && multiply(&c, b) && a == c;
}

static bool same_jump(const cnn_field *a, const cnn_field *b) {
    return same_ratio(a->jump, a->under, b->jump, b->under);
}

/* A field that is unknown is not blamed. */
static bool is_aligned(const cnn_field *a, const cnn_field *b) {
    return a->size < 0 || b->size < 0 ||
           (same_jump(a, b) && same_ratio(a->middle, a->under, b->middle, b->under));
}

/* From a low end on, as many pixels as two ranges take together; -1 where that
 * is unknown. */
static int64_t together(int64_t low, int64_t size, int64_t other_low, int64_t other_size) {
    int64_t least = low < other_low ? low : other_low;

    if (size < 0 || other_size < 0 || !move(&size, low - least) ||
        !move(&other_size, other_low - least))
        return WHOLE_BEYOND;
    return size > other_size ? size : other_size;
}

/* The union of two fields of unit 0, and of all; the places of the first are
 * kept. */
static bool unite(cnn_field *field, const cnn_field *other) {
    int64_t low = floor_over(field->start, field->under);
    int64_t other_low = floor_over(other->start, other->under);
    int64_t period = other->period / common_divisor(field->period, other->period);

    field->size = together(low, field->size, other_low, other->size);
    field->span = together(low, field->span, other_low, other->span);
    field->start = other_low < low ? other_low : low;
    field->uneven = field->uneven || other->uneven || !same_jump(field, other);
    return field->size >= 0 && multiply(&field->start, field->under) &&
           multiply(&field->period, period);
}

/* A single pixel that is spread over all units has no place of its own. */
static bool is_spread(const cnn_net_layer *layer, const cnn_net_layer *input, int axis) {
    return axis < layer->out.dims && input->out.size[axis] != layer->out.size[axis];
}

/* The input whose units are the layer's, on an axis that one of them has. */
static int32_t leading(const cnn_net *net, const cnn_net_layer *layer, int axis) {
    int32_t first = 0;

    while (axis >= input_of(net, layer, first)->axes ||
           is_spread(layer, input_of(net, layer, first), axis))
        first++;
    return first;
}

static void join_axis(const cnn_net *net, int32_t index, int axis) {
    cnn_net_layer *layer = &net->layers[index];
    cnn_field *field = &layer->field[axis];
    int32_t first = leading(net, layer, axis);
    const cnn_field *lead = &input_of(net, layer, first)->field[axis];
    bool known = true;

    *field = *lead;
    for (int32_t i = 0; i < layer->input_count; i++) {
        const cnn_net_layer *input = input_of(net, layer, i);
        if (i == first || axis >= input->axes)
            continue;
        if (axis < layer->out.dims && !is_spread(layer, input, axis) &&
            !is_aligned(lead, &input->field[axis]))
            layer->unaligned = true;
        known = known && unite(field, &input->field[axis]);
    }
    if (!known || (axis < layer->out.dims && field->uneven && !measure(net, index, axis, field)))
        lose(field);
    else if (axis < layer->out.dims && !field->uneven)
        field->span = whole_plus(field->size, whole_times(layer->out.size[axis] - 1, field->jump));
}

/* ---- All axes ------------------------------------------------------------------------------- */

void cnn_field_work(const cnn_net *net, int32_t index) {
    cnn_net_layer *layer = &net->layers[index];
    bool source = layer->kind->family == CNN_SOURCE;

    layer->unaligned = false;
    layer->axes = source ? layer->out.dims : 0;
    for (int32_t i = 0; i < layer->input_count; i++)
        if (input_of(net, layer, i)->axes > layer->axes)
            layer->axes = input_of(net, layer, i)->axes;
    for (int axis = 0; axis < layer->axes; axis++)
        if (source)
            layer->field[axis] = (cnn_field){
                .size = 1, .span = layer->out.size[axis], .jump = 1, .under = 1, .period = 1};
        else if (layer->kind->family == CNN_JOIN)
            join_axis(net, index, axis);
        else
            work_axis(net, index, axis);
}
