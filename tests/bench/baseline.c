/* baseline.c: the least that a command-line program does: reads its options and prints one number.
 * tests/bench/instructions.sh counts the program's instructions against it. */
#include <getopt.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
    static const struct option options[] = {{"input-size", required_argument, NULL, 'W'},
                                            {"filter-size", required_argument, NULL, 'F'},
                                            {"stride", required_argument, NULL, 'S'},
                                            {NULL, 0, NULL, 0}};
    long sum = 0;
    int letter;
    while ((letter = getopt_long(argc, argv, "W:F:S:", options, NULL)) != -1) {
        if (letter == '?')
            return 2;
        sum += strtol(optarg, NULL, 10);
    }
    /* Never called with so many arguments: but libm is needed for it, as the program needs it. */
    if (argc > 1000)
        printf("%g\n", exp((double)argc));
    printf("%ld\n", sum);
    return 0;
}
