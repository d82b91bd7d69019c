/* What net prints of a network. */
#ifndef NET_H
#define NET_H

#include "network.h"

/* The body of net's question, which is asked of each layer and of the whole. */
struct net_question {
    int round; /* a cnn_round, unless a line says */
    int64_t batch;
    int dtype;
    bool dtype_told; /* memory was asked for */
    bool total, dot;
    struct network *network;
    const cnn_net_totals *totals; /* of the whole, or NULL: the question is of `layer` */
    int32_t layer;
};

const struct net_question *net_of(const struct question *question);

/* What a layer does, as the table says it: "conv 11x11/4+2". */
void net_kind(const cnn_net_layer *layer, struct text *text);

/* One row for each layer, digits grouped. False: there is no memory. */
bool net_table(const struct net_question *q, struct out *out);

/* "params 649,600   macs ...". */
void net_table_totals(const struct net_question *q, const cnn_net_totals *totals, struct out *out);

#define NET_LABEL_WIDTH 10 /* of the working's lines: "  params  " */

/* The working of a layer, and of the totals. */
void net_explain_layer(const struct question *question, const cnn_trace *trace, struct out *out);
void net_explain_totals(const struct question *question, const cnn_trace *trace, struct out *out);

/* The working of the layer that does not fit, as far as it goes. */
void net_explain_misfit(const struct question *question, struct out *out);

/* The graph for Graphviz. */
void net_dot(const struct net_question *q, struct out *out);

#endif
