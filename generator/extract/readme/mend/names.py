"""Component names as OpenAPI allows them; whatever names a component follows."""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote

from generator.document import escape, objects, rewrite
from generator.errors import PageError
from generator.extract.readme.locate import REF_NAME
from generator.model import Json, JsonObject, Repair
from generator.rules.names import checked, component, plain
from generator.rules.references import renamed

_ALLOWED: Final = re.compile(r"[A-Za-z0-9._-]+")


def name_components(definition: JsonObject, page: str) -> tuple[JsonObject, list[Repair], Mapping[str, str]]:
    """The definition with safe component names, the repairs, and the pointers that changed (old -> new).

    Named inline schemas keep the name they are written with: hoisting makes the class's name of it.
    """
    definition, repairs = _spelled_references(definition, page)
    moves: dict[tuple[str, str], str] = {}
    components = definition.get("components")
    for section, named in components.items() if isinstance(components, dict) else ():
        taken = set(named) if isinstance(named, dict) else set()
        for name in named if isinstance(named, dict) and not section.startswith("x-") else ():
            if not _ALLOWED.fullmatch(name) and _harmless(name):
                moves[section, name] = new = _free(component(plain(name)), taken)
                taken.add(new)
                what = f"{name!r} is no name of a component: called {new}"
                repairs.append(Repair("component-named", f"{page}: /components/{section}/{escape(name)}", what))
    moved = {f"/components/{at}/{escape(name)}": f"/components/{at}/{new}" for (at, name), new in moves.items()}
    inline = {
        node[REF_NAME]
        for _, node, _ in objects(definition, "schema")
        if isinstance(node.get(REF_NAME), str) and not _ALLOWED.fullmatch(node[REF_NAME]) and _harmless(node[REF_NAME])
    }
    follow = {("schemas", name): component(plain(name)) for name in inline}
    return (renamed(definition, {**follow, **moves}) if follow or moves else definition), repairs, moved


def _spelled_references(definition: JsonObject, page: str) -> tuple[JsonObject, list[Repair]]:
    """References without percent signs, which not every reader undoes; a class named by nothing is not named."""
    repairs: list[Repair] = []

    def visit(shape: str, node: JsonObject, path: str, name: str) -> Json:
        ref = node.get("$ref")
        if isinstance(ref, str) and ref.startswith("#/") and "%" in ref and unquote(ref) != ref:
            repairs.append(Repair("reference-spelled", f"{page}: {path}/$ref", f"{ref!r} is written {unquote(ref)!r}"))
            node = {**node, "$ref": unquote(ref)}
        if shape == "schema" and isinstance(node.get(REF_NAME), str) and not node[REF_NAME].strip():
            repairs.append(Repair("class-without-name", f"{page}: {path}", "an empty class name names nothing"))
            node = {key: value for key, value in node.items() if key != REF_NAME}
        return node

    return rewrite(definition, visit), repairs


def _harmless(name: str) -> bool:
    try:
        return bool(checked(plain(name), "", ""))
    except PageError:
        return False


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}{number}"
    return free
