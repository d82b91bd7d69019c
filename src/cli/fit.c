/* fit: the inverse question. */
#include "commands.h"
#include "explain.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

/* ---- Options and fields ---------------------------------------------------------------------- */

struct fit_question {
    int64_t W, O, F, S, d, dims, max_filter;
    struct pads P;
    int round;
    bool transpose, pool, first;
    bool begun; /* the first solution has been looked for */
    bool odd;   /* a filter of those that were found is odd */
    cnn_fit fit;
    char flags[160]; /* of the solution, as one types them */
};

#define BODY(member) offsetof(struct fit_question, member)
#define WHOLE(name, letter, member, preset, most, help)                                            \
    { name, preset, "N", letter, KIND_WHOLE, BODY(member), 1, most, NULL, help }
#define FLAG(name, member, help)                                                                   \
    { name, "", "", 0, KIND_FLAG, BODY(member), 1, 1, NULL, help }

static const struct row input_size =
    WHOLE("input-size", 'W', W, "", CNN_MAX, "size of the input; or what follows from the rest");
static const struct row output_size =
    WHOLE("output-size", 'O', O, "", CNN_MAX, "size of the output; or what follows from the rest");
static const struct row filter_size =
    WHOLE("filter-size", 'F', F, "", CNN_MAX, "size of the filter; else all up to --max-filter");
static const struct row stride =
    WHOLE("stride", 'S', S, "", CNN_MAX, "step of the filter; else all up to F");
static const struct row pad = {
    .name = "pad",
    .letter = 'P',
    .kind = KIND_PADS,
    .offset = BODY(P),
    .most = CNN_MAX,
    .choices = PADDINGS,
    .value = "PAD",
    .help = "zero-padding on every side, begin:end, same or same-lower; else all up to F/2"};
static const struct row dilation =
    WHOLE("dilation", 'd', d, "1", CNN_MAX, "spacing of the filter's cells");
static const struct row rounding = {.name = "round",
                                    .letter = 'R',
                                    .kind = KIND_CHOICE,
                                    .offset = BODY(round),
                                    .preset = "exact",
                                    .choices = "exact floor ceil full",
                                    .value = "HOW",
                                    .help = "what becomes of a stride that does not divide"};
static const struct row dims = DIMS_ROW(BODY(dims));
static const struct row transpose = FLAG("transpose", transpose, "transposed layers");
static const struct row pool = FLAG("pool", pool, "pool layers: the flags are those of pool");
static const struct row max_filter =
    WHOLE("max-filter", 0, max_filter, "15", CNN_MAX, "the largest filter that is tried");
static const struct row first = FLAG("first", first, "the first solution alone");

static const struct row *const rows[] = {&input_size, &output_size, &filter_size, &stride,    &pad,
                                         &dilation,   &rounding,    &dims,        &transpose, &pool,
                                         &max_filter, &first,       NULL};

#define FIELD(name, help)                                                                          \
    { name, "", NULL, false, false, help }

static const struct field fields[] = {FIELD("W", "size of the input"),
                                      FIELD("F", "size of the filter"),
                                      FIELD("S", "stride"),
                                      FIELD("P", "padding"),
                                      FIELD("d", "dilation"),
                                      FIELD("O", "size of the output"),
                                      {NULL, "", NULL, false, false, NULL}};

static_assert(sizeof(struct fit_question) <= BODY_SIZE, "the question fits its place");

static struct fit_question *body_of(const struct question *question) {
    return (struct fit_question *)question->body;
}

/* ---- The question ---------------------------------------------------------------------------- */

static bool check_together(const struct question *question, struct fault *fault) {
    const struct fit_question *q = body_of(question);

    if (q->transpose && option_given(question, &rounding))
        return fault_say(fault, STATUS_BAD_QUESTION, "--round",
                         "a transposed layer has no stride that does not divide");
    if (q->transpose && q->pool)
        return fault_say(fault, STATUS_BAD_QUESTION, "--transpose", "not with --pool");
    if (q->F != 0 && option_given(question, &max_filter))
        return fault_say(fault, STATUS_BAD_QUESTION, "--max-filter", "--filter-size is told too");
    if (q->P.count > 1)
        return fault_say(fault, STATUS_BAD_QUESTION, "--pad",
                         "one for all axes: layers are square");
    return true;
}

