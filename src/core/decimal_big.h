/* decimal_big.h: a decimal compared with a binary number exactly, for what 192 bits leave open. */
#ifndef CNN_DECIMAL_BIG_H
#define CNN_DECIMAL_BIG_H

#include <stdint.h>

/* The numbers compared are halfway between doubles, or a double and one halfway between decimals
 * of 17 digits. The longest halfway point has 768 digits, and a decimal of 770 begins at 10^-324
 * or above, so the longest product is 5^1093 times 54 bits: 2592 bits, 41 words. */
#define CNN_BIG_DIGITS 770
#define CNN_BIG_WORDS  48

/* The sum of words[i]*2^(64*i); the last word counted is not 0. */
typedef struct cnn_big {
    int count;
    uint64_t words[CNN_BIG_WORDS];
} cnn_big;

void cnn_big_set(cnn_big *big, uint64_t value);

/* big = big*factor + addend, for a factor that is not 0. */
void cnn_big_extend(cnn_big *big, uint64_t factor, uint64_t addend);

/* Below 0, 0 or above as left*10^ten is below, equal to or above right*2^two. Uses left up. */
int cnn_big_compare(cnn_big *left, int ten, uint64_t right, int two);

#endif
