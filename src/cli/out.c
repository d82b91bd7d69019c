#include "out.h"

#include <errno.h>
#include <string.h>

void out_open(struct out *out, const struct outside *outside, int fd) {
    out->outside = outside;
    out->first = NULL;
    out->fd = fd;
    out->error = 0;
    out->muted = out->as_strings = out->in_string = out->any_string = false;
    out->rest = NULL;
    out->length = 0;
}

void out_flush(struct out *out) {
    size_t done = 0;

    if (out->first != NULL)
        out_flush(out->first);
    while (done < out->length && out->error == 0) {
        ptrdiff_t n = out->outside->write(out->outside->state, out->fd, out->buffer + done,
                                          out->length - done);
        if (n > 0)
            done += (size_t)n;
        else if (n != -EINTR)
            out->error = n == 0 ? EIO : (int)-n;
    }
    out->length = 0;
}

char *out_room(struct out *out, size_t length) {
    if (sizeof out->buffer - out->length < length)
        out_flush(out);
    return out->buffer + out->length;
}

void out_printed(struct out *out, size_t length) {
    out->length += length;
}

static void put_beyond(struct out *out, const char *bytes, size_t length) {
    while (length > 0) {
        size_t room = sizeof out->buffer - out->length;
        size_t part = length < room ? length : room;
        memcpy(out->buffer + out->length, bytes, part);
        out->length += part;
        bytes += part;
        length -= part;
        if (out->length == sizeof out->buffer)
            out_flush(out);
    }
}

/* Most of what is printed is short and finds room. */
static inline void put(struct out *out, const char *bytes, size_t length) {
    if (length >= sizeof out->buffer - out->length) {
        put_beyond(out, bytes, length);
        return;
    }
    memcpy(out->buffer + out->length, bytes, length);
    out->length += length;
}

static void compare(struct out *out, const char *bytes, size_t length) {
    bool same = strncmp(out->rest, bytes, length) == 0;
    out->rest = same ? out->rest + length : NULL;
}

/* The inside of a string. What is printed is ASCII, without controls but for the ends of lines,
 * which end strings here. */
static void put_in_string(struct out *out, const char *bytes, size_t length) {
    size_t start = 0;

    for (size_t i = 0; i < length; i++) {
        if (bytes[i] != '"' && bytes[i] != '\\')
            continue;
        put(out, bytes + start, i - start);
        put(out, "\\", 1);
        start = i;
    }
    put(out, bytes + start, length - start);
}

static void begin_string(struct out *out) {
    if (out->in_string)
        return;
    if (out->any_string)
        put(out, ",", 1);
    put(out, "\"", 1);
    out->in_string = out->any_string = true;
}

static void put_lines(struct out *out, const char *bytes, size_t length) {
    while (length > 0) {
        const char *end = memchr(bytes, '\n', length);
        size_t part = end == NULL ? length : (size_t)(end - bytes);
        begin_string(out);
        put_in_string(out, bytes, part);
        if (end == NULL)
            return;
        put(out, "\"", 1);
        out->in_string = false;
        bytes += part + 1;
        length -= part + 1;
    }
}

static void put_otherwise(struct out *out, const char *bytes, size_t length) {
    if (!out->muted)
        put_lines(out, bytes, length);
    else if (out->rest != NULL)
        compare(out, bytes, length);
}

static inline void print(struct out *out, const char *bytes, size_t length) {
    if (out->muted || out->as_strings)
        put_otherwise(out, bytes, length);
    else
        put(out, bytes, length);
}

void out_bytes(struct out *out, const char *bytes, size_t length) {
    print(out, bytes, length);
}

void out_text(struct out *out, const char *text) {
    out_bytes(out, text, strlen(text));
}

void out_char(struct out *out, char c) {
    print(out, &c, 1);
}

void out_blanks(struct out *out, size_t count) {
    static const char blanks[] = "                                                                ";

    for (; count >= sizeof blanks; count -= sizeof blanks - 1)
        out_bytes(out, blanks, sizeof blanks - 1);
    out_bytes(out, blanks, count);
}

void out_escaped(struct out *out, const char *text) {
    static const char hex[] = "0123456789abcdef";

    for (; *text != '\0'; text++) {
        unsigned char c = (unsigned char)*text;
        if (c >= ' ' && c <= '~') {
            out_char(out, *text);
        } else {
            const char escape[] = {'\\', 'x', hex[c >> 4], hex[c & 15]};
            out_bytes(out, escape, sizeof escape);
        }
    }
}

void out_json_string(struct out *out, const char *text) {
    put(out, "\"", 1);
    put_in_string(out, text, strlen(text));
    put(out, "\"", 1);
}

void out_json_name(struct out *out, const char *name) {
    put(out, "\"", 1);
    put(out, name, strlen(name));
    put(out, "\":", 2);
}

void out_as_strings(struct out *out) {
    put(out, "[", 1);
    out->as_strings = true;
    out->in_string = out->any_string = false;
}

void out_end_strings(struct out *out) {
    out->as_strings = false;
    put(out, "]", 1);
}

void out_expect(struct out *out, const char *text) {
    out->rest = text;
    out->muted = true;
}

bool out_met(struct out *out) {
    bool met = out->rest != NULL && *out->rest == '\0';
    out->rest = NULL;
    out->muted = false;
    return met;
}
