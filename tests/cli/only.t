# -o, -a, --expect and -p.

# -o: values only, tab-separated, in the order asked for.
$ cnncalc convout -W 227 -F 11 -S 4 -o out
55
$ cnncalc convout -W 227 -F 11 -S 4 -o W,F,S,out
227	11	4	55
$ cnncalc convout -W 227 -F 11 -S 4 -o out,S,F,W
55	4	11	227
$ cnncalc convout -W 227 -F 11 -S 4 -o out,out
55	55
$ cnncalc convout -W 227 -F 11 -S 4 --only=out,P,d,G,R,dims,transpose,bias
55	0	1	1	exact	2	0	1
$ cnncalc convout -W 227x227x3 -F 11 -S 4 -K 96 -o W,H,F,C,K,out
227x227	227	11x11	3	96	55x55x96
$ cnncalc convout -W 227x227x3 -F 11 -S 4 -K 96 -o F,S
11x11	4x4
$ cnncalc convout -W 227x227x3 -F 11x11x3 -S 4 -K 96 -o F
11x11
$ cnncalc convout -W 227 -F 11 -S 4 -oout
55
$ cnncalc params -F 11 -C 3 -K 96 -o K,C,F,params
96	3	11	34944
$ cnncalc pool -W 55 -F 3 -S 2 -o W,F,S,R,out
55	3	2	exact	27
$ cnncalc sigmoid-grad -x 2 -o fx
0.10499358540350652

# The last -o holds.
$ cnncalc convout -W 227 -F 11 -S 4 -o W -o out
55

# A field that needs an option names it.
$ cnncalc convout -W 227 -F 11 -S 4 -o volume
cnncalc: convout: --only: volume needs --filters
? 2
$ cnncalc convout -W 227 -F 11 -S 4 -o neurons
cnncalc: convout: --only: neurons needs --filters
? 2
$ cnncalc convout -W 227 -F 11 -S 4 -o connections
cnncalc: convout: --only: connections needs --channels
? 2
$ cnncalc convout -W 227 -F 11 -S 4 -o params
cnncalc: convout: --only: params needs --channels and --filters
? 2
$ cnncalc convout -W 227 -F 11 -S 4 -C 3 -o params
cnncalc: convout: --only: params needs --filters
? 2
$ cnncalc convout -W 227 -F 11 -S 4 -K 3 -o macs
cnncalc: convout: --only: macs needs --channels
? 2
$ cnncalc convout -W 227 -F 11 -S 4 -o K
cnncalc: convout: --only: K needs --filters
? 2
$ cnncalc convout -W 227 -F 11 -S 4 -o C
cnncalc: convout: --only: C needs --channels
? 2
$ cnncalc params -F 11 -C 3 -K 96 -o W
cnncalc: params: --only: W needs --input-size
? 2
$ cnncalc params -F 11 -C 3 -K 96 -o H
cnncalc: params: --only: H needs --input-size
? 2
$ cnncalc convout -W 227 -F 11 -S 4 -o out,volume
cnncalc: convout: --only: volume needs --filters
? 2

# What is no field.
$ cnncalc convout -W 227 -F 11 -S 4 -o siez
cnncalc: convout: --only: 'siez': unknown field
cnncalc: hint: did you mean size?
cnncalc: hint: fields: W H F S P d K C G R dims transpose output_pad bias out size width height depth volume unused windows connections neurons weights biases params macs flops
? 2
$ cnncalc convout -W 227 -F 11 -S 4 -o ''
cnncalc: convout: --only: '': unknown field
cnncalc: hint: fields: W H F S P d K C G R dims transpose output_pad bias out size width height depth volume unused windows connections neurons weights biases params macs flops
? 2
$ cnncalc convout -W 227 -F 11 -S 4 -o out,
cnncalc: convout: --only: '': unknown field
cnncalc: hint: fields: W H F S P d K C G R dims transpose output_pad bias out size width height depth volume unused windows connections neurons weights biases params macs flops
? 2
$ cnncalc convout -W 227 -F 11 -S 4 -o out,,size
cnncalc: convout: --only: '': unknown field
cnncalc: hint: fields: W H F S P d K C G R dims transpose output_pad bias out size width height depth volume unused windows connections neurons weights biases params macs flops
? 2
$ cnncalc convout -W 227 -F 11 -S 4 -o 'out size'
cnncalc: convout: --only: 'out size': unknown field
cnncalc: hint: fields: W H F S P d K C G R dims transpose output_pad bias out size width height depth volume unused windows connections neurons weights biases params macs flops
? 2
$ cnncalc convout -W 227 -F 11 -S 4 -o w
cnncalc: convout: --only: 'w': unknown field
cnncalc: hint: did you mean W?
cnncalc: hint: fields: W H F S P d K C G R dims transpose output_pad bias out size width height depth volume unused windows connections neurons weights biases params macs flops
? 2
$ cnncalc convout -W 227 -F 11 -S 4 -o OUT
cnncalc: convout: --only: 'OUT': unknown field
cnncalc: hint: did you mean out?
cnncalc: hint: fields: W H F S P d K C G R dims transpose output_pad bias out size width height depth volume unused windows connections neurons weights biases params macs flops
? 2
$ cnncalc convout -W 227 -F 11 -S 4 -o output-pad
cnncalc: convout: --only: 'output-pad': unknown field
cnncalc: hint: did you mean output_pad?
cnncalc: hint: fields: W H F S P d K C G R dims transpose output_pad bias out size width height depth volume unused windows connections neurons weights biases params macs flops
? 2
$ cnncalc convout -W 227 -F 11 -S 4 -o parameters
cnncalc: convout: --only: 'parameters': unknown field
cnncalc: hint: fields: W H F S P d K C G R dims transpose output_pad bias out size width height depth volume unused windows connections neurons weights biases params macs flops
? 2
$ cnncalc gdstep -x 2 -g 1 -s 1 -o out
cnncalc: gdstep: --only: 'out': unknown field
cnncalc: hint: fields: parameter g s x
? 2

