"""Edits of one schema: its type, its format, its unit, null, its values, its limits, its words."""

import random
from typing import Final

from generator.model import Json, JsonObject
from tests.generator.diff.mutations.edit import Edit, Expected, keyword, pick, used


def _site(chance: random.Random, document: JsonObject) -> tuple[str, JsonObject] | None:
    found = pick(chance, document, "schema")
    # Null as a member of a union is part of the union.
    return None if found is None or found[1].get("type") == "null" else found


def _replaced(
    chance: random.Random, document: JsonObject, name: str, value: Json, rules: tuple[str, str, str]
) -> list[Expected]:
    """Set a keyword, or now and then take it away: the rules are for it coming, going and changing."""
    site = _site(chance, document)
    if site is None:
        return []
    path, node = site
    had = name in node
    if had and chance.random() < 0.5:
        del node[name]
        return keyword(rules[1], path, name, before=True, after=False)
    if had and node[name] == value:
        return []
    node[name] = value
    return keyword(rules[2] if had else rules[0], path, name, before=had, after=True)


def format_(chance: random.Random, document: JsonObject) -> list[Expected]:
    value = chance.choice(["decimal", "uuid", "date-time", "password"])
    return _replaced(chance, document, "format", value, ("format-added", "format-removed", "format-changed"))


def unit(chance: random.Random, document: JsonObject) -> list[Expected]:
    value = chance.choice(["percent", "ratio", "basis points"])
    return _replaced(chance, document, "x-unit", value, ("unit-added", "unit-removed", "unit-changed"))


def plain(chance: random.Random, document: JsonObject) -> list[Expected]:
    name, value, rule = chance.choice(_PLAIN)
    return _replaced(chance, document, name, value, (rule, rule, rule))


_PLAIN: Final[list[tuple[str, Json, str]]] = [
    ("description", "Other words.", "description-changed"),
    ("title", "Another title", "title-changed"),
    ("examples", ["another"], "example-changed"),
    ("default", "another", "default-changed"),
    ("pattern", "^[a-z]+$", "pattern-changed"),
    ("x-decimal-places", 3, "decimal-places-changed"),
    ("x-excludes", "another", "exclusion-changed"),
    ("x-enum-varnames", ["ANOTHER"], "enum-names-changed"),
    ("x-origin", "another", "extension-changed"),
    ("discriminator", {"propertyName": "another"}, "discriminator-changed"),
    ("multipleOf", 7, "constraint-changed"),
    ("uniqueItems", True, "constraint-changed"),
    ("contentEncoding", "base64", "constraint-changed"),
    ("not", {"const": "another"}, "constraint-changed"),
    ("readOnly", True, "read-only-changed"),
    ("writeOnly", True, "write-only-changed"),
    ("$comment", "A remark.", "comment-changed"),
    ("externalDocs", {"url": "https://example.com"}, "external-docs-changed"),
]


def deprecated(chance: random.Random, document: JsonObject) -> list[Expected]:
    names = ("deprecated", "no-longer-deprecated", "deprecated")
    return _replaced(chance, document, "deprecated", True, names)


def type_(chance: random.Random, document: JsonObject) -> list[Expected]:
    site = _site(chance, document)
    if site is None or not isinstance(site[1].get("type"), str):
        return []
    path, node = site
    if node["type"] in ("object", "array"):
        return []
    node["type"] = {"string": "boolean", "boolean": "integer", "integer": "string"}.get(node["type"], "string")
    return [("type-changed", f"{path}/type", f"{path}/type")]


def widened(chance: random.Random, document: JsonObject) -> list[Expected]:
    site = _site(chance, document)
    if site is None or site[1].get("type") not in ("integer", "string"):
        return []
    path, node = site
    node["type"] = "number" if node["type"] == "integer" else ["string", "boolean"]
    return [("type-widened", f"{path}/type", f"{path}/type")]


def null(chance: random.Random, document: JsonObject) -> list[Expected]:
    site = _site(chance, document)
    if site is None or "type" not in site[1] or "enum" in site[1] or "oneOf" in site[1]:
        return []
    path, node = site
    if isinstance(node["type"], str):
        node["type"] = [node["type"], "null"]
        return [("became-nullable", path, path)]
    node["type"] = [name for name in node["type"] if name != "null"]
    return [("no-longer-nullable", path, path)]


def _enumeration(chance: random.Random, document: JsonObject) -> tuple[str, JsonObject]:
    return chance.choice([(path, node) for path, node in used(document, "schema") if "enum" in node])


def value_added(chance: random.Random, document: JsonObject) -> list[Expected]:
    path, node = _enumeration(chance, document)
    node["enum"].insert(chance.randrange(len(node["enum"]) + 1), "quite_another")
    return [("enum-value-added", f"{path}/enum", f"{path}/enum")]


def value_removed(chance: random.Random, document: JsonObject) -> list[Expected]:
    path, node = _enumeration(chance, document)
    if node["enum"].pop(chance.randrange(len(node["enum"]))) is None:
        return []
    return [("enum-value-removed", f"{path}/enum", f"{path}/enum")]


def enum_opened(chance: random.Random, document: JsonObject) -> list[Expected]:
    path, node = _enumeration(chance, document)
    if None in node["enum"]:
        return []
    del node["enum"]
    return [("enum-opened", f"{path}/enum", path)]


def enum_closed(chance: random.Random, document: JsonObject) -> list[Expected]:
    site = _site(chance, document)
    if site is None or "enum" in site[1] or isinstance(site[1].get("type"), list):
        return []
    path, node = site
    node["enum"] = ["one", "other"]
    return [("enum-closed", path, f"{path}/enum")]


def bound(chance: random.Random, document: JsonObject) -> list[Expected]:
    site = _site(chance, document)
    if site is None:
        return []
    path, node = site
    name = chance.choice(["maximum", "maxLength", "maxItems", "minimum", "minLength", "minItems"])
    had = name in node
    by = chance.choice([-1, 1])
    node[name] = node[name] + by if had else 5
    tighter = not had or (by < 0) == name.startswith("max")
    rule = "bound-tightened" if tighter else "bound-loosened"
    return keyword(rule, path, name, before=had, after=True)


EDITS: Final[tuple[Edit, ...]] = (
    *(format_, unit, plain, plain, plain, deprecated, type_, widened, null),
    *(value_added, value_removed, enum_opened, enum_closed, bound),
)
