/* What is counted on a layer, and the three questions about one. */
#include "size.h"
#include "trace.h"
#include "whole.h"

/* A count with the chain that makes it, and what it means. */
static void add_count(cnn_trace *trace, const char *name, int64_t value, const char *formula,
                      const char *note) {
    cnn_item *item = cnn_trace_count(trace, CNN_RESULT, name, value);
    if (item == NULL)
        return;
    item->formula = formula;
    item->note = note;
}

/* ---- Products -------------------------------------------------------------------------------- */

/*@ predicate in_range(cnn_layer *layer) = 1 <= layer->dims <= CNN_AXES &&
      \forall integer i; 0 <= i < layer->dims ==> layer->axis[i].F >= 1;

    // Products over the first n axes.
    logic integer filter_cells(cnn_layer *layer, integer first, integer n) =
      n <= 0 ? first : filter_cells(layer, first, n - 1) * layer->axis[n - 1].F;
    logic integer inputs(cnn_layer *layer, integer n) =
      n <= 0 ? 1 : inputs(layer, n - 1) * layer->axis[n - 1].W;
    logic integer outputs(cnn_windows *windows, integer n) =
      n <= 0 ? 1 : outputs(windows, n - 1) * windows[n - 1].out;

    lemma no_smaller: \forall integer m, n; 0 <= m && 1 <= n ==> m <= m * n;
*/

/* `first` times the filter's cells. */
/*@ requires \valid_read(layer) && in_range(layer) && first >= 0;
    assigns \nothing;
    ensures filter_cells(layer, first, layer->dims) >= 0;
    ensures \result == held(filter_cells(layer, first, layer->dims));
*/
static int64_t times_filter(const cnn_layer *layer, int64_t first) {
    int64_t cells = first;
    /*@ loop invariant 0 <= i <= layer->dims;
        loop invariant filter_cells(layer, first, i) >= 0;
        loop invariant cells == held(filter_cells(layer, first, i));
        loop assigns i, cells;
        loop variant layer->dims - i; */
    for (int i = 0; i < layer->dims; i++) {
        /*@ assert filter_cells(layer, first, i + 1) ==
              filter_cells(layer, first, i) * layer->axis[i].F; */
        //@ assert filter_cells(layer, first, i) <= filter_cells(layer, first, i + 1);
        cells = whole_times(cells, layer->axis[i].F);
    }
    return cells;
}

/*@ requires \valid_read(layer) && in_range(layer);
    requires \forall integer i; 0 <= i < layer->dims ==> layer->axis[i].W >= 1;
    assigns \nothing;
    ensures \result == held(inputs(layer, layer->dims));
*/
static int64_t input_cells(const cnn_layer *layer) {
    int64_t cells = 1;
    /*@ loop invariant 0 <= i <= layer->dims && cells == held(inputs(layer, i));
        loop invariant inputs(layer, i) >= 1;
        loop assigns i, cells;
        loop variant layer->dims - i; */
    for (int i = 0; i < layer->dims; i++) {
        //@ assert inputs(layer, i + 1) == inputs(layer, i) * layer->axis[i].W;
        //@ assert inputs(layer, i) <= inputs(layer, i + 1);
        cells = whole_times(cells, layer->axis[i].W);
    }
    return cells;
}

#define FILTER filter_cells(layer, layer->C / layer->G, layer->dims)

/* K*F^dims*C/G, whichever of K and C is that of a group's filters: G divides both. */
/*@ requires \valid_read(layer) && in_range(layer);
    requires layer->K >= 1 && layer->C >= 1 && layer->G >= 1;
    assigns \nothing;
    ensures \result == held(layer->K * FILTER);
*/
static int64_t weights_of(const cnn_layer *layer) {
    int64_t cells = times_filter(layer, layer->C / layer->G);
    //@ assert FILTER >= 0 && cells == held(FILTER);
    //@ assert cells == WHOLE_BEYOND ==> FILTER > CNN_MAX && FILTER * layer->K > CNN_MAX;
    //@ assert cells != WHOLE_BEYOND ==> cells == FILTER;
    return whole_times(layer->K, cells);
}

/*@ requires \valid_read(sizing) && \valid_read(sizing->layer) && in_range(sizing->layer);
    requires \forall integer i; 0 <= i < sizing->layer->dims ==> sizing->windows[i].out >= 1;
    assigns \nothing;
    ensures \result == held(outputs(&sizing->windows[0], sizing->layer->dims));
*/
static int64_t windows_of(const struct sizing *sizing) {
    int64_t windows = 1;
    /*@ loop invariant 0 <= i <= sizing->layer->dims;
        loop invariant windows == held(outputs(&sizing->windows[0], i));
        loop invariant outputs(&sizing->windows[0], i) >= 1;
        loop assigns i, windows;
        loop variant sizing->layer->dims - i; */
    for (int i = 0; i < sizing->layer->dims; i++) {
        /*@ assert outputs(&sizing->windows[0], i + 1) ==
              outputs(&sizing->windows[0], i) * sizing->windows[i].out; */
        //@ assert outputs(&sizing->windows[0], i) <= outputs(&sizing->windows[0], i + 1);
        windows = whole_times(windows, sizing->windows[i].out);
    }
    return windows;
}

