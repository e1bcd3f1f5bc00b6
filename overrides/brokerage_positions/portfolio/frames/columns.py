"""The columns every table library gets, and how wide an amount is."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final

from attrs import fields, frozen

from ..amounts import decimals
from ..holding import Amounts, Holding

#: Columns of text; all others are amounts.
TEXTS: Final = ("broker", "account", "symbol", "asset_class", "underlying", "side", "currency")
_AMOUNTS: Final = ("quantity", "available", *(one.name for one in fields(Amounts)), "multiplier")
_USD: Final = tuple(f"usd_{one.name}" for one in fields(Amounts))
COLUMNS: Final = (*TEXTS, *_AMOUNTS, *_USD)


@frozen
class Width:
    """Digits before and after the point."""

    whole: int
    places: int

    def holds(self, other: "Width") -> bool:
        return self.whole >= other.whole and self.places >= other.places


def values(holdings: Sequence[Holding], column: str) -> list[Any]:
    """One column: ``str``, ``Decimal``, or ``None`` where nothing was told."""
    if column in _USD:
        name = column.removeprefix("usd_")
        return [None if one.usd is None else getattr(one.usd, name) for one in holdings]
    return [getattr(one, column) for one in holdings]


def width(amounts: Iterable[Decimal | None]) -> Width:
    """The least width that holds every amount whole."""
    known = [one for one in amounts if one]
    whole = max((one.adjusted() + 1 for one in known), default=0)
    return Width(max(0, whole), max(map(_places, known), default=0))


def _places(value: Decimal) -> int:
    """Decimal places that matter: ``1.500`` has one.  Counted on digits, since ``normalize`` would round."""
    _, digits, _ = value.as_tuple()
    zeros = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return max(0, decimals(value) - zeros)
