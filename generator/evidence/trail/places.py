"""Everything in a document that has a name people call it by."""

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from generator.document import METHODS, pointer
from generator.evidence.trail.keyed import Keyed
from generator.model import Json, JsonObject

_TOP: Final = ("info", "servers", "security")
#: How an enumeration's empty value is called.
_EMPTY: Final = '""'
_COMPONENTS: Final = {"responses": "answer", "headers": "header", "securitySchemes": "security scheme"}


@frozen
class Place:
    """``words`` is its name in parts (``Position``, ``qty``; an operation and a status); ``keyed`` is where it stands
    in the keyed document, ``pointer`` where in the document itself."""

    words: tuple[str, ...]
    kind: str
    keyed: str
    pointer: str

    @property
    def name(self) -> str:
        """As people write it: ``Position.qty``, ``close_position 200``."""
        return (" " if self.kind in ("answer", "body") else ".").join(self.words)


def places(document: Keyed) -> list[Place]:
    """The document's schemas, fields and values, operations, parameters, bodies and answers."""
    return list(_places(document))


def _places(document: Keyed) -> Iterator[Place]:
    whole = document.document
    for path, item in whole.get("paths", {}).items():
        for method in METHODS:
            if method in item:
                yield from _operation(document, item[method], pointer("paths", path, method), f"{method} {path}")
    components = whole.get("components", {})
    for name, schema in components.get("schemas", {}).items():
        yield from _schema(document, schema, pointer("components", "schemas", name), (name,), "schema")
    for section, kind in _COMPONENTS.items():
        for name in components.get(section, {}):
            yield _place(document, (name,), kind, pointer("components", section, name))
    yield from (_place(document, (key,), "document", f"/{key}") for key in _TOP if key in whole)


def _place(document: Keyed, words: tuple[str, ...], kind: str, at: str) -> Place:
    return Place(words, kind, at, document.original(at))


def _operation(document: Keyed, operation: JsonObject, at: str, unnamed: str) -> Iterator[Place]:
    name = str(operation.get("operationId", unnamed))
    yield _place(document, (name,), "operation", at)
    for key, parameter in operation.get("parameters", {}).items():
        here, words = at + pointer("parameters", key), (name, str(parameter.get("name")))
        yield _place(document, words, "parameter", here)
        yield from _inside(document, parameter.get("schema"), f"{here}/schema", words)
    if "requestBody" in operation:
        here = f"{at}/requestBody"
        yield _place(document, (name, "body"), "body", here)
        yield from _content(document, operation["requestBody"], here, (name,))
    for status, answer in operation.get("responses", {}).items():
        here = at + pointer("responses", status)
        yield _place(document, (name, status), "answer", here)
        yield from _content(document, answer, here, (name, status))


def _content(document: Keyed, holder: JsonObject, at: str, words: tuple[str, ...]) -> Iterator[Place]:
    for media, content in holder.get("content", {}).items():
        yield from _inside(document, content.get("schema"), at + pointer("content", media, "schema"), words)


def _schema(document: Keyed, schema: Json, at: str, words: tuple[str, ...], kind: str) -> Iterator[Place]:
    yield _place(document, words, kind, at)
    yield from _inside(document, schema, at, words)


def _inside(document: Keyed, schema: Json, at: str, words: tuple[str, ...]) -> Iterator[Place]:
    """What a schema that is written out here defines; a reference's target has a name of its own."""
    if not isinstance(schema, dict):
        return
    for name, member in schema.get("properties", {}).items():
        yield from _schema(document, member, at + pointer("properties", name), (*words, name), "field")
    for value in schema.get("enum", {}):
        yield Place((*words, value or _EMPTY), "value", at + pointer("enum", value), document.original(f"{at}/enum"))
    yield from _inside(document, schema.get("items"), f"{at}/items", words)
    for keyword in ("allOf", "anyOf", "oneOf"):
        for index, member in enumerate(schema.get(keyword, ())):
            yield from _inside(document, member, f"{at}/{keyword}/{index}", words)
