/* test_trace.c: the list of named values: what it takes, what it leaves, and when it is full. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "doubles.h"
#include "trace.h"
#include <stdio.h>

#define ROOM 8

/* A list whose items hold what an earlier question left. */
struct list {
    cnn_item items[ROOM];
    cnn_trace trace;
};

static cnn_trace *start(struct list *list, size_t capacity) {
    memset(list->items, 0x5a, sizeof list->items);
    list->trace = (cnn_trace){.items = list->items, .capacity = capacity, .count = 3, .full = true};
    cnn_trace_clear(&list->trace);
    return &list->trace;
}

/* ---- What is taken ------------------------------------------------------------------------- */

static void takes_by_role(void **state) {
    (void)state;
    static const struct {
        bool given, working;
        bool taken[CNN_SUM + 1]; /* CNN_GIVEN, CNN_STEP, then what is always taken */
    } table[] = {
        {false, false, {false, false, true, true, true, true}},
        {true, false, {true, false, true, true, true, true}},
        {false, true, {true, true, true, true, true, true}},
        {true, true, {true, true, true, true, true, true}},
    };
    for (size_t i = 0; i < COUNT(table); i++)
        for (int role = CNN_GIVEN; role <= CNN_SUM; role++) {
            struct list list;
            cnn_trace *trace = start(&list, ROOM);
            trace->given = table[i].given;
            trace->working = table[i].working;
            const cnn_item *item = cnn_trace_add(trace, (cnn_role)role, CNN_REAL, "a");
            assert_true((item != NULL) == table[i].taken[role]);
            assert_int_equal(trace->count, table[i].taken[role] ? 1 : 0);
            assert_false(trace->full);
        }
}

/* Three values of the question and three results, under the names asked for. */
static void takes_by_name(void **state) {
    (void)state;
    static const struct {
        const char *names[4];
        size_t name_count;
        bool given, working;
        const char *taken;
    } table[] = {
        {{"out"}, 1, false, false, "out "},
        {{"out"}, 1, true, false, "out "},
        {{"W"}, 1, false, false, ""},
        {{"W"}, 1, true, false, "W "},
        {{"W", "out", "F"}, 3, true, false, "W F out "},
        {{"w", ""}, 2, true, false, ""},
        {{"fx_1"}, 1, true, false, "fx_1 "},
        {{"fx"}, 1, true, false, "fx "},
        {{"f", "o", "outs", "fx_"}, 4, true, false, ""},
        {{"out", "fx"}, 1, true, false, "out "},
        {{"out"}, 0, true, false, ""},
        {{"out", "out"}, 2, false, false, "out "},
        {{"step"}, 1, true, false, ""},
        {{"out"}, 1, false, true, "W F step out fx fx_1 "},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct list list;
        char taken[64] = "";
        size_t length = 0;
        cnn_trace *trace = start(&list, ROOM);
        trace->names = table[i].names;
        trace->name_count = table[i].name_count;
        trace->given = table[i].given;
        trace->working = table[i].working;
        cnn_trace_count(trace, CNN_GIVEN, "W", 227);
        cnn_trace_count(trace, CNN_GIVEN, "F", 11);
        cnn_trace_count(trace, CNN_STEP, "step", 54);
        cnn_trace_count(trace, CNN_RESULT, "out", 55);
        cnn_trace_real(trace, CNN_BACKWARD, "fx", 0.5);
        cnn_trace_real(trace, CNN_SUM, "fx_1", 0.25);
        for (size_t j = 0; j < trace->count; j++)
            length += (size_t)snprintf(taken + length, sizeof taken - length, "%s ",
                                       trace->items[j].name);
        assert_string_equal(taken, table[i].taken);
    }
}

static void says_what_it_wants(void **state) {
    (void)state;
    static const char *const names[] = {"out", "fx"};
    cnn_trace trace = {.names = NULL};
    assert_true(cnn_trace_wants(&trace, "out"));
    assert_true(cnn_trace_wants(&trace, "fy"));
    trace.names = names;
    assert_false(cnn_trace_wants(&trace, "out"));
    trace.name_count = 1;
    assert_true(cnn_trace_wants(&trace, "out"));
    assert_false(cnn_trace_wants(&trace, "fx"));
    trace.name_count = 2;
    assert_true(cnn_trace_wants(&trace, "fx"));
    assert_false(cnn_trace_wants(&trace, "fy"));
    assert_false(cnn_trace_wants(&trace, "f"));
    assert_false(cnn_trace_wants(&trace, "fxx"));
    trace.working = true;
    assert_true(cnn_trace_wants(&trace, "fy"));
}

