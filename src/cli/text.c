#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define TYPED_MOST 60 /* bytes of typed text that a message repeats */

char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

void text_clear(struct text *text) {
    text->length = 0;
    text->bytes[0] = '\0';
}

void text_bytes(struct text *text, const char *bytes, size_t length) {
    size_t room = sizeof text->bytes - 1 - text->length;
    size_t part = length < room ? length : room;

    memcpy(text->bytes + text->length, bytes, part);
    text->length += part;
    text->bytes[text->length] = '\0';
}

void text_add(struct text *text, const char *more) {
    text_bytes(text, more, strlen(more));
}

void text_whole(struct text *text, int64_t value) {
    if (sizeof text->bytes - text->length >= CNN_TEXT) {
        text->length += cnn_write_whole(value, text->bytes + text->length);
        return;
    }
    char number[CNN_TEXT];
    size_t length = cnn_write_whole(value, number);
    text_bytes(text, number, length);
}

void text_real(struct text *text, double value, int digits) {
    char number[CNN_TEXT];
    size_t length = cnn_write_real(value, digits, number);
    text_bytes(text, number, length);
}

void text_format(struct text *text, const char *format, ...) {
    va_list arguments;
    size_t room = sizeof text->bytes - text->length;

    va_start(arguments, format);
    int length = vsnprintf(text->bytes + text->length, room, format, arguments);
    va_end(arguments);
    text->length += (size_t)length < room ? (size_t)length : room - 1;
}

static bool plain_number(const char *typed) {
    size_t sign = *typed == '-' ? 1 : 0;
    size_t whole = strspn(typed + sign, "0123456789");
    const char *rest = typed + sign + whole;
    size_t places = *rest == '.' ? strspn(rest + 1, "0123456789") : 0;

    if (*rest == '.')
        rest += 1 + places;
    return *rest == '\0' && whole + places > 0 && whole + places < TYPED_MOST;
}

void text_escaped(struct text *text, const char *typed) {
    for (size_t i = 0; typed[i] != '\0'; i++) {
        if (i == TYPED_MOST) {
            text_add(text, "...");
            break;
        }
        unsigned char c = (unsigned char)typed[i];
        text_format(text, c >= ' ' && c <= '~' ? "%c" : "\\x%02x", c);
    }
}

void text_typed(struct text *text, const char *typed) {
    bool plain = plain_number(typed);

    text_add(text, plain ? "" : "'");
    text_escaped(text, typed);
    text_add(text, plain ? "" : "'");
}

int text_choice(const char *words, const char *typed) {
    size_t length = strlen(typed);

    for (int i = 0;; i++) {
        size_t here = strcspn(words, " ");
        if (here == length && strncmp(words, typed, length) == 0)
            return i;
        if (words[here] == '\0')
            return -1;
        words += here + 1;
    }
}

static int64_t common_divisor(int64_t a, int64_t b) {
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* whole + more/divisor, exactly: 14.5 where that ends within three places, else 3 + 1/3. */
static void text_ratio(struct text *text, int64_t whole, int64_t more, int64_t divisor) {
    int64_t common = common_divisor(divisor, more);
    int64_t over = more / common, under = divisor / common;

    bool mixed = 1000 % under != 0;

    if (whole != 0 || !mixed)
        text_whole(text, whole);
    if (over == 0)
        return;
    if (mixed) {
        text_add(text, whole != 0 ? " + " : "");
        text_whole(text, over);
        text_add(text, "/");
        text_whole(text, under);
        return;
    }
    int thousandths = (int)(over * (1000 / under)), places = 3;
    for (; thousandths % 10 == 0; places--)
        thousandths /= 10;
    text_format(text, ".%0*d", places, thousandths);
}

void text_fraction(struct text *text, int64_t a, int64_t b) {
    int64_t size = a < 0 ? -a : a;
    bool ends = 1000 % (b / common_divisor(b, size)) == 0;

    text_add(text, a < 0 ? "-" : "");
    text_ratio(text, ends ? size / b : 0, ends ? size % b : size, b);
}

void text_axis(struct text *text, const cnn_item *item, int axis, int digits) {
    switch (item->kind) {
    case CNN_WHOLE:
    case CNN_TRUTH:
        text_whole(text, item->whole[0]);
        break;
    case CNN_PER_AXIS:
    case CNN_VOLUME:
        text_whole(text, item->whole[axis]);
        break;
    case CNN_PADS:
        text_whole(text, item->whole[axis]);
        if (item->more[axis] != item->whole[axis]) {
            text_add(text, ":");
            text_whole(text, item->more[axis]);
        }
        break;
    case CNN_RATIO:
        text_ratio(text, item->whole[axis], item->more[axis], item->divisor[axis]);
        break;
    case CNN_WORD:
        text_add(text, item->word);
        break;
    case CNN_REAL:
        text_real(text, item->real, digits);
        break;
    case CNN_NONE:
        text_add(text, "-");
        break;
    default: /* CNN_TOO_MANY */
        text_add(text, "beyond 2^63 - 1");
        break;
    }
}

static void text_axes(struct text *text, const cnn_item *item, int axes, int digits) {
    for (int i = 0; i < axes; i++) {
        if (i > 0)
            text_add(text, "x");
        text_axis(text, item, i, digits);
    }
}

void text_item(struct text *text, const cnn_item *item, int digits) {
    bool one = item->axes == 0 || item->square;

    text_axes(text, item, one ? 1 : item->axes, digits);
    if (item->kind == CNN_VOLUME) {
        text_add(text, "x");
        text_whole(text, item->more[0]);
    }
}

bool item_alike(const cnn_item *item) {
    for (int i = 1; i < item->axes; i++)
        if (item->whole[i] != item->whole[0] ||
            (item->kind != CNN_PER_AXIS && item->more[i] != item->more[0]))
            return false;
    return true;
}

void text_alike(struct text *text, const cnn_item *item) {
    text_axes(text, item, item_alike(item) ? 1 : item->axes, 0);
}
