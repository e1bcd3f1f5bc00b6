"""One class in the middle of being listed, where only samples and order tell which fields are its own."""

from collections.abc import Sequence

from attrs import field, mutable

from generator.extract.stainless.naming import names_text
from generator.extract.stainless.nesting import sent_as
from generator.extract.stainless.tokens import Entry
from generator.model import Json


@mutable
class Level:
    """A class being listed: what its sample shows, and what was listed so far."""

    objects: list[dict[str, Json]]
    seen: set[str] = field(factory=set)
    optional: bool = False
    #: The last name of the fields that are required, or of those that are not; None where they follow no order.
    last: str | None = ""
    #: Names that stand first whatever the order of the others.
    apart: frozenset[str] = frozenset({"id"})

    def shows(self, name: str) -> bool:
        """Whether the sample has the field and the page has not listed it yet."""
        name = sent_as(name, self.objects)
        return name not in self.seen and any(name in sample for sample in self.objects)

    def list(self, entry: Entry) -> None:
        """Take the entry as one of this level."""
        self.seen.add(sent_as(entry.name, self.objects))
        begins = entry.optional and not self.optional
        if self.last is not None:
            before = "" if begins else self.last
            name = before if entry.name in self.apart else entry.name
            self.last = name if name >= before else None
        self.optional = self.optional or entry.optional

    def skips_back(self, entry: Entry) -> bool:
        """Whether the entry would break the order of names that this level has kept."""
        return bool(self.last) and entry.optional == self.optional and entry.name < str(self.last)


def rows_of_classes(entries: Sequence[Entry]) -> dict[int, int]:
    """Of each field that holds a class, by its place: how many of such stand in a row there."""
    found: dict[int, int] = {}
    row: list[int] = []
    for at, entry in enumerate(entries):
        if entry.kind == "field" and entry.type is not None and not all(map(names_text, entry.type.mentions())):
            row.append(at)
            continue
        found.update(dict.fromkeys(row, len(row)))
        row = []
    return {**found, **dict.fromkeys(row, len(row))}
