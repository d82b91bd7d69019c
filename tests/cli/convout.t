# convout: how large is the output of a conv layer?

# Filters of one cell, of the whole input, and one that leaves the size as it is.
$ cnncalc convout -W 1 -F 1
1
$ cnncalc convout -W 7 -F 1
7
$ cnncalc convout -W 7 -F 7
1
$ cnncalc convout -W 7 -F 7 -S 5
1
$ cnncalc convout -W 7 -F 3 -P 1
7
$ cnncalc convout -W 7 -F 3 -S 2
3
$ cnncalc convout -W 7 -F 3 -S 1
5
$ cnncalc convout -W 10 -F 3 -S 1 -P 1
10

# Long names, values after `=`, attached letters, the last of a repeated option.
$ cnncalc convout --input-size 227 --filter-size 11 --stride 4
55
$ cnncalc convout --input-size=227 --filter-size=11 --stride=4 --pad=0 --dilation=1
55
$ cnncalc convout -W227 -F11 -S4
55
$ cnncalc convout -W 100 -F 11 -S 4 -W 227
55
$ cnncalc convout -S 4 -F 11 -W 227
55
$ cnncalc convout -W 00227 -F 011 -S 04
55

# The layers of AlexNet, each answer the next question.
$ cnncalc convout -W 227x227x3 -F 11 -S 4 -K 96
55x55x96
$ cnncalc pool -W 55x55x96 -F 3 -S 2
27x27x96
$ cnncalc convout -W 27x27x96 -F 5 -P 2 -K 256
27x27x256
$ cnncalc pool -W 27x27x256 -F 3 -S 2
13x13x256
$ cnncalc convout -W 13x13x256 -F 3 -P 1 -K 384
13x13x384
$ cnncalc convout -W 13x13x384 -F 3 -P 1 -K 384
13x13x384
$ cnncalc convout -W 13x13x384 -F 3 -P 1 -K 256
13x13x256
$ cnncalc pool -W 13x13x256 -F 3 -S 2
6x6x256
$ cnncalc convout -W "$(cnncalc convout -W 227x227x3 -F 11 -S 4 -K 96)" -F 3 -S 2 -K 16
27x27x16

# The depth of the output is the number of filters, whatever the input's.
$ cnncalc convout -W 32x32x3 -F 5 -P 2 -K 10
32x32x10
$ cnncalc convout -W 32 -F 5 -P 2 -K 10
32x32x10
$ cnncalc convout -W 32x32x3 -F 5 -P 2
32x32
$ cnncalc convout -W 32 -C 3 -F 5x5x3 -K 1
28x28x1

# A dilated filter spans d(F - 1) + 1 cells.
$ cnncalc convout -W 32 -F 3 -d 2
28
$ cnncalc convout -W 32 -F 3 -d 2 -P 2
32
$ cnncalc convout -W 7 -F 3 -d 3
1
$ cnncalc convout -W 32 -F 1 -d 100
32
$ cnncalc convout -W 65x65x512 -F 3 -d 12 -P 12 -K 256
65x65x256

# Groups, and a group for each channel.
$ cnncalc convout -W 27x27x96 -F 5 -P 2 -K 256 -G 2 -o out,connections,weights,params,macs
27x27x256	1200	307200	307456	223948800
$ cnncalc convout -W 112x112x32 -F 3 -P 1 --depthwise
112x112x32
$ cnncalc convout -W 112x112x32 -F 3 -P 1 --depthwise -o G,K,connections,weights,biases,params,macs
32	32	9	288	32	320	3612672
$ cnncalc convout -W 112x112x32 -F 3 -P 1 --depthwise -K 64 -o G,K,out,connections,params
32	64	112x112x64	9	640
$ cnncalc convout -W 27x27 -F 5x5x48 -P 2 -K 256 -G 2 -o C,connections
96	1200

# No bias; the last of --bias and --no-bias holds.
$ cnncalc convout -W 32x32x3 -F 5 -K 6 --no-bias -o weights,biases,params
450	0	450
$ cnncalc convout -W 32x32x3 -F 5 -K 6 --no-bias --bias -o weights,biases,params
450	6	456
$ cnncalc convout -W 32x32x3 -F 5 -K 6 --bias --no-bias -o weights,biases,params
450	0	450

