/* test_graph.c: expressions as graphs of gates: what gates, gradients and their parts are called,
 * the worksheet, many rows at once, steps of descent, and the table of gates against its own laws,
 * read as text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cnncalc.h"
#include "doubles.h"
#include "gate.h"
#include "node.h"
#include <stdio.h>
#include <stdlib.h>

/* ---- Expressions --------------------------------------------------------------------------- */

/* Memory of exactly that size, so that a sanitizer sees the first byte beyond it; and not empty. */
static void *block(size_t bytes) {
    void *memory = malloc(bytes > 0 ? bytes : 1);
    assert_non_null(memory);
    memset(memory, 0x5a, bytes);
    return memory;
}

struct sheet {
    cnn_graph graph;
    char *text;
    void *nodes, *names, *rows, *texts;
    cnn_error named; /* what cnn_name_gates said */
    cnn_item *items;
    int32_t *slots;
    cnn_trace trace;
};

/* The expression, read, its gates named, with room for that many rows. */
static struct sheet open_sheet(const char *text, size_t rows) {
    struct sheet s = {.text = NULL};
    size_t length = strlen(text);

    s.text = block(length);
    memcpy(s.text, text, length);
    s.nodes = block(cnn_expression_bytes(length));
    cnn_syntax syntax = cnn_expression(&s.graph, s.nodes, s.text, length);
    if (syntax.code != CNN_OK)
        fail_msg("%s: code %d at %zu, expected %s", text, (int)syntax.code, syntax.at,
                 syntax.expected);
    s.names = block(cnn_names_bytes(&s.graph));
    s.named = cnn_name_gates(&s.graph, s.names);
    s.rows = block(cnn_rows_bytes(&s.graph, rows));
    cnn_rows(&s.graph, s.rows, rows);
    return s;
}

static void close_sheet(struct sheet *s) {
    free(s->slots);
    free(s->items);
    free(s->texts);
    free(s->rows);
    free(s->names);
    free(s->nodes);
    free(s->text);
}

static void set(struct sheet *s, int32_t variable, size_t row, double value) {
    cnn_values(&s->graph, s->graph.variables[variable])[row] = value;
}

/* Values of variables in order of appearance, and how many there are. */
#define AT(...) ((const double[]){__VA_ARGS__}), COUNT(((const double[]){__VA_ARGS__}))

/* Both passes over the first row; not all of the values need be taken. */
static void pass(struct sheet *s, const double *values, size_t count) {
    assert_true((size_t)s->graph.variable_count <= count);
    for (size_t i = 0; i < count && i < (size_t)s->graph.variable_count; i++)
        set(s, (int32_t)i, 0, values[i]);
    cnn_forward(&s->graph, 1);
    cnn_backward(&s->graph, 1);
}

/* The same bits; zeros of either sign are the same number. */
static bool same_real(double a, double b) {
    return (isnan(a) && isnan(b)) || bits_of(a) == bits_of(b);
}

static bool same_number(double a, double b) {
    return a == b || same_real(a, b);
}

/* Slots as the header wants them: a power of two above the capacity. */
static void give_slots(struct sheet *s, size_t capacity) {
    size_t count = 1;
    while (count <= capacity)
        count *= 2;
    free(s->slots);
    s->slots = block(count * sizeof *s->slots);
    s->trace.slots = s->slots;
    s->trace.slot_count = count;
}

/* The whole worksheet of a row, in no more memory than it is said to take. */
static cnn_trace *work_out(struct sheet *s, size_t row, bool slots) {
    size_t capacity = cnn_worksheet_items(&s->graph);

    free(s->texts);
    free(s->items);
    s->texts = block(cnn_worksheet_bytes(&s->graph));
    s->items = block(capacity * sizeof *s->items);
    s->trace = (cnn_trace){.items = s->items, .capacity = capacity, .working = true};
    if (slots)
        give_slots(s, capacity);
    assert_int_equal(cnn_worksheet(&s->graph, row, s->texts, &s->trace).code, CNN_OK);
    return &s->trace;
}

static const cnn_item *item_of(const cnn_trace *trace, const char *name) {
    const cnn_item *item = cnn_find(trace, name);
    if (item == NULL)
        fail_msg("%s is not in the trace", name);
    return item;
}

/* ---- Laws as text -------------------------------------------------------------------------- */

/* A law, and how far it has been read. Names in braces are values of the trace that come before
 * item `before`. */
struct law {
    const char *text, *at;
    const cnn_trace *trace;
    size_t before;
    bool at_kink; /* a comparison of equals was met */
};

static double law_sum(struct law *law);

static bool takes(struct law *law, const char *word) {
    size_t length = strlen(word);

    while (*law->at == ' ')
        law->at++;
    if (strncmp(law->at, word, length) != 0)
        return false;
    law->at += length;
    return true;
}

static void needs(struct law *law, const char *word) {
    if (!takes(law, word))
        fail_msg("%s: '%s' is missing before '%s'", law->text, word, law->at);
}

static double law_name(struct law *law) {
    char name[80] = "";
    size_t length = strcspn(law->at, "}");

    assert_true(length < sizeof name && law->at[length] == '}');
    memcpy(name, law->at, length);
    law->at += length + 1;
    const cnn_item *item = item_of(law->trace, name);
    if ((size_t)(item - law->trace->items) >= law->before)
        fail_msg("%s: %s comes later", law->text, name);
    return item->real;
}

/* "[a > b]": 1 where that is so, else 0. */
static double law_bracket(struct law *law) {
    double a = law_sum(law), b;
    bool more = takes(law, ">");

    if (!more)
        needs(law, "<");
    b = law_sum(law);
    needs(law, "]");
    law->at_kink = law->at_kink || a == b;
    return (more ? a > b : a < b) ? 1 : 0;
}

static double sigmoid(double u) {
    return 1 / (1 + exp(-u));
}

static double softplus(double u) {
    return u > 0 ? u + log1p(exp(-u)) : log1p(exp(u));
}

static double sign(double u) {
    return (u > 0 ? 1.0 : 0.0) - (u < 0 ? 1.0 : 0.0);
}

static double relu(double u) {
    return fmax(u, 0);
}

static double heaviside(double u, double at_zero) {
    return u == 0 ? at_zero : u > 0 ? 1 : 0;
}

static double logaddexp(double u, double v) {
    return fmax(u, v) + log1p(exp(-fabs(u - v)));
}

/* What a law may call, as the notes write it or, without "np.", NumPy. */
static const struct {
    const char *name;
    double (*of_one)(double);
    double (*of_two)(double, double);
} functions[] = {
    {"ln", log, NULL},
    {"log", log, NULL},
    {"exp", exp, NULL},
    {"sqrt", sqrt, NULL},
    {"abs", fabs, NULL},
    {"sin", sin, NULL},
    {"cos", cos, NULL},
    {"tan", tan, NULL},
    {"asin", asin, NULL},
    {"acos", acos, NULL},
    {"atan", atan, NULL},
    {"arctan", atan, NULL},
    {"sinh", sinh, NULL},
    {"cosh", cosh, NULL},
    {"tanh", tanh, NULL},
    {"erf", erf, NULL},
    {"sign", sign, NULL},
    {"relu", relu, NULL},
    {"sigmoid", sigmoid, NULL},
    {"softplus", softplus, NULL},
    {"max", NULL, fmax},
    {"min", NULL, fmin},
    {"maximum", NULL, fmax},
    {"minimum", NULL, fmin},
    {"heaviside", NULL, heaviside},
    {"logaddexp", NULL, logaddexp},
};

static double law_primary(struct law *law);

static double law_call(struct law *law, size_t function) {
    if (functions[function].of_one != NULL)
        return functions[function].of_one(law_primary(law));
    needs(law, "(");
    double a = law_sum(law);
    needs(law, ",");
    double b = law_sum(law);
    needs(law, ")");
    return functions[function].of_two(a, b);
}

/* A function, which in "ln u" has no parentheses, or a constant. */
static double law_word(struct law *law) {
    if (strncmp(law->at, "np.", 3) == 0)
        law->at += 3;
    const char *word = law->at;
    size_t length = strspn(word, "abcdefghijklmnopqrstuvwxyz");

    law->at += length;
    for (size_t i = 0; i < COUNT(functions); i++)
        if (strlen(functions[i].name) == length && memcmp(functions[i].name, word, length) == 0)
            return law_call(law, i);
    if (length == 2 && memcmp(word, "pi", 2) == 0)
        return 3.14159265358979323846;
    if (length == 1 && *word == 'e')
        return 2.71828182845904523536;
    fail_msg("%s: '%s' cannot be worked out", law->text, word);
    return NAN;
}

static double law_primary(struct law *law) {
    if (takes(law, "{"))
        return law_name(law);
    if (takes(law, "["))
        return law_bracket(law);
    if (takes(law, "(")) {
        double value = law_sum(law);
        needs(law, ")");
        return value;
    }
    if (*law->at >= 'a' && *law->at <= 'z')
        return law_word(law);
    char *end;
    double value = strtod(law->at, &end);
    if (end == law->at)
        fail_msg("%s: '%s' cannot be worked out", law->text, law->at);
    law->at = end;
    return value;
}

static double law_factor(struct law *law) {
    if (takes(law, "-"))
        return -law_factor(law);
    double base = law_primary(law);
    return takes(law, "**") || takes(law, "^") ? pow(base, law_factor(law)) : base;
}

static double law_term(struct law *law) {
    double value = law_factor(law);

    for (;;)
        if (takes(law, "*"))
            value *= law_factor(law);
        else if (takes(law, "/"))
            value /= law_factor(law);
        else
            return value;
}

static double law_sum(struct law *law) {
    double value = law_term(law);

    for (;;)
        if (takes(law, "+"))
            value += law_term(law);
        else if (takes(law, "-"))
            value -= law_term(law);
        else
            return value;
}

static double law_value(const char *text, const cnn_trace *trace, size_t before, bool *at_kink) {
    struct law law = {.text = text, .at = text, .trace = trace, .before = before};

    assert_non_null(text);
    double value = law_sum(&law);
    if (*law.at != '\0')
        fail_msg("%s: '%s' cannot be read", text, law.at);
    *at_kink = law.at_kink;
    return value;
}

static bool is_close(double got, double right, double most) {
    return same_number(got, right) || fabs(got - right) <= most * fabs(right);
}

#define GATES 22 /* at least */

/* ---- The table of gates -------------------------------------------------------------------- */

static double gate_value(const cnn_gate *gate, double a, double b) {
    double out;
    gate->value(&out, &a, &b, 1);
    return out;
}

static double gate_local(const cnn_gate *gate, int k, double a, double b) {
    double out = gate_value(gate, a, b), local;
    gate->local[k](&local, &a, &b, &out, 1);
    return local;
}

static void rows_are_complete(void **state) {
    (void)state;
    size_t count = 0;

    for (const cnn_gate *gate; (gate = cnn_gate_at(count)) != NULL; count++) {
        assert_true(gate->arity == 1 || gate->arity == 2);
        assert_true(gate->kind != CNN_INFIX || gate->arity == 2);
        assert_true(gate->kind != CNN_PREFIX || gate->arity == 1);
        assert_true((gate->precedence > 0) == (gate->kind != CNN_FUNCTION));
        assert_non_null(gate->value);
        assert_non_null(gate->law);
        assert_non_null(gate->python);
        for (int k = 0; k < gate->arity; k++) {
            assert_non_null(gate->local[k]);
            assert_non_null(gate->local_law[k]);
            assert_non_null(gate->local_python[k]);
        }
        for (size_t i = 0; i < count; i++)
            assert_false(cnn_gate_at(i)->kind == gate->kind &&
                         strcmp(cnn_gate_at(i)->name, gate->name) == 0);
    }
    assert_true(count >= GATES);
    assert_null(cnn_gate_at(count + 1));
    assert_null(cnn_gate_at(SIZE_MAX));
}

