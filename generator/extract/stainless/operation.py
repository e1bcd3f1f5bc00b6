"""One operation: where its parameters go, by rule, and what it is called.

a parameter                    goes
-----------------------------  ---------------------------------------------
named in the path's braces     into the path (``path-template``)
on GET or HEAD                 into the query (``get-query``)
on DELETE                      into an optional body (``delete-body``)
on POST, PUT, PATCH            into the body (``post-body``)
said to be a header, a query   there: the page says so
"""

import re
from typing import Final

from generator.document import pointer
from generator.errors import PageError
from generator.extract.stainless.anonymous import only_here
from generator.extract.stainless.answers import trees
from generator.extract.stainless.blocks import Block
from generator.extract.stainless.classes import REF, Classes
from generator.extract.stainless.headers import by_rule
from generator.extract.stainless.naming import action
from generator.extract.stainless.nesting import Node
from generator.extract.stainless.schemas import Reader
from generator.extract.stainless.sent import referring, settle
from generator.extract.stainless.tokens import Entry, Route, wire_name
from generator.extract.stainless.type_text import parse
from generator.model import JsonObject
from generator.rules.names import checked, template_parameters

_MEDIA: Final = "application/json"
_PLACES: Final = ("query", "header", "body")
_PATH: Final = re.compile(r"/(?:[A-Za-z0-9._~:@!$&()*+,;=%-]|\{[A-Za-z_][A-Za-z0-9_.-]*\}|/)*")


def checked_path(route: Route, page: str) -> str:
    """The path if it is one, every brace closed and no parameter named twice."""
    where = f"{page}:{route.line}"
    path = checked(route.path, where, pointer("paths", route.path[:80]))
    names = template_parameters(path)
    if not _PATH.fullmatch(path) or len(set(names)) != len(names):
        raise PageError(where, "", f"{path[:80]!r} is no path template", "correct it on the page")
    return path


def operation(block: Block, route: Route, answers: JsonObject, classes: Classes) -> JsonObject:
    """The operation of a block that has a path, with its answers as they were read."""
    found: JsonObject = {}
    method = block.signature.method if block.signature is not None else ""
    if block.signature is not None:
        checked(block.signature.method, f"{classes.page}:{block.signature.line}", "/x-sdk")
        found["operationId"] = block.signature.method.rpartition(".")[2]
    if block.deprecated:
        found["deprecated"] = True
    sent = classes.of_request()
    sent.owner = action(method) if method else ""
    parameters, body = _parameters(block, route, sent)
    names = settle(sent, classes, method, only_here(block.lists["parameters"], method))
    if parameters:
        found["parameters"] = referring(parameters, names)
    if body is not None:
        found["requestBody"] = referring(body, names)
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
            mark = {} if node.entry.place == "path" else {"x-inferred": "path-template"}
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
    rule = "query" if route.verb in ("get", "head", "options") else "body"
    places = [node.entry.place if node.entry.place in _PLACES else rule for node in rest]
    found += [_query(node, reader) for node, place in zip(rest, places, strict=True) if place == "query"]
    found += [_header(node, reader) for node, place in zip(rest, places, strict=True) if place == "header"]
    return found, _body(route.verb, [n for n, place in zip(rest, places, strict=True) if place == "body"], reader)


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
    mark = {} if entry.place == "query" else {"x-inferred": "get-query"}
    return {**parameter, "schema": _own(schema), **mark}


def _header(node: Node, reader: Reader) -> JsonObject:
    entry = node.entry
    schema = reader.field(node, ())
    parameter: JsonObject = {
        "name": entry.header or by_rule(wire_name(entry.name)),
        "in": "header",
        "required": not entry.optional,
    }
    if schema.get("deprecated"):
        parameter["deprecated"] = True
    return {**parameter, "schema": _own(schema), **({} if entry.header else {"x-inferred": "header-name"})}


def _is_object(schema: JsonObject, classes: Classes) -> bool:
    target = classes.schemas.get(str(schema.get("$ref", "")).removeprefix(REF), schema)
    return bool(target.get("type") == "object")


def _body(verb: str, nodes: list[Node], reader: Reader) -> JsonObject | None:
    if not nodes:
        return None
    schema = reader.object(nodes, ())
    required = verb != "delete" and "required" in schema
    mark = {"x-inferred": "delete-body" if verb == "delete" else "post-body"}
    stated = all(node.entry.place == "body" for node in nodes)
    return {"required": required, "content": {_MEDIA: {"schema": schema}}, **({} if stated else mark)}
