"""Whatever a server answers: a scrape goes on, and what it keeps is a page that still says what it said."""

from collections.abc import Mapping

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator import store
from generator.extract import extract
from generator.model import Fragment
from generator.scrape.judge import does
from tests.generator import pages
from tests.generator.scrape.conftest import Desk
from tests.generator.scrape.server import Reply, Site

PAGE = pages.readme().encode()
TYPES = [
    None,
    "",
    ";",
    "text/html",
    "text/plain; charset=utf-16",
    "text/markdown; charset=utf-8",
    "image/png",
    "a;b;=c",
]
HEADERS = ["ETag", "Last-Modified", "Retry-After", "Location", "Content-Encoding", "Set-Cookie"]
VALUES = ["", '"x"', "W/", "\x85", "gzip", "/", "//", "http://[", "?", "é", "2", "1e9", "data:,x", "%00", "http:///"]


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """The good page with something cut out of it and something put in."""
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(PAGE))] * 2)))
    return PAGE[:start] + draw(st.binary(max_size=8) | st.text(max_size=8).map(str.encode)) + PAGE[end:]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=60)
@given(
    body=spoilt() | st.binary(max_size=50),
    status=st.sampled_from([200, 200, 200, 204, 206, 301, 302, 304, 404, 418, 500, 599]),
    kind=st.sampled_from(TYPES),
    headers=st.dictionaries(st.sampled_from(HEADERS), st.sampled_from(VALUES), max_size=3),
)
@example(b"", 301, None, {"Location": "data:,x"})
@example(PAGE, 200, "text/markdown", {"ETag": "\x85é"})
def test_a_scrape_goes_on(
    desk: Desk, site: Site, body: bytes, status: int, kind: str | None, headers: Mapping[str, str]
) -> None:
    site.pages["/things.md"] = Reply(PAGE)
    desk.one(site.url("/things.md"))
    before = desk.page()
    site.pages["/things.md"] = Reply(body, status, headers, kind)
    outcome = desk.one()
    assert (outcome.finding is None) == (outcome.state != "kept")
    if outcome.state != "fresh":
        assert desk.page() == before
    for page in store.read_pages(desk.folder):
        assert not isinstance(page, Exception)
        said = extract(page)
        assert isinstance(said, Fragment)
        assert does([said]) == {("/v1/things", "get")}
        assert said.url == site.url("/things.md")
