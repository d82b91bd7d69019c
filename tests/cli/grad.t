# grad: the gradients of any expression, gate by gate.

$ cnncalc grad -p 6 'ln(x)*sigmoid(sqrt(y))/sigmoid((x+y)^2)' x=2 y=4
out=0.610522
fx=0.440399
fy=0.018194
$ cnncalc grad 'x^2*y' x=3 y=2
out=18
fx=12
fy=9
$ cnncalc grad x=3 y=2 'x^2*y'
out=18
fx=12
fy=9
$ cnncalc grad 'x^2*y' y=2 x=3
out=18
fx=12
fy=9
$ cnncalc grad '(x + y)*z' x=-2 y=5 z=-4
out=-12
fx=-4
fy=-4
fz=3
$ cnncalc grad '1/(1 + exp(-(w0*x0 + w1*x1 + w2)))' w0=2 x0=-1 w1=-3 x1=-2 w2=-3 -p 4
out=0.7311
fw0=-0.1966
fx0=0.3932
fw1=-0.3932
fx1=-0.5898
fw2=0.1966

# The last of a repeated value holds; values are read as those of options are.
$ cnncalc grad 'x*x' x=2 x=3
out=9
fx=6
$ cnncalc grad '3*x' x=-.5
out=-1.5
fx=3
$ cnncalc grad '3*x' x=0x1p-1
out=1.5
fx=3
$ cnncalc grad '3*x' x=1e-400
out=0
fx=3

# ---- Grammar ----

# ^ binds tightest and to the right, and ** is ^; - before an operand binds less.
$ cnncalc grad 2^3^2
512
$ cnncalc grad '2**3**2'
512
$ cnncalc grad '(2^3)^2'
64
$ cnncalc grad '2*3^2'
18
$ cnncalc grad '2 ^ -1'
0.5
$ cnncalc grad '2^-1^2'
0.5
$ cnncalc grad '4^-2^-1'
0.5
$ cnncalc grad -- '-2^2'
-4
$ cnncalc grad '(-2)^2'
4
$ cnncalc grad -- '-x^2' x=3
out=-9
fx=-6
$ cnncalc grad -- '-x**2' x=3
out=-9
fx=-6
$ cnncalc grad '(-x)^2' x=3
out=9
fx=6
$ cnncalc grad 'x^y^z' x=2 y=3 z=2 -p 6
out=512
fx=2304
fy=2129.35
fz=3508.99
$ cnncalc grad '2^x^3' x=2 -p 6
out=256
fx=2129.35

# From the left.
$ cnncalc grad 24/3/4
2
$ cnncalc grad '24/(3/4)'
32
$ cnncalc grad '24/3*4'
32
$ cnncalc grad '2*3/4'
1.5
$ cnncalc grad 2-3-4
-5
$ cnncalc grad '2-(3-4)'
3
$ cnncalc grad '2-3+4'
3
$ cnncalc grad 'a/b/c' a=24 b=3 c=4
out=2
fa=0.08333333333333333
fb=-0.6666666666666666
fc=-0.5
$ cnncalc grad a/b/c/d/g/h/i/j/k/l/m/n/o/p/q/r/s/t/u/v/w/x/y/z \
> a=1 b=1 c=1 d=1 g=1 h=1 i=1 j=1 k=1 l=1 m=1 n=1 o=1 p=1 q=1 r=1 s=1 t=1 u=1 v=1 w=1 x=1 y=1 z=1 -o out,fa,fb,fz
1	1	-1	-1
$ cnncalc grad 'a/(b/c)' a=24 b=3 c=4
out=32
fa=1.3333333333333333
fb=-10.666666666666666
fc=8
$ cnncalc grad 'a-b-c' a=24 b=3 c=4
out=17
fa=1
fb=-1
fc=-1
$ cnncalc grad '2+3*4'
14
$ cnncalc grad '(2+3)*4'
20

# Signs.
$ cnncalc grad 'x - -y' x=1 y=2
out=3
fx=1
fy=1
$ cnncalc grad 'x--y' x=1 y=2
out=3
fx=1
fy=1
$ cnncalc grad 'x---y' x=1 y=2
out=-1
fx=1
fy=-1
$ cnncalc grad 'x*-y' x=3 y=2
out=-6
fx=-2
fy=-3
$ cnncalc grad 'x/-y' x=3 y=2
out=-1.5
fx=-0.5
fy=0.75
$ cnncalc grad -- '--x' x=3
out=3
fx=1
$ cnncalc grad -a x=3 y=2 -- '-x*y'
out=-6
fx=-2
fy=-3
a=-3
fout=1
fa=2
$ cnncalc grad -- '-x*y' x=3 y=2 -a
cnncalc: grad: '-a': unexpected operand
cnncalc: hint: an expression is one word, in quotes: cnncalc grad 'x^2*y' x=3 y=2
? 2
$ cnncalc grad -- '- x - y' x=3 y=2
out=-5
fx=-1
fy=-1

# Numbers and constants: a letter e behind a number is its exponent only where digits follow.
$ cnncalc grad '.5 + 5.'
5.5
$ cnncalc grad '1e3 + 2E-3 + 4e+1'
1040.002
$ cnncalc grad '1e-400'
0
$ cnncalc grad pi
3.141592653589793
$ cnncalc grad e
2.718281828459045
$ cnncalc grad 'ln(e) + log(e^2)' -p 12
3
$ cnncalc grad 'sin(pi/6)*2' -p 15
1
$ cnncalc grad 'e3*e_' e3=2 e_=3
out=6
fe3=3
fe_=2
$ cnncalc grad 'E + Pi + PI' E=1 Pi=2 PI=3
out=6
fE=1
fPi=1
fPI=1

# Blanks, tabs and line breaks stand where they like, but in no name and no number.
$ cnncalc grad '   x ^2 * ( y )  ' x=3 y=2
out=18
fx=12
fy=9
$ cnncalc grad "$(printf 'x^2\n\t*y\r\n')" x=3 y=2
out=18
fx=12
fy=9
$ cnncalc grad "$(printf 'x^2\n\t*y')" x=3 y=2 --explain
f(x, y) = x^2  *y at x = 3, y = 2

Forward
  gate  function    value
  a     x^2         9
  out   a*y         18

Backward: downstream = upstream * local
  gate  upstream   local                    downstream
  out   fout = 1   y = 2                    fa = 2
                   a = 9                    fy = 9
  a     2          2*x = 6                  fx = 12

Working shown to 6 digits.
out=18
fx=12
fy=9
$ cnncalc grad 'max (x , y)' x=3 y=2
out=3
fx=1
fy=0

# Every function. Digits that libm has a say in are asked for with -p 12, here and wherever they
# come: one libm's last digit is not another's.
$ cnncalc grad 'ln(x)' x=2 -p 12
out=0.69314718056
fx=0.5
$ cnncalc grad 'log(x)' x=2 -p 12
out=0.69314718056
fx=0.5
$ cnncalc grad 'exp(x)' x=2 -p 12
out=7.38905609893
fx=7.38905609893
$ cnncalc grad 'sqrt(x)' x=2
out=1.4142135623730951
fx=0.35355339059327373
$ cnncalc grad 'abs(x)' x=-2
out=2
fx=-1
$ cnncalc grad 'sin(x)' x=2 -p 12
out=0.909297426826
fx=-0.416146836547
$ cnncalc grad 'cos(x)' x=2 -p 12
out=-0.416146836547
fx=-0.909297426826
$ cnncalc grad 'tan(x)' x=2 -p 12
out=-2.18503986326
fx=5.77439920404
$ cnncalc grad 'tanh(x)' x=2 -p 12
out=0.964027580076
fx=0.0706508248532
$ cnncalc grad 'sigmoid(x)' x=2 -p 12
out=0.880797077978
fx=0.104993585404
$ cnncalc grad 'sigmoid(x)' x=-2 -p 12
out=0.119202922022
fx=0.104993585404
$ cnncalc grad 'relu(x)' x=2
out=2
fx=1
$ cnncalc grad 'relu(x)' x=-2
out=0
fx=0
$ cnncalc grad 'softplus(x)' x=2 -p 12
out=2.12692801104
fx=0.880797077978
$ cnncalc grad 'softplus(x)' x=-2 -p 12
out=0.126928011043
fx=0.119202922022
$ cnncalc grad 'max(x,y)' x=2 y=3
out=3
fx=0
fy=1
$ cnncalc grad 'min(x,y)' x=2 y=3
out=2
fx=1
fy=0

# Where a textbook's formula would lose its digits.
$ cnncalc grad 'sigmoid(x)' x=40 -p 12
out=1
fx=4.24835425529e-18
$ cnncalc grad 'sigmoid(x)' x=-800
out=0
fx=0
$ cnncalc grad 'tanh(x)' x=20 -p 12
out=1
fx=1.69934170212e-17
$ cnncalc grad 'softplus(x)' x=-40 -p 12
out=4.24835425529e-18
fx=4.24835425529e-18
$ cnncalc grad 'softplus(x)' x=1e308
out=1e+308
fx=1

# At a kink, as PyTorch has it.
$ cnncalc grad 'relu(x)' x=0
out=0
fx=0
$ cnncalc grad 'abs(x)' x=0
out=0
fx=0
$ cnncalc grad 'max(x,y)' x=2 y=2
out=2
fx=0.5
fy=0.5
$ cnncalc grad 'min(x,y)' x=2 y=2
out=2
fx=0.5
fy=0.5
$ cnncalc grad 'max(x,x)' x=2
out=2
fx=1
$ cnncalc grad 'max(x,2)' x=2
out=2
fx=0.5

# Powers of 0.
$ cnncalc grad 'x^0' x=0
out=1
fx=0
$ cnncalc grad 'x^1' x=0
out=0
fx=1
$ cnncalc grad 'x^3' x=0
out=0
fx=0
$ cnncalc grad 'x^y' x=0 y=2
out=0
fx=0
fy=0
$ cnncalc grad 0^0
1

# ---- Syntax ----

