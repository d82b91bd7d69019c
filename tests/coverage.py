#!/usr/bin/env python3
"""Every branch of src/ is taken both ways by a test, and every condition of src/core/ is seen to
decide by itself (MC/DC).

    python3 tests/coverage.py            # build in build-coverage/, run all tests, count
    python3 tests/coverage.py --planted  # what is planted in a copy turns it red

Counted by clang-19 and llvm-cov-19, as `llvm-cov-19 export --summary-only` counts: of a function
in a header the copy that is tested best. What is compiled out is not counted, nor is a process
that a signal ends. The last line has the two figures.
"""

import argparse
import dataclasses
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = "build-coverage"
TOOLS = {"clang-19": "clang-19", "llvm-cov-19": "llvm-19", "llvm-profdata-19": "llvm-19",
         "cmake": "cmake"}

# The tests whose counts are taken, run in the build directory. Left out of CTest's are those of
# what is installed, shipped or linked, which a program that counts is not, and a sample of faults.
TESTS = [
    ["ctest", "--output-on-failure", "--no-tests=error", "-j", str(os.cpu_count()),
     "-E", "^(symbols|hardening|install|library|locale|faults)$"],
    [sys.executable, "../tests/faults", "--binary", "cnncalc", "--failing", "tests/failing",
     "examples", "streams"],
]


@dataclasses.dataclass
class Part:
    """What is built, what is run, and what of the sources that should reach."""
    targets: list
    tests: list
    files: str = ""


WHOLE = Part([], TESTS)


def run(command, directory, **more):
    """A command that must succeed."""
    done = subprocess.run(command, cwd=directory, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          errors="replace", **more)
    if done.returncode != 0:
        sys.exit(f"{done.stdout[-10000:]}\ncoverage: {' '.join(map(str, command))}: "
                 f"status {done.returncode}")
    return done.stdout


def count(tree, part):
    """Builds and tests a part in a tree. What llvm-cov says of it."""
    build = tree / BUILD
    run(["cmake", "--preset", "coverage"], tree)
    run(["cmake", "--build", BUILD, "-j", str(os.cpu_count()),
         *(["--target", *part.targets] if part.targets else [])], tree)
    shutil.rmtree(build / "counts", ignore_errors=True)
    # A sanitizer's memory is not the program's; nor is that of counts.
    environment = dict(os.environ, CNNCALC_ANY_MEMORY="1", PYTHONDONTWRITEBYTECODE="1")
    for test in part.tests:
        run(test, build, env=environment)
    run(["llvm-profdata-19", "merge", "-o", "counts/all",
         *(build / "counts").glob("*.profraw")], build)
    programs = [path for path in [build / "cnncalc", *(build / "tests").iterdir()]
                if path.is_file() and os.access(path, os.X_OK)]
    objects = [word for path in programs for word in ("-object", path)]
    report = run(["llvm-cov-19", "export", "-instr-profile", "counts/all", *objects[1:],
                  tree / "src"], build)
    if not report.startswith("{"):  # what was not counted comes first
        sys.exit(f"coverage: {report.splitlines()[0]}")
    return json.loads(report)["data"][0]


# ---- What is missing -----------------------------------------------------------------------------

def missing_of(function):
    """The branches and the conditions of a function that are missing, as (line, column, what)."""
    branches = [(line, column, f"never {truth}")
                for line, column, _, _, true, false, *_ in function["branches"]
                for truth, times in (("true", true), ("false", false)) if times == 0]
    conditions = [(line, column, f"condition {i + 1} of {len(decides)} never decides")
                  for line, column, *_, decides in function["mcdc_records"]
                  for i, alone in enumerate(decides) if not alone]
    return branches, conditions


def missing_in(report, tree):
    """The same of every file, by its name: of the copies of a function, those that lack least."""
    copies = {}
    for function in report["functions"]:
        name = os.path.relpath(function["filenames"][0], tree)
        copies.setdefault((name, *function["regions"][0][:2]), []).append(function)
    files = {}
    for (name, *_), functions in copies.items():
        called = [function for function in functions if function["count"]] or functions
        branches, conditions = zip(*map(missing_of, called))
        kinds = files.setdefault(name, ([], []))
        kinds[0].extend(min(branches, key=len))
        kinds[1].extend(min(conditions, key=len))
    return files


