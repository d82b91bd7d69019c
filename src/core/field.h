#ifndef FIELD_H
#define FIELD_H

#include "cnncalc.h"

/* Works out the receptive field of a layer whose size is known. */
void cnn_field_work(const cnn_net *net, int32_t index);

#endif
