/* test_net.c: networks. Published totals and receptive fields, small layers of every kind, what is
 * refused, the memory of outputs, and random chains against what each unit sees, unit by unit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cnncalc.h"
#include <stdio.h>
#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))
#define LAYERS       600
#define INPUTS       3000
#define MANY         ((int64_t)-1) /* a count beyond CNN_MAX */

/* ---- Building networks --------------------------------------------------------------------- */

static cnn_net_layer layers[LAYERS];
static int32_t inputs[INPUTS];
static int32_t last[LAYERS];
static cnn_span spans[4 * CNN_SPANS_MOST];
static int32_t inputs_used;
static cnn_net net;

static void begin(void) {
    memset(layers, 0, sizeof layers);
    memset(last, 0x7f, sizeof last); /* what nobody has set */
    inputs_used = 0;
    net = (cnn_net){.layers = layers,
                    .inputs = inputs,
                    .batch = 1,
                    .bytes = 4,
                    .spans = spans,
                    .span_room = COUNT(spans)};
}

/* The place of a new layer, on as many axes as its first input has. */
static int32_t add(const char *kind, int32_t from) {
    assert_true(net.count < LAYERS);
    cnn_net_layer *layer = &layers[net.count];
    memset(layer, 0, sizeof *layer);
    layer->kind = cnn_kind_named(kind, strlen(kind));
    assert_non_null(layer->kind);
    layer->told = cnn_layer_of(from < 0 ? 1 : layers[from].out.dims);
    layer->told.round = CNN_FLOOR;
    layer->input = inputs_used;
    if (from >= 0) {
        assert_true(inputs_used < INPUTS);
        inputs[inputs_used++] = from;
        layer->input_count = 1;
    }
    return net.count++;
}

static void also_from(int32_t layer, int32_t from) {
    assert_int_equal(layer, net.count - 1);
    assert_true(inputs_used < INPUTS);
    inputs[inputs_used++] = from;
    layers[layer].input_count++;
}

static int32_t done(int32_t layer) {
    const cnn_error error = cnn_net_work(&net, layer);
    if (error.code != CNN_OK)
        fail_msg("layer %d, %s: error %d at %s", (int)layer, layers[layer].kind->name,
                 (int)error.code, error.field);
    return layer;
}

static int32_t input(int dims, int64_t size, int64_t depth) {
    const int32_t layer = add("input", -1);
    layers[layer].told.dims = dims;
    for (int i = 0; i < dims; i++)
        layers[layer].told.axis[i].W = size;
    layers[layer].told.C = depth;
    return done(layer);
}

static cnn_net_layer *windowed(int32_t layer, int64_t F, int64_t S, int64_t P) {
    for (int i = 0; i < CNN_AXES; i++) {
        cnn_axis *axis = &layers[layer].told.axis[i];
        axis->F = F;
        axis->S = S;
        axis->begin = axis->end = P;
    }
    return &layers[layer];
}

static int32_t conv(int32_t from, int64_t K, int64_t F, int64_t S, int64_t P) {
    const int32_t layer = add("conv", from);
    windowed(layer, F, S, P)->told.K = K;
    return done(layer);
}

static int32_t pool(int32_t from, int64_t F, int64_t S, int64_t P) {
    const int32_t layer = add("maxpool", from);
    windowed(layer, F, S, P);
    return done(layer);
}

static int32_t pool_up(int32_t from, int64_t F, int64_t S, int64_t P) {
    const int32_t layer = add("maxpool", from);
    windowed(layer, F, S, P)->told.round = CNN_CEIL;
    return done(layer);
}

static int32_t plain(const char *kind, int32_t from) {
    return done(add(kind, from));
}

static int32_t dense(int32_t from, int64_t K) {
    const int32_t layer = add("dense", from);
    layers[layer].told.K = K;
    return done(layer);
}

static int32_t join(const char *kind, int32_t a, int32_t b) {
    const int32_t layer = add(kind, a);
    also_from(layer, b);
    return done(layer);
}

/* A layer that O is told of, the same on all axes. */
static int32_t sized(const char *kind, int32_t from, int64_t size) {
    const int32_t layer = add(kind, from);
    layers[layer].has_O = true;
    layers[layer].O.dims = layers[from].out.dims;
    for (int i = 0; i < layers[from].out.dims; i++)
        layers[layer].O.size[i] = size;
    return done(layer);
}

/* Without bias, and normed: G groups, 0 for depthwise. */
static int32_t normed(int32_t from, int64_t K, int64_t F, int64_t S, int64_t P, int64_t G) {
    const int32_t layer = add("conv", from);
    cnn_net_layer *conv_layer = windowed(layer, F, S, P);
    conv_layer->told.K = K;
    conv_layer->told.bias = false;
    conv_layer->told.G = G == 0 ? 1 : G;
    conv_layer->depthwise = G == 0;
    return plain("batchnorm", done(layer));
}

static int32_t relu_normed(int32_t from, int64_t K, int64_t F, int64_t S, int64_t P) {
    return plain("relu", normed(from, K, F, S, P, 1));
}

static void check_volume(int32_t layer, int dims, int64_t size, int64_t depth) {
    const cnn_volume *out = &layers[layer].out;
    assert_int_equal(out->dims, dims);
    for (int i = 0; i < dims; i++)
        assert_int_equal(out->size[i], size);
    assert_int_equal(out->depth, depth);
}

static void check_field_size(int32_t layer, int64_t size) {
    assert_int_equal(layers[layer].axes, 2);
    for (int i = 0; i < 2; i++)
        assert_int_equal(layers[layer].field[i].size, size);
}

static void check_totals(int64_t params, int64_t macs) {
    const cnn_net_totals totals = cnn_net_total(&net, last);
    assert_int_equal(totals.params, params);
    assert_int_equal(totals.macs, macs);
    assert_int_equal(totals.flops, 2 * macs);
    assert_int_equal(totals.weights + totals.biases, params);
    assert_int_equal(totals.param_memory, params * net.bytes);
}

/* ---- Published networks ---------------------------------------------------------------------- */

/* LeCun, Bottou, Bengio and Haffner (1998), with all maps connected and pools without parameters.
 */
static void lenet_5(void **state) {
    (void)state;
    begin();
    const int32_t pool2 =
        pool(conv(pool(conv(input(2, 32, 1), 6, 5, 1, 0), 2, 2, 0), 16, 5, 1, 0), 2, 2, 0);
    check_volume(pool2, 2, 5, 16);
    check_field_size(pool2, 16);
    const int32_t out = dense(dense(dense(pool2, 120), 84), 10);
    check_volume(out, 0, 0, 10);
    check_field_size(out, 32);
    check_totals(61706, 117600 + 240000 + 48000 + 10080 + 840);
}

/* Krizhevsky, Sutskever and Hinton (2012), as one tower. */
static void alexnet(void **state) {
    (void)state;
    begin();
    const int32_t pool1 =
        pool(plain("lrn", plain("relu", conv(input(2, 227, 3), 96, 11, 4, 0))), 3, 2, 0);
    check_volume(pool1, 2, 27, 96);
    const int32_t pool2 = pool(plain("lrn", conv(pool1, 256, 5, 1, 2)), 3, 2, 0);
    check_volume(pool2, 2, 13, 256);
    const int32_t conv5 = conv(conv(conv(pool2, 384, 3, 1, 1), 384, 3, 1, 1), 256, 3, 1, 1);
    const int32_t pool5 = pool(conv5, 3, 2, 0);
    check_volume(pool5, 2, 6, 256);
    dense(plain("dropout", dense(plain("dropout", dense(pool5, 4096)), 4096)), 1000);
    check_field_size(conv5, 163);
    check_field_size(pool5, 195);
    assert_int_equal(layers[conv5].field[0].jump, 16);
    assert_int_equal(layers[pool5].field[0].jump, 32);
    assert_int_equal(layers[pool5].field[1].span, 195 + 5 * 32);
    check_totals(62378344, 1135256096);
}

/* torchvision.models.alexnet. */
static void alexnet_of_torchvision(void **state) {
    (void)state;
    begin();
    const int32_t pool2 =
        pool(conv(pool(conv(input(2, 224, 3), 64, 11, 4, 2), 3, 2, 0), 192, 5, 1, 2), 3, 2, 0);
    const int32_t pool5 =
        pool(conv(conv(conv(pool2, 384, 3, 1, 1), 256, 3, 1, 1), 256, 3, 1, 1), 3, 2, 0);
    check_field_size(pool5, 195);
    const int32_t six = sized("adaptivepool", pool5, 6);
    check_volume(six, 2, 6, 256);
    check_field_size(six, 195);
    dense(dense(dense(plain("flatten", six), 4096), 4096), 1000);
    check_totals(61100840, 714188480);
}

/* Simonyan and Zisserman (2014), configuration D. */
static void vgg_16(void **state) {
    (void)state;
    static const struct {
        int64_t K;
        int convs;
        int64_t size;
    } table[] = {{64, 2, 112}, {128, 2, 56}, {256, 3, 28}, {512, 3, 14}, {512, 3, 7}};
    begin();
    int32_t at = input(2, 224, 3);
    for (size_t i = 0; i < COUNT(table); i++) {
        for (int k = 0; k < table[i].convs; k++)
            at = plain("relu", conv(at, table[i].K, 3, 1, 1));
        at = pool(at, 2, 2, 0);
        check_volume(at, 2, table[i].size, table[i].K);
    }
    check_field_size(at, 212);
    assert_int_equal(layers[at].field[0].start, -90); /* 2(1 + 2) + 3(4 + 8 + 16) of padding */
    assert_int_equal(layers[at].field[0].jump, 32);
    dense(dense(dense(at, 4096), 4096), 1000);
    check_totals(138357544, 15470264320);
}

