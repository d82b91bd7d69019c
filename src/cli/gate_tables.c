/* The forward and the backward pass, as tables. */
#include "explain.h"

#include <string.h>

#define GAP 3

/* Columns are at least this wide, so that the tables of most functions line up. */
#define FUNCTION_LEAST 9
#define VALUE_LEAST    10
#define UPSTREAM_LEAST 8
#define LOCAL_LEAST    22
#define GATE_LEAST     4

static size_t wider(size_t a, size_t b) {
    return a > b ? a : b;
}

/* The head of a column, or the gate of a row, which are shorter than the column. */
static void print_head(const char *text, size_t width, struct out *out) {
    size_t length = strlen(text);
    out_bytes(out, text, length);
    out_blanks(out, width - length);
}

static void print_cell(const struct text *text, size_t width, struct out *out) {
    out_bytes(out, text->bytes, text->length);
    out_blanks(out, width > text->length ? width - text->length : 0);
}

static size_t gate_width(const cnn_trace *trace) {
    size_t width = GATE_LEAST;
    for (size_t i = 0; i < trace->count; i++)
        if (trace->items[i].role == CNN_FORWARD)
            width = wider(width, strlen(trace->items[i].name));
    return width + 2;
}

static void forward_cells(const cnn_trace *trace, const cnn_item *item, int digits,
                          struct text *function, struct text *value) {
    formula_law(function, trace, item->formula);
    text_clear(value);
    text_real(value, item->real, digits);
}

static void explain_forward(const cnn_trace *trace, size_t gates, int digits, struct out *out) {
    size_t functions = FUNCTION_LEAST, values = VALUE_LEAST;
    struct text function, value, note;

    for (size_t i = 0; i < trace->count; i++) {
        if (trace->items[i].role != CNN_FORWARD)
            continue;
        forward_cells(trace, &trace->items[i], digits, &function, &value);
        functions = wider(functions, function.length);
        values = wider(values, value.length);
    }
    out_text(out, "Forward\n  ");
    print_head("gate", gates, out);
    print_head("function", functions + GAP, out);
    out_text(out, "value\n");
    for (size_t i = 0; i < trace->count; i++) {
        const cnn_item *item = &trace->items[i];
        if (item->role != CNN_FORWARD)
            continue;
        forward_cells(trace, item, digits, &function, &value);
        out_text(out, "  ");
        print_head(item->name, gates, out);
        print_cell(&function, functions + GAP, out);
        print_cell(&value, item->note != NULL ? values + GAP : 0, out);
        if (item->note != NULL) {
            note_values(&note, trace, item->note, digits);
            out_text(out, note.bytes);
        }
        out_char(out, '\n');
    }
}

/* The cells of one gradient. The gate and its upstream are said once. */
struct backward {
    struct text upstream, local, value, downstream;
    bool same_gate;
};

static void backward_cells(const cnn_trace *trace, const cnn_item *item, const cnn_item *before,
                           int digits, struct backward *cells) {
    cells->same_gate = before != NULL && strcmp(before->gate, item->gate) == 0;
    text_clear(&cells->upstream);
    if (before == NULL)
        text_format(&cells->upstream, "f%s = ", item->gate);
    if (!cells->same_gate)
        text_real(&cells->upstream, item->upstream, digits);
    formula_law(&cells->local, trace, item->formula);
    text_clear(&cells->value);
    text_add(&cells->value, "= ");
    text_real(&cells->value, item->local, digits);
    if (strcmp(cells->local.bytes, cells->value.bytes + strlen("= ")) == 0)
        text_clear(&cells->value);
    text_clear(&cells->downstream);
    text_add(&cells->downstream, item->name);
    text_add(&cells->downstream, LINK);
    text_real(&cells->downstream, item->real, digits);
}

static size_t local_length(const struct backward *cells) {
    return cells->local.length + (cells->value.length > 0 ? 1 + cells->value.length : 0);
}

/* Widths of the backward table's columns. A local gradient that would push the line beyond 80
 * columns is broken before its value. */
struct widths {
    size_t gates, upstreams, locals, room;
};

static const cnn_item *next_backward(const cnn_trace *trace, const cnn_item *item) {
    const cnn_item *end = trace->items + trace->count;

    for (item = item == NULL ? trace->items : item + 1; item < end; item++)
        if (item->role == CNN_BACKWARD)
            return item;
    return NULL;
}

static struct widths backward_widths(const cnn_trace *trace, size_t gates, int digits) {
    struct widths widths = {.gates = gates, .upstreams = UPSTREAM_LEAST, .locals = LOCAL_LEAST};
    struct backward cells;
    size_t downstreams = strlen("downstream");
    const cnn_item *before = NULL, *item = NULL;

