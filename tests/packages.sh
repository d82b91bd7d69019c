#!/bin/sh
# Makes the .deb and the static tarball twice, in unlike places: the bytes are the same. lintian has
# nothing against the .deb, which needs libc alone; installed it works, and removed it leaves
# nothing. The tarball's program needs nothing at all, and answers one in eight of the examples.
# Usage: packages.sh
# As root or with sudo. Where files of the .deb are there already it is not installed: status 77.
set -eu
source=$(cd "$(dirname "$0")/.." && pwd)
sudo=
[ "$(id -u)" = 0 ] || sudo=sudo

directory=$(mktemp -d)
# On another file system, where there is one.
elsewhere=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
installed=false
tidy() {
    ! $installed || $sudo dpkg -P cnncalc
    rm -rf "$directory" "$elsewhere"
}
trap tidy EXIT
trap 'exit 1' HUP INT TERM

fail() {
    echo "packages: $1" >&2
    exit 1
}

# packed PLACE COMMAND...: the sources copied there, and both packages made, by way of the command.
packed() {
    place=$1
    shift
    mkdir -p "$place"
    tar -C "$source" --exclude='./build*' --exclude=./.git -cf - . |
        tar -C "$place" --no-same-permissions --touch -xf -
    [ "$(id -u)" != 0 ] || chown -R 65534:65534 "$place/.."
    for preset in deb musl; do
        (cd "$place" && "$@" cmake --workflow --preset $preset) >"$directory/log" 2>&1 || {
            cat "$directory/log"
            fail "$place: the workflow $preset fails"
        } >&2
    done
}
# The second time by nobody, where that may be asked for.
nobody=
[ "$(id -u)" != 0 ] || nobody="setpriv --reuid 65534 --regid 65534 --clear-groups"
export SOURCE_DATE_EPOCH=1000000000
(umask 022 && packed "$directory/one" env LC_ALL=C)
# shellcheck disable=SC2086 # these are words
(umask 077 && packed "$elsewhere/another place" env TZ=Asia/Tokyo $nobody)
for package in "$directory/one/"build-deb/*.deb "$directory/one/"build-musl/*.tar.gz; do
    cmp "$package" "$elsewhere/another place/${package#"$directory/one/"}" ||
        fail "${package##*/} is not the same when it is built again"
done
! [ -e "$directory/one/build-deb/install_manifest.txt" ] || fail "uninstall takes it for installed"

# ---- The tarball -------------------------------------------------------------------------------
tar -C "$directory" -xzf "$directory/one/"build-musl/*.tar.gz
place=$(echo "$directory"/cnncalc-*)
[ "$(cd "$place" && find . ! -type d | sort | tr '\n' ' ')" = "./bin/cnncalc \
./share/doc/cnncalc/LICENSE ./share/doc/cnncalc/LICENSE.musl " ] || fail "the tarball has other files"
file "$place/bin/cnncalc" | grep -q 'statically linked' || fail "the tarball's program is not static"
python3 "$source/tests/cli/run.py" --binary "$place/bin/cnncalc" --every 8

# ---- The .deb ----------------------------------------------------------------------------------
deb=$(echo "$directory/one/"build-deb/*.deb)
lintian --allow-root --fail-on error,warning "$deb"
dpkg-deb -f "$deb" Depends | grep -qx 'libc6 (>= [0-9.]*)' || fail "the .deb needs more than libc"

dpkg-deb --fsys-tarfile "$deb" | tar -t | sed -n 's/^\.\(.*[^/]\)$/\1/p' >"$directory/files"
while read -r file; do
    if [ -e "$file" ]; then
        echo "$file is there already: the .deb is not installed"
        exit 77
    fi
done <"$directory/files"

# Machines that leave out documents have them this time.
installed=true
$sudo dpkg --path-include='/usr/share/*' -i "$deb"
while read -r file; do
    [ -f "$file" ] || fail "$file is not installed"
done <"$directory/files"
for file in bin/cnncalc include/cnncalc.h share/man/man1/cnncalc.1.gz \
    share/man/man3/cnncalc.3.gz share/man/man5/cnncalc-net.5.gz share/doc/cnncalc/copyright \
    share/doc/cnncalc/examples/alexnet.net share/bash-completion/completions/cnncalc \
    share/zsh/vendor-completions/_cnncalc share/fish/vendor_completions.d/cnncalc.fish; do
    grep -qx "/usr/$file" "$directory/files" || fail "the .deb has no $file"
done
[ "$(/usr/bin/cnncalc convout -W 227 -F 11 -S 4)" = 55 ] || fail "it does not answer 55"
# shellcheck disable=SC2046 # these are words
${CC:-cc} "$source/tests/installed/use.c" $(pkg-config --cflags --libs cnncalc) -o "$directory/use"
[ "$("$directory/use")" = 55 ] || fail "its library does not answer 55"

dpkg -L cnncalc >"$directory/list"
$sudo dpkg -P cnncalc
installed=false
grep cnncalc "$directory/list" | while read -r file; do
    ! [ -e "$file" ] || fail "$file is left when the .deb is removed"
done
echo "$(wc -l <"$directory/files") files installed and removed"
