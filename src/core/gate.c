/* The gates, one row each. Local gradients are in forms that stay exact in the tails: where the
 * textbook subtracts from 1, the other side of the function stands here. */
#include "gate.h"

#include <math.h>
#include <string.h>

/* ---- Values ---------------------------------------------------------------------------------- */

static double add(double a, double b) {
    return a + b;
}

static double subtract(double a, double b) {
    return a - b;
}

static double multiply(double a, double b) {
    return a * b;
}

static double larger(double a, double b) {
    return a > b ? a : b;
}

static double smaller(double a, double b) {
    return a < b ? a : b;
}

/* A function of one operand, as a row wants it. */
#define UNARY(name, expression)                                                                    \
    static double name(double a, double b) {                                                       \
        (void)b;                                                                                   \
        return expression;                                                                         \
    }

UNARY(negate, -a)
UNARY(invert, 1 / a)
UNARY(square, a *a)
UNARY(natural_log, log(a))
UNARY(exponential, exp(a))
UNARY(square_root, sqrt(a))
UNARY(absolute, fabs(a))
UNARY(sine, sin(a))
UNARY(cosine, cos(a))
UNARY(tangent, tan(a))
UNARY(hyperbolic_tangent, tanh(a))
UNARY(sigmoid, (a >= 0 ? 1 : exp(a)) / (1 + exp(-fabs(a))))
UNARY(relu, a > 0 ? a : 0)
UNARY(softplus, (a > 0 ? a : 0) + log1p(exp(-fabs(a))))

/* ---- Local gradients ---------------------------------------------------------------------------
 */

#define LOCAL(name, expression)                                                                    \
    static double name(double a, double b, double out) {                                           \
        (void)a, (void)b, (void)out;                                                               \
        return expression;                                                                         \
    }

/* 1/cosh^2, which 1 - tanh^2 loses. */
static double sech_squared(double a) {
    double e = exp(-2 * fabs(a));
    return 4 * e / ((1 + e) * (1 + e));
}

LOCAL(one, 1)
LOCAL(minus_one, -1)
LOCAL(left, a)
LOCAL(right, b)
LOCAL(invert_local, -1 / (a * a))
LOCAL(square_local, 2 * a)
LOCAL(power_base, b == 0 ? 0 : b * pow(a, b - 1))
LOCAL(power_exponent, out == 0 && a == 0 ? 0 : out * log(a))
LOCAL(log_local, 1 / a)
LOCAL(itself, out)
LOCAL(root_local, 1 / (2 * out))
LOCAL(sign, a > 0 ? 1 : a < 0 ? -1 : 0)
LOCAL(sine_local, cos(a))
LOCAL(cosine_local, -sin(a))
LOCAL(tangent_local, 1 + out * out)
LOCAL(hyperbolic_local, sech_squared(a))
LOCAL(sigmoid_local, sigmoid(a, 0) * sigmoid(-a, 0))
LOCAL(step, a > 0 ? 1 : 0)
LOCAL(softplus_local, sigmoid(a, 0))

/* Where the operands are equal each takes half, as in PyTorch's maximum and minimum. */
LOCAL(first_larger, a > b ? 1 : a == b ? 0.5 : 0)
LOCAL(first_smaller, a < b ? 1 : a == b ? 0.5 : 0)

/* ---- Rows --------------------------------------------------------------------------------------
 */

#define FUNCTION(typed, value_of, local_of, words, local_words)                                    \
    {                                                                                              \
        .name = typed, .kind = GATE_FUNCTION, .arity = 1, .precedence = 5, .value = value_of,      \
        .local = {local_of}, .law = words, .local_law = {                                          \
            local_words                                                                            \
        }                                                                                          \
    }
#define OPERATOR(typed, how, count, binds, value_of, local_a, local_b, words, words_a, words_b)    \
    {                                                                                              \
        .name = typed, .kind = how, .arity = count, .precedence = binds, .value = value_of,        \
        .local = {local_a, local_b}, .law = words, .local_law = {                                  \
            words_a,                                                                               \
            words_b                                                                                \
        }                                                                                          \
    }

static const struct gate gates[] = {
    OPERATOR("+", GATE_INFIX, 2, 1, add, one, one, "{a} + {b}", "1", "1"),
    OPERATOR("-", GATE_INFIX, 2, 1, subtract, one, minus_one, "{a} - {b}", "1", "-1"),
    OPERATOR("*", GATE_INFIX, 2, 2, multiply, right, left, "{a}*{b}", "{b}", "{a}"),
    OPERATOR("-", GATE_PREFIX, 1, 3, negate, minus_one, NULL, "-{a}", "-1", NULL),
    OPERATOR("^", GATE_INFIX, 2, 4, pow, power_base, power_exponent, "{a}^{b}", "{b}*{a}^({b} - 1)",
             "{out}*ln {a}"),
    OPERATOR("1/", GATE_INNER, 1, 2, invert, invert_local, NULL, "1/{a}", "-1/{a}^2", NULL),
    OPERATOR("^2", GATE_INNER, 1, 4, square, square_local, NULL, "{a}^2", "2*{a}", NULL),
    FUNCTION("ln", natural_log, log_local, "ln {a}", "1/{a}"),
    FUNCTION("log", natural_log, log_local, "ln {a}", "1/{a}"),
    FUNCTION("exp", exponential, itself, "exp({a})", "exp({a})"),
    FUNCTION("sqrt", square_root, root_local, "sqrt {a}", "1/(2*sqrt {a})"),
    FUNCTION("abs", absolute, sign, "abs({a})", "sign({a})"),
    FUNCTION("sin", sine, sine_local, "sin({a})", "cos({a})"),
    FUNCTION("cos", cosine, cosine_local, "cos({a})", "-sin({a})"),
    FUNCTION("tan", tangent, tangent_local, "tan({a})", "1 + tan({a})^2"),
    FUNCTION("tanh", hyperbolic_tangent, hyperbolic_local, "tanh({a})", "1/cosh({a})^2"),
    FUNCTION("sigmoid", sigmoid, sigmoid_local, "sigmoid({a})", "sigmoid({a})*sigmoid(-{a})"),
    FUNCTION("relu", relu, step, "relu({a})", "step({a})"),
    FUNCTION("softplus", softplus, softplus_local, "softplus({a})", "sigmoid({a})"),
    OPERATOR("max", GATE_FUNCTION, 2, 5, larger, first_larger, first_smaller, "max({a}, {b})",
             "[{a} > {b}]", "[{a} < {b}]"),
    OPERATOR("min", GATE_FUNCTION, 2, 5, smaller, first_smaller, first_larger, "min({a}, {b})",
             "[{a} < {b}]", "[{a} > {b}]"),
};

const struct gate *cnn_gate_named(enum gate_kind kind, const char *name, size_t length) {
    for (size_t i = 0; i < sizeof gates / sizeof *gates; i++)
        if (gates[i].kind == kind && strlen(gates[i].name) == length &&
            memcmp(gates[i].name, name, length) == 0)
            return &gates[i];
    return NULL;
}

const struct gate *cnn_gate_at(size_t index) {
    return index < sizeof gates / sizeof *gates ? &gates[index] : NULL;
}
