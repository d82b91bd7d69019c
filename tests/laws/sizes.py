"""Sizes and counts: by sliding, scattering and enumerating; beyond 32 bits by Python's integers."""

import itertools
import math

from common import MAX, random_layer, question


# ---- By brute force ------------------------------------------------------------------------------

def slide(W, F, S, d, begin, end, R):
    """(windows, unused cells) of one axis, by sliding over the padded cells; None if refused."""
    cells = [False] * begin + [True] * W + [False] * end
    reach = [d * k for k in range(F)]
    if reach[-1] >= len(cells):
        return None
    starts = [0]
    while starts[-1] + S + reach[-1] < len(cells):
        starts.append(starts[-1] + S)
    uneven = starts[-1] + reach[-1] + 1 < len(cells)
    if uneven and R == "exact":
        return None
    following = starts[-1] + S
    if uneven and (R == "full" or R == "ceil" and following < begin + W):
        starts.append(following)
    return len(starts), sum(cells[starts[-1] + reach[-1] + 1:])


def scatter(W, F, S, d, begin, end, output_pad):
    """The size of a transposed layer's output: the extent of all that its input cells touch."""
    extent = max(i * S + k * d for i in range(W) for k in range(F)) + 1 + output_pad
    return extent - begin - end if extent > begin + end else None


def same_pads(W, F, S, d, lower):
    """Padding for which the size is ceil(W/S): cells are added, the end first, until it is."""
    begin = end = 0
    wanted = len(range(0, W, S))
    while (wanted - 1) * S + d * (F - 1) >= begin + W + end:
        if (begin > end) if lower else (begin >= end):
            end += 1
        elif lower or begin < end:
            begin += 1
    return begin, end, wanted


def axis_answer(layer, i):
    """(size, unused) of one axis; None if refused."""
    W, F, S, d = layer.W[i], layer.F[i], layer.S[i], layer.d[i]
    if isinstance(layer.pads, str):
        if layer.transposed:
            return W * S, 0
        begin, end, wanted = same_pads(W, F, S, d, layer.pads == "same-lower")
        size, unused = slide(W, F, S, d, begin, end, "floor")
        assert size == wanted
        return size, unused
    if layer.transposed:
        size = scatter(W, F, S, d, *layer.pads[i], layer.output_pad[i])
        return size and (size, 0)
    return slide(W, F, S, d, *layer.pads[i], layer.R)


def sizes_by_sliding(program, tally, rng):
    for transposed in (False, True):
        layers = [random_layer(rng, transposed=transposed) for _ in range(1500)]
        questions = [question(rng, layer) for layer in layers]
        for layer, asked, got in zip(layers, questions, program.objects(questions)):
            axes = [axis_answer(layer, i) for i in range(layer.dims)]
            if None in axes:
                tally.equal("refused by sliding", asked, got.get("status"), 1)
                continue
            tally.equal("size by sliding", asked, got.get("size"), [size for size, _ in axes])
            if not transposed:
                tally.equal("unused by sliding", asked, got.get("unused"), [u for _, u in axes])
            if isinstance(layer.pads, str) and not transposed:
                pads = [list(same_pads(layer.W[i], layer.F[i], layer.S[i], layer.d[i],
                                       layer.pads == "same-lower")[:2]) for i in range(layer.dims)]
                tally.holds("padding of same", asked, got.get("P") in (pads, layer.pads),
                            f"got {got.get('P')}, expected {pads}")


def columns_by_sliding(program, tally, rng):
    """Square layers, one a line, through --columns."""
    for R in ("exact", "floor", "ceil", "full"):
        rows = [(rng.randint(1, 60), rng.randint(1, 9), rng.randint(1, 6), rng.randint(0, 5))
                for _ in range(1000)]
        answers = program.columns("W,F,S,P", rows, "convout", "-R", R, "-o", "size,unused")
        for (W, F, S, P), got in zip(rows, answers):
            expected = slide(W, F, S, 1, P, P, R) or ("-", "-")
            tally.equal("columns by sliding", (W, F, S, P, R), got, "%s\t%s" % expected)


