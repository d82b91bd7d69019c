/* One row per gate: its name, its value, its local gradients, and how each is written. */
#ifndef GATE_H
#define GATE_H

#include "cnncalc.h"

enum gate_kind {
    GATE_PREFIX,
    GATE_INFIX,
    GATE_FUNCTION,
    GATE_INNER /* never typed: what the parser makes of a quotient or of a square */
};

struct gate {
    const char *name; /* as it is typed */
    enum gate_kind kind;
    int arity;
    int precedence; /* 1 sum, 2 product, 3 sign, 4 power, 5 what binds tighter than any */
    double (*value)(double a, double b);
    double (*local[2])(double a, double b, double out); /* the derivative by a and by b */
    const char *law;          /* a formula, with the operands {a} and {b} */
    const char *local_law[2]; /* the same for the derivatives, with {out} for the value */
};

/* The row that is typed so, in that place, or NULL. */
const struct gate *cnn_gate_named(enum gate_kind kind, const char *name, size_t length);

/* The rows one by one, and NULL after the last. */
const struct gate *cnn_gate_at(size_t index);

#endif
