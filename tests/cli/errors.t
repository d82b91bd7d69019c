# Messages, hints and statuses, to the letter.

# Commands.
$ cnncalc convuot -W 227 -F 11
cnncalc: 'convuot': unknown command
cnncalc: hint: did you mean convout?
? 2
$ cnncalc conv -W 227 -F 11
cnncalc: 'conv': unknown command
cnncalc: hint: did you mean convout?
? 2
$ cnncalc CONVOUT -W 227 -F 11
cnncalc: 'CONVOUT': unknown command
cnncalc: hint: did you mean convout?
? 2
$ cnncalc sigmoid -x 2
cnncalc: 'sigmoid': unknown command
cnncalc: hint: did you mean sigmoid-grad?
? 2
$ cnncalc sigmoidgrad -x 2
cnncalc: 'sigmoidgrad': unknown command
cnncalc: hint: did you mean sigmoid-grad?
? 2
$ cnncalc gd -x 2
cnncalc: 'gd': unknown command
? 2
$ cnncalc xyzzy
cnncalc: 'xyzzy': unknown command
? 2
$ cnncalc ''
cnncalc: '': unknown command
? 2
$ cnncalc 'no such'
cnncalc: 'no such': unknown command
? 2
$ cnncalc "$(printf 'caf\303\251')"
cnncalc: 'caf\xc3\xa9': unknown command
? 2
$ cnncalc -W 227 -F 11
cnncalc: '-W': unknown command
cnncalc: hint: the command comes first: cnncalc convout -W 227 -F 11 -S 4
? 2
$ cnncalc --verison
cnncalc: '--verison': unknown command
cnncalc: hint: did you mean --version?
? 2
$ cnncalc --hlep
cnncalc: '--hlep': unknown command
cnncalc: hint: did you mean --help?
? 2
$ cnncalc -V
cnncalc: '-V': unknown command
cnncalc: hint: the command comes first: cnncalc convout -W 227 -F 11 -S 4
? 2
$ cnncalc --
cnncalc: '--': unknown command
cnncalc: hint: the command comes first: cnncalc convout -W 227 -F 11 -S 4
? 2
$ cnncalc -x
cnncalc: '-x': unknown command
cnncalc: hint: the command comes first: cnncalc convout -W 227 -F 11 -S 4
? 2

# Options.
$ cnncalc convout -W 32 -F 5 --strid 2
cnncalc: convout: --strid: unknown option
cnncalc: hint: options are not abbreviated: --stride
? 2
$ cnncalc convout -W 32 -F 5 --stride-size 2
cnncalc: convout: --stride-size: unknown option
? 2
$ cnncalc convout -W 32 -F 5 --strde 2
cnncalc: convout: --strde: unknown option
cnncalc: hint: did you mean --stride?
? 2
$ cnncalc convout -W 32 -F 5 --xyzzy
cnncalc: convout: --xyzzy: unknown option
? 2
$ cnncalc convout -W 32 -F 5 -Z 2
cnncalc: convout: -Z: unknown option
? 2
$ cnncalc convout -W 32 -F 5 -Z2
cnncalc: convout: -Z: unknown option
? 2
$ cnncalc convout -W 32 -F 5 -aZ
cnncalc: convout: -Z: unknown option
? 2
$ cnncalc convout -W 32 -F 5 "$(printf -- '-\303\251')"
cnncalc: convout: -\xc3: unknown option
? 2
$ cnncalc convout -W 32 -F 5 "$(printf -- '--stri\303\251')"
cnncalc: convout: --stri\xc3\xa9: unknown option
cnncalc: hint: did you mean --stride?
? 2
$ cnncalc convout -W 32 -F 5 --a-very-long-name-that-is-none-of-ours-and-that-goes-on-and-on-and-on 3
cnncalc: convout: --a-very-long-name-that-is-none-of-ours-and-that-goes-on-and-o...: unknown option
? 2

