/* test_pair.c: pairs of doubles against values worked with Python's decimal module at 80 digits,
 * split into the nearest double and the nearest double to what is left. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "doubles.h"
#include "pair.h"
#include <float.h>
#include <stdbool.h>

#define LEAST   0x1p-1074 /* the least subnormal */
#define RANDOMS 100000

/* How far a pair is from the right one, in parts of it; the first subtraction is exact where they
 * are near. */
static double error_of(struct pair got, struct pair right) {
    if (right.hi == 0)
        return got.hi == 0 && got.lo == 0 ? 0 : INFINITY;
    return fabs(((got.hi - right.hi) + (got.lo - right.lo)) / right.hi);
}

/* The second part is at most half a unit in the last place of the first. */
static void check_near(struct pair got, struct pair right, double most, double question) {
    if (!(error_of(got, right) <= most))
        fail_msg("at %a: %a + %a, not %a + %a, is wrong by 2^%.1f", question, got.hi, got.lo,
                 right.hi, right.lo, log2(error_of(got, right)));
    if (got.hi + got.lo != got.hi)
        fail_msg("at %a: %a + %a overlap", question, got.hi, got.lo);
}

/* ---- Sums, products, quotients -------------------------------------------------------------- */

static void of_one_double(void **state) {
    (void)state;
    static const double table[] = {0, 1, -2.5, 1e-300, DBL_MAX, LEAST};
    for (size_t i = 0; i < COUNT(table); i++) {
        const struct pair pair = cnn_pair_of(table[i]);
        assert_true(pair.hi == table[i]);
        assert_true(pair.lo == 0);
    }
}

/* Whole numbers below 2^62 are added by the machine: the two parts make the same sum. */
static void sums_are_exact(void **state) {
    (void)state;
    for (int i = 0; i < RANDOMS; i++) {
        const int shift = random_below(10);
        const int64_t a = (int64_t)(random_word() >> (11 + random_below(50)));
        const int64_t size = (int64_t)(random_word() >> (11 + random_below(50))) << shift;
        const int64_t b = random_below(2) == 0 ? size : -size;
        const struct pair one = cnn_pair_sum((double)a, (double)b),
                          other = cnn_pair_sum((double)b, (double)a);
        assert_true((int64_t)one.hi + (int64_t)one.lo == a + b);
        assert_true(one.hi == (double)(a + b));
        assert_true(other.hi == one.hi && other.lo == one.lo);
    }
    const struct pair far = cnn_pair_sum(LEAST, 0x1p1000);
    assert_true(far.hi == 0x1p1000 && far.lo == LEAST);
}

