"""The shared parts themselves: what came, what went, what goes by another name, and what nobody uses."""

from collections.abc import Container, Iterator
from typing import Final, TypeAlias

from generator.diff.documents import Documents, same_scheme
from generator.diff.matching import never
from generator.diff.schema import as_object
from generator.diff.values import Pair, Side
from generator.diff.walk.child import Child, pairs
from generator.document import pointer
from generator.model import Json, JsonObject

Key: TypeAlias = tuple[str, str | None, str | None]
#: Sections whose entries are laid side by side where an operation uses them, and the shape they have there.
_SHAPES: Final = {"parameters": "parameter", "headers": "header", "responses": "response", "requestBodies": "body"}


def shared(documents: Documents, known: Container[Key]) -> Iterator[Child]:
    referred = {*_references(documents.base), *_references(documents.revision)}
    yield from ((pair, None) for pair in _schemas(documents, known, referred))
    for section, shape in _SHAPES.items():
        for pair in pairs("component", _section(documents.base, section), _section(documents.revision, section), never):
            if pair.base is None or pair.revision is None:
                yield pair, None
            else:
                yield from ((found, None) for found in _unlaid(shape, pair.base, pair.revision, known, referred))
    schemes = (_section(document, "securitySchemes") for document in (documents.base, documents.revision))
    yield from ((pair, None) for pair in pairs("scheme", next(schemes), next(schemes), same_scheme))
    ends = (Side(d.get("components") or {}, "/components") for d in (documents.base, documents.revision))
    yield Pair("components", next(ends), next(ends)), None


def _schemas(documents: Documents, known: Container[Key], referred: Container[str]) -> Iterator[Pair]:
    old, new = (_section(document, "schemas") for document in (documents.base, documents.revision))
    became = documents.schemas
    for name, side in old.items():
        after = new[became[name]] if name in became else None
        yield Pair("named-schema", side, after)
        if after is not None:
            yield from _unlaid("schema", side, after, known, referred)
    yield from (Pair("named-schema", None, side) for name, side in new.items() if name not in became.values())


def _unlaid(shape: str, base: Side, revision: Side, known: Container[Key], referred: Container[str]) -> Iterator[Pair]:
    """What no operation has in both documents; if something refers to it, it is judged as if it were in any message."""
    if (shape, base.pointer, revision.pointer) not in known:
        used = f"#{base.pointer}" in referred or f"#{revision.pointer}" in referred
        yield Pair(shape if used else "unused", base, revision)


def _references(node: Json) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(ref := node.get("$ref"), str):
            yield ref
        for child in node.values():
            yield from _references(child)
    elif isinstance(node, list):
        for child in node:
            yield from _references(child)


def _section(document: JsonObject, section: str) -> dict[str, Side]:
    entries = (document.get("components") or {}).get(section) or {}
    return {name: Side(as_object(n), pointer("components", section, name), name) for name, n in entries.items()}
