#include "answer.h"

#include "json.h"
#include "worksheet.h"

#include <string.h>

/* ---- Plain answers ------------------------------------------------------------------------- */

static void print_value(const struct question *question, const cnn_item *item, struct out *out) {
    struct text text;
    text_clear(&text);
    text_item(&text, item, (int)question->common.precision);
    out_bytes(out, text.bytes, text.length);
}

static void print_row(const struct question *question, const cnn_trace *trace, struct out *out) {
    int count;
    const char *const *names = answer_printed(question, &count);

    for (int i = 0; i < count; i++) {
        if (i > 0)
            out_char(out, '\t');
        print_value(question, cnn_find(trace, names[i]), out);
    }
}

static void print_named(const struct question *question, const cnn_item *item, struct out *out) {
    out_text(out, item->name);
    out_char(out, '=');
    print_value(question, item, out);
}

/* Every known value that is not given; on a line of a file, tabs between. */
static void print_all(const struct question *question, const cnn_trace *trace, bool in_line,
                      struct out *out) {
    struct each each = {.question = question, .trace = trace};
    bool first = true;

    while (answer_next(&each)) {
        const cnn_item *item = each.item;
        if (item->kind == CNN_NONE)
            continue;
        if (in_line && !first)
            out_char(out, '\t');
        first = false;
        print_named(question, item, out);
        if (!in_line)
            out_char(out, '\n');
    }
}

static void print_plain(const struct question *question, const cnn_trace *trace, bool in_line,
                        struct out *out) {
    int count;
    const char *const *names = answer_printed(question, &count);

    if (question->common.all && question->names->count == 0) {
        print_all(question, trace, in_line, out);
        out_text(out, in_line ? "\n" : "");
    } else if (in_line || question->names->count > 0 || count == 1) {
        print_row(question, trace, out);
        out_char(out, '\n');
    } else {
        for (int i = 0; i < count; i++) {
            print_named(question, cnn_find(trace, names[i]), out);
            out_char(out, '\n');
        }
    }
}

void answer_header(const struct question *question, struct out *out) {
    int count;
    const char *const *names = answer_printed(question, &count);

    if (question->common.json || (question->common.all && question->names->count == 0))
        return;
    for (int i = 0; i < count; i++) {
        if (i > 0)
            out_char(out, '\t');
        out_text(out, names[i]);
    }
    out_char(out, '\n');
}

/* ---- Asking -------------------------------------------------------------------------------- */

/* The answer is compared as it would be printed on one line. */
static void check_expected(const struct question *question, const cnn_trace *trace, struct out *out,
                           struct fault *fault) {
    int count;
    const char *const *names = answer_printed(question, &count);

    if (question->common.expect == NULL)
        return;
    out_expect(out, question->common.expect);
    print_row(question, trace, out);
    bool met = out_met(out);
    for (int i = 0; i < count; i++)
        met = met && cnn_find(trace, names[i])->kind != CNN_TOO_MANY;
    if (met)
        return;
    fault_typed(fault, STATUS_NO_ANSWER, "--expect", question->common.expect,
                "is not the answer, which is");
    for (int i = 0; i < count; i++) {
        text_add(&fault->sentence, " ");
        text_item(&fault->sentence, cnn_find(trace, names[i]), (int)question->common.precision);
    }
    if (count > 1)
        text_add(&fault->sentence, ", with tabs between");
}

bool answer_is_headline(const struct question *question) {
    const struct common *common = &question->common;
    return common->json || (question->names->count == 0 && !common->all);
}

/* What is printed in place of an answer. */
static bool show(const struct question *question, struct out *out, struct fault *fault) {
    cnn_error error = question->command->show(question, out);
    if (error.code != CNN_OK)
        question->command->refuse(question, error, fault);
    return error.code == CNN_OK;
}

/* ---- Several answers ----------------------------------------------------------------------- */

/* One of them; on a line of a file the tabs between are the caller's. */
static void print_one(struct question *question, const struct place *place, bool in_line,
                      const cnn_trace *trace, struct out *out) {
    const struct common *common = &question->common;

    if (common->json) {
        json_answer(question, place, trace, out);
        return;
    }
    if (common->explain)
        question->command->explain(question, trace, (cnn_error){.code = CNN_OK}, out);
    if (common->explain && answer_is_headline(question))
        return;
    if (common->all && question->names->count == 0) {
        print_all(question, trace, in_line, out);
        return;
    }
    print_row(question, trace, out);
    if (!in_line)
        out_char(out, '\n');
}

