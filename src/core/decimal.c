/* decimal.c: whole numbers from text and to text. */
#include "cnncalc.h"
#include "decimal_pairs.h"

#include <string.h>

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

/* Two digits at a time, from the last. */
size_t cnn_write_whole(int64_t value, char text[CNN_TEXT]) {
    uint64_t rest = value < 0 ? ~(uint64_t)value + 1 : (uint64_t)value;
    char digits[CNN_TEXT] = {0};
    char *at = digits + CNN_TEXT - 1;

    for (; rest >= 100; rest /= 100) {
        at -= 2;
        cnn_put_pair(rest % 100, at);
    }
    *--at = cnn_digit_pairs[2 * rest + 1];
    if (rest >= 10)
        *--at = cnn_digit_pairs[2 * rest];
    if (value < 0)
        *--at = '-';
    size_t length = (size_t)(digits + CNN_TEXT - 1 - at);
    memcpy(text, at, length + 1);
    return length;
}