def close(report, tree, part):
    """Prints what is missing, file by file, and the line that ends it. Whether all is there."""
    files = {os.path.relpath(file["filename"], tree): file["summary"] for file in report["files"]}
    missing = missing_in(report, tree)
    figures = {"branches": [0, 0], "mcdc": [0, 0]}
    for name, summary in sorted(files.items()):
        if not name.startswith(part.files or "src/"):
            continue
        counted = ["branches", "mcdc"] if name.startswith("src/core/") else ["branches"]
        found = missing.get(name, ([], []))
        lines = sorted(found[0] + found[1]) if len(counted) == 2 else sorted(found[0])
        lacking = 0
        for kind in counted:
            figures[kind][0] += summary[kind]["covered"]
            figures[kind][1] += summary[kind]["count"]
            lacking += summary[kind]["notcovered"]
        source = (tree / name).read_text().split("\n") if lines else []
        for line, column, what in lines:
            print(f"{name}:{line}:{column}: {what}: {source[line - 1][column - 1:]}")
        if lacking != len(lines):
            print(f"{name}: {lacking} are missing, {len(lines)} of them are found")
    (taken, branches), (decided, conditions) = figures.values()
    print(f"covered: {taken} of {branches} branches of {part.files or 'src'}, "
          f"{decided} of {conditions} conditions of src/core (MC/DC)")
    return branches > 0 and taken == branches and decided == conditions


# ---- What is planted -----------------------------------------------------------------------------

TRACE = Part(["test_trace"], [["tests/test_trace"]], "src/core/trace.c")
DOT = Part(["cnncalc"], [[sys.executable, "../tests/cli/run.py", "--binary", "cnncalc",
                          "../tests/cli/net.t"]], "src/cli/net_dot.c")

# (what, the part that must turn red, its file, what stands there, what is put in its place)
PLANTED = [
    ("a branch that no test takes", TRACE, "src/core/trace.c",
     r"(?<=    trace->count = 0;\n)",
     "    if (trace->capacity > 1000000)\n        trace->full = true;\n"),
    ("a condition that never decides alone", TRACE, "src/core/trace.c",
     r"    if \(item != NULL && value >= 0\)\n",
     "    if ((item != NULL && value > 0) || (item != NULL && value == 0))\n"),
    ("a unit test left out", TRACE, "tests/unit/test_trace.c",
     r"        cmocka_unit_test\(counts\),\n", ""),
    ("the examples of --dot left out", DOT, "tests/cli/net.t",
     r"(?s)\A.*\Z", "$ cnncalc net --total -o out $NETS/lenet-5.net\n10\n"),
]


def check(tree, part):
    """Whether all of a part is covered."""
    return close(count(tree, part), tree, part)


def is_red(tree, part, file, old, new):
    """Whether a part that is whole is not when this is planted, which it is not afterwards."""
    text = (tree / file).read_text()
    changed, places = re.subn(old, lambda _: new, text, count=1)
    if places != 1 or not check(tree, part):
        sys.exit(f"coverage: {file}: nothing to plant in, or not whole before")
    (tree / file).write_text(changed)
    red = not check(tree, part)
    (tree / file).write_text(text)
    return red


def planted():
    """Plants in a copy, one after another."""
    caught = 0
    with tempfile.TemporaryDirectory() as directory:
        tree = pathlib.Path(directory).resolve() / "tree"
        shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns("build", "build-*", ".git"))
        for what, part, file, old, new in PLANTED:
            red = is_red(tree, part, file, old, new)
            print(f"{what}: {'red' if red else 'NOT SEEN'}")
            caught += red
    print(f"planted: {caught} of {len(PLANTED)} seen")
    return 0 if caught == len(PLANTED) else 1


def main():
    parser = argparse.ArgumentParser(description="every branch is tested, and every condition")
    parser.add_argument("--planted", action="store_true",
                        help="plant what must turn it red, in a copy")
    options = parser.parse_args()
    for tool, package in TOOLS.items():
        if not shutil.which(tool):
            sys.exit(f"coverage: {tool} is not installed (Debian: apt-get install {package})")
    if options.planted:
        return planted()
    return 0 if check(ROOT, WHOLE) else 1


if __name__ == "__main__":
    sys.exit(main())
