/* An expression's gates as named values: the forward pass, and the way back. */
#include "node.h"
#include "trace.h"

#include <string.h>

#define SHORT  24       /* bytes of a constant's text that are shown rather than its value */
#define DIGITS 10       /* of the number of a part, at most */
#define LABEL  CNN_TEXT /* bytes of a constant, with its brackets */

/* The parts of a node's gradient that the pass has met. */
struct met {
    int32_t count;
    struct parts items;
};

struct worksheet {
    const cnn_graph *graph;
    size_t row;
    cnn_trace *trace;
    struct met *met; /* of each node */
    char *at;        /* where the next text goes */
};

/* ---- Text ---------------------------------------------------------------------------------- */

static void put_bytes(struct worksheet *sheet, const char *bytes, size_t length) {
    memcpy(sheet->at, bytes, length);
    sheet->at += length;
}

static void put(struct worksheet *sheet, const char *text) {
    put_bytes(sheet, text, strlen(text));
}

/* Ends the text that began at `start`, and gives it. */
static const char *put_end(struct worksheet *sheet, const char *start) {
    put_bytes(sheet, "", 1);
    return start;
}

/* As it was typed, but for line breaks and tabs. */
static void put_source(struct worksheet *sheet, const cnn_node *node) {
    for (size_t i = node->from; i < node->to; i++)
        put_bytes(sheet, sheet->graph->text[i] < ' ' ? " " : &sheet->graph->text[i], 1);
}

/* A constant as it was typed, in brackets unless it is one word; its value where that is long. */
static void put_constant(struct worksheet *sheet, const cnn_node *node) {
    char number[CNN_TEXT];
    bool is_long = node->to - node->from > SHORT;
    bool bracket = is_long ? node->value < 0 : node->made != NULL;

    put(sheet, bracket ? "(" : "");
    if (is_long) {
        size_t length = cnn_write_real(node->value, 0, number);
        put_bytes(sheet, number, length);
    } else {
        put_source(sheet, node);
    }
    put(sheet, bracket ? ")" : "");
}

static void put_operand(struct worksheet *sheet, int32_t index) {
    const cnn_node *node = &sheet->graph->nodes[index];

    if (cnn_node_is_constant(node)) {
        put_constant(sheet, node);
        return;
    }
    put(sheet, "{");
    put(sheet, node->name);
    put(sheet, "}");
}

/* A gate's law with its operands {a} and {b} in their places. */
static const char *put_law(struct worksheet *sheet, const cnn_node *node, const char *law) {
    char *start = sheet->at;

    for (; *law != '\0'; law++) {
        if (*law != '{') {
            put_bytes(sheet, law, 1);
            continue;
        }
        put_operand(sheet, node->operand[law[1] - 'a']);
        law += strlen("a}");
    }
    return put_end(sheet, start);
}

/* "fNAME_1" for the first part of a gradient. */
static void put_part(struct worksheet *sheet, const cnn_node *node, int32_t part) {
    char digits[CNN_TEXT];

    put(sheet, cnn_gradient_name(node));
    for (int i = 0; i < sheet->graph->separators; i++)
        put(sheet, "_");
    size_t length = cnn_write_whole(part, digits);
    put_bytes(sheet, digits, length);
}

/* "{fNAME_1} + {fNAME_2}". */
static const char *put_sum(struct worksheet *sheet, const cnn_node *node) {
    char *start = sheet->at;

    for (int32_t part = 1; part <= node->paths; part++) {
        put(sheet, part > 1 ? " + {" : "{");
        put_part(sheet, node, part);
        put(sheet, "}");
    }
    return put_end(sheet, start);
}

/* ---- Room ---------------------------------------------------------------------------------- */

static size_t label_most(const cnn_node *node) {
    return cnn_node_is_constant(node) ? LABEL : strlen(node->name) + strlen("{}");
}

static size_t law_most(const cnn_graph *graph, const cnn_node *node, const char *law) {
    size_t bytes = strlen(law) + 1;

    for (; (law = strchr(law, '{')) != NULL; law++)
        bytes += label_most(&graph->nodes[node->operand[law[1] - 'a']]) - strlen("{a}");
    return bytes;
}

