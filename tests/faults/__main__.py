#!/usr/bin/env python3
"""Every fault that a machine can have, and every command: there is the right answer, or a message
that says what failed, status 3, and an output that is right as far as it goes. No crash, no leak.

    python3 tests/faults --binary build/cnncalc              # all
    python3 tests/faults --binary build/cnncalc --every 10   # a sample
    python3 tests/faults --binary build/cnncalc streams      # a part
    python3 tests/faults --planted                           # each planted error turns it red

`examples` has all of tests/cli/*.t answered by `failing`, which is built beside the program and is
the program in a world that fails: each allocation, read, write and opening. `streams` has the
system fail the program's own reads and writes; `memory` bounds its memory; `hostile`, its time.
"""

import argparse
import os
import sys

import examples
import hostile
import memory
import planted
import streams
from common import ROOT

SKIPPED = 77
PARTS = {"examples": examples, "streams": streams, "memory": memory, "hostile": hostile}


def main():
    parser = argparse.ArgumentParser(prog="faults", description="every fault, every command")
    parser.add_argument("--binary", default="build/cnncalc", help="the program (%(default)s)")
    parser.add_argument("--failing", metavar="BINARY",
                        help="the same in a world that fails (tests/failing beside it)")
    parser.add_argument("--every", type=int, default=1, metavar="N",
                        help="every Nth example, question and input only")
    parser.add_argument("--only", default="", metavar="TEXT",
                        help="those whose file, text or name holds this")
    parser.add_argument("--planted", action="store_true", help="whether errors would be found")
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], help="all unless told")
    options = parser.parse_args()
    if options.planted:
        return planted.main()
    options.failing = options.failing or os.path.join(os.path.dirname(options.binary), "tests",
                                                      "failing")
    options.files = sorted((ROOT / "tests" / "cli").glob("*.t"))
    options.left_out = False
    tallies = []
    for name in options.parts or PARTS:
        tallies.append(PARTS[name].check(options))
        tallies[-1].close()
    right, wrong = sum(tally.right for tally in tallies), sum(tally.wrong for tally in tallies)
    print(f"outcomes of faults as promised: {right} of {right + wrong}")
    return 1 if wrong or not right else SKIPPED if options.left_out else 0


if __name__ == "__main__":
    sys.exit(main())