# The other case.
$ cnncalc convout -w 32 -F 5
cnncalc: convout: -w: unknown option
cnncalc: hint: did you mean -W, --input-size?
? 2
$ cnncalc convout -W 32 -f 5
cnncalc: convout: -f: unknown option
cnncalc: hint: did you mean -F, --filter-size?
? 2
$ cnncalc convout -W 32 -F 5 -s 2
cnncalc: convout: -s: unknown option
cnncalc: hint: did you mean -S, --stride?
? 2
$ cnncalc convout -W 32 -F 5 -k 2
cnncalc: convout: -k: unknown option
cnncalc: hint: did you mean -K, --filters?
? 2
$ cnncalc convout -W 32 -F 5 -A
cnncalc: convout: -A: unknown option
cnncalc: hint: did you mean -a, --all?
? 2
$ cnncalc convout -W 32 -F 5 -O 28
cnncalc: convout: -O: unknown option
cnncalc: hint: did you mean -o, --only?
? 2

# cs231n's depth.
$ cnncalc convout -W 32 -F 5 -D 3
cnncalc: convout: -D: unknown option
cnncalc: hint: the depth of the input is -C, of the output -K; dilation is -d, the number of axes --dims
? 2
$ cnncalc params -F 5 -D 3 -K 10
cnncalc: params: -D: unknown option
cnncalc: hint: the depth of the input is -C, of the output -K; dilation is -d, the number of axes --dims
? 2
$ cnncalc pool -W 32 -F 2 -D 3
cnncalc: pool: -D: unknown option
cnncalc: hint: the depth of the input is -C; dilation is -d, the number of axes --dims
? 2
$ cnncalc sigmoid-grad -x 2 -D 3
cnncalc: sigmoid-grad: -D: unknown option
? 2

# Abbreviations are refused, however unique.
$ cnncalc convout --input 32 --filter-size 5
cnncalc: convout: --input: unknown option
cnncalc: hint: options are not abbreviated: --input-size
? 2
$ cnncalc convout -W 32 -F 5 --str 2
cnncalc: convout: --str: unknown option
cnncalc: hint: options are not abbreviated: --stride
? 2
$ cnncalc convout -W 32 -F 5 --st=2
cnncalc: convout: --st: unknown option
cnncalc: hint: options are not abbreviated: --stride
? 2
$ cnncalc convout -W 32 -F 5 --filter 5
cnncalc: convout: --filter: unknown option
cnncalc: hint: options are not abbreviated: --filter-size, --filters
? 2
$ cnncalc convout -W 32 -F 5 --js
cnncalc: convout: --js: unknown option
cnncalc: hint: options are not abbreviated: --json
? 2
$ cnncalc convout -W 32 -F 5 --d 2
cnncalc: convout: --d: unknown option
cnncalc: hint: options are not abbreviated: --dilation, --depthwise, --dims, --draw
? 2
$ cnncalc sigmoid-grad --prec 3 -x 2
cnncalc: sigmoid-grad: --prec: unknown option
cnncalc: hint: options are not abbreviated: --precision
? 2

