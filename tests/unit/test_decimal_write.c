/* test_decimal_write.c: real numbers to text and back. What the C library's printf and strtod give
 * is taken as right. An argument sets the count of random doubles. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "binary.h"
#include "cnncalc.h"
#include "decimal_big.h"
#include "doubles.h"
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static long random_count = 1000000;

static void check_digits(double value, int digits) {
    char text[CNN_TEXT], expected[400];
    const int length = snprintf(expected, sizeof expected, "%.*g", digits, value);
    const size_t written = cnn_write_real(value, digits, text);
    if (written != (size_t)length || strcmp(text, expected) != 0)
        fail_msg("%a written to %d digits as %s, not %s", value, digits, text, expected);
}

/* Digits without the zeros that only set the point. */
static int significant_digits(const char *text) {
    int count = 0, zeros = 0;
    for (; *text != 0 && *text != 'e'; text++) {
        if (*text < '0' || *text > '9' || (*text == '0' && count == 0))
            continue;
        count++;
        zeros = *text == '0' ? zeros + 1 : 0;
    }
    return count - zeros;
}

/* Reads back, and one digit less does not. If the nearest decimal of as many digits reads back too,
 * it is that, plain from 0.0001 up, below 10^16. */
static void check_shortest(double value) {
    char text[CNN_TEXT], other[40];
    double back = 0;
    const size_t length = cnn_write_real(value, 0, text);
    const int digits = significant_digits(text);
    assert_true(length == strlen(text));
    if (cnn_read_real(text, length, &back) != CNN_OK || bits_of(back) != bits_of(value))
        fail_msg("%a is written as %s, read back as %a", value, text, back);
    snprintf(other, sizeof other, "%.*e", digits > 1 ? digits - 2 : 0, value);
    if (digits > 17 || (digits > 1 && strtod(other, NULL) == value))
        fail_msg("%a is written as %s, longer than %s", value, text, other);
    if (fabs(value) < 1e-4 || fabs(value) >= 1e16)
        snprintf(other, sizeof other, "%.*e", digits - 1, value);
    else if (value == floor(value))
        snprintf(other, sizeof other, "%.0f", value);
    else
        snprintf(other, sizeof other, "%.*g", digits, value);
    if (strtod(other, NULL) == value && strcmp(text, other) != 0)
        fail_msg("%a is written as %s, not %s", value, text, other);
}

static void check_both_ways(double value) {
    check_digits(value, 17);
    check_digits(value, 1 + random_below(16));
    check_shortest(value);
}

static void writes_real_numbers(void **state) {
    (void)state;
    static const struct {
        double value;
        int digits;
        const char *text;
    } cases[] = {{0.0, 0, "0"},
                 {-0.0, 0, "-0"},
                 {-0.0, 6, "-0"},
                 {55, 0, "55"},
                 {-2.5, 0, "-2.5"},
                 {0.1, 0, "0.1"},
                 {0.1, 17, "0.10000000000000001"},
                 {0.0001, 0, "0.0001"},
                 {0.00012345, 0, "0.00012345"},
                 {0.00001, 0, "1e-05"},
                 {-0.000012345, 0, "-1.2345e-05"},
                 {1e15, 0, "1000000000000000"},
                 {9999999999999998, 0, "9999999999999998"},
                 {1e16, 0, "1e+16"},
                 {12345678901234567890.0, 0, "1.2345678901234567e+19"},
                 {123456789012345.6, 0, "123456789012345.6"},
                 {1e22, 0, "1e+22"},
                 {1e23, 0, "1e+23"},
                 {1.5e300, 0, "1.5e+300"},
                 /* 4c*2^664/10^199 is 2^-65.4 above a whole number: no fraction is smaller */
                 {0x1.f92bacb3cb40cp+716, 0, "6.802601037806062e+215"},
                 {0x1p-44, 0, "5.684341886080802e-14"},
                 {0x1p-1074, 0, "5e-324"},
                 {0x1p-1073, 0, "1e-323"},
                 {DBL_MIN, 0, "2.2250738585072014e-308"},
                 {-DBL_MAX, 0, "-1.7976931348623157e+308"},
                 {DBL_MAX, 1, "2e+308"},
                 {2.5, 1, "2"},
                 {3.5, 1, "4"},
                 {9.5, 1, "1e+01"},
                 {0.00099995, 4, "0.001"},
                 {100, 2, "1e+02"},
                 {100, 3, "100"},
                 {-HUGE_VAL, 0, "-inf"},
                 {HUGE_VAL, 6, "inf"}};
    char text[CNN_TEXT];
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_true(cnn_write_real(cases[i].value, cases[i].digits, text) == strlen(text));
        assert_string_equal(text, cases[i].text);
    }
    assert_int_equal(cnn_write_real(double_of(UINT64_C(0xFFF8) << 48), 0, text), 3);
    assert_string_equal(text, "nan");
}

/* With the digits of the number, one less and one more; 2^53 is the first that has a neighbour
 * beside it which is none. */
