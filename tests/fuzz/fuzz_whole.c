/* fuzz_whole.c: whole numbers and what is made of them. The first byte of the input says what is
 * asked, the rest are the numbers: a byte for how large, and so many bytes.
 * What must hold:
 *   text       read as 128 bits have it, written as printf does
 *   windows    as the law gives in 128 bits; where there are few, as those that are counted
 *   transposed the same law; and a conv layer leads back
 *   counts     the products of 128 bits, or beyond
 *   fit        the solutions of a search through all within the bounds, in order; among large
 *              sizes the layer that was hidden is found, and each that is gives the size */
#include "cnncalc.h"
#include "printed.h"

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* ---- Numbers ------------------------------------------------------------------------------- */

__extension__ typedef __int128 wide;

#define BEYOND ((wide)CNN_MAX + 1) /* and all that is larger */

struct bytes {
    const uint8_t *at, *end;
};

static uint64_t take(struct bytes *from, int count) {
    uint64_t word = 0;
    for (; count > 0; count--)
        word = word << 8 | (from->at < from->end ? *from->at++ : 0);
    return word;
}

static int64_t between(struct bytes *from, int64_t least, int64_t most) {
    return least + (int64_t)(take(from, 1) % (uint64_t)(most - least + 1));
}

/* Small, of so many bits, near a power of two, near a part of the largest. */
static int64_t number(struct bytes *from, int64_t least) {
    const unsigned how = (unsigned)take(from, 1), bits = how % 63 + 1;
    const uint64_t most = UINT64_MAX >> (64 - bits);
    uint64_t value;

    if (how < 128)
        value = how % 16;
    else if (how < 192)
        value = take(from, (int)(bits + 7) / 8) & most;
    else if (how < 224)
        value = (most - take(from, 1) % 8) & (uint64_t)CNN_MAX;
    else
        value = (uint64_t)CNN_MAX / (how % 16 + 1) - take(from, 1) % 4;
    return (int64_t)value < least ? least : (int64_t)value;
}

static wide plus(wide a, wide b) {
    return a + b > CNN_MAX ? BEYOND : a + b;
}

static wide times(wide a, wide b) {
    return a * b > CNN_MAX ? BEYOND : a * b;
}

static bool is(int64_t value, wide expected) {
    return value == (expected >= BEYOND ? -1 : (int64_t)expected);
}

/* ---- Text ---------------------------------------------------------------------------------- */

static void check_text(const char *text, size_t length) {
    wide expected = 0;
    int64_t value = -1;
    bool digits = length > 0;

    for (size_t i = 0; i < length; i++) {
        digits = digits && text[i] >= '0' && text[i] <= '9';
        expected = digits ? plus(times(expected, 10), text[i] - '0') : -1;
    }
    const cnn_code code = cnn_read_whole(text, length, &value);
    demand(code == (!digits ? CNN_NOT_WHOLE : expected == BEYOND ? CNN_TOO_LARGE : CNN_OK));
    demand(is(value, digits ? expected : -1));
}

#define DIGITS_MOST 22

static void ask_text(struct bytes *from) {
    static const char others[] = "+- .x:/\t";
    char text[DIGITS_MOST];
    const size_t length = (size_t)take(from, 1) % (DIGITS_MOST + 1);

    for (size_t i = 0; i < length; i++) {
        const uint64_t byte = take(from, 1);
        text[i] = byte < 250 ? (char)('0' + byte % 10) : others[byte % sizeof others];
    }
    check_text(text, length);
}

/* The input as it stands. */
static void ask_typed(struct bytes *from) {
    check_text((const char *)from->at, (size_t)(from->end - from->at));
}

/* Around a number, which its own text gives back. */
static void ask_written(struct bytes *from) {
    char text[CNN_TEXT], expected[CNN_TEXT];
    int64_t value = number(from, 0), back = -1;

    if (take(from, 1) % 2 != 0)
        value = -value - (value > 0 ? (int64_t)take(from, 1) % 2 : 0);
    const size_t length = cnn_write_whole(value, text);
    snprintf(expected, sizeof expected, "%" PRId64, value);
    demand(strcmp(text, expected) == 0 && length == strlen(text));
    if (value >= 0)
        demand(cnn_read_whole(text, length, &back) == CNN_OK && back == value);
}

/* ---- Windows ------------------------------------------------------------------------------- */

static cnn_axis take_axis(struct bytes *from) {
    cnn_axis axis = {.W = number(from, 1), .F = number(from, 1), .S = number(from, 1)};
    const uint64_t how = take(from, 1);

    axis.d = how % 2 == 0 ? 1 : number(from, 1);
    axis.begin = how % 4 < 2 ? 0 : number(from, 0);
    axis.end = how % 8 < 4 ? axis.begin : number(from, 0);
    axis.output_pad = how % 16 < 8 ? 0 : number(from, 0);
    return axis;
}

