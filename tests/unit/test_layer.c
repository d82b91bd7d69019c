/* test_layer.c: layers. Counts of known networks, small layers counted cell by cell, every line of
 * working worked out, what is given, what is refused, and the edge of 2^63 - 1. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cnncalc.h"
#include "doubles.h"
#include "templates.h"
#include <stdio.h>

#define HALF (INT64_C(1) << 62)
#define NONE ((int64_t)-1) /* the result is not there */
#define MANY ((int64_t)-2) /* the result is beyond CNN_MAX */

struct list {
    cnn_item items[CNN_LAYER_ITEMS];
    cnn_trace trace;
};

static cnn_trace *start(struct list *list) {
    memset(list->items, 0x5a, sizeof list->items);
    list->trace = (cnn_trace){.items = list->items, .capacity = CNN_LAYER_ITEMS};
    return &list->trace;
}

static void check_count(const cnn_trace *trace, const char *name, int64_t right) {
    const cnn_item *item = cnn_find(trace, name);
    const int64_t got = item == NULL ? NONE : item->kind == CNN_TOO_MANY ? MANY : item->whole[0];
    if (got != right)
        fail_msg("%s is %lld, not %lld", name, (long long)got, (long long)right);
    if (item != NULL)
        assert_true(item->kind == CNN_WHOLE || item->kind == CNN_TOO_MANY);
}

/* ---- Known layers -------------------------------------------------------------------------- */

/* A layer with the same numbers on each axis; S, d and G are 1 where they are 0 here. */
struct square {
    int dims;
    int64_t W, F, S, P, C, K, G;
    cnn_round round;
    bool no_bias, transposed;
};

static cnn_layer layer_of(const struct square *square) {
    cnn_layer layer = cnn_layer_of(square->dims);
    for (int i = 0; i < square->dims; i++) {
        cnn_axis *axis = &layer.axis[i];
        axis->W = square->W;
        axis->F = square->F;
        if (square->S != 0)
            axis->S = square->S;
        axis->begin = axis->end = square->P;
    }
    layer.C = square->C;
    layer.K = square->K;
    if (square->G != 0)
        layer.G = square->G;
    layer.round = square->round;
    layer.bias = !square->no_bias;
    layer.transposed = square->transposed;
    layer.square = true;
    return layer;
}

static const struct {
    struct square layer;
    int64_t size, windows, neurons, connections, weights, biases, params, macs;
} known[] = {
    /* The course's sheet and notes. */
    {{2, 227, 11, 4, 0, 3, 96, 0, 0, 0, 0}, 55, 3025, 290400, 363, 34848, 96, 34944, 105415200},
    {{2, 32, 5, 1, 0, 3, 10, 0, 0, 0, 0}, 28, 784, 7840, 75, 750, 10, 760, 588000},
    {{2, 31, 3, 2, 1, 5, 25, 0, 0, 0, 0}, 16, 256, 6400, 45, 1125, 25, 1150, 288000},
    /* AlexNet in its two halves: layers 2 to 5. */
    {{2, 27, 5, 1, 2, 96, 256, 2, 0, 0, 0}, 27, 729, 186624, 1200, 307200, 256, 307456, 223948800},
    {{2, 13, 3, 1, 1, 256, 384, 0, 0, 0, 0}, 13, 169, 64896, 2304, 884736, 384, 885120, 149520384},
    {{2, 13, 3, 1, 1, 384, 384, 2, 0, 0, 0}, 13, 169, 64896, 1728, 663552, 384, 663936, 112140288},
    {{2, 13, 3, 1, 1, 384, 256, 2, 0, 0, 0}, 13, 169, 43264, 1728, 442368, 256, 442624, 74760192},
    /* VGG-16: the first, the second, one of the last, and the dense layers as filters. */
    {{2, 224, 3, 1, 1, 3, 64, 0, 0, 0, 0}, 224, 50176, 3211264, 27, 1728, 64, 1792, 86704128},
    {{2, 224, 3, 1, 1, 64, 64, 0, 0, 0, 0}, 224, 50176, 3211264, 576, 36864, 64, 36928, 1849688064},
    {{2, 14, 3, 1, 1, 512, 512, 0, 0, 0, 0},
     14,
     196,
     100352,
     4608,
     2359296,
     512,
     2359808,
     462422016},
    {{2, 7, 7, 1, 0, 512, 4096, 0, 0, 0, 0},
     1,
     1,
     4096,
     25088,
     102760448,
     4096,
     102764544,
     102760448},
    {{2, 1, 1, 1, 0, 4096, 1000, 0, 0, 0, 0}, 1, 1, 1000, 4096, 4096000, 1000, 4097000, 4096000},
    /* ResNet's stem; a layer of ResNeXt-50 in 32 groups; MobileNet's first two, depthwise and 1x1.
     */
    {{2, 224, 7, 2, 3, 3, 64, 0, CNN_FLOOR, true, 0},
     112,
     12544,
     802816,
     147,
     9408,
     0,
     9408,
     118013952},
    {{2, 56, 3, 1, 1, 128, 128, 32, 0, true, 0}, 56, 3136, 401408, 36, 4608, 0, 4608, 14450688},
    {{2, 112, 3, 1, 1, 32, 32, 32, 0, true, 0}, 112, 12544, 401408, 9, 288, 0, 288, 3612672},
    {{2, 112, 1, 1, 0, 32, 64, 0, 0, true, 0}, 112, 12544, 802816, 32, 2048, 0, 2048, 25690112},
    /* One axis: Keras' Conv1D(32, 3) of 128 channels; three: the first two of C3D. */
    {{1, 10, 3, 1, 0, 128, 32, 0, 0, 0, 0}, 8, 8, 256, 384, 12288, 32, 12320, 98304},
    {{3, 16, 3, 1, 1, 3, 64, 0, 0, 0, 0}, 16, 4096, 262144, 81, 5184, 64, 5248, 21233664},
    {{3, 8, 3, 1, 1, 64, 128, 0, 0, 0, 0}, 8, 512, 65536, 1728, 221184, 128, 221312, 113246208},
    /* Transposed: DCGAN's first, U-Net's first two, one in groups: C*(K/G)*F*F weights. */
    {{2, 1, 4, 1, 0, 100, 512, 0, 0, true, true}, 4, 16, 8192, NONE, 819200, 0, 819200, 819200},
    {{2, 28, 2, 2, 0, 1024, 512, 0, 0, 0, true},
     56,
     3136,
     1605632,
     NONE,
     2097152,
     512,
     2097664,
     1644167168},
    {{2, 56, 2, 2, 0, 512, 256, 0, 0, 0, true},
     112,
     12544,
     3211264,
     NONE,
     524288,
     256,
     524544,
     1644167168},
    {{2, 5, 3, 2, 1, 4, 10, 2, 0, 0, true}, 9, 81, 810, NONE, 180, 10, 190, 4500},
    /* What C and K are needed for. */
    {{2, 32, 5, 1, 0, 0, 0, 0, 0, 0, 0}, 28, 784, NONE, NONE, NONE, NONE, NONE, NONE},
    {{2, 32, 5, 1, 0, 3, 0, 0, 0, 0, 0}, 28, 784, NONE, 75, NONE, NONE, NONE, NONE},
    {{2, 32, 5, 1, 0, 0, 10, 0, 0, 0, 0}, 28, 784, 7840, NONE, NONE, NONE, NONE, NONE},
};

