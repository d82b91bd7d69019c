/* The names of gates, of gradients and of their parts. */
#include "cnncalc.h"

#include <string.h>

/* Gates are counted through letters and then numbers: a is 0, z is 23, a1 is 24. */
static const char letters[] = "abcdghijklmnopqrstuvwxyz";

#define LETTERS   ((int64_t)(sizeof letters - 1))
#define GATE_ROOM 12 /* f, a letter, a number of at most eight digits, the end */

/* Of the characters of a name none is below 0, and the first is no digit. */
static bool is_digit(char c) {
    return c <= '9';
}

/* The gate that would have that name, or -1. */
static int64_t gate_of_name(const char *name, size_t length) {
    const char *letter = length > 0 ? memchr(letters, *name, LETTERS) : NULL;
    int64_t number = 0;

    if (letter == NULL || length > GATE_ROOM - 3 || (length > 1 && name[1] == '0'))
        return -1;
    for (size_t i = 1; i < length; i++) {
        if (!is_digit(name[i]))
            return -1;
        number = 10 * number + name[i] - '0';
    }
    return LETTERS * number + (letter - letters);
}

/* Writes "fNAME" and an end; gives what stands behind it. */
static char *write_gate(char *at, int64_t gate) {
    char digits[CNN_TEXT];
    size_t count = gate < LETTERS ? 0 : cnn_write_whole(gate / LETTERS, digits);

    *at++ = 'f';
    *at++ = letters[gate % LETTERS];
    memcpy(at, digits, count);
    at[count] = '\0';
    return at + count + 1;
}

/* ---- What is taken ------------------------------------------------------------------------- */

/* A variable keeps at most two gates from their names: one that is called as it is, or as what
 * stands behind its f, and one by the same without an underscore and a number at the end. */
#define TAKEN_BY_ONE 2

static size_t most_gates(const cnn_graph *graph) {
    return (size_t)graph->node_count + TAKEN_BY_ONE * (size_t)graph->variable_count + 1;
}

static void take_name(const cnn_graph *graph, unsigned char *taken, const char *name,
                      size_t length) {
    int64_t gate = gate_of_name(name, length);
    if (gate >= 0 && (size_t)gate < most_gates(graph))
        taken[gate / 8] |= (unsigned char)(1 << gate % 8);
    if (length > 1 && *name == 'f')
        take_name(graph, taken, name + 1, length - 1);
}

/* A name's beginning before underscores and a number, as of a part; its length where there is none.
 */
static size_t stem_length(const char *name, size_t length, int *underscores) {
    size_t number = length, stem;

    while (is_digit(name[number - 1]))
        number--;
    for (stem = number; stem > 0 && name[stem - 1] == '_'; stem--)
        continue;
    *underscores = number < length ? (int)(number - stem) : 0;
    return *underscores > 0 ? stem : length;
}

/* Parts of the gradients of that variable, if it is one, take more underscores: and all parts do,
 * so that those of x and of x_ do not meet. */
static void separate(cnn_graph *graph, const char *name, size_t length, int underscores) {
    if (cnn_variable(graph, name, length) >= 0 && graph->separators <= underscores)
        graph->separators = underscores + 1;
}

static void take_names(cnn_graph *graph, unsigned char *taken, const char *name, size_t length) {
    int underscores;
    size_t stem = stem_length(name, length, &underscores);

    take_name(graph, taken, name, length);
    if (underscores == 0)
        return;
    take_name(graph, taken, name, stem);
    for (; underscores > 0; underscores--, stem++) {
        separate(graph, name, stem, underscores);
        if (*name == 'f')
            separate(graph, name + 1, stem - 1, underscores);
    }
}

/* ---- Naming -------------------------------------------------------------------------------- */

size_t cnn_names_bytes(const cnn_graph *graph) {
    size_t bytes = most_gates(graph) / 8 + 1 + GATE_ROOM * (size_t)graph->node_count;

    for (int32_t i = 0; i < graph->variable_count; i++) {
        const cnn_node *node = &graph->nodes[graph->variables[i]];
        bytes += node->to - node->from + 2;
    }
    return bytes;
}

