"""Things that came or went, and keywords whose value changed."""

from collections.abc import Callable, Iterator

from generator.diff.values import Detail, Find, Pair, Side
from generator.model import Json

Test = Callable[[Side], bool]


def anything(_side: Side) -> bool:
    return True


def added(test: Test = anything) -> Find:
    """The revision has it, the base has not; ``test`` is asked about what came."""

    def find(pair: Pair) -> Iterator[Detail]:
        if pair.base is None and pair.revision is not None and test(pair.revision):
            yield Detail(None, label(pair.revision))

    return find


def removed(test: Test = anything) -> Find:
    """The base had it, the revision has not; ``test`` is asked about what went."""

    def find(pair: Pair) -> Iterator[Detail]:
        if pair.revision is None and pair.base is not None and test(pair.base):
            yield Detail(label(pair.base), None)

    return find


def label(side: Side) -> Json:
    return side.name or side.pointer


def both(pair: Pair) -> tuple[Side, Side] | None:
    """The two sides, if there are two."""
    return None if pair.base is None or pair.revision is None else (pair.base, pair.revision)


def changed(*keywords: str, default: Json = None) -> Find:
    """A keyword has another value, or came, or went; leaving it out says ``default``."""

    def find(pair: Pair) -> Iterator[Detail]:
        if (sides := both(pair)) is None:
            return
        base, revision = sides
        for keyword in keywords:
            before, after = base.node.get(keyword, default), revision.node.get(keyword, default)
            if not same(before, after):
                yield Detail(before, after, keyword)

    return find


def appeared(keyword: str) -> Find:
    """A keyword that was not there."""
    return lambda pair: (found for found in changed(keyword)(pair) if found.before is None)


def vanished(keyword: str) -> Find:
    """A keyword that is there no more."""
    return lambda pair: (found for found in changed(keyword)(pair) if found.after is None)


def replaced(keyword: str) -> Find:
    """A keyword with one value before and another now."""
    return lambda pair: (f for f in changed(keyword)(pair) if f.before is not None and f.after is not None)


def renamed(pair: Pair) -> Iterator[Detail]:
    """The same thing under another name."""
    if (sides := both(pair)) is not None and sides[0].name != sides[1].name:
        yield Detail(sides[0].name, sides[1].name)


def same(one: Json, other: Json) -> bool:
    """Equal as JSON: to Python ``1`` is ``True`` and ``1.0``, and in JSON only the last two are one number."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return isinstance(one, bool) == isinstance(other, bool) and bool(one == other)
