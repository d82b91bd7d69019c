#include "kinds.h"

#include "help.h"
#include "nearest.h"

#include <string.h>

/* ---- The options of each kind --------------------------------------------------------------- */

const struct row row_output_size = {.name = "output-size",
                                    .letter = 'O',
                                    .kind = KIND_SIZES,
                                    .offset = offsetof(struct layer_line, O),
                                    .least = 1,
                                    .most = CNN_MAX,
                                    .value = "SIZE",
                                    .help = "size or volume of the output: made by crop, "
                                            "upsample and adaptivepool, checked by others"};
static const struct row from = {.name = "from",
                                .kind = KIND_WHOLE,
                                .offset = offsetof(struct layer_line, from),
                                .most = CNN_MAX,
                                .value = "N",
                                .help = "the first channel of a slice, from 0"};
static const struct row shared = {.name = "shared",
                                  .kind = KIND_FLAG,
                                  .offset = offsetof(struct layer_line, shared),
                                  .least = 1,
                                  .most = 1,
                                  .help = "prelu: one slope for all channels"};

const struct row *const line_rows[LINE_ROWS] = {
    &row_input_size,  &row_height,   &row_channels,   &row_dims,    &row_filter_size,
    &row_stride,      &row_pad,      &row_dilation,   &row_filters, &row_groups,
    &row_depthwise,   &row_rounding, &row_output_pad, &row_no_bias, &row_bias,
    &row_output_size, &from,         &shared};

static uint32_t reshape_options(cnn_act act) {
    return act == CNN_UPSAMPLE       ? OPTION_S | OPTION_O
           : act == CNN_PIXELSHUFFLE ? OPTION_S | OPTION_O
           : act == CNN_PAD          ? OPTION_P | OPTION_O
           : act == CNN_SLICE        ? OPTION_K | OPTION_FROM | OPTION_O
                                     : OPTION_O;
}

uint32_t kind_options(const cnn_kind_row *kind) {
    switch (kind->family) {
    case CNN_SOURCE:
        return OPTIONS_OF_INPUT | OPTION_O;
    case CNN_CONV:
        return OPTIONS_OF_WINDOW | OPTIONS_OF_FILTERS | OPTION_O |
               (kind->act == CNN_TRANSPOSED ? OPTION_OUTPUT_PAD : OPTION_R);
    case CNN_POOL:
        return kind->act == CNN_PLAIN ? OPTIONS_OF_WINDOW | OPTION_R | OPTION_O : OPTION_O;
    case CNN_DENSE:
        return OPTION_K | OPTIONS_OF_BIAS | OPTION_O;
    case CNN_NORM:
        return (kind->act == CNN_SLOPES ? OPTION_SHARED : OPTIONS_OF_BIAS) |
               (kind->act == CNN_GROUPED ? OPTION_G : 0U) | OPTION_O;
    case CNN_RESHAPE:
        return reshape_options(kind->act);
    default: /* CNN_POINTWISE, CNN_JOIN */
        return OPTION_O;
    }
}

void kind_add_options(const cnn_kind_row *kind, struct text *text) {
    uint32_t takes = kind_options(kind);
    const char *blank = "";

    for (int i = 0; i < LINE_ROWS; i++) {
        if ((takes >> i & 1) == 0)
            continue;
        text_add(text, blank);
        if (line_rows[i]->letter != 0)
            text_format(text, "-%c", line_rows[i]->letter);
        else
            text_format(text, "--%s", line_rows[i]->name);
        blank = " ";
    }
}

/* ---- Kinds --------------------------------------------------------------------------------- */

