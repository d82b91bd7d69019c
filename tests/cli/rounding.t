# What becomes of a stride that does not divide: exact, floor, ceil, full.

$ cnncalc convout -W 32 -F 5 -S 2 -R floor
14
$ cnncalc convout -W 32 -F 5 -S 2 -R ceil
15
$ cnncalc convout -W 32 -F 5 -S 2 -R full
15
$ cnncalc convout -W 32 -F 5 -S 2 --round floor
14

# Where the stride divides they agree.
$ cnncalc convout -W 33 -F 5 -S 2 -R exact
15
$ cnncalc convout -W 33 -F 5 -S 2 -R floor
15
$ cnncalc convout -W 33 -F 5 -S 2 -R ceil
15
$ cnncalc convout -W 33 -F 5 -S 2 -R full
15

# floor: as PyTorch, Keras and ONNX do.
$ cnncalc convout -W 224x224x3 -F 7 -S 2 -P 3 -K 64 -R floor
112x112x64
$ cnncalc pool -W 112x112x64 -F 3 -S 2 -P 1 -R floor
56x56x64
$ cnncalc convout -W 32 -F 5 -S 2 -R floor -o unused
1
$ cnncalc convout -W 32 -F 5 -S 4 -R floor -o out,unused
7	3
$ cnncalc convout -W 32 -F 5 -S 4 -P 1 -R floor -o out,unused
8	0
$ cnncalc convout -W 32 -F 5 -S 4 -P 2 -R floor -o out,unused
8	1
$ cnncalc convout -W 5 -F 1 -S 100 -P 3 -R floor -o out,unused
1	5

# ceil adds a window unless it would begin beyond the input and its leading padding.
$ cnncalc pool -W 112 -F 3 -S 2 -R ceil
56
$ cnncalc pool -W 4 -F 1 -S 2 -R ceil
2
$ cnncalc pool -W 5 -F 2 -S 4 -P 1 -R ceil
2
$ cnncalc pool -W 5 -F 2 -S 4 -P 1 -R full
3
$ cnncalc pool -W 4 -F 3 -S 2 -P 1 -R ceil
3
$ cnncalc pool -W 6 -F 2 -S 2 -P 1 -R ceil
4
$ cnncalc pool -W 7 -F 2 -S 2 -P 1 -R ceil
4
$ cnncalc pool -W 7 -F 2 -S 2 -P 1 -R full
5
$ cnncalc pool -W 1 -F 1 -S 3 -P 1 -R ceil
1
$ cnncalc pool -W 1 -F 1 -S 3 -P 1 -R full
2
$ cnncalc convout -W 32 -F 5 -S 2 -R ceil -o unused
0
$ cnncalc pool -W 7 -F 2 -S 2 -P 1 -R ceil -o unused
0
$ cnncalc pool -W 7 -F 1 -S 3 -R ceil -o out,unused
3	0
$ cnncalc pool -W 8 -F 1 -S 3 -R ceil -o out,unused
3	1

# On one axis and not on the other.
$ cnncalc convout -W 32x33 -F 5 -S 2 -R floor
14x15
$ cnncalc convout -W 32x33 -F 5 -S 2 -R ceil
15x15
$ cnncalc convout -W 32x33 -F 5 -S 2 -R floor -o unused
1x0

# The working.
$ cnncalc convout -W 32 -F 5 -S 2 -R ceil --explain
ceil((W - F + 2P)/S) + 1
  = ceil((32 - 5 + 2*0)/2) + 1 = ceil(27/2) + 1 = 14 + 1 = 15
$ cnncalc convout -W 32 -F 5 -S 2 -R full --explain
ceil((W - F + 2P)/S) + 1
  = ceil((32 - 5 + 2*0)/2) + 1 = ceil(27/2) + 1 = 14 + 1 = 15
$ cnncalc pool -W 7 -F 2 -S 2 -P 1 -R ceil --explain
A pool layer keeps the depth of its input and has no parameters.
size  ceil((W - F + 2P)/S) + 1 - dropped
      = ceil((7 - 2 + 2*1)/2) + 1 - 1 = ceil(7/2) + 1 - 1 = 4 + 1 - 1 = 4
      2 does not divide 7.
      One more window would begin beyond the input and its leading
      padding; it is dropped, as PyTorch drops it.

Answer: 4
$ cnncalc convout -W 8x8x3 -F 3 -S 2 -K 2 -R ceil --explain
Input 8x8x3, 2 filters of 3x3x3, stride 2, no padding:
W = 8, C = 3, K = 2, F = 3, S = 2, P = 0.

size         ceil((W - F + 2P)/S) + 1
             = ceil((8 - 3 + 2*0)/2) + 1 = ceil(5/2) + 1 = 3 + 1 = 4
             2 does not divide 5: a last window hangs over the end.
