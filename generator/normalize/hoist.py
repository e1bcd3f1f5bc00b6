"""Inline schemas that carry ``x-readme-ref-name`` become components: one class, not six.

A rendered definition repeats a named schema wherever it is used, with recursion cut short somewhere inside.  All bodies
of one name are united (``rules.unite``), which also restores the recursion: the cut body yields to the full one.  What
belongs to a place rather than to the class (null allowed, a default, a sample of its own) stays at the place.

One name for things of different kinds (a text here, an object there; or two names that become one key) is two classes:
the second is called ``Name2``, and that is told.
"""

from collections import defaultdict
from typing import Final

from generator.document import rewrite
from generator.model import Conflict, Json, JsonObject, Repair
from generator.rules.claims import Side
from generator.rules.names import component
from generator.rules.unite import unite

MARK: Final = "x-readme-ref-name"
#: Keywords that may differ from use to use of one class.
_OF_THE_PLACE: Final = ("default", "deprecated", "readOnly", "writeOnly", "example", "examples", "x-unit")


def hoist(document: JsonObject, label: str) -> tuple[JsonObject, tuple[Repair, ...]]:
    """The document with named schemas as components, and a repair for each name whose bodies differed on this page."""
    uses: dict[str, list[JsonObject]] = defaultdict(list)
    owners: dict[str, tuple[str, frozenset[str]]] = {}
    for key, body in document.get("components", {}).get("schemas", {}).items():
        if isinstance(body, dict):
            owners[key] = (body.get(MARK, key), _kind(body))
    repairs: list[Repair] = []

    def named(stated: str, kind: frozenset[str], path: str) -> str:
        key = name = component(stated)
        number = 1
        while key in owners and not _one_thing(owners[key], (stated, kind)):
            number += 1
            key = f"{name}{number}"
        if number > 1 and key not in owners:
            what = f"{stated!r} names another thing than before: called {key} here"
            repairs.append(Repair("one-name-two-things", f"{label}: {path}", what))
        elif key not in owners and key != stated:
            repairs.append(Repair("class-named", f"{label}: {path}", f"{stated!r} is no name of a class: called {key}"))
        known = owners.get(key, (stated, frozenset()))
        owners[key] = (known[0], known[1] or kind)
        return key

    def lift(shape: str, node: JsonObject, path: str, name: str) -> Json:
        if shape != "schema" or not isinstance(node.get(MARK), str):
            return node
        if path == f"/components/schemas/{component(node[MARK])}":
            return {k: v for k, v in node.items() if k != MARK}
        core, nullable = _without_null({k: v for k, v in node.items() if k != MARK})
        key = named(node[MARK], _kind(core), path)
        uses[key].append(core)
        use: JsonObject = {"$ref": f"#/components/schemas/{key}", "x-use": len(uses[key]) - 1}
        return {"oneOf": [use, {"type": "null"}]} if nullable else use

    lifted: JsonObject = rewrite(document, lift)
    if not uses:
        return lifted, ()
    shared = {key: _of_the_class(bodies) for key, bodies in uses.items()}

    def place(shape: str, node: JsonObject, path: str, name: str) -> Json:
        if shape != "schema" or "x-use" not in node:
            return node
        key = node["$ref"].rpartition("/")[2]
        body = uses[key][node["x-use"]]
        own = {k: body[k] for k in shared[key] if k in body}
        ref = {"$ref": node["$ref"]}
        return {"allOf": [ref], **own} if own else ref

    whole: JsonObject = rewrite(lifted, place)
    schemas = dict(whole.get("components", {}).get("schemas", {}))
    for key, found in uses.items():
        notes: list[Conflict] = []
        bodies = [rewrite({k: v for k, v in body.items() if k not in shared[key]}, place, "schema") for body in found]
        body, *others = [schemas[key], *bodies] if key in schemas else bodies
        for other in others:
            body = unite(body, other, Side(label, 0), Side(label, 0), f"/components/schemas/{key}", notes.append)
        schemas[key] = body
        for conflict in {note.pointer: note for note in notes}.values():
            said = " against ".join(claim for _, claim in conflict.claims)
            repairs.append(Repair("two-bodies", f"{label}: {conflict.pointer}", f"{said}: {conflict.rule}"))
    return {**whole, "components": {**whole.get("components", {}), "schemas": schemas}}, tuple(repairs)


def _kind(body: JsonObject) -> frozenset[str]:
    kind = body.get("type", "object" if "properties" in body else [])
    return frozenset(kind if isinstance(kind, list) else [kind]) - {"null"}


def _one_thing(a: tuple[str, frozenset[str]], b: tuple[str, frozenset[str]]) -> bool:
    return a[0] == b[0] and (not a[1] or not b[1] or bool(a[1] & b[1]))


def _of_the_class(bodies: list[JsonObject]) -> tuple[str, ...]:
    """The keywords that differ between uses, which therefore stay at each place."""
    return tuple(key for key in _OF_THE_PLACE if any(b.get(key) != bodies[0].get(key) for b in bodies[1:]))


def _without_null(schema: JsonObject) -> tuple[JsonObject, bool]:
    kind = schema.get("type")
    if isinstance(kind, list) and "null" in kind:
        rest = [k for k in kind if k != "null"]
        schema = {**schema, "type": rest[0] if len(rest) == 1 else rest}
        if isinstance(enum := schema.get("enum"), list):
            schema["enum"] = [value for value in enum if value is not None]
        return schema, True
    for union in ("oneOf", "anyOf"):
        if isinstance(members := schema.get(union), list) and {"type": "null"} in members:
            rest = [m for m in members if m != {"type": "null"}]
            return {**schema, union: rest}, True
    return schema, False
