"""The comparison of two documents: each rule by its pair, each edit found where it was made, both ways alike.

``MUTATIONS=100000`` in the environment widens the run over edited documents.
"""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import diff, store
from generator.__main__ import main
from generator.diff.rules import BY_ID, RULES
from generator.diff.values import Rule
from generator.errors import DocumentError
from generator.model import JsonObject
from tests.generator.diff.mutations import EDITS, mutate, several
from tests.generator.diff.mutations.edit import NOWHERE, Expected

ROOT: Final = Path(__file__).resolve().parents[2]
PAIRS: Final = Path(__file__).parent / "diff"
DOCUMENTS: Final = tuple(
    store.read_yaml(ROOT / "openapi" / name) for name in ("alpaca-broker.yaml", "clear-street.yaml")
)
MUTATIONS: Final = int(os.environ.get("MUTATIONS", "1000"))
Capture = pytest.CaptureFixture[str]


def _pair(rule: str) -> tuple[JsonObject, JsonObject]:
    return store.read_yaml(PAIRS / rule / "base.yaml"), store.read_yaml(PAIRS / rule / "revision.yaml")


def _found(changes: Sequence[diff.Change]) -> list[Expected]:
    def place(pointer: str | None) -> str:
        return NOWHERE if pointer is None else pointer

    return sorted((change.rule.id, place(change.base), place(change.revision)) for change in changes)


def _facts(changes: Sequence[diff.Change]) -> list[str]:
    """Everything a change says, in an order of its own."""
    return sorted(
        repr((c.rule.id, c.base, c.revision, c.before, c.after, sorted(c.roles), c.operations)) for c in changes
    )


def _assert_mirrored(base: JsonObject, revision: JsonObject) -> None:
    assert _facts(diff.mirrored(diff.compare(base, revision))) == _facts(diff.compare(revision, base))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_pair_of_a_rule_shows_that_rule_and_no_other(rule: Rule) -> None:
    base, revision = _pair(rule.id)
    assert [change.rule.id for change in diff.compare(base, revision)] == [rule.id]
    assert [change.rule.id for change in diff.compare(revision, base)] == [rule.mirror]
    assert BY_ID[rule.mirror].mirror == rule.id


def test_a_rule_a_file_and_a_pair_a_rule() -> None:
    files = {path.stem.replace("_", "-") for path in (ROOT / "generator" / "diff" / "rules").glob("[!_]*.py")}
    pairs = {path.parent.name for path in PAIRS.glob("*/base.yaml")}
    assert files == pairs == BY_ID.keys()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document["info"]["title"])
def test_a_document_does_not_differ_from_itself_or_from_its_reordered_self(document: JsonObject) -> None:
    assert diff.compare(document, document) == ()
    assert diff.compare(document, json.loads(json.dumps(document, sort_keys=True))) == ()


def test_every_edit_is_found_where_it_was_made_and_nothing_else() -> None:
    seen = set()
    for seed in range(MUTATIONS):
        document = DOCUMENTS[seed % len(DOCUMENTS)]
        revision, edit, expected = mutate(document, seed)
        assert _found(diff.compare(document, revision)) == expected, f"seed {seed}: {edit}"
        seen.add(edit)
    assert len(seen) == len({edit.__name__ for edit in EDITS}) or MUTATIONS < 500


@given(st.booleans(), st.integers(0, 2**32), st.integers(1, 6), st.integers(0, 4))
def test_exchanging_the_documents_exchanges_the_answer(which: bool, seed: int, one: int, two: int) -> None:
    document = DOCUMENTS[which]
    _assert_mirrored(several(document, seed, two), several(document, seed + 1, one))


def test_documents_that_have_nothing_in_common_mirror_too() -> None:
    _assert_mirrored(*DOCUMENTS)


def test_a_change_in_a_shared_schema_names_every_operation_it_reaches() -> None:
    base, revision = _pair("enum-value-added")
    (change,) = diff.compare(base, revision)
    assert change.where == "/components/schemas/Thing/properties/size/enum"
    assert [str(operation) for operation in change.operations] == ["GET /things/{thing}", "POST /things"]
    assert change.roles == {"request", "response"}


@pytest.mark.parametrize(
    ("rule", "request_", "answer", "everywhere"),
    [
        ("enum-value-added", diff.ADDITIVE, diff.RISKY, diff.RISKY),
        ("enum-value-removed", diff.BREAKING, diff.DOCS, diff.BREAKING),
        ("property-became-optional", diff.ADDITIVE, diff.BREAKING, diff.BREAKING),
    ],
)
def test_a_change_is_judged_by_the_way_it_travels_and_both_ways_by_the_worse(
    rule: str, request_: diff.Level, answer: diff.Level, everywhere: diff.Level
) -> None:
    found = []
    for gone in ("/things/{thing}", "/things", "/nothing"):
        base, revision = _pair(rule)
        for document in (base, revision):
            document["paths"].pop(gone, None)
        (change,) = diff.compare(base, revision)
        found.append(change.http)
    assert found == [request_, answer, everywhere]


