"""What the parts share: running the program, and whether it ended as is promised."""

import dataclasses
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SHOWN = 10  # faults that are printed for each part


@dataclasses.dataclass
class Tally:
    """How many outcomes were as promised, and how many were not."""
    name: str
    right: int = 0
    wrong: int = 0

    def judge(self, what, faults):
        """Counts one outcome, and prints what is wrong with it: a list, or the empty one."""
        self.right, self.wrong = self.right + (not faults), self.wrong + bool(faults)
        for fault in faults if self.wrong <= SHOWN else ():
            print(f"{self.name}: {what}: {fault}", flush=True)

    def close(self):
        print(f"{self.name}: {self.right} of {self.right + self.wrong} outcomes as promised",
              flush=True)


@dataclasses.dataclass
class Outcome:
    out: bytes  # None: nobody saw it
    err: bytes
    status: int


def ask(command, **how):
    """The outcome of a command, which reads nothing and whose output is kept, unless told."""
    how = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE,
           "env": dict(os.environ, LC_ALL="C"), **how}
    done = subprocess.run(command, check=False, **how)
    return Outcome(done.stdout, done.stderr, done.returncode)


def failed(right, got, reason):
    """What is wrong with an outcome that a fault has come to: a list."""
    last = got.err.splitlines()[-1:]
    faults = []
    if got.status != 3:
        faults.append(f"status {got.status}")
    if got.out is not None and not right.out.startswith(got.out):
        faults.append(f"the output is not right as far as it goes: {got.out[-60:]!r}")
    if not last or not last[0].startswith(b"cnncalc: ") or not last[0].endswith(
            b": " + reason.encode()):
        faults.append(f"no message ends in '{reason}': {got.err[-200:]!r}")
    return faults