static void known_layers(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(known); i++) {
        const cnn_layer layer = layer_of(&known[i].layer);
        struct list list;
        cnn_trace *trace = start(&list);
        assert_int_equal(cnn_conv(&layer, trace).code, CNN_OK);
        const cnn_item *size = cnn_find(trace, "size"), *out = cnn_find(trace, "out");
        assert_int_equal(size->kind, CNN_PER_AXIS);
        assert_int_equal(size->axes, layer.dims);
        assert_true(size->square);
        assert_int_equal(out->axes, layer.dims);
        assert_int_equal(out->kind, layer.K != 0 ? CNN_VOLUME : CNN_PER_AXIS);
        assert_int_equal(out->square, layer.K == 0);
        assert_int_equal(out->more[0], layer.K);
        for (int axis = 0; axis < layer.dims; axis++) {
            assert_int_equal(size->whole[axis], known[i].size);
            assert_int_equal(out->whole[axis], known[i].size);
        }
        check_count(trace, "windows", known[i].windows);
        check_count(trace, "neurons", known[i].neurons);
        check_count(trace, "connections", known[i].connections);
        check_count(trace, "weights", known[i].weights);
        check_count(trace, "biases", known[i].biases);
        check_count(trace, "params", known[i].params);
        check_count(trace, "macs", known[i].macs);
        check_count(trace, "flops", known[i].macs == NONE ? NONE : 2 * known[i].macs);
        if (known[i].params == NONE)
            continue;
        /* The parameters alone, whatever the input. */
        cnn_layer alone = layer;
        for (int axis = 0; axis < layer.dims; axis++)
            alone.axis[axis].W = i % 2 == 0 ? 0 : 1;
        trace = start(&list);
        assert_int_equal(cnn_params(&alone, trace).code, CNN_OK);
        check_count(trace, "weights", known[i].weights);
        check_count(trace, "biases", known[i].biases);
        check_count(trace, "params", known[i].params);
        assert_int_equal(trace->count, 3);
    }
}

static void starts_plain(void **state) {
    (void)state;
    for (int dims = 1; dims <= 3; dims++) {
        const cnn_layer layer = cnn_layer_of(dims);
        assert_int_equal(layer.dims, dims);
        assert_int_equal(layer.padding, CNN_PADDED);
        assert_int_equal(layer.round, CNN_EXACT);
        assert_int_equal(layer.K, 0);
        assert_int_equal(layer.C, 0);
        assert_int_equal(layer.G, 1);
        assert_false(layer.transposed);
        assert_false(layer.square);
        assert_true(layer.bias);
        for (int i = 0; i < CNN_AXES; i++) {
            assert_int_equal(layer.axis[i].S, i < dims);
            assert_int_equal(layer.axis[i].d, i < dims);
            assert_int_equal(layer.axis[i].W, 0);
            assert_int_equal(layer.axis[i].F, 0);
            assert_int_equal(layer.axis[i].begin, 0);
            assert_int_equal(layer.axis[i].end, 0);
            assert_int_equal(layer.axis[i].output_pad, 0);
        }
    }
}

/* ---- Counted cell by cell ------------------------------------------------------------------ */

struct counted {
    int64_t windows, connections, weights, macs;
};

/* A weight joins an input channel and an output channel of one group, in each cell of the filter.
 */
static int64_t count_weights(const cnn_layer *layer) {
    int64_t count = 0;
    for (int64_t k = 0; k < layer->K; k++)
        for (int64_t c = 0; c < layer->C; c++)
            for (int64_t cell = 0; cell < layer->axis[0].F * layer->axis[1].F; cell++)
                if (k / (layer->K / layer->G) == c / (layer->C / layer->G))
                    count++;
    return count;
}

/* Lays the filter wherever it fits, on two axes; transposed, on each cell of the input. */
static struct counted count_cells(const cnn_layer *layer) {
    struct counted counted = {.weights = count_weights(layer)};
    const cnn_axis *x = &layer->axis[0], *y = &layer->axis[1];
    const int64_t wide = x->W + x->begin + x->end, high = y->W + y->begin + y->end;
    counted.connections = counted.weights / layer->K;
    if (layer->transposed) {
        counted.macs = x->W * y->W * counted.weights;
        return counted;
    }
    for (int64_t i = 0; i + x->d * (x->F - 1) < wide; i += x->S)
        for (int64_t j = 0; j + y->d * (y->F - 1) < high; j += y->S) {
            counted.windows++;
            counted.macs += counted.weights;
        }
    return counted;
}

static cnn_layer random_layer(int dims) {
    cnn_layer layer = cnn_layer_of(dims);
    layer.G = 1 + random_below(3);
    layer.C = layer.G * (1 + random_below(4));
    layer.K = layer.G * (1 + random_below(4));
    layer.bias = random_below(2) == 0;
    layer.round = CNN_FLOOR;
    const bool even = random_below(2) == 0, dense = random_below(2) == 0;
    for (int i = 0; i < dims; i++) {
        cnn_axis *axis = &layer.axis[i];
        axis->F = 1 + random_below(4);
        axis->d = dense ? 1 : 1 + random_below(3);
        axis->S = 1 + random_below(4);
        axis->W = axis->d * (axis->F - 1) + 1 + random_below(12);
        axis->begin = random_below(3);
        axis->end = even ? axis->begin : random_below(3);
    }
    return layer;
}

static void small_layers(void **state) {
    (void)state;
    for (int i = 0; i < 3000; i++) {
        cnn_layer layer = random_layer(2);
        struct list list;
        for (int transposed = 0; transposed < 2; transposed++) {
            layer.transposed = transposed;
            const struct counted counted = count_cells(&layer);
            cnn_trace *trace = start(&list);
            const cnn_code code = cnn_conv(&layer, trace).code;
            if (transposed && code == CNN_EMPTY)
                continue;
            assert_int_equal(code, CNN_OK);
            if (!transposed) {
                check_count(trace, "windows", counted.windows);
                check_count(trace, "neurons", counted.windows * layer.K);
                check_count(trace, "connections", counted.connections);
            }
            check_count(trace, "weights", counted.weights);
            check_count(trace, "biases", layer.bias ? layer.K : 0);
            check_count(trace, "params", counted.weights + (layer.bias ? layer.K : 0));
            check_count(trace, "macs", counted.macs);
            check_count(trace, "flops", 2 * counted.macs);
        }
    }
}

