/* The gates by their names; the rows themselves are cnncalc.h's cnn_gate. */
#ifndef GATE_H
#define GATE_H

#include "cnncalc.h"

/* The row that is typed so, in that place, or NULL. */
const cnn_gate *cnn_gate_named(cnn_gate_kind kind, const char *name, size_t length);

#endif