# The words of PyTorch, Keras and Caffe.
$ cnncalc convout -W 32 --kernel-size 5
cnncalc: convout: --kernel-size: unknown option
cnncalc: hint: did you mean --filter-size?
? 2
$ cnncalc convout -W 32 --kernel_size=5
cnncalc: convout: --kernel_size: unknown option
cnncalc: hint: did you mean --filter-size?
? 2
$ cnncalc convout -W 32 -F 5 --padding 2
cnncalc: convout: --padding: unknown option
cnncalc: hint: did you mean --pad?
? 2
$ cnncalc convout -W 32 -F 5 --strides 2
cnncalc: convout: --strides: unknown option
cnncalc: hint: did you mean --stride?
? 2
$ cnncalc convout -W 32 -F 5 --in-channels 3
cnncalc: convout: --in-channels: unknown option
cnncalc: hint: did you mean --channels?
? 2
$ cnncalc convout -W 32 -F 5 --in_channels 3
cnncalc: convout: --in_channels: unknown option
cnncalc: hint: did you mean --channels?
? 2
$ cnncalc convout -W 32 -F 5 --out_channels 3
cnncalc: convout: --out_channels: unknown option
cnncalc: hint: did you mean --filters?
? 2
$ cnncalc convout -W 32 -F 5 --num_output 3
cnncalc: convout: --num_output: unknown option
cnncalc: hint: did you mean --filters?
? 2
$ cnncalc convout -W 32 -F 5 --num-output 3
cnncalc: convout: --num-output: unknown option
cnncalc: hint: did you mean --filters?
? 2
$ cnncalc convout -W 32 -F 5 --dilation_rate 3
cnncalc: convout: --dilation_rate: unknown option
cnncalc: hint: did you mean --dilation?
? 2
$ cnncalc convout -W 32 -F 5 --group 2
cnncalc: convout: --group: unknown option
cnncalc: hint: options are not abbreviated: --groups
? 2
$ cnncalc convout -W 32 -F 5 --use_bias
cnncalc: convout: --use_bias: unknown option
cnncalc: hint: did you mean --bias?
? 2
$ cnncalc pool -W 32 --pool_size 2
cnncalc: pool: --pool_size: unknown option
cnncalc: hint: did you mean --filter-size?
? 2
$ cnncalc pool -W 32 -F 2 --ceil_mode
cnncalc: pool: --ceil_mode: unknown option
cnncalc: hint: did you mean --round?
? 2
$ cnncalc pool -W 32 -F 2 --ceil_mode=True
cnncalc: pool: --ceil_mode: unknown option
cnncalc: hint: did you mean --round?
? 2
$ cnncalc convout -W 32 -F 5 --output_padding 1
cnncalc: convout: --output_padding: unknown option
cnncalc: hint: did you mean --output-pad?
? 2
$ cnncalc convout -W 32 -F 5 --auto_pad same
cnncalc: convout: --auto_pad: unknown option
cnncalc: hint: did you mean --pad?
? 2
$ cnncalc convout -W 32 -F 5 --width 3
cnncalc: convout: --width: only with --draw
cnncalc: hint: did you mean --input-size?
? 2
$ cnncalc convout -W 32 -F 5 kernel_size=3
cnncalc: convout: 'kernel_size=3': unexpected operand
cnncalc: hint: did you mean --filter-size?
? 2
$ cnncalc convout -W 32 -F 5 --KERNEL-SIZE 3
cnncalc: convout: --KERNEL-SIZE: unknown option
cnncalc: hint: did you mean --filter-size?
? 2

