"""SDK reference pages: golden pairs in all three layouts, one API in each of them, and pages that are broken."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.document import get, pointer
from generator.errors import PageError
from generator.extract import stainless
from generator.extract.stainless import type_text
from generator.model import Fragment
from tests.conftest import Golden
from tests.extract import stainless_layouts
from tests.extract.pairs import HERE, SEEDS, cases, facts_as_yaml, page
from tests.generator import pages

FOLDER = HERE / "stainless"
CASES = cases("stainless")


def read(case: str) -> str:
    return (FOLDER / case).read_text("utf-8")


def found(text: str) -> Fragment:
    return stainless.extract(page(text))


@pytest.mark.parametrize("case", CASES)
def test_golden(case: str, golden: Golden) -> None:
    assert stainless.matches(read(case))
    where, facts = facts_as_yaml("stainless", case, stainless.extract)
    golden(facts, where)


@pytest.mark.parametrize(
    "text", [pages.HUGO, pages.UNKNOWN, pages.readme(), "", "GET /v1/things\n", "### Parameters\n"]
)
def test_other_pages_are_left_alone(text: str) -> None:
    assert not stainless.matches(text)


@pytest.mark.parametrize("layout", [stainless_layouts.one_line, stainless_layouts.flat])
@pytest.mark.parametrize("case", ["list_with_filters.md", "nested_body.md", "unions.md"])
def test_one_api_reads_the_same_in_every_layout(case: str, layout: Callable[[str], str]) -> None:
    body = read(case).rpartition("---\n")[2]
    text = layout(body)
    assert stainless.matches(text)
    assert found(text).document == found(body).document


BROKEN = {
    "a sample cut off": (read("one_line.md").rpartition('"error"')[0], "sample is cut off"),
    "a code block cut off": (read("nested_body.md").partition("account_id=0")[0], "never ends"),
    "a key twice": (read("unions.md").replace('"error": null', '"data": null'), "data: a key is given twice"),
    "no number": (read("unions.md").replace('"error": null', '"error": NaN'), "NaN"),
    "an endless number": (read("unions.md").replace('"error": null', '"error": ' + "9" * 200), "200 digits"),
    "a hostile path": (read("unions.md").replace("{delivery_id}/route", "../../route"), "cannot be a name"),
    "an open brace": (read("unions.md").replace("{delivery_id}/route", "{delivery_id/route"), "no path template"),
    "a parameter twice": (read("unions.md").replace("/v1/", "/{delivery_id}/"), "no path template"),
    "a hostile key": (read("unions.md").replace('"request_id"', '"x\\";import os"'), "cannot be a name"),
    "a deep sample": (read("unions.md").replace('"error": null', '"error": ' + "[" * 90 + "]" * 90), "nested deeper"),
    "a bottomless sample": (read("unions.md").replace("null", "[" * 99_000), "nested deeper"),
    "two paths": (read("unions.md").replace("**put**", "**put** `/v2/other`\n\n**put**"), "two paths"),
    "two stories": (
        read("nothing_to_say.md").replace("/v1/accounts/{account_id}/balances", "/v1/clock").replace("delete", "get"),
        "described twice",
    ),
    "deep lists": (
        "`v1.a.b() -> C`\n**get** `/v1/a`\n### Returns\n" + "".join(f"{' ' * n}- `a: B`\n" for n in range(60)),
        "nested deeper",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_page_is_an_error_that_names_the_place(case: str) -> None:
    text, what = BROKEN[case]
    with pytest.raises(PageError, match=what) as error:
        found(text)
    name, _, line = error.value.where.partition(":")
    assert name == "page.md"
    assert 1 <= int(line) <= text.count("\n") + 1


def test_the_place_is_the_line_of_the_fault() -> None:
    text = read("flat_items_without_envelope.txt")
    before, _, after = text.rpartition('"closed": false')
    with pytest.raises(PageError) as error:
        found(f'{before}"closed": fals{after}')
    assert error.value.where == f"page.md:{before.count(chr(10)) + 1}"


@given(st.text(st.sampled_from('ab: _`*-#{}[]"(),.|>=\n 1/') | st.characters(), max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    stainless.matches(text)
    for whole in (text, f"**get** `/v1/a`\n### Parameters\n{text}", f"GET/v1/a\nReturnsExpand Collapse\n{text}"):
        _read_or_refused(whole)


@given(st.sampled_from(CASES), st.data())
def test_a_damaged_page_is_read_or_refused(case: str, data: st.DataObject) -> None:
    text = read(case)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 60)))
    _read_or_refused(text[:start])
    _read_or_refused(text[:start] + data.draw(st.sampled_from(["", "`", "- `x: Y`", '"', "\n"])) + text[end:])


def _read_or_refused(text: str) -> None:
    try:
        fragment = found(text)
    except PageError:
        return
    for place in fragment.lines:
        get(fragment.document, place)


@given(st.text(st.sampled_from('ABab[],|"1. ') | st.characters(), max_size=80))
def test_any_type_text_is_a_type_or_none(text: str) -> None:
    kind = type_text.parse(text)
    assert kind is None or type_text.parse(str(kind)) == kind


def _steps(text: str) -> int:
    """How many lines of the extractor run for a page: work, told without a clock."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return trace if "/stainless/" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        found(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("layout", [str, stainless_layouts.one_line, stainless_layouts.flat])
