"""The report and CONFLICTS.md: what a person reads."""

from typing import Any

from attrs import evolve

from generator import explain
from generator.model import Conflict, Finding, Fragment, Repair, Spec

DOCUMENT: dict[str, Any] = {
    "paths": {"/a": {"get": {}, "delete": {}}},
    "components": {"schemas": {"A": {}, "B": {}, "C": {}}},
}
CONFLICT = Conflict(
    "/components/schemas/A/type", (("one", "string"), ("two", "a | b\n`c`")), "one", "the stronger wins"
)
FRAGMENTS = [Fragment("readme", "one", "0", {}, {}), Fragment("hugo", "two", "0", {}, {})]


def test_the_report_counts_and_names_everything() -> None:
    spec = Spec(DOCUMENT, (CONFLICT,), (Finding("code", "where", "what", "todo"),), (Repair("r", "/x", "was y"),))
    text = explain.summary("doc.yaml", FRAGMENTS, spec, ["claim"], ["openapi/doc.yaml"])
    for line in (
        "pages       2",
        "[1] one",
        "operations  2",
        "schemas     3",
        "overlays    1: claim",
        "conflicts   1",
        "/components/schemas/A/type: [1] says string / [2] says a",
        "-> [1] (the stronger wins)",
        "repairs     1",
        "r: /x: was y",
        "findings    1",
        "code: where: what: todo",
        "changed     1: openapi/doc.yaml",
    ):
        assert line in text


def test_conflicts_that_are_alike_share_a_line() -> None:
    others = [evolve(CONFLICT, pointer=f"/components/schemas/A/{name}") for name in "bc"]
    text = explain.summary("doc.yaml", FRAGMENTS, Spec(DOCUMENT, (CONFLICT, *others)), [], [])
    assert "conflicts   3" in text
    assert [line for line in text.splitlines() if "says string" in line] == [
        "    - /components/schemas/A/type and 2 more: [1] says string / [2] says a | b"
    ]


def test_a_quiet_build_says_so() -> None:
    text = explain.summary("doc.yaml", FRAGMENTS, Spec(DOCUMENT), [], [])
    assert "overlays    0" in text
    assert "conflicts   0" in text
    assert "changed     nothing" in text


def test_conflicts_are_a_table_that_no_page_can_break() -> None:
    page = explain.conflicts_page([("doc.yaml", Spec({}, (CONFLICT,))), ("other.yaml", Spec({}))])
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    assert rows == [
        "| `/components/schemas/A/type` | [1] string<br>[2] a \\| b 'c' | [1] | the stronger wins |",
    ]
    assert "## other.yaml\nNo page contradicts another." in page.replace("\n\n", "\n")
