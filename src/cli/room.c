#include "room.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>

struct block {
    struct block *before;
    size_t size;
    alignas(max_align_t) char bytes[];
};

static void free_blocks(struct room *room) {
    while (room->last != NULL) {
        struct block *block = room->last;
        room->last = block->before;
        free(block);
    }
}

/* Takes a block out of those that are spare; NULL: none is large enough, or not far too large. */
static struct block *take_spare(struct room *spare, size_t bytes) {
    for (struct block **place = &spare->last; *place != NULL; place = &(*place)->before) {
        struct block *block = *place;
        if (block->size >= bytes && block->size / 2 <= bytes) {
            *place = block->before;
            return block;
        }
    }
    return NULL;
}

static struct block *new_block(size_t bytes) {
    struct block *block = malloc(sizeof *block + bytes);
    if (block != NULL)
        block->size = bytes;
    return block;
}

void *room_take(struct room *room, size_t bytes) {
    struct block *block = room->spare == NULL ? NULL : take_spare(room->spare, bytes);

    if (block == NULL)
        block = new_block(bytes);
    if (block == NULL && room->spare != NULL) {
        free_blocks(room->spare);
        block = new_block(bytes);
    }
    if (block == NULL)
        return NULL;
    block->before = room->last;
    room->last = block;
    return block->bytes;
}

void room_free(struct room *room) {
    struct room *spare = room->spare;

    if (spare == NULL) {
        free_blocks(room);
        return;
    }
    free_blocks(spare);
    spare->last = room->last;
    room->last = NULL;
}

void *array_grow(void *array, size_t count, size_t bytes_of_one) {
    return count > INT32_MAX ? NULL : realloc(array, count * bytes_of_one);
}
