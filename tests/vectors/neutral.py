"""Typed values in the words of the vectors: every number as text, moments in UTC with microseconds."""

from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

import attrs


def neutral(value: Any) -> Any:
    """What the vectors write for a value that a generated package has read."""
    if attrs.has(type(value)):
        return {name: neutral(member(value, name)) for name in value.to_dict()}
    if isinstance(value, dict):
        return {name: neutral(item) for name, item in value.items()}
    if isinstance(value, list):
        return [neutral(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    if isinstance(value, Decimal):
        return format(value, "f")
    if (digits := getattr(value, "digits", None)) is not None:  # of no documented kind: it remembers how it was written
        return digits
    if isinstance(value, int | UUID | date):
        return str(value)
    raise TypeError(f"the vectors have no word for {type(value).__name__}")


def member(value: Any, name: str) -> Any:
    """A member by its name on the wire: an attribute, with an underscore behind it where Python needs the name."""
    for attribute in (name, f"{name}_"):
        if attribute in attrs.fields_dict(type(value)):
            return getattr(value, attribute)
    return value.additional_properties[name]


def kind_at(value: Any, pointer: str) -> str:
    """The name of the schema that the value at a JSON pointer was read as, or ``raw``."""
    for step in pointer.split("/")[1:]:
        value = value[int(step)] if isinstance(value, list) else member(value, step)
    return type(value).__name__ if attrs.has(type(value)) else "raw"
