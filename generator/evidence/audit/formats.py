"""Numbers that do not say how wide they are, and strings called like amounts that do not say that they are some."""

from collections.abc import Iterator

from generator.document import objects
from generator.evidence.audit.subject import Subject
from generator.model import Finding, JsonObject
from generator.rules.money import forgot_decimal

_NUMBERS = frozenset({"integer", "number"})
_SETTLED = ("format", "enum", "const")


def formats(subject: Subject) -> list[Finding]:
    """``number-without-format`` and ``amount-without-format``."""
    return list(_formats(subject))


def _formats(subject: Subject) -> Iterator[Finding]:
    for path, schema, name in objects(subject.way.spec.document, "schema"):
        where = f"{subject.name}: {path}"
        numbers = _kinds(schema) & _NUMBERS
        if numbers and not any(key in schema for key in _SETTLED):
            kind = min(numbers)
            todo = "say int32 or int64 by an overlay" if kind == "integer" else "say double or decimal by an overlay"
            yield Finding("number-without-format", where, f"{name or 'it'} is any {kind}", todo)
        if forgot_decimal(name, schema):
            yield Finding("amount-without-format", where, f"{name} is called like an amount", "say format: decimal")


def _kinds(schema: JsonObject) -> set[str]:
    kinds = schema.get("type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return {kind for kind in listed if isinstance(kind, str)}
