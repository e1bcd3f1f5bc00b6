"""One SQLite database: how it is opened, its transactions, and its failures in words.

A transaction begins with the write lock, so what it reads stays true until it commits, for every thread and process.
"""

import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from threading import RLock
from typing import Final, TypeVar

from . import schema
from .errors import NOTHING_SENT, JournalError, UsedAfterFork
from .process import this_process

T = TypeVar("T")

_PAUSE: Final = 0.02

#: SQLite's name of a failure begins with one of these: what is wrong, what to do.
_FAILURES: Final = (
    ("SQLITE_BUSY", "is locked by another program", "Find out what keeps it locked, and try again."),
    ("SQLITE_LOCKED", "is locked by another program", "Find out what keeps it locked, and try again."),
    ("SQLITE_FULL", "cannot grow: the disk is full", "Make room, and try again."),
    ("SQLITE_READONLY", "cannot be written", "Give this user the right to write the file and its folder."),
    ("SQLITE_PERM", "cannot be written", "Give this user the right to write the file and its folder."),
    ("SQLITE_CANTOPEN", "cannot be opened", "Its folder must exist, and this user must be able to write there."),
    ("SQLITE_NOTADB", "is no SQLite database", "Give the journal another path, or restore it from a copy."),
    ("SQLITE_CORRUPT", "is damaged", "Restore it from a copy."),
    ("SQLITE_IOERR", "cannot be read or written", "Look at the disk: is it full, failing, or a network share?"),
)


class Database:
    """A connection that threads share.  ``name`` is for messages; ``wait`` is how many seconds a lock is awaited."""

    def __init__(self, path: str, *, name: str, wait: float) -> None:
        self.name = name
        self._process = this_process()
        self._lock = RLock()
        self._wait = wait
        try:
            self._connection = sqlite3.connect(path, timeout=wait, isolation_level=None, check_same_thread=False)
        except sqlite3.Error as error:
            raise self._failure(error, NOTHING_SENT) from error
        try:
            self._prepare()
        except BaseException as error:
            self._connection.close()
            if isinstance(error, sqlite3.Error):
                raise self._failure(error, NOTHING_SENT) from error
            raise

    @property
    def of_this_process(self) -> bool:
        """False in a process forked from the one that opened the database, which must not touch it."""
        return self._process == this_process()

    def run(self, work: Callable[[sqlite3.Connection], T], *, money: str) -> T:
        """Do ``work`` in one transaction: all of it is on disk when this returns, or none if it raises.

        ``money`` is what a failure means for the money: the first words of the JournalError.
        """
        if not self.of_this_process:
            raise UsedAfterFork(money, "This journal was opened before the fork.", "Make a new client after the fork.")
        with self._lock:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                result = work(self._connection)
                self._connection.execute("COMMIT")
                return result
            except BaseException as error:
                with suppress(sqlite3.Error):  # What went wrong first is what to tell.
                    if self._connection.in_transaction:
                        self._connection.execute("ROLLBACK")
                if isinstance(error, sqlite3.Error):
                    raise self._failure(error, money) from error
                raise

    def close(self) -> None:
        """Close the connection; what is committed stays."""
        with self._lock:
            self._connection.close()

    def _prepare(self) -> None:
        self._connection.row_factory = sqlite3.Row
        # Looked at before anything is changed, and as of one moment: another process may be creating it.
        self._connection.execute("BEGIN")
        new = schema.is_new(self._connection, self.name)
        self._connection.execute("COMMIT")
        if self.name != MEMORY:
            self._write_ahead()
        for pragma in ("synchronous = FULL", "fullfsync = ON", "foreign_keys = ON", "trusted_schema = OFF"):
            self._connection.execute(f"PRAGMA {pragma}")
        if new:
            self.run(self._create, money=NOTHING_SENT)

    def _create(self, connection: sqlite3.Connection) -> None:
        if schema.is_new(connection, self.name):
            schema.create(connection)

    def _write_ahead(self) -> None:
        """Switch to the write-ahead log.  Two processes that do so at once collide, and SQLite does not wait for it."""
        give_up = time.monotonic() + self._wait
        while True:
            try:
                mode = self._connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
                break
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                    raise
                time.sleep(_PAUSE)
        if mode != "wal":
            what = f"The journal {self.name} cannot use SQLite's write-ahead log here."
            raise JournalError(NOTHING_SENT, what, "Put it on a local disk, not on a network share.")

    def _failure(self, error: sqlite3.Error, money: str) -> JournalError:
        code = getattr(error, "sqlite_errorname", "")
        for prefix, what, todo in _FAILURES:
            if code.startswith(prefix):
                return JournalError(money, f"The journal {self.name} {what} ({error}).", todo)
        todo = "Has it been closed?" if isinstance(error, sqlite3.ProgrammingError) else "Restore it from a copy."
        return JournalError(money, f"The journal {self.name} fails: {error}.", todo)


MEMORY: Final = "(in memory)"
_in_memory: Final[dict[tuple[int, int], Database]] = {}


def in_memory() -> Database:
    """The one database that guards this process when no path is given.  It is never closed."""
    here = this_process()
    if here not in _in_memory:
        _in_memory.setdefault(here, Database(":memory:", name=MEMORY, wait=0.0))
    return _in_memory[here]
