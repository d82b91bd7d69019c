#!/bin/sh
# A locale with a decimal comma, and NO_COLOR, change nothing in what is read or printed: the
# examples again, one in eight of them, the program alone under both.
# Usage: locale.sh PROGRAM PYTHON
set -eu
program=$1
python=$2
here=$(dirname "$0")

if ! [ -e /usr/share/i18n/locales/de_DE ]; then
    echo "no locale with a decimal comma can be made (Debian: apt-get install locales)"
    exit 77
fi
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
localedef -i de_DE -f UTF-8 "$directory/de_DE.UTF-8"
settings="LOCPATH=$directory LC_ALL=de_DE.UTF-8 NO_COLOR=1"

# Where this locale had no effect, the rest would prove nothing.
# shellcheck disable=SC2086 # the settings are words
printed=$(env $settings "$(command -v printf)" %.1f 1,5)
if [ "$printed" != 1,5 ]; then
    echo "locale: printf gives $printed, not 1,5"
    exit 1
fi
"$python" "$here/cli/run.py" --binary "$program" --wrap "env $settings" --every 8
