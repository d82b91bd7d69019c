# net: a whole network, layer by layer, as a user sees it: the table and its totals, the file's
# syntax, every kind of layer, what does not fit, and every message to the letter.

# The five layers of the interface, and their working.
$ cat >alexnet-first.net <<'END'
> # AlexNet's first layers, as in the notes
> input -W 227x227x3
> conv  -K 96 -F 11 -S 4
> relu
> pool  -F 3 -S 2
> conv  -K 256 -F 5 -P 2
> END
> cnncalc net alexnet-first.net
layer  kind          output        params         macs     rf  jump
-      input         227x227x3          -            -      1     1
1      conv 11x11/4  55x55x96      34,944  105,415,200     11     4
2      relu          55x55x96           0            0     11     4
3      pool 3x3/2    27x27x96           0            0     19     8
4      conv 5x5+2    27x27x256    614,656  447,897,600     51     8

params 649,600   macs 553,312,800   flops 1,106,625,600
$ cat >alexnet-first.net <<'END'
> # AlexNet's first layers, as in the notes
> input -W 227x227x3
> conv  -K 96 -F 11 -S 4
> relu
> pool  -F 3 -S 2
> conv  -K 256 -F 5 -P 2
> END
> cnncalc net alexnet-first.net --explain
input: 227x227x3

1 conv: 96 filters of 11x11x3, stride 4, no padding
  size    (227 - 11 + 2*0)/4 + 1 = 216/4 + 1 = 54 + 1 = 55, so 55x55x96
  params  K*(F^2*C + 1) = 96*(11^2*3 + 1) = 96*364 = 34944
  macs    55*55*K*F^2*C = 55*55*96*11^2*3 = 105415200
  rf      1 + (F - 1)*1 = 1 + 10*1 = 11; jump 1*S = 1*4 = 4

2 relu: keeps the volume 55x55x96; no parameters

3 pool: 3x3, stride 2, no padding; keeps the depth; no parameters
  size    (55 - 3 + 2*0)/2 + 1 = 52/2 + 1 = 26 + 1 = 27, so 27x27x96
  rf      11 + (F - 1)*4 = 11 + 2*4 = 19; jump 4*S = 4*2 = 8

4 conv: 256 filters of 5x5x96, stride 1, padding 2
  size    (27 - 5 + 2*2)/1 + 1 = 26/1 + 1 = 26 + 1 = 27, so 27x27x256
  params  K*(F^2*C + 1) = 256*(5^2*96 + 1) = 256*2401 = 614656
  macs    27*27*K*F^2*C = 27*27*256*5^2*96 = 447897600
  rf      19 + (F - 1)*8 = 19 + 4*8 = 51; jump 8*S = 8*1 = 8

Total
  params  34944 + 614656 = 649600
  macs    105415200 + 447897600 = 553312800
  flops   2*macs = 2*553312800 = 1106625600

# From a file, from standard input, by its other name.
$ printf 'input -W 28x28x1\nconv -K 6 -F 5\n' | cnncalc net
layer  kind      output      params    macs     rf  jump
-      input     28x28x1          -       -      1     1
1      conv 5x5  24x24x6        156  86,400      5     1

params 156   macs 86,400   flops 172,800
$ printf 'input -W 28x28x1\nconv -K 6 -F 5\n' | cnncalc net --total
params=156
macs=86400
flops=172800
$ printf 'input -W 28x28x1\nconv -K 6 -F 5\n' | cnncalc net --total -
params=156
macs=86400
flops=172800
$ printf 'input -W 28x28x1\nconv -K 6 -F 5\n' >--total; cnncalc net --total -- --total
params=156
macs=86400
flops=172800

# Published networks. LeNet-5, with all maps connected and pools without parameters.
$ cat >lenet.net <<'END'
> input -W 32x32x1
> conv -K 6 -F 5    # C1
> tanh
> avgpool -F 2      # S2
> conv -K 16 -F 5   # C3
> tanh
> avgpool -F 2      # S4
> conv -K 120 -F 5  # C5: a dense layer is a filter as wide as its input
> tanh
> flatten
> dense -K 84       # F6
> tanh
> dense -K 10
> softmax
> END
> cnncalc net lenet.net
layer  kind           output       params     macs     rf  jump
-      input          32x32x1           -        -      1     1
1      conv 5x5       28x28x6         156  117,600      5     1
2      tanh           28x28x6           0        0      5     1
3      avgpool 2x2/2  14x14x6           0        0      6     2
4      conv 5x5       10x10x16      2,416  240,000     14     2
5      tanh           10x10x16          0        0     14     2
6      avgpool 2x2/2  5x5x16            0        0     16     4
7      conv 5x5       1x1x120      48,120   48,000     32     4
8      tanh           1x1x120           0        0     32     4
9      flatten        120               0        0     32     -
10     dense          84           10,164   10,080     32     -
11     tanh           84                0        0     32     -
12     dense          10              850      840     32     -
13     softmax        10                0        0     32     -

params 61,706   macs 416,520   flops 833,040

# VGG-16, configuration D: 138,357,544 parameters.
$ cat >vgg.net <<'END'
> default conv -F 3 -P 1
> default pool -F 2
> input -W 224x224x3
> conv -K 64
> conv -K 64
> pool
> conv -K 128
> conv -K 128
> pool
> conv -K 256
> conv -K 256
> conv -K 256
> pool
> conv -K 512
> conv -K 512
> conv -K 512
> pool
> conv -K 512
> conv -K 512
> conv -K 512 -O 14x14x512
> pool -O 7
> dense -K 4096
> dense -K 4096
> dense -K 1000
> END
> cnncalc net vgg.net
layer  kind        output            params           macs     rf  jump
-      input       224x224x3              -              -      1     1
1      conv 3x3+1  224x224x64         1,792     86,704,128      3     1
2      conv 3x3+1  224x224x64        36,928  1,849,688,064      5     1
3      pool 2x2/2  112x112x64             0              0      6     2
4      conv 3x3+1  112x112x128       73,856    924,844,032     10     2
5      conv 3x3+1  112x112x128      147,584  1,849,688,064     14     2
6      pool 2x2/2  56x56x128              0              0     16     4
7      conv 3x3+1  56x56x256        295,168    924,844,032     24     4
8      conv 3x3+1  56x56x256        590,080  1,849,688,064     32     4
9      conv 3x3+1  56x56x256        590,080  1,849,688,064     40     4
10     pool 2x2/2  28x28x256              0              0     44     8
11     conv 3x3+1  28x28x512      1,180,160    924,844,032     60     8
12     conv 3x3+1  28x28x512      2,359,808  1,849,688,064     76     8
13     conv 3x3+1  28x28x512      2,359,808  1,849,688,064     92     8
14     pool 2x2/2  14x14x512              0              0    100    16
15     conv 3x3+1  14x14x512      2,359,808    462,422,016    132    16
16     conv 3x3+1  14x14x512      2,359,808    462,422,016    164    16
17     conv 3x3+1  14x14x512      2,359,808    462,422,016    196    16
18     pool 2x2/2  7x7x512                0              0    212    32
19     dense       4096         102,764,544    102,760,448    404     -
20     dense       4096          16,781,312     16,777,216    404     -
21     dense       1000           4,097,000      4,096,000    404     -

params 138,357,544   macs 15,470,264,320   flops 30,940,528,640

# A bottleneck of ResNet-50 and the one that follows it: the joins take their inputs in order.
$ cat >resnet.net <<'END'
> default conv --no-bias
>
> stem: input -W 56x56x64
> conv -K 64 -F 1
> batchnorm
> relu
> conv -K 64 -F 3 -P 1
> batchnorm
> relu
> conv -K 256 -F 1
> main: batchnorm
> conv @stem -K 256 -F 1
> side: batchnorm
> add @main
> first: relu
>
> conv -K 64 -F 1
> batchnorm
> relu
> conv -K 64 -F 3 -P 1
> batchnorm
> relu
> conv -K 256 -F 1
> batchnorm
> add @first
> relu
> END
> cnncalc net resnet.net
layer  kind        output        params         macs     rf  jump
stem   input       56x56x64           -            -      1     1
1      conv 1x1    56x56x64       4,096   12,845,056      1     1
2      batchnorm   56x56x64         128            0      1     1
3      relu        56x56x64           0            0      1     1
4      conv 3x3+1  56x56x64      36,864  115,605,504      3     1
5      batchnorm   56x56x64         128            0      3     1
6      relu        56x56x64           0            0      3     1
7      conv 1x1    56x56x256     16,384   51,380,224      3     1
main   batchnorm   56x56x256        512            0      3     1
9      conv 1x1    56x56x256     16,384   51,380,224      1     1
side   batchnorm   56x56x256        512            0      1     1
11     add         56x56x256          0            0      3     1
first  relu        56x56x256          0            0      3     1
13     conv 1x1    56x56x64      16,384   51,380,224      3     1
14     batchnorm   56x56x64         128            0      3     1
15     relu        56x56x64           0            0      3     1
16     conv 3x3+1  56x56x64      36,864  115,605,504      5     1
17     batchnorm   56x56x64         128            0      5     1
18     relu        56x56x64           0            0      5     1
19     conv 1x1    56x56x256     16,384   51,380,224      5     1
20     batchnorm   56x56x256        512            0      5     1
21     add         56x56x256          0            0      5     1
22     relu        56x56x256          0            0      5     1

params 145,408   macs 449,576,960   flops 899,153,920

# ---- Lines -----------------------------------------------------------------------------------

# Blank lines, tabs, indentation, carriage returns, no last newline: as they come.
$ printf '\n  \n\t\ninput -W 8x8x3\n\tconv\t-K  2\t-F 3  \n\n   relu' | cnncalc net
layer  kind      output     params   macs     rf  jump
-      input     8x8x3           -      -      1     1
1      conv 3x3  6x6x2          56  1,944      3     1
2      relu      6x6x2           0      0      3     1

params 56   macs 1,944   flops 3,888
$ printf 'input -W 8x8x3\r\n\r\nconv -K 2 -F 3\r\nrelu\r\n' | cnncalc net -o kind,out
input	8x8x3
conv	6x6x2
relu	6x6x2
$ printf 'input -W 8x8x3\r\nrelu\r' | cnncalc net -o kind,out
input	8x8x3
relu	8x8x3

# A word that begins with # begins a comment; within a word it begins none.
$ printf '# a network\n  #of three\ninput -W 8x8x3 # the image\nconv -K 2 -F 3 #-S 4\n\t# end\nrelu # -K 3 @nowhere\n' | cnncalc net -o layer,kind,out
0	input	8x8x3
1	conv	6x6x2
2	relu	6x6x2
$ printf 'input -W 8x8x3\nrelu#fast\n' | cnncalc net
cnncalc: -:2: net: 'relu#fast': unknown kind of layer
? 2
$ printf 'input -W 8x8x3\nconv -K 2#4 -F 3\n' | cnncalc net
cnncalc: -:2: net: --filters: '2#4' is not a whole number
? 2
$ printf 'input -W 8x8x3\nconv -K # 2\n' | cnncalc net
cnncalc: -:2: net: --filters: a value is missing
? 2
$ printf 'input -W 8x8x3\nl#1: relu\n' | cnncalc net
cnncalc: -:2: net: 'l#1': is no label
cnncalc: hint: a letter or _, then letters, digits, _ . -
? 2

# Nothing of a shell: quotes and backslashes are letters like others.
$ printf 'input -W "8x8x3"\n' | cnncalc net
cnncalc: -:1: net: --input-size: '"8x8x3"' is not a size: whole numbers joined by x
? 2
$ printf 'input -W 8x8x3\n"globalpool"\n' | cnncalc net
cnncalc: -:2: net: '"globalpool"': unknown kind of layer
cnncalc: hint: did you mean globalpool?
? 2
$ printf '%s\n' 'input -W 8x8x3' 'relu \' | cnncalc net
cnncalc: -:2: net: '\': unexpected word
? 2

# Values behind their letters, behind = and behind a blank; the last of a repeated option wins.
$ printf 'input -W8x8x3\nconv -K2 --filter-size=3 -P 1\nconv --filters 4 --filter-size 3 -P 1 -K 5 --pad=0\n' | cnncalc net
layer  kind        output     params   macs     rf  jump
-      input       8x8x3           -      -      1     1
1      conv 3x3+1  8x8x2          56  3,456      3     1
2      conv 3x3    6x6x5          95  3,240      5     1

params 151   macs 6,696   flops 13,392
$ printf 'input -W 8x8x3\nconv -K 2 -F 3 --bias --no-bias\nconv -K 2 -F 3 --no-bias --bias\n' | cnncalc net -o biases
0
0
2

# A NUL byte, and a line that is too long.
$ printf 'input -W 8x8x3\nre\000lu\nrelu\n' | cnncalc net
cnncalc: -:2: net: line: has a NUL byte
? 2
$ { printf 'input -W 8x8x3\nrelu #'; head -c 1048576 /dev/zero | tr '\0' x; echo; } | cnncalc net
cnncalc: -:2: net: line: longer than 1048576 bytes
? 2
$ { printf 'input -W 8x8x3\nrelu #'; head -c 1048570 /dev/zero | tr '\0' x; echo; } | cnncalc net -o out
8x8x3
8x8x3

# What is not printable stands as \xNN.
$ printf 'input -W 8x8x3\nre\033lu\n' | cnncalc net
cnncalc: -:2: net: 're\x1blu': unknown kind of layer
cnncalc: hint: did you mean relu?
? 2
$ printf 'input -W 8x8x3\n\303\251: relu\n' | cnncalc net
cnncalc: -:2: net: '\xc3\xa9': is no label
cnncalc: hint: a letter or _, then letters, digits, _ . -
? 2

# No network.
$ cnncalc net </dev/null
cnncalc: net: input: missing
cnncalc: hint: a network begins with its input: input -W 227x227x3
? 2
$ : >empty.net; cnncalc net empty.net
cnncalc: net: input: missing
cnncalc: hint: a network begins with its input: input -W 227x227x3
? 2
$ printf '# nothing\n\n   # yet\n' | cnncalc net
cnncalc: net: input: missing
cnncalc: hint: a network begins with its input: input -W 227x227x3
? 2
$ printf 'default -R floor\n' | cnncalc net --json
cnncalc: net: input: missing
cnncalc: hint: a network begins with its input: input -W 227x227x3
? 2
$ cnncalc net nowhere.net
cnncalc: net: 'nowhere.net': no such file or directory
? 3
$ cnncalc net .
cnncalc: net: '.': is a directory
? 3
$ cnncalc net one.net two.net
cnncalc: net: 'two.net': unexpected operand
cnncalc: hint: for example: cnncalc net network.net
? 2
$ printf 'input -W 8x8x3\n' | cnncalc net >/dev/full
cnncalc: standard output: no space left on device
? 3

# A message names the file and the line.
$ printf 'input -W 8x8x3\n\nrule\n' >my.net; cnncalc net my.net
cnncalc: my.net:3: net: 'rule': unknown kind of layer
cnncalc: hint: did you mean relu?
? 2

# ---- Inputs ----------------------------------------------------------------------------------

$ printf 'input -W 227x227x3\n' | cnncalc net
layer  kind   output        params  macs     rf  jump
-      input  227x227x3          -     -      1     1

params 0   macs 0   flops 0
$ for input in '-W 227x227x3' '-W 227x227 -C 3' '-W 227 -C 3' '-C 3 -W 227' '-W 227 -H 227 -C 3' '-W 227x227x3 -C 3 -H 227' '--input-size=227 --channels=3 --height=227 --dims=2'; do
>     echo "input $input" | cnncalc net -o W,C,out --json
> done
{"W":[227,227],"C":3,"out":"227x227x3"}
{"W":null,"C":null,"out":"227x227x3"}
{"W":[227,227],"C":3,"out":"227x227x3"}
{"W":null,"C":null,"out":"227x227x3"}
{"W":[227,227],"C":3,"out":"227x227x3"}
{"W":null,"C":null,"out":"227x227x3"}
{"W":[227,227],"C":3,"out":"227x227x3"}
{"W":null,"C":null,"out":"227x227x3"}
{"W":[227,227],"C":3,"out":"227x227x3"}
{"W":null,"C":null,"out":"227x227x3"}
{"W":[227,227],"C":3,"out":"227x227x3"}
{"W":null,"C":null,"out":"227x227x3"}
{"W":[227,227],"C":3,"out":"227x227x3"}
{"W":null,"C":null,"out":"227x227x3"}
$ for input in '-W 640x480x3' '-W 640 -H 480 -C 3' '-W 640x480 -H 480 -C 3' '--dims 1 -W 16000x2' '--dims 1 -W 16000 -C 2' '--dims 3 -W 112x112x16x3' '--dims 3 -W 112x112x16 -C 3' '--dims 3 -W 32 -C 1' '-C 784'; do
>     echo "input $input" | cnncalc net -o out
> done
640x480x3
640x480x3
640x480x3
16000x2
16000x2
112x112x16x3
112x112x16x3
32x32x32x1
784

# On one axis, on three, and on none.
$ printf 'input --dims 1 -W 16000x1\nconv -K 64 -F 80 -S 4\nmaxpool -F 4 -R floor\nconv -K 64 -F 3 -P same -d 2\nglobalpool\ndense -K 10\n' | cnncalc net
layer  kind            output      params        macs     rf   jump
-      input           16000x1          -           -      1      1
1      conv 80/4       3981x64      5,184  20,382,720     80      4
2      maxpool 4/4     995x64           0           0     92     16
3      conv 3+same d2  995x64      12,352  12,226,560    156     16
4      globalpool      1x64             0           0  16060  15920
5      dense           10             650         640  16060      -

params 18,186   macs 32,609,920   flops 65,219,840
$ printf 'input --dims 1 -W 100x8\nconv -K 8 -F 5x4 -P 0:4 -G 2\nconvtranspose -K 4 -F 2 -S 2\nupsample -S 3\ncrop -O 500\npad -P 7\nslice -K 2\npixelshuffle -S 2\nadaptivepool -O 100\nflatten\n' | cnncalc net
layer  kind               output     params    macs     rf     jump
-      input              100x8           -       -      1        1
1      conv 5+0:4 g2      100x8         168  16,000      5        1
2      convtranspose 2/2  200x4          68   6,400      5      0.5
3      upsample           600x4           0       0      5      1/6
4      crop               500x4           0       0      5      1/6
5      pad                514x4           0       0      5      1/6
6      slice              514x2           0       0      5      1/6
7      pixelshuffle       1028x1          0       0      5     1/12
8      adaptivepool       100x1           0       0      6  257/300
9      flatten            100             0       0      6        -

params 236   macs 22,400   flops 44,800
$ printf 'input --dims 3 -W 112x112x16x3\nconv -K 64 -F 3 -P 1\npool -F 2x2x1\nconv -K 128 -F 3 -P 1\npool -F 2\nglobalpool\ndense -K 487\n' | cnncalc net
layer  kind              output            params            macs          rf        jump
-      input             112x112x16x3           -               -       1x1x1       1x1x1
1      conv 3x3x3+1      112x112x16x64      5,248   1,040,449,536       3x3x3       1x1x1
2      pool 2x2x1/2x2x1  56x56x16x64            0               0       4x4x3       2x2x1
3      conv 3x3x3+1      56x56x16x128     221,312  11,098,128,384       8x8x5       2x2x1
4      pool 2x2x2/2      28x28x8x128            0               0     10x10x6       4x4x2
5      globalpool        1x1x1x128              0               0  118x118x20  112x112x16
6      dense             487               62,823          62,336  118x118x20           -

params 289,383   macs 12,138,640,256   flops 24,277,280,512
$ printf 'input --dims 3 -W 16 -C 8\nconv -F 3 -S 2 -P same --depthwise --no-bias\nb: convtranspose -F 2 -S 2 -K 4\nconv -K 2 -F 3x1x1x4 -P 1x0x0\nupsample -S 1x1x2\ncrop -O 16\nslice -K 1\nconcat @b\n' | cnncalc net
layer  kind                   output         params     macs     rf     jump
-      input                  16x16x16x8          -        -      1        1
1      conv 3x3x3/2+same dw   8x8x8x8           216  110,592      3        2
b      convtranspose 2x2x2/2  16x16x16x4        260  131,072      3        1
3      conv 3x1x1+1x0x0       16x16x16x2         26   98,304  5x3x3    1x1x1
4      upsample               16x16x32x2          0        0  5x3x3  1x1x0.5
5      crop                   16x16x16x2          0        0  5x3x3  1x1x0.5
6      slice                  16x16x16x1          0        0  5x3x3  1x1x0.5
7      concat                 16x16x16x5          0        0  5x3x7  1x1x0.5

not aligned, the paths that meet at: 7
params 502   macs 339,968   flops 679,936
$ printf 'input -C 784\ndense -K 128\nbatchnorm\nrelu\ndropout\nprelu --shared\nslice -K 64 --from 64\nidentity\nflatten\ndense -K 10 --no-bias\nsoftmax\n' | cnncalc net
layer  kind       output     params     macs     rf  jump
-      input      784             -        -      -     -
1      dense      128       100,480  100,352      -     -
2      batchnorm  128           256        0      -     -
3      relu       128             0        0      -     -
4      dropout    128             0        0      -     -
5      prelu      128             1        0      -     -
6      slice      64              0        0      -     -
7      identity   64              0        0      -     -
8      flatten    64              0        0      -     -
9      dense      10            640      640      -     -
10     softmax    10              0        0      -     -

