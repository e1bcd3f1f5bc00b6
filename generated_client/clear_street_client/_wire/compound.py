# Generated from openapi/clear-street.yaml (sha256 b34f4b76f9fe542314251be907863f930373b6e82a6292b858253d496529eb59)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

"""Kinds of value made of others."""

from collections.abc import Callable
from typing import Any, TypeVar

from ..errors import DecodeError
from .codec import Codec, mismatch
from .model import UNREADABLE, items

T = TypeVar("T")


def nullable(inner: Codec[T]) -> Codec[T | None]:
    """``inner`` or null."""

    def decode(value: Any) -> T | None:
        return None if value is None else inner.decode(value)

    def encode(value: T | None) -> Any:
        return None if value is None else inner.encode(value)

    return Codec(f"{inner.what} or null", decode, encode, droppable=inner.droppable)


def list_of(inner: Codec[T]) -> Codec[list[T]]:
    """An array of ``inner``."""

    def decode(value: Any) -> list[T]:
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

    return Codec("an array", decode, encode, droppable=inner.droppable)


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


def union(*inner: Codec[Any]) -> Codec[Any]:
    """One of several kinds.

    Objects are told apart by their names: only the members that know most of an object's names are tried.  An object
    or array that fits no member, where the members are objects, is kept as it came: beside it stand others that can be
    read, and it may be the one that tells what failed.
    """
    shapes = [codec.shape for codec in inner if codec.shape is not None]
    simple = [codec for codec in inner if codec.shape is None]

    def decode(value: Any) -> Any:
        if type(value) is dict and shapes:
            return _best_fit([(len(shape.names & value.keys()), shape.read) for shape in shapes], value)
        for codec in simple:
            try:
                return codec.decode(value)
            except DecodeError:
                continue
        if shapes and value is not None:
            return value
        raise mismatch(" or ".join(codec.what for codec in inner), value)

    def encode(value: Any) -> Any:
        for codec in inner:
            try:
                return codec.encode(value)
            except (TypeError, ValueError):
                continue
        if shapes and isinstance(value, dict | list | str | int | float):  # what was kept as it came goes back likewise
            return value
        raise TypeError(f"expected {' or '.join(codec.what for codec in inner)}, got {type(value).__name__}")

    return Codec("one of several", decode, encode, droppable=all(codec.droppable for codec in inner))


def _best_fit(candidates: list[tuple[int, Callable[[Any], Any]]], value: dict[str, Any]) -> Any:
    most = max(known for known, _ in candidates)
    for known, read in candidates:
        if known == most and (most or not value):
            try:
                return read(value)
            except UNREADABLE:
                continue
    return value
