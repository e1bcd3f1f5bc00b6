"""``update``: objects merge key by key, arrays grow at their end, a primitive gives way to whatever is said instead.

An object or an array is never replaced by something of another kind, as that would lose what the page says in it
without a word: an overlay that means it removes first and updates after.  A target that is an array takes the update
as one new entry.
"""

import json
from collections.abc import Callable
from copy import deepcopy

from attrs import evolve, frozen

from generator.document import escape
from generator.errors import OverlayError
from generator.model import Json, JsonObject

#: Makes the error for a place (a pointer below the target), from what is wrong and what to do.
MakeError = Callable[[str, str, str], OverlayError]


@frozen
class Told:
    """Whether anything changed, and which entries (pointer below the target, value) an array held already."""

    changed: bool = False
    repeated: tuple[tuple[str, Json], ...] = ()

    def __or__(self, other: "Told") -> "Told":
        return Told(self.changed or other.changed, self.repeated + other.repeated)


def update(target: Json, value: Json, error: MakeError) -> Told:
    """Merge ``value`` into ``target`` where it stands."""
    if isinstance(target, list):
        return _append(target, [value], "")
    if not isinstance(target, dict):
        raise error("", "is neither an object nor an array", "target the object that holds it")
    if not isinstance(value, dict):
        raise error("", "is an object, the update is none", "give the keys to merge into it")
    return _merge(target, value, "", error)


def _merge(target: JsonObject, value: JsonObject, place: str, error: MakeError) -> Told:
    told = Told()
    for key, new in value.items():
        here = f"{place}/{escape(str(key))}"
        old = target.get(key)
        if isinstance(old, dict) and isinstance(new, dict):
            told |= _merge(old, new, here, error)
        elif isinstance(old, list) and isinstance(new, list):
            told |= _append(old, new, here)
        elif isinstance(old, dict | list):
            kind = "an object" if isinstance(old, dict) else "an array"
            raise error(here, f"is {kind}, the update is none", "remove it first, then update")
        elif key not in target or not _same(old, new):
            target[key] = deepcopy(new)
            told = evolve(told, changed=True)
    return told


def _append(target: list[Json], entries: list[Json], place: str) -> Told:
    repeated = tuple((place, entry) for entry in entries if any(_same(entry, old) for old in target))
    target.extend(deepcopy(entries))
    return Told(bool(entries), repeated)


def _same(a: Json, b: Json) -> bool:
    """Equal as JSON: Python takes ``True`` for ``1``."""
    return json.dumps(a, sort_keys=True) == json.dumps(b, sort_keys=True)
