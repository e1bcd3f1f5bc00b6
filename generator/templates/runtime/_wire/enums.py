"""Enumerations that stay open: a value that the document does not list is kept as it was given."""

from collections.abc import Sequence
from enum import IntEnum, StrEnum
from typing import Any, TypeVar

from .codec import Codec, mismatch


class OpenStrEnum(StrEnum):
    """Strings, some of them known.  An unknown one is a member without a name in the class, equal to its string."""

    @property
    def is_known(self) -> bool:
        """Whether the document lists this value."""
        return self._value_ in type(self)._value2member_map_

    @classmethod
    def _missing_(cls, value: object) -> "OpenStrEnum | None":
        # Not stored in the class: the values come from outside, and there is no end to them.
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = str(value)
        return member


class OpenIntEnum(IntEnum):
    """Integers, some of them known.  An unknown one is a member without a name in the class, equal to its integer."""

    @property
    def is_known(self) -> bool:
        """Whether the document lists this value."""
        return self._value_ in type(self)._value2member_map_

    @classmethod
    def _missing_(cls, value: object) -> "OpenIntEnum | None":
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_, member._value_ = str(value), int(value)
        return member


S = TypeVar("S", bound=OpenStrEnum)
I = TypeVar("I", bound=OpenIntEnum)  # noqa: E741


def decode_str_enum(kind: type[S], value: Any) -> S:
    if type(value) is str:
        return kind(value)
    raise mismatch("a string", value)


def decode_int_enum(kind: type[I], value: Any) -> I:
    if type(value) is int:
        return kind(value)
    raise mismatch("an integer", value)


def encode_str_enum(value: str) -> str:
    """A member's value; a plain string is sent as it is, since the values are not all known."""
    if not isinstance(value, str):
        raise TypeError(f"expected a string, got {type(value).__name__}")
    return str(value)


def encode_int_enum(value: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"expected an integer, got {type(value).__name__}")
    return int(value)


def str_enum(kind: type[S]) -> Codec[S]:
    """The codec of one enumeration of strings."""
    known = kind._value2member_map_

    def decode_many(values: Sequence[Any]) -> list[Any]:
        try:
            return list(map(known.__getitem__, values))
        except KeyError:
            return [decode_str_enum(kind, value) for value in values]

    return Codec("a string", lambda value: decode_str_enum(kind, value), encode_str_enum, decode_many=decode_many)


def int_enum(kind: type[I]) -> Codec[I]:
    """The codec of one enumeration of integers."""
    return Codec("an integer", lambda value: decode_int_enum(kind, value), encode_int_enum)