/* For each part of a gradient a name, and its place in the sum. */
static size_t parts_most(const cnn_graph *graph, const cnn_node *node) {
    size_t name = strlen(cnn_gradient_name(node)) + (size_t)graph->separators + DIGITS + 1;
    return (size_t)node->paths * (name + name + strlen("{} + "));
}

size_t cnn_worksheet_bytes(const cnn_graph *graph) {
    const cnn_node *output = &graph->nodes[graph->output];
    size_t bytes = (size_t)graph->node_count * sizeof(struct met);

    if (output->gate == NULL)
        bytes += label_most(output) + 1;

    for (int32_t i = 0; i < graph->node_count; i++) {
        const cnn_node *node = &graph->nodes[i];
        if (node->gate != NULL)
            bytes += law_most(graph, node, node->gate->law);
        for (int k = 0; node->gate != NULL && k < node->gate->arity; k++)
            bytes += law_most(graph, node, node->gate->local_law[k]);
        if (node->paths > 1)
            bytes += parts_most(graph, node);
    }
    return bytes;
}

size_t cnn_worksheet_items(const cnn_graph *graph) {
    size_t items = 4 + 2 * (size_t)graph->variable_count;

    for (int32_t i = 0; i < graph->node_count; i++) {
        const cnn_node *node = &graph->nodes[i];
        items += (node->gate != NULL) + (size_t)node->paths + (node->paths > 1);
    }
    return items;
}

/* ---- Items --------------------------------------------------------------------------------- */

static double value_of(const struct worksheet *sheet, int32_t node) {
    return cnn_values(sheet->graph, node)[sheet->row];
}

static double gradient_of(const struct worksheet *sheet, int32_t node) {
    return cnn_gradients(sheet->graph, node)[sheet->row];
}

static void add_results(struct worksheet *sheet) {
    const cnn_graph *graph = sheet->graph;

    for (int32_t i = 0; i < graph->variable_count; i++)
        cnn_trace_real(sheet->trace, CNN_GIVEN, graph->nodes[graph->variables[i]].name,
                       value_of(sheet, graph->variables[i]));
    cnn_trace_real(sheet->trace, CNN_RESULT, "out", value_of(sheet, graph->output));
    for (int32_t i = 0; i < graph->variable_count; i++) {
        const cnn_node *node = &graph->nodes[graph->variables[i]];
        if (node->moves)
            cnn_trace_real(sheet->trace, CNN_RESULT, cnn_gradient_name(node),
                           gradient_of(sheet, graph->variables[i]));
    }
}

/* Whether the value of a node, or its gradient, is among the results: there it stands alone, but
 * for a working. */
static bool is_said(const struct worksheet *sheet, int32_t node) {
    const cnn_graph *graph = sheet->graph;
    return !sheet->trace->working && (node == graph->output || graph->nodes[node].variable >= 0);
}

/* The law of a gate or of one of its local gradients, where it is to be worked out. */
static const char *law_of(struct worksheet *sheet, const cnn_node *node, const char *law) {
    return sheet->trace->working ? put_law(sheet, node, law) : NULL;
}

static void add_forward(struct worksheet *sheet) {
    const cnn_graph *graph = sheet->graph;
    const cnn_node *output = &graph->nodes[graph->output];

    for (int32_t i = 0; i < graph->node_count; i++) {
        const cnn_node *node = &graph->nodes[i];
        if (node->gate != NULL && !is_said(sheet, i))
            cnn_trace_forward(sheet->trace, node->name, law_of(sheet, node, node->gate->law),
                              value_of(sheet, i), NULL);
    }
    if (output->gate == NULL && !is_said(sheet, graph->output)) {
        char *law = sheet->at;
        if (output->made != NULL && output->to - output->from <= SHORT)
            put_source(sheet, output); /* alone, it needs no brackets */
        else
            put_operand(sheet, graph->output);
        cnn_trace_forward(sheet->trace, "out", put_end(sheet, law), value_of(sheet, graph->output),
                          NULL);
    }
}

