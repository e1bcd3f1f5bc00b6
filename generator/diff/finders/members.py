"""Fields, parameters and bodies: whether one has to be there."""

from collections.abc import Iterator

from generator.diff.finders.presence import both
from generator.diff.values import Detail, Pair, Side


def is_required(side: Side) -> bool:
    """A field that its schema lists, a parameter or body or header that says so; a path parameter always is."""
    if side.required:
        return True
    return isinstance(side.node, dict) and (side.node.get("required") is True or side.node.get("in") == "path")


def is_optional(side: Side) -> bool:
    return not is_required(side)


def became_required(pair: Pair) -> Iterator[Detail]:
    if (sides := both(pair)) is not None and not is_required(sides[0]) and is_required(sides[1]):
        yield Detail(False, True)


def became_optional(pair: Pair) -> Iterator[Detail]:
    if (sides := both(pair)) is not None and is_required(sides[0]) and not is_required(sides[1]):
        yield Detail(True, False)


def is_success(side: Side) -> bool:
    return side.name.startswith("2")


def is_error(side: Side) -> bool:
    return not is_success(side)
