# Generated from openapi/alpaca-broker.yaml (sha256 0b1631558de74bb4179d2ca197b63530c537f6e4fad82912be0d643199ddca4e)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

"""Kinds of value made of others."""

from collections.abc import Sequence
from types import NoneType
from typing import Any, TypeVar

from ..errors import DecodeError
from .codec import Codec
from .model import UNREADABLE, items

T = TypeVar("T")


def nullable(inner: Codec[T]) -> Codec[T | None]:
    """``inner`` or null."""

    def decode(value: Any) -> T | None:
        return None if value is None else inner.decode(value)

    def encode(value: T | None) -> Any:
        return None if value is None else inner.encode(value)

    def decode_quickly(value: Any) -> T | None:
        return None if value is None else inner.read(value)

    def decode_many(values: Sequence[Any]) -> list[T | None]:
        kinds = set(map(type, values))
        if NoneType not in kinds:
            return [*inner.many(values)]
        if len(kinds) == 1:
            return [None] * len(values)
        found = iter(inner.many([value for value in values if value is not None]))
        return [None if value is None else next(found) for value in values]

    return Codec(f"{inner.what} or null", decode, encode, None, inner.droppable, decode_quickly, decode_many)


def list_of(inner: Codec[T]) -> Codec[list[T]]:
    """An array of ``inner``."""

    def decode(value: Any) -> list[T]:
        try:
            return decode_quickly(value)
        except UNREADABLE:
            return explained(value)

    def decode_quickly(value: Any) -> list[T]:
        return inner.many(items(value))

    def explained(value: Any) -> list[T]:
        found: list[T] = []
        try:
            for item in items(value):
                found.append(inner.decode(item))
        except DecodeError as error:
            raise (error.inside(len(found)) if type(value) is list else error) from None
        return found

    def encode(value: list[T]) -> list[Any]:
        # A string is a sequence too, and would go out as its letters.
        if not isinstance(value, list | tuple):
            raise TypeError(f"expected a list, got {type(value).__name__}")
        return [inner.encode(item) for item in value]

    def decode_many(values: Sequence[Any]) -> list[list[T]]:
        return list(map(decode_quickly, values))

    return Codec("an array", decode, encode, None, inner.droppable, decode_quickly, decode_many)


def const(wanted: Any) -> Codec[Any]:
    """One value and no other."""

    def decode(value: Any) -> Any:
        if _same(value, wanted):
            return value
        raise DecodeError("not the one value that the document allows")

    def encode(value: Any) -> Any:
        if _same(value, wanted):
            return value
        raise ValueError("not the one value that the document allows")

    return Codec("a constant", decode, encode)


def _same(value: Any, wanted: Any) -> bool:
    """Whether two JSON values are equal: to JSON, unlike Python, true is not 1."""
    if isinstance(wanted, dict):
        return type(value) is dict and value.keys() == wanted.keys() and all(_same(value[k], wanted[k]) for k in wanted)
    if isinstance(wanted, list):
        return type(value) is list and len(value) == len(wanted) and all(map(_same, value, wanted))
    if isinstance(wanted, bool) or isinstance(value, bool):
        return value is wanted
    return bool(value == wanted)
