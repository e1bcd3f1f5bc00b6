"""The table of positions: exact amounts with their points below one another, gains and losses, totals."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Final

from brokerage_positions.portfolio import Holding, Holdings, Total
from brokerage_positions.portfolio.show.numbers import percent, plain, visible
from brokerage_positions.portfolio.show.table import Cell, Column, Table
from brokerage_positions.portfolio.show.table import table as told

#: What a narrow terminal can do without, the first first; ``show``, ``--wide``, ``--json`` and ``--csv`` have them.
LEAST: Final = ("Available", "Cost basis", "Average price", "P/L %", "Price")


def positions_table(holdings: Holdings) -> Table:
    """As the package's own table, but for amounts of money: these have all their digits here."""
    drawn, sums = told(holdings), tuple(holdings.totals().values())
    return Table(
        drawn.caption,
        tuple(_exact(column, holdings, sums) for column in drawn.columns),
        drawn.totals,
        drawn.notes,
    )


def money(value: Decimal | None, *, sign: bool = False) -> Cell:
    """All digits of an amount, at least two after the point; with ``sign``, a gain has its plus and its tone."""
    text = plain(value, 2)
    if not sign or not value:
        return Cell(text)
    return Cell(f"+{text}", "gain") if value > 0 else Cell(text, "loss")


_OF_HOLDING: Final[dict[str, Callable[[Holding], Cell]]] = {
    "Market value": lambda one: money(one.market_value),
    "Cost basis": lambda one: money(one.cost_basis),
    "Unrealised P/L": lambda one: money(one.unrealised_pl, sign=True),
}
_OF_TOTAL: Final[dict[str, Callable[[Total], Cell]]] = {
    "Market value": lambda one: money(one.market_value),
    "Cost basis": lambda one: money(one.cost_basis),
    "Unrealised P/L": lambda one: money(one.unrealised_pl, sign=True),
}


def _exact(column: Column, holdings: Sequence[Holding], sums: Sequence[Total]) -> Column:
    if column.title not in _OF_HOLDING:
        return column
    cells = (*map(_OF_HOLDING[column.title], holdings), *map(_OF_TOTAL[column.title], sums))
    return Column(column.title, column.numeric, cells)


def fields_table(one: Holding, source: dict[str, object]) -> Table:
    """One position, a line a field: first what both brokers share, then what its own broker tells."""
    shared: list[tuple[str, Cell]] = [
        ("Broker", Cell(visible(one.broker))),
        ("Account", Cell(visible(one.account))),
        ("Symbol", Cell(visible(one.symbol))),
        ("Kind", Cell(visible(one.asset_class))),
        *([("Underlying", Cell(visible(one.underlying)))] if one.underlying else []),
        ("Side", Cell(one.side)),
        ("Quantity", Cell(plain(one.quantity))),
        ("Available", Cell(plain(one.available))),
        ("Average price", Cell(plain(one.average_price, 2))),
        ("Price", Cell(plain(one.price, 2))),
        ("Market value", money(one.market_value)),
        ("Cost basis", money(one.cost_basis)),
        ("Unrealised P/L", money(one.unrealised_pl, sign=True)),
        ("P/L %", Cell(percent(one.unrealised_pl_ratio), money(one.unrealised_pl_ratio, sign=True).tone)),
        ("Currency", Cell(visible(one.currency))),
        ("Multiplier", Cell(plain(one.multiplier))),
    ]
    own = [(f"{one.broker}: {visible(name)}", Cell(visible(str(value)))) for name, value in source.items()]
    rows = [*shared, *own]
    names, cells = (tuple(Cell(name) for name, _ in rows), tuple(cell for _, cell in rows))
    return Table("", (Column("Field", False, names), Column("Value", False, cells)), 0, ())
