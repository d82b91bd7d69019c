#!/usr/bin/env python3
"""Holds the manual of the library, cnncalc.3, against the library.

What the page declares is what cnncalc.h does, token for token, each once and nothing else:
functions in SYNOPSIS, structures, enumerations and constants in the displays of DESCRIPTION, and
cnn_code as the list of ERRORS. DESCRIPTION has an entry for each function, with the names of its
parameters. Every name on the page is one of the header's.

In EXAMPLES each program is followed by what it prints. It is compiled, linked with the built
library, and run. CC and CFLAGS are those that the library was built with.
"""

import argparse
import difflib
import itertools
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

import docs

HEADER = docs.ROOT / "src" / "core" / "cnncalc.h"
PAGE = docs.ROOT / "man" / "cnncalc.3"
STRICT = ["-std=c11", "-Wall", "-Wextra", "-Werror"]
AT_LEAST_DECLARATIONS = 80
AT_LEAST_PROGRAMS = 8
TIMEOUT = 60  # seconds, for a compilation and for a run


# ---- Declarations --------------------------------------------------------------------------------

def spaced(code):
    """C with one blank between its tokens."""
    return " ".join(re.findall(r"\w+|[^\w\s]", code))


def statements(code):
    """What ends at a semicolon outside of braces."""
    depth = start = 0
    for i, c in enumerate(code):
        depth += (c == "{") - (c == "}")
        if c == ";" and depth == 0:
            yield spaced(code[start:i])
            start = i + 1


def name_of(statement):
    """The type, the function, or the first constant of an enumeration without a name."""
    pattern = r"(\w+)$" if statement.startswith("typedef ") else r"(\w+) \(|enum { (\w+)"
    found = re.search(pattern, statement)
    return found and found[found.lastindex]


def declarations(code):
    """(name, declaration) for what C declares and defines; include guards and C++ left out."""
    code = re.sub(r"/\*.*?\*/|#ifdef __cplusplus\n.*?#endif|\\\n", " ", code, flags=re.S)
    for name, value in re.findall(r"^#define (\w+) +(\S.*)$", code, re.M):
        yield name, spaced(f"#define {name} {value}")
    for statement in statements(re.sub(r"^#.*$", "", code, flags=re.M)):
        yield name_of(statement), statement


def prototypes(page):
    """(function, its type, its parameters) of SYNOPSIS."""
    pattern = r"^\.Ft (.+)\n(?:\.Fn (.+)|\.Fo (\w+)\n((?:\.Fa .+\n)+)\.Fc)$"
    for kind, line, name, lines in re.findall(pattern, docs.section(page, "SYNOPSIS"), re.M):
        words = shlex.split(line or name + lines.replace(".Fa", ""))
        yield words[0], kind.strip('"'), words[1:]


def declared(page):
    """(name, declaration) for all that the page declares."""
    for name, kind, parameters in prototypes(page):
        yield name, spaced(f"{kind} {name}({', '.join(parameters)})")
    for _, contents in docs.displays(docs.section(page, "DESCRIPTION", until="h")):
        yield from declarations(contents)
    codes = re.findall(r"^\.It Dv (\w+)$", docs.section(page, "ERRORS"), re.M)
    yield "cnn_code", spaced("typedef enum cnn_code {" + ", ".join(codes) + "} cnn_code")


def wrong_declarations(header, page):
    """What the page lacks, has too much of, or declares otherwise."""
    true, listed = dict(declarations(header)), list(declared(page))
    for name, declaration in listed:
        if name not in true:
            yield f"{name} is not declared in {HEADER.name}"
        elif declaration != true[name]:
            yield f"{name} is\n  {declaration}\nand in {HEADER.name}\n  {true[name]}"
    for name in true:
        times = [other for other, _ in listed].count(name)
        if times != 1:
            yield f"{name} is declared {times} times"
    if len(true) < AT_LEAST_DECLARATIONS:
        yield f"{len(true)} declarations in {HEADER.name}, expected {AT_LEAST_DECLARATIONS} or more"


def wrong_entries(_, page):
    """Functions without an entry, or with one of other parameters."""
    heads = re.findall(r"^\.It Fn (\w+)(.*)$", docs.section(page, "DESCRIPTION", until="h"), re.M)
    for name, _, parameters in prototypes(page):
        names = [re.search(r"(\w+)(?:\[\w+\])?$", parameter)[1] for parameter in parameters]
        found = [words.split() for other, words in heads if other == name]
        if found != [names]:
            yield f"not one entry for {name} {' '.join(names)}"


def wrong_names(header, page):
    """Names that the header has not."""
    here, there = (set(re.findall(r"\b(?:cnn|CNN)_\w+", text)) for text in (page, header))
    for name in sorted(here - there):
        yield f"{name} is not in {HEADER.name}"


# ---- Examples ------------------------------------------------------------------------------------

def programs(page):
    """(line, program, what it prints) of EXAMPLES."""
    begin = page.count("\n", 0, page.index(".Sh EXAMPLES"))
    end = begin + docs.section(page, "EXAMPLES").count("\n") + 1
    shown = [display for display in docs.displays(page) if begin < display[0] <= end]
    pairs = itertools.zip_longest(shown[::2], shown[1::2], fillvalue=(0, ""))
    return [(line, program, output) for (line, program), (_, output) in pairs]


def execute(command, directory):
    """The output and the status of a command."""
    done = subprocess.run(command, cwd=directory, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=TIMEOUT, check=False)
    return done.stdout.decode(errors="replace"), done.returncode


def printed(program, library):
    """What a program prints, or what the compiler says of it; and how that ended."""
    compiler = shlex.split(os.environ.get("CC", "cc") + " " + os.environ.get("CFLAGS", ""))
    with tempfile.TemporaryDirectory() as directory:
        pathlib.Path(directory, "program.c").write_text(program)
        output, status = execute([*compiler, *STRICT, f"-I{HEADER.parent}", "program.c", library,
                                  "-lm", "-o", "program"], directory)
        return (output, status) if status else execute(["./program"], directory)


def wrong_program(line, program, expected, library):
    """How it ends and what it prints, where that is not as the page says."""
    output, status = printed(program, library)
    if status:
        yield f"line {line}: status {status}"
    if output != expected:
        yield f"line {line}:\n" + "".join(difflib.unified_diff(
            expected.splitlines(True), output.splitlines(True), "expected", "got"))


def main():
    parser = argparse.ArgumentParser(description="hold cnncalc.3 against the library")
    parser.add_argument("--library", default="build/libcnncalc.a", help="built (%(default)s)")
    library = os.path.abspath(parser.parse_args().library)
    header, page = HEADER.read_text(), PAGE.read_text()
    results = [list(check(header, page))
               for check in (wrong_declarations, wrong_entries, wrong_names)]
    examples = programs(page)
    results += [list(wrong_program(*example, library)) for example in examples]
    if len(examples) < AT_LEAST_PROGRAMS:
        results.append([f"{len(examples)} programs, expected {AT_LEAST_PROGRAMS} or more"])
    for message in itertools.chain(*results):
        print(f"{PAGE.relative_to(docs.ROOT)}: {message}")
    failed = sum(map(bool, results))
    return docs.run.close(len(results) - failed, failed)


if __name__ == "__main__":
    sys.exit(main())
