/* number.h: numbers of one to some hundred bits, each with a bound of its error, and how they
 * become doubles.
 *
 * A template: glance.c, quick.c and accurate.c include it, each for a `words` of its own, one or
 * more words of 64 bits with the first one first, and these of its functions:
 *
 *     single(word)         that word first, the others 0
 *     first(a), rest(a)    the first word; whether another is not 0
 *     with_first(word, a)  a with that for its first word
 *     less(a, b)
 *     leading_zeros(a)     for an a that is not 0
 *     left(a, n)           a*2^n less what does not fit, for n below 128 and all its bits
 *     right(a, n)          a/2^n, cut, for every n
 *     sum(a, b, &carry)    and whether it did not fit
 *     difference(a, b)     for a >= b
 *     product(a, b)        of fractions: below a*b by less than PRODUCT_CUT/4
 *     LAST_PLACE           2^-(64 times the words)
 *     FUNCTION             static inline, or static where time is none
 *
 * The bounds are doubles. What they leave out, products of two errors, of which one at least is
 * below 2^-10, and their own roundings, is below a 64th of them, which settle() makes up for. */
#include "binary.h"

#include <string.h>

/* fraction*2^two, with a fraction from 1/2 to below 1 whose binary digits are the words; or 0. */
typedef struct number {
    words fraction;
    int two;
    double error; /* a bound of what it is off, as a part of itself */
    bool negative;
} number;

#define FIRST_BIT (UINT64_C(1) << 63)
#define ZERO_TWO  (-1000000) /* beside any other number nothing, and so are products with it */
#define LAST_TWO  12         /* e^-u is taken for 0 from 2^12 on: it is below 2^-5909 */

FUNCTION number zero(void) {
    return (number){.fraction = single(0), .two = ZERO_TWO};
}

/* error*2^n, for an n up to 1000, or what is more: a double as small is not worth its bits. */
FUNCTION double scaled(double error, int n) {
    const uint64_t bits = (uint64_t)((n > -1000 ? n : -1000) + 1023) << CNN_FRACTION_BITS;
    double power;
    memcpy(&power, &bits, sizeof power);
    return error * power;
}

/* fraction*2^two, for a fraction whose first bits may be 0. */
FUNCTION number normal(words fraction, int two, bool negative) {
    if (first(fraction) == 0 && !rest(fraction))
        return zero();
    const int zeros = leading_zeros(fraction);
    return (number){left(fraction, zeros), two - zeros, 0, negative};
}

/* x >= 0 */
FUNCTION number of(double x) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof x);
    const cnn_binary value = cnn_binary_of(bits);
    return normal(single(value.significand), value.two + 64, false);
}

FUNCTION number opposite(number a) {
    a.negative = !a.negative && first(a.fraction) != 0;
    return a;
}

/* a*2^n */
FUNCTION number times_two_to(number a, int n) {
    a.two += n;
    return a;
}

/* The product of fractions is 1/4 or more, and what it is cut by below PRODUCT_CUT of that. */
FUNCTION number times(number a, number b) {
    const words fraction = product(a.fraction, b.fraction);
    const int zero_bits = first(fraction) < FIRST_BIT;
    return (number){left(fraction, zero_bits), a.two + b.two - zero_bits,
                    a.error + b.error + PRODUCT_CUT, a.negative != b.negative};
}

/* |a| + |b|, with the sign and the error of a, for a >= b. */
FUNCTION number farther(number a, words b) {
    bool carry;
    a.fraction = sum(a.fraction, b, &carry);
    if (!carry)
        return a;
    a.fraction = sum(right(a.fraction, 1), single(FIRST_BIT), &carry);
    a.two++;
    return a;
}

/* The first 53 bits of the fraction. */
FUNCTION double leading(number a) {
    return (double)(int64_t)(first(a.fraction) >> 11) * 0x1p-53;
}

/* |a| - |b|, with the sign of a, for a >= b. The error is of a; as a part of less it is more. Of
 * nothing it is all. */
FUNCTION number nearer(number a, words b) {
    number result = normal(difference(a.fraction, b), a.two, a.negative);
    result.error = 1;
    if (first(result.fraction) != 0)
        result.error = scaled(a.error * leading(a) / leading(result), a.two - result.two);
    return result;
}

/* What is cut, for b to be aligned and then for a carry, is below one last place of the sum, or of
 * the larger number; and b is below 2^(1 - apart) of that. */
FUNCTION number plus(number a, number b) {
    if (a.two < b.two || (a.two == b.two && less(a.fraction, b.fraction))) {
        const number larger = b;
        b = a;
        a = larger;
    }
    const int apart = a.two - b.two;
    const words aligned = right(b.fraction, apart);
    a.error += scaled(b.error, apart > 0 ? 1 - apart : 0) + 2 * LAST_PLACE;
    return a.negative == b.negative ? farther(a, aligned) : nearer(a, aligned);
}

/* 1 + a, for an a from 0 to 1: that is below 2^two and no more than half of the sum. */
FUNCTION number one_plus(number a) {
    number one = of(1);
    one.error = scaled(a.error, a.two < 0 ? a.two : -1) + 2 * LAST_PLACE;
    return farther(one, right(a.fraction, 1 - a.two));
}

FUNCTION number minus(number a, number b) {
    return plus(a, opposite(b));
}

/* The double nearest to the number. True if it is certainly the nearest to the true value too: if
 * no middle of two doubles lies within the error. Half a place of the double and the error are
 * added to the number: if one does, what then comes after the double's last place is no more than
 * two errors. An error of 2^-56 and more is left open: others leave the middle below 1/2, where the
 * doubles are nearer to each other, out of reach. */
CNN_MODULAR FUNCTION bool settle(const number *value, double *nearest) {
    const int64_t two = (int64_t)value->two - 64, out = cnn_bits_out(two);
    const uint64_t word = first(value->fraction);
    uint64_t bits = 0;
    if (word != 0)
        bits = cnn_nearest_to_normal(word, rest(value->fraction), two);
    bits |= value->negative ? CNN_SIGN_BIT : 0;
    memcpy(nearest, &bits, sizeof bits);
    if (!(value->error < 0x1p-56))
        return false;
    if (word == 0 || out > 65)
        return true;
    bool carry;
    const number bound = of(value->error + value->error / 64 + 4 * LAST_PLACE);
    const words error = product(right(bound.fraction, -bound.two), value->fraction);
    const words more = sum(value->fraction, error, &carry);
    if (out == 65)
        return !carry; /* to half of the least double */
    const uint64_t half = UINT64_C(1) << (out - 1);
    return less(left(error, 1), with_first((first(more) + half) & (2 * half - 1), more));
}
