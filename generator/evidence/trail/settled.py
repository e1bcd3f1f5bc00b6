"""Which conflicts and repairs are about a place.

Their notes were made before the document had its last form: a parameter goes by its name, a page's place by its line.
"""

from collections.abc import Sequence

from generator.document import escape
from generator.evidence.trail.places import Place
from generator.evidence.trail.values import Origin
from generator.model import Conflict, Repair


def settles(conflict: Conflict, place: Place) -> bool:
    """Whether a conflict was about this place, or about a list that it is an entry of."""
    where = conflict.pointer
    if place.kind == "parameter":
        return _of_parameter(conflict, place)
    if where == place.pointer or where.startswith(f"{place.pointer}/"):
        if place.kind == "value":
            return _names(conflict, place.words[-1])
        # What is settled of a field or a parameter is told there.
        return place.kind not in ("schema", "operation") or where.count("/") <= place.pointer.count("/") + 1
    return place.kind == "field" and where == place.pointer.rpartition("/")[0] and _names(conflict, place.words[-1])


def _of_parameter(conflict: Conflict, place: Place) -> bool:
    name = place.words[-1]
    holder, _, rest = conflict.pointer.partition("/parameters/")
    if not place.keyed.startswith(f"{holder}/"):
        return False
    if rest:
        return rest.split("/")[0] == escape(name)
    return any(f"{{{name}}}" in claim for _, claim in conflict.claims)


def _names(conflict: Conflict, name: str) -> bool:
    return any(name in [word.strip() for word in claim.split(",")] for _, claim in conflict.claims)


def mends(repair: Repair, place: Place, pages: Sequence[Origin]) -> bool:
    """Whether a repair was made here: of the document by its pointer, of a page by its pointer or line."""
    if repair.where == place.pointer or repair.where.startswith(f"{place.pointer}/"):
        return True
    for origin in pages:
        page, _, there = repair.where.partition(": ")
        if page == origin.page.label:
            if there == origin.pointer or there.startswith(f"{origin.pointer}/"):
                return True
            if there.isdecimal() and place.words[-1] in repair.what.split():
                return True
    return False
