#!/bin/sh
# What SECURITY.md says of the program's file: it runs at any address, its stack is not run, what
# the loader has set is not written again, no part of it is both written and run, and the compiler's
# checks of the stack and of libc's calls are in it.
# Usage: hardening.sh PROGRAM [READELF]
set -eu
program=$1
readelf=${2:-readelf}

fail() {
    echo "hardening: $program: $1" >&2
    exit 1
}
headers=$("$readelf" -lW "$program")
dynamic=$("$readelf" -dW "$program")
symbols=$("$readelf" --dyn-syms -W "$program")

# has TEXT PATTERN, lacks TEXT PATTERN
has() { printf '%s\n' "$1" | grep -qE "$2"; }
lacks() { ! has "$1" "$2"; }

has "$dynamic" 'FLAGS_1.* PIE' || fail "it does not run at any address"
has "$headers" 'GNU_STACK .* RW +0x' || fail "its stack may be run"
has "$headers" 'GNU_RELRO' || fail "relocations stay writable"
lacks "$headers" ' RWE ' || fail "a segment is written and run"
lacks "$dynamic" 'TEXTREL|RPATH|RUNPATH' || fail "it changes its code, or looks for libraries elsewhere"
has "$symbols" '__stack_chk_fail' || fail "the stack is not checked"
has "$symbols" '__vsnprintf_chk' || fail "calls of libc are not checked"
echo "any address, stack not run, relocations read-only, stack and calls checked"
