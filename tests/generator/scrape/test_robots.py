"""What ``robots.txt`` says of a page, as RFC 9309 reads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.scrape.attempt import Answer
from generator.scrape.refusal import Refused
from generator.scrape.robots import Robots, matches


def _allows(text: str, path: str = "/reference/things.md") -> bool:
    robots = Robots(lambda url: Answer(url, 200, {}, text.encode("utf-8", "surrogatepass")))
    try:
        robots.check(f"https://docs.example{path}")
    except Refused as refused:
        return refused.code != "robots-disallow"
    return True


@pytest.mark.parametrize(
    "text",
    [
        "User-agent: *\nDisallow: /",
        "user-agent:*\ndisallow:/reference # all of it",
        "User-agent: *\n\nDisallow: /reference",
        "User-agent: *\nDisallow: /*.md$",
        "User-agent: *\nDisallow: *.md",
        "User-agent: *\nDisallow: /re*ence/*ngs.md",
        "User-agent: *\nAllow: /\nDisallow: /reference/",
        "User-agent: *\nDisallow: /%72eference",
        "User-agent: other\nUser-agent: brokerage-positions\nDisallow: /",
        "User-agent: *\nAllow: /\nUser-agent: brokerage-positions\nDisallow: /",
        "\ufeffUser-agent: *\r\nDisallow: /\r\n",
        "User-agent: *\nCrawl-delay: ²\nRequest-rate: ²/1\nDisallow: /",
    ],
)
def test_keeps_out(text: str) -> None:
    assert not _allows(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<!doctype html><title>Docs</title>",
        "User-agent: *\nDisallow:",
        "User-agent: *\nDisallow: /\nAllow: /reference/",
        "User-agent: *\nDisallow: /reference/\nAllow: /reference/",
        "User-agent: *\nDisallow: /*.pdf$",
        "User-agent: *\nDisallow: /reference$",
        "User-agent: *\nDisallow: /Reference",
        "User-agent: other\nDisallow: /",
        "User-agent: brokerage-positions\nDisallow: /nothing\nUser-agent: *\nDisallow: /",
        "User-agent: brokerage-positions\nDisallow:\nUser-agent: *\nDisallow: /",
        "Disallow: /",
    ],
)
def test_lets_in(text: str) -> None:
    assert _allows(text)


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("/a", "/abc", True),
        ("/a$", "/a", True),
        ("/a$", "/ab", False),
        ("/a*", "/a", True),
        ("/a*$", "/abc", True),
        ("/ab*b$", "/ab", False),
        ("/ab*b$", "/abb", True),
        ("/*/c", "/a/b/c", True),
        ("/*?x=", "/a?x=1", True),
        ("/*a*b*c$", "/xaybzc", True),
        ("/*b*a$", "/ab", False),
        ("$", "/", False),
        ("*", "/", True),
    ],
)
def test_patterns(pattern: str, path: str, expected: bool) -> None:
    assert matches(pattern, path) is expected


def test_a_pattern_made_to_take_for_ever_takes_no_time() -> None:
    assert not matches("/" + "*a" * 5000 + "$", "/" + "a" * 2000 + "b")


@given(st.text(), st.text(alphabet="/ab*$%2e?#[]@", max_size=20))
def test_nothing_in_the_file_stops_a_scrape(text: str, path: str) -> None:
    lines = text.replace("\ud800", "")
    _allows(f"User-agent: *\nDisallow: {lines}\nCrawl-delay: {lines}\nRequest-rate: {lines}\n{lines}", "/" + path)


@pytest.mark.parametrize(
    ("rule", "seconds"),
    [
        ("Crawl-delay: 2", 2),
        ("Crawl-delay: 1.5", 2),
        ("Crawl-delay: soon", 0),
        ("Crawl-delay: ²", 0),
        ("Request-rate: 2/10", 5),
        ("Request-rate: 0/10", 0),
        ("Crawl-delay: 9\nRequest-rate: 1/3", 9),
    ],
)
def test_the_pause_it_asks_for(rule: str, seconds: float) -> None:
    robots = Robots(lambda url: Answer(url, 200, {}, f"User-agent: *\n{rule}\n".encode()))
    assert robots.check("https://docs.example/") == seconds
