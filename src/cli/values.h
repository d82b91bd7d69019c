/* From what was typed to a value, with a sentence about what is wrong with it. */
#ifndef VALUES_H
#define VALUES_H

#include "options.h"

/* Reads `typed` for the row and stores it at `place`. */
bool value_read(const struct row *row, const char *typed, void *place, struct fault *fault);

/* Whether a row's value lies within other bounds than its own. */
bool value_within(const struct row *row, int64_t value, int64_t least, int64_t most,
                  struct fault *fault);

#endif
