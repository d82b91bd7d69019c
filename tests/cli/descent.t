# gdstep --of: steps of gradient descent of an expression.

$ cnncalc gdstep --of 'x^2' x=2 -s 0.1 -n 3
x=1.024
f=1.048576
$ cnncalc gdstep --of 'x^2' x=2 -s 0.1 -n 3 --explain
f = x^2; each step: x - s*fx, with s = 0.1

step 1  f = 4        fx = 4      x = 2 - 0.1*4 = 2 - 0.4 = 1.6
step 2  f = 2.56     fx = 3.2    x = 1.6 - 0.1*3.2 = 1.6 - 0.32 = 1.28
step 3  f = 1.6384   fx = 2.56   x = 1.28 - 0.1*2.56 = 1.28 - 0.256 = 1.024

Working shown to 6 digits.
x=1.024
f=1.048576
$ cnncalc gdstep --of 'x^2' x=2 -s 0.1
x=1.6
f=2.5600000000000005
$ cnncalc gdstep --of='x^2' --step-size 0.1 --steps=2 x=2
x=1.28
f=1.6384
$ cnncalc gdstep x=2 -s 0.1 -n 2 --of 'x^2'
x=1.28
f=1.6384
$ cnncalc gdstep --of 'x^2' x=2 -s 0
x=2
f=4
$ cnncalc gdstep --of 'x^2' x=2 -s -0.1
x=2.4
f=5.76
$ cnncalc gdstep --of 'x^2' x=2 -s 0.5
x=0
f=0
$ cnncalc gdstep --of 'x^2' x=2 -s 1 -n 1000001
x=-2
f=4
$ cnncalc gdstep --of 'x^2' x=3 -s 0.25 -n 40
x=2.7284841053187847e-12
f=7.444625512977249e-24
$ cnncalc gdstep --of 'relu(x)' x=-2 -s 0.1 -n 5
x=-2
f=0
$ cnncalc gdstep --of 'abs(x)' x=0.25 -s 0.5 -n 3
x=-0.25
f=0.25

# No step at all, and a step that is rounded once, as in gdstep itself.
$ cnncalc gdstep --of 'x^2' x=2 -s 0.1 -n 0
x=2
f=4
$ cnncalc gdstep --of '0.1*x' x=0.01 -s 0.1
x=-9.020562075079397e-19
f=-9.020562075079398e-20
$ cnncalc gdstep -x 0.01 -g 0.1 -s 0.1
-9.020562075079397e-19
$ cnncalc gdstep --of '3*x' x=1 -s 0.3333333333333333
x=5.551115123125783e-17
f=1.6653345369377348e-16
$ cnncalc gdstep --of '1e300*x' x=1 -s 1e-300
x=-7.756385209041318e-17
f=-7.756385209041318e+283
$ cnncalc gdstep --of 'x' x=-0 -s 0
x=-0
f=-0

# Several variables, in order of first appearance; all move at once.
$ cnncalc gdstep --of 'x*y' x=2 y=3 -s 0.5
x=0.5
y=2
f=1
$ cnncalc gdstep --of 'x^2 + y^2 - x*y' x=2 y=-3 -s 0.125 -n 2
x=0.59375
y=-1.359375
f=3.007568359375
$ cnncalc gdstep --of 'y^2 + x' x=2 y=-3 -s 0.5
y=0
x=1.5
f=1.5
$ cnncalc gdstep --of '(w*1 + b - 3)^2 + (w*2 + b - 5)^2' w=0 b=0 -s 0.1 -n 1000 -p 6 -o w,b,w_0,n
2	1	0	1000

# --wrt: the others stay.
$ cnncalc gdstep --of 'x^2 + y^2' x=2 y=3 -s 0.25 -n 2 --wrt y
x=2
y=0.75
f=4.5625
$ cnncalc gdstep --of 'x^2 + y^2' x=2 y=3 -s 0.25 -n 2 --wrt y,x
x=0.5
y=0.75
f=0.8125
$ cnncalc gdstep --of 'x^y' x=-2 y=2 -s 0.125 -n 2 --wrt x
x=-1.125
y=2
f=1.265625
$ cnncalc gdstep --of 'x^y' x=-2 y=2 -s 0.125 -n 2
cnncalc: gdstep: step 0: out: its local gradient x^y*ln x is not a number at x = -2, y = 2: 'x^y'; there x = -2, y = 2
? 1
$ cnncalc gdstep --of 'x^2 + y^2' x=2 y=3 -s 0.25 --wrt z
cnncalc: gdstep: --wrt: 'z' is not a variable of the expression
? 2
$ cnncalc gdstep --of 'x^2 + y^2' x=2 y=3 -s 0.25 --wrt x,x
cnncalc: gdstep: --wrt: 'x' is named twice
? 2

