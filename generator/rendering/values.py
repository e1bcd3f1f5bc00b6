"""Schemas in the few forms that the parser knows: without booleans as schemas, mixed enumerations, odd constants."""

from typing import Final

from generator.document import SHAPES
from generator.model import Json, JsonObject
from generator.rendering.combined import plain_all_of

#: Where a constant stands that the parser has no place for: an array or an object.
CONSTANT: Final = "x-constant"
#: By Python's type, in the order in which a value is tried: an integer is to stay one.
_NAMES: Final[dict[type, str]] = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    list: "array",
    dict: "object",
    type(None): "null",
}
_ORDER: Final = tuple(_NAMES.values())
#: True and false mean something else there: whether other properties may stand at all.
_BOOLEAN: Final = "additionalProperties"


def plain_schema(schema: JsonObject) -> JsonObject:
    """The schema, its own keywords made plain; those inside it are so already."""
    plain: JsonObject = {key: _children(key, value) for key, value in schema.items() if key != CONSTANT}
    if "allOf" in plain:
        plain = plain_all_of(plain)
    if "enum" in plain:
        plain = _enumeration(plain)
    if "const" in plain:
        plain = _constant(plain)
    if plain.get("type") == "array" and not plain.keys() & {"items", "prefixItems"}:
        plain["items"] = {}
    return plain


def anything_if_boolean(schema: Json) -> Json:
    """``true`` allows every value; what ``false`` forbids is kept if it comes all the same."""
    return {} if isinstance(schema, bool) else schema


def _children(key: str, value: Json) -> Json:
    kind = SHAPES["schema"].get(key)
    if kind is None or key == _BOOLEAN:
        return value
    if isinstance(kind, str):
        return anything_if_boolean(value)
    if isinstance(value, dict):
        return {name: anything_if_boolean(child) for name, child in value.items()}
    return [anything_if_boolean(child) for child in value] if isinstance(value, list) else value


def _enumeration(schema: JsonObject) -> JsonObject:
    """A class is made of strings alone or of integers alone; of others only the types are kept, which leaves them open.

    That also keeps numbers as they are: 2 is an integer and 1.5 a float, each equal to what the document lists.
    """
    declared = schema.get("type", [])
    types = set(declared if isinstance(declared, list) else [declared])
    found = {_NAMES[type(value)] for value in schema["enum"]}
    listed = (types | found) - {"null"}
    if found and (listed <= {"string"} or (listed == {"integer"} and found != {"null"})):
        return schema
    rest = {key: value for key, value in schema.items() if key not in ("enum", "type")}
    if found & {"array", "object"}:
        return {**rest, "type": declared} if types >= found else rest
    if rest.get("format") == "decimal" and listed <= {"integer", "number"}:
        listed = {"number"}
    elif "number" in listed:
        listed.add("integer")
    if not listed:
        return rest
    if "null" in types | found:
        listed.add("null")
    names = [name for name in _ORDER if name in listed]
    return {**rest, "type": names if len(names) > 1 else names[0]}


def _constant(schema: JsonObject) -> JsonObject:
    value = schema["const"]
    if isinstance(value, str | bool | int | float):
        return schema
    rest = {key: value for key, value in schema.items() if key not in ("const", "type", "properties", "items")}
    return {**rest, "type": "null"} if value is None else {**rest, CONSTANT: value}
