/* bits.c: prints the bits of the gradients of random questions, near ties among them, the same
 * questions in every run: what same_bits.sh compares.
 *
 *     bits [COUNT] */
#include "../unit/doubles.h"
#include "reals.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* A multiple of 2^-26 now and then: there, and at its square, the first terms of a series are ties.
 */
static double random_real(void) {
    const int sort = random_below(4), shift = random_below(52); /* C may draw two in any order */
    const double coarse = ldexp((double)(random_word() >> (12 + shift)), -52);
    switch (sort) {
    case 0:
        return coarse;
    case 1:
        return coarse * coarse;
    case 2:
        return 1 + coarse / 0x1p20;
    default:
        return ldexp((double)(random_word() >> 11), -2 * shift - 10);
    }
}

static void print(double value) {
    printf(" %016" PRIx64, bits_of(value));
}

int main(int argc, char **argv) {
    const long count = argc > 1 ? strtol(argv[1], NULL, 10) : 20000;
    int quick = 0, accurate = 0;
    for (long i = 0; i < count; i++) {
        const double x = random_real();
        const double y = random_real();
        struct cnn_complex_values values = {0, 0, 0};
        double out, fx;
        if (!cnn_glance_sigmoid(x, &out, &fx) && ++quick && !cnn_quick_sigmoid(x, &out, &fx))
            accurate += cnn_accurate_sigmoid(x, &out, &fx);
        if (x > 0 && y > 0 && !cnn_glance_complex(x, y, &values) && ++quick &&
            !cnn_quick_complex(x, y, &values))
            accurate += cnn_accurate_complex(x, y, &values);
        print(out);
        print(fx);
        print(values.out);
        print(values.fx);
        print(values.fy);
        printf("\n");
    }
    printf("%d not settled at a glance, %d not quickly\n", quick, accurate);
    return 0;
}
