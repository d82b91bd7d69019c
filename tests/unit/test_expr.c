#include <stdarg.h>
#include <stddef.h>

#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "cnncalc.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* A graph with the memory that it was read into. */
struct expression {
    cnn_graph graph;
    void *memory, *rows;
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
    e.rows = calloc(1, cnn_rows_bytes(&e.graph, 1));
    assert_non_null(e.rows);
    cnn_rows(&e.graph, e.rows, 1);
    return e;
}

static void forget(struct expression *e) {
    free(e->rows);
    free(e->memory);
}

static void set(struct expression *e, const double *values) {
    for (int32_t i = 0; i < e->graph.variable_count; i++)
        *cnn_values(&e->graph, e->graph.variables[i]) = values[i];
}

static double value_at(struct expression *e, const double *values) {
    set(e, values);
    cnn_forward(&e->graph, 1);
    return *cnn_values(&e->graph, e->graph.output);
}

static double gradient_at(const struct expression *e, int32_t variable) {
    return *cnn_gradients(&e->graph, e->graph.variables[variable]);
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
        forget(&e);
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
        {"root(x)", CNN_UNKNOWN, 0, "a function"},
        {"x & y", CNN_SYNTAX, 2, "an operator"},
        {"\xc3\xa9", CNN_SYNTAX, 0, "a number, a name or ("},
        {"+x", CNN_SYNTAX, 0, "a number, a name or ("},
        {"max(x", CNN_SYNTAX, 5, ", and a second operand"},
        {"max((x)*2", CNN_SYNTAX, 9, ", and a second operand"},
        {"max(x, y", CNN_SYNTAX, 8, ")"},
        {"max((x", CNN_SYNTAX, 6, ")"},
        {"max(", CNN_SYNTAX, 4, "a number, a name or ("},
        {"max(x,", CNN_SYNTAX, 6, "a number, a name or ("},
        {"min(x,)", CNN_SYNTAX, 6, "a number, a name or ("},
        {"sqrt", CNN_SYNTAX, 4, "( after a function"},
        {"f", CNN_SYNTAX, 0, "another name: f and out are the whole expression"},
        {"x + out", CNN_SYNTAX, 4, "another name: f and out are the whole expression"},
        {"f(x)", CNN_UNKNOWN, 0, "a function"},
        {"2*x(y)", CNN_UNKNOWN, 2, "a function"},
        {"e(1)", CNN_UNKNOWN, 0, "a function"},
        {"Exp(x)", CNN_UNKNOWN, 0, "a function"},
        {"x***y", CNN_SYNTAX, 3, "a number, a name or ("},
        {"x* *y", CNN_SYNTAX, 3, "a number, a name or ("},
        {"x\v+ y", CNN_SYNTAX, 1, "an operator"},
        {"x +\f y", CNN_SYNTAX, 3, "a number, a name or ("},
        {"1 2", CNN_SYNTAX, 2, "an operator"},
        {"0x10", CNN_SYNTAX, 1, "an operator"},
        {"1e", CNN_SYNTAX, 1, "an operator"},
        {"1e+", CNN_SYNTAX, 1, "an operator"},
        {"-1e999", CNN_TOO_LARGE, 1, "a number that a double holds"},
        /* The bytes beside digits and letters. */
        {"1:", CNN_SYNTAX, 1, "an operator"},
        {"1/:", CNN_SYNTAX, 2, "a number, a name or ("},
        {"x{", CNN_SYNTAX, 1, "an operator"},
        {"x`", CNN_SYNTAX, 1, "an operator"},
        {"x[", CNN_SYNTAX, 1, "an operator"},
        {"x@", CNN_SYNTAX, 1, "an operator"},
        {"x^]", CNN_SYNTAX, 2, "a number, a name or ("},
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

/* How much of the text is at fault. */
static void lengths_of_errors(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t at, length;
    } table[] = {
        {"", 0, 0},           {"x y", 2, 1},   {"root(x)", 0, 4},     {"1.2.3", 0, 5},
        {"f", 0, 1},          {"x+out", 2, 3}, {"x + 1e999*y", 4, 5}, {"sqrt", 4, 0},
        {"sqrt x", 5, 1},     {"(x", 2, 0},    {"x)", 1, 1},          {"max(x)", 5, 1},
        {"max(x", 5, 0},      {"x +", 3, 0},   {"max(x,y,z)", 7, 1},  {"x + *", 4, 1},
        {"abc(2) + 1", 0, 3},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct expression e;
        cnn_syntax got = read_text(&e, table[i].text, strlen(table[i].text));
        if (got.code == CNN_OK || got.at != table[i].at || got.length != table[i].length)
            fail_msg("'%s': %zu bytes at %zu", table[i].text, got.length, got.at);
        free(e.memory);
    }
}

