"""Entries as trees, where the layout lost their nesting: the JSON sample restores it.

For what the sample does not show, the order these pages keep tells: required fields stand before optional ones, and
where a class begins in alphabetical order it goes on so.

entry                                             belongs to
------------------------------------------------  -------------------------------------------------------------
a value                                           the field or class above it
shown by the sample at a level, not yet listed    that level, the innermost first
required, after an optional one of its level      the next level out that has listed no optional one
back in the alphabet, where its level kept to it  the next level out where it fits
the first optional one of a level without sample  the next level out that is at its optional ones, where it fits
one of many classes in a row                      beside the others: none of them is listed here
anything else                                     beside the entry above it
"""

from collections.abc import Sequence
from typing import Final

from attrs import field, mutable

from generator.errors import PageError
from generator.extract.stainless.level import Level, rows_of_classes
from generator.extract.stainless.naming import names_text
from generator.extract.stainless.nesting import MAX_LEVELS, Node, objects_in, sent_as
from generator.extract.stainless.tokens import Entry
from generator.model import Json

#: The longest run of optional fields that is looked through to see where it belongs.
LOOK_AHEAD: Final = 100
#: More fields of class types in a row than these are not each inside the one before.
LONGEST_ROW: Final = 5


@mutable
class _Reader:
    """Recursive descent over entries that have no depth."""

    entries: Sequence[Entry]
    page: str
    at: int = 0
    #: The fields of each class listed so far, in order: listed again, it lists the same.
    known: dict[str, tuple[str, ...]] = field(factory=dict)
    #: Where each name stands last.
    stands: dict[str, int] = field(factory=dict)
    guessed: list[Entry] = field(factory=list)
    #: How many fields of class types stand in a row around each entry that is one.
    rows: dict[int, int] = field(factory=dict)

    def peek(self, *kinds: str) -> Entry | None:
        entry = self.entries[self.at] if self.at < len(self.entries) else None
        return entry if entry is not None and entry.kind in kinds else None

    def top(self, samples: Sequence[Json], apart: frozenset[str]) -> list[Node]:
        nodes: list[Node] = []
        outermost = Level(objects_in(samples), apart=apart)
        while self.at < len(self.entries):
            if entry := self.peek("class"):
                nodes.append(self.klass(entry, samples, []))
            elif self.peek("field"):
                nodes.extend(self.fields(outermost, []))
            else:
                nodes.append(self.field([outermost], samples))
        return nodes

    def klass(self, entry: Entry, samples: Sequence[Json], outer: list[Level]) -> Node:
        self.at += 1
        values = self.values()
        children = self.fields(Level(objects_in(samples)), outer) if not values else []
        self.known.setdefault(entry.name, tuple(child.entry.name for child in children))
        return Node(entry, tuple(children), values)

    def values(self) -> tuple[Json, ...]:
        found: list[Json] = []
        while entry := self.peek("value"):
            found.append(entry.value)
            self.at += 1
        return tuple(found)

    def fields(self, level: Level, outer: list[Level]) -> list[Node]:
        if len(outer) > MAX_LEVELS:
            where = f"{self.page}:{self.entries[min(self.at, len(self.entries) - 1)].line}"
            raise PageError(where, "", f"nested deeper than {MAX_LEVELS} levels", "flatten the page")
        nodes: list[Node] = []
        while (entry := self.peek("field")) and self.belongs(entry, level, outer):
            level.list(entry)
            shown = [o[key] for o in level.objects if (key := sent_as(entry.name, level.objects)) in o]
            nodes.append(self.field([*outer, level], shown))
        return nodes

    def belongs(self, entry: Entry, level: Level, outer: list[Level]) -> bool:
        if level.shows(entry.name) or not outer:
            return True
        if entry.name in level.seen:
            return False
        # A level that still has fields to come stays open: what only levels outside it show is not theirs yet.  And of
        # a name that comes again, the last is the outer one's, where no sample tells.
        last = self.stands[entry.name]
        again = not level.objects and last > self.at and self.entries[last].type == entry.type
        for around in () if again else reversed(outer):
            if around.shows(entry.name):
                return False
            if self.unfinished(around):
                break
        if level.optional and not entry.optional:
            return not any(not o.optional for o in outer)
        if entry.optional and level.seen and not level.optional and not level.objects:
            # Its first optional field, or the next of a level around it that has come to its optional ones.
            around_it = next((o for o in reversed(outer) if o.optional and o.last and o.last < entry.name), None)
            return again or around_it is None or self.returns_to(around_it)
        fits = any(o.last is not None and not o.skips_back(entry) for o in outer)
        return not (level.skips_back(entry) and fits)

    def returns_to(self, level: Level) -> bool:
        """Whether the optional fields from here on run up the alphabet and then start again where ``level`` was."""
        last = ""
        for entry in self.entries[self.at : self.at + LOOK_AHEAD]:
            if entry.kind == "field" and not entry.optional:
                return False
            if entry.kind == "field" and entry.name < last:
                return level.last is not None and level.last < entry.name
            last = entry.name if entry.kind == "field" else last
        return False

    def unfinished(self, level: Level) -> bool:
        """Whether something that the level's sample shows is still to be listed."""
        return any(self.stands.get(name, -1) > self.at for o in level.objects for name in o if name not in level.seen)

    def field(self, levels: list[Level], shown: Sequence[Json]) -> Node:
        """The entry here with what is listed inside it; ``levels`` are the classes it stands in."""
        entry = self.entries[self.at]
        self.at += 1
        if values := self.values():
            return Node(entry, (), values)
        names = entry.type.mentions() if entry.type is not None else set()
        children: list[Node] = []
        while (variant := self.peek("class", "variant")) and self.offers(entry, names, variant):
            one = self.klass(variant, [], levels) if variant.kind == "class" else self.field(levels, [])
            children.append(one)
        following = self.peek("field")
        if children or following is None or not self.opens(entry, names, following, levels, shown):
            return Node(entry, tuple(children))
        known = [dict.fromkeys(self.known[name]) for name in names if name in self.known]
        sampled = [*objects_in(shown), *known]
        if not sampled and (self.in_a_row() or len(levels) >= MAX_LEVELS):
            self.guessed.append(entry)
            return Node(entry)
        inside = self.fields(Level(sampled), levels)
        for name in names:
            self.known.setdefault(name, tuple(child.entry.name for child in inside))
        following = self.peek("field")
        if not sampled and not (following and any(level.shows(following.name) for level in levels)):
            self.guessed.append(entry)
        return Node(entry, tuple(inside))

    def in_a_row(self) -> bool:
        """Whether the field just read and the one that follows are of many that hold classes listed elsewhere."""
        return self.rows.get(self.at - 1, 0) > LONGEST_ROW and self.at in self.rows

    def offers(self, entry: Entry, names: set[str], variant: Entry) -> bool:
        """Whether ``variant`` is one of the alternatives of the entry's type: in its union, or behind its name."""
        if entry.type is None or entry.kind == "value":
            return False
        behind = {name for name in names if name not in self.known and not names_text(name)}
        if variant.kind == "class":
            return variant.name in names or bool(behind)
        return any(kind == variant.type != entry.type for kind in entry.type.walk()) or (
            bool(behind) and entry.kind != "variant"
        )

    def opens(
        self, entry: Entry, names: set[str], following: Entry, levels: list[Level], shown: Sequence[Json]
    ) -> bool:
        """Whether the fields that follow are listed inside ``entry``."""
        inside = Level(objects_in(shown))
        if inside.shows(following.name):
            return bool(names) or entry.type is None or entry.type.has("object")
        if not names or any(isinstance(sample, str | int | float) for sample in _flat(shown)):
            return False
        if known := [self.known[name] for name in names if name in self.known]:
            return any(listed[:1] == (following.name,) for listed in known)
        # A class that was not listed yet is listed here, unless it is a text under another name.
        return not all(map(names_text, names)) and not any(level.shows(following.name) for level in levels)


def _flat(samples: Sequence[Json]) -> list[Json]:
    """Samples, with the items of lists in place of the lists."""
    return [item for sample in samples for item in (_flat(sample) if isinstance(sample, list) else [sample])]


def by_sample(
    entries: Sequence[Entry], samples: Sequence[Json], page: str, apart: frozenset[str]
) -> tuple[list[Node], list[Entry]]:
    """The trees that samples and the order of fields show, and the entries whose end no sample confirms.

    Names ``apart`` stand first at the top, as path parameters do.
    """
    stands = {entry.name: at for at, entry in enumerate(entries)}
    reader = _Reader(entries, page, stands=stands, rows=rows_of_classes(entries))
    return reader.top(samples, apart | {"id"}), reader.guessed
