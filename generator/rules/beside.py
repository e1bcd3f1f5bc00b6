"""What one page writes in place where the other names a class.

Uniting the two takes the class's body, which is not at hand while schemas are united.  So the schema that stays is
marked with what the other adds; ``merge.values`` and ``merge.fields`` resolve the marks once all classes are known.
"""

from typing import Final

from generator.model import Json, JsonObject
from generator.rules.claims import Side
from generator.rules.uses import Use

#: Values and fields a class gains; classes whose values and fields a schema written in place gains.  All are lists.
MORE_VALUES: Final = "x-more-values"
MORE_FIELDS: Final = "x-more-fields"
VALUES_OF: Final = "x-values-of"
FIELDS_OF: Final = "x-fields-of"
MARKS: Final = (MORE_VALUES, MORE_FIELDS, VALUES_OF, FIELDS_OF)


def marked(a: JsonObject, mine: Use | None, b: JsonObject, theirs: Use | None, left: Side, right: Side) -> JsonObject:
    """``a``, which stays, with what ``b`` adds to it or to its class."""
    if mine and not theirs:
        if isinstance(b.get("enum"), list):
            a = _added(a, MORE_VALUES, [value for value in b["enum"] if value is not None])
        if isinstance(b.get("properties"), dict):
            fields = {"type": "object", "properties": b["properties"]}
            a = _added(a, MORE_FIELDS, [{"fields": fields, **_sides(left, right)}])
    elif theirs and not mine:
        if isinstance(a.get("enum"), list):
            a = _added(a, VALUES_OF, [theirs[0]])
        if isinstance(a.get("properties"), dict):
            a = _added(a, FIELDS_OF, [{"class": theirs[0], **_sides(left, right)}])
    return a


def marks_of_both(a: JsonObject, b: JsonObject) -> JsonObject:
    """The marks on either of two schemas that become one."""
    both = {key: [*a.get(key, ()), *b.get(key, ())] for key in MARKS if key in a or key in b}
    return {key: [value for i, value in enumerate(values) if value not in values[:i]] for key, values in both.items()}


def sides(mark: JsonObject) -> tuple[Side, Side]:
    """Who named the class or wrote in place: the side that stays, and the one that adds."""
    return Side(*mark["left"]), Side(*mark["right"])


def _sides(left: Side, right: Side) -> JsonObject:
    """The one that adds counts less, even from an equal page: it speaks of one place, not of the class."""
    return {"left": [left.label, left.rank], "right": [right.label, max(right.rank, left.rank + 1)]}


def _added(schema: JsonObject, key: str, values: list[Json]) -> JsonObject:
    return {**schema, **marks_of_both(schema, {key: values})}
