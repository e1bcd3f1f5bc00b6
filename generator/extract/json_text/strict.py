"""JSON without what its parser forgives: keys given twice, NaN, endless numbers, half characters, endless depth."""

import json
import math
import re
from itertools import islice
from typing import Any, Final, NoReturn

from generator.document import MAX_DEPTH
from generator.errors import PageError
from generator.extract.json_text.walk import duplicate_key, too_deep
from generator.model import Json, JsonObject

#: Longer integers are no fact of any API, and take quadratic time to read.
_MAX_DIGITS: Final = 100
_BRACKETS: Final = re.compile(r"[{\[]")
_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F]")


class _Refused(Exception):
    """Raised inside the decoder, which does not say where it is; ``sought`` finds the place again."""

    def __init__(self, what: str, todo: str, sought: str) -> None:
        super().__init__(what)
        self.what = what
        self.todo = todo
        self.sought = sought


def parse(text: str, page: str, first: int, what: str = "the definition") -> JsonObject:
    """The JSON object that is the whole of ``text``, which begins on line ``first`` of the page."""
    found, end = read(text, 0, page, first, what)
    if text[end:].strip():
        line = first + text.count("\n", 0, end)
        raise PageError(f"{page}:{line}", "", f"{what} is not JSON (something follows it)", "scrape the page again")
    return found  # type: ignore[no-any-return]


def read(text: str, start: int, page: str, first: int, what: str, *, limit: int = MAX_DEPTH) -> tuple[Json, int]:
    """The JSON value at ``start``, and where it ends; anything wrong is a ``PageError`` with the line.

    ``start`` is on line ``first`` of the page; ``what`` is what errors call the value; nothing nests deeper than
    ``limit``.
    """

    def refuse(offset: int, wrong: str, todo: str, pointer: str = "") -> NoReturn:
        line = first + text.count("\n", start, max(offset, start))
        raise PageError(f"{page}:{line}", pointer, wrong, todo) from None

    brackets = sum(1 for _ in islice(_BRACKETS.finditer(text, start), limit + 1))
    if brackets > limit and (deep := too_deep(text, limit, start)) is not None:
        refuse(deep, f"nested deeper than {limit} levels", "flatten it")
    try:
        found, end = _DECODER.raw_decode(text, start)
    except _Refused as error:
        refuse(text.find(error.sought, start), error.what, error.todo)
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated")
        refuse(error.pos, f"{what} is cut off" if cut else f"{what} is not JSON ({error.msg})", "scrape the page again")
    except _Twice:
        pointer, offset = duplicate_key(text, start) or ("", start)
        refuse(offset, "a key is given twice", "remove the one that is wrong", pointer)
    if half := _SURROGATE.search(text, start, end):
        try:
            json.dumps(found, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            refuse(half.start(), "half of a surrogate pair", "correct the character")
    return found, end


class _Twice(Exception):
    """A key given twice."""


def _pairs(pairs: list[tuple[str, Any]]) -> JsonObject:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Twice
    return found


def _constant(name: str) -> NoReturn:
    raise _Refused(f"{name} is not JSON", "correct the number", name)


def _int(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise _Refused(f"a number of {len(digits):,} digits", "correct the number", digits)
    return int(digits)


def _float(digits: str) -> float:
    value = float(digits)
    if math.isinf(value) or len(digits) > _MAX_DIGITS:
        raise _Refused("a number too large or too long to be kept exactly", "correct the number", digits)
    return value


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_pairs, parse_constant=_constant, parse_int=_int, parse_float=_float, strict=False
)
