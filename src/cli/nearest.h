/* The name that somebody may have meant. */
#ifndef NEAREST_H
#define NEAREST_H

/* Keeps the nearer of two names: *best with its *distance, or `name`, if it may be meant at all. */
void nearest_try(const char *typed, const char *name, const char **best, int *distance);

/* Our long option for the word that PyTorch, Keras, ONNX or Caffe has, or NULL. */
const char *nearest_synonym(const char *typed);

#endif
