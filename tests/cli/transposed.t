# Transposed layers: S(W - 1) + E - 2P + output-pad.

# They undo a layer that fits exactly.
$ cnncalc convout -W 28 -F 5 --transpose
32
$ cnncalc convout -W 55 -F 11 -S 4 --transpose
227
$ cnncalc convout -W 12 -F 5 -S 3 -P 3 --transpose
32
$ cnncalc convout -W 16 -F 4 -S 2 -P 1 --transpose
32
$ cnncalc convout -W 1 -F 4 --transpose
4
$ cnncalc convout -W 28 -F 3 -d 2 --transpose
32

# DCGAN, as published: 4x4 to 64x64.
$ cnncalc convout -W 1x1x100 -F 4 -K 512 --transpose --no-bias -o out,params
4x4x512	819200
$ cnncalc convout -W 4x4x512 -F 4 -S 2 -P 1 -K 256 --transpose --no-bias -o out,params
8x8x256	2097152
$ cnncalc convout -W 32x32x64 -F 4 -S 2 -P 1 -K 3 --transpose --no-bias -o out,params
64x64x3	3072

# Output padding.
$ cnncalc convout -W 16 -F 3 -S 2 -P 1 --transpose --output-pad 1
32
$ cnncalc convout -W 16 -F 3 -S 2 -P 1 --transpose --output-pad 0
31
$ cnncalc convout -W 16x8 -F 3 -S 2 -P 1 --transpose --output-pad 1x0
32x15
$ cnncalc convout -W 16 -F 3 -S 2 -P 1 --transpose --output-pad 2
cnncalc: convout: --output-pad: 2 is not below the larger of the stride 2 and the dilation 1
? 1
$ cnncalc convout -W 16 -F 3 -d 3 --transpose --output-pad 2
24
$ cnncalc convout -W 16 -F 3 -d 3 --transpose --output-pad 3
cnncalc: convout: --output-pad: 3 is not below the larger of the stride 1 and the dilation 3
? 1
$ cnncalc convout -W 16 -F 3 --transpose --output-pad 1
cnncalc: convout: --output-pad: 1 is not below the larger of the stride 1 and the dilation 1
? 1
$ cnncalc convout -W 16 -F 3 --output-pad 1
cnncalc: convout: --output-pad: only with --transpose
? 2
$ cnncalc convout -W 16 -F 3 -S 2 --transpose -P same --output-pad 1
cnncalc: convout: --output-pad: with --pad same the output is W*S
? 2

# same makes it W*S.
$ cnncalc convout -W 16 -F 3 -S 2 -P same --transpose
32
$ cnncalc convout -W 16 -F 3 -S 2 -P same --transpose -o P
0:1
$ cnncalc convout -W 16 -F 4 -S 2 -P same --transpose -o P,out
1	32
$ cnncalc convout -W 16 -F 3 -S 2 -P same-lower --transpose -o P,out
1:0	32
$ cnncalc convout -W 16 -F 2 -S 3 -P same --transpose -o P,out
0	48

# Padding that differs at the ends, axes that differ.
$ cnncalc convout -W 16 -F 4 -S 2 -P 1:0 --transpose
33
$ cnncalc convout -W 16x8 -F 4x3 -S 2x1 --transpose
34x10
$ cnncalc convout --dims 1 -W 16 -F 4 -S 2 --transpose
34
$ cnncalc convout --dims 3 -W 4 -F 4 -S 2 -P 1 --transpose
8

# Padding that takes everything away.
$ cnncalc convout -W 1 -F 4 -P 2 --transpose
cnncalc: convout: --pad: 2 takes the whole output: S*(W - 1) + E - 2P is below 1
cnncalc: hint: -P 1 gives 2; -F 5 gives 1; -W 2 gives 1
? 1
$ cnncalc convout -W 1 -F 4 -P 1:3 --transpose
cnncalc: convout: --pad: 1:3 takes the whole output: S*(W - 1) + E - 2P is below 1
cnncalc: hint: -P 1 gives 2; -F 5 gives 1; -W 2 gives 1
? 1
$ cnncalc convout -W 2 -F 1 -S 4 -P 2 --transpose
1
$ cnncalc convout -W 2 -F 1 -S 5 -P 2 --transpose
2

# Rounding has no place.
$ cnncalc convout -W 16 -F 3 --transpose -R floor
cnncalc: convout: --round: a transposed layer has no stride that does not divide
? 2
$ cnncalc convout -W 16 -F 3 --transpose -R exact
cnncalc: convout: --round: a transposed layer has no stride that does not divide
? 2

