/* cnncalc in a world that fails. It answers as cnncalc does, so that it can stand in its place in
 * any command. Then it asks itself the same question in memory, again and again: each allocation
 * fails, libc's own with them, each opening, read and write, once and from then on; calls are
 * interrupted, reads and writes are short. Each time there must be the right answer, or a message
 * that says what failed, status 3 and an output that is right as far as it goes; and nothing is
 * left allocated or open. What is not so, and how often it asked, is added to the file $FAULTS. */
#include "world.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const struct fault none = {.most = SIZE_MAX};

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

/* ---- What is right ------------------------------------------------------------------------- */

static struct {
    int status;
    struct bytes out, err;
    int64_t calls[POINTS];
    bool many, explained; /* a question a line; with its working */
} right;

static bool same(const struct bytes *a, const struct bytes *b) {
    return a->length == b->length && memcmp(a->of, b->of, a->length) == 0;
}

static bool is_prefix(const struct bytes *part, const struct bytes *whole) {
    return part->length <= whole->length && memcmp(part->of, whole->of, part->length) == 0;
}

static size_t line_length(const char *from, const char *end) {
    const char *newline = memchr(from, '\n', (size_t)(end - from));
    return newline == NULL ? (size_t)(end - from) : (size_t)(newline - from) + 1;
}

static bool is_line(const char *from, const char *end, const char *line, size_t length) {
    return line_length(from, end) == length && memcmp(from, line, length) == 0;
}

static bool contains(const char *line, size_t length, const char *text) {
    size_t wanted = strlen(text);

    for (size_t i = 0; i + wanted <= length; i++)
        if (memcmp(line + i, text, wanted) == 0)
            return true;
    return false;
}

/* "cnncalc: ... : cannot allocate memory" */
static bool is_message(const char *line, size_t length) {
    char reason[256];

    snprintf(reason, sizeof reason, ": %s\n",
             strerror(world.fault.error == 0 ? EIO : world.fault.error));
    reason[2] |= 'a' - 'A';
    size_t end = strlen(reason);
    return length > end && strncmp(line, "cnncalc: ", strlen("cnncalc: ")) == 0 &&
           memcmp(line + length - end, reason, end) == 0;
}

/* What stands on a line in place of an answer. */
static bool is_missing(const char *line, size_t length) {
    if (*line == '{')
        return contains(line, length, ",\"error\":\"") &&
               contains(line, length, "cannot allocate memory\",\"status\":3}\n");
    return *line == '-' && strspn(line, "-\t") + 1 == length;
}

/* How many lines are of a kind of their own. The others are some of the whole's, in their order;
 * -1: they are not. */
static int64_t added_lines(const struct bytes *part, const struct bytes *whole,
                           bool (*is_added)(const char *line, size_t length)) {
    const char *at = part->of, *end = at + part->length;
    const char *next = whole->of, *last = next + whole->length;
    int64_t added = 0;

    for (size_t length; at < end; at += length) {
        length = line_length(at, end);
        if (is_added(at, length)) {
            added++;
            continue;
        }
        while (next < last && !is_line(next, last, at, length))
            next += line_length(next, last);
        if (next == last)
            return -1;
        next += length;
    }
    return added;
}

static size_t count_lines(const struct bytes *bytes) {
    size_t count = 0;
    for (size_t i = 0; i < bytes->length; i++)
        count += bytes->of[i] == '\n';
    return count;
}

/* Where lines are questions, one that memory fails has no answer, and the others have theirs. */
static bool is_right_so_far(void) {
    if (is_prefix(&world.out, &right.out))
        return true;
    return right.many && world.fault.points == 1U << ALLOCATION &&
           (right.explained || count_lines(&world.out) == count_lines(&right.out)) &&
           added_lines(&world.out, &right.out, is_missing) > 0;
}

static bool is_answer(int status) {
    return status == right.status && same(&world.out, &right.out) && same(&world.err, &right.err);
}

/* What is wrong with how the program ended; NULL: nothing. */
static const char *judge(int status) {
    const struct fault *fault = &world.fault;
    bool harmless = fault->points == 0 || fault->error == EINTR;

    if (world.blocks != 0)
        return "memory is not given back";
    if (world.files != 0)
        return "a file stays open";
    if (is_answer(status))
        return NULL;
    if (harmless)
        return "another answer";
    if (fault->points >> COMPLAINING & 1) { /* the status says it */
        int expected = (fault->points >> PRINTING & 1) && right.out.length > 0 ? 3 : right.status;
        return status == expected && is_prefix(&world.err, &right.err) && is_right_so_far()
                   ? NULL
                   : "a lost message changes more than the message";
    }
    if (status != 3)
        return "the status is not 3";
    if (!is_right_so_far())
        return "the output is not right as far as it goes";
    return added_lines(&world.err, &right.err, is_message) > 0 ? NULL : "no clear message";
}

