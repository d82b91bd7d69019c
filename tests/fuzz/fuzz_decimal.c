/* fuzz_decimal.c: real numbers from text and to text. The first byte of the input says what the
 * rest is: text as it stands, text of the bytes that numbers are made of, digits and an exponent, a
 * double; or, where it is 255, a double between which and the next is the number.
 * What the C library's strtod and printf give is taken as right. What must hold:
 *   read       as strtod does, and nothing behind the text is looked at
 *   written    with so many digits as printf does; else it reads back, no fewer digits do, and of
 *              as many none are nearer */
#include "cnncalc.h"
#include "printed.h"

#include <ctype.h>
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint64_t bits_of(double value) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof value);
    return bits;
}

/* ---- From text ----------------------------------------------------------------------------- */

/* All of the text is a number to strtod too, which also takes blanks before it, and words: only
 * they have an i or an n. */
static bool is_real(const char *text, size_t length, const char *end) {
    return length > 0 && end == text + length && !isspace((unsigned char)text[0]) &&
           strpbrk(text, "iInN") == NULL;
}

/* Below 2^-1022, some versions of glibc's strtod drop a bit of a hexadecimal number (bug 30220). */
static bool is_near(const char *text, double value, double expected) {
    const uint64_t bits = bits_of(value), others = bits_of(expected);
    if (strpbrk(text, "xX") != NULL && fabs(expected) < DBL_MIN)
        return bits == others || bits == others + 1;
    return bits == others;
}

/* The text ends in a NUL; what is read is a copy without it. */
static void check_read(const char *text, size_t length) {
    char *end, *alone = malloc(length > 0 ? length : 1);
    double value = -1;
    const double expected = strtod(text, &end);

    demand(alone != NULL);
    if (length > 0)
        memcpy(alone, text, length);
    const cnn_code code = cnn_read_real(alone, length, &value);
    if (!is_real(text, length, end))
        demand(code == CNN_NOT_REAL && value == -1);
    else if (isinf(expected))
        demand(code == CNN_TOO_LARGE && value == -1);
    else
        demand(code == CNN_OK && is_near(text, value, expected));
    free(alone);
}

static void read_typed(const uint8_t *data, size_t size) {
    char *text = malloc(size + 1);

    demand(text != NULL);
    memcpy(text, data, size);
    text[size] = '\0';
    check_read(text, size);
    free(text);
}

#define LENGTH_MOST 1200

static void read_made(const uint8_t *data, size_t size) {
    static const char bytes[] = "00123456789.123456789e-+E5x9aFpP.00000000";
    char text[LENGTH_MOST + 1];
    size_t length = 0;

    for (; length < size && length < LENGTH_MOST; length++)
        text[length] = data[length] < 250 ? bytes[data[length] % (sizeof bytes - 1)] : ' ';
    text[length] = '\0';
    check_read(text, length);
}

/* Digits, a point among them, and an exponent that makes a double of most. */
static void read_digits(const uint8_t *data, size_t size) {
    char text[2 * LENGTH_MOST];
    size_t length = 0;

    if (size < 4)
        return;
    for (size_t i = 3; i < size && length < LENGTH_MOST; i++) {
        if (length == data[0] % 32u)
            text[length++] = '.';
        text[length++] = (char)('0' + data[i] % 10);
    }
    length +=
        (size_t)snprintf(text + length, LENGTH_MOST, "e%d", (data[1] << 8 | data[2]) % 700 - 360);
    check_read(text, length);
}

/* ---- To text ------------------------------------------------------------------------------- */

static double take_double(const uint8_t *data, size_t size) {
    double value = 0;
    memcpy(&value, data, size < sizeof value ? size : sizeof value);
    return value;
}

/* The digits of a decimal, from the first that is not 0 to the last. */
static size_t digits_of(const char *text, char *digits) {
    size_t count = 0;

    for (; *text != '\0' && *text != 'e'; text++)
        if (isdigit((unsigned char)*text) && (count > 0 || *text != '0'))
            digits[count++] = *text;
    while (count > 0 && digits[count - 1] == '0')
        count--;
    return count;
}

static void check_shortest(double value, const char *text) {
    char digits[32], other[32], others[32];
    const size_t count = digits_of(text, digits);

    demand(bits_of(strtod(text, NULL)) == bits_of(value));
    if (count > 1) {
        snprintf(other, sizeof other, "%.*e", (int)count - 2, value);
        demand(strtod(other, NULL) != value);
    }
    snprintf(other, sizeof other, "%.*e", (int)count - 1, value);
    if (value != 0 && strtod(other, NULL) == value) {
        demand(digits_of(other, others) == count);
        demand(memcmp(digits, others, count) == 0);
    }
}

static void check_written(double value, int digits) {
    char text[CNN_TEXT], expected[64];
    double back = 0;
    size_t length = cnn_write_real(value, digits, text);

    demand(length < CNN_TEXT && length == strlen(text));
    if (!isfinite(value))
        return;
    if (digits > 0) {
        snprintf(expected, sizeof expected, "%.*g", digits, value);
        demand(strcmp(text, expected) == 0);
        return;
    }
    demand(cnn_read_real(text, length, &back) == CNN_OK && bits_of(back) == bits_of(value));
    check_shortest(value, text);
}

static void write_double(const uint8_t *data, size_t size) {
    const double value = take_double(data, size);

    check_written(value, 0);
    if (size > sizeof value)
        check_written(value, data[sizeof value] % 18);
}

/* Halfway to the next double, which a long double holds: to all of its digits, or fewer, which is
 * not halfway any more. */
static void read_halfway(const uint8_t *data, size_t size) {
    const double value = take_double(data, size), next = nextafter(value, INFINITY);
    char text[LENGTH_MOST + 1];

    if (!isfinite(value) || !isfinite(next) || LDBL_MANT_DIG <= DBL_MANT_DIG)
        return;
    const long double half = ((long double)value + (long double)next) / 2;
    const int digits = size < 10 || data[8] % 2 == 0 ? 800 : 15 + data[9] % 32;
    const int length = snprintf(text, sizeof text, "%.*Le", digits, half);
    check_read(text, (size_t)length);
}

/* ---- One input ----------------------------------------------------------------------------- */

typedef void way(const uint8_t *data, size_t size);

/* tests/fuzz/seed.py knows how many they are. */
static way *const ways[] = {read_typed, read_made, read_digits, write_double};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size > 0 && data[0] == 0xff)
        read_halfway(data + 1, size - 1);
    else if (size > 0)
        ways[data[0] % (sizeof ways / sizeof *ways)](data + 1, size - 1);
    return 0;
}