# Counts: from the input, as every input cell meets every weight.
$ cnncalc convout -W 4x4x512 -F 4 -S 2 -P 1 -K 256 --transpose -a
out=8x8x256
size=8x8
width=8
height=8
depth=256
volume=8x8x256
windows=64
neurons=16384
weights=2097152
biases=256
params=2097408
macs=33554432
flops=67108864
$ cnncalc convout -W 4x4x8 -F 4 -S 2 -P 1 -K 4 -G 4 --transpose -o weights,biases,params,macs,flops
128	4	132	2048	4096
$ cnncalc convout -W 4x4x8 -F 4 -S 2 -P 1 -K 4 --transpose -o connections
cnncalc: convout: --only: connections is not known for a transposed layer
? 2
$ cnncalc convout -W 4x4x8 -F 4 -S 2 -P 1 -K 4 --transpose -o unused
cnncalc: convout: --only: unused is not known for a transposed layer
? 2
$ cnncalc convout -W 4x4x8 -F 4 -S 2 -P 1 -K 4 --transpose -o windows,neurons
64	256
$ cnncalc convout -W 4x4x8 -F 4 -S 2 -P 1 -K 4 --transpose -o R
cnncalc: convout: --only: R is not known for a transposed layer
? 2
$ cnncalc convout -W 4x4x8 -F 4 -S 2 -P 1 -K 4 -o output_pad
cnncalc: convout: --only: output_pad is not known for a layer that is not transposed
? 2
$ cnncalc convout -W 4x4x8 -F 4 -S 2 -P 1 -K 4 --transpose -o transpose,output_pad
1	0x0
$ cnncalc convout -W 4 -F 4 -S 2 -P 1 --transpose --json
{"W":[4,4],"H":4,"F":[4,4],"S":[2,2],"P":[[1,1],[1,1]],"d":[1,1],"G":1,"dims":2,"transpose":true,"output_pad":[0,0],"bias":true,"out":"8","size":[8,8],"width":8,"height":8,"windows":64}

# The working.
$ cnncalc convout -W 16 -F 4 -S 2 -P 1 --transpose --explain
S*(W - 1) + F - 2P = 2*(16 - 1) + 4 - 2*1 = 32
$ cnncalc convout -W 16 -F 3 -S 2 -P 1 --transpose --output-pad 1 --explain
S*(W - 1) + F - 2P + output_pad = 2*(16 - 1) + 3 - 2*1 + 1 = 32
$ cnncalc convout -W 16 -F 3 -d 2 --transpose --explain
E = d*(F - 1) + 1 = 2*(3 - 1) + 1 = 5
S*(W - 1) + E - 2P = 1*(16 - 1) + 5 - 2*0 = 20
$ cnncalc convout -W 16 -F 3 -S 2 -P same --transpose --explain
W*S = 16*2 = 32
$ cnncalc convout -W 16 -F 4 -S 2 -P 0:1 --transpose --explain
S*(W - 1) + F - begin - end = 2*(16 - 1) + 4 - 0 - 1 = 33
$ cnncalc convout -W 4x4x512 -F 4 -S 2 -P 1 -K 256 --transpose --explain
Input 4x4x512, 256 filters of 4x4x512, stride 2, padding 1, transposed:
W = 4, C = 512, K = 256, F = 4, S = 2, P = 1.

size     S*(W - 1) + F - 2P = 2*(4 - 1) + 4 - 2*1 = 8
volume   8x8x256: one slice of depth for each of the K = 256 filters.
neurons  8*8*K = 8*8*256 = 16384
weights  C*F^2*K = 512*4^2*256 = 2097152
biases   K = 256
params   C*F^2*K + K = 512*4^2*256 + 256 = 2097152 + 256 = 2097408
macs     4*4*weights = 4*4*2097152 = 33554432
         as every input cell meets every weight.

Answer: 8x8x256
$ cnncalc convout -W 4x4x8 -F 4 -S 2 -P 1 -K 4 -G 4 --transpose --explain
Input 4x4x8, 4 filters of 4x4x2, stride 2, padding 1, 4 groups, transposed:
W = 4, C = 8, K = 4, F = 4, S = 2, P = 1, G = 4.

size     S*(W - 1) + F - 2P = 2*(4 - 1) + 4 - 2*1 = 8
volume   8x8x4: one slice of depth for each of the K = 4 filters.
neurons  8*8*K = 8*8*4 = 256
weights  C*F^2*K/G = 8*4^2*4/4 = 128
biases   K = 4
params   C*F^2*K/G + K = 8*4^2*4/4 + 4 = 128 + 4 = 132
macs     4*4*weights = 4*4*128 = 2048 as every input cell meets every weight.

Answer: 8x8x4
$ cnncalc convout -W 1 -F 4 -P 2 --transpose --explain
cnncalc: convout: --pad: 2 takes the whole output: S*(W - 1) + E - 2P is below 1
cnncalc: hint: -P 1 gives 2; -F 5 gives 1; -W 2 gives 1
? 1

# Up to 2^63 - 1.
$ cnncalc convout -W 4611686018427387904 -F 1 -S 2 --transpose
9223372036854775807
$ cnncalc convout -W 4611686018427387904 -F 2 -S 2 --transpose
cnncalc: convout: --input-size: the size of the output is beyond 2^63 - 1
? 1
$ cnncalc convout -W 9223372036854775807 -F 2 -P 1:0 --transpose
9223372036854775807
$ cnncalc convout -W 9223372036854775807 -F 2 --transpose
cnncalc: convout: --input-size: the size of the output is beyond 2^63 - 1
? 1