/* ---- All faults ---------------------------------------------------------------------------- */

static const char *const point_names[POINTS] = {"allocation", "opening", "read", "write",
                                                "write to standard error"};

#define CALLS_MOST  64        /* of a kind that fail: spread evenly where there are more */
#define CALLS_LARGE 1         /* the same, of a question with so many bytes */
#define BYTES_LARGE (1 << 18) /* read and printed */
#define WRONGS_MOST 8         /* that are told */

static int64_t asked, wrongs;
static struct bytes report;

static void say(const char *text) {
    add(&report, text, strlen(text));
}

static void try(int argc, char **argv, struct fault fault) {
    char line[256];
    int status = run(argc, argv, false, fault);
    const char *wrong = judge(status);

    asked++;
    if (wrong == NULL || ++wrongs > WRONGS_MOST)
        return;
    say("wrong");
    for (int i = 1; i < argc; i++) {
        say(" ");
        add(&report, argv[i], smaller(strcspn(argv[i], "\n"), 80));
    }
    for (int i = 0; i < POINTS; i++) {
        snprintf(line, sizeof line, ", %s %lld%s", point_names[i], (long long)fault.first,
                 fault.first == fault.last ? "" : " and on");
        if (fault.points >> i & 1)
            say(line);
    }
    if (fault.most < SIZE_MAX)
        say(", short reads and writes");
    snprintf(line, sizeof line, " (%s): status %d, %s\n", strerror(fault.error), status, wrong);
    say(line);
}

static bool is_large(void) {
    return input.bytes.length + right.out.length + right.err.length > BYTES_LARGE;
}

static void try_each(int argc, char **argv, enum point point, const int *errors) {
    int64_t most = is_large() ? CALLS_LARGE : CALLS_MOST;
    int64_t count = right.calls[point], steps = count < most ? count : most;
    struct fault fault = {.points = 1U << point, .most = SIZE_MAX};

    for (int64_t i = 1; i <= steps; i++) {
        fault.first = count * i / steps;
        for (const int *error = errors; *error >= 0; error++) {
            fault.error = *error;
            fault.last = fault.first;
            try(argc, argv, fault);
            fault.last = *error == EINTR ? fault.first + 2 : INT64_MAX;
            try(argc, argv, fault);
        }
    }
}

static void try_all(int argc, char **argv) {
    static const int errors[POINTS][7] = {{ENOMEM, -1},
                                          {ENOENT, EMFILE, -1},
                                          {EIO, EAGAIN, EINTR, -1},
                                          {ENOSPC, EIO, EPIPE, EAGAIN, 0, EINTR, -1},
                                          {EIO, EINTR, -1}};
    struct fault mute = {.points = 1U << PRINTING | 1U << COMPLAINING,
                         .first = 1,
                         .last = INT64_MAX,
                         .error = EBADF,
                         .most = SIZE_MAX};

    for (enum point point = 0; point < POINTS; point++)
        try_each(argc, argv, point, errors[point]);
    try(argc, argv, mute);
    mute.points = 1U << PRINTING; /* also where nothing is printed */
    try(argc, argv, mute);
    for (size_t most = is_large() ? 4096 : 1; most <= 4096; most *= 64)
        try(argc, argv, (struct fault){.most = most});
}

static void keep_right(int argc, char **argv, int status) {
    right.status = run(argc, argv, false, none);
    add(&right.out, world.out.of, world.out.length);
    add(&right.err, world.err.of, world.err.length);
    memcpy(right.calls, world.calls, sizeof right.calls);
    for (int i = 1; i < argc; i++) {
        right.many = right.many || strcmp(argv[i], "batch") == 0 ||
                     strncmp(argv[i], "--columns", strlen("--columns")) == 0;
        right.explained = right.explained || strcmp(argv[i], "--explain") == 0;
    }
    if (!world.blocked && right.status != status)
        say("wrong: asked again, the question has another answer\n");
}

/* One write, so that lines of processes that end together stay whole. */
static void tell(int fd) {
    demand(write(fd, report.of, report.length) == (ssize_t)report.length);
    report.length = 0;
}

int main(int argc, char **argv) {
    const char *file = getenv("FAULTS");
    char line[64];
    int status = run(argc, argv, true, none);
    bool blocked = world.blocked;

    if (file == NULL)
        return status;
    int fd = open(file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    demand(fd >= 0);
    say("begun\n");
    tell(fd);
    world.blocked = blocked;
    keep_right(argc, argv, status);
    try_all(argc, argv);
    snprintf(line, sizeof line, "ended %lld %lld\n", (long long)asked, (long long)wrongs);
    say(line);
    tell(fd);
    return status;
}
