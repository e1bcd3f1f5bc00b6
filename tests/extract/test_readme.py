"""ReadMe pages: golden pairs, what is refused and where, and that no fact is lost."""

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import store
from generator.errors import DocumentError, PageError
from generator.extract import extract as extract_any
from generator.extract import readme
from generator.model import Finding
from generator.pipeline import build
from tests.conftest import Golden
from tests.extract.pairs import HERE, SEEDS, cases, facts_as_yaml, page
from tests.generator import pages


@pytest.mark.parametrize("case", cases("readme"))
def test_golden(case: str, golden: Golden) -> None:
    where, facts = facts_as_yaml("readme", case, readme.extract)
    golden(facts, where)


@pytest.mark.parametrize("case", cases("readme"))
def test_recognised_by_content(case: str) -> None:
    assert readme.matches(_text(case))


def _text(case: str) -> str:
    return (HERE / "readme" / case).read_text("utf-8")


@pytest.mark.parametrize(
    "text",
    [pages.HUGO, pages.UNKNOWN, "", '```json\n{"a": 1}\n```\n', "<html><body>Another site</body></html>", "{}"],
)
def test_other_pages_are_left_alone(text: str) -> None:
    assert not readme.matches(text)


@pytest.mark.parametrize("text", ["# OpenAPI definition\n", "# OpenAPI definition\n\n```json\n{}\n```\n"])
def test_a_page_without_its_definition_is_told(text: str) -> None:
    result = extract_any(page(text))
    assert isinstance(result, Finding)
    assert "no definition" in result.what


GOOD = {"openapi": "3.0.0", "info": {"title": "T", "version": "1"}, "paths": {}}


def _with(**more: Any) -> str:
    return json.dumps({**GOOD, **more})


def _operation(**more: Any) -> str:
    return _with(paths={"/a": {"get": {"responses": {}, **more}}})


@pytest.mark.parametrize(
    ("definition", "line", "what"),
    [
        ('{\n"openapi": "3.0.0",\n"info": {"a": 1,\n"a": 2}}', 11, "given twice"),
        ('{"openapi": "3.0.0",\n "paths": {', 9, "cut off"),
        ('{"openapi": "3.0.0",\n "x": NaN}', 9, "NaN is not JSON"),
        ('{"openapi": "3.0.0",\n "x": -Infinity}', 9, "Infinity is not JSON"),
        ('{"openapi": "3.0.0", "x": ' + "9" * 5000 + "}", 8, "5,000 digits"),
        ('{"openapi": "3.0.0", "x": 1e999}', 8, "too large"),
        ('{"openapi": "3.0.0",\n\n "x": "\\ud800"}', 10, "surrogate"),
        ('{"openapi": "3.0.0", "x": ' + "[" * 10_000 + "]" * 10_000 + "}", 8, "nested deeper"),
        ('{"openapi": "3.0.0", "x": {}', 8, "cut off"),
        ('{"openapi": "3.0.0", x: 1}', 8, "not JSON"),
        ('{"swagger": "2.0", "paths": {}}', 8, "Swagger 2.0"),
        ('{"openapi": "4.0.0", "paths": {}}', 8, "not 3.0 or 3.1"),
        (_with(paths=[]), 8, "not of the type"),
        (_with(paths={"a": {}}), 8, "does not begin with a slash"),
        (_with(paths={"/../etc": {}}), 8, "cannot be a name"),
        (_with(paths={"/a": {"get": 1}}), 8, "not of the type"),
        (_operation(parameters="a"), 8, "not of the type"),
        (_operation(operationId='x"""\nimport os'), 8, "cannot be a name"),
        (_operation(operationId=5), 8, "is not a name"),
        (_operation(parameters=[{"$ref": "https://example.com/p.json"}]), 8, "leaves the page"),
        (_operation(parameters=[{"$ref": "../p.json"}]), 8, "leaves the page"),
        (_operation(parameters=[{"$ref": "#/components/parameters/P"}]), 8, "leads nowhere"),
        (_operation(responses={"200": {"content": {"a/b": {"schema": {"properties": {"a\nb": {}}}}}}}), 8, "a name"),
        (_with(components={"schemas": {"../A": {}}}), 8, "cannot be a name"),
        (_with(components={"schemas": {"A": {"$ref": "#/components/schemas/A"}}}), 8, "back to itself"),
        (_operation(parameters=[{"name": "a", "in": "body", "schema": {}}]), 8, "no place of a parameter"),
        (_operation(parameters=[{"in": "query", "schema": {}}]), 8, "without a name"),
        (_operation(responses={"2000": {}}), 8, "no status"),
        (_with(components={"securitySchemes": {"A": {"type": "apiKey", "in": "header"}}}), 8, "without its 'name'"),
    ],
)
def test_refused_with_its_place(definition: str, line: int, what: str) -> None:
    with pytest.raises(PageError) as caught:
        readme.extract(page(pages.embedded(definition)))
    assert what in str(caught.value)
    assert caught.value.where == f"page.md:{line}"
    assert caught.value.todo


def test_the_line_is_that_of_the_part() -> None:
    wrong = {"get": {"responses": {"200": {}}, "parameters": [{"name": "a", "in": "nowhere"}]}}
    text = json.dumps({**GOOD, "paths": {"/a": wrong}}, indent=1)
    with pytest.raises(PageError) as caught:
        readme.extract(page(pages.embedded(text)))
    stated = text.splitlines().index('      "in": "nowhere"') + 8
    assert caught.value.where == f"page.md:{stated}"


