#!/bin/sh
# Installs a build into an empty place: the program, its man pages, its completion, the example
# networks and the library are there, and work; then `uninstall` takes it all away, and nothing else.
# Usage: install.sh BUILD [CMAKE]
# CC, CFLAGS: as the library was built.
set -eu
build=$1
cmake=${2:-cmake}
tests=$(cd "$(dirname "$0")" && pwd)

directory=$(mktemp -d)
prefix=$directory/prefix
# What was installed from this build before can still be uninstalled afterwards.
manifest=$build/install_manifest.txt
[ ! -e "$manifest" ] || mv "$manifest" "$directory/manifest"
restore() {
    rm -f "$manifest"
    [ ! -e "$directory/manifest" ] || mv "$directory/manifest" "$manifest"
    rm -rf "$directory"
}
trap restore EXIT

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
        mandoc -T ascii "$page" >"$directory/page"
    elif command -v man >/dev/null; then
        LC_ALL=C man -l "$page" >"$directory/page"
    else
        echo "neither mandoc nor man is installed: the man pages are not rendered" >&2
        cp "$page" "$directory/page"
    fi
    grep -q "$2" "$directory/page" || fail "the man page $1 does not name $2"
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
    cp "$manifest" "$directory/first"
    DESTDIR=$directory/system "$cmake" --install "$build" --prefix /usr >/dev/null
    completes zsh "$directory/system/usr/share/zsh/vendor-completions/_cnncalc"
    mv "$directory/first" "$manifest"
fi

# As many networks as there are, each of which works, and nothing else beside them.
count=0
for net in "$tests"/nets/*.net; do
    example=$(find "$prefix" -type f -path "*/doc/cnncalc/examples/${net##*/}")
    [ -r "$example" ] || fail "no example ${net##*/}"
    "$program" net --total "$example" >/dev/null || fail "${net##*/} does not work"
    count=$((count + 1))
done
[ "$(find "$prefix" -path '*/examples/*' | wc -l)" -eq "$count" ] || fail "more than examples"

# ---- The library, in a place that it was not installed to ----------------------------------------
moved=$directory/moved
mv "$prefix" "$moved"
version=$("$moved/bin/cnncalc" --version | sed 's/.* //')
# Of its gates some call libm: it must be linked too.
export LDFLAGS="${LDFLAGS:-} -Wl,-u,cnn_gate_at"

if command -v pkg-config >/dev/null; then
    PKG_CONFIG_PATH=$(dirname "$(find "$moved" -name cnncalc.pc)")
    export PKG_CONFIG_PATH
    [ "$(pkg-config --modversion cnncalc)" = "$version" ] || fail "pkg-config: another version"
    # shellcheck disable=SC2046,SC2086 # these are words
    ${CC:-cc} -std=c11 -Wall -Wextra -Wpedantic -Werror ${CFLAGS:-} $LDFLAGS \
        "$tests/installed/use.c" $(pkg-config --cflags --libs cnncalc) -o "$directory/use"
    [ "$("$directory/use")" = 55 ] || fail "the library does not answer 55 by way of pkg-config"
    left_out=
else
    left_out="pkg-config is not installed: the library is not used by way of it"
fi

# finds VERSION: CMake finds the library for a project that wants that version.
finds() {
    rm -rf "$directory/project"
    "$cmake" -S "$tests/installed" -B "$directory/project" -DCMAKE_PREFIX_PATH="$moved" \
        -DWANTED="$1" >"$directory/log" 2>&1
}
if ! { finds "$version" && "$cmake" --build "$directory/project" >>"$directory/log" 2>&1; }; then
    cat "$directory/log" >&2
    fail "CMake does not build with the library"
fi
[ "$("$directory/project/use")" = 55 ] || fail "the library does not answer 55 by way of CMake"
! finds 0.0 || fail "CMake takes this version for another"
mv "$moved" "$prefix"

# ---- Uninstalling ------------------------------------------------------------------------------
uninstall() {
    "$cmake" --build "$build" --target uninstall >"$directory/log" 2>&1
}
# left PLACE FILE...: nothing but these is there.
left() {
    place=$1
    shift
    (cd "$place" && find . ! -type d | sort) >"$directory/left"
    printf '%s\n' "$@" | sort | cmp -s - "$directory/left" || {
        cat "$directory/left"
        fail "these are left in $place after uninstall, but should be: $*"
    } >&2
}

# Where one file cannot be removed this is said, the others are, and it can be tried again.
mine=share/doc/cnncalc/examples/mine.net
touch "$prefix/$mine" "$prefix/bin/cnncalc.old"
rm "$program"
mkdir "$program"
! uninstall || fail "uninstall removed a directory"
grep -q "/bin/cnncalc cannot be removed" "$directory/log" || fail "uninstall hides what is left"
left "$prefix" "./$mine" ./bin/cnncalc.old
rmdir "$program"
uninstall || fail "uninstall does not end"
[ "$(find "$prefix" -name cnncalc)" = "$prefix/share/doc/cnncalc" ] ||
    fail "an empty directory is left"
! uninstall || fail "uninstall twice"
grep -q "nothing is installed" "$directory/log" || fail "uninstall does not say that it is done"

# With DESTDIR, and a prefix that is not plain.
export DESTDIR="$directory/stage"
"$cmake" --install "$build" --prefix "/some [prefix é" >/dev/null
[ -x "$DESTDIR/some [prefix é/bin/cnncalc" ] || fail "DESTDIR does not install"
touch "$DESTDIR/other"
uninstall || fail "uninstall fails with DESTDIR"
left "$DESTDIR" ./other

echo "program, man pages, completion, $count networks and library installed, 55 answered, uninstalled"
[ -z "$left_out" ] || {
    echo "$left_out"
    exit 77
}