static void operations(void **state) {
    (void)state;
    static const struct {
        char operation;
        struct pair a, b, right;
    } table[] = {
        {'+',
         {0x1.f2a74de4d3c1ap-10, 0x1.2a0ba410ce258p-64},
         {-0x1.d23f083125f2p-37, 0x1.eff76d7a1892p-92},
         {0x1.f2a74daa8be0ap-10, -0x1.7c8faf40c98eap-66}},
        {'+',
         {-0x1.099950c2c0146p-5, 0x1.5841bf8650bfdp-61},
         {-0x1.1738f7d1a22dep+1, 0x1.e7803915bd3b2p-53},
         {-0x1.1b5f5d14ad2e3p+1, 0x1.88d87ad5438bep-53}},
        {'+',
         {-0x1.8e81973b7892ep-43, 0x1.4c03ac3960247p-97},
         {-0x1.8a6a63e3c4f44p-21, 0x1.2b2127382c28bp-75},
         {-0x1.8a6a6a1dcb513p-21, 0x1.b28e4c683ad99p-75}},
        {'+',
         {-0x1.1a61dbf29c77fp+13, -0x1.36aceb046c8a1p-42},
         {0x1.18f135d1871f6p-14, -0x1.e66931c02d864p-68},
         {-0x1.1a61dbcf7e514p+13, 0x1.f0e28540fc94cp-41}},
        {'+',
         {-0x1.7f150535c5d62p+8, 0x1.b75f12f977a5bp-48},
         {0x1.7731af12bcec4p+58, -0x1.163a8db00aa23p+2},
         {0x1.7731af12bcebep+58, -0x1.b6f7b64300538p+1}},
        {'+',
         {0x1.3f98e2796b8e8p-37, 0x1.f7b2594436cbep-92},
         {-0x1.14f4733261addp-22, -0x1.ba250eb9acc21p-80},
         {-0x1.14f1f4009cbbp-22, 0x1.ab9fa6c6be781p-76}},
        {'+',
         {0x1.babced2e5cd98p-24, 0x1.7e102b04c856fp-79},
         {-0x1.babced2e5e944p-24, 0x1.7e102b04c856fp-79},
         {-0x1.baba07bf53ecep-64, 0x1.5bcp-120}},
        {'-',
         {-0x1.1e398f1061c0fp-7, 0x1.7bbfb304e89bp-61},
         {0x1.26e8755ddd598p+5, -0x1.6dc61c81a6a6ep-51},
         {-0x1.26fa58f6ce5fap+5, 0x1.57c9431b99f84p-49}},
        {'-',
         {0x1.6415479d568fp+51, -0x1.3b4162eb07066p-9},
         {-0x1.72fdf20cda45p+29, 0x1.4661ff5412eaep-25},
         {0x1.64154d694e573p+51, 0x1.aaafeab597cd3p-4}},
        {'-',
         {-0x1.2d1c9ae4d76fbp-31, -0x1.7a080722e85d3p-86},
         {-0x1.7c26847a98518p-43, 0x1.de33201f8a6dp-97},
         {-0x1.2d04d87c8fc63p-31, 0x1.11bc327913b18p-86}},
        {'-',
         {-0x1.b239f3db0de82p-27, -0x1.fa2522e2cdae4p-85},
         {-0x1.5b0ee778b3b72p-8, -0x1.6658d74b5d56ap-65},
         {0x1.5b0eb131753bcp-8, -0x1.09d7a42b7a6bcp-64}},
        {'-',
         {-0x1.332dd330907f1p+3, 0x1.5f6551d600567p-52},
         {-0x1.fd56a920e4dc4p+41, 0x1.bce89445f53cfp-13},
         {0x1.fd56a920e00f8p+41, 0x1.bf9b6cebf6077p-15}},
        {'-',
         {0x1.149e25870e07p-47, -0x1.2b36fdd20235ap-101},
         {-0x1.5675f6a68a3ap+1, -0x1.50810541d6c53p-54},
         {0x1.5675f6a68a3b1p+1, 0x1.cfc9e4646d217p-53}},
        {'-',
         {-0x1.7abec53d1828ep+23, 0x1.d3ed3330b806p-32},
         {-0x1.7abec53d19a3ap+23, 0x1.d3ed3330b806p-32},
         {0x1.7acp-17, 0}},
        {'*',
         {0x1.16353d19a058cp+32, -0x1.cb05387ae8facp-24},
         {0x1.be4c5cfe4c294p-50, 0x1.8d4bc39a0929p-104},
         {0x1.e503bd504682bp-18, 0x1.de404e7676a4cp-73}},
        {'*',
         {-0x1.4affdcd00984cp-30, -0x1.599ecf7e9156ap-84},
         {0x1.4265bb316b568p-7, 0x1.aaaa254931d25p-61},
         {-0x1.a0d95cb8961adp-37, 0x1.17d8cee7bec06p-92}},
        {'*',
         {-0x1.243d356f26daap+19, -0x1.049bd3cc6c6ep-35},
         {-0x1.537390f5d5a89p+6, -0x1.4a6cfcbbb9d83p-51},
         {0x1.8380fabc41ecp+25, -0x1.12459862a618dp-32}},
        {'*',
         {-0x1.b156d1a8deb43p-3, -0x1.bfe0732259b56p-62},
         {0x1.81fc069e20c7p-29, 0x1.308115cf4d8bfp-83},
         {-0x1.46af16fc8691ap-31, -0x1.c2a64160cce38p-85}},
        {'*',
         {-0x1.bf268ebe7ae9fp-48, 0x1.685102c8d8766p-103},
         {0x1.29acf1bfad06ep+25, 0x1.87e25a5fb89d1p-29},
         {-0x1.03f8e7e27e797p-22, -0x1.9f4208614916ap-77}},
        {'*',
         {-0x1.b4d19ecdcf06dp+5, 0x1.4cc7c05308378p-50},
         {0x1.321c528b69636p-20, -0x1.ee57753007228p-74},
         {-0x1.052971cc333dbp-14, -0x1.44bd090ac3e2bp-68}},
        {'/',
         {0x1.04fcd54ad0bacp+10, -0x1.55b6b6ddf5c9p-47},
         {-0x1.626467aa9ba17p+6, -0x1.5bd6393625971p-49},
         {-0x1.790e4e532907ap+3, 0x1.f6defbb664052p-55}},
        {'/',
         {-0x1.1ce3bc1f85cd4p+57, -0x1.45520a012ad98p+3},
         {-0x1.15850a087f80ap-26, 0x1.f9fb80596fabdp-80},
         {0x1.06cc65526a0d5p+83, -0x1.8c2216c464599p+29}},
        {'/',
         {0x1.b34e8eca772e6p-49, -0x1.7cdb132909eb5p-103},
         {-0x1.6ce193dca62d2p-51, 0x1.4de3abc05ba1cp-105},
         {-0x1.31691a086fff2p+2, 0x1.98bb4e714b1c6p-53}},
        {'/',
         {-0x1.a26aa0a2d5883p+42, 0x1.8cbfa58574f84p-12},
         {-0x1.110e2ca87661ep+50, 0x1.99146c3962bb2p-4},
         {0x1.88481e405dd98p-8, -0x1.4269cfaebf351p-63}},
        {'/',
         {-0x1.56d2a69fd15a9p+10, 0x1.be96535d87a67p-46},
         {0x1.9f27f524229cp-55, 0x1.61fd85ee0efc5p-112},
         {-0x1.a6cb240cfc9bcp+64, -0x1.9d2459c1ce3d9p+9}},
        {'/',
         {-0x1.f029052380a06p-40, 0x1.d3d3aafe4015cp-94},
         {-0x1.33a7157dd4f76p-21, -0x1.39856ba3138e9p-76},
         {0x1.9cdbc68dc5b32p-19, 0x1.3373e09eafe5bp-73}},
        /* What cancels in the first parts is left in the second. */
        {'+', {1, 0x1p-60}, {-1, 0x1p-70}, {0x1.004p-60, 0}},
        {'-', {1, 0x1p-60}, {1, 0}, {0x1p-60, 0}},
        {'+', {1, 0x1p-54}, {0x1p-53, 0}, {0x1.0000000000001p+0, -0x1p-54}},
        {'*',
         {0x1.0000000000001p+0, 0},
         {0x1.0000000000001p+0, 0},
         {0x1.0000000000002p+0, 0x1p-104}},
        {'*', {0, 0}, {3, 0}, {0, 0}},
        {'/', {0, 0}, {3, 0}, {0, 0}},
        {'/', {1, 0}, {3, 0}, {0x1.5555555555555p-2, 0x1.5555555555555p-56}},
        {'/', {1, 0}, {10, 0}, {0x1.999999999999ap-4, -0x1.999999999999ap-58}},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct pair got = {0, 0};
        switch (table[i].operation) {
        case '+':
            got = cnn_pair_add(table[i].a, table[i].b);
            break;
        case '-':
            got = cnn_pair_subtract(table[i].a, table[i].b);
            break;
        case '*':
            got = cnn_pair_times(table[i].a, table[i].b);
            break;
        default:
            got = cnn_pair_over(table[i].a, table[i].b);
        }
        check_near(got, table[i].right, 0x1p-102, (double)i);
    }
}

