/* A network layer by layer: its volumes and its counts. */
#include "field.h"
#include "inputs.h"

#include <string.h>

/* ---- Volumes ------------------------------------------------------------------------------- */

static const cnn_error fine = {.code = CNN_OK};

static cnn_error wrong(cnn_code code, const char *field, int axis) {
    return (cnn_error){.code = code, .field = field, .axis = axis};
}

static bool same_size(const cnn_volume *a, const cnn_volume *b) {
    if (a->dims != b->dims)
        return false;
    for (int i = 0; i < a->dims; i++)
        if (a->size[i] != b->size[i])
            return false;
    return true;
}

static bool is_one_pixel(const cnn_volume *volume) {
    return pixels_in(volume) == 1;
}

/* ---- Sizes, family by family ----------------------------------------------------------------- */

static cnn_error source_size(cnn_net_layer *layer) {
    layer->out.dims = layer->told.dims;
    for (int i = 0; i < layer->told.dims; i++)
        layer->out.size[i] = layer->told.axis[i].W;
    layer->out.depth = layer->told.C;
    return fine;
}

static const char *window_field(cnn_code code) {
    return code == CNN_UNEVEN            ? "S"
           : code == CNN_EMPTY           ? "P"
           : code == CNN_WIDE_OUTPUT_PAD ? "output_pad"
                                         : "F";
}

/* Windows over each axis of the input. Padding that was told as `same` becomes what it comes to. */
static cnn_error slide(cnn_net_layer *layer, const cnn_volume *in) {
    cnn_layer *told = &layer->told;
    bool transposed = layer->kind->act == CNN_TRANSPOSED;
    cnn_windows windows;

    layer->out.dims = in->dims;
    for (int i = 0; i < in->dims; i++) {
        cnn_axis *axis = &told->axis[i];
        axis->W = in->size[i];
        if (i > 0 && memcmp(axis, &told->axis[0], sizeof *axis) == 0) {
            layer->out.size[i] = layer->out.size[0];
            continue;
        }
        cnn_code code = transposed ? cnn_window_transposed(axis, told->padding, &windows)
                                   : cnn_window(axis, told->padding, told->round, &windows);
        if (code != CNN_OK)
            return wrong(code, window_field(code), i);
        axis->begin = windows.begin;
        axis->end = windows.end;
        layer->out.size[i] = windows.out;
    }
    return fine;
}

static cnn_error conv_size(cnn_net_layer *layer, const cnn_volume *in) {
    cnn_layer *told = &layer->told;

    if (in->dims == 0)
        return wrong(CNN_VECTOR, layer->kind->name, 0);
    told->C = in->depth;
    if (layer->depthwise) {
        told->G = told->C;
        told->K = told->K != 0 ? told->K : told->C;
    }
    if (told->C % told->G != 0 || told->K % told->G != 0)
        return wrong(CNN_UNGROUPED, told->C % told->G != 0 ? "C" : "K", 0);
    cnn_error error = slide(layer, in);
    layer->out.depth = told->K;
    return error;
}

static cnn_error pool_size(cnn_net_layer *layer, const cnn_volume *in) {
    if (in->dims == 0)
        return wrong(CNN_VECTOR, layer->kind->name, 0);
    layer->out.depth = layer->told.C = in->depth;
    if (layer->kind->act == CNN_PLAIN)
        return slide(layer, in);
    layer->out.dims = in->dims;
    for (int i = 0; i < in->dims; i++)
        layer->out.size[i] = layer->kind->act == CNN_GLOBAL ? 1 : layer->O.size[i];
    return fine;
}

static cnn_error join_size(const cnn_net *net, cnn_net_layer *layer) {
    bool concat = layer->kind->act == CNN_CONCAT, mul = layer->kind->act == CNN_MUL;

    layer->out = input_of(net, layer, 0)->out;
    for (int32_t i = 1; i < layer->input_count; i++) {
        const cnn_volume *in = &input_of(net, layer, i)->out;
        bool same_depth = in->depth == layer->out.depth;
        if (mul && same_depth && is_one_pixel(&layer->out) && in->dims == layer->out.dims)
            layer->out = *in;
        else if (mul && same_depth && is_one_pixel(in) && in->dims == layer->out.dims)
            continue;
        else if (!same_size(in, &layer->out) || (!concat && !same_depth))
            return wrong(CNN_UNEQUAL, layer->kind->name, i);
        if (concat)
            layer->out.depth = whole_plus(layer->out.depth, in->depth);
    }
    return layer->out.depth == WHOLE_BEYOND ? wrong(CNN_BEYOND, layer->kind->name, 0) : fine;
}

static cnn_error upsample_size(cnn_net_layer *layer, const cnn_volume *in) {
    for (int i = 0; i < in->dims; i++) {
        bool told = layer->has_O && layer->kind->act == CNN_UPSAMPLE;
        layer->out.size[i] =
            told ? layer->O.size[i] : whole_times(in->size[i], layer->told.axis[i].S);
        if (layer->out.size[i] == WHOLE_BEYOND)
            return wrong(CNN_BEYOND, "S", i);
    }
    return fine;
}

