/* numbers.h: the functions of numbers against MPFR. A template, as number.h is: quick_numbers.c and
 * accurate_numbers.c include it after the file that they test. */
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
    for (; first(a.fraction) != 0 || rest(a.fraction); a.fraction = left(a.fraction, 64)) {
        mpfr_t word;
        mpfr_init2(word, BITS);
        mpfr_set_uj_2exp(word, first(a.fraction), two -= 64, MPFR_RNDN);
        mpfr_add(value, value, word, MPFR_RNDN);
        mpfr_clear(word);
    }
    if (a.negative)
        mpfr_neg(value, value, MPFR_RNDN);
}

/* Within 2^-(PRECISION + 8) of what is right, or of `scale` where that is told; and no bit more
 * lost than is said. */
static void check(const char *name, number got, mpfr_srcptr right, mpfr_srcptr scale) {
    mpfr_t value, error;
    mpfr_inits2(BITS, value, error, (mpfr_ptr)NULL);
    set(value, got);
    mpfr_sub(value, value, right, MPFR_RNDN);
    mpfr_mul_2si(error, scale, -PRECISION - 8, MPFR_RNDN);
    const bool unset = first(got.fraction) < FIRST_BIT && first(got.fraction) != 0;
    if ((mpfr_cmpabs(value, error) > 0 || unset) && wrong++ < 20)
        mpfr_printf("%s: off by %.3Rg from %.30Rg\n", name, value, right);
    mpfr_clears(value, error, (mpfr_ptr)NULL);
}

static number random_number(int two) {
    words fraction = single(random_word() | FIRST_BIT);
    bool carry;
    for (int i = 64; i < PRECISION; i += 64)
        fraction = sum(fraction, right(single(random_below(8) ? random_word() : 0), i), &carry);
    return (number){fraction, two - random_below(2 * two), 0, random_below(2)};
}

static void sums_and_products(void) {
    const number a = random_number(60), b = random_number(60);
    mpfr_t A, B, right, scale;
    mpfr_inits2(BITS, A, B, right, scale, (mpfr_ptr)NULL);
    set(A, a);
    set(B, b);
    mpfr_mul(right, A, B, MPFR_RNDN);
    check("product", times(a, b), right, right);
    mpfr_abs(scale, mpfr_cmpabs(A, B) > 0 ? A : B, MPFR_RNDN);
    mpfr_add(right, A, B, MPFR_RNDN);
    check("sum", plus(a, b), right, scale);
    mpfr_sub(right, A, B, MPFR_RNDN);
    check("difference", minus(a, b), right, scale);
    mpfr_ui_div(right, 1, A, MPFR_RNDN);
    mpfr_abs(right, right, MPFR_RNDN);
    check("inverse", inverse(a.negative ? opposite(a) : a), right, right);
    mpfr_clears(A, B, right, scale, (mpfr_ptr)NULL);
}

/* What is lost is the bits between the larger of two numbers and their difference. */
static void losses(void) {
    number a = random_number(3), b = a;
    bool carry;
    b.fraction =
        sum(b.fraction, right(single(random_word()), 64 + random_below(PRECISION - 64)), &carry);
    if (carry)
        return;
    const number c = minus(a, b);
    const int lost = first(c.fraction) == 0 ? PRECISION : a.two - c.two;
    if ((c.lost != lost || times(c, a).lost != lost || times(a, c).lost != lost ||
         plus(c, a).lost != lost || minus(a, c).lost < lost) &&
        wrong++ < 20)
        printf("%d bits are lost, not %d\n", c.lost, lost);
}

static void functions(void) {
    number u = random_number(12), one_over;
    u.negative = false;
    const double x = fabs(random_double()),
                 near = 1 + ldexp((double)(random_word() >> 12), -random_below(52) - 60);
    mpfr_t X, right;
    mpfr_inits2(BITS, X, right, (mpfr_ptr)NULL);
    set(X, u);
    mpfr_neg(X, X, MPFR_RNDN);
    mpfr_exp(right, X, MPFR_RNDN);
    check("exponential", exponential(u), right, right);
    mpfr_set_d(X, x, MPFR_RNDN);
    const number a = root(x, &one_over);
    mpfr_sqrt(right, X, MPFR_RNDN);
    check("root", a, right, right);
    mpfr_ui_div(right, 1, right, MPFR_RNDN);
    check("inverse of a root", one_over, right, right);
    mpfr_log(right, X, MPFR_RNDN);
    check("logarithm", logarithm(x), right, right);
    const double others[] = {near, 2 - near, 1 / near};
    for (size_t i = 0; i < COUNT(others); i++) {
        mpfr_set_d(X, others[i], MPFR_RNDN);
        mpfr_log(right, X, MPFR_RNDN);
        check("logarithm beside 1", logarithm(others[i]), right, right);
    }
    mpfr_clears(X, right, (mpfr_ptr)NULL);
}

static bool same(number a, double x) {
    mpfr_t value;
    mpfr_init2(value, BITS);
    set(value, a);
    const bool equal = mpfr_cmp_d(value, x) == 0;
    mpfr_clear(value);
    return equal && a.lost == 0;
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
    const number quarter = {single(FIRST_BIT), -1075, 0, false};
    const number nearly = {single(UINT64_MAX), -1075, 0, false};
    double got = 1;
    exact("a quarter of the least double", settle(&quarter, &got) && got == 0);
    exact("nearly half of the least double", !settle(&nearly, &got) && got == 0);
}

/* A number a little below, in, or above the middle of two doubles: settled where it is farther from
 * there than the error. */
static void settles(void) {
    const int two = random_below(2) ? random_below(2000) - 1000 : -1074 + random_below(60);
    const int out = (int)cnn_bits_out(two - 64);
    if (out > 64)
        return;
    number a = {single(random_word() | FIRST_BIT), two, 0, false};
    const uint64_t half = UINT64_C(1) << (out - 1);
    a.fraction = single(((first(a.fraction) & ~(half - 1)) | half | FIRST_BIT));
    const int place = 66 + random_below(PRECISION - 62);
    const words little = right(single(FIRST_BIT), place - 1);
    const bool above = random_below(2);
    bool carry;
    a.fraction = above ? sum(a.fraction, little, &carry) : difference(a.fraction, little);
    a.lost = random_below(PRECISION - 69);
    if (first(a.fraction) < FIRST_BIT)
        return;
    mpfr_t value;
    mpfr_init2(value, BITS);
    set(value, a);
    double got;
    const bool settled = settle(&a, &got);
    const double right = mpfr_get_d(value, MPFR_RNDN);
    mpfr_clear(value);
    if (got != right && wrong++ < 20)
        printf("%a is not the nearest double, %a\n", got, right);
    const int error = PRECISION - a.lost;
    if ((settled ? place > error : place < error - 2) && wrong++ < 20)
        printf("2^-%d from a middle with an error of 2^-%d: settled %d\n", place, error, settled);
}

int main(int argc, char **argv) {
    const long count = argc > 1 ? strtol(argv[1], NULL, 10) : 1000;
    exact_values();
    for (long i = 0; i < count; i++) {
        sums_and_products();
        losses();
        functions();
        settles();
    }
    printf("%d wrong\n", wrong);
    return wrong != 0;
}
