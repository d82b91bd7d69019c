#!/usr/bin/env python3
"""The examples of tests/cli/*.t, to the letter, whatever compiles the program, however it
optimises, for whatever processor, on whatever libc, with a libm that rounds otherwise, and with
each byte and each jump watched by valgrind.

    python3 tests/ways [--every N] [--whole] [WAY...]
    python3 tests/ways --planted

The ways are the rows of WAYS; all are gone, unless some are named. No example is left out of any. A
way whose tools are not installed is, and named; with --whole that is a failure. --planted makes
wrong edits in a copy: one that every way must see, and for each of some ways one that it sees and
that the ordinary build does not.
"""

import argparse
import dataclasses
import functools
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests/cli"))
import run  # noqa: E402

VALGRIND = "valgrind -q --error-exitcode=99 --leak-check=full"
OTHER_LIBM = "other_libm.so"
# A libc and a libm for which no debugging symbols are found: valgrind reads these for a quarter of a
# second in each process, wherever libc6-dbg is installed, as for ld.so it must be.
UNKNOWN_LIBC = "unknown_libc"
# gcc-12-multilib goes with cross compilers, as gcc-multilib does not, but leaves the kernel's
# headers where the larger machine has them.
M32 = "-m32 -msse2 -mfpmath=sse -idirafter /usr/include/x86_64-linux-gnu"


@dataclasses.dataclass(frozen=True)
class Way:
    name: str
    compiler: str
    flags: str = ""
    build: str = "Release"  # which is -O3
    static: bool = False
    emulators: tuple = ("",)  # what may run the program: the first that can; "" is the machine
    wrap: str = ""  # what else it runs under
    packages: str = ""  # Debian's


WAYS = (
    Way("gcc-O3", "gcc", packages="gcc libc6-dev"),
    Way("gcc-O0", "gcc", "-O0", "Debug", packages="gcc libc6-dev"),
    Way("clang-O3", "clang-19", packages="clang-19"),
    Way("clang-O0", "clang-19", "-O0", "Debug", packages="clang-19"),
    Way("musl", "musl-gcc", static=True, packages="musl-tools"),
    Way("m32", "gcc-12", M32, emulators=("", "qemu-i386"), packages="gcc-12-multilib qemu-user"),
    Way("libm", "gcc", wrap=f"env LD_PRELOAD={{build}}/{OTHER_LIBM}", packages="gcc libc6-dev"),
    Way("arm64", "aarch64-linux-gnu-gcc", static=True, emulators=("qemu-aarch64",),
        packages="gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user"),
    Way("s390x", "s390x-linux-gnu-gcc", static=True, emulators=("qemu-s390x",),
        packages="gcc-s390x-linux-gnu libc6-dev-s390x-cross qemu-user"),
    Way("valgrind", "gcc", "-g", wrap=f"env LD_LIBRARY_PATH={{build}}/{UNKNOWN_LIBC} {VALGRIND}",
        packages="gcc valgrind"),
)
NATIVE = WAYS[0]


@dataclasses.dataclass(frozen=True)
class Plant:
    """A wrong edit, an example file that shows it, and the way that sees it: all of them, or one
    that sees what the ordinary build does not."""
    what: str
    way: str
    examples: str
    path: str
    old: str
    new: str


