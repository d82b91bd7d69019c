/* Numbers of about 106 bits: the unevaluated sum of two doubles, the second at most half a unit in
 * the last place of the first. Each operation errs by less than 2^-101. Algorithms: Dekker, "A
 * floating-point technique for extending the available precision" (1971); Joldes, Muller and
 * Popescu, "Tight and rigorous error bounds for basic building blocks of double-word arithmetic"
 * (2017). */
#ifndef PAIR_H
#define PAIR_H

struct pair {
    double hi, lo;
};

struct pair cnn_pair_of(double x);
struct pair cnn_pair_sum(double a, double b); /* exactly */
struct pair cnn_pair_add(struct pair a, struct pair b);
struct pair cnn_pair_subtract(struct pair a, struct pair b);
struct pair cnn_pair_times(struct pair a, struct pair b);
struct pair cnn_pair_over(struct pair a, struct pair b);

/* x = result * 2^*n, with a result from 1/2 to below 1, for a finite x > 0. */
double cnn_pair_fraction(double x, int *n);

/* a * 2^n, where that does not leave the doubles. */
struct pair cnn_pair_scale(struct pair a, int n);

/* The nearest double to a * 2^n, for n from -2044 to 2044. */
double cnn_pair_round(struct pair a, int n);

/* sqrt x, for x > 0. */
struct pair cnn_pair_sqrt(double x);

/* e^x = result * 2^*n, with a result between 1/2 and 2, for |x| up to 800. */
struct pair cnn_pair_exp(struct pair x, int *n);

/* ln x, for x > 0; relatively exact beside 1 too. */
struct pair cnn_pair_log(double x);

#endif
