"""On which line of a page the parts of its definition stand."""

import re
from bisect import bisect_right
from typing import Final

from generator.document import METHODS, escape, pointer
from generator.extract.json_text import walk

_NAME: Final = re.compile(r'\s*:\s*"((?:[^"\\]|\\.)*)"')
#: What ReadMe calls a schema it has written out in place.
REF_NAME: Final = "x-readme-ref-name"


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
                (path[0] == "paths" and str(path[2]).lower() in METHODS) or path[:2] == ["components", "schemas"]
            ):
                found[pointer(*path)] = first + bisect_right(breaks, offset)
        elif path[-1] == REF_NAME:
            name = _NAME.match(text, text.find('"', offset + 1) + 1)
            if name and name[1] not in named:
                named.add(name[1])
                found.setdefault(pointer(*path[:-1]), first + bisect_right(breaks, starts[len(path) - 1]))
    return found


def line_of(text: str, first: int, path: str) -> int:
    """The page line of the part at a JSON pointer, or of the innermost part around it that the page has."""
    wanted = path.split("/")[1:]
    depth, found = 0, 0
    for _, tokens, offset in walk(text):
        if len(tokens) > depth and [escape(str(token)) for token in tokens] == wanted[: len(tokens)]:
            depth, found = len(tokens), offset
    return first + text.count("\n", 0, found)
