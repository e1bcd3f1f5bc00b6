"""Pointing, resolving, rewriting and ordering documents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import document as d
from generator.errors import DocumentError
from generator.model import Json, JsonObject


@given(st.lists(st.text(max_size=6) | st.integers(0, 9), max_size=5))
def test_a_pointer_leads_back_to_what_it_was_made_for(tokens: list[str | int]) -> None:
    document: Json = "the value"
    for token in reversed(tokens):
        document = [*["other"] * token, document] if isinstance(token, int) else {token: document}
    assert d.get(document, d.pointer(*tokens)) == "the value"


def test_a_pointer_that_leads_nowhere_is_a_key_error() -> None:
    for path in ("/a/b", "/list/9", "/list/x", "/text/0/1"):
        with pytest.raises(KeyError):
            d.get({"list": [1], "text": 3}, path)


def test_references_are_followed_to_the_end_but_not_in_circles_nor_out_of_the_document() -> None:
    document: JsonObject = {"a": {"$ref": "#/b"}, "b": {"$ref": "#/c~1d"}, "c/d": {"type": "string"}}
    assert d.resolve(document, document["a"]) == {"type": "string"}
    circle: JsonObject = {"a": {"$ref": "#/b"}, "b": {"$ref": "#/a"}}
    for node, what in (
        (circle["a"], "back to itself"),
        ({"$ref": "https://example.test/x"}, "leaves the document"),
        ({"$ref": "../other.yaml#/x"}, "leaves the document"),
        ({"$ref": "#/none"}, "leads nowhere"),
    ):
        with pytest.raises(DocumentError, match=what):
            d.resolve(circle, node)


def test_a_property_that_is_called_like_a_keyword_is_a_property() -> None:
    schema = {"type": "object", "properties": {"schema": {"type": "string"}, "parameters": {"type": "array"}}}
    document = {"paths": {"/a": {"get": {"responses": {"200": {"content": {"x/y": {"schema": schema}}}}}}}}
    found = [(name, node["type"]) for _, node, name in d.objects(document, "schema")]
    assert sorted(found) == [("parameters", "array"), ("schema", "string"), ("x/y", "object")]
    assert d.objects(document, "parameter") == []


def test_samples_are_never_taken_for_schemas() -> None:
    document = {"components": {"schemas": {"A": {"example": {"properties": {"b": {}}}, "default": {"items": {}}}}}}
    assert [path for path, _, _ in d.objects(document, "schema")] == ["/components/schemas/A"]


def test_rewriting_leaves_the_original_alone() -> None:
    document: JsonObject = {"paths": {"/a": {"get": {"parameters": [{"name": "x", "schema": {"type": "string"}}]}}}}
    copy = d.rewrite(document, lambda shape, node, path, name: {**node, "seen": shape})
    assert copy["paths"]["/a"]["get"]["parameters"][0]["schema"] == {"type": "string", "seen": "schema"}
    assert "seen" not in repr(document)


def test_the_order_of_the_input_does_not_show() -> None:
    one = {"paths": {"/b": {"get": {"responses": {}, "operationId": "x"}}, "/a": {}}, "openapi": "3.1.0", "info": {}}
    other = {"info": {}, "openapi": "3.1.0", "paths": {"/a": {}, "/b": {"get": {"operationId": "x", "responses": {}}}}}
    assert repr(d.canonical(one)) == repr(d.canonical(other))
    assert list(d.canonical(one)) == ["openapi", "info", "paths"]


def test_properties_keep_the_order_of_the_page() -> None:
    schema = {"properties": {"z": {}, "a": {}}, "type": "object"}
    ordered = d.canonical({"components": {"schemas": {"S": schema}}})["components"]["schemas"]["S"]
    assert list(ordered) == ["type", "properties"]
    assert list(ordered["properties"]) == ["z", "a"]


def test_depth_is_measured_without_recursion() -> None:
    deep: Json = []
    for _ in range(100_000):
        deep = [deep]
    assert d.depth_exceeds(deep)
    assert not d.depth_exceeds({"a": [{"b": 1}]}, limit=3)
    while deep:  # the interpreter frees nested lists recursively: take them apart
        deep = deep[0]
