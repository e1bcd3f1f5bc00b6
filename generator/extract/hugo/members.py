"""What samples show about members, and which member a table is about."""

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from generator.extract.hugo.markdown import plain
from generator.extract.hugo.tables import Field
from generator.model import Json, JsonObject

#: Type cells of members that hold others: an object, a list, a link to where they are described.
_HOLDS: Final = re.compile(r"\b(?:object|array|list|json|map|dict)\b|\]\(|\[\]", re.I)


def members(sample: Json) -> JsonObject:
    """The members a sample shows: an object's own, or those of all of a list's objects, a value before a null."""
    found: JsonObject = {}
    for item in _objects(sample):
        for name, value in item.items():
            if found.get(name) is None:
                found[name] = value
    return found


def null_somewhere(sample: Json) -> set[str]:
    """The members that are null in any of the sample's objects."""
    return {name for item in _objects(sample) for name, value in item.items() if value is None}


def _objects(sample: Json) -> list[JsonObject]:
    return [item for item in (sample if isinstance(sample, list) else [sample]) if isinstance(item, dict)]


def placed(found: Sequence[Field], titles: Sequence[str], sample: Json, before: Sequence[Field] = ()) -> list[Field]:
    """Fields of a table under a heading that names a member (``Contact``), moved into that member.

    ``before`` are the fields of the tables above it: the member may be one of them that has no sample.
    """
    inside = members(sample)
    holders = {name: members(value) for name, value in inside.items() if isinstance(value, dict | list)}
    for one in before:
        if len(one.path) == 1 and _HOLDS.search(one.type_text):
            holders.setdefault(one.name, {})
    for title in reversed(titles):
        name = re.sub(r"\W+", "_", plain(title).lower()).strip("_")
        if name in holders and not all(one.path[0] in inside and one.path[0] not in holders[name] for one in found):
            return [one if one.path[0] == name else evolve(one, path=(name, *one.path)) for one in found]
    return _by_sample(found, inside, holders)


def _by_sample(found: Sequence[Field], inside: JsonObject, holders: dict[str, JsonObject]) -> list[Field]:
    """A table that lists the members of a member as if they were its own is set right where the sample is plain."""

    def moved(one: Field) -> Field:
        homes = [name for name, held in holders.items() if one.path[0] in held]
        return evolve(one, path=(homes[0], *one.path)) if len(homes) == 1 and one.path[0] not in inside else one

    return [moved(one) for one in found]
