/* Options: one row each, and one function that sets it. getopt_long, --help, --columns, the lines
 * of batch and completion all come from the rows. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "fault.h"
#include "out.h"

#include <stdalign.h>

enum kind {
    KIND_FLAG,   /* sets a bool to `least` */
    KIND_WHOLE,  /* int64_t */
    KIND_PAGE,   /* the same: of the page that an answer is shown on, and so no column */
    KIND_REAL,   /* struct real */
    KIND_SIZES,  /* struct sizes */
    KIND_PADS,   /* struct pads */
    KIND_CHOICE, /* int: which of the words of `choices` */
    KIND_TEXT,   /* const char * */
    KIND_FIELDS, /* the same: names of fields, joined by commas */
    KIND_COLUMNS /* the same: names of options, joined by commas, or one of the choices */
};

/* A real as it was read; `told` where it was. */
struct real {
    double value;
    bool told;
};

/* One number, or one per axis, and perhaps the channels. */
struct sizes {
    int count; /* 0: not told */
    int64_t of[CNN_AXES + 1];
};

/* The same for padding, which has two ends; or a word, in the order of cnn_padding. */
struct pads {
    cnn_padding mode;
    int count;
    int64_t begin[CNN_AXES], end[CNN_AXES];
};

#define PADDINGS "valid same same-lower"

#define COLUMNS_HEADER "header" /* for --columns: the names stand in the first line */

/* Short texts stand in the row itself: a pointer for each would have to be set up at every start.
 */
struct row {
    char name[16];  /* long name, without dashes */
    char preset[8]; /* the default, as one would type it, or nothing */
    char value[8];  /* what help calls the value, or nothing */
    char letter;    /* or 0 */
    enum kind kind;
    size_t offset;       /* of its value: in struct common, or in the question's body */
    int64_t least, most; /* bounds of a whole number, of each number of a size */
    const char *choices; /* words that the value may be, and all numbers, one blank between */
    const char *help;
};

/* --dims, of a question that keeps it at that place. */
#define DIMS_ROW(place)                                                                            \
    {                                                                                              \
        .name = "dims", .preset = "2", .value = "N", .kind = KIND_WHOLE, .offset = (place),        \
        .least = 1, .most = CNN_AXES, .choices = "1 2 3", .help = "axes: 1, 2 or 3"                \
    }

/* A value that can be asked for by name. */
struct field {
    const char *name;
    char needs[4];       /* letters of the options that it needs beyond the required ones */
    const char *without; /* a kind of layer that has no such value: why it is missing */
    bool given;          /* a value of the question, not of the answer */
    bool as_string;      /* in JSON */
    const char *help;
};

#define OWN_ROWS_MOST 32 /* rows of one command */
#define COMMON_ROWS   8
#define NAMES_MOST    64 /* names that -o takes */

/* The options that every question has. */
struct common {
    const char *only;
    bool all, json, explain, help;
    const char *expect;
    int64_t precision; /* 0: shortest */
    const char *columns;
};

/* The fields that -o asks for. */
struct names {
    int count;
    bool given; /* some are values of the question */
    const char *of[NAMES_MOST];
};

struct command;

#define BODY_SIZE 640

struct worksheet;
struct room;

struct question {
    const struct command *command;
    struct common common;
    uint64_t given;      /* a bit for each row that was typed */
    const char *operand; /* FILE, or NULL */
    const struct names *names;
    const struct field *fields;  /* the command's or the expression's; NULL: what its trace has */
    const char *const *headline; /* the fields of the plain answer, up to a NULL */
    struct worksheet *sheet;     /* of a command that takes an expression */
    struct room *spare;          /* NULL, or: where its memory goes, for the next question */
    alignas(max_align_t) char body[BODY_SIZE];
};

struct run;

/* Which of the common options a command has. */
enum commons { COMMONS_ALL, COMMONS_HELP, COMMONS_NONE };

#define LINE_TEXT ((size_t)4 * CNN_TEXT) /* room for a line of numbers */