static void precedences(void **state) {
    (void)state;
    static const struct {
        const char *name;
        cnn_gate_kind kind;
        int precedence;
    } table[] = {
        {"+", CNN_INFIX, CNN_TERM},    {"-", CNN_INFIX, CNN_TERM},   {"*", CNN_INFIX, CNN_PRODUCT},
        {"-", CNN_PREFIX, CNN_SIGN},   {"^", CNN_INFIX, CNN_POWER},  {"1/", CNN_INNER, CNN_PRODUCT},
        {"/", CNN_INNER, CNN_PRODUCT}, {"^2", CNN_INNER, CNN_POWER},
    };
    size_t operators = 0;

    for (size_t i = 0; cnn_gate_at(i) != NULL; i++) {
        const cnn_gate *gate = cnn_gate_at(i);
        for (size_t k = 0; k < COUNT(table); k++)
            if (table[k].kind == gate->kind && strcmp(table[k].name, gate->name) == 0) {
                assert_int_equal(gate->precedence, table[k].precedence);
                operators++;
            }
    }
    assert_int_equal(operators, COUNT(table));
}

static const double firsts[] = {-30, -6.5, -2, -1, -0.75, -0.1, 0.1, 0.5, 1, 1.75, 2.25, 3, 8, 30};
static const double seconds[] = {-3, -2, -0.5, 0.25, 1, 2, 3, 4.5};

/* A text against a number: the same value, within the rounding of a few operations. */
static void check_text(const cnn_gate *gate, const char *text, double value, double a, double b) {
    cnn_item items[] = {{.name = "a", .kind = CNN_REAL, .real = a},
                        {.name = "b", .kind = CNN_REAL, .real = b}};
    cnn_trace trace = {.items = items, .count = 2, .capacity = 2};
    bool at_kink;
    double got = law_value(text, &trace, 2, &at_kink);

    if (!at_kink && !is_close(value, got, 1e-14))
        fail_msg("%s at %g, %g: %s is %.17g, the row has %.17g", gate->name, a, b, text, got,
                 value);
}

/* The formulas that are printed are those that are worked out; so is the Python beside them. */
static void laws_are_the_values(void **state) {
    (void)state;
    for (size_t i = 0; cnn_gate_at(i) != NULL; i++) {
        const cnn_gate *gate = cnn_gate_at(i);
        for (size_t m = 0; m < COUNT(firsts) * COUNT(seconds); m++) {
            double a = firsts[m / COUNT(seconds)], b = seconds[m % COUNT(seconds)];
            check_text(gate, gate->law, gate_value(gate, a, b), a, b);
            check_text(gate, gate->python, gate_value(gate, a, b), a, b);
            for (int k = 0; k < gate->arity; k++) {
                check_text(gate, gate->local_law[k], gate_local(gate, k, a, b), a, b);
                check_text(gate, gate->local_python[k], gate_local(gate, k, a, b), a, b);
            }
        }
    }
}

static void locals_are_slopes(void **state) {
    (void)state;
    for (size_t i = 0; cnn_gate_at(i) != NULL; i++) {
        const cnn_gate *gate = cnn_gate_at(i);
        for (size_t m = 0; m < COUNT(firsts) * COUNT(seconds); m++) {
            const double at[] = {firsts[m / COUNT(seconds)], seconds[m % COUNT(seconds)]};
            for (int k = 0; k < 2 && k < gate->arity; k++) {
                const double h = 1e-5 * fmin(fabs(at[k]), 1), up = k == 0 ? h : 0,
                             right = k == 1 ? h : 0;
                double above = gate_value(gate, at[0] + up, at[1] + right);
                double below = gate_value(gate, at[0] - up, at[1] - right);
                double slope = (above - below) / (2 * h), local = gate_local(gate, k, at[0], at[1]);
                double rounding = 1e-15 * (fabs(above) + fabs(below)) / h;
                bool at_kink = gate->kink[0] != '\0' && gate->arity == 2 && at[0] == at[1];
                if (isfinite(slope) && !at_kink &&
                    !(fabs(local - slope) <= 1e-6 * fabs(slope) + rounding))
                    fail_msg("%s by operand %d at %g, %g: %.17g beside a slope of %.17g",
                             gate->name, k, at[0], at[1], local, slope);
            }
        }
    }
}

/* At 0, or where operands are equal: what the row's note says, and its NumPy. */
static void kinks_follow_their_convention(void **state) {
    (void)state;
    static const struct {
        const char *name;
        double a, b, locals[2];
    } table[] = {
        {"abs", 0, 0, {0, 0}},      {"abs", -0.0, 0, {0, 0}},     {"relu", 0, 0, {0, 0}},
        {"relu", -0.0, 0, {0, 0}},  {"max", 3, 3, {0.5, 0.5}},    {"min", 3, 3, {0.5, 0.5}},
        {"max", 0, 0, {0.5, 0.5}},  {"min", -0.0, 0, {0.5, 0.5}}, {"max", -2, -2, {0.5, 0.5}},
        {"abs", 1e-300, 0, {1, 0}}, {"relu", 5e-324, 0, {1, 0}},  {"abs", -5e-324, 0, {-1, 0}},
        {"max", 3, 2, {1, 0}},      {"max", 2, 3, {0, 1}},        {"min", 3, 2, {0, 1}},
        {"min", 2, 3, {1, 0}},      {"max", 0, -5e-324, {1, 0}},  {"min", 0, -5e-324, {0, 1}},
        {"relu", -3, 0, {0, 0}},    {"relu", 3, 0, {1, 0}},
    };
    size_t kinks = 0, met = 0;

    for (size_t i = 0; cnn_gate_at(i) != NULL; i++) {
        const cnn_gate *gate = cnn_gate_at(i);
        bool found = false;
        kinks += gate->kink[0] != '\0';
        for (size_t n = 0; n < COUNT(table); n++) {
            if (strcmp(table[n].name, gate->name) != 0)
                continue;
            found = true;
            for (int k = 0; k < gate->arity; k++) {
                double local = gate_local(gate, k, table[n].a, table[n].b);
                if (local != table[n].locals[k])
                    fail_msg("%s by operand %d at %g, %g: %g", gate->name, k, table[n].a,
                             table[n].b, local);
                check_text(gate, gate->local_python[k], local, table[n].a, table[n].b);
            }
        }
        assert_true(found == (gate->kink[0] != '\0'));
        met += found;
    }
    assert_int_equal(kinks, 4);
    assert_int_equal(met, kinks);
}

/* max(a, b) is -min(-a, -b) and relu(a) is max(a, 0), to the sign of a zero. */
static void larger_and_smaller(void **state) {
    (void)state;
    static const double all[] = {0, -0.0, 1, -1, 5e-324, -5e-324, INFINITY, -INFINITY};
    const cnn_gate *max = cnn_gate_named(CNN_FUNCTION, "max", 3);
    const cnn_gate *min = cnn_gate_named(CNN_FUNCTION, "min", 3);
    const cnn_gate *relu_gate = cnn_gate_named(CNN_FUNCTION, "relu", 4);

    for (size_t i = 0; i < COUNT(all); i++) {
        const double a = all[i];
        assert_true(same_real(gate_value(relu_gate, a, a), gate_value(max, a, 0)));
        for (size_t k = 0; k < COUNT(all); k++)
            assert_true(same_real(gate_value(max, a, all[k]), -gate_value(min, -a, -all[k])));
    }
}

/* Where the law has 0*inf, or a logarithm that nothing is left of. */
static void powers_of_zero(void **state) {
    (void)state;
    static const struct {
        double a, b, value, locals[2];
    } table[] = {
        {0, 0, 1, {0, -INFINITY}}, {3, 0, 1, {0, 1.0986122886681098}},
        {0, 1, 0, {1, 0}},         {0, 2, 0, {0, 0}},
        {0, 2.5, 0, {0, 0}},       {0, 0.5, 0, {INFINITY, 0}},
        {-2, 3, -8, {12, NAN}},    {-2, -1, -0.5, {-0.25, NAN}},
        {-2, 2, 4, {-4, NAN}},     {-10, -400, 0, {0, NAN}},
    };
    for (size_t i = 0; cnn_gate_at(i) != NULL; i++) {
        const cnn_gate *power = cnn_gate_at(i);
        if (strcmp(power->name, "^") != 0)
            continue;
        for (size_t n = 0; n < COUNT(table); n++) {
            assert_true(gate_value(power, table[n].a, table[n].b) == table[n].value);
            for (int k = 0; k < 2; k++) {
                double local = gate_local(power, k, table[n].a, table[n].b);
                if (!same_number(local, table[n].locals[k]))
                    fail_msg("%g^%g by operand %d: %.17g", table[n].a, table[n].b, k, local);
            }
        }
        return;
    }
    fail_msg("there is no power");
}

/* b*a^(b - 1), worked out with 60 digits. */
static void slopes_of_powers(void **state) {
    (void)state;
    static const struct {
        double a, b, slope;
    } table[] = {
        {29, 11, 4627779566302211}, /* 11*29^10, which a double holds */
        {1e300, 0.1, 1.0000000000000039e-271},
        {1e-300, 0.1, 9.999999999999962e+268},
        {1e200, 0.3, 2.9999999999999847e-141},
        {1e-300, 1.05, 1.0499999999999678e-15}, /* of a power that has lost digits */
    };
    const cnn_gate *power = cnn_gate_named(CNN_INFIX, "^", 1);

    for (size_t i = 0; i < COUNT(table); i++) {
        const double local = gate_local(power, 0, table[i].a, table[i].b);
        if (!is_close(local, table[i].slope, i == 0 ? 0 : 1e-15))
            fail_msg("%g^%g: %.17g", table[i].a, table[i].b, local);
    }
}

/* A quotient by a constant is one gate, and is rounded once. */
static void quotients_by_constants(void **state) {
    (void)state;
    struct sheet s = open_sheet("x/49", 1);

    for (int i = 1; i < 500; i++) {
        const double x = i;
        pass(&s, &x, 1);
        assert_true(*cnn_values(&s.graph, s.graph.output) == x / 49);
        assert_true(*cnn_gradients(&s.graph, s.graph.variables[0]) == 1.0 / 49);
    }
    close_sheet(&s);
}

