"""Facts told in prose become structured keys, and prose itself goes no further.

The vendors' sentences are theirs; what they state is a fact.  Extractors call ``facts`` on a description, keep the keys
it returns, and drop the text; they call ``without_prose`` on sample values.
"""

import re
from collections.abc import Callable
from typing import Final

from generator.model import Json, JsonObject

#: Between spaces: an address, a token or an id may look like words where digits interrupt it.
_WORDS: Final = re.compile(r"(?<!\S)[^\w\s]*[A-Za-z][A-Za-z'’-]+[^\w\s]*(?!\S)")
#: Stands where a sample held a sentence: the key and its type are facts, the wording is not.
PLACEHOLDER: Final = "text"

_RULES: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], JsonObject]], ...]] = (
    (re.compile(r"\bfactor of 1\b", re.I), lambda m: {"x-unit": "ratio"}),
    (re.compile(r"\brange:?\s*0\s*(?:-|–|to)\s*100\b|\bbetween 0 and 100\b", re.I), lambda m: {"x-unit": "percent"}),
    (re.compile(r"^\W*(?:QUERY\s*-\s*)?percentage of\b", re.I), lambda m: {"x-unit": "percent"}),
    (re.compile(r"\bcomma[- ](?:separated|delimited)\b", re.I), lambda m: {"explode": False}),
    (
        re.compile(r"(?:`null`|\bnull\b) (?:for|if|when|unless)\b|\bcan be null\b|\bmay be null\b|\bnullable\b", re.I),
        lambda m: {"nullable": True},
    ),
    (
        re.compile(r"^\W*deprecated\b|\b(?:is|are|was|been|now) deprecated\b|[(\[]deprecated\b", re.I),
        lambda m: {"deprecated": True},
    ),
    (
        re.compile(r"\bup to (\d+|nine) decimal places\b", re.I),
        lambda m: {"x-decimal-places": 9 if m[1].lower() == "nine" else int(m[1])},
    ),
)


def facts(text: str) -> JsonObject:
    """Structured keys for what a description states.

    ``x-unit``, ``explode``, ``nullable``, ``deprecated``, ``x-decimal-places``.

    >>> facts("Profit in percent (by a factor of 1)")
    {'x-unit': 'ratio'}
    """
    found: JsonObject = {}
    for pattern, keys in _RULES:
        if match := pattern.search(text):
            found = {**keys(match), **found}
    return found


def is_prose(text: str) -> bool:
    """Whether a sample string reads as a sentence: five or more words and more letters than anything else.

    Names and addresses ('2 East 45th Street') are short; enumerations, ids and dates have no words.
    """
    words = _WORDS.findall(text)
    return len(words) >= 5 or (len(words) >= 3 and text.rstrip().endswith((".", "!")))


_MESSAGE_KEYS: Final = frozenset(
    {"message", "msg", "detail", "description", "summary", "title", "reason", "error_description"}
)


def without_prose(value: Json, key: str = "") -> Json:
    """A sample with its sentences replaced by ``PLACEHOLDER``; everything else as it was."""
    if isinstance(value, dict):
        return {name: without_prose(child, name) for name, child in value.items()}
    if isinstance(value, list):
        return [without_prose(child, key) for child in value]
    if isinstance(value, str) and (is_prose(value) or (key in _MESSAGE_KEYS and len(_WORDS.findall(value)) >= 2)):
        return PLACEHOLDER
    return value
