"""What a place says, in one line."""

import json
from typing import Final

from generator.evidence.trail.difference import ABSENT
from generator.model import Json

#: Longer values are cut: the document itself is the place to read them.
_LONGEST: Final = 100
#: So many names are listed.
_MOST: Final = 8
_NAMES: Final = frozenset({"properties", "parameters", "responses", "enum", "required", "headers", "content"})
_NESTED: Final = frozenset({"schema", "items", "requestBody"})
_SAMPLES: Final = frozenset({"examples", "x-sdk"})


def said(node: Json) -> str:
    """A schema, parameter, operation or answer (keyed) by its own statements; what it holds by name only."""
    if node is ABSENT:
        return "nothing"
    if not isinstance(node, dict):
        return shown(node)
    parts = []
    for key, value in node.items():
        if key == "$ref":
            parts.append(f"is {str(value).rpartition('/')[2]}")
        elif key in _NESTED and isinstance(value, dict):
            parts.append(f"{key} ({said(value)})")
        elif key == "content" and isinstance(value, dict) and len(value) == 1:
            (media, content), *_ = value.items()
            parts.append(f"{media} ({said(content)})")
        elif key in _NAMES and isinstance(value, dict | list):
            parts.append(f"{key}: {_names([_called(value, entry) for entry in value])}")
        elif key in _SAMPLES:
            parts.append(key)
        else:
            parts.append(f"{key}: {shown(value)}")
    return ", ".join(parts) or "no more than that it exists"


def _called(holder: Json, entry: Json) -> str:
    """What an entry of a map or a list goes by: parameters have a name in them."""
    inside = holder[entry] if isinstance(holder, dict) else entry
    name = inside.get("name") if isinstance(inside, dict) else None
    return name if isinstance(name, str) else shown(entry)


def shown(value: Json) -> str:
    """A value on one line, cut where it is long."""
    if value is ABSENT:
        return "nothing"
    if isinstance(value, list) and all(not isinstance(entry, dict | list) for entry in value):
        return _names([shown(entry) for entry in value])
    if isinstance(value, dict | list):
        text = said(value) if isinstance(value, dict) else " | ".join(said(entry) for entry in value)
    elif isinstance(value, str):
        text = " ".join(value.split())
    else:
        text = json.dumps(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."


def _names(names: list[Json]) -> str:
    listed = [str(name) for name in names[:_MOST]]
    return ", ".join(listed) + (f" and {len(names) - _MOST} more" if len(names) > _MOST else "") or "(none)"
