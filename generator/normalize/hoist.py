"""Inline schemas that carry ``x-readme-ref-name`` become components: one class, not six.

A rendered definition repeats a named schema wherever it is used, with recursion cut short somewhere inside.  All bodies
of one name are united (``rules.unite``), which also restores the recursion: the cut body yields to the full one.  What
belongs to a place rather than to the class (null allowed, a default, a sample of its own) stays at the place.
"""

from collections import defaultdict
from typing import Final

from generator.document import rewrite
from generator.model import Conflict, Json, JsonObject, Repair
from generator.rules.names import component
from generator.rules.unite import Side, unite

MARK: Final = "x-readme-ref-name"
#: Keywords that may differ from use to use of one class.
_OF_THE_PLACE: Final = ("default", "deprecated", "readOnly", "writeOnly", "example", "examples", "x-unit")


def hoist(document: JsonObject, label: str) -> tuple[JsonObject, tuple[Repair, ...]]:
    """The document with named schemas as components, and a repair for each name whose bodies differed on this page."""
    uses: dict[str, list[JsonObject]] = defaultdict(list)

    def lift(shape: str, node: JsonObject, path: str, name: str) -> Json:
        if shape != "schema" or not isinstance(node.get(MARK), str):
            return node
        key = component(node[MARK])
        if path == f"/components/schemas/{key}":
            return {k: v for k, v in node.items() if k != MARK}
        core, nullable = _without_null({k: v for k, v in node.items() if k != MARK})
        uses[key].append(core)
        use: JsonObject = {"$ref": f"#/components/schemas/{key}", "x-use": len(uses[key]) - 1}
        return {"oneOf": [use, {"type": "null"}]} if nullable else use

    lifted: JsonObject = rewrite(document, lift)
    if not uses:
        return lifted, ()
    repairs: list[Repair] = []
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
