#include "commands.h"
#include "help.h"
#include "nearest.h"
#include "run.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

const struct command *const commands[] = {
    &command_convout,      &command_params, &command_pool,       &command_sigmoid_grad,
    &command_complex_grad, &command_gdstep, &command_fit,        &command_grad,
    &command_net,          &command_batch,  &command_completion, NULL};

/* ---- Faults -------------------------------------------------------------------------------- */

static void worsen(struct run *run, int status) {
    if (status > run->status)
        run->status = status;
}

/* Where messages go: with the answers where both are seen together, for a write of each in its
 * turn would be two for every line that has no answer. */
static struct out *messages(struct run *run) {
    return run->outside->together && run->out.error == 0 ? &run->out : &run->err;
}

static void begin_message(struct out *out, const struct place *place, const char *command) {
    struct text line;

    out_text(out, "cnncalc: ");
    if (place->file != NULL) {
        text_clear(&line);
        text_format(&line, ":%" PRId64 ": ", place->line);
        out_escaped(out, place->file);
        out_text(out, line.bytes);
    }
    if (command != NULL) {
        out_text(out, command);
        out_text(out, ": ");
    }
}

void run_report(struct run *run, const struct place *place, const struct fault *fault) {
    struct out *out = messages(run);

    if (fault->status != STATUS_ANSWERED) {
        worsen(run, (int)fault->status);
        begin_message(out, place, fault->command);
        out_text(out, fault->sentence.bytes);
        out_char(out, '\n');
    }
    for (int i = 0; i < fault->hint_count; i++) {
        out_text(out, "cnncalc: hint: ");
        out_text(out, fault->hints[i].bytes);
        out_char(out, '\n');
    }
}

void run_fail(struct run *run, const char *command, const char *subject, int error) {
    const struct place alone = {NULL, 0};
    const char *reason = strerror(error);
    char first = ascii_lower(*reason);
    struct out *out = messages(run);

    worsen(run, STATUS_MACHINE);
    begin_message(out, &alone, command);
    out_text(out, subject);
    out_text(out, ": ");
    out_char(out, first);
    out_text(out, reason + 1);
    out_char(out, '\n');
}

/* ---- Commands ------------------------------------------------------------------------------ */

const struct command *command_named(const char *name) {
    for (const struct command *const *command = commands; *command != NULL; command++)
        if (strcmp((*command)->name, name) == 0)
            return *command;
    return NULL;
}

/* The first word may be an option that stands alone, but not behind help. */
static const struct command *find(const char *name, bool is_first, struct fault *fault) {
    const struct command *found = command_named(name);
    const char *best = NULL;
    struct text culprit;
    int distance = 0;

    if (found != NULL)
        return found;
    text_clear(&culprit);
    text_typed(&culprit, name);
    fault_say(fault, STATUS_BAD_QUESTION, culprit.bytes, "unknown command");
    for (const struct command *const *command = commands; *command != NULL; command++)
        nearest_try(name, (*command)->name, &best, &distance);
    if (is_first) {
        nearest_try(name, "--help", &best, &distance);
        nearest_try(name, "--version", &best, &distance);
    }
    if (best == NULL && *name == '-')
        text_add(fault_hint(fault), "the command comes first: cnncalc convout -W 227 -F 11 -S 4");
    else
        fault_did_you_mean(fault, "", best);
    return NULL;
}

const struct command *command_find(const char *name, struct fault *fault) {
    return find(name, true, fault);
}

/* ---- Lines --------------------------------------------------------------------------------- */

static bool is_standard(const char *file) {
    return file == NULL || strcmp(file, "-") == 0;
}

static void fail_on_file(struct run *run, const char *command, const char *file, int error) {
    struct text name;

    text_clear(&name);
    if (is_standard(file))
        text_add(&name, "standard input");
    else
        text_typed(&name, file);
    run_fail(run, command, name.bytes, error);
}

static void skim_lines(struct run *run, struct lines *lines, struct place *place,
                       const struct reading *reading) {
    const char *from, *end;

    if (reading->skim == NULL || !lines_held(lines, &from, &end))
        return;
    place->line += reading->skim(run, reading->state, &from, end);
    lines_pass(lines, from);
}

static void take_lines(struct run *run, struct lines *lines, struct place *place,
                       const char *command, const struct reading *reading) {
    char *line = NULL;
    bool going = true;

    for (place->line = 1; going && run->out.error == 0; place->line++) {
        skim_lines(run, lines, place, reading);
        switch (lines_next(lines, &line)) {
        case LINE_READ:
            going = reading->take(run, reading->state, place, line, NULL);
            break;
        case LINE_LONG:
            going = reading->take(run, reading->state, place, NULL, "longer than 1048576 bytes");
            break;
        case LINE_NUL:
            going = reading->take(run, reading->state, place, NULL, "has a NUL byte");
            break;
        case LINE_FAILED:
            fail_on_file(run, command, place->file, lines->error);
            return;
        default: /* LINE_END */
            return;
        }
    }
}

/* Before the input is waited for: nothing that can be answered, or is wrong, is held back. */
struct pause {
    struct run *run;
    const struct reading *reading;
};

static void pause_lines(void *state) {
    const struct pause *pause = state;

    if (pause->reading->pause != NULL)
        pause->reading->pause(pause->run, pause->reading->state);
    out_flush(&pause->run->out);
}

