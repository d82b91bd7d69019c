/* test_plain.c: which rows of numbers are answered where they stand, and which are left. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "plain.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* ---- A question ------------------------------------------------------------------------------ */

struct body {
    int64_t whole;
    struct real real;
    struct sizes sizes;
    struct pads pads;
    int choice;
};

static const struct row whole = {
    .kind = KIND_WHOLE, .offset = offsetof(struct body, whole), .least = 2, .most = 30};
static const struct row real = {.kind = KIND_REAL, .offset = offsetof(struct body, real)};
static const struct row sizes = {
    .kind = KIND_SIZES, .offset = offsetof(struct body, sizes), .least = 1, .most = CNN_MAX};
static const struct row pads = {
    .kind = KIND_PADS, .offset = offsetof(struct body, pads), .most = CNN_MAX};
static const struct row choice = {.kind = KIND_CHOICE, .offset = offsetof(struct body, choice)};

static bool is_plain(const struct question *question) {
    return ((const struct body *)question->body)->choice == 0;
}

/* All that a row can set, and what stands beside it. There is no answer to a whole number of 13. */
static size_t answer_plain(const struct question *question, char *line) {
    const struct body *body = (const struct body *)question->body;

    if (body->whole == 13)
        return 0;
    return (size_t)snprintf(
        line, LINE_TEXT,
        "%" PRId64 " %g %" PRId64 ",%" PRId64 " %d %" PRId64 ",%" PRId64 ":%" PRId64 ",%" PRId64,
        body->whole, body->real.value, body->sizes.of[0], body->sizes.of[1], (int)body->pads.mode,
        body->pads.begin[0], body->pads.begin[1], body->pads.end[0], body->pads.end[1]);
}

static const struct command numbers = {.is_plain = is_plain, .answer_plain = answer_plain};

static struct question question_of(const struct command *command) {
    struct question question = {.command = command};
    struct body *body = (struct body *)question.body;

    *body = (struct body){.whole = 7,
                          .real.value = 0.5,
                          .sizes = {.count = 1, .of = {8, 9}},
                          .pads = {CNN_SAME, 1, {4, 5}, {6, 3}}};
    return question;
}

static bool is_ready(const struct question *question, const struct row *row) {
    struct plain plain = {.ready = false};

    plain_begin(&plain, question, &row, 1);
    return plain.ready;
}

/* ---- Rows ------------------------------------------------------------------------------------ */

static struct out out;

static ptrdiff_t write_nothing(void *state, int fd, const void *bytes, size_t size) {
    (void)state;
    (void)fd;
    (void)bytes;
    return (ptrdiff_t)size;
}

static const struct outside outside = {.write = write_nothing};

/* The rows that are answered, with what is printed, and where the next begins. */
static void check(const struct row *const *columns, int count, const char *rows, int64_t answered,
                  const char *printed, const char *left) {
    const struct question question = question_of(&numbers);
    struct plain plain = {.ready = false};
    const char *from = rows;

    out_open(&out, &outside, 1);
    plain_begin(&plain, &question, columns, count);
    assert_true(plain.ready);
    assert_int_equal(plain_answer(&plain, &from, rows + strlen(rows), &out), answered);
    assert_int_equal(out.length, strlen(printed));
    assert_memory_equal(out.buffer, printed, out.length);
    assert_string_equal(from, left);
}

static void check_whole(const char *row, const char *printed) {
    static const struct row *const columns[] = {&whole};

    check(columns, 1, row, *printed != '\0', printed, *printed != '\0' ? "" : row);
}

/* ---- Tests ----------------------------------------------------------------------------------- */

