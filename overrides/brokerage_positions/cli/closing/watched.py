"""A journal that remembers which closes this command began, for the moment when it is cut off."""

from collections.abc import Collection
from pathlib import Path

from brokerage_positions.journal import Intent, Journal, JournalError, Record, UnknownRecord


class WatchedJournal(Journal):
    """A ``Journal`` with the ids of the closes begun through it, in order."""

    def __init__(self, path: Path) -> None:
        self.begun: list[str] = []
        super().__init__(path)

    def begin(self, intent: Intent, *, override: Collection[str] = ()) -> None:
        self.begun.append(intent.id)  # first: it may be on disk although this is cut off
        super().begin(intent, override=override)

    def own_records(self) -> tuple[Record, ...]:
        """The records of the closes begun; one that was refused has none."""
        found: list[Record] = []
        for close_id in self.begun:
            try:
                found.append(self.get(close_id))
            except UnknownRecord:
                continue
        return tuple(found)


def open_journal(path: Path) -> WatchedJournal:
    """The journal at that path; its folder is made, for its owner alone, if it is missing."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        what = f"The folder of the journal {path} cannot be made: {error.strerror}."
        raise JournalError("Nothing was sent.", what, "Name another with --journal.") from None
    return WatchedJournal(path)
