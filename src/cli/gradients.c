/* sigmoid-grad and complex-grad. */
#include "answer.h"
#include "commands.h"
#include "explain.h"
#include "graphs.h"

#include <assert.h>
#include <math.h>
#include <string.h>

struct gradient_question {
    struct real x, y;
    bool dot, numpy;
};

#define BODY(member) offsetof(struct gradient_question, member)

static const struct row x_row = {"x",     "", "REAL", 'x',  KIND_REAL,
                                 BODY(x), 0,  0,      NULL, "where the function is taken"};
static const struct row y_row = {"y",     "", "REAL", 'y',  KIND_REAL,
                                 BODY(y), 0,  0,      NULL, "its second variable"};

static const struct row dot_row = GRAPHS_DOT_ROW(BODY(dot));
static const struct row numpy_row = GRAPHS_NUMPY_ROW(BODY(numpy));

static const struct row *const sigmoid_rows[] = {&x_row, &dot_row, &numpy_row, NULL};
static const struct row *const complex_rows[] = {&x_row, &y_row, &dot_row, &numpy_row, NULL};

#define GIVEN(name)                                                                                \
    { name, "", NULL, true, false, NULL }
#define FIELD(name, help)                                                                          \
    { name, "", NULL, false, false, help }
#define LAST_FIELD                                                                                 \
    { NULL, "", NULL, false, false, NULL }

static const struct field sigmoid_fields[] = {GIVEN("x"),
                                              FIELD("out", "sigmoid(x)"),
                                              FIELD("fx", "its derivative"),
                                              FIELD("a", "gate: -x"),
                                              FIELD("b", "gate: e^a"),
                                              FIELD("c", "gate: 1 + b"),
                                              FIELD("f", "gate: 1/c"),
                                              FIELD("ff", "1"),
                                              FIELD("fc", "gradient at c"),
                                              FIELD("fb", "gradient at b"),
                                              FIELD("fa", "gradient at a"),
                                              LAST_FIELD};

static const struct field complex_fields[] = {GIVEN("x"),
                                              GIVEN("y"),
                                              FIELD("out", "f(x, y)"),
                                              FIELD("fx", "derivative by x"),
                                              FIELD("fy", "derivative by y"),
                                              FIELD("a", "gate: ln x"),
                                              FIELD("b", "gate: sqrt y"),
                                              FIELD("c", "gate: sigmoid(b)"),
                                              FIELD("d", "gate: a*c, the numerator"),
                                              FIELD("g", "gate: x + y"),
                                              FIELD("h", "gate: g^2"),
                                              FIELD("i", "gate: sigmoid(h), the denominator"),
                                              FIELD("j", "gate: 1/i"),
                                              FIELD("ff", "1"),
                                              FIELD("fd", "gradient at d"),
                                              FIELD("fj", "gradient at j"),
                                              FIELD("fi", "gradient at i"),
                                              FIELD("fh", "gradient at h"),
                                              FIELD("fg", "gradient at g"),
                                              FIELD("fa", "gradient at a"),
                                              FIELD("fc", "gradient at c"),
                                              FIELD("fb", "gradient at b"),
                                              FIELD("fx_1", "part of fx by way of g"),
                                              FIELD("fx_2", "part of fx by way of a"),
                                              FIELD("fy_1", "part of fy by way of g"),
                                              FIELD("fy_2", "part of fy by way of b"),
                                              LAST_FIELD};

static_assert(sizeof(struct gradient_question) <= BODY_SIZE, "the question fits its place");

static const struct gradient_question *body_of(const struct question *question) {
    return (const struct gradient_question *)question->body;
}

static bool ready_sigmoid(struct question *question, struct fault *fault) {
    const struct gradient_question *q = body_of(question);
    const struct need needs[] = {{&x_row, !q->x.told && !q->numpy}};
    return check_needs(question->command, needs, 1, fault);
}

static bool ready_complex(struct question *question, struct fault *fault) {
    const struct gradient_question *q = body_of(question);
    const struct need needs[] = {{&x_row, !q->x.told && !q->numpy},
                                 {&y_row, !q->y.told && !q->numpy}};
    return check_needs(question->command, needs, 2, fault);
}

static cnn_error ask_sigmoid(const struct question *question, cnn_trace *trace) {
    return cnn_sigmoid(body_of(question)->x.value, trace);
}

static cnn_error ask_complex(const struct question *question, cnn_trace *trace) {
    return cnn_complex(body_of(question)->x.value, body_of(question)->y.value, trace);
}

