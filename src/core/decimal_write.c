/* decimal_write.c: real numbers to text, the shortest that reads back or to so many digits. */
#include "cnncalc.h"
#include "decimal_pairs.h"
#include "decimal_scale.h"
#include <string.h>

/* digits*10^ten */
typedef struct decimal {
    uint64_t digits;
    int ten;
} decimal;

/* floor(word*10^ten/2^(e - 127)/2^128), its last bit set if that is not exact: "rounded to odd",
 * so that it is still above, below or equal to every even number as the exact value is. The power
 * may be a bound from above; then the product is less than `word` units too large. The fraction of
 * the exact value, if any, is from 2^-66 to 1 - 2^-66 (powers.py proves it), and `word` units are
 * less than 2^-68: so a fraction below them is none. */
static inline uint64_t scale_to_odd(uint64_t word, int ten) {
    const cnn_scaled scaled = cnn_scale(word, ten, CNN_ABOVE);
    return scaled.high | (scaled.middle != 0 || scaled.low >= word);
}

/* R. Giulietti, "The Schubfach way to render doubles", 2020. The value and the ends of the interval
 * that rounds to it, four times each, are scaled to units of 10^ten, the largest power of ten not
 * above the width of the interval: so at least one multiple of the unit is in it, and of ten units
 * at most one. The ends count where the significand is even. */
static decimal shortest(cnn_binary value) {
    const uint64_t c = value.significand, odd = c & 1;
    const bool uneven = c == CNN_LEADING_BIT && value.two > -1074; /* the double below is nearer */
    const int ten = cnn_log10_of_binary(value.two, uneven);
    const int shift = value.two + cnn_log2_of_power(-ten) + 1;
    const uint64_t least = scale_to_odd((4 * c - (uneven ? 1 : 2)) << shift, -ten) + odd;
    const uint64_t exact = scale_to_odd(4 * c << shift, -ten);
    const uint64_t most = scale_to_odd((4 * c + 2) << shift, -ten) - odd;
    const uint64_t units = exact / 4, tens = units / 10;
    const bool tens_below = least <= 40 * tens, tens_above = 40 * tens + 40 <= most;
    const bool below = least <= 4 * units, above = 4 * units + 4 <= most;
    const bool up = exact > 4 * units + 2 - (units & 1), in_tens = tens_below | tens_above;
    const uint64_t digits[] = {units + (above & (up | !below)), tens + tens_above};
    return (decimal){digits[in_tens], ten + in_tens};
}

/* The value in units of 10^ten, rounded from both ends of what 128 bits of the power leave open;
 * where they differ, the value is halfway, for no other is that near (powers.py proves it). At most
 * 2*10^17. */
static uint64_t in_units(cnn_binary value, int ten) {
    const int zeros = cnn_leading_zeros(value.significand);
    const uint64_t word = value.significand << zeros;
    const int drop = zeros - value.two - cnn_log2_of_power(-ten) - 1;
    const cnn_scaled low = cnn_scale(word, -ten, CNN_BELOW);
    const cnn_scaled high = cnn_scale(word, -ten, CNN_ABOVE);
    const uint64_t least = cnn_round_off(low.high, (low.middle | low.low) != 0, drop);
    const uint64_t most = cnn_round_off(high.high, (high.middle | high.low) != 0, drop);
    return least == most || (least & 1) == 0 ? least : most;
}

/* 10^n, for n from 0 to 19. */
static uint64_t power_in_word(int n) {
    return cnn_powers[n - CNN_POWER_LEAST].high >> (63 - cnn_log2_of_power(n));
}

/* The nearest decimal of so many digits, ties to even. The first guess of the exponent is that of
 * the power of two below the value: right, or one too small and then there is a digit too many. */
static decimal nearest(cnn_binary value, int count) {
    const int top = value.two + 63 - cnn_leading_zeros(value.significand);
    const int ten = cnn_log10_of_binary(top, false) - count + 1;
    const uint64_t digits = in_units(value, ten);
    if (digits <= power_in_word(count))
        return (decimal){digits, ten};
    return (decimal){in_units(value, ten + 1), ten + 1};
}

static decimal without_zeros(decimal number) {
    while (number.digits % 10 == 0) {
        number.digits /= 10;
        number.ten++;
    }
    return number;
}

/* How many digits a number has: those of the power of two below it, or one more. */
static size_t digits_in(uint64_t number) {
    const int count = cnn_log10_of_binary(63 - cnn_leading_zeros(number), false) + 1;
    return (size_t)count + (number >= power_in_word(count));
}

