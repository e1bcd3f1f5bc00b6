"""Polars, whose decimals have at most 38 digits in all."""

from collections.abc import Sequence
from typing import Any, Final

from ..errors import TooWide
from ..holding import Holding
from .columns import COLUMNS, TEXTS, Width, values, width
from .extras import library

_DIGITS: Final = 38
_USUAL: Final = Width(20, 18)


def to_polars(holdings: Sequence[Holding]) -> Any:
    """A ``polars.DataFrame``; amounts are ``Decimal(38, 18)``, with another scale where a column's digits need it.

    Raises ``TooWide`` if no scale holds a column whole.
    """
    polars = library("polars", "polars")
    columns = {name: values(holdings, name) for name in COLUMNS}
    schema = {
        name: polars.String if name in TEXTS else polars.Decimal(_DIGITS, _scale(name, column))
        for name, column in columns.items()
    }
    return polars.DataFrame(columns, schema=schema)


def _scale(name: str, amounts: list[Any]) -> int:
    needed = width(amounts)
    if _USUAL.holds(needed):
        return _USUAL.places
    if needed.whole + needed.places > _DIGITS:
        raise TooWide(
            f"{name} needs {needed.whole} digits before and {needed.places} after the point, and polars has "
            f"{_DIGITS} in all: use to_arrow() or to_pandas(), which hold them exactly"
        )
    return needed.places
