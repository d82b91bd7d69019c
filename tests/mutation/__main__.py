#!/usr/bin/env python3
"""Mutation: do the fast tests notice when the program is wrong?

    python3 tests/mutation                            # every mutant of every file below
    python3 tests/mutation src/core/window.c          # of some
    python3 tests/mutation --sample 200 --seed 1      # so many, drawn by lot
    python3 tests/mutation --planted                  # can it fail?

A mutant is a source file with one operator, constant, condition or return changed. All that the
compiler takes are compiled together. Tests run until one notices: the examples of tests/cli, in
memory where they need no shell, and the unit tests that link the file, those first that noticed
most in least time so far; then what needs a shell; then all in memory again, with sanitizers. A
mutant whose machine code at -O2 is that of the file itself is set aside. Survivors are printed. In
equivalent.txt stand those that no test could kill, each with the reason; one that a test kills is
a lie there.

Nothing is written but in a temporary directory. Needs cc, python3 and cmocka (libcmocka-dev)."""

import argparse
import collections
import concurrent.futures
import dataclasses
import hashlib
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading

import examples
import mutants
import schema
from build import Broken, Build, compile_into, PLAIN, SHIPPED, WATCHED

HERE = pathlib.Path(__file__).resolve().parent
FILES = [
    "src/core/window.c", "src/core/layer.c", "src/core/net.c",
    "src/core/decimal.c", "src/core/decimal_read.c", "src/core/decimal_big.c",
    "src/core/expr.c", "src/core/build.c", "src/core/node.c", "src/core/gate.c",
    "src/core/backprop.c", "src/core/names.c", "src/core/worksheet.c",
    "src/cli/values.c", "src/cli/lines.c", "src/cli/syntax.c", "src/cli/layer_line.c",
    "src/cli/plain.c"]
SLOW = 5000  # milliseconds: tests that take so long come after the compiler's verdict
SHELL_SECONDS = 20  # of processor time for an example in a shell


@dataclasses.dataclass
class Verdict:
    mutant: mutants.Mutant
    fate: str  # killed, identical, uncompiled, survived
    by: str = ""


