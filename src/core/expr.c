/* Expressions, read with two stacks: operators wait until what binds tighter has been built. */
#include "build.h"
#include "gate.h"
#include "hash.h"

#include <string.h>

/* An operator, a function or a parenthesis that waits for its operands. */
struct waiting {
    const cnn_gate *gate; /* NULL: a parenthesis, or a quotient */
    char sign;            /* what was typed: '(' and '/' have no gate */
    int32_t arguments;    /* of a function: how many are complete */
    size_t at;
};

struct reader {
    cnn_graph *graph;
    const char *text;
    size_t length, at;
    struct operand *operands;
    size_t operand_count;
    struct waiting *waiting;
    size_t waiting_count;
    cnn_syntax syntax;
};

/* ---- Memory ------------------------------------------------------------------------------------
 */

/* Every byte of text makes at most one operand or one operator; a quotient makes two nodes. */
static size_t most_nodes(size_t length) {
    return 2 * length;
}

#define BYTES_OF_ONE 512 /* more than a byte of text takes */
#define LENGTH_MOST                                                                                \
    (CNN_EXPRESSION_MOST < SIZE_MAX / BYTES_OF_ONE ? CNN_EXPRESSION_MOST : SIZE_MAX / BYTES_OF_ONE)

size_t cnn_expression_bytes(size_t length) {
    size_t nodes = most_nodes(length);

    if (length > LENGTH_MOST)
        return SIZE_MAX; /* which nobody has */
    return nodes * (sizeof(cnn_node) + sizeof(int32_t)) +
           length * (sizeof(struct operand) + sizeof(struct waiting)) +
           cnn_slots_for(most_nodes(length)) * sizeof(int32_t);
}

/* The arrays, those of the widest members first. */
static void lay_out(struct reader *reader, void *memory) {
    size_t nodes = most_nodes(reader->length);

    reader->graph->nodes = memory;
    reader->waiting = (struct waiting *)(reader->graph->nodes + nodes);
    reader->operands = (struct operand *)(reader->waiting + reader->length);
    reader->graph->variables = (int32_t *)(reader->operands + reader->length);
    reader->graph->slots = reader->graph->variables + nodes;
    reader->graph->slot_count = cnn_slots_for(nodes);
    memset(reader->graph->slots, 0xff, reader->graph->slot_count * sizeof *reader->graph->slots);
}

/* ---- Taking operands ---------------------------------------------------------------------------
 */

static void push_operand(struct reader *reader, int32_t node, size_t from, size_t to) {
    reader->operands[reader->operand_count++] = (struct operand){node, from, to};
}

/* Gives the waiting operator on top its operands; its text ends before `to`. */
static void apply(struct reader *reader, size_t to) {
    const struct waiting *top = &reader->waiting[--reader->waiting_count];
    struct operand b = reader->operands[--reader->operand_count];

    if (top->gate != NULL && top->gate->arity == 1) {
        struct span text = {top->at, to};
        int32_t node = cnn_build_gate(reader->graph, top->gate, b.node, -1, text);
        push_operand(reader, node, text.from, text.to);
        return;
    }
    struct operand a = reader->operands[--reader->operand_count];
    if (top->gate != NULL && top->gate->kind == CNN_FUNCTION)
        a.from = top->at;
    b.to = to;
    push_operand(reader, cnn_build_infix(reader->graph, top->gate, a, b), a.from, to);
}

static bool is_bracket(const struct waiting *waiting) {
    return waiting->sign == '(';
}

static int precedence_of(const struct waiting *waiting) {
    return waiting->gate != NULL ? waiting->gate->precedence : CNN_PRODUCT;
}

/* Applies what binds as tight or tighter. */
static void reduce(struct reader *reader, int precedence) {
    while (reader->waiting_count > 0) {
        const struct waiting *top = &reader->waiting[reader->waiting_count - 1];
        if (is_bracket(top) || precedence_of(top) < precedence)
            return;
        apply(reader, reader->operands[reader->operand_count - 1].to);
    }
}

/* ---- Words -------------------------------------------------------------------------------------
 */

