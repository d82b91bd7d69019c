"""grad against gradients worked in 60 digits, and against the sheet's closed forms.

What 60 digits cannot tell is how much of an error was there to be made: every gate rounds, and what
comes after it takes the error on. So the same walk over the gates that works out the gradients
also bounds the error of doubles, gate by gate, and that is what an answer may be off.
"""

import math
import re
from decimal import Decimal, localcontext
from typing import Callable, NamedTuple

from reals import DIGITS, LARGEST, complex_layer, complement, log_uniform, sigmoid

U = 2.0**-53  # what one rounding may be off, relative to its result
VARIABLES = ("x", "y", "z", "w")
APART = 8  # units in the last place between grad and a closed form
ULPS = 4  # units in the last place that one gate may be off


# ---- Functions in 60 digits -------------------------------------------------------------------

def quarter_turn():
    """pi/2, by Machin's formula."""
    def arc_tangent(n):  # of 1/n
        total, power, k = Decimal(0), Decimal(1) / n, 1
        while power > Decimal(10)**-140:
            total += power / k if k % 4 == 1 else -power / k
            power, k = power / (n * n), k + 2
        return total

    return 8 * arc_tangent(5) - 2 * arc_tangent(239)


with localcontext() as wide:
    wide.prec = 140
    QUARTER = quarter_turn()


def sine_and_cosine(u):
    with localcontext() as context:
        context.prec = 100
        turns = (u / QUARTER).to_integral_value()
        rest = u - turns * QUARTER
        sums, term, k = [Decimal(0), Decimal(0)], Decimal(1), 0
        while term and abs(term) > abs(rest) * Decimal(10)**-75 or k < 4:
            sums[k % 2] += term if k % 4 < 2 else -term
            k += 1
            term = term * rest / k
        cosine, sine = sums
    for _ in range(int(turns) % 4):
        sine, cosine = cosine, -sine
    return +sine, +cosine


def sin(u):
    return sine_and_cosine(u)[0]


def cos(u):
    return sine_and_cosine(u)[1]


def tan(u):
    sine, cosine = sine_and_cosine(u)
    return sine / cosine


def tanh(u):
    if abs(u) < Decimal("1e-12"):
        return u - u**3 / 3 + 2 * u**5 / 15
    return 1 - 2 / ((2 * u).exp() + 1)


def softplus(u):
    if u > 0:
        return u + softplus(-u)
    t = u.exp()
    return t - t * t / 2 + t**3 / 3 if t < Decimal("1e-24") else (1 + t).ln()


def power(a, b):
    if b == b.to_integral_value() and abs(b) < 1000:
        return a ** int(b)
    return (b * a.ln()).exp() if a > 0 else Decimal("nan")


def log(a):
    return a.ln() if a > 0 else Decimal("nan")


# ---- Gates ------------------------------------------------------------------------------------

def bell(u):
    """The sigmoid's derivative."""
    return sigmoid(u) * complement(u)


class Gate(NamedTuple):
    """What a gate does, in 60 digits; and what doubles may have its value and each of its
    derivatives off by where the operands are exact, in units of U. libm's functions are taken to be
    right to a unit in the last place, which is up to 2 U, tan and tanh to two."""
    text: str
    value: Callable
    slopes: tuple
    rounding: int
    slope_roundings: tuple
    kink: Callable = None  # 0 where the derivatives jump


