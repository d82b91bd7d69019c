# What no other file comes to: forms together, the longest and the most, the edges of numbers.

# ---- Forms of an answer ----------------------------------------------------------------------

# -o beside -a says which values.
$ cnncalc convout -W 227 -F 11 -S 4 -a -o out
55
$ printf 'W\n227\n' | cnncalc convout -F 11 -S 4 --columns header -a -o out
out
55

# No number is met where there is none: 3037000500^2*3*1000000.
$ cnncalc convout -W 3037000500 -F 1 -C 3 -K 1000000 -o macs --json --expect 0
{"macs":null}
cnncalc: convout: --expect: 0 is not the answer, which is beyond 2^63 - 1
? 1

# A line that is too long has no question above its solution.
$ head -c 1100000 /dev/zero | tr '\0' x | cnncalc batch --explain
# 1:
-
cnncalc: -:1: line: longer than 1048576 bytes

? 2

# ---- Columns ---------------------------------------------------------------------------------

$ printf '227 1 2 3 4 5 6 7 8\n' | cnncalc convout -F 11 -S 4 --columns W,_,_,_,_,_,_,_,_
55
$ printf '1\n' | cnncalc convout -F 3 --columns "W$(printf ',_%.0s' $(seq 1024))"
cnncalc: convout: --columns: more than 1024 columns
? 2
$ printf '1\n' | cnncalc convout -F 3 --columns "W,$(printf 'a%.0s' $(seq 64))"
cnncalc: convout: --columns: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...': a longer name than any
? 2
$ printf 'W\0\n' | cnncalc convout -F 3 --columns header
cnncalc: -:1: convout: line: has a NUL byte
? 2
$ printf '1\n' | cnncalc grad 'x*y' x=1 --columns x
cnncalc: grad: --columns: 'x': also given as an operand
? 2
$ printf '1\n' | cnncalc gdstep --of 'x*y' x=1 -s 1 --columns g
cnncalc: gdstep: --columns: 'g': does not go with this question
? 2
$ printf '1\n' | cnncalc gdstep --of 'z*y' z=1 -s 1 --columns x
cnncalc: gdstep: --columns: 'x': does not go with this question
? 2
$ printf '1\n' | cnncalc gdstep --of 'z*y' z=1 -s 1 --columns parameter
cnncalc: gdstep: --columns: 'parameter': does not go with this question
? 2
$ printf '1\n' | cnncalc gdstep -x 1 -s 1 --columns n
cnncalc: gdstep: --columns: 'n': does not go with this question
? 2
$ printf '1\n' | cnncalc convout -F 3 --explain --columns W
cnncalc: convout: --explain: not with --columns
? 2

# ---- What would fit ---------------------------------------------------------------------------

$ cnncalc convout -W 32x32 -H 32 -F 5 -S 2
cnncalc: convout: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27; no even padding does, -P 0:1 gives 15x15; --round floor gives 14x14
? 1
$ cnncalc convout -W 4x5 -F 5x9223372036854775807 -d 1x2
cnncalc: convout: --filter-size: 5 is wider than the padded width: 4 + 2*0 = 4
? 1
$ cnncalc convout --explain -W 4x5 -F 5x9223372036854775807 -d 1x2
F = 5 is wider than the padded width: 4 + 2*0 = 4.
Not even one window fits.
cnncalc: convout: --filter-size: 5 is wider than the padded width: 4 + 2*0 = 4
? 1
$ cnncalc convout --explain -W 32 -F 9223372036854775807 -S 2
F = 9223372036854775807 is wider than the padded input: 32 + 2*0 = 32.
Not even one window fits.
cnncalc: convout: --filter-size: 9223372036854775807 is wider than the padded input: 32 + 2*0 = 32
cnncalc: hint: -F 32 gives 1; no even padding does, -P 4611686018427387887:4611686018427387888 gives 1; -W 9223372036854775807 gives 1
? 1
$ cnncalc convout --explain -W 9223372036854775807 -F 2 -S 2
(W - F + 2P)/S + 1
  = (9223372036854775807 - 2 + 2*0)/2 + 1 = 9223372036854775805/2 + 1
  = 4611686018427387902.5 + 1 = 4611686018427387903.5
4611686018427387903.5 is not a whole number: the filter cannot slide over the input evenly.

What would fit:
  stride   1, 5 or 23
  padding  none: 9223372036854775805 + 2P is odd for every P;
           one cell at one end, -P 0:1: 4611686018427387904
  input    -W 9223372036854775806: 4611686018427387903
  filter   -F 1: 4611686018427387904; -F 3: 4611686018427387903
  or drop the rest, as PyTorch does: --round floor: 4611686018427387903
cnncalc: convout: --stride: 2 does not fit: (9223372036854775807 - 2 + 2*0)/2 + 1 = 4611686018427387903.5 is not a whole number
cnncalc: hint: strides that fit: 1, 5, 23; no even padding does, -P 0:1 gives 4611686018427387904; --round floor gives 4611686018427387903
? 1
$ cnncalc convout --explain -W 32 -F 5 -S 9223372036854775807
(W - F + 2P)/S + 1
  = (32 - 5 + 2*0)/9223372036854775807 + 1 = 27/9223372036854775807 + 1
  = 1 + 27/9223372036854775807
1 + 27/9223372036854775807 is not a whole number: the filter cannot slide over the input evenly.

What would fit:
  stride   1, 3, 9 or 27
  padding  -P 4611686018427387890: 2
  input    -W 5: 1
  filter   -F 32: 1
  or drop the rest, as PyTorch does: --round floor: 1
cnncalc: convout: --stride: 9223372036854775807 does not fit: (32 - 5 + 2*0)/9223372036854775807 + 1 = 1 + 27/9223372036854775807 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27; -P 4611686018427387890 gives 2; --round floor gives 1
? 1
$ cnncalc convout --explain -W 32 -F 5 -S 2 -P 4611686018427387903
(W - F + 2P)/S + 1
  = (32 - 5 + 2*4611686018427387903)/2 + 1 = 4611686018427387916.5 + 1
  = 4611686018427387917.5
4611686018427387917.5 is not a whole number: the filter cannot slide over the input evenly.

What would fit:
  stride   3, 11, 17, 33 or 51
  padding  none: 27 + 2P is odd for every P;
           one cell more at the end, -P 4611686018427387903:4611686018427387904: 4611686018427387918
  input    -W 31: 4611686018427387917; -W 33: 4611686018427387918
  filter   -F 4: 4611686018427387918; -F 6: 4611686018427387917
  or drop the rest, as PyTorch does: --round floor: 4611686018427387917
cnncalc: convout: --stride: 2 does not fit: (32 - 5 + 2*4611686018427387903)/2 + 1 = 4611686018427387917.5 is not a whole number
cnncalc: hint: strides that fit: 3, 11, 17, 33, 51; no even padding does, -P 4611686018427387903:4611686018427387904 gives 4611686018427387918; --round floor gives 4611686018427387917
? 1
$ cnncalc convout --explain -W 32 -F 5 -S 2 -P 0:4611686018427387905
(W - F + begin + end)/S + 1
  = (32 - 5 + 0 + 4611686018427387905)/2 + 1 = 4611686018427387932/2 + 1
  = 2305843009213693966 + 1 = 2305843009213693967
$ cnncalc convout --explain -W 32x33 -F 5 -S 2
width   (W - F + 2P)/S + 1 = (32 - 5 + 2*0)/2 + 1 = 27/2 + 1 = 13.5 + 1 = 14.5
height  (W - F + 2P)/S + 1 = (33 - 5 + 2*0)/2 + 1 = 28/2 + 1 = 14 + 1 = 15
14.5 is not a whole number: the filter cannot slide over the width evenly.
14 windows fit; the last covers cells 26 to 30, and cell 31 is left over.
A 15th window would need cells 28 to 32.

What would fit:
  stride   1
  padding  none: 27 + 2P is odd for every P;
           one cell at one end, -P 0:1x0: 15x15
  input    -W 31x33: 14x15; -W 33x33: 15x15
  filter   -F 4x5: 15x15; -F 6x5: 14x15
  or drop cell 31, as PyTorch does: --round floor: 14x15
cnncalc: convout: --stride: 2 does not fit the width: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1; no even padding does, -P 0:1x0 gives 15x15; -W 31x33 gives 14x15; -W 33x33 gives 15x15; --round floor gives 14x15
? 1
$ cnncalc convout --explain -W 8 -F 5 -S 9
(W - F + 2P)/S + 1 = (8 - 5 + 2*0)/9 + 1 = 3/9 + 1 = 1/3 + 1 = 1 + 1/3
1 + 1/3 is not a whole number: the filter cannot slide over the input evenly.
1 window fits; it covers cells 0 to 4, and cells 5 to 7 are left over.
A 2nd window would need cells 9 to 13.

What would fit:
  stride   1 or 3 (the divisors of 8 - 5 = 3)
  padding  -P 3: 2
  input    -W 5: 1; -W 14: 2
  filter   -F 8: 1
  or drop cells 5 to 7, as PyTorch does: --round floor: 1
cnncalc: convout: --stride: 9 does not fit: (8 - 5 + 2*0)/9 + 1 = 1 + 1/3 is not a whole number
cnncalc: hint: strides that fit: 1, 3; -P 3 gives 2; --round floor gives 1
? 1
$ cnncalc convout --explain -W 807 -F 5 -S 4
(W - F + 2P)/S + 1 = (807 - 5 + 2*0)/4 + 1 = 802/4 + 1 = 200.5 + 1 = 201.5
201.5 is not a whole number: the filter cannot slide over the input evenly.
201 windows fit; the last covers cells 800 to 804,
and cells 805 and 806 are left over.
A 202nd window would need cells 804 to 808.

What would fit:
  stride   1 or 2 (among the divisors of 807 - 5 = 802)
  padding  -P 1: 202
  input    -W 805: 201; -W 809: 202
  filter   -F 3: 202; -F 7: 201
  or drop cells 805 and 806, as PyTorch does: --round floor: 201
