#include "pair.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

struct pair cnn_pair_of(double x) {
    return (struct pair){x, 0};
}

struct pair cnn_pair_sum(double a, double b) {
    double sum = a + b, b_part = sum - a;
    return (struct pair){sum, (a - (sum - b_part)) + (b - b_part)};
}

/* The same where |a| >= |b|. */
static struct pair normal(double a, double b) {
    double sum = a + b;
    return (struct pair){sum, b - (sum - a)};
}

struct pair cnn_pair_add(struct pair a, struct pair b) {
    struct pair hi = cnn_pair_sum(a.hi, b.hi), lo = cnn_pair_sum(a.lo, b.lo);
    hi = normal(hi.hi, hi.lo + lo.hi);
    return normal(hi.hi, hi.lo + lo.lo);
}

/* The same where |a| >= |b|. */
static struct pair add_smaller(struct pair a, struct pair b) {
    struct pair sum = normal(a.hi, b.hi);
    return normal(sum.hi, sum.lo + (a.lo + b.lo));
}

struct pair cnn_pair_subtract(struct pair a, struct pair b) {
    return cnn_pair_add(a, (struct pair){-b.hi, -b.lo});
}

struct pair cnn_pair_times(struct pair a, struct pair b) {
    double product = a.hi * b.hi;
    return normal(product, fma(a.hi, b.hi, -product) + (a.hi * b.lo + a.lo * b.hi));
}

struct pair cnn_pair_over(struct pair a, struct pair b) {
    double first = a.hi / b.hi;
    double rest = fma(-first, b.hi, a.hi) + (a.lo - first * b.lo);
    return normal(first, rest / b.hi);
}

/* 2^n, for a normal result. */
static double two_to(int n) {
    uint64_t bits = (uint64_t)(n + 1023) << 52;
    double power;
    memcpy(&power, &bits, sizeof power);
    return power;
}

/* x * 2^n, for |n| up to 2044, rounded once: only the last product can be inexact. */
static double scale(double x, int n) {
    if (n < -1022)
        return x * two_to(n + 1022) * two_to(-1022);
    if (n > 1023)
        return x * two_to(1023) * two_to(n - 1023);
    return x * two_to(n);
}

double cnn_pair_fraction(double x, int *n) {
    const uint64_t half = (uint64_t)1022 << 52, fraction = ((uint64_t)1 << 52) - 1;
    int below = x < 0x1p-1022 ? 64 : 0; /* a subnormal is made normal first */
    uint64_t bits;

    x *= two_to(below);
    memcpy(&bits, &x, sizeof bits);
    *n = (int)(bits >> 52) - 1022 - below;
    bits = (bits & fraction) | half;
    memcpy(&x, &bits, sizeof x);
    return x;
}

struct pair cnn_pair_scale(struct pair a, int n) {
    return (struct pair){scale(a.hi, n), scale(a.lo, n)};
}

/* Below the normal doubles the first part is rounded once more. Where it lies half way between two
 * of them, the second part decides. */
double cnn_pair_round(struct pair a, int n) {
    double value = scale(a.hi, n);
    double lost = a.hi - scale(value, -n); /* exact: what the first rounding took away */
    double half = fabs(lost) * 2;

    if (lost == 0 || a.lo == 0 || fabs(value) >= 0x1p-1021)
        return value;
    if (half == scale(1, -1074 - n) && (lost > 0) == (a.lo > 0))
        return lost > 0 ? value + 0x1p-1074 : value - 0x1p-1074;
    return value;
}

/* A small x is scaled by an even power of two, so that no part of its square leaves the doubles. */
struct pair cnn_pair_sqrt(double x) {
    bool small = x < 0x1p-900;
    double scaled = small ? x * 0x1p+200 : x, root = sqrt(scaled);
    struct pair result = normal(root, fma(-root, root, scaled) / (2 * root));
    return small ? cnn_pair_scale(result, -100) : result;
}

/* ln 2 in three parts; multiples of the first up to 2^11 are exact. */
#define LN2_FIRST  0x1.62e42fefa3800p-1
#define LN2_SECOND 0x1.ef35793c76730p-45
#define LN2_THIRD  0x1.f97b57a079a19p-103

#define HALVINGS 8 /* the argument of the series is at most ln 2 / 2^9 */