static cnn_error crop_size(cnn_net_layer *layer, const cnn_volume *in) {
    for (int i = 0; i < in->dims; i++) {
        layer->out.size[i] = layer->O.size[i];
        if (layer->O.size[i] > in->size[i])
            return wrong(CNN_OUTSIDE, "O", i);
    }
    return fine;
}

static cnn_error pad_size(cnn_net_layer *layer, const cnn_volume *in) {
    for (int i = 0; i < in->dims; i++) {
        const cnn_axis *axis = &layer->told.axis[i];
        layer->out.size[i] = whole_plus(whole_plus(in->size[i], axis->begin), axis->end);
        if (layer->out.size[i] == WHOLE_BEYOND)
            return wrong(CNN_BEYOND, "P", i);
    }
    return fine;
}

static cnn_error slice_size(cnn_net_layer *layer, const cnn_volume *in) {
    if (layer->from > in->depth - layer->told.K)
        return wrong(CNN_OUTSIDE, "K", 0);
    layer->out.depth = layer->told.K;
    return fine;
}

static cnn_error shuffle_size(cnn_net_layer *layer, const cnn_volume *in) {
    int64_t channels = 1;

    for (int i = 0; i < in->dims; i++)
        channels = whole_times(channels, layer->told.axis[i].S);
    if (channels == WHOLE_BEYOND || in->depth % channels != 0)
        return wrong(CNN_UNGROUPED, "S", 0);
    layer->out.depth = in->depth / channels;
    return upsample_size(layer, in);
}

static cnn_error reshape_size(cnn_net_layer *layer, const cnn_volume *in) {
    cnn_act act = layer->kind->act;

    layer->out = *in;
    if (act == CNN_FLATTEN) {
        layer->out = (cnn_volume){.dims = 0, .depth = numbers_in(in)};
        return layer->out.depth == WHOLE_BEYOND ? wrong(CNN_BEYOND, layer->kind->name, 0) : fine;
    }
    if (in->dims == 0 && act != CNN_SLICE)
        return wrong(CNN_VECTOR, layer->kind->name, 0);
    return act == CNN_UPSAMPLE ? upsample_size(layer, in)
           : act == CNN_CROP   ? crop_size(layer, in)
           : act == CNN_PAD    ? pad_size(layer, in)
           : act == CNN_SLICE  ? slice_size(layer, in)
                               : shuffle_size(layer, in);
}

static cnn_error size_of(const cnn_net *net, cnn_net_layer *layer) {
    const cnn_volume *in = layer->input_count > 0 ? &input_of(net, layer, 0)->out : &layer->out;

    switch (layer->kind->family) {
    case CNN_SOURCE:
        return source_size(layer);
    case CNN_CONV:
        return conv_size(layer, in);
    case CNN_POOL:
        return pool_size(layer, in);
    case CNN_DENSE:
        layer->out = (cnn_volume){.dims = 0, .depth = layer->told.K};
        return fine;
    case CNN_NORM:
        layer->out = *in;
        layer->told.C = in->depth;
        return in->depth % layer->told.G == 0 ? fine : wrong(CNN_UNGROUPED, "C", 0);
    case CNN_POINTWISE:
        layer->out = *in;
        return fine;
    case CNN_JOIN:
        return join_size(net, layer);
    default: /* CNN_RESHAPE */
        return reshape_size(layer, in);
    }
}

/* ---- Counts -------------------------------------------------------------------------------- */

static int64_t filter_cells(const cnn_layer *told, int dims) {
    int64_t cells = 1;
    for (int i = 0; i < dims; i++)
        cells = whole_times(cells, told->axis[i].F);
    return cells;
}

static void conv_counts(cnn_net_layer *layer, const cnn_volume *in) {
    const cnn_layer *told = &layer->told;
    bool transposed = layer->kind->act == CNN_TRANSPOSED;
    int64_t cells = filter_cells(told, in->dims);

    layer->weights = whole_times(told->K, whole_times(cells, told->C / told->G));
    layer->biases = told->bias ? told->K : 0;
    layer->macs = whole_times(pixels_in(transposed ? in : &layer->out), layer->weights);
}

static void dense_counts(cnn_net_layer *layer, const cnn_volume *in) {
    layer->weights = whole_times(numbers_in(in), layer->told.K);
    layer->biases = layer->told.bias ? layer->told.K : 0;
    layer->macs = layer->weights;
}

static void norm_counts(cnn_net_layer *layer, const cnn_volume *in) {
    bool slopes = layer->kind->act == CNN_SLOPES;

    layer->weights = slopes && layer->shared ? 1 : in->depth;
    layer->biases = slopes || !layer->told.bias ? 0 : in->depth;
}

