/* Receptive fields: what a unit sees of the network's input.
 *
 * Where each field is as large as the one before it and a jump further,
 * formulas say all. Layers that upsample, windows that adapt and joins of
 * unlike paths make fields uneven: there the units of a period are listed, one
 * by one, from those of the layer's input. */
#include "field.h"
#include "inputs.h"
#include "spans.h"

/* Beyond the numbers the field is unknown. */
static void lose(cnn_field *field) {
    *field = (cnn_field){
        .size = WHOLE_BEYOND, .span = WHOLE_BEYOND, .under = 1, .period = 1, .paths = 1};
}

/* ---- The lattice of the units ---------------------------------------------------------------- */

/* Where units lie, evenly or in the mean: unit u of a layer over the place (in u + half/2)/out of
 * its input's units. */
typedef struct lattice {
    int64_t in, out, half;
} lattice;

/* The lattice of a layer; false where its numbers are beyond. */
static bool lattice_of(const cnn_net_layer *layer, const cnn_volume *in, int axis, lattice *made) {
    const cnn_axis *told = &layer->told.axis[axis];
    int64_t S = told->S, size = in->size[axis];
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
        half = told->begin;
        if (!place_times(&half, -2) || !place_plus(&half, axis_extent(told) - 1))
            return false;
        if (layer->kind->act == CNN_TRANSPOSED)
            *made = (lattice){.in = 1, .out = S, .half = -half};
        else
            *made = (lattice){.in = S, .out = 1, .half = half};
        return true;
    default: /* CNN_RESHAPE: of the rest, none that comes here has axes */
        if (layer->kind->act == CNN_CROP)
            made->half = (size - layer->out.size[axis]) / 2;
        else if (layer->kind->act == CNN_PAD)
            made->half = -told->begin;
        if (layer->kind->act == CNN_UPSAMPLE || layer->kind->act == CNN_PIXELSHUFFLE)
            break;
        return place_times(&made->half, 2);
    }
    /* out units spread over in: their middles at (u + 1/2) in/out - 1/2. */
    int64_t common = place_divisor(size, layer->out.size[axis]);
    made->in = size / common;
    made->out = layer->out.size[axis] / common;
    made->half = made->in - made->out;
    return true;
}

/* The smallest numbers for the same places. */
static void simplify(cnn_field *field) {
    int64_t common = place_divisor(field->under, field->jump);

    common =
        place_divisor(place_divisor(common, place_size(field->start)), place_size(field->middle));
    field->under /= common;
    field->jump /= common;
    field->start /= common;
    field->middle /= common;
}

/* Takes the units of a layer in place of its input's. */
static bool place(cnn_field *field, const lattice *made) {
    int64_t shift = made->half, out = made->out;

    if (!place_times(&shift, field->jump) || !place_times(&field->under, out) ||
        !place_times(&field->start, out) || !place_times(&field->middle, out) ||
        !place_plus(&field->middle, shift) || !place_times(&field->jump, made->in) ||
        !place_times(&out, field->period / place_divisor(field->period, made->in)) ||
        out > CNN_PERIOD_MOST)
        return false;
    field->period = (int32_t)out;
    field->uneven = field->uneven || made->out > 1;
    simplify(field);
    return true;
}

/* ---- Layers --------------------------------------------------------------------------------- */

/* What units of the layer see, where all is even: windows of E units, the first of them `before`
 * units before the input's first. */
static bool widen(cnn_field *field, const cnn_net_layer *layer, const cnn_volume *in, int axis) {
    const cnn_axis *told = &layer->told.axis[axis];
    int64_t size = in->size[axis], out = layer->out.size[axis];
    int64_t E = 1, before = 0;

    if (layer->kind->act == CNN_GLOBAL || layer->kind->act == CNN_ADAPTIVE) {
        E = size / out;
    } else if (layer->kind->family == CNN_CONV || layer->kind->family == CNN_POOL) {
        E = axis_extent(told);
        before = layer->kind->act == CNN_TRANSPOSED ? E - 1 - told->begin : told->begin;
    } else if (layer->kind->act == CNN_PAD) {
        before = told->begin;
    } else if (layer->kind->act == CNN_CROP) {
        before = -((size - out) / 2);
    }
    if (!place_times(&before, field->jump) || !place_plus(&field->start, -before))
        return false;
    field->size = whole_plus(field->size, whole_times(E - 1, field->jump / field->under));
    return field->size >= 0;
}

