/* gdstep. */
#include "answer.h"
#include "commands.h"
#include "explain.h"

#include <assert.h>
#include <string.h>

struct descent_question {
    struct real x, g, s;
};

#define BODY(member) offsetof(struct descent_question, member)

static const struct row parameter = {"parameter", 'x', KIND_REAL, BODY(x), NULL,
                                     0,           0,   NULL,      "REAL",  "where the step begins"};
static const struct row gradient = {"gradient", 'g', KIND_REAL, BODY(g), NULL,
                                    0,          0,   NULL,      "REAL",  "the gradient there"};
static const struct row step_size = {
    "step-size", 's', KIND_REAL, BODY(s), NULL, 0, 0, NULL, "REAL", "how far to go against it"};

static const struct row *const rows[] = {&parameter, &gradient, &step_size, NULL};

/* The parameter's letter is that of the answer: it is given by its long name. */
static const struct field fields[] = {
    {"parameter", "", NULL, true, false, NULL},
    {"g", "", NULL, true, false, NULL},
    {"s", "", NULL, true, false, NULL},
    {"x", "", NULL, false, false, "where the step leads: x - s*g, rounded once"},
    {NULL, NULL, NULL, false, false, NULL}};

static_assert(sizeof(struct descent_question) <= BODY_SIZE, "the question fits its place");

static const struct descent_question *body_of(const struct question *question) {
    return (const struct descent_question *)question->body;
}

static bool ready(struct question *question, struct fault *fault) {
    const struct descent_question *q = body_of(question);
    const struct need needs[] = {
        {&parameter, !q->x.told}, {&gradient, !q->g.told}, {&step_size, !q->s.told}};

    return check_needs(question->command, needs, sizeof needs / sizeof *needs, fault);
}

static cnn_error ask(const struct question *question, cnn_trace *trace) {
    const struct descent_question *q = body_of(question);
    return cnn_descend(q->x.value, q->g.value, q->s.value, trace);
}

static void refuse(const struct question *question, cnn_error error, struct fault *fault) {
    (void)question;
    fault_say(fault, STATUS_NO_ANSWER, error.field, "the result is beyond the largest double");
}

/* Whether a real is shown whole: the working then is exact as it stands. */
static bool shown_whole(double value, int digits) {
    char shown[CNN_TEXT], whole[CNN_TEXT];
    cnn_write_real(value, digits, shown);
    cnn_write_real(value, 0, whole);
    return strcmp(shown, whole) == 0;
}

static void explain(const struct question *question, const cnn_trace *trace, cnn_error error,
                    struct out *out) {
    const struct descent_question *q = body_of(question);
    int told = (int)question->common.precision, digits = working_digits(question);
    struct line line = {.trace = trace, .digits = digits};
    const cnn_item *x = cnn_find(trace, "x");

    if (error.code != CNN_OK)
        return;
    explain_item(&line, x, 0, out);
    if (told != 0 || (shown_whole(q->x.value, digits) && shown_whole(q->g.value, digits) &&
                      shown_whole(q->s.value, digits) && shown_whole(x->real, digits)))
        return;
    struct text text;
    text_clear(&text);
    text_format(&text, "\nWorking shown to %d digits.\n", digits);
    if (answer_is_headline(question)) {
        text_add(&text, "x=");
        text_real(&text, x->real, 0);
        text_add(&text, "\n");
    }
    out_text(out, text.bytes);
}

static const char *const headline[] = {"x", NULL};

const struct command command_gdstep = {
    .name = "gdstep",
    .summary = "where does a gradient-descent step lead?",
    .synopsis = "-x REAL -g REAL -s REAL [options]",
    .rows = rows,
    .fields = fields,
    .headline = headline,
    .typical = "-x 2 -g 0.1 -s 0.2",
    .examples = "$ cnncalc gdstep -x 2 -g 0.1 -s 0.2\n"
                "1.98\n"
                "$ cnncalc gdstep -x 2 -g 0.1 -s 0.2 --explain\n"
                "x - s*g = 2 - 0.2*0.1 = 2 - 0.02 = 1.98\n",
    .ready = ready,
    .ask = ask,
    .refuse = refuse,
    .explain = explain,
};
