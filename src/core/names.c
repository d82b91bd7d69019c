/* The names of gates, of gradients and of their parts. */
#include "cnncalc.h"

#include <math.h>
#include <string.h>

/* Gates are counted through letters and then numbers: a is 0, z is 23, a1 is 24. */
static const char letters[] = "abcdghijklmnopqrstuvwxyz";

#define LETTERS   ((int64_t)(sizeof letters - 1))
#define GATE_ROOM 12 /* f, a letter, a number of at most eight digits, the end */

/* Of the characters of a name none is below 0, and the first is no digit. */
static bool is_digit(char c) {
    return c <= '9';
}

/* The gate that would have that name; where none would, one beyond all. Behind the name stands its
 * end or an underscore. */
static double gate_of_name(const char *name, size_t length) {
    const char *letter = memchr(letters, *name, LETTERS);
    double number = 0;

    if (letter == NULL || name[1] == '0')
        return INFINITY;
    for (size_t i = 1; i < length; i++) {
        if (!is_digit(name[i]))
            return INFINITY;
        number = 10 * number + name[i] - '0';
    }
    return LETTERS * number + (double)(letter - letters);
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

/* Bytes of a bit for each gate that is asked for. A variable keeps at most one from its name, so
 * that the first as many as there are nodes are enough. */
static size_t taken_bytes(const cnn_graph *graph) {
    return (size_t)graph->node_count / 8 + 1;
}

static void take_name(const cnn_graph *graph, unsigned char *taken, const char *name,
                      size_t length) {
    double gate = gate_of_name(name, length);
    if (gate < graph->node_count)
        taken[(int32_t)gate / 8] |= (unsigned char)(1 << (int32_t)gate % 8);
    if (*name == 'f')
        take_name(graph, taken, name + 1, length - 1);
}

/* A name's beginning before underscores and a number, as of a part; its length where there is none.
 * An f stands before the name. */
static size_t stem_length(const char *name, size_t length, int *underscores) {
    const char *end = name + length, *number = end, *stem;

    while (is_digit(number[-1]))
        number--;
    for (stem = number; stem[-1] == '_'; stem--)
        continue;
    *underscores = number < end ? (int)(number - stem) : 0;
    return (size_t)((*underscores > 0 ? stem : end) - name);
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

    take_name(graph, taken, name, stem);
    for (; underscores > 0; underscores--, stem++) {
        separate(graph, name, stem, underscores);
        if (*name == 'f')
            separate(graph, name + 1, stem - 1, underscores);
    }
}

/* ---- Naming -------------------------------------------------------------------------------- */

/* A variable's f and end are no longer than the name of a gate, which it could be. */
size_t cnn_names_bytes(const cnn_graph *graph) {
    size_t bytes = taken_bytes(graph) + GATE_ROOM * (size_t)graph->node_count;

    for (int32_t i = 0; i < graph->variable_count; i++) {
        const cnn_node *node = &graph->nodes[graph->variables[i]];
        bytes += node->to - node->from;
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
    size_t bytes = taken_bytes(graph);

    memset(taken, 0, bytes);
    char *at = name_variables(graph, taken, (char *)memory + bytes, &error);
    name_rest(graph, taken, at);
    return error;
}

/* ---- By name ------------------------------------------------------------------------------- */

/* The node of that name, or -1. */
static int32_t node_named(const cnn_graph *graph, const char *name, size_t length) {
    int32_t variable = cnn_variable(graph, name, length);

    if (variable >= 0) /* these may be many, and are found at once */
        return graph->variables[variable];
    if (length == strlen("out") && memcmp(name, "out", length) == 0)
        return graph->output;
    for (int32_t i = 0; i < graph->output; i++) {
        const cnn_node *node = &graph->nodes[i];
        if (node->gate != NULL && strlen(node->name) == length &&
            memcmp(node->name, name, length) == 0)
            return i;
    }
    return -1;
}

/* No gate's name begins with f. */
const double *cnn_named_rows(const cnn_graph *graph, const char *name, size_t length) {
    bool gradient = length != 0 && *name == 'f' && cnn_variable(graph, name, length) < 0;
    int32_t node = node_named(graph, name + gradient, length - gradient);

    if (node < 0 || (gradient && !graph->nodes[node].moves))
        return NULL;
    return gradient ? cnn_gradients(graph, node) : cnn_values(graph, node);
}
