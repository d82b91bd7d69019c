/* test_far.c: networks at the edge of the numbers. A receptive field is right or unknown; what is
 * unknown, or has no room, is said. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cnncalc.h"
#include <stdbool.h>
#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define LAYERS       9
#define INPUTS       5
#define UNKNOWN      ((int64_t)-1)
#define HALF         (INT64_C(1) << 62) /* from here on places are beyond */

static cnn_net_layer layers[LAYERS + INPUTS];
static int32_t inputs[(LAYERS + INPUTS) * INPUTS];
static cnn_span spans[8 * CNN_SPANS_MOST];
static cnn_net net;

static void begin(size_t room) {
    net = (cnn_net){.layers = layers,
                    .inputs = inputs,
                    .batch = 1,
                    .bytes = 4,
                    .spans = spans,
                    .span_room = room};
}

/* A new layer on one axis, of inputs that end at -1; it is worked out when it is done. */
static cnn_net_layer *add(const char *kind, const int32_t from[]) {
    cnn_net_layer *layer = &layers[net.count];

    *layer = (cnn_net_layer){.kind = cnn_kind_named(kind, strlen(kind)),
                             .told = cnn_layer_of(1),
                             .O = {.dims = 1},
                             .input = net.count * INPUTS};
    assert_non_null(layer->kind);
    layer->told.K = layer->told.C = 1;
    layer->told.round = CNN_FLOOR;
    while (from[layer->input_count] >= 0) {
        inputs[layer->input + layer->input_count] = from[layer->input_count];
        layer->input_count++;
    }
    return layer;
}

static int32_t done(void) {
    assert_int_equal(cnn_net_work(&net, net.count).code, CNN_OK);
    return net.count++;
}

static int32_t input(int64_t W) {
    add("input", (int32_t[]){-1})->told.axis[0].W = W;
    return done();
}

static int32_t windows(const char *kind, int32_t from, cnn_axis axis) {
    add(kind, (int32_t[]){from, -1})->told.axis[0] = axis;
    return done();
}

static int32_t sized(const char *kind, int32_t from, int64_t size) {
    cnn_net_layer *layer = add(kind, (int32_t[]){from, -1});
    layer->has_O = true;
    layer->O.size[0] = size;
    return done();
}

static int32_t join(int32_t a, int32_t b) {
    add("concat", (int32_t[]){a, b, -1});
    return done();
}

static void check_field(int32_t layer, int64_t size, int64_t start) {
    const cnn_field *field = &layers[layer].field[0];

    assert_int_equal(field->size, size);
    if (size >= 0)
        assert_int_equal(field->start, start * field->under);
}

/* ---- Known edges ----------------------------------------------------------------------------- */

/* A window of 2^62 that keeps the size, over one more cell before the input than makes it even. */
static int32_t wide_window(int32_t from, int64_t begin_cells) {
    return windows(
        "conv", from,
        (cnn_axis){.F = HALF, .S = 1, .d = 1, .begin = begin_cells, .end = HALF - 1 - begin_cells});
}

/* A field of 2^63 - 1 pixels that ends beyond the places of an axis: right, until units that go
 * unevenly are counted from it. */
static void an_end_beyond(void **state) {
    (void)state;
    begin(COUNT(spans));
    const int32_t wide = wide_window(wide_window(input(10), HALF / 2 - 1), HALF / 2 - 1);
    check_field(wide, CNN_MAX, 2 - HALF);
    windows("upsample", wide, (cnn_axis){.S = 2});
    check_field(net.count - 1, UNKNOWN, 0);
    begin(COUNT(spans));
    const int32_t few = input(10), beside = wide_window(wide_window(few, HALF / 4), HALF / 4);
    const int32_t both = sized("crop", join(few, beside), 8);
    check_field(both, CNN_MAX, 1 - HALF / 2);
    windows("upsample", both, (cnn_axis){.S = 2});
    check_field(net.count - 1, UNKNOWN, 0);

    /* Beyond all numbers: from pixel 3 on, for the paths of a join move together. */
    begin(COUNT(spans));
    const int64_t size = HALF + 100;
    const int32_t in = input(size), out = wide_window(wide_window(in, HALF / 4), HALF / 4);
    check_field(out, CNN_MAX, -HALF / 2);
    const int32_t shifted =
        sized("crop", windows("pad", in, (cnn_axis){.begin = 8, .end = 0}), size);
    const int32_t far = sized("crop", sized("crop", join(shifted, out), 102), 94);
    check_field(far, CNN_MAX, 3);
    join(far, windows("upsample", input(47), (cnn_axis){.S = 2}));
    check_field(net.count - 1, UNKNOWN, 0);
}

