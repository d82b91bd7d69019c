/* A layer that cannot be, as a sentence, with a hint of what could. */
#include "explain.h"
#include "trial.h"

#include <inttypes.h>
#include <string.h>

#define GROUPS_MOST 8  /* that are named */
#define GROUP_MOST  64 /* the largest of them */

/* ---- The hint ------------------------------------------------------------------------------ */

static void separate(struct text *text) {
    if (text->length > 0)
        text_add(text, "; ");
}

static void add_gives(struct text *text, const struct trial *trial, const char *before) {
    text_format(text, "%s%s gives %s", before, trial->option.bytes, trial->out.bytes);
}

static void hint_uneven(struct trial *trial, struct text *hint) {
    int64_t strides[STRIDES_MOST];
    bool more;
    int count = trial_strides(trial, strides, &more);

    if (count > 0) {
        text_add(hint, "strides that fit: ");
        trial_add_strides(hint, strides, count, ", ");
    }
    if (trial_parity_forbids(trial)) {
        if (trial_uneven_padding(trial)) {
            separate(hint);
            add_gives(hint, trial, "no even padding does, ");
        }
    } else if (trial_even_padding(trial)) {
        separate(hint);
        add_gives(hint, trial, "");
    }
    if (trial_floor(trial)) {
        separate(hint);
        add_gives(hint, trial, "");
    }
}

static bool nearest_narrower_filter(struct trial *trial, int64_t widest) {
    for (int64_t F = widest; F >= 1 && F >= widest - TRIAL_REACH; F--)
        if (trial_filter(trial, F))
            return true;
    return false;
}

/* What makes room for a filter that is too wide. */
static void hint_too_wide(struct trial *trial, const cnn_windows *w, struct text *hint) {
    const cnn_axis *axis = trial_axis(trial);
    int64_t padded = axis->W + axis->begin + axis->end; /* below E: it does not wrap */
    int64_t missing = w->E - padded;

    if (nearest_narrower_filter(trial, (padded - 1) / axis->d + 1))
        add_gives(hint, trial, "");
    if (trial_padding(trial, axis->begin + (missing + 1) / 2, axis->end + (missing + 1) / 2)) {
        separate(hint);
        add_gives(hint, trial, "");
    }
    if (trial_input(trial, axis->W + missing)) {
        separate(hint);
        add_gives(hint, trial, "");
    }
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

static bool refuse_uneven(const struct question *question, int axis, struct fault *fault) {
    struct trial trial = trial_of(question, axis);
    cnn_item items[ITEMS_MOST];
    cnn_trace trace = {.items = items, .capacity = ITEMS_MOST, .working = true};

    question->command->ask(question, &trace);
    fault_at(fault, STATUS_NO_ANSWER, "--stride");
    say_uneven(&trace, &trial.asked->layer, axis, &fault->sentence);
    hint_uneven(&trial, fault_hint(fault));
    return false;
}

static bool refuse_too_wide(const struct question *question, int axis, struct fault *fault) {
    struct trial trial = trial_of(question, axis);
    cnn_windows w;

    cnn_window(trial_axis(&trial), CNN_PADDED, CNN_FLOOR, &w);
    fault_at(fault, STATUS_NO_ANSWER, "--filter-size");
    say_too_wide(trial_axis(&trial), &w,
                 layer_axes_alike(&trial.asked->layer) ? "input" : axis_names[axis],
                 &fault->sentence);
    hint_too_wide(&trial, &w, fault_hint(fault));
    if (fault->hints[0].length == 0)
        fault->hint_count = 0;
    return false;
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

void layer_refuse(const struct question *question, cnn_error error, struct fault *fault) {
    const cnn_layer *layer = &layer_of(question)->layer;
    const cnn_axis *axis = &layer->axis[error.axis];

    switch (error.code) {
    case CNN_UNEVEN:
        refuse_uneven(question, error.axis, fault);
        break;
    case CNN_TOO_WIDE:
        refuse_too_wide(question, error.axis, fault);
        break;
    case CNN_EMPTY:
        refuse_empty(layer, error.axis, fault);
        break;
    case CNN_UNGROUPED:
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
