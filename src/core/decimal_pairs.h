/* decimal_pairs.h: whole numbers to text, two digits at a time. */
#ifndef CNN_DECIMAL_PAIRS_H
#define CNN_DECIMAL_PAIRS_H

#include <stdint.h>
#include <string.h>

static const char cnn_digit_pairs[] = "00010203040506070809101112131415161718192021222324"
                                      "25262728293031323334353637383940414243444546474849"
                                      "50515253545556575859606162636465666768697071727374"
                                      "75767778798081828384858687888990919293949596979899";

/* Two digits of a number below 100. */
static inline void cnn_put_pair(uint64_t number, char *text) {
    memcpy(text, &cnn_digit_pairs[2 * number], 2);
}

#endif
