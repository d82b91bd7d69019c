"""Networks, layer by layer: against a model that looks at every unit, and in different ways."""

import re
from fractions import Fraction

from common import strict_json
from netlines import BYTES, add_misfit, random_network
from netmodel import CONVS, JOINS, NORMS, POOLS, SAME

FIELDS = ("layer W F S P d K C G R output_pad bias label kind out params weights biases macs flops rf jump "
          "start memory param_memory peak aligned").split()


def asked(net):
    """How to ask it again by hand."""
    return "\n    ".join([f"cnncalc net {' '.join(map(str, net.options()))}",
                          *net.text().splitlines()])


def objects(program, net, *options):
    """The JSON objects of a network, the whole's the last, and the finished process."""
    done = program.run("net", "--json", *net.options(), *options, text=net.text())
    return [strict_json(line) for line in done.stdout.splitlines()], done


def answered(program, tally, rng, count):
    """Random networks and their objects: one for each layer, and one for the whole."""
    for _ in range(program.few(count)):
        net = random_network(rng)
        said, done = objects(program, net)
        tally.equal("a network's status and complaint", asked(net), (done.returncode, done.stderr),
                    (0, ""))
        tally.equal("a network's objects", asked(net), len(said), len(net.layers) + 1)
        if len(said) == len(net.layers) + 1:
            yield net, said


# ---- Against the model ---------------------------------------------------------------------------

def pairs(pads):
    return [list(pad) for pad in pads]


def given(layer):
    """What the layer was told, defaults filled in."""
    kind, told = layer.kind, layer.told
    if kind == "input":
        return {"W": told["W"], "C": told["C"]} if told["W"] else {"C": told["C"]}
    if kind in JOINS:
        return {}
    source = layer.inputs[0]
    known = {"W": [*source.sizes], "C": source.depth} if source.sizes else {"C": source.depth}
    if kind in CONVS + POOLS:
        known |= {"P": pairs(layer.pads), **{letter: told[letter] for letter in "FSd"}}
        if kind == "convtranspose":
            known["output_pad"] = told.get("output_pad", [0] * len(source.sizes))
        else:
            known["R"] = told["R"]
    if kind in CONVS:
        known |= {"K": told["K"], "G": told["G"], "bias": told["bias"]}
    if kind == "dense":
        known |= {"C": source.numbers(), "K": told["K"], "bias": told["bias"]}
    if kind in NORMS:
        known |= {"bias": told["bias"]} | ({"G": told["G"]} if kind == "groupnorm" else {})
    if kind in ("upsample", "pixelshuffle") and told["S"]:
        known["S"] = told["S"]
    if kind == "pad":
        known["P"] = pairs(told["P"])
    if kind == "slice":
        known["K"] = told["K"]
    return known


def fields_of(layer):
    """rf, jump and start; the last two of a volume only."""
    rf = [field.rf() for field in layer.fields] or None
    if not layer.sizes:
        return {"rf": rf, "jump": None, "start": None}
    return {"rf": rf, "jump": [float(units.jump()) for units in layer.fields],
            "start": [units.start() for units in layer.fields]}


def counts(weights, biases, macs, batch):
    return {"params": weights + biases, "weights": weights, "biases": biases,
            "macs": macs * batch, "flops": 2 * macs * batch}


def expected(net):
    """An object for each layer, and one for the whole."""
    bytes_each, layers, sizes, alive = BYTES[net.dtype], net.layers, net.outputs(), net.alive()
    made = []
    for layer, size, there in zip(layers, sizes, alive):
        made.append({
            "layer": layer.index, **given(layer), "label": layer.label, "kind": layer.kind,
            "out": layer.out(), **counts(layer.weights, layer.biases, layer.macs, net.batch),
            **fields_of(layer), "memory": size,
            "param_memory": (layer.weights + layer.biases) * bytes_each, "peak": there})
        if layer.kind in JOINS:
            made[-1]["aligned"] = layer.aligned
    whole = counts(*(sum(getattr(layer, name) for layer in layers)
                     for name in ("weights", "biases", "macs")), net.batch)
    made.append({"layer": None, "label": None, "kind": None, "out": layers[-1].out(), **whole,
                 **fields_of(layers[-1]), "memory": sum(sizes),
                 "param_memory": whole["params"] * bytes_each, "peak": max(alive)})
    return [{name: values[name] for name in FIELDS if name in values} for values in made]


def forget_unknown(layer, got, wanted):
    """Leaves out what the program need not know: fields beyond its limits, and where a unit begins
    that sees nothing. Says whether it did not know."""
    if got.get("start") and wanted["start"]:
        wanted["start"] = [known if known is not None else said
                           for said, known in zip(got["start"], wanted["start"])]
    hard = any(field.is_hard() for field in layer.fields)
    unknown = wanted["rf"] is not None and got.get("rf") is None and hard
    if unknown:
        wanted |= {"rf": None, "jump": None, "start": None}
    if "aligned" in wanted and any(
            field.is_hard() for source in layer.inputs for field in source.fields):
        wanted["aligned"] = got.get("aligned")
    return unknown


