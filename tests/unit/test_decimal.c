/* test_decimal.c: numbers from text, and whole numbers to text. What the C library's strtod gives
 * is taken as right. An argument sets the count of random doubles. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cnncalc.h"
#include "doubles.h"
#include <float.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static long random_count = 1000000;

/* ---- Whole numbers ------------------------------------------------------------------------- */

static void reads_whole_numbers(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int64_t value;
    } cases[] = {{"0", 0},
                 {"7", 7},
                 {"227", 227},
                 {"000", 0},
                 {"0000000000000000000000000000000042", 42},
                 {"999999999999999999", 999999999999999999},
                 {"9223372036854775806", CNN_MAX - 1},
                 {"9223372036854775807", CNN_MAX},
                 {"00009223372036854775807", CNN_MAX}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        int64_t value = -1;
        assert_int_equal(cnn_read_whole(cases[i].text, strlen(cases[i].text), &value), CNN_OK);
        assert_true(value == cases[i].value);
    }
    int64_t value = -1;
    assert_int_equal(cnn_read_whole("123456", 3, &value), CNN_OK);
    assert_true(value == 123);
}

static void refuses_what_is_not_whole(void **state) {
    (void)state;
    static const struct {
        const char *text;
        cnn_code code;
    } cases[] = {{"", CNN_NOT_WHOLE},
                 {"-1", CNN_NOT_WHOLE},
                 {"+1", CNN_NOT_WHOLE},
                 {" 1", CNN_NOT_WHOLE},
                 {"1 ", CNN_NOT_WHOLE},
                 {"1.0", CNN_NOT_WHOLE},
                 {"1e3", CNN_NOT_WHOLE},
                 {"0x10", CNN_NOT_WHOLE},
                 {"/", CNN_NOT_WHOLE},
                 {":", CNN_NOT_WHOLE},
                 {"\xB2", CNN_NOT_WHOLE},
                 {"9223372036854775808", CNN_TOO_LARGE},
                 {"9223372036854775810", CNN_TOO_LARGE},
                 {"18446744073709551616", CNN_TOO_LARGE},
                 {"18446744073709551617000", CNN_TOO_LARGE},
                 {"92233720368547758070000000000x", CNN_NOT_WHOLE}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        int64_t value = -1;
        const size_t length = strlen(cases[i].text);
        assert_int_equal(cnn_read_whole(cases[i].text, length, &value), cases[i].code);
        assert_true(value == -1);
    }
    int64_t value = -1;
    assert_int_equal(cnn_read_whole("1\0002", 3, &value), CNN_NOT_WHOLE);
    assert_int_equal(cnn_read_whole(NULL, 0, &value), CNN_NOT_WHOLE);
}

static void writes_whole_numbers(void **state) {
    (void)state;
    static const int64_t values[] = {0,    1,           9,         10,      55,      99, 100,
                                     -100, CNN_MAX - 1, INT64_MIN, CNN_MAX, 1000000, -1};
    for (size_t i = 0; i < COUNT(values) + 10000; i++) {
        const int64_t value =
            i < COUNT(values) ? values[i] : (int64_t)(random_word() >> 1 >> random_below(63));
        char text[CNN_TEXT], expected[CNN_TEXT];
        const int length = snprintf(expected, sizeof expected, "%lld", (long long)value);
        assert_true(cnn_write_whole(value, text) == (size_t)length);
        assert_string_equal(text, expected);
        int64_t back = value;
        assert_true(value < 0 || cnn_read_whole(text, (size_t)length, &back) == CNN_OK);
        assert_true(back == value);
    }
}

/* ---- Real numbers from text ---------------------------------------------------------------- */

/* Reads what the C library reads, bit for bit. */
static void check_text(const char *text) {
    const double expected = strtod(text, NULL);
    double value = -1;
    const cnn_code code = cnn_read_real(text, strlen(text), &value);
    if (code != (isinf(expected) ? CNN_TOO_LARGE : CNN_OK) ||
        (code == CNN_OK && bits_of(value) != bits_of(expected)))
        fail_msg("%.60s... read as %a, code %d, not %a", text, value, code, expected);
}

