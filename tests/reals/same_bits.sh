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
builds=0

# compare NAME COMMAND...: what the command prints, with what the first printed.
compare() {
    name=$1
    shift
    "$@" $count >"$directory/got"
    [ -e "$directory/first" ] || cp "$directory/got" "$directory/first"
    if ! cmp "$directory/first" "$directory/got"; then
        echo "$name: other bits"
        exit 1
    fi
    builds=$((builds + 1))
}

# build NAME COMPILER FLAG...: compiles, and compares.
build() {
    name=$*
    # shellcheck disable=SC2086
    "$@" $flags $sources -o "$directory/bits" -lm
    compare "$name" "$directory/bits"
}

no_fma=glibc.cpu.hwcaps=-AVX2_Usable,-FMA_Usable,-AVX2,-FMA
for compiler in gcc clang-14 musl-gcc; do
    if ! command -v $compiler >/dev/null; then
        echo "$compiler is not installed: left out"
        continue
    fi
    for level in -O0 -O1 -O2 -O3 -Os; do
        build $compiler $level
        GLIBC_TUNABLES=$no_fma compare "$compiler $level without FMA" "$directory/bits"
    done
    build $compiler -O2 -ffp-contract=fast
    build $compiler -O2 -U__SIZEOF_INT128__
    if grep -qw fma /proc/cpuinfo 2>/dev/null; then
        build $compiler -O3 -mfma -ffp-contract=fast
    fi
done
if command -v valgrind >/dev/null; then
    count=2000
    rm "$directory/first"
    compare 'the machine' "$directory/bits"
    compare valgrind valgrind -q "$directory/bits"
else
    echo 'valgrind is not installed: left out'
fi
tail -n 1 "$directory/first"
echo "$builds times the same bits"