def networks_by_pixels(program, tally, rng):
    unknown = layers = 0
    for net, got in answered(program, tally, rng, 1000):
        for layer, said, known in zip([*net.layers, net.layers[-1]], got, expected(net)):
            unknown += forget_unknown(layer, said, known)
            layers += 1
            name = f"layer {said['layer']} {said['kind']} of {asked(net)}"
            tally.equal("names of a layer", name, list(said), list(known))
            for field in known.keys() & said.keys():
                tally.equal(f"{field} of a layer", name, said[field], known[field])
    tally.holds("fields are known", f"{layers} layers", unknown * 50 < layers,
                f"{unknown} are not")


# ---- Asked in different ways ---------------------------------------------------------------------

def ratio(text):
    """A whole number, a decimal, or 2/3."""
    return float(Fraction(text))


def axes(text, like):
    """Numbers as text, one for every axis or one for each."""
    if text == "-":
        return None
    numbers = [ratio(part) for part in text.split("x")]
    return numbers * len(like) if like and len(numbers) == 1 else numbers


def ungrouped(text):
    assert re.fullmatch(r"\d{1,3}(,\d{3})*", text), text
    return int(text.replace(",", ""))


def in_axes(values):
    return "x".join(map(str, values if len(set(values)) > 1 else values[:1]))


def kind_column(layer):
    """`conv 3x3/2+1 d2 g4`."""
    kind, told = layer.kind, layer.told
    if kind not in CONVS + POOLS:
        return kind
    text = f"{kind} {'x'.join(map(str, told['F']))}"
    if set(told["S"]) != {1}:
        text += f"/{in_axes(told['S'])}"
    if told["P"] in SAME:
        text += f"+{told['P']}"
    elif set(told["P"]) != {(0, 0)}:
        text += f"+{in_axes([f'{b}' if b == e else f'{b}:{e}' for b, e in told['P']])}"
    if set(told["d"]) != {1}:
        text += f" d{in_axes(told['d'])}"
    if kind in CONVS and told["G"] > 1:
        text += " dw" if told["G"] == layer.inputs[0].depth else f" g{told['G']}"
    return text


def called(layer):
    return layer.label or ("-" if layer.kind == "input" else str(layer.index))


def check_row(tally, net, layer, cells, said):
    name = f"row {layer.index} of {asked(net)}"
    like = said["rf"]
    tally.equal("layer, kind, output", name, cells[:3],
                [called(layer), kind_column(layer), said["out"]])
    for cell, field in zip(cells[3:5], ("params", "macs")):
        tally.equal("count in a table", name, cell if layer.kind == "input" else ungrouped(cell),
                    "-" if layer.kind == "input" else said[field])
    for cell, field in zip(cells[5:7], ("rf", "jump")):
        tally.equal("field in a table", name, axes(cell, like), said[field])
    if len(cells) > 7:
        tally.equal("memory in a table", name, ungrouped(cells[7]), said["memory"])


def below(whole, with_memory):
    """The totals below a table."""
    rows = [("params", "macs", "flops"), *([("memory", "param_memory", "peak")] * with_memory)]
    return ["   ".join(f"{name} {whole[name]:,}" for name in row) for row in rows]


def networks_in_tables(program, tally, rng):
    for net, said in answered(program, tally, rng, 150):
        table = program.run("net", *net.options(), text=net.text()).stdout
        rows, _, rest = table.partition("\n\n")
        cells = [re.split(r" {2,}", row.strip()) for row in rows.split("\n")]
        memory = net.dtype != "f32"
        tally.equal("titles of a table", asked(net), cells[0],
                    "layer kind output params macs rf jump".split() + ["memory"] * memory)
        widths = {len(row) for row in rows.split("\n")}
        tally.equal("widths of a table", asked(net), len(widths), 1)
        tally.equal("rows of a table", asked(net), len(cells), len(net.layers) + 1)
        for layer, row, values in zip(net.layers, cells[1:], said):
            check_row(tally, net, layer, row, values)
        lines = rest.splitlines()
        unaligned = [called(net.layers[values["layer"]]) for values in said[:-1]
                     if values.get("aligned") is False]
        if unaligned:
            tally.equal("paths that are not aligned", asked(net), (lines or [""]).pop(0),
                        "not aligned, the paths that meet at: " + ", ".join(unaligned[:8])
                        + (f" and {len(unaligned) - 8} more" if len(unaligned) > 8 else ""))
        tally.equal("totals of a table", asked(net), lines, below(said[-1], memory))


def check_text(tally, name, field, text, value):
    """A value as plain text says what it says in JSON."""
    if isinstance(value, list) and field == "P":
        cells = [list(map(int, part.split(":"))) * (2 if ":" not in part else 1)
                 for part in text.split("x")]
        tally.equal("padding as text", name, cells * (len(value) if len(cells) == 1 else 1), value)
    elif isinstance(value, list):
        tally.equal(f"{field} as text", name, axes(text, value), value)
    else:
        tally.equal(f"{field} as text", name, text, "-" if value is None else
                    str(int(value)) if isinstance(value, bool) else str(value))


