#!/bin/sh
# Installs a build into an empty place: the program, its man pages, its completion and the example
# networks are there, and work.
# Usage: install.sh BUILD [CMAKE]
set -eu
build=$1
cmake=${2:-cmake}
nets=$(dirname "$0")/nets

prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT

fail() {
    echo "install: $1" >&2
    exit 1
}

"$cmake" --install "$build" --prefix "$prefix" >/dev/null
program=$(find "$prefix" -type f -path '*/bin/cnncalc')
[ -x "$program" ] || fail "no program"
[ "$("$program" convout -W 227 -F 11 -S 4)" = 55 ] || fail "the program does not answer 55"

# reads PAGE WORD: a man page is there and has that word, however it is read on this machine.
reads() {
    page=$(find "$prefix" -type f -path "$1")
    [ -r "$page" ] || fail "no man page $1"
    if command -v mandoc >/dev/null; then
        mandoc -T ascii "$page" >"$prefix/page"
    elif command -v man >/dev/null; then
        LC_ALL=C man -l "$page" >"$prefix/page"
    else
        echo "neither mandoc nor man is installed: the man pages are not rendered" >&2
        cp "$page" "$prefix/page"
    fi
    grep -q "$2" "$prefix/page" || fail "the man page $1 does not name $2"
}
reads '*/man1/cnncalc.1' convout
reads '*/man3/cnncalc.3' cnn_window
reads '*/man5/cnncalc-net.5' convtranspose

# completes SHELL PLACE: the script is where the shell looks, and what the program prints.
completes() {
    "$program" completion "$1" | cmp - "$2" || fail "no script of $1 at $2"
}
completes bash "$prefix/share/bash-completion/completions/cnncalc"
completes zsh "$prefix/share/zsh/site-functions/_cnncalc"
completes fish "$prefix/share/fish/vendor_completions.d/cnncalc.fish"
if [ -e /etc/debian_version ]; then
    DESTDIR=$prefix/system "$cmake" --install "$build" --prefix /usr >/dev/null
    completes zsh "$prefix/system/usr/share/zsh/vendor-completions/_cnncalc"
    rm -r "$prefix/system"
fi

# As many networks as there are, each of which works, and nothing else beside them.
count=0
for net in "$nets"/*.net; do
    example=$(find "$prefix" -type f -path "*/doc/cnncalc/examples/${net##*/}")
    [ -r "$example" ] || fail "no example ${net##*/}"
    "$program" net --total "$example" >/dev/null || fail "${net##*/} does not work"
    count=$((count + 1))
done
[ "$(find "$prefix" -path '*/examples/*' | wc -l)" -eq "$count" ] || fail "more than examples"
echo "program, man pages, completion and $count networks installed, 55 answered"
