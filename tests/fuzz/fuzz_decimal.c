/* fuzz_decimal.c: any bytes as a number's text, and as a double. What the C library's strtod and
 * printf give is taken as right. */
#include "cnncalc.h"
#include <ctype.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool truth) {
    if (!truth)
        abort();
}

static uint64_t bits_of(double value) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof value);
    return bits;
}

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

static void check_real(const char *text, size_t length) {
    char *end;
    double value = -1;
    const double expected = strtod(text, &end);
    const cnn_code code = cnn_read_real(text, length, &value);
    if (!is_real(text, length, end))
        demand(code == CNN_NOT_REAL);
    else if (isinf(expected))
        demand(code == CNN_TOO_LARGE);
    else
        demand(code == CNN_OK && is_near(text, value, expected));
}

static void check_whole(const char *text, size_t length) {
    const char *const largest = "9223372036854775807";
    const size_t digits = strspn(text, "0123456789"), zeros = strspn(text, "0");
    cnn_code expected = CNN_OK;
    int64_t value = -1;
    if (length == 0 || digits != length)
        expected = CNN_NOT_WHOLE;
    else if (length - zeros > 19 || (length - zeros == 19 && strcmp(text + zeros, largest) > 0))
        expected = CNN_TOO_LARGE;
    demand(cnn_read_whole(text, length, &value) == expected);
    demand(value == (expected == CNN_OK ? strtoll(text, NULL, 10) : -1));
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
    }
    length = cnn_write_real(value, 0, text);
    demand(cnn_read_real(text, length, &back) == CNN_OK && bits_of(back) == bits_of(value));
    demand(bits_of(strtod(text, NULL)) == bits_of(value));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char *const text = malloc(size + 1);
    demand(text != NULL);
    if (size > 0)
        memcpy(text, data, size);
    text[size] = 0;
    check_real(text, size);
    check_whole(text, size);
    if (size > sizeof(double)) {
        double value;
        memcpy(&value, data, sizeof value);
        check_written(value, data[sizeof value] % 18);
    }
    free(text);
    return 0;
}
