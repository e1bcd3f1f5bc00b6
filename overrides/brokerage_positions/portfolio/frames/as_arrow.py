"""Arrow and Parquet.

An amount column is ``decimal128(36, 18)``, and ``decimal256(76, 38)`` where one of its amounts needs more digits: two
types only, so that files of different days fit together.  36 and not 38 digits, since Arrow needs one more to add.
"""

from collections.abc import Sequence
from os import PathLike, fspath
from typing import Any, Final

from ..holding import Holding
from .columns import COLUMNS, TEXTS, Width, values, width
from .extras import library

_USUAL: Final = Width(18, 18)


def to_arrow(holdings: Sequence[Holding]) -> Any:
    """A ``pyarrow.Table`` of the holdings; only the symbol's and the account's own texts and amounts, no metadata."""
    arrow = library("pyarrow", "arrow")
    columns = {name: values(holdings, name) for name in COLUMNS}
    types = {name: arrow.string() if name in TEXTS else _decimal(arrow, column) for name, column in columns.items()}
    schema = arrow.schema([arrow.field(name, types[name]) for name in COLUMNS])
    return arrow.table([arrow.array(columns[name], types[name]) for name in COLUMNS], schema=schema)


def to_parquet(holdings: Sequence[Holding], path: str | PathLike[str]) -> None:
    """Write the Arrow table to a Parquet file, replacing what is there."""
    table = to_arrow(holdings)
    library("pyarrow.parquet", "arrow").write_table(table, fspath(path))


def _decimal(arrow: Any, amounts: list[Any]) -> Any:
    return arrow.decimal128(36, 18) if _USUAL.holds(width(amounts)) else arrow.decimal256(76, 38)
