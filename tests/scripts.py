#!/usr/bin/env python3
"""Runs the recipes of the manual, those under IN SCRIPTS of cnncalc.1, as tests/docs.py runs its
examples: what the page shows is what is printed.

The recipes of a subsection run in one directory, in their order, beside copies of the networks in
tests/nets. A subsection one of whose tools, as its .Xr lines name them, is not installed is left
out; the status is then 77. `ssh` is a stand-in that runs here what is to run on another machine.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import docs  # noqa: E402
import run  # noqa: E402  (docs.py knows where)

AT_LEAST = 20  # recipes
SKIPPED = 77  # to ctest
SSH = """#!/bin/sh
# HOST -- COMMAND...
shift 2
exec sh -c "$*"
"""


class Program(run.Program):
    """The program on a PATH with a stand-in for ssh, in a home where parallel may keep notes."""

    def __init__(self, binary):
        super().__init__(binary)
        ssh = pathlib.Path(self.home.name, "bin", "ssh")
        ssh.write_text(SSH)
        ssh.chmod(0o755)
        self.environment["HOME"] = self.home.name
        self.environment["SHELL"] = "/bin/sh"  # or parallel guesses one from its parents
        for name in ("PARALLEL", "PARALLEL_HOME", "PARALLEL_SSH"):  # of whoever runs the tests
            self.environment.pop(name, None)


def subsections(page):
    """(name, text) of each; in the text every line is where it is in the page."""
    whole = docs.section(page, docs.RECIPES, until="h")
    for name in re.findall(r"^\.Ss (.*)$", whole, re.M):
        part = docs.section(page, name)
        yield name, "\n" * page.count("\n", 0, page.index(part)) + part


def is_installed(tool, path):
    if tool == "parallel" and shutil.which(tool, path=path):  # moreutils has another
        done = subprocess.run([tool, "--version"], capture_output=True, text=True)
        return done.stdout.startswith("GNU parallel")
    return shutil.which(tool, path=path) is not None


def results(program, blocks):
    """(block, output, status) of each recipe of a subsection, one after another."""
    with program.directory() as directory:
        for net in run.NETS.glob("*.net"):
            shutil.copy(net, directory)
        return [(block, *program.run_in(directory, block.command)) for block in blocks]


def main():
    parser = argparse.ArgumentParser(description="run the manual's recipes")
    parser.add_argument("--binary", default="build/cnncalc", help="the program (%(default)s)")
    program = Program(parser.parse_args().binary)
    passed = failed = left_out = 0
    missing = set()
    for name, text in subsections(docs.PAGE.read_text()):
        blocks = list(docs.blocks_in(docs.PAGE, text, docs.displays))
        lacks = {tool for tool in re.findall(r"^\.Xr (\S+) 1\b", text, re.M)
                 if not is_installed(tool, program.environment["PATH"])}
        if lacks:
            left_out, missing = left_out + len(blocks), missing | lacks
            continue
        wrong = run.differences(results(program, blocks))
        passed, failed = passed + len(blocks) - wrong, failed + wrong
    if passed + failed + left_out < AT_LEAST:
        print(f"{passed + failed + left_out} recipes, expected {AT_LEAST} or more")
        failed += 1
    if missing:
        names = " ".join(sorted(missing))
        print(f"{left_out} left out, for want of {names} (Debian: apt-get install {names})")
    status = run.close(passed, failed)
    return SKIPPED if missing and not failed else status


if __name__ == "__main__":
    sys.exit(main())
