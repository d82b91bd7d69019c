/* Questions asked and answers printed. */
#ifndef ANSWER_H
#define ANSWER_H

#include "options.h"
#include "out.h"

/* Where a question stands: alone, or on a line of a file. */
struct place {
    const char *file; /* NULL: alone */
    int64_t line;
};

/* The field of that name, or NULL. */
const struct field *field_named(const struct question *question, const char *name, size_t length);

/* Resolves the names of -o, which the question then points to. */
bool answer_names(struct question *question, struct names *names, struct fault *fault);

/* The names that are printed where they are not all: those of -o, or the headline. */
const char *const *answer_printed(const struct question *question, int *count);

/* The values of an answer, one by one, each name once: in the order of the fields, or in that of
 * the trace where the names are the expression's. */
struct each {
    const struct question *question;
    const cnn_trace *trace;
    bool given; /* also those of the question */
    size_t next;
    size_t behind; /* place of the item behind the last that was found */
    const cnn_item *item;
    const struct field *field; /* NULL: of an expression */
};

bool answer_next(struct each *each);

/* Whether all that is asked for is there; the fault says what is not, and why. */
bool answer_is_known(const struct question *question, const cnn_trace *trace, struct fault *fault);

/* Whether a worked solution ends in the plain answer: with -o or -a those values follow it instead,
 * but for JSON, where they stand apart. */
bool answer_is_headline(const struct question *question);

/* Asks, and prints the answer in the form that the common options say; on a line of a file, as one
 * line. True: it was printed; the fault's status is not 0 even so where --expect is not met. False:
 * there is none, and nothing was printed but the working. */
bool answer_question(struct question *question, const struct place *place, struct out *out,
                     struct fault *fault);

/* Asks, and only compares with --expect: the fault says where it is not met. */
void answer_expect(struct question *question, struct out *out, struct fault *fault);

/* The names of the values that are printed, tab-separated: a header line. */
void answer_header(const struct question *question, struct out *out);

/* What stands on a file's line that has no answer: "-" for each value, or an object that says why.
 * `question` is NULL where it is not known what was asked. */
void answer_missing(const struct question *question, const struct common *common,
                    const struct place *place, const struct fault *fault, struct out *out);

#endif
