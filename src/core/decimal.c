/* decimal.c: whole numbers from text and to text. */
#include "cnncalc.h"
#include "decimal_pairs.h"

#include <string.h>

/*@ predicate digit(char c) = '0' <= c <= '9';

    // The number that the first n digits write.
    logic integer number{L}(char *text, integer n) =
      n <= 0 ? 0 : 10 * number(text, n - 1) + (text[n - 1] - '0');
*/

/*@ requires \valid_read(text + (0 .. length - 1)) && \valid(value);
    requires \separated(text + (0 .. length - 1), value);
    assigns *value;

    behavior not_whole:
      assumes length == 0 || \exists integer i; 0 <= i < length && !digit(text[i]);
      ensures \result == CNN_NOT_WHOLE && *value == \old(*value);

    behavior too_large:
      assumes length != 0 && \forall integer i; 0 <= i < length ==> digit(text[i]);
      assumes number(text, length) > CNN_MAX;
      ensures \result == CNN_TOO_LARGE;
      ensures *value == \old(*value);

    behavior whole:
      assumes length != 0 && \forall integer i; 0 <= i < length ==> digit(text[i]);
      assumes number(text, length) <= CNN_MAX;
      ensures \result == CNN_OK && *value == number{Pre}(text, length);

    complete behaviors; disjoint behaviors;
*/
cnn_code cnn_read_whole(const char *text, size_t length, int64_t *value) {
    int64_t sum = 0;
    bool beyond = false;
    /*@ loop invariant 0 <= i <= length;
        loop invariant \forall integer j; 0 <= j < i ==> digit(text[j]);
        loop invariant 0 <= sum;
        loop invariant beyond == 0 ==> sum == number(text, i);
        loop invariant beyond != 0 ==> CNN_MAX < number(text, i);
        loop assigns i, sum, beyond;
        loop variant length - i; */
    for (size_t i = 0; i < length; i++) {
        const int digit = text[i] - '0';
        if (digit < 0 || digit > 9) {
            //@ assert !digit(text[i]);
            return CNN_NOT_WHOLE;
        }
        //@ assert number(text, i + 1) == 10 * number(text, i) + digit;
        if (beyond || sum > (CNN_MAX - digit) / 10)
            beyond = true;
        else
            sum = 10 * sum + digit;
    }
    //@ assert beyond == 0 ==> number(text, length) <= CNN_MAX;
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