/* He, Zhang, Ren and Sun (2015). */
static int32_t basic_block(int32_t from, int64_t K, int64_t S) {
    const int32_t straight = normed(relu_normed(from, K, 3, S, 1), K, 3, 1, 1, 1);
    const bool same = S == 1 && layers[from].out.depth == K;
    const int32_t sum = join("add", straight, same ? from : normed(from, K, 1, S, 0, 1));
    assert_false(layers[sum].unaligned);
    return plain("relu", sum);
}

static int32_t bottleneck(int32_t from, int64_t K, int64_t S, bool original) {
    int32_t straight = relu_normed(from, K, 1, original ? S : 1, 0);
    straight = normed(relu_normed(straight, K, 3, original ? 1 : S, 1), 4 * K, 1, 1, 0, 1);
    const bool same = S == 1 && layers[from].out.depth == 4 * K;
    const int32_t sum = join("add", straight, same ? from : normed(from, 4 * K, 1, S, 0, 1));
    assert_false(layers[sum].unaligned);
    return plain("relu", sum);
}

static void resnet_18(void **state) {
    (void)state;
    begin();
    int32_t at = pool(relu_normed(input(2, 224, 3), 64, 7, 2, 3), 3, 2, 1);
    for (int stage = 0; stage < 4; stage++) {
        at = basic_block(at, INT64_C(64) << stage, stage == 0 ? 1 : 2);
        at = basic_block(at, INT64_C(64) << stage, 1);
    }
    check_volume(at, 2, 7, 512);
    check_field_size(at, 435);
    dense(plain("globalpool", at), 1000);
    check_totals(11689512, 1814073344);
}

static int32_t resnet_50(bool original) {
    static const int blocks[] = {3, 4, 6, 3};
    begin();
    int32_t at = pool(relu_normed(input(2, 224, 3), 64, 7, 2, 3), 3, 2, 1);
    for (int stage = 0; stage < 4; stage++)
        for (int block = 0; block < blocks[stage]; block++)
            at = bottleneck(at, INT64_C(64) << stage, stage > 0 && block == 0 ? 2 : 1, original);
    check_volume(at, 2, 7, 2048);
    dense(plain("globalpool", at), 1000);
    return at;
}

static void both_resnets_50(void **state) {
    (void)state;
    check_field_size(resnet_50(true), 483);
    assert_int_equal(cnn_net_total(&net, last).params, 25557032);
    check_field_size(resnet_50(false), 427);
    check_totals(25557032, 4089184256);
}

/* Iandola et al. (2016); torchvision.models.squeezenet1_1. */
static int32_t fire(int32_t from, int64_t squeeze, int64_t expand) {
    const int32_t thin = plain("relu", conv(from, squeeze, 1, 1, 0));
    return join("concat", conv(thin, expand, 1, 1, 0), conv(thin, expand, 3, 1, 1));
}

static void squeezenet(void **state) {
    (void)state;
    begin();
    int32_t at = pool_up(conv(input(2, 224, 3), 64, 3, 2, 0), 3, 2, 0);
    check_volume(at, 2, 55, 64);
    at = pool_up(fire(fire(at, 16, 64), 16, 64), 3, 2, 0);
    at = pool_up(fire(fire(at, 32, 128), 32, 128), 3, 2, 0);
    check_volume(at, 2, 13, 256);
    at = fire(fire(fire(fire(at, 48, 192), 48, 192), 64, 256), 64, 256);
    at = plain("globalpool", conv(at, 1000, 1, 1, 0));
    check_volume(at, 2, 1, 1000);
    check_totals(1235496, 349151936);
}

/* Sandler et al. (2018). */
static int32_t inverted(int32_t from, int64_t t, int64_t K, int64_t S) {
    const int64_t C = layers[from].out.depth;
    const int32_t wide = t == 1 ? from : plain("relu6", normed(from, t * C, 1, 1, 0, 1));
    const int32_t thin = normed(plain("relu6", normed(wide, 0, 3, S, 1, 0)), K, 1, 1, 0, 1);
    return S == 1 && C == K ? join("add", from, thin) : thin;
}

static void mobilenet_v2(void **state) {
    (void)state;
    static const struct {
        int64_t t, K;
        int blocks;
        int64_t S;
    } table[] = {{1, 16, 1, 1}, {6, 24, 2, 2},  {6, 32, 3, 2}, {6, 64, 4, 2},
                 {6, 96, 3, 1}, {6, 160, 3, 2}, {6, 320, 1, 1}};
    begin();
    int32_t at = plain("relu6", normed(input(2, 224, 3), 32, 3, 2, 1, 1));
    for (size_t i = 0; i < COUNT(table); i++)
        for (int block = 0; block < table[i].blocks; block++)
            at = inverted(at, table[i].t, table[i].K, block == 0 ? table[i].S : 1);
    at = normed(at, 1280, 1, 1, 0, 1);
    check_volume(at, 2, 7, 1280);
    check_field_size(at, 491);
    dense(plain("globalpool", at), 1000);
    check_totals(3504872, 300774272);
}

/* Huang, Liu, van der Maaten and Weinberger (2016). */
static int32_t before_conv(int32_t from) {
    return plain("relu", plain("batchnorm", from));
}

static int32_t unbiased(int32_t from, int64_t K, int64_t F, int64_t P) {
    const int32_t layer = add("conv", from);
    windowed(layer, F, 1, P)->told.K = K;
    layers[layer].told.bias = false;
    return done(layer);
}

static void densenet_121(void **state) {
    (void)state;
    static const int blocks[] = {6, 12, 24, 16};
    static const int64_t depths[] = {256, 512, 1024, 1024};
    begin();
    int32_t at = pool(relu_normed(input(2, 224, 3), 64, 7, 2, 3), 3, 2, 1);
    for (int block = 0; block < 4; block++) {
        for (int i = 0; i < blocks[block]; i++) {
            const int32_t thin = unbiased(before_conv(at), 128, 1, 0);
            at = join("concat", at, unbiased(before_conv(thin), 32, 3, 1));
        }
        assert_int_equal(layers[at].out.depth, depths[block]);
        at = before_conv(at);
        if (block < 3) {
            const int32_t half = add("avgpool", unbiased(at, depths[block] / 2, 1, 0));
            windowed(half, 2, 2, 0);
            at = done(half);
        }
    }
    check_volume(at, 2, 7, 1024);
    dense(plain("globalpool", at), 1000);
    check_totals(7978856, 2834161664);
}

/* Szegedy et al. (2014); torchvision.models.googlenet, whose 5x5 filters are 3x3. */
struct inception {
    int64_t one, three_in, three, five_in, five, pooled;
};

static int32_t inception(int32_t from, const struct inception *K) {
    const int32_t one = relu_normed(from, K->one, 1, 1, 0);
    const int32_t three = relu_normed(relu_normed(from, K->three_in, 1, 1, 0), K->three, 3, 1, 1);
    const int32_t five = relu_normed(relu_normed(from, K->five_in, 1, 1, 0), K->five, 3, 1, 1);
    const int32_t pooled = relu_normed(pool_up(from, 3, 1, 1), K->pooled, 1, 1, 0);
    const int32_t all = add("concat", one);
    also_from(all, three);
    also_from(all, five);
    also_from(all, pooled);
    return done(all);
}

static void googlenet(void **state) {
    (void)state;
    static const struct inception table[] = {
        {64, 96, 128, 16, 32, 32},     {128, 128, 192, 32, 96, 64},   {192, 96, 208, 16, 48, 64},
        {160, 112, 224, 24, 64, 64},   {128, 128, 256, 24, 64, 64},   {112, 144, 288, 32, 64, 64},
        {256, 160, 320, 32, 128, 128}, {256, 160, 320, 32, 128, 128}, {384, 192, 384, 48, 128, 128},
    };
    begin();
    int32_t at = pool_up(relu_normed(input(2, 224, 3), 64, 7, 2, 3), 3, 2, 0);
    at = relu_normed(relu_normed(at, 64, 1, 1, 0), 192, 3, 1, 1);
    at = pool_up(at, 3, 2, 0);
    check_volume(at, 2, 28, 192);
    for (size_t i = 0; i < COUNT(table); i++) {
        at = inception(at, &table[i]);
        if (i == 1)
            at = pool_up(at, 3, 2, 0);
        if (i == 6)
            at = pool_up(at, 2, 2, 0);
    }
    check_volume(at, 2, 7, 1024);
    dense(plain("dropout", plain("globalpool", at)), 1000);
    check_totals(6624904, 1498376192);
}

/* Tan and Le (2019). */
static int32_t squeezed(int32_t from, int64_t thin) {
    const int32_t mean = plain("globalpool", from);
    const int32_t wide =
        conv(plain("silu", conv(mean, thin, 1, 1, 0)), layers[from].out.depth, 1, 1, 0);
    return join("mul", plain("sigmoid", wide), from);
}

static void efficientnet_b0(void **state) {
    (void)state;
    static const struct {
        int64_t t, F, S, K;
        int blocks;
    } table[] = {{1, 3, 1, 16, 1},  {6, 3, 2, 24, 2},  {6, 5, 2, 40, 2}, {6, 3, 2, 80, 3},
                 {6, 5, 1, 112, 3}, {6, 5, 2, 192, 4}, {6, 3, 1, 320, 1}};
    begin();
    int32_t at = plain("silu", normed(input(2, 224, 3), 32, 3, 2, 1, 1));
    for (size_t i = 0; i < COUNT(table); i++)
        for (int block = 0; block < table[i].blocks; block++) {
            const int64_t C = layers[at].out.depth, S = block == 0 ? table[i].S : 1;
            int32_t to =
                table[i].t == 1 ? at : plain("silu", normed(at, table[i].t * C, 1, 1, 0, 1));
            to = plain("silu", normed(to, 0, table[i].F, S, table[i].F / 2, 0));
            to = normed(squeezed(to, C / 4), table[i].K, 1, 1, 0, 1);
            at = S == 1 && C == table[i].K ? join("add", to, at) : to;
        }
    at = plain("silu", normed(at, 1280, 1, 1, 0, 1));
    check_volume(at, 2, 7, 1280);
    dense(plain("dropout", plain("globalpool", at)), 1000);
    check_totals(5288548, 385814752);
}

