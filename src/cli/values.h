/* From what was typed to a value, with a sentence about what is wrong with it. */
#ifndef VALUES_H
#define VALUES_H

#include "options.h"

/* Each reads `typed` for the row and stores it at `place`. */
bool value_read(const struct row *row, const char *typed, void *place, struct fault *fault);

#endif
