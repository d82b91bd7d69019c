/* Any bytes as an expression. What is read stands in the order of evaluation, says where its text
 * is, and has the same value in parentheses. */
#include "cnncalc.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds) {
    if (!holds)
        abort();
}

static void check_order(const cnn_graph *graph, size_t length) {
    for (int32_t i = 0; i < graph->node_count; i++) {
        const cnn_node *node = &graph->nodes[i];
        require(node->operand[0] < i && node->operand[1] < i);
        require(node->gate == NULL || node->operand[0] >= 0);
        require(node->from <= node->to && node->to <= length);
    }
    require(graph->output >= 0 && graph->output < graph->node_count);
}

static double evaluate(cnn_graph *graph) {
    for (int32_t i = 0; i < graph->variable_count; i++)
        graph->nodes[graph->variables[i]].value = 0.5 + i;
    cnn_forward(graph);
    cnn_backward(graph);
    return graph->nodes[graph->output].value;
}

static cnn_syntax read(cnn_graph *graph, void **memory, const char *text, size_t length) {
    *memory = malloc(cnn_expression_bytes(length));
    require(*memory != NULL);
    return cnn_expression(graph, *memory, text, length);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    cnn_graph graph, enclosed_graph;
    void *memory, *enclosed_memory;
    char *text = malloc(size + 2);

    require(text != NULL);
    text[0] = '(';
    memcpy(text + 1, data, size);
    text[size + 1] = ')';
    cnn_syntax syntax = read(&graph, &memory, text + 1, size);
    if (syntax.code == CNN_OK) {
        check_order(&graph, size);
        double value = evaluate(&graph);
        syntax = read(&enclosed_graph, &enclosed_memory, text, size + 2);
        require(syntax.code == CNN_OK);
        double enclosed = evaluate(&enclosed_graph);
        require(value == enclosed || (isnan(value) && isnan(enclosed)));
        free(enclosed_memory);
    } else {
        require(syntax.at <= size && syntax.at + syntax.length <= size && syntax.expected != NULL);
    }
    free(memory);
    free(text);
    return 0;
}
