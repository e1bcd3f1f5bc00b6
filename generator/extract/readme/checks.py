"""What a definition may hold: OpenAPI's types where they matter, names that are names, references inside itself."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NoReturn
from urllib.parse import unquote

from generator.document import SHAPES, get
from generator.errors import PageError
from generator.extract.readme.kinds import of_another_kind
from generator.extract.readme.locate import REF_NAME
from generator.model import Json, JsonObject
from generator.rules.names import checked, plain

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
_PLACES: Final = ("path", "query", "header", "cookie")
_STATUS: Final = re.compile(r"[1-5](?:\d\d|XX)|default|x-.*")
#: What each type of security scheme cannot be used without.
_OF_SCHEME: Final[Mapping[str, tuple[str, ...]]] = {
    "apiKey": ("name", "in"),
    "http": ("scheme",),
    "oauth2": ("flows",),
    "openIdConnect": ("openIdConnectUrl",),
}
_NAMES: Final = ("operationId", REF_NAME, "name")


def check(shape: str, node: JsonObject, path: str, definition: JsonObject, place: Place, refuse: Refuse) -> None:
    """Raise unless ``node``, an object of this shape at ``path``, is what OpenAPI says; ``place()`` is its line."""
    for key in (*_ill_typed(shape, node), *of_another_kind(shape, node)):
        refuse(f"{path}/{key}", "is not of the type OpenAPI gives it", "correct the definition")
    for key in _NAMED.get(shape, ()):
        for child in node.get(key, ()):
            _checked(child, place, f"{path}/{key}")
            if key == "paths" and not child.startswith(("/", "x-")):
                refuse(f"{path}/{key}", f"path {child!r} does not begin with a slash", "correct the definition")
    if shape in ("operation", "schema", "parameter"):
        for key in _NAMES:
            if isinstance(name := node.get(key), str):
                _checked(plain(name) if key == REF_NAME else name, place, f"{path}/{key}")
            elif key in node and not (shape == "schema" and key == "name"):
                refuse(f"{path}/{key}", "is not a name", "correct the definition")
    if "$ref" in node:
        target = _check_reference(node["$ref"], definition, f"{path}/$ref", refuse)
        if shape == "parameter" and not (isinstance(target, dict) and {"name", "in"} <= target.keys()):
            refuse(f"{path}/$ref", f"{node['$ref']} is no parameter", "refer to one, or write it out")
        return
    if shape == "parameter" and node.get("in") not in _PLACES:
        refuse(f"{path}/in", f"{node.get('in')!r} is no place of a parameter", f"one of {', '.join(_PLACES)}")
    if shape == "parameter" and "name" not in node:
        refuse(path, "a parameter without a name", "name it")
    if shape == "operation":
        for status in node.get("responses", ()):
            if not _STATUS.fullmatch(status):
                refuse(f"{path}/responses", f"{status!r} is no status", "such as 200, 4XX or default")
    if shape == "components":
        for name, scheme in node.get("securitySchemes", {}).items():
            for key in _missing(scheme):
                refuse(f"{path}/securitySchemes/{name}", f"a security scheme without its {key!r}", "complete it")


def _missing(scheme: Json) -> list[str]:
    if not isinstance(scheme, dict) or "$ref" in scheme:
        return []
    kind = scheme.get("type")
    if not isinstance(kind, str) or kind not in _OF_SCHEME:
        return ["type"] if kind != "mutualTLS" else []
    wanted = {key: scheme.get(key) for key in _OF_SCHEME[kind]}
    return [key for key, value in wanted.items() if not isinstance(value, dict if key == "flows" else str) or not value]


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


def _check_reference(reference: Json, definition: JsonObject, path: str, refuse: Refuse) -> Json:
    """What a reference leads to.  Refuse one that leaves the page, leads nowhere, or leads back to itself."""
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
                return None
            refuse(path, f"reference {reference[:80]!r} leads nowhere", "define it, or correct the reference")
    return target


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