struct law {
    cnn_code code;
    wide out, begin, end, unused;
};

static wide extent(const cnn_axis *axis) {
    return (wide)axis->d * (axis->F - 1) + 1;
}

static wide larger(wide a, wide b) {
    return a > b ? a : b;
}

/* `same` pads so that there are so many windows, the odd cell where it says. */
static struct law pad_to(wide out, wide total, cnn_padding padding, wide unused) {
    const wide begin = padding == CNN_SAME ? total / 2 : total - total / 2;
    return (struct law){out > CNN_MAX ? CNN_BEYOND : CNN_OK, out, begin, total - begin, unused};
}

static wide unused_of(const cnn_axis *axis, wide begin, wide out) {
    const wide left = axis->W + begin - ((out - 1) * axis->S + extent(axis));
    return left < 0 ? 0 : left > axis->W ? axis->W : left;
}

static struct law law_of(const cnn_axis *axis, cnn_padding padding, cnn_round round) {
    const wide W = axis->W, S = axis->S, E = extent(axis);
    const wide span = W - E + axis->begin + axis->end;

    if (E > CNN_MAX)
        return (struct law){.code = CNN_BEYOND};
    if (padding != CNN_PADDED) {
        const wide out = (W + S - 1) / S, total = larger((out - 1) * S + E - W, 0);
        const wide begin = padding == CNN_SAME ? total / 2 : total - total / 2;
        return pad_to(out, total, padding, unused_of(axis, begin, out));
    }
    if (span < 0)
        return (struct law){.code = CNN_TOO_WIDE};
    const bool rest = span % S != 0, within = (span / S + 1) * S < W + axis->begin;
    const bool more = rest && (round == CNN_FULL || (round == CNN_CEIL && within));
    const wide out = span / S + 1 + more;
    const cnn_code code = out > CNN_MAX                ? CNN_BEYOND
                          : rest && round == CNN_EXACT ? CNN_UNEVEN
                                                       : CNN_OK;
    return (struct law){code, out, axis->begin, axis->end, unused_of(axis, axis->begin, out)};
}

#define SLID 40 /* windows at most */

/* Windows are laid one after another as long as they have room. */
static void check_slid(const cnn_axis *axis, cnn_round round, const cnn_windows *w) {
    const wide stop = (wide)axis->W + axis->begin + axis->end;
    wide at = 0;
    int64_t count = 0;

    for (; at + extent(axis) <= stop && count <= SLID; at += axis->S)
        count++;
    if (count == 0 || count > SLID)
        return;
    const bool ends = at - axis->S + extent(axis) == stop;
    const bool more =
        !ends && (round == CNN_FULL || (round == CNN_CEIL && at < (wide)axis->W + axis->begin));
    demand(w->out == count + more);
}

static void ask_windows(struct bytes *from) {
    const cnn_padding padding = (cnn_padding)(take(from, 1) % 6 % 3);
    const cnn_round round = (cnn_round)(take(from, 1) % 4);
    const cnn_axis axis = take_axis(from);
    const struct law law = law_of(&axis, padding, round);
    cnn_windows w;

    demand(cnn_window(&axis, padding, round, &w) == law.code);
    demand(is(w.E, extent(&axis)));
    if (law.code == CNN_BEYOND)
        demand(w.E < 0 || w.out < 0);
    if (law.code != CNN_OK && law.code != CNN_UNEVEN)
        return;
    demand(w.out == law.out && w.begin == law.begin && w.end == law.end);
    demand(w.unused == law.unused);
    if (padding != CNN_PADDED)
        return;
    demand((wide)w.steps * axis.S + w.rest == axis.W - w.E + (wide)axis.begin + axis.end);
    demand(w.rest >= 0 && w.rest < axis.S);
    check_slid(&axis, round, &w);
}

/* ---- Transposed windows -------------------------------------------------------------------- */

static struct law transposed_law(const cnn_axis *axis, cnn_padding padding) {
    const wide W = axis->W, S = axis->S, E = extent(axis);

    if (axis->output_pad >= larger(S, axis->d))
        return (struct law){.code = CNN_WIDE_OUTPUT_PAD};
    if (E > CNN_MAX)
        return (struct law){.code = CNN_BEYOND};
    if (padding != CNN_PADDED)
        return pad_to(W * S, larger(E - S, 0), padding, 0);
    const wide out = S * (W - 1) + E - axis->begin - axis->end + axis->output_pad;
    const cnn_code code = out < 1 ? CNN_EMPTY : out > CNN_MAX ? CNN_BEYOND : CNN_OK;
    return (struct law){code, out, axis->begin, axis->end, 0};
}

