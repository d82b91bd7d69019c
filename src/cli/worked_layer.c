/* The worked solution of a layer. */
#include "answer.h"
#include "explain.h"
#include "layers.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

const char *const axis_names[CNN_AXES] = {"width", "height", "depth"};

bool layer_axes_alike(const cnn_layer *layer) {
    for (int i = 1; i < layer->dims; i++)
        if (memcmp(&layer->axis[i], &layer->axis[0], sizeof(cnn_axis)) != 0)
            return false;
    return true;
}

static void add_letter(struct text *text, const cnn_trace *trace, const char *letter) {
    const cnn_item *item = cnn_find(trace, letter);

    text_add(text, text->length > 0 ? ", " : "");
    text_format(text, "%s = ", letter);
    text_alike(text, item);
}

static void add_axes(struct text *text, const cnn_trace *trace, const char *letter) {
    const cnn_item *item = cnn_find(trace, letter);
    for (int i = 0; i < item->axes; i++) {
        text_add(text, i > 0 ? "x" : "");
        text_whole(text, item->whole[i]);
    }
}

static void add_stride(struct text *text, const cnn_trace *trace, const cnn_layer *layer) {
    const cnn_item *P = cnn_find(trace, "P"), *d = cnn_find(trace, "d");

    text_add(text, ", stride ");
    text_alike(text, cnn_find(trace, "S"));
    if (layer->padding != CNN_PADDED) {
        text_add(text, layer->padding == CNN_SAME ? ", padding same" : ", padding same-lower");
    } else if (item_alike(P) && P->whole[0] == 0 && P->more[0] == 0) {
        text_add(text, ", no padding");
    } else {
        text_add(text, ", padding ");
        text_alike(text, P);
    }
    if (!item_alike(d) || d->whole[0] != 1) {
        text_add(text, ", dilation ");
        text_alike(text, d);
    }
    if (layer->G > 1)
        text_format(text, ", %" PRId64 " groups", layer->G);
    if (layer->transposed)
        text_add(text, ", transposed");
}

void layer_describe(struct text *text, const cnn_layer *layer, const cnn_trace *trace,
                    bool is_pool) {
    if (!is_pool && layer->K > 1)
        text_format(text, "%" PRId64 " filters of ", layer->K);
    else if (!is_pool)
        text_add(text, "a filter of ");
    add_axes(text, trace, "F");
    if (layer->C != 0 && layer->C % layer->G == 0 && !is_pool)
        text_format(text, "x%" PRId64, layer->C / layer->G);
    add_stride(text, trace, layer);
}

/* "Input 227x227x3, 96 filters of 11x11x3, stride 4, no padding:" */
static void describe(const struct question *question, const cnn_trace *trace, bool is_pool,
                     struct out *out) {
    const cnn_layer *layer = &layer_of(question)->layer;
    struct text text;

    text_clear(&text);
    text_add(&text, "Input ");
    add_axes(&text, trace, "W");
    if (layer->C != 0)
        text_format(&text, "x%" PRId64, layer->C);
    text_add(&text, is_pool ? ", pool of " : ", ");
    layer_describe(&text, layer, trace, is_pool);
    text_add(&text, ":\n");
    out_text(out, text.bytes);

    text_clear(&text);
    static const char *const letters[] = {"W", "C", "K", "F", "S", "P", "d", "G"};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        const cnn_item *item = cnn_find(trace, letters[i]);
        bool plain = *letters[i] == 'd' || *letters[i] == 'G'; /* left out where it is 1 */
        if (item != NULL && !(plain && item_alike(item) && item->whole[0] == 1))
            add_letter(&text, trace, letters[i]);
    }
    text_add(&text, ".\n\n");
    out_text(out, text.bytes);
}

/* A per-axis chain of a step: once, or once for each axis, under the step's own name. */
static void explain_step(const struct line *line, const char *label, const cnn_item *item,
                         bool alike, struct out *out) {
    struct line named = *line;

    named.label = label;
    for (int i = 0; i < (alike ? 1 : item->axes); i++) {
        explain_item(&named, item, i, out);
        named.label = "";
    }
}

/* The size: once, or once for each axis, under the axis's name. */
static void explain_axes(const struct line *line, const cnn_item *item, bool alike,
                         struct out *out) {
    struct line named = *line;

    if (alike) {
        explain_item(line, item, 0, out);
        return;
    }
    assert(item->axes <= CNN_AXES);
    for (int i = 0; i < item->axes; i++) {
        named.label = axis_names[i];
        explain_item(&named, item, i, out);
    }
}

static bool any_dropped(const cnn_trace *trace) {
    const cnn_item *dropped = cnn_find(trace, "dropped");
    return dropped != NULL && (dropped->whole[0] | dropped->whole[1] | dropped->whole[2]) != 0;
}

static void explain_below(const struct line *line, const char *words, struct out *out) {
    out_blanks(out, line->width);
    out_text(out, words);
    out_char(out, '\n');
}

/* What became of the last stride, where all axes are alike. */
static void explain_rest(const struct line *line, const cnn_layer *layer, struct out *out) {
    int64_t span = cnn_find(line->trace, "span")->whole[0], S = layer->axis[0].S;
    struct text text;

    text_clear(&text);
    if (span % S == 0)
        text_format(&text,
                    "%" PRId64 " divides %" PRId64 ": the filter fits, and no cell is left over.",
                    S, span);
    else
        text_format(&text, "%" PRId64 " does not divide %" PRId64 "%s", S, span,
                    layer->round == CNN_FLOOR  ? ": the rest is dropped."
                    : any_dropped(line->trace) ? "."
                                               : ": a last window hangs over the end.");
    explain_below(line, text.bytes, out);
}