@pytest.mark.parametrize(
    ("written", "spelled"),
    [("get the thing's parts", "get_the_thing_s_parts"), ("close (all)", "close_all"), ("get-things", "get-things")],
)
def test_an_operation_is_named_as_code_can_name_it(written: str, spelled: str) -> None:
    found = readme.extract(page(pages.embedded(_operation(operationId=written)))).document["paths"]["/a"]["get"]
    assert found["operationId"] == spelled
    assert found.get("x-operation-id", written) == written


_NO_NAMES = [
    "it's 'that'",
    "'a'",
    "a'; import os; '",
    "a'b; import os",
    "Page<Order",
    "<b>",
    "a<b>('x')",
    'A"s',
    "A\ns",
]


@pytest.mark.parametrize("name", [*_NO_NAMES, "a b\n", "../a b", "`a` b"])
@pytest.mark.parametrize("carrier", ["operationId", "x-readme-ref-name", "component"])
def test_what_could_leave_a_string_is_no_name(name: str, carrier: str) -> None:
    text = _operation(operationId=name)
    if carrier == "component":
        text = _with(components={"schemas": {name: {}}})
    elif carrier == "x-readme-ref-name":
        schema = {"type": "object", carrier: name}
        text = _operation(responses={"200": {"content": {"a/b": {"schema": schema}}}})
    with pytest.raises(PageError, match="cannot be a name"):
        readme.extract(page(pages.embedded(text)))


def test_two_definitions_that_disagree_are_refused() -> None:
    other = GOOD | {"info": {"title": "Another", "version": "1"}}
    text = pages.embedded(json.dumps(GOOD)) + pages.embedded(json.dumps(other))
    with pytest.raises(PageError, match="two things"):
        readme.extract(page(text))


def _read_or_refused(text: str) -> None:
    try:
        readme.extract(page(text))
    except PageError as error:
        where = error.where
    else:
        where = "page.md"
    assert where.startswith("page.md")


@given(st.text() | st.text().map(pages.embedded) | st.text().map(lambda t: pages.embedded('{"openapi": "3.0.0"' + t)))
def test_any_text_is_read_or_refused(text: str) -> None:
    readme.matches(text)
    _read_or_refused(text)


@given(st.data())
def test_any_cut_is_read_or_refused(data: st.DataObject) -> None:
    text = _text(data.draw(st.sampled_from(cases("readme"))))
    cut = text[: data.draw(st.integers(0, len(text)))]
    _read_or_refused(cut)


_ANYTHING: st.SearchStrategy[Any] = st.sampled_from(
    [
        None,
        [],
        {},
        "x",
        "",
        5,
        True,
        1.5,
        ["a"],
        {"a": 1},
        [{}],
        [None],
        {"$ref": "#/components/schemas/Kind"},
        "string",
    ]
)


def _places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [path, *(place for key, child in children for place in _places(child, (*path, key)))]


@given(st.data())
def test_whatever_stands_anywhere_the_definition_builds_or_is_refused(data: st.DataObject) -> None:
    """With anything at any place of a page that is written amiss already: a document, or an error, nothing else."""
    definition = json.loads(_text("written_amiss.md").split("```json\n")[1].split("```")[0])
    for _ in range(data.draw(st.integers(1, 3))):
        *around, last = data.draw(st.sampled_from(_places(definition)[1:]))
        node = definition
        for key in around:
            node = node[key]
        node[last] = deepcopy(data.draw(_ANYTHING))
    where = "page.md"
    try:
        build([readme.extract(page(pages.embedded(json.dumps(definition))))], "things.yaml")
    except (PageError, DocumentError) as error:
        where = error.where
    assert "page.md" in where


_LEAF = st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.sampled_from(["", "a", "NO", "1.0", "16:00"])
_SCHEMA: st.SearchStrategy[Any] = st.recursive(
    st.fixed_dictionaries(
        {"type": st.sampled_from(["string", "integer", "boolean"])},
        optional={
            "enum": st.lists(_LEAF, min_size=1, max_size=3),
            "default": _LEAF,
            "example": _LEAF,
            "maxLength": st.integers(0, 9),
        },
    ),
    lambda inner: (
        st.fixed_dictionaries({"type": st.just("array"), "items": inner})
        | st.fixed_dictionaries({"oneOf": st.lists(inner, min_size=1, max_size=3)})
        | st.fixed_dictionaries(
            {
                "type": st.just("object"),
                "properties": st.dictionaries(
                    st.sampled_from(["description", "title", "example", "summary", "schema", "get", "items", "x"]),
                    inner,
                ),
            }
        )
    ),
    max_leaves=8,
)


@given(_SCHEMA)
def test_no_keyword_of_a_schema_is_lost(schema: Any) -> None:
    """Properties called like keywords are data; what is left of a schema is the schema."""
    definition = _operation(responses={"200": {"content": {"application/json": {"schema": schema}}}})
    found = readme.extract(page(pages.embedded(definition))).document
    answer = found["paths"]["/a"]["get"]["responses"]["200"]
    assert answer["content"]["application/json"]["schema"] == schema


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real pages are not beside the repository")
def test_real_page() -> None:
    real = next(p for p in store.read_pages(SEEDS) if not isinstance(p, PageError) and readme.matches(p.text))
    found = readme.extract(real)
    assert found.scraped_at == "2026-01-27T04:30:48Z"
    assert list(found.document["paths"]) == ["/v1/trading/accounts/{account_id}/positions/{symbol_or_asset_id}"]
    assert "description" not in json.dumps(found.document)
