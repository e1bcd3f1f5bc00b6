"""Golden pairs: ``overlay/<case>.yaml`` under ``<case>.overlay.yaml`` becomes ``<case>.expected.yaml``."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import store
from generator.errors import OverlayError
from generator.model import JsonObject
from generator.overlay import apply
from tests.conftest import Golden

HERE = Path(__file__).parent / "overlay"
CASES = sorted(path for path in HERE.glob("*.yaml") if "." not in path.stem)
INFO = {"title": "t", "version": "1", "x-reason": "r", "x-evidence": ["e"]}


def _overlay(*actions: JsonObject, **other: Any) -> JsonObject:
    return {"overlay": "1.0.0", "info": INFO, "extends": "shop.yaml", "actions": list(actions), **other}


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_golden(case: Path, golden: Golden) -> None:
    base, overlay = store.read_yaml(case), store.read_yaml(case.with_suffix(".overlay.yaml"))
    before = deepcopy((base, overlay))
    document, findings, applied = apply(base, [("claim.yaml", overlay)], "shop.yaml")
    assert (base, overlay) == before, "the input was changed"
    produced = {"document": document, "findings": [str(finding) for finding in findings], "applied": applied}
    golden(store.to_yaml(produced), case.with_suffix(".expected.yaml"))


def test_later_overlays_see_what_earlier_ones_did_and_other_documents_are_left_alone() -> None:
    first = _overlay({"target": "$", "update": {"info": {}}})
    other = _overlay({"target": "$.nowhere", "remove": True}, extends="other.yaml")
    second = _overlay({"target": "$.info", "update": {"title": "Shop"}})
    document, findings, applied = apply({}, [("a.yaml", first), ("b.yaml", other), ("c.yaml", second)], "shop.yaml")
    assert document == {"info": {"title": "Shop"}}
    assert (findings, applied) == ([], ["a.yaml", "c.yaml"])


def test_the_result_shares_nothing_with_the_overlay() -> None:
    overlay = _overlay({"target": "$['a','b']", "update": {"list": []}}, {"target": "$.a.list", "update": "x"})
    document, _, _ = apply({"a": {}, "b": {}}, [("a.yaml", overlay)], "shop.yaml")
    assert document == {"a": {"list": ["x"]}, "b": {"list": []}}


@pytest.mark.parametrize(
    ("action", "place", "what"),
    [
        ({"target": "$.gone", "update": {}}, "/actions/0", "$.gone matches nothing"),
        ({"target": "$.gone", "remove": True}, "/actions/0", "$.gone matches nothing"),
        ({"target": "a.b", "remove": True}, "/actions/0/target", "is not a JSONPath"),
        ({"target": "$.a | $.list", "remove": True}, "/actions/0/target", "is not a JSONPath"),
        ({"target": "$", "remove": True}, "/actions/0", "$ is the whole document"),
        ({"target": "$.a.text", "update": {"b": 1}}, "/actions/0", "/a/text is neither an object nor an array"),
        ({"target": "$.a", "update": "x"}, "/actions/0", "/a is an object, the update is none"),
        ({"target": "$", "update": {"a": "x"}}, "/actions/0", "/a is an object, the update is none"),
        ({"target": "$", "update": {"a": {"deep": {}}}}, "/actions/0", "/a/deep is an array, the update is none"),
        ({"target": "$", "update": {}, "remove": True}, "/actions/0", "both update and remove"),
        ({"target": "$"}, "/actions/0", "neither update nor remove"),
        ({"target": "$", "remove": False}, "/actions/0", "neither update nor remove"),
        ({"target": "$", "remove": "yes"}, "/actions/0/remove", "neither true nor false"),
        ({"target": "$", "updates": {}}, "/actions/0/updates", "unknown key"),
        ({"update": {}}, "/actions/0", "no target"),
        ({"target": 3, "update": {}}, "/actions/0/target", "not a text"),
        ("remove everything", "/actions/0", "not a mapping"),
    ],
)
def test_an_action_that_cannot_be_meant_is_refused_with_its_place(action: Any, place: str, what: str) -> None:
    document = {"a": {"text": "t", "deep": [1]}, "list": [1]}
    with pytest.raises(OverlayError) as caught:
        apply(document, [("claim.yaml", _overlay(action))], "shop.yaml")
    assert (caught.value.where, caught.value.pointer) == ("claim.yaml", place)
    assert what in caught.value.what
    assert caught.value.todo
    assert document == {"a": {"text": "t", "deep": [1]}, "list": [1]}


@pytest.mark.parametrize(
    ("change", "place", "what"),
    [
        ({"overlay": "1.1.0"}, "/overlay", "version '1.1.0'"),
        ({"overlay": None}, "", "no overlay"),
        ({"info": None}, "", "no info"),
        ({"actions": None}, "", "no actions"),
        ({"extends": None}, "", "no extends"),
        ({"extends": " "}, "/extends", "not a text"),
        ({"actions": []}, "/actions", "not a list of actions"),
        ({"acts": []}, "/acts", "unknown key"),
        ({"info": {**INFO, "reason": "r"}}, "/info/reason", "unknown key"),
        ({"info": {k: v for k, v in INFO.items() if k != "x-reason"}}, "/info", "no x-reason"),
        ({"info": {k: v for k, v in INFO.items() if k != "x-evidence"}}, "/info", "no x-evidence"),
        ({"info": {**INFO, "x-reason": ""}}, "/info/x-reason", "not a text"),
        ({"info": {**INFO, "x-evidence": []}}, "/info/x-evidence", "not a list of sources"),
        ({"info": {**INFO, "x-evidence": ["e", 1]}}, "/info/x-evidence/1", "not a text"),
        ({"info": {**INFO, "version": 1.0}}, "/info/version", "not a text"),
    ],
)
def test_a_file_that_is_no_overlay_is_refused_with_its_place(change: JsonObject, place: str, what: str) -> None:
    overlay = {**_overlay({"target": "$", "update": {"a": 1}}), **change}
    overlay = {key: value for key, value in overlay.items() if value is not None}
    with pytest.raises(OverlayError) as caught:
        apply({}, [("claim.yaml", overlay)], "shop.yaml")
    assert (caught.value.where, caught.value.pointer) == ("claim.yaml", place)
    assert what in caught.value.what


def test_extensions_are_welcome_everywhere() -> None:
    action = {"target": "$", "update": {"a": True}, "x-issue": 1}
    overlay = _overlay(action, **{"x-owner": "us", "info": {**INFO, "x-since": "2026"}})
    assert apply({"a": 1}, [("claim.yaml", overlay)], "shop.yaml")[:2] == ({"a": True}, [])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.text("ab", max_size=2),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("ab", max_size=2), inner, max_size=4),
    max_leaves=15,
)


@given(JSON.map(lambda value: {"a": value}), JSON)
def test_what_was_added_under_a_new_key_can_be_removed_again(document: JsonObject, value: Any) -> None:
    there = _overlay({"target": "$", "update": {"new": value}})
    and_back = _overlay({"target": "$.new", "remove": True})
    added, findings, _ = apply(document, [("there.yaml", there)], "shop.yaml")
    assert added == {**document, "new": value}
    assert findings == []
    assert apply(added, [("back.yaml", and_back)], "shop.yaml")[0] == document


@given(JSON.map(lambda value: {"a": value}))
def test_removing_every_match_leaves_none(document: JsonObject) -> None:
    overlay = _overlay({"target": "$..a", "remove": True})
    left, _, _ = apply(document, [("claim.yaml", overlay)], "shop.yaml")
    assert "'a':" not in str(left)
