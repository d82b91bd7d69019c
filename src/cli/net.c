/* net: a whole network, layer by layer. */
#include "net.h"

#include "commands.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* ---- Options and fields ---------------------------------------------------------------------- */

#define BODY(member) offsetof(struct net_question, member)

static const struct row rounding = {
    .name = "round",
    .letter = 'R',
    .kind = KIND_CHOICE,
    .offset = BODY(round),
    .preset = "exact",
    .choices = "exact floor ceil full",
    .value = "HOW",
    .help = "what becomes of a stride that does not divide, for layers that do not say"};
static const struct row batch_size = {.name = "batch-size",
                                      .kind = KIND_WHOLE,
                                      .offset = BODY(batch),
                                      .preset = "1",
                                      .least = 1,
                                      .most = CNN_MAX,
                                      .value = "N",
                                      .help = "images at once: macs, flops and memory are of all"};
static const struct row dtype = {.name = "dtype",
                                 .kind = KIND_CHOICE,
                                 .offset = BODY(dtype),
                                 .preset = "f32",
                                 .choices = "f32 f16 bf16 i8",
                                 .value = "TYPE",
                                 .help = "type of a number: 4, 2, 2 or 1 bytes; told, the table "
                                         "has the memory too"};
static const struct row total = {.name = "total",
                                 .kind = KIND_FLAG,
                                 .offset = BODY(total),
                                 .least = 1,
                                 .most = 1,
                                 .help = "the whole network's row alone"};
static const struct row dot = {.name = "dot",
                               .kind = KIND_FLAG,
                               .offset = BODY(dot),
                               .least = 1,
                               .most = 1,
                               .help = "print the graph for Graphviz: dot -Tsvg"};

static const struct row *const rows[] = {&rounding, &batch_size, &dtype, &total, &dot, NULL};

#define GIVEN(name)                                                                                \
    { name, "", NULL, true, false, NULL }
#define FIELD(name, help)                                                                          \
    { name, "", NULL, false, false, help }

static const struct field fields[] = {
    GIVEN("layer"),
    GIVEN("W"),
    GIVEN("F"),
    GIVEN("S"),
    GIVEN("P"),
    GIVEN("d"),
    GIVEN("K"),
    GIVEN("C"),
    GIVEN("G"),
    GIVEN("R"),
    GIVEN("output_pad"),
    GIVEN("bias"),
    FIELD("label", "the layer's label"),
    FIELD("kind", "its kind"),
    {"out", "", NULL, false, true, "volume of the output; a vector's length"},
    FIELD("params", "weights and biases"),
    FIELD("weights", "trainable weights"),
    FIELD("biases", "trainable biases"),
    FIELD("macs", "multiply-accumulates"),
    FIELD("flops", "twice the macs"),
    FIELD("rf", "receptive field: input pixels that a unit sees, padding included"),
    FIELD("jump", "input pixels from one unit's field to the next"),
    FIELD("start", "first pixel of unit 0's field; below 0 in the padding"),
    FIELD("memory", "bytes of the output; of the whole, of all outputs"),
    FIELD("param_memory", "bytes of the parameters"),
    FIELD("peak", "bytes of outputs alive while it runs; of the whole, the most"),
    FIELD("aligned", "of a join: whether units of its paths lie above one another"),
    {NULL, "", NULL, false, false, NULL}};

static const char *const table_fields[] = {"layer", "kind", "out",  "params",
                                           "macs",  "rf",   "jump", NULL};
static const char *const total_fields[] = {"params", "macs", "flops", NULL};
static const char *const memory_fields[] = {"params",       "macs", "flops", "memory",
                                            "param_memory", "peak", NULL};

static_assert(sizeof(struct net_question) <= BODY_SIZE, "the question fits its place");

static struct net_question *body_of(struct question *question) {
    return (struct net_question *)question->body;
}

const struct net_question *net_of(const struct question *question) {
    return (const struct net_question *)question->body;
}

/* ---- A layer as a question ------------------------------------------------------------------- */

/* There is room for as many as there are fields. */
static cnn_item *add_item(cnn_trace *trace, const char *name, cnn_kind kind) {
    cnn_item *item = &trace->items[trace->count++];
    *item = (cnn_item){.role = CNN_RESULT, .kind = kind, .name = name};
    return item;
}

static void add_word(cnn_trace *trace, const char *name, const char *word) {
    add_item(trace, name, word != NULL ? CNN_WORD : CNN_NONE)->word = word;
}

/* What is asked for and not there has no value: a relu has no stride. */
static void add_missing(const struct question *question, cnn_trace *trace) {
    for (int i = 0; i < question->names->count; i++)
        if (cnn_find(trace, question->names->of[i]) == NULL)
            add_word(trace, question->names->of[i], NULL);
}

