"""The raw requests of a call, and what they may be at most."""

import re
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from typing import Any, Final
from urllib.parse import unquote
from uuid import UUID

import httpx
from attrs import define, field

from brokerage_positions import PositionsError

_ACCOUNT: Final = rb"/v1/trading/accounts/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/positions/"
_SEGMENT: Final = rb"[A-Za-z0-9._~!$&'()*+,=:@%-]+"
PART: Final = re.compile(_ACCOUNT + rb"(" + _SEGMENT + rb")\?(qty|percentage)=((?:0|[1-9][0-9]*)(?:\.[0-9]{1,9})?)")
WHOLE: Final = re.compile(rb"(" + _ACCOUNT + rb"|/v1/accounts/[0-9]+/positions/)(" + _SEGMENT + rb")")


#: Method, target, headers, body.
Sent = tuple[str, bytes, list[tuple[bytes, bytes]], bytes]


@define
class Wire(httpx.BaseTransport):
    """Keeps what would go on the wire: method, target as bytes, headers and body."""

    sent: list[Sent] = field(factory=list[Sent])

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.sent.append((request.method, request.url.raw_path, request.headers.raw, request.read()))
        return httpx.Response(403, json={"code": 40310000, "message": "made up"})


def requests(wire: Wire, call: Callable[[], Any]) -> list[tuple[str, bytes]]:
    """What a call put on the wire.  It may fail with one of our errors, or refuse the input, and in no other way."""
    wire.sent.clear()
    with suppress(PositionsError, ValueError, TypeError):
        call()
    for method, target, headers, _ in wire.sent:
        assert method in ("GET", "DELETE")
        assert target.isascii()
        assert not re.search(rb"[\x00-\x20\x7f]", target)
        assert all(not re.search(rb"[\r\n\x00]", name + value) for name, value in headers)
    return [(method, target) for method, target, _, _ in wire.sent]


def asked_amount(value: Any) -> Decimal:
    """The number that somebody who hands over this value means; only for what a client may accept."""
    assert isinstance(value, str | int | Decimal)
    assert not isinstance(value, bool)
    if isinstance(value, str):
        return Decimal(str.__str__(value))
    return Decimal(int(value)) if isinstance(value, int) else Decimal(value)


def text_of(value: Any) -> str:
    """The name that somebody who hands over this value means."""
    assert isinstance(value, str | UUID), f"{value!r} is no name"
    return str.__str__(value) if isinstance(value, str) else str(value)


def check_part(sent: list[tuple[str, bytes]], symbol: Any, qty: Any, percentage: Any) -> None:
    assert len(sent) <= 1
    for method, target in sent:
        assert method == "DELETE"
        found = PART.fullmatch(target)
        assert found, f"{target!r} is not the close of a part of one position"
        name, which, number = (group.decode("ascii") for group in found.groups())
        check_segment(name, symbol)
        wanted = qty if which == "qty" else percentage
        assert (percentage if which == "qty" else qty) is None
        assert Decimal(number) == asked_amount(wanted)
        assert Decimal(number) > 0


def check_segment(name: str, symbol: Any) -> None:
    assert unquote(name) == text_of(symbol)
    assert unquote(name) not in ("", ".", "..")
    assert not any(part in ("", ".", "..") for part in unquote(name).split("/"))
