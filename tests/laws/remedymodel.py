"""What would fit in place of a layer that does not, by search from near to far, and as the program
says it."""

import dataclasses

from common import MAX

STRIDE_MOST, STRIDES_NAMED = 64, 8


@dataclasses.dataclass(frozen=True)
class Axis:
    W: int
    F: int
    S: int
    d: int
    pads: tuple  # (begin, end)
    output_pad: int = 0


@dataclasses.dataclass
class Asked:
    """A layer, and which of its options were typed as a list."""
    axes: list
    R: str
    transposed: bool
    command: str
    C: int
    lists: str  # letters
    tile: bool  # a pool layer whose stride is not told
    apart: bool  # -W and -H
    placed: bool = False  # a line of a network

    def size(self, axis):
        """What comes out on an axis; None where it does not fit."""
        E, (begin, end) = axis.d * (axis.F - 1) + 1, axis.pads
        if self.transposed:
            out = axis.S * (axis.W - 1) + E - begin - end + axis.output_pad
            return out if 1 <= out <= MAX and E <= MAX else None
        steps, rest = divmod(axis.W - E + begin + end, axis.S)
        if steps < 0 or E > MAX or rest and self.R == "exact":
            return None
        if rest and (self.R == "full" or
                     self.R == "ceil" and (steps + 1) * axis.S < axis.W + begin):
            steps += 1
        return steps + 1 if steps < MAX else None

    def sizes(self, axes):
        """The same as the program prints it: one number where all of them were."""
        found = [self.size(axis) for axis in axes]
        if None in found:
            return None
        square = len(axes) == 1 or not self.lists and not self.apart
        return str(found[0]) if square else "x".join(map(str, found))

    def room(self, axis):
        return axis.W + sum(axis.pads) - axis.d * (axis.F - 1) - 1

    def at_fault(self):
        """The first axis without room for the filter, else the first that does not fit."""
        wrong = [i for i, axis in enumerate(self.axes) if self.size(axis) is None]
        return next((i for i in wrong if not self.transposed and self.room(self.axes[i]) < 0),
                    wrong[0] if wrong else None)

    def uneven(self):
        """Whether it is the stride that does not fit."""
        return not self.transposed and self.room(self.axes[self.at_fault()]) >= 0


# ---- What is nearest, by search ------------------------------------------------------------------

def cells_away(axis):
    """Further than any of the layers here has to go."""
    return axis.W + 4 * axis.S + 2 * sum(axis.pads) + 2 * axis.d * axis.F + axis.output_pad + 8


def searched_value(asked, axis, letter, sign):
    tile = letter == "F" and asked.tile
    for away in range(1, cells_away(axis)):
        value = getattr(axis, letter) + sign * away
        changed = dataclasses.replace(axis, **{letter: value}, **({"S": value} if tile else {}))
        if value < 1:
            return None
        if asked.size(changed) is not None:
            return changed
    return None


