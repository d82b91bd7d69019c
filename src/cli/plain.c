#include "plain.h"

#include <string.h>

#define DIGITS_MOST 18 /* of a whole number that is read here: it cannot overflow */

/* ---- Getting ready ------------------------------------------------------------------------- */

/* Where a plain number of the row goes, or NULL where it has no such place. */
static void *place_of(const struct row *row, char *body) {
    char *at = body + row->offset;

    switch (row->kind) {
    case KIND_WHOLE:
        return at;
    case KIND_REAL:
        return &((struct real *)at)->value;
    case KIND_SIZES:
        return ((struct sizes *)at)->of;
    case KIND_PADS:
        return at;
    default:
        return NULL;
    }
}

/* Whether the answer is printed as it is, without names or options. */
static bool is_bare(const struct common *common) {
    return common->only == NULL && !common->all && !common->json && common->expect == NULL;
}

void plain_begin(struct plain *plain, const struct question *ready,
                 const struct row *const *columns, int count) {
    const struct command *command = ready->command;

    if (command->is_plain == NULL || !is_bare(&ready->common) || !command->is_plain(ready))
        return;
    plain->question = *ready;
    plain->count = count;
    for (int i = 0; i < count; i++) {
        struct cell *cell = &plain->cells[i];
        cell->row = columns[i];
        cell->place = NULL;
        if (cell->row == NULL)
            continue;
        cell->place = place_of(cell->row, plain->question.body);
        if (cell->place == NULL)
            return;
    }
    plain->ready = true;
}

/* ---- Rows ---------------------------------------------------------------------------------- */

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/* The end of a word that has no byte in it that lines treat in a way of their own. */
static const char *end_of_word(const char *at) {
    while ((unsigned char)*at > ' ')
        at++;
    return at;
}

/* A whole number within the row's bounds; gives its end, or NULL. None is 0 that ends where it
 * begins, which no cell does. */
static const char *read_whole(const char *at, const struct row *row, int64_t *value) {
    const char *start = at;
    int64_t number = 0;

    for (; *at >= '0' && *at <= '9' && at - start < DIGITS_MOST; at++)
        number = 10 * number + (*at - '0');
    *value = number;
    return number >= row->least && number <= row->most ? at : NULL;
}

static const char *read_real(const char *at, double *value) {
    const char *end = end_of_word(at);
    return cnn_read_real(at, (size_t)(end - at), value) == CNN_OK ? end : NULL;
}

static const char *read_pads(const char *at, const struct row *row, struct pads *pads) {
    at = read_whole(at, row, &pads->begin[0]);
    pads->end[0] = pads->begin[0];
    pads->mode = CNN_PADDED;
    return at;
}

static const char *read_cell(const char *at, const struct cell *cell) {
    if (cell->row == NULL)
        return end_of_word(at);
    if (cell->row->kind == KIND_REAL)
        return read_real(at, cell->place);
    if (cell->row->kind == KIND_PADS)
        return read_pads(at, cell->row, cell->place);
    return read_whole(at, cell->row, cell->place);
}

static const char *skip_blanks(const char *at) {
    while (is_blank(*at))
        at++;
    return at;
}

/* Reads one row; gives the beginning of the next, or NULL where the row is not plain. */
static const char *read_row(struct plain *plain, const char *at) {
    at = skip_blanks(at);
    if (*at == '#')
        return NULL;
    for (int i = 0; i < plain->count; i++) {
        const char *end = read_cell(at, &plain->cells[i]);
        if (end == NULL || end == at)
            return NULL;
        at = skip_blanks(end);
        if (at == end && *at != '\n' && *at != '\r')
            return NULL;
    }
    if (*at == '\r')
        at++;
    return *at == '\n' ? at + 1 : NULL;
}

int64_t plain_answer(struct plain *plain, const char **from, const char *end, struct out *out) {
    const struct command *command = plain->question.command;
    int64_t count = 0;

    while (*from < end) {
        const char *next = read_row(plain, *from);
        char *line = out_room(out, LINE_TEXT);
        size_t length = next == NULL ? 0 : command->answer_plain(&plain->question, line);
        if (length == 0)
            break;
        line[length] = '\n';
        out_printed(out, length + 1);
        *from = next;
        count++;
    }
    return count;
}
