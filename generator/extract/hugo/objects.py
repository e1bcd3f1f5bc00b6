"""Sections about an object, as the schema of a class."""

from collections.abc import Sequence

from generator.extract.hugo.context import Context
from generator.extract.hugo.members import placed
from generator.extract.hugo.outline import Section
from generator.extract.hugo.tables import Field, fields, is_of_fields
from generator.extract.hugo.tree import object_schema
from generator.extract.hugo.types import Missing
from generator.model import Json, JsonObject
from generator.rules.prose import without_prose


def class_schema(sections: Sequence[Section], context: Context) -> JsonObject:
    """The schema of one class; its samples stand in ``examples``."""
    samples: list[Json] = []
    for section in sections:
        for part in section.parts:
            if part.block.kind == "code" and part.role != "enums":
                samples.extend(context.samples(part.block))
    shown = [sample for sample in _unwrapped(samples) if isinstance(sample, dict)]
    together: Json = shown or Missing
    listed: list[Field] = []
    for section in sections:
        for part in section.parts:
            if part.block.kind == "table" and part.role != "enums" and is_of_fields(part.block):
                table = fields(part.block, context.page)
                for line, text in table.strange:
                    context.odd("row-unread", line, f"{text!r} is not the name of an attribute", "correct the row")
                listed.extend(placed(table.fields, part.titles, together, listed))
    schema = object_schema(listed, together, context) if listed or shown else {}
    if schema and not listed:
        schema["x-inferred"] = "example"
    return {**schema, **({"examples": [without_prose(sample) for sample in shown]} if shown else {})}


def _unwrapped(samples: Sequence[Json]) -> list[Json]:
    """Samples of a class given as a list are samples each."""
    return [value for sample in samples for value in (sample if isinstance(sample, list) else [sample])]
