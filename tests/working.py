#!/usr/bin/env python3
"""Evaluates every printed line of working with exact rationals.

The solutions are those that `--explain` prints in tests/cli/*.t, in the documents, and for several
hundred random questions. Lines in whole numbers must hold exactly; lines in reals to within the
digits shown. The gates' tables are read at 17 digits: each value and each local gradient is worked
out again from its formula, each downstream from its row; and the table at 6 digits must be the
same table, rounded.
"""

import argparse
import math
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import chains
import docs
import run

AT_LEAST = {"chains": 2500, "rows": 1000}  # fewer, and the test would have gone blind
QUESTIONS = 500  # random ones, of each of the two sorts
REALS = ("sigmoid-grad", "complex-grad", "gdstep")


# ---- Questions ---------------------------------------------------------------------------------

def sizes(rng, dims, draw):
    """One size for every axis, or one for each."""
    count = dims if rng.random() < 0.4 else 1
    return "x".join(str(draw()) for _ in range(count))


def padding(rng, dims):
    kind = rng.random()
    if kind < 0.15:
        return rng.choice(("same", "same-lower", "valid"))
    if kind < 0.35:
        return sizes(rng, dims, lambda: f"{rng.randint(0, 4)}:{rng.randint(0, 4)}")
    return sizes(rng, dims, lambda: rng.randint(0, 5))


def layer_question(rng):
    """A convout, params or pool question; the layer need not fit."""
    command = rng.choice(("convout", "convout", "convout", "params", "pool"))
    dims = rng.choice((1, 2, 2, 3))
    huge = rng.random() < 0.1
    size, filter_size, step = (
        (lambda most=most: rng.randint(1, 2 ** rng.randint(1, 62) if huge else most))
        for most in (300, 11, 5))
    words = [command, "--dims", dims, "-W", sizes(rng, dims, size),
             "-F", sizes(rng, dims, filter_size)]
    for option, chance, draw in (("-S", 0.7, step),
                                 ("-d", 0.3, lambda: rng.randint(1, 3))):
        if rng.random() < chance:
            words += [option, sizes(rng, dims, draw)]
    transposed = command == "convout" and rng.random() < 0.2
    if rng.random() < 0.7:
        words += ["-P", padding(rng, dims)]
    if transposed:
        words += ["--transpose"]
        if rng.random() < 0.3 and "same" not in str(words):
            words += ["--output-pad", rng.randint(0, 2)]
    elif rng.random() < 0.6:
        words += ["-R", rng.choice(("exact", "floor", "ceil", "full"))]
    groups = rng.choice((1, 1, 1, 2, 4))
    if command == "params" or rng.random() < 0.6:
        words += ["-C", groups * rng.randint(1, 9)]
    if command != "pool":
        if command == "params" or rng.random() < 0.6:
            words += ["-K", groups * rng.randint(1, 40)]
        if groups > 1:
            words += ["-G", groups]
        if rng.random() < 0.2:
            words += ["--no-bias"]
    return " ".join(map(str, words))


def real(rng, low, high):
    """A positive real, log-uniform between powers of ten; long ones and short ones."""
    value = 10 ** rng.uniform(low, high)
    return repr(value) if rng.random() < 0.5 else f"{value:.{rng.randint(1, 4)}g}"


def real_question(rng):
    command = rng.choice(REALS)
    sign = rng.choice(("", "-"))
    if command == "sigmoid-grad":
        return f"{command} -x {sign}{real(rng, -6, 2.5)}"
    if command == "complex-grad":
        return f"{command} -x {real(rng, -3, 1)} -y {real(rng, -3, 1.5)}"
    return (f"{command} -x {sign}{real(rng, -3, 3)} -g {rng.choice(('', '-'))}{real(rng, -3, 3)}"
            f" -s {real(rng, -4, 0)}")


