/* accurate_numbers.c: numbers of 512 bits. */
#include "accurate.c" /* NOLINT(bugprone-suspicious-include): its functions are static */

#define FUNCTIONS 0x1p-480
#include "numbers.h"
