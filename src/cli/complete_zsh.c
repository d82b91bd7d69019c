/* The script of zsh: for each command the arguments of _arguments. */
#include "completion.h"

static const char head[] =
    "#compdef cnncalc\n"
    "# Completion of cnncalc for zsh, as `cnncalc completion zsh` prints it.\n"
    "\n"
    "# Names of the array $1, joined by commas; or one that stands alone.\n"
    "_cnncalc_list() {\n"
    "    local -a names=(\"${(@P)1}\")\n"
    "    compset -P '*,' || names+=(\"${@:2}\")\n"
    "    _describe -t names name names -qS ,\n"
    "}\n"
    "\n"
    "_cnncalc() {\n"
    "    local curcontext=$curcontext command=\n"
    "    local -a commands operands\n"
    "    commands=(\n";

static const char middle[] = "    )\n"
                             "    if (( CURRENT > 2 )); then\n"
                             "        shift words\n"
                             "        (( CURRENT-- ))\n"
                             "        command=$words[1]\n"
                             "        curcontext=${curcontext%:*}-$command:\n"
                             "    fi\n"
                             "    if (( ${words[(I)--columns(|=*)]} )); then\n"
                             "        operands=('*:FILE:_files')\n"
                             "    fi\n"
                             "    case $command in\n";

static const char tail[] = "    esac\n"
                           "}\n"
                           "\n"
                           "if [[ $funcstack[1] == _cnncalc ]]; then\n"
                           "    _cnncalc \"$@\"\n"
                           "else\n"
                           "    compdef _cnncalc cnncalc\n"
                           "fi\n";

/* "'name:what it means'". */
static void print_described(const char *name, const char *meaning, struct out *out) {
    out_char(out, '\'');
    out_text(out, name);
    if (meaning != NULL) {
        out_char(out, ':');
        completion_quoted(meaning, "\\", out);
    }
    out_char(out, '\'');
}

static void print_list(const struct command *const *all, const struct command *command,
                       const struct row *row, struct out *out) {
    struct offers offers;

    completion_list(all, command, row, &offers);
    out_text(out, "        local -a ");
    out_text(out, row->name);
    out_text(out, "=(\n");
    for (int i = 0; i < offers.count; i++) {
        out_text(out, "            ");
        print_described(offers.of[i].name, offers.of[i].help, out);
        out_char(out, '\n');
    }
    out_text(out, "        )\n");
}

/* ":HOW:(exact floor ceil full)" */
static void print_value(const struct row *row, struct out *out) {
    out_char(out, ':');
    out_text(out, row->value);
    out_char(out, ':');
    if (completion_is_list(row)) {
        out_text(out, "{_cnncalc_list ");
        out_text(out, row->name);
        if (row->choices != NULL) {
            out_char(out, ' ');
            out_text(out, row->choices);
        }
        out_char(out, '}');
    } else if (row->choices != NULL) {
        out_char(out, '(');
        out_text(out, row->choices);
        out_char(out, ')');
    } else {
        out_char(out, ' ');
    }
}

/* "'(-R --round)'{-R+,--round=}'[help]:HOW:(exact floor ceil full)'" */
static void print_option(const struct row *row, struct out *out) {
    bool takes = row->kind != KIND_FLAG;

    out_text(out, " \\\n            ");
    if (row->letter != 0) {
        const char letter[] = {'-', row->letter, '\0'};
        out_text(out, "'(");
        out_text(out, letter);
        out_text(out, " --");
        out_text(out, row->name);
        out_text(out, ")'{");
        out_text(out, letter);
        out_text(out, takes ? "+," : ",");
    }
    out_text(out, "--");
    out_text(out, row->name);
    out_text(out, takes ? "=" : "");
    out_text(out, row->letter != 0 ? "}'[" : "'[");
    completion_quoted(row->help, "\\]", out);
    out_char(out, ']');
    if (takes)
        print_value(row, out);
    out_char(out, '\'');
}

static void print_operand(const struct command *command, struct out *out) {
    out_text(out, " \\\n            ");
    switch (completion_operand(command)) {
    case OPERAND_COMMAND:
        out_text(out, "'1:COMMAND:{_describe -t commands command commands}'\n");
        break;
    case OPERAND_CHOICE:
        out_text(out, "'1:WORD:(");
        out_text(out, command->choices);
        out_text(out, ")'\n");
        break;
    case OPERAND_FILE:
        out_text(out, "'1:FILE:_files'\n");
        break;
    default: /* OPERAND_OTHER */
        out_text(out, command->takes_values ? "\"${operands:-*:NAME=VALUE:()}\"\n" : "$operands\n");
        break;
    }
}

static void print_command(const struct command *const *all, const struct command *command,
                          struct out *out) {
    const struct row *row;

    out_text(out, "    '");
    out_text(out, command->name);
    out_text(out, "')\n");
    for (int i = 0; (row = completion_row(command, &i)) != NULL;)
        if (completion_is_list(row))
            print_list(all, command, row, out);
    out_text(out, "        _arguments -s -S :");
    for (int i = 0; (row = completion_row(command, &i)) != NULL;)
        print_option(row, out);
    print_operand(command, out);
    out_text(out, "        ;;\n");
}

void complete_zsh(const struct command *const *all, struct out *out) {
    const struct command *command;

    out_text(out, head);
    for (int i = 1; (command = completion_command(all, i)) != NULL; i++) {
        out_text(out, "        ");
        print_described(command->name, command->summary, out);
        out_char(out, '\n');
    }
    out_text(out, middle);
    for (int i = 0; (command = completion_command(all, i)) != NULL; i++)
        print_command(all, command, out);
    out_text(out, tail);
}