PLANTS = (
    Plant("a filter that spans a cell more", "", "interface.t", "src/core/window.c",
          "whole_times(axis->d, axis->F - 1), 1)", "whole_times(axis->d, axis->F - 1), 2)"),
    Plant("a size_t that holds no count", "m32", "params.t", "src/core/whole.h",
          "return a * b;", "return (int64_t)((size_t)a * (size_t)b);"),
    Plant("a char below 0", "arm64", "grad.t", "src/cli/syntax.c",
          'c > 0x7f ? "?"', 'from[i] < 0 ? "?"'),
    Plant("bytes of a word in one order", "s390x", "gdstep.t", "src/core/decimal_pairs.h",
          "memcpy(text, &cnn_digit_pairs[2 * number], 2);",
          "uint16_t pair = (uint16_t)(0x3030 + number % 10 * 256 + number / 10);\n"
          "    memcpy(text, &pair, 2);"),
    Plant("products and sums that are rounded once", "arm64", "grad.t", "CMakeLists.txt",
          "-ffp-contract=off", "-ffp-contract=fast"),
    Plant("the last digit of a libm", "libm", "grad.t", "tests/cli/grad.t",
          "$ cnncalc grad 'ln(x)' x=2 -p 12\nout=0.69314718056\n",
          "$ cnncalc grad 'ln(x)' x=2\nout=0.6931471805599453\n"),
    Plant("memory that nobody has written", "valgrind", "nets.t", "src/cli/labels.c",
          "calloc(labels->slot_count, sizeof *labels->slots)",
          "malloc(labels->slot_count * sizeof *labels->slots)"),
    Plant("memory that is not given back", "valgrind", "interface.t", "src/cli/room.c",
          "        free(block);\n", ""),
)


def quiet(command):
    """Whether a command succeeds, and what it says."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, errors="replace")
    except OSError as error:  # no such command, or no program for this machine
        return False, str(error)
    return done.returncode == 0, done.stdout


@functools.cache
def runner(way):
    """What runs a program that is built in this way; None where the smallest cannot be built, or
    nothing runs it."""
    commands = [word for word in way.wrap.split() if word.isalpha()]
    if not all(map(shutil.which, [way.compiler, *commands])):
        return None
    if way.name == "m32" and platform.machine() != "x86_64":
        return None
    with tempfile.TemporaryDirectory() as directory:
        source, program = os.path.join(directory, "it.c"), os.path.join(directory, "it")
        pathlib.Path(source).write_text("#include <errno.h>\n#include <math.h>\n"
                                        "int main(void) { return errno != 0; }\n")
        built, _ = quiet([way.compiler, *way.flags.split(), *["-static"] * way.static, source,
                          "-o", program, "-lm"])
        return next((emulator for emulator in way.emulators
                     if built and quiet([*emulator.split(), program])[0]), None)


def build(way, root):
    """The directory of the program, made from the sources in root; None where it cannot be."""
    # Ways that differ in what they run under only share it.
    made = next(other for other in WAYS if (other.compiler, other.flags, other.build)
                == (way.compiler, way.flags, way.build))
    place = root / "build-ways" / made.name
    # Any system name makes it a cross build, where nothing that was built is run.
    configured, said = quiet(["cmake", "-S", root, "-B", place,
                              f"-DCMAKE_C_COMPILER={way.compiler}",
                              f"-DCMAKE_C_FLAGS={way.flags}", f"-DCMAKE_BUILD_TYPE={way.build}",
                              f"-DCNNCALC_STATIC={'ON' if way.static else 'OFF'}",
                              "-DBUILD_TESTING=OFF",
                              *["-DCMAKE_SYSTEM_NAME=Linux"] * bool(runner(way))])
    built = configured
    if configured:
        built, said = quiet(["cmake", "--build", place, "--target", "cnncalc",
                             "--parallel", str(os.cpu_count())])
    if built and OTHER_LIBM in way.wrap:
        built, said = quiet([way.compiler, "-O2", "-fno-builtin", "-shared", "-fPIC",
                             root / "tests/ways/other_libm.c", "-o", place / OTHER_LIBM, "-lm"])
    if built and UNKNOWN_LIBC in way.wrap:
        (place / UNKNOWN_LIBC).mkdir(exist_ok=True)
        for name in ("libc.so.6", "libm.so.6"):
            _, there = quiet([way.compiler, f"-print-file-name={name}"])
            built, said = quiet(["objcopy", "--remove-section=.note.gnu.build-id",
                                 "--remove-section=.gnu_debuglink", there.strip(),
                                 place / UNKNOWN_LIBC / name])
            if not built:
                break
    if not built:
        print(said, file=sys.stderr)
        return None
    return place


def examples(root, names=("*.t",), every=1):
    files = [file for name in names for file in sorted((root / "tests/cli").glob(name))]
    return [block for file in files for block in run.blocks_of(file)][::every]


def go(way, root, blocks):
    """How many of the blocks give what they should; -1: the program cannot be built."""
    place = build(way, root)
    if place is None:
        return -1
    program = run.Program(place / "cnncalc", way.wrap.format(build=place), runner(way))
    return len(blocks) - run.check(program, blocks)


def go_all(ways, blocks, whole):
    same = missing = 0
    for way in ways:
        if runner(way) is None:
            missing += 1
            print(f"{way.name}: left out: install {way.packages}", flush=True)
            continue
        start = time.monotonic()
        right = go(way, ROOT, blocks)
        same += right == len(blocks)
        print(f"{way.name}: " + ("not built" if right < 0 else
                                 f"{right} of {len(blocks)} examples the same, "
                                 f"{time.monotonic() - start:.0f} s"), flush=True)
    gone = len(ways) - missing
    print(f"the same output in every way: {same} of {gone} ways, {len(blocks)} examples each"
          + (f"; {missing} left out" if missing else ""))
    return 0 if same == gone > 0 and blocks and not (whole and missing) else 1


def seen(plant, way, root):
    """Whether an example of the plant's file fails, without a word on which."""
    with open(os.devnull, "w") as null:
        stdout, sys.stdout = sys.stdout, null
        try:
            blocks = examples(root, (plant.examples,))
            right = go(way, root, blocks)
        finally:
            sys.stdout = stdout
    if right < 0:
        raise SystemExit(f"{plant.what}, {way.name}: not built")
    return right < len(blocks)


