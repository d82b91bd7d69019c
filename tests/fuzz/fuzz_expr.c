/* fuzz_expr.c: any bytes as an expression, through the library. Every block of memory has exactly
 * the size that the library asks for, and nothing in it that counts as a number.
 * What must hold:
 *   reading    nodes stand in the order of evaluation and say where their text is; in parentheses
 *              the expression has the same value
 *   rows       three at once give the same bits as each alone; what is not finite is said to be so
 *   subset     with fewer gradients asked for, those that are left are the same bits
 *   worksheet  has room; found by slots or one by one, an item is the same; no two quantities share
 *              a name; formulas name what there is; gradients are products and the sums of their
 *              parts; each value is that of the rows that have its name
 *   descent    all steps at once lead where one after another do, of each variable by itself */
#include "cnncalc.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool holds) {
    if (!holds)
        abort();
}

/* Memory in which no double is a number and no index a node. */
static void *block_of(size_t bytes) {
    void *block = malloc(bytes);
    demand(block != NULL);
    memset(block, 0xff, bytes);
    return block;
}

static uint64_t bits_of(double value) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

static bool same_bits(double a, double b) {
    return bits_of(a) == bits_of(b) || (isnan(a) && isnan(b));
}

/* ---- Reading ------------------------------------------------------------------------------- */

struct expression {
    cnn_graph graph;
    void *memory, *names;
    bool taken;      /* two quantities have one name */
    uint32_t chance; /* a number that depends on every byte */
};

static uint32_t mix(const uint8_t *data, size_t size) {
    uint64_t hash = 2166136261u;
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ data[i]) * 16777619u & UINT32_MAX;
    return (uint32_t)(hash ^ hash >> 15);
}

static void check_order(const cnn_graph *graph, size_t length) {
    for (int32_t i = 0; i < graph->node_count; i++) {
        const cnn_node *node = &graph->nodes[i];
        demand(node->operand[0] < i && node->operand[1] < i);
        demand(node->gate == NULL || node->operand[0] >= 0);
        demand(node->gate == NULL || (node->operand[1] >= 0) == (node->gate->arity == 2));
        demand(node->from < node->to && node->to <= length);
        demand(node->variable < 0 || graph->variables[node->variable] == i);
    }
    demand(graph->output >= 0 && graph->output < graph->node_count);
}

static cnn_syntax read_text(struct expression *e, const char *text, size_t length) {
    e->memory = block_of(cnn_expression_bytes(length));
    e->names = NULL;
    return cnn_expression(&e->graph, e->memory, text, length);
}

static void name_gates(struct expression *e) {
    e->names = block_of(cnn_names_bytes(&e->graph));
    const cnn_error error = cnn_name_gates(&e->graph, e->names);
    e->taken = error.code == CNN_TAKEN;
    demand(error.code == CNN_OK || e->taken);
    demand(!e->taken || cnn_variable(&e->graph, error.field, strlen(error.field)) >= 0);
    for (int32_t i = 0; i < e->graph.node_count; i++) {
        const cnn_node *node = &e->graph.nodes[i];
        const bool named = node->variable >= 0 || (node->gate != NULL && i <= e->graph.output);
        demand(!named || strcmp(cnn_gradient_name(node) + 1, node->name) == 0);
        demand(!named || *cnn_gradient_name(node) == 'f');
    }
}

static void forget(struct expression *e) {
    free(e->names);
    free(e->memory);
}

/* ---- Rows ---------------------------------------------------------------------------------- */

#define ROWS 3

/* The first row's are finite. */
static double value_in_row(const struct expression *e, int32_t variable, size_t row) {
    static const double values[] = {0.5, 2,     -1,  3,   0,      1,    -0.0,     1e-3,
                                    7.5, 1e308, 700, -40, 5e-324, -1e9, INFINITY, NAN};
    const uint32_t count = sizeof values / sizeof *values - (row == 0 ? 2 : 0);
    return values[(e->chance + 5 * (uint32_t)variable + 11 * (uint32_t)row) % count];
}

/* Lays out rows and passes through them, beginning with that one. */
static void *pass(const struct expression *e, cnn_graph *graph, size_t rows, size_t first) {
    void *memory = block_of(cnn_rows_bytes(graph, rows));

    cnn_rows(graph, memory, rows);
    for (size_t row = 0; row < rows; row++)
        for (int32_t i = 0; i < graph->variable_count; i++)
            cnn_values(graph, graph->variables[i])[row] = value_in_row(e, i, first + row);
    cnn_forward(graph, rows);
    cnn_backward(graph, rows);
    return memory;
}

