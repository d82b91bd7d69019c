/* test_fit.c: the inverse question, against every layer that there is within the bounds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cnncalc.h"

#define INPUT_MOST  80 /* no input that the small questions below ask for is larger */
#define FILTER_MOST 5
#define SIZE_MOST   12
#define GIVEN_MOST  4

/* How the padding is told. */
enum padding { PADDING_UNKNOWN, PADDING_EVEN, PADDING_UNEVEN, PADDING_SAME, PADDINGS };

static cnn_fit question(int64_t W, int64_t O, int64_t F, int64_t S) {
    return (cnn_fit){.W = W, .O = O, .F = F, .S = S, .axis = {.d = 1}, .F_most = 15};
}

static void tell_padding(cnn_fit *fit, enum padding padding) {
    fit->has_P = padding != PADDING_UNKNOWN;
    fit->axis.begin = padding == PADDING_EVEN ? 1 : 0;
    fit->axis.end = padding == PADDING_EVEN || padding == PADDING_UNEVEN ? 1 : 0;
    fit->padding = padding == PADDING_SAME ? CNN_SAME : CNN_PADDED;
}

static void check_next(cnn_fit *fit, int64_t W, int64_t F, int64_t S, int64_t P, int64_t O) {
    assert_true(cnn_fit_next(fit));
    assert_int_equal(fit->axis.W, W);
    assert_int_equal(fit->axis.F, F);
    assert_int_equal(fit->axis.S, S);
    assert_int_equal(fit->axis.begin, P);
    assert_int_equal(fit->axis.end, P);
    assert_int_equal(fit->out, O);
}

/* AlexNet's first layer, and the two others that turn 227 into 55: 216, 214 + 2 and 212 + 4 over 4.
 */
static void alexnets_first_layer(void **state) {
    (void)state;
    cnn_fit fit = question(227, 55, 0, 0);
    cnn_fit_begin(&fit);
    check_next(&fit, 227, 11, 4, 0, 55);
    check_next(&fit, 227, 13, 4, 1, 55);
    check_next(&fit, 227, 15, 4, 2, 55);
    assert_false(cnn_fit_next(&fit));
    assert_false(cnn_fit_next(&fit));
}

/* Every layer within the bounds that answers, in order, each once; and no other. */
static int check_every(cnn_fit *fit) {
    int found = 0;
    const cnn_fit told = *fit;
    const int64_t F_last = told.F != 0 ? told.F : told.F_most;

    cnn_fit_begin(fit);
    for (int64_t F = told.F != 0 ? told.F : 1; F <= F_last; F++)
        for (int64_t S = told.S != 0 ? told.S : 1; S <= (told.S != 0 ? told.S : F); S++)
            for (int64_t P = 0; P <= (told.has_P ? 0 : F / 2); P++)
                for (int64_t W = told.W != 0 ? told.W : 1; W <= (told.W != 0 ? told.W : INPUT_MOST);
                     W++) {
                    cnn_axis axis = told.axis;
                    cnn_windows w;
                    axis.W = W;
                    axis.F = F;
                    axis.S = S;
                    axis.begin += told.has_P ? 0 : P;
                    axis.end += told.has_P ? 0 : P;
                    const cnn_code code = told.transposed
                                              ? cnn_window_transposed(&axis, told.padding, &w)
                                              : cnn_window(&axis, told.padding, told.round, &w);
                    if (code != CNN_OK || (told.O != 0 && w.out != told.O))
                        continue;
                    if (told.padding != CNN_PADDED) {
                        axis.begin = w.begin;
                        axis.end = w.end;
                    }
                    assert_true(cnn_fit_next(fit));
                    assert_memory_equal(&fit->axis, &axis, sizeof axis);
                    assert_int_equal(fit->out, w.out);
                    found++;
                }
    assert_false(cnn_fit_next(fit));
    return found;
}

static int check_sizes(const cnn_fit *told) {
    int found = 0;

    for (int64_t F = 0; F <= GIVEN_MOST; F++)
        for (int64_t S = 0; S <= GIVEN_MOST; S++)
            for (int64_t W = 0; W <= SIZE_MOST; W++)
                for (int64_t O = W == 0 ? 1 : 0; O <= SIZE_MOST; O++) {
                    cnn_fit fit = *told;
                    fit.F = F;
                    fit.S = S;
                    fit.W = W;
                    fit.O = O;
                    found += check_every(&fit);
                }
    return found;
}

static int check_paddings(cnn_round round, bool transposed, int64_t output_pad) {
    int found = 0;

    for (enum padding padding = PADDING_UNKNOWN; padding < PADDINGS; padding++)
        for (int64_t d = 1; d <= 2; d++) {
            cnn_fit fit = {.axis = {.d = d, .output_pad = output_pad},
                           .round = round,
                           .transposed = transposed,
                           .F_most = FILTER_MOST};
            tell_padding(&fit, padding);
            found += check_sizes(&fit);
        }
    return found;
}

