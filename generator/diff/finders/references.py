"""Names that a schema goes by, and what it is composed of."""

from collections.abc import Iterator

from generator.diff.finders.presence import both, same
from generator.diff.schema import UNIONS
from generator.diff.values import Detail, Pair


def named(pair: Pair) -> Iterator[Detail]:
    """Was written in place, is a component now."""
    if (sides := both(pair)) is not None and "$ref" in sides[1].node:
        yield Detail(None, sides[1].node["$ref"], "$ref")


def unnamed(pair: Pair) -> Iterator[Detail]:
    """Was a component, is written in place now."""
    if (sides := both(pair)) is not None and "$ref" in sides[0].node:
        yield Detail(sides[0].node["$ref"], None, "$ref")


def other_target(pair: Pair) -> Iterator[Detail]:
    """Refers to another component."""
    if (sides := both(pair)) is not None:
        yield Detail(sides[0].name, sides[1].name, "$ref")


def union_kind(pair: Pair) -> Iterator[Detail]:
    """Exactly one of the members, or any of them."""
    if (sides := both(pair)) is not None:
        before, after = ([keyword for keyword in UNIONS if keyword in side.node] for side in sides)
        if before and after and before != after:
            yield Detail(", ".join(before), ", ".join(after), after[0])


def unused(pair: Pair) -> Iterator[Detail]:
    """A component that no operation reaches in both documents says something else."""
    if (sides := both(pair)) is not None and not same(sides[0].node, sides[1].node):
        yield Detail(sides[0].name, sides[1].name)
