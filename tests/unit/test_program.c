/* test_program.c: the program in memory, where calls are interrupted, take a byte at a time, write
 * nothing or fail; and what its texts and arrays do beyond their room. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "program.h"
#include "room.h"
#include "text.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(table) ((int)(sizeof(table) / sizeof *(table)))

/* ---- A world ------------------------------------------------------------------------------- */

struct world {
    const char *input;
    bool interrupts; /* every other call, and gives or takes a byte at a time */
    bool interrupted;
    bool together;    /* output and messages */
    size_t room;      /* bytes of output that can be written */
    ptrdiff_t beyond; /* what a write gives behind them */
    size_t length;
    char output[1 << 17];
    char message[1 << 10];
    char writes[1 << 10]; /* "21": a write of messages, then one of output */
    size_t told;          /* of messages, when input was last waited for */
};

static bool interrupt(struct world *world) {
    world->interrupted = world->interrupts && !world->interrupted;
    return world->interrupted;
}

static ptrdiff_t read_input(void *state, int fd, void *buffer, size_t size) {
    struct world *world = state;
    size_t length = strlen(world->input);

    assert_int_equal(fd, 0);
    world->told = strlen(world->message);
    if (interrupt(world))
        return -EINTR;
    if (length > size)
        length = size;
    if (world->interrupts && length > 1)
        length = 1;
    memcpy(buffer, world->input, length);
    world->input += length;
    return (ptrdiff_t)length;
}

static ptrdiff_t write_output(void *state, int fd, const void *bytes, size_t size) {
    struct world *world = state;
    const size_t before = strlen(world->writes);

    if (before + 1 < sizeof world->writes)
        world->writes[before] = (char)('0' + fd);
    if (fd == 2) {
        assert_true(strlen(world->message) + size < sizeof world->message);
        strncat(world->message, bytes, size);
        return (ptrdiff_t)size;
    }
    if (interrupt(world))
        return -EINTR;
    if (world->length == world->room)
        return world->beyond;
    if (world->interrupts)
        size = 1;
    if (size > world->room - world->length)
        size = world->room - world->length;
    memcpy(world->output + world->length, bytes, size);
    world->length += size;
    return (ptrdiff_t)size;
}

static int open_nothing(void *state, const char *path) {
    (void)state;
    (void)path;
    return -ENOENT;
}

static void close_nothing(void *state, int fd) {
    (void)state;
    (void)fd;
}

static struct world world;

static void begin(const char *input) {
    world = (struct world){.input = input, .room = sizeof world.output};
}

static int run(int argc, const char *const *words) {
    const struct outside outside = {&world,       read_input,    write_output,
                                    open_nothing, close_nothing, world.together};
    char *argv[16];

    assert_true(argc < COUNT(argv));
    for (int i = 0; i < argc; i++) {
        argv[i] = strdup(words[i]);
        assert_non_null(argv[i]);
    }
    argv[argc] = NULL;
    int status = program_run(argc, argv, &outside);
    for (int i = 0; i < argc; i++)
        free(argv[i]);
    return status;
}

/* ---- Reading and writing --------------------------------------------------------------------- */

static void goes_on_after_interrupts(void **state) {
    (void)state;
    static const char *const words[] = {"cnncalc", "batch"};

    begin("convout -W 227 -F 11 -S 4\n\nparams -F 11 -C 3 -K 96\n");
    world.interrupts = true;
    assert_int_equal(run(COUNT(words), words), 0);
    assert_string_equal(world.output, "55\n\n34944\n");
    assert_string_equal(world.message, "");
}