/* Fields that begin between pixels, and one so far to the left that no number has as many parts of
 * a pixel: 1023 of them make one. */
static void a_start_beyond(void **state) {
    (void)state;
    begin(COUNT(spans));
    const int64_t parts = 1023, pixels = HALF / parts + 10;
    const int32_t fine = windows("upsample", input(pixels), (cnn_axis){.S = parts});
    const int32_t even = windows("conv", fine, (cnn_axis){.F = 2, .S = parts, .d = 1});
    const cnn_field *field = &layers[even].field[0];
    assert_int_equal(layers[even].out.size[0], pixels);
    assert_false(field->uneven);
    assert_int_equal(field->under, parts);
    check_field(even, 1, 0);
    const int32_t far = windows("pad", input(1), (cnn_axis){.begin = pixels - 1, .end = 0});
    check_field(far, 1, 1 - pixels);
    check_field(join(far, even), pixels, 1 - pixels);
    check_field(join(even, far), UNKNOWN, 0);
}

/* Halves, thirds, quarters and fifths of pixels side by side: four paths go as far as that. */
static void a_path_too_many(void **state) {
    (void)state;
    int32_t from[INPUTS + 1] = {0};

    begin(COUNT(spans));
    from[0] = input(60);
    for (int32_t parts = 2; parts <= INPUTS; parts++)
        from[parts - 1] = windows("upsample", input(60 / parts), (cnn_axis){.S = parts});
    from[INPUTS - 1] = -1;
    add("concat", from);
    check_field(done(), 46, 0); /* unit 59 sees pixels 59, 29, 19 and 14 */
    from[INPUTS - 1] = net.count - 2;
    from[INPUTS] = -1;
    add("concat", from);
    check_field(done(), UNKNOWN, 0);
}

static int32_t whole(int64_t W) {
    add("globalpool", (int32_t[]){input(W), -1});
    return done();
}

/* Each goes beyond the numbers in its own way. */
static void places_beyond(void **state) {
    (void)state;
    /* A period of 2 units, of as many parts each. */
    begin(COUNT(spans));
    const int32_t pair = windows("upsample", whole(2), (cnn_axis){.S = 2});
    check_field(pair, 2, 0);
    check_field(windows("upsample", pair, (cnn_axis){.S = HALF / 2 + 1}), UNKNOWN, 0);

    /* Periods of 32 and of 33 units. */
    begin(COUNT(spans));
    const int32_t finer = windows("upsample", input(32), (cnn_axis){.S = 33});
    join(finer, windows("upsample", input(33), (cnn_axis){.S = 32}));
    check_field(net.count - 1, UNKNOWN, 0);

    /* Paths that go 3 and 2^60 pixels from unit to unit, under a filter of 9 and a stride of 8. */
    begin(COUNT(spans));
    const int32_t apart = join(whole(3), whole(HALF / 4));
    check_field(apart, HALF / 4, 0);
    check_field(windows("conv", apart, (cnn_axis){.F = 3, .S = 1, .d = 1, .end = 2}),
                3 * (HALF / 4), 0);
    check_field(windows("conv", apart, (cnn_axis){.F = 9, .S = 1, .d = 1, .end = 8}), UNKNOWN, 0);
    check_field(windows("conv", apart, (cnn_axis){.F = 1, .S = 8, .d = 1}), UNKNOWN, 0);

    /* Units 2^60 pixels apart, and a period of 8. */
    begin(COUNT(spans));
    const int32_t far =
        windows("conv", input(7 * (HALF / 4) + 1), (cnn_axis){.F = 1, .S = HALF / 4, .d = 1});
    join(far, windows("upsample", input(1), (cnn_axis){.S = 8}));
    check_field(net.count - 1, UNKNOWN, 0);

    /* The fourth unit ends at 2^62. */
    begin(COUNT(spans));
    const int64_t step = HALF / 8, F = 5 * step + 1;
    const int32_t last =
        windows("conv", input(F + 3 * step), (cnn_axis){.F = F, .S = step, .d = 1});
    join(last, windows("upsample", input(1), (cnn_axis){.S = 4}));
    check_field(net.count - 1, UNKNOWN, 0);
}