params 101,377   macs 100,992   flops 201,984
$ printf 'a: input -C 100\nb: input -C 28\nconcat @a @b\nc: concat @a\nd: dense -K 228\nadd @c\nmul @d\n' | cnncalc net
layer  kind    output     params    macs     rf  jump
a      input   100             -       -      -     -
b      input   28              -       -      -     -
2      concat  128             0       0      -     -
c      concat  228             0       0      -     -
d      dense   228        52,212  51,984      -     -
5      add     228             0       0      -     -
6      mul     228             0       0      -     -

params 52,212   macs 51,984   flops 103,968

# Two inputs, of one size and of others.
$ printf 'left: input -W 64x64x3\nconv -K 8 -F 3 -P 1\nl: relu\nright: input -W 64x64x1\nconv -K 8 -F 3 -P 1\nconcat @l\ndepth: input -W 32x32x1\n' | cnncalc net
layer  kind        output       params     macs     rf  jump
left   input       64x64x3           -        -      1     1
1      conv 3x3+1  64x64x8         224  884,736      3     1
l      relu        64x64x8           0        0      3     1
right  input       64x64x1           -        -      1     1
4      conv 3x3+1  64x64x8          80  294,912      3     1
5      concat      64x64x16          0        0      3     1
depth  input       32x32x1           -        -      1     1

params 304   macs 1,179,648   flops 2,359,296

# What an input lacks, and what differs.
$ printf 'input\n' | cnncalc net
cnncalc: -:1: net: --channels: missing
cnncalc: hint: for example: input -W 227x227x3
? 2
$ printf 'input -W 227x227\n' | cnncalc net
cnncalc: -:1: net: --channels: missing
cnncalc: hint: for example: input -W 227x227x3
? 2
$ printf 'input -W 32x32x3x4\n' | cnncalc net
cnncalc: -:1: net: --input-size: 4 numbers, where 2 axes take 1 or 2, or one more for the channels
cnncalc: hint: --dims says how many axes there are; it is 2
? 2
$ printf 'input -W 32x32x3x4 -C 3\n' | cnncalc net
cnncalc: -:1: net: --input-size: 4 numbers, where 2 axes take 1 or 2, or one more for the channels
cnncalc: hint: --dims says how many axes there are; it is 2
? 2
$ printf 'input -W 32x32x3 -C 4\n' | cnncalc net
cnncalc: -:1: net: --channels: 4 differs from 3, the channels of --input-size
? 2
$ printf 'input -W 32x24x3 -H 32\n' | cnncalc net
cnncalc: -:1: net: --height: 32 is not the height 24 of --input-size
? 2
$ printf 'input -H 3 -C 3\n' | cnncalc net
cnncalc: -:1: net: --height: a vector has no height
? 2
$ printf 'input --dims 1 -W 16 -H 4 -C 3\n' | cnncalc net
cnncalc: -:1: net: --height: one axis has no height
? 2
$ printf 'input --dims 4 -W 16 -C 4\n' | cnncalc net
cnncalc: -:1: net: --dims: 4 is above 3
? 2
$ printf 'input --dims 0 -W 16 -C 4\n' | cnncalc net
cnncalc: -:1: net: --dims: 0 is below 1
? 2
$ printf 'input -W 0x3x3\n' | cnncalc net
cnncalc: -:1: net: --input-size: 0 is below 1
? 2
$ printf 'input -W 32 -C -3\n' | cnncalc net
cnncalc: -:1: net: --channels: -3 is not a whole number
? 2
$ printf 'input -W 1x1x1x1x1\n' | cnncalc net
cnncalc: -:1: net: --input-size: '1x1x1x1x1' has more than 4 numbers
cnncalc: hint: --dims says how many axes there are, at most 3
? 2
$ printf 'input 32x32x3\n' | cnncalc net
cnncalc: -:1: net: '32x32x3': unexpected word
? 2
$ printf 'input -W 32x32x3 -D 3\n' | cnncalc net
cnncalc: -:1: net: -D: unknown option
cnncalc: hint: the depth of the input is -C; dilation is -d, the number of axes --dims
? 2
$ printf 'input -W 32x32x3 -K 3\n' | cnncalc net
cnncalc: -:1: net: --filters: no option of input
cnncalc: hint: options of input: -W -H -C --dims -O
? 2
$ printf 'a: input -W 32x32x3\ninput @a -C 3\n' | cnncalc net
cnncalc: -:2: net: '@a': an input takes no other layer's output
? 2

# A layer before the first input.
$ printf 'conv -K 96 -F 11\n' | cnncalc net
cnncalc: -:1: net: conv: no layer is above it
cnncalc: hint: a network begins with its input: input -W 227x227x3
? 2
$ printf 'default -F 3\nrelu\ninput -W 3x3x3\n' | cnncalc net
cnncalc: -:2: net: relu: no layer is above it
cnncalc: hint: a network begins with its input: input -W 227x227x3
? 2

# ---- Kinds -----------------------------------------------------------------------------------

# conv: sizes, strides, paddings, dilations per axis; the depth of the filter may be told.
$ printf 'input -W 32x24x5\nconv -K 4 -F 3x3x5\nconv -K 4 -F 5x3 -S 1x1 -P 2x1\nconv -K 4 -F 3 -P 0:1x2:3 -S 4x6\nconv -K 4 -F 3x2 -d 2x1 -P 1:2\nconv -K 4 -F 2 -d 2 -P 1\nconv -K 4 -F 1x2x4\n' | cnncalc net
layer  kind                  output      params     macs     rf  jump
-      input                 32x24x5          -        -    1x1   1x1
1      conv 3x3              30x22x4        184  118,800    3x3   1x1
2      conv 5x3+2x1          30x22x4        244  158,400    7x5   1x1
3      conv 3x3/4x6+0:1x2:3  8x5x4          148    5,760    9x7   4x6
4      conv 3x2+1:2 d2x1     7x7x4          100    4,704  25x13   4x6
5      conv 2x2+1 d2         7x7x4           68    3,136  33x25   4x6
6      conv 1x2              7x6x4           36    1,344  33x31   4x6

params 780   macs 292,144   flops 584,288
$ printf 'input -W 32x32x5\nconv -K 25 -F 3x3x5 -O 30\n' | cnncalc net --total -o params,out
1150	30x30x25
$ printf 'input -W 32x32x5\nconv -K 25 -F 3x3x4\n' | cnncalc net
cnncalc: -:2: net: --filter-size: 4 channels differ from 5, those of the input
? 2
$ printf 'input -W 32x32x8\nconv -K 4 -F 3x3x8 -G 2\n' | cnncalc net
cnncalc: -:2: net: --filter-size: 8 channels differ from 4, those of one group of the input
? 2
$ printf 'input -W 32x32x8\nconv -K 4 -F 3x3x4 -G 2\nconv -F 3x3x1 --depthwise\n' | cnncalc net -o out,params,G
32x32x8	0	-
30x30x4	148	2
28x28x4	40	4

# Padding: on every side, at the ends, same (the odd cell at the end) and same-lower (at the begin).
$ printf 'input -W 32x32x3\nconv -K 4 -F 4 -P same\nconv -K 4 -F 3 -S 2 -P same-lower\nconv -K 4 -F 3 -S 2 -P same\nconv -K 4 -F 3 -P valid\nconv -K 4 -F 3 -P 2:3\npool -F 3 -S 2 -P same\n' | cnncalc net
layer  kind                   output      params     macs     rf  jump
-      input                  32x32x3          -        -      1     1
1      conv 4x4+same          32x32x4        196  196,608      4     1
2      conv 3x3/2+same-lower  16x16x4        148   36,864      6     2
3      conv 3x3/2+same        8x8x4          148    9,216     10     4
4      conv 3x3               6x6x4          148    5,184     18     4
5      conv 3x3+2:3           9x9x4          148   11,664     26     4
6      pool 3x3/2+same        5x5x4            0        0     34     8

params 788   macs 259,536   flops 519,072
$ printf 'input -W 32x32x3\nconv -K 4 -F 4 -P same\nconv -K 4 -F 3 -S 2 -P same-lower\nconv -K 4 -F 3 -S 2 -P same\nconv -K 4 -F 3 -P valid\nconv -K 4 -F 3 -P 2:3\npool -F 3 -S 2 -P same\n' | cnncalc net -o P,out,start
-	32x32x3	0
1:2	32x32x4	-1
1:0	16x16x4	-2
0:1	8x8x4	-2
0	6x6x4	-2
2:3	9x9x4	-10
1	5x5x4	-14

# Groups; depthwise, with a multiplier of 3; both of transposed layers.
$ printf 'input -W 14x14x12\nconv -K 24 -F 3 -P 1 -G 4\nconv -F 3 -P 1 --depthwise\nconv -K 72 -F 3 -P 1 --depthwise --no-bias\nconvtranspose -K 36 -F 2 -S 2 -G 12\nconvtranspose -F 2 -S 2 --depthwise --no-bias\nconv -K 36 -F 1 -G 1\n' | cnncalc net
layer  kind                     output       params       macs     rf  jump
-      input                    14x14x12          -          -      1     1
1      conv 3x3+1 g4            14x14x24        672    127,008      3     1
2      conv 3x3+1 dw            14x14x24        240     42,336      5     1
3      conv 3x3+1 dw            14x14x72        648    127,008      7     1
4      convtranspose 2x2/2 g12  28x28x36        900    169,344      7   0.5
5      convtranspose 2x2/2 dw   56x56x36        144    112,896      7  0.25
6      conv 1x1                 56x56x36      1,332  4,064,256      7  0.25

params 3,936   macs 4,642,848   flops 9,285,696

# convtranspose: multiply-accumulates by the pixels of its input.
$ printf 'input -W 7x7x16\nconvtranspose -K 8 -F 4 -S 2 -P 1\nconvtranspose -K 8 -F 3 -S 2 -P 1 --output-pad 1\nconvtranspose -K 8 -F 3 -S 2 --output-pad 1x0 -P 1\nconvtranspose -K 4 -F 3 -S 2 -P same\nconvtranspose -K 4 -F 3 -d 2 -P 0:1\nconvtranspose -K 2 -F 3x3x4\n' | cnncalc net
layer  kind                      output        params       macs     rf         jump
-      input                     7x7x16             -          -      1            1
1      convtranspose 4x4/2+1     14x14x8        2,056    100,352      2          0.5
2      convtranspose 3x3/2+1     28x28x8          584    112,896      3         0.25
3      convtranspose 3x3/2+1     56x55x8          584    451,584    3x3  0.125x0.125
4      convtranspose 3x3/2+same  112x110x4        292    887,040    3x3    1/16x1/16
5      convtranspose 3x3+0:1 d2  115x113x4        148  1,774,080    3x3    1/16x1/16
6      convtranspose 3x3         117x115x2         74    935,640    3x3    1/16x1/16

params 3,738   macs 4,261,592   flops 8,523,184

# Pools: the step is the window unless told; windows that hang over the end.
$ printf 'input -W 112x112x64\npool -F 3 -S 2 -P 1 -R floor\nmaxpool -F 3 -S 2 -R ceil\navgpool -F 2 -R full\nmaxpool -F 2x7 -O 7x2x64\npool -F 3x2 -S 2x1 -d 2x1\nglobalpool\n' | cnncalc net
layer  kind               output         params  macs       rf   jump
-      input              112x112x64          -     -        1      1
1      pool 3x3/2+1       56x56x64            0     0        3      2
2      maxpool 3x3/2      28x28x64            0     0        7      4
3      avgpool 2x2/2      14x14x64            0     0       11      8
4      maxpool 2x7/2x7    7x2x64              0     0    19x59  16x56
5      pool 3x2/2x1 d2x1  2x1x64              0     0   83x115  32x56
6      globalpool         1x1x64              0     0  115x115  64x56

params 0   macs 0   flops 0
$ printf 'input -W 30x20x4\nadaptivepool -O 7\nadaptivepool -O 7x5\nadaptivepool -O 14x10x4\nadaptivepool -O 1\n' | cnncalc net
layer  kind          output      params  macs     rf       jump
-      input         30x20x4          -     -    1x1        1x1
1      adaptivepool  7x7x4            0     0    6x4  30/7x20/7
2      adaptivepool  7x5x4            0     0   6x10     30/7x4
3      adaptivepool  14x10x4          0     0   6x10     15/7x2
4      adaptivepool  1x1x4            0     0  30x20      30x20

params 0   macs 0   flops 0
$ printf 'input -W 30x20x4\nglobalpool -O 1\nglobalpool -O 1x1x4\n' | cnncalc net -o out,rf,jump
30x20x4	1x1	1x1
1x1x4	30x20	30x20
1x1x4	30x20	30x20

# dense: as many inputs as the volume has numbers.
$ printf 'input -W 6x6x256\ndense -K 4096\nrelu\ndense -K 1000 --no-bias -O 1000\n' | cnncalc net
layer  kind   output       params        macs     rf  jump
-      input  6x6x256           -           -      1     1
1      dense  4096     37,752,832  37,748,736      6     -
2      relu   4096              0           0      6     -
3      dense  1000      4,096,000   4,096,000      6     -

params 41,848,832   macs 41,844,736   flops 83,689,472
$ printf 'input -W 6x6x256\nflatten\ndense -K 4096\n' | cnncalc net -o out,params,C
6x6x256	0	256
9216	0	256
4096	37752832	9216

# Norms: two numbers a channel, one without bias; prelu one, or one for all.
$ printf 'input -W 8x8x6\nbatchnorm\nlayernorm\ngroupnorm -G 3\ninstancenorm\nbatchnorm --no-bias\nlayernorm --no-bias\ngroupnorm -G 2 --no-bias\ninstancenorm --no-bias --bias\nprelu\nprelu --shared\n' | cnncalc net -o kind,out,params,weights,biases,macs
input	8x8x6	0	0	0	0
batchnorm	8x8x6	12	6	6	0
layernorm	8x8x6	12	6	6	0
groupnorm	8x8x6	12	6	6	0
instancenorm	8x8x6	12	6	6	0
batchnorm	8x8x6	6	6	0	0
layernorm	8x8x6	6	6	0	0
groupnorm	8x8x6	6	6	0	0
instancenorm	8x8x6	12	6	6	0
prelu	8x8x6	6	6	0	0
prelu	8x8x6	1	1	0	0

# Pointwise layers keep the volume, and its receptive field, and have no parameters.
$ { printf 'input -W 8x8x6\nconv -K 6 -F 3 -S 7 -P 1\n'
>   printf '%s -O 2x2x6\n' relu relu6 leakyrelu elu gelu silu mish sigmoid hardsigmoid hardswish tanh softmax dropout lrn identity
> } | cnncalc net
layer  kind          output     params   macs     rf  jump
-      input         8x8x6           -      -      1     1
1      conv 3x3/7+1  2x2x6         330  1,296      3     7
2      relu          2x2x6           0      0      3     7
3      relu6         2x2x6           0      0      3     7
4      leakyrelu     2x2x6           0      0      3     7
5      elu           2x2x6           0      0      3     7
6      gelu          2x2x6           0      0      3     7
7      silu          2x2x6           0      0      3     7
8      mish          2x2x6           0      0      3     7
9      sigmoid       2x2x6           0      0      3     7
10     hardsigmoid   2x2x6           0      0      3     7
11     hardswish     2x2x6           0      0      3     7
12     tanh          2x2x6           0      0      3     7
13     softmax       2x2x6           0      0      3     7
14     dropout       2x2x6           0      0      3     7
15     lrn           2x2x6           0      0      3     7
16     identity      2x2x6           0      0      3     7

params 330   macs 1,296   flops 2,592

# What changes the size or the depth.
$ printf 'input -W 8x6x16\nupsample -S 2\nupsample -S 1x2\nupsample -O 24\nupsample -O 12x30x16\ncrop -O 7\ncrop -O 5x4x16\npad -P 1\npad -P 1x2\npad -P 0:1x2:3\nslice -K 8\nslice -K 4 --from 4\npixelshuffle -S 2\nflatten\n' | cnncalc net
layer  kind          output       params  macs     rf      jump
-      input         8x6x16            -     -    1x1       1x1
1      upsample      16x12x16          0     0    1x1   0.5x0.5
2      upsample      16x24x16          0     0    1x1  0.5x0.25
3      upsample      24x24x16          0     0    1x1  1/3x0.25
4      upsample      12x30x16          0     0    1x1   2/3x0.2
5      crop          7x7x16            0     0    1x1   2/3x0.2
6      crop          5x4x16            0     0    1x1   2/3x0.2
7      pad           7x6x16            0     0    1x1   2/3x0.2
8      pad           9x10x16           0     0    1x1   2/3x0.2
9      pad           10x15x16          0     0    1x1   2/3x0.2
10     slice         10x15x8           0     0    1x1   2/3x0.2
11     slice         10x15x4           0     0    1x1   2/3x0.2
12     pixelshuffle  20x30x1           0     0    1x1   1/3x0.1
13     flatten       600               0     0    1x1         -

params 0   macs 0   flops 0
$ printf 'input --dims 3 -W 4x5x6x2\npad -P 1x0x2:3\n' | cnncalc net -o out
4x5x6x2
6x5x11x2
$ printf 'input -W 9x9x8\nslice -K 8 -O 9x9x8\nslice -K 1 --from 7\npixelshuffle -S 1\npad -P 0\ncrop -O 9x9x1\nupsample -S 1\n' | cnncalc net -o kind,out,start,jump
input	9x9x8	0	1
slice	9x9x8	0	1
slice	9x9x1	0	1
pixelshuffle	9x9x1	0	1
pad	9x9x1	0	1
crop	9x9x1	0	1
upsample	9x9x1	0	1

# crop is centred, the odd cell at the end: of 9 cells 4 are those from 2 to 5.
$ printf 'input -W 9x9x1\ncrop -O 4\ncrop -O 3x2\n' | cnncalc net -o out,start
9x9x1	0
4x4x1	2
3x2x1	2x3

# What has an option must be told it.
$ printf 'input -W 8x8x4\nconv\n' | cnncalc net
cnncalc: -:2: net: --filter-size, --filters: missing
cnncalc: hint: for example: conv -K 96 -F 11 -S 4
? 2
$ printf 'input -W 8x8x4\nconv -K 3\n' | cnncalc net
cnncalc: -:2: net: --filter-size: missing
cnncalc: hint: for example: conv -K 96 -F 11 -S 4
? 2
$ printf 'input -W 8x8x4\nconv -F 3\n' | cnncalc net
cnncalc: -:2: net: --filters: missing
cnncalc: hint: for example: conv -K 96 -F 11 -S 4
? 2
$ printf 'input -W 8x8x4\nconv --depthwise\n' | cnncalc net
cnncalc: -:2: net: --filter-size: missing
cnncalc: hint: for example: conv -K 96 -F 11 -S 4
? 2
$ printf 'input -W 8x8x4\nconvtranspose\n' | cnncalc net
cnncalc: -:2: net: --filter-size, --filters: missing
cnncalc: hint: for example: convtranspose -K 64 -F 2 -S 2
? 2
$ printf 'input -W 8x8x4\nmaxpool -S 2\n' | cnncalc net
cnncalc: -:2: net: --filter-size: missing
cnncalc: hint: for example: maxpool -F 3 -S 2
? 2
$ printf 'input -W 8x8x4\ndense\n' | cnncalc net
cnncalc: -:2: net: --filters: missing
cnncalc: hint: for example: dense -K 4096
? 2
$ printf 'input -W 8x8x4\nadaptivepool\n' | cnncalc net
cnncalc: -:2: net: --output-size: missing
cnncalc: hint: for example: adaptivepool -O 7
? 2
$ printf 'input -W 8x8x4\ncrop\n' | cnncalc net
cnncalc: -:2: net: --output-size: missing
cnncalc: hint: for example: crop -O 56
? 2
$ printf 'input -W 8x8x4\npad\n' | cnncalc net
cnncalc: -:2: net: --pad: missing
cnncalc: hint: for example: pad -P 1
? 2
$ printf 'input -W 8x8x4\nslice --from 2\n' | cnncalc net
cnncalc: -:2: net: --filters: missing
cnncalc: hint: for example: slice -K 64 --from 64
? 2
$ printf 'input -W 8x8x4\nupsample\n' | cnncalc net
cnncalc: -:2: net: --stride: missing
cnncalc: hint: for example: upsample -S 2
? 2
$ printf 'input -W 8x8x4\npixelshuffle\n' | cnncalc net
cnncalc: -:2: net: --stride: missing
cnncalc: hint: for example: pixelshuffle -S 2
? 2

# ---- Labels and joins ------------------------------------------------------------------------

# Labels are letters, digits, _ . and -, and stand in the first column, which grows with them.
$ printf 'the.image: input -W 8x8x3\n_: relu\nA-1_b.c: relu @the.image\nx9: relu @_\nrelu\n' | cnncalc net
layer      kind   output     params  macs     rf  jump
the.image  input  8x8x3           -     -      1     1
_          relu   8x8x3           0     0      1     1
A-1_b.c    relu   8x8x3           0     0      1     1
x9         relu   8x8x3           0     0      1     1
4          relu   8x8x3           0     0      1     1

params 0   macs 0   flops 0

# A layer's input is the line above unless a label names another, wherever that stands on the line.
$ printf 'a: input -W 32x32x3\nb: conv -K 8 -F 3\nconv @a -K 4 -F 5\nconv -K 2 @b -F 3\nconv -K 2 -F 3 @a # @b\n' | cnncalc net -o out,rf,params
32x32x3	1	0
30x30x8	3	224
28x28x4	5	304
28x28x2	5	146
30x30x2	3	56

