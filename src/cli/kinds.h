/* The kinds of layers as they are typed: which options each takes, and what others call it. */
#ifndef KINDS_H
#define KINDS_H

#include "layer_line.h"

/* A bit for each option of a layer's line, in the order of line_rows. */
enum {
    OPTION_W = 1 << 0,
    OPTION_H = 1 << 1,
    OPTION_C = 1 << 2,
    OPTION_DIMS = 1 << 3,
    OPTION_F = 1 << 4,
    OPTION_S = 1 << 5,
    OPTION_P = 1 << 6,
    OPTION_D = 1 << 7,
    OPTION_K = 1 << 8,
    OPTION_G = 1 << 9,
    OPTION_DEPTHWISE = 1 << 10,
    OPTION_R = 1 << 11,
    OPTION_OUTPUT_PAD = 1 << 12,
    OPTION_NO_BIAS = 1 << 13,
    OPTION_BIAS = 1 << 14,
    OPTION_O = 1 << 15,
    OPTION_FROM = 1 << 16,
    OPTION_SHARED = 1 << 17,
    OPTIONS_OF_INPUT = OPTION_W | OPTION_H | OPTION_C | OPTION_DIMS,
    OPTIONS_OF_BIAS = OPTION_NO_BIAS | OPTION_BIAS,
    OPTIONS_OF_WINDOW = OPTION_F | OPTION_S | OPTION_P | OPTION_D,
    OPTIONS_OF_FILTERS = OPTION_K | OPTION_G | OPTION_DEPTHWISE | OPTIONS_OF_BIAS
};

#define LINE_ROWS 18

extern const struct row row_output_size;
extern const struct row *const line_rows[LINE_ROWS];

#endif
