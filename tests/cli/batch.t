# batch: the answers to a file of questions, one line each.

$ cat >questions <<'END'
> # The sheet.
> convout -W 227 -F 11 -S 4
>
> params -F 11 -C 3 -K 96
> pool -W 55x55x96 -F 3 -S 2
> sigmoid-grad -x 2
> gdstep -x 2 -g 0.1 -s 0.2
> END
> cnncalc batch questions

55

34944
27x27x96
0.8807970779778824	0.10499358540350652
1.98
$ printf 'convout -W 32 -F 5\npool -W 28 -F 2\n' | cnncalc batch
28
14
$ printf 'convout -W 32 -F 5\n' | cnncalc batch -
28
$ cnncalc batch </dev/null
$ printf '\n' | cnncalc batch


$ printf '   \n\t\n  # a comment\n#\nconvout -W 7 -F 3\n' | cnncalc batch




5

# A line without an answer prints -, its message names the line, the run goes on.
$ printf 'convout -W 32 -F 5 -S 2\nconvout -W 32 -F 5\n' | cnncalc batch
-
cnncalc: -:1: convout: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27; no even padding does, -P 0:1 gives 15; --round floor gives 14
28
? 1
$ printf 'convout -W 32 -F 5 -S 2\nconvout -W 32 -F 5\n' >questions; cnncalc batch questions
-
cnncalc: questions:1: convout: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27; no even padding does, -P 0:1 gives 15; --round floor gives 14
28
? 1
$ printf 'convout -W 32 -F 5 -S 2\nconvout -W 32 -F 5\n' >questions; cnncalc batch questions 2>/dev/null
-
28
? 1
$ printf 'sigmoid-grad\ncomplex-grad -x 0 -y 1\nconvuot -W 3\n' | cnncalc batch 2>/dev/null
-	-
-	-	-
-
? 2
$ printf 'convout -W 5 -F 3 -o out,nonsense,windows\n' | cnncalc batch 2>/dev/null
-	-	-
? 2
$ printf 'convout -W 5 -F 3 -o out,params\n' | cnncalc batch
-	-
cnncalc: -:1: convout: --only: params needs --channels and --filters
? 2

# The status is the worst.
$ printf 'convout -W 32 -F 5 -S 2\nconvout -W 0 -F 5\nconvout -W 32 -F 5\n' | cnncalc batch 2>/dev/null
-
-
28
? 2
$ printf 'convout -W 0 -F 5\nconvout -W 32 -F 5 -S 2\n' | cnncalc batch 2>/dev/null
-
-
? 2

# Quotes and backslashes as in a shell, and nothing else of a shell.
$ cat >questions <<'END'
> convout -W '32' -F "5"
> convout -W 3'2' -F 5
> convout -W \3\2 -F 5
> convout	-W   32	-F 5  
>    convout -W 32 -F 5
> convout "-W" '32' -F"5"
> convout -W 32 -F 5 --expect ''
> convout -W $W -F 5
> convout -W 32 -F 5 # no comment here
> convout -W 32 -F 5; pool
> convout -W "32 -F 5
> convout -W '32 -F 5
> convout -W 32 -F 5\
> "convout" -W 32 -F "\5"
> convout -W "\"" -F 5
> END
> cnncalc batch questions
28
28
28
28
28
28
28
cnncalc: questions:7: convout: --expect: '' is not the answer, which is 28
-
cnncalc: questions:8: convout: --input-size: '$W' is not a whole number
-
cnncalc: questions:9: convout: '#': unexpected operand
cnncalc: hint: for example: cnncalc convout -W 227 -F 11 -S 4
-
cnncalc: questions:10: convout: --filter-size: '5;' is not a size: whole numbers joined by x
-
cnncalc: questions:11: line: a " is not closed
-
cnncalc: questions:12: line: a ' is not closed
-
cnncalc: questions:13: line: a backslash ends the line
-
cnncalc: questions:14: convout: --filter-size: '\5' is not a whole number
-
cnncalc: questions:15: convout: --input-size: '"' is not a whole number
? 2

# Options of batch hold for lines that do not say.
$ printf 'convout -W 32 -F 5\nconvout -W 33 -F 5 -o W,out\n' | cnncalc batch -o F,out
5	28
33	29
$ printf 'sigmoid-grad -x 2\nsigmoid-grad -x 2 -p 2\n' | cnncalc batch -p 4
0.8808	0.105
0.88	0.1
$ printf 'convout -W 32 -F 5\nconvout -W 33 -F 5\n' | cnncalc batch --expect 28
28
29
cnncalc: -:2: convout: --expect: 28 is not the answer, which is 29
? 1
$ printf 'convout -W 32 -F 5\nconvout -W 33 -F 5 --expect 29\n' | cnncalc batch --expect 28
28
29
$ printf 'convout -W 32 -F 5 -o out\nconvout -W 33 -F 5\n' | cnncalc batch -a
28
out=29	size=29	width=29	height=29	unused=0	windows=841
$ printf 'convout -W 32 -F 5\nparams -F 3 -C 3 -K 2\n' | cnncalc batch -o out
28
-
cnncalc: -:2: params: --only: 'out': unknown field
cnncalc: hint: did you mean output_pad?
cnncalc: hint: fields: W H F S P d K C G R dims transpose output_pad bias params weights biases
? 2

