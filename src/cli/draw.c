/* A layer's axis as a picture: cells in columns, a line for each window. What is too long is left
 * out in the middle: of the windows all but the first two and the last, of the cells those that lie
 * farthest from where something begins or ends. */
#include "layers.h"
#include "strip.h"

#include <assert.h>
#include <string.h>

#define ROWS_MOST 16 /* windows that are all shown, where their cells fit */
#define ENDS_MOST 4  /* windows that are shown of more: 0, 1, the last, and one that hangs over */
#define EDGES     4  /* of the padded input, and of the input */
#define PIECES    (EDGES + 2 * ENDS_MOST)
#define LABEL     "window"
#define UNSEEN    "unseen" /* the label of the last line: as long */
#define GAP       2        /* blanks after a label, and marks for what is left out */

enum mark {
    MARK_SEEN = '#',
    MARK_HOLE = '-',
    MARK_PADDING = 'P',
    MARK_ZERO = '.',
    MARK_BEYOND = '!',
    MARK_UNSEEN = 'x',
    MARK_MORE = '~',
    MARK_NONE = ' '
};

struct piece {
    int64_t first, last;
};

struct picture {
    struct strip strip;
    int64_t width; /* of the page, in columns */
    int64_t rows;  /* windows, with one that hangs over */
    int64_t head;  /* so many of them are shown from the first on */
    int64_t tail;  /* and so many up to the last */
    struct piece pieces[PIECES];
    int count;
    int digits;    /* of the largest cell's number */
    int pitch;     /* columns of a cell; 1: the digits of its number stand one below the other */
    size_t margin; /* columns of the windows' numbers */
    size_t blanks; /* not yet printed: a line does not end in blanks */
    struct out *out;
};

static int digits_of(int64_t number) {
    int count = 1;

    while (number >= 10) {
        number /= 10;
        count++;
    }
    return count;
}

static int64_t larger(int64_t a, int64_t b) {
    return a > b ? a : b;
}

static int64_t smaller(int64_t a, int64_t b) {
    return a < b ? a : b;
}

/* ---- What is shown ----------------------------------------------------------------------------
 */

static int64_t first_cell(const struct picture *picture) {
    return smaller(0, -picture->strip.begin);
}

static int64_t last_cell(const struct picture *picture) {
    const struct strip *strip = &picture->strip;
    int64_t edge = strip->cells - 1 + larger(0, strip->end);

    return larger(edge, strip_stop(strip, picture->rows - 1));
}

/* The cells where something begins or ends, the least of them first. */
static int turns(const struct picture *picture, int64_t cells[PIECES]) {
    const struct strip *strip = &picture->strip;
    int count = 0;

    cells[count++] = first_cell(picture);
    cells[count++] = 0;
    cells[count++] = strip->cells - 1;
    cells[count++] = last_cell(picture);
    for (int64_t i = 0; i < picture->head + picture->tail; i++) {
        int64_t window = i < picture->head ? i : picture->rows - picture->head - picture->tail + i;
        cells[count++] = strip_start(strip, window);
        cells[count++] = strip_stop(strip, window);
    }
    for (int i = 1; i < count; i++)
        for (int j = i; cells[j] < cells[j - 1]; j--) {
            assert(j > 1); /* none is before the first cell */
            int64_t other = cells[j];
            cells[j] = cells[j - 1];
            cells[j - 1] = other;
        }
    return count;
}

/* Keeps what is within `reach` of the turns; gives the columns that it takes. A gap as short as its
 * mark is kept. */
static int64_t keep(struct picture *picture, const int64_t *cells, int count, int64_t reach) {
    const int64_t first = cells[0], last = cells[count - 1];
    struct piece *piece = &picture->pieces[0];

    *piece = (struct piece){first, first};
    for (int i = 0; i < count; i++) {
        int64_t from = cells[i] - first < reach ? first : cells[i] - reach;
        int64_t to = last - cells[i] < reach ? last : cells[i] + reach;
        if (from - piece->last - 1 <= GAP)
            piece->last = to;
        else
            *++piece = (struct piece){from, to};
    }
    picture->count = (int)(piece - picture->pieces) + 1;
    int64_t gaps = picture->count - 1, columns = gaps * GAP;
    for (int i = 0; i < picture->count; i++)
        columns += picture->pieces[i].last - picture->pieces[i].first + 1;
    return columns;
}