# -a: a name=value line each, which a shell can eval.
$ cnncalc convout -W 7 -F 3 --all
out=5
size=5
width=5
height=5
unused=0
windows=25
$ eval "$(cnncalc convout -W 227x227x3 -F 11 -S 4 -K 96 -a)"; echo "$out has $neurons neurons"
55x55x96 has 290400 neurons
$ cnncalc sigmoid-grad -x 0 -a
out=0.5
fx=0.25
a=-0
b=1
c=2
f=0.5
ff=1
fc=-0.25
fb=-0.25
fa=-0.25
$ cnncalc convout -W 4611686018427387904 -F 3 -P 1 -a
cnncalc: convout: windows: the count is beyond 2^63 - 1
? 1

# -o says more than -a.
$ cnncalc convout -W 7 -F 3 -a -o out,S
5	1

# --expect: status 1 unless the answer prints so; the answer is printed all the same.
$ cnncalc convout -W 32x32x3 -F 5 -K 10 --expect 28x28x10
28x28x10
$ cnncalc convout -W 32x32x3 -F 5 -K 10 --expect 28x28
28x28x10
cnncalc: convout: --expect: '28x28' is not the answer, which is 28x28x10
? 1
$ cnncalc convout -W 32 -F 5 --expect 28
28
$ cnncalc convout -W 32 -F 5 --expect 27
28
cnncalc: convout: --expect: 27 is not the answer, which is 28
? 1
$ cnncalc convout -W 32 -F 5 --expect 28x28
28
cnncalc: convout: --expect: '28x28' is not the answer, which is 28
? 1
$ cnncalc convout -W 32 -F 5 --expect ''
28
cnncalc: convout: --expect: '' is not the answer, which is 28
? 1
$ cnncalc convout -W 32 -F 5 --expect ' 28'
28
cnncalc: convout: --expect: ' 28' is not the answer, which is 28
? 1
$ cnncalc convout -W 32 -F 5 --expect 280
28
cnncalc: convout: --expect: 280 is not the answer, which is 28
? 1
$ cnncalc convout -W 32 -F 5 --expect 2
28
cnncalc: convout: --expect: 2 is not the answer, which is 28
? 1
$ cnncalc convout -W 32 -F 5 -C 3 -K 6 -o out,params --expect "$(printf '28x28x6\t456')"
28x28x6	456
$ cnncalc convout -W 32 -F 5 -C 3 -K 6 -o out,params --expect 28x28x6
28x28x6	456
cnncalc: convout: --expect: '28x28x6' is not the answer, which is 28x28x6 456, with tabs between
? 1
$ cnncalc convout -W 32 -F 5 -C 3 -K 6 -o params --expect 456
456
$ cnncalc convout -W 32 -F 5 -S 2 --expect 14
cnncalc: convout: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27; no even padding does, -P 0:1 gives 15; --round floor gives 14
? 1
$ cnncalc convout -W 32 -F 5 --expect 27 --json -o out
{"out":"28"}
cnncalc: convout: --expect: 27 is not the answer, which is 28
? 1
$ cnncalc convout -W 32 -F 5 --expect 27 --explain
(W - F + 2P)/S + 1 = (32 - 5 + 2*0)/1 + 1 = 27/1 + 1 = 27 + 1 = 28
cnncalc: convout: --expect: 27 is not the answer, which is 28
? 1
$ cnncalc convout -W 32 -F 5 --expect 27 -a
out=28
size=28
width=28
height=28
unused=0
windows=784
cnncalc: convout: --expect: 27 is not the answer, which is 28
? 1
$ cnncalc sigmoid-grad -x 0 --expect "$(printf '0.5\t0.25')"
out=0.5
fx=0.25
$ cnncalc sigmoid-grad -x 0 --expect 0.5
out=0.5
fx=0.25
cnncalc: sigmoid-grad: --expect: 0.5 is not the answer, which is 0.5 0.25, with tabs between
? 1
$ cnncalc sigmoid-grad -x 2 -p 3 -o fx --expect 0.105
0.105
$ cnncalc sigmoid-grad -x 2 -o fx --expect 0.105
0.10499358540350652
cnncalc: sigmoid-grad: --expect: 0.105 is not the answer, which is 0.10499358540350652
? 1

# -p: significant digits of reals, and of nothing else.
$ cnncalc sigmoid-grad -x 2 -p 1 -o out
0.9
$ cnncalc sigmoid-grad -x 2 -p 17 -o out
0.88079707797788243
$ cnncalc sigmoid-grad -x 2 --precision=4 -o x,out,fx
2	0.8808	0.105
$ cnncalc sigmoid-grad -x 0 -p 5 -o out
0.5
$ cnncalc convout -W 227 -F 11 -S 4 -p 1
55
$ cnncalc sigmoid-grad -x 2 -p 0
cnncalc: sigmoid-grad: --precision: 0 is below 1
? 2
$ cnncalc sigmoid-grad -x 2 -p 18
cnncalc: sigmoid-grad: --precision: 18 is above 17
? 2
$ cnncalc sigmoid-grad -x 2 -p six
cnncalc: sigmoid-grad: --precision: 'six' is not a whole number
? 2
