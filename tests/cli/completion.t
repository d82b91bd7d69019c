# completion: the completion script of a shell. What the scripts offer is for tests/completion.

# Each begins with the shell that it is for, and is the same each time.
$ for shell in bash zsh fish; do
>     cnncalc completion $shell >a; cnncalc completion $shell >b
>     cmp a b && grep -m 1 '^# ' a
> done
# Completion of cnncalc for bash, as `cnncalc completion bash` prints it.
# Completion of cnncalc for zsh, as `cnncalc completion zsh` prints it.
# Completion of cnncalc for fish, as `cnncalc completion fish` prints it.

# zsh looks for the first line.
$ cnncalc completion zsh | head -n 1
#compdef cnncalc

# Every line of them is ASCII, and ends.
$ for shell in bash zsh fish; do
>     cnncalc completion $shell | LC_ALL=C grep -n '[^ -~]'
>     cnncalc completion $shell | tail -c 1 | od -An -c
> done
  \n
  \n
  \n

# No list has a name twice.
$ cnncalc completion bash | grep -q "takes=list words='" && echo lists
lists
$ cnncalc completion bash | sed -n "s/.* words='\([^']*\)'.*/\1/p" |
> while read -r names; do printf '%s\n' $names | sort | uniq -d; done

# What is no shell.
$ cnncalc completion
cnncalc: completion: SHELL: missing
cnncalc: hint: one of: bash zsh fish
? 2
$ cnncalc completion tcsh
cnncalc: completion: SHELL: 'tcsh' is not one of: bash zsh fish
? 2
$ cnncalc completion BASH
cnncalc: completion: SHELL: 'BASH' is not one of: bash zsh fish
? 2
$ cnncalc completion ''
cnncalc: completion: SHELL: '' is not one of: bash zsh fish
? 2
$ cnncalc completion 'bash zsh'
cnncalc: completion: SHELL: 'bash zsh' is not one of: bash zsh fish
? 2
$ cnncalc completion bash zsh
cnncalc: completion: 'zsh': unexpected operand
cnncalc: hint: for example: cnncalc completion bash
? 2
$ cnncalc completion -- bash | cmp - "$(cnncalc completion bash >bash; echo bash)"

# It asks nothing, and takes no option of a question.
$ cnncalc completion bash --json
cnncalc: completion: --json: unknown option
? 2
$ cnncalc completion --columns W,F bash
cnncalc: completion: --columns: unknown option
? 2
$ cnncalc completion -o out bash
cnncalc: completion: -o: unknown option
? 2
$ cnncalc completion --hlep bash
cnncalc: completion: --hlep: unknown option
cnncalc: hint: did you mean --help?
? 2
