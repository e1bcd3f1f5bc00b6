"""A scrape, page by page: each is written as soon as it is taken, so that breaking off loses nothing."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from attrs import evolve, frozen

from generator import extracts, store
from generator.errors import GeneratorError, PageError
from generator.model import Finding, Page
from generator.scrape import memory
from generator.scrape.attempt import Answer
from generator.scrape.judge import Recognise, compare, judge, text_of
from generator.scrape.memory import Kept
from generator.scrape.refusal import Refused
from generator.scrape.targets import Target, targets
from generator.scrape.visit import Visitor
from generator.sources import providers


@frozen
class Outcome:
    """What became of one address; ``kept`` is the page of last time (or none), because of the finding."""

    url: str
    state: Literal["fresh", "unchanged", "kept", "removed"]
    told: str = ""
    finding: Finding | None = None

    def __str__(self) -> str:
        return f"{self.state:<9}  {self.url}" + (f"  ({self.told})" if self.told else "")


@frozen
class _Taken:
    """An answer that may replace the page: its file, and what to remember of it."""

    content: bytes
    kept: Kept
    told: str


def plan(root: Path) -> tuple[list[Target], list[Finding]]:
    """What the repository at ``root`` knows addresses of, and the pages it knows none of."""
    known = providers(store.read_toml(root / "openapi" / "sources.toml"))
    folder = root / "openapi" / "extracted"
    fragments = {
        provider.name: [
            extracts.from_plain(store.read_yaml(folder / provider.name / name), f"{provider.name}/{name[:-5]}")
            for name in store.read_tree(folder / provider.name)
            if name.endswith(".yaml")
        ]
        for provider in known
    }
    return targets(known, fragments)


def scrape(
    wanted: Sequence[Target], folder: Path, visitor: Visitor, recognise: Recognise, accepted: Sequence[str] = ()
) -> Iterator[Outcome]:
    """Bring ``folder`` up to date.  For ``accepted`` addresses a page may be less than the one that is there."""
    unknown = sorted(set(accepted) - {target.url for target in wanted})
    if unknown:
        raise GeneratorError(unknown[0], "", "not an address of any page", "give one as the report writes it")
    kept = memory.read(folder)
    yield from _retire(wanted, folder, kept)
    for target in wanted:
        last = kept.get(target.file)
        there = last is not None and _digest(folder / target.file) == last.file_sha256
        conditions = last.conditions() if last and there else {}
        try:
            answer = visitor.get(target.url, conditions)
            if conditions and answer.status == 304:
                yield Outcome(target.url, "unchanged", "not modified")
                continue
            text = text_of(answer, target.url)
            if last and there and store.sha256(text.encode()) == last.text_sha256:
                kept[target.file] = _validated(last, answer)
                memory.write(folder, kept)
                yield Outcome(target.url, "unchanged", "the same text")
                continue
            taken = _take(text, answer, target, last, visitor, recognise, target.url in accepted)
        except Refused as refused:
            told = "" if (folder / target.file).is_file() else "there was none"
            yield Outcome(target.url, "kept", told, refused.finding())
            continue
        store.write_file(folder / target.file, taken.content)
        kept[target.file] = taken.kept
        memory.write(folder, kept)
        yield Outcome(target.url, "fresh", taken.told)


def _take(
    text: str,
    answer: Answer,
    target: Target,
    last: Kept | None,
    visitor: Visitor,
    recognise: Recognise,
    accepted: bool,
) -> _Taken:
    content = memory.with_front_matter(text, target.url, visitor.clock.date())
    page = Page(target.file, content.decode("utf-8"), store.sha256(content))
    said = judge(page, text, answer, target, recognise)
    raw = text.encode("utf-8")
    if not accepted:
        compare(said, target, len(raw), last.size if last else None)
    same = any(extract.document == said.document for extract in target.extracts)
    told = "the same facts as in its extract" if same else "facts changed" if target.extracts else "a new page"
    if answer.url != target.url:
        told += f"; answered at {answer.url}"
    kept = Kept(target.url, store.sha256(content), store.sha256(raw), len(raw))
    return _Taken(content, _validated(kept, answer), told)


def _validated(kept: Kept, answer: Answer) -> Kept:
    """With what the server wants to be asked with next time."""
    etag, moment = (memory.validator(answer.headers.get(name)) for name in ("etag", "last-modified"))
    return evolve(kept, etag=etag, last_modified=moment)


def _digest(path: Path) -> str | None:
    """Of the page's file; None if it is not there as a page."""
    try:
        return store.read_page(path).sha256
    except PageError:
        return None


def _retire(wanted: Sequence[Target], folder: Path, kept: dict[str, Kept]) -> Iterator[Outcome]:
    """Pages of addresses that are wanted no longer: they would be built from beside the new ones.

    Only what a scrape has written, and nobody has changed since, is removed.
    """
    for name in sorted(kept.keys() - {target.file for target in wanted}):
        entry = kept.pop(name)
        if _digest(folder / name) == entry.file_sha256:
            store.remove_file(folder / name)
            yield Outcome(entry.url, "removed", "no page has this address any more")
        memory.write(folder, kept)
