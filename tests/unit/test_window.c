/* test_window.c: one axis. Known sizes, every small axis against windows that are slid and counted,
 * and the edges of the numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cnncalc.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define HALF         (INT64_C(1) << 62)

/* ---- Known sizes --------------------------------------------------------------------------- */

struct known {
    int64_t W, F, S, d, begin, end;
    cnn_round round;
    int64_t out, unused;
};

static cnn_axis axis_of(const struct known *known) {
    return (cnn_axis){.W = known->W,
                      .F = known->F,
                      .S = known->S,
                      .d = known->d,
                      .begin = known->begin,
                      .end = known->end};
}

static void known_sizes(void **state) {
    (void)state;
    static const struct known table[] = {
        /* The course's sheet and notes. */
        {32, 5, 1, 1, 0, 0, CNN_EXACT, 28, 0},
        {32, 5, 3, 1, 0, 0, CNN_EXACT, 10, 0},
        {32, 5, 3, 1, 3, 3, CNN_EXACT, 12, 0},
        {227, 11, 4, 1, 0, 0, CNN_EXACT, 55, 0},
        {55, 3, 2, 1, 0, 0, CNN_EXACT, 27, 0},
        {7, 3, 1, 1, 0, 0, CNN_EXACT, 5, 0},
        {7, 3, 2, 1, 0, 0, CNN_EXACT, 3, 0},
        {7, 3, 1, 1, 1, 1, CNN_EXACT, 7, 0},
        {5, 3, 2, 1, 1, 1, CNN_EXACT, 3, 0},
        {10, 3, 2, 1, 0, 0, CNN_FLOOR, 4, 1},
        /* AlexNet: the layers after the first. */
        {27, 5, 1, 1, 2, 2, CNN_EXACT, 27, 0},
        {27, 3, 2, 1, 0, 0, CNN_EXACT, 13, 0},
        {13, 3, 1, 1, 1, 1, CNN_EXACT, 13, 0},
        {13, 3, 2, 1, 0, 0, CNN_EXACT, 6, 0},
        /* torchvision's AlexNet: Conv2d(3, 64, 11, stride=4, padding=2) of 224 is 55. */
        {224, 11, 4, 1, 2, 2, CNN_FLOOR, 55, 0},
        /* VGG: 3x3 keeps the size, 2x2 halves it. */
        {224, 3, 1, 1, 1, 1, CNN_EXACT, 224, 0},
        {224, 2, 2, 1, 0, 0, CNN_EXACT, 112, 0},
        {14, 2, 2, 1, 0, 0, CNN_EXACT, 7, 0},
        /* ResNet: the stem, the pool after it, a 1x1 of stride 2, the mean at the end. */
        {224, 7, 2, 1, 3, 3, CNN_FLOOR, 112, 0},
        {112, 3, 2, 1, 1, 1, CNN_FLOOR, 56, 0},
        {56, 1, 2, 1, 0, 0, CNN_FLOOR, 28, 1},
        {56, 3, 2, 1, 1, 1, CNN_FLOOR, 28, 0},
        {7, 7, 1, 1, 0, 0, CNN_EXACT, 1, 0},
        /* MobileNet: 3x3 of stride 2 with padding 1. */
        {224, 3, 2, 1, 1, 1, CNN_FLOOR, 112, 0},
        /* GoogLeNet's pools round up: 112 to 56, 28 to 14. */
        {112, 3, 2, 1, 0, 0, CNN_CEIL, 56, 0},
        {28, 3, 2, 1, 0, 0, CNN_CEIL, 14, 0},
        /* SqueezeNet 1.0 of 224: conv 7, stride 2 is 109; its pool, rounded up, 54. */
        {224, 7, 2, 1, 0, 0, CNN_FLOOR, 109, 1},
        {109, 3, 2, 1, 0, 0, CNN_CEIL, 54, 0},
        /* The documentation of torch.nn.Conv2d: input 50x100, kernel (3, 5), stride (2, 1), padding
         * (4, 2), dilation (3, 1); and kernel 3, stride 2. */
        {50, 3, 2, 3, 4, 4, CNN_FLOOR, 26, 0},
        {100, 5, 1, 1, 2, 2, CNN_FLOOR, 100, 0},
        {50, 3, 2, 1, 0, 0, CNN_FLOOR, 24, 1},
        {100, 3, 2, 1, 0, 0, CNN_FLOOR, 49, 1},
        /* The documentation of ONNX MaxPool: 4, kernel 3, stride 2: floor 1, ceil 2. */
        {4, 3, 2, 1, 0, 0, CNN_FLOOR, 1, 1},
        {4, 3, 2, 1, 0, 0, CNN_CEIL, 2, 0},
        /* A window that would begin beyond the input is dropped by ceil, not by full. */
        {2, 1, 2, 1, 0, 0, CNN_FLOOR, 1, 1},
        {2, 1, 2, 1, 0, 0, CNN_CEIL, 1, 1},
        {2, 1, 2, 1, 0, 0, CNN_FULL, 2, 0},
        {2, 2, 2, 1, 1, 1, CNN_EXACT, 2, 0},
        {3, 2, 2, 1, 1, 1, CNN_CEIL, 2, 0},
        {3, 2, 2, 1, 1, 1, CNN_FULL, 3, 0},
        /* Asymmetric padding, a dilated filter as wide as the input, cells in the trailing padding
         * that are left over are no cells of the input. */
        {32, 5, 2, 1, 0, 1, CNN_EXACT, 15, 0},
        {9, 3, 1, 4, 0, 0, CNN_EXACT, 1, 0},
        {9, 3, 7, 4, 0, 5, CNN_FLOOR, 1, 0},
        {3, 1, 9, 1, 2, 2, CNN_FLOOR, 1, 3},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        const cnn_axis axis = axis_of(&table[i]);
        cnn_windows w;
        assert_int_equal(cnn_window(&axis, CNN_PADDED, table[i].round, &w), CNN_OK);
        assert_int_equal(w.out, table[i].out);
        assert_int_equal(w.unused, table[i].unused);
        assert_int_equal(w.E, table[i].d * (table[i].F - 1) + 1);
        assert_int_equal(w.begin, table[i].begin);
        assert_int_equal(w.end, table[i].end);
    }
}

