/* What a shell may offer while a question is typed, from the rows, and the scripts that do. */
#ifndef COMPLETION_H
#define COMPLETION_H

#include "options.h"

/* The script of each shell. */
void complete_bash(const struct command *const *all, struct out *out);
void complete_zsh(const struct command *const *all, struct out *out);
void complete_fish(const struct command *const *all, struct out *out);

/* ---- For the scripts ------------------------------------------------------------------------- */

/* What is completed: the command that is still to come, which has no name; all commands; help. NULL
 * at the end. */
const struct command *completion_command(const struct command *const *all, int i);

/* What an operand is. */
enum operand {
    OPERAND_COMMAND,
    OPERAND_CHOICE, /* of the command's own */
    OPERAND_FILE,
    OPERAND_OTHER /* with --columns a file; else nobody knows */
};

enum operand completion_operand(const struct command *command);

/* The rows that are offered, one by one from *i = 0; NULL at the end. */
const struct row *completion_row(const struct command *command, int *i);

#define OFFERS_MOST 160

/* Names that a value may be made of, joined by commas. */
struct offers {
    int count;
    struct offer {
        char name[32];
        const char *help; /* or NULL */
    } of[OFFERS_MOST];
};

/* Whether a row's value is such a list. */
bool completion_is_list(const struct row *row);

/* The names of that list; of batch, those that any of its lines may have. */
void completion_list(const struct command *const *all, const struct command *command,
                     const struct row *row, struct offers *offers);

/* The text, with a backslash before each of the characters of `special`. A single quote ends the
 * quotes that the text stands in, and begins them again, unless it is special itself. */
void completion_quoted(const char *text, const char *special, struct out *out);

#endif
