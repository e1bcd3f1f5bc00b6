"""Numbers as people read them: thousands apart, points below one another."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal

#: What stands for an amount that the broker did not tell, or for a sum of such.
UNKNOWN = "—"

_WIDE = Context(prec=200, rounding=ROUND_HALF_EVEN)


def plain(value: Decimal | None, places: int = 0) -> str:
    """All digits of a value, without trailing zeros but with at least so many decimal places: ``1,234.50``."""
    if value is None:
        return UNKNOWN
    whole, _, fraction = f"{value:,f}".partition(".")
    fraction = fraction.rstrip("0").ljust(places, "0")
    return f"{whole}.{fraction}" if fraction else whole


def rounded(value: Decimal | None, places: int = 2, *, sign: bool = False) -> str:
    """A value rounded half to even; with ``sign``, a gain has its plus."""
    if value is None:
        return UNKNOWN
    short = _WIDE.quantize(value, Decimal(1).scaleb(-places))
    return f"{short:{'+' if sign and short else ''},f}" if short else f"{short.copy_abs():f}"


def percent(ratio: Decimal | None) -> str:
    """A factor of 1 as percent with two decimal places: ``+20.00%``."""
    return UNKNOWN if ratio is None else rounded(_WIDE.scaleb(ratio, 2), sign=True) + "%"


def aligned(cells: Sequence[str], digit: str = " ", point: str = " ") -> list[str]:
    """Pad numbers on their right so that their points are below one another once they are set flush right.

    ``digit`` and ``point`` are blanks as wide as a digit and a point: in a proportional font they are not the same.
    """
    widest = max((len(_fraction(cell)) for cell in cells), default=0)
    return [cell + _blank(len(_fraction(cell)), widest, digit, point) if cell else "" for cell in cells]


def _fraction(cell: str) -> str:
    return cell.partition(".")[2]


def _blank(length: int, widest: int, digit: str, point: str) -> str:
    return (point if widest and not length else "") + digit * (widest - length)


def visible(text: str) -> str:
    """Text whose every character can be seen: a symbol must not be able to move a cursor or turn a line round."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)


def listed(words: Iterable[str]) -> str:
    """Different words in the order they came: ``alpaca, clear_street``."""
    return ", ".join(dict.fromkeys(words))
