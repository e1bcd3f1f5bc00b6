"""Components of one name become one where they describe one thing, and get two names where they do not."""

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from generator.document import escape
from generator.merge.order import side
from generator.model import Conflict, Fragment, Json, JsonObject
from generator.rules.claims import Note, Side
from generator.rules.references import renamed as follow
from generator.rules.unite import unite

_SECTIONS: Final = (
    *("schemas", "responses", "parameters", "requestBodies", "headers", "examples", "securitySchemes"),
    *("links", "callbacks", "pathItems"),
)


def merge_components(fragments: Sequence[Fragment], note: Note) -> tuple[JsonObject, list[Fragment]]:
    """All components, and the fragments with their references following any component that had to be renamed."""
    merged: dict[str, dict[str, Json]] = {}
    owners: dict[tuple[str, str], Side] = {}
    renamed: list[Fragment] = []
    for fragment in fragments:
        moves = _moves(fragment, merged, owners, note)
        document = follow(fragment.document, moves) if moves else fragment.document
        renamed.append(evolve(fragment, document=document))
        mine = side(fragment)
        for section, named in document.get("components", {}).items():
            target = merged.setdefault(section, {})
            for name, body in named.items() if isinstance(named, dict) else ():
                if name in target and section == "schemas":
                    path = f"/components/schemas/{escape(name)}"
                    target[name] = unite(target[name], body, owners[section, name], mine, path, note)
                elif name not in target:
                    target[name] = body
                    owners[section, name] = mine
    return dict(merged), renamed


def _moves(
    fragment: Fragment, merged: dict[str, dict[str, Json]], owners: dict[tuple[str, str], Side], note: Note
) -> dict[tuple[str, str], str]:
    moves: dict[tuple[str, str], str] = {}
    for section in _SECTIONS:
        own = fragment.document.get("components", {}).get(section)
        for name, body in own.items() if isinstance(own, dict) else ():
            taken = merged.get(section, {})
            if name not in taken or _one_thing(section, taken[name], body):
                continue
            number, stem = 2, _stem(name, {*own, *taken})
            while f"{stem}{number}" in own or (
                f"{stem}{number}" in taken and not _one_thing(section, taken[f"{stem}{number}"], body)
            ):
                number += 1
            moves[section, name] = f"{stem}{number}"
            owner = owners[section, name].label
            claims = ((owner, _kind(taken[name])), (fragment.label, _kind(body)))
            rule = f"different things under one name: the second is called {stem}{number}"
            note(Conflict(f"/components/{section}/{escape(name)}", claims, "both", rule))
    return moves


def _stem(name: str, known: set[str]) -> str:
    """The name without the number it was given when it was the second of its name: ``Order`` of ``Order2``."""
    stem = name.rstrip("0123456789")
    return stem if stem in known else name


def _one_thing(section: str, a: Json, b: Json) -> bool:
    if section != "schemas":
        return bool(a == b)
    kinds = [_types(body) for body in (a, b) if isinstance(body, dict) and (_types(body) or "$ref" in body)]
    return len(kinds) < 2 or kinds[0] == kinds[1]


def _types(body: JsonObject) -> frozenset[str]:
    kind = body.get("type", "object" if "properties" in body else [])
    return frozenset(kind if isinstance(kind, list) else [kind]) - {"null"}


def _kind(body: Json) -> str:
    return str(body.get("type", "something")) if isinstance(body, dict) else "something"
