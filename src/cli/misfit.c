/* The end of the working of a layer that does not fit: why, and what would. */
#include "change.h"
#include "explain.h"

#include <inttypes.h>
#include <string.h>

/* "cell 31", "cells 30 and 31", "cells 28 to 32". */
static void add_range(struct text *text, int64_t first, int64_t last) {
    text_format(text, first == last ? "cell %" PRId64 : "cells %" PRId64, first);
    if (last > first)
        text_format(text, "%s%" PRId64, last == first + 1 ? " and " : " to ", last);
}

/* The same, with those that are not of the input said to be of the padding. */
static void add_cells(struct text *text, int64_t first, int64_t last, int64_t W) {
    add_range(text, first, last);
    if (first >= W || last < 0)
        text_add(text, " of the padding");
    else if (last >= W)
        text_format(text, " (from %" PRId64 " on, padding)", W);
}

static const char *ordinal(int64_t n) {
    int64_t last_two = n % 100;
    if (last_two >= 11 && last_two <= 13)
        return "th";
    return n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
}

/* As it is said: eight, eleven, eighteen, and what begins with them. */
static bool begins_with_vowel(int64_t n) {
    while (n >= 1000)
        n /= 1000;
    return n == 8 || n == 11 || n == 18 || n / 10 == 8 || n / 100 == 8;
}

/* Cells of the input are numbered from 0; those of the padding before it are negative. */
static void explain_windows(const cnn_axis *axis, const cnn_windows *w, struct out *out) {
    struct text covered, left;
    int64_t count = w->steps + 1, last = w->steps * axis->S - axis->begin, end = last + w->E;
    int64_t edge = axis->W + axis->end;

    text_clear(&covered);
    text_format(&covered,
                count == 1 ? "%" PRId64 " window fits; it covers "
                           : "%" PRId64 " windows fit; the last covers ",
                count);
    add_cells(&covered, last, end - 1, axis->W);
    text_add(&covered, ",");
    text_clear(&left);
    text_add(&left, "and ");
    add_cells(&left, end, edge - 1, axis->W);
    text_add(&left, w->rest == 1 ? " is left over." : " are left over.");
    explain_halves(covered.bytes, left.bytes, 0, out);
    text_clear(&left);
    text_format(&left, "A%s %" PRId64 "%s window would need ",
                begins_with_vowel(count + 1) ? "n" : "", count + 1, ordinal(count + 1));
    add_range(&left, last + axis->S, end - 1 + axis->S);
    text_add(&left, ".\n");
    out_text(out, left.bytes);
}

/* W - E, which may be negative where only the padding makes room. */
static void add_reach(struct text *text, const cnn_axis *axis, int64_t E) {
    text_format(text, "%" PRId64 " - %" PRId64, axis->W, E);
    if (axis->begin != axis->end)
        text_format(text, " + %" PRId64 " + %" PRId64, axis->begin, axis->end);
    else if (axis->begin != 0)
        text_format(text, " + 2*%" PRId64, axis->begin);
}

/* The strides that fit are the divisors of the span, where one span is that of every axis. */
static void explain_strides(struct change *change, const cnn_windows *w, bool numbered,
                            struct out *out) {
    const cnn_axis *axis = change_axis(change);
    int64_t strides[STRIDES_MOST];
    bool more;
    int count = change_strides(change, strides, &more);
    struct text text;

    if (count == 0)
        return;
    text_clear(&text);
    text_add(&text, "  stride   ");
    change_add_strides(&text, strides, count, " or ");
    if (numbered && layer_axes_alike(&change->asked->layer)) {
        int64_t span = w->steps * axis->S + w->rest;
        bool every = !more && strides[count - 1] == span;
        text_format(&text, " (%s divisors of ", every ? "the" : "among the");
        add_reach(&text, axis, w->E);
        text_format(&text, " = %" PRId64 ")", span);
    }
    text_add(&text, "\n");
    explain_text(&text, out);
}

#define REMEDY_WIDTH 11 /* of the column that names what is changed */