# Every field of a layer.
$ cnncalc convout -W 227x227x3 -F 11 -S 4 -K 96 -a
out=55x55x96
size=55x55
width=55
height=55
depth=96
volume=55x55x96
unused=0x0
windows=3025
connections=363
neurons=290400
weights=34848
biases=96
params=34944
macs=105415200
flops=210830400
$ cnncalc convout -W 227 -F 11 -S 4 -a
out=55
size=55
width=55
height=55
unused=0
windows=3025
$ cnncalc convout -W 227 -F 11 -S 4 -C 3 -a
out=55
size=55
width=55
height=55
unused=0
windows=3025
connections=363
$ cnncalc convout -W 227 -F 11 -S 4 -K 96 -a
out=55x55x96
size=55
width=55
height=55
depth=96
volume=55x55x96
unused=0
windows=3025
neurons=290400

# Sizes are exact up to 2^63 - 1.
$ cnncalc convout -W 9223372036854775807 -F 1
9223372036854775807
$ cnncalc convout -W 9223372036854775807 -F 9223372036854775807
1
$ cnncalc convout -W 9223372036854775807 -F 3 -S 2
4611686018427387903
$ cnncalc convout -W 4611686018427387904 -F 2 -S 2
2305843009213693952
$ cnncalc convout -W 4611686018427387904 -F 3 -P 1 -K 4611686018427387904
4611686018427387904x4611686018427387904x4611686018427387904
$ cnncalc convout -W 4611686018427387903 -F 4611686018427387904 -P 4611686018427387903
9223372036854775806
$ cnncalc convout -W 3037000499 -F 1 -o windows
9223372030926249001

# The working of one number is one line.
$ cnncalc convout -W 32 -F 5 -P 2 --explain
(W - F + 2P)/S + 1 = (32 - 5 + 2*2)/1 + 1 = 31/1 + 1 = 31 + 1 = 32
$ cnncalc convout -W 32 -F 3 -P 2 -d 2 --explain
E = d*(F - 1) + 1 = 2*(3 - 1) + 1 = 5
(W - E + 2P)/S + 1 = (32 - 5 + 2*2)/1 + 1 = 31/1 + 1 = 31 + 1 = 32
$ cnncalc convout -W 10 -F 3 -S 2 -P 0:1 --explain
(W - F + begin + end)/S + 1 = (10 - 3 + 0 + 1)/2 + 1 = 8/2 + 1 = 4 + 1 = 5
$ cnncalc convout -W 224 -F 7 -S 2 -P 3 -R floor --explain
floor((W - F + 2P)/S) + 1
  = floor((224 - 7 + 2*3)/2) + 1 = floor(223/2) + 1 = 111 + 1 = 112

# With channels or filters it says what each count is.
$ cnncalc convout -W 32x32x3 -F 5 -P 2 --explain
Input 32x32x3, a filter of 5x5x3, stride 1, padding 2:
W = 32, C = 3, F = 5, S = 1, P = 2.

size         (W - F + 2P)/S + 1 = (32 - 5 + 2*2)/1 + 1 = 31/1 + 1 = 31 + 1 = 32
             1 divides 31: the filter fits, and no cell is left over.
connections  F*F*C = 5*5*3 = 75 for each neuron: a filter sees all channels.

Answer: 32x32
$ cnncalc convout -W 32 -F 5 -P 2 -K 10 --explain
Input 32x32, 10 filters of 5x5, stride 1, padding 2:
W = 32, K = 10, F = 5, S = 1, P = 2.

size     (W - F + 2P)/S + 1 = (32 - 5 + 2*2)/1 + 1 = 31/1 + 1 = 31 + 1 = 32
         1 divides 31: the filter fits, and no cell is left over.
volume   32x32x10: one slice of depth for each of the K = 10 filters.
neurons  32*32*K = 32*32*10 = 10240

Answer: 32x32x10
$ cnncalc convout -W 32x32x3 -F 5 -P 2 -K 1 --explain
Input 32x32x3, a filter of 5x5x3, stride 1, padding 2:
W = 32, C = 3, K = 1, F = 5, S = 1, P = 2.

