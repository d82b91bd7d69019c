/* cnncalc in a world that fails. It answers as cnncalc does, so that it can stand in its place in
 * any command. Then it asks itself the same question in memory, again and again: each allocation
 * fails, libc's own with them, each opening, read and write, once and from then on; calls are
 * interrupted, reads and writes are short. Each time there must be the right answer, or a message
 * that says what failed, status 3 and an output that is right as far as it goes; and nothing is
 * left allocated or open. What is not so, and how often it asked, is added to the file $FAULTS. */
#include "program.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void demand(bool truth) {
    if (!truth)
        abort();
}

/* ---- Faults -------------------------------------------------------------------------------- */

enum point { ALLOCATION, OPENING, READING, PRINTING, COMPLAINING, POINTS };

static const char *const point_names[POINTS] = {"allocation", "opening", "read", "write",
                                                "write to standard error"};

struct fault {
    unsigned points;     /* a bit each */
    int64_t first, last; /* of the calls there that fail */
    int error;           /* 0: as though nothing were written */
    size_t most;         /* bytes of a read or a write */
};

static const struct fault none = {.most = SIZE_MAX};

/* ---- The world ----------------------------------------------------------------------------- */

struct bytes {
    char *of;
    size_t length, room;
};

static void add(struct bytes *bytes, const void *from, size_t length) {
    if (bytes->length + length > bytes->room || bytes->of == NULL) {
        bytes->room = 2 * (bytes->length + length) + 64;
        bytes->of = realloc(bytes->of, bytes->room);
        demand(bytes->of != NULL);
    }
    if (length > 0)
        memcpy(bytes->of + bytes->length, from, length);
    bytes->length += length;
}

/* What was read, of standard input or of the one file that a question names. */
static struct {
    struct bytes bytes;
    int open_error, read_error;
} input;

static struct {
    bool live;    /* what is read and written is the process's own */
    bool asked;   /* the program runs: its allocations are meant */
    bool blocked; /* a write of the process's own failed */
    struct fault fault;
    int64_t calls[POINTS];
    int64_t blocks; /* allocated */
    int files;      /* open */
    size_t taken;   /* of the input */
    struct bytes out, err;
} world;

static bool fails(enum point point) {
    const struct fault *fault = &world.fault;
    int64_t call = ++world.calls[point];
    return (fault->points >> point & 1) && call >= fault->first && call <= fault->last;
}

/* ---- Memory -------------------------------------------------------------------------------- */
/* These stand before libc's, for libc too. */

#if defined __has_feature
#if __has_feature(address_sanitizer)
#define SANITIZED
#endif
#endif
#if defined __SANITIZE_ADDRESS__ || defined SANITIZED
#define REAL(name) __interceptor_##name
#else
#define REAL(name) __libc_##name
#endif

void *REAL(malloc)(size_t size);
void *REAL(calloc)(size_t nmemb, size_t size);
void *REAL(realloc)(void *ptr, size_t size);
void REAL(free)(void *ptr);

static bool has_memory(void) {
    if (!world.asked || !fails(ALLOCATION))
        return true;
    errno = ENOMEM;
    return false;
}

static void *counted(void *block) {
    world.blocks += world.asked && block != NULL;
    return block;
}

void *malloc(size_t size) {
    return has_memory() ? counted(REAL(malloc)(size)) : NULL;
}

void *calloc(size_t nmemb, size_t size) {
    return has_memory() ? counted(REAL(calloc)(nmemb, size)) : NULL;
}

void *realloc(void *ptr, size_t size) {
    if (!has_memory())
        return NULL;
    return ptr == NULL ? counted(REAL(realloc)(NULL, size)) : REAL(realloc)(ptr, size);
}

void free(void *ptr) {
    world.blocks -= world.asked && ptr != NULL;
    REAL(free)(ptr);
}

/* ---- Files --------------------------------------------------------------------------------- */

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

static ptrdiff_t read_live(int fd, void *buffer, size_t size) {
    ssize_t n = read(fd, buffer, size);

    if (n < 0)
        input.read_error = errno;
    else
        add(&input.bytes, buffer, (size_t)n);
    return n < 0 ? -errno : n;
}

static ptrdiff_t read_again(void *buffer, size_t size) {
    size_t left = input.bytes.length - world.taken;
    size_t count = smaller(smaller(size, world.fault.most), left);

    if (fails(READING))
        return -world.fault.error;
    if (left == 0)
        return -input.read_error;
    memcpy(buffer, input.bytes.of + world.taken, count);
    world.taken += count;
    return (ptrdiff_t)count;
}

static ptrdiff_t read_input(void *state, int fd, void *buffer, size_t size) {
    (void)state;
    world.asked = false;
    ptrdiff_t n = world.live ? read_live(fd, buffer, size) : read_again(buffer, size);
    world.asked = true;
    return n;
}

static ptrdiff_t write_live(int fd, const void *bytes, size_t size) {
    ssize_t n = write(fd, bytes, size);

    world.blocked = world.blocked || n < 0;
    return n < 0 ? -errno : n;
}

static ptrdiff_t write_again(int fd, const void *bytes, size_t size) {
    size_t count = smaller(size, world.fault.most);

    demand(fd == 1 || fd == 2);
    if (fails(fd == 1 ? PRINTING : COMPLAINING))
        return -world.fault.error;
    add(fd == 1 ? &world.out : &world.err, bytes, count);
    return (ptrdiff_t)count;
}

static ptrdiff_t write_output(void *state, int fd, const void *bytes, size_t size) {
    (void)state;
    world.asked = false;
    ptrdiff_t n = world.live ? write_live(fd, bytes, size) : write_again(fd, bytes, size);
    world.asked = true;
    return n;
}

static int open_file(void *state, const char *path) {
    int fd = 0;

    (void)state;
    if (world.live) {
        fd = open(path, O_RDONLY | O_CLOEXEC);
        input.open_error = fd < 0 ? errno : 0;
    } else if (fails(OPENING)) {
        return -world.fault.error;
    }
    world.files += input.open_error == 0;
    return input.open_error == 0 ? fd : -input.open_error;
}

static void close_file(void *state, int fd) {
    (void)state;
    world.files--;
    if (world.live)
        close(fd);
}

/* ---- The program --------------------------------------------------------------------------- */

/* Runs it on a copy of the words, each in a block of its own size. */
static int run(int argc, char **argv, bool live, struct fault fault) {
    const struct outside outside = {NULL, read_input, write_output, open_file, close_file};
    char **words = calloc((size_t)argc + 1, sizeof *words);

    demand(words != NULL);
    for (int i = 0; i < argc; i++)
        demand((words[i] = strdup(argv[i])) != NULL);
    world.live = live;
    world.fault = fault;
    world.out.length = world.err.length = world.taken = 0;
    world.files = 0;
    world.blocks = 0;
    memset(world.calls, 0, sizeof world.calls);
    world.asked = true;
    int status = program_run(argc, words, &outside);
    world.asked = false;
    for (int i = 0; i < argc; i++)
        free(words[i]);
    free(words);
    add(&world.out, "", 0);
    add(&world.err, "", 0);
    return status;
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

#define CALLS_MOST  64        /* of a kind that fail: spread evenly where there are more */
#define CALLS_LARGE 2         /* the same, of a question with so many bytes */
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
