"""What a built document may not be, and samples its own schemas refuse."""

import pytest

from generator.errors import DocumentError
from generator.model import JsonObject
from generator.validate import check_document, check_samples

INFO = {"title": "t", "version": "1"}


def _document(**schema: object) -> JsonObject:
    return {"openapi": "3.1.0", "info": INFO, "paths": {}, "components": {"schemas": {"Thing": schema}}}


def test_a_valid_document_passes() -> None:
    check_document(_document(type="object", properties={"a": {"type": ["string", "null"]}}), "x.yaml")


@pytest.mark.parametrize(
    ("document", "place"),
    [
        ({"openapi": "3.1.0", "paths": {}}, "x.yaml"),
        (_document(type="strin"), "/components/schemas/Thing/type"),
        ({"openapi": "3.1.0", "info": INFO, "paths": {"/a~b/{c}": {"get": {"parameters": 1}}}}, "/paths/~1a~0b~1{c}"),
    ],
)
def test_an_invalid_document_is_refused_with_the_place(document: JsonObject, place: str) -> None:
    with pytest.raises(DocumentError) as caught:
        check_document(document, "x.yaml")
    assert str(caught.value).startswith("x.yaml")
    assert place in str(caught.value)


def test_samples_everywhere_are_held_against_their_schemas_through_references() -> None:
    document = _document(type="object", required=["a"], properties={"a": {"type": "integer", "examples": [1, "x"]}})
    document["components"]["schemas"]["Other"] = {"type": "string", "default": 3}
    document["paths"]["/a"] = {
        "get": {
            "parameters": [{"name": "q", "in": "query", "schema": {"type": "boolean"}, "example": "yes"}],
            "responses": {
                "200": {
                    "description": "d",
                    "headers": {"X-A": {"schema": {"type": "integer"}, "example": "many"}},
                    "content": {
                        "application/json": {
                            "schema": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}},
                            "examples": {"good": {"value": [{"a": 1}]}, "bad": {"value": [{"a": 1}, {}]}},
                        }
                    },
                }
            },
        }
    }
    found = check_samples(document, "x.yaml")
    assert [(f.code, f.where.rpartition(": ")[2].replace("~1", "|"), f.what.rpartition("@ ")[2]) for f in found] == [
        ("example-contradicts-schema", place, at)
        for place, at in (
            ("/components/schemas/Other/default", "$"),
            ("/components/schemas/Thing/properties/a/examples/1", "$"),
            ("/paths/|a/get/parameters/0/example", "$"),
            ("/paths/|a/get/responses/200/content/application|json/examples/bad", "$[1]"),
            ("/paths/|a/get/responses/200/headers/X-A/example", "$"),
        )
    ]
