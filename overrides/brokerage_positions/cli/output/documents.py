"""JSON documents: ``version`` and ``kind`` first; amounts are text with all their digits, times ISO 8601 in UTC."""

import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final

#: Grows when a document changes in a way that breaks a reader; a new field does not.
VERSION: Final = 1


def write(kind: str, body: Mapping[str, Any]) -> None:
    """Print one document on stdout."""
    said = {"version": VERSION, "kind": kind, **body}
    sys.stdout.write(json.dumps(said, indent=2, default=_plain) + "\n")
    sys.stdout.flush()


def _plain(value: Any) -> Any:
    match value:
        case Decimal():
            return format(value, "f")
        case datetime():
            return value.astimezone(UTC).isoformat()
        case _:
            raise TypeError(f"{type(value).__name__} has no place in a document")
