"""``allOf`` of anything but objects: one schema with a remark, or with a limit, beside it."""

from typing import Final

from generator.model import Json, JsonObject

_REMARKS: Final = frozenset(
    ("title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly", "nullable")
)
#: Nothing of these shows in a client.
_LIMITS: Final = frozenset(
    (
        *("minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
        *("multipleOf", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "required", "not"),
    )
)


def plain_all_of(schema: JsonObject) -> JsonObject:
    """The schema without the members of ``allOf`` that say nothing of what is generated, unless they are all it has.

    ``required`` alone does say something of an object, so that one keeps its members.
    """
    members: list[Json] = [member for member in schema["allOf"] if isinstance(member, dict) and member]
    kept = [member for member in members if not _is_beside(member)]
    rest = {key: value for key, value in schema.items() if key != "allOf"}
    if len(kept) > 1 or _is_object(rest, members):
        return {**rest, "allOf": members} if members else rest
    beside: JsonObject = {}
    for member in reversed([member for member in members if _is_beside(member)]):
        beside |= member
    if not kept:
        return {**beside, **rest}
    if "$ref" in kept[0]:  # the parser takes its type from there
        remarks = {key: value for key, value in beside.items() if key in _REMARKS}
        return {**remarks, **rest, "allOf": kept}
    return {**beside, **kept[0], **rest}


def _is_beside(member: JsonObject) -> bool:
    return not member.keys() - _REMARKS - _LIMITS - {"type"}


def _is_object(rest: JsonObject, members: list[Json]) -> bool:
    """Whether names of an object are said in more than one place, which the parser then brings together."""
    holders = [part for part in (rest, *members) if part.keys() & {"properties", "required", "additionalProperties"}]
    return bool(holders)
