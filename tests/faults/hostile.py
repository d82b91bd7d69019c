"""Input that is made to be slow, 10 MB of it where it can be: each command is through within 10
seconds of the processor, with a status that the manual knows. Of what is answered with much more,
there is as much as is answered with 250 MB."""

import concurrent.futures
import os
import random
import resource
import subprocess
import tempfile

from common import Tally

SIZE = 10_000_000  # bytes of a file
WORD = 130_000     # of an argument, of which Linux takes 131,071
WORDS = 14         # of these, of which it takes some 2 MB together
LINE = 1 << 20     # of a line that is read
LIMIT = 10         # seconds
HARD = 90          # seconds, where it is stopped


def fill(line, size=SIZE):
    """So many bytes of lines, numbered where they hold a %d."""
    if "%d" not in line:
        return line * (size // len(line))
    lines, length = [], 0
    while length < size:
        lines.append(line.replace("%d", str(len(lines))))
        length += len(lines[-1])
    return "".join(lines)


def long(before, piece, after=""):
    """Lines as long as may be."""
    room = LINE - len(before) - len(after) - 1
    return fill(before + piece * (room // len(piece)) + after + "\n")


def noise(printable):
    bytes_of = random.Random(493).randbytes(SIZE)
    if printable:
        bytes_of = bytes_of.translate(bytes(10 if i < 20 else 32 + i % 95 for i in range(256)))
    return bytes_of.decode("latin-1")


READERS = ["batch", "batch --explain", "batch --json"]
NETS = ["net", "net --explain", "net --dot", "net --json", "net --total", "net -a --dtype f16"]
COLUMNS = ["convout --columns W,F", "convout -F 3 --columns W", "fit --columns W,O",
           "gdstep --columns x,g,s", "complex-grad --columns x,y", "convout --columns header",
           "grad x*y/(x+y) --columns x,y", "convout --json --columns W,F"]
FIRST = "input -W 64x64x8\n"
# Who reads, and what: its name, and what makes it when its turn comes.
FILES = [(READERS + NETS[:2] + COLUMNS, [
    ("noise", lambda: noise(False)), ("printable noise", lambda: noise(True)),
    ("newlines", lambda: "\n" * SIZE), ("NULs", lambda: "\0" * SIZE),
    ("one line", lambda: "x" * SIZE), ("digits", lambda: long("", "7")),
    ("blanks", lambda: long("", " ")), ("short words", lambda: long("", "x ")),
    ("comments", lambda: fill("#\n")),
]), (COLUMNS, [
    ("1 and 2", lambda: fill("1 2\n")), ("long numbers", lambda: long("", "9", " 5")),
    ("long reals", lambda: fill(f"0.{'3' * 500}e-100 1{'7' * 300}e-9\n")),
]), (READERS, [
    ("quotes", lambda: long("convout -W ", "''")),
    ("backslashes", lambda: long("convout -W ", "\\")),
    ("options", lambda: long("convout -W 5 ", "-F 3 ")),
    ("unknown options", lambda: fill("convout --input-sizes 3\n")),
    ("unknown commands", lambda: fill("convuot\n")), ("short lines", lambda: fill("x\n")),
    ("misfits", lambda: fill("convout -W 32 -F 5 -S 2\n")),
    ("huge misfits",
     lambda: fill("convout -W 9223372036854775807 -F 2 -S 4611686018427387904\n")),
    ("brackets", lambda: long("grad ", "(")), ("open functions", lambda: long("grad ", "sin(")),
    ("powers", lambda: long("grad ", "2^", "2")), ("sums", lambda: long("grad ", "x+", "x x=1")),
    ("products", lambda: long("grad ", "x*", "x x=1")),
    ("squares", lambda: long("grad ", "(x+1)^2*", "x x=1")),
    ("variables", lambda: fill("grad " + "+".join(f"x{i}" for i in range(50000)) + " "
                               + " ".join(f"x{i}=1" for i in range(50000)) + "\n")),
    ("operands", lambda: long("grad x ", "x=1 ")),
    ("unknown operands", lambda: long("grad x ", "y=1 ")),
    ("names", lambda: long("convout -W 5 -F 3 -o ", "out,", "out")),
    ("variables to move", lambda: long("grad x x=1 --wrt ", "x,", "x")),
    ("hard reals", lambda: fill(f"sigmoid-grad -x 0.{'4' * 1000}\n")),
    ("hard gradients", lambda: fill("complex-grad -x 1e-300 -y 1e300\n")),
    ("fits", lambda: fill("fit -W 227 -O 55\n")),
    ("no fits", lambda: fill("fit -W 227 -O 226 -F 5\n")),
]), (["batch --json --explain", "batch -a"], [
    ("sums", lambda: long("grad ", "x+", "x x=1")),
    ("products", lambda: long("grad ", "x*", "x x=1")),
    ("variables that move", lambda: fill("gdstep --of " + "+".join(f"x{i}" for i in range(50000))
                                         + " -s 1 " + " ".join(f"x{i}=1" for i in range(50000))
                                         + "\n")),
]), (NETS, [
    ("convs", lambda: FIRST + fill("conv -K 8 -F 3 -P 1\n")),
    ("relus", lambda: FIRST + fill("relu\n")), ("labels", lambda: FIRST + fill("l%d: relu\n")),
    ("an unknown label", lambda: FIRST + fill("l%d: relu\n") + "add @m1\n"),
    ("joins", lambda: FIRST + fill("l%d: relu\nadd @l%d\n")),
    ("far joins", lambda: "l: " + FIRST + fill("add @l\n")),
    ("wide joins",
     lambda: "l: " + FIRST + fill("relu\n" + "add" + " @l" * 300000 + "\n")),
    ("concats", lambda: "l: " + FIRST + fill("concat @l\n")),
    ("fields", lambda: FIRST + fill("upsample -S 2\npool -F 3 -S 2 -P 0:1\n")),
    ("defaults", lambda: fill("default conv -F 3\n")), ("inputs", lambda: fill(FIRST)),
    ("long labels", lambda: FIRST + long("", "l", ": relu")),
    ("long options", lambda: FIRST + long("conv -K 8 ", "-F 1 ")),
])]

# Who reads, a line, and so many of these as are answered with 250 MB.
ANSWERS = [("batch", "fit -O 7", 16_000), ("batch -a", "fit -O 7", 13_600),
           ("batch --explain", "fit -O 7", 5_100), ("batch --json --explain", "fit -O 7", 2_150),
           ("batch -a", "fit -W 9 -O 4", 560_000), ("batch --explain", "fit -W 9 -O 4", 210_000),
           ("batch --json --explain", "complex-grad -x 2 -y 4", 102_000),
           ("fit --columns W", "9", 67_500), ("fit --columns O --json", "9", 4_200),
           ("fit -O 4 --columns W", "9", 670_000),
           ("convout -F 3 -S 2 --columns W", "6", 1_250_000),
           ("pool -F 3 -S 2 --columns W --json", "6", 800_000),
           ("pool -F 3 -S 2 --columns W", "6", 1_270_000),
           ("params -F 3 -C 3 --columns K", "x", 4_000_000),
           ("sigmoid-grad --columns x --json", "1", 1_100_000),
           ("complex-grad -y 2 --columns x -a", "3", 500_000),
           ("grad ln(x) --columns x --json", "-1", 1_900_000)]


def arguments():
    """(words, what they are)."""
    digits, ones = "7" * WORD, ["1"] * 60_000
    yield ["convout", "-W", digits, "-F", digits], "digits"
    yield ["convout", *["--input-size=" + digits] * WORDS], "many sizes"
    yield ["convout", *["-W5"] * 100_000, "-F3"], "a repeated option"
    yield ["convout", *ones], "operands"
    yield ["convout", "-W", "x".join(["5"] * (WORD // 2)), "-F", "3"], "a size of many axes"
    yield ["convout", "--" + "x" * WORD], "an unknown option"
    yield ["x" * WORD], "an unknown command"
    yield ["help", "x" * WORD], "help"
    yield ["convout", "-W", "5", "-F", "3", "-o", "out," * (WORD // 4) + "out"], "names"
    yield ["convout", "--columns", "_," * (WORD // 2)], "columns"
    yield ["convout", "-W", "5", "-F", "3", "--expect", "x" * WORD], "an expectation"
    yield ["convout", "--draw", "-W", str(2**62), "-F", "3", "--width", "1000000"], "a picture"
    yield ["fit", "-W", str(2**63 - 1), "--max-filter", "1000"], "every layer"
    yield ["fit", "-O", str(2**62), "--max-filter", "300", "--explain"], "every layer"
    yield ["params", "-F", digits, "-C", digits, "-K", digits], "digits"
    yield ["pool", "-W", digits, "-F", digits], "digits"
    yield ["sigmoid-grad", "-x", "0." + digits], "digits"
    yield ["sigmoid-grad", "-x", "0x." + digits + "p-9"], "digits"
    yield ["complex-grad", "-x", digits[:300] + "." + digits, "-y", "." + digits], "digits"
    yield ["gdstep", "-x", "." + digits, "-g", "." + digits, "-s", "." + digits], "digits"
    yield ["gdstep", "--of", "x+" * (WORD // 2) + "x", "x=1", "-s", "0.1"], "a sum"
    yield ["completion", "x" * WORD], "a shell"
    for form in ("--json", "--explain", "--dot", "--numpy", "--check"):
        for name, text in (("brackets", "(" * 60_000 + "x" + ")" * 60_000),
                           ("functions", "sin(" * 25_000 + "x" + ")" * 25_000),
                           ("a sum", "x+" * 60_000 + "x"), ("a product", "x*" * 60_000 + "x"),
                           ("signs", "0" + "-" * 120_000 + "x"),
                           ("different sums", "+".join(f"(x+{i})" for i in range(10_000))),
                           ("powers", "x^" * 60_000 + "x")):
            yield ["grad", form, text, "x=1"], name
    yield ["grad", "+".join(f"x{i}" for i in range(18_000)),
           *(f"x{i}=1" for i in range(18_000))], "variables"
    yield ["grad", "x", *(["x=1"] * 100_000)], "a repeated value"
    yield from checks()


def checks():
    """Gradients beside differences: of all variables, and of as many as are taken. A value near 0
    has 28 times the steps of another, and a 28th of the gradients is taken."""
    for before, after, count, taken in (
            ("", "", 18_000, 63), ("sin(" * 15_000, ")" * 15_000, 8_000, 73),
            ("tanh(" * 20_000, ")" * 20_000, 500, 108), ("(" + "1+" * 55_000, ")", 2_000, 38)):
        names = [f"x{i}" for i in range(count)]
        text = f"{before}{'+'.join(names)}{after}"
        for value, some in (("1", taken), ("1e-308", taken // 28)):
            words = ["grad", "--check", text, *(f"{name}={value}" for name in names)]
            yield words, "checked variables"
            yield [*words, "--wrt", ",".join(names[:some])], "as many checked variables as may be"
    yield ["grad", "--check", "0" + "-" * 120_000 + "x", "x=1e-308"], "one checked variable"


# ---- The time ------------------------------------------------------------------------------------

def work(command, text):
    """(status, seconds of the processor)."""
    with tempfile.TemporaryFile() as file:
        file.write(text().encode("latin-1"))
        file.seek(0)
        with subprocess.Popen(
                command, stdin=file, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (HARD, HARD))
        ) as process:
            _, status, spent = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        return process.returncode, spent.ru_utime + spent.ru_stime


def check(options):
    tally, slowest = Tally("hostile"), (0, "")
    binary = os.path.abspath(options.binary)
    cases = [(words, name, str) for words, name in arguments()]
    cases += [(reader.split(), name, text) for readers, texts in FILES for reader in readers
              for name, text in texts]
    cases += [(reader.split(), f"{count} times {line}",
               lambda line=line, count=count: f"{line}\n" * count) for reader, line, count in ANSWERS]
    cases = [case for case in cases if options.only in case[1]][::options.every]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda case: work([binary, *case[0]], case[2]), cases))
    for (words, name, text), (status, took) in zip(cases, results):
        if took > LIMIT and status >= 0:  # not stopped, but beside a neighbour
            status, took = work([binary, *words], text)
        what = f"{' '.join(word[:30] for word in words[:6])}, {name}"
        slowest = max(slowest, (took, what))
        tally.judge(what, [f"status {status}"] * (status not in (0, 1, 2))
                    + [f"{took:.1f} seconds"] * (took > LIMIT))
    print(f"hostile: {slowest[0]:.1f} seconds for {slowest[1]}, the slowest")
    return tally
