"""What the laws share: asking the program, random layers, and counting what holds."""

import dataclasses
import json
import os
import subprocess
import tempfile

MAX = 2**63 - 1  # the largest count
SHOWN = 10  # broken cases printed for each law


class Program:
    """The built program. Questions go to it by the thousand, one process for all of them."""

    def __init__(self, binary, share=1):
        self.binary = os.path.abspath(binary)
        self.share = share
        self.environment = dict(os.environ, LC_ALL="C")

    def few(self, count):
        """How many of so many questions are asked where each takes a process, or several."""
        return -(-count // self.share)

    def run(self, *words, text=""):
        """A finished process, its outputs as text."""
        return subprocess.run([self.binary, *map(str, words)], input=text, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env=self.environment)

    def over_lines(self, lines, *words):
        """The process over a file of these lines, its output cut into lines, its complaints."""
        with tempfile.TemporaryDirectory() as directory:
            with open(os.path.join(directory, "lines"), "w") as file:
                file.writelines(f"{line}\n" for line in lines)
            with open(os.path.join(directory, "output"), "w+") as output:
                done = subprocess.run([self.binary, *map(str, words), "lines"], cwd=directory,
                                      stdin=subprocess.DEVNULL, stdout=output,
                                      stderr=subprocess.PIPE, text=True, env=self.environment)
                output.seek(0)
                answers = output.read().split("\n")
        if answers.pop() != "" or len(answers) != len(lines):
            unanswered = lines[len(answers)] if len(answers) < len(lines) else "none"
            raise SystemExit(f"{words}: {len(lines)} questions, {len(answers)} answers, status "
                             f"{done.returncode}; the first without: {unanswered}\n"
                             f"{done.stderr[-1000:]}")
        return answers, done.stderr, done.returncode

    def batch(self, questions, *options):
        return self.over_lines(questions, "batch", *options)[0]

    def columns(self, names, rows, *words):
        return self.over_lines([" ".join(map(str, row)) for row in rows],
                               *words, "--columns", names)[0]

    def objects(self, questions, *options):
        """The JSON object of each question."""
        return [strict_json(line) for line in self.batch(questions, "--json", *options)]


def strict_json(text):
    """One JSON object: keys unique, nothing that is not JSON."""
    def unique(pairs):
        if len(dict(pairs)) != len(pairs):
            raise ValueError(f"a key stands twice: {text}")
        return dict(pairs)

    def refuse(word):
        raise ValueError(f"{word} is not JSON: {text}")

    return json.loads(text, object_pairs_hook=unique, parse_constant=refuse)


class Tally:
    """Counts what was judged, law by law."""

    def __init__(self):
        self.passed = self.failed = 0
        self.broken = {}

    def equal(self, law, question, got, expected):
        self.holds(law, question, got == expected, f"got {got!r}, expected {expected!r}")

    def holds(self, law, question, truth, otherwise=""):
        if truth:
            self.passed += 1
            return
        self.failed += 1
        self.broken[law] = self.broken.get(law, 0) + 1
        if self.broken[law] <= SHOWN:
            print(f"{law}: {question}\n    {otherwise}")


# ---- Layers ------------------------------------------------------------------------------------

@dataclasses.dataclass
class Layer:
    """A layer's question, one entry for each axis."""
    dims: int
    W: list
    F: list
    S: list
    d: list
    pads: list  # (begin, end) on each axis, or one of the words same, same-lower
    output_pad: list
    R: str = "exact"
    C: int = 0  # 0 where it is not told
    K: int = 0
    G: int = 1
    transposed: bool = False
    bias: bool = True
    command: str = "convout"


def random_layer(rng, biggest=40, counted=False, transposed=False):
    """A small layer; it need not fit."""
    dims = rng.choice((1, 2, 2, 3))
    alike = rng.random() < 0.5

    def per_axis(draw):
        return [draw()] * dims if alike else [draw() for _ in range(dims)]

    S = per_axis(lambda: rng.choice((1, 1, 2, 2, 3, 4, 7)))
    d = per_axis(lambda: rng.choice((1, 1, 1, 2, 3)))
    kind = rng.random()
    pads = ("same" if kind < 0.1 else "same-lower" if kind < 0.2
            else per_axis(lambda: (rng.randint(0, 4), rng.randint(0, 4))) if kind < 0.5
            else per_axis(lambda: (rng.randint(0, 4),) * 2))
    fixed = transposed and isinstance(pads, list)
    G = rng.choice((1, 1, 2, 3)) if counted else 1
    return Layer(
        dims=dims, W=per_axis(lambda: rng.randint(1, biggest)), S=S, d=d, pads=pads, G=G,
        F=per_axis(lambda: rng.randint(1, min(7, biggest))),
        output_pad=[rng.randint(0, max(s, e) - 1) if fixed and rng.random() < 0.4 else 0
                    for s, e in zip(S, d)],
        R="exact" if transposed else rng.choice(("exact", "floor", "ceil", "full")),
        C=G * rng.randint(1, 4) if counted else 0, K=G * rng.randint(1, 4) if counted else 0,
        transposed=transposed, bias=rng.random() < 0.8)


def written(rng, sizes, alone=True):
    """One number where all are equal, mostly; else one for each axis."""
    texts = [str(size) for size in sizes]
    if alone and len(set(texts)) == 1 and rng.random() < 0.7:
        return texts[0]
    return "x".join(texts)


def question(rng, layer):
    """The layer as it might be typed: shorthands or not, defaults typed or not, in any order."""
    def told(default, values):
        return any(value != default for value in values) or rng.random() < 0.2

    # The channels may stand in -W, in -F (a group's share), in -C, or in several of them.
    places = rng.choice(("W", "F", "C", "WF", "WC")) if layer.C else ""
    options = [["-F", written(rng, [*layer.F, layer.C // layer.G], alone=False)
                if "F" in places else written(rng, layer.F)]]
    if "W" in places:
        options += [["-W", written(rng, [*layer.W, layer.C], alone=False)]]
    elif layer.dims == 2 and rng.random() < 0.2:
        options += [["-W", layer.W[0]], ["-H", layer.W[1]]]
    else:
        options += [["-W", written(rng, layer.W)]]
    if "C" in places:
        options += [["-C", layer.C]]
    if told(1, layer.S) or layer.command == "pool":
        options += [["-S", written(rng, layer.S)]]
    if told(1, layer.d):
        options += [["-d", written(rng, layer.d)]]
    if isinstance(layer.pads, str):
        options += [["-P", layer.pads]]
    elif told((0, 0), layer.pads):
        options += [["-P", written(rng, [f"{b}" if b == e and rng.random() < 0.8 else f"{b}:{e}"
                                         for b, e in layer.pads])]]
    if told(0, layer.output_pad) and layer.transposed:
        options += [["--output-pad", written(rng, layer.output_pad)]]
    if told("exact", [layer.R]) and not layer.transposed:
        options += [["-R", layer.R]]
    if layer.K:
        options += [["-K", layer.K]]
    if layer.G != 1:
        options += [["-G", layer.G]]
    if layer.transposed:
        options += [["--transpose"]]
    if not layer.bias and layer.command == "convout":
        options += [["--no-bias"]]
    if layer.dims != 2 or rng.random() < 0.2:
        options += [["--dims", layer.dims]]
    rng.shuffle(options)
    return " ".join([layer.command, *(str(word) for option in options for word in option)])
