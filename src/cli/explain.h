/* Worked solutions: formulas with their values put in, and the tables of gates. */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include "options.h"

#define LINE_WIDTH 80
#define LINK       " = " /* between the templates of a chain */

/* Significant digits of the reals of a working: 6, unless the precision is told. */
int working_digits(const struct question *question);

/* "Working shown to 6 digits.", with the words before the number. */
void explain_digits(const struct question *question, const char *words, struct out *out);

/* Prints a text and empties it. */
void explain_text(struct text *text, struct out *out);

/* The first template of a chain without its braces: the law. */
void formula_law(struct text *text, const cnn_trace *trace, const char *formula);

/* The first template with values put in, on one axis. False: a name has no value. */
bool formula_values(struct text *text, const cnn_trace *trace, const char *formula, int axis,
                    int digits);

/* The value of an item at the end of such a line: after a digit it is multiplied (2P is 2*0), a
 * negative one behind something is bracketed. */
void formula_value(struct text *text, const cnn_item *item, int axis, int digits);

/* Two halves of a line; the second goes below, after `indent` blanks, where they do not fit. */
void explain_halves(const char *first, const char *second, size_t indent, struct out *out);

/* A note with the values put in. */
void note_values(struct text *text, const cnn_trace *trace, const char *note, int digits);

/* "LABEL  law = values = ... = value note", broken at 80 columns. `label` may be NULL; `width` is
 * that of the column of labels. */
struct line {
    const cnn_trace *trace;
    const char *label;
    size_t width;
    int digits;
    bool lawless;     /* the law is left out */
    const char *tail; /* NULL, or what follows the chain: its first character stays on the line */
};

/* The chain of an item on one axis, on one line. */
void formula_chain(struct text *text, const struct line *line, const cnn_item *item, int axis);

/* An item's chain on one axis; where it has no formula, its value and note. */
void explain_item(const struct line *line, const cnn_item *item, int axis, struct out *out);

/* Forward table, backward table, and the sums of the paths that meet. */
void explain_gates(const cnn_trace *trace, int digits, struct out *out);

/* Ends a worked solution: the plain answer as name=value lines, unless other values were asked for.
 */
void explain_headline(const struct question *question, const cnn_trace *trace, struct out *out);

/* The same, after how many digits the working has. */
void explain_ending(const struct question *question, const cnn_trace *trace, struct out *out);

#endif
