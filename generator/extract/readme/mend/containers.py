"""Null where something should stand says nothing; an empty list where a map belongs (or the reverse) is empty."""

from typing import Final

from generator.document import SHAPES
from generator.extract.readme.mend.told import Again, Tell, without
from generator.model import JsonObject
from generator.rules.uses import UNIONS

#: Lists whose items have no shape.
_LISTS: Final = {"document": ("servers", "tags", "security"), "path": ("servers",)}
_LISTS_OF_OPERATION: Final = ("servers", "tags", "security")
_PARAMETERS: Final = (("parameters", "operation"), ("parameters", "path"))
#: Not told: prose goes anyway; null may be the value of a sample.
_MAY_BE_NULL: Final = frozenset({"description", "summary", "externalDocs", "title", "example", "examples"})


def without_nulls(shape: str, node: JsonObject, tell: Tell, again: Again) -> JsonObject:
    """Without the keys that are null (a schema's own are mended later, where each is known)."""
    empty = [key for key, value in node.items() if value is None and not key.startswith("x-")]
    if shape == "schema":
        empty = [key for key in empty if key in SHAPES["schema"]]
    for key in [key for key in empty if key not in _MAY_BE_NULL]:
        tell("null-keyword", f"/{key}", "null states nothing: left out")
        node = without(node, key)
    if shape == "document" and isinstance(paths := node.get("paths"), dict) and None in paths.values():
        tell("null-keyword", "/paths", "a path that is null states nothing: left out")
        node = {**node, "paths": {path: item for path, item in paths.items() if item is not None}}
    for key, what in (("responses", "an answer"), ("properties", "a property")):
        children = node.get(key) if (shape, key) in (("operation", "responses"), ("schema", "properties")) else None
        if isinstance(children, dict) and None in children.values():
            tell("null-keyword", f"/{key}", f"{what} that is null is there, and nothing is said of it")
            node = {**node, key: {name: {} if child is None else child for name, child in children.items()}}
    return node


def of_the_right_kind(shape: str, node: JsonObject, tell: Tell, again: Again) -> JsonObject:
    """``[]`` for an empty map and ``{}`` for an empty list, as some writers of JSON give them."""
    if shape == "document":  # without paths there is no definition
        return _lists(node, _LISTS["document"], tell)
    for key, kind in SHAPES[shape].items():
        wanted: list[object] | dict[str, object] = {}
        if not isinstance(kind, str) and (key in (*UNIONS, "prefixItems") or (key, shape) in _PARAMETERS):
            wanted = []
        if node.get(key) in ([], {}) and type(node[key]) is not type(wanted):
            tell("empty-container", f"/{key}", "the empty list and the empty map were confused")
            node = {**node, key: wanted}
    return _lists(node, _LISTS_OF_OPERATION if shape == "operation" else _LISTS.get(shape, ()), tell)


def _lists(node: JsonObject, names: tuple[str, ...], tell: Tell) -> JsonObject:
    for key in names:
        if node.get(key) == {} and isinstance(node[key], dict):
            tell("empty-container", f"/{key}", "the empty list and the empty map were confused")
            node = {**node, key: []}
    return node