cnncalc: convout: --stride: 4 does not fit: (807 - 5 + 2*0)/4 + 1 = 201.5 is not a whole number
cnncalc: hint: strides that fit: 1, 2; -P 1 gives 202; --round floor gives 201
? 1
$ cnncalc convout --explain -W 867 -F 5 -S 4
(W - F + 2P)/S + 1 = (867 - 5 + 2*0)/4 + 1 = 862/4 + 1 = 215.5 + 1 = 216.5
216.5 is not a whole number: the filter cannot slide over the input evenly.
216 windows fit; the last covers cells 860 to 864,
and cells 865 and 866 are left over.
A 217th window would need cells 864 to 868.

What would fit:
  stride   1 or 2 (among the divisors of 867 - 5 = 862)
  padding  -P 1: 217
  input    -W 865: 216; -W 869: 217
  filter   -F 3: 217; -F 7: 216
  or drop cells 865 and 866, as PyTorch does: --round floor: 216
cnncalc: convout: --stride: 4 does not fit: (867 - 5 + 2*0)/4 + 1 = 216.5 is not a whole number
cnncalc: hint: strides that fit: 1, 2; -P 1 gives 217; --round floor gives 216
? 1
$ cnncalc pool --explain -W 9223372036854775807 -F 2
A pool layer keeps the depth of its input and has no parameters.
(W - F + 2P)/S + 1
  = (9223372036854775807 - 2 + 2*0)/2 + 1 = 9223372036854775805/2 + 1
  = 4611686018427387902.5 + 1 = 4611686018427387903.5
4611686018427387903.5 is not a whole number: the filter cannot slide over the input evenly.

What would fit:
  stride   1, 5 or 23
  padding  none: 9223372036854775805 + 2P is odd for every P;
           one cell at one end, -P 0:1: 4611686018427387904
  input    -W 9223372036854775806: 4611686018427387903
  filter   -F 1: 9223372036854775807; -F 7: 1317624576693539401
  or drop the rest, as PyTorch does: --round floor: 4611686018427387903
cnncalc: pool: --stride: 2 does not fit: (9223372036854775807 - 2 + 2*0)/2 + 1 = 4611686018427387903.5 is not a whole number
cnncalc: hint: strides that fit: 1, 5, 23; no even padding does, -P 0:1 gives 4611686018427387904; --round floor gives 4611686018427387903
? 1

# ---- Checked gradients ---------------------------------------------------------------------------

$ cnncalc grad 'relu(x - 1)' x=0.99999 --check
out=0
fx=0

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        0              0              0
$ cnncalc grad 'relu(1 - x)' x=1.000001 --check
out=0
fx=0

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        0              0              0
$ cnncalc grad 'x^2 + relu(x - 1)' x=0.9999999 --check
out=0.9999998000000101
fx=1.9999998

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        2              2              7.7e-10
$ cnncalc grad 'x*y' x=1 y=2 --check -p 3
out=2
fx=2
fy=1

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop     differences  relative difference
  fx        2            2            0
  fy        1            1            0
$ cnncalc grad '1e17 + x' x=1 --check
out=1e+17
fx=1

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        1              0              lost in rounding

# ---- Pictures ----------------------------------------------------------------------------------

$ cnncalc convout --draw -W 1000 -F 3 -S 2 -R ceil
                                              999999999999999999999999999999999
                  11111111112222222222333333  666777777777788888888889999999999
window  012345678901234567890123456789012345~~789012345678901234567890123456789
     0  ###
     1    ###
   ...
   499                                                                       ##!
# seen  ! outside  ~~ more
$ cnncalc convout --draw -W 9 -F 1 -d 2
window   0 1 2 3 4 5 6 7 8
     0   #
     1     #
     2       #
     3         #
     4           #
     5             #
     6               #
     7                 #
     8                   #
# seen
$ cnncalc convout --draw -W 1 -F 3 -S 2 --transpose
window   P P 0 P P
     0   # # #
     1     # # #
     2       # # #
# seen  P padding
$ cnncalc convout --draw -W 1000 -F 3 -S 50 -R floor
                                             999999999999999999999  9999999999
                  11  444444444555555555566  444444444555555555566  9999999999
window  012345678901~~123456789012345678901~~123456789012345678901~~0123456789
     0  ###
     1                         ###
   ...
    19                                                ###
unseen     xxxxxxxxx~~xxxxxxxxx   xxxxxxxxx~~xxxxxxxxx   xxxxxxxxx~~xxxxxxxxxx
# seen  x unseen  ~~ more
$ cnncalc convout --draw -W 1000 -F 3 -S 50 -R ceil
                                             999999999999999999999  9999999999
                  11  444444444555555555566  444444444555555555566  9999999999
window  012345678901~~123456789012345678901~~123456789012345678901~~0123456789
     0  ###
     1                         ###
   ...
    19                                                ###
unseen     xxxxxxxxx~~xxxxxxxxx   xxxxxxxxx~~xxxxxxxxx   xxxxxxxxx~~xxxxxxxxxx
# seen  x unseen  ~~ more
$ cnncalc convout --draw -W 9223372036854775807 -F 3 -S 9223372036854775807 --transpose
cnncalc: convout: --input-size: the size of the output is beyond 2^63 - 1
? 1
$ cnncalc convout --draw -W 9223372036854775807 -F 3 -P 9223372036854775807
cnncalc: convout: --input-size: the size of the output is beyond 2^63 - 1
? 1
$ cnncalc convout --draw -W 3 -F 3 -S 4611686018427387904 --transpose
cnncalc: convout: --input-size: the size of the output is beyond 2^63 - 1
? 1
$ cnncalc convout --draw -W 1000 -F 3 -S 4 -d 6 --transpose
                                              9   9   9   9   9   9
                                              9   9   9   9   9   9
window  PPPPPPPPPPPP0...1...2...3...4...5..~~.4...5...6...7...8...9PPPPPPPPPPPP
     0  #-----#-----#
     1   #-----#-----#
   ...
  4008                                                            #-----#-----#
# seen  - hole  P padding  . zero  ~~ more
$ cnncalc convout --draw -W 1000 -F 3 -S 7 -d 12 -R floor
                                                  99999999999999999  99999999999
                  111111111122222222223333333333  66666777777777788  89999999999
window  0123456789012345678901234567890123456789~~56789012345678901~~90123456789
     0  #-----------#-----------#
     1         #-----------#-----------#
   ...
   139                                                    #--------~~--------#
unseen   xxxxxx xxxx x xxxx x xx x x xx x x xx x~~x xx x x xx x xxx~~x xxxxxx xx
# seen  - hole  x unseen  ~~ more

# Not one cell that is shown is unseen, but nine of ten between them are.
$ cnncalc convout --draw --width 64 -W 9000000000000000001 -F 500 -S 20 -d 10 -P 1000
                                   8  8  9
                                   9  9  0
                                   9  9  0
                                   9  9  0
                                   9  9  0
                                   9  9  0
                                   9  9  0
                                   9  9  0
                                   9  9  0
                                   9  9  0
                                   9  9  0
                                   9  9  0
                                   9  9  0
                                   9  9  0
                                   9  9  0
                             3  4  6  6  0
                             9  0  0  0  0
                             9  1  0  2  0
            window  P~~P~~0~~0~~0~~0~~0~~0~~P~~
                 0  #~~#~~#~~#
                 1     #~~#~~#~~#
               ...
449999999999999850                 #~~#~~#~~#
449999999999999851                    #~~#~~#~~!
            unseen   ~~ ~~ ~~ ~~ ~~ ~~ ~~ ~~ ~~
# seen  - hole  P padding  ! outside  x unseen  ~~ more
cnncalc: convout: --stride: 20 does not fit: (9000000000000000001 - 4991 + 2*1000)/20 + 1 = 449999999999999851.5 is not a whole number
cnncalc: hint: strides that fit: 1, 2, 5, 10, 11, 22, 55; -P 1005 gives 449999999999999852; --round floor gives 449999999999999851
? 1

# The filter is wider than the stride, and as wide: nothing is added.
$ cnncalc convout --draw -W 3 -F 3 -S 2 --transpose -P same
window   P P 0 . 1 . 2 P
     0   # # #
     1     # # #
     2       # # #
     3         # # #
     4           # # #
     5             # # #
# seen  P padding  . zero
$ cnncalc convout --draw -W 3 -F 2 -S 2 --transpose -P same
window   P 0 . 1 . 2 P
     0   # #
     1     # #
     2       # #
     3         # #
     4           # #
     5             # #
# seen  P padding  . zero

# ---- Rows of plain numbers -----------------------------------------------------------------------