size         (W - F + 2P)/S + 1 = (32 - 5 + 2*2)/1 + 1 = 31/1 + 1 = 31 + 1 = 32
             1 divides 31: the filter fits, and no cell is left over.
volume       32x32x1: one slice of depth, for the one filter.
neurons      32*32*K = 32*32*1 = 1024
connections  F*F*C = 5*5*3 = 75 for each neuron: a filter sees all channels.
weights      K*F^2*C = 1*5^2*3 = 75
biases       K = 1
params       K*(F^2*C + 1) = 1*(5^2*3 + 1) = 1*76 = 76
macs         neurons*connections = 1024*75 = 76800

Answer: 32x32x1
$ cnncalc convout -W 27x27x96 -F 5 -P 2 -K 256 -G 2 --explain
Input 27x27x96, 256 filters of 5x5x48, stride 1, padding 2, 2 groups:
W = 27, C = 96, K = 256, F = 5, S = 1, P = 2, G = 2.

size         (W - F + 2P)/S + 1 = (27 - 5 + 2*2)/1 + 1 = 26/1 + 1 = 26 + 1 = 27
             1 divides 26: the filter fits, and no cell is left over.
volume       27x27x256: one slice of depth for each of the K = 256 filters.
neurons      27*27*K = 27*27*256 = 186624
connections  F*F*C/G = 5*5*96/2 = 1200
             for each neuron: a filter sees the channels of its group.
weights      K*F^2*C/G = 256*5^2*96/2 = 307200
biases       K = 256
params       K*(F^2*C/G + 1) = 256*(5^2*96/2 + 1) = 256*1201 = 307456
macs         neurons*connections = 186624*1200 = 223948800

Answer: 27x27x256
$ cnncalc convout -W 112x112x32 -F 3 -P 1 --depthwise --no-bias --explain
Input 112x112x32, 32 filters of 3x3x1, stride 1, padding 1, 32 groups:
W = 112, C = 32, K = 32, F = 3, S = 1, P = 1, G = 32.

size         (W - F + 2P)/S + 1
             = (112 - 3 + 2*1)/1 + 1 = 111/1 + 1 = 111 + 1 = 112
             1 divides 111: the filter fits, and no cell is left over.
volume       112x112x32: one slice of depth for each of the K = 32 filters.
neurons      112*112*K = 112*112*32 = 401408
connections  F*F*C/G = 3*3*32/32 = 9
             for each neuron: a filter sees the channels of its group.
weights      K*F^2*C/G = 32*3^2*32/32 = 288
biases       0: the layer has no bias.
params       K*F^2*C/G = 32*3^2*32/32 = 288
macs         neurons*connections = 401408*9 = 3612672

Answer: 112x112x32
$ cnncalc convout -W 32x32x16 -F 3 -d 2 -P 2 -K 8 --explain
Input 32x32x16, 8 filters of 3x3x16, stride 1, padding 2, dilation 2:
W = 32, C = 16, K = 8, F = 3, S = 1, P = 2, d = 2.

E            d*(F - 1) + 1 = 2*(3 - 1) + 1 = 5
size         (W - E + 2P)/S + 1 = (32 - 5 + 2*2)/1 + 1 = 31/1 + 1 = 31 + 1 = 32
             1 divides 31: the filter fits, and no cell is left over.
volume       32x32x8: one slice of depth for each of the K = 8 filters.
neurons      32*32*K = 32*32*8 = 8192
connections  F*F*C = 3*3*16 = 144 for each neuron: a filter sees all channels.
weights      K*F^2*C = 8*3^2*16 = 1152
biases       K = 8
params       K*(F^2*C + 1) = 8*(3^2*16 + 1) = 8*145 = 1160
macs         neurons*connections = 8192*144 = 1179648

Answer: 32x32x8

# With -o and -a the named values follow the working.
$ cnncalc convout -W 32 -F 5 --explain -o out,windows
(W - F + 2P)/S + 1 = (32 - 5 + 2*0)/1 + 1 = 27/1 + 1 = 27 + 1 = 28
28	784
$ cnncalc convout -W 32 -F 5 --explain -a
(W - F + 2P)/S + 1 = (32 - 5 + 2*0)/1 + 1 = 27/1 + 1 = 27 + 1 = 28
out=28
size=28
width=28
height=28
unused=0
windows=784

