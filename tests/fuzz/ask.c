#include "ask.h"

#include "large.h"
#include "printed.h"
#include "program.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* ---- Text ---------------------------------------------------------------------------------- */

void add(struct string *text, const char *from, size_t length) {
    if (text->length + length >= text->room) {
        text->room = 2 * (text->length + length) + 64;
        char *longer = realloc(text->bytes, text->room);
        demand(longer != NULL);
        text->bytes = longer;
    }
    if (length > 0)
        memcpy(text->bytes + text->length, from, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

void add_text(struct string *text, const char *from) {
    add(text, from, strlen(from));
}

char *copy(const char *from, size_t length) {
    char *to = malloc(length + 1);
    demand(to != NULL);
    if (length > 0)
        memcpy(to, from, length);
    to[length] = '\0';
    return to;
}

/* ---- The program --------------------------------------------------------------------------- */

void say(struct words *words, const char *before, const char *word) {
    const size_t room = strlen(before) + strlen(word) + 1;
    char *whole = malloc(room);

    demand(whole != NULL && words->count < WORDS);
    snprintf(whole, room, "%s%s", before, word);
    words->of[words->count++] = whole;
    words->of[words->count] = NULL;
}

struct world {
    struct input input;
    size_t room; /* of standard output */
    struct string out, err;
    bool failed; /* a file that is not there, or an output that took no more */
};

static ptrdiff_t read_input(void *state, int fd, void *buffer, size_t size) {
    struct input *input = &((struct world *)state)->input;
    size_t count = size < input->chunk ? size : input->chunk;

    demand(fd == 0);
    if (count > input->size)
        count = input->size;
    if (count > 0)
        memcpy(buffer, input->bytes, count);
    input->bytes += count;
    input->size -= count;
    return (ptrdiff_t)count;
}

static ptrdiff_t write_output(void *state, int fd, const void *bytes, size_t size) {
    struct world *world = state;
    const uint8_t *byte = bytes;

    demand(fd == 1 || fd == 2);
    if (fd == 1 && size > world->room) {
        world->failed = true;
        if (world->room == 0)
            return -ENOSPC;
        size = world->room;
    }
    world->room -= fd == 1 ? size : 0;
    for (size_t i = 0; i < size; i++)
        demand((byte[i] >= ' ' && byte[i] <= '~') || byte[i] == '\n' || byte[i] == '\t');
    add(fd == 1 ? &world->out : &world->err, bytes, size);
    return (ptrdiff_t)size;
}

static int open_nothing(void *state, const char *path) {
    (void)path;
    ((struct world *)state)->failed = true;
    return -ENOENT;
}

static void close_nothing(void *state, int fd) {
    (void)state;
    (void)fd;
}

void forget(struct answer *answer) {
    free(answer->out);
    free(answer->err);
}

static void check_messages(int status, const char *err) {
    demand(status == 0 || *err != '\0');
    for (; *err != '\0'; err = strchr(err, '\n') + 1) {
        demand(begins(err, status == 0 ? "cnncalc: hint: " : "cnncalc: "));
        demand(strchr(err, '\n') != NULL);
    }
}

struct answer ask_short(struct words *words, const struct input *input, size_t room) {
    struct world world = {.input = *input, .room = room};
    const struct outside outside = {&world,       read_input,    write_output,
                                    open_nothing, close_nothing, false};
    char *arguments[WORDS + 1];

    add_text(&world.out, "");
    add_text(&world.err, "");
    memcpy(arguments, words->of, sizeof arguments);
    const struct answer answer = {.status = program_run(words->count, arguments, &outside),
                                  .out = world.out.bytes,
                                  .err = world.err.bytes};
    demand(answer.status >= 0 && answer.status <= (world.failed ? 3 : 2));
    demand(*answer.out == '\0' || ends(answer.out, "\n") || world.failed);
    demand(large_returned());
    check_messages(answer.status, answer.err);
    for (int i = 0; i < words->count; i++)
        free(words->of[i]);
    words->count = 0;
    return answer;
}

struct answer ask(struct words *words, const struct input *input) {
    return ask_short(words, input, SIZE_MAX);
}

/* ---- Time ---------------------------------------------------------------------------------- */

bool may_go_far(const uint8_t *bytes, size_t size) {
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
