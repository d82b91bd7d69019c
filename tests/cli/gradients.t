# sigmoid-grad and complex-grad: backprop by hand, the doubles nearest to the true values.

$ cnncalc sigmoid-grad -x 0
out=0.5
fx=0.25
$ cnncalc sigmoid-grad -x -2
out=0.11920292202211756
fx=0.10499358540350652
$ cnncalc sigmoid-grad --x 2
out=0.8807970779778824
fx=0.10499358540350652
$ cnncalc sigmoid-grad --x=-2
out=0.11920292202211756
fx=0.10499358540350652
$ cnncalc sigmoid-grad -x-2
out=0.11920292202211756
fx=0.10499358540350652
$ cnncalc sigmoid-grad -x 1
out=0.7310585786300049
fx=0.19661193324148185
$ cnncalc sigmoid-grad -x .5
out=0.6224593312018546
fx=0.2350037122015945
$ cnncalc sigmoid-grad -x 5.
out=0.9933071490757152
fx=0.006648056670790155
$ cnncalc sigmoid-grad -x +1e0
out=0.7310585786300049
fx=0.19661193324148185
$ cnncalc sigmoid-grad -x 0x1p-1
out=0.6224593312018546
fx=0.2350037122015945
$ cnncalc sigmoid-grad -x -0 -o x
-0

# Where the gates leave the doubles, the answer does not.
$ cnncalc sigmoid-grad -x 36
out=0.9999999999999998
fx=2.319522830243568e-16
$ cnncalc sigmoid-grad -x 37
out=0.9999999999999999
fx=8.533047625744065e-17
$ cnncalc sigmoid-grad -x 40
out=1
fx=4.248354255291589e-18
$ cnncalc sigmoid-grad -x 700
out=1
fx=9.85967654375977e-305
$ cnncalc sigmoid-grad -x -400
out=1.9151695967140057e-174
fx=1.9151695967140057e-174
$ cnncalc sigmoid-grad -x -745
out=5e-324
fx=5e-324
$ cnncalc sigmoid-grad -x -1000
out=0
fx=0
$ cnncalc sigmoid-grad -x 1000
out=1
fx=0
$ cnncalc sigmoid-grad -x 1e308
out=1
fx=0
$ cnncalc sigmoid-grad -x -1e308
out=0
fx=0

# 1/2 + x/4 is half way between two doubles, and x^3/48 less is the lower one.
$ cnncalc sigmoid-grad -x 0x3p-52
out=0.5000000000000001
fx=0.25

# The gates, as they come out in doubles.
$ cnncalc sigmoid-grad -x 2 -a -p 12
out=0.880797077978
fx=0.104993585404
a=-2
b=0.135335283237
c=1.13533528324
f=0.880797077978
ff=1
fc=-0.775803492574
fb=-0.775803492574
fa=-0.104993585404
$ cnncalc sigmoid-grad -x 2 -o a,b,c,f,ff,fc,fb,fa -p 12
-2	0.135335283237	1.13533528324	0.880797077978	1	-0.775803492574	-0.775803492574	-0.104993585404
$ cnncalc sigmoid-grad -x -1000 -o a,b,c,f,fc,fb,fa
1000	inf	inf	0	-0	-0	nan
$ cnncalc sigmoid-grad -x 2 -p 6
out=0.880797
fx=0.104994
$ cnncalc sigmoid-grad -x 2 -p 1
out=0.9
fx=0.1
$ cnncalc sigmoid-grad -x 2 -p 17
out=0.88079707797788243
fx=0.10499358540350652
$ cnncalc sigmoid-grad -x 2 --json -p 12
{"x":2,"out":0.880797077978,"fx":0.104993585404,"a":-2,"b":0.135335283237,"c":1.13533528324,"f":0.880797077978,"ff":1,"fc":-0.775803492574,"fb":-0.775803492574,"fa":-0.104993585404}
$ cnncalc sigmoid-grad -x -1000 --json
{"x":-1000,"out":0,"fx":0,"a":1000,"b":null,"c":null,"f":0,"ff":1,"fc":-0,"fb":-0,"fa":null}
$ cnncalc sigmoid-grad -x 2 -o x,out
2	0.8807970779778824

