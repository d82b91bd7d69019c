/* gdstep: one step from numbers, or steps of an expression. */
#include "commands.h"
#include "explain.h"
#include "steps.h"
#include "worksheet.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct descent_question {
    struct real x, g, s;
    const char *of, *wrt;
    int64_t n;
    bool trace;
    const char *const *start_names; /* of an expression's variables */
};

#define BODY(member) offsetof(struct descent_question, member)

static const struct row parameter = {"parameter", "", "REAL", 'x',  KIND_REAL,
                                     BODY(x),     0,  0,      NULL, "where the step begins"};
static const struct row gradient = {"gradient", "", "REAL", 'g',  KIND_REAL,
                                    BODY(g),    0,  0,      NULL, "the gradient there"};
static const struct row step_size = {"step-size", "", "REAL", 's',  KIND_REAL,
                                     BODY(s),     0,  0,      NULL, "how far to go against it"};
static const struct row of = {.name = "of",
                              .kind = KIND_TEXT,
                              .offset = BODY(of),
                              .value = "EXPR",
                              .help = "descend this expression, from the values NAME=VALUE"};
static const struct row steps = {.name = "steps",
                                 .letter = 'n',
                                 .kind = KIND_WHOLE,
                                 .offset = BODY(n),
                                 .preset = "1",
                                 .most = CNN_MAX,
                                 .value = "N",
                                 .help = "how many steps"};
static const struct row wrt = {.name = "wrt",
                               .kind = KIND_TEXT,
                               .offset = BODY(wrt),
                               .value = "NAMES",
                               .help = "move these variables alone"};
static const struct row trace_row = {
    .name = "trace",
    .kind = KIND_FLAG,
    .offset = BODY(trace),
    .least = 1,
    .most = 1,
    .help = "print step number, variables and f, tab-separated, from step 0"};

static const struct row *const rows[] = {&parameter, &gradient, &step_size, &of,
                                         &steps,     &wrt,      &trace_row, NULL};

/* The parameter's letter is that of the answer: it is given by its long name. */
static const struct field fields[] = {
    {"parameter", "", NULL, true, false, NULL},
    {"g", "", NULL, true, false, NULL},
    {"s", "", NULL, true, false, NULL},
    {"x", "", NULL, false, false,
     "where the step leads: x - s*g, rounded once; with --of the variables, and f"},
    {NULL, "", NULL, false, false, NULL}};

static_assert(sizeof(struct descent_question) <= BODY_SIZE, "the question fits its place");

static struct descent_question *body_of(const struct question *question) {
    return (struct descent_question *)question->body;
}

/* ---- Of an expression ---------------------------------------------------------------------- */

/* What goes with --of alone, and what does not go with it. */
static bool check_of(const struct question *question, struct fault *fault) {
    static const struct row *const with[] = {&steps, &wrt, &trace_row}, *const without[] = {
                                                                            &parameter, &gradient};
    bool is_of = body_of(question)->of != NULL;
    struct text culprit;

    for (size_t i = 0; !is_of && i < sizeof with / sizeof *with; i++)
        if (option_given(question, with[i]))
            return fault_say(fault, STATUS_BAD_QUESTION, option_culprit(with[i], &culprit),
                             "only with --of");
    for (size_t i = 0; is_of && i < sizeof without / sizeof *without; i++) {
        if (!option_given(question, without[i]))
            continue;
        fault_say(fault, STATUS_BAD_QUESTION, option_culprit(without[i], &culprit),
                  "not with --of");
        if (without[i] == &parameter) {
            text_add(fault_hint(fault), "a variable's value has no dash: x=");
            text_real(&fault->hints[0], body_of(question)->x.value, 0);
        }
        return false;
    }
    return true;
}

static bool goes(const struct question *question, const struct row *row) {
    return body_of(question)->of == NULL ? row != &steps : row != &parameter && row != &gradient;
}