/* Work ends early only where names were asked for, all of them are there and no working is. */
static void says_when_it_is_complete(void **state) {
    (void)state;
    static const char *const names[] = {"out", "fx"};
    struct list list;
    cnn_trace *trace = start(&list, ROOM);
    assert_false(cnn_trace_complete(trace));
    cnn_trace_real(trace, CNN_RESULT, "out", 1);
    cnn_trace_real(trace, CNN_RESULT, "fx", 2);
    assert_false(cnn_trace_complete(trace));
    cnn_trace_clear(trace);
    trace->names = names;
    trace->name_count = 2;
    assert_false(cnn_trace_complete(trace));
    cnn_trace_real(trace, CNN_RESULT, "out", 1);
    cnn_trace_real(trace, CNN_RESULT, "a", 3);
    assert_false(cnn_trace_complete(trace));
    cnn_trace_real(trace, CNN_RESULT, "fx", 2);
    assert_true(cnn_trace_complete(trace));
    trace->working = true;
    assert_false(cnn_trace_complete(trace));
    trace->working = false;
    cnn_trace_clear(trace);
    assert_false(cnn_trace_complete(trace));
}

/* ---- Room ---------------------------------------------------------------------------------- */

static void is_full(void **state) {
    (void)state;
    static const char *const names[] = {"a", "b", "c"};
    struct list list;
    cnn_trace *trace = start(&list, 2);
    assert_int_equal(cnn_trace_end(trace).code, CNN_OK);
    assert_non_null(cnn_trace_add(trace, CNN_RESULT, CNN_REAL, "a"));
    assert_non_null(cnn_trace_add(trace, CNN_RESULT, CNN_REAL, "b"));
    assert_false(trace->full);
    assert_int_equal(cnn_trace_end(trace).code, CNN_OK);
    /* What is not asked for needs no room. */
    assert_null(cnn_trace_add(trace, CNN_STEP, CNN_REAL, "c"));
    assert_false(trace->full);
    trace->names = names;
    trace->name_count = 2;
    assert_null(cnn_trace_add(trace, CNN_RESULT, CNN_REAL, "c"));
    assert_false(trace->full);
    trace->name_count = 3;
    const cnn_item untouched = list.items[2];
    assert_null(cnn_trace_add(trace, CNN_RESULT, CNN_REAL, "c"));
    assert_true(trace->full);
    assert_int_equal(trace->count, 2);
    assert_memory_equal(&list.items[2], &untouched, sizeof untouched);
    assert_int_equal(cnn_trace_end(trace).code, CNN_NO_ROOM);
    /* Nor does anything else write there. */
    assert_null(cnn_trace_count(trace, CNN_RESULT, "c", 1));
    assert_null(cnn_trace_count(trace, CNN_RESULT, "c", -1));
    trace->given = true;
    cnn_trace_truth(trace, "c", true);
    cnn_trace_word(trace, "c", "same");
    cnn_trace_real(trace, CNN_RESULT, "c", 1);
    assert_memory_equal(&list.items[2], &untouched, sizeof untouched);
    assert_int_equal(trace->count, 2);
    cnn_trace_clear(trace);
    assert_false(trace->full);
    assert_int_equal(trace->count, 0);
    assert_int_equal(cnn_trace_end(trace).code, CNN_OK);
    trace->capacity = 0;
    assert_null(cnn_trace_add(trace, CNN_RESULT, CNN_REAL, "a"));
    assert_int_equal(cnn_trace_end(trace).code, CNN_NO_ROOM);
}

/* ---- Values -------------------------------------------------------------------------------- */

static void an_item_starts_empty(void **state) {
    (void)state;
    struct list list;
    cnn_trace *trace = start(&list, ROOM);
    const cnn_item *item = cnn_trace_add(trace, CNN_BACKWARD, CNN_PADS, "P");
    assert_ptr_equal(item, &list.items[0]);
    assert_int_equal(item->role, CNN_BACKWARD);
    assert_int_equal(item->kind, CNN_PADS);
    assert_string_equal(item->name, "P");
    assert_int_equal(item->axes, 0);
    assert_false(item->square);
    assert_null(item->formula);
    assert_null(item->note);
    assert_null(item->gate);
    for (int i = 0; i < CNN_AXES; i++) {
        assert_int_equal(item->whole[i], 0);
        assert_int_equal(item->more[i], 0);
        assert_int_equal(item->divisor[i], 0);
    }
}

