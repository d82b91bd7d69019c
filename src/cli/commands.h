/* Every command. A new one is declared here and listed in program.c. */
#ifndef COMMANDS_H
#define COMMANDS_H

#include "options.h"

extern const struct command command_batch;
extern const struct command command_completion;
extern const struct command command_complex_grad;
extern const struct command command_convout;
extern const struct command command_fit;
extern const struct command command_gdstep;
extern const struct command command_grad;
extern const struct command command_net;
extern const struct command command_params;
extern const struct command command_pool;
extern const struct command command_sigmoid_grad;

/* All of them, in the order of the help page, up to a NULL. */
extern const struct command *const commands[];

#endif