void run_lines(struct run *run, const char *command, const char *file,
               const struct reading *reading) {
    struct pause before_reading = {run, reading};
    bool standard = is_standard(file);
    struct place place = {standard ? "-" : file, 0};
    int fd = standard ? 0 : run->outside->open(run->outside->state, file);
    struct lines *lines = malloc(sizeof *lines);

    if (lines == NULL) {
        run_fail(run, command, "memory", ENOMEM);
    } else if (fd < 0) {
        fail_on_file(run, command, file, -fd);
    } else {
        lines_open(lines, run->outside, fd, pause_lines, &before_reading);
        take_lines(run, lines, &place, command, reading);
    }
    free(lines);
    if (!standard && fd >= 0)
        run->outside->close(run->outside->state, fd);
}

/* ---- Questions ----------------------------------------------------------------------------- */

void run_missing(struct run *run, const struct question *question, const struct common *common,
                 const struct place *place, const struct fault *fault) {
    if (place->file != NULL)
        answer_missing(question, common, place, fault, &run->out);
    run_report(run, place, fault);
}

void run_question(struct run *run, struct question *question, const struct place *place,
                  struct fault *fault) {
    if (answer_question(question, place, &run->out, fault))
        run_report(run, place, fault);
    else
        run_missing(run, question, &question->common, place, fault);
}

/* What is shown in place of an answer has no form of an answer. */
static bool check_shown(const struct question *question, struct fault *fault) {
    const struct common *common = &question->common;
    const char *option =
        question->command->shows == NULL ? NULL : question->command->shows(question);
    const char *other = common->only != NULL              ? "--only"
                        : common->all                     ? "--all"
                        : common->json                    ? "--json"
                        : common->explain                 ? "--explain"
                        : common->expect != NULL          ? "--expect"
                        : question->command->adds != NULL ? question->command->adds(question)
                                                          : NULL;

    if (option != NULL && other != NULL)
        return fault_say(fault, STATUS_BAD_QUESTION, option, "not with %s", other);
    return true;
}

bool command_prepare(struct question *question, struct names *names, struct fault *fault) {
    const struct command *command = question->command;

    return check_shown(question, fault) &&
           (command->prepare == NULL || command->prepare(question, fault)) &&
           answer_names(question, names, fault);
}

static void ask_alone(struct run *run, struct question *question, struct fault *fault) {
    const struct place alone = {NULL, 0};
    struct names names;

    if (!command_prepare(question, &names, fault))
        run_report(run, &alone, fault);
    else if (question->common.columns != NULL)
        run_columns(run, question);
    else if (!question->command->ready(question, fault))
        run_report(run, &alone, fault);
    else
        run_question(run, question, &alone, fault);
}

static void run_command(struct run *run, const struct command *command, int argc, char **argv) {
    const struct place alone = {NULL, 0};
    struct question question;
    struct fault fault;

    fault_clear(&fault, command->name);
    question_clear(&question, command);
    bool good = question_read(&question, argc, argv, &fault);
    if (question.common.help)
        help_command(command, &run->out);
    else if (!good)
        run_report(run, &alone, &fault);
    else if (command->run != NULL)
        command->run(run, &question);
    else
        ask_alone(run, &question, &fault);
    question_forget(&question);
}

static bool is_word(const char *word, const char *name, const char *letter) {
    return strcmp(word, name) == 0 || strcmp(word, letter) == 0;
}

static bool asks_for_help(const char *word) {
    return is_word(word, "--help", "-h") || strcmp(word, "help") == 0;
}

static void run_help(struct run *run, int argc, char **argv) {
    const struct place alone = {NULL, 0};
    const struct command *command = NULL;
    struct fault fault;
    bool all = argc < 2 || asks_for_help(argv[1]);

    fault_clear(&fault, NULL);
    if (argc > 2) {
        struct text culprit;
        text_clear(&culprit);
        text_typed(&culprit, argv[2]);
        fault_say(&fault, STATUS_BAD_QUESTION, culprit.bytes, "unexpected operand");
    } else if (!all) {
        command = find(argv[1], false, &fault);
    }
    run_report(run, &alone, &fault);
    if (fault.status == STATUS_ANSWERED && all)
        help_all(commands, &run->out);
    else if (command != NULL)
        help_command(command, &run->out);
}

/* The first word says what is to be done. */
static void run_words(struct run *run, int argc, char **argv) {
    const struct place alone = {NULL, 0};
    struct fault fault;

    fault_clear(&fault, NULL);
    if (argc < 1) {
        help_all(commands, &run->err);
        worsen(run, STATUS_BAD_QUESTION);
    } else if (strcmp(argv[0], "--version") == 0) {
        out_text(&run->out, "cnncalc " CNNCALC_VERSION "\n");
    } else if (is_word(argv[0], "--help", "-h")) {
        help_all(commands, &run->out);
    } else if (strcmp(argv[0], "help") == 0) {
        run_help(run, argc, argv);
    } else {
        const struct command *command = command_find(argv[0], &fault);
        if (command == NULL)
            run_report(run, &alone, &fault);
        else
            run_command(run, command, argc, argv);
    }
}

int program_run(int argc, char **argv, const struct outside *outside) {
    struct run run;

    run.outside = outside;
    run.status = STATUS_ANSWERED;
    out_open(&run.out, outside, 1);
    out_open(&run.err, outside, 2);
    run.out.first = &run.err; /* where a write ends the process, what was wrong has been said */
    run_words(&run, argc - 1, argv + 1);
    out_flush(&run.out);
    if (run.out.error != 0)
        run_fail(&run, NULL, "standard output", run.out.error);
    out_flush(&run.err);
    return run.status;
}
