/* test_decimal_read.c: real numbers that are rounded the wrong way by nearly right reading. Their
 * values are those of exact fractions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cnncalc.h"
#include "decimal_big.h"
#include "doubles.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Of a text that nothing follows, which a sanitizer sees. */
static cnn_code read_alone(const char *text, size_t length, double *value) {
    char *const alone = malloc(length);
    assert_non_null(alone);
    memcpy(alone, text, length);
    const cnn_code code = cnn_read_real(alone, length, value);
    free(alone);
    return code;
}

static void check(const char *text, double expected) {
    double value = -1;
    const cnn_code code = read_alone(text, strlen(text), &value);
    if (code != CNN_OK || bits_of(value) != bits_of(expected))
        fail_msg("%.60s read as %a, code %d, not %a", text, value, code, expected);
}

/* What ends too early, stands beside the ranges of digits, or is a digit in another base. */
static void what_is_no_digit(void **state) {
    (void)state;
    static const char *const texts[] = {"-",
                                        "1x10",
                                        "\xd0",
                                        "1\xd5",
                                        "1e",
                                        "1e-",
                                        "0x",
                                        "1e5:",
                                        "1e/",
                                        "0xG",
                                        "0x@",
                                        "0x`",
                                        "0x:",
                                        "0x/",
                                        "0x1p:",
                                        "0x1pa",
                                        "12345678901234567890f",
                                        "12345678901234567890A",
                                        "12345678901234567890:"};
    double value = 7;
    for (size_t i = 0; i < COUNT(texts); i++)
        assert_int_equal(read_alone(texts[i], strlen(texts[i]), &value), CNN_NOT_REAL);
    assert_true(value == 7);
}

/* Nothing behind the length is looked at. */
static void beginnings(void **state) {
    (void)state;
    static const double values[] = {1, 1, 1.2, 1.25, 0, 1250, 1.25e34};
    for (size_t length = 1; length <= COUNT(values); length++) {
        double value = 0;
        const cnn_code code = cnn_read_real("1.25e345", length, &value);
        assert_int_equal(code, length == 5 ? CNN_NOT_REAL : CNN_OK);
        assert_true(value == values[length - 1]);
    }
}

static void whole_range(void **state) {
    (void)state;
    static const struct {
        const char *text;
        double value;
    } cases[] = {{"0xfF.aAp4", 0xffaap-4},
                 {"0x10000000000000000", 0x1p64},
                 {"0xfffffffffffff800", 0xfffffffffffff800p0},
                 {"10000000000000000009", 1e19},
                 {"99999999999999999999", 1e20},
                 {"1e22", 1e22},
                 {"1e23", 0x1.52d02c7e14af6p+76},
                 {"1e-22", 0x1.e392010175ee6p-74},
                 {"1e-23", 0x1.82db34012b251p-77},
                 {"3e-23", 0x1.22246700e05bdp-75},
                 {"1e308", 0x1.1ccf385ebc8ap+1023},
                 {"0e50", 0},
                 {"0e-50", 0},
                 {"0e-400", 0},
                 {"0x0p50", 0},
                 {"9999999999999999999e-342", 0x1p-1073},
                 {"9999999999999999999e-343", 0},
                 {"9999999999999999999.9e-343", 0}};
    for (size_t i = 0; i < COUNT(cases); i++)
        check(cases[i].text, cases[i].value);
}

/* A product or quotient of two numbers without error is rounded once. */
static void small_powers(void **state) {
    (void)state;
    double power = 1;
    for (int ten = 0; ten <= 22; ten++) {
        char text[40];
        snprintf(text, sizeof text, "7e%d", ten);
        check(text, 7 * power);
        snprintf(text, sizeof text, "7e-%d", ten);
        check(text, 7 / power);
        power *= 10;
    }
}

/* Halfway between two doubles, which rounds to the even one; nearly so; and numbers of more bits
 * than a double has, whose product with a power of ten would be rounded twice. */
