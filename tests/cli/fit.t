# fit: which layers turn this size into that one?

# AlexNet's first layer, and the two others: 216, 214 + 2 and 212 + 4 over 4 are 54.
$ cnncalc fit -W 227 -O 55
-W 227 -F 11 -S 4 -P 0
-W 227 -F 13 -S 4 -P 1
-W 227 -F 15 -S 4 -P 2
$ cnncalc fit --input-size 227 --output-size 55 --first
-W 227 -F 11 -S 4 -P 0
$ cnncalc fit -O55 -W227 --first -- 
-W 227 -F 11 -S 4 -P 0
$ cnncalc fit -W 5 -W 227 -O 55 --first
-W 227 -F 11 -S 4 -P 0

# What is printed is the next question.
$ cnncalc convout $(cnncalc fit --first -W 227 -O 55)
55
$ cnncalc fit -W 227 -O 55 | sed 's/^/convout /' | cnncalc batch
55
55
55
$ cnncalc pool $(cnncalc fit --pool --first -W 55 -O 27) -C 96
27x27x96
$ cnncalc convout $(cnncalc fit --transpose --first -W 16 -O 33 --dims 3 -d 2 -F 2)
33
$ cnncalc convout $(cnncalc fit -W 224 -O 112 -F 7 -R floor) -C 3 -K 64
112x112x64

# One of the sizes follows from the rest: O of W, W of O.
$ cnncalc fit -W 227 -F 11 -S 4
-W 227 -F 11 -S 4 -P 0
-W 227 -F 11 -S 4 -P 2
-W 227 -F 11 -S 4 -P 4
$ cnncalc fit -W 227 -F 11 -S 4 -o P,O
0	55
2	56
4	57
$ cnncalc fit -W 227 -F 11 -S 4 -P 0 -o O
55
$ cnncalc fit -O 55 -F 11 -S 4
-W 227 -F 11 -S 4 -P 0
-W 225 -F 11 -S 4 -P 1
-W 223 -F 11 -S 4 -P 2
-W 221 -F 11 -S 4 -P 3
-W 219 -F 11 -S 4 -P 4
-W 217 -F 11 -S 4 -P 5
$ cnncalc fit -O 55 -F 11 -S 4 -P 0
-W 227 -F 11 -S 4 -P 0
$ cnncalc fit -O 112 -F 7 -S 2 -P 3 -R floor -o W
223
224
$ cnncalc fit -O 1 -F 1
-W 1 -F 1 -S 1 -P 0
$ cnncalc fit -W 9 --max-filter 2
-W 9 -F 1 -S 1 -P 0
-W 9 -F 2 -S 1 -P 0
-W 9 -F 2 -S 1 -P 1

# The filter, the stride, the padding: told, or all within the bounds, F to 15, S to F, P to F/2.
$ cnncalc fit -W 7 -O 5 -F 5
-W 7 -F 5 -S 1 -P 1
$ cnncalc fit -W 227 -O 55 -F 13
-W 227 -F 13 -S 4 -P 1
$ cnncalc fit -W 227 -O 55 --filter-size 13 --stride 4 --pad 1
-W 227 -F 13 -S 4 -P 1
$ cnncalc fit -W 32 -O 28 -S 1
-W 32 -F 5 -S 1 -P 0
-W 32 -F 7 -S 1 -P 1
-W 32 -F 9 -S 1 -P 2
-W 32 -F 11 -S 1 -P 3
-W 32 -F 13 -S 1 -P 4
-W 32 -F 15 -S 1 -P 5
$ cnncalc fit -W 32 -O 32 -P 2
-W 32 -F 5 -S 1 -P 2
$ cnncalc fit -W 227 -O 55 -S 4 -P 2
-W 227 -F 15 -S 4 -P 2
$ cnncalc fit -W 28 -O 28 -S 1 --max-filter 7
-W 28 -F 1 -S 1 -P 0
-W 28 -F 3 -S 1 -P 1
-W 28 -F 5 -S 1 -P 2
-W 28 -F 7 -S 1 -P 3

