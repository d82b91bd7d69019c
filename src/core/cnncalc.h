/* cnncalc.h: the arithmetic of convolutional layers, and backpropagation by hand.
 *
 * The library is pure: no input or output, no allocation, no globals, no locale. Memory is the
 * caller's. A question is a struct, an answer is a trace: a list of named values that the caller
 * owns, in which every result stands beside the formula that gave it. Ranges that are given here
 * are not checked, and pointers are not NULL unless it is said.
 *
 *     cnn_item items[CNN_LAYER_ITEMS];
 *     cnn_trace trace = {.items = items, .capacity = CNN_LAYER_ITEMS};
 *     cnn_layer layer = cnn_layer_of(2);
 *     for (int i = 0; i < 2; i++) { layer.axis[i].W = 227; layer.axis[i].F = 11;
 *                                   layer.axis[i].S = 4; }
 *     if (cnn_conv(&layer, &trace).code == CNN_OK)
 *         ... cnn_find(&trace, "size")->whole[0] is 55
 *
 * All of the library is declared here, in the order of its questions: one page to read and to
 * search.
 *
 * Letters are those of the cs231n notes; d is dilation, as in Dumoulin and Visin (2016),
 * "A guide to convolution arithmetic for deep learning", arXiv:1603.07285.
 */
#ifndef CNNCALC_H
#define CNNCALC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Errors -------------------------------------------------------------------------------- */

/* Whole numbers run from 0 to CNN_MAX = 2^63 - 1. A count beyond it is an error, never wrapped. */
#define CNN_MAX INT64_MAX

typedef enum cnn_code {
    CNN_OK,
    CNN_NOT_WHOLE,       /* text is not decimal digits and nothing else */
    CNN_NOT_REAL,        /* text is not a real number */
    CNN_TOO_LARGE,       /* a whole number beyond CNN_MAX, a real that rounds beyond the doubles */
    CNN_UNEVEN,          /* the stride does not divide the span, and rounding is CNN_EXACT */
    CNN_TOO_WIDE,        /* the filter is wider than the padded input */
    CNN_BEYOND,          /* a count beyond CNN_MAX */
    CNN_EMPTY,           /* a transposed layer whose padding takes the whole output */
    CNN_UNGROUPED,       /* the groups do not divide the channels or the filters */
    CNN_WIDE_OUTPUT_PAD, /* output padding not below the larger of stride and dilation */
    CNN_DOMAIN,          /* a value outside a function's domain */
    CNN_OVERFLOW,        /* a result beyond the largest double */
    CNN_SYNTAX,          /* an expression that goes wrong */
    CNN_UNKNOWN,         /* a function that there is not */
    CNN_TAKEN,           /* a name that a gradient has */
    CNN_VECTOR,          /* a vector, where a layer needs axes */
    CNN_UNEQUAL,         /* volumes that a join does not take together */
    CNN_OUTSIDE,         /* a part of a volume that is not within it */
    CNN_OTHER_SIZE,      /* an output that is not the one that was told */
    CNN_NO_ROOM          /* the trace's list is full */
} cnn_code;

/* What went wrong. Only `code` is set when all is well. */
typedef struct cnn_error {
    cnn_code code;
    const char *field; /* the value at fault, a name of this header ("S", "size", "x"), a kind of
                          layer or a variable; NULL where there is none */
    int axis;          /* the axis at fault, 0 to dims - 1 */
} cnn_error;

/* ---- The trace ----------------------------------------------------------------------------- */

/* The axes of a layer, in order: width, height, depth. */
#define CNN_AXES 3

typedef enum cnn_role {
    CNN_GIVEN,    /* a value of the question, defaults filled in */
    CNN_STEP,     /* a value on the way */
    CNN_RESULT,   /* a value that was asked for */
    CNN_FORWARD,  /* a gate's value, in the order of evaluation */
    CNN_BACKWARD, /* a gradient, downstream = upstream * local, from the output back */
    CNN_SUM       /* a gradient that is the sum of the paths that meet */
} cnn_role;

typedef enum cnn_kind {
    CNN_WHOLE,    /* whole[0] */
    CNN_PER_AXIS, /* whole[0 .. axes-1] */
    CNN_PADS,     /* whole[i] cells before and more[i] after the input, on axis i */
    CNN_VOLUME,   /* whole[0 .. axes-1], and the depth in more[0] */
    CNN_RATIO,    /* whole[i] + more[i]/divisor[i], on axis i */
    CNN_TRUTH,    /* whole[0] is 0 or 1 */
    CNN_WORD,     /* word */
    CNN_REAL,     /* real */
    CNN_NONE,     /* there is no such value */
    CNN_TOO_MANY  /* a count beyond CNN_MAX: no value */
} cnn_kind;

