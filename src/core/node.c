#include "node.h"

#include "hash.h"

#include <string.h>

bool cnn_node_is_constant(const cnn_node *node) {
    return node->gate == NULL && node->variable < 0;
}

/* What makes it of its operands; NULL: it is typed. Its text would be long to compare. */
static const cnn_gate *maker(const cnn_node *node) {
    return node->gate != NULL ? node->gate : node->made;
}

static uint64_t hash_node(const cnn_graph *graph, const cnn_node *node) {
    if (maker(node) == NULL)
        return cnn_hash_text(graph->text + node->from, node->to - node->from);
    /* The links of a chain have slots side by side, as texts have. */
    uint32_t first = (uint32_t)node->operand[0], second = (uint32_t)node->operand[1];
    return cnn_hash(cnn_hash((uint64_t)(uintptr_t)maker(node), second), first / 16) + first % 16;
}

static bool has_text(const cnn_graph *graph, const cnn_node *node, const char *text,
                     size_t length) {
    return node->to - node->from == length && memcmp(graph->text + node->from, text, length) == 0;
}

static bool same_node(const cnn_graph *graph, const cnn_node *a, const cnn_node *b) {
    if (maker(a) != maker(b))
        return false;
    if (maker(a) != NULL)
        return a->operand[0] == b->operand[0] && a->operand[1] == b->operand[1];
    return has_text(graph, a, graph->text + b->from, b->to - b->from);
}

int32_t cnn_node_intern(cnn_graph *graph, const cnn_node *node) {
    size_t slot = (size_t)hash_node(graph, node) & (graph->slot_count - 1);

    for (; graph->slots[slot] >= 0; slot = (slot + 1) & (graph->slot_count - 1))
        if (same_node(graph, &graph->nodes[graph->slots[slot]], node))
            return graph->slots[slot];
    graph->nodes[graph->node_count] = *node;
    if (node->variable >= 0)
        graph->variables[graph->variable_count++] = graph->node_count;
    return graph->slots[slot] = graph->node_count++;
}

int32_t cnn_variable(const cnn_graph *graph, const char *name, size_t length) {
    size_t slot = (size_t)cnn_hash_text(name, length) & (graph->slot_count - 1);

    for (; graph->slots[slot] >= 0; slot = (slot + 1) & (graph->slot_count - 1)) {
        const cnn_node *node = &graph->nodes[graph->slots[slot]];
        if (has_text(graph, node, name, length))
            return node->variable;
    }
    return -1;
}