static void a_stride_that_does_not_divide_is_refused(void **state) {
    (void)state;
    const cnn_axis sheet = {.W = 32, .F = 5, .S = 2, .d = 1}; /* 27/2 + 1 = 14.5 */
    cnn_windows w;
    assert_int_equal(cnn_window(&sheet, CNN_PADDED, CNN_EXACT, &w), CNN_UNEVEN);
    assert_int_equal(w.steps, 13);
    assert_int_equal(w.rest, 1);
    const cnn_axis notes = {.W = 7, .F = 3, .S = 3, .d = 1}; /* 4/3 + 1 = 2.33 */
    assert_int_equal(cnn_window(&notes, CNN_PADDED, CNN_EXACT, &w), CNN_UNEVEN);
    assert_int_equal(w.steps, 1);
    assert_int_equal(w.rest, 1);
}

static void a_filter_that_is_too_wide_never_fits(void **state) {
    (void)state;
    static const cnn_axis table[] = {
        {.W = 4, .F = 5, .S = 2, .d = 1}, /* 4 - 5 is -1, and -1/2 in C is 0 */
        {.W = 4, .F = 5, .S = 1, .d = 1},
        {.W = 4, .F = 3, .S = 1, .d = 2},
        {.W = 1, .F = 4, .S = 5, .d = 1, .begin = 1, .end = 1},
        {.W = 1, .F = CNN_MAX, .S = 5, .d = 1, .begin = CNN_MAX - 2},
    };
    for (size_t i = 0; i < COUNT(table); i++)
        for (int round = CNN_EXACT; round <= CNN_FULL; round++) {
            cnn_windows w;
            assert_int_equal(cnn_window(&table[i], CNN_PADDED, (cnn_round)round, &w), CNN_TOO_WIDE);
        }
}

