/* closed.h: the sheet's functions in closed forms, which hold where the gates leave the doubles.
 *
 * A template, as number.h is: besides that it stands on CLOSED, which names what it makes, and on
 * these functions, which add what their numbers are off by to what they are:
 *
 *     inverse(a)                1/a, for a > 0
 *     root(x, &inverse)         sqrt x, and 1/(sqrt x), of a double
 *     exponential(u)            e^-u, for u >= 0; 0 from 4096 on
 *     logarithm(x)              ln x, of a double */
#include "reals.h"

#include <math.h>

/* e^-|x| never overflows, and e/((1 + e)(1 + e)) is the derivative on both sides: it is even. */
bool CLOSED(sigmoid)(double x, double *out, double *fx) {
    const number e = exponential(of(fabs(x))), above = inverse(one_plus(e));
    const number sides[] = {above, times(e, above)}, slope = times(sides[1], above);
    const bool settled = settle(&sides[x < 0], out);
    return settle(&slope, fx) && settled;
}

/* With a = ln x, b = sqrt y, c = sigmoid(b), g = x + y and E = e^-(g^2):
 *
 *     out = a c (1 + E)
 *     fx = c ((1 + E)/x - 2 g E a)
 *     fy = a c ((1 - c)(1 + E)/(2 b) - 2 g E)
 *
 * and 1 - c = c e^-b. An E that is taken for 0 is below 2^-5900 of what it is added to or taken
 * from. The difference in fx takes a bit at most: for x > 1 the second term is below 1/5 of the
 * first, as 2 g^2 ln g e^-(g^2) is. That in fy, beside the curve on which it is 0, may take any
 * number. */
bool CLOSED(complex)(double x, double y, struct cnn_complex_values *values) {
    number inverse_b;
    const number b = root(y, &inverse_b), e = exponential(b), c = inverse(one_plus(e));
    const number a = logarithm(x), g = plus(of(x), of(y)), E = exponential(times(g, g));
    const number more = one_plus(E), slope = times(times_two_to(g, 1), E), ac = times(a, c);
    const number out = times(ac, more);
    const number fx = times(c, minus(times(more, inverse(of(x))), times(slope, a)));
    const number half = times(times(times(c, e), more), times_two_to(inverse_b, -1));
    const number fy = times(ac, minus(half, slope));
    const bool out_settled = settle(&out, &values->out), fx_settled = settle(&fx, &values->fx);
    const bool fy_settled = settle(&fy, &values->fy);
    if (x == 1)
        values->fy = 0; /* and not -0, whatever the sign of what ln 1 is multiplied by */
    return out_settled && fx_settled && fy_settled;
}
