"""One question asked in different ways has one answer."""

import json
import re
import shlex
import shutil
import subprocess

from common import question, random_layer, strict_json

LONG = {"-W": "--input-size", "-H": "--height", "-F": "--filter-size", "-S": "--stride",
        "-P": "--pad", "-d": "--dilation", "-K": "--filters", "-C": "--channels",
        "-G": "--groups", "-R": "--round", "-o": "--only", "-p": "--precision", "-a": "--all"}
LONG_REAL = {"sigmoid-grad": {"-x": "--x"}, "complex-grad": {"-x": "--x", "-y": "--y"},
             "gdstep": {"-x": "--parameter", "-g": "--gradient", "-s": "--step-size"}}


def real(rng):
    return rng.choice(("", "-")) + repr(10 ** rng.uniform(-5, 2.5))


def any_question(rng):
    """A question of any command; some are refused, some badly formed."""
    kind = rng.random()
    if kind < 0.5:
        return question(rng, random_layer(rng, counted=rng.random() < 0.5,
                                          transposed=rng.random() < 0.2))
    if kind < 0.6:
        return f"params -F {rng.randint(1, 9)} -C {rng.randint(1, 9)} -K {rng.randint(1, 99)}"
    if kind < 0.7:
        return f"pool -W {rng.randint(1, 99)}x{rng.randint(1, 99)} -F {rng.randint(1, 4)} -C 5"
    if kind < 0.76:
        return f"sigmoid-grad -x {real(rng)}"
    if kind < 0.82:
        return f"complex-grad -x {real(rng)} -y {real(rng)}"
    if kind < 0.88:
        return f"gdstep -x {real(rng)} -g {real(rng)} -s {real(rng)}"
    return rng.choice((
        "convout -W 0 -F 3", "convout -W 5", "convolve -W 5", "convout -W 5 -F x", "params -F 3",
        "pool -W 5 -F 2 --kernel-size 3", "sigmoid-grad -x nan", "sigmoid-grad -x 1e999",
        "complex-grad -x 0 -y 1", "gdstep -x 1 -g 1e308 -s 1e308", "convout -W 5 -F 3 -o params",
        "convout -W 5 -F 3 -o sise", "convout -W 5 -F 3 extra", "convout -W '5 5' -F 3",
        "convout -W 9223372036854775808 -F 3", "gdstep -x 1 -g '' -s 1", "convout -F 3 -S 0", "help",
        "convout -W 5 -F 3 --expect 4", "convout -W 5 -F 3 --expect 3"))


def values(output):
    """A direct answer as batch writes it: the values, tab-separated, on one line."""
    return "\t".join(re.sub(r"^[\w]+=", "", line) for line in output.splitlines())


def status_in(text):
    """The status that an error's object names; the text itself where it is no object."""
    return strict_json(text).get("status") if text.startswith("{") else text


def batch_is_direct(program, tally, rng):
    """A batch line gives what the question typed alone gives: values, bytes, status, message."""
    asked = [any_question(rng) for _ in range(program.few(350))]
    asked = [line + rng.choice(("", "", "", " --json", " -a --json", " -p 3")) for line in asked
             if line != "help"]
    output, complaints, worst = program.over_lines(asked, "batch")
    # Without a message for each line, the statuses are in the objects of --json.
    statuses = [json.loads(line).get("status", 0) for line in program.batch(asked, "--json")]
    messages = {}
    for line in complaints.splitlines():
        if match := re.match(r"cnncalc: lines:(\d+): (.*)", line):
            messages.setdefault(int(match[1]), []).append(f"cnncalc: {match[2]}")
            last = int(match[1])
        else:
            messages.setdefault(last, []).append(line)
    seen = 0
    for number, (line, got, status) in enumerate(zip(asked, output, statuses), 1):
        alone = program.run(*shlex.split(line))
        seen = max(seen, alone.returncode)
        if "--expect" not in line:
            tally.equal("batch status", line, status, alone.returncode)
        tally.equal("batch message", line, messages.get(number, []), alone.stderr.splitlines())
        if "--json" in line and alone.stdout:
            without = re.sub(r'^\{"line":\d+,', "{", got)
            tally.equal("batch object", line, without + "\n", alone.stdout)
            tally.equal("batch line number", line, strict_json(got)["line"], number)
        elif "--json" in line and "convolve" not in line:
            tally.equal("batch error object", line, status_in(got), alone.returncode)
        elif alone.stdout:
            tally.equal("batch values", line, got, values(alone.stdout))
        else:
            tally.holds("batch without answer", line, re.fullmatch(r"-(\t-)*", got), got)
    tally.equal("batch ends in the worst status", "", worst, seen)


