"""Where in a page its definition stands: in a code fence of any length, or bare.

CommonMark's rule for fences is enough, read line by line (a definition can be megabytes): a fence closes with the
character it opened with, at least as often, and nothing behind.  So a fence inside a JSON string never closes one.
"""

import json
import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

_FENCE: Final = re.compile(r"^ {0,3}(`{3,}|~{3,})[ \t]*([^`\n]*)$", re.M)
_HEADING: Final = re.compile(r"^#{1,6}[ \t]+OpenAPI definition[ \t#]*$", re.I | re.M)
_BARE: Final = re.compile(r"^\{", re.M)
#: The key that makes a JSON object a definition.  A sample may hold it too: only the parsed object tells for sure.
_MARK: Final = re.compile(r'"(?:openapi|swagger)"\s*:')


@frozen
class Placed:
    """What may be a definition; ``line`` is the 1-based line of the page's body it begins on."""

    text: str
    line: int


def has_heading(body: str) -> bool:
    return _HEADING.search(body) is not None


def definitions(body: str) -> list[Placed]:
    """What may be a definition, in page order; the same text twice is one."""
    heading = _HEADING.search(body)
    blocks = list(_fenced(body))
    marked = [block for block in blocks if _MARK.search(block[1]) and block[1].lstrip().startswith("{")]
    if not marked and heading:  # a fence left open in the prose above swallows what stands below
        begin = heading.end()
        blocks = [(begin + start, text) for start, text in _fenced(body[begin:])]
        marked = [block for block in blocks if _MARK.search(block[1])]
    if not marked and heading:  # cut off before the key that would mark it
        marked = [block for block in blocks if block[0] > heading.end()][:1]
    found: dict[str, Placed] = {}
    for start, text in marked or _bare(body, heading.end() if heading else 0):
        bare = text.lstrip()
        if bare.startswith("{"):
            line = body.count("\n", 0, start + len(text) - len(bare)) + 1
            found.setdefault(bare.rstrip(), Placed(bare.rstrip(), line))
    return list(found.values())


def _fenced(body: str) -> Iterator[tuple[int, str]]:
    """``(start, text)`` of every fenced block; one that is never closed runs to the end."""
    opened: re.Match[str] | None = None
    for fence in _FENCE.finditer(body):
        if opened is None:
            opened = fence
        elif fence[1].startswith(opened[1]) and not fence[2].strip():
            yield opened.end() + 1, body[opened.end() + 1 : fence.start()]
            opened = None
    if opened is not None:
        yield opened.end() + 1, body[opened.end() + 1 :]


def _bare(body: str, begin: int) -> Iterator[tuple[int, str]]:
    """A definition that stands in the page without a fence."""
    start = _BARE.search(body, begin)
    if start is None or not _MARK.search(body, start.start()):
        return
    text = body[start.start() :]
    try:
        _, end = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):  # broken: whoever parses it says where
        end = len(text)
    yield start.start(), text[:end]