/* What the answer is, where it is one. */
static void tell_expected(struct question *question, cnn_trace *trace, struct fault *fault) {
    int count;
    const char *const *names = answer_printed(question, &count);

    question->command->next(question);
    question->command->ask(question, trace);
    text_add(&fault->sentence, ", which is");
    for (int i = 0; i < count; i++) {
        text_add(&fault->sentence, " ");
        text_item(&fault->sentence, cnn_find(trace, names[i]), 0);
    }
}

/* All of them with tabs between, as they would be printed on one line. */
static void check_each_expected(struct question *question, cnn_trace *trace, struct out *out,
                                struct fault *fault) {
    int64_t count = 0;

    if (question->common.expect == NULL)
        return;
    out_expect(out, question->common.expect);
    while (question->command->next(question)) {
        question->command->ask(question, trace);
        if (count++ > 0)
            out_char(out, '\t');
        print_row(question, trace, out);
    }
    if (out_met(out))
        return;
    fault_typed(fault, STATUS_NO_ANSWER, "--expect", question->common.expect, "is not the answer");
    if (count == 1)
        tell_expected(question, trace, fault);
}

/* A question with several answers: each on a line, or all on the line of a file, tabs between. */
static bool answer_each(struct question *question, const struct place *place, struct out *out,
                        struct fault *fault) {
    const struct command *command = question->command;
    const struct common *common = &question->common;
    bool in_line = place->file != NULL && !common->json && !common->explain;
    cnn_item items[ITEMS_MOST];
    cnn_trace trace = {.items = items, .capacity = ITEMS_MOST};
    bool any = false;

    while (out->error == 0 && command->next(question)) {
        command->ask(question, &trace);
        if (any && in_line)
            out_char(out, '\t');
        any = true;
        print_one(question, place, in_line, &trace, out);
    }
    if (!any) {
        command->refuse(question, (cnn_error){.code = CNN_OK}, fault);
        return false;
    }
    if (in_line)
        out_char(out, '\n');
    if (place->file == NULL)
        command->advise(question, fault);
    check_each_expected(question, &trace, out, fault);
    return true;
}

bool answer_question(struct question *question, const struct place *place, struct out *out,
                     struct fault *fault) {
    const struct command *command = question->command;
    const struct common *common = &question->common;
    bool every = question->names->count == 0 && (common->all || common->json);
    cnn_item items[ITEMS_MOST];
    cnn_trace trace = {.items = items, .capacity = ITEMS_MOST};
    int count;

    if (command->shows != NULL && command->shows(question) != NULL)
        return show(question, out, fault);
    if (command->next != NULL)
        return answer_each(question, place, out, fault);
    if (question->sheet != NULL)
        trace = question->sheet->trace;
    trace.given = question->names->given;
    trace.working = common->explain;

    if (!every) {
        trace.names = answer_printed(question, &count);
        trace.name_count = (size_t)count;
    }
    cnn_error error = command->ask(question, &trace);
    if (common->explain && !common->json)
        command->explain(question, &trace, error, out);
    if (error.code != CNN_OK) {
        command->refuse(question, error, fault);
        return false;
    }
    if (!answer_is_known(question, &trace, fault))
        return false;
    if (common->json)
        json_answer(question, place, &trace, out);
    else if (!common->explain || !answer_is_headline(question))
        print_plain(question, &trace, place->file != NULL, out);
    if (!common->json && command->adds != NULL && command->adds(question) != NULL) {
        out_char(out, '\n');
        command->add(question, out);
    }
    check_expected(question, &trace, out, fault);
    return true;
}

void answer_expect(struct question *question, struct out *out, struct fault *fault) {
    cnn_item items[ITEMS_MOST];
    cnn_trace trace = {.items = items, .capacity = ITEMS_MOST, .given = question->names->given};

    question->command->ask(question, &trace);
    check_expected(question, &trace, out, fault);
}

/* How many values were asked for; one, where that cannot be known. */
static int asked_count(const struct question *question, const struct common *common) {
    int count = 0;

    if (common->only != NULL) {
        for (const char *p = common->only; *p != '\0'; p++)
            count += *p == ',';
        return count + 1;
    }
    if (question == NULL || common->all)
        return 1;
    while (question->headline[count] != NULL)
        count++;
    return count;
}

void answer_missing(const struct question *question, const struct common *common,
                    const struct place *place, const struct fault *fault, struct out *out) {
    if (common->json) {
        json_no_answer(place, fault, out);
        return;
    }
    for (int i = asked_count(question, common); i > 0; i--)
        out_text(out, i > 1 ? "-\t" : "-\n");
}
