"""All that is known of where one place comes from."""

from collections.abc import Iterator, Sequence

from generator.document import escape
from generator.evidence.trail.code import generated
from generator.evidence.trail.difference import ABSENT, Change, at
from generator.evidence.trail.origins import HOLDERS, normal, origins
from generator.evidence.trail.places import Place
from generator.evidence.trail.settled import mends, settles
from generator.evidence.trail.values import Account, Origin, Trail
from generator.model import Json, JsonObject


def account(way: Trail, place: Place) -> Account:
    """Where ``place`` comes from."""
    node = at(way.final.document, place.keyed)
    extents = _extents(way.final.document, place)
    pages = tuple(o for source in way.sources for o in origins(source, place.keyed))
    overlays = [(act, tuple(_concerning(act.changes, extents, place))) for act in way.acts]
    return Account(
        place,
        node,
        _required(way.final.document, place, node),
        node.get("x-inferred") if isinstance(node, dict) else None,
        pages,
        tuple(_while_merging(way, place, pages)),
        tuple(c for c in way.spec.conflicts if settles(c, place)),
        tuple((act, changes) for act, changes in overlays if changes),
        tuple(_concerning(way.repaired, extents, place)),
        tuple(r for r in way.spec.repairs if mends(r, place, pages)),
        generated(way.code, place, node),
    )


def _required(document: JsonObject, place: Place, node: Json) -> bool:
    if place.kind == "parameter" and isinstance(node, dict):
        return bool(node.get("required"))
    return place.kind == "field" and at(document, _requirement(place)) is not ABSENT


def _requirement(place: Place) -> str:
    """Where the class that a field is in says that it must be there."""
    owner, _, name = place.keyed.rpartition("/properties/")
    return f"{owner}/required/{name}"


def _extents(document: JsonObject, place: Place) -> tuple[str, ...]:
    """Where a place's statements stand: its own, the answer it refers to, and whether it is required."""
    found = [place.keyed]
    node = at(document, place.keyed)
    if place.kind in ("answer", "header") and isinstance(node, dict) and isinstance(ref := node.get("$ref"), str):
        found.append(ref.removeprefix("#"))
    if place.kind == "field":
        found.append(_requirement(place))
    return tuple(found)


def _concerning(changes: Sequence[Change], extents: Sequence[str], place: Place) -> Iterator[Change]:
    for change in changes:
        for extent in extents:
            part = change.at(extent)
            if part is not None and not _of_another(part.pointer.removeprefix(extent), place):
                yield part


def _of_another(rest: str, place: Place) -> bool:
    """Whether a change within a class or an operation is of a field or parameter in it, which has its own account."""
    return place.kind in ("schema", "operation", "field") and rest.startswith(HOLDERS)


def _while_merging(way: Trail, place: Place, pages: Sequence[Origin]) -> Iterator[Change]:
    """Statements of the merged document that no page makes of this place: a rule made them."""
    node = at(way.merged, place.keyed)
    if not isinstance(node, dict):
        return
    given = [said for source in way.sources for said in normal(source, place.keyed) if isinstance(said, dict)]
    for key, value in node.items():
        if f"/{key}/" not in HOLDERS and pages and not any(said.get(key, ABSENT) == value for said in given):
            before = next((said[key] for said in given if key in said), ABSENT)
            if not isinstance(value, dict | list) or before is ABSENT:
                yield Change(f"{place.keyed}/{escape(key)}", before, value)
