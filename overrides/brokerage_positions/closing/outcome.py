"""An outcome that nobody knows yet."""

from collections.abc import Callable
from typing import Any

from attrs import frozen

from brokerage_positions.errors import Exchange, PositionsError
from brokerage_positions.journal import Intent


@frozen
class Unanswered:
    """A close without a readable outcome.

    ``why``: what happened instead.  ``given_up``: seconds of this process's monotonic clock when the request was given
    up; later changes at the broker may still be its doing.
    """

    intent: Intent
    why: str
    given_up: float


class OutcomeUnknown(PositionsError):
    """The close was sent, and nobody can say from the answer whether its order was placed.

    ``close_id`` is its id in the journal.  ``resolve(...)`` reads the account again and judges by evidence; its
    arguments and result are those of the client's ``resolve`` (awaitable on an async client).
    """

    money = "The order may have been placed"
    todo = "Do not send it again: resolve() judges by evidence"

    def __init__(self, unanswered: Unanswered, exchange: Exchange, resolve: Callable[..., Any] | None = None) -> None:
        super().__init__(unanswered.why, exchange)
        self.unanswered = unanswered
        self._resolve = resolve

    @property
    def close_id(self) -> str:
        """The id of the close in the journal."""
        return self.unanswered.intent.id

    def resolve(self, **arguments: Any) -> Any:
        """See ``resolve`` of the client."""
        if self._resolve is None:
            raise RuntimeError(f"this error was carried over from another process: client.resolve({self.close_id!r})")
        return self._resolve(self.close_id, self.unanswered.given_up, **arguments)

    def __reduce__(self) -> tuple[Any, ...]:
        return OutcomeUnknown, (self.unanswered, self.exchange)
