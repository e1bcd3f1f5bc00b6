"""Intents and records as rows of the tables, and back."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import cache
from sqlite3 import Connection, DatabaseError, Row
from typing import Final

from ..symbols import Asset
from .values import STATES, Intent, Json, Record, State

_COLUMNS: Final = (
    "id broker account what asset request asked before plan_id owner created_at state detail updated_at given_up_at"
).split()

_INSERT: Final = f"INSERT INTO closes ({', '.join(_COLUMNS)}) VALUES ({', '.join(f':{name}' for name in _COLUMNS)})"


def insert(connection: Connection, intent: Intent, owner: str, at: datetime) -> None:
    """Add an intent that is about to be sent."""
    connection.execute(
        _INSERT,
        {
            "id": intent.id,
            "broker": intent.broker,
            "account": intent.account,
            "what": intent.what,
            "asset": None if intent.asset is None else _text(sorted(intent.asset.names)),
            "request": _text(intent.request),
            "asked": _text(intent.asked),
            "before": _text(intent.before),
            "plan_id": intent.plan_id,
            "owner": owner,
            "created_at": intent.created_at.isoformat(),
            "state": "open",
            "detail": _text(None),
            "updated_at": at.isoformat(),
            "given_up_at": None,
        },
    )


def select(
    connection: Connection,
    alive: Callable[[str], bool],
    equal: Mapping[str, str | None],
    states: Iterable[State] | None = None,
) -> tuple[Record, ...]:
    """The records whose columns equal what is given (None: whatever), in order; ``alive`` tells if an owner lives."""
    given = {name: value for name, value in equal.items() if value is not None}
    where = [f"{name} = :{name}" for name in given]
    if states is not None:
        # Words of ours, checked: written out, so that SQLite sees that its index of pending closes fits.
        where.append(f"state IN ({', '.join(repr(state) for state in states if state in STATES)})")
    query = f"SELECT * FROM closes WHERE {' AND '.join(where) or 'TRUE'} ORDER BY seq"
    once = cache(alive)
    return tuple(_record(row, once) for row in connection.execute(query, given))


def owner(connection: Connection, id: str) -> str:
    """The owner of the close of that id, which exists."""
    return str(connection.execute("SELECT owner FROM closes WHERE id = ?", (id,)).fetchone()[0])


def owners_of_pending(connection: Connection) -> frozenset[str]:
    """The owners of all closes that are not settled."""
    return frozenset(
        row[0] for row in connection.execute("SELECT owner FROM closes WHERE state IN ('open', 'unknown')")
    )


def change(connection: Connection, record: Record, state: State, detail: Json, at: datetime) -> None:
    """Take the record to that state."""
    known = {"id": record.id, "state": state, "detail": _text(detail), "at": at.isoformat()}
    connection.execute("UPDATE closes SET state = :state, detail = :detail, updated_at = :at WHERE id = :id", known)
    if state == "unknown":
        connection.execute("UPDATE closes SET given_up_at = :at WHERE id = :id", known)
    connection.execute("INSERT INTO changes (close_id, state, detail, at) VALUES (:id, :state, :detail, :at)", known)


def _text(value: Json) -> str:
    return json.dumps(value, allow_nan=False, sort_keys=True)


def _record(row: Row, alive: Callable[[str], bool]) -> Record:
    try:
        return _read(row, alive)
    except (ValueError, TypeError) as error:
        raise DatabaseError(f"close {row['id']!r} was changed by hand and cannot be read: {error}") from error


def _read(row: Row, alive: Callable[[str], bool]) -> Record:
    intent = Intent(
        id=row["id"],
        broker=row["broker"],
        account=row["account"],
        what=row["what"],
        asset=None if row["asset"] is None else Asset(json.loads(row["asset"])),
        request=json.loads(row["request"]),
        asked=json.loads(row["asked"]),
        before=json.loads(row["before"]),
        plan_id=row["plan_id"],
        created_at=datetime.fromisoformat(row["created_at"]),
    )
    return Record(
        intent=intent,
        state=row["state"],
        detail=json.loads(row["detail"]),
        owner_alive=alive(row["owner"]),
        updated_at=datetime.fromisoformat(row["updated_at"]),
        given_up_at=None if row["given_up_at"] is None else datetime.fromisoformat(row["given_up_at"]),
    )