# Joins: with one label, the line above and then it; with several, exactly those, in that order.
$ printf 'a: input -W 8x8x1\nb: conv -K 2 -F 1\nc: conv -K 4 -F 1\nd: conv -K 8 -F 1\nconcat @a\nconcat @a @b\nconcat @c @a @b\nconcat @d @c @b @a\nconcat @d @d @d\n' | cnncalc net -o out
8x8x1
8x8x2
8x8x4
8x8x8
8x8x9
8x8x3
8x8x7
8x8x15
8x8x24
$ printf 'a: input -W 8x8x1\nb: conv -K 2 -F 1\nconv @a -K 2 -F 1\nab: concat @a\nba: concat @a @b\nadd @ab @ab\nadd @ba @ba @ba\nmul @ba @ba\n' | cnncalc net --dot
digraph {
  node [shape=box style=rounded]
  n0 [label="a\ninput\n8x8x1"]
  n1 [label="b\nconv 1x1\n8x8x2"]
  n0 -> n1
  n2 [label="conv 1x1\n8x8x2"]
  n0 -> n2
  n3 [label="ab\nconcat\n8x8x3"]
  n2 -> n3
  n0 -> n3
  n4 [label="ba\nconcat\n8x8x3"]
  n0 -> n4
  n1 -> n4
  n5 [label="add\n8x8x3"]
  n3 -> n5
  n3 -> n5
  n6 [label="add\n8x8x3"]
  n4 -> n6
  n4 -> n6
  n4 -> n6
  n7 [label="mul\n8x8x3"]
  n4 -> n7
  n4 -> n7
}

# mul takes a pixel too, on either side: it is spread over the other volume.
$ printf 'x: input -W 8x8x4\ng: globalpool\nmul @x\nmul @x @g\nmul @g @g\nmul @g @x @x @g\n' | cnncalc net -o out,rf,jump,start
8x8x4	1	1	0
1x1x4	8	8	0
8x8x4	8	1	0
8x8x4	8	1	0
1x1x4	8	8	0
8x8x4	8	1	0

# Labels that are none, not there, or there twice.
$ printf 'input -W 8x8x3\na: relu\nb: relu\na: tanh\n' | cnncalc net
cnncalc: -:4: net: 'a': is the label of line 2 too
? 2
$ printf 'a: input -W 8x8x3\n\na: relu\n' | cnncalc net
cnncalc: -:3: net: 'a': is the label of line 1 too
? 2
$ printf 'input -W 8x8x3\nrelu @skip\n' | cnncalc net
cnncalc: -:2: net: '@skip': no layer above has that label
? 2
$ printf 'input -W 8x8x3\nadd @later\nlater: relu\n' | cnncalc net
cnncalc: -:2: net: '@later': no layer above has that label
? 2
$ printf 'input -W 8x8x3\nself: relu @self\n' | cnncalc net
cnncalc: -:2: net: '@self': no layer above has that label
? 2
$ printf 'input -W 8x8x3\nshortcut: relu\nadd @shrotcut\n' | cnncalc net
cnncalc: -:3: net: '@shrotcut': no layer above has that label
cnncalc: hint: did you mean @shortcut?
? 2
$ printf 'input -W 8x8x3\nSkip: relu\nadd @skip\n' | cnncalc net
cnncalc: -:3: net: '@skip': no layer above has that label
cnncalc: hint: did you mean @Skip?
? 2
$ printf 'input -W 8x8x3\nrelu @1\n' | cnncalc net
cnncalc: -:2: net: '@1': no layer above has that label
? 2
$ for label in 1a a! a:b -a .a @a '' a/b 'a"'; do printf 'input -W 8x8x3\n%s: relu\n' "$label" | cnncalc net; done 2>&1 | grep -v hint
cnncalc: -:2: net: '1a': is no label
cnncalc: -:2: net: 'a!': is no label
cnncalc: -:2: net: 'a:b': is no label
cnncalc: -:2: net: '-a': is no label
cnncalc: -:2: net: '.a': is no label
cnncalc: -:2: net: '@a': is no label
cnncalc: -:2: net: '': is no label
cnncalc: -:2: net: 'a/b': is no label
cnncalc: -:2: net: 'a"': is no label
$ printf 'input -W 8x8x3\n9th: relu\n' | cnncalc net
cnncalc: -:2: net: '9th': is no label
cnncalc: hint: a letter or _, then letters, digits, _ . -
? 2
$ printf 'input -W 8x8x3\nalone:\n' | cnncalc net
cnncalc: -:2: net: 'alone': a label without a layer
? 2
$ printf 'input -W 8x8x3\nalone: # relu\n' | cnncalc net
cnncalc: -:2: net: 'alone': a label without a layer
? 2
$ printf 'input -W 8x8x3\none: two: relu\n' | cnncalc net
cnncalc: -:2: net: 'two:': unknown kind of layer
? 2
$ printf 'input -W 8x8x3\n@a relu\n' | cnncalc net
cnncalc: -:2: net: '@a': unknown kind of layer
? 2

# A kind may be a label, and a long label is one.
$ printf 'input: input -W 8x8x3\nrelu: relu\ndefault: relu @input\nadd @relu\n' | cnncalc net -o label,kind
input	input
relu	relu
default	relu
-	add
$ l=$(printf '%0400d' 0 | tr 0 l); printf 'input -W 8x8x3\n%s: relu\nrelu @%s\n' $l $l | cnncalc net -o label | awk '{ print length }'
cnncalc: -:2: net: 'llllllllllllllllllllllllllllllllllllllllllllllllllllllllllll...': is longer than 255 bytes

# As many inputs as a kind takes.
$ printf 'a: input -W 8x8x3\nb: relu\nrelu @a @b\n' | cnncalc net
cnncalc: -:3: net: '@b': relu takes one input
? 2
$ printf 'a: input -W 8x8x3\nconv -K 2 @a -F 1 @a\n' | cnncalc net
cnncalc: -:2: net: '@a': conv takes one input
? 2
$ for join in add mul concat; do printf 'a: input -W 8x8x3\nrelu\n%s\n' $join | cnncalc net; done
cnncalc: -:3: net: add: a second input is missing
cnncalc: hint: the layer above and a label: add @label
cnncalc: -:3: net: mul: a second input is missing
cnncalc: hint: the layer above and a label: mul @label
cnncalc: -:3: net: concat: a second input is missing
cnncalc: hint: the layer above and a label: concat @label
? 2

# ---- Defaults --------------------------------------------------------------------------------

# For every kind that has the option, or for one kind; for the lines after it.
$ printf 'input -W 64x64x3\nconv -K 8 -F 3\ndefault -P 1\nconv -K 8 -F 3\npool -F 4 -S 2\npad\ndefault conv -K 16 -F 5 --no-bias\nconv\ndefault conv -K 4\nconv -F 3\ndefault -P 0\nconv\n' | cnncalc net
layer  kind          output       params       macs     rf  jump
-      input         64x64x3           -          -      1     1
1      conv 3x3      62x62x8         224    830,304      3     1
2      conv 3x3+1    62x62x8         584  2,214,144      5     1
3      pool 4x4/2+1  31x31x8           0          0      8     2
4      pad           33x33x8           0          0      8     2
5      conv 5x5+1    31x31x16      3,200  3,075,200     16     2
6      conv 3x3+1    31x31x4         576    553,536     20     2
7      conv 5x5      27x27x4         400    291,600     28     2

params 4,984   macs 6,964,784   flops 13,929,568

# The line's own option, then default KIND, then default, then -R of the command line, whatever
# their order in the file.
$ printf 'default -R ceil\ndefault pool -R floor\ninput -W 32x32x3\nconv -K 4 -F 3 -S 2\npool -F 3 -S 2\npool -F 3 -S 2 -R ceil -P 0:1\nmaxpool -F 2 -S 3\n' | cnncalc net -R full -o R,out
-	32x32x3
ceil	16x16x4
floor	7x7x4
ceil	4x4x4
ceil	2x2x4
$ printf 'default pool -R floor\ndefault -R ceil\ninput -W 32x32x3\nconv -K 4 -F 3 -S 2\npool -F 3 -S 2\npool -F 3 -S 2 -R ceil -P 0:1\nmaxpool -F 2 -S 3\n' | cnncalc net -R full -o R,out
-	32x32x3
ceil	16x16x4
floor	7x7x4
ceil	4x4x4
ceil	2x2x4
$ printf 'input -W 32x32x3\nconv -K 4 -F 3 -S 2\npool -F 3 -S 2\nconv -K 4 -F 3 -S 2 -R ceil\n' | cnncalc net --round=floor -o R,out
-	32x32x3
floor	15x15x4
floor	7x7x4
ceil	3x3x4
$ printf 'default conv -R exact\ninput -W 32x32x3\nconv -K 4 -F 3 -S 2\n' | cnncalc net -R floor
layer  kind   output      params  macs     rf  jump
-      input  32x32x3          -     -      1     1
cnncalc: -:3: net: --stride: 2 does not fit: (32 - 3 + 2*0)/2 + 1 = 15.5 is not a whole number
cnncalc: hint: strides that fit: 1, 29; no even padding does, -P 0:1 gives 16; --round floor gives 15
? 1
$ printf 'input -W 9x9x4\nconvtranspose -K 2 -F 3 -S 2\n' | cnncalc net -R floor -o R,out
-	9x9x4
-	19x19x2

# --bias and --no-bias overrule each other by the same order, and so do -G and --depthwise.
$ printf 'default conv --no-bias\ndefault --bias\ninput -W 8x8x4\nconv -K 2 -F 1\nconv -K 2 -F 1 --bias\nbatchnorm\ndense -K 2\n' | cnncalc net -o kind,biases
input	0
conv	0
conv	2
batchnorm	2
dense	2
$ printf 'default --no-bias\ndefault conv --bias\ninput -W 8x8x4\nconv -K 2 -F 1\nconv -K 2 -F 1 --no-bias\nbatchnorm\ndense -K 2\ndense -K 3 --bias\ndefault --bias\ndense -K 4\n' | cnncalc net -o kind,biases
input	0
conv	2
conv	0
batchnorm	0
dense	0
dense	3
dense	4
$ printf 'default conv -F 1 -K 16 -G 4\ninput -W 8x8x8\nconv\nconv --depthwise\nconv -G 2\ndefault conv --depthwise\nconv\nconv -G 2\nconv --depthwise -K 32\ndefault conv -G 8\nconv\n' | cnncalc net -o out,G,weights
8x8x8	-	0
8x8x16	4	32
8x8x16	16	16
8x8x16	2	128
8x8x16	16	16
8x8x16	2	128
8x8x32	16	32
8x8x16	8	64
$ printf 'default conv --depthwise\ndefault -G 2\ninput -W 8x8x8\nconv -F 1\nconvtranspose -F 1 -K 4\n' | cnncalc net -o out,G
8x8x8	-
8x8x8	8
8x8x4	2
$ printf 'input -W 8x8x8\nconv -F 1 --depthwise -G 8\n' | cnncalc net
cnncalc: -:2: net: --depthwise: --groups is told too
? 2

# -S and -O of upsample: one of them on a line, and that is nearer than any default.
$ printf 'input -W 8x8x4\nupsample -S 2 -O 16\n' | cnncalc net
cnncalc: -:2: net: --output-size: --stride is told too
? 2
$ printf 'default upsample -S 2\ninput -W 8x8x4\nupsample\nupsample -O 24\ndefault upsample -O 12\nupsample -S 3\n' | cnncalc net -o out
8x8x4
16x16x4
24x24x4
72x72x4
$ printf 'input -W 8x8x3\ndefault upsample -S 3\ndefault -O 16\nupsample\n' | cnncalc net -o out
8x8x3
24x24x3
$ printf 'default upsample -O 16\ndefault -S 3\ninput -W 8x8x3\nupsample\n' | cnncalc net -o out
8x8x3
16x16x3
$ printf 'default upsample -S 3\ndefault upsample -O 16\ninput -W 8x8x3\nupsample\n' | cnncalc net -o out
8x8x3
16x16x3
$ printf 'default upsample -O 16\ndefault upsample -S 3\ninput -W 8x8x3\nupsample\n' | cnncalc net -o out
8x8x3
24x24x3
$ printf 'default -S 3\ninput -W 8x8x3\nupsample -O 20\n' | cnncalc net -o out
8x8x3
20x20x3
$ printf 'default conv -O 3\ndefault -S 2\ninput -W 7x7x3\nconv -K 1 -F 3\n' | cnncalc net -o out
7x7x3
3x3x1
$ printf 'default upsample -S 2\ndefault -O 4\ninput -W 4x4x4\nupsample\n' | cnncalc net -o out
4x4x4
8x8x4
$ printf 'input -W 8x8x4\nupsample -O 16 -S 2\n' | cnncalc net
cnncalc: -:2: net: --output-size: --stride is told too
? 2

# Of other kinds they do not overrule each other: -O is what must come out, 4 at a stride of 2.
$ printf 'input -W 9x9x3\ndefault conv -O 5\nconv -K 1 -F 3 -S 2\n' | cnncalc net -o out
9x9x3
cnncalc: -:3: net: --output-size: 5x5 is not the output, which is 4x4
? 1
$ printf 'input -W 9x9x3\ndefault conv -S 2 -F 3 -K 1\nconv -O 7\n' | cnncalc net -o out
9x9x3
cnncalc: -:3: net: --output-size: 7x7 is not the output, which is 4x4
? 1

# -G and --depthwise do, in either order: 4*(3^2*2 + 1) and 4*(3^2 + 1) parameters.
$ printf 'input -W 9x9x4\ndefault conv --depthwise -F 3 -K 4\nconv -G 2\n' | cnncalc net -o params
0
76
$ printf 'input -W 9x9x4\ndefault conv -G 2 -F 3 -K 4\nconv --depthwise\n' | cnncalc net -o params
0
40
$ printf 'input -W 9x9x4\nconv -K 4 -F 3 -G 2 --depthwise\n' | cnncalc net
cnncalc: -:2: net: --depthwise: --groups is told too
? 2

# The options of a kind stay with it.
$ printf 'default -F 3 -K 2 -S 2 -R floor\ninput -W 32x32x3\nconv\nmaxpool\nupsample\nrelu\nbatchnorm\ndense\n' | cnncalc net
layer  kind           output      params    macs     rf  jump
-      input          32x32x3          -       -      1     1
1      conv 3x3/2     15x15x2         56  12,150      3     2
2      maxpool 3x3/2  7x7x2            0       0      7     4
3      upsample       14x14x2          0       0      7     2
4      relu           14x14x2          0       0      7     2
5      batchnorm      14x14x2          4       0      7     2
6      dense          2              786     784     31     -

params 846   macs 12,934   flops 25,868

# A default of an input: later inputs begin so.
$ printf 'default input -C 3\ninput -W 32\ninput -W 16x8\ninput -W 4x4x1 -C 1\n' | cnncalc net -o out
32x32x3
16x8x3
4x4x1

# Defaults that are none.
$ printf 'default\n' | cnncalc net
cnncalc: -:1: net: default: an option is missing
? 2
$ printf 'default conv\n' | cnncalc net
cnncalc: -:1: net: default: an option is missing
? 2
$ printf 'default conv # -P 1\n' | cnncalc net
cnncalc: -:1: net: default: an option is missing
? 2
$ printf 'a: input -W 8x8x3\ndefault\n' | cnncalc net
cnncalc: -:2: net: default: an option is missing
? 2
$ printf 'default convv -P 1\nnonsense\n' | cnncalc net
cnncalc: -:1: net: 'convv': unknown kind of layer
cnncalc: hint: did you mean conv?
? 2
$ printf 'default relu -P 1\nnonsense\n' | cnncalc net
cnncalc: -:1: net: --pad: no option of relu
cnncalc: hint: options of relu: -O
? 2
$ printf 'default conv -P\n' | cnncalc net
cnncalc: -:1: net: --pad: a value is missing
? 2
$ printf 'default conv -P big\nnonsense\n' | cnncalc net
cnncalc: -:1: net: --pad: 'big' is no padding
cnncalc: hint: a whole number, 1x2, 2:3, 0:1x2:3, same, same-lower or valid
? 2
$ printf 'default --kernel-size 3\nnonsense\n' | cnncalc net
cnncalc: -:1: net: --kernel-size: unknown option
cnncalc: hint: did you mean --filter-size?
? 2
$ printf 'default -P 1 conv\n' | cnncalc net
cnncalc: -:1: net: 'conv': unexpected word
? 2
$ printf 'input -W 8x8x3\na: relu\ndefault conv @a\n' | cnncalc net
cnncalc: -:3: net: '@a': unexpected word
? 2
$ printf 'input -W 8x8x3\na: default -P 1\n' | cnncalc net
cnncalc: -:2: net: 'a': a default has no label
? 2
$ printf 'default -P same\ninput -W 8x8x3\nconv -K 2 -F 3\npad\n' | cnncalc net
cnncalc: -:4: net: --pad: same is for a filter, not for pad
? 2

# A default is for the kinds that have the option; -S of three numbers is none that is left beside -O.
$ printf 'default -W 8x8x3\ninput\nrelu\n' | cnncalc net -o out
8x8x3
8x8x3
$ printf 'default -P same\ninput -W 8x8x3\nupsample -S 2\n' | cnncalc net -o out
8x8x3
16x16x3
$ printf 'default upsample -S 2x2x2\ninput -W 8x8x3\nupsample -O 16\n' | cnncalc net -o out
8x8x3
16x16x3

# ---- What is wrong with a line ---------------------------------------------------------------

# Long names as they are; of those that are like one, the kind's own and those that its input decides.
$ printf 'input --input-size=8x8 --channels 3\n' | cnncalc net -o out
8x8x3
$ printf 'input --input 8x8x3\n' | cnncalc net
cnncalc: -:1: net: --input: unknown option
cnncalc: hint: options are not abbreviated: --input-size
? 2
$ printf 'input -W 8x8x3\nconv --strid 2\n' | cnncalc net
cnncalc: -:2: net: --strid: unknown option
cnncalc: hint: options are not abbreviated: --stride
? 2
$ printf 'input -W 8x8x3\nrelu --heigh 2\n' | cnncalc net
cnncalc: -:2: net: --heigh: unknown option
cnncalc: hint: options are not abbreviated: --height
? 2
$ printf 'input -W 8x8x3\nconv --fro 2\n' | cnncalc net
cnncalc: -:2: net: --fro: unknown option
cnncalc: hint: options of conv: -F -S -P -d -K -G --depthwise -R --no-bias --bias -O
? 2
$ printf 'input -W 8x8x3\nconv --transposed\n' | cnncalc net
cnncalc: -:2: net: --transposed: unknown option
cnncalc: hint: a transposed layer is convtranspose
? 2
$ printf 'input -W 8x8x3\nrelu --\n' | cnncalc net
cnncalc: -:2: net: '--': unexpected word
? 2
$ printf 'input -W 8x8x3\nconv --depthwise=1\n' | cnncalc net
cnncalc: -:2: net: --depthwise: takes no value
? 2
$ printf 'input -W 8x8x3\nrelu --dims 1\n' | cnncalc net
cnncalc: -:2: net: --dims: decided by the layer's input, which is 8x8x3
? 2

# A badly formed line prints nothing on standard output, whatever stands above it; the first is
# told, and nothing below it.
$ printf 'input -W 8x8x3\nconv -K 2 -F 3\nrelu\nconvv\nrule\n' | cnncalc net 2>/dev/null
? 2
$ printf 'input -W 8x8x3\nconv -K 2 -F 3\nrelu\nconvv\nrule\n' | cnncalc net
cnncalc: -:4: net: 'convv': unknown kind of layer
cnncalc: hint: did you mean conv?
? 2
$ for how in --json -a --total --dot --explain -oout '--expect 3'; do printf 'input -W 8x8x3\nrelu\nrule\n' | cnncalc net $how 2>/dev/null || echo $?; done
2
2
2
2
2
2
2