static char *write_variable(const cnn_graph *graph, cnn_node *node, char *at) {
    size_t length = node->to - node->from;

    *at++ = 'f';
    memcpy(at, graph->text + node->from, length);
    at[length] = '\0';
    node->name = at;
    return at + length + 1;
}

/* Whether a variable has the name of another's gradient, or of the output's. */
static bool is_gradient(const cnn_graph *graph, const char *name) {
    return *name == 'f' &&
           (strcmp(name, "fout") == 0 || cnn_variable(graph, name + 1, strlen(name + 1)) >= 0);
}

static char *name_variables(cnn_graph *graph, unsigned char *taken, char *at, cnn_error *error) {
    graph->separators = 1;
    for (int32_t i = 0; i < graph->variable_count; i++) {
        cnn_node *node = &graph->nodes[graph->variables[i]];
        at = write_variable(graph, node, at);
        take_names(graph, taken, node->name, strlen(node->name));
        if (error->code == CNN_OK && is_gradient(graph, node->name))
            *error = (cnn_error){.code = CNN_TAKEN, .field = node->name};
    }
    return at;
}

static void name_rest(cnn_graph *graph, const unsigned char *taken, char *at) {
    int64_t gate = 0;

    for (int32_t i = 0; i < graph->output; i++) {
        if (graph->nodes[i].gate == NULL)
            continue;
        while (taken[gate / 8] >> gate % 8 & 1)
            gate++;
        graph->nodes[i].name = at + 1;
        at = write_gate(at, gate++);
    }
    if (graph->nodes[graph->output].gate != NULL)
        graph->nodes[graph->output].name = &"fout"[1];
}

const char *cnn_gradient_name(const cnn_node *node) {
    return node->name - 1;
}

cnn_error cnn_name_gates(cnn_graph *graph, void *memory) {
    cnn_error error = {.code = CNN_OK};
    unsigned char *taken = memory;
    size_t bytes = most_gates(graph) / 8 + 1;

    memset(taken, 0, bytes);
    char *at = name_variables(graph, taken, (char *)memory + bytes, &error);
    name_rest(graph, taken, at);
    return error;
}

/* ---- By name ------------------------------------------------------------------------------- */

/* The node of a variable or of the output, or -1. */
static int32_t quick_node(const cnn_graph *graph, const char *name, size_t length) {
    int32_t variable = cnn_variable(graph, name, length);

    if (variable >= 0)
        return graph->variables[variable];
    return length == strlen("out") && memcmp(name, "out", length) == 0 ? graph->output : -1;
}

static int32_t gate_node(const cnn_graph *graph, const char *name, size_t length) {
    for (int32_t i = 0; i < graph->output; i++) {
        const cnn_node *node = &graph->nodes[i];
        if (node->gate != NULL && strlen(node->name) == length &&
            memcmp(node->name, name, length) == 0)
            return i;
    }
    return -1;
}

static const double *rows_of(const cnn_graph *graph, int32_t value, int32_t gradient) {
    if (value >= 0)
        return cnn_values(graph, value);
    return gradient >= 0 && graph->nodes[gradient].moves ? cnn_gradients(graph, gradient) : NULL;
}

/* Variables first, which may be many and are found at once. */
const double *cnn_named_rows(const cnn_graph *graph, const char *name, size_t length) {
    bool may_be_gradient = length > 1 && *name == 'f';
    int32_t value = quick_node(graph, name, length), gradient = -1;

    if (value < 0 && may_be_gradient)
        gradient = quick_node(graph, name + 1, length - 1);
    if (value < 0 && gradient < 0)
        value = gate_node(graph, name, length);
    if (value < 0 && gradient < 0 && may_be_gradient)
        gradient = gate_node(graph, name + 1, length - 1);
    return rows_of(graph, value, gradient);
}
