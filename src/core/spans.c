/* The fields of units that go unevenly: listed for one period, path by path, each from the list of
 * the layer's input. */
#include "spans.h"

#include <assert.h>

bool cnn_spans_view(const cnn_net *net, const cnn_field *field, struct spans_view *seen) {
    int64_t start = field->start / field->under;

    if (field->uneven) {
        *seen = (struct spans_view){
            net->spans + field->spans, field->period, field->paths, {{0, 0, false}}};
        return true;
    }
    if (field->size - 1 > CNN_MAX / 2 - start)
        return false;
    *seen = (struct spans_view){
        NULL,
        1,
        1,
        {{field->jump / field->under, 0, false}, {start, start + field->size - 1, false}}};
    seen->spans = seen->own;
    return true;
}

static const cnn_span *path_of(const struct spans_view *seen, int32_t path) {
    return seen->spans + (size_t)path * ((size_t)seen->period + 1);
}

/* How far a path goes in so many of its periods. False: beyond the numbers. */
static bool advance(const struct spans_view *seen, int32_t path, int64_t periods, int64_t *by) {
    *by = path_of(seen, path)->low;
    return place_times(by, periods);
}

/* The pixels of one unit, by one path. False: beyond the numbers. */
static bool look_at(const struct spans_view *seen, int32_t path, int64_t unit, cnn_span *pixels) {
    int64_t periods = place_over(unit, seen->period), by;

    *pixels = path_of(seen, path)[1 + unit - periods * seen->period];
    return pixels->none || (advance(seen, path, periods, &by) && place_plus(&pixels->low, by) &&
                            place_plus(&pixels->high, by));
}

static void add_span(cnn_span *to, const cnn_span *more) {
    if (more->none)
        return;
    to->low = to->none || more->low < to->low ? more->low : to->low;
    to->high = to->none || more->high > to->high ? more->high : to->high;
    to->none = false;
}

static const cnn_span nothing = {0, 0, true};

/* The pixels that every `step`th unit from low to high sees, by one path. A unit may look further
 * back than the one before it, but not than the one a period before. */
static bool look(const struct spans_view *seen, int32_t path, const cnn_span *units, int64_t step,
                 cnn_span *pixels) {
    assert(step > 0);
    int64_t count = (units->high - units->low) / step + 1;

    *pixels = nothing;
    if (count > seen->period)
        count = seen->period;
    for (int64_t i = 0; i < count; i++) {
        cnn_span first, last;
        if (!look_at(seen, path, units->low + i * step, &first) ||
            !look_at(seen, path, units->high - i * step, &last))
            return false;
        add_span(pixels, &first);
        add_span(pixels, &last);
    }
    return true;
}

/* The pixels of a unit, by all paths. */
static bool see(const struct spans_view *seen, int64_t unit, cnn_span *pixels) {
    *pixels = nothing;
    for (int32_t path = 0; path < seen->paths; path++) {
        cnn_span one;
        if (!look_at(seen, path, unit, &one))
            return false;
        add_span(pixels, &one);
    }
    return true;
}

/* Among units a period apart, the field is largest at one of the ends: its own
 * ends go evenly, but for those of a union, which bend away from each other. */
bool cnn_spans_measure(const struct spans_view *seen, int64_t out, cnn_field *field) {
    int64_t near_end = seen->period < out ? seen->period : out;
    cnn_span all = nothing, first = nothing;

    field->size = 0;
    for (int64_t i = 0; i < 2 * near_end; i++) {
        cnn_span pixels;
        if (!see(seen, i < near_end ? i : out - 2 * near_end + i, &pixels))
            return false;
        int64_t size = pixels.none ? 0 : pixels.high - pixels.low + 1;
        field->size = size > field->size ? size : field->size;
        first = i == 0 ? pixels : first;
        add_span(&all, &pixels);
    }
    field->span = all.none ? 0 : all.high - all.low + 1;
    field->start = first.low;
    return place_times(&field->start, field->under);
}

cnn_span *cnn_spans_room(const cnn_net *net, int32_t period, int32_t paths) {
    size_t count = (size_t)paths * ((size_t)period + 1);

    return net->span_room - net->span_count >= count ? net->spans + net->span_count : NULL;
}

void cnn_spans_keep(cnn_net *net, cnn_field *field) {
    field->uneven = field->period > 1 || field->paths > 1 || field->size == 0;
    field->spans = net->span_count;
    if (field->uneven)
        net->span_count += (size_t)field->paths * ((size_t)field->period + 1);
}

static bool reach(cnn_span *units, int64_t low, int64_t more) {
    units->low = units->high = low;
    return place_plus(&units->high, more);
}

