/* The sheet's functions, by hand: the gates one after another in doubles, as on paper, and the
 * doubles nearest to the true values, which hold where the gates leave the doubles. */
#include "reals.h"
#include "trace.h"

#include <math.h>

#define FIRST_GRADIENT 1.0 /* df/df */

static void result(cnn_trace *trace, const char *name, double value) {
    cnn_trace_real(trace, CNN_RESULT, name, value);
}

/* ---- Gates --------------------------------------------------------------------------------- */

static void start_backward(cnn_trace *trace) {
    result(trace, "ff", FIRST_GRADIENT);
}

/* ---- The sigmoid --------------------------------------------------------------------------- */

/* The gate, as it comes out in doubles. */
static double sigmoid(double x) {
    double e = exp(-fabs(x));
    return (x >= 0 ? 1 : e) / (1 + e);
}

void cnn_sigmoid_values(double x, double values[2]) {
    if (!cnn_glance_sigmoid(x, &values[0], &values[1]) &&
        !cnn_quick_sigmoid(x, &values[0], &values[1]))
        cnn_accurate_sigmoid(x, &values[0], &values[1]);
}

cnn_error cnn_sigmoid(double x, cnn_trace *trace) {
    double values[2];

    cnn_trace_clear(trace);
    cnn_sigmoid_values(x, values);
    cnn_trace_real(trace, CNN_GIVEN, "x", x);
    result(trace, "out", values[0]);
    result(trace, "fx", values[1]);

    if (cnn_trace_complete(trace))
        return cnn_trace_end(trace);
    double a = cnn_trace_forward(trace, "a", "-{x}", -x, NULL);
    double b = cnn_trace_forward(trace, "b", "exp({a})", exp(a), NULL);
    double c = cnn_trace_forward(trace, "c", "1 + {b}", 1 + b, NULL);
    cnn_trace_forward(trace, "f", "1/{c}", 1 / c, NULL);
    cnn_trace_real(trace, CNN_STEP, "1 - f", sigmoid(-x));

    start_backward(trace);
    double fc = cnn_trace_backward(trace, "f", FIRST_GRADIENT, "fc", "-1/{c}^2", -1 / (c * c));
    double fb = cnn_trace_backward(trace, "c", fc, "fb", "1", 1);
    double fa = cnn_trace_backward(trace, "b", fb, "fa", "exp({a})", b);
    cnn_trace_backward(trace, "a", fa, "fx", "-1", -1);
    return cnn_trace_end(trace);
}

/* ---- The complex layer --------------------------------------------------------------------- */

/* The values of the gates, named as on the sheet. */
struct gates {
    double a, b, c, d, g, h, i, j;
};

static struct gates complex_forward(cnn_trace *trace, double x, double y) {
    struct gates v;
    v.a = cnn_trace_forward(trace, "a", "ln {x}", log(x), NULL);
    v.b = cnn_trace_forward(trace, "b", "sqrt {y}", sqrt(y), NULL);
    v.c = cnn_trace_forward(trace, "c", "sigmoid({b})", sigmoid(v.b), NULL);
    v.d = cnn_trace_forward(trace, "d", "{a}*{c}", v.a * v.c, "numerator");
    v.g = cnn_trace_forward(trace, "g", "{x} + {y}", x + y, NULL);
    v.h = cnn_trace_forward(trace, "h", "{g}^2", v.g * v.g, NULL);
    v.i =
        cnn_trace_forward(trace, "i", "sigmoid({h})", sigmoid(v.h), "denominator; 1 - i = {1 - i}");
    v.j = cnn_trace_forward(trace, "j", "1/{i}", 1 / v.i, "d/i as d*j: no quotient rule");
    cnn_trace_forward(trace, "f", "{d}*{j}", v.d * v.j, NULL);
    cnn_trace_real(trace, CNN_STEP, "1 - i", sigmoid(-v.h));
    return v;
}

