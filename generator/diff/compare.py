"""Two documents in, what changed out: every rule asked about every pair."""

from collections.abc import Sequence

from generator.diff.rules import BY_ID, BY_SHAPE
from generator.diff.values import Change, Detail, Level, Pair, Side
from generator.diff.walk import lay
from generator.document import pointer
from generator.model import JsonObject


def compare(base: JsonObject, revision: JsonObject) -> tuple[Change, ...]:
    """All changes, the worst first, then in the order of their places."""
    graph = lay(base, revision)
    found: list[Change] = []
    for key, pair in graph.pairs.items():
        if _untouched(pair):
            continue
        told = [(rule, detail) for rule in BY_SHAPE.get(pair.shape, ()) for detail in rule.find(pair)]
        if told:
            roles, operations = graph.reached_by(key)
            for rule, detail in told:
                places = (_place(pair.base, detail), _place(pair.revision, detail))
                found.append(Change(rule, *places, detail.before, detail.after, roles, operations))
    return tuple(sorted(found, key=lambda change: (-change.level, -change.http, change.where, change.rule.id)))


def _untouched(pair: Pair) -> bool:
    """Equal to the letter: most pairs are, and no rule has to be asked.  ``==`` will not do: it takes 1 for True."""
    if pair.base is None or pair.revision is None:
        return False
    base, revision = ((side.name, side.required, side.nullable) for side in (pair.base, pair.revision))
    return base == revision and repr(pair.base.node) == repr(pair.revision.node)


def mirrored(changes: Sequence[Change]) -> list[Change]:
    """The same changes as they are seen when the documents are exchanged."""
    return [change.mirrored(BY_ID[change.rule.mirror]) for change in changes]


def worst(changes: Sequence[Change]) -> Level | None:
    """What a Python caller feels most; ``None`` where nothing changed."""
    return max((change.level for change in changes), default=None)


def _place(side: Side | None, detail: Detail) -> str | None:
    """The keyword where the side has it, else the object it would stand in."""
    if side is None:
        return None
    there = bool(detail.keyword) and isinstance(side.node, dict) and detail.keyword in side.node
    return side.pointer + (pointer(detail.keyword) if there else "")
