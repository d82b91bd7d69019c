#include "build.h"

#include "gate.h"

static const cnn_node *node_of(const cnn_graph *graph, int32_t index) {
    return &graph->nodes[index];
}

static bool is_constant(const cnn_graph *graph, int32_t node) {
    return cnn_node_is_constant(node_of(graph, node));
}

/* Whether it is that constant; the value is not 0, which variables and gates have. */
static bool is_value(const cnn_graph *graph, int32_t node, double value) {
    return node_of(graph, node)->value == value;
}

static int32_t intern(cnn_graph *graph, cnn_node node, int32_t a, int32_t b, struct span text) {
    node.operand[0] = a;
    node.operand[1] = b;
    node.from = text.from;
    node.to = text.to;
    return cnn_node_intern(graph, &node);
}

int32_t cnn_build_constant(cnn_graph *graph, double value, struct span text) {
    return intern(graph, (cnn_node){.variable = -1, .value = value}, -1, -1, text);
}

int32_t cnn_build_variable(cnn_graph *graph, struct span text) {
    return intern(graph, (cnn_node){.variable = graph->variable_count}, -1, -1, text);
}

/* A constant that is worked out. */
static cnn_node fold(const cnn_graph *graph, const cnn_gate *gate, int32_t a, int32_t b) {
    double left = node_of(graph, a)->value, right = b < 0 ? left : node_of(graph, b)->value, value;

    gate->value(&value, &left, &right, 1);
    return (cnn_node){.made = gate, .variable = -1, .value = value};
}

int32_t cnn_build_gate(cnn_graph *graph, const cnn_gate *gate, int32_t a, int32_t b,
                       struct span text) {
    bool folds = is_constant(graph, a) && (b < 0 || is_constant(graph, b));

    return intern(graph, folds ? fold(graph, gate, a, b) : (cnn_node){.gate = gate, .variable = -1},
                  a, b, text);
}

/* "We generally try to avoid the quotient rule": a/b is a*(1/b), of which a constant makes one
 * gate.
 */
static int32_t quotient(cnn_graph *graph, struct operand a, struct operand b, struct span text) {
    const cnn_gate *multiply = cnn_gate_named(CNN_INFIX, "*", 1);
    const cnn_gate *invert = cnn_gate_named(CNN_INNER, "1/", 2);
    const cnn_gate *divide = cnn_gate_named(CNN_INNER, "/", 1);

    if (is_constant(graph, b.node))
        return cnn_build_gate(graph, divide, a.node, b.node, text);
    int32_t inverse = cnn_build_gate(graph, invert, b.node, -1, text);
    return is_value(graph, a.node, 1) ? inverse
                                      : cnn_build_gate(graph, multiply, a.node, inverse, text);
}

int32_t cnn_build_infix(cnn_graph *graph, const cnn_gate *gate, struct operand a,
                        struct operand b) {
    struct span text = {a.from, b.to};

    if (gate == NULL)
        return quotient(graph, a, b, text);
    if (*gate->name == '^' && is_value(graph, b.node, 2))
        return cnn_build_gate(graph, cnn_gate_named(CNN_INNER, "^2", 2), a.node, -1, text);
    return cnn_build_gate(graph, gate, a.node, b.node, text);
}
