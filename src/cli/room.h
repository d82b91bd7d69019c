/* Memory that lasts as long as its owner, and is given back at once. */
#ifndef ROOM_H
#define ROOM_H

#include <stddef.h>

struct room {
    struct block *last; /* NULL: none was taken */
    struct room *spare; /* NULL, or: what was taken before, by another that is gone */
};

/* That many bytes, whatever is in them, aligned for any type; NULL: there is no memory. New memory
 * is slow to take: the machine clears it. */
void *room_take(struct room *room, size_t bytes);

/* Gives all back: where it has a spare room, to that, which then has nothing else. */
void room_free(struct room *room);

/* As realloc: an array of its own, made longer, or NULL, where it stays as it is. That an int32_t
 * cannot count is beyond memory. Analyzers that see realloc itself take an array that a struct
 * keeps for lost. */
void *array_grow(void *array, size_t count, size_t bytes_of_one);

#endif