static void check_finite(const cnn_graph *graph, size_t row) {
    bool values = true, gradients = true;

    for (int32_t i = 0; i < graph->node_count; i++) {
        values = values && isfinite(cnn_values(graph, i)[row]);
        if (graph->nodes[i].moves)
            gradients = gradients && isfinite(cnn_gradients(graph, i)[row]);
    }
    demand(cnn_has_values(graph, row) == values);
    demand(cnn_has_gradients(graph, row) == gradients);
}

static void check_row(const cnn_graph *many, size_t row, const cnn_graph *one) {
    for (int32_t i = 0; i < one->node_count; i++) {
        demand(same_bits(cnn_values(many, i)[row], *cnn_values(one, i)));
        if (one->nodes[i].moves || i == one->output)
            demand(same_bits(cnn_gradients(many, i)[row], *cnn_gradients(one, i)));
    }
    check_finite(many, row);
    check_finite(one, 0);
}

static void check_rows(const struct expression *e) {
    cnn_graph many = e->graph, one = e->graph;
    void *rows = pass(e, &many, ROWS, 0);

    for (size_t row = 0; row < ROWS; row++) {
        void *alone = pass(e, &one, 1, row);
        check_row(&many, row, &one);
        free(alone);
    }
    free(rows);
}

/* ---- Names of the worksheet ---------------------------------------------------------------- */

static int by_name(const void *a, const void *b) {
    const cnn_item *const *first = a, *const *second = b;
    const int order = strcmp((*first)->name, (*second)->name);
    return order != 0 ? order : (int)(*first)->role - (int)(*second)->role;
}

/* A result may be had from the way forward or back: the output's value, a variable's gradient. */
static bool may_share(const cnn_item *a, const cnn_item *b) {
    if (a->role != CNN_RESULT || !same_bits(a->real, b->real))
        return false;
    return b->role == CNN_FORWARD ? strcmp(a->name, "out") == 0
                                  : b->role == CNN_BACKWARD || b->role == CNN_SUM;
}

static void check_distinct(const cnn_trace *trace) {
    const cnn_item **sorted = block_of(trace->count * sizeof *sorted);

    for (size_t i = 0; i < trace->count; i++)
        sorted[i] = &trace->items[i];
    qsort(sorted, trace->count, sizeof *sorted, by_name);
    for (size_t i = 1; i < trace->count; i++) {
        const bool same = strcmp(sorted[i - 1]->name, sorted[i]->name) == 0;
        demand(!same || may_share(sorted[i - 1], sorted[i]));
    }
    free(sorted);
}

#define NAME_ROOM (2 * CNN_NAME_MOST + 32)

/* The item whose name follows in the text, up to a brace. */
static const cnn_item *item_named(const cnn_trace *trace, const char *text) {
    char name[NAME_ROOM];
    const size_t length = strcspn(text, "}");

    demand(length < sizeof name && text[length] == '}');
    memcpy(name, text, length);
    name[length] = '\0';
    const cnn_item *item = cnn_find(trace, name);
    demand(item != NULL);
    return item;
}

static void check_formula(const cnn_trace *trace, const char *formula) {
    for (; formula != NULL && *formula != '\0'; formula++)
        if (*formula == '{')
            item_named(trace, formula + 1);
}

/* ---- Values of the worksheet --------------------------------------------------------------- */

static double named_value(const cnn_graph *graph, const char *before, const char *name,
                          size_t row) {
    char whole[NAME_ROOM];
    const int length = snprintf(whole, sizeof whole, "%s%s", before, name);
    const double *rows = cnn_named_rows(graph, whole, (size_t)length);

    demand(rows != NULL);
    return rows[row];
}

/* The parts stand in the formula in the order in which they are added. */
static void check_sum(const cnn_trace *trace, const cnn_item *item) {
    double sum = -0.0; /* and 0 is added to nothing */

    for (const char *part = item->formula; *part != '\0'; part++)
        if (*part == '{')
            sum += item_named(trace, part + 1)->real;
    demand(same_bits(sum, item->real));
}

static void check_item(const cnn_graph *graph, size_t row, const cnn_trace *trace,
                       const cnn_item *item) {
    check_formula(trace, item->formula);
    if (item->role == CNN_BACKWARD) {
        demand(same_bits(item->real, 0 + item->upstream * item->local));
        demand(same_bits(item->upstream, named_value(graph, "f", item->gate, row)));
        demand(cnn_find(trace, item->gate) != NULL);
    } else {
        demand(same_bits(item->real, named_value(graph, "", item->name, row)));
    }
    if (item->role == CNN_SUM)
        check_sum(trace, item);
}

/* ---- The worksheet ------------------------------------------------------------------------- */

static cnn_trace trace_of(size_t capacity) {
    return (cnn_trace){.items = block_of(capacity * sizeof(cnn_item)),
                       .capacity = capacity,
                       .given = true,
                       .working = true};
}

