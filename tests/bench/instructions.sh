#!/bin/sh
# Instructions of one question, against a program that reads options and prints a number.
# Usage: instructions.sh [BUILD]   (a build with -DCNNCALC_BENCH=ON; needs valgrind)
set -eu
build=${1:-build-gcc}
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT

# The user instructions of a command, all of its start-up included.
instructions() {
    valgrind --tool=callgrind --callgrind-out-file="$directory/out" "$@" >/dev/null 2>"$directory/log"
    awk '/Collected/ { print $NF }' "$directory/log"
}

# compare NAME ARGUMENT...
compare() {
    base=$(instructions "$build/baseline" -W 227 -F 11 -S 4)
    count=$(instructions "$build/cnncalc" "$@")
    awk -v base="$base" -v count="$count" -v name="$*" \
        'BEGIN { printf "%-28s %8d   baseline %8d   ratio %.3f\n", name, count, base, count/base }'
}

compare convout -W 227 -F 11 -S 4
compare params -F 11 -C 3 -K 96
compare pool -W 55 -F 3 -S 2
compare sigmoid-grad -x 2
compare complex-grad -x 2 -y 4
compare gdstep -x 2 -g 0.1 -s 0.2
# No limit: an expression is read before it is asked.
compare grad 'ln(x)*sigmoid(sqrt(y))/sigmoid((x+y)^2)' x=2 y=4