/* What happens at 0 and below it. */
static void fault_domain(const struct question *question, const char *name, struct fault *fault) {
    bool is_x = *name == 'x';
    double value = is_x ? body_of(question)->x.value : body_of(question)->y.value;

    fault_at(fault, STATUS_NO_ANSWER, is_x ? "--x" : "--y");
    text_add(&fault->sentence, is_x ? "ln x" : "sqrt y");
    if (!is_x && value == 0)
        text_add(&fault->sentence, " has no derivative at 0, where 1/(2*sqrt y) is infinite");
    else {
        text_add(&fault->sentence, " is defined for ");
        text_add(&fault->sentence, is_x ? "x > 0, not for " : "y >= 0, not for ");
        text_real(&fault->sentence, value, 0);
    }
}

static void refuse(const struct question *question, cnn_error error, struct fault *fault) {
    if (question->sheet != NULL)
        worksheet_blame(question->sheet, fault, "");
    else if (error.code == CNN_DOMAIN)
        fault_domain(question, error.field, fault);
    else
        fault_say(fault, STATUS_NO_ANSWER, error.field, "the result is beyond the largest double");
}

/* ---- Working ------------------------------------------------------------------------------- */

static void add_named(struct text *text, const cnn_trace *trace, const char *name, int digits) {
    text_real(text, cnn_find(trace, name)->real, digits);
}

/* The last item of that name: what the gates make of it, where a closed form stands first. */
static double by_gates(const cnn_trace *trace, const char *name) {
    const cnn_item *item = trace->items + trace->count - 1;

    while (strcmp(item->name, name) != 0)
        item--;
    return item->real;
}

/* How far the gates' own values are from the answers, at worst; infinite where one is no double. */
static double gates_stray(const cnn_trace *trace, const struct command *command) {
    double worst = 0;

    for (size_t i = 0; i < trace->count; i++)
        if (!isfinite(trace->items[i].real))
            return INFINITY;
    for (const char *const *name = command->headline; *name != NULL; name++) {
        double answer = cnn_find(trace, *name)->real;
        double stray = fabs(by_gates(trace, strcmp(*name, "out") == 0 ? "f" : *name) - answer);
        if (!(stray <= worst * fabs(answer)))
            worst = stray / fabs(answer);
    }
    return worst;
}

#define STRAY 1e-6 /* from there on the gates show other digits, or none */

/* Why the answer is not what the gates end in, where that shows. */
static void explain_stray(const struct question *question, const cnn_trace *trace,
                          const char *closed_form, struct out *out) {
    double stray = gates_stray(trace, question->command), shown = 1;

    for (int i = 0; i < working_digits(question); i++)
        shown /= 10;
    if (stray > STRAY)
        out_text(out, closed_form);
    else if (stray > shown)
        out_text(out,
                 "Each gate is rounded; the answer is worked to more digits, and rounded once.\n");
}

static void explain_check(const cnn_trace *trace, int digits, struct out *out) {
    struct text values, answer;
    bool cancels = cnn_find(trace, "out")->real > 0.9; /* where 1 - f would lose what is shown */

    out_text(out, "\nCheck, in closed form\n"
                  "  f' = -1/(1 + e^-x)^2 * e^-x * -1 = 1/(1 + e^-x) * e^-x/(1 + e^-x)\n");
    text_clear(&values);
    text_add(&values, "     = sigmoid(x)*");
    text_add(&values, cancels ? "sigmoid(-x) = " : "(1 - sigmoid(x)) = ");
    add_named(&values, trace, "out", digits);
    text_add(&values, cancels ? "*" : "*(1 - ");
    add_named(&values, trace, cancels ? "1 - f" : "out", digits);
    text_add(&values, cancels ? "" : ")");
    text_clear(&answer);
    text_add(&answer, "= ");
    add_named(&answer, trace, "fx", digits);
    explain_halves(values.bytes, answer.bytes, strlen("     "), out);
    out_char(out, '\n');
}

static void explain_sigmoid(const struct question *question, const cnn_trace *trace,
                            cnn_error error, struct out *out) {
    int digits = working_digits(question);
    struct text text;

    (void)error; /* the sigmoid has none */
    text_clear(&text);
    text_add(&text, "f(x) = 1/(1 + e^-x) at x = ");
    add_named(&text, trace, "x", 0);
    text_add(&text, "\n\n");
    explain_text(&text, out);
    explain_gates(trace, digits, out);
    explain_check(trace, digits, out);
    explain_stray(question, trace,
                  "The gates leave the doubles here; the answer is from the closed form\n"
                  "e/((1 + e)*(1 + e)) with e = exp(-|x|), which does not.\n",
                  out);
    explain_digits(question, "Working shown", out);
    explain_headline(question, trace, out);
}

static void explain_complex(const struct question *question, const cnn_trace *trace,
                            cnn_error error, struct out *out) {
    int digits = working_digits(question);
    struct text text;

    if (error.code != CNN_OK)
        return;
    text_clear(&text);
    text_add(&text, "f(x, y) = ln x * sigmoid(sqrt y) / sigmoid((x + y)^2) at x = ");
    add_named(&text, trace, "x", 0);
    text_add(&text, ", y = ");
    add_named(&text, trace, "y", 0);
    text_add(&text, "\n\n");
    explain_text(&text, out);
    explain_gates(trace, digits, out);
    out_text(out, "\n");
    explain_stray(question, trace,
                  "The gates leave the doubles here, or lose digits; the answer is from the\n"
                  "closed forms in E = e^-h and 1 - c = e^-b/(1 + e^-b), which do not.\n",
                  out);
    explain_digits(question, "sigmoid(-u) is 1 - sigmoid(u), without its rounding. Working", out);
    explain_headline(question, trace, out);
}