/* A named value. `formula` is a chain of templates joined by " = ", each a formula with the names
 * of other items in braces: "({W} - {F} + 2{P})/{S} + 1 = {span}/{S} + 1". Without its braces the
 * first template is the law; with values in their place, each is a line of working, and the chain
 * ends in the item's own value. In braces, F* is the product of an axis value over the axes
 * (F*F), F^ the same as a power (F^2), = before a name puts the value even in the law, and x:name
 * is called x in the law.
 * NULL where nothing is to be worked out. `note` says in words what the value means. */
typedef struct cnn_item {
    cnn_role role;
    cnn_kind kind;
    int axes;
    bool square; /* the question gave one number for every axis: whole[0] says all */
    const char *name;
    const char *formula;
    const char *note; /* a template too: names in braces stand for values */
    const char *gate; /* CNN_BACKWARD: the gate that the gradient leaves */
    union {
        struct {
            int64_t whole[CNN_AXES], more[CNN_AXES], divisor[CNN_AXES];
        };
        struct {
            double real;
            double upstream, local; /* CNN_BACKWARD: real = upstream * local */
            size_t part; /* in a working: the next part of the sum; of a CNN_SUM the first; or 0 */
        };
        const char *word;
    };
} cnn_item;

/* The list. Set items and capacity; a core function empties it and fills it. It takes the results
 * in `names`, or all where that is NULL; with `given` also those values of the question, and with
 * `working` everything. What is not taken is not worked out. Where there is an error, it has what
 * was given and the working as far as it goes. Texts are constants unless it is said. */
typedef struct cnn_trace {
    cnn_item *items;
    size_t count, capacity;
    const char *const *names;
    size_t name_count;
    bool given;
    bool working;
    bool full;      /* an item found no room: the function returns CNN_NO_ROOM */
    int32_t *slots; /* optional, for a long list: what is given and results by name; NULL: none */
    size_t slot_count; /* a power of two, above the number of those; `names` are results */
} cnn_trace;

/* How many slots so many given values and results take. */
size_t cnn_trace_slots(size_t count);

/* The first item of that name, or NULL: by way of the slots, or one by one. */
const cnn_item *cnn_find(const cnn_trace *trace, const char *name);

/* Whether an item says once more, as a gate's value or gradient, what is given or a result. */
bool cnn_is_repeated(const cnn_trace *trace, const cnn_item *item);

/* ---- One axis ------------------------------------------------------------------------------ */

/* What becomes of a stride that does not divide the span W - E + 2P:
 *   CNN_EXACT  refused
 *   CNN_FLOOR  the rest is dropped (PyTorch, Keras, ONNX)
 *   CNN_CEIL   one more window, unless it would begin beyond the input and its leading padding
 *              (PyTorch's ceil_mode)
 *   CNN_FULL   one more window always (Caffe without padding, MXNet "full", ncnn) */
typedef enum cnn_round { CNN_EXACT, CNN_FLOOR, CNN_CEIL, CNN_FULL } cnn_round;

/* Zero-padding: as told, or as much as makes the size ceil(W/S), the odd cell at the end
 * (TensorFlow's SAME, ONNX SAME_UPPER) or at the beginning (ONNX SAME_LOWER). */
typedef enum cnn_padding { CNN_PADDED, CNN_SAME, CNN_SAME_LOWER } cnn_padding;

/* One axis of a layer, in cells. Ranges: W, F, S, d from 1, begin, end, output_pad from 0, all up
 * to CNN_MAX. */
typedef struct cnn_axis {
    int64_t W;          /* size of the input */
    int64_t F;          /* size of the filter */
    int64_t S;          /* stride, in input cells */
    int64_t d;          /* dilation: the spacing of the filter's cells, 1 for an ordinary filter */
    int64_t begin, end; /* zero-padding before and after the input */
    int64_t output_pad; /* cells added to a transposed layer's output */
} cnn_axis;

/* How the windows of a layer lie on one axis. */
typedef struct cnn_windows {
    int64_t out;        /* size of the output: how many windows */
    int64_t E;          /* cells that the filter spans: d(F - 1) + 1 */
    int64_t begin, end; /* the padding, also where it was CNN_SAME */
    int64_t steps;      /* whole strides in the span W - E + begin + end */
    int64_t rest;       /* cells of the span after the last whole stride */
    int64_t unused;     /* cells of the input, not padding, after the last window */
} cnn_windows;

