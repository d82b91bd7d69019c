/* templates.h: works out the formula of an item, with the values of the trace in its braces: a way
 * to see that each line of working is true. In doubles, which hold the small whole numbers of the
 * tests. */
#ifndef TEMPLATES_H
#define TEMPLATES_H

#include "cnncalc.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct template {
    const char *text; /* what is still to be read */
    const cnn_trace *trace;
    int axis;
};

static inline double item_value(const cnn_item *item, int axis) {
    if (item->kind == CNN_REAL)
        return item->real;
    if (item->kind == CNN_PER_AXIS || item->kind == CNN_VOLUME)
        return (double)item->whole[axis];
    if (item->kind == CNN_RATIO)
        return (double)item->whole[axis] + (double)item->more[axis] / (double)item->divisor[axis];
    if (item->kind == CNN_PADS && item->whole[axis] == item->more[axis])
        return (double)item->whole[axis];
    if (item->kind == CNN_WHOLE)
        return (double)item->whole[0];
    fail_msg("%s has no one value", item->name);
    return NAN;
}

static inline const cnn_item *named_item(const cnn_trace *trace, const char *name) {
    const cnn_item *item = cnn_find(trace, name);
    if (item == NULL)
        fail_msg("{%s} is not in the trace", name);
    return item;
}

/* "{name}", "{F*}", "{F^}", "{=name}", "{x:name}": the text is past the brace. */
static inline double braces(struct template *t) {
    char name[64] = "";
    const size_t length = strcspn(t->text, "}");
    assert_true(t->text[length] == '}' && length > 0 && length < sizeof name);
    memcpy(name, t->text, length);
    t->text += length + 1;
    const char mark = name[length - 1];
    const bool over_axes = length > 1 && (mark == '*' || mark == '^');
    if (over_axes)
        name[length - 1] = 0;
    const char *start = name[0] == '=' ? name + 1 : name, *colon = strchr(start, ':');
    const cnn_item *item = named_item(t->trace, colon == NULL ? start : colon + 1);
    if (!over_axes)
        return item_value(item, t->axis);
    assert_int_equal(item->kind, CNN_PER_AXIS);
    double product = 1;
    for (int i = 0; i < item->axes; i++)
        product *= item_value(item, i);
    return product;
}

static inline bool takes(struct template *t, const char *word) {
    const size_t length = strlen(word);
    if (strncmp(t->text, word, length) != 0)
        return false;
    t->text += length;
    return true;
}

static inline double sum(struct template *t);

static inline double closed_sum(struct template *t, const char *end) {
    const double value = sum(t);
    if (!takes(t, end))
        fail_msg("'%s' is missing before '%s'", end, t->text);
    return value;
}

static inline double primary(struct template *t) {
    if (takes(t, "{"))
        return braces(t);
    if (takes(t, "("))
        return closed_sum(t, ")");
    if (takes(t, "floor("))
        return floor(closed_sum(t, ")"));
    if (takes(t, "ceil("))
        return ceil(closed_sum(t, ")"));
    if (takes(t, "exp("))
        return exp(closed_sum(t, ")"));
    if (takes(t, "sigmoid("))
        return 1 / (1 + exp(-closed_sum(t, ")")));
    if (takes(t, "ln "))
        return log(primary(t));
    if (takes(t, "sqrt "))
        return sqrt(primary(t));
    if (takes(t, "max(")) {
        const double first = closed_sum(t, ", ");
        return fmax(first, closed_sum(t, ")"));
    }
    char *end;
    const double number = strtod(t->text, &end);
    if (end == t->text)
        fail_msg("'%s' cannot be worked out", t->text);
    t->text = end;
    return takes(t, "{") ? number * braces(t) : number; /* 2P */
}

static inline double factor(struct template *t) {
    if (takes(t, "-"))
        return -factor(t);
    const double base = primary(t);
    return takes(t, "^") ? pow(base, factor(t)) : base;
}

static inline double term(struct template *t) {
    double value = factor(t);
    for (;;)
        if (takes(t, "*"))
            value *= factor(t);
        else if (takes(t, "/"))
            value /= factor(t);
        else
            return value;
}

static inline double sum(struct template *t) {
    double value = term(t);
    for (;;)
        if (takes(t, " + "))
            value += term(t);
        else if (takes(t, " - "))
            value -= term(t);
        else
            return value;
}

/* Every template of the chain makes this value, on this axis; `most` is the error allowed, in parts
 * of it. */
static inline void check_chain(const cnn_trace *trace, const cnn_item *item, int axis, double value,
                               double most) {
    struct template t = {.text = item->formula, .trace = trace, .axis = axis};
    do {
        const double got = sum(&t);
        if (!(fabs(got - value) <= most * fabs(value)))
            fail_msg("%s on axis %d: %s makes %.17g, not %.17g", item->name, axis, item->formula,
                     got, value);
    } while (takes(&t, " = "));
    if (*t.text != 0)
        fail_msg("%s: '%s' cannot be read", item->name, t.text);
}

/* Every name in the braces of a note has a value. */
static inline void check_note(const cnn_trace *trace, const char *note) {
    struct template t = {.text = note, .trace = trace};
    while ((t.text = strchr(t.text, '{')) != NULL) {
        t.text++;
        braces(&t);
    }
}

#endif
