"""A close that is cut off (Ctrl-C, a closed terminal, a stop): what is known of each order, and what to do."""

import signal
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import Any, Final, NoReturn

from brokerage_positions.cli.closing.watched import WatchedJournal
from brokerage_positions.cli.exits import Exit
from brokerage_positions.cli.failures import CliError
from brokerage_positions.closing.plans import Plan
from brokerage_positions.journal import JournalError, Record

_SIGNALS: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class CutOff(CliError):
    """A close was cut off; ``close_ids`` are those whose outcome nobody knows."""

    close_ids: tuple[str, ...] = ()


_LOST: Final = "The outcome is UNKNOWN: an order may have been placed"


@contextmanager
def stoppable() -> Generator[None]:
    """While inside, being told to stop is as Ctrl-C: the journal is told before the process ends."""

    def stop(number: int, _frame: FrameType | None) -> NoReturn:
        raise KeyboardInterrupt(signal.Signals(number).name)

    before: dict[int, Any] = {number: signal.signal(number, stop) for number in _SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def deaf() -> None:
    """From now on Ctrl-C is not heard: what became of the money is known, and shall be said.  ``run`` mends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def cut_off(error: BaseException, plan: Plan, journal: WatchedJournal, again: str) -> CutOff:
    """What is known of a plan whose execution ended with ``error``."""
    how = "interrupted" if isinstance(error, KeyboardInterrupt) else f"ended by {type(error).__name__}"
    try:
        records = journal.own_records()
    except JournalError as problem:
        found = CutOff(f"the close was {how}", Exit.UNKNOWN, money=_LOST, todo="Mend the journal, then resolve them")
        found.close_ids = tuple(journal.begun)
        found.add_note(str(problem))
        return found
    lost = tuple(record.id for record in records if record.state in ("open", "unknown"))
    accepted = [record for record in records if record.state == "accepted"]
    if lost:
        code, money = Exit.UNKNOWN, _LOST
        todo = f"Do not send it again. Judge by evidence: positions resolve{again} {' '.join(lost)}"
    elif accepted and (plan.use_close_all or len(accepted) == len(plan.lines)):
        code, money, todo = Exit.SUCCESS, "Every order was accepted", ""
    elif accepted:
        code, money, todo = (
            Exit.PARTIAL,
            "Some orders were accepted, the others were refused or not sent",
            "Make a new plan for the rest",
        )
    else:
        code = Exit.INTERRUPTED if isinstance(error, KeyboardInterrupt) else Exit.DEFECT
        money, todo = "Nothing was closed", ""
    found = CutOff(f"the close was {how}", code, money=money, todo=todo)
    found.close_ids = lost
    for line in _lines(plan, records):
        found.add_note(line)
    return found


_WORDS: Final = {
    "open": "OUTCOME UNKNOWN: the order may have been placed",
    "unknown": "OUTCOME UNKNOWN: the order may have been placed",
    "accepted": "the order was accepted",
    "refused": "refused by the broker, nothing was closed",
    "not_sent": "not sent",
}


def _lines(plan: Plan, records: Sequence[Record]) -> list[str]:
    """A line for each position of the plan."""
    if plan.use_close_all:
        return [f"  every position: {_WORDS[record.state]} (close {record.id})" for record in records]
    lines: list[str] = []
    for line in plan.lines:
        own = [record for record in records if record.intent.asset and record.intent.asset.names & line.names]
        lines += [f"  {line.symbol}: {_WORDS[record.state]} (close {record.id})" for record in own]
        lines += [] if own else [f"  {line.symbol}: not sent"]
    return lines
