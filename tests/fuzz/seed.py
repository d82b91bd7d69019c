#!/usr/bin/env python3
"""Writes the fuzzers' first inputs into DIR/batch, DIR/columns, DIR/decimal, DIR/expr, DIR/grad,
DIR/net, DIR/program and DIR/whole: the questions, the numbers and the networks of tests/cli/*.t,
those of tests/nets, and expressions.

    python3 tests/fuzz/seed.py DIR
"""

import getopt
import hashlib
import pathlib
import re
import shlex
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TESTS / "cli"))
import run  # noqa: E402

# With values, as NAME=VALUE.
EXPRESSIONS = (
    ("ln(x)*sigmoid(sqrt(y))/sigmoid((x+y)^2)", "x=2 y=4"),
    ("1/(1+exp(-x))", "x=2"),
    ("-x^2 - -y**2^3", "x=1.5 y=-2"),
    ("max(x, min(2.5e-3, y))/(pi*e)", "x=0.0025 y=1"),
    ("tanh(softplus(relu(abs(sin(cos(tan(x)))))))", "x=0.1"),
    ("a*b + fa_1*a - c/a1", "a=1 b=2 fa_1=3 c=4 a1=5"),
    ("lambda*in - or/fnp", "lambda=1 in=2 or=3 fnp=4"),
    ("w0*x0 + w1*x1 + w2", "w0=2 x0=-1 w1=-3 x1=-2 w2=-3"),
    ("(1-x)^2 + 100*(y-x^2)^2", "x=-1.2 y=1"),
    ("f_1*f_1 + fx", "f_1=1 fx=2"), ("x + fx", "x=1 fx=2"), ("x*x*x + x/x", "x=3"),
    ("relu(x) + abs(x)", "x=0"), ("x", "x=-0"), ("2*3 - 1/4", ""), ("ln(x)", "x=-1"),
    ("1/x", "x=0"), ("exp(x)*exp(x)", "x=700"), ("sqrt(x)", "x=0"), ("x^y", "x=0 y=0"),
    ("2exp(x)", "x=1"), ("x +", ""))
NETWORKS = (
    """input -W 13x9x6
a: conv -K 4 -F 3 -G 2
convtranspose -K 4 -F 2x3 -S 2 --no-bias --output-pad 1
pool -F 3 -S 2 -R floor
b: upsample -O 5x7
g: globalpool
mul @b # one pixel
concat @b @b
flatten
dense -K 10 -O 10""",
    """default -P same
default conv --no-bias -R ceil
x: input -W 16 --dims 3 -C 16
conv --depthwise -F 3 -d 2
batchnorm --no-bias
s: slice -K 8 --from 4
conv -K 8 -F 3x2x1 -S 2
upsample -S 2
add @s
pad -P 0:1x2x3:0
crop -O 16x15x16
pixelshuffle -S 2 -O 32x30x32
groupnorm -G 1""",
    """v: input -C 784
dense -K 64 --no-bias
prelu --shared
concat @v
w: input -W 30x3 --dims 1
adaptivepool -O 7
maxpool -F 2 -S 1 -P 1:0
u: upsample -S 3
y: adaptivepool -O 5 @w
upsample -O 21
add @u
globalpool
layernorm
instancenorm""",
    "input -W 9223372036854775807x1 --dims 1\nupsample -S 4611686018427387904\n",
    "input -W 32x32x3\nconv -K 10 -F 5 -S 2\n",
    "input -W 999983x1 --dims 1\nupsample -O 1009\nconvtranspose -K 1 -F 3 -S 5 -d 4\n")
# As fuzz_grad.c orders them.
GRAD_WAYS = ("plain", "all", "explain", "check", "json", "wrt", "dot", "numpy", "descent", "trace",
             "descent explained", "columns", "descent columns", "batch", "grad", "gdstep")
NET_WAYS = 9  # that fuzz_net.c has
PROGRAM_WAYS = 5  # that fuzz_program.c has
DECIMAL_WAYS = 4  # that fuzz_decimal.c has, and at 255 one more
WHOLE_WAYS = 16  # as fuzz_whole.c
# Questions that no .t file asks, and that were answered in two ways once.
FOUND = ((["cnncalc", "227", "-F", "11"], ""),)
# What the ways of fuzz_columns.c read.
COLUMNS = ("227 11 4 0\n32 5 2 0\n\n# no\n7 7 1\n\t32  5 1 0\r\n 5 3 1 1 \n9 3 2 1:2",
           "a 9 0\n_ 12 1\n9 9 1\nx 3\n", "32 5 1\n9 3 2\n0 3 1\n9223372036854775807 3 1\n",
           "2 9\n3 12\n2 9x9\n1234567890123456789 1234567890123456789\n", "W S\n9 3\n10 2\n9\n",
           "9 8\n9 4\n9 0\n", "2\n-0\n1e-320\n+.5\n0x1p3\n1e999\nnan\n-745.2\n",
           "2 a\n3.25 b\n4\n", "2 4\n1 1\n0 1\n1e300 1e300\n0.5 560000\n", "a 4\nb 0\nc -1\n",
           "2 0.1\n1e308 -1e308\n3 nan\n", "9 3 0\n9 3 1\n5 3 0\n",
           "9 3 2\n7 3 2\n9 3 1\n")
WAYS = {"batch": 0, "batch --json": 1, "batch --explain": 2, "columns": 4, "columns header": 6}


