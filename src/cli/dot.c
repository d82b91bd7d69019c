#include "explain.h"
#include "graphs.h"

#include <inttypes.h>

static void print_real(double value, int digits, struct out *out) {
    char number[CNN_TEXT];
    out_bytes(out, number, cnn_write_real(value, digits, number));
}

static void print_name(int32_t node, struct out *out) {
    struct text text;

    text_clear(&text);
    text_format(&text, "n%" PRId32, node);
    explain_text(&text, out);
}

/* What a node does: "a = ln x" for a gate, its name for a variable. */
static void print_operation(const struct worksheet *sheet, const cnn_node *node,
                            const cnn_item *item, struct out *out) {
    struct text law;

    if (node->variable >= 0) {
        out_text(out, node->name);
        return;
    }
    formula_law(&law, &sheet->whole, item->formula);
    out_text(out, item->name);
    out_text(out, LINK);
    explain_text(&law, out);
}

static void print_node(const struct worksheet *sheet, int32_t index, const cnn_item *item,
                       int digits, struct out *out) {
    const cnn_node *node = &sheet->graph.nodes[index];

    out_text(out, "  ");
    print_name(index, out);
    out_text(out, " [label=<<table border=\"0\" cellspacing=\"0\">"
                  "<tr><td border=\"0\"><font color=\"darkgreen\">");
    print_real(cnn_values(&sheet->graph, index)[0], digits, out);
    out_text(
        out,
        "</font></td></tr><tr><td port=\"o\" border=\"1\" style=\"rounded\" cellpadding=\"6\">");
    print_operation(sheet, node, item, out);
    out_text(out, "</td></tr>");
    if (node->moves) {
        out_text(out, "<tr><td border=\"0\"><font color=\"red\">");
        print_real(cnn_gradients(&sheet->graph, index)[0], digits, out);
        out_text(out, "</font></td></tr>");
    }
    out_text(out, "</table>>]\n");
}

/* A constant stands within its gate. */
static void print_edges(const cnn_graph *graph, int32_t index, struct out *out) {
    const cnn_node *node = &graph->nodes[index];

    for (int k = 0; node->gate != NULL && k < node->gate->arity; k++) {
        if (graph->nodes[node->operand[k]].name == NULL)
            continue;
        out_text(out, "  ");
        print_name(node->operand[k], out);
        out_text(out, ":o:e -> ");
        print_name(index, out);
        out_text(out, ":o:w\n");
    }
}

void dot_print(struct worksheet *sheet, int digits, struct out *out) {
    const cnn_graph *graph = &sheet->graph;
    const cnn_trace *whole = &sheet->whole;
    size_t next = 0; /* the item of the next gate */

    cnn_worksheet(graph, 0, sheet->all_texts, &sheet->whole);
    out_text(out, "digraph {\n  rankdir=LR\n  node [shape=plain]\n");
    for (int32_t i = 0; i < graph->node_count; i++) {
        const cnn_node *node = &graph->nodes[i];
        if (node->name == NULL && i != graph->output)
            continue;
        while (next + 1 < whole->count && whole->items[next].role != CNN_FORWARD)
            next++;
        print_node(sheet, i, &whole->items[next], digits, out);
        print_edges(graph, i, out);
        next += node->gate != NULL;
    }
    out_text(out, "}\n");
}

/* ---- Options ------------------------------------------------------------------------------- */

bool graphs_check(bool dot, bool numpy, struct fault *fault) {
    if (dot && numpy)
        return fault_say(fault, STATUS_BAD_QUESTION, "--dot", "not with --numpy");
    return true;
}

const char *graphs_option(bool dot, bool numpy) {
    return dot ? "--dot" : numpy ? "--numpy" : NULL;
}

cnn_error graphs_show(const struct question *question, bool numpy, struct out *out) {
    struct worksheet *sheet = question->sheet;

    if (numpy) {
        numpy_print(sheet, out);
        return (cnn_error){.code = CNN_OK};
    }
    worksheet_evaluate(sheet, 1);
    if (!worksheet_is_finite(sheet))
        return (cnn_error){.code = CNN_DOMAIN};
    dot_print(sheet, working_digits(question), out);
    return (cnn_error){.code = CNN_OK};
}
