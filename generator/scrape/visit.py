"""Asking for a page, politely: robots, pauses, retries, and redirects that stay on the host."""

from collections.abc import Mapping
from types import TracebackType
from typing import Final, Self

import httpx

from generator.scrape.attempt import Answer, attempt
from generator.scrape.door import Door, Resolve, look_up
from generator.scrape.manners import USER_AGENT, Clock, Pauses, refuse_passing, retrying
from generator.scrape.refusal import Refused
from generator.scrape.robots import Robots

_HOPS: Final = 5
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_HEADERS: Final = {
    "User-Agent": USER_AGENT,
    "Accept": "text/markdown, text/plain;q=0.9, text/html;q=0.8",
    "Accept-Encoding": "gzip",
}


class Visitor:
    """Everything that is remembered during one scrape: pauses, robots, and one client without cookies."""

    def __init__(
        self,
        *,
        pause: float,
        allow_private: bool = False,
        clock: Clock | None = None,
        resolve: Resolve = look_up,
    ) -> None:
        self.clock = clock or Clock()
        # Without the environment: a proxy would look names up by itself, and .netrc holds credentials.
        self._client = httpx.Client(
            transport=Door(allow_private=allow_private, resolve=resolve), trust_env=False, headers=_HEADERS
        )
        self._pauses = Pauses(self.clock, pause)
        self._robots = Robots(self._rules)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """The page at ``url``; ``Refused`` if robots, a redirect or the network is in the way."""
        here = url
        for _ in range(_HOPS + 1):
            answer = self._ask(here, headers or {}, self._robots.check(here))
            following = _redirect(answer)
            if following is None:
                return answer
            if not _same_host(here, following):
                what = f"leads to another host: {following}"
                raise Refused("page-moved-away", url, what, "if that is the page now, put its address in sources.toml")
            here = following
        raise Refused("page-redirects", url, f"more than {_HOPS} redirects", "correct the address")

    def _rules(self, url: str) -> Answer:
        """``robots.txt``: may be kept on another host, and is asked for without asking robots."""
        here = url
        for _ in range(_HOPS + 1):
            answer = self._ask(here, {}, 0.0)
            following = _redirect(answer)
            if following is None:
                return answer
            here = following
        raise Refused("robots-unreadable", url, f"more than {_HOPS} redirects", "scrape again later")

    def _ask(self, url: str, headers: Mapping[str, str], asked: float) -> Answer:
        def once() -> Answer:
            self._pauses.wait(url, asked)
            try:
                answer = attempt(self._client, url, headers, self.clock)
            finally:
                self._pauses.asked(url)
            refuse_passing(url, answer.status, answer.headers, self.clock)
            return answer

        return retrying(self.clock)(once)


def _redirect(answer: Answer) -> str | None:
    """Where an answer sends us on to."""
    location = answer.headers.get("location")
    if answer.status not in _REDIRECTS or not location:
        return None
    try:
        following = httpx.URL(answer.url).join(location)
    except (httpx.InvalidURL, ValueError):
        following = httpx.URL()
    if following.scheme not in ("http", "https") or not following.host or following.userinfo:
        what = f"leads to {location[:200]!r}, which is no web address"
        raise Refused("page-redirects", answer.url, what, "correct the address")
    return str(following.copy_with(fragment=None))


def _same_host(before: str, after: str) -> bool:
    """The same host and port; going over to https is fine, coming back from it is not."""
    old, new = httpx.URL(before), httpx.URL(after)
    if old.host != new.host:
        return False
    return (old.scheme, old.port) == (new.scheme, new.port) or (
        (old.scheme, new.scheme) == ("http", "https") and old.port is None and new.port is None
    )
