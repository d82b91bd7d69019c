/* The room that an expression's answer takes, and the fields that it has. */
#include "worksheet.h"

#define SHORT_LIST 64 /* items that are found quickly enough one by one */

bool worksheet_trace(struct worksheet *sheet, cnn_trace *trace, size_t items, struct fault *fault) {
    trace->capacity = items;
    trace->items = worksheet_room(sheet, items * sizeof *trace->items, fault);
    if (trace->items == NULL || items <= SHORT_LIST)
        return trace->items != NULL;
    trace->slot_count = cnn_trace_slots(items);
    trace->slots = worksheet_room(sheet, trace->slot_count * sizeof *trace->slots, fault);
    return trace->slots != NULL;
}

bool worksheet_whole(struct worksheet *sheet, struct fault *fault) {
    sheet->whole.working = true;
    if (sheet->texts == NULL)
        sheet->texts = worksheet_room(sheet, cnn_worksheet_bytes(&sheet->graph), fault);
    if (sheet->met == NULL)
        sheet->met =
            worksheet_room(sheet, (size_t)sheet->graph.node_count * sizeof *sheet->met, fault);
    if (sheet->texts == NULL || sheet->met == NULL)
        return false;
    return sheet->whole.items != NULL ||
           worksheet_trace(sheet, &sheet->whole, cnn_worksheet_items(&sheet->graph), fault);
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
    question->headline = names;
    return true;
}

/* A field for every name, from a worksheet of no values yet. */
static bool make_fields(struct question *question, struct fault *fault) {
    struct worksheet *sheet = question->sheet;
    const cnn_trace *whole = &sheet->whole;
    size_t count = 0;

    cnn_worksheet(&sheet->graph, 0, sheet->texts, &sheet->whole);
    struct field *fields = worksheet_room(sheet, (whole->count + 1) * sizeof *fields, fault);
    if (fields == NULL)
        return false;
    for (size_t i = 0; i < whole->count; i++) {
        const cnn_item *item = &whole->items[i];
        if (cnn_find(whole, item->name) == item)
            fields[count++] =
                (struct field){.name = item->name, .needs = "", .given = item->role == CNN_GIVEN};
    }
    question->fields = fields;
    return true;
}

bool worksheet_fields(struct question *question, bool whole, struct fault *fault) {
    const struct common *common = &question->common;
    struct worksheet *sheet = question->sheet;
    bool more = common->only != NULL || common->all || common->json || common->explain;

    if (!make_headline(question, fault) || ((whole || more) && !worksheet_whole(sheet, fault)))
        return false;
    if (!more)
        return worksheet_trace(sheet, &sheet->trace, (size_t)sheet->count + 1, fault);
    return worksheet_trace(sheet, &sheet->trace, cnn_worksheet_items(&sheet->graph), fault) &&
           make_fields(question, fault);
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
