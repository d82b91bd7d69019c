#ifndef HELP_H
#define HELP_H

#include "options.h"

/* Printed from the rows, at most 80 columns wide. */
void help_command(const struct command *command, struct out *out);
void help_all(const struct command *const *commands, struct out *out);

/* A name, and what it means in a column of its own. */
void help_entry(const char *name, const char *meaning, size_t indent, struct out *out);

#endif
