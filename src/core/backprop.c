/* The forward and the backward pass through the gates, over rows. */
#include "node.h"

#include <math.h>
#include <string.h>

void cnn_differentiate(cnn_graph *graph, const bool *asked) {
    for (int32_t i = 0; i < graph->node_count; i++) {
        cnn_node *node = &graph->nodes[i];
        node->paths = 0;
        node->moves = node->variable >= 0 && (asked == NULL || asked[node->variable]);
        for (int k = 0; node->gate != NULL && k < node->gate->arity; k++)
            node->moves = node->moves || graph->nodes[node->operand[k]].moves;
    }
    for (int32_t i = 0; i < graph->node_count; i++) {
        const cnn_node *node = &graph->nodes[i];
        for (int k = 0; node->gate != NULL && k < node->gate->arity; k++)
            graph->nodes[node->operand[k]].paths += graph->nodes[node->operand[k]].moves;
    }
}

/* ---- Rows ---------------------------------------------------------------------------------- */

size_t cnn_rows_bytes(const cnn_graph *graph, size_t rows) {
    return (2 * (size_t)graph->node_count + 3) * rows * sizeof(double);
}

double *cnn_values(const cnn_graph *graph, int32_t node) {
    return graph->values + (size_t)node * graph->rows;
}

double *cnn_gradients(const cnn_graph *graph, int32_t node) {
    return graph->gradients + (size_t)node * graph->rows;
}

void cnn_rows(cnn_graph *graph, void *memory, size_t rows) {
    graph->rows = rows;
    graph->values = memory;
    graph->gradients = graph->values + (size_t)graph->node_count * rows;
    graph->locals = graph->gradients + (size_t)graph->node_count * rows;
    graph->value_checks = graph->locals + rows;
    graph->gradient_checks = graph->value_checks + rows;
    for (int32_t i = 0; i < graph->node_count; i++)
        for (size_t row = 0; row < rows && cnn_node_is_constant(&graph->nodes[i]); row++)
            cnn_values(graph, i)[row] = graph->nodes[i].value;
}

/* ---- Passes -------------------------------------------------------------------------------- */

/* What a gate's functions take for their second operand; one that has none takes its first. */
static const double *second(const cnn_graph *graph, const cnn_node *node) {
    return cnn_values(graph, node->operand[node->gate->arity - 1]);
}

/* 0 times what is not finite is no number, and makes the sum none. */
static void check(double *restrict sums, const double *restrict numbers, size_t rows) {
    for (size_t row = 0; row < rows; row++)
        sums[row] += 0 * numbers[row];
}

void cnn_forward(cnn_graph *graph, size_t rows) {
    memset(graph->value_checks, 0, rows * sizeof(double));
    for (int32_t i = 0; i < graph->node_count; i++) {
        const cnn_node *node = &graph->nodes[i];
        if (node->gate != NULL)
            node->gate->value(cnn_values(graph, i), cnn_values(graph, node->operand[0]),
                              second(graph, node), rows);
        check(graph->value_checks, cnn_values(graph, i), rows);
    }
}

static void add_downstream(double *restrict gradients, const double *restrict upstream,
                           const double *restrict locals, size_t rows) {
    for (size_t row = 0; row < rows; row++)
        gradients[row] += upstream[row] * locals[row];
}

static void back_through(cnn_graph *graph, int32_t index, size_t rows) {
    const cnn_node *node = &graph->nodes[index];

    for (int k = 0; node->gate != NULL && k < node->gate->arity; k++) {
        if (!graph->nodes[node->operand[k]].moves)
            continue;
        node->gate->local[k](graph->locals, cnn_values(graph, node->operand[0]),
                             second(graph, node), cnn_values(graph, index), rows);
        add_downstream(cnn_gradients(graph, node->operand[k]), cnn_gradients(graph, index),
                       graph->locals, rows);
    }
}

void cnn_backward(cnn_graph *graph, size_t rows) {
    double *last = cnn_gradients(graph, graph->output);

    memset(graph->gradient_checks, 0, rows * sizeof(double));
    for (int32_t i = 0; i < graph->node_count; i++)
        if (graph->nodes[i].moves)
            memset(cnn_gradients(graph, i), 0, rows * sizeof(double));
    for (size_t row = 0; row < rows; row++)
        last[row] = 1;
    for (int32_t i = graph->output; i >= 0; i--) {
        if (!graph->nodes[i].moves)
            continue;
        check(graph->gradient_checks, cnn_gradients(graph, i), rows);
        back_through(graph, i, rows);
    }
}

bool cnn_has_values(const cnn_graph *graph, size_t row) {
    return graph->value_checks[row] == 0;
}

bool cnn_has_gradients(const cnn_graph *graph, size_t row) {
    return graph->gradient_checks[row] == 0;
}
