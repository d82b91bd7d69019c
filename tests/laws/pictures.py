"""Pictures: what --draw marks, column by column, beside windows that are slid by hand."""

import dataclasses
import itertools

from inverse import padding


@dataclasses.dataclass
class Layer:
    """One axis, as it was asked."""
    W: int
    F: int
    S: int
    begin: int
    end: int
    d: int
    R: str = "exact"
    added: int = 0  # output padding
    transposed: bool = False
    pool: bool = False

    def typed(self):
        words = [f"-W {self.W} -F {self.F} -S {self.S} -P {padding((self.begin, self.end))}",
                 f"-d {self.d}"]
        words += [f"--transpose --output-pad {self.added}"] if self.transposed else [f"-R {self.R}"]
        return ("pool " if self.pool else "convout ") + " ".join(words)


# ---- By hand -------------------------------------------------------------------------------------

class Slid:
    """The windows one after another, each with the cells that it sees; `fit` of them fit, and one
    that does not may follow. Cells are those of the input and its padding, from the first of the
    input on, without the zeros between."""

    def __init__(self, layer):
        self.found = []
        reach = layer.d * (layer.F - 1)
        if layer.transposed:
            self.stamp(layer, layer.S * (layer.W - 1) + reach + 1)
            self.fit = self.count = len(self.found)
            return
        edge = layer.W + layer.end
        for start in itertools.count(-layer.begin, layer.S):
            if start + reach >= edge:
                break
            self.slide(layer, start)
        self.fit = len(self.found)
        if not self.fit or start - layer.S + reach < edge - 1:
            if not self.fit or layer.R == "exact":
                self.slide(layer, start)  # refused
            elif layer.R == "full" or layer.R == "ceil" and start < layer.W:
                self.slide(layer, start)
                self.fit += 1
        self.count = len(self.found)

    def slide(self, layer, start):
        self.found.append({start + tap * layer.d for tap in range(layer.F)})

    def stamp(self, layer, grown):
        """Each cell of the input stamps the filter on the output; what is cut off is not there."""
        out = max(0, grown - layer.begin - layer.end + layer.added)
        self.found = [set() for _ in range(out)]
        for cell in range(layer.W):
            for tap in range(layer.F):
                unit = cell * layer.S + tap * layer.d - layer.begin
                if 0 <= unit < out:
                    self.found[unit].add(cell)

    def sees(self, window, cell):
        return cell in self.found[window]

    def covers(self, cell):
        return any(cell in window for window in self.found[:self.fit])


class Reckoned:
    """The same for layers that are too long to slide over, tap by tap."""

    def __init__(self, layer):
        self.layer = layer
        span = layer.W - layer.d * (layer.F - 1) - 1 + layer.begin + layer.end
        self.fit = span // layer.S + 1 if span >= 0 else 0
        hangs = not self.fit or span % layer.S and layer.R != "floor"
        self.count = self.fit + (1 if hangs else 0)

    def taps(self, cell):
        return (cell + self.layer.begin - tap * self.layer.d for tap in range(self.layer.F))

    def sees(self, window, cell):
        return window * self.layer.S in self.taps(cell)

    def covers(self, cell):
        return any(start % self.layer.S == 0 and 0 <= start // self.layer.S < self.fit
                   for start in self.taps(cell))


# ---- As it is drawn ------------------------------------------------------------------------------

class Picture:
    """The columns of a picture, each with the cell that it stands for, and its lines."""

    def __init__(self, text, layer):
        lines = text.split("\n")
        assert lines.pop() == "", "the last line ends"
        self.legend = lines.pop()
        self.width = max(len(line) for line in [*lines, self.legend])
        self.blank_ends = any(line != line.rstrip() for line in lines)
        head = next(i for i, line in enumerate(lines) if line.strip().startswith("window"))
        margin = lines[head].index("window") + len("window") + 2
        columns = max(len(line) for line in lines)
        rows = [line.ljust(columns)[margin:] for line in lines]
        numbers, rows = rows[:head + 1], rows[head + 1:]
        labels = [line[:margin].strip() for line in lines[head + 1:]]
        self.place(numbers, layer)
        self.lines = {label: self.marks(row) for label, row in zip(labels, rows)}
        self.order = labels

    def place(self, numbers, layer):
        """Finds the cell of each column: None where it has none, and where that is not to be
        known."""
        bottom = numbers[-1]
        self.pitch = 1
        if bottom[0] == " ":
            self.pitch = len(str(layer.W - 1)) + 1
            assert len(numbers) == 1
            tags = [bottom[i:i + self.pitch].strip() for i in range(0, len(bottom), self.pitch)]
        else:
            tags = ["".join(line[i] for line in numbers).strip() for i in range(len(bottom))]
        self.tags = tags
        self.cells = [None] * len(tags)
        spread = layer.S if layer.transposed else 1
        edges = [-1] + [i for i, tag in enumerate(tags) if tag == "~"] + [len(tags)]
        for before, after in zip(edges, edges[1:]):
            known = [i for i in range(before + 1, after) if tags[i].isdigit()]
            for i in range(before + 1, after) if known else ():
                self.cells[i] = int(tags[known[0]]) * spread + i - known[0]

    def marks(self, row):
        return [row[i:i + self.pitch].strip() for i in range(0, len(row), self.pitch)]


