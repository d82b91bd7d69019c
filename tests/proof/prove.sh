#!/bin/sh
# The integer core is proved, for all arguments: Frama-C's WP makes goals of the contracts that stand
# in src/core, and Qed, CVC4 and Z3 prove them. cnncalc(3) says what that comes to, under PROOFS.
# Usage: prove.sh [--quick | --planted]
#   --quick    the parser of whole numbers alone
#   --planted  wrong edits of copies: of each, a goal stays open
# A goal that is not proved within PROOF_SECONDS is open: 60, or 10 where it should stay open, which is
# four times what the hardest takes on a busy machine.
set -eu
core=$(cd "$(dirname "$0")/../../src/core" && pwd)
[ "${1:-}" = --planted ] && long=10 || long=60
seconds=${PROOF_SECONDS:-$long}

fail() {
    echo "prove: $1" >&2
    exit 1
}
for tool in frama-c:frama-c-base why3:why3 cvc4:cvc4 z3:z3; do
    command -v "${tool%:*}" >/dev/null || fail "no ${tool%:*} (Debian: apt-get install ${tool#*:})"
done
# Another version makes another number of goals.
case $(frama-c -version) in
25.*) ;;
*) fail "this is not Frama-C 25" ;;
esac

directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
export WHY3CONFIG="$directory/why3.conf"
why3 config detect >"$directory/detected" 2>&1 || fail "$(cat "$directory/detected")"

# goals DIRECTORY FILES OPTION...: "M / N", M of N goals proved. What Frama-C warns of must be that
# pointers are valid and apart, which the contracts say too: else code or a contract was left out.
# Frama-C has no integers of 128 bits; nothing that is proved has.
goals() {
    said=$(mktemp "$directory/said.XXXXXX")
    (cd "$1" && shift && sources=$1 && shift && exec frama-c -c11 -machdep gcc_x86_64 \
        -cpp-extra-args=-U__SIZEOF_INT128__ -wp -wp-rte -warn-unsigned-overflow \
        -wp-model typed+ref -wp-prover cvc4,z3 -wp-par 2 -wp-timeout "$seconds" -wp-cache none \
        $sources "$@") >"$said" 2>&1 || fail "$(cat "$said")"
    if grep -A1 -E 'Warning|Error' "$said" |
        grep -vE '^--$|Warning: *$|Memory model hypotheses' >&2; then
        fail "Frama-C warns of that"
    fi
    sed -n 's/.*Proved goals: *//p' "$said"
}

# What is proved, in how many goals: a contract that is taken away takes its goals along. The parser
# goes path by path, for the sum that its contract speaks of is recursive.
functions=whole_plus,whole_times,whole_over,axis_extent,held_extent,add_part,less,divide_span
functions=$functions,begins_beyond,adds_window,left_over,window_same,window_padded,cnn_window
functions=$functions,take,take_padding,transposed_same,transposed_padded,cnn_window_transposed
searches=begin_inputs,begin_paddings,begin_strides,next_filter,next_stride,next_padding,next_input
searches=$searches,solves,cnn_fit_begin,cnn_fit_next
bounds=at_most_plus,at_most_times,larger,smaller,cnn_padding_most,extent,ends_of,strides_least
bounds=$bounds,strides_most,span_least,span_most,padded,cells_over,is_odd_span,strides_same
bounds=$bounds,only_short,half_down,half_up,input_of,cnn_filters_between,cnn_strides_between
bounds=$bounds,cnn_paddings_between,cnn_inputs_between
# With the code of all that is called: a contract that is made up would show as a warning.
layer='layer.c trace.c size.c window.c'
lemmas() { goals "$1" "$layer fit.c between.c" -wp-prop=@lemma; }
window() { goals "$1" window.c -wp-fct "${2:-$functions}"; }
counts() { goals "$1" "$layer" -wp-fct times_filter,input_cells,weights_of,windows_of; }
fit() { goals "$1" 'fit.c between.c window.c' -wp-fct "${2:-$searches,$bounds}"; }
parser() { goals "$1" decimal.c -wp-split -wp-fct cnn_read_whole; }

