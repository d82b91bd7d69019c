/* An expression and its variables' values, as a question has them, and its graph of gates. */
#ifndef WORKSHEET_H
#define WORKSHEET_H

#include "options.h"
#include "room.h"

#define NAMED_MOST 8 /* variables that a message names */

struct worksheet {
    const char *text;      /* the expression */
    const char **operands; /* what was typed, in order */
    size_t operand_count, operand_room;
    cnn_graph graph;
    bool *told;       /* of each variable: it has a value, or is a column */
    double *typed;    /* of each variable: its value */
    double *before;   /* of each variable: its value before a step of descent */
    int64_t made;     /* steps of descent that were made */
    bool *asked;      /* of each variable: its gradient is asked for */
    int32_t *order;   /* those variables, in the order of the answer */
    int32_t count;    /* how many */
    size_t row;       /* the row that the question is about */
    bool evaluated;   /* the rows that are filled */
    cnn_trace trace;  /* room for the answer */
    void *texts;      /* with its names and formulas; NULL: it has none of its own */
    cnn_trace whole;  /* and for all gates and gradients, where they are wanted */
    void *all_texts;  /* the same of those: the names that -o asks for stay there */
    int32_t *met;     /* of each node: parts of its gradient so far, as a printer meets them */
    struct room room; /* for all of them */
};

/* Takes one operand, NAME=VALUE or another. */
bool worksheet_take(struct question *question, const char *operand, struct fault *fault);

/* The operand of that number which is no NAME=VALUE, or NULL. */
const char *worksheet_operand(const struct question *question, size_t number);

/* The sheet of a question, which may have had no operands; NULL: the fault says that there is no
 * memory. */
struct worksheet *worksheet_of(struct question *question, struct fault *fault);

/* Reads the expression and the values typed; `wrt` names the variables of which gradients are
 * asked, NULL: all; `many` where questions may be asked in rows. */
bool worksheet_read(struct question *question, const char *text, const char *wrt, bool many,
                    struct fault *fault);

/* Makes room for the answer, and says which fields there are, where some are asked for by name.
 * `whole`: also room for all gates and gradients. */
bool worksheet_fields(struct question *question, bool whole, struct fault *fault);

/* Whether every variable has a value. */
bool worksheet_complete(const struct question *question, struct fault *fault);

/* Hints at the variable that is nearest to a name. */
void worksheet_meant(const struct worksheet *sheet, const char *name, struct fault *fault);

/* Sets a variable's value in a row. */
bool worksheet_set(struct question *question, int32_t variable, size_t row, const char *typed,
                   struct fault *fault);

/* Room for a trace of that many items. */
bool worksheet_trace(struct worksheet *sheet, cnn_trace *trace, size_t items, struct fault *fault);

/* Room for all gates and gradients. */
bool worksheet_whole(struct worksheet *sheet, struct fault *fault);

/* Evaluates the first rows; then each may be asked. */
void worksheet_evaluate(struct worksheet *sheet, size_t rows);

/* Whether all values and gradients of the sheet's row are finite. */
bool worksheet_is_finite(const struct worksheet *sheet);

/* The expression on one line. */
void worksheet_expression(const struct worksheet *sheet, struct out *out);

/* "f(x, y) = EXPR at x = 2, y = 4", and an empty line. */
void worksheet_head(const struct worksheet *sheet, struct out *out);

/* The text of a node, as the expression has it. */
void worksheet_source(struct text *text, const struct worksheet *sheet, const cnn_node *node);

/* Says what is not finite in the sheet's row: "a: ln x is not a number at x = -1: 'ln(x)'". */
void worksheet_blame(struct worksheet *sheet, struct fault *fault, const char *before);

/* Memory that lasts as long as the sheet, whatever is in it; NULL: the fault says that there is
 * none. */
void *worksheet_room(struct worksheet *sheet, size_t bytes, struct fault *fault);

void worksheet_free(struct worksheet *sheet);

#endif
