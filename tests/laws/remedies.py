"""What is said to fit in place of a layer that does not: what a search from near to far finds, in
the hint and in the working, of each layer and of each line of a network. Asked again, it gives the
size that it is said to give."""

import dataclasses
import math
import re

from common import random_layer
from remedymodel import COUNT, SEARCH, Asked, Axis, hint, named, remedies, rows, values

# ---- As it is typed ------------------------------------------------------------------------------

def typed(asked, letter, axes=None):
    """What stands behind an option."""
    numbers = values(letter, axes or asked.axes)
    if letter not in asked.lists:
        return numbers[0]
    return "x".join(numbers + ([str(asked.C)] if letter + "C" in asked.lists else []))


def options(asked, letters):
    words = [f"-{letter} {typed(asked, letter)}" for letter in letters
             if not (letter == "S" and asked.tile)]
    if asked.R != "exact":
        words += [f"-R {asked.R}"]
    added = [str(axis.output_pad) for axis in asked.axes]
    return words + (["--output-pad " + added[0]] if added[0] != "0" else [])


def question(rng, asked):
    words = options(asked, "FSdP" if asked.apart else "WFSdP")
    if asked.apart:
        words += [f"-W {asked.axes[0].W}", f"-H {asked.axes[1].W}"]
    words += ["--transpose"] if asked.transposed else []
    words += [f"-C {asked.C}"] if asked.C else []
    words += [f"--dims {len(asked.axes)}"]
    rng.shuffle(words)
    return " ".join([asked.command, *words])


def random_asked(rng, biggest, transposed=False):
    """A layer that does not fit, with strides that need not be small."""
    while True:
        layer = random_layer(rng, biggest=biggest, transposed=transposed)
        if isinstance(layer.pads, str):
            continue
        S = [rng.choice((s, rng.randint(1, 9))) for s in layer.S]
        if len(set(layer.S)) == 1 and rng.random() < 0.8:
            S = S[:1] * layer.dims
        added = [min(layer.output_pad[0], *(s - 1 for s in S))] * layer.dims
        axes = list(map(Axis, layer.W, layer.F, S, layer.d, layer.pads, added))
        asked = with_forms(rng, Asked(axes, layer.R, transposed, "convout", 0, "", False, False))
        if asked.at_fault() is not None:
            return asked


def with_forms(rng, asked):
    """How it is typed; a pool layer, perhaps; the channels, perhaps."""
    if not asked.transposed and rng.random() < 0.4:
        asked.command = "pool"
        asked.tile = rng.random() < 0.5
        if asked.tile:
            asked.axes = [dataclasses.replace(axis, S=axis.F) for axis in asked.axes]
    asked.C = rng.choice((0, 3))
    asked.apart = len(asked.axes) > 1 and rng.random() < 0.2 and \
        all(axis.W == asked.axes[0].W for axis in asked.axes[2:])
    for letter in "WFSdP":
        alike = len(set(values(letter, asked.axes))) == 1
        if letter == "W" and asked.apart or letter == "S" and asked.tile:
            continue
        deep = asked.C and (letter == "W" or letter == "F" and asked.command == "convout")
        if deep and rng.random() < 0.3:
            asked.lists += letter + "C"
        elif not alike or len(asked.axes) > 1 and rng.random() < 0.2:
            asked.lists += letter
    return asked


# ---- Asking --------------------------------------------------------------------------------------

def answers(program, questions):
    """Of each question: its error with the hints, and what would fit, line by line."""
    done = program.run("batch", "--explain", text="".join(f"{line}\n" for line in questions))
    works = re.split(r"^# \d+: .*\n", done.stdout, flags=re.M)[1:]
    errors = re.split(r"^cnncalc: -:\d+: ", done.stderr, flags=re.M)[1:]
    assert len(works) == len(errors) == len(questions), (len(works), len(errors))
    return list(zip(errors, map(would_fit, works)))


def would_fit(work):
    """The rows, broken lines put together; the strides without their reason, what is dropped
    without its cells."""
    if "What would fit:\n" not in work:
        return []
    text = re.sub(r"\n(-\n\n)?$", "", work.split("What would fit:\n")[1])  # as batch ends it
    text = re.sub(r"\n {11}", " ", text)
    text = re.sub(r" \((?:among )?the divisors of [^)]*\)", "", text)
    text = re.sub(r"or drop .*, as PyTorch does:", "or drop:", text)
    return [line.strip() for line in text.split("\n")]


def again(line, change):
    """The question with the change put in: what is typed last counts, and a list has the height."""
    if change.startswith("-W") and "x" in change:
        line = re.sub(r" -H \d+", "", line)
    return f"{line} {change} -o size"


