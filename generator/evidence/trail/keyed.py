"""A document whose lists with names in them are maps, so that a place has one pointer at every stage.

An overlay that adds a parameter moves the ones after it, and two pages call one path parameter by two names: by index
or by name they cannot be compared.  Here a parameter is ``query:page_size``, or ``path:1`` for the second name in the
path's braces; an entry of ``enum`` or ``required`` is the value itself; and what a path item says of the parameters of
all its operations is said in each.
"""

from collections.abc import Mapping
from typing import Final

from attrs import field, frozen

from generator.document import METHODS, pointer, resolve, rewrite, unescape
from generator.model import Json, JsonObject
from generator.rules.names import template_parameters

_SETS: Final = ("enum", "required")


@frozen
class Keyed:
    """The document, and where in the original each keyed parameter stands."""

    document: JsonObject = field(repr=False)
    places: Mapping[str, str] = field(repr=False)

    def original(self, place: str) -> str:
        """The pointer into the original document."""
        tokens = place.split("/")
        for length in range(len(tokens), 0, -1):
            head = "/".join(tokens[:length])
            if head in self.places:
                return self.places[head] + place[len(head) :]
        return place


def keyed(document: JsonObject) -> Keyed:
    """The document with named lists as maps."""
    places: dict[str, str] = {}

    def visit(shape: str, node: JsonObject, path: str, name: str) -> Json:
        if shape == "schema":
            return {key: _as_map(value) if key in _SETS else value for key, value in node.items()}
        if shape != "path":
            return node
        template = unescape(path.rpartition("/")[2])
        shared = _named(document, node.get("parameters"), template, f"{path}/parameters")
        item = {key: value for key, value in node.items() if key != "parameters"}
        for method in METHODS:
            operation = node.get(method)
            if not isinstance(operation, dict):
                continue
            own = _named(document, operation.get("parameters"), template, f"{path}/{method}/parameters")
            for key, (_, where) in (shared | own).items():
                places[f"{path}/{method}/parameters" + pointer(key)] = where
            named = {key: parameter for key, (parameter, _) in (shared | own).items()}
            item[method] = {**operation, "parameters": named} if named else operation
        return item

    return Keyed(rewrite(document, visit), places)


def parameter_key(parameter: JsonObject, template: str) -> str:
    """What a parameter is called in a keyed document."""
    name, where = str(parameter.get("name")), str(parameter.get("in"))
    names = template_parameters(template)
    return f"path:{names.index(name)}" if where == "path" and name in names else f"{where}:{name}"


def _named(document: JsonObject, parameters: Json, template: str, here: str) -> dict[str, tuple[JsonObject, str]]:
    found: dict[str, tuple[JsonObject, str]] = {}
    for index, entry in enumerate(parameters if isinstance(parameters, list) else ()):
        parameter = resolve(document, entry)
        if isinstance(parameter, dict):
            found[parameter_key(parameter, template)] = (parameter, f"{here}/{index}")
    return found


def _as_map(value: Json) -> Json:
    if not isinstance(value, list):
        return value
    return {"null" if entry is None else str(entry): entry for entry in value}