/* Only --columns has an operand other than NAME=VALUE, its file. */
static bool check_operands(struct question *question, struct fault *fault) {
    bool columns = question->common.columns != NULL;
    const char *extra = worksheet_operand(question, columns ? 1 : 0);

    question->operand = columns ? worksheet_operand(question, 0) : NULL;
    if (extra == NULL && body_of(question)->of == NULL && question->sheet != NULL &&
        worksheet_operand(question, 0) == NULL)
        extra = question->sheet->operands[0];
    if (extra == NULL)
        return true;
    operand_unexpected(question->command, extra, fault);
    if (strchr(extra, '=') != NULL) {
        fault->hint_count = 0;
        text_add(fault_hint(fault), "values of variables go with --of EXPR");
    }
    return false;
}

/* "x_0" for where x begins; NULL where a variable has that name. */
static const char *start_name(const cnn_graph *graph, const char *name, char *at) {
    size_t length = strlen(name);

    memcpy(at, name, length);
    memcpy(at + length, "_0", sizeof "_0");
    return cnn_variable(graph, at, length + 2) >= 0 ? NULL : at;
}

static bool make_start_names(struct question *question, struct fault *fault) {
    struct worksheet *sheet = question->sheet;
    const cnn_graph *graph = &sheet->graph;
    size_t count = (size_t)graph->variable_count, bytes = 0;

    for (size_t i = 0; i < count; i++)
        bytes += strlen(graph->nodes[graph->variables[i]].name) + sizeof "_0";
    const char **names = worksheet_room(sheet, count * sizeof *names, fault);
    char *texts = worksheet_room(sheet, bytes, fault);
    if (names == NULL || texts == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        const char *name = graph->nodes[graph->variables[i]].name;
        names[i] = start_name(graph, name, texts);
        texts += strlen(name) + sizeof "_0";
    }
    body_of(question)->start_names = names;
    return true;
}

/* What is given, then the variables and f, which are the headline. */
static bool make_fields(struct question *question, struct fault *fault) {
    struct worksheet *sheet = question->sheet;
    const cnn_graph *graph = &sheet->graph;
    size_t count = (size_t)graph->variable_count, next = 0;
    const char **headline = worksheet_room(sheet, (count + 2) * sizeof *headline, fault);
    struct field *all = worksheet_room(sheet, (2 * count + 4) * sizeof *all, fault);

    if (headline == NULL || all == NULL || !make_start_names(question, fault) ||
        !worksheet_trace(sheet, &sheet->trace, 2 * count + 3, fault))
        return false;
    for (size_t i = 0; i < count; i++)
        if (body_of(question)->start_names[i] != NULL)
            all[next++] =
                (struct field){body_of(question)->start_names[i], "", NULL, true, false, NULL};
    if (cnn_variable(graph, "s", 1) < 0)
        all[next++] = (struct field){"s", "", NULL, true, false, NULL};
    if (cnn_variable(graph, "n", 1) < 0)
        all[next++] = (struct field){"n", "", NULL, true, false, NULL};
    for (size_t i = 0; i <= count; i++) {
        headline[i] = i < count ? graph->nodes[graph->variables[i]].name : "f";
        all[next++] = (struct field){headline[i], "", NULL, false, false, NULL};
    }
    headline[count + 1] = NULL;
    all[next].name = NULL;
    question->fields = all;
    question->headline = headline;
    return true;
}

static bool prepare(struct question *question, struct fault *fault) {
    const struct descent_question *q = body_of(question);

    if (!check_of(question, fault) || !check_operands(question, fault))
        return false;
    if (q->of == NULL) {
        question_forget(question);
        return true;
    }
    return worksheet_read(question, q->of, q->wrt, false, fault) && make_fields(question, fault);
}

/* ---- The question -------------------------------------------------------------------------- */

static bool ready(struct question *question, struct fault *fault) {
    const struct descent_question *q = body_of(question);
    const struct need needs[] = {{&parameter, !q->x.told && q->of == NULL},
                                 {&gradient, !q->g.told && q->of == NULL},
                                 {&step_size, !q->s.told}};

    if (!check_needs(question->command, needs, sizeof needs / sizeof *needs, fault)) {
        if (q->of != NULL) {
            fault->hint_count = 0;
            text_add(fault_hint(fault), "for example: cnncalc gdstep --of 'x^2' x=2 -s 0.1");
        }
        return false;
    }
    return q->of == NULL || worksheet_complete(question, fault);
}