/* ---- Axes that differ ---------------------------------------------------------------------- */

static void check_axes(const cnn_trace *trace, const char *name, cnn_role role, cnn_kind kind,
                       int axes, const int64_t *right) {
    const cnn_item *item = named_item(trace, name);
    assert_int_equal(item->role, role);
    assert_int_equal(item->kind, kind);
    assert_int_equal(item->axes, axes);
    assert_false(item->square);
    for (int i = 0; i < axes; i++)
        if (item->whole[i] != right[i])
            fail_msg("%s on axis %d is %lld, not %lld", name, i, (long long)item->whole[i],
                     (long long)right[i]);
}

/* PyTorch's Conv3d of (depth 16, height 112, width 171), kernel (3, 5, 7), stride (1, 2, 3),
 * padding (1, 2, 0), dilation (1, 1, 2): (16, 56, 53), as its documented formula has it. */
static cnn_layer layer_of_video(void) {
    cnn_layer layer = cnn_layer_of(3);
    layer.axis[0] = (cnn_axis){.W = 171, .F = 7, .S = 3, .d = 2};
    layer.axis[1] = (cnn_axis){.W = 112, .F = 5, .S = 2, .d = 1, .begin = 2, .end = 2};
    layer.axis[2] = (cnn_axis){.W = 16, .F = 3, .S = 1, .d = 1, .begin = 1, .end = 1};
    layer.C = 6;
    layer.K = 8;
    layer.G = 2;
    layer.round = CNN_FLOOR;
    return layer;
}

/* No result is there twice. */
static void check_once_each(const cnn_trace *trace) {
    for (size_t i = 0; i < trace->count; i++)
        assert_ptr_equal(cnn_find(trace, trace->items[i].name), &trace->items[i]);
}

static void three_axes(void **state) {
    (void)state;
    static const int64_t out[] = {53, 56, 16}, unused[] = {2, 0, 0};
    const cnn_layer layer = layer_of_video();
    struct list list;
    cnn_trace *trace = start(&list);
    assert_int_equal(cnn_conv(&layer, trace).code, CNN_OK);
    check_axes(trace, "size", CNN_RESULT, CNN_PER_AXIS, 3, out);
    check_axes(trace, "out", CNN_RESULT, CNN_VOLUME, 3, out);
    check_axes(trace, "volume", CNN_RESULT, CNN_VOLUME, 3, out);
    check_axes(trace, "unused", CNN_RESULT, CNN_PER_AXIS, 3, unused);
    assert_int_equal(cnn_find(trace, "out")->more[0], 8);
    assert_int_equal(cnn_find(trace, "volume")->more[0], 8);
    check_count(trace, "width", 53);
    check_count(trace, "height", 56);
    check_count(trace, "depth", 16); /* the third axis, not the filters */
    check_count(trace, "windows", 47488);
    check_count(trace, "connections", 315);
    check_count(trace, "weights", 2520);
    check_count(trace, "params", 2528);
    check_count(trace, "macs", INT64_C(47488) * 2520);
    check_once_each(trace);
}

/* width, height and depth, with one axis, two and three, with filters and without. */
static void one_by_one(void **state) {
    (void)state;
    for (int dims = 1; dims <= 3; dims++)
        for (int64_t K = 0; K <= 7; K += 7) {
            cnn_layer layer = cnn_layer_of(dims);
            struct list list;
            for (int i = 0; i < dims; i++) {
                layer.axis[i].W = 10 + i;
                layer.axis[i].F = 3;
            }
            layer.K = K;
            cnn_trace *trace = start(&list);
            assert_int_equal(cnn_conv(&layer, trace).code, CNN_OK);
            check_count(trace, "width", 8);
            check_count(trace, "height", dims > 1 ? 9 : NONE);
            check_count(trace, "depth", dims > 2 ? 10 : K != 0 ? K : NONE);
            assert_true((cnn_find(trace, "volume") != NULL) == (K != 0));
            assert_int_equal(cnn_find(trace, "out")->kind, K != 0 ? CNN_VOLUME : CNN_PER_AXIS);
            assert_false(cnn_find(trace, "out")->square);
            check_once_each(trace);
            trace = start(&list);
            layer.C = K;
            assert_int_equal(cnn_pool(&layer, trace).code, CNN_OK);
            check_once_each(trace);
        }
}

static void same_padding(void **state) {
    (void)state;
    static const int64_t out[] = {5, 4};
    static const int64_t pads[][2] = {{1, 2}, {2, 1}};
    for (int lower = 0; lower < 2; lower++) {
        cnn_layer layer = cnn_layer_of(2);
        struct list list;
        cnn_trace *trace = start(&list);
        trace->given = trace->working = true;
        layer.padding = lower ? CNN_SAME_LOWER : CNN_SAME;
        layer.axis[0] = (cnn_axis){.W = 10, .F = 5, .S = 2, .d = 1};
        layer.axis[1] = (cnn_axis){.W = 4, .F = 2, .S = 1, .d = 2};
        assert_int_equal(cnn_conv(&layer, trace).code, CNN_OK);
        check_axes(trace, "size", CNN_RESULT, CNN_PER_AXIS, 2, out);
        const cnn_item *P = named_item(trace, "P");
        assert_int_equal(P->role, CNN_GIVEN);
        assert_int_equal(P->kind, CNN_PADS);
        assert_int_equal(P->whole[0], pads[lower][0]);
        assert_int_equal(P->more[0], pads[lower][1]);
        assert_int_equal(P->whole[1], 1);
        assert_int_equal(P->more[1], 1);
        assert_int_equal(named_item(trace, "padding")->whole[0], 3);
        assert_int_equal(named_item(trace, "padding")->whole[1], 2);
        assert_null(strstr(named_item(trace, "size")->formula, "{P}"));
    }
}

/* ---- Pool layers --------------------------------------------------------------------------- */

