"""Laying two documents side by side: every object that both have, or only one has, as a ``Pair``.

A pair is entered once however often it is referred to, and knows who refers to it: so a change in a shared schema is
found once, and names every operation it reaches.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import Factory, define

from generator.diff.documents import Documents
from generator.diff.values import Operation, Pair, Role
from generator.diff.walk import components, messages, operations, schemas
from generator.diff.walk.child import Child, Expand
from generator.model import JsonObject

Key = tuple[str, str | None, str | None]
_EXPAND: Final[Mapping[str, Expand]] = {
    "document": operations.document,
    "operation": operations.operation,
    "parameter": messages.valued,
    "header": messages.valued,
    "body": messages.content,
    "response": messages.response,
    "media": messages.media,
    "schema": schemas.schema,
}


@define
class Graph:
    """All pairs, and by which way each was come to: the pair it was in, and the role if a message begins there."""

    pairs: dict[Key, Pair] = Factory(dict)
    ways: dict[Key, list[tuple[Key, Role | None]]] = Factory(dict)

    def reached_by(self, key: Key) -> tuple[frozenset[Role], tuple[Operation, ...]]:
        """The roles a pair is in, and the operations it is felt in, by name."""
        roles: set[Role] = set()
        found: set[Operation] = set()
        seen = {key}
        todo = deque([key])
        while todo:
            here = todo.popleft()
            pair = self.pairs[here]
            if pair.shape == "operation":
                found.add(Operation(pair.base.name if pair.base else "", pair.revision.name if pair.revision else ""))
                if here == key:
                    roles.add("document")
                continue
            for parent, role in self.ways[here]:
                if role is not None:
                    roles.add(role)
                if parent not in seen:
                    seen.add(parent)
                    todo.append(parent)
        return frozenset(roles or {"document"}), tuple(sorted(found))


def lay(base: JsonObject, revision: JsonObject) -> Graph:
    """Every pair of the two documents."""
    documents, graph = Documents.of(base, revision), Graph()
    todo: deque[Pair] = deque()

    def enter(children: Iterator[Child], parent: Key | None) -> None:
        for pair, role in children:
            if pair.key not in graph.pairs:
                graph.pairs[pair.key] = pair
                graph.ways[pair.key] = []
                todo.append(pair)
            if parent is not None:
                graph.ways[pair.key].append((parent, role))

    enter(operations.whole(documents), None)
    while True:
        while todo:
            pair = todo.popleft()
            if pair.shape in _EXPAND and pair.base is not None and pair.revision is not None:
                enter(_EXPAND[pair.shape](documents, pair), pair.key)
        if ("components", "/components", "/components") in graph.pairs:
            return graph
        # Last, when it is known which of them an operation reaches.
        enter(components.shared(documents, graph.pairs), None)
