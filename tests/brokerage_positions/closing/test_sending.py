"""How a close travels: once, on a connection of its own, and again only if it is proven that nothing was sent."""

import os
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import httpx
import pytest
from attrs import evolve

from brokerage_positions import (
    ClosePositionRequest,
    NotFound,
    NotSent,
    OutcomeUnknown,
    Record,
    UsedAfterFork,
)

from ..broker import ALPACA_ACCOUNT, FaultyBroker, faults, position
from ..broker.samples import AAPL
from ..clients.calling import QUICK, Caller, Name, Style

BLIND = evolve(QUICK, read_before=False)
Journaled = Callable[[], list[Record]]


def deletes(broker: FaultyBroker) -> list[Any]:
    return [entry for entry in broker.log if entry.method == "DELETE"]


def test_a_refused_connection_proves_that_nothing_was_sent(
    caller: Caller, broker: FaultyBroker, journaled: Journaled
) -> None:
    pauses: list[float] = []
    caller.instead_of_sleeping(pauses.append)
    with broker.refusing(), pytest.raises(NotSent, match="Nothing was sent") as raised:
        caller.close(options=BLIND)
    assert pauses
    assert type(raised.value) is NotSent
    assert broker.log == ()
    assert [record.state for record in journaled()] == ["not_sent"]
    caller.close(options=BLIND)  # And is no twin of the next.


def test_what_is_proven_unsent_is_sent_again(caller: Caller, broker: FaultyBroker) -> None:
    with ExitStack() as until_the_pause:
        until_the_pause.enter_context(broker.refusing())
        caller.instead_of_sleeping(lambda _: until_the_pause.close())
        caller.close(options=BLIND)
    assert len(deletes(broker)) == 1


def test_every_close_has_a_connection_of_its_own(caller: Caller, broker: FaultyBroker) -> None:
    caller.positions()
    for symbol in ("AAPL", "TSLA", "AAPL250620C00100000"):
        caller.close(symbol)
    caller.positions()
    reads = {entry.connection for entry in broker.log if entry.method == "GET"}
    closes = [entry.connection for entry in deletes(broker)]
    assert len(reads) == 1
    assert len({*closes}) == 3
    assert not reads & {*closes}
    assert {dict(entry.headers)["connection"] for entry in deletes(broker)} == {"close"}


def test_a_kept_connection_that_the_server_closes_is_no_trouble(caller: Caller, broker: FaultyBroker) -> None:
    broker.plan(faults.close_when_reused(), method="GET")
    caller.positions()
    caller.close()
    assert len(deletes(broker)) == 1
    assert len(caller.positions()) == len(broker.state.accounts[caller.account].positions)


@pytest.mark.parametrize("brought", ["transport", "http_client"])
def test_with_a_transport_of_the_users_nothing_is_proven(
    make: Callable[..., Caller], broker: FaultyBroker, name: Name, style: Style, brought: str, journaled: Journaled
) -> None:
    kinds: dict[tuple[str, Style], Callable[[], Any]] = {
        ("transport", "blocking"): httpx.HTTPTransport,
        ("transport", "asyncio"): httpx.AsyncHTTPTransport,
        ("http_client", "blocking"): lambda: httpx.Client(follow_redirects=True),
        ("http_client", "asyncio"): lambda: httpx.AsyncClient(follow_redirects=True),
    }
    caller = make(name, style, **{brought: kinds[brought, style]()})
    with broker.refusing(), pytest.raises(OutcomeUnknown):
        caller.close(options=BLIND)
    assert [record.state for record in journaled()] == ["unknown"]
    broker.plan(faults.redirect(f"{broker.url}/elsewhere"), method="DELETE")
    with pytest.raises(OutcomeUnknown):
        caller.close("TSLA", options=BLIND)
    assert [entry.method for entry in broker.log] == ["DELETE"]


def test_without_the_read_before_nothing_is_read(caller: Caller, broker: FaultyBroker) -> None:
    caller.close(options=BLIND)
    assert [entry.method for entry in broker.log] == ["DELETE"]


def test_what_the_client_hears_cannot_lose_an_order(
    make: Callable[..., Caller], name: Name, style: Style, journaled: Journaled, caplog: pytest.LogCaptureFixture
) -> None:
    def deaf(*_: object) -> None:
        raise LookupError("a metrics server is down")

    caller = make(name, style, on_exchange=deaf)
    assert caller.close()
    assert [record.state for record in journaled()] == ["accepted"]
    assert "a metrics server is down" in caplog.text


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_use_after_a_fork_is_refused(caller: Caller, broker: FaultyBroker) -> None:
    caller.positions()
    here, there = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover - another process
        refused = []
        caller.runner = None if caller.runner is None else type(caller.runner)()
        for asked in (caller.positions, caller.close, lambda: caller.close(options=BLIND)):
            try:
                asked()
            except UsedAfterFork as error:
                refused.append(f"{type(error).__name__}: {error}")
            except BaseException as error:
                refused.append(f"another error {error!r}")
        os.write(there, "\n".join(refused).encode())
        os._exit(0)
    os.close(there)
    with os.fdopen(here) as told:
        lines = told.read().splitlines()
    os.waitpid(child, 0)
    assert [line.partition(":")[0] for line in lines] == ["UsedAfterFork"] * 3
    assert len(broker.log) == 1
    caller.close()  # The parent's client is none the worse.
    assert len(deletes(broker)) == 1


def test_a_position_not_held_is_not_closed(caller: Caller, broker: FaultyBroker) -> None:
    with pytest.raises(NotFound):
        caller.close("MSFT")
    assert deletes(broker) == []


def test_more_than_held_is_refused_unless_allowed(alpaca: Caller, broker: FaultyBroker) -> None:
    much = ClosePositionRequest(qty="100.000000001")
    with pytest.raises(ValueError, match="more than the 100 held"):
        alpaca.close(amount=much)
    with pytest.raises(ValueError, match="more than the 50 held"):
        alpaca.close("TSLA", amount=ClosePositionRequest(qty="50.5"))
    assert deletes(broker) == []
    alpaca.close(amount=ClosePositionRequest(qty=100))
    held = position(AAPL, "300")
    broker.update(lambda state: state.with_account(evolve(state.accounts[ALPACA_ACCOUNT], positions={AAPL.id: held})))
    alpaca.close(amount=ClosePositionRequest(qty=200), options=evolve(QUICK, more_than_held=True))
    assert len(deletes(broker)) == 2
