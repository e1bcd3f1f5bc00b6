"""Only the open internet is asked, whatever an address in a page says."""

import pytest

from generator.scrape.door import is_public
from tests.generator import pages
from tests.generator.scrape.conftest import Desk
from tests.generator.scrape.server import Reply, Site, redirect

PAGE = Reply(pages.readme().encode())


@pytest.mark.parametrize(
    "number", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822", "::ffff:93.184.216.34"]
)
def test_the_open_internet(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    "number",
    "127.0.0.1 0.0.0.0 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 224.0.0.1 240.0.0.1 255.255.255.255 "
    "192.0.2.1 :: ::1 ::7f00:1 fe80::1 fe80::1%1 fc00::1 fd00:ec2::254 ff02::1 2001:db8::1 ::ffff:127.0.0.1 "
    "::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 2002:7f00:1::1 2001:0:7f00:1::1 64:ff9b:1::7f00:1".split(),
)
def test_everything_else(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001"])
def test_this_machine_is_not_asked_for_anything(host: str, desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = PAGE
    desk.knows(site.url("/things.md", host))
    outcome = desk.one(private=False)
    assert outcome.finding is not None
    assert outcome.finding.code == "address-private"
    assert outcome.finding.where == site.url("/things.md", host)
    assert site.seen == []


def test_one_private_number_among_public_ones_is_enough(desk: Desk, site: Site) -> None:
    desk.knows(site.url("/things.md", "docs.example"))
    outcome = desk.one(private=False, resolve=lambda host, port: ["93.184.216.34", "127.0.0.1"])
    assert outcome.finding is not None
    assert "docs.example is 127.0.0.1" in outcome.finding.what
    assert site.seen == []


def test_the_connection_goes_to_the_number_that_was_judged(desk: Desk, site: Site) -> None:
    """A name that changes its number between two questions is asked about once a request, and told its own name."""
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    site.pages["/things.md"] = PAGE
    desk.knows(site.url("/things.md", "docs.example"))
    assert desk.one(resolve=resolve).state == "fresh"
    assert asked == ["docs.example"] * len(site.seen)
    assert {request.headers["host"] for request in site.seen} == {f"docs.example:{site.port}"}


def test_a_number_that_does_not_answer_is_no_loss_if_another_does(desk: Desk, site: Site) -> None:
    site.pages["/things.md"] = PAGE
    desk.knows(site.url("/things.md", "docs.example"))
    assert desk.one(resolve=lambda host, port: ["::1", "127.0.0.1"]).state == "fresh"


def test_robots_on_another_host_may_not_lead_inside(desk: Desk, site: Site) -> None:
    numbers = {"docs.example": "127.0.0.1"}
    site.pages["/robots.txt"] = redirect("http://unknown.example/robots.txt")

    def resolve(host: str, port: int) -> list[str]:
        if host not in numbers:
            raise OSError("no such name")
        return [numbers[host]]

    desk.knows(site.url("/things.md", "docs.example"))
    outcome = desk.one(resolve=resolve)
    assert outcome.finding is not None
    assert outcome.finding.code == "robots-unreadable"
    assert "no such name" in outcome.finding.what
    assert site.paths() == []


def test_nobody_at_home(desk: Desk) -> None:
    desk.knows("http://127.0.0.1:1/things.md")
    outcome = desk.one()
    assert outcome.finding is not None
    assert outcome.finding.code == "robots-unreadable"