# The working where the gates leave the doubles, and with more digits.
$ cnncalc sigmoid-grad -x 0 --explain
f(x) = 1/(1 + e^-x) at x = 0

Forward
  gate  function    value
  a     -x          -0
  b     exp(a)      1
  c     1 + b       2
  f     1/c         0.5

Backward: downstream = upstream * local
  gate  upstream   local                    downstream
  f     ff = 1     -1/c^2 = -0.25           fc = -0.25
  c     -0.25      1                        fb = -0.25
  b     -0.25      exp(a) = 1               fa = -0.25
  a     -0.25      -1                       fx = 0.25

Check, in closed form
  f' = -1/(1 + e^-x)^2 * e^-x * -1 = 1/(1 + e^-x) * e^-x/(1 + e^-x)
     = sigmoid(x)*(1 - sigmoid(x)) = 0.5*(1 - 0.5) = 0.25

Working shown to 6 digits.
out=0.5
fx=0.25
$ cnncalc sigmoid-grad -x -400 --explain
f(x) = 1/(1 + e^-x) at x = -400

Forward
  gate  function    value
  a     -x          400
  b     exp(a)      5.22147e+173
  c     1 + b       5.22147e+173
  f     1/c         1.91517e-174

Backward: downstream = upstream * local
  gate  upstream   local                    downstream
  f     ff = 1     -1/c^2 = -0              fc = -0
  c     -0         1                        fb = -0
  b     -0         exp(a) = 5.22147e+173    fa = -0
  a     -0         -1                       fx = 0

Check, in closed form
  f' = -1/(1 + e^-x)^2 * e^-x * -1 = 1/(1 + e^-x) * e^-x/(1 + e^-x)
     = sigmoid(x)*(1 - sigmoid(x)) = 1.91517e-174*(1 - 1.91517e-174)
     = 1.91517e-174

The gates leave the doubles here; the answer is from the closed form
e/((1 + e)*(1 + e)) with e = exp(-|x|), which does not.
Working shown to 6 digits.
out=1.9151695967140057e-174
fx=1.9151695967140057e-174
$ cnncalc sigmoid-grad -x 40 --explain
f(x) = 1/(1 + e^-x) at x = 40

Forward
  gate  function    value
  a     -x          -40
  b     exp(a)      4.24835e-18
  c     1 + b       1
  f     1/c         1

Backward: downstream = upstream * local
  gate  upstream       local                    downstream
  f     ff = 1         -1/c^2 = -1              fc = -1
  c     -1             1                        fb = -1
  b     -1             exp(a) = 4.24835e-18     fa = -4.24835e-18
  a     -4.24835e-18   -1                       fx = 4.24835e-18

Check, in closed form
  f' = -1/(1 + e^-x)^2 * e^-x * -1 = 1/(1 + e^-x) * e^-x/(1 + e^-x)
     = sigmoid(x)*sigmoid(-x) = 1*4.24835e-18 = 4.24835e-18

Working shown to 6 digits.
out=1
fx=4.248354255291589e-18
$ cnncalc sigmoid-grad -x 2 -p 12 --explain
f(x) = 1/(1 + e^-x) at x = 2

Forward
  gate  function    value
  a     -x          -2
  b     exp(a)      0.135335283237
  c     1 + b       1.13533528324
  f     1/c         0.880797077978

Backward: downstream = upstream * local
  gate  upstream          local                      downstream
  f     ff = 1            -1/c^2 = -0.775803492574   fc = -0.775803492574
  c     -0.775803492574   1                          fb = -0.775803492574
  b     -0.775803492574   exp(a) = 0.135335283237    fa = -0.104993585404
  a     -0.104993585404   -1                         fx = 0.104993585404

