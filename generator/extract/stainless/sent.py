"""Classes that a request holds, beside those that are returned.

A class that both list alike is one class.  One that is sent with other fields than are returned is another thing under
the same name, and so is one that has no name but its place's: these get a name that says so.  Enumerations are united.
"""

from typing import Final

from generator.document import pointer
from generator.extract.stainless.anonymous import request_class
from generator.extract.stainless.classes import REF, Classes, bare
from generator.model import Json, JsonObject

#: Only samples show it, and requests have none.
_SAMPLED: Final = {"format": "uuid"}


def settle(sent: Classes, returned: Classes, method: str, own: set[str]) -> dict[str, str]:
    """Put what is sent among the classes of the page; the names that had to change.

    ``own`` are the names that mean something else to every call.
    """
    alike = _alike(sent.schemas, returned.schemas)
    objects = {key for key, schema in sent.schemas.items() if "enum" not in schema} - alike
    names = {key: request_class(method, key) for key in objects if key in own or key in returned.schemas}
    for key, schema in sent.schemas.items():
        if key in alike:
            continue
        line = sent.lines.get(pointer("components", "schemas", key), 1)
        added = returned.add(names.get(key, key), line, referring(schema, names))
        names[key] = str(added["$ref"]).removeprefix(REF)
    for key, (line, samples) in sent.mentioned.items():
        if key not in sent.schemas:
            returned.mentioned.setdefault(key, (line, samples))
    return {key: name for key, name in names.items() if key != name}


def referring(node: Json, names: dict[str, str]) -> Json:
    """The node with its references following the classes that got other names."""
    if isinstance(node, list):
        return [referring(child, names) for child in node]
    if not isinstance(node, dict):
        return node
    found = {key: referring(child, names) for key, child in node.items()}
    target = found.get("$ref")
    if isinstance(target, str) and target.removeprefix(REF) in names:
        found["$ref"] = REF + names[target.removeprefix(REF)]
    return found


def _alike(sent: JsonObject, returned: JsonObject) -> set[str]:
    """The classes that are sent just as they are returned, and so is everything they hold."""
    alike = {key for key in sent.keys() & returned.keys() if "enum" not in sent[key]}
    alike = {key for key in alike if _body(sent[key]) == _body(returned[key])}
    while True:
        broken = {key for key in alike if any(n in sent and n not in alike for n in _objects(sent[key], sent))}
        if not broken:
            return alike
        alike -= broken


def _objects(node: Json, sent: JsonObject) -> set[str]:
    """The classes referred to that are no enumerations."""
    if isinstance(node, list):
        return {name for child in node for name in _objects(child, sent)}
    if not isinstance(node, dict):
        return set()
    found = {name for child in node.values() for name in _objects(child, sent)}
    target = node.get("$ref")
    name = target.removeprefix(REF) if isinstance(target, str) else ""
    return found | ({name} if name and "enum" not in sent.get(name, {}) else set())


def _body(schema: JsonObject) -> Json:
    """What a class says whether it is sent or returned."""
    if "properties" not in schema:
        return bare(schema)
    properties = {
        name: {key: value for key, value in bare(child).items() if _SAMPLED.get(key) != value}
        for name, child in schema["properties"].items()
        if child.get("x-inferred") != "example"
    }
    return sorted(schema.get("required", ())), properties
