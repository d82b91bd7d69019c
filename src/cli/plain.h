/* Rows of plain numbers: the columns of most files, answered where they stand in the input, without
 * words, options and a trace for each. What is not plain is left to the long way, which gives the
 * same answer to what is. */
#ifndef PLAIN_H
#define PLAIN_H

#include "options.h"
#include "out.h"

#define CELLS_MOST 8

/* A column: where its number goes. */
struct cell {
    const struct row *row; /* or NULL: passed over */
    void *place;
};

struct plain {
    bool ready;
    int count;
    struct cell cells[CELLS_MOST];
    struct question question; /* of the last row */
};

/* Gets ready for rows that differ from a question in plain numbers, if that can be:
 * `columns` has a row, or NULL, for each of `count` columns. */
void plain_begin(struct plain *plain, const struct question *ready,
                 const struct row *const *columns, int count);

/* Answers the rows from `from` on up to one that is not plain. Gives how many; *from is then where
 * the next begins. The last byte before `end` is a newline. */
int64_t plain_answer(struct plain *plain, const char **from, const char *end, struct out *out);

#endif
