"""Enumerations are united also where one page names a class and another lists the values in place."""

from generator.document import escape, rewrite, unescape
from generator.model import Json, JsonObject
from generator.rules.beside import MORE_VALUES, VALUES_OF
from generator.rules.uses import use, used

_SCHEMAS = "#/components/schemas/"


def unite_values(document: JsonObject) -> JsonObject:
    """The document with the values that ``rules.unite`` could only mark (``rules.beside``)."""
    more: dict[str, list[Json]] = {}
    classes = document.get("components", {}).get("schemas", {})

    def noted(shape: str, node: JsonObject, path: str, name: str) -> Json:
        if shape != "schema":
            return node
        node = dict(node)
        values, wanted = node.pop(MORE_VALUES, ()), node.pop(VALUES_OF, ())
        if values and (found := use(node)):
            more.setdefault(found[0], []).extend(values)
            node = used(*found)
        for reference in wanted:
            listed = class_named(classes, reference).get("enum")
            if isinstance(listed, list):
                node["enum"] = [*node["enum"], *(value for value in listed if value not in node["enum"])]
        return node

    def extended(shape: str, node: JsonObject, path: str, name: str) -> Json:
        added = more.get(f"{_SCHEMAS}{escape(name)}", ()) if path == f"/components/schemas/{escape(name)}" else ()
        if not added or not isinstance(node.get("enum"), list):
            return node
        known = node["enum"]
        return {**node, "enum": [*known, *(value for value in dict.fromkeys(added) if value not in known)]}

    collected = rewrite(document, noted)
    united: JsonObject = rewrite(collected, extended) if more else collected
    return united


def class_named(classes: JsonObject, reference: str) -> JsonObject:
    """The body of a class by its reference; nothing where no page defines it."""
    found = classes.get(unescape(reference.removeprefix(_SCHEMAS)))
    return found if isinstance(found, dict) else {}
