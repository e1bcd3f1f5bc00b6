"""What a step of mending is given."""

from collections.abc import Callable
from typing import TypeAlias

from generator.model import Json, JsonObject

#: Called with (code, place below the object, what) for every change.
Tell: TypeAlias = Callable[[str, str, str], None]
#: Mends a child that was not mended yet, because it stood where its shape was not known: (child, shape, place).
Again: TypeAlias = Callable[[Json, str, str], Json]
#: Mends one object of a shape.
Step: TypeAlias = Callable[[str, JsonObject, Tell, Again], JsonObject]


def without(node: JsonObject, *keys: str) -> JsonObject:
    return {key: value for key, value in node.items() if key not in keys}