/* A NUL byte is a byte like any other, and none that an expression has. */
static void nul_bytes(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t length, at;
    } table[] = {{"x\0y", 3, 1},  {"\0x", 2, 0}, {"x+\0y", 4, 2}, {"x\0", 2, 1},
                 {"x +\0", 4, 3}, {"1\0", 2, 1}, {"x \0 ", 4, 2}, {"exp\0(x)", 7, 3}};

    for (size_t i = 0; i < COUNT(table); i++) {
        struct expression e;
        cnn_syntax got = read_text(&e, table[i].text, table[i].length);
        assert_int_equal(got.code, CNN_SYNTAX);
        assert_int_equal(got.at, table[i].at);
        free(e.memory);
    }
}

/* The text is as long as was said, whatever comes behind it. */
static void text_ends_where_it_is_said(void **state) {
    (void)state;
    static const struct {
        size_t length;
        int32_t variables;
    } table[] = {{1, 1}, {3, 1}, {7, 2}, {10, 2}};

    for (size_t i = 0; i < COUNT(table); i++) {
        struct expression e;
        assert_int_equal(read_text(&e, "abc*abd1.5e", table[i].length).code,
                         table[i].length < 10 ? CNN_OK : CNN_SYNTAX);
        if (table[i].length < 10)
            assert_int_equal(e.graph.variable_count, table[i].variables);
        free(e.memory);
    }
}

static void blanks(void **state) {
    (void)state;
    static const struct {
        const char *text;
        double value;
    } table[] = {
        {"1\n+\t2\r*  3 ", 7},
        {"\n\r\t 1\n", 1},
        {"max\n(1\t,\r2 )", 2},
        {"\r\n(\n2\n)\n", 2},
        {"2 ** 3", 8},
        {"- 3 - - 4", 1},
        {"sqrt\r\n\t (\n4\t)", 2},
        {"2\t^\n3\r/\n1e1", 0.8},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct expression e = read_good(table[i].text);
        assert_true(value_at(&e, NULL) == table[i].value);
        forget(&e);
    }
}

static void names(void **state) {
    (void)state;
    static const char *const good[] = {
        "x",  "sqrtx", "maxi", "expo", "pie", "ee", "e1", "E",    "Pi",       "PI",  "outs", "Out",
        "f0", "F",     "_",    "__1",  "x_",  "f_", "fx", "fout", "infinity", "nan", "Z9_z"};
    char name[CNN_NAME_MOST + 2];

    for (size_t i = 0; i < COUNT(good); i++) {
        struct expression e = read_good(good[i]);
        assert_int_equal(e.graph.variable_count, 1);
        assert_int_equal(cnn_variable(&e.graph, good[i], strlen(good[i])), 0);
        forget(&e);
    }
    assert_int_equal(CNN_NAME_MOST, 63);
    memset(name, 'v', sizeof name);
    for (size_t length = 1; length <= sizeof name; length++) {
        struct expression e;
        cnn_syntax got = read_text(&e, name, length);
        assert_int_equal(got.code, length <= CNN_NAME_MOST ? CNN_OK : CNN_SYNTAX);
        if (got.code != CNN_OK) {
            assert_int_equal(got.at, 0);
            assert_int_equal(got.length, length);
            assert_string_equal(got.expected, "a name of at most 63 letters");
        }
        free(e.memory);
    }
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
    forget(&e);
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
    CHECK_GATES("x/2", "/");
    CHECK_GATES("2/x", "1/", "*");
    CHECK_GATES("x^2", "^2");
    CHECK_GATES("x^3", "^");
}

/* What is repeated is one node; what has no variable is one constant, and no gate. */
static void nodes_are_shared(void **state) {
    (void)state;
    CHECK_GATES("exp(x) + exp(x)", "exp", "+");
    CHECK_GATES("(x+1)*(x+1)", "+", "*");
    CHECK_GATES("(x+(1+2))*(x+(1 + 2))", "+", "*");
    CHECK_GATES("x*exp(1+2*3)", "*");
    struct expression e = read_good("x + 2*x + y");
    assert_int_equal(e.graph.variable_count, 2);
    forget(&e);
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
    forget(&e);
}

