/* fuzz_program.c: any words as the arguments of the program, any bytes as its standard input, in
 * memory. The first byte of the input says what is compared, the second how many bytes a read gives
 * at most. Then come the words, a line each up to a NUL, and standard input. A byte of 0x80 and
 * above where a word begins stands for one that makes sense there, which the bytes after it choose:
 * a command, or an option of the command before it with a value of its kind.
 * What must hold: what ask() demands, and of the same question:
 *   json       with --json, every line is an object
 *   explain    with --explain, the status is the same
 *   short      where the output takes less, the status is 3 and what was printed a beginning
 *   batch      on a line of batch, the status, the message and the values are the same, but where
 *              the line begins with the program's name, which has a hint of its own */
#include "ask.h"
#include "commands.h"
#include "printed.h"
#include "run.h"

#include <stdio.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* ---- Words that make sense ----------------------------------------------------------------- */

struct bytes {
    const uint8_t *at, *end;
};

static size_t take(struct bytes *from) {
    return from->at < from->end ? *from->at++ : 0;
}

#define PICK(list, from) list[take(from) % (sizeof list / sizeof *list)]

/* One of the words between commas or blanks. */
static void add_choice(struct string *text, const char *choices, size_t number) {
    size_t count = 1;

    for (const char *at = choices; *at != '\0'; at++)
        count += *at == ' ';
    for (number %= count; number > 0; number--)
        choices = strchr(choices, ' ') + 1;
    add(text, choices, strcspn(choices, " "));
}

static void add_number(struct string *text, struct bytes *from) {
    static const char *const large[] = {"0",   "224", "227",        "640",
                                        "999", "07",  "2147483648", "3037000500",
                                        "-1",  "1e3", "",           "4611686018427387904",
                                        "x",   "15",  "96",         "9223372036854775807",
                                        "16",  "64",  "100",        "9223372036854775808"};
    char small[2] = {0};
    const size_t byte = take(from);

    small[0] = (char)('1' + byte % 9);
    add_text(text, byte < 200 ? small : PICK(large, from));
}

static void add_numbers(struct string *text, struct bytes *from, const char *between) {
    for (size_t count = take(from) % 8; count > 4; count--) {
        add_number(text, from);
        add_text(text, between);
    }
    add_number(text, from);
}

static void add_real(struct string *text, struct bytes *from) {
    static const char *const reals[] = {
        "0",  "1",      "-1",    "2.5", "1e-3", "-0.5", "1e308", "5e-324", "0x1p3", "nan",
        "40", "-745.2", "1e999", "-0",  "36.7", ".5",   "700",   "1e-320", ""};
    add_text(text, PICK(reals, from));
}

static const struct row *row_at(const struct command *command, size_t number) {
    size_t count = 0;

    while (option_at(command, (int)count) != NULL)
        count++;
    if (count == 0)
        abort();
    return option_at(command, (int)(number % count));
}

static void add_names(struct string *text, const struct command *command, bool fields,
                      struct bytes *from) {
    for (size_t more = take(from) % 4 + 1; more > 0; more--) {
        size_t number = take(from) % 40;
        const struct field *field = command->fields;
        const struct row *row = row_at(command, number);
        if (fields && field != NULL) {
            for (; number > 0 && field[1].name != NULL; number--)
                field++;
            add_text(text, field->name);
        } else if (row->letter != 0) {
            add(text, &row->letter, 1);
        } else {
            add_text(text, number % 8 == 0 ? "_" : row->name);
        }
        add_text(text, more > 1 ? "," : "");
    }
}

static void add_expression(struct string *text, struct bytes *from) {
    static const char *const expressions[] = {"x",         "x*y",         "ln(x)*sigmoid(y)", "2",
                                              "x/y",       "relu(x)+x^2", "1/(1+exp(-x))",    "x+",
                                              "max(x, y)", "x^y^2-x",     "tanh(x)*tanh(x)",  ""};
    add_text(text, PICK(expressions, from));
}

static void add_value(struct string *text, const struct command *command, const struct row *row,
                      struct bytes *from) {
    switch (row->kind) {
    case KIND_FLAG:
        break;
    case KIND_WHOLE:
    case KIND_PAGE:
        add_number(text, from);
        break;
    case KIND_REAL:
        add_real(text, from);
        break;
    case KIND_SIZES:
        add_numbers(text, from, "x");
        break;
    case KIND_PADS:
        if (take(from) % 4 == 0)
            add_choice(text, row->choices, take(from));
        else
            add_numbers(text, from, take(from) % 2 == 0 ? ":" : "x");
        break;
    case KIND_CHOICE:
        add_choice(text, row->choices, take(from));
        break;
    case KIND_FIELDS:
    case KIND_COLUMNS:
        add_names(text, command, row->kind == KIND_FIELDS, from);
        break;
    case KIND_TEXT:
        if (strcmp(row->name, "of") == 0)
            add_expression(text, from);
        else
            add_number(text, from);
        break;
    }
}

