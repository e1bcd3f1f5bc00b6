"""Types, null, closed lists of values and bounds: what values a schema lets through."""

from collections.abc import Iterator
from typing import Final

from generator.diff.finders.presence import both
from generator.diff.schema import LOWER, UPPER, nullable, number, types, values, widened
from generator.diff.values import Detail, Pair
from generator.model import Json


def _types(pair: Pair) -> tuple[str, Detail] | None:
    if (sides := both(pair)) is None:
        return None
    before, after = (types(side.node) for side in sides)
    if before == after:
        return None
    old, new = widened(before), widened(after)
    kind = "wider" if not new or (old and old < new) else "narrower" if not old or new < old else "other"
    return kind, Detail(sorted(before), sorted(after), "type")


def type_widened(pair: Pair) -> Iterator[Detail]:
    yield from _when(_types(pair), "wider")


def type_narrowed(pair: Pair) -> Iterator[Detail]:
    yield from _when(_types(pair), "narrower")


def type_changed(pair: Pair) -> Iterator[Detail]:
    yield from _when(_types(pair), "other")


def _when(found: tuple[str, Detail] | None, kind: str) -> Iterator[Detail]:
    if found is not None and found[0] == kind:
        yield found[1]


def became_nullable(pair: Pair) -> Iterator[Detail]:
    if (sides := both(pair)) is not None and not nullable(sides[0]) and nullable(sides[1]):
        yield Detail(False, True)


def no_longer_nullable(pair: Pair) -> Iterator[Detail]:
    if (sides := both(pair)) is not None and nullable(sides[0]) and not nullable(sides[1]):
        yield Detail(True, False)


def _lists(pair: Pair) -> tuple[dict[str, Json] | None, dict[str, Json] | None]:
    sides = both(pair)
    return (None, None) if sides is None else (values(sides[0].node), values(sides[1].node))


def value_added(pair: Pair) -> Iterator[Detail]:
    before, after = _lists(pair)
    if before is not None and after is not None:
        yield from (Detail(None, value, "enum") for text, value in after.items() if text not in before)


def value_removed(pair: Pair) -> Iterator[Detail]:
    before, after = _lists(pair)
    if before is not None and after is not None:
        yield from (Detail(value, None, "enum") for text, value in before.items() if text not in after)


def closed(pair: Pair) -> Iterator[Detail]:
    before, after = _lists(pair)
    if before is None and after is not None:
        yield Detail(None, list(after.values()), "enum")


def opened(pair: Pair) -> Iterator[Detail]:
    before, after = _lists(pair)
    if before is not None and after is None:
        yield Detail(list(before.values()), None, "enum")


#: How a bound is compared: a higher upper bound lets more through, a higher lower bound less.
_SIGNS: Final = {**dict.fromkeys(UPPER, 1), **dict.fromkeys(LOWER, -1)}


def _bounds(pair: Pair, sign: int) -> Iterator[Detail]:
    if (sides := both(pair)) is None:
        return
    for keyword, direction in _SIGNS.items():
        before, after = (side.node.get(keyword) for side in sides)
        if not all(value is None or number(value) for value in (before, after)):
            continue
        old, new = (float("inf") if value is None else direction * value for value in (before, after))
        if sign * (new - old if new != old else 0) > 0:
            yield Detail(before, after, keyword)


def bound_loosened(pair: Pair) -> Iterator[Detail]:
    yield from _bounds(pair, 1)


def bound_tightened(pair: Pair) -> Iterator[Detail]:
    yield from _bounds(pair, -1)


def _open(pair: Pair) -> tuple[bool, bool] | None:
    if (sides := both(pair)) is None:
        return None
    before, after = (side.node.get("additionalProperties", True) for side in sides)
    return before is not False, after is not False


def more_fields_refused(pair: Pair) -> Iterator[Detail]:
    if _open(pair) == (True, False):
        yield Detail(True, False, "additionalProperties")


def more_fields_allowed(pair: Pair) -> Iterator[Detail]:
    if _open(pair) == (False, True):
        yield Detail(False, True, "additionalProperties")