def questions():
    """What follows `cnncalc` on the command lines of the .t files, and their lines of input."""
    for path in sorted((TESTS / "cli").glob("*.t")):
        for block in run.blocks_of(path):
            for line in block.command.split("\n"):
                yield re.sub(r"^\s*cnncalc\s+", "", line)


def commands():
    """The words of each question, and what it reads where printf says that."""
    for path in sorted((TESTS / "cli").glob("*.t")):
        for block in run.blocks_of(path):
            said = re.search(r"printf '((?:[^'%]|%%)*)' *\|", block.command)
            read = said[1].replace("\\n", "\n").replace("\\t", "\t") if said else ""
            for text in re.findall(r"(?<!\S)cnncalc ([^|<>;&`$()]*)", block.command):
                try:
                    yield shlex.split(text), read
                except ValueError:  # a quotation that goes on
                    continue


def keep(folder, contents):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / hashlib.sha1(contents).hexdigest()[:16]).write_bytes(contents)


def expressions():
    """Of each `grad` and `gdstep` of the .t files: the expression, the values, the options."""
    long = ("wrt= dot numpy check of= steps= trace parameter= gradient= step-size= only= all json "
            "explain expect= precision= columns= help").split()
    for line in questions():
        command, _, rest = line.partition(" ")
        if command not in ("grad", "gdstep"):
            continue
        try:
            options, operands = getopt.gnu_getopt(shlex.split(rest), "x:g:s:n:o:ap:h", long)
        except (ValueError, getopt.GetoptError):
            continue
        given = dict(options)
        names = [word for word in operands if "=" not in word]
        expression = given.pop("--of", names[0] if names else "")
        words = [word for word in operands if word != expression]
        yield expression, words, [name + ("=" if name.startswith("--") and value else "") + value
                                  for name, value in given.items()]


def keep_grad(folder, expression, values, options):
    """A question in every way. In columns, all variables are."""
    names = ",".join(value.partition("=")[0] for value in values)
    row = " ".join(value.partition("=")[2] for value in values)
    for way, name in enumerate(GRAD_WAYS):
        words = values
        if name in ("grad", "gdstep"):
            words = values + options
        elif "columns" in name:
            words = [names]
        elif name == "wrt":
            words = [names] + values
        lines = f"{row}\n\n{row}\n# no\n{row} 1\n"
        fields = (expression, "\n".join(words), lines)
        keep(folder, bytes((way, len(expression) % 256)) + "\0".join(fields).encode())
        if "columns" in name:
            fields = (expression, "header", names.replace(",", " ") + "\n" + lines)
            keep(folder, bytes((way, 0)) + "\0".join(fields).encode())


def networks():
    """The files of tests/nets, and what the .t files give to `net`, quoted or as it stands."""
    for path in sorted((TESTS / "nets").glob("*.net")):
        yield path.read_text()
    for path in sorted((TESTS / "cli").glob("*.t")):
        for block in run.blocks_of(path):
            if not re.search(r"\bnet\b", block.command):
                continue
            for text in re.findall(r"'([^']*\binput\b[^']*)'", block.command):
                yield text.replace("\\n", "\n").replace("\\t", "\t")
            for _, text in re.findall(r"<< *'?(\w+)'?.*\n((?s:.*?))\n\1", block.command):
                yield text


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: seed.py DIR")
    target = pathlib.Path(sys.argv[1])
    lines = list(dict.fromkeys(questions()))
    for line in lines:
        text = line.encode()
        # One read for all of it, and a byte at a time.
        for way, chunk in ((WAYS["batch"], 255), (WAYS["batch --json"], 255),
                           (WAYS["batch --explain"], 0)):
            keep(target / "batch", bytes((way, chunk)) + text + b"\n")
        for number in re.findall(r"[-+.\dxXpPeEa-fA-F]*\d[-+.\dxXpPeEa-fA-F]*", line):
            keep(target / "decimal", b"\0" + number.encode())
            keep(target / "whole", b"\1" + number.encode())
    for words, read in (*commands(), *FOUND):
        text = "\n".join(words) + "\0" + read
        for way in range(PROGRAM_WAYS):
            keep(target / "program", bytes((way, len(text) % 256)) + text.encode())
    for way in (*range(DECIMAL_WAYS), 255):
        keep(target / "decimal", bytes((way,)) + bytes(range(1, 33)))
    for way in (*range(WHOLE_WAYS), 255):
        keep(target / "whole", bytes((way,)) + bytes(range(1, 33)))
    keep(target / "batch", bytes((WAYS["batch"], 255)) + "\r\n".join(lines[:20]).encode())
    listed = [(text, values.split(), ["--wrt=x", "--columns=y"]) for text, values in EXPRESSIONS]
    for expression, values, options in [*listed, *expressions()]:
        keep(target / "expr", expression.encode())
        keep_grad(target / "grad", expression, values, options)
    for text in (*NETWORKS, *networks()):
        for way in range(NET_WAYS):
            keep(target / "net", bytes((way, len(text) % 256)) + text.encode())
    for way, text in enumerate(COLUMNS):
        keep(target / "columns", bytes((way, 255)) + text.encode())
        keep(target / "columns", bytes((way, 4)) + text.encode())
    keep(target / "batch", bytes((WAYS["columns"], 255)) + b"227 11 4 0\n32 5 2 0\n\n# no\n7 7 1")
    keep(target / "batch", bytes((WAYS["columns header"], 255)) + b"W F K\n32 5 10\n1 2 3\n")


if __name__ == "__main__":
    sys.exit(main())
