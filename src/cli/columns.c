/* --columns: one question per line, its options in columns. */
#include "nearest.h"
#include "plain.h"
#include "run.h"
#include "worksheet.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define COLUMNS_MOST 1024

/* What a column sets: an option, a variable, or nothing. */
struct column {
    const struct row *row; /* or NULL */
    int32_t variable;      /* or -1 */
};

struct columns {
    const struct question *base;
    bool from_header; /* the names are still to come, in the first line */
    int count;
    struct column of[COLUMNS_MOST];
    size_t room, pending; /* rows of an expression that are evaluated at once, that are filled */
    struct place place;   /* of the first that is */
    struct question question;
    struct plain plain; /* once a row was answered */
    char *words[WORDS_MOST];
};

static const struct row *column_row(const struct command *command, const char *name) {
    return name[1] == '\0' ? option_lettered(command, name[0]) : option_named(command, name);
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

static bool unknown_variable_column(const struct question *base, const char *name,
                                    struct fault *fault) {
    fault_column(fault, name, "not a variable of the expression");
    worksheet_meant(base->sheet, name, fault);
    return false;
}

static bool find_column(const struct question *base, const char *name, struct column *column,
                        struct fault *fault) {
    const struct command *command = base->command;
    const struct row *row = NULL;

    *column = (struct column){NULL, -1};
    if (strcmp(name, "_") == 0)
        return true;
    if (base->sheet != NULL)
        column->variable = cnn_variable(&base->sheet->graph, name, strlen(name));
    if (column->variable >= 0 && base->sheet->told[column->variable])
        return fault_column(fault, name, "also given as an operand");
    if (column->variable >= 0)
        return true;
    if (*name != '\0')
        row = column_row(command, name);
    if (row != NULL && command->goes != NULL && !command->goes(base, row))
        return fault_column(fault, name, "does not go with this question");
    if (row == NULL)
        return base->sheet != NULL ? unknown_variable_column(base, name, fault)
                                   : unknown_column(command, name, fault);
    if (!option_is_column(command, row))
        return fault_column(fault, name, "cannot be a column");
    if (option_given(base, row))
        return fault_column(fault, name, "also given as an option");
    column->row = row;
    return true;
}

static bool add_column(struct columns *columns, const char *name, struct fault *fault) {
    struct column column;

    if (columns->count == COLUMNS_MOST)
        return fault_say(fault, STATUS_BAD_QUESTION, "--columns", "more than %d columns",
                         COLUMNS_MOST);
    if (!find_column(columns->base, name, &column, fault))
        return false;
    for (int i = 0; i < columns->count; i++) {
        const struct column *other = &columns->of[i];
        bool skipped = column.row == NULL && column.variable < 0;
        if (!skipped && other->row == column.row && other->variable == column.variable)
            return fault_column(fault, name, "named twice");
    }
    columns->of[columns->count++] = column;
    return true;
}

/* The names are split at commas, in a copy. */
static bool add_columns(struct columns *columns, const char *names, struct fault *fault) {
    char name[CNN_NAME_MOST + 1];

    for (;;) {
        size_t length = strcspn(names, ",");
        size_t kept = length < sizeof name ? length : sizeof name - 1;
        memcpy(name, names, kept);
        name[kept] = '\0';
        if (kept < length)
            return fault_column(fault, name, "a longer name than any");
        if (!add_column(columns, name, fault))
            return false;
        if (names[length] == '\0')
            return true;
        names += length + 1;
    }
}

/* All columns are known: what they leave without a value is said once. A row has options of its own
 * where one of them is a column. */
static bool end_columns(struct columns *columns, struct fault *fault) {
    struct worksheet *sheet = columns->base->sheet;

    columns->from_header = false;
    columns->room = 1;
    if (sheet == NULL)
        return true;
    columns->room = sheet->graph.rows;
    for (int i = 0; i < columns->count; i++) {
        if (columns->of[i].variable >= 0)
            sheet->told[columns->of[i].variable] = true;
        if (columns->of[i].row != NULL)
            columns->room = 1;
    }
    return worksheet_complete(columns->base, fault);
}

static bool take_header(struct columns *columns, char *line, struct fault *fault) {
    size_t count = words_plain(line, columns->words);

    for (size_t i = 0; i < count; i++)
        if (!add_column(columns, columns->words[i], fault))
            return false;
    return end_columns(columns, fault);
}

static bool set_columns(struct columns *columns, char *line, struct fault *fault) {
    struct question *question = &columns->question;
    size_t count = words_plain(line, columns->words);

    if (count != (size_t)columns->count)
        return fault_say(fault, STATUS_BAD_QUESTION, "--columns", "%zu column%s, where %d %s named",
                         count, count == 1 ? "" : "s", columns->count,
                         columns->count == 1 ? "is" : "are");
    for (int i = 0; i < columns->count; i++) {
        const struct column *column = &columns->of[i];
        if (column->row != NULL && !option_set(question, column->row, columns->words[i], fault))
            return false;
        if (column->variable >= 0 &&
            !worksheet_set(question, column->variable, columns->pending, columns->words[i], fault))
            return false;
    }
    return question->command->ready(question, fault);
}

/* ---- Lines --------------------------------------------------------------------------------- */

/* Answers the rows that are filled, which stand on successive lines. */
static void answer_pending(struct run *run, void *state) {
    struct columns *columns = state;
    struct worksheet *sheet = columns->base->sheet;
    struct place place = columns->place;

    for (size_t row = 0; row < columns->pending; row++, place.line++) {
        struct fault fault;
        fault_clear(&fault, columns->base->command->name);
        if (row == 0 && columns->room > 1)
            worksheet_evaluate(sheet, columns->pending);
        if (sheet != NULL)
            sheet->row = row;
        run_question(run, &columns->question, &place, &fault);
    }
    columns->pending = 0;
}

static int64_t skim(struct run *run, void *state, const char **from, const char *end) {
    struct columns *columns = state;
    return columns->plain.ready ? plain_answer(&columns->plain, from, end, &run->out) : 0;
}

/* Of a row that is set, and so well formed, the next may differ in plain numbers alone. */
static void begin_plain(struct columns *columns) {
    const struct row *rows[CELLS_MOST];

    if (columns->plain.ready || columns->count > CELLS_MOST || columns->base->sheet != NULL)
        return;
    for (int i = 0; i < columns->count; i++)
        rows[i] = columns->of[i].row;
    plain_begin(&columns->plain, &columns->question, rows, columns->count);
}

/* Takes one row; it is answered with others where there is room for them. */
static bool take_row(struct run *run, struct columns *columns, const struct place *place,
                     char *line, struct fault *fault) {
    if (columns->pending == 0)
        columns->place = *place;
    if (!set_columns(columns, line, fault))
        return false;
    begin_plain(columns);
    if (++columns->pending == columns->room)
        answer_pending(run, columns);
    return true;
}

static bool take_names(struct run *run, struct columns *columns, const struct place *place,
                       char *line, const char *wrong) {
    struct fault fault;

    fault_clear(&fault, columns->base->command->name);
    bool good = wrong == NULL ? take_header(columns, line, &fault)
                              : fault_say(&fault, STATUS_BAD_QUESTION, "line", "%s", wrong);
    if (good)
        answer_header(columns->base, &run->out);
    else
        run_report(run, place, &fault);
    return good;
}

static bool take_line(struct run *run, void *state, const struct place *place, char *line,
                      const char *wrong) {
    struct columns *columns = state;
    struct question *question = &columns->question;
    struct fault fault;

    if (wrong == NULL && line_is_idle(line)) {
        answer_pending(run, columns);
        out_text(&run->out, columns->base->common.json ? "" : "\n");
        return true;
    }
    if (columns->from_header)
        return take_names(run, columns, place, line, wrong);
    fault_clear(&fault, columns->base->command->name);
    *question = *columns->base;
    if (wrong != NULL)
        fault_say(&fault, STATUS_BAD_QUESTION, "line", "%s", wrong);
    else if (take_row(run, columns, place, line, &fault))
        return true;
    answer_pending(run, columns);
    run_missing(run, question, &question->common, place, &fault);
    return true;
}

/* The options that hold for every line are checked once, before the first is read. */
static bool check_base(const struct question *base, struct fault *fault) {
    const struct command *command = base->command;
    const char *option = command->shows == NULL ? NULL : command->shows(base);

    if (option == NULL && command->adds != NULL)
        option = command->adds(base);
    if (base->common.explain)
        option = "--explain";
    if (option != NULL)
        return fault_say(fault, STATUS_BAD_QUESTION, option, "not with --columns");
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
    columns->pending = 0;
    columns->plain.ready = false;
    columns->from_header = strcmp(base->common.columns, COLUMNS_HEADER) == 0;
    if (!check_base(base, &fault) ||
        (!columns->from_header &&
         (!add_columns(columns, base->common.columns, &fault) || !end_columns(columns, &fault))))
        run_report(run, &alone, &fault);
    else {
        const struct reading reading = {take_line, answer_pending, skim, columns};
        run_lines(run, base->command->name, base->operand, &reading);
        answer_pending(run, columns);
    }
    free(columns);
}
