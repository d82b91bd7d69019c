"""A model of `net`, as plain as can be: windows slide, units look at units, and pixels are followed
back one by one. It knows nothing of how the program does it."""

import dataclasses
import math
from fractions import Fraction

from common import MAX
from sizes import same_pads, scatter, slide

SOURCES = ("input",)
CONVS = ("conv", "convtranspose")
POOLS = ("pool", "maxpool", "avgpool")
NORMS = ("batchnorm", "layernorm", "groupnorm", "instancenorm")
POINTWISE = ("relu", "relu6", "leakyrelu", "elu", "gelu", "silu", "mish", "sigmoid", "hardsigmoid",
             "hardswish", "tanh", "softmax", "dropout", "lrn", "identity")
JOINS = ("add", "mul", "concat")
SAME = ("same", "same-lower")

# The program lists uneven fields up to a period and a number of paths, and then knows them no more.
PERIOD_MOST, PATHS_MOST = 1024, 4


class Refused(Exception):
    """The layer does not fit."""


# ---- Fields --------------------------------------------------------------------------------------

class Units:
    """The units of a layer on one axis of the input's pixels, those of its padding too: which units
    of other layers each of them looks at."""

    def __init__(self, count, looks, inputs=(), lead=None, step=1, middle=0, grain=1):
        self.count = count  # units that there are
        self.looks = looks  # unit -> [(Units, unit)]; None: a unit is a pixel
        self.inputs = inputs
        self.lead = lead  # unit -> (Units, unit), by the one path that says how far apart units are
        self.step = step  # pixels from one unit to the next, in the mean
        self.middle = middle  # of unit 0, from the middle of pixel 0
        self.grain = grain  # units after which all goes on as before
        self.seen = {}

    def hull(self, unit):
        """(first, last pixel) that a unit sees; None where it sees nothing."""
        if self.looks is None:
            return unit, unit
        if unit not in self.seen:
            hulls = [hull for units, at in self.looks(unit) if (hull := units.hull(at))]
            self.seen[unit] = hulls and (min(h[0] for h in hulls), max(h[1] for h in hulls)) or None
        return self.seen[unit]

    def place(self, unit):
        """Some pixel, the same for each unit that is a multiple of the grain further."""
        if self.lead is None:
            return unit
        units, at = self.lead(unit)
        return units.place(at)

    def jump(self):
        return Fraction(self.place(self.grain) - self.place(0), self.grain)

    def hulls(self):
        return [hull for u in range(self.count) if (hull := self.hull(u))]

    def start(self):
        hull = self.hull(0)
        return hull and hull[0]

    def rf(self):
        return max((last - first + 1 for first, last in self.hulls()), default=0)

    def span(self):
        hulls = self.hulls()
        return hulls and (min(h[0] for h in hulls), max(h[1] for h in hulls)) or (0, -1)

    def is_hard(self):
        """Whether the program may not know the field."""
        return (self.grain > PERIOD_MOST or len(self.steps()) > PATHS_MOST
                or any(units.is_hard() for units in self.inputs))

    def steps(self):
        """Pixels from one unit to the next, by each of the paths."""
        if not self.inputs:
            return {Fraction(1)}
        return {step * self.step for units in self.inputs for step in units.steps()}


class Numbers:
    """A vector's numbers have no places: the field of one, from its first pixel on, and of all."""

    def __init__(self, first, rf, span, hard):
        self.first, self.size, self.whole, self.hard = first, rf, span, hard

    def rf(self):
        return self.size

    def span(self):
        return self.whole

    def is_hard(self):
        return self.hard


def without_places(field):
    if isinstance(field, Numbers):
        return field
    first = field.start()
    return Numbers(field.span()[0] if first is None else first, field.rf(), field.span(),
                   field.is_hard())


def all_of(field):
    numbers = without_places(field)
    first, last = numbers.span()
    return Numbers(numbers.first, last - first + 1, numbers.span(), numbers.hard)


def joined_numbers(fields):
    first = min(f.first for f in fields)
    return Numbers(first, max(f.first + f.size for f in fields) - first,
                   (min(f.whole[0] for f in fields), max(f.whole[1] for f in fields)),
                   any(f.hard for f in fields))


