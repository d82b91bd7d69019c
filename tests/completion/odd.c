/* The completion of a program whose help has every character that a shell reads as more than
 * itself. Usage: completion_odd bash|zsh|fish|text; the last prints the help alone. */
#include "completion.h"

#include <string.h>
#include <unistd.h>

#define ODD                                                                                        \
    "it's [a] \"b\": \\c \\' $HOME ${HOME} $(id) `id` %d %F{red} {x,y} <z> *?~#!&|;^@ --end]:"

static const struct row odd_row = {
    .name = "odd", .letter = 'x', .kind = KIND_TEXT, .value = "ODD", .help = ODD};
static const struct row *const rows[] = {&odd_row, NULL};
static const struct field fields[] = {{.name = "odd", .help = ODD}, {.name = NULL}};
static const struct command odd = {.name = "odd", .summary = ODD, .rows = rows, .fields = fields};
static const struct command *const commands[] = {&odd, NULL};

static ptrdiff_t write_fd(void *state, int fd, const void *bytes, size_t size) {
    (void)state;
    return write(fd, bytes, size);
}

int main(int argc, char **argv) {
    static const struct outside outside = {.write = write_fd};
    const char *shell = argc == 2 ? argv[1] : "";
    struct out out;

    out_open(&out, &outside, 1);
    if (strcmp(shell, "bash") == 0)
        complete_bash(commands, &out);
    else if (strcmp(shell, "zsh") == 0)
        complete_zsh(commands, &out);
    else if (strcmp(shell, "fish") == 0)
        complete_fish(commands, &out);
    else
        out_text(&out, ODD "\n");
    out_flush(&out);
    return out.error != 0;
}
