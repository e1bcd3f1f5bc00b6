"""The verdict on a close whose outcome is unknown, from facts alone: no clock is read, nothing is asked of a broker.

Three questions are put to the facts, each in a module of its own: do the reads show the close (``movement``), do orders
show it (``orders``), do the reads show that there is none (``absence``)?  A verdict needs one clear yes and nothing
that speaks against it; everything else is ``still_unknown``.  More reads may turn ``still_unknown`` into a verdict, or
a verdict into ``still_unknown``, and never one verdict into the other.
"""

import math
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal, localcontext
from functools import partial
from typing import Final

from attrs import evolve

from brokerage_positions.amounts import EXACT, expected_change

from .absence import shows_the_absence
from .case import Case, Ruling
from .course import Expected, course
from .identity import Unclear, contradict, find
from .movement import contradiction, shows_the_change
from .orders import shows_the_order
from .values import Asked, Evidence, Held, Kind, Reading, Verdict

SETTLE: Final = 60.0


def judge(
    asked: Asked,
    held_before: Held | None,
    reads: Sequence[Reading],
    *,
    asked_at: datetime,
    given_up: float,
    settle: float = SETTLE,
    exclusive: bool,
    available_shows_orders: bool,
    fills_within: float | None = None,
    evidence: Evidence | None = None,
) -> Verdict:
    """Judge the close of one position.

    ``held_before``: the position as read before the close was asked.  ``reads``: in any order.  ``asked_at``: aware
    wall clock.  ``given_up``: when the request was given up, in seconds of the reads' monotonic clock; a process that
    resolves another's close passes a moment of its own, before its first read.  ``settle``: seconds for which a
    request given up may still act and its order may take to show.  ``fills_within``: the caller's word for how many
    seconds an accepted order takes at most to fill completely.  ``exclusive``: the caller's word that nothing but this
    close moves the position: nobody else trades the account, and no order that is already open fills.
    ``available_shows_orders``: the broker counts an open order's shares as not available.

    Raises ``ValueError`` for times that are not times; every other input gets a verdict.
    """
    times = (given_up, settle, 0.0 if fills_within is None else fills_within)
    if not all(math.isfinite(time) for time in times) or min(times[1:]) < 0 or asked_at.tzinfo is None:
        raise ValueError(
            "given_up, settle and fills_within are finite seconds, the last two from zero; asked_at is aware"
        )
    unclear = _unidentified(asked, held_before)
    if unclear or held_before is None:
        return _unknown(held_before, unclear or "")
    with localcontext(EXACT):
        least, greatest = sorted(abs(bound) for bound in expected_change(asked.amount, held_before.quantity))
        steps = course(held_before, reads)
        if isinstance(steps, Unclear):
            return _unknown(held_before, f"{steps.reason}. Look for the order at the broker")
        case = Case(
            asked=asked,
            before=held_before,
            expected=Expected(least, greatest),
            steps=steps,
            asked_at=asked_at,
            given_up=given_up,
            settle=settle,
            exclusive=exclusive,
            available_shows_orders=available_shows_orders,
            fills_within=fills_within,
            evidence=evidence,
        )
        kind, ruling = _decide(case)
        return Verdict(kind, held_before.symbol, ruling.reason, _numbers(case), ruling.assumptions, ruling.order_ids)


