"""What an operation answers: statuses from hints, tables and prose; its body from a class, a table, or a sample."""

import re
from collections.abc import Sequence
from typing import Final

from attrs import field, mutable

from generator.extract.hugo import statuses
from generator.extract.hugo.calls import Call
from generator.extract.hugo.context import Context
from generator.extract.hugo.markdown import plain
from generator.extract.hugo.members import placed
from generator.extract.hugo.naming import named, shape
from generator.extract.hugo.outline import Part
from generator.extract.hugo.samples import examples, shown
from generator.extract.hugo.tables import Field, fields, is_of_fields
from generator.extract.hugo.tree import object_schema
from generator.extract.hugo.types import Missing
from generator.extract.samples import schema_of
from generator.model import Json, JsonObject

_EMPTY: Final = re.compile(
    r"\bno content\b|\bempty (?:response|body)\b|^\W*(?:empty|none|n/a|nothing)\W*$"
    r"|\bresponse (?:body )?is empty\b|\bno (?:response )?body\b",
    re.I,
)


_OF_ERRORS: Final = frozenset({"code", "message", "status", "details", "errors", "error", "type", "request_id"})


@mutable
class _Answers:
    """What has been gathered so far; ``codes`` are the vendor's own error numbers by status."""

    statuses: dict[str, None] = field(factory=dict)
    codes: dict[str, list[int]] = field(factory=dict)
    prose: list[str] = field(factory=list)
    samples: dict[str, list[Json]] = field(factory=dict)
    fields: list[Field] = field(factory=list)
    stream: bool = False


def responses(call: Call, parts: Sequence[Part], context: Context, *, streamed: bool = False) -> JsonObject:
    """The operation's responses by status; a success that no text states is a 200 marked ``success-200``."""
    found = _Answers(stream=streamed)
    for part in parts:
        _gather(part, call, found, context)
    found.fields = placed(found.fields, (), _first(found))
    success = next((status for status in found.statuses if status.startswith("2")), None)
    answers: JsonObject = {}
    body = _body(found, success, call.line, context)
    if success is None:
        empty = not body and any(_EMPTY.search(text) for text in found.prose)
        success, marked = ("204", {"x-inferred": "response-prose"}) if empty else ("200", {"x-inferred": "success-200"})
        answers[success] = marked
    for status in found.statuses:
        answers[status] = {}
    answers[success] = {**body, **answers[success]}
    for status, codes in found.codes.items():
        answers[status] = {**answers[status], "x-error-codes": sorted(set(codes))}
    for status, values in found.samples.items():
        if status and status != success:
            media = {"schema": {**shown(values), "x-inferred": "example"}, **examples(values)}
            answers[status] = {**answers.get(status, {}), "content": {"application/json": media}}
    return dict(sorted(answers.items()))


def _gather(part: Part, call: Call, found: _Answers, context: Context) -> None:
    block = part.block
    titled = statuses.titled(part.titles)
    if titled and part.role in ("response", "errors"):
        found.statuses.setdefault(titled)
    if block.kind == "text":
        _text(part, found)
    elif block.kind == "table":
        _table(part, found, context)
    elif part.role in ("response", "errors") or (part.role in ("", "sample") and call.method in ("get", "delete")):
        for value in context.samples(block):
            found.samples.setdefault(titled or _status_in(value, part), []).append(value)


def _status_in(value: Json, part: Part) -> str:
    """Among errors, or where it is one itself, a sample belongs to the status it tells, or to none."""
    if part.role != "errors" and not (isinstance(value, dict) and {"code", "message"} <= value.keys() <= _OF_ERRORS):
        return ""
    code = value.get("code", value.get("status")) if isinstance(value, dict) else None
    return str(code)[:3] if isinstance(code, int) and re.fullmatch(rf"{statuses.STATUS}\d*", str(code)) else "default"


def _text(part: Part, found: _Answers) -> None:
    text = part.block.text
    words = plain(text)
    hints = statuses.hinted(text)
    for status in (*hints, *statuses.told(text)):
        found.statuses.setdefault(status)
    if part.role == "response" and not any(status[0] != "2" for status in hints):
        found.prose.append(words)


def _table(part: Part, found: _Answers, context: Context) -> None:
    block = part.block
    if part.role == "errors" or statuses.lists_codes(block):
        for status, code in statuses.codes(block):
            found.statuses.setdefault(status)
            if code is not None:
                found.codes.setdefault(status, []).append(code)
    elif part.role == "response" and is_of_fields(block):
        table = fields(block, context.page)
        for line, text in table.strange:
            context.odd("row-unread", line, f"{text!r} is not the name of an attribute", "correct the row")
        found.fields.extend(placed(table.fields, part.titles, _first(found)))


def _of_success(found: _Answers) -> list[Json]:
    """All samples of the success."""
    return [value for status, values in found.samples.items() if status in ("", *_successes(found)) for value in values]


def _first(found: _Answers) -> Json:
    values = _of_success(found)
    return values[0] if values else Missing


def _successes(found: _Answers) -> tuple[str, ...]:
    return tuple(status for status in found.statuses if status.startswith("2"))


def _body(found: _Answers, success: str | None, line: int, context: Context) -> JsonObject:
    """``content`` of the success."""
    sample = _first(found)
    media: JsonObject = {}
    if (stated := _agreed(named(found.prose, context), sample)) is not None:
        media["schema"] = stated
        _show(stated, sample, line, context)
    elif found.fields:
        schema = object_schema(found.fields, _objects(_of_success(found)) or sample, context)
        media["schema"] = {"type": "array", "items": schema} if isinstance(sample, list) else schema
    elif sample is not Missing:
        media["schema"] = {**shown(_of_success(found)), "x-inferred": "example"}
    elif success != "204" and (told := shape(found.prose)):
        media["schema"] = {**told, "x-inferred": "response-prose"}
    media |= examples(_of_success(found))
    if not media and not found.stream:
        return {}
    return {"content": {"text/event-stream" if found.stream else "application/json": media}}


def _objects(values: Sequence[Json]) -> list[Json]:
    """The objects among samples and in lists of them."""
    items = (item for value in values for item in (value if isinstance(value, list) else [value]))
    return [item for item in items if isinstance(item, dict)]


def _show(stated: JsonObject, sample: Json, line: int, context: Context) -> None:
    """A class that is named here and described nowhere on the page is at least what the sample shows."""
    name = str(stated.get("items", stated).get("$ref", "")).rpartition("/")[2]
    inside = {} if sample is Missing else schema_of(sample)
    inside = inside.get("items", {}) if "items" in stated else inside
    if name and name not in context.classes and inside.get("type") == "object" and inside["properties"]:
        context.shown.setdefault(name, ({**inside, "x-inferred": "example"}, line))


def _agreed(stated: JsonObject | None, sample: Json) -> JsonObject | None:
    """The class named, unless the sample is of another kind; one list in an object around it holds the class."""
    if stated is None or sample is Missing or isinstance(sample, list) == (stated.get("type") == "array"):
        return stated
    lists = [name for name, value in sample.items() if isinstance(value, list)] if isinstance(sample, dict) else []
    if len(lists) != 1 or stated.get("type") != "array":
        return None
    around = schema_of(sample)
    return {**around, "properties": {**around["properties"], lists[0]: stated}, "x-inferred": "example"}
