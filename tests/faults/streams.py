"""Each command's real reads and writes fail, as a system makes them fail: full devices, closed
descriptors, pipes that nobody reads, files that may not grow, pipes that would block, directories;
and, by strace, in ways that are hard to bring about."""

import fcntl
import functools
import os
import resource
import shutil
import signal
import subprocess
import tempfile
import threading

from common import Outcome, Tally, ask, failed

FILES = {
    "answerable": "convout -W 5 -F 3\n",
    "idle": "\n# nothing\n",
    "rows": "5\n6\n",
    "layers": "input -W 32x32x3\nrelu\n",
    "misfit": "input -W 32x32x3\nconv -K 3 -F 5 -S 2\n",
    "deep": "input -W 32x32x3\n" + 5000 * "relu\n",
    "columns": "".join(f"{i}\n" for i in range(5, 2001)),
    "questions": 20000 * "convout -W 227 -F 11 -S 4\n",
}
# Each command, and each way to read and to print.
QUESTIONS = """\
convout -W 227 -F 11 -S 4
convout -W 227 -F 11 -S 4 --expect 56
convout -W 32 -F 5 -S 2 --explain
params -F 11 -C 3 -K 96
pool -W 55 -F 3 -S 2
sigmoid-grad -x 2
complex-grad -x 2 -y 4 --json
gdstep -x 2 -g 0.1 -s 0.2
gdstep --of x^2 x=2 -s 0.1 --trace
fit -W 227 -O 55
grad x*y x=2 y=3 --explain
net deep
net --explain misfit
net -
batch questions
batch answerable
batch
convout -F 3 --columns W columns
convout -F 3 --columns W
--help
--version
help convout
completion zsh""".split("\n")
READS = {"net -": "layers", "batch": "questions", "convout -F 3 --columns W": "columns"}
SILENT = ["batch idle --json", "batch --json", "convout -F 3 --columns W", "batch",
          "convout --json -F 3 --columns W idle"]
UNREADABLE = {"folder": "is a directory", "missing": "no such file or directory",
              "layers/file": "not a directory", "secret": "permission denied",
              "ring": "too many levels of symbolic links", "x" * 300: "file name too long"}


# Where files may not grow, or calls are counted: a sanitizer cannot look for leaks in a process that
# is traced, and what counts coverage reads and writes files of its own.
BARE = {**os.environ, "LC_ALL": "C", "ASAN_OPTIONS": "detect_leaks=0",
        "LLVM_PROFILE_FILE": "/dev/null"}


def given(directory, question):
    """Where a question is asked, and what it reads."""
    name = READS.get(question)
    return {"cwd": directory, "stdin": open(os.path.join(directory, name), "rb")
            if name else subprocess.DEVNULL}


def closing(*descriptors):
    def close():
        for descriptor in descriptors:
            os.close(descriptor)
    return close


# ---- Writing -------------------------------------------------------------------------------------

def unread(command, **how):
    """The outcome where nobody reads what is printed."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        return ask(command, stdout=writing, **how)
    finally:
        os.close(writing)


def full(command, room, **how):
    """The outcome where so many bytes of a pipe are left, which does not wait."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    size = fcntl.fcntl(writing, fcntl.F_GETPIPE_SZ)
    filled = os.write(writing, bytes(size - room)) if room < size else 0
    try:
        got = ask(command, stdout=writing, **how)
        os.set_blocking(reading, False)
        got.out = os.read(reading, 2 * size)[filled:]
        return got
    finally:
        os.close(reading)
        os.close(writing)


def limited(command, most, handler, **how):
    """The outcome where a file may have so many bytes."""
    def limit():
        signal.signal(signal.SIGXFSZ, handler)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    with tempfile.TemporaryFile() as file:
        got = ask(command, stdout=file, preexec_fn=limit, restore_signals=False, env=BARE, **how)
        file.seek(0)
        got.out = file.read()
        return got