/* ---- Powers of two --------------------------------------------------------------------------- */

static void fractions(void **state) {
    (void)state;
    static const struct {
        double x, fraction;
        int n;
    } table[] = {
        {1, 0.5, 1},
        {0.5, 0.5, 0},
        {3, 0.75, 2},
        {0x1.fffffffffffffp-1, 0x1.fffffffffffffp-1, 0},
        {DBL_MAX, 0x1.fffffffffffffp-1, 1024},
        {DBL_MIN, 0.5, -1021},
        {0x1.fffffffffffffp-1022, 0x1.fffffffffffffp-1, -1021},
        {0x0.fffffffffffffp-1022, 0x1.ffffffffffffep-1, -1022},
        {0x0.8p-1022, 0.5, -1022},
        {LEAST, 0.5, -1073},
        {3 * LEAST, 0.75, -1072},
        {1e-300, 0x1.56e1fc2f8f359p-1, -996},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        int n = 7;
        const double fraction = cnn_pair_fraction(table[i].x, &n);
        if (fraction != table[i].fraction || n != table[i].n)
            fail_msg("%a is %a * 2^%d", table[i].x, fraction, n);
    }
    for (int i = 0; i < RANDOMS; i++) {
        const double x = fabs(random_double());
        int n, right;
        if (x == 0)
            continue;
        assert_true(cnn_pair_fraction(x, &n) == frexp(x, &right));
        assert_int_equal(n, right);
    }
}