# A layer that does not fit: the axis is worked out as far as it goes.
$ cnncalc convout -W 10 -F 3 -S 2 -P 1 --explain
(W - F + 2P)/S + 1 = (10 - 3 + 2*1)/2 + 1 = 9/2 + 1 = 4.5 + 1 = 5.5
5.5 is not a whole number: the filter cannot slide over the input evenly.
5 windows fit; the last covers cells 7 to 9,
and cell 10 of the padding is left over.
A 6th window would need cells 9 to 11.

What would fit:
  stride   1, 3 or 9 (the divisors of 10 - 3 + 2*1 = 9)
  padding  none: 7 + 2P is odd for every P; one cell more at the end, -P 1:2: 6
  input    -W 9: 5; -W 11: 6
  filter   -F 2: 6; -F 4: 5
  or drop cell 10 of the padding, as PyTorch does: --round floor: 5
cnncalc: convout: --stride: 2 does not fit: (10 - 3 + 2*1)/2 + 1 = 5.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9; no even padding does, -P 1:2 gives 6; --round floor gives 5
? 1
$ cnncalc convout -W 10 -F 2 -S 3 --explain
(W - F + 2P)/S + 1 = (10 - 2 + 2*0)/3 + 1 = 8/3 + 1 = 2 + 2/3 + 1 = 3 + 2/3
3 + 2/3 is not a whole number: the filter cannot slide over the input evenly.
3 windows fit; the last covers cells 6 and 7, and cells 8 and 9 are left over.
A 4th window would need cells 9 and 10.

What would fit:
  stride   1, 2, 4 or 8 (the divisors of 10 - 2 = 8)
  padding  -P 2: 5
  input    -W 8: 3; -W 11: 4
  filter   -F 1: 4; -F 4: 3
  or drop cells 8 and 9, as PyTorch does: --round floor: 3
cnncalc: convout: --stride: 3 does not fit: (10 - 2 + 2*0)/3 + 1 = 3 + 2/3 is not a whole number
cnncalc: hint: strides that fit: 1, 2, 4, 8; -P 2 gives 5; --round floor gives 3
? 1
$ cnncalc convout -W 11 -F 3 -S 3 --explain
(W - F + 2P)/S + 1 = (11 - 3 + 2*0)/3 + 1 = 8/3 + 1 = 2 + 2/3 + 1 = 3 + 2/3
3 + 2/3 is not a whole number: the filter cannot slide over the input evenly.
3 windows fit; the last covers cells 6 to 8, and cells 9 and 10 are left over.
A 4th window would need cells 9 to 11.

What would fit:
  stride   1, 2, 4 or 8 (the divisors of 11 - 3 = 8)
  padding  -P 2: 5
  input    -W 9: 3; -W 12: 4
  filter   -F 2: 4; -F 5: 3
  or drop cells 9 and 10, as PyTorch does: --round floor: 3
cnncalc: convout: --stride: 3 does not fit: (11 - 3 + 2*0)/3 + 1 = 3 + 2/3 is not a whole number
cnncalc: hint: strides that fit: 1, 2, 4, 8; -P 2 gives 5; --round floor gives 3
? 1
$ cnncalc convout -W 5 -F 7 --explain
F = 7 is wider than the padded input: 5 + 2*0 = 5.
Not even one window fits.
cnncalc: convout: --filter-size: 7 is wider than the padded input: 5 + 2*0 = 5
cnncalc: hint: -F 5 gives 1; -P 1 gives 1; -W 7 gives 1
? 1
$ cnncalc convout -W 32x32x3 -F 5 -S 2 -K 10 --explain
Input 32x32x3, 10 filters of 5x5x3, stride 2, no padding:
W = 32, C = 3, K = 10, F = 5, S = 2, P = 0.

