/* The table of a network. Written once into a block of text, then printed column by column: widths
 * are known only at its end. */
#include "net.h"
#include "room.h"

#include <stdlib.h>
#include <string.h>

enum {
    COLUMN_LAYER,
    COLUMN_KIND,
    COLUMN_OUTPUT,
    COLUMN_PARAMS,
    COLUMN_MACS,
    COLUMN_RF,
    COLUMN_JUMP,
    COLUMN_MEMORY,
    COLUMNS
};

/* ---- A growing block ------------------------------------------------------------------------ */

/* Cells one behind the other, each behind its length. */
struct cells {
    char *bytes, *end;
    size_t room;
};

#define CELLS_FIRST ((size_t)1 << 13)
#define CELL_MOST   (sizeof(uint16_t) + sizeof(((struct text *)NULL)->bytes))

/* Room for one more row; false: there is no memory. */
static bool room_for_row(struct cells *cells) {
    size_t length = (size_t)(cells->end - cells->bytes);

    if (cells->room - length >= COLUMNS * CELL_MOST)
        return true;
    size_t room = cells->room == 0 ? CELLS_FIRST + COLUMNS * CELL_MOST : 2 * cells->room;
    char *larger = array_grow(cells->bytes, 1, room);
    if (larger == NULL)
        return false;
    *cells = (struct cells){larger, larger + length, room};
    return true;
}

/* ---- Cells ---------------------------------------------------------------------------------- */

/* Each writes at a place where there is room and gives its end. */
static char *put_char(char *at, char c) {
    *at = c;
    return at + 1;
}

static char *put_text(char *at, const struct text *text) {
    memcpy(at, text->bytes, text->length);
    return at + text->length;
}

/* Most numbers of a table are below 1000. */
static char *put_whole(char *at, int64_t value) {
    if (value >= 1000)
        return at + cnn_write_whole(value, at);
    int small = (int)value;
    if (small >= 100)
        at = put_char(at, (char)('0' + small / 100));
    if (small >= 10)
        at = put_char(at, (char)('0' + small / 10 % 10));
    return put_char(at, (char)('0' + small % 10));
}

/* Digits by threes: "34,944". */
static char *put_grouped(char *at, int64_t value) {
    char digits[CNN_TEXT];
    size_t count, next;

    if (value < 1000)
        return put_whole(at, value);
    count = cnn_write_whole(value, digits);
    next = (count - 1) % 3 + 1;
    memcpy(at, digits, 3);
    at += next;
    for (; next < count; next += 3) {
        *at++ = ',';
        memcpy(at, digits + next, 3);
        at += 3;
    }
    return at;
}

static char *put_volume(char *at, const cnn_volume *volume) {
    for (int i = 0; i < volume->dims; i++)
        at = put_char(put_whole(at, volume->size[i]), 'x');
    return put_whole(at, volume->depth);
}

/* One value of an axis, by its place in the struct. */
static int64_t on_axis(const cnn_layer *told, size_t member, int axis) {
    int64_t value;
    memcpy(&value, (const char *)&told->axis[axis] + member, sizeof value);
    return value;
}

static bool axes_alike(const cnn_layer *told, size_t member) {
    for (int i = 1; i < told->dims; i++)
        if (on_axis(told, member, i) != on_axis(told, member, 0))
            return false;
    return true;
}

static bool all_are(const cnn_layer *told, size_t member, int64_t value) {
    return on_axis(told, member, 0) == value && axes_alike(told, member);
}

static void add_axes(struct text *text, const cnn_layer *told, size_t member, int axes) {
    for (int i = 0; i < axes; i++) {
        if (i > 0)
            text_bytes(text, "x", 1);
        text_whole(text, on_axis(told, member, i));
    }
}

/* Behind `before`, one number where all axes have it; nothing where that is what one expects. */
static void add_unusual(struct text *text, const char *before, const cnn_layer *told, size_t member,
                        int64_t usual) {
    if (all_are(told, member, usual))
        return;
    text_add(text, before);
    add_axes(text, told, member, axes_alike(told, member) ? 1 : told->dims);
}

static void add_padding(struct text *text, const cnn_layer *told) {
    bool alike =
        axes_alike(told, offsetof(cnn_axis, begin)) && axes_alike(told, offsetof(cnn_axis, end));

    if (told->padding != CNN_PADDED) {
        text_add(text, told->padding == CNN_SAME ? "+same" : "+same-lower");
        return;
    }
    if (alike && told->axis[0].begin == 0 && told->axis[0].end == 0)
        return;
    for (int i = 0; i < (alike ? 1 : told->dims); i++) {
        const cnn_axis *axis = &told->axis[i];
        text_bytes(text, i > 0 ? "x" : "+", 1);
        text_whole(text, axis->begin);
        if (axis->end != axis->begin) {
            text_bytes(text, ":", 1);
            text_whole(text, axis->end);
        }
    }
}

