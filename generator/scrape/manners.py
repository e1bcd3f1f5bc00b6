"""How a guest behaves: who we are, how long we wait between two requests, and when we come back after a refusal."""

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

import httpx
from attrs import define, field, frozen
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential_jitter

from generator.scrape.refusal import Again, Refused

#: The first word is what robots.txt may call us by.
USER_AGENT: Final = "brokerage-positions/1 (reads the documentation pages that its API clients are made from)"
#: Tried so often, and waited so long at most before a try; a server that asks for more is left alone.
TRIES: Final = 4
LONGEST_WAIT: Final = 120.0
_PASSING: Final = frozenset({408, 425, 429, 500, 502, 503, 504})


@frozen
class Clock:
    """Time, as far as a scrape needs it: seconds that only grow, waiting, and the date."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    date: Callable[[], datetime] = lambda: datetime.now(UTC)


@define
class Pauses:
    """One request at a time, and a pause between two of them to one host."""

    clock: Clock
    pause: float
    _free: dict[str, float] = field(factory=dict)

    def wait(self, url: str, asked: float = 0.0) -> None:
        """Wait until the host of ``url`` may be asked; ``asked`` is the pause it wants itself."""
        host = httpx.URL(url).host
        if asked > LONGEST_WAIT:
            what = f"robots.txt asks for {asked:.0f} seconds between two requests"
            raise Refused("host-asks-for-more", url, what, "save the page by hand")
        if host in self._free and (left := self._free[host] + max(self.pause, asked) - self.clock.now()) > 0:
            self.clock.sleep(left)

    def asked(self, url: str) -> None:
        """The host of ``url`` has just answered, or failed to."""
        self._free[httpx.URL(url).host] = self.clock.now()


def retrying(clock: Clock) -> Retrying:
    """Tries what raises ``Again`` a few times; the last refusal comes out."""
    backoff = wait_exponential_jitter(initial=1.0, max=LONGEST_WAIT)

    def wait(state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        return max(backoff(state), (error.after or 0.0) if isinstance(error, Again) else 0.0)

    return Retrying(
        stop=stop_after_attempt(TRIES),
        wait=wait,
        retry=retry_if_exception_type(Again),
        sleep=clock.sleep,
        reraise=True,
    )


def refuse_passing(url: str, status: int, headers: Mapping[str, str], clock: Clock) -> None:
    """``Again`` where a status is one that passes, unless the server wants us back later than we wait."""
    if status not in _PASSING:
        return
    after = retry_after(headers, clock)
    if after is not None and after > LONGEST_WAIT:
        what = f"answered {status} and asks to come back in {after:.0f} seconds"
        raise Refused("host-asks-for-more", url, what, "scrape again then")
    raise Again("page-unreachable", url, f"answered {status}", "try again later", after)


def retry_after(headers: Mapping[str, str], clock: Clock) -> float | None:
    """Seconds that ``Retry-After`` asks for, given as a number or as a date."""
    stated = headers.get("retry-after", "").strip()
    if stated.isascii() and stated.isdigit():
        return float(stated[:9])
    try:
        moment = parsedate_to_datetime(stated)
    except (ValueError, OverflowError):
        return None
    # A date without an offset is GMT by HTTP's rules, whatever this machine's clock is set to.
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - clock.date()).total_seconds())
