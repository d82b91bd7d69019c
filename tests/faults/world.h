/* A world that fails, for the program to run in. */
#ifndef WORLD_H
#define WORLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

static inline void demand(bool truth) {
    if (!truth)
        abort();
}

struct bytes {
    char *of;
    size_t length, room;
};

void add(struct bytes *bytes, const void *from, size_t length);

enum point { ALLOCATION, OPENING, READING, PRINTING, COMPLAINING, POINTS };

struct fault {
    unsigned points;     /* a bit each */
    int64_t first, last; /* of the calls there that fail */
    int error;           /* 0: as though nothing were written */
    size_t most;         /* bytes of a read or a write */
};

/* How the program ran. */
struct world {
    bool live;    /* what is read and written is the process's own */
    bool asked;   /* the program runs: its allocations are meant */
    bool blocked; /* a write of the process's own failed */
    struct fault fault;
    int64_t calls[POINTS];
    int64_t blocks; /* still allocated */
    int files;      /* still open */
    size_t taken;   /* of the input */
    struct bytes out, err;
};

/* What was read, of standard input or of the one file that a question names. */
struct input {
    struct bytes bytes;
    int open_error, read_error;
};

extern struct world world;
extern struct input input;

/* Runs the program on copies of the words, each in a block of its own size, and gives its status:
 * live, or in memory, on the input that it had when it was live. */
int run(int argc, char **argv, bool live, struct fault fault);

#endif