static void explain_padding(struct change *change, struct out *out) {
    struct text first, second;

    change_padding(change); /* there is one for every stride */
    text_clear(&first);
    text_clear(&second);
    if (change->uneven < 0) {
        text_format(&first, "  padding  %s: %s", change->option.bytes, change->out.bytes);
    } else {
        const cnn_axis *axis = &change->asked->layer.axis[change->uneven];
        bool at_one = axis->begin == 0 && change->layer.axis[change->uneven].begin == 0;
        cnn_windows w;
        cnn_window(axis, CNN_PADDED, CNN_FLOOR, &w);
        text_format(&first, "  padding  none: %" PRId64 " + 2P is odd for every P;", axis->W - w.E);
        text_format(&second, "one cell %s, %s: %s", at_one ? "at one end" : "more at the end",
                    change->option.bytes, change->out.bytes);
    }
    explain_halves(first.bytes, second.bytes, REMEDY_WIDTH, out);
}

/* "LABEL  -W 31: 14; -W 33: 15", of those that fit. */
static void explain_pair(const char *label, struct change *change,
                         bool (*changes)(struct change *, bool larger), struct out *out) {
    struct text text;
    bool any = false;

    text_clear(&text);
    text_add(&text, label);
    for (int larger = 0; larger <= 1; larger++) {
        if (!changes(change, larger == 1))
            continue;
        text_format(&text, "%s%s: %s", any ? "; " : "", change->option.bytes, change->out.bytes);
        any = true;
    }
    text_add(&text, "\n");
    if (any)
        explain_text(&text, out);
}

static void explain_floor(struct change *change, const cnn_windows *w, bool numbered,
                          struct out *out) {
    const cnn_axis *axis = change_axis(change);
    struct text text;

    change_floor(change);
    text_clear(&text);
    text_add(&text, "  or drop ");
    if (numbered)
        add_cells(&text, axis->W + axis->end - w->rest, axis->W + axis->end - 1, axis->W);
    else
        text_add(&text, "the rest");
    text_format(&text, ", as PyTorch does: %s: %s\n", change->option.bytes, change->out.bytes);
    explain_text(&text, out);
}

/* Beyond this, cells are not numbered: their sums would leave the counts. */
#define NUMBERED_MOST (CNN_MAX / 4)

static bool can_number(const cnn_axis *axis) {
    return axis->W <= NUMBERED_MOST && axis->S <= NUMBERED_MOST && axis->begin <= NUMBERED_MOST &&
           axis->end <= NUMBERED_MOST;
}

static void explain_uneven(const struct question *question, const cnn_trace *trace, int at,
                           struct out *out) {
    struct change change = change_of(question, at);
    const cnn_layer *layer = &change.asked->layer;
    const cnn_axis *axis = change_axis(&change);
    bool numbered = can_number(axis);
    struct text text;
    cnn_windows w;

    cnn_window(axis, CNN_PADDED, CNN_EXACT, &w);
    text_clear(&text);
    text_axis(&text, cnn_find(trace, "size"), at, 0);
    text_add(&text, " is not a whole number: the filter cannot slide over the ");
    text_format(&text, "%s evenly.\n", layer_axes_alike(layer) ? "input" : axis_names[at]);
    explain_text(&text, out);
    if (numbered)
        explain_windows(axis, &w, out);
    out_text(out, "\nWhat would fit:\n");
    explain_strides(&change, &w, numbered, out);
    explain_padding(&change, out);
    explain_pair("  input    ", &change, change_input, out);
    explain_pair("  filter   ", &change, change_filter, out);
    explain_floor(&change, &w, numbered, out);
}

static void explain_too_wide(const cnn_layer *layer, int at, struct out *out) {
    const cnn_axis *axis = &layer->axis[at];
    struct text text;
    cnn_windows w;

    cnn_window(axis, CNN_PADDED, CNN_FLOOR, &w);
    text_clear(&text);
    text_format(&text, "%s = %" PRId64 " is ", w.E != axis->F ? "E" : "F", w.E);
    say_wider(axis, layer_axes_alike(layer) ? "input" : axis_names[at], &text);
    text_add(&text, ".\nNot even one window fits.\n");
    out_text(out, text.bytes);
}

void layer_explain_misfit(const struct question *question, const cnn_trace *trace, cnn_error error,
                          struct out *out) {
    if (error.code == CNN_UNEVEN)
        explain_uneven(question, trace, error.axis, out);
    else if (error.code == CNN_TOO_WIDE)
        explain_too_wide(&layer_of(question)->layer, error.axis, out);
}
