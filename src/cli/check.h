/* Gradients beside central differences. */
#ifndef CHECK_H
#define CHECK_H

#include "worksheet.h"

/* A table of the gradients that were asked for, and the kinks at that place. */
void check_print(struct worksheet *sheet, int digits, struct out *out);

/* Whether the gradients that were asked for are few enough, in an expression so long, to be
 * compared in some seconds. */
bool check_is_affordable(const struct worksheet *sheet, struct fault *fault);

/* The gates that are at a kink there, and what their gradients follow; nothing where none is. */
void check_kinks(const struct worksheet *sheet, const cnn_trace *trace, struct out *out);

#endif
