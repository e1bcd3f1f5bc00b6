"""Plans: what is on paper is what is sent, once, and only while it is still what the account holds."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from attrs import evolve

from brokerage_positions import (
    ClosePositionRequest,
    Limits,
    NotFound,
    OutcomeUnknown,
    Placed,
    Plan,
    PlanAlreadyExecuted,
    PlanRefused,
    Rejected,
    Unreadable,
    Unsettled,
)

from ..broker import AAPL, OPTION, TSLA, FaultyBroker, faults, position
from ..broker.state import Position, holdings
from ..clients.calling import Caller, Style

HELD = (position(AAPL, "100", "172.08"), position(TSLA, "-50", "178.5"), position(OPTION, "10", "2.72"))


@pytest.fixture(autouse=True)
def _holding(broker: FaultyBroker, caller: Caller) -> None:
    hold(broker, caller, *HELD)


def hold(broker: FaultyBroker, caller: Caller, *held: Position) -> None:
    broker.update(lambda state: state.with_account(evolve(state.accounts[caller.account], positions=holdings(held))))


def deletes(broker: FaultyBroker) -> list[str]:
    return [entry.target for entry in broker.log if entry.method == "DELETE"]


def test_a_plan_says_what_will_be_sent(caller: Caller, broker: FaultyBroker) -> None:
    plan = caller.plan_all()
    assert deletes(broker) == []
    assert {(line.symbol, line.side, line.quantity) for line in plan.lines} == {
        ("AAPL", "long", Decimal(100)),
        ("TSLA", "short", Decimal(-50)),
        (OPTION.symbol, "long", Decimal(10)),
    }
    assert plan.notional == Decimal("17208") + Decimal("8925") + Decimal("2720")
    for word in ("AAPL", "TSLA", "short", "17,208", "3 requests", plan.id, caller.account):
        assert word in str(plan)
    report = caller.run(plan.execute())
    assert deletes(broker) == [line.target for line in plan.lines]
    assert all(isinstance(entry, Placed) for entry in report)
    assert list(report.order_ids) == [order.id for entry in broker.log for order in entry.placed]


def test_what_was_opened_since_is_not_sold(caller: Caller, broker: FaultyBroker) -> None:
    hold(broker, caller, *HELD[:2])
    plan = caller.plan_all()
    hold(broker, caller, *HELD)
    report = caller.run(plan.execute())
    assert [entry.symbol for entry in report] == ["AAPL", "TSLA"]
    assert len(deletes(broker)) == 2


@pytest.mark.parametrize("quantity", ["100.6", "99.4", "-100", "0.000000001"])
def test_moved_positions_are_refused(caller: Caller, broker: FaultyBroker, quantity: str) -> None:
    plan = caller.plan_all(Limits(tolerance="0.5"))
    hold(broker, caller, position(AAPL, quantity), *HELD[1:])
    with pytest.raises(PlanRefused, match=r"AAPL moved from 100 .*Nothing was sent"):
        caller.run(plan.execute())
    assert deletes(broker) == []


def test_vanished_positions_are_refused(caller: Caller, broker: FaultyBroker) -> None:
    plan = caller.plan_all()
    hold(broker, caller, *HELD[1:])
    with pytest.raises(PlanRefused, match="AAPL is no longer held"):
        caller.run(plan.execute())
    assert deletes(broker) == []


def test_within_the_tolerance_it_goes_on(caller: Caller, broker: FaultyBroker) -> None:
    plan = caller.plan_all(Limits(tolerance="0.5"))
    hold(broker, caller, position(AAPL, "99.5"), *HELD[1:])
    assert len(caller.run(plan.execute()).placed) == 3


@pytest.mark.parametrize("limits", [Limits(positions=2), Limits(notional="28852.99")])
def test_a_limit_is_refused_when_planned(caller: Caller, limits: Limits) -> None:
    with pytest.raises(PlanRefused, match="more than the limit"):
        caller.plan_all(limits)


def test_a_limit_is_refused_when_executed(caller: Caller, broker: FaultyBroker) -> None:
    plan = caller.plan_all(Limits(notional=28853))
    hold(broker, caller, position(AAPL, "100", "172.09"), *HELD[1:])
    with pytest.raises(PlanRefused, match="notional"):
        caller.run(plan.execute())
    assert deletes(broker) == []


@pytest.mark.parametrize("age", [timedelta(seconds=301), timedelta(seconds=-60), timedelta(days=9000)])
def test_old_and_future_plans_are_refused(caller: Caller, broker: FaultyBroker, age: timedelta) -> None:
    plan = evolve(caller.plan_all(), created_at=datetime.now(UTC) - age)
    with pytest.raises(PlanRefused, match="older than 300" if age > timedelta(0) else "future"):
        caller.execute(plan)
    assert deletes(broker) == []


def test_a_plan_is_executed_once_by_whomever(caller: Caller, broker: FaultyBroker, make: Callable[..., Caller]) -> None:
    plan = caller.plan_all()
    caller.run(plan.execute())
    hold(broker, caller, *HELD)
    other = make(caller.name, caller.style)
    for again in (caller, other):
        with pytest.raises(PlanAlreadyExecuted, match="Nothing was sent"):
            again.execute(plan)
    assert len(deletes(broker)) == 3


def test_a_refused_plan_may_be_executed_later(caller: Caller, broker: FaultyBroker) -> None:
    plan = caller.plan_all()
    hold(broker, caller)
    with pytest.raises(PlanRefused):
        caller.execute(plan)
    hold(broker, caller, *HELD)
    assert len(caller.execute(plan).placed) == 3


def test_close_all_is_used_only_when_said(caller: Caller, broker: FaultyBroker) -> None:
    plan = caller.plan_all(use_close_all=True, cancel_orders=True)
    assert "ALL positions" in str(plan)
    report = caller.run(plan.execute())
    assert deletes(broker) == [plan.lines[0].target]
    assert len(report.placed) == 3


def test_close_all_would_sell_what_was_opened_since(caller: Caller, broker: FaultyBroker) -> None:
    hold(broker, caller, *HELD[:2])
    plan = caller.plan_all(use_close_all=True)
    hold(broker, caller, *HELD)
    with pytest.raises(PlanRefused, match="opened since"):
        caller.run(plan.execute())
    assert deletes(broker) == []


def test_one_position(caller: Caller, broker: FaultyBroker) -> None:
    plan = caller.plan_one("TSLA")
    assert [line.symbol for line in plan.lines] == ["TSLA"]
    report = caller.run(plan.execute())
    assert report.placed[0].symbol == "TSLA"
    assert deletes(broker) == [plan.lines[0].target]
    with pytest.raises(NotFound):
        caller.plan_one("MSFT")


@pytest.mark.parametrize("name", ["alpaca"])
def test_a_part_of_one_position(caller: Caller, broker: FaultyBroker) -> None:
    for amount, word in ((ClosePositionRequest(qty="2.5"), "2.5"), (ClosePositionRequest(percentage=10), "10 %")):
        plan = caller.plan_one("AAPL", amount)
        assert word in str(plan)
        assert Plan.from_json(plan.to_json()) == plan
        caller.run(plan.execute())
        assert deletes(broker)[-1] == plan.lines[0].target
        hold(broker, caller, *HELD)
    assert deletes(broker)[0].endswith("?qty=2.5")
    assert deletes(broker)[1].endswith("?percentage=10")


def test_one_bad_answer_leaves_the_others_said(caller: Caller, broker: FaultyBroker) -> None:
    plan = caller.plan_all()
    broker.plan(faults.act_then_drop(), method="DELETE", nth=1)
    broker.plan(faults.answer(422, acts=False), method="DELETE", nth=2)
    broker.plan(faults.html(), method="DELETE", nth=3)
    report = caller.run(plan.execute())
    assert [type(entry) for entry in report] == [Unsettled, Rejected, Unreadable]
    assert len(deletes(broker)) == 3
    assert isinstance(report[0].error, OutcomeUnknown)
    assert (report[1].status, report[1].message) == (422, "made up")
    assert len(caller.client.unresolved()) == 1
    assert "may have been placed" in str(report)


def test_an_earlier_close_of_unknown_outcome_is_not_doubled(caller: Caller, broker: FaultyBroker) -> None:
    broker.plan(faults.drop_before_acting(), method="DELETE", nth=1)
    with pytest.raises(OutcomeUnknown):
        caller.close("TSLA")
    report = caller.run(caller.plan_all().execute())
    assert {entry.symbol: type(entry) for entry in report} == {
        "AAPL": Placed,
        "TSLA": Rejected,
        OPTION.symbol: Placed,
    }
    assert report.failures[0].status == 0
    assert "Nothing was sent" in str(report)


def test_a_plan_for_the_other_broker_is_refused(make: Callable[..., Caller], style: Style) -> None:
    alpaca, clear_street = (make(name, style) for name in ("alpaca", "clear_street"))
    with pytest.raises((PlanRefused, ValueError)):
        clear_street.execute(alpaca.plan_all())
