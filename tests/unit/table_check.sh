#!/bin/sh
# A table of numbers is what its script prints, which proves what it says of them.
# Usage: table_check.sh TABLE   (powers.c, say, for powers.py; where there is no python3: 77, skipped)
set -eu
core=$(dirname "$0")/../../src/core
command -v python3 >/dev/null || exit 77
printed=$(mktemp)
trap 'rm -f "$printed"' EXIT
python3 "$core/${1%.*}.py" >"$printed"
cmp "$printed" "$core/$1"
