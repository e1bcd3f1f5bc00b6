"""The HTML page: whole, self-contained, and nothing on it can break out."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.__main__ import main
from generator.evidence.report.markup import link, tag
from generator.store import read_yaml, to_yaml, write_file
from tests.generator.explain.house import HUGO, house, overlay, page

ROOT = Path(__file__).resolve().parents[3]
VOID = frozenset({"meta"})


class Reader(HTMLParser):
    """The elements, addresses and visible text of a page; an element that is not closed is an error."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: set[str] = set()
        self.addresses: set[str] = set()
        self.ids: list[str] = []
        self.handlers: set[str] = set()
        self.text = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.open += [] if tag in VOID else [tag]
        for name, value in attrs:
            self.addresses |= {value or ""} if name in ("href", "src") else set()
            self.ids += [value or ""] if name == "id" else []
            self.handlers |= {name} if name.startswith("on") or name == "style" else set()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += "" if "style" in self.open else data


def read(root: Path, into: Path) -> Reader:
    assert main(["audit", "--root", str(root), "--html", str(into)]) in (0, 1)
    return Reader(into.read_text("utf-8"))


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> tuple[Reader, str]:
    into = tmp_path_factory.mktemp("audit") / "audit.html"
    return read(ROOT, into), into.read_text("utf-8")


def test_both_documents_are_on_it_with_what_explain_says(ours: tuple[Reader, str]) -> None:
    text = ours[0].text
    for told in (
        "alpaca-broker.yaml",
        "clear-street.yaml",
        "alpaca-broker/readme.getPositionsForAccountBySymbol:126",
        "alpaca_broker_client.models.position: Position.qty_available: Decimal",
        "enumerations are united",
        "normalised: added format: decimal",
        "inferred, as no page states it: get-query",
        "Overlays, and why they are there",
    ):
        assert told in text


def test_it_needs_nothing_else(ours: tuple[Reader, str]) -> None:
    reader, html = ours
    assert not reader.names & {"script", "link", "img", "iframe", "object", "form", "base"}
    assert not re.search(r"@import|url\(", html)
    assert not reader.handlers


def test_every_link_inside_it_leads_somewhere_and_only_there(ours: tuple[Reader, str]) -> None:
    reader, _ = ours
    inside = {address[1:] for address in reader.addresses if address.startswith("#")}
    assert inside
    assert inside <= set(reader.ids)
    assert len(reader.ids) == len(set(reader.ids))


def test_light_and_dark_define_the_same_colours(ours: tuple[Reader, str]) -> None:
    html = ours[1]
    light, dark = (set(re.findall(r"(--\w+):", block)) for block in html.split("prefers-color-scheme: dark", 1))
    used = set(re.findall(r"var\((--\w+)\)", html))
    assert "color-scheme: light dark" in html
    assert used <= light
    assert used <= dark


def test_hostile_words_of_a_page_or_an_overlay_stay_words(tmp_path: Path) -> None:
    evil = "</code><script>alert(1)</script><img src=x onerror=alert(1)>\"'"
    layer = overlay(
        {"target": "$.components.schemas.Thing.properties.qty", "update": {"description": evil}, "description": evil},
        evidence=evil,
    )
    root = house(tmp_path, page(note={"type": "string", "example": evil}), HUGO, overlays={"things/evil": layer})
    for path in (root / "openapi" / "extracted").rglob("*.yaml"):
        extract = read_yaml(path)
        extract["page"]["url"] = "javascript:alert(1)"
        extract["page"]["scraped_at"] = evil
        write_file(path, to_yaml(extract))
    reader = read(root, tmp_path / "audit.html")
    assert not reader.names & {"script", "img"}
    assert not reader.handlers
    assert not [address for address in reader.addresses if not address.startswith("#")]
    assert evil in reader.text


@given(st.text(), st.text())
def test_no_text_escapes_its_element(text: str, value: str) -> None:
    html = tag("p", text, title=value).html
    assert html.startswith('<p title="')
    assert html.count("<") == 2
    assert html.removesuffix("</p>").count(">") == 1
    assert html.count('"') - html.partition(">")[2].count('"') == 2


@pytest.mark.parametrize(
    "address", [None, "javascript:alert(1)", "data:text/html,x", " https://a", "file:///etc", "//a"]
)
def test_only_addresses_of_the_web_are_links(address: str | None) -> None:
    assert link(address, "a page") == "a page"