/* What comes back to one operand of a gate. */
static void add_downstream(struct worksheet *sheet, int32_t index, int k) {
    const cnn_graph *graph = sheet->graph;
    const cnn_node *node = &graph->nodes[index];
    int32_t to = node->operand[k];
    const cnn_node *operand = &graph->nodes[to];
    double a = value_of(sheet, node->operand[0]);
    double b = value_of(sheet, node->operand[node->gate->arity - 1]);
    double out = value_of(sheet, index), local;
    const char *name = cnn_gradient_name(operand);

    if (operand->paths == 1 && is_said(sheet, to))
        return;
    node->gate->local[k](&local, &a, &b, &out, 1);
    const char *law = law_of(sheet, node, node->gate->local_law[k]);
    if (operand->paths > 1) {
        char *start = sheet->at;
        put_part(sheet, operand, ++sheet->met[to].count);
        name = put_end(sheet, start);
    }
    size_t place = sheet->trace->count;
    cnn_trace_backward(sheet->trace, node->name, gradient_of(sheet, index), name, law, local);
    if (place == sheet->trace->count)
        return;
    sheet->trace->items[place].real += 0; /* -0 is 0, as in the sum that the pass makes */
    cnn_trace_part(sheet->trace, &sheet->met[to].items);
}

static void add_sum(struct worksheet *sheet, int32_t index) {
    const cnn_node *node = &sheet->graph->nodes[index];

    if (node->paths > 1 && !is_said(sheet, index))
        cnn_trace_sum(sheet->trace, cnn_gradient_name(node),
                      sheet->trace->working ? put_sum(sheet, node) : NULL, &sheet->met[index].items,
                      gradient_of(sheet, index));
}

static void add_backward(struct worksheet *sheet) {
    const cnn_graph *graph = sheet->graph;
    const cnn_node *output = &graph->nodes[graph->output];

    if (output->moves)
        cnn_trace_real(sheet->trace, CNN_RESULT, "fout", 1);
    if (output->moves && output->gate == NULL && !is_said(sheet, graph->output))
        cnn_trace_backward(sheet->trace, "out", 1, cnn_gradient_name(output), "1", 1);
    for (int32_t i = graph->output; i >= 0; i--) {
        const cnn_node *node = &graph->nodes[i];
        if (node->gate == NULL)
            continue;
        add_sum(sheet, i);
        for (int k = 0; k < node->gate->arity; k++)
            if (graph->nodes[node->operand[k]].moves)
                add_downstream(sheet, i, k);
    }
    for (int32_t i = 0; i < graph->variable_count; i++)
        add_sum(sheet, graph->variables[i]);
}

/* Values that have rows of their own need no pass. False: there is a name that has none. */
static bool take_rows(const cnn_graph *graph, size_t row, cnn_trace *trace) {
    if (trace->working || trace->names == NULL)
        return false;
    for (size_t i = 0; i < trace->name_count; i++) {
        const double *rows = cnn_named_rows(graph, trace->names[i], strlen(trace->names[i]));
        cnn_item *item =
            rows == NULL ? NULL : cnn_trace_put(trace, CNN_RESULT, CNN_REAL, trace->names[i]);
        if (item == NULL)
            return false;
        item->real = rows[row];
    }
    return true;
}

cnn_error cnn_worksheet(const cnn_graph *graph, size_t row, void *memory, cnn_trace *trace) {
    cnn_trace_clear(trace);
    if (take_rows(graph, row, trace))
        return cnn_trace_end(trace);
    size_t met = (size_t)graph->node_count * sizeof(struct met);
    struct worksheet sheet = {
        .graph = graph, .row = row, .trace = trace, .met = memory, .at = (char *)memory + met};

    cnn_trace_clear(trace);
    memset(memory, 0, met);
    add_results(&sheet);
    add_forward(&sheet);
    add_backward(&sheet);
    return cnn_trace_end(trace);
}
