#!/usr/bin/env python3
"""Runs the examples of README.md and of the man pages: what the documents show is what is printed.

An example is a line `$ ...` that runs cnncalc, and what follows it, read as in tests/cli/*.t: in
README.md within a fence (``` or ```console), in a man page within .Bd -literal. It runs beside
copies of the networks in tests/nets. What stands under IN SCRIPTS is left to tests/scripts.py.

The man pages are complete, too: cnncalc.1 has an entry for every long option of every command, and
its list of gates is the table of src/core/gate.c; cnncalc-net.5 has every kind of layer with its
options, an entry for each of these, and the name of each network that is installed, as README.md
has.
"""

import argparse
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "cli"))
import run  # noqa: E402

AT_LEAST = 10  # examples in each document
AT_LEAST_COMMANDS = 9
AT_LEAST_KINDS = 30
RECIPES = "IN SCRIPTS"  # a section
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


def blocks_in(path, text, parts):
    """The blocks of a document, or of a part of it whose lines are where they are in the whole."""
    for line, contents in parts(text):
        for part in run.parse(contents, path.relative_to(ROOT), line):
            if isinstance(part, run.Block):
                yield part


def without(text, part):
    """A text with this part left blank, so that all else stays on its line."""
    return text.replace(part, "\n" * part.count("\n"), 1)


def examples(path, parts):
    """The blocks of a document that run cnncalc by themselves."""
    text = path.read_text()
    for block in blocks_in(path, without(text, section(text, RECIPES, until="h")), parts):
        if re.search(r"\bcnncalc\s", block.command + " "):
            if not re.match(r"man |apt|sudo |cmake ", block.command):
                yield block


README = ROOT / "README.md"
PAGE = ROOT / "man" / "cnncalc.1"
NET_PAGE = ROOT / "man" / "cnncalc-net.5"
GATES = ROOT / "src" / "core" / "gate.c"
DOCUMENTS = ((README, fences), (PAGE, displays), (NET_PAGE, displays))


class Program(run.Program):
    """The program, run beside the networks."""

    def run(self, command):
        return super().run(f'cp "$NETS"/*.net .\n{command}')


# ---- Whether the man pages are complete ----------------------------------------------------------

def section(page, name, until="[hs]"):
    """The text of a section or subsection, up to the next of either, or of those that are told."""
    found = re.search(rf"^\.S[hs] {re.escape(name)}\n(.*?)(?=^\.S{until} |\Z)", page, re.S | re.M)
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
        help_page = program.run(f"cnncalc {command} --help")[0].partition("\nLines:")[0]
        for option in re.findall(r"^ +(?:-\w, )?--([a-z-]+)", help_page, re.M):
            if not re.search(rf"^\.It .*Fl.* -{option}(?![\w-])", texts, re.M):
                yield f"{command}: no entry for --{option}"
    if len(commands) < AT_LEAST_COMMANDS:
        yield f"{len(commands)} commands in cnncalc --help, expected {AT_LEAST_COMMANDS} or more"


def kinds_of(help_page):
    """Each kind of layer and its options, as `net --help` lists them."""
    listed = help_page.partition("Kinds and their options")[2].partition("\n\n")[0]
    kinds, options = {}, []
    for line in listed.splitlines()[1:]:
        words = line.split()
        named = [word for word in words if word.startswith("-")]
        options = named or options
        kinds |= {word: set(options) for word in words if not word.startswith("-")}
    return kinds


def entries_of(page):
    """The same, as the heads of the entries under KINDS say; every kind takes -O."""
    for head in re.findall(r"^\.It (Cm .*)$", section(page, "KINDS", until="h"), re.M):
        names, _, options = head.replace("Op ", "").partition(" Fl ")
        options = {"-" + word for word in options.replace("Fl ", "").split() if word != "|"}
        for name in names.removeprefix("Cm ").split(" , "):
            yield name, options | {"-O"}


def wrong_kinds(program, page):
    """How the entries differ from what `net --help` lists."""
    true, listed = kinds_of(program.run("cnncalc net --help")[0]), list(entries_of(page))
    for name, options in listed:
        if name not in true:
            yield f"KINDS: an entry for {name}, which net --help has not"
        elif options != true[name]:
            yield f"KINDS: {name} takes {' '.join(sorted(true[name] ^ options))}, or not"
    for name in true:
        if [entry for entry, _ in listed].count(name) != 1:
            yield f"KINDS: not one entry for {name}"
    if len(true) < AT_LEAST_KINDS:
        yield f"{len(true)} kinds in cnncalc net --help, expected {AT_LEAST_KINDS} or more"


def wrong_line_options(program, page):
    """Options of a kind without an entry, by letter and by the name that convout has for it."""
    heads = " ".join(re.findall(r"^\.It (.*)$", section(page, "OPTIONS OF LINES"), re.M))
    named = re.findall(r"^  (-\w), (--[a-z-]+)", program.run("cnncalc convout --help")[0], re.M)
    kinds = kinds_of(program.run("cnncalc net --help")[0])
    for option in sorted(set().union(*kinds.values())):
        for name in sorted({option, dict(named).get(option, option)}):
            if not re.search(rf"(?:Fl|,) {name[1:]}(?![\w-])", heads):
                yield f"OPTIONS OF LINES: no entry for {name}"


def wrong_nets(_, text):
    """Networks that are not named."""
    for path in sorted(run.NETS.glob("*.net")):
        if not re.search(rf"(?<![\w.-]){re.escape(path.stem)}(?![\w.-]*\w)", text):
            yield f"{path.name} is not named"


COMPLETE = {PAGE: (wrong_gates, wrong_options), README: (wrong_nets,),
            NET_PAGE: (wrong_kinds, wrong_line_options, wrong_nets)}


def check_pages(program):
    """Prints what the documents lack. Returns how many checks passed and failed."""
    passed = failed = 0
    for path, checks in COMPLETE.items():
        for check in checks:
            found = list(check(program, path.read_text()))
            for message in found:
                print(f"{path.relative_to(ROOT)}: {message}")
            passed, failed = passed + (not found), failed + bool(found)
    return passed, failed


def main():
    parser = argparse.ArgumentParser(description="run the documented examples")
    parser.add_argument("--binary", default="build/cnncalc", help="the program (%(default)s)")
    program = Program(parser.parse_args().binary)
    passed, failed = check_pages(program)
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
