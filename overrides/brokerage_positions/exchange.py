"""A request and what came back of it."""

from collections.abc import Mapping
from typing import Final

from attrs import field, frozen


@frozen
class Exchange:
    """What was asked and what came back, as far as it did.

    ``target`` is the path and query that were sent.  ``status`` is 0 without an answer.  ``code`` and ``message`` are
    the broker's own, where its answer has them.
    """

    method: str
    target: str
    status: int = 0
    headers: Mapping[str, str] = field(factory=dict[str, str], repr=False)
    content: bytes = field(default=b"", repr=False)
    code: int | None = None
    message: str | None = None

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]

    @property
    def request_id(self) -> str | None:
        """What the broker's support asks for."""
        return next((self.headers[name] for name in _REQUEST_IDS if name in self.headers), None)


_REQUEST_IDS: Final = ("x-request-id", "request-id", "x-correlation-id", "cf-ray")
