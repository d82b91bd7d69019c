/* Steps of descent one by one: as lines of numbers, as a worked solution. */
#ifndef STEPS_H
#define STEPS_H

#include "worksheet.h"

/* "0\t2\t4": step number, variables, f, from step 0. Stops where something is not finite. */
cnn_error steps_trace(struct worksheet *sheet, const cnn_descent *descent, int digits,
                      struct out *out);

/* Each step with its arithmetic, as far as they go. */
void steps_explain(struct worksheet *sheet, const cnn_descent *descent, int digits,
                   struct out *out);

/* "step 3: a: ln x is not a number at x = -1: 'ln(x)'; there x = -1, y = 2". */
void steps_blame(struct worksheet *sheet, struct fault *fault);

#endif