/* Ronneberger, Fischer and Brox (2015): valid convolutions, 572 in and 388 out. */
static void u_net(void **state) {
    (void)state;
    int32_t skip[4];
    begin();
    int32_t at = input(2, 572, 1);
    for (int level = 0; level < 4; level++) {
        const int64_t K = INT64_C(64) << level;
        skip[level] = at = conv(conv(at, K, 3, 1, 0), K, 3, 1, 0);
        at = pool(at, 2, 2, 0);
    }
    check_field_size(at, 76);
    at = conv(conv(at, 1024, 3, 1, 0), 1024, 3, 1, 0);
    check_volume(at, 2, 28, 1024);
    check_field_size(at, 140);
    for (int level = 3; level >= 0; level--) {
        const int64_t K = INT64_C(64) << level;
        const int32_t up = add("convtranspose", at);
        windowed(up, 2, 2, 0)->told.K = K;
        at = done(up);
        at = join("concat", sized("crop", skip[level], layers[at].out.size[0]), at);
        assert_int_equal(layers[at].out.depth, 2 * K);
        assert_false(layers[at].unaligned);
        at = conv(conv(at, K, 3, 1, 0), K, 3, 1, 0);
        assert_int_equal(layers[at].field[0].start, 0);
        assert_int_equal(layers[at].field[0].jump, INT64_C(1) << level);
        assert_int_equal(layers[at].field[0].under, 1);
    }
    at = conv(at, 2, 1, 1, 0);
    check_volume(at, 2, 388, 2);
    for (int i = 0; i < 2; i++)
        assert_int_equal(layers[at].field[i].span, 572); /* no more than there is */
    check_field_size(at, 204);
    check_totals(31030658, INT64_C(150428424448));
}

/* ---- One layer ------------------------------------------------------------------------------- */

/* A layer of an input with two axes, or a vector where `W` is 0. What is 0 here is as it is not
 * told. */
struct small {
    const char *kind;
    int64_t W, C;               /* of the input */
    int64_t K, F, S, P, d, G;   /* of the layer */
    int64_t end, output_pad, O; /* `end`: more padding after the input than before it */
    bool no_bias, depthwise, shared;
    int64_t size, depth, weights, biases, macs; /* the answer; size 0 is a vector */
    int64_t from;
    cnn_round round;
};

static int32_t add_small(const struct small *small) {
    begin();
    const int32_t in = input(small->W == 0 ? 0 : 2, small->W, small->C);
    const int32_t at = add(small->kind, in);
    cnn_net_layer *layer = &layers[at];
    for (int i = 0; i < layer->told.dims; i++) {
        cnn_axis *axis = &layer->told.axis[i];
        axis->F = small->F == 0 ? 1 : small->F;
        axis->S = small->S == 0 ? 1 : small->S;
        axis->d = small->d == 0 ? 1 : small->d;
        axis->begin = small->P;
        axis->end = small->P + small->end;
        axis->output_pad = small->output_pad;
    }
    layer->told.K = small->K;
    layer->told.G = small->G == 0 ? 1 : small->G;
    layer->told.bias = !small->no_bias;
    layer->told.round = small->round;
    layer->depthwise = small->depthwise;
    layer->shared = small->shared;
    layer->from = small->from;
    layer->has_O = small->O != 0;
    layer->O.dims = layers[in].out.dims;
    for (int i = 0; i < layer->O.dims; i++)
        layer->O.size[i] = small->O;
    if (layer->has_O && layer->O.dims == 0)
        layer->O.depth = small->O;
    return at;
}

static void small_layers(void **state) {
    (void)state;
    static const struct small table[] = {
        /* conv: groups, depthwise with a multiplier, dilation, no bias, padding on one side. */
        {"conv", .W = 5, .C = 3, .K = 4, .F = 3, .size = 3, .depth = 4, .weights = 108, .biases = 4,
         .macs = 972},
        {"conv", .W = 5, .C = 4, .K = 6, .F = 3, .S = 2, .P = 1, .G = 2, .no_bias = true, .size = 3,
         .depth = 6, .weights = 108, .macs = 972},
        {"conv", .W = 9, .C = 1, .K = 1, .F = 3, .d = 2, .size = 5, .depth = 1, .weights = 9,
         .biases = 1, .macs = 225},
        {"conv", .W = 5, .C = 4, .F = 3, .P = 1, .depthwise = true, .size = 5, .depth = 4,
         .weights = 36, .biases = 4, .macs = 900},
        {"conv", .W = 5, .C = 4, .K = 8, .F = 3, .P = 1, .depthwise = true, .size = 5, .depth = 8,
         .weights = 72, .biases = 8, .macs = 1800},
        {"conv", .W = 4, .C = 1, .K = 1, .F = 3, .S = 2, .end = 1, .size = 2, .depth = 1,
         .weights = 9, .biases = 1, .macs = 36},
        {"conv", .W = 5, .C = 1, .K = 2, .F = 2, .S = 2, .round = CNN_CEIL, .size = 3, .depth = 2,
         .weights = 8, .biases = 2, .macs = 72},
        {"conv", .W = 5, .C = 3, .K = 4, .F = 3, .O = 3, .size = 3, .depth = 4, .weights = 108,
         .biases = 4, .macs = 972},
        /* convtranspose: each pixel of the input meets each weight once. */
        {"convtranspose", .W = 4, .C = 3, .K = 2, .F = 2, .S = 2, .size = 8, .depth = 2,
         .weights = 24, .biases = 2, .macs = 384},
        {"convtranspose", .W = 4, .C = 4, .K = 6, .F = 3, .S = 2, .P = 1, .G = 2, .output_pad = 1,
         .size = 8, .depth = 6, .weights = 108, .biases = 6, .macs = 1728},
        {"convtranspose", .W = 4, .C = 4, .F = 3, .S = 2, .P = 1, .depthwise = true,
         .no_bias = true, .size = 7, .depth = 4, .weights = 36, .macs = 576},
        {"pool", .W = 5, .C = 7, .F = 2, .S = 2, .round = CNN_FLOOR, .size = 2, .depth = 7},
        {"maxpool", .W = 5, .C = 7, .F = 2, .S = 2, .round = CNN_CEIL, .size = 3, .depth = 7},
        {"avgpool", .W = 5, .C = 7, .F = 3, .S = 2, .P = 1, .size = 3, .depth = 7},
        {"globalpool", .W = 5, .C = 7, .size = 1, .depth = 7},
        {"adaptivepool", .W = 5, .C = 7, .O = 3, .size = 3, .depth = 7},
        {"adaptivepool", .W = 3, .C = 7, .O = 5, .size = 5, .depth = 7},
        {"dense", .W = 3, .C = 2, .K = 10, .size = 0, .depth = 10, .weights = 180, .biases = 10,
         .macs = 180},
        {"dense", .W = 0, .C = 2, .K = 10, .no_bias = true, .size = 0, .depth = 10, .weights = 20,
         .macs = 20},
        {"batchnorm", .W = 3, .C = 7, .size = 3, .depth = 7, .weights = 7, .biases = 7},
        {"batchnorm", .W = 0, .C = 7, .size = 0, .depth = 7, .weights = 7, .biases = 7},
        {"layernorm", .W = 3, .C = 7, .size = 3, .depth = 7, .weights = 7, .biases = 7},
        {"groupnorm", .W = 3, .C = 7, .size = 3, .depth = 7, .weights = 7, .biases = 7},
        {"instancenorm", .W = 3, .C = 7, .size = 3, .depth = 7, .weights = 7, .biases = 7},
        {"prelu", .W = 3, .C = 7, .size = 3, .depth = 7, .weights = 7},
        {"prelu", .W = 3, .C = 7, .shared = true, .size = 3, .depth = 7, .weights = 1},
        {"batchnorm", .W = 3, .C = 7, .shared = true, .size = 3, .depth = 7, .weights = 7,
         .biases = 7},
        {"softmax", .W = 0, .C = 7, .O = 7, .size = 0, .depth = 7},
        {"flatten", .W = 3, .C = 7, .size = 0, .depth = 63},
        {"flatten", .W = 0, .C = 7, .size = 0, .depth = 7},
        {"upsample", .W = 3, .C = 7, .S = 2, .size = 6, .depth = 7},
        {"upsample", .W = 3, .C = 7, .O = 7, .size = 7, .depth = 7},
        {"crop", .W = 6, .C = 7, .O = 3, .size = 3, .depth = 7},
        {"pad", .W = 3, .C = 7, .P = 2, .end = 1, .size = 8, .depth = 7},
        {"slice", .W = 3, .C = 7, .K = 3, .from = 4, .size = 3, .depth = 3},
        {"slice", .W = 0, .C = 7, .K = 7, .size = 0, .depth = 7},
        {"pixelshuffle", .W = 3, .C = 18, .S = 3, .size = 9, .depth = 2},
    };
    for (size_t i = 0; i < COUNT(table); i++)
        for (int64_t batch = 1; batch <= 3; batch += 2) {
            const struct small *right = &table[i];
            const int32_t at = add_small(right);
            net.batch = batch;
            done(at);
            const cnn_net_layer *layer = &layers[at];
            check_volume(at, right->size == 0 ? 0 : 2, right->size, right->depth);
            assert_int_equal(layer->weights, right->weights);
            assert_int_equal(layer->biases, right->biases);
            assert_int_equal(layer->params, right->weights + right->biases);
            assert_int_equal(layer->macs, batch * right->macs);
            assert_int_equal(layer->flops, batch * 2 * right->macs);
            const int64_t cells = right->size == 0 ? 1 : right->size * right->size;
            assert_int_equal(layer->numbers, batch * cells * right->depth);
        }
}

