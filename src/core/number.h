/* number.h: numbers of some hundred bits, and how they become doubles.
 *
 * A template: quick.c and accurate.c include it, each for a `words` of its own, some words of 64
 * bits with the first one first, and these of its functions:
 *
 *     single(word)         that word first, the others 0
 *     first(a), rest(a)    the first word; whether another is not 0
 *     without_first(a)     a with 0 for its first word
 *     less(a, b)
 *     leading_zeros(a)     for an a that is not 0
 *     left(a, n)           a*2^n less what does not fit, for n below 128
 *     right(a, n)          a/2^n, cut, for every n
 *     sum(a, b, &carry)    and whether it did not fit
 *     difference(a, b)     for a >= b
 *     product(a, b)        of fractions: below a*b by less than 4 units of the last place
 *     PRECISION            each function of numbers errs by less than 2^-(PRECISION + 8)
 *                          of its result, where no bits are lost
 *     FUNCTION             static inline, or static where time is none */
#include "binary.h"

#include <string.h>

/* fraction*2^two, with a fraction from 1/2 to below 1 whose binary digits are the words; or 0. */
typedef struct number {
    words fraction;
    int two;
    int lost; /* how many bits of the precision a subtraction has taken */
    bool negative;
} number;

#define FIRST_BIT (UINT64_C(1) << 63)
#define ZERO_TWO  (-1000000) /* beside any other number nothing, and so are products with it */
#define LAST_TWO  12         /* e^-u is taken for 0 from 2^12 on: it is below 2^-5909 */

FUNCTION number zero(void) {
    return (number){.fraction = single(0), .two = ZERO_TWO};
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

FUNCTION number times(number a, number b) {
    const words fraction = product(a.fraction, b.fraction);
    const int zero_bits = first(fraction) < FIRST_BIT;
    return (number){left(fraction, zero_bits), a.two + b.two - zero_bits, a.lost + b.lost,
                    a.negative != b.negative};
}

/* |a| + |b|, with the sign of a, for a >= b. */
FUNCTION number farther(number a, words b) {
    bool carry;
    a.fraction = sum(a.fraction, b, &carry);
    if (!carry)
        return a;
    a.fraction = sum(right(a.fraction, 1), single(FIRST_BIT), &carry);
    a.two++;
    return a;
}

/* |a| - |b|, with the sign of a, for a >= b. */
FUNCTION number nearer(number a, words b) {
    const int lost = a.lost, two = a.two;
    a = normal(difference(a.fraction, b), a.two, a.negative);
    a.lost = lost + (first(a.fraction) == 0 ? PRECISION : two - a.two);
    return a;
}

FUNCTION number plus(number a, number b) {
    if (a.two < b.two || (a.two == b.two && less(a.fraction, b.fraction))) {
        const number larger = b;
        b = a;
        a = larger;
    }
    const words aligned = right(b.fraction, a.two - b.two);
    a.lost = a.lost > b.lost ? a.lost : b.lost;
    return a.negative == b.negative ? farther(a, aligned) : nearer(a, aligned);
}

/* 1 + a, for an a from 0 to 1 that has lost no bits. */
FUNCTION number one_plus(number a) {
    return farther(of(1), right(a.fraction, 1 - a.two));
}

FUNCTION number minus(number a, number b) {
    return plus(a, opposite(b));
}

/* The double nearest to the number. True if it is certainly the nearest to the true value too,
 * which is off by less than an error of 2^(lost - PRECISION) of the number: if no middle of two
 * doubles lies within the error. Half a place of the double and the error are added to the number:
 * if one does, what then comes after the double's last place is below two errors. Asked is whether
 * it is below four, for an error that is far behind the first word. */
FUNCTION bool settle(const number *value, double *nearest) {
    const int64_t two = (int64_t)value->two - 64, out = cnn_bits_out(two);
    const uint64_t word = first(value->fraction);
    uint64_t bits = 0;
    if (word != 0)
        bits = cnn_nearest_to_normal(word, rest(value->fraction), two);
    bits |= value->negative ? CNN_SIGN_BIT : 0;
    memcpy(nearest, &bits, sizeof bits);
    if (value->lost > PRECISION - 70)
        return false;
    if (word == 0 || out > 64)
        return out != 65 || word < UINT64_MAX;
    bool carry;
    const words error = right(single(FIRST_BIT), PRECISION - 1 - value->lost);
    const words more = sum(value->fraction, error, &carry);
    const uint64_t half = UINT64_C(1) << (out - 1);
    return ((first(more) + half) & (2 * half - 1)) != 0 ||
           !less(without_first(more), left(error, 2));
}
