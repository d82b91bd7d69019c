"""The sheet's gradients against the true formulas, worked in 150 digits; a step rounded once."""

import math
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, localcontext
from fractions import Fraction

DIGITS = Context(prec=60, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
MANY_DIGITS = Context(prec=150, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
LARGEST = Decimal(math.ldexp(1, 1023)) * 2  # what rounds to it has left the doubles


def sigmoid(u):
    """1/(1 + e^-u)."""
    return 1 / (1 + (-u).exp())


def complement(u):
    """1 - sigmoid(u), without losing digits."""
    return sigmoid(-u)


def complex_layer(x, y):
    """out, fx, fy of f = ln x sigmoid(sqrt y)/sigmoid((x + y)^2), and the parts of fy that may
    cancel: f differentiated by the quotient rule."""
    a, b, h = x.ln(), y.sqrt(), (x + y) ** 2
    c = sigmoid(b)
    # 1/sigmoid(h) is 1 + e^-h; far out, e^-h is nothing against anything, and slow to work out.
    E = (-h).exp() if h < 10**6 else Decimal(0)
    slope = 2 * (x + y) * E
    out = a * c * (1 + E)
    fx = c * ((1 + E) / x - a * slope)
    parts = a * c * complement(b) * (1 + E) / (2 * b), a * c * slope
    return (out, fx, parts[0] - parts[1]), parts


def judge(tally, law, asked, got, true):
    """The answer is the double nearest to the truth."""
    nearest = float(true)
    tally.holds(law, asked, float(got) == nearest, f"got {got}, not {nearest!r}")


def zero_of_fy(x, low, high):
    """The double beside which fy is 0, between two at which its signs differ."""
    def rises(y):
        return complex_layer(Decimal(x), Decimal(y))[0][2] > 0
    left = rises(low)
    while low < (middle := (low + high) / 2) < high:
        low, high = (middle, high) if rises(middle) == left else (low, middle)
    return low


def log_uniform(rng, low, high):
    return 10 ** rng.uniform(low, high)


def sigmoid_gradient(program, tally, rng):
    xs = [-1000, -745, -745.2, -708.5, -400, -37, -18, 0, 1e-300, 18, 36, 36.7, 37, 40, 700, 709,
          745, 1000, 5e-324, 1e308]
    xs += [sign * log_uniform(rng, low, 3) for low in (-320, -3, 0) for sign in (1, -1)
           for _ in range(300)]
    # There 1/2 + x/4, or 1/4 - x^2/16, is halfway between two doubles.
    xs += [sign * math.ldexp(2 * rng.randrange(2**bits) + 1, place) for bits in (1, 9, 25)
           for place in (-52, -53, -26, -27) for sign in (1, -1) for _ in range(10)]
    answers = program.columns("x", [(repr(float(x)),) for x in xs], "sigmoid-grad", "-o", "out,fx")
    with localcontext(MANY_DIGITS):
        for x, answer in zip(xs, answers):
            out, fx = answer.split("\t")
            u = Decimal(float(x))
            if abs(u) > 10**6:
                tally.equal("sigmoid, far out", x, (float(out), float(fx)), (float(x > 0), 0.0))
                continue
            judge(tally, "sigmoid", x, out, sigmoid(u))
            judge(tally, "sigmoid'", x, fx, sigmoid(u) * complement(u))


def complex_gradient(program, tally, rng):
    points = [(2, 4), (1e-300, 1), (1, 1), (1.5, 2000), (3, 560000), (1e-300, 2000), (0.5, 500000),
              (1.7e308, 1e308), (1e308, 1e308), (5, 1e308), (1e308, 5e-324), (1e-5, 1e-300)]
    points += [(log_uniform(rng, -300, 3), log_uniform(rng, -300, 3)) for _ in range(300)]
    points += [(log_uniform(rng, -3, 1.2), log_uniform(rng, -3, 1.2)) for _ in range(700)]
    points += [(log_uniform(rng, -2, 300), log_uniform(rng, 0, 5.7)) for _ in range(300)]
    points += [(1 + sign * log_uniform(rng, -15, -1), log_uniform(rng, -5, 3))
               for sign in (1, -1) for _ in range(150)]
    # Beside the zeros of fy, and where 1 + sqrt(y)/2 is halfway between two doubles.
    with localcontext(DIGITS):
        points += [(x, math.nextafter(zero_of_fy(x, *ends), side))
                   for x in (1e-3, 0.1, 0.3, 0.7) for ends in ((1e-9, 0.6), (0.6, 3.0))
                   for side in (0, 3)]
    points += [(2.0 ** -rng.randrange(40, 900), math.ldexp(2 * rng.randrange(2**20) + 1, -52) ** 2)
               for _ in range(20)]
    points = [(float(x), float(y)) for x, y in points]
    rows = [(repr(x), repr(y)) for x, y in points]
    answers = program.columns("x,y", rows, "complex-grad", "-o", "out,fx,fy")
    with localcontext(MANY_DIGITS):
        for point, answer in zip(points, answers):
            true, _ = complex_layer(*map(Decimal, point))
            if any(abs(value) >= LARGEST for value in true):
                tally.equal("complex, beyond the doubles", point, answer, "-\t-\t-")
                continue
            if answer.startswith("-\t"):
                tally.holds("complex has an answer", point, False, answer)
                continue
            for name, got, value in zip(("out", "fx", "fy"), answer.split("\t"), true):
                judge(tally, f"complex {name}", point, got, value)


def step(program, tally, rng):
    """x - s*g is the double nearest to the exact value."""
    draw = (lambda: rng.choice((1, -1)) * log_uniform(rng, -4, 4),
            lambda: rng.choice((1, -1)) * log_uniform(rng, -300, 300),
            lambda: rng.randint(-50, 50) / 10)
    rows = [tuple(choose() for _ in "xgs") for choose in draw for _ in range(700)]
    # Nearly nothing is left of x: the product's own rounding would be all of the answer.
    for _ in range(300):
        g, s = rng.uniform(0.1, 10), rng.uniform(0.1, 10)
        rows.append((g * s, g, s))
    answers = program.columns("x,g,s", [map(repr, row) for row in rows], "gdstep")
    for row, got in zip(rows, answers):
        x, g, s = map(Fraction, row)
        try:
            expected = float(x - s * g)
        except OverflowError:
            tally.equal("a step beyond the doubles", row, got, "-")
            continue
        tally.holds("a step, rounded once", row, got != "-" and float(got) == expected,
                    f"got {got}, expected {expected!r}")


LAWS = (sigmoid_gradient, complex_gradient, step)
