# params: how many trainable parameters has a layer?

# The sheet's questions.
$ cnncalc params -F 3 -C 5 -K 25
1150
$ cnncalc params -F 5 -C 3 -K 10
760
$ cnncalc params -F 5x5x3 -K 10
760
$ cnncalc params -W 32x32x3 -F 5 -K 10
760
$ cnncalc params -F 1 -C 1 -K 1
2
$ cnncalc params -F 11 -C 3 -K 96 -o params,weights,biases
34944	34848	96
$ cnncalc params -F 11 -C 3 -K 96 -a
params=34944
weights=34848
biases=96

# A dense layer is a filter as wide as its input.
$ cnncalc params -W 7x7x512 -F 7 -K 4096
102764544
$ cnncalc params -W 1x1x4096 -F 1 -K 1000
4097000

# Groups and depthwise layers.
$ cnncalc params -F 5 -C 96 -K 256 -G 2
307456
$ cnncalc params -F 3 -C 32 --depthwise
320
$ cnncalc params -F 3 -C 32 --depthwise -K 64
640
$ cnncalc params -F 3x3x48 -K 256 -G 2 -o C,params
96	110848

# No bias.
$ cnncalc params -F 3 -C 64 -K 64 --no-bias
36864
$ cnncalc params -F 3 -C 64 -K 64 --no-bias -a
params=36864
weights=36864
biases=0

# Axes.
$ cnncalc params --dims 1 -F 5 -C 16 -K 32
2592
$ cnncalc params --dims 3 -F 3 -C 3 -K 64
5248
$ cnncalc params -F 7x1 -C 192 -K 192
258240
$ cnncalc params --dims 3 -F 3x3x3x3 -K 64
5248

# A transposed layer has as many weights.
$ cnncalc params -F 4 -C 100 -K 512 --transpose
819712
$ cnncalc params -F 4 -C 100 -K 512 --transpose --no-bias -a
params=819200
weights=819200
biases=0
$ cnncalc params -F 4 -C 8 -K 4 -G 4 --transpose -a
params=132
weights=128
biases=4

# What the count does not depend on is taken, and checked.
$ cnncalc params -W 31 -F 3 -S 2 -P 1 -C 5 -K 25
1150
$ cnncalc params -W 32 -F 5 -S 2 -C 3 -K 10
760
$ cnncalc params -W 32 -H 20 -F 5 -S 2 -P same -d 3 -R floor -C 3 -K 10
760
$ cnncalc params -W 31 -F 3 -S 0 -C 5 -K 25
cnncalc: params: --stride: 0 is below 1
? 2
$ cnncalc params -W 31x31x3 -F 3 -C 5 -K 25
cnncalc: params: --channels: 5 differs from 3, the channels of --input-size
? 2

# The working.
$ cnncalc params -F 11 -C 3 -K 96 --explain
K*(F^2*C + 1) = 96*(11^2*3 + 1) = 96*364 = 34944
$ cnncalc params -W 31 -F 3 -S 2 -P 1 -C 5 -K 25 --explain
The count does not depend on W, S, P: one set of filters serves every window.
K*(F^2*C + 1) = 25*(3^2*5 + 1) = 25*46 = 1150
$ cnncalc params -W 32x32x3 -F 5 -K 10 --explain
The count does not depend on W: one set of filters serves every window.
K*(F^2*C + 1) = 10*(5^2*3 + 1) = 10*76 = 760
$ cnncalc params -F 5 -C 96 -K 256 -G 2 --explain
K*(F^2*C/G + 1) = 256*(5^2*96/2 + 1) = 256*1201 = 307456
$ cnncalc params -F 3 -C 64 -K 64 --no-bias --explain
K*F^2*C = 64*3^2*64 = 36864
$ cnncalc params -F 7x1 -C 192 -K 192 --explain
K*(7*1*C + 1) = 192*(7*1*192 + 1) = 192*1345 = 258240
$ cnncalc params -F 4 -C 100 -K 512 --transpose --explain
C*F^2*K + K = 100*4^2*512 + 512 = 819200 + 512 = 819712
$ cnncalc params -F 4 -C 8 -K 4 -G 4 --transpose --no-bias --explain
C*F^2*K/G = 8*4^2*4/4 = 128
$ cnncalc params --dims 3 -F 3 -C 3 -K 64 --explain
K*(F^3*C + 1) = 64*(3^3*3 + 1) = 64*82 = 5248

# The padding that was told is given again; `same` is what it comes to, (O - 1)S + E - W in total.
$ cnncalc params -W 5 -F 4 -P same -C 1 -K 1 -o P
1:2
$ cnncalc params --dims 1 -W 5 -F 4 -P same -C 1 -K 1 -o P
1:2
$ cnncalc params -W 1 -F 4 -P same -C 1 -K 1 -o P
1:2
$ cnncalc params -F 4 -P 1x2:3 -C 1 -K 1 -o P
1x2:3

# Counts are exact up to 2^63 - 1, and refused beyond.
$ cnncalc params -F 1 -C 9223372036854775806 -K 1
9223372036854775807
$ cnncalc params -F 1 -C 9223372036854775807 -K 1
cnncalc: params: params: the count is beyond 2^63 - 1
? 1
$ cnncalc params -F 1 -C 9223372036854775807 -K 1 --no-bias
9223372036854775807
$ cnncalc params -F 3037000500 -C 1 -K 1
cnncalc: params: params: the count is beyond 2^63 - 1
? 1
$ cnncalc params -F 3037000499 -C 1 -K 1
9223372030926249002
$ cnncalc params -F 3037000500 -C 1 -K 1 -o biases
1
$ cnncalc params -F 3037000500 -C 1 -K 1 --json
{"F":[3037000500,3037000500],"S":[1,1],"P":[[0,0],[0,0]],"d":[1,1],"K":1,"C":1,"G":1,"R":"exact","dims":2,"transpose":false,"bias":true,"params":null,"weights":null,"biases":1}
$ cnncalc params -F 3037000500 -C 1 -K 1 -a
cnncalc: params: params: the count is beyond 2^63 - 1
? 1
$ cnncalc params -F 3037000500 -C 1 -K 1 --explain
K*(F^2*C + 1) = 1*(3037000500^2*1 + 1) is beyond 2^63 - 1
cnncalc: params: params: the count is beyond 2^63 - 1
? 1