static void counts(void **state) {
    (void)state;
    static const struct {
        int64_t value;
        cnn_kind kind;
    } table[] = {
        {0, CNN_WHOLE},       {1, CNN_WHOLE},     {34944, CNN_WHOLE},
        {CNN_MAX, CNN_WHOLE}, {-1, CNN_TOO_MANY},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct list list;
        cnn_trace *trace = start(&list, ROOM);
        const cnn_item *item = cnn_trace_count(trace, CNN_RESULT, "params", table[i].value);
        assert_ptr_equal(item, &list.items[0]);
        assert_int_equal(item->kind, table[i].kind);
        assert_int_equal(item->role, CNN_RESULT);
        assert_true(item->whole[0] == (table[i].kind == CNN_WHOLE ? table[i].value : 0));
    }
}

static void other_values(void **state) {
    (void)state;
    struct list list;
    cnn_trace *trace = start(&list, ROOM);
    cnn_trace_truth(trace, "bias", true);
    cnn_trace_word(trace, "R", "floor");
    assert_int_equal(trace->count, 0); /* both belong to the question */
    trace->given = true;
    cnn_trace_truth(trace, "bias", true);
    cnn_trace_truth(trace, "transpose", false);
    cnn_trace_word(trace, "R", "floor");
    cnn_trace_real(trace, CNN_GIVEN, "x", -0.25);
    cnn_trace_real(trace, CNN_FORWARD, "a", 0.25);
    assert_int_equal(trace->count, 5);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(list.items[i].role, CNN_GIVEN);
    assert_int_equal(cnn_find(trace, "bias")->kind, CNN_TRUTH);
    assert_int_equal(cnn_find(trace, "bias")->whole[0], 1);
    assert_int_equal(cnn_find(trace, "transpose")->kind, CNN_TRUTH);
    assert_int_equal(cnn_find(trace, "transpose")->whole[0], 0);
    assert_int_equal(cnn_find(trace, "R")->kind, CNN_WORD);
    assert_string_equal(cnn_find(trace, "R")->word, "floor");
    assert_int_equal(cnn_find(trace, "x")->kind, CNN_REAL);
    assert_true(cnn_find(trace, "x")->real == -0.25);
    assert_int_equal(cnn_find(trace, "a")->role, CNN_FORWARD);
    assert_true(cnn_find(trace, "a")->real == 0.25);
}

static void finds(void **state) {
    (void)state;
    struct list list;
    cnn_trace *trace = start(&list, ROOM);
    char built[] = "_fx"; /* names are compared, not their addresses */
    assert_null(cnn_find(trace, "f"));
    cnn_trace_real(trace, CNN_RESULT, "ff", 1);
    cnn_trace_real(trace, CNN_RESULT, "fx_1", 2);
    cnn_trace_real(trace, CNN_RESULT, "fx", 3);
    cnn_trace_real(trace, CNN_SUM, "fx", 4);
    cnn_trace_real(trace, CNN_RESULT, "f", 5);
    assert_true(cnn_find(trace, "fx")->real == 3); /* the first of that name */
    assert_true(cnn_find(trace, built + 1)->real == 3);
    assert_true(cnn_find(trace, "f")->real == 5);
    assert_true(cnn_find(trace, "ff")->real == 1);
    assert_true(cnn_find(trace, "fx_1")->real == 2);
    assert_null(cnn_find(trace, "fx_"));
    assert_null(cnn_find(trace, "x"));
    assert_null(cnn_find(trace, ""));
    cnn_trace_clear(trace);
    assert_null(cnn_find(trace, "fx")); /* still in memory, no longer in the list */
}

/* ---- Long lists ---------------------------------------------------------------------------- */

#define LONGEST 300

/* A list with slots for its items' names, of memory that was used before. */
struct long_list {
    cnn_item items[LONGEST];
    int32_t slots[2 * LONGEST + 1];
    cnn_trace trace;
};

static cnn_trace *start_long(struct long_list *list, size_t capacity, size_t slot_count) {
    memset(list->items, 0x5a, sizeof list->items);
    memset(list->slots, 0x5a, sizeof list->slots);
    list->trace = (cnn_trace){
        .items = list->items, .capacity = capacity, .slots = list->slots, .slot_count = slot_count};
    cnn_trace_clear(&list->trace);
    return &list->trace;
}

/* "a0", "b1" ... or, now and then, one that differs in a letter or is longer. */
static void random_name(char name[8], int of) {
    static const char *const forms[] = {"v%d", "v%d", "fv%d", "v_%d", "%d", "v%dv"};
    snprintf(name, 8, forms[random_below(COUNT(forms))], random_below(of));
}

static void check_found(const cnn_trace *trace, const char *name) {
    cnn_trace plain = *trace;
    plain.slots = NULL;
    assert_ptr_equal(cnn_find(trace, name), cnn_find(&plain, name));
}

