"""What can be heard of a call: every exchange, raw, by a hook or captured."""

from collections.abc import Callable

import pytest

from brokerage_positions import (
    Exchange,
    NotFound,
    captured,
)

from ..broker import FaultyBroker, faults
from .calling import Caller, Name, Style


def test_every_exchange_is_heard(make: Callable[..., Caller], name: Name, style: Style, broker: FaultyBroker) -> None:
    heard: list[tuple[Exchange, float]] = []
    caller = make(name, style, on_exchange=lambda exchange, seconds: heard.append((exchange, seconds)))
    caller.close()
    broker.plan(faults.answer(404, acts=False))
    with pytest.raises(NotFound):
        caller.positions()
    assert [(exchange.method, exchange.status) for exchange, _ in heard] == [
        ("GET", 200),
        ("DELETE", 200),
        ("GET", 404),
    ]
    assert all(seconds >= 0 for _, seconds in heard)


def test_raw_answers_are_captured(caller: Caller, broker: FaultyBroker) -> None:
    with captured() as exchanges:
        caller.positions()
        with captured() as inner:
            caller.close("TSLA")
        caller.positions()
    assert [exchange.method for exchange in inner] == ["GET", "DELETE"]
    assert [exchange.method for exchange in exchanges] == ["GET", "GET"]
    assert inner[1].content.startswith((b"{", b"["))
    assert inner[1].headers["content-type"].startswith("application/json")
    assert inner[1].request_id == inner[1].headers["x-request-id"]
    assert inner[1].path == inner[1].target.partition("?")[0]
    caller.positions()
    assert len(exchanges) == 2
