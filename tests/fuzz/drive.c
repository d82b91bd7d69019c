/* drive.c: a main() for a fuzz target where libFuzzer is not: in a build as the program is shipped,
 * which does many times as much in the same time. It learns nothing from what a run does: inputs
 * are bytes at random, or those of the seeds and of the dictionary with some of their bytes
 * changed.
 *
 *     fuzz_TARGET [-runs=N] [-max_total_time=SECONDS] [-max_len=N] [-seed=N] [-dict=FILE]
 *                 [-artifact_prefix=PREFIX] [FILE-OR-DIR]
 *
 * The options are those of libFuzzer, and so is the last line. An input at which the target stops
 * is written to PREFIXfind, with libFuzzer's words; its target runs that file. */
#include "printed.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* ---- Chance -------------------------------------------------------------------------------- */

static uint64_t state;

/* G. Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8(14), 2003. */
static uint64_t chance(void) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

/* Below `limit`, which is below 2^32. */
static size_t below(size_t limit) {
    return (size_t)((chance() >> 32) * limit >> 32);
}

/* ---- Seeds --------------------------------------------------------------------------------- */

struct piece {
    uint8_t *bytes;
    size_t size;
};

static struct pieces {
    struct piece *of;
    size_t count;
} seeds, words;

static void keep(struct pieces *pieces, const uint8_t *bytes, size_t size) {
    struct piece piece = {malloc(size + 1), size};

    void *longer = realloc(pieces->of, (pieces->count + 1) * sizeof *pieces->of);
    if (longer == NULL || piece.bytes == NULL)
        abort();
    pieces->of = longer;
    memcpy(piece.bytes, bytes, size);
    pieces->of[pieces->count++] = piece;
}

#define INPUT_MOST 4096

static void read_seed(const char *path) {
    uint8_t bytes[INPUT_MOST];
    FILE *file = fopen(path, "rb");

    if (file == NULL) {
        perror(path);
        exit(3);
    }
    const size_t size = fread(bytes, 1, sizeof bytes, file);
    if (size < sizeof bytes && !ferror(file))
        keep(&seeds, bytes, size);
    fclose(file);
}

static void read_seeds(const char *path) {
    struct stat about;
    char name[4096];

    if (stat(path, &about) == 0 && S_ISREG(about.st_mode)) {
        read_seed(path);
        return;
    }
    DIR *directory = opendir(path);
    if (directory == NULL) {
        perror(path);
        exit(3);
    }
    for (const struct dirent *entry; (entry = readdir(directory)) != NULL;) {
        snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
        if (*entry->d_name != '.')
            read_seed(name);
    }
    closedir(directory);
}

/* A line of the dictionary: "WORD", in which \\, \" and \xNN stand for bytes. */
static void read_word(const char *line) {
    uint8_t bytes[256];
    size_t size = 0;

    if (*line++ != '"')
        return;
    for (; *line != '"' && *line != '\0' && size < sizeof bytes; line++) {
        unsigned long byte = (unsigned char)*line;
        if (*line == '\\' && line[1] == 'x' && line[2] != '\0' && line[3] != '\0') {
            byte = strtoul((const char[]){line[2], line[3], '\0'}, NULL, 16);
            line += 3;
        } else if (*line == '\\') {
            byte = (unsigned char)*++line;
        }
        bytes[size++] = (uint8_t)byte;
    }
    keep(&words, bytes, size);
}

static void read_words(const char *path) {
    char line[1024];
    FILE *file = fopen(path, "r");

    if (file == NULL) {
        perror(path);
        exit(3);
    }
    while (fgets(line, sizeof line, file) != NULL)
        read_word(line);
    fclose(file);
}

/* ---- Inputs -------------------------------------------------------------------------------- */

static uint8_t input[INPUT_MOST];
static volatile size_t input_size;

static void make_at_random(size_t most) {
    const size_t size = 1 + below(most);

    for (size_t i = 0; i < size; i += sizeof(uint64_t)) {
        const uint64_t word = chance();
        memcpy(input + i, &word, sizeof word);
    }
    input_size = size;
}

