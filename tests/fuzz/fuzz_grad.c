/* fuzz_grad.c: any bytes as an expression, as the values of its variables and as standard input,
 * for `grad` and for `gdstep --of`, through the whole program, in memory. The first byte of the
 * input says how it is asked, the second how many bytes a read gives at most, and how many steps
 * there are. Then come, with a NUL between, the expression, the other words, a line each, and
 * standard input.
 * What must hold, whatever is asked: the status is 0, 1 or 2, with a message unless it is 0, and
 * then nothing is answered but what came before; every byte printed is ASCII; JSON is JSON, and no
 * member is there twice. And one way of asking has the same values, or the same message, as the
 * next: each of the ways below says which. */
#include "ask.h"
#include "printed.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* ---- The question -------------------------------------------------------------------------- */

struct question {
    const char *expression;
    struct words rest; /* the other words */
    struct input input;
    unsigned number; /* the second byte */
};

static const struct input nothing = {NULL, 0, 1};

static const char *steps_of(const struct question *question) {
    static const char *const steps[] = {"0", "1", "2", "3", "7", "20"};
    return steps[question->number % (sizeof steps / sizeof *steps)];
}

static const char *size_of_steps(const struct question *question) {
    static const char *const sizes[] = {"0.1", "-0.5", "0", "1e-9", "3", "1e200"};
    return sizes[question->number / 6 % (sizeof sizes / sizeof *sizes)];
}

/* What comes before the operands: the command, and what it is told. */
static void begin(struct words *words, const struct question *question, bool descends,
                  const char *option) {
    words->count = 0;
    say(words, "cnncalc", "");
    say(words, descends ? "gdstep" : "grad", "");
    if (descends) {
        say(words, "--of=", question->expression);
        say(words, "--steps=", steps_of(question));
        say(words, "--step-size=", size_of_steps(question));
    }
    if (*option != '\0')
        say(words, option, "");
}

/* The operands, from the first of the other words. */
static void end(struct words *words, const struct question *question, bool descends, int first) {
    say(words, "--", "");
    if (!descends)
        say(words, question->expression, "");
    for (int i = first; i < question->rest.count; i++)
        say(words, question->rest.of[i], "");
}

static struct answer ask_with(const struct question *question, bool descends, const char *option) {
    struct words words;
    begin(&words, question, descends, option);
    end(&words, question, descends, 0);
    return ask(&words, &nothing);
}

/* Every way but those that read lines, or work as far as it goes, has no answer but a whole one. */
static void check_whole(const struct answer *answer) {
    demand((answer->status == 0) == (*answer->out != '\0'));
}

/* The same end, said in the same words. */
static void check_same_end(const struct answer *a, const struct answer *b) {
    demand(a->status == b->status && strcmp(a->err, b->err) == 0);
}

/* ---- Values -------------------------------------------------------------------------------- */

/* The values of a plain answer, which has its names unless it is one alone, with tabs between. */
static void add_values(struct string *text, const char *plain) {
    add_text(text, "");
    while (*plain != '\0') {
        const size_t line = strcspn(plain, "\n"), name = strcspn(plain, "=\n");
        const size_t from = name < line ? name + 1 : 0;
        add(text, "\t", text->length > 0);
        add(text, plain + from, line - from);
        plain += line + 1;
    }
}

/* What stands behind a name in lines NAME=VALUE, up to the end of that line; or NULL. */
static const char *line_named(const char *lines, const char *name, size_t length) {
    for (; *lines != '\0'; lines = strchr(lines, '\n') + 1)
        if (strncmp(lines, name, length) == 0 && lines[length] == '=')
            return lines + length + 1;
    return NULL;
}

/* ---- JSON ---------------------------------------------------------------------------------- */

/* Names that JSON keeps to itself. */
static bool is_refused(const struct answer *json) {
    return strstr(json->err, "in JSON this is no variable's name") != NULL;
}

static struct answer ask_in_json(const struct question *question, const char *option) {
    struct words words;
    begin(&words, question, false, "--json");
    say(&words, option, "");
    end(&words, question, false, 0);
    return ask(&words, &nothing);
}

