"""The tables of a journal, and whether a file is one.  What they mean is told in the package's docstring."""

from sqlite3 import Connection
from typing import Final

from .errors import NOTHING_SENT, JournalError

#: "BPJ1" in the header of the file, so that no other program's database is taken for a journal.
APPLICATION_ID: Final = 0x42504A31
VERSION: Final = 1

_CREATE: Final = (
    """
    CREATE TABLE closes (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        broker TEXT NOT NULL,
        account TEXT NOT NULL,
        what TEXT NOT NULL CHECK (what IN ('close', 'close_all')),
        asset TEXT,
        request TEXT NOT NULL,
        asked TEXT NOT NULL,
        before TEXT NOT NULL,
        plan_id TEXT,
        owner TEXT NOT NULL,
        created_at TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN
            ('open', 'accepted', 'refused', 'not_sent', 'unknown', 'placed', 'not_placed', 'overridden')),
        detail TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        given_up_at TEXT
    )
    """,
    "CREATE INDEX closes_pending ON closes (state) WHERE state IN ('open', 'unknown')",
    """
    CREATE TABLE changes (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        close_id TEXT NOT NULL REFERENCES closes (id),
        state TEXT NOT NULL,
        detail TEXT NOT NULL,
        at TEXT NOT NULL
    )
    """,
    "CREATE TABLE plans (id TEXT PRIMARY KEY NOT NULL, executed_at TEXT NOT NULL)",
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {VERSION}",
)


def is_new(connection: Connection, name: str) -> bool:
    """Whether the database is empty; JournalError if it is no journal, damaged, or written by a newer release."""
    application, version = _pragma(connection, "application_id"), _pragma(connection, "user_version")
    if application == 0 and version == 0 and not _pragma(connection, "schema_version"):
        return True
    if application != APPLICATION_ID:
        raise JournalError(
            NOTHING_SENT, f"{name} is the database of another program.", "Give the journal another path."
        )
    if version != VERSION:
        raise JournalError(
            NOTHING_SENT,
            f"The journal {name} has format {version}, this release knows format {VERSION}.",
            "Upgrade brokerage-positions; never delete a journal that may hold unresolved closes.",
        )
    damage = _pragma(connection, "quick_check(1)")
    if damage != "ok":
        raise JournalError(NOTHING_SENT, f"The journal {name} is damaged: {damage}.", "Restore it from a copy.")
    return False


def create(connection: Connection) -> None:
    """Make the tables, within the transaction that is open."""
    for statement in _CREATE:
        connection.execute(statement)


def _pragma(connection: Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]
