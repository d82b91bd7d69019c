/* test_lines.c: a file's lines, however its bytes come, and their words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lines.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* ---- A file ---------------------------------------------------------------------------------- */

#define FD 7

/* What its reads give, in order: so many bytes, a negative errno, or 0 at the end, which is read
 * once. */
struct file {
    const struct piece {
        ptrdiff_t result;
        const char *bytes; /* NULL: as many x */
    } * next;
    size_t left;
    int pauses;
};

static ptrdiff_t read_piece(void *state, int fd, void *buffer, size_t size) {
    struct file *file = state;

    assert_int_equal(fd, FD);
    assert_true(file->left > 0);
    const struct piece *piece = file->next++;
    file->left--;
    assert_true(piece->result <= (ptrdiff_t)size);
    if (piece->result > 0 && piece->bytes == NULL)
        memset(buffer, 'x', (size_t)piece->result);
    else if (piece->result > 0)
        memcpy(buffer, piece->bytes, (size_t)piece->result);
    return piece->result;
}

static void count_pause(void *state) {
    ((struct file *)state)->pauses++;
}

static struct lines *open_file(struct outside *outside, struct file *file) {
    struct lines *lines = malloc(sizeof *lines);

    assert_non_null(lines);
    *outside = (struct outside){.state = file, .read = read_piece};
    memset(lines->buffer, 'z', sizeof lines->buffer);
    lines_open(lines, outside, FD, count_pause, file);
    return lines;
}

static void check_line(struct lines *lines, const char *text) {
    char *line = NULL;

    assert_int_equal(lines_next(lines, &line), LINE_READ);
    assert_string_equal(line, text);
}

static void check_end(struct lines *lines, enum line_kind kind, int error) {
    char *line = NULL;

    assert_int_equal(lines_next(lines, &line), kind);
    assert_int_equal(lines->error, error);
}

/* ---- Tests ----------------------------------------------------------------------------------- */

/* A read that is interrupted is none; the pause comes once before it. */
static void piece_by_piece(void **state) {
    (void)state;
    static const struct piece pieces[] = {{-EINTR, NULL}, {1, "a"},    {-EINTR, NULL},
                                          {-EINTR, NULL}, {3, "b\nc"}, {1, "\r"},
                                          {2, "\n\n"},    {1, "d"},    {0, NULL}};
    struct file file = {pieces, sizeof pieces / sizeof *pieces, 0};
    struct outside outside;
    struct lines *lines = open_file(&outside, &file);

    check_line(lines, "ab");
    assert_int_equal(file.pauses, 2);
    check_line(lines, "c");
    check_line(lines, "");
    check_line(lines, "d");
    check_end(lines, LINE_END, 0);
    check_end(lines, LINE_END, 0);
    assert_int_equal(file.left, 0);
    assert_int_equal(file.pauses, 6);
    free(lines);
}

static void failing(void **state) {
    (void)state;
    static const struct piece pieces[] = {{4, "a\nbc"}, {-EIO, NULL}};
    struct file file = {pieces, sizeof pieces / sizeof *pieces, 0};
    struct outside outside;
    struct lines *lines = open_file(&outside, &file);

    check_line(lines, "a");
    check_end(lines, LINE_FAILED, EIO);
    free(lines);
}

/* A line that is too long is said to be so before its end is seen. */
static void failing_within_a_long_line(void **state) {
    (void)state;
    struct piece pieces[LINE_MOST / LINE_BLOCK + 4];
    const size_t count = sizeof pieces / sizeof *pieces;
    struct outside outside;

    for (size_t i = 0; i < count; i++)
        pieces[i] = (struct piece){LINE_BLOCK, NULL};
    pieces[count - 1] = (struct piece){-EISDIR, NULL};
    struct file file = {pieces, count, 0};
    struct lines *lines = open_file(&outside, &file);

    check_end(lines, LINE_LONG, 0);
    assert_int_equal(file.left, 3);
    check_end(lines, LINE_FAILED, EISDIR);
    free(lines);
}

/* A file of the longest line, then what the pieces give, and its end. */
static struct lines *open_longest(struct outside *outside, struct file *file,
                                  const struct piece *pieces, size_t count) {
    static struct piece all[LINE_MOST / LINE_BLOCK + 4];
    const size_t blocks = LINE_MOST / LINE_BLOCK;

    for (size_t i = 0; i < blocks; i++)
        all[i] = (struct piece){LINE_BLOCK, NULL};
    memcpy(all + blocks, pieces, count * sizeof *pieces);
    all[blocks + count] = (struct piece){0, NULL};
    *file = (struct file){all, blocks + count + 1, 0};
    return open_file(outside, file);
}