def go_planted(ways):
    found = total = 0
    with tempfile.TemporaryDirectory() as directory:
        root = pathlib.Path(directory) / "copy"
        shutil.copytree(ROOT, root, ignore=shutil.ignore_patterns("build", "build-*", ".git"))
        for plant in PLANTS:
            path = root / plant.path
            text = path.read_text()
            if text.count(plant.old) != 1:
                raise SystemExit(f"{plant.what}: {plant.path} has not, once, {plant.old!r}")
            path.write_text(text.replace(plant.old, plant.new))
            for way in ways:
                if plant.way not in ("", way.name):
                    continue
                total += 1
                if runner(way) is None:
                    print(f"{way.name}: left out: install {way.packages}")
                    continue
                red = seen(plant, way, root)
                alone = plant.way == "" or not seen(plant, NATIVE, root)
                found += red and alone
                print(f"{plant.what}: {way.name} " + ("sees it" if red else "does not see it")
                      + ("" if alone else f", but so does {NATIVE.name}"), flush=True)
            path.write_text(text)
    print(f"wrong edits seen: {found} of {total}")
    return 0 if found == total > 0 else 1


def main():
    parser = argparse.ArgumentParser(prog="ways", description="the examples, in many builds")
    parser.add_argument("--every", type=int, default=1, metavar="N",
                        help="run every Nth example only")
    parser.add_argument("--whole", action="store_true", help="a way left out is a failure")
    parser.add_argument("--planted", action="store_true", help="see that wrong edits are seen")
    parser.add_argument("ways", nargs="*", metavar="WAY",
                        help=" ".join(way.name for way in WAYS))
    options = parser.parse_args()
    unknown = set(options.ways) - {way.name for way in WAYS}
    if unknown:
        parser.error(f"no such way: {' '.join(sorted(unknown))}")
    ways = [way for way in WAYS if not options.ways or way.name in options.ways]
    if options.planted:
        return go_planted(ways)
    return go_all(ways, examples(ROOT, every=options.every), options.whole)


if __name__ == "__main__":
    sys.exit(main())