# After the first row: a tab, numbers that are too long, too large, too small or no numbers, too few
# and too many of them, a skipped column, no newline at the end.
$ printf '227 11\n227\t11\n99999999999999999999 3\n9223372036854775808 3\n0 3\n7 x\n5\n5 3 1\n 5  3 \r\n5 3' | cnncalc convout --columns W,F
217
217
-
cnncalc: -:3: convout: --input-size: 99999999999999999999 is beyond 9223372036854775807
-
cnncalc: -:4: convout: --input-size: 9223372036854775808 is beyond 9223372036854775807
-
cnncalc: -:5: convout: --input-size: 0 is below 1
-
cnncalc: -:6: convout: --filter-size: 'x' is not a size: whole numbers joined by x
-
cnncalc: -:7: convout: --columns: 1 column, where 2 are named
-
cnncalc: -:8: convout: --columns: 3 columns, where 2 are named
3
3
? 2
$ printf 'a 227\nb 228\nc\n- 229\n' | cnncalc convout -F 11 --columns _,W
217
218
-
cnncalc: -:3: convout: --columns: 1 column, where 2 are named
219
? 2
$ printf '1 2\n1e3 -2\n1x 2\n1 1e999\n-1 2\n1 2' | cnncalc complex-grad --columns x,y
0	0.8045289570164766	0
-	-	-
cnncalc: -:2: complex-grad: --y: sqrt y is defined for y >= 0, not for -2
-	-	-
cnncalc: -:3: complex-grad: --x: '1x' is not a number
-	-	-
cnncalc: -:4: complex-grad: --y: '1e999' is beyond the largest double
-	-	-
cnncalc: -:5: complex-grad: --x: ln x is defined for x > 0, not for -1
0	0.8045289570164766	0
? 2
$ printf '2 1\n4 0\n1e-310 1\n2 1e-320\n3 1\n' | cnncalc complex-grad --columns x,y -p 6
0.506794	0.365199	0.0677737
-	-	-
cnncalc: -:2: complex-grad: --y: sqrt y has no derivative at 0, where 1/(2*sqrt y) is infinite
-	-	-
cnncalc: -:3: complex-grad: fx: the result is beyond the largest double
0.352921	0.229188	8.82308e+158
0.80315	0.243685	0.107999
? 1
$ for more in '-F 3x2' '-F 3 -S 1x2' '-F 3 -d 1x2' '-F 3 -P 1x0' '-F 3 -K 2' '-F 3 -C 3' '-F 3 -G 1' '-F 3 -C 3 --depthwise' '-F 3 --transpose' '-F 3 -H 9'; do
>     printf '8\n9\n' | cnncalc convout $more --columns W | tr '\n' ' '
> done
6x7 7x8 cnncalc: -:1: convout: --stride: 2 does not fit the height: (8 - 3 + 2*0)/2 + 1 = 3.5 is not a whole number
cnncalc: hint: strides that fit: 1, 5; no even padding does, -P 0:1 gives 7x4; --round floor gives 6x3
- 7x4 6x4 7x5 8x6 9x7 6x6x2 7x7x2 6 7 6 7 6x6x3 7x7x3 10 11 6x7 7x7 
\ no newline
$ printf '8\n9\n10x10\n' | cnncalc pool -F 3 -R floor --columns W
2
3
3x3
$ printf '8 1\n9 1\n' | cnncalc convout -F 3 --columns W,dims
6
7
$ printf '8 3\n9 4\n' | cnncalc sigmoid-grad --columns x,p
cnncalc: sigmoid-grad: --columns: 'p': cannot be a column
? 2
$ printf '8 1\n9 2\n' | cnncalc convout -F 3 --columns W,K
6x6x1
7x7x2

# ---- Words of a line -----------------------------------------------------------------------------

