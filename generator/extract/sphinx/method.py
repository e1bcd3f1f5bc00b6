"""One method: its signature line and the field list below it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from generator.extract.sphinx.type_text import plain, split_top, type_name
from generator.model import JsonObject

_HEAD: Final = re.compile(
    r"(?:#{1,6}[ \t]*)?(?:(?:async|static|classmethod|abstract|abstractmethod|property)[ ]+)*"
    r"((?:[A-Za-z_]\w*\.)*[A-Z]\w*)\.([a-z_]\w*)[ ]?\((.*)\)[ ]*(?:(?:→|->)[ ]*(.+))?"
)
_FIELD: Final = re.compile(r"\s*[*-]?\s*\*\*(Parameters|Returns|Return type|Raises|Yields)\s*:?\*\*\s*:?\s*(.*)")
_ITEM: Final = re.compile(r"\s*(?:[*-]\s+)?\*\*(\\?\*{0,2}[A-Za-z_][\w\\]*)\*\*\s*(.*)")
_DEPRECATED: Final = re.compile(r"\W*deprecated\b", re.I)
_LONGEST: Final = 4000


@frozen
class Signature:
    """``owner.method(parameters) -> returns`` as the page's line has it, without mark-up."""

    owner: str
    method: str
    parameters: str
    returns: str | None


def signature(line: str) -> Signature | None:
    """The signature a line is, if it is one."""
    if "(" not in line or len(line) > _LONGEST or line.lstrip().startswith("["):
        return None
    match = _HEAD.fullmatch(plain(line.strip()))
    return Signature(match[1].rpartition(".")[2], match[2], match[3], match[4]) if match else None


def described(head: Signature, section: Sequence[str]) -> tuple[JsonObject, list[str]]:
    """The method as facts, and what of it could not be read."""
    fields = list(_fields(section))
    odd: list[str] = []

    def read(text: str, what: str) -> str | None:
        name = type_name(text)
        if name is None:
            odd.append(f"{head.owner}.{head.method}: the type of {what} is not readable")
        return name

    typed = {
        match[1].replace("\\", ""): stated
        for kind, text in fields
        if kind == "Parameters" and (match := _ITEM.match(text)) and (stated := _in_parentheses(match[2]))
    }
    method: JsonObject = {"class": head.owner, "method": head.method, "parameters": []}
    for name, spelled, default in _parameters(head.parameters):
        parameter: JsonObject = {"name": name}
        if (spelled or name in typed) and (kind := read(spelled or typed[name], name)):
            parameter["type"] = kind
        parameter["required"] = default is None and not name.startswith("*")
        if default not in (None, "None"):
            parameter["default"] = default
        method["parameters"].append(parameter)
    told = " ".join(plain(text) for kind, text in fields if kind == "Return type").strip() or head.returns
    if told and (kind := read(told, "the result")):
        method["returns"] = kind
    if any(_DEPRECATED.match(text) for kind, text in fields if kind == ""):
        method["deprecated"] = True
    return method, odd


def _fields(section: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each line below the signature with the field it belongs to; '' before the first.  A heading ends them all."""
    field = ""
    for line in section:
        if line.startswith("#"):
            return
        if match := _FIELD.match(line):
            field = match[1]
            if match[2].strip():
                yield field, match[2]
        elif line.strip():
            yield ("" if _DEPRECATED.match(line) else field), line


def _in_parentheses(text: str) -> str | None:
    """What stands between the first parenthesis and the one that closes it."""
    if not text.startswith("("):
        return None
    depth = 0
    for index, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return text[1:index].removesuffix(", optional").removesuffix("_, optional")
    return None


def _parameters(text: str) -> Iterator[tuple[str, str | None, str | None]]:
    """``(name, type, default)`` of every parameter of a signature; the markers ``*`` and ``/`` are none."""
    for part in split_top(text, ","):
        declared, *default = [*split_top(part, "=")] or [""]
        name, *kind = [*split_top(declared, ":")] or [""]
        name = name.strip()
        if re.fullmatch(r"\*{0,2}[A-Za-z_]\w*", name) and name not in ("self", "cls"):
            yield name, kind[0].strip() if kind else None, default[0].strip()[:100] if default else None
