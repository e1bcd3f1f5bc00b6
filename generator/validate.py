"""Is it a valid OpenAPI 3.1 document, and does every sample in it fit its schema?"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from generator.document import get, objects, pointer, rewrite
from generator.errors import DocumentError
from generator.model import Finding, Fragment, Json, JsonObject

_ROOT: Final = "urn:document"


def check_document(document: JsonObject, label: str) -> None:
    """``DocumentError`` with the place of the first mistake if it is not valid OpenAPI 3.1."""
    for error in OpenAPIV31SpecValidator(document).iter_errors():
        cause = best_match(error.context) if error.context else None
        place, what = _bad_schema(document) or (pointer(*error.absolute_path), (cause or error).message)
        raise DocumentError(label, place, what[:300], "correct the page, or add an overlay")


def _bad_schema(document: JsonObject) -> tuple[str, str] | None:
    """The first schema that is none: of these the validator only says where in the schema, not where it stands."""
    meta = Draft202012Validator(Draft202012Validator.META_SCHEMA)
    for path, schema, _ in objects(document, "schema"):
        if (error := best_match(meta.iter_errors(schema))) is not None:
            return path + pointer(*error.absolute_path), error.message
    return None


def check_samples(document: JsonObject, label: str) -> list[Finding]:
    """A finding for every sample that its own schema refuses."""
    resource = Resource.from_contents(document, default_specification=DRAFT202012)
    registry: Registry[Any] = Registry().with_resource(_ROOT, resource)
    findings = []
    for path, schema, samples in _samples(document):
        validator = Draft202012Validator(_absolute_refs(schema), registry=registry)
        for where, sample in samples:
            error = best_match(validator.iter_errors(sample))
            if error is not None:
                place = "$" + "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in error.absolute_path)
                findings.append(
                    Finding(
                        "example-contradicts-schema",
                        f"{label}: {path}/{where}",
                        f"{error.message[:200]} @ {place}",
                        "replace the example by an overlay, or correct the schema",
                    )
                )
    return sorted(findings, key=lambda finding: finding.where)


def _samples(document: JsonObject) -> Iterator[tuple[str, JsonObject, list[tuple[str, Json]]]]:
    for shape in ("media", "parameter", "header"):
        for path, node, _ in objects(document, shape):
            given = [("example", node["example"])] if "example" in node else []
            named = node.get("examples")
            if isinstance(named, dict):
                given += [
                    (f"examples/{n}", e["value"]) for n, e in named.items() if isinstance(e, dict) and "value" in e
                ]
            if given and isinstance(node.get("schema"), dict):
                yield path, node["schema"], given
    for path, node, _ in objects(document, "schema"):
        given = [("example", node["example"])] if "example" in node else []
        listed = node.get("examples")
        given += [(f"examples/{i}", value) for i, value in enumerate(listed)] if isinstance(listed, list) else []
        if "default" in node:
            given.append(("default", node["default"]))
        if given:
            yield path, node, given


def _absolute_refs(schema: JsonObject) -> JsonObject:
    def visit(shape: str, node: JsonObject, path: str, name: str) -> Json:
        ref = node.get("$ref")
        return {**node, "$ref": _ROOT + ref} if isinstance(ref, str) and ref.startswith("#") else node

    rewritten: JsonObject = rewrite(schema, visit, "schema")
    return rewritten


def on_its_page(error: DocumentError, fragments: Sequence[Fragment]) -> DocumentError:
    """The same error with the pages (and lines) that say what is wrong, as far as any can be found."""
    tokens = error.pointer.split("/")
    for length in range(len(tokens), 2, -1):
        path = "/".join(tokens[:length])
        pages = [place for fragment in fragments if (place := _line(fragment, path))]
        if pages:
            where = f"{error.where} ({', '.join(pages[:3])})"
            return DocumentError(where, error.pointer, error.what, error.todo)
    return error


def _line(fragment: Fragment, path: str) -> str:
    try:
        get(fragment.document, path)
    except KeyError:
        return ""
    around = [key for key in fragment.lines if path == key or path.startswith(key + "/")]
    return f"{fragment.label}:{fragment.lines[max(around, key=len)]}" if around else fragment.label
