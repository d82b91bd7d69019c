/* An expression and the values of its variables, read. */
#include "worksheet.h"

#include "explain.h"
#include "nearest.h"
#include "syntax.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- Memory -------------------------------------------------------------------------------- */

static bool no_memory(struct fault *fault) {
    return fault_say(fault, STATUS_MACHINE, "memory", "cannot allocate memory");
}

struct worksheet *worksheet_of(struct question *question, struct fault *fault) {
    if (question->sheet != NULL)
        return question->sheet;
    question->sheet = calloc(1, sizeof *question->sheet);
    if (question->sheet == NULL)
        no_memory(fault);
    else
        question->sheet->room.spare = question->spare;
    return question->sheet;
}

void *worksheet_room(struct worksheet *sheet, size_t bytes, struct fault *fault) {
    void *memory = room_take(&sheet->room, bytes);
    if (memory == NULL)
        no_memory(fault);
    return memory;
}

void worksheet_free(struct worksheet *sheet) {
    if (sheet == NULL)
        return;
    room_free(&sheet->room);
    free(sheet->operands);
    free(sheet);
}

/* ---- Operands ------------------------------------------------------------------------------ */

bool worksheet_take(struct question *question, const char *operand, struct fault *fault) {
    struct worksheet *sheet = worksheet_of(question, fault);

    if (sheet == NULL)
        return false;
    if (sheet->operand_count == sheet->operand_room) {
        size_t room = 2 * sheet->operand_room + 8;
        const char **operands = realloc(sheet->operands, room * sizeof *operands);
        if (operands == NULL)
            return no_memory(fault);
        sheet->operands = operands;
        sheet->operand_room = room;
    }
    sheet->operands[sheet->operand_count++] = operand;
    return true;
}

