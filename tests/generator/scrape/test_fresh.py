"""A page that is there: taken with its front matter, and asked for again only if it changed."""

import gzip

import pytest

from generator import store
from generator.extract import extract
from generator.model import Fragment
from generator.pipeline import read
from tests.generator import pages
from tests.generator.scrape.conftest import Desk
from tests.generator.scrape.server import Reply, Site, conditional

PAGE = pages.readme().encode()
OTHER = pages.readme(path="/v1/things/{thing}").encode()


def test_a_page_is_kept_with_where_it_came_from_and_when(desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = Reply(PAGE)
    outcome = desk.one()
    assert (outcome.state, outcome.told, outcome.finding) == ("fresh", "the same facts as in its extract", None)
    assert desk.page() == (
        f"---\nsource_view: {site.url('/things')}\nsource_md: {site.url('/things.md')}\n"
        "scraped_at_utc: 2026-03-01T12:00:00Z\n---\n" + PAGE.decode()
    )


def test_what_was_kept_is_a_page_that_specs_reads(desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = Reply(PAGE)
    desk.one()
    fragments, findings = read(store.read_pages(desk.folder))
    assert [(f.url, f.scraped_at) for f in fragments] == [(site.url("/things.md"), "2026-03-01T12:00:00Z")]
    assert findings == []


@pytest.mark.parametrize("text", [pages.readme(), pages.HUGO, "---\nweight: 2\n---\n\n" + pages.HUGO])
def test_front_matter_changes_no_fact(text: str, desk: Desk, site: Site) -> None:
    """Also above a page that has a block of its own."""
    site.pages["/things.md"] = Reply(text.encode())
    desk.knows(site.url("/things.md"), text)
    assert desk.one().told == "the same facts as in its extract"


def test_a_page_that_says_more_than_its_extract_is_told_so(desk: Desk, site: Site) -> None:
    more = pages.readme(parameters=[{"name": "limit", "in": "query", "schema": {"type": "integer"}}])
    site.pages["/things.md"] = Reply(more.encode())
    assert desk.one().told == "facts changed"


def test_the_second_time_only_what_changed_is_sent(desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = conditional(PAGE, '"one"', "Sat, 28 Feb 2026 10:00:00 GMT")
    desk.one()
    before = store.read_tree(desk.folder)
    assert desk.one().state == "unchanged"
    asked = site.seen[-1].headers
    assert (asked["if-none-match"], asked["if-modified-since"]) == ('"one"', "Sat, 28 Feb 2026 10:00:00 GMT")
    assert store.read_tree(desk.folder) == before

    changed = pages.readme(title="Things API 2").encode()
    site.pages["/things.md"] = conditional(changed, '"two"')
    assert desk.one().state == "fresh"
    assert (desk.page() or "").endswith(changed.decode())
    assert desk.one().state == "unchanged"
    assert "if-modified-since" not in site.seen[-1].headers


def test_the_same_text_without_validators_is_not_written_again(desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = Reply(PAGE)
    desk.one()
    before = desk.page()
    desk.time.waits.append(3600.0)
    site.pages["/things.md"] = Reply(PAGE.replace(b"\n", b"\r\n"), headers={"ETag": '"new"'})
    assert desk.one().state == "unchanged"
    assert desk.page() == before
    desk.one()
    assert site.seen[-1].headers["if-none-match"] == '"new"'


@pytest.mark.parametrize("harm", ["edited", "removed"])
def test_a_page_that_was_touched_is_fetched_whole(harm: str, desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = conditional(PAGE, '"one"')
    desk.one()
    path = next(path for path in desk.folder.iterdir() if not path.name.startswith("."))
    path.unlink() if harm == "removed" else path.write_text("mine", "utf-8")
    assert desk.one().state == "fresh"
    assert (desk.page() or "").endswith(PAGE.decode())


def test_gzip_and_other_encodings_are_read(desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = Reply(gzip.compress(PAGE), headers={"Content-Encoding": "gzip"})
    assert desk.one().state == "fresh"
    site.pages["/things.md"] = Reply("# Thé\n".encode("latin-1") + PAGE, type="text/plain; Charset='ISO-8859-1'")
    assert desk.one().state == "fresh"
    assert "# Thé\n" in (desk.page() or "")


def test_an_address_in_sources_wins_and_the_page_of_the_old_one_goes(desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = site.pages["/moved.md"] = Reply(PAGE)
    desk.one()
    desk.sources(f'[[things.pages]]\nextract = "readme.getThings"\nurl = "{site.url("/moved.md")}"\n')
    removed, fresh = desk.scrape()
    assert (removed.state, removed.url, fresh.state) == ("removed", site.url("/things.md"), "fresh")
    assert f"source_md: {site.url('/moved.md')}\n" in (desk.page() or "")


def test_a_page_somebody_has_changed_does_not_go(desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = Reply(PAGE)
    desk.one()
    path = next(path for path in desk.folder.iterdir() if not path.name.startswith("."))
    path.write_text("mine", "utf-8")
    desk.sources(f'[[things.pages]]\nextract = "readme.getThings"\nurl = "{site.url("/moved.md")}"\n')
    desk.one()
    assert desk.page() == "mine"


@pytest.mark.parametrize("etag", ['"é"', '"\x85"', '"' + "x" * 2000 + '"', ""])
def test_a_validator_that_cannot_be_sent_back_is_not(etag: str, desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = Reply(PAGE, headers={"ETag": etag})
    desk.one()
    assert desk.one().state == "unchanged"
    assert "if-none-match" not in site.seen[-1].headers


def test_a_page_nobody_has_seen_yet_can_be_named(desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = Reply(PAGE)
    site.pages["/others"] = Reply(pages.readme(path="/v1/others", operationId="getOthers").encode())
    desk.sources(f'[[things.pages]]\nextract = "readme.getOthers"\nurl = "{site.url("/others")}"\n')
    told = {outcome.url: outcome.told for outcome in desk.scrape()}
    assert told[site.url("/others")] == "a new page"
    kept = [extract(page) for page in store.read_pages(desk.folder) if not isinstance(page, Exception)]
    assert {one.url for one in kept if isinstance(one, Fragment)} == set(told)
