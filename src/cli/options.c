#include "options.h"

#include "nearest.h"
#include "worksheet.h"

#include <assert.h>
#include <getopt.h>
#include <string.h>

/* ---- Names that are not ours --------------------------------------------------------------- */

static char other_case(char letter) {
    if (letter >= 'a' && letter <= 'z')
        return (char)(letter - 'a' + 'A');
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : 0;
}

/* A word of the command line, and the one behind it, or NULL. */
struct place_of_word {
    const char *word, *next;
};

static bool is_real(const char *word) {
    double value;
    return word != NULL && cnn_read_real(word, strlen(word), &value) == CNN_OK;
}

/* What begins with - may have been meant as an expression, or as one of its variables. */
static void hint_expression(const struct place_of_word *at, struct fault *fault) {
    struct text *hint = fault_hint(fault);
    assert(at->word != NULL);
    if (at->word[2] == '\0' && is_real(at->next)) {
        text_add(hint, "a variable's value has no dash: ");
        text_escaped(hint, at->word + 1);
        text_format(hint, "=%s", at->next);
    } else {
        text_add(hint, "an expression that begins with - stands behind --: -- '");
        text_escaped(hint, at->word);
        text_add(hint, "'");
    }
}

static bool unknown_letter(const struct command *command, char letter,
                           const struct place_of_word *at, struct fault *fault) {
    const char name[] = {'-', letter, '\0'};
    struct text culprit;

    text_clear(&culprit);
    text_escaped(&culprit, name);
    fault_say(fault, STATUS_BAD_QUESTION, culprit.bytes, "unknown option");
    const struct row *other = option_lettered(command, other_case(letter));
    if (letter == 'D' && option_lettered(command, 'C') != NULL)
        text_format(fault_hint(fault),
                    "the depth of the input is -C%s; dilation is -d, the number of axes --dims",
                    option_lettered(command, 'K') != NULL ? ", of the output -K" : "");
    else if (other != NULL)
        text_format(fault_hint(fault), "did you mean -%c, --%s?", other->letter, other->name);
    else if (command->takes_values)
        hint_expression(at, fault);
    else if (letter == '.' || (letter >= '0' && letter <= '9'))
        text_add(fault_hint(fault), "a negative value follows its option: -x -1");
    return false;
}

const char *option_meant(const struct command *command, const char *name) {
    const char *best = nearest_synonym(name);
    const struct row *row;
    int distance = 0;

    if (best != NULL && option_named(command, best) != NULL)
        return best;
    best = NULL;
    for (int i = 0; (row = option_at(command, i)) != NULL; i++)
        nearest_try(name, row->name, &best, &distance);
    return best;
}

/* Names that begin as typed: an abbreviation is refused, but understood. */
static bool hint_beginnings(const struct command *command, const char *name, struct fault *fault) {
    struct text names;
    const struct row *row;

    text_clear(&names);
    for (int i = 0; *name != '\0' && (row = option_at(command, i)) != NULL; i++)
        if (strncmp(row->name, name, strlen(name)) == 0)
            text_format(&names, "%s--%s", names.length > 0 ? ", " : "", row->name);
    if (names.length > 0)
        text_format(fault_hint(fault), "options are not abbreviated: %s", names.bytes);
    return names.length > 0;
}

static bool unknown_name(const struct command *command, const char *name, struct fault *fault) {
    struct text culprit;

    text_clear(&culprit);
    text_add(&culprit, "--");
    text_escaped(&culprit, name);
    fault_say(fault, STATUS_BAD_QUESTION, culprit.bytes, "unknown option");
    const char *meant = option_meant(command, name);
    if (!hint_beginnings(command, name, fault))
        fault_did_you_mean(fault, "--", meant);
    return false;
}

#define NAME_ROOM 64

/* The long name that a word begins with, without its dashes and its value. */
static const char *long_name(const char *word, char name[NAME_ROOM]) {
    size_t length = strcspn(word + 2, "=");

    if (length >= NAME_ROOM)
        return word + 2;
    memcpy(name, word + 2, length);
    name[length] = '\0';
    return name;
}

bool option_unknown(const struct command *command, const char *word, struct fault *fault) {
    const struct place_of_word nowhere = {NULL, NULL};
    char name[NAME_ROOM];

    return word[1] != '-' ? unknown_letter(command, word[1], &nowhere, fault)
                          : unknown_name(command, long_name(word, name), fault);
}

bool operand_unexpected(const struct command *command, const char *operand, struct fault *fault) {
    struct text culprit;

    text_clear(&culprit);
    text_typed(&culprit, operand);
    fault_say(fault, STATUS_BAD_QUESTION, culprit.bytes, "unexpected operand");
    const char *synonym = nearest_synonym(operand);
    if (synonym != NULL && option_named(command, synonym) != NULL)
        fault_did_you_mean(fault, "--", synonym);
    else
        text_format(fault_hint(fault), "for example: cnncalc %s %s", command->name,
                    command->typical);
    return false;
}

