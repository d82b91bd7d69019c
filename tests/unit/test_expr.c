#include <stdarg.h>
#include <stddef.h>

#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "cnncalc.h"
#include "gate.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* A graph with the memory that it was read into. */
struct expression {
    cnn_graph graph;
    void *memory;
};

static cnn_syntax read_text(struct expression *e, const char *text, size_t length) {
    e->memory = malloc(cnn_expression_bytes(length));
    assert_non_null(e->memory);
    return cnn_expression(&e->graph, e->memory, text, length);
}

static struct expression read_good(const char *text) {
    struct expression e;
    cnn_syntax syntax = read_text(&e, text, strlen(text));
    if (syntax.code != CNN_OK)
        fail_msg("%s: code %d at %zu, expected %s", text, syntax.code, syntax.at, syntax.expected);
    return e;
}

static void set(struct expression *e, const double *values) {
    for (int32_t i = 0; i < e->graph.variable_count; i++)
        e->graph.nodes[e->graph.variables[i]].value = values[i];
}

static double value_at(struct expression *e, const double *values) {
    set(e, values);
    cnn_forward(&e->graph);
    return e->graph.nodes[e->graph.output].value;
}

static double gradient_at(const struct expression *e, int32_t variable) {
    return e->graph.nodes[e->graph.variables[variable]].gradient;
}

/* ---- Grammar --------------------------------------------------------------------------------- */

static void precedence(void **state) {
    (void)state;
    static const struct {
        const char *text;
        double value;
    } table[] = {
        {"1+2*3", 7},
        {"(1+2)*3", 9},
        {"2-3-4", -5},
        {"2-(3-4)", 3},
        {"16/4/2", 2},
        {"2^3^2", 512},
        {"2**3**2", 512},
        {"-2^2", -4},
        {"(-2)^2", 4},
        {"2^-1", 0.5},
        {"2^-2^2", 0.0625},
        {"3 - -2", 5},
        {"--3", 3},
        {"2*-3", -6},
        {"-2*-3", 6},
        {"1/2", 0.5},
        {"3/2", 1.5},
        {".5 + 5.", 5.5},
        {"1e3", 1000},
        {"1e-2*100", 1},
        {"max(1, 2)", 2},
        {"min(1,2)", 1},
        {"sqrt(16)", 4},
        {"abs(-3)", 3},
        {"ln(e)", 1},
        {"log(exp(2))", 2},
        {"relu(-1)", 0},
        {"relu(3)", 3},
        {"cos(0)", 1},
        {"sin(0)", 0},
        {"tan(0)", 0},
        {"tanh(0)", 0},
        {"sigmoid(0)", 0.5},
        {"((((7))))", 7},
        {"max(min(3, 5), 2^2)", 4},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct expression e = read_good(table[i].text);
        double got = value_at(&e, NULL);
        if (got != table[i].value)
            fail_msg("%s is %.17g, not %.17g", table[i].text, got, table[i].value);
        free(e.memory);
    }
}

static void errors(void **state) {
    (void)state;
    static const struct {
        const char *text;
        cnn_code code;
        size_t at;
        const char *expected;
    } table[] = {
        {"", CNN_SYNTAX, 0, "a number, a name or ("},
        {"1+", CNN_SYNTAX, 2, "a number, a name or ("},
        {"x y", CNN_SYNTAX, 2, "an operator"},
        {"2x", CNN_SYNTAX, 1, "an operator"},
        {"2exp(x)", CNN_SYNTAX, 1, "an operator"},
        {"(x", CNN_SYNTAX, 2, ")"},
        {"x)", CNN_SYNTAX, 1, "an operator: no ( is open"},
        {"()", CNN_SYNTAX, 1, "a number, a name or ("},
        {"x+*y", CNN_SYNTAX, 2, "a number, a name or ("},
        {"sqrt x", CNN_SYNTAX, 5, "( after a function"},
        {"sqrt(x, y)", CNN_SYNTAX, 6, ")"},
        {"max(x)", CNN_SYNTAX, 5, ", and a second operand"},
        {"max(x, y, z)", CNN_SYNTAX, 8, ")"},
        {"x, y", CNN_SYNTAX, 1, "an operator"},
        {"(x, y)", CNN_SYNTAX, 2, ")"},
        {"1.2.3", CNN_SYNTAX, 0, "a number"},
        {".", CNN_SYNTAX, 0, "a number"},
        {"1e999", CNN_TOO_LARGE, 0, "a number that a double holds"},
        {"cosh(x)", CNN_UNKNOWN, 0, "a function"},
        {"x & y", CNN_SYNTAX, 2, "an operator"},
        {"\xc3\xa9", CNN_SYNTAX, 0, "a number, a name or ("},
        {"+x", CNN_SYNTAX, 0, "a number, a name or ("},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct expression e;
        cnn_syntax got = read_text(&e, table[i].text, strlen(table[i].text));
        if (got.code != table[i].code || got.at != table[i].at ||
            strcmp(got.expected, table[i].expected) != 0)
            fail_msg("'%s': code %d at %zu, expected '%s'", table[i].text, got.code, got.at,
                     got.expected);
        free(e.memory);
    }
}