/* Layers that keep the volume and have no parameters; every other kind is in the table above. */
static void pointwise_layers(void **state) {
    (void)state;
    int pointwise = 0, kinds = 0;
    for (const cnn_kind_row *row; (row = cnn_kind_at((size_t)kinds)) != NULL; kinds++) {
        assert_ptr_equal(cnn_kind_named(row->name, strlen(row->name)), row);
        if (row->family != CNN_POINTWISE)
            continue;
        const struct small small = {row->name, .W = 3, .C = 5};
        const int32_t at = done(add_small(&small));
        check_volume(at, 2, 3, 5);
        assert_int_equal(layers[at].params, 0);
        assert_int_equal(layers[at].macs, 0);
        assert_int_equal(layers[at].numbers, 45);
        assert_int_equal(layers[at].field[1].size, 1);
        pointwise++;
    }
    assert_int_equal(pointwise, 15);
    assert_int_equal(kinds, 38);
    assert_null(cnn_kind_at((size_t)kinds + 1));
    assert_null(cnn_kind_named("convolution", 11));
    assert_null(cnn_kind_named("con", 3));
    assert_null(cnn_kind_named("", 0));
    assert_null(cnn_kind_named("a name longer than any of them", 30));
    assert_non_null(cnn_kind_named("convolution", 4));
}

static void one_and_three_axes(void **state) {
    (void)state;
    static const struct {
        int dims;
        int64_t cells, pixels;
    } table[] = {{1, 3, 4}, {2, 9, 16}, {3, 27, 64}};
    for (size_t i = 0; i < COUNT(table); i++) {
        begin();
        const int32_t at = conv(input(table[i].dims, 4, 2), 5, 3, 1, 1);
        check_volume(at, table[i].dims, 4, 5);
        assert_int_equal(layers[at].params, 10 * table[i].cells + 5);
        assert_int_equal(layers[at].macs, 10 * table[i].cells * table[i].pixels);
        assert_int_equal(layers[at].axes, table[i].dims);
        assert_int_equal(layers[at].field[table[i].dims - 1].size, 3);
        const int32_t up = add("upsample", at);
        windowed(up, 1, 2, 0);
        check_volume(done(up), table[i].dims, 8, 5);
        check_volume(plain("flatten", at), 0, 0, 5 * table[i].pixels);
        const int32_t shuffled = add("pixelshuffle", conv(at, table[i].dims == 3 ? 8 : 4, 1, 1, 0));
        windowed(shuffled, 1, 2, 0);
        check_volume(done(shuffled), table[i].dims, 8, table[i].dims == 1 ? 2 : 1);
    }
}

/* Each axis by itself. */
static void axes_that_differ(void **state) {
    (void)state;
    begin();
    const int32_t in = input(2, 8, 3);
    const int32_t at = add("conv", in);
    layers[at].told.K = 2;
    layers[at].told.axis[0].F = 3;
    layers[at].told.axis[1].F = 5;
    layers[at].told.axis[1].S = 3;
    done(at);
    assert_int_equal(layers[at].out.size[0], 6);
    assert_int_equal(layers[at].out.size[1], 2);
    assert_int_equal(layers[at].weights, 90);
    assert_int_equal(layers[at].macs, 1080);
    assert_int_equal(layers[at].field[0].size, 3);
    assert_int_equal(layers[at].field[1].size, 5);
    assert_int_equal(layers[at].field[0].jump, 1);
    assert_int_equal(layers[at].field[1].jump, 3);
    assert_int_equal(layers[at].field[0].span, 8);
    assert_int_equal(layers[at].field[1].span, 8);
}

/* ---- Joins ----------------------------------------------------------------------------------- */

static void joins(void **state) {
    (void)state;
    begin();
    const int32_t a = conv(input(2, 8, 3), 4, 3, 1, 1);
    const int32_t b = conv(a, 4, 3, 1, 1), c = conv(a, 5, 1, 1, 0);
    check_volume(join("add", a, b), 2, 8, 4);
    check_volume(join("mul", a, b), 2, 8, 4);
    assert_int_equal(layers[net.count - 1].params, 0);
    assert_int_equal(layers[net.count - 1].macs, 0);
    const int32_t three = add("concat", a);
    also_from(three, b);
    also_from(three, c);
    check_volume(done(three), 2, 8, 13);
    assert_false(layers[three].unaligned);
    const int32_t sum = add("add", a);
    also_from(sum, b);
    also_from(sum, a);
    check_volume(done(sum), 2, 8, 4);
    check_volume(join("concat", plain("flatten", a), plain("flatten", c)), 0, 0, 576);
    check_volume(join("add", dense(a, 6), dense(b, 6)), 0, 0, 6);
}

static void mul_by_one_pixel(void **state) {
    (void)state;
    begin();
    const int32_t a = conv(input(2, 8, 3), 4, 3, 1, 1);
    const int32_t one = plain("globalpool", a);
    const int32_t orders[] = {join("mul", a, one), join("mul", one, a)};
    for (size_t i = 0; i < COUNT(orders); i++) {
        check_volume(orders[i], 2, 8, 4);
        assert_false(layers[orders[i]].unaligned);
        check_field_size(orders[i], 10); /* the whole input, and the padding that a unit sees */
        assert_int_equal(layers[orders[i]].field[0].start, -1);
        assert_int_equal(layers[orders[i]].field[0].jump, 1);
    }
    const int32_t many = add("mul", one);
    also_from(many, one);
    also_from(many, a);
    also_from(many, one);
    check_volume(done(many), 2, 8, 4);
    check_volume(join("mul", one, one), 2, 1, 4);
}

/* Units lie above one another where the strides are the same and the middles too. */
static void alignment(void **state) {
    (void)state;
    begin();
    const int32_t in = input(2, 9, 3);
    const int32_t narrow = conv(in, 4, 3, 1, 1);
    assert_false(layers[join("add", narrow, conv(in, 4, 5, 1, 2))].unaligned);
    check_field_size(net.count - 1, 5);
    assert_int_equal(layers[net.count - 1].field[0].start, -2);
    assert_false(layers[join("concat", in, conv(in, 4, 1, 1, 0))].unaligned);
    /* Without padding, cropped: still one above the other. */
    assert_false(layers[join("concat", sized("crop", in, 7), conv(in, 4, 3, 1, 0))].unaligned);
    check_field_size(net.count - 1, 3);
    assert_int_equal(layers[net.count - 1].field[0].start, 0);
    /* Strides: 9 units from every pixel, and 9 from every other. */
    const int32_t sparse = conv(in, 4, 3, 2, 5);
    check_volume(sparse, 2, 9, 4);
    assert_true(layers[join("add", narrow, sparse)].unaligned);
    /* Middles: all padding before, and on both sides. */
    const int32_t shifted = add("conv", in);
    windowed(shifted, 3, 1, 0)->told.K = 4;
    for (int i = 0; i < 2; i++)
        layers[shifted].told.axis[i].begin = 2;
    done(shifted);
    assert_true(layers[join("add", narrow, shifted)].unaligned);
    check_field_size(net.count - 1, 4);
    assert_int_equal(layers[net.count - 1].field[0].start, -2);
    assert_int_equal(layers[net.count - 1].field[0].span, 12);
    const int32_t three = add("add", narrow);
    also_from(three, narrow);
    also_from(three, shifted);
    assert_true(layers[done(three)].unaligned);
    /* An even filter has its middle between two pixels. */
    const int32_t even = conv(in, 4, 2, 1, 1);
    assert_true(layers[join("add", narrow, sized("crop", even, 9))].unaligned);
}

/* What halves and doubles comes back to where it was. */
static void alignment_of_what_is_doubled(void **state) {
    (void)state;
    begin();
    const int32_t in = input(2, 8, 3);
    const int32_t half = pool(in, 2, 2, 0);
    const int32_t up = add("upsample", half);
    windowed(up, 1, 2, 0);
    assert_false(layers[join("concat", in, done(up))].unaligned);
    assert_false(layers[join("concat", net.count - 2, in)].unaligned);
    const int32_t transposed = add("convtranspose", half);
    windowed(transposed, 2, 2, 0)->told.K = 3;
    assert_false(layers[join("concat", in, done(transposed))].unaligned);
    const int32_t wide = add("convtranspose", half);
    windowed(wide, 4, 2, 1)->told.K = 3;
    assert_false(layers[join("concat", in, done(wide))].unaligned);
    /* With filters of 3 a unit lies over every other pixel's middle; doubled again, so does a
     * transposed layer's, but an upsampled one's lies between pixels. */
    const int32_t odd = add("convtranspose", conv(in, 3, 3, 2, 1));
    windowed(odd, 3, 2, 1)->told.K = 3;
    for (int i = 0; i < 2; i++)
        layers[odd].told.axis[i].output_pad = 1;
    assert_false(layers[join("concat", in, done(odd))].unaligned);
    const int32_t nearest = add("upsample", conv(in, 3, 3, 2, 1));
    windowed(nearest, 1, 2, 0);
    assert_true(layers[join("concat", in, done(nearest))].unaligned);
}

