"""How a schema is put together: a use of a class (perhaps or null), a union, plain fields."""

from typing import Final, TypeAlias

from generator.model import Json, JsonObject

#: The reference, whether null is allowed beside it, and what the place adds.
Use: TypeAlias = tuple[str, bool, JsonObject]
NULL: Final[JsonObject] = {"type": "null"}
UNIONS: Final = ("allOf", "oneOf", "anyOf")


def differ_in_form(a: JsonObject, b: JsonObject) -> bool:
    """A union against plain fields, or all of some against one of some: together they would ask for both."""
    unions = [{key for key in UNIONS if key in schema} for schema in (a, b)]
    if unions[0] and unions[1]:
        return not unions[0] & unions[1]
    plain = ["properties" in schema for schema in (a, b)]
    return bool((unions[0] and plain[1] and not plain[0]) or (unions[1] and plain[0] and not plain[1]))


def form(schema: JsonObject) -> str:
    return next((key for key in UNIONS if key in schema), "plain fields")


def loosely(a: JsonObject, b: JsonObject) -> tuple[JsonObject, JsonObject]:
    """Where one says ``oneOf`` and the other ``anyOf``, both as ``anyOf``: the reading that both pages allow."""
    if {form(a), form(b)} != {"oneOf", "anyOf"}:
        return a, b
    loose = [{"anyOf" if key == "oneOf" else key: value for key, value in schema.items()} for schema in (a, b)]
    return loose[0], loose[1]


def use(schema: JsonObject) -> Use | None:
    """``(reference, may be null, what the place adds)`` of a schema that is one use of a class."""
    if isinstance(schema.get("$ref"), str):
        return schema["$ref"], False, {key: value for key, value in schema.items() if key != "$ref"}
    for union in ("oneOf", "anyOf", "allOf"):
        members = schema.get(union)
        inner = [member for member in members if member != NULL] if isinstance(members, list) else []
        if schema.keys() & {"properties", "required", "items", "discriminator"}:
            return None  # it adds to the class: a class of its own; or it is a choice among classes
        if len(inner) == 1 and isinstance(inner[0], dict) and (found := use(inner[0])):
            may_be_null = found[1] or (union != "allOf" and len(inner) < len(members or ()))
            return found[0], may_be_null, {**found[2], **{k: v for k, v in schema.items() if k != union}}
    return None


def used(reference: str, may_be_null: bool, added: JsonObject) -> JsonObject:
    """A use of a class, written out."""
    here: JsonObject = {"$ref": reference}
    if may_be_null:
        return {"oneOf": [here, NULL], **added}
    return {"allOf": [here], **added} if added else here


def among(schema: JsonObject, other: JsonObject) -> JsonObject | None:
    """A use of a class as a union of one, where ``other`` is a union that has the class among its variants."""
    found, union = use(schema), form(other)
    if found is None or use(other) or union not in ("oneOf", "anyOf") or not isinstance(other[union], list):
        return None
    if not any(
        (theirs := use(member)) and theirs[0] == found[0] for member in other[union] if isinstance(member, dict)
    ):
        return None
    return {union: [{"$ref": found[0]}, *([NULL] if found[1] else ())], **found[2]}


def without_null(kind: Json) -> list[Json]:
    """The types of a ``type`` keyword, null left out."""
    return [k for k in (kind if isinstance(kind, list) else [kind]) if k != "null"]


def allows_null(schema: JsonObject) -> bool:
    """Whether plain keywords allow null."""
    kind = schema.get("type")
    return "null" in kind if isinstance(kind, list) else kind == "null"