Check, in closed form
  f' = -1/(1 + e^-x)^2 * e^-x * -1 = 1/(1 + e^-x) * e^-x/(1 + e^-x)
     = sigmoid(x)*(1 - sigmoid(x)) = 0.880797077978*(1 - 0.880797077978)
     = 0.104993585404

Working shown to 12 digits.
out=0.880797077978
fx=0.104993585404
$ cnncalc sigmoid-grad -x -0.5 --explain -o fx
f(x) = 1/(1 + e^-x) at x = -0.5

Forward
  gate  function    value
  a     -x          0.5
  b     exp(a)      1.64872
  c     1 + b       2.64872
  f     1/c         0.377541

Backward: downstream = upstream * local
  gate  upstream    local                    downstream
  f     ff = 1      -1/c^2 = -0.142537       fc = -0.142537
  c     -0.142537   1                        fb = -0.142537
  b     -0.142537   exp(a) = 1.64872         fa = -0.235004
  a     -0.235004   -1                       fx = 0.235004

Check, in closed form
  f' = -1/(1 + e^-x)^2 * e^-x * -1 = 1/(1 + e^-x) * e^-x/(1 + e^-x)
     = sigmoid(x)*(1 - sigmoid(x)) = 0.377541*(1 - 0.377541) = 0.235004

Working shown to 6 digits.
0.2350037122015945

# complex-grad.
$ cnncalc complex-grad -x 2 -y 4
out=0.6105220112458076
fx=0.4403985389889396
fy=0.018194001924828396
$ cnncalc complex-grad -x 1 -y 1
out=0
fx=0.7444483835627034
fy=0
$ cnncalc complex-grad -y 4 -x 2
out=0.6105220112458076
fx=0.4403985389889396
fy=0.018194001924828396
$ cnncalc complex-grad -x 0.1 -y 0.2
out=-2.688160144652099
fx=12.444713530423286
fy=-0.4020153776509348
$ cnncalc complex-grad -x 2 -y 2000
out=0.6931471805599453
fx=0.5
fy=2.931168546818367e-22
$ cnncalc complex-grad -x 1e-300 -y 1
out=-690.7755278982137
fx=9.999999999999999e+299
fy=278.66722848083145
$ cnncalc complex-grad -x 1e308 -y 1e308
out=709.1962086421661
fx=1e-308
fy=0
$ cnncalc complex-grad -x 1e308 -y 1
out=518.4639722597303
fx=7.31058578630005e-309
fy=69.7182188143328

# On both sides of a zero of fy, and where ln x is 0.
$ cnncalc complex-grad -x .3 -y 0.19912770326047138 -o fy
-5.1881415821287115e-17
$ cnncalc complex-grad -x .3 -y 0.1991277032604714 -o fy
2.16321523366344e-17
$ cnncalc complex-grad -x 1 -y .3 -o out,fy
0	0
$ cnncalc complex-grad -x 1 -y 1e308
out=0
fx=1
fy=0
$ cnncalc complex-grad -x 1.7e308 -y 1.7e308
out=709.7268368932282
fx=5.88235294117647e-309
fy=0
$ cnncalc complex-grad -x 2 -y 1e-300
out=0.35292130700791274
fx=0.22918804281042318
fy=8.823032675197819e+148
$ cnncalc complex-grad -x 5e-324 -y 1
cnncalc: complex-grad: fx: the result is beyond the largest double
? 1