# Values.
$ cnncalc convout -W 0 -F 5
cnncalc: convout: --input-size: 0 is below 1
? 2
$ cnncalc convout -W -1 -F 5
cnncalc: convout: --input-size: -1 is not a whole number
? 2
$ cnncalc convout -W +32 -F 5
cnncalc: convout: --input-size: '+32' is not a whole number
? 2
$ cnncalc convout -W 3.5 -F 5
cnncalc: convout: --input-size: 3.5 is not a size: whole numbers joined by x
? 2
$ cnncalc convout -W 32. -F 5
cnncalc: convout: --input-size: 32. is not a size: whole numbers joined by x
? 2
$ cnncalc convout -W 0a -F 5
cnncalc: convout: --input-size: '0a' is not a size: whole numbers joined by x
? 2
$ cnncalc convout -W 9a -F 5
cnncalc: convout: --input-size: '9a' is not a size: whole numbers joined by x
? 2
$ cnncalc convout -W : -F 5
cnncalc: convout: --input-size: ':' is not a whole number
? 2
$ cnncalc convout -W 1e3 -F 5
cnncalc: convout: --input-size: '1e3' is not a size: whole numbers joined by x
? 2
$ cnncalc convout -W 0x20 -F 5
cnncalc: convout: --input-size: 0 is below 1
? 2
$ cnncalc convout -W ' 32' -F 5
cnncalc: convout: --input-size: ' 32' is not a whole number
? 2
$ cnncalc convout -W '' -F 5
cnncalc: convout: --input-size: '' is not a whole number
? 2
$ cnncalc convout -W abc -F 5
cnncalc: convout: --input-size: 'abc' is not a whole number
? 2
$ cnncalc convout -W 5,5 -F 5
cnncalc: convout: --input-size: '5,5' is not a size: whole numbers joined by x
? 2
$ cnncalc convout -W 5X5 -F 5
cnncalc: convout: --input-size: '5X5' is not a size: whole numbers joined by x
? 2
$ cnncalc convout -W 5xx5 -F 5
cnncalc: convout: --input-size: '5xx5' is not a size: whole numbers joined by x
? 2
$ cnncalc convout -W x5 -F 5
cnncalc: convout: --input-size: 'x5' is not a size: whole numbers joined by x
? 2
$ cnncalc convout -W 5x -F 5
cnncalc: convout: --input-size: '5x' is not a size: whole numbers joined by x
? 2
$ cnncalc convout -W 5x0 -F 5
cnncalc: convout: --input-size: 0 is below 1
? 2
$ cnncalc convout -W "$(printf '3\0332')" -F 5
cnncalc: convout: --input-size: '3\x1b2' is not a size: whole numbers joined by x
? 2
$ cnncalc convout -W "$(printf '\303\251')" -F 5
cnncalc: convout: --input-size: '\xc3\xa9' is not a whole number
? 2
$ cnncalc convout -W 9223372036854775808 -F 5
cnncalc: convout: --input-size: 9223372036854775808 is beyond 9223372036854775807
? 2
$ cnncalc convout -W 99999999999999999999999999 -F 5
cnncalc: convout: --input-size: 99999999999999999999999999 is beyond 9223372036854775807
? 2
$ cnncalc convout -W 32x9223372036854775808 -F 5
cnncalc: convout: --input-size: '32x9223372036854775808' is beyond 9223372036854775807
? 2
$ cnncalc convout -W 32 -F 0
cnncalc: convout: --filter-size: 0 is below 1
? 2
$ cnncalc convout -W 32 -F 5 -S 0
cnncalc: convout: --stride: 0 is below 1
? 2
$ cnncalc convout -W 32 -F 5 -d 0
cnncalc: convout: --dilation: 0 is below 1
? 2
$ cnncalc convout -W 32 -F 5 -K 0
cnncalc: convout: --filters: 0 is below 1
? 2
$ cnncalc convout -W 32 -F 5 -C 0
cnncalc: convout: --channels: 0 is below 1
? 2
$ cnncalc convout -W 32 -F 5 -G 0
cnncalc: convout: --groups: 0 is below 1
? 2
$ cnncalc convout -W 32 -F 5 -K 2x2
cnncalc: convout: --filters: '2x2' is not a whole number
? 2
$ cnncalc convout -W 32 -H 3x3 -F 5
cnncalc: convout: --height: '3x3' is not a whole number
? 2
$ cnncalc convout -W 32 -F 5 -K ten
cnncalc: convout: --filters: 'ten' is not a whole number
? 2
$ cnncalc convout -W 32 -F 5 --dims two
cnncalc: convout: --dims: 'two' is not a whole number
? 2
$ cnncalc convout -W aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa -F 5
cnncalc: convout: --input-size: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...' is not a whole number
? 2
$ cnncalc convout -W 32 -F
cnncalc: convout: --filter-size: a value is missing
? 2
$ cnncalc convout -W 32 --filter-size
cnncalc: convout: --filter-size: a value is missing
? 2
$ cnncalc convout -W 32 -F 5 --json=yes
cnncalc: convout: --json: takes no value
? 2
$ cnncalc convout -W 32 -F 5 --transpose=1
cnncalc: convout: --transpose: takes no value
? 2

