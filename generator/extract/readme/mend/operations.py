"""Methods, statuses and operationIds as OpenAPI spells them; links and answers as OpenAPI builds them."""

import re
from typing import Final

from generator.document import METHODS
from generator.errors import PageError
from generator.extract.readme.mend.told import Again, Tell, without
from generator.model import Json, JsonObject
from generator.rules.names import checked, identifier, plain

_TARGETS: Final = ("operationId", "operationRef", "$ref")
_STATUS: Final = re.compile(r"[1-5](?:\d\d|XX)|default")


def methods(shape: str, node: JsonObject, tell: Tell, again: Again) -> JsonObject:
    """``GET`` is ``get``."""
    if shape == "path":
        for key in [key for key in node if key not in METHODS and key.lower() in METHODS and key.lower() not in node]:
            tell("method-spelled", f"/{key}", f"a method is written {key.lower()}")
            node = {**without(node, key), key.lower(): again(node[key], "operation", f"/{key}")}
    return node


def statuses(shape: str, node: JsonObject, tell: Tell, again: Again) -> JsonObject:
    """``4xx`` is ``4XX``, ``Default`` is ``default``."""
    answers = node.get("responses")
    if shape != "operation" or not isinstance(answers, dict):
        return node
    for status in [status for status in answers if not _STATUS.fullmatch(status)]:
        spelled = next((s for s in (status.strip().upper(), status.strip().lower()) if _STATUS.fullmatch(s)), None)
        if spelled and spelled not in answers:
            tell("status-spelled", "/responses", f"status {status!r} is written {spelled}")
            answers = {spelled if key == status else key: answer for key, answer in answers.items()}
            node = {**node, "responses": answers}
    return node


def operation_id(shape: str, node: JsonObject, tell: Tell, again: Again) -> JsonObject:
    """An operationId that is empty is none; one with spaces or an apostrophe is spelled as an identifier."""
    name = node.get("operationId")
    if shape != "operation" or not isinstance(name, str):
        return node
    if not name.strip():
        tell("operation-id-empty", "/operationId", "an empty operationId names nothing: left out")
        return without(node, "operationId")
    if (spelled := _identifier(name)) == name:
        return node
    tell("operation-id-spelled", "/operationId", f"{name!r} is {spelled} in code; as written: x-operation-id")
    return {**node, "operationId": spelled, "x-operation-id": name}


def links(shape: str, node: JsonObject, tell: Tell, again: Again) -> JsonObject:
    """Links follow an operationId that is spelled otherwise; one that leads nowhere is kept beside the links."""
    found = node.get("links")
    if shape not in ("response", "components") or not isinstance(found, dict):
        return node
    kept = {name: _link(link) for name, link in found.items() if _leads(link)}
    if lost := {name: link for name, link in found.items() if name not in kept}:
        tell("link-without-target", "/links", f"{', '.join(lost)}: no operation is named: kept as x-links")
        node = {**node, "x-links": lost}
    return {**node, "links": kept} if kept else without(node, "links")


def answer_of_swagger(shape: str, node: JsonObject, tell: Tell, again: Again) -> JsonObject:
    """A response's schema stands in a media type; of an older dialect's, which names none, it is JSON."""
    if shape != "response" or not isinstance(node.get("schema"), dict) or "content" in node:
        return node
    tell("answer-without-media-type", "/schema", "the answer names no media type: taken as application/json")
    schema = again(node["schema"], "schema", "/schema")
    return {**without(node, "schema"), "content": {"application/json": {"schema": schema}}}


def _identifier(name: str) -> str:
    """Only a harmless name is spelled otherwise: what could be code is left for the checks to refuse."""
    if not re.search(r"[\s'’]", name):
        return name
    try:
        return identifier(checked(plain(name), "", ""))
    except PageError:
        return name


def _leads(link: Json) -> bool:
    return not isinstance(link, dict) or any(isinstance(link.get(key), str) for key in _TARGETS)


def _link(link: Json) -> Json:
    if isinstance(link, dict) and isinstance(name := link.get("operationId"), str):
        return {**link, "operationId": _identifier(name)}
    return link
