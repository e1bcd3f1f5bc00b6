# Generated from openapi/clear-street.yaml (sha256 b34f4b76f9fe542314251be907863f930373b6e82a6292b858253d496529eb59)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

"""The few types that every operation and model shares."""

from collections.abc import Mapping
from enum import Enum
from typing import IO, Any, BinaryIO, Final, Generic, Literal, TypeAlias, TypeVar

from attrs import define, field, frozen


class Unset(Enum):
    """The type of ``UNSET``; an enum, so that ``is UNSET`` narrows types and holds after pickle, copy and deepcopy."""

    UNSET = "UNSET"

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"


#: Left out: not sent, or not in the answer.  ``None`` is something else: the JSON value null.
UNSET: Final = Unset.UNSET

FileContent = IO[bytes] | bytes | str
#: What httpx takes for one part of a form: file name, content, content type.
FileTypes = tuple[str | None, FileContent, str | None]


@define
class File:
    """Binary content, to be sent or as received."""

    payload: BinaryIO
    file_name: str | None = None
    mime_type: str | None = None

    def to_tuple(self) -> FileTypes:
        """The form part, as httpx takes it."""
        return self.file_name, self.payload, self.mime_type


@frozen
class Request:
    """A request as the document describes it, not yet tied to a server or to credentials.

    ``target`` is the path and query exactly as they go on the wire.  Only method and target are shown by ``repr``.
    """

    method: str
    target: str
    headers: Mapping[str, str] = field(factory=dict, repr=False)
    cookies: Mapping[str, str] = field(factory=dict, repr=False)
    content: bytes | None = field(default=None, repr=False)
    data: Mapping[str, str | list[str]] | None = field(default=None, repr=False)
    files: list[tuple[str, FileTypes]] | None = field(default=None, repr=False)


#: A JSON value that fits nothing the document says, kept as it came.
RawJson: TypeAlias = "dict[str, Any] | list[Any] | str | float | bool"

T_co = TypeVar("T_co", covariant=True)


@frozen
class Response(Generic[T_co]):
    """An answer: its status (a plain ``int``, so that 520 works too), headers, raw body, and the decoded body."""

    status_code: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)
    parsed: T_co


__all__ = ["UNSET", "File", "FileTypes", "RawJson", "Request", "Response", "Unset"]
