# Files and streams: what cannot be read or written, and what is strange in it.

# An output that cannot be written is status 3, for every command and for help.
$ cnncalc convout -W 32 -F 5 >/dev/full
cnncalc: standard output: no space left on device
? 3
$ cnncalc params -F 5 -C 3 -K 2 >/dev/full
cnncalc: standard output: no space left on device
? 3
$ cnncalc pool -W 8 -F 2 >/dev/full
cnncalc: standard output: no space left on device
? 3
$ cnncalc sigmoid-grad -x 2 >/dev/full
cnncalc: standard output: no space left on device
? 3
$ cnncalc complex-grad -x 2 -y 4 >/dev/full
cnncalc: standard output: no space left on device
? 3
$ cnncalc gdstep -x 2 -g 0.1 -s 0.2 >/dev/full
cnncalc: standard output: no space left on device
? 3
$ cnncalc gdstep -x 2 -g 0.1 -s 0.2 --json --explain >/dev/full
cnncalc: standard output: no space left on device
? 3
$ cnncalc --help >/dev/full
cnncalc: standard output: no space left on device
? 3
$ cnncalc --version >/dev/full
cnncalc: standard output: no space left on device
? 3
$ cnncalc help convout >/dev/full
cnncalc: standard output: no space left on device
? 3
$ cnncalc convout --help >/dev/full
cnncalc: standard output: no space left on device
? 3
$ echo 'convout -W 32 -F 5' | cnncalc batch >/dev/full
cnncalc: standard output: no space left on device
? 3
$ echo '32 5' | cnncalc convout --columns W,F >/dev/full
cnncalc: standard output: no space left on device
? 3
$ cnncalc convout -W 32 -F 5 >&-
cnncalc: standard output: bad file descriptor
? 3
$ cnncalc --help >&-
cnncalc: standard output: bad file descriptor
? 3
$ echo 'convout -W 32 -F 5' | cnncalc batch >&-
cnncalc: standard output: bad file descriptor
? 3

# A failed write is worse than a failed question; without output there is nothing to write.
$ cnncalc convout -W 32 -F 5 --expect 27 >/dev/full
cnncalc: convout: --expect: 27 is not the answer, which is 28
cnncalc: standard output: no space left on device
? 3
$ cnncalc convout -W 0 -F 5 >/dev/full
cnncalc: convout: --input-size: 0 is below 1
? 2
$ cnncalc convout -W 32 -F 5 -S 2 --explain >/dev/full
cnncalc: convout: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27; no even padding does, -P 0:1 gives 15; --round floor gives 14
cnncalc: standard output: no space left on device
? 3

# Nowhere to complain: the status says it. (Under no wrapper: valgrind needs a standard error.)
$ "$CNNCALC" convout -W 0 -F 5 2>&-
? 2
$ cnncalc convout -W 0 -F 5 2>/dev/full
? 2
$ "$CNNCALC" 2>&-
? 2
$ "$CNNCALC" convout -W 32 -F 5 2>&-
28

# A reader that goes away ends the program silently, where the parent does not ignore it.
$ yes '32 5' | head -n 100000 >q; (cnncalc convout --columns W,F q; echo $? >s) | head -n 1; cat s
28
141
$ yes '32 5' | head -n 100000 >q
> (trap '' PIPE; cnncalc convout --columns W,F q 2>e; echo $? >s) | head -n 1; cat e s
28
cnncalc: standard output: broken pipe
3
$ cnncalc convout -W 32 -F 5 | head -n 0

