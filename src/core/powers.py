#!/usr/bin/env python3
"""Prints powers.c: the leading 128 bits of the powers of ten, in exact integers.

    python3 src/core/powers.py > src/core/powers.c

Before that, it proves what decimal_scale.h and decimal_write.c say of logarithms and of fractions.
"""

from fractions import Fraction
from math import gcd

# Reading needs 10^-342, as 19 digits times 10^-343 are below half of the least double, to 10^308.
# Writing the shortest decimal needs 10^-292 to 10^324; writing 17 digits of 2^-1074, 10^340.
LEAST = -342
MOST = 340

# The exponents of the last bit of a double, and of its first.
LAST_BITS = range(-1074, 972)
FIRST_BITS = range(-1074, 1024)

HEAD = """\
/* powers.c: the leading 128 bits of the powers of ten. Printed by powers.py; do not edit. */
#include "powers.h"

const cnn_power cnn_powers[CNN_POWER_MOST - CNN_POWER_LEAST + 1] = {"""


def power(base, exponent):
    return Fraction(base) ** exponent


def log2_of_power(ten):
    return 217706 * ten >> 16


def log10_of_binary(two, three_quarters=False):
    return 315653 * two - (131008 if three_quarters else 0) >> 20


def prove_logarithms():
    """Each is the exponent of the last power that is not above its argument."""
    for ten in range(LEAST, MOST + 1):
        guess = log2_of_power(ten)
        assert power(2, guess) <= power(10, ten) < power(2, guess + 1)
    for two in FIRST_BITS:
        for three_quarters in (False, True):
            value = power(2, two) * (Fraction(3, 4) if three_quarters else 1)
            guess = log10_of_binary(two, three_quarters)
            assert power(10, guess) <= value < power(10, guess + 1)


def margins(step, modulus, count):
    """The least n*step mod modulus that is not 0, and how far the largest stays below modulus, for
    n from 1 to count. The next record is at the sum of the n of the last two, a step of Euclid's
    algorithm; steps of one kind are taken together."""
    divisor = gcd(step, modulus)
    if count >= modulus // divisor:
        return divisor, divisor
    low, low_at = step % modulus, 1
    high, high_at = modulus - low, 1
    while low_at + high_at <= count:
        if low >= high:
            times = min((count - low_at) // high_at, max((low - 1) // high, 1))
            low, low_at = low - times * high, low_at + times * high_at
        else:
            times = min((count - high_at) // low_at, max((high - 1) // low, 1))
            high, high_at = high - times * low, high_at + times * low_at
    return low, high


def prove_margins():
    """Writing scales 4c, 4c + 2 and 4c - 2 for every significand c, and 4c - 1 for the first, by
    2^two/10^ten. The fraction of what comes out, if any, is above 2^-66 and below 1 - 2^-66; the
    word that is multiplied is below 2^60."""
    margin = Fraction(1, 2**66)
    for two in LAST_BITS:
        for uneven in (False, True):
            ten = log10_of_binary(two, uneven)
            scale = power(2, two) / power(10, ten)
            step, modulus = scale.numerator, scale.denominator
            least, most = margins(2 * step, modulus, 2**54 + 1)
            assert min(least, most) > margin * modulus
            first = (2**54 - 1) * step % modulus
            assert first == 0 or margin * modulus < first < (1 - margin) * modulus
            shift = two + log2_of_power(-ten) + 1
            assert shift >= 0 and (2**55 + 2) << shift < 2**60


def prove_halves():
    """Rounding to 1 to 17 digits scales a word from 2^63 on, c shifted up, as if by a power within
    2^-128 of it: by less than 2^64 units of 2^-128, of which the last `drop` bits of the first 64
    are dropped. No double but those halfway between two decimals, or decimals themselves, is as
    near to either as that."""
    for first in FIRST_BITS:
        last = max(first - 52, LAST_BITS[0])
        zeros = 63 - (first - last)
        for ten in range(log10_of_binary(first) - 16, log10_of_binary(first) + 2):
            halves = 2 * power(2, last) / power(10, ten)
            nearest = min(margins(halves.numerator, halves.denominator, 2**(first - last + 1) - 1))
            drop = zeros - last - log2_of_power(-ten) - 1
            assert drop >= 1
            assert Fraction(nearest, 2 * halves.denominator) > 1 / power(2, 64 + drop)


def leading_bits(ten):
    """floor(10^ten / 2^(e - 127)), where 2^e <= 10^ten < 2^(e + 1)."""
    if ten >= 0:
        excess = (10**ten).bit_length() - 128
        return 10**ten >> excess if excess >= 0 else 10**ten << -excess
    divisor = 10**-ten
    return (1 << (127 + divisor.bit_length())) // divisor


def main():
    prove_logarithms()
    prove_margins()
    prove_halves()
    print(HEAD)
    for ten in range(LEAST, MOST + 1):
        bits = leading_bits(ten)
        assert bits >> 127 == 1
        print(f"    {{0x{bits >> 64:016x}, 0x{bits & (1 << 64) - 1:016x}}}, /* {ten} */")
    print("};")


main()
