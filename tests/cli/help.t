# Help and version.

$ cnncalc --version | sed 's/[0-9][0-9]*/N/g'
cnncalc N.N.N
$ cnncalc --help
usage: cnncalc COMMAND [options] [operands]
       cnncalc help COMMAND
       cnncalc --help | --version

A calculator for convolutional networks and backpropagation.

Commands:
  convout       how large is the output of a conv layer?
  params        how many trainable parameters has it?
  pool          how large is the output of a pool layer?
  sigmoid-grad  the sigmoid and its gradient, by backprop
  complex-grad  f = ln x * sigmoid(sqrt y)/sigmoid((x+y)^2) and its gradients,
                by backprop
  gdstep        where does a gradient-descent step lead?
  fit           which layers turn this size into that one?
  grad          the gradients of any expression, gate by gate
  net           size, parameters, cost and receptive field of every layer of a
                network
  batch         the answers to a file of questions
  completion    the completion script of a shell

Examples:
  $ cnncalc convout -W 227 -F 11 -S 4
  55
  $ cnncalc params -F 11 -C 3 -K 96
  34944
  $ cnncalc gdstep -x 2 -g 0.1 -s 0.2 --explain
  x - s*g = 2 - 0.2*0.1 = 2 - 0.02 = 1.98

cnncalc COMMAND --help lists the options and fields of a command;
the manual is cnncalc(1).
$ cnncalc -h | cmp - "$(cnncalc --help >help; echo help)"
$ cnncalc help | cmp - "$(cnncalc --help >help; echo help)"

# No command: usage on standard error, status 2.
$ cnncalc 2>/dev/null
? 2
$ cnncalc 2>usage >out; echo $?; cnncalc --help | cmp - usage; cat out
2

# Of each command.
$ cnncalc convout --help
usage: cnncalc convout -W SIZE -F SIZE [options]
convout: how large is the output of a conv layer?

Options:
  -W, --input-size SIZE   width of the input, or every axis, width first:
                          640x480; with its channels: 227x227x3
  -H, --height N          height of the input; W unless told
  -F, --filter-size SIZE  width of the filter, or every axis; with its channels:
                          5x5x3
  -S, --stride SIZE       step of the filter, or per axis [1]
  -P, --pad PAD           zero-padding on every side; per axis 1x2; begin:end
                          2:3, 0:1x2:3; same, same-lower; valid is 0 [0]
  -d, --dilation SIZE     spacing of the filter's cells; 1 is an ordinary filter
                          [1]
  -K, --filters N         number of filters: the depth of the output
  -C, --channels N        channels of the input
  -G, --groups N          groups; they divide C and K
      --depthwise         as many groups as channels; K is C unless told
  -R, --round HOW         what becomes of a stride that does not divide: exact
                          refuses it, floor drops the rest, ceil and full add a
                          window [exact]
      --dims N            axes: 1, 2 or 3 [2]
      --transpose         a transposed layer
      --output-pad SIZE   cells added to a transposed layer's output [0]
      --no-bias           the filters have no bias
      --bias              one bias for each filter
      --draw              the windows on the input, as a picture
      --width N           columns of --draw, from 64 to 1000 [80]

Options of every question:
  -o, --only NAMES        print these fields' values only, tab-separated, in
                          this order; what was given can be named by its letter
  -a, --all               print every known field as a name=value line
      --json              print one JSON object on one line
      --explain           print the worked solution, ending in the answer
      --expect VALUE      status 1 unless the answer prints as VALUE; it is
                          printed all the same
  -p, --precision N       significant digits of printed reals, 1 to 17
      --columns NAMES     one question per line of the operand FILE or of
                          standard input: the option of each column, joined by
                          commas; _ skips one, header takes them from the first
                          line
  -h, --help              print this help

Fields, for -o, -a and --json:
  out           the size, or the volume where its depth is known
  size          size of the output
  width         its width
  height        its height
  depth         its third axis, or else its channels
  volume        size and depth
  unused        input cells, not padding, after the last window
  windows       positions of the filter
  connections   inputs that each neuron sees
  neurons       windows times K
  weights       trainable weights
  biases        trainable biases
  params        weights and biases
  macs          multiply-accumulates, one per weight used
  flops         twice the macs
  what was given: W H F S P d K C G R dims transpose output_pad bias