class Bench:
    """Where mutants are tested."""

    def __init__(self, root, directory, workers, quick):
        self.root, self.directory, self.workers, self.quick = root, directory, workers, quick
        self.lock, self.watch_lock = threading.Lock(), threading.Lock()
        self.build = Build(root, directory / "plain", PLAIN, workers)
        self.watched = None
        self.shipped = {}  # the machine code of a file
        self.kills = collections.Counter()
        self.tests_of = {}
        self.bred = {}  # for each file the program with its mutants, and which it has
        self.prepare_examples()

    def prepare_examples(self):
        program = self.build.directory / "cnncalc"
        self.examples = examples.Examples(self.root / "tests", self.directory / "examples",
                                          self.workers)
        candidates = self.examples.candidates()
        passed = {candidates[test]: time for test, time, passed
                  in self.build.replay(program, list(candidates), every=True) if passed}
        self.files = self.examples.settle(passed)
        self.build.baseline(self.build.units + self.files)
        wrong = "" if self.quick else self.shell(program)
        if wrong:
            raise Broken(f"{wrong} fails without a mutation")

    def shell(self, program, number=0):
        """The first example that fails in a shell, or nothing."""
        run = self.examples.run.Program(program)
        run.environment["CNN_MUTANT"] = str(number)
        order = sorted(self.examples.shell, key=lambda block: -self.kills[id(block)])
        for block in order:
            output, status = run.run(f"ulimit -t {SHELL_SECONDS}\n{block.command}")
            if (output, status) != (block.output, block.status):
                self.kills[id(block)] += 1
                return f"{os.path.basename(block.path)}:{block.line}"
        return ""

    def order(self, path, build):
        """The tests of a file, first those that kill most in least time."""
        with self.lock:
            if path not in self.tests_of:
                self.tests_of[path] = self.build.relevant(path) + self.files
        return sorted(self.tests_of[path], key=lambda test: -(self.kills[path, test] + 0.1)
                      / build.limits[test])

    def in_memory(self, build, program, mutant, wanted=lambda limit: True):
        """What kills the mutant, if anything does, of the tests with such a limit."""
        tests = [test for test in self.order(mutant.path, build) if wanted(build.limits[test])]
        for test, _, passed in build.replay(program, tests, mutant.number):
            if not passed:
                self.kills[mutant.path, test] += 1
                return os.path.basename(test)
        return ""

    def under_watch(self, mutant, source, scratch):
        with self.watch_lock:
            if self.watched is None:
                self.watched = Build(self.root, self.directory / "watched", WATCHED, self.workers)
                self.watched.baseline(self.watched.units + self.files)
        part = scratch / "watched.o"
        if compile_into(source, part, WATCHED, self.root):
            return "the compiler"
        by = self.in_memory(self.watched, self.watched.link(scratch, part), mutant)
        return by and f"{by} under sanitizers"

    def breed(self, file, chosen):
        """Compiles the chosen mutants of a file together; those that cannot be are left out."""
        scratch = self.directory / file.path.replace("/", "-")
        scratch.mkdir()
        source, part = scratch / os.path.basename(file.path), scratch / "schema.o"
        compiled = {mutant.number: mutant for mutant in chosen}
        while True:
            text, together = schema.schema(file, compiled)
            source.write_text(text)
            wrong = compile_into(source, part, PLAIN, self.root)
            if wrong is None:
                break
            blamed = {int(number) for number in re.findall(r"^mutant-(\d+):.*: error", wrong, re.M)}
            if not blamed:
                raise Broken(wrong)
            for number in blamed:
                del compiled[number]
        self.bred[file.path] = self.build.link(scratch, part), set(compiled), together

    def code(self, path, source, scratch):
        """The machine code, as it is shipped."""
        part = scratch / "shipped.o"
        wrong = compile_into(source, part, SHIPPED, self.root)
        if wrong:
            raise Broken(f"{path}: {wrong}")
        return hashlib.sha256(part.read_bytes()).digest()

    def is_identical(self, mutant, source, scratch):
        with self.lock:
            if mutant.path not in self.shipped:
                self.shipped[mutant.path] = self.code(mutant.path, self.root / mutant.path, scratch)
        return self.code(mutant.path, source, scratch) == self.shipped[mutant.path]

    def test(self, mutant, argued):
        """Whether it is killed; one that is argued equivalent is asked the fast tests alone."""
        program, compiled, together = self.bred[mutant.path]
        if mutant.number not in compiled:
            return Verdict(mutant, "uncompiled")
        with tempfile.TemporaryDirectory(dir=self.directory) as name:
            scratch = pathlib.Path(name)
            source = scratch / os.path.basename(mutant.path)
            source.write_text(mutant.apply((self.root / mutant.path).read_text()))
            if mutant.number not in together:
                part = scratch / "mutant.o"
                if compile_into(source, part, PLAIN, self.root):
                    return Verdict(mutant, "uncompiled")
                program = self.build.link(scratch, part)
            by = self.in_memory(self.build, program, mutant, lambda limit: limit < SLOW)
            if not by and self.is_identical(mutant, source, scratch):
                return Verdict(mutant, "identical")
            if not by and not argued:
                by = self.in_memory(self.build, program, mutant, lambda limit: limit >= SLOW)
            if not by and not argued and not self.quick:
                by = (self.shell(program, mutant.number)
                      or self.under_watch(mutant, source, scratch))
            return Verdict(mutant, "killed" if by else "survived", by)


def equivalents(path):
    """The keys of the list. A sentence stands above those that it argues for."""
    keys, sentence = set(), ""
    for line in path.read_text().splitlines():
        if line.startswith("    "):
            if not sentence.endswith("."):
                raise SystemExit(f"{path}: no sentence for {line.strip()}")
            keys.add(line.strip())
        elif line and not line.startswith("#"):
            sentence = line
    return keys


def copy_tree(root):
    for part in ("src", "tests"):
        shutil.copytree(HERE.parent.parent / part, root / part)
    shutil.copy(HERE.parent.parent / "CMakeLists.txt", root)


