#!/usr/bin/env python3
"""Builds the fuzz targets, and runs them from the seeds, two at a time, until one finds something.

    python3 tests/fuzz/run.py --seconds 60             all targets for a minute, under the sanitizers
    python3 tests/fuzz/run.py --counts 1               the counts below, as drive.c makes them
    python3 tests/fuzz/run.py --planted                an error in a copy is found, one after another

Both of the first may be told; without any, the first holds. The last line counts: `executions: N,
finds: N`. What a find is and its input are printed and kept in build-fuzz/ or build-drive/; the
status is then 1. `--counts SHARE` makes that share of the counts: 10^9 over whole and decimal
numbers together, 10^7 for each target that asks the whole program. Needs clang-14 (Debian:
clang-14 libclang-rt-14-dev cmake make).
"""

import argparse
import concurrent.futures
import dataclasses
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TARGETS = ("batch", "columns", "decimal", "expr", "grad", "net", "program", "whole")
# Pieces that two processors share evenly, the longest first.
COUNTS = (*[("net", 5_000_000)] * 2, *[("program", 5_000_000)] * 2, *[("whole", 350_000_000)] * 2,
          *[("decimal", 100_000_000)] * 3, *[("columns", 5_000_000)] * 2,
          *[("batch", 5_000_000)] * 2, *[("grad", 5_000_000)] * 2, *[("expr", 10_000_000)])
LENGTHS = {"decimal": 64, "whole": 64}  # in bytes; of all others:
LENGTH = 1024
SLOW = 60  # seconds that no input may take

# (target, file, what stands there, what is planted)
PLANTED = (
    ("whole", "src/core/window.c", "if (rest >= S - w->rest)",
     "if (rest > S - w->rest)"),
    ("whole", "src/core/whole.h", "b > CNN_MAX / a", "b >= CNN_MAX / a"),
    ("whole", "src/core/between.c", "whole_over(span, steps)", "whole_over(span, steps) + 1"),
    ("whole", "src/core/decimal.c", "(CNN_MAX - digit) / 10", "CNN_MAX / 10"),
    ("decimal", "src/core/decimal_read.c", "(tail || (bits & 1) != 0)", "(tail || (bits & 1) == 0)"),
    ("decimal", "src/core/decimal_read.c", "n->digits = text->at;\n    for (; text->at < text->end;",
     "n->digits = text->at;\n    for (; text->at <= text->end;"),
    ("decimal", "src/core/decimal_write.c", "4 * units + 2 - (units & 1)",
     "4 * units + 3 - (units & 1)"),
    ("expr", "src/core/backprop.c", "memset(cnn_gradients(graph, i), 0, rows * sizeof(double))",
     "memset(cnn_gradients(graph, i), 0, sizeof(double))"),
    ("columns", "src/cli/layers.c", ".d = q->d.of[0]", ".d = 1"),
    ("batch", "src/cli/batch.c", "    if (question != NULL)\n        question_forget(question);", ""),
    ("grad", "src/cli/steps.c", "text_whole(&text, step);\n    for",
     "text_whole(&text, step + 1);\n    for"),
    ("net", "src/cli/net.c", "->whole[0] = q->layer;", "->whole[0] = q->layer + 1;"),
    ("program", "src/cli/text.c", "c >= ' ' && c <= '~' ? \"%c\"", "c >= ' ' ? \"%c\""),
)


@dataclasses.dataclass
class Result:
    target: str
    executions: int
    seconds: float
    said: str  # where there is a find


# ---- Runs ------------------------------------------------------------------------------------------

def build(root, preset, targets):
    """Configures the preset and builds these targets; stops where that fails."""
    wanted = [f"fuzz_{target}" for target in targets]
    for command in (["cmake", "--preset", preset],
                    ["cmake", "--build", f"build-{preset}", "-j2", "--target", *wanted]):
        done = subprocess.run(command, cwd=root, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(done.stdout + done.stderr + f"fuzz: {' '.join(command)}: failed")


def ask(root, preset, corpus, target, limits):
    """Runs one target from its seeds."""
    folder = root / f"build-{preset}"
    command = [folder / f"fuzz_{target}", f"-dict={HERE / 'cnncalc.dict'}", *limits,
               f"-max_len={LENGTHS.get(target, LENGTH)}", f"-artifact_prefix={folder / target}-"]
    if preset == "fuzz":
        command += ["-entropic=0", f"-timeout={SLOW}", "-print_final_stats=1"]
    start = time.monotonic()
    done = subprocess.run([*command, corpus / target], capture_output=True, text=True,
                          errors="replace", env={**os.environ, "UBSAN_OPTIONS": "abort_on_error=1"})
    said = done.stdout + done.stderr
    counted = re.search(r"^(?:Done |stat::number_of_executed_units: *)(\d+)", said, re.MULTILINE)
    if done.returncode != 0 and "Test unit written to " not in said:
        sys.exit(f"{said}fuzz: {target}: ended with status {done.returncode}, without a find")
    return Result(target, int(counted[1]) if counted else 0, time.monotonic() - start,
                  "" if done.returncode == 0 else said)


def run_all(preset, corpus, jobs):
    """Results of (target, limits), two at a time."""
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda job: ask(ROOT, preset, corpus, *job), jobs))


