"""What a closing command holds open: the client, the journal it watches, and who hears how far it is."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

from attrs import define, field

from brokerage_positions.cli.closing.options import Approval
from brokerage_positions.cli.closing.watched import WatchedJournal, open_journal
from brokerage_positions.cli.config.target import Given, Target
from brokerage_positions.cli.connecting import connect
from brokerage_positions.cli.failures import told
from brokerage_positions.cli.running import say
from brokerage_positions.errors import Exchange
from brokerage_positions.journal import JournalError


def _silence(_: str) -> None:
    return None


@define
class Session:
    """``tell`` hears of every close that is answered."""

    given: Given
    target: Target
    approval: Approval
    journal: WatchedJournal
    total: int = 0
    done: int = 0
    tell: Callable[[str], None] = _silence
    client: Any = field(default=None, repr=False)

    def heard(self, exchange: Exchange, _seconds: float) -> None:
        """Of every exchange of the client."""
        if exchange.method == "DELETE":
            self.done += 1
            self.tell(f"Closing: {self.done} of {self.total} answered")


@contextmanager
def opened(given: Given, target: Target, approval: Approval) -> Generator[Session]:
    """A session, closed in the end; a journal that fails while it is closed is no reason to hide how a close ended."""
    session = Session(given, target, approval, open_journal(target.journal))
    try:
        session.client = connect(target, session.journal, override=approval.override, heard=session.heard)
        with session.client:
            yield session
    finally:
        try:
            session.journal.close()
        except JournalError as error:
            say(told(error))
