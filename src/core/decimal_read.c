/* decimal_read.c: real numbers from text, rounded to the nearest double whatever their length.
 *
 * D. Lemire, "Number parsing at a gigabyte per second", Software: Practice and Experience 51(8),
 * 2021, doi:10.1002/spe.2984: the first 19 digits times a power of ten of 128 bits settle nearly
 * every number. Here both ends of what they leave open are rounded; they differ at most by one
 * double, and only then are all the digits compared with the point halfway. */
#include "cnncalc.h"
#include "decimal_big.h"
#include "decimal_scale.h"
#include <float.h>
#include <string.h>

/* Exponents stop growing here, far beyond what any number of digits can make up for. */
#define EXPONENT_STOP INT64_C(100000000000000000)

typedef struct reader {
    const char *at, *end;
} reader;

/* A number is (leading + rest)*base^exponent, with 0 < rest < 1 if `tail` is set and else rest 0.
 * The digits, with the point among them, are the text from `digits` to `digits_end`. */
typedef struct numeral {
    const char *digits, *digits_end;
    int base;
    uint64_t leading;
    int64_t exponent;
    bool tail;
} numeral;

/* Takes one of two characters, if it is next. */
static bool take(reader *text, char lower, char upper) {
    if (text->at == text->end || (*text->at != lower && *text->at != upper))
        return false;
    text->at++;
    return true;
}

/* Takes a sign, if there is one. True if it is a minus. No branch on which there is: signs are
 * often as if drawn by lot. */
static bool take_sign(reader *text) {
    if (text->at == text->end)
        return false;
    const bool minus = *text->at == '-';
    text->at += minus | (*text->at == '+');
    return minus;
}