@pytest.mark.parametrize(
    ("rule", "python", "http"),
    [
        ("operation-id-changed", diff.BREAKING, diff.DOCS),
        ("operation-path-changed", diff.RISKY, diff.BREAKING),
        ("schema-renamed", diff.BREAKING, diff.DOCS),
        ("unit-changed", diff.BREAKING, diff.BREAKING),
        ("description-changed", diff.DOCS, diff.DOCS),
    ],
)
def test_what_python_feels_is_told_apart_from_what_http_feels(rule: str, python: diff.Level, http: diff.Level) -> None:
    (change,) = diff.compare(*_pair(rule))
    assert (change.level, change.http) == (python, http)


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("summary-changed", 0),
        ("operation-added", 0),
        ("success-response-added", 1),
        ("unit-changed", 3),
        ("operation-path-changed", 3),
    ],
)
def test_the_exit_code_is_that_of_the_worst_change(rule: str, code: int, capsys: Capture) -> None:
    assert main(["diff", str(PAIRS / rule / "base.yaml"), str(PAIRS / rule / "revision.yaml")]) == code
    assert rule in capsys.readouterr().out


def test_equal_documents_exit_with_nothing_to_say(capsys: Capture) -> None:
    file = str(ROOT / "openapi" / "clear-street.yaml")
    assert main(["diff", file, file]) == 0
    assert capsys.readouterr().out.endswith("clear-street.yaml: no changes\n")


def _told(rule: str, format: str, capsys: Capture) -> str:
    main(["diff", str(PAIRS / rule / "base.yaml"), str(PAIRS / rule / "revision.yaml"), "--format", format])
    return capsys.readouterr().out


def test_text_says_level_rule_place_values_and_operations(capsys: Capture) -> None:
    told = _told("unit-changed", "text", capsys).splitlines()
    assert told[:4] == [
        "breaking: unit-changed: the number counts something else",
        "  at   /components/schemas/Thing/properties/size/x-unit",
        '  is   "percent" -> "ratio"',
        "  in   GET /things/{thing}, POST /things",
    ]


def test_json_holds_every_fact(capsys: Capture) -> None:
    (change,) = json.loads(_told("operation-path-changed", "json", capsys))["changes"]
    assert (change["id"], change["level"], change["http_level"]) == ("operation-path-changed", "risky", "breaking")
    assert (change["base"], change["revision"]) == ("/paths/~1all/get", "/paths/~1v2~1all/get")
    assert change["operations"] == [{"base": "GET /all", "revision": "GET /v2/all"}]


def test_markdown_is_a_table_that_no_value_can_break(capsys: Capture) -> None:
    told = _told("pattern-changed", "markdown", capsys)
    assert "### Risky\n\n| what | where | value | operations | HTTP |\n" in told
    base, revision = _pair("pattern-changed")
    revision["components"]["schemas"]["Thing"]["properties"]["size"]["pattern"] = "a|`b`\n<c>"
    row = diff.report(diff.compare(base, revision), "markdown", "x").splitlines()[-1]
    assert row.replace("\\|", "").count("|") == 6
    assert row.count("`") % 2 == 0


def test_github_annotates_by_level_and_escapes_what_would_end_a_line(capsys: Capture) -> None:
    assert _told("unit-changed", "github", capsys).startswith("::error file=")
    assert _told("summary-changed", "github", capsys).startswith("::notice file=")
    base, revision = _pair("field-changed")
    revision["paths"]["/things/{thing}"]["get"]["responses"]["200"]["links"] = {"%0A::error::\n": {}}
    told = diff.report(diff.compare(base, revision), "github", "a,b:c").splitlines()
    assert [line[:9] for line in told] == ["::warning", "a,b:c: 1 "]
    assert "file=a%2Cb%3Ac,title=field-changed" in told[0]
    assert "%250A::error::" in told[0]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("just text", "not an OpenAPI document"),
        ("openapi: 3.1.0\npaths: []", "/paths: is not a mapping"),
        ("openapi: 3.1.0\npaths: {/a: {get: 5}}", "/paths/~1a/get: is not a mapping"),
        ("openapi: 3.1.0\npaths: {/a: {get: {parameters: [5]}}}", "holds something that is not a mapping"),
        ("openapi: 3.1.0\ncomponents: {schemas: {A: {$ref: '#/nowhere'}}}", "reference leads nowhere"),
        ("openapi: 3.1.0\ncomponents: {schemas: {A: {$ref: '#/components/schemas/A'}}}", "leads back to itself"),
        ("openapi: 3.1.0\ncomponents: {schemas: {A: {$ref: 'other.yaml'}}}", "reference leaves the document"),
        ("openapi: 3.1.0\nsecurity: [{Key: 5}]", "/security: holds something that is not text"),
        ("openapi: 3.1.0\ncomponents: {schemas: {A: {type: 5}}}", "/type: holds something that is not text"),
        ("openapi: 3.1.0\ncomponents: {schemas: {A: {required: [[]]}}}", "/required: holds something that is not text"),
        ("openapi: 3.1.0\ncomponents: {responses: {A: {$ref: 5}}}", "/$ref: is not text"),
        ("a: [", "not readable as YAML"),
    ],
)
def test_what_cannot_be_compared_is_refused_by_file_and_place(
    text: str, what: str, tmp_path: Path, capsys: Capture
) -> None:
    file = tmp_path / "broken.yaml"
    file.write_text(text, "utf-8")
    assert main(["diff", str(ROOT / "openapi" / "clear-street.yaml"), str(file)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "broken.yaml" in told.err
    assert what in told.err


def test_a_missing_file_is_named(tmp_path: Path, capsys: Capture) -> None:
    assert main(["diff", str(tmp_path / "gone.yaml"), str(tmp_path / "gone.yaml")]) == 2
    assert "gone.yaml" in capsys.readouterr().err


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document["info"]["title"])
def test_committed_documents_can_be_compared(document: JsonObject) -> None:
    assert diff.check(document, "document") is document
    with pytest.raises(DocumentError):
        diff.check({**document, "components": {}}, "document")
