#ifndef LARGE_H
#define LARGE_H

#include <stdbool.h>

/* Whether the program gave back all of its large blocks. */
bool large_returned(void);

#endif
