# Generated from openapi/alpaca-broker.yaml (sha256 0b1631558de74bb4179d2ca197b63530c537f6e4fad82912be0d643199ddca4e)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

"""How an answer is read: by its status, strictly, and never into nothing."""

import json
import re
from collections.abc import Mapping
from typing import Any, Final, Literal, NoReturn, TypeAlias

from attrs import frozen

from ..errors import DecodeError, UnexpectedStatus
from .codec import Codec, Number

#: ``any`` is JSON of which the document says nothing, not even whether there is any.
Source = Literal["json", "any", "text", "bytes", "nothing"]
_CHARSET: Final = re.compile(r";\s*charset=\"?([\w.:-]+)", re.IGNORECASE)


@frozen(eq=False)
class Answer:
    """What the document says of one status, or of a range of them (both ends included), in one media type."""

    first: int
    last: int
    source: Source
    codec: Codec[Any] | None = None
    failure: bool = False
    media: str = "application/json"

    def read(self, status: int, headers: Mapping[str, str], content: bytes) -> Any:
        """The decoded body."""
        codec = self.codec
        if codec is None:
            return None
        try:
            return codec.decode(_raw(self.source, headers, content))
        except DecodeError as error:
            raise DecodeError(error.what, status, headers, content, error.path) from None
        except RecursionError:
            raise DecodeError("nested too deeply", status, headers, content) from None


#: What an operation may answer: the statuses, both ends included, and an entry for each media type.
Answers: TypeAlias = tuple[tuple[int, int, tuple[Answer, ...]], ...]


def by_status(answers: tuple[Answer, ...]) -> Answers:
    """Every answer the document lists, in its order: the particular before the general, ``default`` last."""
    found: dict[tuple[int, int], list[Answer]] = {}
    for answer in answers:
        found.setdefault((answer.first, answer.last), []).append(answer)
    return tuple((first, last, tuple(alike)) for (first, last), alike in found.items())


def accepted(answers: tuple[Answer, ...]) -> dict[str, str]:
    """The header that asks for what the document lists."""
    media = dict.fromkeys(answer.media for answer in answers if answer.source != "nothing")
    return {"Accept": ", ".join(media)} if media else {}


def find_answer(answers: Answers, status: int, headers: Mapping[str, str], content: bytes) -> Answer:
    """What the document says of this answer."""
    for first, last, alike in answers:
        if first <= status <= last:
            return alike[0] if len(alike) == 1 else _of_media(alike, headers)
    raise UnexpectedStatus("the document does not list this status", status, headers, content)


def _of_media(answers: tuple[Answer, ...], headers: Mapping[str, str]) -> Answer:
    """The one whose media type the answer has; else what is alike, else the first, which is JSON if any is."""
    said = _media(headers)
    for answer in answers:
        if answer.media == said:
            return answer
    for answer in answers:
        alike = answer.source == "json" and "json" in said
        if said and (alike or (answer.media.endswith("*") and said.startswith(answer.media.partition("*")[0]))):
            return answer
    return answers[0]


def _media(headers: Mapping[str, str]) -> str:
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def _raw(source: Source, headers: Mapping[str, str], content: bytes) -> Any:
    if source == "bytes":
        return content
    if source == "text":
        return _decoded(headers, content)
    try:
        return _json(content)
    except ValueError:
        if not content.strip():
            if source == "any":
                return None
            raise DecodeError("expected JSON, got an empty body") from None
        kind = _media(headers)
        if kind.isprintable() and kind and "json" not in kind:
            raise DecodeError(f"expected JSON, got {kind[:60]}") from None
        raise DecodeError("expected JSON, got something else or a part of it") from None


def _json(content: bytes) -> Any:
    if not content.startswith(_IN_UTF_8):
        return _JSON.decode(content.decode(json.detect_encoding(content), "surrogatepass"))
    text = content.decode("utf-8", "surrogatepass")
    found, end = _JSON.raw_decode(text)
    if end < len(text) and text[end:].strip(" \t\n\r"):
        raise ValueError("more than one value")
    return found


def _decoded(headers: Mapping[str, str], content: bytes) -> str:
    charset = _CHARSET.search(headers.get("content-type", ""))
    try:
        return content.decode(charset[1] if charset else "utf-8", "replace")
    except LookupError:  # nobody knows such a charset
        return content.decode("utf-8", "replace")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


_JSON: Final = json.JSONDecoder(parse_float=Number, parse_constant=_refuse)
#: An answer that begins so is in no other encoding, and has no space to skip.
_IN_UTF_8: Final = (b'{"', b'[{"', b"{}", b"[]")