/* A vector of numbers that are not pixels, beside an image. */
static void an_image_and_a_vector(void **state) {
    (void)state;
    begin();
    const int32_t image = dense(conv(input(2, 9, 3), 4, 3, 1, 0), 6), vector = input(0, 0, 5);
    check_volume(join("concat", image, vector), 0, 0, 11);
    assert_int_equal(layers[net.count - 1].axes, 2);
    check_field_size(net.count - 1, 9);
    check_volume(join("concat", vector, image), 0, 0, 11);
    assert_int_equal(layers[net.count - 1].axes, 2);
    check_field_size(net.count - 1, 9);
    const int32_t line = dense(input(1, 7, 1), 5);
    check_volume(join("concat", image, line), 0, 0, 11);
    assert_int_equal(layers[net.count - 1].axes, 2);
    assert_int_equal(layers[net.count - 1].field[0].size, 9);
    assert_int_equal(layers[net.count - 1].field[1].size, 9);
}

/* Two padded maps, one with all padding before and one with all after, seen as one vector. */
static void spans_that_lie_apart(void **state) {
    (void)state;
    begin();
    const int32_t in = input(1, 9, 1);
    int32_t parts[2];
    for (int i = 0; i < 2; i++) {
        const int32_t at = add("conv", in);
        layers[at].told.K = 1;
        layers[at].told.axis[0].F = 3;
        layers[at].told.axis[0].begin = i == 0 ? 2 : 0;
        layers[at].told.axis[0].end = i == 0 ? 0 : 2;
        parts[i] = plain("flatten", done(at));
        assert_int_equal(layers[parts[i]].field[0].span, 11);
    }
    for (int i = 0; i < 2; i++) {
        const int32_t all = dense(join("concat", parts[i], parts[1 - i]), 2);
        assert_int_equal(layers[all].field[0].size, 13);
        assert_int_equal(layers[all].field[0].start, -2);
    }
}

/* Where there is no room for uneven fields the layer is refused, and can be asked for again. */
static void no_room_for_uneven_fields(void **state) {
    (void)state;
    begin();
    net.span_room = 0;
    const int32_t in = conv(input(2, 8, 1), 1, 3, 1, 1);
    const int32_t up = add("upsample", in);
    windowed(up, 1, 4, 0);
    for (net.span_room = 0; net.span_room < 5; net.span_room++)
        assert_int_equal(cnn_net_work(&net, up).code, CNN_NO_ROOM);
    net.span_room = 0;
    assert_int_equal(cnn_net_work(&net, up).axis, 0);
    net.span_room = 5;
    done(up);
    assert_int_equal(net.span_count, 5);
    check_field_size(up, 3);
    /* Brought back to one unit for each pixel, the field is even again and keeps no room. */
    net.span_room += 2;
    const int32_t down = pool(up, 4, 4, 0);
    check_field_size(down, 3);
    assert_false(layers[down].field[0].uneven);
    assert_int_equal(net.span_count, 5);
}

/* ---- What is refused ------------------------------------------------------------------------- */

static void refused_layers(void **state) {
    (void)state;
    static const struct {
        struct small layer;
        cnn_code code;
        const char *field;
    } table[] = {
        {{"conv", .W = 0, .C = 8, .K = 2, .F = 1}, CNN_VECTOR, "conv"},
        {{"convtranspose", .W = 0, .C = 8, .K = 2, .F = 1}, CNN_VECTOR, "convtranspose"},
        {{"maxpool", .W = 0, .C = 8, .F = 1}, CNN_VECTOR, "maxpool"},
        {{"globalpool", .W = 0, .C = 8}, CNN_VECTOR, "globalpool"},
        {{"adaptivepool", .W = 0, .C = 8, .O = 1}, CNN_VECTOR, "adaptivepool"},
        {{"upsample", .W = 0, .C = 8, .S = 2}, CNN_VECTOR, "upsample"},
        {{"crop", .W = 0, .C = 8, .O = 2}, CNN_VECTOR, "crop"},
        {{"pad", .W = 0, .C = 8, .P = 2}, CNN_VECTOR, "pad"},
        {{"pixelshuffle", .W = 0, .C = 8, .S = 2}, CNN_VECTOR, "pixelshuffle"},
        {{"conv", .W = 8, .C = 3, .K = 4, .F = 1, .G = 2}, CNN_UNGROUPED, "C"},
        {{"conv", .W = 8, .C = 4, .K = 3, .F = 1, .G = 2}, CNN_UNGROUPED, "K"},
        {{"conv", .W = 8, .C = 4, .K = 6, .F = 1, .depthwise = true}, CNN_UNGROUPED, "K"},
        {{"groupnorm", .W = 8, .C = 6, .G = 4}, CNN_UNGROUPED, "C"},
        {{"pixelshuffle", .W = 8, .C = 6, .S = 2}, CNN_UNGROUPED, "S"},
        {{"pixelshuffle", .W = 8, .C = 1, .S = 2, .O = 16}, CNN_UNGROUPED, "S"},
        {{"pixelshuffle", .W = 8, .C = 4, .S = 2, .O = 17}, CNN_OTHER_SIZE, "O"},
        {{"pixelshuffle", .W = 8, .C = 6, .S = INT64_C(1) << 40}, CNN_UNGROUPED, "S"},
        {{"conv", .W = 8, .C = 1, .K = 1, .F = 3, .S = 2}, CNN_UNEVEN, "S"},
        {{"maxpool", .W = 7, .C = 1, .F = 2, .S = 2}, CNN_UNEVEN, "S"},
        {{"conv", .W = 8, .C = 1, .K = 1, .F = 9}, CNN_TOO_WIDE, "F"},
        {{"conv", .W = 8, .C = 1, .K = 1, .F = 5, .d = 3, .P = 2}, CNN_TOO_WIDE, "F"},
        {{"maxpool", .W = 8, .C = 1, .F = 9}, CNN_TOO_WIDE, "F"},
        {{"convtranspose", .W = 2, .C = 1, .K = 1, .F = 2, .P = 2}, CNN_EMPTY, "P"},
        {{"convtranspose", .W = 2, .C = 1, .K = 1, .F = 2, .S = 2, .output_pad = 2},
         CNN_WIDE_OUTPUT_PAD,
         "output_pad"},
        {{"conv", .W = 8, .C = 1, .K = 1, .F = CNN_MAX, .d = 2}, CNN_BEYOND, "F"},
        {{"upsample", .W = 8, .C = 1, .S = INT64_C(1) << 62}, CNN_BEYOND, "S"},
        {{"pad", .W = 8, .C = 1, .P = CNN_MAX / 2}, CNN_BEYOND, "P"},
        {{"flatten", .W = INT64_C(1) << 31, .C = 2}, CNN_BEYOND, "flatten"},
        {{"crop", .W = 8, .C = 1, .O = 9}, CNN_OUTSIDE, "O"},
        {{"slice", .W = 8, .C = 7, .K = 8}, CNN_OUTSIDE, "K"},
        {{"slice", .W = 8, .C = 7, .K = 4, .from = 4}, CNN_OUTSIDE, "K"},
        {{"slice", .W = 8, .C = 7, .K = 1, .from = CNN_MAX}, CNN_OUTSIDE, "K"},
        {{"conv", .W = 8, .C = 1, .K = 1, .F = 3, .O = 8}, CNN_OTHER_SIZE, "O"},
        {{"globalpool", .W = 8, .C = 1, .O = 2}, CNN_OTHER_SIZE, "O"},
        {{"flatten", .W = 8, .C = 1, .O = 8}, CNN_OTHER_SIZE, "O"},
        {{"softmax", .W = 0, .C = 8, .O = 7}, CNN_OTHER_SIZE, "O"},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        const int32_t at = add_small(&table[i].layer);
        const cnn_error error = cnn_net_work(&net, at);
        if (error.code != table[i].code || strcmp(error.field, table[i].field) != 0)
            fail_msg("row %d, %s: error %d at %s", (int)i, table[i].layer.kind, (int)error.code,
                     error.code == CNN_OK ? "nothing" : error.field);
        assert_int_equal(error.axis, 0);
    }
}

/* The axis at fault is the second; O has another depth. */
static void refused_places(void **state) {
    (void)state;
    begin();
    const int32_t in = input(2, 8, 3);
    int32_t at = add("conv", in);
    layers[at].told.K = 1;
    layers[at].told.axis[0].F = 3;
    layers[at].told.axis[1].F = 9;
    cnn_error error = cnn_net_work(&net, at);
    assert_int_equal(error.code, CNN_TOO_WIDE);
    assert_int_equal(error.axis, 1);
    at = add("crop", in);
    layers[at].O = (cnn_volume){.dims = 2, .size = {8, 9}};
    layers[at].has_O = true;
    error = cnn_net_work(&net, at);
    assert_int_equal(error.code, CNN_OUTSIDE);
    assert_int_equal(error.axis, 1);
    at = add("relu", in);
    layers[at].has_O = true;
    layers[at].O = (cnn_volume){.dims = 2, .size = {8, 8}, .depth = 3};
    assert_int_equal(cnn_net_work(&net, at).code, CNN_OK);
    layers[at].O.depth = 4;
    assert_int_equal(cnn_net_work(&net, at).code, CNN_OTHER_SIZE);
    layers[at].O = (cnn_volume){.dims = 0, .depth = 192};
    assert_int_equal(cnn_net_work(&net, at).code, CNN_OTHER_SIZE);
}

