"""The journal: what was intended is on disk before it is sent, what became of it after."""

import os
from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection
from types import TracebackType
from typing import Self, TypeVar

from . import rows, rules, values
from .database import Database, in_memory
from .errors import NOTHING_SENT, IllegalTransition, JournalError, PlanAlreadyExecuted, UnknownRecord, UnresolvedTwin
from .owners import FileOwners, Owners, ProcessOwners
from .values import Broker, Intent, Json, Record, State

T = TypeVar("T")


class Journal:
    """The closes of any number of threads and processes, in one SQLite file.

    ``path`` is on a local disk; its folder exists.  None: in memory, shared by all journals of this process, gone with
    it.  ``wait`` is how long, in seconds, a database locked by others is awaited; ``now`` is the wall clock.
    Every method may raise JournalError, and blocks for as long as the disk takes.
    """

    def __init__(
        self,
        path: str | os.PathLike[str] | None = None,
        *,
        wait: float = 5.0,
        now: Callable[[], datetime] = values.now,
    ) -> None:
        self._now = now
        self._owners: Owners
        if path is None:
            self._database, self._owners = in_memory(), ProcessOwners()
        else:
            file = _file(path)
            self._database, self._owners = Database(str(file), name=str(file), wait=wait), FileOwners(file)
        self._closed = False
        try:
            self._database.run(self._open, money=NOTHING_SENT)
        except BaseException:
            self._release()
            raise

    def begin(self, intent: Intent, *, override: Collection[str] = ()) -> None:
        """Put the intent on disk; when this returns, the close may be sent, once.

        UnresolvedTwin if a close that is not settled may be the same one.  ``override`` has the ids of those that the
        caller answers for; they become ``overridden``, unless they are in flight in a living process.
        When anything else is raised (KeyboardInterrupt), the intent may be on disk: finish it as ``not_sent``.
        """

        named = {override} if isinstance(override, str) else set(override)

        def work(connection: Connection) -> None:
            self._owners.check()
            same = {"broker": intent.broker, "account": intent.account}
            pending = rows.select(connection, self._owners.alive, same, rules.PENDING)
            twins = [record for record in pending if rules.twins(intent, record.intent)]
            overridden = [record for record in twins if record.unresolved and record.id in named]
            if len(overridden) < len(twins):
                raise UnresolvedTwin([record for record in twins if record not in overridden], self._now())
            for record in overridden:
                rows.change(connection, record, "overridden", {"overridden_by": intent.id}, self._now())
            rows.insert(connection, intent, self._owners.id, self._now())

        self._run(work, NOTHING_SENT)

    def finish(self, id: str, state: State, detail: Json = None) -> None:
        """Write down what became of a close; ``detail`` is plain JSON.

        ``open`` becomes ``accepted``, ``refused``, ``not_sent`` or ``unknown``, said by the journal that began it;
        ``unknown`` becomes ``placed``, ``not_placed`` or ``overridden``, said by anyone.  A record left ``open`` by a
        process that died is as good as unknown.  Otherwise IllegalTransition; UnknownRecord if no close has the id.
        """
        detail = values.plain(detail)

        def work(connection: Connection) -> None:
            record = self._get(connection, id)
            if why := rules.refusal(record, state, own=rows.owner(connection, id) == self._owners.id):
                raise IllegalTransition("", f"Close {id} cannot become {state!r}: {why}.", "Read it again.")
            rows.change(connection, record, state, detail, self._now())

        lost = f"That close {id} is {state!r} is not on disk: it stays as it was, and so do the orders it placed."
        self._run(work, lost)

    def get(self, id: str) -> Record:
        """The record of a close; UnknownRecord if there is none."""
        return self._run(lambda connection: self._get(connection, id))

    def records(
        self,
        *,
        broker: Broker | None = None,
        account: str | None = None,
        states: Iterable[State] | None = None,
        plan_id: str | None = None,
    ) -> tuple[Record, ...]:
        """The records that agree with all that is given, in the order in which they were begun."""
        key = None if account is None else values.account_key(account)
        equal = {"broker": broker, "account": key, "plan_id": plan_id}
        wanted = None if states is None else tuple(states)
        return self._run(lambda connection: rows.select(connection, self._owners.alive, equal, wanted))

    def unresolved(self) -> tuple[Record, ...]:
        """Closes whose outcome nobody knows: unknown, or left open by a process that died."""
        return tuple(record for record in self.records(states=rules.PENDING) if record.unresolved)

    def in_flight(self) -> tuple[Record, ...]:
        """Closes whose outcome a living process still awaits."""
        return tuple(record for record in self.records(states=rules.PENDING) if record.in_flight)

    def consume_plan(self, plan_id: str) -> None:
        """Take the one execution a plan has; PlanAlreadyExecuted if any process took it before."""

        def work(connection: Connection) -> None:
            row = connection.execute("SELECT executed_at FROM plans WHERE id = ?", (plan_id,)).fetchone()
            if row is not None:
                raise PlanAlreadyExecuted(plan_id, datetime.fromisoformat(row["executed_at"]))
            connection.execute("INSERT INTO plans VALUES (?, ?)", (plan_id, self._now().isoformat()))

        self._run(work, NOTHING_SENT)

    def close(self) -> None:
        """Close the journal.  What it began and did not finish is unresolved from now on."""
        if self._closed or not self._database.of_this_process:
            return
        self._closed = True
        try:
            self._database.run(self._leave, money="")
        finally:
            self._release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _run(self, work: Callable[[Connection], T], money: str = "") -> T:
        def unless_closed(connection: Connection) -> T:
            self._check_open(money)  # Another thread may have closed it meanwhile.
            return work(connection)

        self._check_open(money)
        return self._database.run(unless_closed, money=money)

    def _check_open(self, money: str) -> None:
        if self._closed:
            raise JournalError(money, f"The journal {self._database.name} is closed.", "Make a new client.")

    def _open(self, connection: Connection) -> None:
        self._owners.take()
        self._tidy(connection)

    def _release(self) -> None:
        self._owners.release()
        if isinstance(self._owners, FileOwners):
            self._database.close()

    def _leave(self, connection: Connection) -> None:
        self._owners.release()
        self._tidy(connection)

    def _tidy(self, connection: Connection) -> None:
        self._owners.tidy(rows.owners_of_pending(connection))

    def _get(self, connection: Connection, id: str) -> Record:
        found = rows.select(connection, self._owners.alive, {"id": id})
        if not found:
            what = f"The journal {self._database.name} has no close {id!r}."
            raise UnknownRecord("", what, "Is it the right journal?")
        return found[0]


def _file(path: str | os.PathLike[str]) -> Path:
    """Where the database really is: lock files lie beside it, whichever name it is opened by."""
    text = os.fspath(path)
    if not text.strip() or text == ":memory:":
        raise ValueError(f"a journal is a file, not {text!r}; for one in memory give no path")
    return Path(os.path.realpath(text))
