#!/usr/bin/env python3
"""Laws: statements that hold for every question, put to the program for thousands of random ones.

    python3 tests/laws --binary build/cnncalc [--only NAME] [--seed N] [--share N]

The seed is fixed, so that a failure today is the same failure tomorrow.
"""

import argparse
import random
import sys
import time

import agreement
import common
import frameworks
import gradients
import inverse
import networks
import pictures
import reals
import remedies
import sizes


def main():
    parser = argparse.ArgumentParser(prog="laws", description="laws over random questions")
    parser.add_argument("--binary", default="build/cnncalc", help="the program (%(default)s)")
    parser.add_argument("--only", default="", help="laws whose name holds this")
    parser.add_argument("--seed", type=int, default=493, help="of the random questions")
    parser.add_argument("--share", type=int, default=1,
                        help="of questions that take a process each, one of so many is asked")
    options = parser.parse_args()
    program, tally = common.Program(options.binary, options.share), common.Tally()
    for law in (*sizes.LAWS, *frameworks.LAWS, *agreement.LAWS, *reals.LAWS,
                *gradients.LAWS, *networks.LAWS, *inverse.LAWS, *pictures.LAWS,
                *remedies.LAWS):
        if options.only in law.__name__:
            start, before = time.monotonic(), tally.passed + tally.failed
            law(program, tally, random.Random(options.seed))
            print(f"{law.__name__}: {tally.passed + tally.failed - before} judged, "
                  f"{time.monotonic() - start:.1f} s", flush=True)
    for law, count in tally.broken.items():
        print(f"{law}: {count} broken")
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed or not tally.passed else 0


if __name__ == "__main__":
    sys.exit(main())
