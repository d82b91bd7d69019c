#include "lines.h"

#include <errno.h>
#include <string.h>

void lines_open(struct lines *lines, const struct outside *outside, int fd,
                void (*pause)(void *state), void *state) {
    lines->outside = outside;
    lines->pause = pause;
    lines->state = state;
    lines->fd = fd;
    lines->error = 0;
    lines->ended = false;
    lines->in_long = false;
    lines->start = lines->end = 0;
}

/* Reads one block behind what is there. False: the file has ended, or failed. */
static bool read_block(struct lines *lines) {
    ptrdiff_t n;

    if (lines->ended)
        return false;
    memmove(lines->buffer, lines->buffer + lines->start, lines->end - lines->start);
    lines->end -= lines->start;
    lines->start = 0;
    lines->pause(lines->state);
    do
        n = lines->outside->read(lines->outside->state, lines->fd, lines->buffer + lines->end,
                                 LINE_BLOCK);
    while (n == -EINTR);
    if (n > 0) {
        lines->end += (size_t)n;
        return true;
    }
    lines->error = (int)-n;
    lines->ended = true;
    return false;
}

/* Drops everything up to the next line. A line that is too long begins the buffer, and so does what
 * is read of it from then on. */
static void skip_line(struct lines *lines) {
    char *newline;

    do {
        newline = memchr(lines->buffer, '\n', lines->end);
        lines->start = newline == NULL ? lines->end : (size_t)(newline - lines->buffer) + 1;
    } while (newline == NULL && read_block(lines));
    lines->in_long = false;
}

/* Ends the line in the buffer that is `length` bytes long. */
static enum line_kind take_line(struct lines *lines, size_t length, char **line) {
    char *start = lines->buffer + lines->start;

    *line = start;
    lines->start += length;
    if (lines->start < lines->end)
        lines->start++;
    if (length > 0 && start[length - 1] == '\r')
        length--;
    if (length > LINE_MOST)
        return LINE_LONG;
    if (memchr(start, '\0', length) != NULL)
        return LINE_NUL;
    start[length] = '\0';
    return LINE_READ;
}

enum line_kind lines_next(struct lines *lines, char **line) {
    size_t seen = 0;

    if (lines->in_long)
        skip_line(lines);
    for (;;) {
        char *from = lines->buffer + lines->start;
        size_t held = lines->end - lines->start;
        char *newline = memchr(from + seen, '\n', held - seen);
        size_t length = newline == NULL ? held : (size_t)(newline - from);
        if (length > LINE_MOST + 1) { /* its end may never come */
            lines->in_long = true;
            return LINE_LONG;
        }
        if (newline != NULL)
            return take_line(lines, length, line);
        seen = held;
        if (read_block(lines))
            continue;
        if (lines->error != 0)
            return LINE_FAILED;
        return held == 0 ? LINE_END : take_line(lines, held, line);
    }
}

bool lines_held(const struct lines *lines, const char **from, const char **end) {
    size_t stop = lines->end;

    while (stop > lines->start && lines->buffer[stop - 1] != '\n')
        stop--;
    *from = lines->buffer + lines->start;
    *end = lines->buffer + stop;
    return stop > lines->start && !lines->in_long;
}

void lines_pass(struct lines *lines, const char *from) {
    lines->start = (size_t)(from - lines->buffer);
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

static char *skip_word(char *line) {
    while ((unsigned char)*line > ' ' || (*line != '\0' && !is_blank(*line))) /* most are */
        line++;
    return line;
}

static char *skip_blanks(char *line) {
    while (is_blank(*line))
        line++;
    return line;
}

bool line_is_idle(char *line) {
    line = skip_blanks(line);
    return *line == '\0' || *line == '#';
}

size_t words_plain(char *line, char **words) {
    size_t count = 0;

    for (;;) {
        line = skip_blanks(line);
        if (*line == '\0')
            return count;
        words[count++] = line;
        line = skip_word(line);
        if (*line != '\0')
            *line++ = '\0';
    }
}

/* Copies one word from *from, without its quotes, to `to`. NULL, or what is wrong. */
static const char *read_word(char **from, char **to) {
    const char *in = *from;
    char *out = *to, quote = '\0';

    for (; *in != '\0' && (quote != '\0' || !is_blank(*in)); in++) {
        if (quote == '\0' && (*in == '\'' || *in == '"')) {
            quote = *in;
        } else if (*in == quote) {
            quote = '\0';
        } else if (*in == '\\' && quote != '\'') {
            bool escapes = quote == '\0' || strspn(in + 1, "$`\"\\") > 0;
            if (in[1] == '\0')
                return "a backslash ends the line";
            if (escapes)
                in++;
            *out++ = *in;
        } else {
            *out++ = *in;
        }
    }
    *from += in - *from;
    *to = out;
    return quote == '\0' ? NULL : quote == '"' ? "a \" is not closed" : "a ' is not closed";
}

const char *words_quoted(char *line, char **words, size_t *count) {
    *count = 0;
    for (;;) {
        line = skip_blanks(line);
        if (*line == '\0')
            return NULL;
        char *end = line, *word = line;
        const char *wrong = read_word(&line, &end);
        if (wrong != NULL)
            return wrong;
        bool last = *line == '\0';
        *end = '\0';
        words[(*count)++] = word;
        if (last)
            return NULL;
        line++;
    }
}