# An expression without variables stays what it is.
$ cnncalc gdstep --of 3 -s 1 -n 2
3
$ cnncalc gdstep --of 3 -s 1 -n 2 --explain
f = 3; no variable moves, with s = 1

step 1  f = 3
step 2  f = 3

Working shown to 6 digits.
f=3

# --trace.
$ cnncalc gdstep --of 'x^2' x=2 -s 0.25 -n 3 --trace
0	2	4
1	1	1
2	0.5	0.25
3	0.25	0.0625
$ cnncalc gdstep --of 'x^2' x=2 -s 0.25 -n 0 --trace
0	2	4
$ cnncalc gdstep --of 'x^2' x=2 -s 0.25 --trace
0	2	4
1	1	1
$ cnncalc gdstep --of 'x*y' x=2 y=3 -s 0.5 -n 2 --trace
0	2	3	6
1	0.5	2	1
2	-0.5	1.75	-0.875
$ cnncalc gdstep --of 'x^2 + y^2' x=2 y=3 -s 0.25 -n 2 --wrt y --trace
0	2	3	13
1	2	1.5	6.25
2	2	0.75	4.5625
$ cnncalc gdstep --of 'x^2' x=2 -s 0.1 -n 4 --trace -p 3
0	2	4
1	1.6	2.56
2	1.28	1.64
3	1.02	1.05
4	0.819	0.671
$ cnncalc gdstep --of 3 -s 1 -n 2 --trace
0	3
1	3
2	3
$ cnncalc gdstep --of 'x^2' x=2 -s 0.25 -n 1000000000 --trace | head -n 2
0	2	4
1	1	1
$ cnncalc gdstep --of 'x^2' x=2 -s 0.25 -n 100000 --trace | wc -l
100001
$ cnncalc gdstep --of 'x^2' x=2 -s 0.25 --trace >/dev/full
cnncalc: standard output: no space left on device
? 3

# The working.
$ cnncalc gdstep --of 'x^2 + y^2 - x*y' x=2 y=-3 -s 0.1 -n 2 --explain
f = x^2 + y^2 - x*y; each step: x - s*fx, y - s*fy, with s = 0.1

step 1  f = 19     fx = 7      x = 2 - 0.1*7 = 2 - 0.7 = 1.3
                   fy = -8     y = -3 - 0.1*(-8) = -3 - (-0.8) = -2.2
step 2  f = 9.39   fx = 4.8    x = 1.3 - 0.1*4.8 = 1.3 - 0.48 = 0.82
                   fy = -5.7   y = -2.2 - 0.1*(-5.7) = -2.2 - (-0.57) = -1.63

Working shown to 6 digits.
x=0.82
y=-1.6300000000000001
f=4.6659
$ cnncalc gdstep --of 'x^2 + y^2 - x*y' x=2 y=-3 -s -0.1 -n 2 --wrt y --explain
f = x^2 + y^2 - x*y; each step: y - s*fy, with s = -0.1

step 1  f = 19      fy = -8     y = -3 - (-0.1)*(-8) = -3 - 0.8 = -3.8
step 2  f = 26.04   fy = -9.6   y = -3.8 - (-0.1)*(-9.6) = -3.8 - 0.96 = -4.76

Working shown to 6 digits.
x=2
y=-4.76
f=36.1776
$ cnncalc gdstep --of 'x/3' x=1 -s 0.1 --explain
f = x/3; each step: x - s*fx, with s = 0.1

step 1  f = 0.333333   fx = 0.333333   x = 1 - 0.1*0.333333 = 1 - 0.0333333 = 0.966667

