"""Records of the journal as people and programs read them."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from brokerage_positions.cli.failures import ConfigurationError
from brokerage_positions.cli.screen.draw import column
from brokerage_positions.journal import Journal, Record
from brokerage_positions.portfolio.show.numbers import visible
from brokerage_positions.portfolio.show.table import Cell, Table

#: What a narrow terminal can do without, the first first.
LEAST: Final = ("Plan", "Broker", "Account")
_SHORTEST: Final = 4


@contextmanager
def opened(path: Path) -> Generator[Journal]:
    """The journal at that path; where there is none, an empty one that leaves nothing behind."""
    with Journal(path if path.exists() else None) as journal:
        yield journal


def find(journal: Journal, close_id: str) -> Record:
    """The record of that id, or of the only one that begins so."""
    wanted = close_id.strip().lower()
    found = [record for record in journal.records() if len(wanted) >= _SHORTEST and record.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    what = f"{len(found)} closes have an id that begins with" if found else "the journal has no close"
    raise ConfigurationError(f"{what} {close_id!r}", "Copy the id from 'positions journal' of the same environment")


def state(record: Record) -> str:
    """The state in a word; one left open says whether anybody still waits for it."""
    if record.state != "open":
        return record.state.replace("_", " ")
    return "in flight" if record.in_flight else "unknown"


def asked(record: Record) -> str:
    """What was to be closed: ``AAPL, 1.5``."""
    intent = record.intent
    if intent.asset is None:
        return "every position"
    name = min(intent.asset.symbols or intent.asset.names or {"?"}, key=len)
    qty, percentage = intent.asked.get("qty"), intent.asked.get("percentage")
    return name + (f", {qty}" if qty else f", {percentage} %" if percentage else "")


def plain(record: Record) -> dict[str, Any]:
    """As the JSON documents have it."""
    intent = record.intent
    return {
        "id": record.id,
        "broker": intent.broker,
        "account": intent.account,
        "what": intent.what,
        "names": None if intent.asset is None else sorted(intent.asset.names),
        "asked": intent.asked,
        "request": intent.request,
        "before": intent.before,
        "plan_id": intent.plan_id,
        "created_at": intent.created_at,
        "state": record.state,
        "in_flight": record.in_flight,
        "unresolved": record.unresolved,
        "detail": record.detail,
        "updated_at": record.updated_at,
        "given_up_at": record.given_up_at,
    }


def records_table(records: Sequence[Record], caption: str) -> Table:
    """A line a close, in the order in which they were begun."""
    columns = (
        column("Asked at (UTC)", [f"{record.intent.created_at:%Y-%m-%d %H:%M:%S}" for record in records]),
        column("Close", [record.id for record in records]),
        column("Broker", [str(record.intent.broker) for record in records]),
        column("Account", [record.intent.account for record in records]),
        column("Of", [visible(asked(record)) for record in records]),
        column("State", [_cell(record) for record in records]),
        column("Plan", [(record.intent.plan_id or "")[:8] for record in records]),
    )
    return Table(visible(caption), columns, 0, ())


def _cell(record: Record) -> Cell:
    if record.unresolved:
        return Cell(state(record), "loss")
    return Cell(state(record), "gain" if record.state in ("accepted", "placed") else "")