def report(how, results):
    """One line for each target; what was said of finds."""
    for target in TARGETS:
        own = [result for result in results if result.target == target]
        if own:
            count, seconds = sum(r.executions for r in own), sum(r.seconds for r in own)
            print(f"{target:8} {how:10} {count:13,} executions in {seconds:6.0f} s", flush=True)
    for result in results:
        if result.said:
            print(f"find: {result.target}:", *result.said.splitlines()[-60:], sep="\n    ")


def seed(folder):
    subprocess.run([sys.executable, HERE / "seed.py", folder], check=True)


def fuzz(targets, seconds, share, number):
    results = []
    with tempfile.TemporaryDirectory() as folder:
        corpus = pathlib.Path(folder)
        seed(corpus)
        if share > 0:
            build(ROOT, "drive", targets)
            results += run_all("drive", corpus, [(target, [f"-runs={max(1, int(runs * share))}"])
                                                 for target, runs in COUNTS if target in targets])
            report("drive", results)
        if seconds > 0:
            build(ROOT, "fuzz", targets)
            each = max(1, round(seconds * 2 / len(targets)))
            sanitized = run_all("fuzz", corpus,
                                [(target, [f"-max_total_time={each}", f"-seed={number}"])
                                 for target in targets])
            report("sanitizers", sanitized)
            results += sanitized
    finds = sum(1 for result in results if result.said)
    print(f"executions: {sum(result.executions for result in results)}, finds: {finds}")
    return 0 if finds == 0 else 1


# ---- Errors that are planted -------------------------------------------------------------------------

def copy_tree(target):
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True,
                           capture_output=True).stdout.decode().split("\0")
    for name in filter(None, names):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, target / name)


def is_found(root, corpus, plant):
    target, name, old, new = plant
    source = root / name
    text = source.read_text()
    source.write_text(text.replace(old, new))
    build(root, "fuzz", [target])
    result = ask(root, "fuzz", corpus, target, ["-max_total_time=120"])
    source.write_text(text)
    how = f"found after {result.seconds:.1f} s" if result.said else "NOT FOUND"
    print(f"{target:8} {how:18} {name}: {new.strip() or 'without ' + old.split()[-1]!r}", flush=True)
    return bool(result.said)


def planted(targets):
    plants = [plant for plant in PLANTED if plant[0] in targets]
    for _, name, old, _ in plants:
        count = (ROOT / name).read_text().count(old)
        if count != 1:
            sys.exit(f"fuzz: {name}: {old!r} stands there {count} times")
    with tempfile.TemporaryDirectory() as folder:
        root, corpus = pathlib.Path(folder) / "tree", pathlib.Path(folder) / "seeds"
        copy_tree(root)
        seed(corpus)
        build(root, "fuzz", targets)
        for target in targets:
            clean = ask(root, "fuzz", corpus, target, ["-max_total_time=2"])
            if clean.said:
                sys.exit(f"fuzz: {target}: a find before anything is planted\n{clean.said}")
        found = sum(is_found(root, corpus, plant) for plant in plants)
    print(f"planted: {len(plants)}, found: {found}")
    return 0 if found == len(plants) else 1


def main():
    parser = argparse.ArgumentParser(description="run the fuzz targets")
    parser.add_argument("--seconds", type=float, default=0, help="of all targets together")
    parser.add_argument("--counts", type=float, default=0, metavar="SHARE",
                        help="of the promised executions")
    parser.add_argument("--seed", type=int, default=0, metavar="N",
                        help="of the lot under the sanitizers (by the clock)")
    parser.add_argument("--planted", action="store_true", help="plant errors in a copy")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"{' '.join(TARGETS)}; all")
    options = parser.parse_args()
    targets = options.targets or TARGETS
    if not set(targets) <= set(TARGETS):
        parser.error(f"targets: {' '.join(TARGETS)}")
    for tool, package in (("cmake", "cmake"), ("clang-14", "clang-14"), ("make", "make")):
        if shutil.which(tool) is None:
            sys.exit(f"fuzz: {tool} is missing (Debian: apt-get install {package})")
    if options.planted:
        return planted(targets)
    seconds = options.seconds if options.seconds or options.counts else 60
    return fuzz(targets, seconds, options.counts, options.seed)


if __name__ == "__main__":
    sys.exit(main())