# No answer that is not asked for stands in the way, nor does its working: 1/x is beyond the doubles.
$ cnncalc complex-grad -x 1e-320 -y 4 -o out,fy
-648.9953537860724	-19.339951359140958
$ cnncalc complex-grad -x 1e-320 -y 4 -o out,fy --explain | grep -v -e '^  [a-j]' -e '^ *$'
f(x, y) = ln x * sigmoid(sqrt y) / sigmoid((x + y)^2) at x = 1e-320, y = 4
Forward
Backward: downstream = upstream * local, from the output back
                      d = -648.995                           fj = -648.995
                      1                                      fy_1 = 0.000584278
                      a = -736.827                           fc = -736.827
Paths that meet are added
The gates leave the doubles here, or lose digits; the answer is from the
closed forms in E = e^-h and 1 - c = e^-b/(1 + e^-b), which do not.
sigmoid(-u) is 1 - sigmoid(u), without its rounding. Working to 6 digits.
-648.9953537860724	-19.339951359140958
$ cnncalc complex-grad -x 1e-320 -y 4 -o fx --explain
cnncalc: complex-grad: fx: the result is beyond the largest double
? 1

# Gates that leave the doubles on the way to the same answer: h = g^2 beyond 1.8*10^308.
$ cnncalc complex-grad -x 1e200 -y 1e200 --explain | tail -n 6
The gates leave the doubles here, or lose digits; the answer is from the
closed forms in E = e^-h and 1 - c = e^-b/(1 + e^-b), which do not.
sigmoid(-u) is 1 - sigmoid(u), without its rounding. Working to 6 digits.
out=460.51701859880916
fx=1e-200
fy=0

# A digit.
$ cnncalc sigmoid-grad -x 2 -p 1 --explain | tail -n 3
Working shown to 1 digit.
out=0.9
fx=0.1
$ cnncalc complex-grad -x 2 -y 4 -p 1 --explain | tail -n 4
sigmoid(-u) is 1 - sigmoid(u), without its rounding. Working to 1 digit.
out=0.6
fx=0.4
fy=0.02
$ cnncalc grad 'x^2' x=2 -p 1 --explain | tail -n 3
Working shown to 1 digit.
out=4
fx=4

$ cnncalc complex-grad -x 2 -y 4 -a -p 12
out=0.610522011246
fx=0.440398538989
fy=0.0181940019248
a=0.69314718056
b=2
c=0.880797077978
d=0.610522011246
g=6
h=36
i=1
j=1
ff=1
fd=1
fj=0.610522011246
fi=-0.610522011246
fh=-1.41611974345e-16
fg=-1.69934369214e-15
fa=0.880797077978
fc=0.69314718056
fb=0.0727760076993
fx_1=-1.69934369214e-15
fx_2=0.440398538989
fy_1=-1.69934369214e-15
fy_2=0.0181940019248
$ cnncalc complex-grad -x 2 -y 4 -o fx_1,fx_2,fy_1,fy_2 -p 6
-1.69934e-15	0.440399	-1.69934e-15	0.018194
$ cnncalc complex-grad -x 2 -y 4 --json -p 3
{"x":2,"y":4,"out":0.611,"fx":0.44,"fy":0.0182,"a":0.693,"b":2,"c":0.881,"d":0.611,"g":6,"h":36,"i":1,"j":1,"ff":1,"fd":1,"fj":0.611,"fi":-0.611,"fh":-1.42e-16,"fg":-1.7e-15,"fa":0.881,"fc":0.693,"fb":0.0728,"fx_1":-1.7e-15,"fx_2":0.44,"fy_1":-1.7e-15,"fy_2":0.0182}
$ cnncalc complex-grad -x 0.1 -y 0.2 --explain
f(x, y) = ln x * sigmoid(sqrt y) / sigmoid((x + y)^2) at x = 0.1, y = 0.2

Forward
  gate  function     value
  a     ln x         -2.30259
  b     sqrt y       0.447214
  c     sigmoid(b)   0.609977
  d     a*c          -1.40452     numerator
  g     x + y        0.3
  h     g^2          0.09
  i     sigmoid(h)   0.522485     denominator; 1 - i = 0.477515
  j     1/i          1.91393      d/i as d*j: no quotient rule
  f     d*j          -2.68816

