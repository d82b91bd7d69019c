# One, two and three axes; width first.

$ cnncalc convout -W 640x480 -F 3
638x478
$ cnncalc convout -W 640 -H 480 -F 3
638x478
$ cnncalc convout -W 640 --height 480 -F 3 -K 16
638x478x16
$ cnncalc convout -W 640x480 -H 480 -F 3
638x478
$ cnncalc convout -W 640x480x3 -H 480 -F 3
638x478
$ cnncalc convout -W 640x480 -F 5x3
636x478
$ cnncalc convout -W 17x17x192 -F 7x1 -P 3x0 -K 192
17x17x192
$ cnncalc convout -W 32x32 -F 5
28x28
$ cnncalc convout -W 32 -F 5x5
28x28
$ cnncalc convout -W 32 -F 5 -S 1x1
28x28
$ cnncalc convout -W 32 -F 5 -P 2x2
32x32
$ cnncalc convout -W 32 -F 5 -d 1x2
28x24
$ cnncalc convout -W 32x32x3 -F 5
28x28

# One axis.
$ cnncalc convout --dims 1 -W 100 -F 5
96
$ cnncalc convout --dims 1 -W 100x16 -F 5 -K 32
96x32
$ cnncalc convout --dims 1 -W 100x16 -F 5x16 -K 32 -o out,params
96x32	2592
$ cnncalc convout --dims 1 -W 16000x1 -F 25 -S 5 -K 8 -a
out=3196x8
size=3196
width=3196
depth=8
volume=3196x8
unused=0
windows=3196
connections=25
neurons=25568
weights=200
biases=8
params=208
macs=639200
flops=1278400
$ cnncalc convout --dims 1 -W 100 -F 5 --json
{"W":[100],"F":[5],"S":[1],"P":[[0,0]],"d":[1],"G":1,"R":"exact","dims":1,"transpose":false,"bias":true,"out":"96","size":[96],"width":96,"unused":[0],"windows":96}

# Three axes.
$ cnncalc convout --dims 3 -W 112x112x16 -F 3 -P 1
112x112x16
$ cnncalc convout --dims 3 -W 112x112x16x3 -F 3 -P 1 -K 64
112x112x16x64
$ cnncalc convout --dims 3 -W 32 -F 3 -P 1
32
$ cnncalc convout --dims 3 -W 32 -F 3 -P 1 -K 8 -C 4 -o out,params,connections
32x32x32x8	872	108
$ cnncalc convout --dims 3 -W 112x112x16x3 -F 7x7x3 -S 2x2x1 -P 3x3x1 -R floor -K 64
56x56x16x64
$ cnncalc convout --dims 3 -W 112 -H 100 -F 3
110x98x110

# One number each, where there is one.
$ cnncalc convout -W 640x480 -F 3 -K 16 -o width,height,depth
638	478	16
$ cnncalc convout --dims 3 -W 112x100x16 -F 3 -P 1 -o width,height,depth
112	100	16
$ cnncalc convout --dims 3 -W 112x100x16 -F 3 -P 1 -K 8 -o width,height,depth,volume
112	100	16	112x100x16x8
$ cnncalc convout --dims 3 -W 112x100x16 -F 3 -P 1 -o volume
cnncalc: convout: --only: volume needs --filters
? 2
$ cnncalc convout --dims 1 -W 100 -F 5 -K 32 -o width,depth
96	32
$ cnncalc convout --dims 1 -W 100 -F 5 -o height
cnncalc: convout: --only: height is not known with one axis
? 2
$ cnncalc convout --dims 1 -W 100 -F 5 -o H
cnncalc: convout: --only: H is not known with one axis
? 2
$ cnncalc convout -W 100 -F 5 -o H
100
$ cnncalc convout -W 100 -F 5 -o depth
cnncalc: convout: --only: depth needs --filters
? 2

# Where the axes differ the working names them.
$ cnncalc convout -W 640x480 -F 3 --explain
width   (W - F + 2P)/S + 1 = (640 - 3 + 2*0)/1 + 1 = 637/1 + 1 = 637 + 1 = 638
height  (W - F + 2P)/S + 1 = (480 - 3 + 2*0)/1 + 1 = 477/1 + 1 = 477 + 1 = 478

Answer: 638x478
$ cnncalc convout -W 640x480x3 -F 5x3 -P 2x1 -K 16 --explain
Input 640x480x3, 16 filters of 5x3x3, stride 1, padding 2x1:
W = 640x480, C = 3, K = 16, F = 5x3, S = 1, P = 2x1.

width        (W - F + 2P)/S + 1
             = (640 - 5 + 2*2)/1 + 1 = 639/1 + 1 = 639 + 1 = 640
height       (W - F + 2P)/S + 1
             = (480 - 3 + 2*1)/1 + 1 = 479/1 + 1 = 479 + 1 = 480
