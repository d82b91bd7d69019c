/* The options of a layer's line, and what `default` lines say of them. */
#include "kinds.h"
#include "nearest.h"
#include "values.h"

#include <string.h>

/* ---- Options of a line ----------------------------------------------------------------------- */

static int row_index(const char *name, size_t length) {
    for (int i = 0; i < LINE_ROWS; i++)
        if (strncmp(line_rows[i]->name, name, length) == 0 && line_rows[i]->name[length] == '\0')
            return i;
    return -1;
}

static int row_lettered(char letter) {
    for (int i = 0; i < LINE_ROWS; i++)
        if (line_rows[i]->letter == letter)
            return i;
    return -1;
}

static void list_options(const cnn_kind_row *kind, struct text *text) {
    text_format(text, "options of %s: ", kind->name);
    kind_add_options(kind, text);
}

/* An option that there is, but not for this kind. */
static bool option_misplaced(const cnn_kind_row *kind, int index, struct fault *fault) {
    struct text culprit;

    fault_say(fault, STATUS_BAD_QUESTION, option_culprit(line_rows[index], &culprit),
              "no option of %s", kind->name);
    list_options(kind, fault_hint(fault));
    return false;
}

/* The rows of a kind as those of a command: what there is to know about options holds for both. */
static void option_strange(const cnn_kind_row *kind, const char *word, struct fault *fault) {
    const struct row *own[LINE_ROWS + 1];
    int count = 0;

    for (int i = 0; i < LINE_ROWS; i++)
        if (kind == NULL || ((kind_options(kind) | OPTIONS_OF_INPUT) >> i & 1) != 0)
            own[count++] = line_rows[i];
    own[count] = NULL;
    const struct command line = {.rows = own, .commons = COMMONS_NONE};
    option_unknown(&line, word, fault);
    if (strncmp(word, "--transpose", strlen("--transpose")) == 0) {
        fault->hint_count = 0;
        text_add(fault_hint(fault), "a transposed layer is convtranspose");
    } else if (fault->hint_count == 0 && kind != NULL) {
        list_options(kind, fault_hint(fault));
    }
}

/* The option that a word names: its row, and the rest of the word that is its value, or NULL. */
static int option_of(const char *word, const char **value) {
    *value = NULL;
    if (word[1] != '-') {
        if (word[2] != '\0')
            *value = word + 2;
        return row_lettered(word[1]);
    }
    size_t length = strcspn(word + 2, "=");
    if (word[2 + length] == '=')
        *value = word + 2 + length + 1;
    return row_index(word + 2, length);
}

static void word_unexpected(const char *word, struct fault *fault) {
    struct text culprit;

    text_clear(&culprit);
    text_typed(&culprit, word);
    fault_say(fault, STATUS_BAD_QUESTION, culprit.bytes, "unexpected word");
    fault_did_you_mean(fault, "--", nearest_synonym(word));
}

/* The option at words[*at], and its value, which is in that word or the next. */
static int take_word(const cnn_kind_row *kind, char **words, size_t count, size_t *at,
                     const char **value, struct fault *fault) {
    const char *word = words[*at];
    struct text culprit;

    if (word[0] != '-' || word[1] == '\0' || strcmp(word, "--") == 0) {
        word_unexpected(word, fault);
        return -1;
    }
    int index = option_of(word, value);
    if (index < 0) {
        option_strange(kind, word, fault);
        return -1;
    }
    bool takes = line_rows[index]->kind != KIND_FLAG;
    const char *wrong = !takes && *value != NULL                      ? "takes no value"
                        : takes && *value == NULL && *at + 1 == count ? "a value is missing"
                                                                      : NULL;
    if (wrong != NULL) {
        fault_say(fault, STATUS_BAD_QUESTION, option_culprit(line_rows[index], &culprit), "%s",
                  wrong);
        return -1;
    }
    if (takes && *value == NULL)
        *value = words[++*at];
    return index;
}

#define OPTIONS_OF_GROUPS (OPTION_G | OPTION_DEPTHWISE)
#define OPTIONS_OF_SCALE  (OPTION_S | OPTION_O) /* all that upsample takes */

/* Options that overrule each other: what is said nearer to the line counts. */
static uint32_t rivals(const cnn_kind_row *kind, uint32_t bit) {
    return kind->act == CNN_UPSAMPLE        ? OPTIONS_OF_SCALE
           : (bit & OPTIONS_OF_BIAS) != 0   ? OPTIONS_OF_BIAS
           : (bit & OPTIONS_OF_GROUPS) != 0 ? OPTIONS_OF_GROUPS
                                            : bit;
}

