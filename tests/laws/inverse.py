"""The inverse question: the layers that fit are those of a search through all within the bounds;
and each of them, asked as it is printed, gives the size that was wanted."""

import dataclasses

ROUNDS = ("exact", "floor", "ceil", "full")


@dataclasses.dataclass
class Wanted:
    """A question: what is told, and 0 or None where it is not."""
    W: int = 0
    O: int = 0
    F: int = 0
    S: int = 0
    P: object = None  # (begin, end), same or same-lower
    d: int = 1
    R: str = "exact"
    dims: int = 2
    transposed: bool = False
    pool: bool = False
    most: int = 15  # the largest filter
    first: bool = False


# ---- By search -----------------------------------------------------------------------------------

def size(wanted, W, F, S, P):
    """What comes out of a layer; None where it does not fit."""
    if isinstance(P, str):
        return W * S if wanted.transposed else -(-W // S)
    begin, end = P
    extent = wanted.d * (F - 1) + 1
    if wanted.transposed:
        out = S * (W - 1) + extent - begin - end
        return out if out > 0 else None
    steps, rest = divmod(W - extent + begin + end, S)
    if steps < 0 or rest and wanted.R == "exact":
        return None
    if rest and (wanted.R == "full" or wanted.R == "ceil" and (steps + 1) * S < W + begin):
        steps += 1
    return steps + 1


def inputs(wanted, F, S, P):
    """Sizes among which an input that is not told must be."""
    if wanted.W:
        return [wanted.W]
    extent = wanted.d * (F - 1) + 1
    padding = 0 if isinstance(P, str) else sum(P)
    return range(1, (wanted.O + padding if wanted.transposed else wanted.O * S + extent) + 2)


def solutions(wanted):
    """(W, F, S, P, O) of every layer that fits: by filter, stride, padding, input."""
    for F in [wanted.F] if wanted.F else range(1, wanted.most + 1):
        for S in [wanted.S] if wanted.S else range(1, F + 1):
            for P in [wanted.P] if wanted.P is not None else [(p, p) for p in range(F // 2 + 1)]:
                for W in inputs(wanted, F, S, P):
                    O = size(wanted, W, F, S, P)
                    if O is not None and wanted.O in (0, O):
                        yield W, F, S, P, O


def expected(wanted):
    found = list(solutions(wanted))
    return found[:1] if wanted.first else found


# ---- As it is typed and printed ------------------------------------------------------------------

def padding(P):
    return P if isinstance(P, str) else f"{P[0]}" if P[0] == P[1] else f"{P[0]}:{P[1]}"


def flags(wanted, solution):
    W, F, S, P, _ = solution
    words = [f"-W {W} -F {F} -S {S} -P {padding(P)}"]
    words += [f"-d {wanted.d}"] if wanted.d != 1 else []
    words += [f"-R {wanted.R}"] if wanted.R != "exact" else []
    words += [f"--dims {wanted.dims}"] if wanted.dims != 2 else []
    words += ["--transpose"] if wanted.transposed else []
    return " ".join(words)


def question(rng, wanted):
    """In any order, defaults told or not."""
    def told(value, default):
        return value != default or rng.random() < 0.2

    options = [["-" + letter, value] for letter in "WOFS" if (value := getattr(wanted, letter))]
    if wanted.P is not None:
        options += [["-P", padding(wanted.P)]]
    if told(wanted.d, 1):
        options += [["-d", wanted.d]]
    if told(wanted.R, "exact") and not wanted.transposed:
        options += [["-R", wanted.R]]
    if told(wanted.dims, 2):
        options += [["--dims", wanted.dims]]
    if told(wanted.most, 15) and not wanted.F:
        options += [["--max-filter", wanted.most]]
    options += [[f"--{name}"] for name, given in
                (("transpose", wanted.transposed), ("pool", wanted.pool), ("first", wanted.first))
                if given]
    rng.shuffle(options)
    return " ".join(["fit", *(str(word) for option in options for word in option)])


def random_wanted(rng, size_most=20, filter_most=6):
    """A small question; it need not have an answer."""
    kind = rng.choice(("transposed", "pool", "conv", "conv"))
    unknown = rng.choice(("W", "O", "", ""))
    P = rng.choice((None, None, None, "told", "told", "uneven", "same", "same-lower"))
    if P in ("told", "uneven"):
        begin = rng.randint(0, 4)
        P = (begin, begin if P == "told" else rng.randint(0, 4))
    return Wanted(
        W=rng.randint(1, size_most) if unknown != "W" else 0,
        O=rng.randint(1, size_most) if unknown != "O" else 0,
        F=rng.randint(1, filter_most) if rng.random() < 0.4 else 0,
        S=rng.randint(1, filter_most) if rng.random() < 0.4 else 0,
        P=P, d=rng.choice((1, 1, 1, 2, 3)), dims=rng.choice((1, 2, 2, 3)),
        R="exact" if kind == "transposed" else rng.choice(ROUNDS),
        transposed=kind == "transposed", pool=kind == "pool",
        most=rng.randint(1, filter_most), first=rng.random() < 0.1)


# ---- Laws ----------------------------------------------------------------------------------------

def judge(program, tally, name, rng, all_wanted):
    """The layers that are printed against those of a search; then each of them asked again."""
    asked = [question(rng, wanted) for wanted in all_wanted]
    again, sizes = [], []
    for wanted, typed, got in zip(all_wanted, asked, program.batch(asked)):
        found = expected(wanted)
        tally.equal(name, typed, got,
                    "\t".join(flags(wanted, solution) for solution in found) or "-")
        if got != "-":
            sizes_of = {flags(wanted, solution): solution[4] for solution in found}
            for line in got.split("\t"):
                again.append(f"{'pool' if wanted.pool else 'convout'} {line}")
                sizes.append(sizes_of.get(line, wanted.O))
    for line, got, O in zip(again, program.batch(again), sizes):
        tally.equal(f"{name}, asked again", line, got, str(O))


def inverse_by_search(program, tally, rng):
    judge(program, tally, "inverse by search", rng, [random_wanted(rng) for _ in range(6000)])


def inverse_of_large_sizes(program, tally, rng):
    """Both sizes of a layer that there is, at any scale up to 2^61."""
    all_wanted = []
    while len(all_wanted) < 1000:
        wanted = random_wanted(rng, filter_most=9)
        wanted.W = rng.randint(1, 2 ** rng.randint(5, 59))
        F = wanted.F or rng.randint(1, wanted.most)
        S = wanted.S or rng.randint(1, min(F, 4))
        p = rng.randint(0, F // 2)
        wanted.O = size(wanted, wanted.W, F, S, wanted.P if wanted.P is not None else (p, p)) or 0
        if wanted.O:
            all_wanted.append(wanted)
    judge(program, tally, "inverse of large sizes", rng, all_wanted)


def inverse_in_fields(program, tally, rng):
    """Its fields are those of the same layer, asked by its flags."""
    again, fields = [], []
    for wanted in [random_wanted(rng, size_most=9, filter_most=4) for _ in range(500)]:
        lines = [flags(wanted, solution) for solution in expected(wanted)]
        if lines:
            again.append([f"{'pool' if wanted.pool else 'convout'} {line} -o W,F,S,P,d,out"
                          for line in lines])
            fields.append(question(rng, wanted) + " -o W,F,S,P,d,O")
    answers = iter(program.batch([line for lines in again for line in lines]))
    for typed, lines, got in zip(fields, again, program.batch(fields)):
        tally.equal("inverse in fields", typed, got, "\t".join(next(answers) for _ in lines))


LAWS = (inverse_by_search, inverse_of_large_sizes, inverse_in_fields)