/* TensorFlow's SAME: ceil(W/S), the odd cell at the end; ONNX SAME_LOWER: at the beginning. */
static void known_same(void **state) {
    (void)state;
    static const struct {
        int64_t W, F, S, d, out, begin, end;
    } table[] = {
        {28, 5, 1, 1, 28, 2, 2},   {28, 4, 1, 1, 28, 1, 2}, {224, 3, 2, 1, 112, 0, 1},
        {224, 7, 2, 1, 112, 2, 3}, {13, 6, 5, 1, 3, 1, 2}, /* TensorFlow's own example */
        {10, 1, 3, 1, 4, 0, 0},    {10, 3, 1, 4, 10, 4, 4}, {5, 2, 2, 3, 3, 1, 2},
        {2, 1, 7, 1, 1, 0, 0},     {1, 1, 1, 1, 1, 0, 0},   {1, 9, 4, 1, 1, 4, 4},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        const cnn_axis axis = {.W = table[i].W, .F = table[i].F, .S = table[i].S, .d = table[i].d};
        cnn_windows w;
        assert_int_equal(cnn_window(&axis, CNN_SAME, CNN_EXACT, &w), CNN_OK);
        assert_int_equal(w.out, table[i].out);
        assert_int_equal(w.begin, table[i].begin);
        assert_int_equal(w.end, table[i].end);
        assert_int_equal(cnn_window(&axis, CNN_SAME_LOWER, CNN_EXACT, &w), CNN_OK);
        assert_int_equal(w.out, table[i].out);
        assert_int_equal(w.begin, table[i].end);
        assert_int_equal(w.end, table[i].begin);
    }
}

/* ---- Windows that are slid and counted ------------------------------------------------------- */

/* Cells are numbered from the first cell of the padding. */
struct counted {
    int64_t whole;  /* windows that lie within the padded input */
    int64_t last;   /* the first cell after the last of them */
    int64_t padded; /* cells of the padded input */
};

static struct counted slide(const cnn_axis *axis) {
    struct counted counted = {.padded = axis->begin + axis->W + axis->end};
    for (int64_t start = 0; start < counted.padded; start += axis->S) {
        int64_t end = start; /* after the filter's last cell */
        for (int64_t cell = 0; cell < axis->F; cell++)
            end = start + cell * axis->d + 1;
        if (end > counted.padded)
            break;
        counted.whole++;
        counted.last = end;
    }
    return counted;
}

/* Cells of the input from a cell on. */
static int64_t input_cells_from(const cnn_axis *axis, int64_t first) {
    int64_t count = 0;
    for (int64_t cell = first; cell < axis->begin + axis->W; cell++)
        count += cell >= axis->begin;
    return count;
}

static void check_counted(const cnn_axis *axis, cnn_round round) {
    const struct counted counted = slide(axis);
    cnn_windows w;
    const cnn_code code = cnn_window(axis, CNN_PADDED, round, &w);

    if (counted.whole == 0) {
        assert_int_equal(code, CNN_TOO_WIDE);
        return;
    }
    const bool even = counted.last == counted.padded;
    assert_int_equal(w.steps, counted.whole - 1);
    assert_int_equal(w.rest, counted.padded - counted.last);
    const int64_t next = counted.whole * axis->S; /* where one more window would begin */
    const bool within = next < axis->begin + axis->W;
    const bool added = !even && (round == CNN_FULL || (round == CNN_CEIL && within));
    assert_int_equal(code, round == CNN_EXACT && !even ? CNN_UNEVEN : CNN_OK);
    assert_int_equal(w.out, counted.whole + added);
    assert_int_equal(w.unused, added ? 0 : input_cells_from(axis, counted.last));
}

static void check_same(const cnn_axis *axis, cnn_padding padding) {
    int64_t out = 0;
    for (int64_t cell = 0; cell < axis->W; cell += axis->S)
        out++;
    /* The least padding with which that many windows lie within the input. */
    int64_t total = 0;
    for (cnn_axis padded = *axis;; padded.end = ++total)
        if (slide(&padded).whole >= out)
            break;
    cnn_windows w;
    assert_int_equal(cnn_window(axis, padding, CNN_EXACT, &w), CNN_OK);
    assert_int_equal(w.out, out);
    assert_int_equal(w.begin + w.end, total);
    assert_int_equal(w.begin - w.end, total % 2 == 0 ? 0 : padding == CNN_SAME ? -1 : 1);
    assert_int_equal(w.steps, out - 1);
    const cnn_axis padded = {
        .W = axis->W, .F = axis->F, .S = axis->S, .d = axis->d, .begin = w.begin, .end = w.end};
    const struct counted counted = slide(&padded);
    assert_int_equal(counted.whole, out);
    assert_int_equal(w.unused, input_cells_from(&padded, counted.last));
}

