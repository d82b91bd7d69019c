#include "answer.h"
#include "explain.h"

#include <ctype.h>
#include <string.h>

/* ---- Templates ----------------------------------------------------------------------------- */

/* Of a part of a gradient: its variable's name, f, underscores, a number. */
#define NAME_ROOM (2 * CNN_NAME_MOST + 16)

/* A name in braces: {name}, {name*}, {name^}, {=name}, {shown:name}. */
struct slot {
    char shown[NAME_ROOM]; /* in the law */
    char name[NAME_ROOM];
    char form;   /* '*', '^' or 0 */
    bool always; /* a value even in the law */
};

/* The longest is that of a part: an f, a variable, as many underscores, a number. */
static void copy_name(char *name, const char *from, size_t length) {
    memcpy(name, from, length);
    name[length] = '\0';
}

static const char *read_slot(const char *p, struct slot *slot) {
    size_t length = strcspn(p, "}");
    const char *end = p + length + 1;

    slot->always = *p == '=';
    if (slot->always) {
        p++;
        length--;
    }
    char last = p[length - 1];
    slot->form = last == '*' || last == '^' ? last : 0;
    if (slot->form != 0)
        length--;
    const char *colon = memchr(p, ':', length);
    size_t shown = colon == NULL ? length : (size_t)(colon - p);
    copy_name(slot->shown, p, shown);
    if (colon != NULL) {
        p += shown + 1;
        length -= shown + 1;
    }
    copy_name(slot->name, p, length);
    return end;
}

/* One factor for each axis, or one raised to their number. */
static void put_axes(struct text *text, const struct slot *slot, const cnn_item *item, bool value,
                     int digits) {
    bool alike = item_alike(item);

    for (int i = 0; i < item->axes; i++) {
        if (i > 0)
            text_add(text, "*");
        if (value || !alike)
            text_axis(text, item, i, digits);
        else
            text_add(text, slot->shown);
        if (slot->form == '^' && alike) {
            if (item->axes > 1)
                text_format(text, "^%d", item->axes);
            return;
        }
    }
}

void formula_value(struct text *text, const cnn_item *item, int axis, int digits) {
    char before = text->length > 0 ? text->bytes[text->length - 1] : '\0';
    bool bracket = item->kind == CNN_REAL && item->real < 0 && before != '\0';

    if (isdigit((unsigned char)before))
        text_add(text, "*");
    if (bracket)
        text_add(text, "(");
    text_axis(text, item, axis, digits);
    if (bracket)
        text_add(text, ")");
}

static const char *template_end(const char *p) {
    while (*p != '\0' && strncmp(p, LINK, strlen(LINK)) != 0)
        p++;
    return p;
}

/* Fills in what stands between two places: names in the law, values in the working. */
static bool fill(struct text *text, const cnn_trace *trace, const char *p, const char *end,
                 bool law, int axis, int digits) {
    struct slot slot;

    text_clear(text);
    while (p < end) {
        if (*p != '{') {
            text_bytes(text, p++, 1);
            continue;
        }
        p = read_slot(p + 1, &slot);
        bool value = !law || slot.always, needed = value || slot.form != 0;
        const cnn_item *item = needed ? cnn_find(trace, slot.name) : NULL;
        if (needed && (item == NULL || item->kind == CNN_TOO_MANY))
            return false;
        if (item == NULL)
            text_add(text, slot.shown);
        else if (slot.form != 0)
            put_axes(text, &slot, item, value, digits);
        else
            formula_value(text, item, axis, digits);
    }
    return true;
}

void formula_law(struct text *text, const cnn_trace *trace, const char *formula) {
    fill(text, trace, formula, template_end(formula), true, 0, 0);
}

bool formula_values(struct text *text, const cnn_trace *trace, const char *formula, int axis,
                    int digits) {
    return fill(text, trace, formula, template_end(formula), false, axis, digits);
}

void note_values(struct text *text, const cnn_trace *trace, const char *note, int digits) {
    fill(text, trace, note, note + strlen(note), false, 0, digits);
}

/* ---- Chains -------------------------------------------------------------------------------- */

#define PARTS_MOST 8

struct chain {
    int count;
    struct text parts[PARTS_MOST];
};

/* Keeps the part just written, unless it says what the one before says. No formula has as many
 * parts as there is room for. */
static void keep_part(struct chain *chain) {
    int last = chain->count;
    bool same = last > 0 && strcmp(chain->parts[last].bytes, chain->parts[last - 1].bytes) == 0;
    if (!same)
        chain->count++;
}

static void make_chain(struct chain *chain, const struct line *line, const cnn_item *item,
                       int axis) {
    const char *p = item->formula, *end = template_end(p);

    chain->count = 0;
    if (!line->lawless) {
        fill(&chain->parts[0], line->trace, p, end, true, axis, line->digits);
        keep_part(chain);
    }
    for (;;) {
        if (fill(&chain->parts[chain->count], line->trace, p, end, false, axis, line->digits))
            keep_part(chain);
        if (*end == '\0')
            break;
        p = end + strlen(LINK);
        end = template_end(p);
    }
    if (item->kind == CNN_TOO_MANY) {
        text_add(&chain->parts[chain->count - 1], " is beyond 2^63 - 1");
        return;
    }
    text_clear(&chain->parts[chain->count]);
    text_axis(&chain->parts[chain->count], item, axis, line->digits);
    keep_part(chain);
}

