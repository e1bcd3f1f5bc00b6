"""After an unknown outcome: read until the evidence suffices or the time is up, and write down the verdict."""

import time
from collections.abc import Callable, Iterator
from typing import Any, Final, Literal

from attrs import evolve, frozen

from brokerage_positions.asking import Context
from brokerage_positions.brokers.desk import Desk
from brokerage_positions.closing import plain
from brokerage_positions.errors import PositionsError
from brokerage_positions.evidence import (
    SETTLE,
    Asked,
    Evidence,
    Held,
    Reading,
    Verdict,
    from_plain,
    judge,
    judge_all,
    to_plain,
    watch_for,
)
from brokerage_positions.io import Operation, Sleep
from brokerage_positions.journal import Journal, Record

_FIRST_PAUSE: Final = 1.0
_LONGEST_PAUSE: Final = 15.0


@frozen
class Resolution:
    """What became of a close.

    ``kind`` is ``still_unknown`` as long as any position is; ``not_placed`` if no order was placed; else ``placed``.
    ``verdicts`` has one entry for each position, with the numbers it was judged by and the assumptions it rests on.
    """

    close_id: str
    kind: Literal["placed", "not_placed", "still_unknown"]
    verdicts: tuple[Verdict, ...]

    def __str__(self) -> str:
        return "\n".join(
            [f"{self.close_id}: {self.kind}", *(f"  {v.symbol}: {v.kind}: {v.reason}" for v in self.verdicts)]
        )


@frozen(kw_only=True)
class Question:
    """How a close is to be resolved.

    ``exclusive``: the caller's word that nothing else trades the account.  ``settle``: seconds for which a request
    that was given up may still act, and its order may take to show.  ``fills_within``: the caller's word for how many
    seconds an accepted order takes to fill; at Clear Street nothing else can show that there is none.  ``evidence``:
    orders that the caller found, or a function that finds them: it is called when the settling time is over, which is
    when a complete list can show that there is no order.  ``wait``: read until that time is over; otherwise read once.
    """

    exclusive: bool = False
    settle: float = SETTLE
    fills_within: float | None = None
    evidence: Evidence | Callable[[], Evidence] | None = None
    wait: bool = True


def resolve(
    desk: Desk, journal: Journal, close_id: str, context: Context, question: Question, given_up: float | None = None
) -> Operation[Resolution]:
    """The verdict on a close that the journal has as unresolved, written into it if it is one."""
    record = journal.get(close_id)
    if not record.unresolved:
        raise ValueError(f"close {close_id} is {'in flight' if record.in_flight else record.state}: nothing to resolve")
    if record.state == "open":  # its process died before it could say when it gave up
        journal.finish(close_id, "unknown", {"why": "its process ended"})
        record = journal.get(close_id)
    # Another process gave up by a clock that may have been set since: the settling time begins now.
    given_up = time.monotonic() if given_up is None else given_up
    asked = _asked(record)
    until = given_up + watch_for(
        settle=question.settle,
        fills_within=question.fills_within,
        available_shows_orders=desk.available_shows_orders,
        cancel_orders=asked.cancel_orders,
    )
    reads: list[Reading] = []
    failure: PositionsError | None = None
    resolution = None
    for pause in _pauses(until) if question.wait else (0.0,):
        if pause:
            yield Sleep(pause)
        at, monotonic = plain.now(), time.monotonic()
        try:
            reads.append(Reading(at, monotonic, (yield from desk.held(context.renewed()))))
        except PositionsError as error:
            failure = error
            continue
        if callable(question.evidence) and time.monotonic() >= until:
            question = evolve(question, evidence=question.evidence())
        resolution = _judged(desk, record, asked, reads, question, given_up)
        if resolution.kind != "still_unknown":
            journal.finish(close_id, resolution.kind, [to_plain(verdict) for verdict in resolution.verdicts])
            return resolution
    if resolution is None and failure is not None:
        raise failure
    return resolution or _judged(desk, record, asked, reads, question, given_up)


def _pauses(until: float) -> Iterator[float]:
    """Nothing, then ever longer pauses, the last of which ends just past ``until`` (monotonic).

    There is always one: that nothing was placed takes two reads to show, also when all the time has passed already.
    """
    yield 0.0
    pause = _FIRST_PAUSE
    if until <= time.monotonic():
        yield pause
    while (left := until - time.monotonic()) > 0:
        yield min(pause, left + 0.01)
        pause = min(pause * 2, _LONGEST_PAUSE)


def _asked(record: Record) -> Asked:
    intent = record.intent
    names = None if intent.asset is None else intent.asset.names
    return Asked(intent.what, names, plain.to_amount(intent.asked), bool(intent.asked.get("cancel_orders")))


def _before(record: Record) -> tuple[Held, ...] | None:
    """What was read before the close; None if nothing was."""
    if record.intent.before is None:
        return None
    values = [from_plain(one) for one in record.intent.before["positions"]]
    return tuple(value for value in values if isinstance(value, Held))


def _judged(
    desk: Desk, record: Record, asked: Asked, reads: list[Reading], question: Question, given_up: float
) -> Resolution:
    before = _before(record)
    facts: dict[str, Any] = {
        "asked_at": record.intent.created_at,
        "given_up": given_up,
        "settle": question.settle,
        "exclusive": question.exclusive,
        "available_shows_orders": desk.available_shows_orders,
        "fills_within": question.fills_within,
        "evidence": None if callable(question.evidence) else question.evidence,
    }
    if asked.what == "close_all":
        verdicts = judge_all(asked, before, reads, **facts)
    else:
        verdicts = (judge(asked, before[0] if before else None, reads, **facts),)
    kinds = {verdict.kind for verdict in verdicts}
    kind: Literal["placed", "not_placed", "still_unknown"] = "placed"
    if "still_unknown" in kinds:
        kind = "still_unknown"
    elif kinds == {"not_placed"}:
        kind = "not_placed"
    return Resolution(record.id, kind, verdicts)
