#!/bin/sh
# What cannot be written or read is the machine's fault: status 3, and a message that says so.
# Usage: write_faults.sh PROGRAM
set -u
program=$1

directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory" || exit 1
passed=0
failed=0

# verdict TRUTH WHAT
verdict() {
    if [ "$1" = true ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "write_faults: $2"
        cat message
    fi
}

# faulty STATUS WHAT: status 3, and on standard error `cnncalc: ` first.
faulty() {
    case $1-$(head -c 9 message) in
    "3-cnncalc: ") verdict true ;;
    *) verdict false "$2: status $1, expected 3 and a message:" ;;
    esac
}

# Every way to print: each command, each form of an answer, each help.
cat >questions <<'END'
convout -W 227 -F 11 -S 4
convout -W 227x227x3 -F 11 -S 4 -K 96 --explain
convout -W 227 -F 11 -S 4 --json
convout -W 227 -F 11 -S 4 -a
convout -W 227 -F 11 -S 4 -o out,windows
convout -W 227 -F 11 -S 4 --expect 55
convout -W 227 -F 11 -S 4 --expect 56
convout -W 32 -F 5 -S 2 --explain
params -F 11 -C 3 -K 96
pool -W 55 -F 3 -S 2
sigmoid-grad -x 2
sigmoid-grad -x 2 --explain
complex-grad -x 2 -y 4
complex-grad -x 2 -y 4 --explain
gdstep -x 2 -g 0.1 -s 0.2
gdstep --of x^2 x=2 -s 0.1 --trace
fit -W 227 -O 55
fit -W 227 -O 55 --explain
fit -W 227 -O 55 --json
fit -W 227 -O 55 -a
fit -W 227 -O 55 --expect 55
grad x*y x=2 y=3
grad x*y x=2 y=3 --explain
grad x*y x=2 y=3 --dot
grad x*y x=2 y=3 --numpy
net layers
net --dtype f16 layers
net --json layers
net -a layers
net --total layers
net -o out layers
net --explain layers
net --dot layers
net misfit
net --explain misfit
batch questions
batch --json questions
batch --explain questions
convout -F 3 --columns W columns
convout -F 3 --columns W --json columns
--help
--version
help
help convout
convout --help
params --help
pool --help
sigmoid-grad --help
complex-grad --help
gdstep --help
fit --help
grad --help
net --help
batch --help
completion bash
completion zsh
completion fish
completion --help
END
echo 'convout -W 5 -F 3' >answerable
printf 'input -W 32x32x3\nrelu\n' >layers
printf 'input -W 32x32x3\nconv -K 3 -F 5 -S 2\n' >misfit
{ cat layers; yes relu | head -n 5000; } >deep
seq 5 2000 >columns
seq 2000 | sed 's/.*/convout -W 227 -F 11 -S 4/' >many

while read -r question; do
    file=$(echo "$question" | sed 's/^\(batch.* \)questions$/\1many/')
    # shellcheck disable=SC2086 # the question is words
    "$program" $file >/dev/full 2>message </dev/null
    faulty $? "$question >/dev/full"
    # shellcheck disable=SC2086
    "$program" $file 2>message >&- </dev/null
    faulty $? "$question >&-"
done <questions

# One answer, whose only write is the last.
"$program" batch answerable >/dev/full 2>message
faulty $? "batch answerable >/dev/full"

# A reader that goes away: silence as from cat; where SIGPIPE is ignored, a failed write.
for question in "convout -W 227 -F 11 -S 4" "batch many" "convout -F 3 --columns W columns" \
    "net deep" "fit -W 2000 --max-filter 99"; do
    # shellcheck disable=SC2086
    (sleep 0.1; "$program" $question 2>message) | head -n 0
    [ -s message ] && silent=false || silent=true
    verdict $silent "$question | head -n 0: not silent:"
    # shellcheck disable=SC2086
    (trap '' PIPE; sleep 0.1; "$program" $question 2>message; echo $? >status) | head -n 0
    faulty "$(cat status)" "$question | head -n 0, SIGPIPE ignored"
done

# What cannot be read.
mkdir folder
for source in folder missing missing/file; do
    "$program" batch $source >output 2>message
    faulty $? "batch $source"
    "$program" convout -F 3 --columns W $source >output 2>message
    faulty $? "--columns W $source"
    "$program" net $source >output 2>message
    faulty $? "net $source"
done
"$program" batch <folder >output 2>message
faulty $? "batch <folder"
"$program" convout -F 3 --columns W - <folder >output 2>message
faulty $? "--columns W - <folder"
"$program" batch <&- >output 2>message
faulty $? "batch <&-"
"$program" net <folder >output 2>message
faulty $? "net <folder"
"$program" net <&- >output 2>message
faulty $? "net <&-"
if [ "$(id -u)" != 0 ]; then # root reads everything
    cp many secret
    chmod 0 secret
    "$program" batch secret >output 2>message
    faulty $? "batch, a file without permission"
fi

echo "$passed passed, $failed failed"
[ $failed = 0 ]
