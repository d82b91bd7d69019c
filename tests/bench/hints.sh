#!/bin/sh
# Instructions of a layer that is refused, with its hint and its working: what would fit is worked
# out, not looked for, so that an input of 2^62 cells costs what one of 227 does.
# Usage: hints.sh [BUILD]   (needs valgrind; status 1 where it costs a twentieth more)
set -eu
build=${1:-build-gcc}
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT

instructions() {
    status=0
    valgrind --tool=callgrind --callgrind-out-file="$directory/out" "$build/cnncalc" "$@" \
        >/dev/null 2>"$directory/log" || status=$?
    [ $status = 1 ] # refused
    awk '/Collected/ { print $NF }' "$directory/log"
}

# compare W LARGE ARGUMENT...: the same question over both inputs.
compare() {
    small=$1 large=$2
    shift 2
    base=$(instructions convout -W "$small" "$@")
    count=$(instructions convout -W "$large" "$@")
    awk -v base="$base" -v count="$count" -v name="-W $small $*" \
        'BEGIN { printf "%-36s %8d   at 2^62 %8d   ratio %.3f\n", name, base, count, count/base
                 exit count > 1.05*base }' || worst=1
}

worst=0
compare 228 4611686018427387904 -F 11 -S 5            # strides, an even padding
compare 230 4611686018427387904 -F 11 -S 200          # an uneven one
compare 227 4611686018427387904 -F 3x4 -S 2x3         # several axes
compare 227 4611686018427387904 -F 9223372036854775807 # too wide
compare 228 4611686018427387904 -F 11 -S 200 -d 3 --explain
exit $worst