static void say_option(struct words *words, const struct command *command, struct bytes *from) {
    const struct row *row = row_at(command, take(from));
    struct string word = {0};
    const char letter[] = {'-', row->letter, '\0'};
    add_text(&word, row->letter == 0 ? "--" : letter);
    add_text(&word, row->letter == 0 ? row->name : "");
    add_text(&word, row->letter == 0 && row->kind != KIND_FLAG ? "=" : "");
    add_value(&word, command, row, from);
    say(words, word.bytes, "");
    free(word.bytes);
}

static void say_operand(struct words *words, const struct command *command, struct bytes *from) {
    static const char *const others[] = {"-", "file", "bash", "zsh", "fish", "help", "1"};
    struct string word = {0};

    if (!command->takes_values) {
        add_text(&word, PICK(others, from));
    } else if (take(from) % 2 == 0) {
        add_text(&word, take(from) % 2 == 0 ? "x=" : "y=");
        add_real(&word, from);
    } else {
        add_expression(&word, from);
    }
    say(words, word.bytes, "");
    free(word.bytes);
}

/* ---- The question -------------------------------------------------------------------------- */

#define ARGUMENTS_MOST 40

static const struct command *command_of(const struct words *words) {
    const struct command *command = command_named(words->of[1]);
    return command == NULL ? &command_convout : command;
}

static void say_sense(struct words *words, size_t byte, struct bytes *from) {
    size_t count = 0;

    while (commands[count] != NULL)
        count++;
    demand(count > 0);
    if (words->count == 1)
        say(words, byte % 16 == 0 ? "help" : commands[byte % count]->name, "");
    else if (byte % 8 == 0)
        say_operand(words, command_of(words), from);
    else
        say_option(words, command_of(words), from);
}

static void say_typed(struct words *words, struct bytes *from) {
    const uint8_t *at = from->at;

    while (at < from->end && *at != '\n' && *at != '\0')
        at++;
    char *word = copy((const char *)from->at, (size_t)(at - from->at));
    say(words, word, "");
    free(word);
    from->at = at + (at < from->end && *at == '\n');
}

static void say_all(struct words *words, struct bytes *from) {
    words->count = 0;
    say(words, "cnncalc", "");
    while (from->at < from->end && *from->at != '\0' && words->count < ARGUMENTS_MOST) {
        if (*from->at >= 0x80) {
            const size_t byte = take(from);
            say_sense(words, byte, from);
        } else {
            say_typed(words, from);
        }
    }
    take(from);
}

struct asked {
    struct words words;
    struct input input;
    size_t room;
};

/* The same words again, with one behind the command. */
static struct answer ask_with(const struct asked *asked, const char *option, size_t room) {
    struct words words = {.count = 0};

    for (int i = 0; i < asked->words.count; i++) {
        say(&words, asked->words.of[i], "");
        if (i == 1 && *option != '\0')
            say(&words, option, "");
    }
    return ask_short(&words, &asked->input, room);
}

/* ---- Ways ---------------------------------------------------------------------------------- */

static void ask_plain(const struct asked *asked) {
    struct answer plain = ask_with(asked, "", SIZE_MAX);
    forget(&plain);
}

static void ask_json(const struct asked *asked) {
    struct answer json = ask_with(asked, "--json", SIZE_MAX);

    if (command_named(asked->words.of[1]) != NULL && !begins(json.out, "usage: "))
        check_json_lines(json.out);
    forget(&json);
}

/* The working needs values that the answer may do without, and stops where there is none. */
static void ask_explain(const struct asked *asked) {
    struct answer plain = ask_with(asked, "", SIZE_MAX);
    struct answer why = ask_with(asked, "--explain", SIZE_MAX);

    demand(plain.status == why.status || why.status == 2 || strstr(why.err, " is beyond ") != NULL);
    forget(&why);
    forget(&plain);
}

/* It stops at the same place, or before the first byte. */
static void ask_less(const struct asked *asked) {
    struct answer plain = ask_with(asked, "", SIZE_MAX);
    struct answer less = ask_with(asked, "", asked->room);

    demand(begins(plain.out, less.out) && strlen(less.out) <= asked->room);
    if (strlen(plain.out) > asked->room)
        demand(less.status == 3 && strstr(less.err, "standard output: ") != NULL);
    else
        demand(less.status == plain.status && strcmp(less.err, plain.err) == 0);
    forget(&less);
    forget(&plain);
}

