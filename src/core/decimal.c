/* decimal.c: whole numbers from text and to text. */
#include "cnncalc.h"

cnn_code cnn_read_whole(const char *text, size_t length, int64_t *value) {
    int64_t sum = 0;
    bool beyond = false;
    for (size_t i = 0; i < length; i++) {
        const int digit = text[i] - '0';
        if (digit < 0 || digit > 9)
            return CNN_NOT_WHOLE;
        if (beyond || sum > (CNN_MAX - digit) / 10)
            beyond = true;
        else
            sum = 10 * sum + digit;
    }
    if (length == 0)
        return CNN_NOT_WHOLE;
    if (beyond)
        return CNN_TOO_LARGE;
    *value = sum;
    return CNN_OK;
}

/* Negative digits, as the magnitude of the least number is beyond the largest. */
static size_t digits_reversed(int64_t value, char reversed[CNN_TEXT]) {
    size_t count = 0;
    do {
        const int digit = (int)(value % 10);
        reversed[count++] = (char)('0' + (digit < 0 ? -digit : digit));
        value /= 10;
    } while (value != 0);
    return count;
}

size_t cnn_write_whole(int64_t value, char text[CNN_TEXT]) {
    char reversed[CNN_TEXT];
    const size_t count = digits_reversed(value, reversed);
    size_t length = 0;
    if (value < 0)
        text[length++] = '-';
    for (size_t i = 0; i < count; i++)
        text[length++] = reversed[count - 1 - i];
    text[length] = 0;
    return length;
}