static void scales(void **state) {
    (void)state;
    static const struct {
        struct pair a;
        int n;
        struct pair right;
    } table[] = {
        {{1, 0x1p-60}, 0, {1, 0x1p-60}},
        {{1.5, -0x1p-60}, 1, {3, -0x1p-59}},
        {{-1.5, 0x1p-60}, -8, {-0x1.8p-8, 0x1p-68}},
        {{1, 0}, 1023, {0x1p1023, 0}},
        {{1, 0}, -1022, {0x1p-1022, 0}},
        {{1, 0}, -1074, {LEAST, 0}},
        {{1, 0}, -1075, {0, 0}},
        {{0x1p-20, 0}, 1043, {0x1p1023, 0}},
        {{LEAST, 0}, 1074, {1, 0}},
        {{LEAST, 0}, 2044, {0x1p970, 0}},
        {{0x1p970, 0}, -2044, {LEAST, 0}},
        {{0x1.8p970, 0}, -2044, {2 * LEAST, 0}},
        /* Rounded once: in two steps through a subnormal this would be 2 in the last place. */
        {{0x1.7ffffffffffffp0, 0}, -1074, {LEAST, 0}},
        {{0x1.8000000000001p0, 0}, -1074, {2 * LEAST, 0}},
        {{0x1.3fffffffffffep1, 0}, -1074, {2 * LEAST, 0}},
        {{0x1.4p1, 0}, -1074, {2 * LEAST, 0}},
        {{0x1.4000000000002p1, 0}, -1074, {3 * LEAST, 0}},
        {{1, 0x1p-54}, -1021, {0x1p-1021, 0}},
        {{1, 0x1.8p-54}, -1020, {0x1p-1020, 2 * LEAST}},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        const struct pair got = cnn_pair_scale(table[i].a, table[i].n);
        if (got.hi != table[i].right.hi || got.lo != table[i].right.lo)
            fail_msg("%a + %a times 2^%d is %a + %a", table[i].a.hi, table[i].a.lo, table[i].n,
                     got.hi, got.lo);
    }
    for (int i = 0; i < RANDOMS; i++) {
        const double x = random_double();
        const int n = random_below(4089) - 2044;
        assert_true(cnn_pair_scale(cnn_pair_of(x), n).hi == ldexp(x, n));
    }
}

