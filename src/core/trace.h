/* How the core's functions fill a trace. An item that was not asked for, or that finds no room,
 * goes nowhere: cnn_trace_add then gives NULL. */
#ifndef TRACE_H
#define TRACE_H

#include "cnncalc.h"

void cnn_trace_clear(cnn_trace *trace);

/* Whether a given value or a result of that name was asked for; and whether it is in the trace,
 * which has all of them for a working. */
bool cnn_trace_asks(const cnn_trace *trace, const char *name);
bool cnn_trace_wants(const cnn_trace *trace, const char *name);

/* Whether all that was asked for is there: what is left need not be worked out. */
bool cnn_trace_complete(const cnn_trace *trace);

/* An item whether or not it was asked for; NULL: no room. */
cnn_item *cnn_trace_put(cnn_trace *trace, cnn_role role, cnn_kind kind, const char *name);

cnn_item *cnn_trace_add(cnn_trace *trace, cnn_role role, cnn_kind kind, const char *name);

/* A count, CNN_TOO_MANY where it is WHOLE_BEYOND. */
cnn_item *cnn_trace_count(cnn_trace *trace, cnn_role role, const char *name, int64_t value);
void cnn_trace_truth(cnn_trace *trace, const char *name, bool value);
void cnn_trace_word(cnn_trace *trace, const char *name, const char *word);
void cnn_trace_real(cnn_trace *trace, cnn_role role, const char *name, double value);

/* A gate's value. Gives it. */
double cnn_trace_forward(cnn_trace *trace, const char *gate, const char *formula, double value,
                         const char *note);

/* downstream = upstream * local, for the gradient `name` that leaves `gate`. Gives it. */
double cnn_trace_backward(cnn_trace *trace, const char *gate, double upstream, const char *name,
                          const char *formula, double local);

/* Paths that meet: the first and the last item of the parts of a gradient; 0: none, for the first
 * item of a working is none. */
struct parts {
    int32_t first, last;
};

/* Makes the last item a part, for the working. */
void cnn_trace_part(cnn_trace *trace, struct parts *parts);

/* A gradient that is the sum of its parts. */
void cnn_trace_sum(cnn_trace *trace, const char *name, const char *formula,
                   const struct parts *parts, double sum);

/* CNN_OK, or that there was no room. */
cnn_error cnn_trace_end(const cnn_trace *trace);

#endif
