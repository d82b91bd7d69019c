/* The script of fish: one `complete` for each command, option and operand. */
#include "completion.h"

static const char head[] =
    "# Completion of cnncalc for fish, as `cnncalc completion fish` prints it.\n"
    "\n"
    "# Whether these are all words so far; whether they begin with this command.\n"
    "function __cnncalc_typed\n"
    "    set -l words (commandline -opc)\n"
    "    test \"$words[2..]\" = \"$argv\"\n"
    "end\n"
    "function __cnncalc_in\n"
    "    set -l words (commandline -opc)\n"
    "    test \"$words[2]\" = \"$argv\"\n"
    "end\n"
    "\n"
    "function __cnncalc_has_columns\n"
    "    string match -qr -- '^--columns(=|$)' (commandline -opc)\n"
    "end\n"
    "\n"
    "# The names of a list, each behind those that are typed.\n"
    "function __cnncalc_list\n"
    "    set -l typed (commandline -ct | string replace -r '^(--[^=]*=|-.)' '')\n"
    "    set -l before (string match -r '.*,' -- $typed; or echo '')\n"
    "    for name in (__cnncalc_names $argv)\n"
    "        echo $before$name\n"
    "    end\n"
    "end\n"
    "\n"
    "function __cnncalc_names\n"
    "    switch \"$argv\"\n";

static const char middle[] = "    end\n"
                             "end\n"
                             "\n"
                             "complete -c cnncalc -f\n"
                             "complete -c cnncalc -n __cnncalc_has_columns -F\n";

static void print_quoted(const char *text, struct out *out) {
    out_char(out, '\'');
    completion_quoted(text, "\\'", out);
    out_char(out, '\'');
}

/* "convout only". */
static void print_list_name(const struct command *command, const struct row *row, struct out *out) {
    out_text(out, command->name);
    out_char(out, ' ');
    out_text(out, row->name);
}

static void print_list(const struct command *const *all, const struct command *command,
                       const struct row *row, struct out *out) {
    struct offers offers;

    completion_list(all, command, row, &offers);
    out_text(out, "        case '");
    print_list_name(command, row, out);
    out_text(out, "'\n");
    for (int i = 0; i < offers.count; i++) {
        out_text(out, "            echo ");
        out_text(out, offers.of[i].name);
        if (offers.of[i].help != NULL) {
            out_text(out, "\\t");
            print_quoted(offers.of[i].help, out);
        }
        out_char(out, '\n');
    }
}

#define ONLY_COMMAND "__cnncalc_typed" /* and nothing behind it */
#define IN_COMMAND   "__cnncalc_in"

/* "complete ...", while that command is typed. */
static void begin_complete(const char *condition, const struct command *command, struct out *out) {
    out_text(out, "complete -c cnncalc -n '");
    out_text(out, condition);
    out_text(out, *command->name == '\0' ? "" : " ");
    out_text(out, command->name);
    out_char(out, '\'');
}

static void print_value(const struct command *command, const struct row *row, struct out *out) {
    out_text(out, " -x");
    if (!completion_is_list(row) && row->choices == NULL)
        return;
    out_text(out, " -a '");
    if (completion_is_list(row)) {
        out_text(out, "(__cnncalc_list ");
        print_list_name(command, row, out);
        out_text(out, ")");
    }
    if (completion_is_list(row) && row->choices != NULL)
        out_char(out, ' ');
    out_text(out, row->choices == NULL ? "" : row->choices);
    out_char(out, '\'');
}

static void print_option(const struct command *command, const struct row *row, struct out *out) {
    begin_complete(IN_COMMAND, command, out);
    if (row->letter != 0) {
        out_text(out, " -s ");
        out_char(out, row->letter);
    }
    out_text(out, " -l ");
    out_text(out, row->name);
    if (row->kind != KIND_FLAG)
        print_value(command, row, out);
    out_text(out, " -d ");
    print_quoted(row->help, out);
    out_char(out, '\n');
}

static void print_commands(const struct command *const *all, const struct command *command,
                           struct out *out) {
    const struct command *other;

    for (int i = 1; (other = completion_command(all, i)) != NULL; i++) {
        begin_complete(ONLY_COMMAND, command, out);
        out_text(out, " -a ");
        out_text(out, other->name);
        out_text(out, " -d ");
        print_quoted(other->summary, out);
        out_char(out, '\n');
    }
}

static void print_operands(const struct command *const *all, const struct command *command,
                           struct out *out) {
    switch (completion_operand(command)) {
    case OPERAND_COMMAND:
        print_commands(all, command, out);
        break;
    case OPERAND_CHOICE:
        begin_complete(ONLY_COMMAND, command, out);
        out_text(out, " -a '");
        out_text(out, command->choices);
        out_text(out, "'\n");
        break;
    case OPERAND_FILE:
        begin_complete(IN_COMMAND, command, out);
        out_text(out, " -F\n");
        break;
    default: /* OPERAND_OTHER */
        break;
    }
}

void complete_fish(const struct command *const *all, struct out *out) {
    const struct command *command;
    const struct row *row;

    out_text(out, head);
    for (int i = 0; (command = completion_command(all, i)) != NULL; i++)
        for (int k = 0; (row = completion_row(command, &k)) != NULL;)
            if (completion_is_list(row))
                print_list(all, command, row, out);
    out_text(out, middle);
    for (int i = 0; (command = completion_command(all, i)) != NULL; i++) {
        print_operands(all, command, out);
        for (int k = 0; (row = completion_row(command, &k)) != NULL;)
            print_option(command, row, out);
    }
}