# The bounds are for what is not told.
$ cnncalc fit -W 300 -F 40 -P 0 -o F,S,P,O
40	1	0	261
40	2	0	131
40	4	0	66
40	5	0	53
40	10	0	27
40	13	0	21
40	20	0	14
40	26	0	11
$ cnncalc fit -W 9 -O 3 -F 1 -S 4
-W 9 -F 1 -S 4 -P 0
$ cnncalc fit -W 5 -O 9 -F 3 -S 1 -P 3
-W 5 -F 3 -S 1 -P 3

# Dilation: E is 3, 5 and 7 for the filters of 2, 3 and 4 cells, and P is at most 2 for the last.
$ cnncalc fit -W 7 -O 5 -S 1 -d 2
-W 7 -F 2 -S 1 -P 0 -d 2
-W 7 -F 3 -S 1 -P 1 -d 2
-W 7 -F 4 -S 1 -P 2 -d 2
$ cnncalc fit -W 227 -O 55 --dilation 1 --first
-W 227 -F 11 -S 4 -P 0

# Rounding. 217 + 6 over 2 is 111.5.
$ cnncalc fit -W 224 -O 112 -F 7 -R floor
-W 224 -F 7 -S 2 -P 3 -R floor
$ cnncalc fit -W 224 -O 112 -F 7 --round ceil
-W 224 -F 7 -S 2 -P 2 -R ceil
$ cnncalc fit -W 224 -O 112 -F 7 -R full
-W 224 -F 7 -S 2 -P 2 -R full
$ cnncalc fit -W 227 -O 55 -R exact --first
-W 227 -F 11 -S 4 -P 0
$ cnncalc fit -W 7 -O 4 -F 2 -R floor
-W 7 -F 2 -S 2 -P 1 -R floor
$ cnncalc fit -W 7 -O 4 -F 2 -R ceil
-W 7 -F 2 -S 2 -P 0 -R ceil
-W 7 -F 2 -S 2 -P 1 -R ceil
$ cnncalc fit -W 7 -O 4 -F 2 -R full
-W 7 -F 2 -S 2 -P 0 -R full
$ for how in exact floor ceil full; do cnncalc fit -O 3 -F 3 -S 3 -P 0 -R $how -o W | paste -s -; done
9
9	10	11
7	8	9
7	8	9
$ cnncalc fit -O 2 -F 1 -S 2 -P 0:1 -R full
-W 1 -F 1 -S 2 -P 0:1 -R full
-W 2 -F 1 -S 2 -P 0:1 -R full
$ cnncalc fit -O 2 -F 1 -S 2 -P 0:1 -R ceil
-W 2 -F 1 -S 2 -P 0:1 -R ceil
-W 3 -F 1 -S 2 -P 0:1 -R ceil

# Padding told by its ends, or as same.
$ cnncalc fit -W 7 -O 3 -P 1:2
-W 7 -F 4 -S 3 -P 1:2
-W 7 -F 6 -S 2 -P 1:2
-W 7 -F 8 -S 1 -P 1:2
cnncalc: hint: only even filters fit; --round floor finds 5 layers
$ cnncalc fit -W 7 -O 3 -P 1:2 -F 4 -o P
1:2
$ cnncalc fit -W 7 -O 7 -P 1:1 --first
-W 7 -F 3 -S 1 -P 1
$ cnncalc fit -W 28 -O 14 -S 2 -P valid -F 2
-W 28 -F 2 -S 2 -P 0
$ cnncalc fit -W 5 -O 3 -P same --max-filter 3
-W 5 -F 2 -S 2 -P same
-W 5 -F 3 -S 2 -P same
$ cnncalc fit -O 8 -P same -S 2 -F 3
-W 15 -F 3 -S 2 -P same
-W 16 -F 3 -S 2 -P same
$ cnncalc fit -W 8 -P same-lower -F 3
-W 8 -F 3 -S 1 -P same-lower
-W 8 -F 3 -S 2 -P same-lower
-W 8 -F 3 -S 3 -P same-lower

