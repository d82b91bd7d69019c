/* Answers as JSON objects, one a line (RFC 8259). */
#ifndef JSON_H
#define JSON_H

#include "answer.h"

/* What was given, then every known field, or the fields of -o; with --explain, the steps. */
void json_answer(const struct question *question, const struct place *place, const cnn_trace *trace,
                 struct out *out);

/* Why a line of a file has no answer. */
void json_no_answer(const struct place *place, const struct fault *fault, struct out *out);

#endif
