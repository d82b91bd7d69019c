#!/usr/bin/env python3
"""Prints constants.h: what exp and log are made of, in exact integers.

    python3 src/core/constants.py > src/core/constants.h
"""

from math import factorial, isqrt

LN2_WORDS = 8  # of the accurate numbers
STEPS = 4096  # of the quick ones: 2^(1/4096) is a step, and 64 steps are 2^(1/64)

HEAD = """\
/* constants.h: what exp and log are made of. Printed by constants.py; do not edit. All numbers are
 * cut, not rounded. */
#ifndef CNN_CONSTANTS_H
#define CNN_CONSTANTS_H

#include "wide.h"
"""


def ln2(bits):
    """floor(ln 2 * 2^bits), from ln 2 = 2 artanh(1/3). Each of the terms is cut by less than one
    unit; the guard must not be all ones or zeros that the sum of the cuts could change."""
    guard = 64
    power, total, terms = (2 << bits + guard) // 3, 0, 0
    while power > 0:
        total += power // (2 * terms + 1)
        power //= 9
        terms += 1
    assert total >> guard == total + 3 * terms >> guard
    return total >> guard


def roots_of_two(squarings, count):
    """floor(2^(127 + i/2^squarings)), for i below count. A square root is cut by less than one unit
    and halves the error of its square; a product adds those of its factors, which are below 2."""
    bits = 256
    root = 2 << bits
    for _ in range(squarings):
        root = isqrt(root << bits)
    powers, excess = [1 << bits], bits - 127
    for _ in range(count - 1):
        powers.append(powers[-1] * root >> bits)
    assert all(power >> excess == power + 8 * count >> excess for power in powers)
    return [power >> excess for power in powers]


def words(value, count):
    return [value >> 64 * i & (1 << 64) - 1 for i in reversed(range(count))]


def wide(value):
    return "{" + ", ".join(f"0x{word:016x}" for word in words(value, 2)) + "}"


def table(comment, name, first, entries):
    print(f"\n/* {comment} */\nstatic const cnn_wide {name}[{len(entries)}] = {{")
    for i, entry in enumerate(entries):
        print(f"    {wide(entry)}, /* {i + first} */")
    print("};")


def main():
    print(HEAD, end="")
    bits = 64 * LN2_WORDS
    print(f"\n/* ln 2 * 2^{bits}, the first word first. */")
    print(f"#define CNN_LN2_WORDS {LN2_WORDS}")
    print("static const uint64_t cnn_ln2[CNN_LN2_WORDS] = {")
    for i, word in enumerate(words(ln2(bits), LN2_WORDS)):
        print(f"    0x{word:016x}, /* {i} */")
    print("};")
    # 1/ln 2 lies between the quotients by a bound of ln 2 from above and by one from below.
    scale = STEPS << 51
    above, below = ((scale << bits) // (ln2(bits) + cut) for cut in (1, 0))
    assert above == below < 1 << 64
    print(f"\n/* {STEPS}/ln 2 * 2^51 */\n#define CNN_STEPS_IN_ONE UINT64_C(0x{below:016x})")
    table("2^(i/64) * 2^127", "cnn_coarse_roots", 0, roots_of_two(6, 64))
    table(f"2^(i/{STEPS}) * 2^127", "cnn_fine_roots", 0, roots_of_two(12, 64))
    table("1/i! * 2^128, from 1/2! on", "cnn_inverse_factorials", 2,
          [(1 << 128) // factorial(i) for i in range(2, 7)])
    table("1/i * 2^128, from 1/2 on", "cnn_inverses", 2, [(1 << 128) // i for i in range(2, 9)])
    print("\n#endif")


main()
