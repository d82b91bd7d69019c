/* An expression's gates as something other than a table: for Graphviz, for NumPy. */
#ifndef GRAPHS_H
#define GRAPHS_H

#include "worksheet.h"

#define GRAPHS_DOT_ROW(place)                                                                      \
    {                                                                                              \
        .name = "dot", .kind = KIND_FLAG, .offset = place, .least = 1, .most = 1,                  \
        .help = "print the computational graph for Graphviz: dot -Tsvg"                            \
    }
#define GRAPHS_NUMPY_ROW(place)                                                                    \
    {                                                                                              \
        .name = "numpy", .kind = KIND_FLAG, .offset = place, .least = 1, .most = 1,                \
        .help = "print a Python function for NumPy: forward pass, backward pass"                   \
    }

/* One of the two alone. */
bool graphs_check(bool dot, bool numpy, struct fault *fault);

/* The option that was given, or NULL. */
const char *graphs_option(bool dot, bool numpy);

/* Prints the function, or evaluates the sheet and prints its graph. Error: CNN_DOMAIN. */
cnn_error graphs_show(const struct question *question, bool numpy, struct out *out);

/* The computational graph of a sheet that was evaluated: in each node its operation, above it the
 * value in green, below it the gradient in red, as the cs231n notes draw them. */
void dot_print(struct worksheet *sheet, int digits, struct out *out);

/* The Python function, which needs no values. */
void numpy_print(const struct worksheet *sheet, struct out *out);

#endif
