#!/usr/bin/env python3
"""Drives the completion of bash, zsh or fish: what it offers for partial lines.

bash and zsh are asked as they are used, on a terminal: a key inserts all that is offered, another
tells what the line has become. fish has a command that tells. Each is asked twice: where it finds
the script by itself, bash by the package bash-completion, and where it was told to read it.
"""

import argparse
import re
import shutil
import subprocess
import sys

import shells
from shells import FILES

SKIPPED = 77
AT_LEAST = 90  # lines for each shell
ROUNDS = "exact floor ceil full"

# A line, and the words that its last one may become.
LINES = (
    ("cnncalc conv", "convout"),
    ("cnncalc co", "convout complex-grad completion"),
    ("cnncalc --", "--help --version"),
    ("cnncalc --v", "--version"),
    ("cnncalc help sig", "sigmoid-grad"),
    ("cnncalc completion ", "bash zsh fish"),
    ("cnncalc completion z", "zsh"),
    ("cnncalc completion zsh b", ""),
    ("cnncalc completion --", "--help"),
    ("cnncalc convout --ro", "--round"),
    ("cnncalc convout -W 227 -F 11 --s", "--stride"),
    ("cnncalc convout --tr", "--transpose"),
    ("cnncalc pool --tr", ""),
    ("cnncalc fit --p", "--pad --pool --precision"),
    ("cnncalc net --co", ""),
    ("cnncalc convout --e", "--explain --expect"),
    ("cnncalc gdstep -x -2 --st", "--step-size --steps"),
    ("cnncalc grad 'x*y' x=2 --w", "--wrt"),
    ("cnncalc convout -R ", ROUNDS),
    ("cnncalc convout -R f", "floor full"),
    ("cnncalc convout --round ", ROUNDS),
    ("cnncalc convout --round f", "floor full"),
    ("cnncalc convout --round=", ROUNDS),
    ("cnncalc convout --round=f", "floor full"),
    ("cnncalc convout -Rf", "-Rfloor -Rfull"),
    ("cnncalc net --dtype b", "bf16"),
    ("cnncalc net --dtype=f", "f32 f16"),
    ("cnncalc convout -P s", "same same-lower"),
    ("cnncalc convout -P 0:", ""),
    ("cnncalc convout -P 0:1", ""),
    ("cnncalc convout -W ", ""),
    ("cnncalc convout -W 2", ""),
    ("cnncalc convout --input-size ", ""),
    ("cnncalc convout --input-size=", ""),
    ("cnncalc convout --json=", ""),
    ("cnncalc convout --expect ", ""),
    ("cnncalc convout -o par", "params"),
    ("cnncalc convout -o out,par", "out,params"),
    ("cnncalc convout -o W,out,wi", "W,out,width W,out,windows"),
    ("cnncalc convout -oout,par", "-oout,params"),
    ("cnncalc convout --only out,par", "out,params"),
    ("cnncalc pool --only=out,wi", "out,width out,windows"),
    ("cnncalc pool -o mac", ""),
    ("cnncalc net -o rf,par", "rf,params rf,param_memory"),
    ("cnncalc batch -o fx_", "fx_1 fx_2"),
    ("cnncalc grad 'x*y' -o ", "out fout"),
    ("cnncalc convout --columns he", "height header"),
    ("cnncalc convout --columns W,he", "W,height"),
    ("cnncalc convout --columns=W,fil", "W,filter-size W,filters"),
    ("cnncalc pool --columns W,d", "W,d W,dilation W,dims"),
    ("cnncalc pool --columns W,wi", ""),
    ("cnncalc fit --dims ", "1 2 3"),
    ("cnncalc convout --columns W,dep", ""),
    ("cnncalc pool --columns W,exp", "W,expect"),
    ("cnncalc net l", "layers.net"),
    ("cnncalc net --total ", FILES),
    ("cnncalc batch ", FILES),
    ("cnncalc batch --json -o out m", "my layers.net"),
    ("cnncalc convout --columns W,F ", FILES),
    ("cnncalc convout --columns=W,F l", "layers.net"),
    ("cnncalc grad 'x*y' --columns x,y l", "layers.net"),
    ("cnncalc convout l", ""),
    ("cnncalc grad l", ""),
    ("cnncalc grad --wrt ", ""),
    ("cnncalc gdstep --of ", ""),
    ("cnncalc convout -- --", ""),
    ("cnncalc net -- l", "layers.net"),
    ("cnncalc nothing --", ""),
)
# Where a shell's own way is to offer more.
BASH_LINES = (("cnncalc convout --expect -R f", ""),)
BASH_AND_ZSH_LINES = (("cnncalc net layers.net l", ""), ("cnncalc net -- -f l", ""))
# A line, and what the tabulator makes of it. What zsh ends in goes where a blank comes.
TABULATED = {
    "bash": (
        ("cnncalc convout --ro", "cnncalc convout --round "),
        ("cnncalc convout --round=fl", "cnncalc convout --round=floor "),
        ("cnncalc convout -o out,par", "cnncalc convout -o out,params"),
        ("cnncalc net l", "cnncalc net layers.net "),
        ("cnncalc net m", "cnncalc net my\\ layers.net "),
    ),
    "zsh": (
        ("cnncalc convout --ro", "cnncalc convout --round="),
        ("cnncalc convout --round=fl", "cnncalc convout --round=floor "),
        ("cnncalc convout -o out,par", "cnncalc convout -o out,params,"),
        ("cnncalc net m", "cnncalc net my\\ layers.net "),
    ),
    "fish": (),
}
# What has an odd help, in the script of odd.c.
ODD_LINES = (("cnncalc od", "odd"), ("cnncalc odd --od", "--odd"), ("cnncalc odd -o od", "odd"))


