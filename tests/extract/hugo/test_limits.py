"""Bounds in notes: taken only where the words say what the number limits."""

from typing import Any

import pytest

from generator.extract.hugo.limits import limits

WHOLE = {"type": "integer"}
TEXT = {"type": "string"}


@pytest.mark.parametrize(
    ("notes", "schema", "found"),
    [
        ("How many to list; max is 500.", WHOLE, {"maximum": 500}),
        ("A maximum of 100 results", WHOLE, {"maximum": 100}),
        ("Max: 10,000", WHOLE, {"maximum": 10000}),
        ("Max value 2.5", {"type": "number"}, {"maximum": 2.5}),
        ("Between 1 and 100 (inclusive)", WHOLE, {"minimum": 1, "maximum": 100}),
        ("Range: `1` - `50`", WHOLE, {"minimum": 1, "maximum": 50}),
        ("min 1, max 50", WHOLE, {"minimum": 1, "maximum": 50}),
        ("Cannot exceed 30.", WHOLE, {"maximum": 30}),
        ("Must not be more than 30", WHOLE, {"maximum": 30}),
        ("Must be greater than 0", {"type": "number"}, {"exclusiveMinimum": 0}),
        ("<= 12", WHOLE, {"maximum": 12}),
        ("Its name, up to 64 characters.", TEXT, {"maxLength": 64}),
        ("At least 3 characters, at most 20 characters", TEXT, {"minLength": 3, "maxLength": 20}),
        ("128 characters max", TEXT, {"maxLength": 128}),
        ("Max length of 9", TEXT, {"maxLength": 9}),
        # Units, and numbers that limit nothing
        ("How full it is, between 0 and 100 percent", {"type": "number"}, {}),
        ("Share in %, max 100", {"type": "number"}, {}),
        ("The maximum number of orders; 50 by default", WHOLE, {}),
        ("Up to 9 decimal places", {"type": "number"}, {}),
        ("Kept for at most 30 days", WHOLE, {}),
        ("Between 9 and 5 nobody answers", WHOLE, {}),
        ("The maximum is 500", TEXT, {}),
        ("Up to 20 characters", {"type": "string", "enum": ["a"]}, {}),
        ("Max 50", {"type": "array"}, {}),
        ("Max 50", {}, {}),
    ],
)
def test_limits(notes: str, schema: dict[str, Any], found: dict[str, Any]) -> None:
    assert limits(notes, schema) == found