/* ---- Random networks ------------------------------------------------------------------------- */

static uint64_t random_state;

static int64_t below(int64_t most) {
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (int64_t)(random_state % (uint64_t)most);
}

/* As many bits as may be, or few. */
static int64_t number(int64_t least) {
    int64_t value = (below(2) == 0 ? below(5) : CNN_MAX >> below(63)) - below(3);

    return value < least ? least : value;
}

static bool small;

static int64_t told(int64_t least) {
    return small && below(3) > 0 ? least + below(4) : number(least);
}

/* A layer that need not fit; gives whether it does. */
static bool random_layer(void) {
    static const char *const kinds[] = {"conv",     "maxpool",      "convtranspose", "crop",
                                        "pad",      "pixelshuffle", "upsample",      "adaptivepool",
                                        "upsample", "globalpool",   "concat",        "mul",
                                        "relu",     "slice",        "dense",         "flatten"};
    const char *kind = net.count == 0 || below(9) == 0 ? "input" : kinds[below(COUNT(kinds))];
    int32_t from[INPUTS + 1] = {-1, -1};

    if (net.count > 0)
        from[0] = below(3) == 0 ? (int32_t)below(net.count) : net.count - 1;
    bool source = strcmp(kind, "input") == 0;
    const int32_t first = from[0];
    if (source)
        from[0] = -1;
    bool joins = strcmp(kind, "concat") == 0 || strcmp(kind, "mul") == 0;
    for (int64_t i = 1; joins && i < 3; i++) {
        from[i] = (int32_t)below(net.count);
        for (int k = 0; k < 9 && layers[from[i]].out.size[0] != layers[first].out.size[0]; k++)
            from[i] = (int32_t)below(net.count);
        from[i + 1] = -1;
    }
    cnn_net_layer *layer = add(kind, from);
    cnn_axis *axis = &layer->told.axis[0];
    const int64_t in = source ? 0 : layers[first].out.size[0];
    *axis = (cnn_axis){.W = told(1), .F = told(1), .S = told(1), .d = below(3) > 0 ? 1 : told(1)};
    axis->begin = below(2) == 0 ? 0 : told(0);
    axis->end = below(2) == 0 ? axis->begin : told(0);
    layer->told.round = (cnn_round)below(4);
    layer->has_O = layer->kind->act == CNN_CROP || layer->kind->act == CNN_ADAPTIVE ||
                   (layer->kind->act == CNN_UPSAMPLE && below(2) == 0);
    layer->O.size[0] = below(2) == 0 || in < 2 ? told(1) : in - below(in < 10 ? in : 10);
    return cnn_net_work(&net, net.count).code == CNN_OK;
}

/* ---- What some units see --------------------------------------------------------------------- */

/* From the first pixel that a unit surely sees to the last. */
struct seen {
    int64_t first, last;
};

static bool lost; /* a place was beyond a quarter of the numbers */

static int64_t times(int64_t a, int64_t b) {
    int64_t size = a < 0 ? -a : a;

    lost = lost || (b != 0 && size > HALF / 2 / b);
    return lost ? 0 : a * b;
}

static int64_t plus(int64_t a, int64_t b) {
    lost = lost || a > HALF / 2 || a < -HALF / 2 || b > HALF / 2 || b < -HALF / 2;
    return lost ? 0 : a + b;
}

