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

static void put(struct out *out, const char *bytes, size_t length) {
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

static void compare(struct out *out, const char *bytes, size_t length) {
    if (out->rest == NULL)
        return;
    bool same = strncmp(out->rest, bytes, length) == 0;
    out->rest = same ? out->rest + length : NULL;
}

/* What is printed is ASCII, without controls but for the ends of lines, which end strings here. */
static void put_string_char(struct out *out, char c) {
    if (c == '"' || c == '\\') {
        const char pair[] = {'\\', c};
        put(out, pair, sizeof pair);
    } else {
        put(out, &c, 1);
    }
}

static void begin_string(struct out *out) {
    if (out->in_string)
        return;
    if (out->any_string)
        put(out, ",", 1);
    put(out, "\"", 1);
    out->in_string = out->any_string = true;
}

static void put_in_strings(struct out *out, const char *bytes, size_t length) {
    for (size_t i = 0; i < length; i++) {
        begin_string(out);
        if (bytes[i] == '\n') {
            put(out, "\"", 1);
            out->in_string = false;
        } else {
            put_string_char(out, bytes[i]);
        }
    }
}

void out_bytes(struct out *out, const char *bytes, size_t length) {
    compare(out, bytes, length);
    if (out->muted)
        return;
    if (out->as_strings)
        put_in_strings(out, bytes, length);
    else
        put(out, bytes, length);
}

void out_text(struct out *out, const char *text) {
    out_bytes(out, text, strlen(text));
}

void out_char(struct out *out, char c) {
    out_bytes(out, &c, 1);
}

void out_blanks(struct out *out, size_t count) {
    for (; count > 0; count--)
        out_char(out, ' ');
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
    for (; *text != '\0'; text++)
        put_string_char(out, *text);
    put(out, "\"", 1);
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
}

bool out_met(struct out *out) {
    bool met = out->rest != NULL && *out->rest == '\0';
    out->rest = NULL;
    return met;
}