static void refused_joins(void **state) {
    (void)state;
    begin();
    const int32_t a = input(2, 8, 3), deeper = conv(a, 4, 1, 1, 0), smaller = pool(a, 2, 2, 0);
    const int32_t one = plain("globalpool", a), deep_one = plain("globalpool", deeper);
    const int32_t vector = plain("flatten", one), cube = input(3, 1, 3);
    const struct {
        const char *kind;
        int32_t a, b;
    } table[] = {
        {"add", a, deeper},   {"add", a, smaller},     {"add", a, one},      {"mul", a, deeper},
        {"mul", a, smaller},  {"mul", a, deep_one},    {"mul", deep_one, a}, {"mul", a, vector},
        {"mul", vector, a},   {"concat", a, smaller},  {"concat", a, one},   {"concat", one, a},
        {"add", one, vector}, {"concat", vector, one}, {"mul", a, cube},     {"mul", cube, a},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        const int32_t at = add(table[i].kind, table[i].a);
        also_from(at, table[i].b);
        const cnn_error error = cnn_net_work(&net, at);
        assert_int_equal(error.code, CNN_UNEQUAL);
        assert_string_equal(error.field, table[i].kind);
        assert_int_equal(error.axis, 1); /* the input at fault */
    }
    const int32_t at = add("concat", a);
    also_from(at, deeper);
    also_from(at, smaller);
    assert_int_equal(cnn_net_work(&net, at).axis, 2);
    const int32_t huge = input(0, 0, CNN_MAX);
    const int32_t both = add("concat", huge);
    also_from(both, huge);
    assert_int_equal(cnn_net_work(&net, both).code, CNN_BEYOND);
    assert_int_equal(cnn_net_work(&net, both).axis, 0); /* no input, but their sum */
}

/* What makes its output to a size does not ask how many axes the size has. */
static void made_sizes(void **state) {
    (void)state;
    static const char *const kinds[] = {"adaptivepool", "crop", "upsample"};
    begin();
    const int32_t in = input(2, 4, 3);
    for (size_t i = 0; i < COUNT(kinds); i++) {
        const int32_t at = add(kinds[i], in);
        layers[at].has_O = true;
        layers[at].O = (cnn_volume){.size = {3, 2}};
        assert_int_equal(cnn_net_work(&net, at).code, CNN_OK);
        assert_int_equal(layers[at].out.size[0], 3);
        assert_int_equal(layers[at].out.size[1], 2);
    }
}

/* ---- The edge of the numbers -------------------------------------------------------------------
 */

static void counts_beyond(void **state) {
    (void)state;
    begin();
    const int32_t in = input(2, INT64_C(1) << 30, 4);
    assert_int_equal(layers[in].numbers, INT64_C(1) << 62);
    const int32_t wide = input(2, INT64_C(1) << 31, 2);
    assert_int_equal(layers[wide].numbers, MANY);
    const int32_t at = conv(wide, INT64_C(1) << 31, 1, 1, 0);
    assert_int_equal(layers[at].weights, INT64_C(1) << 32);
    assert_int_equal(layers[at].params, (INT64_C(1) << 32) + (INT64_C(1) << 31));
    assert_int_equal(layers[at].macs, MANY);
    assert_int_equal(layers[at].flops, MANY);
    assert_int_equal(layers[at].numbers, MANY);
    const cnn_net_totals totals = cnn_net_total(&net, last);
    assert_int_equal(totals.params, (INT64_C(1) << 32) + (INT64_C(1) << 31));
    assert_int_equal(totals.macs, MANY);
    assert_int_equal(totals.flops, MANY);
    assert_int_equal(totals.memory, MANY);
    assert_int_equal(totals.peak, MANY);
    dense(plain("globalpool", at), 1);
    assert_int_equal(cnn_net_total(&net, last).peak, MANY);
    for (int32_t i = wide; i < net.count; i++) /* what is made of a count that is beyond */
        assert_int_equal(layers[i].alive, MANY);

    begin(); /* macs that fit, flops that do not */
    const int32_t vector = input(0, 0, INT64_C(1) << 31);
    const int32_t out = dense(vector, INT64_C(1) << 31);
    assert_int_equal(layers[out].macs, INT64_C(1) << 62);
    assert_int_equal(layers[out].flops, MANY);
    assert_int_equal(layers[out].params, (INT64_C(1) << 62) + (INT64_C(1) << 31));
    assert_int_equal(cnn_net_total(&net, last).param_memory, MANY);
    net.bytes = 1;
    assert_int_equal(cnn_net_total(&net, last).param_memory,
                     (INT64_C(1) << 62) + (INT64_C(1) << 31));
    net.batch = 2;
    assert_int_equal(layers[done(out)].macs, MANY);
    assert_int_equal(layers[out].params, (INT64_C(1) << 62) + (INT64_C(1) << 31));
    dense(vector, INT64_C(1) << 31);
    assert_int_equal(cnn_net_total(&net, last).params, MANY);
}

static void fields_beyond(void **state) {
    (void)state;
    begin();
    /* Two wide filters, over steps of 1 and of 4 pixels. */
    const int64_t F = INT64_C(1) << 59;
    const int32_t thin = conv(input(1, CNN_MAX, 1), 1, F, 4, 0);
    assert_int_equal(layers[thin].field[0].size, F);
    assert_int_equal(layers[thin].field[0].jump, 4);
    const int32_t at = conv(thin, 1, F, 1, 0);
    assert_int_equal(layers[at].field[0].size, F + (F - 1) * 4);
    const int32_t beyond = conv(thin, 1, INT64_C(1) << 61, 1, INT64_C(1) << 60);
    assert_int_equal(layers[beyond].field[0].size, MANY);
    assert_int_equal(layers[beyond].field[0].span, MANY);
    assert_int_equal(layers[plain("relu", beyond)].field[0].size, MANY);
    assert_int_equal(layers[dense(beyond, 1)].field[0].size, MANY);
    const int32_t cut = sized("crop", beyond, layers[thin].out.size[0]);
    assert_int_equal(layers[join("add", thin, cut)].field[0].size, MANY);
    assert_false(layers[net.count - 1].unaligned); /* what is unknown is not blamed */
    /* A fine grid beside a coarse one far to the left. */
    begin();
    const int32_t in = input(1, 1, 1), fine = add("upsample", in), far = add("pad", in);
    inputs[layers[far].input] = in;
    layers[fine].told.axis[0].S = INT64_C(1) << 40;
    layers[far].told.axis[0].begin = (INT64_C(1) << 40) - 1;
    done(fine);
    done(far);
    for (int i = 0; i < 2; i++) {
        const int32_t both = i == 0 ? join("add", fine, far) : join("add", far, fine);
        const cnn_field *field = &layers[both].field[0];
        assert_int_equal(layers[both].out.size[0], INT64_C(1) << 40);
        if (field->size != MANY) /* unknown, or right */
            assert_int_equal(field->start, (1 - (INT64_C(1) << 40)) * field->under);
    }
}

/* ---- Memory ---------------------------------------------------------------------------------- */

static void check_memory(int64_t outputs, int64_t peak) {
    const cnn_net_totals totals = cnn_net_total(&net, last);
    assert_int_equal(totals.memory, outputs);
    assert_int_equal(totals.peak, peak);
}

static void memory_of_outputs(void **state) {
    (void)state;
    /* A chain: a layer's input and its output, and none before. */
    begin();
    dense(dense(dense(input(0, 0, 10), 30), 20), 5);
    check_memory(INT64_C(4) * 65, INT64_C(4) * 50);
    net.bytes = 2;
    check_memory(INT64_C(2) * 65, INT64_C(2) * 50);
    net.bytes = 1;
    net.batch = 3;
    for (int32_t i = 0; i < net.count; i++)
        done(i);
    check_memory(INT64_C(3) * 65, INT64_C(3) * 50);
    /* A residual block: what goes around is alive until the sum. */
    begin();
    const int32_t in = input(0, 0, 10);
    join("add", in, dense(dense(in, 40), 10));
    check_memory(INT64_C(4) * 70, INT64_C(4) * 60); /* 10 + 40 + 10, above 10 + 10 + 10 */
    /* The same twice. */
    begin();
    const int32_t from = input(0, 0, 10);
    join("add", from, from);
    join("concat", net.count - 1, net.count - 1);
    check_memory(INT64_C(4) * 40, INT64_C(4) * 30);
    dense(net.count - 1, 25);
    check_memory(INT64_C(4) * 65, INT64_C(4) * 45);
    /* An output that nobody uses is alive while it is made. */
    begin();
    const int32_t start = input(0, 0, 10);
    dense(start, 50);
    const int32_t second = dense(start, 20);
    check_memory(INT64_C(4) * 80, INT64_C(4) * 60);
    dense(second, 45);
    check_memory(INT64_C(4) * 125, INT64_C(4) * 65);
    /* Used again later: alive all the while. */
    begin();
    const int32_t early = input(0, 0, 10);
    const int32_t late = dense(dense(dense(early, 1), 2), 3);
    check_memory(INT64_C(4) * 16, INT64_C(4) * 11);
    join("concat", late, early);
    check_memory(INT64_C(4) * 29, INT64_C(4) * 26);
    /* An input that nobody uses, before all. */
    begin();
    input(0, 0, 10);
    plain("relu", input(0, 0, 20));
    check_memory(INT64_C(4) * 50, INT64_C(4) * 40);
    /* Nothing at all. */
    begin();
    check_memory(0, 0);
}

/* ---- What each unit sees, unit by unit ---------------------------------------------------------
 */

/* The first and the last pixel that a unit sees; none where first > last. Cells of padding count as
 * pixels, and as units of their own in the layers after: units run on over both ends. */
struct seen {
    int64_t first, last;
};

#define MODEL_LAYERS 16
#define MODEL_UNITS  16384 /* from -MODEL_UNITS/2 on */

static struct seen seen[MODEL_LAYERS][MODEL_UNITS];
static bool is_seen[MODEL_LAYERS][MODEL_UNITS];

static int64_t floor_of(int64_t a, int64_t b) {
    return a >= 0 ? a / b : -((-a + b - 1) / b);
}

static struct seen look(int32_t layer, int64_t unit);

static void see(struct seen *sees, int32_t layer, int64_t unit) {
    const struct seen part = look(layer, unit);
    sees->first = part.first < sees->first ? part.first : sees->first;
    sees->last = part.last > sees->last ? part.last : sees->last;
}