$ printf "grad 'x\\\\y' x=1\n" | cnncalc batch
-
cnncalc: -:1: grad: '\' at byte 2: expected an operator
cnncalc: hint: x\y
cnncalc: hint:  ^
? 2
$ cnncalc convout '-{'
cnncalc: convout: -{: unknown option
? 2
$ cnncalc convout -.5
cnncalc: convout: -.: unknown option
cnncalc: hint: a negative value follows its option: -x -1
? 2
$ cnncalc convout -5
cnncalc: convout: -5: unknown option
cnncalc: hint: a negative value follows its option: -x -1
? 2
$ cnncalc convout --=5
cnncalc: convout: --: unknown option
? 2
$ cnncalc convout -- --x
cnncalc: convout: '--x': unexpected operand
cnncalc: hint: for example: cnncalc convout -W 227 -F 11 -S 4
? 2
$ cnncalc grad -q
cnncalc: grad: -q: unknown option
cnncalc: hint: an expression that begins with - stands behind --: -- '-q'
? 2
$ cnncalc grad -q 5
cnncalc: grad: -q: unknown option
cnncalc: hint: a variable's value has no dash: q=5
? 2
$ cnncalc grad -q five
cnncalc: grad: -q: unknown option
cnncalc: hint: an expression that begins with - stands behind --: -- '-q'
? 2
$ cnncalc grad -xy
cnncalc: grad: -x: unknown option
cnncalc: hint: an expression that begins with - stands behind --: -- '-xy'
? 2
$ cnncalc grad x -P
cnncalc: grad: -P: unknown option
cnncalc: hint: did you mean -p, --precision?
? 2
$ cnncalc sigmoid-grad padding
cnncalc: sigmoid-grad: 'padding': unexpected operand
cnncalc: hint: for example: cnncalc sigmoid-grad -x 2
? 2
$ cnncalc net a b
cnncalc: net: 'b': unexpected operand
cnncalc: hint: for example: cnncalc net network.net
? 2
$ cnncalc batch a b
cnncalc: batch: 'b': unexpected operand
cnncalc: hint: for example: cnncalc batch questions.txt
? 2
$ cnncalc completion bash zsh
cnncalc: completion: 'zsh': unexpected operand
cnncalc: hint: for example: cnncalc completion bash
? 2
$ cnncalc convout --json=1
cnncalc: convout: --json: takes no value
? 2
$ cnncalc "$(printf 'a%.0s' $(seq 100))"
cnncalc: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...': unknown command
? 2
$ cnncalc convout "--$(printf 'a%.0s' $(seq 100))"
cnncalc: convout: --aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...: unknown option
? 2
$ cnncalc convout -W 5 -F 3 -o "out$(printf ',out%.0s' $(seq 200))"
cnncalc: convout: --only: more than 64 names
? 2
$ cnncalc convout -W 5 -F 3 -o neurons,weights
cnncalc: convout: --only: neurons needs --filters
? 2
$ cnncalc convout -W 5 -F 3 --transpose -o unused
cnncalc: convout: --only: unused is not known for a transposed layer
? 2
$ cnncalc sigmoid-grad -x 2 -o "$(printf 'a%.0s' $(seq 70))"
cnncalc: sigmoid-grad: --only: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...': unknown field
cnncalc: hint: fields: x out fx a b c f ff fc fb fa
? 2
$ cnncalc grad "$(printf 'x%d+' $(seq 200))1" $(printf 'x%d=1 ' $(seq 200)) -o nosuch
cnncalc: grad: --only: 'nosuch': unknown field
cnncalc: hint: fields: x1 x2 x3 x4 x5 x6 x7 x8 x9 x10 x11 x12 x13 x14 x15 x16 x17 x18 x19 x20 x21 x22 x23 x24 x25 x26 x27 x28 x29 x30 x31 x32 x33 x34 x35 x36 x37 x38 x39 x40 x41 x42 x43 x44 x45 x46 x47 x48 x49 x50 x51 x52 x53 x54 x55 x56 x57 x58 x59 x60 x61 x62 x63 x64 x65 x66 x67 x68 x69 x70 x71 x72 x73 x74 x75 x76 x77 x78 x79 x80 x81 x82 x83 x84 x85 x86 x87 x88 x89 x90 x91 x92 x93 x94 x95 x96 x97 x98 x99 x100 x101 ...
? 2

# ---- Expressions ---------------------------------------------------------------------------------

$ cnncalc grad "$(printf 'x \177 y')" x=1 y=2
cnncalc: grad: '\x7f' at byte 3: expected an operator
cnncalc: hint: x   y
cnncalc: hint:   ^
? 2
$ cnncalc grad 'X(1)' X=1
cnncalc: grad: 'X' at byte 1: unknown function
cnncalc: hint: X(1)
cnncalc: hint: ^
cnncalc: hint: a product is written with *
? 2
$ cnncalc grad '_(1)' _=1
cnncalc: grad: '_' at byte 1: unknown function
cnncalc: hint: _(1)
cnncalc: hint: ^
cnncalc: hint: a product is written with *
? 2
$ cnncalc grad '9(1)'
cnncalc: grad: '(' at byte 2: expected an operator
cnncalc: hint: 9(1)
cnncalc: hint:  ^
cnncalc: hint: a product is written with *
? 2
$ cnncalc grad '2x{' x=1
cnncalc: grad: 'x' at byte 2: expected an operator
cnncalc: hint: 2x{
cnncalc: hint:  ^
cnncalc: hint: a product is written with *
? 2
$ cnncalc grad 'x*y' 1x=2 y=1
cnncalc: grad: '1x=2': unexpected operand
cnncalc: hint: an expression is one word, in quotes: cnncalc grad 'x^2*y' x=3 y=2
? 2
$ cnncalc grad 'x*y' '=2'
cnncalc: grad: '=2': unexpected operand
cnncalc: hint: an expression is one word, in quotes: cnncalc grad 'x^2*y' x=3 y=2
? 2
$ cnncalc grad "$(printf 'x*1.%de308+' $(seq 10 30))0" x=1e-300
cnncalc: grad: fx: the sum of its parts is beyond the largest double
? 1
$ cnncalc grad -p 3 '(-x)*exp(x)' x=-2 --explain
f(x) = (-x)*exp(x) at x = -2

Forward
  gate  function    value
  a     -x          2
  b     exp(x)      0.135
  out   a*b         0.271

Backward: downstream = upstream * local, from the output back
  gate  upstream   local                    downstream
  out   fout = 1   b = 0.135                fa = 0.135
                   a = 2                    fb = 2
  b     2          exp(x) = 0.135           fx_1 = 0.271
  a     0.135      -1                       fx_2 = -0.135

Paths that meet are added
  fx = fx_1 + fx_2 = 0.271 + (-0.135) = 0.135

Working shown to 3 digits.
out=0.271
fx=0.135
$ cnncalc gdstep -x 1 -g 1e300 -s 1e300 --explain
cnncalc: gdstep: x: the result is beyond the largest double
? 1
$ cnncalc gdstep -x 1 -g 1 -s 1 extra
cnncalc: gdstep: 'extra': unexpected operand
cnncalc: hint: for example: cnncalc gdstep -x 2 -g 0.1 -s 0.2
? 2
$ cnncalc gdstep --of "$(printf 'x%d^2+' $(seq 20))0" $(printf 'x%d=1e200 ' $(seq 20)) -s 1
cnncalc: gdstep: step 0: a: x1^2 is beyond the largest double at x1 = 1e+200: 'x1^2'; there x1 = 1e+200, x2 = 1e+200, x3 = 1e+200, x4 = 1e+200, x5 = 1e+200, x6 = 1e+200, x7 = 1e+200, x8 = 1e+200, ...
? 1
$ cnncalc gdstep --of "$(printf 'x%d+' $(seq 200))1" $(printf 'x%d=3 ' $(seq 200)) -s 1 -a | tail -n 2
x200=2
f=401
$ cnncalc gdstep --of "$(printf 'x%d+' $(seq 200))1" $(printf 'x%d=3 ' $(seq 200)) -s 1 -a | grep -c '=2$'
200
$ cnncalc gdstep --of 'x^2' x=1e100 -s -1e100 -n 5
cnncalc: gdstep: step 1: out: x^2 is beyond the largest double at x = 2e+200: 'x^2'; there x = 2e+200
? 1
$ cnncalc gdstep --of '' x=1 -s 0.25
cnncalc: gdstep: the end, byte 1: expected a number, a name or (
? 2
$ cnncalc gdstep -x 2 -g 1 -s 1 -P 3
cnncalc: gdstep: -P: unknown option
cnncalc: hint: did you mean -p, --precision?
? 2
$ cnncalc gdstep --of 'x^2' x=1 -s 0.25 -n 2 extra
cnncalc: gdstep: 'extra': unexpected operand
cnncalc: hint: for example: cnncalc gdstep -x 2 -g 0.1 -s 0.2
? 2

# ---- Layers ---------------------------------------------------------------------------------------

$ cnncalc params -F 3x3x4611686018427387904 -G 4 -K 4
cnncalc: params: --filter-size: its channels times the groups are beyond 2^63 - 1
? 1
$ cnncalc params -F 3x3x2 -C 5 -G 2 -K 4
cnncalc: params: --groups: 2 does not divide the 5 channels
cnncalc: hint: groups that fit: 1
? 1
$ cnncalc convout --explain -W 9223372036854775807 -F 94 -P 1000 -S 2
(W - F + 2P)/S + 1
  = (9223372036854775807 - 94 + 2*1000)/2 + 1 = 4611686018427388856.5 + 1
  = 4611686018427388857.5
4611686018427388857.5 is not a whole number: the filter cannot slide over the input evenly.

What would fit:
  padding  none: 9223372036854775713 + 2P is odd for every P;
           one cell more at the end, -P 1000:1001: 4611686018427388858
  input    -W 9223372036854775806: 4611686018427388857
  filter   -F 93: 4611686018427388858; -F 95: 4611686018427388857
  or drop the rest, as PyTorch does: --round floor: 4611686018427388857
cnncalc: convout: --stride: 2 does not fit: (9223372036854775807 - 94 + 2*1000)/2 + 1 = 4611686018427388857.5 is not a whole number
cnncalc: hint: no even padding does, -P 1000:1001 gives 4611686018427388858; -W 9223372036854775806 gives 4611686018427388857; --round floor gives 4611686018427388857
? 1
$ cnncalc convout --explain -W 32 -F 5 -S 2 -P 0:4611686018427387904
(W - F + begin + end)/S + 1
  = (32 - 5 + 0 + 4611686018427387904)/2 + 1 = 4611686018427387931/2 + 1
  = 2305843009213693965.5 + 1 = 2305843009213693966.5
2305843009213693966.5 is not a whole number: the filter cannot slide over the input evenly.

What would fit:
  stride   1 or 31
  padding  none: 27 + 2P is odd for every P;
           one cell more at the end, -P 2305843009213693952:2305843009213693953: 2305843009213693967
  input    -W 31: 2305843009213693966; -W 33: 2305843009213693967
  filter   -F 4: 2305843009213693967; -F 6: 2305843009213693966
  or drop the rest, as PyTorch does: --round floor: 2305843009213693966
cnncalc: convout: --stride: 2 does not fit: (32 - 5 + 0 + 4611686018427387904)/2 + 1 = 2305843009213693966.5 is not a whole number
cnncalc: hint: strides that fit: 1, 31; no even padding does, -P 2305843009213693952:2305843009213693953 gives 2305843009213693967; --round floor gives 2305843009213693966
? 1
$ cnncalc convout --explain -W 1604 -F 5 -S 2
(W - F + 2P)/S + 1 = (1604 - 5 + 2*0)/2 + 1 = 1599/2 + 1 = 799.5 + 1 = 800.5
800.5 is not a whole number: the filter cannot slide over the input evenly.
800 windows fit; the last covers cells 1598 to 1602, and cell 1603 is left over.
An 801st window would need cells 1600 to 1604.

What would fit:
  stride   1, 3, 13, 39 or 41 (among the divisors of 1604 - 5 = 1599)
  padding  none: 1599 + 2P is odd for every P; one cell at one end, -P 0:1: 801
  input    -W 1603: 800; -W 1605: 801
  filter   -F 4: 801; -F 6: 800
  or drop cell 1603, as PyTorch does: --round floor: 800
cnncalc: convout: --stride: 2 does not fit: (1604 - 5 + 2*0)/2 + 1 = 800.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 13, 39, 41; no even padding does, -P 0:1 gives 801; --round floor gives 800
? 1
$ cnncalc convout --draw -W 3 -F 3 -S 4611686018427387904 -P 4611686018427387904 --transpose
cnncalc: convout: --draw: the cells cannot be numbered up to 2^63 - 1
? 1
$ cnncalc convout --draw -W 2 -F 3 -S 4611686018427387904 -d 2305843009213693951 -P 4611686018427387903 --transpose
cnncalc: convout: --draw: the cells cannot be numbered up to 2^63 - 1
? 1
$ cnncalc convout -W 9 -F 3 -C 840 -K 840 -G 11
cnncalc: convout: --groups: 11 does not divide the 840 channels
cnncalc: hint: groups that fit: 1, 2, 3, 4, 5, 6, 7, 8
? 1
$ cnncalc convout -W 3037000500 -F 1 -C 3 -K 1000000 --explain
Input 3037000500x3037000500x3, 1000000 filters of 1x1x3, stride 1, no padding:
W = 3037000500, C = 3, K = 1000000, F = 1, S = 1, P = 0.

size         (W - F + 2P)/S + 1
             = (3037000500 - 1 + 2*0)/1 + 1 = 3037000499/1 + 1 = 3037000499 + 1
             = 3037000500
             1 divides 3037000499: the filter fits, and no cell is left over.
volume       3037000500x3037000500x1000000:
             one slice of depth for each of the K = 1000000 filters.
neurons      3037000500*3037000500*K
             = 3037000500*3037000500*1000000 is beyond 2^63 - 1
connections  F*F*C = 1*1*3 = 3 for each neuron: a filter sees all channels.
weights      K*F^2*C = 1000000*1^2*3 = 3000000
biases       K = 1000000
params       K*(F^2*C + 1) = 1000000*(1^2*3 + 1) = 1000000*4 = 4000000
macs         neurons*connections is beyond 2^63 - 1

Answer: 3037000500x3037000500x1000000
$ cnncalc convout -W 3037000500 -F 1 -C 3 -K 1000000 --explain -o size
Input 3037000500x3037000500x3, 1000000 filters of 1x1x3, stride 1, no padding:
W = 3037000500, C = 3, K = 1000000, F = 1, S = 1, P = 0.

size         (W - F + 2P)/S + 1
             = (3037000500 - 1 + 2*0)/1 + 1 = 3037000499/1 + 1 = 3037000499 + 1
             = 3037000500
             1 divides 3037000499: the filter fits, and no cell is left over.
volume       3037000500x3037000500x1000000:
             one slice of depth for each of the K = 1000000 filters.
neurons      3037000500*3037000500*K
             = 3037000500*3037000500*1000000 is beyond 2^63 - 1
connections  F*F*C = 1*1*3 = 3 for each neuron: a filter sees all channels.
weights      K*F^2*C = 1000000*1^2*3 = 3000000
biases       K = 1000000
params       K*(F^2*C + 1) = 1000000*(1^2*3 + 1) = 1000000*4 = 4000000
macs         neurons*connections is beyond 2^63 - 1
3037000500
$ cnncalc convout -W 8x9 -F 3 -P same --explain
width    ceil(W/S) = ceil(8/1) = 8
height   ceil(W/S) = ceil(9/1) = 9
padding  max((size - 1)*S + F - W, 0) = max((8 - 1)*1 + 3 - 8, 0) = 2
         max((size - 1)*S + F - W, 0) = max((9 - 1)*1 + 3 - 9, 0) = 2
         begin:end is 1.

Answer: 8x9
$ cnncalc convout -W 8x9 -F 3 -P same --explain --dims 2
width    ceil(W/S) = ceil(8/1) = 8
height   ceil(W/S) = ceil(9/1) = 9
padding  max((size - 1)*S + F - W, 0) = max((8 - 1)*1 + 3 - 8, 0) = 2
         max((size - 1)*S + F - W, 0) = max((9 - 1)*1 + 3 - 9, 0) = 2
         begin:end is 1.

Answer: 8x9
$ cnncalc convout -W 9 -F 1 -d 3 --explain
E = d*(F - 1) + 1 = 3*(1 - 1) + 1 = 1
(W - E + 2P)/S + 1 = (9 - 1 + 2*0)/1 + 1 = 8/1 + 1 = 8 + 1 = 9
$ cnncalc params -F 3 -C 4 -K 6 -G 4 --explain
cnncalc: params: --groups: 4 does not divide the 6 filters
cnncalc: hint: groups that fit: 1, 2
? 1
$ cnncalc convout -W 9 -F 3 -C 5 -K 4 -G 2 --explain
Input 9x9x5, 4 filters of 3x3, stride 1, no padding, 2 groups:
W = 9, C = 5, K = 4, F = 3, S = 1, P = 0, G = 2.

(W - F + 2P)/S + 1 = (9 - 3 + 2*0)/1 + 1 = 6/1 + 1 = 6 + 1 = 7
cnncalc: convout: --groups: 2 does not divide the 5 channels
cnncalc: hint: groups that fit: 1
? 1
$ cnncalc fit -W 1000 -O 3 -P 0 -S 7 --max-filter 100000
-W 1000 -F 986 -S 7 -P 0
cnncalc: hint: only even filters fit; --round floor finds 7 layers
$ cnncalc fit -W 100000 -O 3 -P 0 -F 6
cnncalc: fit: --output-size: no layer makes 3 of 100000
? 1
$ cnncalc fit -W 1001 -O 2 --explain -S 1000 -P 0 -F 1
-W 1001 -F 1 -S 1000 -P 0   (1001 - 1 + 2*0)/1000 + 1
                            = 1000/1000 + 1 = 1 + 1 = 2

# ---- Networks --------------------------------------------------------------------------------------

$ printf 'input -C 4\nx: input -C 5\nadd @x\n' | cnncalc net
layer  kind   output     params  macs     rf  jump
-      input  4               -     -      -     -
x      input  5               -     -      -     -
2      add    5               0     0      -     -

params 0   macs 0   flops 0
$ printf 'x: input -C 5\ninput -C 4\nadd @x\n' | cnncalc net
layer  kind   output     params  macs     rf  jump
x      input  5               -     -      -     -
-      input  4               -     -      -     -
cnncalc: -:3: net: add: 4 of the input and 5 of x are not equal
? 1
$ printf 'input -W 8x8x3\nconv - K\n' | cnncalc net
cnncalc: -:2: net: '-': unexpected word
? 2
$ printf 'default --foo 1\n' | cnncalc net
cnncalc: -:1: net: --foo: unknown option
? 2
$ printf 'default @x\n' | cnncalc net
cnncalc: -:1: net: '@x': unexpected word
? 2
$ printf 'default\n' | cnncalc net
cnncalc: -:1: net: default: an option is missing
? 2
$ printf 'input -W 8x8x4\nconv -F 3 --depthwise -G 2\n' | cnncalc net
cnncalc: -:2: net: --depthwise: --groups is told too
? 2
$ printf 'input -W 8x8x4\nconv -F 3 -G 2 --depthwise\n' | cnncalc net
cnncalc: -:2: net: --depthwise: --groups is told too
? 2
$ printf 'default upsample -O 16\ninput -W 8x8x4\nupsample -S 3\nupsample -S 2 -O 48\n' | cnncalc net
cnncalc: -:4: net: --output-size: --stride is told too
? 2
$ for layer in 'conv -K 1 -F 1' 'maxpool -F 1' globalpool adaptivepool crop flatten 'slice -K 1' relu 'dense -K 4' upsample; do
>     printf 'input -C 4\n%s -O 4x4\n' "$layer" | cnncalc net -o out 2>&1 | tail -n 1
> done
cnncalc: hint: an input with axes has a size: input -W 28x28x1
cnncalc: hint: an input with axes has a size: input -W 28x28x1
cnncalc: hint: an input with axes has a size: input -W 28x28x1
cnncalc: hint: an input with axes has a size: input -W 28x28x1
cnncalc: hint: an input with axes has a size: input -W 28x28x1
cnncalc: -:2: net: --output-size: 2 numbers, where the output is a vector
cnncalc: -:2: net: --output-size: 2 numbers, where the output is a vector
cnncalc: -:2: net: --output-size: 2 numbers, where the output is a vector
cnncalc: -:2: net: --output-size: 2 numbers, where the output is a vector
cnncalc: hint: an input with axes has a size: input -W 28x28x1
$ printf 'input -W 4x5x5x6 --dims 3\nconv -K 2 -F 3\n' | cnncalc net -o out
4x5x5x6
2x3x3x2
$ printf 'x: input -W 1x1x1x4 --dims 3\ninput -W 1x1x4\nmul @x\n' | cnncalc net
layer  kind   output      params  macs     rf  jump
x      input  1x1x1x4          -     -      1     1
-      input  1x1x4            -     -      1     1
cnncalc: -:3: net: mul: 1x1x4 of the input and 1x1x1x4 of x are not equal
? 1
$ printf 'x: input -W 1x1x1x4 --dims 3\ninput -W 2x2x4\nmul @x\n' | cnncalc net
layer  kind   output      params  macs     rf  jump
x      input  1x1x1x4          -     -      1     1
-      input  2x2x4            -     -      1     1
cnncalc: -:3: net: mul: 2x2x4 of the input and 1x1x1x4 of x are not equal
? 1
$ printf 'v: input -C 4\ninput -W 2x2x4\nmul @v\n' | cnncalc net
layer  kind   output     params  macs     rf  jump
v      input  4               -     -      -     -
-      input  2x2x4           -     -      1     1
cnncalc: -:3: net: mul: 2x2x4 of the input and 4 of v are not equal
? 1
$ printf 'v: input -W 2x2x4\ninput -C 4\nmul @v\n' | cnncalc net
layer  kind   output     params  macs     rf  jump
v      input  2x2x4           -     -      1     1
-      input  4               -     -      -     -
cnncalc: -:3: net: mul: 4 of the input and 2x2x4 of v are not equal
? 1
$ printf 'input -W 2x2x8\npixelshuffle -S 3037000500\n' | cnncalc net
layer  kind   output     params  macs     rf  jump
-      input  2x2x8           -     -      1     1
cnncalc: -:2: net: --stride: 3037000500*3037000500, which is beyond 2^63 - 1, does not divide the 8 channels
? 1
$ printf 'input -W 2x2x8\npixelshuffle -S 3\n' | cnncalc net
layer  kind   output     params  macs     rf  jump
-      input  2x2x8           -     -      1     1
cnncalc: -:2: net: --stride: 3*3 = 9 does not divide the 8 channels
? 1
$ printf 'input -C 3 -H 2\n' | cnncalc net
cnncalc: -:1: net: --height: a vector has no height
? 2
$ printf 'input -C 3 --dims 2\n' | cnncalc net
cnncalc: -:1: net: --dims: a vector has no axes
? 2
$ printf 'input @x -C 3\n' | cnncalc net
cnncalc: -:1: net: '@x': an input takes no other layer's output
? 2
$ printf 'a~: input -C 3\n' | cnncalc net
cnncalc: -:1: net: 'a~': is no label
cnncalc: hint: a letter or _, then letters, digits, _ . -
? 2
$ printf 'input -C 3\n%s\n' "$(printf 'conv_%.0s' $(seq 30))" | cnncalc net
cnncalc: -:2: net: 'conv_conv_conv_conv_conv_conv_conv_conv_conv_conv_conv_conv_...': unknown kind of layer
? 2
$ printf 'input -W 8x8x3\nconv -K 2 -F 3 -P 1:2x1:3\n' | cnncalc net
layer  kind              output     params   macs     rf  jump
-      input             8x8x3           -      -      1     1
1      conv 3x3+1:2x1:3  9x10x2         56  4,860    3x3   1x1

params 56   macs 4,860   flops 9,720
$ printf 'input -W 8x8x3\nconv -K 2 -F 3 -P 1:2x1:2\n' | cnncalc net
layer  kind          output     params   macs     rf  jump
-      input         8x8x3           -      -      1     1
1      conv 3x3+1:2  9x9x2          56  4,374      3     1

params 56   macs 4,374   flops 8,748
$ printf 'input -C 4611686018427387904\ndense -K 1 --no-bias\ninput -C 4611686018427387904\ndense -K 1 --no-bias\n' | cnncalc net
layer  kind   output                                  params                       macs     rf  jump
-      input  4611686018427387904                          -                          -      -     -
1      dense  1                    4,611,686,018,427,387,904  4,611,686,018,427,387,904      -     -
-      input  4611686018427387904                          -                          -      -     -
3      dense  1                    4,611,686,018,427,387,904  4,611,686,018,427,387,904      -     -
cnncalc: net: params: the count is beyond 2^63 - 1
? 1
$ printf 'input -W 3037000499x3037000499x1\nconv -K 1 -F 1\nconv -K 1 -F 1\n' | cnncalc net
layer  kind      output                      params                       macs     rf  jump
-      input     3037000499x3037000499x1          -                          -      1     1
1      conv 1x1  3037000499x3037000499x1          2  9,223,372,030,926,249,001      1     1
2      conv 1x1  3037000499x3037000499x1          2  9,223,372,030,926,249,001      1     1
cnncalc: net: macs: the count is beyond 2^63 - 1
? 1
$ printf 'input -C 4611686018427387903\ndense -K 1 --no-bias\n' | cnncalc net --dtype f32
cnncalc: -:1: net: memory: the count is beyond 2^63 - 1
? 1
$ printf 'input -C 1152921504606846976\ndense -K 1 --no-bias\nrelu\n' | cnncalc net --dtype f32
layer  kind   output                                  params                       macs     rf  jump                     memory
-      input  1152921504606846976                          -                          -      -     -  4,611,686,018,427,387,904
1      dense  1                    1,152,921,504,606,846,976  1,152,921,504,606,846,976      -     -                          4
2      relu   1                                            0                          0      -     -                          4

params 1,152,921,504,606,846,976   macs 1,152,921,504,606,846,976   flops 2,305,843,009,213,693,952
memory 4,611,686,018,427,387,912   param_memory 4,611,686,018,427,387,904   peak 4,611,686,018,427,387,908
$ printf 'input -C 1152921504606846976\nrelu\n' | cnncalc net --dtype f32
layer  kind   output                  params  macs     rf  jump                     memory
-      input  1152921504606846976          -     -      -     -  4,611,686,018,427,387,904
1      relu   1152921504606846976          0     0      -     -  4,611,686,018,427,387,904
cnncalc: net: memory: the count is beyond 2^63 - 1
? 1
$ printf 'input -C 1152921504606846975\nrelu\n' | cnncalc net --dtype f32
layer  kind   output                  params  macs     rf  jump                     memory
-      input  1152921504606846975          -     -      -     -  4,611,686,018,427,387,900
1      relu   1152921504606846975          0     0      -     -  4,611,686,018,427,387,900

params 0   macs 0   flops 0
memory 9,223,372,036,854,775,800   param_memory 0   peak 9,223,372,036,854,775,800
$ printf 'input -C 4611686018427387904\nrelu\n' | cnncalc net --dtype f32
cnncalc: -:1: net: memory: the count is beyond 2^63 - 1
? 1
$ printf 'input -C 4611686018427387904\ndense -K 1 --no-bias\n' | cnncalc net --explain
input: 4611686018427387904

1 dense: 1 neuron of 4611686018427387904 inputs
  params  K*C = 1*4611686018427387904 = 4611686018427387904
  macs    C*K = 4611686018427387904*1 = 4611686018427387904

cnncalc: net: flops: the count is beyond 2^63 - 1
? 1
$ printf 'input -C 2\ndense -K 3\n' | cnncalc net -a --json
{"layer":0,"C":2,"label":null,"kind":"input","out":"2","params":0,"weights":0,"biases":0,"macs":0,"flops":0,"rf":null,"jump":null,"start":null,"memory":8,"param_memory":0,"peak":8}
{"layer":1,"K":3,"C":2,"bias":true,"label":null,"kind":"dense","out":"3","params":9,"weights":6,"biases":3,"macs":6,"flops":12,"rf":null,"jump":null,"start":null,"memory":12,"param_memory":36,"peak":20}
{"layer":null,"label":null,"kind":null,"out":"3","params":9,"weights":6,"biases":3,"macs":6,"flops":12,"rf":null,"jump":null,"start":null,"memory":20,"param_memory":36,"peak":20}
$ printf 'input -C 2\nslice -K 1\ndense -K 1\n' | cnncalc net --explain
input: 2

1 slice: channel 0 of 2: 1; no parameters

2 dense: 1 neuron of 1 inputs
  params  K*(C + 1) = 1*(1 + 1) = 1*2 = 2
  macs    C*K = 1*1 = 1

Total
  params  2
  macs    1
  flops   2*macs = 2*1 = 2
$ printf 'input -W 8x8x3\nconv -K 2 -F 1 -d 2\nconv -K 2 -F 3x1 -d 2x1\nprelu --shared\nprelu\n' | cnncalc net --explain
input: 8x8x3

1 conv: 2 filters of 1x1x3, stride 1, no padding, dilation 2
  E       d*(F - 1) + 1 = 2*(1 - 1) + 1 = 1
  size    (8 - 1 + 2*0)/1 + 1 = 7/1 + 1 = 7 + 1 = 8, so 8x8x2
  params  K*(F^2*C + 1) = 2*(1^2*3 + 1) = 2*4 = 8
  macs    8*8*K*F^2*C = 8*8*2*1^2*3 = 384
  rf      1 + (E - 1)*1 = 1 + 0*1 = 1; jump 1*S = 1*1 = 1

2 conv: 2 filters of 3x1x2, stride 1, no padding, dilation 2x1
  E       d*(F - 1) + 1 = 2*(3 - 1) + 1 = 5
          d*(F - 1) + 1 = 1*(1 - 1) + 1 = 1
  width   (8 - 5 + 2*0)/1 + 1 = 3/1 + 1 = 3 + 1 = 4
  height  (8 - 1 + 2*0)/1 + 1 = 7/1 + 1 = 7 + 1 = 8, so 4x8x2
  params  K*(3*1*C + 1) = 2*(3*1*2 + 1) = 2*7 = 14
  macs    4*8*K*3*1*C = 4*8*2*3*1*2 = 384
  rf      width   1 + (E - 1)*1 = 1 + 4*1 = 5; jump 1*S = 1*1 = 1
          height  1 + (E - 1)*1 = 1 + 0*1 = 1; jump 1*S = 1*1 = 1

3 prelu: keeps the volume 4x8x2; one slope for all channels: 1 parameter

4 prelu: keeps the volume 4x8x2
  params  C = 2

Total
  params  8 + 14 + 1 + 2 = 25
  macs    384 + 384 = 768
  flops   2*macs = 2*768 = 1536
$ printf 'input -W 9x8x3\nx: conv -K 3 -F 3x1 -S 1 -P 1x0\nconv -K 3 -F 3x1 -S 1 -P 2:0x0\nadd @x\ny: conv -K 3 -F 1 -S 2 -P 0\n' | cnncalc net --explain -R floor
input: 9x8x3

x conv: 3 filters of 3x1x3, stride 1, padding 1x0
  width   floor((9 - 3 + 2*1)/1) + 1 = floor(8/1) + 1 = 8 + 1 = 9
  height  floor((8 - 1 + 2*0)/1) + 1 = floor(7/1) + 1 = 7 + 1 = 8, so 9x8x3
  params  K*(3*1*C + 1) = 3*(3*1*3 + 1) = 3*10 = 30
  macs    9*8*K*3*1*C = 9*8*3*3*1*3 = 1944
  rf      width   1 + (F - 1)*1 = 1 + 2*1 = 3; jump 1*S = 1*1 = 1
          height  1 + (F - 1)*1 = 1 + 0*1 = 1; jump 1*S = 1*1 = 1

2 conv: 3 filters of 3x1x3, stride 1, padding 2:0x0
  width   floor((9 - 3 + 2 + 0)/1) + 1 = floor(8/1) + 1 = 8 + 1 = 9
  height  floor((8 - 1 + 0 + 0)/1) + 1 = floor(7/1) + 1 = 7 + 1 = 8, so 9x8x3
  params  K*(3*1*C + 1) = 3*(3*1*3 + 1) = 3*10 = 30
  macs    9*8*K*3*1*C = 9*8*3*3*1*3 = 1944
  rf      width   3 + (F - 1)*1 = 3 + 2*1 = 5; jump 1*S = 1*1 = 1
          height  1 + (F - 1)*1 = 1 + 0*1 = 1; jump 1*S = 1*1 = 1

3 add: the sum of 2 and x: 9x8x3; no parameters
  rf      width   5; jump 1
          height  1; jump 1
          not aligned: units of the paths do not lie above one another
          2: width, jump 1, unit 0 over pixel -1
          2: height, jump 1, unit 0 over pixel 0
          x: width, jump 1, unit 0 over pixel 0
          x: height, jump 1, unit 0 over pixel 0

y conv: 3 filters of 1x1x3, stride 2, no padding
  width   floor((9 - 1 + 2*0)/2) + 1 = floor(8/2) + 1 = 4 + 1 = 5
  height  floor((8 - 1 + 2*0)/2) + 1 = floor(7/2) + 1 = 3 + 1 = 4, so 5x4x3
  params  K*(F^2*C + 1) = 3*(1^2*3 + 1) = 3*4 = 12
  macs    5*4*K*F^2*C = 5*4*3*1^2*3 = 180
  rf      width   5 + (F - 1)*1 = 5 + 0*1 = 5; jump 1*S = 1*2 = 2
          height  1 + (F - 1)*1 = 1 + 0*1 = 1; jump 1*S = 1*2 = 2

Total
  params  30 + 30 + 12 = 72
  macs    1944 + 1944 + 180 = 4068
  flops   2*macs = 2*4068 = 8136
$ printf 'input -W 9x8x3\nconv -K 3 -F 4x2 -S 2x1\n' | cnncalc net --explain
input: 9x8x3

1 conv: 3 filters of 4x2x3, stride 2x1, no padding
  width   (9 - 4 + 2*0)/2 + 1 = 5/2 + 1 = 2.5 + 1 = 3.5
  height  (8 - 2 + 2*0)/1 + 1 = 6/1 + 1 = 6 + 1 = 7
3.5 is not a whole number: the filter cannot slide over the width evenly.
3 windows fit; the last covers cells 4 to 7, and cell 8 is left over.
A 4th window would need cells 6 to 9.

What would fit:
  stride   1 or 5
  padding  none: 5 + 2P is odd for every P; one cell at one end, -P 0:1: 4x8
  input    8x8: 3x7; 10x8: 4x7
  filter   -F 3x2: 4x7; -F 5x2: 3x7
  or drop cell 8, as PyTorch does: --round floor: 3x7
cnncalc: -:2: net: --stride: 2 does not fit the width: (9 - 4 + 2*0)/2 + 1 = 3.5 is not a whole number
cnncalc: hint: strides that fit: 1, 5; no even padding does, -P 0:1 gives 4x8; --round floor gives 3x7
? 1
$ printf 'input -W 9223372036854775807 --dims 1 -C 1\nconv -K 1 -F 4611686018427387904 -P 0:4611686018427387903\nupsample -O 8\nconv -K 1 -F 3\n' | cnncalc net --explain
input: 9223372036854775807x1

1 conv: a filter of 4611686018427387904x1, stride 1, padding 0:4611686018427387903
  size    (9223372036854775807 - 4611686018427387904 + 0 + 4611686018427387903)/1 + 1
          = 9223372036854775806/1 + 1 = 9223372036854775806 + 1
          = 9223372036854775807, so 9223372036854775807x1
  params  K*(F*C + 1)
          = 1*(4611686018427387904*1 + 1) = 1*4611686018427387905
          = 4611686018427387905
  macs    9223372036854775807*K*F*C
          = 9223372036854775807*1*4611686018427387904*1 is beyond 2^63 - 1
  rf      1 + (F - 1)*1 = 1 + 4611686018427387903*1 = 4611686018427387904;
          jump 1*S = 1*1 = 1
cnncalc: -:2: net: macs: the count is beyond 2^63 - 1
? 1
$ printf 'input -W 4611686018427387904x4 -C 1\nglobalpool\nconv -K 1 -F 1\n' | cnncalc net --explain
input: 4611686018427387904x4x1

1 globalpool: one window over all: 1x1x1; keeps the depth; no parameters

2 conv: a filter of 1x1x1, stride 1, no padding
  width   (1 - 1 + 2*0)/1 + 1 = 0/1 + 1 = 0 + 1 = 1
  height  (1 - 1 + 2*0)/1 + 1 = 0/1 + 1 = 0 + 1 = 1, so 1x1x1
  params  K*(F^2*C + 1) = 1*(1^2*1 + 1) = 1*2 = 2
  macs    1*1*K*F^2*C = 1*1*1*1^2*1 = 1

Total
  params  2
  macs    1
  flops   2*macs = 2*1 = 2
$ printf 'x: input -C 1\nconcat%s\n' "$(printf ' @x%.0s' $(seq 200))" | cnncalc net --explain
x input: 1

1 concat: the channels of x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x and 74 more: 200; no parameters

Total
  params  0
  macs    0
  flops   2*macs = 2*0 = 0
$ printf 'a: input -W 4x4x1\nc: conv -K 1 -F 3x1 -P 0:2x0\nconcat @a @c @a @c @a @c @a @c @a @c\n' | cnncalc net --explain
a input: 4x4x1

c conv: a filter of 3x1x1, stride 1, padding 0:2x0
  width   (4 - 3 + 0 + 2)/1 + 1 = 3/1 + 1 = 3 + 1 = 4
  height  (4 - 1 + 0 + 0)/1 + 1 = 3/1 + 1 = 3 + 1 = 4, so 4x4x1
  params  K*(3*1*C + 1) = 1*(3*1*1 + 1) = 1*4 = 4
  macs    4*4*K*3*1*C = 4*4*1*3*1*1 = 48
  rf      width   1 + (F - 1)*1 = 1 + 2*1 = 3; jump 1*S = 1*1 = 1
          height  1 + (F - 1)*1 = 1 + 0*1 = 1; jump 1*S = 1*1 = 1

2 concat: the channels of a, c, a, c, a, c, a, c, a and c: 4x4x10; no parameters
  rf      width   3; jump 1
          height  1; jump 1
          not aligned: units of the paths do not lie above one another
          a: jump 1, unit 0 over pixel 0
          c: width, jump 1, unit 0 over pixel 1
          c: height, jump 1, unit 0 over pixel 0
          a: jump 1, unit 0 over pixel 0
          c: width, jump 1, unit 0 over pixel 1
          c: height, jump 1, unit 0 over pixel 0
          a: jump 1, unit 0 over pixel 0
          c: width, jump 1, unit 0 over pixel 1
          c: height, jump 1, unit 0 over pixel 0
          a: jump 1, unit 0 over pixel 0
          c: width, jump 1, unit 0 over pixel 1
          c: height, jump 1, unit 0 over pixel 0

Total
  params  4
  macs    48
  flops   2*macs = 2*48 = 96

# ---- More of each -----------------------------------------------------------------------------

$ cnncalc convout -W 3037000500 -F 1 -C 3 -K 1000000 -o macs --json --expect ''
{"macs":null}
cnncalc: convout: --expect: '' is not the answer, which is beyond 2^63 - 1
? 1
$ cnncalc convout -W 3037000500 -F 1 -C 3 -K 1000000 -o macs --json --expect 'beyond 2^63 - 1'
{"macs":null}
cnncalc: convout: --expect: 'beyond 2^63 - 1' is not the answer, which is beyond 2^63 - 1
? 1
$ cnncalc convout -W 227 -F 11 -S 4 -o out -a
55
$ cnncalc convout -W 32x33 -H 33 -F 5 -S 2
cnncalc: convout: --stride: 2 does not fit the width: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1; no even padding does, -P 0:1x0 gives 15x15; -W 31x33 gives 14x15; -W 33x33 gives 15x15; --round floor gives 14x15
? 1
$ cnncalc grad 'relu(0.001 - abs(x - 0.0001))' x=0 --check
out=0.0009
fx=1

Check by central differences, (f(x + h) - f(x - h))/2h
  gradient  backprop       differences    relative difference
  fx        1              1              8.9e-16
$ cnncalc convout --draw -W 1000 -F 3 -S 2
                                             9999999999999999999999999999999999
                  1111111111222222222233333  6666777777777788888888889999999999
window  01234567890123456789012345678901234~~6789012345678901234567890123456789
     0  ###
     1    ###
   ...
   498                                                                     ###
   499                                                                       ##!
unseen                                                                        x
# seen  ! outside  x unseen  ~~ more
cnncalc: convout: --stride: 2 does not fit: (1000 - 3 + 2*0)/2 + 1 = 499.5 is not a whole number
cnncalc: hint: strides that fit: 1; no even padding does, -P 0:1 gives 500; -W 999 gives 499; -W 1001 gives 500; --round floor gives 499
? 1
$ cnncalc fit -W 1000000 -O 100 -S 10000 -P 0 --max-filter 10000
-W 1000000 -F 10000 -S 10000 -P 0
cnncalc: hint: only even filters fit; --round floor finds more than 999 layers
$ cnncalc fit -W 1000001 -O 100 -S 10001 -P 0 --max-filter 9000
cnncalc: fit: --output-size: no layer makes 100 of 1000001
cnncalc: hint: --round floor finds more than 999 layers
? 1
$ cnncalc grad -p 3 "$(printf 'v%062d*v%062d+exp(v%062d)' 1 1 1)" "$(printf 'v%062d=2' 1)" --explain
f(v00000000000000000000000000000000000000000000000000000000000001) = v00000000000000000000000000000000000000000000000000000000000001*v00000000000000000000000000000000000000000000000000000000000001+exp(v00000000000000000000000000000000000000000000000000000000000001)
  at v00000000000000000000000000000000000000000000000000000000000001 = 2

Forward
  gate  function                                                                                                                          value
  a     v00000000000000000000000000000000000000000000000000000000000001*v00000000000000000000000000000000000000000000000000000000000001   4
  b     exp(v00000000000000000000000000000000000000000000000000000000000001)                                                              7.39
  out   a + b                                                                                                                             11.4

Backward: downstream = upstream * local, from the output back
  gate  upstream   local                                                                  downstream
  out   fout = 1   1                                                                      fa = 1
                   1                                                                      fb = 1
  b     1          exp(v00000000000000000000000000000000000000000000000000000000000001)
                     = 7.39                                                               fv00000000000000000000000000000000000000000000000000000000000001_1 = 7.39
  a     1          v00000000000000000000000000000000000000000000000000000000000001
                     = 2                                                                  fv00000000000000000000000000000000000000000000000000000000000001_2 = 2
                   v00000000000000000000000000000000000000000000000000000000000001
                     = 2                                                                  fv00000000000000000000000000000000000000000000000000000000000001_3 = 2

Paths that meet are added
  fv00000000000000000000000000000000000000000000000000000000000001 = fv00000000000000000000000000000000000000000000000000000000000001_1
                                                                   + fv00000000000000000000000000000000000000000000000000000000000001_2
                                                                   + fv00000000000000000000000000000000000000000000000000000000000001_3
                                                                   = 7.39 + 2
                                                                   + 2
                                                                   = 11.4

Working shown to 3 digits.
out=11.4
fv00000000000000000000000000000000000000000000000000000000000001=11.4
$ cnncalc grad "$(printf 'v%062d*v%062d' 1 1)" "$(printf 'v%062d=2' 1)" -o "$(printf 'v%061d' 1)"
cnncalc: grad: --only: 'v00000000000000000000000000000000000000000000000000000000000...': unknown field
cnncalc: hint: fields: v00000000000000000000000000000000000000000000000000000000000001 out fv00000000000000000000000000000000000000000000000000000000000001 fout fv00000000000000000000000000000000000000000000000000000000000001_1 fv00000000000000000000000000000000000000000000000000000000000001_2
? 2
$ cnncalc complex-grad -x 1e-310 -y 1 --dot
cnncalc: complex-grad: a: its local gradient 1/x is beyond the largest double at x = 1e-310: 'ln(x)'
? 1
$ cnncalc complex-grad -x -1 -y 1 --dot
cnncalc: complex-grad: a: ln x is not a number at x = -1: 'ln(x)'
? 1
$ cnncalc sigmoid-grad -x -1000 --explain
f(x) = 1/(1 + e^-x) at x = -1000

Forward
  gate  function    value
  a     -x          1000
  b     exp(a)      inf
  c     1 + b       inf
  f     1/c         0

Backward: downstream = upstream * local
  gate  upstream   local                    downstream
  f     ff = 1     -1/c^2 = -0              fc = -0
  c     -0         1                        fb = -0
  b     -0         exp(a) = inf             fa = nan
  a     nan        -1                       fx = nan

Check, in closed form
  f' = -1/(1 + e^-x)^2 * e^-x * -1 = 1/(1 + e^-x) * e^-x/(1 + e^-x)
     = sigmoid(x)*(1 - sigmoid(x)) = 0*(1 - 0) = 0

The gates leave the doubles here; the answer is from the closed form
e/((1 + e)*(1 + e)) with e = exp(-|x|), which does not.
Working shown to 6 digits.
out=0
fx=0
$ cnncalc complex-grad -x 1e-200 -y 1e300 --explain
f(x, y) = ln x * sigmoid(sqrt y) / sigmoid((x + y)^2) at x = 1e-200, y = 1e+300

Forward
  gate  function     value
  a     ln x         -460.517
  b     sqrt y       1e+150
  c     sigmoid(b)   1
  d     a*c          -460.517     numerator
  g     x + y        1e+300
  h     g^2          inf
  i     sigmoid(h)   1            denominator; 1 - i = 0
  j     1/i          1            d/i as d*j: no quotient rule
  f     d*j          -460.517

Backward: downstream = upstream * local, from the output back
  gate  upstream   local                        downstream
  f     ff = 1     j = 1                        fd = 1
                   d = -460.517                 fj = -460.517
  j     -460.517   -1/i^2 = -1                  fi = 460.517
  i     460.517    sigmoid(h)*sigmoid(-h) = 0   fh = 0
  h     0          2*g = 2e+300                 fg = 0
  g     0          1                            fx_1 = 0
                   1                            fy_1 = 0
  d     1          c = 1                        fa = 1
                   a = -460.517                 fc = -460.517
  a     1          1/x = 1e+200                 fx_2 = 1e+200
  c     -460.517   sigmoid(b)*sigmoid(-b) = 0   fb = -0
  b     -0         1/(2*sqrt y) = 5e-151        fy_2 = -0

Paths that meet are added
  fx = fx_1 + fx_2 = 0 + 1e+200 = 1e+200
  fy = fy_1 + fy_2 = 0 + -0 = 0

The gates leave the doubles here, or lose digits; the answer is from the
closed forms in E = e^-h and 1 - c = e^-b/(1 + e^-b), which do not.
sigmoid(-u) is 1 - sigmoid(u), without its rounding. Working to 6 digits.
out=-460.51701859880916
fx=1e+200
fy=-0
$ printf 'input -W 4611686018427387904 -C 1 --dims 1\nconv -K 1 -F 1 -S 4611686018427387903\nupsample -S 2\n' | cnncalc net --json -o jump
{"jump":[1]}
{"jump":[4611686018427387903]}
{"jump":[2.305843009213694e+18]}
{"jump":[2.305843009213694e+18]}
$ printf 'input -W 8x8x4\nupsample -O 48 -S 2\n' | cnncalc net
cnncalc: -:2: net: --output-size: --stride is told too
? 2
$ printf '227\n%s\n227\n' "$(head -c 1048600 /dev/zero | tr '\0' 7)" | cnncalc convout -F 11 -S 4 --columns W
55
-
cnncalc: -:2: convout: line: longer than 1048576 bytes
55
? 2
$ printf 'input -W 3037000500x3037000500x3\nrelu\n' | cnncalc net --dtype f32
cnncalc: -:1: net: memory: the count is beyond 2^63 - 1
? 1
$ printf 'input -C 2147483648\ndense -K 1073741825 --no-bias\n' | cnncalc net --dtype f32
layer  kind   output                         params                       macs     rf  jump         memory
-      input  2147483648                          -                          -      -     -  8,589,934,592
1      dense  1073741825  2,305,843,011,361,177,600  2,305,843,011,361,177,600      -     -  4,294,967,300
cnncalc: net: param_memory: the count is beyond 2^63 - 1
? 1
$ printf '8 1\n9 4\n9 1\n' | cnncalc convout -F 3 --columns W,dims
6
-
cnncalc: -:2: convout: --dims: 4 is above 3
7
? 2
$ printf '8 a\n9\n9 b\n' | cnncalc convout -F 3 --columns W,_
6
-
cnncalc: -:2: convout: --columns: 1 column, where 2 are named
7
? 2
$ cnncalc gdstep -x 1.7e308 -g 1e154 -s 1.9e154 --explain
x - s*g = 1.7e+308 - 1.9e+154*1e+154 = -2e+307

Working shown to 6 digits.
x=-2.0000000000000005e+307
$ cnncalc gdstep --of '1e154*(x - 1.7e308)' x=1.7e308 -s 1.9e154 --explain
f = 1e154*(x - 1.7e308); each step: x - s*fx, with s = 1.9e+154

step 1  f = 0   fx = 1e+154   x = 1.7e+308 - 1.9e+154*1e+154 = -2e+307
cnncalc: gdstep: step 1: a: x - 1.7e308 is beyond the largest double at x = -2.0000000000000005e+307: 'x - 1.7e308'; there x = -2.0000000000000005e+307
? 1
$ cnncalc gdstep --of 'x^2' x=1 -s 0 -n 1002 --explain | tail -n 3
Working shown to 6 digits.
x=1
f=1
$ printf '1 2 3\n' > steps; cnncalc gdstep --columns x,g,s steps
-5
$ cnncalc gdstep --columns x,g,s steps extra
cnncalc: gdstep: 'extra': unexpected operand
cnncalc: hint: for example: cnncalc gdstep -x 2 -g 0.1 -s 0.2
? 2
$ cnncalc grad '2X' X=1
cnncalc: grad: 'X' at byte 2: expected an operator
cnncalc: hint: 2X
cnncalc: hint:  ^
cnncalc: hint: a product is written with *
? 2
$ cnncalc grad 'x Y' x=1 Y=1
cnncalc: grad: 'Y' at byte 3: expected an operator
cnncalc: hint: x Y
cnncalc: hint:   ^
cnncalc: hint: a product is written with *
? 2
$ cnncalc grad '(x)_' x=1 _=1
cnncalc: grad: '_' at byte 4: expected an operator
cnncalc: hint: (x)_
cnncalc: hint:    ^
cnncalc: hint: a product is written with *
? 2
$ cnncalc grad '(x)y9' x=1 y9=1
cnncalc: grad: 'y' at byte 4: expected an operator
cnncalc: hint: (x)y9
cnncalc: hint:    ^
cnncalc: hint: a product is written with *
? 2
$ cnncalc grad "$(printf 'x*%d+' $(seq 9000))0" x=2
out=81009000
fx=40504500
$ printf '1\n2\n' | cnncalc grad "$(printf 'x*%d+' $(seq 9000))0" --columns x -o out
40504500
81009000
$ printf '%s: input -C 3\nrelu @%s\n' "$(printf 'a%.0s' $(seq 70000))" "$(printf 'a%.0s' $(seq 70000))" | cnncalc net -o out
cnncalc: -:1: net: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...': is longer than 255 bytes
? 2
$ seq 20000 | sed 's/.*/a-long-label-that-takes-some-room-&: input -C &/' | cnncalc net --total -o out
20000
$ cnncalc convout -W 303700049 -F 1 -C 1 -K 10 -o "$(printf 'macs%.0s' 1; printf ',macs%.0s' $(seq 63))" --expect 7
922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010	922337197626024010
cnncalc: convout: --expect: 7 is not the answer, which is 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 922337197626024010 92233719762602
? 1
$ printf 'input -W 9x9x3\nglobalpool\nflatten\n' | cnncalc net --explain
input: 9x9x3

1 globalpool: one window over all: 1x1x3; keeps the depth; no parameters
  rf      1 + (W - 1)*1 = 1 + 8*1 = 9; jump 9

2 flatten: 1*1*3 = 3 numbers; no parameters

Total
  params  0
  macs    0
  flops   2*macs = 2*0 = 0
$ printf 'input -W 9x8x3\nglobalpool\ndense -K 2\n' | cnncalc net --explain
input: 9x8x3

1 globalpool: one window over all: 1x1x3; keeps the depth; no parameters
  rf      width   1 + (W - 1)*1 = 1 + 8*1 = 9; jump 9
          height  1 + (W - 1)*1 = 1 + 7*1 = 8; jump 8

2 dense: 2 neurons of 1*1*3 = 3 inputs
  params  K*(C + 1) = 2*(3 + 1) = 2*4 = 8
  macs    C*K = 3*2 = 6
  rf      width   9 + (W - 1)*9 = 9 + 0*9 = 9
          height  8 + (W - 1)*8 = 8 + 0*8 = 8

Total
  params  8
  macs    6
  flops   2*macs = 2*6 = 12
$ printf 'input -W 9 --dims 1 -C 2\nadaptivepool -O 3\nupsample -O 5\ncrop -O 2\npad -P 1:2\n' | cnncalc net --explain
input: 9x2

1 adaptivepool: windows as asked: 3x2; keeps the depth; no parameters
  rf      3; jump 3

2 upsample: keeps the depth: 5x2; no parameters
  rf      3; jump 1.8

3 crop: the middle 2 of each channel: 2x2; no parameters
  rf      3; jump 1.8

4 pad: keeps the depth; no parameters
  size    2 + 1 + 2 = 5, so 5x2
  rf      3; jump 1.8

Total
  params  0
  macs    0
  flops   2*macs = 2*0 = 0
$ printf 'input -W 8x9x3\nupsample -S 2x3\nupsample -O 32x54\n' | cnncalc net --explain
input: 8x9x3

1 upsample: keeps the depth; no parameters
  width   8*2 = 16
  height  9*3 = 27, so 16x27x3
  rf      width   1; jump 0.5
          height  1; jump 1/3

2 upsample: keeps the depth: 32x54x3; no parameters
  rf      width   1; jump 0.25
          height  1; jump 1/6

Total
  params  0
  macs    0
  flops   2*macs = 2*0 = 0
$ cnncalc fit -W 227 -O 55 -a -o F
11
13
15
$ printf 'input -W 5 -C 2 --dims 1\na: flatten\nv: input -C 3\nconcat @a @v\n' | cnncalc net --explain
input: 5x2

a flatten: 5*2 = 10 numbers; no parameters

v input: 3

3 concat: the channels of a and v: 13; no parameters
  rf      1

Total
  params  0
  macs    0
  flops   2*macs = 2*0 = 0
$ cnncalc grad "$(printf 'x\t*y')" x=2 y=3 --json --explain -o out
{"out":6,"steps":["f(x, y) = x *y at x = 2, y = 3","","Forward","  gate  function    value","  out   x*y         6","","Backward: downstream = upstream * local","  gate  upstream   local                    downstream","  out   fout = 1   y = 3                    fx = 3","                   x = 2                    fy = 2","","Working shown to 6 digits.","out=6","fx=3","fy=2"]}
$ n=$(printf 'v%061d' 0); cnncalc gdstep --of "${n}1*${n}2+${n}3+${n}4+${n}5+${n}6+${n}7+${n}8" ${n}1=1e200 ${n}2=1e200 ${n}3=1 ${n}4=1 ${n}5=1 ${n}6=1 ${n}7=1 ${n}8=1 -s 1
cnncalc: gdstep: step 0: a: v00000000000000000000000000000000000000000000000000000000000001*v00000000000000000000000000000000000000000000000000000000000002 is beyond the largest double at v00000000000000000000000000000000000000000000000000000000000001 = 1e+200, v00000000000000000000000000000000000000000000000000000000000002 = 1e+200: 'v00000000000000000000000000000000000000000000000000000000000...'; there v00000000000000000000000000000000000000000000000000000000000001 = 1e+200, v00000000000000000000000000000000000000000000000000000000000002 = 1e+200, v00000000000000000000000000000000000000000000000000000000000003 = 1, v00000000000000000000000000000000000000000000000000000000000004 = 1, v00000000000000000000000000000000000000000000000000000000000005 = 1, v00000000000000000000000000000000000000000000000000000000000006 = 1, v00000000000000000000000000000000000000000000000000000000000007 = 1, v00000000000000000000000000000000000000000000000000000000000008 = 1
? 1
