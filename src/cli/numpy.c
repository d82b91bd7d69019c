#include "graphs.h"

#include <inttypes.h>
#include <string.h>

/* ---- Names --------------------------------------------------------------------------------- */

/* Words that are no names in Python, and the module's. */
static bool is_reserved(const char *name) {
    static const char words[] =
        " False None True and as assert async await break class continue def del elif else except "
        "finally for from global if import in is lambda nonlocal not np or pass raise return try "
        "while with yield __debug__ ";
    const char *found = strstr(words, name);

    for (; found != NULL; found = strstr(found + 1, name))
        if (found[-1] == ' ' && found[strlen(name)] == ' ')
            return true;
    return false;
}

static bool is_used(const cnn_graph *graph, const char *name) {
    size_t length = strlen(name);
    return cnn_variable(graph, name, length) >= 0 ||
           (*name == 'f' && cnn_variable(graph, name + 1, length - 1) >= 0);
}

/* A name, with underscores behind it where it is Python's own. */
static void print_name(const cnn_graph *graph, const char *name, struct out *out) {
    struct text text;

    text_clear(&text);
    text_add(&text, name);
    if (is_reserved(name))
        do
            text_add(&text, "_");
        while (is_used(graph, text.bytes));
    out_text(out, text.bytes);
}

static void print_gradient(const cnn_graph *graph, const cnn_node *node, int32_t part,
                           struct out *out) {
    struct text text;

    print_name(graph, cnn_gradient_name(node), out);
    if (part == 0)
        return;
    for (int i = 0; i < graph->separators; i++)
        out_char(out, '_');
    text_clear(&text);
    text_whole(&text, part);
    out_text(out, text.bytes);
}

/* ---- Formulas ------------------------------------------------------------------------------ */

static bool is_source(const struct worksheet *sheet, const cnn_node *node, const char *word) {
    size_t length = node->to - node->from;
    return node->made == NULL && strlen(word) == length &&
           memcmp(sheet->text + node->from, word, length) == 0;
}

static void print_constant(const struct worksheet *sheet, const cnn_node *node, struct out *out) {
    struct text text;

    text_clear(&text);
    text_add(&text, node->value < 0 ? "(" : "");
    if (is_source(sheet, node, "pi") || is_source(sheet, node, "e"))
        text_add(&text, is_source(sheet, node, "e") ? "np.e" : "np.pi");
    else
        text_real(&text, node->value, 0);
    text_add(&text, node->value < 0 ? ")" : "");
    out_text(out, text.bytes);
}

static void print_operand(const struct worksheet *sheet, int32_t index, struct out *out) {
    const cnn_node *node = &sheet->graph.nodes[index];

    if (node->name == NULL)
        print_constant(sheet, node, out);
    else
        print_name(&sheet->graph, node->name, out);
}

static void print_formula(const struct worksheet *sheet, const cnn_node *node, const char *python,
                          struct out *out) {
    for (; *python != '\0'; python++) {
        if (*python != '{') {
            out_char(out, *python);
            continue;
        }
        print_operand(sheet, node->operand[python[1] - 'a'], out);
        python += strlen("a}");
    }
}

/* ---- Passes -------------------------------------------------------------------------------- */

static void print_forward(const struct worksheet *sheet, struct out *out) {
    const cnn_graph *graph = &sheet->graph;

    out_text(out, "    # forward\n");
    for (int32_t i = 0; i < graph->node_count; i++) {
        const cnn_node *node = &graph->nodes[i];
        if (node->gate == NULL)
            continue;
        out_text(out, "    ");
        out_text(out, node->name);
        out_text(out, " = ");
        print_formula(sheet, node, node->gate->python, out);
        out_char(out, '\n');
    }
    if (graph->nodes[graph->output].gate == NULL) {
        out_text(out, "    out = ");
        print_operand(sheet, graph->output, out);
        out_char(out, '\n');
    }
}

/* Whether a factor stands without brackets: a name, or one call. */
static bool is_factor(const char *python) {
    int depth = 0;

    for (; *python != '\0'; python++) {
        depth += (*python == '(') - (*python == ')');
        if (depth == 0 && strchr("+-*/ ", *python) != NULL)
            return false;
    }
    return true;
}

/* upstream * local. */
static void print_downstream(const struct worksheet *sheet, const cnn_node *node, int k,
                             struct out *out) {
    const char *local = node->gate->local_python[k];
    bool is_sign = strcmp(local, "1") == 0 || strcmp(local, "-1") == 0;
    bool factor = is_factor(local);

    out_text(out, is_sign && *local == '-' ? "-" : "");
    print_gradient(&sheet->graph, node, 0, out);
    if (is_sign)
        return;
    out_text(out, factor ? "*" : "*(");
    print_formula(sheet, node, local, out);
    out_text(out, factor ? "" : ")");
}