Working shown to 6 digits.
x=0.9666666666666667
f=0.32222222222222224
$ cnncalc gdstep --of 'x/3' x=1 -s 0.1 --explain -p 3
f = x/3; each step: x - s*fx, with s = 0.1

step 1  f = 0.333   fx = 0.333   x = 1 - 0.1*0.333 = 1 - 0.0333 = 0.967

Working shown to 3 digits.
x=0.967
f=0.322
$ cnncalc gdstep --of '(rate - 3)^2' rate=4 -s 0.25 -n 10 --explain
f = (rate - 3)^2; each step: rate - s*frate, with s = 0.25

step 1   f = 1             frate = 2            rate = 4 - 0.25*2 = 4 - 0.5 = 3.5
step 2   f = 0.25          frate = 1            rate = 3.5 - 0.25*1 = 3.5 - 0.25 = 3.25
step 3   f = 0.0625        frate = 0.5          rate = 3.25 - 0.25*0.5 = 3.25 - 0.125 = 3.125
step 4   f = 0.015625      frate = 0.25         rate = 3.125 - 0.25*0.25 = 3.125 - 0.0625 = 3.0625
step 5   f = 0.00390625    frate = 0.125        rate = 3.0625 - 0.25*0.125 = 3.0625 - 0.03125 = 3.03125
step 6   f = 0.000976562   frate = 0.0625       rate = 3.03125 - 0.25*0.0625 = 3.03125 - 0.015625 = 3.01562
step 7   f = 0.000244141   frate = 0.03125      rate = 3.01562 - 0.25*0.03125 = 3.01562 - 0.0078125 = 3.00781
step 8   f = 6.10352e-05   frate = 0.015625     rate = 3.00781 - 0.25*0.015625 = 3.00781 - 0.00390625 = 3.00391
step 9   f = 1.52588e-05   frate = 0.0078125    rate = 3.00391 - 0.25*0.0078125 = 3.00391 - 0.00195312 = 3.00195
step 10  f = 3.8147e-06    frate = 0.00390625   rate = 3.00195 - 0.25*0.00390625 = 3.00195 - 0.000976562 = 3.00098

Working shown to 6 digits.
rate=3.0009765625
f=9.5367431640625e-07
$ cnncalc gdstep --of 'x^2' x=2 -s 0.25 -n 0 --explain
f = x^2; each step: x - s*fx, with s = 0.25

Working shown to 6 digits.
x=2
f=4
$ cnncalc gdstep --of 'x^2' x=2 -s 0.25 --explain -o f
f = x^2; each step: x - s*fx, with s = 0.25

step 1  f = 4   fx = 4   x = 2 - 0.25*4 = 2 - 1 = 1

Working shown to 6 digits.
1
$ cnncalc gdstep --of 'x^2' x=2 -s 0.25 --explain --json
{"x_0":2,"s":0.25,"n":1,"x":1,"f":1,"steps":["f = x^2; each step: x - s*fx, with s = 0.25","","step 1  f = 4   fx = 4   x = 2 - 0.25*4 = 2 - 1 = 1","","Working shown to 6 digits.","x=1","f=1"]}

# Where a step fails: what came before stays, the message names the step and where it is.
$ cnncalc gdstep --of 'ln(x)' x=2 -s 1 -n 10
cnncalc: gdstep: step 3: out: ln x is not a number at x = -0.3666666666666666: 'ln(x)'; there x = -0.3666666666666666
? 1
$ cnncalc gdstep --of 'ln(x)' x=2 -s 1 -n 10 2>/dev/null
? 1
$ cnncalc gdstep --of 'ln(x)' x=2 -s 1 -n 10 --trace -p 12
0	2	0.69314718056
1	1.5	0.405465108108
2	0.833333333333	-0.182321556794
cnncalc: gdstep: step 3: out: ln x is not a number at x = -0.3666666666666666: 'ln(x)'; there x = -0.3666666666666666
? 1
$ cnncalc gdstep --of 'ln(x)' x=2 -s 1 -n 10 --explain
f = ln(x); each step: x - s*fx, with s = 1

