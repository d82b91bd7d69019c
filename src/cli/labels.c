#include "labels.h"

#include "nearest.h"
#include "room.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_FIRST ((size_t)1 << 8) /* bytes of text that are taken at once, at first */
#define CHUNK_MOST  ((size_t)1 << 15)

struct entry {
    const char *label; /* NULL: the slot is free */
    int32_t layer;
};

struct labels {
    struct entry *slots; /* by hash, the next free slot where one is taken */
    size_t slot_count;   /* a power of two */
    size_t count;
    struct room room; /* of the texts */
    char *chunk;
    size_t left;  /* bytes of the chunk */
    size_t taken; /* bytes of the last one */
};

#define SLOTS_FIRST ((size_t)32)

struct labels *labels_new(void) {
    struct labels *labels = calloc(1, sizeof *labels);

    if (labels == NULL)
        return NULL;
    labels->slot_count = SLOTS_FIRST;
    labels->slots = calloc(labels->slot_count, sizeof *labels->slots);
    if (labels->slots != NULL)
        return labels;
    free(labels);
    return NULL;
}

void labels_free(struct labels *labels) {
    if (labels == NULL)
        return;
    room_free(&labels->room);
    free(labels->slots);
    free(labels);
}

/* FNV-1a, 32 bits. */
static size_t hash_of(const char *label) {
    uint64_t hash = UINT64_C(0x811c9dc5);
    for (; *label != '\0'; label++)
        hash = (hash ^ (unsigned char)*label) * 0x1000193 & UINT32_MAX;
    return (size_t)(hash ^ hash >> 16);
}

static struct entry *slot_of(const struct labels *labels, const char *label) {
    size_t slot = hash_of(label) & (labels->slot_count - 1);

    while (labels->slots[slot].label != NULL && strcmp(labels->slots[slot].label, label) != 0)
        slot = (slot + 1) & (labels->slot_count - 1);
    return &labels->slots[slot];
}

int32_t labels_find(const struct labels *labels, const char *label) {
    const struct entry *entry = slot_of(labels, label);
    return entry->label == NULL ? -1 : entry->layer;
}

/* At most half of the slots are taken. */
static bool make_slots(struct labels *labels) {
    struct entry *old = labels->slots;
    size_t old_count = labels->slot_count;

    if (2 * (labels->count + 1) <= old_count)
        return true;
    struct entry *slots = calloc(2 * old_count, sizeof *slots);
    if (slots == NULL)
        return false;
    labels->slots = slots;
    labels->slot_count = 2 * old_count;
    for (size_t i = 0; i < old_count; i++)
        if (old[i].label != NULL)
            *slot_of(labels, old[i].label) = old[i];
    free(old);
    return true;
}

static char *keep_text(struct labels *labels, const char *text) {
    size_t bytes = strlen(text) + 1;

    if (bytes > labels->left) {
        labels->taken = labels->taken == 0           ? CHUNK_FIRST
                        : labels->taken < CHUNK_MOST ? 2 * labels->taken
                                                     : CHUNK_MOST;
        labels->left = labels->taken;
        labels->chunk = room_take(&labels->room, labels->left);
        if (labels->chunk == NULL) {
            labels->left = 0;
            return NULL;
        }
    }
    char *kept = memcpy(labels->chunk, text, bytes);
    labels->chunk += bytes;
    labels->left -= bytes;
    return kept;
}

const char *labels_add(struct labels *labels, const char *label, int32_t layer) {
    const char *kept = make_slots(labels) ? keep_text(labels, label) : NULL;

    if (kept == NULL)
        return NULL;
    *slot_of(labels, kept) = (struct entry){kept, layer};
    labels->count++;
    return kept;
}

const char *labels_nearest(const struct labels *labels, const char *word) {
    const char *best = NULL;
    int distance = 0;

    for (size_t i = 0; i < labels->slot_count; i++)
        if (labels->slots[i].label != NULL)
            nearest_try(word, labels->slots[i].label, &best, &distance);
    return best;
}
