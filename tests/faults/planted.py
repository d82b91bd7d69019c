"""Errors that the parts must find, planted in a copy one after another."""

import pathlib
import shutil
import subprocess
import sys
import tempfile

from common import ROOT

# A file of src/, what stands there, what is planted in its place, the part that must find it, and
# what of that part is run.
ERRORS = [
    # No look at what an allocation gave.
    ("cli/room.c", "if (block == NULL)", "if (0)", "examples", "complex-grad"),
    ("cli/worksheet.c", "if (operands == NULL)", "if (0)", "examples", "descent.t"),
    ("cli/network.c", "layers == NULL || origins == NULL", "0", "examples", "net --total"),
    ("cli/batch.c", "if (state == NULL)", "if (0)", "examples", "batch.t"),
    # Memory that is not given back where something goes wrong, and a file that stays open.
    ("cli/labels.c", "free(labels);\n    return NULL;", "return NULL;", "examples", "net --total"),
    ("cli/network.c", "free(reader);\n        return NULL;", "return NULL;", "examples",
     "net --total"),
    ("cli/batch.c", "question_forget(question);", ";", "examples", "batch --explain"),
    ("cli/program.c", "run->outside->close(run->outside->state, fd);", ";", "examples", "batch.t"),
    # A message that says something else.
    ("cli/steps.c", "if (fault->status == STATUS_MACHINE)", "if (0)", "examples", "descent.t"),
    ("cli/program.c", "if (run.out.error != 0)", "if (0)", "examples", "pool -W 55"),
    # Writes: one that fails is passed over, is taken for whole, is not tried again.
    ("cli/out.c", "out->error = n == 0 ? EIO : (int)-n;", "done = out->length;", "examples",
     "pool -W 55"),
    ("cli/out.c", "done += (size_t)n;", "done = out->length;", "examples", "pool -W 55"),
    ("cli/out.c", "else if (n != -EINTR)", "else", "examples", "pool -W 55"),
    # Reads: an error is taken for the end, an interruption for an error.
    ("cli/lines.c", "lines->error = (int)-n;", ";", "examples", "batch.t"),
    ("cli/lines.c", "while (n == -EINTR);", "while (0);", "examples", "batch.t"),
    ("cli/lines.c", "return LINE_FAILED;", "return LINE_END;", "examples", "columns W,F"),
    # The system's own calls.
    ("cli/main.c", "signal(SIGXFSZ, SIG_IGN);", "", "streams", "params"),
    ("cli/main.c", "ssize_t n = write(fd, bytes, size);\n    return n < 0 ? -errno : n;",
     "ssize_t n = write(fd, bytes, size);\n    return n < 0 ? -EIO : n;", "streams", "params"),
    ("cli/main.c", "return fd < 0 ? -errno : fd;", "return fd < 0 ? -ENOENT : fd;", "streams",
     "params"),
    # Memory and time that grow.
    ("cli/lines.h", "LINE_MOST  (1 << 20)", "LINE_MOST  (1 << 23)", "memory", "lines of 1 MiB"),
    ("core/node.c", "return node->gate != NULL ? node->gate : node->made;", "return node->gate;",
     "hostile", "powers"),
]


def build(tree):
    """None, or what the compiler said."""
    if not (tree / "build").is_dir():
        subprocess.run(["cmake", "-S", tree, "-B", tree / "build", "-DCMAKE_BUILD_TYPE=Release"],
                       check=True, stdout=subprocess.DEVNULL)
    done = subprocess.run(["cmake", "--build", tree / "build", "-j2", "--target", "cnncalc",
                           "failing"], check=False, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True)
    return done.stdout[-2000:] if done.returncode else None


def is_red(tree, part, only):
    """Whether a part finds an error in the copy's program."""
    done = subprocess.run([sys.executable, tree / "tests" / "faults", "--binary",
                           tree / "build" / "cnncalc", "--only", only, part], check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    last = done.stdout.splitlines()[-1:]
    if not last or not last[0].startswith("outcomes of faults"):
        sys.exit(f"planted: {part} {only}: {done.stdout[-2000:]}")
    return done.returncode == 1


def main():
    found = 0
    with tempfile.TemporaryDirectory() as directory:
        tree = pathlib.Path(directory) / "tree"
        shutil.copytree(ROOT, tree, ignore=lambda place, names: [
            name for name in names if place == str(ROOT) and name.startswith(("build", ".git"))])
        complaint = build(tree)
        if complaint:
            sys.exit(f"planted: the copy is not built: {complaint}")
        for part, only in sorted({(part, only) for *_, part, only in ERRORS}):
            if is_red(tree, part, only):
                sys.exit(f"planted: {part} --only {only} is red before anything is planted")
        for name, good, bad, part, only in ERRORS:
            file = tree / "src" / name
            text = file.read_text()
            if good not in text:
                sys.exit(f"planted: {name} has no '{good}'")
            file.write_text(text.replace(good, bad, 1))
            complaint = build(tree)
            file.write_text(text)
            if complaint:
                sys.exit(f"planted: '{bad}' in {name}: {complaint}")
            red = is_red(tree, part, only)
            found += red
            print(f"{'found' if red else 'NOT FOUND'}: {name}: '{good}' becomes '{bad}'",
                  flush=True)
    print(f"planted errors found: {found} of {len(ERRORS)}")
    return 0 if found == len(ERRORS) else 1
