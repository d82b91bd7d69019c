"""Every example of tests/cli/*.t, where `cnncalc` answers and then fails in every way: failing.c."""

import os
import sys
import tempfile

from common import ROOT, Tally

sys.path.insert(0, str(ROOT / "tests" / "cli"))
import run  # noqa: E402

TIMEOUT = 10 * run.TIMEOUT


def check(options):
    tally = Tally("examples")
    with tempfile.TemporaryDirectory() as directory:
        report = os.path.join(directory, "report")
        os.environ["FAULTS"] = report
        program = run.Program(options.failing)
        program.timeout = TIMEOUT
        blocks = [block for path in options.files for block in run.blocks_of(path)
                  if options.only in f"{block.path}: {block.command}"]
        for block, output, status in run.run_all(program, blocks[::options.every]):
            different = (output, status) != (block.output, block.status)
            tally.judge(f"{block.path}:{block.line}", [f"status {status}: {output[-2000:]}"]
                        if different else [])
        begun = 0
        with open(report) as lines:
            for line in lines:
                begun += (line == "begun\n") - line.startswith("ended ")
                if line.startswith("wrong"):
                    tally.judge(*line.strip().split(": ", 1)[::-1])
                if line.startswith("ended "):
                    asked, wrong = map(int, line.split()[1:])
                    tally.right += asked - wrong
        tally.judge("the program", [f"{begun} times it died"] if begun else [])
    return tally