# Kinds: the words of other tools, capitals, strokes and axes, slips.
$ for kind in linear fc deconv shortcut route cat bn gap swish; do printf 'input -W 8x8x3\n%s\n' $kind | cnncalc net; done
cnncalc: -:2: net: 'linear': unknown kind of layer
cnncalc: hint: did you mean dense?
cnncalc: -:2: net: 'fc': unknown kind of layer
cnncalc: hint: did you mean dense?
cnncalc: -:2: net: 'deconv': unknown kind of layer
cnncalc: hint: did you mean convtranspose?
cnncalc: -:2: net: 'shortcut': unknown kind of layer
cnncalc: hint: did you mean add?
cnncalc: -:2: net: 'route': unknown kind of layer
cnncalc: hint: did you mean concat?
cnncalc: -:2: net: 'cat': unknown kind of layer
cnncalc: hint: did you mean concat?
cnncalc: -:2: net: 'bn': unknown kind of layer
cnncalc: hint: did you mean batchnorm?
cnncalc: -:2: net: 'gap': unknown kind of layer
cnncalc: hint: did you mean globalpool?
cnncalc: -:2: net: 'swish': unknown kind of layer
cnncalc: hint: did you mean silu?
? 2
$ cat >meant.sh <<'END'
> for kind; do
>     printf 'input -W 8x8x3\n%s\n' $kind | cnncalc net 2>&1 |
>     sed -n "s/.*hint: did you mean \(.*\)?/$kind: \1/p"
> done
> END
> echo PyTorch
> sh meant.sh Conv1d Conv2d Conv3d ConvTranspose2d MaxPool2d AvgPool2d AdaptiveAvgPool2d Linear
> sh meant.sh BatchNorm2d LayerNorm GroupNorm InstanceNorm2d PReLU LeakyReLU SiLU Mish Hardswish
> sh meant.sh Sigmoid Tanh Softmax Dropout2d LocalResponseNorm Identity Flatten Upsample ZeroPad2d
> sh meant.sh PixelShuffle
> echo Keras
> sh meant.sh InputLayer Conv2D Conv2DTranspose MaxPooling2D AveragePooling2D Dense Concatenate
> sh meant.sh Multiply BatchNormalization UpSampling2D ZeroPadding2D Cropping2D
> echo Caffe, darknet
> sh meant.sh Convolution Deconvolution Pooling InnerProduct Eltwise convolutional connected
PyTorch
Conv1d: conv
Conv2d: conv
Conv3d: conv
ConvTranspose2d: convtranspose
MaxPool2d: maxpool
AvgPool2d: avgpool
AdaptiveAvgPool2d: adaptivepool
Linear: dense
BatchNorm2d: batchnorm
LayerNorm: layernorm
GroupNorm: groupnorm
InstanceNorm2d: instancenorm
PReLU: prelu
LeakyReLU: leakyrelu
SiLU: silu
Mish: mish
Hardswish: hardswish
Sigmoid: sigmoid
Tanh: tanh
Softmax: softmax
Dropout2d: dropout
LocalResponseNorm: lrn
Identity: identity
Flatten: flatten
Upsample: upsample
ZeroPad2d: pad
PixelShuffle: pixelshuffle
Keras
InputLayer: input
Conv2D: conv
Conv2DTranspose: convtranspose
MaxPooling2D: maxpool
AveragePooling2D: avgpool
Dense: dense
Concatenate: concat
Multiply: mul
BatchNormalization: batchnorm
UpSampling2D: upsample
ZeroPadding2D: pad
Cropping2D: crop
Caffe, darknet
Convolution: conv
Deconvolution: convtranspose
Pooling: pool
InnerProduct: dense
Eltwise: add
convolutional: conv
connected: dense

# The name itself is nearer than its neighbours.
$ for kind in ReLU RELU6 ELU GELU; do printf 'input -W 8x8x3\n%s\n' $kind | cnncalc net; done
cnncalc: -:2: net: 'ReLU': unknown kind of layer
cnncalc: hint: did you mean relu?
cnncalc: -:2: net: 'RELU6': unknown kind of layer
cnncalc: hint: did you mean relu6?
cnncalc: -:2: net: 'ELU': unknown kind of layer
cnncalc: hint: did you mean elu?
cnncalc: -:2: net: 'GELU': unknown kind of layer
cnncalc: hint: did you mean gelu?
? 2
$ for kind in convv covn con_v maxpol flaten defualt Default inptu; do printf 'input -W 8x8x3\n%s\n' $kind | cnncalc net; done
cnncalc: -:2: net: 'convv': unknown kind of layer
cnncalc: hint: did you mean conv?
cnncalc: -:2: net: 'covn': unknown kind of layer
cnncalc: hint: did you mean conv?
cnncalc: -:2: net: 'con_v': unknown kind of layer
cnncalc: hint: did you mean conv?
cnncalc: -:2: net: 'maxpol': unknown kind of layer
cnncalc: hint: did you mean maxpool?
cnncalc: -:2: net: 'flaten': unknown kind of layer
cnncalc: hint: did you mean flatten?
cnncalc: -:2: net: 'defualt': unknown kind of layer
cnncalc: hint: did you mean default?
cnncalc: -:2: net: 'Default': unknown kind of layer
cnncalc: hint: did you mean default?
cnncalc: -:2: net: 'inptu': unknown kind of layer
cnncalc: hint: did you mean input?
? 2
$ for kind in xyzzy c -K 3x3 = ,; do printf 'input -W 8x8x3\n%s\n' $kind | cnncalc net; done
cnncalc: -:2: net: 'xyzzy': unknown kind of layer
cnncalc: -:2: net: 'c': unknown kind of layer
cnncalc: -:2: net: '-K': unknown kind of layer
cnncalc: -:2: net: '3x3': unknown kind of layer
cnncalc: -:2: net: '=': unknown kind of layer
cnncalc: -:2: net: ',': unknown kind of layer
? 2

# Options: slips, the other case, abbreviations, the words of PyTorch, Keras and Caffe.
$ for line in 'conv -K 3 --filtersize 3' 'conv -K 3 --filter-siez 3' 'conv -K 3 -F 3 --strdie 2'; do
>     printf 'input -W 32x32x3\n%s\n' "$line" | cnncalc net
> done
cnncalc: -:2: net: --filtersize: unknown option
cnncalc: hint: did you mean --filter-size?
cnncalc: -:2: net: --filter-siez: unknown option
cnncalc: hint: did you mean --filter-size?
cnncalc: -:2: net: --strdie: unknown option
cnncalc: hint: did you mean --stride?
? 2
$ for line in 'conv -k 3 -F 3' 'conv -K 3 -f3' 'conv -K 3 -F 3 -s 2' 'conv -K 3 -F 3 -p 1' \
>     'conv -K 3 -F 3 -g 1' 'pool -F 2 -r floor' 'relu -o 32'; do
>     printf 'input -W 32x32x3\n%s\n' "$line" | cnncalc net
> done
cnncalc: -:2: net: -k: unknown option
cnncalc: hint: did you mean -K, --filters?
cnncalc: -:2: net: -f: unknown option
cnncalc: hint: did you mean -F, --filter-size?
cnncalc: -:2: net: -s: unknown option
cnncalc: hint: did you mean -S, --stride?
cnncalc: -:2: net: -p: unknown option
cnncalc: hint: did you mean -P, --pad?
cnncalc: -:2: net: -g: unknown option
cnncalc: hint: did you mean -G, --groups?
cnncalc: -:2: net: -r: unknown option
cnncalc: hint: did you mean -R, --round?
cnncalc: -:2: net: -o: unknown option
cnncalc: hint: did you mean -O, --output-size?
? 2
$ for line in 'conv -K 3 --str 1' 'conv --filter 3' 'conv --d 2' 'convtranspose --out 1' \
>     'prelu --share' 'slice --fro 1'; do
>     printf 'input -W 32x32x3\n%s\n' "$line" | cnncalc net
> done
cnncalc: -:2: net: --str: unknown option
cnncalc: hint: options are not abbreviated: --stride
cnncalc: -:2: net: --filter: unknown option
cnncalc: hint: options are not abbreviated: --filter-size, --filters
cnncalc: -:2: net: --d: unknown option
cnncalc: hint: options are not abbreviated: --dims, --dilation, --depthwise
cnncalc: -:2: net: --out: unknown option
cnncalc: hint: options are not abbreviated: --output-pad, --output-size
cnncalc: -:2: net: --share: unknown option
cnncalc: hint: options are not abbreviated: --shared
cnncalc: -:2: net: --fro: unknown option
cnncalc: hint: options are not abbreviated: --from
? 2
$ for line in 'conv --kernel-size 3' 'conv --kernel_size=3' 'conv --padding same' \
>     'conv --strides 1' 'conv --out-channels 8' 'dense --out_features 10' 'conv --num_output 8' \
>     'conv --dilation_rate 2' 'conv --use_bias' 'pool --pool_size 2' 'pool --ceil_mode' \
>     'convtranspose --output_padding 1'; do
>     printf 'input -W 32x32x3\n%s\n' "$line" | cnncalc net
> done
cnncalc: -:2: net: --kernel-size: unknown option
cnncalc: hint: did you mean --filter-size?
cnncalc: -:2: net: --kernel_size: unknown option
cnncalc: hint: did you mean --filter-size?
cnncalc: -:2: net: --padding: unknown option
cnncalc: hint: did you mean --pad?
cnncalc: -:2: net: --strides: unknown option
cnncalc: hint: did you mean --stride?
cnncalc: -:2: net: --out-channels: unknown option
cnncalc: hint: did you mean --filters?
cnncalc: -:2: net: --out_features: unknown option
cnncalc: hint: did you mean --filters?
cnncalc: -:2: net: --num_output: unknown option
cnncalc: hint: did you mean --filters?
cnncalc: -:2: net: --dilation_rate: unknown option
cnncalc: hint: did you mean --dilation?
cnncalc: -:2: net: --use_bias: unknown option
cnncalc: hint: did you mean --bias?
cnncalc: -:2: net: --pool_size: unknown option
cnncalc: hint: did you mean --filter-size?
cnncalc: -:2: net: --ceil_mode: unknown option
cnncalc: hint: did you mean --round?
cnncalc: -:2: net: --output_padding: unknown option
cnncalc: hint: did you mean --output-pad?
? 2

# Where nothing is near, what the kind has; convtranspose is a kind of its own.
$ for line in 'conv -Z 2' 'relu --inplace' 'dense --json' 'conv --transpose -K 3' \
>     'conv --transposed'; do
>     printf 'input -W 32x32x3\n%s\n' "$line" | cnncalc net
> done
cnncalc: -:2: net: -Z: unknown option
cnncalc: hint: options of conv: -F -S -P -d -K -G --depthwise -R --no-bias --bias -O
cnncalc: -:2: net: --inplace: unknown option
cnncalc: hint: options of relu: -O
cnncalc: -:2: net: --json: unknown option
cnncalc: hint: options of dense: -K --no-bias --bias -O
cnncalc: -:2: net: --transpose: unknown option
cnncalc: hint: a transposed layer is convtranspose
cnncalc: -:2: net: --transposed: unknown option
cnncalc: hint: a transposed layer is convtranspose
? 2

# An option of another kind.
$ for line in 'relu -F 3' 'conv --output-pad 1' 'convtranspose -R floor' 'pool -K 3' \
>     'avgpool --no-bias' 'globalpool -S 2' 'dense -F 3' 'batchnorm --shared' 'prelu --no-bias' \
>     'add -K 2' 'flatten -F 1' 'upsample -F 2' 'crop -P 1' 'pad -F 1' 'slice -C 3 -G 2' \
>     'pixelshuffle -K 2' 'conv --from 2'; do
>     printf 'input -W 32x32x3\n%s\n' "$line" | cnncalc net
> done
cnncalc: -:2: net: --filter-size: no option of relu
cnncalc: hint: options of relu: -O
cnncalc: -:2: net: --output-pad: no option of conv
cnncalc: hint: options of conv: -F -S -P -d -K -G --depthwise -R --no-bias --bias -O
cnncalc: -:2: net: --round: no option of convtranspose
cnncalc: hint: options of convtranspose: -F -S -P -d -K -G --depthwise --output-pad --no-bias --bias -O
cnncalc: -:2: net: --filters: no option of pool
cnncalc: hint: options of pool: -F -S -P -d -R -O
cnncalc: -:2: net: --no-bias: no option of avgpool
cnncalc: hint: options of avgpool: -F -S -P -d -R -O
cnncalc: -:2: net: --stride: no option of globalpool
cnncalc: hint: options of globalpool: -O
cnncalc: -:2: net: --filter-size: no option of dense
cnncalc: hint: options of dense: -K --no-bias --bias -O
cnncalc: -:2: net: --shared: no option of batchnorm
cnncalc: hint: options of batchnorm: --no-bias --bias -O
cnncalc: -:2: net: --no-bias: no option of prelu
cnncalc: hint: options of prelu: -O --shared
cnncalc: -:2: net: --filters: no option of add
cnncalc: hint: options of add: -O
cnncalc: -:2: net: --filter-size: no option of flatten
cnncalc: hint: options of flatten: -O
cnncalc: -:2: net: --filter-size: no option of upsample
cnncalc: hint: options of upsample: -S -O
cnncalc: -:2: net: --pad: no option of crop
cnncalc: hint: options of crop: -O
cnncalc: -:2: net: --filter-size: no option of pad
cnncalc: hint: options of pad: -P -O
cnncalc: -:2: net: --groups: no option of slice
cnncalc: hint: options of slice: -K -O --from
cnncalc: -:2: net: --filters: no option of pixelshuffle
cnncalc: hint: options of pixelshuffle: -S -O
cnncalc: -:2: net: --from: no option of conv
cnncalc: hint: options of conv: -F -S -P -d -K -G --depthwise -R --no-bias --bias -O
? 2

# What the layer's input decides; of a dense layer, with the product.
$ for line in 'conv -F 3 -K 3 -W 32' 'conv -F 3 -K 3 -C 3' 'pool -F 2 -H 24' 'relu --dims 2' \
>     'dense -C 2304 -K 10' 'dense -K 10 --input-size 32x24x3'; do
>     printf 'input -W 32x24x3\n%s\n' "$line" | cnncalc net
> done
cnncalc: -:2: net: --input-size: decided by the layer's input, which is 32x24x3
cnncalc: -:2: net: --channels: decided by the layer's input, which is 32x24x3
cnncalc: -:2: net: --height: decided by the layer's input, which is 32x24x3
cnncalc: -:2: net: --dims: decided by the layer's input, which is 32x24x3
cnncalc: -:2: net: --channels: decided by the layer's input, which is 32x24x3: 32*24*3 = 2304
cnncalc: -:2: net: --input-size: decided by the layer's input, which is 32x24x3: 32*24*3 = 2304
? 2
$ printf 'input -W 6x6x256\nflatten\ndense -K 10 -C 9216\n' | cnncalc net
cnncalc: -:3: net: --channels: decided by the layer's input, which is 9216
? 2
$ printf 'input -W 3037000500x3037000500x3\ndense -K 10 -C 9216\n' | cnncalc net
cnncalc: -:2: net: --channels: decided by the layer's input, which is 3037000500x3037000500x3: 3037000500*3037000500*3, which is beyond 2^63 - 1
? 2

# Values.
$ for line in 'conv -F' 'conv -K 3 --filter-size' 'conv -K 3 -F 0' 'conv -K ten -F 3' \
>     'conv -K 0' 'conv -K -1' 'conv -F -3' 'conv -F 3,3' 'conv -F 3X3' 'conv -S 0' \
>     'conv -d 1x0' 'conv -P -1' 'conv -P 1:' 'conv -R up' 'conv -F 9223372036854775808' \
>     'slice -K 1 --from -1' 'crop -O 0' 'conv --depthwise=yes' 'prelu --shared=1'; do
>     printf 'input -W 32x32x3\n%s\n' "$line" | cnncalc net
> done
cnncalc: -:2: net: --filter-size: a value is missing
cnncalc: -:2: net: --filter-size: a value is missing
cnncalc: -:2: net: --filter-size: 0 is below 1
cnncalc: -:2: net: --filters: 'ten' is not a whole number
cnncalc: -:2: net: --filters: 0 is below 1
cnncalc: -:2: net: --filters: -1 is not a whole number
cnncalc: -:2: net: --filter-size: -3 is not a whole number
cnncalc: -:2: net: --filter-size: '3,3' is not a size: whole numbers joined by x
cnncalc: -:2: net: --filter-size: '3X3' is not a size: whole numbers joined by x
cnncalc: -:2: net: --stride: 0 is below 1
cnncalc: -:2: net: --dilation: 0 is below 1
cnncalc: -:2: net: --pad: -1 is no padding
cnncalc: hint: a whole number, 1x2, 2:3, 0:1x2:3, same, same-lower or valid
cnncalc: -:2: net: --pad: '1:' is no padding
cnncalc: hint: a whole number, 1x2, 2:3, 0:1x2:3, same, same-lower or valid
cnncalc: -:2: net: --round: 'up' is not one of: exact floor ceil full
cnncalc: -:2: net: --filter-size: 9223372036854775808 is beyond 9223372036854775807
cnncalc: -:2: net: --from: -1 is not a whole number
cnncalc: -:2: net: --output-size: 0 is below 1
cnncalc: -:2: net: --depthwise: takes no value
cnncalc: -:2: net: --shared: takes no value
? 2

# Another number of numbers than the input has axes.
$ for line in 'conv -K 3 -F 3x3x3x3' 'conv -K 3 -F 3 -S 1x1x1' 'conv -K 3 -F 3 -P 1x1x1' \
>     'pool -F 2 -d 1x1x1' 'convtranspose -F 2 -K 3 --output-pad 0x0x0' 'upsample -S 1x2x2' \
>     'pixelshuffle -S 1x2x2' 'pad -P 1x2x3' 'conv -K 3 -F 3 -O 30x30x3x3' \
>     'adaptivepool -O 7x7x3x1' 'dense -K 3 -O 1x3'; do
>     printf 'input -W 32x32x3\n%s\n' "$line" | cnncalc net 2>&1 | grep -v hint
> done
cnncalc: -:2: net: --filter-size: 4 numbers, where 2 axes take 1 or 2, or one more for the channels
cnncalc: -:2: net: --stride: 3 numbers, where 2 axes take 1 or 2
cnncalc: -:2: net: --pad: 3 numbers, where 2 axes take 1 or 2
cnncalc: -:2: net: --dilation: 3 numbers, where 2 axes take 1 or 2
cnncalc: -:2: net: --output-pad: 3 numbers, where 2 axes take 1 or 2
cnncalc: -:2: net: --stride: 3 numbers, where 2 axes take 1 or 2
cnncalc: -:2: net: --stride: 3 numbers, where 2 axes take 1 or 2
cnncalc: -:2: net: --pad: 3 numbers, where 2 axes take 1 or 2
cnncalc: -:2: net: --output-size: 4 numbers, where 2 axes take 1 or 2, or one more for the channels
cnncalc: -:2: net: --output-size: 4 numbers, where 2 axes take 1 or 2, or one more for the channels
cnncalc: -:2: net: --output-size: 2 numbers, where the output is a vector

# Words that are no option.
$ for line in 'relu x' 'conv 3 -K 3 -F 3' 'conv -K 3 -F 3 3' 'conv K=3' 'relu -' 'relu --' \
>     'relu relu' 'relu a@b'; do
>     printf 'input -W 32x32x3\n%s\n' "$line" | cnncalc net
> done
cnncalc: -:2: net: 'x': unexpected word
cnncalc: -:2: net: 3: unexpected word
cnncalc: -:2: net: 3: unexpected word
cnncalc: -:2: net: 'K=3': unexpected word
cnncalc: -:2: net: '-': unexpected word
cnncalc: -:2: net: '--': unexpected word
cnncalc: -:2: net: 'relu': unexpected word
cnncalc: -:2: net: 'a@b': unexpected word
? 2

# Transposed layers: what same decides.
$ printf 'input -W 8x8x3\nconvtranspose -K 4 -F 3 -S 2 -P same --output-pad 1\n' | cnncalc net
cnncalc: -:2: net: --output-pad: with --pad same the output is W*S
? 2

# ---- A layer that does not fit ---------------------------------------------------------------

# It ends the table, with the arithmetic and with what would fit: status 1.
$ printf 'input -W 32x32x3\nrelu\nconv -K 4 -F 5 -S 2\nrelu\nrule\n' | cnncalc net
layer  kind   output      params  macs     rf  jump
-      input  32x32x3          -     -      1     1
1      relu   32x32x3          0     0      1     1
cnncalc: -:3: net: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27; no even padding does, -P 0:1 gives 15; --round floor gives 14
? 1
$ printf 'input -W 32x32x3\nrelu\nconv -K 4 -F 5 -S 2\nrelu\n' >bad.net; cnncalc net bad.net 2>/dev/null
layer  kind   output      params  macs     rf  jump
-      input  32x32x3          -     -      1     1
1      relu   32x32x3          0     0      1     1
? 1
$ printf 'input -W 32x32x3\nconv -K 4 -F 3 -P 1\nmaxpool -F 3 -S 2\n' | cnncalc net
layer  kind        output      params     macs     rf  jump
-      input       32x32x3          -        -      1     1
1      conv 3x3+1  32x32x4        112  110,592      3     1
cnncalc: -:3: net: --stride: 2 does not fit: (32 - 3 + 2*0)/2 + 1 = 15.5 is not a whole number
cnncalc: hint: strides that fit: 1, 29; no even padding does, -P 0:1 gives 16; --round floor gives 15
? 1
$ printf 'input -W 32x30x3\nconv -K 4 -F 5 -S 3\n' | cnncalc net
layer  kind   output      params  macs     rf  jump
-      input  32x30x3          -     -    1x1   1x1
cnncalc: -:2: net: --stride: 3 does not fit the height: (30 - 5 + 2*0)/3 + 1 = 9 + 1/3 is not a whole number
cnncalc: hint: strides that fit: 1; -P 0x1 gives 10x10; an input of 32x29 gives 10x9; an input of 32x32 gives 10x10; --round floor gives 10x9
? 1

# Too wide. The input's size is said in words: it is what the layers above have made.
$ printf 'input -W 32x32x3\nconv -K 4 -F 35\n' | cnncalc net
layer  kind   output      params  macs     rf  jump
-      input  32x32x3          -     -      1     1
cnncalc: -:2: net: --filter-size: 35 is wider than the padded input: 32 + 2*0 = 32
cnncalc: hint: -F 32 gives 1; -P 2 gives 2; an input of 35 gives 1
? 1
$ printf 'input -W 32x32x3\nconv -K 4 -F 5 -d 9\n' | cnncalc net
layer  kind   output      params  macs     rf  jump
-      input  32x32x3          -     -      1     1
cnncalc: -:2: net: --filter-size: 5 with dilation 9 spans 37 cells, which is wider than the padded input: 32 + 2*0 = 32
cnncalc: hint: -F 4 gives 5; -P 3 gives 2; an input of 37 gives 1
? 1
$ printf 'input -W 32x30x3\navgpool -F 31 -S 1\n' | cnncalc net -R floor
layer  kind   output      params  macs     rf  jump
-      input  32x30x3          -     -    1x1   1x1
cnncalc: -:2: net: --filter-size: 31 is wider than the padded height: 30 + 2*0 = 30
cnncalc: hint: -F 30 gives 3x1; -P 1 gives 4x2; an input of 32x31 gives 2x1
? 1