static void add_slots(cnn_trace *trace) {
    trace->slot_count = 1;
    while (trace->slot_count <= trace->capacity)
        trace->slot_count *= 2;
    trace->slots = block_of(trace->slot_count * sizeof *trace->slots);
}

static void forget_trace(cnn_trace *trace) {
    free(trace->slots);
    free(trace->items);
}

static ptrdiff_t place_of(const cnn_trace *trace, const char *name) {
    const cnn_item *item = cnn_find(trace, name);
    return item == NULL ? -1 : item - trace->items;
}

#define LOOKED_UP 500 /* one by one, which takes as long as the list */

static void check_alike(const cnn_trace *a, const cnn_trace *b) {
    static const char *const others[] = {"", "f", "out", "fout", "x", "fx_1", "no_such_name"};

    demand(a->count == b->count);
    for (size_t i = 0; i < a->count; i++) {
        demand(strcmp(a->items[i].name, b->items[i].name) == 0);
        demand(a->items[i].role == b->items[i].role);
        demand(same_bits(a->items[i].real, b->items[i].real));
    }
    for (size_t i = 0; i < a->count && i < LOOKED_UP; i++)
        demand(place_of(a, a->items[i].name) == place_of(b, a->items[i].name));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        demand(place_of(a, others[i]) == place_of(b, others[i]));
}

#define ASKED 40 /* names at once */

/* Those names alone, in any order, give the same numbers. */
static void check_names(const cnn_graph *graph, size_t row, const cnn_trace *whole, void *texts) {
    const char *names[ASKED];
    cnn_trace trace = trace_of(cnn_worksheet_items(graph));

    trace.working = false;
    trace.names = names;
    for (size_t i = whole->count; i > 0 && trace.name_count < ASKED; i--)
        if (whole->items[i - 1].role != CNN_GIVEN)
            names[trace.name_count++] = whole->items[i - 1].name;
    demand(cnn_worksheet(graph, row, texts, &trace).code == CNN_OK);
    for (size_t i = 0; i < trace.name_count; i++) {
        const cnn_item *item = cnn_find(&trace, names[i]);
        demand(item != NULL);
        demand(same_bits(item->real, cnn_find(whole, names[i])->real));
    }
    forget_trace(&trace);
}

/* The plain answer: room for what it has, and no more. */
static void check_answer(const cnn_graph *graph, size_t row, void *texts) {
    const size_t most = (size_t)graph->variable_count + 1;
    const char **names = block_of(most * sizeof *names);
    size_t count = 0;

    names[count++] = "out";
    for (int32_t i = 0; i < graph->variable_count; i++)
        if (graph->nodes[graph->variables[i]].moves)
            names[count++] = cnn_gradient_name(&graph->nodes[graph->variables[i]]);
    cnn_trace trace = trace_of(count);
    trace.working = false;
    trace.names = names;
    trace.name_count = count;
    demand(cnn_worksheet(graph, row, texts, &trace).code == CNN_OK && trace.count == count);
    for (size_t i = 0; i < count; i++)
        demand(same_bits(cnn_find(&trace, names[i])->real, named_value(graph, "", names[i], row)));
    forget_trace(&trace);
    free(names);
}

static void check_worksheet(const struct expression *e, const cnn_graph *graph, size_t row) {
    void *texts = block_of(cnn_worksheet_bytes(graph));
    void *other_texts = block_of(cnn_worksheet_bytes(graph));
    cnn_trace list = trace_of(cnn_worksheet_items(graph)), table = list;

    table.items = block_of(table.capacity * sizeof *table.items);
    add_slots(&table);
    demand(cnn_worksheet(graph, row, texts, &list).code == CNN_OK);
    demand(cnn_worksheet(graph, row, other_texts, &table).code == CNN_OK);
    check_alike(&list, &table);
    if (!e->taken) {
        check_distinct(&table);
        for (size_t i = 0; i < table.count && i < LOOKED_UP; i++)
            check_item(graph, row, &table, &table.items[i]);
        check_names(graph, row, &table, texts);
        check_answer(graph, row, texts);
    }
    forget_trace(&list);
    forget_trace(&table);
    free(other_texts);
    free(texts);
}

/* ---- A subset of the gradients ------------------------------------------------------------- */

static void check_same_gradients(const cnn_graph *all, const cnn_graph *some, const bool *asked) {
    for (int32_t i = 0; i < all->node_count; i++)
        demand(same_bits(*cnn_values(all, i), *cnn_values(some, i)));
    for (int32_t i = 0; i < all->variable_count; i++) {
        const int32_t node = all->variables[i];
        demand(some->nodes[node].moves == asked[i]);
        if (asked[i])
            demand(same_bits(*cnn_gradients(all, node), *cnn_gradients(some, node)));
    }
}

