"""A close of all positions: one verdict a position."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from brokerage_positions.evidence import Asked, Evidence, Held, OrderSeen, Reading, Verdict, judge_all

ASKED_AT = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)


def held(symbol: str, quantity: int, available: int | None = None) -> Held:
    return Held(symbol, {symbol}, Decimal(quantity), Decimal(quantity if available is None else available))


def read(at: float, *positions: Held) -> Reading:
    return Reading(ASKED_AT + timedelta(seconds=at), 1000 + at, positions)


def judged(before: Any, *reads: Reading, cancel_orders: bool = False, **words: Any) -> tuple[Verdict, ...]:
    asked = Asked("close_all", None, None, cancel_orders)
    facts: dict[str, Any] = {"exclusive": True, "available_shows_orders": True} | words
    return judge_all(asked, before, reads, asked_at=ASKED_AT, given_up=1000.0, **facts)


def kinds(verdicts: tuple[Verdict, ...]) -> dict[str | None, str]:
    return {verdict.symbol: verdict.kind for verdict in verdicts}


def test_some_may_be_closed_and_others_not() -> None:
    before = [held("AAPL", 100), held("MSFT", -20), held("SPY", 7), held("TSLA", 9)]
    after = [held("MSFT", -20, 0), held("SPY", 7), held("TSLA", 4)]
    assert kinds(judged(before, read(0, *after), read(60, *after))) == {
        "AAPL": "placed",
        "MSFT": "placed",
        "SPY": "not_placed",
        "TSLA": "still_unknown",
    }


def test_with_cancelled_orders_only_the_quantity_counts() -> None:
    before, after = [held("AAPL", 100), held("SPY", 7), held("XYZ", 3)], [held("SPY", 7), held("XYZ", 3, 0)]
    assert kinds(judged(before, read(0, *after), read(60, *after), cancel_orders=True)) == {
        "AAPL": "placed",
        "SPY": "still_unknown",
        "XYZ": "still_unknown",
    }


def test_orders_count_for_their_own_position() -> None:
    before = [held("AAPL", 100), held("SPY", 7)]
    orders = Evidence(
        [OrderSeen({"SPY"}, "sell", Decimal(7), ASKED_AT, "spy-1")], True, ASKED_AT + timedelta(seconds=60)
    )
    verdicts = judged(before, read(0, *before), read(60, *before), available_shows_orders=False, evidence=orders)
    assert kinds(verdicts) == {"AAPL": "not_placed", "SPY": "placed"}
    assert [verdict.order_ids for verdict in verdicts] == [(), ("spy-1",)]


def test_without_a_reading_before_nothing_is_known() -> None:
    (verdict,) = judged(None, read(0), read(60))
    assert (verdict.kind, verdict.symbol) == ("still_unknown", None)


def test_nothing_held_before_is_not_taken_for_an_absence() -> None:
    (verdict,) = judged([], read(0), read(60))
    assert (verdict.kind, verdict.symbol) == ("still_unknown", None)


def test_a_position_that_appeared_since_is_told() -> None:
    verdicts = judged([held("AAPL", 1)], read(0, held("NEW", 5)), read(1, held("NEW", 5)))
    assert [(verdict.symbol, verdict.kind) for verdict in verdicts] == [("AAPL", "placed"), ("NEW", "still_unknown")]


@pytest.mark.parametrize("exclusive", [True, False])
def test_two_positions_of_one_name_are_not_guessed_at(exclusive: bool) -> None:
    twice = [held("AAPL", 1), held("AAPL", 2)]
    assert {verdict.kind for verdict in judged(twice, read(0), read(60), exclusive=exclusive)} == {"still_unknown"}
