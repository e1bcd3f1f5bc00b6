"""Exact arithmetic on amounts: the default decimal context rounds to 28 digits, also in ``-x``, ``abs``, ``sum``."""

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Context, Decimal, Inexact, InvalidOperation, Overflow
from typing import Final

#: Digits an amount may have on either side of the point: both together fill the widest decimal column there is (76).
MOST_DIGITS: Final = 38
#: Decimal places of a ratio that is worked out here because the broker sent none.
RATIO_PLACES: Final = 10

_PRECISION: Final = 200


def _exact() -> Context:
    """A context that would rather raise than round; a new one each time, since threads must not share one."""
    return Context(prec=_PRECISION, traps=[Inexact, InvalidOperation, Overflow])


def fits(value: Decimal) -> bool:
    """Whether an amount is finite and has at most ``MOST_DIGITS`` digits on either side of the point."""
    return value.is_finite() and (not value or (value.adjusted() < MOST_DIGITS and decimals(value) <= MOST_DIGITS))


def decimals(value: Decimal) -> int:
    """How many digits after the point a finite amount is written with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def total(values: Iterable[Decimal]) -> Decimal:
    """The exact sum, the same in every order; 0 of nothing."""
    context, result = _exact(), Decimal(0)
    for value in values:
        result = context.add(result, value)
    return result


def negative(value: Decimal) -> Decimal:
    """The amount with a minus sign, whatever its sign was; zero has none."""
    return value.copy_abs().copy_negate() if value else value.copy_abs()


def from_percent(value: Decimal) -> Decimal:
    """Percent as a factor of 1: 5 becomes 0.05, exactly."""
    return _exact().scaleb(value, -2)


def gain_ratio(told: Decimal | None, gain: Decimal | None, cost: Decimal | None) -> Decimal | None:
    """Gain as a factor of what was put in, with the sign of the gain: 0.2 is 20 percent won, for long and short alike.

    What the broker ``told`` is kept but for its sign, which a division by the negative cost of a short position turns
    round.  Told nothing, it is ``gain`` over the absolute ``cost``, rounded half to even to ``RATIO_PLACES``.
    """
    if told is not None:
        return told.copy_sign(gain) if gain and told else told
    if gain is None or not cost:
        return None
    context = Context(prec=_PRECISION, rounding=ROUND_HALF_EVEN)
    ratio = context.quantize(context.divide(gain, cost.copy_abs()), Decimal(1).scaleb(-RATIO_PLACES))
    if not ratio:
        return Decimal(0)
    return ratio if fits(ratio) else None  # of a position that cost next to nothing