/* Puts bytes in place of others, as far as there is room. */
static void put(size_t at, size_t length, const uint8_t *bytes, size_t size, size_t most) {
    if (at + length > input_size || input_size - length + size > most)
        return;
    memmove(input + at + size, input + at + length, input_size - at - length);
    memcpy(input + at, bytes, size);
    input_size = input_size - length + size;
}

/* Part of another seed. */
static void splice(size_t at, size_t most) {
    const struct piece *seed = &seeds.of[below(seeds.count)];
    const size_t begin = below(seed->size + 1);

    put(at, below(64), seed->bytes + begin, below(seed->size - begin + 1), most);
}

static void change(size_t most) {
    const uint8_t byte = (uint8_t)chance();
    const size_t at = below(input_size + 1), length = below(5);
    const struct pieces *from = words.count > 0 ? &words : &seeds;
    const struct piece *word = &from->of[below(from->count)];

    switch (below(6)) {
    case 0:
        put(at, 1, &byte, 1, most);
        break;
    case 1:
        put(at, 0, &byte, 1, most);
        break;
    case 2:
        put(at, length, &byte, 0, most);
        break;
    case 3:
        put(at, length, word->bytes, word->size, most);
        break;
    case 4:
        put(at, 0, word->bytes, word->size, most);
        break;
    default:
        splice(at, most);
    }
}

static void make_of_seeds(size_t most) {
    const struct piece *seed = &seeds.of[below(seeds.count)];

    input_size = seed->size < most ? seed->size : most;
    memcpy(input, seed->bytes, input_size);
    for (size_t changes = 1 + below(8); changes > 0; changes--)
        change(most);
}

/* ---- Runs ---------------------------------------------------------------------------------- */

static char find[4096], written[4200];

static void stop(int signal) {
    const int fd = open(find, O_WRONLY | O_CREAT | O_TRUNC, 0666);

    (void)signal;
    if (fd < 0 || write(fd, input, input_size) < 0 || write(2, written, strlen(written)) < 0)
        _exit(3);
    _exit(77);
}

static const char *option(const char *word, const char *name) {
    return strncmp(word, name, strlen(name)) == 0 ? word + strlen(name) : NULL;
}

struct limits {
    unsigned long long runs, seconds, most;
};

static void take_option(const char *word, struct limits *limits, const char **prefix) {
    const char *value;

    if ((value = option(word, "-runs=")) != NULL)
        limits->runs = strtoull(value, NULL, 10);
    else if ((value = option(word, "-max_total_time=")) != NULL)
        limits->seconds = strtoull(value, NULL, 10);
    else if ((value = option(word, "-max_len=")) != NULL)
        limits->most = strtoull(value, NULL, 10);
    else if ((value = option(word, "-seed=")) != NULL)
        state = strtoull(value, NULL, 10);
    else if ((value = option(word, "-artifact_prefix=")) != NULL)
        *prefix = value;
    else if ((value = option(word, "-dict=")) != NULL)
        read_words(value);
    else if (*word != '-')
        read_seeds(word);
}

static unsigned long long seconds_since(time_t start) {
    return (unsigned long long)(time(NULL) - start);
}

int main(int argc, char **argv) {
    struct limits limits = {.runs = UINT64_MAX, .seconds = UINT64_MAX, .most = 64};
    const char *prefix = "";
    const time_t start = time(NULL);
    unsigned long long done = 0;

    state = (uint64_t)start << 20 | (uint64_t)getpid();
    for (int i = 1; i < argc; i++)
        take_option(argv[i], &limits, &prefix);
    demand(limits.most > 0 && limits.most <= INPUT_MOST - sizeof(uint64_t));
    state = state * 2 + 1;
    snprintf(find, sizeof find, "%sfind", prefix);
    snprintf(written, sizeof written, "Test unit written to %s\n", find);
    static const int signals[] = {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        signal(signals[i], stop);
    for (; done < limits.runs; done++) {
        if (done % 1024 == 0 && seconds_since(start) >= limits.seconds)
            break;
        if (seeds.count == 0 || below(4) == 0)
            make_at_random((size_t)limits.most);
        else
            make_of_seeds((size_t)limits.most);
        LLVMFuzzerTestOneInput(input, input_size);
    }
    printf("Done %llu runs in %llu second(s)\n", done, seconds_since(start));
    return 0;
}
