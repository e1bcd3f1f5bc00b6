"""What can be wrong with an answer's content.  Each is a value; ``rewrite`` applies it to an answer."""

import gzip
import json
from collections.abc import Iterable
from typing import Final, Literal, TypeAlias

from attrs import evolve, field, frozen

from .messages import Answer, Headers, Json

How: TypeAlias = Literal["wrong_type", "unknown_word", "missing", "null"]
#: Fields whose text is one of a list of words.
WORDS: Final = frozenset(
    "side status asset_class exchange order_type order_class type time_in_force position_intent instrument_type"
    " position_type venue".split()
)
#: A word that no page lists.
NEW_WORD: Final = "word_of_tomorrow"


def names(given: Iterable[str]) -> frozenset[str]:
    return frozenset(given)


@frozen
class Replace:
    """Another status, body, kind of content, or these headers; ``None`` leaves what was there."""

    status: int | None = None
    body: bytes | None = None
    content_type: str | None = None
    headers: Headers = ()


@frozen
class HalfBody:
    """The first half of the body, with a length to match: a whole HTTP message whose JSON breaks off."""


@frozen
class Pad:
    """A body longer by so many bytes of blanks: the JSON stays right.  ``packed``: gzip, so that few bytes travel."""

    size: int
    packed: bool = False


@frozen
class Mangle:
    """Spoil ``fields`` (none named: every field; for words, every field of words) wherever they occur.

    ``entry``: only in that element of a JSON array (of ``data`` for Clear Street), counted from 0.
    """

    how: How
    fields: frozenset[str] = field(default=frozenset[str](), converter=names)
    entry: int | None = None


@frozen
class RepeatToken:
    """A list whose next page token never changes."""

    token: str = "WzAsIDFd"


Rewrite: TypeAlias = Replace | HalfBody | Pad | Mangle | RepeatToken


def rewrite(answer: Answer, how: Rewrite) -> Answer:
    match how:
        case Replace():
            named = {name.lower() for name, _ in how.headers}
            return evolve(
                answer,
                status=answer.status if how.status is None else how.status,
                body=answer.body if how.body is None else how.body,
                content_type=answer.content_type if how.content_type is None else how.content_type,
                headers=(*(kept for kept in answer.headers if kept[0].lower() not in named), *how.headers),
            )
        case HalfBody():
            return evolve(answer, body=answer.body[: len(answer.body) // 2])
        case Pad(size=size, packed=False):
            return evolve(answer, body=answer.body + b" " * size)
        case Pad(size=size):
            packed = gzip.compress(answer.body + b" " * size)
            return evolve(answer, body=packed, headers=(*answer.headers, ("Content-Encoding", "gzip")))
        case Mangle() | RepeatToken():
            content: Json = json.loads(answer.body)
            changed = repeated(content, how) if isinstance(how, RepeatToken) else mangled(content, how)
            return evolve(answer, body=json.dumps(changed).encode())


def repeated(content: Json, how: RepeatToken) -> Json:
    if isinstance(content, dict) and isinstance(metadata := content.get("metadata"), dict):
        return {**content, "metadata": {**metadata, "next_page_token": how.token}}
    return content


def mangled(content: Json, how: Mangle) -> Json:
    if how.entry is None:
        return spoiled(content, how)
    if isinstance(content, list):
        return [spoiled(each, how) if at == how.entry else each for at, each in enumerate(content)]
    if isinstance(content, dict) and isinstance(content.get("data"), list):
        return {**content, "data": mangled(content["data"], how)}
    return content


def spoiled(content: Json, how: Mangle) -> Json:
    if isinstance(content, list):
        return [spoiled(each, how) for each in content]
    if not isinstance(content, dict):
        return content
    found: dict[str, Json] = {}
    for name, value in content.items():
        if not is_meant(name, value, how):
            found[name] = spoiled(value, how)
        elif how.how != "missing":
            found[name] = spoiled_value(value, how.how)
    return found


def is_meant(name: str, value: Json, how: Mangle) -> bool:
    if how.fields:
        return name in how.fields
    if how.how == "unknown_word":
        return name in WORDS and isinstance(value, str)
    return not isinstance(value, dict | list)


def spoiled_value(value: Json, how: How) -> Json:
    match how, value:
        case "unknown_word", _:
            return NEW_WORD
        case "wrong_type", str():
            return 17
        case "wrong_type", _:
            return "seventeen"
        case _:
            return None
