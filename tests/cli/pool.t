# pool: how large is the output of a pool layer?

# The stride is the filter's width unless told.
$ cnncalc pool -W 28 -F 2
14
$ cnncalc pool -W 28 -F 2 -S 2
14
$ cnncalc pool -W 9 -F 3
3
$ cnncalc pool -W 224x224x64 -F 2
112x112x64
$ cnncalc pool -W 28x14x8 -F 2x7
14x2x8
$ cnncalc pool -W 28x28x3 -F 2x2x3
14x14x3
$ cnncalc pool -W 9 -F 3 -o S,out
3	3

# Overlapping windows, padding, dilation, rounding.
$ cnncalc pool -W 13x13x256 -F 3 -S 2
6x6x256
$ cnncalc pool -W 112x112x64 -F 3 -S 2 -P 1 -R floor
56x56x64
$ cnncalc pool -W 112x112x64 -F 3 -S 2 -R ceil
56x56x64
$ cnncalc pool -W 9 -F 2 -d 2 -S 2
4
$ cnncalc pool -W 7 -F 2 -R floor
3
$ cnncalc pool -W 7 -F 2 -R ceil
4
$ cnncalc pool -W 7 -F 2 -P same
4

# It keeps the depth and has no parameters.
$ cnncalc pool -W 55 -C 96 -F 3 -S 2
27x27x96
$ cnncalc pool -W 55x55x96 -F 3 -S 2 -o depth,params
96	0
$ cnncalc pool -W 55 -F 3 -S 2 -o params
0
$ cnncalc pool -W 55x55x96 -F 3 -S 2 -a
out=27x27x96
size=27x27
width=27
height=27
depth=96
volume=27x27x96
unused=0x0
windows=729
params=0
$ cnncalc pool -W 55 -F 3 -S 2 -a
out=27
size=27
width=27
height=27
unused=0
windows=729
params=0

# Axes.
$ cnncalc pool --dims 1 -W 100 -F 4
25
$ cnncalc pool --dims 3 -W 16 -F 2
8
$ cnncalc pool --dims 3 -W 112x112x16x64 -F 2x2x1
56x56x16x64
$ cnncalc pool -W 640 -H 480 -F 2
320x240

# The working says both.
$ cnncalc pool -W 28 -F 2 --explain
A pool layer keeps the depth of its input and has no parameters.
(W - F + 2P)/S + 1 = (28 - 2 + 2*0)/2 + 1 = 26/2 + 1 = 13 + 1 = 14
$ cnncalc pool -W 55x55x96 -F 3 -S 2 --explain
Input 55x55x96, pool of 3x3, stride 2, no padding:
W = 55, C = 96, F = 3, S = 2, P = 0.

size    (W - F + 2P)/S + 1 = (55 - 3 + 2*0)/2 + 1 = 52/2 + 1 = 26 + 1 = 27
        2 divides 52: the filter fits, and no cell is left over.
volume  27x27x96: a pool layer keeps the depth.
params  0: a pool layer has no parameters.

Answer: 27x27x96
$ cnncalc pool -W 112x112x64 -F 3 -S 2 -P 1 -R floor --explain
Input 112x112x64, pool of 3x3, stride 2, padding 1:
W = 112, C = 64, F = 3, S = 2, P = 1.

size    floor((W - F + 2P)/S) + 1
        = floor((112 - 3 + 2*1)/2) + 1 = floor(111/2) + 1 = 55 + 1 = 56
        2 does not divide 111: the rest is dropped.
volume  56x56x64: a pool layer keeps the depth.
params  0: a pool layer has no parameters.

Answer: 56x56x64
$ cnncalc pool -W 28x14 -F 2x7 --explain
A pool layer keeps the depth of its input and has no parameters.
width   (W - F + 2P)/S + 1 = (28 - 2 + 2*0)/2 + 1 = 26/2 + 1 = 13 + 1 = 14
height  (W - F + 2P)/S + 1 = (14 - 7 + 2*0)/7 + 1 = 7/7 + 1 = 1 + 1 = 2

Answer: 14x2

# A window that does not fit. A stride that was not told follows the filter in what is proposed.
$ cnncalc pool -W 55 -F 2
cnncalc: pool: --stride: 2 does not fit: (55 - 2 + 2*0)/2 + 1 = 27.5 is not a whole number
cnncalc: hint: strides that fit: 1, 53; no even padding does, -P 0:1 gives 28; --round floor gives 27
? 1
$ cnncalc pool -W 55 -F 3 --explain
A pool layer keeps the depth of its input and has no parameters.
(W - F + 2P)/S + 1 = (55 - 3 + 2*0)/3 + 1 = 52/3 + 1 = 17 + 1/3 + 1 = 18 + 1/3
18 + 1/3 is not a whole number: the filter cannot slide over the input evenly.
18 windows fit; the last covers cells 51 to 53, and cell 54 is left over.
A 19th window would need cells 54 to 56.

What would fit:
  stride   1, 2, 4, 13, 26 or 52 (the divisors of 55 - 3 = 52)
  padding  -P 1: 19
  input    -W 54: 18; -W 57: 19
  filter   -F 1: 55; -F 5: 11
  or drop cell 54, as PyTorch does: --round floor: 18
cnncalc: pool: --stride: 3 does not fit: (55 - 3 + 2*0)/3 + 1 = 18 + 1/3 is not a whole number
cnncalc: hint: strides that fit: 1, 2, 4, 13, 26, 52; -P 1 gives 19; --round floor gives 18
? 1
$ cnncalc pool -W 55x55x96 -F 2 -S 2
cnncalc: pool: --stride: 2 does not fit: (55 - 2 + 2*0)/2 + 1 = 27.5 is not a whole number
cnncalc: hint: strides that fit: 1, 53; no even padding does, -P 0:1 gives 28x28; --round floor gives 27x27
? 1
$ cnncalc pool -W 2 -F 3
cnncalc: pool: --filter-size: 3 is wider than the padded input: 2 + 2*0 = 2
cnncalc: hint: -F 2 gives 1; -P 2 gives 2; -W 3 gives 1
? 1

# What a pool layer has not.
$ cnncalc pool -W 28 -F 2 -K 3
cnncalc: pool: -K: unknown option
? 2
$ cnncalc pool -W 28 -F 2 -G 3
cnncalc: pool: -G: unknown option
? 2
$ cnncalc pool -W 28 -F 2 --transpose
cnncalc: pool: --transpose: unknown option
? 2
$ cnncalc pool -W 28 -F 2 -o neurons
cnncalc: pool: --only: 'neurons': unknown field
cnncalc: hint: fields: W H F S P d C R dims out size width height depth volume unused windows params
? 2
$ cnncalc pool -W 28 -F 2 -o depth
cnncalc: pool: --only: depth needs --channels
? 2