# As a field it is what same comes to, as of convout.
$ cnncalc fit -W 5 -O 3 -P same -F 3 -o P; cnncalc convout -W 5 -P same -F 3 -S 2 -o P
1
1
$ cnncalc fit -W 224 -O 112 -F 7 -P same-lower --json
{"W":[224,224],"F":[7,7],"S":[2,2],"P":[[3,2],[3,2]],"d":[1,1],"O":[112,112]}

# Axes.
$ cnncalc fit --dims 1 -W 227 -O 55 --first
-W 227 -F 11 -S 4 -P 0 --dims 1
$ cnncalc fit --dims 3 -W 12 -O 4 -F 4 -d 2
-W 12 -F 4 -S 3 -P 2 -d 2 --dims 3
$ cnncalc fit --dims 2 -W 12 -O 4 -F 4
-W 12 -F 4 -S 4 -P 2
$ cnncalc fit --dims 1 -W 12 -O 4 -F 4 --json
{"W":[12],"F":[4],"S":[4],"P":[[2,2]],"d":[1],"O":[4]}
$ cnncalc fit --dims 3 -W 12 -O 4 -F 4 --json
{"W":[12,12,12],"F":[4,4,4],"S":[4,4,4],"P":[[2,2],[2,2],[2,2]],"d":[1,1,1],"O":[4,4,4]}

# Transposed: O is S(W - 1) + E - 2P.
$ cnncalc fit --transpose -W 4 -O 8 --max-filter 4
-W 4 -F 2 -S 2 -P 0 --transpose
-W 4 -F 4 -S 2 -P 1 --transpose
$ cnncalc fit --transpose -O 8 -F 4 -S 2 -P 1
-W 4 -F 4 -S 2 -P 1 --transpose
$ cnncalc fit --transpose -W 4 -F 3 -S 2 -o P,O
0	9
1	7
$ cnncalc fit --transpose -W 4 -O 8 -F 4 -P same --dims 1
-W 4 -F 4 -S 2 -P same --dims 1 --transpose
$ cnncalc fit --transpose -W 3 -O 6 -F 3
cnncalc: fit: --output-size: no layer makes 6 of 3
? 1

# Pool: the same layers, and a stride that is always told.
$ cnncalc fit --pool -W 55 -O 27 -F 3
-W 55 -F 3 -S 2 -P 0
$ cnncalc fit --pool -W 112 -O 56 -F 3 -R ceil
-W 112 -F 3 -S 2 -P 0 -R ceil
$ cnncalc fit --pool -W 28 -O 14 --first
-W 28 -F 2 -S 2 -P 0

