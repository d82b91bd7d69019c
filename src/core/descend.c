/* Gradient descent: one step of one parameter, and steps of an expression's variables. */
#include "trace.h"

#include <math.h>

/* x - s*g, rounded once. Where a factor is 0 it is the sign of a zero that counts. */
static double descended(double x, double g, double s) {
    return s == 0 || g == 0 ? x - s * g : fma(-s, g, x);
}

cnn_error cnn_descend(double x, double g, double s, cnn_trace *trace) {
    double next = descended(x, g, s);

    cnn_trace_clear(trace);
    cnn_item *item = cnn_trace_add(trace, CNN_RESULT, CNN_REAL, "x");
    if (item != NULL) {
        item->real = next;
        item->formula = "{x:parameter} - {s}*{g} = {parameter} - {s*g}";
    }
    cnn_trace_real(trace, CNN_GIVEN, "parameter", x);
    cnn_trace_real(trace, CNN_GIVEN, "g", g);
    cnn_trace_real(trace, CNN_GIVEN, "s", s);
    if (isfinite(s * g)) /* the answer does not need it to be */
        cnn_trace_real(trace, CNN_STEP, "s*g", s * g);
    if (!isfinite(next))
        return (cnn_error){.code = CNN_OVERFLOW, .field = "x"};
    return cnn_trace_end(trace);
}

/* ---- Of an expression ---------------------------------------------------------------------- */

void cnn_descent_begin(cnn_graph *graph, const double *start) {
    for (int32_t i = 0; i < graph->variable_count; i++)
        *cnn_values(graph, graph->variables[i]) = start[i];
    cnn_forward(graph, 1);
}

bool cnn_descent_step(cnn_graph *graph, double s) {
    if (!cnn_has_values(graph, 0))
        return false;
    cnn_backward(graph, 1);
    if (!cnn_has_gradients(graph, 0))
        return false;
    for (int32_t i = 0; i < graph->variable_count; i++) {
        double *value = cnn_values(graph, graph->variables[i]);
        if (graph->nodes[graph->variables[i]].moves)
            *value = descended(*value, *cnn_gradients(graph, graph->variables[i]), s);
    }
    cnn_forward(graph, 1);
    return true;
}

static void add_given(const cnn_graph *graph, const cnn_descent *descent, cnn_trace *trace) {
    for (int32_t i = 0; i < graph->variable_count; i++)
        if (descent->names[i] != NULL)
            cnn_trace_real(trace, CNN_GIVEN, descent->names[i], descent->start[i]);
    if (cnn_variable(graph, "s", 1) < 0)
        cnn_trace_real(trace, CNN_GIVEN, "s", descent->s);
    if (cnn_variable(graph, "n", 1) < 0)
        cnn_trace_count(trace, CNN_GIVEN, "n", descent->n);
}

cnn_error cnn_descent_end(cnn_graph *graph, cnn_descent *descent, cnn_trace *trace) {
    cnn_trace_clear(trace);
    cnn_descent_begin(graph, descent->start);
    for (descent->made = 0; descent->made < descent->n; descent->made++)
        if (!cnn_descent_step(graph, descent->s))
            return (cnn_error){.code = CNN_DOMAIN};
    if (!cnn_has_values(graph, 0))
        return (cnn_error){.code = CNN_DOMAIN};
    for (int32_t i = 0; i < graph->variable_count; i++)
        cnn_trace_real(trace, CNN_RESULT, graph->nodes[graph->variables[i]].name,
                       *cnn_values(graph, graph->variables[i]));
    cnn_trace_real(trace, CNN_RESULT, "f", *cnn_values(graph, graph->output));
    add_given(graph, descent, trace);
    return cnn_trace_end(trace);
}
