#!/usr/bin/env python3
"""Runs the examples of README.md and man/cnncalc.1: what the documents show is what is printed.

An example is a line `$ ...` that runs cnncalc, and what follows it, read as in tests/cli/*.t: in
README.md within a fence (``` or ```console), in the man page within .Bd -literal.
"""

import argparse
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "cli"))
import run  # noqa: E402

AT_LEAST = 10  # examples in each document
ESCAPES = {"\\e": "\\", "\\-": "-", "\\&": "", "\\ ": " ", "\\(aq": "'", "\\(dq": '"',
           "\\(ti": "~", "\\(ha": "^", "\\(ga": "`", "\\(rs": "\\", "\\(en": "-"}


def fences(text):
    """(line number, contents) of each console fence of a Markdown file."""
    pattern = r"^```(?:console)?\n(.*?)^```$|^```\w+\n.*?^```$"
    for match in re.finditer(pattern, text, re.S | re.M):
        if match[1] is not None:
            yield text.count("\n", 0, match.start(1)) + 1, match[1]


def displays(text):
    """(line number, contents) of each literal display of an mdoc page."""
    for match in re.finditer(r"^\.Bd -literal.*?\n(.*?)^\.Ed$", text, re.S | re.M):
        plain = re.sub(r"\\\(..|\\.", lambda escape: ESCAPES[escape[0]], match[1])
        yield text.count("\n", 0, match.start(1)) + 1, plain


def examples(path, parts):
    """The blocks of a document that run cnncalc."""
    for line, contents in parts(path.read_text()):
        for block in run.parse(contents, path.relative_to(ROOT), line):
            if isinstance(block, run.Block) and re.search(r"\bcnncalc\s", block.command + " "):
                if not re.match(r"man |apt|sudo |cmake ", block.command):
                    yield block


DOCUMENTS = ((ROOT / "README.md", fences), (ROOT / "man" / "cnncalc.1", displays))


def main():
    parser = argparse.ArgumentParser(description="run the documented examples")
    parser.add_argument("--binary", default="build/cnncalc", help="the program (%(default)s)")
    program = run.Program(parser.parse_args().binary)
    passed = failed = 0
    for path, parts in DOCUMENTS:
        blocks = list(examples(path, parts))
        wrong = run.check(program, blocks)
        passed, failed = passed + len(blocks) - wrong, failed + wrong
        if len(blocks) < AT_LEAST:
            print(f"{path.relative_to(ROOT)}: {len(blocks)} examples, expected {AT_LEAST} or more")
            failed += 1
    return run.close(passed, failed)


if __name__ == "__main__":
    sys.exit(main())
