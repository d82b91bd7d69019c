#include "steps.h"

#include "explain.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

static const char *name_of(const struct worksheet *sheet, int32_t variable) {
    return sheet->graph.nodes[sheet->graph.variables[variable]].name;
}

static double value_of(const struct worksheet *sheet, int32_t variable) {
    return *cnn_values(&sheet->graph, sheet->graph.variables[variable]);
}

static double gradient_of(const struct worksheet *sheet, int32_t variable) {
    return *cnn_gradients(&sheet->graph, sheet->graph.variables[variable]);
}

static double output_of(const struct worksheet *sheet) {
    return *cnn_values(&sheet->graph, sheet->graph.output);
}

/* ---- Lines of numbers ---------------------------------------------------------------------- */

static void print_line(const struct worksheet *sheet, int64_t step, int digits, struct out *out) {
    struct text text;

    text_clear(&text);
    text_whole(&text, step);
    for (int32_t i = 0; i <= sheet->graph.variable_count; i++) {
        text_add(&text, "\t");
        text_real(&text, i < sheet->graph.variable_count ? value_of(sheet, i) : output_of(sheet),
                  digits);
        explain_text(&text, out);
    }
    out_char(out, '\n');
}

cnn_error steps_trace(struct worksheet *sheet, const cnn_descent *descent, int digits,
                      struct out *out) {
    cnn_descent_begin(&sheet->graph, descent->start);
    for (sheet->made = 0; cnn_has_values(&sheet->graph, 0); sheet->made++) {
        print_line(sheet, sheet->made, digits, out);
        if (sheet->made == descent->n || out->error != 0)
            return (cnn_error){.code = CNN_OK};
        if (!cnn_descent_step(&sheet->graph, descent->s))
            break;
    }
    return (cnn_error){.code = CNN_DOMAIN};
}

/* ---- Working ------------------------------------------------------------------------------- */

/* The columns of the working: "step 1", "f = 4", and for each variable "fx = 4". */
struct widths {
    size_t step, value, gradient;
};

#define GAP 3

static void add_assigned(struct text *text, const char *name, double value, int digits) {
    text_format(text, "%s = ", name);
    text_real(text, value, digits);
}

static size_t wider(size_t width, const struct text *text) {
    return text->length > width ? text->length : width;
}

static const char *gradient_name(const struct worksheet *sheet, int32_t variable) {
    return cnn_gradient_name(&sheet->graph.nodes[sheet->graph.variables[variable]]);
}

static void measure(const struct worksheet *sheet, int64_t step, double f, int digits,
                    struct widths *widths) {
    struct text text;

    text_clear(&text);
    text_add(&text, "step ");
    text_whole(&text, step);
    widths->step = wider(widths->step, &text);
    text_clear(&text);
    add_assigned(&text, "f", f, digits);
    widths->value = wider(widths->value, &text);
    for (int32_t i = 0; i < sheet->count; i++) {
        text_clear(&text);
        add_assigned(&text, gradient_name(sheet, sheet->order[i]),
                     gradient_of(sheet, sheet->order[i]), digits);
        widths->gradient = wider(widths->gradient, &text);
    }
}

/* Blanks up to a column, and at least one. */
static void pad(struct text *text, size_t width) {
    do
        text_add(text, " ");
    while (text->length < width);
}

/* A factor or a term: in brackets where it is negative. */
static void add_term(struct text *text, double value, int digits) {
    text_add(text, value < 0 ? "(" : "");
    text_real(text, value, digits);
    text_add(text, value < 0 ? ")" : "");
}

/* "x = 2 - 0.1*4 = 2 - 0.4 = 1.6". */
static void add_move(struct text *text, const char *name, double x, double g, double s, double next,
                     int digits) {
    text_format(text, "%s = ", name);
    text_real(text, x, digits);
    text_add(text, " - ");
    add_term(text, s, digits);
    text_add(text, "*");
    add_term(text, g, digits);
    if (isfinite(s * g)) {
        text_add(text, LINK);
        text_real(text, x, digits);
        text_add(text, " - ");
        add_term(text, s * g, digits);
    }
    text_add(text, LINK);
    text_real(text, next, digits);
    text_add(text, "\n");
}