volume       4x4x2: one slice of depth for each of the K = 2 filters.
neurons      4*4*K = 4*4*2 = 32
connections  F*F*C = 3*3*3 = 27 for each neuron: a filter sees all channels.
weights      K*F^2*C = 2*3^2*3 = 54
biases       K = 2
params       K*(F^2*C + 1) = 2*(3^2*3 + 1) = 2*28 = 56
macs         neurons*connections = 32*27 = 864

Answer: 4x4x2
$ cnncalc convout -W 8x8x3 -F 1 -S 2 -K 2 -R ceil --explain
Input 8x8x3, 2 filters of 1x1x3, stride 2, no padding:
W = 8, C = 3, K = 2, F = 1, S = 2, P = 0.

size         ceil((W - F + 2P)/S) + 1 - dropped
             = ceil((8 - 1 + 2*0)/2) + 1 - 1 = ceil(7/2) + 1 - 1 = 4 + 1 - 1 = 4
             2 does not divide 7.
             One more window would begin beyond the input and its leading
             padding; it is dropped, as PyTorch drops it.
volume       4x4x2: one slice of depth for each of the K = 2 filters.
neurons      4*4*K = 4*4*2 = 32
connections  F*F*C = 1*1*3 = 3 for each neuron: a filter sees all channels.
weights      K*F^2*C = 2*1^2*3 = 6
biases       K = 2
params       K*(F^2*C + 1) = 2*(1^2*3 + 1) = 2*4 = 8
macs         neurons*connections = 32*3 = 96

Answer: 4x4x2
$ cnncalc convout -W 8x8x3 -F 3 -S 2 -K 2 -R floor --explain
Input 8x8x3, 2 filters of 3x3x3, stride 2, no padding:
W = 8, C = 3, K = 2, F = 3, S = 2, P = 0.

size         floor((W - F + 2P)/S) + 1
             = floor((8 - 3 + 2*0)/2) + 1 = floor(5/2) + 1 = 2 + 1 = 3
             2 does not divide 5: the rest is dropped.
volume       3x3x2: one slice of depth for each of the K = 2 filters.
neurons      3*3*K = 3*3*2 = 18
connections  F*F*C = 3*3*3 = 27 for each neuron: a filter sees all channels.
weights      K*F^2*C = 2*3^2*3 = 54
biases       K = 2
params       K*(F^2*C + 1) = 2*(3^2*3 + 1) = 2*28 = 56
macs         neurons*connections = 18*27 = 486

Answer: 3x3x2
$ cnncalc convout -W 8x9x3 -F 3 -S 2 -K 2 -R floor --explain
Input 8x9x3, 2 filters of 3x3x3, stride 2, no padding:
W = 8x9, C = 3, K = 2, F = 3, S = 2, P = 0.

width        floor((W - F + 2P)/S) + 1
             = floor((8 - 3 + 2*0)/2) + 1 = floor(5/2) + 1 = 2 + 1 = 3
height       floor((W - F + 2P)/S) + 1
             = floor((9 - 3 + 2*0)/2) + 1 = floor(6/2) + 1 = 3 + 1 = 4
volume       3x4x2: one slice of depth for each of the K = 2 filters.
neurons      3*4*K = 3*4*2 = 24
connections  F*F*C = 3*3*3 = 27 for each neuron: a filter sees all channels.
weights      K*F^2*C = 2*3^2*3 = 54
biases       K = 2
params       K*(F^2*C + 1) = 2*(3^2*3 + 1) = 2*28 = 56
macs         neurons*connections = 24*27 = 648

Answer: 3x4x2
$ cnncalc convout -W 8x8 -F 1 -S 2x3 -R ceil --explain
width   ceil((W - F + 2P)/S) + 1 - dropped
        = ceil((8 - 1 + 2*0)/2) + 1 - 1 = ceil(7/2) + 1 - 1 = 4 + 1 - 1 = 4
height  ceil((W - F + 2P)/S) + 1 - dropped
        = ceil((8 - 1 + 2*0)/3) + 1 - 1 = ceil(7/3) + 1 - 1 = 3 + 1 - 1 = 3
        One more window would begin beyond the input and its leading
        padding; it is dropped, as PyTorch drops it.

Answer: 4x3

