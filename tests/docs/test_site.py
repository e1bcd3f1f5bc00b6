"""The site that is built: it asks nothing of a network, its links lead somewhere, and nothing public is left out."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

import brokerage_positions
from docs.build import ROOT, SiteError, build


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("docs") / "site"
    build(into)
    return into


class Links(HTMLParser):
    """What a page links to, what it loads, and what can be linked to in it."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.loads: set[str] = set()
        self.ids: set[str] = set()
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids.add(given["id"])
        if tag == "a" and "href" in given:
            self.links.add(given["href"])
        elif tag == "link" and "href" in given and given.get("rel") not in ("canonical", "prev", "next"):
            self.loads.add(given["href"])
        self.loads |= {given[name] for name in ("src", "srcset", "data", "poster", "action") if given.get(name)}


def test_nothing_of_the_site_is_fetched_from_elsewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        outside = {load for load in Links(page).loads if urlsplit(load).netloc}
        assert not outside, f"{page.name} loads {outside}"
    for style in site.rglob("*.css"):
        assert not re.search(r"(@import|url\()\s*[\"']?(https?:)?//", style.read_text("utf-8")), style.name
    for script in site.rglob("*.js"):
        # Names of XML vocabularies, and comments about licences, are no addresses that anything asks.
        text = re.sub(r"/\*!?.*?\*/|https?://www\.w3\.org/[\w/]*", "", script.read_text("utf-8"), flags=re.S)
        assert not re.findall(r"https?://[\w.-]+", text), script.name


def test_every_link_inside_the_site_leads_somewhere(site: Path) -> None:
    pages = {page.resolve(): Links(page) for page in site.rglob("*.html") if page.name != "404.html"}
    for page, found in pages.items():
        for link in found.links:
            where = urlsplit(link)
            if where.scheme or where.netloc:
                continue
            target = (page.parent / unquote(where.path)).resolve() if where.path else page
            target = target / "index.html" if target.is_dir() else target
            assert target.exists(), f"{page.name}: {link}"
            if where.fragment and target in pages:
                assert unquote(where.fragment) in pages[target].ids, f"{page.name}: {link}"


def test_every_operation_and_public_name_is_in_the_reference(site: Path) -> None:
    text = "".join(page.read_text("utf-8") for page in (site / "reference").glob("*.html"))
    documents = "".join(document.read_text("utf-8") for document in (ROOT / "openapi").glob("*.yaml"))
    operations = re.findall(r"operationId: (\S+)", documents)
    assert len(operations) == 7
    assert {operation for operation in operations if f'id="{operation}"' not in text} == set()
    names = set(brokerage_positions.__all__) - {"alpaca", "clear_street", "__version__"}
    assert {name for name in names if not re.search(rf'id="brokerage_positions[\w.]*\.{name}"', text)} == set()


def test_the_reference_tells_what_a_value_is_made_of(site: Path) -> None:
    page = (site / "reference" / "closing.html").read_text("utf-8")
    text = " ".join(re.sub("<[^>]+>", "", page).split())
    assert (
        "Limits( *, positions: int | None = None, notional: Decimal | None = None, tolerance: Decimal = Decimal(0)"
        in text
    )
    assert "id: str = uuid4().hex" in text
    assert "execute_with" not in text


def test_a_folder_that_is_no_site_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("hours of work", "utf-8")
    with pytest.raises(SiteError, match="is no site"):
        build(tmp_path)
    assert mine.exists()
