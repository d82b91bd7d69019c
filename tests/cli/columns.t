# --columns: one question per line, its options in columns.

$ printf '227 11 4 0\n32 5 1 2\n' | cnncalc convout --columns W,F,S,P
55
32
$ printf '227 11 4 0\n32 5 1 2\n' >t; cnncalc convout --columns W,F,S,P t
55
32
$ printf '227 11\n' | cnncalc convout --columns W,F -S 4
55
$ printf '227 11\n' | cnncalc convout --columns W,F -S 4 -
55
$ printf '227 11\n' | cnncalc convout --columns input-size,filter-size -S 4
55
$ printf 'conv1 227 11 4\n' | cnncalc convout --columns _,W,F,S
55
$ printf 'conv1 227 11 x\n' | cnncalc convout --columns _,W,F,_ -S 4
55
$ printf '227\t11\t4\n  32   5  1  \n' | cnncalc convout --columns W,F,S
55
28
$ printf '227x227x3 11 4 96\n55x55x96 3 2 16\n' | cnncalc convout --columns W,F,S,K
55x55x96
27x27x16
$ printf '3 5 25\n11 3 96\n' | cnncalc params --columns F,C,K
1150
34944
$ printf '55x55x96 3 2\n' | cnncalc pool --columns W,F,S
27x27x96
$ printf '0\n2\n-2\n' | cnncalc sigmoid-grad --columns x
0.5	0.25
0.8807970779778824	0.10499358540350652
0.11920292202211756	0.10499358540350652
$ printf '2 4\n' | cnncalc complex-grad --columns x,y -p 6
0.610522	0.440399	0.018194
$ printf '2 0.1\n1 -1\n' | cnncalc gdstep --columns x,g -s 0.2
1.98
1.2
$ printf '2 0.1 0.2\n' | cnncalc gdstep --columns parameter,gradient,step-size
1.98
$ printf '32 5 same\n32 5 2:3\n' | cnncalc convout --columns W,F,P
32
33
$ printf '32 5 floor\n32 5 ceil\n' | cnncalc convout --columns W,F,R -S 2
14
15
$ printf '5 3 0\n5 3 1\n7 3 0\n' | cnncalc convout --columns W,F,output-pad
3
-
cnncalc: -:2: convout: --output-pad: only with --transpose
5
? 2
$ printf '5 3 0\n5 3 1\n7 3 0\n' | cnncalc convout --columns W,F,output-pad --transpose -S 2
11
12
15
$ printf '9 3\n7 3\n5 3\n' | cnncalc convout --columns W,F --output-pad 0x0
7x7
5x5
3x3
$ printf '32 5 28\n33 5 28\n' | cnncalc convout --columns W,F,expect
28
29
cnncalc: -:2: convout: --expect: 28 is not the answer, which is 29
? 1
$ cnncalc convout --columns W,F </dev/null

# Blank lines and comments keep the place.
$ printf '# W F\n32 5\n\n  # more\n33 5\n' | cnncalc convout --columns W,F

28


29

# header: names from the first line, and the answer's names first.
$ printf 'W F S\n227 11 4\n' | cnncalc convout --columns header
out
55
$ printf 'W F S\n227 11 4\n' | cnncalc convout --columns header -o W,F,S,out
W	F	S	out
227	11	4	55
$ printf 'x\n0\n' | cnncalc sigmoid-grad --columns header
out	fx
0.5	0.25
$ printf 'name W F\na 32 5\n' | cnncalc convout --columns header
cnncalc: -:1: convout: --columns: 'name': unknown option
? 2
$ printf '_ W F\na 32 5\n' | cnncalc convout --columns header
out
28
$ printf 'W F\n32 5\n' | cnncalc convout --columns header --json -o out
{"line":2,"out":"28"}
$ printf 'W F\n32 5\n' | cnncalc convout --columns header -a
out=28	size=28	width=28	height=28	unused=0	windows=784
$ cnncalc convout --columns header </dev/null
$ printf 'W W\n32 5\n33 5\n' | cnncalc convout --columns header
cnncalc: -:1: convout: --columns: 'W': named twice
? 2
$ printf '\n' | cnncalc convout --columns header


# -o, -a, --json, --expect, -p.
$ printf '227 11\n32 5\n' | cnncalc convout --columns W,F -o W,F,out,windows
227	11	217	47089
32	5	28	784
$ printf '32 5\n' | cnncalc convout --columns W,F -a
out=28	size=28	width=28	height=28	unused=0	windows=784
$ printf '32 5\n\n33 5\n' | cnncalc convout --columns W,F --json -o W,out
{"line":1,"W":[32,32],"out":"28"}
{"line":3,"W":[33,33],"out":"29"}
$ printf '32 5\n33 5\n' | cnncalc convout --columns W,F --expect 28
28
29
cnncalc: -:2: convout: --expect: 28 is not the answer, which is 29
? 1
$ printf '2\n' | cnncalc sigmoid-grad --columns x -p 3 -o fx
0.105