# A file that cannot be read.
$ cnncalc batch nowhere
cnncalc: batch: 'nowhere': no such file or directory
? 3
$ cnncalc batch nowhere/else.txt
cnncalc: batch: 'nowhere/else.txt': no such file or directory
? 3
$ cnncalc batch .
cnncalc: batch: '.': is a directory
? 3
$ cnncalc batch ''
cnncalc: batch: '': no such file or directory
? 3
$ cnncalc batch <&-
cnncalc: batch: standard input: bad file descriptor
? 3
$ cnncalc convout --columns W,F <&-
cnncalc: convout: standard input: bad file descriptor
? 3
$ cnncalc convout --columns W,F nowhere
cnncalc: convout: 'nowhere': no such file or directory
? 3
$ cnncalc convout --columns W,F .
cnncalc: convout: '.': is a directory
? 3
$ cnncalc batch </
cnncalc: batch: standard input: is a directory
? 3
$ cnncalc batch "$(printf 'caf\303\251\n.txt')"
cnncalc: batch: 'caf\xc3\xa9\x0a.txt': no such file or directory
? 3

# Line ends: CRLF, and a last line without any.
$ printf 'convout -W 32 -F 5\r\nconvout -W 33 -F 5\r\n' | cnncalc batch
28
29
$ printf 'convout -W 32 -F 5\nconvout -W 33 -F 5' | cnncalc batch
28
29
$ printf 'convout -W 32 -F 5\r' | cnncalc batch
28
$ printf '\r\nconvout -W 32 -F 5\r\n' | cnncalc batch

28
$ printf 'convout -W 3\r2 -F 5\n' | cnncalc batch
-
cnncalc: -:1: convout: --input-size: '3\x0d2' is not a size: whole numbers joined by x
? 2
$ printf '32 5\r\n33 5\r\n' | cnncalc convout --columns W,F
28
29
$ printf 'W F\r\n33 5\r\n' | cnncalc convout --columns header
out
29
$ printf '32 5' | cnncalc convout --columns W,F
28

# NUL bytes, control characters, and what is no ASCII.
$ printf 'convout -W 32\0 -F 5\nconvout -W 32 -F 5\n' | cnncalc batch
-
cnncalc: -:1: line: has a NUL byte
28
? 2
$ printf '32\0005\n33 5\n' | cnncalc convout --columns W,F
-
cnncalc: -:1: convout: line: has a NUL byte
29
? 2
$ printf '\0' | cnncalc batch
-
cnncalc: -:1: line: has a NUL byte
? 2
$ printf 'convout -W \377\376 -F 5\nconvout -W 32 -F 5\n' | cnncalc batch
-
cnncalc: -:1: convout: --input-size: '\xff\xfe' is not a whole number
28
? 2
$ printf 'convout -W 3\0332 -F 5\n' | cnncalc batch
-
cnncalc: -:1: convout: --input-size: '3\x1b2' is not a size: whole numbers joined by x
? 2
$ printf 'caf\303\251 -W 3\n' | cnncalc batch
-
cnncalc: -:1: 'caf\xc3\xa9': unknown command
? 2
$ printf 'convout -W \303\251 -F 5\n' | cnncalc batch --json 2>/dev/null | python3 -c 'import json, sys; print(json.load(sys.stdin)["error"])'
convout: --input-size: '\xc3\xa9' is not a whole number
$ printf '\357\273\277convout -W 32 -F 5\n' | cnncalc batch
-
cnncalc: -:1: '\xef\xbb\xbfconvout': unknown command
cnncalc: hint: did you mean convout?
? 2
$ printf 'convout -W \303\251 -F 5\n' | cnncalc batch --explain 2>/dev/null
# 1: convout -W \xc3\xa9 -F 5
-

? 2

# A file's name in a message.
$ mkdir d; printf 'convout -W 0 -F 5\n' >d/q; cnncalc batch d/q
-
cnncalc: d/q:1: convout: --input-size: 0 is below 1
? 2
$ printf 'convout -W 0 -F 5\n' >'a b'; cnncalc batch 'a b'
-
cnncalc: a b:1: convout: --input-size: 0 is below 1
? 2
$ f="$(printf 'a\nb')"; printf 'convout -W 0 -F 5\n' >"$f"; cnncalc batch "$f"
-
cnncalc: a\x0ab:1: convout: --input-size: 0 is below 1
? 2

