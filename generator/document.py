"""Plain-JSON documents: walk them, point into them, resolve local references, put them in one canonical form."""

from collections.abc import Callable, Iterator
from typing import Final

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


def walk(node: Json, path: str = "") -> Iterator[tuple[str, Json]]:
    """Every value below ``node`` with its pointer, parents first, without recursion."""
    stack = [(path, node)]
    while stack:
        here, value = stack.pop()
        yield here, value
        if isinstance(value, dict):
            stack.extend((f"{here}/{escape(str(key))}", child) for key, child in reversed(value.items()))
        elif isinstance(value, list):
            stack.extend((f"{here}/{i}", child) for i, child in reversed(list(enumerate(value))))


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


_TOP = ("openapi", "info", "servers", "security", "tags", "paths", "components")
_OPERATION = (
    "operationId",
    "summary",
    "description",
    "deprecated",
    "tags",
    "security",
    "parameters",
    "requestBody",
    "responses",
)
_SCHEMA = ("$ref", "type", "format", "enum", "const", "description", "default", "required", "properties", "items")
_PARAMETER = ("name", "in", "description", "required", "style", "explode", "schema")
_FIRST = {key: i for i, key in enumerate(dict.fromkeys((*_TOP, *_PARAMETER, *_OPERATION, *_SCHEMA)))}
#: Under these keys the children are names the pages chose or sample values, and keep the order they came in.
_NAMED = frozenset({"properties", "example", "examples", "default", "const", "enum", "value", "patternProperties"})


def canonical(document: JsonObject) -> JsonObject:
    """The same document in one order: known keywords first, then the rest by name; names sorted in components and paths.

    Properties keep their order (it is the page's, and people read them in it), and so do samples.
    """
    return _canonical(document, _keyword_order)  # type: ignore[no-any-return]


def _keyword_order(key: str) -> tuple[int, str]:
    return (_FIRST.get(key, len(_FIRST)), key)


def _method_order(key: str) -> tuple[int, str]:
    return (METHODS.index(key) + 1 if key in METHODS else 0, key)


def _canonical(node: Json, order: Callable[[str], tuple[int, str]] | None) -> Json:
    if isinstance(node, list):
        return [_canonical(child, order) for child in node]
    if not isinstance(node, dict):
        return node
    keys = list(node) if order is None else sorted(node, key=order)
    return {key: _canonical_child(key, node[key], order) for key in keys}


def _canonical_child(key: str, child: Json, order: Callable[[str], tuple[int, str]] | None) -> Json:
    if order is None:  # inside a sample: leave everything as it is
        return child
    if key == "properties" and isinstance(child, dict):
        return {name: _canonical(schema, _keyword_order) for name, schema in child.items()}
    if key in _NAMED:
        return child
    if key == "paths" and isinstance(child, dict):
        return {path: _canonical(child[path], _method_order) for path in sorted(child)}
    if key in METHODS:
        return _canonical(child, _keyword_order)
    if key in ("components", "responses", "schemas", "headers", "content", "parameters") and isinstance(child, dict):
        return {name: _canonical(child[name], _keyword_order) for name in sorted(child)}
    return _canonical(child, _keyword_order)