static void every_small_axis(void **state) {
    (void)state;
    for (int64_t W = 1; W <= 9; W++)
        for (int64_t F = 1; F <= 5; F++)
            for (int64_t S = 1; S <= 5; S++)
                for (int64_t d = 1; d <= 3; d++) {
                    cnn_axis axis = {.W = W, .F = F, .S = S, .d = d};
                    check_same(&axis, CNN_SAME);
                    check_same(&axis, CNN_SAME_LOWER);
                    for (axis.begin = 0; axis.begin <= 6; axis.begin++)
                        for (axis.end = 0; axis.end <= 6; axis.end++)
                            for (int round = CNN_EXACT; round <= CNN_FULL; round++)
                                check_counted(&axis, (cnn_round)round);
                }
}

/* ---- Transposed layers ------------------------------------------------------------------------
 */

#define SCATTER_ROOM 128

/* Each input cell marks the cells that its window of the output covers; padding is cut off, output
 * padding added. */
static int64_t scatter(const cnn_axis *axis) {
    bool marked[SCATTER_ROOM] = {false};
    int64_t size = 0;
    for (int64_t i = 0; i < axis->W; i++)
        for (int64_t cell = 0; cell < axis->F; cell++)
            marked[i * axis->S + cell * axis->d] = true;
    for (int64_t cell = 0; cell < SCATTER_ROOM; cell++)
        if (marked[cell])
            size = cell + 1;
    return size + axis->output_pad - axis->begin - axis->end;
}

static void every_small_transposed_axis(void **state) {
    (void)state;
    for (int64_t W = 1; W <= 6; W++)
        for (int64_t F = 1; F <= 5; F++)
            for (int64_t S = 1; S <= 4; S++)
                for (int64_t d = 1; d <= 3; d++) {
                    cnn_axis axis = {.W = W, .F = F, .S = S, .d = d};
                    for (axis.output_pad = 0; axis.output_pad <= 4; axis.output_pad++)
                        for (axis.begin = 0; axis.begin <= 12; axis.begin++)
                            for (axis.end = 0; axis.end <= 12; axis.end++) {
                                cnn_windows w;
                                const cnn_code code = cnn_window_transposed(&axis, CNN_PADDED, &w);
                                const int64_t out = scatter(&axis);
                                if (axis.output_pad >= (S > d ? S : d)) {
                                    assert_int_equal(code, CNN_WIDE_OUTPUT_PAD);
                                } else if (out < 1) {
                                    assert_int_equal(code, CNN_EMPTY);
                                } else {
                                    assert_int_equal(code, CNN_OK);
                                    assert_int_equal(w.out, out);
                                }
                            }
                }
}

static void known_transposed(void **state) {
    (void)state;
    static const struct {
        int64_t W, F, S, d, begin, end, output_pad, out;
    } table[] = {
        /* DCGAN's generator: 4x4 from nothing, then doubled. */
        {1, 4, 1, 1, 0, 0, 0, 4},
        {4, 4, 2, 1, 1, 1, 0, 8},
        {32, 4, 2, 1, 1, 1, 0, 64},
        /* U-Net's up-convolution. */
        {28, 2, 2, 1, 0, 0, 0, 56},
        /* The documentation of torch.nn.ConvTranspose2d: 6 by kernel 3, stride 2, padding 1 is 11,
         * and 12 with output padding; input 50x100, kernel (3, 5), stride (2, 1), padding (4, 2).
         */
        {6, 3, 2, 1, 1, 1, 0, 11},
        {6, 3, 2, 1, 1, 1, 1, 12},
        {50, 3, 2, 1, 4, 4, 0, 93},
        {100, 5, 1, 1, 2, 2, 0, 100},
        {5, 3, 1, 4, 0, 0, 3, 16},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        const cnn_axis axis = {.W = table[i].W,
                               .F = table[i].F,
                               .S = table[i].S,
                               .d = table[i].d,
                               .begin = table[i].begin,
                               .end = table[i].end,
                               .output_pad = table[i].output_pad};
        cnn_windows w;
        assert_int_equal(cnn_window_transposed(&axis, CNN_PADDED, &w), CNN_OK);
        assert_int_equal(w.out, table[i].out);
        assert_int_equal(w.E, table[i].d * (table[i].F - 1) + 1);
    }
}