step 1  f = 0.693147    fx = 0.5        x = 2 - 1*0.5 = 2 - 0.5 = 1.5
step 2  f = 0.405465    fx = 0.666667   x = 1.5 - 1*0.666667 = 1.5 - 0.666667 = 0.833333
step 3  f = -0.182322   fx = 1.2        x = 0.833333 - 1*1.2 = 0.833333 - 1.2 = -0.366667
cnncalc: gdstep: step 3: out: ln x is not a number at x = -0.3666666666666666: 'ln(x)'; there x = -0.3666666666666666
? 1
$ cnncalc gdstep --of 'ln(x)' x=2 -s 1 -n 10 --json
cnncalc: gdstep: step 3: out: ln x is not a number at x = -0.3666666666666666: 'ln(x)'; there x = -0.3666666666666666
? 1
$ cnncalc gdstep --of 'ln(x)' x=-2 -s 1
cnncalc: gdstep: step 0: out: ln x is not a number at x = -2: 'ln(x)'; there x = -2
? 1
$ cnncalc gdstep --of 'ln(x)' x=-2 -s 1 -n 0
cnncalc: gdstep: step 0: out: ln x is not a number at x = -2: 'ln(x)'; there x = -2
? 1
$ cnncalc gdstep --of 'ln(x)' x=-2 -s 1 -n 0 --trace
cnncalc: gdstep: step 0: out: ln x is not a number at x = -2: 'ln(x)'; there x = -2
? 1
$ cnncalc gdstep --of 'sqrt(x)' x=0 -s 1 -n 0
x=0
f=0
$ cnncalc gdstep --of 'sqrt(x)' x=0 -s 1 --trace
0	0	0
cnncalc: gdstep: step 0: out: its local gradient 1/(2*sqrt x) is infinite at x = 0: 'sqrt(x)'; there x = 0
? 1
$ cnncalc gdstep --of 'sqrt(x)' x=0.25 -s 0.25 -n 3 --trace
0	0.25	0.5
1	0	0
cnncalc: gdstep: step 1: out: its local gradient 1/(2*sqrt x) is infinite at x = 0: 'sqrt(x)'; there x = 0
? 1
$ cnncalc gdstep --of 'x^2' x=2 -s 10 -n 1000
cnncalc: gdstep: step 121: out: x^2 is beyond the largest double at x = -1.0720516533920425e+155: 'x^2'; there x = -1.0720516533920425e+155
? 1
$ cnncalc gdstep --of 'x^2 + y' x=1e153 y=1 -s 1e200 -n 3 --trace
0	1e+153	1	1e+306
cnncalc: gdstep: step 1: x: beyond the largest double; there x = -inf, y = -1e+200
? 1
$ cnncalc gdstep --of 'x*y' x=1e308 y=0.125 -s -1e308 -n 3 --trace
0	1e+308	0.125	1.25e+307
cnncalc: gdstep: step 1: y: beyond the largest double; there x = 1.125e+308, y = inf
? 1
$ cnncalc gdstep --of 'x*(1/0)' x=1 -s 1
cnncalc: gdstep: '1/0': is not finite
? 1

