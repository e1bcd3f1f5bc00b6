"""What can go wrong, and what it means for the money.

    PositionsError
    ├── NotSent                    nothing reached the broker
    │   ├── UnresolvedTwin         an earlier close of the same position may still be at work (``journal``)
    │   ├── PlanRefused            a plan is old, executed, or no longer what the account holds
    │   ├── JournalError           the journal cannot be written: without it no close is sent (``journal``)
    │   └── UsedAfterFork          a client was carried over a fork
    ├── NoAnswer                   a read got no answer, however often it was sent
    │   └── RequestTimeout
    ├── StatusError                the broker answered with a failure
    │   ├── BadRequest 400, Unauthorized 401, Forbidden 403, NotFound 404, Conflict 409, UnprocessableEntity 422
    │   ├── RateLimited 429        ``retry_after`` says when, if the broker does
    │   └── ServerError 5xx        of a read only: a close that ends so is an OutcomeUnknown
    ├── AnswerUnreadable           a read was answered with something the document does not describe
    ├── CloseAccepted              a close was accepted, but the answer cannot be read: it must not be sent again
    └── OutcomeUnknown             nobody can say yet whether the order was placed: ``resolve()`` judges by evidence

``PartialClose`` is the exception group of ``CloseReport.raise_for_failures()``.  Every error says what was asked and
carries the answer, if there was one; none shows a credential, and none quotes a body.  Bad input is a ``ValueError`` or
``TypeError`` before anything is sent.
"""

from collections.abc import Mapping
from typing import Any, Final

from brokerage_positions.exchange import Exchange as Exchange

NOTHING_ASKED: Final = Exchange("", "")


class PositionsError(Exception):
    """``what`` happened, what it means for the ``money``, and what ``todo``."""

    money = ""
    todo = ""

    def __init__(self, what: str, exchange: Exchange = NOTHING_ASKED, *, money: str = "", todo: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.exchange = exchange
        if money:
            self.money = money
        if todo:
            self.todo = todo

    @property
    def method(self) -> str:
        """The method that was sent, or empty."""
        return self.exchange.method

    @property
    def path(self) -> str:
        """The path that was sent, without its query."""
        return self.exchange.path

    @property
    def status(self) -> int:
        """The HTTP status; 0 without an answer."""
        return self.exchange.status

    @property
    def code(self) -> int | None:
        """The broker's own number for the failure."""
        return self.exchange.code

    @property
    def message(self) -> str | None:
        """The broker's own words for the failure."""
        return self.exchange.message

    @property
    def request_id(self) -> str | None:
        """What the broker's support asks for."""
        return self.exchange.request_id

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the answer, names in lower case."""
        return self.exchange.headers

    @property
    def content(self) -> bytes:
        """The raw body of the answer, as far as it came."""
        return self.exchange.content

    def __str__(self) -> str:
        asked = f"{self.method} {self.path}: " if self.method else ""
        tail = [text for text in (self.money, self.todo) if text]
        known = f" (request {self.request_id})" if self.request_id else ""
        return ". ".join([f"{asked}{self.what}{known}", *tail])

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), self.args, dict(self.__dict__))


def _restored(kind: type[PositionsError], arguments: tuple[Any, ...], state: dict[str, Any]) -> PositionsError:
    error = kind.__new__(kind, *arguments)
    error.args = arguments
    error.__dict__.update(state)
    return error


class NotSent(PositionsError):
    """Nothing reached the broker."""

    money = "Nothing was sent"


class PlanRefused(NotSent):
    """A plan is old, dated in the future, executed before, or no longer what the account holds."""


class UsedAfterFork(NotSent):
    """A client was carried over a fork: both processes would write on its connections."""

    todo = "Make a new client in the child process"


class NoAnswer(PositionsError):
    """A read got no answer, however often it was sent."""

    money = "A read moves no money"


class RequestTimeout(NoAnswer):
    """A read took longer than its timeout or the deadline."""


class StatusError(PositionsError):
    """The broker answered with a failure."""


class BadRequest(StatusError):
    """400."""


class Unauthorized(StatusError):
    """401."""

    todo = "Check the key, and that it belongs to this environment (sandbox or production)"


class Forbidden(StatusError):
    """403: at Alpaca also too little quantity, no position, or shorting not allowed; the broker's code tells which."""


class NotFound(StatusError):
    """404: no such position or account."""


class Conflict(StatusError):
    """409."""


class UnprocessableEntity(StatusError):
    """422."""


class RateLimited(StatusError):
    """429.  ``retry_after`` is the number of seconds the broker asks for, if it says so."""

    retry_after: float | None = None


class ServerError(StatusError):
    """5xx, of a read."""


class AnswerUnreadable(PositionsError):
    """A read was answered with something that the document does not describe; ``exchange.content`` has it raw."""


class CloseAccepted(PositionsError):
    """The close was accepted, but its answer cannot be read in full.

    ``entries`` are those parts of the answer that could be (orders at Clear Street, report entries of a close-all).
    """

    money = "The order was accepted"
    todo = "Do not send it again: read the orders"
    entries: tuple[Any, ...] = ()