/* With slots as without, also where items share names and slots are nearly as few as they can be:
 * the first item of a name is found. */
static void finds_by_slots(void **state) {
    (void)state;
    static struct long_list list;
    static char names[LONGEST][8];
    static const struct {
        size_t capacity, slots;
    } sizes[] = {{0, 1}, {1, 2}, {2, 4}, {7, 8}, {127, 128}, {128, 256}, {255, 256}, {300, 512}};

    for (size_t i = 0; i < COUNT(sizes); i++)
        for (int of = 1; of <= LONGEST; of *= 4) {
            cnn_trace *trace = start_long(&list, sizes[i].capacity, sizes[i].slots);
            assert_null(cnn_find(trace, "v0"));
            for (size_t k = 0; k < sizes[i].capacity; k++) {
                random_name(names[k], of);
                const bool is_new = cnn_find(trace, names[k]) == NULL;
                cnn_trace_real(trace, CNN_RESULT, names[k], (double)k);
                assert_int_equal(trace->count, k + 1);
                assert_true((cnn_find(trace, names[k])->real == (double)k) == is_new);
                check_found(trace, names[random_below((int)k + 1)]);
            }
            assert_int_equal(list.slots[sizes[i].slots], 0x5a5a5a5a);
            for (int k = 0; k < 500; k++) {
                char name[8];
                random_name(name, of + 1);
                check_found(trace, name);
            }
            assert_null(cnn_find(trace, ""));
            const char *first = sizes[i].capacity > 0 ? names[0] : "v0";
            cnn_trace_real(trace, CNN_RESULT, "more", 1); /* finds no room, nor a slot */
            assert_true(trace->full);
            assert_null(cnn_find(trace, "more"));
            cnn_trace_clear(trace);
            assert_null(cnn_find(trace, first));
        }
}

static void two_of_one_name(void **state) {
    (void)state;
    static struct long_list list;

    for (size_t slots = 0; slots <= 8; slots += 8) {
        cnn_trace *trace = start_long(&list, 8, 8);
        char built[] = "_fx";
        trace->given = true;
        if (slots == 0)
            trace->slots = NULL;
        cnn_trace_real(trace, CNN_RESULT, "out", 1);
        cnn_trace_real(trace, CNN_RESULT, "fx", 2);
        cnn_trace_real(trace, CNN_FORWARD, "out", 3);
        cnn_trace_real(trace, CNN_SUM, "fx", 4);
        cnn_trace_real(trace, CNN_FORWARD, "a", 5);
        cnn_trace_real(trace, CNN_FORWARD, "a", 6);
        cnn_trace_real(trace, CNN_GIVEN, "x", 7);
        cnn_trace_real(trace, CNN_FORWARD, "x", 8);
        assert_int_equal(trace->count, 8);
        assert_ptr_equal(cnn_find(trace, "out"), &list.items[0]);
        assert_ptr_equal(cnn_find(trace, "fx"), &list.items[1]);
        assert_ptr_equal(cnn_find(trace, built + 1), &list.items[1]);
        assert_ptr_equal(cnn_find(trace, "a"), &list.items[4]);
        assert_ptr_equal(cnn_find(trace, "x"), &list.items[6]);
        assert_null(cnn_find(trace, "f"));
        assert_null(cnn_find(trace, "fxx"));
        for (size_t i = 0; i < trace->count; i++) /* neither given nor a result says what a says */
            assert_int_equal(cnn_is_repeated(trace, &list.items[i]), i == 2 || i == 3 || i == 7);
    }
}

/* What is wanted does not depend on how many items there are, nor on where among the names one
 * stands. */
static void wants_in_any_order(void **state) {
    (void)state;
    static const char *const items[] = {"a", "b", "out", "fb", "fa", "fout", "b", "outs"};
    static const char *const orders[][5] = {
        {"a", "b", "out", "fb", "fa"},   {"fa", "fb", "out", "b", "a"},
        {"b", "b", "a", "a", "out"},     {"out", "out", "out", "out", "out"},
        {"fb", "a", "fb", "none", "a"},  {"outs", "f", "o", "fout", "ou"},
        {"none", "a", "b", "out", "fb"}, {"a", "out", "b", "outs", "none"}};

    for (size_t i = 0; i < COUNT(orders); i++)
        for (size_t count = 0; count <= COUNT(orders[i]); count++) {
            struct list list;
            size_t taken = 0;
            cnn_trace *trace = start(&list, ROOM);
            trace->names = orders[i];
            trace->name_count = count;
            for (size_t k = 0; k < COUNT(items); k++) {
                bool asked = false;
                for (size_t n = 0; n < count; n++)
                    asked = asked || strcmp(orders[i][n], items[k]) == 0;
                assert_true(cnn_trace_wants(trace, items[k]) == asked);
                cnn_trace_real(trace, CNN_RESULT, items[k], (double)k);
                taken += asked;
                assert_int_equal(trace->count, taken);
                if (asked)
                    assert_true(list.items[taken - 1].real == (double)k);
            }
        }
}

