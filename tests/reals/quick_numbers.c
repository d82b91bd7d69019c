/* quick_numbers.c: numbers of 128 bits. */
#include "quick.c" /* NOLINT(bugprone-suspicious-include): its functions are static */

#include "numbers.h"
