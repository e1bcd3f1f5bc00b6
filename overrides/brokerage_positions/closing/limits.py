"""What a plan may not exceed."""

from decimal import Decimal, InvalidOperation
from typing import Any

from attrs import Attribute, field, frozen
from attrs.validators import instance_of, optional

#: Longer, and a plan would speak of another market.
_LONGEST_AGE = 31 * 24 * 3600.0


def _decimal(value: Decimal | int | str) -> Decimal:
    if not _is_exact(value):
        raise TypeError("a limit is a Decimal, an int or text, never a float")
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise ValueError(f"a limit is a number from zero, not {value!r}") from None
    if not number.is_finite() or number < 0:
        raise ValueError(f"a limit is a number from zero, not {value}")
    return number


def _is_exact(value: object) -> bool:
    return isinstance(value, Decimal | int | str) and not isinstance(value, bool)


def _decimal_or_none(value: Decimal | int | str | None) -> Decimal | None:
    return None if value is None else _decimal(value)


def _age(_: object, attribute: "Attribute[float]", value: Any) -> None:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError(f"{attribute.name} is a number of seconds")
    if not 0 < value <= _LONGEST_AGE:
        raise ValueError(f"{attribute.name} is a number of seconds above zero and up to 31 days, not {value}")


@frozen(kw_only=True)
class Limits:
    """What a plan may not exceed, when it is made and again when it is executed.

    ``positions``: at most so many.  ``notional``: at most so much market value, shorts counted as positive, in the
    account's currency.  ``tolerance``: by how much a quantity may have moved since the plan was made.  ``max_age``:
    seconds after which the plan is old.
    """

    positions: int | None = field(default=None, validator=optional(instance_of(int)))
    notional: Decimal | None = field(default=None, converter=_decimal_or_none)
    tolerance: Decimal = field(default=Decimal(0), converter=_decimal)
    max_age: float = field(default=300.0, validator=_age)
