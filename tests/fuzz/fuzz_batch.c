/* fuzz_batch.c: any bytes as the standard input of `batch` and of `--columns`, through the whole
 * program, in memory. The first byte of the input says how it is asked, the second how many bytes a
 * read gives at most; the rest are its lines.
 * What must hold: what ask() demands; no line is lost; JSON is JSON. */
#include "ask.h"
#include "printed.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define OPTIONS 6

/* How the lines are asked, and what is printed of each. tests/fuzz/seed.py knows the order. */
static const struct way {
    const char *words[OPTIONS];
    bool answers_each_line; /* a blank line too */
    bool objects;
} ways[] = {
    {{"batch", NULL}, true, false},
    {{"batch", "--json", NULL}, false, true},
    {{"batch", "--explain", NULL}, false, false},
    {{"batch", "-o", "out,W", "-p3", NULL}, true, false},
    {{"convout", "--columns", "W,F,S,P", NULL}, true, false},
    {{"complex-grad", "--columns", "x,y", NULL}, true, false},
    {{"convout", "--columns", "header", NULL}, false, false},
    {{"pool", "-F2", "--columns=W", "--json", NULL}, false, true},
};

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

static struct answer ask_way(const struct way *way, const struct input *input) {
    struct words words = {.count = 0};

    say(&words, "cnncalc", "");
    for (int i = 0; way->words[i] != NULL; i++)
        say(&words, way->words[i], "");
    return ask(&words, input);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 2 || may_go_far(data + 2, size - 2))
        return 0;
    const struct way *way = &ways[data[0] % (sizeof ways / sizeof ways[0])];
    const struct input input = {data + 2, size - 2, data[1] + 1u};
    struct answer answer = ask_way(way, &input);

    if (way->objects)
        check_json_lines(answer.out);
    if (way->answers_each_line) {
        const size_t lines = count_lines(data + 2, size - 2), printed = count_of(answer.out, "\n");
        demand(printed == lines || (printed > lines && may_have_more(data + 2, size - 2)));
    }
    forget(&answer);
    return 0;
}
