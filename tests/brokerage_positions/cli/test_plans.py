"""Plans: made, hashed, written, approved by hash, executed once."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from ..broker import ALPACA_ACCOUNT, POUND_ACCOUNT, FaultyBroker, ordered
from .running import Home, Ran

Run = Callable[..., Ran]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "plan.json"


def test_the_hash_is_that_of_the_file(positions: Run, file: Path, broker: FaultyBroker) -> None:
    ran = positions("plan", "--out", str(file))
    assert ran.code == 0
    digest = ran.out.splitlines()[-1]
    assert digest == hashlib.sha256(file.read_bytes()).hexdigest()
    assert "Plan for alpaca" in ran.out
    assert not any(entry.method == "DELETE" for entry in broker.log)


def test_a_plan_is_executed_once(positions: Run, file: Path, broker: FaultyBroker) -> None:
    said = positions("plan", "AAPL", "--percentage", "50", "--out", str(file), "--json").json
    done = positions("close", "--plan", str(file), "--yes", "--expect", said["digest"], "--json")
    assert (done.code, done.json["digest"]) == (0, said["digest"])
    assert ordered(broker.log, ALPACA_ACCOUNT, "AAPL") == -50
    again = positions("close", "--plan", str(file))
    assert again.code == 5
    assert "was executed" in again.err
    assert ordered(broker.log, ALPACA_ACCOUNT, "AAPL") == -50


def test_another_plan_than_the_one_approved_is_refused(positions: Run, file: Path, broker: FaultyBroker) -> None:
    approved = positions("plan", "AAPL", "--qty", "1", "--json").json["digest"]
    positions("plan", "AAPL", "--qty", "100", "--out", str(file))
    ran = positions("close", "--plan", str(file), "--yes", "--expect", approved)
    assert ran.code == 5
    assert "another was expected" in ran.err
    assert ordered(broker.log) == 0


def test_a_plan_changed_by_hand_is_refused(positions: Run, file: Path, broker: FaultyBroker) -> None:
    positions("plan", "AAPL", "--qty", "1", "--out", str(file))
    file.write_text(file.read_text().replace('"qty": "1"', '"qty": "90"'))
    assert positions("close", "--plan", str(file)).code == 5
    assert ordered(broker.log) == 0


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b"[1]"])
def test_a_file_that_is_no_plan(positions: Run, file: Path, content: bytes) -> None:
    file.write_bytes(content)
    ran = positions("close", "--plan", str(file))
    assert ran.code == 2
    assert "plan.json" in ran.err


def test_a_plan_of_another_account_is_refused(positions: Run, file: Path, broker: FaultyBroker) -> None:
    positions("plan", "--out", str(file), "--account", POUND_ACCOUNT)
    ran = positions("close", "--plan", str(file))
    assert ran.code == 2
    assert POUND_ACCOUNT in ran.err
    assert ordered(broker.log) == 0


def test_a_plan_says_itself_how_much(positions: Run, file: Path) -> None:
    positions("plan", "AAPL", "--out", str(file))
    assert positions("close", "--plan", str(file), "--qty", "1").code == 2
    assert positions("close", "AAPL", "--plan", str(file)).code == 2


def test_production_asks_nobody_where_nobody_is(process: Run, broker: FaultyBroker) -> None:
    for arguments in (("close", "AAPL"), ("close-all",), ("close", "AAPL", "--yes")):
        ran = process(*arguments, "--production")
        assert ran.code == 2
        assert "--expect HASH" in ran.err
    assert ordered(broker.log) == 0


def test_production_takes_a_plan_that_was_approved(process: Run, file: Path, broker: FaultyBroker, home: Home) -> None:
    digest = process("plan", "AAPL", "--qty", "2", "--production", "--out", str(file)).out.splitlines()[-1]
    ran = process("close", "--plan", str(file), "--production", "--yes", "--expect", digest)
    assert ran.code == 0
    assert ordered(broker.log, ALPACA_ACCOUNT, "AAPL") == -2
    assert home.journal.with_name("closes-production.db").exists()
    assert not home.journal.exists()