NONE, ONE = Decimal(0), Decimal(1)
GATES = {
    "+": Gate("({} + {})", lambda a, b: a + b, (lambda a, b: ONE, lambda a, b: ONE), 1, (0, 0)),
    "-": Gate("({} - {})", lambda a, b: a - b, (lambda a, b: ONE, lambda a, b: -ONE), 1, (0, 0)),
    "*": Gate("({}*{})", lambda a, b: a * b, (lambda a, b: b, lambda a, b: a), 1, (0, 0)),
    "^": Gate("({}^{})", power, (lambda a, b: b * power(a, b - 1),
                                 lambda a, b: power(a, b) * log(a)), 2, (3, 5)),
    "/": Gate("({}/{})", lambda a, b: a / b, (lambda a, b: 1 / b, lambda a, b: -a / b**2), 1,
              (1, 2)),
    "1/": Gate("(1/{})", lambda a: 1 / a, (lambda a: -1 / a**2,), 1, (3,)),
    "neg": Gate("(-{})", lambda a: -a, (lambda a: -ONE,), 0, (0,)),
    "ln": Gate("ln({})", log, (lambda a: 1 / a,), 2, (1,)),
    "log": Gate("log({})", log, (lambda a: 1 / a,), 2, (1,)),
    "exp": Gate("exp({})", Decimal.exp, (Decimal.exp,), 2, (2,)),
    "sqrt": Gate("sqrt({})", Decimal.sqrt, (lambda a: 1 / (2 * a.sqrt()),), 1, (2,)),
    "abs": Gate("abs({})", abs, (ONE.copy_sign,), 0, (0,), lambda a: a),
    "sin": Gate("sin({})", sin, (cos,), 2, (2,)),
    "cos": Gate("cos({})", cos, (lambda a: -sin(a),), 2, (2,)),
    "tan": Gate("tan({})", tan, (lambda a: 1 + tan(a)**2,), 4, (10,)),
    "tanh": Gate("tanh({})", tanh, (lambda a: 4 * bell(2 * a),), 4, (10,)),
    "sigmoid": Gate("sigmoid({})", sigmoid, (bell,), 6, (10,)),
    "relu": Gate("relu({})", lambda a: max(a, NONE), (lambda a: ONE if a > 0 else NONE,), 0, (0,),
                 lambda a: a),
    "softplus": Gate("softplus({})", softplus, (sigmoid,), 6, (6,)),
    "max": Gate("max({}, {})", max, (lambda a, b: ONE if a > b else NONE,
                                     lambda a, b: ONE if b > a else NONE), 0, (0, 0),
                lambda a, b: a - b),
    "min": Gate("min({}, {})", min, (lambda a, b: ONE if a < b else NONE,
                                     lambda a, b: ONE if b < a else NONE), 0, (0, 0),
                lambda a, b: a - b),
}


def slope_rounding(gate, k, values):
    rounding = gate.slope_roundings[k]
    if gate is GATES["^"] and k == 0:  # b - 1 is rounded before the power is taken
        a, b = map(float, values)
        rounding += abs((b - 1) * math.log(abs(a) or 1))
    return rounding


def curve(gate, k, j, values):
    """The derivative of a derivative, by operand j."""
    step = abs(values[j]) * Decimal("1e-25") or Decimal("1e-25")
    moved = [value + step if i == j else value for i, value in enumerate(values)]
    return float((gate.slopes[k](*moved) - gate.slopes[k](*values)) / step)


def text_of(tree):
    """An expression is a tuple: a gate and its operands, or a variable or constant alone."""
    if len(tree) == 1:
        return tree[0]
    return GATES[tree[0]].text.format(*map(text_of, tree[1:]))


# ---- Both passes, and their errors -----------------------------------------------------------

class Unfit(Exception):
    """No question for a law: outside a domain, at a kink, or where doubles end."""


class Node:
    """A value, what doubles may have it off by, and the same of its gradient; errors in U."""

    def __init__(self, gate, operands, value, error, moves):
        self.gate, self.operands, self.value, self.error = gate, operands, value, error
        self.moves = moves  # there is a variable in it
        self.gradient, self.gradient_error, self.paths = NONE, 0.0, []

    def values(self):
        return [operand.value for operand in self.operands]


