"""What only the broker can tell: TLS, reachability, whether the key is taken, and how far the clocks are apart."""

import ssl
import time
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any, Final

import httpx

from brokerage_positions.cli.commands.doctor.check import Check
from brokerage_positions.cli.config.target import Target
from brokerage_positions.cli.connecting import connect
from brokerage_positions.errors import Exchange

#: A plan dated further in the future than this is refused, in seconds.
_SKEW: Final = 5.0
_DAYS: Final = 14


def tls(target: Target) -> Iterator[Check]:
    """The certificate that the broker shows; the key is not sent."""
    url = httpx.URL(target.base_url)
    if url.scheme != "https":
        yield Check("TLS", "ok", f"none: {url.host} is this machine")
        return
    with (
        httpx.Client(timeout=target.timeout, follow_redirects=False) as client,
        client.stream("HEAD", url) as response,
    ):
        stream = response.extensions.get("network_stream")
        found = stream.get_extra_info("ssl_object") if stream is not None else None
        certificate: dict[str, Any] = found.getpeercert() or {} if found is not None else {}
        protocol = found.version() if found is not None else "unknown"
    ends = certificate.get("notAfter")
    days = None if ends is None else int((ssl.cert_time_to_seconds(ends) - time.time()) // 86_400)
    until = "" if days is None else f", certificate valid for {days} days"
    if days is not None and days < _DAYS:
        yield Check("TLS", "warning", f"{protocol}{until}", "The broker should renew it; if not, something is between")
    else:
        yield Check("TLS", "ok", f"{protocol}{until}")


def reachability(target: Target) -> Iterator[Check]:
    """A read of the account, and the clock by its answer."""
    heard: list[tuple[Exchange, float, float]] = []

    def hear(exchange: Exchange, seconds: float) -> None:
        heard.append((exchange, seconds, time.time()))

    try:
        with connect(target, heard=hear) as client:
            found = client.holdings(target.account)
        took = sum(seconds for _, seconds, _ in heard)
        count = f"{len(found)} position{'' if len(found) == 1 else 's'}"
        yield Check("read", "ok", f"{count} in {took * 1000:.0f} ms")
    finally:
        yield from _clock(heard)


def _clock(heard: list[tuple[Exchange, float, float]]) -> Iterator[Check]:
    for exchange, seconds, at in heard:
        if "date" not in exchange.headers:
            continue
        try:
            theirs = parsedate_to_datetime(exchange.headers["date"]).timestamp()
        except ValueError:
            continue
        # The header has whole seconds, and was written while we waited.
        ours, doubt = at - seconds / 2, 1.0 + seconds / 2
        apart = max(0.0, abs(ours - theirs) - doubt)
        if apart > _SKEW:
            todo = "Set this machine's clock: plans and evidence are judged by time"
            yield Check("clock", "failed", f"{apart:.0f} s apart from the broker's", todo)
        else:
            yield Check("clock", "ok", f"within {doubt:.1f} s of the broker's")
        return
    yield Check("clock", "warning", "the broker's answer has no readable Date", "Check this machine's clock otherwise")