def test_work_grows_with_the_page_and_no_faster(layout: Callable[[str], str]) -> None:
    def long(fields: int) -> str:
        listed = "".join(f"  - `field_{n}: Optional[str]`\n\n    What field {n} holds.\n\n" for n in range(fields))
        body = (
            f"`v1.a.get() -> AGetResponse`\n\n**get** `/v1/a`\n\n### Returns\n\n- `class AGetResponse: …`\n\n{listed}"
        )
        return layout(body)

    small, large = long(150), long(1700)
    assert len(large) > 80_000
    assert len(found(large).document["components"]["schemas"]["AGetResponse"]["properties"]) == 1700
    assert _steps(large) < 12 * _steps(small)


@pytest.mark.parametrize(
    "unit", ["- `a: ", "`", "**get** `/", "## ", "format", "Optional[", "class A", "{", '"A"\n', "x(y.z("]
)
def test_no_text_makes_the_patterns_explode(unit: str) -> None:
    """Patterns that backtrack would not come back from these."""
    for whole in (unit * (100_000 // len(unit)), f"GET/v1/a\nParametersExpand Collapse\n{unit * 20_000}"):
        stainless.matches(whole)
        _read_or_refused(whole)


@pytest.mark.parametrize("layout", [stainless_layouts.one_line, stainless_layouts.flat])
@pytest.mark.parametrize(
    "fields",
    [
        "".join(f"  - `part_{n:02}: Optional[Part{n}]`\n\n" for n in range(60)),
        "".join(f"  - `part_{n:02}: Part{n}`\n\n    - `zone_{n}: str`\n\n" for n in range(60)),
        "".join(f"  - `part_{n:02}: Optional[Part{n}]`\n\n" for n in range(60)) + "    - `inner: str`\n",
    ],
    ids=["nothing listed inside", "each with a field", "the last with a field"],
)
def test_a_long_row_of_classes_without_a_sample_stays_a_row(layout: Callable[[str], str], fields: str) -> None:
    fragment = found(
        layout(
            f"`v1.a.get() -> AGetResponse`\n\n**get** `/v1/a`\n\n### Returns\n\n- `class AGetResponse: …`\n\n{fields}"
        )
    )
    listed = fragment.document["components"]["schemas"]["AGetResponse"]["properties"]
    assert list(listed) == [f"part_{n:02}" for n in range(60)]
    assert {finding.code for finding in fragment.findings} >= {"nesting-guessed"}


def test_what_calls_take_and_answer_on_different_pages_has_different_names() -> None:
    """Pages are merged by name: a name is on two of them only for one thing."""
    call = "`v1.orders.{0}(Order{0}Params**kwargs) -> Order{0}Response`\n\n**{1}** `/v1/{0}`\n\n"
    sent = "### Parameters\n\n- `order: Order`\n\n  - `{0}: str`\n\n- `limits: Limits`\n\n  - `{0}: str`\n\n"
    page_of = (call + sent + "### Returns\n\n- `data: Data`\n\n  - `{2}: str`\n").format
    pages_of = [("submit_orders", "post", "id"), ("replace_order", "put", "id"), ("cancel_order", "delete", "ok")]
    schemas = [found(page_of(*one)).document["components"]["schemas"] for one in pages_of]
    shared = set.intersection(*(set(one) for one in schemas[:2]))
    assert {name for name in shared if schemas[0][name] == schemas[1][name]} == shared == {"Order"}
    assert not set(schemas[2]) & (set(schemas[0]) | set(schemas[1]))


def _seed(number: str) -> Fragment:
    for path in sorted(SEEDS.glob(f"{number}_*")):
        return found(path.read_text("utf-8"))
    pytest.skip(f"no page {number} in {SEEDS.parent.name}/{SEEDS.name}")


def test_real_page_without_line_breaks() -> None:
    fragment = _seed("003")
    operation = fragment.document["paths"]["/v1/accounts/{account_id}/positions"]["delete"]
    assert operation["operationId"] == "close_positions"
    assert operation["x-sdk"] == {"python": {"method": "v1.positions.close_positions"}}
    assert operation["requestBody"]["required"] is False
    assert operation["requestBody"]["x-inferred"] == "delete-body"
    schemas = fragment.document["components"]["schemas"]
    envelope = schemas["PositionClosePositionsResponse"]["properties"]
    assert envelope["data"]["items"] == {"$ref": "#/components/schemas/Order"}
    assert envelope["metadata"]["x-inferred"] == "example"
    order = schemas["Order"]
    assert len(order["properties"]) == 32
    assert "client_order_id" in order["required"]
    assert "limit_price" not in order["required"]
    assert order["properties"]["limit_price"]["nullable"] is True
    assert "OTHER" in schemas["OrderStatus"]["enum"]
    assert len(schemas["TimeInForce"]["enum"]) == 11
    assert not fragment.findings


def test_real_page_as_flattened_text() -> None:
    fragment = _seed("004")
    operation = fragment.document["paths"]["/v1/accounts/{account_id}/positions"]["get"]
    parameters = {parameter["name"]: parameter for parameter in operation["parameters"]}
    assert [p["in"] for p in parameters.values()] == ["path", *["query"] * 5]
    assert parameters["instrument_ids"]["explode"] is False
    assert parameters["page_size"]["schema"] == {"type": "integer", "format": "int64", "maximum": 1000, "minimum": 1}
    assert parameters["page_token"]["schema"] == {"type": "string"}
    assert len(parameters["sort_by"]["schema"]["enum"]) == 7
    assert set(operation["responses"]) == {"200", "403"}
    schemas = fragment.document["components"]["schemas"]
    assert schemas["PositionGetPositionsResponse"]["properties"]["data"]["items"]["$ref"].endswith("/Position")
    position = schemas["Position"]["properties"]
    assert len(position) == 18
    assert position["unrealized_pnl_pct"]["x-unit"] == "percent"
    assert "maximum" not in position["unrealized_pnl_pct"]
    assert position["closing_price_date"] == {
        "type": "string",
        "format": "date",
        "example": "2025-10-31",
        "nullable": True,
    }
    assert fragment.lines[pointer("paths", "/v1/accounts/{account_id}/positions", "get")] == 7
    assert [repair.code for repair in fragment.repairs] == ["opaque-token"]
    assert not fragment.findings
