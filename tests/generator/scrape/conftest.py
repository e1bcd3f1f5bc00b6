"""A site, a desk to scrape from, and a clock that nobody waits for."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from attrs import define, field

from generator import extracts, store
from generator.extract import extract
from generator.model import Fragment, Page
from generator.scrape import Outcome, Target, Visitor, plan, scrape
from generator.scrape.door import Resolve, look_up
from generator.scrape.manners import Clock
from tests.generator import pages
from tests.generator.scrape.server import Site, serve

START = datetime(2026, 3, 1, 12, 0, 0, tzinfo=UTC)
SOURCES = """
[things]
document = "things.yaml"
package = "things_client"
kinds = ["readme", "hugo"]
paths = ["/v1/things", "/v1/others"]
"""


@define
class Timeline:
    """Time that passes only by waiting."""

    waits: list[float] = field(factory=list)

    def clock(self) -> Clock:
        return Clock(
            now=lambda: sum(self.waits),
            sleep=self.waits.append,
            date=lambda: START + timedelta(seconds=sum(self.waits)),
        )


@define
class Desk:
    """A repository with one broker, the pages scraped for it, and what was waited for."""

    root: Path
    site: Site
    time: Timeline = field(factory=Timeline)

    @property
    def folder(self) -> Path:
        return self.root / ".cache" / "pages"

    def knows(self, url: str | None, text: str | None = None, extract_name: str = "readme.getThings") -> None:
        """Commit an extract of ``text`` whose page says it is at ``url``."""
        raw = (text or pages.readme()).encode()
        said = extract(Page("page.md", raw.decode(), store.sha256(raw)))
        assert isinstance(said, Fragment)
        plain = extracts.to_plain(said)
        plain["page"]["url"] = url
        store.write_file(self.root / "openapi/extracted/things" / f"{extract_name}.yaml", store.to_yaml(plain))

    def sources(self, more: str = "") -> None:
        store.write_file(self.root / "openapi/sources.toml", (SOURCES + more).encode())

    def targets(self) -> list[Target]:
        return plan(self.root)[0]

    def scrape(
        self, *accepted: str, private: bool = True, pause: float = 0.0, resolve: Resolve = look_up
    ) -> list[Outcome]:
        with Visitor(pause=pause, allow_private=private, clock=self.time.clock(), resolve=resolve) as visitor:
            return list(scrape(self.targets(), self.folder, visitor, extract, accepted))

    def one(self, *accepted: str, private: bool = True, resolve: Resolve = look_up) -> Outcome:
        (outcome,) = self.scrape(*accepted, private=private, resolve=resolve)
        return outcome

    def page(self) -> str | None:
        """The one page that was kept."""
        files = [path for path in self.folder.glob("*") if not path.name.startswith(".")]
        assert len(files) <= 1
        return files[0].read_text("utf-8") if files else None


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as site:
        yield site


@pytest.fixture
def desk(tmp_path: Path, site: Site) -> Desk:
    """A repository that knows one page, at ``/things.md``, which the site does not have yet."""
    desk = Desk(tmp_path, site)
    desk.sources()
    desk.knows(site.url("/things.md"))
    return desk
