"""The properties of an object, as data."""

from typing import Any

from attrs import frozen

from .codec import Codec


@frozen(eq=False)
class Field:
    """One property of an object: its name on the wire, whether it must be there, and what it is."""

    name: str
    required: bool
    codec: Codec[Any]


@frozen(eq=False)
class Fields:
    """The properties that the document lists, in the order of the model's attributes, and what any other is."""

    known: tuple[Field, ...]
    others: Codec[Any]