static bool fail(struct reader *reader, cnn_code code, size_t at, size_t length,
                 const char *expected) {
    reader->syntax = (cnn_syntax){code, at, length, expected};
    return false;
}

static char peek(const struct reader *reader, size_t ahead) {
    size_t at = reader->at + ahead;
    return at < reader->length ? reader->text[at] : '\0';
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void skip_blanks(struct reader *reader) {
    while (is_blank(peek(reader, 0)))
        reader->at++;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static void push_waiting(struct reader *reader, const cnn_gate *gate, char sign, size_t at) {
    reader->waiting[reader->waiting_count++] = (struct waiting){gate, sign, 0, at};
}

/* Of what begins with a digit or a point: digits with a point, and an exponent only where digits
 * follow: in 2exp, exp is a name. */
static size_t number_length(const struct reader *reader) {
    size_t n = 0;

    do
        n++;
    while (is_digit(peek(reader, n)) || peek(reader, n) == '.');
    if (peek(reader, n) == 'e' || peek(reader, n) == 'E') {
        size_t sign = peek(reader, n + 1) == '+' || peek(reader, n + 1) == '-';
        size_t digits = n + 1 + sign;
        if (is_digit(peek(reader, digits)))
            for (n = digits; is_digit(peek(reader, n));)
                n++;
    }
    return n;
}

static bool read_number(struct reader *reader) {
    size_t length = number_length(reader), from = reader->at;
    double value;
    cnn_code code = cnn_read_real(reader->text + from, length, &value);

    if (code == CNN_TOO_LARGE)
        return fail(reader, code, from, length, "a number that a double holds");
    if (code != CNN_OK)
        return fail(reader, CNN_SYNTAX, from, length, "a number");
    reader->at += length;
    push_operand(reader, cnn_build_constant(reader->graph, value, (struct span){from, reader->at}),
                 from, reader->at);
    return true;
}

static bool is_word(const struct reader *reader, struct span name, const char *word) {
    size_t length = name.to - name.from;
    return strlen(word) == length && memcmp(reader->text + name.from, word, length) == 0;
}

#define PI 3.141592653589793
#define E  2.718281828459045

/* A constant's name, or a variable's. */
static bool read_variable(struct reader *reader, struct span name) {
    size_t length = name.to - name.from;
    int32_t node;

    if (length > CNN_NAME_MOST)
        return fail(reader, CNN_SYNTAX, name.from, length, "a name of at most 63 letters");
    if (is_word(reader, name, "f") || is_word(reader, name, "out"))
        return fail(reader, CNN_SYNTAX, name.from, length,
                    "another name: f and out are the whole expression");
    if (is_word(reader, name, "pi"))
        node = cnn_build_constant(reader->graph, PI, name);
    else if (is_word(reader, name, "e"))
        node = cnn_build_constant(reader->graph, E, name);
    else
        node = cnn_build_variable(reader->graph, name);
    push_operand(reader, node, name.from, name.to);
    return true;
}

/* A function with its parenthesis leaves the reader where an operand is expected still. */
static bool read_name(struct reader *reader, bool *is_operand) {
    struct span name = {reader->at, reader->at};

    while (is_letter(peek(reader, 0)) || is_digit(peek(reader, 0)))
        name.to = ++reader->at;
    const cnn_gate *gate =
        cnn_gate_named(CNN_FUNCTION, reader->text + name.from, name.to - name.from);
    skip_blanks(reader);
    bool called = peek(reader, 0) == '(';
    *is_operand = !called;
    if (called && gate == NULL)
        return fail(reader, CNN_UNKNOWN, name.from, name.to - name.from, "a function");
    if (!called && gate != NULL)
        return fail(reader, CNN_SYNTAX, reader->at, reader->at < reader->length,
                    "( after a function");
    if (!called)
        return read_variable(reader, name);
    reader->at++;
    push_waiting(reader, gate, '(', name.from);
    return true;
}

/* ---- Grammar -----------------------------------------------------------------------------------
 */

/* A number, a name, or what comes before one. */
static bool read_operand(struct reader *reader, bool *is_operand) {
    char c = peek(reader, 0);

    *is_operand = false;
    if (c == '(' || c == '-') {
        push_waiting(reader, c == '-' ? cnn_gate_named(CNN_PREFIX, "-", 1) : NULL, c, reader->at);
        reader->at++;
        return true;
    }
    if (is_letter(c))
        return read_name(reader, is_operand);
    *is_operand = true;
    if (is_digit(c) || c == '.')
        return read_number(reader);
    return fail(reader, CNN_SYNTAX, reader->at, c != '\0', "a number, a name or (");
}

static bool read_infix(struct reader *reader, char sign, size_t length) {
    const cnn_gate *gate = cnn_gate_named(CNN_INFIX, &sign, 1); /* NULL: a quotient */

    if (sign != '^') /* nothing binds tighter, and it does so from the right */
        reduce(reader, gate == NULL ? CNN_PRODUCT : gate->precedence);
    push_waiting(reader, gate, sign, reader->at);
    reader->at += length;
    return true;
}

/* The bracket that is open, or NULL. */
static struct waiting *open_bracket(struct reader *reader) {
    reduce(reader, CNN_TERM);
    return reader->waiting_count > 0 ? &reader->waiting[reader->waiting_count - 1] : NULL;
}

static bool read_comma(struct reader *reader) {
    struct waiting *top = open_bracket(reader);

    if (top == NULL || top->gate == NULL || top->arguments + 1 >= top->gate->arity)
        return fail(reader, CNN_SYNTAX, reader->at, 1, top == NULL ? "an operator" : ")");
    top->arguments++;
    reader->at++;
    return true;
}

static bool read_close(struct reader *reader) {
    struct waiting *top = open_bracket(reader);

    if (top == NULL)
        return fail(reader, CNN_SYNTAX, reader->at, 1, "an operator: no ( is open");
    if (top->gate != NULL && top->arguments + 1 < top->gate->arity)
        return fail(reader, CNN_SYNTAX, reader->at, 1, ", and a second operand");
    reader->at++;
    if (top->gate != NULL) {
        apply(reader, reader->at);
        return true;
    }
    struct operand *inner = &reader->operands[reader->operand_count - 1];
    inner->from = top->at;
    inner->to = reader->at;
    reader->waiting_count--;
    return true;
}

/* What may follow an operand. */
static bool read_operator(struct reader *reader, bool *wants_operand) {
    char c = peek(reader, 0);
    bool stars = c == '*' && peek(reader, 1) == '*';

    *wants_operand = c != ')';
    if (c == ')')
        return read_close(reader);
    if (c == ',')
        return read_comma(reader);
    if (stars || c == '^')
        return read_infix(reader, '^', stars ? 2 : 1);
    if (c == '+' || c == '-' || c == '*' || c == '/')
        return read_infix(reader, c, 1);
    return fail(reader, CNN_SYNTAX, reader->at, 1, "an operator");
}

static void read_end(struct reader *reader) {
    const struct waiting *top = open_bracket(reader);

    if (top != NULL)
        fail(reader, CNN_SYNTAX, reader->length, 0,
             top->gate != NULL && top->arguments + 1 < top->gate->arity ? ", and a second operand"
                                                                        : ")");
    else
        reader->graph->output = reader->operands[0].node;
}

/* Up to the end, or to what is wrong. */
static void read_all(struct reader *reader) {
    bool wants_operand = true, is_operand;

    for (;;) {
        skip_blanks(reader);
        if (wants_operand) {
            if (!read_operand(reader, &is_operand))
                return;
            wants_operand = !is_operand;
        } else if (reader->at == reader->length) {
            read_end(reader);
            return;
        } else if (!read_operator(reader, &wants_operand)) {
            return;
        }
    }
}

cnn_syntax cnn_expression(cnn_graph *graph, void *memory, const char *text, size_t length) {
    struct reader reader = {.graph = graph, .text = text, .length = length};

    *graph = (cnn_graph){.text = text};
    if (cnn_expression_bytes(length) == SIZE_MAX)
        return (cnn_syntax){CNN_TOO_LARGE, CNN_EXPRESSION_MOST, 0, "the end of the expression"};
    lay_out(&reader, memory);
    read_all(&reader);
    cnn_differentiate(graph, NULL);
    return reader.syntax;
}