/* Chooses windows and cells: all of them if they fit, with their numbers side by side if these
 * fit. */
static void choose(struct picture *picture) {
    int64_t first = first_cell(picture), last = last_cell(picture);
    int64_t room = picture->width - (int64_t)picture->margin, cells[PIECES];
    bool whole = last - first < room;

    picture->head = picture->rows;
    picture->tail = 0;
    if (picture->rows > (whole ? ROWS_MOST : ENDS_MOST)) {
        picture->head = 2;
        picture->tail = picture->strip.hangs ? 2 : 1;
    }
    picture->pitch = 1;
    if (whole) {
        picture->pieces[0] = (struct piece){first, last};
        picture->count = 1;
        if ((last - first + 1) * (picture->digits + 1) <= room)
            picture->pitch = picture->digits + 1;
        return;
    }
    int count = turns(picture, cells);
    int64_t reach = 0;
    while (keep(picture, cells, count, reach + 1) <= room)
        reach++;
    keep(picture, cells, count, reach);
}

/* ---- Lines ------------------------------------------------------------------------------------
 */

static void put(struct picture *picture, char c) {
    if (c == MARK_NONE) {
        picture->blanks++;
        return;
    }
    out_blanks(picture->out, picture->blanks);
    picture->blanks = 0;
    out_char(picture->out, c);
}

static void end_line(struct picture *picture) {
    picture->blanks = 0;
    out_char(picture->out, '\n');
}

/* In the margin, flush right. */
static void put_label(struct picture *picture, const char *label) {
    picture->blanks += picture->margin - GAP - strlen(label);
    for (; *label != '\0'; label++)
        put(picture, *label);
    picture->blanks += GAP;
}

enum line { LINE_NUMBERS, LINE_WINDOW, LINE_UNSEEN };

static char mark_window(const struct strip *strip, int64_t cell, int64_t window) {
    int64_t start = strip_start(strip, window);

    if (cell < start || cell > strip_stop(strip, window))
        return MARK_NONE;
    if ((cell - start) % strip->d != 0)
        return MARK_HOLE;
    return strip_is_beyond(strip, cell) ? MARK_BEYOND : MARK_SEEN;
}

static char mark_unseen(const struct strip *strip, int64_t cell) {
    return strip_is_input(strip, cell) && !strip_covers(strip, cell) ? MARK_UNSEEN : MARK_NONE;
}

/* The digit of a cell's number at that place, from the right; what has no number is marked below
 * the last digits. */
static char mark_digit(const struct strip *strip, int64_t cell, int64_t place) {
    int64_t number = cell / strip->spread;

    if (!strip_is_input(strip, cell)) {
        bool within = cell >= 0 && cell < strip->cells;
        return place > 0                      ? MARK_NONE
               : within                       ? MARK_ZERO
               : strip_is_beyond(strip, cell) ? MARK_NONE
                                              : MARK_PADDING;
    }
    if (place >= digits_of(number))
        return MARK_NONE;
    for (; place > 0; place--)
        number /= 10;
    return (char)('0' + number % 10);
}

/* `of` is a window, or a place of decimals. */
static char mark(const struct strip *strip, enum line line, int64_t of, int64_t cell) {
    return line == LINE_NUMBERS  ? mark_digit(strip, cell, of)
           : line == LINE_WINDOW ? mark_window(strip, cell, of)
                                 : mark_unseen(strip, cell);
}

/* Whether a line goes on in what is left out after a cell. */
static bool goes_on(const struct strip *strip, enum line line, int64_t of, int64_t cell) {
    return line == LINE_NUMBERS  ? of == 0
           : line == LINE_WINDOW ? mark_window(strip, cell + 1, of) != MARK_NONE
                                 : strip_skips(strip);
}

static void put_cell(struct picture *picture, enum line line, int64_t of, int64_t cell) {
    for (int column = picture->pitch - 1; column > 0; column--)
        put(picture, line == LINE_NUMBERS ? mark_digit(&picture->strip, cell, column) : MARK_NONE);
    put(picture, mark(&picture->strip, line, of, cell));
}

