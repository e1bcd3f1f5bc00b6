"""How a schema is put together: a use of a class (perhaps or null), a union, plain fields."""

from typing import Final, TypeAlias

from generator.model import JsonObject

#: The reference, whether null is allowed beside it, and what the place adds.
Use: TypeAlias = tuple[str, bool, JsonObject]
UNIONS: Final = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})


def differ_in_form(a: JsonObject, b: JsonObject) -> bool:
    """A union against plain fields: together they would ask for both."""
    forms = [(bool(UNIONS & schema.keys() - {"prefixItems"}), "properties" in schema) for schema in (a, b)]
    return (forms[0][0] and not forms[1][0] and forms[1][1]) or (forms[1][0] and not forms[0][0] and forms[0][1])


def form(schema: JsonObject) -> str:
    return next((key for key in ("allOf", "oneOf", "anyOf") if key in schema), "plain fields")


def use(schema: JsonObject) -> Use | None:
    """``(reference, may be null, what the place adds)`` of a schema that is one use of a class."""
    if isinstance(schema.get("$ref"), str):
        return schema["$ref"], False, {}
    for union in ("oneOf", "anyOf", "allOf"):
        members = schema.get(union)
        inner = [member for member in members if member != {"type": "null"}] if isinstance(members, list) else []
        if schema.keys() & {"properties", "required", "items"}:
            return None  # it adds to the class: a class of its own
        if len(inner) == 1 and isinstance(inner[0], dict) and (found := use(inner[0])):
            may_be_null = found[1] or (union != "allOf" and len(inner) < len(members or ()))
            return found[0], may_be_null, {**found[2], **{k: v for k, v in schema.items() if k != union}}
    return None


def with_values(a: JsonObject, mine: Use | None, b: JsonObject, theirs: Use | None) -> JsonObject:
    """``a``, with what ``b`` enumerates noted where ``merge.values`` unites it with the class."""
    if mine and not theirs and isinstance(b.get("enum"), list):
        return {**a, "x-more-values": [value for value in b["enum"] if value is not None]}
    if theirs and not mine and isinstance(a.get("enum"), list):
        return {**a, "x-values-of": theirs[0]}
    return a
