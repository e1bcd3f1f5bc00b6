"""Values of the sample API, as JSON has them."""

import json
from typing import Any

DEPOT = "0d5a0b8e-5a3f-4f0b-9d5c-2f7b6c1f8a11"


def locker(**changes: Any) -> dict[str, Any]:
    """A locker; a change to ``...`` leaves that field out."""
    whole = {
        "id": "7b1fd8a0-91f5-4b6b-8a2d-5b1d0c6b1c22",
        "fee": "12.50",
        "kind": "day",
        "opened_at": "2025-10-03T14:01:15.5Z",
        "note": None,
        "boss": None,
        **changes,
    }
    return {name: value for name, value in whole.items() if value is not ...}


def page(*lockers: dict[str, Any], **changes: Any) -> bytes:
    return json.dumps({"data": list(lockers), **changes}).encode()
