"""The examples of tests/cli, made ready to be asked without a shell, where that can be."""

import concurrent.futures
import os
import pathlib
import re
import shlex
import subprocess
import sys

SLOW = 4  # milliseconds
QUOTED = re.compile(r"'[^']*'|\"(?:\\.|[^\"\\])*\"|\\.", re.DOTALL)
LAST = re.compile(r"(?P<head>.*(?:[|;&\n]\s*|^))cnncalc(?P<words>[^|;&<>\n]*?)"
                  r"(?P<quiet>\s*2>/dev/null|\s*2>&1)?\s*", re.DOTALL)
ALONE = re.compile(r"[^$`*?~\\\n]*")
PREPARE = """{ %s
} >"$1"
out=$2
set -- cnncalc %s
printf '%%s\\0' "$@" >"$out"
"""


def split(command):
    """What comes before the last `cnncalc`, its words and what is done with its messages; or None
    where it is not the last command, or not the only `cnncalc`."""
    masked = QUOTED.sub(lambda match: "Q" * len(match.group()), command)
    match = LAST.fullmatch(masked)
    if match is None:
        return None
    head = command[:match.end("head")].rstrip()
    words = command[match.start("words"):match.end("words")]
    if "cnncalc" in head + words:
        return None
    return head, words, "/dev/null" in (match["quiet"] or "")


def prepare(block, directory, nets):
    """The block as replay.c reads it, or None. Its files are made in the directory, which is given
    without a name yet."""
    parts = split(block.command)
    if parts is None:
        return None
    head, words, quiet = parts
    stdin = b""
    if not head and ALONE.fullmatch(words.replace("'", "")):
        arguments = ["cnncalc", *shlex.split(words)]
    else:
        os.mkdir(directory)
        pipe = head.endswith("|")
        told = [f"{directory}.in", f"{directory}.words"]
        done = subprocess.run(["/bin/sh", "-c", PREPARE % (head.rstrip("|;&") or ":", words), "sh",
                               *told], cwd=directory, stdin=subprocess.DEVNULL,
                              env=dict(os.environ, LC_ALL="C", NETS=str(nets)),
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        if done.returncode != 0:
            return None
        stdin = pathlib.Path(told[0]).read_bytes() if pipe else b""
        arguments = pathlib.Path(told[1]).read_bytes().decode("latin-1").split("\0")[:-1]
    where = directory if os.path.isdir(directory) else os.path.dirname(directory)
    output = block.output.removesuffix("\\ no newline\n")
    fields = [where, "1" if quiet else "0", str(block.status), stdin, output, str(len(arguments)),
              *arguments]
    return b"".join(b"%d:%s\0" % (len(field), field) for field in
                    (f if isinstance(f, bytes) else f.encode("latin-1") for f in fields))


class Examples:
    """For each .t file, the examples that replay.c can ask; and those that need a shell."""

    def __init__(self, tests, directory, workers):
        sys.path.insert(0, str(tests / "cli"))
        import run
        self.run = run
        self.directory = directory
        directory.mkdir()
        (directory / "blocks").mkdir()
        blocks = [block for path in sorted((tests / "cli").glob("*.t"))
                  for block in run.blocks_of(path)]
        with concurrent.futures.ThreadPoolExecutor(workers) as pool:
            made = list(pool.map(lambda i: prepare(blocks[i], str(directory / "blocks" / str(i)),
                                                   tests / "nets"), range(len(blocks))))
        self.pairs = list(zip(blocks, made))
        self.shell = []

    def candidates(self):
        """A file for each example that may do without a shell."""
        paths = {}
        for i, (_, made) in enumerate(self.pairs):
            if made is not None:
                path = self.directory / f"{i}.asked"
                path.write_bytes(made)
                paths[str(path)] = i
        return paths

    def settle(self, passed):
        """Those that passed, in so many milliseconds each, go into one file for each .t file, or
        two, lest many wait for a few that take long; the others need a shell."""
        files = {}
        for i, (block, made) in enumerate(self.pairs):
            if i in passed:
                name = pathlib.Path(block.path).name + (", slow" if passed[i] > SLOW else "")
                files.setdefault(name, []).append(made)
            else:
                self.shell.append(block)
        for name, made in files.items():
            (self.directory / name).write_bytes(b"".join(made))
        return [str(self.directory / name) for name in files]
