"""Which of the positions that were read is the one that was closed: found, absent, or not to be told."""

import re
from collections.abc import Iterable
from typing import Final

from attrs import frozen

from .values import Held

_UUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@frozen
class Unclear:
    """Why the facts do not speak about the position."""

    reason: str


def find(names: frozenset[str], positions: Iterable[Held]) -> Held | Unclear | None:
    """The position of that asset; None if it is certainly not among them."""
    positions = tuple(positions)
    same = [held for held in positions if held.names & names]
    if not same and any(not comparable(names, held.names) for held in positions):
        return Unclear("a position cannot be told from the one that was closed: one is known by id, one by symbol only")
    if len(same) > 1:
        return Unclear("several positions bear the name of the one that was closed")
    if same and contradict(names, same[0].names):
        return Unclear("the symbol belongs to another asset than before: it was renamed or replaced")
    return same[0] if same else None


def comparable(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both are known by an id, or both by a symbol: only then do different names mean different assets."""
    return bool({_is_id(name) for name in one} & {_is_id(name) for name in other})


def contradict(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both are known by ids, and share none."""
    ids, others = ({name for name in names if _is_id(name)} for names in (one, other))
    return bool(ids and others and not ids & others)


def may_be(names: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the two may be one asset; what cannot be compared may be."""
    return bool(names & other) or not comparable(names, other)


def _is_id(name: str) -> bool:
    return _UUID.fullmatch(name) is not None
