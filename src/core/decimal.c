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

size_t cnn_write_whole(int64_t value, char text[CNN_TEXT]) {
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    size_t length = value < 0 ? 2 : 1;
    for (uint64_t above = rest / 10; above != 0; above /= 10)
        length++;
    text[0] = '-';
    text[length] = 0;
    for (char *digit = text + length; rest != 0 || digit == text + length; rest /= 10)
        *--digit = (char)('0' + (char)(rest % 10));
    return length;
}
