"""Which state follows which, and which closes are twins.  Pure."""

from collections.abc import Mapping
from typing import Final

from ..symbols import may_be_same
from .values import Intent, Record, State

PENDING: Final[tuple[State, ...]] = ("open", "unknown")

#: What an answer, or its absence, makes of a close: only who sent it knows.
_AFTER_SENDING: Final[frozenset[State]] = frozenset({"accepted", "refused", "not_sent", "unknown"})
#: What evidence, or the caller's word, makes of a close whose outcome is unknown.
_AFTER_UNKNOWN: Final[frozenset[State]] = frozenset({"placed", "not_placed", "overridden"})

_NEXT: Final[Mapping[State, frozenset[State]]] = {
    "open": _AFTER_SENDING,
    "unknown": _AFTER_UNKNOWN,
}


def refusal(record: Record, state: State, *, own: bool) -> str:
    """Why ``record`` cannot go to ``state``, or '' if it can.  ``own``: asked by the journal that began it.

    An open record whose owner died is as good as unknown: it can be marked so, or be resolved at once.
    """
    if record.state == "open" and not own:
        if record.owner_alive:
            return "it is in flight in a living process, which alone knows its outcome"
        allowed = _AFTER_UNKNOWN | {"unknown"}
    else:
        allowed = _NEXT.get(record.state, frozenset())
    if state in allowed:
        return ""
    if not allowed:
        return f"it is {record.state!r}, which is final"
    return f"it is {record.state!r}; from there it can become {', '.join(sorted(allowed))}"


def twins(one: Intent, other: Intent) -> bool:
    """Whether the two may close the same position: same account, and the same asset as far as anyone can tell."""
    if (one.broker, one.account) != (other.broker, other.account):
        return False
    return one.asset is None or other.asset is None or may_be_same(one.asset, other.asset)