# What is missing is named together.
$ cnncalc convout
cnncalc: convout: --input-size, --filter-size: missing
cnncalc: hint: for example: cnncalc convout -W 227 -F 11 -S 4
? 2
$ cnncalc convout -W 32
cnncalc: convout: --filter-size: missing
cnncalc: hint: for example: cnncalc convout -W 227 -F 11 -S 4
? 2
$ cnncalc convout -F 5
cnncalc: convout: --input-size: missing
cnncalc: hint: for example: cnncalc convout -W 227 -F 11 -S 4
? 2
$ cnncalc convout -H 5 -F 5
cnncalc: convout: --input-size: missing
cnncalc: hint: for example: cnncalc convout -W 227 -F 11 -S 4
? 2
$ cnncalc pool
cnncalc: pool: --input-size, --filter-size: missing
cnncalc: hint: for example: cnncalc pool -W 55 -F 3 -S 2
? 2
$ cnncalc params
cnncalc: params: --filter-size, --channels, --filters: missing
cnncalc: hint: for example: cnncalc params -F 11 -C 3 -K 96
? 2
$ cnncalc params -F 5
cnncalc: params: --channels, --filters: missing
cnncalc: hint: for example: cnncalc params -F 11 -C 3 -K 96
? 2
$ cnncalc params -C 5 -K 3
cnncalc: params: --filter-size: missing
cnncalc: hint: for example: cnncalc params -F 11 -C 3 -K 96
? 2
$ cnncalc params -W 32x32x3 -F 5
cnncalc: params: --filters: missing
cnncalc: hint: for example: cnncalc params -F 11 -C 3 -K 96
? 2
$ cnncalc params -W 32x32 -F 5 -K 3
cnncalc: params: --channels: missing
cnncalc: hint: for example: cnncalc params -F 11 -C 3 -K 96
? 2
$ cnncalc gdstep -x 2
cnncalc: gdstep: --gradient, --step-size: missing
cnncalc: hint: for example: cnncalc gdstep -x 2 -g 0.1 -s 0.2
? 2

# Operands; -- ends the options.
$ cnncalc convout -W 32 -F 5 7
cnncalc: convout: 7: unexpected operand
cnncalc: hint: for example: cnncalc convout -W 227 -F 11 -S 4
? 2
$ cnncalc convout 227 11 4
cnncalc: convout: 227: unexpected operand
cnncalc: hint: for example: cnncalc convout -W 227 -F 11 -S 4
? 2
$ cnncalc convout -W 32 -F 5 -- 7
cnncalc: convout: 7: unexpected operand
cnncalc: hint: for example: cnncalc convout -W 227 -F 11 -S 4
? 2
$ cnncalc convout -W 32 -F 5 --
28
$ cnncalc convout -- -W 32 -F 5
cnncalc: convout: '-W': unexpected operand
cnncalc: hint: for example: cnncalc convout -W 227 -F 11 -S 4
? 2
$ cnncalc convout -W 32 -F 5 -7
cnncalc: convout: -7: unknown option
cnncalc: hint: a negative value follows its option: -x -1
? 2
$ cnncalc convout -W 32 -F 5 -- -7
cnncalc: convout: -7: unexpected operand
cnncalc: hint: for example: cnncalc convout -W 227 -F 11 -S 4
? 2
$ cnncalc convout -W 32 -F 5 -
cnncalc: convout: '-': unexpected operand
cnncalc: hint: for example: cnncalc convout -W 227 -F 11 -S 4
? 2
$ cnncalc convout W=32 F=5
cnncalc: convout: 'W=32': unexpected operand
cnncalc: hint: for example: cnncalc convout -W 227 -F 11 -S 4
? 2

