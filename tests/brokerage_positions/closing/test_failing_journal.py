"""A journal that fails: before the close nothing is sent; after it, what the broker said is still told."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from brokerage_positions import CloseAccepted, Forbidden, Journal, JournalError, OutcomeUnknown, Placed

from ..broker import FaultyBroker, faults
from ..clients.calling import Caller, Name, Style


@pytest.fixture
def failing(make: Callable[..., Caller], broker: FaultyBroker, name: Name, style: Style, journal_path: Path) -> Caller:
    """A client whose journal is torn away while the broker has its close."""
    journal = Journal(journal_path)

    def tear_away(seen: object) -> None:
        if broker.log[-1].method == "DELETE":
            journal.close()

    caller = make(name, style, journal=journal)
    perform = caller.client._wire.perform

    async def performed_async(effect: object) -> object:
        answer = await perform(effect)
        tear_away(effect)
        return answer

    def performed(effect: object) -> object:
        answer = perform(effect)
        tear_away(effect)
        return answer

    caller.client._wire.perform = performed if style == "blocking" else performed_async
    return caller


def test_an_order_that_was_placed_is_not_lost(failing: Caller, broker: FaultyBroker) -> None:
    with pytest.raises(CloseAccepted, match="journal could not be told") as raised:
        failing.close()
    (placed,) = (order for entry in broker.log for order in entry.placed)
    (kept,) = raised.value.entries
    assert str(kept.id) == placed.id


def test_the_orders_of_a_close_all_neither(failing: Caller, broker: FaultyBroker) -> None:
    with pytest.raises(CloseAccepted) as raised:
        failing.close_all()
    assert all(isinstance(entry, Placed) for entry in raised.value.entries)
    assert [entry.order_id for entry in raised.value.entries] == [
        order.id for entry in broker.log for order in entry.placed
    ]


def test_nor_of_a_plan(failing: Caller, broker: FaultyBroker) -> None:
    report = failing.execute(failing.plan_one())
    assert list(report.order_ids) == [order.id for entry in broker.log for order in entry.placed]


@pytest.mark.parametrize(
    ("fault", "error"), [(faults.answer(403, acts=False), Forbidden), (faults.act_then_drop(), OutcomeUnknown)]
)
def test_what_the_broker_said_is_still_the_error(
    failing: Caller, broker: FaultyBroker, fault: faults.Fault, error: type[Exception]
) -> None:
    broker.plan(fault, method="DELETE")
    with pytest.raises(error) as raised:
        failing.close()
    assert "journal could not be told" in raised.value.__notes__[0]


def test_without_a_journal_nothing_is_sent(
    make: Callable[..., Caller], broker: FaultyBroker, name: Name, style: Style, journal_path: Path
) -> None:
    with Journal(journal_path, wait=0.01) as journal, closing(sqlite3.connect(journal_path)) as other:
        caller = make(name, style, journal=journal)
        other.execute("BEGIN IMMEDIATE")  # As a backup that hangs would.
        with pytest.raises(JournalError, match="Nothing was sent"):
            caller.close()
        assert {entry.method for entry in broker.log} == {"GET"}
        other.rollback()
        caller.close()


def test_a_journal_that_cannot_be_opened(make: Callable[..., Caller], name: Name, style: Style, tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("not a database, but long enough to be taken for one " * 40)
    with pytest.raises(JournalError):
        make(name, style, journal=tmp_path / "text.db")
    with pytest.raises(JournalError):
        make(name, style, journal=tmp_path / "no such folder" / "closes.db")