/* With `same` the size is W*S, by the padding that a conv layer from W*S to W has. */
static void transposed_same(void **state) {
    (void)state;
    for (int64_t W = 1; W <= 7; W++)
        for (int64_t F = 1; F <= 6; F++)
            for (int64_t S = 1; S <= 5; S++)
                for (int64_t d = 1; d <= 3; d++)
                    for (int padding = CNN_SAME; padding <= CNN_SAME_LOWER; padding++) {
                        const cnn_axis axis = {.W = W, .F = F, .S = S, .d = d};
                        const cnn_axis back = {.W = W * S, .F = F, .S = S, .d = d};
                        cnn_windows w, conv;
                        assert_int_equal(cnn_window_transposed(&axis, (cnn_padding)padding, &w),
                                         CNN_OK);
                        assert_int_equal(cnn_window(&back, (cnn_padding)padding, CNN_EXACT, &conv),
                                         CNN_OK);
                        assert_int_equal(w.out, W * S);
                        assert_int_equal(conv.out, W);
                        assert_int_equal(w.begin, conv.begin);
                        assert_int_equal(w.end, conv.end);
                    }
}

/* ---- The edges of the numbers ------------------------------------------------------------------
 */

static void edges(void **state) {
    (void)state;
    static const struct {
        cnn_axis axis;
        cnn_padding padding;
        cnn_round round;
        cnn_code code;
        int64_t out;
    } table[] = {
        {{.W = CNN_MAX, .F = 1, .S = 1, .d = 1}, 0, CNN_EXACT, CNN_OK, CNN_MAX},
        {{.W = CNN_MAX, .F = CNN_MAX, .S = 1, .d = 1}, 0, CNN_EXACT, CNN_OK, 1},
        {{.W = CNN_MAX, .F = 1, .S = CNN_MAX, .d = 1}, 0, CNN_FLOOR, CNN_OK, 1},
        {{.W = CNN_MAX, .F = 1, .S = CNN_MAX, .d = 1}, 0, CNN_FULL, CNN_OK, 2},
        {{.W = CNN_MAX, .F = 1, .S = CNN_MAX, .d = 1}, 0, CNN_CEIL, CNN_OK, 1},
        {{.W = CNN_MAX, .F = 2, .S = 2, .d = 1}, 0, CNN_FLOOR, CNN_OK, HALF - 1},
        {{.W = CNN_MAX, .F = 2, .S = 2, .d = 1}, 0, CNN_CEIL, CNN_OK, HALF},
        {{.W = CNN_MAX, .F = 1, .S = 1, .d = 1, .begin = 1}, 0, CNN_EXACT, CNN_BEYOND, 0},
        {{.W = CNN_MAX, .F = 2, .S = 1, .d = 1, .begin = 1}, 0, CNN_EXACT, CNN_OK, CNN_MAX},
        {{.W = CNN_MAX, .F = 2, .S = 1, .d = 1, .end = 2}, 0, CNN_EXACT, CNN_BEYOND, 0},
        /* 3(2^63 - 1) - 1 cells of span. */
        {{.W = CNN_MAX, .F = 1, .S = 3, .d = 1, .begin = CNN_MAX, .end = CNN_MAX},
         0,
         CNN_FLOOR,
         CNN_OK,
         CNN_MAX},
        {{.W = CNN_MAX, .F = 1, .S = 3, .d = 1, .begin = CNN_MAX, .end = CNN_MAX},
         0,
         CNN_FULL,
         CNN_BEYOND,
         0},
        {{.W = CNN_MAX, .F = 1, .S = 3, .d = 1, .begin = CNN_MAX, .end = CNN_MAX},
         0,
         CNN_CEIL,
         CNN_OK,
         CNN_MAX},
        {{.W = CNN_MAX, .F = CNN_MAX, .S = CNN_MAX, .d = 1, .begin = CNN_MAX, .end = CNN_MAX},
         0,
         CNN_EXACT,
         CNN_OK,
         3},
        {{.W = HALF, .F = 1, .S = 1, .d = 1, .begin = HALF - 1}, 0, CNN_EXACT, CNN_OK, CNN_MAX},
        {{.W = HALF, .F = 1, .S = 1, .d = 1, .begin = HALF}, 0, CNN_EXACT, CNN_BEYOND, 0},
        {{.W = HALF, .F = 3, .S = 2, .d = 1}, 0, CNN_FLOOR, CNN_OK, HALF / 2 - 1},
        {{.W = HALF, .F = 3, .S = 2, .d = 1}, 0, CNN_EXACT, CNN_UNEVEN, 0},
        /* The extent: d(F - 1) + 1. */
        {{.W = CNN_MAX, .F = 2, .S = 1, .d = CNN_MAX - 1}, 0, CNN_EXACT, CNN_OK, 1},
        {{.W = CNN_MAX, .F = 2, .S = 1, .d = CNN_MAX}, 0, CNN_EXACT, CNN_BEYOND, 0},
        {{.W = CNN_MAX, .F = CNN_MAX, .S = 1, .d = 2}, 0, CNN_EXACT, CNN_BEYOND, 0},
        {{.W = CNN_MAX, .F = 1, .S = 1, .d = CNN_MAX}, 0, CNN_EXACT, CNN_OK, CNN_MAX},
        /* The same padding. */
        {{.W = CNN_MAX, .F = CNN_MAX, .S = 1, .d = 1}, CNN_SAME, CNN_EXACT, CNN_OK, CNN_MAX},
        {{.W = CNN_MAX, .F = 3, .S = 2, .d = 1}, CNN_SAME, CNN_EXACT, CNN_OK, HALF},
        {{.W = CNN_MAX, .F = 3, .S = CNN_MAX, .d = 1}, CNN_SAME, CNN_EXACT, CNN_OK, 1},
        {{.W = 1, .F = CNN_MAX, .S = 1, .d = 2}, CNN_SAME, CNN_EXACT, CNN_BEYOND, 0},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        cnn_windows w;
        assert_int_equal(cnn_window(&table[i].axis, table[i].padding, table[i].round, &w),
                         table[i].code);
        if (table[i].code == CNN_OK)
            assert_true(w.out == table[i].out);
        if (table[i].code == CNN_BEYOND)
            assert_true(w.E == -1 || w.out == -1);
    }
}