static bool set_option(struct layer_line *line, const cnn_kind_row *kind, int index,
                       const char *value, struct fault *fault) {
    uint32_t bit = 1U << index, bits = rivals(kind, bit);

    if (bits == OPTIONS_OF_GROUPS && (line->given & bits) == 0) {
        line->q.G = 0;
        line->q.depthwise = false;
    }
    if (bits == OPTIONS_OF_SCALE) /* both on one line are refused */
        line->q.S.count = line->O.count = 0;
    line->given |= bit;
    return value_read(line_rows[index], value, (char *)line + line_rows[index]->offset, fault);
}

/* ---- Defaults -------------------------------------------------------------------------------- */

void defaults_begin(struct defaults *defaults, int round) {
    defaults->round = round;
    for (size_t i = 0; i < CNN_KINDS_MOST; i++) /* the lines are left as they are: few are used */
        defaults->of[i].made = false;
}

static size_t kind_index(const cnn_kind_row *kind) {
    return (size_t)(kind - cnn_kind_at(0));
}

/* What a line of that kind begins with. */
static struct layer_line *default_of(struct defaults *defaults, const cnn_kind_row *kind) {
    size_t index = kind_index(kind);
    struct layer_line *line = &defaults->of[index].line;

    if (defaults->of[index].made)
        return line;
    memset(&defaults->of[index], 0, sizeof defaults->of[index]);
    defaults->of[index].made = true;
    line->q.dims = 2;
    line->q.d = (struct sizes){.count = 1, .of = {1}};
    line->q.P = (struct pads){.count = kind->act == CNN_PAD ? 0 : 1};
    line->q.round = defaults->round; /* only layers that slide ask for it */
    line->q.transpose = kind->act == CNN_TRANSPOSED;
    line->q.placed = true;
    if (kind->family == CNN_CONV)
        line->q.S = (struct sizes){.count = 1, .of = {1}};
    return line;
}

/* The options that "default KIND" has said. */
static uint32_t default_said(const struct defaults *defaults, const cnn_kind_row *kind) {
    size_t index = kind_index(kind);
    return defaults->of[index].made ? defaults->of[index].by_kind : 0;
}

/* For a kind by its name, or for every kind that has the option and was not told by its name. */
static bool set_default(struct defaults *defaults, const cnn_kind_row *only, int index,
                        const char *value, struct fault *fault) {
    const cnn_kind_row *kind;

    for (size_t i = 0; (kind = cnn_kind_at(i)) != NULL; i++) {
        bool takes = (kind_options(kind) >> index & 1) != 0;
        uint32_t bits = rivals(kind, 1U << index);
        if (!takes || (only != NULL ? kind != only : (default_said(defaults, kind) & bits) != 0))
            continue;
        struct layer_line *line = default_of(defaults, kind);
        if (only != NULL)
            defaults->of[i].by_kind |= bits;
        if (!set_option(line, kind, index, value, fault))
            return false;
        line->given = 0;
    }
    return true;
}

bool default_read(struct defaults *defaults, char **words, size_t count, struct fault *fault) {
    const cnn_kind_row *only = NULL;
    const char *value;
    size_t at = 0;

    if (count > 0 && words[0][0] != '-' && words[0][0] != '@') {
        only = kind_find(words[0], fault);
        if (only == NULL)
            return false;
        at = 1;
    }
    if (at == count)
        return fault_say(fault, STATUS_BAD_QUESTION, "default", "an option is missing");
    for (; at < count; at++) {
        int index = take_word(only, words, count, &at, &value, fault);
        if (index < 0)
            return false;
        if (only != NULL && (kind_options(only) >> index & 1) == 0)
            return option_misplaced(only, index, fault);
        if (!set_default(defaults, only, index, value, fault))
            return false;
    }
    return true;
}

bool layer_line_read(struct layer_line *line, struct defaults *defaults, const cnn_kind_row *kind,
                     char **words, size_t count, size_t *labels, struct fault *fault) {
    uint32_t takes = kind_options(kind);
    const char *value;

    *line = *default_of(defaults, kind);
    *labels = 0;
    for (size_t at = 0; at < count; at++) {
        if (words[at][0] == '@') {
            words[(*labels)++] = words[at];
            continue;
        }
        int index = take_word(kind, words, count, &at, &value, fault);
        if (index < 0)
            return false;
        bool decided = kind->family != CNN_SOURCE && (1U << index & OPTIONS_OF_INPUT) != 0;
        if (!decided && (takes >> index & 1) == 0)
            return option_misplaced(kind, index, fault);
        if (decided)
            line->decided = line_rows[index];
        else if (!set_option(line, kind, index, value, fault))
            return false;
    }
    return true;
}