/* Any length of rows, anywhere in memory, as if each were asked alone. */
static void gates_go_row_by_row(void **state) {
    (void)state;
    enum { MOST = 41 };
    double a[MOST + 1], b[MOST + 1], outs[MOST + 1], locals[MOST + 1];
    static const double odd[] = {0, -0.0, INFINITY, -INFINITY, NAN, 5e-324, 710, -745.2, 1, -1};

    for (size_t i = 0; cnn_gate_at(i) != NULL; i++) {
        const cnn_gate *gate = cnn_gate_at(i);
        for (size_t rows = 0; rows <= MOST; rows++) {
            const size_t at = rows % 2; /* seldom on a multiple of 16 bytes */
            for (size_t r = 0; r <= MOST; r++) {
                a[r] = random_below(3) == 0 ? odd[random_below(COUNT(odd))] : 4 * cos((double)r);
                b[r] = random_below(3) == 0 ? a[r] : 3 * sin((double)(r + rows));
                outs[r] = locals[r] = 12345;
            }
            if (rows + at > MOST)
                continue;
            gate->value(outs + at, a + at, b + at, rows);
            for (size_t r = 0; r < rows; r++)
                assert_true(same_real(outs[at + r], gate_value(gate, a[at + r], b[at + r])));
            assert_true(outs[at + rows] == 12345);
            for (int k = 0; k < gate->arity; k++) {
                gate->local[k](locals + at, a + at, b + at, outs + at, rows);
                for (size_t r = 0; r < rows; r++)
                    assert_true(
                        same_real(locals[at + r], gate_local(gate, k, a[at + r], b[at + r])));
                assert_true(locals[at + rows] == 12345);
            }
        }
    }
}

/* In a table so full that they meet, gates of the same operands stay apart. */
static void nodes_that_meet(void **state) {
    (void)state;
    cnn_node nodes[32];
    int32_t slots[32], count = 0;
    cnn_graph graph = {.nodes = nodes, .slots = slots, .slot_count = COUNT(slots)};

    memset(slots, 0xff, sizeof slots);
    for (; cnn_gate_at((size_t)count) != NULL && count < 31; count++) {
        const cnn_node node = {.gate = cnn_gate_at((size_t)count), .variable = -1};
        assert_int_equal(cnn_node_intern(&graph, &node), count);
        assert_int_equal(cnn_node_intern(&graph, &node), count);
    }
    assert_true(count >= GATES);
}

/* ---- Names --------------------------------------------------------------------------------- */

/* "a:ln b:sqrt out:*". */
static void list_gates(const struct sheet *s, char *list, size_t room) {
    size_t length = 0;

    *list = '\0';
    for (int32_t i = 0; i < s->graph.node_count; i++) {
        const cnn_node *node = &s->graph.nodes[i];
        if (node->gate != NULL)
            length += (size_t)snprintf(list + length, room - length, "%s%s:%s",
                                       length > 0 ? " " : "", node->name, node->gate->name);
        assert_true(length < room);
    }
}

static void gates_are_named(void **state) {
    (void)state;
    static const struct {
        const char *text, *gates;
    } table[] = {
        {"ln(x)*sigmoid(sqrt(y))/sigmoid((x+y)^2)",
         "a:ln b:sqrt c:sigmoid d:* g:+ h:^2 i:sigmoid j:1/ out:*"},
        {"1/(1+exp(-x))", "a:- b:exp c:+ out:1/"},
        {"x", ""},
        {"2", ""},
        {"-x", "out:-"},
        {"x/y", "a:1/ out:*"},
        {"x*y + x*y", "a:* out:+"},
        {"a*b*c*d", "g:* h:* out:*"},
        /* A letter is left out that is a variable, its gradient or a part of that, of either. */
        {"exp(exp(exp(b)))", "a:exp c:exp out:exp"},
        {"exp(exp(exp(fb)))", "a:exp c:exp out:exp"},
        {"exp(exp(exp(b_1)))", "a:exp c:exp out:exp"},
        {"exp(exp(exp(fb_1)))", "a:exp c:exp out:exp"},
        {"exp(exp(exp(b__22)))", "a:exp c:exp out:exp"},
        {"exp(exp(exp(fb__22)))", "a:exp c:exp out:exp"},
        {"exp(exp(exp(a)))*b", "c:exp d:exp g:exp out:*"},
        {"exp(exp(exp(fa_3)))*c_1", "b:exp d:exp g:exp out:*"},
        /* And none that only looks like it. */
        {"exp(exp(exp(b_)))", "a:exp b:exp out:exp"},
        {"exp(exp(exp(b_x)))", "a:exp b:exp out:exp"},
        {"exp(exp(exp(B)))", "a:exp b:exp out:exp"},
        {"exp(exp(exp(bb)))", "a:exp b:exp out:exp"},
        {"exp(exp(exp(b0)))", "a:exp b:exp out:exp"},
        {"exp(exp(exp(b1)))", "a:exp b:exp out:exp"},
        {"exp(exp(exp(b01)))", "a:exp b:exp out:exp"},
        {"exp(exp(exp(_b)))", "a:exp b:exp out:exp"},
        {"exp(exp(exp(b1_1)))", "a:exp b:exp out:exp"},
        {"exp(exp(exp(b123456789)))", "a:exp b:exp out:exp"},
        {"exp(exp(exp(b99999999999999999999)))", "a:exp b:exp out:exp"},
        {"exp(exp(exp(ff)))", "a:exp b:exp out:exp"},
        {"exp(exp(exp(g)))", "a:exp b:exp out:exp"},
        {"exp(exp(exp(f_1)))", "a:exp b:exp out:exp"},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        char list[256];
        struct sheet s = open_sheet(table[i].text, 1);
        assert_int_equal(s.named.code, CNN_OK);
        list_gates(&s, list, sizeof list);
        if (strcmp(list, table[i].gates) != 0)
            fail_msg("%s: %s, not %s", table[i].text, list, table[i].gates);
        close_sheet(&s);
    }
}

/* cos(cos(...cos(NAME))): that many gates. */
static char *chain(const char *name, size_t gates) {
    const size_t length = strlen(name) + 5 * gates;
    char *text = block(length + 1);

    for (size_t i = 0; i < gates; i++)
        memcpy(text + 4 * i, "cos(", 4);
    memcpy(text + 4 * gates, name, strlen(name));
    memset(text + length - gates, ')', gates);
    text[length] = '\0';
    return text;
}

/* Through the letters, then through them with a 1, a 2 ...; `skipped` is one that is left out. */
static void check_sequence(const char *name, const char *skipped) {
    static const char letters[] = "abcdghijklmnopqrstuvwxyz";
    const size_t gates = 500, nodes = gates + 1;
    char *text = chain(name, gates);
    struct sheet s = open_sheet(text, 1);
    size_t letter = 0, number = 0;

    assert_int_equal(s.graph.node_count, nodes);
    /* A bit for each node, room for a name of eight digits, and what the variable is called. */
    assert_true(cnn_names_bytes(&s.graph) <= nodes / 8 + 1 + 12 * nodes + strlen(name));
    for (size_t i = 1; i < gates; i++) {
        char expected[24];
        do {
            if (number == 0)
                snprintf(expected, sizeof expected, "%c", letters[letter]);
            else
                snprintf(expected, sizeof expected, "%c%zu", letters[letter], number);
            letter++;
            if (letters[letter] == '\0') {
                letter = 0;
                number++;
            }
        } while (strcmp(expected, skipped) == 0);
        assert_string_equal(s.graph.nodes[i].name, expected);
        assert_true(*cnn_gradient_name(&s.graph.nodes[i]) == 'f');
        assert_string_equal(cnn_gradient_name(&s.graph.nodes[i]) + 1, expected);
    }
    assert_string_equal(s.graph.nodes[s.graph.output].name, "out");
    assert_string_equal(cnn_gradient_name(&s.graph.nodes[s.graph.output]), "fout");
    assert_string_equal(cnn_gradient_name(&s.graph.nodes[0]) + 1, name);
    close_sheet(&s);
    free(text);
}

static void names_after_z(void **state) {
    (void)state;
    check_sequence("X", "");
    check_sequence("x", "x");
    check_sequence("b1", "b1");
    check_sequence("fb1", "b1");
    check_sequence("b1_1", "b1");
    check_sequence("fb1_2", "b1");
    check_sequence("z", "z");
    check_sequence("a1", "a1");
    check_sequence("z9", "z9");
    check_sequence("a10", "a10");
    check_sequence("e1", "");
    check_sequence("f1", "");
    check_sequence("ff1", "");
    check_sequence("a01", "");
    check_sequence("a1_", "");
    check_sequence("bA", ""); /* A is the 17th character after 0 */
    check_sequence("v19", "v19");
}

/* The sum of paths, which says what its parts are called. */
static void parts_are_named(void **state) {
    (void)state;
    static const struct {
        const char *text, *sum, *formula;
    } table[] = {
        {"x*x", "fx", "{fx_1} + {fx_2}"},
        {"x*x*x", "fx", "{fx_1} + {fx_2} + {fx_3}"},
        {"x*x + x_1", "fx", "{fx__1} + {fx__2}"},
        {"x_1 + x*x", "fx", "{fx__1} + {fx__2}"},
        {"x*x + fx_1", "fx", "{fx__1} + {fx__2}"},
        {"x*x + x_1 + fx_2", "fx", "{fx__1} + {fx__2}"},
        {"x*x + x_2*x_2", "fx_2", "{fx_2__1} + {fx_2__2}"},
        {"x*x + x_*x_*x_1", "fx", "{fx__1} + {fx__2}"},
        {"x*x + x_*x_", "fx_", "{fx__1} + {fx__2}"},
        {"x*x + x_*x_ + x__1", "fx_", "{fx____1} + {fx____2}"},
        {"x*x + x__1", "fx", "{fx___1} + {fx___2}"},
        {"x*x + x_1 + x__1", "fx", "{fx___1} + {fx___2}"},
        {"x*x + x__1 + x_1", "fx", "{fx___1} + {fx___2}"},
        {"x*x + fx__1 + x_1", "fx", "{fx___1} + {fx___2}"},
        {"x*x + y_1", "fx", "{fx_1} + {fx_2}"},
        {"x*x + x_y", "fx", "{fx_1} + {fx_2}"},
        {"x*x + x1", "fx", "{fx_1} + {fx_2}"},
        {"x*x + xx_1", "fx", "{fx_1} + {fx_2}"},
        {"x*x + ffx_1", "fx", "{fx_1} + {fx_2}"},
        {"exp(y)*exp(y)", "fa", "{fa_1} + {fa_2}"},
        {"exp(y)*exp(y) + x*fx_7", "fa", "{fa__1} + {fa__2}"},
        {"fx*fx", "ffx", "{ffx_1} + {ffx_2}"},
        {"fx*fx + fx_1", "ffx", "{ffx__1} + {ffx__2}"},
        {"x_1*x_1 + x_1_1", "fx_1", "{fx_1__1} + {fx_1__2}"},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct sheet s = open_sheet(table[i].text, 1);
        pass(&s, AT(1, 2, 3, 4));
        cnn_trace *trace = work_out(&s, 0, true);
        const cnn_item *sum = NULL;
        for (size_t k = 0; k < trace->count; k++)
            if (trace->items[k].role == CNN_SUM && strcmp(trace->items[k].name, table[i].sum) == 0)
                sum = &trace->items[k];
        if (sum == NULL || strcmp(sum->formula, table[i].formula) != 0)
            fail_msg("%s: %s, not %s", table[i].text, sum == NULL ? "no sum" : sum->formula,
                     table[i].formula);
        close_sheet(&s);
    }
}

