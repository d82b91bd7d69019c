# Published networks, the files of tests/nets. Their numbers come from the papers and from
# torchvision (num_params of its weights; _ops, which are billions of macs, to three places). What
# these do not say of single layers was worked out apart from the program.

# ---- All of them ---------------------------------------------------------------------------------

$ for f in $NETS/*.net; do cnncalc net --total "$f" >/dev/null || echo "$f"; done

# Drawn, as JSON, worked out.
$ for f in $NETS/*.net; do cnncalc net --dot "$f" >/dev/null || echo "$f"; done
$ for f in $NETS/*.net; do cnncalc net --explain "$f" >/dev/null || echo "$f"; done
$ for f in $NETS/*.net; do cnncalc net --json "$f" >/dev/null || echo "$f"; done
$ cat > objects.py <<END
> import json, sys
> layers = [json.loads(line) for line in sys.stdin]
> assert [layer["layer"] for layer in layers[:-1]] == list(range(len(layers) - 1))
> assert layers[-1]["layer"] is None
> for field in ("params", "weights", "biases", "macs", "flops", "memory", "param_memory"):
>     assert layers[-1][field] == sum(layer[field] for layer in layers[:-1]), field
> assert layers[-1]["peak"] == max(layer["peak"] for layer in layers[:-1])
> END
> for f in $NETS/*.net; do cnncalc net --json "$f" | python3 objects.py || echo "$f"; done

# No path of any of them lies off the one it meets.
$ for f in $NETS/*.net; do cnncalc net "$f" | grep aligned && echo "$f"; done; true

# Their tables fit into 100 columns, AlexNet's into 80; the files do so too.
$ for f in $NETS/*.net; do cnncalc net "$f" | awk 'length > 100'; done
$ cnncalc net $NETS/alexnet.net | awk 'length > 80'
$ awk 'length > 80 { print FILENAME ":" FNR }' $NETS/*.net

# ---- LeNet-5 -------------------------------------------------------------------------------------
# LeCun, Bottou, Bengio and Haffner (1998), section II.B: C1 has 156 trainable parameters, C5
# 48,120, F6 10,164. C3 with all maps connected: 16*(6*25 + 1) = 2,416. The last: 10*85 = 850.

$ cnncalc net --total -o params,macs $NETS/lenet-5.net
61706	416520
$ cnncalc net --expect 10 $NETS/lenet-5.net
layer  kind           output       params     macs     rf  jump
-      input          32x32x1           -        -      1     1
C1     conv 5x5       28x28x6         156  117,600      5     1
2      tanh           28x28x6           0        0      5     1
S2     avgpool 2x2/2  14x14x6           0        0      6     2
C3     conv 5x5       10x10x16      2,416  240,000     14     2
5      tanh           10x10x16          0        0     14     2
S4     avgpool 2x2/2  5x5x16            0        0     16     4
C5     conv 5x5       1x1x120      48,120   48,000     32     4
8      tanh           1x1x120           0        0     32     4
9      flatten        120               0        0     32     -
F6     dense          84           10,164   10,080     32     -
11     tanh           84                0        0     32     -
12     dense          10              850      840     32     -
13     softmax        10                0        0     32     -

params 61,706   macs 416,520   flops 833,040

# ---- AlexNet -------------------------------------------------------------------------------------
# Krizhevsky, Sutskever and Hinton (2012). In one tower, with the sizes that the CS231n notes give.
# 62,378,344 parameters and 1.14 billion macs are widely given for it.

$ cnncalc net $NETS/alexnet-first.net
layer  kind          output        params         macs     rf  jump
-      input         227x227x3          -            -      1     1
1      conv 11x11/4  55x55x96      34,944  105,415,200     11     4
2      relu          55x55x96           0            0     11     4
3      pool 3x3/2    27x27x96           0            0     19     8
4      conv 5x5+2    27x27x256    614,656  447,897,600     51     8

params 649,600   macs 553,312,800   flops 1,106,625,600

$ cnncalc net --total -o params,macs $NETS/alexnet.net
62378344	1135256096
$ cnncalc net --expect 1000 $NETS/alexnet.net
layer  kind           output         params         macs     rf  jump
-      input          227x227x3           -            -      1     1
conv1  conv 11x11/4   55x55x96       34,944  105,415,200     11     4
2      relu           55x55x96            0            0     11     4
3      lrn            55x55x96            0            0     11     4
pool1  maxpool 3x3/2  27x27x96            0            0     19     8
conv2  conv 5x5+2     27x27x256     614,656  447,897,600     51     8
6      relu           27x27x256           0            0     51     8
7      lrn            27x27x256           0            0     51     8
pool2  maxpool 3x3/2  13x13x256           0            0     67    16
conv3  conv 3x3+1     13x13x384     885,120  149,520,384     99    16
10     relu           13x13x384           0            0     99    16
conv4  conv 3x3+1     13x13x384   1,327,488  224,280,576    131    16
12     relu           13x13x384           0            0    131    16
conv5  conv 3x3+1     13x13x256     884,992  149,520,384    163    16
14     relu           13x13x256           0            0    163    16
pool5  maxpool 3x3/2  6x6x256             0            0    195    32
fc6    dense          4096       37,752,832   37,748,736    355     -
17     relu           4096                0            0    355     -
18     dropout        4096                0            0    355     -
fc7    dense          4096       16,781,312   16,777,216    355     -
20     relu           4096                0            0    355     -
21     dropout        4096                0            0    355     -
fc8    dense          1000        4,097,000    4,096,000    355     -
23     softmax        1000                0            0    355     -

params 62,378,344   macs 1,135,256,096   flops 2,270,512,192

# In two towers: 60,965,224 parameters ("60 million" in the paper; Caffe's bvlc_alexnet), 724M
# macs (Sze, Chen, Yang and Emer, 2017, "Efficient Processing of Deep Neural Networks", table II).
$ sed '/^conv[245]:/s/$/ -G 2/' $NETS/alexnet.net | cnncalc net --total -o params,macs
60965224	724406816

# Its neurons: "186,624-64,896-64,896-43,264-4096-4096-1000" in the paper, section 3.5. Of the first
# layer it counts 253,440, which is 48*55*96; the CS231n notes have 290,400.
$ cnncalc net --dtype i8 -o label,memory $NETS/alexnet.net | grep '^conv\|^fc'
conv1	290400
conv2	186624
conv3	64896
conv4	64896
conv5	43264
fc6	4096
fc7	4096
fc8	1000

# Araujo, Norris and Sim (2019), "Computing Receptive Fields of Convolutional Neural Networks":
# AlexNet 195 in steps of 32, with a padding of 64.
$ cnncalc net -o label,rf,jump,start $NETS/alexnet.net | grep '^conv5\|^pool5'
conv5	163	16	-64
pool5	195	32	-64
$ cnncalc net -o label,rf,jump $NETS/alexnet-torchvision.net | grep '^conv5\|^pool5'
conv5	163	16
pool5	195	32

# torchvision.models.alexnet: 61,100,840 parameters, 0.714 GFLOPS.
$ cnncalc net --total -o params,macs $NETS/alexnet-torchvision.net
61100840	714188480
$ cnncalc net --expect 1000 $NETS/alexnet-torchvision.net >/dev/null

# ---- VGG-16 --------------------------------------------------------------------------------------
# Simonyan and Zisserman (2014), configuration D, 138 million; torchvision.models.vgg16: 138,357,544
# parameters, 15.470 GFLOPS.

$ cnncalc net --total -o params,macs $NETS/vgg-16.net
138357544	15470264320
$ cnncalc net --expect 1000 $NETS/vgg-16.net
layer    kind           output            params           macs     rf  jump
-        input          224x224x3              -              -      1     1
conv1_1  conv 3x3+1     224x224x64         1,792     86,704,128      3     1
2        relu           224x224x64             0              0      3     1
conv1_2  conv 3x3+1     224x224x64        36,928  1,849,688,064      5     1
4        relu           224x224x64             0              0      5     1
pool1    maxpool 2x2/2  112x112x64             0              0      6     2
conv2_1  conv 3x3+1     112x112x128       73,856    924,844,032     10     2
7        relu           112x112x128            0              0     10     2
conv2_2  conv 3x3+1     112x112x128      147,584  1,849,688,064     14     2
9        relu           112x112x128            0              0     14     2
pool2    maxpool 2x2/2  56x56x128              0              0     16     4
conv3_1  conv 3x3+1     56x56x256        295,168    924,844,032     24     4
12       relu           56x56x256              0              0     24     4
conv3_2  conv 3x3+1     56x56x256        590,080  1,849,688,064     32     4
14       relu           56x56x256              0              0     32     4
conv3_3  conv 3x3+1     56x56x256        590,080  1,849,688,064     40     4
16       relu           56x56x256              0              0     40     4
pool3    maxpool 2x2/2  28x28x256              0              0     44     8
conv4_1  conv 3x3+1     28x28x512      1,180,160    924,844,032     60     8
19       relu           28x28x512              0              0     60     8
conv4_2  conv 3x3+1     28x28x512      2,359,808  1,849,688,064     76     8
21       relu           28x28x512              0              0     76     8
conv4_3  conv 3x3+1     28x28x512      2,359,808  1,849,688,064     92     8
23       relu           28x28x512              0              0     92     8
pool4    maxpool 2x2/2  14x14x512              0              0    100    16
conv5_1  conv 3x3+1     14x14x512      2,359,808    462,422,016    132    16
26       relu           14x14x512              0              0    132    16
conv5_2  conv 3x3+1     14x14x512      2,359,808    462,422,016    164    16
28       relu           14x14x512              0              0    164    16
conv5_3  conv 3x3+1     14x14x512      2,359,808    462,422,016    196    16
30       relu           14x14x512              0              0    196    16
pool5    maxpool 2x2/2  7x7x512                0              0    212    32
fc6      dense          4096         102,764,544    102,760,448    404     -
33       relu           4096                   0              0    404     -
34       dropout        4096                   0              0    404     -
fc7      dense          4096          16,781,312     16,777,216    404     -
36       relu           4096                   0              0    404     -
37       dropout        4096                   0              0    404     -
fc8      dense          1000           4,097,000      4,096,000    404     -
39       softmax        1000                   0              0    404     -

params 138,357,544   macs 15,470,264,320   flops 30,940,528,640

# The weights as the CS231n notes list them.
$ cnncalc net -o label,weights $NETS/vgg-16.net | grep '^conv\|^fc'
conv1_1	1728
conv1_2	36864
conv2_1	73728
conv2_2	147456
conv3_1	294912
conv3_2	589824
conv3_3	589824
conv4_1	1179648
conv4_2	2359296
conv4_3	2359296
conv5_1	2359296
conv5_2	2359296
conv5_3	2359296
fc6	102760448
fc7	16777216
fc8	4096000

# Araujo, Norris and Sim (2019): 212 in steps of 32, with a padding of 90.
$ cnncalc net -o label,rf,jump,start $NETS/vgg-16.net | grep '^pool5'
pool5	212	32	-90

# ---- ResNet --------------------------------------------------------------------------------------
# He, Zhang, Ren and Sun (2015), table 1: 1.8 billion macs for 18 layers, 3.8 for 50.
# torchvision.models.resnet18: 11,689,512 parameters, 1.814 GFLOPS; resnet50: 25,557,032, 4.089.
# The field of 18: 11 behind the pool, then 4*2*4 + (8 + 3*16) + (16 + 3*32) + (32 + 3*64).

$ cnncalc net --total -o params,macs $NETS/resnet-18.net
11689512	1814073344
$ cnncalc net --expect 1000 $NETS/resnet-18.net >/dev/null
$ cnncalc net -o kind,out,rf,jump $NETS/resnet-18.net | grep '^add' | tail -n 1
add	7x7x512	435	32
$ cnncalc net -o label,out $NETS/resnet-18.net | grep '^conv'
conv2_1	56x56x64
conv2_2	56x56x64
conv3_1	28x28x128
conv3_2	28x28x128
conv4_1	14x14x256
conv4_2	14x14x256
conv5_1	7x7x512
conv5_2	7x7x512

# With the stride in the filters of 3x3. The field: 11, then 3*8 + (8 + 3*16) + (16 + 5*32) +
# (32 + 2*64).
$ cnncalc net --total -o params,macs $NETS/resnet-50.net
25557032	4089184256
$ cnncalc net --expect 1000 $NETS/resnet-50.net >/dev/null
$ cnncalc net -o kind,out,rf,jump $NETS/resnet-50.net | grep '^add' | tail -n 1
add	7x7x2048	427	32
$ cnncalc net -o label,out $NETS/resnet-50.net | grep '^conv._1'
conv2_1	56x56x256
conv3_1	28x28x512
conv4_1	14x14x1024
conv5_1	7x7x2048

# As in the paper: the first filters of each of three stages save 3/4 of 56*56*256*128, or as much.
$ cnncalc net --total -o params,macs $NETS/resnet-50-2015.net
25557032	3857973248
$ cnncalc net --expect 1000 $NETS/resnet-50-2015.net >/dev/null

# Araujo, Norris and Sim (2019), resnet_v1_50: 483 in steps of 32.
$ cnncalc net -o kind,out,rf,jump $NETS/resnet-50-2015.net | grep '^add' | tail -n 1
add	7x7x2048	483	32

# ---- SqueezeNet 1.1 ------------------------------------------------------------------------------
# torchvision.models.squeezenet1_1: 1,235,496 parameters, 0.349 GFLOPS.

$ cnncalc net --total -o params,macs $NETS/squeezenet-1.1.net
1235496	349151936
$ cnncalc net --expect 1000 $NETS/squeezenet-1.1.net >/dev/null
$ cnncalc net -o label,out $NETS/squeezenet-1.1.net | grep '^fire\|^conv'
conv1	111x111x64
fire2	55x55x128
fire3	55x55x128
fire4	27x27x256
fire5	27x27x256
fire6	13x13x384
fire7	13x13x384
fire8	13x13x512
fire9	13x13x512
conv10	13x13x1000

# ---- MobileNetV2 ---------------------------------------------------------------------------------
# Sandler et al. (2018): 300M macs. torchvision.models.mobilenet_v2: 3,504,872 parameters, 0.301
# GFLOPS. The field grows with each 3x3 filter by two steps of its input: 3 + 2*2, 7 + 2*2,
# 11 + 2*4.

$ cnncalc net --total -o params,macs $NETS/mobilenet-v2.net
3504872	300774272
$ cnncalc net --expect 1000 $NETS/mobilenet-v2.net >/dev/null
$ cnncalc net -o label,out,rf $NETS/mobilenet-v2.net | grep '^block'
block1	112x112x16	7
block2	56x56x24	11
block3	56x56x24	19
block4	28x28x32	27
block5	28x28x32	43
block6	28x28x32	59
block7	14x14x64	75
block8	14x14x64	107
block9	14x14x64	139
block10	14x14x64	171
block11	14x14x96	203
block12	14x14x96	235
block13	14x14x96	267
block14	7x7x160	299
block15	7x7x160	363
block16	7x7x160	427
block17	7x7x320	491

# ---- DenseNet-121 --------------------------------------------------------------------------------
# Huang, Liu, van der Maaten and Weinberger (2016), table 1. torchvision.models.densenet121:
# 7,978,856 parameters, 2.834 GFLOPS.

$ cnncalc net --total -o params,macs $NETS/densenet-121.net
7978856	2834161664
$ cnncalc net --expect 1000 $NETS/densenet-121.net >/dev/null
$ cnncalc net -o label,out $NETS/densenet-121.net |
> grep -w 'block.[.]0\|block1[.]6\|block2[.]12\|block3[.]24\|block4[.]16'
block1.0	56x56x64
block1.6	56x56x256
block2.0	28x28x128
block2.12	28x28x512
block3.0	14x14x256
block3.24	14x14x1024
block4.0	7x7x512
block4.16	7x7x1024

# ---- GoogLeNet -----------------------------------------------------------------------------------
# Szegedy et al. (2014), table 1. torchvision.models.googlenet: 6,624,904 parameters, 1.498 GFLOPS.

$ cnncalc net --total -o params,macs $NETS/googlenet.net
6624904	1498376192
$ cnncalc net --expect 1000 $NETS/googlenet.net >/dev/null
$ cnncalc net -o label,out $NETS/googlenet.net | grep '^inception'
inception3a	28x28x256
inception3b	28x28x480
inception4a	14x14x512
inception4b	14x14x512
inception4c	14x14x512
inception4d	14x14x528
inception4e	14x14x832
inception5a	7x7x832
inception5b	7x7x1024

# ---- EfficientNet-B0 -----------------------------------------------------------------------------
# Tan and Le (2019), tables 1 and 2: 5.3M parameters, 0.39B macs.
# torchvision.models.efficientnet_b0: 5,288,548 parameters, 0.386 GFLOPS.

$ cnncalc net --total -o params,macs $NETS/efficientnet-b0.net
5288548	385814752
$ cnncalc net --expect 1000 $NETS/efficientnet-b0.net >/dev/null
$ cnncalc net -o label,out $NETS/efficientnet-b0.net | grep '^block'
block1	112x112x16
block2	56x56x24
block3	56x56x24
block4	28x28x40
block5	28x28x40
block6	14x14x80
block7	14x14x80
block8	14x14x80
block9	14x14x112
block10	14x14x112
block11	14x14x112
block12	7x7x192
block13	7x7x192
block14	7x7x192
block15	7x7x192
block16	7x7x320

# ---- U-Net ---------------------------------------------------------------------------------------
# Ronneberger, Fischer and Brox (2015): the sizes of figure 1. Parameters, macs and fields were
# worked out apart from the program, fields by following every unit to its pixels. At the bottom
# 140 pixels are seen: 76 behind the last pool, and twice two steps of 16.

$ cnncalc net --total -o params,macs $NETS/u-net.net
31030658	150428424448
$ cnncalc net --expect 388x388x2 $NETS/u-net.net
layer  kind                 output          params            macs     rf  jump
-      input                572x572x1            -               -      1     1
1      conv 3x3             570x570x64         640     187,142,400      3     1
2      relu                 570x570x64           0               0      3     1
3      conv 3x3             568x568x64      36,928  11,893,211,136      5     1
down1  relu                 568x568x64           0               0      5     1
5      maxpool 2x2/2        284x284x64           0               0      6     2
6      conv 3x3             282x282x128     73,856   5,863,145,472     10     2
7      relu                 282x282x128          0               0     10     2
8      conv 3x3             280x280x128    147,584  11,560,550,400     14     2
down2  relu                 280x280x128          0               0     14     2
10     maxpool 2x2/2        140x140x128          0               0     16     4
11     conv 3x3             138x138x256    295,168   5,616,304,128     24     4
12     relu                 138x138x256          0               0     24     4
13     conv 3x3             136x136x256    590,080  10,909,384,704     32     4
down3  relu                 136x136x256          0               0     32     4
15     maxpool 2x2/2        68x68x256            0               0     36     8
16     conv 3x3             66x66x512    1,180,160   5,138,546,688     52     8
17     relu                 66x66x512            0               0     52     8
18     conv 3x3             64x64x512    2,359,808   9,663,676,416     68     8
19     relu                 64x64x512            0               0     68     8
down4  dropout              64x64x512            0               0     68     8
21     maxpool 2x2/2        32x32x512            0               0     76    16
22     conv 3x3             30x30x1024   4,719,616   4,246,732,800    108    16
23     relu                 30x30x1024           0               0    108    16
24     conv 3x3             28x28x1024   9,438,208   7,398,752,256    140    16
25     relu                 28x28x1024           0               0    140    16
26     dropout              28x28x1024           0               0    140    16
up4    convtranspose 2x2/2  56x56x512    2,097,664   1,644,167,168    140     8
28     crop                 56x56x512            0               0     68     8
29     concat               56x56x1024           0               0    140     8
30     conv 3x3             54x54x512    4,719,104  13,759,414,272    156     8
31     relu                 54x54x512            0               0    156     8
32     conv 3x3             52x52x512    2,359,808   6,379,536,384    172     8
33     relu                 52x52x512            0               0    172     8
up3    convtranspose 2x2/2  104x104x256    524,544   1,417,674,752    172     4
35     crop                 104x104x256          0               0     32     4
36     concat               104x104x512          0               0    172     4
37     conv 3x3             102x102x256  1,179,904  12,273,057,792    188     4
38     relu                 102x102x256          0               0    188     4
39     conv 3x3             100x100x256    590,080   5,898,240,000    188     4
40     relu                 100x100x256          0               0    188     4
up2    convtranspose 2x2/2  200x200x128    131,200   1,310,720,000    188     2
42     crop                 200x200x128          0               0     14     2
43     concat               200x200x256          0               0    188     2
44     conv 3x3             198x198x128    295,040  11,561,730,048    204     2
45     relu                 198x198x128          0               0    204     2
46     conv 3x3             196x196x128    147,584   5,664,669,696    204     2
47     relu                 196x196x128          0               0    204     2
up1    convtranspose 2x2/2  392x392x64      32,832   1,258,815,488    204     1
49     crop                 392x392x64           0               0      5     1
50     concat               392x392x128          0               0    204     1
51     conv 3x3             390x390x64      73,792  11,214,028,800    204     1
52     relu                 390x390x64           0               0    204     1
53     conv 3x3             388x388x64      36,928   5,549,654,016    204     1
54     relu                 388x388x64           0               0    204     1
55     conv 1x1             388x388x2          130      19,269,632    204     1
56     softmax              388x388x2            0               0    204     1

params 31,030,658   macs 150,428,424,448   flops 300,856,848,896

# "It is important to select the input tile size such that all 2x2 max-pooling operations are
# applied to a layer with an even x- and y-size." (Section 2)
$ sed 's/572x572x1/570x570x1/; s/ -O [0-9]*x.*//' $NETS/u-net.net |
> cnncalc net -o label,out | tail -n 2
cnncalc: -:26: net: --stride: 2 does not fit: (279 - 2 + 2*0)/2 + 1 = 139.5 is not a whole number
cnncalc: hint: strides that fit: 1; no even padding does, -P 0:1 gives 140; an input of 278 gives 139; an input of 280 gives 140; --round floor gives 139
-	279x279x128
down2	279x279x128