# Fields: the variables and f; what was given is NAME_0, s and n.
$ cnncalc gdstep --of 'x*y' x=2 y=3 -s 0.5 -a
x=0.5
y=2
f=1
$ cnncalc gdstep --of 'x*y' x=2 y=3 -s 0.5 --json
{"x_0":2,"y_0":3,"s":0.5,"n":1,"x":0.5,"y":2,"f":1}
$ cnncalc gdstep --of 'x*y' x=2 y=3 -s 0.5 -o x_0,y_0,s,n,x,y,f
2	3	0.5	1	0.5	2	1
$ cnncalc gdstep --of 'x*y' x=2 y=3 -s 0.5 -o f,y --json
{"f":1,"y":2}
$ cnncalc gdstep --of 'x^2' x=2 -s 0.1 -p 2 --json
{"x_0":2,"s":0.1,"n":1,"x":1.6,"f":2.6}
$ cnncalc gdstep --of 'x^2' x=2 -s 0.1 -o out
cnncalc: gdstep: --only: 'out': unknown field
cnncalc: hint: fields: x_0 s n x f
? 2
$ cnncalc gdstep --of 'x^2' x=2 -s 0.1 -o fx
cnncalc: gdstep: --only: 'fx': unknown field
cnncalc: hint: did you mean x?
cnncalc: hint: fields: x_0 s n x f
? 2
$ cnncalc gdstep --of 'x^2' x=2 -s 0.1 -o parameter
cnncalc: gdstep: --only: 'parameter': unknown field
cnncalc: hint: fields: x_0 s n x f
? 2
$ cnncalc gdstep --of 's*n' s=2 n=3 -s 0.5 -n 1 --json
{"s_0":2,"n_0":3,"s":0.5,"n":2,"f":1}
$ cnncalc gdstep --of 'x*x_0' x=2 x_0=3 -s 0.5 --json
{"x_0_0":3,"s":0.5,"n":1,"x":0.5,"x_0":2,"f":1}
$ cnncalc gdstep --of 'x*x_0' x=2 x_0=3 -s 0.5 -o x_0,x,f
2	0.5	1
$ cnncalc gdstep --of 'line^2' line=2 -s 0.5 --json
cnncalc: gdstep: line: in JSON this is no variable's name
? 2
$ cnncalc gdstep --of 'x^2' x=2 -s 0.25 --expect "$(printf '1\t1')"
x=1
f=1
$ cnncalc gdstep --of 'x^2' x=2 -s 0.25 --expect 1
x=1
f=1
cnncalc: gdstep: --expect: 1 is not the answer, which is 1 1, with tabs between
? 1
$ cnncalc gdstep --of 'x^2' x=2 -s 0.25 -o x --expect 1
1
$ cnncalc gdstep --of 'x^2' x=2 -s 0.25 -o x --expect 2
1
cnncalc: gdstep: --expect: 2 is not the answer, which is 1
? 1

# --columns: where descents begin, how far they go.
$ printf '2\n-1\n' | cnncalc gdstep --of 'x^2' -s 0.25 -n 2 --columns x
0.5	0.25
-0.25	0.0625
$ printf '2 3\n1 1\n' | cnncalc gdstep --of 'x*y' -s 0.5 --columns x,y
0.5	2	1
0.5	0.5	0.25
$ printf '2 3\n1 1\n' | cnncalc gdstep --of 'x*y' -s 0.5 --columns y,_ x=2 -o x_0,y_0,f
2	2	1
2	1	0
$ printf '2 0.25\n2 0.5\n' | cnncalc gdstep --of 'x^2' --columns x,s -n 2
0.5	0.25
0	0
$ printf '2 0\n2 1\n2 2\n' | cnncalc gdstep --of 'x^2' --columns x,steps -s 0.25
2	4
1	1
0.5	0.25
$ printf 'x\n2\n' | cnncalc gdstep --of 'x^2' --columns header -s 0.25
x	f
1	1
$ printf '2\nz\n\n0\n1 2\n-1\n' | cnncalc gdstep --of 'ln(x)' --columns x -s 0.25 -n 1 -p 12
1.875	0.628608659422
-	-
cnncalc: -:2: gdstep: x: 'z' is not a number