static void names_that_gradients_have(void **state) {
    (void)state;
    static const struct {
        const char *text, *field; /* NULL: none is taken */
    } table[] = {
        {"x + fx", "fx"},      {"fx + x", "fx"},   {"fout", "fout"},       {"x*fout", "fout"},
        {"ffx + fx", "ffx"},   {"x*fx*y", "fx"},   {"f1 + ff1", "ff1"},    {"x_1 + fx_1", "fx_1"},
        {"a*ff*fff", "fff"},   {"fx", NULL},       {"fx + y", NULL},       {"ffx + x", NULL},
        {"x + fX", NULL},      {"x + fx_1", NULL}, {"fa*exp(x)", NULL},    {"outs*fouts", "fouts"},
        {"foutx*ffout", NULL}, {"x_1 + fx", NULL}, {"x*ffx*fx", "ffx"},    {"x*fx*ffx", "fx"},
        {"fx_ + x", NULL},     {"ff + x", NULL},   {"Out + fOut", "fOut"}, {"_ + f_", "f_"},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct sheet s = open_sheet(table[i].text, 1);
        if (table[i].field == NULL) {
            assert_int_equal(s.named.code, CNN_OK);
        } else {
            assert_int_equal(s.named.code, CNN_TAKEN);
            assert_string_equal(s.named.field, table[i].field);
        }
        close_sheet(&s);
    }
}

/* ---- Random expressions -------------------------------------------------------------------- */

#define TEXT_MOST  6000
#define SPANS_MOST 16

struct writer {
    char text[TEXT_MOST + 1];
    size_t length;
    struct {
        size_t from, length;
    } spans[SPANS_MOST]; /* operands that stand there, to be repeated */
    int span_count;
    const char *const *names;
    int name_count;
};

static void write_text(struct writer *w, const char *text, size_t length) {
    if (w->length + length <= TEXT_MOST)
        memmove(w->text + w->length, text, length);
    w->length += length;
    assert_true(w->length <= TEXT_MOST);
    w->text[w->length] = '\0';
}

static void write_word(struct writer *w, const char *word) {
    write_text(w, word, strlen(word));
}

static void write_atom(struct writer *w) {
    static const char *const constants[] = {
        "2",     "1",        "0.5",      "pi",
        "3e-1",  "(1+2)",    "(-1)",     "0.7500000000000000000000001",
        "(1/3)", "1.5",      "(-.25)",   "sqrt(2)",
        "e",     "(1 -\t3)", "max(1, 2)"};

    if (random_below(4) == 0)
        write_word(w, constants[random_below(COUNT(constants))]);
    else
        write_word(w, w->names[random_below(w->name_count)]);
}

static void write_operand(struct writer *w, int depth);

static void write_function(struct writer *w, int depth) {
    const cnn_gate *gate;

    do
        gate = cnn_gate_at((size_t)random_below(GATES));
    while (gate->kind != CNN_FUNCTION);
    write_word(w, gate->name);
    for (int k = 0; k < gate->arity; k++) {
        write_word(w, k == 0 ? "(" : ", ");
        write_operand(w, depth - 1);
    }
    write_word(w, ")");
}

static void write_infix(struct writer *w, int depth) {
    static const char *const signs[] = {"+", "*", " - ", "/", "^", "+", "*", "**"};

    write_word(w, "(");
    write_operand(w, depth - 1);
    write_word(w, signs[random_below(COUNT(signs))]);
    write_operand(w, depth - 1);
    write_word(w, random_below(8) == 0 ? "^2)" : ")");
}

static void write_operand(struct writer *w, int depth) {
    const size_t from = w->length;
    const int kind = depth == 0 ? 10 : random_below(11);

    if (kind < 5) {
        write_infix(w, depth);
    } else if (kind < 8) {
        write_function(w, depth);
    } else if (kind == 8) {
        write_word(w, "(-");
        write_operand(w, depth - 1);
        write_word(w, ")");
    } else if (kind == 9 && w->span_count > 0) {
        const int i = random_below(w->span_count < SPANS_MOST ? w->span_count : SPANS_MOST);
        write_text(w, w->text + w->spans[i].from, w->spans[i].length);
    } else {
        write_atom(w);
    }
    if (w->length - from < 40) {
        w->spans[w->span_count % SPANS_MOST].from = from;
        w->spans[w->span_count % SPANS_MOST].length = w->length - from;
        w->span_count++;
    }
}

/* One of up to four of these names, with up to 2^depth operands. */
static void write_random(struct writer *w, const char *const *names, int name_count, int depth) {
    static const char *picked[4];
    const int count = 1 + random_below(4);

    for (int i = 0; i < count; i++)
        picked[i] = names[random_below(name_count)];
    *w = (struct writer){.names = picked, .name_count = count};
    write_operand(w, depth);
}

static const char *const nasty[] = {
    "a",     "fa",     "a1",    "fa1", "a_1", "fa_1",  "x",     "x_1", "fx_1", "x_2",   "fx_2",
    "x__1",  "x__2",   "fx__1", "x_",  "x__", "fx_",   "f1",    "ff",  "fff",  "f_1",   "b",
    "fb",    "b_1",    "fb_2",  "b1",  "fb1", "b1_1",  "fb1_1", "c",   "c_2",  "fc__1", "ffa",
    "x_1_1", "fx_1_1", "x_01",  "a_",  "fa_", "_1",    "_",     "__1", "f_",   "outs",  "fx",
    "fout",  "out_1",  "g1",    "h",   "d_1", "ffx_1", "x1",    "a_x", "y",    "ffx",   "x_1_"};

static const char *const plain[] = {"x", "y", "w0", "rate"};

#define LONG "vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv" /* 60 letters */

static const char *const longest[] = {LONG "vvv", LONG "vvw",    LONG "v_1", "f" LONG "_1",
                                      LONG "__1", "f" LONG "vv", "v",        LONG};

/* Whether a variable has the name of another's gradient, by trying all pairs. */
static bool has_taken(const struct sheet *s, const char *field) {
    bool any = false;

    for (int32_t i = 0; i < s->graph.variable_count; i++) {
        const char *name = s->graph.nodes[s->graph.variables[i]].name;
        bool taken = strcmp(name, "fout") == 0;
        for (int32_t k = 0; k < s->graph.variable_count; k++)
            taken = taken || (*name == 'f' &&
                              strcmp(name + 1, s->graph.nodes[s->graph.variables[k]].name) == 0);
        if (taken && field != NULL && strcmp(field, name) == 0)
            return true;
        any = any || taken;
    }
    return field == NULL && any;
}

/* Two items of one name are one quantity: out as a result and as a gate, a gradient as a result and
 * on the way back. */
static void check_names(const char *text, const cnn_trace *trace) {
    for (size_t i = 0; i < trace->count; i++) {
        const cnn_item *later = &trace->items[i], *first = item_of(trace, later->name);
        const bool out = later->role == CNN_FORWARD && strcmp(later->name, "out") == 0;
        const bool back = later->role == CNN_BACKWARD || later->role == CNN_SUM;
        if (first != later && !(first->role == CNN_RESULT && (out || back)))
            fail_msg("%s: two values are called %s", text, later->name);
        for (size_t k = i + 1; back && k < trace->count; k++)
            if (trace->items[k].role >= CNN_BACKWARD &&
                strcmp(trace->items[k].name, later->name) == 0)
                fail_msg("%s: two gradients are called %s", text, later->name);
        if (first != later && first->real != later->real && !isnan(first->real))
            fail_msg("%s: %s is %.17g and %.17g", text, first->name, first->real, later->real);
    }
}

/* Distinct values have distinct names, or a variable's is refused. */
static void check_distinct(const char *text) {
    struct sheet s = open_sheet(text, 1);
    double values[] = {0.75, 1.25, 2.5, 0.625, 1.5};

    if (has_taken(&s, NULL)) {
        assert_int_equal(s.named.code, CNN_TAKEN);
        assert_true(has_taken(&s, s.named.field));
    } else {
        assert_int_equal(s.named.code, CNN_OK);
        pass(&s, values, COUNT(values));
        check_names(text, work_out(&s, 0, true));
    }
    close_sheet(&s);
}

static void names_are_distinct(void **state) {
    (void)state;
    static struct writer w;
    /* Names that end in what stands before the number of a part. */
    static const char *const ends[] = {"x_*x_ + x__1", "x__*x__ + x___1", "x*x + x_*x_*x_1",
                                       "x_*x_ + fx__1", "x*x + x_*x_ + x__*x__ + x_1 + x__2"};

    for (size_t i = 0; i < COUNT(ends); i++)
        check_distinct(ends[i]);
    for (int i = 0; i < 6000; i++) {
        write_random(&w, nasty, COUNT(nasty), 2 + i % 6);
        check_distinct(w.text);
    }
    for (size_t i = 0; i < COUNT(nasty); i++)
        for (size_t k = 0; k < COUNT(nasty); k++)
            for (size_t n = 0; n < COUNT(nasty); n += 1 + (i + k) % 3) {
                char text[128];
                const char *x = nasty[i], *y = nasty[k], *z = nasty[n];
                snprintf(text, sizeof text, "exp(%s*%s)*exp(%s*%s)*%s*exp(%s*%s)", x, y, x, y, z, x,
                         y);
                check_distinct(text);
            }
}

/* ---- The worksheet ------------------------------------------------------------------------- */

/* Line by line: role, name, formula, and on the way back the gate, upstream and local. */
static void list_items(const cnn_trace *trace, char *list, size_t room) {
    static const char *const roles[] = {"given", "step", "result", "forward", "backward", "sum"};
    size_t length = 0;

    *list = '\0';
    for (size_t i = 0; i < trace->count; i++) {
        const cnn_item *item = &trace->items[i];
        assert_int_equal(item->kind, CNN_REAL);
        assert_null(item->note);
        assert_true((item->gate != NULL) == (item->role == CNN_BACKWARD));
        assert_true((item->formula != NULL) == (trace->working && item->role >= CNN_FORWARD));
        length +=
            (size_t)snprintf(list + length, room - length, "%s %s", roles[item->role], item->name);
        if (item->formula != NULL)
            length += (size_t)snprintf(list + length, room - length, " [%s]", item->formula);
        if (item->gate != NULL)
            length += (size_t)snprintf(list + length, room - length, " from %s: %.15g*%.15g",
                                       item->gate, item->upstream, item->local);
        length += (size_t)snprintf(list + length, room - length, " = %.15g\n", item->real);
        assert_true(length < room);
    }
}

/* From each sum its parts, one by one, are those gradients of that name and a number that come
 * before it. */
static void check_parts(const cnn_trace *trace) {
    for (size_t i = 0; i < trace->count; i++) {
        if (trace->items[i].role != CNN_SUM)
            continue;
        const size_t length = strlen(trace->items[i].name);
        size_t part = trace->items[i].part;
        for (size_t k = 0; k < trace->count; k++) {
            const char *name = trace->items[k].name;
            if (strncmp(name, trace->items[i].name, length) != 0 || name[length] != '_')
                continue;
            assert_int_equal(part, k);
            part = trace->items[k].part;
        }
        assert_int_equal(part, 0);
    }
}

