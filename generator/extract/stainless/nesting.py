"""Entries as trees, where the layout shows their nesting; and what samples know about fields."""

from collections.abc import Iterable, Sequence
from typing import Final

from attrs import evolve, field, frozen, mutable

from generator.errors import PageError
from generator.extract.stainless.tokens import Entry, wire_name
from generator.model import Json

MAX_LEVELS: Final = 40


@frozen
class Node:
    """An entry with what is listed inside it."""

    entry: Entry
    children: tuple["Node", ...] = ()
    values: tuple[Json, ...] = ()


def objects_in(samples: Iterable[Json]) -> list[dict[str, Json]]:
    """The JSON objects that samples are or hold as list items (lists of lists included)."""
    found: list[dict[str, Json]] = []
    for sample in samples:
        if isinstance(sample, dict):
            found.append(sample)
        elif isinstance(sample, list):
            found.extend(objects_in(sample))
    return found


def sent_as(name: str, objects: Sequence[dict[str, Json]]) -> str:
    """The field's name on the wire, as far as the samples show it (``button_id`` may be sent as ``buttonId``)."""
    name = wire_name(name)
    head, *rest = name.split("_")
    camel = head + "".join(part.capitalize() for part in rest)
    return camel if not any(name in o for o in objects) and any(camel in o for o in objects) else name


def by_depth(entries: Sequence[Entry], page: str) -> list[Node]:
    """The trees that indentation shows."""
    root = [_Open(-1, None)]
    top = root[0]
    for entry in entries:
        depth = entry.depth or 0
        while root[-1].depth >= depth:
            root.pop()
        if len(root) > MAX_LEVELS:
            raise PageError(f"{page}:{entry.line}", "", f"nested deeper than {MAX_LEVELS} levels", "flatten the page")
        if entry.kind == "value" and root[-1].entry is not None:
            root[-1].values.append(entry.value)
            continue
        opened = _Open(depth, entry)
        root[-1].children.append(opened)
        root.append(opened)
    return list(top.closed().children)


@mutable
class _Open:
    depth: int
    entry: Entry | None
    children: list["_Open"] = field(factory=list)
    values: list[Json] = field(factory=list)

    def closed(self) -> Node:
        entry = self.entry or Entry("variant", 0)
        return Node(entry, tuple(child.closed() for child in self.children), tuple(self.values))


def with_envelope(entries: Sequence[Entry], samples: Sequence[Json]) -> list[Entry]:
    """The entries with the ``data`` level put back where the page lists the fields inside it in its place."""
    objects = [sample for sample in samples if isinstance(sample, dict)]
    inner = objects_in(o["data"] for o in objects if "data" in o)
    fields = [e for e in entries if e.kind == "field"]
    if not inner or not fields or any(e.name == "data" for e in fields):
        return list(entries)
    place = next((i for i, e in enumerate(entries) if e.kind == "field" and sent_as(e.name, inner) in inner[0]), None)
    if place is None or any(e.name in o for e in fields[:1] for o in objects):
        return list(entries)
    first = entries[place]
    data = Entry("field", first.line, "data", depth=first.depth, facts={"x-inferred": "example"})
    if first.depth is None:
        return [*entries[:place], data, *entries[place:]]
    top = {name for o in objects for name in o}
    deeper = [
        evolve(e, depth=(e.depth or 0) + 1) if (e.depth or 0) > first.depth or e.name not in top else e
        for e in entries[place:]
    ]
    return [*entries[:place], data, *deeper]
