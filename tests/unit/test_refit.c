/* test_refit.c: what would fit in place of a layer that does not, against a search from near to
 * far; and at sizes where there is nothing to search. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cnncalc.h"

#define FAR 60 /* in cells; what is nearest in the small questions below is not as far */

static bool axis_fits(const cnn_layer *layer, const cnn_axis *axis) {
    cnn_windows w;
    return (layer->transposed ? cnn_window_transposed(axis, layer->padding, &w)
                              : cnn_window(axis, layer->padding, layer->round, &w)) == CNN_OK;
}

static bool layer_fits(const cnn_layer *layer) {
    for (int i = 0; i < layer->dims; i++)
        if (!axis_fits(layer, &layer->axis[i]))
            return false;
    return true;
}

/* ---- By search ------------------------------------------------------------------------------- */

static int64_t *changed_by(cnn_axis *axis, cnn_change change) {
    return change == CNN_SMALLER_INPUT || change == CNN_LARGER_INPUT ? &axis->W : &axis->F;
}

static bool search_value(const cnn_layer *layer, cnn_axis *axis, cnn_change change) {
    bool tile = change == CNN_SMALLER_TILE || change == CNN_LARGER_TILE;
    bool larger =
        change == CNN_LARGER_INPUT || change == CNN_LARGER_FILTER || change == CNN_LARGER_TILE;
    int64_t *value = changed_by(axis, change);

    for (int i = 0; i < FAR; i++) {
        *value += larger ? 1 : -1;
        if (tile)
            axis->S = axis->F;
        if (*value < 1)
            return false;
        if (axis_fits(layer, axis))
            return true;
    }
    return false;
}

/* Totals from `total` on, below and above; of two as near, the larger. */
static bool search_padding(const cnn_layer *layer, cnn_axis *axis, int64_t odd) {
    int64_t total = axis->begin + axis->end;

    for (int64_t away = 0; away < FAR; away++)
        for (int sign = 1; sign >= -1; sign -= 2) {
            int64_t cells = total + sign * away;
            axis->begin = cells / 2;
            axis->end = cells - axis->begin;
            if (cells >= 0 && cells % 2 == odd && axis_fits(layer, axis))
                return true;
        }
    return false;
}

static bool search(const cnn_layer *layer, cnn_axis *axis, cnn_change change) {
    const cnn_axis asked = *axis;

    if (axis_fits(layer, axis))
        return true;
    if (change != CNN_NEAREST_PADDING)
        return search_value(layer, axis, change);
    if (search_padding(layer, axis, 0))
        return true;
    *axis = asked;
    return search_padding(layer, axis, 1);
}

/* ---- One axis -------------------------------------------------------------------------------- */

/* Every change of a layer on one axis; gives whether it fits. */
static bool check_changes(const cnn_layer *asked) {
    for (cnn_change change = CNN_SMALLER_INPUT; change <= CNN_NEAREST_PADDING; change++) {
        bool tile = change == CNN_SMALLER_TILE || change == CNN_LARGER_TILE;
        cnn_layer layer = *asked, found = *asked;
        if (tile && (asked->transposed || asked->axis[0].S != asked->axis[0].F))
            continue;
        bool any = search(asked, &found.axis[0], change);
        assert_int_equal(cnn_refit(&layer, change, true), any);
        assert_memory_equal(&layer, any ? &found : asked, sizeof layer);
    }
    return layer_fits(asked);
}

/* Counts those that do not fit. */
static int check_paddings(cnn_layer *layer) {
    int misfits = 0;

    for (int64_t begin = 0; begin <= 5; begin++)
        for (int64_t end = 0; end <= 5; end++) {
            layer->axis[0].begin = begin;
            layer->axis[0].end = end;
            misfits += check_changes(layer) ? 0 : 1;
        }
    return misfits;
}

static int check_layers(cnn_round round, bool transposed) {
    cnn_layer layer = cnn_layer_of(1);
    cnn_axis *axis = layer.axis;
    int misfits = 0;

    layer.round = round;
    layer.transposed = transposed;
    for (axis->W = 1; axis->W <= 9; axis->W++)
        for (axis->F = 1; axis->F <= 5; axis->F++)
            for (axis->d = 1; axis->d <= 4; axis->d++)
                for (axis->S = 1; axis->S <= 7; axis->S++) {
                    misfits += check_paddings(&layer);
                    axis->output_pad = transposed ? axis->S - 1 : 0;
                    misfits += transposed ? check_paddings(&layer) : 0;
                    axis->output_pad = 0;
                }
    return misfits;
}

