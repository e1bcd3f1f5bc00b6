"""When a read is sent again.  A close never passes through here."""

import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Final

import tenacity
from attrs import field, frozen
from tenacity.wait import wait_base

from brokerage_positions.io.drive import Operation
from brokerage_positions.io.effects import Lost, Received, Send, Sleep

_TRY_AGAIN: Final = frozenset({408, 429, *range(500, 600)})


@frozen
class Retry:
    """At most ``attempts`` sends of a read, with jittered, growing waits between them."""

    attempts: int = 4
    wait: wait_base = field(factory=lambda: tenacity.wait_random_exponential(multiplier=0.25, max=8), repr=False)

    def seconds(self, attempt: int) -> float:
        """The wait after so many attempts, drawn anew each time."""
        state = tenacity.RetryCallState(tenacity.Retrying(), None, (), {})
        state.attempt_number = attempt
        return float(self.wait(state))


def read(send: Send, retry: Retry) -> Operation[Received | Lost]:
    """Send until there is an answer worth reading, the attempts are used up, or the deadline would pass."""
    attempt = 0
    while True:
        attempt += 1
        answer: Received | Lost = yield send
        if attempt >= retry.attempts or not _worth_another(answer):
            return answer
        asked = asked_to_wait(answer.headers) if isinstance(answer, Received) else None
        seconds = max(asked or 0.0, retry.seconds(attempt))
        if send.deadline is not None and time.monotonic() + seconds >= send.deadline:
            return answer
        yield Sleep(seconds)


def _worth_another(answer: Received | Lost) -> bool:
    return isinstance(answer, Lost) or answer.status in _TRY_AGAIN or not answer.complete


def asked_to_wait(headers: Mapping[str, str]) -> float | None:
    """The seconds a broker asks to wait: ``Retry-After`` (seconds or a date), or ``X-RateLimit-Reset`` (an epoch)."""
    after = headers.get("retry-after", "").strip()
    if after.isascii() and after.isdigit():
        return min(float(after[:9]), 86_400.0)
    if after:
        try:
            return _bounded(parsedate_to_datetime(after).timestamp() - time.time())
        except (ValueError, OverflowError):
            pass
    reset = headers.get("x-ratelimit-reset", "").strip()
    if reset.isascii() and reset.isdigit() and headers.get("x-ratelimit-remaining", "0").strip() == "0":
        return _bounded(float(reset[:12]) - time.time())
    return None


def _bounded(seconds: float) -> float:
    return min(max(seconds, 0.0), 86_400.0)
