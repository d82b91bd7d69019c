#include "decimal_big.h"
#include "wide.h"
#include <string.h>

void cnn_big_set(cnn_big *big, uint64_t value) {
    big->count = value != 0;
    big->words[0] = value;
}

void cnn_big_extend(cnn_big *big, uint64_t factor, uint64_t addend) {
    uint64_t carry = addend;
    for (int i = 0; i < big->count; i++) {
        const cnn_wide product = cnn_product(big->words[i], factor);
        const cnn_wide sum = cnn_sum(product.low, carry);
        big->words[i] = sum.low;
        carry = product.high + sum.high;
    }
    if (carry != 0)
        big->words[big->count++] = carry;
}

static void times_five_to(cnn_big *big, int exponent) {
    const uint64_t five_to_27 = UINT64_C(7450580596923828125); /* the largest in a word */
    for (; exponent >= 27; exponent -= 27)
        cnn_big_extend(big, five_to_27, 0);
    for (; exponent > 0; exponent--)
        cnn_big_extend(big, 5, 0);
}

static void times_two_to(cnn_big *big, int exponent) {
    const int words = exponent / 64;
    cnn_big_extend(big, UINT64_C(1) << exponent % 64, 0);
    memmove(big->words + words, big->words, (size_t)big->count * sizeof *big->words);
    memset(big->words, 0, (size_t)words * sizeof *big->words);
    big->count += words;
}

static int compare(const cnn_big *left, const cnn_big *right) {
    if (left->count != right->count)
        return left->count - right->count;
    for (int i = left->count - 1; i >= 0; i--)
        if (left->words[i] != right->words[i])
            return left->words[i] < right->words[i] ? -1 : 1;
    return 0;
}

/* 10^ten is 5^ten*2^ten. Each factor goes to the side where its exponent is positive. */
int cnn_big_compare(cnn_big *left, int ten, uint64_t right, int two) {
    cnn_big big;
    cnn_big_set(&big, right);
    times_five_to(ten > 0 ? left : &big, ten > 0 ? ten : -ten);
    const int shift = two - ten;
    times_two_to(shift > 0 ? &big : left, shift > 0 ? shift : -shift);
    return compare(left, &big);
}
