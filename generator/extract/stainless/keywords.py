"""Scalars, and what narrows a schema: bounds, samples, enumerations, unions, null."""

from collections.abc import Sequence
from typing import Final

from generator.extract.samples import format_of
from generator.extract.stainless.classes import Classes
from generator.extract.stainless.nesting import Node
from generator.extract.stainless.type_text import Type
from generator.model import Json, JsonObject
from generator.rules.prose import without_prose

PLAIN: Final[dict[str, JsonObject]] = {
    "str": {"type": "string"},
    "int": {"type": "integer"},
    "float": {"type": "number"},
    "bool": {"type": "boolean"},
    "datetime": {"type": "string", "format": "date-time"},
    "date": {"type": "string", "format": "date"},
    "time": {"type": "string", "format": "time"},
    "None": {"type": "null"},
    "bytes": {"type": "string", "format": "binary"},
    "FileTypes": {"type": "string", "format": "binary"},
    "Base64FileInput": {"type": "string", "format": "byte"},
    "object": {},
    "Any": {},
}
_KINDS: Final = {bool: "boolean", int: "integer", float: "number", str: "string"}
#: Keywords of an array itself; the others that stand below it are about its items.
_OF_ARRAYS: Final = frozenset({"minItems", "maxItems", "uniqueItems", "default", "deprecated", "x-inferred"})


def bounded(schema: JsonObject, node: Node, samples: Sequence[Json], classes: Classes) -> JsonObject:
    """The schema with the keywords and the sample of its entry."""
    entry = node.entry
    facts = {k: v for k, v in entry.facts.items() if k not in ("explode", "nullable")}
    if facts.get("format") in ("byte", "base64", "base64url") and is_opaque(entry.type):
        del facts["format"]
    if "format" in facts and schema.get("type") == "array":
        inner = {k: v for k, v in facts.items() if k not in _OF_ARRAYS and not k.startswith("x-")}
        facts = {k: v for k, v in facts.items() if k not in inner}
        schema = {**schema, "items": {**schema.get("items", {}), **inner}}
    if "$ref" in schema:
        facts = {k: v for k, v in facts.items() if k in ("default", "deprecated", "x-inferred", "x-unit")}
        return {"allOf": [schema], **facts} if facts else schema
    scalars = [s for s in samples if s is not None and not isinstance(s, dict | list)]
    if entry.uuid and schema == {"type": "string"} and scalars:
        forms = {format_of(s) if isinstance(s, str) else None for s in scalars}
        facts = {**({"format": "uuid"} if forms == {"uuid"} else {}), **facts}
    if scalars and "enum" not in schema and isinstance(schema.get("type"), str):
        schema = _sampled(schema, node, scalars[0], classes)
    return {**schema, **facts}


def _sampled(schema: JsonObject, node: Node, sample: Json, classes: Classes) -> JsonObject:
    shown = _KINDS[type(sample)]
    if schema["type"] == shown or (schema["type"] == "number" and shown == "integer"):
        return {**schema, "example": without_prose(sample, node.entry.name)}
    what = f"{node.entry.name} is listed as {schema['type']} and its sample is {shown}"
    classes.find("sample-differs", node.entry.line, what, "see which of the two is right")
    return schema


def enumeration(kind: Type, node: Node, classes: Classes) -> JsonObject:
    """The values of a type: the listing below it first, then what only the type itself names."""
    listed, shortened = [*node.values], [*kind.values]
    values = [*listed, *(v for v in shortened if v not in listed)]
    missing = len(shortened) + kind.more - len(values)
    if missing > 0:
        what = f"{node.entry.name or kind} leaves out {missing} of its values"
        classes.find("enum-shortened", node.entry.line, what, "scrape the page with the list expanded")
    kinds = list(dict.fromkeys("null" if v is None else _KINDS[type(v)] for v in values))
    return {
        **({"type": kinds[0] if len(kinds) == 1 else kinds} if kinds else {}),
        "enum": list(dict.fromkeys(values)),
    }


def is_opaque(kind: Type | None) -> bool:
    """Whether a type is a token whose encoding is the server's own business."""
    return kind is not None and kind.has("Base64FileInput")


def any_of(members: list[JsonObject]) -> JsonObject:
    """The union of schemas, each once; one that stands alone is no union."""
    different = [member for i, member in enumerate(members) if member not in members[:i]]
    if {"type": "number"} in different:
        different = [member for member in different if member != {"type": "integer"}]
    return different[0] if len(different) == 1 else {"anyOf": different} if different else {}


def nullable(schema: JsonObject) -> JsonObject:
    """The schema with null allowed; a reference is wrapped, and an enumeration lists null."""
    if not schema or schema.get("type") == "null" or {"type": "null"} in schema.get("oneOf", ()):
        return schema
    if "$ref" in schema or "anyOf" in schema or "allOf" in schema:
        return {"oneOf": [schema, {"type": "null"}]}
    if "enum" in schema and None not in schema["enum"]:
        schema = {**schema, "enum": [*schema["enum"], None]}
    return {**schema, "nullable": True}
