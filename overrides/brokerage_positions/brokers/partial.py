"""The readable part of an answer that broke off: every complete element of its array, in order."""

import json
from typing import Any, Final

from brokerage_positions.json_values import is_list, is_object

_DECODER: Final = json.JSONDecoder()
_BLANK: Final = " \t\r\n"


def elements(content: bytes, key: str | None = None) -> tuple[list[Any], bool]:
    """The elements of the JSON array (or of the one under ``key`` of an object), and whether the answer is whole."""
    try:
        whole = json.loads(content)
    except (ValueError, RecursionError):
        return _complete(content.decode("utf-8", "replace"), key), False
    found = whole.get(key) if key is not None and is_object(whole) else whole
    return (found, True) if is_list(found) else ([], False)


def _complete(text: str, key: str | None) -> list[Any]:
    found: list[Any] = []
    try:
        at = _skip(text, 0)
        if key is not None:
            at = _value_of(text, at, key)
        at = _after(text, at, "[")
        while text[at] != "]":
            element, at = _DECODER.raw_decode(text, at)
            found.append(element)
            at = _skip(text, at)
            at = _after(text, at, ",")
    except (ValueError, IndexError, RecursionError):  # here it breaks off
        pass
    return found


def _value_of(text: str, at: int, key: str) -> int:
    """Where the value of ``key`` begins in the object that begins at ``at``."""
    at = _after(text, at, "{")
    while True:
        name, at = _DECODER.raw_decode(text, at)
        at = _after(text, _skip(text, at), ":")
        if name == key:
            return at
        _, at = _DECODER.raw_decode(text, at)
        at = _after(text, _skip(text, at), ",")


def _after(text: str, at: int, mark: str) -> int:
    if text[at] != mark:
        raise ValueError(mark)
    return _skip(text, at + 1)


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _BLANK:
        at += 1
    return at
