"""The files of vectors are what ``schema.json`` and the README promise to those who read them in other languages."""

import json
from collections import Counter
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from jsonschema import Draft202012Validator

from .loading import FILES, FOLDER, ROOT, Vector, vectors

VALIDATOR: Final = Draft202012Validator(json.loads((FOLDER / "schema.json").read_text("utf-8")))
VECTORS: Final = [*vectors("requests"), *vectors("responses")]


def operations(document: str) -> dict[str, tuple[str, frozenset[str]]]:
    """The method and the argument names of every operation of a document."""
    spec = yaml.safe_load((ROOT / f"{document}.yaml").read_text("utf-8"))
    found = {}
    for item in spec["paths"].values():
        for method in item.keys() & {"get", "put", "post", "delete", "patch"}:
            stated = item[method]
            names = {parameter["name"] for parameter in [*item.get("parameters", []), *stated.get("parameters", [])]}
            body = {"body"} if "requestBody" in stated else set()
            found[stated["operationId"]] = (method.upper(), frozenset(names | body))
    return found


OPERATIONS: Final = {path.parent.name: operations(path.parent.name) for path in FILES}


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(VALIDATOR.schema)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_file_fits_the_schema(path: Path) -> None:
    file = json.loads(path.read_text("utf-8"), object_pairs_hook=_without_twins)
    problems = [f"{error.json_path}: {error.message[:200]}" for error in VALIDATOR.iter_errors(file)]
    assert not problems
    assert file["document"] == f"{path.parent.name}.yaml"


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    twins = [name for name, count in Counter(name for name, _ in pairs).items() if count > 1]
    assert not twins, f"a vector cannot say {twins} twice: write such a body as text"
    return dict(pairs)


def test_there_are_enough_and_no_two_alike() -> None:
    assert len(VECTORS) >= 200
    assert not [name for name, count in Counter(map(str, VECTORS)).items() if count > 1]
    asked = Counter(_asked(vector) for vector in VECTORS)
    assert not [what for what, count in asked.items() if count > 1], "two vectors ask the same"


def _asked(vector: Vector) -> str:
    asked = {name: vector.members.get(name) for name in ("operation", "arguments", "credentials", "response")}
    return vector.document + json.dumps(asked, sort_keys=True)


@pytest.mark.parametrize("document", OPERATIONS)
def test_every_operation_has_vectors_of_both_kinds(document: str) -> None:
    for kind in ("requests", "responses"):
        assert {v.operation for v in vectors(kind) if v.document == document} == OPERATIONS[document].keys()


@pytest.mark.parametrize("vector", vectors("requests"), ids=str)
def test_a_request_names_what_the_document_has(vector: Vector) -> None:
    method, names = OPERATIONS[vector.document][vector.operation]
    assert vector.members["arguments"].keys() <= names
    if not vector.error:
        assert vector.members["request"]["method"] == method


@pytest.mark.parametrize(
    "broken",
    [
        {"reason": ""},
        {"reason": "two\nlines of it"},
        {"value": 1},
        {"value": {"a": [1.5]}},
        {"error": {"kind": "odd"}},
        {"surplus": True},
        {"response": {"status": 200, "headers": {}, "json": 1.5}},
        {"response": {"status": 200, "headers": {}, "json": 2**53}},
        {"response": {"status": 200, "headers": {}, "json": 1, "body": "1"}},
        {"response": {"status": 200, "headers": {"Content-Type": "x"}, "json": 1}},
    ],
    ids=str,
)
def test_the_schema_refuses(broken: dict[str, Any]) -> None:
    sound = {
        "name": "a",
        "reason": "long enough",
        "operation": "b",
        "response": {"status": 200, "headers": {}, "json": 1},
        "value": "1",
    }
    file = {"document": "a.yaml", "about": "long enough"}
    assert VALIDATOR.is_valid({**file, "responses": [sound]})
    assert not VALIDATOR.is_valid({**file, "responses": [{**sound, **broken}]})
