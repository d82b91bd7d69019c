/* Where a text or a number belongs in a table of slots. */
#ifndef HASH_H
#define HASH_H

#include "wide.h"

#include <stddef.h>

CNN_MODULAR static inline uint64_t cnn_hash(uint64_t hash, uint64_t value) {
    hash = (hash ^ value) * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ hash >> 32;
}

/* Texts that differ in the last byte alone, as those that are numbered do, have slots side by
 * side: who asks for one after another finds them in the same lines of the cache. */
static inline uint64_t cnn_hash_text(const char *text, size_t length) {
    uint64_t hash = length, last = 0;
    for (size_t i = 0; i < length; i++) {
        hash = cnn_hash(hash, last);
        last = (unsigned char)text[i];
    }
    return hash + last;
}

/* The slots of a table that is never more than half full: a power of two. */
static inline size_t cnn_slots_for(size_t count) {
    size_t slots = 8;
    while (slots < 2 * count)
        slots *= 2;
    return slots;
}

#endif
