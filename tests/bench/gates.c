/* gates.c: expressions through the library, for tests/bench/gates.sh.
 *     gates rows     the complex layer and both its gradients over a million rows, through the
 * gates and by a loop written by hand, in turn; the best of several runs gates long N   an
 * expression of that many gates, read, evaluated and differentiated; the best of several runs, and
 * the largest resident size */
#include "cnncalc.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#define ROWS      1000000
#define BLOCK     1024
#define RUNS      9
#define LONG_RUNS 3

static const char layer[] = "ln(x)*sigmoid(sqrt(y))/sigmoid((x+y)^2)";

struct table {
    double *x, *y, *out, *fx, *fy;
};

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void *room(size_t bytes) {
    void *memory = calloc(1, bytes);
    if (memory == NULL) {
        fputs("no memory\n", stderr);
        exit(1);
    }
    return memory;
}

static struct table make_table(void) {
    struct table t = {room(ROWS * sizeof(double)), room(ROWS * sizeof(double)),
                      room(ROWS * sizeof(double)), room(ROWS * sizeof(double)),
                      room(ROWS * sizeof(double))};
    for (int i = 0; i < ROWS; i++) {
        t.x[i] = 0.5 + (double)(i % 1000) / 500;
        t.y[i] = 0.25 + floor(i / 1000.0) / 250;
    }
    return t;
}

/* ---- By hand ------------------------------------------------------------------------------- */

static double sigmoid(double z) {
    return 1 / (1 + exp(-z));
}

static void by_hand(struct table *t) {
    for (int k = 0; k < ROWS; k++) {
        double x = t->x[k], y = t->y[k];
        double a = log(x), b = sqrt(y), c = sigmoid(b), d = a * c;
        double g = x + y, h = g * g, i = sigmoid(h), j = 1 / i;
        double fi = d * (-1 / (i * i)), fh = fi * i * (1 - i), fg = fh * 2 * g;
        double fa = j * c, fc = j * a, fb = fc * c * (1 - c);
        t->out[k] = d * j;
        t->fx[k] = fg + fa / x;
        t->fy[k] = fg + fb / (2 * b);
    }
}

/* ---- Through the gates --------------------------------------------------------------------- */

static void read_expression(cnn_graph *graph, const char *text) {
    if (cnn_expression(graph, room(cnn_expression_bytes(strlen(text))), text, strlen(text)).code !=
        CNN_OK)
        exit(1);
}

static void through_gates(cnn_graph *graph, struct table *t) {
    for (size_t from = 0; from < ROWS; from += BLOCK) {
        size_t rows = ROWS - from < BLOCK ? ROWS - from : BLOCK, bytes = rows * sizeof(double);
        memcpy(cnn_values(graph, graph->variables[0]), t->x + from, bytes);
        memcpy(cnn_values(graph, graph->variables[1]), t->y + from, bytes);
        cnn_forward(graph, rows);
        cnn_backward(graph, rows);
        for (size_t row = 0; row < rows; row++)
            if (!cnn_has_values(graph, row) || !cnn_has_gradients(graph, row))
                exit(1);
        memcpy(t->out + from, cnn_values(graph, graph->output), bytes);
        memcpy(t->fx + from, cnn_gradients(graph, graph->variables[0]), bytes);
        memcpy(t->fy + from, cnn_gradients(graph, graph->variables[1]), bytes);
    }
}

static double farthest(const double *a, const double *b) {
    double worst = 0;
    for (int i = 0; i < ROWS; i++)
        worst = fmax(worst, fabs(a[i] - b[i]));
    return worst;
}

static void compare(void) {
    cnn_graph graph;
    struct table t = make_table(), u = make_table();
    double gates = INFINITY, hand = INFINITY;

    read_expression(&graph, layer);
    cnn_rows(&graph, room(cnn_rows_bytes(&graph, BLOCK)), BLOCK);
    for (int run = 0; run < RUNS; run++) {
        double start = now();
        through_gates(&graph, &t);
        double middle = now();
        by_hand(&u);
        gates = fmin(gates, middle - start);
        hand = fmin(hand, now() - middle);
    }
    printf("gates %.1f ns a row, by hand %.1f ns, ratio %.2f; farthest apart %.2g %.2g %.2g\n",
           gates * 1e9 / ROWS, hand * 1e9 / ROWS, gates / hand, farthest(t.out, u.out),
           farthest(t.fx, u.fx), farthest(t.fy, u.fy));
}

/* ---- A long expression --------------------------------------------------------------------- */

/* x*2+x*3+...: a product and a sum for each term, none of them alike. */
static char *long_text(int gates) {
    char *text = room((size_t)gates * 8 + 16), *at = text;

    for (int i = 0; i <= gates / 2; i++)
        at += sprintf(at, "%sx*%d", i > 0 ? "+" : "", i + 2);
    return text;
}

/* Gives the seconds that it takes. */
static double differentiate(const char *text, size_t *gates, double *gradient) {
    cnn_graph graph;
    double start = now();
    size_t length = strlen(text);
    void *memory = malloc(cnn_expression_bytes(length));

    if (memory == NULL || cnn_expression(&graph, memory, text, length).code != CNN_OK)
        exit(1);
    void *rows = room(cnn_rows_bytes(&graph, 1));
    cnn_rows(&graph, rows, 1);
    *cnn_values(&graph, graph.variables[0]) = 1;
    cnn_forward(&graph, 1);
    cnn_backward(&graph, 1);
    double seconds = now() - start;
    *gradient = *cnn_gradients(&graph, graph.variables[0]);
    *gates = 0;
    for (int32_t i = 0; i < graph.node_count; i++)
        *gates += graph.nodes[i].gate != NULL;
    free(rows);
    free(memory);
    return seconds;
}

static void long_expression(int told) {
    char *text = long_text(told);
    double best = INFINITY, gradient = 0;
    size_t gates = 0;
    struct rusage used;

    for (int run = 0; run < LONG_RUNS; run++)
        best = fmin(best, differentiate(text, &gates, &gradient));
    getrusage(RUSAGE_SELF, &used);
    printf("gates %zu text %zu B, %.3f s, resident %ld kB, gradient %.17g\n", gates, strlen(text),
           best, used.ru_maxrss, gradient);
    free(text);
}

int main(int argc, char **argv) {
    long gates = argc == 3 && strcmp(argv[1], "long") == 0 ? strtol(argv[2], NULL, 10) : 0;

    if (argc == 2 && strcmp(argv[1], "rows") == 0) {
        compare();
    } else if (gates >= 2 && gates <= 10000000) {
        long_expression((int)gates);
    } else {
        fputs("usage: gates rows | gates long N\n", stderr);
        return 2;
    }
    return 0;
}
