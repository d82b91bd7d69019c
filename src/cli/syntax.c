#include "syntax.h"

#include "nearest.h"

#include <string.h>

#define EXCERPT 64 /* bytes of an expression that a message shows */

static void add_printable(struct text *text, const char *from, size_t length) {
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)from[i]; /* a char is signed on some machines only */
        text_bytes(text, c >= ' ' && c <= '~' ? &from[i] : c > 0x7f ? "?" : " ", 1);
    }
}

/* The expression, or what stands about the fault, and a caret under that. */
static void hint_place(const char *expression, const cnn_syntax *syntax, struct fault *fault) {
    size_t length = strlen(expression);
    if (length == 0)
        return;
    size_t from = length > EXCERPT && syntax->at > EXCERPT / 2 ? syntax->at - EXCERPT / 2 : 0;
    size_t shown = length - from < EXCERPT ? length - from : EXCERPT;
    struct text *line = fault_hint(fault), *caret = fault_hint(fault);

    text_add(line, from > 0 ? "..." : "");
    add_printable(line, expression + from, shown);
    text_add(line, from + shown < length ? "..." : "");
    text_format(caret, "%*s^", (int)(syntax->at - from + (from > 0 ? strlen("...") : 0)), "");
}

/* What other tools call functions, and how that is written here. */
static const struct {
    char theirs[11], ours[41];
} synonyms[] = {
    {"pow", "did you mean ^?"},
    {"power", "did you mean ^?"},
    {"square", "did you mean ^2?"},
    {"log10", "the logarithm to base 10 is ln(x)/ln(10)"},
    {"log2", "the logarithm to base 2 is ln(x)/ln(2)"},
    {"log1p", "did you mean ln(1 + x)?"},
    {"expm1", "did you mean exp(x) - 1?"},
    {"fabs", "did you mean abs?"},
    {"absolute", "did you mean abs?"},
    {"logistic", "did you mean sigmoid?"},
    {"expit", "did you mean sigmoid?"},
    {"maximum", "did you mean max?"},
    {"minimum", "did you mean min?"},
    {"silu", "did you mean x*sigmoid(x)?"},
    {"swish", "did you mean x*sigmoid(x)?"},
    {"reciprocal", "did you mean 1/x?"},
};

static const char *synonym_of(const char *name) {
    for (size_t i = 0; i < sizeof synonyms / sizeof *synonyms; i++)
        if (strcmp(name, synonyms[i].theirs) == 0)
            return synonyms[i].ours;
    return NULL;
}

static bool is_name_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* The nearest function: only a name is near to one. Or that a product has a sign, where one side
 * stands beside the other. */
static void hint_meant(const char *expression, const cnn_syntax *syntax, struct fault *fault) {
    const char *best = NULL;
    struct text name;
    int distance = 0;
    char here = expression[syntax->at];

    text_clear(&name);
    text_bytes(&name, expression + syntax->at, syntax->length);
    const char *synonym = synonym_of(name.bytes);
    if (synonym != NULL) {
        text_add(fault_hint(fault), synonym);
        return;
    }
    for (size_t i = 0; cnn_gate_at(i) != NULL; i++)
        if (cnn_gate_at(i)->kind == CNN_FUNCTION)
            nearest_try(name.bytes, cnn_gate_at(i)->name, &best, &distance);
    bool beside =
        strcmp(syntax->expected, "an operator") == 0 && (is_name_byte(here) || here == '(');
    if (strchr(expression, '=') != NULL)
        text_add(fault_hint(fault), "the expression stands alone, without f(x) = before it");
    else if (best != NULL)
        fault_did_you_mean(fault, "", best);
    else if (beside || syntax->code == CNN_UNKNOWN)
        text_add(fault_hint(fault), "a product is written with *");
}

bool syntax_fault(const char *expression, const cnn_syntax *syntax, struct fault *fault) {
    struct text culprit, typed;

    text_clear(&culprit);
    text_clear(&typed);
    text_bytes(&typed, expression + syntax->at, syntax->length);
    if (syntax->length > 0)
        text_typed(&culprit, typed.bytes);
    text_format(&culprit, syntax->length > 0 ? " at byte %zu" : "the end, byte %zu",
                syntax->at + 1);
    fault_at(fault, STATUS_BAD_QUESTION, culprit.bytes);
    if (syntax->code == CNN_UNKNOWN) {
        text_add(&fault->sentence, "unknown function");
    } else if (syntax->code == CNN_TOO_LARGE) {
        text_add(&fault->sentence, "beyond the largest double");
    } else {
        text_format(&fault->sentence, "expected %s", syntax->expected);
    }
    hint_place(expression, syntax, fault);
    hint_meant(expression, syntax, fault);
    return false;
}
