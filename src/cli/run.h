/* One run of the program, and the commands that read many questions. */
#ifndef RUN_H
#define RUN_H

#include "answer.h"
#include "lines.h"

struct run {
    const struct outside *outside;
    struct out out, err;
    int status; /* the worst so far */
};

/* The command of that name, or NULL; and with the fault set, with the nearest name for a hint. */
const struct command *command_named(const char *name);
const struct command *command_find(const char *name, struct fault *fault);

/* Prints the fault as a message, which waits as answers do: behind them where both go to one file,
 * else on standard error, which is written first. Keeps its status. */
void run_report(struct run *run, const struct place *place, const struct fault *fault);

/* A fault of the machine: "SUBJECT: no such file or directory". */
void run_fail(struct run *run, const char *command, const char *subject, int error);

/* Reads the expression and the names of -o: what is done once, however many questions come. */
bool command_prepare(struct question *question, struct names *names, struct fault *fault);

/* Calls `take` for each line of a file, or of standard input where that is NULL or "-", until it
 * gives false. Where `wrong` says why there is no line, `line` is not to be read. */
typedef bool (*line_taker)(struct run *run, void *state, const struct place *place, char *line,
                           const char *wrong);
typedef void (*line_pause)(struct run *run, void *state);
/* Answers lines where they are held, from `from` on, and gives how many; *from is then the next. */
typedef int64_t (*line_skimmer)(struct run *run, void *state, const char **from, const char *end);

struct reading {
    line_taker take;
    line_pause pause;  /* NULL, or: called before the input may have to be waited for */
    line_skimmer skim; /* NULL, or: called before a line is taken */
    void *state;
};

void run_lines(struct run *run, const char *command, const char *file,
               const struct reading *reading);

/* Asks, prints and reports. On a line of a file, a line is printed even where there is no answer.
 */
void run_question(struct run *run, struct question *question, const struct place *place,
                  struct fault *fault);

/* The same for a question that cannot be asked; it is NULL where not even its command is known. */
void run_missing(struct run *run, const struct question *question, const struct common *common,
                 const struct place *place, const struct fault *fault);

/* --columns: one question per line, from a question whose other options are set. */
void run_columns(struct run *run, const struct question *base);

#endif