static cnn_error ask(const struct question *question, cnn_trace *trace) {
    const struct net_question *q = net_of(question);
    bool whole = q->totals != NULL;
    cnn_error error = whole ? cnn_net_total_trace(&q->network->net, q->totals, trace)
                            : cnn_net_trace(&q->network->net, q->layer, trace);

    if (whole) {
        add_word(trace, "layer", NULL);
        add_word(trace, "label", NULL);
        add_word(trace, "kind", NULL);
    } else {
        add_item(trace, "layer", CNN_WHOLE)->whole[0] = q->layer;
        add_word(trace, "label", q->network->origins[q->layer].label);
    }
    add_missing(question, trace);
    return error;
}

/* Layers that do not fit are none; their working always has room. */
static void refuse(const struct question *question, cnn_error error, struct fault *fault) {
    (void)question;
    fault_say(fault, STATUS_NO_ANSWER, error.field, "the working is too long");
}

static void explain(const struct question *question, const cnn_trace *trace, cnn_error error,
                    struct out *out) {
    (void)error;
    if (net_of(question)->totals != NULL)
        net_explain_totals(question, trace, out);
    else
        net_explain_layer(question, trace, out);
}

/* ---- The answer in its forms ----------------------------------------------------------------- */

/* A layer, or the whole where `totals` is told. */
static struct question one_of(const struct question *question, int32_t layer,
                              const cnn_net_totals *totals) {
    struct question one = *question;

    body_of(&one)->layer = layer;
    body_of(&one)->totals = totals;
    one.headline = totals == NULL                 ? table_fields
                   : net_of(question)->dtype_told ? memory_fields
                                                  : total_fields;
    one.common.expect = NULL;
    one.common.explain = question->common.explain && question->common.json;
    return one;
}

/* Prints it in the form that was asked for; false: a value that was asked for is beyond. */
static bool answer_one(struct question *question, int32_t layer, const cnn_net_totals *totals,
                       struct run *run) {
    struct network *network = net_of(question)->network;
    struct question one = one_of(question, layer, totals);
    bool in_line = question->common.all && totals == NULL && !question->common.json;
    const struct place place = {in_line ? "" : NULL, 0};

    if (answer_question(&one, &place, &run->out, &network->fault))
        return true;
    if (totals == NULL)
        network->place.line = network->origins[layer].line;
    else
        network->place.file = NULL;
    return false;
}

/* Each layer on a line; in JSON, and with --total, the whole. */
static void answer_lines(struct question *question, const cnn_net_totals *totals, struct run *run) {
    const struct net_question *q = net_of(question);
    const struct network *network = q->network;
    bool whole = (q->total || question->common.json) && network->fault.status == STATUS_ANSWERED;

    for (int32_t i = 0; !q->total && i < network->net.count; i++)
        if (!answer_one(question, i, NULL, run))
            return;
    if (whole)
        answer_one(question, -1, totals, run);
}

/* ---- The table ------------------------------------------------------------------------------- */

static bool beyond(struct network *network, const char *name) {
    return fault_say(&network->fault, STATUS_NO_ANSWER, name, "the count is beyond 2^63 - 1");
}

/* Ends the table above a layer with a count that cannot be shown. */
static void check_counts(const struct net_question *q) {
    struct network *network = q->network;

    for (int32_t i = 0; i < network->net.count; i++) {
        const cnn_net_layer *layer = &network->net.layers[i];
        bool memory =
            q->dtype_told && (layer->numbers < 0 || layer->numbers > CNN_MAX / network->net.bytes);
        if (layer->params >= 0 && layer->macs >= 0 && !memory)
            continue;
        beyond(network, layer->params < 0 ? "params" : layer->macs < 0 ? "macs" : "memory");
        network->place.line = network->origins[i].line;
        network->net.count = i;
        network->worked = true;
    }
}

static bool check_totals(struct network *network, const cnn_net_totals *totals, bool memory) {
    if (totals->params < 0 || totals->macs < 0 || totals->flops < 0)
        beyond(network, totals->params < 0 ? "params" : totals->macs < 0 ? "macs" : "flops");
    else if (memory && (totals->memory < 0 || totals->param_memory < 0))
        beyond(network, totals->memory < 0 ? "memory" : "param_memory");
    else
        return true;
    network->place.file = NULL;
    return false;
}

static void print_table(struct question *question, const cnn_net_totals *totals, struct run *run) {
    const struct net_question *q = net_of(question);
    struct network *network = q->network;

    check_counts(q);
    if (network->net.count > 0 && !net_table(q, &run->out))
        run_fail(run, question->command->name, "memory", ENOMEM);
    else if (network->fault.status == STATUS_ANSWERED &&
             check_totals(network, totals, q->dtype_told))
        net_table_totals(q, totals, &run->out);
}

/* ---- Working --------------------------------------------------------------------------------- */