/* What all units see, where each is a jump further. */
static void spread_out(cnn_field *field, int64_t units) {
    field->span = whole_plus(field->size, whole_times(units - 1, field->jump / field->under));
}

/* The numbers of a vector have no places. */
static void unplace(cnn_field *field) {
    field->start /= field->under;
    field->jump = field->middle = 0;
    field->under = 1;
    field->period = field->paths = 1;
    field->uneven = false;
}

static bool work_uneven(cnn_net *net, int32_t index, int axis, const lattice *made) {
    cnn_net_layer *layer = &net->layers[index];
    const cnn_net_layer *input = input_of(net, layer, 0);
    cnn_field *field = &layer->field[axis];
    cnn_span *to = cnn_spans_room(net, field->period, field->paths);
    int64_t units = field->period / made->out;
    struct spans_view from, seen;

    if (to == NULL)
        return false;
    seen = (struct spans_view){to, field->period, field->paths, {{0, 0, false}}};
    if (!cnn_spans_view(net, &input->field[axis], &from) || !place_times(&units, made->in) ||
        !cnn_spans_derive(layer, input, axis, units, &from, field, to) ||
        !cnn_spans_measure(&seen, layer->out.size[axis], field))
        lose(field);
    else
        cnn_spans_keep(net, field);
    return true;
}

/* Gives false where there is no room. */
static bool work_axis(cnn_net *net, int32_t index, int axis) {
    cnn_net_layer *layer = &net->layers[index];
    const cnn_volume *in = &input_of(net, layer, 0)->out;
    cnn_field *field = &layer->field[axis];
    lattice made;

    *field = input_of(net, layer, 0)->field[axis];
    if (field->size < 0)
        return true;
    if (layer->kind->family == CNN_DENSE)
        field->size = field->span;
    if (axis >= layer->out.dims) {
        unplace(field);
        return true;
    }
    if (!lattice_of(layer, in, axis, &made) ||
        (!field->uneven && made.out == 1 && !widen(field, layer, in, axis)) ||
        !place(field, &made)) {
        lose(field);
        return true;
    }
    if (field->uneven)
        return work_uneven(net, index, axis, &made);
    spread_out(field, layer->out.size[axis]);
    return true;
}

/* ---- Joins ---------------------------------------------------------------------------------- */

/* Whether a/b and c/d are one number. */
static bool same_ratio(int64_t a, int64_t b, int64_t c, int64_t d) {
    return place_times(&a, d) && place_times(&c, b) && a == c;
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

    size = whole_plus(size, low - least);
    other_size = whole_plus(other_size, other_low - least);
    if (size < 0 || other_size < 0)
        return WHOLE_BEYOND;
    return size > other_size ? size : other_size;
}