# Transposed: padding that takes everything, an output-pad that is too wide.
$ printf 'input -W 32x32x3\nconvtranspose -K 4 -F 1 -P 16\n' | cnncalc net
layer  kind   output      params  macs     rf  jump
-      input  32x32x3          -     -      1     1
cnncalc: -:2: net: --pad: 16 takes the whole output: S*(W - 1) + E - 2P is below 1
cnncalc: hint: -P 15 gives 2; -F 2 gives 1; an input of 33 gives 1
? 1
$ printf 'input -W 32x32x3\nconvtranspose -K 4 -F 3 -S 2 --output-pad 2\n' | cnncalc net
layer  kind   output      params  macs     rf  jump
-      input  32x32x3          -     -      1     1
cnncalc: -:2: net: --output-pad: 2 is not below the larger of the stride 2 and the dilation 1
? 1

# Groups.
$ printf 'input -W 32x32x6\nconv -K 9 -F 3 -G 2\n' | cnncalc net
layer  kind   output      params  macs     rf  jump
-      input  32x32x6          -     -      1     1
cnncalc: -:2: net: --groups: 2 does not divide the 9 filters
cnncalc: hint: groups that fit: 1, 3
? 1
$ printf 'input -W 32x32x3\nconv -K 4 -F 3 -G 2\n' | cnncalc net
layer  kind   output      params  macs     rf  jump
-      input  32x32x3          -     -      1     1
cnncalc: -:2: net: --groups: 2 does not divide the 3 channels
cnncalc: hint: groups that fit: 1
? 1
$ printf 'input -W 32x32x3\nconvtranspose -K 4 -F 3 --depthwise\n' | cnncalc net
layer  kind   output      params  macs     rf  jump
-      input  32x32x3          -     -      1     1
cnncalc: -:2: net: --filters: 4 is no multiple of the 3 channels, as --depthwise asks
cnncalc: hint: -K 3
? 1
$ printf 'input -W 32x32x6\ngroupnorm -G 4\n' | cnncalc net
layer  kind   output      params  macs     rf  jump
-      input  32x32x6          -     -      1     1
cnncalc: -:2: net: --groups: 4 does not divide the 6 channels
cnncalc: hint: groups that fit: 1, 2, 3, 6
? 1

# Vectors have no axes to slide over.
$ for line in 'conv -K 3 -F 3' 'convtranspose -K 3 -F 3' 'pool -F 2' 'globalpool' \
>     'adaptivepool -O 7' 'upsample -S 2' 'crop -O 7' 'pad -P 1' 'pixelshuffle -S 2'; do
>     printf 'input -C 784\n%s\n' "$line" | cnncalc net
> done 2>&1 | grep -v -e layer -e input$ -e hint:
-      input  784             -     -      -     -
cnncalc: -:2: net: conv: its input is a vector of 784, which has no axes
-      input  784             -     -      -     -
cnncalc: -:2: net: convtranspose: its input is a vector of 784, which has no axes
-      input  784             -     -      -     -
cnncalc: -:2: net: pool: its input is a vector of 784, which has no axes
-      input  784             -     -      -     -
cnncalc: -:2: net: globalpool: its input is a vector of 784, which has no axes
-      input  784             -     -      -     -
cnncalc: -:2: net: adaptivepool: its input is a vector of 784, which has no axes
-      input  784             -     -      -     -
cnncalc: -:2: net: upsample: its input is a vector of 784, which has no axes
-      input  784             -     -      -     -
cnncalc: -:2: net: crop: its input is a vector of 784, which has no axes
-      input  784             -     -      -     -
cnncalc: -:2: net: pad: its input is a vector of 784, which has no axes
-      input  784             -     -      -     -
cnncalc: -:2: net: pixelshuffle: its input is a vector of 784, which has no axes
$ printf 'input -W 6x6x2\nflatten\nconv -K 3 -F 3\n' | cnncalc net
layer  kind     output     params  macs     rf  jump
-      input    6x6x2           -     -      1     1
1      flatten  72              0     0      1     -
cnncalc: -:3: net: conv: its input is a vector of 72, which has no axes
cnncalc: hint: flatten and dense make vectors: such a layer stands above them
? 1
$ printf 'input -W 6x6x2\nv: input -C 8\nrelu\nadd @v\nconv -K 3 -F 3\n' | cnncalc net 2>&1 | tail -n 2
cnncalc: -:5: net: conv: its input is a vector of 8, which has no axes
cnncalc: hint: an input with axes has a size: input -W 28x28x1
$ printf 'input -C 784\ninput -W 6x6x2\nflatten\nrelu\nconv -K 3 -F 3\n' | cnncalc net 2>&1 | tail -n 2
cnncalc: -:5: net: conv: its input is a vector of 72, which has no axes
cnncalc: hint: flatten and dense make vectors: such a layer stands above them
$ printf 'input -C 784\nadaptivepool -O 7x7\n' | cnncalc net
layer  kind   output     params  macs     rf  jump
-      input  784             -     -      -     -
cnncalc: -:2: net: adaptivepool: its input is a vector of 784, which has no axes
cnncalc: hint: an input with axes has a size: input -W 28x28x1
? 1

# Joins of what does not go together, by their labels or numbers.
$ printf 'a: input -W 32x32x3\nconv -K 4 -F 3 -P 1\nadd @a\n' | cnncalc net
layer  kind        output      params     macs     rf  jump
a      input       32x32x3          -        -      1     1
1      conv 3x3+1  32x32x4        112  110,592      3     1
cnncalc: -:3: net: add: 32x32x4 of 1 and 32x32x3 of a are not equal
? 1
$ printf 'input -W 32x32x3\na: relu\nb: relu\nc: pool -F 2\nadd @a @b @c\n' | cnncalc net 2>&1 | tail -n 1
cnncalc: -:5: net: add: 32x32x3 of a and 16x16x3 of c are not equal
$ printf 'a: input -W 32x32x3\nconv -K 4 -F 3\nconcat @a\n' | cnncalc net 2>&1 | tail -n 1
cnncalc: -:3: net: concat: 30x30x4 of 1 and 32x32x3 of a are not of the same size
$ printf 'a: input -W 32x32x3\nflatten\nconcat @a\n' | cnncalc net 2>&1 | tail -n 1
cnncalc: -:3: net: concat: 3072 of 1 and 32x32x3 of a are not of the same size
$ printf 'a: input -W 8x1x3\nb: input --dims 1 -W 8x3\nadd @a\n' | cnncalc net 2>&1 | tail -n 1
cnncalc: -:3: net: add: 8x3 of b and 8x1x3 of a are not equal
$ printf 'a: input --dims 1 -W 8x3\nfa: flatten\nb: input -W 4x4x3\nfb: flatten\nconcat @fa @fb\n' |
> cnncalc net -o label,out,rf
a	8x3	1
fa	24	1
b	4x4x3	1
fb	48	1
-	72	1x1
$ printf 'a: input -W 8x9x2\ncrop -O 7x9\nadd @a\n' | cnncalc net -o out
8x9x2
7x9x2
cnncalc: -:3: net: add: 7x9x2 of 1 and 8x9x2 of a are not equal
? 1
$ printf 'a: input -W 8x9x2\ncrop -O 8x7\nadd @a\n' | cnncalc net -o out
8x9x2
8x7x2
cnncalc: -:3: net: add: 8x7x2 of 1 and 8x9x2 of a are not equal
? 1
$ printf 'a: input -W 32x32x3\ng: globalpool\nse: conv -K 4 -F 1\nmul @a\n' | cnncalc net
layer  kind        output      params  macs     rf  jump
a      input       32x32x3          -     -      1     1
g      globalpool  1x1x3            0     0     32    32
se     conv 1x1    1x1x4           16    12     32    32
cnncalc: -:4: net: mul: 1x1x4 of se and 32x32x3 of a are not equal
cnncalc: hint: mul takes equal volumes, or one that is a pixel of the same depth
? 1
$ printf 'a: input -W 32x32x3\nglobalpool\nadd @a\n' | cnncalc net 2>&1 | tail -n 1
cnncalc: -:3: net: add: 1x1x3 of 1 and 32x32x3 of a are not equal

# What a layer takes from its input must be there.
$ printf 'input -W 32x32x3\ncrop -O 16x33\n' | cnncalc net
layer  kind   output      params  macs     rf  jump
-      input  32x32x3          -     -      1     1
cnncalc: -:2: net: --output-size: 16x33 is not within 32x32
? 1
$ printf 'input -W 32x32x3\nslice -K 2 --from 2\n' | cnncalc net
layer  kind   output      params  macs     rf  jump
-      input  32x32x3          -     -      1     1
cnncalc: -:2: net: --from: 2 channels from 2 on are not among the 3 of the input
? 1
$ printf 'input -C 784\nslice -K 9223372036854775807 --from 9223372036854775807\n' | cnncalc net 2>&1 | tail -n 1
cnncalc: -:2: net: --filters: 9223372036854775807 channels from 9223372036854775807 on are not among the 784 of the input
$ printf 'input -W 32x32x6\npixelshuffle -S 2\n' | cnncalc net
layer  kind   output      params  macs     rf  jump
-      input  32x32x6          -     -      1     1
cnncalc: -:2: net: --stride: 2*2 = 4 does not divide the 6 channels
? 1

# What is said of the output is checked, of each kind: its size, its volume, a vector's length.
$ printf 'input -W 32x32x3 -O 32\nconv -K 4 -F 3 -P 1 -O 32\nconv -K 4 -F 3 -P 1 -O 32x32\nconv -K 4 -F 3 -P 1 -O 32x32x4\npool -F 2 -O 16\nbatchnorm -O 16x16x4\nrelu -O 16\nflatten -O 1024\ndense -K 10 -O 10\n' | cnncalc net -o out
32x32x3
32x32x4
32x32x4
32x32x4
16x16x4
16x16x4
16x16x4
1024
10
$ printf 'input -W 32x32x3\nconv -K 4 -F 3 -O 32\n' | cnncalc net
layer  kind   output      params  macs     rf  jump
-      input  32x32x3          -     -      1     1
cnncalc: -:2: net: --output-size: 32x32 is not the output, which is 30x30
? 1
$ for line in 'conv -K 4 -F 3 -O 30x30x5' 'convtranspose -K 4 -F 3 -O 30' 'pool -F 2 -O 16x15' \
>     'globalpool -O 1x1x4' 'dense -K 10 -O 11' 'groupnorm -O 31' 'prelu -O 32x32x4' \
>     'gelu -O 30x32' 'concat @a -O 32x32x5' 'add @a -O 32x32x6' 'flatten -O 3071' \
>     'upsample -S 2 -O 32' 'pad -P 1 -O 33' 'slice -K 2 -O 32x32x3' 'pixelshuffle -S 1 -O 64'; do
>     printf 'a: input -W 32x32x3\n%s\n' "$line" | cnncalc net -o out 2>&1 | tail -n 1
> done
cnncalc: -:2: net: --output-size: 30x30x5 is not the output, which is 30x30x4
cnncalc: -:2: net: --output-size: 30x30 is not the output, which is 34x34
cnncalc: -:2: net: --output-size: 16x15 is not the output, which is 16x16
cnncalc: -:2: net: --output-size: 1x1x4 is not the output, which is 1x1x3
cnncalc: -:2: net: --output-size: 11 is not the output, which is 10
cnncalc: -:2: net: --output-size: 31x31 is not the output, which is 32x32
cnncalc: -:2: net: --output-size: 32x32x4 is not the output, which is 32x32x3
cnncalc: -:2: net: --output-size: 30x32 is not the output, which is 32x32
cnncalc: -:2: net: --output-size: 32x32x5 is not the output, which is 32x32x6
cnncalc: -:2: net: --output-size: 32x32x6 is not the output, which is 32x32x3
cnncalc: -:2: net: --output-size: 3071 is not the output, which is 3072
cnncalc: -:2: net: --output-size: --stride is told too
cnncalc: -:2: net: --output-size: 33x33 is not the output, which is 34x34
cnncalc: -:2: net: --output-size: 32x32x3 is not the output, which is 32x32x2
cnncalc: -:2: net: --output-size: 64x64 is not the output, which is 32x32
$ printf 'input -W 32x32x3 -O 28x28x3\n' | cnncalc net
cnncalc: -:1: net: --output-size: 28x28x3 is not the output, which is 32x32x3
? 1
$ printf 'input -C 784 -O 785\n' | cnncalc net
cnncalc: -:1: net: --output-size: 785 is not the output, which is 784
? 1

# Where -O makes the size, the depth that it ends in is checked all the same.
$ for line in 'crop -O 16x16x4' 'upsample -O 64x64x4' 'adaptivepool -O 7x7x4'; do printf 'input -W 32x32x3\n%s\n' "$line" | cnncalc net; done
layer  kind   output      params  macs     rf  jump
-      input  32x32x3          -     -      1     1
cnncalc: -:2: net: --output-size: 16x16x4 is not the output, which is 16x16x3
layer  kind   output      params  macs     rf  jump
-      input  32x32x3          -     -      1     1
cnncalc: -:2: net: --output-size: 64x64x4 is not the output, which is 64x64x3
layer  kind   output      params  macs     rf  jump
-      input  32x32x3          -     -      1     1
cnncalc: -:2: net: --output-size: 7x7x4 is not the output, which is 7x7x3
? 1

# In other forms: what stands above it, and no total.
$ printf 'input -W 32x32x3\nrelu\nconv -K 4 -F 5 -S 2\nrelu\n' >bad.net; for how in -okind,out --json -a --total '--total --json' --dot '--expect 14x14x4'; do echo "$how"; cnncalc net $how bad.net 2>/dev/null || echo $?; done
-okind,out
input	32x32x3
relu	32x32x3
1
--json
{"layer":0,"W":[32,32],"C":3,"label":null,"kind":"input","out":"32x32x3","params":0,"weights":0,"biases":0,"macs":0,"flops":0,"rf":[1,1],"jump":[1,1],"start":[0,0],"memory":12288,"param_memory":0,"peak":12288}
{"layer":1,"W":[32,32],"C":3,"label":null,"kind":"relu","out":"32x32x3","params":0,"weights":0,"biases":0,"macs":0,"flops":0,"rf":[1,1],"jump":[1,1],"start":[0,0],"memory":12288,"param_memory":0,"peak":24576}
1
-a
kind=input	out=32x32x3	params=0	weights=0	biases=0	macs=0	flops=0	rf=1	jump=1	start=0	memory=12288	param_memory=0	peak=12288
kind=relu	out=32x32x3	params=0	weights=0	biases=0	macs=0	flops=0	rf=1	jump=1	start=0	memory=12288	param_memory=0	peak=24576
1
--total
1
--total --json
1
--dot
1
--expect 14x14x4
layer  kind   output      params  macs     rf  jump
-      input  32x32x3          -     -      1     1
1      relu   32x32x3          0     0      1     1
1

# ---- Counts beyond 2^63 - 1 ------------------------------------------------------------------

# 9,223,372,036,854,775,807 is the last that is printed. A count beyond ends the table above its
# layer, or below the rows where it is a total.
$ printf 'input -C 4611686018427387903\ndense -K 1 --no-bias\nrelu\n' | cnncalc net
layer  kind   output                                  params                       macs     rf  jump
-      input  4611686018427387903                          -                          -      -     -
1      dense  1                    4,611,686,018,427,387,903  4,611,686,018,427,387,903      -     -
2      relu   1                                            0                          0      -     -

params 4,611,686,018,427,387,903   macs 4,611,686,018,427,387,903   flops 9,223,372,036,854,775,806
$ printf 'input -C 4611686018427387904\ndense -K 1 --no-bias\n' | cnncalc net
layer  kind   output                                  params                       macs     rf  jump
-      input  4611686018427387904                          -                          -      -     -
1      dense  1                    4,611,686,018,427,387,904  4,611,686,018,427,387,904      -     -
cnncalc: net: flops: the count is beyond 2^63 - 1
? 1
$ printf 'input -C 9223372036854775807\nrelu\nslice -K 9223372036854775807\ndense -K 1\nrelu\n' | cnncalc net
layer  kind   output                  params  macs     rf  jump
-      input  9223372036854775807          -     -      -     -
1      relu   9223372036854775807          0     0      -     -
2      slice  9223372036854775807          0     0      -     -
cnncalc: -:4: net: params: the count is beyond 2^63 - 1
? 1
$ printf 'input -W 3037000500x3037000500x1\nconv -F 1 -K 1 --no-bias\n' | cnncalc net
layer  kind   output                      params  macs     rf  jump
-      input  3037000500x3037000500x1          -     -      1     1
cnncalc: -:2: net: macs: the count is beyond 2^63 - 1
? 1
$ printf 'default dense -K 1 --no-bias\nx: input -C 3074457345618258603\ndense\ndense @x\ndense @x\n' | cnncalc net --total
cnncalc: net: params: the count is beyond 2^63 - 1
? 1
$ printf 'x: input -C 9223372036854775807\nconcat @x\n' | cnncalc net 2>&1 | tail -n 1
cnncalc: -:2: net: concat: the size of the output is beyond 2^63 - 1
$ printf 'input -W 3037000500x3037000500x1\nflatten\n' | cnncalc net 2>&1 | tail -n 1
cnncalc: -:2: net: flatten: 3037000500*3037000500*1, which is beyond 2^63 - 1
$ for line in 'upsample -S 2' 'pad -P 0:1' 'convtranspose -K 1 -F 3 -S 2' 'conv -K 1 -F 2 -P 1' \
>     'conv -K 1 -F 3 -d 9223372036854775807' 'globalpool' 'crop -O 1' 'dense -K 1'; do
>     printf 'input -W 9223372036854775807 -C 1\n%s\n' "$line" | cnncalc net 2>&1 | tail -n 1
> done
cnncalc: -:2: net: upsample: the size of the output is beyond 2^63 - 1
cnncalc: -:2: net: pad: the size of the output is beyond 2^63 - 1
cnncalc: -:2: net: --input-size: the size of the output is beyond 2^63 - 1
cnncalc: -:2: net: --input-size: the size of the output is beyond 2^63 - 1
cnncalc: -:2: net: --filter-size: the filter spans d(F - 1) + 1 cells, which is beyond 2^63 - 1
params 0   macs 0   flops 0
params 0   macs 0   flops 0
cnncalc: -:2: net: params: the count is beyond 2^63 - 1

# JSON says null; -o and -a refuse what they would have to print, and nothing else.
$ printf 'input -C 9223372036854775807\ndense -K 2\n' | cnncalc net --json
{"layer":0,"C":9223372036854775807,"label":null,"kind":"input","out":"9223372036854775807","params":0,"weights":0,"biases":0,"macs":0,"flops":0,"rf":null,"jump":null,"start":null,"memory":null,"param_memory":0,"peak":null}
{"layer":1,"K":2,"C":9223372036854775807,"bias":true,"label":null,"kind":"dense","out":"2","params":null,"weights":null,"biases":2,"macs":null,"flops":null,"rf":null,"jump":null,"start":null,"memory":8,"param_memory":null,"peak":null}
{"layer":null,"label":null,"kind":null,"out":"2","params":null,"weights":null,"biases":2,"macs":null,"flops":null,"rf":null,"jump":null,"start":null,"memory":null,"param_memory":null,"peak":null}
$ printf 'input -C 9223372036854775807\ndense -K 2\n' | cnncalc net -o out,biases
9223372036854775807	0
2	2
$ printf 'input -C 9223372036854775807\ndense -K 2\n' | cnncalc net -o out,macs
9223372036854775807	0
cnncalc: -:2: net: macs: the count is beyond 2^63 - 1
? 1
$ printf 'input -C 4611686018427387904\ndense -K 1 --no-bias\n' | cnncalc net --total
cnncalc: net: flops: the count is beyond 2^63 - 1
? 1
$ printf 'input -C 4611686018427387904\ndense -K 1 --no-bias\n' | cnncalc net --total -o params,macs
4611686018427387904	4611686018427387904
$ printf 'input -C 4611686018427387904\ndense -K 1 --no-bias\n' | cnncalc net -a
cnncalc: -:1: net: memory: the count is beyond 2^63 - 1
? 1

# Memory counts once --dtype asks for it; a batch multiplies all but the parameters.
$ printf 'input -C 4611686018427387904\nrelu\n' | cnncalc net --dtype i8
layer  kind   output                  params  macs     rf  jump                     memory
-      input  4611686018427387904          -     -      -     -  4,611,686,018,427,387,904
1      relu   4611686018427387904          0     0      -     -  4,611,686,018,427,387,904
cnncalc: net: memory: the count is beyond 2^63 - 1
? 1
$ printf 'input -C 4611686018427387904\nrelu\n' | cnncalc net --dtype=f16
cnncalc: -:1: net: memory: the count is beyond 2^63 - 1
? 1
$ printf 'input -C 1000000000000\ndense -K 1\n' | cnncalc net --batch-size 4611686
layer  kind   output                    params                       macs     rf  jump
-      input  1000000000000                  -                          -      -     -
1      dense  1              1,000,000,000,001  4,611,686,000,000,000,000      -     -