static void reads_real_numbers(void **state) {
    (void)state;
    static const struct {
        const char *text;
        double value;
    } cases[] = {{"0", 0.0},
                 {"-0", -0.0},
                 {"+0.0e5", 0.0},
                 {"1", 1.0},
                 {"+1", 1.0},
                 {"-2.5", -2.5},
                 {".5", 0.5},
                 {"5.", 5.0},
                 {"-.5e1", -5.0},
                 {"5.e-1", 0.5},
                 {"0.1", 0.1},
                 {"1E3", 1000.0},
                 {"1e+03", 1000.0},
                 {"00001", 1.0},
                 {"9007199254740993", 9007199254740992.0},
                 {"9007199254740993.0000000000000000000000000000000000001", 9007199254740994.0},
                 {"9007199254740995", 9007199254740996.0},
                 {"123456789012345678901234567890", 123456789012345678901234567890.0},
                 {"1e23", 1e23},
                 {"1.7976931348623157e308", DBL_MAX},
                 {"1.7976931348623158e308", DBL_MAX},
                 {"2.2250738585072011e-308", 0x0.fffffffffffffp-1022},
                 {"2.2250738585072014e-308", DBL_MIN},
                 {"5e-324", 0x1p-1074},
                 {"2.4703282292062328e-324", 0x1p-1074},
                 {"2.4703282292062327e-324", 0.0},
                 {"-1e-999999999999999999999999", -0.0},
                 {"0e999999999999999999999999", 0.0},
                 {"0x10", 16.0},
                 {"-0X1.8p1", -3.0},
                 {"0x.8", 0.5},
                 {"0xA.P-1", 5.0},
                 {"0x1p-1075", 0.0},
                 {"0x1.00000000000000000000000000001p-1075", 0x1p-1074},
                 {"0x1p-1074", 0x1p-1074},
                 {"0x1.fffffffffffff7fffffffffffffp1023", DBL_MAX},
                 {"0x20000000000001", 0x1p53},
                 {"0x20000000000003", 0x1.0000000000002p53},
                 {"0x0p99999999999999999999", 0.0}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        double value = -1;
        assert_int_equal(cnn_read_real(cases[i].text, strlen(cases[i].text), &value), CNN_OK);
        if (bits_of(value) != bits_of(cases[i].value))
            fail_msg("%s read as %a, not %a", cases[i].text, value, cases[i].value);
    }
}

static void refuses_what_is_not_real(void **state) {
    (void)state;
    static const char *const texts[] = {
        "",     "+",    "-",      ".",        "-.",      "e5",   ".e5",   "1e",   "1e+",  "1e-",
        "1ee5", "1..2", "1.2.3",  "--1",      "+-1",     " 1",   "1 ",    "1,5",  "1e5.", "1e5 ",
        "1_0",  "1f",   "1p5",    "inf",      "-inf",    "nan",  "NaN",   "INF",  "0x",   "0x.",
        "0xg",  "0x1p", "0x1p+",  "0x1.2.3",  "0x1p1.0", "0x-1", "x10",   "00x1", "1e5f", "1-",
        "0xp1", "0x1h", "1e0x10", "infinity", "1e1e1",   "\t1",  "1.5\n", "/",    ":",    "1:"};
    static const char *const large[] = {
        "1e309",    "-1e309",      "1.7976931348623159e308", "1e99999999999999999999999999999",
        "0x1p1024", "-0x1p999999", "0x1.fffffffffffff8p1023"};
    double value = 7;
    for (size_t i = 0; i < COUNT(texts); i++)
        if (cnn_read_real(texts[i], strlen(texts[i]), &value) != CNN_NOT_REAL)
            fail_msg("\"%s\" is not refused", texts[i]);
    for (size_t i = 0; i < COUNT(large); i++)
        assert_int_equal(cnn_read_real(large[i], strlen(large[i]), &value), CNN_TOO_LARGE);
    assert_int_equal(cnn_read_real("1\0002", 3, &value), CNN_NOT_REAL);
    assert_int_equal(cnn_read_real(NULL, 0, &value), CNN_NOT_REAL);
    assert_true(value == 7);
    assert_int_equal(cnn_read_real("0x1p5", 3, &value), CNN_OK);
    assert_true(value == 1);
}

static void reads_random_texts(void **state) {
    (void)state;
    for (long i = 0; i < random_count / 5; i++) {
        char text[80];
        int length = 0;
        for (int digits = 1 + random_below(25), point = random_below(26); digits > 0; digits--) {
            text[length++] = (char)('0' + random_below(10));
            if (digits == point)
                text[length++] = '.';
        }
        snprintf(text + length, sizeof text - (size_t)length, "e%d", random_below(700) - 360);
        check_text(text);
    }
}

