#include "check.h"

#include "explain.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* ---- Differences --------------------------------------------------------------------------- */

static double value_at(struct worksheet *sheet, int32_t variable, double x) {
    cnn_values(&sheet->graph, sheet->graph.variables[variable])[0] = x;
    cnn_forward(&sheet->graph, 1);
    return cnn_values(&sheet->graph, sheet->graph.output)[0];
}

/* A slope, and how far it may be from the true one. */
struct slope {
    double value, error;
};

#define FIRST_STEP 0.02  /* beside the size of x, or beside 1 where that is more */
#define SHRINK     0.3   /* no power of 2, which would meet the same phase of a wave again */
#define LAST_STEP  1e-13 /* beside the size of x; below it h has few digits beside x */
#define LAST_AT_0  1e-40

static double first_step(double x) {
    return FIRST_STEP * fmax(fabs(x), 1);
}

static double last_step(double x) {
    return x == 0 ? LAST_AT_0 : LAST_STEP * fabs(x);
}

/* What rounding does to the output: a part of each gate's value, as far as the output moves with
 * it. 0 where that is not known. */
static double noise(const cnn_graph *graph) {
    double sum = 0;

    for (int32_t i = 0; i < graph->node_count; i++)
        if (graph->nodes[i].gate != NULL && graph->nodes[i].moves)
            sum += fabs(cnn_gradients(graph, i)[0] * cnn_values(graph, i)[0]);
    return isfinite(sum) ? DBL_EPSILON * sum : 0;
}

/* (f(x + h) - f(x - h))/2h over the step that was really made, and what rounding does to it. */
static struct slope difference(struct worksheet *sheet, int32_t variable, double x, double h,
                               double rounding) {
    double above = x + h, below = x - h;
    double high = value_at(sheet, variable, above), low = value_at(sheet, variable, below);
    double run = above - below;
    return (struct slope){(high - low) / run,
                          fmax(rounding, DBL_EPSILON * fmax(fabs(high), fabs(low))) / run};
}

/* By the relative error. A slope of 0 has none: it gives way to that of a smaller step, which sees
 * what a larger one may step over, and takes the place of one that may be further off. */
static bool is_better(const struct slope *slope, const struct slope *best) {
    if (!isfinite(slope->error) || !isfinite(best->error))
        return isfinite(slope->error);
    if (best->value == 0)
        return slope->value != 0;
    if (slope->value == 0)
        return slope->error < best->error;
    return slope->error / fabs(slope->value) < best->error / fabs(best->value);
}

/* A large step strays from the tangent, which a smaller one shows; a small one is lost in rounding.
 * The best is where both together are least beside the slope. NAN: no step has a finite value on
 * both sides. */
static struct slope best_difference(struct worksheet *sheet, int32_t variable, double rounding) {
    double *place = cnn_values(&sheet->graph, sheet->graph.variables[variable]);
    double x = *place, h = first_step(x);
    struct slope best = {NAN, INFINITY}, before = best;

    while (h > last_step(x)) {
        struct slope here = difference(sheet, variable, x, h, rounding);
        struct slope judged = {here.value, fabs(here.value - before.value) + here.error};
        if (is_better(&judged, &best))
            best = judged;
        before = here;
        h *= SHRINK;
    }
    *place = x;
    return best;
}

static double relative(double a, double b) {
    double larger = fmax(fabs(a), fabs(b));
    return larger == 0 ? 0 : fabs(a - b) / larger;
}

/* ---- Work ---------------------------------------------------------------------------------- */

/* Nodes that are evaluated at most: some seconds. The work of one gradient grows with the nodes
 * alone, as that of the answer does; that of all grows with their product. */
#define MOST_WORK 1e8

static double work_for(const struct worksheet *sheet, int32_t variable) {
    double x = sheet->typed[variable], h = first_step(x), work = 0;

    while (h > last_step(x)) {
        work += 2.0 * sheet->graph.node_count;
        h *= SHRINK;
    }
    return work;
}

bool check_is_affordable(const struct worksheet *sheet, struct fault *fault) {
    int32_t affordable = 0;
    double work = 0;

    while (affordable < sheet->count) {
        work += work_for(sheet, sheet->order[affordable]);
        if (affordable > 0 && work > MOST_WORK)
            break;
        affordable++;
    }
    if (affordable == sheet->count)
        return true;
    fault_say(fault, STATUS_BAD_QUESTION, "--check",
              "%d gradients are too many to compare in an expression so long", sheet->count);
    text_format(fault_hint(fault), "--wrt NAMES compares these alone, here up to %d at a time",
                affordable);
    return false;
}

/* ---- Tables -------------------------------------------------------------------------------- */

#define GRADIENT_LEAST 8

