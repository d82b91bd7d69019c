# Pictures of layers: cells in columns, a line for each window. Each was looked at beside the layer.

$ cnncalc convout -W 7 -F 3 --draw
window   0 1 2 3 4 5 6
     0   # # #
     1     # # #
     2       # # #
     3         # # #
     4           # # #
# seen

$ cnncalc convout -W 7 -F 3 -S 2 -P 1 --draw
window   P 0 1 2 3 4 5 6 P
     0   # # #
     1       # # #
     2           # # #
     3               # # #
# seen  P padding

# The sheet's layer, whose windows are too many to be shown.
$ cnncalc convout -W 32 -F 5 --draw
                  1111111111222222222233
window  01234567890123456789012345678901
     0  #####
     1   #####
   ...
    27                             #####
# seen

# The window that would hang over, and the cell that is left.
$ cnncalc convout -W 32 -F 5 -S 2 --draw
                  1111111111222222222233
window  01234567890123456789012345678901
     0  #####
     1    #####
     2      #####
     3        #####
     4          #####
     5            #####
     6              #####
     7                #####
     8                  #####
     9                    #####
    10                      #####
    11                        #####
    12                          #####
    13                            #####
    14                              ####!
unseen                                 x
# seen  ! outside  x unseen
cnncalc: convout: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27; no even padding does, -P 0:1 gives 15; --round floor gives 14
? 1

$ cnncalc convout -W 32 -F 5 -S 3 --draw
                  1111111111222222222233
window  01234567890123456789012345678901
     0  #####
     1     #####
     2        #####
     3           #####
     4              #####
     5                 #####
     6                    #####
     7                       #####
     8                          #####
     9                             #####
# seen

$ cnncalc convout -W 32 -F 5 -S 3 -P 3 --draw
                     1111111111222222222233
window  PPP01234567890123456789012345678901PPP
     0  #####
     1     #####
     2        #####
     3           #####
     4              #####
     5                 #####
     6                    #####
     7                       #####
     8                          #####
     9                             #####
    10                                #####
    11                                   #####
# seen  P padding

# AlexNet's first layer: too long.
$ cnncalc convout -W 227 -F 11 -S 4 --draw
                                               111111222222222222222222222222222
                  111111111122222222223333333  999999000000000011111111112222222
window  0123456789012345678901234567890123456~~456789012345678901234567890123456
     0  ###########
     1      ###########
   ...
    54                                                               ###########
# seen  ~~ more

$ cnncalc convout -W 227 -F 11 -S 4 --draw --width 64
                                       2222222222222222222222222
                  1111111111222222222  0000000011111111112222222
window  01234567890123456789012345678~~2345678901234567890123456
     0  ###########
     1      ###########
   ...
    54                                               ###########
# seen  ~~ more

# Holes.
$ cnncalc convout -W 7 -F 3 -d 2 --draw
window   0 1 2 3 4 5 6
     0   # - # - #
     1     # - # - #
     2       # - # - #
# seen  - hole

# Holes that no other window fills.
$ cnncalc convout -W 9 -F 2 -d 2 -S 4 -R floor --draw
window   0 1 2 3 4 5 6 7 8
     0   # - #
     1           # - #
unseen     x   x   x   x x
# seen  - hole  x unseen

# Strides that leave cells out.
$ cnncalc convout -W 11 -F 2 -S 3 --draw
window    0  1  2  3  4  5  6  7  8  9 10
     0    #  #
     1             #  #
     2                      #  #
     3                               #  #
unseen          x        x        x
# seen  x unseen

# The same, too long to be shown: the last line goes on where cells are left out.
$ cnncalc convout -W 1001 -F 2 -S 3 --draw
                                                                              1
                                              999999999999999999999999999999990
                  11111111112222222222333333  667777777777888888888899999999990
window  012345678901234567890123456789012345~~890123456789012345678901234567890
     0  ##
     1     ##
   ...
   333                                                                       ##
unseen    x  x  x  x  x  x  x  x  x  x  x  x~~x  x  x  x  x  x  x  x  x  x  x
# seen  x unseen  ~~ more

$ cnncalc pool -W 55 -F 3 -S 2 --draw
                  111111111122222222223333333333444444444455555
window  0123456789012345678901234567890123456789012345678901234
     0  ###
     1    ###
   ...
    26                                                      ###
# seen

# A window that the rounding adds.
$ cnncalc pool -W 7 -F 2 -R ceil --draw
window   0 1 2 3 4 5 6
     0   # #
     1       # #
     2           # #
     3               # !
# seen  ! outside

# Too wide.
$ cnncalc convout -W 5 -F 7 --draw
window   0 1 2 3 4
     0   # # # # # ! !
