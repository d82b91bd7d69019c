#!/bin/sh
# What SECURITY.md says of the program's file: it runs at any address, its stack is not run, what
# the loader has set is not written again, no part of it is both written and run, its code is not
# changed, it looks for libraries where the system does, the compiler's checks of the stack and of
# libc's calls are in it, and nothing that starts a program, connects, or reads the environment.
# Usage: hardening.sh PROGRAM [READELF]
#        hardening.sh --planted [CC]    small programs, each without one of these, are refused
set -eu

# has TEXT PATTERN, lacks TEXT PATTERN
has() { printf '%s\n' "$1" | grep -qE "$2"; }
lacks() { ! has "$1" "$2"; }

# check WHAT HAS-OR-LACKS TEXT PATTERN
check() {
    of=$((of + 1))
    if "$2" "$3" "$4"; then
        kept=$((kept + 1))
    else
        echo "hardening: $program: $1" >&2
    fi
}

inspect() {
    program=$1 kept=0 of=0
    headers=$("$readelf" -lW "$program")
    dynamic=$("$readelf" -dW "$program")
    symbols=$("$readelf" --dyn-syms -W "$program")
    check "it does not run at any address" has "$dynamic" 'FLAGS_1.* PIE'
    check "its stack may be run" has "$headers" 'GNU_STACK .* RW +0x'
    check "relocations stay writable" has "$headers" 'GNU_RELRO'
    check "a segment is written and run" lacks "$headers" 'LOAD .* RWE +0x'
    check "its code is changed when it is loaded" lacks "$dynamic" 'TEXTREL'
    check "it looks for libraries elsewhere" lacks "$dynamic" 'RPATH|RUNPATH'
    check "the stack is not checked" has "$symbols" ' __stack_chk_fail(@|$)'
    check "calls of libc are not checked" has "$symbols" ' __vsnprintf_chk(@|$)'
    check "it could start a program, connect, or read the environment" lacks "$symbols" \
        ' (system|popen|fork|vfork|clone|exec[a-z]+|posix_spawnp?|socket|connect|(secure_)?getenv)(@|$)'
    echo "protections in the program's file: $kept of $of"
    [ $kept = $of ]
}

# plant COMPLAINT FLAG...: the program made with these flags as well has this fault.
plant() {
    complaint=$1
    shift
    planted=$((planted + 1))
    "$cc" -O2 -fPIE -pie -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 \
        -Wl,-z,relro "$directory/it.c" -o "$directory/it" "$@"
    if inspect "$directory/it" >"$directory/said" 2>&1; then
        fault=none
    else
        fault=$(sed -n 's/^hardening: [^:]*: //p' "$directory/said")
    fi
    if has "$fault" "$complaint"; then
        refused=$((refused + 1))
    else
        echo "hardening: $*: '$complaint' was to be found, and was: $fault" >&2
    fi
}

plant_all() {
    directory=$(mktemp -d)
    trap 'rm -rf "$directory"' EXIT
    cat >"$directory/it.c" <<'END'
#include <stdarg.h>
#include <stdio.h>
#ifdef CALL
int system(const char *);
#else
#define system(command) 0
#endif
#ifdef TEXT
__asm__(".text\n.quad main\n.previous"); /* an address in the code, set when it is loaded */
#endif
#ifdef BOTH
__asm__(".section .both, \"awx\"\n.quad 0\n.previous");
#endif
static int say(size_t most, const char *format, ...) {
    char text[64];
    va_list list;
    va_start(list, format);
    int length = vsnprintf(text, most, format, list);
    va_end(list);
    return length > 0 ? puts(text) : 0;
}
int main(int argc, char **argv) {
    return argc < 99 ? say((size_t)argc, "%s", argv[0]) < 0 : system("");
}
END
    planted=0 refused=0
    plant '^none$'
    plant 'at any address' -fno-pie -no-pie
    plant 'stack may be run' -z execstack
    plant 'stay writable' -Wl,-z,norelro
    plant 'written and run' -DBOTH
    plant 'code is changed' -DTEXT -Wl,-z,notext
    plant 'libraries elsewhere' -Wl,-rpath,/nowhere
    plant 'stack is not checked' -fno-stack-protector
    plant 'libc are not checked' -U_FORTIFY_SOURCE
    plant 'could start a program' -DCALL
    echo "planted faults of a program's file that are told apart: $refused of $planted"
    [ $refused = $planted ]
}

if [ "$1" = --planted ]; then
    readelf=readelf
    cc=${2:-cc}
    plant_all
else
    readelf=${2:-readelf}
    inspect "$1"
fi
