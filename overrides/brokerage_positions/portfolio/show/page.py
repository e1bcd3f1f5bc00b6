"""The table in HTML, for notebooks.  Everything is escaped; there is no script, no class and no style sheet."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from ..holding import Holding
from .numbers import aligned
from .table import Cell, Table, table

#: A notebook keeps its outputs: past so many rows it would get slow to open.
MOST_ROWS: Final = 200

#: Blanks exactly as wide as a digit and as a point: browsers trim and squeeze ordinary ones.
_DIGIT: Final = "\u2007"
_POINT: Final = "\u2008"

# Colours come from the notebook's theme, light or dark.  The two of our own have a contrast over 4 on black and on
# white, and say nothing that the sign does not.  Cells carry all their style: notebooks have one of their own.
_RULE: Final = "1px solid rgba(128,128,128,.45)"
_NOTE: Final = "font-size:.9em;opacity:.75;text-align:left;padding:.4em 0"
_TABLE: Final = "border-collapse:collapse;color:inherit;background:transparent;font-variant-numeric:tabular-nums"
_TOTAL: Final = ";font-weight:600"
_TONES: Final = {"gain": ";color:#1c8a4e", "loss": ";color:#d6453d", "": ""}


def html(holdings: Sequence[Holding]) -> str:
    """A ``<div>`` with the table of at most ``MOST_ROWS`` holdings, and the totals of all."""
    drawn = table(holdings, most=MOST_ROWS)
    caption = escape(drawn.caption)
    if not holdings:
        return f"<div>{caption}</div>\n"
    notes = "".join(f'<div style="{_NOTE}">{escape(note)}</div>\n' for note in drawn.notes)
    rows = "".join(_rows(drawn))
    head = "\n".join(_cell('th scope="col"', Cell(one.title), one.numeric) for one in drawn.columns)
    return (
        f'<div style="overflow-x:auto">\n<table style="{_TABLE}">\n<caption style="{_NOTE}">{caption}</caption>\n'
        f"<thead>\n<tr>\n{head}\n</tr>\n</thead>\n{rows}</table>\n{notes}</div>\n"
    )


def _rows(drawn: Table) -> Iterator[str]:
    columns = [_padded(column.cells) if column.numeric else column.cells for column in drawn.columns]
    lines = list(zip(*columns, strict=True))
    first_total = len(lines) - drawn.totals
    for part, some, extra in (("tbody", lines[:first_total], ""), ("tfoot", lines[first_total:], _TOTAL)):
        yield f"<{part}>\n"
        for line in some:
            pairs = zip(line, drawn.columns, strict=True)
            yield "<tr>\n" + "\n".join(_cell("td", cell, column.numeric, extra) for cell, column in pairs) + "\n</tr>\n"
        yield f"</{part}>\n"


def _padded(cells: Sequence[Cell]) -> list[Cell]:
    texts = aligned([cell.text for cell in cells], _DIGIT, _POINT)
    return [Cell(text, cell.tone) for text, cell in zip(texts, cells, strict=True)]


def _cell(tag: str, cell: Cell, numeric: bool, extra: str = "") -> str:
    align = "right" if numeric else "left"
    style = f"text-align:{align};white-space:nowrap;padding:.25em .7em;border-bottom:{_RULE}{_TONES[cell.tone]}{extra}"
    return f'<{tag} style="{style}">{escape(cell.text)}</{tag.partition(" ")[0]}>'
