"""What every part of the walk gives: pairs below a pair, with the role where a message begins."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from generator.diff.documents import Documents, follow
from generator.diff.matching import Likeness, matched
from generator.diff.values import Pair, Role, Side
from generator.document import pointer
from generator.model import JsonObject

Child: TypeAlias = tuple[Pair, Role | None]
Expand: TypeAlias = Callable[[Documents, Pair], Iterator[Child]]
Sides: TypeAlias = tuple[Side, Side]


def both(pair: Pair) -> Sides:
    """The two halves of a pair that is known to have both."""
    assert pair.base is not None
    assert pair.revision is not None
    return pair.base, pair.revision


def named(documents: Documents, pair: Pair, keyword: str) -> tuple[dict[str, Side], dict[str, Side]]:
    """The objects of a map, by name on either side, references followed."""
    base, revision = both(pair)
    return _entries(documents.base, base, keyword), _entries(documents.revision, revision, keyword)


def _entries(document: JsonObject, side: Side, keyword: str) -> dict[str, Side]:
    return {
        name: follow(document, Side(node, side.pointer + pointer(keyword, name), name))
        for name, node in (side.node.get(keyword) or {}).items()
    }


def pairs(
    shape: str, base: Mapping[str, Side], revision: Mapping[str, Side], like: Likeness[JsonObject]
) -> Iterator[Pair]:
    """Counterparts, and what only one document has."""
    nodes = ({key: side.node for key, side in sides.items()} for sides in (base, revision))
    for old, new in matched(next(nodes), next(nodes), like):
        yield Pair(shape, base[old] if old is not None else None, revision[new] if new is not None else None)