static void ready(void **state) {
    (void)state;
    struct question question = question_of(&numbers);
    struct common *common = &question.common;
    static const struct row *const good[] = {&whole, &real, &sizes, &pads, NULL};

    for (size_t i = 0; i < COUNT(good); i++)
        assert_true(is_ready(&question, good[i]));
    assert_false(is_ready(&question, &choice));
    common->only = "out";
    assert_false(is_ready(&question, &whole));
    *common = (struct common){.all = true};
    assert_false(is_ready(&question, &whole));
    *common = (struct common){.json = true};
    assert_false(is_ready(&question, &whole));
    *common = (struct common){.expect = "7"};
    assert_false(is_ready(&question, &whole));
    *common = (struct common){.precision = 3};
    assert_true(is_ready(&question, &whole));
    ((struct body *)question.body)->choice = 1;
    assert_false(is_ready(&question, &whole));
    const struct command other = {.answer_plain = answer_plain};
    question = question_of(&other);
    assert_false(is_ready(&question, &whole));
}

/* Each kind of column sets what it names, and nothing beside it; a column of NULL, nothing. */
static void each_kind(void **state) {
    (void)state;
    static const struct row *const all[] = {&whole, &real, NULL, &sizes, &pads};
    static const struct row *const none[] = {NULL};

    check(all, 5, "30 -2.5e-3 a!\x7f\xff \t1 0\n 2\t1e2\t!\t9223 18 \r\n", 2,
          "30 -0.0025 1,9 0 0,5:0,3\n2 100 9223,9 0 18,5:18,3\n", "");
    check(none, 1, "x\n\n", 1, "7 0.5 8,9 1 4,5:6,3\n", "\n");
    check(none, 1, "x\x01\n", 0, "", "x\x01\n");
    check(none, 1, "#x\n", 0, "", "#x\n");
    check(none, 1, "\r\n", 0, "", "\r\n");
    check(all, 2, "3.5\n", 0, "", "3.5\n");
    check(all, 2, "3\r.5\n", 0, "", "3\r.5\n");
    check(all, 2, "3\n.5\n", 0, "", "3\n.5\n");
    check(&all[1], 1, "1e\n", 0, "", "1e\n");
    check(&all[1], 1, "1e309\n", 0, "", "1e309\n");
    check(&all[4], 1, "1:2\n", 0, "", "1:2\n");
    check(&all[3], 1, "999999999999999999\n", 1, "7 0.5 999999999999999999,9 1 4,5:6,3\n", "");
    check(&all[3], 1, "1000000000000000000\n", 0, "", "1000000000000000000\n");
}

static void whole_numbers(void **state) {
    (void)state;
    static const char *const left[] = {
        "1\n",    "31\n",    "\n",   "x\n",   "/\n",  ":\n",  "2/\n",  "2:\n",  "2 x\n", "2 3\n",
        "2\r3\n", "2\r\r\n", "#2\n", " #2\n", "-2\n", "+2\n", "2.0\n", "2\v\n", "13\n",  "\r2\n"};

    check_whole("2\n", "2 0.5 8,9 1 4,5:6,3\n");
    check_whole("30\n", "30 0.5 8,9 1 4,5:6,3\n");
    check_whole(" \t09 \t\r\n", "9 0.5 8,9 1 4,5:6,3\n");
    check_whole("9\r\n", "9 0.5 8,9 1 4,5:6,3\n");
    check_whole("000000000000000010\n", "10 0.5 8,9 1 4,5:6,3\n");
    for (size_t i = 0; i < COUNT(left); i++)
        check_whole(left[i], "");
}

/* What is left is where the next begins; nothing behind the end is looked at. */
static void many_rows(void **state) {
    (void)state;
    static const struct row *const columns[] = {&whole};
    static const char rows[] = "3\n4\n5\n";
    const struct question question = question_of(&numbers);
    struct plain plain = {.ready = false};
    const char *from = rows;

    check(columns, 1, "3\n4\n31\n5\n", 2, "3 0.5 8,9 1 4,5:6,3\n4 0.5 8,9 1 4,5:6,3\n", "31\n5\n");
    check(columns, 1, "", 0, "", "");
    out_open(&out, &outside, 1);
    plain_begin(&plain, &question, columns, 1);
    assert_int_equal(plain_answer(&plain, &from, rows + 4, &out), 2);
    assert_ptr_equal(from, rows + 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ready),
        cmocka_unit_test(each_kind),
        cmocka_unit_test(whole_numbers),
        cmocka_unit_test(many_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
