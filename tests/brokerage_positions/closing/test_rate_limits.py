"""A close after HTTP 429: a whole one may be sent once more, a partial one and a close-all never."""

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from brokerage_positions import (
    ClosePositionRequest,
    OutcomeUnknown,
    RateLimited,
    Record,
)

from ..broker import FaultyBroker, faults, ordered
from ..clients.calling import QUICK, Caller

ASKING_AGAIN = evolve(QUICK, retry_rate_limited=True)


Journaled = Callable[[], list[Record]]


def deletes(broker: FaultyBroker) -> list[Any]:
    return [entry for entry in broker.log if entry.method == "DELETE"]


def test_a_whole_close_may_be_sent_again_after_a_rate_limit(caller: Caller, broker: FaultyBroker) -> None:
    caller.instead_of_sleeping(lambda _: None)
    broker.plan(faults.rate_limited(retry_after="0"), method="DELETE", nth=1)
    caller.close(options=ASKING_AGAIN)
    assert [entry.method for entry in broker.log] == ["GET", "DELETE", "GET", "DELETE"]
    assert abs(ordered(broker.log, symbol="AAPL")) == 100


def test_not_if_the_position_moved_meanwhile(caller: Caller, broker: FaultyBroker) -> None:
    caller.instead_of_sleeping(lambda _: None)
    broker.plan(faults.rate_limited(retry_after="0", acts=True), method="DELETE", nth=1)
    with pytest.raises(RateLimited):
        caller.close(options=ASKING_AGAIN)
    assert len(deletes(broker)) == 1


def test_a_partial_close_and_a_close_all_never(alpaca: Caller, clear_street: Caller, broker: FaultyBroker) -> None:
    broker.plan(faults.rate_limited(retry_after="0"), method="DELETE")
    with pytest.raises(RateLimited):
        alpaca.close(amount=ClosePositionRequest(qty=5), options=ASKING_AGAIN)
    with pytest.raises(RateLimited):
        alpaca.close_all(options=ASKING_AGAIN)
    with pytest.raises(RateLimited):
        clear_street.close_all(options=ASKING_AGAIN)
    assert len(deletes(broker)) == 3


@pytest.mark.parametrize("status", [400, 403, 404, 429])
def test_a_refusal_of_the_second_send_is_unknown(
    caller: Caller, broker: FaultyBroker, journaled: Journaled, status: int
) -> None:
    caller.instead_of_sleeping(lambda _: None)
    broker.plan(faults.rate_limited(retry_after="0"), method="DELETE", nth=1)
    broker.plan(faults.answer(status, acts=False), method="DELETE", nth=2)
    with pytest.raises(OutcomeUnknown, match="second send"):
        caller.close(options=ASKING_AGAIN)
    assert len(deletes(broker)) == 2
    assert [record.state for record in journaled()] == ["unknown"]


def test_a_wait_past_the_deadline_is_not_begun(caller: Caller, broker: FaultyBroker) -> None:
    broker.plan(faults.rate_limited(retry_after="3600"), method="DELETE")
    with pytest.raises(RateLimited) as raised:
        caller.close(options=ASKING_AGAIN)
    assert raised.value.retry_after == 3600
    assert len(deletes(broker)) == 1
