# Worked solutions, line by line. A layer that does not fit is worked out as far as it goes: the
# working is on standard output, the error on standard error as ever.

# A layer that fits.
$ cnncalc convout -W 227x227x3 -F 11 -S 4 -K 96 --explain
Input 227x227x3, 96 filters of 11x11x3, stride 4, no padding:
W = 227, C = 3, K = 96, F = 11, S = 4, P = 0.

size         (W - F + 2P)/S + 1
             = (227 - 11 + 2*0)/4 + 1 = 216/4 + 1 = 54 + 1 = 55
             4 divides 216: the filter fits, and no cell is left over.
volume       55x55x96: one slice of depth for each of the K = 96 filters.
neurons      55*55*K = 55*55*96 = 290400
connections  F*F*C = 11*11*3 = 363 for each neuron: a filter sees all channels.
weights      K*F^2*C = 96*11^2*3 = 34848
biases       K = 96
params       K*(F^2*C + 1) = 96*(11^2*3 + 1) = 96*364 = 34944
macs         neurons*connections = 290400*363 = 105415200

Answer: 55x55x96

# A layer that does not.
$ cnncalc convout -W 32 -F 5 -S 2 --explain
(W - F + 2P)/S + 1 = (32 - 5 + 2*0)/2 + 1 = 27/2 + 1 = 13.5 + 1 = 14.5
14.5 is not a whole number: the filter cannot slide over the input evenly.
14 windows fit; the last covers cells 26 to 30, and cell 31 is left over.
A 15th window would need cells 28 to 32.

What would fit:
  stride   1, 3, 9 or 27 (the divisors of 32 - 5 = 27)
  padding  none: 27 + 2P is odd for every P; one cell at one end, -P 0:1: 15
  input    -W 31: 14; -W 33: 15
  filter   -F 4: 15; -F 6: 14
  or drop cell 31, as PyTorch does: --round floor: 14
cnncalc: convout: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27; no even padding does, -P 0:1 gives 15; --round floor gives 14
? 1

# Gates, forward and backward.
$ cnncalc sigmoid-grad -x 2 --explain
f(x) = 1/(1 + e^-x) at x = 2

Forward
  gate  function    value
  a     -x          -2
  b     exp(a)      0.135335
  c     1 + b       1.13534
  f     1/c         0.880797

Backward: downstream = upstream * local
  gate  upstream    local                    downstream
  f     ff = 1      -1/c^2 = -0.775803       fc = -0.775803
  c     -0.775803   1                        fb = -0.775803
  b     -0.775803   exp(a) = 0.135335        fa = -0.104994
  a     -0.104994   -1                       fx = 0.104994

Check, in closed form
  f' = -1/(1 + e^-x)^2 * e^-x * -1 = 1/(1 + e^-x) * e^-x/(1 + e^-x)
     = sigmoid(x)*(1 - sigmoid(x)) = 0.880797*(1 - 0.880797) = 0.104994

Working shown to 6 digits.
out=0.8807970779778824
fx=0.10499358540350652

# Paths that meet.
$ cnncalc complex-grad -x 2 -y 4 --explain
f(x, y) = ln x * sigmoid(sqrt y) / sigmoid((x + y)^2) at x = 2, y = 4

Forward
  gate  function     value
  a     ln x         0.693147
  b     sqrt y       2
  c     sigmoid(b)   0.880797
  d     a*c          0.610522     numerator
  g     x + y        6
  h     g^2          36
  i     sigmoid(h)   1            denominator; 1 - i = 2.31952e-16
  j     1/i          1            d/i as d*j: no quotient rule
  f     d*j          0.610522

Backward: downstream = upstream * local, from the output back
  gate  upstream       local                               downstream
  f     ff = 1         j = 1                               fd = 1
                       d = 0.610522                        fj = 0.610522
  j     0.610522       -1/i^2 = -1                         fi = -0.610522
  i     -0.610522      sigmoid(h)*sigmoid(-h)
                         = 2.31952e-16                     fh = -1.41612e-16
  h     -1.41612e-16   2*g = 12                            fg = -1.69934e-15
  g     -1.69934e-15   1                                   fx_1 = -1.69934e-15
                       1                                   fy_1 = -1.69934e-15
  d     1              c = 0.880797                        fa = 0.880797
                       a = 0.693147                        fc = 0.693147
  a     0.880797       1/x = 0.5                           fx_2 = 0.440399
  c     0.693147       sigmoid(b)*sigmoid(-b) = 0.104994   fb = 0.072776
  b     0.072776       1/(2*sqrt y) = 0.25                 fy_2 = 0.018194

Paths that meet are added
  fx = fx_1 + fx_2 = -1.69934e-15 + 0.440399 = 0.440399
  fy = fy_1 + fy_2 = -1.69934e-15 + 0.018194 = 0.018194

sigmoid(-u) is 1 - sigmoid(u), without its rounding. Working to 6 digits.
out=0.6105220112458076
fx=0.4403985389889396
fy=0.018194001924828396

# One step of gradient descent.
$ cnncalc gdstep -x 2 -g 0.1 -s 0.2 --explain
x - s*g = 2 - 0.2*0.1 = 2 - 0.02 = 1.98

# Steps of it.
$ cnncalc gdstep --of 'x^2' x=2 -s 0.1 -n 3 --explain
f = x^2; each step: x - s*fx, with s = 0.1

step 1  f = 4        fx = 4      x = 2 - 0.1*4 = 2 - 0.4 = 1.6
step 2  f = 2.56     fx = 3.2    x = 1.6 - 0.1*3.2 = 1.6 - 0.32 = 1.28
step 3  f = 1.6384   fx = 2.56   x = 1.28 - 0.1*2.56 = 1.28 - 0.256 = 1.024

Working shown to 6 digits.
x=1.024
f=1.048576
