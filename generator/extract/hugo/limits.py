"""Bounds told in a table's notes: the smallest and largest number, the longest text.

A number counts only where the words say what it limits; ``0 to 100`` of a percentage is its unit and limits nothing.
"""

import re
from collections.abc import Callable
from typing import Final

from generator.extract.hugo.markdown import plain
from generator.model import Json, JsonObject

_NUMBER: Final = r"(-?\d{1,3}(?:,\d{3})+(?![\d,])|-?\d{1,15}(?:\.\d{1,9})?)"
#: What may follow a number that limits: the end of a thought, or what is counted.
_ENDS: Final = (
    r"(?=\W*$|\s*[.,;:)\]](?!\d)|\s*\(|\s+(?:and|or|but|if|per|inclusive|exclusive|by default|items?|results?|records?"
    r"|entries|elements?|rows?|orders?|activities|events?|objects?|bars|trades|quotes|pages?)\b)"
)
_IS: Final = r"(?:\s+(?:value|limit|number|allowed|page size))?\s*(?:is|of|are|:|=)?\s*"
_AND: Final = r"\s*(?:and|to|-|–|—)\s*"
_UNITS: Final = re.compile(r"%|\bpercent|\bratio\b|\bfactor\b|\bfraction\b", re.I)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.I)


def _keys(*names: str) -> Callable[[re.Match[str]], JsonObject]:
    return lambda match: {name: _number(text) for name, text in zip(names, match.groups(), strict=True)}


_OF_NUMBERS: Final = (
    (
        _pattern(rf"\b(?:between|from|range:?|ranges from|range of|ranging from)\s+{_NUMBER}{_AND}{_NUMBER}{_ENDS}"),
        _keys("minimum", "maximum"),
    ),
    (_pattern(rf"\bmax(?:imum)?\b\.?{_IS}{_NUMBER}{_ENDS}"), _keys("maximum")),
    (_pattern(rf"\bmin(?:imum)?\b\.?{_IS}{_NUMBER}{_ENDS}"), _keys("minimum")),
    (
        _pattern(
            rf"\b(?:(?:must |may |can)?not (?:be )?(?:exceed|more than|greater than|over)|no more than|at most|up to"
            rf"|less than or equal to)\s+{_NUMBER}{_ENDS}|(?:<=|≤)\s*{_NUMBER}{_ENDS}"
        ),
        lambda match: {"maximum": _number(match[1] or match[2])},
    ),
    (
        _pattern(rf"\b(?:greater than or equal to|not (?:be )?less than|at least)\s+{_NUMBER}{_ENDS}"),
        _keys("minimum"),
    ),
    (
        _pattern(rf"\b(?:must|should|has to) be (?:greater than|more than|above)\s+{_NUMBER}{_ENDS}"),
        _keys("exclusiveMinimum"),
    ),
)
_OF_TEXTS: Final = (
    (
        _pattern(
            r"(?:\bmax(?:imum)?\.?(?:\s+length)?(?:\s+(?:is|of))?:?|\bno (?:more|longer) than|\bat most|\bup to"
            r"|\blimited to|<=|≤)"
            r"\s+(\d{1,6})\s+char(?:acter)?s?\b"
        ),
        _keys("maxLength"),
    ),
    (_pattern(r"\b(?:max(?:imum)?\.? length)(?: is| of)?:?\s+(\d{1,6})\b"), _keys("maxLength")),
    (_pattern(r"\b(\d{1,6})[ -]char(?:acter)?s?\s+(?:max(?:imum)?|or (?:less|fewer))\b"), _keys("maxLength")),
    (
        _pattern(r"\b(?:min(?:imum)?\.?(?:\s+of)?|at least)\s+(\d{1,6})\s+char(?:acter)?s?\b"),
        _keys("minLength"),
    ),
)


def limits(notes: str, schema: JsonObject) -> JsonObject:
    """The bounds that notes state for a schema of a number or a text.

    >>> limits("How many to send. Defaults to 50 and max is 500.", {"type": "integer"})
    {'maximum': 500}
    """
    words = plain(notes)
    kind = schema.get("type")
    found: JsonObject = {}
    if kind in ("integer", "number") and not _UNITS.search(words):
        for pattern, keys in _OF_NUMBERS:
            if match := pattern.search(words):
                found = {**keys(match), **found}
    elif kind == "string" and "enum" not in schema and "maxLength" not in schema:
        for pattern, keys in _OF_TEXTS:
            if match := pattern.search(words):
                found = {**keys(match), **found}
    low, high = found.get("minimum"), found.get("maximum")
    return {} if low is not None and high is not None and low > high else found


def _number(text: str) -> Json:
    digits = text.replace(",", "")
    return float(digits) if "." in digits else int(digits)
