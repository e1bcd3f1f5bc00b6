"""What a schema says, in one spelling: types, null, closed lists of values, unions."""

import json
from collections.abc import Iterator
from typing import Final

from generator.diff.values import Side
from generator.model import Json, JsonObject

UNIONS: Final = ("oneOf", "anyOf")
UPPER: Final = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
LOWER: Final = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")


def as_object(schema: Json) -> JsonObject:
    """A schema may be ``true`` or ``false``; both have a spelling as an object."""
    if isinstance(schema, dict):
        return schema
    return {} if schema is True or schema is None else {"not": {}}


def types(schema: JsonObject) -> frozenset[str]:
    """The types named, but null; empty where any will do."""
    named = schema.get("type", ())
    return frozenset([named] if isinstance(named, str) else named) - {"null"}


def widened(named: frozenset[str]) -> frozenset[str]:
    """With what each type includes: every integer is a number."""
    return named | {"integer"} if "number" in named else named


def nullable(side: Side) -> bool:
    """Whether null is a value: by type, by a union's member, or as the older versions of OpenAPI say it."""
    schema = side.node
    named = schema.get("type")
    if side.nullable or schema.get("nullable") is True or any(is_null(m) for _, m in members(schema)):
        return True
    if "enum" in schema:
        return None in schema["enum"] and (named is None or named == "null" or "null" in named)
    return named == "null" or (isinstance(named, list) and "null" in named)


def is_null(member: Json) -> bool:
    return isinstance(member, dict) and (member.get("type") == "null" or member.get("enum") == [None])


def values(schema: JsonObject) -> dict[str, Json] | None:
    """The closed list of values by their JSON text, without null; ``None`` where the list is open."""
    if "const" in schema:
        return {json.dumps(schema["const"], sort_keys=True): schema["const"]}
    if "enum" not in schema:
        return None
    return {json.dumps(value, sort_keys=True): value for value in schema["enum"] if value is not None}


def members(schema: JsonObject) -> Iterator[tuple[str, Json]]:
    """``(pointer below the schema, member)`` of every ``oneOf`` and ``anyOf``."""
    for keyword in UNIONS:
        for number, member in enumerate(schema.get(keyword, ())):
            yield f"/{keyword}/{number}", member


def number(value: Json) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
