"""``resolve`` and ``journal``: what is not known, and what evidence makes of it."""

import csv
import io
from collections.abc import Callable

import pytest

from brokerage_positions import Record

from ..broker import CLEAR_STREET_ACCOUNT, FaultyBroker, faults
from .running import Home, Ran

Run = Callable[..., Ran]
CLEAR_STREET = ("--broker", "clear_street", "--account", CLEAR_STREET_ACCOUNT)


@pytest.fixture
def lost(positions: Run, broker: FaultyBroker, journaled: Callable[[], list[Record]]) -> str:
    """The id of a close whose order was placed, and whose answer was lost."""
    broker.plan(faults.act_then_drop(), method="DELETE")
    assert positions("close", "AAPL", "--qty", "40").code == 4
    broker.clear_plan()
    return journaled()[-1].id


def test_nothing_unresolved(positions: Run, home: Home) -> None:
    ran = positions("resolve")
    assert ran.code == 0
    assert "no unresolved" in ran.out
    assert not home.journal.exists()


def test_unresolved_closes_are_listed(positions: Run, lost: str) -> None:
    ran = positions("resolve")
    assert ran.code == 4
    assert lost in ran.out
    assert "AAPL, 40" in ran.out
    said = positions("resolve", "--json").json
    assert [close["id"] for close in said["closes"]] == [lost]


def test_a_placed_order_is_found_by_evidence(positions: Run, lost: str, journaled: Callable[[], list[Record]]) -> None:
    ran = positions("resolve", lost, "--exclusive", "--no-wait")
    assert ran.code == 0
    assert "placed" in ran.out
    assert "Taken for granted:" in ran.out
    assert journaled()[-1].state == "placed"
    assert positions("resolve").code == 0


def test_the_beginning_of_an_id_will_do(positions: Run, lost: str) -> None:
    said = positions("resolve", lost[:8], "--exclusive", "--no-wait", "--json").json
    assert [(one["close_id"], one["kind"]) for one in said["resolutions"]] == [(lost, "placed")]
    assert positions("resolve", lost[:2]).code == 2


def test_an_order_that_was_not_placed(positions: Run, broker: FaultyBroker) -> None:
    broker.plan(faults.drop_before_acting(), method="DELETE")
    assert positions("close", "AAPL").code == 4
    ran = positions("resolve", "--all", "--exclusive", "--settle", "0.2", "--json")
    assert ran.code == 0
    assert [one["kind"] for one in ran.json["resolutions"]] == ["not_placed"]


def test_what_evidence_cannot_tell_stays_unknown_and_says_what_would(positions: Run, broker: FaultyBroker) -> None:
    broker.plan(faults.drop_before_acting(), method="DELETE")
    assert positions("close", "AAPL", *CLEAR_STREET).code == 4
    ran = positions("resolve", "--all", "--no-wait", "--broker", "clear_street")
    assert ran.code == 4
    assert "still unknown" in ran.out
    (verdict,) = positions("resolve", "--all", "--no-wait", "--json").json["resolutions"][0]["verdicts"]
    assert verdict["reason"]


def test_a_broker_that_is_away_leaves_it_unknown(positions: Run, lost: str, broker: FaultyBroker) -> None:
    broker.plan(faults.answer(403))
    ran = positions("resolve", lost, "--no-wait")
    assert ran.code == 4
    assert f"Close {lost} is as unknown as before" in ran.err


def test_what_is_settled_is_not_resolved_again(positions: Run, journaled: Callable[[], list[Record]]) -> None:
    positions("close", "AAPL")
    ran = positions("resolve", journaled()[-1].id)
    assert ran.code == 2
    assert "is accepted: there is nothing to resolve" in ran.err


def test_the_journal_in_every_form(positions: Run, lost: str) -> None:
    positions("close", "TSLA")
    table = positions("journal")
    assert [line.split()[-2] for line in table.out.splitlines()[2:]] == ["unknown", "accepted"]
    rows = list(csv.DictReader(io.StringIO(positions("journal", "--csv").out)))
    assert (rows[0]["id"], rows[0]["state"], rows[0]["unresolved"]) == (lost, "unknown", "true")
    said = positions("journal", "--json", "--state", "accepted").json
    assert [close["state"] for close in said["closes"]] == ["accepted"]
    assert len(positions("journal", "--json", "--last", "1").json["closes"]) == 1
    one = positions("journal", lost[:10])
    assert "DELETE /v1/trading/accounts/" in one.out
    assert f"To do: positions resolve {lost}" in one.out
    assert positions("journal", "ffff").code == 2


def test_a_journal_that_is_none_is_said_to_be(positions: Run, home: Home) -> None:
    home.journal.parent.mkdir(parents=True)
    home.journal.write_text("no database at all, but long enough to be taken for one" * 100)
    for arguments in (("journal",), ("resolve",), ("close", "AAPL")):
        ran = positions(*arguments)
        assert ran.code == 1
        assert str(home.journal) in ran.err
