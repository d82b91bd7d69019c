#include "nearest.h"

#include "text.h"

#include <stdbool.h>
#include <string.h>

#define LONGEST 40 /* no name is longer */

static int least(int a, int b) {
    return a < b ? a : b;
}

static bool lower_equal(char a, char b) {
    return ascii_lower(a) == ascii_lower(b);
}

/* How many letters have to be changed, added, taken away or swapped with their neighbour, whatever
 * their case: optimal string alignment, for which three rows of the table are enough. */
static int distance_to(const char *typed, const char *name) {
    int rows[3][LONGEST + 1];
    size_t length = strlen(name), typed_length = strlen(typed);

    if (length > LONGEST || typed_length > LONGEST)
        return LONGEST;
    for (size_t j = 0; j <= length; j++)
        rows[0][j] = (int)j;
    for (size_t i = 1; i <= typed_length; i++) {
        int *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        row[0] = (int)i;
        for (size_t j = 1; j <= length; j++) {
            row[j] = above[j - 1] + !lower_equal(typed[i - 1], name[j - 1]);
            row[j] = least(row[j], least(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && lower_equal(typed[i - 1], name[j - 2]) &&
                lower_equal(typed[i - 2], name[j - 1]))
                row[j] = least(row[j], before[j - 2] + 1);
        }
    }
    return rows[typed_length % 3][length];
}

/* One letter may be meant in its other case only, an empty word not at all. */
static int limit(const char *typed) {
    size_t length = strlen(typed);
    return length <= 1 ? (int)length - 1 : length <= 3 ? 1 : length <= 5 ? 2 : 3;
}

/* A beginning of some length is as near as one slip. */
void nearest_try(const char *typed, const char *name, const char **best, int *distance) {
    size_t length = strlen(typed);
    bool begins = length >= 3 && strncmp(name, typed, length) == 0 && name[length] != '\0';
    int here = begins ? 1 : distance_to(typed, name);

    if (here <= limit(typed) && (*best == NULL || here < *distance)) {
        *best = name;
        *distance = here;
    }
}

/* In the rows themselves: nothing is to be set up at the start. */
static const struct {
    char theirs[20], ours[16];
} synonyms[] = {
    {"kernel-size", "filter-size"},
    {"kernel-shape", "filter-size"},
    {"kernel", "filter-size"},
    {"kernel-h", "filter-size"},
    {"kernel-w", "filter-size"},
    {"pool-size", "filter-size"},
    {"filter", "filter-size"},
    {"padding", "pad"},
    {"pads", "pad"},
    {"pad-h", "pad"},
    {"pad-w", "pad"},
    {"auto-pad", "pad"},
    {"strides", "stride"},
    {"stride-h", "stride"},
    {"stride-w", "stride"},
    {"dilations", "dilation"},
    {"dilation-rate", "dilation"},
    {"in-channels", "channels"},
    {"input-channels", "channels"},
    {"in-features", "channels"},
    {"out-channels", "filters"},
    {"output-channels", "filters"},
    {"out-features", "filters"},
    {"num-output", "filters"},
    {"depth-multiplier", "depthwise"},
    {"group", "groups"},
    {"ceil-mode", "round"},
    {"round-mode", "round"},
    {"pooling-convention", "round"},
    {"input-shape", "input-size"},
    {"input", "input-size"},
    {"width", "input-size"},
    {"output-padding", "output-pad"},
    {"out-pad", "output-pad"},
    {"transposed", "transpose"},
    {"use-bias", "bias"},
    {"bias-term", "bias"},
    {"learning-rate", "step-size"},
    {"lr", "step-size"},
};

const char *nearest_synonym(const char *typed) {
    char name[LONGEST + 1];
    size_t length = strcspn(typed, "=");

    if (length > LONGEST)
        return NULL;
    for (size_t i = 0; i < length; i++)
        name[i] = typed[i] == '_' ? '-' : ascii_lower(typed[i]);
    name[length] = '\0';
    for (size_t i = 0; i < sizeof synonyms / sizeof *synonyms; i++)
        if (strcmp(name, synonyms[i].theirs) == 0)
            return synonyms[i].ours;
    return NULL;
}
