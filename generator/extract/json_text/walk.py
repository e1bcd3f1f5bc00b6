"""Where each part of a JSON text stands: one pass over the tokens, no values built; total on broken JSON."""

import json
import re
from collections.abc import Iterator
from typing import Final, Literal

from generator.document import pointer

_TOKEN: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"|[{}\[\],]', re.S)

#: Where the value being read stands: keys and positions, outermost first.  Changed in place while walking.
Path = list[str | int]


def walk(text: str, start: int = 0) -> Iterator[tuple[Literal["open", "key"], Path, int]]:
    """Every object and array of the value at ``start`` as it opens, every key as it comes: ``(what, path, offset)``."""
    path: Path = []
    in_object: list[bool] = []
    key_next = False
    for match in _TOKEN.finditer(text, start):
        token = match[0]
        if token in "{[":
            yield "open", path, match.start()
            key_next = token == "{"
            in_object.append(key_next)
            path.append("" if key_next else 0)
        elif token in "}]":
            if len(in_object) < 2:  # the value ends
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


def duplicate_key(text: str, start: int = 0) -> tuple[str, int] | None:
    """The first key given twice in one object: its JSON pointer and offset."""
    seen: list[set[str]] = []
    for what, path, offset in walk(text, start):
        if what == "open":
            del seen[len(path) :]
            seen.append(set())
        else:
            key = str(path[-1])
            if key in seen[len(path) - 1]:
                return pointer(*path), offset
            seen[len(path) - 1].add(key)
    return None


def too_deep(text: str, limit: int, start: int = 0) -> int | None:
    """The offset of the first value nested deeper than ``limit``, if there is one."""
    return next((offset for what, path, offset in walk(text, start) if what == "open" and len(path) > limit), None)