# JSON: the line's number, an error as an object, nothing for a line that asks nothing.
$ printf '# sheet\nconvout -W 227 -F 11 -S 4 -o W,out\n\nconvout -W 32 -F 5 -S 2\nconvout -W 0 -F 5\nconvuot\n' | cnncalc batch --json 2>/dev/null
{"line":2,"W":[227,227],"out":"55"}
{"line":4,"error":"convout: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number","status":1}
{"line":5,"error":"convout: --input-size: 0 is below 1","status":2}
{"line":6,"error":"'convuot': unknown command","status":2}
? 2
$ printf 'convout -W 7 -F 3 --json -o out\nconvout -W 7 -F 3\n' | cnncalc batch
{"line":1,"out":"5"}
5
$ printf 'gdstep -x 2 -g 0.1 -s 0.2\n' | cnncalc batch --json --explain
{"line":1,"parameter":2,"g":0.1,"s":0.2,"x":1.98,"steps":["x - s*g = 2 - 0.2*0.1 = 2 - 0.02 = 1.98"]}
$ printf 'convout -W "3\002" -F 5\n' | cnncalc batch --json 2>/dev/null
{"line":1,"error":"convout: --input-size: '3\\x02' is not a size: whole numbers joined by x","status":2}
? 2
$ printf '%s\n' 'convout -W "a\\b\"" -F 5' | cnncalc batch --json 2>/dev/null
{"line":1,"error":"convout: --input-size: 'a\\b\"' is not a whole number","status":2}
? 2

# --explain: an answer key.
$ printf 'convout -W 227 -F 11 -S 4\n\ngdstep -x 2 -g 0.1 -s 0.2\nsigmoid-grad -x 0\n' | cnncalc batch --explain
# 1: convout -W 227 -F 11 -S 4
(W - F + 2P)/S + 1 = (227 - 11 + 2*0)/4 + 1 = 216/4 + 1 = 54 + 1 = 55


# 3: gdstep -x 2 -g 0.1 -s 0.2
x - s*g = 2 - 0.2*0.1 = 2 - 0.02 = 1.98

# 4: sigmoid-grad -x 0
f(x) = 1/(1 + e^-x) at x = 0

Forward
  gate  function    value
  a     -x          -0
  b     exp(a)      1
  c     1 + b       2
  f     1/c         0.5

Backward: downstream = upstream * local
  gate  upstream   local                    downstream
  f     ff = 1     -1/c^2 = -0.25           fc = -0.25
  c     -0.25      1                        fb = -0.25
  b     -0.25      exp(a) = 1               fa = -0.25
  a     -0.25      -1                       fx = 0.25

Check, in closed form
  f' = -1/(1 + e^-x)^2 * e^-x * -1 = 1/(1 + e^-x) * e^-x/(1 + e^-x)
     = sigmoid(x)*(1 - sigmoid(x)) = 0.5*(1 - 0.5) = 0.25

Working shown to 6 digits.
out=0.5
fx=0.25


$ printf 'convout -W 32 -F 5 -S 2\nconvout -W 0 -F 5\nconvout -W 7 -F 3\n' | cnncalc batch --explain
# 1: convout -W 32 -F 5 -S 2
(W - F + 2P)/S + 1 = (32 - 5 + 2*0)/2 + 1 = 27/2 + 1 = 13.5 + 1 = 14.5
14.5 is not a whole number: the filter cannot slide over the input evenly.
14 windows fit; the last covers cells 26 to 30, and cell 31 is left over.
A 15th window would need cells 28 to 32.

What would fit:
  stride   1, 3, 9 or 27 (the divisors of 32 - 5 = 27)
  padding  none: 27 + 2P is odd for every P; one cell at one end, -P 0:1: 15
  input    -W 31: 14; -W 33: 15
  filter   -F 4: 15; -F 6: 14
  or drop cell 31, as PyTorch does: --round floor: 14
-
cnncalc: -:1: convout: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27; no even padding does, -P 0:1 gives 15; --round floor gives 14

# 2: convout -W 0 -F 5
-
cnncalc: -:2: convout: --input-size: 0 is below 1