params 1,000,000,000,001   macs 4,611,686,000,000,000,000   flops 9,223,372,000,000,000,000
$ printf 'input -C 1000000000000\ndense -K 1\n' | cnncalc net --batch-size 9223373 --total -o out,params,macs
cnncalc: net: macs: the count is beyond 2^63 - 1
? 1

# The working says where it leaves the counts.
$ printf 'input -C 9223372036854775807\ndense -K 2\n' | cnncalc net --explain
input: 9223372036854775807

1 dense: 2 neurons of 9223372036854775807 inputs
  params  K*(C + 1) = 2*(9223372036854775807 + 1) is beyond 2^63 - 1
  macs    C*K = 9223372036854775807*2 is beyond 2^63 - 1
cnncalc: -:2: net: params: the count is beyond 2^63 - 1
? 1

# ---- Answers in other forms ------------------------------------------------------------------

# Fields by their names, and what was given by its letter; - where a layer has none.
$ cat >se.net <<'END'
> in: input -W 32x32x16
> conv -K 16 -F 3 -P 0:1x1 -G 2 --no-bias -R floor # every letter
> batchnorm
> relu
> x: avgpool -F 2 -S 2 -P 0:1x0 -R ceil
> globalpool # squeeze
> dense -K 4
> relu
> dense -K 16
> sigmoid
> gate: convtranspose @x -K 16 -F 1 -d 2
> mul @gate @x # and excite
> upsample -S 2
> END
> cnncalc net se.net -o layer,label,kind,out,params,weights,biases,macs,flops,rf,jump,start,memory,param_memory,peak,aligned
0	in	input	32x32x16	0	0	0	0	0	1	1	0	65536	0	65536	-
1	-	conv	31x32x16	1152	1152	0	1142784	2285568	3x3	1x1	0x-1	63488	4608	129024	-
2	-	batchnorm	31x32x16	32	16	16	0	0	3x3	1x1	0x-1	63488	128	126976	-
3	-	relu	31x32x16	0	0	0	0	0	3x3	1x1	0x-1	63488	0	126976	-
4	x	avgpool	16x16x16	0	0	0	0	0	4x4	2x2	0x-1	16384	0	79872	-
5	-	globalpool	1x1x16	0	0	0	0	0	34x34	32x32	0x-1	64	0	16448	-
6	-	dense	4	68	64	4	64	128	34x34	-	-	16	272	16464	-
7	-	relu	4	0	0	0	0	0	34x34	-	-	16	0	16416	-
8	-	dense	16	80	64	16	64	128	34x34	-	-	64	320	16464	-
9	-	sigmoid	16	0	0	0	0	0	34x34	-	-	64	0	16512	-
10	gate	convtranspose	16x16x16	272	256	16	65536	131072	4x4	2x2	0x-1	16384	1088	32768	-
11	-	mul	16x16x16	0	0	0	0	0	4x4	2x2	0x-1	16384	0	49152	1
12	-	upsample	32x32x16	0	0	0	0	0	4x4	1x1	0x-1	65536	0	81920	-
$ cat >se.net <<'END'
> in: input -W 32x32x16
> conv -K 16 -F 3 -P 0:1x1 -G 2 --no-bias -R floor # every letter
> x: avgpool -F 2 -S 2 -P 0:1x0 -R ceil
> gate: convtranspose -K 16 -F 1 -d 2
> mul @x
> upsample -S 2
> dense -K 4
> END
> cnncalc net se.net -o kind,W,F,S,P,d,K,C,G,R,bias
input	32	-	-	-	-	-	16	-	-	-
conv	32x32	3x3	1x1	0:1x1	1x1	16	16	2	floor	0
avgpool	31x32	2x2	2x2	0:1x0	1x1	-	16	-	ceil	-
convtranspose	16x16	1x1	1x1	0x0	2x2	16	16	1	-	1
mul	-	-	-	-	-	-	-	-	-	-
upsample	16x16	-	2x2	-	-	-	16	-	-	-
dense	32x32	-	-	-	-	4	16384	-	-	1
$ printf 'input -W 8x8x3\nconv -K 2 -F 3\n' | cnncalc net -o out,params,out
8x8x3	0	8x8x3
6x6x2	56	6x6x2
$ printf 'input -W 8x8x3\nconv -K 2 -F 3\n' | cnncalc net --only=params
0
56

# What pad, slice and groupnorm are given has its letter too.
$ printf 'input -W 8x8x8\npad -P 1\npad -P 1:2\npad -P 0:1x2\n' | cnncalc net -o P,out
-	8x8x8
1	10x10x8
1:2	13x13x8
0:1x2	14x17x8
$ printf 'input -W 8x8x8\npad -P 1:2\npad -P 0:1x2\n' | cnncalc net --json -o P
{"P":null}
{"P":[[1,2],[1,2]]}
{"P":[[0,1],[2,2]]}
{"P":null}
$ printf 'input -W 8x8x8\nslice -K 4 --from 2\n' | cnncalc net -o K,C
-	8
4	8
$ printf 'input -W 8x8x8\ngroupnorm -G 4\n' | cnncalc net -o G,C
-	8
4	8

# -a: one layer a line, tabs between; of the whole, one field a line.
$ cat >unet.net <<'END'
> input -W 16x16x1
> down: conv -K 4 -F 3 -P 1
> pool -F 2
> upsample -S 2
> concat @down
> flatten
> dense -K 2
> END
> cnncalc net -a unet.net
kind=input	out=16x16x1	params=0	weights=0	biases=0	macs=0	flops=0	rf=1	jump=1	start=0	memory=1024	param_memory=0	peak=1024
label=down	kind=conv	out=16x16x4	params=40	weights=36	biases=4	macs=9216	flops=18432	rf=3	jump=1	start=-1	memory=4096	param_memory=160	peak=5120
kind=pool	out=8x8x4	params=0	weights=0	biases=0	macs=0	flops=0	rf=4	jump=2	start=-1	memory=1024	param_memory=0	peak=5120
kind=upsample	out=16x16x4	params=0	weights=0	biases=0	macs=0	flops=0	rf=4	jump=1	start=-1	memory=4096	param_memory=0	peak=9216
kind=concat	out=16x16x8	params=0	weights=0	biases=0	macs=0	flops=0	rf=4	jump=1	start=-1	memory=8192	param_memory=0	peak=16384	aligned=1
kind=flatten	out=2048	params=0	weights=0	biases=0	macs=0	flops=0	rf=4	memory=8192	param_memory=0	peak=16384
kind=dense	out=2	params=4098	weights=4096	biases=2	macs=4096	flops=8192	rf=18	memory=8	param_memory=16392	peak=8200
$ cat >unet.net <<'END'
> input -W 16x16x1
> down: conv -K 4 -F 3 -P 1
> pool -F 2
> upsample -S 2
> concat @down
> END
> cnncalc net -a --total unet.net
out=16x16x8
params=40
weights=36
biases=4
macs=9216
flops=18432
rf=4
jump=1
start=-1
memory=18432
param_memory=160
peak=16384
$ printf 'input -W 16x16x1\npool -F 3 -R floor\n' | cnncalc net -a --only out,rf
16x16x1	1
5x5x1	3

# Each of these lines is one that a shell can eval.
$ printf 'input -W 32x32x3\nl: adaptivepool -O 7x7\nadaptivepool -O 4\n' | cnncalc net -a >all; while IFS= read -r line; do label=; eval "$line"; echo "$kind $label $out $rf $start $memory"; done <all
input  32x32x3 1 0 12288
adaptivepool l 7x7x3 6 0 588
adaptivepool  4x4x3 15 0 192

# --json: an object a layer, then one for the whole, whose layer is null.
$ cat >unet.net <<'END'
> x: input -W 16x12x1
> down: conv -K 4 -F 3 -P 1
> pool -F 2 -R floor
> conv -K 8 -F 3 -P same -G 4 --no-bias
> convtranspose -K 4 -F 2 -S 2
> concat @down
> upsample -S 2
> crop -O 16x12
> relu
> flatten
> dense -K 2
> END
> cnncalc net --json unet.net
{"layer":0,"W":[16,12],"C":1,"label":"x","kind":"input","out":"16x12x1","params":0,"weights":0,"biases":0,"macs":0,"flops":0,"rf":[1,1],"jump":[1,1],"start":[0,0],"memory":768,"param_memory":0,"peak":768}
{"layer":1,"W":[16,12],"F":[3,3],"S":[1,1],"P":[[1,1],[1,1]],"d":[1,1],"K":4,"C":1,"G":1,"R":"exact","bias":true,"label":"down","kind":"conv","out":"16x12x4","params":40,"weights":36,"biases":4,"macs":6912,"flops":13824,"rf":[3,3],"jump":[1,1],"start":[-1,-1],"memory":3072,"param_memory":160,"peak":3840}
{"layer":2,"W":[16,12],"F":[2,2],"S":[2,2],"P":[[0,0],[0,0]],"d":[1,1],"C":4,"R":"floor","label":null,"kind":"pool","out":"8x6x4","params":0,"weights":0,"biases":0,"macs":0,"flops":0,"rf":[4,4],"jump":[2,2],"start":[-1,-1],"memory":768,"param_memory":0,"peak":3840}
{"layer":3,"W":[8,6],"F":[3,3],"S":[1,1],"P":[[1,1],[1,1]],"d":[1,1],"K":8,"C":4,"G":4,"R":"exact","bias":false,"label":null,"kind":"conv","out":"8x6x8","params":72,"weights":72,"biases":0,"macs":3456,"flops":6912,"rf":[8,8],"jump":[2,2],"start":[-3,-3],"memory":1536,"param_memory":288,"peak":5376}
{"layer":4,"W":[8,6],"F":[2,2],"S":[2,2],"P":[[0,0],[0,0]],"d":[1,1],"K":4,"C":8,"G":1,"output_pad":[0,0],"bias":true,"label":null,"kind":"convtranspose","out":"16x12x4","params":132,"weights":128,"biases":4,"macs":6144,"flops":12288,"rf":[8,8],"jump":[1,1],"start":[-3,-3],"memory":3072,"param_memory":528,"peak":7680}
{"layer":5,"label":null,"kind":"concat","out":"16x12x8","params":0,"weights":0,"biases":0,"macs":0,"flops":0,"rf":[8,8],"jump":[1,1],"start":[-3,-3],"memory":6144,"param_memory":0,"peak":12288,"aligned":true}
{"layer":6,"W":[16,12],"S":[2,2],"C":8,"label":null,"kind":"upsample","out":"32x24x8","params":0,"weights":0,"biases":0,"macs":0,"flops":0,"rf":[8,8],"jump":[0.5,0.5],"start":[-3,-3],"memory":24576,"param_memory":0,"peak":30720}
{"layer":7,"W":[32,24],"C":8,"label":null,"kind":"crop","out":"16x12x8","params":0,"weights":0,"biases":0,"macs":0,"flops":0,"rf":[8,8],"jump":[0.5,0.5],"start":[1,-1],"memory":6144,"param_memory":0,"peak":30720}
{"layer":8,"W":[16,12],"C":8,"label":null,"kind":"relu","out":"16x12x8","params":0,"weights":0,"biases":0,"macs":0,"flops":0,"rf":[8,8],"jump":[0.5,0.5],"start":[1,-1],"memory":6144,"param_memory":0,"peak":12288}
{"layer":9,"W":[16,12],"C":8,"label":null,"kind":"flatten","out":"1536","params":0,"weights":0,"biases":0,"macs":0,"flops":0,"rf":[8,8],"jump":null,"start":null,"memory":6144,"param_memory":0,"peak":12288}
{"layer":10,"K":2,"C":1536,"bias":true,"label":null,"kind":"dense","out":"2","params":3074,"weights":3072,"biases":2,"macs":3072,"flops":6144,"rf":[14,14],"jump":null,"start":null,"memory":8,"param_memory":12296,"peak":6152}
{"layer":null,"label":null,"kind":null,"out":"2","params":3318,"weights":3308,"biases":10,"macs":19584,"flops":39168,"rf":[14,14],"jump":null,"start":null,"memory":58376,"param_memory":13272,"peak":30720}
$ printf 'input --dims 3 -W 8x8x8x1\nconv -K 2 -F 3x3x1 -P 1x1x0 -S 1x1x2 -R floor\n' | cnncalc net --json
{"layer":0,"W":[8,8,8],"C":1,"label":null,"kind":"input","out":"8x8x8x1","params":0,"weights":0,"biases":0,"macs":0,"flops":0,"rf":[1,1,1],"jump":[1,1,1],"start":[0,0,0],"memory":2048,"param_memory":0,"peak":2048}
{"layer":1,"W":[8,8,8],"F":[3,3,1],"S":[1,1,2],"P":[[1,1],[1,1],[0,0]],"d":[1,1,1],"K":2,"C":1,"G":1,"R":"floor","bias":true,"label":null,"kind":"conv","out":"8x8x4x2","params":20,"weights":18,"biases":2,"macs":4608,"flops":9216,"rf":[3,3,1],"jump":[1,1,2],"start":[-1,-1,0],"memory":2048,"param_memory":80,"peak":4096}
{"layer":null,"label":null,"kind":null,"out":"8x8x4x2","params":20,"weights":18,"biases":2,"macs":4608,"flops":9216,"rf":[3,3,1],"jump":[1,1,2],"start":[-1,-1,0],"memory":4096,"param_memory":80,"peak":4096}
$ printf 'input --dims 1 -W 9x1\nadaptivepool -O 7\n' | cnncalc net --json
{"layer":0,"W":[9],"C":1,"label":null,"kind":"input","out":"9x1","params":0,"weights":0,"biases":0,"macs":0,"flops":0,"rf":[1],"jump":[1],"start":[0],"memory":36,"param_memory":0,"peak":36}
{"layer":1,"W":[9],"C":1,"label":null,"kind":"adaptivepool","out":"7x1","params":0,"weights":0,"biases":0,"macs":0,"flops":0,"rf":[3],"jump":[1.2857142857142858],"start":[0],"memory":28,"param_memory":0,"peak":64}
{"layer":null,"label":null,"kind":null,"out":"7x1","params":0,"weights":0,"biases":0,"macs":0,"flops":0,"rf":[3],"jump":[1.2857142857142858],"start":[0],"memory":64,"param_memory":0,"peak":64}
$ printf 'a: input -W 8x8x3\nrelu\nadd @a\n' | cnncalc net --json -o aligned,label,layer,out,label
{"aligned":null,"label":"a","layer":0,"out":"8x8x3"}
{"aligned":null,"label":null,"layer":1,"out":"8x8x3"}
{"aligned":true,"label":null,"layer":2,"out":"8x8x3"}
{"aligned":null,"label":null,"layer":null,"out":"8x8x3"}

# --total: the whole network's row alone, in every form.
$ printf 'input -W 28x28x1\nconv -K 6 -F 5\n' >n; cnncalc net --total n; cnncalc net --total -o out,rf,peak,layer,kind,label,W n; cnncalc net --total --json n; cnncalc net --total --json -o macs n; cnncalc net --total -a n
params=156
macs=86400
flops=172800
24x24x6	5	16960	-	-	-	-
{"layer":null,"label":null,"kind":null,"out":"24x24x6","params":156,"weights":150,"biases":6,"macs":86400,"flops":172800,"rf":[5,5],"jump":[1,1],"start":[0,0],"memory":16960,"param_memory":624,"peak":16960}
{"macs":86400}
out=24x24x6
params=156
weights=150
biases=6
macs=86400
flops=172800
rf=5
jump=1
start=0
memory=16960
param_memory=624
peak=16960

# --batch-size: macs, flops and memory of so many images; parameters and fields stay.
$ printf 'input -W 28x28x1\nconv -K 6 -F 5\npool -F 2\ndense -K 10\n' | cnncalc net --batch-size 32 --dtype f32
layer  kind        output      params       macs     rf  jump   memory
-      input       28x28x1          -          -      1     1  100,352
1      conv 5x5    24x24x6        156  2,764,800      5     1  442,368
2      pool 2x2/2  12x12x6          0          0      6     2  110,592
3      dense       10           8,650    276,480     28     -    1,280

params 8,806   macs 3,041,280   flops 6,082,560
memory 654,592   param_memory 35,224   peak 552,960
$ printf 'input -W 28x28x1\nconv -K 6 -F 5\npool -F 2\ndense -K 10\n' | cnncalc net --batch-size=32 -o params,macs,flops,memory,param_memory,peak,rf
0	0	0	100352	0	100352	1
156	2764800	5529600	442368	624	542720	5
0	0	0	110592	0	552960	6
8650	276480	552960	1280	34600	111872	28

# --dtype: 4, 2, 2 and 1 bytes; told, the table has the memory too.
$ printf 'input -W 28x28x1\nconv -K 6 -F 5\npool -F 2\ndense -K 10\n' >n; for type in f32 f16 bf16 i8; do cnncalc net --dtype $type n | tail -n 1; done
memory 20,456   param_memory 35,224   peak 17,280
memory 10,228   param_memory 17,612   peak 8,640
memory 10,228   param_memory 17,612   peak 8,640
memory 5,114   param_memory 8,806   peak 4,320
$ printf 'input -W 28x28x1\nconv -K 6 -F 5\npool -F 2\ndense -K 10\n' | cnncalc net --dtype i8
layer  kind        output      params    macs     rf  jump  memory
-      input       28x28x1          -       -      1     1     784
1      conv 5x5    24x24x6        156  86,400      5     1   3,456
2      pool 2x2/2  12x12x6          0       0      6     2     864
3      dense       10           8,650   8,640     28     -      10

params 8,806   macs 95,040   flops 190,080
memory 5,114   param_memory 8,806   peak 4,320

# The most that is alive at once: a path that waits for its join is alive until then.
$ printf 'a: input -W 8x8x4\nb: conv -K 8 -F 1\nc: conv -K 2 -F 1\nd: conv -K 2 -F 1\nconv -K 8 -F 1\nadd @b\nconcat @a\n' | cnncalc net --dtype i8 -o label,out,memory,peak
a	8x8x4	256	256
b	8x8x8	512	768
c	8x8x2	128	896
d	8x8x2	128	1024
-	8x8x8	512	1408
-	8x8x8	512	1792
-	8x8x12	768	1536
$ printf 'a: input -W 8x8x4\nrelu\nrelu\nunused: relu @a\nrelu @a\n' | cnncalc net --dtype i8
layer   kind   output     params  macs     rf  jump  memory
a       input  8x8x4           -     -      1     1     256
1       relu   8x8x4           0     0      1     1     256
2       relu   8x8x4           0     0      1     1     256
unused  relu   8x8x4           0     0      1     1     256
4       relu   8x8x4           0     0      1     1     256

params 0   macs 0   flops 0
memory 1,280   param_memory 0   peak 768

# --expect: the last layer's volume; with -o, what stands on the last line; with --total and -o,
# what stands there.
$ printf 'input -W 28x28x1\nconv -K 6 -F 5\n' >n; cnncalc net --expect 24x24x6 n
layer  kind      output      params    macs     rf  jump
-      input     28x28x1          -       -      1     1
1      conv 5x5  24x24x6        156  86,400      5     1

params 156   macs 86,400   flops 172,800
$ printf 'input -W 28x28x1\nconv -K 6 -F 5\n' >n; cnncalc net --expect 28x28x6 n
layer  kind      output      params    macs     rf  jump
-      input     28x28x1          -       -      1     1
1      conv 5x5  24x24x6        156  86,400      5     1

params 156   macs 86,400   flops 172,800
cnncalc: net: --expect: '28x28x6' is not the answer, which is 24x24x6
? 1
$ printf 'input -W 28x28x1\nconv -K 6 -F 5\n' >n; cnncalc net --total --expect 24x24x6 n
params=156
macs=86400
flops=172800
$ printf 'input -W 28x28x1\nconv -K 6 -F 5\n' >n; cnncalc net --total --expect 156 n
params=156
macs=86400
flops=172800
cnncalc: net: --expect: 156 is not the answer, which is 24x24x6
? 1
$ printf 'input -W 28x28x1\nconv -K 6 -F 5\n' >n; cnncalc net --total -o params,macs --expect "$(printf '156\t86400')" n
156	86400
$ printf 'input -W 28x28x1\nconv -K 6 -F 5\n' >n; cnncalc net --total -o params,macs --expect '156 86400' n
156	86400
cnncalc: net: --expect: '156 86400' is not the answer, which is 156 86400, with tabs between
? 1
$ printf 'input -W 28x28x1\nconv -K 6 -F 5\n' >n; cnncalc net -o params --expect 156 n
0
156
$ printf 'input -W 28x28x1\nconv -K 6 -F 5\n' >n; cnncalc net -o params --expect 0 n
0
156
cnncalc: net: --expect: 0 is not the answer, which is 156
? 1
$ printf 'input -W 28x28x1\nconv -K 6 -F 5\n' >n; for how in --json -a --explain; do cnncalc net $how --expect 24x24x6 n >out || echo $?; cnncalc net $how --expect 24 n >out || echo $?; done
cnncalc: net: --expect: 24 is not the answer, which is 24x24x6
1
cnncalc: net: --expect: 24 is not the answer, which is 24x24x6
1
cnncalc: net: --expect: 24 is not the answer, which is 24x24x6
1
$ printf 'input -C 784\ndense -K 10\n' | cnncalc net --total -o out --expect 10
10

# -p holds for reals, of which there are none.
$ printf 'input -W 28x28x1\nadaptivepool -O 8\n' | cnncalc net -p 2 -o jump
1
3.5

