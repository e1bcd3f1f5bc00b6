# Generated from openapi/clear-street.yaml (sha256 b34f4b76f9fe542314251be907863f930373b6e82a6292b858253d496529eb59)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

"""How an answer is read: by its status, strictly, and never into nothing."""

import json
import re
from collections.abc import Mapping
from typing import Any, Final, Literal, NoReturn, TypeAlias

from attrs import frozen

from ..errors import DecodeError, ErrorResponse, UnexpectedStatus
from ..types import Response
from .codec import Codec, Number

#: ``any`` is JSON of which the document says nothing, not even whether there is any.
Source = Literal["json", "any", "text", "bytes", "nothing"]
_CHARSET: Final = re.compile(r";\s*charset=\"?([\w.:-]+)", re.IGNORECASE)


@frozen
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
        if self.codec is None or self.source == "nothing":
            return None
        try:
            return self.codec.decode(_raw(self.source, headers, content))
        except DecodeError as error:
            raise DecodeError(error.what, status, headers, content, error.path) from None
        except RecursionError:
            raise DecodeError("nested too deeply", status, headers, content) from None


#: Every answer the document lists, the particular before the general, ``default`` last.
Answers: TypeAlias = tuple[Answer, ...]


def read_answer(
    answers: Answers, status: int, headers: Mapping[str, str], content: bytes
) -> tuple[Response[Any], bool]:
    """The answer with its decoded body, and whether the document calls it a failure."""
    for i, answer in enumerate(answers):
        if answer.first <= status <= answer.last:
            alike = [a for a in answers[i:] if (a.first, a.last) == (answer.first, answer.last)]
            answer = answer if len(alike) == 1 else _of_media(alike, headers)
            parsed = answer.read(status, headers, content)
            return Response(status, headers, content, parsed), answer.failure
    raise UnexpectedStatus("the document does not list this status", status, headers, content)


def _of_media(answers: list[Answer], headers: Mapping[str, str]) -> Answer:
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


def value_of(response: Response[Any], failure: bool) -> Any:
    """The decoded body of a success; a documented failure is raised."""
    if failure:
        raise ErrorResponse(
            "the operation failed", response.status_code, response.headers, response.content, response.parsed
        )
    return response.parsed


def _raw(source: Source, headers: Mapping[str, str], content: bytes) -> Any:
    if source == "bytes":
        return content
    if source == "text":
        return _decoded(headers, content)
    if not content.strip():
        if source == "any":
            return None
        raise DecodeError("expected JSON, got an empty body")
    try:
        return json.loads(content, parse_float=Number, parse_constant=_refuse)
    except ValueError:
        kind = _media(headers)
        if kind.isprintable() and kind and "json" not in kind:
            raise DecodeError(f"expected JSON, got {kind[:60]}") from None
        raise DecodeError("expected JSON, got something else or a part of it") from None


def _decoded(headers: Mapping[str, str], content: bytes) -> str:
    charset = _CHARSET.search(headers.get("content-type", ""))
    try:
        return content.decode(charset[1] if charset else "utf-8", "replace")
    except LookupError:  # nobody knows such a charset
        return content.decode("utf-8", "replace")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