static cnn_descent descent_of(const struct question *question) {
    const struct descent_question *q = body_of(question);
    return (cnn_descent){
        .start = question->sheet->typed, .names = q->start_names, .s = q->s.value, .n = q->n};
}

static cnn_error ask(const struct question *question, cnn_trace *trace) {
    const struct descent_question *q = body_of(question);

    if (q->of == NULL)
        return cnn_descend(q->x.value, q->g.value, q->s.value, trace);
    cnn_descent descent = descent_of(question);
    cnn_error error = cnn_descent_end(&question->sheet->graph, &descent, trace);
    question->sheet->made = descent.made;
    return error;
}

static void refuse(const struct question *question, cnn_error error, struct fault *fault) {
    if (body_of(question)->of != NULL)
        steps_blame(question->sheet, fault);
    else
        fault_say(fault, STATUS_NO_ANSWER, error.field, "the result is beyond the largest double");
}

static const char *shows(const struct question *question) {
    return body_of(question)->trace ? "--trace" : NULL;
}

static cnn_error show(const struct question *question, struct out *out) {
    cnn_descent descent = descent_of(question);
    return steps_trace(question->sheet, &descent, (int)question->common.precision, out);
}

/* ---- Working ------------------------------------------------------------------------------- */

/* Whether a real is shown whole: the working then is exact as it stands. */
static bool shown_whole(double value, int digits) {
    char shown[CNN_TEXT], whole[CNN_TEXT];
    cnn_write_real(value, digits, shown);
    cnn_write_real(value, 0, whole);
    return strcmp(shown, whole) == 0;
}

static void explain_steps(const struct question *question, const cnn_trace *trace, cnn_error error,
                          struct out *out) {
    cnn_descent descent = descent_of(question);

    steps_explain(question->sheet, &descent, working_digits(question), out);
    if (error.code == CNN_OK)
        explain_ending(question, trace, out);
}

static void explain(const struct question *question, const cnn_trace *trace, cnn_error error,
                    struct out *out) {
    const struct descent_question *q = body_of(question);
    int told = (int)question->common.precision, digits = working_digits(question);
    struct line line = {.trace = trace, .digits = digits};
    const cnn_item *x = cnn_find(trace, "x");

    if (q->of != NULL)
        explain_steps(question, trace, error, out);
    if (q->of != NULL || error.code != CNN_OK)
        return;
    explain_item(&line, x, 0, out);
    if (told != 0 || (shown_whole(q->x.value, digits) && shown_whole(q->g.value, digits) &&
                      shown_whole(q->s.value, digits) && shown_whole(x->real, digits)))
        return;
    explain_ending(question, trace, out);
}

static const char *const headline[] = {"x", NULL};

const struct command command_gdstep = {
    .name = "gdstep",
    .summary = "where does a gradient-descent step lead?",
    .synopsis = "-x REAL -g REAL -s REAL [options] | "
                "--of EXPR NAME=VALUE... -s REAL [options]",
    .rows = rows,
    .fields = fields,
    .headline = headline,
    .takes_values = true,
    .typical = "-x 2 -g 0.1 -s 0.2",
    .examples = "$ cnncalc gdstep -x 2 -g 0.1 -s 0.2\n"
                "1.98\n"
                "$ cnncalc gdstep -x 2 -g 0.1 -s 0.2 --explain\n"
                "x - s*g = 2 - 0.2*0.1 = 2 - 0.02 = 1.98\n"
                "$ cnncalc gdstep --of 'x^2' x=2 -s 0.1 -n 3\n"
                "x=1.024\n"
                "f=1.048576\n",
    .prepare = prepare,
    .goes = goes,
    .ready = ready,
    .ask = ask,
    .refuse = refuse,
    .explain = explain,
    .shows = shows,
    .show = show,
};
