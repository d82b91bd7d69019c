# Padding: on every side, per axis, at each end, and by name.

$ cnncalc convout -W 32 -F 5 -P 2
32
$ cnncalc convout -W 32 -F 5 -P 0
28
$ cnncalc convout -W 32 -F 5 -P valid
28
$ cnncalc convout -W 32 -F 5 -P 1x2
30x32
$ cnncalc convout -W 32 -F 5 -P 0:1
29
$ cnncalc convout -W 32 -F 5 -P 2:3
33
$ cnncalc convout -W 32 -F 5 -P 0:1x2:3
29x33
$ cnncalc convout -W 32 -F 5 -P 2x0:1
32x29
$ cnncalc convout --dims 3 -W 32 -F 3 -P 0x1x2
30x32x34
$ cnncalc convout --dims 1 -W 32 -F 3 -P 0:2
32
$ cnncalc convout -W 3 -F 5 -P 1
1
$ cnncalc convout -W 1 -F 2 -P 10
20

# A causal layer pads at the beginning alone.
$ cnncalc convout --dims 1 -W 100 -F 3 -d 4 -P 8:0
100

# same makes it ceil(W/S), as TensorFlow does, the odd cell at the end.
$ cnncalc convout -W 224 -F 7 -S 2 -P same
112
$ cnncalc convout -W 224 -F 7 -S 2 -P same -o P
2:3
$ cnncalc convout -W 224 -F 7 -S 2 -P same-lower -o P
3:2
$ cnncalc convout -W 28 -F 3 -P same -o out,P
28	1
$ cnncalc convout -W 28 -F 2 -P same -o out,P
28	0:1
$ cnncalc convout -W 28 -F 2 -P same-lower -o out,P
28	1:0
$ cnncalc convout -W 10 -F 3 -S 3 -P same -o out,P
4	1
$ cnncalc convout -W 10 -F 1 -S 3 -P same -o out,P,unused
4	0	0
$ cnncalc convout -W 9 -F 1 -S 3 -P same -o out,P,unused
3	0	2
$ cnncalc convout -W 1 -F 9 -P same -o out,P
1	4
$ cnncalc convout -W 28 -F 3 -d 2 -P same -o out,P
28	2
$ cnncalc convout -W 28x10 -F 3x2 -S 2 -P same -o out,P
14x5	0:1x0

# ... so that no stride fails to divide, whatever the rounding.
$ cnncalc convout -W 32 -F 5 -S 2 -P same
16
$ cnncalc convout -W 32 -F 5 -S 2 -P same -R ceil
16

# The padding that was found is what was given, in JSON and by its letter.
$ cnncalc convout -W 224 -F 7 -S 2 -P same --json
{"W":[224,224],"H":224,"F":[7,7],"S":[2,2],"P":[[2,3],[2,3]],"d":[1,1],"G":1,"R":"exact","dims":2,"transpose":false,"bias":true,"out":"112","size":[112,112],"width":112,"height":112,"unused":[0,0],"windows":12544}
$ cnncalc convout -W 28 -F 3 -P 1 --json -o P
{"P":[[1,1],[1,1]]}
$ cnncalc convout -W 28 -F 3 -P 0:1x2 --json -o P
{"P":[[0,1],[2,2]]}
$ cnncalc convout -W 28 -F 3 -P 2:3x0 -o P
2:3x0
$ cnncalc convout -W 28 -F 3 -P 1x1 -o P
1x1
$ cnncalc convout -W 28 -F 3 -P 1:1 -o P
1

# The working.
$ cnncalc convout -W 224 -F 7 -S 2 -P same --explain
size     ceil(W/S) = ceil(224/2) = 112
padding  max((size - 1)*S + F - W, 0) = max((112 - 1)*2 + 7 - 224, 0) = 5
         begin:end is 2:3.

Answer: 112
$ cnncalc convout -W 28 -F 2 -P same-lower --explain
size     ceil(W/S) = ceil(28/1) = 28
padding  max((size - 1)*S + F - W, 0) = max((28 - 1)*1 + 2 - 28, 0) = 1
         begin:end is 1:0.

Answer: 28
$ cnncalc convout -W 28 -F 3 -d 2 -P same --explain
E        d*(F - 1) + 1 = 2*(3 - 1) + 1 = 5
size     ceil(W/S) = ceil(28/1) = 28
padding  max((size - 1)*S + E - W, 0) = max((28 - 1)*1 + 5 - 28, 0) = 4
         begin:end is 2.

Answer: 28
$ cnncalc convout -W 10 -F 1 -S 3 -P same --explain
size     ceil(W/S) = ceil(10/3) = 4
padding  max((size - 1)*S + F - W, 0) = max((4 - 1)*3 + 1 - 10, 0) = 0
         begin:end is 0.

Answer: 4
$ cnncalc convout -W 28x10x3 -F 3x2 -S 2 -P same -K 4 --explain
Input 28x10x3, 4 filters of 3x2x3, stride 2, padding same:
W = 28x10, C = 3, K = 4, F = 3x2, S = 2, P = 0:1x0.

width        ceil(W/S) = ceil(28/2) = 14
height       ceil(W/S) = ceil(10/2) = 5
padding      max((size - 1)*S + F - W, 0) = max((14 - 1)*2 + 3 - 28, 0) = 1
             max((size - 1)*S + F - W, 0) = max((5 - 1)*2 + 2 - 10, 0) = 0
             begin:end is 0:1x0.
