"""What a JSON sample shows about its schema, for pages that state types loosely or not at all.

A sample proves kinds, never completeness: nothing inferred from one is required, bounded, or an enumeration.
"""

import re
from typing import Final

from generator.model import Json, JsonObject
from generator.rules.prose import without_prose

_FORMATS: Final = (
    ("uuid", re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")),
    ("date-time", re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")),
    ("date", re.compile(r"\d{4}-\d\d-\d\d")),
)
_KINDS: Final = {bool: "boolean", int: "integer", float: "number", str: "string"}


def schema_of(sample: Json) -> JsonObject:
    """The schema a sample shows, scalars with the sample as ``example``; a null says only ``nullable``.

    >>> schema_of([{"qty": "5"}, {"qty": None}])["items"]["properties"]
    {'qty': {'type': 'string', 'example': '5', 'nullable': True}}
    """
    if sample is None:
        return {"nullable": True}
    if isinstance(sample, dict):
        return {"type": "object", "properties": {str(name): schema_of(child) for name, child in sample.items()}}
    if isinstance(sample, list):
        items: JsonObject = {}
        for child in sample:
            items = _both(items, schema_of(child)) if items else schema_of(child)
        return {"type": "array", "items": items} if items else {"type": "array"}
    kind = _KINDS[type(sample)]
    form = format_of(sample) if isinstance(sample, str) else None
    return {"type": kind, **({"format": form} if form else {}), "example": without_prose(sample)}


def format_of(text: str) -> str | None:
    """``uuid``, ``date-time`` or ``date`` where a sample string is plainly one."""
    return next((name for name, pattern in _FORMATS if pattern.fullmatch(text)), None)


def _both(a: JsonObject, b: JsonObject) -> JsonObject:
    """The schema that two samples of one thing show together."""
    nullable = {"nullable": True} if a.get("nullable") or b.get("nullable") else {}
    a, b = ({key: value for key, value in schema.items() if key != "nullable"} for schema in (a, b))
    if not a or not b:
        return {**(a or b), **nullable}
    if a["type"] != b["type"]:
        kinds = {
            kind
            for schema in (a, b)
            for kind in ([schema["type"]] if isinstance(schema["type"], str) else schema["type"])
        }
        kinds -= {"integer"} if "number" in kinds else set()
        return {"type": kinds.pop() if len(kinds) == 1 else sorted(kinds), **nullable}
    if a["type"] == "object":
        ours, theirs = a["properties"], b["properties"]
        shared = {
            n: _both(ours[n], theirs[n]) if n in ours and n in theirs else ours.get(n, theirs.get(n))
            for n in (*ours, *theirs)
        }
        return {"type": "object", "properties": shared, **nullable}
    if a["type"] == "array":
        items = [schema["items"] for schema in (a, b) if schema.get("items")]
        both = _both(*items) if len(items) == 2 else (items[0] if items else None)
        return {"type": "array", **({"items": both} if both else {}), **nullable}
    if a.get("format") != b.get("format"):
        a = {key: value for key, value in a.items() if key != "format"}
    return {**a, **nullable}
