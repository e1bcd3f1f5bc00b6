"""JSON samples inside a page: where each ends, no key twice, no NaN, no endless numbers, bounded depth."""

import json
import math
from typing import Any, Final, NoReturn

from generator.document import MAX_DEPTH, depth_exceeds
from generator.errors import PageError
from generator.model import Json, JsonObject

_MAX_DIGITS: Final = 100


class _RefusedError(Exception):
    """Raised inside the decoder, which does not say where it is."""


def read(text: str, start: int, where: str) -> tuple[Json, int]:
    """The JSON value at ``start`` and where it ends; ``where`` (``page:line``) is for the error."""
    try:
        value, end = _DECODER.raw_decode(text, start)
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated")
        name, _, first = where.rpartition(":")
        place = f"{name}:{int(first) + text.count(chr(10), start, error.pos)}"
        what = "a sample is cut off" if cut else f"a sample is not JSON ({error.msg})"
        raise PageError(place, "", what, "scrape the page again") from None
    except _RefusedError as error:
        raise PageError(where, "", f"a sample has {error}", "correct the sample") from None
    except RecursionError:
        raise _too_deep(where) from None
    if depth_exceeds(value, MAX_DEPTH // 4):
        raise _too_deep(where)
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise PageError(where, "", "a sample has half of a surrogate pair", "correct the character") from None
    return value, end


def _too_deep(where: str) -> PageError:
    return PageError(where, "", f"a sample is nested deeper than {MAX_DEPTH // 4} levels", "flatten the sample")


def _pairs(pairs: list[tuple[str, Any]]) -> JsonObject:
    found: JsonObject = {}
    for name, value in pairs:
        if name in found:
            raise _RefusedError(f"the key {name[:60]!r} twice")
        found[name] = value
    return found


def _constant(name: str) -> NoReturn:
    raise _RefusedError(f"{name}, which is not JSON")


def _int(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise _RefusedError(f"a number of {len(digits):,} digits")
    return int(digits)


def _float(digits: str) -> float:
    value = float(digits)
    if math.isinf(value) or len(digits) > _MAX_DIGITS:
        raise _RefusedError("a number too large or too long to be kept exactly")
    return value


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_pairs, parse_constant=_constant, parse_int=_int, parse_float=_float, strict=False
)
