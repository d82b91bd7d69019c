/* The size of AlexNet's first layer, by the installed library: one number, 55. */
#include <cnncalc.h>
#include <inttypes.h>
#include <stdio.h>

int main(void) {
    cnn_item items[CNN_LAYER_ITEMS];
    cnn_trace trace = {.items = items, .capacity = CNN_LAYER_ITEMS};
    cnn_layer layer = cnn_layer_of(2);
    for (int i = 0; i < layer.dims; i++) {
        layer.axis[i].W = 227;
        layer.axis[i].F = 11;
        layer.axis[i].S = 4;
    }
    if (cnn_conv(&layer, &trace).code != CNN_OK) {
        return 1;
    }
    printf("%" PRId64 "\n", cnn_find(&trace, "size")->whole[0]);
    return 0;
}
