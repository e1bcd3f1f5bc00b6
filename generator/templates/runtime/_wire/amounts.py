"""Amounts: exact decimals, whether the document writes them as strings or as JSON numbers."""

import math
import re
from collections.abc import Sequence
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal, InvalidOperation
from typing import Any, Final

from ..errors import DecodeError
from .codec import Codec, Number, mismatch

#: Whether a text is what JSON Schema calls a decimal string: no NaN, no blanks or underscores, and no exponent whose
#: zeros fill memory.
is_decimal: Final = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?").fullmatch
_LARGEST_EXPONENT: Final = 999
#: Exact, and unlike the caller's own context sure to refuse what is no number.
_exact: Final = Context(prec=MAX_PREC, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[InvalidOperation]).create_decimal
_PLAIN: Final = b"+-.0123456789"


def decode_decimal(value: Any) -> Decimal:
    digits = value if isinstance(value, str) else value.digits if isinstance(value, Number) else None
    if digits is not None:
        if is_decimal(digits):
            return Decimal(digits)
        raise DecodeError("not a decimal number")
    if type(value) is int:
        return Decimal(value)
    if type(value) is float and math.isfinite(value):  # a document read by someone else's JSON parser
        return Decimal(repr(value))
    raise mismatch("a decimal string", value)


def decode_decimals(values: Sequence[Any]) -> list[Decimal]:
    """Many amounts: of these characters alone, what ``Decimal`` can read is what ``is_decimal`` allows."""
    try:
        if not "".join(values).encode().translate(None, _PLAIN):
            return list(map(_exact, values))
    except (TypeError, UnicodeEncodeError, InvalidOperation):  # not all are strings, or not all can be read
        pass
    return [decode_decimal(value) for value in values]


def encode_decimal(value: Decimal | int | str) -> str:
    """A decimal in plain notation, never ``1E-9``; NaN and infinity are no amounts, and a float is not exact."""
    if isinstance(value, str):
        if not is_decimal(value):
            raise ValueError("not a decimal number")
        value = Decimal(value)
    elif isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    elif not isinstance(value, Decimal):
        raise TypeError(f"expected a Decimal, got {type(value).__name__}")
    if not value.is_finite():
        raise ValueError("NaN and infinity cannot be sent")
    if abs(value.adjusted()) > _LARGEST_EXPONENT:
        raise ValueError("the number is too large or too small to write out")
    return format(value, "f")


def encode_decimal_number(value: Decimal) -> float | int:
    digits = encode_decimal(value)
    return Number(digits) if "." in digits else int(digits)


DECIMAL: Final = Codec("a decimal string", decode_decimal, encode_decimal, droppable=False, decode_many=decode_decimals)
#: An amount that the document types as a JSON number.
DECIMAL_NUMBER: Final = Codec(
    "a decimal", decode_decimal, encode_decimal_number, droppable=False, decode_many=decode_decimals
)
