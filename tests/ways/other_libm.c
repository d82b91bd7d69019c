/* A libm that is as good as any in use, and rounds otherwise wherever it may: each function gives
 * the other of the two doubles beside the true value, which a long double has in sight; what is
 * exact, 0 or infinite stays. Loaded before the system's, it shows which digits are libm's. */
#include <math.h>

static double other(long double value) {
    double nearest = (double)value;
    if (!isfinite(nearest) || nearest == 0 || nearest == value)
        return nearest;
    return nextafter(nearest, nearest < value ? INFINITY : -INFINITY);
}

#define OTHER(name)                                                                                \
    double name(double x) {                                                                        \
        return other(name##l(x));                                                                  \
    }

OTHER(cos)
OTHER(exp)
OTHER(log)
OTHER(log1p)
OTHER(sin)
OTHER(tan)
OTHER(tanh)

double pow(double x, double y) {
    return other(powl(x, y));
}
