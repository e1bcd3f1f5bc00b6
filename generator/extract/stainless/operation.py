"""One operation: where its parameters go, by rule, and what it is called.

a parameter                    goes
-----------------------------  ---------------------------------------------
named in the path's braces     into the path (``path-template``)
on GET or HEAD                 into the query (``get-query``)
on DELETE                      into an optional body (``delete-body``)
on POST, PUT, PATCH            into the body (``post-body``)
"""

import re
from typing import Final

from generator.document import pointer
from generator.errors import PageError
from generator.extract.stainless.answers import responses, trees
from generator.extract.stainless.blocks import Block
from generator.extract.stainless.classes import REF, Classes
from generator.extract.stainless.nesting import Node
from generator.extract.stainless.schemas import Reader
from generator.extract.stainless.tokens import Entry, Route, wire_name
from generator.extract.stainless.type_text import parse
from generator.model import JsonObject
from generator.rules.names import checked, template_parameters

_MEDIA: Final = "application/json"
_PATH: Final = re.compile(r"/(?:[A-Za-z0-9._~:@!$&()*+,;=%-]|\{[A-Za-z_][A-Za-z0-9_.-]*\}|/)*")


def checked_path(route: Route, page: str) -> str:
    """The path if it is one, every brace closed and no parameter named twice."""
    where = f"{page}:{route.line}"
    path = checked(route.path, where, pointer("paths", route.path[:80]))
    names = template_parameters(path)
    if not _PATH.fullmatch(path) or len(set(names)) != len(names):
        raise PageError(where, "", f"{path[:80]!r} is no path template", "correct it on the page")
    return path


def operation(block: Block, route: Route, classes: Classes) -> JsonObject:
    """The operation of a block that has a path."""
    found: JsonObject = {}
    if block.signature is not None:
        checked(block.signature.method, f"{classes.page}:{block.signature.line}", "/x-sdk")
        found["operationId"] = block.signature.method.rpartition(".")[2]
    if block.deprecated:
        found["deprecated"] = True
    # Answers first: a class that is both sent and returned is described by what is returned.
    answers = responses(block, classes)
    parameters, body = _parameters(block, route, classes)
    if parameters:
        found["parameters"] = parameters
    if body is not None:
        found["requestBody"] = body
    found["responses"] = answers
    if block.signature is not None:
        found["x-inferred"] = "operation-id"
        found["x-sdk"] = {"python": {"method": block.signature.method}}
    return found


def _parameters(block: Block, route: Route, classes: Classes) -> tuple[list[JsonObject], JsonObject | None]:
    reader = Reader(classes, sent=True)
    in_path = template_parameters(route.path)
    listed = trees(block.lists["parameters"], block.calls, classes, frozenset(in_path))
    nodes = [node for node in listed if node.entry.kind != "value"]
    found: list[JsonObject] = []
    rest: list[Node] = []
    for node in nodes:
        name = wire_name(node.entry.name)
        if node.entry.kind != "field":
            reader.top(node, ())
        elif (place := _in_path(node.entry.name, in_path)) is not None and all(p["name"] != place for p in found):
            schema = reader.field(node, ())
            mark = {"x-inferred": "path-template"}
            found.append({"name": place, "in": "path", "required": True, "schema": _own(schema), **mark})
        elif any(wire_name(other.entry.name) == name for other in rest):
            what = f"the parameter {name} is listed twice"
            classes.find("field-twice", node.entry.line, what, "see which of the two is right")
        else:
            rest.append(node)
    for name in in_path:
        if all(parameter["name"] != name for parameter in found):
            schema = _from_signature(name, block, reader)
            found.append(
                {"name": name, "in": "path", "required": True, "schema": schema, "x-inferred": "path-template"}
            )
    found.sort(key=lambda parameter: in_path.index(parameter["name"]))
    if route.verb in ("get", "head", "options"):
        return [*found, *(_query(node, reader) for node in rest)], None
    return found, _body(route.verb, rest, reader)


def _in_path(name: str, in_path: list[str]) -> str | None:
    return next((place for place in in_path if place in (name, wire_name(name))), None)


def _own(schema: JsonObject) -> JsonObject:
    return {key: value for key, value in schema.items() if key not in ("deprecated", "nullable")}


def _from_signature(name: str, block: Block, reader: Reader) -> JsonObject:
    """The type of a path parameter that only the SDK call names: ``(intaccount_id, ...)``, the space lost."""
    arguments = block.signature.arguments if block.signature is not None else ""
    for argument in arguments.split(","):
        spelled = argument.strip().removesuffix(name)
        kind = parse(spelled) if argument.strip().endswith(name) else None
        if kind is not None and kind.name in ("str", "int", "float", "bool", "datetime", "date"):
            return reader.type(kind, Node(Entry("field", block.line, name, kind)), ())
    return {"type": "string"}


def _query(node: Node, reader: Reader) -> JsonObject:
    entry = node.entry
    schema = reader.field(node, ())
    parameter: JsonObject = {"name": wire_name(entry.name), "in": "query", "required": not entry.optional}
    if schema.get("deprecated"):
        parameter["deprecated"] = True
    if schema.get("type") == "array" and entry.facts.get("explode") is False:
        parameter |= {"style": "form", "explode": False}
    elif _is_object(schema, reader.classes):
        parameter |= {"style": "deepObject", "explode": True}
    return {**parameter, "schema": _own(schema), "x-inferred": "get-query"}


def _is_object(schema: JsonObject, classes: Classes) -> bool:
    target = classes.schemas.get(str(schema.get("$ref", "")).removeprefix(REF), schema)
    return bool(target.get("type") == "object")


def _body(verb: str, nodes: list[Node], reader: Reader) -> JsonObject | None:
    if not nodes:
        return None
    schema = reader.object(nodes, ())
    required = verb != "delete" and "required" in schema
    mark = "delete-body" if verb == "delete" else "post-body"
    return {"required": required, "content": {_MEDIA: {"schema": schema}}, "x-inferred": mark}