def mutate(options, directory):
    if subprocess.run(["cc", "-shared", "-o", directory / "found", "-lcmocka"],
                      stderr=subprocess.DEVNULL, check=False).returncode:
        sys.exit("cmocka is missing (Debian: apt-get install libcmocka-dev)")
    root = directory / "tree"  # as it is now, whatever is edited meanwhile
    copy_tree(root)
    argued = equivalents(root / "tests/mutation/equivalent.txt")
    files = [mutants.File(path, (root / path).read_text()) for path in options.files or FILES]
    listed = {mutant.key: mutant for file in files for mutant in file.mutants}
    stale = sorted(key for key in argued - set(listed)
                   if key.split(":")[0] in (options.files or FILES))
    for key in stale:
        print(f"argued equivalent, but there is no such mutant: {key}")
    if stale:
        return 1
    chosen = [mutant for key, mutant in listed.items() if options.match in key]
    if options.sample:
        chosen = random.Random(options.seed).sample(chosen, min(options.sample, len(chosen)))
    try:
        bench = Bench(root, directory, options.jobs, options.quick)
    except Broken as broken:
        print(f"refused: {broken}")
        return 2
    fates, bad = collections.Counter(), 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        by_file = ((file, [m for m in chosen if m.path == file.path]) for file in files)
        list(pool.map(lambda pair: pair[1] and bench.breed(*pair), by_file))
        for verdict in pool.map(lambda m: bench.test(m, m.key in argued), chosen):
            fate, key = verdict.fate, verdict.mutant.key
            if key in argued:
                if fate == "killed":
                    print(f"argued equivalent, but {verdict.by} kills it: {key}", flush=True)
                    bad += 1
                fate = "argued"
            elif fate == "survived":
                print(f"survived: {key}", flush=True)
            elif options.verbose:
                print(f"{fate}: {key} {verdict.by}", flush=True)
            fates[fate] += 1
    print(f"survivors: {fates['survived']} of {len(chosen)} mutants ({fates['killed']} killed, "
          f"{fates['argued']} argued equivalent, {fates['identical']} with identical machine code, "
          f"{fates['uncompiled']} not compiled)")
    return 1 if fates["survived"] or bad else 0


# ---- Can it fail? --------------------------------------------------------------------------------

def empty_examples(root):
    for path in (root / "tests/cli").glob("*.t"):
        if path.name != "convout.t":
            path.write_text("")


def break_window(root):
    path = root / "src/core/window.c"
    text = path.read_text()
    assert text.count("w->steps = out - 1;") == 1
    path.write_text(text.replace("w->steps = out - 1;", "w->steps = out - 2;"))


def argue(key):
    def plant(root):
        with open(root / "tests/mutation/equivalent.txt", "a") as file:
            file.write(f"\nSo it is said.\n    {key}\n")
    return plant


KILLED = "src/core/decimal.c: cnn_read_whole: int64_t sum = {{0 => 1}};"
PLANTS = [
    ("emptied examples", empty_examples, ["--sample", "12", "src/cli/syntax.c"], 1, "survived: "),
    ("a program that is wrong", break_window, ["--sample", "1"], 2, "refused: "),
    ("a false argument", argue(KILLED), ["--match", KILLED, "src/core/decimal.c"], 1,
     f"kills it: {KILLED}"),
    ("an argument about nothing", argue("src/core/window.c: take: return {{9 => 8}};"), [], 1,
     "no such mutant"),
]


def planted():
    """Whether each of these, in a copy, turns it red."""
    noticed = 0
    for name, plant, words, status, line in PLANTS:
        with tempfile.TemporaryDirectory(prefix="cnncalc-planted-") as directory:
            root = pathlib.Path(directory)
            copy_tree(root)
            plant(root)
            done = subprocess.run([sys.executable, root / "tests/mutation", "--quick", *words],
                                  stdout=subprocess.PIPE, text=True, check=False)
        if done.returncode == status and line in done.stdout:
            noticed += 1
        else:
            print(f"{name}: not noticed\n{done.stdout}")
    print(f"planted failures noticed: {noticed} of {len(PLANTS)}")
    return 0 if noticed == len(PLANTS) else 1


def main():
    parser = argparse.ArgumentParser(description="mutants that the fast tests do not notice")
    parser.add_argument("--sample", type=int, metavar="N", help="of all mutants, N by lot")
    parser.add_argument("--seed", default="1", help="of the lot (%(default)s)")
    parser.add_argument("--match", default="", metavar="TEXT",
                        help="those only whose line with its edit has the text")
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count(), metavar="N")
    parser.add_argument("--quick", action="store_true",
                        help="ask neither what needs a shell nor under sanitizers")
    parser.add_argument("--planted", action="store_true", help="check that it can fail")
    parser.add_argument("--verbose", action="store_true", help="tell the fate of every mutant")
    parser.add_argument("files", nargs="*", help="all that are listed here unless told")
    options = parser.parse_args()
    for tool in ("cc", "ar"):
        if shutil.which(tool) is None:
            sys.exit(f"{tool} is missing (Debian: apt-get install gcc libc6-dev)")
    if options.planted:
        return planted()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # and take the directory away
    with tempfile.TemporaryDirectory(prefix="cnncalc-mutation-") as directory:
        return mutate(options, pathlib.Path(directory))


if __name__ == "__main__":
    sys.exit(main())
