"""Sizes as PyTorch documents and computes them, for every layer that it accepts."""

from math import floor


def conv(W, F, S, P, d):
    """torch.nn.Conv2d, its documented formula."""
    return floor((W + 2 * P - d * (F - 1) - 1) / S + 1)


def conv_transpose(W, F, S, P, d, output_padding):
    """torch.nn.ConvTranspose2d, its documented formula."""
    return (W - 1) * S - 2 * P + d * (F - 1) + output_padding + 1


def max_pool(W, F, S, P, d, ceil_mode):
    """torch.nn.MaxPool2d; in ceil mode, as pooling_output_shape in aten/src/ATen/native/Pool.h: the
    last window is dropped if it would start beyond the input and its left padding."""
    size = (W + 2 * P - d * (F - 1) - 1 + (S - 1 if ceil_mode else 0)) // S + 1
    if ceil_mode and (size - 1) * S >= W + P:
        size -= 1
    return size


def draw(rng):
    return (rng.randint(1, 50), rng.randint(1, 9), rng.randint(1, 6), rng.randint(0, 5),
            rng.choice((1, 1, 1, 2, 3)))


def fits(W, F, S, P, d):
    """PyTorch's ceil mode takes some wider filters too; cnncalc does not, and says so."""
    return d * (F - 1) + 1 <= W + 2 * P


def pools(W, F, S, P, d):
    """A pool layer's padding is at most half of its filter."""
    return P <= F // 2 and fits(W, F, S, P, d)


def pytorch(program, tally, rng):
    for law, words, size, accepts in (
            ("conv", ["convout", "-R", "floor"], conv, fits),
            ("pool", ["pool", "-R", "floor"], lambda *layer: max_pool(*layer, False), pools),
            ("pool, ceil mode", ["pool", "-R", "ceil"], lambda *layer: max_pool(*layer, True),
             pools),
            ("pool asked as conv", ["convout", "-R", "ceil"],
             lambda *layer: max_pool(*layer, True), pools),
            ("conv transpose", ["convout", "--transpose"],
             lambda *layer: conv_transpose(*layer, 0),
             lambda *layer: conv_transpose(*layer, 0) >= 1)):
        layers = [draw(rng) for _ in range(1500)]
        answers = program.columns("W,F,S,P,d", layers, *words)
        for layer, got in zip(layers, answers):
            expected = str(size(*layer)) if accepts(*layer) else None
            if expected is not None:
                tally.equal(f"PyTorch's {law}", layer, got, expected)
            elif not fits(*layer) and "--transpose" not in words:
                tally.equal(f"too wide for {law}", layer, got, "-")


def pytorch_output_padding(program, tally, rng):
    layers = [(*draw(rng), rng.randint(0, 4)) for _ in range(1500)]
    questions = [f"convout --transpose -W {W} -F {F} -S {S} -P {P} -d {d} --output-pad {o}"
                 for W, F, S, P, d, o in layers]
    for layer, asked, got in zip(layers, questions, program.batch(questions)):
        _, _, S, _, d, output_padding = layer
        size = conv_transpose(*layer)
        accepted = output_padding < max(S, d) and size >= 1
        tally.equal("PyTorch's output padding", asked, got, str(size) if accepted else "-")


LAWS = (pytorch, pytorch_output_padding)