Backward: downstream = upstream * local, from the output back
  gate  upstream   local                               downstream
  f     ff = 1     j = 1.91393                         fd = 1.91393
                   d = -1.40452                        fj = -1.40452
  j     -1.40452   -1/i^2 = -3.66313                   fi = 5.14495
  i     5.14495    sigmoid(h)*sigmoid(-h) = 0.249494   fh = 1.28364
  h     1.28364    2*g = 0.6                           fg = 0.770182
  g     0.770182   1                                   fx_1 = 0.770182
                   1                                   fy_1 = 0.770182
  d     1.91393    c = 0.609977                        fa = 1.16745
                   a = -2.30259                        fc = -4.40699
  a     1.16745    1/x = 10                            fx_2 = 11.6745
  c     -4.40699   sigmoid(b)*sigmoid(-b) = 0.237905   fb = -1.04845
  b     -1.04845   1/(2*sqrt y) = 1.11803              fy_2 = -1.1722

Paths that meet are added
  fx = fx_1 + fx_2 = 0.770182 + 11.6745 = 12.4447
  fy = fy_1 + fy_2 = 0.770182 + (-1.1722) = -0.402015

sigmoid(-u) is 1 - sigmoid(u), without its rounding. Working to 6 digits.
out=-2.688160144652099
fx=12.444713530423286
fy=-0.4020153776509348
$ cnncalc complex-grad -x 2 -y 2000 --explain
f(x, y) = ln x * sigmoid(sqrt y) / sigmoid((x + y)^2) at x = 2, y = 2000

Forward
  gate  function     value
  a     ln x         0.693147
  b     sqrt y       44.7214
  c     sigmoid(b)   1
  d     a*c          0.693147     numerator
  g     x + y        2002
  h     g^2          4.008e+06
  i     sigmoid(h)   1            denominator; 1 - i = 0
  j     1/i          1            d/i as d*j: no quotient rule
  f     d*j          0.693147

Backward: downstream = upstream * local, from the output back
  gate  upstream      local                                  downstream
  f     ff = 1        j = 1                                  fd = 1
                      d = 0.693147                           fj = 0.693147
  j     0.693147      -1/i^2 = -1                            fi = -0.693147
  i     -0.693147     sigmoid(h)*sigmoid(-h) = 0             fh = -0
  h     -0            2*g = 4004                             fg = -0
  g     -0            1                                      fx_1 = -0
                      1                                      fy_1 = -0
  d     1             c = 1                                  fa = 1
                      a = 0.693147                           fc = 0.693147
  a     1             1/x = 0.5                              fx_2 = 0.5
  c     0.693147      sigmoid(b)*sigmoid(-b) = 3.78234e-20   fb = 2.62172e-20
  b     2.62172e-20   1/(2*sqrt y) = 0.0111803               fy_2 = 2.93117e-22

Paths that meet are added
  fx = fx_1 + fx_2 = -0 + 0.5 = 0.5
  fy = fy_1 + fy_2 = -0 + 2.93117e-22 = 2.93117e-22

sigmoid(-u) is 1 - sigmoid(u), without its rounding. Working to 6 digits.
out=0.6931471805599453
fx=0.5
fy=2.931168546818367e-22

# Outside the domain, and beyond the largest double.
$ cnncalc complex-grad -x 0 -y 4
cnncalc: complex-grad: --x: ln x is defined for x > 0, not for 0
? 1
$ cnncalc complex-grad -x -1 -y 4
cnncalc: complex-grad: --x: ln x is defined for x > 0, not for -1
? 1
$ cnncalc complex-grad -x 2 -y 0
cnncalc: complex-grad: --y: sqrt y has no derivative at 0, where 1/(2*sqrt y) is infinite
? 1
$ cnncalc complex-grad -x 2 -y -4
cnncalc: complex-grad: --y: sqrt y is defined for y >= 0, not for -4
? 1
$ cnncalc complex-grad -x -2 -y -4
cnncalc: complex-grad: --x: ln x is defined for x > 0, not for -2
? 1
$ cnncalc complex-grad -x 0 -y 4 --explain
cnncalc: complex-grad: --x: ln x is defined for x > 0, not for 0
? 1

