"""Mutants of a C file: the file with one small edit each. A tokenizer of our own leaves comments,
contracts, strings and preprocessor lines as they are."""

import dataclasses
import re

TOKEN = re.compile(r"""
    (?P<skip> \s+ | //[^\n]* | /\*.*?\*/ | ^[ \t]*\#(?:\\\n|/\*.*?\*/|[^\n])* )
  | (?P<string> (?:u8|[uUL])?"(?:\\.|[^"\\])*" )
  | (?P<char> [uUL]?'(?:\\.|[^'\\])+' )
  | (?P<number> \.?\d(?:[eEpP][+-]|[\w.])* )
  | (?P<word> [A-Za-z_]\w* )
  | (?P<sign> <<=|>>=|\.\.\.|->|\+\+|--|<<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|[^\w\s] )
""", re.VERBOSE | re.DOTALL | re.MULTILINE)

BINARY = {"+": ["-"], "-": ["+"], "*": ["/"], "/": ["*"], "%": ["*"], "<<": [">>"], ">>": ["<<"],
          "&": ["|"], "|": ["&"], "^": ["|"], "&&": ["||"], "||": ["&&"],
          "<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="], ">=": [">", "<"],
          "==": ["!="], "!=": ["=="]}
ASSIGNING = {"+=": ["-="], "-=": ["+="], "*=": ["/="], "/=": ["*="], "%=": ["*="], "|=": ["&="],
             "&=": ["|="], "^=": ["|="], "<<=": [">>="], ">>=": ["<<="], "++": ["--"],
             "--": ["++"]}
SMALL = {0: ["1"], 1: ["0", "2"]}
SAME = {"NULL": "0", "CNN_OK": "0"}
WORDS = {"true": ["false"], "false": ["true"]}
OPEN, CLOSED = {"(": ")", "[": "]", "{": "}"}, {")", "]", "}"}
ENDS_OPERAND = {")", "]"}
KEYWORDS = {"return", "case", "else", "do", "sizeof", "if", "while", "for", "switch"}
TYPE = re.compile(r"cnn_\w+|\w+_t|char|int|void|double|bool|unsigned|const")
ASSIGNMENTS = {"=", "+=", "-=", "*=", "/=", "%=", "|=", "&=", "^=", "<<=", ">>="}
BEFORE_CONDITION = {",", ";", "?", ":", "return"} | ASSIGNMENTS


@dataclasses.dataclass(frozen=True)
class Token:
    kind: str
    text: str
    start: int
    end: int


@dataclasses.dataclass(frozen=True)
class Mutant:
    """The file with text[start:end] replaced."""
    path: str
    number: int  # among those of the file, from 1
    start: int
    end: int
    new: str
    key: str  # function and line with the edit marked: stays when lines are added elsewhere

    def apply(self, text):
        return text[:self.start] + self.new + text[self.end:]


def tokens_of(text):
    tokens, at = [], 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if match.lastgroup != "skip":
            tokens.append(Token(match.lastgroup, match.group(), at, match.end()))
        at = match.end()
    return tokens


def partners(tokens):
    """The index of the bracket that closes, for one that opens, and the other way round."""
    pairs, stack = {}, []
    for i, token in enumerate(tokens):
        if token.kind == "sign" and token.text in OPEN:
            stack.append(i)
        elif token.kind == "sign" and token.text in CLOSED:
            pairs[i] = stack.pop()
            pairs[pairs[i]] = i
    return pairs


def functions(tokens, pairs):
    """The name of the function, macro or table that each token is in."""
    names, i, name = [""] * len(tokens), 0, ""
    while i < len(tokens):
        if tokens[i].kind == "word" and tokens[i + 1].text in ("(", "[", "="):
            name = tokens[i].text
        elif tokens[i].text == ";":
            name = ""
        end = pairs[i] if tokens[i].text in ("(", "{") else i
        names[i:end + 1] = [name] * (end + 1 - i)
        i = end + 1
    return names


def constant(token, declares):
    """What stands in place of a constant. A larger array than is needed changes nothing."""
    if token.kind == "char":
        return [f"({token.text} + 1)"]
    number = re.fullmatch(r"(0[xX][0-9a-fA-F]+|\d+)[uUlL]*", token.text)
    if number is None:
        return [f"({token.text} + 1)"]
    if declares:
        return [f"({token.text} - 1)"]
    return SMALL.get(int(number[1], 0), [f"({token.text} + 1)", f"({token.text} - 1)"])