# The channels, told twice.
$ cnncalc convout -W 32x32x3 -C 3 -F 5
28x28
$ cnncalc convout -W 32x32x3 -C 4 -F 5
cnncalc: convout: --channels: 4 differs from 3, the channels of --input-size
? 2
$ cnncalc convout -W 32x32x3 -F 5x5x4
cnncalc: convout: --filter-size: 4 channels differ from 3, those of the input
? 2
$ cnncalc convout -W 32 -C 3 -F 5x5x4
cnncalc: convout: --filter-size: 4 channels differ from 3, those of the input
? 2
$ cnncalc convout -W 32x32x4 -F 5x5x4 -G 2
cnncalc: convout: --filter-size: 4 channels differ from 2, those of one group of the input
? 2
$ cnncalc convout -W 32x32x4 -F 5x5x2 -G 2
28x28
$ cnncalc params -C 3 -F 5x5x4 -K 2
cnncalc: params: --filter-size: 4 channels differ from 3, those of the input
? 2

# Groups divide C and K.
$ cnncalc convout -W 32x32x3 -F 5 -G 2
cnncalc: convout: --groups: 2 does not divide the 3 channels
cnncalc: hint: groups that fit: 1, 3
? 1
$ cnncalc convout -W 32x32x4 -F 5 -K 6 -G 4
cnncalc: convout: --groups: 4 does not divide the 6 filters
cnncalc: hint: groups that fit: 1, 2
? 1
$ cnncalc convout -W 32x32x6 -F 5 -K 9 -G 2 -o out
cnncalc: convout: --groups: 2 does not divide the 9 filters
cnncalc: hint: groups that fit: 1, 3
? 1
$ cnncalc params -F 5 -C 3 -K 6 -G 2
cnncalc: params: --groups: 2 does not divide the 3 channels
cnncalc: hint: groups that fit: 1, 3
? 1
$ cnncalc convout -W 32 -F 5 -K 9 -G 2
cnncalc: convout: --groups: 2 does not divide the 9 filters
cnncalc: hint: groups that fit: 1, 3, 9
? 1
$ cnncalc convout -W 32x32x4 -F 5 -G 2 --depthwise
cnncalc: convout: --depthwise: --groups is told too
? 2
$ cnncalc convout -W 32 -F 5 --depthwise
cnncalc: convout: --depthwise: needs --channels
? 2
$ cnncalc params -F 5 --depthwise
cnncalc: params: --channels: missing
cnncalc: hint: for example: cnncalc params -F 11 -C 3 -K 96
? 2
$ cnncalc convout -W 5x5x4 -F 3 --depthwise -K 6
cnncalc: convout: --filters: 6 is no multiple of the 4 channels, as --depthwise asks
cnncalc: hint: -K 4
? 1
$ cnncalc params -F 3 -C 32 --depthwise -K 48
cnncalc: params: --filters: 48 is no multiple of the 32 channels, as --depthwise asks
cnncalc: hint: -K 32
? 1

