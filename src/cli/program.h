/* The whole program as a function of its arguments and its outside, so that a test or a fuzzer can
 * run it in memory. */
#ifndef PROGRAM_H
#define PROGRAM_H

#include <stdbool.h>
#include <stddef.h>

/* What the program needs of the world. Each function gives a negative errno where it fails. */
struct outside {
    void *state;
    ptrdiff_t (*read)(void *state, int fd, void *buffer, size_t size);
    ptrdiff_t (*write)(void *state, int fd, const void *bytes, size_t size);
    int (*open)(void *state, const char *path);
    void (*close)(void *state, int fd);
    bool together; /* standard output and standard error are one file, which shows their order */
};

/* The exit status: 0 answered, 1 no answer, 2 badly asked, 3 the machine's fault. */
int program_run(int argc, char **argv, const struct outside *outside);

#endif
