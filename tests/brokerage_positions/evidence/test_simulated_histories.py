"""The heart of judging: in every history that a broker may have, the verdict is right or ``still_unknown``.

``EVIDENCE_EXAMPLES=20000 pytest tests/brokerage_positions/evidence`` looks at more histories than the default 200.
"""

import os
from collections import Counter
from decimal import ROUND_UP, Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from brokerage_positions.amounts import ClosePositionRequest
from brokerage_positions.evidence import Verdict

from .simulated import SETTLE, History, Split, Trade

EXAMPLES = int(os.environ.get("EVIDENCE_EXAMPLES", "200"))

HELD = st.sampled_from([Decimal(n) for n in ("100", "10", "1.000000001", "-100", "-50", "0.3")])
PARTS = st.sampled_from(["50", "50", "75", "20", "5", "33.333333333", "0.000000001"])
MOMENTS = st.sampled_from([-5.0, 0.0, 1.0, 5.0, 20.0, 59.0, 60.0])
#: Just long enough, a little too short, all the way, and long after everything.
WATCHES = [(1.0, 61.0), (1.0, 30.0, 58.0), (0.0, 60.0, 98.0), (1.0, 30.0, 62.0, 80.0, 101.0, 161.0), (200.0, 300.0)]
READS = st.sampled_from(WATCHES) | st.lists(
    st.sampled_from([-8.0, -1.0, 0.0, 1.0, 2.0, 10.0, 30.0, 59.0, 60.0, 61.0, 75.0, 90.0, 100.0, 125.0, 400.0]),
    max_size=7,
    unique=True,
)
RATIOS = st.sampled_from([Fraction(r) for r in ("2", "3", "3/2", "4/3", "10", "1/2", "1/3", "1/10", "2/3")])
#: Events that make a close look like none, and none like a close; and some at random.
STORIES = st.sampled_from(["nothing else", "nothing else", "trade", "trade", "split", "split before", "at random"])


def close_of(draw: st.DrawFn, held: Decimal) -> tuple[ClosePositionRequest | None, Fraction]:
    """What is asked for, and the units that it is."""
    part, size = draw(PARTS), abs(Fraction(held))
    match draw(st.sampled_from(["whole", "qty", "percentage"])):
        case "whole":
            return None, size
        case "qty":
            qty = (abs(held) * Decimal(part) / 100).quantize(Decimal("1E-9"), ROUND_UP)
            return ClosePositionRequest(qty=qty), Fraction(qty)
        case _:
            return ClosePositionRequest(percentage=part), size * Fraction(part) / 100


def disturbances(draw: st.DrawFn, held: Decimal, units: Fraction, filled_at: float | None) -> list[Trade | Split]:
    """Without an order they do what it would have done; with one they undo it, after it or before it."""
    whole, direction = abs(Fraction(held)), 1 if held > 0 else -1
    at = draw(MOMENTS) if filled_at is None else filled_at + draw(st.sampled_from([0.0, 0.5, 20.0]))
    trades = st.builds(Trade, MOMENTS, st.sampled_from([units, -units, units / 2, -units / 2, 2 * units, -2 * units]))
    match draw(STORIES):
        case "trade":
            return [Trade(at, direction * (units if filled_at is not None else -units))]
        case "split" if units < whole:
            ratio = (whole - units) / whole
            return [Split(at, ratio if filled_at is None else 1 / ratio)] if may_be_split(ratio) else []
        case "split before" if may_be_split(whole / (whole + units)):
            return [Split(-15.0, (whole + units) / whole)]
        case "at random":
            return draw(st.lists(trades | st.builds(Split, MOMENTS, RATIOS), max_size=2))
        case _:
            return []


def may_be_split(ratio: Fraction) -> bool:
    """Splits are ratios of small numbers; one that could be any ratio cannot be told from any close."""
    return ratio.numerator <= 4


@st.composite
def histories(draw: st.DrawFn) -> History:
    held = draw(HELD)
    amount, units = close_of(draw, held)
    acts_at = draw(st.one_of(st.none(), MOMENTS))
    shares = draw(st.sampled_from(["", "4", "4", "4", "2", "24", "134"]))
    delays = sorted(draw(st.lists(st.sampled_from([0.0, 0.5, 3.0, 40.0, 100.0]), min_size=3, max_size=3)))
    fills = tuple(zip(delays, (Fraction(int(share), 4) for share in shares), strict=False))
    filled_at = None if acts_at is None else acts_at + (fills[-1][0] if fills else 0.0)
    return History(
        held=held,
        price=draw(st.sampled_from([None, Decimal("183.25")])),
        amount=amount,
        cancel_orders=draw(st.sampled_from([False, False, True])),
        rounds_up=draw(st.booleans()),
        acts_at=acts_at,
        # Shown when the settling time is over, at the latest.
        shows_after=draw(st.sampled_from([None, 0.0, SETTLE - max(acts_at or 0.0, 0.0)])),
        fills=fills,
        events=tuple(disturbances(draw, held, units, filled_at)),
        resting=units if 2 * units <= abs(Fraction(held)) and draw(st.booleans()) else Fraction(0),
    )