/* The definitions of the layers. */
static struct seen look_closely(int32_t index, int64_t unit) {
    const cnn_net_layer *layer = &layers[index];
    const cnn_axis *axis = &layer->told.axis[0];
    const int32_t from = inputs[layer->input];
    const int64_t in = layers[from].out.size[0], out = layer->out.size[0];
    struct seen sees = {CNN_MAX, -CNN_MAX};

    if (layer->kind->family == CNN_SOURCE)
        return (struct seen){unit, unit};
    switch (layer->kind->act) {
    case CNN_TRANSPOSED: /* cell k of unit i goes to S i + d k - begin */
        for (int64_t k = 0; k < axis->F; k++)
            if ((unit + axis->begin - axis->d * k) % axis->S == 0)
                see(&sees, from, (unit + axis->begin - axis->d * k) / axis->S);
        break;
    case CNN_GLOBAL:
        for (int64_t k = 0; k < in; k++)
            see(&sees, from, unit * in + k);
        break;
    case CNN_ADAPTIVE:
        for (int64_t k = floor_of(unit * in, out); k * out < (unit + 1) * in; k++)
            see(&sees, from, k);
        break;
    case CNN_UPSAMPLE:
        see(&sees, from, floor_of(unit * in, out));
        break;
    case CNN_CROP:
        see(&sees, from, unit + (in - out) / 2);
        break;
    case CNN_PAD:
        see(&sees, from, unit - axis->begin);
        break;
    case CNN_CONCAT:
        for (int32_t i = 0; i < layer->input_count; i++)
            see(&sees, inputs[layer->input + i], unit);
        break;
    default:
        for (int64_t k = 0; k < axis->F; k++)
            see(&sees, from, unit * axis->S + axis->d * k - axis->begin);
    }
    return sees;
}

static struct seen look(int32_t layer, int64_t unit) {
    const int64_t place = unit + MODEL_UNITS / 2;
    assert_true(layer < MODEL_LAYERS && place >= 0 && place < MODEL_UNITS);
    if (!is_seen[layer][place])
        seen[layer][place] = look_closely(layer, unit);
    is_seen[layer][place] = true;
    return seen[layer][place];
}

/* ---- Known fields ---------------------------------------------------------------------------- */

/* Halved and doubled, units 0 and 1 see pixels 0 and 1: a filter of 2 may see four pixels, not
 * three, and what is cut off is no whole step. */
static void known_uneven_fields(void **state) {
    (void)state;
    begin();
    const int32_t half = pool(input(1, 12, 1), 2, 2, 0);
    const int32_t up = add("upsample", half);
    layers[up].told.axis[0].S = 2;
    done(up);
    assert_int_equal(layers[up].field[0].size, 2);
    assert_int_equal(layers[up].field[0].span, 12);
    assert_int_equal(layers[conv(up, 1, 2, 1, 0)].field[0].size, 4);
    assert_int_equal(layers[conv(up, 1, 3, 1, 0)].field[0].size, 4);
    assert_int_equal(layers[conv(up, 1, 2, 2, 0)].field[0].size, 2);
    const cnn_field *cut = &layers[sized("crop", up, 10)].field[0];
    assert_int_equal(cut->start, 0);
    assert_int_equal(cut->span, 12);
    /* Ten filters of 2 over halves of pixels: 11 halves, on 6 pixels. */
    begin();
    int32_t at = add("upsample", input(1, 12, 1));
    layers[at].told.axis[0].S = 2;
    done(at);
    for (int i = 0; i < 10; i++)
        at = conv(at, 1, 2, 1, 0);
    assert_int_equal(layers[at].field[0].size, 6);
    assert_int_equal(layers[at].field[0].jump * 2, layers[at].field[0].under);
    /* DCGAN's filter of 4: unit 0 sees the padding and pixel 0, unit 1 pixels 0 and 1. */
    begin();
    at = add("convtranspose", input(1, 6, 1));
    windowed(at, 4, 2, 1)->told.K = 1;
    done(at);
    assert_int_equal(layers[at].field[0].start, -layers[at].field[0].under);
    assert_int_equal(layers[at].field[0].size, 2);
    assert_int_equal(layers[sized("crop", at, 10)].field[0].start, 0);
}

/* An odd cell is cut at the end. */
static void known_crops(void **state) {
    (void)state;
    static const int64_t table[][2] = {{9, 0}, {8, 0}, {7, 1}, {6, 1}, {5, 2}, {1, 4}};
    begin();
    const int32_t in = input(1, 9, 1);
    for (size_t i = 0; i < COUNT(table); i++) {
        const cnn_field *field = &layers[sized("crop", in, table[i][0])].field[0];
        assert_int_equal(field->start, table[i][1]);
        assert_int_equal(field->span, table[i][0]);
    }
}

/* Units that see all of the image by way of a mean still lie where they lay, and what follows
 * them sees no more than that and its padding. */
static void known_spread_fields(void **state) {
    (void)state;
    begin();
    const int32_t in = input(1, 12, 1);
    int32_t at = join("mul", in, plain("globalpool", in));
    for (int i = 0; i < 3; i++)
        at = conv(at, 1, 3, 1, 0);
    assert_int_equal(layers[at].field[0].size, 12);
    assert_int_equal(layers[at].field[0].span, 12);
    assert_int_equal(layers[at].field[0].start, 0);
    assert_int_equal(layers[at].field[0].jump, 1);
}

/* ---- Random chains -----------------------------------------------------------------------------
 */

static uint64_t random_state;

static int64_t draw(int64_t least, int64_t most) {
    random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return least + (int64_t)((random_state >> 33) % (uint64_t)(most - least + 1));
}

static int32_t random_layer(int32_t from, bool even_only) {
    static const char *const kinds[] = {"conv", "pool",          "conv",     "crop",
                                        "pad",  "convtranspose", "upsample", "adaptivepool"};
    const char *kind = kinds[draw(0, even_only ? 4 : 7)];
    const int64_t in = layers[from].out.size[0];
    const int32_t at = add(kind, from);
    cnn_net_layer *layer = &layers[at];
    cnn_axis *axis = &layer->told.axis[0];
    const cnn_act act = layer->kind->act;

    layer->told.K = 1;
    layer->told.round = (cnn_round)draw(CNN_FLOOR, CNN_FULL);
    axis->F = draw(1, 4);
    axis->S = draw(1, 3);
    axis->d = draw(1, 2);
    axis->begin = draw(0, 2);
    axis->end = draw(0, 2);
    if (act == CNN_TRANSPOSED) {
        axis->d = 1;
        axis->F = draw(axis->S, 5); /* no gaps */
        axis->output_pad = draw(0, axis->S - 1);
    }
    if (act == CNN_CROP || act == CNN_ADAPTIVE || (act == CNN_UPSAMPLE && draw(0, 2) == 0)) {
        layer->has_O = true;
        layer->O.dims = 1;
        layer->O.size[0] = act == CNN_UPSAMPLE ? draw(in, 2 * in)
                           : act == CNN_CROP   ? draw(in > 4 ? in - 4 : 1, in)
                                               : draw(1, in + 2);
    }
    if (cnn_net_work(&net, at).code == CNN_OK && layer->out.size[0] <= 60 &&
        layer->field[0].under <= 8 && layer->field[0].jump <= 16 * layer->field[0].under)
        return at;
    net.count--; /* it does not fit, or is more than the model has room for */
    return from;
}

/* Two branches, one of them cut to the size of the other. */
static int32_t random_join(int32_t from, bool even_only, bool *same_jumps) {
    int32_t a = from, b = from;
    for (int64_t i = draw(0, 1); i >= 0; i--)
        a = random_layer(a, even_only);
    for (int64_t i = draw(0, 1); i >= 0; i--)
        b = random_layer(b, even_only);
    const int64_t size_a = layers[a].out.size[0], size_b = layers[b].out.size[0];
    if (size_a > size_b)
        a = sized("crop", a, size_b);
    else if (size_b > size_a)
        b = sized("crop", b, size_a);
    const cnn_field *left = &layers[a].field[0], *right = &layers[b].field[0];
    *same_jumps = left->jump * right->under == right->jump * left->under;
    return join("concat", a, b);
}

#define RUN_ON 40 /* units beyond the last that show how they go on */

static void fail_at(int32_t layer, const char *what, int64_t right) {
    for (int32_t i = 0; i <= layer; i++) {
        const cnn_net_layer *at = &layers[i];
        const cnn_axis *axis = &at->told.axis[0];
        print_message("%d: %s of %d, %d: %lld to %lld, F %lld S %lld d %lld P %lld %lld\n", (int)i,
                      at->kind->name, at->input_count > 0 ? (int)inputs[at->input] : -1,
                      at->input_count > 1 ? (int)inputs[at->input + 1] : -1,
                      (long long)layers[at->input_count > 0 ? inputs[at->input] : i].out.size[0],
                      (long long)at->out.size[0], (long long)axis->F, (long long)axis->S,
                      (long long)axis->d, (long long)axis->begin, (long long)axis->end);
    }
    const cnn_field *field = &layers[layer].field[0];
    fail_msg("%s is to be %lld: size %lld span %lld start %lld jump %lld under %lld", what,
             (long long)right, (long long)field->size, (long long)field->span,
             (long long)field->start, (long long)field->jump, (long long)field->under);
}

/* Every layer of a chain: where all units begin and end, and how large the largest field is. Joins
 * of unlike jumps too, but for their own jump. */
static void check_seen(int32_t at, bool same_jumps) {
    const cnn_field *field = &layers[at].field[0];
    const int64_t out = layers[at].out.size[0], start = look(at, 0).first;
    int64_t end = start, size = 0;
    for (int64_t unit = 0; unit < out; unit++) {
        const struct seen sees = look(at, unit);
        assert_true(sees.first <= sees.last && sees.first >= start);
        end = sees.last + 1 > end ? sees.last + 1 : end;
        size = sees.last + 1 - sees.first > size ? sees.last + 1 - sees.first : size;
    }
    if (floor_of(field->start, field->under) != start)
        fail_at(at, "start", start);
    if (field->size != size)
        fail_at(at, "size", size);
    if (field->span != end - start)
        fail_at(at, "span", end - start);
    const int64_t jump = look(at, 1).first - start;
    bool same = same_jumps;
    for (int64_t unit = 1; unit < out + RUN_ON; unit++)
        same = same && look(at, unit + 1).first - look(at, unit).first == jump;
    if (same && field->jump != jump * field->under)
        fail_at(at, "jump", jump);
}