Examples:
  $ cnncalc convout -W 227 -F 11 -S 4
  55
  $ cnncalc convout -W 227x227x3 -F 11 -S 4 -K 96
  55x55x96
  $ cnncalc convout -W 224 -F 7 -S 2 -P 3 -R floor
  112
$ cnncalc help params
usage: cnncalc params -F SIZE -C N -K N [options]
params: how many trainable parameters has it?

Options:
  -W, --input-size SIZE   width of the input, or every axis, width first:
                          640x480; with its channels: 227x227x3
  -H, --height N          height of the input; W unless told
  -F, --filter-size SIZE  width of the filter, or every axis; with its channels:
                          5x5x3
  -S, --stride SIZE       step of the filter, or per axis [1]
  -P, --pad PAD           zero-padding on every side; per axis 1x2; begin:end
                          2:3, 0:1x2:3; same, same-lower; valid is 0 [0]
  -d, --dilation SIZE     spacing of the filter's cells; 1 is an ordinary filter
                          [1]
  -K, --filters N         number of filters: the depth of the output
  -C, --channels N        channels of the input
  -G, --groups N          groups; they divide C and K
      --depthwise         as many groups as channels; K is C unless told
  -R, --round HOW         what becomes of a stride that does not divide: exact
                          refuses it, floor drops the rest, ceil and full add a
                          window [exact]
      --dims N            axes: 1, 2 or 3 [2]
      --transpose         a transposed layer
      --output-pad SIZE   cells added to a transposed layer's output [0]
      --no-bias           the filters have no bias
      --bias              one bias for each filter

Options of every question:
  -o, --only NAMES        print these fields' values only, tab-separated, in
                          this order; what was given can be named by its letter
  -a, --all               print every known field as a name=value line
      --json              print one JSON object on one line
      --explain           print the worked solution, ending in the answer
      --expect VALUE      status 1 unless the answer prints as VALUE; it is
                          printed all the same
  -p, --precision N       significant digits of printed reals, 1 to 17
      --columns NAMES     one question per line of the operand FILE or of
                          standard input: the option of each column, joined by
                          commas; _ skips one, header takes them from the first
                          line
  -h, --help              print this help

Fields, for -o, -a and --json:
  params        weights and biases
  weights       trainable weights
  biases        trainable biases
  what was given: W H F S P d K C G R dims transpose output_pad bias

Examples:
  $ cnncalc params -F 11 -C 3 -K 96
  34944
  $ cnncalc params -F 3x3x5 -K 25 -o weights,biases
  1125	25
$ cnncalc pool -h
usage: cnncalc pool -W SIZE -F SIZE [options]
pool: how large is the output of a pool layer?

Options:
  -W, --input-size SIZE   width of the input, or every axis, width first:
                          640x480; with its channels: 227x227x3
  -H, --height N          height of the input; W unless told
  -F, --filter-size SIZE  width of the filter, or every axis; with its channels:
                          5x5x3
  -S, --stride SIZE       step of the window; F unless told
  -P, --pad PAD           zero-padding on every side; per axis 1x2; begin:end
                          2:3, 0:1x2:3; same, same-lower; valid is 0 [0]
  -d, --dilation SIZE     spacing of the filter's cells; 1 is an ordinary filter
                          [1]
  -C, --channels N        channels of the input
  -R, --round HOW         what becomes of a stride that does not divide: exact
                          refuses it, floor drops the rest, ceil and full add a
                          window [exact]
      --dims N            axes: 1, 2 or 3 [2]
      --draw              the windows on the input, as a picture
      --width N           columns of --draw, from 64 to 1000 [80]