static void pools(void **state) {
    (void)state;
    static const struct {
        struct square layer;
        int64_t size, windows, unused;
    } table[] = {
        {{2, 55, 3, 2, 0, 96, 0, 0, 0, 0, 0}, 27, 729, 0},
        {{2, 224, 2, 2, 0, 64, 0, 0, 0, 0, 0}, 112, 12544, 0},
        {{2, 112, 3, 2, 1, 64, 0, 0, CNN_FLOOR, 0, 0}, 56, 3136, 0},
        {{2, 112, 3, 2, 0, 64, 0, 0, CNN_CEIL, 0, 0}, 56, 3136, 0},
        {{3, 16, 2, 2, 0, 512, 0, 0, 0, 0, 0}, 8, 512, 0},
        {{1, 10, 3, 2, 0, 0, 0, 0, CNN_FLOOR, 0, 0}, 4, 4, 1},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        cnn_layer layer = layer_of(&table[i].layer);
        struct list list;
        cnn_trace *trace = start(&list);
        layer.K = 7; /* says nothing about a pool layer */
        assert_int_equal(cnn_pool(&layer, trace).code, CNN_OK);
        const cnn_item *out = named_item(trace, "out");
        assert_int_equal(out->kind, layer.C != 0 ? CNN_VOLUME : CNN_PER_AXIS);
        assert_int_equal(out->whole[0], table[i].size);
        assert_int_equal(out->more[0], layer.C);
        assert_int_equal(named_item(trace, "size")->whole[0], table[i].size);
        assert_int_equal(named_item(trace, "unused")->whole[0], table[i].unused);
        assert_true((cnn_find(trace, "volume") != NULL) == (layer.C != 0));
        check_count(trace, "width", table[i].size);
        check_count(trace, "depth",
                    layer.dims == 3 ? table[i].size
                    : layer.C != 0  ? layer.C
                                    : NONE);
        check_count(trace, "windows", table[i].windows);
        check_count(trace, "params", 0);
        check_count(trace, "weights", NONE);
        check_count(trace, "macs", NONE);
        check_count(trace, "neurons", NONE);
        assert_non_null(named_item(trace, "params")->note);
    }
    const struct square uneven = {2, 10, 3, 2, 0, 8, 0, 0, 0, 0, 0};
    const cnn_layer layer = layer_of(&uneven);
    struct list list;
    assert_int_equal(cnn_pool(&layer, start(&list)).code, CNN_UNEVEN);
}

/* ---- What was given ------------------------------------------------------------------------ */

#define NAMES 128 /* bytes, for names and blanks */

static void names_of(const cnn_trace *trace, cnn_role role, char names[NAMES]) {
    size_t length = 0;
    *names = 0;
    for (size_t i = 0; i < trace->count; i++)
        if (trace->items[i].role == role)
            length += (size_t)snprintf(names + length, NAMES - length, "%s ", trace->items[i].name);
}

enum question { CONV, PARAMS, POOL };

static cnn_error ask(enum question question, const cnn_layer *layer, cnn_trace *trace) {
    return question == CONV     ? cnn_conv(layer, trace)
           : question == PARAMS ? cnn_params(layer, trace)
                                : cnn_pool(layer, trace);
}

static void names_that_were_given(void **state) {
    (void)state;
    static const struct {
        enum question question;
        struct square layer;
        const char *names;
    } table[] = {
        {CONV, {2, 9, 3, 2, 1, 4, 6, 2, 0, 0, 0}, "W H F S P d K C G R dims transpose bias "},
        {CONV, {1, 9, 3, 2, 1, 4, 6, 2, 0, 0, 0}, "W F S P d K C G R dims transpose bias "},
        {CONV, {3, 9, 3, 2, 1, 0, 6, 2, 0, 0, 0}, "W H F S P d K G R dims transpose bias "},
        {CONV, {2, 9, 3, 2, 1, 4, 0, 2, 0, 0, 0}, "W H F S P d C G R dims transpose bias "},
        {CONV,
         {2, 9, 3, 2, 1, 4, 6, 2, 0, 0, true},
         "W H F S P d K C G dims transpose output_pad bias "},
        {PARAMS, {2, 0, 3, 2, 1, 4, 6, 2, 0, 0, 0}, "F S P d K C G R dims transpose bias "},
        {PARAMS, {2, 9, 3, 2, 1, 4, 6, 2, 0, 0, 0}, "W H F S P d K C G R dims transpose bias "},
        {PARAMS,
         {2, 0, 3, 2, 1, 4, 6, 2, 0, 0, true},
         "F S P d K C G dims transpose output_pad bias "},
        {POOL, {2, 9, 3, 2, 1, 4, 6, 1, 0, 0, 0}, "W H F S P d C R dims "},
        {POOL, {1, 9, 3, 2, 1, 0, 0, 1, 0, 0, 0}, "W F S P d R dims "},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        const cnn_layer layer = layer_of(&table[i].layer);
        struct list list;
        char names[NAMES];
        cnn_trace *trace = start(&list);
        trace->given = true;
        assert_int_equal(ask(table[i].question, &layer, trace).code, CNN_OK);
        names_of(trace, CNN_GIVEN, names);
        assert_string_equal(names, table[i].names);
        for (size_t j = 0; j < trace->count; j++)
            if (trace->items[j].kind == CNN_PER_AXIS || trace->items[j].kind == CNN_PADS)
                assert_true(trace->items[j].square);
        /* Without being told to, nothing that was given is put down. */
        trace = start(&list);
        assert_int_equal(ask(table[i].question, &layer, trace).code, CNN_OK);
        names_of(trace, CNN_GIVEN, names);
        assert_string_equal(names, "");
    }
}

static void values_that_were_given(void **state) {
    (void)state;
    static const int64_t W[] = {171, 112, 16}, F[] = {7, 5, 3}, S[] = {3, 2, 1}, d[] = {2, 1, 1};
    static const int64_t P[] = {0, 2, 1};
    const cnn_layer layer = layer_of_video();
    for (int question = CONV; question <= POOL; question++) {
        struct list list;
        cnn_trace *trace = start(&list);
        trace->given = true;
        assert_int_equal(ask((enum question)question, &layer, trace).code, CNN_OK);
        check_axes(trace, "W", CNN_GIVEN, CNN_PER_AXIS, 3, W);
        check_axes(trace, "F", CNN_GIVEN, CNN_PER_AXIS, 3, F);
        check_axes(trace, "S", CNN_GIVEN, CNN_PER_AXIS, 3, S);
        check_axes(trace, "d", CNN_GIVEN, CNN_PER_AXIS, 3, d);
        check_axes(trace, "P", CNN_GIVEN, CNN_PADS, 3, P);
        for (int i = 0; i < 3; i++)
            assert_int_equal(cnn_find(trace, "P")->more[i], P[i]);
        check_count(trace, "H", 112);
        check_count(trace, "C", 6);
        check_count(trace, "dims", 3);
        assert_string_equal(cnn_find(trace, "R")->word, "floor");
        if (question == POOL)
            continue;
        check_count(trace, "K", 8);
        check_count(trace, "G", 2);
        assert_int_equal(cnn_find(trace, "bias")->kind, CNN_TRUTH);
        assert_int_equal(cnn_find(trace, "bias")->whole[0], 1);
        assert_int_equal(cnn_find(trace, "transpose")->whole[0], 0);
    }
    static const char *const rounds[] = {"exact", "floor", "ceil", "full"};
    for (int round = CNN_EXACT; round <= CNN_FULL; round++) {
        const struct square square = {2, 9, 3, 2, 0, 0, 0, 0, (cnn_round)round, true, 0};
        const cnn_layer plain = layer_of(&square);
        struct list list;
        cnn_trace *trace = start(&list);
        trace->given = true;
        assert_int_equal(cnn_conv(&plain, trace).code, CNN_OK);
        assert_string_equal(cnn_find(trace, "R")->word, rounds[round]);
        assert_int_equal(cnn_find(trace, "bias")->whole[0], 0);
    }
    /* Output padding, and padding that differs at the ends. */
    cnn_layer layer_back = cnn_layer_of(2);
    layer_back.transposed = true;
    layer_back.axis[0] = (cnn_axis){.W = 6, .F = 3, .S = 2, .d = 1, .begin = 1, .output_pad = 1};
    layer_back.axis[1] = (cnn_axis){.W = 6, .F = 3, .S = 3, .d = 1, .end = 2, .output_pad = 2};
    static const int64_t output_pads[] = {1, 2}, begins[] = {1, 0}, out[] = {13, 18};
    struct list list;
    cnn_trace *trace = start(&list);
    trace->given = true;
    assert_int_equal(cnn_conv(&layer_back, trace).code, CNN_OK);
    check_axes(trace, "size", CNN_RESULT, CNN_PER_AXIS, 2, out);
    check_axes(trace, "output_pad", CNN_GIVEN, CNN_PER_AXIS, 2, output_pads);
    check_axes(trace, "P", CNN_GIVEN, CNN_PADS, 2, begins);
    assert_int_equal(cnn_find(trace, "P")->more[0], 0);
    assert_int_equal(cnn_find(trace, "P")->more[1], 2);
    assert_int_equal(cnn_find(trace, "transpose")->whole[0], 1);
    assert_null(cnn_find(trace, "unused"));
}

