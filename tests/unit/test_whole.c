/* test_whole.c: exact arithmetic of counts, at the edge of 2^63 - 1 and against products of 128
 * bits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "doubles.h"
#include "whole.h"

#define HALF    (INT64_C(1) << 62)
#define BEYOND  WHOLE_BEYOND
#define RANDOMS 200000
#define ROOT    INT64_C(3037000499) /* the largest whole number whose square is below 2^63 */

struct question {
    int64_t a, b, answer;
};

static void sums(void **state) {
    (void)state;
    static const struct question table[] = {
        {0, 0, 0},
        {2, 3, 5},
        {CNN_MAX, 0, CNN_MAX},
        {0, CNN_MAX, CNN_MAX},
        {CNN_MAX - 1, 1, CNN_MAX},
        {1, CNN_MAX - 1, CNN_MAX},
        {CNN_MAX, 1, BEYOND},
        {1, CNN_MAX, BEYOND},
        {HALF, HALF - 1, CNN_MAX},
        {HALF - 1, HALF, CNN_MAX},
        {HALF, HALF, BEYOND},
        {CNN_MAX, CNN_MAX, BEYOND},
        {BEYOND, 0, BEYOND},
        {0, BEYOND, BEYOND},
        {BEYOND, 1, BEYOND},
        {1, BEYOND, BEYOND},
        {BEYOND, BEYOND, BEYOND},
        {BEYOND, CNN_MAX, BEYOND},
        {CNN_MAX, BEYOND, BEYOND},
    };
    for (size_t i = 0; i < COUNT(table); i++)
        assert_true(whole_plus(table[i].a, table[i].b) == table[i].answer);
}

static void products(void **state) {
    (void)state;
    static const struct question table[] = {
        {0, 0, 0},
        {6, 7, 42},
        {363, 290400, 105415200},
        {0, CNN_MAX, 0},
        {CNN_MAX, 0, 0},
        {1, CNN_MAX, CNN_MAX},
        {CNN_MAX, 1, CNN_MAX},
        {CNN_MAX, 2, BEYOND},
        {2, CNN_MAX, BEYOND},
        {2, HALF - 1, CNN_MAX - 1},
        {HALF - 1, 2, CNN_MAX - 1},
        {2, HALF, BEYOND},
        {HALF, 2, BEYOND},
        {HALF, HALF, BEYOND},
        {ROOT, ROOT, INT64_C(9223372030926249001)},
        {ROOT + 1, ROOT + 1, BEYOND},
        /* 2^63 - 1 = 7^2 * 73 * 127 * 337 * 92737 * 649657 */
        {7, CNN_MAX / 7, CNN_MAX},
        {CNN_MAX / 7, 7, CNN_MAX},
        {7, CNN_MAX / 7 + 1, BEYOND},
        {649657, INT64_C(14197294936951), CNN_MAX},
        {649657, INT64_C(14197294936952), BEYOND},
        /* Products that wrap to a small number. */
        {INT64_C(1) << 32, INT64_C(1) << 32, BEYOND},
        {(INT64_C(1) << 32) + 1, INT64_C(1) << 32, BEYOND},
        {BEYOND, 0, BEYOND},
        {0, BEYOND, BEYOND},
        {BEYOND, 1, BEYOND},
        {1, BEYOND, BEYOND},
        {BEYOND, BEYOND, BEYOND},
    };
    for (size_t i = 0; i < COUNT(table); i++)
        if (whole_times(table[i].a, table[i].b) != table[i].answer)
            fail_msg("%lld * %lld is %lld", (long long)table[i].a, (long long)table[i].b,
                     (long long)whole_times(table[i].a, table[i].b));
}

static void quotients(void **state) {
    (void)state;
    static const struct question table[] = {
        {0, 1, 0},
        {0, 7, 0},
        {1, 1, 1},
        {227, 4, 57},
        {228, 4, 57},
        {229, 4, 58},
        {5, 9, 1},
        {CNN_MAX, 1, CNN_MAX},
        {CNN_MAX, 2, HALF},
        {CNN_MAX - 1, 2, HALF - 1},
        {CNN_MAX, CNN_MAX, 1},
        {CNN_MAX - 1, CNN_MAX, 1},
        {CNN_MAX, CNN_MAX - 1, 2},
    };
    for (size_t i = 0; i < COUNT(table); i++)
        assert_true(whole_over(table[i].a, table[i].b) == table[i].answer);
    for (int64_t b = 1; b <= 12; b++)
        for (int64_t a = 0; a <= 60; a++) {
            int64_t times = 0; /* how many strides of b it takes to cover a */
            while (times * b < a)
                times++;
            assert_int_equal(whole_over(a, b), times);
        }
}

/* As many bits as may be, each length as likely, so that results lie on both sides of the edge. */
static int64_t random_count(void) {
    return (int64_t)(random_word() >> 1 >> random_below(63));
}

static int64_t of_wide(cnn_wide wide) {
    return wide.high != 0 || wide.low > INT64_MAX ? BEYOND : (int64_t)wide.low;
}

static void agrees_with_wide_words(void **state) {
    (void)state;
    for (int i = 0; i < RANDOMS; i++) {
        const int64_t a = random_count(), b = random_count();
        assert_true(whole_plus(a, b) == of_wide(cnn_sum((uint64_t)a, (uint64_t)b)));
        assert_true(whole_times(a, b) == of_wide(cnn_product((uint64_t)a, (uint64_t)b)));
        if (b != 0) {
            const int64_t up = whole_over(a, b);
            const cnn_wide covered = cnn_product((uint64_t)up, (uint64_t)b);
            assert_true(covered.high == 0 && covered.low >= (uint64_t)a);
            assert_true(covered.low - (uint64_t)a < (uint64_t)b);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums),
        cmocka_unit_test(products),
        cmocka_unit_test(quotients),
        cmocka_unit_test(agrees_with_wide_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
