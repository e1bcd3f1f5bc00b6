"""Fields that an example shows and no schema names: the generated code would keep them as extras only."""

from collections.abc import Iterator, Sequence

from generator.evidence.audit.samples import samples
from generator.evidence.audit.subject import Subject
from generator.evidence.trail.difference import ABSENT, at
from generator.model import Finding, Json, JsonObject

_UNIONS = ("allOf", "anyOf", "oneOf")


def fields(subject: Subject) -> list[Finding]:
    """``field-without-schema``, of the document's examples and of those of its pages."""
    document = subject.way.spec.document
    findings = [
        _finding(f"{subject.name}: {place}", where)
        for place, schema, value in samples(document)
        for where in unnamed(document, [schema], value, "$")
    ]
    for source in subject.way.sources:
        for place, raw, value in samples(source.page.document):
            if not place.endswith("/default"):
                found = unnamed(source.page.document, [raw], value, "$")
                findings += [_finding(f"{source.page.label}: {place}", where) for where in found]
    return list(dict.fromkeys(findings))


def _finding(where: str, field: str) -> Finding:
    return Finding("field-without-schema", where, f"{field} is in no schema", "describe it by an overlay")


def unnamed(document: JsonObject, schemas: Sequence[Json], value: Json, where: str) -> Iterator[str]:
    """The places in ``value`` that none of the schemas it may have names."""
    forms = [form for schema in schemas for form in _forms(document, schema, set())]
    if isinstance(value, list):
        inner = [form["items"] for form in forms if "items" in form]
        for index, entry in enumerate(value if inner else ()):
            yield from unnamed(document, inner, entry, f"{where}[{index}]")
    elif isinstance(value, dict):
        named = [form["properties"] for form in forms if isinstance(form.get("properties"), dict)]
        rest = [form["additionalProperties"] for form in forms if isinstance(form.get("additionalProperties"), dict)]
        if not named or any("patternProperties" in form for form in forms):
            return  # a free-form object names nothing
        for key, entry in value.items():
            inner = [properties[key] for properties in named if key in properties] or rest
            if inner:
                yield from unnamed(document, inner, entry, f"{where}.{key}")
            else:
                yield f"{where}.{key}"


def _forms(document: JsonObject, schema: Json, seen: set[str]) -> Iterator[JsonObject]:
    """A schema and everything it is made of or may be."""
    if not isinstance(schema, dict):
        return
    ref = schema.get("$ref")
    if isinstance(ref, str):
        if ref in seen or not ref.startswith("#/") or at(document, ref[1:]) is ABSENT:
            return  # a circle, or a class that another page defines
        yield from _forms(document, at(document, ref[1:]), {*seen, ref})
    yield schema
    for keyword in _UNIONS:
        for member in schema.get(keyword, ()):
            yield from _forms(document, member, seen)
