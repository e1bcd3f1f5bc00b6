"""Keys that OpenAPI does not have where they stand become ``x-`` keys; a parameter's schema gets what is its own."""

from collections.abc import Mapping
from typing import Final

from generator.document import METHODS, SHAPES
from generator.extract.readme.mend.told import Again, Tell, without
from generator.model import JsonObject

_PROSE: Final = ("description", "summary", "externalDocs")
_KNOWN: Final[Mapping[str, frozenset[str]]] = {
    "operation": frozenset({*SHAPES["operation"], "tags", "operationId", "deprecated", "security", "servers"}),
    "path": frozenset({"$ref", "servers", "parameters", *METHODS}),
    "parameter": frozenset(
        "$ref name in required deprecated allowEmptyValue style explode allowReserved schema example examples"
        " content".split()
    ),
    "header": frozenset("$ref required deprecated style explode schema example examples content".split()),
    "body": frozenset({"$ref", "content", "required"}),
    "response": frozenset({"$ref", "headers", "content", "links"}),
    "media": frozenset({"schema", "example", "examples", "encoding"}),
    "encoding": frozenset({"contentType", "headers", "style", "explode", "allowReserved"}),
    "components": frozenset({*SHAPES["components"], "securitySchemes", "examples", "links"}),
}
#: What an older dialect writes beside a parameter's name.
_OF_SCHEMA: Final = frozenset(
    "type format enum default items minimum maximum pattern minLength maxLength minItems maxItems nullable".split()
)
_STYLES: Final[Mapping[str, frozenset[str]]] = {
    "path": frozenset({"matrix", "label", "simple"}),
    "query": frozenset({"form", "spaceDelimited", "pipeDelimited", "deepObject"}),
    "header": frozenset({"simple"}),
    "cookie": frozenset({"form"}),
}


def beside_a_schema(shape: str, node: JsonObject, tell: Tell, again: Again) -> JsonObject:
    """What stands beside a parameter's schema, or instead of it, and belongs into it."""
    stated = [key for key in node if key in _OF_SCHEMA]
    schema = node.get("schema", {})
    if shape not in ("parameter", "header") or not stated or node.keys() & {"$ref", "content"}:
        return node
    if not isinstance(schema, dict) or "$ref" in schema:
        return node
    for key in [key for key in stated if key not in schema]:
        tell("keyword-beside-schema", f"/{key}", "belongs into the schema: moved")
        schema = {**schema, key: node[key]}
        node = without(node, key)
    return {**node, "schema": again(schema, "schema", "/schema")}


def out_of_place(shape: str, node: JsonObject, tell: Tell, again: Again) -> JsonObject:
    """A style that the parameter's place does not have, and a second description of its content."""
    if shape not in ("parameter", "header") or "$ref" in node:
        return node
    styles = _STYLES["header"] if shape == "header" else _STYLES.get(str(node.get("in")))
    if "style" in node and styles is not None and isinstance(node["style"], str) and node["style"] not in styles:
        tell("style-out-of-place", "/style", f"there is no style {node['style']!r} here: kept as x-style")
        node = {**without(node, "style"), "x-style": node["style"]}
    if "schema" in node and "content" in node:
        tell("schema-and-content", "/content", "only one may be there: the content is kept as x-content")
        node = {**without(node, "content"), "x-content": node["content"]}
    return node


def unknown(shape: str, node: JsonObject, tell: Tell, again: Again) -> JsonObject:
    """Any other key, told and kept."""
    known = _KNOWN.get(shape)
    if known is None or "$ref" in node.keys() & known:
        return node
    for key in [key for key in node if not (key in known or key in _PROSE or key.startswith("x-"))]:
        if f"x-{key}" not in node:
            tell("unknown-key", f"/{key}", f"no key of OpenAPI here: kept as x-{key}")
            node = {f"x-{k}" if k == key else k: value for k, value in node.items()}
    return node