static void worksheets(void **state) {
    (void)state;
    static const struct {
        const char *text;
        double values[3];
        const char *list;
    } table[] = {
        {"x*y + x",
         {3, 2},
         "given x = 3\n"
         "given y = 2\n"
         "result out = 9\n"
         "result fx = 3\n"
         "result fy = 3\n"
         "forward a [{x}*{y}] = 6\n"
         "forward out [{a} + {x}] = 9\n"
         "result fout = 1\n"
         "backward fa [1] from out: 1*1 = 1\n"
         "backward fx_1 [1] from out: 1*1 = 1\n"
         "backward fx_2 [{y}] from a: 1*2 = 2\n"
         "backward fy [{x}] from a: 1*3 = 3\n"
         "sum fx [{fx_1} + {fx_2}] = 3\n"},
        /* The sum of a gate's paths comes before what leaves the gate. */
        {"(x - 1)^2 + max(x - 1, y)/4",
         {5, 1},
         "given x = 5\n"
         "given y = 1\n"
         "result out = 17\n"
         "result fx = 8.25\n"
         "result fy = 0\n"
         "forward a [{x} - 1] = 4\n"
         "forward b [{a}^2] = 16\n"
         "forward c [max({a}, {y})] = 4\n"
         "forward d [{c}*(1/4)] = 1\n"
         "forward out [{b} + {d}] = 17\n"
         "result fout = 1\n"
         "backward fb [1] from out: 1*1 = 1\n"
         "backward fd [1] from out: 1*1 = 1\n"
         "backward fc [1/4] from d: 1*0.25 = 0.25\n"
         "backward fa_1 [[{a} > {y}]] from c: 0.25*1 = 0.25\n"
         "backward fy [[{a} < {y}]] from c: 0.25*0 = 0\n"
         "backward fa_2 [2*{a}] from b: 1*8 = 8\n"
         "sum fa [{fa_1} + {fa_2}] = 8.25\n"
         "backward fx [1] from a: 8.25*1 = 8.25\n"},
        {"x",
         {7},
         "given x = 7\n"
         "result out = 7\n"
         "result fx = 1\n"
         "forward out [{x}] = 7\n"
         "result fout = 1\n"
         "backward fx [1] from out: 1*1 = 1\n"},
        {"1 + 2",
         {0},
         "result out = 3\n"
         "forward out [1 + 2] = 3\n"},
        {"7",
         {0},
         "result out = 7\n"
         "forward out [7] = 7\n"},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        char list[2000];
        struct sheet s = open_sheet(table[i].text, 1);
        pass(&s, table[i].values, COUNT(table[i].values));
        list_items(work_out(&s, 0, i % 2 == 0), list, sizeof list);
        assert_string_equal(list, table[i].list);
        check_parts(&s.trace);
        close_sheet(&s);
    }
}

/* Without a working the output's gate and the gradients of variables are results alone. */
static void each_name_once(void **state) {
    (void)state;
    static const struct {
        const char *text;
        double values[2];
        const char *list;
    } table[] = {
        {"x*y + x",
         {3, 2},
         "given x = 3\n"
         "given y = 2\n"
         "result out = 9\n"
         "result fx = 3\n"
         "result fy = 3\n"
         "forward a = 6\n"
         "result fout = 1\n"
         "backward fa from out: 1*1 = 1\n"
         "backward fx_1 from out: 1*1 = 1\n"
         "backward fx_2 from a: 1*2 = 2\n"},
        {"(x + y)*(x + y)",
         {3, 2},
         "given x = 3\n"
         "given y = 2\n"
         "result out = 25\n"
         "result fx = 10\n"
         "result fy = 10\n"
         "forward a = 5\n"
         "result fout = 1\n"
         "backward fa_1 from out: 1*5 = 5\n"
         "backward fa_2 from out: 1*5 = 5\n"
         "sum fa = 10\n"},
        {"x",
         {7},
         "given x = 7\n"
         "result out = 7\n"
         "result fx = 1\n"
         "result fout = 1\n"},
        {"1 + 2", {0}, "result out = 3\n"},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        char list[1000];
        struct sheet s = open_sheet(table[i].text, 1);
        pass(&s, table[i].values, COUNT(table[i].values));
        cnn_trace *trace = work_out(&s, 0, i % 2 == 0);
        trace->working = false;
        trace->given = true;
        assert_int_equal(cnn_worksheet(&s.graph, 0, s.texts, trace).code, CNN_OK);
        list_items(trace, list, sizeof list);
        assert_string_equal(list, table[i].list);
        close_sheet(&s);
    }
}

/* Room for a working: three numbers for each node, the texts with their ends, and for each of
 * several parts its name, of at most ten digits, with its place in the sum. As many items as it
 * has, or two more, which the working of a lone variable takes. */
static void room_for_worksheets(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t bytes;
    } table[] = {
        {"x", 12 + sizeof "{x}"},
        {"exp(x)", 2 * (size_t)12 + sizeof "exp({x})" + sizeof "exp({x})"},
        {"x*y + x", 4 * (size_t)12 + sizeof "{x}*{y}" + sizeof "{y}" + sizeof "{x}" +
                        sizeof "{a} + {x}" + sizeof "1" + sizeof "1" +
                        2 * (sizeof "fx_1234567890" + 13 + 6)},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct sheet s = open_sheet(table[i].text, 1);
        pass(&s, AT(1, 2));
        assert_int_equal(cnn_worksheet_bytes(&s.graph), table[i].bytes);
        assert_int_equal(work_out(&s, 0, false)->count + (i == 0 ? 0 : 2),
                         cnn_worksheet_items(&s.graph));
        close_sheet(&s);
    }
}

/* What constants look like in the last gate's formula, and in its local gradient by x. */
static void formulas(void **state) {
    (void)state;
    static const struct {
        const char *text, *formula, *local;
    } table[] = {
        {"x*(1+2)", "{x}*(1+2)", "(1+2)"},
        {"x*(1 + 2)", "{x}*(1 + 2)", "(1 + 2)"},
        {"x*(1\t+\r\n2)", "{x}*(1 +  2)", "(1 +  2)"},
        {"x*((1+2)*3)", "{x}*((1+2)*3)", "((1+2)*3)"},
        {"x*2", "{x}*2", "2"},
        {"x*(2)", "{x}*2", "2"},
        {"x*2.50", "{x}*2.50", "2.50"},
        {"x*0.00000000000000000000000", "{x}*0", "0"},
        {"x*25e-1", "{x}*25e-1", "25e-1"},
        {"pi*x", "pi*{x}", "pi"},
        {"x*e", "{x}*e", "e"},
        {"x*-2", "{x}*(-2)", "(-2)"},
        {"-2*x", "(-2)*{x}", "(-2)"},
        {"x - -2", "{x} - (-2)", "1"},
        {"x + 2*3", "{x} + (2*3)", "1"},
        {"x^-2", "{x}^(-2)", "(-2)*{x}^((-2) - 1)"},
        {"x^3", "{x}^3", "3*{x}^(3 - 1)"},
        {"x**3", "{x}^3", "3*{x}^(3 - 1)"},
        {"x^2", "{x}^2", "2*{x}"},
        {"x**2.0", "{x}^2", "2*{x}"},
        {"2^x", "2^{x}", "2^{x}*ln 2"},
        {"(2/3)^x", "(2/3)^{x}", "(2/3)^{x}*ln (2/3)"},
        {"x/3", "{x}*(1/3)", "1/3"},
        {"x/-3", "{x}*(1/(-3))", "1/(-3)"},
        {"x/(1+2)", "{x}*(1/(1+2))", "1/(1+2)"},
        {"x/(2/7)", "{x}*(1/(2/7))", "1/(2/7)"},
        {"x/2^3", "{x}*(1/(2^3))", "1/(2^3)"},
        {"1/x", "1/{x}", "-1/{x}^2"},
        {"max(x, 2)", "max({x}, 2)", "[{x} > 2]"},
        {"min(-2, x)", "min((-2), {x})", "[(-2) > {x}]"},
        {"ln(x)", "ln {x}", "1/{x}"},
        {"log(x)", "ln {x}", "1/{x}"},
        {"sqrt(x)", "sqrt {x}", "1/(2*sqrt {x})"},
        {"-x", "-{x}", "-1"},
        /* 24 bytes are shown, 25 are not; long ones as their value. */
        {"x*0.5000000000000000000000", "{x}*0.5000000000000000000000", "0.5000000000000000000000"},
        {"x*0.50000000000000000000000", "{x}*0.5", "0.5"},
        {"x*(1+0.50000000000000000000)", "{x}*(1+0.50000000000000000000)",
         "(1+0.50000000000000000000)"},
        {"x*(1+0.500000000000000000000)", "{x}*1.5", "1.5"},
        {"x*(1-2.5000000000000000000000000)", "{x}*(-1.5)", "(-1.5)"},
        {"x/0.50000000000000000000000", "{x}*(1/0.5)", "1/0.5"},
        {"x/(1-3.00000000000000000000000)", "{x}*(1/(-2))", "1/(-2)"},
        {"x/(1-3.00000000000000000000)", "{x}*(1/(1-3.00000000000000000000))",
         "1/(1-3.00000000000000000000)"},
        {"x*0.333333333333333333333333333", "{x}*0.3333333333333333", "0.3333333333333333"},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct sheet s = open_sheet(table[i].text, 1);
        pass(&s, AT(1.5));
        cnn_trace *trace = work_out(&s, 0, false);
        const cnn_item *out = &trace->items[3], *back = &trace->items[trace->count - 1];
        assert_int_equal(trace->count, 6);
        assert_int_equal(out->role, CNN_FORWARD);
        assert_int_equal(back->role, CNN_BACKWARD);
        if (strcmp(out->formula, table[i].formula) != 0 ||
            strcmp(back->formula, table[i].local) != 0)
            fail_msg("%s: %s and %s", table[i].text, out->formula, back->formula);
        close_sheet(&s);
    }
}

/* An expression that is one constant or one variable. */
static void lone_formulas(void **state) {
    (void)state;
    static const struct {
        const char *text, *formula;
    } table[] = {
        {"2.50", "2.50"},
        {"(1+2)/4", "(1+2)/4"},
        {"-2", "-2"},
        {"pi", "pi"},
        {"1\t+\n2", "1 + 2"},
        {"            1 + 2", "1 + 2"},
        {"1 + 2 + 3 + 4 + 5 + 6+ 7", "1 + 2 + 3 + 4 + 5 + 6+ 7"}, /* 24 bytes */
        {"0.50000000000000000000000", "0.5"},
        {"1 + 0.50000000000000000000000", "1.5"},
        {"x", "{x}"},
        {"((x))", "{x}"},
        {LONG, "{" LONG "}"},
        {LONG "vvv", "{" LONG "vvv}"},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct sheet s = open_sheet(table[i].text, 1);
        pass(&s, AT(1.5));
        cnn_trace *trace = work_out(&s, 0, false);
        const cnn_item *out = trace->items;
        for (size_t k = 0; k < trace->count; k++)
            if (trace->items[k].role == CNN_FORWARD)
                out = &trace->items[k];
        assert_int_equal(out->role, CNN_FORWARD);
        assert_string_equal(out->name, "out");
        assert_string_equal(out->formula, table[i].formula);
        close_sheet(&s);
    }
}

/* "fNAME". */
static const cnn_item *gradient_item(const cnn_trace *trace, const char *name) {
    char gradient[80];
    assert_true(snprintf(gradient, sizeof gradient, "f%s", name) < (int)sizeof gradient);
    return item_of(trace, gradient);
}

