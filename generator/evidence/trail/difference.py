"""What differs between two plain-JSON values, and where."""

from collections.abc import Iterator
from enum import Enum
from typing import Final, TypeAlias

from attrs import field, frozen

from generator.document import get, pointer
from generator.model import Json

Tokens: TypeAlias = tuple[str | int, ...]


class Absent(Enum):
    """There was nothing, or is nothing: ``None`` is a value."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT


@frozen
class Change:
    """One place that differs; a part that came or went is one change, at its top."""

    pointer: str
    before: Json = field(repr=False)
    after: Json = field(repr=False)

    def at(self, place: str) -> "Change | None":
        """The part of this change that concerns ``place``: all of it, what it does there, or none."""
        if self.pointer == place or self.pointer.startswith(f"{place}/"):
            return self
        if not place.startswith(f"{self.pointer}/"):
            return None
        rest = place[len(self.pointer) :]
        before, after = at(self.before, rest), at(self.after, rest)
        return None if before is ABSENT and after is ABSENT else Change(place, before, after)


def at(value: Json, place: str) -> Json:
    """What a value holds at a pointer; ``ABSENT`` if nothing."""
    try:
        return get(value, place)
    except KeyError:
        return ABSENT


def difference(before: Json, after: Json) -> Iterator[Change]:
    """Every change on the way from ``before`` to ``after``, in their order."""
    return (Change(pointer(*place), old, new) for place, old, new in _differing(before, after, ()))


def _differing(before: Json, after: Json, place: Tokens) -> Iterator[tuple[Tokens, Json, Json]]:
    """Places in parts: whole documents are compared for each action of an overlay, and nearly all of it is alike."""
    if before is after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for key, old in before.items():
            yield from _differing(old, after.get(key, ABSENT), (*place, key))
        if before.keys() != after.keys():
            yield from (((*place, key), ABSENT, new) for key, new in after.items() if key not in before)
    elif isinstance(before, list) and isinstance(after, list):
        for index in range(max(len(before), len(after))):
            yield from _differing(_entry(before, index), _entry(after, index), (*place, index))
    elif type(before) is not type(after) or before != after:
        yield place, before, after


def _entry(values: list[Json], index: int) -> Json:
    return values[index] if index < len(values) else ABSENT