static void print_cell(struct text *text, size_t width, struct out *out) {
    size_t length = text->length;
    explain_text(text, out);
    out_blanks(out, width - length);
}

static size_t name_width(const struct worksheet *sheet) {
    size_t width = GRADIENT_LEAST;

    for (int32_t i = 0; i < sheet->count; i++) {
        const cnn_node *node = &sheet->graph.nodes[sheet->graph.variables[sheet->order[i]]];
        size_t length = strlen(cnn_gradient_name(node));
        width = length > width ? length : width;
    }
    return width + 2;
}

static size_t value_width(int digits) {
    size_t width = (size_t)digits + strlen("-0.e-300") + 1, head = strlen("differences") + 2;
    return width > head ? width : head;
}

/* Where both are less than what rounding leaves of a difference, they cannot be compared. */
static void add_relative(struct text *text, double gradient, const struct slope *slope) {
    bool lost = fmax(fabs(gradient), fabs(slope->value)) <= slope->error;

    if (lost && gradient != slope->value)
        text_add(text, "lost in rounding");
    else
        text_real(text, relative(gradient, slope->value), 2);
}

static void print_difference(struct worksheet *sheet, int32_t variable, double rounding,
                             size_t width, int digits, struct out *out) {
    int32_t node = sheet->graph.variables[variable];
    double gradient = cnn_gradients(&sheet->graph, node)[0];
    struct slope slope = best_difference(sheet, variable, rounding);
    size_t values = value_width(digits);
    struct text text;

    out_text(out, "  ");
    text_clear(&text);
    text_add(&text, cnn_gradient_name(&sheet->graph.nodes[node]));
    print_cell(&text, width, out);
    text_real(&text, gradient, digits);
    print_cell(&text, values, out);
    if (isfinite(slope.value)) {
        text_real(&text, slope.value, digits);
        print_cell(&text, values, out);
        add_relative(&text, gradient, &slope);
    } else {
        text_add(&text, "none: no value on both sides");
    }
    text_add(&text, "\n");
    explain_text(&text, out);
}

static void print_table(struct worksheet *sheet, int digits, struct out *out) {
    size_t width = name_width(sheet), values = value_width(digits);
    double rounding = noise(&sheet->graph); /* before the values are moved */
    static const char *const heads[] = {"gradient", "backprop", "differences"};
    struct text text;

    out_text(out, "Check by central differences, (f(x + h) - f(x - h))/2h\n  ");
    text_clear(&text);
    for (int i = 0; i < 3; i++) {
        text_add(&text, heads[i]);
        print_cell(&text, i == 0 ? width : values, out);
    }
    out_text(out, "relative difference\n");
    for (int32_t i = 0; i < sheet->count; i++)
        print_difference(sheet, sheet->order[i], rounding, width, digits, out);
}

/* ---- Kinks --------------------------------------------------------------------------------- */

static bool is_at_kink(const cnn_graph *graph, const cnn_node *node) {
    if (node->gate->kink[0] == '\0' || !node->moves)
        return false;
    if (node->gate->arity == 2 && node->operand[0] == node->operand[1])
        return false; /* max(x, x) is x */
    double a = cnn_values(graph, node->operand[0])[0];
    return a == (node->gate->arity == 2 ? cnn_values(graph, node->operand[1])[0] : 0);
}

static void print_kink(const cnn_trace *trace, const cnn_node *node, const cnn_item *item,
                       struct out *out) {
    struct text text;

    formula_law(&text, trace, item->formula);
    out_text(out, "  ");
    out_text(out, node->name);
    out_text(out, LINK);
    explain_text(&text, out);
    text_format(&text, ": %s\n", node->gate->kink);
    explain_text(&text, out);
}

/* The gates' items stand in the order of the gates. */
void check_kinks(const struct worksheet *sheet, const cnn_trace *trace, struct out *out) {
    const cnn_item *item = trace->items;
    bool any = false;

    for (int32_t i = 0; i < sheet->graph.node_count; i++) {
        const cnn_node *node = &sheet->graph.nodes[i];
        if (node->gate == NULL)
            continue;
        while (item->role != CNN_FORWARD)
            item++;
        if (is_at_kink(&sheet->graph, node)) {
            if (!any)
                out_text(out, "\nA kink: there the gradient is not a slope, but a convention\n");
            any = true;
            print_kink(trace, node, item, out);
        }
        item++;
    }
}

void check_print(struct worksheet *sheet, int digits, struct out *out) {
    if (sheet->count > 0)
        print_table(sheet, digits, out);
    else
        out_text(out, "No gradient to check: the expression has no variables.\n");
    cnn_forward(&sheet->graph, 1);
    cnn_worksheet(&sheet->graph, 0, sheet->all_texts, &sheet->whole);
    check_kinks(sheet, &sheet->whole, out);
}