# exact is the default, and refuses.
$ cnncalc convout -W 32 -F 5 -S 2 -R exact
cnncalc: convout: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27; no even padding does, -P 0:1 gives 15; --round floor gives 14
? 1
$ cnncalc convout -W 10 -F 3 -S 3
cnncalc: convout: --stride: 3 does not fit: (10 - 3 + 2*0)/3 + 1 = 3 + 1/3 is not a whole number
cnncalc: hint: strides that fit: 1, 7; -P 1 gives 4; --round floor gives 3
? 1
$ cnncalc convout -W 10 -F 3 -S 4
cnncalc: convout: --stride: 4 does not fit: (10 - 3 + 2*0)/4 + 1 = 2.75 is not a whole number
cnncalc: hint: strides that fit: 1, 7; no even padding does, -P 0:1 gives 3; --round floor gives 2
? 1
$ cnncalc convout -W 10 -F 3 -S 5
cnncalc: convout: --stride: 5 does not fit: (10 - 3 + 2*0)/5 + 1 = 2.4 is not a whole number
cnncalc: hint: strides that fit: 1, 7; -P 4 gives 4; --round floor gives 2
? 1
$ cnncalc convout -W 10 -F 3 -S 6
cnncalc: convout: --stride: 6 does not fit: (10 - 3 + 2*0)/6 + 1 = 2 + 1/6 is not a whole number
cnncalc: hint: strides that fit: 1, 7; no even padding does, -P 2:3 gives 3; --round floor gives 2
? 1
$ cnncalc convout -W 10 -F 3 -S 8
cnncalc: convout: --stride: 8 does not fit: (10 - 3 + 2*0)/8 + 1 = 1.875 is not a whole number
cnncalc: hint: strides that fit: 1, 7; no even padding does, -P 0:1 gives 2; --round floor gives 1
? 1
$ cnncalc convout -W 10 -F 3 -S 16
cnncalc: convout: --stride: 16 does not fit: (10 - 3 + 2*0)/16 + 1 = 1 + 7/16 is not a whole number
cnncalc: hint: strides that fit: 1, 7; no even padding does, -P 4:5 gives 2; --round floor gives 1
? 1
$ cnncalc convout -W 100 -F 4 -S 125
cnncalc: convout: --stride: 125 does not fit: (100 - 4 + 2*0)/125 + 1 = 1.768 is not a whole number
cnncalc: hint: strides that fit: 4, 6, 8, 12, 16, 24, 32, 48; -P 77 gives 3; --round floor gives 1
? 1
$ cnncalc convout -W 11 -F 4 -S 2 -P 1
cnncalc: convout: --stride: 2 does not fit: (11 - 4 + 2*1)/2 + 1 = 5.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9; no even padding does, -P 1:2 gives 6; --round floor gives 5
? 1
$ cnncalc convout -W 11 -F 4 -S 2 -P 2:0
cnncalc: convout: --stride: 2 does not fit: (11 - 4 + 2 + 0)/2 + 1 = 5.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9; no even padding does, -P 1:2 gives 6; --round floor gives 5
? 1
$ cnncalc convout -W 224 -F 7 -S 2 -P 3
cnncalc: convout: --stride: 2 does not fit: (224 - 7 + 2*3)/2 + 1 = 112.5 is not a whole number
cnncalc: hint: strides that fit: 1; no even padding does, -P 3:4 gives 113; -W 223 gives 112; -W 225 gives 113; --round floor gives 112
? 1
$ cnncalc convout -W 28 -F 3 -S 2 -d 2
cnncalc: convout: --stride: 2 does not fit: (28 - 5 + 2*0)/2 + 1 = 12.5 is not a whole number
cnncalc: hint: strides that fit: 1, 23; no even padding does, -P 0:1 gives 13; --round floor gives 12
? 1
$ cnncalc convout -W 32x33 -F 5 -S 2
cnncalc: convout: --stride: 2 does not fit the width: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1; no even padding does, -P 0:1x0 gives 15x15; -W 31x33 gives 14x15; -W 33x33 gives 15x15; --round floor gives 14x15
? 1
$ cnncalc convout -W 33x32 -F 5 -S 2
cnncalc: convout: --stride: 2 does not fit the height: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1; no even padding does, -P 0x0:1 gives 15x15; -W 33x31 gives 15x14; -W 33x33 gives 15x15; --round floor gives 15x14
? 1
$ cnncalc convout -W 33 -H 32 -F 5 -S 2
cnncalc: convout: --stride: 2 does not fit the height: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1; no even padding does, -P 0x0:1 gives 15x15; -H 31 gives 15x14; -H 33 gives 15x15; --round floor gives 15x14
? 1
$ cnncalc convout -W 32x32x3 -F 5 -S 2 -K 4
cnncalc: convout: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27; no even padding does, -P 0:1 gives 15x15; --round floor gives 14x14
? 1
$ cnncalc convout -W 1000 -F 1 -S 1000
cnncalc: convout: --stride: 1000 does not fit: (1000 - 1 + 2*0)/1000 + 1 = 1.999 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27, 37; no even padding does, -P 0:1 gives 2; --round floor gives 1
? 1
$ cnncalc convout -W 721 -F 1 -S 7
cnncalc: convout: --stride: 7 does not fit: (721 - 1 + 2*0)/7 + 1 = 103 + 6/7 is not a whole number
cnncalc: hint: strides that fit: 3, 4, 5, 6, 8, 9, 10, 12; -P 4 gives 105; --round floor gives 103
? 1

# A rounding that is none.
$ cnncalc convout -W 32 -F 5 -R down
cnncalc: convout: --round: 'down' is not one of: exact floor ceil full
? 2
$ cnncalc convout -W 32 -F 5 -R Floor
cnncalc: convout: --round: 'Floor' is not one of: exact floor ceil full
? 2
$ cnncalc convout -W 32 -F 5 -R ''
cnncalc: convout: --round: '' is not one of: exact floor ceil full
? 2