static void hard_numbers(void **state) {
    (void)state;
    static const struct {
        const char *text;
        double value;
    } cases[] = {
        {"1295741139347900875e-3", 0x1.269e0f953a6f4p+50},
        {"5901327077361331875e-4", 0x1.0c5c7d351d22ap+49},
        {"6022750546711776875e-4", 0x1.11e20b586aa4ep+49},
        {"7731055091330835625e-4", 0x1.5f91539f758dcp+49},
        {"1335479576013013125e-3", 0x1.2fa7246eea354p+50},
        {"4094259581831528089e25", 0x1.d5ff79a8be635p+144},
        {"1623285602534153351e16", 0x1.902bb95743789p+113},
        {"7458592076836126421e26", 0x1.0b9059b3ebd8bp+149},
        {"13085702796624565e22", 0x1.89c896624d8fp+126},
        {"11484296628821771e3", 0x1.3ec0d5e000468p+63},
        {"10579078242918015e9", 0x1.18069f61d6e63p+83},
        {"0x20000000000001000000000000000", 0x1p113},
        {"0x20000000000001000000000000010", 0x1.0000000000001p113},
        {"0x20000000000003000000000000000", 0x1.0000000000002p113},
        {"9007199254740993.0000000000000", 0x1p53},
        {"9007199254740993.00000000000010", 0x1.0000000000001p53},
        {"9483510.720719759352505207061767578125", 0x1.2169ed71022e2p+23},
        {"9483510.720719759352505207061767578125001", 0x1.2169ed71022e3p+23},
        {"9483510.720719759352505207061767578124999", 0x1.2169ed71022e2p+23},
        {"0.011631065483858545571427267617536926991306245326995849609375", 0x1.7d2072ef76998p-7},
        {"0.011631065483858545571427267617536926991306245326995849609374", 0x1.7d2072ef76997p-7},
        {"11796890506737454106143420795070580389623897659551188255022680095862597227096557617.1875"
         "e-96",
         0x1.a9071c2a617cap-47},
        {"16851549093138239392299533744472064", 0x1.9f6c39e6aa2d4p+113},
        {"16851549093138239392299533744472064.0001", 0x1.9f6c39e6aa2d5p+113},
        {"22049508538815431639377744991539930821068068178291991061050877757023676530.688e3",
         0x1.85fca2f7583fap+253},
        {"22049508538815431639377744991539930821068068178291991061050877757023676530.689e3",
         0x1.85fca2f7583fbp+253},
        /* The 19 digits that are kept are 10^18, and all but as many nines. */
        {"10000000000000000000211242677555453350080499670936233374610675372915300626091041"
         "15633852297430287844589898006726254029304758272",
         0x1.7a2ecc414a040p+418},
        {"99999999999999999904077225188460303081841357134484430504408967145686365224506778"
         "50150260511573320421176398808550588147715611190533560312293663576631359896009377"
         "3915236425864350167103111743927001953125e-263",
         0x1.a53fc9631d10cp-210},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        check(cases[i].text, cases[i].value);
}

/* Halfway but for a digit: the last that is kept, the first that is not, and others behind. */
static void digits_beyond_all(void **state) {
    (void)state;
    static const int places[] = {CNN_BIG_DIGITS - 1, CNN_BIG_DIGITS, CNN_BIG_DIGITS + 1, 900};
    char text[1000] = "9007199254740993.", *const point = text + strlen(text);
    memset(point, '0', sizeof text - 1 - (size_t)(point - text));
    check(text, 0x1p53);
    for (size_t i = 0; i < COUNT(places); i++) {
        char *const digit = text + places[i];
        *digit = '1';
        check(text, 0x1.0000000000001p53);
        *digit = '0';
    }
}

static int compare(uint64_t left, int ten, uint64_t right, int two) {
    cnn_big big;
    cnn_big_set(&big, left);
    return cnn_big_compare(&big, ten, right, two);
}

/* With small exponents both sides are whole once they are multiplied by 10^3*2^3. */
static void small_comparisons(void **state) {
    (void)state;
    static const int64_t tens[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
    for (int ten = -3; ten <= 3; ten++)
        for (int two = -3; two <= 3; two++)
            for (int64_t left = 0; left < 40; left++)
                for (int64_t right = 1; right < 40; right++) {
                    const int64_t order =
                        left * tens[ten + 3] * 8 - right * 1000 * (1 << (two + 3));
                    const int told = compare((uint64_t)left, ten, (uint64_t)right, two);
                    assert_true((told > 0) == (order > 0) && (told < 0) == (order < 0));
                }
}

/* 10^n is 5^n*2^n. */
static void powers_that_are_equal(void **state) {
    (void)state;
    uint64_t five = 1;
    for (int n = 0; n < 27; n++, five *= 5) {
        assert_true(compare(1, n, five, n) == 0 && compare(five, -n, 1, -n) == 0);
        assert_true(compare(1, n, five + 1, n) < 0 && compare(five + 1, -n, 1, -n) > 0);
    }
    assert_true(compare(1, 27, five, 27) == 0 && compare(five, -27, 1, -27) == 0);
    for (int n = 1; n < 200; n++) {
        assert_true(compare(1, 0, 1, n) < 0 && compare(1, 0, 1, -n) > 0);
        assert_true(n > 63 || compare(1, 0, UINT64_C(1) << n, -n) == 0);
        assert_true(n > 63 || compare(UINT64_C(1) << n, 0, 1, n) == 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_no_digit),  cmocka_unit_test(beginnings),
        cmocka_unit_test(whole_range),       cmocka_unit_test(small_powers),
        cmocka_unit_test(hard_numbers),      cmocka_unit_test(digits_beyond_all),
        cmocka_unit_test(small_comparisons), cmocka_unit_test(powers_that_are_equal)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
