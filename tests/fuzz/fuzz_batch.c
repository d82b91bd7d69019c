/* fuzz_batch.c: any bytes as the standard input of `batch` and of `--columns`, through the whole
 * program, in memory. The first byte of the input says how it is asked, the second how many bytes a
 * read gives at most; the rest are its lines.
 * What must hold: the status is 0, 1 or 2; every byte printed is ASCII; no line is lost. */
#include "program.h"
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define WORDS 6

/* How the lines are asked, and what is printed of each. tests/fuzz/seed.py knows the order. */
static const struct way {
    const char *words[WORDS];
    bool answers_each_line; /* a blank line too */
    bool objects;
} ways[] = {
    {{"cnncalc", "batch", NULL}, true, false},
    {{"cnncalc", "batch", "--json", NULL}, false, true},
    {{"cnncalc", "batch", "--explain", NULL}, false, false},
    {{"cnncalc", "batch", "-o", "out,W", "-p3", NULL}, true, false},
    {{"cnncalc", "convout", "--columns", "W,F,S,P", NULL}, true, false},
    {{"cnncalc", "complex-grad", "--columns", "x,y", NULL}, true, false},
    {{"cnncalc", "convout", "--columns", "header", NULL}, false, false},
    {{"cnncalc", "pool", "-F2", "--columns=W", "--json", NULL}, false, true},
};

struct world {
    const uint8_t *input;
    size_t left, chunk;
    size_t lines;        /* printed on standard output */
    bool in_line;        /* the last of them is not at its end */
    uint8_t first, last; /* bytes of the line being printed */
    bool objects;
};

static void demand(bool truth) {
    if (!truth)
        abort();
}

static ptrdiff_t read_input(void *state, int fd, void *buffer, size_t size) {
    struct world *world = state;
    size_t count = size < world->chunk ? size : world->chunk;

    demand(fd == 0);
    if (count > world->left)
        count = world->left;
    if (count > 0)
        memcpy(buffer, world->input, count);
    world->input += count;
    world->left -= count;
    return (ptrdiff_t)count;
}

static void take_output(struct world *world, uint8_t byte) {
    if (!world->in_line)
        world->first = byte;
    world->in_line = byte != '\n';
    if (byte == '\n') {
        world->lines++;
        demand(!world->objects || (world->first == '{' && world->last == '}'));
    }
    world->last = byte;
}

static ptrdiff_t write_output(void *state, int fd, const void *bytes, size_t size) {
    const uint8_t *byte = bytes;

    demand(fd == 1 || fd == 2);
    for (size_t i = 0; i < size; i++) {
        demand((byte[i] >= ' ' && byte[i] <= '~') || byte[i] == '\n' || byte[i] == '\t');
        if (fd == 1)
            take_output(state, byte[i]);
    }
    return (ptrdiff_t)size;
}

/* There is no file, and a line may name none. */
static int open_nothing(void *state, const char *path) {
    (void)state;
    (void)path;
    return -ENOENT;
}

static void close_nothing(void *state, int fd) {
    (void)state;
    (void)fd;
}

static size_t count_lines(const uint8_t *bytes, size_t size) {
    size_t count = size > 0 && bytes[size - 1] != '\n';
    for (size_t i = 0; i < size; i++)
        count += bytes[i] == '\n';
    return count;
}

static bool has_word(const uint8_t *bytes, size_t size, const char *word) {
    const size_t length = strlen(word);
    for (size_t i = 0; size - i >= length && i < size; i++)
        if (memcmp(bytes + i, word, length) == 0)
            return true;
    return false;
}

/* A line that asks for its working is answered by several, as is one with several answers. Quotes
 * may hide that it does. */
static bool may_have_more(const uint8_t *bytes, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (bytes[i] == '\'' || bytes[i] == '"' || bytes[i] == '\\')
            return true;
    return has_word(bytes, size, "--explain") || has_word(bytes, size, "fit");
}

/* Whether steps of descent, or filters and strides to be tried, may be so many that they take too
 * long, whatever is quoted. */
static bool may_go_far(const uint8_t *bytes, size_t size) {
    static const char digits[] = "0123456789";
    char *text = malloc(size + 1), *at = text;
    bool far = false;

    demand(text != NULL);
    for (size_t i = 0; i < size; i++)
        if (bytes[i] != '\'' && bytes[i] != '"' && bytes[i] != '\\')
            *at++ = bytes[i] == '\0' ? ' ' : (char)bytes[i];
    *at = '\0';
    const bool descends = strstr(text, "--of") != NULL;
    const bool tries = strstr(text, "fit") != NULL &&
                       (strpbrk(text, "FS") != NULL || strstr(text, "filter") != NULL ||
                        strstr(text, "stride") != NULL);
    for (at = text; *at != '\0'; at += strspn(at, digits)) {
        at += strcspn(at, digits);
        far = far || (descends && strspn(at, digits) > 4) || (tries && strspn(at, digits) > 1);
    }
    free(text);
    return far;
}

/* Words that may be written to, as main()'s are. */
static int copy_words(const struct way *way, char copies[WORDS][16], char *words[WORDS]) {
    int count = 0;
    for (; way->words[count] != NULL; count++)
        words[count] = strcpy(copies[count], way->words[count]);
    words[count] = NULL;
    return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 2 || may_go_far(data + 2, size - 2))
        return 0;
    const struct way *way = &ways[data[0] % (sizeof ways / sizeof ways[0])];
    struct world world = {
        .input = data + 2, .left = size - 2, .chunk = data[1] + 1u, .objects = way->objects};
    const struct outside outside = {&world, read_input, write_output, open_nothing, close_nothing};
    char copies[WORDS][16], *words[WORDS];
    int count = copy_words(way, copies, words);

    int status = program_run(count, words, &outside);

    demand(status >= 0 && status <= 2);
    demand(!world.in_line);
    if (way->answers_each_line) {
        const size_t lines = count_lines(data + 2, size - 2);
        demand(world.lines == lines || (world.lines > lines && may_have_more(data + 2, size - 2)));
    }
    return 0;
}