void net_kind(const cnn_net_layer *layer, struct text *text) {
    const cnn_layer *told = &layer->told;

    text_add(text, layer->kind->name);
    if (!network_slides(layer))
        return;
    text_bytes(text, " ", 1);
    add_axes(text, told, offsetof(cnn_axis, F), told->dims);
    add_unusual(text, "/", told, offsetof(cnn_axis, S), 1);
    add_padding(text, told);
    add_unusual(text, " d", told, offsetof(cnn_axis, d), 1);
    if (layer->kind->family != CNN_CONV || told->G == 1)
        return;
    text_add(text, told->G == told->C ? " dw" : " g");
    if (told->G != told->C)
        text_whole(text, told->G);
}

static char *put_count(char *at, const cnn_net_layer *layer, int64_t count) {
    return layer->kind->family == CNN_SOURCE ? put_char(at, '-') : put_grouped(at, count);
}

/* Jumps that are no whole pixels, as the answers have them. */
static char *put_fractions(char *at, const cnn_net *net, int32_t index) {
    static const char *const names[] = {"jump"};
    cnn_item items[4];
    cnn_trace trace = {.items = items, .capacity = 4, .names = names, .name_count = 1};
    struct text text;

    cnn_net_trace(net, index, &trace);
    text_clear(&text);
    text_item(&text, cnn_find(&trace, "jump"), 0);
    return put_text(at, &text);
}

/* Sizes of fields, or jumps, over all axes; "-" where there are none. */
static char *put_fields(char *at, const cnn_net *net, int32_t index, bool jumps) {
    const cnn_net_layer *layer = &net->layers[index];
    int axes = jumps ? layer->out.dims : layer->axes;

    for (int i = 0; i < axes; i++) {
        if (layer->field[i].size < 0)
            return put_char(at, '-');
        if (jumps && layer->field[i].under != 1)
            return put_fractions(at, net, index);
    }
    if (axes == 0)
        return put_char(at, '-');
    for (int i = 0; i < (layer->alike ? 1 : axes); i++) {
        if (i > 0)
            at = put_char(at, 'x');
        at = put_whole(at, jumps ? layer->field[i].jump : layer->field[i].size);
    }
    return at;
}

/* ---- Columns -------------------------------------------------------------------------------- */

/* The width that a column has at least: numbers of most networks stand as in one's head. */
static const struct {
    char title[8];
    size_t least;
    bool right;
} columns[COLUMNS] = {
    {"layer", 5, false}, {"kind", 4, false}, {"output", 6, false}, {"params", 9, true},
    {"macs", 4, true},   {"rf", 5, true},    {"jump", 4, true},    {"memory", 6, true},
};

#define GAP ((size_t)2)

static char *put_cell(char *at, const struct net_question *q, int32_t index, int column) {
    const cnn_net *net = &q->network->net;
    const cnn_net_layer *layer = &net->layers[index];
    struct text text;

    switch (column) {
    case COLUMN_LAYER:
        if (q->network->origins[index].label == NULL && layer->kind->family != CNN_SOURCE)
            return put_whole(at, index);
        text_clear(&text);
        network_name(q->network, index, &text);
        return put_text(at, &text);
    case COLUMN_KIND:
        text_clear(&text);
        net_kind(layer, &text);
        return put_text(at, &text);
    case COLUMN_OUTPUT:
        return put_volume(at, &layer->out);
    case COLUMN_PARAMS:
        return put_count(at, layer, layer->params);
    case COLUMN_MACS:
        return put_count(at, layer, layer->macs);
    case COLUMN_MEMORY:
        return put_grouped(at, layer->numbers * net->bytes);
    default:
        return put_fields(at, net, index, column == COLUMN_JUMP);
    }
}

/* A line of the table, put together before it is printed. */
struct table_line {
    const size_t *widths;
    int columns;
    size_t width; /* of the line */
    char bytes[COLUMNS * (CELL_MOST + GAP)];
};

static void begin_line(struct table_line *line, const size_t *widths, int count) {
    line->widths = widths;
    line->columns = count;
    line->width = GAP * (size_t)(count - 1);
    for (int k = 0; k < count; k++)
        line->width += widths[k];
}

