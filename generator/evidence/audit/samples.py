"""Samples: where they stand, and which of them their schema refuses."""

from collections.abc import Iterator

from generator.document import objects
from generator.evidence.audit.subject import Subject
from generator.model import Finding, Json, JsonObject

_CODE = "example-contradicts-schema"


def contradicted(subject: Subject) -> list[Finding]:
    """What the build's own validation found: it holds every example and default against its schema."""
    return [finding for finding in subject.way.spec.findings if finding.code == _CODE]


def samples(document: JsonObject) -> Iterator[tuple[str, JsonObject, Json]]:
    """``(pointer, schema, value)`` of every example and default."""
    for shape in ("media", "parameter", "header", "schema"):
        for path, node, _ in objects(document, shape):
            schema = node if shape == "schema" else node.get("schema")
            if isinstance(schema, dict):
                yield from ((f"{path}/{key}", schema, value) for key, value in _given(node))


def _given(node: JsonObject) -> Iterator[tuple[str, Json]]:
    yield from ((key, node[key]) for key in ("example", "default") if key in node)
    several = node.get("examples")
    if isinstance(several, list):
        yield from ((f"examples/{index}", value) for index, value in enumerate(several))
    elif isinstance(several, dict):
        named = ((key, entry) for key, entry in several.items() if isinstance(entry, dict))
        yield from ((f"examples/{key}", entry["value"]) for key, entry in named if "value" in entry)
