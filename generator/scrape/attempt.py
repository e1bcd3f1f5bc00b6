"""One request and its whole answer, within limits of size and time; nothing is followed and nothing judged."""

import zlib
from collections.abc import Mapping
from typing import Final

import httpx
from attrs import field, frozen

from generator.scrape.manners import Clock
from generator.scrape.refusal import Again, Refused
from generator.store import MAX_PAGE_BYTES

#: Between two parts of an answer, and for the whole of it.
TIMEOUT: Final = httpx.Timeout(20.0, connect=10.0)
LONGEST: Final = 120.0
#: gzip's header and trailer, in zlib's numbering.
_GZIP: Final = 31


@frozen
class Answer:
    """What a server said.  ``url`` is where, once redirects were followed."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)


def attempt(client: httpx.Client, url: str, headers: Mapping[str, str], clock: Clock) -> Answer:
    """Ask once.  A connection that fails or breaks off is worth another try."""
    end = clock.now() + LONGEST
    try:
        with client.stream("GET", url, headers=dict(headers), timeout=TIMEOUT) as response:
            body = _body(response, url, clock, end)
            return Answer(url, response.status_code, response.headers, body)
    except httpx.TransportError as error:
        what = f"no whole answer ({type(error).__name__}: {error})"
        raise Again("page-unreachable", url, what, "try again later, or correct the address") from error
    except (httpx.InvalidURL, ValueError) as error:
        # The client looks at where a redirect leads, though it is told not to follow.
        todo = "look at what is there now"
        raise Refused("page-redirects", url, f"leads to what is no web address ({error})", todo) from error
    finally:
        client.cookies.clear()


def _body(response: httpx.Response, url: str, clock: Clock, end: float) -> bytes:
    """The body, unpacked by ourselves: a few bytes can be packed so that they fill the memory."""
    coding = response.headers.get("content-encoding", "identity").strip().lower()
    if coding not in ("identity", "gzip", ""):
        raise Refused("page-not-text", url, f"packed as {coding[:60]!r}, which was not asked for", "look at the server")
    unpack = zlib.decompressobj(_GZIP) if coding == "gzip" else None
    body = bytearray()
    for part in response.iter_raw():
        try:
            body += part if unpack is None else unpack.decompress(part, MAX_PAGE_BYTES + 1 - len(body))
        except zlib.error as error:
            raise Refused("page-not-text", url, f"not the gzip it claims to be ({error})", "look at it") from None
        if len(body) > MAX_PAGE_BYTES:
            todo = "look at what is there now; a page is smaller"
            raise Refused("page-too-large", url, f"more than {MAX_PAGE_BYTES:,} bytes", todo)
        if clock.now() > end:
            raise Refused("page-too-slow", url, f"not finished after {LONGEST:.0f} seconds", "try again later")
    if unpack is not None and body and not unpack.eof:
        raise Again("page-unreachable", url, "the answer ends in the middle", "try again later")
    return bytes(body)
