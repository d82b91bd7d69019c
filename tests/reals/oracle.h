/* oracle.h: the doubles nearest to the true values of the sheet's functions, by MPFR; and questions
 * whose values lie beside the middle of two doubles, or nearly cancel. */
#ifndef ORACLE_H
#define ORACLE_H

#include "reals.h"

/* Each is worked to more and more bits, until both ends of what is left open round to one double.
 * False: 5,000 bits did not settle it. */
bool oracle_sigmoid(double x, double *out, double *fx);

/* x > 0, y > 0 */
bool oracle_complex(double x, double y, struct cnn_complex_values *values);

/* The double nearest to the y from low to high at which fy changes its sign; NAN: it does not. */
double oracle_zero(double x, double low, double high);

/* The double nearest to the x at which sigmoid(x), from 0 to 1, or its slope, from 0 to 1/4, is in
 * the middle between a double and the next. */
double oracle_out_middle(double out);
double oracle_fx_middle(double fx);

/* For a small x, the double nearest to the y at which (1 + sqrt(y)/2)/x is in the middle between
 * two doubles. */
double oracle_layer_middle(double x);

#endif