static void explain_fit(const struct line *line, const cnn_layer *layer, struct out *out) {
    if (cnn_find(line->trace, "span") == NULL || layer->padding != CNN_PADDED)
        return;
    if (layer_axes_alike(layer))
        explain_rest(line, layer, out);
    if (any_dropped(line->trace)) {
        explain_below(line, "One more window would begin beyond the input and its leading", out);
        explain_below(line, "padding; it is dropped, as PyTorch drops it.", out);
    }
}

/* How the padding of `same` is shared between the two ends. */
static void explain_ends(const struct line *line, bool alike, struct out *out) {
    const cnn_item *padding = cnn_find(line->trace, "padding"), *P = cnn_find(line->trace, "P");
    struct text text;

    if (padding == NULL)
        return;
    explain_step(line, "padding", padding, alike, out);
    text_clear(&text);
    text_add(&text, "begin:end is ");
    text_alike(&text, P);
    text_add(&text, ".\n");
    out_blanks(out, line->width);
    out_text(out, text.bytes);
}

#define LABEL_GAP 2

/* The column of labels: as wide as the widest of those that are there. */
static size_t label_width(const cnn_trace *trace, bool alike, const char *const *names) {
    size_t width = strlen("size");

    if (!alike)
        width = strlen("height");
    if (cnn_find(trace, "padding") != NULL)
        width = strlen("padding");
    for (; *names != NULL; names++)
        if (cnn_find(trace, *names) != NULL && strlen(*names) > width)
            width = strlen(*names);
    return width + LABEL_GAP;
}

static void explain_sizes(const struct line *line, const cnn_layer *layer, struct out *out) {
    bool alike = layer_axes_alike(layer);
    const cnn_item *E = cnn_find(line->trace, "E"), *size = cnn_find(line->trace, "size");

    if (E != NULL && E->formula != NULL) {
        if (line->label == NULL)
            out_text(out, "E = ");
        explain_step(line, line->label == NULL ? NULL : "E", E, alike, out);
    }
    if (size == NULL)
        return;
    explain_axes(line, size, alike, out);
    if (line->label == NULL || size->kind == CNN_RATIO)
        return;
    explain_fit(line, layer, out);
    explain_ends(line, alike, out);
}

static void explain_answer(const struct question *question, const cnn_trace *trace,
                           struct out *out) {
    struct text text;

    if (!answer_is_headline(question))
        return;
    text_clear(&text);
    text_add(&text, "\nAnswer: ");
    text_item(&text, cnn_find(trace, question->command->headline[0]), 0);
    text_add(&text, "\n");
    out_text(out, text.bytes);
}

/* One line where one line says it all: no depth, one formula, and the answer at its end. */
static bool one_line(const struct question *question, const cnn_trace *trace) {
    const cnn_layer *layer = &layer_of(question)->layer;
    return layer->square && layer->C == 0 && layer->K == 0 && cnn_find(trace, "padding") == NULL &&
           !any_dropped(trace);
}

static void explain_sized(const struct question *question, const cnn_trace *trace, cnn_error error,
                          bool is_pool, const char *const *names, struct out *out) {
    const cnn_layer *layer = &layer_of(question)->layer;
    bool alike = layer_axes_alike(layer);
    struct line line = {.trace = trace, .digits = working_digits(question)};

    if (layer->C != 0 || layer->K != 0)
        describe(question, trace, is_pool, out);
    if (error.code != CNN_OK) {
        if (!alike) {
            line.label = "";
            line.width = label_width(trace, alike, names);
        }
        explain_sizes(&line, layer, out);
        layer_explain_misfit(question, trace, error, out);
        return;
    }
    if (one_line(question, trace)) {
        explain_sizes(&line, layer, out);
        return;
    }
    line.width = label_width(trace, alike, names);
    line.label = "size";
    explain_sizes(&line, layer, out);
    for (; *names != NULL; names++) {
        line.label = *names;
        if (cnn_find(trace, *names) != NULL)
            explain_item(&line, cnn_find(trace, *names), 0, out);
    }
    explain_answer(question, trace, out);
}

void layer_explain_conv(const struct question *question, const cnn_trace *trace, cnn_error error,
                        struct out *out) {
    static const char *const names[] = {"volume", "neurons", "connections", "weights",
                                        "biases", "params",  "macs",        NULL};
    explain_sized(question, trace, error, false, names, out);
}

void layer_explain_pool(const struct question *question, const cnn_trace *trace, cnn_error error,
                        struct out *out) {
    static const char *const names[] = {"volume", "params", NULL};
    static const char *const no_names[] = {NULL};
    bool deep = layer_of(question)->layer.C != 0;

    if (!deep)
        out_text(out, "A pool layer keeps the depth of its input and has no parameters.\n");
    explain_sized(question, trace, error, true, deep ? names : no_names, out);
}

void layer_explain_params(const struct question *question, const cnn_trace *trace, cnn_error error,
                          struct out *out) {
    static const char idle[] = "WHSPdR"; /* what the count does not depend on */
    struct line line = {.trace = trace, .digits = working_digits(question)};
    const char *before = "The count does not depend on ";

    if (error.code != CNN_OK)
        return;
    for (const char *letter = idle; *letter != '\0'; letter++) {
        if (!option_given(question, option_lettered(question->command, *letter)))
            continue;
        out_text(out, before);
        out_char(out, *letter);
        before = ", ";
    }
    if (*before == ',')
        out_text(out, ": one set of filters serves every window.\n");
    explain_item(&line, cnn_find(trace, "params"), 0, out);
}
