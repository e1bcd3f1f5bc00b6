"""One account as text."""

from collections.abc import Iterable, Iterator, Sequence

from generator.evidence.report.words import change_text, change_texts, page_place
from generator.evidence.trail.places import Place
from generator.evidence.trail.said import said
from generator.evidence.trail.values import Account, Origin


def explanation(document: str, account: Account) -> str:
    """Pages, rules, overlays, repairs and code of one place, in that order."""
    place = account.place
    lines = [
        f"{place.name}: {place.kind} of {document}" + (", required" if account.required else ""),
        f"  {place.pointer}",
        f"  {said(account.node)}",
        "",
        *_part("pages", (line for origin in account.origins for line in _page(origin)), "no page says anything of it"),
        *_part("rules", _rules(account), "no page contradicts another, nothing was inferred"),
        *_part("overlays", _overlays(account), "none changed it"),
        *_part("repairs", _repairs(account), "none was needed"),
        *_part("Python", (f"- {named}" for named in account.code), "no name of its own in the generated package"),
    ]
    return "\n".join(lines).rstrip()


def several(wanted: str, places: Sequence[Place]) -> str:
    """The places a name fits, when it fits more than one."""
    lines = [
        f"{wanted!r} may be any of these:",
        *(f"  {place.name}  ({place.kind}, {place.pointer})" for place in places),
    ]
    return "\n".join(lines)


def _part(title: str, lines: Iterable[str], nothing: str) -> list[str]:
    found = list(lines)
    return [f"{title}", *(f"  {line}" for line in found or [f"({nothing})"]), ""]


def _page(origin: Origin) -> Iterator[str]:
    page = origin.page
    yield f"- {page_place(origin)}"
    yield f"    says: {said(origin.node)}"
    if page.url or page.scraped_at:
        yield f"    {page.url or 'address not known'}, scraped {page.scraped_at or 'at an unknown time'}"
    for text in dict.fromkeys(change_text(change, "") for change in origin.normalised):
        yield f"    normalised: {text}"


def _rules(account: Account) -> Iterator[str]:
    if account.inferred:
        yield f"- inferred, as no page states it: {account.inferred}"
    for conflict in account.conflicts:
        yield f"- {conflict.rule}: {conflict.winner}"
        yield from (f"    {page} says {claim}" for page, claim in conflict.claims)
    yield from (f"- while merging: {text}" for text in change_texts(account, account.merged))


def _overlays(account: Account) -> Iterator[str]:
    before = ""
    for act, changes in account.overlays:
        if act.file != before:
            yield f"- {act.file}"
            yield f"    because: {act.reason}"
            yield from (f"    evidence: {source}" for source in act.evidence)
        before = act.file
        yield f"    {act.pointer}" + (f": {act.description}" if act.description else "")
        yield from (f"      {text}" for text in change_texts(account, changes))


def _repairs(account: Account) -> Iterator[str]:
    yield from (f"- {repair.code}: {repair.where}: {repair.what}" for repair in account.repairs)
    yield from (f"- {text}" for text in change_texts(account, account.repaired))
