"""All mutants of a file's functions in one file, compiled once: each function has a copy for each
of its mutants, and CNN_MUTANT in the environment says which is called."""

import dataclasses

import mutants

CHOICE = """extern char *getenv(const char *);
extern int atoi(const char *);
static int cnn_mutant;
__attribute__((constructor)) static void cnn_choose(void) {
    cnn_mutant = atoi(getenv("CNN_MUTANT"));
}
"""


@dataclasses.dataclass(frozen=True)
class Definition:
    """A function: where it begins, its name, its body, its end, and what it is called with."""
    start: int
    name: mutants.Token
    end: int
    arguments: str


def parameter(tokens):
    """The name of a parameter; of a pointer to a function, what stands after its asterisk."""
    for i, token in enumerate(tokens[:-1]):
        if token.text == "(" and tokens[i + 1].text == "*":
            return tokens[i + 2].text
    names = [token.text for token in tokens if token.kind == "word"]
    brackets = [i for i, token in enumerate(tokens) if token.text == "["]
    return tokens[brackets[0] - 1].text if brackets else names[-1]


def arguments(tokens):
    if [token.text for token in tokens] == ["void"]:
        return ""
    parts, depth = [[]], 0
    for token in tokens:
        depth += (token.text in mutants.OPEN) - (token.text in mutants.CLOSED)
        if token.text == "," and depth == 0:
            parts.append([])
        else:
            parts[-1].append(token)
    return ", ".join(parameter(part) for part in parts)


def definitions(file):
    """The functions that are defined by a header and a body, which a macro's are not."""
    i, tokens = 0, file.tokens
    while i < len(tokens):
        if tokens[i].text == "{" and tokens[i - 1].text == ")":
            opened = file.pairs[i - 1]
            first = opened - 1
            while first > 0 and tokens[first - 1].text not in (";", "}", ")"):
                first -= 1
            yield Definition(tokens[first].start, tokens[opened - 1], tokens[file.pairs[i]].end,
                             arguments(tokens[opened + 1:i - 1]))
        i = file.pairs[i] + 1 if tokens[i].text in ("{", "(") and i in file.pairs else i + 1


def copy(text, definition, number, mutant=None):
    """The function under another name, perhaps mutated; an error in it is of mutant-NUMBER."""
    start, name, end = definition.start, definition.name, definition.end
    header, body = text[start:name.start], text[name.end:end]
    header = header.replace("static ", "").replace("inline ", "")
    if mutant is not None:
        at = mutant.start - name.end
        body = body[:at] + mutant.new + body[at + mutant.end - mutant.start:]
    return f'\n#line 1 "mutant-{number}"\nstatic {header}{name.text}__{number}{body}\n'


def schema(file, chosen):
    """The text of a file with the chosen mutants, by number, and the numbers that are in it."""
    out, last, inside = [CHOICE], 0, set()
    for definition in definitions(file):
        out.append(file.text[last:definition.start])
        last = definition.end
        mine = {number: mutant for number, mutant in chosen.items()
                if definition.name.end <= mutant.start and mutant.end <= definition.end}
        if not mine:
            out.append(file.text[definition.start:definition.end])
            continue
        inside |= set(mine)
        header = file.text[definition.start:file.text.index("{", definition.name.end)]
        name, arguments_of = definition.name.text, f"({definition.arguments});\n"
        cases = "".join(f"    case {number}:\n        return {name}__{number}{arguments_of}"
                        for number in mine)
        out.append(f"{header};\n")  # first, as it may call itself
        out.append(copy(file.text, definition, 0))
        out += [copy(file.text, definition, number, mutant) for number, mutant in mine.items()]
        cases += f"    default:\n        return {name}__0{arguments_of}"
        out.append(f'\n#line 1 "chosen"\n{header}{{\n    switch (cnn_mutant) {{\n{cases}'
                   "    }\n}\n")
    return "".join([*out, file.text[last:]]), inside
