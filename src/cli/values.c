#include "values.h"

#include <string.h>

static bool fault_value(struct fault *fault, const struct row *row, const char *typed,
                        const char *wrong) {
    struct text culprit;
    return fault_typed(fault, STATUS_BAD_QUESTION, option_culprit(row, &culprit), typed, wrong);
}

static bool fault_bound(struct fault *fault, const struct row *row, int64_t value,
                        const char *beside, int64_t bound) {
    struct text culprit;
    fault_at(fault, STATUS_BAD_QUESTION, option_culprit(row, &culprit));
    text_whole(&fault->sentence, value);
    text_add(&fault->sentence, beside);
    text_whole(&fault->sentence, bound);
    return false;
}

bool value_within(const struct row *row, int64_t value, int64_t least, int64_t most,
                  struct fault *fault) {
    if (value < least)
        return fault_bound(fault, row, value, " is below ", least);
    if (value > most)
        return fault_bound(fault, row, value, " is above ", most);
    return true;
}

static bool within(const struct row *row, int64_t value, struct fault *fault) {
    return value_within(row, value, row->least, row->most, fault);
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool fault_axes(struct fault *fault, const struct row *row, const char *typed,
                       const char *wrong) {
    fault_value(fault, row, typed, wrong);
    text_add(fault_hint(fault), "--dims says how many axes there are, at most 3");
    return false;
}

static bool fault_padding(struct fault *fault, const struct row *row, const char *typed) {
    fault_value(fault, row, typed, "is no padding");
    text_add(fault_hint(fault), "a whole number, 1x2, 2:3, 0:1x2:3, same, same-lower or valid");
    return false;
}

/* A whole number of `length` bytes within `typed`, which is named where it is wrong. */
static bool read_whole(const struct row *row, const char *typed, const char *part, size_t length,
                       int64_t *value, struct fault *fault) {
    cnn_code code = cnn_read_whole(part, length, value);

    if (code == CNN_OK)
        return within(row, *value, fault);
    if (code == CNN_TOO_LARGE)
        return fault_value(fault, row, typed, "is beyond 9223372036854775807");
    if (row->kind == KIND_PADS)
        return fault_padding(fault, row, typed);
    if (row->kind != KIND_SIZES || (length == strlen(typed) && !is_digit(*typed)))
        return fault_value(fault, row, typed, "is not a whole number");
    return fault_value(fault, row, typed, "is not a size: whole numbers joined by x");
}

static bool read_real(const struct row *row, const char *typed, struct real *real,
                      struct fault *fault) {
    cnn_code code = cnn_read_real(typed, strlen(typed), &real->value);

    real->told = code == CNN_OK;
    if (code == CNN_TOO_LARGE)
        return fault_value(fault, row, typed, "is beyond the largest double");
    if (!real->told)
        return fault_value(fault, row, typed, "is not a number");
    return true;
}

/* Up to the x between two axes, or the end. */
static size_t part_length(const char *part) {
    size_t length = 0;
    while (part[length] != '\0' && part[length] != 'x')
        length++;
    return length;
}

static bool read_sizes(const struct row *row, const char *typed, struct sizes *sizes,
                       struct fault *fault) {
    const char *part = typed;

    for (sizes->count = 0;; sizes->count++) {
        size_t length = part_length(part);
        if (sizes->count == CNN_AXES + 1)
            return fault_axes(fault, row, typed, "has more than 4 numbers");
        if (!read_whole(row, typed, part, length, &sizes->of[sizes->count], fault))
            return false;
        part += length;
        if (*part++ == '\0')
            break;
    }
    sizes->count++;
    return true;
}

static bool read_ends(const struct row *row, const char *typed, const char *part, size_t length,
                      int64_t *begin, int64_t *end, struct fault *fault) {
    const char *colon = memchr(part, ':', length);
    size_t first = colon == NULL ? length : (size_t)(colon - part);

    if (!read_whole(row, typed, part, first, begin, fault))
        return false;
    *end = *begin;
    return colon == NULL || read_whole(row, typed, colon + 1, length - first - 1, end, fault);
}

static bool read_pads(const struct row *row, const char *typed, struct pads *pads,
                      struct fault *fault) {
    const char *part = typed;
    int mode = is_digit(*typed) ? -1 : text_choice(row->choices, typed);

    *pads = (struct pads){.mode = mode < 0 ? CNN_PADDED : (cnn_padding)mode, .count = 1};
    if (mode >= 0)
        return true;
    for (pads->count = 0;; pads->count++) {
        size_t length = part_length(part);
        if (pads->count == CNN_AXES)
            return fault_axes(fault, row, typed, "has more than 3 axes");
        if (!read_ends(row, typed, part, length, &pads->begin[pads->count], &pads->end[pads->count],
                       fault))
            return false;
        part += length;
        if (*part++ == '\0')
            break;
    }
    pads->count++;
    return true;
}

static bool read_choice(const struct row *row, const char *typed, int *choice,
                        struct fault *fault) {
    int index = text_choice(row->choices, typed);

    if (index >= 0) {
        *choice = index;
        return true;
    }
    fault_value(fault, row, typed, "is not one of: ");
    text_add(&fault->sentence, row->choices);
    return false;
}

bool value_read(const struct row *row, const char *typed, void *place, struct fault *fault) {
    switch (row->kind) {
    case KIND_FLAG:
        *(bool *)place = row->least != 0;
        return true;
    case KIND_WHOLE:
    case KIND_PAGE:
        return read_whole(row, typed, typed, strlen(typed), place, fault);
    case KIND_REAL:
        return read_real(row, typed, place, fault);
    case KIND_SIZES:
        return read_sizes(row, typed, place, fault);
    case KIND_PADS:
        return read_pads(row, typed, place, fault);
    case KIND_CHOICE:
        return read_choice(row, typed, place, fault);
    default: /* KIND_TEXT, KIND_FIELDS, KIND_COLUMNS */
        *(const char **)place = typed;
        return true;
    }
}
