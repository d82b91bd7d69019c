/* A file line by line, in constant memory, and the words of a line. */
#ifndef LINES_H
#define LINES_H

#include "program.h"

#include <stdbool.h>
#include <stdint.h>

#define LINE_MOST  (1 << 20) /* bytes of a line, without its end */
#define LINE_BLOCK (1 << 16) /* bytes read at once */
#define WORDS_MOST (LINE_MOST / 2 + 1)

enum line_kind {
    LINE_READ,
    LINE_LONG, /* above LINE_MOST; passed over by the next call */
    LINE_NUL,  /* has a NUL byte */
    LINE_END,  /* of the file */
    LINE_FAILED
};

struct lines {
    const struct outside *outside;
    void (*pause)(void *state); /* called before a read: no answer waits for the next question */
    void *state;
    int fd;
    int error; /* errno, after LINE_FAILED */
    bool ended;
    bool in_long; /* within a line that is too long */
    size_t start, end;
    char buffer[LINE_MOST + LINE_BLOCK + 1];
};

void lines_open(struct lines *lines, const struct outside *outside, int fd,
                void (*pause)(void *state), void *state);

/* The next line, without "\n" or "\r\n", ended by a NUL, in the buffer until the next call. */
enum line_kind lines_next(struct lines *lines, char **line);

/* The lines that are in the buffer with their ends, from the next on; false: there are none. */
bool lines_held(const struct lines *lines, const char **from, const char **end);

/* Goes on with the line at `from`, after some of those that are held. */
void lines_pass(struct lines *lines, const char *from);

/* A line that asks nothing: blank, or a comment. */
bool line_is_idle(char *line);

/* Splits at blanks, in place. */
size_t words_plain(char *line, char **words);

/* Splits at blanks as a shell does, quotes and backslash included, in place. NULL, or what is
 * wrong with the line. */
const char *words_quoted(char *line, char **words, size_t *count);

#endif
