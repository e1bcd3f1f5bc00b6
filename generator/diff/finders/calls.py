"""How an operation is called: its path, its method, its module, and how parameters are written."""

from collections.abc import Iterator
from typing import Final

from generator.diff.finders.presence import both
from generator.diff.values import Detail, Pair
from generator.model import JsonObject
from generator.rules.names import normal_path


def path_changed(pair: Pair) -> Iterator[Detail]:
    if (sides := both(pair)) is not None:
        before, after = (side.name.split(" ", 1)[1] for side in sides)
        if normal_path(before) != normal_path(after):
            yield Detail(before, after)


def method_changed(pair: Pair) -> Iterator[Detail]:
    if (sides := both(pair)) is not None:
        before, after = (side.name.split(" ", 1)[0] for side in sides)
        if before != after:
            yield Detail(before, after)


def module_changed(pair: Pair) -> Iterator[Detail]:
    """The first tag names the module that an operation is imported from."""
    if (sides := both(pair)) is not None:
        before, after = (next(iter(side.node.get("tags") or ()), None) for side in sides)
        if before != after:
            yield Detail(before, after, "tags")


def other_tags_changed(pair: Pair) -> Iterator[Detail]:
    if (sides := both(pair)) is not None:
        before, after = (sorted((side.node.get("tags") or ())[1:]) for side in sides)
        if before != after and not any(module_changed(pair)):
            yield Detail(before, after, "tags")


def renamed_in_path(pair: Pair) -> Iterator[Detail]:
    yield from (found for inside, found in _renamed(pair) if inside)


def renamed_elsewhere(pair: Pair) -> Iterator[Detail]:
    yield from (found for inside, found in _renamed(pair) if not inside)


def _renamed(pair: Pair) -> Iterator[tuple[bool, Detail]]:
    if (sides := both(pair)) is not None and sides[0].name != sides[1].name:
        inside = all(side.node.get("in") == "path" for side in sides)
        yield inside, Detail(sides[0].name, sides[1].name, "name")


#: How values are written where a parameter does not say, by where it stands.
_STYLES: Final = {"query": "form", "cookie": "form", "path": "simple", "header": "simple"}


def style_changed(pair: Pair) -> Iterator[Detail]:
    if (sides := both(pair)) is not None:
        before, after = (_written(side.node) for side in sides)
        # Another place has another style by nature: that is told as a move.
        if before != after and sides[0].node.get("in") == sides[1].node.get("in"):
            yield Detail(before, after, "style")


def _written(parameter: JsonObject) -> JsonObject:
    style = parameter.get("style", _STYLES.get(str(parameter.get("in")), "simple"))
    explode = parameter.get("explode", style == "form")
    described_by = "content" if "content" in parameter else "schema"
    return {
        "style": style,
        "explode": explode,
        "allowReserved": bool(parameter.get("allowReserved")),
        "described by": described_by,
    }