static int64_t floor_of(int64_t a, int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

static struct seen look(int32_t index, int64_t unit);

static void see(struct seen *sees, int32_t layer, int64_t unit) {
    const struct seen part = look(layer, unit);
    sees->first = part.first < sees->first ? part.first : sees->first;
    sees->last = part.last > sees->last ? part.last : sees->last;
}

/* Of the cells of a filter, those that a unit takes from: the first and the last of a few. */
static void see_taps(struct seen *sees, int32_t from, const cnn_axis *axis, int64_t unit) {
    const int64_t place = plus(unit, axis->begin);

    for (int from_end = 0; from_end < 2; from_end++)
        for (int64_t i = 0; i < axis->F && i < 12; i++) {
            const int64_t k = from_end ? axis->F - 1 - i : i;
            const int64_t at = plus(place, -times(k, axis->d));
            if (lost || at % axis->S == 0) {
                see(sees, from, at / axis->S);
                break;
            }
        }
}

/* The definitions of the layers, by their outermost cells. */
static struct seen look(int32_t index, int64_t unit) {
    const cnn_net_layer *layer = &layers[index];
    const cnn_axis *axis = &layer->told.axis[0];
    struct seen sees = {CNN_MAX, -CNN_MAX};

    if (lost || layer->kind->family == CNN_SOURCE)
        return (struct seen){unit, unit};
    const int32_t from = inputs[layer->input];
    const int64_t in = layers[from].out.size[0], out = layer->out.size[0];
    switch (layer->kind->act) {
    case CNN_TRANSPOSED:
        see_taps(&sees, from, axis, unit);
        break;
    case CNN_GLOBAL:
        see(&sees, from, times(unit, in));
        see(&sees, from, plus(times(unit, in), in - 1));
        break;
    case CNN_ADAPTIVE:
        see(&sees, from, floor_of(times(unit, in), out));
        see(&sees, from, -floor_of(-times(unit + 1, in), out) - 1);
        break;
    case CNN_UPSAMPLE:
    case CNN_PIXELSHUFFLE:
        see(&sees, from, floor_of(times(unit, in), out));
        break;
    case CNN_CROP:
        see(&sees, from, plus(unit, (in - out) / 2));
        break;
    case CNN_PAD:
        see(&sees, from, plus(unit, -axis->begin));
        break;
    case CNN_CONCAT:
    case CNN_MUL:
        for (int32_t i = 0; i < layer->input_count; i++) {
            const int32_t part = inputs[layer->input + i];
            see(&sees, part, layers[part].out.size[0] == out ? unit : 0);
        }
        break;
    case CNN_SLICE:
        see(&sees, from, unit);
        break;
    default:
        if (layer->kind->family != CNN_CONV && layer->kind->family != CNN_POOL) {
            see(&sees, from, unit);
            break;
        }
        see(&sees, from, plus(times(unit, axis->S), -axis->begin));
        see(&sees, from,
            plus(plus(times(unit, axis->S), -axis->begin), times(axis->F - 1, axis->d)));
    }
    return sees;
}

/* No layer down to the input makes fields uneven, so that the outermost cells say all. */
static bool is_plain(int32_t index) {
    const cnn_net_layer *layer = &layers[index];
    const cnn_act act = layer->kind->act;

    return layer->kind->family == CNN_SOURCE ||
           (layer->input_count == 1 && act != CNN_TRANSPOSED && act != CNN_ADAPTIVE &&
            act != CNN_UPSAMPLE && act != CNN_PIXELSHUFFLE && is_plain(inputs[layer->input]));
}

/* Gives whether there was anything to check. */
static bool check_seen(int32_t index) {
    const cnn_field *field = &layers[index].field[0];
    const int64_t out = layers[index].out.size[0];

    if (field->size < 0 || layers[index].out.dims == 0)
        return false;
    if (!field->uneven)
        assert_int_equal(field->jump % field->under, 0);
    lost = false;
    const struct seen first = look(index, 0), last = look(index, out - 1);
    if (lost || first.first > first.last || last.first > last.last)
        return false;
    const int64_t start = floor_of(field->start, field->under);
    assert_true(start <= first.first);
    assert_true(field->size >= first.last - first.first + 1);
    assert_true(field->size >= last.last - last.first + 1);
    if (is_plain(index)) {
        assert_int_equal(start, first.first);
        assert_int_equal(field->size, first.last - first.first + 1);
        assert_true(field->span == UNKNOWN || field->span == last.last - start + 1);
    }
    return true;
}

static void random_networks(void **state) {
    (void)state;
    int checked = 0;

    for (uint64_t seed = 1; seed <= 40000; seed++) {
        random_state = seed * UINT64_C(0x9E3779B97F4A7C15);
        small = below(2) == 0;
        begin(below(20) > 0 ? COUNT(spans) : (size_t)below(5000));
        for (int i = 0; i < 3 * LAYERS && net.count < LAYERS; i++)
            if (random_layer()) {
                checked += check_seen(net.count);
                net.count++;
            }
    }
    assert_true(checked > 50000);
}

/* ---- As named values ------------------------------------------------------------------------- */

/* Each layer, and all of them together, with less and less room. */
static void named_values_without_room(void **state) {
    (void)state;
    cnn_item items[CNN_NET_ITEMS];
    int32_t last[LAYERS];

    begin(COUNT(spans));
    const int32_t in = input(12), wide = windows("pad", in, (cnn_axis){.begin = 1, .end = 2});
    windows("conv", wide, (cnn_axis){.F = 3, .S = 2, .d = 1});
    windows("convtranspose", net.count - 1, (cnn_axis){.F = 3, .S = 2, .d = 1});
    windows("upsample", in, (cnn_axis){.S = 2});
    add("dense", (int32_t[]){wide, -1});
    done();
    add("prelu", (int32_t[]){in, -1});
    done();
    join(in, in);
    const cnn_net_totals totals = cnn_net_total(&net, last);
    for (int32_t i = 0; i <= net.count; i++) {
        cnn_trace trace = {.items = items, .capacity = CNN_NET_ITEMS, .working = true};
        size_t needed = 0;
        for (size_t room = CNN_NET_ITEMS; room-- > 0;) {
            const cnn_code code = i < net.count ? cnn_net_trace(&net, i, &trace).code
                                                : cnn_net_total_trace(&net, &totals, &trace).code;
            needed = needed == 0 ? trace.count : needed;
            assert_int_equal(code, trace.capacity < needed ? CNN_NO_ROOM : CNN_OK);
            assert_int_equal(trace.count, trace.capacity < needed ? trace.capacity : needed);
            trace.capacity = room;
        }
    }
}

/* What is unknown, or beyond the counts, has a name but no number and no formula. */
static void named_values_beyond(void **state) {
    (void)state;
    cnn_item items[CNN_NET_ITEMS];
    cnn_trace trace = {.items = items, .capacity = CNN_NET_ITEMS, .working = true};

    begin(COUNT(spans));
    const int32_t thin = windows("conv", input(CNN_MAX), (cnn_axis){.F = HALF / 8, .S = 4, .d = 1});
    windows("conv", thin, (cnn_axis){.F = HALF / 4, .S = 1, .d = 1, .begin = 0, .end = HALF / 4});
    for (int i = 0; i < 2; i++) { /* the layer whose field is beyond, and one behind it */
        assert_int_equal(cnn_net_trace(&net, net.count - 1, &trace).code, CNN_OK);
        assert_int_equal(cnn_find(&trace, "rf")->kind, CNN_NONE);
        assert_null(cnn_find(&trace, "rf")->formula);
        if (i == 0)
            windows("conv", net.count - 1, (cnn_axis){.F = 1, .S = 1, .d = 1});
    }
    begin(COUNT(spans));
    assert_int_equal(cnn_net_trace(&net, whole(CNN_MAX), &trace).code, CNN_OK);
    assert_int_equal(cnn_find(&trace, "rf")->kind, CNN_NONE);
    assert_null(cnn_find(&trace, "rf")->formula);
    begin(COUNT(spans));
    add("conv", (int32_t[]){input(HALF), -1})->told.K = 8;
    layers[net.count].told.axis[0].F = 1;
    done();
    assert_int_equal(cnn_net_trace(&net, 1, &trace).code, CNN_OK);
    assert_int_equal(cnn_find(&trace, "weights")->whole[0], 8);
    assert_int_equal(cnn_find(&trace, "macs")->kind, CNN_TOO_MANY);
    assert_int_equal(cnn_find(&trace, "flops")->kind, CNN_TOO_MANY);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_end_beyond),       cmocka_unit_test(a_start_beyond),
        cmocka_unit_test(a_path_too_many),     cmocka_unit_test(places_beyond),
        cmocka_unit_test(random_networks),     cmocka_unit_test(named_values_without_room),
        cmocka_unit_test(named_values_beyond),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
