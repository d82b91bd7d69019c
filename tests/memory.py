#!/usr/bin/env python3
"""However long the input: resident memory stays below 8 MB, and no line is lost.

A line of 100 MB, a million short ones, and a hundred at the limit of 1 MiB go to `batch` and to
`--columns` through a pipe. With CNNCALC_ANY_MEMORY set, as for sanitizers, memory is not judged.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile

LIMIT = 8 * 1024  # kB
LINE = 1 << 20  # the longest line that is read
CHUNK = 1 << 20


def repeated(piece, size):
    """So many bytes, a chunk at a time."""
    block = piece * (CHUNK // len(piece))
    while size > 0:
        yield block[:size]
        size -= len(block)


def peak(process):
    """The largest resident size of a running process so far, in kB."""
    with open(f"/proc/{process.pid}/status") as status:
        return int(re.search(r"VmHWM:\s+(\d+) kB", status.read())[1])


def ask(command, chunks):
    """(output, complaints, status, peak memory) of a command that reads these chunks."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=output,
                                   stderr=complaints)
        for chunk in chunks:
            process.stdin.write(chunk)
        process.stdin.flush()
        memory = peak(process)  # before the end of its input, when it is still there to be asked
        process.stdin.close()
        status = process.wait()
        output.seek(0)
        complaints.seek(0)
        return output.read(), complaints.read(), status, memory


def cases(binary):
    """(name, command, chunks, answers, the number of the one line at fault or None)."""
    batch = [binary, "batch"]
    columns = [binary, "convout", "--columns", "W,F,S,P"]
    for name, command, line, filler in (
            ("batch", batch, b"convout -W 227 -F 11 -S 4\n", b"convout -W 227 -F 11 -S 4 "),
            ("--columns", columns, b"227 11 4 0\n", b"227 11 4 0 ")):
        yield (f"{name}, a line of 100 MB", command,
               [line, *repeated(filler, 100_000_000), b"\n", line],
               [b"55", b"-", b"55"], 2)
        yield (f"{name}, 100 MB without a newline", command, [line, *repeated(b"x", 100_000_000)],
               [b"55", b"-"], 2)
        yield (f"{name}, a million lines", command, [line * 10_000] * 100, [b"55"] * 1_000_000,
               None)
        # Blanks alone make a line as long as may be, and change nothing of what it asks.
        long_line = line[:-1] + b" " * (LINE - len(line)) + b"\n"
        yield f"{name}, lines of 1 MiB", command, [long_line] * 100, [b"55"] * 100, None


def main():
    parser = argparse.ArgumentParser(description="constant memory, whatever the input")
    parser.add_argument("--binary", default="build/cnncalc", help="the program (%(default)s)")
    binary = os.path.abspath(parser.parse_args().binary)
    passed = failed = 0
    for name, command, chunks, answers, culprit in cases(binary):
        output, complaints, status, memory = ask(command, chunks)
        faults = []
        if output.split(b"\n") != [*answers, b""]:
            faults.append(f"wrong answers: {output[:60]!r}, {output.count(10)} lines")
        if culprit is None and (complaints or status):
            faults.append(f"status {status}, {complaints[:300]!r}")
        if culprit and not (status in (1, 2)
                            and re.match(rb"cnncalc: [^:]+:%d: " % culprit, complaints)
                            and len(complaints) < 1000):
            faults.append(f"status {status}, no clear message: {complaints[:300]!r}")
        if memory >= LIMIT and not os.environ.get("CNNCALC_ANY_MEMORY"):
            faults.append(f"{memory} kB resident")
        for fault in faults:
            print(f"{name}: {fault}")
        print(f"{name}: at most {memory} kB")
        passed, failed = passed + (not faults), failed + bool(faults)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
