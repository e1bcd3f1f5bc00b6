"""How a change, a page and a place read, in text and HTML alike."""

from generator.document import unescape
from generator.evidence.trail.difference import ABSENT, Change
from generator.evidence.trail.said import shown
from generator.evidence.trail.values import Account, Origin


def change_text(change: Change, within: str) -> str:
    """``format: decimal added``; ``within`` is left out of the place."""
    what = _inside(change.pointer, within)
    if change.before is ABSENT:
        return f"added {what}: {shown(change.after)}" if what else f"added: {shown(change.after)}"
    if change.after is ABSENT:
        return f"removed {what}: {shown(change.before)}" if what else f"removed: {shown(change.before)}"
    return f"{what or 'value'}: {shown(change.before)} -> {shown(change.after)}"


def _inside(place: str, within: str) -> str:
    """Where in a place a change is; outside it, what it refers to, or the list of what is required."""
    if place.startswith(within):
        tokens = place.removeprefix(within).strip("/").split("/")
    else:
        tokens = place.split("/")[-2 if "/required/" in place else 2 :]
    return ".".join(unescape(token) for token in tokens)


def change_texts(account: Account, changes: tuple[Change, ...]) -> list[str]:
    """The changes of one account, each once."""
    return list(dict.fromkeys(change_text(change, account.place.keyed) for change in changes))


def page_place(origin: Origin) -> str:
    """``page:line``; a line that is of what the place stands in is marked as the nearest."""
    if origin.line is None:
        return origin.page.label
    return f"{origin.page.label}:{origin.line}" + ("" if origin.exact else " (nearest line)")