    while ((item = next_backward(trace, before)) != NULL) {
        backward_cells(trace, item, before, digits, &cells);
        widths.upstreams = wider(widths.upstreams, cells.upstream.length);
        widths.locals = wider(widths.locals, local_length(&cells));
        downstreams = wider(downstreams, cells.downstream.length);
        before = item;
    }
    size_t taken = 2 + widths.gates + widths.upstreams + GAP + GAP + downstreams;
    widths.room = wider(LOCAL_LEAST, taken < LINE_WIDTH ? LINE_WIDTH - taken : 0);
    if (widths.locals <= widths.room)
        return widths;
    widths.locals = LOCAL_LEAST;
    for (before = NULL; (item = next_backward(trace, before)) != NULL; before = item) {
        backward_cells(trace, item, before, digits, &cells);
        size_t length = local_length(&cells);
        if (length > widths.room)
            length = wider(cells.local.length, 2 + cells.value.length);
        widths.locals = wider(widths.locals, length);
    }
    return widths;
}

static void print_backward(const struct backward *cells, const char *gate,
                           const struct widths *widths, struct out *out) {
    size_t length = local_length(cells);

    out_text(out, "  ");
    print_head(cells->same_gate ? "" : gate, widths->gates, out);
    print_cell(&cells->upstream, widths->upstreams + GAP, out);
    out_bytes(out, cells->local.bytes, cells->local.length);
    if (length > widths->room) {
        out_char(out, '\n');
        out_blanks(out, 2 + widths->gates + widths->upstreams + GAP + 2);
        length = 2 + cells->value.length;
    } else if (cells->value.length > 0) {
        out_char(out, ' ');
    }
    out_bytes(out, cells->value.bytes, cells->value.length);
    out_blanks(out, widths->locals + GAP - length);
    out_bytes(out, cells->downstream.bytes, cells->downstream.length);
    out_char(out, '\n');
}

static void explain_backward(const cnn_trace *trace, size_t gates, bool paths_meet, int digits,
                             struct out *out) {
    struct widths widths = backward_widths(trace, gates, digits);
    struct backward cells;
    const cnn_item *before = NULL, *item = NULL;

    if (next_backward(trace, NULL) == NULL)
        return;
    out_text(out, "\nBackward: downstream = upstream * local");
    out_text(out, paths_meet ? ", from the output back\n  " : "\n  ");
    print_head("gate", widths.gates, out);
    print_head("upstream", widths.upstreams + GAP, out);
    print_head("local", widths.locals + GAP, out);
    out_text(out, "downstream\n");
    while ((item = next_backward(trace, before)) != NULL) {
        backward_cells(trace, item, before, digits, &cells);
        print_backward(&cells, item->gate, &widths, out);
        before = item;
    }
}

/* The parts of a sum, by name or by value, from a column on: a line that is full is carried on
 * under the first. Gives the column that it ends in. */
static size_t print_parts(const cnn_trace *trace, const cnn_item *sum, bool values, int digits,
                          size_t column, size_t indent, struct out *out) {
    struct text text;

    for (size_t part = sum->part; part != 0; part = trace->items[part].part) {
        const cnn_item *item = &trace->items[part];
        bool first = part == sum->part;
        text_clear(&text);
        text_add(&text, first ? "" : " + ");
        if (values)
            formula_value(&text, item, 0, digits);
        else
            text_add(&text, item->name);
        if (column + text.length > LINE_WIDTH && !first) {
            out_char(out, '\n');
            out_blanks(out, indent);
            column = indent;
        }
        column += text.length;
        explain_text(&text, out);
    }
    return column;
}

/* The sums are those of the gates' gradients, which is what stands above them. */
static void explain_sum(const cnn_trace *trace, const cnn_item *item, int digits, struct out *out) {
    size_t indent = strlen("  ") + strlen(item->name);
    bool is_long = strlen(item->formula) > LINE_WIDTH;
    struct text text;

    out_text(out, "  ");
    out_text(out, item->name);
    out_text(out, LINK);
    size_t column = print_parts(trace, item, false, digits, indent + strlen(LINK), indent, out);
    if (is_long) {
        out_char(out, '\n');
        out_blanks(out, indent);
        column = indent;
    }
    out_text(out, LINK);
    print_parts(trace, item, true, digits, column + strlen(LINK), indent, out);
    if (is_long) {
        out_char(out, '\n');
        out_blanks(out, indent);
    }
    text_clear(&text);
    text_add(&text, LINK);
    text_real(&text, item->real, digits);
    text_add(&text, "\n");
    explain_text(&text, out);
}

static void explain_sums(const cnn_trace *trace, int digits, struct out *out) {
    out_text(out, "\nPaths that meet are added\n");
    for (size_t i = 0; i < trace->count; i++)
        if (trace->items[i].role == CNN_SUM)
            explain_sum(trace, &trace->items[i], digits, out);
}

void explain_gates(const cnn_trace *trace, int digits, struct out *out) {
    size_t gates = gate_width(trace);
    bool paths_meet = false;
    for (size_t i = 0; i < trace->count; i++)
        paths_meet = paths_meet || trace->items[i].role == CNN_SUM;

    explain_forward(trace, gates, digits, out);
    explain_backward(trace, gates, paths_meet, digits, out);
    if (paths_meet)
        explain_sums(trace, digits, out);
}
