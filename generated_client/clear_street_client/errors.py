# Generated from openapi/clear-street.yaml (sha256 b34f4b76f9fe542314251be907863f930373b6e82a6292b858253d496529eb59)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

"""What can go wrong after a request was sent.  Every error carries the answer; none shows a body, header or credential.

    ClientError
    ├── UnexpectedStatus    the document does not list this status for the operation
    ├── ErrorResponse       the answer is one the document lists as a failure (``sync`` and ``asyncio`` only)
    └── DecodeError         the body is not what the document says it is

Transport failures are httpx's own (``httpx.TransportError``), except that an answer which breaks off after its status
was received is a ``DecodeError`` with that status and the part of the body that arrived.
"""

from collections.abc import Mapping
from typing import Any


class ClientError(Exception):
    """An answer was received that cannot be returned as a plain value.

    Attributes:
        status_code: The HTTP status; 0 if the value did not come from an answer (a direct ``from_dict``).
        headers: The answer's headers.
        content: The answer's raw body.
    """

    def __init__(self, what: str, status_code: int = 0, headers: Mapping[str, str] | None = None, content: bytes = b""):
        super().__init__(what)
        self.what = what
        self.status_code = status_code
        self.headers: Mapping[str, str] = {} if headers is None else headers
        self.content = content

    def __str__(self) -> str:
        return f"HTTP {self.status_code}: {self.what}" if self.status_code else self.what

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


class UnexpectedStatus(ClientError):
    """The document does not list this status for the operation: whether anything happened is not known from it."""


class ErrorResponse(ClientError):
    """The operation answered with a status that the document lists as a failure.

    Attributes:
        parsed: The decoded body, of the type the document gives for that status.
    """

    def __init__(
        self,
        what: str,
        status_code: int = 0,
        headers: Mapping[str, str] | None = None,
        content: bytes = b"",
        parsed: Any = None,
    ):
        super().__init__(what, status_code, headers, content)
        self.parsed = parsed


class DecodeError(ClientError):
    """A value is not what the document says, for example ``required field missing @ $.data[0].id``.

    Attributes:
        path: Where, as a JSON path.
    """

    def __init__(
        self,
        what: str,
        status_code: int = 0,
        headers: Mapping[str, str] | None = None,
        content: bytes = b"",
        path: str = "$",
    ):
        super().__init__(what, status_code, headers, content)
        self.path = path

    def inside(self, step: str | int) -> "DecodeError":
        """The same error, seen from the object or array that holds the value."""
        self.path = f"${_step(step)}{self.path[1:]}"
        return self

    def __str__(self) -> str:
        return f"{super().__str__()} @ {self.path}"


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    short = step if len(step) <= 60 else f"{step[:57]}..."
    return f".{short}" if short.isidentifier() else f"[{short!r}]"


__all__ = ["ClientError", "DecodeError", "ErrorResponse", "UnexpectedStatus"]
