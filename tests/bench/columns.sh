#!/bin/sh
# A million convout questions, against mawk doing the same arithmetic. What fits and what does not
# is mixed as it comes; both print the size, or a dash.
# Usage: columns.sh [BUILD]   (needs mawk; hyperfine and GNU time are used where installed)
set -eu
build=${1:-build}
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
questions=$directory/questions

mawk 'BEGIN { srand(493); for (i = 0; i < 1000000; i++) {
    S = 1 + int(rand()*4); F = 1 + int(rand()*11); P = int(rand()*4)
    print F + S*(1 + int(rand()*100)), F, S, P*S } }' >"$questions"

ours="$build/cnncalc convout --columns W,F,S,P $questions"
cat >"$directory/formula.awk" <<'END'
{ n = $1 - $2 + 2*$4; if (n < 0 || n % $3) print "-"; else print n/$3 + 1 }
END
theirs="mawk -f $directory/formula.awk $questions"

$ours >"$directory/a" 2>"$directory/complaints" || true
$theirs >"$directory/b"
cmp "$directory/a" "$directory/b"
echo "the same $(wc -l <"$directory/a") answers"

if command -v hyperfine >/dev/null; then
    hyperfine --warmup 1 --runs 10 --output null -n cnncalc "$ours" -n mawk "$theirs"
else
    for command in "$ours" "$theirs" "$ours" "$theirs"; do
        echo "$command"
        sh -c "time $command >/dev/null"
    done
fi
# The largest resident size, as the kernel counts it. A small shell starts the program, for a
# process begins with the size of the one that it came from.
if [ -x /usr/bin/time ]; then
    /usr/bin/time -f '%M kB resident' $ours >/dev/null
fi