/* The messages of a line say where. */
static void check_messages(const char *alone, const char *line) {
    static const char before[] = "cnncalc: ", hint[] = "cnncalc: hint: ", place[] = "-:1: ";

    while (*alone != '\0' && *line != '\0') {
        demand(begins(line, before));
        if (!begins(line, hint)) {
            demand(begins(line + strlen(before), place));
            line += strlen(place);
        }
        const char *next = strchr(line, '\n') + 1;
        demand(begins(alone + strlen(before), "") && strlen(alone) >= (size_t)(next - line));
        demand(strncmp(alone + strlen(before), line + strlen(before),
                       (size_t)(next - line) - strlen(before)) == 0);
        alone += next - line;
        line = next;
    }
    demand(*alone == *line);
}

static bool quote(struct string *line, const char *word) {
    add_text(line, line->length > 0 ? " '" : "'");
    add_text(line, word);
    add_text(line, "'");
    return strpbrk(word, "'\n") == NULL;
}

/* The values of an answer with its names, or alone, with tabs between. */
static void add_values(struct string *text, const char *plain) {
    add_text(text, "");
    while (*plain != '\0') {
        const size_t line = strcspn(plain, "\n"), name = strcspn(plain, "=\n");
        const size_t from = name < line ? name + 1 : 0;
        add(text, "\t", text->length > 0);
        add(text, plain + from, line - from);
        plain += line + 1;
    }
    add_text(text, "\n");
}

/* Whether the plain answer is what a line has, and not its names, its working or solutions too. */
static bool is_plain(const struct asked *asked) {
    for (int i = 2; i < asked->words.count; i++) {
        const char *word = asked->words.of[i];
        if (*word == '-' && word[1] != '-' && strchr(word, 'a') != NULL)
            return false;
        if (begins(word, "--all") || begins(word, "--explain") || begins(word, "--json"))
            return false;
    }
    return command_of(&asked->words)->next == NULL;
}

static void compare_with_line(const struct asked *asked, const struct answer *line) {
    struct answer plain = ask_with(asked, "", SIZE_MAX);
    struct string values = {0};

    add_values(&values, plain.out);
    if (!begins(plain.out, "usage: ")) {
        demand(line->status == plain.status);
        if (plain.status != 0) /* alone it may have a hint */
            check_messages(plain.err, line->err);
        demand(plain.status != 0 || !is_plain(asked) || strcmp(values.bytes, line->out) == 0);
    }
    free(values.bytes);
    forget(&plain);
}

static void ask_batch(const struct asked *asked) {
    struct words words = {.count = 0};
    struct string line = {0};
    bool good = asked->words.count > 1 && strcmp(asked->words.of[1], asked->words.of[0]) != 0;

    for (int i = 1; i < asked->words.count; i++)
        good = quote(&line, asked->words.of[i]) && good;
    if (good) {
        const struct input input = {(const uint8_t *)line.bytes, line.length, asked->input.chunk};
        say(&words, "cnncalc", "");
        say(&words, "batch", "");
        struct answer answer = ask(&words, &input);
        if (strstr(answer.err, "not on a line of batch") == NULL)
            compare_with_line(asked, &answer);
        forget(&answer);
    }
    free(line.bytes);
}

/* ---- One input ----------------------------------------------------------------------------- */

typedef void way(const struct asked *);

/* tests/fuzz/seed.py knows how many they are. */
static way *const ways[] = {ask_plain, ask_json, ask_explain, ask_less, ask_batch};

static bool goes_far(const struct asked *asked) {
    struct string all = {0};

    for (int i = 1; i < asked->words.count; i++) {
        add_text(&all, asked->words.of[i]);
        add_text(&all, " ");
    }
    add(&all, (const char *)asked->input.bytes, asked->input.size);
    const bool far = may_go_far((const uint8_t *)all.bytes, all.length);
    free(all.bytes);
    return far;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 3)
        return 0;
    struct bytes from = {data + 2, data + size};
    struct asked asked = {.room = data[1]};

    say_all(&asked.words, &from);
    asked.input = (struct input){from.at, (size_t)(from.end - from.at), data[1] + 1u};
    if (asked.words.count > 1 && !goes_far(&asked))
        ways[data[0] % (sizeof ways / sizeof *ways)](&asked);
    for (int i = 0; i < asked.words.count; i++)
        free(asked.words.of[i]);
    return 0;
}