/* What stands left of the padding, and which end the odd cell is at, at the edge. */
static void edges_of_padding(void **state) {
    (void)state;
    const cnn_axis wide = {.W = CNN_MAX, .F = CNN_MAX, .S = 1, .d = 1};
    cnn_windows w;
    assert_int_equal(cnn_window(&wide, CNN_SAME, CNN_EXACT, &w), CNN_OK);
    assert_true(w.begin == HALF - 1 && w.end == HALF - 1);
    const cnn_axis wider = {.W = CNN_MAX - 1, .F = CNN_MAX - 1, .S = 1, .d = 1};
    assert_int_equal(cnn_window(&wider, CNN_SAME_LOWER, CNN_EXACT, &w), CNN_OK);
    assert_true(w.begin == HALF - 1 && w.end == HALF - 2);
    const cnn_axis sparse = {.W = CNN_MAX, .F = 1, .S = CNN_MAX - 1, .d = 1};
    assert_int_equal(cnn_window(&sparse, CNN_PADDED, CNN_EXACT, &w), CNN_OK);
    assert_true(w.out == 2 && w.unused == 0);
    const cnn_axis sparser = {.W = CNN_MAX, .F = 1, .S = CNN_MAX, .d = 1, .end = CNN_MAX - 1};
    assert_int_equal(cnn_window(&sparser, CNN_PADDED, CNN_FLOOR, &w), CNN_OK);
    assert_true(w.out == 2 && w.rest == CNN_MAX - 2 && w.unused == 0);
    const cnn_axis before = {.W = 5, .F = 1, .S = CNN_MAX, .d = 1, .begin = CNN_MAX - 6};
    assert_int_equal(cnn_window(&before, CNN_PADDED, CNN_FLOOR, &w), CNN_OK);
    assert_true(w.out == 1 && w.rest == CNN_MAX - 2 && w.unused == 5);
}

