/* quick_numbers.c: numbers of 128 bits. */
#include "quick.c" /* NOLINT(bugprone-suspicious-include): its functions are static */

#define FUNCTIONS 0x1p-84
#include "numbers.h"
