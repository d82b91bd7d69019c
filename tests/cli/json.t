# --json: one object on one line: what was given, by its letter, then every known field.

$ cnncalc convout -W 227 -F 11 -S 4 --json
{"W":[227,227],"H":227,"F":[11,11],"S":[4,4],"P":[[0,0],[0,0]],"d":[1,1],"G":1,"R":"exact","dims":2,"transpose":false,"bias":true,"out":"55","size":[55,55],"width":55,"height":55,"unused":[0,0],"windows":3025}
$ cnncalc convout -W 227x227x3 -F 11 -S 4 -K 96 --json
{"W":[227,227],"H":227,"F":[11,11],"S":[4,4],"P":[[0,0],[0,0]],"d":[1,1],"K":96,"C":3,"G":1,"R":"exact","dims":2,"transpose":false,"bias":true,"out":"55x55x96","size":[55,55],"width":55,"height":55,"depth":96,"volume":[55,55,96],"unused":[0,0],"windows":3025,"connections":363,"neurons":290400,"weights":34848,"biases":96,"params":34944,"macs":105415200,"flops":210830400}
$ cnncalc params -F 11 -C 3 -K 96 --json
{"F":[11,11],"S":[1,1],"P":[[0,0],[0,0]],"d":[1,1],"K":96,"C":3,"G":1,"R":"exact","dims":2,"transpose":false,"bias":true,"params":34944,"weights":34848,"biases":96}
$ cnncalc params -W 31 -F 3 -S 2 -P 1 -C 5 -K 25 --json
{"W":[31,31],"H":31,"F":[3,3],"S":[2,2],"P":[[1,1],[1,1]],"d":[1,1],"K":25,"C":5,"G":1,"R":"exact","dims":2,"transpose":false,"bias":true,"params":1150,"weights":1125,"biases":25}
$ cnncalc pool -W 55x55x96 -F 3 -S 2 --json
{"W":[55,55],"H":55,"F":[3,3],"S":[2,2],"P":[[0,0],[0,0]],"d":[1,1],"C":96,"R":"exact","dims":2,"out":"27x27x96","size":[27,27],"width":27,"height":27,"depth":96,"volume":[27,27,96],"unused":[0,0],"windows":729,"params":0}
$ cnncalc pool -W 9 -F 3 --json
{"W":[9,9],"H":9,"F":[3,3],"S":[3,3],"P":[[0,0],[0,0]],"d":[1,1],"R":"exact","dims":2,"out":"3","size":[3,3],"width":3,"height":3,"unused":[0,0],"windows":9,"params":0}
$ cnncalc gdstep -x 2 -g 0.1 -s 0.2 --json
{"parameter":2,"g":0.1,"s":0.2,"x":1.98}
$ cnncalc convout -W 640x480x3 -F 3 -P 0:1x2 -S 1 -K 16 -G 1 -R floor --no-bias --json
{"W":[640,480],"H":480,"F":[3,3],"S":[1,1],"P":[[0,1],[2,2]],"d":[1,1],"K":16,"C":3,"G":1,"R":"floor","dims":2,"transpose":false,"bias":false,"out":"639x482x16","size":[639,482],"width":639,"height":482,"depth":16,"volume":[639,482,16],"unused":[0,0],"windows":307998,"connections":27,"neurons":4927968,"weights":432,"biases":0,"params":432,"macs":133055136,"flops":266110272}
$ cnncalc convout --dims 3 -W 16 -F 3 --json
{"W":[16,16,16],"H":16,"F":[3,3,3],"S":[1,1,1],"P":[[0,0],[0,0],[0,0]],"d":[1,1,1],"G":1,"R":"exact","dims":3,"transpose":false,"bias":true,"out":"14","size":[14,14,14],"width":14,"height":14,"depth":14,"unused":[0,0,0],"windows":2744}

# With -o only those, in that order, each name once.
$ cnncalc convout -W 227x227x3 -F 11 -S 4 -K 96 --json -o out,size,volume
{"out":"55x55x96","size":[55,55],"volume":[55,55,96]}
$ cnncalc convout -W 227 -F 11 -S 4 --json -o W,F,S,P,d,G,R,dims,transpose,bias
{"W":[227,227],"F":[11,11],"S":[4,4],"P":[[0,0],[0,0]],"d":[1,1],"G":1,"R":"exact","dims":2,"transpose":false,"bias":true}
$ cnncalc convout -W 227 -F 11 -S 4 --json -o size,out,size
{"size":[55,55],"out":"55"}
$ cnncalc convout -W 227 -F 11 -S 4 --json -o neurons
cnncalc: convout: --only: neurons needs --filters
? 2
$ cnncalc convout -W 227 -F 11 -S 4 --json -o nothing
cnncalc: convout: --only: 'nothing': unknown field
cnncalc: hint: fields: W H F S P d K C G R dims transpose output_pad bias out size width height depth volume unused windows connections neurons weights biases params macs flops
? 2

# -p holds for reals.
$ cnncalc sigmoid-grad -x 2 --json -p 3 -o out,fx
{"out":0.881,"fx":0.105}
$ cnncalc gdstep -x 123456 -g 1 -s 0.5 --json -p 2
{"parameter":1.2e+05,"g":1,"s":0.5,"x":1.2e+05}

