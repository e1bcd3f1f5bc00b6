"""SDK methods join the operations they stand for, as ``x-sdk``; they also name operations that no page gave an id."""

from collections.abc import Sequence

from generator.document import METHODS, operations
from generator.model import Finding, Fragment, JsonObject
from generator.rules.sdk import attach


def attach_methods(document: JsonObject, fragments: Sequence[Fragment]) -> tuple[JsonObject, list[Finding]]:
    """The document with ``x-sdk`` where a method was matched, and a finding for each method that was not."""
    origins = [(f, i, m) for f in fragments for i, m in enumerate(f.document.get("x-sdk-methods", ()))]
    matched, unmatched = attach([m for _, _, m in origins], list(operations(document)))
    paths = {
        path: {
            key: _named(_with_sdk(child, matched.get((path, key)))) if key in METHODS else child
            for key, child in item.items()
        }
        for path, item in document["paths"].items()
    }
    findings = []
    for fragment, index, method in origins:
        if method in unmatched:
            line = fragment.lines.get(f"/x-sdk-methods/{index}")
            where = f"{fragment.label}:{line}" if line else fragment.label
            what = f"{method.get('class')}.{method.get('method')} stands for no operation of these pages"
            findings.append(
                Finding("sdk-method-unmatched", where, what, "add the page of its operation, or leave this one out")
            )
    return {**document, "paths": paths}, findings


def _with_sdk(operation: JsonObject, method: JsonObject | None) -> JsonObject:
    if method is None:
        return operation
    name = ".".join(part for part in (method.get("class"), method.get("method")) if part)
    facts = {key: value for key, value in method.items() if key not in ("class", "method", "deprecated")}
    operation = {**operation, "x-sdk": {**operation.get("x-sdk", {}), "python": {"method": name, **facts}}}
    return {**operation, "deprecated": True} if method.get("deprecated") else operation


def _named(operation: JsonObject) -> JsonObject:
    sdk = operation.get("x-sdk", {}).get("python", {})
    if "operationId" in operation or not sdk.get("method"):
        return operation
    return {**operation, "operationId": sdk["method"].rpartition(".")[2]}
