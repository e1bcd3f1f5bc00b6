"""A close of unknown outcome, resolved by what the account shows afterwards."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from attrs import evolve

from brokerage_positions import (
    ClosePositionRequest,
    Evidence,
    NoAnswer,
    OrderSeen,
    OutcomeUnknown,
    Record,
    Resolution,
    ServerError,
    UnresolvedTwin,
)

from ..broker import (
    AAPL,
    ALPACA_ACCOUNT,
    FaultyBroker,
    account,
    faults,
    ordered,
    position,
    resting_order,
)
from ..clients.calling import QUICK, Caller
from .losing import SURE, fills_at_once, lost

Journaled = Callable[[], list[Record]]
PARTIAL = ClosePositionRequest(qty=5)


def test_a_filled_close_was_placed(caller: Caller, broker: FaultyBroker, journaled: Journaled) -> None:
    fills_at_once(broker)
    error = lost(caller, broker, faults.act_then_drop())
    found: Resolution = caller.run(error.resolve(**SURE))
    assert (found.close_id, found.kind) == (error.close_id, "placed")
    (verdict,) = found.verdicts
    assert verdict.symbol == "AAPL"
    assert verdict.numbers["held_before"] == verdict.numbers["expected_least"] == 100
    assert any("exclusive" in assumption for assumption in verdict.assumptions)
    (record,) = journaled()
    assert record.state == "placed"
    assert caller.client.unresolved() == ()
    assert len(broker.log) == 3


def test_an_open_close_shows_in_the_available_quantity(alpaca: Caller, broker: FaultyBroker) -> None:
    error = lost(alpaca, broker, faults.act_then_drop(), amount=PARTIAL)
    found = alpaca.run(error.resolve(**SURE))
    assert found.kind == "placed"
    numbers = found.verdicts[0].numbers
    assert (numbers["available_before"], numbers["available_last"]) == (100, 95)


def test_at_clear_street_only_the_quantity_counts(clear_street: Caller, broker: FaultyBroker) -> None:
    error = lost(clear_street, broker, faults.act_then_drop())
    assert clear_street.run(error.resolve(exclusive=True, settle=0.02)).kind == "still_unknown"
    assert len(clear_street.client.unresolved()) == 1


def test_what_never_arrived_was_not_placed(caller: Caller, broker: FaultyBroker, journaled: Journaled) -> None:
    error = lost(caller, broker, faults.drop_before_acting())
    found = caller.run(error.resolve(**SURE))
    assert found.kind == "not_placed"
    assert [record.state for record in journaled()] == ["not_placed"]
    caller.close()  # Now it may be sent.
    assert abs(ordered(broker.log, symbol="AAPL")) == 100


@pytest.mark.parametrize("acts", [True, False])
def test_without_the_callers_word_it_stays_unknown(caller: Caller, broker: FaultyBroker, acts: bool) -> None:
    fills_at_once(broker)
    error = lost(caller, broker, faults.act_then_drop() if acts else faults.drop_before_acting())
    found = caller.run(error.resolve(**{**SURE, "exclusive": False}))
    assert found.kind == "still_unknown"
    assert "still_unknown" in str(found)
    assert found.verdicts[0].reason
    with pytest.raises(UnresolvedTwin) as refused:
        caller.close(options=evolve(QUICK, read_before=False))
    assert error.close_id in str(refused.value)


def test_one_read_is_not_enough_for_not_placed(caller: Caller, broker: FaultyBroker) -> None:
    error = lost(caller, broker, faults.drop_before_acting())
    assert caller.run(error.resolve(**{**SURE, "wait": False})).kind == "still_unknown"
    assert [entry.method for entry in broker.log] == ["GET", "DELETE", "GET"]


def test_a_close_that_acts_late_is_not_called_not_placed(alpaca: Caller, broker: FaultyBroker) -> None:
    error = lost(alpaca, broker, faults.act_late(5))
    alpaca.instead_of_sleeping(lambda _: broker.advance(6))
    found = alpaca.run(error.resolve(exclusive=True, settle=0.2))
    assert found.kind == "placed"


def test_more_sold_than_asked_is_still_unknown(alpaca: Caller, broker: FaultyBroker) -> None:
    fills_at_once(broker)
    error = lost(alpaca, broker, faults.act_then_drop(), amount=PARTIAL)
    held = position(AAPL, "90")
    broker.update(lambda state: state.with_account(account(ALPACA_ACCOUNT, "alpaca", held)))
    assert alpaca.run(error.resolve(**SURE)).kind == "still_unknown"


def test_half_of_a_position_is_told_from_a_split_by_its_price(alpaca: Caller, broker: FaultyBroker) -> None:
    fills_at_once(broker)
    half = ClosePositionRequest(percentage=50)
    sold = lost(alpaca, broker, faults.act_then_drop(), amount=half)
    assert alpaca.run(sold.resolve(**SURE)).kind == "placed"
    unsold = lost(alpaca, broker, faults.drop_before_acting(), amount=half)
    merged = position(AAPL, "25", "344.16", "301")  # Two shares became one, at twice the price.
    broker.update(lambda state: state.with_account(account(ALPACA_ACCOUNT, "alpaca", merged)))
    assert alpaca.run(unsold.resolve(**SURE)).kind == "still_unknown"


def test_a_changed_sign_is_still_unknown(caller: Caller, broker: FaultyBroker) -> None:
    error = lost(caller, broker, faults.drop_before_acting())
    held = position(AAPL, "-100")
    broker.update(lambda state: state.with_account(account(caller.account, caller.name, held)))
    assert caller.run(error.resolve(**SURE)).kind == "still_unknown"


def test_with_cancelled_orders_available_proves_nothing(alpaca: Caller, broker: FaultyBroker) -> None:
    order = resting_order(ALPACA_ACCOUNT, AAPL, "sell", "40")
    broker.update(lambda state: state.with_account(evolve(state.accounts[ALPACA_ACCOUNT], working=(order,))))
    broker.plan(faults.act_then_drop(), method="DELETE")
    with pytest.raises(OutcomeUnknown) as raised:
        alpaca.close_all(cancel_orders=True)
    found = alpaca.run(raised.value.resolve(exclusive=True, settle=0.02))
    assert {verdict.kind for verdict in found.verdicts} == {"still_unknown"}


def test_without_the_read_before_nothing_can_be_judged(caller: Caller, broker: FaultyBroker) -> None:
    fills_at_once(broker)
    error = lost(caller, broker, faults.act_then_drop(), options=evolve(QUICK, read_before=False))
    found = caller.run(error.resolve(**SURE))
    assert found.kind == "still_unknown"
    assert "not read before" in found.verdicts[0].reason


def test_an_order_that_was_found_is_evidence(caller: Caller, broker: FaultyBroker) -> None:
    error = lost(caller, broker, faults.act_then_drop())
    (placed,) = (order for entry in broker.log for order in entry.placed)
    seen = OrderSeen(frozenset({"AAPL"}), "sell", Decimal(100), datetime.now(UTC), placed.id)
    found = caller.run(error.resolve(**SURE, evidence=Evidence((seen,), complete=False)))
    assert found.kind == "placed"
    assert found.verdicts[0].order_ids == (placed.id,)


def test_a_failed_close_all_is_resolved_by_symbol(caller: Caller, broker: FaultyBroker, journaled: Journaled) -> None:
    fills_at_once(broker)
    broker.plan(faults.act_in_part(1), method="DELETE")
    with pytest.raises(OutcomeUnknown) as raised:
        caller.close_all()
    assert raised.value.status == 500
    found = caller.run(raised.value.resolve(**SURE))
    kinds = {verdict.symbol: verdict.kind for verdict in found.verdicts}
    assert kinds.pop("AAPL") == "placed"
    assert set(kinds.values()) == {"not_placed"}
    assert found.kind == "placed"
    assert [record.state for record in journaled()] == ["placed"]


def test_a_read_that_fails_is_no_evidence(caller: Caller, broker: FaultyBroker) -> None:
    error = lost(caller, broker, faults.drop_before_acting())
    broker.plan(faults.answer(500), method="GET")
    with pytest.raises(ServerError):
        caller.run(error.resolve(**SURE))
    broker.clear_plan()
    broker.plan(faults.drop_before_acting(), method="GET")
    with pytest.raises(NoAnswer):
        caller.run(error.resolve(**{**SURE, "wait": False}))
    assert len(caller.client.unresolved()) == 1