/* Each gate's operation and its text. */
static void spans(void **state) {
    (void)state;
    static const struct {
        const char *text, *list;
    } table[] = {
        {"x + y", "+[x + y]"},
        {" x + y ", "+[x + y]"},
        {"(x + y)", "+[x + y]"},
        {"( x )+ ( y )", "+[( x )+ ( y )]"},
        {"x + y*z", "*[y*z] +[x + y*z]"},
        {"-x^2", "^2[x^2] -[-x^2]"},
        {"(- x)^2", "-[- x] ^2[(- x)^2]"},
        {"2*sigmoid( x )^2 - -y",
         "sigmoid[sigmoid( x )] ^2[sigmoid( x )^2] *[2*sigmoid( x )^2] -[-y] "
         "-[2*sigmoid( x )^2 - -y]"},
        {"max( x, (y ) ) + 1", "max[max( x, (y ) )] +[max( x, (y ) ) + 1]"},
        /* Both gates of a quotient have all of it. */
        {"x / y", "1/[x / y] *[x / y]"},
        {"(x + y)/ (z)", "+[x + y] 1/[(x + y)/ (z)] *[(x + y)/ (z)]"},
        {"x/y/z", "1/[x/y] *[x/y] 1/[x/y/z] *[x/y/z]"},
        {"2*x/y", "*[2*x] 1/[2*x/y] *[2*x/y]"},
        {"1 / x", "1/[1 / x]"},
        {"x / 3", "/[x / 3]"},
        /* Where it first appears. */
        {"exp(x)*exp( x )", "exp[exp(x)] *[exp(x)*exp( x )]"},
        {"1/x + y/x", "1/[1/x] *[y/x] +[1/x + y/x]"},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct expression e = read_good(table[i].text);
        char list[256] = "";
        for (int32_t k = 0; k < e.graph.node_count; k++) {
            const cnn_node *node = &e.graph.nodes[k];
            const size_t length = strlen(list);
            if (node->gate != NULL)
                snprintf(list + length, sizeof list - length, "%s%s[%.*s]", length > 0 ? " " : "",
                         node->gate->name, (int)(node->to - node->from),
                         table[i].text + node->from);
        }
        assert_string_equal(list, table[i].list);
        forget(&e);
    }
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
                cnn_backward(&e.graph, 1);
                assert_true(cnn_has_values(&e.graph, 0) && cnn_has_gradients(&e.graph, 0));
                double got = gradient_at(&e, v);
                if (!(fabs(got - slope) <= 1e-6 * (1 + fabs(slope))))
                    fail_msg("%s at %g, %g: %.17g beside a slope of %.17g", texts[i], points[k][0],
                             points[k][1], got, slope);
            }
        }
        forget(&e);
    }
}

static double gate_value(const cnn_gate *gate, double a, double b) {
    double out;
    gate->value(&out, &a, &b, 1);
    return out;
}

/* Each row's own derivatives, beside slopes of its value. */
static void rows_are_consistent(void **state) {
    (void)state;
    static const double points[][2] = {{0.3, 1.7}, {2.5, 0.6}, {0.9, 2}};
    const double h = 1e-6;

    for (size_t i = 0; cnn_gate_at(i) != NULL; i++) {
        const cnn_gate *gate = cnn_gate_at(i);
        for (size_t k = 0; k < COUNT(points); k++) {
            double a = points[k][0], b = points[k][1], out = gate_value(gate, a, b), local;
            const double slopes[] = {
                (gate_value(gate, a + h, b) - gate_value(gate, a - h, b)) / (2 * h),
                (gate_value(gate, a, b + h) - gate_value(gate, a, b - h)) / (2 * h)};
            for (int n = 0; n < 2 && n < gate->arity; n++) {
                gate->local[n](&local, &a, &b, &out, 1);
                if (!(fabs(local - slopes[n]) <= 1e-6 * (1 + fabs(slopes[n]))))
                    fail_msg("%s by operand %d at %g, %g: %.17g", gate->name, n, a, b, local);
            }
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
        cnn_backward(&e.graph, 1);
        double got = gradient_at(&e, 0);
        if (!(fabs(got - table[i].gradient) <= 4e-16 * fabs(table[i].gradient)))
            fail_msg("%s at %g: %.17g", table[i].text, table[i].x, got);
        forget(&e);
    }
}

static void what_is_not_finite_is_seen(void **state) {
    (void)state;
    static const struct {
        const char *text;
        double x;
        bool finite;
    } table[] = {
        {"3 + ln(x)", 1, true}, {"3 + ln(x)", 0, false}, {"3 + ln(x)", -1, false},
        {"sqrt(x)", 0, false},  {"sqrt(x)", 4, true},    {"1/(1 + exp(x))", 1000, false},
        {"1/(1/x)", 0, false},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct expression e = read_good(table[i].text);
        value_at(&e, &table[i].x);
        cnn_backward(&e.graph, 1);
        bool finite = cnn_has_values(&e.graph, 0) && cnn_has_gradients(&e.graph, 0);
        if (finite != table[i].finite)
            fail_msg("%s at %g", table[i].text, table[i].x);
        forget(&e);
    }
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
        cnn_backward(&e.graph, 1);
        for (int32_t v = 0; v < e.graph.variable_count; v++)
            assert_true(gradient_at(&e, v) == table[i].gradients[v]);
        forget(&e);
    }
}