bool check_needs(const struct command *command, const struct need *needs, size_t count,
                 struct fault *fault) {
    struct text culprits;

    text_clear(&culprits);
    for (size_t i = 0; i < count; i++)
        if (needs[i].missing)
            text_format(&culprits, "%s--%s", culprits.length > 0 ? ", " : "", needs[i].row->name);
    if (culprits.length == 0)
        return true;
    fault_say(fault, STATUS_BAD_QUESTION, culprits.bytes, "missing");
    text_format(fault_hint(fault), "for example: cnncalc %s %s", command->name, command->typical);
    return false;
}

/* ---- Reading ------------------------------------------------------------------------------- */

#define ROWS_MOST (OWN_ROWS_MOST + COMMON_ROWS + 1)
#define LONG_BASE 256 /* what getopt_long gives for the first row's long name */

/* The rows in getopt's own terms. */
struct grammar {
    const struct row *rows[ROWS_MOST];
    struct option names[ROWS_MOST + 1];
    char letters[2 + 2 * ROWS_MOST + 1];
};

/* Operands come in their place ("-"), a missing value is told from an unknown option and getopt
 * itself prints nothing (":"). */
static void make_grammar(struct grammar *grammar, const struct command *command) {
    const struct row *const *rows = command->rows;
    bool own = true;
    int i = 0, letters = 0;

    grammar->letters[letters++] = '-';
    grammar->letters[letters++] = ':';
    for (;; i++, rows++) {
        if (*rows == NULL && own) {
            rows = option_commons(command);
            own = false;
        }
        const struct row *row = grammar->rows[i] = *rows;
        if (row == NULL)
            break;
        bool takes = row->kind != KIND_FLAG;
        grammar->names[i] = (struct option){row->name, takes ? required_argument : no_argument,
                                            NULL, LONG_BASE + i};
        if (row->letter != 0) {
            grammar->letters[letters++] = row->letter;
            if (takes)
                grammar->letters[letters++] = ':';
        }
    }
    grammar->names[i] = (struct option){NULL, 0, NULL, 0};
    grammar->letters[letters] = '\0';
}

static const struct row *row_of(const struct grammar *grammar, int option) {
    if (option >= LONG_BASE)
        return grammar->rows[option - LONG_BASE];
    for (int i = 0; grammar->rows[i] != NULL; i++)
        if (grammar->rows[i]->letter == option)
            return grammar->rows[i];
    return NULL;
}

/* getopt_long would take a unique beginning for the whole name: a long option is looked up before
 * getopt sees it. */
static bool check_name(const struct command *command, const char *word, struct fault *fault) {
    char room[NAME_ROOM];
    const char *name = long_name(word, room);
    const struct row *row = option_named(command, name);
    struct text culprit;

    if (row == NULL)
        return unknown_name(command, name, fault);
    if (row->kind == KIND_FLAG && word[2 + strlen(name)] == '=')
        return fault_say(fault, STATUS_BAD_QUESTION, option_culprit(row, &culprit),
                         "takes no value");
    return true;
}

/* Only --columns, and a command that runs by itself, read a file. */
static bool reads_file(const struct question *question) {
    return question->common.columns != NULL || question->command->run != NULL;
}

static bool take_operand(struct question *question, const char *operand, struct fault *fault) {
    if (question->command->takes_values)
        return worksheet_take(question, operand, fault);
    bool second = question->operand != NULL;

    if (second)
        return operand_unexpected(question->command,
                                  reads_file(question) ? operand : question->operand, fault);
    question->operand = operand;
    return true;
}

static bool take_option(struct question *question, const struct grammar *grammar, int option,
                        const struct place_of_word *at, struct fault *fault) {
    const struct row *row = row_of(grammar, option == ':' ? optopt : option);
    struct text culprit;

    if (option == 1)
        return take_operand(question, optarg, fault);
    if (option == '?')
        return unknown_letter(question->command, (char)optopt, at, fault);
    if (option == ':')
        return fault_say(fault, STATUS_BAD_QUESTION, option_culprit(row, &culprit),
                         "a value is missing");
    return option_set(question, row, optarg, fault);
}

bool question_read(struct question *question, int argc, char **argv, struct fault *fault) {
    struct grammar grammar;
    struct fault later; /* only the first fault is told */
    bool good = true;

    make_grammar(&grammar, question->command);
    optind = 0; /* a new vector, for GNU and for musl */
    for (;;) {
        int index = optind == 0 ? 1 : optind;
        const char *word = argv[index];
        struct place_of_word at = {word, word == NULL ? NULL : argv[index + 1]};
        bool is_name = word != NULL && strncmp(word, "--", 2) == 0 && word[2] != '\0';
        bool known = !is_name || check_name(question->command, word, good ? fault : &later);
        good = good && known;
        int option = getopt_long(argc, argv, grammar.letters, grammar.names, NULL);
        if (option == -1)
            break;
        if (known && !take_option(question, &grammar, option, &at, good ? fault : &later))
            good = false;
    }
    for (; optind < argc; optind++)
        if (!take_operand(question, argv[optind], good ? fault : &later))
            good = false;
    if (!good || question->operand == NULL || reads_file(question) || question->common.help)
        return good;
    return operand_unexpected(question->command, question->operand, fault);
}