# ... which is no matter where it is not asked for.
$ cnncalc complex-grad -x 5e-324 -y 1 -o out
-744.4400719213812

# What is no real.
$ cnncalc sigmoid-grad -x two
cnncalc: sigmoid-grad: --x: 'two' is not a number
? 2
$ cnncalc sigmoid-grad -x ''
cnncalc: sigmoid-grad: --x: '' is not a number
? 2
$ cnncalc sigmoid-grad -x nan
cnncalc: sigmoid-grad: --x: 'nan' is not a number
? 2
$ cnncalc sigmoid-grad -x inf
cnncalc: sigmoid-grad: --x: 'inf' is not a number
? 2
$ cnncalc sigmoid-grad -x -inf
cnncalc: sigmoid-grad: --x: '-inf' is not a number
? 2
$ cnncalc sigmoid-grad -x 1e309
cnncalc: sigmoid-grad: --x: '1e309' is beyond the largest double
? 2
$ cnncalc sigmoid-grad -x 1e-400
out=0.5
fx=0.25
$ cnncalc sigmoid-grad -x ' 2'
cnncalc: sigmoid-grad: --x: ' 2' is not a number
? 2
$ cnncalc sigmoid-grad -x 1,5
cnncalc: sigmoid-grad: --x: '1,5' is not a number
? 2
$ cnncalc sigmoid-grad -x 1e
cnncalc: sigmoid-grad: --x: '1e' is not a number
? 2
$ cnncalc sigmoid-grad -x .
cnncalc: sigmoid-grad: --x: '.' is not a number
? 2
$ cnncalc sigmoid-grad -x --2
cnncalc: sigmoid-grad: --x: '--2' is not a number
? 2

# What is missing.
$ cnncalc sigmoid-grad
cnncalc: sigmoid-grad: --x: missing
cnncalc: hint: for example: cnncalc sigmoid-grad -x 2
? 2
$ cnncalc complex-grad
cnncalc: complex-grad: --x, --y: missing
cnncalc: hint: for example: cnncalc complex-grad -x 2 -y 4
? 2
$ cnncalc complex-grad -x 2
cnncalc: complex-grad: --y: missing
cnncalc: hint: for example: cnncalc complex-grad -x 2 -y 4
? 2
$ cnncalc complex-grad -y 2
cnncalc: complex-grad: --x: missing
cnncalc: hint: for example: cnncalc complex-grad -x 2 -y 4
? 2
$ cnncalc sigmoid-grad 2
cnncalc: sigmoid-grad: 2: unexpected operand
cnncalc: hint: for example: cnncalc sigmoid-grad -x 2
? 2
$ cnncalc sigmoid-grad -2
cnncalc: sigmoid-grad: -2: unknown option
cnncalc: hint: a negative value follows its option: -x -1
? 2
$ cnncalc sigmoid-grad -X 2
cnncalc: sigmoid-grad: -X: unknown option
cnncalc: hint: did you mean -x, --x?
? 2
$ cnncalc sigmoid-grad -x 2 -y 3
cnncalc: sigmoid-grad: -y: unknown option
? 2
$ cnncalc sigmoid-grad -x 2 -D 3
cnncalc: sigmoid-grad: -D: unknown option
? 2
$ cnncalc sigmoid-grad -x 2 -o fy
cnncalc: sigmoid-grad: --only: 'fy': unknown field
cnncalc: hint: did you mean fx?
cnncalc: hint: fields: x out fx a b c f ff fc fb fa
? 2