/* What other tools call a kind. In the rows themselves: nothing is to be set up at the start. */
static const struct {
    char theirs[24], ours[20];
} synonyms[] = {
    {"linear", "dense"},
    {"fc", "dense"},
    {"fullyconnected", "dense"},
    {"innerproduct", "dense"},
    {"gemm", "dense"},
    {"connected", "dense"},
    {"deconv", "convtranspose"},
    {"deconvolution", "convtranspose"},
    {"transposedconv", "convtranspose"},
    {"tconv", "convtranspose"},
    {"convolution", "conv"},
    {"convolutional", "conv"},
    {"shortcut", "add"},
    {"residual", "add"},
    {"eltwise", "add"},
    {"sum", "add"},
    {"route", "concat"},
    {"cat", "concat"},
    {"concatenate", "concat"},
    {"multiply", "mul"},
    {"scale", "mul"},
    {"bn", "batchnorm"},
    {"batchnormalization", "batchnorm"},
    {"ln", "layernorm"},
    {"gn", "groupnorm"},
    {"gap", "globalpool"},
    {"globalavgpool", "globalpool"},
    {"globalmaxpool", "globalpool"},
    {"globalaveragepool", "globalpool"},
    {"globalaveragepooling", "globalpool"},
    {"globalmaxpooling", "globalpool"},
    {"depthwiseconv", "conv --depthwise"},
    {"depthwise", "conv --depthwise"},
    {"adaptiveavgpool", "adaptivepool"},
    {"adaptivemaxpool", "adaptivepool"},
    {"maxpooling", "maxpool"},
    {"averagepool", "avgpool"},
    {"averagepooling", "avgpool"},
    {"meanpool", "avgpool"},
    {"pooling", "pool"},
    {"swish", "silu"},
    {"lrelu", "leakyrelu"},
    {"hswish", "hardswish"},
    {"hsigmoid", "hardsigmoid"},
    {"localresponsenorm", "lrn"},
    {"zeropadding", "pad"},
    {"zeropad", "pad"},
    {"cropping", "crop"},
    {"upsampling", "upsample"},
    {"resize", "upsample"},
    {"interpolate", "upsample"},
    {"split", "slice"},
    {"narrow", "slice"},
    {"depthtospace", "pixelshuffle"},
    {"subpixel", "pixelshuffle"},
    {"data", "input"},
    {"inputlayer", "input"},
    {"net", "input"},
};

#define WORD_MOST 24

/* In lower case, without the strokes within it, and without the axes behind it: conv_2d is conv. */
static void plain_word(const char *typed, char plain[WORD_MOST + 1]) {
    size_t length = 0;

    for (; *typed != '\0' && length < WORD_MOST; typed++)
        if (*typed != '_' && *typed != '-')
            plain[length++] = ascii_lower(*typed);
    plain[length] = '\0';
    if (length > 2 && plain[length - 1] == 'd' && strchr("123", plain[length - 2]) != NULL)
        plain[length - 2] = '\0';
}

static const char *kind_meant(const char *typed) {
    char plain[WORD_MOST + 1];
    const cnn_kind_row *kind;
    const char *best = NULL;
    int distance = 0;

    plain_word(typed, plain);
    for (size_t i = 0; i < sizeof synonyms / sizeof *synonyms; i++)
        if (strcmp(plain, synonyms[i].theirs) == 0)
            return synonyms[i].ours;
    for (size_t i = 0; (kind = cnn_kind_at(i)) != NULL; i++)
        nearest_try(plain, kind->name, &best, &distance);
    nearest_try(plain, "default", &best, &distance);
    return best;
}

const cnn_kind_row *kind_find(const char *name, struct fault *fault) {
    const cnn_kind_row *kind = cnn_kind_named(name, strlen(name));
    struct text culprit;

    if (kind != NULL)
        return kind;
    text_clear(&culprit);
    text_typed(&culprit, name);
    fault_say(fault, STATUS_BAD_QUESTION, culprit.bytes, "unknown kind of layer");
    const char *colon = strchr(name, ':');
    if (colon != NULL && colon[1] != '\0')
        text_add(fault_hint(fault), "a blank follows the colon of a label");
    else
        fault_did_you_mean(fault, "", kind_meant(name));
    return NULL;
}

/* ---- Help ------------------------------------------------------------------------------------ */

void kinds_help(struct out *out) {
    const cnn_kind_row *kind, *other;
    struct text names, options;

    out_text(out, "\nLines: [label:] KIND [options] [@label...] [# comment], or\n"
                  "default [KIND] options. Kinds and their options, as convout has them:\n");
    for (size_t i = 0; (kind = cnn_kind_at(i)) != NULL; i++) {
        uint32_t takes = kind_options(kind);
        bool first = true;
        text_clear(&names);
        for (size_t k = 0; (other = cnn_kind_at(k)) != NULL; k++) {
            if (kind_options(other) != takes)
                continue;
            first = first && k >= i;
            text_format(&names, "%s%s", names.length > 0 ? " " : "", other->name);
        }
        if (!first)
            continue;
        text_clear(&options);
        kind_add_options(kind, &options);
        help_entry(options.bytes, names.bytes, 26, out);
    }
}
