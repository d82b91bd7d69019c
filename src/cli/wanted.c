/* Which values are asked for, and whether they are there. */
#include "answer.h"
#include "nearest.h"

#include <assert.h>
#include <string.h>

/* ---- Names --------------------------------------------------------------------------------- */

const struct field *field_named(const struct question *question, const char *name, size_t length) {
    for (const struct field *field = question->fields; field->name != NULL; field++)
        if (strlen(field->name) == length && strncmp(field->name, name, length) == 0)
            return field;
    return NULL;
}

#define FIELDS_ROOM 400 /* bytes of a list of fields; an expression may have any number */

static bool unknown_field(const struct question *question, const char *name, size_t length,
                          struct fault *fault) {
    struct text typed;
    const char *best = NULL;
    int distance = 0;

    text_clear(&typed);
    text_bytes(&typed, name, length);
    fault_at(fault, STATUS_BAD_QUESTION, "--only");
    text_typed(&fault->sentence, typed.bytes);
    text_add(&fault->sentence, ": unknown field");
    for (const struct field *field = question->fields; field->name != NULL; field++)
        nearest_try(typed.bytes, field->name, &best, &distance);
    fault_did_you_mean(fault, "", best);
    struct text *hint = fault_hint(fault);
    text_add(hint, "fields:");
    for (const struct field *field = question->fields; field->name != NULL; field++) {
        if (hint->length > FIELDS_ROOM) {
            text_add(hint, " ...");
            break;
        }
        text_format(hint, " %s", field->name);
    }
    return false;
}

bool answer_names(struct question *question, struct names *names, struct fault *fault) {
    const char *name = question->common.only;

    question->names = names;
    names->count = 0;
    names->given = question->common.json && name == NULL;
    while (name != NULL) {
        size_t length = strcspn(name, ",");
        const struct field *field = field_named(question, name, length);
        if (field == NULL)
            return unknown_field(question, name, length, fault);
        if (names->count == NAMES_MOST)
            return fault_say(fault, STATUS_BAD_QUESTION, "--only", "more than %d names",
                             NAMES_MOST);
        names->of[names->count++] = field->name;
        names->given = names->given || field->given;
        name = name[length] == ',' ? name + length + 1 : NULL;
    }
    return true;
}

const char *const *answer_printed(const struct question *question, int *count) {
    const char *const *headline = question->headline;

    *count = question->names->count;
    if (question->names->count > 0)
        return question->names->of;
    while (headline[*count] != NULL)
        ++*count;
    return headline;
}

/* Values come nearly in the order of the fields: the one behind the last is tried first. */
static const cnn_item *find_from(struct each *each, const char *name) {
    const cnn_trace *trace = each->trace;
    const cnn_item *item = &trace->items[each->behind];

    if (each->behind == trace->count || strcmp(item->name, name) != 0)
        item = cnn_find(trace, name);
    if (item != NULL)
        each->behind = (size_t)(item - trace->items) + 1;
    return item;
}

/* Those that are not wanted are not looked for: in a long list that takes long. */
static bool next_field(struct each *each) {
    do {
        each->field = &each->question->fields[each->next++];
        if (each->field->name == NULL)
            return false;
        bool wanted = each->given || !each->field->given;
        each->item = wanted ? find_from(each, each->field->name) : NULL;
    } while (each->item == NULL);
    return true;
}

static bool is_wanted(const struct each *each) {
    return (each->given || each->item->role != CNN_GIVEN) &&
           !(each->trace->working && cnn_is_repeated(each->trace, each->item));
}

static bool next_item(struct each *each) {
    do {
        if (each->next == each->trace->count)
            return false;
        each->item = &each->trace->items[each->next++];
    } while (!is_wanted(each));
    return true;
}

bool answer_next(struct each *each) {
    return each->question->fields != NULL ? next_field(each) : next_item(each);
}

/* ---- What is not there --------------------------------------------------------------------- */

/* A value that was asked for and is not in the trace needs an option, whose letter is not there
 * either, or does not exist for such a layer. */
static bool fault_absent(const struct question *question, const char *name, struct fault *fault) {
    const struct field *field = field_named(question, name, strlen(name));
    cnn_item items[ITEMS_MOST];
    cnn_trace trace = {.items = items, .capacity = ITEMS_MOST, .working = true};
    bool any = false;

    assert(field != NULL); /* the names were found before */
    question->command->ask(question, &trace);
    fault_at(fault, STATUS_BAD_QUESTION, "--only");
    text_add(&fault->sentence, name);
    for (const char *letter = field->needs; *letter != '\0'; letter++) {
        const struct row *row = option_lettered(question->command, *letter);
        char letter_name[] = {*letter, '\0'};
        if (cnn_find(&trace, letter_name) != NULL)
            continue;
        text_format(&fault->sentence, "%s--%s", any ? " and " : " needs ", row->name);
        any = true;
    }
    if (!any)
        text_format(&fault->sentence, " is not known %s", field->without);
    return false;
}

static bool check_count(const cnn_item *item, struct fault *fault) {
    if (item->kind != CNN_TOO_MANY)
        return true;
    return fault_say(fault, STATUS_NO_ANSWER, item->name, "the count is beyond 2^63 - 1");
}

static bool check_known(const struct question *question, const cnn_trace *trace, const char *name,
                        struct fault *fault) {
    const cnn_item *item = cnn_find(trace, name);

    if (item == NULL)
        return fault_absent(question, name, fault);
    return check_count(item, fault);
}

bool answer_is_known(const struct question *question, const cnn_trace *trace, struct fault *fault) {
    int count;
    const char *const *names = answer_printed(question, &count);
    bool every = question->common.all && question->names->count == 0;

    if (question->common.json) {
        for (int i = 0; i < question->names->count; i++)
            if (cnn_find(trace, question->names->of[i]) == NULL)
                return fault_absent(question, question->names->of[i], fault);
        return true;
    }
    for (int i = 0; i < count; i++)
        if (!check_known(question, trace, names[i], fault))
            return false;
    for (size_t i = 0; every && i < trace->count; i++)
        if (trace->items[i].role == CNN_RESULT && !check_count(&trace->items[i], fault))
            return false;
    return true;
}