static void every_small_question(void **state) {
    (void)state;
    for (cnn_round round = CNN_EXACT; round <= CNN_FULL; round++)
        assert_true(check_paddings(round, false, 0) > 15000);
}

static void every_small_transposed_question(void **state) {
    (void)state;
    for (int64_t output_pad = 0; output_pad <= 1; output_pad++)
        assert_true(check_paddings(CNN_EXACT, true, output_pad) > 8000);
}

/* As quick as a small one: what is looked at does not grow with the sizes. */
static void largest_sizes(void **state) {
    (void)state;
    cnn_fit fit = question(CNN_MAX, CNN_MAX, 0, 0);
    cnn_fit_begin(&fit);
    for (int64_t F = 1; F <= 15; F += 2)
        check_next(&fit, CNN_MAX, F, 1, F / 2, CNN_MAX);
    assert_false(cnn_fit_next(&fit));

    /* 2^62 into 2^61: a filter of S cells, or wider with padding, from every other cell. */
    const int64_t W = INT64_C(1) << 62;
    fit = question(W, W / 2, 0, 0);
    cnn_fit_begin(&fit);
    for (int64_t F = 2; F <= 14; F += 2)
        check_next(&fit, W, F, 2, F / 2 - 1, W / 2);
    assert_false(cnn_fit_next(&fit));

    fit = question(0, W / 4, 3, 4);
    fit.has_P = true;
    cnn_fit_begin(&fit);
    check_next(&fit, W - 1, 3, 4, 0, W / 4);
    assert_false(cnn_fit_next(&fit));

    /* Room for a filter of 2^63 - 1 cells: 2^62 + 2*2^61 is one cell more. */
    fit = question(W, 0, CNN_MAX, 1);
    cnn_fit_begin(&fit);
    check_next(&fit, W, CNN_MAX, 1, INT64_C(1) << 61, 2);
    check_next(&fit, W, CNN_MAX, 1, (INT64_C(1) << 61) + 1, 4);
}

/* What is beyond before the padding is taken away: 2(2^62 - 1) + 3 - 2, and 2(2^62 - 4) + 13 - 6.
 */
static void largest_inputs(void **state) {
    (void)state;
    const int64_t O = INT64_C(1) << 62;
    cnn_fit fit = question(0, O, 3, 2);
    fit.has_P = true;
    fit.axis.begin = fit.axis.end = 1;
    cnn_fit_begin(&fit);
    check_next(&fit, CNN_MAX, 3, 2, 1, O);
    assert_false(cnn_fit_next(&fit));

    fit = question(0, CNN_MAX, 7, 2);
    fit.has_P = fit.transposed = true;
    fit.axis.begin = fit.axis.end = 3;
    fit.axis.d = 2;
    cnn_fit_begin(&fit);
    check_next(&fit, O - 3, 7, 2, 3, CNN_MAX);
    assert_false(cnn_fit_next(&fit));
}

/* A stride that is told is as large as one likes. */
static void largest_strides(void **state) {
    (void)state;
    const int64_t S = INT64_C(1) << 60;
    cnn_fit fit = question(0, 3, 5, S);
    fit.has_P = true;
    cnn_fit_begin(&fit);
    check_next(&fit, 2 * S + 5, 5, S, 0, 3);
    assert_false(cnn_fit_next(&fit));

    /* The last of two windows of one cell, a stride behind the first, begins within the input. */
    fit = question(0, 2, 1, S);
    tell_padding(&fit, PADDING_UNEVEN);
    fit.round = CNN_CEIL;
    cnn_fit_begin(&fit);
    assert_true(cnn_fit_next(&fit));
    assert_int_equal(fit.axis.W, S); /* a whole stride, padding included */
    assert_true(cnn_fit_next(&fit));
    assert_int_equal(fit.axis.W, S + 1);

    fit = question(0, 100, 5, S);
    cnn_fit_begin(&fit);
    assert_false(cnn_fit_next(&fit)); /* 99 S is beyond */

    fit = question(3, 0, 5, S);
    fit.transposed = true;
    cnn_fit_begin(&fit);
    for (int64_t P = 0; P <= 2; P++)
        check_next(&fit, 3, 5, S, P, 2 * S + 5 - 2 * P);
    assert_false(cnn_fit_next(&fit));

    fit = question(CNN_MAX, CNN_MAX, 5, S);
    fit.transposed = true;
    cnn_fit_begin(&fit);
    assert_false(cnn_fit_next(&fit)); /* S(W - 1) is beyond, less padding of at most 4 too */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(alexnets_first_layer),
        cmocka_unit_test(every_small_question),
        cmocka_unit_test(every_small_transposed_question),
        cmocka_unit_test(largest_sizes),
        cmocka_unit_test(largest_inputs),
        cmocka_unit_test(largest_strides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