class File:
    """The mutants of one file."""

    def __init__(self, path, text):
        self.path, self.text = path, text
        self.tokens = tokens_of(text)
        self.pairs = partners(self.tokens)
        self.names = functions(self.tokens, self.pairs)
        self.mutants, seen = [], {}
        for first, last, new in sorted(set(self.edits())):
            mutant = self.mutant(first, last, new)
            number = seen[mutant.key] = seen.get(mutant.key, 0) + 1
            if number > 1:  # the same line twice in a function
                mutant = dataclasses.replace(mutant, key=f"{mutant.key} #{number}")
            self.mutants.append(mutant)

    def mutant(self, first, last, new):
        start, end = self.tokens[first].start, self.tokens[last].end
        line = self.text.rfind("\n", 0, start) + 1
        stop = self.text.find("\n", end)
        marked = (f"{self.text[line:start]}{{{{{self.text[start:end]} => {new}}}}}"
                  f"{self.text[end:stop]}")
        key = f"{self.path}: {self.names[first]}: {' '.join(marked.split())}"
        return Mutant(self.path, len(self.mutants) + 1, start, end, new, key)

    def edits(self):
        for i, token in enumerate(self.tokens):
            if not self.names[i]:
                continue
            if token.kind in ("number", "char"):
                yield from ((i, i, new) for new in constant(token, self.declares(i)))
            elif token.text in WORDS:
                yield from ((i, i, new) for new in WORDS[token.text])
            elif token.kind == "sign":
                yield from self.sign_edits(i)
            elif token.text in ("if", "while") and self.tokens[i + 1].text == "(":
                yield from self.condition(i + 2, self.pairs[i + 1] - 1,
                                          ("1", "0") if token.text == "if" else ("0",))
            elif token.text == "for":
                yield from self.loop(i + 1)
            elif token.text == "return" and self.tokens[i + 1].text != ";":
                yield from self.condition(i + 1, self.scan(i + 1, 1, {";"}) - 1, ("0", "1"))

    def declares(self, i):
        """Whether a constant is the length of an array that is declared."""
        return (i > 2 and self.tokens[i - 1].text == "[" and self.tokens[i - 2].kind == "word"
                and (self.tokens[i - 3].kind == "word" and self.tokens[i - 3].text not in KEYWORDS
                     or self.tokens[i - 3].text in ("*", ",") and self.tokens[i + 1].text == "]"
                     and self.tokens[i + 2].text in (";", ",", "=")))

    def after_operand(self, i):
        token = self.tokens[i - 1]
        return (token.kind in ("number", "char", "string") or token.text in ENDS_OPERAND
                or token.kind == "word" and token.text not in KEYWORDS)

    def is_pointer(self, i):
        """Where it is known for certain: what is not compiled is set aside all the same."""
        return self.tokens[i].text == "*" and bool(
            TYPE.fullmatch(self.tokens[i - 1].text) or self.tokens[i - 2].text == "struct")

    def scan(self, i, step, stops):
        """From i on, past what is in brackets, to a stop or a bracket that is not ours."""
        while True:
            token = self.tokens[i]
            if token.text in stops and token.kind != "char":
                return i
            if token.kind == "sign" and (token.text in OPEN if step < 0 else token.text in CLOSED):
                return i
            if token.kind == "sign" and (token.text in OPEN or token.text in CLOSED):
                i = self.pairs[i]
            i += step

    def condition(self, first, last, values):
        if first <= last:
            whole = self.text[self.tokens[first].start:self.tokens[last].end]
            yield from ((first, last, value) for value in values
                        if whole not in WORDS and value != SAME.get(whole, whole))

    def loop(self, bracket):
        first = self.scan(bracket + 1, 1, {";"}) + 1
        yield from self.condition(first, self.scan(first, 1, {";"}) - 1, ("0",))

    def operands(self, i, sign, value):
        """Each side of && or || held fast where it decides nothing."""
        looser = {"?", ":", ",", ";"} | ({"||"} if sign == "&&" else set())
        first = self.scan(i - 1, -1, BEFORE_CONDITION | {sign} | looser) + 1
        last = self.scan(i + 1, 1, looser | {sign}) - 1
        yield from self.condition(first, i - 1, (value,))
        yield from self.condition(i + 1, last, (value,))

    def sign_edits(self, i):
        text = self.tokens[i].text
        if text in ASSIGNING:
            yield from ((i, i, new) for new in ASSIGNING[text])
        elif text in ("!", "~") or text == "-" and not self.after_operand(i):
            yield i, i, ""
        elif text in BINARY and self.after_operand(i) and not self.is_pointer(i):
            yield from ((i, i, new) for new in BINARY[text])
            if text in ("&&", "||"):
                yield from self.operands(i, text, "1" if text == "&&" else "0")
        elif text == "?":
            yield from self.condition(self.scan(i - 1, -1, BEFORE_CONDITION) + 1, i - 1,
                                      ("1", "0"))
