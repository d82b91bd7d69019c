"""However long the input: resident memory stays below 8 MB, addresses within 12,000 KiB of the
least that the program runs in, and no line is lost.

A line of 100 MB, a million short ones, and a hundred at the limit of 1 MiB go to `batch` and to
`--columns` through a pipe. `net` keeps its layers and `grad` its gates: there memory grows as they
do, however deep or wide, also where each layer has a receptive field of its own, and a line that
is wrong ends the reading. With CNNCALC_ANY_MEMORY set, as for sanitizers, memory is not judged.
"""

import os
import re
import resource
import subprocess
import tempfile

from common import Tally

LIMIT = 8 * 1024  # kB
ADDRESSES = 12_000  # KiB above the least
JUDGED = not os.environ.get("CNNCALC_ANY_MEMORY")
LINE = 1 << 20  # the longest line that is read
CHUNK = 1 << 20
LAYERS = 20_000
LAYER = 1024  # bytes that a layer may take, its row in the table included


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


def within(addresses):
    """What holds a process to so many KiB of addresses, as `ulimit -v` does."""
    return lambda: resource.setrlimit(resource.RLIMIT_AS, (addresses << 10, addresses << 10))


def least_addresses(binary):
    """The KiB of addresses that the program needs to say its version."""
    enough, few = 1 << 20, 0
    while JUDGED and enough - few > 4:
        middle = (enough + few) // 2
        done = subprocess.run([binary, "--version"], preexec_fn=within(middle), check=False,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        enough, few = (middle, few) if done.returncode == 0 else (enough, middle)
    return enough


def ask(command, chunks, addresses):
    """(output, complaints, status, peak memory) of a command that reads these chunks."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=output,
                                   stderr=complaints,
                                   preexec_fn=within(addresses) if JUDGED else None)
        memory = 0
        try:
            for chunk in chunks:
                process.stdin.write(chunk)
            process.stdin.flush()
            memory = peak(process)  # before the end of its input, when it is there to be asked
            process.stdin.close()
        except BrokenPipeError:
            pass
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


# ---- Networks ------------------------------------------------------------------------------------

def work(command, text):
    """(output, complaints, status, peak memory) of a command that answers when it has read all."""
    with tempfile.TemporaryFile() as file, tempfile.TemporaryFile() as complaints:
        file.write(text)
        file.seek(0)
        with subprocess.Popen(command, stdin=file, stdout=subprocess.PIPE,
                              stderr=complaints) as process:
            first = process.stdout.read(1)
            # Now it waits: more is to be printed than a pipe holds.
            memory = peak(process) if first else 0
            output = first + process.stdout.read()
        complaints.seek(0)
        return output, complaints.read(), process.returncode, memory


def growing(binary):
    """(name, faults): four times the layers take no more than four times the memory."""
    for name, layers in (("a chain of conv", b"conv -K 8 -F 3 -P 1\n" * 2),
                         ("upsample and pool", b"upsample -S 2\npool -F 2\n"),
                         ("uneven fields", b"upsample -S 2\npool -F 3 -S 2 -P 0:1\n"),
                         ("joins", b"x%d: relu\nadd @x%d\n")):
        peaks, faults = {}, []
        for count in (LAYERS, 2 * LAYERS, 4 * LAYERS):
            lines = b"".join(layers % (i, i) if b"%" in layers else layers
                             for i in range(count // 2))
            output, complaints, status, peaks[count] = work(
                [binary, "net"], b"input -W 32x32x8\n" + lines)
            if status or complaints or output.count(b"\n") != count + 4:
                faults.append(f"{count} layers: status {status}, {complaints[:300]!r}, "
                              f"{output.count(10)} lines")
        few, some, many = peaks.values()
        most = LIMIT + 4 * LAYERS * LAYER // 1024
        if JUDGED and (many > most or many - some > 2.5 * (some - few)):
            faults.append("kB resident at so many layers: "
                          + ", ".join(f"{count}: {memory}" for count, memory in peaks.items()))
        yield f"net, {name}, {4 * LAYERS} layers: at most {many} kB", faults


def endless(binary):
    """(name, faults): a line that is wrong ends the reading, though there is no end of lines."""
    for name, first, lines, status in (
            ("no kind", b"", b"y\n", 2), ("no input", b"", b"conv -F 3\n", 2),
            ("an unknown label", b"input -C 4\n", b"relu @x\n", 2), ("no newline", b"", b"x", 2),
            ("a misfit", b"input -W 8x8x3\nrelu\n", b"conv -K 1 -F 9\n", 1)):
        taken = 0
        with subprocess.Popen([binary, "net"], bufsize=0, stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            try:
                for chunk in repeated(lines, 64 * CHUNK):
                    taken += process.stdin.write(first + chunk)
                    first = b""
            except BrokenPipeError:
                pass
            process.stdin.close()
            output, complaints = process.stdout.read(), process.stderr.read()
        rows = 3 if status == 1 else 0
        most = 4 * CHUNK + (0 if b"\n" in lines else 1 << 20)  # a line has a length at most
        yield f"net, lines without end, {name}: {taken} bytes", (
            [] if process.returncode == status and taken <= most
            and output.count(b"\n") == rows and complaints.startswith(b"cnncalc: -:")
            else [f"status {process.returncode}, {taken} bytes, {complaints[:300]!r}"])


# ---- Expressions ---------------------------------------------------------------------------------

def peak_of_line(binary, line):
    """(the answer to one line of batch, peak memory when it is printed)."""
    with subprocess.Popen([binary, "batch", "-o", "out"], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE) as process:
        process.stdin.write(line)
        process.stdin.flush()
        answer = process.stdout.readline()
        memory = peak(process) if answer else 0
        process.stdin.close()
        return answer, memory


def expressions(binary):
    """(name, faults): four times the gates take no more than four times the memory."""
    for name, least, line in (
            ("deep in brackets", 20_000, lambda n: "(" * n + "x" + ")" * n + " x=1"),
            ("deep in functions", 10_000, lambda n: "sin(" * n + "x" + ")" * n + " x=1"),
            ("deep in powers", 20_000, lambda n: "x^" * n + "x x=1"),
            ("deep in minus signs", 20_000, lambda n: "0" + "-" * n + "x x=1"),
            ("a wide sum", 20_000, lambda n: "+".join(["x"] * n) + " x=1"),
            ("many variables", 5_000, lambda n: "+".join(f"x{i}" for i in range(n)) + " "
             + " ".join(f"x{i}=1" for i in range(n)))):
        peaks, faults = [], []
        for count in (least, 2 * least, 4 * least):
            answer, memory = peak_of_line(binary, f"grad {line(count)}\n".encode())
            peaks.append(memory)
            if answer.strip() in (b"", b"-"):
                faults.append(f"{count}: no answer")
        few, some, many = peaks
        if JUDGED and many - some > 2.5 * (some - few) + 512:
            faults.append(f"kB resident at {least}, twice, four times: {peaks}")
        yield f"grad, {name}, {4 * least}: at most {many} kB", faults


def check(options):
    tally = Tally("memory")
    binary = os.path.abspath(options.binary)
    addresses = least_addresses(binary) + ADDRESSES
    for name, command, chunks, answers, culprit in cases(binary):
        if options.only not in name:
            continue
        output, complaints, status, memory = ask(command, chunks, addresses)
        faults = []
        if output.split(b"\n") != [*answers, b""]:
            faults.append(f"wrong answers: {output[:60]!r}, {output.count(10)} lines")
        if culprit is None and (complaints or status):
            faults.append(f"status {status}, {complaints[:300]!r}")
        if culprit and not (status in (1, 2)
                            and re.match(rb"cnncalc: [^:]+:%d: " % culprit, complaints)
                            and len(complaints) < 1000):
            faults.append(f"status {status}, no clear message: {complaints[:300]!r}")
        if JUDGED and memory >= LIMIT:
            faults.append(f"{memory} kB resident")
        tally.judge(f"{name}: at most {memory} kB", faults)
    for part in () if options.only else (growing, endless, expressions):
        for name, faults in part(binary):
            tally.judge(name, faults)
    return tally
