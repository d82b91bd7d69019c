/* The program, its unit tests and its examples in one file, so that a mutant is linked once and
 * asked much in little time:
 *
 *     cnncalc --replay TEST MILLISECONDS [TEST MILLISECONDS]...
 *
 * A test is the name of a unit test or a file of examples, which asks() reads. Each runs in a
 * process of its own, whose time and verdict are printed. The first that fails is the last, unless
 * the option is --replay-all. Any other words are the program's, as main.c has them. */
#include "program.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

/* UNITS is X(test_decimal) X(test_expr)..., some of which take no arguments, and miss none. */
#define X(name) int name##_main(int argc, char **argv);
UNITS
#undef X

int cnncalc_main(int argc, char **argv);

/* ---- Examples ------------------------------------------------------------------------------- */

/* A question: its standard input, and what it must print. */
struct example {
    char *input, *output;
    size_t input_left, output_left;
    bool quiet; /* without standard error */
};

static ptrdiff_t read_input(void *state, int fd, void *buffer, size_t size) {
    struct example *example = state;
    if (fd != 0) {
        const ssize_t n = read(fd, buffer, size);
        return n < 0 ? -errno : n;
    }
    const size_t count = size < example->input_left ? size : example->input_left;
    memcpy(buffer, example->input, count);
    example->input += count;
    example->input_left -= count;
    return (ptrdiff_t)count;
}

static ptrdiff_t compare_output(void *state, int fd, const void *bytes, size_t size) {
    struct example *example = state;
    if (fd == 2 && example->quiet)
        return (ptrdiff_t)size;
    if (size > example->output_left || memcmp(bytes, example->output, size) != 0)
        exit(1);
    example->output += size;
    example->output_left -= size;
    return (ptrdiff_t)size;
}

static int open_file(void *state, const char *path) {
    (void)state;
    const int fd = open(path, O_RDONLY | O_CLOEXEC);
    return fd < 0 ? -errno : fd;
}

static void close_file(void *state, int fd) {
    (void)state;
    close(fd);
}

#define MOST (1u << 30) /* bytes of an example */

static char *allocate(size_t size) {
    char *bytes = size <= MOST ? malloc(size) : NULL;
    if (bytes == NULL)
        abort();
    return bytes;
}

/* "LENGTH:BYTES"; the bytes are followed by a NUL, which the length does not count. */
static char *take(char **at, size_t *length) {
    *length = strtoul(*at, at, 10);
    char *bytes = *at + 1;
    *at = bytes + *length + 1;
    return bytes;
}

/* Directory, quiet, status, input, output, the number of words, the words. A word ends where its
 * allocation ends, for a sanitizer to watch. */
static bool ask(char **at) {
    size_t length;
    char *words[256] = {NULL}, *copies[256];
    if (chdir(take(at, &length)) != 0)
        abort();
    struct example example = {.quiet = *take(at, &length) == '1'};
    const int status = (int)strtol(take(at, &length), NULL, 10);
    example.input = take(at, &example.input_left);
    example.output = take(at, &example.output_left);
    const int count = (int)strtol(take(at, &length), NULL, 10);
    for (int i = 0; i < count; i++) {
        const char *word = take(at, &length);
        words[i] = copies[i] = allocate(length + 1);
        memcpy(words[i], word, length + 1);
    }
    const struct outside outside = {&example,  read_input, compare_output,
                                    open_file, close_file, !example.quiet};
    const int got = program_run(count, words, &outside);
    for (int i = 0; i < count; i++)
        free(copies[i]);
    return got == status && example.output_left == 0;
}

static int asks(const char *path) {
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0)
        abort();
    const size_t size = (size_t)ftell(file);
    char *text = allocate(size);
    fseek(file, 0, SEEK_SET);
    if (fread(text, 1, size, file) != size)
        abort();
    fclose(file);
    for (char *at = text; at < text + size;)
        if (!ask(&at))
            return 1;
    free(text);
    return 0;
}

/* ---- Tests ---------------------------------------------------------------------------------- */

static int run(char *test) {
#define X(name)                                                                                    \
    if (strcmp(test, #name) == 0)                                                                  \
        return name##_main(1, (char *[]){test, NULL});
    UNITS
#undef X
    return asks(test);
}

/* What never ends is ended by its clock. */
static void begin(char *test, long milliseconds) {
    const struct itimerval clock = {.it_value = {milliseconds / 1000, milliseconds % 1000 * 1000}};
    const struct rlimit none = {0, 0};
    const int null = open("/dev/null", O_RDWR);
    for (int fd = 0; fd < 3 && null >= 0; fd++)
        dup2(null, fd);
    setrlimit(RLIMIT_CORE, &none);
    setitimer(ITIMER_PROF, &clock, NULL);
    exit(run(test));
}

static long milliseconds_of(struct timeval time) {
    return time.tv_sec * 1000 + time.tv_usec / 1000;
}

int main(int argc, char **argv) {
    if (argc < 2 || strncmp(argv[1], "--replay", strlen("--replay")) != 0)
        return cnncalc_main(argc, argv);
    const bool all = strcmp(argv[1], "--replay-all") == 0;
    bool passed = true;
    for (int i = 2; i + 1 < argc && (passed || all); i += 2) {
        const pid_t child = fork();
        int status;
        struct rusage usage;
        if (child == 0)
            begin(argv[i], strtol(argv[i + 1], NULL, 10));
        if (wait4(child, &status, 0, &usage) != child)
            abort();
        passed = status == 0;
        printf("%s %ld %s\n", argv[i],
               milliseconds_of(usage.ru_utime) + milliseconds_of(usage.ru_stime),
               passed ? "passed" : "failed");
    }
    return passed ? 0 : 1;
}
