#!/bin/sh
# The answers of sigmoid-grad and complex-grad have the same bits whatever compiles them, however it
# optimises, whatever instructions the processor has, on whatever libc, and under valgrind. What is
# not installed is left out, and named.
# Usage: same_bits.sh
set -eu
here=$(dirname "$0")
core=$here/../../src/core
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
sources="$here/bits.c $core/glance.c $core/quick.c $core/accurate.c"
flags="-std=c17 -Wall -Wextra -Werror -I$core"
count=20000

# compare NAME COMMAND...: what the command prints, with what the first of its compiler printed.
compare() {
    name=$1
    shift
    "$@" $count >"$place/got"
    [ -e "$place/first" ] || cp "$place/got" "$place/first"
    if ! cmp "$place/first" "$place/got"; then
        echo "$name: other bits"
        exit 1
    fi
    echo "$name" >>"$place/builds"
}

# build COMPILER FLAG...: compiles, and compares.
build() {
    # shellcheck disable=SC2086 # these are words
    "$@" $flags $sources -o "$place/bits" -lm
    compare "$*" "$place/bits"
}

no_fma=glibc.cpu.hwcaps=-AVX2_Usable,-FMA_Usable,-AVX2,-FMA
build_all() {
    for level in -O0 -O1 -O2 -O3 -Os; do
        build "$1" $level
        GLIBC_TUNABLES=$no_fma compare "$1 $level without FMA" "$place/bits"
    done
    build "$1" -O2 -ffp-contract=fast
    build "$1" -O2 -U__SIZEOF_INT128__
    if grep -qw fma /proc/cpuinfo 2>/dev/null; then
        build "$1" -O3 -mfma -ffp-contract=fast
    fi
}

# The compilers work side by side, each in a place of its own.
running=
for compiler in gcc clang-14 musl-gcc; do
    if ! command -v $compiler >/dev/null; then
        echo "$compiler is not installed: left out"
        continue
    fi
    place=$directory/$compiler
    mkdir "$place"
    build_all $compiler &
    running="$running $!"
done
status=0
for process in $running; do
    wait "$process" || status=1
done
[ $status = 0 ]
first=
for place in "$directory"/*/; do
    : "${first:=$place}"
    if ! cmp "${first}first" "${place}first"; then
        echo "$(basename "$place"): other bits than $(basename "$first")"
        exit 1
    fi
done
if command -v valgrind >/dev/null; then
    count=2000
    rm "$place/first"
    compare 'the machine' "$place/bits"
    compare valgrind valgrind -q "$place/bits"
else
    echo 'valgrind is not installed: left out'
fi
tail -n 1 "$place/first"
echo "$(cat "$directory"/*/builds | wc -l) times the same bits"