/* The length of NAME in NAME=VALUE; 0: it is something else. */
static size_t assigned_name(const char *operand) {
    size_t length =
        strspn(operand, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789");
    bool is_name = length > 0 && *operand > '9';
    return is_name && operand[length] == '=' ? length : 0;
}

const char *worksheet_operand(const struct question *question, size_t number) {
    const struct worksheet *sheet = question->sheet;

    for (size_t i = 0; sheet != NULL && i < sheet->operand_count; i++)
        if (assigned_name(sheet->operands[i]) == 0) {
            if (number == 0)
                return sheet->operands[i];
            number--;
        }
    return NULL;
}

/* ---- Reading ------------------------------------------------------------------------------- */

void worksheet_source(struct text *text, const struct worksheet *sheet, const cnn_node *node) {
    struct text source;

    text_clear(&source);
    text_bytes(&source, sheet->text + node->from, node->to - node->from);
    text_typed(text, source.bytes);
}

static bool check_constants(const struct worksheet *sheet, struct fault *fault) {
    for (int32_t i = 0; i < sheet->graph.node_count; i++) {
        const cnn_node *node = &sheet->graph.nodes[i];
        if (node->gate != NULL || node->variable >= 0 || isfinite(node->value))
            continue;
        struct text culprit;
        text_clear(&culprit);
        worksheet_source(&culprit, sheet, node);
        return fault_say(fault, STATUS_NO_ANSWER, culprit.bytes, "%s",
                         isnan(node->value) ? "is not a number" : "is not finite");
    }
    return true;
}

static bool read_graph(struct worksheet *sheet, struct fault *fault) {
    size_t length = strlen(sheet->text);
    void *memory = worksheet_room(sheet, cnn_expression_bytes(length), fault);

    if (memory == NULL)
        return false;
    cnn_syntax syntax = cnn_expression(&sheet->graph, memory, sheet->text, length);
    if (syntax.code != CNN_OK)
        return syntax_fault(sheet->text, &syntax, fault);
    void *names = worksheet_room(sheet, cnn_names_bytes(&sheet->graph), fault);
    if (names == NULL)
        return false;
    cnn_error error = cnn_name_gates(&sheet->graph, names);
    if (error.code == CNN_OK)
        return check_constants(sheet, fault);
    const char *of = error.field + 1;
    return fault_say(fault, STATUS_BAD_QUESTION, error.field,
                     strcmp(of, "out") == 0 ? "is also the name of the output's gradient"
                                            : "is also the name of the gradient of %s",
                     of);
}

/* ---- Variables ----------------------------------------------------------------------------- */

void worksheet_meant(const struct worksheet *sheet, const char *name, struct fault *fault) {
    const char *best = NULL;
    int distance = 0;

    for (int32_t i = 0; i < sheet->graph.variable_count; i++)
        nearest_try(name, sheet->graph.nodes[sheet->graph.variables[i]].name, &best, &distance);
    fault_did_you_mean(fault, "", best);
}

static bool unknown_variable(const struct worksheet *sheet, const char *culprit,
                             struct fault *fault) {
    fault_say(fault, STATUS_BAD_QUESTION, culprit, "not a variable of the expression");
    worksheet_meant(sheet, culprit, fault);
    return false;
}

static const char *variable_name(const struct worksheet *sheet, int32_t variable) {
    return sheet->graph.nodes[sheet->graph.variables[variable]].name;
}

bool worksheet_set(struct question *question, int32_t variable, size_t row, const char *typed,
                   struct fault *fault) {
    struct worksheet *sheet = question->sheet;
    double *value = &sheet->typed[variable];
    cnn_code code = cnn_read_real(typed, strlen(typed), value);

    sheet->evaluated = false;
    cnn_values(&sheet->graph, sheet->graph.variables[variable])[row] = *value;
    if (code == CNN_OK)
        return true;
    return fault_typed(fault, STATUS_BAD_QUESTION, variable_name(sheet, variable), typed,
                       code == CNN_TOO_LARGE ? "is beyond the largest double" : "is not a number");
}

static bool set_values(struct question *question, struct fault *fault) {
    struct worksheet *sheet = question->sheet;

    for (size_t i = 0; i < sheet->operand_count; i++) {
        const char *operand = sheet->operands[i];
        size_t length = assigned_name(operand);
        if (length == 0)
            continue;
        int32_t variable = cnn_variable(&sheet->graph, operand, length);
        if (variable < 0) {
            struct text name;
            text_clear(&name);
            text_bytes(&name, operand, length);
            return unknown_variable(sheet, name.bytes, fault);
        }
        if (!worksheet_set(question, variable, 0, operand + length + 1, fault))
            return false;
        double *values = cnn_values(&sheet->graph, sheet->graph.variables[variable]);
        for (size_t row = 1; row < sheet->graph.rows; row++)
            values[row] = values[0];
        sheet->told[variable] = true;
    }
    return true;
}

/* The arrays with a place for each variable, those of the widest first. */
static bool make_variables(struct worksheet *sheet, struct fault *fault) {
    size_t count = (size_t)sheet->graph.variable_count;
    size_t each = 2 * sizeof(double) + sizeof(int32_t) + 2 * sizeof(bool);

    double *values = worksheet_room(sheet, count * each, fault);

    if (values == NULL)
        return false;
    memset(values, 0, count * each);
    sheet->typed = values;
    sheet->before = values + count;
    void *rest = sheet->before + count;
    sheet->order = rest;
    rest = sheet->order + count;
    sheet->told = rest;
    sheet->asked = sheet->told + count;
    return true;
}

static bool ask_for(struct worksheet *sheet, int32_t variable, struct fault *fault) {
    if (sheet->asked[variable])
        return fault_typed(fault, STATUS_BAD_QUESTION, "--wrt", variable_name(sheet, variable),
                           "is named twice");
    sheet->asked[variable] = true;
    sheet->order[sheet->count++] = variable;
    return true;
}

static bool ask_for_named(struct worksheet *sheet, const char *names, struct fault *fault) {
    for (;;) {
        size_t length = strcspn(names, ",");
        int32_t variable = cnn_variable(&sheet->graph, names, length);
        if (variable < 0) {
            struct text name;
            text_clear(&name);
            text_bytes(&name, names, length);
            fault_typed(fault, STATUS_BAD_QUESTION, "--wrt", name.bytes,
                        "is not a variable of the expression");
            worksheet_meant(sheet, name.bytes, fault);
            return false;
        }
        if (!ask_for(sheet, variable, fault))
            return false;
        if (names[length] == '\0')
            return true;
        names += length + 1;
    }
}

static bool ask_for_gradients(struct worksheet *sheet, const char *wrt, struct fault *fault) {
    bool good = true;

    if (wrt != NULL)
        good = ask_for_named(sheet, wrt, fault);
    for (int32_t i = 0; wrt == NULL && i < sheet->graph.variable_count; i++)
        ask_for(sheet, i, fault);
    if (good)
        cnn_differentiate(&sheet->graph, sheet->asked);
    return good;
}

/* Names that stand for something else in JSON. */
static bool check_json(const struct question *question, struct fault *fault) {
    static const char *const taken[] = {"line", "steps", "check"};
    const cnn_graph *graph = &question->sheet->graph;

    for (size_t i = 0; question->common.json && i < sizeof taken / sizeof *taken; i++)
        if (cnn_variable(graph, taken[i], strlen(taken[i])) >= 0)
            return fault_say(fault, STATUS_BAD_QUESTION, taken[i],
                             "in JSON this is no variable's name");
    return true;
}

/* A block of rows stays in the cache that a core has for itself. */
#define BLOCK_BYTES ((size_t)1 << 18)
#define BLOCK_MOST  1024

static size_t rows_for(const cnn_graph *graph) {
    size_t rows = BLOCK_BYTES / cnn_rows_bytes(graph, 1);
    return rows < 1 ? 1 : rows > BLOCK_MOST ? BLOCK_MOST : rows;
}

bool worksheet_read(struct question *question, const char *text, const char *wrt, bool many,
                    struct fault *fault) {
    struct worksheet *sheet = worksheet_of(question, fault);

    if (sheet == NULL)
        return false;
    sheet->text = text;
    if (!read_graph(sheet, fault))
        return false;
    if (!make_variables(sheet, fault) || !ask_for_gradients(sheet, wrt, fault))
        return false;
    size_t rows = many ? rows_for(&sheet->graph) : 1;
    size_t bytes = cnn_rows_bytes(&sheet->graph, rows);
    void *memory = worksheet_room(sheet, bytes, fault);
    if (memory == NULL)
        return false;
    if (question->common.only != NULL) /* the names come from a worksheet of no values yet */
        memset(memory, 0, bytes);
    cnn_rows(&sheet->graph, memory, rows);
    return check_json(question, fault) && set_values(question, fault);
}

bool worksheet_complete(const struct question *question, struct fault *fault) {
    const struct worksheet *sheet = question->sheet;
    struct text names;
    int32_t missing = 0;

    text_clear(&names);
    for (int32_t i = 0; i < sheet->graph.variable_count; i++)
        if (!sheet->told[i] && missing++ < NAMED_MOST)
            text_format(&names, "%s%s", missing > 1 ? ", " : "", variable_name(sheet, i));
    if (missing == 0)
        return true;
    if (missing > NAMED_MOST)
        text_add(&names, ", ...");
    fault_say(fault, STATUS_BAD_QUESTION, names.bytes, "%s",
              missing == 1 ? "a variable without a value" : "variables without a value");
    size_t first = strcspn(names.bytes, ",");
    text_format(fault_hint(fault), "for example: %.*s=2", (int)first, names.bytes);
    return false;
}

/* ---- Heading ------------------------------------------------------------------------------- */

void worksheet_expression(const struct worksheet *sheet, struct out *out) {
    for (const char *p = sheet->text; *p != '\0'; p++)
        out_char(out, *p < ' ' ? ' ' : *p);
}

/* "x, y", or "x = 2, y = 4"; `out` may be NULL. Gives the length. */
static size_t print_variables(const struct worksheet *sheet, bool values, struct out *out) {
    size_t length = 0;

    for (int32_t i = 0; i < sheet->graph.variable_count; i++) {
        struct text text;
        text_clear(&text);
        text_add(&text, i > 0 ? ", " : "");
        text_add(&text, variable_name(sheet, i));
        if (values) {
            text_add(&text, " = ");
            text_real(&text, sheet->typed[i], 0);
        }
        if (out != NULL)
            out_text(out, text.bytes);
        length += text.length;
    }
    return length;
}

void worksheet_head(const struct worksheet *sheet, struct out *out) {
    bool any = sheet->graph.variable_count > 0;

    out_text(out, any ? "f(" : "f");
    size_t length = print_variables(sheet, false, out) + strlen("f() = ") + strlen(sheet->text);
    out_text(out, any ? ") = " : " = ");
    worksheet_expression(sheet, out);
    if (any) {
        length += strlen(" at ") + print_variables(sheet, true, NULL);
        out_text(out, length > LINE_WIDTH ? "\n  at " : " at ");
        print_variables(sheet, true, out);
    }
    out_text(out, "\n\n");
}
