"""Two pages' words on one operation.

Parameters are told apart by name and place, responses by status, bodies by media type; their schemas are united by
``rules.unite``.  A success status that only a rule supplied yields to any success a page states.
"""

from typing import TypeAlias

from generator.document import escape
from generator.model import Conflict, Json, JsonObject
from generator.rules.claims import Note, Side
from generator.rules.unite import unite

Parameters: TypeAlias = dict[tuple[str, str], JsonObject]


def unite_operations(
    a: tuple[JsonObject, Parameters], b: tuple[JsonObject, Parameters], left: Side, right: Side, path: str, note: Note
) -> tuple[JsonObject, Parameters]:
    """The operation with both pages' facts, and its parameters."""
    first, second = a[0], b[0]
    one = {**second, **first}
    if first.get("deprecated") or second.get("deprecated"):
        one["deprecated"] = True
    for key in ("operationId", "security", "servers", "tags", "callbacks"):
        _told(key, first, second, left, right, path, note)
    if "x-sdk" in first and "x-sdk" in second:
        one["x-sdk"] = {**second["x-sdk"], **first["x-sdk"]}
    if "requestBody" in first and "requestBody" in second:
        one["requestBody"] = _body(
            first["requestBody"], second["requestBody"], left, right, f"{path}/requestBody", note
        )
    answers = _responses(first, second)
    one["responses"] = {
        status: _response(mine, theirs, left, right, f"{path}/responses/{status}", note)
        for status, (mine, theirs) in answers.items()
    }
    return one, _parameters(a[1], b[1], left, right, path, note)


def _responses(first: JsonObject, second: JsonObject) -> dict[str, tuple[Json, Json]]:
    stated = [o.get("responses", {}) for o in (first, second)]
    success = any(s.startswith("2") and not _inferred(r) for o in stated for s, r in o.items())
    kept = [{s: r for s, r in o.items() if not (success and s.startswith("2") and _inferred(r))} for o in stated]
    inferred_too = [{s: r for s, r in o.items() if s in kept[0] or s in kept[1]} for o in stated]
    names = dict.fromkeys((*kept[0], *kept[1]))
    return {name: (inferred_too[0].get(name), inferred_too[1].get(name)) for name in names}


def _inferred(response: Json) -> bool:
    return isinstance(response, dict) and "x-inferred" in response


def _response(a: Json, b: Json, left: Side, right: Side, path: str, note: Note) -> Json:
    if a is None or b is None:
        return a if b is None else b
    if "$ref" in a or "$ref" in b:
        if a != b:
            claims = tuple((side.label, str(said.get("$ref", "written out"))) for side, said in ((left, a), (right, b)))
            note(Conflict(path, claims, left.label, _rule(left, right)))
        return a
    one = {**b, **a}
    if not (_inferred(a) and _inferred(b)):
        one.pop("x-inferred", None)
    if "content" in a and "content" in b:
        one["content"] = _content(a["content"], b["content"], left, right, f"{path}/content", note)
    if "headers" in a and "headers" in b:
        one["headers"] = {**b["headers"], **a["headers"]}
        for name in a["headers"]:
            _told(name, a["headers"], b["headers"], left, right, f"{path}/headers", note)
    return one


def _body(a: Json, b: Json, left: Side, right: Side, path: str, note: Note) -> Json:
    one = {**b, **a}
    if not (_inferred(a) or _inferred(b)):
        _told("required", {"required": False, **a}, {"required": False, **b}, left, right, path, note)
    if "content" in a and "content" in b:
        one["content"] = _content(a["content"], b["content"], left, right, f"{path}/content", note)
    return one


def _told(key: str, a: JsonObject, b: JsonObject, left: Side, right: Side, path: str, note: Note) -> None:
    """A conflict if both pages say it, and differ."""
    if key in a and key in b and a[key] != b[key]:
        claims = ((left.label, str(a[key])), (right.label, str(b[key])))
        note(Conflict(f"{path}/{escape(key)}", claims, left.label, _rule(left, right)))


def _rule(left: Side, right: Side) -> str:
    return "the stronger source wins" if left.rank != right.rank else "the newer page wins"


def _content(a: JsonObject, b: JsonObject, left: Side, right: Side, path: str, note: Note) -> JsonObject:
    return {
        media: _media(a.get(media), b.get(media), left, right, f"{path}/{escape(media)}", note) for media in {**a, **b}
    }


def _media(a: Json, b: Json, left: Side, right: Side, path: str, note: Note) -> Json:
    if a is None or b is None:
        return a if b is None else b
    one = {**b, **a}
    if "schema" in a and "schema" in b:
        one["schema"] = unite(a["schema"], b["schema"], left, right, f"{path}/schema", note)
    if isinstance(a.get("examples"), dict) and isinstance(b.get("examples"), dict):
        one["examples"] = {**b["examples"], **a["examples"]}
    return one


def _parameters(a: Parameters, b: Parameters, left: Side, right: Side, path: str, note: Note) -> Parameters:
    one: Parameters = dict(a)
    for (name, place), theirs in b.items():
        here = f"{path}/parameters/{escape(name)}"
        elsewhere = next((other for n, other in a if n == name and other != place), None)
        if (name, place) in a:
            one[name, place] = _parameter(a[name, place], theirs, left, right, here, note)
        elif elsewhere is not None:
            claims = ((left.label, f"in {elsewhere}"), (right.label, f"in {place}"))
            note(Conflict(here, claims, left.label, "the stronger source wins"))
        else:
            one[name, place] = theirs
            note(
                Conflict(
                    here,
                    ((right.label, f"in {place}"), (left.label, "not there")),
                    right.label,
                    "parameters are united",
                )
            )
    return one


def _parameter(a: JsonObject, b: JsonObject, left: Side, right: Side, path: str, note: Note) -> JsonObject:
    if a == b or "$ref" in a or "$ref" in b:
        return a
    if _inferred(a) and not _inferred(b):
        a, b, left, right = b, a, right, left
    one = {key: value for key, value in {**b, **a}.items() if key != "x-inferred" or (_inferred(a) and _inferred(b))}
    for key in ("required", "explode", "style"):
        if key in a and key in b and a[key] != b[key] and not _inferred(b):
            claims = ((left.label, f"{key}: {a[key]}"), (right.label, f"{key}: {b[key]}"))
            note(Conflict(f"{path}/{key}", claims, left.label, "the stronger source wins"))
    if "schema" in a and "schema" in b:
        loser = {**b["schema"], "x-inferred": b["x-inferred"]} if _inferred(b) else b["schema"]
        one["schema"] = unite(a["schema"], loser, left, right, f"{path}/schema", note)
    return one
