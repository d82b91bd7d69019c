/* The worked solution of a network's totals. */
#include "explain.h"
#include "net.h"

#include <inttypes.h>
#include <string.h>

/* "34944 + 614656 = 649600", broken at 80 columns; what is 0 is left out. */
static void explain_sum(const struct network *network, const char *label, size_t member,
                        int64_t times, int64_t total, struct out *out) {
    size_t column = NET_LABEL_WIDTH;
    struct text text;
    int terms = 0;

    out_text(out, label);
    out_blanks(out, NET_LABEL_WIDTH - strlen(label));
    for (int32_t i = 0; i <= network->net.count; i++) {
        int64_t value = total;
        bool last = i == network->net.count;
        if (!last)
            memcpy(&value, (const char *)&network->net.layers[i] + member, sizeof value);
        value *= last ? 1 : times; /* which is part of the total, and so not beyond */
        if (last ? terms == 1 : value == 0)
            continue;
        text_clear(&text);
        text_add(&text, last && terms > 0 ? "= " : terms > 0 ? "+ " : "");
        text_whole(&text, value);
        if (column > NET_LABEL_WIDTH && column + 1 + text.length > LINE_WIDTH) {
            out_char(out, '\n');
            out_blanks(out, NET_LABEL_WIDTH);
            column = NET_LABEL_WIDTH;
        } else if (column > NET_LABEL_WIDTH) {
            out_char(out, ' ');
            column++;
        }
        column += text.length;
        terms++;
        explain_text(&text, out);
    }
    out_char(out, '\n');
}

/* Bytes of all outputs, of the parameters, and where most outputs are alive. */
static void explain_memory(const struct net_question *q, struct line *line, struct out *out) {
    const cnn_net *net = &q->network->net;
    struct text text;
    int32_t at = 0;

    explain_sum(q->network, "  memory", offsetof(cnn_net_layer, numbers), net->bytes,
                q->totals->memory, out);
    line->label = "";
    line->tail = " for the parameters";
    explain_item(line, cnn_find(line->trace, "param_memory"), 0, out);
    while (net->layers[at].alive != q->totals->peak)
        at++;
    text_clear(&text);
    text_format(&text, "  peak    %" PRId64 ", of outputs alive while ", q->totals->peak);
    network_refer(q->network, at, &text);
    text_add(&text, " runs\n");
    explain_text(&text, out);
}

void net_explain_totals(const struct question *question, const cnn_trace *trace, struct out *out) {
    const struct net_question *q = net_of(question);
    struct line line = {.trace = trace,
                        .label = "  flops",
                        .width = NET_LABEL_WIDTH,
                        .digits = working_digits(question)};

    out_text(out, "Total\n");
    explain_sum(q->network, "  params", offsetof(cnn_net_layer, params), 1, q->totals->params, out);
    explain_sum(q->network, "  macs", offsetof(cnn_net_layer, macs), 1, q->totals->macs, out);
    explain_item(&line, cnn_find(trace, "flops"), 0, out);
    if (q->dtype_told)
        explain_memory(q, &line, out);
}
