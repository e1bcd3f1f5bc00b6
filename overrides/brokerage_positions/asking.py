"""Questions to a broker: a read is sent until it is answered, and its answer decoded or turned into an error."""

import json
import logging
import time
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import Any, Final, Protocol, TypeVar

from attrs import field, frozen

from brokerage_positions.errors import (
    AnswerUnreadable,
    Exchange,
    NoAnswer,
    RequestTimeout,
)
from brokerage_positions.io import Lost, Operation, Received, Retry, Send, read
from brokerage_positions.io.settings import own_headers
from brokerage_positions.json_values import as_object, as_text, is_object
from brokerage_positions.statuses import failure

T = TypeVar("T")
_LOG: Final = logging.getLogger("brokerage_positions")


class GeneratedRequest(Protocol):
    """The ``Request`` of either generated package."""

    @property
    def method(self) -> str: ...
    @property
    def target(self) -> str: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    @property
    def content(self) -> Any: ...


@frozen(kw_only=True)
class Options:
    """How one call is made; what is left out is as the client was made.

    ``timeout``: seconds for each step of a request.  ``deadline``: seconds for the whole call with its retries.
    ``retry``: how often a read is sent again.  ``headers``: sent beside the client's own.

    Of a close: ``read_before`` reads the position first; without it nothing can be resolved by quantities, and a close
    of the same asset under another name is not recognised.  ``override`` names journal ids of earlier closes that the
    caller answers for.  ``more_than_held`` lets a quantity through that exceeds the position.  ``retry_rate_limited``
    sends a whole close once more after HTTP 429, if the position is unchanged when read again.
    """

    timeout: float | None = 30.0
    deadline: float | None = 120.0
    retry: Retry = field(factory=Retry)
    headers: Mapping[str, str] = field(factory=dict[str, str], converter=own_headers, repr=False)
    read_before: bool = True
    override: tuple[str, ...] = ()
    more_than_held: bool = False
    retry_rate_limited: bool = False


@frozen
class Context:
    """What one call runs with: its options, when it must end (monotonic), and who hears of every exchange."""

    options: Options
    ends: float | None
    heard: Callable[[Exchange, float], None] | None = None

    def renewed(self) -> "Context":
        """The same with the whole deadline ahead: for a call that waits on purpose between its reads."""
        return context(self.options, self.heard)

    def send(self, request: GeneratedRequest, *, close: bool = False) -> Send:
        headers = {**request.headers, **self.options.headers}
        return Send(request.method, request.target, headers, request.content, close, self.options.timeout, self.ends)


def context(options: Options, heard: Callable[[Exchange, float], None] | None = None) -> Context:
    """The context of a call that begins now."""
    return Context(options, None if options.deadline is None else time.monotonic() + options.deadline, heard)


#: Where ``captured()`` collects.
_CAPTURED: ContextVar[list[Exchange] | None] = ContextVar("captured", default=None)


class captured:
    """``with captured() as exchanges:`` collects every exchange of the calls made inside, with headers and raw body."""

    def __enter__(self) -> list[Exchange]:
        found: list[Exchange] = []
        self._token = _CAPTURED.set(found)
        return found

    def __exit__(self, *_: object) -> None:
        _CAPTURED.reset(self._token)


def tell(exchange: Exchange, seconds: float, heard: Callable[[Exchange, float], None] | None) -> None:
    """Let those who listen know of one exchange.  One that fails is logged: it must not cost the caller an order."""
    if (collected := _CAPTURED.get()) is not None:
        collected.append(exchange)
    if heard is not None:
        try:
            heard(exchange, seconds)
        except Exception:
            _LOG.exception("on_exchange failed")


def exchange_of(send: Send, answer: Received | Lost) -> Exchange:
    """What was asked and what came back, with the broker's own code and message where they can be found."""
    if isinstance(answer, Lost):
        return Exchange(send.method, send.target)
    code, message = said(answer.content) if answer.status >= 400 else (None, None)
    return Exchange(send.method, send.target, answer.status, answer.headers, answer.content, code, message)


_LONGEST_MESSAGE: Final = 300


def said(content: bytes) -> tuple[int | None, str | None]:
    """The code and message of an error body, in either broker's shape; nothing of one that is no JSON object."""
    try:
        body = as_object(json.loads(content))
    except (ValueError, RecursionError):
        return None, None
    if is_object(body.get("error")):
        body = body["error"]
    code, message = body.get("code"), as_text(body.get("message"))
    text = None if message is None else " ".join(message.split())[:_LONGEST_MESSAGE]
    return code if isinstance(code, int) and not isinstance(code, bool) else None, text or None


def ask(request: GeneratedRequest, decode: Callable[[Received], T], context: Context) -> Operation[T]:
    """Send a read; the decoded answer.  ``decode`` raises ``Undecodable`` for what it cannot read."""
    send = context.send(request)
    started = time.monotonic()
    answer = yield from read(send, context.options.retry)
    exchange = exchange_of(send, answer)
    tell(exchange, time.monotonic() - started, context.heard)
    if isinstance(answer, Lost):
        kind = RequestTimeout if answer.timeout else NoAnswer
        raise kind(f"no answer ({answer.why})", exchange, money=NoAnswer.money)
    if not 200 <= answer.status < 300:
        raise failure(exchange, NoAnswer.money)
    if not answer.complete and context.ends is not None and time.monotonic() >= context.ends:
        raise RequestTimeout("the deadline passed before the answer was whole", exchange, money=NoAnswer.money)
    if not answer.complete:
        raise AnswerUnreadable("the answer broke off or is too large", exchange, money=NoAnswer.money)
    try:
        return decode(answer)
    except Undecodable as error:
        raise AnswerUnreadable(f"the answer cannot be read: {error}", exchange, money=NoAnswer.money) from None


class Undecodable(Exception):
    """An answer is not what the document says; the text says where."""


def decoder(
    parse: Callable[[tuple[int, Mapping[str, str], bytes]], Any], unreadable: type[Exception]
) -> Callable[[Received], Any]:
    """``parse_response`` of a generated operation as ``ask`` wants it; ``unreadable`` is that package's error."""

    def decode(answer: Received) -> Any:
        try:
            return parse((answer.status, answer.headers, answer.content)).parsed
        except unreadable as error:
            raise Undecodable(str(error)) from None

    return decode