def words_of(expected):
    if isinstance(expected, str) and expected not in FILES:
        return sorted(expected.split())
    return [expected] if isinstance(expected, str) else sorted(expected)


# ---- What help says ------------------------------------------------------------------------------

def run(*command):
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True,
                          check=True).stdout


def options(page):
    """The options of a page of help, each by its letter and by its name."""
    page = page.partition("\nLines:")[0].partition("\nFields,")[0]
    for letter, name in re.findall(r"^  (-\w|  )[, ] (--[a-z-]+)", page, re.M):
        yield from (letter, name) if letter.strip() else (name,)


def fields(page):
    """The fields of a page of help that have a name of their own."""
    listed, _, given = page.partition("\nFields,")[2].partition("\n\n")[0].partition("given:")
    names = re.findall(r"^  (\w+)  ", listed, re.M) + given.split()
    return [name for name in names if "NAME" not in name]


def lines_of_help(binary, shell):
    """A line for the commands, and for the options and the fields of each."""
    listed = run(binary, "--help").partition("Commands:\n")[2].partition("\n\n")[0]
    commands = re.findall(r"^  (\S+)", listed, re.M)
    yield "cnncalc ", [*commands, "help"]
    yield "cnncalc help ", [*commands, "help"]
    for command in commands:
        page = run(binary, command, "--help")
        yield f"cnncalc {command} -", list(options(page))
        if shell != "fish" and command in ("convout", "fit"):
            yield f"cnncalc {command} ", list(options(page))
        if fields(page):
            yield f"cnncalc {command} -o ", fields(page)


# ---- Checks --------------------------------------------------------------------------------------

class Tally:
    def __init__(self):
        self.passed = self.failed = 0

    def check(self, what, found, expected):
        if found == expected:
            self.passed += 1
        else:
            self.failed += 1
            print(f"{what}\n    offered:  {found}\n    expected: {expected}")


def check_lines(tally, binary, shell, session):
    lines = [*LINES, *lines_of_help(binary, shell)]
    lines += BASH_LINES if shell == "bash" else ()
    lines += BASH_AND_ZSH_LINES if shell != "fish" else ()
    for line, expected in lines:
        tally.check(line, session.offered(line), words_of(expected))
    for line, expected in TABULATED[shell]:
        tally.check(f"{line}<Tab>", session.became(line + "\t"), expected)


def check_odd(tally, shell, session, text):
    """A help that has every character which a shell reads as more than itself."""
    for line, expected in ODD_LINES:
        tally.check(line, session.offered(line), words_of(expected))
        if shell != "bash":
            tally.check(f"{line}, described", text in session.described(line), True)


def check_syntax(tally, shell, script):
    done = subprocess.run([shell, "-n"], input=script, text=True, capture_output=True, check=False)
    tally.check(f"{shell} -n", (done.returncode, done.stderr), (0, ""))


def check_shell(tally, shell, binary, odd):
    script, odd_script = run(binary, "completion", shell), run(odd, shell)
    check_syntax(tally, shell, script)
    check_syntax(tally, shell, odd_script)
    with shells.session(shell, binary) as session:
        check_lines(tally, binary, shell, session)
    if not shells.finds(shell):
        return
    with shells.session(shell, binary, script) as session:
        check_lines(tally, binary, shell, session)
    with shells.session(shell, binary, odd_script) as session:
        check_odd(tally, shell, session, run(odd, "text").rstrip("\n"))


def main():
    parser = argparse.ArgumentParser(description="drive the completion of a shell")
    parser.add_argument("--binary", default="build/cnncalc", help="the program (%(default)s)")
    parser.add_argument("--odd", default="build/tests/completion_odd",
                        help="prints the script of a program with an odd help (%(default)s)")
    parser.add_argument("shell", choices=tuple(TABULATED))
    given, tally = parser.parse_args(), Tally()
    if shutil.which(given.shell) is None:
        print(f"{given.shell} is not installed (Debian: apt-get install {given.shell})")
        return SKIPPED
    check_shell(tally, given.shell, given.binary, given.odd)
    print(f"{tally.passed} passed, {tally.failed} failed")
    if tally.failed > 0 or tally.passed < AT_LEAST:
        return 1
    if shells.finds(given.shell):
        return 0
    print("bash-completion is not installed (Debian: apt-get install bash-completion)")
    return SKIPPED


if __name__ == "__main__":
    sys.exit(main())