def check_writes(tally, command, question, right, how):
    """Every way to print fails."""
    def judge(what, got, reason):
        tally.judge(f"{question} {what}", failed(right, got, reason))

    with open("/dev/full", "wb") as device:
        judge(">/dev/full", ask(command, stdout=device, **how()), "no space left on device")
    judge(">&-", ask(command, stdout=None, preexec_fn=closing(1), **how()), "bad file descriptor")
    judge("| true, SIGPIPE ignored", unread(command, restore_signals=False, **how()),
          "broken pipe")
    got = unread(command, **how())
    tally.judge(f"{question} | true", [] if got.status == -signal.SIGPIPE and right.err.startswith(
        got.err) else [f"not silent: status {got.status}, {got.err!r}"])
    for most in {0, 1, len(right.out) // 2, len(right.out) - 1}:
        for handler in (signal.SIG_DFL, signal.SIG_IGN):
            got = limited(command, most, handler, **how())
            judge(f"where a file has at most {most} bytes", got, "file too large")
            if len(got.out) != most:
                tally.judge(question, [f"{len(got.out)} bytes of {most} are used"])
    if len(right.out) > 1 << 16:
        judge("into a pipe with room for a block", full(command, 1 << 16, **how()),
              "resource temporarily unavailable")
    judge("into a full pipe", full(command, 0, **how()), "resource temporarily unavailable")
    # Nowhere to complain: the status says it.
    got = ask(command, stdout=None, stderr=None, preexec_fn=closing(1, 2), **how())
    tally.judge(f"{question} >&- 2>&-", [] if got.status == 3 else [f"status {got.status}"])
    got = ask(command, stderr=None, preexec_fn=closing(2), **how())
    tally.judge(f"{question} 2>&-", [] if (got.out, got.status) == (right.out, right.status)
                else [f"another answer, status {got.status}"])


# ---- Reading -------------------------------------------------------------------------------------

def in_packets(command, text):
    """The outcome where each read gives one byte."""
    reading, writing = os.pipe2(os.O_DIRECT)

    def write():
        for i in range(len(text)):
            os.write(writing, text[i:i + 1])
        os.close(writing)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        return ask(command, stdin=reading)
    finally:
        writer.join()
        os.close(reading)


def check_reads(tally, binary, directory):
    """What cannot be read, and what comes in pieces."""
    nothing = Outcome(b"", b"", 0)

    def judge(what, got, reason):
        tally.judge(what, failed(nothing, got, reason))

    for words, name in ((["batch"], "answerable"), (["net"], "layers"),
                        (["convout", "-F", "3", "--columns", "W"], "rows")):
        command = [binary, *words]
        for path, reason in UNREADABLE.items():
            if path != "secret" or os.getuid() != 0:  # root reads everything
                judge(f"{words} {path}", ask([*command, path], cwd=directory), reason)
        judge(f"{words} <&-", ask(command, stdin=None, preexec_fn=closing(0)),
              "bad file descriptor")
        folder = os.open(directory, os.O_RDONLY)
        judge(f"{words} <folder", ask(command, stdin=folder), "is a directory")
        os.close(folder)
        with open(os.path.join(directory, "idle"), "ab") as file:
            judge(f"{words} <file, to be written", ask(command, stdin=file),
                  "bad file descriptor")
        reading, writing = os.pipe()
        os.set_blocking(reading, False)
        judge(f"{words} <pipe that would block", ask(command, stdin=reading),
              "resource temporarily unavailable")
        os.close(reading)
        os.close(writing)
        right = ask([*command, name], cwd=directory)
        tally.judge(f"{words}, a byte at a time",
                    [] if right == in_packets(command, FILES[name].encode()) and right.out
                    else ["another answer"])
    # What prints nothing needs no standard output.
    for question in SILENT:
        got = ask([binary, *question.split()], cwd=directory, stdout=None, preexec_fn=closing(1))
        tally.judge(f"{question} >&-", [] if (got.err, got.status) == (b"", 0)
                    else [f"status {got.status}, {got.err!r}"])


# ---- By strace -----------------------------------------------------------------------------------

ERRORS = {"write": {"EIO": "input/output error", "ENOSPC": "no space left on device",
                    "EDQUOT": "disk quota exceeded", "EAGAIN": "resource temporarily unavailable",
                    "EINTR": None},
          "read": {"EIO": "input/output error", "EAGAIN": "resource temporarily unavailable",
                   "EINTR": None},
          "openat": {"EMFILE": "too many open files", "EACCES": "permission denied",
                     "ENOMEM": "cannot allocate memory"}}


def calls_of(log):
    """(name, its number among calls of that name) of the question's own calls: not the loader's,
    nor messages."""
    counts, opened = dict.fromkeys(ERRORS, 0), None
    for line in log:
        name, rest = line.split("(", 1)
        counts[name] += 1
        result = rest.rsplit(" = ", 1)[1].split()[0]
        if name == "openat" and '"/' not in rest:
            opened = result
        elif rest.split(",")[0] not in {"write": ("1",), "read": ("0", opened)}.get(name, ()):
            continue
        yield name, counts[name]


def check_calls(tally, command, question, right, how):
    """Each of a question's own reads, writes and openings fails, and is interrupted."""
    strace = ["strace", "-qq", "-o", "log", "-e", "signal=none"]
    ask([*strace, "-e", "trace=" + ",".join(ERRORS), *command], env=BARE, **how())
    with open(os.path.join(how()["cwd"], "log")) as lines:
        calls = list(calls_of(lines))
    if not calls:
        tally.judge(question, ["strace sees no call"])
    for name, number in calls:
        for error, reason in ERRORS[name].items():
            got = ask([*strace, "-e", f"trace={name}", "-e",
                       f"inject={name}:error={error}:when={number}", *command],
                      env=BARE, **how())
            faults = (failed(right, got, reason) if reason else
                      [] if got == right else ["another answer"])
            tally.judge(f"{question}, {name} {number} gives {error}", faults)


# ---- All -----------------------------------------------------------------------------------------

def check(options):
    tally = Tally("streams")
    binary, strace = os.path.abspath(options.binary), shutil.which("strace")
    with tempfile.TemporaryDirectory() as directory:
        for name, text in FILES.items():
            with open(os.path.join(directory, name), "w") as file:
                file.write(text)
        os.mkdir(os.path.join(directory, "folder"))
        os.symlink("ring", os.path.join(directory, "ring"))
        os.close(os.open(os.path.join(directory, "secret"), os.O_CREAT, 0))
        check_reads(tally, binary, directory)
        for question in [q for q in QUESTIONS if options.only in q][::options.every]:
            command = [binary, *question.split()]
            how = functools.partial(given, directory, question)
            right = ask(command, **how())
            check_writes(tally, command, question, right, how)
            if strace:
                check_calls(tally, command, question, right, how)
    if not strace:
        print("strace is not installed: its faults are left out (Debian: apt-get install strace)")
        options.left_out = True
    return tally