volume       640x480x16: one slice of depth for each of the K = 16 filters.
neurons      640*480*K = 640*480*16 = 4915200
connections  5*3*C = 5*3*3 = 45 for each neuron: a filter sees all channels.
weights      K*5*3*C = 16*5*3*3 = 720
biases       K = 16
params       K*(5*3*C + 1) = 16*(5*3*3 + 1) = 16*46 = 736
macs         neurons*connections = 4915200*45 = 221184000

Answer: 640x480x16
$ cnncalc convout --dims 3 -W 112x112x16x3 -F 3 -P 1 -K 64 --explain
Input 112x112x16x3, 64 filters of 3x3x3x3, stride 1, padding 1:
W = 112x112x16, C = 3, K = 64, F = 3, S = 1, P = 1.

width        (W - F + 2P)/S + 1
             = (112 - 3 + 2*1)/1 + 1 = 111/1 + 1 = 111 + 1 = 112
height       (W - F + 2P)/S + 1
             = (112 - 3 + 2*1)/1 + 1 = 111/1 + 1 = 111 + 1 = 112
depth        (W - F + 2P)/S + 1 = (16 - 3 + 2*1)/1 + 1 = 15/1 + 1 = 15 + 1 = 16
volume       112x112x16x64: one slice of depth for each of the K = 64 filters.
neurons      112*112*16*K = 112*112*16*64 = 12845056
connections  F*F*F*C = 3*3*3*3 = 81 for each neuron: a filter sees all channels.
weights      K*F^3*C = 64*3^3*3 = 5184
biases       K = 64
params       K*(F^3*C + 1) = 64*(3^3*3 + 1) = 64*82 = 5248
macs         neurons*connections = 12845056*81 = 1040449536

Answer: 112x112x16x64
$ cnncalc convout --dims 1 -W 100x16 -F 5 -K 32 --explain
Input 100x16, 32 filters of 5x16, stride 1, no padding:
W = 100, C = 16, K = 32, F = 5, S = 1, P = 0.

size         (W - F + 2P)/S + 1 = (100 - 5 + 2*0)/1 + 1 = 95/1 + 1 = 95 + 1 = 96
             1 divides 95: the filter fits, and no cell is left over.
volume       96x32: one slice of depth for each of the K = 32 filters.
neurons      96*K = 96*32 = 3072
connections  F*C = 5*16 = 80 for each neuron: a filter sees all channels.
weights      K*F*C = 32*5*16 = 2560
biases       K = 32
params       K*(F*C + 1) = 32*(5*16 + 1) = 32*81 = 2592
macs         neurons*connections = 3072*80 = 245760

Answer: 96x32
$ cnncalc convout -W 32x32 -F 5x5 --explain
size  (W - F + 2P)/S + 1 = (32 - 5 + 2*0)/1 + 1 = 27/1 + 1 = 27 + 1 = 28
      1 divides 27: the filter fits, and no cell is left over.

Answer: 28x28
$ cnncalc convout -W 32 -F 5 -d 1x2 --explain
E       d*(F - 1) + 1 = 1*(5 - 1) + 1 = 5
        d*(F - 1) + 1 = 2*(5 - 1) + 1 = 9
width   (W - E + 2P)/S + 1 = (32 - 5 + 2*0)/1 + 1 = 27/1 + 1 = 27 + 1 = 28
height  (W - E + 2P)/S + 1 = (32 - 9 + 2*0)/1 + 1 = 23/1 + 1 = 23 + 1 = 24

Answer: 28x24

# ... and so does the error.
$ cnncalc convout -W 640x481 -F 3 -S 2
cnncalc: convout: --stride: 2 does not fit the width: (640 - 3 + 2*0)/2 + 1 = 319.5 is not a whole number
cnncalc: hint: strides that fit: 1; no even padding does, -P 0:1x0 gives 320x240; -W 639x481 gives 319x240; -W 641x481 gives 320x240; --round floor gives 319x240
? 1
$ cnncalc convout -W 641x480 -F 3 -S 2
cnncalc: convout: --stride: 2 does not fit the height: (480 - 3 + 2*0)/2 + 1 = 239.5 is not a whole number
cnncalc: hint: strides that fit: 1; no even padding does, -P 0x0:1 gives 320x240; -W 641x479 gives 320x239; -W 641x481 gives 320x240; --round floor gives 320x239
? 1
$ cnncalc convout -W 641x480 -F 3 -S 2 --explain
width   (W - F + 2P)/S + 1 = (641 - 3 + 2*0)/2 + 1 = 638/2 + 1 = 319 + 1 = 320
height  (W - F + 2P)/S + 1
        = (480 - 3 + 2*0)/2 + 1 = 477/2 + 1 = 238.5 + 1 = 239.5