# Forms of the answer.
$ cnncalc fit -W 227 -O 55 -o O,W,F,S,P,d
55	227	11	4	0	1
55	227	13	4	1	1
55	227	15	4	2	1
$ cnncalc fit -W 227 -O 55 --only F --first
11
$ cnncalc fit -W 227 -O 55 -a -F 13
W=227
F=13
S=4
P=1
d=1
O=55
$ cnncalc fit -W 227 -O 55 -a | grep F
F=11
F=13
F=15
$ cnncalc fit -W 227 -O 55 --json
{"W":[227,227],"F":[11,11],"S":[4,4],"P":[[0,0],[0,0]],"d":[1,1],"O":[55,55]}
{"W":[227,227],"F":[13,13],"S":[4,4],"P":[[1,1],[1,1]],"d":[1,1],"O":[55,55]}
{"W":[227,227],"F":[15,15],"S":[4,4],"P":[[2,2],[2,2]],"d":[1,1],"O":[55,55]}
$ cnncalc fit -W 227 -O 55 --json -o S,F
{"S":[4,4],"F":[11,11]}
{"S":[4,4],"F":[13,13]}
{"S":[4,4],"F":[15,15]}
$ cnncalc fit -W 227 -O 55 --explain
-W 227 -F 11 -S 4 -P 0   (227 - 11 + 2*0)/4 + 1 = 216/4 + 1 = 54 + 1 = 55
-W 227 -F 13 -S 4 -P 1   (227 - 13 + 2*1)/4 + 1 = 216/4 + 1 = 54 + 1 = 55
-W 227 -F 15 -S 4 -P 2   (227 - 15 + 2*2)/4 + 1 = 216/4 + 1 = 54 + 1 = 55
$ cnncalc fit -W 227 -O 55 --explain -F 13 -o P
-W 227 -F 13 -S 4 -P 1   (227 - 13 + 2*1)/4 + 1 = 216/4 + 1 = 54 + 1 = 55
1
$ cnncalc fit -W 227 -O 55 --first --explain --json -o F
{"F":[11,11],"steps":["-W 227 -F 11 -S 4 -P 0   (227 - 11 + 2*0)/4 + 1 = 216/4 + 1 = 54 + 1 = 55"]}
$ cnncalc fit -W 4 -O 8 -F 4 --transpose --explain
-W 4 -F 4 -S 2 -P 1 --transpose   2*(4 - 1) + 4 - 2*1 = 8
$ cnncalc fit -W 5 -O 3 -F 3 -P same --explain
-W 5 -F 3 -S 2 -P same   ceil(5/2) = 3
$ cnncalc fit -W 227 -O 55 -o flags
cnncalc: fit: --only: 'flags': unknown field
cnncalc: hint: fields: W F S P d O
? 2

# What is expected: all solutions, with tabs between.
$ cnncalc fit -W 227 -O 55 --first --expect '-W 227 -F 11 -S 4 -P 0'
-W 227 -F 11 -S 4 -P 0
$ cnncalc fit -W 227 -O 55 -o F --expect '11	13	15'
11
13
15
$ cnncalc fit -W 227 -O 55 -o F,P --expect '11	0	13	1	15	2'
11	0
13	1
15	2
$ cnncalc fit -W 227 -O 55 -o F --expect 11
11
13
15
cnncalc: fit: --expect: 11 is not the answer
? 1
$ cnncalc fit -W 227 -O 55 -o F --first --expect 12
11
cnncalc: fit: --expect: 12 is not the answer, which is 11
? 1

# On a line of batch: all solutions on one line; as JSON, an object each.
$ cat >questions <<'END'
> fit -W 227 -O 55
> # that does not fit:
> fit -W 5 -O 11
> fit -W 227 -O 55 -o F,P
> fit -W 5 -O 11 -o F,P
> fit -W 227 -O 55 --first
> convout -W 5 -F 3
> END
> cnncalc batch questions
-W 227 -F 11 -S 4 -P 0	-W 227 -F 13 -S 4 -P 1	-W 227 -F 15 -S 4 -P 2

-
cnncalc: questions:3: fit: --output-size: no layer makes 11 of 5
cnncalc: hint: with padding up to F/2 the output is at most W + 1: --pad tells another
11	0	13	1	15	2
-	-
cnncalc: questions:5: fit: --output-size: no layer makes 11 of 5
cnncalc: hint: with padding up to F/2 the output is at most W + 1: --pad tells another
-W 227 -F 11 -S 4 -P 0
3
? 1
$ printf 'fit -W 227 -O 55 -o F\nfit -W 5 -O 11\nfit -W 9 -O 9 --first -o S\n' | cnncalc batch --json
{"line":1,"F":[11,11]}
{"line":1,"F":[13,13]}
{"line":1,"F":[15,15]}
{"line":2,"error":"fit: --output-size: no layer makes 11 of 5","status":1}
cnncalc: -:2: fit: --output-size: no layer makes 11 of 5
cnncalc: hint: with padding up to F/2 the output is at most W + 1: --pad tells another
{"line":3,"S":[1,1]}
? 1
$ echo 'fit -W 7 -O 5 -F 5' | cnncalc batch -a
W=7	F=5	S=1	P=1	d=1	O=5
$ printf 'fit -W 227 -O 55\nfit -W 7 -O 5 -F 5\n' | cnncalc batch --explain
# 1: fit -W 227 -O 55
-W 227 -F 11 -S 4 -P 0   (227 - 11 + 2*0)/4 + 1 = 216/4 + 1 = 54 + 1 = 55
-W 227 -F 13 -S 4 -P 1   (227 - 13 + 2*1)/4 + 1 = 216/4 + 1 = 54 + 1 = 55
-W 227 -F 15 -S 4 -P 2   (227 - 15 + 2*2)/4 + 1 = 216/4 + 1 = 54 + 1 = 55

