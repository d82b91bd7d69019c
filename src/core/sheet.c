/* The sheet's functions, by hand: the gates one after another in doubles, as on paper, and closed
 * forms that hold where the gates leave the doubles. */
#include "pair.h"
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

#define LAST_EXPONENT 800.0 /* e^-800 is 0 in doubles, whatever it is multiplied by here */

/* e^-|x| never overflows, and e/((1 + e)(1 + e)) is the derivative on both sides: it is even. */
static void sigmoid_closed(double x, double *out, double *fx) {
    int n = 0;
    struct pair one = cnn_pair_of(1), m = cnn_pair_of(0);

    if (fabs(x) < LAST_EXPONENT)
        m = cnn_pair_exp(cnn_pair_of(-fabs(x)), &n);
    struct pair more = cnn_pair_add(one, cnn_pair_scale(m, n)); /* 1 + e */
    *out = x >= 0 ? cnn_pair_round(cnn_pair_over(one, more), 0)
                  : cnn_pair_round(cnn_pair_over(m, more), n);
    *fx = cnn_pair_round(cnn_pair_over(m, cnn_pair_times(more, more)), n);
}

/* The gate, as it comes out in doubles. */
static double sigmoid(double x) {
    double e = exp(-fabs(x));
    return (x >= 0 ? 1 : e) / (1 + e);
}

