"""Objects.  A model reads itself in straight-line code; if that fails, its fields are read one by one to say where."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, ClassVar, Final, NoReturn, Protocol, Self, TypeVar

from ..errors import DecodeError
from .codec import Codec, Shape, mismatch
from .columns import read_many
from .fields import Fields

#: What the straight-line code of a model raises when a value is not what the document says.
UNREADABLE: Final = (DecodeError, KeyError, TypeError)


class Model(Protocol):
    """What every generated model has."""

    _names: ClassVar[frozenset[str]]

    def to_dict(self) -> dict[str, Any]: ...
    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self: ...
    @classmethod
    def _read(cls, value: Any) -> Self: ...
    @staticmethod
    def _fields() -> Fields: ...


M = TypeVar("M", bound=Model)


def members(value: Any) -> dict[str, Any]:
    """The members of a JSON object."""
    if type(value) is dict:
        return value
    if isinstance(value, Mapping):
        return dict(value)
    raise mismatch("an object", value)


def items(value: Any) -> list[Any]:
    """The items of a JSON array."""
    if type(value) is list:
        return value
    raise mismatch("an array", value)


def explain(fields: Fields, value: Any, error: Exception) -> NoReturn:
    """Say where an object is not what the document says: ``required field missing @ $.data[0].id``."""
    given = members(value).copy()
    for field in fields.known:
        if field.name in given:
            _check(field.codec, given.pop(field.name), field.name)
        elif field.required:
            raise DecodeError("required field missing").inside(field.name)
    for name, item in given.items():
        _check(fields.others, item, name)
    raise error


def _check(codec: Codec[Any], value: Any, name: str) -> None:
    try:
        codec.decode(value)
    except DecodeError as error:
        raise error.inside(name) from None


def model(kind: type[M]) -> Codec[M]:
    """The codec of one class of objects."""

    # Built when first needed: the classes that a model names are imported below it.
    fields = cache(kind._fields)

    def decode_many(values: Sequence[Any]) -> list[M]:
        return read_many(kind, fields(), kind._read, values)

    def encode(value: M) -> dict[str, Any]:
        if not isinstance(value, kind):
            raise TypeError(f"expected {kind.__name__}, got {type(value).__name__}")
        return value.to_dict()

    shape = Shape(kind._names, kind._read, decode_many)
    return Codec(f"an object ({kind.__name__})", kind.from_dict, encode, shape, True, kind._read, decode_many)
