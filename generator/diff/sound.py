"""Whether a document can be compared at all: objects where objects stand, lists where lists do, references that arrive.

Less than a validator asks and many times faster; what it lets through, every rule can look at.
"""

from collections.abc import Mapping
from typing import Final

from generator.document import METHODS, depth_exceeds, resolve, rewrite
from generator.errors import DocumentError
from generator.model import Json, JsonObject

_TODO: Final = "correct the document"
_KINDS: Final[Mapping[type, str]] = {dict: "a mapping", list: "a list", str: "text"}
#: What stands under a keyword, where it stands at all.
_EXPECTED: Final[Mapping[str, Mapping[str, type]]] = {
    "document": {
        **dict.fromkeys(("info", "paths", "components"), dict),
        **dict.fromkeys(("servers", "security", "tags"), list),
    },
    "components": dict.fromkeys(
        ("schemas", "responses", "parameters", "requestBodies", "headers", "securitySchemes"), dict
    ),
    "path": {"parameters": list, "servers": list, **dict.fromkeys(METHODS, dict)},
    "operation": dict.fromkeys(("parameters", "servers", "security", "tags"), list)
    | {"requestBody": dict, "responses": dict},
    "parameter": {"name": str, "in": str, "content": dict},
    "header": {"content": dict},
    "body": {"content": dict},
    "response": {"headers": dict, "content": dict},
    "media": {},
    "schema": dict.fromkeys(("enum", "allOf", "oneOf", "anyOf"), list) | {"properties": dict, "$ref": str},
}
#: Lists and maps whose entries have to be mappings themselves.
_OBJECTS: Final = frozenset(
    "paths servers security tags parameters responses content headers requestBodies securitySchemes".split()
)

#: Keywords that name things.
_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "document": ("security",),
    "operation": ("security", "tags"),
    "schema": ("type", "required"),
}


def check(document: Json, file: str) -> JsonObject:
    """The document; ``DocumentError`` with the first place that cannot be read."""
    if not isinstance(document, dict) or not isinstance(document.get("openapi"), str):
        raise DocumentError(file, "", "not an OpenAPI document", "give one that begins with `openapi: 3...`")
    if depth_exceeds(document):
        raise DocumentError(file, "", "nested deeper than can be followed", "flatten it")

    def visit(shape: str, node: JsonObject, path: str, _name: str) -> Json:
        for keyword, kind in _EXPECTED.get(shape, {}).items():
            _look(node, keyword, kind, file, path)
        if "$ref" in node:
            _look(node, "$ref", str, file, path)
            _follow(document, node, file, path)
        for keyword in _NAMES.get(shape, ()):
            _names(node, keyword, file, path)
        return node

    rewrite(document, visit)
    return document


def _names(node: JsonObject, keyword: str, file: str, path: str) -> None:
    """Text, or a list of texts; a security requirement has such lists under the names of its schemes."""
    value = node.get(keyword, [])
    lists = [scopes for one in value for scopes in one.values()] if keyword == "security" else [value]
    for names in lists:
        if not isinstance(names, str) and not (isinstance(names, list) and all(isinstance(n, str) for n in names)):
            raise DocumentError(file, f"{path}/{keyword}", "holds something that is not text", _TODO)


def _look(node: JsonObject, keyword: str, kind: type, file: str, path: str) -> None:
    if keyword not in node:
        return
    value: Json = node[keyword]
    if not isinstance(value, kind):
        raise DocumentError(file, f"{path}/{keyword}", f"is not {_KINDS[kind]}", _TODO)
    if not isinstance(value, dict | list):
        return
    if keyword in _OBJECTS and (path == "" or keyword != "tags"):  # an operation has the names of tags
        entries = value.values() if isinstance(value, dict) else value
        if not all(isinstance(entry, dict) for entry in entries):
            raise DocumentError(file, f"{path}/{keyword}", "holds something that is not a mapping", _TODO)


def _follow(document: JsonObject, node: JsonObject, file: str, path: str) -> None:
    try:
        resolve(document, node, where=file)
    except DocumentError as error:
        raise DocumentError(file, path, f"{error.pointer}: {error.what}", error.todo) from None