# goals_of NAME...: their goals, for part.
goals_of() {
    for name in "$@"; do
        "$name" "$core" >"$directory/$name"
    done
}

proved=0
expected=0
# part GOALS NAME: all of its goals are proved, and they are so many.
part() {
    answer=$(cat "$directory/$2")
    [ "$answer" = "$1 / $1" ] || fail "$2: proved goals: $answer, not $1 of $1"
    proved=$((proved + ${answer% / *}))
    expected=$((expected + $1))
}

caught=0
# planted NAME FUNCTION FILE OLD NEW: with the first OLD after the head of FUNCTION made NEW, a goal is
# open. Of all that are planted, this half takes every other one.
planted() {
    number=$((number + 1))
    [ $((number % 2)) = "$half" ] || return 0
    copy=$directory/$number
    cp -r "$core" "$copy"
    awk -v head="$2(" -v old="$4" -v new="$5" '
        /^[a-z].*\) \{$/ && index($0, " " head) { inside = 1 }
        inside && (at = index($0, old)) {
            $0 = substr($0, 1, at - 1) new substr($0, at + length(old))
            inside = 0
            made = 1
        }
        { print }
        END { exit !made }' "$core/$3" >"$copy/$3" || fail "planted: $2 has no '$4'"
    answer=$("$1" "$copy" "$2") || exit 1
    [ "${answer% / *}" -lt "${answer#* / }" ] || fail "planted: $2 is proved with '$5'"
    echo "$2 with '$5': proved goals: $answer"
    caught=$((caught + 1))
}

all_planted() {
    half=$1
    number=0
    planted window whole_times whole.h 'b > CNN_MAX / a' 'b < CNN_MAX / a'
    planted window add_part window.c 'rest >= S' 'rest > S'
    planted window begins_beyond window.c 'w->end >= ' 'w->end > '
    planted window adds_window window.c 'round == CNN_FULL' 'round != CNN_EXACT'
    planted window window_same window.c 'total - half : half' 'half : total - half'
    planted window window_padded window.c 'whole_plus(w->steps, 1)' 'whole_plus(w->steps, 0)'
    planted window take_padding window.c 'm->strides < strides' 'm->strides <= strides'
    planted window cnn_window_transposed window.c 'axis->output_pad >= ' 'axis->output_pad > '
    planted counts windows_of layer.c 'windows = 1' 'windows = 0'
    planted fit solves fit.c 'fit->out == fit->O' 'fit->out >= fit->O'
    planted fit solves fit.c 'return code == CNN_OK && ' 'return '
    planted fit next_padding fit.c 'fit->axis.begin = ' ''
    planted fit cnn_fit_next fit.c 'solves(fit)' 'fit->O == 0 || solves(fit)'
    planted fit cnn_inputs_between between.c 'larger(1, *last)' '*last'
    planted parser cnn_read_whole decimal.c '(CNN_MAX - digit) / 10' 'CNN_MAX / 10'
    planted parser cnn_read_whole decimal.c 'digit < 0' "digit < '+' - '0'"
    echo "$caught" >"$directory/caught.$half"
}

case ${1:-} in
--planted)
    all_planted 0 &
    other=$!
    all_planted 1
    wait $other
    caught=$(($(cat "$directory/caught.0") + $(cat "$directory/caught.1")))
    echo "planted edits that are not proved: $caught of 16"
    ;;
--quick)
    goals_of parser
    part 88 parser
    echo "proved goals: $proved of $expected"
    ;;
*)
    # Frama-C makes goals on one processor, and nothing is proved meanwhile: two go side by side.
    goals_of fit &
    other=$!
    goals_of lemmas window counts parser
    wait $other
    part 6 lemmas
    part 444 window
    part 75 counts
    part 751 fit
    part 88 parser
    echo "proved goals: $proved of $expected"
    ;;
esac
