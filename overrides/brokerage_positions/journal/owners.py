"""Who is alive: an owner is an open journal, and lives while its lock is held.

The operating system lets go of a lock when its process ends, however it ends; nothing is guessed from process ids.
Looking at a lock takes it for a moment, so callers look within a transaction, one at a time.
"""

import os
from collections.abc import Collection
from contextlib import suppress
from glob import escape
from pathlib import Path
from typing import Final, Protocol
from uuid import uuid4
from weakref import finalize

from filelock import FileLock, Timeout

from .errors import NOTHING_SENT, JournalError

_SUFFIX: Final = ".lock"


class Owners(Protocol):
    """This owner's lock, and a look at those of the others."""

    id: str

    def take(self) -> None:
        """Start to live."""

    def release(self) -> None:
        """Cease to live."""

    def check(self) -> None:
        """JournalError if this owner and others no longer see each other."""

    def alive(self, owner: str) -> bool:
        """Whether that owner lives."""
        ...

    def tidy(self, needed: Collection[str]) -> None:
        """Remove what dead owners left behind, except of those still ``needed``."""


class FileOwners:
    """Owners of a journal in a file: each holds a lock file beside it, ``closes.db.owner-<id>.lock``."""

    def __init__(self, journal: Path) -> None:
        self.id = uuid4().hex
        self._journal = journal
        self._folder = journal.parent
        self._prefix = f"{journal.name}.owner-"
        self._lock = self._lock_of(self.id)
        self._seen: dict[Path, os.stat_result] = {}

    def take(self) -> None:
        try:
            self._lock.acquire(timeout=0)
            self._seen = {path: os.stat(path) for path in (self._journal, self._path(self.id))}
        except (OSError, NotImplementedError) as error:
            what = f"The lock file {self._path(self.id)} cannot be held ({error})."
            raise JournalError(NOTHING_SENT, what, "Put the journal in a folder of a local disk, writable.") from error

    def release(self) -> None:
        self._lock.release()

    def check(self) -> None:
        for path, seen in self._seen.items():
            with suppress(OSError):
                if os.path.samestat(seen, os.stat(path)):
                    continue
            what = f"{path} was removed or replaced: this process and others no longer see each other's closes."
            raise JournalError(NOTHING_SENT, what, "Make a new client, and leave a journal and its lock files alone.")

    def alive(self, owner: str) -> bool:
        if owner == self.id:
            return self._lock.is_locked
        if not self._path(owner).exists():
            return False
        lock = self._lock_of(owner)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return True
        except (OSError, NotImplementedError):
            return True  # A lock that cannot be looked at: to take its owner for dead could double a close.
        lock.release()
        return False

    def tidy(self, needed: Collection[str]) -> None:
        for path in self._folder.glob(f"{escape(self._prefix)}*{_SUFFIX}"):
            owner = path.name.removeprefix(self._prefix).removesuffix(_SUFFIX)
            if owner not in needed and not self.alive(owner):
                with suppress(OSError):  # An idle lock file does no harm: the next journal to open tries again.
                    path.unlink(missing_ok=True)

    def _path(self, owner: str) -> Path:
        return self._folder / f"{self._prefix}{owner}{_SUFFIX}"

    def _lock_of(self, owner: str) -> FileLock:
        return FileLock(self._path(owner), thread_local=False, fallback_to_soft=False)


class ProcessOwners:
    """Owners of the journal in memory: they all live in this process, until they are closed."""

    _living: Final[set[str]] = set()

    def __init__(self) -> None:
        self.id = uuid4().hex

    def take(self) -> None:
        self._living.add(self.id)
        finalize(self, self._living.discard, self.id)  # Of a journal that was dropped, not closed.

    def release(self) -> None:
        self._living.discard(self.id)

    def check(self) -> None:
        pass

    def alive(self, owner: str) -> bool:
        return owner in self._living

    def tidy(self, needed: Collection[str]) -> None:
        pass
