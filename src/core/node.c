/* The nodes of an expression: kept once each, evaluated, and gone back over. */
#include "node.h"

#include "gate.h"

#include <math.h>
#include <string.h>

static uint64_t mix(uint64_t hash, uint64_t value) {
    hash = (hash ^ value) * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ hash >> 32;
}

static uint64_t hash_text(const char *text, size_t length) {
    uint64_t hash = length;
    for (size_t i = 0; i < length; i++)
        hash = mix(hash, (unsigned char)text[i]);
    return hash;
}

bool cnn_node_is_constant(const cnn_node *node) {
    return node->gate == NULL && node->variable < 0;
}

static uint64_t bits_of(double value) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

static uint64_t hash_node(const struct node_table *table, const cnn_node *node) {
    if (node->gate != NULL)
        return mix(mix((uint64_t)(uintptr_t)node->gate, (uint32_t)node->operand[0]),
                   (uint32_t)node->operand[1]);
    if (cnn_node_is_constant(node))
        return mix(1, bits_of(node->value));
    return hash_text(table->graph->text + node->from, node->to - node->from);
}

static bool same_node(const struct node_table *table, const cnn_node *a, const cnn_node *b) {
    if (a->gate != b->gate || cnn_node_is_constant(a) != cnn_node_is_constant(b))
        return false;
    if (a->gate != NULL)
        return a->operand[0] == b->operand[0] && a->operand[1] == b->operand[1];
    if (cnn_node_is_constant(a))
        return bits_of(a->value) == bits_of(b->value);
    return a->to - a->from == b->to - b->from &&
           memcmp(table->graph->text + a->from, table->graph->text + b->from, a->to - a->from) == 0;
}

int32_t cnn_node_intern(struct node_table *table, const cnn_node *node) {
    cnn_graph *graph = table->graph;
    size_t slot = (size_t)hash_node(table, node) & (table->size - 1);

    for (; table->slots[slot] >= 0; slot = (slot + 1) & (table->size - 1))
        if (same_node(table, &graph->nodes[table->slots[slot]], node))
            return table->slots[slot];
    graph->nodes[graph->node_count] = *node;
    if (node->variable >= 0)
        graph->variables[graph->variable_count++] = graph->node_count;
    return table->slots[slot] = graph->node_count++;
}

int32_t cnn_forward(cnn_graph *graph) {
    int32_t worst = -1;

    for (int32_t i = 0; i < graph->node_count; i++) {
        cnn_node *node = &graph->nodes[i];
        if (node->gate != NULL) {
            double a = graph->nodes[node->operand[0]].value;
            double b = node->operand[1] < 0 ? 0 : graph->nodes[node->operand[1]].value;
            node->value = node->gate->value(a, b);
        }
        if (worst < 0 && !isfinite(node->value))
            worst = i;
    }
    return worst;
}

/* A constant has no gradient: d/db of a^b is not asked of a negative a with a constant b. */
int32_t cnn_backward(cnn_graph *graph) {
    int32_t worst = -1;

    for (int32_t i = 0; i < graph->node_count; i++)
        graph->nodes[i].gradient = i == graph->output ? 1 : 0;
    for (int32_t i = graph->output; i >= 0; i--) {
        cnn_node *node = &graph->nodes[i];
        if (worst < 0 && !isfinite(node->gradient))
            worst = i;
        for (int k = 0; node->gate != NULL && k < node->gate->arity; k++) {
            cnn_node *operand = &graph->nodes[node->operand[k]];
            double a = graph->nodes[node->operand[0]].value;
            double b = node->operand[1] < 0 ? 0 : graph->nodes[node->operand[1]].value;
            if (!cnn_node_is_constant(operand))
                operand->gradient += node->gradient * node->gate->local[k](a, b, node->value);
        }
    }
    return worst;
}