Options of every question:
  -o, --only NAMES        print these fields' values only, tab-separated, in
                          this order; what was given can be named by its letter
  -a, --all               print every known field as a name=value line
      --json              print one JSON object on one line
      --explain           print the worked solution, ending in the answer
      --expect VALUE      status 1 unless the answer prints as VALUE; it is
                          printed all the same
  -p, --precision N       significant digits of printed reals, 1 to 17
      --columns NAMES     one question per line of the operand FILE or of
                          standard input: the option of each column, joined by
                          commas; _ skips one, header takes them from the first
                          line
  -h, --help              print this help

Fields, for -o, -a and --json:
  out           the size, or the volume where its depth is known
  size          size of the output
  width         its width
  height        its height
  depth         its third axis, or else its channels
  volume        size and depth
  unused        input cells, not padding, after the last window
  windows       positions of the window
  params        0: a pool layer has none
  what was given: W H F S P d C R dims

Examples:
  $ cnncalc pool -W 55 -F 3 -S 2
  27
  $ cnncalc pool -W 55x55x96 -F 3 -S 2
  27x27x96
$ cnncalc sigmoid-grad --help
usage: cnncalc sigmoid-grad -x REAL [options]
sigmoid-grad: the sigmoid and its gradient, by backprop

Options:
  -x, --x REAL            where the function is taken
      --dot               print the computational graph for Graphviz: dot -Tsvg
      --numpy             print a Python function for NumPy: forward pass,
                          backward pass

Options of every question:
  -o, --only NAMES        print these fields' values only, tab-separated, in
                          this order; what was given can be named by its letter
  -a, --all               print every known field as a name=value line
      --json              print one JSON object on one line
      --explain           print the worked solution, ending in the answer
      --expect VALUE      status 1 unless the answer prints as VALUE; it is
                          printed all the same
  -p, --precision N       significant digits of printed reals, 1 to 17
      --columns NAMES     one question per line of the operand FILE or of
                          standard input: the option of each column, joined by
                          commas; _ skips one, header takes them from the first
                          line
  -h, --help              print this help

Fields, for -o, -a and --json:
  out           sigmoid(x)
  fx            its derivative
  a             gate: -x
  b             gate: e^a
  c             gate: 1 + b
  f             gate: 1/c
  ff            1
  fc            gradient at c
  fb            gradient at b
  fa            gradient at a
  what was given: x

Examples:
  $ cnncalc sigmoid-grad -x 2
  out=0.8807970779778824
  fx=0.10499358540350652
  $ cnncalc sigmoid-grad -x 2 -o fx -p 2
  0.1
$ cnncalc complex-grad --help
usage: cnncalc complex-grad -x REAL -y REAL [options]
complex-grad: f = ln x * sigmoid(sqrt y)/sigmoid((x+y)^2) and its gradients, by
backprop

Options:
  -x, --x REAL            where the function is taken
  -y, --y REAL            its second variable
      --dot               print the computational graph for Graphviz: dot -Tsvg
      --numpy             print a Python function for NumPy: forward pass,
                          backward pass

Options of every question:
  -o, --only NAMES        print these fields' values only, tab-separated, in
                          this order; what was given can be named by its letter
  -a, --all               print every known field as a name=value line
      --json              print one JSON object on one line
      --explain           print the worked solution, ending in the answer
      --expect VALUE      status 1 unless the answer prints as VALUE; it is
                          printed all the same
  -p, --precision N       significant digits of printed reals, 1 to 17
      --columns NAMES     one question per line of the operand FILE or of
                          standard input: the option of each column, joined by
                          commas; _ skips one, header takes them from the first
                          line
  -h, --help              print this help

Fields, for -o, -a and --json:
  out           f(x, y)
  fx            derivative by x
  fy            derivative by y
  a             gate: ln x
  b             gate: sqrt y
  c             gate: sigmoid(b)
  d             gate: a*c, the numerator
  g             gate: x + y
  h             gate: g^2
  i             gate: sigmoid(h), the denominator
  j             gate: 1/i
  ff            1
  fd            gradient at d
  fj            gradient at j
  fi            gradient at i
  fh            gradient at h
  fg            gradient at g
  fa            gradient at a
  fc            gradient at c
  fb            gradient at b
  fx_1          part of fx by way of g
  fx_2          part of fx by way of a
  fy_1          part of fy by way of g
  fy_2          part of fy by way of b
  what was given: x y

