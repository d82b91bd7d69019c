/* nearest.c: the answers to questions of every sort that may go wrong, against MPFR.
 *
 *     nearest [COUNT]      so many for each function, 100,000 unless told; in 15 minutes 10,000,000
 *
 * An answer must be the nearest double, sign of 0 included. The accurate numbers are asked what the
 * quick ones leave open, and a part of the rest; the quick ones all, whatever a glance settles. */
#include "../unit/doubles.h"
#include "oracle.h"
#include <float.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

static int wrong = 0;
static long glances = 0; /* settled so since it was last set to 0 */

static double uniform(double low, double high) {
    return low + (high - low) * ((double)(random_word() >> 11) * 0x1p-53);
}

static double log_uniform(double low, double high) {
    return pow(10, uniform(low, high));
}

static double with_sign(double x) {
    return random_below(2) == 0 ? x : -x;
}

/* A double some places from x. */
static double beside(double x) {
    return double_of(bits_of(x) + (uint64_t)random_below(9) - 4);
}

/* An odd whole number of up to so many bits. */
static double odd(int bits) {
    return (double)(random_word() >> (64 - 1 - random_below(bits)) | 1);
}

/* ---- The sigmoid --------------------------------------------------------------------------- */

static double magnitude(void) {
    return log_uniform(-320, 3.2);
}

static double any(void) {
    return fabs(random_double());
}

static double subnormal(void) {
    return double_of(random_word() >> 12);
}

static double moderate(void) {
    return uniform(0, 40);
}

static double near_0(void) {
    return log_uniform(-18, -4);
}

/* 1/2 + x/4 is in the middle of two doubles. */
static double tie_of_out(void) {
    return ldexp(odd(52), -52 - random_below(2));
}

/* 1/4 - x^2/16 is. */
static double tie_of_fx(void) {
    return ldexp(odd(26), -26 - random_below(2));
}

static double middle_of_out(void) {
    return beside(fabs(oracle_out_middle(uniform(0, 1))));
}

static double middle_of_fx(void) {
    return beside(oracle_fx_middle(random_below(2) ? uniform(0, 0.25) : log_uniform(-150, -1)));
}

static double edge(void) {
    static const double edges[] = {
        709.78, 709.782712893384,  708.3964185322641, 745.133219101941, 744.4400719213812, 745,
        746,    37.42994775023705, 36.7368005696771};
    return edges[random_below(COUNT(edges))] + uniform(-1, 1) * log_uniform(-13, 0);
}

static const struct {
    const char *name;
    double (*x)(void);
} sigmoid_sorts[] = {
    {"of every magnitude", magnitude},
    {"any double", any},
    {"subnormal", subnormal},
    {"moderate", moderate},
    {"near 0", near_0},
    {"where 1/2 + x/4 is a tie", tie_of_out},
    {"where 1/4 - x^2/16 is a tie", tie_of_fx},
    {"where out is nearly a tie", middle_of_out},
    {"where fx is nearly a tie", middle_of_fx},
    {"where a tail ends", edge},
};

static void fail(const char *what, double x, double y) {
    if (wrong++ < 20)
        printf("at x = %a, y = %a: %s\n", x, y, what);
}

static void expect(const char *name, double x, double y, double got, double right) {
    if (bits_of(got) == bits_of(right))
        return;
    if (wrong++ < 20)
        printf("at x = %a, y = %a: %s is %a, not %a\n", x, y, name, got, right);
}

static bool check_sigmoid(double x, bool both) {
    double right_out, right_fx, out, fx;
    if (!oracle_sigmoid(x, &right_out, &right_fx))
        fail("the oracle is silent", x, 0);
    if (cnn_glance_sigmoid(x, &out, &fx)) {
        glances++;
        expect("out, at a glance,", x, 0, out, right_out);
        expect("fx, at a glance,", x, 0, fx, right_fx);
    }
    const bool settled = cnn_quick_sigmoid(x, &out, &fx);
    if (settled) {
        expect("out", x, 0, out, right_out);
        expect("fx", x, 0, fx, right_fx);
    }
    if (settled && !both)
        return true;
    if (!cnn_accurate_sigmoid(x, &out, &fx))
        fail("not settled", x, 0);
    expect("out, accurately,", x, 0, out, right_out);
    expect("fx, accurately,", x, 0, fx, right_fx);
    return settled;
}

static void sigmoids(long count) {
    for (size_t sort = 0; sort < COUNT(sigmoid_sorts); sort++) {
        long quick = glances = 0;
        const long share = count / (long)COUNT(sigmoid_sorts);
        for (long i = 0; i < share; i++)
            quick += check_sigmoid(with_sign(sigmoid_sorts[sort].x()), i % 16 == 0);
        printf("%8ld x %s, %ld settled at a glance, %ld quickly\n", share, sigmoid_sorts[sort].name,
               glances, quick);
    }
}

/* ---- The complex layer --------------------------------------------------------------------- */

struct point {
    double x, y;
};

static struct point far_and_near(void) {
    return (struct point){log_uniform(-307, 308), log_uniform(-320, 308)};
}

static struct point plain(void) {
    return (struct point){log_uniform(-3, 1.5), log_uniform(-3, 1.5)};
}

