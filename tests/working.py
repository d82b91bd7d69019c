#!/usr/bin/env python3
"""Evaluates every printed line of working with exact rationals.

The solutions are those that `--explain` prints in tests/cli/*.t, in the documents, of the networks
of tests/nets, and for several hundred random questions. Lines in whole numbers must hold exactly; lines in reals to within the
digits shown. The gates' tables are read at 17 digits: each value and each local gradient is worked
out again from its formula, each downstream from its row, each sum from its parts; and the table at
6 digits must be the same table, rounded. What an expression and its steps of descent come to is
worked out from its text too, and its gradients are slopes.
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
import graphs
import run

# Fewer, and the test would have gone blind.
AT_LEAST = {"chains": 6000, "rows": 12000, "slopes": 700, "steps": 350}
QUESTIONS = 500  # random ones, of each sort
SHEET = ("sigmoid-grad", "complex-grad", "gdstep")
REALS = (*SHEET, "grad")


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
    command = rng.choice(SHEET)
    sign = rng.choice(("", "-"))
    if command == "sigmoid-grad":
        return f"{command} -x {sign}{real(rng, -6, 2.5)}"
    if command == "complex-grad":
        return f"{command} -x {real(rng, -3, 1)} -y {real(rng, -3, 1.5)}"
    return (f"{command} -x {sign}{real(rng, -3, 3)} -g {rng.choice(('', '-'))}{real(rng, -3, 3)}"
            f" -s {real(rng, -4, 0)}")


OPERANDS = ("x", "y", "z", "x", "y", "2", "0.5", "3", "pi", "e", "(1/4)", "(-2)")
OPERATORS = (" + ", " - ", "*", "/", "^")
VALUES = ("0.5", "1.5", "2", "-0.75", "1.25", "-2", "3", "0.1", "-1.7", "0.003")


def random_expression(rng, functions, depth):
    """`functions`: {name: operands}."""
    if depth == 0 or rng.random() < 0.1:
        return rng.choice(OPERANDS)
    within = [random_expression(rng, functions, depth - 1) for _ in range(2)]
    kind = rng.random()
    if kind < 0.45:
        name = rng.choice(list(functions))
        return f"{name}({', '.join(within[:functions[name]])})"
    if kind < 0.55:
        return f"(-{within[0]})"
    return f"({within[0]}){rng.choice(OPERATORS)}({within[1]})"


def expressions(rng, functions):
    """Expressions: some for every gate, and random ones. Their values are to be drawn."""
    for name, count in functions.items():
        operands = [", ".join(words[:count]) for words in ("xyz", ("x*y", "z - 1"), "yx")]
        yield from (f"{name}({operands[0]})", f"{name}({operands[0]})",
                    f"2*{name}({operands[1]})/{name}({operands[2]})")
    yield from ("x + y - z", "x*y/z", "1/x - 2/y", "0 - x^2 + (-y)^2 - -z", "x^y", "x^y^z",
                "x^3 + 2^x + x^-1 + 0.5^x", "x/3 + (1/3)*x + x*0.50 + pi*x + (-2)*x + x^(2^3)",
                "1e20*x + x", "(x + y)*(x + y)*x", "(x*y + z)^2/(x*y + z)*sin(x*y + z)",
                "x*(1+2+3+4+5+6+7+8+9+10+11+12)*(1-2-3-4-5-6-7-8-9-10-11)",
                "1/(1 + exp(-(x*y + z)))", "ln(x)*sigmoid(sqrt(y))/sigmoid((x+y)^2)", "x",
                "2*(3+4)", "a*b1 + fc*a*exp(b1)/x_1 + x_1^2*x*x", " + ".join(["x"] * 30),
                "*".join(f"(x - {n})" for n in range(1, 14)), "the_weight*the_input + the_weight^2")
    for _ in range(QUESTIONS):
        text = random_expression(rng, functions, rng.randint(1, 4))
        yield f"0 + {text}" if text.startswith("-") else text


def expression_questions(rng, functions):
    """Questions about gradients of expressions, and about their descent; some have no answer."""
    for text in expressions(rng, functions):
        names = variables(text)
        wrt = f" --wrt {rng.choice(names)}" if names and rng.random() < 0.1 else ""
        values = "".join(f" {name}={rng.choice(VALUES)}" for name in names)
        yield f"grad '{text}'{values}{wrt}"
        if names and rng.random() < 0.5:
            step = rng.choice(("0.1", "0.25", "-0.3", "0.007"))
            yield f"gdstep --of '{text}'{values}{wrt} -s {step} -n {rng.randint(1, 4)}"


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


NUMBER = r"(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
FUNCTIONS = {"ln": math.log, "log": math.log, "sqrt": math.sqrt, "exp": math.exp, "abs": abs,
             "sin": math.sin, "cos": math.cos, "tan": math.tan, "tanh": math.tanh,
             "asin": math.asin, "acos": math.acos, "atan": math.atan, "sinh": math.sinh,
             "cosh": math.cosh, "erf": math.erf, "sign": lambda a: (a > 0) - (a < 0), "sigmoid": sigmoid,
             "relu": lambda a: max(a, 0),
             "softplus": lambda a: max(a, 0) + math.log1p(math.exp(-abs(a))),
             "max": max, "min": min}
CONSTANTS = {"pi": math.pi, "e": math.e}


def variables(text):
    """The variables of an expression, in order of first appearance."""
    words = re.findall(rf"{NUMBER}|[A-Za-z_]\w*", text)
    return list(dict.fromkeys(word for word in words if re.match(r"[A-Za-z_]", word)
                              and word not in FUNCTIONS and word not in CONSTANTS))


def closing(text, at):
    """Where the bracket that opens there has been closed."""
    depth = 0
    for end in range(at, len(text)):
        depth += (text[end] == "(") - (text[end] == ")")
        if depth == 0:
            return end + 1
    return len(text)


def bracketed(text):
    """`ln x` and `sqrt (1/3)` as ln(x) and sqrt((1/3))."""
    while match := re.search(rf"\b(?:ln|sqrt) ({NUMBER}|\w+|\()", text):
        start, end = match.span(1)
        end = closing(text, start) if match[1] == "(" else end
        text = f"{text[:start - 1]}({text[start:end]}){text[end:]}"
    return text


def evaluate(formula, values):
    """A formula such as `ln x`, `2*g` or `[a > 3]`, worked in doubles; None where they do not hold
    it, or where the comparison is of equals: what the gradient is there is a convention."""
    names = {**FUNCTIONS, **CONSTANTS, **values}
    comparison = re.fullmatch(r"\[(.*) ([<>]) (.*)\]", formula)
    if comparison:
        left, right = (evaluate(comparison[n], values) for n in (1, 3))
        return None if left == right else float((left > right) == (comparison[2] == ">"))
    try:
        result = eval(bracketed(formula).replace("^", "**"), {"__builtins__": {}}, names)
        return float(result) if isinstance(result, (int, float)) else None
    except (OverflowError, TypeError, ValueError, ZeroDivisionError):
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
    """(rows evaluated, rows left out, those that do not hold) of the tables Forward and Backward,
    and of the sums behind them."""
    lines, values, gradients = working.split("\n"), dict(given), {}
    count, left_out, wrong = 0, [], []

    def judge(got, expected, *row):
        nonlocal count
        if got is None or expected is None or not math.isfinite(got + expected):
            left_out.append("  ".join(row))
            return
        count += 1
        if not close(got, expected):
            wrong.append(f"{'  '.join(row)}: {expected!r}")

    def gradient(gate):
        """What has come down to a gate: its one gradient, or the sum of its parts."""
        parts = [value for name, value in gradients.items()
                 if re.fullmatch(rf"f{gate}(_+\d+)?", name)]
        return math.fsum(parts) if parts else None

    for i, line in enumerate(lines):
        if line.split() == ["gate", "function", "value"]:
            for gate, function, value in columns(lines, i):
                values[gate] = float(value.split()[0])
                judge(values[gate], evaluate(function, values), gate, function, value)
        if line.split() == ["gate", "upstream", "local", "downstream"]:
            upstream, law = None, ""
            for gate, above, local, below in columns(lines, i):
                upstream = number(above) if above else upstream
                if above and gradients:
                    judge(upstream, gradient(gate), gate, "upstream", above)
                law = law + " " + local if local.startswith("=") else local
                if not below:
                    continue
                formula, _, value = law.rpartition(" = ")
                if formula:
                    judge(float(value), evaluate(formula, values), gate, law)
                judge(number(below), upstream * number(law), gate, above, law, below)
                gradients[below.split(" = ")[0]] = number(below)
    for name, parts, numbers in re.findall(r"^  (\w+) = (\w+(?: \+ \w+)+)((?: = .*)+)$",
                                           joined(working), re.M):
        shown = [number("= " + part.strip("()")) for part in
                 numbers.split(" = ")[1].split(" + ")]
        for part, value in zip(parts.split(" + "), shown, strict=True):
            judge(value, gradients.get(part), name, part)
        # Terms that cancel leave what their rounding was.
        total, size = math.fsum(shown), math.fsum(map(abs, shown))
        judge(1 + (number(numbers) - total) / (size or 1), 1.0, name, numbers)
    return count, left_out, wrong


def joined(working):
    """The working with sums that are carried on in one line each."""
    return re.sub(r"\n +(?=[+=] )", " ", working)


def answers(working):
    """{name: value} of the lines that the working ends in."""
    lines = {}
    for line in reversed(working.strip().split("\n")):
        match = re.fullmatch(r"(\w+)=(\S+)", line)
        if not match:
            break
        lines[match[1]] = float(match[2])
    return lines


def question_of(words):
    """(text, values) of a question about an expression."""
    text, typed = re.match(r"(?:--of )?'(.*?)'((?: \w+=\S+)*)", words).groups()
    return text, {name: float(value) for name, value in re.findall(r"(\w+)=(\S+)", typed)}


def slope(text, values, name):
    """(df/dNAME, how far that may be wrong) by central differences; None where they are useless, as
    at a kink, or where rounding shows."""
    x, here, found = values[name], evaluate(text, values), []
    for step in (1e-4 * abs(x), 1e-5 * abs(x)):
        above, below = (evaluate(text, {**values, name: x + by}) for by in (step, -step))
        if None in (above, below, here) or step == 0:
            return None
        found.append((above - below) / (2 * step))
    allowed = 1e-5 * abs(found[1]) + 1e-9 * abs(here / x)
    kink = abs(above - 2 * here + below) > 1e-2 * abs(above - below) + 1e-12 * abs(here)
    return None if kink or abs(found[0] - found[1]) > 0.1 * allowed else (found[1], allowed)


def check_gradient(text, values, name, gradient):
    """(gradients compared, what is wrong)"""
    central = slope(text, values, name)
    if central is None:
        return 0, []
    wrong = abs(gradient - central[0]) > central[1]
    return 1, [f"f{name} = {gradient!r} at {values}: the slope is {central[0]!r}"] * wrong


def check_answers(text, values, working):
    """(gradients compared, what is wrong) of the answers that a working of `grad` ends in."""
    given = answers(working)
    out = evaluate(text, values)
    count, wrong = 0, []
    if out is None or not close(given["out"], out, 1e-9):
        wrong.append(f"out={given['out']!r}: the expression is {out!r}")
    for name in values:
        if "f" + name in given:
            more, bad = check_gradient(text, values, name, given["f" + name])
            count, wrong = count + more, wrong + bad
    return count, wrong


STEP = re.compile(r"^(?:step (\d+) +f = (\S+))? +f(\w+) = (\S+) +\3 = (\S+) - \S+ = .* = (\S+)$",
                  re.M)


def check_steps(text, values, working):
    """(steps read, gradients compared, what is wrong) of a working of `gdstep --of`: each step
    begins where the last one ended, with the expression's value and slopes there."""
    wrong, count, slopes = [], 0, 0
    values, after = dict(values), dict(values)
    for step, f, name, gradient, before, end in STEP.findall(working):
        if step:
            count += 1
            values = dict(after)
            if int(step) != count:
                wrong.append(f"step {step}: the {count}th")
            out = evaluate(text, values)
            if out is None or not close(float(f), out, 1e-9):
                wrong.append(f"step {step}: f = {f}, the expression is {out!r}")
        if float(before) != values[name]:
            wrong.append(f"step {count}: {name} = {before} where it was {values[name]!r}")
        more, bad = check_gradient(text, values, name, float(gradient))
        slopes, wrong = slopes + more, wrong + bad
        after[name] = float(end)
    out, last = answers(working), evaluate(text, after)
    if {**after, "f": out["f"]} != out or last is None or not close(out["f"], last, 1e-9):
        wrong.append(f"the last step leads to {after}, f = {last!r}; the answer is {out}")
    return count, slopes, wrong


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
        self.chains = self.rows = self.slopes = self.steps = self.solutions = self.failed = 0
        self.functions = set()  # those that some expression has in it

    def take(self, question, working, digits=6):
        """Checks the solution of one question."""
        command, _, words = question.partition(" ")
        of_expression = command == "grad" or "--of " in words
        given = re.findall(r"-(\w) -?([\d.]+(?:e[+-]?\d+)?)", question)
        reals = command in REALS
        count, wrong = chains.check(bracketed(joined(working)) if of_expression else working,
                                    digits if reals else None,
                                    [] if of_expression else [value for _, value in given])
        self.chains += count
        if reals and digits == 17:
            wrong += self.take_reals(command, words, working, of_expression)
        self.solutions += 1
        self.complain(question, wrong)

    def take_reals(self, command, words, working, of_expression):
        """What is wrong in a solution at 17 digits."""
        if not of_expression:
            names = dict(re.findall(r"-(\w) (\S+)", words))
            rows, _, wrong = check_tables(working, {n: float(v) for n, v in names.items()
                                                    if n in "xy"})
            self.rows += rows
            return wrong
        text, values = question_of(words)
        if command == "gdstep":
            steps, slopes, wrong = check_steps(text, values, working)
            told = int(re.search(r"-n (\d+)", words)[1])
            wrong += [f"{steps} steps of {told}"] * (steps != told)
            self.steps += steps
        else:
            rows, left_out, wrong = check_tables(working, values)
            # What a gradient is between equals, and at powers of 0, is a convention.
            wrong += [f"{row}: cannot be evaluated" for row in left_out
                      if not re.search(r" \[.* [<>] .*\] = |\*ln .* = 0$", row)]
            slopes, more = check_answers(text, values, working)
            self.functions.update(re.findall(r"(\w+)\(", text))
            wrong += more
            self.rows += rows
        self.slopes += slopes
        return wrong

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


