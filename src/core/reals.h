/* reals.h: the sheet's functions, rounded once. First at a glance; true if the doubles are
 * certainly the nearest to the true values. Then quickly, then accurately: what those leave open.
 */
#ifndef CNN_REALS_H
#define CNN_REALS_H

#include <stdbool.h>

struct cnn_complex_values {
    double out, fx, fy;
};

bool cnn_glance_sigmoid(double x, double *out, double *fx);
bool cnn_quick_sigmoid(double x, double *out, double *fx);
bool cnn_accurate_sigmoid(double x, double *out, double *fx);

/* x > 0, y > 0 */
bool cnn_glance_complex(double x, double y, struct cnn_complex_values *values);
bool cnn_quick_complex(double x, double y, struct cnn_complex_values *values);
bool cnn_accurate_complex(double x, double y, struct cnn_complex_values *values);

#endif
