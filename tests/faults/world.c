#include "world.h"

#include "program.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct world world;
struct input input;

void add(struct bytes *bytes, const void *from, size_t length) {
    if (bytes->length + length > bytes->room || bytes->of == NULL) {
        bytes->room = 2 * (bytes->length + length) + 64;
        void *longer = realloc(bytes->of, bytes->room);
        demand(longer != NULL);
        bytes->of = longer;
    }
    if (length > 0)
        memcpy(bytes->of + bytes->length, from, length);
    bytes->length += length;
}

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

static bool is_one_file(int a, int b) {
    struct stat of_a, of_b;
    return fstat(a, &of_a) == 0 && fstat(b, &of_b) == 0 && of_a.st_dev == of_b.st_dev &&
           of_a.st_ino == of_b.st_ino;
}

/* In memory answers and messages are apart, and fail apart. */
int run(int argc, char **argv, bool live, struct fault fault) {
    const struct outside outside = {NULL,      read_input, write_output,
                                    open_file, close_file, live && is_one_file(1, 2)};
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
