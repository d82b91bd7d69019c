#!/bin/sh
# Proves what powers.py says of the table of powers of ten, and that it is what powers.py prints.
# Where there is no python3 there is nothing to check with: 77, skipped.
set -eu
core=$(dirname "$0")/../../src/core
command -v python3 >/dev/null || exit 77
printed=$(mktemp)
trap 'rm -f "$printed"' EXIT
python3 "$core/powers.py" >"$printed"
cmp "$printed" "$core/powers.c"
