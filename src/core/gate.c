/* The gates, one row each. Local gradients are in forms that stay exact in the tails: where the
 * textbook subtracts from 1, the other side of the function stands here. */
#include "gate.h"

#include <math.h>
#include <string.h>

/* ---- Values ---------------------------------------------------------------------------------- */

/* A function of one operand, or of two, over rows. */
#define VALUE(name, expression)                                                                    \
    static void name(double *restrict outs, const double *as, const double *bs, size_t rows) {     \
        for (size_t i = 0; i < rows; i++) {                                                        \
            double a = as[i], b = bs[i];                                                           \
            (void)a, (void)b;                                                                      \
            outs[i] = expression;                                                                  \
        }                                                                                          \
    }

static double sigmoid_of(double a) {
    double e = exp(-fabs(a));
    return (a >= 0 ? 1 : e) / (1 + e);
}

VALUE(add, a + b)
VALUE(subtract, a - b)
VALUE(multiply, a *b)
VALUE(power, pow(a, b))
VALUE(negate, -a)
VALUE(invert, 1 / a)
VALUE(divide, a / b)
VALUE(square, a *a)
VALUE(natural_log, log(a))
VALUE(exponential, exp(a))
VALUE(square_root, sqrt(a))
VALUE(absolute, fabs(a))
VALUE(sine, sin(a))
VALUE(cosine, cos(a))
VALUE(tangent, tan(a))
VALUE(hyperbolic_tangent, tanh(a))
VALUE(sigmoid, sigmoid_of(a))
VALUE(relu, a > 0 ? a : 0)
VALUE(softplus, (a > 0 ? a : 0) + log1p(exp(-fabs(a))))
VALUE(larger, a > b ? a : b)
VALUE(smaller, a < b ? a : b)

/* ---- Local gradients ---------------------------------------------------------------------------
 */

#define LOCAL(name, expression)                                                                    \
    static void name(double *restrict locals, const double *as, const double *bs,                  \
                     const double *outs, size_t rows) {                                            \
        for (size_t i = 0; i < rows; i++) {                                                        \
            double a = as[i], b = bs[i], out = outs[i];                                            \
            (void)a, (void)b, (void)out;                                                           \
            locals[i] = expression;                                                                \
        }                                                                                          \
    }

/* sigmoid(a)*sigmoid(-a), which 1 - sigmoid(a) loses, with one exponential. */
static double sigmoid_slope(double a) {
    double e = exp(-fabs(a));
    return e / ((1 + e) * (1 + e));
}

/* b*a^(b - 1). Where b - 1 is rounded, a power would multiply the error: the quotient does not,
 * unless out has lost digits itself. */
static double slope_of_power(double a, double b, double out) {
    bool rounds = b != floor(b) && isnormal(out);
    if (b == 0)
        return 0;
    return rounds ? b * (out / a) : b * pow(a, b - 1);
}

LOCAL(one, 1)
LOCAL(minus_one, -1)
LOCAL(left, a)
LOCAL(right, b)
LOCAL(invert_local, -out *out)
LOCAL(divide_local, 1 / b)
LOCAL(divide_by_local, -out / b)
LOCAL(square_local, 2 * a)
LOCAL(power_base, slope_of_power(a, b, out))
LOCAL(power_exponent, out == 0 && a == 0 ? 0 : out * log(a))
LOCAL(log_local, 1 / a)
LOCAL(itself, out)
LOCAL(root_local, 1 / (2 * out))
LOCAL(sign, a > 0 ? 1 : a < 0 ? -1 : 0)
LOCAL(sine_local, cos(a))
LOCAL(cosine_local, -sin(a))
LOCAL(tangent_local, 1 + out * out)
LOCAL(hyperbolic_local, 4 * sigmoid_slope(2 * a)) /* 1/cosh^2, which 1 - tanh^2 loses */
LOCAL(sigmoid_local, sigmoid_slope(a))
LOCAL(step, a > 0 ? 1 : 0)
LOCAL(softplus_local, sigmoid_of(a))
LOCAL(first_larger, a > b ? 1 : a == b ? 0.5 : 0)
LOCAL(first_smaller, a < b ? 1 : a == b ? 0.5 : 0)