/* out = (W - E + begin + end)/S + 1, with E = d(F - 1) + 1, rounded as `round` says; with CNN_SAME,
 * out = ceil(W/S) and begin + end = max((out - 1)S + E - W, 0).
 * Errors: CNN_BEYOND (E or out is beyond CNN_MAX, and -1 here), CNN_TOO_WIDE (E > W + begin + end,
 * whatever the rounding), CNN_UNEVEN (the windows are those of CNN_FLOOR).
 * Source: cs231n notes, "Convolutional Networks"; Dumoulin and Visin, relationships 6 and 15. */
cnn_code cnn_window(const cnn_axis *axis, cnn_padding padding, cnn_round round, cnn_windows *w);

/* out = S(W - 1) + E - begin - end + output_pad; with CNN_SAME, W*S. Of the windows, out, E, begin
 * and end are set.
 * Errors: CNN_BEYOND, CNN_EMPTY (out would be below 1), CNN_WIDE_OUTPUT_PAD (output_pad not below
 * the larger of S and d).
 * Source: Dumoulin and Visin, relationship 14; torch.nn.ConvTranspose2d. */
cnn_code cnn_window_transposed(const cnn_axis *axis, cnn_padding padding, cnn_windows *w);

/* ---- The inverse question ------------------------------------------------------------------ */

/* Which layers turn W into O, on one axis. W, O, F and S are 0 where they are unknown, but not both
 * W and O; so is P unless has_P. Of unknowns, F is from 1 to F_most, S to F, and P, the same on
 * both sides, from 0 to F/2; W and O are what they come to. The last are the library's. */
typedef struct cnn_fit {
    int64_t W, O, F, S;
    bool has_P;          /* axis.begin and axis.end are told, or the padding is CNN_SAME */
    cnn_axis axis;       /* told: d, output_pad, begin and end; then the layer that was found */
    cnn_padding padding; /* as of a layer; CNN_SAME is told */
    cnn_round round;
    bool transposed;
    int64_t F_most;
    int64_t out; /* size of the output of the layer that was found */

    int64_t F_last, S_last, P, P_last, W_last;
} cnn_fit;

/* All solutions, each once, by F, then S, P and W: begin, then next until that is false. In time
 * that does not depend on W and O, but with what there is between them and the next solution. */
void cnn_fit_begin(cnn_fit *fit);
bool cnn_fit_next(cnn_fit *fit);

/* ---- Layers -------------------------------------------------------------------------------- */

typedef struct cnn_layer {
    int dims; /* axes: 1, 2 or 3 */
    cnn_axis axis[CNN_AXES];
    cnn_padding padding;
    cnn_round round;
    int64_t K;       /* filters: the depth of the output; 0 where not told */
    int64_t C;       /* channels: the depth of the input; 0 where not told */
    int64_t G;       /* groups, from 1 */
    bool transposed; /* not for a pool layer */
    bool bias;       /* one for each filter */
    bool square;     /* every size was one number: `out` is one number too */
} cnn_layer;

/* Items that a layer's working takes at most. */
#define CNN_LAYER_ITEMS 40

/* A layer of that many axes with stride 1, dilation 1, one group, no padding, a bias. */
cnn_layer cnn_layer_of(int dims);

/* A conv layer. Results:
 *   out          `volume` where K is told, else `size`
 *   size         cells, per axis
 *   width height depth  the same one by one; depth is the third axis, else K
 *   volume       size and K
 *   unused       input cells after the last window, per axis (not transposed)
 *   windows      product of size
 *   neurons      windows*K                        needs K
 *   connections  F^dims*C/G                       needs C (not transposed)
 *   weights      K*F^dims*C/G                     needs C and K
 *   biases       K, or 0 without bias             needs C and K
 *   params       weights + biases                 needs C and K
 *   macs         one per weight used, per position of the filter: windows*weights; transposed, its
 *                input cells times weights        needs C and K
 *   flops        2*macs                           needs C and K
 * A count beyond CNN_MAX becomes CNN_TOO_MANY in the trace; sizes beyond it are an error.
 * Errors: those of cnn_window, CNN_UNGROUPED, CNN_NO_ROOM. */
cnn_error cnn_conv(const cnn_layer *layer, cnn_trace *trace);

/* Its parameters alone, K(F^dims*C/G + 1), whatever W, S, P and d are: params, weights, biases.
 * Needs F, C and K; W may be 0, not told. Errors: CNN_UNGROUPED, CNN_NO_ROOM. */
cnn_error cnn_params(const cnn_layer *layer, cnn_trace *trace);

/* A pool layer: out, size, width, height, depth, volume (needs C; the depth is kept), unused,
 * windows, params (0). Errors: those of cnn_window, CNN_NO_ROOM. */
cnn_error cnn_pool(const cnn_layer *layer, cnn_trace *trace);

