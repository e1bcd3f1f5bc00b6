"""Paths that differ only in what they call their parameters are one path, under the strongest source's names."""

from collections.abc import Sequence
from typing import Any

from attrs import evolve, frozen

from generator.document import METHODS, pointer, resolve
from generator.merge.defaults import explicit, implicit, tell_silence, with_own_defaults
from generator.merge.operation import Parameters, unite_operations
from generator.merge.order import side
from generator.model import Conflict, Fragment, JsonObject
from generator.rules.claims import Note, Side
from generator.rules.names import normal_path, template_parameters
from generator.rules.references import renamed as follow


@frozen
class _Claim:
    """One page's word on one path."""

    side: Side
    path: str
    item: JsonObject
    document: JsonObject


def follow_paths(fragments: Sequence[Fragment]) -> list[Fragment]:
    """The fragments with references into a path following it to the name that the strongest source gives it."""
    names: dict[str, str] = {}
    for fragment in fragments:
        for path in fragment.document.get("paths", {}):
            names.setdefault(normal_path(path), path)
    followed = []
    for fragment in fragments:
        paths = fragment.document.get("paths", {})
        moves = {("paths", path): names[normal_path(path)] for path in paths if names[normal_path(path)] != path}
        followed.append(evolve(fragment, document=follow(fragment.document, moves)) if moves else fragment)
    return followed


def merge_paths(fragments: Sequence[Fragment], defaults: JsonObject, note: Note) -> JsonObject:
    """All paths.

    ``defaults`` holds the document's servers and security: pages that differ keep theirs, per operation.
    """
    groups: dict[str, list[_Claim]] = {}
    for fragment in fragments:
        for path, item in fragment.document.get("paths", {}).items():
            claim = _Claim(side(fragment), path, with_own_defaults(item, fragment, defaults), fragment.document)
            groups.setdefault(normal_path(path), []).append(claim)
    tell_silence(fragments, defaults, note)
    return {claims[0].path: _one_path(claims, defaults, note) for _, claims in sorted(groups.items())}


def _one_path(claims: list[_Claim], defaults: JsonObject, note: Note) -> JsonObject:
    first = claims[0]
    if len(claims) == 1:
        return first.item
    claims = [first, *(_renamed(claim, first, note) for claim in claims[1:])]
    united: dict[str, tuple[Side, JsonObject, Parameters]] = {}
    for claim in claims:
        for method in METHODS:
            if method in claim.item:
                said = explicit(claim.item[method], claim.item, claim.document)
                stated = (said, _effective(claim, method))
                if method not in united:
                    united[method] = (claim.side, *stated)
                    continue
                owner, operation, parameters = united[method]
                here = pointer("paths", first.path, method)
                both = unite_operations((operation, parameters), stated, owner, claim.side, here, note)
                united[method] = (owner, *both)
    for method, (owner, operation, parameters) in united.items():
        said = next(claim.item[method] for claim in claims if method in claim.item)
        united[method] = (owner, implicit(operation, said, defaults), parameters)
    return {**_besides_operations(claims), **_shared_first(first.path, claims, united)}


def _effective(claim: _Claim, method: str) -> Parameters:
    return {**_parameters(claim.item, claim.document), **_parameters(claim.item[method], claim.document)}


def _besides_operations(claims: list[_Claim]) -> JsonObject:
    item: JsonObject = {}
    for claim in claims:
        for key, value in claim.item.items():
            if key not in METHODS and key != "parameters":
                item.setdefault(key, value)
    return item


def _shared_first(
    path: str, claims: list[_Claim], united: dict[str, tuple[Side, JsonObject, Parameters]]
) -> JsonObject:
    """Operations with their parameters, those that all of them share standing at the path.

    A path parameter that one page describes describes the path for all of them: it fills in where another page has
    none, or only a rule's.
    """
    known: Parameters = {}
    for claim in reversed(claims):
        stated = [_parameters(claim.item, claim.document), *(_effective(claim, m) for m in METHODS if m in claim.item)]
        for parameters in stated:
            known.update(
                {k: p for k, p in parameters.items() if k[1] == "path" and ("x-inferred" not in p or k not in known)}
            )
    wanted = [(name, "path") for name in template_parameters(path)]
    complete: dict[str, Parameters] = {}
    for method, (_, _, parameters) in united.items():
        own = {k: p for k, p in parameters.items() if "x-inferred" not in p or k not in known}
        complete[method] = {**{k: known[k] for k in wanted if k in known and k not in own}, **own}
    first = next(iter(complete.values()), {})
    everywhere = [p for key, p in first.items() if all(ps.get(key) == p for ps in complete.values())]
    at_path = [p for p in everywhere if len(complete) > 1 or "parameters" in claims[0].item]
    item: JsonObject = {"parameters": at_path} if at_path else {}
    for method, (_, operation, _) in united.items():
        own_list = [p for p in complete[method].values() if p not in at_path]
        rest = {k: v for k, v in operation.items() if k != "parameters"}
        item[method] = {**rest, "parameters": own_list} if own_list else rest
    return item


def _parameters(owner: JsonObject, document: JsonObject) -> Parameters:
    found: Parameters = {}
    for parameter in owner.get("parameters", ()):
        stated = resolve(document, parameter)
        found[str(stated.get("name")), str(stated.get("in"))] = parameter
    return found


def _renamed(claim: _Claim, winner: _Claim, note: Note) -> _Claim:
    """The claim with its path parameters called as the winner calls them."""
    pairs = zip(template_parameters(claim.path), template_parameters(winner.path), strict=True)
    names = {old: new for old, new in pairs if old != new}
    if not names:
        return evolve(claim, path=winner.path)
    for old, new in names.items():
        claims = ((winner.side.label, f"{{{new}}}"), (claim.side.label, f"{{{old}}}"))
        note(
            Conflict(
                pointer("paths", winner.path), claims, winner.side.label, "the strongest source names the parameter"
            )
        )

    def rename(owner: JsonObject) -> JsonObject:
        if not isinstance(owner.get("parameters"), list):
            return owner
        listed: list[Any] = []
        for parameter in owner["parameters"]:
            stated = resolve(claim.document, parameter)
            moved = stated.get("in") == "path" and stated.get("name") in names
            listed.append({**stated, "name": names[stated["name"]]} if moved else parameter)
        return {**owner, "parameters": listed}

    item = {key: rename(child) if key in METHODS else child for key, child in rename(claim.item).items()}
    return evolve(claim, path=winner.path, item=item)