Examples:
  $ cnncalc complex-grad -x 2 -y 4
  out=0.6105220112458076
  fx=0.4403985389889396
  fy=0.018194001924828396
  $ cnncalc complex-grad -x 2 -y 4 -p 6 -o fx_1,fx_2
  -1.69934e-15	0.440399
$ cnncalc gdstep --help
usage: cnncalc gdstep -x REAL -g REAL -s REAL [options] | --of EXPR
                      NAME=VALUE... -s REAL [options]
gdstep: where does a gradient-descent step lead?

Options:
  -x, --parameter REAL    where the step begins
  -g, --gradient REAL     the gradient there
  -s, --step-size REAL    how far to go against it
      --of EXPR           descend this expression, from the values NAME=VALUE
  -n, --steps N           how many steps [1]
      --wrt NAMES         move these variables alone
      --trace             print step number, variables and f, tab-separated,
                          from step 0

Options of every question:
  -o, --only NAMES        print these fields' values only, tab-separated, in
                          this order; what was given can be named by its letter
  -a, --all               print every known field as a name=value line
      --json              print one JSON object on one line
      --explain           print the worked solution, ending in the answer
      --expect VALUE      status 1 unless the answer prints as VALUE; it is
                          printed all the same
  -p, --precision N       significant digits of printed reals, 1 to 17
      --columns NAMES     one question per line of the operand FILE or of
                          standard input: the option of each column, joined by
                          commas; _ skips one, header takes them from the first
                          line
  -h, --help              print this help

Fields, for -o, -a and --json:
  x             where the step leads: x - s*g, rounded once; with --of the
                variables, and f
  what was given: parameter g s

Expressions:
  operators     + - * / ^ (or **), unary -, parentheses; -x^2 is -(x^2)
  constants     decimal numbers, pi, e
  functions     ln log exp sqrt abs sin cos tan tanh sigmoid relu softplus max
                min
  variables     every other name but f and out

Examples:
  $ cnncalc gdstep -x 2 -g 0.1 -s 0.2
  1.98
  $ cnncalc gdstep -x 2 -g 0.1 -s 0.2 --explain
  x - s*g = 2 - 0.2*0.1 = 2 - 0.02 = 1.98
  $ cnncalc gdstep --of 'x^2' x=2 -s 0.1 -n 3
  x=1.024
  f=1.048576
$ cnncalc grad --help
usage: cnncalc grad EXPR NAME=VALUE... [options]
grad: the gradients of any expression, gate by gate

Options:
      --wrt NAMES         the gradients of these variables alone, in this order
      --dot               print the computational graph for Graphviz: dot -Tsvg
      --numpy             print a Python function for NumPy: forward pass,
                          backward pass
      --check             central differences beside the gradients; and where
                          there is a kink, what the gradient follows

Options of every question:
  -o, --only NAMES        print these fields' values only, tab-separated, in
                          this order; what was given can be named by its letter
  -a, --all               print every known field as a name=value line
      --json              print one JSON object on one line
      --explain           print the worked solution, ending in the answer
      --expect VALUE      status 1 unless the answer prints as VALUE; it is
                          printed all the same
  -p, --precision N       significant digits of printed reals, 1 to 17
      --columns NAMES     one question per line of the operand FILE or of
                          standard input: the option of each column, joined by
                          commas; _ skips one, header takes them from the first
                          line
  -h, --help              print this help

Fields, for -o, -a and --json:
  out           value of the expression
  fNAME         its derivative by the variable NAME
  a b c d g ...
                the gates, in the order of evaluation
  fout          1
  fa fb fc ...  gradients at the gates
  fNAME_1 fa_1 ...
                parts of a gradient, where paths meet
  what was given: NAME

Expressions:
  operators     + - * / ^ (or **), unary -, parentheses; -x^2 is -(x^2)
  constants     decimal numbers, pi, e
  functions     ln log exp sqrt abs sin cos tan tanh sigmoid relu softplus max
                min
  variables     every other name but f and out