/* The sheet's way back: the denominator first, then the numerator's two factors side by side. */
static void complex_backward(cnn_trace *trace, const struct gates *v, double x) {
    struct parts fx = {0, 0}, fy = {0, 0};

    start_backward(trace);
    double fd = cnn_trace_backward(trace, "f", FIRST_GRADIENT, "fd", "{j}", v->j);
    double fj = cnn_trace_backward(trace, "f", FIRST_GRADIENT, "fj", "{d}", v->d);
    double fi = cnn_trace_backward(trace, "j", fj, "fi", "-1/{i}^2", -1 / (v->i * v->i));
    double fh = cnn_trace_backward(trace, "i", fi, "fh", "sigmoid({h})*sigmoid(-{h})",
                                   sigmoid(v->h) * sigmoid(-v->h));
    double fg = cnn_trace_backward(trace, "h", fh, "fg", "2*{g}", 2 * v->g);
    double fx_1 = cnn_trace_backward(trace, "g", fg, "fx_1", "1", 1);
    cnn_trace_part(trace, &fx);
    double fy_1 = cnn_trace_backward(trace, "g", fg, "fy_1", "1", 1);
    cnn_trace_part(trace, &fy);
    double fa = cnn_trace_backward(trace, "d", fd, "fa", "{c}", v->c);
    double fc = cnn_trace_backward(trace, "d", fd, "fc", "{a}", v->a);
    double fx_2 = cnn_trace_backward(trace, "a", fa, "fx_2", "1/{x}", 1 / x);
    cnn_trace_part(trace, &fx);
    double fb = cnn_trace_backward(trace, "c", fc, "fb", "sigmoid({b})*sigmoid(-{b})",
                                   sigmoid(v->b) * sigmoid(-v->b));
    double fy_2 = cnn_trace_backward(trace, "b", fb, "fy_2", "1/(2*sqrt {y})", 1 / (2 * v->b));
    cnn_trace_part(trace, &fy);
    cnn_trace_sum(trace, "fx", "{fx_1} + {fx_2}", &fx, fx_1 + fx_2);
    cnn_trace_sum(trace, "fy", "{fy_1} + {fy_2}", &fy, fy_1 + fy_2);
}

static void complex_gates(cnn_trace *trace, double x, double y) {
    struct gates values = complex_forward(trace, x, y);
    complex_backward(trace, &values, x);
}

static cnn_error check_positive(const char *name, double value) {
    return (cnn_error){.code = value > 0 ? CNN_OK : CNN_DOMAIN, .field = name};
}

static cnn_error check_finite(const char *name, double value) {
    return (cnn_error){.code = isfinite(value) ? CNN_OK : CNN_OVERFLOW, .field = name};
}

/* A gradient beyond the doubles is no answer where it was asked for. Only fx may be, through 1/x:
 * ln x is within 745, and 1/(2 sqrt y) below 10^162. */
static cnn_error check_result(const cnn_trace *trace, const char *name, double value) {
    return check_finite(name, cnn_trace_asks(trace, name) ? value : 0);
}

static bool failed(cnn_error *error, cnn_error check) {
    *error = check;
    return check.code != CNN_OK;
}

cnn_code cnn_complex_values(double x, double y, double values[3]) {
    struct cnn_complex_values all;

    if (!(x > 0 && y > 0))
        return CNN_DOMAIN;
    if (!cnn_glance_complex(x, y, &all) && !cnn_quick_complex(x, y, &all))
        cnn_accurate_complex(x, y, &all);
    values[0] = all.out;
    values[1] = all.fx;
    values[2] = all.fy;
    return CNN_OK;
}

cnn_error cnn_complex(double x, double y, cnn_trace *trace) {
    double values[3] = {0};
    cnn_error error;

    cnn_trace_clear(trace);
    cnn_trace_real(trace, CNN_GIVEN, "x", x);
    cnn_trace_real(trace, CNN_GIVEN, "y", y);
    if (failed(&error, check_positive("x", x)) || failed(&error, check_positive("y", y)))
        return error;
    cnn_complex_values(x, y, values);
    if (failed(&error, check_result(trace, "fx", values[1])))
        return error;
    result(trace, "out", values[0]);
    result(trace, "fx", values[1]);
    result(trace, "fy", values[2]);
    if (!cnn_trace_complete(trace))
        complex_gates(trace, x, y);
    return cnn_trace_end(trace);
}