cnn_error cnn_sigmoid(double x, cnn_trace *trace) {
    double out, fx;

    cnn_trace_clear(trace);
    sigmoid_closed(x, &out, &fx);
    cnn_trace_real(trace, CNN_GIVEN, "x", x);
    result(trace, "out", out);
    result(trace, "fx", fx);

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

/* The values that the closed forms are made of. */
struct closed {
    struct pair a;      /* ln x */
    struct pair b;      /* sqrt y */
    struct pair c;      /* sigmoid(b) */
    struct pair not_c;  /* 1 - c = not_c * 2^n, without cancellation */
    struct pair g;      /* x + y */
    struct pair more;   /* 1 + E */
    struct pair two_gE; /* 2 g E */
    int n;
    bool flat; /* E is 0 in doubles, and whatever it multiplies */
};

/* E = e^-(g^2) is below every double from g = 27.3 on. */
#define LAST_SUM 28.0

static struct closed closed_values(double x, double y) {
    struct pair one = cnn_pair_of(1), zero = cnn_pair_of(0);
    struct closed v = {
        .a = cnn_pair_log(x), .b = cnn_pair_sqrt(y), .g = zero, .more = one, .two_gE = zero};
    struct pair e = zero;
    int n = 0;

    if (v.b.hi < LAST_EXPONENT)
        e = cnn_pair_exp((struct pair){-v.b.hi, -v.b.lo}, &v.n);
    struct pair below = cnn_pair_add(one, cnn_pair_scale(e, v.n));
    v.c = cnn_pair_over(one, below);
    v.not_c = cnn_pair_over(e, below);
    v.flat = x + y >= LAST_SUM;
    if (!v.flat) {
        v.g = cnn_pair_sum(x, y);
        struct pair h = cnn_pair_times(v.g, v.g);
        struct pair m = cnn_pair_exp((struct pair){-h.hi, -h.lo}, &n), E = cnn_pair_scale(m, n);
        if (E.hi < 0x1p-900) /* its second part would leave the doubles */
            E.lo = 0;
        v.more = cnn_pair_add(one, E);
        v.two_gE = cnn_pair_scale(cnn_pair_times(v.g, E), 1);
    }
    return v;
}

/* c ((1 + E)/x - 2 g a E). Where the second term is nothing beside the first, x is divided by its
 * power of two apart, so that neither part of the quotient leaves the doubles. */
static double closed_fx(const struct closed *v, double x) {
    int k;
    double m = cnn_pair_fraction(x, &k);
    struct pair first = cnn_pair_times(v->c, v->more);

    if (v->flat || x < 0x1p-200)
        return cnn_pair_round(cnn_pair_over(first, cnn_pair_of(m)), -k);
    struct pair second = cnn_pair_times(v->c, cnn_pair_times(v->two_gE, v->a));
    return cnn_pair_round(cnn_pair_subtract(cnn_pair_over(first, cnn_pair_of(x)), second), 0);
}

/* a c ((1 - c)(1 + E)/(2 b) - 2 g E). */
static double closed_fy(const struct closed *v) {
    struct pair outer = cnn_pair_times(v->a, v->c);
    struct pair first = cnn_pair_over(cnn_pair_times(v->not_c, v->more), cnn_pair_scale(v->b, 1));

    if (v->flat)
        return cnn_pair_round(cnn_pair_times(outer, first), v->n);
    return cnn_pair_round(
        cnn_pair_times(outer, cnn_pair_subtract(cnn_pair_scale(first, v->n), v->two_gE)), 0);
}

/* out = a c (1 + E), and its derivatives. One beyond the largest double comes out infinite. */
static void complex_closed(double x, double y, double *out, double *fx, double *fy) {
    struct closed v = closed_values(x, y);
    *out = cnn_pair_round(cnn_pair_times(cnn_pair_times(v.a, v.c), v.more), 0);
    *fx = closed_fx(&v, x);
    *fy = closed_fy(&v);
}

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
    start_backward(trace);
    double fd = cnn_trace_backward(trace, "f", FIRST_GRADIENT, "fd", "{j}", v->j);
    double fj = cnn_trace_backward(trace, "f", FIRST_GRADIENT, "fj", "{d}", v->d);
    double fi = cnn_trace_backward(trace, "j", fj, "fi", "-1/{i}^2", -1 / (v->i * v->i));
    double fh = cnn_trace_backward(trace, "i", fi, "fh", "sigmoid({h})*sigmoid(-{h})",
                                   sigmoid(v->h) * sigmoid(-v->h));
    double fg = cnn_trace_backward(trace, "h", fh, "fg", "2*{g}", 2 * v->g);
    double fx_1 = cnn_trace_backward(trace, "g", fg, "fx_1", "1", 1);
    double fy_1 = cnn_trace_backward(trace, "g", fg, "fy_1", "1", 1);
    double fa = cnn_trace_backward(trace, "d", fd, "fa", "{c}", v->c);
    double fc = cnn_trace_backward(trace, "d", fd, "fc", "{a}", v->a);
    double fx_2 = cnn_trace_backward(trace, "a", fa, "fx_2", "1/{x}", 1 / x);
    double fb = cnn_trace_backward(trace, "c", fc, "fb", "sigmoid({b})*sigmoid(-{b})",
                                   sigmoid(v->b) * sigmoid(-v->b));
    double fy_2 = cnn_trace_backward(trace, "b", fb, "fy_2", "1/(2*sqrt {y})", 1 / (2 * v->b));
    cnn_trace_sum(trace, "fx", "{fx_1} + {fx_2}", fx_1 + fx_2);
    cnn_trace_sum(trace, "fy", "{fy_1} + {fy_2}", fy_1 + fy_2);
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

/* A gradient beyond the doubles is no answer where it was asked for. */
static cnn_error check_result(const cnn_trace *trace, const char *name, double value) {
    return check_finite(name, cnn_trace_wants(trace, name) ? value : 0);
}

static bool failed(cnn_error *error, cnn_error check) {
    *error = check;
    return check.code != CNN_OK;
}

cnn_error cnn_complex(double x, double y, cnn_trace *trace) {
    double out, fx, fy;
    cnn_error error;

    cnn_trace_clear(trace);
    cnn_trace_real(trace, CNN_GIVEN, "x", x);
    cnn_trace_real(trace, CNN_GIVEN, "y", y);
    if (failed(&error, check_positive("x", x)) || failed(&error, check_positive("y", y)))
        return error;
    complex_closed(x, y, &out, &fx, &fy);
    if (failed(&error, check_result(trace, "fx", fx)) ||
        failed(&error, check_result(trace, "fy", fy)))
        return error;
    result(trace, "out", out);
    result(trace, "fx", fx);
    result(trace, "fy", fy);
    if (!cnn_trace_complete(trace))
        complex_gates(trace, x, y);
    return cnn_trace_end(trace);
}
