/* The nodes of an expression by what they are, so that what is repeated is one node. */
#ifndef NODE_H
#define NODE_H

#include "cnncalc.h"

bool cnn_node_is_constant(const cnn_node *node);

/* The node that is like this one: there already, or put down now. */
int32_t cnn_node_intern(cnn_graph *graph, const cnn_node *node);

#endif