/* ---- Counts ---------------------------------------------------------------------------------- */

static void add_params(const cnn_layer *layer, cnn_trace *trace) {
    bool grouped = layer->G > 1;
    int64_t weights = weights_of(layer), biases = layer->bias ? layer->K : 0;
    const char *law = layer->transposed ? (grouped ? "{C}*{F^}*{K}/{G}" : "{C}*{F^}*{K}")
                                        : (grouped ? "{K}*{F^}*{C}/{G}" : "{K}*{F^}*{C}");
    const char *both = law;

    if (layer->bias && layer->transposed)
        both = grouped ? "{C}*{F^}*{K}/{G} + {K} = {weights} + {K}"
                       : "{C}*{F^}*{K} + {K} = {weights} + {K}";
    else if (layer->bias)
        both = grouped ? "{K}*({F^}*{C}/{G} + 1) = {K}*{per filter}"
                       : "{K}*({F^}*{C} + 1) = {K}*{per filter}";
    add_count(trace, "weights", weights, law, NULL);
    add_count(trace, "biases", biases, layer->bias ? "{K}" : NULL,
              layer->bias ? NULL : "the layer has no bias.");
    if (!layer->transposed)
        cnn_trace_count(trace, CNN_STEP, "per filter",
                        whole_plus(times_filter(layer, layer->C / layer->G), 1));
    add_count(trace, "params", whole_plus(weights, biases), both, NULL);
}

static void add_macs(const struct sizing *sizing) {
    const cnn_layer *layer = sizing->layer;
    int64_t positions = layer->transposed ? input_cells(layer) : windows_of(sizing);
    int64_t macs = whole_times(positions, weights_of(layer));

    add_count(sizing->trace, "macs", macs,
              layer->transposed ? "{=W*}*{weights}" : "{neurons}*{connections}",
              layer->transposed ? "as every input cell meets every weight." : NULL);
    add_count(sizing->trace, "flops", whole_times(2, macs), NULL, NULL);
}

static void add_counts(const struct sizing *sizing) {
    const cnn_layer *layer = sizing->layer;
    cnn_trace *trace = sizing->trace;
    int64_t windows = windows_of(sizing);

    add_count(trace, "windows", windows, NULL, NULL);
    if (layer->K != 0)
        add_count(trace, "neurons", whole_times(windows, layer->K), "{=size*}*{K}", NULL);
    if (layer->C != 0 && !layer->transposed)
        add_count(trace, "connections", times_filter(layer, layer->C / layer->G),
                  layer->G > 1 ? "{F*}*{C}/{G}" : "{F*}*{C}",
                  layer->G > 1 ? "for each neuron: a filter sees the channels of its group."
                               : "for each neuron: a filter sees all channels.");
    if (layer->C != 0 && layer->K != 0) {
        add_params(layer, trace);
        add_macs(sizing);
    }
}

static cnn_error check_groups(const cnn_layer *layer) {
    if (layer->C % layer->G != 0)
        return (cnn_error){.code = CNN_UNGROUPED, .field = "C"};
    if (layer->K % layer->G != 0)
        return (cnn_error){.code = CNN_UNGROUPED, .field = "K"};
    return (cnn_error){.code = CNN_OK};
}

/* ---- The three questions ------------------------------------------------------------------- */

cnn_layer cnn_layer_of(int dims) {
    cnn_layer layer = {.dims = dims, .G = 1, .bias = true};
    for (int i = 0; i < dims; i++)
        layer.axis[i] = (cnn_axis){.S = 1, .d = 1};
    return layer;
}

cnn_error cnn_conv(const cnn_layer *layer, cnn_trace *trace) {
    struct sizing sizing = {.layer = layer, .trace = trace};
    cnn_error error = cnn_sizing_layer(&sizing, false, layer->K);

    if (error.code == CNN_OK)
        error = check_groups(layer);
    if (error.code != CNN_OK)
        return error;
    if (!cnn_trace_complete(trace))
        add_counts(&sizing);
    return cnn_trace_end(trace);
}

cnn_error cnn_params(const cnn_layer *layer, cnn_trace *trace) {
    struct sizing sizing = {.layer = layer, .trace = trace};

    cnn_trace_clear(trace);
    if (layer->axis[0].W != 0)
        cnn_sizing_windows(&sizing); /* for the padding, whether or not the layer fits */
    else
        for (int i = 0; i < layer->dims; i++)
            sizing.windows[i] =
                (cnn_windows){.begin = layer->axis[i].begin, .end = layer->axis[i].end};
    cnn_sizing_give(&sizing, false);
    cnn_error error = check_groups(layer);
    if (error.code != CNN_OK)
        return error;
    add_params(layer, trace);
    return cnn_trace_end(trace);
}

cnn_error cnn_pool(const cnn_layer *layer, cnn_trace *trace) {
    struct sizing sizing = {.layer = layer, .trace = trace};
    cnn_error error = cnn_sizing_layer(&sizing, true, layer->C);

    if (error.code != CNN_OK)
        return error;
    add_count(trace, "windows", windows_of(&sizing), NULL, NULL);
    add_count(trace, "params", 0, NULL, "a pool layer has no parameters.");
    return cnn_trace_end(trace);
}