(W - F + 2P)/S + 1 = (32 - 5 + 2*0)/2 + 1 = 27/2 + 1 = 13.5 + 1 = 14.5
14.5 is not a whole number: the filter cannot slide over the input evenly.
14 windows fit; the last covers cells 26 to 30, and cell 31 is left over.
A 15th window would need cells 28 to 32.

What would fit:
  stride   1, 3, 9 or 27 (the divisors of 32 - 5 = 27)
  padding  none: 27 + 2P is odd for every P; one cell at one end, -P 0:1: 15x15
  input    -W 31x31x3: 14x14; -W 33x33x3: 15x15
  filter   -F 4: 15x15; -F 6: 14x14
  or drop cell 31, as PyTorch does: --round floor: 14x14
cnncalc: convout: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27; no even padding does, -P 0:1 gives 15x15; --round floor gives 14x14
? 1

# One window, one cell, cells of the padding.
$ cnncalc convout -W 10 -F 3 -S 8 --explain
(W - F + 2P)/S + 1 = (10 - 3 + 2*0)/8 + 1 = 7/8 + 1 = 0.875 + 1 = 1.875
1.875 is not a whole number: the filter cannot slide over the input evenly.
1 window fits; it covers cells 0 to 2, and cells 3 to 9 are left over.
A 2nd window would need cells 8 to 10.

What would fit:
  stride   1 or 7 (the divisors of 10 - 3 = 7)
  padding  none: 7 + 2P is odd for every P; one cell at one end, -P 0:1: 2
  input    -W 3: 1; -W 11: 2
  filter   -F 2: 2; -F 10: 1
  or drop cells 3 to 9, as PyTorch does: --round floor: 1
cnncalc: convout: --stride: 8 does not fit: (10 - 3 + 2*0)/8 + 1 = 1.875 is not a whole number
cnncalc: hint: strides that fit: 1, 7; no even padding does, -P 0:1 gives 2; --round floor gives 1
? 1
$ cnncalc convout -W 10 -F 1 -S 8 --explain
(W - F + 2P)/S + 1 = (10 - 1 + 2*0)/8 + 1 = 9/8 + 1 = 1.125 + 1 = 2.125
2.125 is not a whole number: the filter cannot slide over the input evenly.
2 windows fit; the last covers cell 8, and cell 9 is left over.
A 3rd window would need cell 16.

What would fit:
  stride   1, 3 or 9 (the divisors of 10 - 1 = 9)
  padding  none: 9 + 2P is odd for every P; one cell more at the end, -P 3:4: 3
  input    -W 9: 2; -W 17: 3
  filter   -F 2: 2
  or drop cell 9, as PyTorch does: --round floor: 2
cnncalc: convout: --stride: 8 does not fit: (10 - 1 + 2*0)/8 + 1 = 2.125 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9; no even padding does, -P 3:4 gives 3; --round floor gives 2
? 1
$ cnncalc convout -W 10 -F 3 -S 4 -P 2 --explain
(W - F + 2P)/S + 1 = (10 - 3 + 2*2)/4 + 1 = 11/4 + 1 = 2.75 + 1 = 3.75
3.75 is not a whole number: the filter cannot slide over the input evenly.
3 windows fit; the last covers cells 6 to 8,
and cells 9 to 11 (from 10 on, padding) are left over.
A 4th window would need cells 10 to 12.

What would fit:
  stride   1 or 11 (the divisors of 10 - 3 + 2*2 = 11)
  padding  none: 7 + 2P is odd for every P; one cell more at the end, -P 2:3: 4
  input    -W 7: 3; -W 11: 4
  filter   -F 2: 4; -F 6: 3
  or drop cells 9 to 11 (from 10 on, padding), as PyTorch does: --round floor: 3
cnncalc: convout: --stride: 4 does not fit: (10 - 3 + 2*2)/4 + 1 = 3.75 is not a whole number
cnncalc: hint: strides that fit: 1, 11; no even padding does, -P 2:3 gives 4; --round floor gives 3
? 1
$ cnncalc convout -W 2 -F 3 -S 6 -P 3 --explain
(W - F + 2P)/S + 1 = (2 - 3 + 2*3)/6 + 1 = 5/6 + 1 = 1 + 5/6
1 + 5/6 is not a whole number: the filter cannot slide over the input evenly.
1 window fits; it covers cells -3 to -1 of the padding,
and cells 0 to 4 (from 2 on, padding) are left over.
A 2nd window would need cells 3 to 5.

