"""A table: drawn for a terminal's width, or as plain text with every column where nobody looks."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, TextIO

from brokerage_positions.portfolio.show.numbers import aligned
from brokerage_positions.portfolio.show.table import Cell, Column, Table

if TYPE_CHECKING:
    from rich.console import Console

_STYLES: Final = {"gain": "green", "loss": "red", "": ""}
#: Columns with sentences, which may be folded, down to this width.  A symbol, an id or a number is never cut.
_SENTENCES: Final = frozenset({"What", "Why", "Found", "To do", "Value"})
_NARROWEST: Final = 24
#: What stands between two columns.
_GAP: Final = 2


def draw(table: Table, *, wide: bool = False, least: Sequence[str] = (), stream: TextIO | None = None) -> None:
    """Print a table on stdout, or ``stream``.

    On a terminal too narrow for it, columns whose titles are in ``least`` are left out, the first of them first, and a
    note says so; ``wide`` keeps them all.  What then is still too wide is wrapped by the terminal.
    """
    from rich.console import Console
    from rich.text import Text

    file = stream or sys.stdout
    console = Console(file=file, highlight=False)
    columns, gone = list(table.columns), list[str]()
    for title in () if wide or not console.is_terminal else least:
        if _width(columns) <= console.width:
            break
        gone += [title for one in columns if one.title == title]
        columns = [one for one in columns if one.title != title]
    notes = [*table.notes, *([f"Not enough room for: {', '.join(gone)}; --wide shows all."] if gone else [])]
    if table.caption:
        console.print(Text(table.caption, style="bold"), soft_wrap=True)
    if columns and columns[0].cells:
        if console.is_terminal:
            console.width = max(console.width, _width(columns))
            console.print(_grid(console, columns, table.totals))
        else:
            file.write(_plain(console, columns, table.totals))
    for note in notes:
        console.print(Text(note, style="dim"), soft_wrap=True)


def column(title: str, cells: Sequence[str] | Sequence[Cell], *, numeric: bool = False) -> Column:
    """A column of texts, or of cells with a tone."""
    return Column(title, numeric, tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in cells))


def _grid(console: "Console", columns: Sequence[Column], totals: int) -> object:
    from rich import box
    from rich.table import Table as Grid
    from rich.text import Text

    # Without a box nothing stands between columns but what is padded.
    grid = Grid(
        box=box.SIMPLE_HEAD if console.is_terminal else None,
        padding=(0, 1 if console.is_terminal else _GAP, 0, 0),
        header_style="bold",
    )
    for one in columns:
        justify, folds = ("right" if one.numeric else "left"), one.title in _SENTENCES
        grid.add_column(Text(one.title), justify=justify, no_wrap=not folds, overflow="fold")  # type: ignore[arg-type]
    cells = [
        [Text(text, style=_STYLES[cell.tone]) for text, cell in zip(_texts(one), one.cells, strict=True)]
        for one in columns
    ]
    rows = list(zip(*cells, strict=True))
    for number, row in enumerate(rows):
        total = number >= len(rows) - totals
        if total and number == len(rows) - totals:
            grid.add_section()
        grid.add_row(*row, style="bold" if total else "")
    return grid


def _plain(console: "Console", columns: Sequence[Column], totals: int) -> str:
    """Without colour, folds, or blanks at the ends of lines."""
    console.width = _GAP + sum(max(map(len, (one.title, *_texts(one)))) + _GAP for one in columns)
    with console.capture() as captured:
        console.print(_grid(console, columns, totals))
    return "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def _texts(one: Column) -> list[str]:
    texts = [cell.text for cell in one.cells]
    return aligned(texts) if one.numeric else texts


def _width(columns: Sequence[Column]) -> int:
    """The least width at which nothing is cut."""
    widths = ((one, max(map(len, (one.title, *_texts(one))))) for one in columns)
    return _GAP + sum((min(width, _NARROWEST) if one.title in _SENTENCES else width) + _GAP for one, width in widths)
