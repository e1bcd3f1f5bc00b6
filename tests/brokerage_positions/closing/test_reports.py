"""The report of a close-all: an entry for each position, and no bad entry hides a good one."""

import json
from decimal import Decimal

import pytest
from attrs import evolve

from brokerage_positions import (
    CloseReport,
    EntryFailed,
    PartialClose,
    Placed,
    Rejected,
    Unmentioned,
    Unreadable,
)

from ..broker import AAPL, ALPACA_ACCOUNT, FaultyBroker, State, faults, resting_order
from ..clients.calling import QUICK, Caller


def hold(broker: FaultyBroker, account: str, quantity: str) -> None:
    """An order of the account's own holds some of its AAPL."""

    def change(state: State) -> State:
        order = resting_order(account, AAPL, "sell", quantity)
        return state.with_account(evolve(state.accounts[account], working=(order,)))

    broker.update(change)


def placed_ids(broker: FaultyBroker) -> list[str]:
    return [order.id for entry in broker.log for order in entry.placed]


def test_all_placed(caller: Caller, broker: FaultyBroker) -> None:
    report = caller.close_all()
    assert isinstance(report, CloseReport)
    assert [type(entry) for entry in report] == [Placed] * len(placed_ids(broker))
    assert list(report.order_ids) == placed_ids(broker)
    assert [entry.symbol for entry in report.placed][:2] == ["AAPL", "TSLA"]
    assert report[:2] == (report[0], report[1])
    assert report.failures == ()
    report.raise_for_failures()
    assert f"{len(report)} placed" in str(report)


def test_one_refused_of_many(alpaca: Caller, broker: FaultyBroker) -> None:
    hold(broker, ALPACA_ACCOUNT, "40")
    report = alpaca.close_all()
    (refused,) = report.failures
    assert isinstance(refused, Rejected)
    assert (refused.symbol, refused.status, refused.code) == ("AAPL", 403, 40310000)
    numbers = [refused.available, refused.existing_qty, refused.held_for_orders]
    assert numbers == [Decimal(60), Decimal(100), Decimal(40)]
    assert list(report.order_ids) == placed_ids(broker)
    with pytest.raises(PartialClose) as raised:
        report.raise_for_failures()
    assert raised.value.report is report
    (error,) = raised.value.exceptions
    assert isinstance(error, EntryFailed)
    assert error.entry is refused
    assert "No order was placed for it" in str(error)
    matched, rest = raised.value.split(EntryFailed)
    assert isinstance(matched, PartialClose)
    assert matched.report is report
    assert rest is None


def test_what_the_answer_passes_over_is_said(clear_street: Caller, broker: FaultyBroker) -> None:
    hold(broker, clear_street.account, "40")
    report = clear_street.close_all()
    assert report.failures == (Unmentioned("AAPL"),)
    assert "not known" in str(EntryFailed(report.failures[0]))
    assert list(report.order_ids) == placed_ids(broker)


@pytest.mark.parametrize(
    "spoilt",
    [
        faults.wrong_types(entry=1),
        faults.nulls(entry=1),
        faults.missing(frozenset({"id"}), entry=1),
        faults.missing(frozenset({"symbol"}), entry=1),
    ],
    ids=["wrong types", "nulls", "no id", "no symbol"],
)
def test_one_bad_entry_hides_nothing(caller: Caller, broker: FaultyBroker, spoilt: faults.Fault) -> None:
    broker.plan(spoilt, method="DELETE")
    report = caller.close_all()
    assert len(report) >= len(placed_ids(broker))
    unreadable = [entry for entry in report if isinstance(entry, Unreadable)]
    assert len(unreadable) == 1
    assert unreadable[0].reason
    good = [order_id for index, order_id in enumerate(placed_ids(broker)) if index != 1]
    assert [entry.order_id for entry in report.placed] == good
    with pytest.raises(PartialClose):
        report.raise_for_failures()


def test_an_unreadable_order_still_has_its_id(caller: Caller, broker: FaultyBroker) -> None:
    broker.plan(faults.wrong_types(frozenset({"created_at"}), entry=1), method="DELETE")
    report = caller.close_all()
    assert list(report.order_ids) == placed_ids(broker)
    assert isinstance(report[1], Unreadable)
    assert report[1].symbol == "TSLA"


def test_an_empty_account_has_an_empty_report(caller: Caller, broker: FaultyBroker) -> None:
    broker.update(lambda state: state.with_account(evolve(state.accounts[caller.account], positions={})))
    report = caller.close_all()
    assert (len(report), report.order_ids, str(report)) == (0, (), "no position")
    report.raise_for_failures()


def test_without_a_read_before_nothing_is_unmentioned(clear_street: Caller, broker: FaultyBroker) -> None:
    hold(broker, clear_street.account, "40")
    report = clear_street.close_all(options=evolve(QUICK, read_before=False))
    assert report.failures == ()


@pytest.mark.parametrize("wanted", [None, True, False])
def test_cancel_orders_is_sent_as_each_broker_wants_it(
    caller: Caller, broker: FaultyBroker, wanted: bool | None
) -> None:
    caller.close_all(cancel_orders=wanted)
    entry = broker.log[-1]
    word = str(wanted).lower()
    if caller.name == "alpaca":
        assert entry.target.partition("?")[2] == ("" if wanted is None else f"cancel_orders={word}")
        assert entry.body == b""
    else:
        assert "?" not in entry.target
        assert entry.body == (b"" if wanted is None else json.dumps({"cancel_orders": wanted}).encode()) or json.loads(
            entry.body
        ) == {"cancel_orders": wanted}


def test_reports_are_values(caller: Caller) -> None:
    report = caller.close_all()
    assert report == CloseReport(tuple(report))
    assert report != CloseReport(())
    with pytest.raises(AttributeError):
        report.entries = ()
