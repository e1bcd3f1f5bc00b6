"""Edits of what schemas are made of: fields, unions, references, names of components."""

import json
import random
from typing import Final

from generator.model import JsonObject
from tests.generator.diff.mutations.edit import NOWHERE, Edit, Expected, pick, used


def _owner(chance: random.Random, document: JsonObject) -> tuple[str, JsonObject] | None:
    owners = [(path, node) for path, node in used(document, "schema") if node.get("properties")]
    return owners[chance.randrange(len(owners))] if owners else None


def added(chance: random.Random, document: JsonObject) -> list[Expected]:
    found = _owner(chance, document)
    if found is None:
        return []
    path, node = found
    node["properties"]["something_new"] = {"type": "string"}
    required = chance.random() < 0.5
    if required:
        node.setdefault("required", []).append("something_new")
    rule = "required-property-added" if required else "optional-property-added"
    return [(rule, NOWHERE, f"{path}/properties/something_new")]


def removed(chance: random.Random, document: JsonObject) -> list[Expected]:
    found = _owner(chance, document)
    if found is None:
        return []
    path, node = found
    name = chance.choice(list(node["properties"]))
    del node["properties"][name]
    required = name in node.get("required", [])
    if required:
        node["required"].remove(name)
    rule = "required-property-removed" if required else "optional-property-removed"
    return [(rule, f"{path}/properties/{name}", NOWHERE)]


def renamed(chance: random.Random, document: JsonObject) -> list[Expected]:
    found = _owner(chance, document)
    if found is None:
        return []
    path, node = found
    name = chance.choice(list(node["properties"]))
    node["properties"] = {key + "_now" if key == name else key: value for key, value in node["properties"].items()}
    if name in node.get("required", []):
        node["required"][node["required"].index(name)] += "_now"
    return [("property-renamed", f"{path}/properties/{name}", f"{path}/properties/{name}_now")]


def required(chance: random.Random, document: JsonObject) -> list[Expected]:
    found = _owner(chance, document)
    if found is None:
        return []
    path, node = found
    name = chance.choice(list(node["properties"]))
    place = f"{path}/properties/{name}"
    if name in node.get("required", []):
        node["required"].remove(name)
        return [("property-became-optional", place, place)]
    node.setdefault("required", []).append(name)
    return [("property-became-required", place, place)]


def refused(chance: random.Random, document: JsonObject) -> list[Expected]:
    found = _owner(chance, document)
    if found is None or "additionalProperties" in found[1]:
        return []
    path, node = found
    node["additionalProperties"] = False
    return [("more-fields-refused", path, f"{path}/additionalProperties")]


def member_added(chance: random.Random, document: JsonObject) -> list[Expected]:
    unions = [(path, node) for path, node in used(document, "schema") if "oneOf" in node]
    if not unions:
        return []
    path, node = unions[chance.randrange(len(unions))]
    node["oneOf"].append({"type": "boolean"})
    return [("union-member-added", NOWHERE, f"{path}/oneOf/{len(node['oneOf']) - 1}")]


def retargeted(chance: random.Random, document: JsonObject) -> list[Expected]:
    found = pick(chance, document, "schema")
    names = [f"#/components/schemas/{name}" for name in document["components"]["schemas"]]
    if found is None or "$ref" not in found[1]:
        return []
    path, node = found
    # As a member of several it is another member that came, and one that went.
    other = chance.choice(names)
    if other == node["$ref"] or path.split("/")[-2] in ("oneOf", "anyOf", "allOf"):
        return []
    node["$ref"] = other
    return [("reference-changed", f"{path}/$ref", f"{path}/$ref")]


def component_renamed(chance: random.Random, document: JsonObject) -> list[Expected]:
    name = chance.choice(list(document["components"]["schemas"]))
    there = f"/components/schemas/{name}"
    text = json.dumps(document).replace(f'"#{there}"', f'"#{there}Now"')
    document.clear()
    document.update(json.loads(text))
    schemas = document["components"]["schemas"]
    schemas[f"{name}Now"] = schemas.pop(name)
    return [("schema-renamed", there, f"{there}Now")]


def component_added(chance: random.Random, document: JsonObject) -> list[Expected]:
    section, rule = chance.choice(
        [("schemas", "schema-added"), ("headers", "component-added"), ("parameters", "component-added")]
    )
    document["components"].setdefault(section, {})["SomethingNew"] = {"description": "Nothing yet."}
    return [(rule, NOWHERE, f"/components/{section}/SomethingNew")]


def reordered(chance: random.Random, document: JsonObject) -> list[Expected]:
    """The order of fields, of required names and of values says nothing; the one new field does."""
    for _, node in used(document, "schema"):
        for name in ("required", "enum"):
            if name in node and "x-enum-varnames" not in node:
                chance.shuffle(node[name])
        if "properties" in node:
            keys = list(node["properties"])
            chance.shuffle(keys)
            node["properties"] = {key: node["properties"][key] for key in keys}
    return added(chance, document)


EDITS: Final[tuple[Edit, ...]] = (
    *(added, removed, renamed, required, refused, member_added),
    *(retargeted, component_renamed, component_added, reordered),
)
