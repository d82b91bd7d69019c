#include "fault.h"

#include <stdarg.h>
#include <stdio.h>

static void begin(struct fault *fault, enum status status) {
    fault->status = status;
    fault->hint_count = 0;
    text_clear(&fault->sentence);
}

void fault_clear(struct fault *fault, const char *command) {
    fault->command = command;
    begin(fault, STATUS_ANSWERED);
}

bool fault_at(struct fault *fault, enum status status, const char *culprit) {
    begin(fault, status);
    text_add(&fault->sentence, culprit);
    text_add(&fault->sentence, ": ");
    return false;
}

bool fault_say(struct fault *fault, enum status status, const char *culprit, const char *format,
               ...) {
    char rest[512];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(rest, sizeof rest, format, arguments);
    va_end(arguments);
    fault_at(fault, status, culprit);
    text_add(&fault->sentence, rest);
    return false;
}

bool fault_typed(struct fault *fault, enum status status, const char *culprit, const char *typed,
                 const char *wrong) {
    fault_at(fault, status, culprit);
    text_typed(&fault->sentence, typed);
    text_add(&fault->sentence, " ");
    text_add(&fault->sentence, wrong);
    return false;
}

struct text *fault_hint(struct fault *fault) {
    int last = FAULT_HINTS - 1;
    int index = fault->hint_count < last ? fault->hint_count : last;
    struct text *hint = &fault->hints[index];

    fault->hint_count = index + 1;
    text_clear(hint);
    return hint;
}

void fault_did_you_mean(struct fault *fault, const char *before, const char *name) {
    if (name != NULL)
        text_format(fault_hint(fault), "did you mean %s%s?", before, name);
}