static void every_small_layer(void **state) {
    (void)state;
    assert_true(check_layers(CNN_EXACT, false) > 20000);
    assert_true(check_layers(CNN_FLOOR, false) > 2000);
    assert_true(check_layers(CNN_CEIL, false) > 2000);
    assert_true(check_layers(CNN_FULL, false) > 2000);
}

static void every_small_transposed_layer(void **state) {
    (void)state;
    assert_true(check_layers(CNN_EXACT, true) > 2000);
}

/* ---- Several axes ---------------------------------------------------------------------------- */

static void copy_change(cnn_axis *to, cnn_axis *from, cnn_change change) {
    if (change == CNN_NEAREST_PADDING) {
        to->begin = from->begin;
        to->end = from->end;
        return;
    }
    *changed_by(to, change) = *changed_by(from, change);
    if (change == CNN_SMALLER_TILE || change == CNN_LARGER_TILE)
        to->S = from->S;
}

/* Each axis its own, as if it were alone; or what one of them comes to, on both. */
static bool search_both(cnn_layer *layer, cnn_change change, bool one) {
    const cnn_layer asked = *layer;

    if (!search(&asked, &layer->axis[0], change) || !search(&asked, &layer->axis[1], change))
        return false;
    for (int i = 0; one && i < 2; i++) {
        cnn_layer both = asked;
        copy_change(&both.axis[0], &layer->axis[i], change);
        copy_change(&both.axis[1], &layer->axis[i], change);
        if (layer_fits(&both)) {
            *layer = both;
            return true;
        }
    }
    return true;
}

/* Gives whether one number was found for both, where they need not be alike. */
static bool check_both(const cnn_layer *asked, cnn_change change) {
    bool shared = false;

    for (int one = 0; one <= 1; one++) {
        cnn_layer layer = *asked, found = *asked;
        bool any = search_both(&found, change, one == 1);
        assert_int_equal(cnn_refit(&layer, change, one == 1), any);
        assert_memory_equal(&layer, any ? &found : asked, sizeof layer);
        shared = one == 1 && any &&
                 *changed_by(&layer.axis[0], change) == *changed_by(&layer.axis[1], change) &&
                 layer.axis[0].begin == layer.axis[1].begin;
    }
    return shared;
}

static void two_axes(void **state) {
    (void)state;
    int shared = 0, apart = 0;
    cnn_layer layer = cnn_layer_of(2);
    cnn_axis *first = &layer.axis[0], *second = &layer.axis[1];

    for (first->W = 4; first->W <= 8; first->W++)
        for (second->W = 4; second->W <= 8; second->W++)
            for (first->F = 1; first->F <= 4; first->F++)
                for (second->F = 1; second->F <= 4; second->F++)
                    for (first->S = 1; first->S <= 4; first->S++)
                        for (second->S = 1; second->S <= 4; second->S++) {
                            if (layer_fits(&layer))
                                continue;
                            for (cnn_change change = CNN_SMALLER_INPUT;
                                 change <= CNN_NEAREST_PADDING; change++)
                                if (check_both(&layer, change))
                                    shared++;
                                else
                                    apart++;
                        }
    assert_true(shared > 1000);
    assert_true(apart > 1000);
}

/* 32 - 5 = 27 and 33 - 5 = 28, with strides 2 and 3: one cell at one end, one at both. On both axes
 * it would be five in all. */
static void strides_that_differ(void **state) {
    (void)state;
    cnn_layer layer = cnn_layer_of(2);
    layer.axis[0] = (cnn_axis){.W = 32, .F = 5, .S = 2, .d = 1};
    layer.axis[1] = (cnn_axis){.W = 33, .F = 5, .S = 3, .d = 1};

    assert_true(cnn_refit(&layer, CNN_NEAREST_PADDING, true));
    assert_int_equal(layer.axis[0].begin, 0);
    assert_int_equal(layer.axis[0].end, 1);
    assert_int_equal(layer.axis[1].begin, 1);
    assert_int_equal(layer.axis[1].end, 1);
}

