"""Questions about this repository's documents: every stage's work in the order it is done, kept for looking at.

``workspace`` builds; here the same inputs are built once more step by step, so that each change has its author.
"""

import argparse
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeAlias

from attrs import frozen

from generator import store, workspace
from generator.errors import GeneratorError
from generator.evidence.audit import audit
from generator.evidence.audit.subject import Subject
from generator.evidence.report.explanation import explanation, several
from generator.evidence.report.findings import findings_report
from generator.evidence.report.page import audit_page
from generator.evidence.trail.account import account
from generator.evidence.trail.code import read_code
from generator.evidence.trail.difference import difference
from generator.evidence.trail.keyed import keyed
from generator.evidence.trail.places import places
from generator.evidence.trail.search import search
from generator.evidence.trail.values import Act, Trail
from generator.evidence.trail.way import trail
from generator.merge import merge
from generator.model import JsonObject
from generator.normalize import normalize
from generator.overlay import apply
from generator.workspace import Built

#: So many days after it was scraped, a page may say something else.
_OLD: Final = 90
Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


@frozen
class Answer:
    """What there is to say, and whether nothing is left to settle (several names fit; an audit found something)."""

    text: str
    settled: bool


def add_verbs(verbs: Verbs, run: Callable[[argparse.Namespace], int]) -> None:
    """``explain`` and ``audit``; ``run`` prints what the ``ask`` of its options answers."""
    told = verbs.add_parser("explain", help="where a field, operation, parameter or answer comes from")
    told.add_argument("provider", help="a broker of sources.toml, or the beginning of its name")
    told.add_argument("what", nargs="+", help="Position.qty_available, close_position_for_account, close_all 207")
    told.set_defaults(ask=lambda options: explained(options.root, options.provider, " ".join(options.what)))
    look = verbs.add_parser("audit", help="what the documents leave open: claims without evidence, old pages and more")
    look.add_argument("--html", type=Path, metavar="FILE", help="write a page, too, with where everything comes from")
    look.add_argument("--older-than", type=_days, default=_OLD, metavar="DAYS", help=f"how old pages may be ({_OLD})")
    look.set_defaults(ask=lambda options: audited(options.root, datetime.now(UTC), options.older_than, options.html))
    for verb in (told, look):
        verb.add_argument("--root", type=Path, default=Path(), help=argparse.SUPPRESS)
        verb.set_defaults(run=run)


def _days(text: str) -> int:
    days = int(text)
    if not 0 <= days <= 36_500:
        raise ValueError(text)
    return days


def explained(root: Path, provider: str, what: str) -> Answer:
    """Where the thing called ``what`` of one broker's document comes from."""
    built = _chosen(workspace.documents(root), provider)
    way = followed(root, built)
    found = search(places(way.final), what)
    if not found.places:
        near = (
            f"did you mean {', '.join(found.near)}?" if found.near else "name a schema, field, operation or parameter"
        )
        raise GeneratorError(built.provider.document, "", f"nothing is called {what!r}", near)
    first, *others = found.places
    if others:
        return Answer(several(what, found.places), settled=False)
    return Answer(explanation(built.provider.document, account(way, first)), settled=True)


def audited(root: Path, now: datetime, days: int, html: Path | None = None) -> Answer:
    """Every document of the repository, looked through for what it leaves open."""
    built = workspace.documents(root)
    extracts = frozenset(fragment.label for one in built for fragment in one.fragments)
    subjects = []
    for one in built:
        way = followed(root, one)
        accounts = tuple(account(way, place) for place in places(way.final))
        subjects.append(Subject(one.provider.document, way, accounts, extracts))
    laid = {act.file for subject in subjects for act in subject.way.acts}
    files = store.read_tree(root / "overrides" / "overlays")
    strays = [name for name in sorted(files) if name.endswith(".yaml") and name not in laid]
    sections = audit(subjects, strays, now, days)
    text = findings_report(subjects, sections)
    if html is not None:
        store.write_file(html, audit_page(subjects, sections, now).encode("utf-8"))
        text += f"\n\nwritten  {html}"
    return Answer(text, settled=not any(section.findings for section in sections))


def _chosen(built: list[Built], provider: str) -> Built:
    wanted = provider.lower()
    fitting = [one for one in built if one.provider.name.startswith(wanted)] if wanted else []
    exact = [one for one in fitting if one.provider.name == wanted] or fitting
    if len(exact) != 1:
        what = f"{provider!r} is {'the beginning of several brokers' if exact else 'no broker'}"
        known = ", ".join(one.provider.name for one in exact or built)
        raise GeneratorError("sources.toml", "", what, f"there are {known}")
    return exact[0]


def followed(root: Path, built: Built) -> Trail:
    """One document's whole way from its pages into the generated package."""
    pages = [(fragment, normalize(fragment)) for fragment in built.fragments]
    merged = merge([normal for _, normal in pages], None).document
    acts, overlaid = [], merged
    for file, overlay in workspace.overlays_for(root, built.provider.document):
        for act, after in _actions(overlaid, file, overlay, built.provider.document):
            acts.append(act)
            overlaid = after
    package = built.provider.package
    code = read_code(package, store.read_tree(root / "generated_client" / package))
    return trail(pages, merged, acts, overlaid, built.spec, code)


def _actions(document: JsonObject, file: str, overlay: JsonObject, name: str) -> Iterator[tuple[Act, JsonObject]]:
    """Each action laid over what the ones before it left."""
    info = overlay["info"]
    before = keyed(document).document
    for index, action in enumerate(overlay["actions"]):
        document, _, _ = apply(document, [(file, {**overlay, "actions": [action]})], name)
        after = keyed(document).document
        changes = tuple(difference(before, after))
        evidence = tuple(info["x-evidence"])
        yield (
            Act(file, f"/actions/{index}", action.get("description", ""), info["x-reason"], evidence, changes),
            document,
        )
        before = after
