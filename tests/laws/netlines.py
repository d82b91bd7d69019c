"""Random networks, each as a file's lines and as a model."""

from agreement import LONG
from common import written
from netmodel import (CONVS, JOINS, NORMS, POINTWISE, POOLS, SAME, SOURCES, Layer, Refused, alive,
                      work)

LONGER = {**LONG, "-O": "--output-size"}
WIDEST, MOST = 64, 60_000  # cells on an axis, numbers in an output
BYTES = {"f32": 4, "f16": 2, "bf16": 2, "i8": 1}
ROUNDINGS = ("exact", "floor", "ceil", "full")

# Options that `default` may say, by the kinds that take them.
TAKEN = {**dict.fromkeys(POOLS, "FSPdR"), "conv": "FSPdKGRB", "convtranspose": "FSPdKGB",
         "dense": "KB", "slice": "K", "upsample": "S", "pixelshuffle": "S", "pad": "P",
         **dict.fromkeys(NORMS, "B"), "groupnorm": "GB"}
LETTERS = {"F": "-F", "S": "-S", "P": "-P", "d": "-d", "K": "-K", "G": "-G", "R": "-R"}


class Network:
    """Lines of text, and the layers that they say."""

    def __init__(self, rng):
        self.rng = rng
        self.lines, self.layers = [], []
        self.dims = rng.choice((1, 2, 2, 2, 3))
        self.R = rng.choice(("exact", "exact", *ROUNDINGS))  # of the command line
        self.batch = rng.choice((1, 1, rng.randint(2, 9)))
        self.dtype = rng.choice(tuple(BYTES))
        self.by_kind, self.for_all = {}, {}  # what `default` lines say

    def options(self):
        words = ["--batch-size", self.batch] if self.batch != 1 else []
        words += ["--dtype", self.dtype] if self.dtype != "f32" else []
        return words + (["-R", self.R] if self.R != "exact" else [])

    def text(self):
        return "".join(self.lines)

    def outputs(self):
        """Bytes of each layer's output."""
        return [layer.numbers() * self.batch * BYTES[self.dtype] for layer in self.layers]

    def alive(self):
        return alive(self.layers, self.outputs())

    # ---- Words -----------------------------------------------------------------------------------

    def some(self, likelihood):
        return self.rng.random() < likelihood

    def per_axis(self, draw, alike=0.6):
        return [draw()] * self.dims if self.some(alike) else [draw() for _ in range(self.dims)]

    def typed(self, letter, value):
        return self.rng.choice((f"{letter} {value}", f"{letter} {value}", f"{letter}{value}",
                                f"{LONGER[letter]} {value}", f"{LONGER[letter]}={value}"))

    def pads_written(self, pads):
        if pads in SAME:
            return pads
        if all(pad == (0, 0) for pad in pads) and self.some(0.1):
            return "valid"
        return written(self.rng, [f"{b}" if b == e and self.some(0.8) else f"{b}:{e}"
                                  for b, e in pads])

    def default_of(self, kind, letter, builtin):
        return self.by_kind.get((kind, letter), self.for_all.get(letter, builtin))

    def words(self, layer):
        """A layer's options. What its defaults say already may be left out."""
        kind, told, words = layer.kind, layer.told, []
        depthwise = kind in CONVS and told["G"] == layer.inputs[0].depth and self.some(0.5)
        builtins = {"S": [1] * self.dims if kind in CONVS else told.get("F"), "R": self.R,
                    "P": None if kind == "pad" else [(0, 0)] * self.dims, "d": [1] * self.dims,
                    "G": 1, "B": True}
        if depthwise:
            words.append("--depthwise")
            builtins["K"] = told["G"]
        for letter in TAKEN.get(kind, ""):
            if letter == "G" and depthwise or letter == "S" and told.get("S") is None:
                continue
            value = told["bias" if letter == "B" else letter]
            if value == self.default_of(kind, letter, builtins.get(letter)) and self.some(0.7):
                continue
            if letter == "B":
                words.append("--bias" if value else "--no-bias")
            else:
                words.append(self.typed(LETTERS[letter], self.value_written(letter, layer)))
        if any(told.get("output_pad", [0])):
            words.append(f"--output-pad {written(self.rng, told['output_pad'])}")
        if told.get("from"):
            words.append(f"--from {told['from']}")
        if told.get("shared"):
            words.append("--shared")
        O = told.get("checked") or told.get("O")
        if O:
            words.append(self.typed("-O", written(self.rng, O, len(O) == len(layer.sizes))))
        self.rng.shuffle(words)
        return words

    def value_written(self, letter, layer):
        value = layer.told[letter]
        if letter == "P":
            return self.pads_written(value)
        if letter == "F" and layer.kind in CONVS and self.some(0.15) and (
                layer.inputs[0].depth % layer.told["G"] == 0):
            return written(self.rng, [*value, layer.inputs[0].depth // layer.told["G"]], False)
        return written(self.rng, value) if isinstance(value, list) else value

    def input_words(self, told):
        W, C, rng = told["W"], told["C"], self.rng
        if not W:
            return [self.typed("-C", C)]
        words = [f"--dims {self.dims}"] if self.dims != 2 else []
        if self.dims == 2 and self.some(0.2):
            words += [f"-W {W[0]}", f"-H {W[1]}", f"-C {C}"]
        elif self.some(0.5):
            words.append(self.typed("-W", written(rng, [*W, C], alone=False)))
        else:
            words += [self.typed("-W", written(rng, W)), self.typed("-C", C)]
        rng.shuffle(words)
        return words

    # ---- Lines -----------------------------------------------------------------------------------

    def put(self, words):
        """A line, blanks and a comment as they come."""
        line = self.rng.choice((" ", " ", "  ", "\t")).join(map(str, words))
        if self.some(0.1):
            line = f"  {line}"
        if self.some(0.1):
            line += "  # add @nothing"
        if self.some(0.05):
            self.lines.append(self.rng.choice(("\n", "# conv -K 0\n", "  \n")))
        self.lines.append(line + self.rng.choice(("\n",) * 9 + ("\r\n",)))

    def put_defaults(self):
        """For a kind, for all, or both, in either order. Sizes that are one number say the same
        whatever the axes."""
        rng, dims = self.rng, self.dims
        kind = rng.choice(("conv", "conv", *TAKEN))
        letter = rng.choice(TAKEN[kind].replace("F", "") or "B")
        choices = {
            "S": [(f"-S {s}", [s] * dims) for s in (1, 2)],
            "P": [("-P 1", [(1, 1)] * dims), ("-P 0:1", [(0, 1)] * dims), ("-P same", "same")],
            "d": [(f"-d {d}", [d] * dims) for d in (1, 2)],
            "R": [(f"-R {R}", R) for R in ROUNDINGS],
            "K": [(f"-K {k}", k) for k in (2, 4)], "G": [(f"-G {g}", g) for g in (1, 2)],
            "B": [("--no-bias", False), ("--bias", True)]}[letter]
        for only in rng.choice(((None,), (kind,), (kind, None), (None, kind))):
            typed, value = rng.choice(choices[:2] if only == "pad" else choices)
            self.put(["default", *([only] if only else []), typed])
            if only:
                self.by_kind[only, letter] = value
            else:
                self.for_all[letter] = value

    def add(self, kind, told, inputs=None, named=0.5, misfit=False):
        """Adds a layer and its line; None where it does not fit or becomes too large, unless a
        misfit is asked for: then the line of one that does not."""
        above = self.layers[-1:]
        layer = Layer(kind, told, inputs if inputs is not None else above, index=len(self.layers))
        try:
            work(layer)
            if misfit:
                return None
        except Refused:
            if not misfit:
                return None
        if not misfit and (max(layer.sizes, default=0) > WIDEST or layer.numbers() > MOST):
            return None
        made = kind in ("upsample", "crop", "adaptivepool")  # as -O says, but for the depth
        if not misfit and not (made and not told["O"]) and self.some(0.1):
            told["checked"] = [*layer.sizes, *([layer.depth] if made or not layer.sizes
                                               or self.some(0.5) else [])]
        labels = [source.label for source in layer.inputs]
        if kind in SOURCES or layer.inputs == above:
            labels = []
        elif kind in JOINS and layer.inputs[0] is above[0] and len(labels) == 2 and (
                labels[0] is None or self.some(0.7)):
            labels = labels[1:]
        assert None not in labels
        words = [kind]
        for word in (self.input_words(told) if kind in SOURCES else self.words(layer)):
            words.append(word)
        for label in labels:  # in their order, anywhere among the options
            places = [i for i, word in enumerate(words) if word.startswith("@")]
            words.insert(self.rng.randint(max(places, default=0) + 1, len(words)), f"@{label}")
        if self.some(named):
            layer.label = f"{self.rng.choice('abcxyz_')}{layer.index}{self.rng.choice(('', '.-_'))}"
            words.insert(0, f"{layer.label}:")
        self.put(words)
        if not misfit:
            self.layers.append(layer)
        return layer


# ---- Layers at random ----------------------------------------------------------------------------

def draw_windows(net, kind):
    rng, same = net.rng, net.some(0.2)
    told = {"F": net.per_axis(lambda: rng.randint(1, 4)),
            "S": net.per_axis(lambda: rng.choice((1, 1, 2, 3))),
            "d": net.per_axis(lambda: rng.choice((1, 1, 1, 2, 3))),
            "P": rng.choice(SAME) if same else net.per_axis(
                lambda: rng.choice(((0, 0), (0, 0), (1, 1), (2, 2), (0, 1), (2, 1)))),
            "R": rng.choice(("floor", *ROUNDINGS))}
    if net.some(0.5):  # as a line that says little would have it
        for letter in "SPdR":
            default = net.default_of(kind, letter, {"R": net.R}.get(letter))
            told[letter] = default if default is not None else told[letter]
    return told


def draw_conv(net, kind, source):
    rng = net.rng
    told = draw_windows(net, kind)
    divisors = [G for G in range(1, source.depth + 1) if source.depth % G == 0]
    told["G"] = rng.choice((1, 1, *divisors, source.depth))
    told["K"] = told["G"] * rng.randint(1, 3)
    told["bias"] = net.some(0.7)
    if kind == "convtranspose":
        if net.some(0.8):  # no holes
            told["F"] = [max(f, s) for f, s in zip(told["F"], told["S"])]
        told["output_pad"] = [0 if told["P"] in SAME or net.some(0.7) else
                              rng.randint(0, max(s, d) - 1) for s, d in zip(told["S"], told["d"])]
    return told


def draw(net, kind, source):
    """Options of a layer; it need not fit."""
    rng, dims, sizes = net.rng, net.dims, source.sizes
    if kind in CONVS:
        return draw_conv(net, kind, source)
    if kind in POOLS:
        return draw_windows(net, kind)
    if kind == "dense":
        return {"K": rng.randint(1, 20), "bias": net.some(0.7)}
    if kind in NORMS:
        return {"G": rng.choice((1, 1, 2, 3)) if kind == "groupnorm" else 1, "bias": net.some(0.7)}
    if kind == "prelu":
        return {"shared": net.some(0.5)}
    if kind == "adaptivepool":
        return {"O": net.per_axis(lambda: rng.randint(1, 9))}
    if kind == "upsample":
        if net.some(0.5):
            return {"S": net.per_axis(lambda: rng.choice((1, 2, 2, 3))), "O": None}
        return {"S": None, "O": net.per_axis(lambda: rng.randint(1, 30))}
    if kind == "crop":
        return {"O": [rng.randint(max(1, w // 2), w) for w in sizes] or [1] * dims}
    if kind == "pad":
        return {"P": net.per_axis(lambda: (rng.randint(0, 3), rng.randint(0, 3)))}
    if kind == "slice":
        K = rng.randint(1, source.depth)
        return {"K": K, "from": rng.randint(0, source.depth - K)}
    if kind == "pixelshuffle":
        return {"S": net.per_axis(lambda: rng.choice((1, 2)))}
    return {}


KINDS = (("conv",) * 6 + ("convtranspose",) * 3 + POOLS + POOLS + NORMS + ("prelu",) * 2
         + ("upsample",) * 3 + ("adaptivepool", "crop", "pad") * 2
         + ("slice", "pixelshuffle", "dense", "flatten", "globalpool"))
OF_VECTORS = ("dense", "dense", "slice", "flatten", "prelu", *NORMS)


def add_random(net):
    labelled = [layer for layer in net.layers if layer.label]
    source, inputs = net.layers[-1], None
    if labelled and net.some(0.1):
        source = net.rng.choice(labelled)
        inputs = [source]
    for _ in range(8):
        kind = net.rng.choice(KINDS if source.sizes else OF_VECTORS)
        if net.some(0.15):
            kind = net.rng.choice(POINTWISE)
        if net.add(kind, draw(net, kind, source), inputs):
            return


def add_join(net):
    """A join of labelled layers that go together, with the layer above or without."""
    above, rng = net.layers[-1], net.rng
    kind, labelled = rng.choice(JOINS), [layer for layer in net.layers if layer.label]
    first = rng.choice((above, *labelled)) if labelled else above
    fitting = [layer for layer in labelled if len(layer.sizes) == len(first.sizes) and (
        layer.sizes == first.sizes or kind == "mul") and (
            layer.depth == first.depth or kind == "concat")]
    if not fitting or not (first.label or first is above):
        return
    inputs = [first] + [rng.choice(fitting) for _ in range(rng.choice((1, 1, 1, 2, 3)))]
    if first is above and not first.label:
        inputs = inputs[:2]
    if inputs != [above, above] or first.label:
        net.add(kind, {}, inputs)


def add_blocks(net):
    """Shapes that networks have: a pixel that weighs channels, a path around layers, an hourglass,
    one path cropped to the other's size, paths whose units do not lie above one another."""
    rng, above, dims = net.rng, net.layers[-1], net.dims
    if not above.sizes or not above.label:
        return
    plain = {"S": [1] * dims, "d": [1] * dims, "G": 1, "bias": True, "K": above.depth}
    shape = rng.choice(("weigh", "around", "around", "hourglass", "askew", "cropped"))
    if shape == "weigh":
        net.add("globalpool", {})
        net.add("mul", {}, [net.layers[-1], above])
    elif shape == "around":
        net.add("conv", {**plain, "F": net.per_axis(lambda: rng.randint(1, 4)),
                         "P": rng.choice(SAME), "R": "exact"})
        net.add("relu", {})
        net.add("add", {}, [net.layers[-1], above])
    elif shape == "hourglass":
        net.add("maxpool", {"F": [2] * dims, "S": [2] * dims, "d": [1] * dims,
                            "P": [(0, 0)] * dims, "R": "floor"})
        net.add("conv", {**plain, "F": [3] * dims, "P": [(1, 1)] * dims, "R": "exact"})
        net.add("upsample", {"S": None, "O": [*above.sizes]})
        net.add("concat", {}, [net.layers[-1], above])
    elif shape == "cropped":
        conv = net.add("conv", {**plain, "F": net.per_axis(lambda: rng.choice((3, 3, 2, 5))),
                                "P": [rng.choice(((0, 0), (0, 0), (1, 0)))] * dims, "R": "exact"},
                       named=1)
        if conv and net.add("crop", {"O": [*conv.sizes]}, [above]):
            net.add("add", {}, [net.layers[-1], conv])
    else:
        net.add("pad", {"P": net.per_axis(lambda: rng.choice(((2, 0), (0, 2), (1, 1))))})
        net.add("conv", {**plain, "F": [3] * dims, "P": [(0, 0)] * dims, "R": "exact"})
        net.add(rng.choice(JOINS), {}, [net.layers[-1], above])


def add_input(net):
    rng = net.rng
    told = {"W": [] if net.some(0.1) else net.per_axis(lambda: rng.randint(1, 30)),
            "C": rng.choice((1, 2, 3, 4, 6, 8, 12))}
    while net.add("input", told, []) is None:
        told["W"] = [w // 2 + 1 for w in told["W"]]


def random_network(rng, longest=14):
    net = Network(rng)
    add_input(net)
    for _ in range(rng.randint(1, longest)):
        if net.some(0.12):
            net.put_defaults()
        step = rng.random()
        if step < 0.02:
            add_input(net)
        elif step < 0.2:
            add_join(net)
        elif step < 0.36:
            add_blocks(net)
        else:
            add_random(net)
    return net


def add_misfit(net):
    """A line that does not fit behind the network; False: none was found."""
    rng, source = net.rng, net.layers[-1]
    for _ in range(60):
        labelled = [layer for layer in net.layers if layer.label]
        if labelled and net.some(0.3):
            told, kind = {}, rng.choice(JOINS)
            inputs = [source, rng.choice(labelled)]
        else:
            inputs, kind = None, rng.choice((*KINDS, *POINTWISE))
            told = draw(net, kind, source)
            if not source.sizes and kind in ("crop", "upsample", "adaptivepool"):
                continue
            if kind == "crop":
                told["O"] = [w + 1 for w in source.sizes]
            elif kind == "slice":
                told["from"] = source.depth
            elif kind in CONVS + POOLS and net.some(0.3):
                told["F"] = [f + 30 for f in told["F"]]
            elif kind == "conv" and net.some(0.5):
                told["G"] = source.depth + 1
            elif kind == "upsample" and told["O"]:
                told["checked"] = [*told["O"], source.depth + 1]
            elif kind in POINTWISE:
                told["checked"] = [w + 1 for w in source.sizes] or [source.depth + 1]
        if net.add(kind, told, inputs, misfit=True):
            return True
    return False