static uint64_t random_size(void) {
    return random_word() >> random_below(64);
}

/* Below 2^-1022, some versions of glibc's strtod drop a bit of a hexadecimal number (bug 30220),
 * but a long double has room for it, and is rounded once. */
static void reads_random_hexadecimals(void **state) {
    (void)state;
    for (long i = 0; i < random_count / 5; i++) {
        char text[80];
        double value;
        snprintf(text, sizeof text, "0x%" PRIx64 ".%" PRIx64 "p%d", random_size(), random_size(),
                 random_below(1800) - 800);
        check_text(text);
        if (LDBL_MANT_DIG < 64 || LDBL_MAX_EXP <= DBL_MAX_EXP)
            continue;
        snprintf(text, sizeof text, "0x%" PRIX64 "P%d", random_size(), -1040 - random_below(100));
        assert_int_equal(cnn_read_real(text, strlen(text), &value), CNN_OK);
        if (bits_of(value) != bits_of((double)strtold(text, NULL)))
            fail_msg("%s read as %a", text, value);
    }
}

/* A mantissa of 780 digits, exact, then the same a little more and a little less. */
static void check_halfway(double value) {
    char text[900], *const last = text + 781;
    snprintf(text, sizeof text, "%.780Le", ((long double)value + nextafter(value, INFINITY)) / 2);
    check_text(text);
    for (char *digit = last; digit > last - 20; digit -= 6) {
        const char before = *digit;
        *digit = '1';
        check_text(text);
        *digit = before;
    }
    char *digit = last;
    for (; *digit == '0'; digit--)
        *digit = '9';
    --*digit;
    check_text(text);
}

static void rounds_at_halfway(void **state) {
    (void)state;
    if (LDBL_MANT_DIG < 64 || LDBL_MAX_EXP <= DBL_MAX_EXP)
        skip();
    for (int exponent = -1074; exponent < 1023; exponent++)
        check_halfway(ldexp(1, exponent));
    for (long i = 0; i < random_count / 500; i++) {
        check_halfway(fabs(random_double()));
        check_halfway(double_of(random_word() >> 12)); /* subnormal */
    }
}

/* Leading zeros, trailing zeros and digits by the hundred thousand. */
static void reads_long_texts(void **state) {
    (void)state;
    enum { LONG = 100000 };
    static char text[2 * LONG];
    double value;
    memset(text, '0', sizeof text);
    text[1] = '.';
    text[LONG] = '1';
    memcpy(text + LONG + 1, "e99999", 7);
    check_text(text);
    assert_int_equal(cnn_read_real(text, LONG + 7, &value), CNN_OK);
    assert_true(value == 1);
    text[1] = '1';
    memcpy(text + LONG, "e-99998", 8);
    check_text(text);
    for (int i = 0; i < LONG; i++)
        text[i] = (char)('0' + random_below(10));
    memcpy(text + LONG, "e-100100", 9);
    check_text(text);
    text[5] = '.';
    memcpy(text + LONG, "e-320", 6);
    check_text(text);
    text[0] = '1';
    text[1] = 'e';
    memset(text + 2, '9', LONG);
    text[LONG] = 0;
    assert_int_equal(cnn_read_real(text, LONG, &value), CNN_TOO_LARGE);
    text[2] = '-';
    assert_int_equal(cnn_read_real(text, LONG, &value), CNN_OK);
    assert_true(value == 0);
    memset(text + 3, '0', LONG);
    text[LONG - 1] = '3';
    assert_int_equal(cnn_read_real(text, LONG, &value), CNN_OK);
    assert_true(value == 1e-3);
}

static void reads_random_doubles(void **state) {
    (void)state;
    for (long i = 0; i < random_count; i++) {
        char text[40];
        snprintf(text, sizeof text, "%.*g", 17 - random_below(2), random_double());
        check_text(text);
    }
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_whole_numbers),       cmocka_unit_test(refuses_what_is_not_whole),
        cmocka_unit_test(writes_whole_numbers),      cmocka_unit_test(reads_real_numbers),
        cmocka_unit_test(refuses_what_is_not_real),  cmocka_unit_test(reads_random_texts),
        cmocka_unit_test(reads_random_hexadecimals), cmocka_unit_test(reads_random_doubles),
        cmocka_unit_test(rounds_at_halfway),         cmocka_unit_test(reads_long_texts)};
    if (argc > 1)
        random_count = strtol(argv[1], NULL, 10);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
