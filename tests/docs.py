#!/usr/bin/env python3
"""Runs the examples of README.md and man/cnncalc.1: what the documents show is what is printed.

An example is a line `$ ...` that runs cnncalc, and what follows it, read as in tests/cli/*.t: in
README.md within a fence (``` or ```console), in the man page within .Bd -literal.

The man page is complete, too: it has an entry for every long option of every command, and its list
of gates is the table of src/core/gate.c.
"""

import argparse
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "cli"))
import run  # noqa: E402

AT_LEAST = 10  # examples in each document
AT_LEAST_COMMANDS = 8
ESCAPES = {"\\e": "\\", "\\-": "-", "\\&": "", "\\ ": " ", "\\(aq": "'", "\\(dq": '"',
           "\\(ti": "~", "\\(ha": "^", "\\(ga": "`", "\\(rs": "\\", "\\(en": "-"}


def fences(text):
    """(line number, contents) of each console fence of a Markdown file."""
    pattern = r"^```(?:console)?\n(.*?)^```$|^```\w+\n.*?^```$"
    for match in re.finditer(pattern, text, re.S | re.M):
        if match[1] is not None:
            yield text.count("\n", 0, match.start(1)) + 1, match[1]


def plain(text):
    """mdoc without its escapes."""
    return re.sub(r"\\\(..|\\.", lambda escape: ESCAPES[escape[0]], text)


def displays(text):
    """(line number, contents) of each literal display of an mdoc page."""
    for match in re.finditer(r"^\.Bd -literal.*?\n(.*?)^\.Ed$", text, re.S | re.M):
        yield text.count("\n", 0, match.start(1)) + 1, plain(match[1])


def examples(path, parts):
    """The blocks of a document that run cnncalc."""
    for line, contents in parts(path.read_text()):
        for block in run.parse(contents, path.relative_to(ROOT), line):
            if isinstance(block, run.Block) and re.search(r"\bcnncalc\s", block.command + " "):
                if not re.match(r"man |apt|sudo |cmake ", block.command):
                    yield block


PAGE = ROOT / "man" / "cnncalc.1"
GATES = ROOT / "src" / "core" / "gate.c"
DOCUMENTS = ((ROOT / "README.md", fences), (PAGE, displays))


# ---- Whether the man page is complete ------------------------------------------------------------

def section(page, name):
    """The text of a section or subsection, up to the next of either."""
    found = re.search(rf"^\.S[hs] {re.escape(name)}\n(.*?)(?=^\.S[hs] |\Z)", page, re.S | re.M)
    return found[1] if found else ""


def gate_of(entry):
    """What src/core/gate.c calls the gate of an entry: sin of sin(a), + of a + b, 1/ of 1/a."""
    call = re.match(r"(\w+)\(", entry)
    return call[1] if call else re.sub(r"\b[ab]\b| ", "", entry)


def compare(listed, what, true):
    """What the list of gates lacks, what it has too much of, or that its order is another."""
    lacks = [name for name in true if true.count(name) > listed.count(name)]
    extra = [name for name in listed if listed.count(name) > true.count(name)]
    for name in dict.fromkeys(lacks):
        yield f"Gates: no entry for {name}, which {what} has"
    for name in dict.fromkeys(extra):
        yield f"Gates: an entry for {name}, which {what} has not"
    if listed != true and not lacks and not extra:
        yield f"Gates: the order is {' '.join(listed)}; in {what} it is {' '.join(true)}"


def wrong_gates(program, page):
    """How the list of gates differs from the table, and from what `grad --help` prints of it."""
    heads = re.findall(r"^\.It Li (.*)$", section(page, "Gates"), re.M)
    listed = [gate_of(plain(head)) for head in heads]
    table = re.findall(r'\.name = "([^"]+)"', GATES.read_text())
    help_page = program.run("cnncalc grad --help")[0]
    printed = re.search(r"^  functions +(.*(?:\n {5,}.*)*)", help_page, re.M)
    functions = printed[1].split() if printed else []
    yield from compare(listed, "src/core/gate.c", table)
    yield from compare([name for name in listed if name[0].isalpha()], "grad --help", functions)


def wrong_options(program, page):
    """Long options without an entry: in the subsection of their command or of one that it refers
    to, or among those of every question."""
    overview = program.run("cnncalc --help")[0].partition("Commands:\n")[2].partition("\n\n")[0]
    commands = re.findall(r"^  (\S+)", overview, re.M)
    for command in commands:
        own = section(page, command)
        others = [name for name in re.findall(r"^\.Cm (\S+)", own, re.M) if name in commands]
        texts = own + "".join(section(page, name) for name in
                              [*others, "OPTIONS OF EVERY QUESTION"])
        help_page = program.run(f"cnncalc {command} --help")[0]
        for option in re.findall(r"^ +(?:-\w, )?--([a-z-]+)", help_page, re.M):
            if not re.search(rf"^\.It .*Fl.* -{option}(?![\w-])", texts, re.M):
                yield f"{command}: no entry for --{option}"
    if len(commands) < AT_LEAST_COMMANDS:
        yield f"{len(commands)} commands in cnncalc --help, expected {AT_LEAST_COMMANDS} or more"


def check_page(program):
    """Prints what the man page lacks. Returns how many checks passed and failed."""
    page, checks = PAGE.read_text(), (wrong_gates, wrong_options)
    found = [list(check(program, page)) for check in checks]
    for message in sum(found, []):
        print(f"{PAGE.relative_to(ROOT)}: {message}")
    return found.count([]), len(checks) - found.count([])


def main():
    parser = argparse.ArgumentParser(description="run the documented examples")
    parser.add_argument("--binary", default="build/cnncalc", help="the program (%(default)s)")
    program = run.Program(parser.parse_args().binary)
    passed, failed = check_page(program)
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
