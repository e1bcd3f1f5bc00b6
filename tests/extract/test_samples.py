"""What one JSON sample, or several together, show about a schema."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.samples import format_of, schema_of

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=20,
)


@pytest.mark.parametrize(
    ("sample", "schema"),
    [
        (True, {"type": "boolean", "example": True}),
        (7, {"type": "integer", "example": 7}),
        (7.5, {"type": "number", "example": 7.5}),
        (None, {"nullable": True}),
        ([], {"type": "array"}),
        ({}, {"type": "object", "properties": {}}),
        ([1, 2.5], {"type": "array", "items": {"type": "number"}}),
        ([1, "a"], {"type": "array", "items": {"type": ["integer", "string"]}}),
        ([None, "a"], {"type": "array", "items": {"type": "string", "example": "a", "nullable": True}}),
        ([[], [1]], {"type": "array", "items": {"type": "array", "items": {"type": "integer", "example": 1}}}),
    ],
)
def test_what_a_sample_shows(sample: Any, schema: Any) -> None:
    assert schema_of(sample) == schema


def test_objects_of_a_list_are_one_kind() -> None:
    shown = schema_of([{"a": "1", "b": None}, {"a": None, "b": 2, "c": True}])["items"]["properties"]
    assert shown == {
        "a": {"type": "string", "example": "1", "nullable": True},
        "b": {"type": "integer", "example": 2, "nullable": True},
        "c": {"type": "boolean", "example": True},
    }


def test_formats_of_samples_that_differ_are_none() -> None:
    assert "format" not in schema_of(["2020-01-01", "soon"])["items"]


def test_a_sentence_in_a_sample_is_not_kept() -> None:
    assert schema_of({"note": "You cannot sell what you do not have."})["properties"]["note"]["example"] == "text"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("904837e3-3b76-47ec-b432-046db621571b", "uuid"),
        ("2022-05-13T16:25:29.336330998Z", "date-time"),
        ("2025-10-03 14:01:15+00:00", "date-time"),
        ("2025-10-03", "date"),
        ("16:00", None),
        ("2025", None),
        ("", None),
    ],
)
def test_formats_that_are_plain(text: str, form: str | None) -> None:
    assert format_of(text) == form


def _fits(value: Any, schema: Any) -> bool:
    if value is None:
        return bool(schema.get("nullable"))
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if isinstance(value, bool):
        return "boolean" in kinds
    if isinstance(value, dict):
        inside = schema.get("properties")
        return "object" in kinds and (inside is None or all(_fits(v, inside[k]) for k, v in value.items()))
    if isinstance(value, list):
        return "array" in kinds and ("items" not in schema or all(_fits(v, schema["items"]) for v in value))
    return bool({"str": {"string"}, "int": {"integer", "number"}, "float": {"number"}}[type(value).__name__] & {*kinds})


@given(JSON)
def test_every_sample_fits_the_schema_it_shows(sample: Any) -> None:
    assert _fits(sample, schema_of(sample))
