/* What the program prints in forms of others: whether it is well formed, and what it says. */
#ifndef PRINTED_H
#define PRINTED_H

#include <stdbool.h>
#include <stdlib.h>

/* Stops the fuzzer where something does not hold. */
static inline void demand(bool truth) {
    if (!truth)
        abort();
}

bool begins(const char *text, const char *beginning);
bool ends(const char *text, const char *end);
size_t count_of(const char *text, const char *part);

/* One object of JSON on one line, in which no member is twice. */
void check_json(const char *line);

/* The same of each line. */
void check_json_lines(const char *lines);

/* The value of the member of that name, from the brace or comma before it or before another;
 * `length` is the value's. NULL: none. */
const char *member_from(const char *at, const char *name, size_t name_length, size_t *length);

/* A number behind a mark, and what stands behind both; NULL: something else does. */
const char *number_behind(const char *at, const char *mark, long *number);

/* A graph for Graphviz, whose edges join nodes that there are, the earlier to the later. */
void check_dot(const char *dot);

/* Whether its nodes show what an object of JSON has. */
void check_nodes(const char *dot, const char *json);

/* A function for NumPy, which sets each name once, and before it is read. */
void check_python(const char *python);

#endif