/* ---- Graphs -------------------------------------------------------------------------------- */

static bool prepare(struct question *question, const char *expression, struct fault *fault) {
    const struct gradient_question *q = body_of(question);

    return (!q->dot && !q->numpy) || (graphs_check(q->dot, q->numpy, fault) &&
                                      worksheet_read(question, expression, NULL, false, fault) &&
                                      worksheet_whole(question->sheet, fault));
}

static bool prepare_sigmoid(struct question *question, struct fault *fault) {
    return prepare(question, "1/(1+exp(-x))", fault);
}

static bool prepare_complex(struct question *question, struct fault *fault) {
    return prepare(question, "ln(x)*sigmoid(sqrt(y))/sigmoid((x+y)^2)", fault);
}

static const char *shows(const struct question *question) {
    return graphs_option(body_of(question)->dot, body_of(question)->numpy);
}

static cnn_error show(const struct question *question, struct out *out) {
    const double values[] = {body_of(question)->x.value, body_of(question)->y.value};
    const cnn_graph *graph = &question->sheet->graph;

    for (int32_t i = 0; i < 2 && i < graph->variable_count; i++)
        *cnn_values(graph, graph->variables[i]) = values[i];
    return graphs_show(question, body_of(question)->numpy, out);
}

/* ---- Rows of numbers ---------------------------------------------------------------------------
 */

static bool is_plain(const struct question *question) {
    return shows(question) == NULL;
}

/* With tabs between. */
static size_t write_values(const struct question *question, const double *values, int count,
                           char *line) {
    char *at = line;

    for (int i = 0; i < count; i++) {
        if (i > 0)
            *at++ = '\t';
        at += cnn_write_real(values[i], (int)question->common.precision, at);
    }
    return (size_t)(at - line);
}

static size_t answer_sigmoid(const struct question *question, char *line) {
    double values[2];

    cnn_sigmoid_values(body_of(question)->x.value, values);
    return write_values(question, values, 2, line);
}

static size_t answer_complex(const struct question *question, char *line) {
    const struct gradient_question *q = body_of(question);
    double values[3];

    if (cnn_complex_values(q->x.value, q->y.value, values) != CNN_OK || !isfinite(values[1]))
        return 0;
    return write_values(question, values, 3, line);
}

/* ---- Commands ------------------------------------------------------------------------------ */

static const char *const sigmoid_headline[] = {"out", "fx", NULL};
static const char *const complex_headline[] = {"out", "fx", "fy", NULL};

const struct command command_sigmoid_grad = {
    .name = "sigmoid-grad",
    .summary = "the sigmoid and its gradient, by backprop",
    .synopsis = "-x REAL [options]",
    .rows = sigmoid_rows,
    .fields = sigmoid_fields,
    .headline = sigmoid_headline,
    .typical = "-x 2",
    .examples = "$ cnncalc sigmoid-grad -x 2\n"
                "out=0.8807970779778824\n"
                "fx=0.10499358540350652\n"
                "$ cnncalc sigmoid-grad -x 2 -o fx -p 2\n"
                "0.1\n",
    .prepare = prepare_sigmoid,
    .ready = ready_sigmoid,
    .ask = ask_sigmoid,
    .refuse = refuse,
    .is_plain = is_plain,
    .answer_plain = answer_sigmoid,
    .explain = explain_sigmoid,
    .shows = shows,
    .show = show,
};

const struct command command_complex_grad = {
    .name = "complex-grad",
    .summary = "f = ln x * sigmoid(sqrt y)/sigmoid((x+y)^2) and its gradients, by backprop",
    .synopsis = "-x REAL -y REAL [options]",
    .rows = complex_rows,
    .fields = complex_fields,
    .headline = complex_headline,
    .typical = "-x 2 -y 4",
    .examples = "$ cnncalc complex-grad -x 2 -y 4\n"
                "out=0.6105220112458076\n"
                "fx=0.4403985389889396\n"
                "fy=0.018194001924828396\n"
                "$ cnncalc complex-grad -x 2 -y 4 -p 6 -o fx_1,fx_2\n"
                "-1.69934e-15\t0.440399\n",
    .prepare = prepare_complex,
    .ready = ready_complex,
    .ask = ask_complex,
    .refuse = refuse,
    .is_plain = is_plain,
    .answer_plain = answer_complex,
    .explain = explain_complex,
    .shows = shows,
    .show = show,
};