/* ---- What would fit -------------------------------------------------------------------------- */

/* What is changed of a layer that does not fit. */
typedef enum cnn_change {
    CNN_SMALLER_INPUT,
    CNN_LARGER_INPUT,
    CNN_SMALLER_FILTER,
    CNN_LARGER_FILTER,
    CNN_SMALLER_TILE, /* the filter, and the stride that is as large and stays so */
    CNN_LARGER_TILE,
    CNN_NEAREST_PADDING
} cnn_change;

/* Makes a layer with CNN_UNEVEN, CNN_TOO_WIDE or CNN_EMPTY the nearest that fits: on each axis that
 * does not, a value moves by the smallest k >= 0. With `rest` = W - E + begin + end (mod S):
 *   larger and smaller input      k = -rest, k = rest (mod S)
 *   smaller and larger filter   d*k = -rest, d*k = rest (mod S)
 *   more and less padding        2k = -rest, 2k = rest (mod S), on both sides
 * The padding is the one nearest in all, and of two as near the larger: the same at both ends, and
 * one cell more at the end only where no such padding fits, which is where S is even and W - E odd.
 * A filter that is too wide finds room first; a transposed layer has one cell left at least; a tile
 * changes by at most 64 cells from where there is room for it. Where `one`, what one axis comes to
 * is for all of them, if it fits them all. The time grows with the logarithm of S, not with W.
 * False: there is none within the ranges of cnn_axis, and the layer is left as it is. */
bool cnn_refit(cnn_layer *layer, cnn_change change, bool one);

/* Gives the layer another stride: where `one`, on every axis, else on those that do not fit. False:
 * with that it does not fit. */
bool cnn_restride(cnn_layer *layer, int64_t S, bool one);

/* ---- Networks ------------------------------------------------------------------------------ */

/* A network is an array of layers, each worked out from those before it, one by one; the array, the
 * list of their inputs and the room for uneven fields are the caller's.
 *
 *     cnn_net_layer layers[2] = {{.kind = cnn_kind_named("input", 5), .told = cnn_layer_of(2)},
 *                                {.kind = cnn_kind_named("conv", 4), .told = cnn_layer_of(2),
 *                                 .input = 0, .input_count = 1}};
 *     int32_t inputs[1] = {0}, last[2];
 *     cnn_net net = {.layers = layers, .count = 2, .inputs = inputs, .batch = 1, .bytes = 4};
 *     layers[0].told.C = 3;
 *     layers[1].told.K = 96;
 *     for (int i = 0; i < 2; i++) { layers[0].told.axis[i].W = 227;
 *                                   layers[1].told.axis[i].F = 11;
 *                                   layers[1].told.axis[i].S = 4; }
 *     if (cnn_net_work(&net, 0).code == CNN_OK && cnn_net_work(&net, 1).code == CNN_OK)
 *         ... layers[1].out is 55x55x96, cnn_net_total(&net, last).params is 34944 */

/* Kinds of layers, by what becomes of sizes and counts. */
typedef enum cnn_family {
    CNN_SOURCE, /* input: a volume that is given */
    CNN_CONV,   /* conv, convtranspose: windows, and a filter for each channel of the output */
    CNN_POOL,   /* pool, maxpool, avgpool, globalpool, adaptivepool: windows; keeps the depth */
    CNN_DENSE,  /* a weight for every input and output; its input is flattened */
    CNN_NORM,   /* batchnorm, layernorm, groupnorm, instancenorm, prelu: parameters per channel */
    CNN_POINTWISE, /* keeps the volume, has no parameters */
    CNN_JOIN,      /* add, mul, concat: two inputs or more */
    CNN_RESHAPE    /* flatten, upsample, crop, pad, slice, pixelshuffle */
} cnn_family;

/* What a kind does within its family. */
typedef enum cnn_act {
    CNN_PLAIN,
    CNN_TRANSPOSED,
    CNN_GLOBAL,   /* one window over everything */
    CNN_ADAPTIVE, /* as many windows as O says, from floor(iW/O) to ceil((i + 1)W/O) */
    CNN_GROUPED,  /* groups that divide the channels */
    CNN_SLOPES,   /* a slope per channel, or one */
    CNN_ADD,
    CNN_MUL, /* also by a 1x1 volume of the same depth */
    CNN_CONCAT,
    CNN_FLATTEN,
    CNN_UPSAMPLE,    /* S times as large, or O */
    CNN_CROP,        /* to O, centred; an odd cell is cut at the end */
    CNN_PAD,         /* P cells on each side */
    CNN_SLICE,       /* K channels from a first one on */
    CNN_PIXELSHUFFLE /* S^axes channels become one, S times as large */
} cnn_act;