static struct point beside_1(void) {
    const double x = random_below(2) ? 1 + with_sign(log_uniform(-17, -1)) : beside(1);
    const double ys[] = {log_uniform(-300, 3), uniform(0, 560000), uniform(0, 1)};
    return (struct point){x, ys[random_below(COUNT(ys))]};
}

static struct point large_y(void) {
    return (struct point){log_uniform(-307, 308), uniform(1, 560000)};
}

/* fy becomes subnormal, and 0. */
static struct point last_y(void) {
    return (struct point){log_uniform(-300, 300), uniform(480000, 560000)};
}

/* Where fy is 0, on one of the two branches of the curve. */
static struct point curve(void) {
    double x, y;
    do {
        x = random_below(4) ? uniform(0, 2.02) : log_uniform(-300, 0);
        const double middle = uniform(0, 2.02);
        y = random_below(2) ? oracle_zero(x, 1e-300, middle) : oracle_zero(x, middle, 4);
    } while (isnan(y));
    return (struct point){x, beside(y)};
}

/* x + y is beyond the largest double. */
static struct point huge(void) {
    return (struct point){uniform(DBL_MAX / 2, DBL_MAX), uniform(DBL_MAX / 2, DBL_MAX)};
}

/* fx passes the largest double at such an x. */
static struct point least(void) {
    return (struct point){beside(5.562684646268e-309) * uniform(0.8, 1.2), log_uniform(-20, 5)};
}

static struct point subnormals(void) {
    return random_below(2) ? (struct point){subnormal(), log_uniform(-1, 5)}
                           : (struct point){log_uniform(-300, 300), subnormal()};
}

/* (1 + sqrt(y)/2)/x is in the middle of two doubles, or as near as a double y takes it. */
static struct point tie(void) {
    const double root = ldexp(odd(26), -52);
    return (struct point){ldexp(1, -30 - random_below(900)), root * root};
}

static struct point middle(void) {
    const double x = log_uniform(-300, -20);
    return (struct point){x, oracle_layer_middle(x)};
}

/* The same where 1/x itself is 2^-80 from the middle, and y makes up for it exactly: with n a whole
 * number and r nearly sqrt(n*2^53), (2^53 + r + n)(2^53 - r) is 2^106 and a little. */
static struct point close_tie(void) {
    int64_t n, r, rest;
    do {
        n = 1 + random_below(1000);
        r = (int64_t)(sqrt((double)n) * sqrt(0x1p53) - (double)n / 2) - random_below(3);
        rest = n * (INT64_C(1) << 53) - r * (r + n);
    } while ((r + n) % 2 == 0 || rest <= 0 || rest >= 1 << 26);
    const double root = ldexp((double)rest, -105);
    return (struct point){ldexp((double)((INT64_C(1) << 53) - r), -53 - 60 - random_below(900)),
                          root * root};
}

static const struct {
    const char *name;
    struct point (*point)(void);
} complex_sorts[] = {
    {"of every magnitude", far_and_near},
    {"moderate", plain},
    {"x beside 1", beside_1},
    {"y to 560,000", large_y},
    {"where fy leaves the doubles", last_y},
    {"where fy is nearly 0", curve},
    {"x + y beyond the doubles", huge},
    {"where fx leaves the doubles", least},
    {"subnormal", subnormals},
    {"where (1 + b/2)/x is a tie, 1/x a power of 2", tie},
    {"where (1 + b/2)/x is nearly a tie", middle},
    {"where (1 + b/2)/x is a tie, 1/x nearly one", close_tie},
};

static void expect_all(struct point p, const struct cnn_complex_values *got,
                       const struct cnn_complex_values *right) {
    expect("out", p.x, p.y, got->out, right->out);
    expect("fx", p.x, p.y, got->fx, right->fx);
    expect("fy", p.x, p.y, got->fy, p.x == 1 ? 0 : right->fy); /* ln 1 is 0, and not -0 */
}

static bool check_complex(struct point p, bool both) {
    struct cnn_complex_values right, values;
    if (!oracle_complex(p.x, p.y, &right))
        fail("the oracle is silent", p.x, p.y);
    if (cnn_glance_complex(p.x, p.y, &values)) {
        glances++;
        expect_all(p, &values, &right);
    }
    const bool settled = cnn_quick_complex(p.x, p.y, &values);
    if (settled)
        expect_all(p, &values, &right);
    if (settled && !both)
        return true;
    if (!cnn_accurate_complex(p.x, p.y, &values))
        fail("not settled", p.x, p.y);
    expect_all(p, &values, &right);
    return settled;
}

static void complexes(long count) {
    for (size_t sort = 0; sort < COUNT(complex_sorts); sort++) {
        long quick = glances = 0;
        const long share = count / (long)COUNT(complex_sorts);
        for (long i = 0; i < share; i++)
            quick += check_complex(complex_sorts[sort].point(), i % 16 == 0);
        printf("%8ld x, y %s, %ld settled at a glance, %ld quickly\n", share,
               complex_sorts[sort].name, glances, quick);
    }
}

int main(int argc, char **argv) {
    const long count = argc > 1 ? strtol(argv[1], NULL, 10) : 100000;
    sigmoids(count);
    complexes(count);
    printf("%d wrong\n", wrong);
    return wrong != 0;
}