def judge_all(
    asked: Asked,
    held_before: Sequence[Held] | None,
    reads: Sequence[Reading],
    *,
    asked_at: datetime,
    given_up: float,
    settle: float = SETTLE,
    exclusive: bool,
    available_shows_orders: bool,
    fills_within: float | None = None,
    evidence: Evidence | None = None,
) -> tuple[Verdict, ...]:
    """Judge a close of all positions, one verdict a position: some may have been closed and others not.

    Positions that were not held before but were read afterwards come last, as ``still_unknown``.  Without a reading
    before, or if nothing was held, there is one verdict more, with ``symbol=None``: never none at all.  The rest is as
    for :func:`judge`.
    """
    if held_before is None:
        return (_unknown(None, _NO_READING),)
    judge_one = partial(
        judge,
        asked_at=asked_at,
        given_up=given_up,
        settle=settle,
        exclusive=exclusive,
        available_shows_orders=available_shows_orders,
        fills_within=fills_within,
        evidence=evidence,
    )
    verdicts = [
        _unknown(held, "several positions before the close bear the same name. Look for the orders at the broker")
        if isinstance(find(held.names, held_before), Unclear)
        else judge_one(evolve(asked, what="close", names=held.names, amount=None), held, reads)
        for held in held_before
    ]
    if not held_before:
        verdicts = [_unknown(None, _NOTHING_HELD)]
    later = {held.symbol: held for read in reads for held in read.positions if find(held.names, held_before) is None}
    return (*verdicts, *(_unknown(None, _NEW, held.symbol) for held in later.values()))


_NEW: Final = "not held when the positions were read before the close: it may have been opened and closed since"
_TOO_LATE: Final = (
    "the reads had already proved that nothing was placed: what shows now is a later close, or an order that died"
    " unfilled. Look for the order at the broker"
)
_NOTHING_HELD: Final = "nothing was held before the close: before and after look the same. Look for the order"
_NO_READING: Final = "the position was not read before the close: there is nothing to compare with. Look for the order"


def _unidentified(asked: Asked, held: Held | None) -> str | None:
    if held is None:
        return _NO_READING
    if not held.quantity:
        return _NOTHING_HELD
    named = held.names if asked.what == "close_all" else asked.names or frozenset()
    if not held.names & named or contradict(held.names, named):
        return "the position read before the close is not for certain the one that was asked for. Look for the order"
    return None


def _decide(case: Case) -> tuple[Kind, Ruling]:
    if problem := contradiction(case):
        return "still_unknown", Ruling(False, f"{problem}. Look for the order at the broker")
    quiet = case.until_first_change()
    absent = shows_the_absence(quiet)
    ordered = shows_the_order(case)
    moved = shows_the_change(case) if case.afterwards else None
    shown = moved if moved and moved.proved else ordered if ordered.proved else None
    if shown is None:
        if quiet.steps != case.steps and moved is not None:
            return "still_unknown", evolve(moved, order_ids=ordered.order_ids)
        if ordered.order_ids:
            return "still_unknown", ordered
        return "not_placed" if absent.proved else "still_unknown", absent
    # What was proved absent stays so: had the caller closed again meanwhile, that close would look like this one.
    if absent.proved or shows_the_absence(evolve(quiet, evidence=None)).proved:
        return "still_unknown", Ruling(False, _TOO_LATE, (), ordered.order_ids)
    if case.evidence and not ordered.proved and (ordered.order_ids or case.evidence.complete):
        odd = f"the reads show the close, but the orders do not: {ordered.reason}. List the orders again"
        return "still_unknown", Ruling(False, odd, (), ordered.order_ids)
    return "placed", evolve(shown, order_ids=ordered.order_ids)


def _unknown(held: Held | None, reason: str, symbol: str | None = None) -> Verdict:
    numbers = {"held_before": held.quantity, "available_before": held.available} if held else {}
    return Verdict("still_unknown", held.symbol if held else symbol, reason, numbers)


def _numbers(case: Case) -> dict[str, Decimal | None]:
    last = case.steps[-1] if case.steps else None
    return {
        "held_before": case.before.quantity,
        "available_before": case.before.available,
        "expected_least": case.expected.least,
        "expected_greatest": case.expected.greatest,
        "held_last": last.quantity if last else None,
        "available_last": last.available if last else None,
        "closed": last.closed if last else None,
        "taken_from_available": last.taken if last else None,
        "reads_after_giving_up": Decimal(len(case.afterwards)),
        "seconds_watched": Decimal(f"{case.seconds_watched:.3f}"),
    }
