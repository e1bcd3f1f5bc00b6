"""From the document to its operations, and from an operation to the messages it is made of."""

import re
from collections.abc import Iterator

from attrs import evolve

from generator.diff.documents import Documents, follow
from generator.diff.matching import bare, name_likeness, never, same_thing
from generator.diff.values import Pair, Side
from generator.diff.walk.child import Child, both, named, pairs
from generator.document import operations, pointer
from generator.model import JsonObject
from generator.rules.names import normal_path


def whole(documents: Documents) -> Iterator[Child]:
    yield Pair("document", Side(documents.base, ""), Side(documents.revision, "")), None


def document(documents: Documents, pair: Pair) -> Iterator[Child]:
    base, revision = both(pair)
    yield Pair("info", *(Side(side.node.get("info", {}), "/info") for side in (base, revision))), None
    for keyword in ("servers", "security"):
        sides = (Side(side.node.get(keyword) or [], pointer(keyword)) for side in (base, revision))
        yield _listed(documents, keyword, next(sides), next(sides)), None
    yield from ((found, None) for found in pairs("tag", _tags(base), _tags(revision), never))
    items = ({normal_path(path): _item(side.node, path) for path in side.node.get("paths", {})} for side in both(pair))
    old, new = next(items), next(items)
    yield from ((Pair("path", old[path], new[path]), None) for path in old if path in new)
    yield from ((found, None) for found in pairs("operation", _all(base), _all(revision), _same_operation))


def _tags(side: Side) -> dict[str, Side]:
    tags = enumerate(side.node.get("tags") or ())
    return {str(tag.get("name")): Side(tag, f"/tags/{number}", str(tag.get("name"))) for number, tag in tags}


def _item(whole: JsonObject, path: str) -> Side:
    return Side(whole["paths"][path], pointer("paths", path), path)


def _all(side: Side) -> dict[str, Side]:
    """Every operation, by method and path without the names of its parameters."""
    return {
        f"{method} {normal_path(path)}": Side(node, pointer("paths", path, method), f"{method.upper()} {path}")
        for path, method, node in operations(side.node)
    }


def _same_operation(old: str, base: JsonObject, new: str, revision: JsonObject) -> float:
    if base.get("operationId") is not None and base.get("operationId") == revision.get("operationId"):
        return 2.0
    alike = old.split()[0] == new.split()[0] and bare(_unnamed(base), "operation") == bare(
        _unnamed(revision), "operation"
    )
    return name_likeness(old, new) if alike else 0.0


def _unnamed(operation: JsonObject) -> JsonObject:
    return {key: value for key, value in operation.items() if key not in ("operationId", "x-sdk")}


def operation(documents: Documents, pair: Pair) -> Iterator[Child]:
    base, revision = both(pair)
    for keyword in ("servers", "security"):
        sides = (_inherited(doc, side, keyword) for doc, side in zip(_wholes(documents), (base, revision), strict=True))
        yield _listed(documents, keyword, next(sides), next(sides)), "request"
    old, new = _parameters(documents.base, base), _parameters(documents.revision, revision)
    for found in pairs("parameter", old, new, _same_parameter):
        yield found, "request"
    bodies = [_one(d, s, "requestBody") for d, s in zip(_wholes(documents), (base, revision), strict=True)]
    if any(bodies):
        yield Pair("body", bodies[0], bodies[1]), "request"
    for found in pairs("response", *named(documents, pair, "responses"), _same_response):
        yield found, "response"


def _listed(documents: Documents, keyword: str, base: Side, revision: Side) -> Pair:
    """Servers or security; schemes that only changed their names are not other schemes."""
    if keyword == "security":
        base = evolve(base, node=documents.requirements(base.node, revision.node))
    return Pair(keyword, base, revision)


def _wholes(documents: Documents) -> tuple[JsonObject, JsonObject]:
    return documents.base, documents.revision


def _inherited(whole: JsonObject, side: Side, keyword: str) -> Side:
    """An operation's own list, else its path's, else the document's."""
    if keyword in side.node:
        return Side(side.node[keyword], side.pointer + pointer(keyword))
    path = side.pointer.rpartition("/")[0]
    item = whole["paths"][side.name.split(" ", 1)[1]]
    if keyword == "servers" and keyword in item:
        return Side(item[keyword], path + pointer(keyword))
    return Side(whole.get(keyword) or [], pointer(keyword))


def _parameters(whole: JsonObject, side: Side) -> dict[str, Side]:
    """By place and name, the path's own included; a path parameter by where in the path it stands."""
    path = side.name.split(" ", 1)[1]
    slots = re.findall(r"\{([^{}]*)\}", path)
    found: dict[str, Side] = {}
    for node, where in ((whole["paths"][path], side.pointer.rpartition("/")[0]), (side.node, side.pointer)):
        for number, parameter in enumerate(node.get("parameters") or ()):
            one = follow(whole, Side(parameter, where + pointer("parameters", number)))
            name, place = str(one.node.get("name")), str(one.node.get("in"))
            key = f"{place} {{{slots.index(name)}}}" if place == "path" and name in slots else f"{place} {name}"
            found[key] = Side(one.node, one.pointer, name)
    return found


_WORDS = same_thing("parameter", but="name")


def _same_parameter(old: str, base: JsonObject, new: str, revision: JsonObject) -> float:
    if base.get("name") == revision.get("name"):
        return 9.0
    return _WORDS(old, base, new, revision) if base.get("in") == revision.get("in") else 0.0


def _one(whole: JsonObject, side: Side, keyword: str) -> Side | None:
    node = side.node.get(keyword)
    return None if node is None else follow(whole, Side(node, side.pointer + pointer(keyword)))


def _same_response(old: str, base: JsonObject, new: str, revision: JsonObject) -> float:
    """A success under another status; errors have no identity beyond theirs."""
    success = old.startswith("2") and new.startswith("2")
    return 1.0 if success and "content" in base and base["content"] == revision.get("content") else 0.0
