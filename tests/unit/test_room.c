/* test_room.c: memory that goes from one question to the next. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "room.h"

#include <stdbool.h>
#include <string.h>

/* As much as was asked for can be written. */
static char *take(struct room *room, size_t bytes) {
    char *memory = room_take(room, bytes);
    assert_non_null(memory);
    assert_int_equal((uintptr_t)memory % _Alignof(max_align_t), 0);
    return memset(memory, 0x5a, bytes);
}

static void gives_all_back(void **state) {
    (void)state;
    struct room room = {NULL, NULL};

    for (size_t bytes = 1; bytes < 100000; bytes *= 3)
        take(&room, bytes);
    room_free(&room);
    assert_null(room.last);
    room_free(&room);
}

/* What the question before had is taken again, by one that wants as much or down to half of it. */
static void takes_what_is_spare(void **state) {
    (void)state;
    static const struct {
        size_t bytes;
        bool again;
    } table[] = {{1000, true}, {999, true}, {500, true}, {499, false}, {1001, false}, {1, false}};

    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct room spare = {NULL, NULL}, first = {NULL, &spare}, second = {NULL, &spare};
        char *const small = take(&first, 10), *const memory = take(&first, 1000);
        room_free(&first);
        assert_non_null(spare.last);
        char *const other = take(&second, table[i].bytes);
        assert_int_equal(other == memory, table[i].again);
        if (table[i].again) {
            assert_ptr_not_equal(take(&second, table[i].bytes), memory);
            assert_ptr_equal(take(&second, 10), small);
            assert_null(spare.last);
        }
        room_free(&second);
        room_free(&spare);
    }
}

/* Only the last question's memory is kept. */
static void forgets_what_stayed_spare(void **state) {
    (void)state;
    struct room spare = {NULL, NULL}, room = {NULL, &spare};

    take(&room, 100000);
    room_free(&room);
    char *const memory = take(&room, 10);
    room_free(&room);
    assert_ptr_equal(take(&room, 10), memory);
    assert_null(spare.last);
    room_free(&room);
    room_free(&spare);
}

/* What is spare goes before a question has no memory. */
static void gives_way(void **state) {
    (void)state;
    struct room spare = {NULL, NULL}, room = {NULL, &spare};

    assert_null(room_take(&spare, SIZE_MAX / 2));
    take(&room, 1000);
    room_free(&room);
    assert_null(room_take(&room, SIZE_MAX / 2));
    assert_null(spare.last);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_all_back),
        cmocka_unit_test(takes_what_is_spare),
        cmocka_unit_test(forgets_what_stayed_spare),
        cmocka_unit_test(gives_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
