"""What a definition may hold: OpenAPI's types where they matter, names that are names, references inside itself."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NoReturn
from urllib.parse import unquote

from generator.document import SHAPES, get
from generator.errors import PageError
from generator.extract.readme.locate import REF_NAME
from generator.model import Json, JsonObject
from generator.rules.names import checked

#: Called with (pointer, what, what to do); raises.
Refuse = Callable[[str, str, str], NoReturn]
#: Where on the page the object stands; asked only when something is wrong.
Place = Callable[[], str]

_UNIONS: Final = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})
#: Maps whose keys become names: of files, of classes, or of what goes over the wire.
_NAMED: Final[Mapping[str, tuple[str, ...]]] = {
    "document": ("paths", "webhooks"),
    "components": (*SHAPES["components"], "securitySchemes", "examples", "links"),
    "operation": ("responses", "callbacks"),
    "response": ("headers", "content", "links"),
    "body": ("content",),
    "schema": ("properties", "patternProperties", "$defs"),
}
_NAMES: Final = ("operationId", REF_NAME, "name")


def check(shape: str, node: JsonObject, path: str, definition: JsonObject, place: Place, refuse: Refuse) -> None:
    """Raise unless ``node``, an object of this shape at ``path``, is what OpenAPI says; ``place()`` is its line."""
    for key in _ill_typed(shape, node):
        refuse(f"{path}/{key}", "is not of the type OpenAPI gives it", "correct the definition")
    for key in _NAMED.get(shape, ()):
        for child in node.get(key, ()):
            _checked(child, place, f"{path}/{key}")
            if key == "paths" and not child.startswith(("/", "x-")):
                refuse(f"{path}/{key}", f"path {child!r} does not begin with a slash", "correct the definition")
    if shape in ("operation", "schema", "parameter"):
        for key in _NAMES:
            if isinstance(name := node.get(key), str):
                _checked(name, place, f"{path}/{key}")
            elif key in node and not (shape == "schema" and key == "name"):
                refuse(f"{path}/{key}", "is not a name", "correct the definition")
    if "$ref" in node:
        _check_reference(node["$ref"], definition, f"{path}/$ref", refuse)


def _checked(name: str, place: Place, path: str) -> None:
    try:
        checked(name, "", path)
    except PageError as error:
        raise PageError(place(), path, error.what, error.todo) from None


def _ill_typed(shape: str, node: JsonObject) -> Iterator[str]:
    for key, kind in SHAPES[shape].items():
        child = node.get(key)
        if child is None:
            continue
        if isinstance(kind, str):
            good = _is_object(child, kind)
        else:
            listed = key in _UNIONS or (key == "parameters" and shape != "components")
            good = isinstance(child, list if listed else dict)
            good = good and all(_is_object(one, kind.shape) for one in _children(child))
        if not good:
            yield key


def _children(container: Json) -> list[Json]:
    if isinstance(container, list):
        return container
    return [child for name, child in container.items() if not name.startswith("x-")]


def _is_object(value: Json, kind: str) -> bool:
    return isinstance(value, dict | bool) if kind == "schema" else isinstance(value, dict)


def _check_reference(reference: Json, definition: JsonObject, path: str, refuse: Refuse) -> None:
    """Refuse a reference that leaves the page, leads nowhere, or leads back to itself."""
    seen: list[str] = []
    target: Json = {"$ref": reference}
    while isinstance(target, dict) and "$ref" in target:
        reference = target["$ref"]
        if not isinstance(reference, str) or not reference.startswith("#/"):
            refuse(path, f"reference {str(reference)[:80]!r} leaves the page", "write out what it stands for")
        if reference in seen:
            refuse(path, f"reference {reference[:80]!r} leads back to itself", "break the circle")
        seen.append(reference)
        try:
            target = get(definition, unquote(reference[1:]))
        except KeyError:
            if _hoisted(reference, definition):
                return
            refuse(path, f"reference {reference[:80]!r} leads nowhere", "define it, or correct the reference")


def _hoisted(reference: str, definition: JsonObject) -> bool:
    """Whether some schema of the page is of this class: what is left of a recursion that was written out once."""
    prefix, _, name = unquote(reference).rpartition("/")
    pending: list[Json] = [definition] if prefix == "#/components/schemas" else []
    while pending:
        node = pending.pop()
        if isinstance(node, dict):
            if node.get(REF_NAME) == name:
                return True
            pending += node.values()
        elif isinstance(node, list):
            pending += node
    return False