# A line is at most 1048576 bytes; a longer one is an error of its own.
$ { printf 'convout -W 32'; head -c 1048558 /dev/zero | tr '\0' ' '; printf -- '-F 5\nconvout -W 33 -F 5\n'; } >q
> head -n 1 q | wc -c; cnncalc batch q
1048576
28
29
$ { printf 'convout -W 32'; head -c 1048559 /dev/zero | tr '\0' ' '; printf -- '-F 5\nconvout -W 33 -F 5\n'; } >q
> head -n 1 q | wc -c; cnncalc batch q
1048577
28
29
$ { printf 'convout -W 32'; head -c 1048560 /dev/zero | tr '\0' ' '; printf -- '-F 5\nconvout -W 33 -F 5\n'; } >q
> head -n 1 q | wc -c; cnncalc batch q
1048578
-
cnncalc: q:1: line: longer than 1048576 bytes
29
? 2
$ { head -c 30000000 /dev/zero | tr '\0' x; printf '\nconvout -W 33 -F 5\n'; } | cnncalc batch
-
cnncalc: -:1: line: longer than 1048576 bytes
29
? 2
$ head -c 30000000 /dev/zero | tr '\0' x | cnncalc batch
-
cnncalc: -:1: line: longer than 1048576 bytes
? 2
$ { head -c 3000000 /dev/zero | tr '\0' 7; printf ' 5\n33 5\n'; } | cnncalc convout --columns W,F
-
cnncalc: -:1: convout: line: longer than 1048576 bytes
29
? 2
$ { printf 'convout -W '; head -c 100000 /dev/zero | tr '\0' 7; printf ' -F 5\n'; } | cnncalc batch
-
cnncalc: -:1: convout: --input-size: '777777777777777777777777777777777777777777777777777777777777...' is beyond 9223372036854775807
? 2
$ { printf 'convout -W 32 -F 5'; yes ' -S 1' | head -n 20000 | tr -d '\n'; echo; } | cnncalc batch
28
$ { yes x | head -n 500000 | tr '\n' ' '; echo; echo 33 5; } | cnncalc convout --columns W,F
-
cnncalc: -:1: convout: --columns: 500000 columns, where 2 are named
29
? 2

# Many lines.
$ yes 'convout -W 227 -F 11 -S 4' | head -n 100000 | cnncalc batch | sort | uniq -c | sed 's/^ *//'
100000 55

# Whoever types a row sees its answer before the next, however plain the rows are, and messages come
# where their rows are.
$ mkfifo in out; timeout 60 cnncalc convout -F 3 --columns W,S <in >out 2>&1 &
> exec 3>in 4<out
> printf '9 1\n' >&3; read -r line <&4; echo "$line"
> printf '9 2\n' >&3; read -r line <&4; echo "$line"
> printf '9 3\n11 4\n10 ' >&3; read -r line <&4; echo "$line"; read -r line <&4; echo "$line"
> printf '7\n5 1\n8 2\n7 1\n' >&3; for i in 1 2 3 4 5 6; do read -r line <&4; echo "$line"; done
> exec 3>&-; wait $!; echo $?
7
4
3
3
2
3
-
cnncalc: -:7: convout: --stride: 2 does not fit: (8 - 3 + 2*0)/2 + 1 = 3.5 is not a whole number
cnncalc: hint: strides that fit: 1, 5; no even padding does, -P 0:1 gives 4; --round floor gives 3
5
1

# More answers than there is room for before the input is waited for: 1/(1 + 1/e) and its derivative
# have these digits.
$ yes 1 | head -n 100000 | cnncalc sigmoid-grad --columns x | sort | uniq -c | sed 's/^ *//'
100000 0.7310585786300049	0.19661193324148185

# Layer after layer, until one cannot be printed.
$ cnncalc fit -W 100 -R floor --max-filter 100 >/dev/full
cnncalc: standard output: no space left on device
? 3