/* Each line of a plain answer is a member; a value alone has the name `only`. */
static void check_members(const char *plain, const char *json, const char *only) {
    size_t length;

    for (; *plain != '\0'; plain = strchr(plain, '\n') + 1) {
        const size_t line = strcspn(plain, "\n"), name = strcspn(plain, "=\n");
        const bool named = name < line;
        const size_t from = named ? name + 1 : 0;
        const char *value =
            member_from(json, named ? plain : only, named ? name : strlen(only), &length);
        demand(value != NULL && length == line - from);
        demand(memcmp(value, plain + from, length) == 0);
    }
}

/* ---- Ways: values -------------------------------------------------------------------------- */

/* As JSON. */
static void compare_with_json(const struct question *question, const struct answer *plain,
                              bool descends) {
    struct answer json = ask_with(question, descends, "--json");

    if (!is_refused(&json)) {
        check_same_end(plain, &json);
        check_whole(&json);
        if (json.status == 0) {
            check_json(json.out);
            check_members(plain->out, json.out, descends ? "f" : "out");
        }
    }
    forget(&json);
}

static void ask_plain(const struct question *question) {
    struct answer plain = ask_with(question, false, "");
    check_whole(&plain);
    compare_with_json(question, &plain, false);
    forget(&plain);
}

#define NAMES 20

/* All values are members, and those that are asked for by name are the same. */
static void ask_all(const struct question *question) {
    struct answer all = ask_with(question, false, "--all");
    struct string option = {0}, values = {0}, first = {0};
    const char *line = all.out;

    check_whole(&all);
    compare_with_json(question, &all, false);
    add_text(&option, "--only=");
    for (int i = 0; i < NAMES && *line != '\0'; i++) {
        const char *next = strchr(line, '\n') + 1;
        add(&option, ",", i > 0);
        add(&option, line, strcspn(line, "="));
        line = next;
    }
    add(&first, all.out, (size_t)(line - all.out));
    add_values(&values, first.bytes);
    if (all.status == 0) {
        struct answer only = ask_with(question, false, option.bytes), json;
        demand(only.status == 0 && begins(only.out, values.bytes));
        demand(strlen(only.out) == values.length + 1);
        add_text(&option, ",out");
        json = ask_in_json(question, option.bytes);
        if (json.status == 0)
            check_json(json.out);
        demand(json.status == 0 || is_refused(&json));
        forget(&json);
        forget(&only);
    }
    free(option.bytes);
    free(values.bytes);
    free(first.bytes);
    forget(&all);
}

/* The working ends in the plain answer, whose value has its name even where it is alone. */
static void check_ending(const struct answer *explained, const struct answer *plain,
                         const char *only) {
    struct string ending = {0};

    if (strchr(plain->out, '=') == NULL) {
        add_text(&ending, only);
        add_text(&ending, "=");
    }
    add_text(&ending, plain->out);
    demand(ends(explained->out, ending.bytes));
    free(ending.bytes);
}

static void ask_why(const struct question *question) {
    struct answer plain = ask_with(question, false, ""), why;

    why = ask_with(question, false, "--explain");
    check_same_end(&plain, &why);
    demand(why.status < 2 || *why.out == '\0');
    if (why.status == 0)
        check_ending(&why, &plain, "out");
    forget(&why);
    forget(&plain);
}

/* The check stands behind the plain answer and a blank line. */
static void ask_check(const struct question *question) {
    struct answer plain = ask_with(question, false, ""), checked;

    checked = ask_with(question, false, "--check");
    check_same_end(&plain, &checked);
    demand(begins(checked.out, plain.out));
    demand(checked.status != 0 || checked.out[strlen(plain.out)] == '\n');
    forget(&checked);
    forget(&plain);
}

/* JSON with its working begins as it does without. */
static void ask_json_why(const struct question *question) {
    struct answer json = ask_with(question, false, "--json"), why;
    struct words words;

    begin(&words, question, false, "--json");
    say(&words, "--explain", "");
    say(&words, "--check", "");
    end(&words, question, false, 0);
    why = ask(&words, &nothing);
    check_same_end(&json, &why);
    check_whole(&why);
    if (why.status == 0) {
        check_json(why.out);
        demand(strncmp(json.out, why.out, strlen(json.out) - 2) == 0);
    }
    forget(&why);
    forget(&json);
}

