#include "oracle.h"
#include <math.h>
#include <mpfr.h>

#define FIRST_BITS 160
#define LAST_BITS  5000
#define NEAREST    MPFR_RNDN
#define END        ((mpfr_ptr)NULL)

/* The double that both ends of value +- scale/2^(bits - 16) round to. Every operation rounds by
 * half a unit of the last place of what it gives, which is no more than the scale; 2^16 units are
 * more than all of them add up to, and than what exp makes of the error of an argument up to 2^12.
 * What is beyond that is nothing beside 1. */
static bool rounds(mpfr_srcptr value, mpfr_srcptr scale, double *nearest) {
    const mpfr_prec_t bits = mpfr_get_prec(value);
    mpfr_t error, end;
    mpfr_inits2(bits, error, end, END);
    mpfr_abs(error, scale, MPFR_RNDU);
    mpfr_mul_2si(error, error, 16 - (long)bits, MPFR_RNDU);
    mpfr_sub(end, value, error, MPFR_RNDD);
    *nearest = mpfr_get_d(end, NEAREST);
    mpfr_add(end, value, error, MPFR_RNDU);
    const bool same = *nearest == mpfr_get_d(end, NEAREST);
    *nearest = copysign(*nearest, mpfr_signbit(value) ? -1 : 1);
    mpfr_clears(error, end, END);
    return same;
}

/* ---- The sigmoid --------------------------------------------------------------------------- */

/* e = e^-u, above = 1/(1 + e), below = e/(1 + e) */
static void sigmoids(mpfr_ptr e, mpfr_ptr above, mpfr_ptr below, mpfr_srcptr u) {
    mpfr_neg(e, u, NEAREST);
    mpfr_exp(e, e, NEAREST);
    mpfr_add_ui(above, e, 1, NEAREST);
    mpfr_ui_div(above, 1, above, NEAREST);
    mpfr_mul(below, e, above, NEAREST);
}

static bool try_sigmoid(double x, mpfr_prec_t bits, double *out, double *fx) {
    mpfr_t u, e, above, below, slope;
    mpfr_inits2(bits, u, e, above, below, slope, END);
    mpfr_set_d(u, fabs(x), NEAREST);
    sigmoids(e, above, below, u);
    mpfr_mul(slope, below, above, NEAREST);
    const bool done = x < 0 ? rounds(below, below, out) : rounds(above, above, out);
    const bool all = rounds(slope, slope, fx) && done;
    mpfr_clears(u, e, above, below, slope, END);
    return all;
}

bool oracle_sigmoid(double x, double *out, double *fx) {
    mpfr_prec_t bits = FIRST_BITS;
    while (bits < LAST_BITS && !try_sigmoid(x, bits, out, fx))
        bits *= 2;
    return bits < LAST_BITS;
}

/* ---- The complex layer --------------------------------------------------------------------- */

/* a = ln x, b = sqrt y, c and 1 - c, 1 + E, 2 g E, and (1 - c)(1 + E)/(2 b). */
struct layer {
    mpfr_t x, y, a, b, c, not_c, more, slope, half;
};

static void layer_start(struct layer *v, double x, double y, mpfr_prec_t bits) {
    mpfr_t e;
    mpfr_inits2(bits, e, v->x, v->y, v->a, v->b, v->c, v->not_c, v->more, v->slope, v->half, END);
    mpfr_set_d(v->x, x, NEAREST);
    mpfr_set_d(v->y, y, NEAREST);
    mpfr_log(v->a, v->x, NEAREST);
    mpfr_sqrt(v->b, v->y, NEAREST);
    sigmoids(e, v->c, v->not_c, v->b);
    mpfr_add(v->slope, v->x, v->y, NEAREST);
    mpfr_sqr(e, v->slope, NEAREST);
    mpfr_neg(e, e, NEAREST);
    mpfr_exp(e, e, NEAREST);
    mpfr_mul(v->slope, v->slope, e, NEAREST);
    mpfr_mul_2ui(v->slope, v->slope, 1, NEAREST);
    mpfr_add_ui(v->more, e, 1, NEAREST);
    mpfr_mul(v->half, v->not_c, v->more, NEAREST);
    mpfr_div(v->half, v->half, v->b, NEAREST);
    mpfr_div_2ui(v->half, v->half, 1, NEAREST);
    mpfr_clear(e);
}

static void layer_stop(struct layer *v) {
    mpfr_clears(v->x, v->y, v->a, v->b, v->c, v->not_c, v->more, v->slope, v->half, END);
}