typedef struct cnn_kind_row {
    char name[16];
    cnn_family family;
    cnn_act act;
} cnn_kind_row;

/* The row of that name, or NULL; and the rows one by one, NULL after the last. */
#define CNN_KINDS_MOST 48
const cnn_kind_row *cnn_kind_named(const char *name, size_t length);
const cnn_kind_row *cnn_kind_at(size_t index);

/* A vector has no axes, dims is 0; its length is its depth. */
typedef struct cnn_volume {
    int dims;
    int64_t size[CNN_AXES];
    int64_t depth;
} cnn_volume;

/* What a unit sees of the network's input, on one axis, its padding included. Positions are in
 * pixels over `under`, since the units of an upsampling layer lie closer than pixels do.
 * Where fields are uneven (after upsampling, adaptive pools, joins of unlike paths) they lie as
 * before after `period` units, some pixels further; a join whose paths do not go on alike is the
 * union of as many `paths`. The net's list of spans has for each of these, from `spans` on, how far
 * it goes in a period, and the fields of the units of one. */
typedef struct cnn_field {
    int64_t size;   /* pixels that a unit sees, at most; -1 where it is not known, and 0 where none
                       is seen, between the units that a transposed layer spreads out */
    int64_t span;   /* pixels that all units see together */
    int64_t start;  /* where the field of unit 0 begins, over `under`; below 0 in the padding, and 0
                       where it sees none */
    int64_t jump;   /* from one unit to the next, over `under`; the mean, where fields are uneven */
    int64_t middle; /* of unit 0, over 2*under, from the middle of pixel 0 */
    int64_t under;
    bool uneven; /* not each field as large as the one before it, and a jump further */
    int32_t period;
    int32_t paths;
    size_t spans;
} cnn_field;

/* Pixels from `low` to `high`, or none. */
typedef struct cnn_span {
    int64_t low, high;
    bool none;
} cnn_span;

/* A layer of a network. `told` is a cnn_layer_of as many axes as its input has, 0 where that is a
 * vector, with what its kind takes: W and C of an input; F, S, d, begin, end, output_pad, padding,
 * round, K, G and bias of conv; K and bias of dense; G and bias of norms; S of upsample and
 * pixelshuffle; begin and end of pad; K of slice. The sizes W and C of its input are filled in, and
 * begin and end of CNN_SAME. */
typedef struct cnn_net_layer {
    const cnn_kind_row *kind;
    cnn_layer told;
    bool depthwise;      /* G is C, and K is C unless told */
    bool shared;         /* prelu: one slope for all channels */
    int64_t from;        /* slice: its first channel */
    cnn_volume O;        /* the output that is told; depth 0: not its depth */
    bool has_O;          /* O is told: crop, upsample and adaptivepool make it, others check it */
    int32_t input;       /* place of its inputs in the network's list */
    int32_t input_count; /* how many they are: none for an input, two or more for a join */

    /* Answers. A count beyond CNN_MAX is -1. */
    cnn_volume out;
    int64_t weights, biases, params, macs, flops;
    int64_t numbers;           /* in its output */
    int64_t alive;             /* bytes of outputs alive while it runs: of cnn_net_total */
    cnn_field field[CNN_AXES]; /* on the axes of the network's input */
    int axes;                  /* how many these are */
    bool alike;                /* what holds of one axis holds of all */
    bool unaligned;            /* a join of paths whose units do not lie above one another */
} cnn_net_layer;

typedef struct cnn_net {
    cnn_net_layer *layers;
    int32_t count;
    const int32_t *inputs; /* layers, each before the one that it is an input of */
    int64_t batch;         /* images at once, from 1 */
    int64_t bytes;         /* of one number */
    cnn_span *spans;       /* for fields that are uneven; NULL: no room yet */
    size_t span_count, span_room;
} cnn_net;

/* The longest period, and the most paths, of fields that are known. */
#define CNN_PERIOD_MOST 1024
#define CNN_PATHS_MOST  4

/* Spans that one layer takes at most. */
#define CNN_SPANS_MOST ((size_t)CNN_AXES * CNN_PATHS_MOST * (CNN_PERIOD_MOST + 1))

