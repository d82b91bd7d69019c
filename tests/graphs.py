#!/usr/bin/env python3
"""Draws what --dot prints, and runs what --numpy prints.

Graphs are drawn by Graphviz. In the picture every gate stands once, named, with its operation, its
value in green above and its gradient in red below; there is an edge from each of its operands, and
all edges run from left to right. Of each network of tests/nets every layer stands once, with its
volume, and there is an edge from each of its inputs, which the file names.

Functions are run in a namespace of their own, on whole numbers, reals and arrays. Their values are
those of `cnncalc grad`, their gradients also the slopes of their values. There is an expression
for each function that `cnncalc grad --help` lists, and for each word that Python keeps to itself.

Without Graphviz or NumPy its part is left out; without both, the status is 77.
"""

import argparse
import collections
import itertools
import json
import keyword
import pathlib
import re
import shutil
import subprocess
import sys
import warnings
import xml.etree.ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "cli"))
import run  # noqa: E402

try:
    import numpy
except ImportError:
    numpy = None

FUNCTIONS_AT_LEAST = 10  # fewer, and the list of help would have been misread
SHEET = {  # the two functions of the sheet, as commands and as expressions
    "sigmoid-grad": "1/(1 + exp(-x))",
    "complex-grad": "ln(x)*sigmoid(sqrt(y))/sigmoid((x + y)^2)",
}


