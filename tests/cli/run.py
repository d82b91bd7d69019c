#!/usr/bin/env python3
"""Runs the examples in tests/cli/*.t: a command, its exact output, its status.

    $ cnncalc convout -W 32 -F 5
    28
    $ printf '32 5\\n' |
    > cnncalc convout --columns W,F
    28

    # A comment.
    $ cnncalc convout -W 0 -F 5
    cnncalc: convout: --input-size: 0 is ...
    ? 2

A block begins at a line `$ command`. Lines that begin with `>` carry the command on, as does a
line after one that ends in a backslash. Then comes the output, standard output and standard error
in one pipe, and `? status` where the status is not 0. The output ends at the first of
  - `? status`,
  - the next `$ `,
  - a comment: a line that begins with `#` after a blank line, unless it begins as the lines of
    `batch --explain` do, `# 12: `,
  - the end of the file.
One blank line before that end (none before `? status`) is no output but a gap between blocks; more
of them are output. What follows a status or a comment is comment up to the next `$ `; so is what
comes before the first. A last line of output without its newline is followed by `\\ no newline`.
Bytes that are neither printable ASCII nor tab nor newline stand as `\\xNN`.

Each command is run by `sh -c` in an empty directory of its own, with LC_ALL=C, nothing to read,
a `cnncalc` on its PATH, the directory tests/nets in $NETS, and the program itself, under no wrapper,
in $CNNCALC.
"""

import argparse
import concurrent.futures
import dataclasses
import difflib
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

NETS = pathlib.Path(__file__).resolve().parent.parent / "nets"
NO_NEWLINE = "\\ no newline"
TIMEOUT = 120  # seconds for a command; ten times as many under a wrapper


@dataclasses.dataclass
class Block:
    path: str
    line: int  # of the `$`
    command: str
    source: list  # the lines of the command as they stand in the file
    output: str
    status: int


def is_comment(lines, i):
    return (lines[i].startswith("#") and not re.match(r"# \d+: ", lines[i])
            and i > 0 and not lines[i - 1].strip())


def parse(text, path, first_line=1):
    """The file as a list of Blocks and, between them, strings that are no block."""
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    parts, comment, i = [], [], 0
    while i < len(lines):
        if not lines[i].startswith("$ "):
            comment.append(lines[i])
            i += 1
            continue
        if comment:
            parts.append("\n".join(comment) + "\n")
            comment = []
        start = i
        command = [lines[i][2:]]
        i += 1
        while i < len(lines) and (lines[i].startswith(">") or command[-1].endswith("\\")):
            command.append(re.sub("^> ?", "", lines[i]))
            i += 1
        end = i
        while i < len(lines) and not (lines[i].startswith("$ ") or is_comment(lines, i)
                                      or re.fullmatch(r"\? \d+", lines[i])):
            i += 1
        output, status, gap = lines[end:i], 0, False
        if i < len(lines) and lines[i].startswith("? "):
            status = int(lines[i][2:])
            i += 1
        elif output and not output[-1]:
            output.pop()
            gap = True
        parts.append(Block(path, first_line + start, "\n".join(command), lines[start:end],
                           "".join(line + "\n" for line in output), status))
        if gap:
            comment.append("")
    if comment:
        parts.append("\n".join(comment) + "\n")
    return parts


def blocks_of(path):
    return [part for part in parse(pathlib.Path(path).read_text(), str(path))
            if isinstance(part, Block)]


def readable(output):
    """Bytes as they stand in a .t file."""
    text = "".join(c if c in "\t\n" or " " <= c <= "~" else f"\\x{ord(c):02x}"
                   for c in output.decode("latin-1"))
    return text if not text or text.endswith("\n") else f"{text}\n{NO_NEWLINE}\n"


def render(block):
    status = f"? {block.status}\n" if block.status else ""
    return "".join(line + "\n" for line in block.source) + block.output + status


