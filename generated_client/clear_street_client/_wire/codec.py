# Generated from openapi/clear-street.yaml (sha256 b34f4b76f9fe542314251be907863f930373b6e82a6292b858253d496529eb59)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

"""One kind of value: how it is read from JSON and written to it."""

from collections.abc import Callable
from typing import Any, Final, Generic, TypeVar

from attrs import frozen

from ..errors import DecodeError

T = TypeVar("T")


@frozen
class Codec(Generic[T]):
    """Both directions of one kind of value.

    ``decode`` raises ``DecodeError`` for anything that is not this kind; ``encode`` raises ``TypeError`` or
    ``ValueError`` for a value that must not be sent.  ``shape`` is set for objects: a union of those picks by it, and
    keeps a value that fits none of its members.  ``droppable`` says whether a parameter of this kind may be left out by
    giving ``None``: an amount may not, since a request without it asks for something else.
    """

    what: str
    decode: Callable[[Any], T]
    encode: Callable[[T], Any]
    shape: "Shape | None" = None
    droppable: bool = True


@frozen
class Shape:
    """What a union knows of an object: the names it has, and how to read it without saying why it cannot be read."""

    names: frozenset[str]
    read: Callable[[Any], Any]


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


def mismatch(wanted: str, value: object) -> DecodeError:
    """The error for a value of the wrong kind; it names kinds and never quotes the value."""
    return DecodeError(f"expected {wanted}, got {_KINDS.get(type(value), type(value).__name__)}")
