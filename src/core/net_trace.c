/* A network's layer as named values, each beside the formula that gives it. */
#include "inputs.h"
#include "place.h"
#include "trace.h"

#include <assert.h>

/* Whether windows of one size slide over the layer's input. */
static bool is_sliding(const cnn_net_layer *layer) {
    return (layer->kind->family == CNN_CONV || layer->kind->family == CNN_POOL) &&
           layer->kind->act == CNN_PLAIN;
}

/* ---- Sizes and parameters ------------------------------------------------------------------ */

static cnn_item *add_axes(cnn_trace *trace, cnn_role role, const char *name,
                          const cnn_net_layer *layer, int axes) {
    cnn_item *item = cnn_trace_add(trace, role, CNN_PER_AXIS, name);
    if (item != NULL) {
        item->axes = axes;
        item->square = layer->alike;
    }
    return item;
}

/* The volume that a layer begins with: its input's, or of an input its own. */
static void give_input(const cnn_net *net, const cnn_net_layer *layer, cnn_trace *trace) {
    const cnn_volume *in = layer->input_count > 0 ? &input_of(net, layer, 0)->out : &layer->out;
    cnn_item *W = in->dims == 0 ? NULL : add_axes(trace, CNN_GIVEN, "W", layer, in->dims);

    for (int i = 0; W != NULL && i < in->dims; i++)
        W->whole[i] = in->size[i];
    cnn_trace_count(trace, CNN_GIVEN, "C",
                    layer->kind->family == CNN_DENSE ? numbers_in(in) : in->depth);
}

static void add_out(const cnn_volume *out, cnn_trace *trace) {
    cnn_kind kind = out->dims == 0 ? CNN_WHOLE : CNN_VOLUME;
    cnn_item *item = cnn_trace_add(trace, CNN_RESULT, kind, "out");

    if (item == NULL)
        return;
    item->axes = out->dims;
    item->whole[0] = item->more[0] = out->depth;
    for (int i = 0; i < out->dims; i++)
        item->whole[i] = out->size[i];
}

/* The size of a layer that upsamples, by its stride. */
static void add_grown(const cnn_net_layer *layer, cnn_trace *trace) {
    cnn_item *S = add_axes(trace, CNN_GIVEN, "S", layer, layer->out.dims);
    cnn_item *size = add_axes(trace, CNN_STEP, "size", layer, layer->out.dims);

    for (int i = 0; i < layer->out.dims; i++) {
        if (S != NULL)
            S->whole[i] = layer->told.axis[i].S;
        if (size != NULL)
            size->whole[i] = layer->out.size[i];
    }
    if (size != NULL)
        size->formula = "{W}*{S}";
}

/* The size of a layer that pads. */
static void add_padded(const cnn_net_layer *layer, cnn_trace *trace) {
    cnn_item *P = add_axes(trace, CNN_GIVEN, "P", layer, layer->out.dims);
    cnn_item *begin = add_axes(trace, CNN_STEP, "begin", layer, layer->out.dims);
    cnn_item *end = add_axes(trace, CNN_STEP, "end", layer, layer->out.dims);
    cnn_item *size = add_axes(trace, CNN_STEP, "size", layer, layer->out.dims);
    bool lopsided = false;

    if (P != NULL)
        P->kind = CNN_PADS;
    for (int i = 0; i < layer->out.dims; i++) {
        const cnn_axis *axis = &layer->told.axis[i];
        lopsided = lopsided || axis->begin != axis->end;
        if (P != NULL) {
            P->whole[i] = axis->begin;
            P->more[i] = axis->end;
        }
        if (begin != NULL)
            begin->whole[i] = axis->begin;
        if (end != NULL)
            end->whole[i] = axis->end;
        if (size != NULL)
            size->whole[i] = layer->out.size[i];
    }
    if (size != NULL)
        size->formula = lopsided ? "{W} + {begin} + {end}" : "{W} + 2{P}";
}

static void add_reshaped(const cnn_net_layer *layer, cnn_trace *trace) {
    cnn_act act = layer->kind->act;

    if (act == CNN_PIXELSHUFFLE || (act == CNN_UPSAMPLE && !layer->has_O))
        add_grown(layer, trace);
    else if (act == CNN_PAD)
        add_padded(layer, trace);
    else if (act == CNN_SLICE)
        cnn_trace_count(trace, CNN_GIVEN, "K", layer->told.K);
    else if (act == CNN_GROUPED)
        cnn_trace_count(trace, CNN_GIVEN, "G", layer->told.G);
}

static void add_count(cnn_trace *trace, const char *name, int64_t value, const char *formula) {
    cnn_item *item = cnn_trace_count(trace, CNN_RESULT, name, value);
    if (item != NULL)
        item->formula = formula;
}

static const char *params_formula(const cnn_net_layer *layer) {
    bool bias = layer->told.bias;

    if (layer->kind->family == CNN_DENSE)
        return bias ? "{K}*({C} + 1) = {K}*{per neuron}" : "{K}*{C}";
    if (layer->kind->family != CNN_NORM)
        return NULL;
    if (layer->kind->act == CNN_SLOPES)
        return layer->shared ? NULL : "{C}";
    return bias ? "2{C}" : "{C}";
}