# Filters that are too wide.
$ cnncalc convout -W 5 -F 7
cnncalc: convout: --filter-size: 7 is wider than the padded input: 5 + 2*0 = 5
cnncalc: hint: -F 5 gives 1; -P 1 gives 1; -W 7 gives 1
? 1
$ cnncalc convout -W 5 -F 7 -R floor
cnncalc: convout: --filter-size: 7 is wider than the padded input: 5 + 2*0 = 5
cnncalc: hint: -F 5 gives 1; -P 1 gives 1; -W 7 gives 1
? 1
$ cnncalc convout -W 5 -F 7 -R ceil
cnncalc: convout: --filter-size: 7 is wider than the padded input: 5 + 2*0 = 5
cnncalc: hint: -F 5 gives 1; -P 1 gives 1; -W 7 gives 1
? 1
$ cnncalc convout -W 5 -F 7 -R full
cnncalc: convout: --filter-size: 7 is wider than the padded input: 5 + 2*0 = 5
cnncalc: hint: -F 5 gives 1; -P 1 gives 1; -W 7 gives 1
? 1
$ cnncalc convout -W 5 -F 8
cnncalc: convout: --filter-size: 8 is wider than the padded input: 5 + 2*0 = 5
cnncalc: hint: -F 5 gives 1; -P 2 gives 2; -W 8 gives 1
? 1
$ cnncalc convout -W 5 -F 3 -d 3
cnncalc: convout: --filter-size: 3 with dilation 3 spans 7 cells, which is wider than the padded input: 5 + 2*0 = 5
cnncalc: hint: -F 2 gives 2; -P 1 gives 1; -W 7 gives 1
? 1
$ cnncalc convout -W 5 -F 8 -P 1
cnncalc: convout: --filter-size: 8 is wider than the padded input: 5 + 2*1 = 7
cnncalc: hint: -F 7 gives 1; -P 2 gives 2; -W 6 gives 1
? 1
$ cnncalc convout -W 5 -F 8 -P 0:1
cnncalc: convout: --filter-size: 8 is wider than the padded input: 5 + 0 + 1 = 6
cnncalc: hint: -F 6 gives 1; -P 2 gives 2; -W 7 gives 1
? 1
$ cnncalc convout -W 5 -H 8 -F 7
cnncalc: convout: --filter-size: 7 is wider than the padded width: 5 + 2*0 = 5
cnncalc: hint: -F 5 gives 1x4; -P 1 gives 1x4; -W 7 gives 1x2
? 1
$ cnncalc convout -W 8 -H 5 -F 7
cnncalc: convout: --filter-size: 7 is wider than the padded height: 5 + 2*0 = 5
cnncalc: hint: -F 5 gives 4x1; -P 1 gives 4x1; -H 7 gives 2x1
? 1
$ cnncalc convout -W 5x5x3 -F 7
cnncalc: convout: --filter-size: 7 is wider than the padded input: 5 + 2*0 = 5
cnncalc: hint: -F 5 gives 1x1; -P 1 gives 1x1; -W 7x7x3 gives 1x1
? 1
$ cnncalc convout -W 1 -F 9223372036854775807
cnncalc: convout: --filter-size: 9223372036854775807 is wider than the padded input: 1 + 2*0 = 1
cnncalc: hint: -F 1 gives 1; -P 4611686018427387903 gives 1; -W 9223372036854775807 gives 1
? 1
$ cnncalc convout -W 3 -F 9223372036854775807 -d 9223372036854775807
cnncalc: convout: --filter-size: the filter spans d(F - 1) + 1 cells, which is beyond 2^63 - 1
? 1

# Strides that do not divide.
$ cnncalc convout -W 32 -F 5 -S 2
cnncalc: convout: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27; no even padding does, -P 0:1 gives 15; --round floor gives 14
? 1
$ cnncalc convout -W 32x32x3 -F 4 -S 3
cnncalc: convout: --stride: 3 does not fit: (32 - 4 + 2*0)/3 + 1 = 10 + 1/3 is not a whole number
cnncalc: hint: strides that fit: 1, 2, 4, 7, 14, 28; -P 1 gives 11x11; --round floor gives 10x10
? 1
$ cnncalc convout -W 32 -H 31 -F 5 -S 2
cnncalc: convout: --stride: 2 does not fit the width: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1; no even padding does, -P 0:1x0 gives 15x14; -W 31 gives 14x14; -W 33 gives 15x14; --round floor gives 14x14
? 1
$ cnncalc convout -W 31 -H 32 -F 5 -S 2
cnncalc: convout: --stride: 2 does not fit the height: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1; no even padding does, -P 0x0:1 gives 14x15; -H 31 gives 14x14; -H 33 gives 14x15; --round floor gives 14x14
? 1
$ cnncalc pool -W 7 -F 2
cnncalc: pool: --stride: 2 does not fit: (7 - 2 + 2*0)/2 + 1 = 3.5 is not a whole number
cnncalc: hint: strides that fit: 1, 5; no even padding does, -P 0:1 gives 4; --round floor gives 3
? 1
$ cnncalc convout -W 9223372036854775807 -F 2 -S 2
cnncalc: convout: --stride: 2 does not fit: (9223372036854775807 - 2 + 2*0)/2 + 1 = 4611686018427387903.5 is not a whole number
cnncalc: hint: strides that fit: 1, 5, 23; no even padding does, -P 0:1 gives 4611686018427387904; --round floor gives 4611686018427387903
? 1