def solutions(binary, questions, *options):
    """The solution of each question, from one run of `batch --explain`."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as lines:
        lines.write("".join(question + "\n" for question in questions))
        lines.flush()
        done = subprocess.run([binary, "batch", "--explain", *options, lines.name],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"batch --explain: status {done.returncode}\n{done.stderr[-2000:]}")
    pieces = re.split(r"^# (\d+): (.*)\n", done.stdout, flags=re.M)
    if pieces[0] or pieces[2::3] != questions:
        sys.exit("batch --explain: not one solution for each question, in order")
    return pieces[3::3]


# ---- Tables ------------------------------------------------------------------------------------

def sigmoid(x):
    return 1 / (1 + math.exp(-x)) if x > -700 else math.exp(x)


def evaluate(formula, values):
    """A gate's formula, `ln x` or `2*g`, worked in doubles; None where they do not hold it."""
    formula = re.sub(r"\b(ln|sqrt) (\w+)", r"\1(\2)", formula).replace("^", "**")
    names = {"ln": math.log, "sqrt": math.sqrt, "exp": math.exp, "sigmoid": sigmoid}
    try:
        return eval(formula, {"__builtins__": {}}, {**names, **values})
    except (OverflowError, ZeroDivisionError, ValueError):
        return None


def close(a, b, allowance=1e-14):
    return a == b or abs(a - b) <= allowance * max(abs(a), abs(b)) or max(abs(a), abs(b)) < 1e-300


def number(cell):
    """The last number of a cell, or None."""
    match = re.search(r"(?:^|[ =])(-?(?:\d[\d.e+-]*|inf|nan))$", cell)
    return float(match[1]) if match else None


def columns(lines, first):
    """The rows below a table's header, each cut into cells where the header's words begin."""
    starts = [match.start() for match in re.finditer(r"\S+", lines[first])] + [None]
    for line in lines[first + 1:]:
        if not line.strip():
            return
        yield [line[a:b].strip() for a, b in zip(starts, starts[1:])]


def check_tables(working, given):
    """(rows evaluated, those that do not hold) of the tables Forward and Backward."""
    lines, values = working.split("\n"), dict(given)
    count, wrong = 0, []

    def judge(got, expected, *row):
        nonlocal count
        if got is None or expected is None or not math.isfinite(got + expected):
            return
        count += 1
        if not close(got, expected):
            wrong.append(f"{'  '.join(row)}: {expected!r}")

    for i, line in enumerate(lines):
        if line.split() == ["gate", "function", "value"]:
            for gate, function, value in columns(lines, i):
                values[gate] = float(value.split()[0])
                judge(values[gate], evaluate(function, values), gate, function, value)
        if line.split() == ["gate", "upstream", "local", "downstream"]:
            upstream, law = None, ""
            for gate, above, local, below in columns(lines, i):
                upstream = number(above) if above else upstream
                law = law + " " + local if local.startswith("=") else local
                if not below:
                    continue
                formula, _, value = law.rpartition(" = ")
                if formula:
                    judge(float(value), evaluate(formula, values), gate, law)
                judge(number(below), upstream * number(law), gate, above, law, below)
    return count, wrong


def check_rounding(short, full):
    """What is wrong where a working at 6 digits is not the one at 17, rounded. Long numbers may
    have broken its lines elsewhere."""
    number = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.])")
    # The answers at the end are not rounded, and are left out where the working has them in full.
    aside = re.compile(r".*igits|\w+=\S+$")
    texts = ["\n".join(line for line in text.split("\n") if not aside.match(line))
             for text in (short, full)]
    if len({"".join(number.sub("#", text).split()) for text in texts}) != 1:
        return [f"at 17 digits the words differ:\n{full}"]
    return [f"{a} is not {b}, rounded" for a, b in zip(*map(number.findall, texts))
            if float(a) not in (float(b), float(f"{float(b):.6g}"))]


# ---- The test ----------------------------------------------------------------------------------

class Tally:
    def __init__(self):
        self.chains = self.rows = self.solutions = self.failed = 0

    def take(self, question, working, digits=6):
        """Checks the solution of one question."""
        given = re.findall(r"-(\w) -?([\d.]+(?:e[+-]?\d+)?)", question)
        real_numbers = question.split()[0] in REALS
        count, wrong = chains.check(working, digits if real_numbers else None,
                                    [value for _, value in given])
        self.chains += count
        if real_numbers and digits == 17:
            names = dict(re.findall(r"-(\w) (\S+)", question))
            rows, wrong_rows = check_tables(working, {n: float(v) for n, v in names.items()
                                                      if n in "xy"})
            self.rows += rows
            wrong += wrong_rows
        self.solutions += 1
        self.complain(question, wrong)

    def complain(self, question, wrong):
        if wrong:
            self.failed += 1
            print(f"{question}\n  " + "\n  ".join(wrong))


