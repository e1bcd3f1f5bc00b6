"""Extract files: a fragment survives being written, and a file that is no extract is refused."""

import pytest

from generator import extracts, store
from generator.errors import PageError
from generator.model import Finding, Fragment, JsonObject, Repair

OPERATION: JsonObject = {"responses": {"200": {}}}


def _fragment(document: JsonObject, **rest: object) -> Fragment:
    return Fragment("hugo", "page.md", "ab" * 32, document, {"/paths/~1a/get": 7}, **rest)  # type: ignore[arg-type]


def test_a_fragment_comes_back_from_its_file_as_it_was() -> None:
    told = {
        "findings": (Finding("odd-type", "page.md:3: /a", "what", "todo"), Finding("x", "page.md", "y")),
        "repairs": (Repair("r", "page.md: /b", "was"),),
    }
    fragment = _fragment({"paths": {"/a": {"get": OPERATION}}}, url="https://example.test/p", **told)
    plain = store.parse_yaml(store.to_yaml(extracts.to_plain(fragment), extracts.header()).decode(), "x")
    back = extracts.from_plain(plain, "page.md")
    assert back.document == fragment.document
    assert (back.lines, back.url, back.scraped_at, back.sha256) == (fragment.lines, fragment.url, None, "ab" * 32)
    assert [(f.code, f.what, f.todo) for f in back.findings] == [("odd-type", "what", "todo"), ("x", "y", "")]
    assert [r.code for r in back.repairs] == ["r"]


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ({"paths": {"/a/{id}": {"get": {"operationId": "getThing"}}}}, "hugo.getThing"),
        (
            {"paths": {"/v1/things": {"get": OPERATION}, "/v1/things/{id}": {"delete": OPERATION}}},
            "hugo.get-things+delete-things-one",
        ),
        ({"x-sdk-methods": [{"class": "C", "method": "do_it"}]}, "hugo.do_it"),
        ({"components": {"schemas": {"B": {}, "A": {}}}}, "hugo.A+B"),
        ({"paths": {"/a": {"get": {"operationId": "../../etc/passwd"}}}}, "hugo.etc-passwd"),
        ({"paths": {"/": {"get": OPERATION}}}, "hugo.get-root"),
    ],
)
def test_an_extract_is_named_by_kind_and_operations(document: JsonObject, name: str) -> None:
    assert extracts.name_of(_fragment(document)) == name


def test_a_page_of_many_operations_gets_a_short_name_of_its_own() -> None:
    paths = {f"/v1/things{i}": {"get": OPERATION} for i in range(30)}
    name = extracts.name_of(_fragment({"paths": paths}))
    other = extracts.name_of(_fragment({"paths": {**paths, "/v1/more": {"get": OPERATION}}}))
    assert len(name) < 100
    assert name.startswith("hugo.get-things0+29-more-")
    assert name != other


@pytest.mark.parametrize("plain", [None, [], {}, {"page": {}}, {"page": {"kind": "readme"}}])
def test_a_file_that_is_no_extract_says_what_to_do(plain: object) -> None:
    with pytest.raises(PageError, match=r"broker/x: not an extract .*extract the page again"):
        extracts.from_plain(plain, "broker/x")