static void explain_one(const struct question *question, int32_t layer,
                        const cnn_net_totals *totals, struct run *run) {
    struct question one = one_of(question, layer, totals);
    cnn_item items[ITEMS_MOST];
    cnn_trace trace = {.items = items, .capacity = ITEMS_MOST, .working = true};

    ask(&one, &trace);
    explain(&one, &trace, (cnn_error){.code = CNN_OK}, &run->out);
}

/* The layer at fault, as far as it goes. */
static void explain_fault(const struct question *question, struct run *run) {
    const struct network *network = net_of(question)->network;

    if (network->worked)
        explain_one(question, network->net.count, NULL, run);
    else if (network->misfit)
        net_explain_misfit(question, &run->out);
}

static void print_working(struct question *question, const cnn_net_totals *totals,
                          struct run *run) {
    const struct net_question *q = net_of(question);
    struct network *network = q->network;

    check_counts(q);
    for (int32_t i = 0; !q->total && i < network->net.count; i++) {
        explain_one(question, i, NULL, run);
        out_char(&run->out, '\n');
    }
    if (network->fault.status != STATUS_ANSWERED)
        explain_fault(question, run);
    else if (check_totals(network, totals, q->dtype_told))
        explain_one(question, -1, totals, run);
}

/* ---- The question ---------------------------------------------------------------------------- */

/* The last layer's volume; with -o, the last line. */
static void check_expected(struct question *question, const cnn_net_totals *totals,
                           struct run *run) {
    static const char *const out_headline[] = {"out", NULL};
    struct network *network = net_of(question)->network;
    bool named = question->names->count > 0;
    bool whole = !named || net_of(question)->total;
    struct question one = one_of(question, network->net.count - 1, whole ? totals : NULL);

    network->place.file = NULL;
    one.headline = out_headline;
    one.common.expect = question->common.expect;
    answer_expect(&one, &run->out, &network->fault);
}

static void print_network(struct question *question, const cnn_net_totals *totals,
                          struct run *run) {
    const struct net_question *q = net_of(question);
    const struct common *common = &question->common;
    struct network *network = q->network;
    bool lines = common->json || common->all || question->names->count > 0;

    if (q->dot) {
        if (network->fault.status == STATUS_ANSWERED)
            net_dot(q, &run->out);
        return;
    }
    if (common->explain && !common->json)
        print_working(question, totals, run);
    if (lines || q->total)
        answer_lines(question, totals, run);
    else if (!common->explain)
        print_table(question, totals, run);
    if (common->expect != NULL && network->fault.status == STATUS_ANSWERED)
        check_expected(question, totals, run);
}

static void work_network(struct question *question, struct run *run) {
    static const int64_t bytes[] = {4, 2, 2, 1}; /* of the types, in their order */
    struct network network = {.net = {.count = 0}};
    struct net_question *q = body_of(question);

    q->network = &network;
    q->dtype_told = option_given(question, &dtype);
    network.net.batch = q->batch;
    network.net.bytes = bytes[q->dtype];
    if (network_read(&network, run, question, q->round)) {
        if (network.fault.status != STATUS_BAD_QUESTION && network.net.count > 0) {
            int32_t *last = malloc((size_t)network.net.count * sizeof *last);
            if (last == NULL) {
                run_fail(run, question->command->name, "memory", ENOMEM);
            } else {
                const cnn_net_totals totals = cnn_net_total(&network.net, last);
                print_network(question, &totals, run);
            }
            free(last);
        }
        run_report(run, &network.place, &network.fault);
    }
    network_free(&network);
}

static const char *shows(const struct question *question) {
    return net_of(question)->dot ? "--dot" : NULL;
}

static void run_net(struct run *run, struct question *question) {
    const struct place alone = {NULL, 0};
    struct names names;
    struct fault fault;

    fault_clear(&fault, question->command->name);
    if (question->common.columns != NULL)
        fault_say(&fault, STATUS_BAD_QUESTION, "--columns", "not with net");
    else if (net_of(question)->dot && net_of(question)->total)
        fault_say(&fault, STATUS_BAD_QUESTION, "--dot", "not with --total");
    else if (command_prepare(question, &names, &fault))
        work_network(question, run);
    run_report(run, &alone, &fault);
}

const struct command command_net = {
    .name = "net",
    .summary = "size, parameters, cost and receptive field of every layer of a network",
    .synopsis = "[options] [FILE]",
    .rows = rows,
    .fields = fields,
    .headline = table_fields,
    .examples = "$ printf 'input -W 28x28x1\\nconv -K 6 -F 5\\n' | cnncalc net\n"
                "layer  kind      output      params    macs     rf  jump\n"
                "-      input     28x28x1          -       -      1     1\n"
                "1      conv 5x5  24x24x6        156  86,400      5     1\n"
                "\n"
                "params 156   macs 86,400   flops 172,800\n",
    .typical = "network.net",
    .run = run_net,
    .ask = ask,
    .refuse = refuse,
    .explain = explain,
    .shows = shows,
    .help = kinds_help,
};
