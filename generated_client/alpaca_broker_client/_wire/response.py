# Generated from openapi/alpaca-broker.yaml (sha256 0b1631558de74bb4179d2ca197b63530c537f6e4fad82912be0d643199ddca4e)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

"""How an answer is read: by its status, strictly, and never into nothing."""

import json
from collections.abc import Mapping
from typing import Any, Literal, NoReturn, TypeAlias

from attrs import frozen

from ..errors import DecodeError, ErrorResponse, UnexpectedStatus
from ..types import Response
from .codec import Codec, Number

Source = Literal["json", "text", "bytes", "nothing"]


@frozen
class Answer:
    """What the document says of one status, or of a range of them (both ends included)."""

    first: int
    last: int
    source: Source
    codec: Codec[Any] | None = None
    failure: bool = False

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
    for answer in answers:
        if answer.first <= status <= answer.last:
            parsed = answer.read(status, headers, content)
            return Response(status, headers, content, parsed), answer.failure
    raise UnexpectedStatus("the document does not list this status", status, headers, content)


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
        return content.decode("utf-8", "replace")
    if not content.strip():
        raise DecodeError("expected JSON, got an empty body")
    try:
        return json.loads(content, parse_float=Number, parse_constant=_refuse)
    except ValueError:
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind.isprintable() and kind and "json" not in kind:
            raise DecodeError(f"expected JSON, got {kind[:60]}") from None
        raise DecodeError("expected JSON, got something else or a part of it") from None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