-	-
cnncalc: -:4: gdstep: step 0: out: ln x is infinite at x = 0: 'ln(x)'; there x = 0
-	-
cnncalc: -:5: gdstep: --columns: 2 columns, where 1 is named
-	-
cnncalc: -:6: gdstep: step 0: out: ln x is not a number at x = -1: 'ln(x)'; there x = -1
? 2
$ printf '2\n0\n' | cnncalc gdstep --of 'ln(x)' --columns x -s 0.25 --json -p 12
{"line":1,"x_0":2,"s":0.25,"n":1,"x":1.875,"f":0.628608659422}
{"line":2,"error":"gdstep: step 0: out: ln x is infinite at x = 0: 'ln(x)'; there x = 0","status":1}
cnncalc: -:2: gdstep: step 0: out: ln x is infinite at x = 0: 'ln(x)'; there x = 0
? 1
$ printf '2 1\n3 1\n' | cnncalc gdstep --of 'x^2' --columns x,expect -s 0.25 -o x
1
1.5
cnncalc: -:2: gdstep: --expect: 1 is not the answer, which is 1.5
? 1
$ printf '2 3\n' | cnncalc gdstep --of 'n*s' --columns n,s -s 0.5
0.5	2	1
$ printf '2\n' | cnncalc gdstep --of 'x^2' --columns x x=2 -s 0.25
cnncalc: gdstep: --columns: 'x': also given as an operand
? 2
$ printf '2\n' | cnncalc gdstep --of 'x^2*y' --columns x -s 0.25
cnncalc: gdstep: y: a variable without a value
cnncalc: hint: for example: y=2
? 2
$ printf '2\n' | cnncalc gdstep --of 'x^2' --columns z -s 0.25
cnncalc: gdstep: --columns: 'z': not a variable of the expression
? 2
$ printf '2\n' | cnncalc gdstep --of 'x^2' --columns x
-	-
cnncalc: -:1: gdstep: --step-size: missing
cnncalc: hint: for example: cnncalc gdstep --of 'x^2' x=2 -s 0.1
? 2
$ printf '2 x^2\n' | cnncalc gdstep --columns x,of -s 0.25
cnncalc: gdstep: --columns: 'of': cannot be a column
? 2
$ printf '2 x\n' | cnncalc gdstep --of 'x^2' --columns x,wrt -s 0.25
cnncalc: gdstep: --columns: 'wrt': cannot be a column
? 2
$ printf '2\n' | cnncalc gdstep --of 'x^2' --columns x -s 0.25 --trace
cnncalc: gdstep: --trace: not with --columns
? 2
$ printf '2\n' | cnncalc gdstep --of 'x^2' --columns x -s 0.25 --explain
cnncalc: gdstep: --explain: not with --columns
? 2
$ awk 'BEGIN {for (i = 1; i <= 1500; i++) print i/7 - 100}' >t
> awk '{printf "gdstep --of (x-1)^2*x x=%s -s 0.001 -n 7 -o x,f\n", $1}' t >q
> cnncalc gdstep --of '(x-1)^2*x' -s 0.001 -n 7 --columns x <t >a 2>&1; echo $?
> cnncalc batch <q 2>&1 | cmp - a; wc -l <a
0
1500

# Lines of batch.
$ cat >q <<'END'
> gdstep --of x^2 x=2 -s 0.25
> gdstep --of x^2 x=2 -s 0.25 --trace
> gdstep --of 'ln(x)' x=-2 -s 1
> gdstep -x 2 -g 0.1 -s 0.2
> gdstep --of x^2 -s 0.25
> gdstep --of x*y x=2 y=3 -s 0.5 --json -o y
> END
> cnncalc batch q
1	1
-
cnncalc: q:2: gdstep: --trace: not on a line of batch
-	-
cnncalc: q:3: gdstep: step 0: out: ln x is not a number at x = -2: 'ln(x)'; there x = -2
1.98
-	-
cnncalc: q:5: gdstep: x: a variable without a value
cnncalc: hint: for example: x=2
{"line":6,"y":2}
? 2