static void another_stride(void **state) {
    (void)state;
    for (int64_t S = 1; S <= 30; S++) {
        cnn_layer layer = cnn_layer_of(2); /* spans of 27 and 28 */
        layer.axis[0] = (cnn_axis){.W = 32, .F = 5, .S = 2, .d = 1};
        layer.axis[1] = (cnn_axis){.W = 33, .F = 5, .S = 2, .d = 1};
        cnn_layer other = layer;

        assert_int_equal(cnn_restride(&layer, S, true), S == 1);
        assert_int_equal(layer.axis[1].S, S);
        assert_int_equal(cnn_restride(&other, S, false), 27 % S == 0);
        assert_int_equal(other.axis[1].S, 2); /* which divides 28 */
    }
}

/* ---- Large ----------------------------------------------------------------------------------- */

static cnn_layer large(int64_t W, int64_t F, int64_t S, int64_t d, int64_t P) {
    cnn_layer layer = cnn_layer_of(1);
    layer.axis[0] = (cnn_axis){.W = W, .F = F, .S = S, .d = d, .begin = P, .end = P};
    return layer;
}

/* The value that the change gives, or 0. */
static int64_t refit(cnn_layer layer, cnn_change change) {
    if (!cnn_refit(&layer, change, true))
        return 0;
    if (change != CNN_NEAREST_PADDING)
        return *changed_by(&layer.axis[0], change);
    assert_in_range(layer.axis[0].end - layer.axis[0].begin, 0, 1);
    return layer.axis[0].begin + layer.axis[0].end;
}

/* By hand, or with Python's integers and pow(d, -1, S). */
static void large_sizes(void **state) {
    (void)state;
    const int64_t power = INT64_C(1) << 62, prime = (INT64_C(1) << 61) - 1;

    /* 2^62 - 11 is 9 below 2*prime; 9 + prime is even. */
    cnn_layer layer = large(power, 11, prime, 1, 0);
    assert_int_equal(refit(layer, CNN_NEAREST_PADDING), prime + 9);
    assert_int_equal(refit(layer, CNN_SMALLER_INPUT), prime + 11);
    assert_int_equal(refit(layer, CNN_LARGER_INPUT), power + 9);
    assert_int_equal(refit(layer, CNN_SMALLER_FILTER), 2);
    assert_int_equal(refit(layer, CNN_LARGER_FILTER), prime + 2);

    /* 2^63 - 4 is odd neither, and there is no larger input that a count holds: 8 to the next. */
    layer = large(CNN_MAX, 3, CNN_MAX - 1, 1, 5);
    assert_int_equal(refit(layer, CNN_NEAREST_PADDING), 2);
    assert_int_equal(refit(layer, CNN_SMALLER_INPUT), CNN_MAX - 8);
    assert_int_equal(refit(layer, CNN_LARGER_INPUT), 0);

    /* 2^63 - 1 windows, and one cell: with another there would be a window more. */
    layer = large(CNN_MAX - 1, 1, 2, 1, power);
    assert_int_equal(refit(layer, CNN_LARGER_INPUT), 0);
    assert_int_equal(refit(layer, CNN_SMALLER_INPUT), CNN_MAX - 2);

    /* Padding of 2^63 cells in all. */
    layer = large(CNN_MAX, 3, 1000003, 1, power);
    assert_int_equal(refit(layer, CNN_SMALLER_INPUT), INT64_C(9223372036854425124));
    layer.axis[0].W = 3;
    layer.axis[0].S = power - 1;
    assert_true(cnn_refit(&layer, CNN_NEAREST_PADDING, true));
    assert_int_equal(layer.axis[0].begin, power - 1);
    assert_int_equal(layer.axis[0].end, power - 1);

    /* 998244353*(F - 1) = 2^62 - 1 (mod 10^9 + 7) */
    layer = large(power, 5, 1000000007, 998244353, 0);
    assert_int_equal(refit(layer, CNN_LARGER_FILTER), 712231946);
    assert_int_equal(refit(layer, CNN_SMALLER_FILTER), 0);
    layer.axis[0].F = 712231950;
    assert_int_equal(refit(layer, CNN_SMALLER_FILTER), 712231946);
    assert_int_equal(refit(layer, CNN_LARGER_FILTER), INT64_C(1712231953));
    layer.axis[0].d = 1000000006; /* -1: F - 1 is 1 - 2^62 */
    layer.axis[0].F = 900000000;
    assert_int_equal(refit(layer, CNN_SMALLER_FILTER), 854414007);
    assert_int_equal(refit(layer, CNN_LARGER_FILTER), 1854414014);
}

