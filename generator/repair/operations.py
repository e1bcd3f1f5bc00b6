"""Operations: every path parameter declared once, every response described, every operationId unique."""

from collections import Counter
from http import HTTPStatus
from typing import Final

from generator.document import METHODS, operations, pointer, resolve
from generator.model import Json, JsonObject, Repair
from generator.rules.names import template_parameters

#: Where a page writes a parameter's type beside its name, as Swagger 2 did.
_OF_SCHEMA: Final = ("type", "format", "enum", "default", "items", "minimum", "maximum", "pattern")
_CLASSES: Final = {"1": "Informational", "2": "Success", "3": "Redirection", "4": "Client error", "5": "Server error"}


def mend_response(response: JsonObject, status: str) -> tuple[JsonObject, list[tuple[str, str]]]:
    """OpenAPI requires a description of every response; pages' own wording is not kept, so the status names it."""
    if "$ref" in response or "description" in response:
        return response, []
    return {"description": status_phrase(status), **response}, []


def mend_carrier(node: JsonObject, kind: str) -> tuple[JsonObject, list[tuple[str, str]]]:
    """A parameter, header, body or media object: what OpenAPI requires of it and the page leaves out."""
    told: list[tuple[str, str]] = []
    if "$ref" in node:
        return node, told
    if kind == "body" and "content" not in node:
        node = {**node, "content": {}}
        told.append(("body-without-content", "the page names no media type: none is documented"))
    if kind in ("parameter", "header") and "schema" not in node and "content" not in node:
        stated = {key: node[key] for key in _OF_SCHEMA if key in node}
        node = {**{key: value for key, value in node.items() if key not in _OF_SCHEMA}, "schema": stated}
        told.append(("no-schema", "what stood beside the name is its schema" if stated else "it may be anything"))
    samples = node.get("examples")
    if kind != "body" and "examples" in node and not _named_samples(samples):
        listed = samples.items() if isinstance(samples, dict) else enumerate(samples or (), 1)
        named = {
            str(label): sample if _named_samples({label: sample}) else {"value": sample}
            for label, sample in (listed if isinstance(samples, dict | list) else [(1, samples)])
            if sample is not None
        }
        node = {**{key: value for key, value in node.items() if key != "examples"}, "examples": named}
        told.append(("samples-unnamed", "the samples stood where their names belong"))
    return node, told


def _named_samples(samples: Json) -> bool:
    known = {"value", "externalValue", "$ref", "summary", "description"}
    return isinstance(samples, dict) and all(isinstance(s, dict) and s.keys() & known for s in samples.values())


def status_phrase(status: str) -> str:
    """What a status means, in the words of the HTTP standard."""
    if status.isdigit():
        try:
            return HTTPStatus(int(status)).phrase
        except ValueError:
            return f"Status {status}"
    if status == "default":
        return "Any other status"
    return _CLASSES[status[0]] if status[:1] in _CLASSES and status[1:].upper() == "XX" else status


def mend_operations(document: JsonObject) -> tuple[JsonObject, list[Repair]]:
    """Responses and path parameters of every operation."""
    repairs: list[Repair] = []
    paths: JsonObject = {}
    for path, item in document.get("paths", {}).items():
        mended = dict(item)
        shared = _declared(item, document)
        if isinstance(item.get("parameters"), list):
            here = pointer("paths", path)
            mended["parameters"] = _parameters(item["parameters"], path, here, document, repairs)
        for method in METHODS:
            if method in item:
                here = pointer("paths", path, method)
                mended[method] = _operation(item[method], shared, path, here, document, repairs)
        paths[path] = mended
    return {**document, "paths": paths}, repairs


def _operation(
    operation: JsonObject, shared: set[str], path: str, here: str, document: JsonObject, repairs: list[Repair]
) -> JsonObject:
    operation = dict(operation)
    listed = _parameters(operation.get("parameters", []), path, here, document, repairs)
    known = shared | _declared(operation, document)
    for name in dict.fromkeys(template_parameters(path)):
        if name not in known:
            schema = {"type": "string"}
            listed.append(
                {"name": name, "in": "path", "required": True, "schema": schema, "x-inferred": "path-template"}
            )
            repairs.append(Repair("path-parameter-undeclared", here, f"{{{name}}} is in the path: declared as text"))
    if listed:
        operation["parameters"] = listed
    if not operation.get("responses"):
        operation["responses"] = {"default": {"description": status_phrase("default")}}
        repairs.append(Repair("no-responses", here, "the page names no answer: any answer is allowed"))
    return operation


def _parameters(
    listed: list[JsonObject], path: str, here: str, document: JsonObject, repairs: list[Repair]
) -> list[JsonObject]:
    kept: dict[tuple[Json, Json], JsonObject] = {}
    names = template_parameters(path)
    for parameter in listed:
        stated = resolve(document, parameter)
        key = (stated.get("name"), stated.get("in"))
        if key in kept:
            repairs.append(
                Repair("parameter-repeats", here, f"{key[0]} in {key[1]} was given twice: the first is kept")
            )
        elif key[1] == "path" and key[0] not in names:
            repairs.append(Repair("path-parameter-unused", here, f"{key[0]} is not in the path: left out"))
        elif key[1] == "path" and stated is parameter and stated.get("required") is not True:
            repairs.append(Repair("path-parameter-optional", here, f"{key[0]} is in the path, so it is required"))
            kept[key] = {**parameter, "required": True}
        else:
            kept[key] = parameter
    return list(kept.values())


def _declared(owner: JsonObject, document: JsonObject) -> set[str]:
    stated = [resolve(document, parameter) for parameter in owner.get("parameters", ())]
    return {str(parameter.get("name")) for parameter in stated if parameter.get("in") == "path"}


def mend_operation_ids(document: JsonObject) -> tuple[JsonObject, list[Repair]]:
    """An operationId given to several operations stays with the first; the others get their method and path added."""
    counts = Counter(o["operationId"] for _, _, o in operations(document) if "operationId" in o)
    repairs: list[Repair] = []
    seen: set[str] = set()
    paths = {path: dict(item) for path, item in document.get("paths", {}).items()}
    for path, method, operation in operations(document):
        name = operation.get("operationId")
        if name in seen:
            resource = "_".join(part for part in path.split("/") if part and not part.startswith("{"))
            unique = new = f"{name}_{method}_{resource}"
            number = 2
            while unique in counts or unique in seen:
                unique, number = f"{new}_{number}", number + 1
            repairs.append(Repair("operation-id-repeats", pointer("paths", path, method), f"{name} is now {unique}"))
            paths[path][method] = {**operation, "operationId": unique}
            name = unique
        seen.add(name) if name else None
    return {**document, "paths": paths}, repairs
