"""What an operation takes: parameters in path, query and header, and a JSON body."""

import re
from collections.abc import Sequence
from typing import Final

from attrs import evolve, frozen

from generator.extract.hugo.calls import Call
from generator.extract.hugo.context import Context
from generator.extract.hugo.fields import read_field
from generator.extract.hugo.members import placed
from generator.extract.hugo.outline import Part
from generator.extract.hugo.samples import examples, shown
from generator.extract.hugo.tables import Field, fields, is_of_fields
from generator.extract.hugo.tree import object_schema
from generator.extract.hugo.types import Missing
from generator.model import Json, JsonObject
from generator.rules.names import checked, template_parameters

_MARK: Final = re.compile(
    r"^[\W_]*(?P<place>path|query|body|header)\b(?:\s+param\w*)?\s*[)*`]*\s*(?:[-–—:]|$|\s(?=[A-Z`]))"
)
_MARK_ANY_CASE: Final = re.compile(
    r"^[\W_]*(?P<place>path|query|body|header)(?:\s+param\w*)?\s*[)*`]*\s*(?:[-–—:]|$)|^\((?P<enclosed>path|query|body|header)\)",
    re.I,
)
_PLACES: Final = ("path", "query", "body", "header")
_REQUEST: Final = ("", "request", "path", "query", "body", "header", "attributes")


@frozen
class Taken:
    """A field and where it goes; ``inferred`` is the rule that put it there, if the page did not."""

    field: Field
    place: str
    inferred: str | None = None


def request(call: Call, parts: Sequence[Part], context: Context) -> JsonObject:
    """``parameters`` and ``requestBody`` of an operation."""
    samples = _samples(call, parts, context)
    sample = samples[0] if samples else Missing
    taken = [_place(one, part, call) for part, one in _listed(parts, sample, context)]
    operation: JsonObject = {}
    if parameters := _parameters(call, taken, context):
        operation["parameters"] = parameters
    body = [one for one in taken if one.place == "body"]
    if body or sample is not Missing:
        operation["requestBody"] = _body(body, samples, context)
    return operation


def _listed(parts: Sequence[Part], sample: Json, context: Context) -> list[tuple[Part, Field]]:
    found: list[tuple[Part, Field]] = []
    for part in parts:
        if part.block.kind == "table" and part.role in _REQUEST and is_of_fields(part.block):
            table = fields(part.block, context.page, _required(part))
            for line, text in table.strange:
                context.odd("row-unread", line, f"{text!r} is not the name of a parameter", "correct the row")
            moved = placed(table.fields, part.titles, sample)
            found.extend((part, one) for one in moved)
    return found


def _required(part: Part) -> bool | None:
    """What the headings above a table say of all its rows."""
    for title in reversed(part.titles):
        if match := re.match(r"(required|optional)\b", title, re.I):
            return match[1].lower() == "required"
    return None


def _place(one: Field, part: Part, call: Call) -> Taken:
    if one.name in template_parameters(call.path) and part.role != "body":
        return Taken(one, "path")
    match = _MARK.match(one.notes) or _MARK_ANY_CASE.match(one.notes)
    said = (match.groupdict().get("place") or match.groupdict().get("enclosed") or "") if match else ""
    stated = said.lower() or next((place for place in _PLACES if place in one.place), "")
    stated = stated or (part.role if part.role in _PLACES else "")
    if stated:
        return Taken(one, stated)
    place = "body" if call.method in ("post", "put", "patch") else "query"
    return Taken(one, place, f"{call.method}-{place}")


def _parameters(call: Call, taken: Sequence[Taken], context: Context) -> list[JsonObject]:
    wanted = template_parameters(call.path)
    stated = _named_by_path([one for one in taken if one.place != "body"], wanted, context)
    by_name = {one.field.name: one for one in stated if one.place == "path"}
    found = [_parameter(by_name[name], context) if name in by_name else _from_path(name) for name in wanted]
    seen = {(name, "path") for name in wanted}
    for one in stated:
        name = ".".join(step for step in one.field.path if step != "[]")
        if one.place == "path" and name not in wanted:
            what = f"{name} is called a path parameter, and {call.path} has no such braces"
            context.odd("not-in-path", one.field.line, what, "correct the path or the parameter")
        elif (name, one.place) not in seen:
            seen.add((name, one.place))
            found.append(_parameter(one, context, name))
    for name in call.query:
        checked(name, f"{context.page}:{call.line}", "")
        if (name, "query") not in seen:
            seen.add((name, "query"))
            found.append({"name": name, "in": "query", "schema": {"type": "string"}})
    return found


def _named_by_path(stated: list[Taken], wanted: Sequence[str], context: Context) -> list[Taken]:
    """A parameter marked PATH that no brace is called by is the one brace left, or the one that holds its name."""
    free = [name for name in wanted if name not in {one.field.name for one in stated}]
    strangers = [one for one in stated if one.place == "path" and one.field.name not in wanted]
    renamed: list[Taken] = []
    for one in stated:
        name = one.field.name
        alike = [brace for brace in free if f"_{name}_" in f"_{brace}_"]
        homes = alike or (free if len(strangers) == 1 else [])
        if one in strangers and len(homes) == 1:
            free.remove(homes[0])
            context.repair("path-parameter-named", one.field.line, f"{name} is {{{homes[0]}}} in the path")
            one = evolve(one, field=evolve(one.field, path=(homes[0],)))
        renamed.append(one)
    return renamed


def _from_path(name: str) -> JsonObject:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}, "x-inferred": "path-template"}


def _parameter(taken: Taken, context: Context, name: str = "") -> JsonObject:
    read = read_field(taken.field, Missing, context)
    schema = dict(read.schema) or {"type": "string"}
    parameter: JsonObject = {"name": name or taken.field.name, "in": taken.place}
    if schema.pop("deprecated", False):
        parameter["deprecated"] = True
    if taken.place == "path" or read.required:
        parameter["required"] = True
    if read.explode is not None and taken.place == "query":
        parameter["explode"] = read.explode
    if taken.inferred:
        parameter["x-inferred"] = taken.inferred
    return {**parameter, "schema": schema}


def _samples(call: Call, parts: Sequence[Part], context: Context) -> list[Json]:
    """The samples of the request's body."""
    if call.method not in ("post", "put", "patch", "delete"):
        return []
    return [
        value
        for part in parts
        if part.block.kind == "code" and part.role in _REQUEST and part.role
        for value in context.samples(part.block)
        if isinstance(value, dict | list)
    ]


def _body(taken: Sequence[Taken], samples: list[Json], context: Context) -> JsonObject:
    listed = [one.field for one in taken]
    rows = {one.path for one in listed}  # what a row calls required inside another is so only if that one is sent
    if listed:
        objects = [item for value in samples for item in (value if isinstance(value, list) else [value])]
        schema = object_schema(listed, objects or Missing, context)
        if samples and isinstance(samples[0], list):
            schema = {"type": "array", "items": schema}
    else:
        schema = {**shown(samples), "x-inferred": "example"}
    body: JsonObject = {"content": {"application/json": {"schema": schema, **examples(samples)}}}
    rules = {one.inferred for one in taken}
    if any(one.required and (len(one.path) == 1 or one.path[:1] not in rows) for one in listed):
        body["required"] = True
    if not listed:
        return {**body, "x-inferred": "example"}
    return {**body, "x-inferred": next(iter(rules)) or ""} if rules and None not in rules else body
