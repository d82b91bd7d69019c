/* fuzz_columns.c: any bytes as the standard input of --columns, through the whole program, in
 * memory. The first byte of the input says what is asked, the second how many bytes a read gives at
 * most; the rest are the lines.
 * What must hold: what ask() demands; and where the same values are named by -o, which goes the
 * long way by words and options for every line, every byte and the status are the same. */
#include "ask.h"
#include "printed.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define OPTIONS 6

/* tests/fuzz/seed.py knows the order. */
static const struct way {
    const char *words[OPTIONS];
    const char *headline;
} ways[] = {
    {{"convout", "--columns=W,F,S,P", NULL}, "out"},
    {{"convout", "-F3", "-d2", "-Rfloor", "--columns=_,W,P", NULL}, "out"},
    {{"convout", "-Psame", "--dims=1", "--columns=W,F,d", NULL}, "out"},
    {{"pool", "-Rceil", "--columns=F,W", NULL}, "out"},
    {{"pool", "-F3", "--columns=header", NULL}, "out"},
    {{"convout", "-F3", "--columns=W,K", NULL}, "out"},
    {{"sigmoid-grad", "--columns=x", NULL}, "out,fx"},
    {{"sigmoid-grad", "-p3", "--columns=x,_", NULL}, "out,fx"},
    {{"complex-grad", "--columns=x,y", NULL}, "out,fx,fy"},
    {{"complex-grad", "-x2", "-p17", "--columns=_,y", NULL}, "out,fx,fy"},
    {{"gdstep", "-s0.1", "--columns=x,g", NULL}, "x"},
    {{"convout", "--columns=W,F,output-pad", NULL}, "out"},
    {{"convout", "--output-pad=0x0", "--columns=W,F,dims", NULL}, "out"},
};

static struct answer ask_way(const struct way *way, const char *only, const struct input *input) {
    struct words words = {.count = 0};

    say(&words, "cnncalc", "");
    for (int i = 0; way->words[i] != NULL; i++)
        say(&words, way->words[i], "");
    if (only != NULL)
        say(&words, "--only=", only);
    return ask(&words, input);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 2)
        return 0;
    const struct way *way = &ways[data[0] % (sizeof ways / sizeof *ways)];
    const struct input input = {data + 2, size - 2, data[1] + 1u};
    struct answer plain = ask_way(way, NULL, &input);
    struct answer named = ask_way(way, way->headline, &input);

    demand(plain.status == named.status);
    demand(strcmp(plain.out, named.out) == 0);
    demand(strcmp(plain.err, named.err) == 0);
    forget(&plain);
    forget(&named);
    return 0;
}