def networks_by_names(program, tally, rng):
    """-o, plain and in JSON, -a and --total have the values that --json has."""
    for net, said in answered(program, tally, rng, 100):
        names = rng.sample(FIELDS, rng.randint(1, 8))
        only = ["-o", ",".join(names)]
        text = program.run("net", *net.options(), *only, text=net.text()).stdout
        rows = [line.split("\t") for line in text.splitlines()]
        tally.equal("rows of -o", asked(net), [len(row) for row in rows],
                    [len(names)] * len(net.layers))
        some, _ = objects(program, net, *only)
        tally.equal("--json -o", (only, asked(net)), [list(values.items()) for values in some],
                    [[(name, values.get(name)) for name in names] for values in said])
        for row, values in zip(rows, said):
            for name, cell in zip(names, row):
                check_text(tally, asked(net), name, cell, values.get(name))
        words = program.run("net", *net.options(), "-a", text=net.text()).stdout.splitlines()
        for line, values in zip(words, said):
            for name, _, cell in (word.partition("=") for word in line.split("\t")):
                check_text(tally, asked(net), name, cell, values[name])
        total, _ = objects(program, net, "--total")
        tally.equal("--total --json", asked(net), total, said[-1:])
        text = program.run("net", *net.options(), "--total", "-o", "flops,peak", text=net.text())
        tally.equal("--total -o", asked(net), text.stdout, "{flops}\t{peak}\n".format(**said[-1]))


def networks_of_layers(program, tally, rng):
    """Each layer with windows is a question to convout or pool, and has the same answer."""
    questions, layers = [], []
    for net, said in answered(program, tally, rng, 150):
        for layer, values in zip(net.layers, said):
            if layer.kind not in CONVS + POOLS:
                continue
            padding = layer.told["P"] if layer.told["P"] in SAME else "x".join(
                f"{b}:{e}" for b, e in values["P"])
            words = ["convout" if layer.kind in CONVS else "pool", f"--dims {net.dims}",
                     f"-P {padding}", f"-C {values['C']}"]
            words += [f"-{letter} {'x'.join(map(str, values[letter]))}" for letter in "WFSd"]
            words += [f"-{letter} {values[letter]}" for letter in "KGR" if letter in values]
            if layer.kind == "convtranspose":
                words += ["--transpose"]
                if any(layer.told["output_pad"]):
                    words += [f"--output-pad {'x'.join(map(str, layer.told['output_pad']))}"]
            if layer.kind in CONVS and not values["bias"]:
                words += ["--no-bias"]
            questions.append(" ".join(words))
            layers.append((net.batch, values))
    for line, (batch, values), alone in zip(questions, layers, program.objects(questions)):
        tally.equal("a layer alone", line, alone.get("out"), values["out"])
        for name in values.keys() & alone.keys() - {"out", "macs", "flops"}:
            tally.equal(f"{name} of a layer alone", line, alone[name], values[name])
        if "macs" in alone:
            tally.equal("macs of a layer alone", line, alone["macs"] * batch, values["macs"])


def networks_in_batches(program, tally, rng):
    """N images cost N times as much, and have the same parameters and fields; a number of half the
    bytes takes half the memory."""
    many = {"macs", "flops", "memory", "peak"}
    for _ in range(program.few(40)):
        net, batch = random_network(rng), rng.randint(2, 1000)
        net.batch, net.dtype = 1, "f16"
        one, _ = objects(program, net)
        net.batch, net.dtype = batch, "i8"
        for values, alone in zip(objects(program, net)[0], one):
            for name in alone:
                times = Fraction(batch if name in many else 1,
                                 2 if name in ("memory", "peak", "param_memory") else 1)
                tally.equal(f"{name} of a batch", asked(net), values[name],
                            alone[name] * times if times != 1 else alone[name])


def networks_that_misfit(program, tally, rng):
    """The line at fault ends the answer, which is what it is without that line."""
    for _ in range(program.few(200)):
        net = random_network(rng, longest=6)
        rows = program.run("net", *net.options(), text=net.text()).stdout.partition("\n\n")[0]
        said, _ = objects(program, net)
        if not add_misfit(net):
            continue
        done = program.run("net", *net.options(), text=net.text())
        tally.equal("status of a misfit", asked(net), done.returncode, 1)
        tally.equal("rows above a misfit", asked(net), done.stdout, rows + "\n")
        line = net.text().count("\n")
        tally.holds("message of a misfit", asked(net),
                    done.stderr.startswith(f"cnncalc: -:{line}: net: "), done.stderr)
        above, done = objects(program, net)
        tally.equal("objects above a misfit", asked(net), (above, done.returncode), (said[:-1], 1))


LAWS = (networks_by_pixels, networks_in_tables, networks_by_names, networks_of_layers,
        networks_in_batches, networks_that_misfit)