static bool ready(struct question *question, struct fault *fault) {
    struct fit_question *q = body_of(question);

    if (q->W == 0 && q->O == 0) {
        fault_say(fault, STATUS_BAD_QUESTION, "--input-size, --output-size",
                  "one of them is needed");
        text_format(fault_hint(fault), "for example: cnncalc fit %s", question->command->typical);
        return false;
    }
    if (!check_together(question, fault))
        return false;
    q->fit = (cnn_fit){.W = q->W,
                       .O = q->O,
                       .F = q->F,
                       .S = q->S,
                       .has_P = option_given(question, &pad),
                       .axis = {.d = q->d, .begin = q->P.begin[0], .end = q->P.end[0]},
                       .padding = q->P.mode,
                       .round = (cnn_round)q->round,
                       .transposed = q->transpose,
                       .F_most = q->max_filter};
    q->begun = false;
    return true;
}

/* "-W 227 -F 11 -S 4 -P 0", and what is not as it is unless told. */
static void write_flags(struct fit_question *q) {
    static const char *const rounds[] = {"exact", "floor", "ceil", "full"};
    const cnn_axis *axis = &q->fit.axis;
    struct text text;

    text_clear(&text);
    text_format(&text, "-W %" PRId64 " -F %" PRId64 " -S %" PRId64 " -P ", axis->W, axis->F,
                axis->S);
    if (q->fit.padding != CNN_PADDED)
        text_add(&text, q->fit.padding == CNN_SAME ? "same" : "same-lower");
    else
        text_whole(&text, axis->begin);
    if (q->fit.padding == CNN_PADDED && axis->end != axis->begin)
        text_format(&text, ":%" PRId64, axis->end);
    if (axis->d != 1)
        text_format(&text, " -d %" PRId64, axis->d);
    if (q->fit.round != CNN_EXACT)
        text_format(&text, " -R %s", rounds[q->fit.round]);
    if (q->dims != 2)
        text_format(&text, " --dims %" PRId64, q->dims);
    if (q->fit.transposed)
        text_add(&text, " --transpose");
    memcpy(q->flags, text.bytes, text.length + 1);
}

/* The next solution; false: there is none, and the next call begins again. */
static bool next(struct question *question) {
    struct fit_question *q = body_of(question);
    bool found;

    if (!q->begun) {
        cnn_fit_begin(&q->fit);
        q->odd = false;
    }
    found = !(q->begun && q->first) && cnn_fit_next(&q->fit);
    q->begun = found;
    if (found) {
        q->odd = q->odd || q->fit.axis.F % 2 == 1;
        write_flags(q);
    }
    return found;
}

static void add_axes(const struct fit_question *q, cnn_trace *trace, const char *name,
                     int64_t value, int64_t end) {
    bool is_pad = end >= 0;

    cnn_item *item = &trace->items[trace->count++];
    *item = (cnn_item){.role = CNN_RESULT,
                       .kind = is_pad ? CNN_PADS : CNN_PER_AXIS,
                       .axes = (int)q->dims,
                       .square = true,
                       .name = name};
    for (int i = 0; i < q->dims; i++) {
        item->whole[i] = value;
        item->more[i] = is_pad ? end : 0;
    }
}

/* The solution that was found last. */
static cnn_error ask(const struct question *question, cnn_trace *trace) {
    const struct fit_question *q = body_of(question);
    const cnn_axis *axis = &q->fit.axis;

    trace->count = 0;
    trace->items[trace->count++] =
        (cnn_item){.role = CNN_RESULT, .kind = CNN_WORD, .name = "flags", .word = q->flags};
    add_axes(q, trace, "W", axis->W, -1);
    add_axes(q, trace, "F", axis->F, -1);
    add_axes(q, trace, "S", axis->S, -1);
    add_axes(q, trace, "P", axis->begin, axis->end);
    add_axes(q, trace, "d", axis->d, -1);
    add_axes(q, trace, "O", q->fit.out, -1);
    return (cnn_error){.code = CNN_OK};
}

/* ---- What does not fit ------------------------------------------------------------------------
 */

/* The search as it was asked for: what it has found and tried is forgotten. */
static cnn_fit search_again(const struct fit_question *q) {
    cnn_fit fit = q->fit;

    fit.axis.begin = q->P.begin[0];
    fit.axis.end = q->P.end[0];
    return fit;
}

#define COUNT_MOST 1000

/* How many layers there are with -R floor, at most COUNT_MOST; and whether a filter of these is
 * odd.
 */
static int count_floor(const struct fit_question *q, bool *odd) {
    cnn_fit fit = search_again(q);
    int count = 0;

    *odd = false;
    if (fit.transposed || fit.round != CNN_EXACT)
        return 0;
    fit.round = CNN_FLOOR;
    cnn_fit_begin(&fit);
    while (count < COUNT_MOST && cnn_fit_next(&fit)) {
        *odd = *odd || fit.axis.F % 2 == 1;
        count++;
    }
    return count;
}

