/* completion: the completion script of a shell. */
#include "completion.h"

#include "commands.h"
#include "help.h"
#include "run.h"

#include <assert.h>
#include <string.h>

/* ---- What is offered ------------------------------------------------------------------------- */

static const struct row version = {
    .name = "version", .kind = KIND_FLAG, .help = "print the version"};
static const struct row *const program_rows[] = {&version, NULL};
static const struct row *const no_rows[] = {NULL};

static const struct command program = {.name = "", .rows = program_rows, .commons = COMMONS_HELP};
static const struct command help = {.name = "help",
                                    .summary = "the options and fields of a command",
                                    .rows = no_rows,
                                    .commons = COMMONS_HELP};

const struct command *completion_command(const struct command *const *all, int i) {
    int count = 0;

    while (all[count] != NULL)
        count++;
    return i == 0 ? &program : i <= count ? all[i - 1] : i == count + 1 ? &help : NULL;
}

enum operand completion_operand(const struct command *command) {
    return command == &program || command == &help ? OPERAND_COMMAND
           : command->choices != NULL              ? OPERAND_CHOICE
           : command->run != NULL                  ? OPERAND_FILE
                                                   : OPERAND_OTHER;
}

const struct row *completion_row(const struct command *command, int *i) {
    const struct row *row = option_at(command, (*i)++);

    while (row != NULL && !option_is_shown(command, row))
        row = option_at(command, (*i)++);
    return row;
}

bool completion_is_list(const struct row *row) {
    return row->kind == KIND_FIELDS || row->kind == KIND_COLUMNS;
}

static void offer(struct offers *offers, const char *name, const char *meaning) {
    struct offer *next = &offers->of[offers->count];

    assert(offers->count < OFFERS_MOST && strlen(name) < sizeof next->name);
    for (int i = 0; i < offers->count; i++)
        if (strcmp(offers->of[i].name, name) == 0)
            return;
    memcpy(next->name, name, strlen(name) + 1);
    next->help = meaning;
    offers->count++;
}

/* What was given is described by its option. An expression's own fields are not known here: what
 * help says for them is no name. */
static void offer_fields(const struct command *command, struct offers *offers) {
    for (const struct field *field = command->fields; field->name != NULL; field++) {
        const struct row *row = field->name[1] == '\0' ? option_lettered(command, field->name[0])
                                                       : option_named(command, field->name);
        if (strchr(field->name, ' ') == NULL && strstr(field->name, "NAME") == NULL)
            offer(offers, field->name,
                  field->help != NULL ? field->help
                  : row != NULL       ? row->help
                                      : NULL);
    }
}

static void offer_columns(const struct command *command, struct offers *offers) {
    const struct row *row;

    for (int i = 0; (row = option_at(command, i)) != NULL; i++) {
        const char letter[] = {row->letter, '\0'};
        if (!option_is_column(command, row))
            continue;
        if (row->letter != 0)
            offer(offers, letter, row->help);
        offer(offers, row->name, row->help);
    }
}

void completion_list(const struct command *const *all, const struct command *command,
                     const struct row *row, struct offers *offers) {
    offers->count = 0;
    if (row->kind == KIND_COLUMNS)
        offer_columns(command, offers);
    else if (command->fields != NULL)
        offer_fields(command, offers);
    else
        for (; *all != NULL; all++)
            if ((*all)->run == NULL)
                offer_fields(*all, offers);
}

/* ---- Text ------------------------------------------------------------------------------------ */

void completion_quoted(const char *text, const char *special, struct out *out) {
    for (; *text != '\0'; text++) {
        bool marked = strchr(special, *text) != NULL;
        if (marked)
            out_char(out, '\\');
        if (*text == '\'' && !marked)
            out_text(out, "'\\''");
        else
            out_char(out, *text);
    }
}

/* ---- The command ----------------------------------------------------------------------------- */

#define SHELLS "bash zsh fish"

static void print_script(int shell, struct out *out) {
    switch (shell) {
    case 0:
        complete_bash(commands, out);
        break;
    case 1:
        complete_zsh(commands, out);
        break;
    default:
        complete_fish(commands, out);
    }
}

static void run_completion(struct run *run, struct question *question) {
    const struct place alone = {NULL, 0};
    const char *typed = question->operand;
    int shell = typed == NULL ? -1 : text_choice(SHELLS, typed);
    struct fault fault;

    fault_clear(&fault, question->command->name);
    if (shell >= 0) {
        print_script(shell, &run->out);
    } else if (typed == NULL) {
        fault_say(&fault, STATUS_BAD_QUESTION, "SHELL", "missing");
        text_add(fault_hint(&fault), "one of: " SHELLS);
    } else {
        fault_typed(&fault, STATUS_BAD_QUESTION, "SHELL", typed, "is not one of: " SHELLS);
    }
    run_report(run, &alone, &fault);
}

static void print_uses(struct out *out) {
    out_text(out, "\nTo use it where it is not installed:\n");
    help_entry("bash", "in ~/.bashrc: source <(cnncalc completion bash)", 16, out);
    help_entry("zsh", "in ~/.zshrc, after compinit: source <(cnncalc completion zsh)", 16, out);
    help_entry("fish", "in ~/.config/fish/config.fish: cnncalc completion fish | source", 16, out);
}

const struct command command_completion = {
    .name = "completion",
    .summary = "the completion script of a shell",
    .synopsis = "bash|zsh|fish",
    .rows = no_rows,
    .choices = SHELLS,
    .commons = COMMONS_HELP,
    .run = run_completion,
    .typical = "bash",
    .help = print_uses,
    .examples = "$ cnncalc completion fish | head -n 1\n"
                "# Completion of cnncalc for fish, as `cnncalc completion fish` prints it.\n",
};