# 2: fit -W 7 -O 5 -F 5
-W 7 -F 5 -S 1 -P 1   (7 - 5 + 2*1)/1 + 1 = 4/1 + 1 = 4 + 1 = 5


$ printf 'fit -W 227 -O 55 -o F,P\n' | cnncalc batch --explain
# 1: fit -W 227 -O 55 -o F,P
-W 227 -F 11 -S 4 -P 0   (227 - 11 + 2*0)/4 + 1 = 216/4 + 1 = 54 + 1 = 55
11	0
-W 227 -F 13 -S 4 -P 1   (227 - 13 + 2*1)/4 + 1 = 216/4 + 1 = 54 + 1 = 55
13	1
-W 227 -F 15 -S 4 -P 2   (227 - 15 + 2*2)/4 + 1 = 216/4 + 1 = 54 + 1 = 55
15	2


$ echo 'fit -W 227 -O 55 -o F' | cnncalc batch --expect '11	13	15'
11	13	15

# In columns.
$ printf '227 55\n5 11\n\n7 7\n' | cnncalc fit --columns W,O --max-filter 13 -S 4
-W 227 -F 11 -S 4 -P 0	-W 227 -F 13 -S 4 -P 1
-
cnncalc: -:2: fit: --output-size: no layer makes 11 of 5
cnncalc: hint: with padding up to F/2 the output is at most W + 1: --pad tells another

-
cnncalc: -:4: fit: --output-size: no layer makes 7 of 7
cnncalc: hint: no filter up to 100 fits
? 1
$ printf '227 11\n227 13\n' | cnncalc fit --columns input-size,F -O 55 -o S,P
4	0
4	1
$ printf 'O P\n55 0\n55 same\n' | cnncalc fit --columns header -W 227 --first -o F,S
F	S
11	4
-	-
cnncalc: -:3: fit: --output-size: no layer makes 55 of 227
cnncalc: hint: no filter up to 100 fits
? 1
$ printf '227 55\n' | cnncalc fit --columns W,O --json -o F
{"line":1,"F":[11,11]}
{"line":1,"F":[13,13]}
{"line":1,"F":[15,15]}
$ printf '227 1\n' | cnncalc fit -O 55 --columns W,first
cnncalc: fit: --columns: 'first': cannot be a column
? 2

