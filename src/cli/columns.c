/* --columns: one question per line, its options in columns. */
#include "nearest.h"
#include "run.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define COLUMNS_MOST 64

struct columns {
    const struct question *base;
    bool from_header; /* the names are still to come, in the first line */
    int count;
    const struct row *rows[COLUMNS_MOST]; /* NULL: skipped */
    struct question question;
    char *words[WORDS_MOST];
};

static const struct row *column_row(const struct command *command, const char *name) {
    return name[1] == '\0' ? option_lettered(command, name[0]) : option_named(command, name);
}

/* Only what asks can be a column, not what says how to answer, except for what is expected. */
static bool may_be_column(const struct command *command, const struct row *row) {
    for (int i = 0; command->rows[i] != NULL; i++)
        if (command->rows[i] == row)
            return row->kind != KIND_FLAG;
    return strcmp(row->name, "expect") == 0;
}

static bool fault_column(struct fault *fault, const char *name, const char *wrong) {
    fault_at(fault, STATUS_BAD_QUESTION, "--columns");
    text_typed(&fault->sentence, name);
    text_format(&fault->sentence, ": %s", wrong);
    return false;
}

static bool unknown_column(const struct command *command, const char *name, struct fault *fault) {
    const char *best = NULL;
    int distance = 0;

    fault_column(fault, name, "unknown option");
    for (int i = 0; name[0] != '\0' && name[1] == '\0' && command->rows[i] != NULL; i++) {
        const char letter[] = {command->rows[i]->letter, '\0'};
        nearest_try(name, letter, &best, &distance);
        if (best != NULL) {
            fault_did_you_mean(fault, "", letter);
            return false;
        }
    }
    fault_did_you_mean(fault, "", option_meant(command, name));
    return false;
}

static bool add_column(struct columns *columns, const char *name, struct fault *fault) {
    const struct command *command = columns->base->command;
    bool skipped = strcmp(name, "_") == 0;
    const struct row *row = skipped || *name == '\0' ? NULL : column_row(command, name);

    if (columns->count == COLUMNS_MOST)
        return fault_say(fault, STATUS_BAD_QUESTION, "--columns", "more than %d columns",
                         COLUMNS_MOST);
    if (!skipped && row == NULL)
        return unknown_column(command, name, fault);
    if (!skipped && !may_be_column(command, row))
        return fault_column(fault, name, "cannot be a column");
    if (!skipped && option_given(columns->base, row))
        return fault_column(fault, name, "also given as an option");
    for (int i = 0; i < columns->count; i++)
        if (!skipped && columns->rows[i] == row)
            return fault_column(fault, name, "named twice");
    columns->rows[columns->count++] = row;
    return true;
}

/* The names are split at commas, in a copy. */
static bool add_columns(struct columns *columns, const char *names, struct fault *fault) {
    char name[64];

    for (;;) {
        size_t length = strcspn(names, ",");
        size_t kept = length < sizeof name ? length : sizeof name - 1;
        memcpy(name, names, kept);
        name[kept] = '\0';
        if (!add_column(columns, name, fault))
            return false;
        if (names[length] == '\0')
            return true;
        names += length + 1;
    }
}

static bool take_header(struct columns *columns, char *line, struct fault *fault) {
    size_t count = words_plain(line, columns->words);

    columns->from_header = false;
    for (size_t i = 0; i < count; i++)
        if (!add_column(columns, columns->words[i], fault))
            return false;
    return true;
}

static bool set_columns(struct columns *columns, char *line, struct fault *fault) {
    struct question *question = &columns->question;
    size_t count = words_plain(line, columns->words);

    if (count != (size_t)columns->count)
        return fault_say(fault, STATUS_BAD_QUESTION, "--columns", "%zu column%s, where %d %s named",
                         count, count == 1 ? "" : "s", columns->count,
                         columns->count == 1 ? "is" : "are");
    for (int i = 0; i < columns->count; i++)
        if (columns->rows[i] != NULL &&
            !option_set(question, columns->rows[i], columns->words[i], fault))
            return false;
    return question->command->ready(question, fault);
}

static bool take_line(struct run *run, void *state, const struct place *place, char *line,
                      const char *wrong) {
    struct columns *columns = state;
    struct question *question = &columns->question;
    struct fault fault;

    fault_clear(&fault, columns->base->command->name);
    if (wrong == NULL && line_is_idle(line)) {
        out_text(&run->out, columns->base->common.json ? "" : "\n");
        return true;
    }
    if (columns->from_header) {
        bool good = wrong == NULL ? take_header(columns, line, &fault)
                                  : fault_say(&fault, STATUS_BAD_QUESTION, "line", "%s", wrong);
        if (good)
            answer_header(columns->base, &run->out);
        else
            run_report(run, place, &fault);
        return good;
    }
    *question = *columns->base;
    if (wrong != NULL)
        fault_say(&fault, STATUS_BAD_QUESTION, "line", "%s", wrong);
    else if (set_columns(columns, line, &fault)) {
        run_question(run, question, place, &fault);
        return true;
    }
    run_missing(run, question, &question->common, place, &fault);
    return true;
}

/* The options that hold for every line are checked once, before the first is read. */
static bool check_base(const struct question *base, struct fault *fault) {
    if (base->common.explain)
        return fault_say(fault, STATUS_BAD_QUESTION, "--explain", "not with --columns");
    return true;
}

void run_columns(struct run *run, const struct question *base) {
    const struct place alone = {NULL, 0};
    struct columns *columns = malloc(sizeof *columns);
    struct fault fault;

    if (columns == NULL) {
        run_fail(run, base->command->name, "memory", ENOMEM);
        return;
    }
    fault_clear(&fault, base->command->name);
    columns->base = base;
    columns->count = 0;
    columns->from_header = strcmp(base->common.columns, "header") == 0;
    if (!check_base(base, &fault) ||
        (!columns->from_header && !add_columns(columns, base->common.columns, &fault)))
        run_report(run, &alone, &fault);
    else
        run_lines(run, base->command->name, base->operand, take_line, columns);
    free(columns);
}
