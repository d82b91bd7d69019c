/* numbers.h: the functions of numbers against MPFR. A template, as number.h is: quick_numbers.c and
 * its neighbours include it after the file that they test, each with FUNCTIONS, which is more than
 * any function of exact numbers is said to be off. */
#include "../unit/doubles.h"
#include <mpfr.h>
#include <stdio.h>
#include <stdlib.h>

#define BITS 1200

static int wrong = 0;

/* Exactly. */
static void set(mpfr_ptr value, number a) {
    int two = a.two;
    mpfr_set_zero(value, 1);
    for (; first(a.fraction) != 0 || rest(a.fraction); a.fraction = left(left(a.fraction, 63), 1)) {
        mpfr_t word;
        mpfr_init2(word, BITS);
        mpfr_set_uj_2exp(word, first(a.fraction), two -= 64, MPFR_RNDN);
        mpfr_add(value, value, word, MPFR_RNDN);
        mpfr_clear(word);
    }
    if (a.negative)
        mpfr_neg(value, value, MPFR_RNDN);
}

/* Off by no more than is said, which is no more than `most`: both as parts of what is right.
 * Nothing is said where it is more than 2^-10. */
static void check(const char *name, number got, mpfr_srcptr right, double most) {
    mpfr_t value, error;
    mpfr_inits2(BITS, value, error, (mpfr_ptr)NULL);
    set(value, got);
    mpfr_sub(value, value, right, MPFR_RNDN);
    mpfr_mul_d(error, right, got.error + got.error / 64, MPFR_RNDN);
    const bool unset = first(got.fraction) < FIRST_BIT && first(got.fraction) != 0;
    const bool off = got.error < 0x1p-10 && mpfr_cmpabs(value, error) > 0;
    if ((off || !(got.error <= most) || unset) && wrong++ < 20)
        mpfr_printf("%s: off by %.3Rg, with a bound of %.3Rg, from %.30Rg\n", name, value, error,
                    right);
    mpfr_clears(value, error, (mpfr_ptr)NULL);
}

/* Off by nothing, or by up to 2^-20. */
static number random_number(int two) {
    words fraction = single(random_word() | FIRST_BIT);
    bool carry;
    for (int i = 64; i < (int)(8 * sizeof fraction); i += 64)
        fraction = sum(fraction, right(single(random_below(8) ? random_word() : 0), i), &carry);
    const double error = random_below(2) ? 0 : ldexp(1, -20 - random_below(600));
    return (number){fraction, two - random_below(2 * two), error, random_below(2)};
}

/* A true value that the number may stand for, one at the end of what its error leaves open. */
static void set_end(mpfr_ptr value, number a) {
    mpfr_t error;
    mpfr_init2(error, BITS);
    set(value, a);
    mpfr_mul_d(error, value, random_below(2) ? a.error : -a.error, MPFR_RNDN);
    mpfr_add(value, value, error, MPFR_RNDN);
    mpfr_clear(error);
}

#define OWN       (64 * PRODUCT_CUT) /* more than one function adds to the errors of its numbers */
#define LOGARITHM (0x1p13 * FUNCTIONS) /* one step from 1, where they cancel */

static void sums_and_products(number a, number b) {
    const double errors = 1.1 * (a.error + b.error);
    mpfr_t A, B, right;
    mpfr_inits2(BITS, A, B, right, (mpfr_ptr)NULL);
    set_end(A, a);
    set_end(B, b);
    mpfr_mul(right, A, B, MPFR_RNDN);
    check("product", times(a, b), right, errors + OWN);
    mpfr_add(right, A, B, MPFR_RNDN);
    check("sum", plus(a, b), right, a.negative == b.negative ? errors + OWN : INFINITY);
    mpfr_sub(right, A, B, MPFR_RNDN);
    check("difference", minus(a, b), right, a.negative == b.negative ? INFINITY : errors + OWN);
    mpfr_ui_div(right, 1, A, MPFR_RNDN);
    mpfr_abs(right, right, MPFR_RNDN);
    check("inverse", inverse(a.negative ? opposite(a) : a), right, errors + FUNCTIONS);
    mpfr_clears(A, B, right, (mpfr_ptr)NULL);
}

/* A number and one beside it. */
static void losses(void) {
    const number a = random_number(3);
    number b = a;
    bool carry;
    b.fraction =
        sum(b.fraction, right(single(random_word()), random_below(8 * sizeof(words))), &carry);
    if (first(b.fraction) >= FIRST_BIT)
        sums_and_products(a, b);
}