/* Each line is true, and is made of lines above it. */
static void check_item(const char *text, const cnn_trace *trace, size_t index) {
    const cnn_item *item = &trace->items[index];
    double right = item->role == CNN_BACKWARD ? item->local : item->real;
    bool at_kink, exact = item->role == CNN_SUM;

    if (item->role == CNN_BACKWARD) {
        const cnn_item *upstream = gradient_item(trace, item->gate);
        assert_true(upstream < item);
        assert_true(same_number(upstream->real, item->upstream));
        assert_true(same_real(item->real, 0 + item->upstream * item->local));
    }
    double got = law_value(item->formula, trace, index, &at_kink);
    bool is_in_doubles = isfinite(right) && isfinite(got) && fabs(right) >= 1e-290;
    if (at_kink || (!is_in_doubles && !exact))
        return;
    if (!is_close(right, got, exact ? 0 : 1e-13))
        fail_msg("%s: %s = %s makes %.17g, not %.17g", text, item->name, item->formula, got, right);
}

static void check_items(const char *text, const struct sheet *s) {
    const cnn_trace *trace = &s->trace;
    size_t forward = 0, gates = 0;

    for (int32_t i = 0; i < s->graph.node_count; i++)
        gates += s->graph.nodes[i].gate != NULL;
    for (size_t i = 0; i < trace->count; i++) {
        const cnn_item *item = &trace->items[i];
        assert_true(i == 0 || item->role >= item[-1].role || item->role == CNN_BACKWARD ||
                    (item->role == CNN_RESULT && strcmp(item->name, "fout") == 0));
        if (item->role >= CNN_FORWARD)
            check_item(text, trace, i);
        forward += item->role == CNN_FORWARD;
    }
    assert_int_equal(forward, gates > 0 ? gates : 1);
    assert_true(item_of(trace, "out")->real == *cnn_values(&s->graph, s->graph.output) ||
                isnan(item_of(trace, "out")->real));
    for (int32_t i = 0; i < s->graph.variable_count; i++) {
        const cnn_node *node = &s->graph.nodes[s->graph.variables[i]];
        const double *gradient = cnn_gradients(&s->graph, s->graph.variables[i]);
        assert_true(!node->moves || same_real(gradient_item(trace, node->name)->real, *gradient));
    }
}

/* Others cannot be typed. */
static bool has_finite_constants(const cnn_graph *graph) {
    for (int32_t i = 0; i < graph->node_count; i++)
        if (graph->nodes[i].gate == NULL && graph->nodes[i].variable < 0 &&
            !isfinite(graph->nodes[i].value))
            return false;
    return true;
}

/* Memory of exactly the sizes that are said, and every line worked out again. */
static void check_sheet(const char *text, const double *values, size_t count) {
    struct sheet s = open_sheet(text, 1);

    if (s.named.code == CNN_OK) {
        pass(&s, values, count);
        work_out(&s, 0, true);
        if (has_finite_constants(&s.graph))
            check_items(text, &s);
    }
    close_sheet(&s);
}

static void random_worksheets(void **state) {
    (void)state;
    static struct writer w;

    for (int i = 0; i < 2000; i++) {
        double values[4];
        for (size_t k = 0; k < COUNT(values); k++)
            values[k] = 0.25 + random_below(1000) / 400.0;
        if (i % 4 == 0)
            write_random(&w, longest, COUNT(longest), 1 + i % 7);
        else if (i % 4 == 1)
            write_random(&w, nasty, COUNT(nasty), 1 + i % 7);
        else
            write_random(&w, plain, COUNT(plain), 1 + i % 7);
        check_sheet(w.text, values, COUNT(values));
    }
}

static char *append(char *at, const char *text) {
    while (*text != '\0')
        *at++ = *text++;
    return at;
}

/* `count` copies of the middle between the ends. */
static void check_repeated(const char *start, const char *middle, const char *end, size_t count) {
    char *text = block(strlen(start) + count * strlen(middle) + strlen(end) + 1);
    char *at = append(text, start);

    for (size_t i = 0; i < count; i++)
        at = append(at, middle);
    *append(at, end) = '\0';
    check_sheet(text, AT(0.75, 0.5, 1.25));
    free(text);
}

static void large_worksheets(void **state) {
    (void)state;
    check_repeated("", "x + ", "x", 700);
    check_repeated("", "x*y + ", "x", 700);
    check_repeated("", LONG "vvv + ", LONG "vvv", 700);
    check_repeated("", LONG "vvv*", LONG "vvv", 400);
    check_repeated(LONG "_1 + ", LONG "*", LONG, 400);
    check_repeated("", "sigmoid(" LONG "vvv*y) + ", "y", 500);
    check_repeated("", "x*(1/0.12345678901234567890123) + ", "y", 300);
    check_repeated("", "tanh(y*-0.1234567890123456789012) - ", "y", 300);
    check_repeated("", "x^-0.5/3.00000000000000000001 + ", "y", 300);
    check_repeated("x", "*2 + 1 - x/3", "", 300);
    check_repeated("", "-", "x", 3000);
    check_repeated("", "x - -", "y", 1000);
    for (size_t gates = 1; gates < 3000; gates += 1 + gates) {
        char *text = chain(LONG, gates);
        check_sheet(text, AT(0.75));
        free(text);
    }
}

static void worksheets_that_are_full(void **state) {
    (void)state;
    static const char *const names[] = {"out", "fx", "x"};
    struct sheet s = open_sheet("x*y + exp(x*y)/x", 1);

    pass(&s, AT(3, 2));
    cnn_trace *trace = work_out(&s, 0, false);
    const size_t count = trace->count;
    assert_true(count <= cnn_worksheet_items(&s.graph));
    for (size_t capacity = 0; capacity <= count; capacity++) {
        free(s.items);
        s.items = block(capacity * sizeof *s.items);
        *trace = (cnn_trace){.items = s.items, .capacity = capacity, .working = true};
        if (capacity % 2 == 0)
            give_slots(&s, capacity);
        const cnn_code code = cnn_worksheet(&s.graph, 0, s.texts, trace).code;
        assert_int_equal(code, capacity < count ? CNN_NO_ROOM : CNN_OK);
        assert_int_equal(trace->count, capacity);
        for (size_t i = 0; i < capacity; i++) /* the next part is another */
            assert_true(s.items[i].role != CNN_BACKWARD || s.items[i].part == 0 ||
                        (s.items[i].part > i && s.items[i].part < capacity));
    }
    for (size_t capacity = 0; capacity <= COUNT(names); capacity++) {
        *trace = (cnn_trace){.items = s.items,
                             .capacity = capacity,
                             .names = names,
                             .name_count = COUNT(names),
                             .given = true};
        const cnn_code code = cnn_worksheet(&s.graph, 0, s.texts, trace).code;
        assert_int_equal(code, capacity < COUNT(names) ? CNN_NO_ROOM : CNN_OK);
        assert_int_equal(trace->count, capacity);
    }
    close_sheet(&s);
}

/* ---- Values by name ------------------------------------------------------------------------ */

/* These names, asked for alone, have the values that they have in the whole worksheet. */
static void check_names_alone(struct sheet *s, const cnn_trace *whole, const char *const *names,
                              size_t count, bool slots) {
    const size_t capacity = cnn_worksheet_items(&s->graph) + count;
    struct sheet alone = {.graph = s->graph};

    alone.texts = block(cnn_worksheet_bytes(&s->graph));
    alone.items = block(capacity * sizeof *alone.items);
    alone.trace = (cnn_trace){.items = alone.items,
                              .capacity = capacity,
                              .names = names,
                              .name_count = count,
                              .given = true};
    if (slots)
        give_slots(&alone, capacity);
    assert_int_equal(cnn_worksheet(&s->graph, 0, alone.texts, &alone.trace).code, CNN_OK);
    for (size_t i = 0; i < count; i++) {
        const cnn_item *got = item_of(&alone.trace, names[i]), *right = item_of(whole, names[i]);
        assert_int_equal(got->kind, CNN_REAL);
        if (!same_number(got->real, right->real))
            fail_msg("%.*s: %s is %.17g alone, %.17g among all", 200, s->text, names[i], got->real,
                     right->real);
    }
    for (size_t i = 0; i < alone.trace.count; i++) {
        bool asked = false;
        for (size_t k = 0; k < count; k++)
            asked = asked || strcmp(names[k], alone.items[i].name) == 0;
        assert_true(asked);
    }
    free(alone.slots);
    free(alone.items);
    free(alone.texts);
}

static bool is_part(const struct sheet *s, const char *name) {
    return cnn_named_rows(&s->graph, name, strlen(name)) == NULL;
}

/* With parts among the names the whole worksheet is gone through, without them only rows are read.
 */
static void names_alone(void **state) {
    (void)state;
    static struct writer w;
    size_t quick = 0, with_parts = 0;

    for (int i = 0; i < 1500; i++) {
        write_random(&w, i % 2 == 0 ? plain : longest, i % 2 == 0 ? COUNT(plain) : COUNT(longest),
                     1 + i % 6);
        struct sheet s = open_sheet(w.text, 1);
        if (s.named.code == CNN_OK) {
            pass(&s, AT(0.75, 1.25, 0.5, 2));
            const cnn_trace *whole = work_out(&s, 0, true);
            const char *names[6];
            const size_t count = 1 + (size_t)random_below(COUNT(names));
            bool parts = false;
            for (size_t k = 0; k < count; k++) {
                names[k] = whole->items[random_below((int)whole->count)].name;
                parts = parts || is_part(&s, names[k]);
            }
            check_names_alone(&s, whole, names, count, random_below(2) == 0);
            quick += !parts;
            with_parts += parts;
        }
        close_sheet(&s);
    }
    assert_true(quick > 200 && with_parts > 200);
}

static void rows_by_name(void **state) {
    (void)state;
    struct sheet s = open_sheet("x*y + exp(x*y)*x_1", 2);
    static const struct {
        const char *name;
        double values[2];
    } table[] = {
        {"x", {3, 0}},   {"y", {0, 2}},    {"x_1", {2, -4}}, {"a", {0, 0}},    {"b", {1, 1}},
        {"c", {2, -4}},  {"out", {2, -4}}, {"fout", {1, 1}}, {"fx_1", {1, 1}}, {"fc", {1, 1}},
        {"fb", {2, -4}}, {"fa", {3, -3}},  {"fx", {0, -6}},  {"fy", {9, 0}},
    };
    static const char *const none[] = {"",      "f",    "ff",    "fa_1", "fa_2", "d",  "fd",
                                       "x_",    "outs", "ou",    "out_", "fou",  "X",  "exp",
                                       "fx__1", "ffx",  "ffx_1", "e",    "pi",   "1",  "2",
                                       "fxx",   "aa",   "foutx", "f_",   "x_1 ", " x", "_1"};

    for (size_t row = 0; row < 2; row++)
        for (int32_t i = 0; i < 3; i++)
            set(&s, i, row, table[i].values[row]);
    cnn_forward(&s.graph, 2);
    cnn_backward(&s.graph, 2);
    for (size_t i = 0; i < COUNT(table); i++) {
        char longer[16];
        const size_t length = strlen(table[i].name);
        const double *rows = cnn_named_rows(&s.graph, table[i].name, length);
        assert_non_null(rows);
        for (size_t row = 0; row < 2; row++)
            if (rows[row] != table[i].values[row])
                fail_msg("%s in row %zu: %g", table[i].name, row, rows[row]);
        snprintf(longer, sizeof longer, "%sq", table[i].name);
        assert_ptr_equal(cnn_named_rows(&s.graph, longer, length), rows);
        assert_null(cnn_named_rows(&s.graph, longer, length + 1));
    }
    for (size_t i = 0; i < COUNT(none); i++)
        if (cnn_named_rows(&s.graph, none[i], strlen(none[i])) != NULL)
            fail_msg("'%s' has rows", none[i]);
    assert_null(cnn_named_rows(&s.graph, "fx", 0));
    close_sheet(&s);

    /* A variable whose name is as a gradient's. */
    s = open_sheet("fx", 1);
    assert_ptr_equal(cnn_named_rows(&s.graph, "fx", 2), cnn_values(&s.graph, 0));
    assert_ptr_equal(cnn_named_rows(&s.graph, "ffx", 3), cnn_gradients(&s.graph, 0));
    close_sheet(&s);
}

