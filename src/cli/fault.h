/* What went wrong, as one sentence, its hints, and the exit status that its class decides. */
#ifndef FAULT_H
#define FAULT_H

#include "text.h"

enum status {
    STATUS_ANSWERED = 0,
    STATUS_NO_ANSWER = 1, /* a well-formed question without an answer */
    STATUS_BAD_QUESTION = 2,
    STATUS_MACHINE = 3
};

#define FAULT_HINTS 3

struct fault {
    enum status status;
    const char *command;  /* the question's command, or NULL where it is not known */
    struct text sentence; /* from the culprit on: "--stride: 2 does not fit: ..." */
    struct text hints[FAULT_HINTS];
    int hint_count;
};

/* No fault yet, of a question to that command; NULL where it is not known. */
void fault_clear(struct fault *fault, const char *command);

/* Begins the sentence: "CULPRIT: ". Gives false, which is what the caller then gives. */
bool fault_at(struct fault *fault, enum status status, const char *culprit);

/* The same, with the rest of the sentence as printf makes it. */
bool fault_say(struct fault *fault, enum status status, const char *culprit, const char *format,
               ...) __attribute__((format(printf, 4, 5)));

/* The same for something that was typed: "CULPRIT: 'TYPED' is wrong". */
bool fault_typed(struct fault *fault, enum status status, const char *culprit, const char *typed,
                 const char *wrong);

/* The next hint, to be filled. There is room for FAULT_HINTS. */
struct text *fault_hint(struct fault *fault);

/* One line of hint, "did you mean NAME?", where there is a name. */
void fault_did_you_mean(struct fault *fault, const char *before, const char *name);

#endif