static void print_sum(const cnn_graph *graph, const cnn_node *node, struct out *out) {
    if (node->paths < 2)
        return;
    out_text(out, "    ");
    print_gradient(graph, node, 0, out);
    for (int32_t part = 1; part <= node->paths; part++) {
        out_text(out, part == 1 ? " = " : " + ");
        print_gradient(graph, node, part, out);
    }
    out_char(out, '\n');
}

/* Parts are numbered as they are met: `met` counts them, of each node. */
static void print_back(const struct worksheet *sheet, const cnn_node *node, int32_t *met,
                       struct out *out) {
    const cnn_graph *graph = &sheet->graph;
    const char *before = "    ";

    for (int k = 0; k < node->gate->arity; k++) {
        const cnn_node *operand = &graph->nodes[node->operand[k]];
        if (!operand->moves)
            continue;
        out_text(out, before);
        print_gradient(graph, operand, operand->paths > 1 ? ++met[node->operand[k]] : 0, out);
        before = ", ";
    }
    before = " = ";
    for (int k = 0; k < node->gate->arity; k++) {
        if (!graph->nodes[node->operand[k]].moves)
            continue;
        out_text(out, before);
        print_downstream(sheet, node, k, out);
        before = ", ";
    }
    out_char(out, '\n');
}

static void print_backward(const struct worksheet *sheet, struct out *out) {
    const cnn_graph *graph = &sheet->graph;
    const cnn_node *output = &graph->nodes[graph->output];
    bool any = false;

    if (!output->moves)
        return;
    out_text(out, "\n    # backward: downstream = upstream * local\n    ");
    if (output->gate != NULL)
        out_text(out, "fout");
    else
        print_gradient(graph, output, 0, out);
    out_text(out, " = np.ones_like(out)\n");
    for (int32_t i = graph->output; i >= 0; i--) {
        const cnn_node *node = &graph->nodes[i];
        if (node->gate == NULL || !node->moves)
            continue;
        print_sum(graph, node, out);
        print_back(sheet, node, sheet->met, out);
    }
    for (int32_t i = 0; i < graph->variable_count; i++) {
        const cnn_node *node = &graph->nodes[graph->variables[i]];
        if (node->paths > 1 && !any)
            out_text(out, "\n    # paths that meet are added\n");
        any = any || node->paths > 1;
        print_sum(graph, node, out);
    }
}

/* ---- The function -------------------------------------------------------------------------- */

static bool uses_sigmoid(const cnn_graph *graph) {
    for (int32_t i = 0; i < graph->node_count; i++) {
        const cnn_gate *gate = graph->nodes[i].gate;
        if (gate != NULL && (strstr(gate->python, "sigmoid(") != NULL ||
                             strstr(gate->local_python[0], "sigmoid(") != NULL))
            return true;
    }
    return false;
}

static void print_parameters(const cnn_graph *graph, struct out *out) {
    for (int32_t i = 0; i < graph->variable_count; i++) {
        out_text(out, i > 0 ? ", " : "");
        print_name(graph, graph->nodes[graph->variables[i]].name, out);
    }
}

static void print_head(const struct worksheet *sheet, struct out *out) {
    const cnn_graph *graph = &sheet->graph;

    out_text(out, "import numpy as np\n\n\n");
    if (uses_sigmoid(graph))
        out_text(out, "def sigmoid(u):\n"
                      "    e = np.exp(-np.abs(u))\n"
                      "    return np.where(u >= 0, 1, e)/(1 + e)\n\n\n");
    out_text(out, "def f(");
    print_parameters(graph, out);
    out_text(out, "):\n    \"\"\"");
    worksheet_expression(sheet, out);
    out_text(out, ", and its gradients.\"\"\"\n");
    for (int32_t i = 0; i < graph->variable_count; i++) {
        const char *name = graph->nodes[graph->variables[i]].name;
        out_text(out, "    ");
        print_name(graph, name, out);
        out_text(out, " = np.asarray(");
        print_name(graph, name, out);
        out_text(out, ", np.float64)\n");
    }
    out_text(out, graph->variable_count > 0 ? "\n" : "");
}

void numpy_print(const struct worksheet *sheet, struct out *out) {
    const cnn_graph *graph = &sheet->graph;

    print_head(sheet, out);
    print_forward(sheet, out);
    print_backward(sheet, out);
    out_text(out, "\n    return out");
    for (int32_t i = 0; i < sheet->count; i++) {
        out_text(out, ", ");
        print_gradient(graph, &graph->nodes[graph->variables[sheet->order[i]]], 0, out);
    }
    out_char(out, '\n');
}
