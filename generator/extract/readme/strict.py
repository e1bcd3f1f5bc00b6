"""JSON as the standard has it: no key twice, no NaN, no endless numbers, no half characters, bounded depth."""

import json
import math
import re
from typing import Any, Final, NoReturn

from generator.document import MAX_DEPTH
from generator.errors import PageError
from generator.extract.readme.locate import duplicate_key, too_deep
from generator.model import JsonObject

#: Longer integers are no fact of any API, and take quadratic time to read.
_MAX_DIGITS: Final = 100
_BRACKETS: Final = re.compile(r"[{\[]")
_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F]")


class _Refused(ValueError):
    """Raised inside the parser, which does not say where it is; ``sought`` finds the place again."""

    def __init__(self, what: str, sought: str) -> None:
        super().__init__(what)
        self.what = what
        self.sought = sought


def parse(text: str, page: str, first: int) -> JsonObject:
    """The JSON object ``text``, which begins on line ``first`` of the page; anything wrong is a ``PageError``."""

    def refuse(offset: int, what: str, todo: str, pointer: str = "") -> NoReturn:
        line = first + text.count("\n", 0, max(offset, 0))
        raise PageError(f"{page}:{line}", pointer, what, todo) from None

    if len(_BRACKETS.findall(text)) > MAX_DEPTH and (deep := too_deep(text, MAX_DEPTH)) is not None:
        refuse(deep, f"nested deeper than {MAX_DEPTH} levels", "flatten the definition")
    try:
        found = json.loads(text, object_pairs_hook=_pairs, parse_constant=_constant, parse_int=_int, parse_float=_float)
    except _Refused as error:
        refuse(text.find(error.sought), error.what, "correct the number")
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated")
        what = "the definition is cut off" if cut else f"the definition is not JSON ({error.msg})"
        refuse(error.pos, what, "scrape the page again")
    except _Twice:
        place = duplicate_key(text)
        pointer, offset = place if place else ("", 0)
        refuse(offset, "a key is given twice", "remove the one that is wrong", pointer)
    for half in _SURROGATE.finditer(text):
        try:
            json.dumps(found, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            refuse(half.start(), "half of a surrogate pair", "correct the character")
        break
    return found  # type: ignore[no-any-return]


class _Twice(Exception):
    """A key given twice; not a ValueError, because the parser's own errors are."""


def _pairs(pairs: list[tuple[str, Any]]) -> JsonObject:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Twice
    return found


def _constant(name: str) -> NoReturn:
    raise _Refused(f"{name} is not JSON", name)


def _int(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise _Refused(f"a number of {len(digits):,} digits", digits)
    return int(digits)


def _float(digits: str) -> float:
    value = float(digits)
    if math.isinf(value) or len(digits) > _MAX_DIGITS:
        raise _Refused("a number too large or too long to be kept exactly", digits)
    return value