# Reals are numbers of JSON, whatever their size.
$ cnncalc gdstep -x 1e300 -g 0 -s 0 --json
{"parameter":1e+300,"g":0,"s":0,"x":1e+300}
$ cnncalc gdstep -x 1e-7 -g 0 -s 0 --json
{"parameter":1e-07,"g":0,"s":0,"x":1e-07}
$ cnncalc gdstep -x -0 -g 0 -s 0 --json -o x
{"x":-0}

# With --explain the working is an array of its lines.
$ cnncalc convout -W 227 -F 11 -S 4 --json --explain -o out
{"out":"55","steps":["(W - F + 2P)/S + 1 = (227 - 11 + 2*0)/4 + 1 = 216/4 + 1 = 54 + 1 = 55"]}
$ cnncalc params -W 31 -F 3 -C 5 -K 25 --json --explain -o params
{"params":1150,"steps":["The count does not depend on W: one set of filters serves every window.","K*(F^2*C + 1) = 25*(3^2*5 + 1) = 25*46 = 1150"]}
$ cnncalc pool -W 9x9x4 -F 3 --json --explain -o out
{"out":"3x3x4","steps":["Input 9x9x4, pool of 3x3, stride 3, no padding:","W = 9, C = 4, F = 3, S = 3, P = 0.","","size    (W - F + 2P)/S + 1 = (9 - 3 + 2*0)/3 + 1 = 6/3 + 1 = 2 + 1 = 3","        3 divides 6: the filter fits, and no cell is left over.","volume  3x3x4: a pool layer keeps the depth.","params  0: a pool layer has no parameters.","","Answer: 3x3x4"]}
$ cnncalc gdstep -x 2 -g 0.1 -s 0.2 --json --explain
{"parameter":2,"g":0.1,"s":0.2,"x":1.98,"steps":["x - s*g = 2 - 0.2*0.1 = 2 - 0.02 = 1.98"]}

# A question without an answer prints no object; the message is as ever.
$ cnncalc convout -W 32 -F 5 -S 2 --json
cnncalc: convout: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27; no even padding does, -P 0:1 gives 15; --round floor gives 14
? 1
$ cnncalc convout -W 32 -F 5 -S 2 --json --explain
cnncalc: convout: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27; no even padding does, -P 0:1 gives 15; --round floor gives 14
? 1
$ cnncalc convout -W 32 --json
cnncalc: convout: --filter-size: missing
cnncalc: hint: for example: cnncalc convout -W 227 -F 11 -S 4
? 2

# What is beyond 2^63 - 1 is null.
$ cnncalc convout -W 4611686018427387904 -F 3 -P 1 -C 3 -K 4 --json
{"W":[4611686018427387904,4611686018427387904],"H":4611686018427387904,"F":[3,3],"S":[1,1],"P":[[1,1],[1,1]],"d":[1,1],"K":4,"C":3,"G":1,"R":"exact","dims":2,"transpose":false,"bias":true,"out":"4611686018427387904x4611686018427387904x4","size":[4611686018427387904,4611686018427387904],"width":4611686018427387904,"height":4611686018427387904,"depth":4,"volume":[4611686018427387904,4611686018427387904,4],"unused":[0,0],"windows":null,"connections":27,"neurons":null,"weights":108,"biases":4,"params":112,"macs":null,"flops":null}
$ cnncalc convout -W 4611686018427387904 -F 3 -P 1 --json -o out,windows
{"out":"4611686018427387904","windows":null}

# Python reads it.
$ cnncalc convout -W 227x227x3 -F 11 -S 4 -K 96 --json |
> python3 -c 'import json, sys; o = json.load(sys.stdin); print(o["volume"], o["P"], o["out"])'
[55, 55, 96] [[0, 0], [0, 0]] 55x55x96
$ cnncalc convout -W 32x32x3 -F 5 -K 2 --json --explain |
> python3 -c 'import json, sys; print("\n".join(json.load(sys.stdin)["steps"]))'
Input 32x32x3, 2 filters of 5x5x3, stride 1, no padding:
W = 32, C = 3, K = 2, F = 5, S = 1, P = 0.

size         (W - F + 2P)/S + 1 = (32 - 5 + 2*0)/1 + 1 = 27/1 + 1 = 27 + 1 = 28
             1 divides 27: the filter fits, and no cell is left over.
volume       28x28x2: one slice of depth for each of the K = 2 filters.
neurons      28*28*K = 28*28*2 = 1568
connections  F*F*C = 5*5*3 = 75 for each neuron: a filter sees all channels.
weights      K*F^2*C = 2*5^2*3 = 150
biases       K = 2
params       K*(F^2*C + 1) = 2*(5^2*3 + 1) = 2*76 = 152
macs         neurons*connections = 1568*75 = 117600

Answer: 28x28x2
$ cnncalc sigmoid-grad -x -1000 --json |
> python3 -c 'import json, sys; print(json.load(sys.stdin)["b"])'
None

# --json and -a together: one object.
$ cnncalc convout -W 7 -F 3 -a --json
{"W":[7,7],"H":7,"F":[3,3],"S":[1,1],"P":[[0,0],[0,0]],"d":[1,1],"G":1,"R":"exact","dims":2,"transpose":false,"bias":true,"out":"5","size":[5,5],"width":5,"height":5,"unused":[0,0],"windows":25}
