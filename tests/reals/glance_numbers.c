/* glance_numbers.c: numbers of 64 bits. */
#include "glance.c" /* NOLINT(bugprone-suspicious-include): its functions are static */

#define FUNCTIONS 0x1p-57
#include "numbers.h"