/* ---- Working ------------------------------------------------------------------------------- */

/* Each line of working is true on each axis. */
static void check_working(const cnn_trace *trace) {
    for (size_t i = 0; i < trace->count; i++) {
        const cnn_item *item = &trace->items[i];
        if (item->note != NULL)
            check_note(trace, item->note);
        if (item->formula == NULL || item->kind == CNN_TOO_MANY)
            continue;
        const int axes = item->axes == 0 ? 1 : item->axes;
        for (int axis = 0; axis < axes; axis++)
            check_chain(trace, item, axis, item_value(item, axis), 1e-12);
    }
}

static void working_is_true(void **state) {
    (void)state;
    int uneven = 0, dropped = 0;
    for (int i = 0; i < 20000; i++) {
        cnn_layer layer = random_layer(1 + i % 3);
        struct list list;
        cnn_trace *trace = start(&list);
        trace->working = true;
        layer.round = (cnn_round)(i / 3 % 4);
        layer.padding = i % 5 == 0 ? CNN_SAME : i % 5 == 1 ? CNN_SAME_LOWER : CNN_PADDED;
        layer.transposed = i % 7 == 0;
        if (layer.transposed && random_below(2) == 0)
            for (int axis = 0; axis < layer.dims; axis++)
                layer.axis[axis].output_pad = random_below((int)layer.axis[axis].S);
        const cnn_error error =
            i % 11 == 0 && !layer.transposed ? cnn_pool(&layer, trace) : cnn_conv(&layer, trace);
        if (error.code == CNN_EMPTY)
            continue;
        if (error.code == CNN_UNEVEN) {
            uneven++;
            assert_int_equal(named_item(trace, "size")->kind, CNN_RATIO);
        } else {
            assert_int_equal(error.code, CNN_OK);
            assert_non_null(named_item(trace, "size")->formula);
        }
        const cnn_item *item = cnn_find(trace, "dropped");
        dropped += item != NULL && item->whole[0] == 1;
        for (int axis = 0; item != NULL && axis < layer.dims; axis++)
            assert_true(item->whole[axis] == 0 || layer.round == CNN_CEIL);
        check_working(trace);
        trace = start(&list);
        trace->working = true;
        assert_int_equal(cnn_params(&layer, trace).code, CNN_OK);
        check_working(trace);
    }
    assert_true(uneven > 100);
    assert_true(dropped > 100);
}

/* Which formula stands for which layer. The first template is the law. */
static void laws(void **state) {
    (void)state;
    static const struct {
        cnn_axis axis;
        cnn_padding padding;
        cnn_round round;
        bool transposed;
        const char *law;
    } table[] = {
        {{.W = 227, .F = 11, .S = 4, .d = 1}, 0, CNN_EXACT, false, "({W} - {F} + 2{P})/{S} + 1"},
        {{.W = 9, .F = 3, .S = 2, .d = 2}, 0, CNN_EXACT, false, "({W} - {E} + 2{P})/{S} + 1"},
        {{.W = 8, .F = 3, .S = 2, .d = 1, .end = 1},
         0,
         CNN_EXACT,
         false,
         "({W} - {F} + {begin} + {end})/{S} + 1"},
        {{.W = 10, .F = 3, .S = 2, .d = 2, .begin = 1},
         0,
         CNN_EXACT,
         false,
         "({W} - {E} + {begin} + {end})/{S} + 1"},
        {{.W = 10, .F = 3, .S = 2, .d = 1},
         0,
         CNN_FLOOR,
         false,
         "floor(({W} - {F} + 2{P})/{S}) + 1"},
        {{.W = 10, .F = 3, .S = 2, .d = 1}, 0, CNN_CEIL, false, "ceil(({W} - {F} + 2{P})/{S}) + 1"},
        {{.W = 10, .F = 3, .S = 2, .d = 1}, 0, CNN_FULL, false, "ceil(({W} - {F} + 2{P})/{S}) + 1"},
        {{.W = 2, .F = 1, .S = 2, .d = 1},
         0,
         CNN_CEIL,
         false,
         "ceil(({W} - {F} + 2{P})/{S}) + 1 - {dropped}"},
        {{.W = 2, .F = 1, .S = 2, .d = 1}, 0, CNN_FULL, false, "ceil(({W} - {F} + 2{P})/{S}) + 1"},
        {{.W = 10, .F = 3, .S = 2, .d = 1}, CNN_SAME, CNN_EXACT, false, "ceil({W}/{S})"},
        {{.W = 10, .F = 3, .S = 2, .d = 1}, CNN_SAME_LOWER, CNN_CEIL, false, "ceil({W}/{S})"},
        {{.W = 5, .F = 3, .S = 2, .d = 1}, 0, 0, true, "{S}*({W} - 1) + {F} - 2{P}"},
        {{.W = 5, .F = 3, .S = 2, .d = 2}, 0, 0, true, "{S}*({W} - 1) + {E} - 2{P}"},
        {{.W = 5, .F = 3, .S = 2, .d = 1, .end = 1},
         0,
         0,
         true,
         "{S}*({W} - 1) + {F} - {begin} - {end}"},
        {{.W = 5, .F = 3, .S = 2, .d = 1, .output_pad = 1},
         0,
         0,
         true,
         "{S}*({W} - 1) + {F} - 2{P} + {output_pad}"},
        {{.W = 5, .F = 3, .S = 2, .d = 1}, CNN_SAME, 0, true, "{W}*{S}"},
    };
    for (size_t i = 0; i < COUNT(table); i++)
        for (int working = 0; working < 2; working++) {
            cnn_layer layer = cnn_layer_of(1);
            struct list list;
            cnn_trace *trace = start(&list);
            trace->working = working;
            layer.axis[0] = table[i].axis;
            layer.padding = table[i].padding;
            layer.round = table[i].round;
            layer.transposed = table[i].transposed;
            assert_int_equal(cnn_conv(&layer, trace).code, CNN_OK);
            const char *formula = named_item(trace, "size")->formula;
            const size_t length = strlen(table[i].law);
            if (strncmp(formula, table[i].law, length) != 0 ||
                (formula[length] != 0 && strncmp(formula + length, " = ", 3) != 0))
                fail_msg("%s, not %s", formula, table[i].law);
        }
}

