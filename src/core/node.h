#ifndef NODE_H
#define NODE_H

#include "cnncalc.h"

/* Nodes by what they are, so that what is repeated is one node. */
struct node_table {
    cnn_graph *graph;
    int32_t *slots; /* -1: free */
    size_t size;    /* a power of two, above the number of nodes */
};

bool cnn_node_is_constant(const cnn_node *node);

/* The node that is like this one: there already, or put down now. */
int32_t cnn_node_intern(struct node_table *table, const cnn_node *node);

#endif