239.5 is not a whole number: the filter cannot slide over the height evenly.
239 windows fit; the last covers cells 476 to 478, and cell 479 is left over.
A 240th window would need cells 478 to 480.

What would fit:
  stride   1
  padding  none: 477 + 2P is odd for every P;
           one cell at one end, -P 0x0:1: 320x240
  input    -W 641x479: 320x239; -W 641x481: 320x240
  filter   -F 3x2: 320x240; -F 3x4: 320x239
  or drop cell 479, as PyTorch does: --round floor: 320x239
cnncalc: convout: --stride: 2 does not fit the height: (480 - 3 + 2*0)/2 + 1 = 239.5 is not a whole number
cnncalc: hint: strides that fit: 1; no even padding does, -P 0x0:1 gives 320x240; -W 641x479 gives 320x239; -W 641x481 gives 320x240; --round floor gives 320x239
? 1
$ cnncalc convout --dims 3 -W 5x5x4 -F 3 -S 2
cnncalc: convout: --stride: 2 does not fit the depth: (4 - 3 + 2*0)/2 + 1 = 1.5 is not a whole number
cnncalc: hint: strides that fit: 1; no even padding does, -P 0x0x0:1 gives 2x2x2; -W 5x5x3 gives 2x2x1; -W 5x5x5 gives 2x2x2; --round floor gives 2x2x1
? 1
$ cnncalc convout -W 32x32x3 -F 5 -S 2
cnncalc: convout: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27; no even padding does, -P 0:1 gives 15x15; --round floor gives 14x14
? 1
$ cnncalc convout -W 32x4 -F 5
cnncalc: convout: --filter-size: 5 is wider than the padded height: 4 + 2*0 = 4
cnncalc: hint: -F 4 gives 29x1; -P 1 gives 30x2; -W 32x5 gives 28x1
? 1
$ cnncalc convout -W 4x32 -F 5
cnncalc: convout: --filter-size: 5 is wider than the padded width: 4 + 2*0 = 4
cnncalc: hint: -F 4 gives 1x29; -P 1 gives 2x30; -W 5x32 gives 1x28
? 1

# Numbers that are too few or too many.
$ cnncalc convout -W 100x100x100x3 -F 3
cnncalc: convout: --input-size: 4 numbers, where 2 axes take 1 or 2, or one more for the channels
cnncalc: hint: --dims says how many axes there are; it is 2
? 2
$ cnncalc convout --dims 1 -W 100x100x3 -F 3
cnncalc: convout: --input-size: 3 numbers, where 1 axis takes 1, or one more for the channels
cnncalc: hint: --dims says how many axes there are; it is 1
? 2
$ cnncalc convout --dims 3 -W 100x100 -F 3
cnncalc: convout: --input-size: 2 numbers, where 3 axes take 1 or 3, or one more for the channels
cnncalc: hint: --dims says how many axes there are; it is 3
? 2
$ cnncalc convout -W 32 -F 3x3x3x3
cnncalc: convout: --filter-size: 4 numbers, where 2 axes take 1 or 2, or one more for the channels
cnncalc: hint: --dims says how many axes there are; it is 2
? 2
$ cnncalc convout -W 32 -F 3 -S 1x2x3
cnncalc: convout: --stride: 3 numbers, where 2 axes take 1 or 2
cnncalc: hint: --dims says how many axes there are; it is 2
? 2
$ cnncalc convout -W 32 -F 3 -d 1x2x3
cnncalc: convout: --dilation: 3 numbers, where 2 axes take 1 or 2
cnncalc: hint: --dims says how many axes there are; it is 2
? 2
$ cnncalc convout --dims 1 -W 32 -F 3 -S 1x2
cnncalc: convout: --stride: 2 numbers, where 1 axis takes 1
cnncalc: hint: --dims says how many axes there are; it is 1
? 2
$ cnncalc convout --dims 3 -W 32 -F 3 -S 1x2
cnncalc: convout: --stride: 2 numbers, where 3 axes take 1 or 3
cnncalc: hint: --dims says how many axes there are; it is 3
? 2
$ cnncalc convout -W 1x2x3x4x5 -F 3
cnncalc: convout: --input-size: '1x2x3x4x5' has more than 4 numbers
cnncalc: hint: --dims says how many axes there are, at most 3
? 2
$ cnncalc convout --dims 1 -W 32 -H 32 -F 3
cnncalc: convout: --height: one axis has no height
? 2
$ cnncalc convout -W 640x480 -H 481 -F 3
cnncalc: convout: --height: 481 is not the height 480 of --input-size
? 2
$ cnncalc convout --dims 4 -W 32 -F 3
cnncalc: convout: --dims: 4 is above 3
? 2
$ cnncalc convout --dims 0 -W 32 -F 3
cnncalc: convout: --dims: 0 is below 1
? 2

