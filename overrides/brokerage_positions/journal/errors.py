"""Why the journal says no.

    NotSent
    ├── JournalError            the journal cannot be used, or was asked for something it cannot do
    │   ├── UnknownRecord         no close has that id
    │   ├── IllegalTransition     the record cannot go to that state
    │   └── UsedAfterFork         the journal belongs to the process before the fork
    ├── UnresolvedTwin          the close may double another; ``records`` has those in its way
    └── PlanRefused
        └── PlanAlreadyExecuted   the plan has had its one execution

Each reads: what happened to the money; what is wrong; what to do.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from brokerage_positions import errors
from brokerage_positions.errors import NotSent, PlanRefused

from .values import Intent, Record

NOTHING_SENT = "Nothing was sent."


class JournalError(NotSent):
    """The journal cannot be used.  ``money`` says what happened to the money, ``what`` is wrong, ``todo`` mends it."""

    def __init__(self, money: str, what: str, todo: str) -> None:
        super().__init__(what, todo=todo)
        self.money = money

    def __str__(self) -> str:
        return " ".join(part for part in (self.money, self.what, self.todo) if part)


class UnknownRecord(JournalError):
    """No close has that id."""


class IllegalTransition(JournalError):
    """The record cannot go to that state."""


class UsedAfterFork(JournalError, errors.UsedAfterFork):
    """The journal belongs to the process before the fork."""


class UnresolvedTwin(NotSent):
    """The close was not sent: ``records`` are closes that it may double, whose outcome is not known yet."""

    def __init__(self, records: Sequence[Record], now: datetime) -> None:
        super().__init__("it may double a close whose outcome is not known")
        self.records = tuple(records)
        self.now = now

    def __str__(self) -> str:
        lines = [f"{NOTHING_SENT} This close may double another of this account, whose outcome is not known:"]
        lines += [f"  {_described(record, self.now)}" for record in self.records]
        lost = [record.id for record in self.records if not record.in_flight]
        if lost:
            lines.append(f"Resolve first: {', '.join(lost)}. Or, knowing what became of them, override them by id.")
        if len(lost) < len(self.records):
            lines.append(
                "One in flight cannot be overridden: wait for its outcome, or close its client and resolve it."
            )
        return "\n".join(lines)


class PlanAlreadyExecuted(PlanRefused):
    """A plan is executed once: ``plan_id`` was at ``executed_at`` (UTC), by this process or another."""

    def __init__(self, plan_id: str, executed_at: datetime) -> None:
        super().__init__(f"plan {plan_id} was executed before")
        self.plan_id = plan_id
        self.executed_at = executed_at

    def __str__(self) -> str:
        return (
            f"{NOTHING_SENT} Plan {self.plan_id} was executed at {self.executed_at:%Y-%m-%d %H:%M:%S} UTC."
            " See what became of its closes; for another go, make a new plan."
        )


def _described(record: Record, now: datetime) -> str:
    intent = record.intent
    names = "every position" if intent.asset is None else "/".join(sorted(intent.asset.names)) or "an unknown asset"
    outcome = "in flight" if record.in_flight else "outcome unknown"
    return f"{record.id}: close of {names} at {intent.broker}, account {intent.account}, {_age(intent, now)}, {outcome}"


def _age(intent: Intent, now: datetime) -> str:
    age = now - intent.created_at
    if age < timedelta(0):
        return f"asked at {intent.created_at:%Y-%m-%d %H:%M:%S} UTC (the clock was set back since)"
    whole = timedelta(seconds=int(age.total_seconds()))
    return f"asked {whole} ago"