/* The answer has out, and then the gradients in the order in which their variables were named. */
static void check_order(const char *answer, const char *names) {
    demand(begins(answer, "out="));
    for (;; names++) {
        const size_t length = strcspn(names, ",");
        answer = strchr(answer, '\n');
        demand(answer != NULL);
        answer++;
        demand(*answer == 'f' && strncmp(answer + 1, names, length) == 0);
        demand(answer[1 + length] == '=');
        names += length;
        if (*names == '\0')
            break;
    }
    demand(ends(answer, "\n") && count_of(answer, "\n") == 1);
}

/* Fewer gradients, in another order, are the same numbers. */
static void ask_some(const struct question *question) {
    if (question->rest.count == 0)
        return;
    struct words words;
    begin(&words, question, false, "");
    say(&words, "--wrt=", question->rest.of[0]);
    end(&words, question, false, 1);
    struct answer some = ask(&words, &nothing);
    begin(&words, question, false, "");
    end(&words, question, false, 1);
    struct answer all = ask(&words, &nothing);

    check_whole(&some);
    if (some.status == 0)
        check_order(some.out, question->rest.of[0]);
    if (some.status == 0 && all.status == 0) {
        for (const char *line = some.out; *line != '\0'; line = strchr(line, '\n') + 1) {
            const size_t name = strcspn(line, "=");
            const char *same = line_named(all.out, line, name);
            demand(same != NULL && strcspn(same, "\n") == strcspn(line, "\n") - name - 1);
            demand(memcmp(same, line + name + 1, strcspn(same, "\n")) == 0);
        }
    }
    forget(&all);
    forget(&some);
}

/* ---- Ways: graphs -------------------------------------------------------------------------- */

/* What a node shows is what JSON has, to as many digits. */
static void compare_nodes(const struct question *question) {
    struct answer dot, json;
    struct words words;

    begin(&words, question, false, "--dot");
    say(&words, "-p17", "");
    end(&words, question, false, 0);
    dot = ask(&words, &nothing);
    json = ask_in_json(question, "-p17");
    if (dot.status == 0 && json.status == 0)
        check_nodes(dot.out, json.out);
    forget(&json);
    forget(&dot);
}

static void ask_dot(const struct question *question) {
    struct answer dot = ask_with(question, false, "--dot");

    check_whole(&dot);
    if (dot.status == 0) {
        check_dot(dot.out);
        compare_nodes(question);
    }
    forget(&dot);
}

static void ask_python(const struct question *question) {
    struct answer python = ask_with(question, false, "--numpy");

    check_whole(&python);
    if (python.status == 0)
        check_python(python.out);
    forget(&python);
}

/* ---- Ways: descent ------------------------------------------------------------------------- */

static void ask_descent(const struct question *question) {
    struct answer plain = ask_with(question, true, "");
    check_whole(&plain);
    compare_with_json(question, &plain, true);
    forget(&plain);
}

/* The last line has the number of the last step and the values of the plain answer. */
static void ask_trace(const struct question *question) {
    struct answer plain = ask_with(question, true, ""), trace;
    struct string last = {0};

    trace = ask_with(question, true, "--trace");
    check_same_end(&plain, &trace);
    if (trace.status == 0) {
        add_text(&last, steps_of(question));
        add_text(&last, "\t");
        struct string values = {0};
        add_values(&values, plain.out);
        add_text(&last, values.bytes);
        add_text(&last, "\n");
        free(values.bytes);
        demand(ends(trace.out, last.bytes));
        demand(count_of(trace.out, "\n") == strtoul(steps_of(question), NULL, 10) + 1);
    } else {
        demand(trace.status == 1 || *trace.out == '\0');
    }
    free(last.bytes);
    forget(&trace);
    forget(&plain);
}

static void ask_why_descent(const struct question *question) {
    struct answer plain = ask_with(question, true, ""), why;

    why = ask_with(question, true, "--explain");
    check_same_end(&plain, &why);
    demand(why.status < 2 || *why.out == '\0');
    if (why.status == 0)
        check_ending(&why, &plain, "f");
    forget(&why);
    forget(&plain);
}

/* ---- Ways: lines --------------------------------------------------------------------------- */

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/* Adds a row's words, one for each column but those that are passed over. False: the row has not as
 * many words as there are columns. */
