/* test_lines.c: a file's lines, however its bytes come. */
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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(piece_by_piece),
        cmocka_unit_test(failing),
        cmocka_unit_test(failing_within_a_long_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