static void functions(void) {
    number u = random_number(12), one_over;
    u.negative = false;
    const double x = fabs(random_double()),
                 near = 1 + ldexp((double)(random_word() >> 12), -random_below(52) - 60);
    mpfr_t X, right;
    mpfr_inits2(BITS, X, right, (mpfr_ptr)NULL);
    set_end(X, u);
    mpfr_neg(X, X, MPFR_RNDN);
    mpfr_exp(right, X, MPFR_RNDN);
    const number e = exponential(u);
    check("exponential", e, right, ldexp(u.error, u.two) + FUNCTIONS);
    mpfr_add_ui(right, right, 1, MPFR_RNDN);
    check("1 + e^-u", one_plus(e), right, e.error + OWN);
    mpfr_set_d(X, x, MPFR_RNDN);
    const number a = root(x, &one_over);
    mpfr_sqrt(right, X, MPFR_RNDN);
    check("root", a, right, FUNCTIONS);
    mpfr_ui_div(right, 1, right, MPFR_RNDN);
    check("inverse of a root", one_over, right, FUNCTIONS);
    mpfr_log(right, X, MPFR_RNDN);
    check("logarithm", logarithm(x), right, LOGARITHM);
    const double others[] = {near, 2 - near, 1 / near, 1 + random_below(4096) / 1024.0};
    for (size_t i = 0; i < COUNT(others); i++) {
        mpfr_set_d(X, others[i], MPFR_RNDN);
        mpfr_log(right, X, MPFR_RNDN);
        check("logarithm beside 1", logarithm(others[i]), right, LOGARITHM);
    }
    mpfr_clears(X, right, (mpfr_ptr)NULL);
}

static bool same(number a, double x) {
    mpfr_t value;
    mpfr_init2(value, BITS);
    set(value, a);
    const bool equal = mpfr_cmp_d(value, x) == 0;
    mpfr_clear(value);
    return equal;
}

static void exact(const char *name, bool is) {
    if (!is && wrong++ < 20)
        printf("%s is not exact\n", name);
}

static void exact_values(void) {
    const number half = of(0.5), least = of(0x1p-1074);
    exact("0", same(of(0), 0) && same(plus(of(0), of(0)), 0) && same(minus(of(0), of(0)), 0));
    exact("e^0", same(exponential(of(0)), 1));
    exact("e^-4096", same(exponential(of(4096)), 0));
    exact("ln 1", same(logarithm(1), 0));
    exact("1/2", same(half, 0.5));
    exact("the least double", same(least, 0x1p-1074));
    exact("1 + 1", same(one_plus(of(1)), 2) && same(one_plus(of(0)), 1));
    exact("a sum with 0", same(plus(half, zero()), 0.5) && same(minus(half, zero()), 0.5));
    exact("0 less a number", same(minus(zero(), half), -0.5));
    exact("a product with 0", same(plus(half, times(zero(), half)), 0.5));

    /* Below half of the least double all is 0, but for what is just below. */
    const number quarter = {single(FIRST_BIT), -1075, 0x1p-60, false};
    const number nearly = {single(UINT64_MAX), -1075, 0x1p-60, false};
    double got = 1;
    exact("a quarter of the least double", settle(&quarter, &got) && got == 0);
    exact("nearly half of the least double", !settle(&nearly, &got) && got == 0);
}

/* A number a little below or above the middle of two doubles: settled where it is farther from
 * there than the error. */
static void settles(void) {
    const int two = random_below(2) ? random_below(2000) - 1000 : -1074 + random_below(60);
    const int out = (int)cnn_bits_out(two - 64);
    if (out > 64)
        return;
    number a = {single(random_word() | FIRST_BIT), two, 0, false};
    const uint64_t half = UINT64_C(1) << (out - 1);
    a.fraction = single(((first(a.fraction) & ~(half - 1)) | half | FIRST_BIT));
    const int place = 57 + random_below(8 * (int)sizeof(words) - 56);
    const words little = right(single(FIRST_BIT), place - 1);
    bool carry;
    a.fraction = random_below(2) ? sum(a.fraction, little, &carry) : difference(a.fraction, little);
    a.error = ldexp(1 + random_below(1000) / 1000.0, -place - random_below(3));
    if (first(a.fraction) < FIRST_BIT)
        return;
    mpfr_t value;
    mpfr_init2(value, BITS);
    set(value, a);
    double got;
    const bool settled = settle(&a, &got);
    const double right = mpfr_get_d(value, MPFR_RNDN), away = ldexp(1, -place);
    mpfr_clear(value);
    if (got != right && wrong++ < 20)
        printf("%a is not the nearest double, %a\n", got, right);
    const double error = a.error * leading(a);
    if ((settled ? away <= error : away > 1.02 * error + 5 * LAST_PLACE) && wrong++ < 20)
        printf("%a from a middle with an error of %a: settled %d\n", away, error, settled);
}

int main(int argc, char **argv) {
    const long count = argc > 1 ? strtol(argv[1], NULL, 10) : 1000;
    exact_values();
    for (long i = 0; i < count; i++) {
        sums_and_products(random_number(60), random_number(60));
        losses();
        functions();
        settles();
    }
    printf("%d wrong\n", wrong);
    return wrong != 0;
}