class Work:
    """The gates of a tree, each node once, at a point. No value or gradient may be beyond `largest`
    or its reciprocal."""

    def __init__(self, tree, point, largest=1e60):
        self.point, self.largest = point, largest
        self.nodes, self.known = [], {}
        self.out = self.place(tree)
        self.go_back()

    def size(self, value):
        if not value.is_finite() or abs(value) > self.largest or 0 < abs(value) < 1 / self.largest:
            raise Unfit
        return abs(float(value))

    def place(self, tree):
        if tree[0] == "/" and self.place(tree[2]).moves:
            tree = "*", tree[1], ("1/", tree[2])
        key = tree if len(tree) == 1 else (tree[0], *map(self.place, tree[1:]))
        if key not in self.known:
            self.known[key] = self.leaf(*key) if len(tree) == 1 else self.through(*key)
            self.nodes.append(self.known[key])
        return self.known[key]

    def leaf(self, name):
        if name in self.point:
            return Node(None, (), Decimal(self.point[name]), 0.0, True)
        value = {"pi": 2 * QUARTER, "e": ONE.exp()}.get(name) or Decimal(name)
        exact = Decimal(float(value)) == value
        return Node(None, (), value, 0.0 if exact else abs(float(value)), False)

    def through(self, name, *operands):
        gate = GATES[name]
        values = [operand.value for operand in operands]
        value = gate.value(*values)
        error = gate.rounding * self.size(value)
        if gate.kink and abs(gate.kink(*values)) <= 4 * U * sum(n.error for n in operands):
            raise Unfit
        for slope, operand in zip(gate.slopes, operands):
            if operand.moves or operand.error:
                error += self.size(slope(*values)) * operand.error
        return Node(gate, operands, value, error, any(operand.moves for operand in operands))

    def go_back(self):
        self.out.paths.append((ONE, 0.0))
        for node in reversed(self.nodes):
            node.gradient = sum((gradient for gradient, _ in node.paths), NONE)
            node.gradient_error = sum(error for _, error in node.paths)
            for _ in node.paths[1:]:  # each sum rounds
                node.gradient_error += sum(self.size(gradient) for gradient, _ in node.paths)
            for k, operand in enumerate(node.operands):
                if operand.moves and node.paths:
                    operand.paths.append(self.downstream(node, k))

    def downstream(self, node, k):
        slope = node.gate.slopes[k](*node.values())
        error = slope_rounding(node.gate, k, node.values()) * self.size(slope)
        for j, operand in enumerate(node.operands):
            if operand.error:
                error += abs(curve(node.gate, k, j, node.values())) * operand.error
        gradient = node.gradient * slope
        return gradient, (self.size(slope) * node.gradient_error
                          + self.size(node.gradient) * error + self.size(gradient))

    def answers(self):
        """Of out and each gradient the name, the value and the error."""
        yield "out", self.out.value, self.out.error
        for key, node in self.known.items():
            if key[0] in self.point:
                yield f"f{key[0]}", node.gradient, node.gradient_error


# ---- Random expressions -----------------------------------------------------------------------

def random_tree(rng, depth, parts):
    """A tree; now and then a part of it comes again, so that paths meet."""
    draw = rng.random()
    if depth == 0 or draw < 0.1:
        return (rng.choice(VARIABLES),) if rng.random() < 0.8 else (
            rng.choice(("2", "0.5", "3", "pi", "e", "0.1", "1e-3", "7.25", "1")),)
    if parts and draw < 0.25:
        return rng.choice(parts)
    name = rng.choice((*GATES, "+", "*", "-", "/", "+", "*"))
    tree = name, *(random_tree(rng, depth - 1, parts) for _ in range(GATES[name].text.count("{}")))
    if name == "^" and rng.random() < 0.7:
        tree = "^", tree[1], (rng.choice(("2", "3", "4", "0.5", "1.5", "0.3")),)
    parts.append(tree)
    return tree


def ask(program, questions):
    """The answers to trees at points."""
    lines = []
    for tree, point in questions:
        names = {*re.findall(r"[a-z]+", text_of(tree))}
        values = " ".join(f"{name}={point[name]!r}" for name in point if name in names)
        lines.append(f"grad '{text_of(tree)}' {values}")
    return program.objects(lines)


