"""The real scraped pages, where they are: each is used, and no wording of theirs is kept."""

from pathlib import Path

import pytest

from generator import store, workspace
from generator.model import Finding

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT.parent / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real pages are not beside the repository")


@pytest.fixture(scope="module")
def extracted() -> tuple[dict[str, bytes], list[Finding]]:
    return workspace.extract_pages(ROOT, SEEDS)


def test_every_page_is_used(extracted: tuple[dict[str, bytes], list[Finding]]) -> None:
    files, findings = extracted
    assert findings == []
    assert len(files) == len(store.page_files(SEEDS))


def test_no_sentence_of_a_page_is_in_an_extract(extracted: tuple[dict[str, bytes], list[Finding]]) -> None:
    """Nine words in a row of a page are its wording, not a fact."""
    runs = set().union(*(_runs(path.read_text("utf-8")) for path in store.page_files(SEEDS)))
    for path, raw in extracted[0].items():
        assert not _runs(raw.decode()) & runs, path


def _runs(text: str, length: int = 9) -> set[tuple[str, ...]]:
    """Runs of words, within what is one line of prose: lists of names are facts and have no small words."""
    small = {
        "a",
        "an",
        "and",
        "are",
        "be",
        "for",
        "from",
        "if",
        "in",
        "is",
        "it",
        "of",
        "on",
        "or",
        "that",
        "the",
        "to",
    }
    words = "".join(c.lower() if c.isalpha() or c == "'" else " " for c in text).split()
    slices = zip(*(words[i:] for i in range(length)), strict=False)
    return {run for run in slices if len(small & set(run)) >= 3}
