"""Plain-JSON documents: point into them, resolve local references, rewrite them knowing what each object is.

``SHAPES`` says where in an OpenAPI document the objects of each kind stand.  Everything that has to tell a schema from
a property that happens to be called ``schema`` goes through ``rewrite``, so that the knowledge is written down once.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from attrs import frozen

from generator.errors import DocumentError
from generator.model import Json, JsonObject

#: Deeper nesting than any real page has; walkers recurse, so this also keeps them inside Python's stack.
MAX_DEPTH: Final = 200
#: HTTP methods an OpenAPI path item may hold, in the order they are written.
METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def escape(token: str) -> str:
    """One JSON-pointer token (RFC 6901)."""
    return token.replace("~", "~0").replace("/", "~1")


def unescape(token: str) -> str:
    return token.replace("~1", "/").replace("~0", "~")


def pointer(*tokens: str | int) -> str:
    """``pointer('paths', '/a', 'get')`` is ``/paths/~1a/get``."""
    return "".join("/" + escape(str(token)) for token in tokens)


def get(document: Json, path: str) -> Json:
    """The value at a JSON pointer; ``KeyError`` if there is none."""
    node = document
    for token in path.split("/")[1:]:
        try:
            node = node[int(token)] if isinstance(node, list) else node[unescape(token)]
        except (IndexError, TypeError, ValueError):
            raise KeyError(path) from None
    return node


def depth_exceeds(node: Json, limit: int = MAX_DEPTH) -> bool:
    """Whether ``node`` nests deeper than ``limit``; iterative, so that it can be asked of anything."""
    level = [node]
    for _ in range(limit + 1):
        level = [
            child
            for value in level
            if isinstance(value, dict | list)
            for child in (value.values() if isinstance(value, dict) else value)
        ]
        if not level:
            return False
    return True


def resolve(document: JsonObject, node: Json, *, where: str = "document") -> Json:
    """Follow local ``$ref``s from ``node`` until something that is not a reference; a circle is an error."""
    seen: set[str] = set()
    while isinstance(node, dict) and isinstance(ref := node.get("$ref"), str):
        if ref in seen:
            raise DocumentError(where, ref, "reference leads back to itself", "break the circle")
        seen.add(ref)
        if not ref.startswith("#/"):
            raise DocumentError(where, ref, "reference leaves the document", "only '#/...' references are followed")
        try:
            node = get(document, ref[1:])
        except KeyError:
            raise DocumentError(where, ref, "reference leads nowhere", "define it or correct the reference") from None
    return node


def operations(document: JsonObject) -> Iterator[tuple[str, str, JsonObject]]:
    """``(path, method, operation)`` for every operation."""
    for path, item in document.get("paths", {}).items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


@frozen
class Each:
    """The children of a map (by name) or of a list are all of this shape."""

    shape: str


Shape = str | Each
_SCHEMAS: Final = Each("schema")
SHAPES: Final[Mapping[str, Mapping[str, Shape]]] = {
    "document": {"paths": Each("path"), "webhooks": Each("path"), "components": "components"},
    "components": {
        "schemas": _SCHEMAS,
        "responses": Each("response"),
        "parameters": Each("parameter"),
        "requestBodies": Each("body"),
        "headers": Each("header"),
        "callbacks": Each("callback"),
        "pathItems": Each("path"),
    },
    "callback": {"*": "path"},
    "path": {**dict.fromkeys(METHODS, "operation"), "parameters": Each("parameter")},
    "operation": {
        "parameters": Each("parameter"),
        "requestBody": "body",
        "responses": Each("response"),
        "callbacks": Each("callback"),
    },
    "parameter": {"schema": "schema", "content": Each("media")},
    "header": {"schema": "schema", "content": Each("media")},
    "body": {"content": Each("media")},
    "response": {"headers": Each("header"), "content": Each("media")},
    "media": {"schema": "schema", "encoding": Each("encoding")},
    "encoding": {"headers": Each("header")},
    "schema": {
        **dict.fromkeys(("properties", "patternProperties", "dependentSchemas", "$defs"), _SCHEMAS),
        **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), _SCHEMAS),
        **dict.fromkeys(("items", "additionalProperties", "not", "contains", "propertyNames"), "schema"),
        **dict.fromkeys(("if", "then", "else", "unevaluatedItems", "unevaluatedProperties"), "schema"),
    },
}

#: Called with (shape, node, pointer, name); gives the node to put in its place.  ``name`` is what the object is called
#: where it stands: the property, parameter, header or component; list items and union members inherit it.
Visit = Callable[[str, JsonObject, str, str], Json]


def rewrite(node: Json, visit: Visit, shape: str = "document", path: str = "", name: str = "") -> Json:
    """A copy of ``node`` with ``visit`` applied to every object that has a shape, children first."""
    if not isinstance(node, dict):
        return node
    table = SHAPES[shape]
    everything = table.get("*")
    if shape == "parameter" and isinstance(node.get("name"), str):
        name = node["name"]
    copy: JsonObject = {}
    for key, child in node.items():
        kind = table.get(key, everything)
        if kind is None:
            copy[key] = child
        elif isinstance(kind, str):
            copy[key] = rewrite(child, visit, kind, f"{path}/{escape(key)}", key if shape == "callback" else name)
        elif isinstance(child, dict):
            here = f"{path}/{escape(key)}"
            copy[key] = {k: rewrite(v, visit, kind.shape, f"{here}/{escape(k)}", k) for k, v in child.items()}
        elif isinstance(child, list):
            here = f"{path}/{escape(key)}"
            copy[key] = [rewrite(v, visit, kind.shape, f"{here}/{i}", name) for i, v in enumerate(child)]
        else:
            copy[key] = child
    return visit(shape, copy, path, name)


def objects(document: Json, wanted: str, shape: str = "document") -> list[tuple[str, JsonObject, str]]:
    """``(pointer, object, name)`` of every object of one shape, outermost first where they nest."""
    found: list[tuple[str, JsonObject, str]] = []

    def note(kind: str, node: JsonObject, path: str, name: str) -> Json:
        if kind == wanted:
            found.append((path, node, name))
        return node

    rewrite(document, note, shape)
    return sorted(found, key=lambda item: item[0].count("/"))


_ORDER: Final[Mapping[str, tuple[str, ...]]] = {
    "document": ("openapi", "info", "servers", "security", "tags", "paths", "components"),
    "operation": (
        *("operationId", "summary", "description", "deprecated", "tags", "servers", "security"),
        *("parameters", "requestBody", "responses"),
    ),
    "parameter": ("$ref", "name", "in", "description", "required", "style", "explode", "schema", "example"),
    "header": ("$ref", "description", "required", "schema", "example"),
    "path": ("$ref", "servers", "parameters", *METHODS),
    "response": ("$ref", "description", "headers", "content"),
    "body": ("$ref", "description", "required", "content"),
    "media": ("schema", "example", "examples"),
    "schema": ("$ref", "type", "format", "enum", "const", "description", "default", "required", "properties", "items"),
}
#: Maps whose names are sorted; properties keep the page's order, because people read them in it.
_SORTED: Final = frozenset(
    {"paths", "schemas", "responses", "headers", "parameters", "requestBodies", "securitySchemes"}
)


def canonical(document: JsonObject) -> JsonObject:
    """The same document in one order: known keywords first, other keys by name, components and paths by name."""

    def order(shape: str, node: JsonObject, path: str, name: str) -> Json:
        first = _ORDER.get(shape, ())
        keys = sorted(node, key=lambda key: (first.index(key) if key in first else len(first), key))
        kept = {key: node[key] for key in keys}
        for key in _SORTED & kept.keys():
            if shape != "schema" and isinstance(kept[key], dict):
                kept[key] = dict(sorted(kept[key].items()))
        return kept

    return rewrite(document, order)  # type: ignore[no-any-return]