/* Half way between two subnormals the second part decides; elsewhere it changes nothing. */
static void rounds(void **state) {
    (void)state;
    static const struct {
        struct pair a;
        int n;
        double right;
    } table[] = {
        {{1.5, 0x1p-54}, 0, 1.5},
        {{1.5, -0x1p-54}, 3, 12},
        {{0x1.fffffffffffffp-1, 0}, 1024, DBL_MAX},
        {{0.5, 0}, 1025, INFINITY},
        {{-0.5, 0}, 1025, -INFINITY},
        {{0x1p-30, 0}, 1053, 0x1p1023},
        {{1, 0}, -1022, DBL_MIN},
        {{1, -0x1p-54}, -1022, DBL_MIN}, /* a quarter of the step below */
        {{0, 0}, -1074, 0},
        {{1, 0}, -1074, LEAST},
        /* From 0 to the least. */
        {{1, 0}, -1075, 0},
        {{1, 0x1p-54}, -1075, LEAST},
        {{1, -0x1p-55}, -1075, 0},
        {{-1, 0}, -1075, 0},
        {{-1, -0x1p-54}, -1075, -LEAST},
        {{-1, 0x1p-55}, -1075, 0},
        {{0x1.fffffffffffffp-1, 0x1p-55}, -1075, 0},
        {{1, 0x1p-54}, -1076, 0},
        {{1, 0x1p-54}, -1200, 0},
        /* From the least to twice it: the tie goes to the even one. */
        {{0x1.8p0, 0}, -1074, 2 * LEAST},
        {{0x1.8p0, 0x1p-54}, -1074, 2 * LEAST},
        {{0x1.8p0, -0x1p-54}, -1074, LEAST},
        {{-0x1.8p0, 0x1p-54}, -1074, -LEAST},
        {{-0x1.8p0, -0x1p-54}, -1074, -2 * LEAST},
        {{0x1.7ffffffffffffp0, 0x1p-54}, -1074, LEAST},
        {{0x1.8000000000001p0, -0x1p-54}, -1074, 2 * LEAST},
        /* 2.5 times the least: the tie goes down. */
        {{0x1.4p1, 0}, -1074, 2 * LEAST},
        {{0x1.4p1, 0x1p-53}, -1074, 3 * LEAST},
        {{0x1.4p1, -0x1p-53}, -1074, 2 * LEAST},
        {{-0x1.4p1, -0x1p-53}, -1074, -3 * LEAST},
        {{-0x1.4p1, 0x1p-53}, -1074, -2 * LEAST},
        /* The same far down, and at the edge of the normal doubles. */
        {{0x1.8p970, -0x1p916}, -2044, LEAST},
        {{0x1.fffffffffffffp0, 0}, -1023, DBL_MIN},
        {{0x1.fffffffffffffp0, 0x1p-54}, -1023, DBL_MIN},
        {{0x1.fffffffffffffp0, -0x1p-54}, -1023, 0x0.fffffffffffffp-1022},
        {{0x1.ffffffffffffdp0, 0x1p-54}, -1023, 0x0.fffffffffffffp-1022},
        {{0x1.ffffffffffffdp0, -0x1p-54}, -1023, 0x0.ffffffffffffep-1022},
        {{0x1.ffffffffffffdp0, 0}, -1023, 0x0.ffffffffffffep-1022},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        const double got = cnn_pair_round(table[i].a, table[i].n);
        if (got != table[i].right)
            fail_msg("%a + %a times 2^%d is rounded to %a, not %a", table[i].a.hi, table[i].a.lo,
                     table[i].n, got, table[i].right);
    }
}

/* m + 1/4, 1/2 or 3/4 of the least subnormal, a little more or less: what comes out is known. */
static void rounds_every_quarter(void **state) {
    (void)state;
    for (int i = 0; i < RANDOMS; i++) {
        const int shift = 2 + random_below(49), sign = 1 - 2 * random_below(2);
        const uint64_t m = random_word() >> (11 + shift);
        const int quarter = random_below(4), tilt = random_below(3) - 1;
        const double hi = ldexp((double)(4 * m + (uint64_t)quarter), -2);
        if (hi == 0)
            continue;
        const double lo = tilt * hi * 0x1p-55;
        const bool up = quarter == 3 || (quarter == 2 && (tilt > 0 || (tilt == 0 && m % 2 == 1)));
        const double right = (double)(m + (up ? 1 : 0)) * LEAST;
        const struct pair pair = {sign * hi, sign * lo};
        if (cnn_pair_round(pair, -1074) != sign * right)
            fail_msg("%a + %a is rounded to %a", pair.hi, pair.lo, cnn_pair_round(pair, -1074));
    }
}

/* ---- Functions ------------------------------------------------------------------------------- */

