# Every example of the program's interface, to the letter.

# How large is the output of a conv layer?
$ cnncalc convout -W 227 -F 11 -S 4
55
$ cnncalc convout -W 227x227x3 -F 11 -S 4 -K 96
55x55x96
$ cnncalc convout -W 227 -F 11 -S 4 -C 3 -K 96 -o neurons,connections,params
290400	363	34944
$ cnncalc convout -W 32 -F 5 -S 3 -P 3
12
$ cnncalc convout -W 227 -F 11 -S 4 --explain
(W - F + 2P)/S + 1 = (227 - 11 + 2*0)/4 + 1 = 216/4 + 1 = 54 + 1 = 55
$ cnncalc convout -W 32 -F 5 -S 2
cnncalc: convout: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27; no even padding does, -P 0:1 gives 15; --round floor gives 14
? 1
$ cnncalc convout -W 224 -F 7 -S 2 -P 3 -R floor
112
$ cnncalc convout -W 640 -H 480 -F 3 -P 1 -K 16
640x480x16
$ cnncalc convout -W 32x32x3 -F 5x5x3 -K 10 --expect 28x28x10
28x28x10

# How many trainable parameters has it?
$ cnncalc params -F 11 -C 3 -K 96
34944
$ cnncalc params -W 31 -F 3 -S 2 -P 1 -C 5 -K 25
1150

# A pool layer keeps the depth.
$ cnncalc pool -W 55x55x96 -F 3 -S 2
27x27x96

# The sigmoid, by hand: the doubles nearest to the true values.
$ cnncalc sigmoid-grad -x 2
out=0.8807970779778824
fx=0.10499358540350652

# One step of gradient descent, rounded once.
$ cnncalc gdstep -x 2 -g 0.1 -s 0.2
1.98

# The gradients of any expression.
$ cnncalc grad -p 6 'ln(x)*sigmoid(sqrt(y))/sigmoid((x+y)^2)' x=2 y=4
out=0.610522
fx=0.440399
fy=0.018194
