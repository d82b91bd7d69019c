"""Reads a line of working: finds its chains `a = b = c` and evaluates their numeric parts.

A number stands for an interval: one that is exact for itself, any other printed real for half a
unit in its last place either way. A chain holds if the intervals of its parts have a point in
common, pair by pair. A wrong last digit may hide behind the rounding of other numbers; so the same
working is read at 17 digits too.
"""

import dataclasses
import math
import re
from fractions import Fraction

NUMBER = re.compile(r"\d+(?:\.\d+)?(?:e[+-]?\d+)?")
FUNCTIONS = ("floor", "ceil", "max", "min")


class NotNumeric(Exception):
    """The text is no expression in numbers alone."""


@dataclasses.dataclass(frozen=True)
class Interval:
    low: Fraction
    high: Fraction

    @staticmethod
    def over(values):
        values = list(values)
        return Interval(min(values), max(values))

    def __add__(self, other):
        return Interval(self.low + other.low, self.high + other.high)

    def __neg__(self):
        return Interval(-self.high, -self.low)

    def __mul__(self, other):
        return Interval.over(a * b for a in (self.low, self.high) for b in (other.low, other.high))

    def __truediv__(self, other):
        if other.low <= 0 <= other.high:
            raise NotNumeric
        return self * Interval(1 / other.high, 1 / other.low)

    def __pow__(self, other):
        if other.low != other.high or other.low.denominator != 1 or not 0 <= other.low <= 64:
            raise NotNumeric
        power = Interval(Fraction(1), Fraction(1))
        for _ in range(int(other.low)):
            power = power * self
        return power

    def meets(self, other):
        return self.low <= other.high and other.low <= self.high


def exactly(text):
    value = Fraction(text)
    return Interval(value, value)


def shown(digits, exact=()):
    """How to read the numbers of a working in reals, shown to so many digits. Those in `exact`
    are what they look like: the question's own, and the constants of a law."""
    exact = {Fraction(text) for text in exact}

    def read(text):
        value = Fraction(text)
        if value in exact or value == 0:
            return Interval(value, value)
        exponent = math.floor(math.log10(value)) if value > Fraction(1, 10**300) else -300
        while Fraction(10) ** exponent > value:
            exponent -= 1
        # Half a unit in the last digit, and the rounding of the double itself.
        slack = Fraction(10) ** (exponent - digits + 1) / 2 + value / 2**51
        return Interval(value - slack, value + slack)

    return read


class Parser:
    """A recursive descent over `text` from `position`; `read` turns a number's text to Interval."""

    def __init__(self, text, position, read):
        self.text, self.position, self.read = text, position, read

    def take(self, *symbols):
        """The symbol that comes next, after blanks, if it is one of these."""
        start = len(self.text) - len(self.text[self.position:].lstrip(" "))
        for symbol in symbols:
            if self.text.startswith(symbol, start):
                self.position = start + len(symbol)
                return symbol
        return None

    def sum(self):
        value = self.product()
        while symbol := self.take("+", "-"):
            term = self.product()
            value = value + (-term if symbol == "-" else term)
        return value

    def product(self):
        value = self.sign()
        while symbol := self.take("*", "/"):
            value = value / self.sign() if symbol == "/" else value * self.sign()
        return value

    def sign(self):
        return -self.sign() if self.take("-") else self.power()

    def power(self):
        base = self.atom()
        return base ** self.sign() if self.take("^") else base

    def atom(self):
        if self.take("("):
            return self.arguments()[0]
        if function := self.take(*(name + "(" for name in FUNCTIONS)):
            values = self.arguments()
            apply = {"floor(": math.floor, "ceil(": math.ceil}.get(function)
            if apply:
                return Interval(Fraction(apply(values[0].low)), Fraction(apply(values[0].high)))
            choose = max if function == "max(" else min
            return Interval(choose(v.low for v in values), choose(v.high for v in values))
        self.take("")  # skips blanks
        match = NUMBER.match(self.text, self.position)
        if not match:
            raise NotNumeric
        self.position = match.end()
        return self.read(match[0])

    def arguments(self):
        values = [self.sum()]
        while self.take(","):
            values.append(self.sum())
        if not self.take(")"):
            raise NotNumeric
        return values


def prefix(text, read):
    """(value, length) of the expression that `text` begins with, or (None, 0)."""
    parser = Parser(text, 0, read)
    try:
        value = parser.sum()
    except NotNumeric:
        return None, 0
    # `54 + x`, `2(F` and `55x55` do not begin with a number that stands for itself.
    rest = text[parser.position:]
    if re.match(r"[\w(']|\s*[-+*/^]|\.\d|:\d", rest):
        return None, 0
    return value, parser.position


def suffix(text, read):
    """The value of the longest expression that `text` ends with, or None."""
    for start in range(len(text)):
        before = text[:start].rstrip(" ")
        if text[start] == " " or (start and text[start - 1] not in " (") or before[-1:] in "+-*/^":
            if before:
                continue
        if before.endswith(FUNCTIONS):
            continue
        value, length = prefix(text[start:], read)
        if value is not None and length == len(text) - start:
            return value
    return None


def cells(working):
    """The texts of a working that may hold a chain: what stands between wide gaps, with the lines
    that begin with `=` joined to what they carry on."""
    texts = []
    for line in working.split("\n"):
        parts = [part for part in re.split(r"\s{2,}", line.strip()) if part]
        if parts and parts[0].startswith("= ") and texts:
            texts[-1] += " " + parts.pop(0)
        texts += parts
    return texts


def worth(part, read, read_result, first):
    """(value, length) of the expression that a part of a chain begins with."""
    value, length = prefix(part, read)
    # A lone number is a result, that may look like one of the question's and yet be rounded; and
    # what comes to nothing, as `1 - 1`, has cancelled only as far as its digits show.
    lone = re.fullmatch(r"-?" + NUMBER.pattern, part[:length])
    if value and (lone and not first or not lone and value.low == value.high == 0):
        return prefix(part, read_result)
    return value, length


def chains(text, read, read_result):
    """Each chain of a cell, as the list of the values of its numeric parts."""
    parts = text.split(" = ")
    chain = []
    for i, part in enumerate(parts):
        value, length = worth(part, read, read_result, i == 0)
        if value is not None and length == len(part):
            chain.append(value)
            continue
        if value is not None and i > 0:
            chain.append(value)  # `27, so 27x27`: words follow, the chain ends
        if (value is not None or i == 0) and i < len(parts) - 1:
            yield chain
            opening = suffix(part, read)
            chain = [] if opening is None else [opening]
    yield chain


def constants(text):
    """The numbers in the parts of a chain that have names: those of the law."""
    laws = [part for part in text.split(" = ") if re.search(r"(?<![\d.])[A-Za-z]", part)]
    return [number for law in laws for number in re.findall(r"(?<![\w.])\d+(?![\w.])", law)]


def check(working, digits=None, given=()):
    """(number of chains with two or more numeric parts, the texts of those that do not hold).
    Integers throughout, unless `digits` says how many a real shows."""
    count, wrong = 0, []
    for text in cells(working):
        read = shown(digits, [*given, *constants(text)]) if digits else exactly
        for chain in chains(text, read, shown(digits) if digits else exactly):
            if len(chain) < 2:
                continue
            count += 1
            if not all(a.meets(b) for a, b in zip(chain, chain[1:])):
                wrong.append(text)
    return count, wrong