volume       14x5x4: one slice of depth for each of the K = 4 filters.
neurons      14*5*K = 14*5*4 = 280
connections  3*2*C = 3*2*3 = 18 for each neuron: a filter sees all channels.
weights      K*3*2*C = 4*3*2*3 = 72
biases       K = 4
params       K*(3*2*C + 1) = 4*(3*2*3 + 1) = 4*19 = 76
macs         neurons*connections = 280*18 = 5040

Answer: 14x5x4
$ cnncalc convout -W 28x28x3 -F 2 -P 0:1 -K 4 --explain
Input 28x28x3, 4 filters of 2x2x3, stride 1, padding 0:1:
W = 28, C = 3, K = 4, F = 2, S = 1, P = 0:1.

size         (W - F + begin + end)/S + 1
             = (28 - 2 + 0 + 1)/1 + 1 = 27/1 + 1 = 27 + 1 = 28
             1 divides 27: the filter fits, and no cell is left over.
volume       28x28x4: one slice of depth for each of the K = 4 filters.
neurons      28*28*K = 28*28*4 = 3136
connections  F*F*C = 2*2*3 = 12 for each neuron: a filter sees all channels.
weights      K*F^2*C = 4*2^2*3 = 48
biases       K = 4
params       K*(F^2*C + 1) = 4*(2^2*3 + 1) = 4*13 = 52
macs         neurons*connections = 3136*12 = 37632

Answer: 28x28x4

# What is no padding.
$ cnncalc convout -W 32 -F 5 -P full
cnncalc: convout: --pad: 'full' is no padding
cnncalc: hint: a whole number, 1x2, 2:3, 0:1x2:3, same, same-lower or valid
? 2
$ cnncalc convout -W 32 -F 5 -P SAME
cnncalc: convout: --pad: 'SAME' is no padding
cnncalc: hint: a whole number, 1x2, 2:3, 0:1x2:3, same, same-lower or valid
? 2
$ cnncalc convout -W 32 -F 5 -P -1
cnncalc: convout: --pad: -1 is no padding
cnncalc: hint: a whole number, 1x2, 2:3, 0:1x2:3, same, same-lower or valid
? 2
$ cnncalc convout -W 32 -F 5 -P 1:
cnncalc: convout: --pad: '1:' is no padding
cnncalc: hint: a whole number, 1x2, 2:3, 0:1x2:3, same, same-lower or valid
? 2
$ cnncalc convout -W 32 -F 5 -P :1
cnncalc: convout: --pad: ':1' is no padding
cnncalc: hint: a whole number, 1x2, 2:3, 0:1x2:3, same, same-lower or valid
? 2
$ cnncalc convout -W 32 -F 5 -P 1:2:3
cnncalc: convout: --pad: '1:2:3' is no padding
cnncalc: hint: a whole number, 1x2, 2:3, 0:1x2:3, same, same-lower or valid
? 2
$ cnncalc convout -W 32 -F 5 -P 1x
cnncalc: convout: --pad: '1x' is no padding
cnncalc: hint: a whole number, 1x2, 2:3, 0:1x2:3, same, same-lower or valid
? 2
$ cnncalc convout -W 32 -F 5 -P 1,2
cnncalc: convout: --pad: '1,2' is no padding
cnncalc: hint: a whole number, 1x2, 2:3, 0:1x2:3, same, same-lower or valid
? 2
$ cnncalc convout -W 32 -F 5 -P 1.5
cnncalc: convout: --pad: 1.5 is no padding
cnncalc: hint: a whole number, 1x2, 2:3, 0:1x2:3, same, same-lower or valid
? 2
$ cnncalc convout -W 32 -F 5 -P ''
cnncalc: convout: --pad: '' is no padding
cnncalc: hint: a whole number, 1x2, 2:3, 0:1x2:3, same, same-lower or valid
? 2
$ cnncalc convout -W 32 -F 5 -P samex1
cnncalc: convout: --pad: 'samex1' is no padding
cnncalc: hint: a whole number, 1x2, 2:3, 0:1x2:3, same, same-lower or valid
? 2
$ cnncalc convout -W 32 -F 5 -P 1x2x3
cnncalc: convout: --pad: 3 numbers, where 2 axes take 1 or 2
cnncalc: hint: --dims says how many axes there are; it is 2
? 2
$ cnncalc convout -W 32 -F 5 -P 1x2x3x4
cnncalc: convout: --pad: '1x2x3x4' has more than 3 axes
cnncalc: hint: --dims says how many axes there are, at most 3
? 2
$ cnncalc convout --dims 1 -W 32 -F 5 -P 1x2
cnncalc: convout: --pad: 2 numbers, where 1 axis takes 1
cnncalc: hint: --dims says how many axes there are; it is 1
? 2

# Padding up to the edge of whole numbers.
$ cnncalc convout -W 1 -F 1 -P 4611686018427387903
9223372036854775807
$ cnncalc convout -W 1 -F 1 -P 4611686018427387904
cnncalc: convout: --input-size: the size of the output is beyond 2^63 - 1
? 1
$ cnncalc convout -W 9223372036854775807 -F 3 -P 1
9223372036854775807
$ cnncalc convout -W 9223372036854775807 -F 1 -P 1 -S 2
4611686018427387905