static bool say_row(struct words *words, const char *columns, const char *line, size_t length) {
    const char *end_of_line = line + length;

    for (;;) {
        const size_t name = strcspn(columns, ",");
        while (line < end_of_line && is_blank(*line))
            line++;
        size_t value = 0;
        while (line + value < end_of_line && !is_blank(line[value]))
            value++;
        if (value == 0 || name == 0 || words->count >= WORDS / 2 - 10)
            return false;
        struct string word = {0};
        add(&word, columns, name);
        add_text(&word, "=");
        add(&word, line, value);
        if (name != 1 || *columns != '_')
            say(words, begins(word.bytes, "expect=") ? "--" : "", word.bytes);
        free(word.bytes);
        line += value;
        if (columns[name] == '\0')
            break;
        columns += name + 1;
    }
    while (line < end_of_line && is_blank(*line))
        line++;
    return line == end_of_line;
}

/* A row is answered as the same question alone, or with dashes. */
static void check_answered(const struct question *question, bool descends, const char *line,
                           size_t length, const char *row) {
    struct words words;
    struct string values = {0};

    begin(&words, question, descends, "");
    bool good = say_row(&words, question->rest.of[0], line, length);
    end(&words, question, descends, 1);
    struct answer alone = ask(&words, &nothing);
    add_values(&values, alone.out);
    if (good && *alone.out != '\0')
        demand(strcspn(row, "\n") == values.length && begins(row, values.bytes));
    else
        demand(strspn(row, "-\t") == strcspn(row, "\n"));
    free(values.bytes);
    forget(&alone);
}

#define CHECKED 4 /* rows */

/* A line that asks nothing is answered by a blank one. A line has no NUL, or dashes. */
static void check_line(const struct question *question, bool descends, const char *line,
                       size_t length, bool checked, const char *row) {
    const char *at = line;

    while (at < line + length && is_blank(*at))
        at++;
    if (memchr(line, '\0', length) != NULL)
        demand(*row == '-');
    else if (at == line + length || *at == '#')
        demand(*row == '\n');
    else if (checked)
        check_answered(question, descends, line, length, row);
}

static void check_lines(const struct question *question, bool descends, const char *out) {
    const char *line = (const char *)question->input.bytes, *last = line + question->input.size;

    for (int number = 0; line < last; number++) {
        const char *newline = memchr(line, '\n', (size_t)(last - line));
        size_t length = (size_t)((newline == NULL ? last : newline) - line);
        const char *next = newline == NULL ? last : newline + 1;
        demand(strchr(out, '\n') != NULL);
        length -= length > 0 && line[length - 1] == '\r';
        check_line(question, descends, line, length, number < CHECKED, out);
        out = strchr(out, '\n') + 1;
        line = next;
    }
    demand(*out == '\0');
}

/* Whether every column is a variable's, which has no option's name, and every other word a value.
 */
static bool is_simple(const struct question *question) {
    static const char *const options[] = {"wrt", "of",        "steps",  "parameter", "n",
                                          "g",   "step-size", "header", "s"};
    const char *columns = question->rest.of[0];

    if (strstr(question->expression, "expect") != NULL)
        return false;
    for (int i = 1; i < question->rest.count; i++)
        if (strchr(question->rest.of[i], '=') == NULL)
            return false;
    for (;;) {
        const size_t length = strcspn(columns, ",");
        for (size_t i = 0; i < sizeof options / sizeof *options; i++)
            if (strlen(options[i]) == length && memcmp(options[i], columns, length) == 0)
                return false;
        if (columns[length] == '\0')
            return true;
        columns += length + 1;
    }
}

/* The first word names the columns. A fault that has no line says that none was read. */
static void ask_rows(const struct question *question, bool descends) {
    struct words words;

    if (question->rest.count == 0)
        return;
    begin(&words, question, descends, "");
    say(&words, "--columns=", question->rest.of[0]);
    end(&words, question, descends, 1);
    struct answer rows = ask(&words, &question->input);
    const bool refused = rows.status != 0 && !begins(rows.err, "cnncalc: -:");
    demand(!refused || *rows.out == '\0');
    if (!refused && is_simple(question))
        check_lines(question, descends, rows.out);
    forget(&rows);
}

static void ask_columns(const struct question *question) {
    ask_rows(question, false);
}

static void ask_descent_columns(const struct question *question) {
    ask_rows(question, true);
}

/* A word in quotes, as a line of batch has it. False: it cannot be. */
static bool quote(struct string *line, const char *word) {
    add_text(line, " '");
    add_text(line, word);
    add_text(line, "'");
    return strpbrk(word, "'\n") == NULL;
}