def through(units, count, looks, lead, step, middle):
    """Units that look at others, `step` of which lie between two of them."""
    step = Fraction(step)
    grain = units.grain * step.denominator
    made = Units(count, lambda u: [(units, at) for at in looks(u)], (units,),
                 lambda u: (units, lead(u)), step, middle, grain // math.gcd(grain, step.numerator))
    return made


def middle_of(units, place):
    """The middle of what lies at a place among units, 0 being the middle of unit 0."""
    return units.middle + units.jump() * Fraction(place)


def joined(fields, spread, count):
    """The union of what the units of each see; a pixel that is spread is one unit for all."""
    lead = next(f for f, alone in zip(fields, spread) if not alone)
    made = Units(count, lambda u: [(f, 0 if alone else u) for f, alone in zip(fields, spread)],
                 fields, lambda u: (lead, u), 1, lead.middle,
                 math.lcm(*(f.grain for f, alone in zip(fields, spread) if not alone)))
    made.steps = lambda: {step for f, alone in zip(fields, spread) for step in f.steps()
                          if not alone} | ({Fraction(0)} if any(spread) else set())
    return made


# ---- Layers --------------------------------------------------------------------------------------

@dataclasses.dataclass(eq=False)
class Layer:
    kind: str
    told: dict  # options, one entry an axis where they have axes, defaults filled in
    inputs: list  # layers
    label: str = None
    index: int = 0
    sizes: tuple = ()  # none: a vector
    depth: int = 0
    pads: list = None  # of each axis, where windows slide
    fields: list = dataclasses.field(default_factory=list)  # on each axis of the network's input
    weights: int = 0
    biases: int = 0
    macs: int = 0  # of one image
    aligned: bool = True

    def out(self):
        return "x".join(map(str, (*self.sizes, self.depth)))

    def numbers(self):
        return math.prod(self.sizes) * self.depth


def need(truth):
    if not truth:
        raise Refused


def extent(told, i):
    return told["d"][i] * (told["F"][i] - 1) + 1


def slide_over(layer, W, i):
    """(size, (begin, end)) of a conv or pool layer on an axis."""
    told = layer.told
    F, S, d, P = told["F"][i], told["S"][i], told["d"][i], told["P"]
    if P in SAME:
        begin, end, size = same_pads(W, F, S, d, P == "same-lower")
        return size, (begin, end)
    made = slide(W, F, S, d, *P[i], told["R"])
    need(made)
    return made[0], P[i]


def scatter_over(layer, W, i):
    told = layer.told
    F, S, d, P = told["F"][i], told["S"][i], told["d"][i], told["P"]
    if P in SAME:
        # What sticks out of W*S, halved, the odd cell at the end or at the beginning.
        total = max(d * (F - 1) + 1 - S, 0)
        begin = (total + 1) // 2 if P == "same-lower" else total // 2
        return W * S, (begin, total - begin)
    size = scatter(W, F, S, d, *P[i], told["output_pad"][i])
    need(size)
    return size, P[i]


def windows(layer, source):
    """Sizes, padding and fields of a layer whose windows slide: a unit sees what lies under the cells
    of the filter; transposed, what some cell brings."""
    need(source.sizes)
    transposed = layer.kind == "convtranspose"
    made = [(scatter_over if transposed else slide_over)(layer, W, i)
            for i, W in enumerate(source.sizes)]
    layer.sizes, layer.pads = tuple(size for size, _ in made), [pads for _, pads in made]
    for i, (units, (size, (begin, _))) in enumerate(zip(source.fields, made)):
        S, E = layer.told["S"][i], extent(layer.told, i)
        if transposed:
            F, d = layer.told["F"][i], layer.told["d"][i]
            def looks(u, S=S, F=F, d=d, begin=begin):
                return [(u + begin - k * d) // S for k in range(F) if (u + begin - k * d) % S == 0]

            layer.fields.append(through(
                units, size, looks, lambda u, S=S, begin=begin: (u + begin) // S, Fraction(1, S),
                middle_of(units, (begin - Fraction(E - 1, 2)) / S)))
        else:
            F, d = layer.told["F"][i], layer.told["d"][i]
            def looks(u, S=S, F=F, d=d, begin=begin):
                return [u * S - begin + k * d for k in range(F)]

            layer.fields.append(through(
                units, size, looks, lambda u, S=S, begin=begin: u * S - begin, S,
                middle_of(units, Fraction(E - 1, 2) - begin)))


def respread(layer, source, sizes, window):
    """Units spread over those of the input, however many; `window`: unit, in, out -> units."""
    layer.sizes = tuple(sizes)
    for units, before, after in zip(source.fields, source.sizes, sizes):
        def looks(u, before=before, after=after):
            return window(u, before, after)

        step = Fraction(before, after)
        layer.fields.append(through(units, after, looks, lambda u, looks=looks: looks(u)[0], step,
                                    middle_of(units, (step - 1) / 2)))


def adaptive(u, before, after):
    return range(u * before // after, -(-(u + 1) * before // after))


def nearest(u, before, after):
    return [u * before // after]


def shifted(layer, source, sizes, shifts):
    layer.sizes = tuple(sizes)
    for units, size, shift in zip(source.fields, sizes, shifts):
        def move(u, shift=shift):
            return u + shift

        layer.fields.append(through(units, size, lambda u, move=move: [move(u)], move, 1,
                                    middle_of(units, shift)))


def join(layer):
    first, *rest = layer.inputs
    layer.sizes, layer.depth = first.sizes, first.depth
    for other in rest:
        if layer.kind == "mul" and len(other.sizes) == len(layer.sizes) > 0:
            need(other.depth == layer.depth)
            if math.prod(layer.sizes) == 1:
                layer.sizes = other.sizes
            need(other.sizes == layer.sizes or math.prod(other.sizes) == 1)
        else:
            need(other.sizes == layer.sizes)
            need(layer.kind == "concat" or other.depth == layer.depth)
        if layer.kind == "concat":
            layer.depth += other.depth
    for axis in range(max(len(source.fields) for source in layer.inputs)):
        having = [source for source in layer.inputs if axis < len(source.fields)]
        fields = [source.fields[axis] for source in having]
        if axis >= len(layer.sizes):
            layer.fields.append(joined_numbers(fields))
            continue
        size = layer.sizes[axis]
        spread = [source.sizes[axis] != size for source in having]
        layer.fields.append(joined(fields, spread, size))
        kept = [f for f, alone in zip(fields, spread) if not alone]
        if any((f.jump(), f.middle) != (kept[0].jump(), kept[0].middle) for f in kept):
            layer.aligned = False


def keep(layer, source):
    layer.sizes, layer.depth, layer.fields = source.sizes, source.depth, source.fields


def reshape(layer, source):
    told, sizes = layer.told, source.sizes
    layer.depth = source.depth
    if layer.kind == "slice":
        need(told["from"] + told["K"] <= source.depth)
        layer.sizes, layer.depth, layer.fields = sizes, told["K"], source.fields
        return
    need(sizes)
    if layer.kind == "upsample":
        respread(layer, source, told["O"] or [w * s for w, s in zip(sizes, told["S"])], nearest)
    elif layer.kind == "adaptivepool":
        respread(layer, source, told["O"], adaptive)
    elif layer.kind == "globalpool":
        respread(layer, source, [1] * len(sizes), adaptive)
    elif layer.kind == "pixelshuffle":
        need(source.depth % math.prod(told["S"]) == 0)
        layer.depth = source.depth // math.prod(told["S"])
        respread(layer, source, [w * s for w, s in zip(sizes, told["S"])], nearest)
    elif layer.kind == "crop":
        need(all(o <= w for o, w in zip(told["O"], sizes)))
        shifted(layer, source, told["O"], [(w - o) // 2 for o, w in zip(told["O"], sizes)])
    else:
        shifted(layer, source, [w + b + e for w, (b, e) in zip(sizes, told["P"])],
                [-b for b, _ in told["P"]])


def work(layer):
    """Fills in the answers from those of the inputs, or raises Refused."""
    kind, told = layer.kind, layer.told
    source = layer.inputs[0] if layer.inputs else None
    if kind in SOURCES:
        layer.sizes, layer.depth = tuple(told["W"]), told["C"]
        layer.fields = [Units(size, None) for size in layer.sizes]
    elif kind in CONVS:
        need(source.depth % told["G"] == 0 and told["K"] % told["G"] == 0)
        windows(layer, source)
        layer.depth = told["K"]
        layer.weights = told["K"] * (source.depth // told["G"]) * math.prod(told["F"])
        layer.biases = told["K"] if told["bias"] else 0
        layer.macs = layer.weights * math.prod((source if kind == "convtranspose" else layer).sizes)
    elif kind in POOLS:
        layer.depth = source.depth
        windows(layer, source)
    elif kind == "dense":
        layer.depth, layer.fields = told["K"], [all_of(field) for field in source.fields]
        layer.weights = layer.macs = source.numbers() * told["K"]
        layer.biases = told["K"] if told["bias"] else 0
    elif kind in NORMS:
        need(source.depth % told["G"] == 0)
        keep(layer, source)
        layer.weights, layer.biases = source.depth, source.depth if told["bias"] else 0
    elif kind == "prelu":
        keep(layer, source)
        layer.weights = 1 if told["shared"] else source.depth
    elif kind in POINTWISE:
        keep(layer, source)
    elif kind in JOINS:
        join(layer)
    elif kind == "flatten":
        layer.depth = source.numbers()
        layer.fields = [without_places(field) for field in source.fields]
    else:
        reshape(layer, source)
    checked = told.get("checked")
    if checked:
        need(checked in ([*layer.sizes], [*layer.sizes, layer.depth]))
    assert max(layer.depth, layer.macs, *layer.sizes, 0) <= MAX


def alive(layers, sizes):
    """Bytes alive while each layer runs: an output from where it is made to where it is last used,
    one that nobody uses only where it is made."""
    there, at = set(), []
    for i in range(len(layers)):
        there.add(i)
        at.append(sum(sizes[k] for k in there))
        wanted = {source.index for later in layers[i + 1:] for source in later.inputs}
        there &= wanted
    return at