/* With its end of one byte or two, or none, it is read; with a byte more it is too long. */
static void longest_lines(void **state) {
    (void)state;
    static const struct {
        struct piece piece;
        bool is_read;
    } cases[] = {
        {{3, "\nab"}, true},     {{4, "\r\nab"}, true}, {{1, "\r"}, true},  {{4, "x\nab"}, false},
        {{5, "x\r\nab"}, false}, {{1, "x"}, false},     {{2, "xx"}, false},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *const rest = strstr(cases[i].piece.bytes, "ab");
        struct file file;
        struct outside outside;
        struct lines *lines = open_longest(&outside, &file, &cases[i].piece, 1);
        char *line = NULL;
        assert_int_equal(lines_next(lines, &line), cases[i].is_read ? LINE_READ : LINE_LONG);
        if (cases[i].is_read)
            assert_int_equal(strlen(line), LINE_MOST);
        if (rest != NULL)
            check_line(lines, "ab");
        check_end(lines, LINE_END, 0);
        free(lines);
    }
}

/* The rest of a line that is too long is passed over, whether it has been read or not. */
static void behind_a_long_line(void **state) {
    (void)state;
    static const struct piece cases[][3] = {
        {{5, "xx\n\na"}, {-EINTR, NULL}, {1, "b"}},
        {{2, "xx"}, {4, "x\n\na"}, {1, "b"}},
        {{2, "xx"}, {3, "\n\na"}, {1, "b"}},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct file file;
        struct outside outside;
        struct lines *lines = open_longest(&outside, &file, cases[i], 3);
        const char *from, *end;
        check_end(lines, LINE_LONG, 0);
        assert_int_equal(file.left, 3);
        assert_false(lines_held(lines, &from, &end));
        check_line(lines, "");
        check_line(lines, "ab");
        check_end(lines, LINE_END, 0);
        free(lines);
    }
}

/* Lines that are held end within the buffer; one goes on behind them, or within. */
static void held(void **state) {
    (void)state;
    static const struct piece pieces[] = {{2, "a\n"}, {7, "b\nc\n\r\ne"}, {2, "f\n"}, {0, NULL}};
    struct file file = {pieces, sizeof pieces / sizeof *pieces, 0};
    struct outside outside;
    struct lines *lines = open_file(&outside, &file);
    const char *from, *end;

    assert_false(lines_held(lines, &from, &end));
    check_line(lines, "a");
    assert_false(lines_held(lines, &from, &end));
    check_line(lines, "b");
    assert_true(lines_held(lines, &from, &end));
    assert_int_equal(end - from, 4);
    assert_memory_equal(from, "c\n\r\n", 4);
    lines_pass(lines, from + 3); /* the carriage return before belongs to no line now */
    check_line(lines, "");
    assert_false(lines_held(lines, &from, &end));
    check_line(lines, "ef");
    check_end(lines, LINE_END, 0);
    free(lines);
}

/* Behind a line stands what another has left. */
static void copy_line(char room[64], const char *line) {
    memset(room, 'z', 64);
    strcpy(room, line);
}

static void check_words(char **words, size_t count, const char *const expected[8]) {
    for (size_t i = 0; i < count; i++)
        assert_string_equal(words[i], expected[i]);
    assert_null(expected[count]);
}

static void plain_words(void **state) {
    (void)state;
    static const struct {
        const char *line, *words[8];
    } cases[] = {
        {"", {NULL}},
        {" \t", {NULL}},
        {"a", {"a"}},
        {"\t a!\x01\x7f\xff  'b\t\\c' ", {"a!\x01\x7f\xff", "'b", "\\c'"}},
    };
    char room[64], *words[8];

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        copy_line(room, cases[i].line);
        check_words(words, words_plain(room, words), cases[i].words);
    }
}

/* As a shell has them. */
static void quoted_words(void **state) {
    (void)state;
    static const struct {
        const char *line, *wrong, *words[8];
    } cases[] = {
        {"", NULL, {NULL}},
        {" \t", NULL, {NULL}},
        {"a", NULL, {"a"}},
        {"\ta\t b  ", NULL, {"a", "b"}},
        {"a 'b  c' \"d\te\" f\\ g", NULL, {"a", "b  c", "d\te", "f g"}},
        {"'a'b\"c\"d '' \"\"", NULL, {"abcd", "", ""}},
        {"'\"' \"'\" \\' \\\" \\\\ '\\'", NULL, {"\"", "'", "'", "\"", "\\", "\\"}},
        {"\"\\$\\`\\\"\\\\\\x\\'\" \\x", NULL, {"$`\"\\\\x\\'", "x"}},
        {"\"a b", "a \" is not closed", {NULL}},
        {"'a b", "a ' is not closed", {NULL}},
        {"'a\\", "a ' is not closed", {NULL}},
        {"a\\", "a backslash ends the line", {NULL}},
        {"\"a\\", "a backslash ends the line", {NULL}},
    };
    char room[64], *words[8];
    size_t count;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        copy_line(room, cases[i].line);
        const char *const wrong = words_quoted(room, words, &count);
        if (cases[i].wrong == NULL) {
            assert_null(wrong);
            check_words(words, count, cases[i].words);
        } else {
            assert_non_null(wrong);
            assert_string_equal(wrong, cases[i].wrong);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(piece_by_piece),
        cmocka_unit_test(failing),
        cmocka_unit_test(failing_within_a_long_line),
        cmocka_unit_test(longest_lines),
        cmocka_unit_test(behind_a_long_line),
        cmocka_unit_test(held),
        cmocka_unit_test(plain_words),
        cmocka_unit_test(quoted_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