def expected_tag(layer, cell):
    """What is written over a cell."""
    spread = layer.S if layer.transposed else 1
    cells = (layer.W - 1) * spread + 1
    end = layer.end
    if layer.transposed:
        end = layer.d * (layer.F - 1) - layer.end + layer.added
    if 0 <= cell < cells:
        return "." if cell % spread else str(cell // spread)
    return "P" if cell < cells + end else ""


def judge(tally, name, typed, layer, by_hand, text, width):
    picture = Picture(text, layer)
    spread = layer.S if layer.transposed else 1
    last = [by_hand.fit - 1, by_hand.fit] if by_hand.count > by_hand.fit else [by_hand.fit - 1]
    whole = "..." not in picture.order

    tally.equal(name, f"{typed}: width", picture.width <= width and not picture.blank_ends, True)
    shown = [int(label) for label in picture.order if label.isdigit()]
    tally.equal(name, f"{typed}: windows", shown,
                list(range(by_hand.count)) if whole else [0, 1, *last])
    none = [""] * len(picture.cells)
    unseen = picture.lines.get("unseen", none)
    for column, cell in enumerate(picture.cells):
        if cell is None:
            continue
        tag = expected_tag(layer, cell)
        is_input = tag.isdigit()
        number = cell // spread
        tally.equal(name, f"{typed}: cell {cell}", picture.tags[column], tag)
        tally.equal(name, f"{typed}: cell {cell} unseen", unseen[column],
                    "x" if is_input and not by_hand.covers(number) else "")
        for window in shown:
            mark = picture.lines[str(window)][column]
            if not layer.transposed:
                tally.equal(name, f"{typed}: cell {cell}, window {window}", mark,
                            expected_mark(layer, by_hand, window, cell))
            elif is_input:
                tally.equal(name, f"{typed}: cell {cell}, window {window}", mark == "#",
                            by_hand.sees(window, number))
    if "~" in picture.tags and not layer.transposed and layer.S < 10**6:
        residues = {tap * layer.d % layer.S for tap in range(layer.F)}
        tally.equal(name, f"{typed}: unseen, left out", "~" in unseen, len(residues) < layer.S)


def expected_mark(layer, by_hand, window, cell):
    start = window * layer.S - layer.begin
    if not start <= cell <= start + layer.d * (layer.F - 1):
        return ""
    if not by_hand.sees(window, cell):
        return "-"
    return "#" if cell < layer.W + layer.end else "!"


def random_layer(rng, size_most, filter_most):
    transposed = rng.random() < 0.25
    begin = rng.choice((0, 0, rng.randint(0, 4)))
    layer = Layer(W=rng.randint(1, size_most), F=rng.randint(1, filter_most), S=rng.randint(1, 6),
                  begin=begin, end=begin if rng.random() < 0.7 else rng.randint(0, 4),
                  d=rng.choice((1, 1, 1, 2, 3)), R=rng.choice(("exact", "floor", "ceil", "full")),
                  transposed=transposed, pool=not transposed and rng.random() < 0.3)
    if transposed:
        layer.R = "exact"
        layer.added = rng.randint(0, max(layer.S, layer.d) - 1)
    return layer


def draw(program, tally, name, rng, layer, by_hand):
    width = rng.choice((64, 80, rng.randint(64, 300)))
    typed = f"{layer.typed()} --draw --width {width}"
    refused = layer.R == "exact" and by_hand.count > by_hand.fit or not by_hand.fit
    done = program.run(*typed.split())
    tally.equal(name, f"{typed}: status", done.returncode, 1 if refused else 0)
    judge(tally, name, typed, layer, by_hand, done.stdout, width)


def pictures_of_small_layers(program, tally, rng):
    for layer in [random_layer(rng, 24, 6) for _ in range(program.few(700))]:
        by_hand = Slid(layer)
        if by_hand.count:  # else the padding takes the whole of a transposed layer's output
            draw(program, tally, "pictures of small layers", rng, layer, by_hand)


def pictures_of_long_layers(program, tally, rng):
    for layer in [random_layer(rng, 700, 120) for _ in range(program.few(300))]:
        by_hand = Slid(layer)
        if by_hand.count:
            draw(program, tally, "pictures of long layers", rng, layer, by_hand)


def pictures_of_huge_layers(program, tally, rng):
    """Up to 2^60 cells, with strides and dilations of any length."""
    for _ in range(program.few(200)):
        bits = rng.randint(5, 58)
        W = rng.randint(2 ** (bits - 1), 2 ** bits)
        F = rng.randint(1, 40)
        draw_of = [rng.randint(1, 2 ** rng.randint(1, bits)) for _ in range(2)]
        layer = Layer(W=W, F=F, S=draw_of[0], begin=0, end=0, d=min(draw_of[1], W // F or 1),
                      R=rng.choice(("exact", "floor")))
        draw(program, tally, "pictures of huge layers", rng, layer, Reckoned(layer))


LAWS = (pictures_of_small_layers, pictures_of_long_layers, pictures_of_huge_layers)
