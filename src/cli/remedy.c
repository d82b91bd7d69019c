/* A layer that cannot be, as a sentence, with a hint of what could. */
#include "change.h"
#include "explain.h"

#include <inttypes.h>
#include <string.h>

#define GROUPS_MOST 8  /* that are named */
#define GROUP_MOST  64 /* the largest of them */

/* ---- The hint ------------------------------------------------------------------------------ */

/* The next of what fits: "-P 2 gives 5". */
static void add_gives(struct text *hint, const char *before, const struct change *change) {
    text_format(hint, "%s%s%s gives %s", hint->length > 0 ? "; " : "", before, change->option.bytes,
                change->out.bytes);
}

/* A layer of a network has its input from the layers above: there is no option to name. */
static void hint_input(struct change *change, bool larger, struct text *hint) {
    if (change_input(change, larger))
        add_gives(hint, change->asked->placed ? "an input of " : "", change);
}

static void hint_filter(struct change *change, bool larger, struct text *hint) {
    if (change_filter(change, larger))
        add_gives(hint, "", change);
}

static void hint_padding(struct change *change, struct text *hint) {
    if (change_padding(change))
        add_gives(hint, change->uneven >= 0 ? "no even padding does, " : "", change);
}

/* The input is named where no other stride would do than 1, which fits any layer. */
static void hint_uneven(struct change *change, struct text *hint) {
    int64_t strides[STRIDES_MOST];
    bool more;
    int count = change_strides(change, strides, &more);

    if (count > 0) {
        text_add(hint, "strides that fit: ");
        change_add_strides(hint, strides, count, ", ");
    }
    hint_padding(change, hint);
    if (count <= 1) {
        hint_input(change, false, hint);
        hint_input(change, true, hint);
    }
    change_floor(change);
    add_gives(hint, "", change);
}

/* What makes room for a filter that is too wide. */
static void hint_too_wide(struct change *change, struct text *hint) {
    hint_filter(change, false, hint);
    hint_padding(change, hint);
    hint_input(change, true, hint);
}

/* What leaves a cell of a transposed layer's output. */
static void hint_empty(struct change *change, struct text *hint) {
    hint_padding(change, hint);
    hint_filter(change, true, hint);
    hint_input(change, true, hint);
}

/* Nothing is said where nothing would do. */
static void add_hint(struct change *change, void (*add)(struct change *, struct text *),
                     struct fault *fault) {
    struct text hint;

    text_clear(&hint);
    add(change, &hint);
    if (hint.length > 0)
        text_add(fault_hint(fault), hint.bytes);
}

void layer_hint_groups(const cnn_layer *layer, struct text *hint) {
    int count = 0;

    text_add(hint, "groups that fit: ");
    for (int64_t G = 1; G <= GROUP_MOST && count < GROUPS_MOST; G++)
        if (layer->C % G == 0 && layer->K % G == 0)
            text_format(hint, "%s%" PRId64, count++ > 0 ? ", " : "", G);
}

/* ---- The sentence -------------------------------------------------------------------------- */

/* " the height", where the axes differ. */
static void add_axis_name(struct text *text, const char *before, const cnn_layer *layer, int axis) {
    if (!layer_axes_alike(layer))
        text_format(text, "%s the %s", before, axis_names[axis]);
}

static void say_uneven(const cnn_trace *trace, const cnn_layer *layer, int axis,
                       struct text *sentence) {
    const cnn_item *size = cnn_find(trace, "size");
    struct text formula;

    text_whole(sentence, layer->axis[axis].S);
    text_add(sentence, " does not fit");
    add_axis_name(sentence, "", layer, axis);
    text_add(sentence, ": ");
    formula_values(&formula, trace, size->formula, axis, 0);
    text_add(sentence, formula.bytes);
    text_add(sentence, " = ");
    text_axis(sentence, size, axis, 0);
    text_add(sentence, " is not a whole number");
}

void say_wider(const cnn_axis *axis, const char *axis_name, struct text *sentence) {
    text_format(sentence, "wider than the padded %s: ", axis_name);
    if (axis->begin == axis->end)
        text_format(sentence, "%" PRId64 " + 2*%" PRId64, axis->W, axis->begin);
    else
        text_format(sentence, "%" PRId64 " + %" PRId64 " + %" PRId64, axis->W, axis->begin,
                    axis->end);
    text_format(sentence, " = %" PRId64, axis->W + axis->begin + axis->end);
}