def verdicts(draw: st.DrawFn, history: History) -> list[Verdict]:
    """What is judged as the reads come in: one verdict for each number of reads."""
    reads = sorted(draw(READS))
    filled = history.fills and history.fills[-1][1] == 1
    # Words that the caller may truly give.
    fills_within = draw(st.sampled_from([None, history.fills[-1][0]])) if filled else None
    if history.acts_at is None:
        fills_within = draw(st.sampled_from([None, 0.0, 30.0]))
    shows = history.shows_after is not None or history.acts_at is None
    listed = draw(st.sampled_from([None, None, None, 2.0, 30.0, 60.0, 61.0, 130.0]))
    evidence = None if listed is None else history.orders(listed, draw(st.sampled_from([0.0, -4.0, 4.0])))
    told, exclusive = (
        shows and draw(st.booleans()),
        not history.others_trade and draw(st.sampled_from([True, True, False])),
    )
    return [
        history.judged(
            reads[:count],
            exclusive=exclusive,
            fills_within=fills_within,
            evidence=evidence,
            told_that_available_shows=told,
        )
        for count in range(len(reads) + 1)
    ]


@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_the_verdict_is_right_or_still_unknown(data: st.DataObject) -> None:
    history = data.draw(histories())
    truth = "not_placed" if history.acts_at is None else "placed"
    for verdict in data.draw(st.composite(verdicts)(history)):
        event(f"{truth}: {verdict.kind}")
        assert verdict.kind in (truth, "still_unknown"), (history, verdict)
        assert verdict.reason
        assert bool(verdict.assumptions) == (verdict.kind != "still_unknown")


@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_more_reads_never_turn_one_verdict_into_the_other(data: st.DataObject) -> None:
    kinds = {verdict.kind for verdict in data.draw(st.composite(verdicts)(data.draw(histories())))}
    assert not {"placed", "not_placed"} <= kinds


#: What hides a close of half of 100, or looks like one, and whether it is somebody's trade.
DISGUISES: list[tuple[Trade | Split, ...]] = [
    (),
    (Trade(2.0, Fraction(-50)),),
    (Trade(101.0, Fraction(50)),),
    (Split(2.0, Fraction(1, 2)),),
    (Split(101.0, Fraction(2)),),
    (Split(-15.0, Fraction(3, 2)),),
]


@pytest.mark.parametrize("acts_at", [None, -5.0, 59.0])
@pytest.mark.parametrize("events", DISGUISES)
def test_no_disguise_deceives(acts_at: float | None, events: tuple[Trade | Split, ...]) -> None:
    """Every combination of a few brokers, words and watches, where the random ones meet a few."""
    half = [ClosePositionRequest(qty=50), ClosePositionRequest(percentage=50)]
    prices, waits, shown = [None, Decimal("183.25")], [0.0, 40.0], [None, 0.0]
    for amount, price, wait, shows_after, reads in product(half, prices, waits, shown, WATCHES):
        fills = ((wait, Fraction(1)),)
        history = History(Decimal(100), price, amount, False, False, acts_at, shows_after, fills, events)
        for fills_within, exclusive in product([None, wait], {False, not history.others_trade}):
            verdict = history.judged(
                reads,
                exclusive=exclusive,
                fills_within=fills_within,
                evidence=None,
                told_that_available_shows=shows_after is not None,
            )
            assert verdict.kind in ("still_unknown", "not_placed" if acts_at is None else "placed"), (history, verdict)


@pytest.mark.parametrize("broken", ["a trader's word", "a list that came too early"])
def test_the_simulation_can_fail(broken: str) -> None:
    """With a false word the verdict is wrong: what the histories prove, they prove about the judge."""
    amount = ClosePositionRequest(qty=5)
    nothing = History(Decimal(100), None, amount, False, False, None, None, ())
    if broken == "a trader's word":
        sold_by_others = History(Decimal(100), None, amount, False, False, None, None, (), (Trade(1.0, Fraction(-5)),))
        told = sold_by_others.judged(
            [2.0, 70.0], exclusive=True, fills_within=None, evidence=None, told_that_available_shows=True
        )
        assert told.kind == "placed"
    else:
        late = History(Decimal(100), None, amount, False, False, 50.0, None, ())
        claimed = nothing.orders(70.0, 0.0)
        told = late.judged(
            [2.0, 70.0], exclusive=False, fills_within=None, evidence=claimed, told_that_available_shows=False
        )
        assert told.kind == "not_placed"


def test_the_verdicts_are_not_all_unknown() -> None:
    """An undisturbed close is judged, whichever way the broker shows it."""
    seen = Counter[str]()
    for acts_at in (None, -1.0, 30.0):
        for shows_after in (None, 1.0):
            for held in ("100", "-100"):
                for amount in (None, ClosePositionRequest(qty=5), ClosePositionRequest(percentage="33.3")):
                    history = History(
                        Decimal(held), None, amount, False, False, acts_at, shows_after, ((2.0, Fraction(1)),)
                    )
                    verdict = history.judged(
                        [1.0, 40.0, 61.0, 63.0],
                        exclusive=True,
                        fills_within=2.0,
                        evidence=None,
                        told_that_available_shows=shows_after is not None,
                    )
                    seen[f"{acts_at is not None} {verdict.kind}"] += 1
    assert seen == {"True placed": 24, "False not_placed": 12}
