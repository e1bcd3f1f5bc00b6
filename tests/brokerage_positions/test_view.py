"""``holdings(client, account)``: both brokers, blocking and async, over a real exchange."""

import asyncio
from decimal import Decimal

from brokerage_positions import AsyncBrokerClient, AsyncClearStreet, BrokerClient, ClearStreet, holdings
from tests.brokerage_positions.broker import ALPACA_ACCOUNT, CLEAR_STREET_ACCOUNT, POUND_ACCOUNT, FaultyBroker

ALPACA = ("test-key", "test-secret")


def test_both_brokers_in_one_view() -> None:
    with (
        FaultyBroker() as broker,
        BrokerClient(*ALPACA, base_url=broker.url_alpaca) as alpaca,
        ClearStreet("test-token", base_url=broker.url_clear_street) as clear_street,
    ):
        one, other = holdings(alpaca, ALPACA_ACCOUNT), holdings(clear_street, CLEAR_STREET_ACCOUNT)
        pounds = holdings(alpaca, POUND_ACCOUNT, currency="GBP")
    assert {holding.symbol: holding.quantity for holding in one}["TSLA"] == Decimal(-50)
    shared = {"AAPL", "TSLA", "AAPL250620C00100000"}
    assert {h.symbol: h.quantity for h in one if h.symbol in shared} == {h.symbol: h.quantity for h in other}
    ratios = [next(h.unrealised_pl_ratio for h in each if h.symbol == "AAPL") or Decimal(0) for each in (one, other)]
    assert [round(ratio, 4) for ratio in ratios] == [Decimal("0.1434")] * 2
    assert [holding.currency for holding in pounds] == ["GBP"]


def test_async_clients_are_awaited() -> None:
    async def read(broker: FaultyBroker) -> tuple[int, int]:
        async with (
            AsyncBrokerClient(*ALPACA, base_url=broker.url_alpaca) as alpaca,
            AsyncClearStreet("test-token", base_url=broker.url_clear_street) as clear_street,
        ):
            found = await asyncio.gather(holdings(alpaca, ALPACA_ACCOUNT), holdings(clear_street, CLEAR_STREET_ACCOUNT))
            return len(found[0]), len(found[1])

    with FaultyBroker() as broker:
        assert asyncio.run(read(broker)) == (4, 3)
