"""Who says what, how much that counts, and how a disagreement reads."""

from collections.abc import Callable
from typing import TypeAlias

from attrs import frozen

from generator.model import Conflict, Json


@frozen
class Side:
    """Who claims a schema, and how much that counts (0 is the strongest)."""

    label: str
    rank: int


Note: TypeAlias = Callable[[Conflict], None]


def stronger(left: Side, right: Side) -> str:
    """The rule by which the left side wins."""
    return "the stronger source wins" if left.rank != right.rank else "the newer page wins"


def conflict(path: str, a: tuple[Side, str], b: tuple[Side, str], winner: Side | None, rule: str) -> Conflict:
    """What two sides say of one thing; without a winner both are right."""
    return Conflict(path, ((a[0].label, a[1]), (b[0].label, b[1])), winner.label if winner else "both", rule)


def shown(value: Json) -> str:
    """A value as a person reads it in a report: a schema by what it is, a list by its values."""
    if isinstance(value, dict):
        if "$ref" in value:
            return str(value["$ref"]).rpartition("/")[2]
        said = [f"{key}: {listed(value[key])}" for key in ("type", "format") if key in value]
        return ", ".join(said) or ("an object" if "properties" in value else "a schema")
    return listed(value)


def listed(value: Json) -> str:
    if isinstance(value, list):
        return ", ".join("null" if item is None else shown(item) for item in value) or "(empty)"
    return str(value)
