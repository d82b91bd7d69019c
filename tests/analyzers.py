#!/usr/bin/env python3
"""What reads sources and says what may be wrong with them has nothing to say of src/ and tests/:
clang-tidy, cppcheck, clang's analyzer as scan-build runs it, and gcc's.

    python3 tests/analyzers.py [--whole] [ANALYZER...]
    python3 tests/analyzers.py --planted

Every .c file is compiled in its own right, that of no build included. An analyzer that is not
installed is left out, and named; with --whole that is a failure. --planted makes wrong edits in a
copy, and sees that every analyzer that should finds them.
"""

import argparse
import concurrent.futures
import dataclasses
import json
import os
import pathlib
import plistlib
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
JOBS = os.cpu_count()
FLAGS = ["-std=c17", "-O2", "-D_POSIX_C_SOURCE=200809L", '-DCNNCALC_VERSION="0"',
         "-Isrc/core", "-Isrc/cli"]
# What else a file is built with.
OWN = {"tests/mutation/replay.c": ["-D_DEFAULT_SOURCE", "-DUNITS="]}
# clang's analyzer has more families than run unless told. Of them are left out: an order of members
# by size, where here it is by meaning; memcpy_s and its like, which glibc and musl do not have; and
# strcpy, by which tests put together short texts of their own.
CHECKERS = ["--enable-checker", "optin", "--enable-checker", "security",
            "--disable-checker", "optin.performance.Padding",
            "--disable-checker", "security.insecureAPI.DeprecatedOrUnsafeBufferHandling",
            "--disable-checker", "security.insecureAPI.strcpy"]


def said(command, root):
    """What a command says; nothing, where it succeeds in silence or with good news."""
    done = subprocess.run(command, cwd=root, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, errors="replace")
    return done.stdout or f"status {done.returncode}" if done.returncode else ""


def gcc(root, files, _):
    def of_one(file):
        # Tests end without giving back what they have.
        kept = (["-Wno-analyzer-malloc-leak", "-Wno-analyzer-file-leak"]
                if file.startswith("tests/") else [])
        return said(["gcc", *FLAGS, *OWN.get(file, []), "-fanalyzer", *kept, "-Werror", "-c", file,
                     "-o", os.devnull], root)
    with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
        return "".join(pool.map(of_one, files))


def clang_tidy(root, files, directory):
    return said(["run-clang-tidy-19", "-quiet", f"-j{JOBS}", "-p", directory, *files], root)


def cppcheck(root, files, _):
    # All that #if chooses from is looked at, unless a macro is told.
    common = [file for file in files if file not in OWN]
    groups = [([], common), *((OWN[file], [file]) for file in files if file in OWN)]
    return "".join(said(["cppcheck", "--quiet", "--error-exitcode=1", "--inline-suppr", f"-j{JOBS}",
                         "--enable=warning,performance,portability", "--std=c11",
                         *FLAGS[-2:], *own, *group], root) for own, group in groups if group)


def scan_build(root, _, directory):
    complaint = said(["analyze-build-19", "--cdb", f"{directory}/compile_commands.json",
                      "--status-bugs", "--plist", "-o", f"{directory}/found", *CHECKERS], root)
    for path in pathlib.Path(directory, "found").rglob("*.plist"):
        report = plistlib.loads(path.read_bytes())
        for found in report["diagnostics"]:
            place = found["location"]
            complaint += (f"{report['files'][place['file']]}:{place['line']}:{place['col']}: {found['description']} "
                          f"[{found['check_name']}]\n")
    return complaint


@dataclasses.dataclass(frozen=True)
class Analyzer:
    name: str
    go: object  # what it says of these files, in root, with a directory of its own
    tool: str
    package: str  # Debian's


ANALYZERS = (
    Analyzer("gcc", gcc, "gcc", "gcc"),
    Analyzer("clang-tidy", clang_tidy, "run-clang-tidy-19", "clang-tidy-19"),
    Analyzer("cppcheck", cppcheck, "cppcheck", "cppcheck"),
    Analyzer("scan-build", scan_build, "analyze-build-19", "clang-tools-19"),
)