def columns_are_direct(program, tally, rng):
    for words, names, draw in (
            (["convout", "-R", "floor", "-K", "8"], "W,F,S,P",
             lambda: (rng.randint(1, 40), rng.randint(1, 9), rng.randint(0, 4), rng.randint(0, 3))),
            (["convout", "-o", "params,out"], "input-size,F,_,C,K",
             lambda: (f"{rng.randint(1, 40)}x9", rng.randint(1, 9), "skipped", 3, 4)),
            (["pool", "-o", "out,unused"], "W,F,P",
             lambda: (rng.randint(1, 40), rng.randint(1, 4), f"{rng.randint(0, 2)}:1")),
            (["sigmoid-grad"], "x", lambda: (real(rng),)),
            (["gdstep", "-s", "0.1"], "x,g", lambda: (real(rng), real(rng)))):
        rows = [draw() for _ in range(program.few(40))]
        plain = program.columns(names, rows, *words)
        objects = program.columns(names, rows, *words, "--json")
        for row, got, got_object in zip(rows, plain, objects):
            direct = [*words]
            for name, value in zip(names.split(","), row):
                dashes = "-" if len(name) == 1 else "--"
                direct += [] if name == "_" else [dashes + name, value]
            alone = program.run(*direct)
            if alone.returncode:
                tally.holds("columns without answer", direct, re.fullmatch(r"-(\t-)*", got), got)
                tally.equal("columns status", direct, status_in(got_object), alone.returncode)
            else:
                tally.equal("columns values", direct, got, values(alone.stdout))
                tally.equal("columns object", direct,
                            re.sub(r'^\{"line":\d+,', "{", got_object) + "\n",
                            program.run(*direct, "--json").stdout)


def messy_row(rng, cells):
    """A row of --columns as files have them; some are no rows."""
    words = [str(rng.choice(cells)) for _ in range(rng.choice((4, 4, 4, 4, 4, 4, 3, 5)))]
    blank = rng.choice((" ", " ", " ", "\t", "   "))
    row = rng.choice(("", "", "", " ", "\t")) + blank.join(words)
    row += rng.choice(("", "", "", "", " ", "\r", " \r", "\r\r", "\f", "\0"))
    return rng.choice((row,) * 20 + ("", " ", "# no", "# 1 2 3", "\r"))


def rows_of_numbers(program, tally, rng):
    """Rows of plain numbers have a short way: it prints what the long one does, to the byte, as do
    both where lines of all kinds are mixed."""
    whole = [1, 2, 3, 4, 5, 7, 9, 11, 32, 55, 227, 4096, 0, 10**17, 10**18, 2**63 - 1, 2**63]
    pads = [0, 0, 1, 2, 3, "1:2", "same"]
    real = ["1", "2", "0.5", "-3", "1e3", "-0", ".25", "0x1p4", "1e-320", "-745", "700", "560000"]
    odd = ["x", "+1", "-1", "3x3", "", "1e999", "nan", "00012", 2**64 + 5, "1" * 30]
    for words, names, headline, cells in (
            (["convout"], "W,F,S,P", "out", whole + whole + pads + odd),
            (["convout", "-R", "floor"], "W,F,S,P", "out", whole[:12] * 5 + pads + odd),
            (["convout", "-P", "same", "-F", "3"], "W,_,S,d", "out", whole[:12] * 5 + odd),
            (["pool", "-S", "2"], "W,F,_,_", "out", whole + odd),
            (["convout", "-F", "5"], "W,P,_,_", "out", [5, 7, 9, 11, 0, 1, "same"]),
            (["pool"], "W,F,P,_", "out", whole[:12] * 3 + pads),
            (["convout", "-F", "3", "-R", "floor"], "W,S,P,K", "out", whole[:12]),
            (["sigmoid-grad"], "x,_,_,_", "out,fx", real * 3 + odd),
            (["sigmoid-grad", "-p", "4"], "_,_,x,_", "out,fx", real * 3 + odd),
            (["complex-grad"], "x,y,_,_", "out,fx,fy", real * 3 + odd)):
        for _ in range(program.few(12)):
            text = "\n".join(messy_row(rng, cells) for _ in range(40)) + rng.choice(("", "\n"))
            plain = program.run(*words, "--columns", names, text=text)
            named = program.run(*words, "--columns", names, "-o", headline, text=text)
            for what in ("stdout", "stderr", "returncode"):
                tally.equal("rows of numbers", f"{words} {names} {what}", getattr(plain, what),
                            getattr(named, what))


def by_line(program, tally, law, left, right):
    """Each question of `left` has the answer of its neighbour in `right`, to the byte."""
    for options in ([], ["--json"]):
        for a, b, got, expected in zip(left, right, program.batch(left, *options),
                                       program.batch(right, *options)):
            if '"error"' not in got + expected:
                tally.equal(law, f"{a} | {b}", got, expected)


