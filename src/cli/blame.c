/* The gate whose value or gradient is not finite, and why. */
#include "explain.h"
#include "worksheet.h"

#include <math.h>
#include <string.h>

/* The words for a value that is not finite: infinite where an operand is 0, else too large. */
static const char *not_finite(double value, bool at_zero) {
    return isnan(value) ? "is not a number"
           : at_zero    ? "is infinite"
                        : "is beyond the largest double";
}

static double value_in_row(const struct worksheet *sheet, int32_t node) {
    return cnn_values(&sheet->graph, node)[sheet->row];
}

/* " at a = 0, b = 3: 'ln(a)*b'", for the operands of a gate and its text. */
static void add_operands(struct text *text, const struct worksheet *sheet, const cnn_node *node) {
    const char *before = " at ";

    for (int k = 0; k < node->gate->arity; k++) {
        const cnn_node *operand = &sheet->graph.nodes[node->operand[k]];
        if (operand->name == NULL || (k == 1 && node->operand[0] == node->operand[1]))
            continue;
        text_format(text, "%s%s = ", before, operand->name);
        text_real(text, value_in_row(sheet, node->operand[k]), 0);
        before = ", ";
    }
    text_add(text, ": ");
    worksheet_source(text, sheet, node);
}

static bool has_zero(const struct worksheet *sheet, const cnn_node *node) {
    return value_in_row(sheet, node->operand[0]) == 0 ||
           value_in_row(sheet, node->operand[node->gate->arity - 1]) == 0;
}

static const cnn_node *gate_named(const struct worksheet *sheet, const char *name) {
    const cnn_node *node = sheet->graph.nodes;

    while (node->gate == NULL || strcmp(node->name, name) != 0)
        node++;
    return node;
}

static bool blame_gate(const struct worksheet *sheet, const cnn_item *item, struct text *text) {
    if (isfinite(item->real))
        return false;
    const cnn_node *node = gate_named(sheet, item->name);
    struct text law;

    formula_law(&law, &sheet->whole, item->formula);
    text_format(text, "%s: %s %s", item->name, law.bytes,
                not_finite(item->real, has_zero(sheet, node)));
    add_operands(text, sheet, node);
    return true;
}

/* Its local gradient, or its product with what comes from above. */
static bool blame_gradient(const struct worksheet *sheet, const cnn_item *item, struct text *text) {
    bool is_local = !isfinite(item->local);

    if (!is_local && isfinite(item->real))
        return false;
    const cnn_node *node = gate_named(sheet, item->gate);
    struct text law;

    formula_law(&law, &sheet->whole, item->formula);
    text_format(text, "%s: ", item->gate);
    if (is_local) {
        text_format(text, "its local gradient %s %s", law.bytes,
                    not_finite(item->local, has_zero(sheet, node)));
        add_operands(text, sheet, node);
        return true;
    }
    text_format(text, "the gradient %s = ", item->name);
    text_real(text, item->upstream, 0);
    text_add(text, "*");
    text_real(text, item->local, 0);
    text_format(text, " %s: ", not_finite(item->real, false));
    worksheet_source(text, sheet, node);
    return true;
}

static bool blame_sum(const struct worksheet *sheet, const cnn_item *item, struct text *text) {
    struct text law, values;

    if (isfinite(item->real))
        return false;
    if (strlen(item->formula) > LINE_WIDTH)
        text_format(text, "%s: the sum of its parts %s", item->name, not_finite(item->real, false));
    else {
        formula_law(&law, &sheet->whole, item->formula);
        formula_values(&values, &sheet->whole, item->formula, 0, 0);
        text_format(text, "%s: %s = %s %s", item->name, law.bytes, values.bytes,
                    not_finite(item->real, false));
    }
    return true;
}

void worksheet_blame(struct worksheet *sheet, struct fault *fault, const char *before) {
    bool found = false;

    if (!worksheet_whole(sheet, fault))
        return;
    fault_at(fault, STATUS_NO_ANSWER, "");
    text_clear(&fault->sentence);
    text_add(&fault->sentence, before);
    cnn_worksheet(&sheet->graph, sheet->row, sheet->all_texts, &sheet->whole);
    for (size_t i = 0; !found; i++) {
        const cnn_item *item = &sheet->whole.items[i];
        found = (item->role == CNN_FORWARD && blame_gate(sheet, item, &fault->sentence)) ||
                (item->role == CNN_BACKWARD && blame_gradient(sheet, item, &fault->sentence)) ||
                (item->role == CNN_SUM && blame_sum(sheet, item, &fault->sentence));
    }
}