static void roots(void **state) {
    (void)state;
    static const struct {
        double x;
        struct pair right;
    } table[] = {
        {4, {2, 0}},
        {0x1p-1000, {0x1p-500, 0}},
        {2.0, {0x1.6a09e667f3bcdp+0, -0x1.bdd3413b26456p-54}},
        {3.0, {0x1.bb67ae8584caap+0, 0x1.cec95d0b5c1e3p-54}},
        {0.5, {0x1.6a09e667f3bcdp-1, -0x1.bdd3413b26456p-55}},
        {10.0, {0x1.94c583ada5b53p+1, -0x1.b7ed750df3ccap-53}},
        {0.1, {0x1.43d136248490fp-2, 0x1.d887adafe7cc4p-61}},
        {1.0000000000000002, {0x1p+0, 0x1p-53}},
        {0.9999999999999999, {0x1.fffffffffffffp-1, 0x1p-54}},
        {10000000000.0, {0x1.86ap+16, 0}},
        {1e-10, {0x1.4f8b588e368f1p-17, -0x1.805c0c1fc8f32p-71}},
        {1e+300, {0x1.38d352e5096afp+498, 0x1.ffe14f9c9a5ebp+443}},
        {1e-280, {0x1.e7c5f127bd87ep-466, -0x1.4121baf9e409bp-523}},
        {1.7976931348623157e+308, {0x1.fffffffffffffp+511, 0x1p+458}},
        {1e-300, {0x1.a2fe76a3f9475p-499, 0x1.7871024a1f7d2p-556}},
        {2.2250738585072014e-308, {0x1p-511, 0x1.8cf04805f51a8p-776}},
        {6e-310, {0x1.504e1663053b5p-514, -0x1.450993dba0976p-568}},
        {1.5e-323, {0x1.bb67ae8584caap-537, 0x1.cec95d0b5c1e3p-591}},
    };
    for (size_t i = 0; i < COUNT(table); i++)
        check_near(cnn_pair_sqrt(table[i].x), table[i].right, 0x1p-102, table[i].x);
}

/* e^x as its parts and its power of two; which of two powers near a half is taken is left open. */
static void check_exp(struct pair x, int n, struct pair right) {
    int got_n = 12345;
    struct pair got = cnn_pair_exp(x, &got_n);
    if (!(got.hi >= 0.5 && got.hi <= 2))
        fail_msg("e^%a is %a * 2^%d", x.hi, got.hi, got_n);
    got.hi = ldexp(got.hi, got_n - n);
    got.lo = ldexp(got.lo, got_n - n);
    check_near(got, right, 0x1p-99, x.hi);
}

static void exponentials(void **state) {
    (void)state;
    static const struct {
        double x;
        int n;
        struct pair right;
    } table[] = {
        {0.0, 0, {0x1p+0, 0}},
        {1.0, 1, {0x1.5bf0a8b145769p+0, 0x1.4d57ee2b1013ap-54}},
        {-1.0, -1, {0x1.78b56362cef38p-1, -0x1.ca8a4270fadf5p-56}},
        {2.0, 3, {0x1.d8e64b8d4ddaep-1, -0x1.9e62e22efca4cp-56}},
        {-2.0, -3, {0x1.152aaa3bf81ccp+0, -0x1.809224547b4bfp-54}},
        {0.5, 1, {0x1.a61298e1e069cp-1, -0x1.b4690082a4906p-56}},
        {0.001, 0, {0x1.0041919b7ee34p+0, -0x1.8bc2a4c3c7051p-55}},
        {-1e-10, 0, {0x1.ffffffff2419p-1, 0x1.31714b6a191dcp-57}},
        {1e-300, 0, {0x1p+0, 0}},
        {0.34657359027997264, 1, {0x1.6a09e667f3bccp-1, 0x1.f68d3de197eeap-55}},
        {0.3465735902799727, 1, {0x1.6a09e667f3bcdp-1, -0x1.3ed1b76ce8a92p-56}},
        {-0.34657359027997264, 0, {0x1.6a09e667f3bcdp-1, -0x1.7233c057e4796p-55}},
        {-0.3465735902799727, -1, {0x1.6a09e667f3bccp+0, 0x1.23c2594027c9ep-54}},
        {10.0, 14, {0x1.5829dcf95056p+0, -0x1.83e055cfea4bbp-54}},
        {-36.0, -52, {0x1.0b6c3afdde064p+0, -0x1.fe4bbfcd1d1a9p-54}},
        {37.0, 53, {0x1.4d13fbb1a001ap+0, -0x1.61e883636a03ep-54}},
        {-40.0, -58, {0x1.39792499b1a24p+0, 0x1.4aa50a41ade9fp-55}},
        {100.0, 144, {0x1.3494a9b171bf5p+0, -0x1.4cf76bdb3376fp-54}},
        {-400.0, -577, {0x1.e50c483c04dcdp-1, 0x1.cd8595a78ce7ap-58}},
        {700.0, 1010, {0x1.d945df4f8ec8ep-1, 0x1.183392684a46ep-56}},
        {-700.0, -1010, {0x1.14f2b0fb9307fp+0, 0x1.57961a567de7ap-57}},
        {709.78, 1024, {0x1.fe9ce5c4c52b4p-1, 0x1.a8a120488d827p-55}},
        {-709.78, -1024, {0x1.00b20897b1a03p+0, -0x1.146b0a62d87d7p-54}},
        {-745.0, -1075, {0x1.247ae63a725b9p+0, -0x1.2437acffaa17fp-55}},
        {-745.13, -1075, {0x1.00d34e97025fp+0, -0x1.7ebfdcb68108dp-54}},
        {-745.14, -1075, {0x1.fc8a3880a943cp-1, -0x1.c3fc20c88451cp-57}},
        {799.5, 1153, {0x1.5a037f54b9896p+0, -0x1.efaff42c5bf5bp-54}},
        {-799.5, -1153, {0x1.7ace4c5560d9ap-1, 0x1.79178ae29885bp-56}},
    };
    for (size_t i = 0; i < COUNT(table); i++)
        check_exp(cnn_pair_of(table[i].x), table[i].n, table[i].right);
}