def random_gradients(program, tally, rng):
    """Any expression's answers are off by no more than its gates' roundings add up to."""
    questions, works = [], []
    with localcontext(DIGITS):
        while len(works) < 2000:
            tree = random_tree(rng, rng.randint(2, 7), [])
            point = {name: rng.choice((1, 1, 1, -1)) * log_uniform(rng, -1, 0.7)
                     for name in VARIABLES}
            try:
                work = Work(tree, point)
            except Unfit:
                continue
            if len(work.nodes) > 3:
                works.append(work)
                questions.append((tree, point))
        judged = 0
        for (tree, point), work, got in zip(questions, works, ask(program, questions)):
            asked = text_of(tree), point
            for name, true, error in work.answers():
                if name not in got:
                    tally.holds("any expression has an answer", asked, False, str(got))
                    continue
                if error * U > 1e-9 * abs(float(true)) > 0:
                    continue  # ill-conditioned: there is nothing to be seen
                off = abs(Decimal(got[name]) - true)
                judged += 1
                tally.holds("any expression", asked, off <= Decimal(error * U),
                            f"{name}: got {got[name]!r}, {float(off) / U / (error or 1):.1f} times "
                            f"the error allowed from {true:.20e}")
        tally.holds("most of them are judged", "any expression", judged > 4500, str(judged))


# ---- One gate ---------------------------------------------------------------------------------

X, Y = ("x",), ("y",)


def both(values):
    return [sign * value for value in values for sign in (1, -1)]


def spread(rng, low, high, count=60):
    return [log_uniform(rng, low, high) for _ in range(count)]


def tails(rng):
    """Expressions of one gate, or of two where the first is exact, and where to ask them."""
    ends = [18.5, 36.04, 36.8, 37, 40, 350.5, 372.5, 700, 708.3, 709.5, 744, 745.1, 760, 1e4, 1e300]
    small = [5e-324, 1e-310, 1e-300, 1e-160, 1e-30, 1e-17, 2.0**-53, 1e-9, 1e-5]
    for name in ("sigmoid", "tanh", "softplus"):
        yield (name, X), both(ends + small + spread(rng, -3, 3, 200))
    yield ("exp", X), both(small + spread(rng, -3, 2.85, 200)) + [-740, -745, -750, 709.78, 710]
    yield ("exp", ("neg", X)), both(spread(rng, -3, 2.85))
    for name in ("ln", "log", "sqrt"):
        yield (name, X), small[3:] + [1, 1 + 2.0**-52, 1 - 2.0**-53] + spread(rng, -300, 300, 200)
    for name in ("sin", "cos", "tan"):
        yield (name, X), both([3, 22, 355, 1e5, 1e15, 1e22, *small[3:]]
                              + spread(rng, -3, 6, 100))
    yield ("tan", X), both([math.pi / 2, math.nextafter(math.pi / 2, 0), 1.57, 4.712388])
    for name in ("abs", "relu"):
        yield (name, X), both(spread(rng, -300, 300))
    yield ("1/", X), both([1e155, 1.5e154, 1e160, 1e-153, 1e-154, 1e-155]
                          + spread(rng, -154, 162, 200))
    yield ("/", X, Y), both(spread(rng, -70, 70))
    yield ("*", X, Y), both(spread(rng, -150, 150))
    yield ("-", X, Y), both(spread(rng, -3, 3))
    yield ("/", X, ("3",)), both(spread(rng, -300, 300))
    yield ("/", ("3",), X), both(spread(rng, -150, 150))
    for n in (2, 3, 4, 5, 7, 12, -1, -2, -3, -5):
        ends = 300 / (abs(n) + 1)
        yield ("^", X, (f"{n}",)), both(spread(rng, -ends, ends)) + [-2, -1, 1, -0.5]
    for n in ("0.5", "1.5", "2.5", "-0.5", "-1.5"):
        yield ("^", X, (n,)), spread(rng, -100, 100)
    for base in ("2", "10", "0.5"):
        yield ("^", (base,), X), both(spread(rng, -3, 2.3))
    yield ("^", X, Y), spread(rng, -0.3, 1)
    for name in ("max", "min"):
        yield (name, X, Y), both(spread(rng, -300, 300))


def ulps(got, true):
    """How far a double is from the truth, in units of the truth's last place."""
    unit = Decimal(math.ulp(float(true)))
    return abs(Decimal(got) - true) / unit


