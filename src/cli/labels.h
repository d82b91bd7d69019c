/* The labels of a network's layers. */
#ifndef LABELS_H
#define LABELS_H

#include <stddef.h>
#include <stdint.h>

struct labels;

/* NULL: there is no memory. */
struct labels *labels_new(void);
void labels_free(struct labels *labels);

/* The layer of that label, or -1. */
int32_t labels_find(const struct labels *labels, const char *label);

/* Keeps a label that is not there yet; its text, which lasts as long as the labels do, or NULL:
 * there is no memory. */
const char *labels_add(struct labels *labels, const char *label, int32_t layer);

/* The label that is nearest to a word, or NULL. */
const char *labels_nearest(const struct labels *labels, const char *word);

#endif