static void writes_whole_numbers(void **state) {
    (void)state;
    const double ends[] = {9, 99, 0x1p53 - 1, 0x1p53, 0x1p53 + 2, 1e15 - 1, 1e15, 9999999999999998};

    for (size_t i = 0; i < COUNT(ends); i++)
        for (int more = -3; more <= 3; more++)
            for (int digits = 1; digits <= 17; digits++) {
                check_digits(ends[i] + more, digits);
                check_digits(-ends[i] - more, digits);
                check_shortest(ends[i] + more);
            }
    for (int i = 0; i < 100000; i++)
        check_both_ways((double)((random_word() >> random_below(63)) + 1));
}

static void agrees_at_every_exponent(void **state) {
    (void)state;
    const uint64_t one = UINT64_C(1) << 52;
    for (uint64_t exponent = 0; exponent < 0x7FF; exponent++) {
        const uint64_t fractions[] = {0, 1, 2, one / 2, one - 2, one - 1, random_word() % one};
        for (size_t i = 0; i < COUNT(fractions); i++)
            if (exponent + fractions[i] > 0)
                check_both_ways(double_of(exponent * one + fractions[i]));
        for (int digits = 1; digits <= 17; digits++)
            check_digits(double_of(exponent * one + random_word() % one), digits);
    }
    for (uint64_t bits = 1; bits < 10000; bits++)
        check_both_ways(double_of(bits));
}

/* Whole numbers and eighths: many are halfway between decimals. */
static void agrees_on_short_numbers(void **state) {
    (void)state;
    for (int i = 1; i < 20000; i++) {
        const double power = ldexp(1 + random_below(1000), random_below(200));
        check_both_ways(i / 8.0);
        for (int digits = 1; digits < 17; digits += 3) {
            check_digits(i / 8.0, digits);
            check_digits(power, digits);
        }
    }
    for (int exponent = -323; exponent <= 307; exponent++) {
        char text[40];
        snprintf(text, sizeof text, "%d.5e%d", random_below(10), exponent);
        check_both_ways(strtod(text, NULL));
    }
}

static void agrees_on_random_doubles(void **state) {
    (void)state;
    for (long i = 0; i < random_count; i++) {
        const double value = random_double();
        check_digits(value, i % 2 == 0 ? 17 : 1 + random_below(16));
        check_shortest(value);
    }
}

static void compares_exactly(void **state) {
    (void)state;
    static const struct {
        uint64_t left;
        int ten;
        uint64_t right;
        int two;
        int order;
    } cases[] = {{1, 0, 1, 0, 0},           {1, 3, 1000, 0, 0},
                 {1, -1, 1, -3, -1},        {1, 0, 1, 64, -1},
                 {1, 20, 1, 0, 1},          {1, 27, UINT64_C(7450580596923828125), 27, 0},
                 {1, 300, 1, 996, 1},       {1, 300, 1, 997, -1},
                 {1, -300, 1, -997, 1},     {1, -300, 1, -996, -1},
                 {UINT64_MAX, 0, 1, 64, -1}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        cnn_big big;
        cnn_big_set(&big, cases[i].left);
        const int order = cnn_big_compare(&big, cases[i].ten, cases[i].right, cases[i].two);
        assert_int_equal((order > 0) - (order < 0), cases[i].order);
    }
}

static bool same_words(cnn_wide a, cnn_wide b) {
    return a.high == b.high && a.low == b.low;
}

/* With the machine's 128 bits and bit scan, and without. */
static void wide_words_agree(void **state) {
    (void)state;
    static const uint64_t words[] = {0, 1, UINT32_MAX, UINT32_MAX + UINT64_C(1), UINT64_MAX};
    for (size_t i = 0; i < 1000000; i++) {
        const bool table = i < COUNT(words) * COUNT(words);
        const uint64_t a = table ? words[i / COUNT(words)] : random_word() >> random_below(64);
        const uint64_t b = table ? words[i % COUNT(words)] : random_word() >> random_below(64);
        const cnn_wide c = {a, random_word()}, d = {b, random_below(2) ? c.low : random_word()};
        assert_true(same_words(cnn_product(a, b), cnn_product_portable(a, b)));
        assert_true(same_words(cnn_sum(a, b), cnn_sum_portable(a, b)));
        assert_true(same_words(cnn_wide_sum(c, d), cnn_wide_sum_portable(c, d)));
        assert_true(same_words(cnn_wide_difference(c, d), cnn_wide_difference_portable(c, d)));
        assert_true(a == 0 || cnn_leading_zeros(a) == cnn_leading_zeros_portable(a));
    }
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_real_numbers),      cmocka_unit_test(writes_whole_numbers),
        cmocka_unit_test(agrees_at_every_exponent), cmocka_unit_test(agrees_on_short_numbers),
        cmocka_unit_test(agrees_on_random_doubles), cmocka_unit_test(compares_exactly),
        cmocka_unit_test(wide_words_agree)};
    if (argc > 1)
        random_count = strtol(argv[1], NULL, 10);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