/* `before` and `f` are the values that the step began with. */
static void print_step(const struct worksheet *sheet, int64_t step, const double *before, double f,
                       double s, int digits, const struct widths *widths, struct out *out) {
    struct text text;

    text_clear(&text);
    text_add(&text, "step ");
    text_whole(&text, step);
    pad(&text, widths->step + 2);
    add_assigned(&text, "f", f, digits);
    for (int32_t i = 0; i < sheet->count; i++) {
        int32_t variable = sheet->order[i];
        size_t column = widths->step + 2 + widths->value + GAP;
        pad(&text, column);
        add_assigned(&text, gradient_name(sheet, variable), gradient_of(sheet, variable), digits);
        pad(&text, column + widths->gradient + GAP);
        add_move(&text, name_of(sheet, variable), before[variable], gradient_of(sheet, variable), s,
                 value_of(sheet, variable), digits);
        explain_text(&text, out);
    }
    if (sheet->count == 0)
        text_add(&text, "\n");
    explain_text(&text, out);
}

static void print_head(const struct worksheet *sheet, const cnn_descent *descent, struct out *out) {
    struct text text;

    out_text(out, "f = ");
    worksheet_expression(sheet, out);
    text_clear(&text);
    text_add(&text, sheet->count > 0 ? "; each step: " : "; no variable moves");
    for (int32_t i = 0; i < sheet->count; i++) {
        text_format(&text, "%s%s - s*%s", i > 0 ? ", " : "", name_of(sheet, sheet->order[i]),
                    gradient_name(sheet, sheet->order[i]));
        explain_text(&text, out);
    }
    text_add(&text, ", with s = ");
    text_real(&text, descent->s, 0);
    text_add(&text, descent->n > 0 ? "\n\n" : "\n");
    explain_text(&text, out);
}

#define MEASURED 1000 /* steps; what comes behind is seldom wider */

/* Goes through the steps once to measure, and once more to print. */
void steps_explain(struct worksheet *sheet, const cnn_descent *descent, int digits,
                   struct out *out) {
    struct widths widths = {0, 0, 0};

    print_head(sheet, descent, out);
    for (int pass = 0; pass < 2; pass++) {
        cnn_descent_begin(&sheet->graph, descent->start);
        int64_t steps = pass == 0 && descent->n > MEASURED ? MEASURED : descent->n;
        for (int64_t step = 1; step <= steps && out->error == 0; step++) {
            double f = output_of(sheet);
            for (int32_t i = 0; i < sheet->graph.variable_count; i++)
                sheet->before[i] = value_of(sheet, i);
            if (!cnn_descent_step(&sheet->graph, descent->s))
                break;
            if (pass == 0)
                measure(sheet, step, f, digits, &widths);
            else
                print_step(sheet, step, sheet->before, f, descent->s, digits, &widths, out);
        }
    }
}

/* ---- What is not finite -------------------------------------------------------------------- */

/* A variable that a step has led out of the doubles. */
static int32_t lost_variable(const struct worksheet *sheet) {
    for (int32_t i = 0; i < sheet->graph.variable_count; i++)
        if (!isfinite(value_of(sheet, i)))
            return i;
    return -1;
}

void steps_blame(struct worksheet *sheet, struct fault *fault) {
    struct text before;
    int32_t lost = lost_variable(sheet);

    text_clear(&before);
    text_format(&before, "step %" PRId64 ": ", sheet->made);
    if (lost >= 0) {
        text_add(&before, name_of(sheet, lost));
        fault_say(fault, STATUS_NO_ANSWER, before.bytes, "beyond the largest double");
    } else {
        worksheet_blame(sheet, fault, before.bytes);
    }
    if (fault->status == STATUS_MACHINE)
        return;
    for (int32_t i = 0; i < sheet->graph.variable_count && i < NAMED_MOST; i++) {
        text_format(&fault->sentence, "%s%s = ", i == 0 ? "; there " : ", ", name_of(sheet, i));
        text_real(&fault->sentence, value_of(sheet, i), 0);
    }
    if (sheet->graph.variable_count > NAMED_MOST)
        text_add(&fault->sentence, ", ...");
}