/* ---- Rows --------------------------------------------------------------------------------------
 */

#define EQUALS_SHARE "each of two equals takes half, as in PyTorch"

static const cnn_gate gates[] = {
    {.name = "+",
     .kind = CNN_INFIX,
     .arity = 2,
     .precedence = CNN_TERM,
     .value = add,
     .local = {one, one},
     .law = "{a} + {b}",
     .local_law = {"1", "1"},
     .python = "{a} + {b}",
     .local_python = {"1", "1"}},
    {.name = "-",
     .kind = CNN_INFIX,
     .arity = 2,
     .precedence = CNN_TERM,
     .value = subtract,
     .local = {one, minus_one},
     .law = "{a} - {b}",
     .local_law = {"1", "-1"},
     .python = "{a} - {b}",
     .local_python = {"1", "-1"}},
    {.name = "*",
     .kind = CNN_INFIX,
     .arity = 2,
     .precedence = CNN_PRODUCT,
     .value = multiply,
     .local = {right, left},
     .law = "{a}*{b}",
     .local_law = {"{b}", "{a}"},
     .python = "{a}*{b}",
     .local_python = {"{b}", "{a}"}},
    {.name = "-",
     .kind = CNN_PREFIX,
     .arity = 1,
     .precedence = CNN_SIGN,
     .value = negate,
     .local = {minus_one},
     .law = "-{a}",
     .local_law = {"-1"},
     .python = "-{a}",
     .local_python = {"-1"}},
    {.name = "^",
     .kind = CNN_INFIX,
     .arity = 2,
     .precedence = CNN_POWER,
     .value = power,
     .local = {power_base, power_exponent},
     .law = "{a}^{b}",
     .local_law = {"{b}*{a}^({b} - 1)", "{a}^{b}*ln {a}"},
     .python = "{a}**{b}",
     .local_python = {"{b}*{a}**({b} - 1)", "{a}**{b}*np.log({a})"}},
    {.name = "1/",
     .kind = CNN_INNER,
     .arity = 1,
     .precedence = CNN_PRODUCT,
     .value = invert,
     .local = {invert_local},
     .law = "1/{a}",
     .local_law = {"-1/{a}^2"},
     .python = "1/{a}",
     .local_python = {"-1/{a}**2"}},
    {.name = "/",
     .kind = CNN_INNER,
     .arity = 2,
     .precedence = CNN_PRODUCT,
     .value = divide,
     .local = {divide_local, divide_by_local},
     .law = "{a}*(1/{b})",
     .local_law = {"1/{b}", "-{a}/{b}^2"},
     .python = "{a}/{b}",
     .local_python = {"1/{b}", "-{a}/{b}**2"}},
    {.name = "^2",
     .kind = CNN_INNER,
     .arity = 1,
     .precedence = CNN_POWER,
     .value = square,
     .local = {square_local},
     .law = "{a}^2",
     .local_law = {"2*{a}"},
     .python = "{a}**2",
     .local_python = {"2*{a}"}},
    {.name = "ln",
     .kind = CNN_FUNCTION,
     .arity = 1,
     .value = natural_log,
     .local = {log_local},
     .law = "ln {a}",
     .local_law = {"1/{a}"},
     .python = "np.log({a})",
     .local_python = {"1/{a}"}},
    {.name = "log",
     .kind = CNN_FUNCTION,
     .arity = 1,
     .value = natural_log,
     .local = {log_local},
     .law = "ln {a}",
     .local_law = {"1/{a}"},
     .python = "np.log({a})",
     .local_python = {"1/{a}"}},
    {.name = "exp",
     .kind = CNN_FUNCTION,
     .arity = 1,
     .value = exponential,
     .local = {itself},
     .law = "exp({a})",
     .local_law = {"exp({a})"},
     .python = "np.exp({a})",
     .local_python = {"np.exp({a})"}},
    {.name = "sqrt",
     .kind = CNN_FUNCTION,
     .arity = 1,
     .value = square_root,
     .local = {root_local},
     .law = "sqrt {a}",
     .local_law = {"1/(2*sqrt {a})"},
     .python = "np.sqrt({a})",
     .local_python = {"1/(2*np.sqrt({a}))"}},
    {.name = "abs",
     .kind = CNN_FUNCTION,
     .arity = 1,
     .value = absolute,
     .local = {sign},
     .law = "abs({a})",
     .local_law = {"sign({a})"},
     .python = "np.abs({a})",
     .local_python = {"np.sign({a})"},
     .kink = "abs'(0) = 0, as in PyTorch"},
    {.name = "sin",
     .kind = CNN_FUNCTION,
     .arity = 1,
     .value = sine,
     .local = {sine_local},
     .law = "sin({a})",
     .local_law = {"cos({a})"},
     .python = "np.sin({a})",
     .local_python = {"np.cos({a})"}},
    {.name = "cos",
     .kind = CNN_FUNCTION,
     .arity = 1,
     .value = cosine,
     .local = {cosine_local},
     .law = "cos({a})",
     .local_law = {"-sin({a})"},
     .python = "np.cos({a})",
     .local_python = {"-np.sin({a})"}},
    {.name = "tan",
     .kind = CNN_FUNCTION,
     .arity = 1,
     .value = tangent,
     .local = {tangent_local},
     .law = "tan({a})",
     .local_law = {"1 + tan({a})^2"},
     .python = "np.tan({a})",
     .local_python = {"1 + np.tan({a})**2"}},
    {.name = "tanh",
     .kind = CNN_FUNCTION,
     .arity = 1,
     .value = hyperbolic_tangent,
     .local = {hyperbolic_local},
     .law = "tanh({a})",
     .local_law = {"1/cosh({a})^2"},
     .python = "np.tanh({a})",
     .local_python = {"1/np.cosh({a})**2"}},
    {.name = "sigmoid",
     .kind = CNN_FUNCTION,
     .arity = 1,
     .value = sigmoid,
     .local = {sigmoid_local},
     .law = "sigmoid({a})",
     .local_law = {"sigmoid({a})*sigmoid(-{a})"},
     .python = "sigmoid({a})",
     .local_python = {"sigmoid({a})*sigmoid(-{a})"}},
    {.name = "relu",
     .kind = CNN_FUNCTION,
     .arity = 1,
     .value = relu,
     .local = {step},
     .law = "relu({a})",
     .local_law = {"[{a} > 0]"},
     .python = "np.maximum({a}, 0)",
     .local_python = {"np.heaviside({a}, 0)"},
     .kink = "relu'(0) = 0, as in PyTorch"},
    {.name = "softplus",
     .kind = CNN_FUNCTION,
     .arity = 1,
     .value = softplus,
     .local = {softplus_local},
     .law = "softplus({a})",
     .local_law = {"sigmoid({a})"},
     .python = "np.logaddexp(0, {a})",
     .local_python = {"sigmoid({a})"}},
    {.name = "max",
     .kind = CNN_FUNCTION,
     .arity = 2,
     .value = larger,
     .local = {first_larger, first_smaller},
     .law = "max({a}, {b})",
     .local_law = {"[{a} > {b}]", "[{a} < {b}]"},
     .python = "np.maximum({a}, {b})",
     .local_python = {"np.heaviside({a} - {b}, 0.5)", "np.heaviside({b} - {a}, 0.5)"},
     .kink = EQUALS_SHARE},
    {.name = "min",
     .kind = CNN_FUNCTION,
     .arity = 2,
     .value = smaller,
     .local = {first_smaller, first_larger},
     .law = "min({a}, {b})",
     .local_law = {"[{a} < {b}]", "[{a} > {b}]"},
     .python = "np.minimum({a}, {b})",
     .local_python = {"np.heaviside({b} - {a}, 0.5)", "np.heaviside({a} - {b}, 0.5)"},
     .kink = EQUALS_SHARE},
};

const cnn_gate *cnn_gate_named(cnn_gate_kind kind, const char *name, size_t length) {
    for (size_t i = 0; i < sizeof gates / sizeof *gates; i++)
        if (gates[i].kind == kind && strlen(gates[i].name) == length &&
            memcmp(gates[i].name, name, length) == 0)
            return &gates[i];
    return NULL;
}

const cnn_gate *cnn_gate_at(size_t index) {
    return index < sizeof gates / sizeof *gates ? &gates[index] : NULL;
}