static void variables_by_name(void **state) {
    (void)state;
    struct sheet s = open_sheet("beta*x + exp(alpha)*x^2 - pi*e*b1", 1);
    static const char *const names[] = {"beta", "x", "alpha", "b1"};
    static const char *const none[] = {"",    "bet", "betas", "exp", "pi", "e",  "2", "a",
                                       "out", "f",   "fx",    "b",   "X",  "x ", "^", "alphb"};

    assert_int_equal(s.graph.variable_count, COUNT(names));
    for (size_t i = 0; i < COUNT(names); i++) {
        assert_int_equal(cnn_variable(&s.graph, names[i], strlen(names[i])), i);
        assert_string_equal(s.graph.nodes[s.graph.variables[i]].name, names[i]);
    }
    assert_int_equal(cnn_variable(&s.graph, "xy", 1), 1);
    assert_int_equal(cnn_variable(&s.graph, "betas", 4), 0);
    for (size_t i = 0; i < COUNT(none); i++)
        assert_int_equal(cnn_variable(&s.graph, none[i], strlen(none[i])), -1);
    close_sheet(&s);
}

/* ---- Which gradients are asked for --------------------------------------------------------- */

static void list_moving(const struct sheet *s, char *list) {
    *list = '\0';
    for (int32_t i = 0; i < s->graph.node_count; i++)
        if (s->graph.nodes[i].moves)
            strcat(strcat(list, s->graph.nodes[i].name), " ");
}

static void gradients_asked_for(void **state) {
    (void)state;
    struct sheet s = open_sheet("exp(x)*y + sin(y)*y*2 + x", 1);
    static const struct {
        bool asked[2];
        const char *moving;
        int32_t paths[2];
    } table[] = {
        {{true, true}, "x a y b c d g h out ", {2, 3}},
        {{true, false}, "x a b h out ", {2, 0}},
        {{false, true}, "y b c d g h out ", {0, 3}},
        {{false, false}, "", {0, 0}},
    };
    static const char *const gradients[] = {"fx", "fy"};

    for (size_t i = 0; i < 2 * COUNT(table); i++) {
        const bool *asked = table[i % COUNT(table)].asked;
        char list[64];
        cnn_differentiate(&s.graph, asked);
        list_moving(&s, list);
        assert_string_equal(list, table[i % COUNT(table)].moving);
        pass(&s, AT(0.5, 2));
        cnn_trace *trace = work_out(&s, 0, true);
        check_items("the one that is differentiated", &s);
        assert_true(fabs(item_of(trace, "out")->real - 7.4346321) < 1e-6);
        for (int k = 0; k < 2; k++) {
            assert_int_equal(s.graph.nodes[s.graph.variables[k]].paths,
                             table[i % COUNT(table)].paths[k]);
            assert_true((cnn_find(trace, gradients[k]) != NULL) == asked[k]);
            assert_true((cnn_named_rows(&s.graph, gradients[k], 2) != NULL) == asked[k]);
            assert_non_null(cnn_named_rows(&s.graph, gradients[k] + 1, 1));
        }
        assert_true((cnn_find(trace, "fout") != NULL) == (asked[0] || asked[1]));
        assert_true((cnn_named_rows(&s.graph, "fout", 4) != NULL) == (asked[0] || asked[1]));
    }
    cnn_differentiate(&s.graph, NULL);
    assert_non_null(cnn_named_rows(&s.graph, "fx", 2));
    assert_non_null(cnn_named_rows(&s.graph, "fy", 2));
    close_sheet(&s);
}

/* Of a^b with a below 0, b's own gradient is no number, and a's is one: asked for alone it is had.
 */
static void one_gradient_of_two(void **state) {
    (void)state;
    static const struct {
        bool asked[2], finite;
    } table[] = {{{true, false}, true},
                 {{true, true}, false},
                 {{false, true}, false},
                 {{false, false}, true}};
    struct sheet s = open_sheet("x^y", 1);

    for (size_t i = 0; i < COUNT(table); i++) {
        cnn_differentiate(&s.graph, table[i].asked);
        pass(&s, AT(-2, 3));
        assert_true(cnn_has_values(&s.graph, 0));
        assert_true(cnn_has_gradients(&s.graph, 0) == table[i].finite);
        if (table[i].asked[0])
            assert_true(*cnn_named_rows(&s.graph, "fx", 2) == 12);
    }
    close_sheet(&s);
}

/* ---- Rows ---------------------------------------------------------------------------------- */

static double any_real(void) {
    static const double odd[] = {0, -0.0, INFINITY, -INFINITY, NAN, 1e308, -1e-308, 1, -1, 5e-324};

    if (random_below(12) == 0)
        return odd[random_below(COUNT(odd))];
    return (random_below(2000) - 400) / 640.0;
}

/* Row by row as if each were the only one, and what lies behind the rows that are asked for is left
 * alone. */
static void check_rows(const char *text, size_t rows, size_t room) {
    struct sheet many = open_sheet(text, room), one = open_sheet(text, 1);
    const size_t nodes = (size_t)many.graph.node_count;
    double *values = block(4 * rows * sizeof *values);

    for (size_t k = 0; k < 4 * rows; k++)
        values[k] = any_real();
    for (int32_t i = 0; i < many.graph.variable_count; i++)
        for (size_t row = 0; row < rows; row++)
            set(&many, i, row, values[4 * row + (size_t)i]);
    const double behind = many.graph.gradients[rows];
    cnn_forward(&many.graph, rows);
    cnn_backward(&many.graph, rows);
    assert_true(rows == room || same_real(many.graph.gradients[rows], behind));
    for (size_t row = 0; row < rows; row++) {
        pass(&one, values + 4 * row, 4);
        for (size_t k = 0; k < nodes; k++) {
            const int32_t i = (int32_t)k;
            if (!same_real(cnn_values(&many.graph, i)[row], *cnn_values(&one.graph, i)))
                fail_msg("%s: value %zu of row %zu", text, k, row);
            if (many.graph.nodes[k].moves &&
                !same_real(cnn_gradients(&many.graph, i)[row], *cnn_gradients(&one.graph, i)))
                fail_msg("%s: gradient %zu of row %zu", text, k, row);
        }
        assert_true(cnn_has_values(&many.graph, row) == cnn_has_values(&one.graph, 0));
        assert_true(cnn_has_gradients(&many.graph, row) == cnn_has_gradients(&one.graph, 0));
        cnn_item *last = &work_out(&many, row, false)->items[many.trace.count - 1];
        assert_true(
            same_real(last->real, work_out(&one, 0, false)->items[one.trace.count - 1].real));
        assert_string_equal(last->name, one.trace.items[one.trace.count - 1].name);
    }
    free(values);
    close_sheet(&one);
    close_sheet(&many);
}

static void rows_are_alone(void **state) {
    (void)state;
    static struct writer w;

    for (int i = 0; i < 250; i++) {
        const size_t rows = 1 + (size_t)random_below(39);
        write_random(&w, plain, COUNT(plain), 1 + i % 5);
        check_rows(w.text, rows, rows + (size_t)(i % 2) * (size_t)random_below(5));
    }
    for (size_t i = 0; cnn_gate_at(i) != NULL; i++) {
        const cnn_gate *gate = cnn_gate_at(i);
        char text[32];
        if (gate->kind == CNN_FUNCTION)
            snprintf(text, sizeof text, gate->arity == 1 ? "%s(x)" : "%s(x, y)", gate->name);
        else if (gate->kind == CNN_INFIX)
            snprintf(text, sizeof text, "x %s y", gate->name);
        else
            snprintf(text, sizeof text, "%s",
                     gate->arity == 2     ? "x/3"
                     : *gate->name == '^' ? "x^2"
                     : *gate->name == '1' ? "1/x"
                                          : "-x");
        check_rows(text, 1000, 1000);
    }
}

/* Rows behind those that are asked for keep what they have. */
static void rows_behind_are_left(void **state) {
    (void)state;
    struct sheet s = open_sheet("x*exp(y) - x*2", 5);
    const size_t nodes = (size_t)s.graph.node_count;

    /* A value and a gradient of each node; a local gradient, and what checks the two. */
    assert_int_equal(cnn_rows_bytes(&s.graph, 5), (2 * nodes + 3) * 5 * sizeof(double));

    for (int32_t i = 0; i < s.graph.node_count; i++)
        for (size_t row = 0; row < 5; row++) {
            if (s.graph.nodes[i].gate != NULL || s.graph.nodes[i].variable >= 0)
                cnn_values(&s.graph, i)[row] = 3;
            else
                assert_true(cnn_values(&s.graph, i)[row] == s.graph.nodes[i].value);
            cnn_gradients(&s.graph, i)[row] = 7;
        }
    cnn_forward(&s.graph, 2);
    cnn_backward(&s.graph, 2);
    for (int32_t i = 0; i < s.graph.node_count; i++)
        for (size_t row = 0; row < 5; row++) {
            const bool passed = row < 2;
            if (s.graph.nodes[i].gate != NULL)
                assert_true((cnn_values(&s.graph, i)[row] != 3) == passed);
            if (s.graph.nodes[i].moves)
                assert_true((cnn_gradients(&s.graph, i)[row] != 7) == passed);
            else
                assert_true(cnn_gradients(&s.graph, i)[row] == 7);
        }
    close_sheet(&s);
}

static void rows_that_are_not_finite(void **state) {
    (void)state;
    static const struct {
        const char *text;
        double x[6];
        const char *values, *gradients; /* of each row: 1, finite */
    } table[] = {
        {"1/x", {1, 0, 2, -0.0, 5e-324, 1e308}, "101001", "101001"},
        {"sqrt(x)", {4, 0, -1, 1e308, NAN, INFINITY}, "110100", "100101"},
        {"exp(x)", {709, 710, -800, -INFINITY, 0, 1e308}, "101010", "101110"},
        {"1/(1 + exp(x))", {1000, 0, -1000, 709, 710, 1}, "011101", "011101"},
        {"x - x", {INFINITY, 1, NAN, 1e308, -1e308, 0}, "010111", "111111"},
        {"2", {0, 0, 0, 0, 0, 0}, "111111", "111111"},
        {"ln(x)*0", {0, 1, -1, 5e-324, 1e308, 2}, "010111", "011011"},
        {"1/(x - x)", {0, 1, 2, 3, 4, 5}, "000000", "000000"},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct sheet s = open_sheet(table[i].text, 6);
        for (size_t row = 0; row < 6 && s.graph.variable_count > 0; row++)
            set(&s, 0, row, table[i].x[row]);
        for (int twice = 0; twice < 2; twice++) {
            cnn_forward(&s.graph, 6);
            cnn_backward(&s.graph, 6);
            for (size_t row = 0; row < 6; row++)
                if (cnn_has_values(&s.graph, row) != (table[i].values[row] == '1') ||
                    cnn_has_gradients(&s.graph, row) != (table[i].gradients[row] == '1'))
                    fail_msg("%s at %g: values %d, gradients %d", table[i].text, table[i].x[row],
                             cnn_has_values(&s.graph, row), cnn_has_gradients(&s.graph, row));
        }
        close_sheet(&s);
    }
}

