/* An expression that goes wrong: where, and what was expected there. */
#ifndef SYNTAX_H
#define SYNTAX_H

#include "fault.h"

/* Gives false, as the fault's own functions do. */
bool syntax_fault(const char *expression, const cnn_syntax *syntax, struct fault *fault);

#endif