# Nothing fits: what --round floor would find; a larger filter, if one up to 100 fits, here those
# with a stride of (W - F)/2 <= F, at least; how far padding reaches.
$ cnncalc fit -W 224 -O 112 -F 7
cnncalc: fit: --output-size: no layer makes 112 of 224
cnncalc: hint: --round floor finds 1 layer
? 1
$ cnncalc fit -W 17 -S 2 -F 4
cnncalc: fit: --input-size: no layer takes 17
cnncalc: hint: --round floor finds 3 layers
? 1
$ cnncalc fit -W 227 -O 3 -P 0
cnncalc: fit: --output-size: no layer makes 3 of 227
cnncalc: hint: filters up to 15 were tried; -F 77 fits
? 1
$ cnncalc fit -W 227 -O 3 -P 0 -F 77
-W 227 -F 77 -S 75 -P 0
$ cnncalc fit -W 300 -O 3 -P 0 -R ceil --max-filter 99
cnncalc: fit: --output-size: no layer makes 3 of 300
cnncalc: hint: filters up to 99 were tried; -F 100 fits
? 1
$ cnncalc fit -W 301 -O 3 -P 0 -R ceil
cnncalc: fit: --output-size: no layer makes 3 of 301
cnncalc: hint: no filter up to 100 fits
? 1
$ cnncalc fit -W 304 -O 3 -P 0 -R ceil --max-filter 101
cnncalc: fit: --output-size: no layer makes 3 of 304
cnncalc: hint: no filter up to 101 fits
? 1
$ cnncalc fit -W 304 -O 3 -P 0 -R ceil --max-filter 102
-W 304 -F 102 -S 101 -P 0 -R ceil
-W 304 -F 102 -S 102 -P 0 -R ceil
$ cnncalc fit -W 300 -O 3 -P same --transpose
cnncalc: fit: --output-size: no layer makes 3 of 300
cnncalc: hint: no filter up to 100 fits
? 1
$ cnncalc fit -W 10 -O 20 -P 5
-W 10 -F 1 -S 1 -P 5
$ cnncalc fit -W 10 -O 20 --max-filter 3
cnncalc: fit: --output-size: no layer makes 20 of 10
cnncalc: hint: with padding up to F/2 the output is at most W + 1: --pad tells another
? 1
$ cnncalc fit -W 10 -O 12 --pool
cnncalc: fit: --output-size: no layer makes 12 of 10
cnncalc: hint: with padding up to F/2 the output is at most W + 1: --pad tells another
? 1
$ cnncalc fit -W 10 -O 11 --max-filter 1
cnncalc: fit: --output-size: no layer makes 11 of 10
cnncalc: hint: filters up to 1 were tried; -F 2 fits
? 1
$ cnncalc fit -W 10 -O 11 --max-filter 2
-W 10 -F 2 -S 1 -P 1
$ cnncalc fit -W 8 -O 6 --transpose
cnncalc: fit: --output-size: no layer makes 6 of 8
cnncalc: hint: with padding up to F/2 the output is at least W - 1: --pad tells another
? 1
$ cnncalc fit -W 8 -O 7 --max-filter 1 --transpose
cnncalc: fit: --output-size: no layer makes 7 of 8
cnncalc: hint: filters up to 1 were tried; -F 2 fits
? 1
$ cnncalc fit -W 8 -O 7 --max-filter 2 --transpose
-W 8 -F 2 -S 1 -P 1 --transpose
$ cnncalc fit -W 5 -O 11 -P 2
cnncalc: fit: --output-size: no layer makes 11 of 5
cnncalc: hint: no filter up to 100 fits
? 1
$ cnncalc fit -W 5 -O 9 -P 2
-W 5 -F 1 -S 1 -P 2
$ cnncalc fit -O 9223372036854775807 -F 1 -S 2
cnncalc: fit: --output-size: no layer makes 9223372036854775807
? 1
$ cnncalc fit -W 5 -O 11
cnncalc: fit: --output-size: no layer makes 11 of 5
cnncalc: hint: with padding up to F/2 the output is at most W + 1: --pad tells another
? 1
$ cnncalc fit -W 5 -O 11 -R floor --max-filter 20 --json
cnncalc: fit: --output-size: no layer makes 11 of 5
cnncalc: hint: with padding up to F/2 the output is at most W + 1: --pad tells another
? 1
$ cnncalc fit -W 5 -O 11 -F 3 --explain
cnncalc: fit: --output-size: no layer makes 11 of 5
cnncalc: hint: with padding up to F/2 the output is at most W + 1: --pad tells another
? 1
$ cnncalc fit -O 1 -P 8 -F 3
cnncalc: fit: --output-size: no layer makes 1
? 1
$ cnncalc fit -W 32 -F 40 -P 0
cnncalc: fit: --input-size: no layer takes 32
? 1

