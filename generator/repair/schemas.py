"""Schemas that are valid JSON but would break a reader or lose something."""

import re

from jsonschema import Draft202012Validator

from generator.model import Json, JsonObject
from generator.repair.keywords import Told, mend_keywords


def mend_schema(schema: JsonObject) -> tuple[JsonObject, Told]:
    """One schema (its children are mended already), and what had to be done."""
    told: Told = []
    schema = dict(schema)
    for step in (mend_keywords, _pattern, _items, _siblings, _default, _varnames):
        schema = step(schema, told)
    schema.pop("x-required-flag", None)
    return schema, told


def _kinds(schema: JsonObject) -> list[Json]:
    kind = schema.get("type")
    return kind if isinstance(kind, list) else [kind]


def _pattern(schema: JsonObject, told: Told) -> JsonObject:
    """JSON Schema's patterns are JavaScript's: one that Python cannot read stays as ``x-pattern``."""
    pattern = schema.get("pattern")
    if isinstance(pattern, str):
        try:
            re.compile(pattern)
        except (re.error, RecursionError, OverflowError):
            told.append(("pattern-unread", f"the pattern {pattern!r} is not one that every reader takes: x-pattern"))
            return {**{k: v for k, v in schema.items() if k != "pattern"}, "x-pattern": pattern}
    return schema


def _items(schema: JsonObject, told: Told) -> JsonObject:
    if "array" in _kinds(schema) and "items" not in schema and "prefixItems" not in schema:
        told.append(("array-without-items", "an array of anything: the page does not say of what"))
        return {**schema, "items": {}}
    return schema


def _siblings(schema: JsonObject, told: Told) -> JsonObject:
    """Generators drop what stands beside ``$ref``."""
    if "$ref" in schema and len(schema) > 1:
        told.append(("ref-siblings", "what stood beside $ref now stands beside allOf"))
        rest = {key: value for key, value in schema.items() if key != "$ref"}
        return {"allOf": [{"$ref": schema["$ref"]}], **rest}
    return schema


def _default(schema: JsonObject, told: Told) -> JsonObject:
    """A default that its own type or enumeration refuses is read by type where it can be, else set aside."""
    if "default" not in schema:
        return schema
    default, kinds = schema["default"], _kinds(schema)
    enum = schema.get("enum")
    if isinstance(default, str) and "string" not in kinds:
        try:
            if "boolean" in kinds and default.lower() in ("true", "false"):
                default = default.lower() == "true"
            elif "integer" in kinds:
                default = int(default)
            elif "number" in kinds:
                default = float(default)
        except ValueError:
            pass
    elif isinstance(default, int | float) and not isinstance(default, bool) and kinds == ["string"]:
        default = str(default)
    if isinstance(enum, list) and default not in enum:
        told.append(("default-not-in-enum", f"the default {default!r} is not among the values: kept as x-default"))
        return {**{k: v for k, v in schema.items() if k != "default"}, "x-default": default}
    if not _fits(default, schema):
        told.append(("default-misfit", f"the default {default!r} is none of what the schema allows: kept as x-default"))
        return {**{k: v for k, v in schema.items() if k != "default"}, "x-default": default}
    if type(default) is not type(schema["default"]):
        told.append(("default-type", f"the default {schema['default']!r} is read as {default!r}"))
        return {**schema, "default": default}
    return schema


def _fits(default: Json, schema: JsonObject) -> bool:
    """Whether the schema allows its own default, as far as it can be asked without what it refers to."""
    alone = {key: value for key, value in schema.items() if key in ("type", "format", "enum", "const")}
    checker = Draft202012Validator.FORMAT_CHECKER
    return bool(Draft202012Validator(alone, format_checker=checker).is_valid(default)) if alone else True


def _varnames(schema: JsonObject, told: Told) -> JsonObject:
    """Values that differ only in case or signs get names of their own, or a generator gives up on the enumeration."""
    enum = schema.get("enum")
    if not isinstance(enum, list) or "x-enum-varnames" in schema:
        return schema
    values = list({repr(value): value for value in enum}.values())
    if len(values) < len(enum):
        told.append(("enum-repeats", "a value was listed twice"))
        schema = {**schema, "enum": values}
    texts = [value for value in values if isinstance(value, str)]
    names = ["".join(c if c.isalnum() and c.isascii() else "_" for c in text).upper().strip("_") for text in texts]
    if len(texts) < len([v for v in values if v is not None]) or len(set(names)) == len(names):
        return schema
    seen: dict[str, int] = {}
    unique = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        unique.append(f"{name or 'VALUE'}_{seen[name]}" if seen[name] > 1 or not name else name)
    told.append(("enum-names", "values that differ only in case or signs got names of their own"))
    return {**schema, "x-enum-varnames": unique}
