"""Whatever is not the page, or is less of it, is told; the page of last time stays, byte for byte."""

import gzip
import json
import tracemalloc
import zlib

import pytest

from generator import store
from generator.store import MAX_PAGE_BYTES
from tests.generator import pages
from tests.generator.scrape.conftest import Desk
from tests.generator.scrape.server import Reply, Site, There, redirect

PAGE = pages.readme().encode()
LOGIN = b"<html><title>Docs</title><form><input name=p type='password'></form></html>"
HTML = "text/html; charset=utf-8"
OTHER = pages.readme(path="/v1/others", operationId="getOthers").encode()
BOMB = gzip.compress(b" " * (MAX_PAGE_BYTES + 1))

REFUSED: dict[str, tuple[str, There]] = {
    "vanished": ("page-gone", Reply(b"# Not here\n", 404)),
    "gone for good": ("page-gone", Reply(status=410)),
    "soft 404 in HTML": ("page-gone", Reply(b"<html><title>Page not found</title>Sorry</html>", type=HTML)),
    "soft 404 in Markdown": ("page-gone", Reply(b"# 404\n\nThis page does not exist.\n")),
    "soft 404 with another page's definition": ("page-gone", Reply(b"# Page not found\n\nTry:\n\n" + OTHER)),
    "closed": ("page-login", Reply(status=403)),
    "wants credentials": ("page-login", Reply(status=401, headers={"WWW-Authenticate": "Basic"})),
    "login form": ("page-login", Reply(LOGIN, type=HTML)),
    "login page without a form": ("page-login", Reply(b"<title>Sign in - Docs</title><div id=app></div>", type=HTML)),
    "redirect to a login": ("page-login", redirect("/login?next=/things.md")),
    "redirect to another host": ("page-moved-away", redirect("http://localhost/things.md")),
    "redirect to another port": ("page-moved-away", redirect("http://127.0.0.1:9/things.md")),
    "redirect to no web address": ("page-redirects", redirect("file:///etc/hostname")),
    "redirect to data": ("page-redirects", redirect("data:,x")),
    "redirect with a credential": ("page-redirects", redirect("http://me:word" + "@127.0.0.1/")),
    "redirect to itself": ("page-redirects", redirect("/things.md")),
    "redirect without a place": ("page-unexpected", Reply(status=302)),
    "not modified, unasked": ("page-unexpected", Reply(status=304)),
    "no content": ("page-unexpected", Reply(status=204)),
    "empty": ("page-unrecognised", Reply(b"")),
    "another kind of page": ("page-is-another", Reply(pages.HUGO.replace("/{name}", "").encode())),
    "another page": ("page-is-another", Reply(OTHER)),
    "another broker's page": ("page-is-another", Reply(pages.readme(path="/v9/things").encode())),
    "unknown page": ("page-unrecognised", Reply(pages.UNKNOWN.encode() * 20)),
    "page cut by its maker": ("page-broken", Reply(PAGE[: len(PAGE) * 2 // 3])),
    "definition that nests too deep": (
        "page-broken",
        Reply(pages.embedded('{"openapi": "3.0.0", "x": ' + "[" * 5000).encode()),
    ),
    "PDF": ("page-not-text", Reply(b"%PDF-1.7", type="application/pdf")),
    "no type": ("page-not-text", Reply(PAGE, type=None)),
    "not UTF-8": ("page-not-text", Reply(b"# \xff\xfe\n" + PAGE)),
    "odd encoding": ("page-not-text", Reply(PAGE, type="text/markdown; charset=utf-7")),
    "control characters": ("page-not-text", Reply(PAGE + b"\x00\x1b[2J")),
    "packed as we did not ask": ("page-not-text", Reply(PAGE, headers={"Content-Encoding": "br"})),
    "packed twice": ("page-not-text", Reply(PAGE, headers={"Content-Encoding": "gzip, gzip"})),
    "not the gzip it claims": ("page-not-text", Reply(PAGE, headers={"Content-Encoding": "gzip"})),
    "too large": ("page-too-large", Reply(b" " * (MAX_PAGE_BYTES + 1))),
    "too large once unpacked": ("page-too-large", Reply(BOMB, headers={"Content-Encoding": "gzip"})),
    "broken off": ("page-unreachable", Reply(PAGE, cut=True)),
    "gzip broken off": ("page-unreachable", Reply(gzip.compress(PAGE)[:-20], headers={"Content-Encoding": "gzip"})),
    "down": ("page-unreachable", Reply(status=503)),
}


@pytest.mark.parametrize("what", REFUSED)
def test_it_never_replaces_a_good_page(what: str, desk: Desk, site: Site) -> None:
    code, bad = REFUSED[what]
    site.pages["/things.md"] = Reply(PAGE)
    assert desk.one().state == "fresh"
    before = store.read_tree(desk.folder)

    site.pages["/things.md"] = bad
    site.pages["/login?next=/things.md"] = Reply(b"<div id=app></div>", type=HTML)
    outcome = desk.one()
    assert outcome.finding is not None
    assert (outcome.state, outcome.finding.code, outcome.finding.where) == ("kept", code, site.url("/things.md"))
    assert outcome.finding.what
    assert outcome.finding.todo
    assert store.read_tree(desk.folder) == before

    site.pages["/things.md"] = Reply(PAGE + b"\nMore.\n")
    assert desk.one().state == "fresh"


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_never_the_first_page_either(what: str, desk: Desk, site: Site) -> None:
    """On a machine that has scraped nothing yet, the committed extract is what to compare with."""
    site.pages["/things.md"] = REFUSED[what][1]
    outcome = desk.one()
    assert (outcome.state, outcome.told) == ("kept", "there was none")
    assert desk.page() is None


def test_another_host_is_another_host_on_the_same_port_too(desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = redirect(site.url("/moved.md", "localhost"))
    site.pages["/moved.md"] = Reply(PAGE)
    outcome = desk.one()
    assert outcome.finding is not None
    assert outcome.finding.code == "page-moved-away"
    assert site.url("/moved.md", "localhost") in outcome.finding.what
    assert site.paths() == ["/things.md"]


def test_a_new_page_of_nobody_we_know_is_not_taken(desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = Reply(PAGE)
    site.pages["/new"] = Reply(pages.readme(path="/v9/news").encode())
    desk.sources(f'[[things.pages]]\nextract = "readme.getNews"\nurl = "{site.url("/new")}"\n')
    codes = {outcome.url: outcome.finding and outcome.finding.code for outcome in desk.scrape()}
    assert codes == {site.url("/things.md"): None, site.url("/new"): "page-is-another"}


def test_what_is_packed_to_fill_the_memory_does_not(desk: Desk, site: Site) -> None:
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join([packer.compress(bytes(2**20)) for _ in range(256)]) + packer.flush()
    site.pages["/things.md"] = Reply(bomb, headers={"Content-Encoding": "gzip"})
    tracemalloc.start()
    try:
        outcome = desk.one()
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert outcome.finding is not None
    assert outcome.finding.code == "page-too-large"
    assert peak < 4 * MAX_PAGE_BYTES


def test_half_a_page_is_taken_only_if_a_person_says_so(desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = Reply(PAGE + b"More words.\n" * 200)
    desk.one()
    before = desk.page()
    site.pages["/things.md"] = Reply(PAGE)
    outcome = desk.one()
    assert outcome.finding is not None
    assert outcome.finding.code == "page-shrunk"
    assert "--accept" in outcome.finding.todo
    assert desk.page() == before
    assert desk.one(site.url("/things.md")).state == "fresh"
    assert desk.one().state == "unchanged"


def test_a_page_that_lost_an_operation_names_it(desk: Desk, site: Site) -> None:
    both = json.loads(PAGE.decode().partition("```json\n")[2].partition("\n```")[0])
    both["paths"]["/v1/things/{thing}"] = {"delete": {"operationId": "dropThing", "responses": {"204": {}}}}
    desk.knows(site.url("/things.md"), pages.embedded(json.dumps(both)))
    site.pages["/things.md"] = Reply(PAGE)
    outcome = desk.one()
    assert outcome.finding is not None
    assert outcome.finding.code == "page-lost-operations"
    assert "delete /v1/things/{}" in outcome.finding.what
    assert desk.one(site.url("/things.md")).state == "fresh"


def test_nothing_makes_a_login_or_a_404_acceptable(desk: Desk, site: Site) -> None:
    for bad in (Reply(LOGIN, type=HTML), Reply(b"# 404\n"), redirect("http://localhost/")):
        site.pages["/things.md"] = bad
        assert desk.one(site.url("/things.md")).state == "kept"


def test_a_page_about_signing_in_or_404_is_still_the_page(desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = Reply(b"# 404 not found, and how to sign in\n\n" + PAGE)
    assert desk.one().state == "fresh"


def test_one_bad_page_keeps_no_other_from_being_fetched(desk: Desk, site: Site) -> None:
    desk.knows(site.url("/others"), OTHER.decode(), "readme.getOthers")
    site.pages["/others"] = Reply(OTHER)
    assert {o.url: o.state for o in desk.scrape()} == {
        site.url("/things.md"): "kept",
        site.url("/others"): "fresh",
    }


def test_a_redirect_on_the_host_is_followed_and_told(desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = redirect("/reference/../new/things.md#top", 301)
    site.pages["/new/things.md"] = Reply(PAGE)
    assert desk.one().told == f"the same facts as in its extract; answered at {site.url('/new/things.md')}"
    assert f"source_md: {site.url('/things.md')}\n" in (desk.page() or "")
