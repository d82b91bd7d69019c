#include "json.h"

#include <math.h>
#include <string.h>

/* A ratio is the real that is nearest to it. */
static void json_ratio(struct text *text, const cnn_item *item, int axis, int digits) {
    int64_t whole = item->whole[axis], more = item->more[axis], under = item->divisor[axis];

    if (more == 0)
        text_whole(text, whole);
    else if (whole < CNN_MAX / 2 / under) /* one division, rounded once */
        text_real(text, (double)(whole * under + more) / (double)under, digits);
    else
        text_real(text, (double)whole + (double)more / (double)under, digits);
}

static void json_axes(const cnn_item *item, int digits, struct out *out) {
    struct text text;

    text_clear(&text);
    text_add(&text, "[");
    for (int i = 0; i < item->axes; i++) {
        if (i > 0)
            text_add(&text, ",");
        if (item->kind == CNN_PADS)
            text_add(&text, "[");
        if (item->kind == CNN_RATIO)
            json_ratio(&text, item, i, digits);
        else
            text_whole(&text, item->whole[i]);
        if (item->kind == CNN_PADS) {
            text_add(&text, ",");
            text_whole(&text, item->more[i]);
            text_add(&text, "]");
        }
    }
    if (item->kind == CNN_VOLUME) {
        text_add(&text, ",");
        text_whole(&text, item->more[0]);
    }
    text_add(&text, "]");
    out_bytes(out, text.bytes, text.length);
}

static void json_value(const struct question *question, const cnn_item *item, bool as_string,
                       struct out *out) {
    int digits = (int)question->common.precision;
    struct text text;

    if (item->kind == CNN_TOO_MANY || item->kind == CNN_NONE ||
        (item->kind == CNN_REAL && !isfinite(item->real))) {
        out_text(out, "null");
    } else if (item->kind == CNN_TRUTH) {
        out_text(out, item->whole[0] ? "true" : "false");
    } else if (item->axes > 0 && !as_string) {
        json_axes(item, digits, out);
    } else {
        text_clear(&text);
        text_item(&text, item, digits);
        if (as_string || item->kind == CNN_WORD)
            out_json_string(out, text.bytes);
        else
            out_bytes(out, text.bytes, text.length);
    }
}

static void json_member(const struct question *question, const cnn_item *item, bool as_string,
                        bool *first, struct out *out) {
    if (!*first)
        out_char(out, ',');
    *first = false;
    out_json_name(out, item->name);
    json_value(question, item, as_string, out);
}

/* A member of an object has one name, however often it was asked for. */
static bool named_before(const struct question *question, int index) {
    for (int i = 0; i < index; i++)
        if (question->names->of[i] == question->names->of[index])
            return true;
    return false;
}

static void print_json_members(const struct question *question, const cnn_trace *trace, bool *first,
                               struct out *out) {
    struct each each = {.question = question, .trace = trace, .given = true};

    for (int i = 0; i < question->names->count; i++) {
        const char *name = question->names->of[i];
        const struct field *field = field_named(question, name, strlen(name));
        if (!named_before(question, i))
            json_member(question, cnn_find(trace, name), field->as_string, first, out);
    }
    while (question->names->count == 0 && answer_next(&each))
        json_member(question, each.item, each.field != NULL && each.field->as_string, first, out);
}

static void json_line_number(const struct place *place, struct out *out) {
    struct text number;

    text_clear(&number);
    text_whole(&number, place->line);
    out_json_name(out, "line");
    out_text(out, number.bytes);
}

/* From here on what is printed is an array of lines. */
static void begin_lines(const char *name, struct out *out) {
    out_char(out, ',');
    out_json_name(out, name);
    out_as_strings(out);
}

void json_answer(const struct question *question, const struct place *place, const cnn_trace *trace,
                 struct out *out) {
    bool first = place->file == NULL;

    out_char(out, '{');
    if (place->file != NULL)
        json_line_number(place, out);
    print_json_members(question, trace, &first, out);
    if (question->common.explain) {
        begin_lines("steps", out);
        question->command->explain(question, trace, (cnn_error){.code = CNN_OK}, out);
        out_end_strings(out);
    }
    if (question->command->adds != NULL && question->command->adds(question) != NULL) {
        begin_lines(question->command->adds(question) + strlen("--"), out);
        question->command->add(question, out);
        out_end_strings(out);
    }
    out_text(out, "}\n");
}

static void json_error(const struct fault *fault, struct out *out) {
    struct text text;

    text_clear(&text);
    if (fault->command != NULL)
        text_format(&text, "%s: ", fault->command);
    text_add(&text, fault->sentence.bytes);
    out_text(out, ",\"error\":");
    out_json_string(out, text.bytes);
    text_clear(&text);
    text_format(&text, ",\"status\":%d}\n", (int)fault->status);
    out_text(out, text.bytes);
}

void json_no_answer(const struct place *place, const struct fault *fault, struct out *out) {
    out_char(out, '{');
    json_line_number(place, out);
    json_error(fault, out);
}