static void exponentials_of_pairs(void **state) {
    (void)state;
    static const struct {
        struct pair x;
        int n;
        struct pair right;
    } table[] = {
        {{-0x1.6a09e667f3bcdp-1, 0x1.bdd3413b26456p-55},
         -1,
         {0x1.f8e6ffc0e573p-1, -0x1.05c3d50312b9bp-59}},
        {{-0x1.2p+5, 0x1.e9fddc1561258p-50}, -52, {0x1.0b6c3afdde06bp+0, 0x1.ff6308fc03b4fp-54}},
        {{0x1p+1, -0x1p-53}, 3, {0x1.d8e64b8d4ddadp-1, -0x1.01fc106434101p-56}},
        {{-0x1.5e2p+9, 0x1.c25c268497682p-45},
         -1010,
         {0x1.af5fe9a485e0ap-1, -0x1.c0846882a6025p-56}},
    };
    for (size_t i = 0; i < COUNT(table); i++)
        check_exp(table[i].x, table[i].n, table[i].right);
}

static void logarithms(void **state) {
    (void)state;
    static const struct {
        double x;
        struct pair right;
    } table[] = {
        {1, {0, 0}},
        {2.0, {0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56}},
        {4.0, {0x1.62e42fefa39efp+0, 0x1.abc9e3b39803fp-55}},
        {0.5, {-0x1.62e42fefa39efp-1, -0x1.abc9e3b39803fp-56}},
        {3.0, {0x1.193ea7aad030bp+0, -0x1.a256f99caabebp-54}},
        {10.0, {0x1.26bb1bbb55516p+1, -0x1.f48ad494ea3e9p-53}},
        {0.1, {-0x1.26bb1bbb55515p+1, -0x1.8b752b6b15c17p-53}},
        {1.5, {0x1.9f323ecbf984cp-2, -0x1.a92e513217f5cp-59}},
        {0.75, {-0x1.269621134db92p-2, -0x1.e0efadd9db02bp-56}},
        {1.0000000000000002, {0x1.fffffffffffffp-53, 0x1.5555555555554p-158}},
        {0.9999999999999999, {-0x1p-53, -0x1p-107}},
        {1.0000000009313226, {0x1.fffffffcp-31, 0x1.5555555155555p-92}},
        {0.9999999990686774, {-0x1.00000002p-30, -0x1.5555555955555p-92}},
        {1.0000009536743164, {0x1.fffff00000aabp-21, -0x1.5755553bbbbd1p-75}},
        {1.00390625, {0x1.ff00aa2b10bcp-9, 0x1.2821ad5a6d353p-63}},
        {1.0039062500000002, {0x1.ff00aa2b10dbep-9, 0x1.3019b55274edbp-63}},
        {0.99609375, {-0x1.0080559588b35p-8, -0x1.f96638cf63677p-62}},
        {0.9960937499999999, {-0x1.0080559588bb6p-8, 0x1.25f14ba6a3a04p-68}},
        {1.0039, {0x1.fe2fc3cf4b407p-9, -0x1.d26af76589b4ap-65}},
        {0.9962, {-0x1.f305b85795d32p-9, 0x1.7a6b292c5653ep-63}},
        {0.9959, {-0x1.0d3ffc16db336p-8, 0x1.5d9d7e1bf51d8p-65}},
        {1.0041, {0x1.0c25f5150b32cp-8, 0x1.c0b6621ede577p-63}},
        {1.414213562373095, {0x1.62e42fefa39eep-2, -0x1.8d6e518e495a3p-56}},
        {1.4142135623730951, {0x1.62e42fefa39fp-2, 0x1.c2e0e1b1548c2p-56}},
        {1.4142135623730954, {0x1.62e42fefa39f3p-2, 0x1.133014f0f271fp-56}},
        {0.7071067811865475, {-0x1.62e42fefa39f1p-2, 0x1.8d8f957c3d43cp-57}},
        {0.7071067811865476, {-0x1.62e42fefa39eep-2, 0x1.716fdfdbc882ep-60}},
        {0.7071067811865477, {-0x1.62e42fefa39ebp-2, -0x1.31339d854b24p-57}},
        {2.0000000000000004, {0x1.62e42fefa39f1p-1, 0x1.abc9e3b398037p-56}},
        {1.9999999999999998, {0x1.62e42fefa39eep-1, 0x1.abc9e3b39803dp-56}},
        {3.99, {0x1.6240246136f65p+0, 0x1.fd840b573fedap-60}},
        {1e+300, {0x1.5963447f87fb5p+9, 0x1.abccc0710fcd4p-46}},
        {1e-300, {-0x1.5963447f87fb5p+9, -0x1.aa670d35324e6p-46}},
        {1.7976931348623157e+308, {0x1.62e42fefa39efp+9, 0x1.a9c9e3b39803fp-46}},
        {2.2250738585072014e-308, {-0x1.6232bdd7abcd2p+9, -0x1.eef3fec1be37fp-46}},
        {2.225073858507201e-308, {-0x1.6232bdd7abcd2p+9, -0x1.f2f3fec1be37fp-46}},
        {5e-324, {-0x1.74385446d71c3p+9, -0x1.8e569fa8ee781p-45}},
        {1.5e-323, {-0x1.73abb4f301b42p+9, 0x1.0db069b486652p-46}},
        {6e-310, {-0x1.64013b3507ff8p+9, -0x1.240058e77ba2ep-47}},
    };
    for (size_t i = 0; i < COUNT(table); i++)
        check_near(cnn_pair_log(table[i].x), table[i].right, 0x1p-99, table[i].x);
}

