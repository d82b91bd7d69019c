#include "help.h"

#include <string.h>

#define HELP_WIDTH 80

/* Words of a text from a column on, broken before the edge. */
static void print_wrapped(const char *text, size_t column, size_t indent, struct out *out) {
    while (*text != '\0') {
        size_t length = strcspn(text, " ");
        if (column > indent && column + 1 + length > HELP_WIDTH) {
            out_char(out, '\n');
            out_blanks(out, indent);
            column = indent;
        } else if (column > indent) {
            out_char(out, ' ');
            column++;
        }
        out_bytes(out, text, length);
        column += length;
        text += length + (text[length] == ' ');
    }
    out_char(out, '\n');
}

void help_entry(const char *name, const char *meaning, size_t indent, struct out *out) {
    size_t length = 2 + strlen(name);

    out_text(out, "  ");
    out_text(out, name);
    if (length + 2 > indent) {
        out_char(out, '\n');
        length = 0;
    }
    out_blanks(out, indent - length);
    print_wrapped(meaning, indent, indent, out);
}

static void print_option(const struct row *row, struct out *out) {
    struct text name, meaning;

    text_clear(&name);
    if (row->letter != 0)
        text_format(&name, "-%c, ", row->letter);
    else
        text_add(&name, "    ");
    text_format(&name, "--%s", row->name);
    if (row->value[0] != '\0')
        text_format(&name, " %s", row->value);
    text_clear(&meaning);
    text_add(&meaning, row->help);
    if (row->preset[0] != '\0')
        text_format(&meaning, " [%s]", row->preset);
    help_entry(name.bytes, meaning.bytes, 26, out);
}

static void print_rows(const struct command *command, const struct row *const *rows,
                       const char *title, struct out *out) {
    if (*rows == NULL)
        return;
    out_text(out, title);
    for (; *rows != NULL; rows++)
        if (option_is_shown(command, *rows))
            print_option(*rows, out);
}

/* What the options are called that it shares with other commands. */
static const char *commons_title(const struct command *command) {
    return command->commons == COMMONS_HELP ? "\nOptions:\n"
           : command->fields != NULL        ? "\nOptions of every question:\n"
                                            : "\nOptions, which hold for lines that do not say:\n";
}

static void print_fields(const struct command *command, struct out *out) {
    struct text given;

    if (command->fields == NULL)
        return;
    out_text(out, "\nFields, for -o, -a and --json:\n");
    text_clear(&given);
    text_add(&given, "what was given:");
    for (const struct field *field = command->fields; field->name != NULL; field++) {
        if (field->given)
            text_format(&given, " %s", field->name);
        else
            help_entry(field->name, field->help, 16, out);
    }
    if (given.bytes[given.length - 1] == ':')
        return;
    out_text(out, "  ");
    print_wrapped(given.bytes, 2, 2, out);
}

/* What an expression is made of, from the gates' own rows. */
static void print_grammar(const struct command *command, struct out *out) {
    struct text functions;
    const cnn_gate *gate;

    if (!command->takes_values)
        return;
    text_clear(&functions);
    for (size_t i = 0; (gate = cnn_gate_at(i)) != NULL; i++)
        if (gate->kind == CNN_FUNCTION)
            text_format(&functions, "%s%s", functions.length > 0 ? " " : "", gate->name);
    out_text(out, "\nExpressions:\n");
    help_entry("operators", "+ - * / ^ (or **), unary -, parentheses; -x^2 is -(x^2)", 16, out);
    help_entry("constants", "decimal numbers, pi, e", 16, out);
    help_entry("functions", functions.bytes, 16, out);
    help_entry("variables", "every other name but f and out", 16, out);
}

/* Examples are indented line by line. */
static void print_examples(const char *examples, struct out *out) {
    out_text(out, "\nExamples:\n");
    while (*examples != '\0') {
        size_t length = strcspn(examples, "\n");
        out_text(out, "  ");
        out_bytes(out, examples, length);
        out_char(out, '\n');
        examples += length + 1;
    }
}

void help_command(const struct command *command, struct out *out) {
    out_text(out, "usage: cnncalc ");
    out_text(out, command->name);
    out_char(out, ' ');
    size_t indent = strlen("usage: cnncalc  ") + strlen(command->name);
    print_wrapped(command->synopsis, indent, indent, out);
    out_text(out, command->name);
    out_char(out, ':');
    print_wrapped(command->summary, strlen(command->name) + 1, 0, out);
    print_rows(command, command->rows, "\nOptions:\n", out);
    print_rows(command, option_commons(command), commons_title(command), out);
    print_fields(command, out);
    print_grammar(command, out);
    if (command->help != NULL)
        command->help(out);
    print_examples(command->examples, out);
}

void help_all(const struct command *const *commands, struct out *out) {
    out_text(out, "usage: cnncalc COMMAND [options] [operands]\n"
                  "       cnncalc help COMMAND\n"
                  "       cnncalc --help | --version\n"
                  "\nA calculator for convolutional networks and backpropagation.\n"
                  "\nCommands:\n");
    for (; *commands != NULL; commands++)
        help_entry((*commands)->name, (*commands)->summary, 16, out);
    print_examples("$ cnncalc convout -W 227 -F 11 -S 4\n55\n"
                   "$ cnncalc params -F 11 -C 3 -K 96\n34944\n"
                   "$ cnncalc gdstep -x 2 -g 0.1 -s 0.2 --explain\n"
                   "x - s*g = 2 - 0.2*0.1 = 2 - 0.02 = 1.98\n",
                   out);
    out_text(out, "\ncnncalc COMMAND --help lists the options and fields of a command;\n"
                  "the manual is cnncalc(1).\n");
}
