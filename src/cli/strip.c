#include "strip.h"

/* ---- The axis as it is shown ----------------------------------------------------------------- */

/* Whether the numbers add up to no more than CNN_MAX. */
static bool sum_fits(const int64_t *numbers, int count) {
    int64_t room = CNN_MAX;

    for (int i = 0; i < count; i++) {
        if (numbers[i] > room)
            return false;
        room -= numbers[i];
    }
    return true;
}

/* The zeros go between, and the filter turns round: it begins with one cell on the input. Where no
 * padding is counted, a stride longer than the filter goes on after the last cell too. */
static bool spread_out(struct strip *strip, const cnn_axis *axis, cnn_padding padding,
                       const cnn_windows *w) {
    int64_t more = axis->output_pad;

    if (axis->W - 1 > (CNN_MAX - 1) / axis->S)
        return false;
    strip->spread = axis->S;
    strip->cells = (axis->W - 1) * axis->S + 1;
    if (padding != CNN_PADDED)
        more = axis->S > w->E ? axis->S - w->E : 0;
    const int64_t numbers[] = {strip->cells, w->E, w->E, w->begin, w->end, more, 1};
    if (!sum_fits(numbers, sizeof numbers / sizeof *numbers))
        return false;
    strip->begin = w->E - 1 - w->begin;
    strip->end = w->E - 1 - w->end + more;
    strip->S = 1;
    return true;
}

/* A window after the last whole stride, one that hangs or that the rounding adds, reaches S - rest
 * cells beyond the padded input. */
static bool slide_over(struct strip *strip, const cnn_axis *axis, const cnn_windows *w) {
    bool more = w->rest > 0 && (strip->hangs || strip->windows > w->steps + 1);
    const int64_t numbers[] = {axis->W, w->begin, w->end, w->E, more ? axis->S - w->rest : 0};

    strip->spread = 1;
    strip->cells = axis->W;
    strip->begin = w->begin;
    strip->end = w->end;
    strip->S = axis->S;
    return sum_fits(numbers, sizeof numbers / sizeof *numbers);
}

bool strip_of(struct strip *strip, const cnn_layer *layer, int axis) {
    const cnn_axis *of = &layer->axis[axis];
    cnn_windows w;
    cnn_code code = layer->transposed ? cnn_window_transposed(of, layer->padding, &w)
                                      : cnn_window(of, layer->padding, layer->round, &w);

    if (code != CNN_OK && code != CNN_UNEVEN && code != CNN_TOO_WIDE && code != CNN_EMPTY)
        return false;
    strip->d = of->d;
    strip->E = w.E;
    strip->windows = code == CNN_OK || code == CNN_UNEVEN ? w.out : 0;
    strip->hangs = code != CNN_OK;
    return layer->transposed ? spread_out(strip, of, layer->padding, &w)
                             : slide_over(strip, of, &w);
}

/* ---- Cells and windows ------------------------------------------------------------------------
 */

int64_t strip_start(const struct strip *strip, int64_t window) {
    return window * strip->S - strip->begin;
}

int64_t strip_stop(const struct strip *strip, int64_t window) {
    return strip_start(strip, window) + strip->E - 1;
}

bool strip_is_input(const struct strip *strip, int64_t cell) {
    return cell >= 0 && cell < strip->cells && cell % strip->spread == 0;
}

bool strip_is_beyond(const struct strip *strip, int64_t cell) {
    return cell >= strip->cells + strip->end;
}

/* ---- Cover ------------------------------------------------------------------------------------
 */

/* a*b mod m, without a product that may be too large; a is below m. */
static int64_t times_mod(int64_t a, int64_t b, int64_t m) {
    int64_t product = 0;

    for (; b > 0; b /= 2) {
        if (b % 2 == 1)
            product = product >= m - a ? product - (m - a) : product + a;
        a = a >= m - a ? a - (m - a) : a + a;
    }
    return product;
}

/* The greatest common divisor of a and m, and u with a*u = it (mod m): Euclid's algorithm, with
 * coefficients kept from 0 to m - 1. */
static int64_t divisor(int64_t a, int64_t m, int64_t *u) {
    int64_t rest = m, next = a % m, before = 0, now = 1;

    while (next != 0) {
        int64_t times = times_mod(rest / next % m, now, m);
        int64_t after = before >= times ? before - times : before + (m - times);
        int64_t remainder = rest % next;
        before = now;
        now = after;
        rest = next;
        next = remainder;
    }
    *u = before;
    return rest;
}

/* Window k has its filter's cells at start + kS + jd: so k S = cell - start (mod d), with k such
 * that the window reaches the cell. */
bool strip_covers(const struct strip *strip, int64_t cell) {
    int64_t at = cell + strip->begin, S = strip->S, d = strip->d, u;

    if (at < 0 || strip->windows == 0)
        return false;
    int64_t least = at < strip->E ? 0 : (at - strip->E) / S + 1;
    int64_t most = at / S < strip->windows - 1 ? at / S : strip->windows - 1;
    int64_t common = divisor(S, d, &u);
    if (at % common != 0 || least > most)
        return false;
    int64_t period = d / common;
    int64_t k = times_mod(at / common % period, u, period);
    return k <= most && most - (most - k) % period >= least;
}

bool strip_skips(const struct strip *strip) {
    int64_t u;
    return (strip->E - 1) / strip->d + 1 < strip->S || divisor(strip->S, strip->d, &u) > 1;
}