/* A NUL byte is a byte like any other, and none that an expression has. */
static void nul_bytes(void **state) {
    (void)state;
    struct expression e;
    cnn_syntax got = read_text(&e, "x\0y", 3);
    assert_int_equal(got.code, CNN_SYNTAX);
    assert_int_equal(got.at, 1);
    free(e.memory);
}

/* ---- Gates ----------------------------------------------------------------------------------- */

/* The gates in the order of evaluation, by their rows' names. */
static void check_gates(const char *text, const char *const *names, size_t count) {
    struct expression e = read_good(text);
    size_t seen = 0;

    for (int32_t i = 0; i < e.graph.node_count; i++) {
        if (e.graph.nodes[i].gate == NULL)
            continue;
        if (seen >= count || strcmp(e.graph.nodes[i].gate->name, names[seen]) != 0)
            fail_msg("%s: gate %zu is %s", text, seen, e.graph.nodes[i].gate->name);
        seen++;
    }
    assert_int_equal(seen, count);
    free(e.memory);
}

#define CHECK_GATES(text, ...)                                                                     \
    do {                                                                                           \
        static const char *const names[] = {__VA_ARGS__};                                          \
        check_gates(text, names, COUNT(names));                                                    \
    } while (0)

static void gates_of_the_sheet(void **state) {
    (void)state;
    CHECK_GATES("ln(x)*sigmoid(sqrt(y))/sigmoid((x+y)^2)", "ln", "sqrt", "sigmoid", "*", "+", "^2",
                "sigmoid", "1/", "*");
    CHECK_GATES("1/(1+exp(-x))", "-", "exp", "+", "1/");
    CHECK_GATES("x/y", "1/", "*");
    CHECK_GATES("x/2", "*");
    CHECK_GATES("x^2", "^2");
    CHECK_GATES("x^3", "^");
}

/* What is repeated is one node; what has no variable is one constant, and no gate. */
static void nodes_are_shared(void **state) {
    (void)state;
    CHECK_GATES("exp(x) + exp(x)", "exp", "+");
    CHECK_GATES("(x+1)*(x+1)", "+", "*");
    CHECK_GATES("x*exp(1+2*3)", "*");
    struct expression e = read_good("x + 2*x + y");
    assert_int_equal(e.graph.variable_count, 2);
    free(e.memory);
}

static void constants_keep_their_text(void **state) {
    (void)state;
    static const char text[] = "x*(1 + 2)";
    struct expression e = read_good(text);
    const cnn_node *out = &e.graph.nodes[e.graph.output];
    const cnn_node *constant = &e.graph.nodes[out->operand[1]];

    assert_true(constant->value == 3);
    assert_int_equal(constant->to - constant->from, strlen("1 + 2"));
    assert_memory_equal(text + constant->from, "1 + 2", strlen("1 + 2"));
    free(e.memory);
}

/* ---- Gradients ------------------------------------------------------------------------------- */

static double central(struct expression *e, const double *values, int32_t variable) {
    double moved[2], h = 1e-5 * (fabs(values[variable]) > 1 ? fabs(values[variable]) : 1);

    memcpy(moved, values, sizeof moved);
    moved[variable] = values[variable] + h;
    double above = value_at(e, moved);
    moved[variable] = values[variable] - h;
    double below = value_at(e, moved);
    return (above - below) / (2 * h);
}

static void gradients_are_slopes(void **state) {
    (void)state;
    static const char *const texts[] = {
        "ln(x)*sigmoid(sqrt(y))/sigmoid((x+y)^2)",
        "1/(1+exp(-x)) + y",
        "x^y",
        "x^3 - y/x",
        "(x*y)^-2",
        "sin(x)*cos(y) - tan(x/5)",
        "tanh(x - y) + softplus(x*y)",
        "max(x, y)*min(x, y*y)",
        "relu(x - 1)*abs(y - 2)",
        "log(x + exp(y))",
        "x*x*x + x*y",
        "-x^2 - -y",
    };
    static const double points[][2] = {{2, 4}, {0.7, 1.3}, {1.5, 0.25}};

    for (size_t i = 0; i < COUNT(texts); i++) {
        struct expression e = read_good(texts[i]);
        for (size_t k = 0; k < COUNT(points); k++) {
            for (int32_t v = 0; v < e.graph.variable_count; v++) {
                double slope = central(&e, points[k], v);
                value_at(&e, points[k]);
                assert_int_equal(cnn_backward(&e.graph), -1);
                double got = gradient_at(&e, v);
                if (!(fabs(got - slope) <= 1e-6 * (1 + fabs(slope))))
                    fail_msg("%s at %g, %g: %.17g beside a slope of %.17g", texts[i], points[k][0],
                             points[k][1], got, slope);
            }
        }
        free(e.memory);
    }
}

