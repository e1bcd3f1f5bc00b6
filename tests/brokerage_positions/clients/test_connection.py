"""How a client is made: its keys, headers, options, limits, and what of it is the caller's own."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from attrs import evolve

from brokerage_positions import (
    AnswerUnreadable,
    AsyncBrokerClient,
    BrokerClient,
    ClearStreet,
    CloseAccepted,
    Exchange,
    Journal,
    NotSent,
    Options,
    OutcomeUnknown,
    Retry,
    ServerError,
    Unauthorized,
    captured,
)

from ..broker import ALPACA_ACCOUNT, FaultyBroker, faults
from .calling import CLASSES, CREDENTIALS, QUICK, TLS, Caller, Name, Style, open_caller


def test_wrong_keys(make: Callable[..., Caller], name: Name, style: Style, broker: FaultyBroker) -> None:
    caller = make(name, style, credentials=("test-key", "wrong-one")[: len(CREDENTIALS[name])])
    with pytest.raises(Unauthorized, match="Check the key"):
        caller.positions()
    assert len(broker.log) == 1


def test_what_is_heard_of_no_answer(
    make: Callable[..., Caller], name: Name, style: Style, broker: FaultyBroker
) -> None:
    heard: list[Exchange] = []
    caller = make(name, style, on_exchange=lambda exchange, _: heard.append(exchange))
    broker.plan(faults.act_then_drop(), method="DELETE")
    with pytest.raises(OutcomeUnknown):
        caller.close()
    assert [(exchange.method, exchange.status) for exchange in heard] == [("GET", 200), ("DELETE", 0)]


def test_headers_of_the_client_and_of_a_call(
    make: Callable[..., Caller], name: Name, style: Style, broker: FaultyBroker
) -> None:
    caller = make(name, style, headers={"X-Team": "a", "User-Agent": "ours/1"})
    caller.positions(evolve(QUICK, headers={"X-Call": "b"}))
    caller.close()
    first, *_, last = (dict(entry.headers) for entry in broker.log)
    assert (first["x-team"], first["x-call"], first["user-agent"]) == ("a", "b", "ours/1")
    assert last["x-team"] == "a"
    assert "x-call" not in last
    assert last["accept"] == "application/json"


@pytest.mark.parametrize(
    "headers",
    [
        {"X-A": "a\r\nX-B: b"},
        {"X-A": "a\nb"},
        {"X-A": " a"},
        {"X-A": "ä"},
        {"X-A": "\x00"},
        {"X A": "a"},
        {"X-A:": "a"},
        {"": "a"},
        {"X-A\r\nX-B": "a"},
        {"Authorization": "Basic bWU6bWU="},
        {"host": "example.com"},
        {"Connection": "keep-alive"},
        {"Content-Length": "0"},
        {"Transfer-Encoding": "chunked"},
        {"X-A": 1},
    ],
    ids=repr,
)
def test_headers_cannot_make_another_request(name: Name, style: Style, headers: Any) -> None:
    with pytest.raises(ValueError, match="Nothing was sent"):
        Options(headers=headers)
    with pytest.raises(ValueError, match="Nothing was sent"):
        CLASSES[name, style](*CREDENTIALS[name], headers=headers)


def test_options_of_one_call(caller: Caller, broker: FaultyBroker) -> None:
    broker.plan(faults.answer(503))
    with pytest.raises(ServerError):
        caller.positions(evolve(QUICK, retry=Retry(attempts=1)))
    assert len(broker.log) == 1


def test_a_client_of_the_users(name: Name, style: Style, broker: FaultyBroker, journal_path: Path) -> None:
    own: Any = (httpx.Client if style == "blocking" else httpx.AsyncClient)(headers={"X-Mine": "1"}, verify=TLS)
    ours = {"X-Ours": "2"}
    caller = open_caller(name, style, http_client=own, base_url=broker.url, journal=journal_path, headers=ours)
    caller.close()
    assert dict(broker.log[1].headers)["x-ours"] == "2"
    assert dict(broker.log[1].headers)["x-mine"] == "1"
    assert dict(broker.log[1].headers)["connection"] == "close"
    runner, caller.runner = caller.runner, None
    if runner is not None:
        runner.run(caller.client.aclose())
    else:
        caller.end()
    assert not own.is_closed  # Its owner closes it.
    if runner is not None:
        runner.run(own.aclose())
        runner.close()


def test_an_answer_is_bounded_in_size(
    make: Callable[..., Caller], name: Name, style: Style, broker: FaultyBroker
) -> None:
    caller = make(name, style, max_bytes=10_000)
    for fault in (faults.huge(100_000), faults.huge(1_000_000, packed=True)):
        broker.clear_plan()
        broker.plan(fault)
        with captured() as exchanges, pytest.raises(AnswerUnreadable, match="too large"):
            caller.positions()
        assert max(len(exchange.content) for exchange in exchanges) <= 10_000
        broker.clear_plan()
        broker.plan(fault, method="DELETE")
        with pytest.raises(CloseAccepted):
            caller.close_all()


def test_an_answer_is_bounded_in_depth(caller: Caller, broker: FaultyBroker) -> None:
    broker.plan(faults.deep())
    with pytest.raises(AnswerUnreadable):
        caller.positions()


def test_a_journal_that_clients_share_stays_open(
    make: Callable[..., Caller], name: Name, style: Style, journal_path: Path
) -> None:
    with Journal(journal_path) as journal:
        caller = open_caller(name, style, journal=journal)
        caller.end()
        assert journal.records() == ()


def test_context_managers(broker: FaultyBroker, journal_path: Path) -> None:
    with BrokerClient("test-key", "test-secret", base_url=broker.url, journal=journal_path, verify=TLS) as client:
        assert client.get_open_position_for_account(ALPACA_ACCOUNT, "AAPL").symbol == "AAPL"
    with pytest.raises(NotSent, match="closed"):
        client.close_position_for_account(ALPACA_ACCOUNT, "AAPL")

    async def used() -> str:
        keys = ("test-key", "test-secret")
        async with AsyncBrokerClient(*keys, base_url=broker.url, journal=journal_path, verify=TLS) as client:
            return (await client.get_open_position_for_account(ALPACA_ACCOUNT, "AAPL")).symbol

    assert asyncio.run(used()) == "AAPL"
    with ClearStreet("test-token", base_url=broker.url, journal=journal_path, verify=TLS) as other:
        assert other.unresolved() == ()