/* A subcommand. */
struct command {
    const char *name, *summary;
    const char *synopsis;          /* after "cnncalc NAME " */
    const struct row *const *rows; /* its own, up to a NULL */
    const struct field *fields;    /* up to one without a name */
    const char *const *headline;
    bool takes_values;    /* operands NAME=VALUE, of the variables of an expression */
    const char *examples; /* for help, commands and their output */
    const char *typical;  /* an example of the options, for a hint */
    const char *choices;  /* words of its operand, one blank between; NULL: it is a file */
    enum commons commons; /* a line of a network, which is a command of its own, has none */
    /* NULL, or: takes an operand, and does all that is to be done. */
    void (*run)(struct run *run, struct question *question);
    /* NULL, or: reads the expression. What it takes is given back by question_forget. */
    bool (*prepare)(struct question *question, struct fault *fault);
    /* Makes of the options one question; false: the fault says why not. */
    bool (*ready)(struct question *question, struct fault *fault);
    cnn_error (*ask)(const struct question *question, cnn_trace *trace);
    /* NULL, or: goes on to the next of several answers, for which it then asks; false: there are no
     * more, and what comes next is the first again. */
    bool (*next)(struct question *question);
    /* Of several answers: a hint when all are printed, where there is one to give. */
    void (*advise)(const struct question *question, struct fault *fault);
    /* Makes the core's error a sentence. */
    void (*refuse)(const struct question *question, cnn_error error, struct fault *fault);
    /* Prints the working and the answer in it, or the working as far as it goes. */
    void (*explain)(const struct question *question, const cnn_trace *trace, cnn_error error,
                    struct out *out);
    /* NULL, or, for rows of numbers: whether a question that is ready stays so whatever numbers
     * within their bounds stand in its columns; and the answer to such a one, as on the line of a
     * file. Gives its length; 0: there is none. */
    bool (*is_plain)(const struct question *question);
    size_t (*answer_plain)(const struct question *question, char line[LINE_TEXT]);
    /* NULL, or: whether an option goes with a question whose expression is read. */
    bool (*goes)(const struct question *question, const struct row *row);
    /* NULL, or: the option that asks for something other than an answer, or NULL; prints that. */
    const char *(*shows)(const struct question *question);
    cnn_error (*show)(const struct question *question, struct out *out);
    /* NULL, or: prints what the help says beyond options and fields. */
    void (*help)(struct out *out);
    /* NULL, or: the option that asks for lines after the answer, or NULL; prints those. */
    const char *(*adds)(const struct question *question);
    void (*add)(const struct question *question, struct out *out);
};

/* Room for the trace of any question, with the values that it has not. */
#define ITEMS_MOST (CNN_NET_ITEMS + 32)

/* The common rows that a command has, up to a NULL. */
const struct row *const *option_commons(const struct command *command);

/* The command's own rows and then these, one by one; NULL at the end. */
const struct row *option_at(const struct command *command, int i);

/* Whether it is none of the common ones. */
bool option_is_own(const struct command *command, const struct row *row);

/* Whether it is shown in help, and not only refused in words of its own. */
bool option_is_shown(const struct command *command, const struct row *row);

/* Whether it can be a column. */
bool option_is_column(const struct command *command, const struct row *row);

/* The row of that long name or letter among a command's and the common ones; NULL: none. */
const struct row *option_named(const struct command *command, const char *name);
const struct row *option_lettered(const struct command *command, char letter);

/* The long name that is nearest, by another tool's word or by its letters, or NULL. */
const char *option_meant(const struct command *command, const char *name);

/* "--name", put together in `text`: the row as a culprit. */
const char *option_culprit(const struct row *row, struct text *text);

bool option_given(const struct question *question, const struct row *row);

/* Sets a row's value from its text, which must outlive the question, and marks it as given. */
bool option_set(struct question *question, const struct row *row, const char *typed,
                struct fault *fault);

/* A question with every default filled in. */
void question_clear(struct question *question, const struct command *command);

/* Gives back what a question took. */
void question_forget(struct question *question);

/* Reads a question's options and operand; argv[0] is the command's name. What stands behind a fault
 * is read all the same: it may say how the fault is to be printed. */
bool question_read(struct question *question, int argc, char **argv, struct fault *fault);

/* "-X: unknown option" or "--name: unknown option", with the option that may have been meant. */
bool option_unknown(const struct command *command, const char *word, struct fault *fault);

/* "OPERAND: unexpected operand", with the option that may have been meant. */
bool operand_unexpected(const struct command *command, const char *operand, struct fault *fault);

/* An option that is required, and whether it is missing. */
struct need {
    const struct row *row;
    bool missing;
};

/* True where none is; else "--a, --b: missing", with a hint that shows how it is asked. */
bool check_needs(const struct command *command, const struct need *needs, size_t count,
                 struct fault *fault);

#endif
