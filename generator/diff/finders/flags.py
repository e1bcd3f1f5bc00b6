"""Keywords that are on or off."""

from collections.abc import Iterator

from generator.diff.finders.presence import changed
from generator.diff.values import Detail, Find, Pair


def raised(keyword: str) -> Find:
    """On now, and was off or not there."""

    def find(pair: Pair) -> Iterator[Detail]:
        yield from (found for found in changed(keyword, default=False)(pair) if found.after is True)

    return find


def lifted(keyword: str) -> Find:
    """Off or not there now, and was on."""

    def find(pair: Pair) -> Iterator[Detail]:
        yield from (found for found in changed(keyword, default=False)(pair) if found.before is True)

    return find
