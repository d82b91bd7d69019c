/* The room that an expression's answer takes, and the fields that it has. */
#include "worksheet.h"

#include <string.h>

#define SHORT_LIST 64 /* items that are found quickly enough one by one */

/* Values and gradients of variables, what begins a descent, out, fout, and what -o asks for. */
#define RESULTS_MOST(variables) (2 * (size_t)(variables) + 4 + NAMES_MOST)

bool worksheet_trace(struct worksheet *sheet, cnn_trace *trace, size_t items, struct fault *fault) {
    trace->capacity = items;
    trace->items = worksheet_room(sheet, items * sizeof *trace->items, fault);
    if (trace->items == NULL || items <= SHORT_LIST)
        return trace->items != NULL;
    trace->slot_count = cnn_trace_slots(RESULTS_MOST(sheet->graph.variable_count));
    trace->slots = worksheet_room(sheet, trace->slot_count * sizeof *trace->slots, fault);
    return trace->slots != NULL;
}

static void *make_texts(struct worksheet *sheet, struct fault *fault) {
    return worksheet_room(sheet, cnn_worksheet_bytes(&sheet->graph), fault);
}

bool worksheet_whole(struct worksheet *sheet, struct fault *fault) {
    size_t bytes = (size_t)sheet->graph.node_count * sizeof *sheet->met;

    if (sheet->whole.items != NULL)
        return true;
    sheet->whole.working = true;
    sheet->all_texts = make_texts(sheet, fault);
    if (sheet->all_texts == NULL)
        return false;
    sheet->met = worksheet_room(sheet, bytes, fault);
    if (sheet->met == NULL)
        return false;
    memset(sheet->met, 0, bytes);
    return worksheet_trace(sheet, &sheet->whole, cnn_worksheet_items(&sheet->graph), fault);
}

static bool make_headline(struct question *question, struct fault *fault) {
    struct worksheet *sheet = question->sheet;
    const char **names = worksheet_room(sheet, ((size_t)sheet->count + 2) * sizeof *names, fault);

    if (names == NULL)
        return false;
    names[0] = "out";
    for (int32_t i = 0; i < sheet->count; i++)
        names[1 + i] =
            cnn_gradient_name(&sheet->graph.nodes[sheet->graph.variables[sheet->order[i]]]);
    names[1 + sheet->count] = NULL;
    question->headline = names;
    return true;
}

/* A field for every name, from a worksheet of no values yet. */
static bool make_fields(struct question *question, struct fault *fault) {
    struct worksheet *sheet = question->sheet;
    const cnn_trace *whole = &sheet->whole;
    size_t count = 0;

    cnn_worksheet(&sheet->graph, 0, sheet->all_texts, &sheet->whole);
    struct field *fields = worksheet_room(sheet, (whole->count + 1) * sizeof *fields, fault);
    if (fields == NULL)
        return false;
    for (size_t i = 0; i < whole->count; i++) {
        const cnn_item *item = &whole->items[i];
        if (!cnn_is_repeated(whole, item))
            fields[count++] =
                (struct field){.name = item->name, .needs = "", .given = item->role == CNN_GIVEN};
    }
    fields[count].name = NULL;
    question->fields = fields;
    return true;
}

bool worksheet_fields(struct question *question, bool whole, struct fault *fault) {
    const struct common *common = &question->common;
    struct worksheet *sheet = question->sheet;
    bool named = common->only != NULL;
    bool every = common->all || common->json || common->explain;

    question->fields = NULL;
    if (!make_headline(question, fault) || ((whole || named) && !worksheet_whole(sheet, fault)))
        return false;
    if (!named && !every)
        return worksheet_trace(sheet, &sheet->trace, (size_t)sheet->count + 1, fault);
    sheet->texts = make_texts(sheet, fault);
    return sheet->texts != NULL &&
           worksheet_trace(sheet, &sheet->trace, cnn_worksheet_items(&sheet->graph), fault) &&
           (!named || make_fields(question, fault));
}

void worksheet_evaluate(struct worksheet *sheet, size_t rows) {
    cnn_forward(&sheet->graph, rows);
    cnn_backward(&sheet->graph, rows);
    sheet->evaluated = true;
}

bool worksheet_is_finite(const struct worksheet *sheet) {
    return cnn_has_values(&sheet->graph, sheet->row) &&
           cnn_has_gradients(&sheet->graph, sheet->row);
}