/* The counts' formulas, with groups and without, with a bias and without. */
static void laws_of_counts(void **state) {
    (void)state;
    static const struct {
        struct square layer;
        const char *weights, *params, *connections, *macs;
    } table[] = {
        {{2, 9, 3, 1, 0, 4, 6, 1, 0, 0, 0},
         "{K}*{F^}*{C}",
         "{K}*({F^}*{C} + 1) = {K}*{per filter}",
         "{F*}*{C}",
         "{neurons}*{connections}"},
        {{2, 9, 3, 1, 0, 4, 6, 2, 0, 0, 0},
         "{K}*{F^}*{C}/{G}",
         "{K}*({F^}*{C}/{G} + 1) = {K}*{per filter}",
         "{F*}*{C}/{G}",
         "{neurons}*{connections}"},
        {{2, 9, 3, 1, 0, 4, 6, 1, 0, true, 0},
         "{K}*{F^}*{C}",
         "{K}*{F^}*{C}",
         "{F*}*{C}",
         "{neurons}*{connections}"},
        {{2, 9, 3, 1, 0, 4, 6, 1, 0, 0, true},
         "{C}*{F^}*{K}",
         "{C}*{F^}*{K} + {K} = {weights} + {K}",
         NULL,
         "{=W*}*{weights}"},
        {{2, 9, 3, 1, 0, 4, 6, 2, 0, 0, true},
         "{C}*{F^}*{K}/{G}",
         "{C}*{F^}*{K}/{G} + {K} = {weights} + {K}",
         NULL,
         "{=W*}*{weights}"},
        {{2, 9, 3, 1, 0, 4, 6, 2, 0, true, true},
         "{C}*{F^}*{K}/{G}",
         "{C}*{F^}*{K}/{G}",
         NULL,
         "{=W*}*{weights}"},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        const cnn_layer layer = layer_of(&table[i].layer);
        struct list list;
        cnn_trace *trace = start(&list);
        trace->working = true;
        assert_int_equal(cnn_conv(&layer, trace).code, CNN_OK);
        assert_string_equal(named_item(trace, "weights")->formula, table[i].weights);
        assert_string_equal(named_item(trace, "params")->formula, table[i].params);
        assert_string_equal(named_item(trace, "macs")->formula, table[i].macs);
        if (table[i].connections != NULL)
            assert_string_equal(named_item(trace, "connections")->formula, table[i].connections);
        assert_string_equal(named_item(trace, "neurons")->formula, "{=size*}*{K}");
        assert_true((cnn_find(trace, "biases")->formula != NULL) == layer.bias);
        assert_true((cnn_find(trace, "biases")->note != NULL) == !layer.bias);
        assert_true((cnn_find(trace, "per filter") != NULL) == !layer.transposed);
    }
}

/* 32 by 5 by 2: 27/2 + 1 = 14.5; the other axis is whole. */
static void uneven_ratios(void **state) {
    (void)state;
    cnn_layer layer = cnn_layer_of(2);
    struct list list;
    cnn_trace *trace = start(&list);
    trace->working = true;
    layer.axis[0] = (cnn_axis){.W = 227, .F = 11, .S = 4, .d = 1};
    layer.axis[1] = (cnn_axis){.W = 32, .F = 5, .S = 2, .d = 1};
    const cnn_error error = cnn_conv(&layer, trace);
    assert_int_equal(error.code, CNN_UNEVEN);
    assert_string_equal(error.field, "S");
    assert_int_equal(error.axis, 1);
    static const int64_t sizes[] = {55, 14}, steps[] = {54, 13}, spans[] = {216, 27};
    check_axes(trace, "size", CNN_STEP, CNN_RATIO, 2, sizes);
    check_axes(trace, "steps", CNN_STEP, CNN_RATIO, 2, steps);
    check_axes(trace, "span", CNN_STEP, CNN_PER_AXIS, 2, spans);
    const char *const ratios[] = {"size", "steps"};
    for (int i = 0; i < 2; i++) {
        const cnn_item *item = cnn_find(trace, ratios[i]);
        assert_int_equal(item->more[0], 0);
        assert_int_equal(item->divisor[0], 4);
        assert_int_equal(item->more[1], 1);
        assert_int_equal(item->divisor[1], 2);
    }
    assert_null(cnn_find(trace, "out"));
    assert_null(cnn_find(trace, "params"));
    check_working(trace);
    /* Without working there is nothing to show. */
    trace = start(&list);
    assert_int_equal(cnn_conv(&layer, trace).code, CNN_UNEVEN);
    assert_int_equal(trace->count, 0);
}

/* A filter that is too wide has no steps to show, only what it spans. */
static void working_of_what_does_not_fit(void **state) {
    (void)state;
    cnn_layer layer = cnn_layer_of(2);
    struct list list;
    cnn_trace *trace = start(&list);
    trace->working = true;
    layer.axis[0] = (cnn_axis){.W = 32, .F = 5, .S = 2, .d = 1};
    layer.axis[1] = (cnn_axis){.W = 4, .F = 3, .S = 1, .d = 2};
    assert_int_equal(cnn_conv(&layer, trace).code, CNN_TOO_WIDE);
    static const int64_t extents[] = {5, 5};
    check_axes(trace, "E", CNN_STEP, CNN_PER_AXIS, 2, extents);
    assert_non_null(cnn_find(trace, "E")->formula);
    assert_null(cnn_find(trace, "span"));
    assert_null(cnn_find(trace, "steps"));
    assert_null(cnn_find(trace, "size"));
    check_working(trace);
    /* A span beyond CNN_MAX is not shown, and the size is still right. */
    layer = cnn_layer_of(1);
    layer.axis[0] = (cnn_axis){.W = CNN_MAX, .F = 1, .S = 2, .d = 1, .begin = 2};
    trace = start(&list);
    trace->working = true;
    assert_int_equal(cnn_conv(&layer, trace).code, CNN_OK);
    assert_null(cnn_find(trace, "span"));
    assert_true(cnn_find(trace, "size")->whole[0] == HALF + 1);
}