def defaults_typed_out(program, tally, rng):
    layers = [random_layer(rng, counted=rng.random() < 0.5) for _ in range(800)]
    short = [question(rng, layer) for layer in layers]
    full = []
    for line in short:
        defaults = (("-S", "1"), ("-P", "0"), ("-d", "1"), ("-G", "1"), ("-R", "exact"),
                    ("--dims", "2"))
        full.append(" ".join([line, *(f"{option} {value}" for option, value in defaults
                                      if option not in line.split()),
                              *(() if "--no-bias" in line else ("--bias",))]))
    by_line(program, tally, "defaults typed out", short, full)
    pools = [(rng.randint(1, 60), rng.randint(1, 5)) for _ in range(200)]
    by_line(program, tally, "a pool's stride", [f"pool -W {W} -F {F}" for W, F in pools],
            [f"pool -W {W} -F {F} -S {F}" for W, F in pools])
    rest = "-F 3 -C 8"
    by_line(program, tally, "depthwise", [f"params {rest} --depthwise", f"params {rest} --depthwise -K 16"],
            [f"params {rest} -G 8 -K 8", f"params {rest} -G 8 -K 16"])


def long_options(program, tally, rng):
    asked = [any_question(rng) for _ in range(600)]
    longer, joined = [], []
    for line in asked:
        command, *words = line.split(" ")
        names = {**LONG, **LONG_REAL.get(command, {})}
        longer.append(" ".join([command, *(names.get(word, word) for word in words)]))
        joined.append(re.sub(r"(--(?!dims)[a-z-]+[a-z]) (?=[^-])", r"\1=", longer[-1]))
    by_line(program, tally, "long options", asked, longer)
    by_line(program, tally, "long options with =", asked, joined)


def transposed_undoes(program, tally, rng):
    """A layer that fits exactly, and back: the transposed layer gives the first one's input."""
    rows = [(rng.randint(1, 200), rng.randint(1, 9), rng.randint(1, 5), rng.randint(0, 4),
             rng.randint(1, 3)) for _ in range(3000)]
    answers = program.columns("W,F,S,P,d", rows, "convout")
    fitting = [(row, int(size)) for row, size in zip(rows, answers) if size != "-"]
    back = program.columns("W,F,S,P,d", [(size, *row[1:]) for row, size in fitting],
                           "convout", "--transpose")
    for (row, _), W in zip(fitting, back):
        tally.equal("transposed undoes", row, W, str(row[0]))


def answers_are_questions(program, tally, rng):
    """An answer typed as -W is the input of the next layer: a size, or a volume with its depth."""
    layers = [random_layer(rng, counted=rng.random() < 0.6, transposed=rng.random() < 0.2)
              for _ in range(600)]
    first = [question(rng, layer) for layer in layers]
    plain, objects = program.batch(first), program.objects(first)
    fed, spelled = [], []
    for layer, answer, known in zip(layers, plain, objects):
        if answer == "-":
            continue
        rest = f"-F 1 -K 3 --dims {layer.dims}"
        fed.append(f"convout -W {answer} {rest}")
        # A list of sizes asks for a list of sizes.
        sizes = "x".join(map(str, known["size"])) if "x" in answer else str(known["size"][0])
        channels = f" -C {layer.K}" if layer.K else ""
        spelled.append(f"convout -W {sizes}{channels} {rest}")
    by_line(program, tally, "an answer fed back", fed, spelled)
    tally.holds("answers fed back", "", len(fed) > 100, f"only {len(fed)}")


def json_objects(program, tally, rng):
    """Every object is JSON to Python (strictly) and to jq; -o, -a and --json name the same values."""
    asked = [any_question(rng) for _ in range(600)]
    lines = program.batch(asked, "--json")
    for number, (line, text) in enumerate(zip(asked, lines), 1):
        try:
            known = strict_json(text)
        except ValueError as error:
            tally.holds("JSON", line, False, str(error))
            continue
        tally.equal("JSON line", line, known.get("line"), number)
        tally.holds("JSON answers or errs", line,
                    ("error" in known) == ("status" in known) and len(known) > 1, text)
        tally.holds("JSON is ASCII", line, text.isascii() and text.isprintable(), text)
    if shutil.which("jq"):
        done = subprocess.run(["jq", "-c", "[.line, .out, .status]"], text=True,
                              input="\n".join(lines), stdout=subprocess.PIPE)
        read = [json.loads(line) for line in done.stdout.splitlines()]
        expected = [[known.get(name) for name in ("line", "out", "status")]
                    for known in map(json.loads, lines)]
        tally.equal("jq", "every object", (done.returncode, read), (0, expected))


LAWS = (batch_is_direct, columns_are_direct, rows_of_numbers, defaults_typed_out, long_options,
        transposed_undoes, answers_are_questions, json_objects)