unseen   x x x x x
# seen  ! outside  x unseen
cnncalc: convout: --filter-size: 7 is wider than the padded input: 5 + 2*0 = 5
cnncalc: hint: -F 5 gives 1; -P 1 gives 1; -W 7 gives 1
? 1

$ cnncalc convout -W 6 -F 3 -d 3 -P 0:1 --draw
window   0 1 2 3 4 5 P
     0   # - - # - - #
unseen     x x   x x
# seen  - hole  P padding  x unseen

# Uneven padding, and the one that makes the size W/S.
$ cnncalc convout -W 6 -F 3 -S 2 -P 0:1 --draw
window   0 1 2 3 4 5 P
     0   # # #
     1       # # #
     2           # # #
# seen  P padding

$ cnncalc convout -W 8 -F 4 -S 2 -P same --draw
window   P 0 1 2 3 4 5 6 7 P
     0   # # # #
     1       # # # #
     2           # # # #
     3               # # # #
# seen  P padding

# Padding wider than the filter.
$ cnncalc convout -W 2 -F 2 -S 2 -P 4 --draw
window   P P P P 0 1 P P P P
     0   # #
     1       # #
     2           # #
     3               # #
     4                   # #
# seen  P padding

# Transposed: zeros between the cells.
$ cnncalc convout -W 4 -F 3 -S 2 -P 1 --transpose --output-pad 1 --draw
window   P 0 . 1 . 2 . 3 P P
     0   # # #
     1     # # #
     2       # # #
     3         # # #
     4           # # #
     5             # # #
     6               # # #
     7                 # # #
# seen  P padding  . zero

$ cnncalc convout -W 3 -F 2 -S 2 --transpose --draw
window   P 0 . 1 . 2 P
     0   # #
     1     # #
     2       # #
     3         # #
     4           # #
     5             # #
# seen  P padding  . zero

# A padding that cuts cells off.
$ cnncalc convout -W 5 -F 2 -P 2 --transpose --draw
window   0 1 2 3 4
     0     # #
     1       # #
unseen   x       x
# seen  x unseen

$ cnncalc convout -W 1 -F 3 -P 2 --transpose --draw
window   0
     0   # ! !
unseen   x
# seen  ! outside  x unseen
cnncalc: convout: --pad: 2 takes the whole output: S*(W - 1) + E - 2P is below 1
cnncalc: hint: -P 1 gives 1; -F 5 gives 1; -W 3 gives 1
? 1

$ cnncalc convout -W 100 -F 4 -S 2 -P 1 --transpose --draw
                              1 1 1 1 1 1 1   8 8 8 8 8 8 9 9 9 9 9 9 9 9 9 9
window  PP0.1.2.3.4.5.6.7.8.9.0.1.2.3.4.5.6~~.4.5.6.7.8.9.0.1.2.3.4.5.6.7.8.9PP
     0  ####
     1   ####
   ...
   199                                                                     ####
# seen  P padding  . zero  ~~ more

# Filters so wide that they are not whole.
$ cnncalc convout -W 1000 -F 600 -S 100 --draw
                     111111  33333444444  55555566666  66666677777  999999
                99999000000  99999000000  99999900000  99999900000  999999
window  012345~~56789012345~~56789012345~~45678901234~~45678901234~~456789
     0  ######~~###########~~###########~~######
     1               ######~~###########~~###########~~######
   ...
     4                            ######~~###########~~###########~~######
# seen  ~~ more

# Axis by axis, where they differ.
$ cnncalc convout -W 6x4 -F 3 -P 1 --draw
width:
window   P 0 1 2 3 4 5 P
     0   # # #
     1     # # #
     2       # # #
     3         # # #
     4           # # #
     5             # # #
# seen  P padding

height:
window   P 0 1 2 3 P
     0   # # #
     1     # # #
     2       # # #
     3         # # #
# seen  P padding

$ cnncalc convout -W 8x7 -F 2 -S 2 --draw
width:
window   0 1 2 3 4 5 6 7
     0   # #
     1       # #
     2           # #
     3               # #
# seen

height:
window   0 1 2 3 4 5 6
     0   # #
     1       # #
     2           # #
     3               # !
unseen               x
# seen  ! outside  x unseen
cnncalc: convout: --stride: 2 does not fit the height: (7 - 2 + 2*0)/2 + 1 = 3.5 is not a whole number
cnncalc: hint: strides that fit: 1; no even padding does, -P 0x0:1 gives 4x4; -W 8x6 gives 4x3; -W 8x8 gives 4x4; --round floor gives 4x3
? 1

