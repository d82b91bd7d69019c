#!/usr/bin/env python3
"""Writes the fuzzers' first inputs into DIR/batch, DIR/decimal and DIR/expr: the questions and
the numbers of tests/cli/*.t, and expressions.

    python3 tests/fuzz/seed.py DIR
"""

import hashlib
import pathlib
import re
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(TESTS / "cli"))
import run  # noqa: E402

EXPRESSIONS = ("ln(x)*sigmoid(sqrt(y))/sigmoid((x+y)^2)", "1/(1+exp(-x))", "-x^2 - -y**2^3",
               "max(x, min(2.5e-3, y))/(pi*e)", "tanh(softplus(relu(abs(sin(cos(tan(x)))))))")
WAYS = {"batch": 0, "batch --json": 1, "batch --explain": 2, "columns": 4, "columns header": 6}


def questions():
    """What follows `cnncalc` on the command lines of the .t files, and their lines of input."""
    for path in sorted((TESTS / "cli").glob("*.t")):
        for block in run.blocks_of(path):
            for line in block.command.split("\n"):
                yield re.sub(r"^\s*cnncalc\s+", "", line)


def keep(folder, contents):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / hashlib.sha1(contents).hexdigest()[:16]).write_bytes(contents)


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
            keep(target / "decimal", number.encode())
    keep(target / "batch", bytes((WAYS["batch"], 255)) + "\r\n".join(lines[:20]).encode())
    for expression in EXPRESSIONS:
        keep(target / "expr", expression.encode())
    keep(target / "batch", bytes((WAYS["columns"], 255)) + b"227 11 4 0\n32 5 2 0\n\n# no\n7 7 1")
    keep(target / "batch", bytes((WAYS["columns header"], 255)) + b"W F K\n32 5 10\n1 2 3\n")


if __name__ == "__main__":
    sys.exit(main())