/* The series ends there: what is left out, r^11/11!, is below 2^-120 of r. */
static const struct pair inverse_factorials[] = {
    {0x1.0000000000000p-1, 0x0.0p+0},                /* 1/2! */
    {0x1.5555555555555p-3, 0x1.5555555555555p-57},   /* 1/3! */
    {0x1.5555555555555p-5, 0x1.5555555555555p-59},   /* 1/4! */
    {0x1.1111111111111p-7, 0x1.1111111111111p-63},   /* 1/5! */
    {0x1.6c16c16c16c17p-10, -0x1.f49f49f49f49fp-65}, /* 1/6! */
    {0x1.a01a01a01a01ap-13, 0x1.a01a01a01a01ap-73},  /* 1/7! */
    {0x1.a01a01a01a01ap-16, 0x1.a01a01a01a01ap-76},  /* 1/8! */
    {0x1.71de3a556c734p-19, -0x1.c154f8ddc6c00p-73}, /* 1/9! */
    {0x1.27e4fb7789f5cp-22, 0x1.cbbc05b4fa99ap-76},  /* 1/10! */
};

/* e^r - 1 for a small r: r (1 + r (1/2! + r (1/3! + ...))). */
static struct pair series_exp(struct pair r) {
    int last = sizeof inverse_factorials / sizeof *inverse_factorials - 1;
    struct pair sum = inverse_factorials[last];

    for (int i = last - 1; i >= 0; i--)
        sum = add_smaller(inverse_factorials[i], cnn_pair_times(sum, r));
    return cnn_pair_times(add_smaller(cnn_pair_of(1), cnn_pair_times(sum, r)), r);
}

struct pair cnn_pair_exp(struct pair x, int *n) {
    double k = floor(x.hi / LN2_FIRST + 0.5);
    struct pair r = cnn_pair_add(cnn_pair_sum(x.hi, -k * LN2_FIRST), cnn_pair_of(x.lo));

    r = cnn_pair_subtract(r, cnn_pair_times(cnn_pair_of(k), (struct pair){LN2_SECOND, LN2_THIRD}));
    struct pair t = series_exp(cnn_pair_scale(r, -HALVINGS));
    for (int i = 0; i < HALVINGS; i++) /* (1 + t)^2 - 1 = 2 t + t^2 */
        t = add_smaller(cnn_pair_scale(t, 1), cnn_pair_times(t, t));
    *n = (int)k;
    return add_smaller(cnn_pair_of(1), t);
}

#define NEAR_ONE 0x1p-8

/* ln m = 2 artanh s, s = (m - 1)/(m + 1); with s below 2^-9, s^13/13 is below 2^-111 of s. */
static struct pair series_log(double m) {
    struct pair s = cnn_pair_over(cnn_pair_of(m - 1), cnn_pair_sum(m, 1)),
                square = cnn_pair_times(s, s);
    struct pair sum = cnn_pair_over(cnn_pair_of(1), cnn_pair_of(13));

    for (int i = 11; i >= 1; i -= 2)
        sum = cnn_pair_add(cnn_pair_over(cnn_pair_of(1), cnn_pair_of(i)),
                           cnn_pair_times(sum, square));
    return cnn_pair_scale(cnn_pair_times(sum, s), 1);
}

/* One step of Newton's from a double's precision: ln m = y + ln(m e^-y), whose argument is so near
 * to 1 that two terms of its series are enough. */
static struct pair newton_log(double m) {
    int n;
    double y = log(m);
    struct pair u = cnn_pair_times(cnn_pair_of(m), cnn_pair_exp(cnn_pair_of(-y), &n));

    u = cnn_pair_subtract(cnn_pair_scale(u, n), cnn_pair_of(1));
    return cnn_pair_add(cnn_pair_of(y), cnn_pair_subtract(u, cnn_pair_of(u.hi * u.hi / 2)));
}

struct pair cnn_pair_log(double x) {
    int k;
    double m = cnn_pair_fraction(x, &k);

    if (m < 0x1.6a09e667f3bcdp-1) { /* 1/sqrt 2: m is nearest to 1 then */
        m *= 2;
        k--;
    }
    struct pair log_m = fabs(m - 1) < NEAR_ONE ? series_log(m) : newton_log(m);
    struct pair twos =
        cnn_pair_add(cnn_pair_sum(k * LN2_FIRST, 0),
                     cnn_pair_times(cnn_pair_of(k), (struct pair){LN2_SECOND, LN2_THIRD}));
    return k == 0 ? log_m : cnn_pair_add(twos, log_m);
}
