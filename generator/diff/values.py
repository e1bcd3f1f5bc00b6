"""The values of a comparison: sides, pairs, rules and changes.

A rule judges one kind of pair, on what a caller would feel: the Python caller who takes the regenerated package, and,
marked apart, whoever speaks HTTP by hand.
"""

from collections.abc import Callable, Iterator
from enum import IntEnum
from typing import Literal, TypeAlias

from attrs import evolve, field, frozen

from generator.model import Json

#: ``document`` is what belongs to no message: servers, components nobody reaches, the title.
Role: TypeAlias = Literal["request", "response", "document"]


class Level(IntEnum):
    """How much it is felt; the greater, the worse."""

    DOCS = 0
    ADDITIVE = 1
    RISKY = 2
    BREAKING = 3

    def __str__(self) -> str:
        return self.name.lower()


DOCS, ADDITIVE, RISKY, BREAKING = Level


@frozen
class Felt:
    """The level of one change by the direction it travels in; a shared schema may travel in both."""

    request: Level
    response: Level

    def by(self, roles: frozenset[Role]) -> Level:
        """The worst over the roles; what stands in no message is judged as if it stood in both."""
        if roles <= {"document"}:
            return max(self.request, self.response)
        found = [self.request] if "request" in roles else []
        return max([*found, self.response] if "response" in roles else found)


@frozen
class Side:
    """One document's half of a pair: the object, where it stands, and what only its surroundings know of it."""

    node: Json = field(repr=False)
    pointer: str
    name: str = ""
    required: bool = False
    nullable: bool = False


@frozen
class Detail:
    """What a rule found in a pair: the two values, and the keyword they stand under ('' for the object itself)."""

    before: Json = None
    after: Json = None
    keyword: str = ""


@frozen
class Pair:
    """The same object in both documents; ``None`` where a document has none."""

    shape: str
    base: Side | None
    revision: Side | None

    @property
    def key(self) -> tuple[str, str | None, str | None]:
        """What makes it the same pair, however often it is come to."""
        base, revision = (None if side is None else side.pointer for side in (self.base, self.revision))
        return (self.shape, base, revision)


Find: TypeAlias = Callable[[Pair], Iterator[Detail]]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _felt(level: Level | Felt) -> Felt:
    return level if isinstance(level, Felt) else Felt(level, level)


@frozen
class Rule:
    """One kind of change among pairs of these shapes; ``mirror`` sees it when the documents are exchanged."""

    id: str
    sentence: str
    shapes: frozenset[str] = field(converter=_words)
    find: Find = field(repr=False)
    python: Felt = field(converter=_felt)
    http: Felt = field(converter=_felt)
    mirror: str


@frozen(order=True)
class Operation:
    """An operation as ``GET /path`` in each document; empty where it is not in that one."""

    base: str
    revision: str

    def __str__(self) -> str:
        return self.revision or self.base

    def mirrored(self) -> "Operation":
        return Operation(self.revision, self.base)


@frozen
class Change:
    """One difference a caller could feel, where it stands in both documents, and the operations it reaches."""

    rule: Rule
    base: str | None
    revision: str | None
    before: Json
    after: Json
    roles: frozenset[Role]
    operations: tuple[Operation, ...]

    @property
    def level(self) -> Level:
        """What a Python caller feels."""
        return self.rule.python.by(self.roles)

    @property
    def http(self) -> Level:
        """What someone who speaks HTTP by hand feels."""
        return self.rule.http.by(self.roles)

    @property
    def where(self) -> str:
        """The pointer a person would look at: into the revision, or into the base for what is gone."""
        found = self.base if self.revision is None else self.revision
        return found or ""

    def mirrored(self, mirror: Rule) -> "Change":
        """The same change as seen when the documents are exchanged."""
        return evolve(
            self,
            rule=mirror,
            base=self.revision,
            revision=self.base,
            before=self.after,
            after=self.before,
            operations=tuple(sorted(operation.mirrored() for operation in self.operations)),
        )
