#ifndef FIELD_H
#define FIELD_H

#include "cnncalc.h"

/* Works out the receptive field of a layer whose size is known. False: there is no room for it. */
bool cnn_field_work(cnn_net *net, int32_t index);

#endif
