"""How numbers and times are written on both wires."""

from datetime import UTC, datetime
from decimal import ROUND_HALF_EVEN, Decimal

from .state import SECOND, WIDE, ZERO


def number(value: Decimal) -> str:
    """Never with an exponent: ``1E-9`` is ``0.000000001``."""
    return format(value, "f")


def ratio(part: Decimal, whole: Decimal, places: int) -> Decimal:
    """``part / whole`` to so many decimal places; of nothing it is zero."""
    if not whole:
        return ZERO
    exact = WIDE.divide(part, whole.copy_abs())
    return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN, context=WIDE).normalize(WIDE)


def rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN, context=WIDE)


def quotient(part: Decimal, whole: Decimal) -> Decimal:
    return WIDE.divide(part, whole)


def timestamp(nanoseconds: int) -> str:
    """RFC 3339 with nine digits of a second, in UTC."""
    seconds, rest = divmod(nanoseconds, SECOND)
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%S}.{rest:09d}Z"
