"""Type expressions as the pages spell them: ``Optional[Literal["ASC", "DESC"]]``, ``Union[str, date]``, ``4 more``.

A small recursive parser that only reads: text that is no type expression is ``None``, never an exception, and nothing
is ever evaluated.
"""

import json
import re
from collections.abc import Iterator
from typing import Final

from attrs import field, frozen

from generator.model import Json

MAX_TEXT: Final = 4000
MAX_NESTING: Final = 20

ARRAYS: Final = frozenset(
    {"List", "list", "Sequence", "Iterable", "SequenceNotStr", "Set", "set", "FrozenSet", "Tuple", "tuple"}
)
MAPS: Final = frozenset({"Dict", "dict", "Mapping"})
_WRAPPERS: Final = frozenset({"Annotated", "Required", "NotRequired"})
SCALARS: Final = frozenset(
    {"str", "int", "float", "bool", "datetime", "date", "time", "object", "Any", "None", "bytes"}
    | {"FileTypes", "Base64FileInput"}
)
_GENERICS: Final = ARRAYS | MAPS | {"Optional", "Union", "Literal"}

_TOKEN: Final = re.compile(
    r"""\s*(?:(?P<name>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)
          |(?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
          |(?P<number>-?\d{1,18}(?:\.\d{1,18})?)
          |(?P<mark>[\[\],|]|…|\.\.\.))""",
    re.ASCII | re.VERBOSE,
)


@frozen
class Type:
    """One type: ``values`` and ``more`` (how many the page left out) belong to ``Literal`` and shortened ``Union``s."""

    name: str
    args: tuple["Type", ...] = ()
    values: tuple[Json, ...] = field(default=())
    more: int = 0

    def __str__(self) -> str:
        inside = [str(arg) for arg in self.args] + [literal_text(value) for value in self.values]
        if self.more:
            inside.append(f"{self.more} more")
        return f"{self.name}[{', '.join(inside)}]" if inside else self.name

    @property
    def optional(self) -> bool:
        return self.name == "Optional"

    def walk(self) -> Iterator["Type"]:
        """This type and all inside it."""
        yield self
        for arg in self.args:
            yield from arg.walk()

    def mentions(self) -> set[str]:
        """The names in it that are neither built in nor generic: classes, enumerations, aliases."""
        return {part.name for part in self.walk() if part.name not in SCALARS | _GENERICS}

    def has(self, name: str) -> bool:
        return any(part.name == name for part in self.walk())


def literal_text(value: Json) -> str:
    if value is None or isinstance(value, bool):
        return str(value)
    return json.dumps(value, ensure_ascii=False)


def parse(text: str) -> Type | None:
    """The type ``text`` spells, or ``None`` where it spells none."""
    if len(text) > MAX_TEXT or not text.strip():
        return None
    tokens = _tokens(text)
    if tokens is None:
        return None
    try:
        found, rest = _union(tokens, 0, 0)
    except _NoTypeError:
        return None
    return found if rest == len(tokens) else None


class _NoTypeError(Exception):
    """The text is no type expression."""


_Tokens = list[tuple[str, str]]


def _tokens(text: str) -> _Tokens | None:
    found: _Tokens = []
    at, text = 0, text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            return None
        found.append((match.lastgroup, match[match.lastgroup]))
        at = match.end()
    return found


def _union(tokens: _Tokens, at: int, depth: int) -> tuple[Type, int]:
    first, at = _one(tokens, at, depth)
    members = [first]
    while tokens[at : at + 1] == [("mark", "|")]:
        member, at = _one(tokens, at + 1, depth)
        members.append(member)
    return (first if len(members) == 1 else Type("Union", tuple(members))), at


def _one(tokens: _Tokens, at: int, depth: int) -> tuple[Type, int]:
    if depth > MAX_NESTING or at >= len(tokens) or tokens[at][0] != "name":
        raise _NoTypeError
    # `datetime.date`, `shared.Order`: the module is not part of the name.
    name = tokens[at][1].rpartition(".")[2]
    at += 1
    if tokens[at : at + 1] != [("mark", "[")]:
        if name in _GENERICS - ARRAYS - MAPS:
            raise _NoTypeError
        return Type(name), at
    args: list[Type] = []
    values: list[Json] = []
    more = 0
    at += 1
    while True:
        if at >= len(tokens):
            raise _NoTypeError
        kind, spelled = tokens[at]
        if kind == "number" and tokens[at + 1 : at + 2] == [("name", "more")]:
            more, at = int(float(spelled)), at + 2
        elif name == "Literal":
            values.append(_value(kind, spelled))
            at += 1
        elif spelled in ("...", "…"):
            at += 1
        else:
            arg, at = _union(tokens, at, depth + 1)
            args.append(arg)
        closing = tokens[at : at + 1]
        at += 1
        if closing == [("mark", "]")]:
            break
        if closing != [("mark", ",")]:
            raise _NoTypeError
    if name in _WRAPPERS and args:
        return args[0], at
    return Type(name, tuple(args), tuple(values), more), at


def _value(kind: str, spelled: str) -> Json:
    value = literal(spelled)
    if kind == "mark" or value is NotImplemented:
        raise _NoTypeError
    return value


_CONSTANTS: Final = {"True": True, "true": True, "False": False, "false": False, "None": None, "null": None}


def literal(text: str) -> Json:
    """The value a literal spells, ``NotImplemented`` where it spells none."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if len(text) >= 2 and text[0] == text[-1] == "'":
        text = '"' + text[1:-1].replace("\\'", "'").replace('"', '\\"') + '"'
    if not text or not (text[0] == '"' or text[0] == "-" or text[0].isdigit()) or len(text) > MAX_TEXT:
        return NotImplemented
    try:
        value = json.loads(text)
    except ValueError:
        return NotImplemented
    return value if not isinstance(value, float) or (value == value and abs(value) != float("inf")) else NotImplemented