/* ---- Errors -------------------------------------------------------------------------------- */

static void errors(void **state) {
    (void)state;
    static const struct {
        cnn_axis axis[2];
        int64_t C, K, G;
        cnn_padding padding;
        bool transposed;
        cnn_error error;
    } table[] = {
#define FINE {.W = 9, .F = 3, .S = 1, .d = 1}
        {{FINE, FINE}, 4, 6, 3, 0, false, {CNN_UNGROUPED, "C", 0}},
        {{FINE, FINE}, 6, 4, 3, 0, false, {CNN_UNGROUPED, "K", 0}},
        {{FINE, FINE}, 4, 4, 3, 0, false, {CNN_UNGROUPED, "C", 0}},
        {{FINE, FINE}, 4, 0, 3, 0, false, {CNN_UNGROUPED, "C", 0}},
        {{FINE, FINE}, 0, 4, 3, 0, true, {CNN_UNGROUPED, "K", 0}},
        {{FINE, FINE}, 2, 4, 4, 0, false, {CNN_UNGROUPED, "C", 0}},
        {{FINE, FINE}, 6, 4, 2, 0, false, {CNN_OK, NULL, 0}},
        {{{.W = 32, .F = 5, .S = 2, .d = 1}, FINE}, 0, 0, 1, 0, false, {CNN_UNEVEN, "S", 0}},
        {{FINE, {.W = 32, .F = 5, .S = 2, .d = 1}}, 0, 0, 1, 0, false, {CNN_UNEVEN, "S", 1}},
        {{FINE, {.W = 32, .F = 5, .S = 2, .d = 1}}, 0, 0, 1, CNN_SAME, false, {CNN_OK, NULL, 0}},
        {{{.W = 4, .F = 5, .S = 1, .d = 1}, FINE}, 0, 0, 1, 0, false, {CNN_TOO_WIDE, "F", 0}},
        {{FINE, {.W = 4, .F = 3, .S = 1, .d = 2}}, 0, 0, 1, 0, false, {CNN_TOO_WIDE, "F", 1}},
        {{FINE, {.W = 1, .F = 3, .S = 1, .d = 1, .begin = 2, .end = 1}},
         0,
         0,
         1,
         0,
         true,
         {CNN_EMPTY, "P", 1}},
        {{{.W = 2, .F = 3, .S = 2, .d = 1, .output_pad = 2}, FINE},
         0,
         0,
         1,
         0,
         true,
         {CNN_WIDE_OUTPUT_PAD, "output_pad", 0}},
        {{FINE, {.W = CNN_MAX, .F = 1, .S = 1, .d = 1, .begin = 1}},
         0,
         0,
         1,
         0,
         false,
         {CNN_BEYOND, "size", 1}},
        {{{.W = 5, .F = CNN_MAX, .S = 1, .d = 2}, FINE}, 0, 0, 1, 0, false, {CNN_BEYOND, "E", 0}},
        {{FINE, {.W = 5, .F = CNN_MAX, .S = 1, .d = 2}}, 0, 0, 1, 0, true, {CNN_BEYOND, "E", 1}},
        {{{.W = HALF, .F = 2, .S = 2, .d = 1}, FINE}, 0, 0, 1, 0, true, {CNN_BEYOND, "size", 0}},
        {{{.W = HALF, .F = 2, .S = 2, .d = 1}, FINE},
         0,
         0,
         1,
         CNN_SAME,
         true,
         {CNN_BEYOND, "size", 0}},
        {{FINE, {.W = 5, .F = CNN_MAX, .S = 1, .d = 2}},
         0,
         0,
         1,
         CNN_SAME,
         false,
         {CNN_BEYOND, "E", 1}},
        /* The first axis at fault is named, and a size before the groups; an uneven one only where
         * the others have room for the filter. */
        {{{.W = 32, .F = 5, .S = 2, .d = 1}, {.W = 4, .F = 5, .S = 1, .d = 1}},
         4,
         6,
         3,
         0,
         false,
         {CNN_TOO_WIDE, "F", 1}},
        {{{.W = 32, .F = 5, .S = 2, .d = 1}, {.W = 7, .F = 3, .S = 3, .d = 1}},
         4,
         6,
         3,
         0,
         false,
         {CNN_UNEVEN, "S", 0}},
        {{{.W = 5, .F = CNN_MAX, .S = 1, .d = 2}, {.W = 4, .F = 5, .S = 1, .d = 1}},
         4,
         6,
         3,
         0,
         false,
         {CNN_BEYOND, "E", 0}},
        {{{.W = 4, .F = 5, .S = 1, .d = 1}, {.W = 32, .F = 5, .S = 2, .d = 1}},
         4,
         6,
         3,
         0,
         false,
         {CNN_TOO_WIDE, "F", 0}},
    };
    for (size_t i = 0; i < COUNT(table); i++)
        for (int working = 0; working < 2; working++) {
            cnn_layer layer = cnn_layer_of(2);
            struct list list;
            cnn_trace *trace = start(&list);
            trace->working = working;
            memcpy(layer.axis, table[i].axis, sizeof table[i].axis);
            layer.C = table[i].C;
            layer.K = table[i].K;
            layer.G = table[i].G;
            layer.padding = table[i].padding;
            layer.transposed = table[i].transposed;
            const cnn_error error = cnn_conv(&layer, trace);
            if (error.code != table[i].error.code || error.axis != table[i].error.axis)
                fail_msg("question %zu: code %d on axis %d", i, error.code, error.axis);
            if (error.code != CNN_OK)
                assert_string_equal(error.field, table[i].error.field);
            if (error.code != CNN_OK && error.code != CNN_UNGROUPED)
                assert_null(cnn_find(trace, "out"));
            if (working && layer.padding != CNN_PADDED) /* what comes to nothing is not told */
                assert_int_equal(cnn_find(trace, "P") == NULL,
                                 error.code == CNN_BEYOND && error.field[0] == 'E');
            if (error.code != CNN_UNGROUPED)
                continue;
            assert_null(cnn_find(trace, "windows"));
            trace = start(&list);
            const cnn_error same = cnn_params(&layer, trace);
            assert_int_equal(same.code, CNN_UNGROUPED);
            assert_string_equal(same.field, table[i].error.field);
            assert_null(cnn_find(trace, "params"));
        }
}

