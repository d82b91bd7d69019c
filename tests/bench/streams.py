#!/usr/bin/env python3
"""A million rows through --columns, beside other ways of reading the same file: mawk, Python with
NumPy, a C loop that parses digits by hand, and cat, which only copies it.

    python3 tests/bench/streams.py [BUILD] [--rows N] [--rounds N]

BUILD is configured with -DCNNCALC_BENCH=ON. The commands take turns; of each the least processor
time counts, for other work on the machine only adds to it. What they print goes to /dev/null: to
keep it would cost all of them the same. Needs mawk and python3-numpy.
"""

import argparse
import os
import pathlib
import random
import subprocess
import sys
import tempfile

AWK = {
    "convout": '{ n = $1 - $2 + 2*$4; if (n < 0 || n % $3) print "-"; else print n/$3 + 1 }',
    "sigmoid-grad": '{ f = 1/(1 + exp(-$1)); printf "%.17g\\t%.17g\\n", f, f*(1 - f) }',
    "complex-grad": """{
        x = $1; y = $2; a = log(x); b = sqrt(y); c = 1/(1 + exp(-b)); d = a*c
        g = x + y; h = g*g; i = 1/(1 + exp(-h)); j = 1/i
        fg = d*(-1/(i*i))*i*(1 - i)*2*g
        printf "%.17g\\t%.17g\\t%.17g\\n", d*j, fg + j*c/x, fg + j*a*c*(1 - c)/(2*b) }"""}
NUMPY = {
    "sigmoid-grad": "f = 1/(1 + np.exp(-v)); answer = f, f*(1 - f)",
    "complex-grad": """x, y = v.T
a, b = np.log(x), np.sqrt(y)
c = 1/(1 + np.exp(-b))
d = a*c
g = x + y
i = 1/(1 + np.exp(-g*g))
j = 1/i
fg = d*(-1/(i*i))*i*(1 - i)*2*g
answer = d*j, fg + j*c/x, fg + j*a*c*(1 - c)/(2*b)"""}
NUMPY_ROUNDS = 3  # it takes long
COLUMNS = {"convout": "W,F,S,P", "sigmoid-grad": "x", "complex-grad": "x,y"}


def row(rng, command):
    if command == "convout":
        S, F, P = rng.randint(1, 4), rng.randint(1, 11), rng.randint(0, 3)
        return f"{F + S*rng.randint(1, 100)} {F} {S} {P*S}"
    if command == "sigmoid-grad":
        return f"{rng.uniform(-30, 30):.17g}"
    return f"{rng.uniform(0.01, 10):.17g} {rng.uniform(0.01, 10):.17g}"


def run(words):
    """Processor seconds."""
    pid = os.posix_spawnp(words[0], words, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(pid, 0)
    if status:
        sys.exit(f"{words}: status {status}")
    return usage.ru_utime + usage.ru_stime


def compare(command, build, rows, rounds, directory):
    lines = f"{directory}/lines"
    rng = random.Random(493)
    with open(lines, "w") as file:
        file.writelines(row(rng, command) + "\n" for _ in range(rows))
    program = f"{directory}/program.awk"
    pathlib.Path(program).write_text(AWK[command])
    ways = {"cnncalc": [f"{build}/cnncalc", command, "--columns", COLUMNS[command], lines],
            "mawk": ["mawk", "-f", program, lines],
            "cat": ["cat", lines]}
    if command in NUMPY:
        script = (f"import numpy as np\nv = np.loadtxt({lines!r})\n{NUMPY[command]}\n"
                  f"np.savetxt('/dev/stdout', np.transpose(answer), '%.17g', '\t')\n")
        ways["NumPy"] = ["/usr/bin/python3", "-c", script]
    else:
        ways["C loop"] = [f"{build}/digits", lines]
    seconds = dict.fromkeys(ways, float("inf"))
    for turn in range(rounds):
        for name, words in ways.items():
            if name != "NumPy" or turn < NUMPY_ROUNDS:
                seconds[name] = min(seconds[name], run(words))
    print(f"{command}, {rows} rows")
    for name, used in seconds.items():
        print(f"  {name:8} {used*1e9/rows:7.0f} ns a row  {used/seconds['cnncalc']:6.2f} times "
              f"cnncalc")
    if "C loop" in ways:
        answers = [subprocess.run(words, stdout=subprocess.PIPE, check=True).stdout
                   for name, words in ways.items() if name != "cat"]
        print("  the answers are the same:", len(set(answers)) == 1)


def main():
    parser = argparse.ArgumentParser(description="--columns beside other ways")
    parser.add_argument("build", nargs="?", default="build")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    os.environ["LC_ALL"] = "C"
    with tempfile.TemporaryDirectory() as directory:
        for command in COLUMNS:
            compare(command, options.build, options.rows, options.rounds, directory)


if __name__ == "__main__":
    main()