/* What cnn_conv and cnn_pool do not say. */
static void add_params(const cnn_net *net, const cnn_net_layer *layer, cnn_trace *trace) {
    bool dense = layer->kind->family == CNN_DENSE, norm = layer->kind->family == CNN_NORM;

    if (dense) {
        cnn_trace_count(trace, CNN_GIVEN, "K", layer->told.K);
        cnn_trace_count(trace, CNN_STEP, "per neuron",
                        whole_plus(numbers_in(&input_of(net, layer, 0)->out), 1));
    }
    if (dense || (norm && layer->kind->act != CNN_SLOPES))
        cnn_trace_truth(trace, "bias", layer->told.bias);
    add_count(trace, "weights", layer->weights, NULL);
    add_count(trace, "biases", layer->biases, NULL);
    add_count(trace, "params", layer->params, params_formula(layer));
}

static const char *macs_formula(const cnn_net *net, const cnn_net_layer *layer) {
    bool many = net->batch > 1;

    if (layer->kind->family == CNN_DENSE)
        return many ? "{N}*{C}*{K}" : "{C}*{K}";
    if (layer->kind->family != CNN_CONV)
        return NULL;
    if (layer->kind->act == CNN_TRANSPOSED)
        return many ? "{N}*{=W*}*{weights}" : "{=W*}*{weights}";
    if (layer->told.G > 1)
        return many ? "{N}*{=size*}*{K}*{F^}*{C}/{G}" : "{=size*}*{K}*{F^}*{C}/{G}";
    return many ? "{N}*{=size*}*{K}*{F^}*{C}" : "{=size*}*{K}*{F^}*{C}";
}

/* ---- Receptive fields ---------------------------------------------------------------------- */

/* As a decimal where that ends soon, else as one fraction: 1.5, 32/7. */
static void set_jump(cnn_item *item, int axis, const cnn_field *field) {
    int64_t common = place_divisor(field->jump, field->under);
    int64_t over = field->jump / common, under = field->under > common ? field->under / common : 1;
    assert(under > 0);
    bool ends = 1000 % under == 0;

    item->divisor[axis] = under;
    item->whole[axis] = ends ? over / under : 0;
    item->more[axis] = ends ? over % under : over;
}

static void add_fields(const cnn_net_layer *layer, cnn_trace *trace) {
    bool known = layer->axes > 0;

    for (int i = 0; i < layer->axes; i++)
        known = known && layer->field[i].size >= 0;
    bool placed = known && layer->out.dims > 0;
    cnn_item *rf = cnn_trace_add(trace, CNN_RESULT, known ? CNN_PER_AXIS : CNN_NONE, "rf");
    cnn_item *jump = cnn_trace_add(trace, CNN_RESULT, placed ? CNN_RATIO : CNN_NONE, "jump");
    cnn_item *start = cnn_trace_add(trace, CNN_RESULT, placed ? CNN_PER_AXIS : CNN_NONE, "start");
    cnn_item *const items[] = {rf, jump, start};

    for (int k = 0; k < 3; k++) {
        cnn_item *item = items[k];
        if (item == NULL || item->kind == CNN_NONE)
            continue;
        item->axes = k == 0 ? layer->axes : layer->out.dims;
        item->square = layer->alike;
        for (int i = 0; i < item->axes; i++) {
            const cnn_field *field = &layer->field[i];
            if (k == 1)
                set_jump(item, i, field);
            else
                item->whole[i] = k == 0 ? field->size : field->start / field->under;
        }
    }
}

static void add_step(const cnn_net_layer *layer, cnn_trace *trace, const char *name, int axes,
                     int64_t (*value)(const cnn_net_layer *, int)) {
    cnn_item *item = add_axes(trace, CNN_STEP, name, layer, axes);
    for (int i = 0; item != NULL && i < axes; i++)
        item->whole[i] = value(layer, i);
}

static int64_t field_size(const cnn_net_layer *layer, int axis) {
    return layer->field[axis].size;
}

static int64_t field_jump(const cnn_net_layer *layer, int axis) {
    return layer->field[axis].jump / layer->field[axis].under;
}

static int64_t below_filter(const cnn_net_layer *layer, int axis) {
    return axis_extent(&layer->told.axis[axis]) - 1;
}

static int64_t below_input(const cnn_net_layer *layer, int axis) {
    return layer->out.size[axis] - 1;
}

/* A formula only where fields go evenly, before and after: by whole pixels. */
static bool goes_evenly(const cnn_net_layer *layer, int axes) {
    for (int i = 0; i < axes; i++)
        if (layer->field[i].uneven || layer->field[i].size < 0)
            return false;
    return axes > 0;
}

static cnn_item *find(cnn_trace *trace, const char *name) {
    for (size_t i = 0; i < trace->count; i++)
        if (&trace->items[i] == cnn_find(trace, name))
            return &trace->items[i];
    return NULL;
}