# As far as numbers go.
$ cnncalc convout -W 4611686018427387905 -F 1 -S 4611686018427387904 --draw
                                             44444444444444444444444444444444444
                                             66666666666666666666666666666666666
                                             11111111111111111111111111111111111
                                             11111111111111111111111111111111111
                                             66666666666666666666666666666666666
                                             88888888888888888888888888888888888
                                             66666666666666666666666666666666666
                                             00000000000000000000000000000000000
                                             11111111111111111111111111111111111
                                             88888888888888888888888888888888888
                                             44444444444444444444444444444444444
                                             22222222222222222222222222222222222
                                             77777777777777777777777777777777777
                                             33333333333333333333333333333333333
                                             88888888888888888888888888888888888
                                             77777777777777777777777777777777777
                                             88888888888888888888888888888899999
                  1111111111222222222233333  77777777778888888888999999999900000
window  01234567890123456789012345678901234~~01234567890123456789012345678901234
     0  #
     1                                                                         #
unseen   xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx~~xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
# seen  x unseen  ~~ more

$ cnncalc convout -W 9223372036854775800 -F 3 --draw
                                                    9999999999999999999999999999
                                                    2222222222222222222222222222
                                                    2222222222222222222222222222
                                                    3333333333333333333333333333
                                                    3333333333333333333333333333
                                                    7777777777777777777777777777
                                                    2222222222222222222222222222
                                                    0000000000000000000000000000
                                                    3333333333333333333333333333
                                                    6666666666666666666666666666
                                                    8888888888888888888888888888
                                                    5555555555555555555555555555
                                                    4444444444444444444444444444
                                                    7777777777777777777777777777
                                                    7777777777777777777777777777
                                                    5555555555555555555555555555
                                                    7777777777777777777777777777
                               1111111111222222222  7777777788888888889999999999
             window  01234567890123456789012345678~~2345678901234567890123456789
                  0  ###
                  1   ###
                ...
9223372036854775797                                                          ###
# seen  ~~ more

# A window that the rounding adds may begin almost a stride further, beyond the numbers.
$ cnncalc pool -W 9223372036854775000 -F 3 -S 4611686018427387904 -R full --draw
cnncalc: pool: --draw: the cells cannot be numbered up to 2^63 - 1
? 1

$ cnncalc pool -W 9223372036854775000x4 -F 3x2 -S 4611686018427387904x2 -R full --draw
height:
window   0 1 2 3
     0   # #
     1       # #
# seen
cnncalc: pool: --draw: the cells cannot be numbered up to 2^63 - 1
? 1

$ cnncalc convout -W 4611686018427387904 -F 3 -S 2 --transpose --draw
cnncalc: convout: --input-size: the size of the output is beyond 2^63 - 1
? 1

# A layer that is wrong in another way has its windows all the same.
$ cnncalc convout -W 5 -F 3 -C 4 -K 4 -G 3 --draw
window   0 1 2 3 4
     0   # # #
     1     # # #
     2       # # #
# seen
cnncalc: convout: --groups: 3 does not divide the 4 channels
cnncalc: hint: groups that fit: 1, 2, 4
? 1

$ cnncalc convout -W 4 -F 3 -S 2 --output-pad 5 --transpose --draw
cnncalc: convout: --output-pad: 5 is not below the larger of the stride 2 and the dilation 1
? 1

# A picture has no form of an answer, and no place on a line of answers.
$ cnncalc convout -W 7 -F 3 --draw --json
cnncalc: convout: --draw: not with --json
? 2

$ cnncalc pool -W 7 -F 3 --draw -o out
cnncalc: pool: --draw: not with --only
? 2

$ cnncalc convout -F 3 --draw --columns W
cnncalc: convout: --draw: not with --columns
? 2

$ echo 'convout -W 7 -F 3 --draw' | cnncalc batch
-
cnncalc: -:1: convout: --draw: not on a line of batch
? 2

$ cnncalc params -F 3 -C 3 -K 4 --draw
cnncalc: params: --draw: unknown option
? 2

# A stride longer than the filter, where no padding is counted: the output is as long as W strides.
$ cnncalc convout -W 3 -F 2 -S 3 -P same --transpose --draw
window   P 0 . . 1 . . 2 P P
     0   # #
     1     # #
     2       # #
     3         # #
     4           # #
     5             # #
     6               # #
     7                 # #
     8                   # #
# seen  P padding  . zero

$ cnncalc convout -W 7 -F 3 --draw --width x
cnncalc: convout: --width: 'x' is not a whole number
? 2

$ cnncalc convout -W 7 -F 3 --width 64
cnncalc: convout: --width: only with --draw
cnncalc: hint: did you mean --input-size?
? 2

$ cnncalc convout --width 227 -F 11 -S 4
cnncalc: convout: --width: only with --draw
cnncalc: hint: did you mean --input-size?
? 2

$ cnncalc convout -W 7 -F 3 --draw --width 63
cnncalc: convout: --width: 63 is below 64
? 2

$ cnncalc convout -W 7 -F 3 --draw --width 1001
cnncalc: convout: --width: 1001 is above 1000
? 2