static void shift(cnn_span *units, int64_t by) {
    units->low += by;
    units->high += by;
}

/* Units of a transposed layer's input that one of its own sees, which are those of the filter's
 * cells k where k*d has the same rest by S: from the last one to the first. */
static void find_taps(const cnn_axis *told, cnn_span *units, int64_t *step) {
    int64_t common = place_divisor(told->S, told->d), every = told->S / common;
    int64_t place = units->high, k = 0;

    while (k < every && k < told->F &&
           place_over(place - k * told->d, told->S) * told->S != place - k * told->d)
        k++;
    if (k == every || k == told->F) {
        units->none = true;
        return;
    }
    int64_t last = k + (told->F - 1 - k) / every * every;
    *step = told->d / common;
    units->high = (place - k * told->d) / told->S;
    units->low = (place - last * told->d) / told->S;
}

/* Units of an input that one of a layer sees: every `step`th, which is 1 unless it is set. Products
 * and differences that are not checked are not beyond: the layer has a lattice, so what is cut or
 * padded before its axis is at most a quarter of the numbers, and its period is known. */
static bool step_back(const cnn_net_layer *layer, const cnn_net_layer *input, int axis,
                      cnn_span *units, int64_t *step) {
    const cnn_axis *told = &layer->told.axis[axis];
    int64_t in = input->out.size[axis], out = layer->out.size[axis];
    int64_t common = place_divisor(in, out);

    switch (layer->kind->act) {
    case CNN_TRANSPOSED:
        shift(units, told->begin);
        find_taps(told, units, step);
        return true;
    case CNN_GLOBAL:
        return reach(units, units->low * in, in - 1);
    case CNN_ADAPTIVE:
    case CNN_UPSAMPLE:
    case CNN_PIXELSHUFFLE:
        if (!place_times(&units->low, in / common) ||
            !reach(units, units->low, layer->kind->act == CNN_ADAPTIVE ? in / common - 1 : 0))
            return false;
        units->low = place_over(units->low, out / common);
        units->high = place_over(units->high, out / common);
        return true;
    case CNN_CROP:
        shift(units, (in - out) / 2);
        return true;
    case CNN_PAD:
        shift(units, -told->begin);
        return true;
    default:
        break;
    }
    if (layer->kind->family != CNN_CONV && layer->kind->family != CNN_POOL)
        return true;
    *step = told->d;
    return reach(units, units->low * told->S - told->begin, axis_extent(told) - 1);
}

bool cnn_spans_derive(const cnn_net_layer *layer, const cnn_net_layer *input, int axis,
                      int64_t units, const struct spans_view *from, const cnn_field *field,
                      cnn_span *to) {
    for (int32_t path = 0; path < from->paths; path++) {
        if (!advance(from, path, units / from->period, &to->low))
            return false;
        to++->high = 0;
        for (int64_t unit = 0; unit < field->period; unit++, to++) {
            cnn_span seen = {unit, unit, false};
            int64_t step = 1;
            if (!step_back(layer, input, axis, &seen, &step))
                return false;
            if (seen.none)
                *to = nothing;
            else if (!look(from, path, &seen, step, to))
                return false;
        }
    }
    return true;
}

/* ---- Joins ---------------------------------------------------------------------------------- */

/* The path that goes as far as that, a new one where there is none, or NULL. */
static cnn_span *path_for(cnn_span *spans, cnn_field *field, int64_t by) {
    size_t length = (size_t)field->period + 1;
    int32_t path = 0;

    while (path < field->paths && spans[(size_t)path * length].low != by)
        path++;
    if (path == CNN_PATHS_MOST)
        return NULL;
    cnn_span *to = spans + (size_t)path * length;
    if (path == field->paths) {
        field->paths++;
        to[0] = (cnn_span){by, 0, false};
        for (size_t i = 1; i < length; i++)
            to[i] = nothing;
    }
    return to;
}

bool cnn_spans_join(const struct spans_view *from, bool spread, cnn_span *spans, cnn_field *field) {
    for (int32_t path = 0; path < from->paths; path++) {
        int64_t by = 0;
        if (!spread && !advance(from, path, field->period / from->period, &by))
            return false;
        cnn_span *to = path_for(spans, field, by);
        if (to == NULL)
            return false;
        for (int32_t unit = 0; unit < field->period; unit++) {
            const int64_t at = spread ? 0 : unit;
            cnn_span pixels;
            if (!look_at(from, path, at, &pixels))
                return false;
            add_span(&to[1 + unit], &pixels);
        }
    }
    return true;
}