def one_gate(program, tally, rng):
    """Where an expression is one gate, or a quotient, each answer is within 4 units: in the tails,
    at powers of negative numbers, far out."""
    questions = []
    for tree, points in tails(rng):
        others = [1.75, *points]
        questions += [(tree, {"x": x, "y": abs(others[i % 7])}) for i, x in enumerate(points)]
    with localcontext(DIGITS):
        for question, got in zip(questions, ask(program, questions)):
            asked = text_of(question[0]), question[1]
            answers = list(Work(*question, largest=math.inf).answers())
            if any(abs(true) >= LARGEST for _, true, _ in answers):
                tally.holds("one gate, beyond the doubles", asked, "error" in got, str(got))
                continue
            for name, true, _ in answers:
                off = ulps(got[name], true) if name in got else math.inf
                tally.holds("one gate", asked, off <= ULPS,
                            f"{name}: {got.get(name)!r}, {off:.1f} units from {true:.20e}; {got}")


# ---- The sheet's functions --------------------------------------------------------------------

def near(tally, law, asked, got, right, most=APART):
    """Two doubles as text, so many units in the last place apart."""
    off = abs(float(got) - float(right)) / math.ulp(float(right))
    tally.holds(law, asked, off <= most, f"{got}, {off:.0f} units from {right}")


def sigmoid_by_gates(program, tally, rng):
    """Gate by gate as from the closed form, but where (1 + e^-x)^2 overflows or its reciprocal
    underflows, from x = -354 down."""
    rows = [(repr(sign * value),) for sign, most in ((1, 1000), (-1, 354))
            for value in [most, *spread(rng, -320, math.log10(most), 800),
                          *spread(rng, -3, math.log10(most), 1200)]]
    closed = program.columns("x", rows, "sigmoid-grad", "-o", "out,fx")
    gates = program.columns("x", rows, "grad", "1/(1+exp(-x))", "-o", "out,fx")
    for (x,), right, got in zip(rows, closed, gates):
        for name, *values in zip(("out", "fx"), got.split("\t"), right.split("\t")):
            near(tally, f"the sigmoid's {name} by gates", x, *values)


def complex_by_gates(program, tally, rng):
    """The same where no gate overflows or underflows: x + y below 1e154, y below 5e5.

    Of fy more cannot be had where its two parts cancel, nor where b = sqrt(y) is large: what b is
    rounded by, up to b units of e^-b, is then all of its error."""
    ranges = (((-300, 3), (-300, 3)), ((-3, 1.2), (-3, 1.2)), ((-1, 1), (-1, 1)),
              ((-300, 153), (0, 5.69)), ((-2, 2), (-300, 0)))
    points = [(log_uniform(rng, *xs), log_uniform(rng, *ys))
              for xs, ys in ranges for _ in range(1200)]
    points += [(1 + sign * log_uniform(rng, -15, -1), log_uniform(rng, -5, 3))
               for sign in (1, -1) for _ in range(500)]
    rows = [(repr(x), repr(y)) for x, y in points]
    text = "ln(x)*sigmoid(sqrt(y))/sigmoid((x+y)^2)"
    closed = program.columns("x,y", rows, "complex-grad", "-o", "out,fx,fy")
    gates = program.columns("x,y", rows, "grad", text, "-o", "out,fx,fy")
    skipped = 0
    with localcontext(DIGITS):
        for (x, y), right, got in zip(points, closed, gates):
            right, got = right.split("\t"), got.split("\t")
            near(tally, "complex out by gates", (x, y), got[0], right[0])
            near(tally, "complex fx by gates", (x, y), got[1], right[1])
            true, parts = complex_layer(Decimal(x), Decimal(y))
            if abs(true[2]) < Decimal("0.8") * max(map(abs, parts)):
                skipped += 1
                continue
            near(tally, "complex fy by gates", (x, y), got[2], right[2], APART + math.sqrt(y))
    tally.holds("few points skipped", "complex fy by gates", skipped < len(points) / 5,
                f"{skipped} of {len(points)}")


LAWS = (random_gradients, one_gate, sigmoid_by_gates, complex_by_gates)