class Program:
    """A `cnncalc` on a PATH of its own, perhaps under a wrapper such as valgrind, or an emulator,
    without which it is not run at all: a wrapper leaves $CNNCALC bare."""

    def __init__(self, binary, wrap="", emulator=""):
        self.binary = os.path.abspath(binary)
        wrap = wrap or emulator
        self.timeout = TIMEOUT * (10 if wrap else 1)
        self.home = tempfile.TemporaryDirectory(prefix="cnncalc-test-")
        bin_directory = os.path.join(self.home.name, "bin")
        os.mkdir(bin_directory)
        name = os.path.join(bin_directory, "cnncalc")
        if wrap:
            with open(name, "w") as script:
                script.write(f'#!/bin/sh\nexec {wrap} {shlex.quote(self.binary)} "$@"\n')
            os.chmod(name, 0o755)
        else:
            os.symlink(self.binary, name)
        self.environment = dict(os.environ, LC_ALL="C", NETS=str(NETS),
                                CNNCALC=name if emulator else self.binary,
                                PATH=bin_directory + os.pathsep + os.environ.get("PATH", ""))
        for name in ("MAKEFLAGS", "MFLAGS", "MAKELEVEL"):  # of a make that runs the tests
            self.environment.pop(name, None)

    def directory(self):
        """An empty one, for a `with`."""
        return tempfile.TemporaryDirectory(dir=self.home.name)

    def run_in(self, directory, command):
        """The output and the status of a shell command."""
        try:
            done = subprocess.run(["/bin/sh", "-c", command], cwd=directory, env=self.environment,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, timeout=self.timeout)
        except subprocess.TimeoutExpired as expired:
            return readable(expired.stdout or b"") + "(timed out)\n", -1
        return readable(done.stdout), done.returncode

    def run(self, command):
        """The same, in an empty directory."""
        with self.directory() as directory:
            return self.run_in(directory, command)


def run_all(program, blocks):
    """(block, output, status) for each block, in order."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(lambda block: (block, *program.run(block.command)), blocks))


def differences(results):
    """Prints what differs of (block, output, status). Returns how many do."""
    failed = 0
    for block, output, status in results:
        got = dataclasses.replace(block, output=output, status=status)
        if (output, status) == (block.output, block.status):
            continue
        failed += 1
        print(f"{block.path}:{block.line}: {block.command}")
        sys.stdout.writelines(difflib.unified_diff(
            render(block).splitlines(True), render(got).splitlines(True), "expected", "got"))
        print()
    return failed


def check(program, blocks):
    """Runs the blocks and prints what differs. Returns the number of failures."""
    return differences(run_all(program, blocks))


def close(passed, failed):
    """The line that ends every test program here, and its exit status."""
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


def update(program, path):
    """Writes into the file what its commands print now."""
    parts = parse(pathlib.Path(path).read_text(), str(path))
    results = iter(run_all(program, [part for part in parts if isinstance(part, Block)]))
    text, open_end = "", False
    for part in [*parts, ""]:
        # A gap tells where output ends that ends in a blank line, or that a comment follows.
        blank_end, comment = text.endswith("\n\n"), part and not isinstance(part, Block)
        if open_end and (blank_end or comment) and not (comment and part.startswith("\n")):
            text += "\n"
        open_end = isinstance(part, Block)
        if open_end:
            _, part.output, part.status = next(results)
            open_end = part.status == 0
            part = render(part)
        text += part
    pathlib.Path(path).write_text(text)


def main():
    parser = argparse.ArgumentParser(description="run the examples in .t files")
    parser.add_argument("--binary", default="build/cnncalc", help="the program (%(default)s)")
    parser.add_argument("--wrap", default="", metavar="COMMAND",
                        help="run the program under this command, as in --wrap 'valgrind -q'")
    parser.add_argument("--every", type=int, default=1, metavar="N",
                        help="run every Nth block only, as where a wrapper is slow")
    parser.add_argument("--update", action="store_true",
                        help="write what is printed now into the files; read the difference!")
    parser.add_argument("files", nargs="*", help="tests/cli/*.t unless told")
    options = parser.parse_args()
    files = options.files or sorted(pathlib.Path(__file__).parent.glob("*.t"))
    program = Program(options.binary, options.wrap)
    if options.update:
        for path in files:
            update(program, path)
        return 0
    blocks = [block for path in files for block in blocks_of(path)][::options.every]
    failed = check(program, blocks)
    return close(len(blocks) - failed, failed)


if __name__ == "__main__":
    sys.exit(main())