# 3: convout -W 7 -F 3
(W - F + 2P)/S + 1 = (7 - 3 + 2*0)/1 + 1 = 4/1 + 1 = 4 + 1 = 5

? 2
$ printf 'convout -W 7 -F 3 --explain\nconvout -W 7 -F 3\n' | cnncalc batch
(W - F + 2P)/S + 1 = (7 - 3 + 2*0)/1 + 1 = 4/1 + 1 = 4 + 1 = 5
5

# What has no place on a line.
$ printf 'batch\nconvout --help\nconvout --columns W,F\nhelp\n--help\n--version\nhelp convout\n-h\ncompletion bash\n' | cnncalc batch
-
cnncalc: -:1: batch: not on a line of batch
-
cnncalc: -:2: convout: --help: not on a line of batch
-
cnncalc: -:3: convout: --columns: not on a line of batch
-
cnncalc: -:4: help: not on a line of batch
-
cnncalc: -:5: --help: not on a line of batch
-
cnncalc: -:6: --version: not on a line of batch
-
cnncalc: -:7: help: not on a line of batch
-
cnncalc: -:8: -h: not on a line of batch
-
cnncalc: -:9: completion: not on a line of batch
? 2
$ printf 'cnncalc convout -W 7 -F 3\n' | cnncalc batch
-
cnncalc: -:1: 'cnncalc': unknown command
cnncalc: hint: a line begins with the command, without cnncalc
? 2
$ printf 'convout -W 7 -F 3 extra\n' | cnncalc batch
-
cnncalc: -:1: convout: 'extra': unexpected operand
cnncalc: hint: for example: cnncalc convout -W 227 -F 11 -S 4
? 2
$ printf -- '-W 7 -F 3\n' | cnncalc batch
-
cnncalc: -:1: '-W': unknown command
cnncalc: hint: the command comes first: cnncalc convout -W 227 -F 11 -S 4
? 2
$ printf '""\n' | cnncalc batch
-
cnncalc: -:1: '': unknown command
? 2

# What batch does not take.
$ cnncalc batch --columns W,F
cnncalc: batch: --columns: not with batch
? 2
$ cnncalc batch -W 3
cnncalc: batch: -W: unknown option
? 2
$ cnncalc batch one two
cnncalc: batch: 'two': unexpected operand
cnncalc: hint: for example: cnncalc batch questions.txt
? 2
$ cnncalc batch --jsn
cnncalc: batch: --jsn: unknown option
cnncalc: hint: did you mean --json?
? 2
$ cnncalc batch nowhere.txt
cnncalc: batch: 'nowhere.txt': no such file or directory
? 3
$ cnncalc batch .
cnncalc: batch: '.': is a directory
? 3
$ cnncalc batch -p 0
cnncalc: batch: --precision: 0 is below 1
? 2

# -- and a file that begins with a dash.
$ printf 'convout -W 7 -F 3\n' >-q; cnncalc batch -- -q
5
$ printf 'convout -W 7 -F 3\n' >q; cnncalc batch q -o W,out
7	5

# Lines stay in step with the questions.
$ printf 'convout -W 7 -F 3\n\nconvout -W 7 -F 9\nconvout -W 9 -F 3\n' >q; cnncalc batch q 2>/dev/null | paste - q
5	convout -W 7 -F 3
	
-	convout -W 7 -F 9
7	convout -W 9 -F 3

# Options of how to answer, together.
$ echo 'convout -W 7 -F 3' | cnncalc batch --explain -o out,windows
# 1: convout -W 7 -F 3
(W - F + 2P)/S + 1 = (7 - 3 + 2*0)/1 + 1 = 4/1 + 1 = 4 + 1 = 5
5	25


$ printf 'convout -W 7 -F 3 -a --json\nconvout -W 7 -F 3 -o out\n' | cnncalc batch --json
{"line":1,"W":[7,7],"H":7,"F":[3,3],"S":[1,1],"P":[[0,0],[0,0]],"d":[1,1],"G":1,"R":"exact","dims":2,"transpose":false,"bias":true,"out":"5","size":[5,5],"width":5,"height":5,"unused":[0,0],"windows":25}
{"line":2,"out":"5"}
$ printf 'convout -W 7 -F 3 --\nconvout -- -W 7\nconvout -W 7 -F 3 -o\n' | cnncalc batch
5
-
cnncalc: -:2: convout: '-W': unexpected operand
cnncalc: hint: for example: cnncalc convout -W 227 -F 11 -S 4
-
cnncalc: -:3: convout: --only: a value is missing
? 2

# The question of an answer key stands there whole, however long.
$ { printf 'convout -W 7'; yes -- ' -S 1' | head -n 3000 | tr -d '\n'; echo ' -F 3'; } >q
> cnncalc batch --explain q | head -n 1 | cut -c 6- | cmp - q
