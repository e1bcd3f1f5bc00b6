"""The class that response prose names: ``An array of Position objects``."""

import re
from collections.abc import Sequence
from typing import Final

from generator.extract.hugo.context import Context, class_name
from generator.model import JsonObject

_CLASS: Final = re.compile(r"((?:\b[A-Z][A-Za-z0-9]{0,60} ){1,6})(?:objects?|models?|entit(?:y|ies)|resources?)\b")
_OBJECTS: Final = re.compile(r"\b(?:objects?|entit(?:y|ies)|models?)\b", re.I)
_LIST: Final = re.compile(r"\b(?:arrays?|lists?|collection)\b", re.I)
_LIST_OF: Final = re.compile(
    r"\b(?:array|list) of (?:the |all )?([A-Za-z ]{2,40}?)\b(?=[.,;]|$| (?:for|that|in|with)\b)", re.I
)
#: Words that begin a sentence, not the name of a class.
_NOT_NAMES: Final = frozenset(
    "a an the this that each all any array arrays list lists of returns return returned requested updated created new"
    " single json http response error errors if when an one entire full same resulting corresponding".split()
)
#: A short sentence is about what it ends with: ``The updated watchlist.``
_SHORT: Final = 8


def named(prose: Sequence[str], context: Context) -> JsonObject | None:
    """The class that response prose names: ``An array of Position objects``."""
    for text in prose:
        for sentence in re.split(r"(?<=[.;])\s", text):
            name, at = _class_in(sentence, context)
            if name is not None:
                ref = {"$ref": f"#/components/schemas/{name}"}
                return {"type": "array", "items": ref} if _LIST.search(sentence[:at]) else ref
    return None


def _class_in(sentence: str, context: Context) -> tuple[str | None, int]:
    for match in _CLASS.finditer(sentence):
        words = match[1].split()
        while words and words[0].lower() in _NOT_NAMES:
            words = words[1:]
        if words and not (len(words) == 1 and words[0].isupper() and words[0].lower() in ("json", "http")):
            name = class_name(" ".join(words))
            return context.known(name) or name, match.start()
    for match in _OBJECTS.finditer(sentence):
        words = sentence[: match.start()].split()[-4:]
        for first in range(len(words)):
            if (known := context.known(class_name(" ".join(words[first:])))) is not None:
                return known, match.start()
    words = re.findall(r"[A-Za-z]+", sentence)
    for count in (3, 2, 1) if len(words) <= _SHORT and not _OBJECTS.search(sentence) else ():
        if (known := context.known(class_name(" ".join(words[-count:])))) is not None:
            return known, len(sentence)
    listed = _LIST_OF.search(sentence)
    known = context.known(class_name(listed[1])) if listed else None
    if listed and known is not None:
        return known, listed.end()
    return None, 0


def shape(prose: Sequence[str]) -> JsonObject | None:
    """What prose says of a body without naming a class: ``an array of objects``."""
    for text in prose:
        if re.search(r"\b(?:array|list) of (?:json )?objects\b", text, re.I):
            return {"type": "array", "items": {"type": "object"}}
        if re.search(r"\b(?:array|list) of strings\b", text, re.I):
            return {"type": "array", "items": {"type": "string"}}
    return None