static void ask_transposed(struct bytes *from) {
    const cnn_padding padding = (cnn_padding)(take(from, 1) % 6 % 3);
    const cnn_axis axis = take_axis(from);
    const struct law law = transposed_law(&axis, padding);
    cnn_windows w, back;

    demand(cnn_window_transposed(&axis, padding, &w) == law.code);
    if (law.code != CNN_OK)
        return;
    demand(w.out == law.out && w.begin == law.begin && w.end == law.end);
    demand(w.E == extent(&axis));
    cnn_axis conv = axis;
    conv.W = w.out;
    cnn_window(&conv, padding, CNN_FLOOR, &back);
    demand(is(back.out, plus(axis.W, padding == CNN_PADDED ? axis.output_pad / axis.S : 0)));
}

/* ---- Counts -------------------------------------------------------------------------------- */

static void check_count(const cnn_trace *trace, const char *name, wide expected) {
    const cnn_item *item = cnn_find(trace, name);

    demand(item != NULL && item->kind == (expected < BEYOND ? CNN_WHOLE : CNN_TOO_MANY));
    demand(expected == BEYOND || item->whole[0] == expected);
}

static wide weights_of(const cnn_layer *layer) {
    wide weights = times(layer->K, layer->C / layer->G);
    for (int i = 0; i < layer->dims; i++)
        weights = times(weights, layer->axis[i].F);
    return weights;
}

static void check_counts(const cnn_layer *layer, const cnn_trace *trace) {
    const wide weights = weights_of(layer), biases = layer->bias ? layer->K : 0;
    wide windows = 1, cells = 1, seen = layer->C / layer->G;

    for (int i = 0; i < layer->dims; i++) {
        const cnn_axis *axis = &layer->axis[i];
        windows = times(windows, (layer->transposed ? transposed_law(axis, layer->padding)
                                                    : law_of(axis, layer->padding, layer->round))
                                     .out);
        cells = times(cells, axis->W);
        seen = times(seen, axis->F);
    }
    const wide macs = times(layer->transposed ? cells : windows, weights);
    check_count(trace, "windows", windows);
    check_count(trace, "neurons", times(windows, layer->K));
    check_count(trace, "weights", weights);
    check_count(trace, "biases", biases);
    check_count(trace, "params", plus(weights, biases));
    check_count(trace, "macs", macs);
    check_count(trace, "flops", times(2, macs));
    if (!layer->transposed)
        check_count(trace, "connections", seen);
}

static cnn_layer take_layer(struct bytes *from) {
    const uint64_t how = take(from, 1);
    cnn_layer layer = cnn_layer_of(1 + (int)(how % 3));

    layer.padding = (cnn_padding)(how / 3 % 3);
    layer.round = CNN_FLOOR + (how / 9 % 3);
    layer.transposed = how / 27 % 2 != 0;
    layer.bias = how / 54 % 2 != 0;
    layer.G = how / 108 != 0 ? between(from, 1, 4) : 1;
    layer.K = number(from, 1);
    layer.C = number(from, 1);
    for (int i = 0; i < layer.dims; i++) {
        layer.axis[i] = take_axis(from);
        layer.axis[i].output_pad = 0;
    }
    return layer;
}

static void ask_counts(struct bytes *from) {
    const cnn_layer layer = take_layer(from);
    cnn_item items[CNN_LAYER_ITEMS];
    cnn_trace trace = {.items = items, .capacity = CNN_LAYER_ITEMS};
    const cnn_error error = cnn_conv(&layer, &trace);
    const bool divides = layer.C % layer.G == 0 && layer.K % layer.G == 0;

    demand(error.code != CNN_NO_ROOM && (error.code != CNN_OK || divides));
    if (error.code == CNN_OK)
        check_counts(&layer, &trace);
    trace.given = trace.working = true;
    demand(cnn_conv(&layer, &trace).code == error.code);
    demand(cnn_params(&layer, &trace).code == (divides ? CNN_OK : CNN_UNGROUPED));
    if (divides)
        check_count(&trace, "params", plus(weights_of(&layer), layer.bias ? layer.K : 0));
}

/* ---- The inverse question ------------------------------------------------------------------ */

/* What a solution gives, 0 where it does not fit. */
static wide made(const cnn_axis *axis, const cnn_fit *fit) {
    const struct law law = fit->transposed ? transposed_law(axis, fit->padding)
                                           : law_of(axis, fit->padding, fit->round);
    return law.code == CNN_OK ? law.out : 0;
}

static bool same_layer(const cnn_axis *a, const cnn_axis *b, bool padded) {
    return a->W == b->W && a->F == b->F && a->S == b->S &&
           (!padded || (a->begin == b->begin && a->end == b->end));
}