def judge_answer(tally, name, line, asked, found, error, table):
    tally.equal(f"{name}: hint", line, error.split("cnncalc: hint: ")[1:],
                [hint(asked, found) + "\n"])
    tally.equal(f"{name}: working", line, table, rows(asked, found) if asked.uneven() else [])


def judge(program, tally, name, rng, all_asked, ways):
    lines = [question(rng, asked) for asked in all_asked]
    repeated, sizes = [], []
    for asked, line, (error, table) in zip(all_asked, lines, answers(program, lines)):
        found = remedies(asked, ways)
        judge_answer(tally, name, line, asked, found, error, table)
        for one in filter(None, found.values()):
            if f"{one[0]} gives" in error or f"{one[0]}: " in "\n".join(table):
                repeated.append(again(line, one[0]))
                sizes.append(one[1])
        for S in named(asked) if asked.uneven() else []:
            changed = [dataclasses.replace(axis, S=S) if asked.size(axis) is None else axis
                       for axis in asked.axes]
            text = typed(asked, "S", changed) if "S" in asked.lists else S
            repeated.append(f"{line} -S {text} -o size")
            sizes.append(None)
    for line, got, size in zip(repeated, program.batch(repeated), sizes):
        tally.holds(f"{name}: asked again", line, got == size if size else got != "-",
                    f"got {got}, expected {size}")


# ---- Laws ----------------------------------------------------------------------------------------

def remedies_by_search(program, tally, rng):
    judge(program, tally, "remedies by search", rng,
          [random_asked(rng, rng.choice((9, 40))) for _ in range(2000)], SEARCH)


def remedies_of_transposed(program, tally, rng):
    judge(program, tally, "remedies of transposed", rng,
          [random_asked(rng, 3, transposed=True) for _ in range(500)], SEARCH)


def remedies_of_large_sizes(program, tally, rng):
    """Sizes, strides, paddings and dilations up to 2^62, on one axis."""
    def any_scale(most):
        return rng.randint(1, 2 ** rng.randint(1, most))

    all_asked = []
    while len(all_asked) < 800:
        P = any_scale(rng.choice((3, 61))) - 1
        axis = Axis(any_scale(62), any_scale(rng.choice((4, 31))), any_scale(rng.choice((8, 61))),
                    rng.choice((1, 1, any_scale(30))), (P, P + rng.choice((0, 0, 0, 1, P))))
        asked = Asked([axis], "exact", False, "convout", 0, "", False, False)
        if asked.at_fault() is not None and asked.uneven() and math.gcd(axis.S, axis.d) == 1:
            all_asked.append(asked)
    judge(program, tally, "remedies of large sizes", rng, all_asked, COUNT)


def net_answer(program, asked):
    """The error and the rows for a line of a network, and the network without its input."""
    kind = {"convout": "convtranspose -K 1" if asked.transposed else "conv -K 1",
            "pool": "maxpool"}[asked.command]
    line = " ".join([kind, *options(asked, "FSdP")])
    size = "x".join(str(axis.W) for axis in asked.axes)
    done = program.run("net", "--explain",
                       text=f"input -W {size}x3 --dims {len(asked.axes)}\n{line}\n")
    return line, done.stderr, would_fit(done.stdout)


def remedies_in_networks(program, tally, rng):
    """A line says what the layer alone would; its input, in words."""
    for transposed in program.few(75) * [False, False, False, True]:
        asked = random_asked(rng, 3 if transposed else 12, transposed)
        asked.C, asked.apart, asked.placed = 3, False, True
        alike = all(axis.W == asked.axes[0].W for axis in asked.axes)
        asked.lists = asked.lists.replace("C", "").replace("W", "") + ("" if alike else "W")
        found = remedies(asked, SEARCH)
        line, error, table = net_answer(program, asked)
        name = f"{[axis.W for axis in asked.axes]} {line}"
        judge_answer(tally, "remedies in networks", name, asked, found, error, table)
        for one in (found["W-1"], found["W1"]):
            if one and f"an input of {one[0]} gives" in error:
                size = "x".join(str(axis.W) for axis in one[2])
                done = program.run("net", "-o", "out", text=f"input -W {size}x3 --dims "
                                   f"{len(asked.axes)}\n{line}\n")
                sizes = [str(asked.size(axis)) for axis in one[2]]
                tally.equal("remedies in networks: another input", name,
                            done.stdout.split()[-1].split("x")[:-1], sizes)


LAWS = (remedies_by_search, remedies_of_transposed, remedies_of_large_sizes, remedies_in_networks)
