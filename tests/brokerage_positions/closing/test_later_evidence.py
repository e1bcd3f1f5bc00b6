"""Resolving in another process: clocks are not trusted, and orders are looked for when it is late enough."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from brokerage_positions import BrokerClient, ClosePositionRequest, Evidence, Journal, OutcomeUnknown
from tests.brokerage_positions.broker import ALPACA_ACCOUNT, FaultyBroker, faults


def _lost_close(client: BrokerClient) -> str:
    with pytest.raises(OutcomeUnknown) as unknown:
        client.close_position_for_account(ALPACA_ACCOUNT, "AAPL", ClosePositionRequest(qty=5))
    return unknown.value.close_id


def test_a_clock_that_was_set_forward_proves_nothing(tmp_path: Path) -> None:
    slow = Journal(tmp_path / "closes.db", now=lambda: datetime.now(UTC) - timedelta(hours=2))
    with FaultyBroker() as broker, BrokerClient("test-key", "test-secret", base_url=broker.url, journal=slow) as client:
        broker.plan(faults.drop_before_acting(), method="DELETE")
        lost = _lost_close(client)
        found = client.resolve(lost, exclusive=True, settle=30.0, wait=False)
    slow.close()
    assert found.kind == "still_unknown"


def test_orders_are_looked_for_when_the_settling_time_is_over(tmp_path: Path) -> None:
    asked: list[datetime] = []

    def orders() -> Evidence:
        asked.append(datetime.now(UTC))
        return Evidence((), complete=True, listed_at=asked[-1])

    with (
        FaultyBroker() as broker,
        BrokerClient("test-key", "test-secret", base_url=broker.url, journal=tmp_path / "closes.db") as client,
    ):
        broker.plan(faults.drop_before_acting(), method="DELETE")
        lost = _lost_close(client)
        began = datetime.now(UTC)
        found = client.resolve(lost, settle=1.5, evidence=orders)
    assert found.kind == "not_placed"
    assert [when - began >= timedelta(seconds=1.5) for when in asked] == [True]
