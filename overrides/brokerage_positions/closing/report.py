"""What a close-all did, position by position."""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final, overload

from attrs import field, frozen

from brokerage_positions.errors import PositionsError
from brokerage_positions.evidence import Held
from brokerage_positions.symbols import asset


@frozen
class Placed:
    """An order was placed; ``order`` is the broker's, as the generated package decodes it."""

    symbol: str
    order: Any

    @property
    def order_id(self) -> str:
        """The broker's id of the order."""
        return str(self.order.id)


@frozen
class Rejected:
    """The broker failed this position, or (``status`` 0) nothing was sent for it.

    With a status of 500 or more an order may have been placed all the same.  Quantities are signed as the broker writes
    them, None if unsaid.
    """

    symbol: str
    status: int
    code: int | None = None
    message: str | None = None
    available: Decimal | None = None
    existing_qty: Decimal | None = None
    held_for_orders: Decimal | None = None


@frozen
class Unreadable:
    """An entry that is not what the document says; an order may have been placed.  ``raw`` is the entry as it came."""

    symbol: str | None
    raw: Any = field(repr=False)
    reason: str
    order_id: str | None = None


@frozen
class Unmentioned:
    """A position that was held before, and of which the answer says nothing."""

    symbol: str


@frozen
class Unsettled:
    """A position whose close was sent with an unknown outcome; ``error`` is the ``OutcomeUnknown``, to be resolved."""

    symbol: str
    error: PositionsError


Failure = Rejected | Unreadable | Unmentioned | Unsettled
Entry = Placed | Failure


class EntryFailed(PositionsError):
    """One position that was not, or not certainly, closed; ``entry`` says why."""

    def __init__(self, entry: Failure) -> None:
        super().__init__(*_in_words(entry)[:1], money=_in_words(entry)[1])
        self.entry = entry


_NOT_KNOWN: Final = "Whether an order was placed for it is not known"


def _in_words(entry: Failure) -> tuple[str, str]:
    if isinstance(entry, Rejected):
        said = f": {entry.message}" if entry.message else ""
        code = f" (code {entry.code})" if entry.code is not None else ""
        if not entry.status:
            return f"{entry.symbol} was not tried{said}", "Nothing was sent for it"
        money = "No order was placed for it" if entry.status < 500 else _NOT_KNOWN
        return f"{entry.symbol} was refused with {entry.status}{said}{code}", money
    if isinstance(entry, Unreadable):
        known = f", order {entry.order_id}" if entry.order_id else ""
        return f"{entry.symbol or 'an entry'} cannot be read ({entry.reason}){known}", "An order may have been placed"
    if isinstance(entry, Unsettled):
        return f"{entry.symbol}: {entry.error.what}", "An order may have been placed"
    return f"{entry.symbol} is not in the answer", _NOT_KNOWN


class PartialClose(ExceptionGroup[EntryFailed]):
    """Some positions were not closed; ``report`` has all that is known, the placed orders among it."""

    report: "CloseReport"

    def derive(self, excs: Sequence[EntryFailed], /) -> "PartialClose":  # type: ignore[override]
        """A group of some of these errors, with the whole report."""
        derived = PartialClose(self.message, excs)
        derived.report = self.report
        return derived


@frozen
class CloseReport(Sequence[Entry]):
    """One entry for each position that the answer, or the reading before it, knows of."""

    entries: tuple[Entry, ...] = field(converter=tuple[Entry, ...])

    @overload
    def __getitem__(self, index: int, /) -> Entry: ...
    @overload
    def __getitem__(self, index: slice, /) -> tuple[Entry, ...]: ...
    def __getitem__(self, index: int | slice, /) -> Entry | tuple[Entry, ...]:
        return self.entries[index]

    def __len__(self) -> int:
        return len(self.entries)

    @property
    def placed(self) -> tuple[Placed, ...]:
        """The entries whose order was placed, and can be read."""
        return tuple(entry for entry in self.entries if isinstance(entry, Placed))

    @property
    def failures(self) -> tuple[Failure, ...]:
        """All other entries."""
        return tuple(entry for entry in self.entries if not isinstance(entry, Placed))

    @property
    def order_ids(self) -> tuple[str, ...]:
        """The ids of all orders that were placed, those of unreadable entries too where they could be found."""
        readable = (entry.order_id for entry in self.entries if isinstance(entry, Placed | Unreadable))
        return tuple(order_id for order_id in readable if order_id)

    def raise_for_failures(self) -> None:
        """Raise ``PartialClose``, with one error for each position that was not certainly closed."""
        if self.failures:
            what = f"{len(self.failures)} of {len(self)} positions were not certainly closed"
            error = PartialClose(what, [EntryFailed(entry) for entry in self.failures])
            error.report = self
            raise error

    def __str__(self) -> str:
        counts = Counter(type(entry).__name__.lower() for entry in self.entries)
        head = ", ".join(f"{count} {kind}" for kind, count in counts.items()) or "no position"
        return "\n".join([head, *(f"  {_line(entry)}" for entry in self.entries)])


def _line(entry: Entry) -> str:
    if isinstance(entry, Placed):
        return f"{entry.symbol}: order {entry.order_id} was placed"
    what, money = _in_words(entry)
    return f"{what}. {money}"


def with_unmentioned(entries: Iterable[Entry], held: Sequence[Held] | None) -> list[Entry]:
    """The entries, and what was held before but is in none of them."""
    listed = list(entries)
    symbols = (entry.symbol for entry in listed)
    named = frozenset[str]().union(*(asset(symbol).names for symbol in symbols if symbol))
    return [*listed, *(Unmentioned(one.symbol) for one in held or () if not one.names & named)]
