#!/bin/sh
# Installs a build into an empty place: the program and its man page are there, and work.
# Usage: install.sh BUILD [CMAKE]
set -eu
build=$1
cmake=${2:-cmake}

prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT

fail() {
    echo "install: $1" >&2
    exit 1
}

"$cmake" --install "$build" --prefix "$prefix" >/dev/null
program=$(find "$prefix" -type f -path '*/bin/cnncalc')
page=$(find "$prefix" -type f -path '*/man1/cnncalc.1')
[ -x "$program" ] || fail "no program"
[ -r "$page" ] || fail "no man page"
[ "$("$program" convout -W 227 -F 11 -S 4)" = 55 ] || fail "the program does not answer 55"

# However the page is read on this machine.
if command -v mandoc >/dev/null; then
    mandoc -T ascii "$page" >"$prefix/page"
elif command -v man >/dev/null; then
    LC_ALL=C man -l "$page" >"$prefix/page"
else
    echo "neither mandoc nor man is installed: the man page is not rendered" >&2
    cp "$page" "$prefix/page"
fi
grep -q convout "$prefix/page" || fail "the man page does not name convout"
echo "program and man page installed, 55 answered"
