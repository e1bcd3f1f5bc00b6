"""Unresolved closes of the journal: listed, and judged by evidence."""

from collections.abc import Sequence
from typing import Any

from brokerage_positions.cli.config.target import Given, journal_path, targets
from brokerage_positions.cli.connecting import connect
from brokerage_positions.cli.exits import Exit
from brokerage_positions.cli.failures import ConfigurationError, Ended, Told, told
from brokerage_positions.cli.output import documents
from brokerage_positions.cli.records import find, opened, plain, records_table
from brokerage_positions.cli.running import say
from brokerage_positions.cli.screen import draw, progress
from brokerage_positions.cli.screen.draw import column
from brokerage_positions.closing.resolving import Question as Question
from brokerage_positions.closing.resolving import Resolution
from brokerage_positions.evidence import to_plain
from brokerage_positions.journal import Journal, Record
from brokerage_positions.portfolio.show.numbers import visible
from brokerage_positions.portfolio.show.table import Cell, Table

_TONES = {"placed": "gain", "not_placed": "", "still_unknown": "loss"}


def list_unresolved(given: Given, *, as_json: bool) -> None:
    """Show them; ends with ``UNKNOWN`` if there are any."""
    path = journal_path(given)
    with opened(path) as journal:
        found = _meant(journal, given)
    if as_json:
        documents.write("journal", {"journal": str(path), "closes": [plain(record) for record in found]})
    else:
        draw(records_table(found, f"{len(found) or 'no'} unresolved in {path}"), wide=True)
    if found:
        raise Ended(Exit.UNKNOWN)


def resolve(given: Given, ids: Sequence[str], question: Question, *, every: bool, as_json: bool) -> None:
    """Judge each; a failure to read one account does not keep the others from being judged."""
    path = journal_path(given)
    with opened(path) as journal:
        wanted = _meant(journal, given) if every else tuple(find(journal, one) for one in ids)
        answers = [_judged(journal, given, record, question) for record in wanted]
    judged = [answer for answer in answers if isinstance(answer, Resolution)]
    failed = [answer for answer in answers if isinstance(answer, Told)]
    if as_json:
        said = {"resolutions": [_plain(one) for one in judged], "failed": [one.plain() for one in failed]}
        documents.write("resolutions", said)
    else:
        draw(_table(judged), wide=True)
    for failure in failed:
        say(failure)
    if failed or any(one.kind == "still_unknown" for one in judged):
        raise Ended(Exit.UNKNOWN)


def _meant(journal: Journal, given: Given) -> tuple[Record, ...]:
    accounts = {account.lower() for account in given.accounts}
    return tuple(
        record
        for record in journal.unresolved()
        if given.broker in (None, record.intent.broker) and (not accounts or record.intent.account in accounts)
    )


def _judged(journal: Journal, given: Given, record: Record, question: Question) -> Resolution | Told:
    if not record.unresolved:
        state = "in flight in a living process" if record.in_flight else record.state
        raise ConfigurationError(f"close {record.id} is {state}: there is nothing to resolve")
    (target,) = targets(given, broker=record.intent.broker, account=False)
    arguments = {name: getattr(question, name) for name in ("exclusive", "settle", "fills_within", "wait")}
    until = f", for up to {question.settle:g} s" if question.wait else ""
    try:
        with connect(target, journal) as client, progress(f"Reading {record.intent.account} for {record.id}{until}"):
            return client.resolve(record.id, **arguments)
    except Exception as error:
        error.add_note(f"Close {record.id} is as unknown as before")
        return told(error)


def _plain(one: Resolution) -> dict[str, Any]:
    return {"close_id": one.close_id, "kind": one.kind, "verdicts": [to_plain(verdict) for verdict in one.verdicts]}


def _table(judged: Sequence[Resolution]) -> Table:
    rows = [(one.close_id, verdict) for one in judged for verdict in one.verdicts]
    notes = [f"Taken for granted: {text}" for text in dict.fromkeys(t for _, v in rows for t in v.assumptions)]
    columns = (
        column("Close", [close_id for close_id, _ in rows]),
        column("Symbol", [visible(verdict.symbol or "?") for _, verdict in rows]),
        column("Verdict", [Cell(v.kind.replace("_", " "), _TONES[v.kind]) for _, v in rows]),  # type: ignore[arg-type]
        column("Why", [visible(verdict.reason) for _, verdict in rows]),
    )
    return Table(f"{len(judged)} judged", columns, 0, tuple(map(visible, notes)))