What would fit:
  stride   1 or 5 (the divisors of 2 - 3 + 2*3 = 5)
  padding  none: -1 + 2P is odd for every P; one cell more at the end, -P 3:4: 2
  input    -W 3: 2
  filter   -F 2: 2; -F 8: 1
  or drop cells 0 to 4 (from 2 on, padding), as PyTorch does: --round floor: 1
cnncalc: convout: --stride: 6 does not fit: (2 - 3 + 2*3)/6 + 1 = 1 + 5/6 is not a whole number
cnncalc: hint: strides that fit: 1, 5; no even padding does, -P 3:4 gives 2; --round floor gives 1
? 1
$ cnncalc convout -W 10 -F 3 -S 4 -P 2:0 --explain
(W - F + begin + end)/S + 1 = (10 - 3 + 2 + 0)/4 + 1 = 9/4 + 1 = 2.25 + 1 = 3.25
3.25 is not a whole number: the filter cannot slide over the input evenly.
3 windows fit; the last covers cells 6 to 8, and cell 9 is left over.
A 4th window would need cells 10 to 12.

What would fit:
  stride   1, 3 or 9 (the divisors of 10 - 3 + 2 + 0 = 9)
  padding  none: 7 + 2P is odd for every P; one cell more at the end, -P 0:1: 3
  input    -W 9: 3; -W 13: 4
  filter   -F 4: 3
  or drop cell 9, as PyTorch does: --round floor: 3
cnncalc: convout: --stride: 4 does not fit: (10 - 3 + 2 + 0)/4 + 1 = 3.25 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9; no even padding does, -P 0:1 gives 3; --round floor gives 3
? 1
$ cnncalc convout -W 28 -F 3 -S 2 -d 2 --explain
E = d*(F - 1) + 1 = 2*(3 - 1) + 1 = 5
(W - E + 2P)/S + 1 = (28 - 5 + 2*0)/2 + 1 = 23/2 + 1 = 11.5 + 1 = 12.5
12.5 is not a whole number: the filter cannot slide over the input evenly.
12 windows fit; the last covers cells 22 to 26, and cell 27 is left over.
A 13th window would need cells 24 to 28.

What would fit:
  stride   1 or 23 (the divisors of 28 - 5 = 23)
  padding  none: 23 + 2P is odd for every P; one cell at one end, -P 0:1: 13
  input    -W 27: 12; -W 29: 13
  or drop cell 27, as PyTorch does: --round floor: 12
cnncalc: convout: --stride: 2 does not fit: (28 - 5 + 2*0)/2 + 1 = 12.5 is not a whole number
cnncalc: hint: strides that fit: 1, 23; no even padding does, -P 0:1 gives 13; --round floor gives 12
? 1
$ cnncalc convout -W 5 -F 3 -d 3 --explain
E = d*(F - 1) + 1 = 3*(3 - 1) + 1 = 7
E = 7 is wider than the padded input: 5 + 2*0 = 5.
Not even one window fits.
cnncalc: convout: --filter-size: 3 with dilation 3 spans 7 cells, which is wider than the padded input: 5 + 2*0 = 5
cnncalc: hint: -F 2 gives 2; -P 1 gives 1; -W 7 gives 1
? 1

# Ordinals and their articles.
$ for w in 15 17 21 23 25 27 35 41 43 45 159 161 221; do
>     cnncalc convout -W $w -F 2 -S 2 --explain 2>/dev/null | grep would.need
> done
An 8th window would need cells 14 and 15.
A 9th window would need cells 16 and 17.
An 11th window would need cells 20 and 21.
A 12th window would need cells 22 and 23.
A 13th window would need cells 24 and 25.
A 14th window would need cells 26 and 27.
An 18th window would need cells 34 and 35.
A 21st window would need cells 40 and 41.
A 22nd window would need cells 42 and 43.
A 23rd window would need cells 44 and 45.
An 80th window would need cells 158 and 159.
An 81st window would need cells 160 and 161.
A 111th window would need cells 220 and 221.
