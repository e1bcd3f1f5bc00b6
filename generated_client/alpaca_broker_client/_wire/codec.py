# Generated from openapi/alpaca-broker.yaml (sha256 0b1631558de74bb4179d2ca197b63530c537f6e4fad82912be0d643199ddca4e)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

"""One kind of value: how it is read from JSON and written to it."""

from collections.abc import Callable, Sequence
from typing import Any, Final, Generic, TypeVar

from attrs import frozen

from ..errors import DecodeError

T = TypeVar("T")


@frozen(eq=False)
class Codec(Generic[T]):
    """Both directions of one kind of value.

    ``decode`` raises ``DecodeError`` for anything that is not this kind; ``encode`` raises ``TypeError`` or
    ``ValueError`` for a value that must not be sent.  ``shape`` is set for objects: a union of those picks by it, and
    keeps a value that fits none of its members.  ``droppable`` says whether a parameter of this kind may be left out by
    giving ``None``: an amount may not, since a request without it asks for something else.

    ``read`` and ``many`` decode as ``decode`` does, faster, but their errors do not say where; ``decode_quickly`` and
    ``decode_many`` are how, for kinds that have a way of their own.
    """

    what: str
    decode: Callable[[Any], T]
    encode: Callable[[T], Any]
    shape: "Shape | None" = None
    droppable: bool = True
    decode_quickly: Callable[[Any], T] | None = None
    decode_many: Callable[[Sequence[Any]], list[T]] | None = None

    def read(self, value: Any) -> T:
        """The value decoded; an error does not say where it is."""
        return self.decode(value) if self.decode_quickly is None else self.decode_quickly(value)

    def many(self, values: Sequence[Any]) -> list[T]:
        """Each value decoded; an error does not say which one it is about."""
        if self.decode_many is not None:
            return self.decode_many(values)
        decode = self.decode
        return [decode(value) for value in values]


@frozen(eq=False)
class Shape:
    """What a union knows of an object: its names, and how to read one or many without saying why that fails."""

    names: frozenset[str]
    read: Callable[[Any], Any]
    read_many: Callable[[Sequence[Any]], list[Any]]


class Number(float):
    """A JSON number with a fraction or exponent, which remembers its digits: a float has too few for an amount."""

    __slots__ = ("digits",)
    digits: str

    def __new__(cls, digits: str) -> "Number":
        self = super().__new__(cls, digits)
        self.digits = digits
        return self

    def __reduce__(self) -> tuple[type["Number"], tuple[str]]:
        return Number, (self.digits,)


_KINDS: Final = {
    dict: "an object",
    list: "an array",
    str: "a string",
    int: "a number",
    float: "a number",
    Number: "a number",
    bool: "a boolean",
    type(None): "null",
}


def are_all(kind: type, values: Sequence[Any]) -> bool:
    """Whether every value is of just this class."""
    return frozenset((kind,)).issuperset(map(type, values))


def mismatch(wanted: str, value: object) -> DecodeError:
    """The error for a value of the wrong kind; it names kinds and never quotes the value."""
    return DecodeError(f"expected {wanted}, got {_KINDS.get(type(value), type(value).__name__)}")
