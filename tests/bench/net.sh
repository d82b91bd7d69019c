#!/bin/sh
# The table of VGG-16 in instructions, against a program that prints as many bytes with stdio; and
# networks of 100,000 and 1,000,000 layers: time for each layer, and memory.
# Usage: net.sh [BUILD]   (a build with -DCNNCALC_BENCH=ON; needs valgrind and GNU time; hyperfine
# and jq are used where installed)
set -eu
build=${1:-build-gcc}
nets=$(dirname "$0")/../nets
directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT

# The user instructions of a command, all of its start-up included.
instructions() {
    valgrind --tool=callgrind --callgrind-out-file="$directory/out" "$@" >/dev/null 2>"$directory/log"
    awk '/Collected/ { print $NF }' "$directory/log"
}

count=$("$build/cnncalc" net "$nets/vgg-16.net" | wc -c)
base=$(instructions "$build/bytes" "$count")
ours=$(instructions "$build/cnncalc" net "$nets/vgg-16.net")
awk -v base="$base" -v ours="$ours" -v count="$count" 'BEGIN {
    printf "VGG-16, %d bytes: %d instructions, as many bytes of stdio: %d, ratio %.3f\n",
        count, ours, base, ours/base }'

# write NAME LAYERS LINE...: an input, and the lines again and again.
write() {
    name=$1 layers=$2
    shift 2
    { echo 'input -W 224x224x16'; yes "$(printf '%s\n' "$@")" | head -n "$layers"; } \
        >"$directory/$name-$layers"
}

for layers in 100000 1000000; do
    write even $layers 'conv -K 16 -F 3 -P 1' relu batchnorm 'pool -F 3 -S 1 -P 1'
    write uneven $layers 'upsample -S 2' 'pool -F 2 -R floor' relu 'conv -K 16 -F 3 -P 1'
    for name in even uneven; do
        file=$directory/$name-$layers
        if command -v hyperfine >/dev/null && command -v jq >/dev/null; then
            hyperfine -N --warmup 1 --runs 10 --export-json "$directory/json" \
                "$build/cnncalc net $file" >/dev/null 2>&1
            jq -r --arg name "$name" --argjson layers $layers \
                '.results[0] | "\($layers) \($name) layers: \(.median/$layers*1e6*1000 | round / 1000) us each, fastest \(.min/$layers*1e6*1000 | round / 1000)"' \
                "$directory/json"
        fi
        /usr/bin/time -f "$layers $name layers: %e s, %M kB" "$build/cnncalc" net "$file" >/dev/null
    done
done