/* Works out a layer from those before it. The counts are of the whole batch but for parameters:
 *   conv           params K(F^dims*C/G + 1), macs windows*K*F^dims*C/G
 *   convtranspose  params C*F^dims*K/G + K, macs by the pixels of its input
 *   dense          params C*K + K, macs C*K, with C numbers in its input
 *   norms          params 2C, C without bias; prelu C, or 1
 * and flops are 2*macs. Receptive fields follow Araujo, Norris and Sim (2019), "Computing receptive
 * fields of convolutional neural networks", Distill; where branches meet, the union. Uneven ones
 * are unknown, -1, beyond CNN_PERIOD_MOST and CNN_PATHS_MOST. Errors: those of cnn_window and
 * cnn_window_transposed, CNN_UNGROUPED, CNN_VECTOR, CNN_UNEQUAL, CNN_OUTSIDE, CNN_OTHER_SIZE,
 * CNN_BEYOND; the axis of CNN_UNEQUAL is the input that differs. CNN_NO_ROOM: the list of spans is
 * too short; at most CNN_SPANS_MOST more are enough, and the layer can be asked for again. One that
 * is worked out twice takes its spans twice. */
cnn_error cnn_net_work(cnn_net *net, int32_t index);

typedef struct cnn_net_totals {
    int64_t weights, biases, params, macs, flops;
    int64_t memory;       /* bytes of all outputs */
    int64_t param_memory; /* bytes of the parameters */
    int64_t peak;         /* bytes of outputs alive at once: from where an output is made to its
                             last use, layers in order, none in place */
} cnn_net_totals;

/* Totals of the layers worked out, and what is alive at each. `last` has room for one number a
 * layer.
 */
cnn_net_totals cnn_net_total(cnn_net *net, int32_t *last);

/* Items that the working of a network's layer takes at most. */
#define CNN_NET_ITEMS 64

/* A layer that is worked out, as named values: those of cnn_conv or cnn_pool where it is one, and
 *   kind, out    the output; a vector is its length
 *   weights biases params macs flops
 *   rf jump start  per axis of the network's input; a vector has no jump and no start
 *   memory       bytes of its output
 *   param_memory bytes of its parameters
 *   peak         bytes of outputs alive while it runs
 *   aligned      of a join: whether units of the paths lie above one another
 * Errors: CNN_NO_ROOM. */
cnn_error cnn_net_trace(const cnn_net *net, int32_t index, cnn_trace *trace);

/* The same of the whole, which has a layer at least: the last one's output and field, and totals.
 */
cnn_error cnn_net_total_trace(const cnn_net *net, const cnn_net_totals *totals, cnn_trace *trace);

/* ---- The sheet's gradients, by hand -------------------------------------------------------- */

#define CNN_SHEET_ITEMS 40

/* f(x) = 1/(1 + e^-x), through the gates a = -x, b = exp(a), c = 1 + b, f = 1/c.
 * Results: out, fx: the doubles nearest to the sigmoid and to its derivative e/((1 + e)(1 + e))
 * with e = exp(-|x|), for every finite x; the gates a b c f and their gradients ff fc fb fa as they
 * come out in doubles, worked one after another. Errors: CNN_NO_ROOM. */
cnn_error cnn_sigmoid(double x, cnn_trace *trace);

/* out and fx alone. */
void cnn_sigmoid_values(double x, double values[2]);

/* f(x, y) = ln x * sigmoid(sqrt y)/sigmoid((x + y)^2), for x > 0 and y > 0, through the gates
 * a = ln x, b = sqrt y, c = sigmoid(b), d = a*c, g = x + y, h = g^2, i = sigmoid(h), j = 1/i,
 * f = d*j.
 * Results: out, fx, fy, the doubles nearest to closed forms in E = e^-h:
 *   out = a c (1 + E)
 *   fx = c ((1 + E)/x - 2 g a E)
 *   fy = a c ((1 - c)(1 + E)/(2 b) - 2 g E)
 * and the gates with their gradients as they come out in doubles.
 * Errors: CNN_DOMAIN, CNN_OVERFLOW (of fx or fy, where it is taken), CNN_NO_ROOM. */
cnn_error cnn_complex(double x, double y, cnn_trace *trace);

/* out, fx and fy alone; what is beyond the largest double is infinite. Errors: CNN_DOMAIN. */
cnn_code cnn_complex_values(double x, double y, double values[3]);

/* A step of gradient descent: x - s*g, rounded once. Result: x. Errors: CNN_OVERFLOW, CNN_NO_ROOM.
 */
cnn_error cnn_descend(double x, double g, double s, cnn_trace *trace);

/* ---- Any expression ------------------------------------------------------------------------ */

/* What gates do, one row each. Functions work on rows: place i of every array is one question. A
 * gate of one operand is given it as the second too. */
typedef enum cnn_gate_kind {
    CNN_PREFIX,
    CNN_INFIX,
    CNN_FUNCTION,
    CNN_INNER /* never typed: what becomes of a quotient and of a square; the second operand of a
                 quotient is a constant */
} cnn_gate_kind;