def searched_padding(asked, axis):
    """The total that is nearest, and of two the larger; even, if any even one fits."""
    for odd in (0, 1):
        for away in range(cells_away(axis)):
            for total in (sum(axis.pads) + away, sum(axis.pads) - away):
                changed = dataclasses.replace(axis, pads=(total // 2, total - total // 2))
                if total >= 0 and total % 2 == odd and asked.size(changed) is not None:
                    return changed
    return None


# ---- What is nearest, where it is too far to search ----------------------------------------------

def near(least, step, value):
    """The two of least, least + step ... on either side of a value that is none of them."""
    below = value - (value - least) % step
    return (below if below >= least else None), max(below + step, least)


def counted_value(asked, axis, letter, sign):
    """d and S have no divisor in common."""
    E, padding = axis.d * (axis.F - 1) + 1, sum(axis.pads)
    if letter == "W":  # as many strides as there are, or one more
        least = max(E - padding, (E - padding - 1) % axis.S + 1)
        value = near(least, axis.S, axis.W)[sign > 0]
    else:
        first = (axis.W + padding - 1) * pow(axis.d, -1, axis.S) % axis.S + 1
        value = near(first, axis.S, axis.F)[sign > 0]
    if value is None or value > MAX:
        return None
    changed = dataclasses.replace(axis, **{letter: value})
    return changed if asked.size(changed) is not None else None


def counted_padding(asked, axis):
    """Among totals that make a whole number of strides, and are not far."""
    base, total = axis.d * (axis.F - 1) + 1 - axis.W, sum(axis.pads)
    steps = max((total - base) // axis.S, 0)
    totals = [base + (steps + i) * axis.S for i in range(-5, 6) if steps + i >= 0]
    for odd in (0, 1):
        fits = [dataclasses.replace(axis, pads=(found // 2, found - found // 2))
                for found in totals if found >= 0 and found % 2 == odd]
        fits = [found for found in fits if asked.size(found) is not None]
        if fits:
            return min(fits, key=lambda found: (abs(sum(found.pads) - total), -sum(found.pads)))
    return None


SEARCH, COUNT = (searched_value, searched_padding), (counted_value, counted_padding)


# ---- On all axes, and as it is printed -----------------------------------------------------------

def changed_axes(asked, letter, one):
    """Each axis that does not fit as `one` has it; what one axis comes to, on all of them, if one
    number was typed and it fits."""
    axes = [axis if asked.size(axis) is not None else one(axis) for axis in asked.axes]
    if None in axes:
        return None
    if letter not in asked.lists and not (letter == "W" and asked.apart):
        names = {"W": ["W"], "F": ["F", "S"] if asked.tile else ["F"], "P": ["pads"]}[letter]
        for axis in axes:
            same = {name: getattr(axis, name) for name in names}
            shared = [dataclasses.replace(other, **same) for other in asked.axes]
            if asked.sizes(shared) is not None:
                return shared
    return axes


def values(letter, axes):
    """The numbers of an option, as they are typed."""
    if letter != "P":
        return [str(getattr(axis, letter)) for axis in axes]
    return [str(b) if b == e else f"{b}:{e}" for b, e in (axis.pads for axis in axes)]


def option(asked, letter, axes):
    """The change as one would type it."""
    numbers = values(letter, axes)
    if letter == "W" and asked.apart and (len(axes) == 2 or numbers[2] == numbers[0]):
        return " ".join(f"-{name} {value}" for name, value, axis in
                        zip("WH", numbers, asked.axes) if value != str(axis.W))
    short = letter not in asked.lists and len(set(numbers)) == 1
    text = numbers[0] if short else "x".join(numbers)
    if letter + "C" in asked.lists:
        text += f"x{asked.C}"
    return text if asked.placed and letter == "W" else f"-{letter} {text}"


def remedy(asked, letter, one):
    """(option, size, axes), or None."""
    axes = changed_axes(asked, letter, one)
    return axes and (option(asked, letter, axes), asked.sizes(axes), axes)


def strides(asked):
    """All that are not above 64."""
    def fits(S):
        return asked.sizes([dataclasses.replace(axis, S=S)
                            if "S" not in asked.lists or asked.size(axis) is None else axis
                            for axis in asked.axes]) is not None
    return [S for S in range(1, STRIDE_MOST + 1) if fits(S)]


def remedies(asked, ways):
    """All of them, by what they change."""
    value, padding = ways
    found = {f"{letter}{sign}": remedy(asked, letter,
                                       lambda axis, l=letter, s=sign: value(asked, axis, l, s))
             for letter in "WF" for sign in (-1, 1)}
    found["P"] = remedy(asked, "P", lambda axis: padding(asked, axis))
    floor = dataclasses.replace(asked, R="floor").sizes(asked.axes)
    found["floor"] = floor and ("--round floor", floor, None)
    return found


def uneven_axis(asked, found):
    """The first axis whose padding came to differ at its ends."""
    return next((i for i, (axis, was) in enumerate(zip(found["P"][2], asked.axes))
                 if axis != was and axis.pads[0] != axis.pads[1]), None) if found["P"] else None


def named(asked):
    """The nearest strides, and of two as near the larger."""
    S = asked.axes[asked.at_fault()].S
    near_S = sorted(strides(asked), key=lambda other: (abs(other - S), -other))
    return [str(other) for other in sorted(near_S[:STRIDES_NAMED])]


def hint(asked, found):
    parts, many = [], named(asked)
    if asked.transposed:
        order = ("P", "F1", "W1")
    elif not asked.uneven():
        order = ("F-1", "P", "W1")
    else:
        parts += ["strides that fit: " + ", ".join(many)] if many else []
        order = ("P", "floor") if len(many) > 1 else ("P", "W-1", "W1", "floor")
    for key in order:
        if found[key]:
            odd = key == "P" and uneven_axis(asked, found) is not None
            before = ("no even padding does, " if odd
                      else "an input of " if key[0] == "W" and asked.placed else "")
            parts.append(f"{before}{found[key][0]} gives {found[key][1]}")
    return "; ".join(parts)


def pair(label, *both):
    both = [f"{one[0]}: {one[1]}" for one in both if one]
    return [f"{label:9}" + "; ".join(both)] if both else []


def rows(asked, found):
    """The end of the working, less the strides' reason and the cells that are dropped."""
    many = named(asked)
    lines = ["stride   " + " or ".join([", ".join(many[:-1])] * (len(many) > 1) + many[-1:])] \
        if many else []
    at = uneven_axis(asked, found)
    if at is not None:
        was, came = asked.axes[at], found["P"][2][at]
        end = "at one end" if was.pads[0] == came.pads[0] == 0 else "more at the end"
        lines += [f"padding  none: {was.W - was.d * (was.F - 1) - 1} + 2P is odd for every P; "
                  f"one cell {end}, {found['P'][0]}: {found['P'][1]}"]
    else:
        lines += pair("padding", found["P"])
    lines += pair("input", found["W-1"], found["W1"]) + pair("filter", found["F-1"], found["F1"])
    return lines + ([f"or drop: --round floor: {found['floor'][1]}"] if found["floor"] else [])
