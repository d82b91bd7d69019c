/* batch: every line is a question as it would be typed after "cnncalc". */
#include "commands.h"
#include "room.h"
#include "run.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct batch {
    const struct common *common; /* holds for lines that do not say */
    struct question question;
    struct names names;
    struct room spare;
    char *words[WORDS_MOST + 1];
};

/* How to answer comes from the line where it says, else from batch. */
static void inherit(struct common *own, const struct common *common) {
    if (own->only == NULL && !own->all) {
        own->only = common->only;
        own->all = common->all;
    }
    own->json = own->json || common->json;
    own->explain = own->explain || common->explain;
    if (own->expect == NULL)
        own->expect = common->expect;
    if (own->precision == 0)
        own->precision = common->precision;
}

/* What reads or prints more than one answer has no place on a line. */
static bool check_line(const struct question *question, struct fault *fault) {
    const struct common *common = &question->common;
    const struct command *command = question->command;
    const char *shown = command->shows == NULL ? NULL : command->shows(question);
    const char *added = command->adds == NULL || common->json ? NULL : command->adds(question);

    if (shown != NULL || added != NULL)
        return fault_say(fault, STATUS_BAD_QUESTION, shown != NULL ? shown : added,
                         "not on a line of batch");
    if (common->help || common->columns != NULL)
        return fault_say(fault, STATUS_BAD_QUESTION, common->help ? "--help" : "--columns",
                         "not on a line of batch");
    return true;
}

static bool is_elsewhere(const char *word) {
    const struct command *command = command_named(word);

    return text_choice("help --help -h --version", word) >= 0 ||
           (command != NULL && command->run != NULL);
}

static const struct command *line_command(const char *word, struct fault *fault) {
    if (is_elsewhere(word)) {
        fault_say(fault, STATUS_BAD_QUESTION, word, "not on a line of batch");
        return NULL;
    }
    const struct command *command = command_find(word, fault);
    if (command == NULL && strcmp(word, "cnncalc") == 0) {
        fault->hint_count = 0;
        text_add(fault_hint(fault), "a line begins with the command, without cnncalc");
    }
    return command;
}

/* Makes a question of the words. Gives what is known of it where there is a fault. */
static struct question *read_question(struct batch *batch, size_t count, struct fault *fault) {
    const struct command *command = line_command(batch->words[0], fault);
    struct question *question = &batch->question;

    if (command == NULL)
        return NULL;
    fault_clear(fault, command->name);
    question_clear(question, command);
    question->spare = &batch->spare;
    batch->words[count] = NULL;
    bool good = question_read(question, (int)count, batch->words, fault);
    inherit(&question->common, batch->common);
    if (good && check_line(question, fault) && command_prepare(question, &batch->names, fault))
        command->ready(question, fault);
    return question;
}

/* The question, above its solution. */
static void print_echo(const char *line, const struct place *place, struct out *out) {
    struct text number;

    text_clear(&number);
    text_add(&number, "# ");
    text_whole(&number, place->line);
    text_add(&number, *line == '\0' ? ":" : ": ");
    out_text(out, number.bytes);
    out_escaped(out, line);
    out_char(out, '\n');
}

static bool take_line(struct run *run, void *state, const struct place *place, char *line,
                      const char *wrong) {
    struct batch *batch = state;
    struct question *question = NULL;
    struct fault fault;
    bool key = batch->common->explain && !batch->common->json;
    size_t count = 0;

    fault_clear(&fault, NULL);
    if (wrong == NULL && line_is_idle(line)) {
        out_text(&run->out, batch->common->json ? "" : "\n");
        return true;
    }
    if (key)
        print_echo(wrong == NULL ? line : "", place, &run->out);
    if (wrong == NULL)
        wrong = words_quoted(line, batch->words, &count);
    if (wrong != NULL)
        fault_say(&fault, STATUS_BAD_QUESTION, "line", "%s", wrong);
    else
        question = read_question(batch, count, &fault);
    if (fault.status == STATUS_ANSWERED)
        run_question(run, question, place, &fault);
    else
        run_missing(run, question, question != NULL ? &question->common : batch->common, place,
                    &fault);
    if (question != NULL)
        question_forget(question);
    if (key)
        out_char(&run->out, '\n');
    return true;
}

static void run_batch(struct run *run, struct question *question) {
    const struct place alone = {NULL, 0};
    struct batch *state = malloc(sizeof *state);
    struct fault fault;

    fault_clear(&fault, question->command->name);
    if (state == NULL) {
        run_fail(run, question->command->name, "memory", ENOMEM);
        return;
    }
    state->common = &question->common;
    state->spare = (struct room){NULL, NULL};
    if (question->common.columns != NULL) {
        fault_say(&fault, STATUS_BAD_QUESTION, "--columns", "not with batch");
        run_report(run, &alone, &fault);
    } else {
        const struct reading reading = {.take = take_line, .state = state};
        run_lines(run, question->command->name, question->operand, &reading);
    }
    room_free(&state->spare);
    free(state);
}

static const struct row *const no_rows[] = {NULL};

const struct command command_batch = {
    .name = "batch",
    .summary = "the answers to a file of questions",
    .synopsis = "[options] [FILE]",
    .rows = no_rows,
    .run = run_batch,
    .typical = "questions.txt",
    .examples = "$ printf 'convout -W 32 -F 5\\npool -W 28 -F 2\\n' | cnncalc batch\n"
                "28\n"
                "14\n"
                "$ echo 'params -F 3 -C 5 -K 25' | cnncalc batch --expect 1150\n"
                "1150\n",
};