/* From any network of up to five layers and joins; where jumps differ, the chain ends. */
static int random_chain(bool even_only) {
    bool same_jumps = true;
    int checked = 0;
    begin();
    memset(is_seen, 0, sizeof is_seen);
    int32_t at = input(1, draw(5, 24), 1);
    for (int64_t i = draw(1, 5); i > 0 && same_jumps && net.count < MODEL_LAYERS - 5; i--) {
        at =
            draw(0, 3) == 0 ? random_join(at, even_only, &same_jumps) : random_layer(at, even_only);
        check_seen(at, same_jumps);
        checked += at > 0;
    }
    return checked;
}

static void fields_of_even_chains(void **state) {
    (void)state;
    int checked = 0;
    random_state = 1;
    for (int i = 0; i < 4000; i++)
        checked += random_chain(true);
    assert_true(checked > 8000);
}

static void fields_of_uneven_chains(void **state) {
    (void)state;
    int checked = 0;
    random_state = 2;
    for (int i = 0; i < 4000; i++)
        checked += random_chain(false);
    assert_true(checked > 8000);
}

/* ---- As named values ------------------------------------------------------------------------- */

static cnn_item items[CNN_NET_ITEMS];

static cnn_trace working(void) {
    return (cnn_trace){.items = items, .capacity = CNN_NET_ITEMS, .working = true};
}

static void check_whole(const cnn_trace *trace, const char *name, int64_t value) {
    const cnn_item *item = cnn_find(trace, name);
    assert_non_null(item);
    if (item->whole[0] != value)
        fail_msg("%s is %lld", name, (long long)item->whole[0]);
}

static void check_formula(const cnn_trace *trace, const char *name, const char *formula) {
    const cnn_item *item = cnn_find(trace, name);
    assert_non_null(item);
    assert_non_null(item->formula);
    assert_string_equal(item->formula, formula);
}

/* AlexNet's first layers, as the notes have them, two images at once, in two bytes. */
static void layers_as_named_values(void **state) {
    (void)state;
    begin();
    net.batch = 2;
    net.bytes = 2;
    const int32_t pool1 = pool(conv(input(2, 227, 3), 96, 11, 4, 0), 3, 2, 0);
    const int32_t out = dense(conv(pool1, 256, 5, 1, 2), 10);
    const cnn_net_totals totals = cnn_net_total(&net, last);
    cnn_trace trace = working();

    assert_int_equal(cnn_net_trace(&net, 1, &trace).code, CNN_OK);
    assert_string_equal(cnn_find(&trace, "kind")->word, "conv");
    assert_int_equal(cnn_find(&trace, "out")->kind, CNN_VOLUME);
    assert_int_equal(cnn_find(&trace, "out")->more[0], 96);
    check_whole(&trace, "out", 55);
    check_whole(&trace, "params", 34944);
    check_whole(&trace, "macs", INT64_C(2) * 105415200);
    check_formula(&trace, "macs", "{N}*{=size*}*{K}*{F^}*{C}");
    check_whole(&trace, "N", 2);
    check_whole(&trace, "flops", INT64_C(4) * 105415200);
    check_whole(&trace, "rf", 11);
    check_formula(&trace, "rf", "{=rf before} + {(F - 1):less one}*{=jump before}");
    check_whole(&trace, "less one", 10);
    check_whole(&trace, "jump", 4);
    check_whole(&trace, "start", 0);
    check_whole(&trace, "memory", INT64_C(2) * 2 * 290400);
    check_whole(&trace, "param_memory", INT64_C(2) * 34944);
    check_whole(&trace, "peak", INT64_C(2) * 2 * (154587 + 290400));
    assert_null(cnn_find(&trace, "aligned"));

    assert_int_equal(cnn_net_trace(&net, pool1, &trace).code, CNN_OK);
    check_whole(&trace, "params", 0);
    check_whole(&trace, "macs", 0);
    check_whole(&trace, "rf", 19);
    check_whole(&trace, "jump", 8);

    assert_int_equal(cnn_net_trace(&net, 3, &trace).code, CNN_OK);
    check_whole(&trace, "start", -16);

    /* 27*27*256 inputs; 19 + 4*8 = 51 pixels, and 26 more units 8 pixels apart. */
    assert_int_equal(cnn_net_trace(&net, out, &trace).code, CNN_OK);
    assert_int_equal(cnn_find(&trace, "out")->kind, CNN_WHOLE);
    check_whole(&trace, "out", 10);
    check_whole(&trace, "C", 186624);
    check_whole(&trace, "params", 1866250);
    check_formula(&trace, "params", "{K}*({C} + 1) = {K}*{per neuron}");
    check_whole(&trace, "rf", 51 + 26 * 8);
    assert_int_equal(cnn_find(&trace, "jump")->kind, CNN_NONE);
    assert_int_equal(cnn_find(&trace, "start")->kind, CNN_NONE);

    assert_int_equal(cnn_net_total_trace(&net, &totals, &trace).code, CNN_OK);
    check_whole(&trace, "out", 10);
    check_whole(&trace, "params", 34944 + 614656 + 1866250);
    check_whole(&trace, "peak", INT64_C(2) * 2 * (154587 + 290400));
    assert_null(cnn_find(&trace, "kind"));
}

/* What is not asked for is not there, nor is what has no room. */
static void named_values_that_are_asked_for(void **state) {
    (void)state;
    static const char *const names[] = {"rf", "K", "aligned"};
    begin();
    const int32_t at = conv(input(2, 8, 3), 4, 3, 1, 1);
    const int32_t sum = join("add", at, at);
    cnn_trace trace = {.items = items, .capacity = CNN_NET_ITEMS, .names = names, .name_count = 3};

    assert_int_equal(cnn_net_trace(&net, at, &trace).code, CNN_OK);
    assert_int_equal(trace.count, 1);
    trace.given = true;
    assert_int_equal(cnn_net_trace(&net, at, &trace).code, CNN_OK);
    assert_int_equal(trace.count, 2);
    assert_int_equal(cnn_net_trace(&net, sum, &trace).code, CNN_OK);
    assert_int_equal(trace.count, 2);
    check_whole(&trace, "aligned", 1);
    trace.capacity = 1;
    assert_int_equal(cnn_net_trace(&net, sum, &trace).code, CNN_NO_ROOM);
}

/* Half a pixel from unit to unit; and a field that is not known. */
static void named_values_of_uneven_layers(void **state) {
    (void)state;
    begin();
    const int32_t up = add("upsample", input(2, 8, 3));
    windowed(up, 1, 2, 0);
    done(up);
    cnn_trace trace = working();
    assert_int_equal(cnn_net_trace(&net, up, &trace).code, CNN_OK);
    check_whole(&trace, "size", 16);
    check_formula(&trace, "size", "{W}*{S}");
    const cnn_item *jump = cnn_find(&trace, "jump");
    assert_int_equal(jump->kind, CNN_RATIO);
    assert_int_equal(jump->whole[0], 0);
    assert_int_equal(jump->more[0], 1);
    assert_int_equal(jump->divisor[0], 2);
    const int32_t far = add("upsample", up);
    windowed(far, 1, CNN_PERIOD_MOST, 0);
    done(far);
    assert_int_equal(cnn_net_trace(&net, far, &trace).code, CNN_OK);
    assert_int_equal(cnn_find(&trace, "rf")->kind, CNN_NONE);
    assert_int_equal(cnn_find(&trace, "jump")->kind, CNN_NONE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lenet_5),
        cmocka_unit_test(alexnet),
        cmocka_unit_test(alexnet_of_torchvision),
        cmocka_unit_test(vgg_16),
        cmocka_unit_test(resnet_18),
        cmocka_unit_test(both_resnets_50),
        cmocka_unit_test(squeezenet),
        cmocka_unit_test(mobilenet_v2),
        cmocka_unit_test(densenet_121),
        cmocka_unit_test(googlenet),
        cmocka_unit_test(efficientnet_b0),
        cmocka_unit_test(u_net),
        cmocka_unit_test(small_layers),
        cmocka_unit_test(pointwise_layers),
        cmocka_unit_test(one_and_three_axes),
        cmocka_unit_test(axes_that_differ),
        cmocka_unit_test(joins),
        cmocka_unit_test(mul_by_one_pixel),
        cmocka_unit_test(alignment),
        cmocka_unit_test(alignment_of_what_is_doubled),
        cmocka_unit_test(an_image_and_a_vector),
        cmocka_unit_test(spans_that_lie_apart),
        cmocka_unit_test(no_room_for_uneven_fields),
        cmocka_unit_test(refused_layers),
        cmocka_unit_test(refused_places),
        cmocka_unit_test(refused_joins),
        cmocka_unit_test(made_sizes),
        cmocka_unit_test(counts_beyond),
        cmocka_unit_test(fields_beyond),
        cmocka_unit_test(memory_of_outputs),
        cmocka_unit_test(known_uneven_fields),
        cmocka_unit_test(known_crops),
        cmocka_unit_test(known_spread_fields),
        cmocka_unit_test(fields_of_even_chains),
        cmocka_unit_test(fields_of_uneven_chains),
        cmocka_unit_test(layers_as_named_values),
        cmocka_unit_test(named_values_that_are_asked_for),
        cmocka_unit_test(named_values_of_uneven_layers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