/* Where no more can be written there is a right beginning, and an end before all steps are made. */
static void stops_where_it_cannot_write(void **state) {
    (void)state;
    static const char *const words[] = {"cnncalc", "gdstep", "--of", "x^2",    "x=1",
                                        "-s",      "0",      "-n",   "100000", "--trace"};
    static const char *const explained[] = {"cnncalc", "gdstep", "--of", "x^2",    "x=1",
                                            "-s",      "0",      "-n",   "100000", "--explain"};
    static const struct {
        ptrdiff_t beyond;
        const char *message;
    } table[] = {
        {0, "cnncalc: standard output: input/output error\n"},
        {-EIO, "cnncalc: standard output: input/output error\n"},
        {-ENOSPC, "cnncalc: standard output: no space left on device\n"},
    };
    for (int i = 0; i < COUNT(table); i++)
        for (int explain = 0; explain < 2; explain++) {
            begin("");
            world.room = 100000;
            world.beyond = table[i].beyond;
            assert_int_equal(run(COUNT(words), explain ? explained : words), 3);
            assert_int_equal(world.length, world.room);
            if (!explain)
                assert_memory_equal(world.output, "0\t1\t1\n1\t1\t1\n", 12);
            assert_string_equal(world.message, table[i].message);
        }
}

/* ---- Messages -------------------------------------------------------------------------------- */

static const char *const batch[] = {"cnncalc", "batch"};
static const char wrong[] = "convuot\nconvout -W 5 -F 3\n\\\n";
#define FIRST  "cnncalc: -:1: 'convuot': unknown command\ncnncalc: hint: did you mean convout?\n"
#define SECOND "cnncalc: -:3: line: a backslash ends the line\n"

/* One write of all messages, and they are not lost where that of the output ends the process. */
static void messages_are_first(void **state) {
    (void)state;
    begin(wrong);
    assert_int_equal(run(COUNT(batch), batch), 2);
    assert_string_equal(world.output, "-\n3\n-\n");
    assert_string_equal(world.message, FIRST SECOND);
    assert_string_equal(world.writes, "21");
}

static void messages_wait_for_no_input(void **state) {
    (void)state;
    begin(wrong);
    world.interrupts = true;
    assert_int_equal(run(COUNT(batch), batch), 2);
    assert_string_equal(world.message, FIRST SECOND);
    assert_int_equal(world.told, strlen(world.message));
}

/* As on a terminal. */
static void messages_keep_their_place(void **state) {
    (void)state;
    begin(wrong);
    world.together = true;
    assert_int_equal(run(COUNT(batch), batch), 2);
    assert_string_equal(world.output, "-\n" FIRST "3\n-\n" SECOND);
    assert_string_equal(world.message, "");
    assert_string_equal(world.writes, "1");
}

/* What failed is said where nothing has. */
static void output_fails_beside_messages(void **state) {
    (void)state;
    begin(wrong);
    world.together = true;
    world.room = 1;
    world.beyond = -ENOSPC;
    assert_int_equal(run(COUNT(batch), batch), 3);
    assert_string_equal(world.output, "-");
    assert_string_equal(world.message, "cnncalc: standard output: no space left on device\n");
}

/* ---- Room ------------------------------------------------------------------------------------ */

/* What does not fit is cut, wherever it comes from. */
static void texts_are_cut(void **state) {
    (void)state;
    struct text text;
    const size_t most = sizeof text.bytes - 1;

    for (size_t before = most - 3; before <= most; before++)
        for (int formatted = 0; formatted < 2; formatted++) {
            text_clear(&text);
            for (size_t i = 0; i < before; i++)
                text_add(&text, "x");
            if (formatted)
                text_format(&text, "%d", 12);
            else
                text_add(&text, "12");
            assert_int_equal(text.length, before + 2 < most ? before + 2 : most);
            assert_int_equal(strlen(text.bytes), text.length);
            assert_memory_equal(text.bytes + before, "12", text.length - before);
        }
}

static void arrays_are_counted(void **state) {
    (void)state;
    char *array = array_grow(NULL, 3, 2);

    assert_non_null(array);
    memcpy(array, "12345", 6);
    assert_null(array_grow(array, (size_t)INT32_MAX + 1, 0));
    array = array_grow(array, 100, 2);
    assert_non_null(array);
    assert_string_equal(array, "12345");
    free(array);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(goes_on_after_interrupts),
        cmocka_unit_test(stops_where_it_cannot_write),
        cmocka_unit_test(messages_are_first),
        cmocka_unit_test(messages_wait_for_no_input),
        cmocka_unit_test(messages_keep_their_place),
        cmocka_unit_test(output_fails_beside_messages),
        cmocka_unit_test(texts_are_cut),
        cmocka_unit_test(arrays_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