static void check_subset(struct expression *e) {
    bool *asked = block_of((size_t)e->graph.variable_count * sizeof *asked);
    cnn_graph all = e->graph, some = e->graph;
    void *all_rows = pass(e, &all, 1, 0);

    for (int32_t i = 0; i < e->graph.variable_count; i++)
        asked[i] = (e->chance >> (i + 3) % 32 & 1) != 0;
    cnn_differentiate(&some, asked);
    void *some_rows = pass(e, &some, 1, 0);
    check_same_gradients(&all, &some, asked);
    check_finite(&some, 0);
    check_worksheet(e, &some, 0);
    cnn_differentiate(&some, NULL);
    free(some_rows);
    free(all_rows);
    free(asked);
}

/* ---- Descent ------------------------------------------------------------------------------- */

#define STEPS 3

/* Makes one step, and each variable's by itself. */
static bool step(cnn_graph *graph, double *before, double s) {
    for (int32_t i = 0; i < graph->variable_count; i++)
        before[i] = *cnn_values(graph, graph->variables[i]);
    if (!cnn_descent_step(graph, s))
        return false;
    for (int32_t i = 0; i < graph->variable_count; i++) {
        cnn_trace trace = trace_of(CNN_SHEET_ITEMS);
        cnn_descend(before[i], *cnn_gradients(graph, graph->variables[i]), s, &trace);
        demand(same_bits(cnn_find(&trace, "x")->real, *cnn_values(graph, graph->variables[i])));
        forget_trace(&trace);
    }
    return true;
}

/* Makes steps one by one. Gives how many there are. */
static int64_t step_by_step(cnn_graph *graph, const double *start, double s, bool *good) {
    double *before = block_of((size_t)graph->variable_count * sizeof *before);
    int64_t made = 0;

    cnn_descent_begin(graph, start);
    while (made < STEPS && step(graph, before, s))
        made++;
    *good = made == STEPS && cnn_has_values(graph, 0);
    free(before);
    return made;
}

static void check_descent(const struct expression *e) {
    const size_t count = (size_t)e->graph.variable_count;
    double *start = block_of(count * sizeof *start);
    const char **names = block_of(count * sizeof *names);
    cnn_graph at_once = e->graph, in_turn = e->graph;
    void *rows = pass(e, &at_once, 1, 0), *other_rows = pass(e, &in_turn, 1, 0);
    cnn_trace trace = trace_of(2 * count + 3);
    cnn_descent descent = {.start = start, .names = names, .s = 0.125, .n = STEPS};
    bool good;

    for (size_t i = 0; i < count; i++) {
        start[i] = value_in_row(e, (int32_t)i, 0);
        names[i] = i % 3 == 1 ? NULL : "some_0";
    }
    const cnn_error error = cnn_descent_end(&at_once, &descent, &trace);
    demand(descent.made == step_by_step(&in_turn, start, descent.s, &good));
    demand(error.code == (good ? CNN_OK : CNN_DOMAIN));
    for (int32_t i = 0; i < e->graph.node_count; i++)
        demand(same_bits(*cnn_values(&at_once, i), *cnn_values(&in_turn, i)));
    forget_trace(&trace);
    free(other_rows);
    free(rows);
    free(names);
    free(start);
}

/* ---- One input ----------------------------------------------------------------------------- */

static void check_enclosed(const struct expression *e, const char *enclosed, size_t length) {
    struct expression other = {.chance = e->chance};
    cnn_graph graph = e->graph;
    void *rows = pass(e, &graph, 1, 0);

    demand(read_text(&other, enclosed, length).code == CNN_OK);
    void *other_rows = pass(&other, &other.graph, 1, 0);
    demand(same_bits(*cnn_values(&graph, graph.output),
                     *cnn_values(&other.graph, other.graph.output)));
    free(other_rows);
    free(rows);
    forget(&other);
}

static void check_all(struct expression *e) {
    name_gates(e);
    check_rows(e);
    cnn_graph graph = e->graph;
    void *rows = pass(e, &graph, ROWS, 0);
    check_worksheet(e, &graph, e->chance % ROWS);
    free(rows);
    check_subset(e);
    check_descent(e);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct expression e = {.chance = mix(data, size)};
    char *text = block_of(size), *enclosed = block_of(size + 2);

    if (size > 0)
        memcpy(text, data, size);
    cnn_syntax syntax = read_text(&e, text, size);
    if (syntax.code == CNN_OK) {
        check_order(&e.graph, size);
        check_all(&e);
        enclosed[0] = '(';
        memcpy(enclosed + 1, text, size);
        enclosed[size + 1] = ')';
        check_enclosed(&e, enclosed, size + 2);
    } else {
        demand(syntax.at <= size && syntax.at + syntax.length <= size && syntax.expected != NULL);
    }
    forget(&e);
    free(enclosed);
    free(text);
    return 0;
}
