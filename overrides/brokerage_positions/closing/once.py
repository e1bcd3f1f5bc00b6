"""A close is written down, sent once, and its outcome written down, whatever happens in between."""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeGuard, TypeVar

from attrs import frozen

from brokerage_positions.asking import Context, GeneratedRequest, exchange_of, tell
from brokerage_positions.brokers.desk import Readable
from brokerage_positions.closing.outcome import OutcomeUnknown, Unanswered
from brokerage_positions.errors import CloseAccepted, Exchange, NotSent, PositionsError
from brokerage_positions.io import Lost, Operation, Received, Send, Sleep
from brokerage_positions.io.retry import asked_to_wait
from brokerage_positions.journal import Intent, Journal, JournalError, State
from brokerage_positions.statuses import failure

T = TypeVar("T")
#: The broker said no, and therefore did nothing.
_REFUSED: Final = frozenset({400, 401, 403, 404, 409, 422})
_SENDS: Final = 3
_PAUSE: Final = 0.2
NOTHING_CLOSED: Final = "Nothing was closed by this request"


@frozen
class Once:
    """One close on its way: the intent, where it is written down, and how its answer is read.

    ``again`` is asked after HTTP 429 whether the close may be sent a second time; None never.
    """

    intent: Intent
    journal: Journal
    context: Context
    read: Callable[[Received], Readable]
    resolve: Callable[..., Any]
    again: Callable[[], Operation[bool]] | None = None


def send_once(once: Once, request: GeneratedRequest) -> Operation[Any]:
    """The decoded answer; everything else is an error that says what is known of the order.

    Between the intent on disk and the outcome on disk there is no path on which either is forgotten.
    """
    send = once.context.send(request, close=True)
    _begin(once)
    resent = False
    while True:
        started = time.monotonic()
        answer = yield from _sent(once, send)
        seconds = time.monotonic() - started
        limited = answer if not resent and isinstance(answer, Received) and answer.status == 429 else None
        try:
            if limited is None or once.again is None:
                return _outcome(once, send, answer, resent)
        finally:  # whatever the listener does, the outcome is on disk
            tell(exchange_of(send, answer), seconds, once.context.heard)
        if not (yield from _may_resend(once, once.again, limited)):
            return _outcome(once, send, answer, resent)
        resent = True


def _begin(once: Once) -> None:
    try:
        once.journal.begin(once.intent, override=once.context.options.override)
    except Exception:  # refused, or not written: there is no intent
        raise
    except BaseException as interruption:
        _note(once, "not_sent", {"why": f"interrupted by {type(interruption).__name__}"}, interruption)
        raise


def _sent(once: Once, send: Send) -> Operation[Received | Lost]:
    """Send; and again only while it is proven that nothing was sent."""
    answer: Received | Lost = Lost("not sent yet", unsent=True)
    for attempt in range(1, _SENDS + 1):
        try:
            answer = yield send
        except BaseException as interruption:
            _note(once, "unknown", {"why": f"interrupted by {type(interruption).__name__}"}, interruption)
            raise
        late = send.deadline is not None and time.monotonic() + _PAUSE >= send.deadline
        if not (isinstance(answer, Lost) and answer.unsent) or late:
            break
        if attempt < _SENDS:
            yield from _asleep(once, _PAUSE * attempt)
    return answer


def _asleep(once: Once, seconds: float) -> Operation[None]:
    try:
        yield Sleep(seconds)
    except BaseException as interruption:
        _note(once, "not_sent", {"why": f"interrupted by {type(interruption).__name__}"}, interruption)
        raise


def _may_resend(once: Once, again: Callable[[], Operation[bool]], answer: Received) -> Operation[bool]:
    seconds = asked_to_wait(answer.headers) or 1.0
    if once.context.ends is not None and time.monotonic() + seconds >= once.context.ends:
        return False
    try:
        yield Sleep(seconds)
        return (yield from again())
    except PositionsError:
        return False
    except BaseException as interruption:
        _note(once, "refused", {"status": 429}, interruption)
        raise


def _outcome(once: Once, send: Send, answer: Received | Lost, resent: bool) -> Any:
    """What an answer to the only send means for the money."""
    exchange = exchange_of(send, answer)
    if isinstance(answer, Lost):
        if answer.unsent and not resent:
            error: PositionsError = NotSent(f"no connection ({answer.why})", exchange)
            raise _written(once, "not_sent", {"why": answer.why}, error)
        raise _unknown(once, exchange, f"no answer ({answer.why})")
    if 200 <= answer.status < 300:
        return _accepted(once, exchange, answer)
    refused = answer.status in _REFUSED or answer.status == 429
    if not refused or resent:
        after = "a second send was answered with " if resent else ""
        raise _unknown(once, exchange, f"{after}HTTP {answer.status}")
    detail = {"status": answer.status, "code": exchange.code}
    raise _written(once, "refused", detail, failure(exchange, NOTHING_CLOSED))


def _accepted(once: Once, exchange: Exchange, answer: Received) -> Any:
    found = once.read(answer)
    if found.whole and answer.complete:
        try:
            once.journal.finish(once.intent.id, "accepted", {"status": answer.status})
        except JournalError as problem:
            error = CloseAccepted("the order was placed, but the journal could not be told", exchange)
            error.entries = _each(found.value)
            raise error from problem
        return found.value
    error = CloseAccepted(f"accepted, but the answer cannot be read in full: {found.why or 'it broke off'}", exchange)
    error.entries = _each(found.value)
    raise _written(once, "accepted", {"status": answer.status, "why": found.why}, error)


def _each(value: Any) -> tuple[Any, ...]:
    """The orders, or the entries of a report, in what could be read."""
    if value is None:
        return ()
    orders: Any = getattr(value, "data", value)  # Clear Street wraps them
    return tuple(orders) if _are_many(orders) else (orders,)


def _are_many(orders: Any) -> TypeGuard[Sequence[Any]]:
    return isinstance(orders, Sequence)


def _unknown(once: Once, exchange: Exchange, why: str) -> PositionsError:
    asked = Unanswered(once.intent, why, time.monotonic())
    error = OutcomeUnknown(asked, exchange, once.resolve)
    return _written(once, "unknown", {"why": why, "status": exchange.status}, error)


def _written(once: Once, state: State, detail: Mapping[str, Any], error: PositionsError) -> PositionsError:
    """The error, with the outcome on disk; if the disk fails, the error says that too."""
    _note(once, state, detail, error)
    return error


def _note(once: Once, state: State, detail: Mapping[str, Any], error: BaseException) -> None:
    try:
        once.journal.finish(once.intent.id, state, dict(detail))
    except JournalError as problem:
        error.add_note(f"The journal could not be told: {problem}")