class Cnncalc:
    def __init__(self, binary):
        self.binary = str(pathlib.Path(binary).resolve())

    def ask(self, *words, lines=None):
        """(status, standard output, standard error)"""
        done = subprocess.run([self.binary, *map(str, words)], input=lines,
                              stdin=None if lines is not None else subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        return done.returncode, done.stdout, done.stderr

    def get(self, *words, lines=None):
        status, out, err = self.ask(*words, lines=lines)
        if status != 0 or err:
            raise Wrong(f"status {status}: {err.strip()}")
        return out

    def functions(self):
        """{name: operands} for each function that help lists."""
        listed = re.search(r"^  functions +(.*?)^  variables", self.get("grad", "--help"),
                           re.S | re.M)
        names = listed[1].split() if listed else []
        if len(names) < FUNCTIONS_AT_LEAST:
            sys.exit(f"grad --help lists {len(names)} functions: {' '.join(names)}")
        return {name: 2 if self.ask("grad", f"{name}(x, y)", "x=0.5", "y=0.7")[0] == 0 else 1
                for name in names}


class Wrong(Exception):
    """What is not as it should be."""


def must(holds, what):
    if not holds:
        raise Wrong(what)


def assigned(values):
    return [f"{name}={value!r}" for name, value in values.items()]


def call(name, operands, first="x", second="y"):
    return f"{name}({first}, {second})" if operands == 2 else f"{name}({first})"


# ---- Graphs ------------------------------------------------------------------------------------

SVG = "{http://www.w3.org/2000/svg}"
GREEN = ("darkgreen", "#006400")
RED = ("red", "#ff0000")

Box = collections.namedtuple("Box", "operation value gradient left")


def read_box(group):
    """A node of the picture: a value, an operation, a gradient, from above."""
    texts = sorted(group.iter(f"{SVG}text"), key=lambda text: float(text.get("y")))
    words = ["".join(text.itertext()) for text in texts]
    colours = [text.get("fill", "black") for text in texts]
    must(len(texts) in (2, 3), f"a node has the texts {words}")
    must(colours[0] in GREEN, f"the value {words[0]} is {colours[0]}")
    must(colours[1] == "black", f"the operation {words[1]} is {colours[1]}")
    must(len(texts) == 2 or colours[2] in RED, f"the gradient {words[-1]} is {colours[-1]}")
    return Box(words[1], words[0], words[2] if len(texts) == 3 else None,
               min(float(text.get("x")) for text in texts))


def draw(dot):
    """({title: Box}, [(from, to)]) of the picture that Graphviz makes."""
    done = subprocess.run(["dot", "-Tsvg"], input=dot, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True)
    must(done.returncode == 0 and not done.stderr, f"dot: {done.stderr.strip()}")
    try:
        picture = xml.etree.ElementTree.fromstring(done.stdout)
    except xml.etree.ElementTree.ParseError as error:
        raise Wrong(f"the picture is no XML: {error}")
    boxes, edges = {}, []
    for group in picture.iter(f"{SVG}g"):
        title = group.findtext(f"{SVG}title")
        if group.get("class") == "node":
            boxes[title] = read_box(group)
        elif group.get("class") == "edge":
            edges.append(tuple(re.match(r"\w+", end)[0] for end in title.split("->")))
    return boxes, edges


def check_drawing(dot, values, operations, names):
    """`values`: of each name and gradient, as printed; `operations`: of each gate; `names`: of the
    variables, and of the functions, which are no operands."""
    boxes, edges = draw(dot)
    variables, functions = names
    shown = {title: box.operation.partition(" = ")[0] for title, box in boxes.items()}
    must(sorted(shown.values()) == sorted(set(variables) | set(operations)),
         f"the nodes are {sorted(shown.values())}")
    for box in boxes.values():
        name, _, operation = box.operation.partition(" = ")
        must(operation == operations.get(name, ""), f"{name} is '{operation}'")
        must(box.value == values[name], f"{name} has the value {box.value}, not {values[name]}")
        must(box.gradient == values.get("f" + name),
             f"f{name} is {box.gradient}, not {values.get('f' + name)}")
    expected = [(word, gate) for gate, operation in operations.items()
                for word in re.findall(r"(?<![\w.])[A-Za-z_]\w*", operation)
                if word in values and word not in functions]
    must(sorted((shown[a], shown[b]) for a, b in edges) == sorted(expected),
         f"the edges are {sorted((shown[a], shown[b]) for a, b in edges)}, not {sorted(expected)}")
    for a, b in edges:
        must(boxes[a].left < boxes[b].left, f"{shown[a]} is not left of {shown[b]}")


def operations_of(working):
    """{gate: operation} of the table Forward."""
    table = re.search(r"^Forward\n  gate .*\n((?:  .*\n)+)", working, re.M)
    return {gate: operation for gate, operation in
            re.findall(r"^  (\w+) +(.*?)(?:  +\S.*)$", table[1], re.M)} if table else {}


def check_graph(cnncalc, functions, expression, values, *options):
    question = ["grad", expression, *assigned(values), *options]
    # A variable or a constant alone is no gate.
    operations = operations_of(cnncalc.get(*question, "--explain"))
    if operations.get("out") in values:
        del operations["out"]
    numbers = json.loads(cnncalc.get(*question, "--json", "-p", 6), parse_int=str, parse_float=str)
    check_drawing(cnncalc.get(*question, "--dot"), numbers, operations, (values, functions))


def check_sheet_graph(cnncalc, functions, command, values):
    """The last gate is called out there, and f in the fields and in the working."""
    options = [word for name, value in values.items() for word in (f"-{name}", value)]
    working = cnncalc.get(command, *options, "--explain")
    notes = re.compile(r"^(  \w+ +\S.*?  +\S+)  +\D.*$", re.M)
    operations = operations_of(notes.sub(r"\1", working))
    operations["out"] = operations.pop("f")
    # The gates' own values, of which the last is the answer but for its last digits.
    numbers = json.loads(cnncalc.get(command, *options, "--json", "-p", 6), parse_int=str,
                         parse_float=str)
    numbers = {**numbers, "fout": numbers["ff"]}
    check_drawing(cnncalc.get(command, *options, "--dot"), numbers, operations,
                  (values, functions))


def inputs_of(path):
    """The edges of a network, as pairs of layers, read from its file."""
    labels, edges, layer = {}, [], -1
    for line in path.read_text().split("\n"):
        words = re.sub(r"(^|\s)#.*", "", line).split()
        if not words or words[0] == "default":
            continue
        layer += 1
        label = words.pop(0)[:-1] if words[0].endswith(":") else None
        named = [labels[word[1:]] for word in words if word.startswith("@")]
        if words[0] in ("add", "mul", "concat") and len(named) == 1 or not named:
            named.insert(0, layer - 1)
        edges += [(source, layer) for source in named if source >= 0]
        labels[label] = layer
    return edges


def check_network(cnncalc, path):
    layers = [json.loads(line) for line in cnncalc.get("net", "--json", path).splitlines()][:-1]
    plain = subprocess.run(["dot", "-Tplain"], input=cnncalc.get("net", "--dot", path),
                           stdout=subprocess.PIPE, text=True, check=True).stdout
    nodes = re.findall(r'^node n(\d+) \S+ \S+ \S+ \S+ "(.*)" ', plain, flags=re.M)
    edges = re.findall(r"^edge n(\d+) n(\d+) ", plain, flags=re.M)
    must(sorted(int(number) for number, _ in nodes) == list(range(len(layers))),
         "a node for each layer")
    for number, text in nodes:
        layer, parts = layers[int(number)], text.split("\\n")
        must(parts[-1] == layer["out"], f"{parts} ends in the volume {layer['out']}")
        must(parts[-2].split()[0] == layer["kind"], f"{parts} has the kind {layer['kind']}")
        must(parts[:-2] == [layer["label"]] * (layer["label"] is not None), f"{parts}: its label")
    must(sorted((int(a), int(b)) for a, b in edges) == sorted(inputs_of(path)),
         "an edge for each input")


def network_tests(cnncalc):
    nets = sorted((pathlib.Path(__file__).resolve().parent / "nets").glob("*.net"))
    return [(f"net --dot {path.name}", lambda path=path: check_network(cnncalc, path))
            for path in nets]


def graph_tests(cnncalc, functions):
    """(name, test) for each graph."""
    every = " + ".join(call(name, count) for name, count in functions.items())
    two, four = {"x": 2.0}, {"x": 2.0, "y": 4.0}
    graphs = [
        ("x^2*y", {"x": 3.0, "y": 2.0}),
        (SHEET["sigmoid-grad"], two),
        (SHEET["complex-grad"], four),
        ("(x + y)*(x + y)*x", {"x": 2.0, "y": -3.0}),  # shared gates, two edges between two nodes
        ("x*x - x/x", two),
        ("-x^2^3 + 2^x - (-2)*x + x/3 + (1/3)*x*1e20 + pi*x - e^x**y", four),
        ("the_first_of_the_weights*x_1 + lambda/np",
         {"the_first_of_the_weights": 0.001, "x_1": -1e-30, "lambda": 3.0, "np": 1e200}),
        (every, {"x": 0.7, "y": 1.3}),
        (f"({every})*x - ({every})/y", {"x": 0.7, "y": 1.3}),
        (" + ".join(f"x{i}*w{i}" for i in range(30)),
         {f"{v}{i}": float(i) for i in range(30) for v in "xw"}),
        ("x", two),
        ("2*(3 + 4)", {}),
    ]
    for expression, values in graphs:
        yield f"--dot of {expression}", lambda e=expression, v=values: check_graph(
            cnncalc, functions, "0" + e if e.startswith("-") else e, v)
    yield "--dot --wrt y", lambda: check_graph(
        cnncalc, functions, "ln(x)*y + exp(y)*x", four, "--wrt", "y")
    for command, values in (("sigmoid-grad", two), ("complex-grad", four)):
        yield f"{command} --dot", lambda c=command, v=values: check_sheet_graph(
            cnncalc, functions, c, v)
    yield "a wrong graph is seen", lambda: graphs_are_judged(cnncalc, functions)


def graphs_are_judged(cnncalc, functions):
    """A graph with a fault in it must not pass."""
    dot = cnncalc.get("grad", "x^2*y", "x=3", "y=2", "--dot")
    values = {"x": "3", "y": "2", "a": "9", "out": "18", "fx": "12", "fy": "9", "fa": "2",
              "fout": "1"}
    operations, names = {"a": "x^2", "out": "a*y"}, ({"x": 3, "y": 2}, functions)
    check_drawing(dot, values, operations, names)
    a, out = (re.search(rf"(n\d+) \[.*{gate} = ", dot)[1] for gate in ("a", "out"))
    edge = f"{a}:o:e -> {out}:o:w"
    for old, new in (("rankdir=LR", "rankdir=RL"), ("darkgreen", "red"), (">18<", ">19<"),
                     (">12<", ">13<"), ("a = x^2", "a = x^3"), ("a = x^2", "b = x^2"),
                     (edge, ""), (edge, f"{edge}\n  {edge}"), (edge, f"{out}:o:e -> {a}:o:w"),
                     ("}\n", "  n99\n}\n")):
        must(old in dot, f"the graph has no {old}")
        try:
            check_drawing(dot.replace(old, new), values, operations, names)
        except Wrong:
            continue
        raise Wrong(f"{new or 'nothing'} for {old} is not seen")


# ---- Functions ---------------------------------------------------------------------------------

SAME = 1e-12  # relative, between the program's arithmetic and NumPy's
SLOPE = 1e-5  # between gradients and central differences
POINTS = {  # within every function's domain, away from kinks
    "x": (0.3, 0.7, 1.2, 0.95, 2.5), "y": (1.3, 0.45, 2.1, 0.8, 1.1),
    "z": (0.6, 1.7, 0.9, 1.4, 0.35)}
BEYOND = (-2.5, -1.0, -0.3, 0.0, 40.0, -40.0, 300.0)  # where a function may have no value


def function_of(text):
    """The function f that a text defines, in a namespace of its own."""
    namespace = {"__name__": "printed"}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            exec(compile(text, "printed", "exec"), namespace)
        except (SyntaxError, SyntaxWarning) as error:
            raise Wrong(f"{error}\n{text}")
    return namespace["f"]


def results_of(f, *operands):
    """What f returns, as a list, with every warning of NumPy's an error."""
    try:
        with numpy.errstate(all="raise", under="ignore"):
            results = f(*operands)
    except (ArithmeticError, NameError, TypeError, ValueError) as error:
        raise Wrong(f"f{operands}: {type(error).__name__}: {error}")
    return list(results) if isinstance(results, tuple) else [results]


def compare(got, expected, allowed, what):
    got, expected = numpy.asarray(got, float), numpy.asarray(expected, float)
    must(got.shape == expected.shape, f"{what} has the shape {got.shape}, not {expected.shape}")
    close = numpy.isclose(got, expected, rtol=allowed, atol=0)
    must(close.all(), f"{what} is {got}, not {expected}")


def answers(cnncalc, command, names, points, *options):
    """The headline at each point: rows of out and the gradients."""
    lines = "".join(" ".join(map(repr, point)) + "\n" for point in points)
    printed = cnncalc.get(*command, *options, "-p", 17, "--columns", ",".join(names), lines=lines)
    return [[float(word) for word in line.split("\t")] for line in printed.splitlines()]


def check_answers(f, points, expected):
    """On reals one by one, on arrays, and on one array beside reals."""
    columns = [numpy.array(column) for column in zip(*points)]
    for point, row in zip(points, expected, strict=True):
        results = results_of(f, *point)
        must(len(results) == len(row), f"f returns {len(results)} values, not {len(row)}")
        compare(results, row, SAME, f"f{point}")
    for result, column in zip(results_of(f, *columns), zip(*expected), strict=True):
        compare(result, column, SAME, "of arrays")
    first = [columns[0], *points[0][1:]]
    one_by_one = [results_of(f, x, *points[0][1:]) for x in columns[0]]
    for result, column in zip(results_of(f, *first), zip(*one_by_one), strict=True):
        compare(numpy.broadcast_to(result, columns[0].shape), column, SAME,
                "of an array beside reals")


def check_slopes(f, names, points, asked):
    for point in points:
        results = results_of(f, *point)
        for name, gradient in zip(asked, results[1:], strict=True):
            i = names.index(name)
            step = 1e-5 * abs(point[i])
            above, below = (results_of(f, *point[:i], point[i] + by, *point[i + 1:])[0]
                            for by in (step, -step))
            compare(gradient, (above - below) / (2 * step), SLOPE, f"f{name} at {point}")


def check_whole(cnncalc, command, f, names, *options):
    """On whole numbers, one by one and in an array, as on the same reals."""
    points = [(2, 3, 4)[:len(names)], (1, 2, 5)[:len(names)]]
    expected = answers(cnncalc, command, names, points, *options)
    for point, row in zip(points, expected):
        compare(results_of(f, *point), row, SAME, f"f{point}")
    for result, column in zip(results_of(f, *map(numpy.array, zip(*points))), zip(*expected)):
        compare(result, column, SAME, "of whole numbers in arrays")


def check_function(cnncalc, expression, names, *options):
    """The printed function of an expression in these variables, in order of appearance."""
    command = ["grad", expression]
    text = cnncalc.get(*command, *options, "--numpy")
    must(text.isascii() and expression in text, f"the text is no {expression}:\n{text}")
    f = function_of(text)
    asked = options[options.index("--wrt") + 1].split(",") if "--wrt" in options else names
    points = list(zip(*(POINTS["xyz"[i]] for i in range(len(names)))))
    if not names:
        compare(results_of(f), [float(cnncalc.get(*command, "-p", 17))], SAME, "f()")
        return
    expected = answers(cnncalc, command, names, points, *options)
    check_answers(f, points, expected)
    check_slopes(f, names, points, asked)
    check_whole(cnncalc, command, f, names, *options)
    forward = re.search(r"# forward\n(.*?)(?:\n\n|\n*$)", text, re.S)[1].splitlines()
    point = [f"{name}={value!r}" for name, value in zip(names, points[0])]
    gates = operations_of(cnncalc.get(*command, *point, *options, "--explain"))
    must([line.split()[0] for line in forward] == list(gates),
         f"the forward pass has not one line for each gate:\n{text}")


def check_beyond(cnncalc, name, operands):
    """Where `grad` has an answer the function has the same, elsewhere one that is not finite."""
    expression = call(name, operands)
    f = function_of(cnncalc.get("grad", expression, "--numpy"))
    for point in itertools.product(BEYOND, repeat=operands):
        status, out, _ = cnncalc.ask("grad", expression, "-p", 17,
                                     *assigned(dict(zip("xy", point))))
        with numpy.errstate(all="ignore"):
            results = [float(result) for result in f(*point)]
        if status == 0:
            compare(results, [float(line.split("=")[1]) for line in out.splitlines()], SAME,
                    f"f{point}")
        else:
            must(not numpy.isfinite(results).all(), f"f{point} is {results}, where there is none")


def check_sheet(cnncalc, command):
    names = ["x", "y"][:1 if command == "sigmoid-grad" else 2]
    f = function_of(cnncalc.get(command, "--numpy"))
    points = list(zip(*(POINTS[name] for name in names)))
    check_answers(f, points, answers(cnncalc, [command], names, points))
    check_slopes(f, names, points, names)
    check_whole(cnncalc, [command], f, names)


def reserved_names():
    """Names that Python keeps to itself, and those whose gradient has such a name."""
    words = [*keyword.kwlist, "np"]
    return sorted({*words, *(word[1:] for word in words if word[0] == "f")})


def function_tests(cnncalc, functions):
    """(name, test) for each function."""
    every = " + ".join(call(name, count) for name, count in functions.items())
    x, xy = ["x"], ["x", "y"]
    expressions = [
        ("x^2*y", xy), (SHEET["sigmoid-grad"], x), (SHEET["complex-grad"], xy),
        ("(x + y)*(x + y)*x", xy), ("x*x/x - x - -x", x),
        ("x - y - z - (2*x - (3*y - z))", ["x", "y", "z"]),
        ("x/y/z + x/(y/z) + 1/(x*y*z)", ["x", "y", "z"]),
        ("x^y^z + x**y + 2^x + x^-1 + x^3 + x^(1/3) + (-2)^2*x", ["x", "y", "z"]),
        ("0 - (-x)^2 - -x^2 + (x - y)^2", xy),
        ("pi*x + e*x + e^x + x/3 + (1/3)*x + x*(-2) + .5*x + 5.*x + x*(1 + 2^3)", x),
        ("x*1e20 + x/1e-20 + 1e20", x), ("x*1e-20", x), ("x", x), ("0*x + y", xy),
        (every, xy), (f"({every})*({every}) - x*({every})", xy),
        ("2*(3 + 4)", []), ("pi", []), ("-3", []),
    ]
    for expression, names in expressions:
        yield f"--numpy of {expression}", lambda e=expression, n=names: check_function(
            cnncalc, "0" + e if e.startswith("-") else e, n)
    for wrt in ("y", "y,x", "z"):
        yield f"--numpy --wrt {wrt}", lambda w=wrt: check_function(
            cnncalc, "ln(x)*(y + x)/(y + x)^z", ["x", "y", "z"], "--wrt", w)
    for name, count in functions.items():
        above, below = call(name, count, "x", "0.9*y"), call(name, count, "y", "x + 0.7")
        for expression in (call(name, count), f"2*{call(name, count, 'x*y', '1 + x')}",
                           f"{above}^2/{below}"):
            names = [variable for variable in xy if re.search(rf"\b{variable}\b", expression)]
            yield f"--numpy of {expression}", lambda e=expression, n=names: check_function(
                cnncalc, e, n)
        yield f"{name} beyond", lambda n=name, c=count: check_beyond(cnncalc, n, c)
    for word in reserved_names():
        yield f"the name {word}", lambda w=word: check_function(
            cnncalc, f"{w}*x*{w} + exp({w}*x)", [w, "x"])
        yield f"the names {word} and {word}_", lambda w=word: check_function(
            cnncalc, f"{w}*{w}_*{w} + exp({w}*{w}__)", [w, f"{w}_", f"{w}__"])
    for command in SHEET:
        yield f"{command} --numpy", lambda c=command: check_sheet(cnncalc, c)
    yield "a wrong function is seen", lambda: functions_are_judged(cnncalc)


def functions_are_judged(cnncalc):
    """A function with a fault in it must not pass."""
    text = cnncalc.get("grad", "x^2*y", "--numpy")
    points = list(zip(POINTS["x"], POINTS["y"]))
    expected = answers(cnncalc, ["grad", "x^2*y"], ["x", "y"], points)

    def judge(text):
        f = function_of(text)
        check_answers(f, points, expected)
        check_slopes(f, ["x", "y"], points, ["x", "y"])

    judge(text)
    for old, new in (("2*x", "2.00000000001*x"), ("a*y", "a+y"), ("import numpy as np", ""),
                     ("out, fx, fy", "out, fx"), ("out, fx, fy", "out, fy, fx"),
                     ("def f(", "def f(lambda, "), ("x = np.asarray(x", "y = np.asarray(x")):
        must(old in text, f"the function has no {old}")
        try:
            judge(text.replace(old, new))
        except Wrong:
            continue
        raise Wrong(f"{new or 'nothing'} for {old} is not seen")


# ---- The test ----------------------------------------------------------------------------------

def main():
    parser = argparse.ArgumentParser(description="draw and run what --dot and --numpy print")
    parser.add_argument("--binary", default="build/cnncalc", help="the program (%(default)s)")
    cnncalc = Cnncalc(parser.parse_args().binary)
    tests = []
    functions = cnncalc.functions()
    if shutil.which("dot"):
        tests += [*graph_tests(cnncalc, functions), *network_tests(cnncalc)]
    else:
        print("graphviz is not installed: --dot is not tested (Debian: apt-get install graphviz)")
    if numpy:
        tests += function_tests(cnncalc, functions)
    else:
        print("numpy is not installed: --numpy is not tested "
              "(Debian: apt-get install python3-numpy)")
    if not tests:
        return 77
    failed = 0
    for name, test in tests:
        try:
            test()
        except Wrong as wrong:
            failed += 1
            print(f"{name}: {wrong}")
    return run.close(len(tests) - failed, failed)


if __name__ == "__main__":
    sys.exit(main())
