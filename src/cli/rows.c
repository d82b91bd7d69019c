/* The rows of a command: its own, and those that every question has. */
#include "options.h"

#include "values.h"
#include "worksheet.h"

#include <assert.h>
#include <string.h>

#define COMMON(member) offsetof(struct common, member)
#define TEXT(long_name, short_name, text_kind, member, what, words)                                \
    {                                                                                              \
        .name = long_name, .letter = short_name, .kind = text_kind, .offset = COMMON(member),      \
        .value = what, .help = words                                                               \
    }
#define SWITCH(long_name, short_name, member, words)                                               \
    {                                                                                              \
        .name = long_name, .letter = short_name, .kind = KIND_FLAG, .offset = COMMON(member),      \
        .least = 1, .most = 1, .help = words                                                       \
    }

static const struct row only =
    TEXT("only", 'o', KIND_FIELDS, only, "NAMES",
         "print these fields' values only, tab-separated, in this order; what was given can be "
         "named by its letter");
static const struct row all =
    SWITCH("all", 'a', all, "print every known field as a name=value line");
static const struct row json = SWITCH("json", 0, json, "print one JSON object on one line");
static const struct row explain =
    SWITCH("explain", 0, explain, "print the worked solution, ending in the answer");
static const struct row expect =
    TEXT("expect", 0, KIND_TEXT, expect, "VALUE",
         "status 1 unless the answer prints as VALUE; it is printed all the same");
static const struct row precision = {.name = "precision",
                                     .letter = 'p',
                                     .kind = KIND_WHOLE,
                                     .offset = COMMON(precision),
                                     .least = 1,
                                     .most = 17,
                                     .value = "N",
                                     .help = "significant digits of printed reals, 1 to 17"};
static const struct row columns = {
    .name = "columns",
    .kind = KIND_COLUMNS,
    .offset = COMMON(columns),
    .choices = COLUMNS_HEADER,
    .value = "NAMES",
    .help = "one question per line of the operand FILE or of standard input: the option of each "
            "column, joined by commas; _ skips one, header takes them from the first line"};
static const struct row help = SWITCH("help", 'h', help, "print this help");

/* The last is that of COMMONS_HELP. */
static const struct row *const common_rows[] = {&only,      &all,     &json, &explain, &expect,
                                                &precision, &columns, &help, NULL};

#define COMMON_BIT OWN_ROWS_MOST /* of the first common row; a command's own are below */

static_assert(sizeof common_rows / sizeof *common_rows == COMMON_ROWS + 1, "their number is known");
static_assert(COMMON_BIT + COMMON_ROWS <= 64, "every row has a bit");
static_assert(CNN_LAYER_ITEMS <= ITEMS_MOST && CNN_SHEET_ITEMS <= ITEMS_MOST, "every trace fits");

static int index_of(const struct row *const *rows, const struct row *row) {
    for (int i = 0; rows[i] != NULL; i++)
        if (rows[i] == row)
            return i;
    return -1;
}

bool option_is_own(const struct command *command, const struct row *row) {
    return index_of(command->rows, row) >= 0;
}

static uint64_t bit_of(const struct command *command, const struct row *row) {
    int own = index_of(command->rows, row);
    return (uint64_t)1 << (own >= 0 ? own : COMMON_BIT + index_of(common_rows, row));
}

const struct row *const *option_commons(const struct command *command) {
    return common_rows + (command->commons == COMMONS_ALL    ? 0
                          : command->commons == COMMONS_HELP ? COMMON_ROWS - 1
                                                             : COMMON_ROWS);
}

const struct row *option_at(const struct command *command, int i) {
    int own = 0;
    while (command->rows[own] != NULL)
        own++;
    return i < own ? command->rows[i] : option_commons(command)[i - own];
}

bool option_is_shown(const struct command *command, const struct row *row) {
    return row->kind != KIND_COLUMNS || command->run == NULL;
}

/* Only what asks can be a column, not what says how to answer, except for what is expected. */
bool option_is_column(const struct command *command, const struct row *row) {
    if (!option_is_own(command, row))
        return row == &expect;
    return row->kind != KIND_FLAG && row->kind != KIND_TEXT && row->kind != KIND_PAGE;
}

/* ---- By name ------------------------------------------------------------------------------- */

const struct row *option_named(const struct command *command, const char *name) {
    const struct row *row;
    for (int i = 0; (row = option_at(command, i)) != NULL; i++)
        if (strcmp(row->name, name) == 0)
            return row;
    return NULL;
}

const struct row *option_lettered(const struct command *command, char letter) {
    const struct row *row;
    for (int i = 0; letter != 0 && (row = option_at(command, i)) != NULL; i++)
        if (row->letter == letter)
            return row;
    return NULL;
}

const char *option_culprit(const struct row *row, struct text *text) {
    text_clear(text);
    text_add(text, "--");
    text_add(text, row->name);
    return text->bytes;
}

/* ---- A question's values ------------------------------------------------------------------- */

bool option_given(const struct question *question, const struct row *row) {
    return (question->given & bit_of(question->command, row)) != 0;
}

bool option_set(struct question *question, const struct row *row, const char *typed,
                struct fault *fault) {
    uint64_t bit = bit_of(question->command, row);
    bool own = bit < (uint64_t)1 << COMMON_BIT;

    question->given |= bit;
    return value_read(row, typed, (own ? question->body : (char *)&question->common) + row->offset,
                      fault);
}

void question_clear(struct question *question, const struct command *command) {
    struct fault none; /* a default is always well formed */

    memset(question, 0, sizeof *question);
    question->command = command;
    question->fields = command->fields;
    question->headline = command->headline;
    for (const struct row *const *row = command->rows; *row != NULL; row++)
        if ((*row)->preset[0] != '\0')
            value_read(*row, (*row)->preset, question->body + (*row)->offset, &none);
}

void question_forget(struct question *question) {
    worksheet_free(question->sheet);
    question->sheet = NULL;
}