# What --of goes with, and what goes with it alone.
$ cnncalc gdstep --of 'x^2' x=2
cnncalc: gdstep: --step-size: missing
cnncalc: hint: for example: cnncalc gdstep --of 'x^2' x=2 -s 0.1
? 2
$ cnncalc gdstep --of 'x^2'
cnncalc: gdstep: --step-size: missing
cnncalc: hint: for example: cnncalc gdstep --of 'x^2' x=2 -s 0.1
? 2
$ cnncalc gdstep --of 'x^2' -s 0.1
cnncalc: gdstep: x: a variable without a value
cnncalc: hint: for example: x=2
? 2
$ cnncalc gdstep --of 'x*y*z' y=3 -s 0.1
cnncalc: gdstep: x, z: variables without a value
cnncalc: hint: for example: x=2
? 2
$ cnncalc gdstep --of 'x^2' x=2 y=3 -s 0.1
cnncalc: gdstep: y: not a variable of the expression
? 2
$ cnncalc gdstep --of 'width^2' widht=2 -s 0.1
cnncalc: gdstep: widht: not a variable of the expression
cnncalc: hint: did you mean width?
? 2
$ cnncalc gdstep --of 'x^2' x=two -s 0.1
cnncalc: gdstep: x: 'two' is not a number
? 2
$ cnncalc gdstep --of 'x^2' -x 2 -s 0.1
cnncalc: gdstep: --parameter: not with --of
cnncalc: hint: a variable's value has no dash: x=2
? 2
$ cnncalc gdstep --of 'x^2' x=2 -g 4 -s 0.1
cnncalc: gdstep: --gradient: not with --of
? 2
$ cnncalc gdstep -x 2 -g 0.1 -s 0.2 -n 3
cnncalc: gdstep: --steps: only with --of
? 2
$ cnncalc gdstep -x 2 -g 0.1 -s 0.2 --steps 1
cnncalc: gdstep: --steps: only with --of
? 2
$ cnncalc gdstep -x 2 -g 0.1 -s 0.2 --trace
cnncalc: gdstep: --trace: only with --of
? 2
$ cnncalc gdstep -x 2 -g 0.1 -s 0.2 --wrt x
cnncalc: gdstep: --wrt: only with --of
? 2
$ cnncalc gdstep x=2 -g 0.1 -s 0.2
cnncalc: gdstep: 'x=2': unexpected operand
cnncalc: hint: values of variables go with --of EXPR
? 2
$ cnncalc gdstep -x 2 -g 0.1 -s 0.2 y=3
cnncalc: gdstep: 'y=3': unexpected operand
cnncalc: hint: values of variables go with --of EXPR
? 2
$ cnncalc gdstep 'x^2' x=2 -s 0.1
cnncalc: gdstep: 'x^2': unexpected operand
cnncalc: hint: for example: cnncalc gdstep -x 2 -g 0.1 -s 0.2
? 2
$ cnncalc gdstep --of 'x^2' x=2 -s 0.1 3
cnncalc: gdstep: 3: unexpected operand
cnncalc: hint: for example: cnncalc gdstep -x 2 -g 0.1 -s 0.2
? 2
$ cnncalc gdstep --of 'x^2' x = 2 -s 0.1
cnncalc: gdstep: 'x': unexpected operand
cnncalc: hint: for example: cnncalc gdstep -x 2 -g 0.1 -s 0.2
? 2
$ cnncalc gdstep --of x=2 -s 0.1
cnncalc: gdstep: '=' at byte 2: expected an operator
cnncalc: hint: x=2
cnncalc: hint:  ^
cnncalc: hint: the expression stands alone, without f(x) = before it
? 2
$ cnncalc gdstep --of
cnncalc: gdstep: --of: a value is missing
? 2
$ cnncalc gdstep --of 'x^' x=2 -s 0.1
cnncalc: gdstep: the end, byte 3: expected a number, a name or (
cnncalc: hint: x^
cnncalc: hint:   ^
? 2
$ cnncalc gdstep --of 'sgmoid(x)' x=2 -s 0.1
cnncalc: gdstep: 'sgmoid' at byte 1: unknown function
cnncalc: hint: sgmoid(x)
cnncalc: hint: ^
cnncalc: hint: did you mean sigmoid?
? 2
$ cnncalc gdstep --of 'x + fx' x=2 fx=3 -s 0.1
cnncalc: gdstep: fx: is also the name of the gradient of x
? 2
$ cnncalc gdstep --of '-x^2' x=2 -s 0.5
x=4
f=-16
$ cnncalc gdstep --of 'x^2' x=2 -s 0.1 -n -1
cnncalc: gdstep: --steps: -1 is not a whole number
? 2
$ cnncalc gdstep --of 'x^2' x=2 -s 0.1 -n 2.5
cnncalc: gdstep: --steps: 2.5 is not a whole number
? 2
$ cnncalc gdstep --of 'x^2' x=2 -s 0.1 -n 9223372036854775808
cnncalc: gdstep: --steps: 9223372036854775808 is beyond 9223372036854775807
? 2
$ cnncalc gdstep --of 'x^2' x=2 --lr 0.1
cnncalc: gdstep: --lr: unknown option
cnncalc: hint: did you mean --step-size?
? 2
$ cnncalc gdstep --of 'x^2' x=2 -s 0.1 --trace --json
cnncalc: gdstep: --trace: not with --json
? 2
$ cnncalc gdstep --of 'x^2' x=2 -s 0.1 --trace -o x
cnncalc: gdstep: --trace: not with --only
? 2
$ cnncalc gdstep --of 'x^2' x=2 -s 0.1 --trace --explain
cnncalc: gdstep: --trace: not with --explain
? 2
$ cnncalc gdstep --of 'x^2' x=2 -s 0.1 --dot
cnncalc: gdstep: --dot: unknown option
? 2