/* Whether factor*(first - second) rounds. */
static bool difference_rounds(mpfr_srcptr factor, mpfr_srcptr first, mpfr_srcptr second,
                              double *nearest) {
    mpfr_t value, scale;
    mpfr_inits2(mpfr_get_prec(first), value, scale, END);
    mpfr_sub(value, first, second, NEAREST);
    mpfr_mul(value, value, factor, NEAREST);
    mpfr_set(scale, mpfr_cmpabs(first, second) > 0 ? first : second, NEAREST);
    mpfr_mul(scale, scale, factor, NEAREST);
    const bool same = rounds(value, scale, nearest);
    mpfr_clears(value, scale, END);
    return same;
}

static bool try_complex(double x, double y, mpfr_prec_t bits, struct cnn_complex_values *values) {
    struct layer v;
    mpfr_t ac, first, second;
    layer_start(&v, x, y, bits);
    mpfr_inits2(bits, ac, first, second, END);
    mpfr_mul(ac, v.a, v.c, NEAREST);
    mpfr_mul(first, ac, v.more, NEAREST);
    const bool out = rounds(first, first, &values->out);
    mpfr_div(first, v.more, v.x, NEAREST);
    mpfr_mul(second, v.slope, v.a, NEAREST);
    const bool fx = difference_rounds(v.c, first, second, &values->fx);
    const bool fy = difference_rounds(ac, v.half, v.slope, &values->fy);
    mpfr_clears(ac, first, second, END);
    layer_stop(&v);
    return out && fx && fy;
}

bool oracle_complex(double x, double y, struct cnn_complex_values *values) {
    mpfr_prec_t bits = FIRST_BITS;
    while (bits < LAST_BITS && !try_complex(x, y, bits, values))
        bits *= 2;
    return bits < LAST_BITS;
}

/* ---- Questions ----------------------------------------------------------------------------- */

#define BITS 400

static bool rises(double x, double y) {
    struct layer v;
    layer_start(&v, x, y, BITS);
    const bool positive = mpfr_cmp(v.half, v.slope) > 0;
    layer_stop(&v);
    return positive;
}

double oracle_zero(double x, double low, double high) {
    const bool left = rises(x, low);
    if (left == rises(x, high))
        return NAN;
    for (;;) {
        const double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high)
            return low;
        *(rises(x, middle) == left ? &low : &high) = middle;
    }
}

static void set_middle(mpfr_ptr middle, double below) {
    mpfr_set_d(middle, below, NEAREST);
    mpfr_add_d(middle, middle, nextafter(below, INFINITY), NEAREST);
    mpfr_div_2ui(middle, middle, 1, NEAREST);
}

/* ln(s/(1 - s)) */
static double logit(mpfr_ptr s) {
    mpfr_t rest;
    mpfr_init2(rest, BITS);
    mpfr_ui_sub(rest, 1, s, NEAREST);
    mpfr_div(rest, s, rest, NEAREST);
    mpfr_log(rest, rest, NEAREST);
    const double x = mpfr_get_d(rest, NEAREST);
    mpfr_clear(rest);
    return x;
}

double oracle_out_middle(double out) {
    mpfr_t s;
    mpfr_init2(s, BITS);
    set_middle(s, out);
    const double x = logit(s);
    mpfr_clear(s);
    return x;
}

/* s(1 - s) = m: s = (1 + sqrt(1 - 4m))/2. */
double oracle_fx_middle(double fx) {
    mpfr_t s;
    mpfr_init2(s, 3L * BITS); /* 1 - s keeps its digits for a slope down to 2^-600 */
    set_middle(s, fx);
    mpfr_mul_2ui(s, s, 2, NEAREST);
    mpfr_ui_sub(s, 1, s, NEAREST);
    mpfr_sqrt(s, s, NEAREST);
    mpfr_add_ui(s, s, 1, NEAREST);
    mpfr_div_2ui(s, s, 1, NEAREST);
    const double x = logit(s);
    mpfr_clear(s);
    return x;
}

/* With the middle m next above 1/x: y = (2 (m x - 1))^2. */
double oracle_layer_middle(double x) {
    mpfr_t middle;
    mpfr_init2(middle, BITS);
    mpfr_set_d(middle, x, NEAREST);
    mpfr_ui_div(middle, 1, middle, NEAREST);
    set_middle(middle, mpfr_get_d(middle, MPFR_RNDD));
    mpfr_mul_d(middle, middle, x, NEAREST);
    mpfr_sub_ui(middle, middle, 1, NEAREST);
    mpfr_mul_2ui(middle, middle, 1, NEAREST);
    mpfr_sqr(middle, middle, NEAREST);
    const double y = mpfr_get_d(middle, NEAREST);
    mpfr_clear(middle);
    return y;
}
