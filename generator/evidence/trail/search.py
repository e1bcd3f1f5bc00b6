"""From what somebody typed to the place they mean."""

import difflib
import re
from collections.abc import Iterable, Sequence
from typing import Final

from attrs import frozen

from generator.evidence.trail.places import Place

_BETWEEN: Final = re.compile(r"[\s.]+")
_SIGNS: Final = re.compile(r"[\W_]")
#: So many near names are worth reading.
_NEAR: Final = 5

EXACT, PREFIX, PART, NO = range(4)


@frozen
class Found:
    """The places that fit best; if none does, the names that are nearest."""

    places: tuple[Place, ...]
    near: tuple[str, ...] = ()


def search(known: Sequence[Place], wanted: str) -> Found:
    """A pointer, a whole name, its last words, or the beginning or a part of each word, best first.

    ``Position.qty`` is the field, though ``Position.qty_available`` begins with it; ``close_all 207`` is the answer of
    the operation that begins so.
    """
    wanted = wanted.strip()
    if wanted.startswith("/"):
        exact = tuple(place for place in known if wanted in (place.pointer, place.keyed))
        return Found(exact) if exact else Found((), near(wanted, (place.pointer for place in known)))
    if whole := tuple(place for place in known if place.name == wanted):
        return Found(whole)
    words = [word for word in _BETWEEN.split(wanted) if flat(word)]
    ranked = [(rank, place) for place in known if (rank := _rank(words, place)) is not None] if words else []
    if not ranked:
        return Found((), near(wanted, (place.name for place in known)))
    best = min(rank for rank, _ in ranked)
    return Found(tuple(place for rank, place in ranked if rank == best))


def near(wanted: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names that look most like what was typed, or whose last word does."""
    by_flat: dict[str, str] = {}
    for name in names:
        by_flat.setdefault(name.lower(), name)
        by_flat.setdefault(_BETWEEN.split(name)[-1].lower(), name)
    close = difflib.get_close_matches(wanted.lower(), by_flat, n=2 * _NEAR, cutoff=0.5)
    return tuple(dict.fromkeys(by_flat[name] for name in close))[:_NEAR]


def flat(word: str) -> str:
    """A word without case and signs: ``USDPosition``, ``usd_position`` and ``usd-position`` are one."""
    return _SIGNS.sub("", word.casefold())


def _rank(words: Sequence[str], place: Place) -> tuple[int, int, int] | None:
    """How badly the words fit the end of a place's name (less is better); ``None`` if they do not."""
    if len(words) > len(place.words):
        return None
    fits = [_fit(word, name) for word, name in zip(words, place.words[-len(words) :], strict=True)]
    if max(fits) == NO:
        return None
    # A whole name beats its last words, and a thing itself beats the values in it.
    return (max(fits), len(place.words) - len(words), place.kind == "value")


def _fit(word: str, name: str) -> int:
    word, name = flat(word), flat(name)
    if word == name:
        return EXACT
    if name.startswith(word):
        return PREFIX
    return PART if word in name else NO
