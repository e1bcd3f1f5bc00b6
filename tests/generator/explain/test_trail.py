"""The steps of a trail: keyed documents, differences, alignment and search."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document import get
from generator.evidence.trail.align import align
from generator.evidence.trail.difference import ABSENT, Change, difference
from generator.evidence.trail.keyed import keyed
from generator.evidence.trail.places import Place, places
from generator.evidence.trail.search import search

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.text("ab/~", max_size=2),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab/~", max_size=2), inner, max_size=3),
    max_leaves=12,
)


def applied(document: Any, change: Change) -> Any:
    """The document after one change, made with nothing but its pointer and value."""
    if not change.pointer:
        return change.after
    *around, last = change.pointer.split("/")
    holder: Any = get(document, "/".join(around))
    key: Any = int(last) if isinstance(holder, list) else last.replace("~1", "/").replace("~0", "~")
    if change.after is ABSENT:
        del holder[key]
    elif isinstance(holder, list) and key == len(holder):
        holder.append(change.after)
    else:
        holder[key] = change.after
    return document


@given(JSON, JSON)
def test_the_changes_lead_from_one_to_the_other(before: Any, after: Any) -> None:
    changes = list(difference(before, after))
    document = deepcopy(before)
    # What goes from a list goes from its end.
    for change in [c for c in changes if c.after is not ABSENT] + [c for c in changes[::-1] if c.after is ABSENT]:
        document = applied(document, deepcopy(change))
    assert list(difference(document, after)) == []


@given(JSON)
def test_nothing_differs_from_itself(value: Any) -> None:
    assert list(difference(value, deepcopy(value))) == []


def test_true_is_not_one_and_null_is_not_nothing() -> None:
    assert [c.pointer for c in difference({"a": True, "b": None}, {"a": 1})] == ["/a", "/b"]


def test_a_subtree_that_came_is_one_change_and_each_part_of_it_can_be_asked_for() -> None:
    (change,) = difference({}, {"a": {"b": {"c": 1}}})
    assert change.pointer == "/a"
    assert change.at("/a/b") == Change("/a/b", ABSENT, {"c": 1})
    assert change.at("/a/x") is None
    assert change.at("/ab") is None
    assert change.at("") == change


DOCUMENT: dict[str, Any] = {
    "paths": {
        "/a/{id}/{part}": {
            "parameters": [{"name": "part", "in": "path", "required": True, "schema": {"type": "string"}}],
            "get": {
                "operationId": "getPart",
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
                    {"$ref": "#/components/parameters/Size"},
                ],
                "responses": {"200": {"content": {"json": {"schema": {"$ref": "#/components/schemas/Part"}}}}},
            },
        }
    },
    "components": {
        "parameters": {"Size": {"name": "size", "in": "query", "schema": {"type": "integer"}}},
        "schemas": {
            "Part": {
                "required": ["kind"],
                "properties": {
                    "kind": {"enum": ["a.b", "", None]},
                    "required": {"type": "string"},
                    "whole": {"oneOf": [{"$ref": "#/components/schemas/Whole"}, {"type": "null"}]},
                },
            },
            "Whole": {"properties": {"enum": {"type": "string"}}},
        },
    },
}


def test_parameters_go_by_their_place_in_the_path_or_by_name() -> None:
    found = keyed(DOCUMENT)
    named = found.document["paths"]["/a/{id}/{part}"]["get"]["parameters"]
    assert list(named) == ["path:1", "path:0", "query:size"]
    at = "/paths/~1a~1{id}~1{part}"
    assert found.original(f"{at}/get/parameters/path:1/schema") == f"{at}/parameters/0/schema"
    assert found.original(f"{at}/get/parameters/query:size") == f"{at}/get/parameters/1"


def test_fields_called_like_keywords_are_fields() -> None:
    names = [place.name for place in places(keyed(DOCUMENT)) if place.kind == "field"]
    assert names == ["Part.kind", "Part.required", "Part.whole", "Whole.enum"]


def test_a_page_that_writes_a_class_out_is_aligned_with_it() -> None:
    inline = {"properties": {"kind": {"type": "string"}, "whole": {"properties": {"enum": {"type": "string"}}}}}
    raw = {"paths": {"/a/{x}/{y}": {"get": {"responses": {"200": {"content": {"json": {"schema": inline}}}}}}}}
    found = align(keyed(DOCUMENT).document, keyed(raw).document)
    at = "/paths/~1a~1{x}~1{y}/get/responses/200/content/json/schema"
    assert found["/components/schemas/Part"] == (at,)
    assert found["/components/schemas/Part/properties/kind"] == (f"{at}/properties/kind",)
    assert found["/components/schemas/Whole/properties/enum"] == (f"{at}/properties/whole/properties/enum",)
    assert "/components/schemas/Part/properties/required" not in found


def test_classes_that_hold_each_other_are_walked_once() -> None:
    ring = {
        "components": {
            "schemas": {n: {"properties": {"x": {"$ref": f"#/components/schemas/{m}"}}} for n, m in ("AB", "BA")}
        }
    }
    found = align(ring, ring)
    assert found["/components/schemas/A/properties/x"]


def found(wanted: str) -> list[str]:
    return [place.name for place in search(places(keyed(DOCUMENT)), wanted).places]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ("Part", ["Part"]),
        ("part.KIND", ["Part.kind"]),
        ("kin", ["Part.kind"]),
        ("getPart", ["getPart"]),
        ("get_part 200", ["getPart 200"]),
        ("getp.size", ["getPart.size"]),
        ("Part.kind.a.b", ["Part.kind.a.b"]),
        ('Part.kind.""', ['Part.kind.""']),
        ("null", ["Part.kind.null"]),
        ("/components/schemas/Whole", ["Whole"]),
        ("nothing like it", []),
        ("", []),
        ("...", []),
    ],
)
def test_a_name_finds_the_best_fit_only(wanted: str, names: list[str]) -> None:
    assert found(wanted) == names


def test_a_whole_name_beats_a_longer_one_that_begins_with_it() -> None:
    known = [Place(("Position", name), "field", f"/{name}", f"/{name}") for name in ("qty_available", "qty")]
    assert [place.name for place in search(known, "Position.qty").places] == ["Position.qty"]


def test_a_field_beats_a_value_of_the_same_name() -> None:
    known = [Place(("Order", "size"), kind, f"/{kind}", f"/{kind}") for kind in ("value", "field")]
    assert [place.kind for place in search(known, "size").places] == ["field"]
