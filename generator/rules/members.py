"""The members of two unions, matched by what they are and not by where they stand.

Two members are one if they are equal, are uses of one class, carry the same tag (a property with a fixed value), or
are the only ones of their type on both sides without a tag that sets them apart.  Matched members are united, the rest
are kept: variants are added to ``oneOf`` and ``anyOf``; what only one page adds to ``allOf`` is told, and of it nothing
is required that a page of equal standing does not require.
"""

from collections.abc import Callable
from itertools import zip_longest
from typing import Final, TypeAlias

from generator.model import Json, JsonObject
from generator.rules.claims import Note, Side, conflict, listed, stronger
from generator.rules.uses import NULL, UNIONS, use, without_null

Unite: TypeAlias = Callable[[Json, Json, Side, Side, str, Note], Json]
#: Keywords whose value is a list of schemas.
MEMBERS: Final = frozenset({*UNIONS, "prefixItems"})


def unite_members(
    key: str, a: list[Json], b: list[Json], left: Side, right: Side, path: str, note: Note, unite: Unite
) -> list[Json]:
    """Both lists as one, in the first list's order; ``unite`` makes one schema of two that match."""
    pairs = list(zip_longest(a, b)) if key == "prefixItems" else _pairs(a, b)
    if key in ("oneOf", "anyOf") and left.rank < right.rank:
        pairs = [pair for pair in pairs if pair != (None, NULL)]
    one: list[Json] = []
    for mine, theirs in pairs:
        if mine is not None and theirs is not None:
            one.append(unite(mine, theirs, left, right, f"{path}/{len(one)}", note))
        elif key == "allOf" and (theirs is not None or left.rank == right.rank):
            one.append(_not_required(mine if theirs is None else theirs))
        else:
            one.append(mine if theirs is None else theirs)
    if any(mine is None or theirs is None for mine, theirs in pairs) or (NULL in b and NULL not in a + one):
        note(conflict(path, (left, listed(a)), (right, listed(b)), *_rule(key, a, b, one, left, right)))
    return one


def _rule(key: str, a: list[Json], b: list[Json], one: list[Json], left: Side, right: Side) -> tuple[Side | None, str]:
    if key not in ("oneOf", "anyOf"):
        return None, "what one leaves out is taken from the other"
    if all(member in a for member in b if member != NULL) and all(member in b for member in a if member != NULL):
        equal = left.rank == right.rank
        rule = "between equals null is allowed if either allows it" if equal else stronger(left, right)
        return (right if NULL in one and NULL not in a else left), rule
    return None, "variants are united"


def _pairs(a: list[Json], b: list[Json]) -> list[tuple[Json, Json]]:
    """Each member of ``a`` with its match in ``b`` or None, then what is left of ``b``."""
    found: dict[int, int] = {}
    for same in (_equal, _one_class, _one_tag):
        for j, theirs in enumerate(b):
            match = next((i for i, mine in enumerate(a) if i not in found and same(mine, theirs)), None)
            if match is not None and j not in found.values():
                found[match] = j
    free = [i for i in range(len(a)) if i not in found], [j for j in range(len(b)) if j not in found.values()]
    for i in free[0]:
        alike = [j for j in free[1] if _types(a[i]) and _types(a[i]) == _types(b[j])]
        rivals = [k for k in free[0] if _types(a[k]) == _types(a[i])]
        if len(alike) == 1 and rivals == [i] and not _apart(a[i], b[alike[0]]):
            found[i] = alike[0]
    matched = [(mine, b[found[i]] if i in found else None) for i, mine in enumerate(a)]
    return [*matched, *((None, theirs) for j, theirs in enumerate(b) if j not in found.values())]


def _equal(a: Json, b: Json) -> bool:
    return bool(a == b)


def _one_class(a: Json, b: Json) -> bool:
    mine, theirs = (use(member) if isinstance(member, dict) else None for member in (a, b))
    return bool(mine and theirs and mine[0] == theirs[0])


def _one_tag(a: Json, b: Json) -> bool:
    mine, theirs = _tags(a), _tags(b)
    return any(len(values) == 1 and theirs.get(name) == values for name, values in mine.items()) and not _apart(a, b)


def _apart(a: Json, b: Json) -> bool:
    """Whether a property has values in the one that it cannot have in the other, or no property is in both."""
    mine, theirs = _tags(a), _tags(b)
    if any(not values & theirs[name] for name, values in mine.items() if name in theirs):
        return True
    fields = [set(member.get("properties") or ()) if isinstance(member, dict) else set() for member in (a, b)]
    return all(fields) and not fields[0] & fields[1]


def _tags(member: Json) -> dict[str, frozenset[str]]:
    properties = member.get("properties") if isinstance(member, dict) else None
    tags: dict[str, frozenset[str]] = {}
    for name, schema in properties.items() if isinstance(properties, dict) else ():
        if isinstance(schema, dict) and ("const" in schema or isinstance(schema.get("enum"), list)):
            tags[name] = frozenset(map(repr, [schema["const"]] if "const" in schema else schema["enum"]))
    return tags


def _types(member: Json) -> frozenset[str]:
    if not isinstance(member, dict) or use(member):
        return frozenset()
    kind = member.get("type", "object" if "properties" in member else [])
    return frozenset(map(str, without_null(kind)))


def _not_required(member: Json) -> Json:
    if not isinstance(member, dict):
        return member
    strict = {key for key in ("required", "additionalProperties") if member.get(key) is False or key == "required"}
    return {key: value for key, value in member.items() if key not in strict}


def with_mappings(a: JsonObject, b: JsonObject) -> tuple[JsonObject, JsonObject]:
    """Two discriminators, each with the other's variants too; for one they both name, the first one's class."""
    mapping = {**(b.get("mapping") or {}), **(a.get("mapping") or {})}
    return ({**a, "mapping": mapping}, {**b, "mapping": mapping}) if mapping else (a, b)
