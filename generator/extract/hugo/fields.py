"""A row of a table as a schema."""

from attrs import frozen

from generator.extract.hugo import types
from generator.extract.hugo.context import Context
from generator.extract.hugo.limits import limits
from generator.extract.hugo.markdown import plain
from generator.extract.hugo.tables import Field
from generator.extract.hugo.values import default_of, values_in
from generator.extract.samples import schema_of
from generator.model import Json, JsonObject
from generator.rules.prose import facts, without_prose


@frozen
class Read:
    """A field as a schema, and what of it does not belong to a schema."""

    schema: JsonObject
    required: bool | None
    explode: bool | None = None


def read_field(one: Field, sample: Json, context: Context) -> Read:
    """The schema of one field, without what is nested in it."""
    typed = types.read(one.type_text, sample, context.named)
    if not typed.known and plain(one.type_text):
        context.odd("type-unknown", one.line, f"{one.name} has the type {plain(one.type_text)!r}", "add the spelling")
    schema = dict(typed.schema) if plain(one.type_text) else _unsaid(sample)
    told = facts(one.notes)
    values = values_in(one, context.names)
    if values and schema.get("type", "string") == "string" and "$ref" not in schema:
        schema = {**schema, "type": "string", "enum": list(values)}
        schema.pop("format", None)
        if isinstance(sample, str) and sample not in values:
            schema["enum"].append(sample)
    if "x-unit" not in told:
        schema |= limits(one.notes, schema)
    explode = told.pop("explode", None)
    if "$ref" not in schema and (default := default_of(one, schema)) is not None:
        schema["default"] = default
    if typed.nullable or one.nullable:
        told["nullable"] = True
    if isinstance(sample, str | int | float) and "$ref" not in schema:
        schema.setdefault("example", without_prose(sample, one.name))
    if told and "$ref" in schema:
        schema = {"allOf": [schema]}
    required = typed.required if one.required is None else one.required
    return Read({**schema, **told}, required, explode)


def _unsaid(sample: Json) -> JsonObject:
    """The schema of a field whose table has no type: the sample's, or text where there is none."""
    if sample is types.Missing or sample is None:
        return {}
    return {**schema_of(sample), "x-inferred": "example"}
