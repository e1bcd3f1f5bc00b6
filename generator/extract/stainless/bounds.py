"""Constraint lines as JSON-schema keywords: ``formatint64``, or glued ``formatint64maximum1000minimum1``."""

import json
import re
from typing import Final

from generator.model import Json, JsonObject

_NUMBER: Final = r"-?\d{1,30}(?:\.\d{1,30})?"
_NUMERIC: Final = (
    "exclusiveMaximum|exclusiveMinimum|maximum|minimum|maxLength|minLength|maxItems|minItems|maxProperties|minProperties"
    "|multipleOf"
)
#: Trailing words of prose are constraints only in these formats: "formatted" is a word.
_FORMATS: Final = (
    "int8|int16|int32|int64|uint8|uint16|uint32|uint64|float|double|decimal|date-time|date|time|duration|uuid|byte|binary"
    "|base64url|base64|email|hostname|ipv4|ipv6|uri-reference|uri|url|password|char|regex|unixtime"
)
_PART: Final = re.compile(
    rf"(?P<number>{_NUMERIC}):?\s?(?P<bound>{_NUMBER})"
    rf"|format:?\s?(?P<format>{_FORMATS})"
    r"|default:?\s?(?P<default>true|false|null|-?\d{1,18}(?:\.\d{1,18})?|\"[^\"\n]{0,200}\"|[A-Z][A-Z0-9_]{0,80})"
    r"|(?P<unique>uniqueItems)(?:true)?"
)
_TAIL: Final = re.compile(rf"(?:{_NUMERIC})\d{{1,18}}$")
_ODD_FORMAT: Final = re.compile(r"format(?P<format>[a-z][a-z0-9]*(?:[-_][a-z0-9]+)+)")
MAX_LINE: Final = 500


def read(text: str) -> JsonObject | None:
    """The constraints a whole line or word consists of; ``None`` where it is anything else."""
    text = text.strip()
    if not text or len(text) > MAX_LINE:
        return None
    found: JsonObject = {}
    at = 0
    while at < len(text):
        if text[at] == " ":
            at += 1
            continue
        if text.startswith("pattern", at) and len(text) > at + 7:
            found.update(_pattern(text[at + 7 :]))
            return found
        part = _PART.match(text, at) or _ODD_FORMAT.match(text, at)
        if part is None:
            return None
        found.update(_keyword(part))
        at = part.end()
    return found


def _keyword(part: re.Match[str]) -> JsonObject:
    groups = part.groupdict()
    if groups.get("number"):
        return {groups["number"]: _numeral(groups["bound"])}
    if groups.get("format"):
        return {"format": groups["format"]}
    if groups.get("unique"):
        return {"uniqueItems": True}
    spelled = groups["default"]
    plain = spelled[0] in '"-' or spelled[0].isdigit() or spelled in ("true", "false", "null")
    return {"default": json.loads(spelled) if plain else spelled}


def _numeral(text: str) -> Json:
    return float(text) if "." in text else int(text)


def _pattern(text: str) -> JsonObject:
    """A pattern runs to the end of its line, but for bounds glued behind it."""
    found: JsonObject = {}
    while (tail := _TAIL.search(text)) and tail.start():
        found = {**(read(tail[0]) or {}), **found}
        text = text[: tail.start()]
    return {"pattern": text.lstrip(":").strip(), **found}


def split(prose: str) -> tuple[str, JsonObject]:
    """Prose without the constraints at its end, and those constraints."""
    words = prose.split(" ")
    found: JsonObject = {}
    while words and ((keywords := read(words[-1])) is not None or not words[-1]):
        words.pop()
        found = {**(keywords or {}), **found}
    return " ".join(words), found
