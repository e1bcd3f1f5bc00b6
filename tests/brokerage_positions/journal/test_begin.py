"""What is on disk before a close is sent, and which closes stand in its way."""

import json
import sqlite3
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from brokerage_positions.journal import Intent, Journal, JournalError, State, UnknownRecord, UnresolvedTwin
from brokerage_positions.symbols import Asset, asset

from .samples import ACCOUNT, APPLE, close, close_all

OTHER = "cf1d0f5c-6f2c-4d09-9c1c-bd2b1a0f8a30"


def test_an_intent_is_on_disk_when_begin_returns(path: Path) -> None:
    intent = close(asset("AAPL", APPLE), before={"qty": "100"})
    with Journal(path) as journal:
        journal.begin(intent)
        with Journal(path) as other:
            record = other.get(intent.id)
    assert record.intent == intent
    assert (record.state, record.detail, record.given_up_at) == ("open", None, None)


def test_a_person_can_read_the_file(path: Path) -> None:
    intent = close(asset("AAPL", APPLE))
    with Journal(path) as journal:
        journal.begin(intent)
        journal.finish(intent.id, "unknown", {"status": 504})
    file = sqlite3.connect(path)
    row = file.execute("SELECT broker, account, what, asset, state, detail FROM closes").fetchone()
    changes = file.execute("SELECT close_id, state, detail FROM changes").fetchall()
    file.close()
    assert row[:3] == ("alpaca", ACCOUNT, "close")
    assert json.loads(row[3]) == ["AAPL", APPLE]
    assert (row[4], json.loads(row[5])) == ("unknown", {"status": 504})
    assert changes == [(intent.id, "unknown", '{"status": 504}')]


@pytest.mark.parametrize("left", ["open", "unknown"])
@pytest.mark.parametrize(
    ("first", "second", "twins"),
    [
        (close("AAPL"), close("AAPL"), True),
        (close("AAPL"), close("aapl"), True),
        (close("AAPL"), close("MSFT"), False),
        (close(asset("AAPL", APPLE)), close(APPLE), True),
        (close(asset("AAPL", APPLE)), close("MSFT"), False),
        (close(APPLE), close("MSFT"), True),
        (close("BTC/USD"), close("BTCUSD"), True),
        (close("AAPL250620C00100000"), close("AAPL  250620C00100000"), True),
        (close("AAPL250620C00100000"), close("AAPL"), False),
        (close(asset()), close("AAPL"), True),
        (close_all(), close("AAPL"), True),
        (close("AAPL"), close_all(), True),
        (close_all(), close_all(), True),
        (close("AAPL"), close("AAPL", account=OTHER), False),
        (close("AAPL"), close("AAPL", account=ACCOUNT.upper()), True),
        (close_all(), close("AAPL", account=OTHER), False),
        (close("AAPL", account="7"), close("AAPL", account="7", broker="clear_street"), False),
        (close("AAPL", account="7"), close("AAPL", account="007"), True),
    ],
)
def test_twins(path: Path, first: Intent, second: Intent, twins: bool, left: str) -> None:
    with Journal(path) as journal:
        journal.begin(first)
        if left == "unknown":
            journal.finish(first.id, "unknown")
        if not twins:
            journal.begin(second)
            return
        with pytest.raises(UnresolvedTwin, match=first.id) as refused:
            journal.begin(second)
        assert [record.intent for record in refused.value.records] == [first]
        with pytest.raises(UnknownRecord):
            journal.get(second.id)


@pytest.mark.parametrize("state", ["accepted", "refused", "not_sent"])
def test_what_is_settled_stands_in_nobodys_way(path: Path, state: State) -> None:
    first = close()
    with Journal(path) as journal:
        journal.begin(first)
        journal.finish(first.id, state)
        journal.begin(close())
        assert journal.unresolved() == ()