Examples:
  $ cnncalc grad 'x^2*y' x=3 y=2
  out=18
  fx=12
  fy=9
  $ cnncalc grad -p 6 'ln(x)*sigmoid(sqrt(y))/sigmoid((x+y)^2)' x=2 y=4
  out=0.610522
  fx=0.440399
  fy=0.018194
$ cnncalc batch --help
usage: cnncalc batch [options] [FILE]
batch: the answers to a file of questions

Options, which hold for lines that do not say:
  -o, --only NAMES        print these fields' values only, tab-separated, in
                          this order; what was given can be named by its letter
  -a, --all               print every known field as a name=value line
      --json              print one JSON object on one line
      --explain           print the worked solution, ending in the answer
      --expect VALUE      status 1 unless the answer prints as VALUE; it is
                          printed all the same
  -p, --precision N       significant digits of printed reals, 1 to 17
  -h, --help              print this help

Examples:
  $ printf 'convout -W 32 -F 5\npool -W 28 -F 2\n' | cnncalc batch
  28
  14
  $ echo 'params -F 3 -C 5 -K 25' | cnncalc batch --expect 1150
  1150
$ cnncalc completion --help
usage: cnncalc completion bash|zsh|fish
completion: the completion script of a shell

Options:
  -h, --help              print this help

To use it where it is not installed:
  bash          in ~/.bashrc: source <(cnncalc completion bash)
  zsh           in ~/.zshrc, after compinit: source <(cnncalc completion zsh)
  fish          in ~/.config/fish/config.fish: cnncalc completion fish | source

Examples:
  $ cnncalc completion fish | head -n 1
  # Completion of cnncalc for fish, as `cnncalc completion fish` prints it.

# help COMMAND and COMMAND --help are one; no line is longer than 80 columns.
$ for c in convout params pool sigmoid-grad complex-grad gdstep fit grad batch completion; do
>     cnncalc $c --help >a; cnncalc help $c >b; cnncalc $c -h >c
>     cmp a b && cmp a c && awk 'length > 80' a
> done; cnncalc --help | awk 'length > 80'

# Help is asked for whatever else is wrong with the question, but what is no option.
$ cnncalc convout -W 32 --help | head -n 1
usage: cnncalc convout -W SIZE -F SIZE [options]
$ cnncalc convout --help extra | head -n 1
usage: cnncalc convout -W SIZE -F SIZE [options]
$ cnncalc convout -W 32 -F 5 -S 2 --help | head -n 1
usage: cnncalc convout -W SIZE -F SIZE [options]

# What help does not know.
$ cnncalc help convuot
cnncalc: 'convuot': unknown command
cnncalc: hint: did you mean convout?
? 2
$ cnncalc help conv
cnncalc: 'conv': unknown command
cnncalc: hint: did you mean convout?
? 2
$ cnncalc help nothing
cnncalc: 'nothing': unknown command
? 2
$ cnncalc convout --version
cnncalc: convout: --version: unknown option
? 2
$ cnncalc help convout pool
cnncalc: 'pool': unexpected operand
? 2
$ cnncalc help --version
cnncalc: '--version': unknown command
cnncalc: hint: the command comes first: cnncalc convout -W 227 -F 11 -S 4
? 2
$ cnncalc --versio
cnncalc: '--versio': unknown command
cnncalc: hint: did you mean --version?
? 2
$ cnncalc help --help | cmp - "$(cnncalc --help >help; echo help)"
$ cnncalc help help | cmp - "$(cnncalc --help >help; echo help)"

# The examples of help are true.
$ for c in convout params pool sigmoid-grad complex-grad gdstep fit grad batch completion; do
>     cnncalc $c --help | sed -n '/^Examples:/,$s/^  //p' >all
>     sed -n 's/^\$ //p' all >commands
>     while IFS= read -r line; do printf '$ %s\n' "$line"; sh -c "$line"; done <commands >told
>     cmp all told || exit
> done
