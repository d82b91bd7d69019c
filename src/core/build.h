/* Nodes of an expression, made from those that there are. */
#ifndef BUILD_H
#define BUILD_H

#include "node.h"

/* Where a text stands. */
struct span {
    size_t from, to;
};

/* A node that waits to be taken, and the text that it was made of, parentheses included. */
struct operand {
    int32_t node;
    size_t from, to;
};

int32_t cnn_build_constant(cnn_graph *graph, double value, struct span text);
int32_t cnn_build_variable(cnn_graph *graph, struct span text);

/* A gate over nodes, b is -1 where it takes one; a constant where they all are. */
int32_t cnn_build_gate(cnn_graph *graph, const cnn_gate *gate, int32_t a, int32_t b,
                       struct span text);

/* The same for a gate between its operands; NULL is a quotient. */
int32_t cnn_build_infix(cnn_graph *graph, const cnn_gate *gate, struct operand a, struct operand b);

#endif
