"""The surface people move to: the documented names and arguments, and nothing sent by accident."""

import inspect
import json
from uuid import UUID

import pytest

import brokerage_positions
from alpaca_broker_client.models import Order, Position
from brokerage_positions import (
    AsyncBrokerClient,
    AsyncClearStreet,
    BrokerClient,
    ClearStreet,
    ClosePositionRequest,
    NotFound,
)
from clear_street_client.models import PositionClosePositionsResponse

from ..broker import AAPL, ALPACA_ACCOUNT, BTC, TSLA, FaultyBroker
from .calling import Caller


def deletes(broker: FaultyBroker) -> list[str]:
    return [entry.target for entry in broker.log if entry.method == "DELETE"]


def test_reads_at_alpaca(alpaca: Caller) -> None:
    client, account = alpaca.client, alpaca.account
    listed = alpaca.run(client.get_all_positions_for_account(account))
    assert [type(position) for position in listed] == [Position] * 4
    assert alpaca.run(client.get_all_positions_for_account(UUID(account))) == listed
    for name in ("AAPL", AAPL.id, UUID(AAPL.id)):
        assert alpaca.run(client.get_open_position_for_account(account, name)).symbol == "AAPL"
    with pytest.raises(NotFound) as raised:
        alpaca.run(client.get_open_position_for_account(account, "MSFT"))
    assert (raised.value.status, raised.value.code) == (404, 40410000)


def test_closes_at_alpaca(alpaca: Caller, broker: FaultyBroker) -> None:
    order = alpaca.close(AAPL.id, ClosePositionRequest(percentage="12.5"))
    assert isinstance(order, Order)
    assert alpaca.close(UUID(AAPL.id), ClosePositionRequest(qty="0.000000001")).qty  # type: ignore[arg-type]
    alpaca.close("BTC/USD")
    path = f"/v1/trading/accounts/{ALPACA_ACCOUNT}/positions"
    assert deletes(broker) == [
        f"{path}/{AAPL.id}?percentage=12.5",
        f"{path}/{AAPL.id}?qty=0.000000001",
        f"{path}/BTC%2FUSD",
    ]
    assert [order.asset for entry in broker.log for order in entry.placed][-1] == BTC
    assert {entry.body for entry in broker.log} == {b""}


def test_closes_at_clear_street(clear_street: Caller, broker: FaultyBroker) -> None:
    positions = clear_street.client.v1.positions
    answer = clear_street.run(positions.close_position("AAPL", account_id=int(clear_street.account)))
    assert isinstance(answer, PositionClosePositionsResponse)
    clear_street.run(positions.close_position(TSLA.id, account_id=clear_street.account, cancel_orders=True))
    path = f"/v1/accounts/{clear_street.account}/positions"
    assert deletes(broker) == [f"{path}/AAPL", f"{path}/{TSLA.id}"]
    assert [json.loads(entry.body or b"null") for entry in broker.log if entry.method == "DELETE"] == [
        None,
        {"cancel_orders": True},
    ]


@pytest.mark.parametrize(
    ("blocking", "on_asyncio"), [(BrokerClient, AsyncBrokerClient), (ClearStreet, AsyncClearStreet)]
)
def test_both_drivers_have_the_same_surface(blocking: type, on_asyncio: type) -> None:
    def surface(kind: type) -> dict[str, list[str]]:
        skipped = {"aclose", "close"}
        public = {name: each for name, each in inspect.getmembers(kind, callable) if not name.startswith("_")}
        return {name: [*inspect.signature(each).parameters] for name, each in public.items() if name not in skipped}

    assert surface(blocking) == surface(on_asyncio)
    for name in surface(on_asyncio):
        asynchronous = inspect.iscoroutinefunction(getattr(on_asyncio, name))
        assert asynchronous or name in {"from_env", "unresolved"}


def test_every_public_name_is_documented() -> None:
    for name in set(brokerage_positions.__all__) - {"__version__"}:
        public = getattr(brokerage_positions, name)
        assert public.__doc__, name
        members = vars(public) if inspect.isclass(public) else {}
        for member in (member for member in members if not member.startswith("_")):
            each = inspect.getattr_static(public, member)
            if isinstance(each, property | classmethod) or inspect.isfunction(each):
                assert inspect.getdoc(each), f"{name}.{member}"