# However far it is: 997 + 2*501 is 1999, and 2^62 - 3 is 1 modulo 2^62 - 4.
$ cnncalc convout -W 1000 -F 3 -S 1999
cnncalc: convout: --stride: 1999 does not fit: (1000 - 3 + 2*0)/1999 + 1 = 1 + 997/1999 is not a whole number
cnncalc: hint: strides that fit: 1; -P 501 gives 2; -W 3 gives 1; -W 2002 gives 2; --round floor gives 1
? 1
$ cnncalc convout -W 4611686018427387904 -F 3 -S 4611686018427387900 -P 0:2
cnncalc: convout: --stride: 4611686018427387900 does not fit: (4611686018427387904 - 3 + 0 + 2)/4611686018427387900 + 1 = 2 + 1/1537228672809129300 is not a whole number
cnncalc: hint: strides that fit: 1, 3; no even padding does, -P 2305843009213693949:2305843009213693950 gives 3; --round floor gives 2
? 1
# Each axis its own, where nothing is as near for all; depth 9 is -W's too.
$ cnncalc convout --dims 3 -W 9 -H 8 -F 2x3x2 -S 4x4x2
cnncalc: convout: --stride: 4 does not fit the width: (9 - 2 + 2*0)/4 + 1 = 2.75 is not a whole number
cnncalc: hint: strides that fit: 1; no even padding does, -P 0:1x1:2x0:1 gives 3x3x5; -W 6x7x8 gives 2x2x4; -W 10 -H 11 gives 3x3x5; --round floor gives 2x2x4
? 1

# Counts beyond 2^63 - 1.
$ cnncalc convout -W 4294967296 -F 1 -K 4294967296 -o neurons
cnncalc: convout: neurons: the count is beyond 2^63 - 1
? 1
$ cnncalc convout -W 4294967296 -F 1 -o windows
cnncalc: convout: windows: the count is beyond 2^63 - 1
? 1
$ cnncalc convout -W 4294967296 -F 1 -C 3 -K 5 -o weights,macs
cnncalc: convout: macs: the count is beyond 2^63 - 1
? 1
$ cnncalc convout -W 4294967296 -F 1 -C 3 -K 5 -o weights
15
$ cnncalc params -F 4294967296 -C 3 -K 1
cnncalc: params: params: the count is beyond 2^63 - 1
? 1

# Two statuses: badly formed comes before what has no answer.
$ cnncalc convout -W 32 -F 5 -S 2 -o siez
cnncalc: convout: --only: 'siez': unknown field
cnncalc: hint: did you mean size?
cnncalc: hint: fields: W H F S P d K C G R dims transpose output_pad bias out size width height depth volume unused windows connections neurons weights biases params macs flops
? 2
$ cnncalc convout -W 32 -F 5 -S 2 -o neurons
cnncalc: convout: --stride: 2 does not fit: (32 - 5 + 2*0)/2 + 1 = 14.5 is not a whole number
cnncalc: hint: strides that fit: 1, 3, 9, 27; no even padding does, -P 0:1 gives 15; --round floor gives 14
? 1

# A question that fails prints nothing on standard output.
$ cnncalc convout -W 32 -F 5 -S 2 2>/dev/null
? 1
$ cnncalc convout -W 32 -F 5 -S 2 -a 2>/dev/null
? 1
$ cnncalc convout -W 32 -F 5 -S 2 --json 2>/dev/null
? 1
$ cnncalc params -F 4294967296 -C 3 -K 1 -o biases,weights 2>/dev/null
? 1
