/* The script of bash: what is known of each command and option, and the function that offers it. */
#include "completion.h"

static const char head[] =
    "# Completion of cnncalc for bash, as `cnncalc completion bash` prints it.\n"
    "\n"
    "# What the command $1 takes: options, operands, files; and its option $2: one of the words,\n"
    "# a list of them joined by commas, or one that stands alone.\n"
    "_cnncalc_know() {\n"
    "    options='' operands='' files='' takes='' words='' alone=''\n"
    "    case $1 in\n";

static const char tail[] =
    "    esac\n"
    "}\n"
    "\n"
    "_cnncalc() {\n"
    "    local IFS=$' \\t\\n'\n"
    "    local options operands files takes words alone\n"
    "    local command='' option='' operand='' columns='' ended='' glued='' part i n=0\n"
    "    local -a line=(\"${COMP_WORDS[0]}\")\n"
    "    COMPREPLY=()\n"
    "\n"
    "    # Words are whole again where bash breaks them, at = and :, and end at the cursor.\n"
    "    for ((i = 1; i <= COMP_CWORD; i++)); do\n"
    "        part=${COMP_WORDS[i]}\n"
    "        [[ $i == \"$COMP_CWORD\" && $part != [=:]* ]] && part=$2\n"
    "        if [[ $part == [=:]* || $glued && $part ]]; then\n"
    "            line[n]+=$part\n"
    "        else\n"
    "            line[++n]=$part\n"
    "        fi\n"
    "        glued=''\n"
    "        [[ $part == [=:]* ]] && glued=1\n"
    "    done\n"
    "\n"
    "    # What the words before the last one leave to be typed.\n"
    "    [[ $n -gt 1 ]] && command=${line[1]}\n"
    "    for ((i = 2; i < n; i++)); do\n"
    "        if [[ $option ]]; then\n"
    "            option=''\n"
    "        elif [[ $ended || ${line[i]} != -?* ]]; then\n"
    "            operand=1\n"
    "        elif [[ ${line[i]} == -- ]]; then\n"
    "            ended=1\n"
    "        else\n"
    "            [[ ${line[i]} == --columns* ]] && columns=1\n"
    "            _cnncalc_know \"$command\" \"${line[i]}\"\n"
    "            [[ $takes ]] && option=${line[i]}\n"
    "        fi\n"
    "    done\n"
    "    local whole=${line[n]}\n"
    "    local value=$whole\n"
    "    if [[ ! $option && ! $ended && $whole == --*=* ]]; then\n"
    "        option=${whole%%=*}\n"
    "        value=${whole#*=}\n"
    "    elif [[ ! $option && ! $ended && $whole == -[!-]?* ]]; then\n"
    "        option=${whole:0:2}\n"
    "        value=${whole:2}\n"
    "    fi\n"
    "\n"
    "    _cnncalc_know \"$command\" \"$option\"\n"
    "    if [[ $takes == list ]]; then\n"
    "        [[ $value == *,* ]] || words+=\" $alone\"\n"
    "        value=${value##*,}\n"
    "        compopt -o nospace 2>/dev/null\n"
    "    elif [[ $option ]]; then\n"
    "        : # its words\n"
    "    elif [[ $whole == -* && ! $ended ]]; then\n"
    "        words=$options\n"
    "    elif [[ $columns || $files && ! $operand ]]; then\n"
    "        compopt -o default 2>/dev/null\n"
    "    elif [[ $operands && ! $operand ]]; then\n"
    "        words=$operands\n"
    "    elif [[ ! $whole && ! $ended ]]; then\n"
    "        words=$options\n"
    "    fi\n"
    "\n"
    "    # bash puts each in the place of $2, with which the last word ends.\n"
    "    local before=${whole%\"$value\"} outside=$((${#whole} - ${#2}))\n"
    "    for part in $words; do\n"
    "        [[ $part == \"$value\"* ]] || continue\n"
    "        part=$before$part\n"
    "        COMPREPLY+=(\"${part:outside}\")\n"
    "    done\n"
    "}\n"
    "\n"
    "complete -F _cnncalc cnncalc\n";

static void print_names(const struct row *row, const char *between, struct out *out) {
    if (row->letter != 0) {
        out_char(out, '-');
        out_char(out, row->letter);
        out_text(out, between);
    }
    out_text(out, "--");
    out_text(out, row->name);
}

/* Every option that takes a value, and what it may be. */
static void print_value(const struct command *const *all, const struct command *command,
                        const struct row *row, struct out *out) {
    struct offers offers;

    out_text(out, "        ");
    print_names(row, " | ", out);
    out_text(out, completion_is_list(row) ? ") takes=list" : ") takes=word");
    if (completion_is_list(row)) {
        completion_list(all, command, row, &offers);
        for (int i = 0; i < offers.count; i++) {
            out_text(out, i > 0 ? " " : " words='");
            out_text(out, offers.of[i].name);
        }
        out_char(out, '\'');
    }
    if (row->choices != NULL) {
        out_text(out, completion_is_list(row) ? " alone='" : " words='");
        out_text(out, row->choices);
        out_char(out, '\'');
    }
    out_text(out, " ;;\n");
}

static void print_commands(const struct command *const *all, struct out *out) {
    const struct command *command;

    for (int i = 1; (command = completion_command(all, i)) != NULL; i++) {
        out_text(out, i > 1 ? " " : "");
        out_text(out, command->name);
    }
}

static void print_operands(const struct command *const *all, const struct command *command,
                           struct out *out) {
    switch (completion_operand(command)) {
    case OPERAND_COMMAND:
        out_text(out, "        operands='");
        print_commands(all, out);
        out_text(out, "'\n");
        break;
    case OPERAND_CHOICE:
        out_text(out, "        operands='");
        out_text(out, command->choices);
        out_text(out, "'\n");
        break;
    case OPERAND_FILE:
        out_text(out, "        files=1\n");
        break;
    default: /* OPERAND_OTHER */
        break;
    }
}

static void print_command(const struct command *const *all, const struct command *command,
                          struct out *out) {
    const struct row *row;

    out_text(out, "    '");
    out_text(out, command->name);
    out_text(out, "')\n        options='");
    for (int i = 0; (row = completion_row(command, &i)) != NULL;) {
        out_text(out, i > 1 ? " " : "");
        print_names(row, " ", out);
    }
    out_text(out, "'\n");
    print_operands(all, command, out);
    out_text(out, "        case $2 in\n");
    for (int i = 0; (row = completion_row(command, &i)) != NULL;)
        if (row->kind != KIND_FLAG)
            print_value(all, command, row, out);
    out_text(out, "        esac\n        ;;\n");
}

void complete_bash(const struct command *const *all, struct out *out) {
    const struct command *command;

    out_text(out, head);
    for (int i = 0; (command = completion_command(all, i)) != NULL; i++)
        print_command(all, command, out);
    out_text(out, tail);
}