static void edges_transposed(void **state) {
    (void)state;
    static const struct {
        cnn_axis axis;
        cnn_padding padding;
        cnn_code code;
        int64_t out;
    } table[] = {
        {{.W = CNN_MAX, .F = 1, .S = 1, .d = 1}, 0, CNN_OK, CNN_MAX},
        {{.W = CNN_MAX, .F = 2, .S = 1, .d = 1}, 0, CNN_BEYOND, 0},
        {{.W = CNN_MAX, .F = 2, .S = 1, .d = 1, .end = 1}, 0, CNN_OK, CNN_MAX},
        {{.W = CNN_MAX, .F = 2, .S = 1, .d = 1, .begin = 1, .end = 1}, 0, CNN_OK, CNN_MAX - 1},
        {{.W = CNN_MAX, .F = CNN_MAX, .S = 1, .d = 1, .begin = CNN_MAX, .end = CNN_MAX},
         0,
         CNN_EMPTY,
         0},
        {{.W = CNN_MAX, .F = CNN_MAX, .S = 1, .d = 1, .begin = CNN_MAX, .end = CNN_MAX - 2},
         0,
         CNN_OK,
         1},
        {{.W = CNN_MAX, .F = CNN_MAX, .S = 1, .d = 1, .begin = CNN_MAX - 1}, 0, CNN_OK, CNN_MAX},
        {{.W = HALF, .F = 1, .S = 2, .d = 1}, 0, CNN_OK, CNN_MAX},
        {{.W = HALF, .F = 1, .S = 2, .d = 1, .output_pad = 1}, 0, CNN_BEYOND, 0},
        {{.W = HALF, .F = 2, .S = 2, .d = 1}, 0, CNN_BEYOND, 0},
        {{.W = HALF, .F = 2, .S = 2, .d = 1, .begin = 1}, 0, CNN_OK, CNN_MAX},
        {{.W = HALF + 1, .F = 1, .S = 2, .d = 1, .begin = 1, .end = 1}, 0, CNN_OK, CNN_MAX},
        {{.W = HALF + 1, .F = 1, .S = 2, .d = 1, .end = 1}, 0, CNN_BEYOND, 0},
        /* The strides alone are beyond what the padding leaves. */
        {{.W = 3, .F = 1, .S = CNN_MAX, .d = 1}, 0, CNN_BEYOND, 0},
        {{.W = 3, .F = 1, .S = CNN_MAX, .d = 1, .begin = CNN_MAX}, 0, CNN_BEYOND, 0},
        {{.W = 3, .F = 1, .S = CNN_MAX, .d = 1, .begin = CNN_MAX, .end = 1}, 0, CNN_OK, CNN_MAX},
        {{.W = 3, .F = 1, .S = CNN_MAX, .d = 1, .begin = CNN_MAX, .end = CNN_MAX}, 0, CNN_OK, 1},
        {{.W = 3, .F = 9, .S = CNN_MAX, .d = 1, .begin = 7, .end = CNN_MAX}, 0, CNN_BEYOND, 0},
        {{.W = 3, .F = 9, .S = CNN_MAX, .d = 1, .begin = 9, .end = CNN_MAX}, 0, CNN_OK, CNN_MAX},
        {{.W = 1, .F = 1, .S = CNN_MAX, .d = 1, .output_pad = CNN_MAX - 1}, 0, CNN_OK, CNN_MAX},
        {{.W = 1, .F = 1, .S = 1, .d = CNN_MAX, .output_pad = CNN_MAX - 1}, 0, CNN_OK, CNN_MAX},
        {{.W = 1, .F = 1, .S = 1, .d = CNN_MAX, .output_pad = CNN_MAX}, 0, CNN_WIDE_OUTPUT_PAD, 0},
        {{.W = 1, .F = CNN_MAX, .S = 1, .d = 2}, 0, CNN_BEYOND, 0},
        {{.W = HALF, .F = 1, .S = 1, .d = 1}, CNN_SAME, CNN_OK, HALF},
        {{.W = HALF, .F = 1, .S = 2, .d = 1}, CNN_SAME, CNN_BEYOND, 0},
        {{.W = CNN_MAX, .F = CNN_MAX, .S = 1, .d = 1}, CNN_SAME_LOWER, CNN_OK, CNN_MAX},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        cnn_windows w;
        assert_int_equal(cnn_window_transposed(&table[i].axis, table[i].padding, &w),
                         table[i].code);
        if (table[i].code == CNN_OK)
            assert_true(w.out == table[i].out);
        if (table[i].code == CNN_BEYOND)
            assert_true(w.E == -1 || w.out == -1);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_sizes),
        cmocka_unit_test(a_stride_that_does_not_divide_is_refused),
        cmocka_unit_test(a_filter_that_is_too_wide_never_fits),
        cmocka_unit_test(known_same),
        cmocka_unit_test(every_small_axis),
        cmocka_unit_test(known_transposed),
        cmocka_unit_test(every_small_transposed_axis),
        cmocka_unit_test(transposed_same),
        cmocka_unit_test(edges),
        cmocka_unit_test(edges_of_padding),
        cmocka_unit_test(edges_transposed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