def test_an_override_names_every_twin_or_changes_nothing(path: Path) -> None:
    one, two = close("AAPL"), close("MSFT")
    with Journal(path) as journal:
        for intent in (one, two):
            journal.begin(intent)
            journal.finish(intent.id, "unknown")
        with pytest.raises(UnresolvedTwin) as refused:
            journal.begin(close_all(), override=[one.id])
        assert [record.id for record in refused.value.records] == [two.id]
        assert [record.id for record in journal.unresolved()] == [one.id, two.id]
        whole = close_all()
        journal.begin(whole, override=[one.id, two.id])
        assert journal.get(one.id).state == "overridden"
        assert journal.get(two.id).detail == {"overridden_by": whole.id}
        assert journal.in_flight() == (journal.get(whole.id),)


def test_an_override_may_be_one_id(path: Path) -> None:
    first = close()
    with Journal(path) as journal:
        journal.begin(first)
        journal.finish(first.id, "unknown")
        journal.begin(close(), override=first.id)
        assert journal.get(first.id).state == "overridden"


def test_only_twins_are_overridden(path: Path) -> None:
    other = close("MSFT")
    with Journal(path) as journal:
        journal.begin(other)
        journal.finish(other.id, "unknown")
        journal.begin(close("AAPL"), override=[other.id, "no such id"])
        assert journal.get(other.id).state == "unknown"


def test_an_id_is_begun_once(path: Path) -> None:
    intent = close()
    with Journal(path) as journal:
        journal.begin(intent)
        journal.finish(intent.id, "accepted")
        with pytest.raises(JournalError, match="Nothing was sent"):
            journal.begin(intent)


def test_records_are_found_by_what_is_known_of_them(path: Path) -> None:
    one, two, three = close("AAPL", account="7"), close("MSFT"), close_all(broker="clear_street", account="7")
    with Journal(path) as journal:
        for intent in (one, two, three):
            journal.begin(intent)
        journal.finish(two.id, "accepted")

        def ids(**known: str) -> list[str]:
            return [record.id for record in journal.records(**known)]  # type: ignore[arg-type]

        assert ids() == [one.id, two.id, three.id]
        assert ids(account="07") == [one.id, three.id]
        assert ids(broker="clear_street") == [three.id]
        assert [record.id for record in journal.records(states=["accepted", "refused"])] == [two.id]
        assert journal.records(states=[]) == ()


def test_a_clock_that_jumps_back_changes_nothing(path: Path) -> None:
    times = iter(datetime(2026, 1, 1, tzinfo=UTC) - timedelta(days=day) for day in range(99))
    first = close()
    with Journal(path, now=lambda: next(times)) as journal:
        journal.begin(first)
        with pytest.raises(UnresolvedTwin, match="clock was set back"):
            journal.begin(close())
        journal.finish(first.id, "unknown")
        journal.finish(first.id, "placed")
        second = close()
        journal.begin(second)
        assert [record.id for record in journal.records()] == [first.id, second.id]


def test_the_refusal_says_what_stands_in_the_way_and_what_to_do(path: Path) -> None:
    sent = datetime(2026, 1, 1, 12, tzinfo=timezone(timedelta(hours=1)))
    first = Intent(
        broker="clear_street",
        account="42",
        what="close",
        asset=asset("AAPL"),
        request={"method": "DELETE", "target": "/v1/accounts/42/positions/AAPL", "body": None},
        asked={},
        id="5eed",
        created_at=sent,
    )
    with Journal(path, now=lambda: sent + timedelta(minutes=90, milliseconds=5)) as journal:
        journal.begin(first)
        journal.finish(first.id, "unknown")
        with pytest.raises(UnresolvedTwin) as refused:
            journal.begin(close("AAPL", broker="clear_street", account="42"))
    assert str(refused.value) == (
        "Nothing was sent. This close may double another of this account, whose outcome is not known:\n"
        "  5eed: close of AAPL at clear_street, account 42, asked 1:30:00 ago, outcome unknown\n"
        "Resolve first: 5eed. Or, knowing what became of them, override them by id."
    )


def test_an_asset_comes_back_as_it_was(path: Path) -> None:
    known = Asset(["BTC/USD", APPLE])
    with Journal(path) as journal:
        intent = close(known)
        journal.begin(intent)
        assert journal.get(intent.id).intent.asset == known
