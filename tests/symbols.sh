#!/bin/sh
# The library is pure: what it calls is in libm, moves memory, or is its own. A symbol that prints,
# allocates, exits, or reads the environment or a stream would show here. What it defines is called
# cnn_, so that it meets no name of a program that uses it.
# Usage: symbols.sh LIBRARY.a [NM]
set -eu
archive=$1
nm=${2:-nm}

libm='acosh?|asinh?|atan[2h]?|cbrt|ceil|copysign|cosh?|erfc?|exp|exp2|expm1|fabs|floor|fma|fmax|fmin'
libm="$libm|fmod|frexp|hypot|ldexp|llrint|llround|log|log10|log1p|log2|logb|lrint|lround|modf"
libm="$libm|nearbyint|nextafter|pow|remainder|rint|round|scalbn|sinh?|sqrt|tanh?|trunc"
memory='bcmp|mem(chr|cmp|cpy|move|set)|str(chr|cmp|len|ncmp)'
# Put there by the compiler: stack protector, fortified copies, sanitizers, coverage, position-
# independent code.
compiler='__stack_chk_fail|__mem(cpy|move|set)_chk|_GLOBAL_OFFSET_TABLE_'
compiler="$compiler|__(asan|ubsan|sanitizer|sancov|msan|tsan)_.*|__start___sancov.*|__stop___sancov.*"

directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
"$nm" -u "$archive" | awk 'NF > 1 { print $NF }' | sort -u >"$directory/wanted"
"$nm" --defined-only "$archive" | awk 'NF == 3 { print $3 }' | sort -u >"$directory/own"
if ! [ -s "$directory/own" ]; then
    echo "$archive: no symbols"
    exit 1
fi
comm -23 "$directory/wanted" "$directory/own" |
    grep -vxE "$libm|$memory|$compiler" >"$directory/foreign" || true
if [ -s "$directory/foreign" ]; then
    echo "$archive calls what is not its own, libm's or memory's:"
    cat "$directory/foreign"
    exit 1
fi
"$nm" --defined-only --extern-only "$archive" | awk 'NF == 3 { print $3 }' |
    grep -vE '^(__odr_asan\.)?cnn_' >"$directory/strange" || true
if [ -s "$directory/strange" ]; then
    echo "$archive defines what is not called cnn_:"
    cat "$directory/strange"
    exit 1
fi
echo "$(wc -l <"$directory/wanted") symbols from outside a file, all allowed"