# --dot: the graph, layer by layer.
$ printf 'x: input -W 8x8x3\nconv -K 3 -F 3 -P 1 --depthwise\ny: relu\nadd @x\nconcat @x @y\nb: input -C 5\n' | cnncalc net --dot
digraph {
  node [shape=box style=rounded]
  n0 [label="x\ninput\n8x8x3"]
  n1 [label="conv 3x3+1 dw\n8x8x3"]
  n0 -> n1
  n2 [label="y\nrelu\n8x8x3"]
  n1 -> n2
  n3 [label="add\n8x8x3"]
  n2 -> n3
  n0 -> n3
  n4 [label="concat\n8x8x6"]
  n0 -> n4
  n2 -> n4
  n5 [label="b\ninput\n5"]
}

# Refused.
$ printf 'input -C 5\n' | cnncalc net --columns W
cnncalc: net: --columns: not with net
? 2
$ printf 'input -C 5\n' >n; for how in --json --explain -a '-o out' '--expect 5' --total; do cnncalc net --dot $how n; done
cnncalc: net: --dot: not with --json
cnncalc: net: --dot: not with --explain
cnncalc: net: --dot: not with --all
cnncalc: net: --dot: not with --only
cnncalc: net: --dot: not with --expect
cnncalc: net: --dot: not with --total
? 2
$ printf 'input -C 5\n' >n; printf 'net n\nconvout -W 7 -F 3\n' | cnncalc batch
-
cnncalc: -:1: net: not on a line of batch
5
? 2
$ printf 'input -C 5\n' | cnncalc net -o oot
cnncalc: net: --only: 'oot': unknown field
cnncalc: hint: did you mean out?
cnncalc: hint: fields: layer W F S P d K C G R output_pad bias label kind out params weights biases macs flops rf jump start memory param_memory peak aligned
? 2
$ for field in O size '' out,,rf H; do cnncalc net -o "$field" /dev/null 2>&1 | head -n 1; done
cnncalc: net: --only: 'O': unknown field
cnncalc: net: --only: 'size': unknown field
cnncalc: net: --only: '': unknown field
cnncalc: net: --only: '': unknown field
cnncalc: net: --only: 'H': unknown field
$ cnncalc net --dtype f64 n
cnncalc: net: --dtype: 'f64' is not one of: f32 f16 bf16 i8
? 2
$ cnncalc net --batch-size 0 n
cnncalc: net: --batch-size: 0 is below 1
? 2
$ cnncalc net --batch_size 2 n
cnncalc: net: --batch_size: unknown option
cnncalc: hint: did you mean --batch-size?
? 2
$ cnncalc net --batch 2 n
cnncalc: net: --batch: unknown option
cnncalc: hint: options are not abbreviated: --batch-size
? 2
$ cnncalc net -R up n
cnncalc: net: --round: 'up' is not one of: exact floor ceil full
? 2
$ cnncalc net --total=yes n
cnncalc: net: --total: takes no value
? 2
$ cnncalc net --dtype
cnncalc: net: --dtype: a value is missing
? 2

# The examples of its help are true.
$ cnncalc net --help | sed -n '/^Examples:/,$s/^  //p' >all
> sed -n 's/^\$ //p' all >commands
> while IFS= read -r line; do printf '$ %s\n' "$line"; sh -c "$line"; done <commands >told
> diff all told
$ cnncalc net --help >a; cnncalc help net >b; cmp a b; awk 'length > 80' a

# ---- The table -------------------------------------------------------------------------------

# Columns are as wide as what stands in them: labels, kinds, volumes, counts, memory.
$ printf 'a-rather-long-label: input -W 1024x1024x3\nconvtranspose -K 1024 -F 3x5 -S 2x3 -P 0:1x2:1 -d 1x2 -G 1\nb: conv -K 2048 -F 1 -G 512\n' | cnncalc net --batch-size 1000 --dtype f32
layer                kind                                output             params                macs     rf     jump              memory
a-rather-long-label  input                               1024x1024x3             -                   -      1        1      12,582,912,000
1                    convtranspose 3x5/2x3+0:1x2:1 d1x2  2048x3075x1024     47,104  48,318,382,080,000    2x3  0.5x1/3  25,794,969,600,000
b                    conv 1x1 g512                       2048x3075x2048      6,144  25,794,969,600,000    2x3  0.5x1/3  51,589,939,200,000

params 53,248   macs 74,113,351,680,000   flops 148,226,703,360,000
memory 77,397,491,712,000   param_memory 212,992   peak 77,384,908,800,000
$ printf 'input -C 1\n' | cnncalc net --dtype f32
layer  kind   output     params  macs     rf  jump  memory
-      input  1               -     -      -     -       4

params 0   macs 0   flops 0
memory 4   param_memory 0   peak 4

# Digits by threes, of counts alone.
$ printf 'input -C 999\ndense -K 1 --no-bias\ninput -C 1000\ndense -K 1 --no-bias\ninput -C 123456\ndense -K 1000 --no-bias\n' | cnncalc net
layer  kind   output       params         macs     rf  jump
-      input  999               -            -      -     -
1      dense  1               999          999      -     -
-      input  1000              -            -      -     -
3      dense  1             1,000        1,000      -     -
-      input  123456            -            -      -     -
5      dense  1000    123,456,000  123,456,000      -     -

params 123,457,999   macs 123,457,999   flops 246,915,998

# ---- Receptive fields ------------------------------------------------------------------------

# Dilation: each layer twice as far, WaveNet's 1, 2, 4, 8.
$ printf 'default -F 2 -K 8\ninput --dims 1 -W 1000x1\nconv -d 1\nconv -d 2\nconv -d 4\nconv -d 8\n' | cnncalc net -o kind,rf,jump,start
input	1	1	0
conv	2	1	0
conv	4	1	0
conv	8	1	0
conv	16	1	0
$ printf 'input -W 64x64x3\nconv -K 8 -F 3 -S 2 -P 1 -R floor\nconv -K 8 -F 3 -d 3 -P 3\nconv -K 8 -F 3 -S 2 -P same-lower\nmaxpool -F 3 -S 2 -P 0:1\nglobalpool\n' | cnncalc net -o kind,rf,jump,start
input	1	1	0
conv	3	2	-1
conv	15	2	-7
conv	19	4	-9
maxpool	27	8	-9
globalpool	83	64	-9

# 3x5: other axes, other fields.
$ printf 'input -W 32x32x3\nconv -K 4 -F 3x5\nconv -K 4 -F 1x2 -S 1x2\nconv -K 4 -F 3 -d 1x2\n' | cnncalc net
layer  kind           output      params     macs     rf  jump
-      input          32x32x3          -        -      1     1
1      conv 3x5       30x28x4        184  151,200    3x5   1x1
2      conv 1x2/1x2   30x14x4         36   13,440    3x6   1x2
3      conv 3x3 d1x2  28x10x4        148   40,320   5x14   1x2

params 368   macs 204,960   flops 409,920
$ printf 'input -W 32x24x3\nconv -K 4 -F 3 -S 1x2 -P 1x1 -R floor\nflatten\ndense -K 5\n' | cnncalc net -o rf,jump,start
1x1	1x1	0x0
3x3	1x2	-1x-1
3x3	-	-
34x25	-	-

# Upsampled units lie closer than pixels: half a pixel apart, a third, 4/7.
$ printf 'input -W 16x16x4\nupsample -S 2\nconv -K 4 -F 3 -P 1\nupsample -S 2\nconv -K 4 -F 5 -S 2 -P 1 -R floor\npool -F 2 -R floor\n' | cnncalc net
layer  kind          output      params     macs     rf  jump
-      input         16x16x4          -        -      1     1
1      upsample      32x32x4          0        0      1   0.5
2      conv 3x3+1    32x32x4        148  147,456      2   0.5
3      upsample      64x64x4          0        0      2  0.25
4      conv 5x5/2+1  31x31x4        404  384,400      3   0.5
5      pool 2x2/2    15x15x4          0        0      3     1

params 552   macs 531,856   flops 1,063,712
$ printf 'input -W 12x12x9\npixelshuffle -S 3\nconv -K 4 -F 2\nupsample -O 20\nconv -K 1 -F 3\nadaptivepool -O 7\nadaptivepool -O 5\n' | cnncalc net
layer  kind          output      params    macs     rf  jump
-      input         12x12x9          -       -      1     1
1      pixelshuffle  36x36x1          0       0      1   1/3
2      conv 2x2      35x35x4         20  19,600      2   1/3
3      upsample      20x20x4          0       0      2  7/12
4      conv 3x3      18x18x1         37  11,664      3  7/12
5      adaptivepool  7x7x1            0       0      4   1.5
6      adaptivepool  5x5x1            0       0      7   2.1

params 57   macs 31,264   flops 62,528
$ printf 'input -W 12x12x9\nconvtranspose -K 4 -F 3 -S 2\nconvtranspose -K 4 -F 4 -S 2 -P 1\nconv -K 4 -F 3\nconvtranspose -K 4 -F 2 -S 3\nconvtranspose -K 4 -F 3 -d 2 -S 1\n' | cnncalc net
layer  kind                   output        params       macs     rf  jump
-      input                  12x12x9            -          -      1     1
1      convtranspose 3x3/2    25x25x4          328     46,656      2   0.5
2      convtranspose 4x4/2+1  50x50x4          260    160,000      2  0.25
3      conv 3x3               48x48x4          148    331,776      3  0.25
4      convtranspose 2x2/3    143x143x4         68    147,456      3  1/12
5      convtranspose 3x3 d2   147x147x4        148  2,944,656      3  1/12

params 952   macs 3,630,544   flops 7,261,088
$ printf 'input -W 7x7x3\nadaptivepool -O 7\nadaptivepool -O 3\nconv -K 1 -F 2\nadaptivepool -O 1\n' | cnncalc net -o rf,jump,start
1	1	0
1	1	0
3	7/3	0
5	7/3	0
7	14/3	0

# Uneven fields are known where they lie as before after at most 1024 units; else they are not.
$ printf 'input --dims 1 -W 1023x1\nupsample -O 1024\nconv -F 3 -K 1\n' | cnncalc net -o out,rf,jump,start
1023x1	1	1	0
1024x1	1	1023/1024	0
1022x1	3	1023/1024	0
$ printf 'input --dims 1 -W 1024x1\nupsample -O 1025\nconv -F 3 -K 1\n' | cnncalc net
layer  kind      output     params   macs     rf  jump
-      input     1024x1          -      -      1     1
1      upsample  1025x1          0      0      -     -
2      conv 3    1023x1          4  3,069      -     -

params 4   macs 3,069   flops 6,138
$ printf 'input --dims 1 -W 1024x1\nupsample -O 1025\n' | cnncalc net --total --json -o out,rf,jump,start
{"out":"1025x1","rf":null,"jump":null,"start":null}

# A vector's units have no places, but see what they saw.
$ printf 'input -W 8x8x3\nconv -K 2 -F 3\nflatten\nrelu\ndense -K 4\ndense -K 2\n' | cnncalc net -o out,rf,jump,start
8x8x3	1	1	0
6x6x2	3	1	0
72	3	-	-
72	3	-	-
4	8	-	-
2	8	-	-

# Joins: the union of what the paths see; a path that saw less is within.
$ printf 'x: input -W 32x32x4\na: conv -K 4 -F 7 -P 3\nb: conv @x -K 4 -F 3 -P 1\nc: conv -K 4 -F 3 -P 1\nadd @a @c @x\nconcat @x @b\n' | cnncalc net -o out,rf,jump,start,aligned
32x32x4	1	1	0	-
32x32x4	7	1	-3	-
32x32x4	3	1	-1	-
32x32x4	5	1	-2	-
32x32x4	7	1	-3	1
32x32x8	3	1	-1	1

# Paths whose units do not lie above one another: half a pixel aside, a jump that is another.
$ printf 'x: input -W 32x32x4\na: conv -K 4 -F 3 -S 2 -P 1 -R floor\nb: pool @x -F 2\nadd @a\n' | cnncalc net
layer  kind          output      params    macs     rf  jump
x      input         32x32x4          -       -      1     1
a      conv 3x3/2+1  16x16x4        148  36,864      3     2
b      pool 2x2/2    16x16x4          0       0      2     2
3      add           16x16x4          0       0      3     2

not aligned, the paths that meet at: 3
params 148   macs 36,864   flops 73,728
$ printf 'x: input -W 32x32x4\nconv -K 4 -F 3 -S 2 -P 1 -R floor\nupsample -S 2\njoin: add @x\nupsample -S 2 @x\ncrop -O 32\nconcat @x\nconv -K 4 -F 3 -P 1\n' | cnncalc net
layer  kind          output      params     macs     rf  jump
x      input         32x32x4          -        -      1     1
1      conv 3x3/2+1  16x16x4        148   36,864      3     2
2      upsample      32x32x4          0        0      3     1
join   add           32x32x4          0        0      3     1
4      upsample      64x64x4          0        0      1   0.5
5      crop          32x32x4          0        0      1   0.5
6      concat        32x32x8          0        0      9   0.5
7      conv 3x3+1    32x32x4        292  294,912     10   0.5

not aligned, the paths that meet at: join, 6
params 440   macs 331,776   flops 663,552
$ { echo 'x: input -W 8x8x1'; for i in 1 2 3 4 5 6 7 8; do printf 'pad @x -P 0:1\ncrop -O 8\nconv -K 1 -F 2 -P 0:1\nadd @x\n'; done; } | cnncalc net | tail -n 3

not aligned, the paths that meet at: 4, 8, 12, 16, 20, 24, 28, 32
params 40   macs 2,048   flops 4,096
$ { echo 'x: input -W 8x8x1'; for i in 1 2 3 4 5 6 7 8 9 10; do printf 'conv @x -K 1 -F 2 -P 0:1\nj%s: add @x\n' $i; done; } | cnncalc net | tail -n 3

not aligned, the paths that meet at: j1, j2, j3, j4, j5, j6, j7, j8 and 2 more
params 50   macs 2,560   flops 5,120

# U-Net's crop keeps them aligned: a stride of 2, and back.
$ printf 'input -W 44x44x1\nd: conv -K 8 -F 3\npool -F 2\nconv -K 16 -F 3\nconvtranspose -K 8 -F 2 -S 2\nu: identity\ncrop @d -O 38\nconcat @u\nconv -K 8 -F 3\n' | cnncalc net
layer  kind                 output       params       macs     rf  jump
-      input                44x44x1           -          -      1     1
d      conv 3x3             42x42x8          80    127,008      3     1
2      pool 2x2/2           21x21x8           0          0      4     2
3      conv 3x3             19x19x16      1,168    415,872      8     2
4      convtranspose 2x2/2  38x38x8         520    184,832      8     1
u      identity             38x38x8           0          0      8     1
6      crop                 38x38x8           0          0      3     1
7      concat               38x38x16          0          0      8     1
8      conv 3x3             36x36x8       1,160  1,492,992     10     1

params 2,928   macs 2,220,704   flops 4,441,408

# Squeeze and excitation: through the gate, every unit sees everything.
$ printf 'input -W 32x32x16\nx: conv -K 16 -F 3 -P 1\nglobalpool\nconv -K 4 -F 1\nrelu\nconv -K 16 -F 1\nsigmoid\nmul @x\nconv -K 16 -F 3 -P 1\n' | cnncalc net
layer  kind        output       params       macs     rf  jump
-      input       32x32x16          -          -      1     1
x      conv 3x3+1  32x32x16      2,320  2,359,296      3     1
2      globalpool  1x1x16            0          0     34    32
3      conv 1x1    1x1x4            68         64     34    32
4      relu        1x1x4             0          0     34    32
5      conv 1x1    1x1x16           80         64     34    32
6      sigmoid     1x1x16            0          0     34    32
7      mul         32x32x16          0          0     34     1
8      conv 3x3+1  32x32x16      2,320  2,359,296     35     1

params 4,788   macs 4,718,720   flops 9,437,440

# Two inputs: each field counts the pixels of its own.
$ printf 'l: input -W 32x32x1\nconv -K 1 -F 3 -P 1\na: pool -F 2\ninput -W 16x16x1\nadd @a\n' | cnncalc net
layer  kind        output      params   macs     rf  jump
l      input       32x32x1          -      -      1     1
1      conv 3x3+1  32x32x1         10  9,216      3     1
a      pool 2x2/2  16x16x1          0      0      4     2
-      input       16x16x1          -      -      1     1
4      add         16x16x1          0      0     18     1

not aligned, the paths that meet at: 4
params 10   macs 9,216   flops 18,432

# ---- The working -----------------------------------------------------------------------------

# Every kind's, where it has any: sizes, parameters, multiply-accumulates, fields; then the sums.
$ cat >windows.net <<'END'
> image: input -W 32x32x4
> conv -K 8 -F 3 -P 1
> conv -K 8 -F 3 -S 2 -P same
> conv -K 8 -F 3 -d 2 -P 2 -G 4
> conv -F 3 -P 0:1 --depthwise -R floor
> conv -K 16 -F 1 --depthwise --no-bias
> up: convtranspose -K 4 -F 2 -S 2
> convtranspose -K 2 -F 3 -S 2 --output-pad 1 --no-bias -G 2
> maxpool -F 2
> avgpool -F 4 -S 2 -R ceil
> globalpool
> END
> cnncalc net --explain windows.net
image input: 32x32x4

1 conv: 8 filters of 3x3x4, stride 1, padding 1
  size    (32 - 3 + 2*1)/1 + 1 = 31/1 + 1 = 31 + 1 = 32, so 32x32x8
  params  K*(F^2*C + 1) = 8*(3^2*4 + 1) = 8*37 = 296
  macs    32*32*K*F^2*C = 32*32*8*3^2*4 = 294912
  rf      1 + (F - 1)*1 = 1 + 2*1 = 3; jump 1*S = 1*1 = 1

2 conv: 8 filters of 3x3x8, stride 2, padding same
  size    ceil(32/2) = 16, so 16x16x8
  params  K*(F^2*C + 1) = 8*(3^2*8 + 1) = 8*73 = 584
  macs    16*16*K*F^2*C = 16*16*8*3^2*8 = 147456
  rf      3 + (F - 1)*1 = 3 + 2*1 = 5; jump 1*S = 1*2 = 2

3 conv: 8 filters of 3x3x2, stride 1, padding 2, dilation 2, 4 groups
  E       d*(F - 1) + 1 = 2*(3 - 1) + 1 = 5
  size    (16 - 5 + 2*2)/1 + 1 = 15/1 + 1 = 15 + 1 = 16, so 16x16x8
  params  K*(F^2*C/G + 1) = 8*(3^2*8/4 + 1) = 8*19 = 152
  macs    16*16*K*F^2*C/G = 16*16*8*3^2*8/4 = 36864
  rf      5 + (E - 1)*2 = 5 + 4*2 = 13; jump 2*S = 2*1 = 2

4 conv: 8 filters of 3x3x1, stride 1, padding 0:1, 8 groups
  size    floor((16 - 3 + 0 + 1)/1) + 1 = floor(14/1) + 1 = 14 + 1 = 15,
          so 15x15x8
  params  K*(F^2*C/G + 1) = 8*(3^2*8/8 + 1) = 8*10 = 80
  macs    15*15*K*F^2*C/G = 15*15*8*3^2*8/8 = 16200
  rf      13 + (F - 1)*2 = 13 + 2*2 = 17; jump 2*S = 2*1 = 2

5 conv: 16 filters of 1x1x1, stride 1, no padding, 8 groups
  size    (15 - 1 + 2*0)/1 + 1 = 14/1 + 1 = 14 + 1 = 15, so 15x15x16
  params  K*F^2*C/G = 16*1^2*8/8 = 16
  macs    15*15*K*F^2*C/G = 15*15*16*1^2*8/8 = 3600
  rf      17 + (F - 1)*2 = 17 + 0*2 = 17; jump 2*S = 2*1 = 2

up convtranspose: 4 filters of 2x2x16, stride 2, no padding, transposed
  size    2*(15 - 1) + 2 - 2*0 = 30, so 30x30x4
  params  C*F^2*K + K = 16*2^2*4 + 4 = 256 + 4 = 260
  macs    15*15*weights = 15*15*256 = 57600
          as every input cell meets every weight.
  rf      17; jump 1

7 convtranspose: 2 filters of 3x3x2, stride 2, no padding, 2 groups, transposed
  size    2*(30 - 1) + 3 - 2*0 + 1 = 62, so 62x62x2
  params  C*F^2*K/G = 4*3^2*2/2 = 36
  macs    30*30*weights = 30*30*36 = 32400
          as every input cell meets every weight.
  rf      19; jump 0.5

8 maxpool: 2x2, stride 2, no padding; keeps the depth; no parameters
  size    (62 - 2 + 2*0)/2 + 1 = 60/2 + 1 = 30 + 1 = 31, so 31x31x2
  rf      19; jump 1

9 avgpool: 4x4, stride 2, no padding; keeps the depth; no parameters
  size    ceil((31 - 4 + 2*0)/2) + 1 = ceil(27/2) + 1 = 14 + 1 = 15, so 15x15x2
  rf      21; jump 2

10 globalpool: one window over all: 1x1x2; keeps the depth; no parameters
  rf      21 + (W - 1)*2 = 21 + 14*2 = 49; jump 30

Total
  params  296 + 584 + 152 + 80 + 16 + 260 + 36 = 1424
  macs    294912 + 147456 + 36864 + 16200 + 3600 + 57600 + 32400 = 589032
  flops   2*macs = 2*589032 = 1178064
