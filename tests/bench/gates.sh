#!/bin/sh
# Expressions: what is promised of their speed and memory, one line each, with the limit and whether
# it holds; then a million rows of the complex layer from a file, against complex-grad and against
# mawk doing the same arithmetic, for which there is no limit.
# Usage: gates.sh [BUILD]   (a build with -DCNNCALC_BENCH=ON, optimised; python3-numpy, mawk and
# hyperfine are used where installed)
set -euf
build=${1:-build-gcc}
here=$(dirname "$0")
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
failed=0

# promise NAME VALUE LIMIT UNIT
promise() {
    verdict=$(awk -v value="$2" -v limit="$3" \
        'BEGIN { print value <= limit ? "holds" : "does NOT hold" }')
    printf '%-52s %8s, at most %8s %s: %s\n' "$1" "$2" "$3" "$4" "$verdict"
    [ "$verdict" = holds ] || failed=1
}

# field NUMBER, of a line of words and commas
field() {
    tr -d ',;' | awk -v n="$1" '{ print $n }'
}

"$build/gates" rows >"$directory/rows"
cat "$directory/rows"
python=/usr/bin/python3
if [ -x $python ] && $python -c 'import numpy' 2>/dev/null; then
    $python "$here/gates.py" >"$directory/numpy"
    cat "$directory/numpy"
else
    echo "no numpy for $python: not compared with it"
fi
for gates in 250000 500000 1000000; do
    "$build/gates" long $gates >"$directory/$gates"
    cat "$directory/$gates"
done

echo
promise "the layer's gradients, to a loop written by hand" \
    "$(field 11 <"$directory/rows")" 3 times
if [ -e "$directory/numpy" ]; then
    promise "the same, to NumPy" "$(field 2 <"$directory/rows")" \
        "$(field 3 <"$directory/numpy")" 'ns a row'
fi
promise "1000000 gates read and differentiated" "$(field 6 <"$directory/1000000")" 2 s
# The table of nodes is a power of two: it may double where the gates become a few more.
per_gate() {
    awk -v kilobytes="$(field 9 <"$directory/$1")" -v gates="$1" \
        'BEGIN { printf "%.0f\n", kilobytes*1024/gates }'
}
promise "memory of 1000000 gates, 1.5 times that of 250000" "$(per_gate 1000000)" \
    "$(awk -v bytes="$(per_gate 250000)" 'BEGIN { print 1.5*bytes }')" 'B a gate'

# ---- A million rows of a file ------------------------------------------------------------------
if ! command -v mawk >/dev/null; then
    echo "no mawk: no file of rows"
    exit $failed
fi
rows=$directory/rows.txt
mawk 'BEGIN { srand(493); for (i = 0; i < 1000000; i++)
    printf "%.3f %.3f\n", 0.5 + 2*rand(), 0.25 + 4*rand() }' >"$rows"
cat >"$directory/layer.awk" <<'END_OF_SCRIPT'
{ x = $1; y = $2; a = log(x); b = sqrt(y); c = 1/(1 + exp(-b)); d = a*c; g = x + y; h = g*g
  i = 1/(1 + exp(-h)); j = 1/i; fi = d*(-1/(i*i)); fg = fi*i*(1 - i)*2*g; fb = j*a*c*(1 - c)
  printf "%.17g\t%.17g\t%.17g\n", d*j, fg + j*c/x, fg + fb/(2*b) }
END_OF_SCRIPT
ours="$build/cnncalc grad ln(x)*sigmoid(sqrt(y))/sigmoid((x+y)^2) --columns x,y $rows"
own="$build/cnncalc complex-grad --columns x,y $rows"
theirs="mawk -f $directory/layer.awk $rows"

echo
$ours >"$directory/a"
$own >"$directory/b"
$theirs >"$directory/c"
paste "$directory/a" "$directory/b" "$directory/c" | mawk '
    function far(a, b) { d = a - b; if (d < 0) d = -d; return d }
    { for (k = 1; k <= 3; k++) { d = far($k, $(k + 3)); if (d > own) own = d
                                 d = far($k, $(k + 6)); if (d > awk) awk = d } }
    END { printf "%d rows, farthest from complex-grad %.2g, from mawk %.2g\n", NR, own, awk }'
if command -v hyperfine >/dev/null; then
    hyperfine --warmup 1 --runs 5 --output null --shell none \
        -n grad "$ours" -n complex-grad "$own" -n mawk "$theirs"
else
    for command in "$ours" "$own" "$theirs" "$ours" "$own" "$theirs"; do
        echo "$command"
        sh -c 'time $0 >/dev/null' "$command"
    done
fi
exit $failed
