"""Made-up ReadMe pages of a realistic size, each with one operation of one big API."""

import json
from pathlib import Path

from generator.model import JsonObject

_PAGE = """---
source_md: https://docs.example.test/reference/operation{number}.md
scraped_at_utc: 2026-01-01T00:00:00Z
---
# Operation {number}

# OpenAPI definition

```json
{definition}
```
"""


def write(folder: Path, count: int, fields: int = 40) -> int:
    """``count`` pages into ``folder``; the bytes written."""
    size = 0
    for number in range(count):
        definition = json.dumps(_definition(number, fields), indent=2)
        text = _PAGE.format(number=number, definition=definition)
        (folder / f"{number:04}.md").write_text(text, "utf-8")
        size += len(text)
    return size


def _definition(number: int, fields: int) -> JsonObject:
    path = f"/v1/accounts/{{account_id}}/things{number}"
    responses = {
        "200": {
            "description": "Made up for measuring.",
            "content": {"application/json": {"schema": {"type": "array", "items": _thing(number, fields)}}},
        },
        "404": {"description": "Made up for measuring."},
    }
    parameter = {"name": "account_id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}
    operation = {"operationId": f"getThings{number}", "parameters": [parameter], "responses": responses}
    return {
        "openapi": "3.0.0",
        "info": {"title": "Bench API", "version": "1.0.0"},
        "servers": [{"url": "https://api.example.test"}],
        "paths": {path: {"get": operation}},
    }


def _thing(number: int, fields: int) -> JsonObject:
    # Shared classes repeat on every page, as on rendered pages; each page also has one of its own.
    money = {"type": "string", "format": "decimal", "description": "Made up for measuring.", "example": "1.5"}
    properties: JsonObject = {f"amount_{i}": money for i in range(fields)}
    for name in ("Leg", "Owner", "Asset"):
        properties[name.lower()] = {"type": "object", "properties": properties.copy(), "x-readme-ref-name": name}
    return {"type": "object", "properties": properties, "x-readme-ref-name": f"Thing{number}"}
