/* Buffered output to a descriptor. An output error is remembered, not reported: the program looks
 * at `error` when it ends. */
#ifndef OUT_H
#define OUT_H

#include "program.h"

#include <stdbool.h>

struct out {
    const struct outside *outside;
    struct out *first; /* flushed before it, or NULL */
    int fd;
    int error;        /* errno of the first write that failed, or 0 */
    bool muted;       /* what is printed is compared, and goes nowhere */
    bool as_strings;  /* each line becomes a JSON string, joined by commas */
    bool in_string;   /* within such a line */
    bool any_string;  /* after the first such line */
    const char *rest; /* what is still expected, or NULL where nothing is or it differs */
    size_t length;
    char buffer[1 << 16];
};

void out_open(struct out *out, const struct outside *outside, int fd);
void out_flush(struct out *out);

/* Room for so many bytes, which are printed once they are told: where nothing is expected or made a
 * string. */
char *out_room(struct out *out, size_t length);
void out_printed(struct out *out, size_t length);

void out_bytes(struct out *out, const char *bytes, size_t length);
void out_text(struct out *out, const char *text);
void out_char(struct out *out, char c);

/* Blanks, to fill a column. */
void out_blanks(struct out *out, size_t count);

/* ASCII as it is, other bytes as \xNN. */
void out_escaped(struct out *out, const char *text);

/* A JSON string with its quotes; the text is ASCII. */
void out_json_string(struct out *out, const char *text);

/* The name of a member, in which nothing is to be escaped, with its colon. */
void out_json_name(struct out *out, const char *name);

/* From out_as_strings to out_end_strings, lines are printed as the elements of a JSON array. */
void out_as_strings(struct out *out);
void out_end_strings(struct out *out);

/* From here on, what is printed is compared with `text`, and goes nowhere. */
void out_expect(struct out *out, const char *text);

/* Ends the comparison: whether all of the text, and no more, was printed. */
bool out_met(struct out *out);

#endif