static void count(const cnn_net *net, cnn_net_layer *layer) {
    const cnn_volume *in = layer->input_count > 0 ? &input_of(net, layer, 0)->out : &layer->out;

    layer->weights = layer->biases = layer->macs = 0;
    if (layer->kind->family == CNN_CONV)
        conv_counts(layer, in);
    else if (layer->kind->family == CNN_DENSE)
        dense_counts(layer, in);
    else if (layer->kind->family == CNN_NORM)
        norm_counts(layer, in);
    layer->params = whole_plus(layer->weights, layer->biases);
    layer->macs = whole_times(layer->macs, net->batch);
    layer->flops = whole_times(2, layer->macs);
    layer->numbers = whole_times(numbers_in(&layer->out), net->batch);
}

/* Whether an output that is told is the one that comes out; its size may have been made. */
static cnn_error check_told(const cnn_net_layer *layer) {
    cnn_act act = layer->kind->act;
    bool made = act == CNN_ADAPTIVE || act == CNN_CROP || act == CNN_UPSAMPLE;
    const cnn_volume *O = &layer->O, *out = &layer->out;

    if (!layer->has_O)
        return fine;
    if ((!made && !same_size(O, out)) || (O->depth != 0 && O->depth != out->depth))
        return wrong(CNN_OTHER_SIZE, "O", 0);
    return fine;
}

/* Whether the axes differ in nothing, from the network's input on. */
static bool is_alike(const cnn_net *net, const cnn_net_layer *layer) {
    const cnn_volume *out = &layer->out;
    bool source = layer->kind->family == CNN_SOURCE;

    for (int i = 1; i < out->dims; i++)
        if (out->size[i] != out->size[0] ||
            (!source && memcmp(&layer->told.axis[i], &layer->told.axis[0], sizeof(cnn_axis)) != 0))
            return false;
    for (int32_t k = 0; k < layer->input_count; k++) {
        const cnn_net_layer *input = input_of(net, layer, k);
        if (!input->alike || input->axes != input_of(net, layer, 0)->axes)
            return false;
    }
    return true;
}

cnn_error cnn_net_work(cnn_net *net, int32_t index) {
    cnn_net_layer *layer = &net->layers[index];
    cnn_error error = size_of(net, layer);

    if (error.code != CNN_OK)
        return error;
    count(net, layer);
    layer->alike = is_alike(net, layer);
    return cnn_field_work(net, index) ? check_told(layer) : wrong(CNN_NO_ROOM, "rf", 0);
}

/* ---- Totals -------------------------------------------------------------------------------- */

/* Notes what a layer uses, so that in the end `last` has the layer that uses each output last; its
 * own, where none does. */
static void note_uses(const cnn_net *net, int32_t index, int32_t *last) {
    const cnn_net_layer *layer = &net->layers[index];

    last[index] = index;
    for (int32_t k = 0; k < layer->input_count; k++)
        last[net->inputs[layer->input + k]] = index;
}

static int64_t output_bytes(const cnn_net *net, int32_t layer) {
    return whole_times(net->layers[layer].numbers, net->bytes);
}

/* Of what is beyond, the rest is beyond too. */
static int64_t less(int64_t alive, int64_t bytes) {
    return alive == WHOLE_BEYOND ? alive : alive - bytes;
}

/* An input that a layer uses twice is given back once. */
static int64_t give_back(const cnn_net *net, const cnn_net_layer *layer, int32_t index,
                         int32_t *last, int64_t alive) {
    for (int32_t k = 0; k < layer->input_count; k++) {
        int32_t input = net->inputs[layer->input + k];
        if (last[input] == index) {
            alive = less(alive, output_bytes(net, input));
            last[input] = -1;
        }
    }
    return alive;
}

static int64_t peak(cnn_net *net, int32_t *last) {
    int64_t alive = 0, most = 0;

    for (int32_t i = 0; i < net->count; i++) {
        alive = whole_plus(alive, output_bytes(net, i));
        net->layers[i].alive = alive;
        most = alive == WHOLE_BEYOND || alive > most ? alive : most;
        alive = give_back(net, &net->layers[i], i, last, alive);
        if (last[i] == i) /* nobody uses it */
            alive = less(alive, output_bytes(net, i));
    }
    return most;
}

cnn_net_totals cnn_net_total(cnn_net *net, int32_t *last) {
    cnn_net_totals totals = {0};

    for (int32_t i = 0; i < net->count; i++) {
        const cnn_net_layer *layer = &net->layers[i];
        totals.weights = whole_plus(totals.weights, layer->weights);
        totals.biases = whole_plus(totals.biases, layer->biases);
        totals.macs = whole_plus(totals.macs, layer->macs);
        totals.memory = whole_plus(totals.memory, output_bytes(net, i));
        note_uses(net, i, last);
    }
    totals.params = whole_plus(totals.weights, totals.biases);
    totals.flops = whole_times(2, totals.macs);
    totals.param_memory = whole_times(totals.params, net->bytes);
    totals.peak = peak(net, last);
    return totals;
}
