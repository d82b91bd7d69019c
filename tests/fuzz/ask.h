/* The whole program in memory: what it is asked, and what it answers. */
#ifndef ASK_H
#define ASK_H

#include <stddef.h>
#include <stdint.h>

/* Text that grows. It ends in a NUL. */
struct text {
    char *bytes;
    size_t length, room;
};

void add(struct text *text, const char *from, size_t length);
void add_text(struct text *text, const char *from);

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
 * holds of every question: the status is 0, 1 or 2, or 3 where a file was asked for; unless it is 0
 * there is a message, whose lines begin as they should; every byte is ASCII; the output ends in a
 * newline. */
struct answer ask(struct words *words, const struct input *input);

void forget(struct answer *answer);

#endif