# The end.
$ cnncalc grad '2*'
cnncalc: grad: the end, byte 3: expected a number, a name or (
cnncalc: hint: 2*
cnncalc: hint:   ^
? 2
$ cnncalc grad 'x ^' x=2
cnncalc: grad: the end, byte 4: expected a number, a name or (
cnncalc: hint: x ^
cnncalc: hint:    ^
? 2
$ cnncalc grad 'x + ' x=2
cnncalc: grad: the end, byte 5: expected a number, a name or (
cnncalc: hint: x + 
cnncalc: hint:     ^
? 2
$ cnncalc grad -- '-'
cnncalc: grad: the end, byte 2: expected a number, a name or (
cnncalc: hint: -
cnncalc: hint:  ^
? 2
$ cnncalc grad '   '
cnncalc: grad: EXPR: missing
cnncalc: hint: for example: cnncalc grad 'x^2*y' x=3 y=2
cnncalc: hint: it stands alone, without y = before it; behind -- where it begins with -
? 2
$ cnncalc grad 'max(x,' x=2
cnncalc: grad: the end, byte 7: expected a number, a name or (
cnncalc: hint: max(x,
cnncalc: hint:       ^
? 2
$ cnncalc grad 'max(x' x=2
cnncalc: grad: the end, byte 6: expected , and a second operand
cnncalc: hint: max(x
cnncalc: hint:      ^
? 2

# Two operators, or none.
$ cnncalc grad '2*/3'
cnncalc: grad: '/' at byte 3: expected a number, a name or (
cnncalc: hint: 2*/3
cnncalc: hint:   ^
? 2
$ cnncalc grad 'x + * y' x=2 y=3
cnncalc: grad: '*' at byte 5: expected a number, a name or (
cnncalc: hint: x + * y
cnncalc: hint:     ^
? 2
$ cnncalc grad '*2'
cnncalc: grad: '*' at byte 1: expected a number, a name or (
cnncalc: hint: *2
cnncalc: hint: ^
? 2
$ cnncalc grad '+x' x=2
cnncalc: grad: '+' at byte 1: expected a number, a name or (
cnncalc: hint: +x
cnncalc: hint: ^
? 2
$ cnncalc grad 'x + +y' x=2 y=3
cnncalc: grad: '+' at byte 5: expected a number, a name or (
cnncalc: hint: x + +y
cnncalc: hint:     ^
? 2
$ cnncalc grad '2 *** 3'
cnncalc: grad: '*' at byte 5: expected a number, a name or (
cnncalc: hint: 2 *** 3
cnncalc: hint:     ^
? 2
$ cnncalc grad '2* *3'
cnncalc: grad: '*' at byte 4: expected a number, a name or (
cnncalc: hint: 2* *3
cnncalc: hint:    ^
? 2
$ cnncalc grad '2 // 3'
cnncalc: grad: '/' at byte 4: expected a number, a name or (
cnncalc: hint: 2 // 3
cnncalc: hint:    ^
? 2
$ cnncalc grad 'x ^^ 2' x=2
cnncalc: grad: '^' at byte 4: expected a number, a name or (
cnncalc: hint: x ^^ 2
cnncalc: hint:    ^
? 2

# Parentheses.
$ cnncalc grad '(x + 1' x=2
cnncalc: grad: the end, byte 7: expected )
cnncalc: hint: (x + 1
cnncalc: hint:       ^
? 2
$ cnncalc grad '((x) + 1' x=2
cnncalc: grad: the end, byte 9: expected )
cnncalc: hint: ((x) + 1
cnncalc: hint:         ^
? 2
$ cnncalc grad 'ln(x' x=2
cnncalc: grad: the end, byte 5: expected )
cnncalc: hint: ln(x
cnncalc: hint:     ^
? 2
$ cnncalc grad '2*(x^(1/3)' x=2
cnncalc: grad: the end, byte 11: expected )
cnncalc: hint: 2*(x^(1/3)
cnncalc: hint:           ^
? 2
$ cnncalc grad 'x)' x=2
cnncalc: grad: ')' at byte 2: expected an operator: no ( is open
cnncalc: hint: x)
cnncalc: hint:  ^
? 2
$ cnncalc grad '(x + 1)) * 2' x=2
cnncalc: grad: ')' at byte 8: expected an operator: no ( is open
cnncalc: hint: (x + 1)) * 2
cnncalc: hint:        ^
? 2
$ cnncalc grad ')'
cnncalc: grad: ')' at byte 1: expected a number, a name or (
cnncalc: hint: )
cnncalc: hint: ^
? 2
$ cnncalc grad '()'
cnncalc: grad: ')' at byte 2: expected a number, a name or (
cnncalc: hint: ()
cnncalc: hint:  ^
? 2
$ cnncalc grad '[x]' x=2
cnncalc: grad: '[' at byte 1: expected a number, a name or (
cnncalc: hint: [x]
cnncalc: hint: ^
? 2
$ cnncalc grad '(x]' x=2
cnncalc: grad: ']' at byte 3: expected an operator
cnncalc: hint: (x]
cnncalc: hint:   ^
? 2
$ cnncalc grad '|x|' x=2
cnncalc: grad: '|' at byte 1: expected a number, a name or (
cnncalc: hint: |x|
cnncalc: hint: ^
? 2

# What a message shows of an expression: ASCII as it is.
$ cnncalc grad "x+$(printf '\001 ~\177\200')y?" x=1
cnncalc: grad: '\x01' at byte 3: expected a number, a name or (
cnncalc: hint: x+  ~ ?y?
cnncalc: hint:   ^
? 2

# At most 64 bytes, of which 32 stand before the fault where there are more.
$ cnncalc grad "$(printf '%025d?%039d' 0 0)"
cnncalc: grad: '?' at byte 26: expected an operator
cnncalc: hint: 0000000000000000000000000?00000000000000000000000000000000000000...
cnncalc: hint:                          ^
? 2
$ cnncalc grad "$(printf '%034d?%029d' 0 0)"
cnncalc: grad: '?' at byte 35: expected an operator
cnncalc: hint: 0000000000000000000000000000000000?00000000000000000000000000000
cnncalc: hint:                                   ^
? 2
$ cnncalc grad "$(printf '%032d?%032d' 0 0)"
cnncalc: grad: '?' at byte 33: expected an operator
cnncalc: hint: 00000000000000000000000000000000?0000000000000000000000000000000...
cnncalc: hint:                                 ^
? 2
$ cnncalc grad "$(printf '%033d?%031d' 0 0)"
cnncalc: grad: '?' at byte 34: expected an operator
cnncalc: hint: ...00000000000000000000000000000000?0000000000000000000000000000000
cnncalc: hint:                                    ^
? 2
$ cnncalc grad "$(printf '%033d?%030d' 0 0)"
cnncalc: grad: '?' at byte 34: expected an operator
cnncalc: hint: 000000000000000000000000000000000?000000000000000000000000000000
cnncalc: hint:                                  ^
? 2
$ cnncalc grad "$(printf '%033d?%032d' 0 0)"
cnncalc: grad: '?' at byte 34: expected an operator
cnncalc: hint: ...00000000000000000000000000000000?0000000000000000000000000000000...
cnncalc: hint:                                    ^
? 2

# What may be a factor, and the bytes beside those that may.
$ for c in a z A Z 0 9 _ @ [ '`' { / : ^; do cnncalc grad "x $c" x=1 2>&1 | tail -n 1; done
cnncalc: hint: a product is written with *
cnncalc: hint: a product is written with *
cnncalc: hint: a product is written with *
cnncalc: hint: a product is written with *
cnncalc: hint: a product is written with *
cnncalc: hint: a product is written with *
cnncalc: hint: a product is written with *
cnncalc: hint:   ^
cnncalc: hint:   ^
cnncalc: hint:   ^
cnncalc: hint:   ^
cnncalc: hint:    ^
cnncalc: hint:   ^
cnncalc: hint:    ^

# A product without its sign.
$ cnncalc grad 2x x=2
cnncalc: grad: 'x' at byte 2: expected an operator
cnncalc: hint: 2x
cnncalc: hint:  ^
cnncalc: hint: a product is written with *
? 2
$ cnncalc grad '2 x' x=2
cnncalc: grad: 'x' at byte 3: expected an operator
cnncalc: hint: 2 x
cnncalc: hint:   ^
cnncalc: hint: a product is written with *
? 2
$ cnncalc grad 'x y' x=2 y=3
cnncalc: grad: 'y' at byte 3: expected an operator
cnncalc: hint: x y
cnncalc: hint:   ^
cnncalc: hint: a product is written with *
? 2
$ cnncalc grad 'x 2' x=2
cnncalc: grad: 2 at byte 3: expected an operator
cnncalc: hint: x 2
cnncalc: hint:   ^
cnncalc: hint: a product is written with *
? 2
$ cnncalc grad '2 3'
cnncalc: grad: 3 at byte 3: expected an operator
cnncalc: hint: 2 3
cnncalc: hint:   ^
cnncalc: hint: a product is written with *
? 2
$ cnncalc grad '2(x + 1)' x=2
cnncalc: grad: '(' at byte 2: expected an operator
cnncalc: hint: 2(x + 1)
cnncalc: hint:  ^
cnncalc: hint: a product is written with *
? 2
$ cnncalc grad '(x)(y)' x=2 y=3
cnncalc: grad: '(' at byte 4: expected an operator
cnncalc: hint: (x)(y)
cnncalc: hint:    ^
cnncalc: hint: a product is written with *
? 2
$ cnncalc grad '(x)2' x=2
cnncalc: grad: 2 at byte 4: expected an operator
cnncalc: hint: (x)2
cnncalc: hint:    ^
cnncalc: hint: a product is written with *
? 2
$ cnncalc grad 'x(y + 1)' x=2 y=3
cnncalc: grad: 'x' at byte 1: unknown function
cnncalc: hint: x(y + 1)
cnncalc: hint: ^
cnncalc: hint: a product is written with *
? 2
$ cnncalc grad '3e*x' x=2
cnncalc: grad: 'e' at byte 2: expected an operator
cnncalc: hint: 3e*x
cnncalc: hint:  ^
cnncalc: hint: a product is written with *
? 2
$ cnncalc grad '0x10*x' x=2
cnncalc: grad: 'x' at byte 2: expected an operator
cnncalc: hint: 0x10*x
cnncalc: hint:  ^
cnncalc: hint: a product is written with *
? 2
$ cnncalc grad '2sin(x)' x=2
cnncalc: grad: 's' at byte 2: expected an operator
cnncalc: hint: 2sin(x)
cnncalc: hint:  ^
cnncalc: hint: a product is written with *
? 2
$ cnncalc grad 'pi(x)' x=2
cnncalc: grad: 'pi' at byte 1: unknown function
cnncalc: hint: pi(x)
cnncalc: hint: ^
cnncalc: hint: a product is written with *
? 2

# Functions.
$ cnncalc grad 'sgmoid(x)' x=2
cnncalc: grad: 'sgmoid' at byte 1: unknown function
cnncalc: hint: sgmoid(x)
cnncalc: hint: ^
cnncalc: hint: did you mean sigmoid?
? 2
$ cnncalc grad '1 + sigmiod(x)' x=2
cnncalc: grad: 'sigmiod' at byte 5: unknown function
cnncalc: hint: 1 + sigmiod(x)
cnncalc: hint:     ^
cnncalc: hint: did you mean sigmoid?
? 2
$ cnncalc grad 'Sin(x)' x=2
cnncalc: grad: 'Sin' at byte 1: unknown function
cnncalc: hint: Sin(x)
cnncalc: hint: ^
cnncalc: hint: did you mean sin?
? 2
$ cnncalc grad 'LN(x)' x=2
cnncalc: grad: 'LN' at byte 1: unknown function
cnncalc: hint: LN(x)
cnncalc: hint: ^
cnncalc: hint: did you mean ln?
? 2
$ cnncalc grad 'tahn(x)' x=2
cnncalc: grad: 'tahn' at byte 1: unknown function
cnncalc: hint: tahn(x)
cnncalc: hint: ^
cnncalc: hint: did you mean tan?
? 2
$ cnncalc grad 'softmax(x)' x=2
cnncalc: grad: 'softmax' at byte 1: unknown function
cnncalc: hint: softmax(x)
cnncalc: hint: ^
cnncalc: hint: a product is written with *
? 2
$ cnncalc grad 'pow(x,2)' x=2
cnncalc: grad: 'pow' at byte 1: unknown function
cnncalc: hint: pow(x,2)
cnncalc: hint: ^
cnncalc: hint: did you mean ^?
? 2
$ cnncalc grad '1 + square(x)' x=2
cnncalc: grad: 'square' at byte 5: unknown function
cnncalc: hint: 1 + square(x)
cnncalc: hint:     ^
cnncalc: hint: did you mean ^2?
? 2
$ cnncalc grad 'log10(x)' x=2
cnncalc: grad: 'log10' at byte 1: unknown function
cnncalc: hint: log10(x)
cnncalc: hint: ^
cnncalc: hint: the logarithm to base 10 is ln(x)/ln(10)
? 2
$ cnncalc grad 'log2(x)' x=2
cnncalc: grad: 'log2' at byte 1: unknown function
cnncalc: hint: log2(x)
cnncalc: hint: ^
cnncalc: hint: the logarithm to base 2 is ln(x)/ln(2)
? 2
$ cnncalc grad 'logistic(x)' x=2
cnncalc: grad: 'logistic' at byte 1: unknown function
cnncalc: hint: logistic(x)
cnncalc: hint: ^
cnncalc: hint: did you mean sigmoid?
? 2
$ cnncalc grad 'silu(x)' x=2
cnncalc: grad: 'silu' at byte 1: unknown function
cnncalc: hint: silu(x)
cnncalc: hint: ^
cnncalc: hint: did you mean x*sigmoid(x)?
? 2
$ cnncalc grad 'maximum(x,0)' x=2
cnncalc: grad: 'maximum' at byte 1: unknown function
cnncalc: hint: maximum(x,0)
cnncalc: hint: ^
cnncalc: hint: did you mean max?
? 2
$ cnncalc grad '1 + reciprocal(x)' x=2
cnncalc: grad: 'reciprocal' at byte 5: unknown function
cnncalc: hint: 1 + reciprocal(x)
cnncalc: hint:     ^
cnncalc: hint: did you mean 1/x?
? 2
$ cnncalc grad 'ln x' x=2
cnncalc: grad: 'x' at byte 4: expected ( after a function
cnncalc: hint: ln x
cnncalc: hint:    ^
? 2
$ cnncalc grad 'sin' sin=2
cnncalc: grad: the end, byte 4: expected ( after a function
cnncalc: hint: sin
cnncalc: hint:    ^
? 2
$ cnncalc grad 'x*max' x=2
cnncalc: grad: the end, byte 6: expected ( after a function
cnncalc: hint: x*max
cnncalc: hint:      ^
? 2
$ cnncalc grad 'ln()'
cnncalc: grad: ')' at byte 4: expected a number, a name or (
cnncalc: hint: ln()
cnncalc: hint:    ^
? 2
$ cnncalc grad 'max(x)' x=2
cnncalc: grad: ')' at byte 6: expected , and a second operand
cnncalc: hint: max(x)
cnncalc: hint:      ^
? 2
$ cnncalc grad 'max()'
cnncalc: grad: ')' at byte 5: expected a number, a name or (
cnncalc: hint: max()
cnncalc: hint:     ^
? 2
$ cnncalc grad 'max(x,y,z)' x=2 y=3 z=4
cnncalc: grad: ',' at byte 8: expected )
cnncalc: hint: max(x,y,z)
cnncalc: hint:        ^
? 2
$ cnncalc grad 'ln(x,y)' x=2 y=3
cnncalc: grad: ',' at byte 5: expected )
cnncalc: hint: ln(x,y)
cnncalc: hint:     ^
? 2
$ cnncalc grad 'x,y' x=2 y=3
cnncalc: grad: ',' at byte 2: expected an operator
cnncalc: hint: x,y
cnncalc: hint:  ^
? 2
$ cnncalc grad '(x,y)' x=2 y=3
cnncalc: grad: ',' at byte 3: expected )
cnncalc: hint: (x,y)
cnncalc: hint:   ^
? 2

# Names that are the program's.
$ cnncalc grad 'f + 1' f=2
cnncalc: grad: 'f' at byte 1: expected another name: f and out are the whole expression
cnncalc: hint: f + 1
cnncalc: hint: ^
? 2
$ cnncalc grad 'x*out' x=2 out=3
cnncalc: grad: 'out' at byte 3: expected another name: f and out are the whole expression
cnncalc: hint: x*out
cnncalc: hint:   ^
? 2
$ cnncalc grad 'f(x)' x=2
cnncalc: grad: 'f' at byte 1: unknown function
cnncalc: hint: f(x)
cnncalc: hint: ^
cnncalc: hint: a product is written with *
? 2

# What stands before an expression in a textbook.
$ cnncalc grad 'y = x^2' x=2
cnncalc: grad: '=' at byte 3: expected an operator
cnncalc: hint: y = x^2
cnncalc: hint:   ^
cnncalc: hint: the expression stands alone, without f(x) = before it
? 2
$ cnncalc grad 'y=x^2' x=2
cnncalc: grad: EXPR: missing
cnncalc: hint: for example: cnncalc grad 'x^2*y' x=3 y=2
cnncalc: hint: it stands alone, without y = before it; behind -- where it begins with -
? 2
$ cnncalc grad 'f(x) = x^2' x=2
cnncalc: grad: 'f' at byte 1: unknown function
cnncalc: hint: f(x) = x^2
cnncalc: hint: ^
cnncalc: hint: the expression stands alone, without f(x) = before it
? 2

# Numbers.
$ cnncalc grad '2*1e309'
cnncalc: grad: '1e309' at byte 3: beyond the largest double
cnncalc: hint: 2*1e309
cnncalc: hint:   ^
? 2
$ cnncalc grad 1.2.3
cnncalc: grad: '1.2.3' at byte 1: expected a number
cnncalc: hint: 1.2.3
cnncalc: hint: ^
? 2
$ cnncalc grad 'x*.' x=2
cnncalc: grad: '.' at byte 3: expected a number
cnncalc: hint: x*.
cnncalc: hint:   ^
? 2
$ cnncalc grad 'x + 1..5' x=2
cnncalc: grad: '1..5' at byte 5: expected a number
cnncalc: hint: x + 1..5
cnncalc: hint:     ^
? 2

# Bytes that belong to no expression.
$ cnncalc grad 'x + $y' x=2
cnncalc: grad: '$' at byte 5: expected a number, a name or (
cnncalc: hint: x + $y
cnncalc: hint:     ^
? 2
$ cnncalc grad 'x!' x=2
cnncalc: grad: '!' at byte 2: expected an operator
cnncalc: hint: x!
cnncalc: hint:  ^
? 2
$ cnncalc grad 'x % 2' x=2
cnncalc: grad: '%' at byte 3: expected an operator
cnncalc: hint: x % 2
cnncalc: hint:   ^
? 2
$ cnncalc grad 'x < y' x=2 y=3
cnncalc: grad: '<' at byte 3: expected an operator
cnncalc: hint: x < y
cnncalc: hint:   ^
? 2
$ cnncalc grad "$(printf '2*\303\251')"
cnncalc: grad: '\xc3' at byte 3: expected a number, a name or (
cnncalc: hint: 2*??
cnncalc: hint:   ^
? 2
$ cnncalc grad "$(printf 'x\302\262')" x=2
cnncalc: grad: '\xc2' at byte 2: expected an operator
cnncalc: hint: x??
cnncalc: hint:  ^
? 2
$ cnncalc grad "$(printf '\177x\200')" x=2
cnncalc: grad: '\x7f' at byte 1: expected a number, a name or (
cnncalc: hint:  x?
cnncalc: hint: ^
? 2
$ cnncalc grad "$(printf 'x\001')" x=2
cnncalc: grad: '\x01' at byte 2: expected an operator
cnncalc: hint: x 
cnncalc: hint:  ^
? 2
$ cnncalc grad "$(printf 'x +\n\t# y')" x=2
cnncalc: grad: '#' at byte 6: expected a number, a name or (
cnncalc: hint: x +  # y
cnncalc: hint:      ^
? 2

# Of a long expression the message shows what stands about the fault.
$ cnncalc grad "$(yes 'x + ' | head -n 30 | tr -d '\n')" x=2
cnncalc: grad: the end, byte 121: expected a number, a name or (
cnncalc: hint: ...x + x + x + x + x + x + x + x + 
cnncalc: hint:                                    ^
? 2
$ cnncalc grad "$(yes 'x+' | head -n 16 | tr -d '\n')*$(yes '+x' | head -n 16 | tr -d '\n')" x=2
cnncalc: grad: '*' at byte 33: expected a number, a name or (
cnncalc: hint: x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+*+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+...
cnncalc: hint:                                 ^
? 2
$ cnncalc grad "$(yes 'x+' | head -n 17 | tr -d '\n')*$(yes '+x' | head -n 17 | tr -d '\n')" x=2
cnncalc: grad: '*' at byte 35: expected a number, a name or (
cnncalc: hint: ...x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+*+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+...
cnncalc: hint:                                    ^
? 2
$ cnncalc grad "$(yes 'x+' | head -n 40 | tr -d '\n')*$(yes '+x' | head -n 40 | tr -d '\n')" x=2
cnncalc: grad: '*' at byte 81: expected a number, a name or (
cnncalc: hint: ...x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+*+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+...
cnncalc: hint:                                    ^
? 2
$ cnncalc grad "$(yes 'x+' | head -n 40 | tr -d '\n')sgmoid(x)" x=2
cnncalc: grad: 'sgmoid' at byte 81: unknown function
cnncalc: hint: ...x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+sgmoid(x)
cnncalc: hint:                                    ^
cnncalc: hint: did you mean sigmoid?
? 2
$ cnncalc grad "$(yes 'a' | head -n 64 | tr -d '\n') + 1"
cnncalc: grad: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...' at byte 1: expected a name of at most 63 letters
cnncalc: hint: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...
cnncalc: hint: ^
? 2
$ cnncalc grad "$(yes '7' | head -n 400 | tr -d '\n')*x" x=2
cnncalc: grad: '777777777777777777777777777777777777777777777777777777777777...' at byte 1: beyond the largest double
cnncalc: hint: 7777777777777777777777777777777777777777777777777777777777777777...
cnncalc: hint: ^
? 2

# ---- Values ----

# What has none is named together.
$ cnncalc grad 'x^2*y' x=3
cnncalc: grad: y: a variable without a value
cnncalc: hint: for example: y=2
? 2
$ cnncalc grad 'x^2*y' y=3
cnncalc: grad: x: a variable without a value
cnncalc: hint: for example: x=2
? 2
$ cnncalc grad 'x*y*z' y=1
cnncalc: grad: x, z: variables without a value
cnncalc: hint: for example: x=2
? 2
$ cnncalc grad 'w*x + b'
cnncalc: grad: w, x, b: variables without a value
cnncalc: hint: for example: w=2
? 2
$ cnncalc grad "$(awk 'BEGIN {for (i = 1; i <= 300; i++) printf "+the_variable_%d", i}' | cut -c 2-)"
cnncalc: grad: the_variable_1, the_variable_2, the_variable_3, the_variable_4, the_variable_5, the_variable_6, the_variable_7, the_variable_8, ...: variables without a value
cnncalc: hint: for example: the_variable_1=2
? 2

# What there is not.
$ cnncalc grad 'x*y' x=2 y=3 z=4
cnncalc: grad: z: not a variable of the expression
? 2
$ cnncalc grad 'alpha*beta' alpha=2 bet=3
cnncalc: grad: bet: not a variable of the expression
cnncalc: hint: did you mean beta?
? 2
$ cnncalc grad 'width*x' widht=2 x=3
cnncalc: grad: widht: not a variable of the expression
cnncalc: hint: did you mean width?
? 2
$ cnncalc grad 'X*y' x=2 y=3
cnncalc: grad: x: not a variable of the expression
cnncalc: hint: did you mean X?
? 2
$ cnncalc grad 3 x=2
cnncalc: grad: x: not a variable of the expression
? 2
$ cnncalc grad 'x' pi=3 x=2
cnncalc: grad: pi: not a variable of the expression
? 2
$ cnncalc grad 'x' f=3 x=2
cnncalc: grad: f: not a variable of the expression
? 2

# What is no number.
$ cnncalc grad 'x*y' x=two y=3
cnncalc: grad: x: 'two' is not a number
? 2
$ cnncalc grad 'x*y' x=2 y=
cnncalc: grad: y: '' is not a number
? 2
$ cnncalc grad x x=1,5
cnncalc: grad: x: '1,5' is not a number
? 2
$ cnncalc grad x x=nan
cnncalc: grad: x: 'nan' is not a number
? 2
$ cnncalc grad x x=-inf
cnncalc: grad: x: '-inf' is not a number
? 2
$ cnncalc grad x x=1/3
cnncalc: grad: x: '1/3' is not a number
? 2
$ cnncalc grad x x=1e309
cnncalc: grad: x: '1e309' is beyond the largest double
? 2
$ cnncalc grad x x=' 2'
cnncalc: grad: x: ' 2' is not a number
? 2

# ---- Operands ----

$ cnncalc grad
cnncalc: grad: EXPR: missing
cnncalc: hint: for example: cnncalc grad 'x^2*y' x=3 y=2
cnncalc: hint: it stands alone, without y = before it; behind -- where it begins with -
? 2
$ cnncalc grad x=2
cnncalc: grad: EXPR: missing
cnncalc: hint: for example: cnncalc grad 'x^2*y' x=3 y=2
cnncalc: hint: it stands alone, without y = before it; behind -- where it begins with -
? 2
$ cnncalc grad -p 3
cnncalc: grad: EXPR: missing
cnncalc: hint: for example: cnncalc grad 'x^2*y' x=3 y=2
cnncalc: hint: it stands alone, without y = before it; behind -- where it begins with -
? 2
$ cnncalc grad x + y x=1 y=2
cnncalc: grad: '+': unexpected operand
cnncalc: hint: an expression is one word, in quotes: cnncalc grad 'x^2*y' x=3 y=2
? 2
$ cnncalc grad x '^2' x=3
cnncalc: grad: '^2': unexpected operand
cnncalc: hint: an expression is one word, in quotes: cnncalc grad 'x^2*y' x=3 y=2
? 2
$ cnncalc grad x = 3
cnncalc: grad: '=': unexpected operand
cnncalc: hint: an expression is one word, in quotes: cnncalc grad 'x^2*y' x=3 y=2
? 2
$ cnncalc grad 'x^2' 3
cnncalc: grad: 3: unexpected operand
cnncalc: hint: an expression is one word, in quotes: cnncalc grad 'x^2*y' x=3 y=2
? 2
$ cnncalc grad 'x' 2=x
cnncalc: grad: '2=x': unexpected operand
cnncalc: hint: an expression is one word, in quotes: cnncalc grad 'x^2*y' x=3 y=2
? 2
$ cnncalc grad -x^2 x=3
cnncalc: grad: -x: unknown option
cnncalc: hint: an expression that begins with - stands behind --: -- '-x^2'
? 2
$ cnncalc grad '-x^2 + y' x=3 y=2
cnncalc: grad: -x: unknown option
cnncalc: hint: an expression that begins with - stands behind --: -- '-x^2 + y'
? 2
$ cnncalc grad -2*x x=3
cnncalc: grad: -2: unknown option
cnncalc: hint: an expression that begins with - stands behind --: -- '-2*x'
? 2
$ cnncalc grad '-(x)' x=3
cnncalc: grad: -(: unknown option
cnncalc: hint: an expression that begins with - stands behind --: -- '-(x)'
? 2
$ cnncalc grad 'x^2' -x 3
cnncalc: grad: -x: unknown option
cnncalc: hint: a variable's value has no dash: x=3
? 2
$ cnncalc grad 'x^2*y' -x 3 -y 2
cnncalc: grad: -x: unknown option
cnncalc: hint: a variable's value has no dash: x=3
? 2
$ cnncalc grad 'x^2' --wrt=x x=3
out=9
fx=6
$ cnncalc grad 'x^2' --warp x=3
cnncalc: grad: --warp: unknown option
cnncalc: hint: did you mean --wrt?
? 2
$ cnncalc grad x x=1 --explian
cnncalc: grad: --explian: unknown option
cnncalc: hint: did you mean --explain?
? 2
$ cnncalc grad x x=1 -p 18
cnncalc: grad: --precision: 18 is above 17
? 2

# ---- --wrt ----

$ cnncalc grad 'x^2*y' x=3 y=2 --wrt y
out=18
fy=9
$ cnncalc grad 'x^2*y' x=3 y=2 --wrt y,x
out=18
fy=9
fx=12
$ cnncalc grad 'x*y*z' x=3 y=2 z=5 --wrt z,x -a
out=30
fx=10
fz=6
a=6
fout=1
fa=5
$ cnncalc grad '(x + y)*(y + z)' x=3 y=2 z=5 --wrt x --json
{"x":3,"y":2,"z":5,"out":35,"fx":7,"a":5,"b":7,"fout":1,"fa":7}
$ cnncalc grad 'x^2*y' x=3 y=2 --wrt x --wrt y
out=18
fy=9
$ cnncalc grad 'x^2*y' x=3 y=2 --wrt z
cnncalc: grad: --wrt: 'z' is not a variable of the expression
? 2
$ cnncalc grad 'width^2*y' width=3 y=2 --wrt y,widht
cnncalc: grad: --wrt: 'widht' is not a variable of the expression
cnncalc: hint: did you mean width?
? 2
$ cnncalc grad 'x^2*y' x=3 y=2 --wrt y,y
cnncalc: grad: --wrt: 'y' is named twice
? 2
$ cnncalc grad 'x^2*y' x=3 y=2 --wrt ''
cnncalc: grad: --wrt: '' is not a variable of the expression
? 2
$ cnncalc grad 'x^2*y' x=3 y=2 --wrt x,
cnncalc: grad: --wrt: '' is not a variable of the expression
? 2
$ cnncalc grad 'x^2*y' x=3 y=2 --wrt 'x y'
cnncalc: grad: --wrt: 'x y' is not a variable of the expression
? 2
$ cnncalc grad 'x^2*y' x=3 y=2 --wrt fx
cnncalc: grad: --wrt: 'fx' is not a variable of the expression
cnncalc: hint: did you mean x?
? 2
$ cnncalc grad 'x^2*y' x=3 --wrt x
cnncalc: grad: y: a variable without a value
cnncalc: hint: for example: y=2
? 2
$ cnncalc grad 3 --wrt x
cnncalc: grad: --wrt: 'x' is not a variable of the expression
? 2
$ cnncalc grad x x=2 --wrt
cnncalc: grad: --wrt: a value is missing
? 2

# A gradient that is not asked for need not be finite.
$ cnncalc grad 'x^y' x=-2 y=3 --wrt x
out=-8
fx=12
$ cnncalc grad 'x^y' x=-2 y=3
cnncalc: grad: out: its local gradient x^y*ln x is not a number at x = -2, y = 3: 'x^y'
? 1
$ cnncalc grad 'sqrt(x)*y' x=0 y=3 --wrt y
out=0
fy=0
$ cnncalc grad 'sqrt(x)*y' x=0 y=3
cnncalc: grad: a: its local gradient 1/(2*sqrt x) is infinite at x = 0: 'sqrt(x)'
? 1
$ cnncalc grad 'x^y' x=-2 y=3 --wrt x -o fy
cnncalc: grad: --only: 'fy': unknown field
cnncalc: hint: did you mean y?
cnncalc: hint: fields: x y out fx fout
? 2

# ---- Fields ----

$ cnncalc grad '(x + y)*(x + y)*x' x=2 y=3 -a
out=50
fx=45
fy=20
a=5
b=25
fout=1
fb=2
fx_1=25
fa_1=10
fa_2=10
fa=20
fx_2=20
$ cnncalc grad '(x + y)*(x + y)*x' x=2 y=3 --json
{"x":2,"y":3,"out":50,"fx":45,"fy":20,"a":5,"b":25,"fout":1,"fb":2,"fx_1":25,"fa_1":10,"fa_2":10,"fa":20,"fx_2":20}
$ cnncalc grad '(x + y)*(x + y)*x' x=2 y=3 -o out,x,a,fa,fa_1,fa_2,fx_1,fx_2,fout
50	2	5	20	10	10	25	20	1
$ cnncalc grad '(x + y)*(x + y)*x' x=2 y=3 -o y,y --json
{"y":3}
$ cnncalc grad '(x + y)*(x + y)*x' x=2 y=3 -o fy_1
cnncalc: grad: --only: 'fy_1': unknown field
cnncalc: hint: did you mean fx_1?
cnncalc: hint: fields: x y out fx fy a b fout fb fx_1 fa_1 fa_2 fa fx_2
? 2
$ cnncalc grad 'x^2*y' x=2 y=3 -o fz
cnncalc: grad: --only: 'fz': unknown field
cnncalc: hint: did you mean fx?
cnncalc: hint: fields: x y out fx fy a fout fa
? 2
$ cnncalc grad 'x^2*y' x=2 y=3 -o sum
cnncalc: grad: --only: 'sum': unknown field
cnncalc: hint: fields: x y out fx fy a fout fa
? 2
$ cnncalc grad 'x^2*y' x=2 y=3 -o ''
cnncalc: grad: --only: '': unknown field
cnncalc: hint: fields: x y out fx fy a fout fa
? 2
$ cnncalc grad 'x^2*y' x=2 y=3 --wrt x -o fy
cnncalc: grad: --only: 'fy': unknown field
cnncalc: hint: did you mean y?
cnncalc: hint: fields: x y out fx a fout fa
? 2
$ eval "$(cnncalc grad 'x^2*y' x=3 y=2 -a)"; echo "$out $fx $fy $a $fa"
18 12 9 9 2
$ cnncalc grad 'ln(x)*sigmoid(sqrt(y))/sigmoid((x+y)^2)' x=2 y=4 -a -p 6
out=0.610522
fx=0.440399
fy=0.018194
a=0.693147
b=2
c=0.880797
d=0.610522
g=6
h=36
i=1
j=1
fout=1
fd=1
fj=0.610522
fi=-0.610522
fh=-1.41612e-16
fg=-1.69934e-15
fx_1=-1.69934e-15
fy_1=-1.69934e-15
fa=0.880797
fc=0.693147
fb=0.072776
fy_2=0.018194
fx_2=0.440399

# Names of parts stay where they are, whatever else is worked out: each gradient is that of its name.
$ cnncalc grad '(x*x)*(x_______1 + x_______1)' x=3 x_______1=2 -o fx_______1________1
9
$ cnncalc grad 'x*y + x' x=2 y=3 -o fx_1 --check --expect 7
1

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        4              4              0
  fy        2              2              0
cnncalc: grad: --expect: 7 is not the answer, which is 1
? 1

# More names than a list of one variable has results.
$ cnncalc grad 'x*x*x*x*x*x*x*x*x*x*x*x*x*x*x*x*x*x*x*x*x*x*x' x=2 \
>     -o a,b,c,d,g,h,i,j,k,l,m,n,o,p,q,r,s
4	8	16	32	64	128	256	512	1024	2048	4096	8192	16384	32768	65536	131072	262144

# The same as complex-grad, whose last gate is f.
$ cnncalc complex-grad -x 2 -y 4 -p 12 -o a,b,c,d,g,h,i,j,fd,fj,fi,fh,fg,fa,fc,fb,fx_1,fx_2,fy_1,fy_2 >sheet
> cnncalc grad 'ln(x)*sigmoid(sqrt(y))/sigmoid((x+y)^2)' x=2 y=4 -p 12 \
>     -o a,b,c,d,g,h,i,j,fd,fj,fi,fh,fg,fa,fc,fb,fx_1,fx_2,fy_1,fy_2 | cmp - sheet
$ cnncalc sigmoid-grad -x 2 -p 12 -o a,b,c,f,ff,fc,fb,fa >sheet
> cnncalc grad '1/(1 + exp(-x))' x=2 -p 12 -o a,b,c,out,fout,fc,fb,fa | cmp - sheet

# A quotient is a reciprocal and a product, unless its numerator is 1.
$ cnncalc grad 'y/x' x=4 y=3 -a
out=0.75
fy=0.25
fx=-0.1875
a=0.25
fout=1
fa=3
$ cnncalc grad '1/x' x=4 -a
out=0.25
fx=-0.0625
fout=1
$ cnncalc grad '1.0/x' x=4 -a
out=0.25
fx=-0.0625
fout=1
$ cnncalc grad 'x/4' x=3 -a
out=0.75
fx=0.25
fout=1
$ cnncalc grad 'x/y + z/y' x=3 y=4 z=5 -a
out=2
fx=0.25
fy=-0.5
fz=0.25
a=0.25
b=0.75
c=1.25
fout=1
fb=1
fc=1
fa_1=5
fa_2=3
fa=8

# Where paths meet, each product is rounded before it is added: 3*0.1 - 0.3 in doubles.
$ cnncalc grad '3*(0.1*x) - 0.3*x' x=1 -o fx
5.551115123125783e-17

# A repeated sub-expression is one gate, one without variables is one operand.
$ cnncalc grad '(x*y)^2 + x*y' x=2 y=3 -a
out=42
fx=39
fy=26
a=6
b=36
fout=1
fb=1
fa_1=1
fa_2=12
fa=13
$ cnncalc grad 'x*y + y*x' x=2 y=3 -a
out=12
fx=6
fy=4
a=6
b=6
fout=1
fa=1
fb=1
fy_1=2
fx_1=3
fx_2=3
fy_2=2
$ cnncalc grad 'x*(1 + 2*3) + ln(2)' x=3 -a -p 6
out=21.6931
fx=7
a=21
fout=1
fa=1
$ cnncalc grad 'exp(x)*exp(x)' x=0 -a
out=1
fx=2
a=1
fout=1
fa_1=1
fa_2=1
fa=2
$ cnncalc grad '0*x + y' x=3 y=2 -a
out=2
fx=0
fy=1
a=0
fout=1
fa=1

# Gates: letters without e and f, then with numbers; the last is out.
$ cnncalc grad "$(yes 'x*' | head -n 30 | tr -d '\n')x" x=1 -a
out=1
fx=31
a=1
b=1
c=1
d=1
g=1
h=1
i=1
j=1
k=1
l=1
m=1
n=1
o=1
p=1
q=1
r=1
s=1
t=1
u=1
v=1
w=1
y=1
z=1
a1=1
b1=1
c1=1
d1=1
g1=1
h1=1
fout=1
fh1=1
fx_1=1
fg1=1
fx_2=1
fd1=1
fx_3=1
fc1=1
fx_4=1
fb1=1
fx_5=1
fa1=1
fx_6=1
fz=1
fx_7=1
fy=1
fx_8=1
fw=1
fx_9=1
fv=1
fx_10=1
fu=1
fx_11=1
ft=1
fx_12=1
fs=1
fx_13=1
fr=1
fx_14=1
fq=1
fx_15=1
fp=1
fx_16=1
fo=1
fx_17=1
fn=1
fx_18=1
fm=1
fx_19=1
fl=1
fx_20=1
fk=1
fx_21=1
fj=1
fx_22=1
fi=1
fx_23=1
fh=1
fx_24=1
fg=1
fx_25=1
fd=1
fx_26=1
fc=1
fx_27=1
fb=1
fx_28=1
fa=1
fx_29=1
fx_30=1
fx_31=1

# Names that would be mistaken for a variable's or its gradient's are left out.
$ cnncalc grad 'a*b*c*d' a=2 b=3 c=5 d=7 -a
out=210
fa=105
fb=70
fc=42
fd=30
g=6
h=30
fout=1
fh=7
fg=35
$ cnncalc grad 'x*y*fa*fb_1' x=2 y=3 fa=5 fb_1=7 -a
out=210
fx=105
fy=70
ffa=42
ffb_1=30
c=6
d=30
fout=1
fd=7
fc=35
$ cnncalc grad 'sin(cos(a_2))*c1' a_2=0 c1=3 -a -p 12
out=2.52441295442
fa_2=0
fc1=0.841470984808
b=1
c=0.841470984808
fout=1
fc=3
fb=1.6209069176
$ cnncalc grad 'x*x*x_1' x=2 x_1=3 -a
out=12
fx=12
fx_1=4
a=4
fout=1
fa=3
fx__1=6
fx__2=6
$ cnncalc grad 'x*x*fx_1' x=2 fx_1=3 -a
out=12
fx=12
ffx_1=4
a=4
fout=1
fa=3
fx__1=6
fx__2=6
$ cnncalc grad 'x*x*x_1*x__2' x=2 x_1=3 x__2=5 -a
out=60
fx=60
fx_1=20
fx__2=12
a=4
b=12
fout=1
fb=5
fa=15
fx___1=30
fx___2=30
$ cnncalc grad 'x*x*x_*x_' x=2 x_=3 -a
out=36
fx=36
fx_=24
a=4
b=12
fout=1
fb=3
fx__1=12
fa=9
fx__2=12
fx_1=18
fx_2=18
$ cnncalc grad 'x*x*x_*x_*x_1' x=2 x_=3 x_1=5 -a
out=180
fx=180
fx_=120
fx_1=36
a=4
b=12
c=36
fout=1
fc=5
fb=15
fx___1=60
fa=45
fx___2=60
fx__1=90
fx__2=90
$ cnncalc grad 'fx^2' fx=3
out=9
ffx=6

# A variable that has the name of another's gradient is refused.
$ cnncalc grad 'x + fx' x=1 fx=2
cnncalc: grad: fx: is also the name of the gradient of x
? 2
$ cnncalc grad 'fx + x' x=1 fx=2
cnncalc: grad: fx: is also the name of the gradient of x
? 2
$ cnncalc grad 'x*fx_1*x_1' x=1 fx_1=2 x_1=3
cnncalc: grad: fx_1: is also the name of the gradient of x_1
? 2
$ cnncalc grad 'fout*2' fout=3
cnncalc: grad: fout: is also the name of the output's gradient
? 2

# In JSON some names stand for something else.
$ cnncalc grad 'line^2' line=3
out=9
fline=6
$ cnncalc grad 'line^2' line=3 --json
cnncalc: grad: line: in JSON this is no variable's name
? 2
$ cnncalc grad '2*steps' steps=3 --json
cnncalc: grad: steps: in JSON this is no variable's name
? 2
$ cnncalc grad 'x + check' x=1 check=2 --json
cnncalc: grad: check: in JSON this is no variable's name
? 2
$ cnncalc grad 'x + check' x=1 check=2 -a
out=3
fx=1
fcheck=1
fout=1

# ---- What is not finite ----

# A value.
$ cnncalc grad 'ln(x)' x=0
cnncalc: grad: out: ln x is infinite at x = 0: 'ln(x)'
? 1
$ cnncalc grad 'ln(x)' x=-1
cnncalc: grad: out: ln x is not a number at x = -1: 'ln(x)'
? 1
$ cnncalc grad 'log(x)' x=-0
cnncalc: grad: out: ln x is infinite at x = -0: 'log(x)'
? 1
$ cnncalc grad '3*ln(x*y)' x=0 y=2
cnncalc: grad: b: ln a is infinite at a = 0: 'ln(x*y)'
? 1
$ cnncalc grad '1/x' x=0
cnncalc: grad: out: 1/x is infinite at x = 0: '1/x'
? 1
$ cnncalc grad 'y/x' x=0 y=0
cnncalc: grad: a: 1/x is infinite at x = 0: 'y/x'
? 1
$ cnncalc grad 'x/(y - y)' x=1 y=1
cnncalc: grad: b: 1/a is infinite at a = 0: 'x/(y - y)'
? 1
$ cnncalc grad 'sqrt(x)' x=-4
cnncalc: grad: out: sqrt x is not a number at x = -4: 'sqrt(x)'
? 1
$ cnncalc grad '(x + 1)^(1/2)' x=-2
cnncalc: grad: out: a^(1/2) is not a number at a = -1: '(x + 1)^(1/2)'
? 1
$ cnncalc grad 'x^-1' x=0
cnncalc: grad: out: x^(-1) is infinite at x = 0: 'x^-1'
? 1
$ cnncalc grad 'x^y' x=0 y=-1
cnncalc: grad: out: x^y is infinite at x = 0, y = -1: 'x^y'
? 1
$ cnncalc grad 'x^y' x=-2 y=0.5
cnncalc: grad: out: x^y is not a number at x = -2, y = 0.5: 'x^y'
? 1
$ cnncalc grad 'exp(x)' x=1000
cnncalc: grad: out: exp(x) is beyond the largest double at x = 1000: 'exp(x)'
? 1
$ cnncalc grad '1/(1 + exp(-x))' x=-1000
cnncalc: grad: b: exp(a) is beyond the largest double at a = 1000: 'exp(-x)'
? 1
$ cnncalc grad 'x*y' x=1e200 y=1e200
cnncalc: grad: out: x*y is beyond the largest double at x = 1e+200, y = 1e+200: 'x*y'
? 1
$ cnncalc grad 'x + y' x=1e308 y=1e308
cnncalc: grad: out: x + y is beyond the largest double at x = 1e+308, y = 1e+308: 'x + y'
? 1
$ cnncalc grad 'x - y' x=1e308 y=-1e308
cnncalc: grad: out: x - y is beyond the largest double at x = 1e+308, y = -1e+308: 'x - y'
? 1
$ cnncalc grad 'x^2' x=1e200
cnncalc: grad: out: x^2 is beyond the largest double at x = 1e+200: 'x^2'
? 1
$ cnncalc grad 'x^3' x=-1e200
cnncalc: grad: out: x^3 is beyond the largest double at x = -1e+200: 'x^3'
? 1
$ cnncalc grad '1/x' x=1e-320
cnncalc: grad: out: 1/x is beyond the largest double at x = 1e-320: '1/x'
? 1
$ cnncalc grad 'x^2 + ln(x - 5)*y' x=5 y=2
cnncalc: grad: c: ln b is infinite at b = 0: 'ln(x - 5)'
? 1
$ cnncalc grad 'max(ln(x), 0)' x=0
cnncalc: grad: a: ln x is infinite at x = 0: 'ln(x)'
? 1
$ cnncalc grad '0*ln(x)' x=0
cnncalc: grad: a: ln x is infinite at x = 0: 'ln(x)'
? 1
$ cnncalc grad 'ln(relu(x))' x=-3
cnncalc: grad: out: ln a is infinite at a = 0: 'ln(relu(x))'
? 1

# A gradient: where a local gradient is none, where a product or a sum is.
$ cnncalc grad 'sqrt(x)' x=0
cnncalc: grad: out: its local gradient 1/(2*sqrt x) is infinite at x = 0: 'sqrt(x)'
? 1
$ cnncalc grad 'sqrt(abs(x - 1))' x=1
cnncalc: grad: out: its local gradient 1/(2*sqrt b) is infinite at b = 0: 'sqrt(abs(x - 1))'
? 1
$ cnncalc grad 'x^0.5' x=0
cnncalc: grad: out: its local gradient 0.5*x^(0.5 - 1) is infinite at x = 0: 'x^0.5'
? 1
$ cnncalc grad 'x^y' x=0 y=0
cnncalc: grad: out: its local gradient x^y*ln x is infinite at x = 0, y = 0: 'x^y'
? 1
$ cnncalc grad '1/x' x=1e-200
cnncalc: grad: out: its local gradient -1/x^2 is beyond the largest double at x = 1e-200: '1/x'
? 1
$ cnncalc grad 'sqrt(x)*y' x=1e-320 y=1e300
cnncalc: grad: a: the gradient fx = 1e+300*5.0000278322756814e+159 is beyond the largest double: 'sqrt(x)'
? 1
$ cnncalc grad 'x*1e200*1e200' x=0
cnncalc: grad: a: the gradient fx = 1e+200*1e+200 is beyond the largest double: 'x*1e200'
? 1
$ cnncalc grad 'x*1e308 + sin(x)*1e308' x=0
cnncalc: grad: fx: fx_1 + fx_2 = 1e+308 + 1e+308 is beyond the largest double
? 1

# A constant.
$ cnncalc grad 1/0
cnncalc: grad: '1/0': is not finite
? 1
$ cnncalc grad 'x*(1/0)' x=1
cnncalc: grad: '1/0': is not finite
? 1
$ cnncalc grad 'x/0' x=1
cnncalc: grad: out: x*(1/0) is infinite at x = 1: 'x/0'
? 1
$ cnncalc grad '0/0 + x' x=1
cnncalc: grad: '0/0': is not a number
? 1
$ cnncalc grad 'x + ln(0)' x=1
cnncalc: grad: 'ln(0)': is not finite
? 1
$ cnncalc grad 'sqrt(-1)*x' x=1
cnncalc: grad: 'sqrt(-1)': is not a number
? 1
$ cnncalc grad 'x*10^400' x=0
cnncalc: grad: '10^400': is not finite
? 1
$ cnncalc grad '2*(-8)^(1/3)'
cnncalc: grad: '(-8)^(1/3)': is not a number
? 1

# A long sub-expression is cut short; line breaks in it are told.
$ cnncalc grad "ln($(yes 'x*' | head -n 40 | tr -d '\n')x)" x=0
cnncalc: grad: out: ln s1 is infinite at s1 = 0: 'ln(x*x*x*x*x*x*x*x*x*x*x*x*x*x*x*x*x*x*x*x*x*x*x*x*x*x*x*x*x...'
? 1
$ cnncalc grad "$(printf '2*ln(x\n)')" x=0
cnncalc: grad: a: ln x is infinite at x = 0: 'ln(x\x0a)'
? 1

# Nothing else is printed.
$ cnncalc grad 'ln(x)' x=0 -o x 2>/dev/null
? 1
$ cnncalc grad 'ln(x)' x=0 --json 2>/dev/null
? 1
$ cnncalc grad 'ln(x)' x=0 --check 2>/dev/null
? 1
$ cnncalc grad 'ln(x)' x=0 --dot 2>/dev/null
? 1

# Of the working what comes before, and what is not finite.
$ cnncalc grad 'x^2 + 2*ln(x)' x=0 --explain
f(x) = x^2 + 2*ln(x) at x = 0

Forward
  gate  function    value
  a     x^2         0
  b     ln x        -inf
cnncalc: grad: b: ln x is infinite at x = 0: 'ln(x)'
? 1
$ cnncalc grad 'x^2 + 2*ln(x)' x=0 --explain 2>/dev/null
f(x) = x^2 + 2*ln(x) at x = 0

Forward
  gate  function    value
  a     x^2         0
  b     ln x        -inf
? 1
$ cnncalc grad 'exp(x)*sqrt(x*y)' x=0 y=4 --explain
f(x, y) = exp(x)*sqrt(x*y) at x = 0, y = 4

Forward
  gate  function    value
  a     exp(x)      1
  b     x*y         0
  c     sqrt b      0
  out   a*c         0

Backward: downstream = upstream * local
  gate  upstream   local                    downstream
  out   fout = 1   c = 0                    fa = 0
                   a = 1                    fc = 1
  c     1          1/(2*sqrt b) = inf       fb = inf
cnncalc: grad: c: its local gradient 1/(2*sqrt b) is infinite at b = 0: 'sqrt(x*y)'
? 1
$ cnncalc grad 'x*1e308 + sin(x)*1e308' x=0 --explain
f(x) = x*1e308 + sin(x)*1e308 at x = 0

Forward
  gate  function    value
  a     x*1e308     0
  b     sin(x)      0
  c     b*1e308     0
  out   a + c       0

Backward: downstream = upstream * local, from the output back
  gate  upstream   local                    downstream
  out   fout = 1   1                        fa = 1
                   1                        fc = 1
  c     1          1e308 = 1e+308           fb = 1e+308
  b     1e+308     cos(x) = 1               fx_1 = 1e+308
  a     1          1e308 = 1e+308           fx_2 = 1e+308

Paths that meet are added
  fx = fx_1 + fx_2 = 1e+308 + 1e+308 = inf
cnncalc: grad: fx: fx_1 + fx_2 = 1e+308 + 1e+308 is beyond the largest double
? 1
$ cnncalc grad '(x*y)*(x*y) + ln(x)' x=0 y=2 --explain
f(x, y) = (x*y)*(x*y) + ln(x) at x = 0, y = 2

Forward
  gate  function    value
  a     x*y         0
  b     a*a         0
  c     ln x        -inf
cnncalc: grad: c: ln x is infinite at x = 0: 'ln(x)'
? 1
$ cnncalc grad 'x^2 + ln(x)' x=0 --explain --json
cnncalc: grad: b: ln x is infinite at x = 0: 'ln(x)'
? 1

# ---- Digits, and what is expected ----

$ cnncalc grad 'x/3' x=1 -p 3
out=0.333
fx=0.333
$ cnncalc grad 'x/3' x=1 -p 17
out=0.33333333333333331
fx=0.33333333333333331
$ cnncalc grad 'x/3' x=1 -p 1 -o fx
0.3
$ cnncalc grad 'x*1e20' x=1 -p 3 --json
{"x":1,"out":1e+20,"fx":1e+20,"fout":1}
$ cnncalc grad 'x^2*y' x=3 y=2 -o fx --expect 12
12
$ cnncalc grad 'x^2*y' x=3 y=2 --expect "$(printf '18\t12\t9')"
out=18
fx=12
fy=9
$ cnncalc grad 'x^2*y' x=3 y=2 --expect 18
out=18
fx=12
fy=9
cnncalc: grad: --expect: 18 is not the answer, which is 18 12 9, with tabs between
? 1
$ cnncalc grad 'x^2*y' x=3 y=2 -o fx --expect 12.0
12
cnncalc: grad: --expect: 12.0 is not the answer, which is 12
? 1
$ cnncalc grad 'x/3' x=1 -p 3 -o fx --expect 0.333
0.333
$ cnncalc grad '2^10' --expect 1024
1024

# ---- Without variables, and without gates ----

$ cnncalc grad 3
3
$ cnncalc grad 3 -a
out=3
$ cnncalc grad 3 --json
{"out":3}
$ cnncalc grad '2*(3 + 4)' -o out
14
$ cnncalc grad x x=2
out=2
fx=1
$ cnncalc grad '((x))' x=2 -a
out=2
fx=1
fout=1
$ cnncalc grad x x=2 --json
{"x":2,"out":2,"fx":1,"fout":1}
$ cnncalc grad '2*(3 + 4)' --explain
f = 2*(3 + 4)

Forward
  gate  function    value
  out   2*(3 + 4)   14

Working shown to 6 digits.
out=14
$ cnncalc grad x x=2 --explain
f(x) = x at x = 2

Forward
  gate  function    value
  out   x           2

Backward: downstream = upstream * local
  gate  upstream   local                    downstream
  out   fout = 1   1                        fx = 1

Working shown to 6 digits.
out=2
fx=1

# ---- --explain ----

$ cnncalc grad '1/(1 + exp(-x))' x=2 --explain -p 6
f(x) = 1/(1 + exp(-x)) at x = 2

Forward
  gate  function    value
  a     -x          -2
  b     exp(a)      0.135335
  c     1 + b       1.13534
  out   1/c         0.880797

Backward: downstream = upstream * local
  gate  upstream    local                    downstream
  out   fout = 1    -1/c^2 = -0.775803       fc = -0.775803
  c     -0.775803   1                        fb = -0.775803
  b     -0.775803   exp(a) = 0.135335        fa = -0.104994
  a     -0.104994   -1                       fx = 0.104994

Working shown to 6 digits.
out=0.880797
fx=0.104994
$ cnncalc grad 'ln(x)*sigmoid(sqrt(y))/sigmoid((x+y)^2)' x=2 y=4 --explain -p 6
f(x, y) = ln(x)*sigmoid(sqrt(y))/sigmoid((x+y)^2) at x = 2, y = 4

Forward
  gate  function     value
  a     ln x         0.693147
  b     sqrt y       2
  c     sigmoid(b)   0.880797
  d     a*c          0.610522
  g     x + y        6
  h     g^2          36
  i     sigmoid(h)   1
  j     1/i          1
  out   d*j          0.610522

Backward: downstream = upstream * local, from the output back
  gate  upstream       local                               downstream
  out   fout = 1       j = 1                               fd = 1
                       d = 0.610522                        fj = 0.610522
  j     0.610522       -1/i^2 = -1                         fi = -0.610522
  i     -0.610522      sigmoid(h)*sigmoid(-h)
                         = 2.31952e-16                     fh = -1.41612e-16
  h     -1.41612e-16   2*g = 12                            fg = -1.69934e-15
  g     -1.69934e-15   1                                   fx_1 = -1.69934e-15
                       1                                   fy_1 = -1.69934e-15
  d     1              c = 0.880797                        fa = 0.880797
                       a = 0.693147                        fc = 0.693147
  c     0.693147       sigmoid(b)*sigmoid(-b) = 0.104994   fb = 0.072776
  b     0.072776       1/(2*sqrt y) = 0.25                 fy_2 = 0.018194
  a     0.880797       1/x = 0.5                           fx_2 = 0.440399

Paths that meet are added
  fx = fx_1 + fx_2 = -1.69934e-15 + 0.440399 = 0.440399
  fy = fy_1 + fy_2 = -1.69934e-15 + 0.018194 = 0.018194

Working shown to 6 digits.
out=0.610522
fx=0.440399
fy=0.018194

# Their tables have the rows of sigmoid-grad's and complex-grad's, where the last gate is f and
# gates are noted.
$ rows='/^  gate/d; /^  [a-z]/!{/^ .* = /!d}; s/  *$//; s/  */ /g'
> cnncalc sigmoid-grad -x 2 --explain | sed '/^Check/,$d' | sed "s/^  f /  out /; s/ff = 1/fout = 1/; $rows" >sheet
> cnncalc grad '1/(1 + exp(-x))' x=2 --explain | sed "$rows" | diff - sheet; wc -l <sheet
8
$ rows='/^  gate/d; /^  [a-z]/!{/^ .* = /!d}; s/  *$//; s/  */ /g'
> cnncalc complex-grad -x 2 -y 4 --explain | sed 's/^  f /  out /; s/ff = 1/fout = 1/' |
>     sed "s/ *numerator\$//; s/ *denominator.*//; s/ *d\/i as.*//; $rows" | sort >sheet
> cnncalc grad 'ln(x)*sigmoid(sqrt(y))/sigmoid((x+y)^2)' x=2 y=4 --explain | sed "$rows" | sort | diff - sheet; wc -l <sheet
24

# A gate that is shared: its parts are added before its row.
$ cnncalc grad '(x + y)*(x + y)*x' x=2 y=-3 --explain
f(x, y) = (x + y)*(x + y)*x at x = 2, y = -3

Forward
  gate  function    value
  a     x + y       -1
  b     a*a         1
  out   b*x         2

Backward: downstream = upstream * local, from the output back
  gate  upstream   local                    downstream
  out   fout = 1   x = 2                    fb = 2
                   b = 1                    fx_1 = 1
  b     2          a = -1                   fa_1 = -2
                   a = -1                   fa_2 = -2
  a     -4         1                        fx_2 = -4
                   1                        fy = -4

Paths that meet are added
  fa = fa_1 + fa_2 = -2 + (-2) = -4
  fx = fx_1 + fx_2 = 1 + (-4) = -3

Working shown to 6 digits.
out=2
fx=-3
fy=-4

# A gate of every kind.
$ cnncalc grad 'x + y - z*x/y + (-z)^3 + x^2 + 2^x' x=0.5 y=-2 z=4 --explain
f(x, y, z) = x + y - z*x/y + (-z)^3 + x^2 + 2^x at x = 0.5, y = -2, z = 4

Forward
  gate  function    value
  a     x + y       -1.5
  b     z*x         2
  c     1/y         -0.5
  d     b*c         -1
  g     a - d       -0.5
  h     -z          -4
  i     h^3         -64
  j     g + i       -64.5
  k     x^2         0.25
  l     j + k       -64.25
  m     2^x         1.41421
  out   l + m       -62.8358

Backward: downstream = upstream * local, from the output back
  gate  upstream   local                    downstream
  out   fout = 1   1                        fl = 1
                   1                        fm = 1
  m     1          2^x*ln 2 = 0.980258      fx_1 = 0.980258
  l     1          1                        fj = 1
                   1                        fk = 1
  k     1          2*x = 1                  fx_2 = 1
  j     1          1                        fg = 1
                   1                        fi = 1
  i     1          3*h^(3 - 1) = 48         fh = 48
  h     48         -1                       fz_1 = -48
  g     1          1                        fa = 1
                   -1                       fd = -1
  d     -1         c = -0.5                 fb = 0.5
                   b = 2                    fc = -2
  c     -2         -1/y^2 = -0.25           fy_1 = 0.5
  b     0.5        x = 0.5                  fz_2 = 0.25
                   z = 4                    fx_3 = 2
  a     1          1                        fx_4 = 1
                   1                        fy_2 = 1

Paths that meet are added
  fx = fx_1 + fx_2 + fx_3 + fx_4 = 0.980258 + 1 + 2 + 1 = 4.98026
  fy = fy_1 + fy_2 = 0.5 + 1 = 1.5
  fz = fz_1 + fz_2 = -48 + 0.25 = -47.75

Working shown to 6 digits.
out=-62.83578643762691
fx=4.980258143468547
fy=1.5
fz=-47.75
$ cnncalc grad 'ln(x) + log(x) + exp(x) + sqrt(x) + abs(x)' x=0.25 --explain -p 6
f(x) = ln(x) + log(x) + exp(x) + sqrt(x) + abs(x) at x = 0.25

Forward
  gate  function    value
  a     ln x        -1.38629
  b     ln x        -1.38629
  c     a + b       -2.77259
  d     exp(x)      1.28403
  g     c + d       -1.48856
  h     sqrt x      0.5
  i     g + h       -0.988563
  j     abs(x)      0.25
  out   i + j       -0.738563

Backward: downstream = upstream * local, from the output back
  gate  upstream   local                    downstream
  out   fout = 1   1                        fi = 1
                   1                        fj = 1
  j     1          sign(x) = 1              fx_1 = 1
  i     1          1                        fg = 1
                   1                        fh = 1
  h     1          1/(2*sqrt x) = 1         fx_2 = 1
  g     1          1                        fc = 1
                   1                        fd = 1
  d     1          exp(x) = 1.28403         fx_3 = 1.28403
  c     1          1                        fa = 1
                   1                        fb = 1
  b     1          1/x = 4                  fx_4 = 4
  a     1          1/x = 4                  fx_5 = 4

Paths that meet are added
  fx = fx_1 + fx_2 + fx_3 + fx_4 + fx_5 = 1 + 1 + 1.28403 + 4 + 4 = 11.284

Working shown to 6 digits.
out=-0.738563
fx=11.284
$ cnncalc grad 'sin(x) + cos(x) + tan(x) + tanh(x) + sigmoid(x) + softplus(x)' x=0.25 --explain -p 6
f(x) = sin(x) + cos(x) + tan(x) + tanh(x) + sigmoid(x) + softplus(x) at x = 0.25

Forward
  gate  function      value
  a     sin(x)        0.247404
  b     cos(x)        0.968912
  c     a + b         1.21632
  d     tan(x)        0.255342
  g     c + d         1.47166
  h     tanh(x)       0.244919
  i     g + h         1.71658
  j     sigmoid(x)    0.562177
  k     i + j         2.27875
  l     softplus(x)   0.825939
  out   k + l         3.10469

Backward: downstream = upstream * local, from the output back
  gate  upstream   local                               downstream
  out   fout = 1   1                                   fk = 1
                   1                                   fl = 1
  l     1          sigmoid(x) = 0.562177               fx_1 = 0.562177
  k     1          1                                   fi = 1
                   1                                   fj = 1
  j     1          sigmoid(x)*sigmoid(-x) = 0.246134   fx_2 = 0.246134
  i     1          1                                   fg = 1
                   1                                   fh = 1
  h     1          1/cosh(x)^2 = 0.940015              fx_3 = 0.940015
  g     1          1                                   fc = 1
                   1                                   fd = 1
  d     1          1 + tan(x)^2 = 1.0652               fx_4 = 1.0652
  c     1          1                                   fa = 1
                   1                                   fb = 1
  b     1          -sin(x) = -0.247404                 fx_5 = -0.247404
  a     1          cos(x) = 0.968912                   fx_6 = 0.968912

Paths that meet are added
  fx = fx_1 + fx_2 + fx_3 + fx_4 + fx_5 + fx_6 = 0.562177 + 0.246134 + 0.940015
     + 1.0652 + (-0.247404) + 0.968912 = 3.53503

Working shown to 6 digits.
out=3.10469
fx=3.53503
$ cnncalc grad 'relu(x) + relu(y) + max(x, y) + min(x, 3)' x=-0.5 y=2 --explain
f(x, y) = relu(x) + relu(y) + max(x, y) + min(x, 3) at x = -0.5, y = 2

Forward
  gate  function    value
  a     relu(x)     0
  b     relu(y)     2
  c     a + b       2
  d     max(x, y)   2
  g     c + d       4
  h     min(x, 3)   -0.5
  out   g + h       3.5

Backward: downstream = upstream * local, from the output back
  gate  upstream   local                    downstream
  out   fout = 1   1                        fg = 1
                   1                        fh = 1
  h     1          [x < 3] = 1              fx_1 = 1
  g     1          1                        fc = 1
                   1                        fd = 1
  d     1          [x > y] = 0              fx_2 = 0
                   [x < y] = 1              fy_1 = 1
  c     1          1                        fa = 1
                   1                        fb = 1
  b     1          [y > 0] = 1              fy_2 = 1
  a     1          [x > 0] = 0              fx_3 = 0

Paths that meet are added
  fx = fx_1 + fx_2 + fx_3 = 1 + 0 + 0 = 1
  fy = fy_1 + fy_2 = 1 + 1 = 2

Working shown to 6 digits.
out=3.5
fx=1
fy=2
$ cnncalc grad 'relu(x) + max(x, 0)' x=0 --explain
f(x) = relu(x) + max(x, 0) at x = 0

Forward
  gate  function    value
  a     relu(x)     0
  b     max(x, 0)   0
  out   a + b       0

Backward: downstream = upstream * local, from the output back
  gate  upstream   local                    downstream
  out   fout = 1   1                        fa = 1
                   1                        fb = 1
  b     1          [x > 0] = 0.5            fx_1 = 0.5
  a     1          [x > 0] = 0              fx_2 = 0

Paths that meet are added
  fx = fx_1 + fx_2 = 0.5 + 0 = 0.5

A kink: there the gradient is not a slope, but a convention
  a = relu(x): relu'(0) = 0, as in PyTorch
  b = max(x, 0): each of two equals takes half, as in PyTorch

Working shown to 6 digits.
out=0
fx=0.5

# Constants stand as they were typed, in brackets unless they are one word; a long one as its value.
$ cnncalc grad 'x/3 + (1/3)*x + 0.50*x + pi*x + (-2)*x + x^(2^3)' x=1 --explain
f(x) = x/3 + (1/3)*x + 0.50*x + pi*x + (-2)*x + x^(2^3) at x = 1

Forward
  gate  function    value
  a     x*(1/3)     0.333333
  b     (1/3)*x     0.333333
  c     a + b       0.666667
  d     0.50*x      0.5
  g     c + d       1.16667
  h     pi*x        3.14159
  i     g + h       4.30826
  j     (-2)*x      -2
  k     i + j       2.30826
  l     x^(2^3)     1
  out   k + l       3.30826

Backward: downstream = upstream * local, from the output back
  gate  upstream   local                     downstream
  out   fout = 1   1                         fk = 1
                   1                         fl = 1
  l     1          (2^3)*x^((2^3) - 1) = 8   fx_1 = 8
  k     1          1                         fi = 1
                   1                         fj = 1
  j     1          (-2) = -2                 fx_2 = -2
  i     1          1                         fg = 1
                   1                         fh = 1
  h     1          pi = 3.14159              fx_3 = 3.14159
  g     1          1                         fc = 1
                   1                         fd = 1
  d     1          0.50 = 0.5                fx_4 = 0.5
  c     1          1                         fa = 1
                   1                         fb = 1
  b     1          (1/3) = 0.333333          fx_5 = 0.333333
  a     1          1/3 = 0.333333            fx_6 = 0.333333

Paths that meet are added
  fx = fx_1 + fx_2 + fx_3 + fx_4 + fx_5 + fx_6 = 8 + (-2) + 3.14159 + 0.5
     + 0.333333 + 0.333333 = 10.3083

Working shown to 6 digits.
out=3.308259320256459
fx=10.308259320256461
$ cnncalc grad 'x*(1+2+3+4+5+6+7+8+9+10+11+12)*(1-2-3-4-5-6-7-8-9-10-11)' x=2 --explain
f(x) = x*(1+2+3+4+5+6+7+8+9+10+11+12)*(1-2-3-4-5-6-7-8-9-10-11) at x = 2

Forward
  gate  function                      value
  a     x*78                          156
  out   a*(1-2-3-4-5-6-7-8-9-10-11)   -9984

Backward: downstream = upstream * local
  gate  upstream   local                             downstream
  out   fout = 1   (1-2-3-4-5-6-7-8-9-10-11) = -64   fa = -64
  a     -64        78                                fx = -4992

Working shown to 6 digits.
out=-9984
fx=-4992
$ cnncalc grad 'x*(1-2-3-4-5-6-7-8-9-10-11-12)' x=2 --explain
f(x) = x*(1-2-3-4-5-6-7-8-9-10-11-12) at x = 2

Forward
  gate  function    value
  out   x*(-76)     -152

Backward: downstream = upstream * local
  gate  upstream   local                    downstream
  out   fout = 1   (-76) = -76              fx = -76

Working shown to 6 digits.
out=-152
fx=-76

# A sum that is longer than a line.
$ cnncalc grad 'x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x' x=-2.123456789 --explain | sed -n '/^Paths/,$p'
Paths that meet are added
  fx = fx_1 + fx_2 + fx_3 + fx_4 + fx_5 + fx_6 + fx_7 + fx_8 + fx_9 + fx_10
     + fx_11 + fx_12 + fx_13 + fx_14 + fx_15 + fx_16 + fx_17 + fx_18 + fx_19
     + fx_20 + fx_21 + fx_22 + fx_23
     = 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1
     + 1 + 1 + 1 + 1
     = 23

Working shown to 6 digits.
out=-48.83950614700001
fx=23
$ cnncalc grad 'x*1e-7-x*1e-8-x*1e-9-x*1e-10-x*1e-11-x*1e-12-x*1e-13-x*1e-14-x*1e-15-x*1e-16' x=1 --explain | sed -n '/^Paths/,$p'
Paths that meet are added
  fx = fx_1 + fx_2 + fx_3 + fx_4 + fx_5 + fx_6 + fx_7 + fx_8 + fx_9 + fx_10
     = -1e-16 + (-1e-15) + (-1e-14) + (-1e-13) + (-1e-12) + (-1e-11) + (-1e-10)
     + (-1e-09) + (-1e-08) + 1e-07
     = 8.88889e-08

Working shown to 6 digits.
out=8.888888890000001e-08
fx=8.88888889e-08

# Long names, and a long head.
$ cnncalc grad 'the_first_of_the_weights*the_first_of_the_inputs + exp(the_first_of_the_weights*the_first_of_the_inputs)' the_first_of_the_weights=1 the_first_of_the_inputs=0.001 --explain -p 6
f(the_first_of_the_weights, the_first_of_the_inputs) = the_first_of_the_weights*the_first_of_the_inputs + exp(the_first_of_the_weights*the_first_of_the_inputs)
  at the_first_of_the_weights = 1, the_first_of_the_inputs = 0.001

Forward
  gate  function                                           value
  a     the_first_of_the_weights*the_first_of_the_inputs   0.001
  b     exp(a)                                             1.001
  out   a + b                                              1.002

Backward: downstream = upstream * local, from the output back
  gate  upstream   local                      downstream
  out   fout = 1   1                          fa_1 = 1
                   1                          fb = 1
  b     1          exp(a) = 1.001             fa_2 = 1.001
  a     2.001      the_first_of_the_inputs
                     = 0.001                  fthe_first_of_the_weights = 0.002001
                   the_first_of_the_weights
                     = 1                      fthe_first_of_the_inputs = 2.001

Paths that meet are added
  fa = fa_1 + fa_2 = 1 + 1.001 = 2.001

Working shown to 6 digits.
out=1.002
fthe_first_of_the_weights=0.002001
fthe_first_of_the_inputs=2.001

# With other options.
$ cnncalc grad 'x*y' x=2 y=4 --wrt y --explain
f(x, y) = x*y at x = 2, y = 4

Forward
  gate  function    value
  out   x*y         8

Backward: downstream = upstream * local
  gate  upstream   local                    downstream
  out   fout = 1   x = 2                    fy = 2

Working shown to 6 digits.
out=8
fy=2
$ cnncalc grad 'x/3' x=2 --explain -p 3
f(x) = x/3 at x = 2

Forward
  gate  function    value
  out   x*(1/3)     0.667

Backward: downstream = upstream * local
  gate  upstream   local                    downstream
  out   fout = 1   1/3 = 0.333              fx = 0.333

Working shown to 3 digits.
out=0.667
fx=0.333
$ cnncalc grad 'x^2*y' x=3 y=2 --explain -o fx
f(x, y) = x^2*y at x = 3, y = 2

Forward
  gate  function    value
  a     x^2         9
  out   a*y         18

Backward: downstream = upstream * local
  gate  upstream   local                    downstream
  out   fout = 1   y = 2                    fa = 2
                   a = 9                    fy = 9
  a     2          2*x = 6                  fx = 12

Working shown to 6 digits.
12
$ cnncalc grad 'x^2*y' x=3 y=2 --explain -a
f(x, y) = x^2*y at x = 3, y = 2

Forward
  gate  function    value
  a     x^2         9
  out   a*y         18

Backward: downstream = upstream * local
  gate  upstream   local                    downstream
  out   fout = 1   y = 2                    fa = 2
                   a = 9                    fy = 9
  a     2          2*x = 6                  fx = 12

Working shown to 6 digits.
out=18
fx=12
fy=9
a=9
fout=1
fa=2
$ cnncalc grad 'x^2*y' x=3 y=2 --explain --expect 18
f(x, y) = x^2*y at x = 3, y = 2

Forward
  gate  function    value
  a     x^2         9
  out   a*y         18

Backward: downstream = upstream * local
  gate  upstream   local                    downstream
  out   fout = 1   y = 2                    fa = 2
                   a = 9                    fy = 9
  a     2          2*x = 6                  fx = 12

Working shown to 6 digits.
out=18
fx=12
fy=9
cnncalc: grad: --expect: 18 is not the answer, which is 18 12 9, with tabs between
? 1
$ cnncalc grad 'x^2' x=3 --explain --json
{"x":3,"out":9,"fx":6,"fout":1,"steps":["f(x) = x^2 at x = 3","","Forward","  gate  function    value","  out   x^2         9","","Backward: downstream = upstream * local","  gate  upstream   local                    downstream","  out   fout = 1   2*x = 6                  fx = 6","","Working shown to 6 digits.","out=9","fx=6"]}

# ---- --check ----

$ cnncalc grad 'x^2*y' x=3 y=2 --check
out=18
fx=12
fy=9

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        12             12             0
  fy        9              9              4.1e-15
$ cnncalc grad 'ln(x)*sigmoid(sqrt(y))/sigmoid((x+y)^2)' x=2 y=4 --check |
> awk '/relative/ {on = 1; next} on && ($4 > 1e-8 || $2 != $3) {print} END {print NR, on}'
8 1
$ cnncalc grad 'x*y' x=2 y=3 --check --wrt y
out=6
fy=2

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fy        2              2              0
$ cnncalc grad 'x^2*y' x=3 y=2 --check -o fx
12

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        12             12             0
  fy        9              9              4.1e-15
$ cnncalc grad 'the_weight^2' the_weight=3 --check -p 12
out=9
fthe_weight=6

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient     backprop             differences          relative difference
  fthe_weight  6                    6                    0
$ cnncalc grad 'x^2' x=3 --check --explain
f(x) = x^2 at x = 3

Forward
  gate  function    value
  out   x^2         9

Backward: downstream = upstream * local
  gate  upstream   local                    downstream
  out   fout = 1   2*x = 6                  fx = 6

Working shown to 6 digits.
out=9
fx=6

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        6              6              0
$ cnncalc grad 'x^2' x=3 --check --json
{"x":3,"out":9,"fx":6,"fout":1,"check":["Check by central differences, (f(x + h) - f(x - h))/2h","  gradient  backprop       differences    relative difference","  fx        6              6              0"]}
$ cnncalc grad 'x^2' x=3 --check --expect 9
out=9
fx=6

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        6              6              0
cnncalc: grad: --expect: 9 is not the answer, which is 9 6, with tabs between
? 1

# A kink.
$ cnncalc grad 'relu(x)' x=0 --check
out=0
fx=0

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        0              0.5            1

A kink: there the gradient is not a slope, but a convention
  out = relu(x): relu'(0) = 0, as in PyTorch
$ cnncalc grad 'abs(x)' x=0 --check
out=0
fx=0

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        0              0              0

A kink: there the gradient is not a slope, but a convention
  out = abs(x): abs'(0) = 0, as in PyTorch
$ cnncalc grad 'max(x, y)' x=1 y=1 --check
out=1
fx=0.5
fy=0.5

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        0.5            0.5            0
  fy        0.5            0.5            0

A kink: there the gradient is not a slope, but a convention
  out = max(x, y): each of two equals takes half, as in PyTorch
$ cnncalc grad 'min(x, 3)' x=3 --check
out=3
fx=0.5

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        0.5            0.5            0

A kink: there the gradient is not a slope, but a convention
  out = min(x, 3): each of two equals takes half, as in PyTorch
$ cnncalc grad 'relu(x)' x=1 --check
out=1
fx=1

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        1              1              0
$ cnncalc grad 'relu(3)*x' x=0 --check
out=0
fx=3

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        3              3              1.5e-16
$ cnncalc grad '2*relu(x)' x=0 --check
out=0
fx=0

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        0              1              1

A kink: there the gradient is not a slope, but a convention
  a = relu(x): relu'(0) = 0, as in PyTorch
$ cnncalc grad '1 + abs(x - y)' x=3 y=3 --check
out=1
fx=0
fy=0

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        0              0              0
  fy        0              0              0

A kink: there the gradient is not a slope, but a convention
  b = abs(a): abs'(0) = 0, as in PyTorch
$ cnncalc grad '2*max(x, y)' x=1 y=1 --check
out=2
fx=1
fy=1

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        1              1              0
  fy        1              1              0

A kink: there the gradient is not a slope, but a convention
  a = max(x, y): each of two equals takes half, as in PyTorch
$ cnncalc grad '2*min(x, 3)' x=3 --check
out=6
fx=1

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        1              1              0

A kink: there the gradient is not a slope, but a convention
  a = min(x, 3): each of two equals takes half, as in PyTorch
$ cnncalc grad 'relu(x) + abs(y) + max(x, y)' x=0 y=0 --check
out=0
fx=0.5
fy=0.5

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        0.5            1              0.5
  fy        0.5            0.5            0

A kink: there the gradient is not a slope, but a convention
  a = relu(x): relu'(0) = 0, as in PyTorch
  b = abs(y): abs'(0) = 0, as in PyTorch
  d = max(x, y): each of two equals takes half, as in PyTorch
$ cnncalc grad 'relu(x)*relu(y)' x=0 y=1 --check
out=0
fx=0
fy=0

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        0              0.5            1
  fy        0              0              0

A kink: there the gradient is not a slope, but a convention
  a = relu(x): relu'(0) = 0, as in PyTorch
$ cnncalc grad 'relu(x)*relu(y)' x=0 y=0 --check --wrt y
out=0
fy=0

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fy        0              0              0

A kink: there the gradient is not a slope, but a convention
  b = relu(y): relu'(0) = 0, as in PyTorch
$ cnncalc grad 'relu(x) + abs(y) + max(x, y)' x=0 y=0 --check --json -o out |
> python3 -c 'import json, sys; print("\n".join(json.load(sys.stdin)["check"]))'
Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        0.5            1              0.5
  fy        0.5            0.5            0

A kink: there the gradient is not a slope, but a convention
  a = relu(x): relu'(0) = 0, as in PyTorch
  b = abs(y): abs'(0) = 0, as in PyTorch
  d = max(x, y): each of two equals takes half, as in PyTorch

# Where there is nothing to compare with.
$ cnncalc grad 'max(x, x)' x=2 --check
out=2
fx=1

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        1              1              0

# A kink nearby: the steps that reach over it do not count where smaller ones see a function that
# does not move.
$ cnncalc grad 'relu(x)' x=-0.001 --check | tail -n 1
  fx        0              0              0
$ cnncalc grad 'relu(x)' x=-0.005 --check | tail -n 1
  fx        0              0              0
$ cnncalc grad 'max(x, y)' x=0.7 y=0.702 --check | tail -n 2
  fx        0              0              0
  fy        1              1              0
$ cnncalc grad 'min(x, 1)' x=1.001 --check | tail -n 1
  fx        0              0              0
$ cnncalc grad 'relu(0.5*x1 - 0.3*x2 + 0.1)' x1=0.2 x2=0.67 --check | tail -n 2
  fx1       0              0              0
  fx2       0              0              0

# The other way round: a peak that large steps reach over, -2*10^12*x*e^(-(10^6*x)^2) at 10^-7.
$ cnncalc grad 'exp(-(1e6*x)^2)' x=1e-7 --check | tail -n 1 | cut -c 1-34
  fx        -198010        -198010

# What a gate on the way loses does not count for more than it is: 10^15 + x has no digit of h.
$ cnncalc grad '(x + 1e15) - 1e15 - 1' x=1 --check | tail -n 1
  fx        1              0              lost in rounding
$ cnncalc grad '(2*x)^8' x=1.4e38 --check | tail -n 1 | cut -c 1-39
  fx        2.15887e+270   2.15887e+270
$ cnncalc grad 'x^2*y' x=3 y=2 --check --wrt y | tail -n 1 | cut -c 1-28
  fy        9              9
$ cnncalc grad 'x^1.5' x=0 --check
out=0
fx=0

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        0              none: no value on both sides
$ cnncalc grad '2*(3 + 4)' --check
14

No gradient to check: the expression has no variables.
$ cnncalc grad 3 --check --json
{"out":3,"check":["No gradient to check: the expression has no variables."]}
$ cnncalc grad 'x^2 + 1e20' x=3 --check
out=1e+20
fx=6

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        6              0              lost in rounding
$ cnncalc grad 'x^2' x=5e-324 --check
out=0
fx=1e-323

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        9.88131e-324   0              lost in rounding

# 1599 gates and 1600 variables, evaluated 44 times at 1, 148 at 0, 1222 at 1e-308: so many gradients
# are 10^8 of them.
$ for x in 1 0 1e-308; do
>   cnncalc grad "$(printf 'x%d+' $(seq 1599))x1600" $(printf "x%d=$x " $(seq 1600)) --check
> done
cnncalc: grad: --check: 1600 gradients are too many to compare in an expression so long
cnncalc: hint: --wrt NAMES compares these alone, here up to 710 at a time
cnncalc: grad: --check: 1600 gradients are too many to compare in an expression so long
cnncalc: hint: --wrt NAMES compares these alone, here up to 211 at a time
cnncalc: grad: --check: 1600 gradients are too many to compare in an expression so long
cnncalc: hint: --wrt NAMES compares these alone, here up to 25 at a time
? 2
$ cnncalc grad "$(printf 'x%d+' $(seq 1599))x1600" $(printf 'x%d=1 ' $(seq 1600)) --check --wrt x60 |
>   tail -n 1 | cut -c 1-28
  fx60      1              1

# One is not too many, however long the expression is.
$ cnncalc grad "y$(printf -- '-%.0s' $(seq 90000))x" x=0 y=1e-308 --check
cnncalc: grad: --check: 2 gradients are too many to compare in an expression so long
cnncalc: hint: --wrt NAMES compares these alone, here up to 1 at a time
? 2

# ---- --columns ----

$ printf '3 2\n2 3\n' | cnncalc grad 'x^2*y' --columns x,y
18	12	9
12	12	4
$ printf '3 2\n2 3\n' >t; cnncalc grad 'x^2*y' --columns y,x t
12	12	4
18	12	9
$ printf '3\n2\n' >t; cnncalc grad --columns x 'x^2*y' y=10 t
90	60	9
40	40	4
$ printf '3\n2\n' | cnncalc grad 'x^2*y' --columns x y=10 -
90	60	9
40	40	4
$ printf 'a 3 1\nb 2 1\n' | cnncalc grad 'x^2*y' --columns _,x,_ y=10
90	60	9
40	40	4
$ printf '3 2\n' | cnncalc grad 'x^2*y' --columns x,y --wrt y
18	9
$ printf '# x y\n3 2\n\n  # more\n2 3\n' | cnncalc grad 'x^2*y' --columns x,y

18	12	9


12	12	4

# Of -o, -a, --json and -p.
$ printf '2 3\n1 1\n' | cnncalc grad '(x + y)*(x + y)*x' --columns x,y -o x,out,fx_1,fx_2,fa
2	50	25	20	20
1	4	4	4	4
$ printf '2 3\n1 1\n' | cnncalc grad '(x + y)*(x + y)*x' --columns x,y -a
out=50	fx=45	fy=20	a=5	b=25	fout=1	fb=2	fx_1=25	fa_1=10	fa_2=10	fa=20	fx_2=20
out=4	fx=8	fy=4	a=2	b=4	fout=1	fb=1	fx_1=4	fa_1=2	fa_2=2	fa=4	fx_2=4
$ printf '2 3\n\n1 1\n' | cnncalc grad 'x^2*y' --columns x,y --json
{"line":1,"x":2,"y":3,"out":12,"fx":12,"fy":4,"a":4,"fout":1,"fa":3}
{"line":3,"x":1,"y":1,"out":1,"fx":2,"fy":1,"a":1,"fout":1,"fa":1}
$ printf '2\n\nz\n0\n' | cnncalc grad 'ln(x)' --columns x --json -o fx 2>/dev/null
{"line":1,"fx":0.5}
{"line":3,"error":"grad: x: 'z' is not a number","status":2}
{"line":4,"error":"grad: out: ln x is infinite at x = 0: 'ln(x)'","status":1}
? 2
$ printf '1\n2\n' | cnncalc grad 'x/3' --columns x -p 3
0.333	0.333
0.667	0.333

# header.
$ printf 'y x\n3 2\n1 1\n' | cnncalc grad 'x^2*y' --columns header
out	fx	fy
12	12	4
1	2	1
$ printf 'y _ x\n3 7 2\n' | cnncalc grad 'x^2*y' --columns header -o x,fy
x	fy
2	4
$ printf 'y\n3\n' | cnncalc grad 'x^2*y' --columns header x=2
out	fx	fy
12	12	4
$ printf 'y z\n3 2\n' | cnncalc grad 'x^2*y' --columns header
cnncalc: -:1: grad: --columns: 'z': not a variable of the expression
? 2
$ printf 'y\n3\n' | cnncalc grad 'x^2*y' --columns header
cnncalc: -:1: grad: x: a variable without a value
cnncalc: hint: for example: x=2
? 2

# Lines without an answer.
$ printf '1 1\n0 2\n1 two\n5\n1 2 3\n1e999 1\n-1 2\n2 0\n' | cnncalc grad 'ln(x)/y' --columns x,y -p 4
0	1	0
-	-	-
cnncalc: -:2: grad: a: ln x is infinite at x = 0: 'ln(x)'
-	-	-
cnncalc: -:3: grad: y: 'two' is not a number
-	-	-
cnncalc: -:4: grad: --columns: 1 column, where 2 are named
-	-	-
cnncalc: -:5: grad: --columns: 3 columns, where 2 are named
-	-	-
cnncalc: -:6: grad: x: '1e999' is beyond the largest double
-	-	-
cnncalc: -:7: grad: a: ln x is not a number at x = -1: 'ln(x)'
-	-	-
cnncalc: -:8: grad: b: 1/y is infinite at y = 0: 'ln(x)/y'
? 2
$ printf '0\n1\n' | cnncalc grad 'ln(x)' --columns x -o x,fx
-	-
cnncalc: -:1: grad: out: ln x is infinite at x = 0: 'ln(x)'
1	1
? 1
$ printf '0\n1\n' | cnncalc grad 'ln(x)' --columns x -a
-
cnncalc: -:1: grad: out: ln x is infinite at x = 0: 'ln(x)'
out=0	fx=1	fout=1
? 1

# What is expected, as a column.
$ printf '3 6\n2 4\n1 3\n' | cnncalc grad 'x^2' --columns x,expect -o fx
6
4
2
cnncalc: -:3: grad: --expect: 3 is not the answer, which is 2
? 1
$ printf '3\n2\n' | cnncalc grad 'x^2' --columns x -o fx --expect 6
6
4
cnncalc: -:2: grad: --expect: 6 is not the answer, which is 4
? 1

# A variable comes before an option of that name.
$ printf '3 2\n' | cnncalc grad 'expect*x' --columns expect,x
6	2	3

# Names that are wrong.
$ printf '3 2\n' | cnncalc grad 'x^2*y' --columns x
cnncalc: grad: y: a variable without a value
cnncalc: hint: for example: y=2
? 2
$ printf '3 2\n' | cnncalc grad 'x^2*y' --columns x,z
cnncalc: grad: --columns: 'z': not a variable of the expression
? 2
$ printf '3 2\n' | cnncalc grad 'width*y' --columns widht,y
cnncalc: grad: --columns: 'widht': not a variable of the expression
cnncalc: hint: did you mean width?
? 2
$ printf '3 2\n' | cnncalc grad 'x^2*y' --columns x,x
cnncalc: grad: --columns: 'x': named twice
? 2
$ printf '3 2\n' | cnncalc grad 'x^2*y' --columns x,y y=2
cnncalc: grad: --columns: 'y': also given as an operand
? 2
$ printf '3 2\n' | cnncalc grad 'x^2*y' --columns x,
cnncalc: grad: --columns: '': not a variable of the expression
? 2
$ printf '3 2\n' | cnncalc grad 'x^2*y' --columns x,check y=3
cnncalc: grad: --columns: 'check': cannot be a column
? 2
$ printf '3 2\n' | cnncalc grad 'x^2*y' --columns x,wrt y=3
cnncalc: grad: --columns: 'wrt': cannot be a column
? 2
$ printf '3 2\n' | cnncalc grad 'x^2*y' --columns x,precision y=3
cnncalc: grad: --columns: 'precision': cannot be a column
? 2
$ printf '3 2\n' | cnncalc grad --columns x,y
cnncalc: grad: EXPR: missing
cnncalc: hint: for example: cnncalc grad 'x^2*y' x=3 y=2
cnncalc: hint: it stands alone, without y = before it; behind -- where it begins with -
? 2
$ printf '3 2\n' | cnncalc grad 'line*x' --columns line,x --json
cnncalc: grad: line: in JSON this is no variable's name
? 2
$ cnncalc grad 'x^2' --columns x nofile
cnncalc: grad: 'nofile': no such file or directory
? 3
$ cnncalc grad 'x^2' --columns x one two
cnncalc: grad: 'two': unexpected operand
cnncalc: hint: an expression is one word, in quotes: cnncalc grad 'x^2*y' x=3 y=2
? 2
$ cnncalc grad 'x^' --columns x </dev/null
cnncalc: grad: the end, byte 3: expected a number, a name or (
cnncalc: hint: x^
cnncalc: hint:   ^
? 2
$ cnncalc grad 'x^2' --columns x </dev/null

# Many lines, some of them wrong, are answered as one by one.
$ awk 'BEGIN {
>     for (i = 1; i <= 2500; i++) {
>         if (i % 1024 == 0 || i == 1500) print "0 " i
>         else if (i % 1024 == 1 && i > 1 || i == 1600) print i, "two"
>         else if (i == 1700) print ""
>         else print i/7, 2500 - i
>     }
> }' >t
> awk 'NF {printf "grad -o out,fx,fy ln(x)*y-x/(1+y^2) x=%s y=%s\n", $1, $2; next} {print}' t >q
> cnncalc grad 'ln(x)*y-x/(1+y^2)' --columns x,y <t >a 2>&1; echo $?
> cnncalc batch <q >b 2>&1; echo $?
> sed 's/^-$/-	-	-/' b | cmp - a; wc -l <a; grep -c '^cnncalc' a
2
2
2506
6
$ awk 'BEGIN {for (i = 1; i <= 400; i++) print i/7, 400 - i}' >t
> e="0$(yes '+sin(x*y)*cos(x-y)/(1+x^2)-exp(-y)' | head -n 30 | awk '{printf "%s^%d", $0, NR + 2}')"
> awk -v e="$e" '{printf "grad %s x=%s y=%s\n", e, $1, $2}' t >q
> cnncalc grad "$e" --columns x,y t >a; cnncalc batch q | cmp - a; wc -l <a
400

# An answer comes before the next line is written.
$ mkfifo in out; timeout 60 cnncalc grad 'x^2*y' --columns x,y <in >out 2>err &
> exec 3>in 4<out
> printf '3 2\n' >&3; read -r line <&4; echo "$line"
> printf '2 3\n1 1\n' >&3; read -r line <&4; echo "$line"; read -r line <&4; echo "$line"
> printf '\n# none\n' >&3; read -r line <&4; read -r line <&4; echo "($line)"
> printf '0 z\n4 5\n' >&3; read -r line <&4; echo "$line"; read -r line <&4; echo "$line"
> exec 3>&-; wait $!; echo $?; cat err
18	12	9
12	12	4
1	2	1
()
-	-	-
80	40	16
2
cnncalc: -:6: grad: y: 'z' is not a number

# ---- --dot, --numpy ----

$ cnncalc grad 'x^2*y' x=3 y=2 --dot
digraph {
  rankdir=LR
  node [shape=plain]
  n0 [label=<<table border="0" cellspacing="0"><tr><td border="0"><font color="darkgreen">3</font></td></tr><tr><td port="o" border="1" style="rounded" cellpadding="6">x</td></tr><tr><td border="0"><font color="red">12</font></td></tr></table>>]
  n2 [label=<<table border="0" cellspacing="0"><tr><td border="0"><font color="darkgreen">9</font></td></tr><tr><td port="o" border="1" style="rounded" cellpadding="6">a = x^2</td></tr><tr><td border="0"><font color="red">2</font></td></tr></table>>]
  n0:o:e -> n2:o:w
  n3 [label=<<table border="0" cellspacing="0"><tr><td border="0"><font color="darkgreen">2</font></td></tr><tr><td port="o" border="1" style="rounded" cellpadding="6">y</td></tr><tr><td border="0"><font color="red">9</font></td></tr></table>>]
  n4 [label=<<table border="0" cellspacing="0"><tr><td border="0"><font color="darkgreen">18</font></td></tr><tr><td port="o" border="1" style="rounded" cellpadding="6">out = a*y</td></tr><tr><td border="0"><font color="red">1</font></td></tr></table>>]
  n2:o:e -> n4:o:w
  n3:o:e -> n4:o:w
}
$ cnncalc grad 'x^2*y' x=3 y=2 --dot --wrt y
digraph {
  rankdir=LR
  node [shape=plain]
  n0 [label=<<table border="0" cellspacing="0"><tr><td border="0"><font color="darkgreen">3</font></td></tr><tr><td port="o" border="1" style="rounded" cellpadding="6">x</td></tr></table>>]
  n2 [label=<<table border="0" cellspacing="0"><tr><td border="0"><font color="darkgreen">9</font></td></tr><tr><td port="o" border="1" style="rounded" cellpadding="6">a = x^2</td></tr></table>>]
  n0:o:e -> n2:o:w
  n3 [label=<<table border="0" cellspacing="0"><tr><td border="0"><font color="darkgreen">2</font></td></tr><tr><td port="o" border="1" style="rounded" cellpadding="6">y</td></tr><tr><td border="0"><font color="red">9</font></td></tr></table>>]
  n4 [label=<<table border="0" cellspacing="0"><tr><td border="0"><font color="darkgreen">18</font></td></tr><tr><td port="o" border="1" style="rounded" cellpadding="6">out = a*y</td></tr><tr><td border="0"><font color="red">1</font></td></tr></table>>]
  n2:o:e -> n4:o:w
  n3:o:e -> n4:o:w
}
$ cnncalc grad 'x/3' x=2 --dot -p 3 | grep -o 'green">[^<]*'
green">2
green">0.667
$ cnncalc grad 3 --dot
digraph {
  rankdir=LR
  node [shape=plain]
  n0 [label=<<table border="0" cellspacing="0"><tr><td border="0"><font color="darkgreen">3</font></td></tr><tr><td port="o" border="1" style="rounded" cellpadding="6">out = 3</td></tr></table>>]
}
$ cnncalc grad 'x^2*y' --numpy
import numpy as np


def f(x, y):
    """x^2*y, and its gradients."""
    x = np.asarray(x, np.float64)
    y = np.asarray(y, np.float64)

    # forward
    a = x**2
    out = a*y

    # backward: downstream = upstream * local
    fout = np.ones_like(out)
    fa, fy = fout*y, fout*a
    fx = fa*(2*x)

    return out, fx, fy
$ cnncalc grad '(x + y)*(x + y)*x' --numpy --wrt x
import numpy as np


def f(x, y):
    """(x + y)*(x + y)*x, and its gradients."""
    x = np.asarray(x, np.float64)
    y = np.asarray(y, np.float64)

    # forward
    a = x + y
    b = a*a
    out = b*x

    # backward: downstream = upstream * local
    fout = np.ones_like(out)
    fb, fx_1 = fout*x, fout*b
    fa_1, fa_2 = fb*a, fb*a
    fa = fa_1 + fa_2
    fx_2 = fa

    # paths that meet are added
    fx = fx_1 + fx_2

    return out, fx
$ cnncalc grad 'sigmoid(lambda*in)' --numpy
import numpy as np


def sigmoid(u):
    e = np.exp(-np.abs(u))
    return np.where(u >= 0, 1, e)/(1 + e)


def f(lambda_, in_):
    """sigmoid(lambda*in), and its gradients."""
    lambda_ = np.asarray(lambda_, np.float64)
    in_ = np.asarray(in_, np.float64)

    # forward
    a = lambda_*in_
    out = sigmoid(a)

    # backward: downstream = upstream * local
    fout = np.ones_like(out)
    fa = fout*(sigmoid(a)*sigmoid(-a))
    flambda, fin = fa*in_, fa*lambda_

    return out, flambda, fin
$ cnncalc grad 3 --numpy
import numpy as np


def f():
    """3, and its gradients."""
    # forward
    out = 3

    return out
$ cnncalc grad 'x^2*y' x=3 --dot
cnncalc: grad: y: a variable without a value
cnncalc: hint: for example: y=2
? 2
$ cnncalc grad 'x^2*y' z=3 --numpy
cnncalc: grad: z: not a variable of the expression
? 2
$ cnncalc grad 'x^2*y' --numpy --wrt z
cnncalc: grad: --wrt: 'z' is not a variable of the expression
? 2
$ cnncalc grad 'x^2*y' x=3 y=2 --dot --numpy
cnncalc: grad: --dot: not with --numpy
? 2
$ cnncalc grad 'x^2*y' x=3 y=2 --dot -o fx
cnncalc: grad: --dot: not with --only
? 2
$ cnncalc grad 'x^2*y' x=3 y=2 --numpy -a
cnncalc: grad: --numpy: not with --all
? 2
$ cnncalc grad 'x^2*y' x=3 y=2 --numpy --json
cnncalc: grad: --numpy: not with --json
? 2
$ cnncalc grad 'x^2*y' x=3 y=2 --dot --explain
cnncalc: grad: --dot: not with --explain
? 2
$ cnncalc grad 'x^2*y' x=3 y=2 --dot --expect 3
cnncalc: grad: --dot: not with --expect
? 2
$ cnncalc grad 'x^2*y' x=3 y=2 --numpy --check
cnncalc: grad: --numpy: not with --check
? 2
$ cnncalc grad 'x^' --numpy
cnncalc: grad: the end, byte 3: expected a number, a name or (
cnncalc: hint: x^
cnncalc: hint:   ^
? 2
$ cnncalc grad x x=2 --dot >/dev/full
cnncalc: standard output: no space left on device
? 3

# Of the sheet's two functions.
$ cnncalc sigmoid-grad -x 2 --numpy
import numpy as np


def f(x):
    """1/(1+exp(-x)), and its gradients."""
    x = np.asarray(x, np.float64)

    # forward
    a = -x
    b = np.exp(a)
    c = 1 + b
    out = 1/c

    # backward: downstream = upstream * local
    fout = np.ones_like(out)
    fc = fout*(-1/c**2)
    fb = fc
    fa = fb*np.exp(a)
    fx = -fa

    return out, fx
$ cnncalc sigmoid-grad --numpy | cmp - "$(cnncalc sigmoid-grad -x 2 --numpy >a; echo a)"
$ cnncalc complex-grad --numpy
import numpy as np


def sigmoid(u):
    e = np.exp(-np.abs(u))
    return np.where(u >= 0, 1, e)/(1 + e)


def f(x, y):
    """ln(x)*sigmoid(sqrt(y))/sigmoid((x+y)^2), and its gradients."""
    x = np.asarray(x, np.float64)
    y = np.asarray(y, np.float64)

    # forward
    a = np.log(x)
    b = np.sqrt(y)
    c = sigmoid(b)
    d = a*c
    g = x + y
    h = g**2
    i = sigmoid(h)
    j = 1/i
    out = d*j

    # backward: downstream = upstream * local
    fout = np.ones_like(out)
    fd, fj = fout*j, fout*d
    fi = fj*(-1/i**2)
    fh = fi*(sigmoid(h)*sigmoid(-h))
    fg = fh*(2*g)
    fx_1, fy_1 = fg, fg
    fa, fc = fd*c, fd*a
    fb = fc*(sigmoid(b)*sigmoid(-b))
    fy_2 = fb*(1/(2*np.sqrt(y)))
    fx_2 = fa*(1/x)

    # paths that meet are added
    fx = fx_1 + fx_2
    fy = fy_1 + fy_2

    return out, fx, fy
$ cnncalc sigmoid-grad -x 2 --dot
digraph {
  rankdir=LR
  node [shape=plain]
  n1 [label=<<table border="0" cellspacing="0"><tr><td border="0"><font color="darkgreen">2</font></td></tr><tr><td port="o" border="1" style="rounded" cellpadding="6">x</td></tr><tr><td border="0"><font color="red">0.104994</font></td></tr></table>>]
  n2 [label=<<table border="0" cellspacing="0"><tr><td border="0"><font color="darkgreen">-2</font></td></tr><tr><td port="o" border="1" style="rounded" cellpadding="6">a = -x</td></tr><tr><td border="0"><font color="red">-0.104994</font></td></tr></table>>]
  n1:o:e -> n2:o:w
  n3 [label=<<table border="0" cellspacing="0"><tr><td border="0"><font color="darkgreen">0.135335</font></td></tr><tr><td port="o" border="1" style="rounded" cellpadding="6">b = exp(a)</td></tr><tr><td border="0"><font color="red">-0.775803</font></td></tr></table>>]
  n2:o:e -> n3:o:w
  n4 [label=<<table border="0" cellspacing="0"><tr><td border="0"><font color="darkgreen">1.13534</font></td></tr><tr><td port="o" border="1" style="rounded" cellpadding="6">c = 1 + b</td></tr><tr><td border="0"><font color="red">-0.775803</font></td></tr></table>>]
  n3:o:e -> n4:o:w
  n5 [label=<<table border="0" cellspacing="0"><tr><td border="0"><font color="darkgreen">0.880797</font></td></tr><tr><td port="o" border="1" style="rounded" cellpadding="6">out = 1/c</td></tr><tr><td border="0"><font color="red">1</font></td></tr></table>>]
  n4:o:e -> n5:o:w
}
$ cnncalc complex-grad -x 2 -y 4 --dot | grep -c 'label='
11
$ cnncalc sigmoid-grad --dot
cnncalc: sigmoid-grad: --x: missing
cnncalc: hint: for example: cnncalc sigmoid-grad -x 2
? 2
$ cnncalc complex-grad -x 2 --dot
cnncalc: complex-grad: --y: missing
cnncalc: hint: for example: cnncalc complex-grad -x 2 -y 4
? 2
$ cnncalc complex-grad -x 2 -y 4 --dot --numpy
cnncalc: complex-grad: --dot: not with --numpy
? 2
$ cnncalc sigmoid-grad -x 2 --dot -o fx
cnncalc: sigmoid-grad: --dot: not with --only
? 2
$ cnncalc complex-grad -x 2 -y 4 --numpy --json
cnncalc: complex-grad: --numpy: not with --json
? 2

# ---- What has no place under --columns, or on a line of batch ----

$ for o in --dot --numpy --check --explain; do echo 2 | cnncalc grad 'x^2' --columns x $o; done
cnncalc: grad: --dot: not with --columns
cnncalc: grad: --numpy: not with --columns
cnncalc: grad: --check: not with --columns
cnncalc: grad: --explain: not with --columns
? 2
$ for o in --dot --numpy; do echo 2 | cnncalc sigmoid-grad --columns x $o; done
cnncalc: sigmoid-grad: --dot: not with --columns
cnncalc: sigmoid-grad: --numpy: not with --columns
? 2
$ cat >q <<'END'
> grad 'x^2*y' x=3 y=2
> grad 'x^2*y' x=3 y=2 --dot
> grad 'x^2*y' x=3 y=2 --numpy
> grad 'x^2*y' x=3 y=2 --check
> grad 'x^2*y' x=3 y=2 --columns x
> grad 'x^2*y' x=3 y=2 --help
> sigmoid-grad -x 2 --dot
> complex-grad -x 2 -y 4 --numpy
> grad ln(x)*y x=0 y=1
> grad 'ln(x)*y' x=0 y=1 -o fx,out,fy
> grad 'x^2*y'
> grad 'x^2*' x=3
> grad x y=3
> grad
> grad -x^2 x=3
> grad -- -x^2 x=3
> grad 'x^2*y' x=3 y=2 -a
> grad 'x^2*y' x=3 y=2 --json
> END
> cnncalc batch q
18	12	9
-
cnncalc: q:2: grad: --dot: not on a line of batch
-
cnncalc: q:3: grad: --numpy: not on a line of batch
-
cnncalc: q:4: grad: --check: not on a line of batch
-
cnncalc: q:5: grad: --columns: not on a line of batch
-
cnncalc: q:6: grad: --help: not on a line of batch
-	-
cnncalc: q:7: sigmoid-grad: --dot: not on a line of batch
-	-	-
cnncalc: q:8: complex-grad: --numpy: not on a line of batch
-	-	-
cnncalc: q:9: grad: a: ln x is infinite at x = 0: 'ln(x)'
-	-	-
cnncalc: q:10: grad: a: ln x is infinite at x = 0: 'ln(x)'
-	-	-
cnncalc: q:11: grad: x, y: variables without a value
cnncalc: hint: for example: x=2
-
cnncalc: q:12: grad: the end, byte 5: expected a number, a name or (
cnncalc: hint: x^2*
cnncalc: hint:     ^
-
cnncalc: q:13: grad: y: not a variable of the expression
-
cnncalc: q:14: grad: EXPR: missing
cnncalc: hint: for example: cnncalc grad 'x^2*y' x=3 y=2
cnncalc: hint: it stands alone, without y = before it; behind -- where it begins with -
-
cnncalc: q:15: grad: -x: unknown option
cnncalc: hint: an expression that begins with - stands behind --: -- '-x^2'
-9	-6
out=18	fx=12	fy=9	a=9	fout=1	fa=2
{"line":18,"x":3,"y":2,"out":18,"fx":12,"fy":9,"a":9,"fout":1,"fa":2}
? 2
$ printf "grad 'x^2*y' x=3 y=2\ngrad 'ln(x)' x=0\ngrad 'x^2' x=3 --json --check -o out\ngrad 'x*line' x=1 line=2\n" | cnncalc batch --json
{"line":1,"x":3,"y":2,"out":18,"fx":12,"fy":9,"a":9,"fout":1,"fa":2}
{"line":2,"error":"grad: out: ln x is infinite at x = 0: 'ln(x)'","status":1}
cnncalc: -:2: grad: out: ln x is infinite at x = 0: 'ln(x)'
{"line":3,"out":9,"check":["Check by central differences, (f(x + h) - f(x - h))/2h","  gradient  backprop       differences    relative difference","  fx        6              6              0"]}
{"line":4,"error":"grad: line: in JSON this is no variable's name","status":2}
cnncalc: -:4: grad: line: in JSON this is no variable's name
? 2
$ printf "grad 'x^2' x=3\n\ngrad 'ln(x)' x=0\n" | cnncalc batch --explain
# 1: grad 'x^2' x=3
f(x) = x^2 at x = 3

Forward
  gate  function    value
  out   x^2         9

Backward: downstream = upstream * local
  gate  upstream   local                    downstream
  out   fout = 1   2*x = 6                  fx = 6

Working shown to 6 digits.
out=9
fx=6


# 3: grad 'ln(x)' x=0
f(x) = ln(x) at x = 0

Forward
  gate  function    value
  out   ln x        -inf
-	-
cnncalc: -:3: grad: out: ln x is infinite at x = 0: 'ln(x)'

? 1
$ printf "grad 'x^2' x=3\ngrad 'x^3' x=3 -o fx\n" | cnncalc batch -o out --expect 9
9
27
cnncalc: -:2: grad: --expect: 9 is not the answer, which is 27
? 1

# ---- Large ones ----

# 100000 parentheses.
$ awk 'BEGIN {
>     printf "grad "; for (i = 0; i < 100000; i++) printf "("
>     printf "x"; for (i = 0; i < 100000; i++) printf ")"
>     print " x=2"
> }' | cnncalc batch
2	1

# One of them is not closed, or one too many is.
$ awk 'BEGIN {
>     printf "grad "; for (i = 0; i < 100000; i++) printf "("
>     printf "x"; for (i = 0; i < 99999; i++) printf ")"
>     print " x=2"
> }' | cnncalc batch
-
cnncalc: -:1: grad: the end, byte 200001: expected )
cnncalc: hint: ...))))))))))))))))))))))))))))))))
cnncalc: hint:                                    ^
? 2
$ awk 'BEGIN {
>     printf "grad "; for (i = 0; i < 100000; i++) printf "("
>     printf "x"; for (i = 0; i < 100001; i++) printf ")"
>     print " x=2"
> }' | cnncalc batch
-
cnncalc: -:1: grad: ')' at byte 200002: expected an operator: no ( is open
cnncalc: hint: ...)))))))))))))))))))))))))))))))))
cnncalc: hint:                                    ^
? 2

