/* The kinds of layers, one row each. */
#include "cnncalc.h"

#include <assert.h>
#include <string.h>

static const cnn_kind_row kinds[] = {
    {"input", CNN_SOURCE, CNN_PLAIN},
    {"conv", CNN_CONV, CNN_PLAIN},
    {"convtranspose", CNN_CONV, CNN_TRANSPOSED},
    {"pool", CNN_POOL, CNN_PLAIN},
    {"maxpool", CNN_POOL, CNN_PLAIN},
    {"avgpool", CNN_POOL, CNN_PLAIN},
    {"globalpool", CNN_POOL, CNN_GLOBAL},
    {"adaptivepool", CNN_POOL, CNN_ADAPTIVE},
    {"dense", CNN_DENSE, CNN_PLAIN},
    {"batchnorm", CNN_NORM, CNN_PLAIN},
    {"layernorm", CNN_NORM, CNN_PLAIN},
    {"groupnorm", CNN_NORM, CNN_GROUPED},
    {"instancenorm", CNN_NORM, CNN_PLAIN},
    {"prelu", CNN_NORM, CNN_SLOPES},
    {"relu", CNN_POINTWISE, CNN_PLAIN},
    {"relu6", CNN_POINTWISE, CNN_PLAIN},
    {"leakyrelu", CNN_POINTWISE, CNN_PLAIN},
    {"elu", CNN_POINTWISE, CNN_PLAIN},
    {"gelu", CNN_POINTWISE, CNN_PLAIN},
    {"silu", CNN_POINTWISE, CNN_PLAIN},
    {"mish", CNN_POINTWISE, CNN_PLAIN},
    {"sigmoid", CNN_POINTWISE, CNN_PLAIN},
    {"hardsigmoid", CNN_POINTWISE, CNN_PLAIN},
    {"hardswish", CNN_POINTWISE, CNN_PLAIN},
    {"tanh", CNN_POINTWISE, CNN_PLAIN},
    {"softmax", CNN_POINTWISE, CNN_PLAIN},
    {"dropout", CNN_POINTWISE, CNN_PLAIN},
    {"lrn", CNN_POINTWISE, CNN_PLAIN},
    {"identity", CNN_POINTWISE, CNN_PLAIN},
    {"add", CNN_JOIN, CNN_ADD},
    {"mul", CNN_JOIN, CNN_MUL},
    {"concat", CNN_JOIN, CNN_CONCAT},
    {"flatten", CNN_RESHAPE, CNN_FLATTEN},
    {"upsample", CNN_RESHAPE, CNN_UPSAMPLE},
    {"crop", CNN_RESHAPE, CNN_CROP},
    {"pad", CNN_RESHAPE, CNN_PAD},
    {"slice", CNN_RESHAPE, CNN_SLICE},
    {"pixelshuffle", CNN_RESHAPE, CNN_PIXELSHUFFLE},
};

static_assert(sizeof kinds / sizeof *kinds <= CNN_KINDS_MOST, "all kinds are counted");

const cnn_kind_row *cnn_kind_at(size_t index) {
    return index < sizeof kinds / sizeof *kinds ? &kinds[index] : NULL;
}

const cnn_kind_row *cnn_kind_named(const char *name, size_t length) {
    for (size_t i = 0;
         length > 0 && length < sizeof kinds->name && i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].name[0] == *name && strncmp(kinds[i].name, name, length) == 0 &&
            kinds[i].name[length] == '\0')
            return &kinds[i];
    return NULL;
}