/* Precedences of operators, which bind tighter the higher they are. */
enum { CNN_TERM = 1, CNN_PRODUCT, CNN_SIGN, CNN_POWER };

/* Texts stand in the row itself: a pointer for each would have to be set up at every start. */
typedef struct cnn_gate {
    char name[9]; /* as it is typed */
    cnn_gate_kind kind;
    int arity;
    int precedence; /* of an operator */
    void (*value)(double *outs, const double *a, const double *b, size_t rows);
    /* The derivatives by the first and by the second operand. */
    void (*local[2])(double *locals, const double *a, const double *b, const double *outs,
                     size_t rows);
    char law[16];             /* a formula, with the operands {a} and {b} */
    char local_law[2][28];    /* the same for the derivatives */
    char python[24];          /* both once more, as NumPy has them */
    char local_python[2][32]; /* sigmoid is a function of one's own */
    char kink[48]; /* at 0, or where operands are equal, what the derivative is there; or nothing */
} cnn_gate;

/* The rows one by one, and NULL after the last. */
const cnn_gate *cnn_gate_at(size_t index);

/* What an expression is made of: variables, constants, and gates that take one or two of those
 * before them. A quotient is a reciprocal and a product, as on the sheet, unless its numerator is
 * 1; a repeated sub-expression is one node, and one without variables is one constant. */
typedef struct cnn_node {
    const cnn_gate *gate; /* NULL: a variable or a constant */
    const cnn_gate *made; /* of a constant that was worked out, not typed: the gate that it was */
    int32_t operand[2];   /* nodes, -1 where there is none */
    int32_t variable;     /* its place among the variables, -1: not one */
    int32_t paths;        /* operands that it is, where a gradient comes back */
    bool moves;           /* a gradient is asked for, its own or by way of it */
    size_t from, to;      /* its text, where it first appears; of both gates of a quotient, all */
    double value;         /* of a constant */
    const char *name;     /* of a variable or a gate, once gates are named */
} cnn_node;

/* An expression that was read. Its arrays are in memory of the caller's, its text is the caller's
 * too. Nodes stand in the order of evaluation. Locals, checks and slots are the library's. */
typedef struct cnn_graph {
    const char *text;
    cnn_node *nodes;
    int32_t node_count;
    int32_t *variables; /* nodes, in order of first appearance */
    int32_t variable_count;
    int32_t output; /* the node that is the whole */
    size_t rows;
    double *values, *gradients; /* of each node, `rows` doubles; a gradient is of the output */
    double *locals;
    double *value_checks, *gradient_checks; /* of each row: 0, or no number */
    int separators; /* underscores between a gradient's name and the number of a part */
    int32_t *slots; /* nodes by what they are */
    size_t slot_count;
} cnn_graph;

/* Where an expression goes wrong: bytes of its text, and what was expected there. */
typedef struct cnn_syntax {
    cnn_code code; /* CNN_OK, CNN_SYNTAX, CNN_UNKNOWN, CNN_TOO_LARGE */
    size_t at, length;
    const char *expected;
} cnn_syntax;

/* Longest text of an expression, and of a name in it. */
#define CNN_EXPRESSION_MOST ((size_t)1 << 28)
#define CNN_NAME_MOST       63

/* Bytes of memory, aligned for any type, that an expression of that length takes. */
size_t cnn_expression_bytes(size_t length);

/* Reads an expression: numbers, names, + - * / ^ (** is ^), unary minus, parentheses, pi, e, and
 * the functions of cnn_gate_at. ^ binds tightest and to the right; -x^2 is -(x^2). In time and
 * memory linear in the length, without recursion. e, pi, f, out and the functions are no variables.
 * Every variable's gradient is asked for. */
cnn_syntax cnn_expression(cnn_graph *graph, void *memory, const char *text, size_t length);

/* The place of a name among the variables, or -1. */
int32_t cnn_variable(const cnn_graph *graph, const char *name, size_t length);

/* Asks for the gradients of those variables alone for which `asked`, by their places, is true;
 * NULL: of all. */
void cnn_differentiate(cnn_graph *graph, const bool *asked);

/* Room for the values and gradients of that many rows: its bytes, a product that is not checked,
 * and laid out in the caller's memory, aligned for double, constants filled in. The caller then
 * sets the variables' values. */
size_t cnn_rows_bytes(const cnn_graph *graph, size_t rows);
void cnn_rows(cnn_graph *graph, void *memory, size_t rows);

/* The rows of a node's values, of its gradients. These are set by cnn_backward, for the output and
 * what moves. */
double *cnn_values(const cnn_graph *graph, int32_t node);
double *cnn_gradients(const cnn_graph *graph, int32_t node);