# A wrong edit in PLANTED, and who finds it.
PLANTED = "src/cli/labels.c"
PLANTS = (
    ("a null pointer that is followed", "        return NULL;\n    labels->slot_count",
     "        labels->slots = NULL;\n    labels->slot_count", ("gcc", "cppcheck", "scan-build")),
    ("memory given back twice", "    free(labels);\n    return NULL;",
     "    free(labels);\n    free(labels);\n    return NULL;", ("gcc", "scan-build")),
    ("memory that is lost", "    free(labels);\n    return NULL;", "    return NULL;",
     ("cppcheck", "scan-build")),
    ("a condition without a consequence", "if (labels == NULL)\n        return NULL;\n    labels->",
     "if (labels == NULL);\n        return NULL;\n    labels->", ("clang-tidy",)),
)


def sources(root):
    return sorted(str(path.relative_to(root)) for part in ("src", "tests")
                  for path in (root / part).rglob("*.c"))


def findings(analyzer, root, files):
    with tempfile.TemporaryDirectory() as directory:
        commands = [{"directory": str(root), "file": file,
                     "command": shlex.join(["clang-19", *FLAGS, *OWN.get(file, []), "-c", file])}
                    for file in files]
        pathlib.Path(directory, "compile_commands.json").write_text(json.dumps(commands))
        return analyzer.go(root, files, directory)


def go_all(analyzers, whole):
    silent = missing = 0
    for analyzer in analyzers:
        if not shutil.which(analyzer.tool):
            missing += 1
            print(f"{analyzer.name}: left out: install {analyzer.package}", flush=True)
            continue
        start, files = time.monotonic(), sources(ROOT)
        found = findings(analyzer, ROOT, files)
        silent += not found
        print(found + f"{analyzer.name}: {'findings in' if found else 'nothing to say of'} "
              f"{len(files)} files, {time.monotonic() - start:.0f} s", flush=True)
    gone = len(analyzers) - missing
    print(f"analyzers with nothing to say: {silent} of {gone}"
          + (f"; {missing} left out" if missing else ""))
    return 0 if silent == gone > 0 and not (whole and missing) else 1


def go_planted(analyzers):
    seen = total = 0
    with tempfile.TemporaryDirectory() as directory:
        root = pathlib.Path(directory) / "copy"
        shutil.copytree(ROOT, root, ignore=shutil.ignore_patterns("build", "build-*", ".git"))
        path = root / PLANTED
        text = path.read_text()
        for analyzer in analyzers:
            found = findings(analyzer, root, [PLANTED])
            if found:
                raise SystemExit(f"{found}{analyzer.name}: findings before any wrong edit")
        for what, old, new, finders in PLANTS:
            if text.count(old) != 1:
                raise SystemExit(f"{what}: {path} has not, once, {old!r}")
            path.write_text(text.replace(old, new))
            for analyzer in analyzers:
                if analyzer.name in finders:
                    found = findings(analyzer, root, [PLANTED])
                    total += 1
                    seen += bool(found)
                    print(f"{what}: {analyzer.name} " + ("sees it" if found else "is silent"))
    print(f"wrong edits seen: {seen} of {total}")
    return 0 if seen == total > 0 else 1


def main():
    parser = argparse.ArgumentParser(description="analyzers over the sources")
    parser.add_argument("--whole", action="store_true", help="one left out is a failure")
    parser.add_argument("--planted", action="store_true", help="see that wrong edits are found")
    parser.add_argument("analyzers", nargs="*", metavar="ANALYZER",
                        help=" ".join(analyzer.name for analyzer in ANALYZERS))
    options = parser.parse_args()
    unknown = set(options.analyzers) - {analyzer.name for analyzer in ANALYZERS}
    if unknown:
        parser.error(f"no such analyzer: {' '.join(sorted(unknown))}")
    chosen = [analyzer for analyzer in ANALYZERS
              if not options.analyzers or analyzer.name in options.analyzers]
    return go_planted(chosen) if options.planted else go_all(chosen, options.whole)


if __name__ == "__main__":
    sys.exit(main())