static void put_cells(struct picture *picture, enum line line, int64_t of) {
    for (int i = 0; i < picture->count; i++) {
        const struct piece *piece = &picture->pieces[i];
        for (int64_t cell = piece->first; cell <= piece->last; cell++)
            put_cell(picture, line, of, cell);
        if (i < picture->count - 1) {
            bool more = goes_on(&picture->strip, line, of, piece->last);
            for (int column = 0; column < GAP; column++)
                put(picture, more ? MARK_MORE : MARK_NONE);
        }
    }
    end_line(picture);
}

/* ---- The picture ------------------------------------------------------------------------------
 */

static void put_numbers(struct picture *picture) {
    if (picture->pitch == 1)
        for (int place = picture->digits - 1; place > 0; place--) {
            put_label(picture, "");
            put_cells(picture, LINE_NUMBERS, place);
        }
    put_label(picture, LABEL);
    put_cells(picture, LINE_NUMBERS, 0);
}

static void put_windows(struct picture *picture) {
    int64_t first_of_tail = picture->rows - picture->tail;
    struct text label;

    for (int64_t i = 0; i < picture->rows; i++) {
        if (i == picture->head) {
            put_label(picture, "...");
            end_line(picture);
            i = first_of_tail;
        }
        text_clear(&label);
        text_whole(&label, i);
        put_label(picture, label.bytes);
        put_cells(picture, LINE_WINDOW, i);
    }
}

/* Whether a cell of the input that is shown, or some that are not, are in no window. */
static bool any_unseen(const struct picture *picture) {
    for (int i = 0; i < picture->count; i++)
        for (int64_t cell = picture->pieces[i].first; cell <= picture->pieces[i].last; cell++)
            if (mark_unseen(&picture->strip, cell) != MARK_NONE)
                return true;
    return picture->count > 1 && strip_skips(&picture->strip);
}

static void put_legend(struct picture *picture, bool unseen) {
    const struct strip *strip = &picture->strip;
    bool seen = !strip_is_beyond(strip, strip_start(strip, 0));
    bool over = strip_is_beyond(strip, strip_stop(strip, picture->rows - 1));
    const char *between = "";
    const struct {
        bool there;
        const char *says;
    } marks[] = {{seen, "# seen"},
                 {strip->d > 1 && strip->E > 1, "- hole"},
                 {strip->begin > 0 || strip->end > 0, "P padding"},
                 {strip->spread > 1 && strip->cells > 1, ". zero"},
                 {over, "! outside"},
                 {unseen, "x unseen"},
                 {picture->count > 1, "~~ more"}};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i].there) {
            out_text(picture->out, between);
            out_text(picture->out, marks[i].says);
            between = "  ";
        }
    out_char(picture->out, '\n');
}

static void draw_strip(const struct strip *strip, int64_t width, struct out *out) {
    struct picture picture = {.strip = *strip, .width = width, .out = out};
    size_t label = strlen(LABEL);

    picture.rows = strip->windows + (strip->hangs ? 1 : 0);
    size_t digits = (size_t)digits_of(picture.rows - 1);
    picture.margin = (digits > label ? digits : label) + GAP;
    picture.digits = digits_of((strip->cells - 1) / strip->spread);
    choose(&picture);
    put_numbers(&picture);
    put_windows(&picture);
    bool unseen = any_unseen(&picture);
    if (unseen) {
        put_label(&picture, UNSEEN);
        put_cells(&picture, LINE_UNSEEN, 0);
    }
    put_legend(&picture, unseen);
}

bool layer_draw(const cnn_layer *layer, int64_t width, struct out *out) {
    bool alike = layer_axes_alike(layer);
    int axes = alike ? 1 : layer->dims, drawn = 0;
    struct strip strip;

    for (int i = 0; i < axes; i++) {
        if (!strip_of(&strip, layer, i))
            continue;
        if (!alike) {
            out_text(out, drawn > 0 ? "\n" : "");
            out_text(out, axis_names[i]);
            out_text(out, ":\n");
        }
        draw_strip(&strip, width, out);
        drawn++;
    }
    return drawn == axes;
}
