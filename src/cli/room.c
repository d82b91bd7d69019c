#include "room.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

struct block {
    struct block *before;
    alignas(max_align_t) char bytes[];
};

void *room_take(struct room *room, size_t bytes) {
    struct block *block = calloc(1, sizeof *block + bytes);

    if (block == NULL)
        return NULL;
    block->before = room->last;
    room->last = block;
    return block->bytes;
}

void room_free(struct room *room) {
    while (room->last != NULL) {
        struct block *block = room->last;
        room->last = block->before;
        free(block);
    }
}

void *array_grow(void *array, size_t count, size_t bytes_of_one) {
    return count > INT32_MAX ? NULL : realloc(array, count * bytes_of_one);
}
