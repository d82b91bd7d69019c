/* The graph of a network for Graphviz: one node a layer, with its volume. */
#include "explain.h"
#include "net.h"

#include <inttypes.h>

static void print_node(const struct net_question *q, int32_t index, struct out *out) {
    const cnn_net_layer *layer = &q->network->net.layers[index];
    const char *label = q->network->origins[index].label;
    static const char *const names[] = {"out"};
    cnn_item items[4];
    cnn_trace trace = {.items = items, .capacity = 4, .names = names, .name_count = 1};
    struct text text;

    cnn_net_trace(&q->network->net, index, &trace);
    text_clear(&text);
    text_format(&text, "  n%" PRId32 " [label=\"", index);
    explain_text(&text, out);
    if (label != NULL) {
        out_text(out, label);
        out_text(out, "\\n");
    }
    net_kind(layer, &text);
    text_add(&text, "\\n");
    text_item(&text, cnn_find(&trace, "out"), 0);
    text_add(&text, "\"]\n");
    explain_text(&text, out);
}

static void print_edges(const cnn_net *net, int32_t index, struct out *out) {
    const cnn_net_layer *layer = &net->layers[index];
    struct text text;

    text_clear(&text);
    for (int32_t k = 0; k < layer->input_count; k++) {
        text_format(&text, "  n%" PRId32 " -> n%" PRId32 "\n", net->inputs[layer->input + k],
                    index);
        explain_text(&text, out);
    }
}

void net_dot(const struct net_question *q, struct out *out) {
    out_text(out, "digraph {\n  node [shape=box style=rounded]\n");
    for (int32_t i = 0; i < q->network->net.count; i++) {
        print_node(q, i, out);
        print_edges(&q->network->net, i, out);
    }
    out_text(out, "}\n");
}