#define WORKING_DIGITS 6

int working_digits(const struct question *question) {
    int64_t told = question->common.precision;
    return told != 0 ? (int)told : WORKING_DIGITS;
}

void explain_text(struct text *text, struct out *out) {
    out_bytes(out, text->bytes, text->length);
    text_clear(text);
}

void explain_halves(const char *first, const char *second, size_t indent, struct out *out) {
    size_t length = strlen(first) + strlen(second);

    out_text(out, first);
    if (*second != '\0' && length >= LINE_WIDTH) {
        out_char(out, '\n');
        out_blanks(out, indent);
    } else if (*second != '\0') {
        out_char(out, ' ');
    }
    out_text(out, second);
    out_char(out, '\n');
}

void formula_chain(struct text *text, const struct line *line, const cnn_item *item, int axis) {
    struct chain chain;

    text_clear(text);
    make_chain(&chain, line, item, axis);
    for (int i = 0; i < chain.count; i++) {
        text_add(text, i > 0 ? LINK : "");
        text_bytes(text, chain.parts[i].bytes, chain.parts[i].length);
    }
}

static size_t chain_length(const struct chain *chain) {
    size_t length = 0;
    for (int i = 0; i < chain->count; i++)
        length += chain->parts[i].length + (i > 0 ? strlen(LINK) : 0);
    return length;
}

static void print_break(const struct line *line, struct out *out) {
    out_char(out, '\n');
    out_blanks(out, line->width);
}

/* On one line where it fits; else the law stands alone. Gives the column that it ends in. */
static size_t print_chain(const struct line *line, const struct chain *chain, struct out *out) {
    bool fits = line->width + chain_length(chain) <= LINE_WIDTH;
    size_t column = line->width;

    for (int i = 0; i < chain->count; i++) {
        size_t length = strlen(LINK) + chain->parts[i].length;
        bool first_break = i == 1 && !fits;
        if (first_break || (i > 1 && column + length > LINE_WIDTH)) {
            print_break(line, out);
            out_text(out, line->label == NULL ? "  = " : "= ");
            column = line->width + (line->label == NULL ? 1 : 0) - 1;
        } else if (i > 0) {
            out_text(out, LINK);
        } else {
            length = chain->parts[i].length;
        }
        out_text(out, chain->parts[i].bytes);
        column += length;
    }
    return column;
}

static void print_note(const struct line *line, const char *note, const char *before, size_t column,
                       struct out *out) {
    struct text text;

    if (note == NULL)
        return;
    note_values(&text, line->trace, note, line->digits);
    bool fits = column + strlen(before) + text.length <= LINE_WIDTH;
    out_bytes(out, before, strlen(before) - (fits ? 0 : 1)); /* less its blank */
    if (!fits)
        print_break(line, out);
    out_text(out, text.bytes);
}

/* Below the chain, but for its first character, where it does not fit behind it. */
static void print_tail(const struct line *line, size_t column, struct out *out) {
    if (line->tail == NULL)
        return;
    bool fits = column + strlen(line->tail) <= LINE_WIDTH;
    out_bytes(out, line->tail, 1);
    if (!fits)
        print_break(line, out);
    out_text(out, line->tail + (fits ? 1 : 2));
}

static void print_label(const struct line *line, struct out *out) {
    if (line->label == NULL)
        return;
    out_text(out, line->label);
    out_blanks(out, line->width - strlen(line->label));
}

void explain_item(const struct line *line, const cnn_item *item, int axis, struct out *out) {
    struct chain chain;

    print_label(line, out);
    if (item->formula != NULL) {
        make_chain(&chain, line, item, axis);
        size_t column = print_chain(line, &chain, out);
        print_note(line, item->note, " ", column, out);
        print_tail(line, column, out);
    } else {
        struct text *text = &chain.parts[0];
        text_clear(text);
        text_item(text, item, line->digits);
        out_text(out, text->bytes);
        print_note(line, item->note, ": ", line->width + text->length, out);
        print_tail(line, line->width + text->length, out);
    }
    out_char(out, '\n');
}

void explain_headline(const struct question *question, const cnn_trace *trace, struct out *out) {
    struct text text;

    if (!answer_is_headline(question))
        return;
    for (const char *const *name = question->headline; *name != NULL; name++) {
        text_clear(&text);
        text_format(&text, "%s=", *name);
        text_item(&text, cnn_find(trace, *name), (int)question->common.precision);
        text_add(&text, "\n");
        out_text(out, text.bytes);
    }
}

void explain_digits(const struct question *question, const char *words, struct out *out) {
    int digits = working_digits(question);
    struct text text;

    text_clear(&text);
    text_format(&text, "%s to %d digit%s.\n", words, digits, digits == 1 ? "" : "s");
    explain_text(&text, out);
}

void explain_ending(const struct question *question, const cnn_trace *trace, struct out *out) {
    out_char(out, '\n');
    explain_digits(question, "Working shown", out);
    explain_headline(question, trace, out);
}