# A line without an answer.
$ printf '32 5 2\n32 5 3\n0 5 1\n' | cnncalc convout --columns W,F,S
-
cnncalc: -:1: convout: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27; no even padding does, -P 0:1 gives 15; --round floor gives 14
10
-
cnncalc: -:3: convout: --input-size: 0 is below 1
? 2
$ printf '32 5 2\n32 5 3\n0 5 1\n' | cnncalc convout --columns W,F,S -o W,out 2>/dev/null
-	-
32	10
-	-
? 2
$ printf '32 5 2\n0 5 1\n' | cnncalc convout --columns W,F,S --json 2>/dev/null
{"line":1,"error":"convout: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number","status":1}
{"line":2,"error":"convout: --input-size: 0 is below 1","status":2}
? 2
$ printf 'abc\n' >t; cnncalc sigmoid-grad --columns x t
-	-
cnncalc: t:1: sigmoid-grad: --x: 'abc' is not a number
? 2
$ printf '32\n32 5 6\n32 5\n' | cnncalc convout --columns W,F
-
cnncalc: -:1: convout: --columns: 1 column, where 2 are named
-
cnncalc: -:2: convout: --columns: 3 columns, where 2 are named
28
? 2
$ printf '32 5\n' | cnncalc convout --columns W
-
cnncalc: -:1: convout: --columns: 2 columns, where 1 is named
? 2
$ printf '32\n' | cnncalc convout --columns W
-
cnncalc: -:1: convout: --filter-size: missing
cnncalc: hint: for example: cnncalc convout -W 227 -F 11 -S 4
? 2

# A column that cannot be.
$ cnncalc convout --columns W,Q
cnncalc: convout: --columns: 'Q': unknown option
? 2
$ cnncalc convout --columns W,w
cnncalc: convout: --columns: 'w': unknown option
cnncalc: hint: did you mean W?
? 2
$ cnncalc convout --columns W,w,F
cnncalc: convout: --columns: 'w': unknown option
cnncalc: hint: did you mean W?
? 2
$ cnncalc convout --columns W,strid
cnncalc: convout: --columns: 'strid': unknown option
cnncalc: hint: did you mean stride?
? 2
$ cnncalc convout --columns W,kernel_size
cnncalc: convout: --columns: 'kernel_size': unknown option
cnncalc: hint: did you mean filter-size?
? 2
$ cnncalc convout --columns W,F,W
cnncalc: convout: --columns: 'W': named twice
? 2
$ cnncalc convout --columns W,F,input-size
cnncalc: convout: --columns: 'input-size': named twice
? 2
$ cnncalc convout --columns W,F -F 3
cnncalc: convout: --columns: 'F': also given as an option
? 2
$ cnncalc convout --columns ''
cnncalc: convout: --columns: '': unknown option
? 2
$ cnncalc convout --columns W,,F
cnncalc: convout: --columns: '': unknown option
? 2
$ cnncalc convout --columns W,F,
cnncalc: convout: --columns: '': unknown option
? 2
$ cnncalc convout --columns W,F,transpose
cnncalc: convout: --columns: 'transpose': cannot be a column
? 2
$ cnncalc convout --columns W,F,width
cnncalc: convout: --columns: 'width': cannot be a column
? 2
$ cnncalc convout --columns W,F,json
cnncalc: convout: --columns: 'json': cannot be a column
? 2
$ cnncalc convout --columns W,F,o
cnncalc: convout: --columns: 'o': cannot be a column
? 2
$ cnncalc convout --columns W,--stride
cnncalc: convout: --columns: '--stride': unknown option
cnncalc: hint: did you mean stride?
? 2
$ cnncalc convout --columns 'W, F'
cnncalc: convout: --columns: ' F': unknown option
? 2
$ cnncalc convout --columns W,F,header
cnncalc: convout: --columns: 'header': unknown option
? 2
$ cnncalc convout --columns W,F -o siez
cnncalc: convout: --only: 'siez': unknown field
cnncalc: hint: did you mean size?
cnncalc: hint: fields: W H F S P d K C G R dims transpose output_pad bias out size width height depth volume unused windows connections neurons weights biases params macs flops
? 2
$ cnncalc convout --columns W,F --explain
cnncalc: convout: --explain: not with --columns
? 2
$ cnncalc convout --columns W,F one two
cnncalc: convout: 'two': unexpected operand
cnncalc: hint: for example: cnncalc convout -W 227 -F 11 -S 4
? 2
$ cnncalc convout --columns W,F nowhere
cnncalc: convout: 'nowhere': no such file or directory
? 3
$ cnncalc convout --columns W,F .
cnncalc: convout: '.': is a directory
? 3
$ cnncalc convout --columns
cnncalc: convout: --columns: a value is missing
? 2

# What stands in a column is taken as it is.
$ printf '"32" 5\n' | cnncalc convout --columns W,F
-
cnncalc: -:1: convout: --input-size: '"32"' is not a whole number
? 2
$ printf '# c\nW F\n32 5\n' | cnncalc convout --columns header

out
28
$ printf 'W H F\n32 x 5\n32 16 5\n' | cnncalc convout --columns header
out
-
cnncalc: -:2: convout: --height: 'x' is not a whole number
28x12
? 2
