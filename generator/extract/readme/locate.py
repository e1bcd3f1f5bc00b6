"""On which line of a page each part of its JSON stands: one pass over the tokens, no values built."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, Literal

from generator.document import METHODS, pointer

_TOKEN: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"|[{}\[\],]', re.S)
_NAME: Final = re.compile(r'\s*:\s*"((?:[^"\\]|\\.)*)"')
#: What ReadMe calls a schema it has written out in place.
REF_NAME: Final = "x-readme-ref-name"

#: Where the value being read stands: keys and positions, outermost first.  Changed in place while walking.
Path = list[str | int]


def walk(text: str) -> Iterator[tuple[Literal["open", "key"], Path, int]]:
    """Every object and array as it opens, every key as it comes: ``(what, path, offset)``; total on broken JSON."""
    path: Path = []
    in_object: list[bool] = []
    key_next = False
    for match in _TOKEN.finditer(text):
        token = match[0]
        if token in "{[":
            yield "open", path, match.start()
            key_next = token == "{"
            in_object.append(key_next)
            path.append("" if key_next else 0)
        elif token in "}]":
            if not in_object:
                return
            in_object.pop()
            path.pop()
            key_next = False
        elif token == ",":
            key_next = bool(in_object) and in_object[-1]
            if in_object and not key_next:
                path[-1] = int(path[-1]) + 1
        elif key_next:
            path[-1] = _text(token)
            key_next = False
            yield "key", path, match.start()


def _text(token: str) -> str:
    if "\\" not in token:
        return token[1:-1]
    try:
        return str(json.loads(token, strict=False))
    except ValueError:
        return token[1:-1]


def part_lines(text: str, first: int) -> dict[str, int]:
    """The page line, by JSON pointer, of every operation, component schema and named schema (its first use)."""
    breaks = [match.start() for match in re.finditer("\n", text)]
    found: dict[str, int] = {}
    named: set[str] = set()
    starts: list[int] = []
    for what, path, offset in walk(text):
        if what == "open":
            del starts[len(path) :]
            starts.append(offset)
            if len(path) == 3 and (
                (path[0] == "paths" and path[2] in METHODS) or (path[0] == "components" and path[1] == "schemas")
            ):
                found[pointer(*path)] = first + bisect_right(breaks, offset)
        elif path[-1] == REF_NAME:
            name = _NAME.match(text, text.find('"', offset + 1) + 1)
            if name and name[1] not in named:
                named.add(name[1])
                found.setdefault(pointer(*path[:-1]), first + bisect_right(breaks, starts[len(path) - 1]))
    return found


def duplicate_key(text: str) -> tuple[str, int] | None:
    """The first key given twice in one object: its JSON pointer and offset."""
    seen: list[set[str]] = []
    for what, path, offset in walk(text):
        if what == "open":
            del seen[len(path) :]
            seen.append(set())
        else:
            key = str(path[-1])
            if key in seen[len(path) - 1]:
                return pointer(*path), offset
            seen[len(path) - 1].add(key)
    return None


def too_deep(text: str, limit: int) -> int | None:
    """The offset of the first value nested deeper than ``limit``, if there is one."""
    return next((offset for what, path, offset in walk(text) if what == "open" and len(path) > limit), None)
