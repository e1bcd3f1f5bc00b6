"""What a table of holdings says, cell by cell, before anyone lays it out."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Final, Literal, TypeAlias

from attrs import frozen

from ..holding import UNNAMED_CURRENCY, Holding
from ..totals import Total, totals
from .numbers import UNKNOWN, listed, percent, plain, rounded, visible

Tone: TypeAlias = Literal["gain", "loss", ""]


@frozen
class Cell:
    """One cell; ``tone`` says whether its number is a gain or a loss."""

    text: str
    tone: Tone = ""


@frozen
class Column:
    """A column with the cell of every holding and of every total, in that order."""

    title: str
    numeric: bool
    cells: tuple[Cell, ...]


@frozen
class Table:
    """A caption, columns of equal length of which the last ``totals`` rows are totals, and notes to stand below."""

    caption: str
    columns: tuple[Column, ...]
    totals: int
    notes: tuple[str, ...]


@frozen
class _Kind:
    """How a column is filled: from a holding, and from a total if that has such a cell."""

    title: str
    of_holding: Callable[[Holding], Cell]
    of_total: Callable[[Total], Cell] = lambda total: Cell("")
    numeric: bool = True


def _gain(value: Decimal | None, text: str) -> Cell:
    return Cell(text, "gain" if value and value > 0 else "loss" if value and value < 0 else "")


_BROKER: Final = _Kind("Broker", lambda one: Cell(visible(one.broker)), numeric=False)
_ACCOUNT: Final = _Kind("Account", lambda one: Cell(visible(one.account)), numeric=False)
_CURRENCY: Final = _Kind("Currency", lambda one: Cell(visible(one.currency)), numeric=False)
_KINDS: Final = (
    _Kind("Symbol", lambda one: Cell(visible(one.symbol)), lambda sum_: Cell(f"Total {sum_.currency}"), numeric=False),
    _Kind("Side", lambda one: Cell(one.side), numeric=False),
    _Kind("Quantity", lambda one: Cell(plain(one.quantity))),
    _Kind("Available", lambda one: Cell(plain(one.available))),
    _Kind("Average price", lambda one: Cell(plain(one.average_price, 2))),
    _Kind("Price", lambda one: Cell(plain(one.price, 2))),
    _Kind("Market value", lambda one: Cell(rounded(one.market_value)), lambda sum_: Cell(rounded(sum_.market_value))),
    _Kind("Cost basis", lambda one: Cell(rounded(one.cost_basis)), lambda sum_: Cell(rounded(sum_.cost_basis))),
    _Kind(
        "Unrealised P/L",
        lambda one: _gain(one.unrealised_pl, rounded(one.unrealised_pl, sign=True)),
        lambda sum_: _gain(sum_.unrealised_pl, rounded(sum_.unrealised_pl, sign=True)),
    ),
    _Kind("P/L %", lambda one: _gain(one.unrealised_pl_ratio, percent(one.unrealised_pl_ratio))),
)


def table(holdings: Sequence[Holding], *, most: int | None = None) -> Table:
    """The table of some holdings; totals cover all of them, also where only the ``most`` first have a row."""
    shown, sums = holdings[:most], tuple(totals(holdings).values())
    kinds = (*_distinguishing(holdings), *_KINDS)
    columns = tuple(
        Column(kind.title, kind.numeric, (*map(kind.of_holding, shown), *map(kind.of_total, sums))) for kind in kinds
    )
    return Table(_caption(holdings), columns, len(sums), _notes(holdings, len(shown), columns))


def _distinguishing(holdings: Sequence[Holding]) -> list[_Kind]:
    """What the caption tells once has no column of its own."""
    told = ((_BROKER, "broker"), (_ACCOUNT, "account"), (_CURRENCY, "currency"))
    return [kind for kind, name in told if len({getattr(one, name) for one in holdings}) > 1]


def _caption(holdings: Sequence[Holding]) -> str:
    if not holdings:
        return "No holdings"
    count = f"{len(holdings):,} holding{'' if len(holdings) == 1 else 's'}"
    accounts = list(dict.fromkeys(visible(one.account) for one in holdings))
    where = f"account {accounts[0]}" if len(accounts) == 1 else f"{len(accounts):,} accounts"
    brokers = listed(visible(one.broker) for one in holdings)
    return " · ".join((count, brokers, where, listed(visible(one.currency) for one in holdings)))


def _notes(holdings: Sequence[Holding], shown: int, columns: Sequence[Column]) -> tuple[str, ...]:
    notes: list[str] = []
    if shown < len(holdings):
        notes.append(f"{len(holdings) - shown:,} more holdings have no row here; the totals include them.")
    if any(cell.text == UNKNOWN for column in columns for cell in column.cells):
        notes.append(f"{UNKNOWN} not told by the broker; a total that would need it is not stated.")
    if any(one.currency == UNNAMED_CURRENCY for one in holdings):
        notes.append(f"{UNNAMED_CURRENCY}: the account's own currency, which the broker's answer does not name.")
    return tuple(notes)