static void add_floor(struct text *hint, int count) {
    text_format(hint, "--round floor finds %s%d layer%s", count == COUNT_MOST ? "more than " : "",
                count == COUNT_MOST ? COUNT_MOST - 1 : count, count == 1 ? "" : "s");
}

#define FILTER_MOST 100 /* of those that a hint looks for */

/* Where padding up to F/2 is too little, or not enough to take away, no filter helps: a layer makes
 * at most 1 more than its input, a transposed one at most 1 less. */
static bool hint_padding(const struct fit_question *q, struct fault *fault) {
    bool told = q->W != 0 && q->O != 0 && !q->fit.has_P;

    if (!told || (q->transpose ? q->O >= q->W - 1 : q->O - 1 <= q->W))
        return false;
    text_format(fault_hint(fault),
                "with padding up to F/2 the output is at %s: --pad tells another",
                q->transpose ? "least W - 1" : "most W + 1");
    return true;
}

/* The first filter beyond those that were tried with which a layer fits, or that there is none. */
static void hint_filter(const struct fit_question *q, struct fault *fault) {
    cnn_fit fit = search_again(q);
    bool beyond = q->max_filter < FILTER_MOST;

    fit.F_most = beyond ? FILTER_MOST : q->max_filter;
    cnn_fit_begin(&fit);
    if (beyond && cnn_fit_next(&fit))
        text_format(fault_hint(fault), "filters up to %" PRId64 " were tried; -F %" PRId64 " fits",
                    q->max_filter, fit.axis.F);
    else
        text_format(fault_hint(fault), "no filter up to %" PRId64 " fits", fit.F_most);
}

static void refuse(const struct question *question, cnn_error error, struct fault *fault) {
    const struct fit_question *q = body_of(question);
    bool odd;
    int count = count_floor(q, &odd);

    (void)error;
    fault_at(fault, STATUS_NO_ANSWER, q->O != 0 ? "--output-size" : "--input-size");
    text_add(&fault->sentence, "no layer ");
    if (q->W != 0 && q->O != 0)
        text_format(&fault->sentence, "makes %" PRId64 " of %" PRId64, q->O, q->W);
    else
        text_format(&fault->sentence, q->O != 0 ? "makes %" PRId64 : "takes %" PRId64,
                    q->O != 0 ? q->O : q->W);
    if (count > 0)
        add_floor(fault_hint(fault), count);
    else if (!hint_padding(q, fault) && q->F == 0)
        hint_filter(q, fault);
}

/* Solutions there are, but none that has a middle. */
static void advise(const struct question *question, struct fault *fault) {
    const struct fit_question *q = body_of(question);
    bool odd = false;
    int count = q->odd || q->first || q->F != 0 ? 0 : count_floor(q, &odd);

    if (!odd)
        return;
    struct text *hint = fault_hint(fault);
    text_add(hint, "only even filters fit; ");
    add_floor(hint, count);
}

/* ---- Working --------------------------------------------------------------------------------- */

/* The solution, and the size that it gives. */
static void explain(const struct question *question, const cnn_trace *trace, cnn_error error,
                    struct out *out) {
    const struct fit_question *q = body_of(question);
    cnn_layer layer = cnn_layer_of(1);
    cnn_item items[ITEMS_MOST];
    cnn_trace size = {.items = items, .capacity = ITEMS_MOST, .working = true};
    struct line line = {.trace = &size, .label = q->flags, .lawless = true};

    (void)trace;
    (void)error;
    layer.axis[0] = q->fit.axis;
    layer.padding = q->fit.padding;
    layer.round = q->fit.round;
    layer.transposed = q->fit.transposed;
    layer.square = true;
    line.width = strlen(q->flags) + 3;
    cnn_conv(&layer, &size);
    explain_item(&line, cnn_find(&size, "size"), 0, out);
}

static const char *const headline[] = {"flags", NULL};

const struct command command_fit = {
    .name = "fit",
    .summary = "which layers turn this size into that one?",
    .synopsis = "-W N -O N [options]",
    .rows = rows,
    .fields = fields,
    .headline = headline,
    .typical = "-W 227 -O 55",
    .examples = "$ cnncalc fit -W 227 -O 55\n"
                "-W 227 -F 11 -S 4 -P 0\n"
                "-W 227 -F 13 -S 4 -P 1\n"
                "-W 227 -F 15 -S 4 -P 2\n"
                "$ cnncalc fit -O 112 -F 7 -S 2 -P 3 -R floor -o W\n"
                "223\n"
                "224\n"
                "$ cnncalc convout $(cnncalc fit --first -W 227 -O 55)\n"
                "55\n",
    .ready = ready,
    .next = next,
    .ask = ask,
    .refuse = refuse,
    .advise = advise,
    .explain = explain,
};
