"""OpenAPI 3.0's keywords as 3.1 writes them, and the mistakes pages make with either.

Repairs keep what the page meant: each says in the report what stood there.
"""

from collections.abc import Iterator
from typing import Final

from generator.document import rewrite
from generator.model import Json, JsonObject, Repair

_TYPES: Final = frozenset({"string", "number", "integer", "boolean", "array", "object", "null"})
#: What pages write for a type that JSON Schema does not have.
_ODD_TYPES: Final[dict[str, JsonObject]] = {
    "decimal": {"type": "string", "format": "decimal"},
    "uuid": {"type": "string", "format": "uuid"},
    "date": {"type": "string", "format": "date"},
    "date-time": {"type": "string", "format": "date-time"},
    "datetime": {"type": "string", "format": "date-time"},
    "timestamp": {"type": "string", "format": "date-time"},
    "enum": {"type": "string"},
    "float": {"type": "number", "format": "float"},
    "double": {"type": "number", "format": "double"},
    "int": {"type": "integer"},
    "int32": {"type": "integer", "format": "int32"},
    "int64": {"type": "integer", "format": "int64"},
    "bool": {"type": "boolean"},
    "file": {"type": "string", "format": "binary"},
    "any": {},
}


def upgrade(document: JsonObject, label: str) -> tuple[JsonObject, tuple[Repair, ...]]:
    """The document as OpenAPI 3.1, and the repairs made."""
    repairs: list[Repair] = []

    def visit(shape: str, node: JsonObject, path: str, name: str) -> Json:
        if shape == "schema":
            node, notes = _schema(node)
            repairs.extend(Repair(code, f"{label}: {path}", what) for code, what in notes)
        return node

    upgraded: JsonObject = rewrite(document, visit)
    if "openapi" in upgraded:
        upgraded["openapi"] = "3.1.0"
    return upgraded, tuple(repairs)


def _schema(schema: JsonObject) -> tuple[JsonObject, list[tuple[str, str]]]:
    notes: list[tuple[str, str]] = []
    schema = dict(schema)
    for step in (_odd_type, _required_flag, _items, _bounds, _nullable):
        notes.extend(step(schema))
    return _nullable_union(schema), notes


def _odd_type(schema: JsonObject) -> Iterator[tuple[str, str]]:
    kind = schema.get("type")
    listed = kind if isinstance(kind, list) else [kind]
    if "type" not in schema or kind is None or (kind and all(isinstance(k, str) and k in _TYPES for k in listed)):
        return
    del schema["type"]
    known = [_known_type(k) for k in listed]
    types = list(dict.fromkeys(found["type"] for found in known if "type" in found))
    if types and len(known) == len([found for found in known if "type" in found]):
        schema["type"] = types if isinstance(kind, list) and len(types) > 1 else types[0]
    formats = [found["format"] for found in known if "format" in found]
    if "type" in schema and len(formats) == 1 and [t for t in types if t != "null"] == types[:1]:
        schema.setdefault("format", formats[0])
    told = ", ".join(
        f"{key} {_listed(schema[key])}" for key in ("type", "format") if key in schema and "type" in schema
    )
    yield "odd-type", f"type {kind!r} is not a JSON type: taken as {told or 'any type'}"


def _known_type(kind: Json) -> JsonObject:
    if not isinstance(kind, str):
        return {}
    return {"type": kind.lower()} if kind.lower() in _TYPES else _ODD_TYPES.get(kind.lower(), {})


def _listed(value: Json) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)


def _required_flag(schema: JsonObject) -> Iterator[tuple[str, str]]:
    """``required: true`` on a property itself (a habit from older drafts) moves to the object's list."""
    properties = schema.get("properties")
    if isinstance(properties, dict):
        flagged = [n for n, p in properties.items() if isinstance(p, dict) and p.get("x-required-flag") is True]
        if flagged:
            schema["properties"] = {
                n: {k: v for k, v in p.items() if k != "x-required-flag"} if n in flagged else p
                for n, p in properties.items()
            }
            listed = schema.get("required")
            already = listed if isinstance(listed, list) else []
            schema["required"] = [*already, *(n for n in flagged if n not in already)]
            yield "required-flag", f"required: true on {', '.join(flagged)} moved to the object's list"
    if isinstance(schema.get("required"), bool):
        if schema.pop("required"):
            schema["x-required-flag"] = True
        else:
            yield "required-flag", "required: false on a property says nothing and was left out"


def _items(schema: JsonObject) -> Iterator[tuple[str, str]]:
    if isinstance(items := schema.get("items"), list):
        del schema["items"]
        if items:
            schema["prefixItems"] = items
        yield "items-list", "items was a list: 3.1 calls that prefixItems"


def _bounds(schema: JsonObject) -> Iterator[tuple[str, str]]:
    for exclusive, plain in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if isinstance(flag := schema.get(exclusive), bool):
            del schema[exclusive]
            if flag and plain in schema:
                schema[exclusive] = schema.pop(plain)
    yield from ()


def _nullable(schema: JsonObject) -> Iterator[tuple[str, str]]:
    enum = schema.get("enum")
    lists_null = isinstance(enum, list) and None in enum
    nullable = schema.pop("nullable", None)
    kind = schema.get("type")
    if nullable is True and isinstance(enum, list) and not lists_null:
        schema["enum"] = [*enum, None]
        yield "nullable-enum", "a nullable enumeration has to list null"
    if nullable is not True and lists_null and isinstance(kind, str) and kind != "null":
        yield "enum-lists-null", "the enumeration lists null: the type now allows it"
        nullable = True
    if nullable is True:
        if isinstance(kind, str) and kind != "null":
            schema["type"] = [kind, "null"]
        elif isinstance(kind, list) and "null" not in kind:
            schema["type"] = [*kind, "null"]
        elif kind is None and any(key in schema for key in ("$ref", "allOf", "oneOf", "anyOf")):
            schema["x-nullable-union"] = True


def _nullable_union(schema: JsonObject) -> JsonObject:
    """``nullable`` beside a reference or a union becomes one more member of a union."""
    if not schema.pop("x-nullable-union", False):
        return schema
    for union in ("oneOf", "anyOf"):
        if isinstance(members := schema.get(union), list):
            if {"type": "null"} in members:
                return schema
            return {**schema, union: [*members, {"type": "null"}]}
    core = {key: schema.pop(key) for key in ("$ref", "allOf") if key in schema}
    if list(core) == ["allOf"] and len(core["allOf"]) == 1:
        core = core["allOf"][0]
    return {**schema, "oneOf": [core, {"type": "null"}]}