/* The digit's value, or a negative number. */
static inline int digit_of(char c, int base) {
    if (c <= '9')
        return c - '0';
    if (base == 16 && 'a' <= c && c <= 'f')
        return c - 'a' + 10;
    if (base == 16 && 'A' <= c && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/* 19 decimal digits fit in a word, 15 or 16 hexadecimal. What comes after only moves the point. */
static inline void add_digit(numeral *n, int digit, bool after_point) {
    if (n->leading < UINT64_C(1000000000000000000)) {
        n->leading = n->leading * (uint64_t)n->base + (uint64_t)digit;
        n->exponent -= after_point;
    } else {
        n->tail = n->tail || digit != 0;
        n->exponent += !after_point;
    }
}

/* Digits with at most one point, and at least one digit. */
static bool read_digits(reader *text, numeral *n) {
    bool any = false, point = false;
    n->digits = text->at;
    for (; text->at < text->end; text->at++) {
        const int digit = digit_of(*text->at, n->base);
        if (digit >= 0) {
            add_digit(n, digit, point);
            any = true;
        } else if (*text->at == '.' && !point)
            point = true;
        else
            break;
    }
    n->digits_end = text->at;
    return any;
}

/* The same for up to 19 decimal digits, which is most of what is read; false, with nothing taken,
 * where there are more, or none. */
CNN_MODULAR static inline bool read_few_digits(reader *text, numeral *n) {
    const char *at = text->at, *point = NULL, *const end = text->end;
    uint64_t leading = 0;

    for (; at < end; at++) {
        const unsigned digit = (unsigned)*at - '0';
        if (digit <= 9)
            leading = 10 * leading + digit;
        else if (*at == '.' && point == NULL)
            point = at;
        else
            break;
    }
    const ptrdiff_t count = at - text->at - (point != NULL ? 1 : 0);
    if (count < 1 || count > 19)
        return false;
    n->digits = text->at;
    n->digits_end = text->at = at;
    n->leading = leading;
    n->exponent = point != NULL ? point + 1 - at : 0;
    return true;
}

/* A sign and digits, after the letter. */
static bool read_exponent(reader *text, int64_t *exponent) {
    const bool negative = take_sign(text);
    const char *const begin = text->at;
    int64_t sum = 0;
    for (; text->at < text->end; text->at++) {
        const int digit = digit_of(*text->at, 10);
        if (digit < 0)
            break;
        if (sum < EXPONENT_STOP)
            sum = 10 * sum + digit;
    }
    *exponent = negative ? -sum : sum;
    return text->at != begin;
}

/* The bits of the double nearest to a bound of word*10^ten. `sure`: the other bound has the same
 * one, for they differ by less than 2^64 of the last places, and rounding asks no more of these
 * than whether they are all 0, unless they carry. The two agree on that: with a power that is cut,
 * which ends in 11 zero bits at most, neither the 128 last places nor they and a carry are 0. */
static inline uint64_t nearest_to_bound(uint64_t word, int ten, cnn_bound bound, bool *sure) {
    const int zeros = cnn_leading_zeros(word);
    const cnn_scaled scaled = cnn_scale(word << zeros, ten, bound);
    const int two = cnn_log2_of_power(ten) + 1 - zeros;
    *sure = scaled.middle != UINT64_MAX;
    return cnn_nearest_to_binary(scaled.high, (scaled.middle | scaled.low) != 0, two);
}

/* All the digits that matter, as big*10^ten. True if not all after them are 0. */
static bool read_again(const numeral *n, cnn_big *big, int *ten) {
    const uint64_t chunk = UINT64_C(1000000000000000000);
    uint64_t word = 0, scale = 1;
    int taken = 0;
    bool tail = false;
    for (const char *at = n->digits; at < n->digits_end; at++) {
        const int digit = digit_of(*at, 10);
        if (digit < 0 || (taken == 0 && digit == 0))
            continue;
        if (taken == CNN_BIG_DIGITS) {
            tail = tail || digit != 0;
            continue;
        }
        taken++;
        word = word * 10 + (uint64_t)digit;
        scale *= 10;
        if (scale == chunk) {
            cnn_big_extend(big, scale, word);
            word = 0;
            scale = 1;
        }
    }
    cnn_big_extend(big, scale, word);
    *ten = (int)n->exponent + 19 - taken;
    return tail;
}

/* Whether the number rounds up, to the next double, or down to the one with those bits. */
static bool rounds_up(const numeral *n, uint64_t bits) {
    const cnn_binary down = cnn_binary_of(bits);
    cnn_big big;
    int ten = (int)n->exponent;
    bool tail = false;
    cnn_big_set(&big, n->tail ? 0 : n->leading);
    if (n->tail)
        tail = read_again(n, &big, &ten);
    const int order = cnn_big_compare(&big, ten, 2 * down.significand + 1, down.two - 1);
    return order > 0 || (order == 0 && (tail || (bits & 1) != 0));
}

/* W. D. Clinger, "How to read floating point numbers accurately", PLDI 1990: two doubles without
 * error give a product or quotient rounded once. Not where a double is held in a wider register.
 * What has a tail is 10^18 and more. */
static bool nearest_at_once(const numeral *n, uint64_t *bits) {
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                    1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (FLT_EVAL_METHOD != 0)
        return false;
    if (n->leading > 2 * CNN_LEADING_BIT || n->exponent < -22 || n->exponent > 22)
        return false;
    const double leading = (double)n->leading;
    const double value =
        n->exponent < 0 ? leading / powers[-n->exponent] : leading * powers[n->exponent];
    memcpy(bits, &value, sizeof value);
    return true;
}

/* Below 10^19*10^-343 is less than half of the least double, 2^-1074; 10^309 is beyond all. */
static uint64_t nearest_to_decimal(const numeral *n) {
    if (n->exponent < CNN_POWER_LEAST)
        return 0;
    if (n->exponent > 308)
        return CNN_INFINITE_BITS;
    uint64_t bits;
    if (nearest_at_once(n, &bits))
        return bits;
    const int ten = (int)n->exponent;
    bool sure;
    const uint64_t least = nearest_to_bound(n->leading, ten, CNN_BELOW, &sure);
    if (sure && !n->tail)
        return least;
    const uint64_t most = nearest_to_bound(n->leading + n->tail, ten, CNN_ABOVE, &sure);
    return least == most || !rounds_up(n, least) ? least : most;
}

/* All the text but the sign. */
static bool read_numeral(reader *text, numeral *n) {
    const reader begin = *text;
    const bool hex = take(text, '0', '0') && take(text, 'x', 'X');
    if (!hex)
        *text = begin;
    *n = (numeral){.base = hex ? 16 : 10};
    if ((hex || !read_few_digits(text, n)) && !read_digits(text, n))
        return false;
    int64_t exponent = 0;
    if (take(text, hex ? 'p' : 'e', hex ? 'P' : 'E') && !read_exponent(text, &exponent))
        return false;
    n->exponent = exponent + n->exponent * (hex ? 4 : 1);
    return text->at == text->end;
}

static uint64_t nearest_to(const numeral *n) {
    if (n->leading == 0)
        return 0;
    return n->base == 16 ? cnn_nearest_to_binary(n->leading, n->tail, n->exponent)
                         : nearest_to_decimal(n);
}

cnn_code cnn_read_real(const char *text, size_t length, double *value) {
    if (length == 0)
        return CNN_NOT_REAL;
    reader rest = {text, text + length};
    const bool negative = take_sign(&rest);
    numeral n;
    if (!read_numeral(&rest, &n))
        return CNN_NOT_REAL;
    const uint64_t magnitude = nearest_to(&n);
    if (magnitude == CNN_INFINITE_BITS)
        return CNN_TOO_LARGE;
    const uint64_t bits = magnitude | (negative ? CNN_SIGN_BIT : 0);
    memcpy(value, &bits, sizeof bits);
    return CNN_OK;
}
