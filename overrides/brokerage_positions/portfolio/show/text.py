"""The table in plain text, for terminals and logs."""

from collections.abc import Sequence

from ..holding import Holding
from .numbers import aligned
from .table import Column, table


def text(holdings: Sequence[Holding]) -> str:
    """All holdings as a table in plain text, without a line break at its end."""
    drawn = table(holdings)
    if not holdings:
        return drawn.caption
    columns = [_lines(column, drawn.totals) for column in drawn.columns]
    rows = ["  ".join(cells).rstrip() for cells in zip(*columns, strict=True)]
    return "\n".join((drawn.caption, "", *rows, *(("", *drawn.notes) if drawn.notes else ())))


def _lines(column: Column, totals: int) -> list[str]:
    """Title, rule, cells, rule, totals: all of one width."""
    cells = [cell.text for cell in column.cells]
    if column.numeric:
        cells = aligned(cells)
    width = max(map(len, (column.title, *cells)))
    put = str.rjust if column.numeric else str.ljust
    body, sums = cells[: len(cells) - totals], cells[len(cells) - totals :]
    rule = "-" * width
    return [
        put(column.title, width),
        rule,
        *(put(cell, width) for cell in body),
        rule,
        *(put(one, width) for one in sums),
    ]
