# gdstep: where does a gradient-descent step lead?

$ cnncalc gdstep -x 2 -g 0.1 -s 0.2
1.98
$ cnncalc gdstep --parameter 2 --gradient 0.1 --step-size 0.2
1.98
$ cnncalc gdstep -x 2 -g -0.1 -s 0.2
2.02
$ cnncalc gdstep -x -2 -g 0.1 -s 0.2
-2.02
$ cnncalc gdstep -x 2 -g 0 -s 0.2
2
$ cnncalc gdstep -x 2 -g 0.1 -s 0
2
$ cnncalc gdstep -x 2 -g 0.1 -s -0.2
2.02
$ cnncalc gdstep -x 0 -g 0 -s 1
0
$ cnncalc gdstep -x -0 -g 0 -s 1
-0
$ cnncalc gdstep -x 55 -g 1 -s 1
54
$ cnncalc gdstep -x 1e16 -g 0 -s 0
1e+16
$ cnncalc gdstep -x 1e15 -g 0 -s 0
1000000000000000
$ cnncalc gdstep -x 0.0001 -g 0 -s 0
0.0001
$ cnncalc gdstep -x 0.00001 -g 0 -s 0
1e-05

# Rounded once: with s*g rounded first, the first would be -1.734723475976807e-18, the next two 0.
$ cnncalc gdstep -x 0.01 -g 0.1 -s 0.1
-9.020562075079397e-19
$ cnncalc gdstep -x 1 -g 0.1 -s 10
-5.551115123125783e-17
$ cnncalc gdstep -x 1 -g 3 -s 0.3333333333333333
5.551115123125783e-17
$ cnncalc gdstep -x 1e-323 -g 1e-200 -s 1e-200
1e-323

# Digits.
$ cnncalc gdstep -x 0.1 -g 1 -s 0.3
-0.19999999999999998
$ cnncalc gdstep -x 0.1 -g 1 -s 0.3 -p 3
-0.2
$ cnncalc gdstep -x 0.1 -g 1 -s 0.3 -p 17
-0.19999999999999998
$ cnncalc gdstep -x 123456 -g 0 -s 0 -p 3
1.23e+05

# Fields: the answer is x, what was given is parameter, g and s.
$ cnncalc gdstep -x 2 -g 0.1 -s 0.2 -a
x=1.98
$ cnncalc gdstep -x 2 -g 0.1 -s 0.2 -o parameter,g,s,x
2	0.1	0.2	1.98
$ cnncalc gdstep -x 2 -g 0.1 -s 0.2 --json
{"parameter":2,"g":0.1,"s":0.2,"x":1.98}
$ cnncalc gdstep -x 2 -g 0.1 -s 0.2 --expect 1.98
1.98
$ cnncalc gdstep -x 2 -g 0.1 -s 0.2 --expect 1.980
1.98
cnncalc: gdstep: --expect: 1.980 is not the answer, which is 1.98
? 1

# The working.
$ cnncalc gdstep -x -2 -g -0.1 -s 0.2 --explain
x - s*g = -2 - 0.2*(-0.1) = -2 - (-0.02) = -1.98
$ cnncalc gdstep -x 1 -g 3 -s 0.3333333333333333 --explain
x - s*g = 1 - 0.333333*3 = 1 - 1 = 5.55112e-17

Working shown to 6 digits.
x=5.551115123125783e-17
$ cnncalc gdstep -x 0.1 -g 1 -s 0.3 -p 3 --explain
x - s*g = 0.1 - 0.3*1 = 0.1 - 0.3 = -0.2
$ cnncalc gdstep -x 2 -g -0.1 -s 0.2 --explain
x - s*g = 2 - 0.2*(-0.1) = 2 - (-0.02) = 2.02
$ cnncalc gdstep -x 1 -g 0.1 -s 10 --explain
x - s*g = 1 - 10*0.1 = 1 - 1 = -5.55112e-17

Working shown to 6 digits.
x=-5.551115123125783e-17
$ cnncalc gdstep -x 2 -g 0.1 -s -0.2 --explain
x - s*g = 2 - (-0.2)*0.1 = 2 - (-0.02) = 2.02

# Beyond the largest double.
$ cnncalc gdstep -x 1e308 -g -1e308 -s 1
cnncalc: gdstep: x: the result is beyond the largest double
? 1
$ cnncalc gdstep -x 1.7e308 -g 1e200 -s 1e200
cnncalc: gdstep: x: the result is beyond the largest double
? 1
$ cnncalc gdstep -x 1e308 -g 1e308 -s 1
0
$ cnncalc gdstep -x 1e308 -g -1e308 -s 1 --json
cnncalc: gdstep: x: the result is beyond the largest double
? 1
$ cnncalc gdstep -x 1e308 -g -1e308 -s 1 --explain
cnncalc: gdstep: x: the result is beyond the largest double
? 1

# What is missing, and other tools' words.
$ cnncalc gdstep
cnncalc: gdstep: --parameter, --gradient, --step-size: missing
cnncalc: hint: for example: cnncalc gdstep -x 2 -g 0.1 -s 0.2
? 2
$ cnncalc gdstep -x 2
cnncalc: gdstep: --gradient, --step-size: missing
cnncalc: hint: for example: cnncalc gdstep -x 2 -g 0.1 -s 0.2
? 2
$ cnncalc gdstep -g 2 -s 2
cnncalc: gdstep: --parameter: missing
cnncalc: hint: for example: cnncalc gdstep -x 2 -g 0.1 -s 0.2
? 2
$ cnncalc gdstep -x 2 -g 1 --lr 0.1
cnncalc: gdstep: --lr: unknown option
cnncalc: hint: did you mean --step-size?
? 2
$ cnncalc gdstep -x 2 -g 1 --learning-rate 0.1
cnncalc: gdstep: --learning-rate: unknown option
cnncalc: hint: did you mean --step-size?
? 2
$ cnncalc gdstep -x 2 -g 1 --learning_rate=0.1
cnncalc: gdstep: --learning_rate: unknown option
cnncalc: hint: did you mean --step-size?
? 2
$ cnncalc gdstep -x 2 -g 1 -s 1e999
cnncalc: gdstep: --step-size: '1e999' is beyond the largest double
? 2
$ cnncalc gdstep -x 2 -g 1 -S 1
cnncalc: gdstep: -S: unknown option
cnncalc: hint: did you mean -s, --step-size?
? 2
$ cnncalc gdstep -x 2 -g 1 -s
cnncalc: gdstep: --step-size: a value is missing
? 2
$ cnncalc gdstep 2 0.1 0.2
cnncalc: gdstep: 2: unexpected operand
cnncalc: hint: for example: cnncalc gdstep -x 2 -g 0.1 -s 0.2
? 2
