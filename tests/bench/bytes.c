/* bytes.c: the least that prints that many bytes with stdio. tests/bench/net.sh counts the
 * instructions of a table against it. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
    /* Never called with so many arguments: but libm is needed for it, as the program needs it. */
    if (argc > 1000)
        printf("%g\n", exp((double)argc));
    for (long left = argc > 1 ? strtol(argv[1], NULL, 10) : 0; left > 0; left--)
        putchar('x');
    return 0;
}