/* A filter as wide as can be over an input of one cell. */
static void widest_filter(void **state) {
    (void)state;
    cnn_layer layer = large(1, CNN_MAX, 1, 1, 0);

    assert_int_equal(refit(layer, CNN_SMALLER_FILTER), 1);
    assert_int_equal(refit(layer, CNN_LARGER_INPUT), CNN_MAX);
    assert_int_equal(refit(layer, CNN_NEAREST_PADDING), CNN_MAX - 1); /* all that is missing */
    layer = large(2, CNN_MAX, 2, 1, 0);
    assert_int_equal(refit(layer, CNN_NEAREST_PADDING), CNN_MAX - 2); /* odd */
    layer.round = CNN_FLOOR;
    assert_int_equal(refit(layer, CNN_NEAREST_PADDING), CNN_MAX - 1);

    /* Of a tile too, however far that is; there is room for 10^18 cells and their padding. */
    layer = large(1000000000000000000, CNN_MAX, CNN_MAX, 1, 7);
    assert_int_equal(refit(layer, CNN_SMALLER_TILE), 1000000000000000014);
}

/* What is taken from a transposed layer's output may be beyond the counts, on both sides. */
static void largest_transposed(void **state) {
    (void)state;
    cnn_layer layer = large(3, 4, 5, 2, CNN_MAX); /* makes 2*5 + 7 = 17 cells */
    layer.transposed = true;

    assert_int_equal(refit(layer, CNN_NEAREST_PADDING), 16);
    assert_int_equal(refit(layer, CNN_LARGER_FILTER), 0);
    layer.axis[0].S = 6;
    /* 6(W - 1) + 7 is 2^64 - 1 at least */
    assert_int_equal(refit(layer, CNN_LARGER_INPUT), INT64_C(3074457345618258603));
    layer.axis[0].S = 1;
    layer.axis[0].d = 3; /* 2 + 3(F - 1) + 1, of which 2^64 - 2 is taken */
    assert_int_equal(refit(layer, CNN_LARGER_FILTER), 0);
    layer.axis[0].begin = 0;
    assert_int_equal(refit(layer, CNN_LARGER_FILTER), INT64_C(3074457345618258603));
    layer.axis[0].W = 1; /* a filter alone would have to be wider than what is taken */
    assert_int_equal(refit(layer, CNN_LARGER_FILTER), 0);
}

/* Of padding at both ends there is no more than there is; one cell less at the beginning fits. */
static void largest_padding(void **state) {
    (void)state;
    cnn_layer layer = large(4, 1, 4, 1, CNN_MAX); /* a span of 3 + 2(2^63 - 1), odd */

    assert_true(cnn_refit(&layer, CNN_NEAREST_PADDING, true));
    assert_int_equal(layer.axis[0].begin, CNN_MAX - 1);
    assert_int_equal(layer.axis[0].end, CNN_MAX);
    /* One cell is made, 2^64 - 2 are taken: as many more are missing as no input has. */
    layer = large(1, 1, 1, 1, CNN_MAX);
    layer.transposed = true;
    assert_int_equal(refit(layer, CNN_LARGER_INPUT), 0);
}

/* A filter that spans more than there are numbers fits nowhere, whatever the stride. */
static void nothing_fits(void **state) {
    (void)state;
    for (int64_t S = 1; S <= 2; S++)
        for (cnn_change change = CNN_SMALLER_INPUT; change <= CNN_NEAREST_PADDING; change++) {
            const cnn_layer asked = large(7, CNN_MAX, S, 2, 0);
            cnn_layer layer = asked;
            assert_false(cnn_refit(&layer, change, true));
            assert_memory_equal(&layer, &asked, sizeof layer);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_small_layer), cmocka_unit_test(every_small_transposed_layer),
        cmocka_unit_test(two_axes),          cmocka_unit_test(strides_that_differ),
        cmocka_unit_test(another_stride),    cmocka_unit_test(large_sizes),
        cmocka_unit_test(widest_filter),     cmocka_unit_test(largest_transposed),
        cmocka_unit_test(largest_padding),   cmocka_unit_test(nothing_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
