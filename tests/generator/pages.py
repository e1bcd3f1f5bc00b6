"""Small pages in the shapes of the vendors' documentation, written for these tests."""

import json
from typing import Any


def readme(title: str = "Things API", path: str = "/v1/things", **operation: Any) -> str:
    """A ReadMe page with one GET operation."""
    answer = {"type": "object", "properties": {"qty": {"type": "string", "example": "1.5"}}}
    stated = {
        "operationId": "getThings",
        "responses": {"200": {"description": "Fine.", "content": {"application/json": {"schema": answer}}}},
        **operation,
    }
    definition = {"openapi": "3.0.0", "info": {"title": title, "version": "1.0"}, "paths": {path: {"get": stated}}}
    return embedded(json.dumps(definition, indent=2))


def embedded(definition: str) -> str:
    """A ReadMe page with any text where its definition stands."""
    return f"# A page\n\nSome words.\n\n# OpenAPI definition\n\n```json\n{definition}\n```\n"


HUGO = """# Things

## **The Thing Object**

### Sample Object

```json
{"id": "904837e3-3b76-47ec-b432-046db621571b", "qty": "5"}
```

### Attributes

| Attribute | Type        | Notes          |
| --------- | ----------- | -------------- |
| `id`      | string/UUID | Which thing    |
| `qty`     | string/int  | How many       |

## **Getting Things**

`GET /v1/things/{name}`

### Response

An array of Thing objects
"""

UNKNOWN = "Minutes of a meeting.\n\nNobody came.\n"