/* ---- The core's functions -------------------------------------------------------------------- */

static cnn_error ask(int question, cnn_trace *trace) {
    cnn_layer layer = cnn_layer_of(3);
    layer.K = 6;
    layer.C = 4;
    layer.G = 2;
    for (int i = 0; i < 3; i++) {
        layer.axis[i].W = 9 + 2 * i;
        layer.axis[i].F = 3;
        layer.axis[i].S = 2;
        layer.axis[i].d = 2;
        layer.axis[i].begin = i;
        layer.axis[i].end = i;
    }
    switch (question) {
    case 0:
        layer.padding = CNN_SAME;
        return cnn_conv(&layer, trace);
    case 1:
        layer.round = CNN_CEIL;
        return cnn_conv(&layer, trace);
    case 2:
        layer.transposed = true;
        return cnn_conv(&layer, trace);
    case 3:
        return cnn_params(&layer, trace);
    case 4:
        return cnn_pool(&layer, trace);
    case 5:
        return cnn_sigmoid(2, trace);
    case 6:
        return cnn_complex(2, 4, trace);
    default:
        return cnn_descend(2, 0.1, 0.2, trace);
    }
}

#define QUESTIONS 8

/* Whatever the room, each question takes as much as there is and says where that was too little. */
static void every_question_says_what_room_it_lacks(void **state) {
    (void)state;
    for (int question = 0; question < QUESTIONS; question++)
        for (int working = 0; working < 2; working++) {
            const size_t most = question < 5 ? CNN_LAYER_ITEMS : CNN_SHEET_ITEMS;
            cnn_item items[CNN_LAYER_ITEMS + CNN_SHEET_ITEMS];
            cnn_trace trace = {.items = items, .capacity = most, .working = working};
            assert_int_equal(ask(question, &trace).code, CNN_OK);
            const size_t needed = trace.count;
            assert_true(needed > 0);
            for (trace.capacity = 0; trace.capacity < most; trace.capacity++) {
                const cnn_code code = ask(question, &trace).code;
                assert_int_equal(code, trace.capacity < needed ? CNN_NO_ROOM : CNN_OK);
                assert_int_equal(trace.count, trace.capacity < needed ? trace.capacity : needed);
            }
        }
}

/* A value asked for alone is the same as among all, and nothing else is taken. */
static void every_name_alone(void **state) {
    (void)state;
    for (int question = 0; question < QUESTIONS; question++) {
        cnn_item items[CNN_LAYER_ITEMS], own[2];
        cnn_trace all = {.items = items, .capacity = CNN_LAYER_ITEMS, .given = true};
        assert_int_equal(ask(question, &all).code, CNN_OK);
        for (size_t i = 0; i < all.count; i++) {
            const char *name = items[i].name;
            cnn_trace one = {
                .items = own, .capacity = 2, .names = &name, .name_count = 1, .given = true};
            if (cnn_find(&all, name) != &items[i])
                continue; /* the same gradient once more, as the gates make it */
            assert_int_equal(ask(question, &one).code, CNN_OK);
            assert_true(one.count >= 1);
            for (size_t j = 0; j < one.count; j++)
                assert_string_equal(own[j].name, name);
            assert_int_equal(own[0].role, items[i].role);
            assert_int_equal(own[0].kind, items[i].kind);
            if (own[0].kind == CNN_WORD)
                assert_string_equal(own[0].word, items[i].word);
            else if (own[0].kind == CNN_REAL)
                assert_true(own[0].real == items[i].real);
            else
                assert_memory_equal(own[0].whole, items[i].whole, sizeof own[0].whole);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_by_role),
        cmocka_unit_test(takes_by_name),
        cmocka_unit_test(says_what_it_wants),
        cmocka_unit_test(says_when_it_is_complete),
        cmocka_unit_test(is_full),
        cmocka_unit_test(an_item_starts_empty),
        cmocka_unit_test(counts),
        cmocka_unit_test(other_values),
        cmocka_unit_test(finds),
        cmocka_unit_test(finds_by_slots),
        cmocka_unit_test(two_of_one_name),
        cmocka_unit_test(wants_in_any_order),
        cmocka_unit_test(every_question_says_what_room_it_lacks),
        cmocka_unit_test(every_name_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