/* e^ln x is x, and ln e^x is x, whatever the double. */
static void inverses(void **state) {
    (void)state;
    for (int i = 0; i < RANDOMS / 20; i++) {
        const double x = i % 2 == 0 ? fabs(random_double())
                                    : 1 + ldexp((double)(random_word() >> 11), -53 - i % 53);
        int n;
        if (x < DBL_MIN)
            continue;
        const struct pair log_x = cnn_pair_log(x), m = cnn_pair_exp(log_x, &n);
        /* The error of ln x is one of e^ln x in units of x. */
        const double most = 0x1p-96 * fmax(1, fabs(log_x.hi));
        const struct pair half = cnn_pair_scale(m, n - 1), right = cnn_pair_of(x / 2);
        if (!(error_of(half, right) <= most))
            fail_msg("e^ln %a is wrong by 2^%.1f", x, log2(error_of(half, right)));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_one_double),
        cmocka_unit_test(sums_are_exact),
        cmocka_unit_test(operations),
        cmocka_unit_test(fractions),
        cmocka_unit_test(scales),
        cmocka_unit_test(rounds),
        cmocka_unit_test(rounds_every_quarter),
        cmocka_unit_test(roots),
        cmocka_unit_test(exponentials),
        cmocka_unit_test(exponentials_of_pairs),
        cmocka_unit_test(logarithms),
        cmocka_unit_test(inverses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