static void say_too_wide(const cnn_axis *axis, const cnn_windows *w, const char *axis_name,
                         struct text *sentence) {
    text_format(sentence, "%" PRId64, axis->F);
    if (w->E != axis->F)
        text_format(sentence, " with dilation %" PRId64 " spans %" PRId64 " cells, which", axis->d,
                    w->E);
    text_add(sentence, " is ");
    say_wider(axis, axis_name, sentence);
}

static void refuse_uneven(const struct question *question, int axis, struct fault *fault) {
    cnn_item items[ITEMS_MOST];
    cnn_trace trace = {.items = items, .capacity = ITEMS_MOST, .working = true};

    question->command->ask(question, &trace);
    fault_at(fault, STATUS_NO_ANSWER, "--stride");
    say_uneven(&trace, &layer_of(question)->layer, axis, &fault->sentence);
}

static void refuse_too_wide(const cnn_layer *layer, int i, struct fault *fault) {
    cnn_windows w;

    cnn_window(&layer->axis[i], CNN_PADDED, CNN_FLOOR, &w);
    fault_at(fault, STATUS_NO_ANSWER, "--filter-size");
    say_too_wide(&layer->axis[i], &w, layer_axes_alike(layer) ? "input" : axis_names[i],
                 &fault->sentence);
}

static void refuse_empty(const cnn_layer *layer, int i, struct fault *fault) {
    const cnn_axis *axis = &layer->axis[i];

    fault_at(fault, STATUS_NO_ANSWER, "--pad");
    if (axis->begin == axis->end)
        text_format(&fault->sentence, "%" PRId64, axis->begin);
    else
        text_format(&fault->sentence, "%" PRId64 ":%" PRId64, axis->begin, axis->end);
    text_add(&fault->sentence, " takes the whole output");
    add_axis_name(&fault->sentence, " on", layer, i);
    text_add(&fault->sentence, ": S*(W - 1) + E - 2P is below 1");
}

static void refuse_groups(const cnn_layer *layer, bool of_input, struct fault *fault) {
    fault_say(fault, STATUS_NO_ANSWER, "--groups", "%" PRId64 " does not divide the %" PRId64 " %s",
              layer->G, of_input ? layer->C : layer->K, of_input ? "channels" : "filters");
    layer_hint_groups(layer, fault_hint(fault));
}

/* Groups that are as many as the channels: it is the filters that do not go with these. */
static void refuse_depthwise(const cnn_layer *layer, struct fault *fault) {
    fault_say(fault, STATUS_NO_ANSWER, "--filters",
              "%" PRId64 " is no multiple of the %" PRId64 " channels, as --depthwise asks",
              layer->K, layer->C);
    text_format(fault_hint(fault), "-K %" PRId64, layer->C);
}

void layer_refuse(const struct question *question, cnn_error error, struct fault *fault) {
    const cnn_layer *layer = &layer_of(question)->layer;
    const cnn_axis *axis = &layer->axis[error.axis];
    struct change change = change_of(question, error.axis);

    switch (error.code) {
    case CNN_UNEVEN:
        refuse_uneven(question, error.axis, fault);
        add_hint(&change, hint_uneven, fault);
        break;
    case CNN_TOO_WIDE:
        refuse_too_wide(layer, error.axis, fault);
        add_hint(&change, hint_too_wide, fault);
        break;
    case CNN_EMPTY:
        refuse_empty(layer, error.axis, fault);
        add_hint(&change, hint_empty, fault);
        break;
    case CNN_UNGROUPED:
        if (layer_of(question)->depthwise)
            refuse_depthwise(layer, fault);
        else
            refuse_groups(layer, *error.field == 'C', fault);
        break;
    case CNN_WIDE_OUTPUT_PAD:
        fault_say(fault, STATUS_NO_ANSWER, "--output-pad",
                  "%" PRId64 " is not below the larger of the stride %" PRId64
                  " and the dilation %" PRId64,
                  axis->output_pad, axis->S, axis->d);
        add_axis_name(&fault->sentence, " on", layer, error.axis);
        break;
    default:
        if (*error.field == 'd')
            fault_say(fault, STATUS_NO_ANSWER, "--draw",
                      "the cells cannot be numbered up to 2^63 - 1");
        else if (*error.field == 'E')
            fault_say(fault, STATUS_NO_ANSWER, "--filter-size",
                      "the filter spans d(F - 1) + 1 cells, which is beyond 2^63 - 1");
        else
            fault_say(fault, STATUS_NO_ANSWER, "--input-size",
                      "the size of the output is beyond 2^63 - 1");
    }
}