# What is proposed changes the axis at fault alone, where they differ.
$ cnncalc convout -W 31 -H 32 -F 5 -S 2 --explain
width   (W - F + 2P)/S + 1 = (31 - 5 + 2*0)/2 + 1 = 26/2 + 1 = 13 + 1 = 14
height  (W - F + 2P)/S + 1 = (32 - 5 + 2*0)/2 + 1 = 27/2 + 1 = 13.5 + 1 = 14.5
14.5 is not a whole number: the filter cannot slide over the height evenly.
14 windows fit; the last covers cells 26 to 30, and cell 31 is left over.
A 15th window would need cells 28 to 32.

What would fit:
  stride   1
  padding  none: 27 + 2P is odd for every P;
           one cell at one end, -P 0x0:1: 14x15
  input    -H 31: 14x14; -H 33: 14x15
  filter   -F 5x4: 14x15; -F 5x6: 14x14
  or drop cell 31, as PyTorch does: --round floor: 14x14
cnncalc: convout: --stride: 2 does not fit the height: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1; no even padding does, -P 0x0:1 gives 14x15; -H 31 gives 14x14; -H 33 gives 14x15; --round floor gives 14x14
? 1
$ cnncalc convout -W 5x8x3 -F 7 -K 2 --explain
Input 5x8x3, 2 filters of 7x7x3, stride 1, no padding:
W = 5x8, C = 3, K = 2, F = 7, S = 1, P = 0.

F = 7 is wider than the padded width: 5 + 2*0 = 5.
Not even one window fits.
cnncalc: convout: --filter-size: 7 is wider than the padded width: 5 + 2*0 = 5
cnncalc: hint: -F 5 gives 1x4; -P 1 gives 1x4; -W 7x8x3 gives 1x2
? 1
$ cnncalc convout -W 32x33 -F 5 -S 2x3
cnncalc: convout: --stride: 2 does not fit the width: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1; no even padding does, -P 0:1x1 gives 15x11; -W 31x32 gives 14x10; -W 33x35 gives 15x11; --round floor gives 14x10
? 1
$ cnncalc convout -W 32x33 -F 5 -S 2 -P 1x2
cnncalc: convout: --stride: 2 does not fit the width: (32 - 5 + 2*1)/2 + 1 = 15.5 is not a whole number
cnncalc: hint: strides that fit: 1; no even padding does, -P 1:2x2 gives 16x17; -W 31x33 gives 15x17; -W 33x33 gives 16x17; --round floor gives 15x17
? 1
$ cnncalc convout -W 33x33 -F 5x4 -S 2
cnncalc: convout: --stride: 2 does not fit the height: (33 - 4 + 2*0)/2 + 1 = 15.5 is not a whole number
cnncalc: hint: strides that fit: 1; no even padding does, -P 0x0:1 gives 15x16; -W 33x32 gives 15x15; -W 33x34 gives 15x16; --round floor gives 15x15
? 1
$ cnncalc convout -W 32 -H 32 -F 5 -S 2
cnncalc: convout: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27; no even padding does, -P 0:1 gives 15x15; --round floor gives 14x14
? 1
$ cnncalc convout --dims 3 -W 32x32x32 -F 5 -S 2
cnncalc: convout: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27; no even padding does, -P 0:1 gives 15x15x15; --round floor gives 14x14x14
? 1
$ cnncalc pool -W 55x54 -F 3
cnncalc: pool: --stride: 3 does not fit the width: (55 - 3 + 2*0)/3 + 1 = 18 + 1/3 is not a whole number
cnncalc: hint: strides that fit: 1; -P 1x0 gives 19x18; -W 54x54 gives 18x18; -W 57x54 gives 19x18; --round floor gives 18x18
? 1
$ cnncalc convout --dims 1 -W 32x3 -F 5x3 -S 2 --explain
Input 32x3, a filter of 5x3, stride 2, no padding:
W = 32, C = 3, F = 5, S = 2, P = 0.

(W - F + 2P)/S + 1 = (32 - 5 + 2*0)/2 + 1 = 27/2 + 1 = 13.5 + 1 = 14.5
14.5 is not a whole number: the filter cannot slide over the input evenly.
14 windows fit; the last covers cells 26 to 30, and cell 31 is left over.
A 15th window would need cells 28 to 32.

What would fit:
  stride   1, 3, 9 or 27 (the divisors of 32 - 5 = 27)
  padding  none: 27 + 2P is odd for every P; one cell at one end, -P 0:1: 15
  input    -W 31x3: 14; -W 33x3: 15
  filter   -F 4x3: 15; -F 6x3: 14
  or drop cell 31, as PyTorch does: --round floor: 14
cnncalc: convout: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27; no even padding does, -P 0:1 gives 15; --round floor gives 14
? 1
