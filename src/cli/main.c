/* cnncalc: a calculator for convolutional networks and backpropagation.
 *
 * A map of the program:
 *
 *     src/core/             libcnncalc: the arithmetic, without input or output
 *       cnncalc.h           its public face, which reads as a formula sheet
 *       trace.c hash.h      named values: what was given, each step, each result
 *       whole.h             exact sums and products of counts
 *       window.c            one axis: sizes, padding, rounding
 *       law.h               their law, for what is proved
 *       size.c              a layer's axes together, and the working of its size
 *       layer.c             volumes, parameters, multiply-accumulates
 *       fit.c between.c     the inverse: layers that turn one size into another
 *       refit.c             what would fit in place of a layer that does not
 *       net.c kind.c        a network layer by layer: sizes, counts
 *       field.c spans.c     what each unit sees of the input
 *       place.h inputs.h    places on an axis; the inputs of a layer
 *       net_trace.c         a network's layer as named values
 *       sheet.c             the sigmoid and the complex layer, by hand
 *       glance.c quick.c accurate.c  their true values, in numbers of 64, 128, 512 bits
 *       reals.h number.h closed.h  one after another; such numbers; closed forms
 *       wide.h binary.h     words of 128 bits; the bits of a double
 *       elementary.h constants.h  exp, log and roots, for the first two
 *       descend.c           steps of gradient descent
 *       expr.c build.c node.c  an expression -> nodes, each of them once
 *       gate.c              one row per gate
 *       backprop.c          the forward and the backward pass, over rows
 *       names.c worksheet.c  the names of gates; all of them as named values
 *       decimal*.c powers.c text <-> number, exact both ways
 *     src/cli/              the program: the only part that prints
 *       main.c              the outside world
 *       program.c run.h commands.h  first word -> command; status; messages
 *       options.c           from words to a question
 *       rows.c values.c     option rows and the one function that sets them
 *       nearest.c           the name that was meant
 *       wanted.c            which values are asked for
 *       answer.c json.c     plain answers, -o, -a, --expect; --json
 *       formula.c explain.h formulas with their values: lines of working
 *       gate_tables.c       the forward and the backward pass as tables
 *       help.c              help, from the rows
 *       lines.c             a file's lines and their words
 *       columns.c batch.c   many questions
 *       plain.c             rows of plain numbers, the short way
 *       completion.c        completion: what a shell may offer
 *       complete_bash.c complete_zsh.c complete_fish.c  the scripts that do
 *       out.c text.c room.c  output, short texts, memory
 *       fault.c             an error as one sentence, its hints, its status
 *       layers.c layer_made.c  convout, params, pool; their options to a layer
 *       worked_layer.c      its worked solution
 *       remedy.c change.c   a layer that does not fit: the sentence, what would
 *       misfit.c            the same, worked out
 *       draw.c strip.c      its windows as a picture
 *       gradients.c         sigmoid-grad, complex-grad
 *       worksheet.c fields.c  an expression and its variables' values; its fields
 *       syntax.c blame.c    what is wrong with it; which gate is not finite
 *       fit.c               fit
 *       grad.c              grad
 *       dot.c numpy.c graphs.h  its graph for Graphviz, its function for NumPy
 *       check.c             gradients beside central differences
 *       descent.c steps.c   gdstep; its steps one by one
 *       net.c               net: forms of its answer
 *       network.c labels.c  a network from its file
 *       kinds.c layer_line.c layer_told.c  a layer from its line
 *       misplaced.c         a layer that does not go with what is above it
 *       net_table.c worked_net.c worked_totals.c net_dot.c  table, working, graph
 */
#include "program.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

static ptrdiff_t read_fd(void *state, int fd, void *buffer, size_t size) {
    (void)state;
    ssize_t n = read(fd, buffer, size);
    return n < 0 ? -errno : n;
}

static ptrdiff_t write_fd(void *state, int fd, const void *bytes, size_t size) {
    (void)state;
    ssize_t n = write(fd, bytes, size);
    return n < 0 ? -errno : n;
}

static int open_path(void *state, const char *path) {
    (void)state;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    return fd < 0 ? -errno : fd;
}

static void close_fd(void *state, int fd) {
    (void)state;
    close(fd);
}

static bool is_one_file(int a, int b) {
    struct stat of_a, of_b;
    return fstat(a, &of_a) == 0 && fstat(b, &of_b) == 0 && of_a.st_dev == of_b.st_dev &&
           of_a.st_ino == of_b.st_ino;
}

int main(int argc, char **argv) {
    const struct outside outside = {NULL,      read_fd,  write_fd,
                                    open_path, close_fd, is_one_file(1, 2)};

    signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is a write that fails */
    return program_run(argc, argv, &outside);
}