/* ---- Size ------------------------------------------------------------------------------------ */

static void deep_and_wide(void **state) {
    (void)state;
    enum { DEPTH = 100000 };
    char *text = malloc(6 * DEPTH + 1);
    const double x = 1;

    assert_non_null(text);
    memset(text, '(', DEPTH);
    text[DEPTH] = 'x';
    memset(text + DEPTH + 1, ')', DEPTH);
    text[2 * DEPTH + 1] = '\0';
    struct expression e = read_good(text);
    assert_true(value_at(&e, &x) == 1);
    forget(&e);

    memset(text, '-', DEPTH);
    strcpy(text + DEPTH, "x");
    e = read_good(text);
    assert_true(value_at(&e, &x) == 1);
    forget(&e);

    for (size_t i = 0; i < DEPTH; i++)
        memcpy(text + 4 * i, "x*x+", 4);
    text[4 * DEPTH - 1] = '\0';
    e = read_good(text);
    assert_true(value_at(&e, &x) == (double)DEPTH);
    cnn_backward(&e.graph, 1);
    assert_true(gradient_at(&e, 0) == 2 * (double)DEPTH);
    forget(&e);
    free(text);
}

/* Each node stands after its operands; what is not there is -1. */
static void operands(void **state) {
    (void)state;
    struct expression e = read_good("-x^2*y/(2-3)/max(x, sqrt(y1)^3) + 1/y - 4/x");
    int32_t variables = 0;
    for (int32_t i = 0; i < e.graph.node_count; i++) {
        const cnn_node *node = &e.graph.nodes[i];
        const cnn_gate *gate = node->gate != NULL ? node->gate : node->made;
        const int arity = gate == NULL ? 0 : gate->arity;
        for (int k = 0; k < 2; k++)
            assert_true(k < arity ? node->operand[k] >= 0 && node->operand[k] < i
                                  : node->operand[k] == -1);
        if (node->variable != -1)
            assert_int_equal(node->variable, variables++);
    }
    assert_int_equal(variables, 3);
    forget(&e);
}

/* The longest, and one that is longer: its text is not looked at. */
static void longest(void **state) {
    (void)state;
    cnn_graph graph;
    assert_true(cnn_expression_bytes(CNN_EXPRESSION_MOST) / CNN_EXPRESSION_MOST < 512);
    assert_true(cnn_expression_bytes(CNN_EXPRESSION_MOST + 1) == SIZE_MAX);
    assert_true(cnn_expression_bytes(SIZE_MAX) == SIZE_MAX);
    const cnn_syntax syntax = cnn_expression(&graph, NULL, "x", CNN_EXPRESSION_MOST + 1);
    assert_int_equal(syntax.code, CNN_TOO_LARGE);
    assert_int_equal(syntax.at, CNN_EXPRESSION_MOST);
    assert_int_equal(syntax.length, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(precedence),
        cmocka_unit_test(errors),
        cmocka_unit_test(lengths_of_errors),
        cmocka_unit_test(nul_bytes),
        cmocka_unit_test(text_ends_where_it_is_said),
        cmocka_unit_test(blanks),
        cmocka_unit_test(names),
        cmocka_unit_test(gates_of_the_sheet),
        cmocka_unit_test(nodes_are_shared),
        cmocka_unit_test(constants_keep_their_text),
        cmocka_unit_test(spans),
        cmocka_unit_test(gradients_are_slopes),
        cmocka_unit_test(rows_are_consistent),
        cmocka_unit_test(tails_stay_exact),
        cmocka_unit_test(what_is_not_finite_is_seen),
        cmocka_unit_test(kinks),
        cmocka_unit_test(deep_and_wide),
        cmocka_unit_test(operands),
        cmocka_unit_test(longest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
