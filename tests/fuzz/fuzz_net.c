/* fuzz_net.c: any bytes as a network, the standard input of `net`, through the whole program, in
 * memory. The first byte of the input says how it is asked, the second how many bytes a read gives
 * at most; the rest are its lines.
 * What must hold, whatever is asked: the status is 0, 1 or 2, with a message unless it is 0; what
 * is badly formed is answered by nothing; every byte printed is ASCII. Tables have all of their
 * columns, JSON is JSON with a line a layer and one for the whole. And one way of asking has as
 * many layers, and the same values, as the next: each of the ways below says which. */
#include "ask.h"
#include "printed.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* ---- Asking -------------------------------------------------------------------------------- */

/* Options with blanks between. */
static struct answer ask_net(const struct input *input, const char *options) {
    struct words words = {.count = 0};

    say(&words, "cnncalc", "");
    say(&words, "net", "");
    while (*options != '\0') {
        const size_t length = strcspn(options, " ");
        char *option = copy(options, length);
        say(&words, option, "");
        free(option);
        options += length + strspn(options + length, " ");
    }
    const struct answer answer = ask(&words, input);
    demand(answer.status != 2 || *answer.out == '\0');
    demand(answer.status != 0 || *answer.out != '\0');
    return answer;
}

static const char *next_line(const char *line) {
    const char *end = strchr(line, '\n');
    demand(end != NULL);
    return end + 1;
}

static const char *last_line(const char *text) {
    const char *line = text;
    while (*line != '\0' && *next_line(line) != '\0')
        line = next_line(line);
    return line;
}

static bool same_line(const char *a, const char *b) {
    const size_t length = strcspn(a, "\n");
    return length == strcspn(b, "\n") && memcmp(a, b, length) == 0;
}

/* ---- Tables -------------------------------------------------------------------------------- */

#define CELLS 8

/* Cells have two blanks between them at least, and none of them is blank. */
static size_t count_cells(const char *line, size_t length) {
    size_t cells = 0;

    for (size_t i = 0; i < length; i++) {
        const bool first = i == 0 || (line[i - 1] == ' ' && i >= 2 && line[i - 2] == ' ');
        cells += first && line[i] != ' ';
    }
    return cells;
}

/* The number of layers in a table: its rows, each as wide as the titles, and with as many cells.
 * After them comes, where the table is whole, a blank line and the totals. */
static size_t check_table(const struct answer *table, size_t cells) {
    const char *line = table->out;
    const size_t width = strcspn(line, "\n");
    size_t rows = 0;

    if (*line == '\0')
        return 0;
    demand(begins(line, "layer  ") && count_cells(line, width) == cells);
    for (line = next_line(line); *line != '\0' && *line != '\n'; line = next_line(line)) {
        demand(strcspn(line, "\n") == width && count_cells(line, width) == cells);
        rows++;
    }
    demand(rows > 0);
    if (*line == '\0')
        demand(table->status == 1);
    else
        demand(strstr(line, "\nparams ") != NULL && strstr(line, "   macs ") != NULL);
    return rows;
}

/* ---- JSON ---------------------------------------------------------------------------------- */

/* The number of layers in JSON: an object each, in order, and one for the whole where all fit. */
static size_t check_objects(const struct answer *json) {
    size_t layers = 0;
    bool whole = false;

    for (const char *line = json->out; *line != '\0'; line = next_line(line)) {
        char *object = copy(line, strcspn(line, "\n") + 1), begin[40];
        demand(!whole);
        check_json(object);
        whole = begins(object, "{\"layer\":null,");
        snprintf(begin, sizeof begin, "{\"layer\":%zu,", layers);
        demand(whole || begins(object, begin));
        layers += !whole;
        free(object);
    }
    demand(whole == (json->status == 0));
    return layers;
}

/* The value of a member of the object on a line, in quotes where it is a word. */
static struct string member_of(const char *line, const char *name) {
    size_t length;
    const char *value = member_from(line, name, strlen(name), &length);
    struct string text = {0};

    demand(value != NULL);
    add(&text, value, length);
    return text;
}

/* ---- Ways ---------------------------------------------------------------------------------- */

/* As many rows as there are objects of JSON; fewer where a count cannot be shown. */
static void ask_table(const struct input *input, const char *options, size_t cells) {
    struct answer table = ask_net(input, options), json;
    const size_t rows = check_table(&table, cells);

    json = ask_net(input, "--json");
    const size_t objects = check_objects(&json);
    demand(table.status >= json.status && (table.status == 2) == (json.status == 2));
    if (strcmp(table.err, json.err) == 0)
        demand(rows == objects && table.status == json.status);
    else
        demand(rows <= objects && strstr(table.err, "beyond 2^63 - 1") != NULL);
    forget(&json);
    forget(&table);
}

static void ask_plain(const struct input *input) {
    ask_table(input, "", CELLS - 1);
}

/* The column of the memory too. */
static void ask_memory(const struct input *input) {
    ask_table(input, "--dtype f32", CELLS);
}

/* With its working, an object begins as it does without. */
static void ask_json_why(const struct input *input) {
    struct answer json = ask_net(input, "--json -R floor"), why;
    const char *line, *longer;

    check_objects(&json);
    why = ask_net(input, "--json --explain --round=floor");
    check_objects(&why);
    demand(json.status == why.status && strcmp(json.err, why.err) == 0);
    for (line = json.out, longer = why.out; *line != '\0'; line = next_line(line)) {
        const size_t length = strcspn(line, "\n");
        demand(strncmp(line, longer, length - 1) == 0);
        demand(begins(longer + length - 1, ",\"steps\":["));
        longer = next_line(longer);
    }
    demand(*longer == '\0');
    forget(&why);
    forget(&json);
}