$ cat >rest.net <<'END'
> input -W 8x8x16
> batchnorm
> layernorm --no-bias
> groupnorm -G 4
> instancenorm
> prelu
> gelu
> upsample -S 3
> upsample -O 8
> crop -O 6
> pad -P 1
> pad -P 0:1
> slice -K 4 --from 2
> x: pixelshuffle -S 2
> identity
> add @x
> mul @x
> concat @x @x @x
> flatten
> dense -K 3
> dense -K 2 --no-bias
> softmax
> END
> cnncalc net --explain rest.net
input: 8x8x16

1 batchnorm: keeps the volume 8x8x16
  params  2C = 2*16 = 32

2 layernorm: keeps the volume 8x8x16
  params  C = 16

3 groupnorm: keeps the volume 8x8x16
  params  2C = 2*16 = 32

4 instancenorm: keeps the volume 8x8x16
  params  2C = 2*16 = 32

5 prelu: keeps the volume 8x8x16
  params  C = 16

6 gelu: keeps the volume 8x8x16; no parameters

7 upsample: keeps the depth; no parameters
  size    8*3 = 24, so 24x24x16
  rf      1; jump 1/3

8 upsample: keeps the depth: 8x8x16; no parameters
  rf      1; jump 1

9 crop: the middle 6x6 of each channel: 6x6x16; no parameters
  rf      1; jump 1

10 pad: keeps the depth; no parameters
  size    6 + 2*1 = 8, so 8x8x16
  rf      1; jump 1

11 pad: keeps the depth; no parameters
  size    8 + 0 + 1 = 9, so 9x9x16
  rf      1; jump 1

12 slice: channels 2 to 5 of 16: 9x9x4; no parameters

x pixelshuffle: 4 channels become 1; no parameters
  size    9*2 = 18, so 18x18x1
  rf      1; jump 0.5

14 identity: keeps the volume 18x18x1; no parameters

15 add: the sum of 14 and x: 18x18x1; no parameters
  rf      1; jump 0.5

16 mul: the product of 15 and x: 18x18x1; no parameters
  rf      1; jump 0.5

17 concat: the channels of x, x and x: 18x18x3; no parameters
  rf      1; jump 0.5

18 flatten: 18*18*3 = 972 numbers; no parameters

19 dense: 3 neurons of 972 inputs
  params  K*(C + 1) = 3*(972 + 1) = 3*973 = 2919
  macs    C*K = 972*3 = 2916
  rf      9

20 dense: 2 neurons of 3 inputs
  params  K*C = 2*3 = 6
  macs    C*K = 3*2 = 6
  rf      9

21 softmax: keeps the volume 2; no parameters

Total
  params  32 + 16 + 32 + 32 + 16 + 2919 + 6 = 3053
  macs    2916 + 6 = 2922
  flops   2*macs = 2*2922 = 5844

# Vectors; a network that counts nothing.
$ printf 'input -C 5\nrelu\nflatten\nslice -K 2\n' | cnncalc net --explain
input: 5

1 relu: keeps the volume 5; no parameters

2 flatten: 5 numbers; no parameters

3 slice: channels 0 to 1 of 5: 2; no parameters

Total
  params  0
  macs    0
  flops   2*macs = 2*0 = 0

# One slope for all channels is one parameter, which the sums have too.
$ printf 'input -W 8x8x4\nprelu --shared\nprelu\n' | cnncalc net --explain
input: 8x8x4

1 prelu: keeps the volume 8x8x4; one slope for all channels: 1 parameter

2 prelu: keeps the volume 8x8x4
  params  C = 4

Total
  params  1 + 4 = 5
  macs    0
  flops   2*macs = 2*0 = 0

# A batch is a factor of what is counted.
$ printf 'input -W 8x8x3\nconv -K 4 -F 3\nconvtranspose -K 2 -F 2\nconv -K 2 -F 1 -G 2\ndense -K 5\n' | cnncalc net --explain --batch-size 16
input: 8x8x3

1 conv: 4 filters of 3x3x3, stride 1, no padding
  size    (8 - 3 + 2*0)/1 + 1 = 5/1 + 1 = 5 + 1 = 6, so 6x6x4
  params  K*(F^2*C + 1) = 4*(3^2*3 + 1) = 4*28 = 112
  macs    N*6*6*K*F^2*C = 16*6*6*4*3^2*3 = 62208
  rf      1 + (F - 1)*1 = 1 + 2*1 = 3; jump 1*S = 1*1 = 1

2 convtranspose: 2 filters of 2x2x4, stride 1, no padding, transposed
  size    1*(6 - 1) + 2 - 2*0 = 7, so 7x7x2
  params  C*F^2*K + K = 4*2^2*2 + 2 = 32 + 2 = 34
  macs    N*6*6*weights = 16*6*6*32 = 18432
          as every input cell meets every weight.
  rf      4; jump 1

3 conv: 2 filters of 1x1x1, stride 1, no padding, 2 groups
  size    (7 - 1 + 2*0)/1 + 1 = 6/1 + 1 = 6 + 1 = 7, so 7x7x2
  params  K*(F^2*C/G + 1) = 2*(1^2*2/2 + 1) = 2*2 = 4
  macs    N*7*7*K*F^2*C/G = 16*7*7*2*1^2*2/2 = 1568
  rf      4 + (F - 1)*1 = 4 + 0*1 = 4; jump 1*S = 1*1 = 1

4 dense: 5 neurons of 7*7*2 = 98 inputs
  params  K*(C + 1) = 5*(98 + 1) = 5*99 = 495
  macs    N*C*K = 16*98*5 = 7840
  rf      4 + (W - 1)*1 = 4 + 6*1 = 10

Total
  params  112 + 34 + 4 + 495 = 645
  macs    62208 + 18432 + 1568 + 7840 = 90048
  flops   2*macs = 2*90048 = 180096

# Other fields where other axes are: each axis on a line of its own.
$ printf 'input -W 8x9x3\nconv -K 4 -F 3x4\n' | cnncalc net --explain | grep -e params -e macs
  params  K*(3*4*C + 1) = 4*(3*4*3 + 1) = 4*37 = 148
  macs    6*6*K*3*4*C = 6*6*4*3*4*3 = 5184
  params  148
  macs    5184
  flops   2*macs = 2*5184 = 10368

# Paths that are not aligned.
$ printf 'x: input -W 8x8x2\na: conv -K 2 -F 3 -S 2 -P 1 -R floor\npool @x -F 2\nadd @a\n' | cnncalc net --explain
x input: 8x8x2

a conv: 2 filters of 3x3x2, stride 2, padding 1
  size    floor((8 - 3 + 2*1)/2) + 1 = floor(7/2) + 1 = 3 + 1 = 4, so 4x4x2
  params  K*(F^2*C + 1) = 2*(3^2*2 + 1) = 2*19 = 38
  macs    4*4*K*F^2*C = 4*4*2*3^2*2 = 576
  rf      1 + (F - 1)*1 = 1 + 2*1 = 3; jump 1*S = 1*2 = 2

2 pool: 2x2, stride 2, no padding; keeps the depth; no parameters
  size    (8 - 2 + 2*0)/2 + 1 = 6/2 + 1 = 3 + 1 = 4, so 4x4x2
  rf      1 + (F - 1)*1 = 1 + 1*1 = 2; jump 1*S = 1*2 = 2

3 add: the sum of 2 and a: 4x4x2; no parameters
  rf      3; jump 2
          not aligned: units of the paths do not lie above one another
          2: jump 2, unit 0 over pixel 0.5
          a: jump 2, unit 0 over pixel 0

Total
  params  38
  macs    576
  flops   2*macs = 2*576 = 1152

# Places below 0. Unit 0 of up, upsampled by 3 from a jump of 4, lies at (0 + 1/2)/3 - 1/2 = -1/3 of
# its input's jump, and those begin at 0: -4/3. From a jump of 3 it lies at -1; from one of 2, upsampled
# by 2, at -1/4 of that.
$ printf 'x: input -W 12x12x3\nconv -K 8 -F 3 -S 4 -P 1 -R floor\nup: upsample -S 3\nconv -K 8 -F 4 @x\nadd @up\n' | cnncalc net --explain | grep pixel
          3: jump 1, unit 0 over pixel 1.5
          up: jump 4/3, unit 0 over pixel -4/3
$ printf 'x: input -W 9x9x3\npool -F 1 -S 3 -R floor\nup: upsample -S 3\nadd @x\n' | cnncalc net --explain | grep pixel
          up: jump 1, unit 0 over pixel -1
          x: jump 1, unit 0 over pixel 0
$ printf 'x: input -W 8x8x3\npool -F 1 -S 2 -R floor\nup: upsample -S 2\nadd @x\n' | cnncalc net --explain | grep pixel
          up: jump 1, unit 0 over pixel -0.5
          x: jump 1, unit 0 over pixel 0

# What is not compared has no line: the pixel that mul spreads, a field that is not known. Pieces of
# 2, 3, 5, 7 and 11 are alike again after 2310 units, beyond the 1024 that are listed.
$ printf 'x: input -W 12x12x2\na: conv -K 2 -F 3 -S 2 -P 1 -R floor\nb: conv @x -K 2 -F 2 -S 2\ng: globalpool @x\nmul @a @b @g\n' | cnncalc net --explain | sed -n '/^4 mul/,/^$/{/./p}'
4 mul: the product of a, b and g: 6x6x2; no parameters
  rf      13; jump 2
          not aligned: units of the paths do not lie above one another
          a: jump 2, unit 0 over pixel 0
          b: jump 2, unit 0 over pixel 0.5
$ { echo 'x: input -W 2310x1 --dims 1'
>     for i in 2 3 5 7 11; do printf 'pool @x -F %s\nu%s: upsample -S %s\n' $i $i $i; done
>     echo 'j: concat @x @u2 @u3 @u5 @u7 @u11'
>     echo 'c: conv @x -F 2 -K 6 -P 0:1'; echo 'd: concat @c @j @x'; } | cnncalc net --explain | sed -n '/^[jd] /,/^$/{/./p}'
j concat: the channels of x, u2, u3, u5, u7 and u11: 2310x6; no parameters
d concat: the channels of c, j and x: 2310x13; no parameters
          not aligned: units of the paths do not lie above one another
          c: jump 1, unit 0 over pixel 0.5
          x: jump 1, unit 0 over pixel 0

# The layer that does not fit is worked out as far as it goes, under its label if it has one.
$ printf 'input -W 32x32x3\nrelu\nconv -K 4 -F 5 -S 2\nrelu\n' | cnncalc net --explain
input: 32x32x3

1 relu: keeps the volume 32x32x3; no parameters

2 conv: 4 filters of 5x5x3, stride 2, no padding
  size    (32 - 5 + 2*0)/2 + 1 = 27/2 + 1 = 13.5 + 1 = 14.5
14.5 is not a whole number: the filter cannot slide over the input evenly.
14 windows fit; the last covers cells 26 to 30, and cell 31 is left over.
A 15th window would need cells 28 to 32.

What would fit:
  stride   1, 3, 9 or 27 (the divisors of 32 - 5 = 27)
  padding  none: 27 + 2P is odd for every P; one cell at one end, -P 0:1: 15
  input    31: 14; 33: 15
  filter   -F 4: 15; -F 6: 14
  or drop cell 31, as PyTorch does: --round floor: 14
cnncalc: -:3: net: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27; no even padding does, -P 0:1 gives 15; --round floor gives 14
? 1
$ printf 'input -W 32x32x3\nlast: maxpool -F 33 -S 1\n' | cnncalc net --explain
input: 32x32x3

last maxpool: 33x33, stride 1, no padding
F = 33 is wider than the padded input: 32 + 2*0 = 32.
Not even one window fits.
cnncalc: -:2: net: --filter-size: 33 is wider than the padded input: 32 + 2*0 = 32
cnncalc: hint: -F 32 gives 1; -P 1 gives 2; an input of 33 gives 1
? 1
$ printf 'x: input -W 32x32x3\nconv -K 4 -F 3\nadd @x\n' | cnncalc net --explain
x input: 32x32x3

1 conv: 4 filters of 3x3x3, stride 1, no padding
  size    (32 - 3 + 2*0)/1 + 1 = 29/1 + 1 = 29 + 1 = 30, so 30x30x4
  params  K*(F^2*C + 1) = 4*(3^2*3 + 1) = 4*28 = 112
  macs    30*30*K*F^2*C = 30*30*4*3^2*3 = 97200
  rf      1 + (F - 1)*1 = 1 + 2*1 = 3; jump 1*S = 1*1 = 1

cnncalc: -:3: net: add: 30x30x4 of 1 and 32x32x3 of x are not equal
? 1

# With --total, the sums alone; with -o or -a, the working and then the values; with --json, steps.
$ printf 'input -W 28x28x1\nconv -K 6 -F 5\ndense -K 10\n' | cnncalc net --explain --total
Total
  params  156 + 34570 = 34726
  macs    86400 + 34560 = 120960
  flops   2*macs = 2*120960 = 241920
params=34726
macs=120960
flops=241920
$ printf 'input -W 28x28x1\npool -F 2\n' | cnncalc net --explain -o out,rf
input: 28x28x1

1 pool: 2x2, stride 2, no padding; keeps the depth; no parameters
  size    (28 - 2 + 2*0)/2 + 1 = 26/2 + 1 = 13 + 1 = 14, so 14x14x1
  rf      1 + (F - 1)*1 = 1 + 1*1 = 2; jump 1*S = 1*2 = 2

Total
  params  0
  macs    0
  flops   2*macs = 2*0 = 0
28x28x1	1
14x14x1	2
$ printf 'input -W 28x28x1\nconv -K 6 -F 5\n' | cnncalc net --explain --json -o params
{"params":0,"steps":["input: 28x28x1"]}
{"params":156,"steps":["1 conv: 6 filters of 5x5x1, stride 1, no padding","  size    (28 - 5 + 2*0)/1 + 1 = 23/1 + 1 = 23 + 1 = 24, so 24x24x6","  params  K*(F^2*C + 1) = 6*(5^2*1 + 1) = 6*26 = 156","  macs    24*24*K*F^2*C = 24*24*6*5^2*1 = 86400","  rf      1 + (F - 1)*1 = 1 + 4*1 = 5; jump 1*S = 1*1 = 1"]}
{"params":156,"steps":["Total","  params  156","  macs    86400","  flops   2*macs = 2*86400 = 172800"]}

# Sums break at 80 columns; no line of the working is longer where its numbers are not.
$ { echo 'input -W 64x64x128'; for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo 'conv -K 128 -F 3 -P 1'; done; } | cnncalc net --explain --total
Total
  params  147584 + 147584 + 147584 + 147584 + 147584 + 147584 + 147584 + 147584
          + 147584 + 147584 + 147584 + 147584 = 1771008
  macs    603979776 + 603979776 + 603979776 + 603979776 + 603979776 + 603979776
          + 603979776 + 603979776 + 603979776 + 603979776 + 603979776
          + 603979776 = 7247757312
  flops   2*macs = 2*7247757312 = 14495514624
params=1771008
macs=7247757312
flops=14495514624
$ { echo 'input -W 64x64x128'; for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo 'conv -K 128 -F 3 -P 1'; done; printf 'x: adaptivepool -O 7\nglobalpool\nmul @x\nupsample -O 9x8\ncrop -O 5\n'; } | cnncalc net --explain | awk 'length > 80'

# Where axes differ, the working names them.
$ printf 'input -W 64x48x8\nconv -K 16 -F 3x5 -P 1x2\n' | cnncalc net --explain
input: 64x48x8

1 conv: 16 filters of 3x5x8, stride 1, padding 1x2
  width   (64 - 3 + 2*1)/1 + 1 = 63/1 + 1 = 63 + 1 = 64
  height  (48 - 5 + 2*2)/1 + 1 = 47/1 + 1 = 47 + 1 = 48, so 64x48x16
  params  K*(3*5*C + 1) = 16*(3*5*8 + 1) = 16*121 = 1936
  macs    64*48*K*3*5*C = 64*48*16*3*5*8 = 5898240
  rf      width   1 + (F - 1)*1 = 1 + 2*1 = 3; jump 1*S = 1*1 = 1
          height  1 + (F - 1)*1 = 1 + 4*1 = 5; jump 1*S = 1*1 = 1

Total
  params  1936
  macs    5898240
  flops   2*macs = 2*5898240 = 11796480

# An output that is not the one that was told is worked out all the same.
$ printf 'input -W 9x9x2\nlast: maxpool -F 3 -O 4\n' | cnncalc net --explain
input: 9x9x2

last maxpool: 3x3, stride 3, no padding; keeps the depth; no parameters
  size    (9 - 3 + 2*0)/3 + 1 = 6/3 + 1 = 2 + 1 = 3, so 3x3x2
  rf      1 + (F - 1)*1 = 1 + 2*1 = 3; jump 1*S = 1*3 = 3
cnncalc: -:2: net: --output-size: 4x4 is not the output, which is 3x3
? 1

# What was meant.
$ for line in 'conv -K 3 -F 3 -D 2' 'conv --in_channels 3' 'conv kernel_size=3' 'a:relu' 'relu @' \
>     'DepthwiseConv2D -F 3' 'GlobalAveragePooling2D' 'batchnorm -G 2' 'ReLU'; do
>     printf 'input -W 32x32x3\n%s\n' "$line" | cnncalc net
> done
cnncalc: -:2: net: -D: unknown option
cnncalc: hint: the depth of the input is -C, of the output -K; dilation is -d, the number of axes --dims
cnncalc: -:2: net: --in_channels: unknown option
cnncalc: hint: did you mean --channels?
cnncalc: -:2: net: 'kernel_size=3': unexpected word
cnncalc: hint: did you mean --filter-size?
cnncalc: -:2: net: 'a:relu': unknown kind of layer
cnncalc: hint: a blank follows the colon of a label
cnncalc: -:2: net: '@': a label is missing
cnncalc: -:2: net: 'DepthwiseConv2D': unknown kind of layer
cnncalc: hint: did you mean conv --depthwise?
cnncalc: -:2: net: 'GlobalAveragePooling2D': unknown kind of layer
cnncalc: hint: did you mean globalpool?
cnncalc: -:2: net: --groups: no option of batchnorm
cnncalc: hint: options of batchnorm: --no-bias --bias -O
cnncalc: -:2: net: 'ReLU': unknown kind of layer
cnncalc: hint: did you mean relu?
? 2
$ printf 'input -C 5 --dims 3\n' | cnncalc net
cnncalc: -:1: net: --dims: a vector has no axes
? 2

# The memory is asked for by naming the type.
$ printf 'input -W 9x9x2\nconv -K 4 -F 3 -P 1\n' | cnncalc net --total --dtype f16
params=76
macs=5832
flops=11664
memory=972
param_memory=152
peak=972

# A jump is a fraction, in JSON the nearest real; -p says how many of its digits.
$ printf 'input -W 16x16x8\nupsample -O 9\n' | cnncalc net -p 3 --json -o jump | head -2 | tail -1
{"jump":[1.78,1.78]}
$ printf 'input -W 16x16x8\nupsample -O 9\n' | cnncalc net -o jump
1
16/9

# The pair of a product that does not go together, not the pixel that is spread.
$ printf 'a: input -W 1x1x8\nb: input -W 4x4x8\nc: input -W 5x5x8\nmul @a @b @c\n' | cnncalc net | tail -2
cnncalc: -:4: net: mul: 4x4x8 of b and 5x5x8 of c are not equal
cnncalc: hint: mul takes equal volumes, or one that is a pixel of the same depth
b      input  4x4x8           -     -      1     1
c      input  5x5x8           -     -      1     1

# A label has 255 bytes at most.
$ l=$(printf '%0255d' 0 | tr 0 l); printf 'input -W 8x8x3\n%s: relu\nrelu @%s\n' $l $l | cnncalc net -o label | awk '{ print length }'
1
255
1

# --depthwise with as many filters as a default says.
$ printf 'default conv -K 64 -F 3 -P 1\ninput -W 32x32x48\nconv --depthwise\n' | cnncalc net | tail -1
cnncalc: -:3: net: --filters: 64 is no multiple of the 48 channels, as --depthwise asks
cnncalc: hint: -K 48
-      input  32x32x48          -     -      1     1

# Fields too large to be known: the union of two that are 10^18 pixels apart.
$ cnncalc net -o rf <<'END' | tail -1
> default conv -K 1
> x: input --dims 1 -W 1000000000000000000 -C 1
> conv -F 2000000000000000001 -P 2000000000000000000:0
> a: conv -F 2000000000000000001 -P 2000000000000000000:0
> conv -F 4500000000000000001 -P 0:4500000000000000000 @x
> b: conv -F 2000000000000000001 -P 1000000000000000000
> add @a @b
> END
-

# A transposed filter of two cells, three apart, at stride 2: each unit sees one pixel, or none.
$ printf 'input --dims 1 -W 8x1\nconvtranspose -K 1 -F 2 -S 2 -d 3\n' | cnncalc net -o rf,jump | tail -1
1	0.5
$ printf 'input --dims 1 -W 9x1\nconv -F 5 -K 1\nconvtranspose -K 1 -F 1 -S 2\nconv -F 1 -K 1 -S 4 -P 1:0 -R floor\n' |
> cnncalc net -o rf,jump
1	1
5	1
5	0.5
0	2

# Four thirds of a pixel apart, and every third of them.
$ printf 'input --dims 1 -W 4x1\nadaptivepool -O 3\npool -F 2 -S 3 -R full\n' | cnncalc net -o jump
1
4/3
4
