"""Fields of tables, and the sample beside them, as the schema of one object."""

from collections.abc import Sequence
from typing import Final

from attrs import evolve, field, mutable

from generator.extract.hugo import types
from generator.extract.hugo.context import Context
from generator.extract.hugo.fields import Read, read_field
from generator.extract.hugo.members import members, null_somewhere
from generator.extract.hugo.tables import Field
from generator.extract.samples import schema_of
from generator.model import Json, JsonObject

#: What a member's own row says of its kind; rows below it that say what is inside say it better.
_OF_THE_WHOLE: Final = ("type", "items", "properties", "example", "$ref", "allOf")


@mutable
class _Node:
    """A member: the rows about it (several tables may list it), and the members inside it."""

    rows: list[Field] = field(factory=list)
    children: dict[str, "_Node"] = field(factory=dict)
    is_list: bool = False


def object_schema(found: Sequence[Field], sample: Json, context: Context) -> JsonObject:
    """An object of these fields; what only the sample shows is there too, marked as inferred."""
    root = _Node()
    for one in _of_variants(found):
        node = root
        for step in one.path:
            if step == "[]":
                node.is_list = True
            else:
                node = node.children.setdefault(step, _Node())
        if any(row.table == one.table for row in node.rows):
            context.odd("attribute-repeats", one.line, f"{'.'.join(one.path)} is listed twice", "the first one counts")
        else:
            node.rows.append(one)
    return _object(root, sample, context)


def _of_variants(found: Sequence[Field]) -> list[Field]:
    """Tables that share a member describe variants of one object: required is only what all of them require."""
    tables: dict[tuple[str, ...], dict[int, bool]] = {}
    for one in found:
        tables.setdefault(one.path, {}).setdefault(one.table, bool(one.required))
    variants = {table for listed in tables.values() if len(listed) > 1 for table in listed}
    always = {path for path, listed in tables.items() if variants <= listed.keys() and all(listed.values())}
    return [evolve(one, required=None) if one.table in variants and one.path not in always else one for one in found]


def _read(rows: Sequence[Field], sample: Json, context: Context) -> Read:
    """The first row counts; the values of an enumeration are those of all rows."""
    if not rows:
        return Read({}, None)
    first, *others = (read_field(row, sample, context) for row in rows)
    for other in others:
        if "enum" in first.schema and "enum" in other.schema:
            both = dict.fromkeys((*first.schema["enum"], *other.schema["enum"]))
            first = evolve(first, schema={**first.schema, "enum": list(both)})
    return first


def _object(node: _Node, sample: Json, context: Context) -> JsonObject:
    inside = members(sample)
    null = null_somewhere(sample)
    properties: JsonObject = {}
    required: list[str] = []
    for name, child in node.children.items():
        schema, needed = _property(child, inside.get(name, types.Missing), context)
        properties[name] = _or_null(schema) if name in null else schema
        if needed:
            required.append(name)
    for name, value in inside.items():
        if name not in properties:
            shown = {**schema_of(value), "x-inferred": "example"}
            properties[name] = _or_null(shown) if name in null else shown
    return {"type": "object", **({"required": required} if required else {}), "properties": properties}


def _property(node: _Node, sample: Json, context: Context) -> tuple[JsonObject, bool]:
    read = _read(node.rows, sample, context)
    if not node.children:
        return _grafted(read.schema, sample), bool(read.required)
    inner = _object(_Node(children=node.children), sample, context)
    rest = {key: value for key, value in read.schema.items() if key not in _OF_THE_WHOLE}
    if node.is_list or isinstance(sample, list) or read.schema.get("type") == "array":
        return {"type": "array", "items": inner, **rest}, bool(read.required)
    return {**inner, **rest}, bool(read.required)


def _grafted(schema: JsonObject, sample: Json) -> JsonObject:
    """A bare object or list with what the sample shows inside it."""
    if isinstance(sample, dict) and schema.get("type") == "object" and "properties" not in schema:
        shown = {name: {**schema_of(value), "x-inferred": "example"} for name, value in sample.items()}
        return {**schema, **({"properties": shown} if shown else {})}
    if isinstance(sample, list) and schema.get("type") == "array":
        shown_items = schema_of(sample).get("items")
        stated = schema.get("items")
        if shown_items and (not stated or stated == {"type": "object"}):
            return {**schema, "items": {**shown_items, "x-inferred": "example"}}
    return schema


def _or_null(schema: JsonObject) -> JsonObject:
    return {"allOf": [schema], "nullable": True} if "$ref" in schema else {**schema, "nullable": True}