def check_networks(tally, binary):
    for path in sorted((docs.ROOT / "tests/nets").glob("*.net")):
        done = subprocess.run([binary, "net", "--explain", "--dtype", "f16", path],
                              stdout=subprocess.PIPE, text=True, check=True)
        tally.take(f"net {path.name}", joined(done.stdout))


def check_reals(tally, binary, questions):
    """Their solutions at 6 digits and at 17; a question without an answer has none."""
    short, full = (solutions(binary, questions, *options) for options in ((), ("-p", "17")))
    for question, six, seventeen in zip(questions, short, full, strict=True):
        if not six.strip().split("\n")[-1].strip("-\t"):
            continue
        tally.take(question, six)
        tally.take(question, seventeen, 17)
        tally.complain(question, check_rounding(six, seventeen))


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
        count, _, wrong = check_tables(header + row, {"x": 2.0})
        if not count or holds == bool(wrong):
            sys.exit(f"self-test: a row is judged wrongly: {row}")
    for text, values, check, working, faults in SELF_TEST:
        for old, new in [("", ""), *faults]:
            changed = working.replace(old, new, 1)
            if bool(check(text, values, changed)[-1]) != (changed != working):
                sys.exit(f"self-test: {new or 'no fault'} for {old} is judged wrongly")


# An expression, values, what checks its working, the working, and faults that are to be seen.
SELF_TEST = (
    ("max((x + y)*(x + y), abs(x))*x", {"x": 2.0, "y": 3.0},
     lambda text, values, working: (check_tables(working, values)[-1] +
                                    check_answers(text, values, working)[-1],),
     """Forward
  gate  function    value
  a     x + y       5
  b     a*a         25
  c     abs(x)      2
  d     max(b, c)   25
  out   d*x         50

Backward: downstream = upstream * local, from the output back
  gate  upstream   local                    downstream
  out   fout = 1   x = 2                    fd = 2
                   d = 25                   fx_1 = 25
  d     2          [b > c] = 1              fb = 2
                   [b < c] = 0              fc = 0
  c     0          sign(x) = 1              fx_2 = 0
  b     2          a = 5                    fa_1 = 10
                   a = 5                    fa_2 = 10
  a     20         1                        fx_3 = 20
                   1                        fy = 20

Paths that meet are added
  fa = fa_1 + fa_2 = 10 + 10 = 20
  fx = fx_1 + fx_2
     + fx_3 = 25 + 0 + 20 = 45

Working shown to 17 digits.
out=50
fx=45
fy=20
""", (("x + y       5", "x + y       6"), ("max(b, c)   25", "min(b, c)   25"),
      ("[b > c] = 1", "[b < c] = 1"), ("[b > c] = 1", "[b > c] = 0"),
      ("sign(x) = 1", "sign(x) = -1"), ("a     20", "a     21"), ("fy = 20", "fy = 21"),
      ("10 + 10", "10 + 11"), ("10 = 20", "10 = 21"), ("25 + 0", "20 + 0"), ("20 = 45", "20 = 44"),
      ("out=50", "out=51"), ("fx=45", "fx=44"), ("fy=20", "fy=19"))),
    ("x^2*y", {"x": 1.0, "y": 2.0}, check_steps,
     """f = x^2*y; each step: x - s*fx, y - s*fy, with s = 0.125

step 1  f = 2         fx = 4       x = 1 - 0.125*4 = 1 - 0.5 = 0.5
                      fy = 1       y = 2 - 0.125*1 = 2 - 0.125 = 1.875
step 2  f = 0.46875   fx = 1.875   x = 0.5 - 0.125*1.875 = 0.5 - 0.234375 = 0.265625
                      fy = 0.25    y = 1.875 - 0.125*0.25 = 1.875 - 0.03125 = 1.84375

Working shown to 17 digits.
x=0.265625
y=1.84375
f=0.13008880615234375
""", (("step 2", "step 3"), ("f = 0.46875", "f = 0.46876"), ("fx = 1.875", "fx = 1.876"),
      ("fy = 0.25", "fy = 0.26"), ("x = 0.5 -", "x = 0.4 -"), ("y = 1.875 -", "y = 2 -"),
      ("= 1.84375", "= 1.84376"), ("x=0.265625", "x=0.265624"), ("f=0.13", "f=0.14"))))


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

    check_networks(tally, binary)

    functions = graphs.Cnncalc(binary).functions()
    unknown = functions.keys() - FUNCTIONS.keys()
    if unknown:
        sys.exit(f"help lists functions that are not known here: {', '.join(sorted(unknown))}")
    check_reals(tally, binary, [real_question(rng) for _ in range(QUESTIONS)])
    check_reals(tally, binary, list(expression_questions(rng, functions)))

    missing = functions.keys() - tally.functions
    if missing:
        tally.failed += 1
        print(f"no gate is evaluated for {', '.join(sorted(missing))}")
    for name, least in AT_LEAST.items():
        if getattr(tally, name) < least:
            tally.failed += 1
            print(f"{getattr(tally, name)} {name} evaluated, expected {least} or more")
    print(", ".join(f"{getattr(tally, name)} {name}" for name in AT_LEAST),
          f"evaluated in {tally.solutions} solutions")
    return run.close(tally.solutions - tally.failed, tally.failed)


if __name__ == "__main__":
    sys.exit(main())