/* The bytes of the cell there; `cell` goes on to the next. */
static const char *next_cell(const char **cell, size_t *length) {
    const char *bytes = *cell + sizeof(uint16_t);
    uint16_t count;

    memcpy(&count, *cell, sizeof count);
    *length = count;
    *cell = bytes + count;
    return bytes;
}

/* From the cells there; gives the next line's. */
static const char *print_line(struct table_line *line, const char *cell, struct out *out) {
    char *at = line->bytes;

    memset(line->bytes, ' ', line->width);
    for (int k = 0; k < line->columns; k++) {
        size_t length;
        const char *bytes = next_cell(&cell, &length);
        memcpy(columns[k].right ? at + line->widths[k] - length : at, bytes, length);
        at += line->widths[k] + GAP;
    }
    line->bytes[line->width] = '\n';
    out_bytes(out, line->bytes, line->width + 1);
    return cell;
}

/* Keeps the cell that ends there, and how wide its column is. */
static void keep_cell(struct cells *cells, const char *end, size_t *width) {
    const uint16_t length = (uint16_t)((size_t)(end - cells->end) - sizeof length);

    memcpy(cells->end, &length, sizeof length);
    cells->end += sizeof length + length;
    *width = length > *width ? length : *width;
}

/* The titles, then the rows: as cells, and how wide each column is. */
static bool make_cells(const struct net_question *q, struct cells *cells, size_t *widths,
                       int count) {
    if (!room_for_row(cells))
        return false;
    for (int k = 0; k < count; k++) {
        char *at = cells->end + sizeof(uint16_t);
        for (const char *title = columns[k].title; *title != '\0'; title++)
            at = put_char(at, *title);
        widths[k] = columns[k].least;
        keep_cell(cells, at, &widths[k]);
    }
    for (int32_t i = 0; i < q->network->net.count; i++) {
        if (!room_for_row(cells))
            return false;
        for (int k = 0; k < count; k++)
            keep_cell(cells, put_cell(cells->end + sizeof(uint16_t), q, i, k), &widths[k]);
    }
    return true;
}

bool net_table(const struct net_question *q, struct out *out) {
    int count = q->dtype_told ? COLUMNS : COLUMN_MEMORY;
    struct cells cells = {NULL, NULL, 0};
    struct table_line line;
    size_t widths[COLUMNS];
    bool made = make_cells(q, &cells, widths, count);

    if (made) {
        begin_line(&line, widths, count);
        const char *cell = cells.bytes;
        for (int32_t i = 0; i <= q->network->net.count; i++)
            cell = print_line(&line, cell, out);
    }
    free(cells.bytes);
    return made;
}

/* ---- Below the table ------------------------------------------------------------------------- */

#define UNALIGNED_MOST 8 /* that are named */

static void print_unaligned(const struct net_question *q, struct out *out) {
    const cnn_net *net = &q->network->net;
    struct text text;
    int32_t found = 0;

    for (int32_t i = 0; i < net->count; i++) {
        if (!net->layers[i].unaligned || found++ >= UNALIGNED_MOST)
            continue;
        text_clear(&text);
        text_add(&text, found == 1 ? "not aligned, the paths that meet at: " : ", ");
        network_name(q->network, i, &text);
        out_bytes(out, text.bytes, text.length);
    }
    text_clear(&text);
    if (found > UNALIGNED_MOST)
        text_format(&text, " and %d more", (int)(found - UNALIGNED_MOST));
    if (found > 0)
        text_add(&text, "\n");
    out_bytes(out, text.bytes, text.length);
}

static void add_total(struct text *text, const char *name, int64_t value) {
    text_add(text, text->length > 0 ? "   " : "");
    text_add(text, name);
    text_add(text, " ");
    char grouped[2 * CNN_TEXT];
    text_bytes(text, grouped, (size_t)(put_grouped(grouped, value) - grouped));
}

void net_table_totals(const struct net_question *q, const cnn_net_totals *totals, struct out *out) {
    struct text text;

    out_char(out, '\n');
    print_unaligned(q, out);
    text_clear(&text);
    add_total(&text, "params", totals->params);
    add_total(&text, "macs", totals->macs);
    add_total(&text, "flops", totals->flops);
    text_add(&text, "\n");
    out_bytes(out, text.bytes, text.length);
    if (!q->dtype_told)
        return;
    text_clear(&text);
    add_total(&text, "memory", totals->memory);
    add_total(&text, "param_memory", totals->param_memory);
    add_total(&text, "peak", totals->peak);
    text_add(&text, "\n");
    out_bytes(out, text.bytes, text.length);
}