/* The union of two fields that go on alike; the places of the first are kept. */
static bool unite(cnn_field *field, const cnn_field *other) {
    int64_t low = field->start / field->under, other_low = other->start / other->under;

    field->size = together(low, field->size, other_low, other->size);
    field->span = together(low, field->span, other_low, other->span);
    field->start = other_low < low ? other_low : low;
    return field->size >= 0 && place_times(&field->start, field->under);
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

/* Whether the fields of all inputs go on alike, so that their union does. The axis is one of the
 * output's here and below, which all inputs have. */
static bool all_even(const cnn_net *net, const cnn_net_layer *layer, int axis,
                     const cnn_field *lead) {
    for (int32_t i = 0; i < layer->input_count; i++) {
        const cnn_net_layer *input = input_of(net, layer, i);
        if (input->field[axis].uneven || is_spread(layer, input, axis) ||
            !same_jump(lead, &input->field[axis]))
            return false;
    }
    return true;
}

/* The shortest period of all inputs together, or 0. */
static int32_t common_period(const cnn_net *net, const cnn_net_layer *layer, int axis) {
    int64_t period = 1;

    for (int32_t i = 0; i < layer->input_count; i++) {
        const cnn_net_layer *input = input_of(net, layer, i);
        const cnn_field *field = &input->field[axis];
        if (is_spread(layer, input, axis) || !field->uneven)
            continue;
        period *= field->period / place_divisor(period, field->period);
        if (period > CNN_PERIOD_MOST)
            return 0;
    }
    return (int32_t)period;
}

/* Gives false where there is no room. */
static bool join_uneven(cnn_net *net, int32_t index, int axis) {
    cnn_net_layer *layer = &net->layers[index];
    cnn_field *field = &layer->field[axis];
    bool known = (field->period = common_period(net, layer, axis)) > 0;
    cnn_span *spans = known ? cnn_spans_room(net, field->period, CNN_PATHS_MOST) : NULL;

    if (known && spans == NULL)
        return false;
    field->paths = 0;
    for (int32_t i = 0; known && i < layer->input_count; i++) {
        const cnn_net_layer *input = input_of(net, layer, i);
        struct spans_view from;
        known = input->field[axis].size >= 0 && cnn_spans_view(net, &input->field[axis], &from) &&
                cnn_spans_join(&from, is_spread(layer, input, axis), spans, field);
    }
    const struct spans_view seen = {spans, field->period, field->paths, {{0, 0, false}}};
    if (known && cnn_spans_measure(&seen, layer->out.size[axis], field))
        cnn_spans_keep(net, field);
    else
        lose(field);
    return true;
}

static void find_unaligned(const cnn_net *net, cnn_net_layer *layer, int axis,
                           const cnn_field *lead) {
    for (int32_t i = 0; i < layer->input_count; i++) {
        const cnn_net_layer *input = input_of(net, layer, i);
        if (!is_spread(layer, input, axis) && !is_aligned(lead, &input->field[axis]))
            layer->unaligned = true;
    }
}

/* Gives false where there is no room. */
static bool join_axis(cnn_net *net, int32_t index, int axis) {
    cnn_net_layer *layer = &net->layers[index];
    cnn_field *field = &layer->field[axis];
    bool placed = axis < layer->out.dims, known = true;
    int32_t first = leading(net, layer, axis);

    *field = input_of(net, layer, first)->field[axis];
    if (placed)
        find_unaligned(net, layer, axis, &input_of(net, layer, first)->field[axis]);
    if (placed && !all_even(net, layer, axis, field))
        return join_uneven(net, index, axis);
    for (int32_t i = 0; i < layer->input_count; i++)
        if (axis < input_of(net, layer, i)->axes)
            known = known && unite(field, &input_of(net, layer, i)->field[axis]);
    if (!known)
        lose(field);
    else if (placed)
        spread_out(field, layer->out.size[axis]);
    return true;
}

/* ---- All axes ------------------------------------------------------------------------------- */

static int axes_of(const cnn_net *net, const cnn_net_layer *layer) {
    int axes = layer->kind->family == CNN_SOURCE ? layer->out.dims : 0;

    for (int32_t i = 0; i < layer->input_count; i++)
        if (input_of(net, layer, i)->axes > axes)
            axes = input_of(net, layer, i)->axes;
    return axes;
}

bool cnn_field_work(cnn_net *net, int32_t index) {
    cnn_net_layer *layer = &net->layers[index];
    size_t before = net->span_count;
    bool room = true;

    layer->unaligned = false;
    layer->axes = axes_of(net, layer);
    if (layer->kind->family == CNN_NORM || layer->kind->family == CNN_POINTWISE) {
        for (int axis = 0; axis < layer->axes; axis++)
            layer->field[axis] = input_of(net, layer, 0)->field[axis];
        return true;
    }
    for (int axis = 0; room && axis < layer->axes; axis++) {
        if (axis > 0 && layer->alike)
            layer->field[axis] = layer->field[0];
        else if (layer->kind->family == CNN_SOURCE)
            layer->field[axis] = (cnn_field){.size = 1,
                                             .span = layer->out.size[axis],
                                             .jump = 1,
                                             .under = 1,
                                             .period = 1,
                                             .paths = 1};
        else if (layer->kind->family == CNN_JOIN)
            room = join_axis(net, index, axis);
        else
            room = work_axis(net, index, axis);
    }
    if (!room)
        net->span_count = before;
    return room;
}
