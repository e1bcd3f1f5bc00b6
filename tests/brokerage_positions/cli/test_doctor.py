"""``doctor``: what is wrong is named, and what to do."""

from collections.abc import Callable

import pytest
from attrs import evolve

from ..broker import FaultyBroker, faults
from ..broker.rewrites import Replace
from .running import Home, Ran

Run = Callable[..., Ran]


def checks(ran: Ran) -> dict[str, str]:
    return {check["name"]: check["result"] for check in ran.json["checks"]}


def dated(text: str) -> faults.Fault:
    return evolve(faults.NO_FAULT, name="dated", rewrites=(Replace(headers=(("Date", text),)),))


def test_all_is_well(positions: Run) -> None:
    ran = positions("doctor", "--json")
    assert ran.code == 0
    assert "failed" not in checks(ran).values()
    assert {"versions", "configuration", "account", "key", "journal", "TLS", "read", "clock"} <= set(checks(ran))


def test_a_key_that_is_not_taken(positions: Run, broker: FaultyBroker) -> None:
    broker.plan(faults.answer(401))
    ran = positions("doctor", "--json")
    assert ran.code == 1
    assert checks(ran)["read"] == "failed"
    assert checks(ran)["journal"] == "ok"
    assert "Check the key" in ran.out


@pytest.mark.parametrize(
    ("date", "result"),
    [("Mon, 02 Mar 2020 15:04:05 GMT", "failed"), ("yesterday", "warning")],
)
def test_a_clock_that_is_wrong(positions: Run, broker: FaultyBroker, date: str, result: str) -> None:
    broker.plan(dated(date))
    ran = positions("doctor", "--json")
    assert checks(ran)["clock"] == result


def test_unresolved_closes_and_a_missing_configuration(positions: Run, broker: FaultyBroker) -> None:
    broker.plan(faults.act_then_drop(), method="DELETE")
    positions("close", "AAPL")
    assert checks(positions("doctor", "--json"))["unresolved closes"] == "warning"
    ran = positions("doctor", "-p", "nobody")
    assert ran.code == 1
    assert "no profile 'nobody'" in ran.out


def test_a_broker_that_is_not_there(positions: Run, broker: FaultyBroker) -> None:
    with broker.refusing():
        ran = positions("doctor", "--timeout", "0.5", "--json")
    assert ran.code == 1
    assert checks(ran)["read"] == "failed"


def test_a_table_for_people(process: Callable[..., Ran], home: Home) -> None:
    ran = process("doctor")
    assert ran.code == 0
    assert ran.out.splitlines()[0].split() == ["Check", "Result", "Found", "To", "do"]
    assert str(home.journal) in ran.out
