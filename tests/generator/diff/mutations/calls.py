"""Edits of operations and their parameters."""

import random
from typing import Final

from generator.document import METHODS, escape, operations, pointer
from generator.model import JsonObject
from tests.generator.diff.mutations.edit import NOWHERE, Edit, Expected, keyword, pick


def _operation(chance: random.Random, document: JsonObject) -> tuple[str, str, JsonObject]:
    return chance.choice(list(operations(document)))


def removed(chance: random.Random, document: JsonObject) -> list[Expected]:
    path, method, _ = _operation(chance, document)
    del document["paths"][path][method]
    return [("operation-removed", pointer("paths", path, method), NOWHERE)]


def added(chance: random.Random, document: JsonObject) -> list[Expected]:
    path = chance.choice(list(document["paths"]))
    if "trace" in document["paths"][path]:
        return []
    document["paths"][path]["trace"] = {"operationId": "something_new", "responses": {"200": {"description": "Fine."}}}
    return [("operation-added", NOWHERE, pointer("paths", path, "trace"))]


def moved(chance: random.Random, document: JsonObject) -> list[Expected]:
    old = chance.choice(list(document["paths"]))
    new = "/moved" + old
    item = document["paths"][new] = document["paths"].pop(old)
    places = [(pointer("paths", old, m), pointer("paths", new, m)) for m in METHODS if m in item]
    return [("operation-path-changed", *place) for place in places]


def placeholder(chance: random.Random, document: JsonObject) -> list[Expected]:
    old = "account_id"
    path = chance.choice(list(document["paths"]))
    new = path.replace(f"{{{old}}}", "{account}")
    if new == path:
        return []
    item = document["paths"][new] = document["paths"].pop(path)
    found: list[Expected] = []
    for where, node in (("", item), *((f"/{m}", item[m]) for m in METHODS if m in item)):
        for number, one in enumerate(node.get("parameters", [])):
            if one.get("name") == old:
                one["name"] = "account"
                ends = (f"/paths/{escape(p)}{where}/parameters/{number}/name" for p in (path, new))
                found.append(("path-parameter-renamed", next(ends), next(ends)))
    return found


def keyworded(chance: random.Random, document: JsonObject) -> list[Expected]:
    name, value, rule = chance.choice(
        [
            ("operationId", "something_else", "operation-id-changed"),
            ("summary", "Other words", "summary-changed"),
            ("description", "Other words.", "description-changed"),
            ("tags", ["Another"], "operation-module-changed"),
            ("x-sdk", {"python": {"method": "another"}}, "sdk-method-changed"),
            ("x-origin", "another", "extension-changed"),
            ("callbacks", {"done": {}}, "field-changed"),
            ("security", [], "security-dropped"),
        ]
    )
    path, method, node = _operation(chance, document)
    had, place = name in node, pointer("paths", path, method)
    if had and node[name] == value:
        return []
    node[name] = value
    if name == "security":
        return [] if had or not document.get("security") else [(rule, "/security", f"{place}/security")]
    return keyword(rule, place, name, before=had, after=True)


def parameter_added(chance: random.Random, document: JsonObject) -> list[Expected]:
    path, method, node = _operation(chance, document)
    required = chance.random() < 0.5
    fresh = {"name": "zz", "in": "query", "required": required, "schema": {"type": "null"}}
    node.setdefault("parameters", []).append(fresh)
    rule = "required-parameter-added" if required else "optional-parameter-added"
    return [(rule, NOWHERE, pointer("paths", path, method, "parameters", len(node["parameters"]) - 1))]


def parameter_removed(chance: random.Random, document: JsonObject) -> list[Expected]:
    path, method, node = _operation(chance, document)
    given = node.get("parameters", [])
    if not given:
        return []
    number = chance.randrange(len(given))
    gone = given.pop(number)
    if "$ref" in gone:
        return []
    rule = "required-parameter-removed" if gone.get("required") else "optional-parameter-removed"
    return [(rule, pointer("paths", path, method, "parameters", number), NOWHERE)]


def parameter_edited(chance: random.Random, document: JsonObject) -> list[Expected]:
    found = pick(chance, document, "parameter")
    if found is None or found[1].get("in") != "query":
        return []
    path, node = found
    kind = chance.choice(["name", "in", "style", "required", "deprecated", "example", "description"])
    had = kind in node
    if kind == "required":
        rule = "parameter-became-optional" if node.get("required") else "parameter-became-required"
        node["required"] = not node.get("required", False)
        return [(rule, path, path)]
    if node.get(kind) is True:
        return []
    node[kind] = {"name": f"{node['name']}_now", "in": "header", "style": "pipeDelimited"}.get(kind, True)
    rule = {
        "name": "parameter-renamed",
        "in": "parameter-moved",
        "style": "parameter-style-changed",
        "deprecated": "deprecated",
        "example": "example-changed",
        "description": "description-changed",
    }[kind]
    return keyword(rule, path, kind, before=had, after=True)


EDITS: Final[tuple[Edit, ...]] = (
    *(removed, added, moved, placeholder, keyworded, parameter_added, parameter_removed),
    *(parameter_edited, parameter_edited),
)