/* The message on a line of batch says where, and the same. */
static void check_same_message(const char *alone, const char *line) {
    static const char before[] = "cnncalc: ", place[] = "-:1: ";

    if (*alone == '\0' || *line == '\0') {
        demand(*alone == *line);
        return;
    }
    demand(begins(alone, before) && begins(line, before));
    demand(begins(line + strlen(before), place));
    demand(strcmp(alone + strlen(before), line + strlen(before) + strlen(place)) == 0);
}

static void ask_batch(const struct question *question) {
    struct string line = {0}, values = {0};
    struct words words = {.count = 0};

    add_text(&line, "grad --");
    bool good = quote(&line, question->expression);
    for (int i = 0; i < question->rest.count; i++)
        good = quote(&line, question->rest.of[i]) && good;
    if (good) {
        const struct input input = {(const uint8_t *)line.bytes, line.length,
                                    question->input.chunk};
        say(&words, "cnncalc", "");
        say(&words, "batch", "");
        struct answer plain = ask_with(question, false, ""), batch = ask(&words, &input);
        add_values(&values, plain.out);
        demand(plain.status == batch.status);
        check_same_message(plain.err, batch.err);
        demand(count_of(batch.out, "\n") == 1);
        demand(plain.status != 0 || begins(batch.out, values.bytes));
        demand(plain.status != 0 || batch.out[values.length] == '\n');
        forget(&batch);
        forget(&plain);
    }
    free(values.bytes);
    free(line.bytes);
}

/* ---- Ways: any options --------------------------------------------------------------------- */

/* Numbers of steps that take too long, in whatever word or column. */
static bool has_long_number(const char *text, size_t length) {
    size_t digits = 0;

    for (size_t i = 0; i < length; i++) {
        digits = isdigit((unsigned char)text[i]) ? digits + 1 : 0;
        if (digits > 3)
            return true;
    }
    return false;
}

/* Whatever the words are; without an expression gdstep takes numbers. */
static void ask_freely(const struct question *question, const char *command, const char *option) {
    struct words words = {.count = 0};

    if (has_long_number((const char *)question->input.bytes, question->input.size))
        return;
    for (int i = 0; i < question->rest.count; i++)
        if (has_long_number(question->rest.of[i], strlen(question->rest.of[i])))
            return;
    say(&words, "cnncalc", "");
    say(&words, command, "");
    if (*question->expression != '\0')
        say(&words, option, question->expression);
    for (int i = 0; i < question->rest.count; i++)
        say(&words, question->rest.of[i], "");
    struct answer answer = ask(&words, &question->input);
    forget(&answer);
}

static void ask_grad(const struct question *question) {
    ask_freely(question, "grad", "");
}

static void ask_gdstep(const struct question *question) {
    ask_freely(question, "gdstep", "--of=");
}

/* ---- One input ----------------------------------------------------------------------------- */

typedef void way(const struct question *);

/* tests/fuzz/seed.py knows the order. */
static way *const ways[] = {ask_plain,           ask_all,   ask_why,         ask_check,
                            ask_json_why,        ask_some,  ask_dot,         ask_python,
                            ask_descent,         ask_trace, ask_why_descent, ask_columns,
                            ask_descent_columns, ask_batch, ask_grad,        ask_gdstep};

/* The words of a field, a line each. False: there are too many. */
static bool take_words(struct words *words, const char *field) {
    words->count = 0;
    while (*field != '\0') {
        const size_t length = strcspn(field, "\n");
        if (words->count == WORDS / 2)
            return false;
        words->of[words->count++] = copy(field, length);
        field += length + (field[length] == '\n');
    }
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size < 2)
        return 0;
    char *text = copy((const char *)data + 2, size - 2);
    const size_t expression = strlen(text);
    const char *words = text + expression + (expression < size - 2);
    const char *input = words + strlen(words);
    input += input < text + size - 2;
    struct question question = {
        .expression = text,
        .input = {(const uint8_t *)input, (size_t)(text + size - 2 - input), data[1] + 1u},
        .number = data[1]};

    if (take_words(&question.rest, words))
        ways[data[0] % (sizeof ways / sizeof *ways)](&question);
    for (int i = 0; i < question.rest.count; i++)
        free(question.rest.of[i]);
    free(text);
    return 0;
}
