/* grad: the backprop worksheet of any expression. */
#include "check.h"
#include "commands.h"
#include "explain.h"
#include "graphs.h"
#include "worksheet.h"

#include <assert.h>
#include <math.h>
#include <string.h>

struct grad_question {
    const char *wrt;
    bool dot, numpy, check;
};

#define BODY(member) offsetof(struct grad_question, member)

static const struct row wrt_row = {.name = "wrt",
                                   .kind = KIND_TEXT,
                                   .offset = BODY(wrt),
                                   .value = "NAMES",
                                   .help = "the gradients of these variables alone, in this order"};
static const struct row dot_row = GRAPHS_DOT_ROW(BODY(dot));
static const struct row numpy_row = GRAPHS_NUMPY_ROW(BODY(numpy));
static const struct row check_row = {.name = "check",
                                     .kind = KIND_FLAG,
                                     .offset = BODY(check),
                                     .least = 1,
                                     .most = 1,
                                     .help = "central differences beside the gradients; and where "
                                             "there is a kink, what the gradient follows"};

static const struct row *const rows[] = {&wrt_row, &dot_row, &numpy_row, &check_row, NULL};

/* For help alone: the expression has its own. */
static const struct field fields[] = {
    {"NAME", "", NULL, true, false, NULL},
    {"out", "", NULL, false, false, "value of the expression"},
    {"fNAME", "", NULL, false, false, "its derivative by the variable NAME"},
    {"a b c d g ...", "", NULL, false, false, "the gates, in the order of evaluation"},
    {"fout", "", NULL, false, false, "1"},
    {"fa fb fc ...", "", NULL, false, false, "gradients at the gates"},
    {"fNAME_1 fa_1 ...", "", NULL, false, false, "parts of a gradient, where paths meet"},
    {NULL, "", NULL, false, false, NULL}};

static_assert(sizeof(struct grad_question) <= BODY_SIZE, "the question fits its place");

static const struct grad_question *body_of(const struct question *question) {
    return (const struct grad_question *)question->body;
}

/* ---- The question -------------------------------------------------------------------------- */

/* The expression comes first; behind it only --columns has a file. */
static bool check_operands(struct question *question, struct fault *fault) {
    bool columns = question->common.columns != NULL;
    const char *extra = worksheet_operand(question, columns ? 2 : 1);

    const char *text = worksheet_operand(question, 0);
    if (text == NULL || text[strspn(text, " \t\r\n")] == '\0') {
        fault_say(fault, STATUS_BAD_QUESTION, "EXPR", "missing");
        text_format(fault_hint(fault), "for example: cnncalc grad %s", question->command->typical);
        text_add(fault_hint(fault),
                 "it stands alone, without y = before it; behind -- where it begins with -");
        return false;
    }
    question->operand = columns ? worksheet_operand(question, 1) : NULL;
    if (extra == NULL)
        return true;
    struct text culprit;
    text_clear(&culprit);
    text_typed(&culprit, extra);
    fault_say(fault, STATUS_BAD_QUESTION, culprit.bytes, "unexpected operand");
    text_format(fault_hint(fault), "an expression is one word, in quotes: cnncalc grad %s",
                question->command->typical);
    return false;
}

static bool prepare(struct question *question, struct fault *fault) {
    const struct grad_question *q = body_of(question);

    return graphs_check(q->dot, q->numpy, fault) && check_operands(question, fault) &&
           worksheet_read(question, worksheet_operand(question, 0), q->wrt,
                          question->common.columns != NULL, fault) &&
           worksheet_fields(question, q->dot || q->numpy || q->check, fault);
}

/* The Python function has its values still to come. */
static bool ready(struct question *question, struct fault *fault) {
    const struct grad_question *q = body_of(question);

    return q->numpy || (worksheet_complete(question, fault) &&
                        (!q->check || check_is_affordable(question->sheet, fault)));
}

static cnn_error ask(const struct question *question, cnn_trace *trace) {
    struct worksheet *sheet = question->sheet;

    if (!sheet->evaluated)
        worksheet_evaluate(sheet, 1);
    cnn_error error = {.code = CNN_DOMAIN};
    bool finite = worksheet_is_finite(sheet);
    if (finite || trace->working)
        error = cnn_worksheet(&sheet->graph, sheet->row, sheet->texts, trace);
    return finite ? error : (cnn_error){.code = CNN_DOMAIN};
}

static void refuse(const struct question *question, cnn_error error, struct fault *fault) {
    (void)error; /* it has one way to go wrong */
    worksheet_blame(question->sheet, fault, "");
}

/* ---- Working ------------------------------------------------------------------------------- */

/* The gates up to the one that is not finite. */
static void explain_beginning(const cnn_trace *trace, int digits, struct out *out) {
    cnn_trace beginning = *trace;

    for (beginning.count = 0;; beginning.count++) {
        const cnn_item *item = &trace->items[beginning.count];
        if (item->role != CNN_RESULT && item->role != CNN_GIVEN && !isfinite(item->real))
            break;
    }
    beginning.count += beginning.count < trace->count;
    explain_gates(&beginning, digits, out);
}

static void explain(const struct question *question, const cnn_trace *trace, cnn_error error,
                    struct out *out) {
    int digits = working_digits(question);

    worksheet_head(question->sheet, out);
    if (error.code != CNN_OK) {
        explain_beginning(trace, digits, out);
        return;
    }
    explain_gates(trace, digits, out);
    if (!body_of(question)->check)
        check_kinks(question->sheet, trace, out);
    explain_ending(question, trace, out);
}

/* ---- Other answers ------------------------------------------------------------------------- */

static const char *shows(const struct question *question) {
    return graphs_option(body_of(question)->dot, body_of(question)->numpy);
}

static cnn_error show(const struct question *question, struct out *out) {
    return graphs_show(question, body_of(question)->numpy, out);
}

static const char *adds(const struct question *question) {
    return body_of(question)->check ? "--check" : NULL;
}

static void add(const struct question *question, struct out *out) {
    check_print(question->sheet, working_digits(question), out);
}

/* ---- Command ------------------------------------------------------------------------------- */

static const char *const headline[] = {"out", NULL};

const struct command command_grad = {
    .name = "grad",
    .summary = "the gradients of any expression, gate by gate",
    .synopsis = "EXPR NAME=VALUE... [options]",
    .rows = rows,
    .fields = fields,
    .headline = headline,
    .takes_values = true,
    .typical = "'x^2*y' x=3 y=2",
    .examples = "$ cnncalc grad 'x^2*y' x=3 y=2\n"
                "out=18\n"
                "fx=12\n"
                "fy=9\n"
                "$ cnncalc grad -p 6 'ln(x)*sigmoid(sqrt(y))/sigmoid((x+y)^2)' x=2 y=4\n"
                "out=0.610522\n"
                "fx=0.440399\n"
                "fy=0.018194\n",
    .prepare = prepare,
    .ready = ready,
    .ask = ask,
    .refuse = refuse,
    .explain = explain,
    .shows = shows,
    .show = show,
    .adds = adds,
    .add = add,
};