/* ---- Descent ------------------------------------------------------------------------------- */

#define DESCENT_ITEMS 8

struct steps {
    struct sheet sheet;
    cnn_item items[DESCENT_ITEMS];
    cnn_trace trace;
    cnn_error error;
    int64_t made;
};

static void descend(struct steps *d, const char *text, const double *start, double s, int64_t n) {
    static const char *const names[] = {"x0", "y0", "z0"};
    cnn_descent descent = {.start = start, .names = names, .s = s, .n = n, .made = -1};

    d->sheet = open_sheet(text, 1);
    d->trace = (cnn_trace){.items = d->items, .capacity = DESCENT_ITEMS, .given = true};
    d->error = cnn_descent_end(&d->sheet.graph, &descent, &d->trace);
    d->made = descent.made;
}

static void check_near(const cnn_trace *trace, const char *name, double right) {
    const double got = item_of(trace, name)->real;
    if (!is_close(got, right, 4e-16))
        fail_msg("%s is %.17g, not %.17g", name, got, right);
}

static void descents(void **state) {
    (void)state;
    static const struct {
        double x, f;
    } table[] = {{2, 4}, {1.6, 2.56}, {1.28, 1.6384}, {1.024, 1.048576}};
    const double start = 2;
    double x = start;

    for (int n = 0; n < (int)COUNT(table); n++) {
        struct steps d;
        descend(&d, "x^2", &start, 0.1, n);
        assert_int_equal(d.error.code, CNN_OK);
        assert_int_equal(d.made, n);
        check_near(&d.trace, "x", table[n].x);
        check_near(&d.trace, "f", table[n].f);
        /* Each step is rounded once. */
        assert_true(item_of(&d.trace, "x")->real == x);
        assert_true(item_of(&d.trace, "f")->real == x * x);
        x = fma(-0.1, 2 * x, x);
        assert_int_equal(d.trace.count, 5);
        assert_true(item_of(&d.trace, "x0")->real == 2 && item_of(&d.trace, "s")->real == 0.1);
        assert_int_equal(item_of(&d.trace, "n")->kind, CNN_WHOLE);
        assert_int_equal(item_of(&d.trace, "n")->whole[0], n);
        for (size_t i = 0; i < d.trace.count; i++)
            assert_int_equal(d.items[i].role, i < 2 ? CNN_RESULT : CNN_GIVEN);
        close_sheet(&d.sheet);
    }
}

/* The same one step after another, as a table of steps asks for them. */
static void steps_one_by_one(void **state) {
    (void)state;
    static const char text[] = "(x - 3)^2 + y*x";
    const double start[] = {1, 2};
    struct sheet s = open_sheet(text, 1);
    const double *x = cnn_named_rows(&s.graph, "x", 1), *y = cnn_named_rows(&s.graph, "y", 1);

    cnn_descent_begin(&s.graph, start);
    assert_true(*x == 1 && *y == 2 && *cnn_named_rows(&s.graph, "out", 3) == 6);
    for (int n = 0; n < 20; n++) {
        struct steps d;
        descend(&d, text, start, 0.07, n);
        assert_true(item_of(&d.trace, "x")->real == *x && item_of(&d.trace, "y")->real == *y);
        assert_true(item_of(&d.trace, "f")->real == *cnn_named_rows(&s.graph, "out", 3));
        close_sheet(&d.sheet);
        const double fx = 2 * (*x - 3) + *y, fy = *x;
        const double next_x = fma(-0.07, fx, *x), next_y = fma(-0.07, fy, *y);
        assert_true(cnn_descent_step(&s.graph, 0.07));
        assert_true(*x == next_x && *y == next_y);
    }
    close_sheet(&s);
}

static void descents_that_end_early(void **state) {
    (void)state;
    static const struct {
        const char *text;
        double x, s;
        int64_t n, made;
        bool answers;
    } table[] = {
        {"ln(x)", 1, 1, 0, 0, true},  /* at x = 1 */
        {"ln(x)", 1, 1, 1, 1, false}, /* x = 0, where f is not */
        {"ln(x)", 1, 1, 2, 1, false},    {"ln(x)", 1, 1, 99, 1, false},
        {"ln(x)", 0, 1, 0, 0, false},    {"ln(x)", 0, 1, 5, 0, false},
        {"sqrt(x)", 0, 1, 0, 0, true}, /* f is 0 there, its gradient is not finite */
        {"sqrt(x)", 0, 1, 1, 0, false},  {"x^2", 1, 2, 1000000, 324, false}, /* x is (-3)^steps */
        {"x^2", 1, 2, 323, 323, true},   {"x^2", 1, 2, 324, 324, false},
        {"x", 1, 1e308, 1, 1, true},     {"x", -1e308, 1e308, 1, 1, false},
        {"2*x", 1, 0, 1000, 1000, true},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct steps d;
        descend(&d, table[i].text, &table[i].x, table[i].s, table[i].n);
        if (d.error.code != (table[i].answers ? CNN_OK : CNN_DOMAIN) || d.made != table[i].made)
            fail_msg("%s from %g, %d steps: code %d after %d", table[i].text, table[i].x,
                     (int)table[i].n, (int)d.error.code, (int)d.made);
        if (!table[i].answers)
            assert_int_equal(d.trace.count, 0);
        close_sheet(&d.sheet);
    }
}

/* A step that cannot be made changes nothing. */
static void a_step_that_is_not_made(void **state) {
    (void)state;
    const double start[] = {0, 5};
    struct sheet s = open_sheet("sqrt(x) + y", 1);

    cnn_descent_begin(&s.graph, start);
    assert_false(cnn_descent_step(&s.graph, 1));
    assert_true(*cnn_named_rows(&s.graph, "x", 1) == 0);
    assert_true(*cnn_named_rows(&s.graph, "y", 1) == 5);
    cnn_descent_begin(&s.graph, (const double[]){-1, 5});
    assert_false(cnn_descent_step(&s.graph, 1));
    assert_true(*cnn_named_rows(&s.graph, "y", 1) == 5);
    cnn_descent_begin(&s.graph, (const double[]){0.25, 5}); /* no trace of what was before */
    assert_true(cnn_descent_step(&s.graph, 0.125));
    assert_true(*cnn_named_rows(&s.graph, "x", 1) == 0.125);
    assert_true(*cnn_named_rows(&s.graph, "y", 1) == 4.875);
    close_sheet(&s);
}

static void what_a_descent_names(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *names[2];
        bool given;
        const char *items;
    } table[] = {
        {"x*y", {"x0", "y0"}, true, "x y f x0 y0 s n "},
        {"x*y", {NULL, "y0"}, true, "x y f y0 s n "},
        {"x*y", {NULL, NULL}, true, "x y f s n "},
        {"x*y", {"x0", "y0"}, false, "x y f "},
        {"s*y", {"s0", "y0"}, true, "s y f s0 y0 n "},
        {"x*n", {"x0", "n0"}, true, "x n f x0 n0 s "},
        {"n*s", {"n0", "s0"}, true, "n s f n0 s0 "},
        {"ss*nn", {NULL, NULL}, true, "ss nn f s n "},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        char list[64] = "";
        cnn_item items[DESCENT_ITEMS];
        cnn_trace trace = {.items = items, .capacity = DESCENT_ITEMS, .given = table[i].given};
        cnn_descent descent = {
            .start = (const double[]){3, 4}, .names = table[i].names, .s = 0.5, .n = 1};
        struct sheet s = open_sheet(table[i].text, 1);
        assert_int_equal(cnn_descent_end(&s.graph, &descent, &trace).code, CNN_OK);
        for (size_t k = 0; k < trace.count; k++)
            strcat(strcat(list, trace.items[k].name), " ");
        assert_string_equal(list, table[i].items);
        assert_true(items[0].real == 1 && items[1].real == 2.5 && items[2].real == 2.5);
        for (size_t k = 3; k < trace.count; k++)
            if (items[k].name[1] == '0')
                assert_true(items[k].real ==
                            (strchr(table[i].text, *items[k].name) == table[i].text ? 3 : 4));
        const size_t needed = trace.count;
        for (trace.capacity = 0; trace.capacity < needed; trace.capacity++)
            assert_int_equal(cnn_descent_end(&s.graph, &descent, &trace).code, CNN_NO_ROOM);
        close_sheet(&s);
    }
}

/* What is not asked for stays where it is. */
static void descents_by_some(void **state) {
    (void)state;
    static const bool asked[] = {false, true, false};
    const double start[] = {3, 4, 5};
    static const char *const names[] = {"x0", "y0", "z0"};
    cnn_descent descent = {.start = start, .names = names, .s = 0.5, .n = 2};
    cnn_item items[DESCENT_ITEMS];
    cnn_trace trace = {.items = items, .capacity = DESCENT_ITEMS};
    struct sheet s = open_sheet("x*y + z", 1);

    cnn_differentiate(&s.graph, asked);
    assert_int_equal(cnn_descent_end(&s.graph, &descent, &trace).code, CNN_OK);
    assert_true(item_of(&trace, "x")->real == 3);
    assert_true(item_of(&trace, "y")->real == 1);
    assert_true(item_of(&trace, "z")->real == 5);
    assert_true(item_of(&trace, "f")->real == 8);
    close_sheet(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_complete),
        cmocka_unit_test(precedences),
        cmocka_unit_test(laws_are_the_values),
        cmocka_unit_test(locals_are_slopes),
        cmocka_unit_test(kinks_follow_their_convention),
        cmocka_unit_test(larger_and_smaller),
        cmocka_unit_test(powers_of_zero),
        cmocka_unit_test(slopes_of_powers),
        cmocka_unit_test(quotients_by_constants),
        cmocka_unit_test(gates_go_row_by_row),
        cmocka_unit_test(nodes_that_meet),
        cmocka_unit_test(gates_are_named),
        cmocka_unit_test(names_after_z),
        cmocka_unit_test(parts_are_named),
        cmocka_unit_test(names_that_gradients_have),
        cmocka_unit_test(names_are_distinct),
        cmocka_unit_test(worksheets),
        cmocka_unit_test(each_name_once),
        cmocka_unit_test(room_for_worksheets),
        cmocka_unit_test(formulas),
        cmocka_unit_test(lone_formulas),
        cmocka_unit_test(random_worksheets),
        cmocka_unit_test(large_worksheets),
        cmocka_unit_test(worksheets_that_are_full),
        cmocka_unit_test(names_alone),
        cmocka_unit_test(rows_by_name),
        cmocka_unit_test(variables_by_name),
        cmocka_unit_test(gradients_asked_for),
        cmocka_unit_test(one_gradient_of_two),
        cmocka_unit_test(rows_are_alone),
        cmocka_unit_test(rows_behind_are_left),
        cmocka_unit_test(rows_that_are_not_finite),
        cmocka_unit_test(descents),
        cmocka_unit_test(steps_one_by_one),
        cmocka_unit_test(descents_that_end_early),
        cmocka_unit_test(a_step_that_is_not_made),
        cmocka_unit_test(what_a_descent_names),
        cmocka_unit_test(descents_by_some),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
