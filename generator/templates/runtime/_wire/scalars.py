"""The simple kinds of value, and what the document leaves open."""

import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from io import BytesIO
from typing import Any, Final
from uuid import UUID

from ..errors import DecodeError
from ..types import File
from .amounts import encode_decimal, is_decimal
from .codec import Codec, Number, are_all, mismatch
from .moments import encode_datetime


def decode_string(value: Any) -> str:
    if type(value) is str:
        return value
    raise mismatch("a string", value)


def decode_strings(values: Sequence[Any]) -> list[str]:
    return list(values) if are_all(str, values) else [decode_string(value) for value in values]


def encode_string(value: str) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected a string, got {type(value).__name__}")
    return str(value)


def decode_integer(value: Any) -> int:
    if type(value) is int:
        return value
    if isinstance(value, float) and value.is_integer():  # to JSON Schema, 5.0 is an integer
        return int(Decimal(value.digits) if isinstance(value, Number) and is_decimal(value.digits) else value)
    raise mismatch("an integer", value)


def decode_integers(values: Sequence[Any]) -> list[int]:
    return list(values) if are_all(int, values) else [decode_integer(value) for value in values]


def encode_integer(value: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"expected an integer, got {type(value).__name__}")
    return int(value)


def decode_number(value: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise mismatch("a number", value)
    try:
        found = float(value)
    except OverflowError:
        found = math.inf
    if not math.isfinite(found):
        raise DecodeError("the number is too large")
    return found


def encode_number(value: float) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError(f"expected a number, got {type(value).__name__}")
    if not math.isfinite(value):
        raise ValueError("NaN and infinity cannot be sent")
    return value


def decode_boolean(value: Any) -> bool:
    if type(value) is bool:
        return value
    raise mismatch("a boolean", value)


def decode_booleans(values: Sequence[Any]) -> list[bool]:
    return list(values) if are_all(bool, values) else [decode_boolean(value) for value in values]


def encode_boolean(value: bool) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"expected a boolean, got {type(value).__name__}")
    return value


def decode_null(value: Any) -> Any:  # None, but checkers let nobody use a call that is known to return nothing else
    if value is not None:
        raise mismatch("null", value)
    return None


def encode_null(value: None) -> Any:
    if value is not None:
        raise TypeError(f"expected None, got {type(value).__name__}")
    return None


def decode_file(value: Any) -> File:
    if isinstance(value, bytes):
        return File(BytesIO(value))
    raise mismatch("binary content", value)


def encode_file(value: File) -> File:
    if not isinstance(value, File):
        raise TypeError(f"expected a File, got {type(value).__name__}")
    return value


def to_json(value: Any) -> Any:
    """A value of no documented kind as JSON: what JSON has stays, what this package adds is written its one way."""
    if value is None or isinstance(value, bool | int) or type(value) is str:
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, float):
        return value if isinstance(value, Number) else encode_number(value)
    if isinstance(value, Mapping):
        return {encode_string(key): to_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [to_json(item) for item in value]
    if isinstance(value, Decimal):
        return encode_decimal(value)
    if isinstance(value, datetime):
        return encode_datetime(value)
    if isinstance(value, date | UUID):
        return str(value)
    if callable(to_dict := getattr(value, "to_dict", None)):
        return to_dict()
    return encode_string(value)


STRING: Final = Codec("a string", decode_string, encode_string, decode_many=decode_strings)
INTEGER: Final = Codec("an integer", decode_integer, encode_integer, decode_many=decode_integers)
NUMBER: Final = Codec("a number", decode_number, encode_number)
BOOLEAN: Final = Codec("a boolean", decode_boolean, encode_boolean, decode_many=decode_booleans)
NULL: Final = Codec("null", decode_null, encode_null)
FILE: Final = Codec("binary content", decode_file, encode_file)
ANY: Final = Codec[Any]("anything", lambda value: value, to_json, decode_many=list)
