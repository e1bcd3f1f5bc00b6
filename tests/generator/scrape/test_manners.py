"""A polite guest: says who it is, asks robots.txt, pauses, comes back later, and gives up in time."""

from email.utils import format_datetime

import pytest

from generator.scrape.attempt import LONGEST
from generator.scrape.manners import TRIES
from tests.generator import pages
from tests.generator.scrape.conftest import START, Desk
from tests.generator.scrape.server import Reply, Request, Site, redirect

PAGE = Reply(pages.readme().encode())
TEXT = "text/plain"


def _robots(site: Site, text: str, status: int = 200) -> None:
    site.pages["/robots.txt"] = Reply(text.encode(), status, type=TEXT)


def test_it_says_who_it_is_and_carries_nothing_else(
    desk: Desk, site: Site, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No cookie of an earlier answer, no .netrc, no proxy of this machine."""
    netrc = tmp_path_factory.mktemp("home") / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password word\n", "utf-8")
    monkeypatch.setenv("NETRC", str(netrc))
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    site.pages["/robots.txt"] = Reply(type=TEXT, headers={"Set-Cookie": "seen=1"})
    site.pages["/things.md"] = PAGE
    assert desk.one().state == "fresh"
    for request in site.seen:
        assert request.headers["user-agent"].startswith("brokerage-positions/")
        assert not {"cookie", "authorization", "referer"} & request.headers.keys()


@pytest.mark.parametrize("agent", ["*", "brokerage-positions", "Brokerage-Positions"])
def test_a_page_that_robots_may_not_read_is_not_asked_for(agent: str, desk: Desk, site: Site) -> None:
    _robots(site, f"User-agent: {agent}\nDisallow: /things\n")
    site.pages["/things.md"] = PAGE
    outcome = desk.one()
    assert outcome.finding is not None
    assert outcome.finding.code == "robots-disallow"
    assert site.paths() == []


def test_rules_for_others_are_not_for_us(desk: Desk, site: Site) -> None:
    _robots(site, "User-agent: otherbot\nDisallow: /\n\nUser-agent: *\nDisallow: /private\n")
    site.pages["/things.md"] = PAGE
    assert desk.one().state == "fresh"


def test_a_redirect_does_not_lead_around_robots(desk: Desk, site: Site) -> None:
    _robots(site, "User-agent: *\nDisallow: /hidden\n")
    site.pages["/things.md"] = redirect("/hidden/things.md")
    site.pages["/hidden/things.md"] = PAGE
    assert desk.one().state == "kept"
    assert site.paths() == ["/things.md"]


def test_robots_is_asked_once_for_all_pages(desk: Desk, site: Site) -> None:
    desk.knows(site.url("/others"), pages.readme(path="/v1/others", operationId="getOthers"), "readme.getOthers")
    desk.scrape()
    assert [request.path for request in site.seen].count("/robots.txt") == 1


def test_robots_that_cannot_be_read_keep_us_out_and_are_not_asked_for_each_page(desk: Desk, site: Site) -> None:
    _robots(site, "", 500)
    desk.knows(site.url("/others"), pages.readme(path="/v1/others", operationId="getOthers"), "readme.getOthers")
    outcomes = desk.scrape()
    assert [o.finding.code for o in outcomes if o.finding] == ["robots-unreadable"] * 2
    assert [request.path for request in site.seen] == ["/robots.txt"] * TRIES


def test_robots_that_answer_oddly_keep_us_out(desk: Desk, site: Site) -> None:
    _robots(site, "", 501)
    site.pages["/things.md"] = PAGE
    outcome = desk.one()
    assert outcome.finding is not None
    assert outcome.finding.code == "robots-unreadable"
    assert site.paths() == []


@pytest.mark.parametrize("status", [401, 403, 404])
def test_no_robots_means_no_rules(status: int, desk: Desk, site: Site) -> None:
    _robots(site, "", status)
    site.pages["/things.md"] = PAGE
    assert desk.one().state == "fresh"


def test_requests_to_a_host_are_apart(desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = PAGE
    assert desk.scrape(pause=3.0)[0].state == "fresh"
    assert desk.time.waits == [3.0]


@pytest.mark.parametrize("rule", ["Crawl-delay: 7", "Request-rate: 1/7"])
def test_a_host_that_wants_longer_pauses_gets_them(rule: str, desk: Desk, site: Site) -> None:
    _robots(site, f"User-agent: *\n{rule}\n")
    site.pages["/things.md"] = PAGE
    desk.scrape(pause=3.0)
    assert desk.time.waits == [7.0]


def test_a_host_that_wants_pauses_of_hours_is_left_alone(desk: Desk, site: Site) -> None:
    _robots(site, "User-agent: *\nCrawl-delay: 86400\n")
    outcome = desk.one()
    assert outcome.finding is not None
    assert outcome.finding.code == "host-asks-for-more"
    assert (site.paths(), desk.time.waits) == ([], [])


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_what_passes_is_tried_again_after_growing_waits(status: int, desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = [Reply(status=status), Reply(status=status), PAGE]
    assert desk.one().state == "fresh"
    first, second = desk.time.waits
    assert 1.0 <= first <= 2.0 <= second <= 3.0


def test_a_connection_that_breaks_off_is_tried_again(desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = [Reply(PAGE.body, cut=True), PAGE]
    assert desk.one().state == "fresh"


def test_it_gives_up(desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = Reply(status=503)
    outcome = desk.one()
    assert outcome.finding is not None
    assert outcome.finding.what == "answered 503"
    assert site.paths() == ["/things.md"] * TRIES


def test_an_answer_that_never_ends_is_left(desk: Desk, site: Site) -> None:
    def drips(request: Request) -> Reply:
        desk.time.waits.append(LONGEST + 1)
        return PAGE

    site.pages["/things.md"] = drips
    outcome = desk.one()
    assert outcome.finding is not None
    assert outcome.finding.code == "page-too-slow"


@pytest.mark.parametrize("status", [400, 403, 404, 410, 501])
def test_what_does_not_pass_is_asked_once(status: int, desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = Reply(status=status)
    desk.one()
    assert (site.paths(), desk.time.waits) == (["/things.md"], [])


@pytest.mark.parametrize("after", ["90", format_datetime(START.replace(minute=1, second=30), usegmt=True)])
def test_it_comes_back_when_it_is_asked_to(after: str, desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = [Reply(status=429, headers={"Retry-After": after}), PAGE]
    assert desk.one().state == "fresh"
    assert desk.time.waits == [90.0]


@pytest.mark.parametrize("after", ["86400", "99999999999999999999", "Mon, 02 Mar 2026 12:00:00 GMT"])
def test_it_does_not_wait_for_hours(after: str, desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = Reply(status=503, headers={"Retry-After": after})
    outcome = desk.one()
    assert outcome.finding is not None
    assert outcome.finding.code == "host-asks-for-more"
    assert (site.paths(), desk.time.waits) == (["/things.md"], [])


@pytest.mark.parametrize("after", ["", "soon", "-5", "Mon, 99 Foo 2026", "Sun, 01 Mar 2026 11:00:00 GMT", "1.5", "²"])
def test_a_moment_that_is_none_or_past_changes_nothing(after: str, desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = [Reply(status=503, headers={"Retry-After": after.encode().decode("latin-1")}), PAGE]
    assert desk.one().state == "fresh"
    assert 1.0 <= desk.time.waits[0] <= 2.0
