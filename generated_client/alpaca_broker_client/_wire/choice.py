# Generated from openapi/alpaca-broker.yaml (sha256 0b1631558de74bb4179d2ca197b63530c537f6e4fad82912be0d643199ddca4e)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

"""One of several kinds of value."""

from collections.abc import Sequence
from typing import Any

from ..errors import DecodeError
from .codec import Codec, Shape, mismatch
from .model import UNREADABLE


def union(*inner: Codec[Any]) -> Codec[Any]:
    """One of several kinds.

    Objects are told apart by their names: only the members that know most of an object's names are tried.  An object
    or array that fits no member, where the members are objects, is kept as it came: beside it stand others that can be
    read, and it may be the one that tells what failed.
    """
    shapes = tuple(codec.shape for codec in inner if codec.shape is not None)
    simple = [codec for codec in inner if codec.shape is None]

    def decode(value: Any) -> Any:
        if type(value) is dict and shapes:
            return _first_that_reads(_fitting(shapes, tuple(value)), value)
        for codec in simple:
            try:
                return codec.decode(value)
            except DecodeError:
                continue
        if shapes and value is not None:
            return value
        raise mismatch(" or ".join(codec.what for codec in inner), value)

    def decode_many(values: Sequence[Any]) -> list[Any]:
        found: list[Any] = [None] * len(values)
        alike: dict[tuple[str, ...], list[int]] = {}
        for i, value in enumerate(values):
            if type(value) is dict and shapes:
                alike.setdefault(tuple(value), []).append(i)
            else:
                found[i] = decode(value)
        for names, places in alike.items():
            for i, kept in zip(places, _alike(_fitting(shapes, names), [values[i] for i in places]), strict=True):
                found[i] = kept
        return found

    def encode(value: Any) -> Any:
        for codec in inner:
            try:
                return codec.encode(value)
            except (TypeError, ValueError):
                continue
        if shapes and isinstance(value, dict | list | str | int | float):  # what was kept as it came goes back likewise
            return value
        raise TypeError(f"expected {' or '.join(codec.what for codec in inner)}, got {type(value).__name__}")

    droppable = all(codec.droppable for codec in inner)
    return Codec("one of several", decode, encode, droppable=droppable, decode_many=decode_many)


def _fitting(shapes: tuple[Shape, ...], names: tuple[str, ...]) -> list[Shape]:
    """The shapes that know most of these names."""
    known = [len(shape.names.intersection(names)) for shape in shapes]
    most = max(known)
    return [shape for shape, count in zip(shapes, known, strict=True) if count == most and (most or not names)]


def _first_that_reads(candidates: list[Shape], value: dict[str, Any]) -> Any:
    for shape in candidates:
        try:
            return shape.read(value)
        except UNREADABLE:
            continue
    return value


def _alike(candidates: list[Shape], values: list[dict[str, Any]]) -> list[Any]:
    """Objects of the same names."""
    if len(candidates) == 1:
        try:
            return candidates[0].read_many(values)
        except UNREADABLE:
            pass
    return [_first_that_reads(candidates, value) for value in values]
