"""Golden pairs of an extractor: ``<case>.md`` is a page, ``<case>.expected.yaml`` the facts in it."""

from collections.abc import Callable
from pathlib import Path

from generator import extracts, store
from generator.model import Fragment, Page

HERE = Path(__file__).parent
SEEDS = HERE.parents[2] / "shared" / "seeds"


def cases(kind: str) -> list[str]:
    return sorted(path.name for path in (HERE / kind).iterdir() if path.suffix in (".md", ".txt"))


def facts_as_yaml(kind: str, case: str, extract: Callable[[Page], Fragment]) -> tuple[Path, bytes]:
    """Where the expected facts stand, and what the extractor finds."""
    page = store.read_page(HERE / kind / case)
    plain = extracts.to_plain(extract(page))
    del plain["page"]["sha256"]  # of a page written for the test: it tells nobody anything
    return (HERE / kind / case).with_suffix(".expected.yaml"), store.to_yaml(plain)


def page(text: str, name: str = "page.md") -> Page:
    return Page(name=name, text=text, sha256="0" * 64)
