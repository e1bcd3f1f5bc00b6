"""Golden pairs: ``hugo/<case>.md`` is a page in the vendor's shape, ``<case>.yaml`` the facts of it."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator import store
from generator.document import get, objects, operations
from generator.errors import PageError
from generator.extract import extract as extract_any
from generator.extract.hugo import extract, matches
from generator.extracts import to_plain
from generator.model import Fragment, Page
from tests.conftest import Golden
from tests.generator import pages

HERE = Path(__file__).parent / "hugo"
CASES = sorted(HERE.glob("*.md"))
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def page(text: str) -> Page:
    return Page("page.md", text, hashlib.sha256(text.encode()).hexdigest())


def facts(text: str) -> Any:
    return extract(page(text)).document


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_golden(case: Path, golden: Golden) -> None:
    golden(store.to_yaml(to_plain(extract(store.read_page(case)))), case.with_suffix(".yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_lines_point_at_what_they_name(case: Path) -> None:
    read = store.read_page(case)
    fragment = extract(read)
    lines = read.text.split("\n")
    schemas = [f"/components/schemas/{name}" for name in fragment.document.get("components", {}).get("schemas", {})]
    methods = [p for p, _, _ in objects(fragment.document, "operation")]
    assert set(fragment.lines) == {*schemas, *methods}
    for pointer, line in fragment.lines.items():
        assert get(fragment.document, pointer)
        if pointer in methods:
            assert pointer.rpartition("/")[2].upper() in lines[line - 1]
        elif get(fragment.document, pointer).get("x-inferred") == "example" and "/" in lines[line - 1]:
            assert lines[line - 1].strip("`").split()[0].isupper()  # the call whose answer is said to be one
        else:
            assert lines[line - 1].startswith("#")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_pages_of_this_kind_are_recognised(case: Path) -> None:
    assert matches(case.read_text("utf-8")) == (case.stem != "nothing_here")


@pytest.mark.parametrize("case", [case for case in CASES if case.stem != "nothing_here"], ids=lambda path: path.stem)
def test_no_other_extractor_takes_them(case: Path) -> None:
    fragment = extract_any(store.read_page(case))
    assert isinstance(fragment, Fragment)
    assert fragment.kind == "hugo"


@pytest.mark.parametrize(
    "text",
    [
        pages.readme(),
        pages.UNKNOWN,
        "",
        "# Orders\n\n## `Client.get_orders(filter)`\n\nGives orders.\n\n"
        "* **Parameters:**\n  **filter** (*str*) – which\n"
        "\n`GET /v1/orders`\n\n### Response\n\nThe Order object\n",
        "## List `v1.orders.list(intid) -> OrderList` **get** `/v1/orders` ### Returns - `class OrderList: ...`",
        "# My tool\n\n## Usage\n\nIt calls `GET /v1/things` for you.\n\n"
        "| Option | Default |\n| - | - |\n| `--all` | off |\n",
        "# A server\n\n`GET /health`\n\nSays whether it is well.\n",
    ],
    ids=["readme", "minutes", "empty", "sphinx", "stainless", "a README", "a README with a route"],
)
def test_pages_of_other_kinds_are_not_taken(text: str) -> None:
    assert not matches(text)


def test_front_matter_says_where_the_page_is_from() -> None:
    head = "---\nsource_url: https://docs.example.test/things\nscraped_at: 2026-08-01T00:00:00Z\n---\n"
    fragment = extract(page(head + pages.HUGO))
    assert (fragment.url, fragment.scraped_at) == ("https://docs.example.test/things", "2026-08-01T00:00:00Z")
    plain = extract(page(pages.HUGO))
    assert fragment.document == plain.document
    assert fragment.lines == {pointer: line + 4 for pointer, line in plain.lines.items()}


SAMPLE = (
    "# A\n\n## The Thing Object\n\n### Sample\n\n```json\n{}\n```\n\n"
    "| Attribute | Type | Notes |\n| - | - | - |\n| `a` | int | b |\n"
)
CALL = "# A\n\n## Get\n\n`GET {}`\n\n### Response\n\nThe Thing object\n"


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        (SAMPLE.replace("{}", '{"a": 1,\n "b": {"c": 2}'), "page.md:8", "cut off"),
        (SAMPLE.replace("{}", '{"a": "1'), "page.md:8", "cut off"),
        (
            SAMPLE.replace("```json\n{}\n```", '{{< highlight json >}}\n{"a": 1\n{{< /highlight >}}'),
            "page.md:8",
            "cut off",
        ),
        (SAMPLE.replace("```json\n{}\n```", '{{<highlight json>}}\n{"a": 1'), "page.md:8", "cut off"),
        (SAMPLE.partition("{}")[0] + '{"a": [1, 2', "page.md:8", "cut off"),
        (SAMPLE.replace("{}", '{"a": 1,\n "a": 2}'), "page.md:9", "twice"),
        (SAMPLE.replace("{}", '{"a": {"b": 1,\n "b": 2},}'), "page.md:9", "twice"),
        (SAMPLE.replace("{}", '{"a": NaN}'), "page.md:8", "NaN"),
        (SAMPLE.replace("{}", "[" * 300 + "]" * 300), "page.md:8", "deeper"),
        (SAMPLE.replace("{}", "[" * 100_000), "page.md:8", "deeper"),
        (SAMPLE.replace("{}", '{"a": ' + "9" * 10_000 + "}"), "page.md:8", "digits"),
        (SAMPLE.replace("`a`", '`a"; import os`'), "page.md:13", "cannot be a name"),
        (SAMPLE.replace("`a`", "`../../a`"), "page.md:13", "cannot be a name"),
        (SAMPLE.replace("The Thing", "The ../Thing"), "page.md:3", "cannot be a name"),
        (CALL.replace("{}", "/v1/../../etc"), "page.md:5", "cannot be a name"),
        (CALL.replace("{}", '/v1/"+x+"'), "page.md:5", "cannot be a name"),
        (CALL.replace("{}", "/v1/{}"), "page.md:5", "cannot be a name"),
    ],
)
def test_a_broken_page_is_refused_by_line(text: str, where: str, what: str) -> None:
    assert matches(text)
    with pytest.raises(PageError) as caught:
        extract(page(text))
    assert caught.value.where == where
    assert what in str(caught.value)


def test_nothing_of_the_prose_is_kept() -> None:
    for case in CASES:
        text = store.to_yaml(extract(store.read_page(case)).document).decode()
        assert not {"description", "summary", "title"} & {line.strip().partition(":")[0] for line in text.split("\n")}


def test_an_unfinished_fence_of_another_language_is_no_cut() -> None:
    assert facts(pages.HUGO + '\n```python\nthing = {"a": [\n```\n') == facts(pages.HUGO)


def test_a_page_without_facts_is_reported() -> None:
    text = "# A\n\n## Get\n\n### Response\n\nThe Thing object\n"
    assert not isinstance(extract_any(page(text)), Fragment)


def _names_its_parts(document: Any) -> None:
    for path, _, operation in operations(document):
        in_path = {p["name"] for p in operation.get("parameters", ()) if p["in"] == "path"}
        assert all(f"{{{name}}}" in path for name in in_path)
        assert operation["responses"]


def _read_or_refused(text: str) -> None:
    try:
        _names_its_parts(extract(page(text)).document)
    except PageError as error:
        refused = error.where
    else:
        refused = "page.md"
    assert refused.startswith("page.md")


@given(st.text())
@example("{{<hint>}}\n`GET /a{b`\n")
@example("| a |\n|-|\n" * 3)
def test_any_text_is_read_or_refused(text: str) -> None:
    matches(text)
    _read_or_refused(text)


CELL = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="\n|"), max_size=30),
    st.sampled_from(
        [
            "`a`",
            "`a.b`",
            "`a[]`",
            "[]",
            ".",
            "string/int",
            "array of",
            "ENUM.",
            "[x](#y)",
            "`long` or `short`",
            "PATH -",
            "null",
        ]
    ),
)
HEAD = st.sampled_from(["Attribute", "Type", "Notes", "Required", "Default", "In", "Code", "Values", "", "`x`"])


@given(
    st.lists(HEAD, min_size=1, max_size=4),
    st.lists(st.lists(CELL, min_size=1, max_size=4), max_size=4),
    st.sampled_from(
        ["## The Thing Object", "## Get\n\n`POST /v1/{a}`\n\n### Request", "## Get\n\n`GET /v1/{a}`\n\n### Response"]
    ),
    st.sampled_from(["", '{"a": {"b": [1, null]}}', '[{"a": 1}, null, 5]', "7"]),
)
def test_any_table_is_read_or_refused(heads: list[str], rows: list[list[str]], above: str, sample: str) -> None:
    written = [heads, ["-"] * len(heads), *rows]
    table = "\n".join("| " + " | ".join(row) + " |" for row in written)
    try:
        fragment = extract(page(f"{above}\n\n```json\n{sample}\n```\n\n{table}\n"))
    except PageError:
        return
    _names_its_parts(fragment.document)
    store.parse_yaml(store.to_yaml(fragment.document).decode(), "again")


def _media(text: str) -> list[str]:
    return [kind for _, _, o in operations(facts(text)) for kind in o["responses"]["200"]["content"]]


@pytest.mark.parametrize(
    ("text", "media"),
    [
        ("# Events (SSE)\n\n## Get\n\n`GET /v1/watch`\n\n### Response\n\nThe Thing object", "text/event-stream"),
        ("# Things\n\n`GET /v1/watch`\n\nContent-Type: text/event-stream\n\n### Response", "text/event-stream"),
        (
            "# Things\n\nAll SSE.\n\n## Get\n\n`GET /v1/events/a`\n\n### Response\n\nThe Thing object",
            "text/event-stream",
        ),
        ("# Things\n\nSee SSE, too.\n\n## Get\n\n`GET /v1/a`\n\n### Response\n\nThe Thing object", "application/json"),
        ("# SSE Events\n\n## Ask\n\n`POST /v1/events`\n\n### Response\n\nThe Thing object", "application/json"),
        (
            "# A\n\n## SSE Events\n\nAll of them.\n\n## Get\n\n`GET /v1/a`\n\n### Response\n\nThe Thing object",
            "application/json",
        ),
    ],
    ids=["title", "media type", "words and address", "words alone", "another method", "a sibling"],
)
def test_event_streams_are_told_by_headings_and_words(text: str, media: str) -> None:
    assert _media(text) == [media]


@pytest.mark.parametrize(
    ("notes", "values"),
    [
        ("What to list. `open` or `shut`. Defaults to `open`.", ["open", "shut"]),
        ("`open`, `shut`. The first is the default.", ["open", "shut"]),
        ("Where it goes. Either `up`/`down`.", ["up", "down"]),
        ("See `open` and `shut` for what it means.", None),
        ("What to list. `name`, `other`.", None),
        ("Only with `open`. Not with `shut`.", None),
    ],
)
def test_values_are_taken_only_from_a_sentence_that_lists_them(notes: str, values: list[str] | None) -> None:
    rows = f"| `name` | string | x |\n| `other` | string | x |\n| `state` | string | {notes} |"
    text = f"## The Thing Object\n\n| Attribute | Type | Notes |\n| - | - | - |\n{rows}\n"
    assert facts(text)["components"]["schemas"]["Thing"]["properties"]["state"].get("enum") == values


BULLET = st.sampled_from(
    ["- `a` - string", "- `b.c` (int, required): x", "  - `d` - `e`", "- `open`", "    y", "", "* **f** *x*"]
)
TAG = st.sampled_from(
    [
        "{{< highlight json >}}",
        "{{< /highlight >}}",
        "{{% api-method GET /v1/{a} %}}",
        "{{< api-param a int >}}",
        "{{<",
        '{"a": 1}',
    ]
)


@given(st.lists(BULLET | TAG | st.text(max_size=20), max_size=12))
def test_any_list_and_shortcode_is_read_or_refused(written: list[str]) -> None:
    _read_or_refused("## Get\n\n`GET /v1/{a}`\n\n### Parameters\n\n" + "\n".join(written))


def test_a_list_of_values_is_no_list_of_parameters() -> None:
    text = "## Get\n\n`GET /v1/a`\n\n### Parameters\n\n- `open` - it is open\n- `shut` - it is not\n"
    assert "parameters" not in facts(text)["paths"]["/v1/a"]["get"]


@pytest.mark.parametrize(
    "unit",
    ["{{< ", "{{<a {b}", "{{< param name=", "- `a` - ", "- `a` (", "max is 1,", "between 1 ", "`a` or ", "a_-", "1."],
)
def test_no_text_makes_the_patterns_explode(unit: str) -> None:
    """Patterns that backtrack would not come back from these."""
    line = unit * (20_000 // len(unit))
    for text in (line, f"## The X Object\n\n| Name | Type | Notes |\n| - | - | - |\n| `a` | int | {line} |\n"):
        _read_or_refused(f"# A\n\n`GET /v1/a`\n\n{text}")


# The one real page of this kind; the repository holds none of it but its facts.


@pytest.fixture(scope="module")
def positions() -> Fragment:
    found = sorted(SEEDS.glob("001_*"))
    if not found:
        pytest.skip("the folder of real pages (../shared/seeds) is not here")
    return extract(store.read_page(found[0]))


ALL, ONE = ("/v1/trading/accounts/{account_id}/positions" + end for end in ("", "/{symbol}"))


def test_real_page_operations(positions: Fragment) -> None:
    found = {(path, method): sorted(o["responses"]) for path, method, o in operations(positions.document)}
    assert found == {
        (ALL, "get"): ["200"],
        (ONE, "get"): ["200", "404"],
        (ALL, "delete"): ["207", "500"],
        (ONE, "delete"): ["200", "404"],
    }
    assert not positions.findings
    assert not positions.repairs


def test_real_page_parameters(positions: Fragment) -> None:
    def names(path: str, method: str) -> dict[str, str]:
        return {p["name"]: p["in"] for p in positions.document["paths"][path][method]["parameters"]}

    assert names(ALL, "delete") == {"account_id": "path", "cancel_orders": "query"}
    assert names(ONE, "delete") == {"account_id": "path", "symbol": "path", "qty": "query", "percentage": "query"}
    assert all("enum" not in schema for _, schema, name in objects(positions.document, "schema") if name == "symbol")


def test_real_page_classes(positions: Fragment) -> None:
    position = positions.document["components"]["schemas"]["Position"]
    assert len(position["properties"]) == 19
    assert position["properties"]["asset_id"]["format"] == "uuid"
    assert position["properties"]["qty"] == {"type": "string", "x-type-text": "string/int", "example": "5"}
    assert position["properties"]["side"]["enum"] == ["long"]
    assert position["properties"]["unrealized_plpc"]["x-unit"] == "ratio"
    assert position["examples"][0]["avg_entry_price"] == "100.0"
    answer = positions.document["paths"][ALL]["get"]["responses"]["200"]
    assert answer["x-inferred"] == "success-200"
    schema = answer["content"]["application/json"]["schema"]
    assert schema == {"type": "array", "items": {"$ref": "#/components/schemas/Position"}}
    closed = positions.document["paths"][ONE]["delete"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert closed == {"$ref": "#/components/schemas/Order"}
    many = positions.document["paths"][ALL]["delete"]["responses"]["207"]["content"]["application/json"]["schema"]
    assert many == {"type": "array", "items": {"type": "object"}, "x-inferred": "response-prose"}