/* A layer that does not fit is worked out as far as there is room. */
static void working_without_room(void **state) {
    (void)state;
    const cnn_layer layer = layer_of(&(struct square){.dims = 2, .W = 10, .F = 3, .S = 2});
    struct list list;
    cnn_trace *trace = start(&list);
    trace->working = true;
    assert_int_equal(cnn_pool(&layer, trace).code, CNN_UNEVEN);
    const size_t needed = trace->count;
    assert_true(needed < CNN_LAYER_ITEMS);
    for (size_t room = 0; room <= needed; room++) {
        trace->capacity = room;
        assert_int_equal(cnn_pool(&layer, trace).code, CNN_UNEVEN);
        assert_int_equal(trace->count, room);
    }
}

/* ---- The edge of the numbers --------------------------------------------------------------- */

/* Each count goes beyond CNN_MAX by itself, and takes with it only what is made of it. */
static void counts_beyond(void **state) {
    (void)state;
    static const struct {
        struct square layer;
        int64_t windows, neurons, connections, weights, biases, params, macs, flops;
    } table[] = {
        {{1, HALF - 1, 1, 1, 0, 1, 1, 0, 0, 0, 0},
         HALF - 1,
         HALF - 1,
         1,
         1,
         1,
         2,
         HALF - 1,
         CNN_MAX - 1},
        {{1, HALF, 1, 1, 0, 1, 1, 0, 0, 0, 0}, HALF, HALF, 1, 1, 1, 2, HALF, MANY},
        {{1, CNN_MAX, 1, 1, 0, 1, 1, 0, 0, 0, 0}, CNN_MAX, CNN_MAX, 1, 1, 1, 2, CNN_MAX, MANY},
        {{1, HALF, 1, 1, 0, 1, 2, 0, 0, 0, 0}, HALF, MANY, 1, 2, 2, 4, MANY, MANY},
        {{1, HALF, 1, 1, 0, 2, 1, 0, 0, 0, 0}, HALF, HALF, 2, 2, 1, 3, MANY, MANY},
        {{2, INT64_C(1) << 32, 1, 1, 0, 1, 1, 0, 0, 0, 0}, MANY, MANY, 1, 1, 1, 2, MANY, MANY},
        {{2, INT64_C(1) << 31, 1, 1, 0, 1, 1, 0, 0, 0, 0}, HALF, HALF, 1, 1, 1, 2, HALF, MANY},
        {{2, INT64_C(3037000499), 1, 1, 0, 1, 1, 0, 0, 0, 0},
         INT64_C(9223372030926249001),
         INT64_C(9223372030926249001),
         1,
         1,
         1,
         2,
         INT64_C(9223372030926249001),
         MANY},
        {{3, INT64_C(1) << 21, 1, 1, 0, 1, 1, 0, 0, 0, 0}, MANY, MANY, 1, 1, 1, 2, MANY, MANY},
        /* Weights, and what the biases add. */
        {{1, CNN_MAX, CNN_MAX, 1, 0, 1, 1, 0, 0, 0, 0},
         1,
         1,
         CNN_MAX,
         CNN_MAX,
         1,
         MANY,
         CNN_MAX,
         MANY},
        {{1, CNN_MAX, CNN_MAX, 1, 0, 1, 1, 0, 0, true, 0},
         1,
         1,
         CNN_MAX,
         CNN_MAX,
         0,
         CNN_MAX,
         CNN_MAX,
         MANY},
        {{1, CNN_MAX - 1, CNN_MAX - 1, 1, 0, 1, 1, 0, 0, 0, 0},
         1,
         1,
         CNN_MAX - 1,
         CNN_MAX - 1,
         1,
         CNN_MAX,
         CNN_MAX - 1,
         MANY},
        {{1, HALF, HALF, 1, 0, 2, 1, 0, 0, 0, 0}, 1, 1, MANY, MANY, 1, MANY, MANY, MANY},
        {{1, HALF, HALF, 1, 0, 1, 2, 0, 0, 0, 0}, 1, 2, HALF, MANY, 2, MANY, MANY, MANY},
        /* Groups divide before anything is multiplied. */
        {{2, 2048, 2048, 1, 0, INT64_C(1) << 40, INT64_C(1) << 40, INT64_C(1) << 40, 0, true, 0},
         1,
         INT64_C(1) << 40,
         INT64_C(1) << 22,
         HALF,
         0,
         HALF,
         HALF,
         MANY},
        {{1, 1, 1, 1, 0, CNN_MAX, CNN_MAX, CNN_MAX, 0, true, true},
         1,
         CNN_MAX,
         NONE,
         CNN_MAX,
         0,
         CNN_MAX,
         CNN_MAX,
         MANY},
        {{1, 2, 1, 1, 0, CNN_MAX, CNN_MAX, CNN_MAX, 0, 0, true},
         2,
         MANY,
         NONE,
         CNN_MAX,
         CNN_MAX,
         MANY,
         MANY,
         MANY},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        const cnn_layer layer = layer_of(&table[i].layer);
        for (int working = 0; working < 2; working++) {
            struct list list;
            cnn_trace *trace = start(&list);
            trace->working = working;
            assert_int_equal(cnn_conv(&layer, trace).code, CNN_OK);
            check_count(trace, "windows", table[i].windows);
            check_count(trace, "neurons", table[i].neurons);
            check_count(trace, "connections", table[i].connections);
            check_count(trace, "weights", table[i].weights);
            check_count(trace, "biases", table[i].biases);
            check_count(trace, "params", table[i].params);
            check_count(trace, "macs", table[i].macs);
            check_count(trace, "flops", table[i].flops);
        }
        struct list list;
        cnn_trace *trace = start(&list);
        assert_int_equal(cnn_params(&layer, trace).code, CNN_OK);
        check_count(trace, "weights", table[i].weights);
        check_count(trace, "params", table[i].params);
    }
    const struct square pool = {2, INT64_C(1) << 32, 1, 1, 0, 3, 0, 0, 0, 0, 0};
    const cnn_layer layer = layer_of(&pool);
    struct list list;
    cnn_trace *trace = start(&list);
    assert_int_equal(cnn_pool(&layer, trace).code, CNN_OK);
    check_count(trace, "windows", MANY);
    check_count(trace, "params", 0);
    check_count(trace, "width", INT64_C(1) << 32);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_layers),
        cmocka_unit_test(starts_plain),
        cmocka_unit_test(small_layers),
        cmocka_unit_test(three_axes),
        cmocka_unit_test(one_by_one),
        cmocka_unit_test(same_padding),
        cmocka_unit_test(pools),
        cmocka_unit_test(names_that_were_given),
        cmocka_unit_test(values_that_were_given),
        cmocka_unit_test(working_is_true),
        cmocka_unit_test(laws),
        cmocka_unit_test(laws_of_counts),
        cmocka_unit_test(uneven_ratios),
        cmocka_unit_test(working_of_what_does_not_fit),
        cmocka_unit_test(errors),
        cmocka_unit_test(working_without_room),
        cmocka_unit_test(counts_beyond),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