#define EIGHT_DIGITS UINT64_C(100000000)

/* Eight digits, those in front of the number zeros. */
static inline void put_eight(uint32_t number, char *text) {
    for (int at = 6; at >= 0; at -= 2, number /= 100)
        cnn_put_pair(number % 100, text + at);
}

/* So many digits, up to 17. Of 16 the first takes the place of a 0, for a branch on whether there
 * are 17 would go either way. */
static inline void put_digits(uint64_t number, size_t count, char *text) {
    char *at = text + count;

    if (count >= 16) {
        const uint64_t upper = number / EIGHT_DIGITS;
        *text = (char)('0' + upper / EIGHT_DIGITS);
        put_eight((uint32_t)(upper % EIGHT_DIGITS), at - 16);
        put_eight((uint32_t)(number % EIGHT_DIGITS), at - 8);
        return;
    }
    for (; at - text >= 2; number /= 100)
        cnn_put_pair(number % 100, at -= 2);
    if (at > text)
        *text = (char)('0' + number);
}

/* d.ddde+dd, at least two digits in the exponent. Returns the length. */
static size_t put_scientific(decimal number, size_t count, int exponent, char *text) {
    const unsigned size = (unsigned)(exponent < 0 ? -exponent : exponent);

    put_digits(number.digits, count, text + 1);
    text[0] = text[1];
    text[1] = '.';
    char *at = text + (count > 1 ? count + 1 : 1);
    *at++ = 'e';
    *at++ = exponent < 0 ? '-' : '+';
    if (size >= 100)
        *at++ = (char)('0' + size / 100);
    cnn_put_pair(size % 100, at);
    return (size_t)(at + 2 - text);
}

/* The digits with the point among them, or with zeros between them and the point. Returns the
 * length. */
static size_t put_plain(decimal number, size_t count, int exponent, char *text) {
    if (exponent < 0) {
        static const char start[] = {'0', '.', '0', '0', '0', '0'};
        const size_t zeros = (size_t)-exponent;
        memcpy(text, start, sizeof start);
        put_digits(number.digits, count, text + zeros + 1);
        return zeros + 1 + count;
    }
    const size_t whole = (size_t)exponent + 1;
    if (count <= whole) {
        put_digits(number.digits, count, text);
        memset(text + count, '0', whole - count);
        return whole;
    }
    put_digits(number.digits, count, text + 1);
    for (size_t i = 0; i < whole; i++)
        text[i] = text[i + 1];
    text[whole] = '.';
    return count + 1;
}

/* Plain from 0.0001 up, below 10^limit. */
static size_t put_decimal(decimal number, int limit, char *text) {
    const size_t count = digits_in(number.digits);
    const int exponent = number.ten + (int)count - 1;
    if (exponent < -4 || exponent >= limit)
        return put_scientific(number, count, exponent, text);
    return put_plain(number, count, exponent, text);
}

/* A whole number below 2^53 is its own shortest decimal: no other that reads back is as near. 0: it
 * is none. */
static uint64_t whole_of(cnn_binary value) {
    if (value.two > 0 || value.two < -52)
        return 0;
    const uint64_t whole = value.significand >> -value.two;
    return whole << -value.two == value.significand ? whole : 0;
}

static size_t put_magnitude(uint64_t bits, int digits, char *text) {
    const cnn_binary value = cnn_binary_of(bits);
    const uint64_t whole = whole_of(value);
    if (value.significand == 0) {
        *text = '0';
        return 1;
    }
    const int limit = digits <= 0 ? 16 : digits < 17 ? digits : 17;
    if (whole != 0 && whole < power_in_word(limit)) {
        const size_t count = digits_in(whole);
        put_digits(whole, count, text);
        return count;
    }
    const decimal number = digits <= 0 ? shortest(value) : nearest(value, limit);
    return put_decimal(without_zeros(number), limit, text);
}

size_t cnn_write_real(double value, int digits, char text[CNN_TEXT]) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof value);
    const uint64_t magnitude = bits & ~CNN_SIGN_BIT;
    size_t length = 0;
    if (magnitude > CNN_INFINITE_BITS) {
        memcpy(text, "nan", 4);
        return 3;
    }
    if (magnitude != bits)
        text[length++] = '-';
    if (magnitude == CNN_INFINITE_BITS) {
        memcpy(text + length, "inf", 4);
        return length + 3;
    }
    length += put_magnitude(magnitude, digits, text + length);
    text[length] = 0;
    return length;
}
