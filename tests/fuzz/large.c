/* large.c: malloc() and free() as the targets link them. The program's few blocks of a megabyte and
 * more are kept for its next run in memory: to map and to poison them anew would take a hundred
 * times as long as a question does. A block that was given back is poisoned where it begins. */
#include "large.h"

#include "printed.h"

#include <sanitizer/asan_interface.h>

#define LARGE  ((size_t)1 << 18)
#define KEPT   4
#define POISON ((size_t)1 << 12) /* bytes */

static struct block {
    void *bytes;
    size_t size;
    bool taken;
} kept[KEPT];

/* The linker's names: --wrap. */
/* NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */
void *__real_malloc(size_t size);
void *__wrap_malloc(size_t size);
void __real_free(void *bytes);
void __wrap_free(void *bytes);

void *__wrap_malloc(size_t size) {
    for (struct block *block = kept; size >= LARGE && block < kept + KEPT; block++) {
        if (block->bytes == NULL)
            *block = (struct block){__real_malloc(size), size, false};
        if (block->size != size || block->taken)
            continue;
        block->taken = true;
        ASAN_UNPOISON_MEMORY_REGION(block->bytes, POISON);
        return block->bytes;
    }
    return __real_malloc(size);
}

void __wrap_free(void *bytes) {
    for (struct block *block = kept; block < kept + KEPT; block++) {
        if (bytes == NULL || block->bytes != bytes)
            continue;
        demand(block->taken);
        block->taken = false;
        ASAN_POISON_MEMORY_REGION(bytes, POISON);
        return;
    }
    __real_free(bytes);
}
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */

bool large_returned(void) {
    for (const struct block *block = kept; block < kept + KEPT; block++)
        if (block->taken)
            return false;
    return true;
}
