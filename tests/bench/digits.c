/* What a program written for one kind of file costs: lines of W F S P, the size of the output or a
 * dash, digits read and written by hand, nothing checked. */
#include <stdio.h>

static char in[1 << 26], out[1 << 25];

int main(int argc, char **argv) {
    FILE *file = argc > 1 ? fopen(argv[1], "r") : stdin;
    size_t length = file != NULL ? fread(in, 1, sizeof in - 1, file) : 0;
    char *put = out;
    long v[4] = {0};
    int column = 0;

    for (const char *at = in; at < in + length; at++) {
        if (*at >= '0') {
            v[column] = 10 * v[column] + (*at - '0');
        } else if (*at != '\n') {
            column++;
        } else {
            long stride = v[2] != 0 ? v[2] : 1;
            long span = v[0] - v[1] + 2 * v[3], size = span / stride + 1;
            char digits[20], *digit = digits + sizeof digits;
            if (span < 0 || span % stride != 0)
                *put++ = '-';
            else
                for (; size > 0; size /= 10)
                    *--digit = (char)('0' + size % 10);
            while (digit < digits + sizeof digits)
                *put++ = *digit++;
            *put++ = '\n';
            v[0] = v[1] = v[2] = v[3] = column = 0;
        }
    }
    if (file != NULL)
        fclose(file);
    return fwrite(out, 1, (size_t)(put - out), stdout) == (size_t)(put - out) ? 0 : 1;
}
