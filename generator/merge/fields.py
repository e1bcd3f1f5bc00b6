"""Fields are united also where one page names a class and another describes the object in place.

The class gains the fields the other page has besides; an object that is written in place by the stronger page gains
those of the class.  Neither becomes stricter: what is required stays what the schema that stays requires.
"""

from typing import Final

from generator.document import pointer, rewrite
from generator.merge.values import class_named
from generator.model import Json, JsonObject
from generator.rules.beside import FIELDS_OF, MORE_FIELDS, sides
from generator.rules.claims import Note
from generator.rules.unite import unite
from generator.rules.uses import use, used

#: An object in place inside an object in place is resolved in the next round.
_ROUNDS: Final = 20


def unite_fields(document: JsonObject, note: Note) -> JsonObject:
    """The document with the fields that ``rules.unite`` could only mark (``rules.beside``)."""
    for _ in range(_ROUNDS):
        document, found = _round(document, note)
        if not found:
            break
    return document


def _round(document: JsonObject, note: Note) -> tuple[JsonObject, bool]:
    more: dict[str, list[JsonObject]] = {}
    classes = document.get("components", {}).get("schemas", {})
    marked = False

    def resolved(shape: str, node: JsonObject, path: str, name: str) -> Json:
        nonlocal marked
        if shape != "schema" or not (MORE_FIELDS in node or FIELDS_OF in node):
            return node
        marked = True
        node = dict(node)
        added, wanted = node.pop(MORE_FIELDS, ()), node.pop(FIELDS_OF, ())
        if added and (found := use(node)):
            more.setdefault(found[0], []).extend(added)
            node = used(*found)
        for mark in wanted:
            fields = class_named(classes, mark["class"]).get("properties")
            if isinstance(fields, dict):
                node = unite(node, _unmarked({"type": "object", "properties": fields}), *sides(mark), path, note)
        return node

    document = rewrite(document, resolved)
    schemas: JsonObject = dict(document.get("components", {}).get("schemas", {}))
    names = {f"#{pointer('components', 'schemas', name)}": name for name in schemas}
    for reference, marks in more.items():
        name = names.get(reference, "")
        body = schemas.get(name)
        if not isinstance(body, dict) or not isinstance(body.get("properties"), dict):
            continue  # the class is no object, or no page defines it
        for mark in marks:
            path = pointer("components", "schemas", name)
            body = unite(body, _unmarked(mark["fields"]), *sides(mark), path, note)
        schemas[name] = body
    if more:
        document = {**document, "components": {**document["components"], "schemas": schemas}}
    return document, marked


def _unmarked(fields: JsonObject) -> JsonObject:
    """Without marks of their own: those are resolved where they stand, and a class may stand inside itself."""

    def visit(shape: str, node: JsonObject, path: str, name: str) -> Json:
        return {key: value for key, value in node.items() if key not in (MORE_FIELDS, FIELDS_OF)}

    return rewrite(fields, visit, "schema")  # type: ignore[no-any-return]