/* Each row's own derivatives, beside slopes of its value. */
static void rows_are_consistent(void **state) {
    (void)state;
    static const double points[][2] = {{0.3, 1.7}, {2.5, 0.6}, {0.9, 2}};
    const double h = 1e-6;

    for (size_t i = 0; cnn_gate_at(i) != NULL; i++) {
        const struct gate *gate = cnn_gate_at(i);
        for (size_t k = 0; k < COUNT(points); k++) {
            double a = points[k][0], b = points[k][1], out = gate->value(a, b);
            double by_a = (gate->value(a + h, b) - gate->value(a - h, b)) / (2 * h);
            double by_b = (gate->value(a, b + h) - gate->value(a, b - h)) / (2 * h);
            assert_true(fabs(gate->local[0](a, b, out) - by_a) <= 1e-6 * (1 + fabs(by_a)));
            if (gate->arity == 2)
                assert_true(fabs(gate->local[1](a, b, out) - by_b) <= 1e-6 * (1 + fabs(by_b)));
            assert_non_null(gate->law);
            for (int n = 0; n < gate->arity; n++)
                assert_non_null(gate->local_law[n]);
        }
    }
}

/* True values from Python's decimal module at 60 digits. */
static void tails_stay_exact(void **state) {
    (void)state;
    static const struct {
        const char *text;
        double x, gradient;
    } table[] = {
        {"sigmoid(x)", 40, 4.248354255291589e-18},
        {"sigmoid(x)", -700, 9.85967654375977e-305},
        {"tanh(x)", 20, 1.6993417021166355e-17},
        {"softplus(x)", -40, 4.248354255291589e-18},
        {"x^2", -3, -6},
        {"x^3", -2, 12},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct expression e = read_good(table[i].text);
        value_at(&e, &table[i].x);
        cnn_backward(&e.graph);
        double got = gradient_at(&e, 0);
        if (!(fabs(got - table[i].gradient) <= 4e-16 * fabs(table[i].gradient)))
            fail_msg("%s at %g: %.17g", table[i].text, table[i].x, got);
        free(e.memory);
    }
}

static void what_is_not_finite_is_named(void **state) {
    (void)state;
    const double zero = 0, minus = -1;
    struct expression e = read_good("3 + ln(x)");

    set(&e, &zero);
    int32_t worst = cnn_forward(&e.graph);
    assert_string_equal(e.graph.nodes[worst].gate->name, "ln");
    free(e.memory);
    e = read_good("sqrt(x)");
    set(&e, &zero);
    assert_int_equal(cnn_forward(&e.graph), -1);
    assert_int_equal(cnn_backward(&e.graph), e.graph.variables[0]);
    set(&e, &minus);
    assert_int_equal(cnn_forward(&e.graph), e.graph.output);
    free(e.memory);
}

/* Where operands are equal, or at a corner, as PyTorch has it. */
static void kinks(void **state) {
    (void)state;
    static const struct {
        const char *text;
        double at[2], gradients[2];
    } table[] = {
        {"relu(x)", {0, 0}, {0, 0}},
        {"abs(x)", {0, 0}, {0, 0}},
        {"max(x, y)", {3, 3}, {0.5, 0.5}},
        {"min(x, y)", {3, 3}, {0.5, 0.5}},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct expression e = read_good(table[i].text);
        value_at(&e, table[i].at);
        cnn_backward(&e.graph);
        for (int32_t v = 0; v < e.graph.variable_count; v++)
            assert_true(gradient_at(&e, v) == table[i].gradients[v]);
        free(e.memory);
    }
}

/* ---- Size ------------------------------------------------------------------------------------ */

static void deep_and_wide(void **state) {
    (void)state;
    enum { DEPTH = 100000 };
    char *text = malloc(6 * DEPTH + 1);
    const double x = 1;

    memset(text, '(', DEPTH);
    text[DEPTH] = 'x';
    memset(text + DEPTH + 1, ')', DEPTH);
    text[2 * DEPTH + 1] = '\0';
    struct expression e = read_good(text);
    assert_true(value_at(&e, &x) == 1);
    free(e.memory);

    memset(text, '-', DEPTH);
    strcpy(text + DEPTH, "x");
    e = read_good(text);
    assert_true(value_at(&e, &x) == 1);
    free(e.memory);

    for (size_t i = 0; i < DEPTH; i++)
        memcpy(text + 4 * i, "x*x+", 4);
    text[4 * DEPTH - 1] = '\0';
    e = read_good(text);
    assert_true(value_at(&e, &x) == DEPTH);
    cnn_backward(&e.graph);
    assert_true(gradient_at(&e, 0) == 2.0 * DEPTH);
    free(e.memory);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(precedence),
        cmocka_unit_test(errors),
        cmocka_unit_test(nul_bytes),
        cmocka_unit_test(gates_of_the_sheet),
        cmocka_unit_test(nodes_are_shared),
        cmocka_unit_test(constants_keep_their_text),
        cmocka_unit_test(gradients_are_slopes),
        cmocka_unit_test(rows_are_consistent),
        cmocka_unit_test(tails_stay_exact),
        cmocka_unit_test(what_is_not_finite_is_named),
        cmocka_unit_test(kinks),
        cmocka_unit_test(deep_and_wide),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