def enumerated(layer, sizes):
    """Every count of a layer, by listing what it counts."""
    windows = list(itertools.product(*map(range, layer.W if layer.transposed else sizes)))
    cells = list(itertools.product(*map(range, layer.F)))
    # Filter k belongs to one group, and sees the channels of that group alone.
    pairs = [(k, c) for k in range(layer.K) for c in range(layer.C)
             if k // (layer.K // layer.G) == c // (layer.C // layer.G)]
    weights = len({(k, c, cell) for k, c in pairs for cell in cells})
    biases = layer.K if layer.bias else 0
    counts = {
        "weights": weights, "biases": biases, "params": weights + biases,
        "windows": sum(1 for _ in itertools.product(*map(range, sizes))),
        "neurons": sum(1 for _ in itertools.product(*map(range, sizes), range(layer.K))),
        "macs": sum(1 for _ in itertools.product(windows, pairs, cells))}
    if not layer.transposed:
        counts["connections"] = sum(1 for k, _ in pairs if k == 0) * len(cells)
    return {**counts, "flops": 2 * counts["macs"], "volume": [*sizes, layer.K]}


def counts_by_enumeration(program, tally, rng):
    layers = [random_layer(rng, biggest=6, counted=True, transposed=i % 4 == 0)
              for i in range(400)]
    questions = [question(rng, layer) for layer in layers]
    plain_params = ["params " + asked.split(" ", 1)[1] for asked in questions]
    alone = program.objects([asked for asked in plain_params])
    for layer, asked, got, params in zip(layers, questions, program.objects(questions), alone):
        axes = [axis_answer(layer, i) for i in range(layer.dims)]
        if None in axes or math.prod(size for size, _ in axes) > 2000:
            continue
        expected = enumerated(layer, [size for size, _ in axes])
        tally.equal("counts by enumeration", asked,
                    {name: got.get(name) for name in expected}, expected)
        if not (layer.transposed and "--output-pad" in asked):
            tally.equal("params asked alone", asked, params.get("params"), expected["params"])


# ---- Beyond 32 bits ------------------------------------------------------------------------------

def formula(W, F, S, d, begin, end, R):
    """(size, unused) in integers without bound; None if refused."""
    E = d * (F - 1) + 1
    span = W + begin + end - E
    if span < 0 or E > MAX:
        return None
    steps, rest = divmod(span, S)
    if rest and R == "exact":
        return None
    if rest and (R == "full" or R == "ceil" and (steps + 1) * S < begin + W):
        steps += 1
    size, last = steps + 1, steps * S + E
    return (size, max(0, min(W, begin + W - last))) if size <= MAX else None


def huge(rng):
    """From 1 to 2^62, of every magnitude; often at a power of two."""
    value = 2 ** rng.randint(0, 62)
    return value if rng.random() < 0.2 else rng.randint(max(1, value // 2), value)


def huge_sizes(program, tally, rng):
    asked, expected, layers = [], [], []
    while len(asked) < 3000:
        W, F, S, d = huge(rng), huge(rng), huge(rng), huge(rng) if rng.random() < 0.2 else 1
        if rng.random() < 0.7:
            F = min(F, W // d + 1)
        if rng.random() < 0.3:
            S = math.gcd(S, 2**62)
        begin, end = (huge(rng) if rng.random() < 0.3 else rng.randint(0, 3) for _ in "be")
        R = rng.choice(("exact", "floor", "ceil", "full"))
        if rng.random() < 0.25:
            size = S * (W - 1) + d * (F - 1) + 1 - begin - end
            answer = (size, 0) if 1 <= size <= MAX else None
            layer = f"-W {W} -F {F} -S {S} -d {d} -P {begin}:{end} --transpose"
            # What the formula passes through may leave 63 bits though its end does not.
            if d * (F - 1) + 1 > MAX:
                answer = None
        else:
            answer = formula(W, F, S, d, begin, end, R)
            layer = f"-W {W} -F {F} -S {S} -d {d} -P {begin}:{end} -R {R}"
        asked.append(f"convout --dims 1 {layer}")
        expected.append(answer)
        layers.append((W, F))
    for line, answer, got in zip(asked, expected, program.objects(asked)):
        if answer is None:
            tally.equal("huge, refused", line, got.get("status"), 1)
        else:
            tally.equal("huge size", line, got.get("size"), [answer[0]])
            if "--transpose" not in line:
                tally.equal("huge unused", line, got.get("unused"), [answer[1]])


def huge_counts(program, tally, rng):
    """A count is exact up to 2^63 - 1; beyond, JSON has null, and who asks for it gets status 1."""
    asked, expected = [], []
    while len(asked) < 800:
        dims = rng.choice((1, 2, 3))
        top = 2 ** rng.choice((4, 12, 30, 62))
        W, F = rng.randint(1, top), rng.randint(1, min(top, 2**20))
        F = min(F, W)
        G = rng.choice((1, 1, 2, 3))
        C, K = G * rng.randint(1, 2 ** rng.choice((3, 20, 60))), G * rng.randint(1, 2**20)
        size = W - F + 1
        weights, windows = K * F**dims * (C // G), size**dims
        counts = {"windows": windows, "neurons": windows * K, "connections": F**dims * (C // G),
                  "weights": weights, "biases": K, "params": weights + K,
                  "macs": windows * weights, "flops": 2 * windows * weights}
        asked.append(f"convout --dims {dims} -W {W} -F {F} -C {C} -K {K} -G {G}")
        expected.append({name: count if count <= MAX else None for name, count in counts.items()})
    for line, counts, got in zip(asked, expected, program.objects(asked)):
        tally.equal("huge counts", line, {name: got.get(name, "?") for name in counts}, counts)
    names = [rng.choice(list(counts)) for counts in expected]
    single = [f"{line} -o {name}" for line, name in zip(asked, names)]
    for line, name, counts, got in zip(single, names, expected, program.batch(single)):
        tally.equal("a huge count asked for", line, got, str(counts[name] or "-"))


LAWS = (sizes_by_sliding, columns_by_sliding, counts_by_enumeration, huge_sizes, huge_counts)