# Only even filters fit, which have no middle.
$ cnncalc fit -W 32 -O 16
-W 32 -F 2 -S 2 -P 0
-W 32 -F 4 -S 2 -P 1
-W 32 -F 6 -S 2 -P 2
-W 32 -F 8 -S 2 -P 3
-W 32 -F 10 -S 2 -P 4
-W 32 -F 12 -S 2 -P 5
-W 32 -F 14 -S 2 -P 6
cnncalc: hint: only even filters fit; --round floor finds 14 layers
$ cnncalc fit -W 32 -O 16 --first
-W 32 -F 2 -S 2 -P 0
$ cnncalc fit -W 32 -O 16 -F 2
-W 32 -F 2 -S 2 -P 0

# Sizes of 2^62.
$ cnncalc fit -W 4611686018427387904 -O 2305843009213693952 -F 6
-W 4611686018427387904 -F 6 -S 2 -P 2
$ cnncalc fit -W 4611686018427387904 -O 2305843009213693952 -F 3
cnncalc: fit: --output-size: no layer makes 2305843009213693952 of 4611686018427387904
cnncalc: hint: --round floor finds 1 layer
? 1
$ cnncalc fit -W 4611686018427387904 -O 4611686018427387904 -P 1
-W 4611686018427387904 -F 3 -S 1 -P 1
$ cnncalc fit -W 4611686018427387904 -F 2 -S 2 -o P,O
0	2305843009213693952
1	2305843009213693953
$ cnncalc fit -W 4611686018427387904 -F 2 -S 2 --transpose
-W 4611686018427387904 -F 2 -S 2 -P 1 --transpose
$ cnncalc fit -O 4611686018427387904 -F 3 -S 2 -P 1
-W 9223372036854775807 -F 3 -S 2 -P 1
$ cnncalc fit -O 9223372036854775807 -F 7 -S 2 -P 3 -d 2 --transpose
-W 4611686018427387901 -F 7 -S 2 -P 3 -d 2 --transpose
$ cnncalc fit -W 4611686018427387904 -d 4611686018427387904 -F 1 -O 4611686018427387904
-W 4611686018427387904 -F 1 -S 1 -P 0 -d 4611686018427387904

# Filters of any size: of filters and strides only those are tried that may fit. A filter of 2^63 - 1
# over 5 cells has room for 4 strides of 1 with half of it as padding: 5 - F + (F - 1) = 4.
$ cnncalc fit -W 5 -O 5 -F 9223372036854775807
-W 5 -F 9223372036854775807 -S 1 -P 4611686018427387903
$ cnncalc fit -W 5 -O 5 -F 9223372036854775807 --transpose
-W 5 -F 9223372036854775807 -S 1 -P 4611686018427387903 --transpose
$ cnncalc fit -W 9223372036854775807 -O 3 -F 4000000000000000000
cnncalc: fit: --output-size: no layer makes 3 of 9223372036854775807
cnncalc: hint: --round floor finds more than 999 layers
? 1
$ cnncalc fit -W 4611686018427387904 -O 55 --max-filter 1000000000000
cnncalc: fit: --output-size: no layer makes 55 of 4611686018427387904
cnncalc: hint: no filter up to 1000000000000 fits
? 1
$ cnncalc fit -W 5 -O 7 --max-filter 1000000000000000000
cnncalc: fit: --output-size: no layer makes 7 of 5
cnncalc: hint: with padding up to F/2 the output is at most W + 1: --pad tells another
? 1
$ cnncalc fit -W 6 -O 3 -d 2 --max-filter 1000000000000000000
cnncalc: fit: --output-size: no layer makes 3 of 6
cnncalc: hint: --round floor finds 1 layer
? 1
$ cnncalc fit -W 5 -F 4611686018427387904
-W 5 -F 4611686018427387904 -S 1 -P 2305843009213693950
-W 5 -F 4611686018427387904 -S 1 -P 2305843009213693951
-W 5 -F 4611686018427387904 -S 1 -P 2305843009213693952
-W 5 -F 4611686018427387904 -S 3 -P 2305843009213693951
-W 5 -F 4611686018427387904 -S 5 -P 2305843009213693952