/* Evaluates all nodes, over the first `rows` rows. */
void cnn_forward(cnn_graph *graph, size_t rows);

/* Backpropagates: downstream = upstream * local, summed where paths meet. */
void cnn_backward(cnn_graph *graph, size_t rows);

/* Whether every value of a row was finite in the forward pass, every gradient on the way back. */
bool cnn_has_values(const cnn_graph *graph, size_t row);
bool cnn_has_gradients(const cnn_graph *graph, size_t row);

/* Names the gates as on the sheet: letters in the order of evaluation, a b c d g h i j ..., without
 * e, f and what would be mistaken for a variable or its gradient, then a1 b1 ...; the last is out.
 * The gradient of a gate or variable v is fv; where paths meet its parts are fv_1, fv_2 ..., as the
 * backward pass meets them; all parts have more underscores where a variable has such a name.
 * Error: CNN_TAKEN, where the variable `field` has the name of another's gradient. */
size_t cnn_names_bytes(const cnn_graph *graph);
cnn_error cnn_name_gates(cnn_graph *graph, void *memory);

/* "fv" for a variable or a gate v that has its name, of cnn_name_gates. */
const char *cnn_gradient_name(const cnn_node *node);

/* The rows of what has that name, once gates are named: a value, or a gradient that is no part of
 * one. NULL: none. */
const double *cnn_named_rows(const cnn_graph *graph, const char *name, size_t length);

/* The worksheet of one row, from the names and from what forward and backward passes left there:
 *   given    each variable
 *   results  out, and fv for each variable v whose gradient is asked for; fout, which is 1
 *   forward  each gate
 *   backward each gradient as it leaves its gate, from the output back
 *   sums     where paths meet
 * Without `working` no name stands twice: the output's gate and the variables' gradients are
 * results alone, and formulas are NULL. In at most cnn_worksheet_items, with cnn_worksheet_bytes of
 * memory, aligned for int32_t, for formulas and the names of parts: another worksheet in it may
 * write others there. Errors: CNN_NO_ROOM. */
size_t cnn_worksheet_items(const cnn_graph *graph);
size_t cnn_worksheet_bytes(const cnn_graph *graph);
cnn_error cnn_worksheet(const cnn_graph *graph, size_t row, void *memory, cnn_trace *trace);

/* Steps of gradient descent, in the graph's first row; it has one at least. */
typedef struct cnn_descent {
    const double *start;      /* of each variable */
    const char *const *names; /* of each in the trace; one that is NULL: left out */
    double s;                 /* step size */
    int64_t n;                /* steps */
    int64_t made;             /* out: how many of them were */
} cnn_descent;

/* Evaluates the expression where the descent begins. */
void cnn_descent_begin(cnn_graph *graph, const double *start);

/* One step: x - s*fx, rounded once, for each variable whose gradient is asked for; and evaluates
 * the expression there. False: a value or gradient before the step is not finite, and there is
 * none. */
bool cnn_descent_step(cnn_graph *graph, double s);

/* All steps, of a graph whose gates are named. Results: each variable, and f, after the last. s and
 * n are given too, unless variables have these names. In at most two items for each variable and
 * three more. Errors: CNN_DOMAIN, where something is not finite after `made` steps; CNN_NO_ROOM. */
cnn_error cnn_descent_end(cnn_graph *graph, cnn_descent *descent, cnn_trace *trace);

/* ---- Text ---------------------------------------------------------------------------------- */

/* Room for any number's text, its end included. */
#define CNN_TEXT 32

/* Decimal digits and nothing else. Where there is an error, of this or the next, the value is left
 * as it is. Errors: CNN_NOT_WHOLE, CNN_TOO_LARGE. */
cnn_code cnn_read_whole(const char *text, size_t length, int64_t *value);

/* An optional sign, digits with at most one point and an optional exponent, or C hexadecimal,
 * rounded to the nearest double, ties to even. What rounds to 0 is 0.
 * Errors: CNN_NOT_REAL (also for words such as inf and nan), CNN_TOO_LARGE. */
cnn_code cnn_read_real(const char *text, size_t length, double *value);

/* Both write at most CNN_TEXT bytes, a NUL included, and return the length without it.
 * A real with `digits` 0 is the shortest decimal that reads back as the same double, laid out as
 * Python's repr does less a trailing ".0"; with 1 to 17, what C's "%.*g" gives. Not finite: inf,
 * -inf, nan. */
size_t cnn_write_whole(int64_t value, char text[CNN_TEXT]);
size_t cnn_write_real(double value, int digits, char text[CNN_TEXT]);

#ifdef __cplusplus
}
#endif

#endif