def answers_agree(tally, binary, questions, workings):
    """A layer's solution ends in the answer that is given without it."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as lines:
        lines.write("".join(question + "\n" for question in questions))
        lines.flush()
        plain = subprocess.run([binary, "batch", lines.name], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True).stdout.splitlines()
    for question, working, answer in zip(questions, workings, plain, strict=True):
        last = working.strip().split("\n")[-1].split()[-1:]
        if answer != "-" and last != [answer]:
            tally.complain(question, [f"the solution ends in {last}, the answer is {answer}"])


def self_test():
    """A working with a wrong line must be caught, a right one must pass."""
    reals = ["2", "4", "0.2", "0.1"]
    planted = [("(W - F)/S + 1 = (227 - 11)/4 + 1 = 216/4 + 1 = 54 + 1 = 56", None),
               ("size  (W - F)/S + 1\n      = 216/4 + 1 = 54 + 1 = 54, so 54x54x96", None),
               ("stride   1 or 3 (the divisors of 32 - 5 = 28)", None),
               ("a = 1, b = 2*3 = 5, c = 4", None),
               ("  = sigmoid(x)*(1 - sigmoid(x)) = 0.880797*(1 - 0.880797) = 0.104995", 6),
               ("fx = fx_1 + fx_2 = -1.69934e-15 + 0.440399 = 0.440397", 6),
               ("x - s*g = 2 - 0.2*0.1 = 2 - 0.02 = 1.97999", 6)]
    for working, digits in planted:
        count, wrong = chains.check(working, digits, reals)
        if not count or not wrong:
            sys.exit(f"self-test: a planted error is not caught: {working}")
    header = "Backward\n  gate  upstream   local   downstream\n"
    for row, holds in (("  b     0.25       2*x = 4  fa = 1\n", True),
                       ("  b     0.25       2*x = 4  fa = 1.0000000000001\n", False),
                       ("  b     0.25       2*x = 5  fa = 1.25\n", False)):
        count, wrong = check_tables(header + row, {"x": 2.0})
        if not count or holds == bool(wrong):
            sys.exit(f"self-test: a row is judged wrongly: {row}")


def main():
    parser = argparse.ArgumentParser(description="evaluate every printed line of working")
    parser.add_argument("--binary", default="build/cnncalc", help="the program (%(default)s)")
    binary = str(pathlib.Path(parser.parse_args().binary).resolve())
    self_test()
    tally, rng = Tally(), random.Random(493)

    written = [block for path in sorted((docs.ROOT / "tests/cli").glob("*.t"))
               for block in run.blocks_of(path)]
    for path, parts in docs.DOCUMENTS:
        written += docs.examples(path, parts)
    for block in written:
        question = re.match(r"cnncalc ([a-z]+.*--explain.*)", block.command)
        if question and not re.search(r"batch|--json|-p\b|--precision|[|<;&]", question[1]):
            tally.take(question[1], block.output)

    layers = [layer_question(rng) for _ in range(QUESTIONS)]
    workings = solutions(binary, layers)
    for question, working in zip(layers, workings):
        tally.take(question, working)
    answers_agree(tally, binary, layers, workings)

    reals = [real_question(rng) for _ in range(QUESTIONS)]
    short, full = (solutions(binary, reals, *options) for options in ((), ("-p", "17")))
    for question, six, seventeen in zip(reals, short, full):
        tally.take(question, six)
        tally.take(question, seventeen, 17)
        tally.complain(question, check_rounding(six, seventeen))

    for name, least in AT_LEAST.items():
        if getattr(tally, name) < least:
            tally.failed += 1
            print(f"{getattr(tally, name)} {name} evaluated, expected {least} or more")
    print(f"{tally.chains} chains and {tally.rows} rows evaluated in {tally.solutions} solutions")
    return run.close(tally.solutions - tally.failed, tally.failed)


if __name__ == "__main__":
    sys.exit(main())