static void explain_fields(const cnn_net *net, const cnn_net_layer *layer, cnn_trace *trace) {
    const cnn_net_layer *input = layer->input_count > 0 ? input_of(net, layer, 0) : layer;
    bool whole = layer->kind->act == CNN_GLOBAL || layer->kind->family == CNN_DENSE;
    int axes = input->out.dims;

    if (!trace->working || (!is_sliding(layer) && !whole) || !goes_evenly(input, axes) ||
        (layer->out.dims > 0 && !goes_evenly(layer, axes)))
        return;
    add_step(input, trace, "rf before", axes, field_size);
    add_step(input, trace, "jump before", axes, field_jump);
    if (whole)
        add_step(input, trace, "less one", axes, below_input);
    else
        add_step(layer, trace, "less one", axes, below_filter);
    bool dilated = false;
    for (int i = 0; !whole && i < axes; i++)
        dilated = dilated || layer->told.axis[i].d != 1;
    cnn_item *rf = find(trace, "rf"), *jump = find(trace, "jump");
    if (rf != NULL)
        rf->formula = whole     ? "{=rf before} + {(W - 1):less one}*{=jump before}"
                      : dilated ? "{=rf before} + {(E - 1):less one}*{=jump before}"
                                : "{=rf before} + {(F - 1):less one}*{=jump before}";
    if (jump != NULL && !whole)
        jump->formula = "{=jump before}*{S}";
}

/* ---- All values ---------------------------------------------------------------------------- */

static void add_memory(const cnn_net *net, const cnn_net_layer *layer, cnn_trace *trace) {
    cnn_trace_count(trace, CNN_STEP, "numbers", layer->numbers);
    cnn_trace_count(trace, CNN_STEP, "bytes", net->bytes);
    add_count(trace, "memory", whole_times(layer->numbers, net->bytes), "{numbers}*{bytes}");
    add_count(trace, "param_memory", whole_times(layer->params, net->bytes), "{params}*{bytes}");
    add_count(trace, "peak", layer->alive, NULL);
}

/* What cnn_conv says of one image, for the whole batch. */
static void set_count(cnn_trace *trace, const char *name, int64_t value, const char *formula) {
    cnn_item *item = find(trace, name);

    if (item == NULL)
        return;
    item->kind = value < 0 ? CNN_TOO_MANY : CNN_WHOLE;
    item->whole[0] = value;
    item->formula = formula;
}

cnn_error cnn_net_trace(const cnn_net *net, int32_t index, cnn_trace *trace) {
    const cnn_net_layer *layer = &net->layers[index];
    cnn_layer told = layer->told;
    bool conv = layer->kind->family == CNN_CONV;
    bool pool = layer->kind->family == CNN_POOL && layer->kind->act == CNN_PLAIN;

    told.square = layer->alike;
    if (conv)
        cnn_conv(&told, trace);
    else if (pool)
        cnn_pool(&told, trace);
    else
        cnn_trace_clear(trace);
    cnn_item *kind = cnn_trace_add(trace, CNN_RESULT, CNN_WORD, "kind");
    if (kind != NULL)
        kind->word = layer->kind->name;
    if (!conv && !pool) {
        if (layer->kind->family != CNN_JOIN)
            give_input(net, layer, trace);
        add_out(&layer->out, trace);
        add_reshaped(layer, trace);
        add_params(net, layer, trace);
    }
    if (net->batch > 1)
        cnn_trace_count(trace, CNN_STEP, "N", net->batch);
    if (conv) {
        set_count(trace, "macs", layer->macs, macs_formula(net, layer));
        set_count(trace, "flops", layer->flops, NULL);
    } else {
        if (pool) {
            add_count(trace, "weights", 0, NULL);
            add_count(trace, "biases", 0, NULL);
        }
        add_count(trace, "macs", layer->macs, macs_formula(net, layer));
        add_count(trace, "flops", layer->flops, NULL);
    }
    add_fields(layer, trace);
    explain_fields(net, layer, trace);
    add_memory(net, layer, trace);
    if (layer->kind->family == CNN_JOIN) {
        cnn_item *aligned = cnn_trace_add(trace, CNN_RESULT, CNN_TRUTH, "aligned");
        if (aligned != NULL)
            aligned->whole[0] = !layer->unaligned;
    }
    return cnn_trace_end(trace);
}

cnn_error cnn_net_total_trace(const cnn_net *net, const cnn_net_totals *totals, cnn_trace *trace) {
    const cnn_net_layer *last = &net->layers[net->count - 1];

    cnn_trace_clear(trace);
    add_out(&last->out, trace);
    add_count(trace, "weights", totals->weights, NULL);
    add_count(trace, "biases", totals->biases, NULL);
    add_count(trace, "params", totals->params, NULL);
    add_count(trace, "macs", totals->macs, NULL);
    add_count(trace, "flops", totals->flops, "2*{macs}");
    add_fields(last, trace);
    cnn_trace_count(trace, CNN_STEP, "bytes", net->bytes);
    add_count(trace, "memory", totals->memory, NULL);
    add_count(trace, "param_memory", totals->param_memory, "{params}*{bytes}");
    add_count(trace, "peak", totals->peak, NULL);
    return cnn_trace_end(trace);
}