/* A conv, pool or transposed layer, and a question that it answers. */
static cnn_fit take_fit(struct bytes *from, const cnn_axis *hidden) {
    const uint64_t how = take(from, 1), known = take(from, 1);
    cnn_fit fit = {.axis = *hidden,
                   .padding = how % 4 == 0 ? (cnn_padding)(how / 4 % 3) : CNN_PADDED,
                   .round = (cnn_round)(how / 16 % 4),
                   .transposed = how / 64 == 0};

    fit.F = known & 1 ? hidden->F : 0;
    fit.S = known & 2 ? hidden->S : 0;
    fit.has_P = (known & 4) != 0 || fit.padding != CNN_PADDED;
    fit.F_most = hidden->F + (known & 8 ? 1 : 0);
    fit.W = known & 16 ? hidden->W : 0;
    if (fit.transposed)
        fit.round = CNN_EXACT;
    if (!fit.transposed)
        fit.axis.output_pad = 0;
    return fit;
}

/* Everything within the bounds, one after another, until the solutions end too. */
static void search_all(const cnn_fit *question) {
    cnn_fit fit = *question;
    cnn_axis axis = fit.axis;
    const int64_t F_last = fit.F != 0 ? fit.F : fit.F_most;

    cnn_fit_begin(&fit);
    for (axis.F = fit.F != 0 ? fit.F : 1; axis.F <= F_last; axis.F++) {
        const int64_t S_last = question->S != 0 ? question->S : axis.F;
        const int64_t P_last = question->has_P ? 0 : axis.F / 2;
        for (axis.S = question->S != 0 ? question->S : 1; axis.S <= S_last; axis.S++)
            for (int64_t P = 0; P <= P_last; P++) {
                if (!question->has_P)
                    axis.begin = axis.end = P;
                const wide last = question->W != 0 ? question->W
                                  : fit.transposed ? question->O + axis.begin + axis.end
                                                   : (wide)question->O * axis.S + extent(&axis);
                for (axis.W = question->W != 0 ? question->W : 1; axis.W <= last; axis.W++) {
                    const wide out = made(&axis, question);
                    if (out == 0 || (question->O != 0 && out != question->O))
                        continue;
                    demand(cnn_fit_next(&fit) && fit.out == out);
                    demand(same_layer(&fit.axis, &axis, fit.padding == CNN_PADDED));
                }
            }
    }
    demand(!cnn_fit_next(&fit));
}

static void ask_fit(struct bytes *from) {
    const cnn_axis hidden = {.W = between(from, 1, 20),
                             .F = between(from, 1, 5),
                             .S = between(from, 1, 6),
                             .d = 1 + between(from, 0, 8) / 7,
                             .begin = between(from, 0, 3),
                             .end = between(from, 0, 3),
                             .output_pad = between(from, 0, 3)};
    cnn_fit fit = take_fit(from, &hidden);

    fit.O = between(from, fit.W == 0 ? 1 : 0, 9);
    search_all(&fit);
}

static bool after(const cnn_axis *a, const cnn_axis *b) {
    return a->F != b->F           ? a->F > b->F
           : a->S != b->S         ? a->S > b->S
           : a->begin != b->begin ? a->begin > b->begin
                                  : a->W > b->W;
}

/* The hidden layer, whatever is large of it, is among the solutions. */
static void ask_hidden(struct bytes *from) {
    cnn_axis hidden = {.W = number(from, 1), .F = between(from, 1, 12), .d = number(from, 1)};

    hidden.S = between(from, 1, hidden.F);
    hidden.begin = hidden.end = between(from, 0, hidden.F / 2);
    hidden.output_pad = between(from, 0, 3);
    cnn_fit fit = take_fit(from, &hidden);
    const wide out = made(&hidden, &fit);
    if (out == 0)
        return;
    fit.O = fit.W == 0 || take(from, 1) % 4 != 0 ? (int64_t)out : 0;
    const bool padded = fit.padding == CNN_PADDED;
    cnn_axis before = {0};
    cnn_fit_begin(&fit);
    do {
        demand(cnn_fit_next(&fit));
        demand(made(&fit.axis, &fit) == fit.out && (fit.O == 0 || fit.out == fit.O));
        demand(!padded || after(&fit.axis, &before));
        before = fit.axis;
    } while (!same_layer(&fit.axis, &hidden, padded));
}

/* ---- One input ----------------------------------------------------------------------------- */

typedef void way(struct bytes *);

/* A search takes as long as a hundred windows. */
static way *const ways[] = {ask_text,       ask_typed,      ask_written, ask_windows,
                            ask_windows,    ask_windows,    ask_windows, ask_windows,
                            ask_transposed, ask_windows,    ask_windows, ask_transposed,
                            ask_windows,    ask_transposed, ask_counts,  ask_hidden};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct bytes from = {data, data + size};
    const uint64_t how = take(&from, 1);

    (how == 0xff ? ask_fit : ways[how % (sizeof ways / sizeof *ways)])(&from);
    return 0;
}
