# Generated from openapi/clear-street.yaml (sha256 b34f4b76f9fe542314251be907863f930373b6e82a6292b858253d496529eb59)
# by `make clients`, with generator/templates, openapi-python-client 0.29.1 and ruff 0.17.5.
# Do not edit: change the document by an overlay, or the templates, and generate again.

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
