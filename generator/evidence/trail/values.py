"""The values of a trail: what happened on one document's way, and what of it concerns one place."""

from attrs import field, frozen

from generator.evidence.trail.align import Alignment
from generator.evidence.trail.code import Code, Named
from generator.evidence.trail.difference import Change
from generator.evidence.trail.keyed import Keyed
from generator.evidence.trail.places import Place
from generator.model import Conflict, Fragment, Json, JsonObject, Repair, Spec


@frozen
class Act:
    """One action of an overlay, and what it changed in the document (keyed)."""

    file: str
    pointer: str
    description: str
    reason: str
    evidence: tuple[str, ...]
    changes: tuple[Change, ...] = field(repr=False)


@frozen
class Origin:
    """What one page says of a place: ``exact`` if ``line`` is its own, and not that of what it stands in."""

    page: Fragment = field(repr=False)
    pointer: str
    line: int | None
    exact: bool
    node: Json = field(repr=False)
    normalised: tuple[Change, ...] = ()


@frozen
class Account:
    """One place, from the pages to the code; each part in the order in which it happened.

    ``required`` is of a field or parameter, ``inferred`` the rule that said what no page states.
    """

    place: Place
    node: Json = field(repr=False)
    required: bool
    inferred: str | None
    origins: tuple[Origin, ...]
    merged: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]
    overlays: tuple[tuple[Act, tuple[Change, ...]], ...]
    repaired: tuple[Change, ...]
    repairs: tuple[Repair, ...]
    code: tuple[Named, ...]


@frozen
class Source:
    """A page as it was read and as it was normalised, and which of its places are which of the document."""

    page: Fragment = field(repr=False)
    raw: Keyed = field(repr=False)
    normal: JsonObject = field(repr=False)
    of_document: Alignment = field(repr=False)
    of_page: Alignment = field(repr=False)


@frozen
class Trail:
    """One document's whole way."""

    final: Keyed = field(repr=False)
    spec: Spec = field(repr=False)
    merged: JsonObject = field(repr=False)
    sources: tuple[Source, ...] = field(repr=False)
    acts: tuple[Act, ...] = field(repr=False)
    repaired: tuple[Change, ...] = field(repr=False)
    code: Code = field(repr=False)
