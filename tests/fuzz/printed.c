#include "printed.h"

#include "ask.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

bool begins(const char *text, const char *beginning) {
    return strncmp(text, beginning, strlen(beginning)) == 0;
}

bool ends(const char *text, const char *end) {
    const size_t length = strlen(text), tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

size_t count_of(const char *text, const char *part) {
    size_t count = 0;
    while ((text = strstr(text, part)) != NULL) {
        count++;
        text += strlen(part);
    }
    return count;
}

/* ---- JSON ---------------------------------------------------------------------------------- */

static const char *skip_value(const char *at, int depth);

static const char *skip_string(const char *at) {
    demand(*at++ == '"');
    for (; *at != '"'; at++) {
        demand((unsigned char)*at >= ' ');
        if (*at == '\\') {
            at++;
            demand(*at != '\0' && strchr("\"\\/bfnrtu", *at) != NULL);
        }
    }
    return at + 1;
}

static const char *skip_digits(const char *at) {
    demand(isdigit((unsigned char)*at));
    while (isdigit((unsigned char)*at))
        at++;
    return at;
}

static const char *skip_number(const char *at) {
    at += *at == '-';
    at = *at == '0' ? at + 1 : skip_digits(at);
    if (*at == '.')
        at = skip_digits(at + 1);
    if (*at == 'e' || *at == 'E')
        at = skip_digits(at + 1 + (at[1] == '+' || at[1] == '-'));
    return at;
}

static const char *skip_member(const char *at, int depth) {
    at = skip_string(at);
    demand(*at == ':');
    return skip_value(at + 1, depth);
}

static const char *skip_list(const char *at, int depth) {
    const char close = *at == '{' ? '}' : ']';

    demand(depth < 4);
    while (at[1] != close) {
        at = close == '}' ? skip_member(at + 1, depth + 1) : skip_value(at + 1, depth + 1);
        demand(*at == close || (*at == ',' && at[1] != close));
        if (*at == close)
            return at + 1;
    }
    return at + 2;
}

static const char *skip_value(const char *at, int depth) {
    static const char *const literals[] = {"true", "false", "null"};

    if (*at == '{' || *at == '[')
        return skip_list(at, depth);
    if (*at == '"')
        return skip_string(at);
    for (size_t i = 0; i < sizeof literals / sizeof *literals; i++)
        if (begins(at, literals[i]))
            return at + strlen(literals[i]);
    return skip_number(at);
}

const char *member_from(const char *at, const char *name, size_t name_length, size_t *length) {
    while (*at == '{' || *at == ',') {
        const char *own = at + 2, *close = skip_string(at + 1);
        const char *value = close + 1;
        at = skip_value(value, 1);
        *length = (size_t)(at - value);
        if ((size_t)(close - own) == name_length + 1 && memcmp(own, name, name_length) == 0)
            return value;
    }
    return NULL;
}

#define MEMBERS 400 /* that are compared each with each */

void check_json(const char *line) {
    size_t length, members = 0;

    demand(*line == '{' && strcmp(skip_value(line, 0), "\n") == 0);
    for (const char *at = line; (*at == '{' || *at == ',') && members < MEMBERS; members++) {
        const char *name = at + 2, *close = skip_string(at + 1);
        at = skip_value(close + 1, 1);
        demand(member_from(at, name, (size_t)(close - 1 - name), &length) == NULL);
    }
}

void check_json_lines(const char *lines) {
    while (*lines != '\0') {
        char *line = copy(lines, strcspn(lines, "\n") + 1);
        check_json(line);
        lines += strlen(line);
        free(line);
    }
}

/* ---- Graphviz ------------------------------------------------------------------------------ */

const char *number_behind(const char *at, const char *mark, long *number) {
    char *end;

    if (at == NULL || !begins(at, mark))
        return NULL;
    *number = strtol(at + strlen(mark), &end, 10);
    return end;
}

/* Nodes have numbers, and edges lead from one that is there already. */
static void check_edges(const char *dot) {
    for (const char *line = dot; *line != '\0'; line = strchr(line, '\n') + 1) {
        char defined[48];
        long from, to;
        const char *at = number_behind(line, "  n", &from);
        if (number_behind(at, ":o:e -> n", &to) == NULL)
            continue;
        demand(from < to);
        snprintf(defined, sizeof defined, "\n  n%ld [label=<<table ", from);
        demand(strstr(dot, defined) != NULL && strstr(dot, defined) < line);
    }
}

/* Between two marks behind a place; it goes on behind the second. */
static const char *take(const char **at, const char *first, const char *second, size_t *length) {
    const char *from = strstr(*at, first), *to;

    demand(from != NULL);
    from += strlen(first);
    to = strstr(from, second);
    demand(to != NULL);
    *at = to + strlen(second);
    *length = (size_t)(to - from);
    return from;
}

static void check_node(const char *line, const char *json) {
    size_t value_length, name_length, gradient_length, length;
    const char *value = take(&line, "\"darkgreen\">", "</font>", &value_length);
    const char *label = take(&line, "cellpadding=\"6\">", "</td></tr>", &name_length);
    char gradient[80] = "f";

    name_length = strcspn(label, " <");
    const char *member = member_from(json, label, name_length, &length);
    demand(member != NULL && length == value_length && memcmp(member, value, length) == 0);
    if (!begins(line, "<tr>"))
        return;
    value = take(&line, "\"red\">", "</font>", &gradient_length);
    demand(name_length + 2 < sizeof gradient);
    memcpy(gradient + 1, label, name_length);
    member = member_from(json, gradient, name_length + 1, &length);
    demand(member != NULL && length == gradient_length && memcmp(member, value, length) == 0);
}

void check_dot(const char *dot) {
    demand(begins(dot, "digraph {\n") && ends(dot, "\n}\n"));
    demand(count_of(dot, "<table") == count_of(dot, "</table>>]\n"));
    demand(count_of(dot, "<") == count_of(dot, ">") - count_of(dot, "->"));
    demand(count_of(dot, "&") == 0);
    check_edges(dot);
}

void check_nodes(const char *dot, const char *json) {
    for (const char *line = dot; *line != '\0'; line = strchr(line, '\n') + 1)
        if (strstr(line, "[label=") != NULL && strstr(line, "[label=") < strchr(line, '\n'))
            check_node(line, json);
}

/* ---- NumPy --------------------------------------------------------------------------------- */

#define NAMED 300 /* names that are looked up one by one */

struct names {
    const char *of[NAMED];
    size_t length[NAMED], count;
};

static bool is_known(const struct names *names, const char *name, size_t length) {
    for (size_t i = 0; i < names->count; i++)
        if (names->length[i] == length && memcmp(names->of[i], name, length) == 0)
            return true;
    return (length == 2 && memcmp(name, "np", 2) == 0) ||
           (length == 7 && memcmp(name, "sigmoid", 7) == 0);
}

static bool is_name_byte(char c) {
    return isalnum((unsigned char)c) || c == '_';
}

/* Every name that is read has been set. */
static void check_reads(const struct names *names, const char *at, const char *line_end) {
    while (at < line_end) {
        size_t length = 0;
        while (is_name_byte(at[length]))
            length++;
        const bool number = isdigit((unsigned char)*at) || at[-1] == '.';
        demand(length == 0 || number || is_known(names, at, length));
        at += length > 0 ? length : 1;
    }
}

/* "NAME, NAME = ": each is set once. */
static void check_writes(struct names *names, const char *at, const char *equals) {
    while (at < equals) {
        const size_t length = strcspn(at, ", ");
        demand(length > 0 && !is_known(names, at, length) && names->count < NAMED);
        names->of[names->count] = at;
        names->length[names->count++] = length;
        at += length + strspn(at + length, ", ");
    }
}

/* The lines of the function, from the first that sets a name. */
static void check_body(const char *at) {
    struct names names = {.count = 0};
    bool parameters = true;

    for (; *at != '\0' && names.count + 2 < NAMED; at = strchr(at, '\n') + 1) {
        const char *line_end = strchr(at, '\n'), *equals = strstr(at, " = ");
        const bool sets = equals != NULL && equals < line_end;
        parameters = parameters && *at != '\n' && !begins(at, "    #");
        if (begins(at, "    return "))
            check_reads(&names, at + strlen("    return "), line_end);
        if (!sets || begins(at, "    #"))
            continue;
        if (!parameters)
            check_reads(&names, equals + 3, line_end);
        check_writes(&names, at + 4, equals);
    }
}

void check_python(const char *python) {
    static const char behind[] = ", and its gradients.\"\"\"\n";
    const char *body = strstr(python, behind);

    demand(begins(python, "import numpy as np\n\n\n") && body != NULL);
    demand(count_of(body, "\n    return out") == 1);
    check_body(body + strlen(behind));
}
