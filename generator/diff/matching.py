"""Which thing of the base is which of the revision: the same name first, then a rename that leaves no doubt.

Every measure here is symmetric and every choice mutual, so that exchanging the documents exchanges the answer.
"""

import json
import re
from collections.abc import Callable, Mapping
from difflib import SequenceMatcher
from typing import Final, TypeVar

from generator.document import rewrite
from generator.model import Json, JsonObject

T = TypeVar("T")
#: How alike two things are that lost their name and got one; 0 is no rename.
Likeness = Callable[[str, T, str, T], float]

#: Keywords that only people read.
PROSE: Final = frozenset("description summary title example examples externalDocs $comment x-inferred".split())
#: Names less alike than this are two names, not one that was edited.
_ALIKE: Final = 0.6


def matched(base: Mapping[str, T], revision: Mapping[str, T], like: Likeness[T]) -> list[tuple[str | None, str | None]]:
    """Pairs of keys, in the base's order; ``None`` where a side has no counterpart."""
    gone = [key for key in base if key not in revision]
    came = [key for key in revision if key not in base]
    scores = {(old, new): like(old, base[old], new, revision[new]) for old in gone for new in came}
    best_new = {old: _best({new: scores[old, new] for new in came}) for old in gone}
    best_old = {new: _best({old: scores[old, new] for old in gone}) for new in came}
    found: list[tuple[str | None, str | None]] = []
    for key in base:
        new = key if key in revision else best_new[key]
        found.append((key, new if new is not None and (new in base or best_old[new] == key) else None))
    known = {new for _, new in found}
    return found + [(None, key) for key in revision if key not in known]


def _best(scores: Mapping[str, float]) -> str | None:
    """The one key with the highest score; none where two are equally good."""
    top = max(scores.values(), default=0.0)
    winners = [key for key, score in scores.items() if score == top]
    return winners[0] if top > 0 and len(winners) == 1 else None


def bare(node: Json, shape: str) -> Json:
    """The object without what only people read, anywhere in it."""
    return rewrite(node, lambda _shape, inner, _path, _name: _wordless(inner), shape)


def _wordless(node: JsonObject) -> JsonObject:
    return {key: value for key, value in node.items() if key not in PROSE}


def name_likeness(one: str, other: str) -> float:
    """From 0 to 1; case and separators do not count."""
    first, second = sorted(re.sub(r"[^a-z0-9]", "", name.lower()) for name in (one, other))
    if first == second:
        return 1.0
    ratio = SequenceMatcher(None, first, second, autojunk=False).ratio()
    return ratio if ratio >= _ALIKE else 0.0


def same_thing(shape: str, *, but: str = "") -> Likeness[JsonObject]:
    """A likeness for objects: equal to the word, or equal in all but words under a name that was edited."""

    def like(old: str, base: JsonObject, new: str, revision: JsonObject) -> float:
        one = {key: value for key, value in base.items() if key != but}
        other = {key: value for key, value in revision.items() if key != but}
        if one == other and "description" in one:
            return 3.0
        alike = name_likeness(old, new)
        return 1.0 + alike if alike and bare(one, shape) == bare(other, shape) else 0.0

    return like


def schema_likeness(old: str, base: JsonObject, new: str, revision: JsonObject) -> float:
    """Components: equal to the word, equal in all but words, or mostly the same fields or values."""
    if base == revision:
        return 3.0 + name_likeness(old, new)
    if bare(base, "schema") == bare(revision, "schema"):
        return 2.0 + name_likeness(old, new)
    if base.get("type") != revision.get("type"):
        return 0.0
    one, other = _parts(base), _parts(revision)
    shared = len(one & other) / len(one | other) if one | other else 0.0
    return shared if shared >= _ALIKE else 0.0


def _parts(schema: JsonObject) -> set[str]:
    properties = schema.get("properties")
    return {*(properties if isinstance(properties, dict) else ()), *(json.dumps(v) for v in schema.get("enum", ()))}


def never(_old: str, _base: object, _new: str, _revision: object) -> float:
    """For things that have no identity beyond their name."""
    return 0.0
