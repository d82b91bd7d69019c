/* A short text being put together, and the values of a trace as text. */
#ifndef TEXT_H
#define TEXT_H

#include "cnncalc.h"

/* What does not fit is cut off. Always ends in a NUL. */
struct text {
    size_t length;
    char bytes[1024];
};

/* Whatever the locale. */
char ascii_lower(char c);

void text_clear(struct text *text);
void text_bytes(struct text *text, const char *bytes, size_t length);
void text_add(struct text *text, const char *more);
void text_whole(struct text *text, int64_t value);
void text_real(struct text *text, double value, int digits);

/* Puts text together as printf does. */
void text_format(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* What the user typed: bytes that are not printable ASCII as \xNN, a long one cut short. */
void text_escaped(struct text *text, const char *typed);

/* The same, in quotes unless it is a plain number. */
void text_typed(struct text *text, const char *typed);

/* Which of the words, with one blank between, it is; -1: none. */
int text_choice(const char *words, const char *typed);

/* a/b, as a jump is printed: a decimal where that ends soon, else one fraction: -0.5, -4/3. */
void text_fraction(struct text *text, int64_t a, int64_t b);

/* The value of an item on one axis. */
void text_axis(struct text *text, const cnn_item *item, int axis, int digits);

/* The value of an item as an answer prints it, axes joined by x; `digits` as cnn_write_real. */
void text_item(struct text *text, const cnn_item *item, int digits);

/* A per-axis value as one would type it: one number where all axes are alike. */
void text_alike(struct text *text, const cnn_item *item);

/* Whether an item has the same value on every axis. */
bool item_alike(const cnn_item *item);

#endif
