/* The whole program in memory: what it is asked, and what it answers. */
#ifndef ASK_H
#define ASK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Text that grows. It ends in a NUL. */
struct string {
    char *bytes;
    size_t length, room;
};

void add(struct string *text, const char *from, size_t length);
void add_text(struct string *text, const char *from);

/* A copy in a block of its own, of its own size. */
char *copy(const char *from, size_t length);

#define WORDS 96

struct words {
    char *of[WORDS + 1];
    int count;
};

/* One word more, of two parts. */
void say(struct words *words, const char *before, const char *word);

/* Standard input, so many bytes a read. */
struct input {
    const uint8_t *bytes;
    size_t size, chunk;
};

struct answer {
    int status;
    char *out, *err;
};

/* Runs the program on the words, which it takes. There is no file but standard input. Demands what
 * holds of every question: the status is 0, 1 or 2, or 3 where a file was asked for or the output
 * failed; there is a message unless it is 0, where there may be a hint, and lines begin as they
 * should; every byte is ASCII; the output ends in a newline; memory is given back. */
struct answer ask(struct words *words, const struct input *input);

/* The same where standard output takes so many bytes, and no more. */
struct answer ask_short(struct words *words, const struct input *input, size_t room);

void forget(struct answer *answer);

/* Whether steps of descent, or filters and strides to be tried, may be so many that they take too
 * long, whatever is quoted. */
bool may_go_far(const uint8_t *bytes, size_t size);

#endif