# 100001 gates, one within another.
$ awk 'BEGIN {
>     printf "grad 0-("; for (i = 0; i < 100000; i++) printf "-("
>     printf "x"; for (i = 0; i < 100000; i++) printf ")"
>     print ") x=2 -o out,fx,fa,fb4166"
> }' | cnncalc batch
-2	-1	1	1
$ awk 'BEGIN {
>     printf "grad "; for (i = 0; i < 100000; i++) printf "abs("
>     printf "x"; for (i = 0; i < 100000; i++) printf ")"
>     print " x=-2"
> }' | cnncalc batch
2	-1
$ awk 'BEGIN {
>     printf "grad "; for (i = 0; i < 100000; i++) printf "x^"
>     print "x x=1"
> }' | cnncalc batch
1	1

# A sum of 524273 terms, in a line of 1048576 bytes.
$ awk 'BEGIN {
>     printf "grad "; for (i = 1; i < 524273; i++) printf "x+"
>     print "x x=0.5 -o out,fx,fx_524273"
> }' >q
> wc -c <q; cnncalc batch q
1048577
262136.5	524273	1

# 50000 variables.
$ awk 'BEGIN {
>     printf "grad x0"; for (i = 1; i < 50000; i++) printf "+x%d", i
>     for (i = 0; i < 50000; i++) printf " x%d=2", i
>     print " -o out,fx0,fx49999,x7"
> }' | cnncalc batch
100000	1	1	2
