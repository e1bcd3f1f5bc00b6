"""One close, its facts and its verdict, case by case."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brokerage_positions.amounts import ClosePositionRequest
from brokerage_positions.evidence import Asked, Evidence, Held, OrderSeen, Reading, Verdict, judge, watch_for

ASKED_AT = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
ID = "b0b6dd9d-8b9b-48a9-ba46-b9d54906e415"
AAPL = frozenset({"AAPL", ID})
FIVE = ClosePositionRequest(qty=5)
HALF = ClosePositionRequest(percentage=50)
ALPACA: dict[str, Any] = {"exclusive": True, "available_shows_orders": True}
CLEAR_STREET: dict[str, Any] = {"exclusive": True, "available_shows_orders": False}


def held(quantity: str, available: str | None = None, price: str | None = None) -> Held:
    return Held(
        "AAPL",
        AAPL,
        Decimal(quantity),
        None if available is None else Decimal(available),
        None if price is None else Decimal(price),
    )


def read(at: float, *positions: Held) -> Reading:
    """A read so many seconds after the request was given up, which is at 1000 on the monotonic clock."""
    return Reading(ASKED_AT + timedelta(seconds=10 + at), 1000 + at, positions)


def verdict(
    before: Held | None,
    reads: Sequence[Reading],
    amount: ClosePositionRequest | None = FIVE,
    names: frozenset[str] = AAPL,
    cancel_orders: bool = False,
    **words: Any,
) -> Verdict:
    asked = Asked("close", names, amount, cancel_orders)
    return judge(asked, before, reads, asked_at=ASKED_AT, given_up=1000.0, **(ALPACA | words))


def order(quantity: str | None = "5", at: float = 1.0, side: Any = "sell", names: frozenset[str] = AAPL) -> OrderSeen:
    return OrderSeen(
        names, side, None if quantity is None else Decimal(quantity), ASKED_AT + timedelta(seconds=at), f"id-{at:g}"
    )


@pytest.mark.parametrize(
    ("before", "now", "amount"),
    [
        (held("100", "100"), held("95", "95"), FIVE),
        (held("100", "100"), held("100", "95"), FIVE),
        (held("100", "100"), held("98", "95"), FIVE),
        (held("-50", "-50"), held("-45", "-45"), FIVE),
        (held("-50", "50"), held("-50", "45"), FIVE),
        (held("100", "100"), None, None),
        (held("100", "100"), held("100", "0"), None),
        (held("5", "5"), None, FIVE),
        (held("1.000000001", "1.000000001"), held("0.5", "0.5", "1"), HALF),
        (held("1.000000001", "1.000000001"), held("0.500000001", "0.500000001"), HALF),
        (held("100", "80"), held("100", "75"), FIVE),
        (held("100", "80"), held("95", "75"), FIVE),
    ],
    ids=[
        "filled",
        "waiting",
        "filling",
        "short",
        "short-told-unsigned",
        "whole",
        "whole-waiting",
        "all-of-it-by-quantity",
        "rounded-up",
        "rounded-down",
        "beside-another-order",
        "filled-beside-another-order",
    ],
)
def test_exactly_the_change_that_was_asked_is_placed(
    before: Held, now: Held | None, amount: ClosePositionRequest | None
) -> None:
    reads = [read(1, *([now] if now else []))]
    placed = verdict(before, reads, amount)
    assert placed.kind == "placed", placed.reason
    assert any("exclusive=True" in assumption for assumption in placed.assumptions)
    alone = verdict(before, reads, amount, exclusive=False)
    assert alone.kind == "still_unknown"
    assert "exclusive=True" in alone.reason


@pytest.mark.parametrize(
    ("now", "amount", "reason"),
    [
        (None, FIVE, "was gone"),
        (held("90", "90"), FIVE, "more than asked"),
        (held("105", "105"), FIVE, "larger than before"),
        (held("-5", "-5"), None, "changed sides"),
        (held("200", "200"), FIVE, "split"),
        (held("50", "50"), HALF, "a split also explains"),
        (held("98", "98"), FIVE, "may still be filling"),
        (held("100", "98"), FIVE, "may still be filling"),
        (held("100", "90"), FIVE, "other orders"),
        (held("100", "105"), FIVE, "other orders"),
        (held("100", "-95"), FIVE, "other orders"),
        (held("95", "100"), FIVE, "available quantity fell by 0"),
        (held("100", "100", "90.5"), FIVE, "average price"),
    ],
)
def test_any_other_change_is_still_unknown(now: Held | None, amount: ClosePositionRequest | None, reason: str) -> None:
    price = "181" if now and now.average_price else None
    unknown = verdict(held("100", "100", price), [read(1, *([now] if now else []))], amount)
    assert unknown.kind == "still_unknown"
    assert reason in unknown.reason


@pytest.mark.parametrize("broker", [ALPACA, CLEAR_STREET])
def test_a_close_that_looks_like_a_split_is_placed_when_the_average_price_stays(broker: dict[str, Any]) -> None:
    before, half = held("100", "100", "183.25"), held("50", "50", "183.25")
    assert verdict(before, [read(1, half)], HALF, **broker).kind == "placed"
    split = held("50", "50", "366.5")
    assert verdict(before, [read(1, split)], HALF, **broker).kind == "still_unknown"


def test_a_close_seen_waiting_is_no_split() -> None:
    before = held("100", "100")
    assert verdict(before, [read(1, held("100", "50")), read(2, held("50", "50"))], HALF).kind == "placed"


def test_cancelled_orders_silence_the_available_quantity() -> None:
    before, waiting = held("100", "100"), held("100", "0")
    assert verdict(before, [read(1, waiting)], None, cancel_orders=True).kind == "still_unknown"
    assert verdict(before, [read(1)], None, cancel_orders=True).kind == "placed"
    quiet = [read(1, before), read(61, before)]
    assert verdict(before, quiet, None, cancel_orders=True).kind == "still_unknown"
    assert verdict(before, quiet, None, cancel_orders=True, fills_within=2.0).kind == "still_unknown"
    assert verdict(before, [*quiet, read(62, before)], None, cancel_orders=True, fills_within=2.0).kind == "not_placed"


def test_an_order_open_before_may_have_emptied_the_position() -> None:
    gone = verdict(held("100", "20"), [read(1)], None, cancel_orders=True)
    assert gone.kind == "still_unknown"
    assert "orders open before" in gone.reason


def test_an_order_open_before_that_fills_is_not_the_close() -> None:
    for now in (held("95", "95"), held("92", "75")):
        assert verdict(held("100", "95" if now.available == 95 else "80"), [read(1, now)]).kind == "still_unknown"


def test_reads_that_go_back_are_still_unknown() -> None:
    before, sold = held("100", "100"), held("95", "95")
    assert verdict(before, [read(1, sold), read(2, before), read(90, before)]).kind == "still_unknown"
    assert verdict(before, [read(1, before), read(2, sold), read(90, sold)]).kind == "placed"
    assert verdict(before, [read(2, sold), read(90, sold), read(1, before)]).kind == "placed"
    assert verdict(before, [read(1, held("100", "95")), read(90, before)]).kind == "still_unknown"
    course = [read(1, held("40")), read(2, held("60")), read(3)]
    assert verdict(held("100"), course, None, **CLEAR_STREET).kind == "still_unknown"
    assert verdict(held("100"), [course[0], course[2]], None, **CLEAR_STREET).kind == "placed"
    waiting, filling, filled = held("100", "0"), held("60", "0"), held("80", "0")
    assert verdict(before, [read(1, waiting), read(2, filling)], None).kind == "placed"
    assert verdict(before, [read(1, filling), read(2, filled)], None).kind == "still_unknown"
    assert verdict(before, [read(1, waiting), read(2, held("100", "10")), read(3)], None).kind == "still_unknown"


def test_a_share_that_rounds_to_nothing_is_not_placed_by_nothing() -> None:
    before, tiny = held("0.5", "0.5"), ClosePositionRequest(percentage="0.000000001")
    assert verdict(before, [read(1, before)], tiny).kind == "still_unknown"


@pytest.mark.parametrize(
    ("times", "kind"),
    [
        ((0, 60), "not_placed"),
        ((60, 0, 30), "not_placed"),
        ((1, 59.9), "still_unknown"),
        ((61,), "still_unknown"),
        ((-5, 61), "still_unknown"),
        ((-60, -1), "still_unknown"),
        ((), "still_unknown"),
    ],
)
def test_absence_needs_two_reads_that_span_the_settling_time(times: Sequence[float], kind: str) -> None:
    before = held("100", "100")
    judged = verdict(before, [read(at, before) for at in times])
    assert judged.kind == kind
    assert judged.kind == "not_placed" or "60 s" in judged.reason


def test_absence_needs_the_word_that_nobody_traded_it_away() -> None:
    before = held("100", "100")
    judged = verdict(before, [read(0, before), read(60, before)], exclusive=False)
    assert judged.kind == "still_unknown"
    assert "exclusive=True" in judged.reason


@pytest.mark.parametrize(
    "before",
    [held("100"), held("100", "4"), held("100", "0"), held("-50", "100")],
    ids=["available-not-told", "too-little-available", "nothing-available", "more-available-than-held"],
)
def test_an_available_quantity_that_could_not_fall_shows_no_absence(before: Held) -> None:
    quiet = [read(0, before), read(60, before), read(70, before)]
    assert verdict(before, quiet).kind == "still_unknown"
    assert verdict(before, quiet, fills_within=10.0).kind == "not_placed"


def test_where_open_orders_do_not_show_only_a_fill_or_the_orders_do() -> None:
    before = held("100", "100")
    quiet = [read(0, before), read(60, before), read(100, before)]
    unknown = verdict(before, quiet, **CLEAR_STREET)
    assert unknown.kind == "still_unknown"
    assert "fills_within" in unknown.reason
    assert verdict(before, quiet, **CLEAR_STREET, fills_within=40.0).kind == "not_placed"
    too_early = verdict(before, quiet, **CLEAR_STREET, fills_within=40.5)
    assert too_early.kind == "still_unknown"
    assert "100.5 s" in too_early.reason


def test_a_split_may_hide_a_close_unless_the_average_price_stays() -> None:
    for price, kind in ((None, "still_unknown"), ("183.25", "not_placed")):
        before = held("100", "100", price)
        assert verdict(before, [read(0, before), read(60, before)], HALF).kind == kind
        # 100, split to 150, less 50.
        assert verdict(before, [read(0, before), read(60, before)], ClosePositionRequest(qty=50)).kind == kind
        # 100, split to 200, less 100.
        assert verdict(before, [read(0, before), read(60, before)], ClosePositionRequest(qty=100)).kind == kind
        assert verdict(before, [read(0, before), read(60, before)], None).kind == "not_placed"


def test_another_average_price_for_the_same_quantity_is_no_absence() -> None:
    before, repriced = held("100", "100", "183.25"), held("100", "100", "180")
    judged = verdict(before, [read(0, before), read(60, repriced)])
    assert judged.kind == "still_unknown"
    assert "average price" in judged.reason


def test_what_was_proved_absent_does_not_become_placed_by_a_later_close() -> None:
    before, sold = held("100", "100"), held("95", "95")
    judged = verdict(before, [read(0, before), read(60, before), read(80, sold)])
    assert judged.kind == "still_unknown"
    assert "later close" in judged.reason


class TestOrders:
    QUIET = (read(1, held("100", "100")), read(61, held("100", "100")))

    def judged(self, *orders: OrderSeen, complete: bool = True, listed: float | None = 70, **words: Any) -> Verdict:
        at = None if listed is None else ASKED_AT + timedelta(seconds=10 + listed)
        evidence = Evidence(orders, complete, at)
        words = CLEAR_STREET | words
        return verdict(held("100", "100"), self.QUIET, evidence=evidence, **words)

    def test_one_order_that_fits_is_the_close(self) -> None:
        for judged in (self.judged(order()), self.judged(order(), complete=False, listed=None)):
            assert (judged.kind, judged.order_ids) == ("placed", ("id-1",))
        assert self.judged(order(at=-4.9)).kind == "placed"
        assert self.judged(order(), order()).kind == "placed"

    def test_without_the_word_that_nobody_else_trades_it_may_be_anybodys(self) -> None:
        judged = self.judged(order(), exclusive=False)
        assert (judged.kind, judged.order_ids) == ("still_unknown", ("id-1",))
        assert "exclusive=True" in judged.reason

    @pytest.mark.parametrize(
        "orders",
        [
            [order("6")],
            [order(None)],
            [order(side="buy")],
            [order(at=200)],
            [order(), order(at=2)],
            [order(names=frozenset({"0f2a9d1c-6f52-4a5c-8a5e-1f5b5c0a7d11", "AAPL2"})), order(at=3), order("1", at=4)],
            [order(names=frozenset())],
        ],
    )
    def test_orders_that_fit_otherwise_settle_nothing(self, orders: list[OrderSeen]) -> None:
        assert self.judged(*orders).kind == "still_unknown"

    @pytest.mark.parametrize("others", [[], [order(at=-6)], [order(names=frozenset({"MSFT"}))]])
    def test_no_order_in_a_complete_and_late_list_is_an_absence(self, others: list[OrderSeen]) -> None:
        assert self.judged(*others, exclusive=False).kind == "not_placed"
        assert self.judged(*others, listed=59).kind == "still_unknown"
        assert self.judged(*others, listed=None).kind == "still_unknown"
        assert self.judged(*others, complete=False).kind == "still_unknown"

    def test_an_order_speaks_against_an_absence_that_the_reads_show(self) -> None:
        judged = self.judged(order(), available_shows_orders=True)
        assert (judged.kind, judged.order_ids) == ("still_unknown", ("id-1",))

    def test_a_list_without_the_order_speaks_against_a_change_that_the_reads_show(self) -> None:
        sold = (read(1, held("95", "95")),)
        for evidence, kind in ((Evidence((), True), "still_unknown"), (Evidence((), False), "placed")):
            assert verdict(held("100", "100"), sold, evidence=evidence).kind == kind
        placed = verdict(held("100", "100"), sold, evidence=Evidence((order(),), True))
        assert (placed.kind, placed.order_ids) == ("placed", ("id-1",))


class TestIdentity:
    def test_without_a_reading_before_there_is_nothing_to_compare_with(self) -> None:
        judged = verdict(None, [read(1), read(70)])
        assert (judged.kind, judged.symbol) == ("still_unknown", None)
        assert "not read before" in judged.reason

    def test_nothing_held_before(self) -> None:
        assert verdict(held("0", "0"), [read(1), read(70)], None).kind == "still_unknown"

    @pytest.mark.parametrize("names", [{"MSFT"}, {"AAPL", "0f2a9d1c-6f52-4a5c-8a5e-1f5b5c0a7d11"}, set()])
    def test_another_asset_was_asked_for_than_read(self, names: set[str]) -> None:
        assert verdict(held("100", "100"), [read(1)], None, names=frozenset(names)).kind == "still_unknown"

    @pytest.mark.parametrize(
        "now",
        [
            [Held("AAPL", {"AAPL", "0f2a9d1c-6f52-4a5c-8a5e-1f5b5c0a7d11"}, Decimal(100), Decimal(95))],
            [held("100", "95"), held("95", "95")],
            [Held("?", frozenset(), Decimal(1), None)],
        ],
        ids=["the-symbol-of-another-asset", "twice", "a-position-without-a-name"],
    )
    def test_a_position_that_cannot_be_told_settles_nothing(self, now: list[Held]) -> None:
        for amount in (FIVE, None):
            assert verdict(held("100", "100"), [read(1, *now)], amount).kind == "still_unknown"

    def test_a_position_known_only_by_id_may_be_the_one_that_seems_gone(self) -> None:
        before = Held("AAPL", {"AAPL"}, Decimal(100), Decimal(100))
        by_id = Held(ID, {ID}, Decimal(100), Decimal(100))
        assert verdict(before, [read(1, by_id)], None, names=before.names).kind == "still_unknown"

    def test_a_renamed_position_is_found_by_its_id(self) -> None:
        renamed = Held("APPL", {"APPL", ID}, Decimal(95), Decimal(95))
        assert verdict(held("100", "100"), [read(1, renamed)]).kind == "placed"


def test_times_that_are_no_times_are_refused() -> None:
    before = held("100", "100")
    wrong: list[dict[str, Any]] = [{"settle": -1.0}, {"settle": float("nan")}, {"fills_within": float("inf")}]
    for words in wrong:
        with pytest.raises(ValueError, match="seconds"):
            verdict(before, [], **words)
    with pytest.raises(ValueError, match="time zone"):
        Reading(datetime(2026, 3, 2), 1.0, ())
    with pytest.raises(ValueError, match="monotonic"):
        Reading(ASKED_AT, float("nan"), ())


def test_the_last_read_must_come_after_the_time_to_watch() -> None:
    assert watch_for(settle=60, fills_within=5, available_shows_orders=True, cancel_orders=False) == 60
    assert watch_for(settle=60, fills_within=5, available_shows_orders=True, cancel_orders=True) == 65
    assert watch_for(settle=60, fills_within=None, available_shows_orders=False, cancel_orders=False) == 60


NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**23), max_value=10**23, places=20)
SMALL = st.sampled_from([Decimal(n) for n in ("0", "1", "-1", "2", "95", "100", "-100", "1E+20", "1E-20", "-0")])


@given(
    before=st.tuples(NUMBERS | SMALL, st.none() | NUMBERS | SMALL, st.none() | st.decimals(allow_nan=False)),
    reads=st.lists(st.tuples(st.integers(-9, 200), NUMBERS | SMALL, st.none() | NUMBERS | SMALL), max_size=4),
    amount=st.sampled_from([None, FIVE, HALF, ClosePositionRequest(percentage="0.000000001")]),
    words=st.fixed_dictionaries(
        {
            "exclusive": st.booleans(),
            "available_shows_orders": st.booleans(),
            "fills_within": st.none() | st.floats(0, 1e9),
            "settle": st.floats(0, 1e300),
            "evidence": st.none() | st.builds(Evidence, st.just(()), st.booleans(), st.none() | st.just(ASKED_AT)),
        }
    ),
)
def test_every_number_gets_a_verdict(before: Any, reads: Any, amount: Any, words: Any) -> None:
    quantity, available, price = before
    if price is not None and not price.is_finite():
        price = None
    first = Held("AAPL", AAPL, quantity, available, price)
    after = [read(at, Held("AAPL", AAPL, *numbers)) for at, *numbers in reads]
    judged = verdict(first, after, amount, **words)
    if judged.kind != "still_unknown":
        assert judged.numbers["held_before"] == quantity
        last = max(after, key=lambda reading: reading.monotonic).positions[0]
        assert (last.quantity == quantity and last.available == available) == (judged.kind == "not_placed")