/* The whole alone is the last object. */
static void ask_total(const struct input *input) {
    struct answer json = ask_net(input, "--batch-size 1000000007 --json"), total;

    total = ask_net(input, "--json --total --batch-size=1000000007");
    demand(total.status == json.status && strcmp(total.err, json.err) == 0);
    demand(same_line(last_line(json.out), total.out) || json.status != 0);
    demand(total.status == 0 || *total.out == '\0');
    forget(&total);
    forget(&json);
}

/* A layer a line, all of its values with tabs between, in JSON too. */
static void ask_only(const struct input *input) {
    static const char names[] = "layer,label,kind,out,W,F,S,P,d,K,C,G,R,bias,rf,jump,start,aligned";
    char options[120];
    const char *line, *row;

    snprintf(options, sizeof options, "-o %s", names);
    struct answer only = ask_net(input, options), json = ask_net(input, "--json");
    if (strcmp(only.err, json.err) == 0)
        demand(only.status == json.status);
    else /* of a dense layer's C, where JSON has null */
        demand(only.status == 1 && strstr(only.err, "C: the count is beyond 2^63 - 1") != NULL);
    for (line = json.out, row = only.out; *row != '\0'; row = next_line(row)) {
        char *cells = copy(row, strcspn(row, "\n"));
        struct string kind = member_of(line, "kind");
        demand(count_of(cells, "\t") == count_of(names, ","));
        kind.bytes[kind.length - 1] = '\t';
        *kind.bytes = '\t';
        demand(strstr(cells, kind.bytes) != NULL);
        line = next_line(line);
        free(kind.bytes);
        free(cells);
    }
    demand(only.status != 0 || begins(line, "{\"layer\":null,"));
    forget(&json);
    forget(&only);
}

/* A layer a line, each value with its name. */
static void ask_all(const struct input *input) {
    struct answer all = ask_net(input, "--all"), json = ask_net(input, "--json");

    demand(all.status >= json.status);
    if (strcmp(all.err, json.err) == 0)
        demand(count_of(all.out, "\n") + (json.status == 0) == count_of(json.out, "\n"));
    for (const char *line = all.out; *line != '\0'; line = next_line(line)) {
        char *cells = copy(line, strcspn(line, "\n"));
        demand(count_of(cells, "\t") + 1 == count_of(cells, "="));
        demand(strstr(cells, "kind=") != NULL && strstr(cells, "\tout=") != NULL);
        free(cells);
    }
    forget(&json);
    forget(&all);
}

/* The working has a paragraph a layer. */
static void ask_why(const struct input *input) {
    struct answer json = ask_net(input, "--json"), why = ask_net(input, "--explain");
    const size_t layers = check_objects(&json);

    demand(why.status >= json.status && (why.status == 2) == (json.status == 2));
    /* The working ends at a count that is beyond, which JSON goes by. */
    demand(why.status != json.status || json.status == 1 || strcmp(why.err, json.err) == 0);
    demand(why.status != 0 || count_of(why.out, "\n\n") >= layers);
    demand(why.status != 0 || strstr(why.out, "\n\nTotal\n") != NULL);
    forget(&why);
    forget(&json);
}

/* A node a layer, and edges from nodes that there are. */
static void ask_dot(const struct input *input) {
    struct answer json = ask_net(input, "--json"), dot = ask_net(input, "--dot");
    const size_t layers = check_objects(&json);
    size_t nodes = 0;

    demand(dot.status == json.status && strcmp(dot.err, json.err) == 0);
    demand((dot.status == 0) == (*dot.out != '\0'));
    demand(dot.status != 0 || (begins(dot.out, "digraph {\n") && ends(dot.out, "\n}\n")));
    for (const char *line = dot.out; *line != '\0'; line = next_line(line)) {
        long from, to;
        const char *behind = number_behind(line, "  n", &from);
        const char *end = number_behind(behind, " -> n", &to);
        if (end != NULL)
            demand(from < to && (size_t)to + 1 == nodes && *end == '\n');
        else if (behind != NULL && begins(behind, " [label=\""))
            demand((size_t)from == nodes++ && strncmp(strchr(line, '\n') - 2, "\"]", 2) == 0);
    }
    demand(dot.status != 0 || nodes == layers);
    forget(&dot);
    forget(&json);
}

/* The last layer's volume is the one that is expected, and another is not. */
static void ask_expected(const struct input *input) {
    struct answer json = ask_net(input, "--json"), met, unmet;
    struct string option = {0}, out;

    if (json.status == 0) {
        out = member_of(last_line(json.out), "out");
        add_text(&option, "--json --expect ");
        add(&option, out.bytes + 1, out.length - 2);
        met = ask_net(input, option.bytes);
        unmet = ask_net(input, "--expect 0 --json");
        demand(met.status == 0 && strcmp(met.out, json.out) == 0);
        demand(unmet.status == 1 && strcmp(unmet.out, json.out) == 0);
        free(out.bytes);
        free(option.bytes);
        forget(&unmet);
        forget(&met);
    }
    forget(&json);
}

/* ---- One input ----------------------------------------------------------------------------- */

typedef void way(const struct input *);

/* tests/fuzz/seed.py knows how many they are. */
static way *const ways[] = {ask_plain, ask_memory, ask_json_why, ask_total,   ask_only,
                            ask_all,   ask_why,    ask_dot,      ask_expected};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 2)
        return 0;
    const struct input input = {data + 2, size - 2, data[1] + 1u};
    ways[data[0] % (sizeof ways / sizeof *ways)](&input);
    return 0;
}
