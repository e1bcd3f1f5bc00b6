"""``close`` and ``close-all``: the exit code alone tells what happened to the money."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from brokerage_positions import Record

from ..broker import ALPACA_ACCOUNT, CLEAR_STREET_ACCOUNT, FaultyBroker, faults, ordered
from .running import Home, Ran

Run = Callable[..., Ran]
CLEAR_STREET = ("--broker", "clear_street", "--account", CLEAR_STREET_ACCOUNT)


def deletes(broker: FaultyBroker) -> int:
    return sum(entry.method == "DELETE" for entry in broker.log)


def test_a_part_of_a_position(process: Run, broker: FaultyBroker, journaled: Callable[[], list[Record]]) -> None:
    ran = process("close", "AAPL", "--qty", "1.5")
    assert ran.code == 0
    assert ran.err == ""
    assert "1 accepted" in ran.out
    assert "sell 1.5" in ran.out
    assert ordered(broker.log, ALPACA_ACCOUNT, "AAPL") == Decimal("-1.5")
    assert [record.state for record in journaled()] == ["accepted"]


def test_a_short_position_at_the_other_broker(positions: Run, broker: FaultyBroker) -> None:
    ran = positions("close", "TSLA", *CLEAR_STREET)
    assert ran.code == 0
    assert ordered(broker.log, CLEAR_STREET_ACCOUNT, "TSLA") == 50


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("close", "AAPL", "--qty", ""), "not a plain number"),
        (("close", "AAPL", "--percentage", "101"), "over 100"),
        (("close", "AAPL", "--qty", "1", "--percentage", "1"), "both"),
        (("close", "AAPL", "--qty", "1e2"), "not a plain number"),
        (("close", "AAPL", "--qty", "100.5"), "more than the 100 held"),
        (("close", ".."), "the close of all positions"),
        (("close", ""), "the close of all positions"),
        (("close",), "one SYMBOL"),
        (("close", "AAPL", "--cancel-orders"), "--one-request"),
        (("close-all", "--cancel-orders"), "--one-request"),
        (("close-all", "--max-notional", "lots"), "a number from zero"),
        (("close", "TSLA", "--qty", "1", *CLEAR_STREET), "whole positions only"),
        (("close", "AAPL", "--expect", "00"), "a hash of its own"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_sent(
    positions: Run, broker: FaultyBroker, arguments: tuple[str, ...], said: str
) -> None:
    ran = positions(*arguments)
    assert ran.code in (1, 2)
    assert said in f"{ran.err}{ran.out}"
    assert deletes(broker) == 0


def test_all_with_one_refusal_is_partial_and_hides_nothing(positions: Run, broker: FaultyBroker) -> None:
    broker.plan(faults.answer(403, acts=False), method="DELETE", path="TSLA")
    ran = positions("close-all", "--json")
    assert ran.code == 3
    said = ran.json
    assert said["outcome"] == "partial"
    results = {entry["symbol"]: entry["result"] for entry in said["entries"]}
    assert results == {
        "AAPL": "placed",
        "TSLA": "rejected",
        "AAPL250620C00100000": "placed",
        "BTCUSD": "placed",
    }
    assert ordered(broker.log, ALPACA_ACCOUNT, "TSLA") == 0


def test_a_lost_answer_is_unknown_and_names_the_command_that_resolves_it(
    process: Run, broker: FaultyBroker, journaled: Callable[[], list[Record]]
) -> None:
    broker.plan(faults.act_then_drop(), method="DELETE")
    ran = process("close", "AAPL")
    assert ran.code == 4
    (record,) = journaled()
    assert record.state == "unknown"
    assert f"close {record.id}" in ran.out
    assert f"positions resolve {record.id}" in ran.out
    assert "Do not send again" in ran.out
    assert deletes(broker) == 1


def test_the_same_close_again_is_refused_until_the_first_is_resolved(positions: Run, broker: FaultyBroker) -> None:
    broker.plan(faults.act_then_drop(), method="DELETE")
    lost = positions("close", "AAPL", "--json").json["entries"][0]["close_id"]
    again = positions("close", "AAPL")
    assert again.code == 5
    assert f"In the way of AAPL: positions resolve {lost}" in again.out
    assert deletes(broker) == 1
    broker.clear_plan()
    assert positions("close", "AAPL", "--qty", "1", "--override", lost).code == 5  # nothing is available any more
    assert deletes(broker) == 2


def test_a_refusal_is_no_failure_of_ours(positions: Run, broker: FaultyBroker) -> None:
    broker.plan(faults.answer(422, acts=False), method="DELETE")
    ran = positions("close", "AAPL")
    assert ran.code == 5
    assert "refused with 422" in ran.out
    assert "No order was placed" in ran.out


def test_an_answer_that_cannot_be_read_is_unknown(positions: Run, broker: FaultyBroker) -> None:
    broker.plan(faults.html(), method="DELETE")
    ran = positions("close", "AAPL")
    assert ran.code == 4
    assert "An order may have been placed" in ran.out


def test_one_request_for_all_whose_answer_is_lost(positions: Run, broker: FaultyBroker) -> None:
    broker.plan(faults.act_then_drop(), method="DELETE")
    ran = positions("close-all", "--one-request", "--json")
    assert ran.code == 4
    assert ran.json["kind"] == "error"
    (close_id,) = ran.json["error"]["close_ids"]
    assert f"positions resolve {close_id}" in ran.err
    assert deletes(broker) == 1


def test_one_request_for_all_with_orders_cancelled(positions: Run, broker: FaultyBroker) -> None:
    ran = positions("close-all", "--one-request", "--cancel-orders", "--json")
    assert ran.code == 0
    assert len(ran.json["entries"]) == 4
    assert broker.log[-1].target.endswith("cancel_orders=true")


def test_no_connection_means_nothing_was_sent(positions: Run, broker: FaultyBroker, home: Home) -> None:
    plan = home.path / "plan.json"
    assert positions("plan", "AAPL", "--out", str(plan)).code == 0
    with broker.refusing():
        ran = positions("close", "--plan", str(plan), "--timeout", "1")
    assert ran.code == 1
    assert deletes(broker) == 0


def test_nothing_to_close_sends_nothing(positions: Run, broker: FaultyBroker, home: Home) -> None:
    for symbol in ("AAPL", "TSLA", "AAPL250620C00100000", "BTCUSD"):
        broker.update(lambda state, symbol=symbol: _without(state, symbol))  # type: ignore[misc]
    ran = positions("close-all", "--one-request")
    assert ran.code == 0
    assert "holds no position; nothing was sent" in ran.out
    assert deletes(broker) == 0


def _without(state: Any, symbol: str) -> Any:
    from attrs import evolve

    account = state.accounts[ALPACA_ACCOUNT]
    kept = {key: held for key, held in account.positions.items() if not held.asset.is_called(symbol)}
    return state.with_account(evolve(account, positions=kept))


def test_a_limit_is_a_refusal(positions: Run, broker: FaultyBroker) -> None:
    ran = positions("close-all", "--max-notional", "1000")
    assert ran.code == 5
    assert "more than the limit of 1000" in ran.err
    assert positions("close-all", "--max-positions", "3").code == 5
    assert deletes(broker) == 0


def test_the_json_says_what_the_exit_code_says(positions: Run) -> None:
    ran = positions("close", "AAPL", "--json")
    assert (ran.code, ran.json["outcome"]) == (0, "success")
    assert json.loads(ran.out)["entries"][0]["order_id"]