# What is wrong with a question.
$ cnncalc fit
cnncalc: fit: --input-size, --output-size: one of them is needed
cnncalc: hint: for example: cnncalc fit -W 227 -O 55
? 2
$ cnncalc fit -F 3 -S 2
cnncalc: fit: --input-size, --output-size: one of them is needed
cnncalc: hint: for example: cnncalc fit -W 227 -O 55
? 2
$ cnncalc fit -W 0 -O 5
cnncalc: fit: --input-size: 0 is below 1
? 2
$ cnncalc fit -W 5 -O 0
cnncalc: fit: --output-size: 0 is below 1
? 2
$ cnncalc fit -W 5 -O 5 -F 0
cnncalc: fit: --filter-size: 0 is below 1
? 2
$ cnncalc fit -W 5 -O 5 -S 0
cnncalc: fit: --stride: 0 is below 1
? 2
$ cnncalc fit -W 5 -O 5 -d 0
cnncalc: fit: --dilation: 0 is below 1
? 2
$ cnncalc fit -W 5 -O 5 --max-filter 0
cnncalc: fit: --max-filter: 0 is below 1
? 2
$ cnncalc fit -W 32x32 -O 16
cnncalc: fit: --input-size: '32x32' is not a whole number
? 2
$ cnncalc fit -W 32 -O 16x16
cnncalc: fit: --output-size: '16x16' is not a whole number
? 2
$ cnncalc fit -W 32 -O 16 -F 3x3
cnncalc: fit: --filter-size: '3x3' is not a whole number
? 2
$ cnncalc fit -W 32 -O 16 -S 2x2
cnncalc: fit: --stride: '2x2' is not a whole number
? 2
$ cnncalc fit -W 32 -O 16 -P 1x2
cnncalc: fit: --pad: one for all axes: layers are square
? 2
$ cnncalc fit -W 32 -O 16 -P -1
cnncalc: fit: --pad: -1 is no padding
cnncalc: hint: a whole number, 1x2, 2:3, 0:1x2:3, same, same-lower or valid
? 2
$ cnncalc fit -W 9223372036854775808 -O 3
cnncalc: fit: --input-size: 9223372036854775808 is beyond 9223372036854775807
? 2
$ cnncalc fit -W 5 -O 3 -R round
cnncalc: fit: --round: 'round' is not one of: exact floor ceil full
? 2
$ cnncalc fit -W 5 -O 3 --dims 4
cnncalc: fit: --dims: 4 is above 3
? 2
$ cnncalc fit -W 3 -O 6 --transpose -R floor
cnncalc: fit: --round: a transposed layer has no stride that does not divide
? 2
$ cnncalc fit -W 3 -O 6 --transpose --pool
cnncalc: fit: --transpose: not with --pool
? 2
$ cnncalc fit -W 3 -O 3 -F 3 --max-filter 5
cnncalc: fit: --max-filter: --filter-size is told too
? 2
$ cnncalc fit -W 32 -O 16 --kernel-size 3
cnncalc: fit: --kernel-size: unknown option
cnncalc: hint: did you mean --filter-size?
? 2
$ cnncalc fit -W 32 -O 16 --padding 3
cnncalc: fit: --padding: unknown option
cnncalc: hint: did you mean --pad?
? 2
$ cnncalc fit -w 32 -O 16
cnncalc: fit: -w: unknown option
cnncalc: hint: did you mean -W, --input-size?
? 2
$ cnncalc fit -W 32 -O 16 --max 7
cnncalc: fit: --max: unknown option
cnncalc: hint: options are not abbreviated: --max-filter
? 2
$ cnncalc fit -W 32 -O 16 -K 3
cnncalc: fit: -K: unknown option
? 2
$ cnncalc fit -W 32 -O 16 8
cnncalc: fit: 8: unexpected operand
cnncalc: hint: for example: cnncalc fit -W 227 -O 55
? 2
$ cnncalc fti -W 32 -O 16
cnncalc: 'fti': unknown command
cnncalc: hint: did you mean fit?
? 2
